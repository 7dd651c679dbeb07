# SPDX-License-Identifier: Apache-2.0
"""Questions about the clauses of a sentence: which verb carries a noun, whose subject a verb without one has."""

from typing import Final, Literal

from rasid.events.scene import Scene
from rasid.events.triggers import Trigger
from rasid.records import Phrase, Predicate, Record
from rasid.spelling import fold

# Prepositions by which a verb takes a deed as what it does; behind others (`بعد`, `وسط`, `جراء`) the deed is only beside it.
_GOVERNED_BY: Final = frozenset({"ب", "ل", "الي", "علي", "عن", "من", "وراء", "خلف", "to", "of", "for", "on", "in", "from", "with", "عبر"})
# How far back, in tokens, the first of a series of deeds may stand: `أعلنت تفكيك خلايا ...، واعتقال ...، وإحباط ...`.
_SERIES_REACH: Final = 40

# Tokens within which the plural that a clause describes stands before its verb.
_DESCRIBED_WITHIN: Final = 6

# Words between a verb such as `قام` and its deed: a subject with a clause about it.
_REMARK_REACH: Final = 16
_ENDS: Final = frozenset("؛;.:!؟?")


class Carrier(Record, frozen=True, kw_only=True):
    """The verb that has a noun among its dependents, and as what."""

    predicate: Predicate
    relation: Literal["subject", "object", "oblique"]
    preposition: str = ""

    @property
    def governs(self) -> bool:
        """Whether the noun is what the verb does, and not only when, where or why."""
        return self.relation == "object" or (self.relation == "oblique" and self.preposition in _GOVERNED_BY)


def carrier_of(scene: Scene, trigger: Trigger) -> Carrier | None:
    """Return the nearest verb before a trigger that has it as object or oblique, or as subject where it makes a passive (`تم`).

    A deed joined to one before it by و has the verb of the first.
    """
    found = _carrier_at(scene, trigger.head, trigger.start)
    if found is not None:
        return found
    first = first_of_series(scene, trigger)
    if first is not None:
        found = _carrier_at(scene, first.head, first.start)
        if found is None or scene.is_in(scene.tokens[found.predicate.head], "support_undergo"):
            return None  # `سجون تعرضت لقصف، وهروب المئات`: the prisons do not undergo the escape
        return found
    far = _carrier_behind_remarks(scene, trigger)
    return None if far is None else Carrier(predicate=far, relation="oblique", preposition="ب")


def _carrier_behind_remarks(scene: Scene, trigger: Trigger) -> Predicate | None:
    """`قام مسلحون يرتدون بزات الشرطة بخطف`: the verb that leads to a deed behind what is said of its subject."""
    if trigger.kind == "verb" or "ب" not in scene.tokens[trigger.start].word.proclitics:
        return None
    for k in range(trigger.start - 1, max(-1, trigger.start - _REMARK_REACH), -1):
        token = scene.tokens[k]
        if token.word.form in _ENDS:
            return None
        if token.kind == "verb" and scene.is_in(token, "leads_to_deed"):
            return scene.predicates.get(k)
    return None


def _carrier_at(scene: Scene, head: int, start: int) -> Carrier | None:
    for predicate in reversed(scene.sentence.predicates):
        if predicate.form != "verb" or predicate.head >= start:
            continue
        if True in [phrase.start <= head < phrase.end for phrase in predicate.object]:
            return Carrier(predicate=predicate, relation="object")
        for phrase in predicate.obliques:
            if phrase.start <= head < phrase.end:
                return Carrier(predicate=predicate, relation="oblique", preposition=fold(phrase.preposition))
        holds = any(phrase.start <= head < phrase.end for phrase in predicate.subject) if predicate.subject else False
        if holds and scene.is_in(scene.tokens[predicate.head], "passive_support"):
            return Carrier(predicate=predicate, relation="subject")
    return None


def first_of_series(scene: Scene, trigger: Trigger) -> Phrase | None:
    """Return the deed before, in the same clause, that a deed with و and no preposition goes on: `تفكيك الخلية، واعتقال أفرادها`."""
    own = scene.phrase_at(trigger.head)
    if own is None or trigger.kind == "verb" or scene.tokens[own.start].word.proclitics[:1] != ("و",):
        return None
    nouns = {predicate.head for predicate in scene.sentence.predicates if predicate.form == "verbal_noun"}
    for phrase in reversed(scene.sentence.phrases):
        if phrase.start >= own.start:
            continue
        if own.start - phrase.start > _SERIES_REACH or any(scene.tokens[k].kind == "verb" for k in range(phrase.end, own.start)):
            return None
        if phrase.head in nouns and scene.tokens[phrase.start].word.proclitics[:1] != ("و",):
            return phrase
    return None


def carrying_verb(scene: Scene, trigger: Trigger) -> Predicate | None:
    """Return the verb that has the trigger in its object or obliques, the nearest before it."""
    found = _carrier_at(scene, trigger.head, trigger.start)
    return None if found is None else found.predicate


def hidden_subject(scene: Scene, predicate: Predicate) -> tuple[Phrase, ...]:
    """Return the subject of the nearest verb before in the sentence, for a verb that names none of its own."""
    person = scene.tokens[predicate.head].word.person
    if person == "3mp" and not scene.tokens[predicate.head].word.proclitics:
        many = _many_right_before(scene, predicate.head)
        if many:
            return many
    for other in reversed(scene.sentence.predicates):
        if other.head >= predicate.head or other.form != "verb" or not other.subject:
            continue
        if person == "3mp" and not (scene.is_armed(other.subject[0]) or scene.is_people(other.subject[0]) or scene.tokens[other.subject[0].head].word.plural):
            continue  # a place or a thing is no `they`
        if person == "3mp" or (person and scene.tokens[other.head].word.person[:2] == person[:2]):
            return other.subject
    return ()


def speaker(scene: Scene, predicate: Predicate) -> tuple[Phrase, ...]:
    """Return who says `we` in a sentence that begins with a speaker and a colon: `وزير الدفاع: سنرد`; empty where nobody does."""
    colon = next((k for k, token in enumerate(scene.tokens) if token.word.form == ":"), None)
    if colon is None or colon >= predicate.head:
        return ()
    return tuple(phrase for phrase in scene.sentence.phrases if phrase.end <= colon and not phrase.preposition)[:1]


def _many_right_before(scene: Scene, head: int) -> tuple[Phrase, ...]:
    """`اشتباكات مع مقاتلين مناهضين للنظام استولوا على`: the plural of people that a clause right behind it describes."""
    end = head
    for phrase in reversed(scene.sentence.phrases):
        if phrase.end > head:
            continue
        if end - phrase.end > 1 or phrase.start < head - _DESCRIBED_WITHIN:
            return ()
        noun = scene.tokens[phrase.head].word
        if noun.plural and not noun.definite and (scene.is_armed(phrase) or scene.is_people(phrase)):
            return (phrase,)
        end = phrase.start
    return ()


def has_actor_subject(scene: Scene, predicate: Predicate) -> bool:
    """Return whether the subject of a verb can act by itself: a force, a state, a party, people behind a weapon."""
    return any(scene.is_armed(phrase) or scene.is_people(phrase) for phrase in predicate.subject)

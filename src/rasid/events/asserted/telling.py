# SPDX-License-Identifier: Apache-2.0
"""How a sentence tells a happening: as its report, as known background, or in general.

`قتل ثلاثة في انفجار` reports; `منذ اغتيال الوزير`, `منفذو الهجوم` refer back to what is known; `يقتلون الناس` speaks in general. A
finite verb of the past asserts unless its clause is about what is known (`الذي`, `بعد أن`, `كان قد`). A noun is asserted by the word
that it depends on: a verb of happening, doing, reporting or outcome that is itself asserted, or a toll beside it; a noun that nothing
governs (a headline, a line of a chronicle) asserts itself.
"""

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from rasid.events.asserted.assertion import Assertions
from rasid.events.asserted.known_clauses import Clauses
from rasid.events.scene import Scene
from rasid.events.triggers import Trigger
from rasid.knowledge.lexemes import word_classes
from rasid.records import Event, Predicate, Record, Telling

_CROWDS: Final = frozenset({"protest", "riot"})
# A chain of nouns (`أعلن مقتل خمسة في هجوم`) is followed up this far.
_DEPTH: Final = 4
# Words that govern a verb, as far up as a condition may stand.
_GOVERNING: Final = 4
# Precision of an interval that is told by a year or more.
_YEAR: Final = 5


class Told(Record, frozen=True, kw_only=True):
    """How a happening is told, and why."""

    telling: Telling
    reason: str


def tell_all(scene: Scene, triggers: Sequence[Trigger]) -> list[Told]:
    """Return how a sentence tells the happening of each of its triggers.

    Args:
        scene: The sentence.
        triggers: All its triggers: a toll asserts the attack that it names as its cause.
    """
    if not triggers:
        return []
    if "outcome" not in word_classes(scene.language):  # no such reading of this language yet
        return [Told(telling="reported", reason="not read in this language")] * len(triggers)
    reader = _Reader(scene, triggers)
    return [reader.of(trigger) for trigger in triggers]


def with_telling(event: Event, told: Told) -> Event:
    """Return an event with how it is told."""
    return replace(event, telling=told.telling, telling_reason=told.reason)


def told_once(kept: Event, dropped: Event) -> Event:
    """Return the event that stands for two namings of one happening: reported where either of them reports it."""
    if kept.telling == "reported" or dropped.telling != "reported":
        return kept
    return replace(kept, telling=dropped.telling, telling_reason=dropped.telling_reason)


def _reported(reason: str) -> Told:
    return Told(telling="reported", reason=reason)


def _background(reason: str) -> Told:
    return Told(telling="background", reason=reason)


class _Reader:
    """Follows words up to what asserts them."""

    def __init__(self, scene: Scene, triggers: Sequence[Trigger]) -> None:
        self.scene = scene
        self.tokens = scene.tokens
        self.assertions = Assertions(scene, triggers)
        self.clauses = Clauses(scene)

    def of(self, trigger: Trigger) -> Told:
        if any(token.word.form in "؟?" for token in self.tokens[-2:]):
            return Told(telling="general", reason="in a question")
        told = self.word(trigger.head, trigger, _DEPTH)
        if trigger.sense.type in _CROWDS:
            told = self._of_crowd(trigger, told)
        return _background("dated by its year") if told.telling == "reported" and self._is_of_another_year(trigger) else told

    def _is_of_another_year(self, trigger: Trigger) -> bool:
        """Whether the time nearest to a trigger is told by the year or the month alone: news names the day, history `عام 1981`."""
        start = self.tokens[trigger.head].span.start
        times = [mention for mention in self.scene.mentions if mention.kind == "time"]
        nearest = min(times, key=lambda mention: abs(mention.span.start - start), default=None)
        if nearest is None:
            return False
        if nearest.interval is not None and nearest.interval.precision >= _YEAR:
            return True
        return nearest.interval is None and any(self.scene.is_in(token, "long_time") for token in self.tokens if token.span.overlaps(nearest.span))

    def _of_crowd(self, trigger: Trigger, told: Told) -> Told:
        """The deeds of a crowd with an article (`هتف المتظاهرون`) are details of a known protest; one in which others act is told with them."""
        predicate = self.scene.predicates.get(trigger.head)
        if predicate is not None and predicate.form == "verb":
            crowd = next((phrase for phrase in predicate.subject if not trigger.owns(phrase.head) and self.scene.is_in(self.tokens[phrase.head], "protester")), None)
            known = crowd is not None and crowd.head == crowd.start and "ال" in self.tokens[crowd.head].word.proclitics
            return _background("deed of a known crowd") if known else told
        phrase = self.assertions.phrase_at.get(trigger.head)
        if told.telling == "reported" or phrase is None or phrase.preposition != "في" or self.assertions.is_definite(phrase):
            return told
        over = next((other for other, relation in self.assertions.over(trigger.head, phrase) if relation == "في" and other.form == "verb"), None)
        return told if over is None else self.verb(over.head, _DEPTH)

    def word(self, i: int, trigger: Trigger | None, depth: int) -> Told:
        """How the word at a token index is told."""
        if depth == 0:
            return _background("nothing asserts it")
        if self.scene.is_in(self.tokens[i], "telling_participle"):
            return _reported(f"asserted by {self.tokens[i].word.form}")
        return self.verb(i, depth) if self.tokens[i].kind == "verb" else self.noun(i, trigger, depth)

    def verb(self, i: int, depth: int) -> Told:
        """How a finite verb is told: by its tense, its negation and its clause."""
        predicate = self.scene.predicates.get(i)
        if predicate is not None and predicate.negation is not None:
            return _background("negated")
        if self.tokens[i].word.tense == "present":
            return self._present(i, predicate)
        governors = predicate.governors[:_GOVERNING] if predicate is not None else ()
        condition = next((self.tokens[k] for k in governors if self.scene.is_in(self.tokens[k], "condition")), None)
        if condition is not None:
            return Told(telling="general", reason=f"behind {condition.word.form}")
        described = self.clauses.described_noun(i)
        if described is not None:
            told = self.word(described, None, depth - 1)
            return told if told.telling != "reported" else _reported("describes what is reported")
        opener = self.clauses.opener(i)
        if opener is not None:
            return _background(f"in a clause behind {self.tokens[opener].word.form}")
        return _background("a sum since long ago") if self.clauses.is_sum(predicate) else _reported("finite verb")

    def _present(self, i: int, predicate: Predicate | None) -> Told:
        """A present tells in general, but for that of headlines: `تفجير انتحاري يقتل ستين`."""
        subject = predicate.subject[0] if predicate is not None and predicate.subject else None
        if subject is not None and subject.end <= i and subject.head in self.assertions.harm and self.assertions.stands_free(subject):
            return _reported("present of a headline")
        if self.scene.is_in(self.tokens[i], "goes_on"):
            return _reported("goes on")
        if subject is not None and self.clauses.is_seen(subject):
            return _reported("seen to do it")
        return Told(telling="general", reason="present tense")

    def noun(self, i: int, trigger: Trigger | None, depth: int) -> Told:
        """How a noun is told: as a charge or another's affair, by the predicates over it, by what leads to it, or by itself."""
        read = self.assertions
        phrase = read.phrase_at.get(i)
        if phrase is None:
            return _background("nothing asserts it")
        accused, owner = read.accused_before(phrase), read.owner(i, phrase, trigger)
        if accused is not None:
            return _background(f"what {self.tokens[accused].word.form} is accused of")
        if owner is not None:
            return _background(f"in the genitive of {self.tokens[owner].word.form}")
        over = read.over(i, phrase)
        for predicate, relation in over:
            if read.is_asserted_by(predicate, relation, i):
                return self._by_predicate(predicate, relation, i, depth)
        if phrase.coordinated:
            before = read.phrase_at.get(phrase.start - 1)
            return _background("nothing asserts it") if before is None else self.word(before.head, None, depth - 1)
        leader = read.leader(i, phrase)
        if leader is not None:
            return self.word(leader, None, depth - 1)
        return _reported("stands free, as in a headline") if not over and read.stands_free(phrase) else _background("nothing asserts it")

    def _by_predicate(self, predicate: Predicate, relation: str, i: int, depth: int) -> Told:
        """What a predicate that asserts its dependent makes of it: that which is made of the predicate."""
        form = self.tokens[predicate.head].word.form
        if self.assertions.is_only_known(predicate, relation, i):
            return _background(f"known, subject of {form}")
        told = self.word(predicate.head, None, depth - 1)
        return _reported(f"asserted by {form}") if told.telling == "reported" else told

# SPDX-License-Identifier: Apache-2.0
"""Why a sentence was read as it was: which rows of the lexicon were tried on it and what became of each, and what depends on what."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from rasid.events.reading import Reading
from rasid.events.relevance import grounds_for, is_name, kind_named
from rasid.events.scene import Scene
from rasid.events.standing import in_words
from rasid.events.triggers import Sense, Trigger, failed_condition, senses, trigger_index
from rasid.knowledge.lexemes import Found
from rasid.records import Phrase, Predicate, Sentence

# A condition of many words is told by its first ones.
_SHOWN: Final = 40


class Tried(NamedTuple):
    """One row of the lexicon whose words stand in a sentence."""

    sense: Sense
    start: int
    end: int
    slots: tuple[int, ...]
    """Token indices of its words."""
    failed: str
    """The condition that kept it away, as the lexicon writes it: `unless next:ترجيح|جزاء`; empty where all conditions hold."""
    chosen: bool
    """Whether it became the trigger; a row that fits and was not chosen lost its words to another."""


def tried_in(scene: Scene, reading: Reading) -> list[Tried]:
    """Return the rows that were tried on a sentence, in order of place."""
    number = reading.scenes.index(scene)
    chosen = {(trigger.sense.rule, trigger.slots) for trigger in (*reading.triggers[number], *reading.set_aside[number])}
    known = senses(scene.language)
    return [_tried(match, known[match.row], scene, reading.contexts[number], chosen) for match in trigger_index(scene.language).find(scene.tokens)]


def _tried(match: Found, sense: Sense, scene: Scene, context: frozenset[str], chosen: set[tuple[str, tuple[int, ...]]]) -> Tried:
    slots = match.slots or (match.head,)
    failed = failed_condition(sense, match, scene.sentence, scene.predicates.get(match.head), context)
    return Tried(sense, match.start, match.end, slots, _condition_text(match, scene, failed), (sense.rule, slots) in chosen)


def _condition_text(match: Found, scene: Scene, failed: tuple[str, int] | None) -> str:
    if failed is None:
        return ""
    name, number = failed
    text = trigger_index(scene.language).rows[match.row][name].split()[number]
    return f"{name} {text if len(text) <= _SHOWN else text[:_SHOWN].rpartition('|')[0] + '|…'}"


def why_set_aside(scene: Scene, trigger: Trigger, reading: Reading) -> str:
    """Return why a trigger among those set aside does not count: a name, or the grounds for and against it and their sum."""
    if is_name(scene, trigger):
        return "part of a title or a name"
    kind = kind_named(scene, trigger) if reading.subject.is_conflict else None
    if kind is not None:
        return f"names a kind behind {kind.word.form}"
    number = reading.scenes.index(scene)
    beside = [one for one in (*reading.triggers[number], *reading.set_aside[number]) if one is trigger or not is_name(scene, one)]
    beside.sort(key=lambda one: one.start)
    return f"the document is not about conflict: {in_words(grounds_for(scene, trigger, beside, reading.subject, reading.signs))}"


class Relation(NamedTuple):
    """A phrase as the dependent of a predicate."""

    predicate: Predicate
    name: str
    """`subject`, `object`, or `oblique` and the preposition."""
    phrase: Phrase


def relations_in(predicate: Predicate) -> Iterator[Relation]:
    """Yield the dependents of a predicate: subject, object, obliques."""
    for name, phrases in (("subject", predicate.subject), ("object", predicate.object), ("oblique", predicate.obliques)):
        for phrase in phrases:
            yield Relation(predicate, f"{name} {phrase.preposition}" if name == "oblique" else name, phrase)


def relations_of(sentence: Sentence, tokens: Sequence[int]) -> Iterator[Relation]:
    """Yield the predicates that some tokens depend on, with how, in the order of the sentence."""
    here = set(tokens)
    for predicate in sentence.predicates:
        for relation in relations_in(predicate):
            if here.intersection(range(relation.phrase.start, relation.phrase.end)):
                yield relation


def reason_of(relation: Relation) -> str:
    """Return why a phrase became a dependent: the reason that the grammar gave, else where it stands."""
    name, phrase, head = relation.name.partition(" ")[0], relation.phrase, relation.predicate.head
    for reason in relation.predicate.reasons:
        kind, colon, why = reason.partition(": ")
        if colon and kind == name:
            return why
        if not colon and reason.endswith(f"is the {name}"):
            return reason
    if phrase.coordinated:
        return "joined to the one before"
    if phrase.start < head:
        return "stands before it"
    between = phrase.start - head - 1 - bool(phrase.preposition)
    if between <= 0:
        return "stands right behind it"
    return "stands one word behind it" if between == 1 else f"stands {between} words behind it"

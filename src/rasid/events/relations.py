# SPDX-License-Identifier: Apache-2.0
"""Questions about the clauses of a sentence: which verb carries a noun, whose subject a verb without one has."""

from rasid.events.scene import Scene
from rasid.events.triggers import Trigger
from rasid.records import Phrase, Predicate


def carrying_verb(scene: Scene, trigger: Trigger) -> Predicate | None:
    """The verb that has the trigger in its object or obliques, the nearest before it."""
    for predicate in reversed(scene.sentence.predicates):
        if predicate.form != "verb" or predicate.head >= trigger.start:
            continue
        dependents = (*predicate.object, *predicate.obliques, *predicate.subject) if _is_passive_support(scene, predicate) else (*predicate.object, *predicate.obliques)
        if any(phrase.start <= trigger.head < phrase.end for phrase in dependents):
            return predicate
    return None


def _is_passive_support(scene: Scene, predicate: Predicate) -> bool:
    return scene.is_in(scene.tokens[predicate.head], "passive_support")


def hidden_subject(scene: Scene, predicate: Predicate) -> tuple[Phrase, ...]:
    """Return the subject of the nearest verb before in the sentence, for a verb that names none of its own."""
    person = scene.tokens[predicate.head].word.person
    for other in reversed(scene.sentence.predicates):
        if other.head >= predicate.head or other.form != "verb" or not other.subject:
            continue
        if person == "3mp" or (person and scene.tokens[other.head].word.person[:2] == person[:2]):
            return other.subject
    return ()


def has_actor_subject(scene: Scene, predicate: Predicate) -> bool:
    """Return whether the subject of a verb can act by itself: a force, a state, a party, people behind a weapon."""
    return any(scene.is_armed(phrase) or scene.is_people(phrase) for phrase in predicate.subject)

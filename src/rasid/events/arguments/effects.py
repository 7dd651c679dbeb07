# SPDX-License-Identifier: Apache-2.0
"""What an attack was on, told in other ways than as an object, in English.

`the blast caused serious damage to the hotel`, `the embassy was the target of a rocket attack`.
"""

from collections.abc import Sequence

from rasid.events.arguments.blame import subject_of_copula
from rasid.events.scene import Scene
from rasid.events.triggers import Trigger
from rasid.records import Argument


def find_damaged(scene: Scene, trigger: Trigger, found: Sequence[Argument]) -> list[Argument]:
    """Return what stands behind `damage to` in the clauses that go on from an attack.

    Args:
        scene: The sentence.
        trigger: Of the attack.
        found: Its arguments so far.
    """
    taken = [argument.span for argument in found]
    for predicate in scene.sentence.predicates:
        if predicate.form != "verb" or predicate.head < trigger.start or not scene.is_in(scene.tokens[predicate.head], "cause"):
            continue
        if any(scene.is_in(scene.tokens[phrase.head], "damage_noun") for phrase in predicate.object):
            damaged = [phrase for phrase in predicate.obliques if phrase.preposition == "to" and not any(span.overlaps(phrase.span) for span in taken)]
            return [Argument(role="target", span=phrase.span, reason="what it did damage to") for phrase in damaged]
    return []


def find_used_against(scene: Scene, trigger: Trigger, found: Sequence[Argument]) -> list[Argument]:
    """Return what stands behind `against` and its like in a clause of using that goes on from an attack: `raids using drones against camps`.

    Args:
        scene: The sentence.
        trigger: Of the attack, a noun.
        found: Its arguments so far; a target among them ends the search.
    """
    if trigger.kind == "verb" or any(argument.role == "target" for argument in found):
        return []
    for predicate in scene.sentence.predicates:
        if predicate.form == "verb" and predicate.head >= trigger.end and scene.is_in(scene.tokens[predicate.head], "using"):
            aimed = [phrase for phrase in predicate.obliques if phrase.preposition in {"against", "on", "at"} and not scene.is_place(phrase) and not scene.is_time(phrase)]
            return [Argument(role="target", span=phrase.span, reason="what the weapons are used against") for phrase in aimed]
    return []


def find_undergone(scene: Scene, trigger: Trigger, found: Sequence[Argument]) -> list[Argument]:
    """Return who was the target, victim or object of an attack, where its arguments name nobody hit.

    Args:
        scene: The sentence.
        trigger: Of the attack, a noun.
        found: Its arguments so far.
    """
    if trigger.kind == "verb" or any(argument.role == "target" for argument in found):
        return []
    tokens = scene.tokens
    i = trigger.start - 1
    while i >= 0 and tokens[i].kind in {"adjective", "noun", "number", "particle"}:
        i -= 1
    if i < 1 or tokens[i].word.key != "of" or not scene.is_in(tokens[i - 1], "undergo_noun"):
        return []
    before = i - 2
    while before >= 0 and tokens[before].kind in {"particle", "adjective"} and tokens[before].word.key not in {"is", "are", "was", "were", "been", "be"}:
        before -= 1
    return [Argument(role="target", span=phrase.span, reason="said to be its target") for phrase in subject_of_copula(scene, before)]

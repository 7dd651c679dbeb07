# SPDX-License-Identifier: Apache-2.0
"""What an attack did damage to, in English: `the blast caused serious damage to the hotel and nearby shops`."""

from collections.abc import Sequence

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

# SPDX-License-Identifier: Apache-2.0
"""Which rows of the lexicon were tried on a sentence, and what became of each: why a word is no trigger, or another one."""

from typing import NamedTuple

from rasid.events.reading import Reading
from rasid.events.scene import Scene
from rasid.events.triggers import Sense, failed_condition, senses, trigger_index
from rasid.knowledge.lexemes import Found

# A condition of many words is told by its first ones.
_SHOWN = 40


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
    return [_tried(match, known[match.row], scene, reading, chosen) for match in trigger_index(scene.language).find(scene.tokens)]


def _tried(match: Found, sense: Sense, scene: Scene, reading: Reading, chosen: set[tuple[str, tuple[int, ...]]]) -> Tried:
    slots = match.slots or (match.head,)
    failed = failed_condition(sense, match, scene.sentence, scene.predicates.get(match.head), reading.context)
    return Tried(sense, match.start, match.end, slots, _condition_text(match, scene, failed), (sense.rule, slots) in chosen)


def _condition_text(match: Found, scene: Scene, failed: tuple[str, int] | None) -> str:
    if failed is None:
        return ""
    name, number = failed
    text = trigger_index(scene.language).rows[match.row][name].split()[number]
    return f"{name} {text if len(text) <= _SHOWN else text[:_SHOWN].rpartition('|')[0] + '|…'}"

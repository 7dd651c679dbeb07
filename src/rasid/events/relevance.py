# SPDX-License-Identifier: Apache-2.0
"""Is this text about conflict at all: words of war that a passage must hold before a word that also means something else counts."""

from typing import Final

from rasid.events.carriers import EXPLAINING
from rasid.events.scene import Scene
from rasid.events.triggers import Trigger
from rasid.knowledge.lexemes import word_classes

# Fewer different words of war than this in a passage, and a word such as `إصابة` or `مواجهة` is of health, sport or trade.
_WAR_WORDS: Final = 3
# A headline or a flash of fewer words than this has no room for them.
_FLASH: Final = 40
_VIOLENT: Final = EXPLAINING | {"casualty", "destruction", "territory_gain", "abduction", "deployment", "withdrawal", "support", "recruitment", "seizure"}
_UNMISTAKEN: Final = frozenset({"air_strike", "shelling"})


def tells_of_war(context: frozenset[str], *, language: str) -> bool:
    """Return whether the words of a document make it one about conflict; a language without such a list is not asked."""
    words = word_classes(language).get("war_word")
    return words is None or len(context) < _FLASH or len(words & context) >= _WAR_WORDS


def is_plain_violence(scene: Scene, trigger: Trigger) -> bool:
    """Return whether a trigger stands even in a passage that is not about conflict: no violence, or with a word of war beside it."""
    if trigger.sense.type not in _VIOLENT or trigger.sense.type in _UNMISTAKEN:
        return True
    return any(scene.is_in(token, "war_word") for i, token in enumerate(scene.tokens) if not trigger.owns(i))

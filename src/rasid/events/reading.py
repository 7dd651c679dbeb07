# SPDX-License-Identifier: Apache-2.0
"""The sentences and triggers of one document before any event is put together: what events, scores and explanations start from."""

from collections.abc import Sequence
from typing import NamedTuple

from rasid.events.relevance import relevant_triggers
from rasid.events.scene import Scene
from rasid.events.triggers import Trigger, find_triggers
from rasid.records import Document, Mention, Sentence


class Reading(NamedTuple):
    """One document as its events are read; `triggers` and `set_aside` go by scene."""

    scenes: tuple[Scene, ...]
    triggers: tuple[tuple[Trigger, ...], ...]
    set_aside: tuple[tuple[Trigger, ...], ...]
    """Triggers that do not count: names, and violence that nothing confirms in a document that is not about conflict."""
    context: frozenset[str]
    """Keys of all words of the document."""


def read_triggers(sentences: Sequence[Sentence], mentions: Sequence[Mention], *, document: Document) -> Reading:
    """Return the scenes of a document with the triggers in each.

    Args:
        sentences: All its sentences; those without phrases are passed over.
        mentions: All its mentions.
        document: Where they come from.
    """
    language = document.language
    context = frozenset(token.word.key for sentence in sentences for token in sentence.tokens)
    scenes = tuple(Scene(sentence, mentions, language=language) for sentence in sentences if sentence.phrases)
    found = [find_triggers(scene.sentence, language=language, context=context) for scene in scenes]
    kept = relevant_triggers(scenes, found, sentences, language=language)
    dropped = tuple(tuple(trigger for trigger in every if trigger not in some) for every, some in zip(found, kept, strict=True))
    return Reading(scenes, tuple(map(tuple, kept)), dropped, context)

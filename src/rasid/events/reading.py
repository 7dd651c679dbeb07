# SPDX-License-Identifier: Apache-2.0
"""The sentences and triggers of one document before any event is put together: what events, scores and explanations start from."""

from collections.abc import Sequence
from typing import NamedTuple

from rasid.events.relevance import Subject, find_subject, relevant_triggers, signs_told
from rasid.events.scene import Scene
from rasid.events.triggers import Trigger, find_triggers, told_in
from rasid.records import Document, Event, Mention, Sentence


class Reading(NamedTuple):
    """One document as its events are read; `triggers` and `set_aside` go by scene."""

    scenes: tuple[Scene, ...]
    triggers: tuple[tuple[Trigger, ...], ...]
    set_aside: tuple[tuple[Trigger, ...], ...]
    """Triggers that do not count: names, and violence that nothing confirms in a document that is not about conflict."""
    contexts: tuple[frozenset[str], ...]
    """For each scene the keys of all words of the document, and the types that the sentences before it tell of."""
    subject: Subject
    """What the document is about."""
    signs: frozenset[str] = frozenset()
    """In a document that is not about conflict, the types of peaceful happenings of which it holds a sign."""

    def trigger_of(self, event: Event) -> tuple[Scene, Trigger]:
        """Return the sentence and the trigger that an event was read from.

        Happenings are merged after their triggers were read; the rule and the place tell which trigger an event is left with.
        """
        number = next(number for number, scene in enumerate(self.scenes) if scene.sentence.index == event.sentence)
        scene, every = self.scenes[number], self.triggers[number]
        if len(every) == 1:
            return scene, every[0]
        start = event.trigger.start
        return scene, min(every, key=lambda one: (one.sense.rule != event.rule, abs(scene.tokens[one.start].span.start - start)))


def read_triggers(sentences: Sequence[Sentence], mentions: Sequence[Mention], *, document: Document) -> Reading:
    """Return the scenes of a document with the triggers in each.

    Args:
        sentences: All its sentences; those without phrases are passed over.
        mentions: All its mentions.
        document: Where they come from.
    """
    language = document.language
    context = frozenset([token.word.key for sentence in sentences for token in sentence.tokens])
    by_sentence: dict[int, list[Mention]] = {}
    for mention in mentions:
        by_sentence.setdefault(mention.sentence, []).append(mention)
    scenes = tuple(Scene(sentence, by_sentence.get(sentence.index, ()), language=language) for sentence in sentences if sentence.phrases)
    contexts: list[frozenset[str]] = []
    found: list[list[Trigger]] = []
    for scene in scenes:
        contexts.append(context)
        found.append(find_triggers(scene.sentence, language=language, context=context))
        told = told_in(found[-1])
        context = context if told <= context else context | told
    subject = find_subject(sentences, language=language)
    signs = signs_told(sentences, language=language) if any(found) and not subject.is_conflict else frozenset()
    kept = relevant_triggers(scenes, found, subject, signs, language=language)
    dropped = tuple(tuple(one for one in every if one not in some) if len(some) < len(every) else () for every, some in zip(found, kept, strict=True))
    return Reading(scenes, tuple(map(tuple, kept)), dropped, tuple(contexts), subject, signs)

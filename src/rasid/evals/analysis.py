# SPDX-License-Identifier: Apache-2.0
"""A coded document with the analysis that it was read from: where the causes of misses are looked up."""

from collections.abc import Sequence
from functools import cached_property

from rasid.annotations import Range
from rasid.evals.matching import overlap
from rasid.events import Reading, Tried, read_triggers, tried_in
from rasid.events.scene import Scene
from rasid.events.triggers import Trigger
from rasid.records import CodedDocument, Event, Phrase, Span
from rasid.text import analyse


class Analysis:
    """One coded document, its sentences read once more; nothing is coded anew."""

    def __init__(self, coded: CodedDocument) -> None:
        self.coded = coded
        self.text = coded.document.text

    @cached_property
    def reading(self) -> Reading:
        """What the events were read from; every sentence is analysed, also those that hold no word of the lexicon."""
        sentences = analyse(self.coded.document, wanted=lambda _: True)
        return read_triggers(sentences, self.coded.mentions, document=self.coded.document)

    def scene_at(self, span: Range) -> Scene | None:
        """Return the sentence that a range begins in, None where it was not read closely."""
        return next((scene for scene in self.reading.scenes if scene.sentence.span.start <= span[0] < scene.sentence.span.end), None)

    def events_in(self, scene: Scene) -> list[Event]:
        """Return the events that were read in a sentence."""
        return [event for event in self.coded.events if event.sentence == scene.sentence.index]

    def tried(self, scene: Scene) -> list[Tried]:
        """Return the rows of the lexicon that were tried on a sentence."""
        return tried_in(scene, self.reading)

    def triggers_at(self, scene: Scene, span: Range) -> tuple[list[Trigger], list[Trigger]]:
        """Return the triggers with a word in a range: those that count, and those of a document that is not about conflict."""
        number = self.reading.scenes.index(scene)
        here = set(tokens_in(scene, span))
        kept, aside = self.reading.triggers[number], self.reading.set_aside[number]
        return [one for one in kept if here.intersection(one.slots)], [one for one in aside if here.intersection(one.slots)]


def tokens_in(scene: Scene, span: Range) -> list[int]:
    """Return the indices of the tokens of a sentence that a range touches."""
    return [i for i, token in enumerate(scene.tokens) if overlap(span, as_range(token.span)) > 0]


def phrases_in(scene: Scene, tokens: Sequence[int]) -> list[Phrase]:
    """Return the phrases that hold any of some tokens, those first whose head is among them."""
    here = set(tokens)
    found = [phrase for phrase in scene.sentence.phrases if here.intersection(range(phrase.start, phrase.end))]
    return sorted(found, key=lambda phrase: phrase.head not in here)


def as_range(span: Span) -> Range:
    """Return a span as the annotation shape writes it."""
    return (span.start, span.end)

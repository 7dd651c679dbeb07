# SPDX-License-Identifier: Apache-2.0
"""Events that were missed, found falsely, or found with the wrong type, factuality or date, and why."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from rasid.annotations import AnnotatedDocument, AnnotatedEvent
from rasid.evals.analysis import Analysis, tokens_in
from rasid.evals.matching import overlap
from rasid.evals.miss import Miss, MissKind, around_at, words_at
from rasid.evals.sentences import SentenceIndex
from rasid.events import Tried, trigger_index
from rasid.events.carriers import EXPLAINING, carriers
from rasid.events.relevance import is_name
from rasid.events.scene import Scene
from rasid.events.triggers import Trigger, senses
from rasid.records import Event, Token, WordKind

# A trigger one sentence off is mostly a restatement that was taken for the news; farther off it is another happening.
_NEAR_SENTENCES: Final = 1
_BY_MEANS: Final = frozenset({"air_strike", "shelling", "bombing", "armed_attack"})
_KINDS: Final[tuple[WordKind, ...]] = ("verb", "noun", "adjective")
# `governed by WORD`: the reason of a factuality without its word.
_REASON: Final = re.compile(r"negated by|the trigger itself|governed by|in the content of an act of \w+")


class EventMisses:
    """The events of one document, gold and predicted, while the causes are looked up.

    Args:
        gold: The annotated document.
        predicted: All events that were found in it.
        pairs: Indices of the gold and predicted events that count as one.
        analysis: What the predictions were read from; None where they are of another coder, and then causes are coarser.
    """

    def __init__(
        self, gold: AnnotatedDocument, predicted: Sequence[AnnotatedEvent], pairs: Sequence[tuple[int, int]], analysis: Analysis | None
    ) -> None:
        self.gold = gold
        self.predicted = predicted
        self.pairs = pairs
        self.analysis = analysis
        self._sentences = SentenceIndex(gold.text)
        self._paired = {right: left for left, right in pairs}
        found = {left for left, _ in pairs}
        self._missed = [event for number, event in enumerate(gold.events) if number not in found]
        self._spare = [number for number in range(len(predicted)) if number not in self._paired]
        self._explaining: set[int] = set()

    def __iter__(self) -> Iterator[Miss]:
        """Yield each thing that went wrong once: a false event that shows why another was missed is not told again."""
        for event in self._missed:
            yield self._missed_event(event)
        for number in self._spare:
            if number not in self._explaining:
                yield self._false_event(self.predicted[number])
        for left, right in self.pairs:
            yield from self._wrong_parts(self.gold.events[left], right)

    def _miss(self, kind: MissKind, cause: str, event: AnnotatedEvent, *, detail: str = "", instead: AnnotatedEvent | None = None) -> Miss:
        text = self.gold.text
        return Miss(
            document=self.gold.id, kind=kind, cause=cause, label=event.type, words=words_at(text, event.trigger), detail=detail,
            instead=f"{instead.type}: {words_at(text, instead.trigger)}" if instead is not None else "", around=around_at(text, event.trigger),
        )  # fmt: skip

    # --- missed

    def _missed_event(self, event: AnnotatedEvent) -> Miss:
        here = self._sentences.at(event.trigger[0])
        for number in self._spare:
            other = self.predicted[number]
            if overlap(event.trigger, other.trigger) > 0 and event.type != other.type:
                self._explaining.add(number)
                cause, detail = self._wrong_type(event, other)
                return self._miss("wrong type", cause, event, detail=detail, instead=other)
        found = self._why_no_trigger(event)
        for distance, cause in ((0, "other words of the sentence were taken for it"), (_NEAR_SENTENCES, "told in the sentence beside it")):
            for number in self._spare:
                other = self.predicted[number]
                if event.type == other.type and abs(self._sentences.at(other.trigger[0]) - here) == distance and number not in self._explaining:
                    self._explaining.add(number)
                    return self._miss("missed event", cause, event, detail=found[0], instead=other)
        return self._miss("missed event", found[0], event, detail=found[1])

    def _why_no_trigger(self, event: AnnotatedEvent) -> tuple[str, str]:
        """Why nothing was read at a trigger: the cause and its detail."""
        if any(overlap(event.trigger, other.trigger) > 0 for other in self.predicted):
            return "its words were read as an event once, and hold two", ""
        scene = self.analysis.scene_at(event.trigger) if self.analysis is not None else None
        if self.analysis is None or scene is None:
            return "no trigger found", ""
        kept, aside = self.analysis.triggers_at(scene, event.trigger)
        if kept:
            return self._fate(scene, kept[0])
        if aside:
            named = is_name(scene, aside[0])
            return ("set aside: part of a title or a name" if named else "set aside: not enough speaks for it"), aside[0].sense.rule
        return self._why_no_row(scene, event)

    def _why_no_row(self, scene: Scene, event: AnnotatedEvent) -> tuple[str, str]:
        assert self.analysis is not None  # noqa: S101  (for type checkers: asked for by its caller)
        tried, here = self.analysis.tried(scene), set(tokens_in(scene, event.trigger))
        own = [one for one in tried if here.intersection(one.slots)]
        right = [one for one in own if _may_be(one, event.type)]
        lost = next((one for one in right if not one.failed), None)
        if lost is not None:
            winner = next((one.sense.rule for one in tried if one.chosen and set(one.slots).intersection(lost.slots)), "another row")
            return "lost its words to another row", f"{lost.sense.rule} lost to {winner}"
        if right:
            return "a condition of its row failed", f"{right[0].sense.rule}: {right[0].failed}"
        if own:
            return "the word has no row of this type", f"{event.type}: {own[0].sense.rule} is {own[0].sense.type}"
        return _unknown(scene, sorted(here))

    def _fate(self, scene: Scene, trigger: Trigger) -> tuple[str, str]:
        """What became of a trigger that was found and is no event."""
        assert self.analysis is not None  # noqa: S101  (for type checkers: asked for by its caller)
        others = self.analysis.events_in(scene)
        rule = trigger.sense.rule
        triggers = self.analysis.reading.triggers[self.analysis.reading.scenes.index(scene)]
        if trigger.start in carriers(scene, triggers):
            return "merged: taken for what only carries another event", rule
        toll = any(other.type in EXPLAINING for other in others)
        if toll and trigger.sense.type == "casualty":
            return "merged: taken for the toll of an attack", rule
        if any(other.type == trigger.sense.type or (trigger.sense.by_means and other.type in _BY_MEANS) for other in others):
            return "merged: taken for a second naming of one event", rule
        if toll:
            return "merged: taken for the toll of an attack", rule
        return "dropped as a restatement or as nobody hurt", rule

    # --- wrong type

    def _wrong_type(self, event: AnnotatedEvent, other: AnnotatedEvent) -> tuple[str, str]:
        change = f"{event.type} read as {other.type}"
        scene = self.analysis.scene_at(other.trigger) if self.analysis is not None else None
        if self.analysis is None or scene is None:
            return change, ""
        here = set(tokens_in(scene, other.trigger)) | set(tokens_in(scene, event.trigger))
        own = [one for one in self.analysis.tried(scene) if here.intersection(one.slots)]
        fired = next((sense for sense in senses(scene.language) if sense.rule == other.rule), None)
        if fired is not None and fired.by_means and event.type in _BY_MEANS:
            return "means: the passage gives it another type", change
        right = [one for one in own if _may_be(one, event.type) and one.sense.rule != other.rule]
        failed = next((one for one in right if one.failed), None)
        if any(not one.failed for one in right):
            lost = next(one for one in right if not one.failed)
            return "sense: the right row fits and lost to another", f"{change}: {lost.sense.rule} lost to {other.rule}"
        if failed is not None:
            return "sense: a condition of the right row failed", f"{change}: {failed.sense.rule}: {failed.failed}"
        if {event.type, other.type} <= _BY_MEANS:
            return "means: the word has a type of its own", f"{change}, {other.rule}"
        return "sense: the word has no row of the right type", f"{change}, {other.rule}"

    # --- false

    def _false_event(self, event: AnnotatedEvent) -> Miss:
        here = self._sentences.at(event.trigger[0])
        beside = [other for other in self.gold.events if self._sentences.at(other.trigger[0]) == here]
        return self._miss("false event", self._why_false(event, beside), event, detail=event.rule or "", instead=None)

    def _why_false(self, event: AnnotatedEvent, beside: Sequence[AnnotatedEvent]) -> str:
        if any(overlap(event.trigger, other.trigger) > 0 for other in beside):
            return "a second event read from the same words"
        if not self.gold.events:
            return "the document tells of no event"
        if not beside:
            return "its sentence tells of no event"
        if any(other.type == event.type for other in beside):
            return "names an event of its sentence a second time"
        if event.type == "casualty" and any(other.type in EXPLAINING for other in beside):
            return "the toll of an attack in its sentence"
        if event.type in EXPLAINING and any(other.type in EXPLAINING for other in beside):
            return "its sentence tells of another attack"
        return "its sentence tells of other things"

    # --- found, and something wrong about it

    def _wrong_parts(self, gold: AnnotatedEvent, number: int) -> Iterator[Miss]:
        other = self.predicted[number]
        event = self.analysis.coded.events[number] if self.analysis is not None else None
        if gold.factuality != other.factuality:
            reason = event.factuality_reason if event is not None else ""
            known = _REASON.match(reason)
            kind = known.group() if known else reason or "no word that makes it otherwise seen"
            yield self._miss("wrong factuality", f"{gold.factuality} read as {other.factuality}: {kind}", gold, detail=reason if known else other.rule or "")
        if gold.date and gold.date != other.date:
            cause = _date_cause(gold, other, event)
            yield self._miss("wrong date", cause, gold, detail=f"{gold.date}, read as {other.date}")


def _may_be(one: Tried, event_type: str) -> bool:
    return one.sense.type == event_type or (one.sense.by_means and event_type in _BY_MEANS)


def _unknown(scene: Scene, here: Sequence[int]) -> tuple[str, str]:
    """Why no row holds the words: read as another kind of word than the lexicon knows them as, or not in it."""
    index = trigger_index(scene.language)
    for i in here:
        token = scene.tokens[i]
        for kind in _KINDS:
            if kind != token.kind and index.senses_of(Token(token.span, token.word, kind)):
                return "a word of the lexicon, read as another kind of word", f"{token.word.form}: read as {token.kind}, known as {kind}"
    heads = [scene.tokens[i] for i in here if scene.tokens[i].kind in _KINDS] or [scene.tokens[i] for i in here]
    words = " ".join((token.word.verb if token.kind == "verb" else token.word.lemma) or token.word.form for token in heads)
    return "no row of the lexicon has the word", words


def _date_cause(gold: AnnotatedEvent, other: AnnotatedEvent, event: Event | None) -> str:
    if other.date is None:
        return "no date was read"
    if gold.time is not None and other.time is not None:
        return "the words of the time were read as another date" if overlap(gold.time, other.time) > 0 else "another time of the sentence was taken"
    if event is not None and event.when is not None and event.time is None:
        return f"its own time was missed ({event.when.basis})" if gold.time is not None else f"no time in its sentence ({event.when.basis})"
    return "a time was taken that is not its own"



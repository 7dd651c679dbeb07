# SPDX-License-Identifier: Apache-2.0
"""What was missed and what was found falsely, each with its likeliest cause, so that the next fix is easy to choose."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Literal, TypeVar

from rasid.annotations import AnnotatedClaim, AnnotatedDocument, AnnotatedEvent, Range
from rasid.evals.matching import HALF, claim_worth, overlap, pair_off
from rasid.evals.metrics import event_pairs
from rasid.evals.sentences import SentenceIndex
from rasid.records import Record

T = TypeVar("T")

MissKind = Literal["missed event", "false event", "missed claim", "false claim"]
Cause = Literal[
    "no trigger found",
    "wrong type",
    "wrong trigger",
    "wrong sentence",
    "no cue",
    "wrong act",
    "wrong source",
    "wrong content",
    "false",
]
# A trigger one sentence off is mostly a restatement that was taken for the news; farther off it is another happening.
_NEAR_SENTENCES: Final = 1


class Miss(Record, frozen=True, kw_only=True):
    """One gold thing that was not found, or one found thing that is not in the gold."""

    document: str
    kind: MissKind
    cause: Cause
    label: str
    """Event type or act."""
    words: str
    """Trigger, or source and content."""
    instead: str = ""
    """What was found in its place, for the missed."""


def find_misses(gold: Iterable[AnnotatedDocument], predicted: Mapping[str, AnnotatedDocument]) -> Iterator[Miss]:
    """Yield what `rasid.evals.score` counts as missed and as false, in the order of the gold documents."""
    for document in gold:
        found = predicted.get(document.id, AnnotatedDocument(id=document.id))
        yield from _event_misses(document, found.events)
        yield from _claim_misses(document, found.claims)


def _event_misses(gold: AnnotatedDocument, predicted: Sequence[AnnotatedEvent]) -> Iterator[Miss]:
    pairs = event_pairs(gold, predicted)
    missed = _without(gold.events, {left for left, _ in pairs})
    spare = _without(predicted, {right for _, right in pairs})
    sentences = SentenceIndex(gold.text)
    explained: dict[int, Cause] = {}
    for event in missed:
        cause, by = _event_cause(event, spare, sentences)
        instead = ""
        if by is not None:
            explained.setdefault(by, cause)
            instead = f"{spare[by].type}: {_words(gold.text, spare[by].trigger)}"
        yield Miss(
            document=gold.id,
            kind="missed event",
            cause=cause,
            label=event.type,
            words=_words(gold.text, event.trigger),
            instead=instead,
        )
    for number, event in enumerate(spare):
        yield Miss(
            document=gold.id,
            kind="false event",
            cause=explained.get(number, "false"),
            label=event.type,
            words=_words(gold.text, event.trigger),
        )


def _event_cause(
    event: AnnotatedEvent, spare: Sequence[AnnotatedEvent], sentences: SentenceIndex
) -> tuple[Cause, int | None]:
    """Return why an event was missed, and the number of the unpaired prediction that shows it."""
    here = sentences.at(event.trigger[0])
    for number, other in enumerate(spare):
        if overlap(event.trigger, other.trigger) > 0:
            return ("wrong type" if event.type != other.type else "wrong sentence"), number
    for number, other in enumerate(spare):
        if event.type == other.type and sentences.at(other.trigger[0]) == here:
            return "wrong trigger", number
    for number, other in enumerate(spare):
        if event.type == other.type and abs(sentences.at(other.trigger[0]) - here) <= _NEAR_SENTENCES:
            return "wrong sentence", number
    return "no trigger found", None


def _claim_misses(gold: AnnotatedDocument, predicted: Sequence[AnnotatedClaim]) -> Iterator[Miss]:
    pairs = pair_off(gold.claims, predicted, claim_worth)
    missed = _without(gold.claims, {left for left, _ in pairs})
    spare = _without(predicted, {right for _, right in pairs})
    explained: dict[int, Cause] = {}
    for claim in missed:
        cause, by = _claim_cause(claim, spare)
        instead = ""
        if by is not None:
            explained.setdefault(by, cause)
            instead = f"{spare[by].act}: {_claim_words(gold.text, spare[by])}"
        yield Miss(
            document=gold.id,
            kind="missed claim",
            cause=cause,
            label=claim.act,
            words=_claim_words(gold.text, claim),
            instead=instead,
        )
    for number, claim in enumerate(spare):
        yield Miss(
            document=gold.id,
            kind="false claim",
            cause=explained.get(number, "false"),
            label=claim.act,
            words=_claim_words(gold.text, claim),
        )


def _claim_cause(claim: AnnotatedClaim, spare: Sequence[AnnotatedClaim]) -> tuple[Cause, int | None]:
    """Return why a claim was missed, and the number of the unpaired prediction with its cue that shows it."""
    with_cue = [(number, other) for number, other in enumerate(spare) if overlap(claim.cue, other.cue) > 0]
    if not with_cue:
        return "no cue", None
    # The prediction that is right in most is the one that was meant for this claim.
    number, nearest = max(with_cue, key=lambda one: _agreement(claim, one[1]))
    if claim.act != nearest.act:
        return "wrong act", number
    if overlap(claim.source, nearest.source) < HALF:
        return "wrong source", number
    return "wrong content", number


def _agreement(claim: AnnotatedClaim, other: AnnotatedClaim) -> tuple[int, float]:
    right = (
        claim.act == other.act,
        overlap(claim.source, other.source) >= HALF,
        overlap(claim.content, other.content) >= HALF,
    )
    return sum(right), overlap(claim.content, other.content)


def _without(things: Sequence[T], taken: set[int]) -> list[T]:
    return [thing for number, thing in enumerate(things) if number not in taken]


def _claim_words(text: str, claim: AnnotatedClaim) -> str:
    return f"{_words(text, claim.source)} | {_words(text, claim.cue)} | {_words(text, claim.content)}"


def _words(text: str, span: Range | None) -> str:
    return "" if span is None else " ".join(text[span[0] : span[1]].split())

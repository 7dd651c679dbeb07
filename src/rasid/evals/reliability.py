# SPDX-License-Identifier: Apache-2.0
"""Are scores probabilities: of the events scored 0.8, how many are right."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from rasid.annotations import AnnotatedDocument, AnnotatedEvent
from rasid.evals.matching import overlap
from rasid.records import Record

_BINS: Final = 10
_DIGITS: Final = 4


class Bin(Record, frozen=True, kw_only=True):
    """The events whose score lies in [low, high); the last bin holds 1 too."""

    low: float
    high: float
    events: int
    right: int
    mean_score: float

    @property
    def share_right(self) -> float:
        """The share of right ones; 0 in an empty bin."""
        return self.right / self.events if self.events else 0.0

    @property
    def margin(self) -> float:
        """Half the width of the interval that 95 in 100 samples of this size and score fall in (normal approximation)."""
        return 1.96 * (self.mean_score * (1 - self.mean_score) / self.events) ** 0.5 if self.events else 0.0


class Reliability(Record, frozen=True, kw_only=True):
    """How far scores are the shares of right events."""

    events: int
    right: int
    brier: float
    """Mean square of score less outcome: 0 is perfect, p(1 - p) is what a constant p reaches."""
    error: float
    """Expected calibration error: the distance of mean score and share right, averaged over the events of all bins."""
    bins: tuple[Bin, ...]


Judged = tuple[float, bool]
"""A score and whether the event was right."""


def is_right(event: AnnotatedEvent, gold: Sequence[AnnotatedEvent]) -> bool:
    """Return whether the gold has an event of the same type whose trigger overlaps; such two share their sentence."""
    return any(event.type == other.type and overlap(event.trigger, other.trigger) > 0 for other in gold)


def judged_events(gold: Iterable[AnnotatedDocument], predicted: Mapping[str, AnnotatedDocument]) -> Iterator[Judged]:
    """Yield the score of each predicted event of the gold documents and whether it is right; events without a score are passed over."""
    for document in gold:
        found = predicted.get(document.id)
        for event in found.events if found is not None else ():
            if event.score is not None:
                yield event.score, is_right(event, document.events)


def reliability(judged: Iterable[Judged]) -> Reliability:
    """Return the reliability table of scores, in ten bins of one width.

    Method: expected calibration error after Naeini, Cooper and Hauskrecht (2015); Brier (1950).
    """
    every = list(judged)
    bins = tuple(_bin(number, every) for number in range(_BINS))
    total = max(1, len(every))
    return Reliability(
        events=len(every),
        right=sum(right for _, right in every),
        brier=round(sum((score - right) ** 2 for score, right in every) / total, _DIGITS),
        error=round(sum(abs(one.mean_score * one.events - one.right) for one in bins) / total, _DIGITS),
        bins=bins,
    )


def _bin(number: int, judged: Sequence[Judged]) -> Bin:
    inside = [(score, right) for score, right in judged if min(int(score * _BINS), _BINS - 1) == number]
    return Bin(
        low=number / _BINS,
        high=(number + 1) / _BINS,
        events=len(inside),
        right=sum(right for _, right in inside),
        mean_score=sum(score for score, _ in inside) / len(inside) if inside else 0.0,
    )

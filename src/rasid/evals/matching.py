# SPDX-License-Identifier: Apache-2.0
"""When a predicted thing counts as a gold one, and how the two are paired off."""

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from rasid.annotations import AnnotatedClaim, AnnotatedCount, AnnotatedEvent, Range
from rasid.evals.sentences import SentenceIndex

T = TypeVar("T")

HALF: Final = 0.5
# A pair whose triggers share nothing but that is the only one of its type in the sentence, on both sides, still counts;
# it must never win against a pair whose triggers overlap.
_ONLY_ONE: Final = 0.01


def overlap(left: Range | None, right: Range | None) -> float:
    """Return the shared code points as a share of the shorter range; 0 where one is missing."""
    if left is None or right is None:
        return 0.0
    shared = min(left[1], right[1]) - max(left[0], right[0])
    shorter = min(left[1] - left[0], right[1] - right[0])
    return max(0, shared) / max(1, shorter)


def pair_off(gold: Sequence[T], predicted: Sequence[T], value: Callable[[T, T], float]) -> list[tuple[int, int]]:
    """Return indices of pairs, best value first, each thing at most once; things of value 0 never pair.

    Ties go to the earlier gold thing, then to the earlier predicted one, so the result does not depend on chance.
    """
    worth = [
        (-found, left, right)
        for left, one in enumerate(gold)
        for right, other in enumerate(predicted)
        if (found := value(one, other)) > 0
    ]
    taken_gold: set[int] = set()
    taken_predicted: set[int] = set()
    pairs: list[tuple[int, int]] = []
    for _, left, right in sorted(worth):
        if left not in taken_gold and right not in taken_predicted:
            taken_gold.add(left)
            taken_predicted.add(right)
            pairs.append((left, right))
    return pairs


class EventMatch:
    """Worth of an event pair: same sentence, same type, triggers that overlap or are alone of their type there."""

    def __init__(
        self, sentences: SentenceIndex, gold: Sequence[AnnotatedEvent], predicted: Sequence[AnnotatedEvent]
    ) -> None:
        self._sentences = sentences
        self._gold = Counter(map(self._key, gold))
        self._predicted = Counter(map(self._key, predicted))

    def __call__(self, gold: AnnotatedEvent, predicted: AnnotatedEvent) -> float:
        """Return how far the triggers overlap, a little where they are the only ones, 0 where the two are no pair."""
        key = self._key(gold)
        if key != self._key(predicted):
            return 0.0
        alone = self._gold[key] == 1 and self._predicted[key] == 1
        return overlap(gold.trigger, predicted.trigger) or (_ONLY_ONE if alone else 0.0)

    def _key(self, event: AnnotatedEvent) -> tuple[int, str]:
        return self._sentences.at(event.trigger[0]), event.type


def trigger_worth(gold: AnnotatedEvent, predicted: AnnotatedEvent) -> float:
    """Return how far two triggers overlap, whatever their types."""
    return overlap(gold.trigger, predicted.trigger)


def span_worth(gold: Range, predicted: Range) -> float:
    """Return how far two arguments overlap, or 0 below half."""
    return _at_least_half(overlap(gold, predicted))


def count_worth(gold: AnnotatedCount, predicted: AnnotatedCount) -> float:
    """Return 1 for numbers of one kind with the same lower end."""
    return float(gold.what == predicted.what and gold.low == predicted.low)


def claim_worth(gold: AnnotatedClaim, predicted: AnnotatedClaim) -> float:
    """Return how far the contents overlap, where act and source agree and half of the shorter content is shared."""
    if gold.act != predicted.act or overlap(gold.source, predicted.source) < HALF:
        return 0.0
    return _at_least_half(overlap(gold.content, predicted.content))


def source_worth(gold: AnnotatedClaim, predicted: AnnotatedClaim) -> float:
    """Return how far the sources overlap, where the cues touch; act and content do not matter."""
    if overlap(gold.cue, predicted.cue) <= 0:
        return 0.0
    return _at_least_half(overlap(gold.source, predicted.source))


def _at_least_half(share: float) -> float:
    return share if share >= HALF else 0.0

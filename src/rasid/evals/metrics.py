# SPDX-License-Identifier: Apache-2.0
"""Precision, recall and F1 of events, arguments, counts and claims, and the accuracy of dates and targets."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal, get_args

from rasid.annotations import AnnotatedClaim, AnnotatedDocument, AnnotatedEvent, Range
from rasid.evals.matching import (
    HALF,
    EventMatch,
    claim_worth,
    count_worth,
    overlap,
    pair_off,
    source_worth,
    span_worth,
    trigger_worth,
)
from rasid.evals.sentences import SentenceIndex
from rasid.records import Record

ScoredRole = Literal["actor", "target", "place", "origin", "destination"]
ROLES: Final[tuple[ScoredRole, ...]] = get_args(ScoredRole)
_DIGITS: Final = 4


class Row(Record, frozen=True, kw_only=True):
    """One measure: how many were right, of how many gold and predicted."""

    precision: float
    recall: float
    f1: float
    tp: int
    gold: int
    predicted: int


class Scores(Record, frozen=True, kw_only=True):
    """All measures of one system on one gold file."""

    event: Row
    """Same sentence and type, triggers that overlap."""
    event_trigger_only: Row
    """Triggers that overlap, whatever the type."""
    event_with_factuality: Row
    argument: Row
    """Over all roles; a missed event misses all its arguments."""
    argument_actor: Row
    argument_target: Row
    argument_place: Row
    argument_origin: Row
    argument_destination: Row
    count: Row
    claim: Row
    """Same act, source and half of the content."""
    claim_source_and_cue: Row
    claim_via: Row
    date_accuracy: float | None
    """Among found events that have a gold date."""
    claim_target_accuracy: float | None
    """Among found claims that have a gold target."""
    by_type: dict[str, Row]
    """Event rows by type."""


def measure_of(scores: Scores, name: str) -> float | None:
    """Return the F1 of a measure, or the accuracy where it is one; None where there is nothing to measure, or for `by_type`."""
    value = getattr(scores, name)
    if isinstance(value, Row):
        return value.f1
    return value if isinstance(value, float) else None


class Tally:
    """Adds up what was right, gold and predicted, by name."""

    def __init__(self) -> None:
        self._right: Counter[str] = Counter()
        self._gold: Counter[str] = Counter()
        self._predicted: Counter[str] = Counter()

    def add(self, name: str, *, right: int = 0, gold: int = 0, predicted: int = 0) -> None:
        """Add to the three counts of a name."""
        self._right[name] += right
        self._gold[name] += gold
        self._predicted[name] += predicted

    def names(self) -> list[str]:
        """Return the names seen, sorted."""
        return sorted(self._gold)

    def row(self, name: str) -> Row:
        """Return the measures of a name; a share of nothing is 0."""
        right, gold, predicted = self._right[name], self._gold[name], self._predicted[name]
        precision = right / predicted if predicted else 0.0
        recall = right / gold if gold else 0.0
        total = precision + recall
        return Row(
            precision=round(precision, _DIGITS),
            recall=round(recall, _DIGITS),
            f1=round(2 * precision * recall / total, _DIGITS) if total else 0.0,
            tp=right,
            gold=gold,
            predicted=predicted,
        )

    def accuracy(self, name: str) -> float | None:
        """Return the share of right among gold, None where there is no gold."""
        return round(self._right[name] / self._gold[name], _DIGITS) if self._gold[name] else None


def score(gold: Iterable[AnnotatedDocument], predicted: Mapping[str, AnnotatedDocument]) -> Scores:
    """Return the scores of predictions against gold.

    Args:
        gold: With texts; each document counts once for every time it is given.
        predicted: By document id; a document that is not there counts as one with no events and claims. Documents
            that the gold does not know are passed over.

    Returns:
        All measures, rounded to four digits.
    """
    tally, types = Tally(), Tally()
    for document in gold:
        found = predicted.get(document.id, AnnotatedDocument(id=document.id))
        _add_events(tally, types, document, found.events)
        _add_claims(tally, document.claims, found.claims)
    return _scores(tally, types)


def event_pairs(gold: AnnotatedDocument, predicted: Sequence[AnnotatedEvent]) -> list[tuple[int, int]]:
    """Return indices of the gold and predicted events that count as one."""
    match = EventMatch(SentenceIndex(gold.text), gold.events, predicted)
    return pair_off(gold.events, predicted, match)


def _add_events(tally: Tally, types: Tally, gold: AnnotatedDocument, predicted: Sequence[AnnotatedEvent]) -> None:
    pairs = [(gold.events[left], predicted[right]) for left, right in event_pairs(gold, predicted)]
    totals = {"gold": len(gold.events), "predicted": len(predicted)}
    tally.add("event", right=len(pairs), **totals)
    tally.add("event_trigger_only", right=len(pair_off(gold.events, predicted, trigger_worth)), **totals)
    tally.add("event_with_factuality", right=sum(a.factuality == b.factuality for a, b in pairs), **totals)
    for event in gold.events:
        types.add(event.type, gold=1)
    for event in predicted:
        types.add(event.type, predicted=1)
    for event, _ in pairs:
        types.add(event.type, right=1)
    for role in ROLES:
        _add_role(tally, role, pairs, gold.events, predicted)
    _add_details(tally, pairs, gold.events, predicted)


def _add_role(
    tally: Tally,
    role: ScoredRole,
    pairs: Sequence[tuple[AnnotatedEvent, AnnotatedEvent]],
    gold: Sequence[AnnotatedEvent],
    predicted: Sequence[AnnotatedEvent],
) -> None:
    right = sum(len(pair_off(spans_of(a, role), spans_of(b, role), span_worth)) for a, b in pairs)
    totals = {
        "gold": sum(len(spans_of(event, role)) for event in gold),
        "predicted": sum(len(spans_of(event, role)) for event in predicted),
    }
    tally.add("argument", right=right, **totals)
    tally.add(f"argument_{role}", right=right, **totals)


def spans_of(event: AnnotatedEvent, role: ScoredRole) -> tuple[Range, ...]:
    """Return the spans of an event in one role."""
    spans: tuple[Range, ...] = getattr(event, role)
    return spans


def _add_details(
    tally: Tally,
    pairs: Sequence[tuple[AnnotatedEvent, AnnotatedEvent]],
    gold: Sequence[AnnotatedEvent],
    predicted: Sequence[AnnotatedEvent],
) -> None:
    tally.add(
        "count",
        right=sum(len(pair_off(a.counts, b.counts, count_worth)) for a, b in pairs),
        gold=sum(len(event.counts) for event in gold),
        predicted=sum(len(event.counts) for event in predicted),
    )
    dated = [(a, b) for a, b in pairs if a.date]
    tally.add("date", right=sum(a.date == b.date for a, b in dated), gold=len(dated))


def _add_claims(tally: Tally, gold: Sequence[AnnotatedClaim], predicted: Sequence[AnnotatedClaim]) -> None:
    pairs = [(gold[left], predicted[right]) for left, right in pair_off(gold, predicted, claim_worth)]
    totals = {"gold": len(gold), "predicted": len(predicted)}
    tally.add("claim", right=len(pairs), **totals)
    tally.add("claim_source_and_cue", right=len(pair_off(gold, predicted, source_worth)), **totals)
    tally.add(
        "claim_via",
        right=sum(len(pair_off(a.via, b.via, span_worth)) for a, b in pairs),
        gold=sum(len(claim.via) for claim in gold),
        predicted=sum(len(claim.via) for claim in predicted),
    )
    aimed = [(a, b) for a, b in pairs if a.target]
    tally.add("claim_target", right=sum(overlap(a.target, b.target) >= HALF for a, b in aimed), gold=len(aimed))


def _scores(tally: Tally, types: Tally) -> Scores:
    return Scores(
        event=tally.row("event"),
        event_trigger_only=tally.row("event_trigger_only"),
        event_with_factuality=tally.row("event_with_factuality"),
        argument=tally.row("argument"),
        argument_actor=tally.row("argument_actor"),
        argument_target=tally.row("argument_target"),
        argument_place=tally.row("argument_place"),
        argument_origin=tally.row("argument_origin"),
        argument_destination=tally.row("argument_destination"),
        count=tally.row("count"),
        claim=tally.row("claim"),
        claim_source_and_cue=tally.row("claim_source_and_cue"),
        claim_via=tally.row("claim_via"),
        date_accuracy=tally.accuracy("date"),
        claim_target_accuracy=tally.accuracy("claim_target"),
        by_type={name: types.row(name) for name in types.names()},
    )

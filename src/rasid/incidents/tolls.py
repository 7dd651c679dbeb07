# SPDX-License-Identifier: Apache-2.0
"""How many people an incident killed or hurt, from every number told of it."""

from collections.abc import Iterable, Sequence

from rasid.records import Citation, CountKind, Document, Event, Quantity, Tally, ToldNumber


def tally(document: Document, events: Iterable[Event], what: CountKind) -> Tally | None:
    """Return the range of one kind of number over the events of an incident, or None where none is told.

    The numbers of one event belong together: `a woman and two children` are three. A smaller number for single persons
    beside a greater one is some of those, no rival: it stays among `told`, as a part.
    """
    wholes: list[tuple[int, int | None, tuple[Quantity, ...], Event]] = []
    for event in events:
        counted = _distinct(quantity for quantity in event.counts if quantity.what == what)
        if counted:
            low = sum(quantity.low for quantity in counted)
            high = None if any(quantity.high is None for quantity in counted) else sum(quantity.high or 0 for quantity in counted)
            wholes.append((low, high, counted, event))
    if not wholes:
        return None
    top = max(low for low, _, _, _ in wholes)
    told: list[ToldNumber] = []
    ranges: list[tuple[int, int | None]] = []
    for low, high, counted, event in wholes:
        part = high is not None and high < top and _is_single(counted, document)
        if not part:
            ranges.append((low, high))
        told += [
            ToldNumber(low=q.low, high=q.high, exact=q.exact, citation=Citation(document_id=document.id, span=q.span, record_id=event.id), part=part)
            for q in counted
        ]
    lowest = min(low for low, _ in ranges)
    highest = None if any(high is None for _, high in ranges) else max(high or 0 for _, high in ranges)
    return Tally(low=lowest, high=highest, told=tuple(dict.fromkeys(told)))


def _distinct(quantities: Iterable[Quantity]) -> tuple[Quantity, ...]:
    return tuple({quantity.span: quantity for quantity in quantities}.values())


def _is_single(counted: Sequence[Quantity], document: Document) -> bool:
    """Return whether numbers are of single persons told in words (`a child`), not a number that was counted."""
    return all(quantity.high == 1 and not any(letter.isdigit() for letter in quantity.span.of(document.text)) for quantity in counted)

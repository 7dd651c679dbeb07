# SPDX-License-Identifier: Apache-2.0
"""How many people an incident killed or hurt, from every number told of it."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from msgspec.structs import replace

from rasid.incidents.victims import lone_victims, unnumbered
from rasid.records import Citation, CountKind, Document, Event, Quantity, Span, Tally, ToldNumber

_SEVERAL: Final = 2


def tally(document: Document, events: Iterable[Event], what: CountKind) -> Tally | None:
    """Return the range of one kind of number over the events of an incident, or None where none is told.

    The numbers of one event belong together: `a woman and two children` are three. A smaller number for single persons
    beside a greater one is some of those, no rival: it stays among `told`, as a part. `سقط قتلى` gives a range without an
    end, and nothing where somebody says how many.
    """
    events = tuple(events)
    wholes = [whole for whole in (_whole(document, event, what) for event in events) if whole.told]
    if not wholes:
        vague = [(event, span) for event in events if (span := unnumbered(document, event, what)) is not None]
        told = tuple(_told(document, event, span, low=_SEVERAL, high=None, exact=False) for event, span in vague)
        return Tally(low=_SEVERAL, high=None, told=told) if told else None
    top = max(whole.low for whole in wholes)
    parts = [whole.high is not None and whole.high < top and whole.single for whole in wholes]
    kept = [whole for whole, part in zip(wholes, parts, strict=True) if not part]
    numbers = [replace(number, part=part) for whole, part in zip(wholes, parts, strict=True) for number in whole.told]
    return Tally(
        low=min(whole.low for whole in kept),
        high=None if any(whole.high is None for whole in kept) else max(whole.high or 0 for whole in kept),
        told=tuple(dict.fromkeys(numbers)),
    )


class _Whole(NamedTuple):
    """What one event tells of one kind, added up."""

    low: int
    high: int | None
    told: tuple[ToldNumber, ...]
    single: bool
    """True where all are single persons told in words, none a number that somebody counted."""


def _whole(document: Document, event: Event, what: CountKind) -> _Whole:
    counted = tuple({quantity.span: quantity for quantity in event.counts if quantity.what == what}.values())
    lone = tuple(dict.fromkeys(lone_victims(document, event, what)))
    told = [_told(document, event, quantity.span, low=quantity.low, high=quantity.high, exact=quantity.exact) for quantity in counted]
    told += [_told(document, event, span, low=1, high=1, exact=True) for span in lone]
    return _Whole(
        low=sum(number.low for number in told),
        high=None if any(number.high is None for number in told) else sum(number.high or 0 for number in told),
        told=tuple(told),
        single=all(quantity.high == 1 and not _has_digits(document, quantity) for quantity in counted),
    )


def _told(document: Document, event: Event, span: Span, *, low: int, high: int | None, exact: bool) -> ToldNumber:
    return ToldNumber(low=low, high=high, exact=exact, citation=Citation(document_id=document.id, span=span, record_id=event.id))


def _has_digits(document: Document, quantity: Quantity) -> bool:
    return any(letter.isdigit() for letter in quantity.span.of(document.text))

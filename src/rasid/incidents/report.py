# SPDX-License-Identifier: Apache-2.0
"""The incidents that one report tells of."""

from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from rasid.ids import IncidentId, make_id
from rasid.incidents.culprits import find_culprits, responsibility
from rasid.incidents.spots import best_place, other_places
from rasid.incidents.tellings import Telling, group_events
from rasid.incidents.tolls import tally
from rasid.records import Citation, CodedDocument, Event, Incident, IncidentOrigin, Interval, OccurrenceGrade, Place


def report_incidents(coded: CodedDocument) -> tuple[Incident, ...]:
    """Return what one report tells happened, the incident that it is about first.

    Args:
        coded: With events and claims, places resolved.

    Returns:
        Each event stands in one incident or, where it tells of plans, talks or nothing with a place or day, in none.
    """
    groups = group_events(coded.events)
    ranked = sorted(enumerate(groups), key=lambda item: (*_weight(item[1]), item[0]))
    return tuple([_incident(coded, group) for _, group in ranked])


def _weight(group: Telling) -> tuple[float, ...]:
    """Return what a report is about: news before what is known, and what somebody died of before the rest; else the order of the text."""
    news = any(event.telling == "reported" for event in group.events)
    dead = any(quantity.what == "killed" and quantity.low for event in group.events for quantity in event.counts)
    return (-news, -dead)


def _incident(coded: CodedDocument, group: Telling) -> Incident:
    events, document = group.events, coded.document
    place = best_place(group.places)
    ids = {event.id for event in events}
    claims = [claim for claim in coded.claims if not ids.isdisjoint(claim.events)]
    types = Counter(event.type for event in events)
    told = Incident(
        id=IncidentId(make_id("in", *sorted(ids))),
        documents=(document.id,),
        types=tuple(sorted(types, key=lambda name: (-types[name], name))),
        events=tuple([event.id for event in events]),
        claims=tuple([claim.id for claim in claims]),
        date=_date(group),
        place=place,
        places=other_places(place, _named(events)),
        killed=tally(document, events, "killed"),
        wounded=tally(document, events, "wounded"),
        grade=_grade(group),
        citations=tuple([Citation(document_id=document.id, span=event.trigger, record_id=event.id) for event in events]),
    )
    told = replace(told, culprits=find_culprits(coded, told))
    return replace(told, responsibility=responsibility([told], [IncidentOrigin(documents=told.documents)]))


def _named(events: Sequence[Event]) -> list[Place]:
    """Return the places of events, the wider ones that the words name beside the exact ones among them."""
    return [argument.place for event in events for argument in event.arguments if argument.role == "place" and argument.place is not None]


def _date(group: Telling) -> Interval | None:
    """Return the most exact date of a group; what its own words say comes before what was taken over or the day of publication."""
    order = ("absolute", "relative", "inherited", "published")
    dates = [event.when for event in group.events if event.when is not None]
    return min(dates, key=lambda when: (order.index(when.basis) // 2, when.precision), default=None)


def _grade(group: Telling) -> OccurrenceGrade:
    moods = {event.factuality for event in group.events}
    if moods == {"denied"}:
        return "denied"
    return "feared" if moods == {"possible"} else "single_origin"



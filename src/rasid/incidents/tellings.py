# SPDX-License-Identifier: Apache-2.0
"""Which events of one report tell of one thing that happened."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from rasid.incidents.spots import is_exact, may_be_one
from rasid.knowledge.assessment import family_of
from rasid.records import Event, Interval, Place

# Families of types that tell of one incident together: an attack, who died of it, what it destroyed, who fled.
_VIOLENCE: Final = "violence"
_TOGETHER: Final = {"attack": _VIOLENCE, "killing": _VIOLENCE, "movement": _VIOLENCE, "destruction": _VIOLENCE}
# Types that tell of positions and talks, not of something that happened at a place on a day.
_NO_INCIDENT: Final = frozenset({"politics", "strength", "halt"})
_NEXT_DAY: Final = 1  # a night has two dates
_NEAR_SENTENCES: Final = 3
"""So far back an event without place and day of its own may go on telling of the last one."""


class Telling:
    """Events of one report that tell of one thing, in the order of the text."""

    def __init__(self, event: Event) -> None:
        self.events: list[Event] = [event]

    @property
    def kind(self) -> str:
        """What its events are of: violence, custody ..."""
        return kind_of(self.events[0].type)

    @property
    def places(self) -> list[Place]:
        """The places of its events, one an event."""
        return [event.where for event in self.events if event.where is not None]

    @property
    def days(self) -> list[Interval]:
        """The dates of its events that their own words give."""
        return [event.when for event in self.events if event.when is not None and event.when.basis != "published"]

    def admits(self, event: Event) -> bool:
        """Return whether nothing stands against an event being of this."""
        if kind_of(event.type) != self.kind:
            return False
        if not _days_meet(event, self.events):
            return False
        own = event.where
        if own is not None and self.places:
            return all(may_be_one(own, place) for place in self.places)
        return event.sentence - self.events[-1].sentence <= _NEAR_SENTENCES

    def shares(self, event: Event) -> bool:
        """Return whether an event has the exact place of this."""
        own = event.where
        return own is not None and is_exact(own) and any(is_exact(place) and may_be_one(own, place) for place in self.places)


def kind_of(event_type: str) -> str:
    """Return what kind of incident a type of event is of."""
    family = family_of(event_type)
    return _TOGETHER.get(family, family)


def group_events(events: Sequence[Event]) -> list[Telling]:
    """Return the events of one report in groups that tell of one thing each, in the order of the text.

    What is told as known (`the victims of the shelling`) joins what is told as news, and stands by itself only where the
    report has no news or the words give it a place and a day of its own.
    """
    wanted = [event for event in events if family_of(event.type) not in _NO_INCIDENT and event.factuality not in {"planned", "possible"}]
    if not wanted:
        wanted = [event for event in events if family_of(event.type) not in _NO_INCIDENT and event.factuality == "possible"]
    news = [event for event in wanted if event.telling == "reported"]
    groups: list[Telling] = []
    for event in news or wanted:
        _put(event, groups, opens=True)
    if news:
        for event in wanted:
            if event.telling != "reported":
                _put(event, groups, opens=event.telling == "background" and _stands_alone(event))
    for group in groups:
        group.events.sort(key=lambda event: event.trigger)
    return sorted(groups, key=lambda group: group.events[0].trigger)


def _put(event: Event, groups: list[Telling], *, opens: bool) -> None:
    before = sorted(groups, key=lambda group: abs(group.events[-1].trigger.start - event.trigger.start))
    fitting = [group for group in before if group.admits(event)]
    found = next((group for group in fitting if group.shares(event)), fitting[0] if fitting else None)
    if found is not None:
        found.events.append(event)
    elif opens:
        groups.append(Telling(event))


def _stands_alone(event: Event) -> bool:
    own_day = event.when is not None and event.when.basis in {"absolute", "relative"}
    return own_day and event.where is not None and is_exact(event.where)


def _days_meet(event: Event, others: Iterable[Event]) -> bool:
    own = event.when
    return own is None or all(other.when is None or _meet(own, other.when) for other in others)


def _meet(one: Interval, other: Interval) -> bool:
    if {one.basis, other.basis} & {"published"}:
        return True
    gap = max((_day(one.start) - _day(other.end)).days, (_day(other.start) - _day(one.end)).days)
    return gap <= _NEXT_DAY


def _day(text: str) -> date:
    return date.fromisoformat(text)

# SPDX-License-Identifier: Apache-2.0
"""Which events may be about one matter: a looser tie than one happening, for disputes and judgements."""

from collections.abc import Iterable

from rasid.assess.nearness import days_between, place_key, places_differ
from rasid.assess.reading import Told, by_date

# Sources that speak of one matter in other words do so within days of each other; without dates in the text the days
# of publication have to do, and they lag.
_DATED_DAYS = 7
_PUBLISHED_DAYS = 30

LEAVING_CUSTODY = "leaving_custody"
"""Kin of escapes and releases: one matter in rival words."""


def is_one_matter(a: Told, b: Told) -> bool:
    """Return whether neither place nor date stands against two events being about one matter."""
    if places_differ(a.event.where, b.event.where):
        return False
    if not (a.day and b.day):
        place = place_key(a.event.where)
        return a.document.id == b.document.id or (place is not None and place == place_key(b.event.where))
    days = _DATED_DAYS if a.date and b.date else _PUBLISHED_DAYS
    return days_between(a.day, b.day) <= days


def group_matters(told: Iterable[Told]) -> list[list[Told]]:
    """Return events in sets in which no two have a place or date against their being about one matter.

    The placed come first, so that what has no place joins the first matter that its date allows.
    """
    sets: list[list[Told]] = []
    for one in sorted(told, key=lambda t: (place_key(t.event.where) is None, by_date(t.day), t.event.id)):
        home = next((members for members in sets if all(is_one_matter(one, member) for member in members)), None)
        if home is None:
            sets.append([one])
        else:
            home.append(one)
    return sets

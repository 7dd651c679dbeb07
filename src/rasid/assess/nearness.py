# SPDX-License-Identifier: Apache-2.0
"""How near two places or two dates are, where either may be unknown."""

import re
from collections.abc import Sequence
from datetime import date

from rasid.records import Event, Place

# UCDP's precision: up to here a place is a district or less, and two names that differ are two places.
_FINE_PRECISION = 3
# How the coder says that a place is only the nearest one named, and that it came down from what was told before.
_NEAREST = "nearest"
_INHERITED = "inherited"
# ... and that other places of the text speak for the country of this one.
_SUPPORTED = "in the"
# A new clause: what is named in it is the place of what is told in it, not of what was told before.
_NEW_CLAUSE = re.compile(r"[،,؛;:.!؟?\n]|\bو\w|\band\b|\bbut\b|\bwhile\b")


def own_place(event: Event, text: str) -> Place | None:
    """Return the place of an event where its words tie the two; None where it is only a name that stands nearby.

    A place that the coder took for want of a better one is kept where it was named before the happening (texts name
    the place and go on) or behind it in the same clause. A country that merely stands near is never kept.
    """
    place = event.where
    if place is None:
        return None
    named = [
        a for a in event.arguments if a.role in ("place", "origin", "destination") and place.name in a.span.of(text)
    ]
    if not named or not any(word in named[0].reason for word in (_NEAREST, _INHERITED)):
        return place
    if place.precision > _FINE_PRECISION + 2:
        return None
    span = named[0].span
    if span.end <= event.trigger.start:
        return place
    return None if _NEW_CLAUSE.search(text[event.trigger.end : span.start]) else place


def is_far_guess(place: Place, countries: Sequence[str]) -> bool:
    """Return whether a place lies in a country that nothing else in its text speaks of, and only its name speaks for it.

    Args:
        place: What the coder took a name for.
        countries: Of all placed events of the text, that of this one among them.
    """
    if place.country is None or _SUPPORTED in place.reason:
        return False
    return countries.count(place.country) <= max(
        (countries.count(c) for c in set(countries) - {place.country}), default=0
    )


def place_key(place: Place | None) -> str | None:
    """Return the entity of a place, else its name; None for provinces and what is larger or unknown."""
    if place is None or place.precision > _FINE_PRECISION:
        return None
    return place.entity or place.name


def places_differ(a: Place | None, b: Place | None) -> bool:
    """Return whether two places are both known well enough and are not the same."""
    if a is None or b is None:
        return False
    if a.precision > _FINE_PRECISION or b.precision > _FINE_PRECISION:
        return bool(a.country and b.country and a.country != b.country)
    return (a.entity or a.name) != (b.entity or b.name)


def days_between(a: str | None, b: str | None) -> int:
    """Return the days between two ISO dates; 0 where one is unknown, since nothing then speaks against it."""
    try:
        return abs((date.fromisoformat((a or "")[:10]) - date.fromisoformat((b or "")[:10])).days)
    except ValueError:
        return 0

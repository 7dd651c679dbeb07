# SPDX-License-Identifier: Apache-2.0
"""How near two places or two dates are, where either may be unknown."""

from datetime import date

from rasid.records import Place

# UCDP's precision: up to here a place is a district or less, and two names that differ are two places.
_FINE_PRECISION = 3


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

# SPDX-License-Identifier: Apache-2.0
"""Whether two places that a report names may be one spot, and which of several says most exactly where."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from rasid.knowledge.distance import km_between
from rasid.records import Place

_EXACT: Final = 2  # UCDP's where_prec: up to here a place is a spot, beyond it an area
_PROVINCE: Final = 4
_ONE_SPOT_KM: Final = 6.0
"""Two names so near are one spot: a village and the farm by it, a town and its quarter."""

_REACH_KM: Final = {1: 3.0, 2: 25.0, 3: 30.0}


def is_exact(place: Place) -> bool:
    """Return whether a place is a spot with a point, not an area."""
    return place.precision <= _EXACT and place.latitude is not None


def may_be_one(one: Place, other: Place) -> bool:
    """Return whether two places may be the same: near spots, or an area and what may lie in it."""
    if one.entity is not None and one.entity == other.entity:
        return True
    if one.country and other.country and one.country != other.country:
        return False
    if is_exact(one) and is_exact(other):
        return apart_km(one, other) <= _ONE_SPOT_KM
    reach = _reach(one) + _reach(other)
    if reach and apart_km(one, other) > reach:
        return False
    if one.admin1 and other.admin1 and one.admin1 != other.admin1:
        return False
    unknown = [place for place in (one, other) if not place.country]
    return not unknown or one.name == other.name or any(place.precision > _EXACT for place in (one, other))


def place_key(place: Place) -> str:
    """Return by what a place is told from others: its entity, or its name where no list has it."""
    return place.entity or place.name


def best_place(places: Sequence[Place]) -> Place | None:
    """Return the most exact of some places; of equals the one named most often, then first."""
    if not places:
        return None
    often = Counter(place_key(place) for place in places)
    ranked = sorted(enumerate(places), key=lambda item: (_rank(item[1]), -often[place_key(item[1])], item[0]))
    return ranked[0][1]


def other_places(best: Place | None, places: Sequence[Place]) -> tuple[Place, ...]:
    """Return the places beside the best, each once, most exact first."""
    kept: dict[str, Place] = {}
    for place in sorted(places, key=_rank):
        kept.setdefault(place_key(place), place)
    return tuple([place for key, place in kept.items() if best is None or key != place_key(best)])


def _rank(place: Place) -> int:
    return min(place.precision, _EXACT) if is_exact(place) else _EXACT + place.precision


def _reach(place: Place) -> float:
    """Return how far a place reaches from its point, in kilometres; 0 where it has none, or is too wide for a circle."""
    if place.area is not None:
        return place.area.radius_km
    return _REACH_KM.get(place.precision, 0.0) if place.latitude is not None else 0.0


def apart_km(one: Place, other: Place) -> float:
    """Return how far two places lie from each other; 0 where one has no point."""
    points = [_point(place) for place in (one, other)]
    if points[0] is None or points[1] is None:
        return 0.0
    return km_between(*points[0], *points[1])


def _point(place: Place) -> tuple[float, float] | None:
    if place.area is not None:
        return place.area.latitude, place.area.longitude
    return None if place.latitude is None or place.longitude is None else (place.latitude, place.longitude)

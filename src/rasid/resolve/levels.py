# SPDX-License-Identifier: Apache-2.0
"""How exactly a place is handed on: its point, its district, or its province alone; camps, prisons and shelters never to the point."""

from math import floor
from typing import Final, Literal

from msgspec.structs import replace

from rasid.records import Place

Level = Literal["point", "district", "province"]

# Side of the grid that coarse points lie on, in degrees: some 230 square kilometres a cell at 36 north, near the 253 of an
# H3 cell of resolution 5. Snapping, unlike noise, gives nothing away on a second look.
GRID_DEGREES: Final = 0.15
GRID_RADIUS_KM: Final = 12
_SENSITIVE_KINDS: Final = frozenset({"camp", "prison", "site", "detention", "detention_facility", "hospital", "school", "shelter", "screening"})
_DISTRICT: Final = 3
_PROVINCE: Final = 4


def is_sensitive(place: Place) -> bool:
    """Return whether a place is one where people are held or shelter, and so not to be shown exactly."""
    return place.kind in _SENSITIVE_KINDS or (place.entity or "").startswith("site:")


def snap(degrees: float) -> float:
    """Return the middle of the grid cell that a coordinate falls into."""
    return round((floor(degrees / GRID_DEGREES) + 0.5) * GRID_DEGREES, 4)


def at_level(place: Place, level: Level) -> Place:
    """Return a place as it may be handed on.

    Args:
        place: As it was resolved.
        level: `point` keeps the point, but moves places of custody and shelter onto a grid; `district` moves all onto the
            grid and drops names finer than that; `province` keeps country and province.

    Returns:
        A place that says no more than its level, its precision no finer than what is left. Areas count as points.
    """
    if level == "province":
        return Place(
            name=place.admin1 or place.country or "", country=place.country, admin1=place.admin1,
            precision=max(place.precision, _PROVINCE), reason="coarsened to the province",
        )  # fmt: skip
    if level == "district":
        return replace(_snapped(place), precision=max(place.precision, _DISTRICT), candidates=(), reason="coarsened to the district")
    return _snapped(place) if is_sensitive(place) else place


def _snapped(place: Place) -> Place:
    area = None if place.area is None else replace(place.area, latitude=snap(place.area.latitude), longitude=snap(place.area.longitude))
    if place.latitude is None or place.longitude is None:
        return replace(place, area=area)
    return replace(place, latitude=snap(place.latitude), longitude=snap(place.longitude), precision=max(place.precision, 2), area=area)

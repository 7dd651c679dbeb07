# SPDX-License-Identifier: Apache-2.0
"""What the map shows: one point for each place, as exact as we may and can be."""

from collections import defaultdict
from dataclasses import dataclass

from rasid.records import Happening, Place
from rasid.resolve import levels
from rasid.resolve.levels import GRID_RADIUS_KM, snap

# Kilometres drawn around a point of each precision (after UCDP's where_prec); what is coarser is listed, not drawn.
RADIUS_KM = {1: 0, 2: 25, 3: 40, 4: 80}

@dataclass(frozen=True)
class Point:
    """One place on the map with the happenings told of it."""

    name: str
    latitude: float
    longitude: float
    radius_km: int
    precision: int
    coarsened: bool
    happenings: tuple[Happening, ...]


def is_sensitive(happening: Happening) -> bool:
    """Return whether a happening is at a camp, a prison or the like, and so not to be shown exactly."""
    where = happening.where
    return bool(happening.sites) or (where is not None and levels.is_sensitive(where))


def place_points(happenings: tuple[Happening, ...]) -> tuple[tuple[Point, ...], tuple[Happening, ...]]:
    """Return the points of the map and the happenings that cannot be put on it."""
    groups: dict[tuple[float, float, int, bool], list[Happening]] = defaultdict(list)
    unplaced: list[Happening] = []
    for happening in happenings:
        spot = _spot(happening.where, sensitive=is_sensitive(happening))
        if spot is None:
            unplaced.append(happening)
        else:
            groups[spot].append(happening)
    points = tuple(
        Point(
            # A coarsened point is named by its town only where no finer name was read.
            name=group[0].place or "",
            latitude=latitude,
            longitude=longitude,
            radius_km=GRID_RADIUS_KM if coarse and precision < 3 else RADIUS_KM[precision],  # noqa: PLR2004  # 3 is a district
            precision=precision,
            coarsened=coarse,
            happenings=tuple(group),
        )
        for (latitude, longitude, precision, coarse), group in groups.items()
    )
    return points, tuple(unplaced)


def group_unplaced(happenings: tuple[Happening, ...]) -> tuple[tuple[str, tuple[Happening, ...]], ...]:
    """Return the happenings off the map by the name of their place, most first; those without a name last."""
    groups: dict[str, list[Happening]] = defaultdict(list)
    for happening in happenings:
        groups[happening.place or ""].append(happening)
    order = sorted(groups, key=lambda name: (not name, -len(groups[name]), name))
    return tuple((name, tuple(groups[name])) for name in order)


def _spot(place: Place | None, *, sensitive: bool) -> tuple[float, float, int, bool] | None:
    """Return latitude, longitude, precision and whether coarsened; None where there is no point to draw."""
    if place is None or place.latitude is None or place.longitude is None or place.precision not in RADIUS_KM:
        return None
    if sensitive:
        return snap(place.latitude), snap(place.longitude), max(place.precision, 2), True
    return round(place.latitude, 3), round(place.longitude, 3), place.precision, False

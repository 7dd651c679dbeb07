# SPDX-License-Identifier: Apache-2.0
"""The shape of a place that words give by another one: `12 كم غرب تدمر`, `ريف حلب الشمالي`, `25 km north of Raqqa`."""

import re
from collections.abc import Iterable
from functools import cache
from math import atan2, cos, degrees, radians, sin
from typing import Final

from rasid.knowledge.load import read_tsv
from rasid.knowledge.name_index import fold_name
from rasid.records import Area, Record
from rasid.resolve.surroundings import word_keys

_NUMBER: Final = r"(?P<number>[0-9٠-٩۰-۹]{1,3}(?:[.,٫][0-9٠-٩]+)?)"
_UNIT: Final = r"(?P<unit>كيلو\s?متر\w*|كلم|كم|km|kms|kilomet\w+|miles?|ميل\w*)"
_OFFSET: Final = re.compile(rf"{_NUMBER}\s*{_UNIT}\b(?P<rest>[^.!?؟؛\n\d]*)$", re.IGNORECASE)
_REACH: Final = 64
_WORD: Final = re.compile(r"[^\W\d_]+")
_KM_PER_MILE: Final = 1.609
_EASTERN_DIGITS: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫", "01234567890123456789.")
_KM_PER_DEGREE: Final = 111.2
_LEAST_KM: Final = 3.0
_WAY_ERROR: Final = 0.3  # a distance told is one of roads, a direction one of eight


class Offset(Record, frozen=True, kw_only=True):
    """So many kilometres from a place, in a direction or in any."""

    km: float
    bearing: float | None
    words: str


def read_offset(text: str, start: int) -> Offset | None:
    """Return how far from a name the words before it put something: `على بعد 12 كم غرب (تدمر)`.

    Args:
        text: Of the document.
        start: Where the name begins.
    """
    found = _OFFSET.search(text[max(0, start - _REACH) : start])
    if found is None:
        return None
    rest = found["rest"]
    if "،" in rest or "," in rest:
        return None
    words = _WORD.findall(rest)
    number = float(found["number"].translate(_EASTERN_DIGITS).replace(",", "."))
    miles = found["unit"].startswith(("mil", "Mil", "ميل"))
    return Offset(km=number * (_KM_PER_MILE if miles else 1), bearing=bearing_of(words), words=found.group().strip())


def bearing_of(words: Iterable[str]) -> float | None:
    """Return the degrees that some words point to, clockwise from north; two directions meet in the middle."""
    known = _bearings()
    turns = [known[key] for word in words for key in word_keys(word) if key in known]
    if not turns:
        return None
    east, north = sum(sin(radians(turn)) for turn in turns), sum(cos(radians(turn)) for turn in turns)
    if abs(east) < 1e-6 and abs(north) < 1e-6:  # noqa: PLR2004  (north and south at once point nowhere)
        return None
    return round(degrees(atan2(east, north)) % 360, 1)


@cache
def _bearings() -> dict[str, float]:
    return {fold_name(row["word"]): float(row["degrees"]) for row in read_tsv("places/bearings.tsv")}


def at_offset(latitude: float, longitude: float, offset: Offset) -> Area:
    """Return the circle that an offset from a point leads to: beyond it where a direction is told, else around the point."""
    if offset.bearing is None:
        return Area(latitude=latitude, longitude=longitude, radius_km=max(_LEAST_KM, offset.km))
    return _moved(latitude, longitude, offset.bearing, offset.km, max(_LEAST_KM, offset.km * _WAY_ERROR))


def around(latitude: float, longitude: float, radius_km: float, bearing: float | None) -> Area:
    """Return the circle around a point, or the one on one side of it that fits into it."""
    if bearing is None:
        return Area(latitude=latitude, longitude=longitude, radius_km=radius_km)
    return _moved(latitude, longitude, bearing, radius_km / 2, radius_km / 2)


def _moved(latitude: float, longitude: float, bearing: float, km: float, radius_km: float) -> Area:
    north = latitude + km * cos(radians(bearing)) / _KM_PER_DEGREE
    east = longitude + km * sin(radians(bearing)) / (_KM_PER_DEGREE * cos(radians(latitude)))
    return Area(latitude=round(north, 4), longitude=round(east, 4), radius_km=round(radius_km, 1))

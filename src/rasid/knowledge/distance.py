# SPDX-License-Identifier: Apache-2.0
"""How far two points lie apart, on a plane that touches the globe at the first: exact enough for places of one region."""

from math import cos, hypot, radians
from typing import Final

_KM_PER_DEGREE: Final = 111.2


def km_between(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Return the distance of two points in kilometres; degrees in, longitudes not taken across the date line."""
    east = (longitude - other_longitude) * cos(radians(latitude))
    return _KM_PER_DEGREE * hypot(latitude - other_latitude, east)

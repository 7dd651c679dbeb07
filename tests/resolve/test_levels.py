# SPDX-License-Identifier: Apache-2.0
"""How exactly a place is handed on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.records import Area, Candidate, Place
from rasid.resolve.levels import GRID_DEGREES, Level, at_level, snap

TOWN = Place(name="منبج", entity="place:gn-1", name_en="Manbij", kind="town", country="SY", admin1="Aleppo", latitude=36.53, longitude=37.95, precision=1)
CAMP = Place(name="الهول", entity="site:hol", name_en="al-Hol", kind="camp", country="SY", admin1="Al-Hasakah", latitude=36.37, longitude=41.13, precision=1)


def test_a_town_keeps_its_point() -> None:
    assert at_level(TOWN, "point") == TOWN


def test_a_camp_never_has_its_point() -> None:
    handed = at_level(CAMP, "point")
    assert (handed.latitude, handed.longitude) == (snap(36.37), snap(41.13))
    assert handed.precision == 2
    assert handed.name == "الهول"


def test_a_district_is_a_cell_of_the_grid() -> None:
    handed = at_level(TOWN, "district")
    assert (handed.latitude, handed.longitude, handed.precision) == (snap(36.53), snap(37.95), 3)


@pytest.mark.parametrize("place", [TOWN, CAMP])
def test_a_province_has_neither_point_nor_name_nor_candidates(place: Place) -> None:
    handed = at_level(place, "province")
    assert (handed.name, handed.latitude, handed.area, handed.entity, handed.candidates, handed.precision) == (place.admin1, None, None, None, (), 4)


def test_an_area_is_moved_as_a_point_is() -> None:
    tied = Place(name="x", precision=3, area=Area(latitude=36.5, longitude=38.0, radius_km=25))
    handed = at_level(tied, "district").area
    assert handed is not None
    assert (handed.latitude, handed.longitude) == (snap(36.5), snap(38.0))


@given(st.floats(-89, 89), st.floats(-179, 179), st.integers(1, 7), st.sampled_from(["point", "district", "province"]))
def test_no_level_says_more_than_was_known(latitude: float, longitude: float, precision: int, level: Level) -> None:
    place = Place(name="x", kind="camp", latitude=latitude, longitude=longitude, precision=precision, candidates=(Candidate(entity="place:y", score=1.0),))
    handed = at_level(place, level)
    assert handed.precision >= precision
    if handed.latitude is not None:
        assert abs(handed.latitude - latitude) <= GRID_DEGREES / 2 + 1e-3
        assert (handed.latitude, handed.longitude) != (latitude, longitude) or snap(latitude) == latitude

# SPDX-License-Identifier: Apache-2.0
"""The measure of the gazetteer: events are weighed, distances are right, and the names to try are whole."""

import io

import pytest

from programs import EVALS, load_program

gazetteer = load_program(EVALS / "gazetteer.py")
GED = """where_prec,latitude,longitude,where_coordinates
1,36.00,37.00,Kafr Zeitun village
2,36.00,37.00,Kafr Zeitun village
1.0,36.50,37.50,Nowhere village
5,36.00,37.00,Aleppo governorate
"""


def test_only_precise_events_count_and_each_counts_one() -> None:
    events, names = gazetteer.battlefields(io.StringIO(GED))
    near = gazetteer.Near([gazetteer.Spot((36.01, 37.0), ("Kafr Zaytoun", "كفر زيتون"))])
    found = gazetteer.coverage(events, names, near)
    assert found == {"events": 3, "within_2_km": pytest.approx(2 / 3), "within_5_km": pytest.approx(2 / 3), "named_within_15_km": pytest.approx(2 / 3)}
    assert gazetteer.missing(events, names, near) == [(1, "Nowhere village", (36.5, 37.5))]


@pytest.mark.parametrize("point", [(36.0, 37.0), (36.049, 36.999), (-0.001, -0.001), (33.0, 35.99)])
def test_neighbours_are_found_across_cells(point: tuple[float, float]) -> None:
    north = (point[0] + 4 / 111.2, point[1])
    near = gazetteer.Near([gazetteer.Spot(north, ("x",))])
    assert list(near.within(point, 4.1))
    assert not list(near.within(point, 3.9))


def test_the_names_to_try_are_whole() -> None:
    lines = [line for line in gazetteer.NAMES.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    rows = [line.split("\t") for line in lines[1:]]
    assert {len(row) for row in rows} == {3}
    assert all(-90 <= float(row[1]) <= 90 and -180 <= float(row[2]) <= 180 for row in rows)
    assert len({name for row in rows for name in row[0].split("|")}) == sum(len(row[0].split("|")) for row in rows)


def test_most_spellings_lead_to_their_place() -> None:
    result = gazetteer.spellings()
    assert result["among_first_5"] >= 0.95
    assert result["first"] >= 0.9

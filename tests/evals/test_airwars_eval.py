# SPDX-License-Identifier: Apache-2.0
"""The measurement of places, days and tolls: what counts as a pin, and as right."""

import json
from pathlib import Path
from typing import Any

import pytest

from programs import EVALS, load_program

airwars = load_program(EVALS / "airwars.py")


def row(document: str, lat: float | None, lon: float | None, precision: int = 1, day: str | None = None) -> dict[str, Any]:
    date = None if day is None else {"start": day, "end": day}
    return {"documents": [document], "place": {"name": "x", "lat": lat, "lon": lon, "precision": precision, "reason": ""}, "date": date}


@pytest.fixture
def truth(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    incidents = [
        {"id": "i1", "date": "2021-09-08", "lat": 36.0, "lon": 38.0, "geo_precision": "village"},
        {"id": "i2", "date": "2021-09-09", "lat": 36.0, "lon": 38.0, "geo_precision": "province"},
    ]
    documents = [
        {"id": "a", "incident": "i1", "published": "2021-09-08"},
        {"id": "b", "incident": "i1", "published": None},
        {"id": "c", "incident": "i2", "published": None},
    ]
    for name, rows in (("INCIDENTS", incidents), ("DOCUMENTS", documents)):
        path = tmp_path / f"{name}.jsonl"
        path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
        monkeypatch.setattr(airwars, name, path)


@pytest.mark.usefixtures("truth")
def test_pins_are_judged_by_the_incident_chosen() -> None:
    rows = [row("a", 40.0, 38.0), row("a", 36.1, 38.0), row("b", 36.1, 38.0, precision=3), row("c", 10.0, 10.0)]
    assert airwars.pins(rows, airwars.first, disputed=True)[:2] == (1, 0)
    assert airwars.pins(rows, airwars.nearest, disputed=True)[:2] == (1, 1)


@pytest.mark.usefixtures("truth")
def test_disputed_incidents_can_be_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(airwars, "DISPUTED", {"i1": "far from its reports"})
    assert airwars.pins([row("a", 40.0, 38.0)], airwars.first, disputed=False)[:2] == (0, 0)


@pytest.mark.usefixtures("truth")
def test_only_incidents_with_a_dated_report_count_for_the_day() -> None:
    assert airwars.days([row("a", None, None, day="2021-09-09"), row("c", None, None)]) == 1.0
    assert airwars.days([row("a", None, None, day="2021-09-11")]) == 0.0


def test_floors_are_those_asked_for_at_least() -> None:
    assert airwars.FLOORS["packaged"]["within_25_km"] >= 0.45
    assert airwars.FLOORS["imported"]["within_10_km"] >= 0.70
    assert airwars.FLOORS["imported"]["within_25_km"] >= 0.82
    assert all(floors["killed"] >= 0.70 and floors["day"] >= 0.75 for floors in airwars.FLOORS.values())

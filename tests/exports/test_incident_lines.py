# SPDX-License-Identifier: Apache-2.0
"""Incidents as one line each: ids of the input, coordinates with what they are worth, no names of persons."""

import json
from typing import Any

import msgspec

from rasid.exports import incident_line
from rasid.incidents import report_incidents
from rasid.resolve.levels import Level
from reading import code_text


def lines(text: str, level: Level = "point", **fields: Any) -> list[dict[str, Any]]:
    coded = code_text(text, **fields)
    return [json.loads(msgspec.json.encode(incident_line(one, {coded.document.id: "mine"}, level=level))) for one in report_incidents(coded)]


def test_shape_of_a_line() -> None:
    (line,) = lines("قتل خمسة مدنيين في قصف على مدينة منبج أمس")
    assert line["documents"] == ["mine"]
    assert line["date"] == {"start": "2019-10-14", "end": "2019-10-14", "precision": 1, "basis": "relative"}
    assert (line["place"]["name"], line["place"]["precision"], round(line["place"]["lat"], 1)) == ("منبج", 1, 36.5)
    assert line["killed"] == {"low": 5, "high": 5}
    assert line["wounded"] is None
    assert (line["origins"], line["grade"]) == (1, "single_origin")
    assert line["spans"][0]["document"] == "mine"


def test_an_area_has_a_radius() -> None:
    (line,) = lines("قصف على ريف عفرين الشمالي")
    assert line["place"]["precision"] == 3
    assert line["place"]["radius_km"] == 12.5
    assert line["place"]["lat"] > 36.51


def test_candidates_stand_where_no_point_does() -> None:
    (line,) = lines("قصف على قرية السويدية")
    assert line["place"]["lat"] is None
    assert line["place"]["candidates"]


def test_a_province_has_no_coordinates_and_no_finer_names() -> None:
    (line,) = lines("قتل خمسة مدنيين في قصف على بلدة تل رفعت بريف حلب", "province")
    assert (line["place"]["name"], line["place"]["lat"], line["places"], line["place"]["precision"]) == ("Aleppo", None, [], 4)


def test_no_person_is_named() -> None:
    text = "استشهد المواطن سعيد حمدان في قصف على مدينة منبج"
    (line,) = lines(text)
    assert line["killed"] == {"low": 1, "high": 1}
    assert "حمدان" not in json.dumps(line, ensure_ascii=False)

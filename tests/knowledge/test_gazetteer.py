# SPDX-License-Identifier: Apache-2.0
"""The built gazetteer and our own places: what they hold, and that well-known names lead to the right spot."""

import gzip
from math import cos, hypot, radians

import pytest

from rasid.errors import KnowledgeError
from rasid.knowledge import names as lists
from rasid.knowledge.load import knowledge_root
from rasid.knowledge.names import PlaceEntry, load_places, packaged_places
from rasid.resolve import DocumentContext, resolve_place
from rasid.resolve.context import Weight, candidates_for

LINES = gzip.decompress(knowledge_root().joinpath("places/gazetteer.tsv.gz").read_bytes()).decode("utf-8").splitlines()
ROWS = [line.split("\t") for line in LINES if not line.startswith("#")][1:]

# Sixty places of the wars in Syria, Iraq and the Turkish border, with their points to a kilometre.
SIXTY = """
القامشلي 37.05 41.22|رأس العين 36.85 40.07|تل أبيض 36.70 38.95|عين عيسى 36.38 38.86|كوباني 36.89 38.35
البوكمال 34.45 40.92|الباغوز 34.46 40.95|الشحيل 35.10 40.45|منبج 36.53 37.95|سنجار 36.32 41.87
القائم 34.37 41.09|الهول 36.39 41.15|الشدادي 36.06 40.73|تل تمر 36.66 40.37|الدرباسية 37.07 40.65
عامودا 37.10 40.93|المالكية 37.18 42.14|الحسكة 36.50 40.75|الرقة 35.95 39.01|الطبقة 35.84 38.55
دير الزور 35.34 40.14|الميادين 35.02 40.45|هجين 34.69 40.83|البصيرة 35.16 40.43|الباب 36.37 37.52
جرابلس 36.82 38.01|أعزاز 36.59 37.04|عفرين 36.51 36.87|تل رفعت 36.47 37.10|إدلب 35.93 36.63
سراقب 35.86 36.80|معرة النعمان 35.64 36.68|جسر الشغور 35.81 36.32|خان شيخون 35.44 36.65|تدمر 34.56 38.27
السخنة 34.89 38.87|الرستن 34.93 36.73|دوما 33.57 36.40|حرستا 33.56 36.37|داريا 33.46 36.24
درعا 32.62 36.10|طفس 32.74 36.07|السويداء 32.71 36.57|تلعفر 36.38 42.45|الموصل 36.34 43.12
القيارة 35.80 43.29|الفلوجة 33.35 43.78|الرمادي 33.42 43.30|حديثة 34.13 42.38|الحويجة 35.33 43.77
سامراء 34.20 43.87|بيجي 34.93 43.49|مخمور 35.77 43.58|زاخو 37.15 42.68|جيلان بنار 36.85 40.05
نصيبين 37.07 41.22|جزرة 37.33 42.19|أقجة قلعة 36.71 38.95|صرين 36.61 38.27|سلوك 36.60 39.13
""".strip().replace("\n", "|")
CASES = [(name, float(north), float(east)) for name, north, east in (part.rsplit(" ", 2) for part in SIXTY.split("|"))]
MAINLY_SYRIA = DocumentContext(countries=(Weight("SY", "", 0.7), Weight("IQ", "", 0.2), Weight("TR", "", 0.1)))


def test_rows_are_whole_sorted_and_unique() -> None:
    assert {len(row) for row in ROWS} == {11}
    identities = [row[0] for row in ROWS]
    assert identities == sorted(set(identities))


def test_the_sources_are_named() -> None:
    head = "\n".join(line for line in LINES if line.startswith("#"))
    assert "GeoNames" in head
    assert "CC BY 4.0" in head


def test_points_lie_on_earth() -> None:
    assert all(abs(float(row[7])) <= 90 and abs(float(row[8])) <= 180 for row in ROWS if row[7])


def test_the_artefact_stays_small() -> None:
    assert len(knowledge_root().joinpath("places/gazetteer.tsv.gz").read_bytes()) < 1_000_000


@pytest.mark.parametrize("country", "SY IQ TR LB YE PS LY SD JO EG".split())
def test_countries_of_the_region_have_places_and_provinces(country: str) -> None:
    kinds = {row[4] for row in ROWS if row[5] == country}
    assert {"country", "province"} <= kinds
    assert kinds & {"city", "town"}


def test_every_province_of_syria_has_both_names() -> None:
    provinces = [row for row in ROWS if row[4] == "province" and row[5] == "SY"]
    assert len(provinces) == 14
    assert all(row[1] and row[2].startswith("محافظة") for row in provinces)


@pytest.mark.parametrize(("name", "north", "east"), CASES, ids=[case[0] for case in CASES])
def test_well_known_conflict_places_are_found_where_they_are(name: str, north: float, east: float) -> None:
    place = resolve_place(name, candidates=candidates_for(name), context=MAINLY_SYRIA)
    assert place.latitude is not None, place.reason
    assert place.longitude is not None
    assert 111.2 * hypot(place.latitude - north, (place.longitude - east) * cos(radians(north))) < 8


def test_an_own_row_of_a_gazetteer_place_keeps_its_population() -> None:
    entry = load_places().get("place:gn-170063")  # Aleppo
    assert isinstance(entry, PlaceEntry)
    assert entry.own
    assert entry.population > 1_000_000


def test_a_missing_gazetteer_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lists, "_GAZETTEER", "places/none.tsv.gz")
    with pytest.raises(KnowledgeError, match=r"places/none\.tsv\.gz.*build_gazetteer"):
        packaged_places.__wrapped__()

# SPDX-License-Identifier: Apache-2.0
"""Lists of places in the formats that people have: read row by row, joined, guarded, kept, and used in text."""

import gzip
import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from rasid.errors import KnowledgeError, ReadError, SettingsError
from rasid.knowledge.gazetteer.build import lists_of, read_list, write_lists
from rasid.knowledge.gazetteer.countries import country_code
from rasid.knowledge.gazetteer.folder import chosen_set, data_folder, set_path
from rasid.knowledge.gazetteer.formats import read_places
from rasid.knowledge.gazetteer.guards import guard_of, searched_names
from rasid.knowledge.gazetteer.merge import Row, join_lists
from rasid.knowledge.gazetteer.rows import ListedPlace, OtherName, Source
from rasid.knowledge.gazetteer.store import PlaceSet
from rasid.records import Issue


def geonames(identity: int, name: str, alternates: str, point: str, code: str = "PPL", *, population: int = 0, admin: str = "01\t0101") -> str:
    latitude, longitude = point.split()
    cells = (identity, name, name, alternates, latitude, longitude, "P", code, "SY", "", *admin.split("\t"), "", "", population, "", "", "Asia/Damascus", "2020-01-01")
    return "\t".join(map(str, cells))


GEONAMES = "\n".join([
    geonames(1, "Aleppo Governorate", "محافظة حلب", "36.2 37.1", "ADM1", admin="01\t"),
    geonames(2, "Manbij District", "", "36.5 37.9", "ADM2"),
    geonames(3, "Tall Zaytun", "Tal Zaytoun,تل زيتون,Til Zeytûn,تەل زەیتون", "36.55 37.95", population=700),
    "4\tbroken",
    geonames(5, "Bir Nowhere", "", "136.0 37.95"),
    geonames(6, "Some Well", "", "36.5 37.5", "WLL"),
    geonames(7, "Qasr Wardan", "", "36.1 37.2", population=250_000),
])  # fmt: skip


def read(path: Path, country: str = "") -> tuple[list[ListedPlace], list[Issue]]:
    items = list(read_places(path, country=country).rows)
    return [item for item in items if isinstance(item, ListedPlace)], [item for item in items if isinstance(item, Issue)]


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_a_country_file_of_geonames(tmp_path: Path) -> None:
    places, issues = read(write(tmp_path, "SY.txt", GEONAMES))
    assert [place.key for place in places] == ["gn-1", "gn-2", "gn-3", "gn-7"]
    village = places[2]
    assert (village.name_en, village.name_ar, village.kind, village.country) == ("Tall Zaytun", "تل زيتون", "village", "SY")
    assert (village.admin1, village.admin2) == ("Aleppo Governorate", "Manbij District")
    assert {"Tal Zaytoun", "Til Zeytûn", "تەل زەیتون"} <= {name.name for name in village.others}
    assert [(place.kind, place.precision) for place in places] == [("province", 4), ("district", 3), ("village", 1), ("city", 1)]
    assert [issue.record_id for issue in issues] == ["SY.txt:4", "SY.txt:5"]


@pytest.mark.parametrize("packed", ["zip", "gz"])
def test_packed_files_are_read_alike(tmp_path: Path, packed: str) -> None:
    plain = write(tmp_path, "SY.txt", GEONAMES)
    if packed == "zip":
        path = tmp_path / "SY.zip"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("readme.txt", "a readme longer than the list" * 500)
            archive.write(plain, "SY.txt")
    else:
        path = tmp_path / "SY.txt.gz"
        path.write_bytes(gzip.compress(plain.read_bytes()))
    assert read(path)[0] == read(plain)[0]


def test_populated_places_with_their_units(tmp_path: Path) -> None:
    table = (
        "ADM1_EN,ADM1_AR,ADM2_EN,ADM3_EN,PopPlacePCode,Name_EN,Name_AR,POINT_Y,POINT_X\n"
        "#adm1+name,#adm1+name,#adm2+name,#adm3+name,#loc+code,#loc+name,#loc+name,#geo+lat,#geo+lon\n"
        "Aleppo,حلب,Manbij,Abu Qalqal,C100,New Spring (Manbij),النبع الجديد_كاني نوي,36.4,38.1\n"
        "Aleppo,حلب,Manbij,Abu Qalqal,C101,Short row\n"
        "Aleppo,حلب,Manbij,Abu Qalqal,C102,Off the earth,,99,38.1\n"
        'Aleppo,حلب,Manbij,Abu Qalqal,C103,"Comma, Village",قرية,36.41,38.1\n'
    )
    places, issues = read(write(tmp_path, "places.csv", table), "SY")
    assert [place.key for place in places] == ["pcode-C100", "pcode-C103"]
    first = places[0]
    assert (first.name_en, first.name_ar, first.admin1, first.admin2, first.admin3) == ("New Spring", "النبع الجديد", "Aleppo", "Manbij", "Abu Qalqal")
    assert [name.name for name in first.others] == ["كاني نوي"]  # the district in parentheses is no alias
    assert [(issue.record_id, issue.code) for issue in issues] == [("places.csv:4", "bad_row"), ("places.csv:5", "bad_point")]


def test_an_administrative_list_names_its_deepest_unit(tmp_path: Path) -> None:
    table = "ADM1_EN\tADM1_PCODE\tADM2_EN\tADM2_AR\tADM2_PCODE\nAleppo\tSY02\tManbij\tمنبج\tSY0204\n"
    (place,), _ = read(write(tmp_path, "adm2.tsv", table), "SY")
    assert (place.name_en, place.name_ar, place.kind, place.precision, place.key, place.admin1) == ("Manbij", "منبج", "district", 3, "pcode-SY0204", "Aleppo")


def test_global_pcodes_have_no_points_but_parents(tmp_path: Path) -> None:
    table = "Location,Admin Level,P-Code,Name,Parent P-Code,Valid from date\nSYR,1,SY02,Aleppo,SYR,2020-01-01\nSYR,2,SY0204,Manbij,SY02,2020-01-01\nSYR,2,SY0205,,SY02,\n"
    (province, district), (issue,) = read(write(tmp_path, "pcodes.csv", table))
    assert (province.kind, province.country, province.latitude) == ("province", "SY", None)
    assert (district.kind, district.admin1) == ("district", "Aleppo")
    assert issue.code == "no_name"


def test_a_plain_table_needs_names_and_a_country(tmp_path: Path) -> None:
    text = "name;arabic;lat;lon;country;type;old names\nHill Fort;تل القلعة;34,5;41.25;Iraq;village;Castra|Old Fort\nNowhere;;1;2;;;\n"
    (place,), (issue,) = read(write(tmp_path, "mine.csv", text))
    assert (place.country, place.latitude, place.longitude, place.kind) == ("IQ", 34.5, 41.25, "village")
    assert [(name.name, name.kind) for name in place.others] == [("Castra", "historical"), ("Old Fort", "historical")]
    assert issue.code == "no_country"


def test_a_list_of_json_objects(tmp_path: Path) -> None:
    data = [
        {"id": "sy-x-y", "governorateId": "sy-x", "name": {"en": "Sarin", "ar": "صرين"}, "aliases": [{"value": "Serrin"}], "centroid": {"latitude": 36.6, "longitude": 38.3}},
        "no object",
    ]
    (place,), (issue,) = read(write(tmp_path, "list.json", json.dumps(data)))
    assert (place.name_ar, place.kind, place.country, place.others) == ("صرين", "district", "SY", (OtherName("Serrin"),))
    assert issue.record_id == "list.json:2"


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02\x03" * 50, b"just some words\nand more\n", b"{broken", b"PK\x03\x04 no archive", b"\x1f\x8b\x08 cut"])
def test_what_is_no_list_is_refused_in_words(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "odd.txt"
    path.write_bytes(content)
    with pytest.raises(ReadError, match=r"odd\.txt"):
        read(path, "SY")


def place(key: str, ar: str, en: str, point: str, **more: object) -> ListedPlace:
    latitude, longitude = map(float, point.split())
    fields = {"country": "SY", "name_ar": ar, "name_en": en, "latitude": latitude, "longitude": longitude} | more
    return ListedPlace(key=key, line=1, **fields)  # type: ignore[arg-type]


def test_one_place_of_two_lists_becomes_one_with_both_sources() -> None:
    rows = [
        Row("a", place("pcode-C1", "كفر زيتون", "Kafr Zeitun", "36.00 37.00", admin2="Manbij")),
        Row("b", place("gn-9", "كفرزيتون", "Kafr Zaytoun", "36.01 37.01", population=900)),
        Row("b", place("gn-8", "كفر رمان", "Kafr Rumman", "36.01 37.00")),
        Row("b", place("gn-7", "كفر زيتون", "Kafr Zaytun", "36.40 37.40")),
    ]
    joined = {found.id: found for found in join_lists(rows)}
    assert set(joined) == {"pcode-C1", "gn-8", "gn-7"}
    one = joined["pcode-C1"]
    assert (one.sources, one.keys, one.population, one.admin2) == (("a", "b"), ("pcode-C1", "gn-9"), 900, "Manbij")
    assert {name.name: sources for name, sources in one.names}["Kafr Zaytoun"] == ("b",)


def test_two_rows_of_one_list_stay_two() -> None:
    rows = [Row("a", place("pcode-C1", "التل", "Tal", "36.00 37.00")), Row("a", place("pcode-C2", "التل", "Tal", "36.01 37.00"))]
    assert len(join_lists(rows)) == 2


def test_a_place_of_the_package_gives_its_id_and_its_province() -> None:
    base = Row("", place("gn-1", "منبج", "Manbij", "36.53 37.95", kind="city", admin1="Aleppo"))
    village = Row("a", place("pcode-C2", "خربة", "Khirba", "36.60 37.90", admin2="Manbij"))
    joined = join_lists([base, Row("a", place("pcode-C1", "منبج", "Menbij", "36.52 37.95", admin2="Manbij")), village])
    assert [(found.id, found.base, found.admin1) for found in joined] == [("gn-1", True, "Aleppo"), ("pcode-C2", False, "Aleppo")]


@pytest.mark.parametrize(
    ("name", "kind", "guard"),
    [
        ("الحرية", "village", "word"),
        ("خالد", "village", "word"),
        ("حربنوش", "village", "district"),
        ("حربنوش", "town", ""),
        ("تل حربنوش", "village", ""),
        ("أبو حربنوش", "village", "district"),
        ("Omar", "village", "word"),
        ("Harbanoush", "village", "district"),
    ],
)
def test_what_has_to_vouch_for_a_name(name: str, kind: str, guard: str) -> None:
    assert guard_of(name, kind) == guard


def test_names_that_mislead_are_not_searched() -> None:
    def searched(ar: str, en: str, kind: str = "village") -> set[str]:
        return {name.name for name in searched_names(join_lists([Row("a", place("pcode-C1", ar, en, "34.9 36.5", kind=kind))]))}

    assert searched("القاهرة", "Qahera") == {"Qahera"}  # everybody means Cairo
    assert searched("صغيرة", "Sghireh") == {"Sghireh"}  # "a small one" behind any word for a village
    assert searched("ناحية حربنوش", "Harbanoush Subdistrict", "district") == {"Harbanoush Subdistrict"}
    assert searched("قا", "Qa") == set()


# --- sets ------------------------------------------------------------------------------------------------------------

VILLAGES = """name_ar\tname_en\tadmin1\tadmin2\tlatitude\tlongitude
تل حربنوش\tTal Harbanoush\tAleppo\tManbij\t36.50\t37.80
حربنوش\tHarbanoush\tAleppo\tManbij\t36.52\t37.82
الحرية\tHurriya\tAleppo\tManbij\t36.54\t37.84
"""


@pytest.fixture
def villages(tmp_path: Path) -> Path:
    stored = read_list(write(tmp_path, "villages.tsv", VILLAGES), source=Source(id="villages", licence="CC0", country="SY"))
    write_lists(tmp_path / "mine.places", [stored])
    return tmp_path / "mine.places"


def test_a_set_keeps_lists_places_and_names(villages: Path) -> None:
    held = PlaceSet(villages)
    assert [source.licence for source in held.sources()] == ["CC0"]
    assert {found.name_en for found in held.places()} == {"Tal Harbanoush", "Harbanoush", "Hurriya"}
    assert held.label == f"mine@{held.digest}"
    assert len(lists_of(villages)[0].rows) == 3


def test_equal_lists_make_equal_digests_and_a_renewed_list_stands_once(villages: Path, tmp_path: Path) -> None:
    first = PlaceSet(villages).digest
    lists = lists_of(villages)
    report = write_lists(villages, [*lists, *lists])
    assert (report.digest, report.places) == (first, 3)
    shorter = read_list(write(tmp_path, "villages.tsv", VILLAGES.rsplit("\n", 2)[0] + "\n"), source=lists[0].source)
    assert write_lists(villages, [*lists, shorter]).places == 2


def test_a_file_that_is_no_set_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="rasid places import"):
        PlaceSet(write(tmp_path, "x.places", "no set"))


def test_where_sets_lie(tmp_path: Path) -> None:
    home = {"RASID_DATA": str(tmp_path)}
    assert data_folder(home) == tmp_path
    assert set_path("syria", home) == tmp_path / "places" / "syria.places"
    assert set_path("./a/b.places", home) == Path("a/b.places")
    assert chosen_set(home) is None
    with pytest.raises(SettingsError, match="none yet"):
        chosen_set({**home, "RASID_PLACES": "syria"})


@pytest.mark.parametrize("written", ["SY", "syr", "Syria", "Syrian Arab Republic"])
def test_countries_are_known_by_codes_and_names(written: str) -> None:
    assert country_code(written) == "SY"


# --- the command line, in processes of their own: which set is used is settled once a process ------------------------


def rasid(*arguments: str, data: Path, stdin: str = "") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "RASID_DATA": str(data), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-c", "from rasid.cli import main; main()", *arguments]
    return subprocess.run(command, env=environment, input=stdin, capture_output=True, text=True, encoding="utf-8", check=False)


def places_of(done: subprocess.CompletedProcess[str]) -> dict[str, str]:
    records = map(json.loads, done.stdout.splitlines())
    return {record["candidates"][0]["entity"]: record["method"]["version"] for record in records if record["record"] == "mention" and record["kind"] == "place"}


def test_an_imported_list_is_used_where_it_is_named_and_only_there(tmp_path: Path) -> None:
    source = write(tmp_path, "villages.tsv", VILLAGES + "broken row\n")
    done = rasid("places", "import", str(source), "--set", "mine", "--country", "SY", "-v", data=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "villages.tsv:5" in done.stderr
    text = "قصفت الطائرات قرية تل حربنوش وبلدة الحرية، وقال ناشط إن الحرية مطلب."
    used = places_of(rasid("code", "-", "--places", "mine", data=tmp_path, stdin=text))
    assert len(used) == 2
    assert all(version.startswith("1; places mine@") for version in used.values())
    assert places_of(rasid("code", "-", data=tmp_path, stdin=text)) == {}


def test_a_village_of_one_word_counts_where_its_district_is_told_of(tmp_path: Path) -> None:
    rasid("places", "import", str(write(tmp_path, "villages.tsv", VILLAGES)), "--set", "mine", "--country", "SY", data=tmp_path)
    bare = places_of(rasid("code", "-", "--places", "mine", data=tmp_path, stdin="قتل ثلاثة مدنيين في قصف على حربنوش أمس."))
    at_home = places_of(rasid("code", "-", "--places", "mine", data=tmp_path, stdin="قتل ثلاثة مدنيين في قصف على حربنوش وقرية تل حربنوش أمس."))
    assert len(bare) == 0
    assert len(at_home) == 2


def test_find_answers_in_any_script_and_says_why(tmp_path: Path) -> None:
    rasid("places", "import", str(write(tmp_path, "villages.tsv", VILLAGES)), "--set", "mine", "--country", "SY", data=tmp_path)
    done = rasid("places", "find", "Tel Herbanûş", "--places", "mine", "--json", data=tmp_path)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert found[0]["name_ar"] == "تل حربنوش"
    assert (found[0]["admin1"], found[0]["admin2"], found[0]["sources"]) == ("Aleppo", "Manbij", ["villages"])
    assert "القامشلي" in rasid("places", "find", "Kamışlı", data=tmp_path).stdout
    listed = rasid("places", "list", "--places", "mine", data=tmp_path).stdout
    assert "licence not given" in listed
    assert "mine" in rasid("places", "list", data=tmp_path).stdout


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("places", "import", "none.txt"), 1, "none.txt"),
        (("places", "build", "--set", "none"), 2, "give files"),
        (("places", "find", "حلب", "--country", "Nowhereland"), 2, "--country"),
        (("code", "-", "--places", "none"), 2, "rasid places"),
    ],
)
def test_wrong_use_is_told(arguments: tuple[str, ...], code: int, words: str, tmp_path: Path) -> None:
    done = rasid(*arguments, data=tmp_path)
    assert done.returncode == code
    assert words in done.stderr
    assert "Traceback" not in done.stderr

# SPDX-License-Identifier: Apache-2.0
"""Places that words give by other places: tied to a town, so far from it, on one side of it."""

import pytest

from rasid.knowledge.distance import km_between
from rasid.records import Place
from rasid.resolve.shapes import bearing_of, read_offset
from reading import code_text


def where(text: str, **fields: str) -> Place:
    places = [event.where for event in code_text(text, **fields).events if event.where is not None]
    assert places, text
    return places[0]


def argument_places(text: str) -> dict[str, Place]:
    coded = code_text(text)
    return {argument.place.name: argument.place for event in coded.events for argument in event.arguments if argument.place is not None}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        pytest.param("قصف على قرية أشمة بريف مدينة كوباني", "أشمة", "SY", id="a namesake in Turkey"),
        pytest.param("قصف على قرية بهيرة بريف عامودا الغربي", "بهيرة", "SY", id="a namesake in Pakistan"),
        pytest.param("قصف على قرية الزيدية في ريف الحسكة", "الزيدية", "SY", id="a namesake in Yemen"),
    ],
)
def test_a_namesake_that_does_not_lie_there_is_no_pin(text: str, name: str, country: str) -> None:
    place = argument_places(text)[name]
    assert (place.entity, place.latitude) == (None, None)
    assert place.country == country
    assert place.precision in {3, 4}
    assert place.candidates, "the rivals are kept"


def test_a_place_without_entry_lies_in_the_district_that_it_is_tied_to() -> None:
    place = argument_places("قصف على قرية خربة الصنوبر بريف عامودا")
    tied = next(iter(place.values()))
    assert (tied.country, tied.admin1, tied.precision, tied.latitude) == ("SY", "Al-Hasakah", 3, None)
    assert tied.area is not None
    assert tied.area.radius_km == 25


def test_a_tie_goes_on() -> None:
    assert argument_places("قصف على بلدة تل رفعت بريف حلب في سوريا")["تل رفعت"].reason.count("lies") == 2


def test_members_of_a_list_are_not_tied_to_each_other() -> None:
    assert "lie" not in argument_places("قصف على منبج والقامشلي")["منبج"].reason


def test_a_village_is_no_large_city_of_its_name() -> None:
    place = argument_places("قصف على قرية السويدية")["السويدية"]
    assert (place.latitude, place.precision) == (None, 7)
    assert "village" in place.reason


def test_parties_say_where_a_name_without_other_places_lies() -> None:
    assert where("قصفت قوات الأسد مدينة أريحا").country == "SY"
    assert where("اقتحم الجيش الإسرائيلي مدينة أريحا").country == "PS"


@pytest.mark.parametrize(
    ("text", "latitude", "longitude"),
    [
        pytest.param("انفجرت عبوة ناسفة على بعد 12 كم غرب مدينة تدمر", 34.55, 38.15, id="west"),
        pytest.param("انفجرت عبوة ناسفة على بعد ٢٠ كيلومترا شمال تدمر", 34.74, 38.28, id="Eastern digits"),
        pytest.param("انفجرت عبوة ناسفة على بعد 10 كلم شمال غرب مدينة منبج", 36.59, 37.88, id="between two directions"),
    ],
)
def test_so_far_in_a_direction_is_a_point(text: str, latitude: float, longitude: float) -> None:
    place = where(text)
    assert place.latitude is not None
    assert place.longitude is not None
    assert km_between(place.latitude, place.longitude, latitude, longitude) < 5
    assert place.precision == 2
    assert place.entity is None
    assert place.area is not None


def test_so_far_in_any_direction_is_an_area() -> None:
    place = where("انفجرت عبوة ناسفة على بعد 40 كم من مدينة تدمر")
    assert (place.latitude, place.precision) == (None, 3)
    assert place.area is not None
    assert place.area.radius_km == 40


def test_english_offset() -> None:
    place = where("A bomb exploded 12 km west of Palmyra.", language="en")
    assert place.precision == 2
    assert place.latitude is not None


def test_one_side_of_the_countryside_lies_on_that_side() -> None:
    north, south = (where(f"قصف على ريف عفرين {side}").area for side in ("الشمالي", "الجنوبي"))
    assert north is not None
    assert south is not None
    assert north.latitude > 36.51 > south.latitude


def test_a_bare_name_of_a_chief_town_may_be_its_province() -> None:
    assert where("قصف على إدلب").precision == 3
    assert where("قصف على مدينة إدلب").precision == 1


@pytest.mark.parametrize(("words", "degrees"), [("شمال", 0), ("الشرقي", 90), ("شمال غرب", 315), ("north-west", 315), ("شمال جنوب", None), ("قرب", None)])
def test_bearings(words: str, degrees: float | None) -> None:
    assert bearing_of(words.replace("-", " ").split()) == degrees


@pytest.mark.parametrize(("text", "km"), [("12 كم غرب ", 12), ("على بعد 3.5 كم من ", 3.5), ("10 miles north of ", 16.09), ("12 قتيلا غرب ", None), ("12 كم، غرب ", None)])
def test_offsets(text: str, km: float | None) -> None:
    offset = read_offset(text, len(text))
    assert (offset and round(offset.km, 2)) == km

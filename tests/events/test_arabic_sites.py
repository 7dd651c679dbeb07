# SPDX-License-Identifier: Apache-2.0
"""Named places: what announces one, where it ends, lists and chains; where movements begin and end."""

import pytest

from reading import read_event

ANNOUNCED = [
    pytest.param("قصف الجيش بلدة كفرشلايا غرب إدلب", ["بلدة كفرشلايا", "غرب إدلب"], id="unknown town, then a direction"),
    pytest.param("قصف الجيش محيط قرية معربليت على محور الستين جنوب أريحا في ريف إدلب", ["محيط قرية معربليت", "محور الستين", "جنوب أريحا", "ريف إدلب"], id="chain of four"),
    pytest.param("قصف الجيش قرى بسامس وكنصفرة ودير سنبل", ["قرى بسامس", "كنصفرة", "دير سنبل"], id="list behind a plural"),
    pytest.param('قصف الجيش قريتي "بسامس" و"عين لاروز"', ['قريتي "بسامس"', '"عين لاروز"'], id="list in quotes"),
    pytest.param('انفجر لغم قرب سد "الرستن"', ['قرب سد "الرستن"'], id="work with a quoted name"),
    pytest.param("انفجر لغم في عين العرب (كوباني)", ["عين العرب (كوباني)"], id="second name in brackets"),
    pytest.param("انفجرت سيارة مفخخة في مدينة #الباب", ["مدينة #الباب"], id="hash sign"),
    pytest.param("قصف الجيش مدينة الباب بالريف الشرقي", ["مدينة الباب", "الريف الشرقي"], id="part named by its adjective"),
    pytest.param("انفجر لغم في منطقة جبل الستين", ["منطقة جبل الستين"], id="number as a name"),
    pytest.param("انفجر لغم في قرية تل علي", ["قرية تل علي"], id="name that folds to a preposition"),
    pytest.param("انفجر لغم في تل مضيق", ["تل مضيق"], id="name that is a word of kind"),
    pytest.param("انفجر لغم على طريق إم 5", ["طريق إم 5"], id="road of letters and numbers"),
    pytest.param("انفجر لغم في شورقلي", ["شورقلي"], id="strange word behind في"),
    pytest.param("انفجرت سيارة مفخخة في مدينة أعزاز - المتاخمة للحدود مع تركيا - شمال حلب", ["مدينة أعزاز", "شمال حلب"], id="land that it lies beside"),
    pytest.param("انفجر لغم في الريف الشمالي لمحافظة اللاذقية", ["الريف الشمالي لمحافظة اللاذقية"], id="part with its adjective, of a province"),
    pytest.param("انفجر لغم في بلدة بينين بالريف الجنوبي", ["بلدة بينين", "الريف الجنوبي"], id="name that looks like a plural"),
    pytest.param("انفجرت ألغام في بلدات بينين، شنان، الفطيرة", ["بلدات بينين", "شنان", "الفطيرة"], id="list with commas alone"),
    pytest.param("انفجر لغم في مدينة عين العرب كوباني", ["مدينة عين العرب كوباني"], id="with its other name"),
    pytest.param("انفجر لغم في بلدة أبو راسين/ زركان", ["بلدة أبو راسين/ زركان"], id="with its other name behind a stroke"),
    pytest.param("انفجر لغم في مناطق حراجية قرب جسر الشغور", ["قرب جسر الشغور"], id="quality of an area is no name"),
    pytest.param("انفجر لغم في قرية تنب بناحية شران", ["قرية تنب", "ناحية شران"], id="name that looks like a verb"),
    pytest.param("انفجر لغم في قرية حدودية بريف حلب", ["ريف حلب"], id="quality of a village"),
    pytest.param("انفجر لغم في قرية تقع بريف حلب", ["ريف حلب"], id="verb behind a village"),
    pytest.param("انفجرت سيارة مفخخة في مدينة أعزاز - الحدودية مع تركيا - شمال حلب", ["مدينة أعزاز", "شمال حلب"], id="land that its adjective names"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "places"), ANNOUNCED)
def test_names_of_places(text: str, places: list[str]) -> None:
    event_type = "shelling" if "قصف" in text else "bombing"
    assert read_event(text, event_type).place == places


NAMELESS = [
    pytest.param("انفجر لغم في حي سكني", id="residential quarter"),
    pytest.param("انفجر لغم في قرية مجاورة", id="a village nearby"),
    pytest.param("انفجر لغم في مناطق متفرقة", id="scattered areas"),
    pytest.param("انفجر لغم على خطوط التماس", id="lines of contact"),
    pytest.param("نشرت مواقع التواصل الاجتماعي صورا لانفجار لغم", id="social media"),
    pytest.param("انفجر لغم بعناصر من قوات سوريا الديمقراطية", id="inside the name of a force"),
    pytest.param("انفجر لغم بقيادي في الجبهة الوطنية", id="front that is a body"),
]  # fmt: skip


@pytest.mark.parametrize("text", NAMELESS)
def test_words_of_kind_without_a_name_are_no_places(text: str) -> None:
    assert read_event(text, "bombing").place == []


def test_place_line_holds_for_the_happening_of_its_line() -> None:
    assert read_event("درعا:: انفجرت عبوة ناسفة في بلدة صيدا", "bombing").place == ["بلدة صيدا", "درعا"]


def test_opening_of_the_sentence_holds_for_its_happening() -> None:
    event = read_event("وفي العراق استهدفت غارات جوية مقرات قرب تلعفر", "air_strike")
    assert event.place == ["قرب تلعفر", "العراق"]


def test_place_of_another_stretch_is_none_of_this_one() -> None:
    text = "اعتقلت الشرطة ثلاثة أشخاص، في حين انفجرت سيارة مفخخة في القامشلي"  # arrested three, while a car bomb went off in Qamishli
    assert (read_event(text, "arrest").place, read_event(text, "bombing").place) == ([], ["القامشلي"])


def test_what_undergoes_an_attack_is_its_place() -> None:
    assert read_event("تعرضت بلدتا سرمين وآفس لقصف مدفعي", "shelling").place == ["بلدتا سرمين", "آفس"]


def test_building_that_people_stand_before_and_its_town() -> None:
    event = read_event("نفذ سكان مدينة السويداء وقفة احتجاجية أمام مبنى المحافظة", "protest")
    assert "مبنى المحافظة" in event.place


MOVES = [
    pytest.param("انسحبت القوات من بلدة الدرباسية إلى مدينة الحسكة", "withdrawal", ["بلدة الدرباسية"], ["مدينة الحسكة"], id="from and to"),
    pytest.param("انسحب الجيش من قرية تل شعير على أطراف مدينة القامشلي", "withdrawal", ["قرية تل شعير", "أطراف مدينة القامشلي"], [], id="whole chain"),
    pytest.param("نزح مئات المدنيين من مدينتي البوكمال والميادين باتجاه الحسكة", "displacement", ["مدينتي البوكمال", "الميادين"], ["الحسكة"], id="list, toward"),
    pytest.param("غادر مئات النازحين مدينة الرقة", "displacement", ["مدينة الرقة"], [], id="what is left"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event_type", "origin", "destination"), MOVES)
def test_ends_of_a_movement(text: str, event_type: str, origin: list[str], destination: list[str]) -> None:
    event = read_event(text, event_type)
    assert (event.origin, event.destination, event.place) == (origin, destination, [])


def test_where_somebody_is_stationed_is_not_where_the_deed_is() -> None:
    event = read_event("قصفت القوات المتمركزة في معسكر جورين بلدة السرمانية", "shelling")
    assert event.place == ["بلدة السرمانية"]


def test_place_that_fire_reaches_and_not_the_one_it_comes_with() -> None:
    assert read_event("أصيب مدني بقصف مدفعي مصدره قوات النظام وروسيا على بلدة البارة", "shelling").place == ["بلدة البارة"]


def test_members_of_a_list_are_no_targets() -> None:
    event = read_event("طال القصف قرى عقيبة وقنطرة وبينه", "shelling")
    assert (event.place, event.target) == (["قرى عقيبة", "قنطرة", "بينه"], [])

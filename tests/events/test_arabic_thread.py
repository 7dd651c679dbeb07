# SPDX-License-Identifier: Apache-2.0
"""What a passage goes on telling of: who and where of an event that has neither in its own sentence."""

import pytest

from reading import EventWords, read_events


def last(text: str, event_type: str) -> EventWords:
    """Return the last event of a type."""
    return [event for event in read_events(text) if event.type == event_type][-1]


GOES_ON = [
    pytest.param(
        "قصفت قوات النظام بلدة كفرنبل. وأسفر القصف عن مقتل مدني.", "shelling", ["قوات النظام"], ["بلدة كفرنبل"], id="the shelling",
    ),
    pytest.param(
        "انفجرت سيارة مفخخة في مدينة القامشلي. وقالت الشرطة إن التفجير استهدف دورية.", "bombing", [], ["مدينة القامشلي"], id="the bombing, in the voice of the police",
    ),
    pytest.param(
        "اندلعت اشتباكات بين قسد وفصائل المعارضة في بلدة تادف. واستمرت الاشتباكات ساعتين.", "battle", ["قسد", "فصائل المعارضة"], ["بلدة تادف"], id="the clashes",
    ),
    pytest.param(
        "قصفت طائرة مسيرة منزلا في قرية الكرامة. وأسعفت فرق الدفاع المدني المصابين.", "aid", ["فرق الدفاع المدني"], ["قرية الكرامة"], id="rescuers come to where it fell",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event_type", "actor", "place"), GOES_ON)
def test_goes_on(text: str, event_type: str, actor: list[str], place: list[str]) -> None:
    event = last(text, event_type)
    assert (event.actor, event.place) == (actor, place)


def test_place_is_named_as_it_was_named_last() -> None:
    text = "قصف الجيش مدينة الباب. وقال شهود إن سكان الباب خائفون. وأوقع القصف قتيلين."  # ... the city of al-Bab ... people of al-Bab ... the shelling
    assert last(text, "shelling").place == ["الباب"]


NOT_THE_SAME = [
    pytest.param("قصفت قوات النظام بلدة كفرنبل. وكانت طائرة استهدفت مقرا للفصائل.", "air_strike", id="goes back in time"),
    pytest.param("قصفت قوات النظام بلدة كفرنبل. وقتل القصف مدنيا الأسبوع الماضي.", "shelling", id="another day"),
    pytest.param("اعتقلت الشرطة رجلا في بلدة كفرنبل. وقصفت المدفعية مواقع الفصائل.", "shelling", id="another kind"),
]


@pytest.mark.parametrize(("text", "event_type"), NOT_THE_SAME)
def test_another_happening_has_no_place_of_it(text: str, event_type: str) -> None:
    assert last(text, event_type).place == []


STANDS_FOR = [
    pytest.param("دخل مسلحون مدينة منبج. وأعلنت الفصائل السيطرة على المدينة.", "territory_gain", ["مدينة منبج"], id="the city"),
    pytest.param("وقع انفجار في بلدة الشحيل. واعتقلت قسد رجلين في البلدة.", "arrest", ["بلدة الشحيل"], id="the town"),
    pytest.param("انفجر لغم في قرية العالية. ونفذت قوات الأمن حملة اعتقالات في المكان.", "arrest", ["قرية العالية"], id="the place"),
    pytest.param("سيطرت الفصائل على مدينة مأرب. وأرسل الجيش قوات لاستعادة المدينة من جهة صرواح.", "territory_gain", ["مدينة مأرب"], id="right behind the deed"),
    pytest.param("قصف الجيش مدينة الباب. ودارت معارك في مدينة منبج، وتحاول قسد استعادة المدينة.", "territory_gain", ["مدينة منبج"], id="one in its own sentence"),
    pytest.param("وقع انفجار في بلدة الشحيل. واعتقلت قسد رجلين في المنطقة الصناعية.", "arrest", [], id="a described area is another"),
    pytest.param("وقع انفجار في قرية العالية. واعتقلت قسد رجلين في المحافظة.", "arrest", [], id="a village is no province"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event_type", "place"), STANDS_FOR)
def test_word_for_a_place_stands_for_one_named_before(text: str, event_type: str, place: list[str]) -> None:
    assert last(text, event_type).place == place


SIDES = [
    pytest.param('قصفت "قسد" مدينة عفرين. وقال ناشطون إن "قسد" ما تزال ترد بقصف عنيف على القرى.', ["قسد"], id="named again in its own sentence"),
    pytest.param("قصفت قوات النظام بلدة كفرنبل، تلاه قصف مدفعي على قرية حاس.", ["قوات النظام"], id="one more in the same breath"),
    pytest.param("قصفت قوات النظام بلدة كفرنبل. وطال قصف مماثل قرية حاس.", [], id="without an article in another sentence"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "actor"), SIDES)
def test_doers_of_a_happening_that_is_told_on(text: str, actor: list[str]) -> None:
    assert last(text, "shelling").actor == actor


WAYS = [
    pytest.param("سيطرت الفصائل على بلدة زملكا. ونزح مئات السكان من البلدة.", "displacement", ["بلدة زملكا"], [], id="from the town"),
    pytest.param("هاجم مسلحون مدينة منبج. وأرسلت قوات الجيش تعزيزات إلى المدينة.", "deployment", [], ["مدينة منبج"], id="to the city"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event_type", "origin", "destination"), WAYS)
def test_word_for_a_place_is_where_a_movement_leads(text: str, event_type: str, origin: list[str], destination: list[str]) -> None:
    event = last(text, event_type)
    assert (event.origin, event.destination) == (origin, destination)


def test_part_without_a_name_is_of_the_place_line_above() -> None:
    text = "حلب::قصفت قسد مدينة مارع بالريف الشمالي.\nانفجرت عبوة ناسفة في مدينة الباب بالريف الشرقي."
    assert last(text, "bombing").place == ["مدينة الباب", "الريف الشرقي", "حلب"]


def test_place_told_aside_does_not_keep_an_event_from_its_place() -> None:
    text = "هاجم مسلحون مدينة سوروتش. وقال الوزير في مؤتمر صحفي في أنقرة إن الهجوم أوقع قتيلين."
    assert last(text, "armed_attack").place == ["مدينة سوروتش"]

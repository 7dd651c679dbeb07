# SPDX-License-Identifier: Apache-2.0
"""How many: digits, words, duals, vague numbers, mixed tolls, and nobody."""

import pytest

from reading import read_event, read_events

COUNTS = [
    pytest.param("قتل 12 مدنيا في حلب", "casualty", ("killed", 12, 12), id="digits"),
    pytest.param("قتل ١٢ مدنيا في حلب", "casualty", ("killed", 12, 12), id="Arabic-Indic digits"),
    pytest.param("قتل ثلاثة مدنيين في حلب", "casualty", ("killed", 3, 3), id="word"),
    pytest.param("قتل اثنا عشر مدنيا في حلب", "casualty", ("killed", 12, 12), id="two words"),
    pytest.param("قتل جنديان في حلب", "casualty", ("killed", 2, 2), id="dual"),
    pytest.param("فر مئات المعتقلين من السجن", "escape", ("escaped", 100, 999), id="hundreds"),
    pytest.param("فر عشرات المعتقلين من السجن", "escape", ("escaped", 10, 99), id="tens"),
    pytest.param("نزح آلاف المدنيين من رأس العين", "displacement", ("displaced", 1000, 9999), id="thousands"),
    pytest.param("نزح أكثر من 200 ألف شخص من رأس العين", "displacement", ("displaced", 200_000, None), id="more than"),
    pytest.param("فر 785 شخصا من مخيم عين عيسى", "escape", ("escaped", 785, 785), id="escapees"),
    pytest.param("أصيب خمسة جنود في منبج", "casualty", ("wounded", 5, 5), id="wounded"),
    pytest.param("اعتقلت الشرطة عشرين متظاهرا", "arrest", ("arrested", 20, 20), id="arrested"),
    pytest.param("أطلقت قسد سراح خمسة معتقلين", "release", ("released", 5, 5), id="released"),
    pytest.param("أفرجت قسد عن عشرات المعتقلين", "release", ("released", 10, 99), id="released, behind عن"),
    pytest.param("سقوط 40 قتيلا وجريحا في الرقة", "casualty", ("persons", 40, 40), id="mixed toll"),
    pytest.param("قتل وأصيب أربعة جنود في الرقة", "casualty", ("persons", 4, 4), id="mixed toll in two verbs"),
    pytest.param("قتل مدني في حلب", "casualty", ("killed", 1, 1), id="lone person"),
    pytest.param("قتل أحد المسلحين في حلب", "casualty", ("killed", 1, 1), id="one of"),
    pytest.param("تظاهر مئات المدنيين في بغداد", "protest", ("persons", 100, 999), id="those who demonstrate"),
    pytest.param("مقتل ثلاثة جنود في الرقة", "casualty", ("killed", 3, 3), id="number behind a verbal noun"),
    pytest.param("سقط عشرون شخصا بين قتيل وجريح في الرقة", "casualty", ("persons", 20, 20), id="mixed toll behind those counted"),
    pytest.param("قالت مصادر إن خمسة جنود قتلوا في الرقة", "casualty", ("killed", 5, 5), id="told before the verb"),
    pytest.param("لقي سبعة جنود حتفهم في الرقة", "casualty", ("killed", 7, 7), id="met their death"),
    pytest.param("أصيبت سيدة وطفلها في منبج", "casualty", ("wounded", 2, 2), id="a woman and her child"),
    pytest.param("اعتقلت الشرطة شابا من أهالي منبج", "arrest", ("arrested", 1, 1), id="lone person with where he is from"),
    pytest.param("تمكن عشرات المدنيين من الفرار من الرقة", "displacement", ("displaced", 10, 99), id="managed to flee"),
    pytest.param("حملة اعتقالات طالت ثلاثين شابا في الرقة", "arrest", ("arrested", 30, 30), id="campaign that reached"),
]


KIN = [
    pytest.param("أصيب رجل وأطفاله الثلاثة في منبج", [("wounded", 1), ("wounded", 3)], id="a man and his three children"),
    pytest.param("أصيب رجل وطفليه في منبج", [("wounded", 3)], id="a man and his two children"),
    pytest.param("مقتل مسلح من مواليد 1998 سوري الجنسية في منبج", [("killed", 1)], id="the year of his birth counts nobody"),
]


@pytest.mark.parametrize(("text", "counts"), KIN)
def test_those_told_with_one_person(text: str, counts: list[tuple[str, int]]) -> None:
    assert [(count[0], count[1]) for count in read_event(text, "casualty").counts] == counts


@pytest.mark.parametrize(("text", "event_type", "count"), COUNTS)
def test_count(text: str, event_type: str, count: tuple[str, int, int | None]) -> None:
    assert read_event(text, event_type).counts == [count]


NO_COUNTS = [
    pytest.param("قتل عدد من المدنيين في حلب", "casualty", id="a number of"),
    pytest.param("قتل عدة جنود في حلب", "casualty", id="several"),
    pytest.param("قتل مدنيون في حلب", "casualty", id="bare plural"),
    pytest.param("فر المعتقلون من السجن عام 2019", "escape", id="a year"),
    pytest.param("مقتل زعيم التنظيم في الرقة", "casualty", id="a person known by his office"),
    pytest.param("تقدم الجيش إلى بلدتي تل تمر وأبو راسين", "territory_gain", id="two towns"),
    pytest.param("أصيب آخرون بجروح في الرقة", "casualty", id="others"),
]


@pytest.mark.parametrize(("text", "event_type"), NO_COUNTS)
def test_no_count(text: str, event_type: str) -> None:
    assert read_event(text, event_type).counts == []


FOLDED = [
    pytest.param("قتل ثلاثة مدنيين في غارة على إدلب", "air_strike", [("killed", 3, 3)], id="killed in a raid"),
    pytest.param("غارة على إدلب أسفرت عن مقتل ثلاثة مدنيين", "air_strike", [("killed", 3, 3)], id="raid that killed"),
    pytest.param("انفجرت سيارة مفخخة في القامشلي ما أدى إلى مقتل ثلاثة مدنيين وإصابة تسعة", "bombing", [("killed", 3, 3), ("wounded", 9, 9)], id="dead and wounded of a car bomb"),
    pytest.param("أصيب خمسة جنود بهجوم على حاجز في منبج", "armed_attack", [("wounded", 5, 5)], id="wounded by an attack"),
    pytest.param("إصابة أربعة مدنيين في قصف على تل رفعت", "shelling", [("wounded", 4, 4)], id="wounded in shelling"),
    pytest.param("قصف على تل رفعت يؤدي إلى إصابة اثنين من المدنيين واستشهاد آخر", "shelling", [("wounded", 2, 2), ("killed", 1, 1)], id="two, and another one"),
    pytest.param("مقتل امرأة وإصابة طفلين في قصف على تل رفعت", "shelling", [("killed", 1, 1), ("wounded", 2, 2)], id="lone woman and two children"),
    pytest.param("قتل خمسة مدنيين بينهم طفلان وامرأة في قصف على تل رفعت", "shelling", [("killed", 5, 5)], id="those among them are not added"),
    pytest.param("مقتل ثلاثة مدنيين (طفلان وامرأة) في قصف على تل رفعت", "shelling", [("killed", 3, 3)], id="those named in brackets are not added"),
    pytest.param("قصف على تل رفعت يؤدي إلى نفوق أربعين خروفا وإصابة مدني", "shelling", [("other", 40, 40), ("wounded", 1, 1)], id="beasts are no persons"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event_type", "counts"), FOLDED)
def test_dead_and_wounded_belong_to_the_attack_beside_them(text: str, event_type: str, counts: list[tuple[str, int, int]]) -> None:
    events = read_events(text)
    assert [event.type for event in events] == [event_type]
    assert events[0].counts == counts


def test_dead_of_an_attack_are_its_target() -> None:
    assert "ثلاثة مدنيين" in read_event("قتل ثلاثة مدنيين في غارة على إدلب", "air_strike").target


def test_dead_alone_are_an_event_of_their_own() -> None:
    assert [event.type for event in read_events("قتل ثلاثة مدنيين في إدلب أمس")] == ["casualty"]


NOBODY = [
    pytest.param("قصف الجيش بلدة تل تمر دون إصابات", "shelling", id="without injuries"),
    pytest.param("انفجرت سيارة مفخخة في القامشلي دون وقوع إصابات", "bombing", id="without injuries occurring"),
]


@pytest.mark.parametrize(("text", "event_type"), NOBODY)
def test_nobody_hurt_is_a_count_of_nought(text: str, event_type: str) -> None:
    events = read_events(text)
    assert [event.type for event in events] == [event_type]
    assert [(low, high) for _, low, high in events[0].counts] == [(0, 0)]


def test_rival_numbers_stay_with_their_own_happening() -> None:
    text = "فر مئات المعتقلين من السجن.\nوأطلقت قسد سراح آلاف الموقوفين."  # hundreds escaped. the SDF freed thousands
    assert [(event.type, event.counts) for event in read_events(text)] == [
        ("escape", [("escaped", 100, 999)]),
        ("release", [("released", 1000, 9999)]),
    ]


def test_number_of_strikes_counts_no_persons() -> None:
    event = read_event("شنت الطائرات 19 غارة على إدلب", "air_strike")  # 19 raids
    assert event.counts == [("other", 19, 19)]


def test_dead_of_another_piece_of_news_are_not_of_the_attack() -> None:
    text = "قصف الجيش بلدة تل رفعت، فيما توفي طفلان غرقا في نهر الفرات"  # the army shelled a town, while two children drowned
    counts = {event.type: event.counts for event in read_events(text)}
    assert counts == {"shelling": [], "casualty": [("killed", 2, 2)]}


def test_each_attack_keeps_its_own_dead() -> None:
    text = "مقتل ثلاثة جنود بانفجار لغم في الرقة، فيما أسفرت غارة على إدلب عن مقتل تسعة مدنيين"
    assert [(event.type, event.counts) for event in read_events(text)] == [("bombing", [("killed", 3, 3)]), ("air_strike", [("killed", 9, 9)])]


def test_total_belongs_to_the_attack_that_is_told_between() -> None:
    event = read_event("ارتفع عدد الشهداء الذين سقطوا جراء القصف على تل رفعت إلى خمسة", "shelling")
    assert event.counts == [("killed", 5, 5)]


def test_no_news_of_a_toll_is_no_nought() -> None:
    assert read_event("قصف الجيش بلدة تل تمر دون ورود أنباء عن إصابات", "shelling").counts == []
    assert read_event("قصف الجيش بلدة تل تمر دون إصابات", "shelling").counts == [("wounded", 0, 0)]


def test_who_kills_is_not_among_the_dead() -> None:
    assert read_event("مسلح يقتل جنديا في الرقة", "armed_attack").counts == [("killed", 1, 1)]

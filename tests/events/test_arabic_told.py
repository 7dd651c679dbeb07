# SPDX-License-Identifier: Apache-2.0
"""Words that name a happening only because the passage told of one, and conditions that look in several places."""

from reading import code_news, read_events

VISIT = "وصل وزير الخارجية الروسي إلى دمشق في زيارة رسمية."


def types_of(text: str) -> list[str]:
    """The types of the events of a text, in order."""
    return [event.type for event in code_news(text).events]


def test_the_visit_is_the_one_that_was_told() -> None:
    assert types_of(f"{VISIT} وتأتي الزيارة بعد أسبوع من القصف.").count("diplomacy") == 2


def test_a_visit_of_which_nothing_was_told_is_none() -> None:
    assert "diplomacy" not in types_of("وتأتي الزيارة بعد أسبوع من القصف على الحي.")


def test_retaking_is_told_of_the_place_taken_before() -> None:
    text = "سيطر الجيش على مدينة سرت بعد معارك مع التنظيم. وأعلن القائد تحريرها من أيدي المسلحين."
    assert types_of(text).count("territory_gain") == 2


def test_what_is_taken_may_stand_far_behind_the_verb() -> None:
    events = read_events("استردت القوات الحكومية بمساعدة رجال القبائل بلدة الكفرة")
    assert "territory_gain" in [event.type for event in events]


def test_a_singular_behind_a_plural_of_another_word_is_another_happening() -> None:
    events = read_events("تواصلت الهجمات على القرى قبل الاقتحام")
    assert [event.trigger for event in events] == ["الهجمات", "الاقتحام"]


def test_the_attack_in_which_somebody_was_killed_is_the_event() -> None:
    events = read_events("قتل جندي أثناء الهجوم على مركز للشرطة في المدينة")
    assert [(event.type, event.trigger) for event in events] == [("armed_attack", "الهجوم")]


def test_what_points_back_to_a_place_makes_a_clause_of_it() -> None:
    assert "arrest" in types_of("شملت الحملة الأمنية 13 ولاية اعتقل فيها نحو 300 شخص.")


def test_places_from_which_is_fired_are_no_fire() -> None:
    events = read_events("استهدفت المدفعية مواقع إطلاق القذائف")
    assert [event.trigger for event in events] == ["استهدفت المدفعية"]


def test_a_place_before_destruction_does_not_hide_it() -> None:
    assert "destruction" in types_of("نفذت الطائرات ضربات قرب مدينة الرقة وتم تدمير مستودع أسلحة.")


def test_a_clause_that_says_where_the_raid_took_place_tells_no_second_one() -> None:
    raid = "شنت طائرة غارة على حاجز للجيش قرب القرية وقتل ثلاثة جنود."
    assert types_of(f"{raid} وقال السكان إن المنطقة التي وقعت فيها الغارة كانت خالية.") == ["air_strike"]
    assert types_of(f"{raid} وقال السكان إن الغارة وقعت قرب مدرسة.") == ["air_strike", "air_strike"]


def test_this_attack_in_quotation_marks_is_the_one_that_was_told() -> None:
    assert types_of('فجر انتحاري نفسه قرب مركز للشرطة. وفتح المدعي العام تحقيقا بعد هذا "الهجوم الإرهابي".') == ["bombing"]


def test_the_trigger_is_the_attack_that_was_foiled() -> None:
    events = read_events("أعلنت الشرطة إحباط مخطط لشن هجوم على السفارة")
    assert [(event.trigger, event.factuality) for event in events] == [("هجوم", "attempted")]


def test_a_war_that_broke_out_is_told_behind_since() -> None:
    assert "military_operation" in types_of("نزح آلاف السكان منذ اندلاع الحرب بين الجيش والمتمردين.")


def test_support_in_a_condolence_is_none() -> None:
    assert "support" not in types_of("قدم الوزير التعازي في ضحايا الهجوم وأكد تضامن بلاده مع الجيش ومساندتها له.")


def test_custody_told_of_as_a_state_is_an_event() -> None:
    assert "arrest" in types_of("عاد الصحفيان اللذان كانا محتجزين في سوريا إلى بلدهما.")


def test_a_group_strikes_somewhere() -> None:
    assert "armed_attack" in types_of("هذه أول مرة يضرب فيها تنظيم داعش في تركيا.")


def test_the_tags_of_a_page_tell_nothing() -> None:
    assert types_of("سمات العراق تفجير داعش ملعب") == []


def test_of_high_explosive_nothing_exploded() -> None:
    assert "bombing" not in [event.type for event in read_events("ضبط الأمن مواد شديدة الانفجار في المنزل")]

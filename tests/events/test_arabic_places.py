# SPDX-License-Identifier: Apache-2.0
"""Where: named places that depend on a happening, nested and listed ones, and names that are no places there."""

import pytest

from reading import code_news, read_event

PLACES = [
    pytest.param("مقتل أربعة أطفال بقصف غربي حماة", "shelling", ["غربي حماة"], id="west of a city, and not Western"),
    pytest.param("قصف الجيش بلدة تل تمر", "shelling", ["بلدة تل تمر"], id="town that is shelled, with its kind"),
    pytest.param("انفجرت سيارة مفخخة في القامشلي", "bombing", ["القامشلي"], id="behind في"),
    pytest.param("انفجرت سيارة مفخخة بالقامشلي", "bombing", ["القامشلي"], id="behind an attached preposition"),
    pytest.param("اندلعت اشتباكات في رأس العين وتل أبيض", "battle", ["رأس العين", "تل أبيض"], id="two listed"),
    pytest.param("انفجرت عبوة ناسفة في بلدة الشحيل بريف دير الزور", "bombing", ["بلدة الشحيل", "ريف دير الزور"], id="one inside the other"),
    pytest.param("هاجم مسلحون حاجزا في قرية الكرامة بمحافظة الرقة", "armed_attack", ["قرية الكرامة", "محافظة الرقة"], id="village and governorate"),
    pytest.param("بدأ الهجوم التركي على شمال سوريا", "military_operation", ["شمال سوريا"], id="direction and country"),
    pytest.param("سيطرت قوات الجيش على مدينة منبج", "territory_gain", ["مدينة منبج"], id="town that is taken"),
    pytest.param("قصفت الطائرات سوق مدينة تل رفعت", "air_strike", ["مدينة تل رفعت"], id="town of a market that is hit"),
    pytest.param("استهدف الطيران جامع بلدة كفرنبل ومدرسة معرة حرمة", "air_strike", ["بلدة كفرنبل", "معرة حرمة"], id="towns of two buildings that are hit"),
    pytest.param("قصفت الطائرات مطار دمشق الدولي", "air_strike", ["مطار دمشق الدولي"], id="site that is a place by itself"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event_type", "places"), PLACES)
def test_place(text: str, event_type: str, places: list[str]) -> None:
    assert read_event(text, event_type).place == places


TOLD_ASIDE = [
    pytest.param("هاجم مسلحون بلدة زلوط المجاورة للحدود السورية", "armed_attack", ["بلدة زلوط"], id="border that a town lies beside"),
    pytest.param("وقع انفجار في قرية الكرامة التي تبعد 20 كيلومترا عن الرقة", "armed_attack", ["قرية الكرامة"], id="city that a village is far from"),
    pytest.param("قصفت الطائرات مواقع للفصائل المدعومة من تركيا في منطقة عفرين", "air_strike", ["منطقة عفرين"], id="who backs a side"),
    pytest.param("قال الوزير في مؤتمر صحفي عقده في عمان إن المسلحين هاجموا حاجزا", "armed_attack", [], id="where it was said"),
    pytest.param("قصفت القوات المتمركزة في قاعدة كلجبرين، قرية الطويلة بريف تل تمر", "shelling", ["قرية الطويلة", "ريف تل تمر"], id="where who shells is stationed"),
    pytest.param("نفذت طائرات إسرائيلية غارات من اتجاه جنوب بيروت على محيط مدينة دمشق", "air_strike", ["محيط مدينة دمشق"], id="where it comes from"),
    pytest.param("قال ناشطون إن القصف مصدره قرية الشعالة", "shelling", [], id="source of fire"),
    pytest.param("قال مراسل إن قوات روسيا المتمركزة في ريف حلب الغربي قصفت بلدة ترمانين", "shelling", ["بلدة ترمانين"], id="where who shells is stationed, before the verb"),
    pytest.param("قصفت المدفعية جسر الشغور", "shelling", ["جسر الشغور"], id="town by the name of a bridge"),
    pytest.param("وصف الخبير الهجوم بأنه رسالة واضحة من إسرائيل", "armed_attack", [], id="whose message it is"),
    pytest.param("أدى القصف إلى أضرار في محطة الوقود", "shelling", [], id="kind of a building is no name"),
    pytest.param("محافظة الحسكة: أرسلت قوات الجيش تعزيزات إلى تل تمر", "deployment", ["محافظة الحسكة"], id="place line beside a way"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event_type", "places"), TOLD_ASIDE)
def test_places_told_aside_are_not_where_it_happens(text: str, event_type: str, places: list[str]) -> None:
    assert read_event(text, event_type).place == places


TOLD_ON = [
    pytest.param(
        "قصفت الطائرات قرية قطمة ضمن مناطق نفوذ الفصائل بناحية شران في ريف عفرين", "air_strike", ["قرية قطمة", "ناحية شران", "ريف عفرين"], id="behind who holds it",
    ),
    pytest.param("دارت اشتباكات على جبهة مدينة مارع، ضمن ما يعرف بمنطقة \"درع الفرات\"", "battle", ["جبهة مدينة مارع", "منطقة \"درع الفرات\""], id="how it is called"),
    pytest.param("قصف الجيش قرية كفرعمة وقتل رجل في مدينة إدلب", "shelling", ["قرية كفرعمة"], id="another deed between"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event_type", "places"), TOLD_ON)
def test_places_told_on_behind_a_place(text: str, event_type: str, places: list[str]) -> None:
    assert read_event(text, event_type).place == places


NO_PLACES = [
    pytest.param("اتهمت أنقرة قسد بقصف المقر", "shelling", id="capital that speaks"),
    pytest.param("اتهمت دمشق أنقرة بقصف المقر", "shelling", id="capital that is accused"),
    pytest.param("قال وزير خارجية فرنسا إن القصف متواصل", "shelling", id="whose minister"),
    pytest.param("أدانت موسكو الهجوم على المقر", "armed_attack", id="capital that condemns"),
]


@pytest.mark.parametrize(("text", "event_type"), NO_PLACES)
def test_names_that_act_or_speak_are_no_places(text: str, event_type: str) -> None:
    assert read_event(text, event_type).place == []


def test_each_happening_takes_its_own_place() -> None:
    text = "قصفت الطائرات مقرا في عين عيسى، وانفجرت سيارة مفخخة في القامشلي"  # aircraft ... in Ain Issa, and a car bomb ... in Qamishli
    assert (read_event(text, "air_strike").place, read_event(text, "bombing").place) == (["عين عيسى"], ["القامشلي"])


def test_destination_is_no_place_of_the_happening() -> None:
    event = read_event("نقلت القوات الأمريكية عشرات المعتقلين إلى العراق", "transfer")
    assert (event.destination, event.place) == (["العراق"], [])


def test_known_place_has_a_point() -> None:
    (event,) = code_news("انفجرت سيارة مفخخة في القامشلي").events
    assert event.where is not None
    assert event.where.latitude == pytest.approx(37.05, abs=0.1)
    assert event.where.longitude == pytest.approx(41.22, abs=0.1)


def test_unknown_place_has_none() -> None:
    (event,) = code_news("انفجرت سيارة مفخخة في قرية ززززقق").events
    assert event.where is None or event.where.latitude is None


TIMES = [
    pytest.param("قصف الجيش بلدة تل تمر أمس", "أمس", "2019-10-14", id="yesterday"),
    pytest.param("قصف الجيش بلدة تل تمر في 9 تشرين الأول", "9 تشرين الأول", "2019-10-09", id="day and month"),
    pytest.param("قصف الجيش بلدة تل تمر اليوم", "اليوم", "2019-10-15", id="today"),
]


@pytest.mark.parametrize(("text", "words", "day"), TIMES)
def test_time(text: str, words: str, day: str) -> None:
    (event,) = code_news(text).events
    assert event.time is not None
    assert words in event.time.of(text)
    assert event.when is not None
    assert event.when.value == day


def test_time_of_the_sentence_before_is_inherited_and_says_so() -> None:
    text = "انفجرت سيارة مفخخة في القامشلي أمس.\nوهاجم مسلحون حاجزا في الحسكة."
    second = code_news(text).events[1]
    assert second.time is None
    assert second.when is not None
    assert (second.when.value, second.when.basis) == ("2019-10-14", "inherited")


def test_unknown_day_stays_unknown() -> None:
    (event,) = code_news("انفجرت سيارة مفخخة في القامشلي", published=None).events
    assert event.when is None


def test_day_of_publication_is_a_guess_and_says_so() -> None:
    (event,) = code_news("انفجرت سيارة مفخخة في القامشلي").events
    assert event.when is not None
    assert event.when.basis == "published"


def test_deed_behind_a_place_is_no_place() -> None:
    assert read_event("بدأ تقديم المساعدات الإنسانية للسكان في اليمن، وبإشراف من مركز الإغاثة", "aid").place == ["اليمن"]


@pytest.mark.parametrize("born", ["من مواليد عام 1993", "تولد 1993", "(مواليد 1993)"])
def test_a_year_of_birth_is_not_when_it_happened(born: str) -> None:
    (event,) = code_news(f"قتلت المدرسة قمر حافظ {born} بقصف مدفعي على مدينة أريحا", published="2021-10-20").events
    assert event.when is not None
    assert (event.when.start, event.when.basis) == ("2021-10-20", "published")

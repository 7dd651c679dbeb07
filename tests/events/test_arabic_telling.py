# SPDX-License-Identifier: Apache-2.0
"""Does a sentence report a happening, refer back to it, or speak in general; and what is kept of the words of its toll."""

import pytest

from rasid.records import Event
from reading import code_news

REPORTED = [
    pytest.param("قتل ثلاثة جنود في هجوم على حاجز أمس", id="toll with its cause"),
    pytest.param("أعلنت الشرطة مقتل ستة أشخاص في انفجار سيارة مفخخة", id="announced"),
    pytest.param("أفاد مصدر أمني بمقتل شرطيين في انفجار عبوة ناسفة", id="told of, behind ب"),
    pytest.param("وقع انفجار قرب مقر الشرطة", id="took place"),
    pytest.param("تعرض قيادي في الحركة، أمس الثلاثاء، للخطف في المدينة", id="underwent, behind a remark"),
    pytest.param("اغتيال ضابط في الشرطة شمال المدينة", id="headline"),
    pytest.param("تفجير انتحاري في السوق يقتل عشرين شخصا", id="present of a headline"),
    pytest.param("خطف مسلحون أربعة مهندسين أمس", id="past verb"),
    pytest.param("تتواصل الاشتباكات في المدينة", id="goes on"),
    pytest.param("نزح السكان وسط اشتباكات عنيفة في البلدة", id="beside what happens"),
    pytest.param("قام مسلحون يرتدون بزات الشرطة بخطف موظف من مكتبه", id="did, behind a clause about the doer"),
    pytest.param("أسفر الهجوم عن مقتل خمسة مدنيين", id="known attack with its toll"),
    pytest.param("ثلاثة قتلى في تفجير استهدف دورية للجيش", id="toll as a noun"),
]


@pytest.mark.parametrize("text", REPORTED)
def test_reported(text: str) -> None:
    assert "reported" in tellings(text)


BACKGROUND = [
    pytest.param("لم تتغير البلاد منذ اغتيال الوزير", id="since the murder"),
    pytest.param("اعتقلت الشرطة منفذ الهجوم", id="who carried out the attack"),
    pytest.param("تنظر المحكمة في قضية اغتيال الوزير", id="case of the murder"),
    pytest.param("زار الوفد المدينة التي قصفتها الطائرات", id="relative clause"),
    pytest.param("عاد السكان بعد أن قصفت الطائرات البلدة", id="behind after"),
    pytest.param("وكان مسلحون قد خطفوا مهندسا في المدينة", id="pluperfect"),
    pytest.param("يعتقد المحققون أن مسلحين خطفوا المهندس", id="thought and not told"),
    pytest.param("ندد الوزير بالهجوم على السفارة", id="condemned"),
    pytest.param("قصفت الطائرات المدينة عام 1981", id="history by its year"),
    pytest.param("قتل 76 مدنيا في المدينة منذ عام 2003", id="a sum since long ago"),
]


@pytest.mark.parametrize("text", BACKGROUND)
def test_background(text: str) -> None:
    assert tellings(text) == {"background"}


GENERAL = [
    pytest.param("هؤلاء يقتلون المدنيين في كل مكان", id="habit"),
    pytest.param("هل قصفت الطائرات المدينة؟", id="question"),
]


@pytest.mark.parametrize("text", GENERAL)
def test_general(text: str) -> None:
    assert "reported" not in tellings(text)


def test_reason_names_the_word_that_asserts() -> None:
    (event,) = violent("وقع انفجار قرب مقر الشرطة")
    assert event.telling_reason == "asserted by وقع"


def test_words_of_the_dead_stay_with_the_attack_that_explains_them() -> None:
    text = "قتل ثلاثة جنود في انفجار عبوة ناسفة"
    (event,) = violent(text)
    assert [span.of(text) for span in event.outcome] == ["قتل"]


def test_a_blast_is_no_dawn() -> None:
    text = "فجر انتحاري سيارة مفخخة أمام مطعم"
    event = violent(text)[0]
    assert (event.trigger.of(text), [span.of(text) for span in event.spans("actor")]) == ("فجر", ["انتحاري"])


def test_the_dawn_is_no_blast() -> None:
    assert violent("وصل الوفد إلى المدينة فجر الاثنين") == []


def violent(text: str) -> list[Event]:
    """The events of violence in a sentence that stands in news of conflict."""
    kinds = {"battle", "air_strike", "shelling", "bombing", "armed_attack", "assassination", "execution", "abuse", "abduction", "casualty"}
    return [event for event in code_news(text).events if event.sentence == 0 and event.type in kinds]


def tellings(text: str) -> set[str]:
    return {event.telling for event in violent(text)}


WHO = [
    pytest.param("قتل جندي برصاص مسلحين مجهولين", "target", ["جندي"], id="killed, with nobody killing"),
    pytest.param("قتل جنديان بانفجار لغم", "target", ["جنديان"], id="killed by an explosion"),
    pytest.param("عثرت الشرطة على جثة شاب في الحي", "target", ["شاب"], id="whose body it is"),
    pytest.param("هاجم مسلحون من العشائر حاجزا للجيش", "actor", ["مسلحون من العشائر"], id="a group with its side"),
    pytest.param("خطف مجهولون أمس القنصل العام في المدينة", "target", ["القنصل العام"], id="a day before the object"),
]


@pytest.mark.parametrize(("text", "role", "words"), WHO)
def test_who_acts_and_who_undergoes(text: str, role: str, words: list[str]) -> None:
    event = violent(text)[0]
    assert [argument.span.of(text) for argument in event.arguments if argument.role == role] == words


def test_demonstrations_that_spread_are_news_and_no_deed_of_a_known_crowd() -> None:
    (event,) = [event for event in code_news("عمت المظاهرات أنحاء البلاد").events if event.sentence == 0 and event.type == "protest"]
    assert event.telling == "reported"

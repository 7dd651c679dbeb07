# SPDX-License-Identifier: Apache-2.0
"""Who does it and to whom in news of courts, protests, arrests and aid: one rule a test, sentences of our own."""

import pytest

from reading import read_event

CLAUSES = [
    pytest.param("أكدت أنقرة أنها ستعتقل المهربين", "arrest", ["أنقرة"], ["المهربين"], id="a pronoun on that is the subject"),
    pytest.param("أصدرت المحكمة العسكرية اليوم، حكما بالسجن على الجنرال", "trial", ["المحكمة العسكرية"], ["الجنرال"], id="object behind a time and a comma"),
    pytest.param("واصلت القوات التركية، قصفها لمواقع الفصائل", "shelling", ["القوات التركية"], ["مواقع الفصائل"], id="own deed behind a comma"),
    pytest.param("اعتقلت الشرطة المهندس و شقيقه", "arrest", ["الشرطة"], ["المهندس", "شقيقه"], id="and that stands apart"),
]


@pytest.mark.parametrize(("text", "event_type", "actor", "target"), CLAUSES)
def test_clauses(text: str, event_type: str, actor: list[str], target: list[str]) -> None:
    event = read_event(text, event_type)
    assert (event.actor, [words.removeprefix("ل") for words in event.target]) == (actor, target)


COURTS = [
    pytest.param("قضت محكمة الجنايات بحبس خمسة ناشطين", ["محكمة الجنايات"], ["خمسة ناشطين"], id="whom the penalty hits"),
    pytest.param("أحال قاضي التحقيق المتهم على محكمة الاستئناف", ["قاضي التحقيق"], ["المتهم"], id="the court sent to is no target"),
    pytest.param("بدأت أمس محاكمة الرئيس السابق أمام محكمة عسكرية", ["محكمة عسكرية"], ["الرئيس السابق"], id="the court tried before acts"),
]


@pytest.mark.parametrize(("text", "actor", "target"), COURTS)
def test_courts(text: str, actor: list[str], target: list[str]) -> None:
    event = read_event(text, "trial")
    assert (event.actor, event.target) == (actor, target)


def test_war_is_against_its_target() -> None:
    assert read_event("تخوض القوات العراقية حربا ضد تنظيم داعش منذ عام", "military_operation").target == ["تنظيم داعش"]


PROTESTS = [
    pytest.param("شهدت المدينة احتجاجات ضد قرار الحكومة", [], ["قرار الحكومة"], id="against a deed"),
    pytest.param("تواصل إضراب أساتذة التعليم الثانوي في العاصمة", ["أساتذة التعليم الثانوي"], [], id="the genitive strikes"),
]


@pytest.mark.parametrize(("text", "actor", "target"), PROTESTS)
def test_protests(text: str, actor: list[str], target: list[str]) -> None:
    event = read_event(text, "protest")
    assert (event.actor, event.target) == (actor, target)


def test_pronoun_of_a_preposition_undergoes() -> None:
    assert read_event("قال الناشط إن السلطات أفرجت عنه أمس", "release").target == ["الناشط"]


def test_owner_of_a_try_does_the_deed() -> None:
    text = "اندلعت اشتباكات مع قوة أمنية أثناء محاولتها مداهمة منزل مطلوب"
    assert read_event(text, "armed_attack").actor == ["قوة أمنية"]


def test_side_behind_from_is_not_a_second_doer() -> None:
    assert read_event("خطف عناصر من التنظيم مدنيا", "abduction").actor[:1] == ["عناصر من التنظيم"]


def test_two_qualities_are_one_phrase() -> None:
    event = read_event("قصفت الطائرات السورية والروسية مواقع الفصائل", "air_strike")
    assert event.actor == ["الطائرات السورية والروسية"]


MEETINGS = [
    pytest.param("عقد أمس اجتماع برئاسة الرئيس المصري", ["الرئيس المصري"], id="who presides"),
    pytest.param("عقد أمس اجتماع حضره السفير الروسي", ["السفير الروسي"], id="who attends"),
    pytest.param("عقد أمس لقاء جمع الرئيس المصري ونظيره الفرنسي", ["الرئيس المصري", "نظيره الفرنسي"], id="whom it brings together"),
]


@pytest.mark.parametrize(("text", "actor"), MEETINGS)
def test_meetings(text: str, actor: list[str]) -> None:
    assert read_event(text, "diplomacy").actor == actor


def test_march_is_the_deed_and_who_called_for_it_its_doer() -> None:
    assert read_event("انطلقت مسيرة احتجاجية دعت إليها نقابة المعلمين", "protest").actor == ["نقابة المعلمين"]


def test_those_who_take_part_act_too() -> None:
    text = "شن التحالف غارات على الموصل بمشاركة طائرات بريطانية"
    assert read_event(text, "air_strike").actor == ["التحالف", "طائرات بريطانية"]


def test_plural_that_a_clause_describes_is_its_subject() -> None:
    text = "دارت اشتباكات مع مقاتلين معارضين للنظام اختطفوا ثلاثة مدنيين"
    assert read_event(text, "abduction").actor == ["مقاتلين معارضين"]


def test_suspect_named_before_a_comma_did_the_deed() -> None:
    text = "أوقفت الشرطة خالد سالم، المشتبه به في هجمات العاصمة"
    assert read_event(text, "armed_attack").actor == ["خالد سالم"]


def test_background_is_nobody() -> None:
    assert read_event("أوقفت الشرطة ثلاثة أشخاص على خلفية القضية", "arrest").target == ["ثلاثة أشخاص"]


def test_another_is_a_person() -> None:
    event = read_event("قتل مسلح واعتقل آخر قرب البلدة", "arrest")
    assert (event.actor, event.target) == ([], ["آخر"])


ANNOUNCED = [
    pytest.param("أعلنت الحكومة إرسال مساعدات إلى المتضررين", "aid", "الحكومة", id="aid"),
    pytest.param("أعلن الرئيس فرض حظر التجول في العاصمة", "repression", "الرئيس", id="a ban"),
]


@pytest.mark.parametrize(("text", "event_type", "actor"), ANNOUNCED)
def test_states_announce_their_own_deeds(text: str, event_type: str, actor: str) -> None:
    assert read_event(text, event_type).actor == [actor]


def test_hundreds_protest_behind_a_masculine_verb() -> None:
    assert read_event("تظاهر المئات ضد الانقلاب", "protest").actor == ["المئات"]


def test_who_travels_to_fight_joins() -> None:
    assert read_event("سافر الشاب إلى سوريا للالتحاق بتنظيم داعش", "recruitment").actor == ["الشاب"]


def test_who_is_helped_among_the_words_of_the_trigger() -> None:
    assert read_event("تم إسعاف المصابين في المكان بعد القصف", "aid").target == ["المصابين"]


MOVES = [
    pytest.param("التقى وزير الخارجية نظيره الروسي في موسكو", "diplomacy", ["وزير الخارجية"], ["نظيره الروسي"], id="met his counterpart"),
    pytest.param("انشق ضابط عن الجيش", "recruitment", ["ضابط"], ["الجيش"], id="defected from the army"),
    pytest.param("استقبلت ألمانيا مئات اللاجئين السوريين", "displacement", ["ألمانيا"], ["مئات اللاجئين السوريين"], id="took in refugees"),
]


@pytest.mark.parametrize(("text", "event_type", "actor", "target"), MOVES)
def test_who_meets_leaves_and_takes_in(text: str, event_type: str, actor: list[str], target: list[str]) -> None:
    event = read_event(text, event_type)
    assert (event.actor, event.target) == (actor, target)

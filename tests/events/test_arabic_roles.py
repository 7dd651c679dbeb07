# SPDX-License-Identifier: Apache-2.0
"""Who does it and to whom, in Arabic: one rule a table, one sentence a case."""

import pytest

from reading import read_event, read_events

ACTIVE = [
    pytest.param("قصف الجيش السوري مواقع الفصائل", "shelling", ["الجيش السوري"], ["مواقع الفصائل"], id="verb, actor, target"),
    pytest.param("الجيش السوري قصف مواقع الفصائل", "shelling", ["الجيش السوري"], ["مواقع الفصائل"], id="actor first"),
    pytest.param("هاجم مسلحون دورية للشرطة", "armed_attack", ["مسلحون"], ["دورية"], id="gunmen attacked a patrol"),
    pytest.param("اعتقلت الشرطة عشرة متظاهرين", "arrest", ["الشرطة"], ["عشرة متظاهرين"], id="police arrested ten protesters"),
    pytest.param("خطف مسلحون صحفيا", "abduction", ["مسلحون"], ["صحفيا"], id="gunmen kidnapped a journalist"),
    pytest.param("أعدم التنظيم خمسة أسرى", "execution", ["التنظيم"], ["خمسة أسرى"], id="the organisation executed five captives"),
    pytest.param("أحرق مسلحون منازل المدنيين", "destruction", ["مسلحون"], ["منازل المدنيين"], id="gunmen burned houses"),
    pytest.param("أفرجت قسد عن عشرات المعتقلين", "release", ["قسد"], ["عشرات المعتقلين"], id="the SDF released dozens"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event_type", "actor", "target"), ACTIVE)
def test_subject_acts_and_object_undergoes(text: str, event_type: str, actor: list[str], target: list[str]) -> None:
    event = read_event(text, event_type)
    assert (event.actor, [words.split(" ل")[0] for words in event.target]) == (actor, target)


NOUNS = [
    pytest.param("بعد قصف السجون والمخيمات", "shelling", [], ["السجون", "المخيمات"], id="genitive undergoes"),
    pytest.param("بعد هجوم التنظيم على السجن", "armed_attack", ["التنظيم"], ["السجن"], id="genitive acts where another undergoes"),
    pytest.param("بعد قصف السجن من قبل الطائرات التركية", "air_strike", ["الطائرات التركية"], ["السجن"], id="by"),
    pytest.param("بعد قتل القائد على يد عناصر داعش", "assassination", ["عناصر داعش"], ["القائد"], id="at the hands of"),
    pytest.param("الهجوم التركي على مقر أمني", "armed_attack", ["التركي"], ["مقر أمني"], id="national adjective where nothing else names the doer"),
    pytest.param("اعتقال الشرطة لعشرة متظاهرين", "arrest", ["الشرطة"], ["عشرة متظاهرين"], id="arrest by the police of ten"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event_type", "actor", "target"), NOUNS)
def test_roles_of_a_verbal_noun(text: str, event_type: str, actor: list[str], target: list[str]) -> None:
    event = read_event(f"{text} غادر السكان المنطقة", event_type)  # ... residents left the area
    assert (event.actor, event.target) == (actor, target)


def test_adjective_is_no_actor_where_another_is_named() -> None:
    assert read_event("شنت الفصائل هجوما على القاعدة التركية", "armed_attack").actor == ["الفصائل"]  # attacked the Turkish base


SUPPORTED = [
    pytest.param("شنت القوات التركية هجوما على مواقع قسد", "armed_attack", ["القوات التركية"], ["مواقع قسد"], id="launched an attack"),
    pytest.param("نفذت الطائرات غارات على مقر أمني", "air_strike", ["الطائرات"], ["مقر أمني"], id="carried out raids"),
    pytest.param("بدأت القوات انسحابا من البلدة", "withdrawal", ["القوات"], [], id="began a withdrawal"),
    pytest.param("هجوم شنته القوات التركية على مقر أمني أوقع خسائر", "armed_attack", ["القوات التركية"], ["مقر أمني"], id="attack that they launched"),
    pytest.param("الغارات التي تشنها الطائرات التركية على مواقع قسد مستمرة", "air_strike", ["الطائرات التركية"], ["مواقع قسد"], id="raids that aircraft launch"),
    pytest.param("تعرض المقر لقصف من القوات التركية", "shelling", ["القوات التركية"], ["المقر"], id="underwent shelling by"),
    pytest.param("تم إطلاق سراح خمسة معتقلين", "release", [], ["خمسة معتقلين"], id="passive with تم"),
    pytest.param("أعلنت الشرطة اعتقال عشرة متظاهرين", "arrest", ["الشرطة"], ["عشرة متظاهرين"], id="who announces it did it"),
    pytest.param("أطلقت القوات النار على المتظاهرين", "repression", ["القوات"], ["المتظاهرين"], id="opened fire on protesters"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event_type", "actor", "target"), SUPPORTED)
def test_support_verb_lends_its_dependents(text: str, event_type: str, actor: list[str], target: list[str]) -> None:
    event = read_event(text, event_type)
    assert (event.actor, event.target) == (actor, target)


def test_who_reports_does_not_do_it() -> None:
    assert read_event("وثق المرصد قصف السجن بالمدفعية", "shelling").actor == []  # the observatory documented the shelling


PASSIVE = [
    pytest.param("اغتيل قيادي في دمشق", "assassination", "قيادي", id="was assassinated"),
    pytest.param("قتل ثلاثة مدنيين في حلب", "casualty", "ثلاثة مدنيين", id="were killed, nobody named"),
    pytest.param("اعتقل عشرة متظاهرين في بغداد", "arrest", "عشرة متظاهرين", id="were arrested"),
    pytest.param("أصيب جندي بجروح في منبج", "casualty", "جندي", id="was wounded"),
]


@pytest.mark.parametrize(("text", "event_type", "target"), PASSIVE)
def test_subject_of_a_passive_undergoes(text: str, event_type: str, target: str) -> None:
    event = read_event(text, event_type)
    assert (event.actor, event.target) == ([], [target])


BOTH = [
    pytest.param("اندلعت اشتباكات بين قوات الجيش ومسلحين في ريف إدلب", ["قوات الجيش", "مسلحين"], id="between"),
    pytest.param("اشتبكت قسد مع الفصائل في تل تمر", ["قسد", "الفصائل"], id="clashed with"),
    pytest.param("دارت معارك بين قسد والجيش التركي في رأس العين", ["قسد", "الجيش التركي"], id="battles took place between"),
]


@pytest.mark.parametrize(("text", "sides"), BOTH)
def test_both_sides_of_a_battle_act(text: str, sides: list[str]) -> None:
    assert read_event(text, "battle").actor == sides


MOVES = [
    pytest.param("انسحبت القوات الأمريكية من منبج إلى العراق", "withdrawal", "actor", ["القوات الأمريكية"], id="who withdraws"),
    pytest.param("فر مئات السجناء من سجن في عين عيسى", "escape", "target", ["مئات السجناء"], id="who escapes"),
    pytest.param("نقلت القوات الأمريكية عشرات المعتقلين إلى العراق", "transfer", "target", ["عشرات المعتقلين"], id="who is moved"),
    pytest.param("نقلت القوات الأمريكية عشرات المعتقلين إلى العراق", "transfer", "destination", ["العراق"], id="where to"),
    pytest.param("نزح آلاف المدنيين من رأس العين إلى الحسكة", "displacement", "target", ["آلاف المدنيين"], id="who flees"),
    pytest.param("نزح آلاف المدنيين من رأس العين إلى الحسكة", "displacement", "origin", ["رأس العين"], id="where from"),
    pytest.param("نزح آلاف المدنيين من رأس العين إلى الحسكة", "displacement", "destination", ["الحسكة"], id="where to, on foot"),
]


@pytest.mark.parametrize(("text", "event_type", "role", "expected"), MOVES)
def test_movement(text: str, event_type: str, role: str, expected: list[str]) -> None:
    assert getattr(read_event(text, event_type), role) == expected


OTHERS = [
    pytest.param("سيطرت قوات الجيش على بلدة تل تمر", "territory_gain", ["قوات الجيش"], ["بلدة تل تمر"], id="took a town"),
    pytest.param("انضم عشرات الشبان إلى التنظيم", "recruitment", ["عشرات الشبان"], ["التنظيم"], id="joined the organisation"),
    pytest.param("التقى وزير الخارجية الروسي نظيره التركي في موسكو", "diplomacy", ["وزير الخارجية الروسي"], ["نظيره التركي"], id="met his counterpart"),
    pytest.param("فرضت واشنطن عقوبات على وزراء أتراك", "sanction", ["واشنطن"], ["وزراء أتراك"], id="imposed sanctions on"),
    pytest.param("حكمت المحكمة على صحفي بالسجن عشر سنوات", "trial", ["المحكمة"], ["صحفي"], id="sentenced a journalist"),
    pytest.param("علقت قسد عملياتها ضد داعش", "suspend_operation", ["قسد"], ["داعش"], id="suspended its operations against"),
    pytest.param("استأنفت قسد عملياتها ضد داعش", "resume_operation", ["قسد"], ["داعش"], id="resumed its operations against"),
    pytest.param("قدمت واشنطن أسلحة إلى الفصائل", "support", ["واشنطن"], ["الفصائل"], id="gave weapons to"),
    pytest.param("تظاهر مئات المدنيين في دير الزور", "protest", ["مئات المدنيين"], [], id="demonstrated"),
    pytest.param("ضبطت الشرطة أسلحة في منزل بالحسكة", "seizure", ["الشرطة"], ["أسلحة"], id="seized weapons"),
]


@pytest.mark.parametrize(("text", "event_type", "actor", "target"), OTHERS)
def test_roles_by_the_frame_of_the_trigger(text: str, event_type: str, actor: list[str], target: list[str]) -> None:
    event = read_event(text, event_type)
    assert (event.actor, event.target) == (actor, target)


CARRIED = [
    pytest.param("قتل مدني بقصف مدفعي استهدف سوق البلدة", "shelling", id="shelling that targeted"),
    pytest.param("استهدفت الطائرات المقر بثلاث غارات", "air_strike", id="targeted with three raids"),
    pytest.param("انفجرت سيارة مفخخة استهدفت حاجزا للشرطة", "bombing", id="car bomb that targeted"),
]


@pytest.mark.parametrize(("text", "event_type"), CARRIED)
def test_verb_that_carries_an_attack_is_no_second_event(text: str, event_type: str) -> None:
    assert [event.type for event in read_events(text)] == [event_type]


def test_carried_attack_takes_what_the_verb_strikes() -> None:
    assert "سوق البلدة" in read_event("قتل مدني بقصف مدفعي استهدف سوق البلدة", "shelling").target


def test_weapon_is_instrument_and_neither_doer_nor_target() -> None:
    event = read_event("سقطت قذائف على منازل المدنيين في رأس العين", "shelling")  # shells fell on houses of civilians
    assert "قذائف" not in [*event.actor, *event.target]


def test_accused_of_the_claim_is_the_doer() -> None:
    text = "اتهمت الإدارة الذاتية تركيا بقصف السجون"  # the administration accused Turkey of shelling the prisons
    assert read_event(text, "shelling").actor == ["تركيا"]


def test_who_claims_responsibility_is_the_doer() -> None:
    text = "تبنى تنظيم داعش تفجير سيارة مفخخة في القامشلي"  # IS claimed the car bombing in Qamishli
    assert read_event(text, "bombing").actor == ["تنظيم داعش"]


def test_two_joined_targets_are_two_arguments() -> None:
    event = read_event("قصفت الطائرات السجون والمخيمات", "air_strike")  # aircraft bombed prisons and camps
    assert event.target == ["السجون", "المخيمات"]


def test_hidden_subject_is_that_of_the_verb_before() -> None:
    text = "دخلت القوات التركية البلدة وقصفت مقرا أمنيا"  # Turkish forces entered the town and shelled an office
    assert read_event(text, "shelling").actor == ["القوات التركية"]


STRUCK = [
    pytest.param("استهدفت الفصائل بقذائف الهاون مقرات الجيش", "shelling", ["الفصائل"], ["مقرات الجيش"], id="object behind the shells"),
    pytest.param("استهدف الجيش، فجر اليوم، بضربات جوية مقرات التنظيم", "air_strike", ["الجيش"], ["مقرات التنظيم"], id="object behind a time and the means"),
    pytest.param("استهدف مسلحون بصاروخ ممتلكات التجار", "shelling", ["مسلحون"], ["ممتلكات التجار"], id="no genitive of a missile"),
    pytest.param("الغارات تركزت حول المدينة ودمرت مستودعا", "air_strike", [], ["مستودعا"], id="verb that goes on"),
    pytest.param("القصف تركز على السوق الشعبي", "shelling", [], ["السوق الشعبي"], id="what it falls on"),
    pytest.param("إصابة طفل جراء قصف لقوات النظام استهدف مدرسة", "shelling", ["قوات النظام"], ["مدرسة", "طفل"], id="doers between the deed and its verb"),
    pytest.param("جراء قصف مدفعي وصاروخي لقوات الجيش على مدرسة", "shelling", ["قوات الجيش"], ["مدرسة"], id="two qualities"),
    pytest.param("جراء قصف من قوات النظام وروسيا لمدرسة", "shelling", ["قوات النظام", "روسيا"], ["مدرسة"], id="two sides and whom it is for"),
    pytest.param("قصف من مناطق تسيطر عليها قوات النظام وروسيا على مدرسة", "shelling", ["قوات النظام", "روسيا"], ["مدرسة"], id="who holds where it comes from"),
    pytest.param("استُهدفت المدرسة بغارة", "air_strike", [], ["المدرسة"], id="marked passive"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "event_type", "actor", "target"), STRUCK)
def test_what_an_attack_strikes(text: str, event_type: str, actor: list[str], target: list[str]) -> None:
    event = read_event(text, event_type)
    assert (event.actor, event.target) == (actor, target)


DETOURS = [
    pytest.param("أصيب طفل إثر قيام الجيش باستهداف سيارة", ["الجيش"], id="noun of doing behind a toll"),
    pytest.param("القوات التي اقتحمته انسحبت من الحي", ["القوات"], id="antecedent that the pronoun cannot be"),
    pytest.param("نفت الفصائل مهاجمة حاجز للجيش", ["الفصائل"], id="who denies it"),
    pytest.param("قالت مصادر إن هجوما وقع على حاجز", [], id="who tells of it"),
    pytest.param("استجابت فرق الدفاع المدني لهجوم على مدرسة", [], id="who helps"),
    pytest.param("خلايا التنظيم تهاجم حاجزا للجيش", ["خلايا التنظيم"], id="broken plural and a feminine verb"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "actor"), DETOURS)
def test_doer_of_an_attack_told_by_a_detour(text: str, actor: list[str]) -> None:
    assert [event.actor for event in read_events(text)][:1] == [actor]


def test_speaker_of_we_does_it() -> None:
    assert read_event("وزير الدفاع: سنقصف مواقع التنظيم", "shelling").actor == ["وزير الدفاع"]  # we shall shell


def test_owner_of_the_first_deed_does_the_second() -> None:
    assert read_event("انسحب الجيش بعد قصفه منزلا وتدميره", "destruction").actor == ["الجيش"]  # after its shelling of a house and its destroying it


def test_people_among_the_words_of_a_trigger_undergo_it() -> None:
    assert read_event("تواصل الحكومة إعادة اللاجئين", "displacement").target == ["اللاجئين"]  # goes on returning the refugees


def test_what_is_said_according_to_somebody_is_no_target() -> None:
    assert read_event("قصفت الطائرات مقرا للتنظيم وفقا للمرصد", "air_strike").target == ["مقرا"]  # according to the observatory


def test_side_with_a_verb_behind_it_begins_a_clause() -> None:
    assert read_event("قصف على إدلب والفصائل تلاحق المهربين", "shelling").target == []  # shelling of Idlib, and the factions pursue


LED_TO = [
    pytest.param("نجح الجيش في قتل عشرة مسلحين", "armed_attack", "الجيش", id="succeeded in it"),
    pytest.param("شاركت طائرات التحالف لأول مرة في قصف مواقع المتمردين", "air_strike", "طائرات التحالف", id="took part in it"),
    pytest.param("أعلن البيان عن قيام طيران التحالف بتنفيذ أربع غارات على المواقع", "air_strike", "طيران التحالف", id="set about carrying it out"),
    pytest.param("قامت امرأة اعتنقت الإسلام بتفجير نفسها أمام حاجز", "bombing", "امرأة", id="set about it, behind a clause on her"),
    pytest.param("تعرضت قاعدة للجيش أمس إلى هجوم انتحاري، نسب إلى المتمردين", "bombing", "المتمردين", id="attributed to"),
    pytest.param("قتل ثلاثة أشخاص في هجوم أعلنت حركة طالبان مسؤوليتها عنه", "armed_attack", "حركة طالبان", id="claims it in a clause behind"),
    pytest.param("أصيب الطفل إثر إصابته برصاص عناصر الميليشيا", "armed_attack", "عناصر الميليشيا", id="whose fire it was"),
]


@pytest.mark.parametrize(("text", "kind", "actor"), LED_TO)
def test_doer_behind_a_verb_that_leads_to_the_deed(text: str, kind: str, actor: str) -> None:
    assert read_event(text, kind).actor == [actor]


def test_raids_are_not_of_whom_the_bombing_before_them_is_attributed_to() -> None:
    assert read_event("جاءت المداهمات بعد مقتل عشرين شخصا في تفجير انتحاري نسب إلى التنظيم", "armed_attack").actor == []


BEHIND_A_DESCRIPTION = [
    pytest.param("خطف مسلحون يرتدون زي الشرطة خمسة عمال من الوزارة", "abduction", "خمسة عمال", id="uniforms"),
    pytest.param("قتل مسلحون يستقلون دراجة نارية ضابطا في الشرطة", "assassination", "ضابطا", id="motorcycle"),
    pytest.param("هاجم مسلحون يستقلون سيارات رباعية الدفع حاجزا للجيش", "armed_attack", "حاجزا", id="cars"),
]


@pytest.mark.parametrize(("text", "kind", "target"), BEHIND_A_DESCRIPTION)
def test_object_behind_a_clause_on_the_subject(text: str, kind: str, target: str) -> None:
    event = read_event(text, kind)
    assert (event.actor, event.target) == (["مسلحون"], [target])


def test_who_goes_by_a_bomb_is_whom_it_strikes() -> None:
    assert read_event("انفجرت عبوة ناسفة لدى مرور دورية للشرطة", "bombing").target == ["دورية"]

# SPDX-License-Identifier: Apache-2.0
"""Did it happen, was it tried, is it planned, feared or denied; and which words say so."""

import pytest

from reading import code_news, read_event

HAPPENED = [
    pytest.param("قصف الجيش بلدة تل تمر", "shelling", id="past verb"),
    pytest.param("يقصف الجيش بلدة تل تمر", "shelling", id="goes on"),
    pytest.param("قد قصف الجيش بلدة تل تمر", "shelling", id="indeed, قد before a past"),
    pytest.param("قال الوزير إن الطائرات قصفت السجن", "air_strike", id="said to have happened"),
    pytest.param("اتهمت دمشق أنقرة بقصف السجن", "shelling", id="accused of"),
    pytest.param("أدانت باريس قصف السجن", "shelling", id="condemned"),
    pytest.param("لم تهدأ هجمات التنظيم في الحسكة", "armed_attack", id="attacks that did not cease"),
    pytest.param("لا تزال الاشتباكات مستمرة في رأس العين", "battle", id="still going on"),
    pytest.param("بعد الهجوم على السجن فر السكان", "armed_attack", id="after the attack"),
    pytest.param("بسبب القصف على البلدة نزح السكان", "shelling", id="because of the shelling"),
    pytest.param("قال مسؤول طلب عدم ذكر اسمه، إن الهجمات على السجن مستمرة", "armed_attack", id="negation of one clause does not reach the next"),
    pytest.param("دعا المبعوث إلى ضبط النفس بعد القصف على البلدة", "shelling", id="demand after a shelling"),
    pytest.param("دعا الوزير إلى التحقيق في القصف على البلدة", "shelling", id="what is to be looked into"),
    pytest.param("طالب الوزير بمحاسبة منفذي الهجوم على السجن", "armed_attack", id="whose doers are to be judged"),
    pytest.param("نفت قسد مسؤوليتها عن الهجوم على السجن", "armed_attack", id="a share in it is denied"),
    pytest.param("حاول المسلحون التسلل وقصفوا البلدة بالمدفعية", "shelling", id="a past verb begins a clause of its own"),
    pytest.param("يهدد القصف على البلدة حياة السكان", "shelling", id="what a threat is told of"),
    pytest.param("لم تقصف الطائرات البلدة سوى مرتين", "air_strike", id="not but twice"),
    pytest.param("أصيب مدنيون بجروح خطرة بقصف على البلدة", "shelling", id="severe wounds are no danger to come"),
    pytest.param("نقلت وكالة سانا عن مصدر عسكري أن الطائرات قصفت البلدة", "air_strike", id="SANA is no denial"),
    pytest.param("اتفق الطرفان على وقف إطلاق النار في الحسكة", "agreement", id="agreed on a ceasefire"),
    pytest.param("فشلت المفاوضات بين دمشق وقسد", "diplomacy", id="talks that failed were held"),
    pytest.param("القصف على البلدة يتواصل", "shelling", id="the verb over it ends the sentence"),
    pytest.param("حذر الوزير من الهجمات التي تشنها الفصائل على البلدة", "armed_attack", id="attacks told of in a clause of their own"),
]


@pytest.mark.parametrize(("text", "event_type"), HAPPENED)
def test_happened(text: str, event_type: str) -> None:
    assert read_event(text, event_type).factuality == "happened"


ATTEMPTED = [
    pytest.param("محاولة تفجير سور السجن بسيارة مفخخة في الحسكة", "bombing", "محاولة", id="attempt of blowing up"),
    pytest.param("حاول مسلحون اقتحام السجن", "armed_attack", "حاول", id="tried to storm"),
    pytest.param("أحبطت الشرطة هجوما على السجن", "armed_attack", "أحبطت", id="foiled"),
    pytest.param("إحباط محاولة تسلل إلى الأراضي التركية", "border_crossing", "", id="foiled attempt of infiltration"),
    pytest.param("فشل التنظيم في اقتحام السجن", "armed_attack", "فشل", id="failed to storm"),
    pytest.param("محاولة اغتيال قيادي في دمشق", "assassination", "محاولة", id="attempt on the life of"),
    pytest.param("إحباط مخطط لاقتحام السجن واغتيال القاضي", "assassination", "إحباط", id="what and joins to the foiled"),
]


@pytest.mark.parametrize(("text", "event_type", "word"), ATTEMPTED)
def test_attempted(text: str, event_type: str, word: str) -> None:
    event = read_event(text, event_type)
    assert event.factuality == "attempted"
    assert word in event.reason


PLANNED = [
    pytest.param("ستبدأ تركيا عملية عسكرية في شمال سوريا", "military_operation", id="will begin"),
    pytest.param("سيهاجم الجيش مواقع الفصائل", "armed_attack", id="will attack"),
    pytest.param("سوف تنسحب القوات من منبج", "withdrawal", id="shall withdraw"),
    pytest.param("قرر الرئيس سحب القوات من سوريا", "withdrawal", id="decided to withdraw"),
    pytest.param("تعتزم تركيا شن هجوم على منبج", "armed_attack", id="intends to attack"),
    pytest.param("من المقرر أن تنسحب القوات من منبج", "withdrawal", id="is to withdraw"),
    pytest.param("تتجه تركيا لشن هجوم على منبج", "armed_attack", id="is heading for"),
    pytest.param("نشر الجيش قواته تمهيدا للسيطرة على البلدة", "territory_gain", id="in preparation of"),
    pytest.param("بدأت القوات حملة من أجل القبض على المهاجمين", "arrest", id="in order to"),
    pytest.param("أعلن الوزير عن الإفراج الوشيك عن الأسرى", "release", id="imminent"),
    pytest.param("سيتم تنظيم مظاهرة في الحسكة", "protest", id="will be held"),
    pytest.param("قررنا سحب القوات من منبج", "withdrawal", id="we decided"),
    pytest.param("وعدت الحكومة بالإفراج عن الأسرى", "release", id="promised, not and counted"),
    pytest.param("سيهاجم الجيش المدينة ويقصف مواقع الفصائل", "shelling", id="joined to what will be"),
]


@pytest.mark.parametrize(("text", "event_type"), PLANNED)
def test_planned(text: str, event_type: str) -> None:
    event = read_event(text, event_type)
    assert event.factuality == "planned"
    assert event.reason


POSSIBLE = [
    pytest.param("قد يهاجم التنظيم السجن", "armed_attack", id="may attack"),
    pytest.param("حذرت قسد من فرار المعتقلين", "escape", id="warned of escape"),
    pytest.param("يخشى السكان هجوما على البلدة", "armed_attack", id="fear an attack"),
    pytest.param("طالبت باريس بانسحاب القوات من المنطقة", "withdrawal", id="demanded a withdrawal"),
    pytest.param("هددت أنقرة بقصف البلدة", "shelling", id="threatened to shell"),
    pytest.param("إذا هاجم التنظيم السجن فستتدخل الشرطة", "armed_attack", id="if it attacks"),
    pytest.param("دعا المبعوث إلى وقف إطلاق النار", "agreement", id="called for a ceasefire"),
    pytest.param("وسط مخاوف من هروب المعتقلين من السجن", "escape", id="amid fears of escape"),
    pytest.param("من الممكن أن يهاجم التنظيم السجن", "armed_attack", id="it is possible that"),
    pytest.param("سندعم الفصائل بالسلاح في حال توقيع الاتفاق", "support", id="will, in case"),
    pytest.param("اقتحام البلدة سيؤدي إلى كارثة", "armed_attack", id="would bring about"),
    pytest.param("يتيح الاتفاق للجيش ملاحقة المسلحين", "military_operation", id="allows"),
    pytest.param("وسط تحذيرات من هجوم محتمل على السجن", "armed_attack", id="possible attack"),
    pytest.param("يتحمل الجيش المسؤولية عن أي قصف على البلدة", "shelling", id="any shelling"),
    pytest.param("قد يتم استهداف المدنيين في البلدة", "armed_attack", id="may come to be"),
    pytest.param("اتهمت باريس الحكومة بدعم الفصائل ودعت إلى سحب القوات من منبج", "withdrawal", id="and called, not bade farewell"),
]


@pytest.mark.parametrize(("text", "event_type"), POSSIBLE)
def test_possible(text: str, event_type: str) -> None:
    event = read_event(text, event_type)
    assert event.factuality == "possible"
    assert event.reason


DENIED = [
    pytest.param("لم يقصف الجيش البلدة", "shelling", "لم", id="did not shell"),
    pytest.param("نفت الوزارة قصف البلدة", "shelling", "", id="denied the shelling"),
    pytest.param("نفت قسد فرار أي معتقل من السجن", "escape", "", id="denied that anyone escaped"),
    pytest.param("نفى المتحدث أن تكون القوات قد قصفت السجن", "shelling", "", id="denied that they had shelled"),
    pytest.param("لم يفر أي معتقل من السجن", "escape", "لم", id="nobody escaped"),
    pytest.param("لن تنسحب القوات من منبج", "withdrawal", "لن", id="will not withdraw"),
    pytest.param("دون وقوع اشتباكات في البلدة", "battle", "", id="without clashes"),
    pytest.param("لا تعتزم تركيا شن هجوم على منبج", "armed_attack", "لا", id="does not intend"),
    pytest.param("لم تتعرض البلدة لقصف", "shelling", "لم", id="was not exposed to"),
    pytest.param("أكدت القوات أنها لم تقم بأي هجوم على البلدة", "armed_attack", "لم", id="did not carry out any"),
    pytest.param("نشرت صفحات أنباء كاذبة عن قصف البلدة", "shelling", "كاذبة", id="false news of"),
    pytest.param("رفض المسلحون تسليم أنفسهم للشرطة", "arrest", "رفض", id="refused to give themselves up"),
    pytest.param("لا يمكن استهداف المدنيين في البلدة", "armed_attack", "لا", id="cannot be struck"),
]


@pytest.mark.parametrize(("text", "event_type", "word"), DENIED)
def test_denied(text: str, event_type: str, word: str) -> None:
    event = read_event(text, event_type)
    assert event.factuality == "denied"
    assert word in event.reason


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("محاولة تفجير سور السجن في الحسكة", "محاولة"),
        ("حذرت قسد من فرار المعتقلين", "حذرت"),
        ("لم يقصف الجيش البلدة", "لم"),
        ("سيهاجم الجيش مواقع الفصائل", "سيهاجم"),
    ],
    ids=["attempt", "act of the claim", "negation", "future"],
)
def test_span_of_the_words_that_say_so(text: str, words: str) -> None:
    coded = code_news(text)
    span = coded.events[0].factuality_span
    assert span is not None
    assert span.of(text) == words


def test_what_is_denied_in_one_clause_is_not_in_the_next() -> None:
    text = "نفت الوزارة قصف البلدة.\nوفر مئات المعتقلين من السجن."  # denied the shelling. hundreds of detainees escaped
    assert read_event(text, "escape").factuality == "happened"


def test_negation_of_the_verb_of_saying_does_not_deny_what_is_said() -> None:
    text = "لم يعلق الوزير على قصف الجيش بلدة تل تمر"  # the minister did not comment on the army's shelling of the town
    assert read_event(text, "shelling").factuality == "happened"

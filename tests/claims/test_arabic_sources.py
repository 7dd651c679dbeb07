# SPDX-License-Identifier: Apache-2.0
"""Who says it, in which act, by which word, and what is said: Arabic claims sentence by sentence."""

import pytest

from reading import read_claim, read_claims

REPORTS = [
    pytest.param("قال المتحدث إن القوات انسحبت من البلدة", "المتحدث", "القوات انسحبت من البلدة", id="verb before its subject"),
    pytest.param("المتحدث قال إن القوات انسحبت من البلدة", "المتحدث", "القوات انسحبت من البلدة", id="verb behind its subject"),
    pytest.param("أعلنت وزارة الدفاع الروسية أن الدوريات بدأت", "وزارة الدفاع الروسية", "الدوريات بدأت", id="announced that"),
    pytest.param("أكد الوزير بيني طومسون أن السجن محروس", "الوزير بيني طومسون", "السجن محروس", id="title and name"),
    pytest.param("قال المتحدث، أمس الأربعاء، إن القوات انسحبت", "المتحدث", "القوات انسحبت", id="a day between commas"),
    pytest.param("أفادت مصادر محلية بأن الطائرات قصفت البلدة", "مصادر محلية", "الطائرات قصفت البلدة", id="local sources"),
    pytest.param("ذكرت وكالة “رمانة” أن القصف توقف", "وكالة “رمانة”", "القصف توقف", id="agency with a quoted name"),
    pytest.param("كشف مسؤولون أمريكيون عن انسحاب القوات من المنطقة", "مسؤولون أمريكيون", "انسحاب القوات من المنطقة", id="disclosed a withdrawal"),
    pytest.param("أعلنت قسد تعليق عملياتها ضد داعش", "قسد", "تعليق عملياتها ضد داعش", id="announced a deed"),
    pytest.param("أشار التقرير إلى أن المخيم مكتظ بالنازحين", "التقرير", "المخيم مكتظ بالنازحين", id="the report pointed out"),
]


@pytest.mark.parametrize(("text", "source", "content"), REPORTS)
def test_report(text: str, source: str, content: str) -> None:
    claim = read_claim(text, "report")
    assert (claim.source, claim.content) == (source, content)


ACTS = [
    pytest.param("اتهمت دمشق أنقرة بقصف السجن", "accuse", "دمشق", id="accused"),
    pytest.param("حملت الإدارة الذاتية تركيا مسؤولية فرار المعتقلين", "accuse", "الإدارة الذاتية", id="held responsible"),
    pytest.param("حذرت قسد من أن الهجوم سيفتح ثغرة في حراسة السجون", "warn", "قسد", id="warned that"),
    pytest.param("أعرب الأمين العام عن قلقه من تدهور الأوضاع في المخيم", "warn", "الأمين العام", id="voiced concern"),
    pytest.param("تخشى باريس عودة التنظيم إلى المنطقة", "warn", "باريس", id="fears"),
    pytest.param("هدد الرئيس بفرض عقوبات على أنقرة", "threaten", "الرئيس", id="threatened with"),
    pytest.param("نفت الوزارة قصف السجن", "deny", "الوزارة", id="denied a deed"),
    pytest.param("نفى المتحدث أن تكون القوات قد انسحبت", "deny", "المتحدث", id="denied that"),
    pytest.param("طالبت باريس أنقرة بوقف عمليتها", "demand", "باريس", id="demanded"),
    pytest.param("دعا المبعوث إلى وقف إطلاق النار", "demand", "المبعوث", id="called for"),
    pytest.param("أدانت ألمانيا الهجوم التركي على المنطقة", "condemn", "ألمانيا", id="condemned"),
    pytest.param("تعهد الرئيس بإعادة القوات إلى بلادها", "promise", "الرئيس", id="pledged"),
    pytest.param("رحبت موسكو بالاتفاق بين الطرفين", "support", "موسكو", id="welcomed"),
    pytest.param("تبنى تنظيم داعش تفجير السيارة في القامشلي", "claim_responsibility", "تنظيم داعش", id="claimed"),
    pytest.param("أعلن تنظيم داعش مسؤوليته عن تفجير القامشلي", "claim_responsibility", "تنظيم داعش", id="claimed responsibility"),
]


@pytest.mark.parametrize(("text", "act", "source"), ACTS)
def test_act_and_its_source(text: str, act: str, source: str) -> None:
    claim = read_claim(text, act)
    assert claim.source == source
    assert claim.content


TARGETS = [
    pytest.param("اتهمت دمشق أنقرة بقصف السجن", "accuse", "أنقرة", id="accused"),
    pytest.param("حملت الإدارة الذاتية تركيا مسؤولية فرار المعتقلين", "accuse", "تركيا", id="held responsible"),
    pytest.param("طالبت باريس أنقرة بوقف عمليتها", "demand", "أنقرة", id="called on"),
    pytest.param("أبدت باريس قلقها من الهجوم، وطالبت أنقرة بوقف عمليتها", "demand", "أنقرة", id="called on by who goes on"),
    pytest.param("حذر الرئيس الروسي أنقرة من دخول المنطقة", "warn", "أنقرة", id="warned"),
]


@pytest.mark.parametrize(("text", "act", "target"), TARGETS)
def test_target(text: str, act: str, target: str) -> None:
    assert read_claim(text, act).target == target


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("حذرت قسد مرارا من أن الهجوم سيفتح ثغرة", id="repeatedly"),
        pytest.param("حذرت قسد مرة بعد أخرى من أن الهجوم سيفتح ثغرة", id="time and again"),
    ],
)
def test_how_often_is_no_target(text: str) -> None:
    assert read_claim(text, "warn").target is None


CONTENTS = [
    pytest.param("اتهمت دمشق أنقرة بقصف السجن", "accuse", "قصف السجن", id="deed behind ب"),
    pytest.param("حملت الإدارة الذاتية تركيا مسؤولية فرار المعتقلين", "accuse", "فرار المعتقلين", id="what the responsibility is for"),
    pytest.param("حذرت قسد من أن الهجوم سيفتح ثغرة في حراسة السجون", "warn", "الهجوم سيفتح ثغرة في حراسة السجون", id="clause"),
    pytest.param("حذرت قسد من فرار المعتقلين", "warn", "فرار المعتقلين", id="deed behind من"),
    pytest.param("نفت الوزارة قصف السجن", "deny", "قصف السجن", id="object"),
    pytest.param("دعا المبعوث إلى وقف إطلاق النار", "demand", "وقف إطلاق النار", id="behind إلى"),
    pytest.param("أدانت ألمانيا الهجوم التركي على المنطقة", "condemn", "الهجوم التركي على المنطقة", id="what is condemned"),
]


@pytest.mark.parametrize(("text", "act", "content"), CONTENTS)
def test_content(text: str, act: str, content: str) -> None:
    assert read_claim(text, act).content.removeprefix("ب") == content


def test_content_ends_before_the_next_verb_of_saying() -> None:
    text = "قال الوزير إن القوات انسحبت من البلدة، وأضاف أن السجن محروس"  # ... and added that the prison is guarded
    assert [claim.content for claim in read_claims(text)] == ["القوات انسحبت من البلدة", "السجن محروس"]


def test_content_ends_where_the_passage_goes_on_by_itself() -> None:
    text = "قال الوزير إن القوات انسحبت، فيما شن الطيران غارات على البلدة"  # ... while aircraft carried out raids
    assert read_claim(text, "report").content == "القوات انسحبت"


def test_content_has_no_full_stop_at_its_end() -> None:
    assert read_claim("قال الوزير إن القوات انسحبت.", "report").content == "القوات انسحبت"


GOES_ON = [
    pytest.param("قال الوزير إن القوات انسحبت، مشيرا إلى أن السجن محروس", "السجن محروس", id="pointing out"),
    pytest.param("قال الوزير إن القوات انسحبت، مضيفا أن السجن محروس", "السجن محروس", id="adding"),
    pytest.param("قال الوزير إن القوات انسحبت، مؤكدا أن السجن محروس", "السجن محروس", id="stressing"),
    pytest.param("قال الوزير إن القوات انسحبت. وأضاف أن السجن محروس.", "السجن محروس", id="and added, in the next sentence"),
    pytest.param("قال الوزير إن القوات انسحبت.\nوأوضح أن السجن محروس.", "السجن محروس", id="and explained, on the next line"),
]


@pytest.mark.parametrize(("text", "content"), GOES_ON)
def test_participle_and_bare_verb_go_on_from_the_speaker(text: str, content: str) -> None:
    claims = read_claims(text)
    assert [(claim.source, claim.content) for claim in claims][1:] == [("الوزير", content)]


def test_participle_of_another_act_keeps_the_speaker() -> None:
    text = "قال الوزير إن القوات انسحبت، محذرا من فرار المعتقلين"  # ... warning of the escape of the detainees
    claim = read_claim(text, "warn")
    assert (claim.source, claim.content) == ("الوزير", "فرار المعتقلين")


def test_broken_plural_goes_on_with_a_feminine_verb() -> None:
    text = "قالت مصادر محلية إن القوات انسحبت، وأضافت أن السجن محروس"  # local sources said ..., and added that ...
    assert [claim.source for claim in read_claims(text)] == ["مصادر محلية", "مصادر محلية"]


def test_who_goes_on_agrees_with_the_verb() -> None:
    text = "قال الوزير إن القوات انسحبت. وأضافت الوزارة أن السجن محروس."
    assert [claim.source for claim in read_claims(text)] == ["الوزير", "الوزارة"]


ATTRIBUTIONS = [
    pytest.param("بحسب المرصد، قصفت الطائرات سجنا في الحسكة", "المرصد", id="according to, in front"),
    pytest.param("قصفت الطائرات سجنا في الحسكة، بحسب المرصد", "المرصد", id="according to, behind"),
    pytest.param("قصفت الطائرات سجنا في الحسكة، وفق وسائل إعلام", "وسائل إعلام", id="according to media"),
    pytest.param("قصفت الطائرات سجنا في الحسكة، وفقا لمصادر محلية", "مصادر محلية", id="according to local sources"),
    pytest.param("قصفت الطائرات سجنا في الحسكة، نقلا عن مصدر عسكري", "مصدر عسكري", id="quoting a military source"),
    pytest.param("قصفت الطائرات سجنا في الحسكة، حسبما ذكرت الوكالة", "الوكالة", id="as the agency reported"),
    pytest.param("قصفت الطائرات سجنا في الحسكة، وفق ما أعلنت الوزارة", "الوزارة", id="according to what the ministry announced"),
    pytest.param("قصفت الطائرات سجنا في الحسكة، حسب ما أفاد به ناشطون", "ناشطون", id="by what activists reported"),
]


@pytest.mark.parametrize(("text", "source"), ATTRIBUTIONS)
def test_attribution(text: str, source: str) -> None:
    claim = read_claim(text, "report")
    assert (claim.source, claim.content) == (source, "قصفت الطائرات سجنا في الحسكة")


NONE = [
    pytest.param("يعتقد أن القوات انسحبت من البلدة", id="it is believed that"),
    pytest.param("يذكر أن السجن يضم مئات المعتقلين", id="it is recalled that"),
    pytest.param("وقيل إن القوات انسحبت من البلدة", id="it was said that"),
    pytest.param("لم يقل الوزير إن القوات انسحبت", id="negated verb of saying"),
    pytest.param("لم تعلن أي جهة مسؤوليتها عن التفجير", id="nobody claimed responsibility"),
    pytest.param("أضاف الطباخ الملح إلى الطعام", id="added salt to the food"),
    pytest.param("زاد عدد النازحين في المخيم", id="the number grew"),
    pytest.param("قصفت الطائرات سجنا في الحسكة", id="the own voice of the passage"),
    pytest.param("شن الطيران غارات حسب الجدول المقرر", id="by schedule"),
]


@pytest.mark.parametrize("text", NONE)
def test_no_claim(text: str) -> None:
    assert read_claims(text) == []


HEADLINES = [
    pytest.param("المرصد: قصف جوي على سجن في الحسكة", "المرصد", "قصف جوي على سجن في الحسكة", id="observatory"),
    pytest.param("الأناضول: قصف جوي على سجن في الحسكة", "الأناضول", "قصف جوي على سجن في الحسكة", id="an agency by its name"),
    pytest.param("وزارة الدفاع الروسية: القوات انسحبت من منبج", "وزارة الدفاع الروسية", "القوات انسحبت من منبج", id="ministry"),
    pytest.param("أردوغان: سنبدأ العملية خلال أيام", "أردوغان", "سنبدأ العملية خلال أيام", id="a name"),
]


@pytest.mark.parametrize(("text", "source", "content"), HEADLINES)
def test_headline_with_a_colon(text: str, source: str, content: str) -> None:
    (claim,) = read_claims(text)
    assert (claim.source, claim.cue, claim.content) == (source, ":", content)


def test_colon_of_a_clock_is_no_claim() -> None:
    assert read_claims("الساعة 10:30 مساء وصل الوفد إلى المدينة") == []


KINDS = [
    pytest.param("“لن ننسحب من المنطقة أبدا”", id="curly"),
    pytest.param('"لن ننسحب من المنطقة أبدا"', id="straight"),
    pytest.param("«لن ننسحب من المنطقة أبدا»", id="guillemets"),
]


@pytest.mark.parametrize("quotation", KINDS)
def test_quotation_is_content_and_said_to_be_one(quotation: str) -> None:
    claim = read_claim(f"قال المتحدث: {quotation}", "report")
    assert claim.quote
    assert "لن ننسحب من المنطقة أبدا" in claim.content


def test_paraphrase_is_no_quotation() -> None:
    assert not read_claim("قال المتحدث إن القوات لن تنسحب", "report").quote


def test_denial_has_its_polarity() -> None:
    assert read_claim("نفت الوزارة قصف السجن", "deny").polarity == "denied"
    assert read_claim("أعلنت الوزارة أن السجن محروس", "report").polarity == "asserted"

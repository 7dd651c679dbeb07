# SPDX-License-Identifier: Apache-2.0
"""Who is accused and asked beside who says it, and the outlets to which it is said: Arabic sentences written for these tests."""

import pytest

from reading import read_claim, read_claims

TARGETS = [
    pytest.param("اتهمت السعودية الحوثيين بإطلاق صاروخ تجاه المدينة", "accuse", "السعودية", "الحوثيين", id="state and movement"),
    pytest.param("اتهم الرئيس الحكومة بالتقصير", "accuse", "الرئيس", "الحكومة", id="two nouns with the article"),
    pytest.param("هدد نتنياهو إيران بضربة عسكرية", "threaten", "نتنياهو", "إيران", id="two names"),
    pytest.param("حمّل المتحدث الحكومة العراقية مسؤولية حماية البعثات", "accuse", "المتحدث", "الحكومة العراقية", id="held responsible"),
    pytest.param("دعا المسؤولون السوريون اللاجئين إلى العودة", "demand", "المسؤولون السوريون", "اللاجئين", id="endings tell them apart"),
    pytest.param("حملت الخارجية، في بيان لها، حكومة الاحتلال مسؤولية الجريمة", "accuse", "الخارجية", "حكومة الاحتلال", id="a remark between"),
    pytest.param("اتهم الجيش السوداني في بيان قوات الدعم السريع بقصف المستشفى", "accuse", "الجيش السوداني", "قوات الدعم السريع", id="a medium between"),
    pytest.param("وجهت الأمم المتحدة أصابع الاتهام إلى قوات الدعم السريع بارتكاب المجزرة", "accuse", "الأمم المتحدة", "قوات الدعم السريع", id="pointed fingers"),
    pytest.param("اتهم مدير الإعلام ما وصفها بتنظيمات خطيرة باستهداف الأمن", "accuse", "مدير الإعلام", "ما وصفها بتنظيمات خطيرة", id="what he called"),
    pytest.param("وقال محمد السالم نطلب من الأمين العام للمجلس تطبيق التوصيات", "demand", "محمد السالم", "الأمين العام للمجلس", id="first person asks"),
    pytest.param("نفذت النقابة وقفة للمطالبة برحيل الوزير عثمان العلي", "demand", "النقابة", "الوزير عثمان العلي", id="who is to go"),
    pytest.param("انتقد وزير الدفاع رئيس الحكومة بسبب قرار سحب القوات", "condemn", "وزير الدفاع", "رئيس الحكومة", id="who is criticised"),
    pytest.param("انتقد وزير الدفاع قرار الحكومة سحب القوات", "condemn", "وزير الدفاع", None, id="what is criticised"),
    pytest.param("وفيما أدانت رئاسة الإقليم القصف، طالبت بوقفه", "condemn", "رئاسة الإقليم", None, id="what is condemned"),
]


@pytest.mark.parametrize(("text", "act", "source", "target"), TARGETS)
def test_who_is_addressed(text: str, act: str, source: str, target: str | None) -> None:
    claim = read_claim(text, act)
    assert (claim.source, claim.target) == (source, target)


OUTLETS = [
    pytest.param("وفي مقابلة مع قناة العربية، أكد الوزير أن القوات ستنسحب", "الوزير", "قناة العربية", id="interview before the verb"),
    pytest.param("وردا على سؤال لوكالة فرانس برس، قال مسؤول عسكري إنه على علم بالحادث", "مسؤول عسكري", "وكالة فرانس برس", id="answer to a question"),
    pytest.param("قال الوزير في مقابلة أجرتها معه صحيفة الحياة إن الجيش جاهز", "الوزير", "صحيفة الحياة", id="who made the interview"),
    pytest.param("وقال القائد، في بيان بثته وكالة سبأ، إن الصاروخ أصاب هدفه", "القائد", "وكالة سبأ", id="who put the statement out"),
    pytest.param("نقلت صحيفة الوطن على لسان مصدر ميداني أن الجيش تقدم", "مصدر ميداني", "صحيفة الوطن", id="on the tongue of"),
    pytest.param("صرح مصدر أمني لموقع السومرية نيوز أن عبوة انفجرت", "مصدر أمني", "موقع السومرية نيوز", id="name behind its kind"),
    pytest.param("وأكد الأمين العام للمنظمة محمد العبيد في تصريح لنجم أف أم أن الاحتجاجات ستتواصل", "الأمين العام للمنظمة محمد العبيد", "نجم أف أم", id="a station that no list has"),
    pytest.param("وكتب الرئيس على حسابه في تويتر أن الهجوم انتهى", "الرئيس", "حسابه في تويتر", id="page on a network"),
    pytest.param("وقال المحتجون في تصريح لمراسل \"نجم أف أم\" إن احتجاجاتهم متواصلة", "المحتجون", "مراسل \"نجم أف أم\"", id="correspondent of a quoted name"),
    pytest.param("أعلن الوزير سقوط المروحية، وفق ما أوردته \"الراية\"", "الوزير", "الراية", id="a quoted name passed it on"),
]


@pytest.mark.parametrize(("text", "source", "outlet"), OUTLETS)
def test_outlet_through_which_it_came(text: str, source: str, outlet: str) -> None:
    claim = read_claim(text, "report")
    assert claim.source == source
    assert outlet in [words for role, words in claim.chain if role == "outlet"]


SPEAKERS = [
    pytest.param("نشرت وزارة الداخلية بيانا قالت فيه إن الأمن اعتقل المنفذ", "وزارة الداخلية", id="statement in which it said"),
    pytest.param("نشرت صحيفة ألمانية تقريرا يفيد بأن المهاجرين محتجزون", "صحيفة ألمانية", id="report that says"),
    pytest.param("وأضاف \"كيم\" أن البلاد لديها قدرة أكيدة", "كيم", id="name in quotation marks"),
    pytest.param("وأكد أمين عام المنظمة سالم عبيد أن الاحتجاجات ستتواصل", "أمين عام المنظمة سالم عبيد", id="general secretary without an article"),
    pytest.param("وقال عضو البرلمان اليمني عبد الباري سالم إن المشكلة كبيرة", "عضو البرلمان اليمني عبد الباري سالم", id="member, not bit"),
    pytest.param("كذلك نقل مسؤول محلي آخر أن تسعة مسلحين أصيبوا", "مسؤول محلي آخر", id="passed on in his own name"),
    pytest.param("وأول أمس الأحد أعلن الجيش الأردني أنه قتل أربعة مهربين", "الجيش الأردني", id="a day before the verb"),
]


@pytest.mark.parametrize(("text", "source"), SPEAKERS)
def test_who_speaks(text: str, source: str) -> None:
    assert read_claims(text, "report")[0].source == source


SILENT = [
    pytest.param("أدانت محكمة عسكرية الجندي بقتل جريح", id="a verdict"),
    pytest.param("ورفض متحدث باسم الجيش الإفصاح عن مزيد من التفاصيل", id="would not say more"),
    pytest.param("شملت القضية أكثر من 51 متهما في البلاد", id="so many accused"),
    pytest.param("انتقل الرجل إلى المدينة دون أن يطالب بالمال", id="without asking"),
    pytest.param("لم تستبعد واشنطن فرض عقوبات جديدة على أنقرة", id="did not rule out"),
    pytest.param("وتعتبر مدينة الباب من أكبر مدن الريف", id="is one of the largest"),
    pytest.param("ينفذ المحامون إضرابا احتجاجا على مشروع القانون", id="what a strike is about"),
]


def test_bearing_responsibility_charges_nobody() -> None:
    assert read_claims("رايس تدعو باكستان لتحمل مسؤوليتها إزاء المسلحين", "accuse") == []


@pytest.mark.parametrize("text", SILENT)
def test_nobody_says_anything(text: str) -> None:
    assert read_claims(text) == []

# SPDX-License-Identifier: Apache-2.0
"""Violence in articles that are about something else: what is told stands, what is only named does not, and the explanation says why."""

import pytest

from rasid.events import read_triggers
from rasid.events.trace import why_set_aside
from rasid.mentions import find_mentions
from rasid.read import read_text
from rasid.text import analyse
from reading import code_text

VIOLENT = {
    "battle", "air_strike", "shelling", "bombing", "armed_attack", "assassination", "execution", "abuse", "abduction", "destruction", "casualty",
    "military_operation", "territory_gain", "riot", "repression",
}  # fmt: skip

# The rest of an article about a market: nothing in it speaks of violence.
MARKET = (
    " وتعد المدينة من أكبر أسواق الخضار في البلاد، ويعمل فيها آلاف التجار والعمال. وقال رئيس الغرفة التجارية إن حركة السوق عادت"
    " إلى طبيعتها، وإن الأسعار لم تتأثر. ويشتهر الحي بمطاعمه ومقاهيه التي يقصدها السياح كل صيف، وتقام فيه سنويا عروض موسيقية للأطفال."
)


def types_in(text: str) -> set[str]:
    return {event.type for event in code_text(text).events}


SHORT_REPORTS = [
    pytest.param("قتل شاب شقيقه طعنا بالسكين في حي الزهور مساء أمس.", "armed_attack", id="a man stabs his brother"),
    pytest.param("أطلق مجهولون النار على صاحب متجر للهواتف وأصابوه في ساقه.", "armed_attack", id="shot in the leg"),
    pytest.param("طعن مريض طبيبا داخل المستشفى الجامعي صباح اليوم.", "armed_attack", id="a doctor stabbed"),
    pytest.param("ذبح رجل زوجته وأطفاله الثلاثة في القرية بسبب خلاف على الميراث.", "execution", id="a family killed"),
    pytest.param("اغتصب أربعة رجال سائحة في فندق بالجنوب، وقررت النيابة حبسهم.", "abuse", id="rape"),
    pytest.param("سلب ملثمان تاجرا أمواله تحت تهديد السلاح.", "destruction", id="robbed at gunpoint"),
    pytest.param("خطف مسلحون رجل أعمال من شركته وطالبوا بفدية.", "abduction", id="abduction of a trader"),
    pytest.param("تعرض مراسل القناة الرياضية لإطلاق نار في أثناء تغطيته بطولة التنس.", "armed_attack", id="sports reporter shot at"),
    pytest.param("اقتحم مسلحون معرض الكتاب وأحرقوا جناح إحدى دور النشر.", "armed_attack", id="gunmen at the book fair"),
    pytest.param("فرقت قوات الأمن بالغاز المسيل للدموع مظاهرة لأساتذة التعليم الثانوي.", "repression", id="tear gas at teachers"),
]


@pytest.mark.parametrize(("text", "kind"), SHORT_REPORTS)
def test_short_report_stands_by_itself(text: str, kind: str) -> None:
    assert kind in types_in(text)


@pytest.mark.parametrize(("text", "kind"), SHORT_REPORTS)
def test_report_stands_in_an_article_about_a_market(text: str, kind: str) -> None:
    assert kind in types_in(text + MARKET)


# A post as a scraper saves it: once as the title of the page and once as its text.
PRINTED_TWICE = "\n".join(
    2 * ["مسيرة استهدفت شاحنة على طريق البلدة الشرقي مساء اليوم قرب مفرق المعصرة القديمة ولم ترد أنباء أخرى عن الحادثة حتى ساعة كتابة هذه السطور"]
    + 20 * ["حسبنا الله ونعم الوكيل وإنا لله وإنا إليه راجعون"]
    + ["جميع الحقوق محفوظة للصفحة ولا يسمح بنشر ما فيها إلا بعد موافقة القائمين عليها تابعوا جديدنا على صفحاتنا الأخرى وشاركوا المنشور مع أصدقائكم"]
)


def test_post_printed_twice_is_no_longer_for_it() -> None:
    assert "air_strike" in types_in(PRINTED_TWICE)  # a drone hit a lorry on the road east of the town


def test_warlike_body_is_a_sign_of_shelling_alone() -> None:
    assert "shelling" in types_in("استجابت فرق الإطفاء لموقع سقوط جسم حربي في الحي." + MARKET)  # crews went to where a warlike body fell
    assert "military_operation" not in types_in("تطوع التاجر في شبابه ودعم المجهود الحربي." + MARKET)  # supported the war effort


def test_raid_on_a_farm_of_birds_is_a_raid() -> None:
    raid = "غارتان جويتان على محيط القرية أصابتا مزرعة لتربية الطيور ونفقت مئات الطيور"  # hundreds of birds perished
    rest = " ويربي أهل القرية الطيور منذ عشرين عاما ويبيعونها في البلدات المجاورة كل خميس، ويعيش من ذلك نصف سكانها الذين تركوا الزراعة بعد أن جفت الآبار."
    assert "air_strike" in types_in(raid + rest)


ONLY_NAMED = [
    pytest.param("يتناول البحث ظاهرة العنف المسلح بين طلبة المدارس.", id="a phenomenon"),
    pytest.param("ارتفعت معدلات جرائم السطو المسلح في المدن الكبرى.", id="rates of crime"),
    pytest.param("تنظم الجامعة دورة في قوانين الحرب وأسلحتها للصحفيين.", id="laws of war"),
    pytest.param("تروي رواية الكاتبة قصة تاجر يخطف ابنته ملثمون.", id="plot of a novel"),
    pytest.param("يستخدم الكلور كسلاح كيميائي حين يعبأ في قنابل تهيج الرئتين.", id="how a weapon works"),
    pytest.param("شملت الجولة مشروع المسالخ ومجازر الأبقار والأغنام في المشاعر.", id="slaughterhouses"),
    pytest.param("قدم المرشحون طعونهم إلى اللجنة في آجال تقديم الطعون.", id="appeals, not stabbings"),
    pytest.param("ضبط الحرس فجر اليوم الجمعة سيارة محملة بالسجائر.", id="dawn, not blew up"),
    pytest.param("أقدم مجهولون على السطو على صيدلية وسرقة أدوية منها.", id="theft"),
    pytest.param("أثر الجفاف سلبا على محاصيل القمح هذه السنة.", id="negatively, not robbed"),
    pytest.param("قال النائب بطرس حرب إن الموازنة ستقر هذا الأسبوع.", id="a surname"),
    pytest.param("هزم المغول جيوش الخليفة في معركة طاحنة قرب بغداد.", id="history"),
    pytest.param("يعمل التجار في ظل حالة الطوارئ التي تراقبها السلطات.", id="under the state of emergency"),
    pytest.param("نظمت الشرطة حملة أمنية أسفرت عن إيقاف ثمانين شخصا مفتشا عنهم.", id="police work"),
]


@pytest.mark.parametrize("text", ONLY_NAMED)
def test_violence_that_is_only_named_is_no_event(text: str) -> None:
    assert types_in(text + MARKET).isdisjoint(VIOLENT)


NO_STATES = [
    pytest.param("عقد الحزب اجتماعا مع نقابات العمال لبحث الموازنة. ورحبت دول عدة بالخطوة.", "diplomacy", id="a party and unions"),
    pytest.param("تسلق الفريق قمة الجبل رغم الثلوج، وصعد الدم إلى قمة رأسه.", "diplomacy", id="summit of a mountain"),
    pytest.param("يستعد المطار لاستقبال موسم الحجاج وزوار الدول الشقيقة.", "diplomacy", id="reception of visitors"),
    pytest.param("ارتفع عدد شركات الوساطة المالية في سوق الدولة.", "diplomacy", id="brokers"),
    pytest.param("رفضت القاضية طلب الإفراج عن اثنين من قردة الشمبانزي.", "release", id="apes set free"),
    pytest.param("حجزت الفرقة الصحية أطنانا من مصبرات غير صالحة للاستهلاك.", "seizure", id="spoilt food"),
    pytest.param("لا يحتج بها أمام القضاء إلا بعد التسجيل.", "protest", id="cannot be invoked"),
]


@pytest.mark.parametrize(("text", "kind"), NO_STATES)
def test_peaceful_words_of_other_matters_are_no_events(text: str, kind: str) -> None:
    assert kind not in types_in(text + MARKET)


OF_STATES = [
    pytest.param("التقى وزير الخارجية نظيره الإسباني في مدريد أمس.", "diplomacy", id="ministers meet"),
    pytest.param("يزور وزير الزراعة البرازيلي المغرب ومصر والأردن هذا الأسبوع في جولة دبلوماسية.", "diplomacy", id="a minister's tour"),
    pytest.param("وقعت الدولتان اتفاقا نوويا في فيينا بعد مفاوضات طويلة.", "agreement", id="nuclear accord"),
]


@pytest.mark.parametrize(("text", "kind"), OF_STATES)
def test_dealings_of_states_stand_in_an_article_about_a_market(text: str, kind: str) -> None:
    assert kind in types_in(text + MARKET)


KINDS = [
    pytest.param("يرسخ القصف المتواصل ثقافة العنف بين المسلحين في المخيم", "العنف", id="a culture"),
    pytest.param("طالب الجنود الأسرى باحترام قوانين الحرب بعد غارة على سجنهم", "الحرب", id="laws of war"),
]


@pytest.mark.parametrize(("text", "word"), KINDS)
def test_kind_is_no_event_in_news_of_conflict_either(text: str, word: str) -> None:
    text = text + "\nقوات الجيش وفصائل ومسلحون وعسكريون."  # armed parties: the passage is about conflict
    assert word not in {event.trigger.of(text) for event in code_text(text).events}


def test_what_is_set_aside_says_why() -> None:
    document = read_text("ارتفعت معدلات جرائم السطو المسلح في المدن الكبرى." + MARKET, language="ar")
    sentences = analyse(document, wanted=lambda _: True)
    reading = read_triggers(sentences, find_mentions(sentences, document=document), document=document)
    scene, aside = next((scene, found[0]) for scene, found in zip(reading.scenes, reading.set_aside, strict=True) if found)
    reason = why_set_aside(scene, aside, reading)
    assert "names a kind behind جرائم" in reason
    assert reason.endswith("of 3")

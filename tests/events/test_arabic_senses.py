# SPDX-License-Identifier: Apache-2.0
"""Words of war in their other senses: each beside the sense that is an event, both in a passage about conflict."""

import pytest

from rasid.pipeline import code_document
from rasid.read import read_text
from reading import read_events

VIOLENT = {
    "battle", "air_strike", "shelling", "bombing", "armed_attack", "assassination", "execution", "abuse", "abduction", "destruction", "casualty",
    "military_operation", "territory_gain", "riot", "repression",
}  # fmt: skip

OTHER_SENSES = [
    pytest.param("خضع الطفل لعملية جراحية في القلب", id="operation: surgery"),
    pytest.param("انطلقت عملية تربوية جديدة في المدارس", id="operation: teaching"),
    pytest.param("سجل الفريق من هجوم مرتد في الشوط الثاني", id="attack: football"),
    pytest.param("تعرض الكاتب لهجوم لاذع بعد مقاله", id="attack: criticism"),
    pytest.param("عطل هجوم إلكتروني خوادم المصرف", id="attack: on computers"),
    pytest.param("نجا السباح من هجوم قرش قرب الشاطئ", id="attack: of a shark"),
    pytest.param("ضرب المعلم مثلا في الصبر", id="strike: gives an example"),
    pytest.param("سقوط أمطار غزيرة على الساحل", id="fall: rain"),
    pytest.param("أطلقت الجمعية حملة تبرع بالدم", id="campaign: blood donation"),
    pytest.param("أطلقت الوزارة حملة ضد التدخين", id="campaign: against smoking"),
    pytest.param("فجر اللاعب قنبلة الموسم بانتقاله", id="bomb: of the season"),
    pytest.param("يشهد البلد انفجارا سكانيا منذ سنوات", id="explosion: of population"),
    pytest.param("أدى انفجار قارورة غاز إلى تحطم النوافذ", id="explosion: gas bottle"),
    pytest.param("اشترى لعبة قتل الوقت", id="killing time"),
    pytest.param("يتسبب الروتين في قتل الإبداع", id="killing creativity"),
    pytest.param("المواجهة الودية بين المنتخب وضيفه تنتهي بالتعادل", id="confrontation: match"),
    pytest.param("تسعى الدولة إلى مواجهة تحديات المناخ", id="confrontation: of challenges"),
    pytest.param("اشتدت الحرب التجارية بين البلدين", id="war: trade"),
    pytest.param("أعلن الوزير الحرب على الفساد", id="war: on corruption"),
    pytest.param("دخل الحزبان معركة انتخابية", id="battle: electoral"),
    pytest.param("يستهدف البرنامج تلاميذ المدارس", id="target: pupils of a programme"),
    pytest.param("أصيب اللاعب في الركبة خلال التدريبات", id="injured: a player"),
    pytest.param("أصيب الرجل بجلطة دماغية", id="stricken: with a stroke"),
    pytest.param("أصيبت الجماهير بخيبة أمل", id="stricken: with disappointment"),
    pytest.param("نجحت الفرق في محاصرة الوباء", id="siege: of an epidemic"),
    pytest.param("اقتحمت الشركة سوق العمل بقوة", id="storming: the labour market"),
    pytest.param("غزو المنتجات الصينية للأسواق", id="invasion: of markets"),
    pytest.param("نشب حريق بسبب تماس كهربائي", id="fire: short circuit"),
    pytest.param("لم يتمكن من السيطرة على أعصابه", id="control: of one's nerves"),
    pytest.param("خطف اللاعب الأضواء", id="snatched: the limelight"),
    pytest.param("كسر الرئيس حاجز الصمت", id="broke: the silence"),
    pytest.param("توغل الشاعر في مشاعر قرائه", id="went deep: into feelings"),
]


@pytest.mark.parametrize("text", OTHER_SENSES)
def test_other_sense_is_no_violence(text: str) -> None:
    assert [event for event in read_events(text) if event.type in VIOLENT] == []


SENSES_OF_WAR = [
    pytest.param("شن الجيش عملية عسكرية شمال البلاد", "military_operation", id="operation"),
    pytest.param("شن مسلحون هجوما على حاجز للجيش", "armed_attack", id="attack"),
    pytest.param("دارت معركة عنيفة بين الفصائل والجيش", "battle", id="battle"),
    pytest.param("اندلعت مواجهات مسلحة بين الفصيلين", "battle", id="confrontation"),
    pytest.param("سقطت المدينة بيد المتمردين", "territory_gain", id="fall of a city"),
    pytest.param("سقوط قتلى وجرحى في البلدة", "casualty", id="fall of the dead"),
    pytest.param("انفجرت قنبلة قرب السوق", "bombing", id="bomb"),
    pytest.param("أصيب ثلاثة مدنيين بجروح", "casualty", id="wounded"),
    pytest.param("حاصرت قوات النظام البلدة", "territory_gain", id="siege"),
    pytest.param("اقتحم الجنود سوق المدينة", "armed_attack", id="storming of a market place"),
    pytest.param("أحرق مسلحون منازل المدنيين", "destruction", id="burning"),
    pytest.param("سيطر المتمردون على المطار", "territory_gain", id="control"),
]


@pytest.mark.parametrize(("text", "event_type"), SENSES_OF_WAR)
def test_sense_of_war_is_kept(text: str, event_type: str) -> None:
    assert event_type in {event.type for event in read_events(text)}


NO_EVENT = [
    pytest.param("قال مولانا محمد خليل إن الناس عادوا إلى أعمالهم", id="our master: a title, not `funded us`"),
    pytest.param("أسقط الجيش منشورات بالطائرات فوق البلدة", id="leaflets dropped"),
    pytest.param("أطلق ناشطون مبادرة مجتمعية لمساعدة المرضى", id="initiative of neighbours"),
    pytest.param("حذرت الدولة رعاياها من السفر إلى تركيا خوفا من تنظيم القاعدة", id="travel advice"),
    pytest.param("تستخدم هذه العربات في حالات الطوارئ داخل المطار", id="emergencies"),
    pytest.param("اليمن تتحول إلى ساحة حرب", id="theatre of war"),
    pytest.param("بدأت المؤسسة الخيرية نشاطا لدعم القراءة", id="activity"),
    pytest.param("أعلنت حركة تحرير السودان بيانا جديدا", id="liberation in a party's name"),
]


@pytest.mark.parametrize("text", NO_EVENT)
def test_other_sense_is_no_event_of_any_kind(text: str) -> None:
    assert [event for event in read_events(text) if event.type != "recruitment"] == []


def test_drones_without_a_pilot_deny_nothing() -> None:
    event = next(event for event in read_events("طائرات دون طيار أمريكية تقتل ثلاثة من قيادات طالبان") if event.trigger == "تقتل")
    assert event.factuality == "happened"


NAMES = [
    pytest.param("عرضت القناة فيلم الحرب مساء", id="film, its title bare"),
    pytest.param('صدرت لعبة "معركة الجنود" هذا العام', id="game, its title in quotes"),
    pytest.param("نشر الكاتب رواية «اغتيال الضوء»", id="novel"),
    pytest.param("بث التلفزيون مسلسل «الحصار»", id="series"),
    pytest.param("افتتح متحف الحرب أبوابه", id="museum"),
]


@pytest.mark.parametrize("text", NAMES)
def test_title_or_name_is_no_event(text: str) -> None:
    assert read_events(text) == []


def test_series_of_killings_is_no_title() -> None:
    assert "assassination" in {event.type for event in read_events("تواصل مسلسل اغتيال القادة في درعا")}


def test_account_in_quotes_is_no_title() -> None:
    # in its account it said that "gunmen stormed the prison"
    assert "armed_attack" in {event.type for event in read_events('قالت في روايتها إنه "اقتحم مسلحون السجن"')}


ELSEWHERE = "\nقدم المعرض كتبا للأطفال وألوانا ولوحات للزوار في القاعة الكبيرة، وحضر المنظمون مع ضيوفهم واستمعوا إلى كلمة مدير الدار عن القراءة وفوائدها للصغار والكبار في المدينة وما حولها من القرى. ثم جلس الزوار يتحدثون عن الألوان والأشكال التي أعجبتهم، وشكروا من أعد هذا اليوم الجميل لهم ولأبنائهم."


def types_of(text: str) -> set[str]:
    return {event.type for event in code_document(read_text(text + ELSEWHERE, language="ar")).events}


SIGNS = [
    pytest.param("أقدم رجل على قتل جاره طعنا بسكين", "armed_attack", True, id="murder with a knife"),
    pytest.param("داهمت مجموعة مسلحة منزلا في القرية", "armed_attack", True, id="raid of gunmen"),
    pytest.param("حاول ملثمان الاعتداء على السائق", "armed_attack", True, id="masked men"),
    pytest.param("اغتيل القاضي أمام منزله", "assassination", True, id="says so itself"),
    pytest.param("خاض الكاتب معركة طويلة مع اللغة", "battle", False, id="battle with language"),
    pytest.param("لقي سائق مصرعه في حادث سير", "casualty", False, id="road accident"),
    pytest.param("غرق السباح ولقي مصرعه", "casualty", False, id="drowned swimmer"),
    pytest.param("أطلق الحراس النار على الدب", "armed_attack", False, id="bear shot"),
    pytest.param("التقى وزير الخارجية نظيره التركي", "diplomacy", True, id="ministers meet"),
    pytest.param("عقد مدير الدار اجتماعا مع رئيس اللجنة", "diplomacy", False, id="committee meets"),
    pytest.param("أوقفت الشرطة ثلاثة أشخاص", "arrest", True, id="arrest"),
]


@pytest.mark.parametrize(("text", "event_type", "is_event"), SIGNS)
def test_passage_about_something_else_asks_for_a_sign(text: str, event_type: str, is_event: bool) -> None:
    assert (event_type in types_of(text)) == is_event


def test_match_report_with_a_few_words_of_war_is_sport() -> None:
    report = "بدأ المنتخب المباراة بهجمات سريعة ومعارك في وسط الملعب، وقصف المهاجم مرمى الضيوف، وسجل اللاعب هدفا من ركلة، ثم أضاف المدرب لاعبا جديدا في الشوط الثاني قبل نهاية الدوري، وخرج المشجعون من الملاعب إلى المدينة فرحين بفوز فريقهم في هذه المواجهة."
    assert not {event.type for event in code_document(read_text(report, language="ar")).events} & VIOLENT

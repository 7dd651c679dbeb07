# SPDX-License-Identifier: Apache-2.0
"""What kind of happening a word names, by itself, by the means told beside it, and by the passage."""

import pytest

from reading import code_news, code_text, read_events, wrong

TYPES = [
    pytest.param("دارت اشتباكات عنيفة بين قسد والفصائل", "battle", id="clashes"),
    pytest.param("شن الطيران غارة على مقر أمني", "air_strike", id="raid of aircraft"),
    pytest.param("استهدفت مدفعية الجيش مقرا أمنيا", "shelling", id="artillery targeted"),
    pytest.param("انفجرت سيارة مفخخة في القامشلي", "bombing", id="car bomb"),
    pytest.param("اقتحم مسلحون السجن", "armed_attack", id="stormed the prison"),
    pytest.param("اغتال مسلحون قاضيا في درعا", "assassination", id="assassinated a judge"),
    pytest.param("أعدم التنظيم ثلاثة أسرى", "execution", id="executed captives"),
    pytest.param("تعرض المعتقلون للتعذيب في السجن", "abuse", id="torture"),
    pytest.param("اختطف مسلحون طبيبا في السويداء", "abduction", id="kidnapped"),
    pytest.param("أضرم مسلحون النار في المحاصيل", "destruction", id="set fire to crops"),
    pytest.param("بدأت تركيا عملية عسكرية في شمال سوريا", "military_operation", id="military operation"),
    pytest.param("سيطرت قوات الجيش على تل تمر", "territory_gain", id="took control"),
    pytest.param("انسحبت القوات الأمريكية من منبج", "withdrawal", id="withdrew"),
    pytest.param("انتشرت قوات الجيش على الحدود", "deployment", id="deployed"),
    pytest.param("أعلنت قسد تعليق عملياتها ضد داعش", "suspend_operation", id="suspension of operations"),
    pytest.param("أعلنت قسد استئناف عملياتها ضد داعش", "resume_operation", id="resumption of operations"),
    pytest.param("ضبطت الشرطة كمية من الأسلحة", "seizure", id="seized weapons"),
    pytest.param("اعتقلت الشرطة عشرة أشخاص", "arrest", id="arrested"),
    pytest.param("فر خمسة معتقلين من السجن", "escape", id="escaped from prison"),
    pytest.param("أفرجت السلطات عن عشرة معتقلين", "release", id="released"),
    pytest.param("نقلت القوات معتقلين من داعش إلى العراق", "transfer", id="detainees moved"),
    wrong("شهد السجن عصيانا نفذه السجناء", "prison_unrest", name="mutiny in prison", reason="عصيانا is read as a verb (we disobeyed)"),
    pytest.param("حكمت المحكمة بالإعدام على ثلاثة متهمين", "trial", id="sentenced"),
    pytest.param("تسلل عناصر من داعش عبر الحدود إلى العراق", "border_crossing", id="infiltrated across the border"),
    pytest.param("انضم عشرات الشبان إلى صفوف التنظيم", "recruitment", id="joined"),
    pytest.param("تظاهر المئات في بغداد احتجاجا على الفساد", "protest", id="demonstrated"),
    pytest.param("خرج الآلاف أمس للمطالبة برحيل الحكومة", "protest", id="thousands went out to demand"),
    pytest.param("توافد آلاف المواطنين إلى الميدان مطالبين بالتغيير", "protest", id="citizens flocked to the square, demanding"),
    pytest.param("احتشد أنصار المعارضة في ساحة المدينة", "protest", id="supporters gathered, of a party too"),
    pytest.param("هتف آلاف المشيعين ضد الحكومة", "protest", id="mourners shouted"),
    pytest.param("نصب عشرات الشبان خياما في الميدان للمطالبة بالتغيير", "protest", id="tents of a sit-in"),
    pytest.param("شارك نحو عشرة آلاف شخص في مسيرة وسط العاصمة", "protest", id="took part in a march"),
    pytest.param("نظم عشرات الصحافيين وقفة أمام مقر النقابة", "protest", id="held a vigil"),
    pytest.param("توقف سائقو الحافلات عن العمل للمطالبة برفع الأجور", "protest", id="stopped work for a demand"),
    pytest.param("أحيا السكان ذكرى النكبة بمسيرات في المدينة", "protest", id="marches of a day of remembrance"),
    pytest.param("فرقت الشرطة المتظاهرين بالغاز المسيل للدموع", "repression", id="police dispersed protesters with tear gas"),
    pytest.param("نزح آلاف المدنيين من رأس العين", "displacement", id="fled their homes"),
    pytest.param("وصلت قافلة مساعدات إنسانية إلى المخيم", "aid", id="aid convoy"),
    pytest.param("توصل الطرفان إلى اتفاق لوقف إطلاق النار", "agreement", id="ceasefire deal"),
    pytest.param("التقى الرئيس الروسي نظيره التركي في سوتشي", "diplomacy", id="presidents met"),
    pytest.param("فرضت واشنطن عقوبات على أنقرة", "sanction", id="sanctions"),
    pytest.param("قتل ثلاثة مدنيين في حلب", "casualty", id="were killed, cause unknown"),
    pytest.param("انسحبت القوات الحكومية من محيط ملعب البلدة", "withdrawal", id="forces left the ground about a stadium"),
    pytest.param("دعا الزعيم إلى سلام بين الفصائل والحكومة", "agreement", id="peace between parties"),
    pytest.param("طالبت الخارجية باستئناف عملية السلام", "diplomacy", id="peace process"),
    pytest.param("قامت عناصر الميليشيا بإعدام شابين من أهالي القرية", "execution", id="put to death by a militia"),
    pytest.param("فتح ثلاثة مسلحين من خلايا التنظيم في البلدة النار على دورية", "armed_attack", id="opened fire, a long subject between"),
    pytest.param("أقدم محتجون على حرق سيارات رسمية في المدينة", "destruction", id="burned cars"),
    pytest.param("عثرت الشرطة على رايات ووثائق تعود لتنظيم داعش", "seizure", id="found flags and papers"),
    pytest.param("واصل سلاح الجو قصف مواقع المتمردين", "air_strike", id="bombardment by the air force"),
    pytest.param("وقع الطرفان وثيقة صلح في الدوحة", "agreement", id="a document of peace signed"),
    pytest.param("اضطر السكان إلى ترك منازلهم", "displacement", id="had to leave their homes"),
    pytest.param("لجأ نحو ألف شخص إلى الأردن", "displacement", id="took refuge in a land"),
    pytest.param("طرد المسلحون سكان القرية من أرضهم", "displacement", id="villagers driven out"),
    pytest.param("قدم المبعوث إحاطة إلى مجلس الأمن", "diplomacy", id="briefed the council"),
    pytest.param("استؤنفت المحادثات بين الوفدين", "diplomacy", id="talks were resumed"),
    pytest.param("أعطب المقاتلون مدرعة للجيش", "destruction", id="put a vehicle out of action"),
    pytest.param("طالت القذائف أحياء في المدينة", "shelling", id="shells reached quarters"),
    pytest.param("طعن شاب جنديا في القدس", "armed_attack", id="stabbed, a town behind in"),
    pytest.param("أجلت المحكمة النظر في قضية التنظيم", "trial", id="a hearing put off"),
    pytest.param("عاد عشرات المقاتلين الأجانب من سوريا إلى بلدانهم", "border_crossing", id="fighters come back"),
    pytest.param("درب الجيش الأمريكي مقاتلي المعارضة", "support", id="a state trains a party"),
    pytest.param("تطوع عشرات الشبان للقتال في الجبهة", "recruitment", id="volunteered for the fight"),
    pytest.param("وصلت حاملة طائرات إلى الخليج", "deployment", id="a carrier arrived"),
    pytest.param("رحلت السلطات مقاتلين أجانب إلى بلدانهم", "transfer", id="deported fighters"),
    pytest.param("صفى عناصر الميليشيا ثلاثة مدنيين", "execution", id="put civilians to death"),
    pytest.param("أغلقت السلطات مكتب قناة إخبارية", "repression", id="closed a channel's office"),
    pytest.param("خرج الآلاف في مسيرة بالعاصمة", "protest", id="went out in a march"),
    pytest.param("اقتحم متظاهرون مبنى المحافظة", "riot", id="demonstrators stormed a building"),
    pytest.param("أنقذ خفر السواحل 30 مهاجرا", "aid", id="coast guard saved migrants"),
    pytest.param("التحق شابان بتنظيم داعش", "recruitment", id="joined, a verb that begins like an article"),
    pytest.param("ناقش الرئيس مع وزير الدفاع التركي أزمة الحدود", "diplomacy", id="discussed with a minister"),
    pytest.param("تبادل الطرفان ثلاثين أسيرا", "release", id="captives exchanged"),
    pytest.param("تعرض الأنبوب لأعمال تخريبية", "destruction", id="acts of sabotage"),
    pytest.param("استشهد فتى برصاص جنود عند الحاجز", "armed_attack", id="martyred by bullets"),
]


@pytest.mark.parametrize(("text", "event_type"), TYPES)
def test_type_of_a_word(text: str, event_type: str) -> None:
    assert event_type in [event.type for event in read_events(text)]


NO_EVENTS = [
    pytest.param("فاز المنتخب بهجوم قوي في مباراة القدم", id="attack in a football match"),
    pytest.param("قصف إعلامي متبادل بين الحزبين", id="bombardment in the media"),
    pytest.param("هاجم المدرب حكم المباراة بعد الخسارة", id="coach attacks referee"),
    pytest.param("ارتفعت أسعار النفط بعد اتفاق على خفض الإنتاج", id="oil prices"),
    pytest.param("افتتح الوزير مدرسة جديدة في المدينة", id="minister opens a school"),
    pytest.param("يعيش اللاجئون في المخيم منذ سنوات", id="refugees live in a camp"),
    pytest.param("زار الوفد مخيم النازحين", id="the displaced are a name here"),
    pytest.param("لا خطر داهما على السكان في المنطقة", id="imminent danger"),
    pytest.param("تقدمت الجماعة بمبادرة إلى الأمم المتحدة", id="put an initiative forward"),
    pytest.param("تجمع المنظمة معلومات من الأهالي", id="collects facts"),
]


@pytest.mark.parametrize("text", NO_EVENTS)
def test_word_of_war_in_other_company_is_no_event(text: str) -> None:
    assert [event.type for event in read_events(text) if event.type not in {"diplomacy"}] == []


MEANS = [
    pytest.param("قصفت الطائرات الحربية مواقع الفصائل", "air_strike", id="aircraft bombed"),
    pytest.param("قصفت المدفعية مواقع الفصائل", "shelling", id="artillery shelled"),
    pytest.param("استهدف القصف الجوي مقرا أمنيا", "air_strike", id="air bombardment"),
    pytest.param("استهدفت طائرة مسيرة مقرا أمنيا", "air_strike", id="drone targeted"),
    pytest.param("هجوم بسيارة مفخخة استهدف مقرا أمنيا", "bombing", id="attack with a car bomb"),
    pytest.param("هجوم بعبوة ناسفة استهدف دورية", "bombing", id="attack with a planted bomb"),
    pytest.param("هجوم صاروخي استهدف القاعدة", "shelling", id="rocket attack"),
    pytest.param("هاجم مسلحون القاعدة بالأسلحة الرشاشة", "armed_attack", id="attacked with guns"),
    pytest.param("قصف الجيش بلدة تل تمر", "shelling", id="bombardment of unstated means"),
    pytest.param("هجوم على دورية في الحسكة", "armed_attack", id="attack of unstated means"),
    pytest.param("انفجار في مقر أمني بالحسكة", "armed_attack", id="explosion of unstated means"),
]


@pytest.mark.parametrize(("text", "event_type"), MEANS)
def test_means_decide_the_type(text: str, event_type: str) -> None:
    assert [event.type for event in read_events(text)] == [event_type]


def test_attack_that_refers_takes_the_means_of_the_passage() -> None:
    text = "انفجرت سيارة مفخخة في القامشلي.\nوأسفر الانفجار عن مقتل ثلاثة مدنيين."  # a car bomb... the explosion killed three
    assert {event.type for event in code_news(text).events} == {"bombing"}


def test_bombing_told_again_takes_the_means_of_the_raid() -> None:
    text = "شنت الطائرات التركية غارات على عين عيسى.\nواستهدف القصف سجنا."  # raids on Ain Issa. the bombing hit a prison
    assert {event.type for event in code_news(text).events} == {"air_strike"}


def test_means_of_a_later_attack_of_its_own_are_its_own() -> None:
    text = "شنت الطائرات التركية غارات على عين عيسى.\nوهاجم مسلحون بالبنادق حاجزا للشرطة في دير الزور."
    assert [event.type for event in code_news(text).events] == ["air_strike", "armed_attack"]


TRIGGERS = [
    pytest.param("شنت الطائرات غارات على مقر أمني", "غارات", id="noun that the support verb carries"),
    pytest.param("سيارة مفخخة تهز مدينة الحسكة", "سيارة مفخخة", id="noun with its modifier"),
    pytest.param("قصف الجيش بلدة تل تمر", "قصف", id="verb"),
    pytest.param("تم إطلاق سراح المعتقلين", "إطلاق سراح", id="phrase"),
]


@pytest.mark.parametrize(("text", "words"), TRIGGERS)
def test_trigger_names_the_happening(text: str, words: str) -> None:
    assert words in read_events(text)[0].trigger


def test_one_happening_named_twice_in_a_sentence_is_one_event() -> None:
    text = "قصف الجيش بلدة تل تمر، وقد طال القصف سوق البلدة"  # shelled the town, and the shelling reached its market
    assert [event.type for event in read_events(text)] == ["shelling"]


def test_noun_with_an_article_points_back_to_the_attack_of_its_sentence() -> None:
    text = "قصف الجيش بالمدفعية بلدة تل تمر وقرية مجاورة لها مساء أمس الثلاثاء بحسب السكان، وأكد مصدر طبي مقتل طفل جراء القصف على منازل المدنيين"
    assert [event.type for event in read_events(text)] == ["shelling"]  # shelled by artillery ..., a child killed by the shelling of homes


@pytest.mark.parametrize("text", ["شنت الطائرات عشر غارات على الرقة وسبع غارات على حلب", "شنت الطائرات غارات على الرقة وغارات أخرى على حلب"], ids=["number", "other"])
def test_one_more_of_a_kind_is_an_event_of_its_own(text: str) -> None:
    assert [event.type for event in read_events(text)] == ["air_strike", "air_strike"]  # ten raids on Raqqa and seven on Aleppo


def test_attack_in_a_passage_of_bombardment_is_shelling() -> None:
    text = "قصفت القوات التركية بلدة تل تمر.\nوارتفع عدد ضحايا هجمات القوات التركية إلى عشرة."  # shelled the town. victims of the attacks
    assert {event.type for event in code_news(text).events} == {"shelling"}


def test_bombardment_by_another_is_shelling_whatever_raids_went_before() -> None:
    text = "شنت الطائرات الحربية غارات على بلدة عين عيسى.\nوأصيبت امرأة في قصف على قرية مجاورة."  # raids. a woman hurt in shelling of a village
    assert [event.type for event in code_news(text).events] == ["air_strike", "shelling"]


NOT_SAID = [
    pytest.param("علق الوزير على هجوم داعش الأخير", "suspend_operation", id="commented on an attack"),
    pytest.param("تقف تركيا خلف عمليات التهريب", "suspend_operation", id="stands behind smuggling"),
    pytest.param("نشر الجيش صورا عن وحدات العدو", "deployment", id="published pictures of units"),
    pytest.param("قصف الجيش مناطق تسيطر عليها الفصائل", "territory_gain", id="places held"),
    pytest.param("تقدمت القوات بدعم من الطيران", "support", id="with the backing of aircraft"),
    pytest.param("قصف الاحتلال التركي قرية بشمال سوريا", "military_operation", id="the occupation is who acts"),
]


@pytest.mark.parametrize(("text", "event_type"), NOT_SAID)
def test_word_that_looks_like_a_happening_is_none(text: str, event_type: str) -> None:
    assert event_type not in [event.type for event in read_events(text)]


SAID = [
    pytest.param("انسحب مقاتلو الفصائل من البلدة وأخلوا مقراتهم", "withdrawal", id="left their headquarters"),
    pytest.param("سير التحالف الدولي دورية في ريف الحسكة", "deployment", id="ran a patrol"),
    pytest.param("دهست مدرعة تركية طفلا في القامشلي", "casualty", id="run over by an armoured car"),
    pytest.param("منعت قوات النظام دخول الطحين إلى الأحياء", "aid", id="kept flour out"),
    pytest.param("أبرم الطرفان مذكرة تفاهم لوقف القتال", "agreement", id="concluded a memorandum"),
    pytest.param("اعـ ـتـ ـقـ ـال ثلاثة من خلايا التنظيم", "arrest", id="arrest, drawn out to slip past a filter"),
]


@pytest.mark.parametrize(("text", "event_type"), SAID)
def test_word_or_phrase_of_a_happening(text: str, event_type: str) -> None:
    assert event_type in [event.type for event in read_events(text)]


@pytest.mark.parametrize(
    "text",
    ["استهدفت الطائرات صباح اليوم الأحد القرية ومحيطها بخمس غارات", "نفذت المروحيات غارات على الشحيل، استهدفت منازل في البلدة", "قال شهود إن الطيران قصف بصاروخ موقعا للفصائل"],
    ids=["with five raids", "relative clause without a pronoun", "aircraft with a rocket"],
)
def test_strike_told_by_verb_and_means_is_one(text: str) -> None:
    assert [event.type for event in read_events(text)] == ["air_strike"]


def test_joined_deeds_are_two_and_joined_fights_are_one() -> None:
    assert [event.type for event in read_events("نفذ المهاجمون عمليات دهس وطعن أوقعت قتلى")] == ["armed_attack", "armed_attack"]  # ran over and stabbed
    assert [event.type for event in read_events("تجددت المعارك والاشتباكات في ريف حلب")] == ["battle"]  # battles and clashes


def test_gunmen_make_no_strike_of_their_attack() -> None:
    text = "شنت الطائرات غارات على بلدة عين عيسى.\nواستهدف مسلحون مجهولون حاجزا في دير الزور."  # raids. gunmen struck at a checkpoint
    assert [event.type for event in code_news(text).events] == ["air_strike", "armed_attack"]


def test_dead_of_another_part_of_the_sentence_stay_a_casualty() -> None:
    text = "قصفت المدفعية بلدة تل تمر، كما توفي طفلان غرقا في نهر الفرات"  # shelled a town, and two children drowned
    assert [event.type for event in read_events(text)] == ["shelling", "casualty"]


def test_steps_of_a_court_are_events_of_their_own() -> None:
    text = "ختم القاضي البحث في القضية وأحال المتهم على محكمة الجنايات"  # closed the inquiry and referred the accused
    assert [event.type for event in read_events(text)] == ["trial", "trial"]


def test_toll_that_counts_on_is_one() -> None:
    text = "ارتفع عدد القتلى في المدينة إلى ثلاثين قتيلا ونحو خمسين جريحا"  # the dead rose to thirty, and some fifty hurt
    assert [event.type for event in read_events(text)] == ["casualty"]


def test_wounded_joined_to_the_dead_are_of_the_same_toll() -> None:
    assert [event.type for event in read_events("مقتل ثلاثة جنود وإصابة خمسة في الرقة")] == ["casualty"]  # three killed, five hurt


@pytest.mark.xfail(strict=False, reason="وفر without a comma before it is read as `provided`")
def test_joined_happenings_are_events_of_their_own() -> None:
    text = "قصفت الطائرات السجن وفر مئات المعتقلين"  # aircraft bombed the prison and hundreds of detainees escaped
    assert [event.type for event in read_events(text)] == ["air_strike", "escape"]


def test_joined_happenings_behind_a_comma_are_events_of_their_own() -> None:
    text = "قصفت الطائرات السجن، وفر مئات المعتقلين"
    assert [event.type for event in read_events(text)] == ["air_strike", "escape"]


def test_this_attack_with_nothing_new_is_none() -> None:
    text = "هاجم مسلحون دورية في الحسكة.\nوأثار هذا الهجوم قلق السكان."  # ... this attack worried residents
    assert [event.type for event in code_news(text).events] == ["armed_attack"]


@pytest.mark.parametrize("text", ["", "   ", "صباح الخير", "افتتح الوزير مدرسة جديدة"], ids=["empty", "blank", "good morning", "school"])
def test_text_without_triggers_has_no_events(text: str) -> None:
    assert code_news(text).events == ()


NEWS_LINES = [
    pytest.param("قتل ثلاثة مدنيين في حلب", "casualty", id="three civilians killed in Aleppo"),
    pytest.param("انفجرت سيارة مفخخة في القامشلي", "bombing", id="car bomb in Qamishli"),
    pytest.param("اغتيل قيادي في دمشق", "assassination", id="leader assassinated"),
]


@pytest.mark.parametrize(("text", "event_type"), NEWS_LINES)
def test_line_of_news_by_itself_is_read(text: str, event_type: str) -> None:
    assert [event.type for event in code_text(text).events] == [event_type]


def test_a_state_that_complains_to_another_is_no_crowd() -> None:
    assert read_events("احتجت مصر رسميا لدى إيران على التصريحات", "protest") == []

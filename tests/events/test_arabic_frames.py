# SPDX-License-Identifier: Apache-2.0
"""Frames of Arabic event words: who is actor and who target of verbs, verbal nouns and participles, by clause, preposition and kind of event."""

import pytest

from reading import read_event

FRAMES = [
    pytest.param("هاجم مسلحون بالأسلحة الرشاشة والقنابل اليدوية مركز تدريب الشرطة في لاهور", "armed_attack", ["مسلحون"], ["مركز تدريب الشرطة"], id="qualities of weapons before the object"),
    pytest.param("استهدف الثوار بالقذائف المدفعية والصاروخية مواقع النظام في سهل الغاب", "shelling", ["الثوار"], ["مواقع النظام"], id="qualities of shells before the object"),
    pytest.param("قصف نفذه الطيران الروسي و السوري على مقر للفصائل", "air_strike", ["الطيران الروسي و السوري"], ["مقر"], id="two qualities, the and written apart"),
    pytest.param("صدت المقاومة هجوما للحوثيين وقوات الرئيس المخلوع علي عبدالله صالح", "armed_attack", ["للحوثيين", "قوات الرئيس المخلوع علي عبدالله صالح"], ["المقاومة"], id="a given name that looks like on"),
    pytest.param("التقى وزير الخارجية المصري نظيره الأردني في القاهرة", "diplomacy", ["وزير الخارجية المصري"], ["نظيره الأردني"], id="whom one meets"),
    pytest.param("سيطرت الفصائل على بلدة سرمين بعد معارك مع الجيش", "territory_gain", ["الفصائل"], ["بلدة سرمين"], id="a town that is taken"),
    pytest.param("حررت قوات الجيش المدينة من قبضة التنظيم", "territory_gain", ["قوات الجيش"], ["المدينة", "التنظيم"], id="from whose hold"),
    pytest.param("دعمت باريس لبنان بالسلاح والمال", "support", ["باريس"], ["لبنان"], id="a state that is supported"),
    pytest.param("علقت القوات عملياتها العسكرية في المنطقة", "suspend_operation", ["القوات"], ["عملياتها العسكرية"], id="what is halted"),
    pytest.param("تواصل القوات التركية قصفها لمواقع قسد", "shelling", ["القوات التركية"], ["مواقع قسد"], id="goes on, with a feminine subject"),
    pytest.param("تمكن عشرات المدنيين من الفرار من المدينة المحاصرة", "displacement", [], ["عشرات المدنيين"], id="managed to flee"),
    pytest.param("أعلنت الوزارة استشهاد عسكري في انفجار لغم قرب القصرين", "bombing", [], ["عسكري"], id="a soldier told by a quality"),
    pytest.param("اعتصم الأساتذة أمام مقر الوزارة في صنعاء", "protest", ["الأساتذة"], [], id="a broken plural of men behind a masculine verb"),
    pytest.param("حكمت المحكمة غيابيا على ضابط سابق بالسجن", "trial", ["المحكمة"], ["ضابط سابق"], id="an adverb on ya is nobody"),
    pytest.param("يحاكم ضابط سابق في باريس بتهمة التعذيب", "trial", [], ["ضابط سابق"], id="a man alone behind a transitive verb"),
    pytest.param("حوكم القيادي مع معتقلين آخرين في بغداد", "trial", [], ["القيادي", "معتقلين آخرين"], id="tried with others"),
    pytest.param("قضت المحكمة بسجن الناشط ثلاث سنوات", "trial", ["المحكمة"], ["الناشط"], id="the term is no target"),
    pytest.param("صدر حكم بالسجن المؤبد في حق المتهم الرئيسي", "trial", [], ["المتهم الرئيسي"], id="in the right of"),
    pytest.param("اختطف الجنود شبانا فلسطينيين قرب رام الله", "abduction", ["الجنود"], ["شبانا فلسطينيين"], id="an indefinite object behind a definite subject"),
    pytest.param("عثر الأهالي على رفات مدنيين أعدمهم التنظيم قبل عامين", "execution", ["التنظيم"], ["رفات مدنيين"], id="whom a clause describes"),
    pytest.param("ذكر المرصد أن إحدى الغارات التي نفذتها الطائرات الروسية على محيط قرية بسنقول، طالت مقر الفصيل", "air_strike", ["الطائرات الروسية"], ["مقر الفصيل"], id="a verb behind a relative clause and a comma"),
    pytest.param("سقط قتلى وجرحى في صفوف عناصر الجيش جراء انفجار عبوة ناسفة", "bombing", [], ["عناصر الجيش"], id="the dead give way to whose they are"),
    pytest.param("قصف مدفعي على السوق أوقع عددا من القتلى والجرحى", "shelling", [], ["السوق", "عددا من القتلى والجرحى"], id="tolls without a number are one"),
    pytest.param("كانت السفارة هدفا لعدة هجمات مسلحة في الأعوام الماضية", "armed_attack", [], ["السفارة"], id="the aim of attacks"),
    pytest.param("بعد قيام مسلحين يشتبه بانتمائهم للحركة بتفجير قنبلة تحت حافلة للشرطة", "bombing", ["مسلحين"], ["حافلة"], id="set about it, with a clause between"),
    pytest.param("قوات النظام عاجزة عن استعادة السيطرة على المدينة", "territory_gain", ["قوات النظام"], ["المدينة"], id="unable to"),
    pytest.param("أسعفت فرق الدفاع المدني المصابين إلى المشفى", "aid", ["فرق الدفاع المدني"], ["المصابين"], id="where the hurt are taken"),
    pytest.param("انفجرت عبوة ناسفة زرعت تحت سيارة قيادي في عفرين", "bombing", [], ["سيارة قيادي"], id="where the bomb was laid"),
    pytest.param("طلب الجيش من السكان مغادرة منازلهم على الفور", "displacement", [], ["السكان"], id="homes are not who leaves"),
    pytest.param("قتل ثلاثة جنود في اشتباك مع مسلحين شرق المدينة", "battle", ["مسلحين", "ثلاثة جنود"], ["ثلاثة جنود"], id="who fell fighting"),
    pytest.param("هجوم للتنظيم قتل خلاله خمسة من عناصر الجيش", "armed_attack", ["للتنظيم"], ["خمسة من عناصر الجيش"], id="a preposition with a pronoun heads no phrase"),
    pytest.param("وقصفت الطائرات المدينة وأدت الغارات إلى مقتل ثمانية مدنيين", "air_strike", ["الطائرات"], ["ثمانية مدنيين"], id="eight is no quality"),
    pytest.param("أعلن الجيش أنه قصف مواقع التنظيم في البادية", "shelling", ["الجيش"], ["مواقع التنظيم"], id="that he shelled"),
    pytest.param("شن التحالف 14 غارة في العراق أصابت وحدات للتنظيم ودمرت عربة مدرعة", "air_strike", ["التحالف"], ["وحدات", "عربة مدرعة"], id="what raids are told to have hit"),
    pytest.param("تم تدمير تسعة مواقع قتالية وثلاث غرف حصينة ومستودع أسلحة", "destruction", [], ["تسعة مواقع قتالية", "ثلاث غرف حصينة", "مستودع أسلحة"], id="three things destroyed"),
    pytest.param("نفذت طائرة بدون طيار هجوما على سيارة في مأرب", "air_strike", ["طائرة بدون طيار"], ["سيارة"], id="an aircraft without a pilot"),
    pytest.param("إن مقاتلات تركية إف-16 قصفت مقرا للتنظيم", "shelling", ["مقاتلات تركية إف-16"], ["مقرا"], id="a type of aircraft"),
    pytest.param("أمس فجر مسلح ملثم نفسه في بغداد", "bombing", ["مسلح ملثم"], [], id="blew himself up behind a time"),
    pytest.param("شهداء وجرحى بانفجار في ريف جرابلس", "armed_attack", [], ["شهداء وجرحى"], id="a headline of tolls"),
    pytest.param("ارتفاع عدد قتلى الاشتباكات بين مجموعتين مسلحتين في الصنمين", "battle", ["مجموعتين مسلحتين"], ["عدد قتلى"], id="the sides of a fight are not its dead"),
    pytest.param("احتجاجات نظمها الطلاب في المدينة", "protest", ["الطلاب"], [], id="a clause on a protest"),
    pytest.param("مظاهرات مناهضة للاحتلال في جنين", "protest", [], ["للاحتلال"], id="protests against"),
    pytest.param("رصد المرصد تنفيذ طائرة حربية نحو أربع غارات على مقر للفصائل", "air_strike", ["طائرة حربية"], ["مقر"], id="the agent of a verbal noun with a deed for its object"),
    pytest.param("تمكنت الطائرات من قصف رتل للتنظيم قرب الحدود", "air_strike", ["الطائرات"], ["رتل"], id="the genitive of a deed that a verb carries out"),
    pytest.param("استهدف الجيش، بعد منتصف الليل، بالمدفعية الثقيلة مواقع الفصائل", "shelling", ["الجيش"], ["مواقع الفصائل"], id="an object behind remarks in commas"),
    pytest.param("أصيبت سيدة إثر استهداف قوات النظام، بالرشاشات الثقيلة، سيارة مدنية", "armed_attack", ["قوات النظام"], ["سيارة مدنية", "سيدة"], id="agent and object of a verbal noun in commas"),
]


@pytest.mark.parametrize(("text", "event_type", "actor", "target"), FRAMES)
def test_who_is_actor_and_who_target(text: str, event_type: str, actor: list[str], target: list[str]) -> None:
    event = read_event(text, event_type)
    assert (event.actor, event.target) == (actor, target)

# SPDX-License-Identifier: Apache-2.0
"""Who strikes whom in the short news of strikes, raids and tolls: one rule a test, sentences of our own."""

import pytest

from reading import read_event

STRIKES = [
    pytest.param('أصيب راع جراء استهداف "داعش" بالقذائف شاحنة', "shelling", ["داعش"], ["شاحنة", "راع"], id="a name in quotes has the deed"),
    pytest.param("سحبت الولايات المتحدة جنودها من القاعدة", "withdrawal", ["الولايات المتحدة"], ["جنودها"], id="a country that acts has a compound name"),
    pytest.param("مقتل 4 عناصر من قسد ومزارع بقصف تركي", "shelling", ["تركي"], ["4 عناصر", "مزارع"], id="a victim joined behind whose men the others are"),
    pytest.param("مقتل سيدتين بغارة روسية", "air_strike", ["روسية"], ["سيدتين"], id="two women"),
    pytest.param("داهمت الشرطة المنزل واعتقلت الشابين", "arrest", ["الشرطة"], ["الشابين"], id="people in the case of an object"),
    pytest.param("اعتقال العديد من الطلاب", "arrest", [], ["العديد من الطلاب"], id="a definite quantity is no quality"),
    pytest.param("استهداف قسد مساء 3 أيلول حافلة مدنية", "armed_attack", ["قسد"], ["حافلة مدنية"], id="an object behind a day"),
    pytest.param("قتل مدنيان معظمهم من النساء بقصف", "shelling", [], ["مدنيان"], id="a remark on all of them"),
    pytest.param("إصابة راع باستهداف مسيرة للجيش التركي شاحنة", "air_strike", ["مسيرة"], ["شاحنة", "راع"], id="whose the craft is that strikes"),
    pytest.param("اعتقلت الشرطة شابا بعد مداهمة منزله", "armed_attack", ["الشرطة"], ["منزله"], id="a raid before an arrest"),
    pytest.param("أفرجت قسد عن الطلاب بعد أيام من اعتقالهم", "arrest", ["قسد"], ["الطلاب"], id="a pronoun stands for people before a side"),
    pytest.param("حاصرت قسد البلدة واعتقلت عددا من المعلمين", "arrest", ["قسد"], ["عددا من المعلمين"], id="a verb of the other gender has its object there"),
    pytest.param("أسفر القصف عن مقتل أم وابنها", "shelling", [], ["أم", "ابنها"], id="kin with a pronoun are no verbs"),
    pytest.param("قتل راع وأصيب آخرون برصاص مسلحين", "armed_attack", ["مسلحين"], ["راع", "آخرون"], id="the hurt do not shoot"),
    pytest.param("مقتل مزارع وإصابة آخر بقصف تركي", "shelling", ["تركي"], ["مزارع", "آخر"], id="another one without a noun"),
    pytest.param("سقط عمال في قصف روسي", "air_strike", ["روسي"], ["عمال"], id="who falls in it"),
    pytest.param("تشييع ضحايا القصف التركي", "shelling", ["التركي"], ["ضحايا"], id="the dead of it"),
    pytest.param("صدت الفصائل هجوما لقوات النظام", "armed_attack", ["قوات النظام"], ["الفصائل"], id="who beats it off"),
    pytest.param("اندلعت اشتباكات بين ما يسمى الجيش الوطني وقوات النظام", "battle", ["الجيش الوطني", "قوات النظام"], [], id="a name kept at a distance"),
]


@pytest.mark.parametrize(("text", "event_type", "actor", "target"), STRIKES)
def test_strikes(text: str, event_type: str, actor: list[str], target: list[str]) -> None:
    event = read_event(text, event_type)
    assert (sorted(event.actor), sorted(event.target)) == (sorted(actor), sorted(target))


@pytest.mark.parametrize(
    ("text", "event_type", "instrument"),
    [
        pytest.param("مقتل امرأة بقصف صاروخي استهدف مدينة عفرين", "shelling", [], id="the verb of a strike"),
        pytest.param("قتل اثنان في تفجير مزدوج استهدف منطقة الشعب", "bombing", [], id="the verb of a bombing"),
        pytest.param("محاولة تفجير جدار السجن المركزي بسيارة مفخخة", "bombing", ["سيارة مفخخة"], id="a car bomb"),
    ],
)
def test_no_verb_is_the_means(text: str, event_type: str, instrument: list[str]) -> None:
    assert read_event(text, event_type).instrument == instrument

# SPDX-License-Identifier: Apache-2.0
"""Whom a pronoun accuses, who is no speaker, and where the accuser ends: Arabic sentences written for these tests."""

import pytest

from reading import read_claim, read_claims

POINTED = [
    pytest.param("انتقدت النقابة الحكومة المحلية واتهمتها بإهمال المستشفى.", "accuse", "النقابة", "الحكومة المحلية", id="joined verb"),
    pytest.param("هاجم القائد مصر والأردن، واتهمها بدعم خصومه.", "accuse", "القائد", "مصر والأردن", id="two states"),
    pytest.param("جرت المحادثات في تركيا التي يتهمها الجيش السوري بدعم المسلحين.", "accuse", "الجيش السوري", "تركيا", id="relative clause"),
    pytest.param("ركز النائب كلامه على الشرطة العسكرية متهما إياها باستخدام الرصاص.", "accuse", "النائب", "الشرطة العسكرية", id="pronoun by itself"),
    pytest.param("التقى المبعوث وزير الداخلية، وطالبه بوقف الاعتقالات.", "demand", "المبعوث", "وزير الداخلية", id="asked"),
    pytest.param("تشهد المدينة مواجهات بين الجيش وعناصر تنظيم الحوثيين الذين تتهمهم صنعاء بالتمرد.", "accuse", "صنعاء", "عناصر تنظيم الحوثيين", id="relative clause, of two the last"),
]


@pytest.mark.parametrize(("text", "act", "source", "target"), POINTED)
def test_whom_a_pronoun_means(text: str, act: str, source: str, target: str) -> None:
    claim = read_claim(text, act)
    assert (claim.source, claim.target) == (source, target)


NOBODY = [
    pytest.param("اعتقلت السلطات الباكستانية اثنين من كبار قيادات جماعة إسلامية اتهمتها الهند بأنها وراء الهجمات.", id="group read into the words before"),
    pytest.param("اتهمت بغداد دمشق بإيواء عناصر يتهمها العراق بالوقوف وراء التفجيرات.", id="elements in a deed"),
    pytest.param("وبات متهماً بشهادة الزور واتهمته السلطات السورية بالكذب.", id="what he came to be"),
]


@pytest.mark.parametrize("text", NOBODY)
def test_a_pronoun_that_means_nobody_near_points_at_nobody(text: str) -> None:
    assert read_claims(text, "accuse")[-1].target is None


PARTED = [
    pytest.param("واتهم معارضون الرئيس السوري باستغلال الهدنة.", "معارضون", "الرئيس السوري", id="plural that keeps its nun"),
    pytest.param("ويتهم دمرتاش الرئيس التركي بالعمل على تأجيل الانتخابات.", "دمرتاش", "الرئيس التركي", id="name that no list has"),
    pytest.param("اتهمت إسرائيل حركتي حماس والجهاد بقصف البلدات.", "إسرائيل", "حركتي حماس والجهاد", id="dual of two movements"),
]


@pytest.mark.parametrize(("text", "source", "target"), PARTED)
def test_the_accuser_ends_where_the_accused_begins(text: str, source: str, target: str) -> None:
    claim = read_claim(text, "accuse")
    assert (claim.source, claim.target) == (source, target)


def test_a_name_in_brackets_is_no_verb() -> None:
    assert [claim.cue for claim in read_claims("وقال المتحدث باسم القوات (يزيد السالم) إن القصف توقف.")] == ["وقال"]


SAYINGS = [
    pytest.param("تشديد قطري: لن نتراجع عن الوساطة في غزة.", [], id="what is done by saying it"),
    pytest.param("مسؤول تركي: لن نسحب قواتنا من إدلب.", ["مسؤول تركي"], id="who says it"),
    pytest.param("أعلى مسؤول عسكري أمريكي: لن نسحب قواتنا من إدلب.", ["أعلى مسؤول عسكري أمريكي"], id="highest of an office"),
]


@pytest.mark.parametrize(("text", "sources"), SAYINGS)
def test_a_saying_in_a_headline_is_no_speaker(text: str, sources: list[str]) -> None:
    assert [claim.source for claim in read_claims(text) if claim.act == "report"] == sources

# SPDX-License-Identifier: Apache-2.0
"""Where Arabic sentences end, and where a stop ends none."""

import itertools

import pytest
from hypothesis import given

from rasid.languages.ar.sentences import split_sentences
from strategies import any_texts, arabic_texts

ENDS = [
    ("full stop", "قصف الجيش البلدة. فر السكان.", ["قصف الجيش البلدة.", "فر السكان."]),  # the army shelled the town. residents fled
    ("question mark", "من قصف السجن؟ لا أحد يعرف", ["من قصف السجن؟", "لا أحد يعرف"]),  # who shelled the prison? nobody knows
    ("exclamation mark", "أوقفوا القصف! قال الوزير", ["أوقفوا القصف!", "قال الوزير"]),  # stop the shelling! said the minister
    ("Arabic semicolon", "قصف الجيش البلدة؛ فر السكان", ["قصف الجيش البلدة؛", "فر السكان"]),
    ("line break", "عنوان الخبر\nقال الوزير", ["عنوان الخبر", "قال الوزير"]),  # headline, the minister said
    ("closing quote belongs to its sentence", "قال: «لن ننسحب.» ثم غادر", ["قال: «لن ننسحب.»", "ثم غادر"]),  # "we will not withdraw"
    ("ellipsis", "فر المئات… ثم عادوا", ["فر المئات…", "ثم عادوا"]),  # hundreds fled... then returned
    ("stop glued between two words", "انسحبت القوات من القاعدة.وقالت الوزارة", ["انسحبت القوات من القاعدة.", "وقالت الوزارة"]),
    ("two stops of a headline", "التوغل مستمر.. وأوروبا تدين", ["التوغل مستمر..", "وأوروبا تدين"]),  # incursion goes on.. Europe condemns
    ("empty lines", "\n\n  قال الوزير  \n\n", ["قال الوزير"]),
    ("no stop at the end", "فر السكان", ["فر السكان"]),
    ("account glued to the first word", "مراسل الميدان@field_desk7قصف مدفعي على البلدة", ["مراسل الميدان@field_desk7", "قصف مدفعي على البلدة"]),
    ("stop glued before a short word", "انتهى القصف.من جهته قال الوزير", ["انتهى القصف.", "من جهته قال الوزير"]),  # the shelling ended. For his part
    ("urgent, the news glued to it", "#عاجلجرحى في انفجار", ["#عاجل", "جرحى في انفجار"]),  # wounded in an explosion
    ("urgent, another form", "#عاجلة", ["#عاجلة"]),
    ("time of a post glued to its last word", "قصف مدفعي على حلب00:006:51 PM · Jul 5", ["قصف مدفعي على حلب", "00:006:51 PM · Jul 5"]),
    ("Windows line ends", "عنوان\r\nقال الوزير", ["عنوان", "قال الوزير"]),
]


@pytest.mark.parametrize(("text", "sentences"), [case[1:] for case in ENDS], ids=[case[0] for case in ENDS])
def test_sentence_ends(text: str, sentences: list[str]) -> None:
    assert [span.of(text) for span in split_sentences(text)] == sentences


ENDS_NONE = [
    pytest.param("قال د. أحمد إن السجن محروس", id="Dr."),  # Dr Ahmad said that the prison is guarded
    pytest.param("صرح م. خالد بأن الطريق مغلق", id="eng."),  # engineer Khalid stated that the road is closed
    pytest.param(
        "نشرت U.S. forces بيانا", id="Latin abbreviation",
        marks=pytest.mark.xfail(strict=False, reason="only one or two letters before the stop are seen as an abbreviation"),
    ),
    pytest.param("نزح 2.5 مليون شخص", id="decimal"),  # 2.5 million persons were displaced
    pytest.param("نزح 12.000 شخص", id="thousands"),
    pytest.param("بعد قصـ.ـف السجن فر العناصر", id="censored dots"),  # after the shelling of the prison members fled
    pytest.param("أدى إلى مقـ.ـتل جندي", id="censored killing"),  # led to the killing of a soldier
    pytest.param("نقل الجر.حى إلى المشفى", id="censored by a stop alone"),  # the wounded were taken to hospital
    pytest.param("بعد هجـ. ـوم المسلحين", id="censored by a stop and a space"),  # after the attack of the gunmen
    pytest.param("كتب @field_desk أن الطريق مغلق", id="account with a space behind it"),  # wrote that the road is closed
    pytest.param("نشر موقع example.org الخبر", id="web address"),  # the site published the news
    pytest.param("قصف الجيش البلدة، وفر السكان", id="comma"),
    pytest.param("قال الوزير: لن ننسحب", id="colon"),
]


@pytest.mark.parametrize("text", ENDS_NONE)
def test_no_sentence_ends_here(text: str) -> None:
    assert [span.of(text) for span in split_sentences(text)] == [text]


def test_empty_text_has_no_sentences() -> None:
    assert split_sentences(" \n \n") == []


@given(arabic_texts() | any_texts())
def test_sentences_lie_in_order_and_lose_white_space_only(text: str) -> None:
    spans = split_sentences(text)
    assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())


@given(arabic_texts() | any_texts())
def test_sentences_are_trimmed(text: str) -> None:
    assert all(span.of(text) == span.of(text).strip() != "" for span in split_sentences(text))

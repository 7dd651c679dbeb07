# SPDX-License-Identifier: Apache-2.0
"""Arabic numbers: what is read, what bounds it, and what it does not count."""

import re

import pytest

from rasid.languages.ar.numbers import find_numbers
from rasid.languages.quantities import NumberMatch
from rasid.records import Span, Token, Word

_TOKEN = re.compile(r"\d+(?:[.,:/-]\d+)*|[^\W\d_]+|\S")
_MARKS = re.compile("[\u064b-\u0652\u0640]")


def tokens_of(text: str) -> tuple[Token, ...]:
    """Cut a text at blanks and signs, as a tokeniser does; marks are gone from forms."""
    plain = _MARKS.sub("", text)
    return tuple(
        Token(
            Span(m.start(), m.end()),
            Word(form=m.group(), key=m.group()),
            "other" if m.group().isalnum() else "punctuation",
        )
        for m in _TOKEN.finditer(plain)
    )


def numbers_in(text: str) -> list[NumberMatch]:
    return find_numbers(tokens_of(text))


def words_of(match: NumberMatch, text: str) -> str:
    return " ".join(token.word.form for token in tokens_of(text)[match.start : match.end])


CARDINALS = [
    ("35", "35 قتيلا", 35),
    ("arabic-indic", "٣٥ قتيلا", 35),
    ("persian digits", "۳۵ قتيلا", 35),
    ("comma thousands", "1,200 شخص", 1200),
    ("dot thousands", "1.200 شخص", 1200),
    ("decimal million", "12.5 مليون نازح", 12_500_000),
    ("three decimals of a million", "1.200 مليون نازح", 1_200_000),
    ("feminine", "ثلاث نساء", 3),
    ("masculine", "ثلاثة رجال", 3),
    ("joined and", "وسبعة آخرين", 7),
    ("joined preposition", "بأربعة صواريخ", 4),
    ("eleven", "أحد عشر قتيلا", 11),
    ("twelve oblique", "اثني عشر جنديا", 12),
    ("fifteen", "خمسة عشر شخصا", 15),
    ("twenty-three", "ثلاثة وعشرين شخصا", 23),
    ("hundred", "مئة جريح", 100),
    ("hundred with alef", "مائة جريح", 100),
    ("125", "مئة وخمسة وعشرين قتيلا", 125),
    ("two hundred construct", "مئتي شخص", 200),
    ("three hundred", "ثلاثمائة مقاتل", 300),
    ("three hundred apart", "ثلاث مئة مقاتل", 300),
    ("thousand", "ألف مقاتل", 1000),
    ("two thousand construct", "ألفي مقاتل", 2000),
    ("two thousand", "ألفين", 2000),
    ("12 thousand", "12 ألفاً", 12_000),
    ("11500 in words", "أحد عشر ألفاً وخمسمئة", 11_500),
    ("123405 in words", "مائة وثلاثة وعشرين ألفا وأربعمائة وخمسة", 123_405),
    ("3500 mixed", "3 آلاف و500 شخص", 3500),
    ("hundred thousand", "مئة ألف نازح", 100_000),
    ("half a million", "نصف مليون نازح", 500_000),
    ("one and a half million", "مليون ونصف المليون نازح", 1_500_000),
    ("two million", "مليوني شخص", 2_000_000),
    ("with article", "الـ36 صاروخا", 36),
    ("article apart", "ال 36 صاروخا", 36),
    ("one of", "أحد المسلحين", 1),
    ("one behind the noun", "شهيد واحد", 1),
]


@pytest.mark.parametrize(("text", "value"), [case[1:] for case in CARDINALS], ids=[case[0] for case in CARDINALS])
def test_a_cardinal_has_its_value(text: str, value: int) -> None:
    (match,) = numbers_in(text)
    assert (match.low, match.high, match.exact, match.kind) == (value, value, True, "cardinal")


BOUNDS = [
    ("tens", "عشرات المدنيين", 10, 99),
    ("by the tens", "بالعشرات", 10, 99),
    ("hundreds", "مئات السجناء", 100, 999),
    ("thousands", "آلاف النازحين", 1000, 9999),
    ("tens of thousands", "عشرات الآلاف", 10_000, 99_999),
    ("hundreds of thousands", "مئات الآلاف من النازحين", 100_000, 999_999),
    ("millions", "ملايين النازحين", 1_000_000, 9_999_999),
    ("a few", "بضعة أشخاص", 3, 9),
    ("a few thousand", "بضعة آلاف", 3000, 9999),
    ("more than", "أكثر من 200 شخص", 200, None),
    ("exceeding", "ما يزيد على 200 شخص", 200, None),
    ("about", "نحو 200 شخص", 200, 200),
    ("about, glued", "بنحو 200 شخص", 200, 200),
    ("around", "حوالي 200", 200, 200),
    ("close to", "ما يقارب 200", 200, 200),
    ("no fewer than", "ما لا يقل عن 7", 7, None),
    ("at least, behind the noun", "12 شخصاً مدنيا على الأقل", 12, None),
    ("fewer than", "أقل من 50", 0, 50),
    ("no more than", "لا يزيد عن 50", 0, 50),
    ("as many as", "ما يصل إلى 50 شخصا", 0, 50),
    ("up to", "حتى 50 شخصا", 0, 50),
    ("between", "بين 20 و30 شخصا", 20, 30),
    ("dash", "20-30 قتيلا", 20, 30),
    ("from to", "من 5 إلى 7 أشخاص", 5, 7),
    ("thousands on both sides", "بين 20 و30 ألف نازح", 20_000, 30_000),
]


@pytest.mark.parametrize(("text", "low", "high"), [case[1:] for case in BOUNDS], ids=[case[0] for case in BOUNDS])
def test_a_bent_number_has_its_bounds(text: str, low: int, high: int | None) -> None:
    (match,) = numbers_in(text)
    assert (match.low, match.high, match.exact) == (low, high, False)


def test_the_bounding_words_belong_to_the_match() -> None:
    text = "قتل أكثر من 200 شخص"
    (match,) = numbers_in(text)
    assert words_of(match, text) == "أكثر من 200"


def test_a_change_from_one_number_to_another_is_no_range() -> None:
    assert [match.low for match in numbers_in("ارتفع عدد القتلى من 5 إلى 7")] == [5, 7]  # the toll rose from 5 to 7


DUALS = [
    ("nominative", "قتيلان"),
    ("oblique", "طائرتين"),
    ("soldiers", "جنديين"),
    ("women", "امرأتين"),
    ("definite", "الهجومين"),
    ("construct", "رجلي أمن"),
    ("with two", "شخصين اثنين"),
    ("sound plural noun, nominative", "مسلحان"),
    ("joined", "وطفلين"),
    ("sound plural noun told by what follows", "مدنيين هما محمد وعلي"),
]


@pytest.mark.parametrize("text", [case[1] for case in DUALS], ids=[case[0] for case in DUALS])
def test_a_dual_is_two(text: str) -> None:
    (match,) = numbers_in(text)
    assert (match.low, match.high, match.kind, match.unit_head) == (2, 2, "dual", match.start)


NO_NUMBERS = [
    ("several", "عدة أشخاص"),
    ("a number of", "عدد من المدنيين"),
    ("plural that looks like a dual", "مقتل مدنيين"),
    ("Taliban", "حركة طالبان"),
    ("aircraft type", "طائرات إف-16"),
    ("Monday", "يوم الاثنين"),
    ("none", "لا أحد"),
    ("I am not", "لست هنا"),
    ("time zone", "GMT+0400"),
    ("daily", "المؤتمر اليومي"),
    ("no number", "قصف المدينة"),
]


@pytest.mark.parametrize("text", [case[1] for case in NO_NUMBERS], ids=[case[0] for case in NO_NUMBERS])
def test_what_looks_like_a_number_is_none(text: str) -> None:
    assert numbers_in(text) == []


KINDS = [
    ("ordinal", "للمرة الرابعة", "ordinal"),
    ("on end", "لليوم الـ26 على التوالي", "ordinal"),
    ("resolution", "القرار 2254", "ordinal"),
    ("clock", "الساعة 7:30", "clock"),
    ("clock in words", "الساعة السادسة", "clock"),
    ("year", "عام 2014", "year"),
    ("bare year", "في 2019.", "year"),
    ("year behind a month", "مارس 2014", "year"),
    ("age", "البالغ من العمر 17 عاما", "age"),
    ("bare age", "محمد 17 عاما", "age"),
    ("prison term", "السجن 20 سنة", "measure"),
    ("hours", "الساعات الـ24 الماضية", "measure"),
    ("percent", "20 بالمئة", "percent"),
    ("percent sign", "20%", "percent"),
    ("money", "5 ملايين دولار", "money"),
    ("distance, glued", "35كم", "measure"),
    ("two days", "يومين", "measure"),
    ("day of a month", "24 يوليو", "date"),
    ("day from the end of a month's name", "أمس الأول", "date"),
    ("date in figures", "9/10/2019", "date"),
]


@pytest.mark.parametrize(("text", "kind"), [case[1:] for case in KINDS], ids=[case[0] for case in KINDS])
def test_what_counts_no_people_says_so(text: str, kind: str) -> None:
    assert [match.kind for match in numbers_in(text)] == [kind]


def test_every_day_of_a_list_is_a_date() -> None:
    assert [match.kind for match in numbers_in("أيام 4 و5 و6 مارس 2017")] == ["date", "date", "date", "year"]


HEADS = [
    ("behind", "مقتل 10 مسلحين", "مسلحين"),
    ("behind from", "أربعة من عناصر الأمن", "عناصر"),
    ("before", "المصابين السبعة", "المصابين"),
    ("one", "شهيد واحد من قوات", "شهيد"),
    ("one of", "أحد المسلحين", "المسلحين"),
    ("none", "مقتل 12 بينهم أطفال", None),
]


@pytest.mark.parametrize(("text", "noun"), [case[1:] for case in HEADS], ids=[case[0] for case in HEADS])
def test_the_counted_noun_is_found(text: str, noun: str | None) -> None:
    (match,) = numbers_in(text)
    found = None if match.unit_head is None else tokens_of(text)[match.unit_head].word.form
    assert found == noun


def test_two_and_two_are_two_matches() -> None:
    assert [match.low for match in numbers_in("إصابة امرأتين وطفلين")] == [2, 2]  # two women and two children


def test_a_dual_adjective_is_not_counted_again() -> None:
    assert len(numbers_in("مقتل جنديان آخران")) == 1  # two other soldiers


@pytest.mark.parametrize("text", ["م²", "½ كم", "13/13/2019", "99999999999999999999 شخص"])
def test_odd_figures_break_nothing(text: str) -> None:
    assert all(match.start < match.end for match in numbers_in(text))

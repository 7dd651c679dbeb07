# SPDX-License-Identifier: Apache-2.0
"""Arabic times: what they mean on the day of publication, and which words belong to them."""

import re

import pytest

from rasid.languages.ar.dates import find_dates
from rasid.languages.quantities import DateMatch
from rasid.records import Span, Token, Word

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|\S")
_MARKS = re.compile("[\u064b-\u0652\u0640]")
WEDNESDAY = "2019-10-16"


def tokens_of(text: str) -> tuple[Token, ...]:
    """Cut a text at blanks and signs, as a tokeniser does; marks are gone from forms."""
    plain = _MARKS.sub("", text)
    return tuple(
        Token(Span(m.start(), m.end()), Word(form=m.group(), key=m.group()), "other") for m in _TOKEN.finditer(plain)
    )


def dates_in(text: str, published: str | None = WEDNESDAY) -> list[DateMatch]:
    return find_dates(tokens_of(text), published=published)


def values_in(text: str, published: str | None = WEDNESDAY) -> list[str | None]:
    return [match.interval.value if match.interval else None for match in dates_in(text, published)]


ABSOLUTE = [
    ("gulf month", "9 أكتوبر 2019", "2019-10-09"),
    ("levantine month", "9 تشرين الأول 2019", "2019-10-09"),
    ("maghrebi month", "4 جويلية 2016", "2016-07-04"),
    ("pair", "9 تشرين الأول/أكتوبر 2019", "2019-10-09"),
    ("pair with blank", "20 كانون الثاني/ يناير 2022", "2022-01-20"),
    ("pair in brackets", "24 يوليو (تموز) 2015", "2015-07-24"),
    ("pair with dash", "24 تموز - يوليو 2015", "2015-07-24"),
    ("pair side by side", "5 كانون الأول ديسمبر 2009", "2009-12-05"),
    ("arabic-indic digits", "٩ أكتوبر ٢٠١٩", "2019-10-09"),
    ("with of", "2 من شباط 2022", "2022-02-02"),
    ("day in words", "الخامس والعشرين من كانون الأول 2023", "2023-12-25"),
    ("year of", "18 مارس/آذار من عام 2019", "2019-03-18"),
    ("slashes", "9/10/2019", "2019-10-09"),
    ("dashes", "24-01-2015", "2015-01-24"),
    ("iso", "2019-10-09", "2019-10-09"),
    ("dots", "9.10.2019", "2019-10-09"),
    ("Hijri", "10 صفر 1441", "2019-10-09"),
    ("list of days", "أيام 4 و5 و6 مارس 2017", "2017-03-04/2017-03-06"),
    ("month", "مارس 2014", "2014-03"),
    ("year", "عام 2014", "2014"),
    ("years", "بين عامي 2011 و2015", "2011-01-01/2015-12-31"),
    ("season", "صيف 2015", "2015-06-01/2015-08-31"),
    ("winter lies in two years", "شتاء 2015", "2015"),
    ("spring", "ربيع عام 2013", "2013-03-01/2013-05-31"),
    ("decade", "ثمانينيات القرن الماضي", "1980-01-01/1989-12-31"),
    ("decade alone", "في تسعينيات القرن الماضي", "1990-01-01/1999-12-31"),
    ("bare year", "قتل في 2019.", "2019"),
    ("months", "بين آذار 2019 وأيار 2019", "2019-03-01/2019-05-31"),
]


@pytest.mark.parametrize(("text", "value"), [case[1:] for case in ABSOLUTE], ids=[case[0] for case in ABSOLUTE])
def test_a_full_date_needs_no_publication(text: str, value: str) -> None:
    assert values_in(text, None) == [value]


RELATIVE = [
    ("today", "اليوم", "2019-10-16"),
    ("yesterday", "أمس", "2019-10-15"),
    ("yesterday with preposition", "بالأمس", "2019-10-15"),
    ("day before yesterday", "أمس الأول", "2019-10-14"),
    ("day before yesterday, other order", "أول أمس", "2019-10-14"),
    ("tomorrow", "غداً", "2019-10-17"),
    ("dawn today", "فجر اليوم", "2019-10-16"),
    ("yesterday evening", "مساء أمس", "2019-10-15"),
    ("last night", "الليلة الماضية", "2019-10-15"),
    ("yesterday, Tuesday", "مساء أمس الثلاثاء", "2019-10-15"),
    ("bare weekday", "الأحد", "2019-10-13"),
    ("weekday of publication", "الأربعاء", "2019-10-16"),
    ("last weekday", "يوم الأربعاء الماضي", "2019-10-09"),
    ("next weekday", "الأحد المقبل", "2019-10-20"),
    ("morning of a weekday", "صباح الخميس", "2019-10-10"),
    ("three days ago", "قبل ثلاثة أيام", "2019-10-13"),
    ("for three days", "منذ ثلاثة أيام", "2019-10-13"),
    ("two days ago", "قبل يومين", "2019-10-14"),
    ("two weeks ago", "منذ أسبوعين", "2019-09-29/2019-10-05"),
    ("last week", "الأسبوع الماضي", "2019-10-07/2019-10-13"),
    ("this week", "هذا الأسبوع", "2019-10-14/2019-10-20"),
    ("this month", "الشهر الجاري", "2019-10"),
    ("last month", "نهاية الشهر الماضي", "2019-09"),
    ("next month", "الشهر المقبل", "2019-11"),
    ("day of next month", "23 من الشهر المقبل", "2019-11-23"),
    ("last year", "العام الماضي", "2018"),
    ("five years ago", "قبل خمسة أعوام", "2014"),
    ("last 24 hours", "خلال الساعات الـ24 الماضية", "2019-10-15/2019-10-16"),
    ("last 48 hours", "خلال الـ48 ساعة الماضية", "2019-10-14/2019-10-16"),
    ("last three months", "خلال الأشهر الثلاثة الماضية", "2019-07-16/2019-10-16"),
    ("day without year", "في 15 آذار", "2019-03-15"),
    ("day without year, two months ahead", "في 15 كانون الأول", "2019-12-15"),
    ("day without year, last", "13 تشرين الثاني الماضي", "2018-11-13"),
    ("month without year", "نيسان الماضي", "2019-04"),
    ("day of last year", "17 ماي من السنة الماضية", "2018-05-17"),
    ("part of the day alone", "بعد منتصف الليل", "2019-10-16"),
    ("clock", "الساعة السادسة صباحا", "2019-10-16"),
    ("hour of yesterday", "الرابعة من صباح أمس", "2019-10-15"),
    ("just before noon on Monday", "قبيل ظهر الاثنين", "2019-10-14"),
]


@pytest.mark.parametrize(("text", "value"), [case[1:] for case in RELATIVE], ids=[case[0] for case in RELATIVE])
def test_a_relative_time_is_resolved_against_publication(text: str, value: str) -> None:
    assert values_in(text) == [value]


@pytest.mark.parametrize("text", ["أمس", "الأربعاء", "الشهر الماضي", "قبل يومين", "في 15 آذار"])
def test_without_publication_a_relative_time_is_found_and_not_resolved(text: str) -> None:
    assert values_in(text, None) == [None]


def test_an_anchor_outweighs_publication() -> None:
    (match,) = find_dates(tokens_of("أمس"), published=WEDNESDAY, anchor="2017-04-15")
    assert match.interval is not None
    assert match.interval.value == "2017-04-14"


@pytest.mark.parametrize(
    ("text", "value"),
    [("أمس الأربعاء", "2019-10-16"), ("اليوم الخميس", "2019-10-17"), ("اليوم الأحد", "2019-10-13")],
    ids=["page dated early", "page dated a day before", "page dated late"],
)
def test_the_weekday_wins_over_today_and_yesterday(text: str, value: str) -> None:
    assert values_in(text) == [value]


def test_of_a_pair_of_months_that_disagree_the_weekday_chooses() -> None:
    assert values_in("الثلاثاء 22 كانون الثاني/ نوفمبر", "2022-11-23") == ["2022-11-22"]


SPANS = [
    ("part of the day", "قتل فجر اليوم الأحد شخص", "فجر اليوم الأحد"),
    ("comma inside", "أصيبتا اليوم، الاثنين 27 حزيران، إثر", "اليوم ، الاثنين 27 حزيران"),
    ("late evening", "في وقت متأخر من مساء اليوم الأربعاء إثر", "وقت متأخر من مساء اليوم الأربعاء"),
    ("brackets stay outside", "استهدف (اليوم) المدينة", "اليوم"),
    ("since", "مستمر منذ عام 2014 في", "منذ عام 2014"),
    ("glued", "ظهر اليوم الأربعاء2شباط/ فبراير", "ظهر اليوم الأربعاء 2 شباط / فبراير"),
]


@pytest.mark.parametrize(("text", "words"), [case[1:] for case in SPANS], ids=[case[0] for case in SPANS])
def test_a_match_holds_the_words_of_the_time(text: str, words: str) -> None:
    (match,) = dates_in(text)
    assert " ".join(token.word.form for token in tokens_of(text)[match.start : match.end]) == words


KINDS = [
    ("since", "منذ عام 2014", "since"),
    ("until", "حتى 23 نيسان الجاري", "until"),
    ("duration", "لمدة أسبوعين", "duration"),
    ("vague", "قبل أيام", "vague"),
    ("less than", "قبل أقل من عام", "vague"),
    ("loose", "في اليوم التالي", "loose"),
    ("weekday", "الأحد", "weekday"),
    ("relative", "أمس", "relative"),
    ("absolute", "9 أكتوبر 2019", "absolute"),
    ("part of day", "ساعات الصباح الأولى", "part_of_day"),
    ("month", "مارس 2014", "month"),
    ("year", "عام 2014", "year"),
]


@pytest.mark.parametrize(("text", "kind"), [case[1:] for case in KINDS], ids=[case[0] for case in KINDS])
def test_the_kind_says_how_the_time_is_told(text: str, kind: str) -> None:
    assert [match.kind for match in dates_in(text)] == [kind]


NO_DATES = [
    ("secretary general", "الأمين العام السابق"),
    ("outlet", "قناة روسيا اليوم"),
    ("Theresa May", "تيريزا ماي"),
    ("count", "2000 مقاتل"),
    ("zero hour", "ساعة الصفر"),
    ("blew themselves up", "فجرا نفسيهما"),
    ("father", "قتل أب"),
    ("26th day", "لليوم الـ26 على التوالي"),
]


@pytest.mark.parametrize("text", [case[1] for case in NO_DATES], ids=[case[0] for case in NO_DATES])
def test_what_looks_like_a_time_is_none(text: str) -> None:
    assert dates_in(text) == []


def test_neighbouring_weekdays_are_one_stretch() -> None:
    assert values_in("ليل الجمعة السبت") == ["2019-10-11/2019-10-12"]


@pytest.mark.parametrize(
    ("text", "precision"),
    [("أمس", 1), ("خلال الساعات الـ24 الماضية", 2), ("الأسبوع الماضي", 3), ("الشهر الماضي", 4), ("العام الماضي", 5)],
    ids=["day", "two days", "week", "month", "year"],
)
def test_precision_follows_the_length(text: str, precision: int) -> None:
    (match,) = dates_in(text)
    assert match.interval is not None
    assert match.interval.precision == precision


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31", "yesterday", ""])
def test_a_day_of_publication_that_cannot_be_is_as_good_as_none(published: str) -> None:
    assert values_in("أمس", published) == [None]

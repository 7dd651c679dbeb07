# SPDX-License-Identifier: Apache-2.0
"""English times: what they mean on the day of publication, and which words belong to them."""

import re

import pytest

from rasid.languages.en.dates import find_dates
from rasid.languages.quantities import DateMatch
from rasid.records import Span, Token, Word

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?|\S")
WEDNESDAY = "2019-10-16"


def tokens_of(text: str) -> tuple[Token, ...]:
    """Cut a text at blanks and signs, as a tokeniser does."""
    return tuple(
        Token(Span(m.start(), m.end()), Word(form=m.group(), key=m.group()), "other") for m in _TOKEN.finditer(text)
    )


def dates_in(text: str, published: str | None = WEDNESDAY) -> list[DateMatch]:
    return find_dates(tokens_of(text), published=published)


def values_in(text: str, published: str | None = WEDNESDAY) -> list[str | None]:
    return [match.interval.value if match.interval else None for match in dates_in(text, published)]


ABSOLUTE = [
    ("day first", "16 November 2016", "2016-11-16"),
    ("with weekday", "Wednesday 16 November 2016", "2016-11-16"),
    ("short", "Sat Nov 12 2016", "2016-11-12"),
    ("month first", "October 9, 2019", "2019-10-09"),
    ("full stop", "Oct. 9, 2019", "2019-10-09"),
    ("ordinal", "the 9th of October 2019", "2019-10-09"),
    ("days", "October 4-6, 2019", "2019-10-04/2019-10-06"),
    ("iso", "2019-10-09", "2019-10-09"),
    ("Hijri", "10 Safar 1441", "2019-10-09"),
    ("month", "in October 2016", "2016-10"),
    ("May with year", "in May 2015", "2015-05"),
    ("year", "in 2014, they", "2014"),
    ("years", "from 2011 to 2015", "2011-01-01/2015-12-31"),
    ("season", "summer of 2015", "2015-06-01/2015-08-31"),
    ("winter lies in two years", "winter of 2015", "2015"),
    ("decade", "the 1980s", "1980-01-01/1989-12-31"),
]


@pytest.mark.parametrize(("text", "value"), [case[1:] for case in ABSOLUTE], ids=[case[0] for case in ABSOLUTE])
def test_a_full_date_needs_no_publication(text: str, value: str) -> None:
    assert values_in(text, None) == [value]


RELATIVE = [
    ("today", "today", "2019-10-16"),
    ("yesterday", "yesterday morning", "2019-10-15"),
    ("day before yesterday", "the day before yesterday", "2019-10-14"),
    ("last night", "last night", "2019-10-15"),
    ("bare weekday", "on Sunday", "2019-10-13"),
    ("weekday of publication", "on Wednesday", "2019-10-16"),
    ("late Monday", "late Monday", "2019-10-14"),
    ("last weekday", "last Wednesday", "2019-10-09"),
    ("next weekday", "next Sunday", "2019-10-20"),
    ("weekday and morning", "Tuesday morning", "2019-10-15"),
    ("three days ago", "three days ago", "2019-10-13"),
    ("a year ago", "a year ago", "2018"),
    ("last week", "last week", "2019-10-07/2019-10-13"),
    ("last month", "last month", "2019-09"),
    ("this year", "this year", "2019"),
    ("past three days", "the past three days", "2019-10-13/2019-10-16"),
    ("last 24 hours", "in the last 24 hours", "2019-10-15/2019-10-16"),
    ("day without year", "September 12", "2019-09-12"),
    ("May", "in May", "2019-05"),
    ("mid-September", "in mid-September", "2019-09"),
    ("overnight", "overnight", "2019-10-16"),
]


@pytest.mark.parametrize(("text", "value"), [case[1:] for case in RELATIVE], ids=[case[0] for case in RELATIVE])
def test_a_relative_time_is_resolved_against_publication(text: str, value: str) -> None:
    assert values_in(text) == [value]


@pytest.mark.parametrize("text", ["yesterday", "on Monday", "last month", "two days ago", "September 12"])
def test_without_publication_a_relative_time_is_found_and_not_resolved(text: str) -> None:
    assert values_in(text, None) == [None]


def test_an_anchor_outweighs_publication() -> None:
    (match,) = find_dates(tokens_of("on Saturday"), published="2017-04-02", anchor="2017-04-15")
    assert match.interval is not None
    assert match.interval.value == "2017-04-15"


KINDS = [
    ("since", "since March", "since"),
    ("until", "until 2012", "until"),
    ("duration", "for six days", "duration"),
    ("vague", "days ago", "vague"),
    ("loose", "recently", "loose"),
    ("weekday", "on Monday", "weekday"),
    ("absolute", "9 October 2019", "absolute"),
    ("month", "in October 2016", "month"),
    ("year", "in 2014.", "year"),
    ("part of day", "overnight", "part_of_day"),
]


@pytest.mark.parametrize(("text", "kind"), [case[1:] for case in KINDS], ids=[case[0] for case in KINDS])
def test_the_kind_says_how_the_time_is_told(text: str, kind: str) -> None:
    assert [match.kind for match in dates_in(text)] == [kind]


@pytest.mark.parametrize(
    "text", ["they may attack", "Theresa May said", "troops march on", "the sun rose", "2000 fighters", "Bloody Sunday"]
)
def test_what_looks_like_a_time_is_none(text: str) -> None:
    assert dates_in(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [("blew himself up late Monday in", "late Monday"), ("fled on Tuesday morning to", "Tuesday morning")],
)
def test_a_match_holds_the_words_of_the_time(text: str, words: str) -> None:
    (match,) = dates_in(text)
    assert " ".join(token.word.form for token in tokens_of(text)[match.start : match.end]) == words

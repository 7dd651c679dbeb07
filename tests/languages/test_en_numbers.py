# SPDX-License-Identifier: Apache-2.0
"""English numbers: what is read, what bounds it, and what it does not count."""

import re

import pytest

from rasid.languages.en.numbers import find_numbers
from rasid.languages.quantities import NumberMatch
from rasid.records import Span, Token, Word

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?|\S")


def tokens_of(text: str) -> tuple[Token, ...]:
    """Cut a text at blanks and signs, as a tokeniser does."""
    return tuple(
        Token(Span(m.start(), m.end()), Word(form=m.group(), key=m.group()), "other") for m in _TOKEN.finditer(text)
    )


def numbers_in(text: str) -> list[NumberMatch]:
    return find_numbers(tokens_of(text))


NUMBERS = [
    ("digits", "1,200 fighters", 1200, 1200, True),
    ("words", "Two people", 2, 2, True),
    ("twenty-three", "twenty-three soldiers", 23, 23, True),
    ("hundred and five", "one hundred and five people", 105, 105, True),
    ("two hundred thousand", "two hundred thousand people", 200_000, 200_000, True),
    ("3.5 million", "3.5 million refugees", 3_500_000, 3_500_000, True),
    ("half a million", "half a million people", 500_000, 500_000, True),
    ("5m", "5m people", 5_000_000, 5_000_000, True),
    ("a dozen", "a dozen people", 12, 12, True),
    ("three dozen", "three dozen men", 36, 36, True),
    ("a couple of", "a couple of soldiers", 2, 2, True),
    ("dozens", "dozens of civilians", 10, 99, False),
    ("scores", "scores of people", 20, 99, False),
    ("hundreds", "hundreds of detainees", 100, 999, False),
    ("several hundred", "several hundred people", 200, 999, False),
    ("tens of thousands", "tens of thousands fled", 10_000, 99_999, False),
    ("at least", "at least 28 people", 28, None, False),
    ("more than", "more than 200 people", 200, None, False),
    ("or more", "30 people or more", 30, None, False),
    ("nearly", "nearly 300 prisoners", 300, 300, False),
    ("up to", "up to 50 fighters", 0, 50, False),
    ("as many as", "as many as 40 people", 0, 40, False),
    ("to", "20 to 30 people", 20, 30, False),
    ("dash", "20-30 people", 20, 30, False),
    ("between", "between 20 and 30 people", 20, 30, False),
]


@pytest.mark.parametrize(
    ("text", "low", "high", "exact"), [case[1:] for case in NUMBERS], ids=[case[0] for case in NUMBERS]
)
def test_a_number_has_its_bounds(text: str, low: int, high: int | None, exact: bool) -> None:
    (match,) = numbers_in(text)
    assert (match.low, match.high, match.exact, match.kind) == (low, high, exact, "cardinal")


KINDS = [
    ("ordinal", "the third day", "ordinal"),
    ("21st", "the 21st attack", "ordinal"),
    ("resolution", "resolution 2254", "ordinal"),
    ("year", "In 2014, they", "year"),
    ("year of a month", "November 2016", "year"),
    ("day", "September 12 truce", "date"),
    ("iso", "2016-11-16", "date"),
    ("age", "aged 17", "age"),
    ("17-year-old", "a 17-year-old boy", "age"),
    ("percent", "20 percent", "percent"),
    ("money", "nearly $100 million", "money"),
    ("distance", "5 km away", "measure"),
    ("days", "six days", "measure"),
    ("clock", "7:30 am", "clock"),
    ("clock, full hour", "7 am", "clock"),
]


@pytest.mark.parametrize(("text", "kind"), [case[1:] for case in KINDS], ids=[case[0] for case in KINDS])
def test_what_counts_no_people_says_so(text: str, kind: str) -> None:
    assert [match.kind for match in numbers_in(text)] == [kind]


@pytest.mark.parametrize("text", ["F-16 jets", "the M4 highway", "a soldier", "several people"])
def test_what_looks_like_a_number_is_none(text: str) -> None:
    assert numbers_in(text) == []


def test_a_change_from_one_number_to_another_is_no_range() -> None:
    assert [match.low for match in numbers_in("the toll rose from 5 to 7")] == [5, 7]


def test_two_numbers_joined_by_and_are_two() -> None:
    assert [match.low for match in numbers_in("killed 12 and wounded 25")] == [12, 25]


@pytest.mark.parametrize(
    ("text", "noun"), [("10 soldiers", "soldiers"), ("dozens of civilians", "civilians"), ("killed 12 in Aleppo", None)]
)
def test_the_counted_noun_is_found(text: str, noun: str | None) -> None:
    (match,) = numbers_in(text)
    found = None if match.unit_head is None else tokens_of(text)[match.unit_head].word.form
    assert found == noun

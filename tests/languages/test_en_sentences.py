# SPDX-License-Identifier: Apache-2.0
"""Where English sentences end, and where a full stop ends none."""

from itertools import pairwise

import pytest

from rasid.languages.en.sentences import split_sentences

CASES = [
    pytest.param("Rebels fled. The army advanced.", ["Rebels fled.", "The army advanced."], id="full stop"),
    pytest.param("Who fired? Nobody knows!", ["Who fired?", "Nobody knows!"], id="question and exclamation"),
    pytest.param("Ten killed\nPolice said so.", ["Ten killed", "Police said so."], id="line break ends a headline"),
    pytest.param("The U.S. army withdrew.", ["The U.S. army withdrew."], id="abbreviation with inner stops"),
    pytest.param("He fled to the U.S. The army stayed.", ["He fled to the U.S.", "The army stayed."], id="abbreviation that ends a sentence"),
    pytest.param("Gen. Mazloum Abdi spoke.", ["Gen. Mazloum Abdi spoke."], id="title"),
    pytest.param("Mr. Smith and J. Brown met.", ["Mr. Smith and J. Brown met."], id="title and initial"),
    pytest.param("On Nov. 12 they met.", ["On Nov. 12 they met."], id="month"),
    pytest.param("At 5 a.m. rebels attacked.", ["At 5 a.m. rebels attacked."], id="hour before a small letter"),
    pytest.param("It cost $2.5 million.", ["It cost $2.5 million."], id="decimal"),
    pytest.param("“We left.” He wept.", ["“We left.”", "He wept."], id="closing quotation mark stays with its sentence"),
    pytest.param("the rebels fled. the army advanced.", ["the rebels fled.", "the army advanced."], id="lower case throughout"),
    pytest.param("  \n  ", [], id="nothing but white space"),
]


@pytest.mark.parametrize(("text", "sentences"), CASES)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [span.of(text) for span in split_sentences(text)] == sentences


def test_spans_are_in_order_and_do_not_overlap() -> None:
    text = "One. Two! Three?\n\nFour (Mr. X) … five."
    spans = split_sentences(text)
    assert all(before.end <= after.start for before, after in pairwise(spans))

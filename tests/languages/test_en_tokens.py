# SPDX-License-Identifier: Apache-2.0
"""English words: where they are cut, what is known of each form, and what is seen through."""

import pytest

from rasid.languages.en import ENGLISH
from rasid.languages.en.tokens import analyse, tokenise
from rasid.records import Span, Token


def tokens_of(text: str) -> tuple[Token, ...]:
    return tokenise(text, Span(0, len(text)))


CUTS = [
    pytest.param("car-bomb attack", ["car-bomb", "attack"], id="hyphen inside"),
    pytest.param("the army's planes", ["the", "army's", "planes"], id="possessive stays with its noun"),
    pytest.param("They didn't fire.", ["They", "did", "n't", "fire", "."], id="negation is cut off its verb"),
    pytest.param("U.S. troops", ["U.S.", "troops"], id="stops inside a name"),
    pytest.param("1,200 killed", ["1,200", "killed"], id="thousands"),
    pytest.param("“SDF”", ["“", "SDF", "”"], id="quotation marks"),
]


@pytest.mark.parametrize(("text", "forms"), CUTS)
def test_cut(text: str, forms: list[str]) -> None:
    assert [token.word.form for token in tokens_of(text)] == forms


VERBS = [
    pytest.param("shelled", "shell", "past", id="regular past"),
    pytest.param("shot", "shoot", "past", id="irregular past"),
    pytest.param("killing", "kill", "participle", id="on -ing"),
    pytest.param("slain", "slay", "participle", id="irregular participle"),
    pytest.param("denies", "deny", "present", id="y to ies"),
    pytest.param("bombed", "bomb", "past", id="two consonants at the end are not doubled"),
    pytest.param("freed", "free", "past", id="double e"),
]


@pytest.mark.parametrize(("form", "verb", "tense"), VERBS)
def test_verb_reading(form: str, verb: str, tense: str) -> None:
    word = analyse(form)
    assert (word.verb, word.tense) == (verb, tense)


LEMMAS = [
    pytest.param("militias", "militia", id="plural"),
    pytest.param("bodies", "body", id="plural on -ies"),
    pytest.param("children", "child", id="irregular plural"),
    pytest.param("gunmen", "gunman", id="plural of a compound of man"),
]


@pytest.mark.parametrize(("form", "lemma"), LEMMAS)
def test_lemma_of_a_noun(form: str, lemma: str) -> None:
    assert analyse(form).lemma == lemma


SEEN_THROUGH = [
    pytest.param("k*lled", "killed", id="star for a vowel"),
    pytest.param("b.o.m.b", "bomb", id="stops inside"),
    pytest.param("bo\u200bmb", "bomb", id="zero-width space"),
    pytest.param("ki\u00adlled", "killed", id="soft hyphen"),
    pytest.param("ｂｏｍｂ", "bomb", id="fullwidth letters"),
]


@pytest.mark.parametrize(("spelling", "form"), SEEN_THROUGH)
def test_hidden_word_is_seen_through_and_its_span_covers_what_stands_there(spelling: str, form: str) -> None:
    text = f"They {spelling} here"
    token = tokens_of(text)[1]
    assert (token.word.form, token.span.of(text)) == (form, spelling)


@pytest.mark.parametrize("text", ["example.org said", "rasid_report", "2*3"], ids=["address", "underscore", "product"])
def test_signs_that_hide_no_word_stay(text: str) -> None:
    assert ENGLISH.normalise(text).text == text


@pytest.mark.parametrize("text", ["the bo\u200bmb ｋilled 10", "k*lled"], ids=["invisible and wide", "star"])
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = ENGLISH.normalise(text).text
    assert ENGLISH.normalise(once).text == once


def test_spans_are_into_the_whole_text() -> None:
    text = "First. Rebels fled."
    tokens = tokenise(text, Span(7, len(text)))
    assert [token.span.of(text) for token in tokens] == ["Rebels", "fled", "."]

# SPDX-License-Identifier: Apache-2.0
"""From a document to its sentences: which are read closely, which are only cut, and where they stand."""

import itertools

import pytest
from hypothesis import given, settings

from rasid.read import read_text
from rasid.records import Sentence, Token
from rasid.text import analyse
from strategies import any_texts, arabic_texts


def is_shelled(token: Token) -> bool:
    return token.word.verb == "قصف"


def everything(_: Token) -> bool:
    return True


def sentences(text: str) -> tuple[Sentence, ...]:
    return analyse(read_text(text, language="ar"), wanted=everything)


def test_document_without_a_wanted_word_gives_no_sentences() -> None:
    assert analyse(read_text("افتتح الوزير مدرسة.", language="ar"), wanted=is_shelled) == ()  # the minister opened a school


def test_only_sentences_with_a_wanted_word_are_read_closely() -> None:
    document = read_text("افتتح الوزير مدرسة. قصفت الطائرات البلدة.", language="ar")
    first, second = analyse(document, wanted=is_shelled)
    assert (first.phrases, first.predicates) == ((), ())
    assert second.predicates


def test_sentences_that_are_not_read_closely_still_have_their_tokens() -> None:
    first, _ = analyse(read_text("افتتح الوزير مدرسة. قصفت الطائرات البلدة.", language="ar"), wanted=is_shelled)
    assert [token.word.form for token in first.tokens] == ["افتتح", "الوزير", "مدرسة", "."]


def test_sentences_are_numbered_in_order() -> None:
    assert [sentence.index for sentence in sentences("الأول. الثاني.\nالثالث")] == [0, 1, 2]


def test_spans_are_into_the_whole_text() -> None:
    text = "عنوان الخبر\n\nقصفت الطائرات البلدة."
    assert [sentence.span.of(text) for sentence in sentences(text)] == ["عنوان الخبر", "قصفت الطائرات البلدة."]


def test_endless_sentence_is_read_in_pieces() -> None:
    text = " ".join(["قصفت الطائرات البلدة"] * 1000)
    found = sentences(text)
    assert len(found) > 1
    assert max(len(sentence.tokens) for sentence in found) <= 1000
    assert sum(len(sentence.tokens) for sentence in found) == 3000


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u200f"], ids=["empty", "blank", "lines", "mark"])
def test_nothing_to_read(text: str) -> None:
    assert all(not sentence.predicates for sentence in sentences(text))


@settings(deadline=None)
@given(arabic_texts() | any_texts())
def test_every_span_of_an_analysis_lies_in_its_sentence(text: str) -> None:
    document = read_text(text, language="ar")
    for sentence in analyse(document, wanted=everything):
        assert sentence.span.end <= len(document.text)
        assert all(sentence.span.holds(token.span) for token in sentence.tokens)
        assert all(sentence.span.holds(phrase.span) for phrase in sentence.phrases)


@settings(deadline=None)
@given(arabic_texts())
def test_every_index_of_an_analysis_is_one_of_its_tokens(text: str) -> None:
    for sentence in analyse(read_text(text, language="ar"), wanted=everything):
        size = len(sentence.tokens)
        assert all(0 <= phrase.start <= phrase.head < phrase.end <= size for phrase in sentence.phrases)
        for predicate in sentence.predicates:
            assert all(0 <= i < size for i in (predicate.head, *predicate.governors, *([predicate.negation] if predicate.negation else [])))


@settings(deadline=None)
@given(arabic_texts())
def test_phrases_do_not_overlap(text: str) -> None:
    for sentence in analyse(read_text(text, language="ar"), wanted=everything):
        ends = [(phrase.start, phrase.end) for phrase in sentence.phrases]
        assert all(one[1] <= other[0] for one, other in itertools.pairwise(ends))

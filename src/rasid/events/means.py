# SPDX-License-Identifier: Apache-2.0
"""By which means: an attack of unstated means takes the type that its company, then the passage, gives it."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Final

from rasid.knowledge.lexemes import word_classes
from rasid.records import Predicate, Sentence, Token, Word
from rasid.remembered import Remembered
from rasid.spelling import fold

# Class of a word of means, and the type that it makes of an attack.
_TYPES: Final = (("air", "air_strike"), ("drone", "air_strike"), ("artillery", "shelling"), ("bomb", "bombing"))
_CLOSE: Final = 7


def type_by_means(sentence: Sentence, start: int, end: int, predicate: Predicate | None, *, language: str) -> str | None:
    """Return the type that the words around an attack give it, or None where they tell no means.

    The dependents of the trigger speak first, its subject before what it fires (`الطيران قصف بصاروخ`), then the words near it.
    """
    return _first(_dependents(sentence, predicate), language) or _first(_near(sentence.tokens, start, end), language)


def type_by_passage(sentence: Sentence, *, language: str) -> str | None:
    """Return the type that any means in a sentence would give an attack."""
    return _first(sentence.tokens, language)


def _dependents(sentence: Sentence, predicate: Predicate | None) -> Iterable[Token]:
    if predicate is None:
        return
    for phrase in (*predicate.subject, *predicate.object, *predicate.obliques):
        if phrase.preposition in {"", "ب", "من", "by", "with", "from"}:
            yield from sentence.tokens[phrase.start : phrase.end]


def _near(tokens: Sequence[Token], start: int, end: int) -> Iterable[Token]:
    backing = _backing()
    for token in tokens[end : end + _CLOSE]:
        if token.word.key in backing:
            break  # `هجوم شنته القوات مدعومة من طيران التحالف`: what backs an attack is not its means
        yield token
    yield from reversed(tokens[max(0, start - _CLOSE) : start])


def _first(tokens: Iterable[Token], language: str) -> str | None:
    means = _means(language)
    for token in tokens:
        found = means[token.word]
        if found:
            return found
    return None


def means_of(token: Token, *, language: str) -> str | None:
    """Return the event type that a word of means stands for, or None."""
    return _means(language)[token.word]


@cache
def _backing() -> frozenset[str]:
    """Words behind which whoever backs an attack is told."""
    return word_classes("ar").get("backing", frozenset())


@cache
def _means(language: str) -> Mapping[Word, str | None]:
    """The type of each word of means; a word of two classes has the type of the first."""
    classes = word_classes(language)
    types = {word: event_type for name, event_type in reversed(_TYPES) for word in classes.get(name, frozenset())}
    return Remembered(lambda word: types.get(word.key) or types.get(fold(word.lemma)))

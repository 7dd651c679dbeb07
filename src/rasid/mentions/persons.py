# SPDX-License-Identifier: Apache-2.0
"""Place names that are part of a person's name: `محمد فياض الذيبان`, `أبو مدين`."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from rasid.knowledge.lexemes import word_classes
from rasid.knowledge.name_index import NameMatch, fold_name
from rasid.knowledge.names import load_places, place_words
from rasid.records import Token

# From so many residents a name is of the place that all know, whoever else bears it.
_WELL_KNOWN: Final = 100_000
_NAMES_BACK: Final = 2  # given name, father's name, family name
_KUNYA: Final = frozenset({"ابو", "ابي", "ابا", "ام"})
_BY_PLACE: Final = frozenset({"preposition", "conjunction", "punctuation", "verb"})


def is_of_person(tokens: Sequence[Token], match: NameMatch) -> bool:
    """Return whether the name of a small place stands as a family name, or begins like a man's by-name without a word for a place before it.

    Args:
        tokens: Of the sentence.
        match: A place name in it.
    """
    head = tokens[match.start].word
    if head.proclitics and head.proclitics != ("ال",):  # `بالذيبان` is a place, `والذيبان` a member of a list
        return False
    before = tokens[max(0, match.start - _NAMES_BACK) : match.start]
    kunya = match.end - match.start > 1 and fold_name(head.form) in _KUNYA
    if not kunya and not any(_is_given(token) for token in before):
        return False
    if _is_well_known(match):
        return False
    return not _led_in(before) if kunya else _is_name_row(before)


def _is_given(token: Token) -> bool:
    return token.word.key in _given() and token.kind not in _BY_PLACE


@cache
def _given() -> frozenset[str]:
    return word_classes("ar").get("given_name", frozenset())


def _is_name_row(before: Sequence[Token]) -> bool:
    """Return whether the words up to the name are a given name and at most one more word that has neither clitic nor article."""
    if _is_given(before[-1]):
        return True
    last = before[-1]
    plain = last.kind not in _BY_PLACE and not last.word.proclitics and last.word.key not in place_words()
    return plain and len(before) > 1 and _is_given(before[0])


def _led_in(before: Sequence[Token]) -> bool:
    """Return whether a preposition, a word for a place or a mark of a list stands before a name."""
    if not before:
        return False
    last = before[-1]
    return last.kind in {"preposition", "punctuation", "conjunction"} or fold_name(last.word.form) in _place_forms()


@cache
def _place_forms() -> frozenset[str]:
    words = [word for word in place_words() if not word.startswith(">")]
    return frozenset([*words, *(clitic + word for word in words for clitic in ("ب", "ل", "و", "وب"))])


def _is_well_known(match: NameMatch) -> bool:
    entries = [load_places().get(entity) for entity in match.entities]
    return any(entry is not None and (entry.population >= _WELL_KNOWN or entry.kind in {"country", "province", "city"}) for entry in entries)

# SPDX-License-Identifier: Apache-2.0
"""Marks and kinds of words that stand between an Arabic verb of saying and what is said."""

from typing import Final

from rasid.knowledge.lexemes import classes_of_word
from rasid.records import Token

OPENING_MARKS: Final = frozenset("\"“«‘„")
CLOSING_MARKS: Final = frozenset("\"”»’“″")
COMPLEMENTISERS: Final = frozenset({"ان", "بان", "لان"})
TO: Final = "ل"
# A quotation is a statement from this many tokens on; shorter ones are names.
STATEMENT: Final = 4
# Words that the reading of phrases may leave between a title and the comma behind it.
REST: Final = 3


def classes_at(token: Token) -> frozenset[str]:
    """Return the names of the word classes of an Arabic token."""
    return classes_of_word("ar", token.word.key, token.word.lemma)


def is_time(token: Token) -> bool:
    """Return whether a token heads a time, by its own form: the lemma of `تفجير` may be the dawn."""
    classes = classes_of_word("ar", token.word.key, "")
    return "time_head" in classes or ("weekday" in classes and "ال" in token.word.proclitics)


def speaks(token: Token) -> bool:
    """Return whether a head is a person, a body, an outlet or an armed side."""
    return not classes_at(token).isdisjoint(_SPEAKING)


def is_somebody(token: Token) -> bool:
    """Return whether a head is a person, a body or a state, which nobody reports: a verb that takes `أن` has a deed or news for its object."""
    return not classes_at(token).isdisjoint({"official", "authority", "state", "party", "person_title"})


def is_titled(token: Token) -> bool:
    """Return whether a head is a title or an office that a name may follow."""
    return not classes_at(token).isdisjoint({"person_title", "official", "journalist"})


def is_party(token: Token) -> bool:
    """Return whether a head is an armed side."""
    return not classes_at(token).isdisjoint({"party", "force"})


_SPEAKING: Final = frozenset({
    "official", "authority", "state", "party", "unnamed_source_head", "collective_source_head", "person_title", "media_head", "force",
})  # fmt: skip

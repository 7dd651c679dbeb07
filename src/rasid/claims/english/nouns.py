# SPDX-License-Identifier: Apache-2.0
"""Nouns that attribute: `his refusal to resign`, `the ministry's claim that`, `repeated warnings from X that`, `allegations of fraud`."""

from typing import Final

from rasid.claims.english.contents import Found, Search, with_quotes
from rasid.claims.english.reading import Reading
from rasid.claims.english.sources import Range, right_edge
from rasid.claims.english.words import CLAUSE
from rasid.languages.en.vocabulary import is_base, word_class
from rasid.records import Phrase

_POSSESSIVES: Final = frozenset({"his", "her", "their", "its", "my", "our"})
_SOURCE_MARKERS: Final = frozenset({"from", "by", "among"})


def read_noun(search: Search) -> tuple[Range | None, Range, Found] | None:
    """Return source, cue and content of a noun that attributes, as token indices, or None where it names no content.

    Args:
        search: That of a cue of kind `noun`.
    """
    reading, head = search.reading, search.cue.head
    phrase = reading.phrase_at.get(head)
    if phrase is None or phrase.preposition == "of":
        return None
    source = _possessor(reading, phrase, head)
    start = source[1] if source is not None else phrase.start
    after = cue_end = head + 1
    if reading.key(after) in _SOURCE_MARKERS and source is None and (named := reading.phrase_at.get(after + 1)) is not None:
        source = (named.start, right_edge(reading, named, reading.end))
        cue_end, after = after + 1, source[1]
    content = _content(search, after, owned=source is not None)
    if content is None:
        return None
    if cue_end == head + 1:
        cue_end = max(cue_end, content.cue_end)
    while start < head and reading.is_adverb(start):
        start += 1
    return source, (start, cue_end), content


def _possessor(reading: Reading, phrase: Phrase, head: int) -> Range | None:
    """Whose it is: `the ministry's`, `his`."""
    if reading.key(phrase.start) in _POSSESSIVES:
        return phrase.start, phrase.start + 1
    for k in range(head - 1, phrase.start - 1, -1):
        if reading.tokens[k].word.enclitic:
            return (phrase.start, k + 1) if not reading.is_time(k) else None
    return None


def _content(search: Search, i: int, *, owned: bool) -> Found | None:
    reading, cue = search.reading, search.cue
    key = reading.key(i)
    is_that = key == "that" and CLAUSE in cue.frames and reading.is_kind(i, "conjunction")
    is_wanted = key == "to" and (reading.is_kind(i, "particle") or is_base(reading.key(i + 1)))
    if is_that or (is_wanted and "to" in cue.frames and owned):
        end = search.clause_end(i)
        return Found(span=with_quotes(reading, i, end), cue_end=i, by_clause=is_that) if end > i + 2 or not is_that else None
    is_charge = reading.tokens[cue.head].word.lemma in word_class("charge_noun")
    if key in cue.frames and reading.is_kind(i, "preposition") and (owned or is_charge) and i + 1 < reading.end:
        end = search.object_end(i + 1)
        return Found(span=with_quotes(reading, i + 1, end), cue_end=i + 1, by_clause=False) if end > i + 1 else None
    return None

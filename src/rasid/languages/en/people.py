# SPDX-License-Identifier: Apache-2.0
"""Find the names of persons among English tokens, in lower-cased text too, with the titles that stand before them.

A name is a run of known given names and surnames, initials, words that are no words of the language, and particles
between them (`de la`). A run counts as a person where a title stands before it (`attorney general roberto garcia`), or
where it begins with a given name and has a second word (`mariela espinosa`), or is all surnames (`escobar gaviria`); not
where a noun follows, which makes it the name of something (`manuel rodriguez patriotic front`).
"""

from collections.abc import Sequence
from functools import cache
from typing import Final

from rasid.knowledge.load import read_tsv
from rasid.languages.en.vocabulary import is_word, role_of
from rasid.records import Record, Token

_LONGEST_TITLE: Final = 4
_LONGEST_PARTICLE: Final = 2
_OPENING_PLACE: Final = frozenset({"san", "santa", "puerto", "la", "el", "los", "las", "villa", "rio", "ciudad", "port", "fort", "mount"})


class PersonName(Record, frozen=True, kw_only=True):
    """The name of a person among tokens: [start, end) is the name alone, [titled, start) the titles before it."""

    start: int
    end: int
    titled: int


def find_people(tokens: Sequence[Token], start: int = 0, end: int | None = None) -> list[PersonName]:
    """Return the names of persons in tokens [start, end), left to right.

    Args:
        tokens: Of one sentence, whether its clauses were read or not.
        start: Where to begin.
        end: Where to stop; None for the end of the sentence.
    """
    stop = len(tokens) if end is None else end
    found: list[PersonName] = []
    i = start
    while i < stop:
        behind = _run(tokens, i, stop)
        if behind == i:
            i += 1
            continue
        name = _person(tokens, start, i, behind)
        if name is not None:
            found.append(name)
        i = behind
    return found


def _run(tokens: Sequence[Token], i: int, stop: int) -> int:
    """Index behind the longest run of name words from `i` on, or `i`."""
    end = i
    while end < stop:
        if _is_name(tokens[end]) or (end > i and _is_initial(tokens, end)) or (end == i and _is_initial(tokens, end) and end + 1 < stop and _is_name(tokens[end + 1])):
            end += 1
            if tokens[end - 1].word.enclitic:
                break  # a possessor ends its name: `jaramillo ossa's murder`
            continue
        behind = _behind_particle(tokens, end, stop)
        if end in {i, behind} or behind >= stop or not _is_name(tokens[behind]):
            break
        end = behind
    return end


def _behind_particle(tokens: Sequence[Token], i: int, stop: int) -> int:
    for length in range(_LONGEST_PARTICLE, 0, -1):
        if i + length <= stop and " ".join(token.word.key for token in tokens[i : i + length]) in _words("particle"):
            return i + length
    return i


def _is_initial(tokens: Sequence[Token], i: int) -> bool:
    form = tokens[i].word.form
    return form.rstrip(".").isalpha() and len(form.rstrip(".")) == 1 and form not in {"a", "i", "I", "A"}


def _is_name(token: Token) -> bool:
    """Whether a word may be part of a name: listed, or unknown to the language."""
    key = token.word.key
    if _is_listed(key):
        return True
    if token.kind != "other" or not key.replace("-", "").replace("'", "").isalpha() or len(key) < 3 or role_of(key):  # noqa: PLR2004
        return False
    return not is_word(key) and key not in _words("title") and not _is_people_word(key)


def _is_listed(key: str) -> bool:
    return key in _words("given") or key in _words("surname")


def _is_people_word(key: str) -> bool:
    """Whether a word tells of what people somebody is (`sandinist`, `ecuadoran`) and names nobody."""
    return key.endswith(("ista", "ists", "istas", "ist", "an", "ans", "eans", "ites", "eros", "ese", "ism")) and not _is_listed(key)


def _person(tokens: Sequence[Token], floor: int, start: int, end: int) -> PersonName | None:
    titled = _before_titles(tokens, floor, start)
    if titled < start and end - start > 1 and tokens[start].word.key in _words("title") and not _is_listed(tokens[start].word.key):
        start += 1
    if _names_a_thing(tokens, end):
        return None
    listed = [_is_listed(token.word.key) for token in tokens[start:end]]
    if titled < start and not _is_all_common(tokens, start, end):
        return PersonName(start=start, end=end, titled=titled)
    first = tokens[start].word.key
    if end - start < 2 or first in _OPENING_PLACE:  # noqa: PLR2004
        return None
    opens = first in _words("given") or (_is_initial(tokens, start) and any(listed))
    if (opens and not _is_all_common(tokens, start, end)) or all(listed):
        return PersonName(start=start, end=end, titled=start)
    return None


def _is_all_common(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether every word of a run is a word of the language as well, in small letters: `general castle`."""
    return all(is_word(token.word.key) and token.word.form[0].islower() for token in tokens[start:end])


def _names_a_thing(tokens: Sequence[Token], end: int) -> bool:
    """Whether a noun follows a run, so that the run names what the noun says: a front, a battalion, a quarter, an airport."""
    if end >= len(tokens) or tokens[end - 1].word.enclitic:
        return False
    following = tokens[end]
    if following.kind not in {"noun", "adjective", "other"} or following.word.form[0].isdigit():
        return False
    # What stands behind a name without being of its phrase: `murdered roberto garcia last week`.
    return following.word.key not in _words("behind")


def _before_titles(tokens: Sequence[Token], floor: int, start: int) -> int:
    """Index of the first title of those right before a name, or `start` where none stands there."""
    i = start
    while i > floor:
        length = next((n for n in range(min(_LONGEST_TITLE, i - floor), 0, -1) if _title_key(tokens, i - n, i) in _words("title")), 0)
        if not length and tokens[i - 1].word.form == "." and i - 1 > floor and tokens[i - 2].word.key in _words("title"):
            length = 2  # `gen. noriega`
        if not length:
            return i
        i -= length
    return i


def _title_key(tokens: Sequence[Token], start: int, end: int) -> str:
    return " ".join(token.word.key for token in tokens[start:end])


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(word for row in read_tsv("lexicon/en/people.tsv") if row["class"] == name for word in row.items_of("words"))

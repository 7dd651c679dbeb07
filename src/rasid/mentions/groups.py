# SPDX-License-Identifier: Apache-2.0
"""Groups that no file lists, told by a word for their kind: `كتيبة شهداء بدر`, `قبيلة العكيدات`, `Hawran Military Council`.

Strict on purpose: `لواء` is an officer's rank, `حركة` traffic, `فرقة` a band. What is not surely a name is left alone.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from rasid.knowledge.lexemes import word_classes
from rasid.knowledge.load import read_tsv
from rasid.records import LanguageCode, Token
from rasid.spelling import fold

_FILE: Final = "actors/group_words.tsv"
_QUOTED_MOST: Final = 4  # words of a name in quotation marks
_NAME_MOST: Final = 4  # capitalised words before an English head
_OPENING: Final = frozenset('"«“„')
_CLOSING: Final = frozenset('"»”“')
_JOINS: Final = frozenset({"of", "al", "the", "-", "ibn", "bin", "abu"})
_NO_NAME: Final = frozenset({"verb", "preposition", "conjunction", "particle", "pronoun", "number", "punctuation", "adjective"})


class GroupMatch(NamedTuple):
    """A group in the tokens of one sentence."""

    start: int
    end: int
    kind: str
    """armed_group, council, tribe, organisation."""


class _Words(NamedTuple):
    heads: dict[str, str]
    quoted: dict[str, str]
    opened: dict[str, str]
    councils: frozenset[str]
    council_words: frozenset[str]
    openers: frozenset[str]
    plain: frozenset[str]


def find_groups(tokens: Sequence[Token], *, language: LanguageCode) -> Iterator[GroupMatch]:
    """Yield the groups that a word for their kind tells, in the order of the text; none overlap.

    Args:
        tokens: Of one sentence.
        language: Arabic and English are read; of other languages nothing comes.
    """
    find = {"ar": _arabic, "en": _english}.get(language)
    free = 0
    for at in range(len(tokens)) if find is not None else ():
        match = find(tokens, at) if find is not None and at >= free else None
        if match is not None and match.start >= free:
            yield match
            free = match.end


@cache
def _words(language: str) -> _Words:
    found: dict[str, dict[str, str]] = {use: {} for use in ("head", "quoted", "opened", "council", "council_word", "opener", "plain")}
    for row in read_tsv(_FILE):
        if row["language"] == language:
            found[row["use"]].update({fold(word.replace("_", " ")): row["kind"] for word in row.items_of("words")})
    sets = [frozenset(found[use]) for use in ("council", "council_word", "opener", "plain")]
    return _Words(found["head"], found["quoted"], found["opened"], *sets)


# --- Arabic: the kind, then the name -----------------------------------------------------------------------------------


def _arabic(tokens: Sequence[Token], at: int) -> GroupMatch | None:
    words = _words("ar")
    token = tokens[at]
    if token.word.definite or token.word.enclitic or "ال" in token.word.proclitics or token.kind == "verb":
        return None  # `اللواء فلان` is an officer
    key = token.word.key
    kind = words.heads.get(key) or words.quoted.get(key) or words.opened.get(key)
    if kind:
        end = (0 if key in words.opened else _quoted(tokens, at + 1)) or _opened(tokens, at + 1, words)
        if not end and key in words.heads:
            end = _bare(tokens, at + 1, words)
        return GroupMatch(at, end, kind) if end else None
    return _council(tokens, at, words) if key in words.councils else None


def _quoted(tokens: Sequence[Token], at: int) -> int:
    """Return the end of a name in quotation marks that opens at a token, or 0."""
    if at >= len(tokens) or tokens[at].word.form not in _OPENING:
        return 0
    for end in range(at + 1, min(len(tokens), at + _QUOTED_MOST + 2)):
        if tokens[end].word.form in _CLOSING:
            inside = tokens[at + 1 : end]
            # `تنظيم "إرهابي متحالف مع القاعدة"` quotes a judgement.
            return end + 1 if inside and all(token.kind not in {"punctuation", "preposition", "conjunction"} for token in inside) else 0
    return 0


def _opened(tokens: Sequence[Token], at: int, words: _Words) -> int:
    """Return the end of `شهداء بدر`: a word that begins names, and the one behind it."""
    if at + 1 >= len(tokens) or tokens[at].word.proclitics or tokens[at].word.key not in words.openers:
        return 0
    return at + 2 if _is_name(tokens[at + 1], words, bare=True) else 0


def _bare(tokens: Sequence[Token], at: int, words: _Words) -> int:
    return at + 1 if at < len(tokens) and _is_name(tokens[at], words, bare=False) else 0


def _is_name(token: Token, words: _Words, *, bare: bool) -> bool:
    """Return whether a word can be the name itself; without an article only where `bare`."""
    if token.kind in _NO_NAME or token.word.enclitic or (token.word.proclitics not in {(), ("ال",)}):
        return False
    if not bare and not token.word.definite:
        return False
    forms = {token.word.key, token.word.key.removeprefix("ال"), fold(token.word.lemma)}
    return forms.isdisjoint(words.plain) and forms.isdisjoint(word_classes("ar")["nationality_adj"])


def _council(tokens: Sequence[Token], at: int, words: _Words) -> GroupMatch | None:
    """`مجلس الرقة العسكري`, with one or two words of a name between."""
    for name_end in (at + 2, at + 3):
        if name_end >= len(tokens) or tokens[name_end - 1].kind in {"punctuation", "verb", "preposition", "conjunction"}:
            return None
        last = tokens[name_end].word
        if last.definite and last.key.removeprefix("ال") in words.council_words:
            return GroupMatch(at, name_end + 1, "council")
    return None


# --- English: the name in capitals, then the kind ----------------------------------------------------------------------


def _english(tokens: Sequence[Token], at: int) -> GroupMatch | None:
    words = _words("en")
    key = tokens[at].word.form.lower()
    if at and (pair := f"{tokens[at - 1].word.form.lower()} {key}") in words.heads:
        kind, end = words.heads[pair], at - 1
    elif key in words.heads:
        kind, end = words.heads[key], at
    else:
        return None
    start = end
    while start and end - start < _NAME_MOST and (_is_capital(tokens[start - 1]) or _joins(tokens, start - 1)):
        start -= 1
    while start < end and (not _is_capital(tokens[start]) or tokens[start].word.form.lower() in words.plain):
        start += 1
    name = [token.word.form.lower() for token in tokens[start:end] if _is_capital(token)]
    nations = word_classes("en")["nationality_adj"]
    if not name or any(word in words.plain or word in nations for word in name):
        return None  # `the Turkish brigade`, `the Fourth Brigade`
    return GroupMatch(start, at + 1, kind)


def _is_capital(token: Token) -> bool:
    return token.word.form[:1].isupper() and token.kind != "number"


def _joins(tokens: Sequence[Token], at: int) -> bool:
    return at > 0 and tokens[at].word.form.lower() in _JOINS and _is_capital(tokens[at - 1])

# SPDX-License-Identifier: Apache-2.0
"""Where English sentences end: full stops, question and exclamation marks, line breaks; not abbreviations, initials, decimals."""

import re
from functools import cache
from typing import Final

from rasid.knowledge.load import read_tsv
from rasid.records import Span

_END: Final = re.compile(r"""[.!?…]+["”’')\]]*(?=\s|$)|\n+|(?<=[a-z]{3})\.(?=[A-Z“"][a-z])""")
_WORD_BEFORE: Final = re.compile(r"[\w.&'’-]*$")
_INITIALS: Final = re.compile(r"(?:[A-Za-z]\.)*[A-Za-z]")
_CLOSING: Final = frozenset("\"”’'")
_LOWER: Final = re.compile(r"[ \t]+[a-z]")
_GOES_ON: Final = re.compile(r"[ \t]+[a-z0-9,;(]")


@cache
def _abbreviations() -> dict[str, str]:
    """Abbreviations in lower case, each with whether it may end a sentence (`may_end`) or stands before a name (`never`)."""
    return {word.lower(): row["ends"] for row in read_tsv("lexicon/en/abbreviations.tsv") for word in row.items_of("words")}


def split_sentences(text: str) -> list[Span]:
    """Return the spans of the sentences, trimmed of white space, in order."""
    spans: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        if (match.group()[0] == "." and _is_inside(text, start, match)) or _speaks_on(text, match):
            continue
        _add(spans, text, start, match.end())
        start = match.end()
    _add(spans, text, start, len(text))
    return spans


def _speaks_on(text: str, match: re.Match[str]) -> bool:
    """Whether the sentence goes on behind a quotation that ends it: `“Who fired?” a witness asked`."""
    return match.group()[0] in "?!" and match.group()[-1] in _CLOSING and _LOWER.match(text, match.end()) is not None


def _is_inside(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a full stop belongs to an abbreviation or an initial."""
    before = _WORD_BEFORE.search(text, start, match.start())
    word = before.group().lstrip("'’-&") if before else ""
    ends = _abbreviations().get(word.lower())
    if ")" in match.group() and _GOES_ON.match(text, match.end()) is not None:
        return True  # `Mr. Mica (R-Fla.) said`
    if ends == "never":
        return not text[match.end() :].startswith("\n")
    goes_on = _GOES_ON.match(text, match.end()) is not None
    if ends == "may_end":
        return goes_on
    if not _INITIALS.fullmatch(word):
        return False
    # `U.S. forces`, `J. Smith`: an initial never ends a sentence; `in the U.S. The army` does, before a common opener.
    if "." in word:
        return goes_on or not _opens(text, match.end())
    return word.isupper()


_OPENERS: Final = re.compile(r"\s+(?:The|A|An|In|On|At|It|He|She|They|We|But|And|This|That|These|His|Her|Their|There|If|As|For)\s")


def _opens(text: str, at: int) -> bool:
    return at >= len(text.rstrip()) or _OPENERS.match(text, at) is not None


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    if left < right:
        spans.append(Span(start + left, start + right))

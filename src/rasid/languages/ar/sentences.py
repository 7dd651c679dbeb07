# SPDX-License-Identifier: Apache-2.0
"""Where Arabic sentences end: full stops, question and exclamation marks, the Arabic semicolon, line breaks."""

import re
from typing import Final

from rasid.languages.ar.normalise import hides
from rasid.languages.ar.tokens import is_hidden_word, is_spelled
from rasid.records import Span

_LETTER: Final = r"[\u0621-\u063a\u0641-\u064a]"
_END: Final = re.compile(
    rf"""[.!?؟؛…]+["”»)’]*(?=\s|$)|\n+|(?<={_LETTER}{{3}})\.(?={_LETTER}{{2}})|@[A-Za-z0-9_]{{2,}}(?={_LETTER})|{_LETTER}(?=[0-9:]{{4,12}}\s?[AP]M\b)|#عاجل(?={_LETTER}{{3}})"""
)
# "د. أحمد", "U.S. forces": one or two letters before the stop make an abbreviation, not a sentence.
_ABBREVIATION: Final = re.compile(r"(?:^|[\s(])\w{1,2}$")


def split_sentences(text: str) -> list[Span]:
    """Return the spans of the sentences, trimmed of white space, in order.

    A stop glued between two words of three letters or more ends a sentence too (`القاعدة.وقالت`), as dailies print it,
    but not one that hides a word (`الشهد.اء`). So does the name of an account where a scraper lost the space behind it (`@deskقصف`),
    and the last word of a post where the time of it is glued on (`حلب6:51 PM`),
    and the tag that says urgent where the news is glued to it (`#عاجلقصف`).
    """
    spans: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        if match.group()[0] == "." and (_ABBREVIATION.search(text, start, match.start()) or _is_hiding(text, match)):
            continue
        _add(spans, text, start, match.end())
        start = match.end()
    _add(spans, text, start, len(text))
    return spans


def _is_hiding(text: str, stop: re.Match[str]) -> bool:
    """Whether a stop stands inside a word to slip it past a filter, not between two."""
    behind = text[stop.end() : stop.end() + 2]
    if behind[:1] and behind[:1] not in " ـ" and not behind[0].isspace():
        return hides(text, stop.start(), is_known=is_hidden_word, is_spelled=is_spelled)
    return text[stop.start() - 1 : stop.start()] == "ـ" and behind == " ـ"


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    if left < right:
        spans.append(Span(start + left, start + right))

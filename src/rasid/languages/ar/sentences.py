# SPDX-License-Identifier: Apache-2.0
"""Where Arabic sentences end: full stops, question and exclamation marks, the Arabic semicolon, line breaks."""

import re
from typing import Final

from rasid.records import Span

_END: Final = re.compile(r"""[.!?؟؛…]+["”»)’]*(?=\s|$)|\n+|(?<=[\u0621-\u063a\u0641-\u064a]{3})\.(?=[\u0621-\u063a\u0641-\u064a]{2})""")
# "د. أحمد", "U.S. forces": one or two letters before the stop make an abbreviation, not a sentence.
_ABBREVIATION: Final = re.compile(r"(?:^|[\s(])\w{1,2}$")


def split_sentences(text: str) -> list[Span]:
    """Return the spans of the sentences, trimmed of white space, in order.

    A stop glued between two words of three letters or more ends a sentence too (`القاعدة.وقالت`), as dailies print it.
    """
    spans: list[Span] = []
    start = 0
    for match in _END.finditer(text):
        if match.group()[0] == "." and _ABBREVIATION.search(text, start, match.start()):
            continue
        _add(spans, text, start, match.end())
        start = match.end()
    _add(spans, text, start, len(text))
    return spans


def _add(spans: list[Span], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    right = len(piece.rstrip())
    if left < right:
        spans.append(Span(start + left, start + right))

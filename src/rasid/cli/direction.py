# SPDX-License-Identifier: Apache-2.0
"""Right-to-left text in plain output: isolated, so that numbers and marks around it keep their order."""

import re
from itertools import accumulate
from typing import Final

RIGHT_TO_LEFT_ISOLATE: Final = "\u2067"
POP_ISOLATE: Final = "\u2069"
_ARABIC: Final = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_BREAKS: Final = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]+")
_MARKS: Final = re.compile("[\u061c\u200e\u200f\u202a-\u202e]+")
_ISOLATES: Final = re.compile("[\u2066-\u2069]")


def isolate(text: str) -> str:
    """Return a text on one line, isolated as right-to-left where its first letter is.

    Control characters and direction marks are left out, and so are isolates that are not closed: a text cannot move
    what stands around it, nor colour or clear the terminal.
    """
    line = _MARKS.sub("", _BREAKS.sub(" ", text)).strip()
    if not _balanced(line):
        line = _ISOLATES.sub("", line)
    first = next((letter for letter in line if letter.isalpha()), "")
    return f"{RIGHT_TO_LEFT_ISOLATE}{line}{POP_ISOLATE}" if _ARABIC.match(first) else line


def _balanced(text: str) -> bool:
    depths = list(accumulate(-1 if mark == POP_ISOLATE else 1 for mark in _ISOLATES.findall(text)))
    return not depths or (min(depths) >= 0 and depths[-1] == 0)

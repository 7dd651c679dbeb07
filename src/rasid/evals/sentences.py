# SPDX-License-Identifier: Apache-2.0
"""Sentences as the scoring knows them: coarser than those of the coder, and the same for every system that is scored."""

import re
from bisect import bisect_right
from itertools import pairwise
from typing import Final

from rasid.annotations import Range

_STOP: Final = re.compile(
    r"""
    [.!?؟؛]+  ["”»)]*  (?: \s+ | $ )   # stops, what closes after them, then space or the end of the text
    | \n+                              # a line break ends a sentence whatever stands before it
    """,
    re.VERBOSE,
)
# One or two letters before a full stop: an initial or an abbreviation, as in `د. محمد` (Dr) and `U.S. forces`.
_ABBREVIATION: Final = re.compile(r"(?:^|[\s(])\w{1,2}$")


class SentenceIndex:
    """Tells which sentence of a text an offset lies in."""

    def __init__(self, text: str) -> None:
        self.ranges: tuple[Range, ...] = tuple(_cut(text))
        self._starts = [start for start, _ in self.ranges]

    def at(self, offset: int) -> int:
        """Return the number of the sentence at an offset, or -1 where only blanks stand."""
        number = bisect_right(self._starts, offset) - 1
        return number if number >= 0 and offset < self.ranges[number][1] else -1


def _cut(text: str) -> list[Range]:
    ends = [stop.end() for stop in _ends(text)]
    bounds = [0, *ends, len(text)]
    return [(start, end) for start, end in pairwise(bounds) if text[start:end].strip()]


def _ends(text: str) -> list[re.Match[str]]:
    kept: list[re.Match[str]] = []
    for stop in _STOP.finditer(text):
        start = kept[-1].end() if kept else 0
        if not _goes_on(text, start, stop):
            kept.append(stop)
    return kept


def _goes_on(text: str, start: int, stop: re.Match[str]) -> bool:
    """Return whether a full stop is part of an abbreviation or a number, so that the sentence goes on behind it."""
    if not stop.group().startswith("."):
        return False
    if not stop.group().endswith("\n") and _ABBREVIATION.search(text[start : stop.start()]):
        return True
    before, after = text[stop.start() - 1 : stop.start()] if stop.start() else "", text[stop.end() : stop.end() + 1]
    return before.isdigit() and after.isdigit()

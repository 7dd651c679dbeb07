# SPDX-License-Identifier: Apache-2.0
"""A time as both languages find it in a line of pieces."""

from typing import NamedTuple

from rasid.languages.calendar import Days
from rasid.languages.quantities import DateKind, DateMatch, Line


class Core(NamedTuple):
    """A time at pieces [start, end)."""

    start: int
    end: int
    days: Days | None
    kind: DateKind

    def match(self, line: Line) -> DateMatch:
        """Return the time by the tokens of its sentence."""
        return DateMatch(
            start=line.pieces[self.start].first,
            end=line.pieces[self.end - 1].last + 1,
            interval=self.days.interval() if self.days else None,
            kind=self.kind,
        )


def loose(line: Line, i: int) -> Core | None:
    """Read a time that names no days: lately, at the time."""
    hit = line.hit(i, "loose")
    return Core(i, hit.end, None, "loose") if hit else None

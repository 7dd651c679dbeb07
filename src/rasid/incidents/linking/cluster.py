# SPDX-License-Identifier: Apache-2.0
"""Tellings to groups: pairs worth looking at, with bounded work a document, then average linkage."""

import heapq
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import floor
from typing import Final

from rasid.incidents.linking.compare import Likened, compare, log_odds
from rasid.incidents.linking.sketch import Corpus, Sketch

UNLIKE: Final = -4.0
"""Log-odds of pairs that share neither a place nor a rare word, and the least that any pair counts."""
_SURE: Final = 6.0
"""The most that a pair counts: one copy must not outweigh many strangers."""
_JOINED: Final = -2.5
"""Mean log-odds from which two groups are one. Evidence is cautious: what is silent adds nothing."""
_CELL: Final = 0.1  # degrees, some ten kilometres
_MOST_IN_CELL: Final = 400
_MOST_OF_WORD: Final = 60
_DAYS: Final = 16
_SPOT_DIGITS: Final = 2


def link(sketches: Sequence[Sketch]) -> list[list[int]]:
    """Return the indices of tellings in groups that are one incident each; the order of the tellings changes nothing.

    Args:
        sketches: Of all reports.
    """
    order = sorted(range(len(sketches)), key=lambda index: sketches[index].id)
    likened, corpus = liken([sketches[index] for index in order])
    known = {pair: min(_SURE, odds) for pair in pairs(likened) if (odds := log_odds(compare(likened[pair[0]], likened[pair[1]], corpus))) > UNLIKE}
    return [sorted(order[member] for member in group) for group in average_linkage(len(order), known)]


def liken(sketches: Sequence[Sketch]) -> tuple[list[Likened], Corpus]:
    """Return tellings with what is asked of them more than once."""
    corpus = Corpus(sketches)
    there = Counter(_spot(one.point) for one in sketches if one.point is not None)
    return [
        Likened(one=one, vector=corpus.vector(one), rare=corpus.rare(one), told_there=there[_spot(one.point)] if one.point is not None else 0) for one in sketches
    ], corpus


def _spot(point: tuple[float, float]) -> tuple[float, float]:
    return round(point[0], _SPOT_DIGITS), round(point[1], _SPOT_DIGITS)


def pairs(likened: Sequence[Likened]) -> list[tuple[int, int]]:
    """Return the pairs that share a place or a rare word, each once, those of one document and those weeks apart left out."""
    found = {pair for source in (_by_place(likened), _by_word(likened)) for pair in source}
    return sorted(pair for pair in found if _may_be_one(likened[pair[0]].one, likened[pair[1]].one))


def _may_be_one(a: Sketch, b: Sketch) -> bool:
    if a.document == b.document:
        return False
    return a.days is None or b.days is None or max(a.days[0] - b.days[1], b.days[0] - a.days[1]) <= _DAYS


def _by_place(likened: Sequence[Likened]) -> Iterator[tuple[int, int]]:
    cells: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for index, one in enumerate(likened):
        if one.one.point is not None:
            cells[floor(one.one.point[0] / _CELL), floor(one.one.point[1] / _CELL)].append(index)
    for (north, east), members in cells.items():
        around = [other for step in (-1, 0, 1) for side in (-1, 0, 1) for other in cells.get((north + step, east + side), ())]
        if len(around) > _MOST_IN_CELL:
            # A city in a long war: only those of near days meet by place, the undated by their words.
            yield from _near_in_time(likened, members, around)
            continue
        for index in members:
            yield from ((index, other) for other in around if index < other)


def _near_in_time(likened: Sequence[Likened], members: Sequence[int], around: Sequence[int]) -> Iterator[tuple[int, int]]:
    by_week: defaultdict[int, list[int]] = defaultdict(list)
    for index in around:
        days = likened[index].one.days
        if days is not None:
            by_week[days[1] // 7].append(index)
    for index in members:
        days = likened[index].one.days
        if days is not None:
            near = (other for week in range(days[0] // 7 - 1, days[1] // 7 + 2) for other in by_week.get(week, ())[:_MOST_IN_CELL])
            yield from ((index, other) for other in near if index < other)


def _by_word(likened: Sequence[Likened]) -> Iterator[tuple[int, int]]:
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for index, one in enumerate(likened):
        for word in one.rare:
            holders[word].append(index)
    for members in holders.values():
        if len(members) <= _MOST_OF_WORD:
            yield from combinations(members, 2)


def average_linkage(number: int, known: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """Return groups of the numbers below `number`, joining always the two whose members are likest on average.

    Args:
        number: How many there are.
        known: Likeness of pairs (the smaller first); all others count as `UNLIKE`.
    """
    totals: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for (a, b), likeness in known.items():
        totals[a][b] = totals[b][a] = likeness - UNLIKE
    groups = {index: [index] for index in range(number)}
    waiting = [(-(UNLIKE + above), a, b, 1, 1) for a in totals for b, above in totals[a].items() if a < b]
    heapq.heapify(waiting)
    while waiting:
        unlikeness, a, b, first, second = heapq.heappop(waiting)
        if -unlikeness < _JOINED:
            break
        if a not in groups or b not in groups or len(groups[a]) != first or len(groups[b]) != second:
            continue
        groups[a] += groups.pop(b)
        _take_over(totals, a, b)
        for other, above in totals[a].items():
            x, y = min(a, other), max(a, other)
            mean = UNLIKE + above / (len(groups[a]) * len(groups[other]))
            heapq.heappush(waiting, (-mean, x, y, len(groups[x]), len(groups[y])))
    return [sorted(members) for _, members in sorted(groups.items())]


def _take_over(totals: dict[int, dict[int, float]], a: int, b: int) -> None:
    """Give what is known of one group to the one that it joined."""
    for other, above in totals.pop(b, {}).items():
        totals[other].pop(b, None)
        if other != a:
            totals[a][other] = totals[other][a] = totals[a].get(other, 0.0) + above

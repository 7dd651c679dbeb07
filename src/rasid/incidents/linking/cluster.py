# SPDX-License-Identifier: Apache-2.0
"""Tellings to groups: pairs worth looking at, with bounded work a document, then the likest groups join."""

import heapq
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import floor
from typing import Final

from rasid.incidents.linking.compare import COMPARISONS, Likened, Outcomes, compare, log_odds, prior, weights
from rasid.incidents.linking.sketch import Corpus, Sketch

UNLIKE: Final = -4.0
"""Log-odds below which a pair joins no groups by itself."""
_JOINED: Final = -2.5
"""Log-odds from which two groups are one. Below 0, since what is silent adds nothing and likenesses of words are cautious."""
_MOST_ASKED: Final = 40
"""Members of each of two groups that are compared where the groups meet."""
_CELL: Final = 0.1  # degrees, some ten kilometres
_MOST_ON_SPOT: Final = 400
_MOST_OF_WORD: Final = 60
_TELLING_WORDS: Final = 12
_WEEK: Final = 7
_DAYS: Final = 16
_SPOT_DIGITS: Final = 2


def link(sketches: Sequence[Sketch]) -> list[list[int]]:
    """Return the indices of tellings in groups that are one incident each; the order of the tellings changes nothing.

    Args:
        sketches: Of all reports.
    """
    order = sorted(range(len(sketches)), key=lambda index: sketches[index].id)
    likened, corpus = liken([sketches[index] for index in order])

    def ask(a: int, b: int) -> Outcomes | None:
        return compare(likened[a], likened[b], corpus) if likened[a].one.document != likened[b].one.document else None

    known = {(a, b): outcomes for a, b in pairs(likened) if log_odds(outcomes := compare(likened[a], likened[b], corpus)) > UNLIKE}
    return [sorted(order[member] for member in group) for group in Linkage(len(order), known, ask).grow()]


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
    """Return the pairs that share a spot, a place's name or a telling word, each once, those of one document and those weeks apart left out."""
    found = {pair for meeting in (_spots(likened), _names(likened), _words(likened)) for pair in _meetings(likened, meeting)}
    return sorted(pair for pair in found if _may_be_one(likened[pair[0]].one, likened[pair[1]].one))


def _may_be_one(a: Sketch, b: Sketch) -> bool:
    if a.document == b.document:
        return False
    return a.days is None or b.days is None or max(a.days[0] - b.days[1], b.days[0] - a.days[1]) <= _DAYS


def _meetings(likened: Sequence[Likened], places: Iterable[tuple[Sequence[int], Sequence[int], int]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of those who meet somewhere; where too many meet, only those of near days.

    Args:
        likened: All tellings.
        places: For each place of meeting those who are there, those who may be met there, and how many are too many.
    """
    for members, around, most in places:
        if len(around) <= most:
            yield from ((index, other) for index in members for other in around if index < other)
            continue
        by_week: defaultdict[int, list[int]] = defaultdict(list)
        for index in around:
            days = likened[index].one.days
            if days is not None:
                by_week[days[1] // _WEEK].append(index)
        for index in members:
            days = likened[index].one.days
            if days is not None:
                weeks = range(days[0] // _WEEK - 1, days[1] // _WEEK + 2)
                yield from ((index, other) for week in weeks for other in by_week.get(week, ())[:most] if index < other)


def _spots(likened: Sequence[Likened]) -> Iterator[tuple[Sequence[int], Sequence[int], int]]:
    cells: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    for index, one in enumerate(likened):
        if one.one.point is not None:
            cells[floor(one.one.point[0] / _CELL), floor(one.one.point[1] / _CELL)].append(index)
    for (north, east), members in cells.items():
        around = [other for step in (-1, 0, 1) for side in (-1, 0, 1) for other in cells.get((north + step, east + side), ())]
        yield members, around, _MOST_ON_SPOT


def _names(likened: Sequence[Likened]) -> Iterator[tuple[Sequence[int], Sequence[int], int]]:
    yield from _holders((index, one.one.names) for index, one in enumerate(likened))


def _words(likened: Sequence[Likened]) -> Iterator[tuple[Sequence[int], Sequence[int], int]]:
    yield from _holders((index, {*one.rare, *sorted(one.vector, key=lambda word: (-one.vector[word], word))[:_TELLING_WORDS]}) for index, one in enumerate(likened))


def _holders(held: Iterable[tuple[int, Iterable[str]]]) -> Iterator[tuple[Sequence[int], Sequence[int], int]]:
    holders: defaultdict[str, list[int]] = defaultdict(list)
    for index, words in held:
        for word in words:
            holders[word].append(index)
    for members in holders.values():
        yield members, members, _MOST_OF_WORD


class Linkage:
    """Groups that grow: always the two join that are likest, each comparison taken as the mean over the pairs in which both speak.

    A silent pair adds nothing to a comparison, so one dated report in each of two groups is enough to hold them apart.
    """

    def __init__(self, number: int, known: Mapping[tuple[int, int], Outcomes], ask: Callable[[int, int], Outcomes | None]) -> None:
        """Begin with each by itself.

        Args:
            number: How many there are.
            known: Outcomes of pairs (the smaller first) that may join groups.
            ask: Outcomes of any pair, or None where the two are never compared; asked where two groups meet.
        """
        self._ask = ask
        self._groups = {index: [index] for index in range(number)}
        self._beside: defaultdict[int, dict[int, _Sums]] = defaultdict(dict)
        self._waiting: list[tuple[float, int, int, int, int]] = []
        for (a, b), outcomes in known.items():
            sums = _Sums()
            sums.add(outcomes)
            self._beside[a][b] = self._beside[b][a] = sums
            self._wait(a, b)
        heapq.heapify(self._waiting)

    def grow(self, least: float = _JOINED) -> list[list[int]]:
        """Return the groups when no two are likelier one than `least`, in natural log-odds."""
        while self._waiting:
            unlikeness, a, b, first, second = heapq.heappop(self._waiting)
            if -unlikeness < least:
                break
            if self._size(a) == first and self._size(b) == second:
                self._join(a, b)
        return [sorted(members) for _, members in sorted(self._groups.items())]

    def _size(self, group: int) -> int:
        return len(self._groups.get(group, ()))

    def _wait(self, a: int, b: int) -> None:
        x, y = min(a, b), max(a, b)
        self._waiting.append((-self._beside[x][y].log_odds(), x, y, self._size(x), self._size(y)))

    def _join(self, a: int, b: int) -> None:
        ours, theirs = self._beside.pop(a), self._beside.pop(b)
        joined: dict[int, _Sums] = {}
        for other in sorted({*ours, *theirs} - {a, b}):
            joined[other] = _Sums()
            for group, known in ((a, ours), (b, theirs)):
                joined[other].take(known[other] if other in known else self._meet(group, other))
            self._beside[other].pop(b, None)
            self._beside[other][a] = joined[other]
        self._groups[a] += self._groups.pop(b)
        self._beside[a] = joined
        for other, sums in joined.items():
            x, y = min(a, other), max(a, other)
            heapq.heappush(self._waiting, (-sums.log_odds(), x, y, self._size(x), self._size(y)))

    def _meet(self, group: int, other: int) -> "_Sums":
        """Compare the members of two groups of which none were beside each other; of large groups some."""
        sums = _Sums()
        for one in sorted(self._groups[group])[:_MOST_ASKED]:
            for two in sorted(self._groups[other])[:_MOST_ASKED]:
                outcomes = self._ask(one, two)
                if outcomes is not None:
                    sums.add(outcomes)
        return sums


class _Sums:
    """What the pairs of two groups are worth together, a comparison at a time."""

    __slots__ = ("spoken", "worth")

    def __init__(self) -> None:
        self.worth = [0.0] * len(COMPARISONS)
        self.spoken = [0] * len(COMPARISONS)

    def add(self, outcomes: Outcomes) -> None:
        """Add one pair."""
        for index, outcome in enumerate(outcomes):
            if outcome is not None:
                self.worth[index] += weights()[index][outcome]
                self.spoken[index] += 1

    def take(self, other: "_Sums") -> None:
        """Add the pairs of another."""
        for index, worth in enumerate(other.worth):
            self.worth[index] += worth
            self.spoken[index] += other.spoken[index]

    def log_odds(self) -> float:
        """Return the log-odds that the two groups are one."""
        return prior() + sum(worth / spoken for worth, spoken in zip(self.worth, self.spoken, strict=True) if spoken)

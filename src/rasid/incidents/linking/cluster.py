# SPDX-License-Identifier: Apache-2.0
"""Tellings to groups: pairs worth looking at, with bounded work a document, then the likest groups join."""

import heapq
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from math import floor
from typing import Final

from rasid.incidents.decisions import NO_RULES, Rules
from rasid.incidents.linking.compare import COMPARISONS, Likened, Outcomes, compare, log_odds, prior, weights
from rasid.incidents.linking.sketch import Corpus, Sketch
from rasid.incidents.origins import joined

UNLIKE: Final = -4.0
"""Log-odds below which a pair joins no groups by itself."""
_JOINED: Final = -2.0
"""Log-odds from which two groups are one. Below 0, since what is silent adds nothing and likenesses of words are cautious."""
_MOST_ASKED: Final = 40
"""Members of each of two groups that are compared where the groups meet."""
_CELL: Final = 0.1  # degrees, some ten kilometres
_MOST_ON_SPOT: Final = 400
_MOST_OF_WORD: Final = 60
_WEEK: Final = 7
_TELLING_WORDS: Final = 12
_RARE_NAME: Final = 2.0
"""Log of how many documents there are for each that has a word, from which it tells places apart."""
_DAYS: Final = 16
_NEVER_ONE: Final = frozenset({"custody", "violence"})
"""An escape after a bombing is another thing that happened."""
_SPOT_DIGITS: Final = 2


def link(sketches: Sequence[Sketch], rules: Rules = NO_RULES) -> list[list[int]]:
    """Return the indices of tellings in groups that are one incident each; the order of the tellings changes nothing.

    Args:
        sketches: Of all reports.
        rules: What a person decided, by the same indices; it holds whatever the likeness.
    """
    order = sorted(range(len(sketches)), key=lambda index: sketches[index].id)
    likened = liken([sketches[index] for index in order])

    def ask(a: int, b: int) -> Outcomes | None:
        return compare(likened[a], likened[b]) if likened[a].one.document != likened[b].one.document else None

    seen: dict[Outcomes, Outcomes] = {}  # few are told apart, and millions are kept
    known = {
        (a, b): seen.setdefault(outcomes, outcomes) for a, b in pairs(likened) if log_odds(outcomes := compare(likened[a], likened[b])) > UNLIKE
    }
    place = {index: at for at, index in enumerate(order)}
    linkage = Linkage(len(order), known, ask)
    for group in joined(len(order), [(place[a], place[b]) for a, b in rules.together]):
        linkage.join(group)
    for a, b in rules.apart:
        linkage.keep_apart(place[a], place[b])
    for group in rules.alone:
        linkage.close(place[min(group)])
    return [sorted(order[member] for member in group) for group in linkage.grow()]


def liken(sketches: Sequence[Sketch]) -> list[Likened]:
    """Return tellings with what is asked of them more than once."""
    corpus = Corpus(sketches)
    there = Counter(_spot(one.point) for one in sketches if one.point is not None)
    return [_likened(one, corpus, there) for one in sketches]


def _likened(one: Sketch, corpus: Corpus, there: Mapping[tuple[float, float], int]) -> Likened:
    vector, rare = corpus.vector(one), {word: round(1000 * corpus.weight(word)) for word in corpus.rare(one)}
    telling = frozenset([*rare, *islice(vector, _TELLING_WORDS)])
    names = frozenset([word for word in one.names.intersection(one.words) if corpus.weight(word) >= _RARE_NAME])
    return Likened(one=one, vector=vector, rare=rare, telling=telling, telling_names=names, told_there=there[_spot(one.point)] if one.point is not None else 0)


def _spot(point: tuple[float, float]) -> tuple[float, float]:
    return round(point[0], _SPOT_DIGITS), round(point[1], _SPOT_DIGITS)


def pairs(likened: Sequence[Likened]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that share a spot, a place's name or a telling word, each once, those of one document and those weeks apart left out."""
    meetings = _Meetings(likened)
    for index, one in enumerate(likened):
        for other in sorted(meetings.met_by(index)):
            if _may_be_one(one.one, likened[other].one):
                yield index, other


def _may_be_one(a: Sketch, b: Sketch) -> bool:
    if a.document == b.document or {a.kind, b.kind} == _NEVER_ONE:
        return False
    return a.days is None or b.days is None or max(a.days[0] - b.days[1], b.days[0] - a.days[1]) <= _DAYS


class _Meetings:
    """Who meets whom: on a spot, by a place's name, by a telling word; where too many meet, only those of near days do."""

    def __init__(self, likened: Sequence[Likened]) -> None:
        self._likened = likened
        self._there: defaultdict[Hashable, list[int]] = defaultdict(list)
        self._by_week: dict[Hashable, dict[int, list[int]]] = {}
        for index, one in enumerate(likened):
            for key in _keys(one):
                self._there[key].append(index)

    def met_by(self, index: int) -> set[int]:
        """Return those behind one in the row who meet it somewhere."""
        met: set[int] = set()
        for key in _keys(self._likened[index]):
            if isinstance(key, tuple):
                around: list[Hashable] = [near for north in (-1, 0, 1) for east in (-1, 0, 1) if (near := (key[0] + north, key[1] + east)) in self._there]
                self._meet(index, around, _MOST_ON_SPOT, met)
            else:
                self._meet(index, [key], _MOST_OF_WORD, met)
        return met

    def _meet(self, index: int, keys: Sequence[Hashable], most: int, met: set[int]) -> None:
        if sum(len(self._there[key]) for key in keys) <= most:
            for key in keys:
                there = self._there[key]
                met.update(there[bisect_right(there, index) :])
            return
        days = self._likened[index].one.days
        if days is None:
            return
        for key in keys:
            weeks = self._weeks(key)
            for week in range(days[0] // _WEEK - 1, days[1] // _WEEK + 2):
                there = weeks.get(week, [])
                met.update(there[bisect_right(there, index) :][:most])

    def _weeks(self, key: Hashable) -> Mapping[int, list[int]]:
        """Return those who meet at a place by the week of their last day, the undated left out; made when it is first asked for."""
        if key not in self._by_week:
            weeks: defaultdict[int, list[int]] = defaultdict(list)
            for index in self._there[key]:
                days = self._likened[index].one.days
                if days is not None:
                    weeks[days[1] // _WEEK].append(index)
            self._by_week[key] = dict(weeks)
        return self._by_week[key]


def _keys(one: Likened) -> Iterator[tuple[int, int] | str]:
    """Yield where a telling may meet others: the cell of its spot, the names of its places, its telling words."""
    if one.one.point is not None:
        yield floor(one.one.point[0] / _CELL), floor(one.one.point[1] / _CELL)
    yield from one.telling_names | one.telling


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
        self._beside: defaultdict[int, dict[int, _Sums | Outcomes]] = defaultdict(dict)
        self._waiting: list[tuple[float, int, int, int, int]] = []
        for (a, b), outcomes in known.items():
            self._beside[a][b] = self._beside[b][a] = outcomes
            self._waiting.append((-log_odds(outcomes), a, b, 1, 1))
        heapq.heapify(self._waiting)
        self._enemies: defaultdict[int, set[int]] = defaultdict(set)
        self._closed: set[int] = set()

    def join(self, members: Iterable[int]) -> None:
        """Make some one group, whatever speaks against it."""
        first, *others = sorted(members)
        for other in others:
            self._join(first, other)

    def keep_apart(self, a: int, b: int) -> None:
        """Let no group hold both of two."""
        self._enemies[a].add(b)
        self._enemies[b].add(a)

    def close(self, member: int) -> None:
        """Let nobody else into the group of one."""
        self._closed.add(member)

    def _is_refused(self, a: int, b: int) -> bool:
        ours, theirs = self._groups[a], self._groups[b]
        if not (self._enemies or self._closed):
            return False
        return not self._closed.isdisjoint([*ours, *theirs]) or any(not self._enemies[one].isdisjoint(theirs) for one in ours if one in self._enemies)

    def grow(self, least: float = _JOINED) -> list[list[int]]:
        """Return the groups when no two are likelier one than `least`, in natural log-odds."""
        while self._waiting:
            unlikeness, a, b, first, second = heapq.heappop(self._waiting)
            if -unlikeness < least:
                break
            if self._size(a) == first and self._size(b) == second and not self._is_refused(a, b):
                self._join(a, b)
        return [sorted(members) for _, members in sorted(self._groups.items())]

    def _size(self, group: int) -> int:
        return len(self._groups.get(group, ()))

    def _join(self, a: int, b: int) -> None:
        ours, theirs = self._beside.pop(a, {}), self._beside.pop(b, {})
        both: dict[int, _Sums] = {}
        for other in sorted({*ours, *theirs} - {a, b}):
            both[other] = _Sums()
            for group, known in ((a, ours), (b, theirs)):
                both[other].take(known[other] if other in known else self._meet(group, other))
            self._beside[other].pop(b, None)
            self._beside[other][a] = both[other]
        self._groups[a] += self._groups.pop(b)
        self._beside[a] = {**both}
        for other, sums in both.items():
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

    def take(self, other: "_Sums | Outcomes") -> None:
        """Add the pairs of another, or one pair."""
        if isinstance(other, tuple):
            self.add(other)
            return
        for index, worth in enumerate(other.worth):
            self.worth[index] += worth
            self.spoken[index] += other.spoken[index]

    def log_odds(self) -> float:
        """Return the log-odds that the two groups are one."""
        return prior() + sum(worth / spoken for worth, spoken in zip(self.worth, self.spoken, strict=True) if spoken)

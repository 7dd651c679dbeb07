# SPDX-License-Identifier: Apache-2.0
"""Two tellings side by side: the outcome of each comparison, and what the outcomes are worth."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from math import log
from typing import Final, TypeAlias

from rasid.incidents.linking.sketch import LENGTH, Sketch
from rasid.knowledge.distance import km_between
from rasid.knowledge.load import read_tsv
from rasid.records import Record, Tally

WEIGHTS_FILE: Final = "scores/linking.tsv"
COMPARISONS: Final[Mapping[str, tuple[str, ...]]] = {
    "place": ("other", "within_30_km", "same_name", "within_8_km", "same", "same_rare", "same_rarest"),
    "day": ("other", "within_14_days", "within_3_days", "next_day", "same"),
    "day_of_month": ("other", "same"),
    "weekday": ("other", "same"),
    "words": ("under_10", "10_to_18", "18_to_28", "28_to_40", "40_to_60", "over_60"),
    "rare_words": ("none", "under_8", "8_to_12", "12_to_25", "over_25"),
    "killed": ("other", "few_alike", "two_alike", "three_alike"),
    "wounded": ("other", "few_alike", "two_alike", "three_alike"),
    "type": ("other", "same"),
}
"""Outcomes of each comparison, the weakest first; where one of the two says nothing there is none, and nothing is added."""

_AT_PLACE, _AT_DAY, _AT_DAY_OF_MONTH, _AT_WORDS = map(list(COMPARISONS).index, ("place", "day", "day_of_month", "words"))
_SAME_SPOT: Final = COMPARISONS["place"].index("same")
_NEXT_DAY: Final = COMPARISONS["day"].index("next_day")
_40_TO_60: Final = COMPARISONS["words"].index("40_to_60")

Outcomes: TypeAlias = tuple[int | None, ...]

_AGAINST, _FOR = -3.0, 4.0
"""The most that one comparison counts: shares learnt from few pairs must not decide by themselves."""
_SAME_KM: Final = 3.0
_BESIDE_KM: Final = 8.0
_NEAR_KM: Final = 30.0
_RAREST_PLACE: Final = 8
_RARE_PLACE: Final = 30
_DAYS: Final = ((0, 4), (1, 3), (3, 2), (14, 1))
_COSINES: Final = tuple(round(share * LENGTH * LENGTH) for share in (0.10, 0.18, 0.28, 0.40, 0.60))
_RARES: Final = (1, 8_000, 12_000, 25_000)
_MANY: Final = 10**6
_THREE: Final = 3
_TWO: Final = 2


class Likened(Record, frozen=True, kw_only=True):
    """What is asked of a telling more than once."""

    one: Sketch
    vector: Mapping[str, int]
    """Its weightiest words, see `Corpus.vector`."""
    rare: Mapping[str, int]
    """Its rare words with their weights, in thousandths."""
    telling: frozenset[str]
    """The words by which it may meet others: the rare ones and the weightiest."""
    telling_names: frozenset[str]
    """The words of its places that are not in every other report."""
    told_there: int
    """How many tellings name its spot."""


def compare(a: Likened, b: Likened) -> Outcomes:
    """Return the outcome of each comparison as an index into `COMPARISONS`, None where one of the two says nothing."""
    return (
        _place(a, b), _day(a.one, b.one), _day_of_month(a.one, b.one), _weekday(a.one, b.one), _words(a, b), _rare(a, b),
        _toll(a.one.killed, b.one.killed), _toll(a.one.wounded, b.one.wounded), int(a.one.kind == b.one.kind and not a.one.types.isdisjoint(b.one.types)),
    )  # fmt: skip


def _place(a: Likened, b: Likened) -> int | None:
    if a.one.point is not None and b.one.point is not None:
        km = km_between(*a.one.point, *b.one.point)
        if km <= _SAME_KM:
            told = min(a.told_there, b.told_there)
            return 6 if told <= _RAREST_PLACE else 5 if told <= _RARE_PLACE else 4
        return 3 if km <= _BESIDE_KM else 1 if km <= _NEAR_KM else 0
    return 2 if not a.telling_names.isdisjoint(b.telling_names) else None


def _day(a: Sketch, b: Sketch) -> int | None:
    own, other = a.days or a.stretch, b.days or b.stretch
    if own is None or other is None:
        return None
    gap = max(own[0] - other[1], other[0] - own[1], 0)
    if a.days is None or b.days is None:
        return 0 if gap > _DAYS[-1][0] else None  # `in March` says when it was not
    return next((outcome for most, outcome in _DAYS if gap <= most), 0)


def _day_of_month(a: Sketch, b: Sketch) -> int | None:
    if a.month_days and b.month_days:
        return int(not a.month_days.isdisjoint(b.month_days))
    for dated, other in ((a, b), (b, a)):
        if dated.days is not None and other.days is None and other.month_days:
            days = {(day.month, day.day) for day in map(date.fromordinal, range(dated.days[0] - 1, dated.days[1] + 1))}
            return int(not days.isdisjoint(other.month_days))
    return None


def _weekday(a: Sketch, b: Sketch) -> int | None:
    if a.weekday is not None and b.weekday is not None:
        return int(a.weekday == b.weekday)
    for dated, other in ((a, b), (b, a)):
        if dated.days is not None and other.days is None and other.weekday is not None:
            return int(any(date.fromordinal(day).weekday() == other.weekday for day in range(dated.days[1] - 1, dated.days[1] + 1)))
    return None


def _words(a: Likened, b: Likened) -> int:
    ours, theirs = a.vector, b.vector
    return bisect_right(_COSINES, sum([ours[word] * theirs[word] for word in ours.keys() & theirs.keys()]))


def _rare(a: Likened, b: Likened) -> int:
    shared = a.rare.keys() & b.rare.keys()
    return bisect_right(_RARES, sum([a.rare[word] for word in shared])) if shared else 0


def _toll(a: Tally | None, b: Tally | None) -> int | None:
    if a is None or b is None or not (a.low or b.low):
        return None
    if a.low > (_MANY if b.high is None else b.high) or b.low > (_MANY if a.high is None else a.high):
        return 0
    return 3 if min(a.low, b.low) >= _THREE else 2 if max(a.low, b.low) >= _TWO else 1


@cache
def weights() -> tuple[tuple[float, ...], ...]:
    """Return what each outcome is worth, in natural logs and within bounds, in the order of `COMPARISONS`.

    Raises:
        KnowledgeError: The file is missing or broken.
    """
    rows = {(row["comparison"], row["outcome"]): float(row["weight"]) for row in read_tsv(WEIGHTS_FILE)}
    return tuple([tuple([min(_FOR, max(_AGAINST, rows[name, outcome])) for outcome in outcomes]) for name, outcomes in COMPARISONS.items()])


@cache
def prior() -> float:
    """Return the log-odds that any two tellings are of one incident."""
    return next(float(row["weight"]) for row in read_tsv(WEIGHTS_FILE) if row["comparison"] == "prior")


def log_odds(outcomes: Sequence[int | None]) -> float:
    """Return the log-odds that two tellings are of one incident."""
    return prior() + sum(worth[outcome] for outcome, worth in zip(outcomes, weights(), strict=True) if outcome is not None)


def estimate(candidates: Sequence[Sequence[int | None]], anywhere: Sequence[Sequence[int | None]]) -> list[tuple[str, str, float, float, float]]:
    """Return (comparison, outcome, weight, share among matches, share among any) learnt without labels.

    Two tellings are taken for sure matches where their words are alike (for what else they share) or where place and day
    are (for their words): each half of the evidence teaches what the other is worth.

    Args:
        candidates: Outcomes of pairs that have a place or a rare word in common.
        anywhere: Outcomes of pairs drawn at random.
    """
    alike = [one for one in candidates if are_worded_alike(one) and one[_AT_PLACE] not in {0, 1} and one[_AT_DAY] not in {0, 1}]
    there = [one for one in candidates if are_there_that_day(one)]
    both = [one for one in alike if _are_there(one)]
    seeds = {"day": both, "day_of_month": both, "weekday": both, "words": there, "rare_words": there}
    rows = []
    for index, (name, outcomes) in enumerate(COMPARISONS.items()):
        among, any_two = (_shares([one[index] for one in pairs], len(outcomes)) for pairs in (seeds.get(name, alike), anywhere))
        rows += [(name, outcome, log(m / u), m, u) for outcome, m, u in zip(outcomes, among, any_two, strict=True)]
    return rows


def are_worded_alike(outcomes: Sequence[int | None]) -> bool:
    """Return whether two tellings share most of their telling words."""
    return (outcomes[_AT_WORDS] or 0) >= _40_TO_60


def are_there_that_day(outcomes: Sequence[int | None]) -> bool:
    """Return whether two tellings are of one spot and one day."""
    return _are_there(outcomes) and ((outcomes[_AT_DAY] or 0) >= _NEXT_DAY or outcomes[_AT_DAY_OF_MONTH] == 1)


def _are_there(outcomes: Sequence[int | None]) -> bool:
    return (outcomes[_AT_PLACE] or 0) >= _SAME_SPOT


def _shares(outcomes: Sequence[int | None], number: int) -> list[float]:
    counts = [0.5] * number
    for outcome in outcomes:
        if outcome is not None:
            counts[outcome] += 1
    return [count / sum(counts) for count in counts]

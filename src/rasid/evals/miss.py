# SPDX-License-Identifier: Apache-2.0
"""One miss, and misses in groups of one cause."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal, get_args

from rasid.annotations import Range
from rasid.records import Record

MissKind = Literal[
    "missed event", "false event", "wrong type", "wrong factuality", "wrong date",
    "missed actor", "missed target", "missed place", "missed origin", "missed destination",
    "false actor", "false target", "false place", "false origin", "false destination",
    "missed count", "false count", "missed claim", "false claim",
]  # fmt: skip
KINDS: Final[tuple[MissKind, ...]] = get_args(MissKind)
# Code points shown on either side of the words of a miss.
_AROUND: Final = 60
_DETAILS: Final = 3


class Miss(Record, frozen=True, kw_only=True):
    """One gold thing that was not found, one found thing that is not in the gold, or one thing found with something wrong."""

    document: str
    kind: MissKind
    cause: str
    """What went wrong, in words that hold for all misses of the group."""
    label: str
    """Event type or act."""
    words: str
    """Trigger, argument, number, or source and content."""
    trigger: str = ""
    """Of the event, for an argument or a number."""
    instead: str = ""
    """What was found in its place."""
    detail: str = ""
    """The rule, condition, relation or reason that did it."""
    around: str = ""
    """The text around the words."""
    follows: bool = False
    """True for an argument or number of an event that is itself missed or false: nothing of its own to mend."""


class MissGroup(Record, frozen=True, kw_only=True):
    """All misses of one kind and cause."""

    kind: MissKind
    cause: str
    count: int
    share: float
    """Of all misses that have a cause of their own."""
    details: tuple[tuple[str, int], ...]
    """The commonest details, with how often each."""
    examples: tuple[Miss, ...]
    """From as many documents as there are examples, where that can be."""


def group_misses(misses: Iterable[Miss], *, examples: int) -> list[MissGroup]:
    """Return misses grouped by kind and cause, the largest group first; those that only follow from another are left out."""
    groups: dict[tuple[MissKind, str], list[Miss]] = {}
    for miss in misses:
        if not miss.follows:
            groups.setdefault((miss.kind, miss.cause), []).append(miss)
    total = sum(map(len, groups.values()))
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[0]))
    return [_group(kind, cause, group, total, examples) for (kind, cause), group in ordered]


def _group(kind: MissKind, cause: str, group: Sequence[Miss], total: int, examples: int) -> MissGroup:
    details = Counter(miss.detail for miss in group if miss.detail)
    commonest = sorted(details.items(), key=lambda item: (-item[1], item[0]))[:_DETAILS]
    return MissGroup(
        kind=kind, cause=cause, count=len(group), share=round(len(group) / total, 4), details=tuple(commonest), examples=_examples(group, commonest, examples),
    )  # fmt: skip


def _examples(group: Sequence[Miss], details: Sequence[tuple[str, int]], wanted: int) -> tuple[Miss, ...]:
    """The first misses, of different documents and of the commonest details before others."""
    common = [detail for detail, _ in details]
    seen: set[str] = set()
    ranked: list[tuple[bool, bool, int]] = []
    for number, miss in enumerate(group):
        ranked.append((miss.document in seen, miss.detail not in common, number))
        seen.add(miss.document)
    return tuple(group[number] for _, _, number in sorted(ranked)[:wanted])


def follow_counts(misses: Iterable[Miss]) -> Mapping[MissKind, int]:
    """Return how many misses of each kind only follow from a missed or false event."""
    found = Counter(miss.kind for miss in misses if miss.follows)
    return {kind: found[kind] for kind in KINDS if found[kind]}


def words_at(text: str, span: Range | None) -> str:
    """Return the words in a range on one line, nothing for none."""
    return "" if span is None else " ".join(text[span[0] : span[1]].split())


def around_at(text: str, span: Range | None) -> str:
    """Return the words in a range with those around them, cut at blanks."""
    if span is None:
        return ""
    start, end = max(0, span[0] - _AROUND), min(len(text), span[1] + _AROUND)
    before, after = text[start : span[0]], text[span[1] : end]
    if start:
        before = "…" + before.partition(" ")[2]
    if end < len(text):
        after = after.rpartition(" ")[0] + "…"
    return " ".join((before + text[span[0] : span[1]] + after).split())

# SPDX-License-Identifier: Apache-2.0
"""The shapes of the timeline, of the claim matrix and of the ledger of claims on the page."""

from collections import Counter
from dataclasses import dataclass

from rasid.records import (
    Assessment,
    ClaimLine,
    ClaimMatrix,
    ClaimRelation,
    Happening,
    HappeningGroup,
    MatrixCell,
    MatrixRow,
    Naming,
    Party,
)
from rasid.report.bidi import plain

# More columns than this do not fit a desk screen at a readable width; the rest share one last column.
SPEAKER_COLUMNS = 12
# Rows shown at once; the rest fold away under a heading that counts them.
MATRIX_ROWS = 24
# Claims shown at once.
LEDGER_LINES = 40
# Chips of one kind; rarer values are reached through the text itself.
CHIPS = 10


@dataclass(frozen=True)
class TimelineItem:
    """One happening, or the happenings that seem to be one."""

    group: HappeningGroup | None
    date: str | None
    happenings: tuple[Happening, ...]


@dataclass(frozen=True)
class Chip:
    """One value to filter by."""

    value: str
    label: str
    times: int


@dataclass(frozen=True)
class Filters:
    """The chips above the timeline."""

    factuality: tuple[Chip, ...]
    type: tuple[Chip, ...]
    party: tuple[Chip, ...]


@dataclass(frozen=True)
class Related:
    """A relation as it stands under one of its two claims."""

    relation: ClaimRelation
    other: str
    """Id of the other claim."""


@dataclass(frozen=True)
class Ledger:
    """The claims in order, numbered, each with how it stands to others."""

    lines: tuple[ClaimLine, ...]
    numbers: dict[str, int]
    anchors: dict[str, str]
    relations: dict[str, tuple[Related, ...]]
    shown: int = LEDGER_LINES


@dataclass(frozen=True)
class Grid:
    """The claim matrix with its columns chosen."""

    speakers: tuple[Party, ...]
    names: dict[str, str]
    rows: tuple[MatrixRow, ...]
    more: tuple[MatrixRow, ...]
    has_others: bool

    def cells(self, row: MatrixRow, speaker: Party) -> tuple[MatrixCell, ...]:
        """Return what one speaker says in a row."""
        return tuple(cell for cell in row.cells if cell.speaker == speaker.id)

    def others(self, row: MatrixRow) -> tuple[MatrixCell, ...]:
        """Return what the speakers without a column say in a row."""
        shown = {speaker.id for speaker in self.speakers}
        return tuple(cell for cell in row.cells if cell.speaker not in shown)


def timeline_of(assessment: Assessment) -> tuple[tuple[str | None, tuple[TimelineItem, ...]], ...]:
    """Return the timeline as days with their items, in the order of the assessment, undated last."""
    groups = {group.id: group for group in assessment.groups}
    members: dict[str, list[Happening]] = {}
    for happening in assessment.happenings:
        key = happening.group if happening.group in groups else f"alone:{happening.id}"
        members.setdefault(key, []).append(happening)
    for key, told in members.items():
        if key in groups:
            # The fullest telling stands for the group.
            ranks = {name: place for place, name in enumerate(groups[key].happenings)}
            told.sort(key=lambda happening, ranks=ranks: ranks.get(happening.id, len(ranks)))  # type: ignore[misc]
    days: dict[str | None, list[TimelineItem]] = {}
    for key, happenings in members.items():
        group = groups.get(key)
        date = (group.date if group else None) or happenings[0].date
        days.setdefault(date, []).append(TimelineItem(group, date, tuple(happenings)))
    order = sorted(days, key=lambda date: (date is None, date or ""))
    return tuple((date, tuple(days[date])) for date in order)


def filters_of(assessment: Assessment) -> Filters:
    """Return the values that the timeline can be filtered by, most frequent first."""
    happenings = assessment.happenings
    parties = Counter(name for happening in happenings for name in parties_of(happening))
    types = Counter(happening.type for happening in happenings)
    facts = Counter(happening.factuality for happening in happenings)
    type_labels = {happening.type: happening.label for happening in happenings}
    fact_labels = {happening.factuality: happening.factuality_label for happening in happenings}
    return Filters(
        factuality=tuple(Chip(name, fact_labels[name], times) for name, times in facts.most_common()),
        type=tuple(Chip(name, type_labels[name], times) for name, times in types.most_common(CHIPS)),
        party=tuple(Chip(name, name, times) for name, times in parties.most_common(CHIPS)),
    )


def parties_of(happening: Happening) -> tuple[str, ...]:
    """Return the names of those who do it and those it is done to, once each; no private persons."""
    every = happening.actors + happening.targets
    named = (party for party in every if party.kind != "unknown" and not party.id.startswith("person"))
    return tuple(dict.fromkeys(plain(party.label) for party in named))


def matrix_of(matrix: ClaimMatrix) -> Grid:
    """Choose the columns: those who say most, in the order of the assessment; the others share the last."""
    said = Counter(cell.speaker for row in matrix.rows for cell in row.cells)
    known = [speaker for speaker in matrix.speakers if said[speaker.id]]
    chosen = {speaker.id for speaker in sorted(known, key=lambda speaker: -said[speaker.id])[:SPEAKER_COLUMNS]}
    return Grid(
        speakers=tuple(speaker for speaker in known if speaker.id in chosen),
        names={speaker.id: speaker.label for speaker in matrix.speakers},
        rows=matrix.rows[:MATRIX_ROWS],
        more=matrix.rows[MATRIX_ROWS:],
        has_others=any(name not in chosen for name in said),
    )


# A clash is read before an agreement.
_ORDER = (
    "denies", "disputes_culprit", "disputes_number", "disputes_place", "extends", "same_core", "predicts", "repeats",
)  # fmt: skip


def ledger_of(assessment: Assessment) -> Ledger:
    """Return the claims as a numbered ledger; a relation stands under both of its claims."""
    numbers: dict[str, int] = {line.id: number for number, line in enumerate(assessment.claims, start=1)}
    related: dict[str, list[Related]] = {}
    for relation in assessment.relations:
        if relation.a in numbers and relation.b in numbers:
            related.setdefault(relation.a, []).append(Related(relation, relation.b))
            related.setdefault(relation.b, []).append(Related(relation, relation.a))
    for rows in related.values():
        rows.sort(key=lambda row: (_ORDER.index(row.relation.kind), numbers[row.other]))
    return Ledger(
        lines=assessment.claims,
        numbers=numbers,
        anchors={name: f"claim-{number}" for name, number in numbers.items()},
        relations={name: tuple(rows) for name, rows in related.items()},
    )


def namings_of(assessment: Assessment) -> tuple[tuple[Party, tuple[Naming, ...]], ...]:
    """Return the names by party: those whom outlets call in different ways, or by a loaded name."""
    by_party: dict[str, list[Naming]] = {}
    for naming in assessment.namings:
        by_party.setdefault(naming.party.id, []).append(naming)
    shown = []
    for rows in by_party.values():
        ways = {use.words for naming in rows for use in naming.names}
        if len(ways) > 1 or any(use.loaded for naming in rows for use in naming.names):
            shown.append((rows[0].party, tuple(rows)))
    return tuple(shown)

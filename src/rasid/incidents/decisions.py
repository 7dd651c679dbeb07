# SPDX-License-Identifier: Apache-2.0
"""What a person decided about incidents, and that it holds in every run: these reports tell of one, these do not, this is where it was.

A decision points at reports by the id of the document, and where one tells of several things, at the words too. So it holds when
the reading gets better and the ids of events change. Later decisions outweigh earlier ones about the same two reports.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from typing import Final, Literal, TypeAlias

import msgspec

from rasid.errors import SettingsError
from rasid.incidents.origins import joined
from rasid.records import Incident, Place, Record

Kind = Literal["merge", "apart", "split", "pin"]
_TWO: Final = 2
Pair: TypeAlias = tuple[int, int]


class Anchor(Record, frozen=True, kw_only=True):
    """A report's telling of an incident."""

    document: str
    """Id of the document, as the input gives it or as Rasid does."""
    span: tuple[int, int] | None = None
    """Words of the telling that is meant, half-open; without them the one that the report is about."""


class Decision(Record, frozen=True, kw_only=True):
    """One line of a file of decisions; `because` and `by` are never empty."""

    decide: Kind
    """merge: all named are one incident. apart: no two of them are. split: those named are one incident, and nobody else is of it.
    pin: the incident of the one named was at `lat`, `lon`."""
    of: tuple[Anchor, ...]
    because: str
    by: str
    on: str = ""
    """The day of the decision."""
    lat: float | None = None
    lon: float | None = None
    name: str = ""


class Rules(Record, frozen=True, kw_only=True):
    """What decisions say of some tellings, by their index."""

    together: frozenset[Pair] = frozenset()
    apart: frozenset[Pair] = frozenset()
    alone: tuple[frozenset[int], ...] = ()
    reasons: tuple[tuple[int, Decision], ...] = ()
    """Each decision under each telling that it is about, earliest first."""
    unmet: tuple[str, ...] = ()
    """Sentences on decisions that point at nothing that was read."""


NO_RULES: Final = Rules()


def read_decisions(lines: Iterable[bytes], name: str) -> tuple[Decision, ...]:
    """Return the decisions of a file of JSON lines; empty lines count for nothing.

    Args:
        lines: Of the file.
        name: Of the file, for errors.

    Raises:
        SettingsError: A line is no decision, or one without a reason, a name, or what its kind needs.
    """
    return tuple([_decision(line, f"{name}, line {number}") for number, line in enumerate(lines, 1) if line.strip()])


def _decision(line: bytes, where: str) -> Decision:
    try:
        found = msgspec.json.decode(line, type=Decision)
    except msgspec.DecodeError as error:
        raise SettingsError(f"{where}: no decision ({error}); `rasid decide --help` shows what one looks like", code="bad_decision") from None
    problem = check_decision(found)
    if problem:
        raise SettingsError(f"{where}: {problem}", code="bad_decision")
    return found


def check_decision(decision: Decision) -> str:
    """Return what a decision lacks, or an empty string."""
    if not decision.because.strip() or not decision.by.strip():
        return "a decision needs a reason (because) and who took it (by)"
    if decision.decide in {"merge", "apart"} and len(decision.of) < _TWO:
        return f"{decision.decide} needs two reports or more"
    if not decision.of:
        return f"{decision.decide} needs a report"
    if decision.decide == "pin" and (decision.lat is None or decision.lon is None or not (abs(decision.lat) <= 90 and abs(decision.lon) <= 180)):  # noqa: PLR2004
        return "pin needs lat (-90 to 90) and lon (-180 to 180)"
    return ""


def rules_of(decisions: Sequence[Decision], told: Sequence[Incident], names: Mapping[str, Sequence[int]]) -> Rules:
    """Return what decisions say of tellings.

    Args:
        decisions: Earliest first.
        told: All tellings, one an incident of one report.
        names: Indices of the tellings of each document, by each of its ids, the one that it is about first.

    Raises:
        SettingsError: Two decisions cannot both hold.
    """
    pairs: dict[Pair, Decision] = {}
    alone: list[frozenset[int]] = []
    reasons: list[tuple[int, Decision]] = []
    unmet: list[str] = []
    for decision in decisions:
        members = []
        for anchor in decision.of:
            index = _index(anchor, told, names)
            if index is None:
                unmet.append(f"{decision.decide} of {anchor.document} ({decision.because}): no such telling was read")
            else:
                members.append(index)
        for pair in combinations(sorted(set(members)), 2):
            pairs[pair] = decision
        if decision.decide == "split" and members:
            alone.append(frozenset(members))
        reasons += [(index, decision) for index in members]
    together = frozenset([pair for pair, decision in pairs.items() if decision.decide in {"merge", "split"}])
    rules = Rules(together=together, apart=frozenset(pairs) - together, alone=tuple(alone), reasons=tuple(reasons), unmet=tuple(unmet))
    _refuse_clashes(rules, told)
    return rules


def _index(anchor: Anchor, told: Sequence[Incident], names: Mapping[str, Sequence[int]]) -> int | None:
    own = names.get(anchor.document, ())
    if anchor.span is None:
        return own[0] if own else None
    start, end = anchor.span
    return next((index for index in own if any(one.span.start < end and start < one.span.end for one in told[index].citations)), None)


def _refuse_clashes(rules: Rules, told: Sequence[Incident]) -> None:
    groups = joined(len(told), rules.together)
    for a, b in sorted(rules.apart):
        if any({a, b} <= group for group in groups):
            first, second = (told[index].documents[0] for index in (a, b))
            raise SettingsError(f"decisions keep {first} and {second} apart, and join both to others: take one of them back", code="clashing_decisions")


def decided(incident: Incident, members: Sequence[int], rules: Rules) -> Incident:
    """Return an incident with the decisions that it rests on, at the place that the last pin gives it.

    What was read of its place stays among its other places.

    Args:
        incident: Of the tellings of a group.
        members: Their indices.
        rules: What was decided of all.
    """
    inside = set(members)
    about = [decision for index, decision in rules.reasons if index in inside]
    pins = [decision for decision in about if decision.decide == "pin"]
    said = tuple(dict.fromkeys(f"{one.decide}: {one.because} ({one.by}{f', {one.on}' if one.on else ''})" for one in about))
    if not pins:
        return msgspec.structs.replace(incident, decisions=said) if said else incident
    pin, read = pins[-1], () if incident.place is None else (incident.place,)
    place = Place(name=pin.name or "pin", latitude=pin.lat, longitude=pin.lon, precision=1, reason=f"pinned by {pin.by}: {pin.because}")
    return msgspec.structs.replace(incident, place=place, places=(*read, *incident.places), decisions=said)

# SPDX-License-Identifier: Apache-2.0
"""How claims stand to each other: same core, repeats, denies, disputes a number, a culprit or a place, extends, predicts.

Within a core, what one speaker says in one way is one position. Its first claim stands for it; later ones repeat it.
Positions are related with each other, so a week with a hundred claims on one matter gives few relations, each of which
can be read.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from rasid.assess.context import Context
from rasid.assess.matrix.cores import Core
from rasid.assess.matrix.denials import (
    is_denial_of,
    is_denied_by_camp,
    is_of_what_is_held,
    words_of_names,
)
from rasid.assess.matrix.points import Point, blame_clashes, camp_of, content_words, is_one_deed, numbers_clash
from rasid.assess.matters import LEAVING_CUSTODY
from rasid.assess.nearness import days_between, places_differ
from rasid.assess.parties import speaks_for
from rasid.assess.reading import Told, unique
from rasid.ids import ClaimId, make_id
from rasid.knowledge.assessment import fold_words, forms_of, kin_of
from rasid.records import ClaimLine, ClaimRelation, Event, RelationKind, WarningRecord

# So many told alike by two sources on one day are one happening; few fall in many places, alike by chance.
_TELLING_NUMBER = 20
# ... or two numbers, of the dead and of the hurt, that are both alike.
_TELLING_PAIR = 2
# Reports of one happening differ by a day where one counts from the night and the other from the morning.
_DAYS_APART = 1
# A speaker says a thing again where so much of the shorter telling's words stands in the other.
_REPEATED_WORDS = 0.5
# Up to so many positions on one matter are all set beside each other.
_FEW = 6


def find_relations(
    context: Context, cores: Sequence[Core], warnings: Iterable[WarningRecord], lines: Iterable[ClaimLine]
) -> tuple[ClaimRelation, ...]:
    """Return the relations between claims, by the claims that they join.

    Args:
        context: What was read.
        cores: What `find_cores` made of the claims.
        warnings: The ledger of warnings; what came after one is told by the claims that it foretold.
        lines: All claims.
    """
    found: dict[tuple[str, ClaimId, ClaimId], ClaimRelation] = {}
    for relation in _all(context, cores, warnings, {line.id: line for line in lines}):
        found.setdefault((relation.kind, relation.a, relation.b), relation)
    for kind, a, b in list(found):
        # Two claims that share several matters stand to each other in one way: the one that says most.
        if kind == "same_core" and any((other, a, b) in found for other in ("extends", "repeats")):
            del found[kind, a, b]
    return tuple(sorted(found.values(), key=lambda one: (one.citations, one.kind, one.id)))


def _all(
    context: Context, cores: Sequence[Core], warnings: Iterable[WarningRecord], lines: Mapping[ClaimId, ClaimLine]
) -> Iterator[ClaimRelation]:
    for core in cores:
        yield from _within(context, core)
    yield from _apart(context, cores)
    for warning in warnings:
        yield from _foretold(context, warning, lines)


def _within(context: Context, core: Core) -> Iterator[ClaimRelation]:
    positions: list[list[Point]] = []
    for point in core.points:
        if point.own_voice:
            continue
        home = next((members for members in positions if _is_repeat(context, members[0], point)), None)
        if home is None:
            positions.append([point])
        else:
            yield _relation(context, "repeats", point, home[0], core)
            home.append(point)
    for earlier, later in _pairs([members[0] for members in positions]):
        for kind in _kinds(context, earlier, later):
            a, b = (earlier, later) if kind == "denies" and earlier.denied else (later, earlier)
            yield _relation(context, kind, a, b, core)


def _pairs(positions: Sequence[Point]) -> Iterator[tuple[Point, Point]]:
    """Yield the positions two by two; of many on one matter each with the first only, and with those it clashes with."""
    for earlier, later in combinations(positions, 2):
        clashes = earlier.denied != later.denied or numbers_clash(earlier, later) is not None
        if len(positions) <= _FEW or earlier is positions[0] or clashes:
            yield earlier, later


def _is_repeat(context: Context, first: Point, point: Point) -> bool:
    """Return whether a point says again what one speaker, or one text in several copies, has said."""
    if point.line.id == first.line.id or point.denied != first.denied or numbers_clash(first, point) is not None:
        return point.line.id == first.line.id
    if point.line.act != first.line.act or _voice(context, first.line) != _voice(context, point.line):
        return False
    # Within one text a speaker goes on rather than says it again.
    if first.line.document_id == point.line.document_id:
        return first.told == point.told
    return _shares_words(context, first, point) or _is_one_deed_told(first, point)


def _shares_words(context: Context, a: Point, b: Point) -> bool:
    here, there = _telling_words(context, a), _telling_words(context, b)
    smaller = min(len(here), len(there))
    return bool(smaller) and len(here & there) >= _REPEATED_WORDS * smaller


def _telling_words(context: Context, point: Point) -> frozenset[str]:
    """Return the words of a claim without the deed, the parties and the places, which all that is told of a war shares; all where no others stand."""
    words = content_words(context, point.line)
    plain = words_of_names(context, point)
    if point.told is not None:
        plain |= set(fold_words(point.told.event.trigger.of(point.told.document.text)))
    return frozenset(word for word in words if plain.isdisjoint(forms_of(word))) or words


def _is_one_deed_told(a: Point, b: Point) -> bool:
    """Return whether two tellings in other words (or another language) are of one deed at one place, by a number or by its day."""
    if a.told is None or b.told is None or a.spots.isdisjoint(b.spots):
        return False
    one, other = a.told.event.type, b.told.event.type
    numbers = [{(quantity.what, quantity.low) for quantity in point.counts} for point in (a, b)]
    if is_one_deed(one, other) and not numbers[0].isdisjoint(numbers[1]):
        return True
    return one == other and a.is_dated and a.day == b.day


def _voice(context: Context, line: ClaimLine) -> str:
    return context.origin_key(line.document_id, line.speaker)


def _kinds(context: Context, earlier: Point, later: Point) -> Iterator[RelationKind]:
    """Yield how two positions on one matter stand to each other."""
    if not all(_is_said(one) and one.line.speaker.kind != "unknown" for one in (earlier, later)):
        return
    if earlier.line.id == later.line.id or not _is_tied(context, earlier, later):
        return
    one_mouth = _is_one_mouth(context, earlier, later)
    if earlier.denied != later.denied:
        denial, held = (earlier, later) if earlier.denied else (later, earlier)
        if not one_mouth and is_denial_of(context, denial, held) and is_of_what_is_held(context, denial, held):
            yield "denies"
        return
    clash = False
    if _are_rival_numbers(context, earlier, later) and not one_mouth:
        clash = True
        yield "disputes_number"
    if blame_clashes(earlier, later) and not one_mouth and _are_rival_culprits(earlier, later):
        clash = True
        yield "disputes_culprit"
    if not (clash or one_mouth):
        yield "extends" if _extends(earlier, later) else "same_core"


def _are_rival_numbers(context: Context, a: Point, b: Point) -> bool:
    """Return whether two numbers are of one happening: of one type and day, by nobody else, and more than a lone victim."""
    clash = numbers_clash(a, b)
    if clash is None or _voice(context, a.line) == _voice(context, b.line) or a.told is None or b.told is None:
        return False
    if a.kin == LEAVING_CUSTODY:
        return True
    by = (a.camps, b.camps)
    alone = min(quantity.low for quantity in clash) <= 1
    return a.told.event.type == b.told.event.type and a.day == b.day and not alone and not (all(by) and by[0].isdisjoint(by[1]))


def _are_rival_culprits(a: Point, b: Point) -> bool:
    """Return whether both name a party that is known for one deed: a group may own up under several names that nobody has listed."""
    if a.told is None or b.told is None:
        return False
    owned = {"claim_responsibility"} & {a.line.act, b.line.act}
    return not owned or all(party.kind == "known" for point in (a, b) for party in point.blamed)


def _is_tied(context: Context, a: Point, b: Point) -> bool:
    """Return whether more than a row ties two points: whom they blame; else one deed, day and place, or one text.

    A row holds what is said on a matter over days (`fighting in Taiz`); claims of one core speak of one happening of it.
    """
    if a.told is None or b.told is None:
        return True
    if (a.accuses or b.accuses) and a.camps & b.camps:
        return True
    if is_denied_by_camp(context, a, b) or is_denied_by_camp(context, b, a):
        return True
    if a.kin == LEAVING_CUSTODY and numbers_clash(a, b) is not None:
        return True
    if days_between(a.day, b.day) > _DAYS_APART or a.told.event.telling != b.told.event.telling:
        return False
    if a.accuses and b.accuses and a.spots & b.spots:
        return True
    one_text = a.line.document_id == b.line.document_id
    return bool(a.parties & b.parties) and (bool(a.spots & b.spots) or one_text)


def _is_said(point: Point) -> bool:
    """Return whether a point holds that something is or is not so; a warning, a demand and a promise do not."""
    return point.line.act in ("report", "accuse", "condemn", "claim_responsibility", "support", "deny")


def _is_one_mouth(context: Context, a: Point, b: Point) -> bool:
    return _is_one_mouth_of(context, a.line, b.line)


def _is_one_mouth_of(context: Context, a: ClaimLine, b: ClaimLine) -> bool:
    one, other = context.parties.body(a.speaker), context.parties.body(b.speaker)
    return speaks_for(one, other) or speaks_for(other, one)


def _extends(earlier: Point, later: Point) -> bool:
    """Return whether the later point says more of the matter: who did it, what for, or how many."""
    blames = later.accuses and bool(later.blamed) and not earlier.blamed
    return blames or (later.aim and not earlier.aim) or (bool(later.counts) and not earlier.counts)


# --- between cores ---------------------------------------------------------------------------------------------------


def _apart(context: Context, cores: Sequence[Core]) -> Iterator[ClaimRelation]:
    """Yield claims that set one happening at two places: of one day, with one number and a party in common."""
    by_day: dict[tuple[str, str | None], list[tuple[Core, Point]]] = {}
    for core in cores:
        for point in core.points:
            if point.kin and point.is_dated and point.spots and not (point.denied or point.own_voice):
                by_day.setdefault((point.kin, point.day), []).append((core, point))
    for rows in by_day.values():
        for (core, one), (_, other) in combinations(rows, 2):
            if _is_moved(context, one, other):
                yield _relation(context, "disputes_place", other, one, core)


def _is_moved(context: Context, a: Point, b: Point) -> bool:
    if a.told is None or b.told is None or a.spots & b.spots or a.parties.isdisjoint(b.parties):
        return False
    if not places_differ(a.told.event.where, b.told.event.where) or _voice(context, a.line) == _voice(context, b.line):
        return False
    if a.told.event.type != b.told.event.type:
        return False
    here, there = ({(q.what, q.low) for q in point.counts if q.exact and q.low > 1} for point in (a, b))
    alike = here & there
    return len(alike) >= _TELLING_PAIR or any(low >= _TELLING_NUMBER for _, low in alike)


def _foretold(
    context: Context, warning: WarningRecord, lines: Mapping[ClaimId, ClaimLine]
) -> Iterator[ClaimRelation]:
    """Yield a warning beside the first claim of each speaker that tells what it warned of.

    What a warning of prisons foretells is that people leave them, before anything else that came after it.
    """
    own = lines.get(warning.id)
    told = [context.reading.told_by_id[event] for event in warning.basis]
    told = [one for one in told if one.claims and one.event.factuality == "happened"]
    if own is not None and own.act == "threaten":
        # A threat comes about by the hand of who made it.
        told = [one for one in told if camp_of(context, own.speaker) in _doers_of(context, one)]
    if context.sites_of_claims.get(warning.id):
        told = [one for one in told if kin_of(one.event.type) == LEAVING_CUSTODY] or told
    elif own is not None:
        feared = [context.reading.told_by_id[event].event for event in own.events]
        feared = [event for event in feared if event.factuality in ("possible", "planned")]
        told = [one for one in told if _comes_after(own, one.day) and any(_is_what_was_feared(event, one.event) for event in feared)]
    first: dict[str, ClaimLine] = {}
    for one in told:
        line = lines.get(one.claims[0].id)
        if own is not None and line is not None and not _is_one_mouth_of(context, own, line):
            first.setdefault(context.parties.body(line.speaker).id, line)
    for line in first.values():
        if own is not None:
            yield _made(context, "predicts", own, line, "")


def _doers_of(context: Context, told: Told) -> set[str]:
    return {camp_of(context, context.parties.of(told.document.id, span)) for span in told.event.spans("actor")}


def _is_what_was_feared(feared: Event, told: Event) -> bool:
    """Return whether a happening is of the type and in the place that a warning named; of an escape the place may be left out."""
    if feared.type != told.type:
        return False
    if feared.where is None or told.where is None:
        return kin_of(told.type) == LEAVING_CUSTODY
    return feared.where.country == told.where.country and not places_differ(feared.where, told.where)


def _comes_after(warning: ClaimLine, day: str | None) -> bool:
    """Return whether what is told came on a later day than its warning: on one day either may have come first."""
    return bool(warning.date and day and day > warning.date)


def _relation(context: Context, kind: RelationKind, a: Point, b: Point, core: Core) -> ClaimRelation:
    return _made(context, kind, a.line, b.line, core.id)


def _made(context: Context, kind: RelationKind, a: ClaimLine, b: ClaimLine, core: str) -> ClaimRelation:
    words = context.wording
    return ClaimRelation(
        id=make_id("re", kind, a.id, b.id),
        kind=kind,
        kind_label=words.label(f"relation/kinds/{kind}"),
        a=a.id,
        b=b.id,
        core=core,
        sentence=words.say(f"relation/{kind}", a=a.speaker.label, b=b.speaker.label),
        citations=unique((a.cue, a.content, b.cue, b.content)),
    )

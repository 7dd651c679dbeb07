# SPDX-License-Identifier: Apache-2.0
"""The ledgers of warnings and of posture: who warned of what and what came after; which moves each party made."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from rasid.assess.context import Context
from rasid.assess.matters import LEAVING_CUSTODY
from rasid.assess.nearness import days_between, place_key, places_differ
from rasid.assess.parties import is_showable
from rasid.assess.reading import Told, by_date, cite, unique
from rasid.knowledge.assessment import kin_of, move_of
from rasid.records import ClaimLine, Event, Party, Posture, PostureEntry, PostureMove, WarningRecord

_SHOWN_BASIS = 12
_TOLD_AFTER = 3
# What comes half a year after a warning is seldom what it warned of.
_WITHIN_DAYS = 180
# An article of today may tell a warning of some weeks ago, and what came of it since.
_OLDER_DAYS = 21
_OWN_MOVES = frozenset({"suspended", "resumed"})


def find_warnings(context: Context, lines: Iterable[ClaimLine]) -> tuple[WarningRecord, ...]:
    """Return the warnings and threats by date, with the later happenings that they may have spoken of."""
    by_kin: dict[str, list[Told]] = defaultdict(list)
    for told in context.reading.told:
        if told.event.factuality in ("happened", "attempted") and context.is_asserted(told):
            by_kin[kin_of(told.event.type)].append(told)
    return tuple(_warning(context, line, by_kin) for line in lines if line.act in ("warn", "threaten"))


def _warning(context: Context, line: ClaimLine, by_kin: Mapping[str, Sequence[Told]]) -> WarningRecord:
    words = context.wording
    events = [context.reading.told_by_id[event].event for event in line.events]
    # What the warning takes as given (people are held there) is not what it warns of.
    ahead = [event for event in events if event.factuality in ("possible", "planned")] or events
    kins = tuple(sorted({kin_of(event.type) for event in ahead}))
    basis = [told for kin in kins for told in by_kin.get(kin, ()) if _comes_after(context, line, told)]
    # What is warned of a prison comes about as people leaving it, or as a blow against one; that people may leave custody
    # is warned of without naming a prison as often as not.
    of_custody = (LEAVING_CUSTODY, "unrest", "attack") if context.sites_of_claims.get(line.id) else (LEAVING_CUSTODY,) if LEAVING_CUSTODY in kins else ()
    basis += [
        told
        for kin in of_custody
        for told in by_kin.get(kin, ())
        if (kin == LEAVING_CUSTODY or context.sites_of.get(told.event.id))
        and _is_later(line, told)
        and _is_in_one_country(context, line, told)
    ]
    basis = list({told.event.id: told for told in basis}.values())
    basis.sort(key=lambda told: (by_date(told.day), told.document.id, told.event.trigger))
    shown = _shown(context, basis)
    outcome = "came_about" if basis else "open"
    return WarningRecord(
        id=line.id,
        act=line.act,
        act_label=line.act_label,
        speaker=line.speaker,
        target=line.target,
        date=line.date,
        types=line.types,
        families=kins,
        outcome="came_about" if basis else "open",
        outcome_label=words.label(f"warning/outcomes/{outcome}"),
        basis=tuple(told.event.id for told in basis),
        sentence=line.sentence,
        outcome_sentence=words.say(
            f"warning/{outcome}", told=words.join_sides([_told_phrase(context, told) for told in shown])
        ),
        citations=line.citations,
        outcome_citations=unique(
            cite(told.document.id, told.event.trigger, told.event.id) for told in [*shown, *basis][:_SHOWN_BASIS]
        ),
    )


def _shown(context: Context, basis: Sequence[Told]) -> list[Told]:
    """Return the few happenings that say most of what came after, one for each kind and place, by date."""
    ranked = sorted(
        basis,
        key=lambda told: (
            kin_of(told.event.type) != LEAVING_CUSTODY,
            not context.fine_spots(told),
            told.event.factuality != "attempted",
            not told.event.counts,
            by_date(told.day),
            told.event.id,
        ),
    )
    first: dict[object, Told] = {}
    for told in ranked:
        place = context.place_name(told.event.where)
        first.setdefault((kin_of(told.event.type), place, told.event.factuality), told)
    return sorted(list(first.values())[:_TOLD_AFTER], key=lambda told: (by_date(told.day), told.event.id))


def _told_phrase(context: Context, told: Told) -> str:
    words = context.wording
    return words.phrase(
        "warning/told",
        what=words.type_phrase(told.event.type),
        fact=context.fact_note(told.event.factuality),
        place=context.where_phrase(told),
        date=words.date_phrase(told.event.when),
        source=context.source_phrase(told),
    )


def _comes_after(context: Context, line: ClaimLine, told: Told) -> bool:
    """Return whether an event is told as later than a warning and shares a place or a known party with it."""
    warned = [context.reading.told_by_id[event].event for event in line.events]
    if all(places_differ(event.where, told.event.where) for event in warned) and warned:
        return False
    if not _is_later(line, told):
        return False
    if any(_is_about_same(context, event, line, told) for event in warned):
        return True
    # Within one text the same kind of happening is what was warned of, unless other parties than those are in it.
    one_text = told.document.id == line.document_id
    return one_text and not any(_parties_differ(context, event, line, told) for event in warned)


def _is_later(line: ClaimLine, told: Told) -> bool:
    """Return whether an event is told of a time not before a warning.

    In the document that tells of the warning itself, what follows the warning in the text counts as later: such texts
    tell the warning first and then what became of it.
    """
    if told.event.id in line.events or any(claim.id == line.id for claim in told.claims):
        return False
    if told.document.id == line.document_id:
        behind = told.event.trigger.start >= line.content.span.end
        return behind and not _is_long_before(told, line.date)
    # The warning of an article may be older than the article; across documents the day of publication is its bound.
    if not (told.day and line.date and told.day >= line.date):
        return False
    return days_between(told.day, line.date) <= _WITHIN_DAYS


def _is_long_before(told: Told, day: str | None) -> bool:
    """Return whether a text dates an event too far before its own day for it to follow what the text was warned of."""
    return bool(told.date and day and told.date < day and days_between(told.date, day) > _OLDER_DAYS)


def _is_in_one_country(context: Context, line: ClaimLine, told: Told) -> bool:
    """Return whether no country stands against a warning and an event being about the same prisons."""
    here, there = context.country_of(line.document_id), context.country_of(told.document.id)
    own = told.event.where.country if told.event.where else there
    return not (here and own) or here == own


def _is_about_same(context: Context, event: Event, line: ClaimLine, told: Told) -> bool:
    """Return whether what was warned of and what was told share a place or a known party."""
    place = place_key(event.where)
    if place is not None and place == place_key(told.event.where):
        return True
    spans = [a.span for a in event.arguments if a.role in ("actor", "target")]
    warned = {context.parties.of(line.document_id, span) for span in spans} | ({line.target} if line.target else set())
    others = [a.span for a in told.event.arguments if a.role in ("actor", "target")]
    shared = warned & {context.parties.of(told.document.id, span) for span in others}
    return any(party.kind == "known" for party in shared)


def _parties_differ(context: Context, event: Event, line: ClaimLine, told: Told) -> bool:
    here = {context.parties.of(line.document_id, a.span) for a in event.arguments if a.role in ("actor", "target")}
    there = {
        context.parties.of(told.document.id, a.span) for a in told.event.arguments if a.role in ("actor", "target")
    }
    return bool(here and there) and here.isdisjoint(there)


def build_postures(context: Context) -> tuple[Posture, ...]:
    """Return the moves of each party by date, the party with the most moves first."""
    entries: dict[str, list[PostureEntry]] = defaultdict(list)
    parties: dict[str, Party] = {}
    for told in context.reading.told:
        move = _move(told)
        if move is None:
            continue
        for party in _doers(context, told):
            known = parties.setdefault(party.id, party)
            entries[party.id].append(_entry(context, told, move, known))
    made = [Posture(party=parties[key], entries=_merged(rows)) for key, rows in entries.items()]
    made.sort(key=lambda posture: (-len(posture.entries), posture.party.id))
    return tuple(made)


def _merged(rows: Iterable[PostureEntry]) -> tuple[PostureEntry, ...]:
    """Return the moves by date; one move told several times is one line with all its sources."""
    first: dict[tuple[object, ...], PostureEntry] = {}
    for row in sorted(rows, key=_entry_key):
        key = (row.move, row.factuality, row.date, row.place)
        same = first.get(key)
        first[key] = (
            row
            if same is None
            else msgspec.structs.replace(
                same,
                said_by=tuple(dict.fromkeys((*same.said_by, *row.said_by))),
                citations=unique((*same.citations, *row.citations)),
            )
        )
    return tuple(first.values())


def _move(told: Told) -> PostureMove | None:
    moves: tuple[PostureMove, ...] = (
        "launched",
        "suspended",
        "resumed",
        "withdrew",
        "deployed",
        "took_ground",
        "agreed",
    )
    name = move_of(told.event.type)
    return next((move for move in moves if move == name), None)


def _doers(context: Context, told: Told) -> tuple[Party, ...]:
    parties = [context.parties.of(told.document.id, span) for span in told.event.spans("actor")]
    if not parties:
        # `X announced the suspension of its operations`: the speaker is the one who suspends.
        claim = context.holder(told)
        speaks = claim is not None and claim.act in ("report", "promise", "threaten")
        if claim is not None and speaks and move_of(told.event.type) in _OWN_MOVES:
            parties = [context.parties.speaker(claim)]
    return tuple(dict.fromkeys(party for party in parties if is_showable(party) and party.kind != "outlet"))


def _entry(context: Context, told: Told, move: PostureMove, party: Party) -> PostureEntry:
    words = context.wording
    event = told.event
    place = context.place_name(event.where)
    label = words.label(f"posture/moves/{move}")
    spans = [event.trigger, *event.spans("actor"), *event.spans("place")]
    return PostureEntry(
        event=event.id,
        move=move,
        move_label=label,
        factuality=event.factuality,
        factuality_label=words.label(f"factuality/{event.factuality}"),
        date=event.when.value if event.when else None,
        place=place,
        said_by=context.said_by(told),
        sentence=words.say(
            "posture/sentence",
            party=party.label,
            move=label,
            fact=context.fact_note(event.factuality),
            place=words.place_phrase(place),
            date=words.date_phrase(event.when),
            source=context.source_phrase(told),
        ),
        citations=unique(cite(told.document.id, span, event.id) for span in spans),
    )


def _entry_key(entry: PostureEntry) -> tuple[str, object, str]:
    return by_date(entry.date), entry.citations, entry.event

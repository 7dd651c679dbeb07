# SPDX-License-Identifier: Apache-2.0
"""Where the sources clash: rival numbers, rival culprits, asserted against denied. Side by side, never merged."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rasid.assess.context import CLASS_SITE, Context
from rasid.assess.matters import LEAVING_CUSTODY, is_one_matter
from rasid.assess.nearness import days_between, place_key, places_differ
from rasid.assess.parties import is_showable, speaks_for
from rasid.assess.reading import Told, by_date, cite, unique
from rasid.ids import make_id
from rasid.knowledge.assessment import family_of, kin_of, phrases
from rasid.records import (
    Citation,
    Claim,
    ClaimLine,
    CountKind,
    Dispute,
    DisputeSide,
    Event,
    Party,
    Place,
    Quantity,
)

_PUBLISHED_DAYS = 30
_SIDES = 2
_STRIKES = frozenset({"air_strike", "shelling", "bombing", "armed_attack"})
_ALIKE: dict[CountKind, CountKind] = {"escaped": "persons", "released": "persons"}
# Counts of weapons, houses and strikes are about different things more often than they are rivals.
_RIVALS: frozenset[CountKind] = frozenset(
    {"killed", "wounded", "arrested", "escaped", "released", "displaced", "persons"}
)


@dataclass(frozen=True, slots=True)
class _Numbered:
    told: Told
    quantity: Quantity
    teller: Party


def find_disputes(context: Context, lines: Sequence[ClaimLine]) -> tuple[Dispute, ...]:
    """Return all disputes: numbers, then culprits, then asserted against denied; each by date."""
    order = {"number": 0, "culprit": 1, "occurrence": 2}
    disputes = [
        *_number_disputes(context),
        *_culprit_disputes(context, lines),
        *_occurrence_disputes(context),
    ]
    disputes.sort(key=lambda dispute: (order[dispute.kind], by_date(dispute.date), dispute.id))
    return tuple(disputes)


# --- numbers ---------------------------------------------------------------------------------------------------------


def _number_disputes(context: Context) -> list[Dispute]:
    disputes: list[Dispute] = []
    for kin, numbered in _number_sets(context):
        sides = _ranges(numbered)
        if len(sides) >= _SIDES and _are_rivals(context, sides):
            disputes.append(_number_dispute(context, kin, sides))
    return disputes


def _number_sets(context: Context) -> list[tuple[str, list[_Numbered]]]:
    """Return the numbers that may be about one matter: of one kind of count, at one place or with no place at all.

    Five who left a prison and hundreds who left a camp are two matters, however near in time.
    """
    sets: dict[tuple[str, str], list[_Numbered]] = defaultdict(list)
    for told in context.reading.told:
        if told.event.factuality == "denied":
            continue
        kin = kin_of(told.event.type)
        for quantity in told.event.counts:
            if quantity.what in _RIVALS:
                what = _ALIKE.get(quantity.what, quantity.what) if kin == LEAVING_CUSTODY else quantity.what
                sets[(kin, what)].append(_Numbered(told, quantity, _teller(context, told, quantity)))
    found: list[tuple[str, list[_Numbered]]] = []
    for (kin, _), numbered in sorted(sets.items()):
        for matter in _number_matters(context, numbered):
            found.append((kin, matter))
    return found


def _number_matters(context: Context, numbered: Iterable[_Numbered]) -> list[list[_Numbered]]:
    """Return numbers in sets of which all share a place, or have none and come from texts of one time."""
    sets: list[list[_Numbered]] = []
    placed = sorted(numbered, key=lambda n: (not context.fine_spots(n.told), by_date(n.told.day), n.told.event.id))
    for one in placed:
        home = next((members for members in sets if all(_is_one_count(context, one, other) for other in members)), None)
        if home is None:
            sets.append([one])
        else:
            home.append(one)
    return sets


def _is_one_count(context: Context, a: _Numbered, b: _Numbered) -> bool:
    if a.told.event.id == b.told.event.id:
        return True
    if not is_one_matter(a.told, b.told):
        return False
    here, there = context.fine_spots(a.told), context.fine_spots(b.told)
    if kin_of(a.told.event.type) != LEAVING_CUSTODY:
        # Victims are counted by the blow that killed them: place and day must both be known and be the same.
        return bool(here & there) and a.told.date is not None and a.told.date == b.told.date
    if here and there:
        return bool(here & there)
    # One text sets its numbers beside each other; across texts a number without a place may be of anything.
    return not (here or there) or a.told.document.id == b.told.document.id


def _teller(context: Context, told: Told, quantity: Quantity) -> Party:
    """Return who gives a number: the speaker of the innermost claim that holds it, else of the event, else the outlet."""
    coded = context.reading.by_id[told.document.id]
    holding = [claim for claim in coded.claims if claim.content.holds(quantity.span)]
    inner = min(holding, key=lambda c: (c.content.end - c.content.start, c.cue, c.id), default=context.holder(told))
    return context.parties.speaker(inner) if inner is not None else context.parties.outlet(told.document.id)


def _ranges(numbered: Iterable[_Numbered]) -> list[list[_Numbered]]:
    """Return the numbers in sides: those whose ranges overlap stand on one side, `more than` so many on its own.

    A number without a top (`more than 100`) agrees with every higher one, so it neither joins two sides nor makes one
    by itself.
    """
    closed: list[list[_Numbered]] = []
    opened: list[list[_Numbered]] = []
    top = -1
    for one in sorted(numbered, key=lambda n: (n.quantity.low, n.quantity.high or 0, n.told.event.id)):
        if one.quantity.high is None:
            if opened and opened[-1][0].quantity.low == one.quantity.low:
                opened[-1].append(one)
            else:
                opened.append([one])
        elif closed and one.quantity.low <= top:
            closed[-1].append(one)
            top = max(top, one.quantity.high)
        else:
            closed.append([one])
            top = one.quantity.high
    if len(closed) < _SIDES:
        # One closed number and a `more than` above it clash too.
        apart = [side for side in opened if closed and side[0].quantity.low > top]
        return [*closed, *apart]
    return sorted([*closed, *opened], key=lambda side: (side[0].quantity.low, side[0].told.event.id))


def _are_rivals(context: Context, sides: Sequence[Sequence[_Numbered]]) -> bool:
    """Return whether the sides have different origins: one source that gives two numbers means two things by them."""
    origins = [{context.origin_key(one.told.document.id, one.teller) for one in side} for side in sides]
    if _has_own_rivals(sides):
        return True
    return any(a.isdisjoint(b) for index, a in enumerate(origins) for b in origins[index + 1 :])


def _has_own_rivals(sides: Sequence[Sequence[_Numbered]]) -> bool:
    """Return whether one event is told with two numbers that a word of contrast sets against each other."""
    every = [one for side in sides for one in side]
    for index, one in enumerate(every):
        for other in every[index + 1 :]:
            first, second = sorted((one.quantity.span, other.quantity.span))
            if one.told.event.id != other.told.event.id or first.overlaps(second):
                continue
            if phrases("contrast_words").is_in(one.told.document.text[first.end : second.start]):
                return True
    return False


def _number_dispute(context: Context, kin: str, sides: Sequence[Sequence[_Numbered]]) -> Dispute:
    words = context.wording
    made = tuple(_number_side(context, side) for side in sides)
    tolds = [one.told for side in sides for one in side]
    place = _common_place(context, tolds)
    about = _counted(context, kin, sides[0][0])
    return Dispute(
        id=make_id("di", "number", *sorted(told.event.id for told in tolds)),
        kind="number",
        kind_label=words.label("dispute/kinds/number"),
        subject=about,
        sentence=words.say(
            "dispute/number",
            about=about,
            place=words.place_phrase(place),
            sides=words.join_sides([side.sentence for side in made]),
        ),
        family=kin,
        date=min((told.date for told in tolds if told.date), default=None),
        place=place,
        sides=made,
    )


def _number_side(context: Context, side: Sequence[_Numbered]) -> DisputeSide:
    words = context.wording
    first = side[0]
    quote = context.number_words(first.told, first.quantity)
    speakers = tuple(dict.fromkeys(one.teller for one in side))
    highs = [one.quantity.high for one in side]
    return DisputeSide(
        label=quote,
        speakers=speakers,
        low=min(one.quantity.low for one in side),
        high=None if None in highs else max(high for high in highs if high is not None),
        sentence=words.phrase("dispute/number_side", quote=quote, speakers=context.labels(speakers)),
        claims=tuple(dict.fromkeys(claim.id for one in side for claim in one.told.claims)),
        events=tuple(dict.fromkeys(one.told.event.id for one in side)),
        origins=len({context.origin_key(one.told.document.id, one.teller) for one in side}),
        citations=unique(
            citation
            for one in side
            for citation in (
                cite(one.told.document.id, one.quantity.span, one.told.event.id),
                cite(one.told.document.id, one.told.event.trigger, one.told.event.id),
            )
        ),
    )


def _speakers(context: Context, tolds: Iterable[Told]) -> tuple[Party, ...]:
    """Return who says it, the outlet where the passage tells it in its own voice."""
    found: list[Party] = []
    for told in tolds:
        found.extend(context.said_by(told) or (context.parties.outlet(told.document.id),))
    return tuple(dict.fromkeys(found))


# --- culprits --------------------------------------------------------------------------------------------------------


def _culprit_disputes(context: Context, lines: Sequence[ClaimLine]) -> list[Dispute]:
    """Return accusations over one kind of happening that point at different parties."""
    blamed: dict[str, list[tuple[ClaimLine, Party, Event]]] = defaultdict(list)
    for line in lines:
        target = line.speaker if line.act == "claim_responsibility" else line.target
        if line.act not in ("accuse", "claim_responsibility") or target is None or not is_showable(target):
            continue
        for event_id in line.events:
            event = context.reading.told_by_id[event_id].event
            blamed[kin_of(event.type)].append((line, target, event))
    disputes: list[Dispute] = []
    for kin, rows in sorted(blamed.items()):
        named = [row for row in rows if _may_be_named(context, row[1], row[0].speaker)]
        for matter in _matters(named):
            if len({target.id for _, target, _ in matter}) > 1:
                disputes.append(_culprit_dispute(context, kin, matter))
    return disputes


def _may_be_named(context: Context, target: Party, speaker: Party) -> bool:
    """Return whether an accusation may stand as a side: of a body that is accused, by someone who can be told.

    A relative or a neighbour of somebody is never set up as a culprit here.
    """
    accused = context.parties.body(target)
    if not is_showable(speaker):
        return False
    return accused.kind == "known" or phrases("body_words").is_in(accused.label)


def _matters(rows: list[tuple[ClaimLine, Party, Event]]) -> list[list[tuple[ClaimLine, Party, Event]]]:
    sets: list[list[tuple[ClaimLine, Party, Event]]] = []
    for row in rows:
        home = next((members for members in sets if all(_may_be_one(row, member) for member in members)), None)
        if home is None:
            sets.append([row])
        else:
            home.append(row)
    return sets


def _may_be_one(a: tuple[ClaimLine, Party, Event], b: tuple[ClaimLine, Party, Event]) -> bool:
    # A country is no place to tell two matters apart; without a finer one, only one text can vouch that both are one.
    if places_differ(a[2].where, b[2].where) or days_between(a[0].date, b[0].date) > _PUBLISHED_DAYS:
        return False
    if a[0].document_id == b[0].document_id or kin_of(a[2].type) == LEAVING_CUSTODY:
        return True
    return place_key(a[2].where) is not None


def _culprit_dispute(context: Context, kin: str, rows: Sequence[tuple[ClaimLine, Party, Event]]) -> Dispute:
    words = context.wording
    by_target: dict[str, list[tuple[ClaimLine, Party, Event]]] = defaultdict(list)
    for row in rows:
        by_target[row[1].id].append(row)
    sides = tuple(_culprit_side(context, by_target[target]) for target in sorted(by_target))
    place = _one_name(context, [event.where for _, _, event in rows])
    about = _about(context, kin)
    return Dispute(
        id=make_id("di", "culprit", *sorted({line.id for line, _, _ in rows})),
        kind="culprit",
        kind_label=words.label("dispute/kinds/culprit"),
        subject=about,
        sentence=words.say(
            "dispute/culprit",
            about=about,
            place=words.place_phrase(place),
            sides=words.join_sides([side.sentence for side in sides]),
        ),
        family=kin,
        date=min((event.when.start for _, _, event in rows if event.when), default=None),
        place=place,
        sides=sides,
    )


def _culprit_side(context: Context, rows: Sequence[tuple[ClaimLine, Party, Event]]) -> DisputeSide:
    target = rows[0][1]
    accusing = [line for line, _, _ in rows if line.act == "accuse"]
    speakers = tuple(dict.fromkeys(line.speaker for line, _, _ in rows))
    key = "culprit_side" if accusing else "responsibility_side"
    return DisputeSide(
        label=target.label,
        speakers=speakers,
        sentence=context.wording.phrase(f"dispute/{key}", speakers=context.labels(speakers), target=target.label),
        claims=tuple(dict.fromkeys(line.id for line, _, _ in rows)),
        events=tuple(dict.fromkeys(event.id for _, _, event in rows)),
        origins=len({context.origin_key(line.document_id, line.speaker) for line, _, _ in rows}),
        citations=unique(citation for line, _, _ in rows for citation in (line.cue, line.content)),
    )


# --- asserted against denied -----------------------------------------------------------------------------------------


def _occurrence_disputes(context: Context) -> list[Dispute]:
    """Return happenings that one source tells of and another denies."""
    told = context.reading.told
    denied = [one for one in told if _is_denied(context, one)]
    by_kin: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        # An attempt that is told and a success that is denied do not clash.
        if one.event.factuality == "happened" and context.is_asserted(one) and not _is_denied(context, one):
            by_kin[kin_of(one.event.type)].append(one)
    clashes: dict[tuple[str, ...], tuple[list[Told], list[Told]]] = {}
    for one in denied:
        rivals = [other for other in by_kin[kin_of(one.event.type)] if _clash(context, one, other)]
        if rivals:
            key = (*sorted(context.origin_keys([one])), kin_of(one.event.type), place_key(one.event.where) or "")
            denials, assertions = clashes.setdefault(key, ([], []))
            denials.append(one)
            assertions.extend(rival for rival in rivals if rival not in assertions)
    return [_occurrence_dispute(context, *clashes[key]) for key in sorted(clashes)]


def _is_denied(context: Context, told: Told) -> bool:
    if told.event.factuality == "denied":
        return True
    claim = context.holder(told)
    return claim is not None and claim.act == "deny" and told.event.factuality == "happened"


def _clash(context: Context, denied: Told, told: Told) -> bool:
    """Return whether two events are one matter and not from one mouth."""
    if not (is_one_matter(denied, told) and _is_one_deed(context, denied, told)):
        return False
    here, there = (
        frozenset(spot for spot in context.spots(one) if not spot.startswith(CLASS_SITE)) for one in (denied, told)
    )
    if here and there and not here & there:
        return False
    if _is_one_mouth(context, denied, told):
        return False
    if here and there:
        return True
    # Without a place a shared party ties the two only where one text or two dates bring them together.
    tied = denied.document.id == told.document.id or bool(denied.date and told.date)
    shared = _party_ids(context, denied) & _party_ids(context, told)
    # Parties to talks make and break many agreements: both sides of one must be named.
    wanted = 2 if family_of(denied.event.type) == "politics" else 1
    return tied and len(shared) >= wanted


def _is_one_deed(context: Context, denied: Told, told: Told) -> bool:
    """Return whether two events are of one kind: a strike is no campaign, and one on a prison none on a village."""
    if denied.event.type == told.event.type or family_of(denied.event.type) != "attack":
        one_kind = True
    else:
        one_kind = {denied.event.type, told.event.type} <= _STRIKES
    sites = bool(context.sites_of.get(denied.event.id))
    return one_kind and (not sites or bool(context.sites_of.get(told.event.id)))


def _is_one_mouth(context: Context, a: Told, b: Told) -> bool:
    """Return whether two events go back to one speaker, or to a state and a body of it."""
    if not context.origin_keys([a]).isdisjoint(context.origin_keys([b])):
        return True
    pairs = [(x, y) for x in _speakers(context, [a]) for y in _speakers(context, [b])]
    bodies = [(context.parties.body(x), context.parties.body(y)) for x, y in pairs]
    return any(speaks_for(x, y) or speaks_for(y, x) for x, y in bodies)


def _party_ids(context: Context, told: Told) -> set[str]:
    spans = [a.span for a in told.event.arguments if a.role in ("actor", "target")]
    parties = [context.parties.of(told.document.id, span) for span in spans]
    claim: Claim | None = context.holder(told)
    if claim is not None and claim.target is not None:
        parties.append(context.parties.of(told.document.id, claim.target))
    if claim is not None and claim.act == "deny":
        # Who denies is, more often than not, the one of whom it is told.
        parties.append(context.parties.speaker(claim))
    return {party.id for party in parties if is_showable(party)}


def _occurrence_dispute(context: Context, denied: Sequence[Told], rivals: Sequence[Told]) -> Dispute:
    words = context.wording
    sides = (_side(context, "asserted", rivals), _side(context, "denied", denied))
    place = _common_place(context, [*denied, *rivals])
    about = words.type_phrase(denied[0].event.type)
    return Dispute(
        id=make_id("di", "occurrence", *sorted(one.event.id for one in denied)),
        kind="occurrence",
        kind_label=words.label("dispute/kinds/occurrence"),
        subject=about,
        sentence=words.say(
            "dispute/occurrence",
            about=about,
            place=words.place_phrase(place),
            sides=words.join_sides([side.sentence for side in sides]),
        ),
        family=kin_of(denied[0].event.type),
        date=min((one.date for one in [*denied, *rivals] if one.date), default=None),
        place=place,
        sides=sides,
    )


def _side(context: Context, name: str, tolds: Sequence[Told]) -> DisputeSide:
    words = context.wording
    speakers = _speakers(context, tolds)
    citations: list[Citation] = []
    for told in tolds:
        citations.append(cite(told.document.id, told.event.trigger, told.event.id))
        citations.extend(cite(told.document.id, claim.cue, claim.id) for claim in told.claims[:1])
    return DisputeSide(
        label=words.label(f"dispute/{name}"),
        speakers=speakers,
        sentence=words.phrase(f"dispute/{name}_side", speakers=context.labels(speakers)),
        claims=tuple(dict.fromkeys(claim.id for told in tolds for claim in told.claims)),
        events=tuple(told.event.id for told in tolds),
        origins=len(context.origin_keys(tolds)),
        citations=unique(citations),
    )


def _counted(context: Context, kin: str, first: _Numbered) -> str:
    """Return what a number counts: people leaving custody, or those killed in a bombing."""
    words = context.wording
    if kin == LEAVING_CUSTODY:
        return _about(context, kin)
    label = words.label(f"counts/{first.quantity.what}")
    if first.told.event.type == "casualty":
        return words.phrase("dispute/counted_only", label=label)
    return words.phrase("dispute/counted", label=label, what=words.type_phrase(first.told.event.type))


def _about(context: Context, kin: str) -> str:
    return context.wording.group_phrase(kin)


def _common_place(context: Context, tolds: Sequence[Told]) -> str | None:
    return _one_name(context, [told.event.where for told in tolds])


def _one_name(context: Context, places: Sequence[Place | None]) -> str | None:
    """Return the name of the place if all that are placed share one."""
    names = {name for place in places if place_key(place) and (name := context.place_name(place))}
    return next(iter(names)) if len(names) == 1 else None

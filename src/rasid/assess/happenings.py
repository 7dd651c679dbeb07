# SPDX-License-Identifier: Apache-2.0
"""The timeline: each event as one document tells it, and which of them seem to be one happening."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import msgspec

from rasid.assess.context import Context
from rasid.assess.nearness import days_between, places_differ
from rasid.assess.parties import UNKNOWN
from rasid.assess.reading import Told, by_date, cite, unique
from rasid.ids import make_id
from rasid.knowledge.assessment import family_of, fold_words, phrases, sentence_around
from rasid.records import CountRead, Happening, HappeningGroup, Party, Quantity

# Reports of one happening differ by a day where one counts from the night and the other from the morning.
DAYS_APART = 1
# Where neither report dates the happening, they must at least have been published close together.
PUBLISHED_DAYS_APART = 3
# So many words up to a trigger, alike in two documents of one origin, are a copy of one sentence.
_COPIED_WORDS = 6


@dataclass(frozen=True, slots=True)
class Timeline:
    """The happenings in order, their groups, and what of each was told."""

    happenings: tuple[Happening, ...]
    groups: tuple[HappeningGroup, ...]


def build_timeline(context: Context) -> Timeline:
    """Return all happenings by date with their groups."""
    told = context.reading.told
    groups = group_told(context, told)
    group_of = {one.event.id: members for members in groups for one in members}
    happenings = [_happening(context, one, group_of[one.event.id]) for one in told]
    happenings.sort(key=lambda h: (by_date(h.date), h.citations[0], h.type, h.id))
    made = [_group(context, members) for members in groups]
    made.sort(key=lambda group: (by_date(group.date), group.family, group.id))
    return Timeline(tuple(happenings), tuple(made))


def _happening(context: Context, told: Told, members: Sequence[Told]) -> Happening:
    event, doc = told.event, told.document
    words = context.wording
    actors = _parties(context, told, "actor")
    targets = _parties(context, told, "target")
    counts = tuple(_count(context, told, quantity) for quantity in event.counts)
    spans = [event.trigger, *(argument.span for argument in event.arguments)]
    others = sorted({one.document.id for one in members} - {doc.id})
    made = Happening(
        id=event.id,
        type=event.type,
        label=words.type_label(event.type),
        family=family_of(event.type),
        factuality=event.factuality,
        factuality_label=words.label(f"factuality/{event.factuality}"),
        date=event.when.value if event.when else None,
        when=event.when,
        place=context.place_name(event.where),
        where=event.where,
        actors=actors,
        targets=targets,
        sites=context.sites_of.get(event.id, ()),
        counts=counts,
        instruments=tuple(span.of(doc.text) for span in event.spans("instrument")),
        said_by=context.said_by(told),
        claims=tuple(claim.id for claim in told.claims),
        citations=unique(cite(doc.id, span, event.id) for span in spans),
        group=_group_id(members),
        also_told_in=tuple(others),
    )
    return msgspec.structs.replace(made, sentence=_sentence(context, told, made))


def _sentence(context: Context, told: Told, made: Happening) -> str:
    words = context.wording
    details = ""
    actors, targets = _telling(made.actors), _telling(made.targets)
    if actors:
        details += words.phrase("happening/doer", parties=context.labels(actors))
    if targets:
        role = "aim" if made.family == "attack" else "concerned"
        details += words.phrase(f"happening/{role}", parties=context.labels(targets))
    claim = context.holder(told)
    voice = "own" if claim is None else "accused" if claim.act == "accuse" else "attributed"
    return words.say(
        f"happening/{voice}",
        outlet=context.parties.outlet(told.document.id).label,
        speakers=context.labels(made.said_by),
        what=words.type_phrase(made.type),
        fact=context.fact_note(made.factuality),
        place=words.place_phrase(made.place),
        date=words.date_phrase(made.when),
        details=details,
        quote=context.passage(told),
    )


def _telling(parties: Iterable[Party]) -> tuple[Party, ...]:
    """Return the parties that say something: neither unidentified nor a bare `number` or `positions`."""
    vague = phrases("vague_words")
    return tuple(
        party
        for party in parties
        if party.kind != "unknown" and vague.at(fold_words(party.label), 0) != len(fold_words(party.label))
    )


def _parties(context: Context, told: Told, role: str) -> tuple[Party, ...]:
    spans = [argument.span for argument in told.event.arguments if argument.role == role]
    return tuple(dict.fromkeys(context.parties.of(told.document.id, span) for span in spans))


def _count(context: Context, told: Told, quantity: Quantity) -> CountRead:
    return CountRead(
        what=quantity.what,
        label=context.wording.label(f"counts/{quantity.what}"),
        quote=quantity.span.of(told.document.text),
        low=quantity.low,
        high=quantity.high,
        citation=cite(told.document.id, quantity.span, told.event.id),
    )


# --- groups ----------------------------------------------------------------------------------------------------------


def group_told(context: Context, told: Sequence[Told]) -> list[tuple[Told, ...]]:
    """Return the events in groups that seem to be one happening each, told in several documents.

    A first simple way: same family, compatible factuality, a shared party, and the same place or date with neither at
    odds; or the same type in the same town on the same day with no party at odds. Copies of one text share all of it.
    Of events of one document only those are joined that say the same again with less (`after the shelling`).
    """
    parent = list(range(len(told)))
    buckets: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, one in enumerate(told):
        for key in _keys(context, one):
            buckets[key].append(index)
    for members in buckets.values():
        _join_near(told, members, parent)
    _join_again(context, told, parent)
    sets: dict[int, list[Told]] = defaultdict(list)
    for index, one in enumerate(told):
        sets[_root(parent, index)].append(one)
    return [tuple(members) for members in sets.values()]


def _keys(context: Context, told: Told) -> list[tuple[str, ...]]:
    family = family_of(told.event.type)
    # What is planned or feared is another matter than what happened; a denial is matched as a dispute, not as a copy.
    mood = "told" if told.event.factuality in ("happened", "attempted") else told.event.factuality
    actors, targets = ({p.id for p in _parties(context, told, role)} - {UNKNOWN} for role in ("actor", "target"))
    spots = sorted(spot for spot in context.spots(told) if not spot.startswith("site:class-"))
    keys: list[tuple[str, ...]] = [(family, mood, party, spot) for party in sorted(actors | targets) for spot in spots]
    if told.event.when is not None and told.event.when.precision == 1:
        # One army strikes one enemy in many places on one day: without a place both sides and the type must agree.
        keys += [(told.event.type, mood, a, t, told.date or "") for a in sorted(actors) for t in sorted(targets)]
    if told.event.when is not None and told.event.when.precision == 1:
        towns = spots if not (actors and targets) else []
        keys += [(told.event.type, mood, spot, told.date or "") for spot in towns]
    keys.append(("copy", told.event.type, mood, context.origin_of[told.document.id], _sentence_of(told)))
    return keys


def _sentence_of(told: Told) -> str:
    """Return the folded words around a trigger: copies of one text share them."""
    span = sentence_around(told.document.text, told.event.trigger)
    before = fold_words(told.document.text[span.start : told.event.trigger.end])
    return " ".join(before[-_COPIED_WORDS:])


def _join_again(context: Context, told: Sequence[Told], parent: list[int]) -> None:
    """Join an event with an earlier one of its document of which it only says again that it happened."""
    first: dict[tuple[str, str, str], list[int]] = defaultdict(list)
    for index, one in enumerate(told):
        key = (one.document.id, one.event.type, one.event.factuality)
        own = _party_ids(context, one)
        for earlier in first[key]:
            other = told[earlier]
            same_date = one.date == other.date or not (one.date and other.date)
            adds = own - _party_ids(context, other) or one.event.counts
            if same_date and not adds and not places_differ(one.event.where, other.event.where):
                near = one.event.where is not None or one.event.sentence - other.event.sentence <= 1
                if near:
                    parent[_root(parent, index)] = _root(parent, earlier)
                    break
        first[key].append(index)


def _party_ids(context: Context, told: Told) -> set[str]:
    return {p.id for role in ("actor", "target") for p in _parties(context, told, role)} - {UNKNOWN}


def _join_near(told: Sequence[Told], members: list[int], parent: list[int]) -> None:
    members.sort(key=lambda index: (by_date(told[index].day), index))
    for position, index in enumerate(members):
        # Sorted by day, so the walk back ends as soon as the days are too far apart.
        for other in reversed(members[:position]):
            if days_between(told[other].day, told[index].day) > PUBLISHED_DAYS_APART:
                break
            if is_compatible(told[other], told[index]):
                parent[_root(parent, index)] = _root(parent, other)
                break


def _root(parent: list[int], index: int) -> int:
    while parent[index] != index:
        parent[index] = parent[parent[index]]
        index = parent[index]
    return index


def is_compatible(a: Told, b: Told) -> bool:
    """Return whether two events of different documents can be one: neither place nor date stand against it."""
    if a.document.id == b.document.id or not (a.day and b.day):
        return False
    if a.date and b.date:
        if days_between(a.date, b.date) > DAYS_APART:
            return False
    elif days_between(a.day, b.day) > PUBLISHED_DAYS_APART:
        return False
    return not places_differ(a.event.where, b.event.where)


def _group_id(members: Iterable[Told]) -> str:
    return make_id("hg", *sorted(one.event.id for one in members))


def _group(context: Context, members: Sequence[Told]) -> HappeningGroup:
    words = context.wording
    first = min(members, key=_best_told)
    placed = next((one for one in members if one.event.where), first)
    documents = sorted({one.document.id for one in members})
    origins = len(context.origin_keys(members))
    place = context.place_name(placed.event.where)
    return HappeningGroup(
        id=_group_id(members),
        family=family_of(first.event.type),
        label=words.type_label(first.event.type),
        happenings=tuple(one.event.id for one in sorted(members, key=_best_told)),
        documents=tuple(documents),
        origins=origins,
        date=first.event.when.value if first.event.when else None,
        place=place,
        sentence=words.say(
            "group/many" if len(documents) > 1 else "group/one",
            what=words.type_phrase(first.event.type),
            place=words.place_phrase(place),
            date=words.date_phrase(first.event.when),
            documents=len(documents),
            origins=origins,
        ),
        reason=_reason(context, members) if len(documents) > 1 else "",
        citations=unique(cite(one.document.id, one.event.trigger, one.event.id) for one in members),
    )


def _best_told(told: Told) -> tuple[bool, int, bool, str, str, str]:
    """Return a key that puts the fullest telling first: dated in its own words, with numbers and parties, the earliest."""
    when = told.event.when
    return (
        when is None or when.basis in ("published", "inherited"),
        -len(told.event.counts) - len(told.event.arguments),
        told.event.where is None,
        by_date(told.day),
        told.document.id,
        told.event.id,
    )


def _reason(context: Context, members: Sequence[Told]) -> str:
    shared = [
        name
        for name, values in (
            ("date", {one.date for one in members}),
            ("place", {min(context.spots(one), default=None) for one in members}),
        )
        if len(values) == 1 and None not in values
    ]
    if set.intersection(*(_party_ids(context, one) for one in members)):
        shared.append("actor")
    if len({context.origin_of[one.document.id] for one in members}) == 1:
        shared.append("text")
    labels = [context.wording.label(f"group/shared/{name}") for name in shared]
    return context.wording.say("group/reason", shared=context.wording.join(labels)) if labels else ""

# SPDX-License-Identifier: Apache-2.0
"""Groups of tellings to incidents: everything told is kept, and copies of one text count as one origin."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeAlias

from msgspec.structs import replace

from rasid.ids import DocumentId, IncidentId, make_id
from rasid.incidents.culprits import merge_culprits, responsibility
from rasid.incidents.decisions import Decision, decided, rules_of
from rasid.incidents.grades import credibility, occurrence
from rasid.incidents.linking.cluster import link
from rasid.incidents.linking.sketch import Sketch, sketch
from rasid.incidents.origins import Telling, first_speaker, group_tellings, shingles
from rasid.incidents.spots import apart_km, best_place, is_exact, other_places, place_key
from rasid.records import CodedDocument, Incident, Interval, Place, Tally

_FEW_MARKS = 200
_AROUND_KM = 30.0
_AS_OFTEN = 2
"""A place named at least half as often as the one named most may be the more exact one."""
_KEPT = 4
_DAYS = 2
_BASES = ("absolute", "relative", "inherited", "published")


def link_incidents(
    told: Iterable[tuple[CodedDocument, Sequence[Incident]]], decisions: Sequence[Decision] = (), *, say: Callable[[str], None] | None = None
) -> tuple[Incident, ...]:
    """Return the incidents of many reports, those told more than once merged.

    Args:
        told: Coded documents with the incidents that each tells, in any order.
        decisions: What persons decided, earliest first; each holds, and stands in the incidents that it is about.
        say: Told of each decision that points at nothing that was read.

    Returns:
        Incidents by their first day, those without one last. Each telling stands in one of them.

    Raises:
        SettingsError: Two decisions cannot both hold.
    """
    names: defaultdict[str, list[int]] = defaultdict(list)
    sketches: list[Sketch] = []
    incidents: list[Incident] = []
    kept: list[_Kept] = []
    seen: set[DocumentId] = set()
    for coded, found in told:
        if not found or coded.document.id in seen:
            continue
        seen.add(coded.document.id)
        marks = _marks(coded)
        for incident in found:
            for name in dict.fromkeys(filter(None, (coded.document.id, coded.document.source_id))):
                names[name].append(len(incidents))
            sketches.append(sketch(coded, incident, alone=len(found) == 1))
            incidents.append(incident)
            kept.append((marks, first_speaker(coded, incident)))
    often = Counter(place_key(one.place) for one in incidents if one.place is not None)
    rules = rules_of(decisions, incidents, names)
    if say is not None:
        for sentence in rules.unmet:
            say(sentence)
    merged = []
    for group in link(sketches, rules):
        one = _merge([incidents[index] for index in group], [_telling(incidents[index], kept[index]) for index in group], often)
        merged.append(decided(one, group, rules))
    return tuple(sorted(merged, key=lambda one: (one.date is None, one.date.start if one.date else "", one.id)))


_Kept: TypeAlias = "tuple[array[int], str]"
"""Of each telling what its origin is seen from: shingles in few bytes, for there may be a hundred thousand, and the first speaker."""


def _marks(coded: CodedDocument) -> "array[int]":
    marks = sorted(shingles(coded.document.text))
    # Of a long text some, chosen by the hash, so that copies keep the same ones.
    return array("I", marks if len(marks) < _FEW_MARKS else [mark for mark in marks if mark % _KEPT == 0])


def _telling(incident: Incident, kept: _Kept) -> Telling:
    return Telling(document=incident.documents[0], marks=frozenset(kept[0]), speaker=kept[1])


def _merge(tellings: Sequence[Incident], compared: Sequence[Telling], told: Mapping[str, int]) -> Incident:
    origins = group_tellings(compared)
    if len(tellings) == 1:
        return replace(tellings[0], told_by=origins)
    tellings = sorted(tellings, key=lambda one: one.id)
    types = Counter(name for one in tellings for name in one.types)
    places = [place for one in tellings if (place := one.place) is not None]
    place = _common_place(places, told)
    return Incident(
        id=IncidentId(make_id("in", *[one.id for one in tellings])),
        documents=tuple(sorted({document for one in tellings for document in one.documents})),
        types=tuple(sorted(types, key=lambda name: (-types[name], name))),
        events=tuple([event for one in tellings for event in one.events]),
        claims=tuple(dict.fromkeys(claim for one in tellings for claim in one.claims)),
        date=_common_date([one.date for one in tellings if one.date is not None]),
        place=place,
        places=other_places(place, [*places, *(other for one in tellings for other in one.places)]),
        killed=_common_tally([one.killed for one in tellings if one.killed is not None]),
        wounded=_common_tally([one.wounded for one in tellings if one.wounded is not None]),
        origins=len(origins),
        told_by=origins,
        culprits=merge_culprits(tellings),
        responsibility=responsibility(tellings, origins),
        grade=occurrence(tellings, len(origins)),
        credibility=credibility(tellings, origins),
        citations=tuple([citation for one in tellings for citation in one.citations]),
    )


def _common_place(places: Sequence[Place], told: Mapping[str, int]) -> Place | None:
    """Return the spot that most tellings name; of two near each other that many name, the one that is told of less elsewhere.

    Some reports say `in Jarablus` and some name the village by it: the village is where it was.

    Args:
        places: One a telling.
        told: How many tellings of anything name each place.
    """
    exact = [place for place in places if is_exact(place)]
    often = Counter(place_key(place) for place in exact)
    if not often:
        return best_place(places)
    top = max(often, key=lambda key: (often[key], -told[key], key))
    centre = next(place for place in exact if place_key(place) == top)
    near = {place_key(place) for place in exact if often[place_key(place)] * _AS_OFTEN >= often[top] and apart_km(place, centre) <= _AROUND_KM}
    chosen = min(near, key=lambda key: (told[key], -often[key], key))
    return best_place([place for place in exact if place_key(place) == chosen])


def _common_date(dates: Sequence[Interval]) -> Interval | None:
    """Return the date that most tellings give; what their own words say counts twice, a day before a month."""
    votes = Counter[tuple[str, str]]()
    for when in dates:
        votes[when.start, when.end] += 2 - _BASES.index(when.basis) // 2
    return min(dates, key=lambda when: (when.precision > _DAYS, -votes[when.start, when.end], when.precision, _BASES.index(when.basis), when.start), default=None)


def _common_tally(tallies: Sequence[Tally]) -> Tally | None:
    """Return the range over all tellings; `several` bounds nothing where others count."""
    if not tallies:
        return None
    counted = [one for one in tallies if any(number.exact or number.high is not None for number in one.told)] or list(tallies)
    high = None if any(one.high is None for one in counted) else max(one.high or 0 for one in counted)
    return Tally(low=min(one.low for one in counted), high=high, told=tuple([number for one in tallies for number in one.told]))

# SPDX-License-Identifier: Apache-2.0
"""Groups of tellings to incidents: everything told is kept, and copies of one text count as one origin."""

from collections import Counter
from collections.abc import Iterable, Sequence
from zlib import crc32

from rasid.ids import IncidentId, make_id
from rasid.incidents.linking.cluster import link
from rasid.incidents.linking.sketch import Sketch, fold_word, sketch
from rasid.incidents.spots import best_place, other_places
from rasid.records import CodedDocument, Incident, Interval, OccurrenceGrade, Place, Tally

# Share of the shorter telling's runs of words found in the longer: a copy with a new lead keeps more than this.
_COPY_SHARE = 0.6
_RUN = 4
_FEW_RUNS = 200
_KEPT = 4
_DAYS = 2
_BASES = ("absolute", "relative", "inherited", "published")


def link_incidents(told: Iterable[tuple[CodedDocument, Sequence[Incident]]]) -> tuple[Incident, ...]:
    """Return the incidents of many reports, those told more than once merged.

    Args:
        told: Coded documents with the incidents that each tells, in any order.

    Returns:
        Incidents by their first day, those without one last. Each telling stands in one of them.
    """
    sketches: list[Sketch] = []
    incidents: list[Incident] = []
    runs: dict[str, frozenset[int]] = {}
    for coded, found in told:
        for incident in found:
            sketches.append(sketch(coded, incident, alone=len(found) == 1))
            incidents.append(incident)
            runs[incident.id] = _runs(coded)
    merged = [_merge([incidents[index] for index in group], runs) for group in link(sketches)]
    return tuple(sorted(merged, key=lambda one: (one.date is None, one.date.start if one.date else "", one.id)))


def _runs(coded: CodedDocument) -> frozenset[int]:
    """Return the hashes of all runs of four words; of a long text every fourth, chosen by the hash, so that copies keep the same ones."""
    words = [fold_word(word) for word in coded.document.text.split()]
    runs = frozenset([crc32(" ".join(words[at : at + _RUN]).encode()) for at in range(len(words) - _RUN + 1)])
    return runs if len(runs) < _FEW_RUNS else frozenset([run for run in runs if run % _KEPT == 0])


def _merge(tellings: Sequence[Incident], runs: dict[str, frozenset[int]]) -> Incident:
    if len(tellings) == 1:
        return tellings[0]
    tellings = sorted(tellings, key=lambda one: one.id)
    types = Counter(name for one in tellings for name in one.types)
    places = [place for one in tellings if (place := one.place) is not None]
    place = _common_place(places)
    origins = _origins(tellings, runs)
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
        origins=origins,
        grade=_grade(tellings, origins),
        citations=tuple([citation for one in tellings for citation in one.citations]),
    )


def _common_place(places: Sequence[Place]) -> Place | None:
    """Return the place that most tellings name, of the exact ones; of equals the most exact."""
    exact = [place for place in places if place.latitude is not None and place.precision <= 2]  # noqa: PLR2004  (a spot)
    often = Counter(place.entity or place.name for place in exact)
    top = max(often.values(), default=0)
    return best_place([place for place in exact if often[place.entity or place.name] == top] or places)


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


def _origins(tellings: Sequence[Incident], runs: dict[str, frozenset[int]]) -> int:
    """Return how many texts there are that do not copy each other."""
    kept: list[frozenset[int]] = []
    seen: set[str] = set()
    for one in sorted(tellings, key=lambda telling: (-len(runs[telling.id]), telling.id)):
        own = runs[one.id]
        if one.documents[0] in seen:
            continue
        seen.add(one.documents[0])
        if not any(own and len(own & other) >= _COPY_SHARE * len(own) for other in kept):
            kept.append(own)
    return max(1, len(kept))


def _grade(tellings: Sequence[Incident], origins: int) -> OccurrenceGrade:
    moods = {one.grade for one in tellings}
    if moods <= {"denied"}:
        return "denied"
    if moods <= {"feared"}:
        return "feared"
    if "denied" in moods:
        return "disputed"
    return "several_origins" if origins > 1 else "single_origin"

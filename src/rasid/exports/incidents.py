# SPDX-License-Identifier: Apache-2.0
"""Incidents as one JSON line each, for tables and for scorers."""

from collections.abc import Mapping

from rasid.annotations import Range
from rasid.knowledge.names import load_actors
from rasid.records import Area, Incident, Interval, Place, Record, Tally
from rasid.resolve.levels import Level, at_level

_MOST_CANDIDATES = 5


class DateLine(Record, frozen=True, kw_only=True):
    """First and last day on which it may have been."""

    start: str
    end: str
    precision: int
    """1 the day, 2 two to six days, 3 a week, 4 a month, 5 longer (UCDP's date_prec)."""
    basis: str
    """absolute, relative, inherited (from another passage) or published (the day of the report)."""


class CandidateLine(Record, frozen=True):
    """A place that the name may stand for."""

    entity: str
    score: float


class PlaceLine(Record, frozen=True, kw_only=True):
    """Where it was, as exactly as the text says."""

    name: str
    """As written, or the province where no more is handed on."""
    name_ar: str | None = None
    name_en: str | None = None
    country: str | None = None
    admin1: str | None = None
    lat: float | None = None
    lon: float | None = None
    radius_km: float | None = None
    """Where `lat` and `lon` are the middle of an area, how far it reaches."""
    precision: int
    """1 exact place, 2 within 25 km, 3 district, 4 province, 5 larger or linear, 6 country, 7 unknown (UCDP's where_prec)."""
    candidates: tuple[CandidateLine, ...] = ()
    """Where no point is given because the name is of several places, or of none that fits."""
    reason: str = ""


class RangeLine(Record, frozen=True):
    """From the least number told to the greatest; no `high` where one says `more than`, or nobody says how many."""

    low: int
    high: int | None


class SpanLine(Record, frozen=True):
    """Words that the incident rests on."""

    document: str
    span: Range


class ToldByLine(Record, frozen=True, kw_only=True):
    """Documents whose telling goes back to one text or one speaker: one origin."""

    documents: tuple[str, ...]
    because: tuple[str, ...] = ()


class CulpritLine(Record, frozen=True, kw_only=True):
    """A party that is said to have done it."""

    party: str
    documents: tuple[str, ...]
    owned: bool
    """True where it is reported to own up."""


class IncidentLine(Record, frozen=True, kw_only=True):
    """One line of `rasid incidents`."""

    id: str
    documents: tuple[str, ...]
    """Under the ids that the input gave them, or else ours."""
    date: DateLine | None
    place: PlaceLine | None
    places: tuple[str, ...]
    """Names of the other places told of it."""
    killed: RangeLine | None
    wounded: RangeLine | None
    types: tuple[str, ...]
    origins: int
    told_by: tuple[ToldByLine, ...]
    """The origins, each with its documents."""
    grade: str
    credibility: int
    """Of the item, after the Admiralty code: 1 confirmed by independent origins, 3 possibly true, 5 improbable, 6 cannot be judged."""
    grade_because: str
    """Why, in one sentence."""
    alleged: tuple[CulpritLine, ...]
    """Who is said to have done it, and by which documents: accusations, rivals beside each other."""
    responsibility: str
    """confirmed (a party owns up), fair (two origins or more name one party), weak (one does), contested (rivals are named) or unknown."""
    responsibility_because: str
    """Why, in one sentence."""
    decisions: tuple[str, ...]
    """What persons decided about it, with the reason."""
    spans: tuple[SpanLine, ...]


def incident_line(incident: Incident, names: Mapping[str, str], *, level: Level = "point") -> IncidentLine:
    """Return an incident in its interchange shape.

    Args:
        incident: Of one report or of several.
        names: Ids of the documents as the input has them, by ours.
        level: How exactly places are handed on, see `rasid.resolve.levels`.
    """
    place = None if incident.place is None else at_level(incident.place, level)
    return IncidentLine(
        id=incident.id,
        documents=tuple([names.get(document, document) for document in incident.documents]),
        date=_date(incident.date),
        place=None if place is None else _place(place),
        places=() if level == "province" else tuple([other.name for other in incident.places]),
        killed=_range(incident.killed),
        wounded=_range(incident.wounded),
        types=incident.types,
        origins=incident.origins,
        told_by=tuple([ToldByLine(documents=tuple([names.get(one, one) for one in origin.documents]), because=origin.because) for origin in incident.told_by]),
        grade=incident.grade,
        credibility=incident.credibility,
        grade_because=_why_it_was(incident),
        alleged=tuple([CulpritLine(party=one.party, documents=tuple([names.get(document, document) for document in one.documents]), owned=one.owned) for one in incident.culprits]),
        responsibility=incident.responsibility,
        responsibility_because=_why_they_did(incident),
        decisions=incident.decisions,
        spans=tuple([SpanLine(names.get(one.document_id, one.document_id), (one.span.start, one.span.end)) for one in incident.citations]),
    )


def _why_it_was(incident: Incident) -> str:
    documents, origins = len(incident.documents), incident.origins
    if incident.grade == "several_origins":
        return f"{origins} origins tell of it that did not copy each other, in {documents} documents."
    if incident.grade == "disputed":
        return "Some documents tell of it, and in some it is denied."
    if incident.grade == "denied":
        return "It is told only to be denied."
    if incident.grade == "feared":
        return "It is told only as something that may be."
    return "One document tells of it." if documents == 1 else f"{documents} documents tell of it, and all go back to one text or one speaker."


def _why_they_did(incident: Incident) -> str:
    names = " and ".join(_party_name(one.party) for one in incident.culprits)
    if incident.responsibility == "confirmed":
        owners = " and ".join(_party_name(one.party) for one in incident.culprits if one.owned)
        return f"{owners} is reported to own up."
    if incident.responsibility == "contested":
        return f"Rivals are named, by origins that agree on none: {names}."
    if incident.responsibility == "fair":
        return f"Two origins or more name a party, and they agree: {names}."
    return f"One origin names {names}." if incident.responsibility == "weak" else "No known party is named for a deed."


def _party_name(party: str) -> str:
    actor = load_actors().get(party)
    return party.removeprefix("state:") + " (state)" if actor is None else actor.name_en or actor.name_ar


def _date(interval: Interval | None) -> DateLine | None:
    if interval is None:
        return None
    return DateLine(start=interval.start, end=interval.end, precision=interval.precision, basis=interval.basis)


def _place(place: Place) -> PlaceLine:
    area = place.area if place.latitude is None else None
    placed = place.latitude is not None or area is not None
    return PlaceLine(
        name=place.name,
        name_ar=place.name_ar,
        name_en=place.name_en,
        country=place.country,
        admin1=place.admin1,
        lat=place.latitude if area is None else area.latitude,
        lon=place.longitude if area is None else area.longitude,
        radius_km=_radius(place.area),
        precision=place.precision,
        candidates=() if placed else tuple([CandidateLine(one.entity, one.score) for one in place.candidates[:_MOST_CANDIDATES]]),
        reason=place.reason,
    )


def _radius(area: Area | None) -> float | None:
    return None if area is None else area.radius_km


def _range(tally: Tally | None) -> RangeLine | None:
    return None if tally is None else RangeLine(tally.low, tally.high)

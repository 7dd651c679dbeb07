# SPDX-License-Identifier: Apache-2.0
"""The line of each prison and camp: its observations in words, and what was not found."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from rasid.assess.context import Context
from rasid.assess.parties import known_name
from rasid.assess.reading import by_date, unique
from rasid.ids import ClaimId, DocumentId, EventId
from rasid.knowledge.assessment import kind_of_site
from rasid.knowledge.names import load_sites
from rasid.records import Party, SiteLine, SiteObservation

Kind = Literal["prison", "camp", "other"]
KINDS: tuple[Kind, ...] = ("prison", "camp")
_CLASS = "site:class-"
_SAID = "site:said"
_NO_QUOTES = str.maketrans("", "", '"«»“”„')
_OUTLETS = " · "
_LEAVING = frozenset({"escaped", "released"})


def sites_of_events(observations: Iterable[SiteObservation]) -> Mapping[EventId, tuple[str, ...]]:
    """Return the ids of the sites that each event is about."""
    sites: dict[EventId, set[str]] = defaultdict(set)
    for observation in observations:
        for event in observation.events:
            sites[event].add(observation.site)
    return {event: tuple(sorted(ids)) for event, ids in sites.items()}


def sites_of_warnings(observations: Iterable[SiteObservation]) -> Mapping[ClaimId, tuple[str, ...]]:
    """Return the ids of the sites that each warning speaks of."""
    sites: dict[ClaimId, set[str]] = defaultdict(set)
    for observation in observations:
        if observation.field == "warned":
            for claim in observation.claims:
                sites[claim].add(observation.site)
    return {claim: tuple(sorted(ids)) for claim, ids in sites.items()}


def build_site_lines(context: Context, observations: Iterable[SiteObservation]) -> tuple[SiteLine, ...]:
    """Return one line a site, those with the most observations first."""
    by_site: dict[str, list[SiteObservation]] = defaultdict(list)
    for observation in observations:
        if observation.citations and observation.citations[0].document_id in context.reading.by_id:
            by_site[observation.site].append(observation)
    lines = [_line(context, site, seen) for site, seen in by_site.items()]
    lines.sort(key=lambda line: (not line.named, -len(line.observations), line.id))
    return tuple(lines)


def _line(context: Context, site: str, seen: list[SiteObservation]) -> SiteLine:
    label, kind = _label(context, site, seen)
    seen.sort(key=lambda one: (by_date(one.date), one.citations, one.field, one.id))
    place = _place(context, seen)
    if place and site.startswith(_SAID) and place not in label:
        label = context.wording.phrase("site/placed", site=label, place=place)
    worded = _merged(context, (_worded(context, label, one) for one in seen))
    names = _names(site)
    return SiteLine(
        id=site,
        label=label,
        name_ar=names[0],
        name_en=names[1],
        kind=kind,
        kind_label=context.wording.label(f"site/kinds/{kind}"),
        place=None if site.startswith(_CLASS) else place,
        named=not site.startswith(_CLASS),
        observations=worded,
        gaps=_gaps(context, worded),
    )


def _merged(context: Context, seen: Iterable[SiteObservation]) -> tuple[SiteObservation, ...]:
    """Return observations without repeats: what copies of one text or one speaker say twice is one line."""
    first: dict[tuple[object, ...], SiteObservation] = {}
    for one in seen:
        origin = context.origin_key(one.citations[0].document_id, next(iter(one.said_by), None))
        key = (one.field, one.factuality, one.date, one.low, one.high, origin)
        same = first.get(key)
        if same is None:
            first[key] = one
            continue
        outlets = list(dict.fromkeys([*(same.outlet or "").split(_OUTLETS), one.outlet or ""]))
        first[key] = msgspec.structs.replace(
            same,
            outlet=_OUTLETS.join(name for name in outlets if name) or None,
            events=tuple(dict.fromkeys((*same.events, *one.events))),
            claims=tuple(dict.fromkeys((*same.claims, *one.claims))),
            citations=unique((*same.citations, *one.citations)),
        )
    return tuple(first.values())


def _label(context: Context, site: str, seen: list[SiteObservation]) -> tuple[str, Kind]:
    words = context.wording
    if site.startswith(_CLASS):
        kind: Kind = next((kind for kind in KINDS if site.endswith(kind)), "other")
        return words.label(f"site/classes/{kind}"), kind
    written = _written(context, seen)
    name = known_name(site, words.language)
    kind = _entry_kind(site) or kind_of_site(written) or "other"
    return name or written, kind


def _written(context: Context, seen: list[SiteObservation]) -> str:
    """Return the words by which the site is named first; observations cite them behind their trigger."""
    first = min(seen, key=lambda one: (by_date(one.date), one.citations))
    index = min(2 if first.field == "custodian" else 1, len(first.citations) - 1)
    citation = first.citations[index]
    words = citation.span.of(context.reading.text(citation.document_id))
    return " ".join(words.translate(_NO_QUOTES).split())


def _entry_kind(site: str) -> Kind | None:
    entry = load_sites().get(site)
    if entry is None:
        return None
    return next((kind for kind in KINDS if kind == entry.kind), "other")


def _names(site: str) -> tuple[str | None, str | None]:
    return known_name(site, "ar"), known_name(site, "en")


def _place(context: Context, seen: Iterable[SiteObservation]) -> str | None:
    """Return the town or district that most observations name."""
    counted: dict[str, int] = defaultdict(int)
    for one in seen:
        for event in one.events:
            name = context.place_name(context.reading.told_by_id[event].event.where)
            if name and kind_of_site(name) is None:
                counted[name] += 1
    return min(counted, key=lambda name: (-counted[name], name), default=None)


def _worded(context: Context, label: str, one: SiteObservation) -> SiteObservation:
    words = context.wording
    document_id = one.citations[0].document_id
    speakers, accused = _speakers(context, one)
    told = context.reading.told_by_id.get(one.events[0]) if one.events else None
    quote = one.quote
    number = ""
    if quote and one.field == "custodian":
        quote = context.parties.of(document_id, one.citations[0].span).label
        number = words.phrase("site/party", quote=quote)
    elif quote:
        number = words.phrase("site/number", quote=words.quoted(quote))
    field = words.label(f"site/fields/{one.field}")
    note = "" if one.field == "warned" else context.fact_note(one.factuality)
    return msgspec.structs.replace(
        one,
        field_label=field,
        factuality_label=words.label(f"factuality/{one.factuality}"),
        said_by=speakers,
        quote=quote,
        outlet=context.parties.outlet(document_id).label,
        sentence=words.say(
            "site/sentence",
            site=label,
            field=field,
            fact=note,
            number=number,
            date=words.date_phrase(told.event.when) if told else "",
            source=_source(context, document_id, speakers, accused=accused),
        ),
    )


def _speakers(context: Context, one: SiteObservation) -> tuple[tuple[Party, ...], bool]:
    if not one.claims:
        return (), False
    said = context.reading.said_by_id[one.claims[0]]
    return (context.parties.speaker(said.claim),), said.claim.act == "accuse"


def _source(context: Context, document_id: DocumentId, speakers: tuple[Party, ...], *, accused: bool) -> str:
    if not speakers:
        return context.wording.phrase("site/own", outlet=context.parties.outlet(document_id).label)
    key = "accused" if accused else "by"
    return context.wording.phrase(f"site/{key}", speakers=context.labels(speakers))


def _gaps(context: Context, seen: tuple[SiteObservation, ...]) -> tuple[str, ...]:
    words = context.wording
    gaps: list[str] = []
    fields = {one.field for one in seen}
    if not fields & {"custodian", "held"}:
        gaps.append(words.say("site/gap_custodian"))
    if fields & _LEAVING and not any(one.low is not None for one in seen if one.field in _LEAVING):
        gaps.append(words.say("site/gap_number"))
    undated = sum(one.date is None for one in seen)
    if undated:
        gaps.append(words.say("site/gap_undated", n=undated))
    keys = {context.origin_key(one.citations[0].document_id, next(iter(one.said_by), None)) for one in seen}
    if len(keys) == 1 and len(seen) > 1:
        gaps.append(words.say("site/gap_single"))
    return tuple(gaps)

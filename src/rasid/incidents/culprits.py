# SPDX-License-Identifier: Apache-2.0
"""Who is said to have done it, by how many who did not copy each other, and what grade of responsibility that gives.

The grades are those of Airwars, made for civilian harm by air strikes and used here for all violence: confirmed where a party
owns up, fair where two origins or more name one party, weak where one does, contested where some name one party and others
another. Their fifth, discounted (the dead were fighters, or another party most likely did it), asks for a judgement and is left to
a person. Naming somebody is no proof: a grade says how it is told.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from rasid.ids import DocumentId
from rasid.knowledge.assessment import family_of
from rasid.knowledge.demonyms import country_of_demonym
from rasid.knowledge.names import load_actors, load_loaded
from rasid.records import Citation, CodedDocument, Culprit, Event, Incident, IncidentOrigin, ResponsibilityGrade, Span
from rasid.spelling import fold

_OF_A_STATE: Final = frozenset({"military", "office"})
_NOT_DOING: Final = frozenset({"igo", "ngo", "monitor"})
"""Bodies that count, help and mediate: where one stands before a deed, it tells of it."""
_DEEDS: Final = frozenset({"attack", "killing", "destruction"})
_TWO_SIDED: Final = frozenset({"battle"})
"""Both sides act, and neither is accused."""
_OWNING_UP: Final = frozenset({"claim_responsibility"})
_JOINED: Final = ("و", "ب", "ل", "ف")


def find_culprits(coded: CodedDocument, incident: Incident) -> tuple[Culprit, ...]:
    """Return the parties that one report's telling of an incident says did it; nobody where it names no known party or state.

    Args:
        coded: The report.
        incident: One of those it tells.
    """
    told = set(incident.events)
    events = [one for one in coded.events if one.id in told and one.factuality != "denied" and family_of(one.type) in _DEEDS and one.type not in _TWO_SIDED]
    found: dict[str, Citation] = {}
    for event in events:
        for span in _accused(coded, event):
            party = party_of(coded, span)
            if party:
                found.setdefault(party, Citation(document_id=coded.document.id, span=span, record_id=event.id))
    deeds = {event.id for event in events}
    owned = {party for claim in coded.claims if claim.act in _OWNING_UP and claim.source is not None and not deeds.isdisjoint(claim.events)
             and (party := party_of(coded, claim.source))}  # fmt: skip
    return tuple([Culprit(party=party, documents=(coded.document.id,), owned=party in owned, citations=(citation,)) for party, citation in sorted(found.items())])


def _accused(coded: CodedDocument, event: Event) -> list[Span]:
    """Return who acts in an event, and whom a claim about it accuses."""
    accused = [claim.target for claim in coded.claims if claim.act == "accuse" and claim.target is not None and event.id in claim.events]
    return [*event.spans("actor"), *accused]


def party_of(coded: CodedDocument, span: Span) -> str:
    """Return the party that words stand for: `state:RU` for a state and its forces, else an actor; nothing where they name none.

    A loaded name stands for whom it is thrown at: the words are not taken over.
    """
    named = [mention for mention in coded.mentions if mention.kind == "actor" and mention.candidates and span.overlaps(mention.span)]
    for mention in sorted(named, key=lambda one: (one.span.start - one.span.end, one.span.start)):
        entity = max(mention.candidates, key=lambda one: (one.score, one.entity)).entity
        loaded = load_loaded().get(entity)
        entity = loaded.frames if loaded is not None else entity
        actor = load_actors().get(entity)
        if actor is not None and actor.kind in _NOT_DOING:
            return ""
        if actor is not None:
            return f"state:{actor.country}" if actor.kind in _OF_A_STATE and actor.country else entity
        if entity.startswith("state:"):
            return entity
    for word in span.of(coded.document.text).split():
        country = _country(word)
        if country:
            return f"state:{country}"
    return ""


def _country(word: str) -> str:
    plain = fold(word.strip("\"'«»“”()،,.#"))
    return country_of_demonym(plain) or next((country for clitic in _JOINED if plain.startswith(clitic) and (country := country_of_demonym(plain[len(clitic) :]))), "")


def merge_culprits(tellings: Iterable[Incident]) -> tuple[Culprit, ...]:
    """Return the parties named over all tellings, each with the documents that name it."""
    by_party: defaultdict[str, list[Culprit]] = defaultdict(list)
    for telling in tellings:
        for culprit in telling.culprits:
            by_party[culprit.party].append(culprit)
    return tuple([
        Culprit(
            party=party, documents=tuple(sorted({document for one in named for document in one.documents})), owned=any(one.owned for one in named),
            citations=tuple(sorted(citation for one in named for citation in one.citations)),
        )
        for party, named in sorted(by_party.items())
    ])  # fmt: skip


def responsibility(tellings: Sequence[Incident], origins: Sequence[IncidentOrigin]) -> ResponsibilityGrade:
    """Return the grade of responsibility of an incident.

    Args:
        tellings: One or more of each report, with their culprits.
        origins: The origins that the reports are of.
    """
    origin_of = {document: at for at, origin in enumerate(origins) for document in origin.documents}
    by_origin: defaultdict[int, set[str]] = defaultdict(set)
    for telling in tellings:
        if telling.culprits:
            by_origin[origin_of[_document(telling)]].update(culprit.party for culprit in telling.culprits)
    if not by_origin:
        return "unknown"
    if any(culprit.owned for telling in tellings for culprit in telling.culprits):
        return "confirmed"
    named = list(by_origin.values())
    if any(one.isdisjoint(other) for one in named for other in named):
        return "contested"
    return "fair" if len(named) > 1 else "weak"


def _document(telling: Incident) -> DocumentId:
    return telling.documents[0]

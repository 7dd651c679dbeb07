# SPDX-License-Identifier: Apache-2.0
"""What a document as a whole says of where it is: countries and provinces of its places, the country of its outlet."""

from collections import Counter
from collections.abc import Iterable, Mapping

from rasid.knowledge.names import PlaceEntry, SiteEntry, load_outlets, load_places, load_sites
from rasid.records import Candidate, CodedDocument, Mention, Record


class Weight(Record, frozen=True):
    """A country, or a province in it, and its share of the document's places."""

    country: str
    admin1: str
    share: float


class DocumentContext(Record, frozen=True, kw_only=True):
    """Where a document is about."""

    countries: tuple[Weight, ...] = ()
    provinces: tuple[Weight, ...] = ()
    outlet_country: str = ""

    def country_share(self, country: str) -> float:
        """Return the share of a country among the places that are beyond doubt, 0 to 1."""
        return next((weight.share for weight in self.countries if weight.country == country), 0.0)

    def province_share(self, country: str, admin1: str) -> float:
        """Return the share of a province among them, 0 to 1."""
        wanted = (country, admin1)
        return next((weight.share for weight in self.provinces if (weight.country, weight.admin1) == wanted), 0.0)


def entry_of(entity: str) -> PlaceEntry | SiteEntry | None:
    """Return the entry of a place or site id, or None."""
    return load_sites().get(entity) if entity.startswith("site:") else load_places().get(entity)


def document_context(coded: CodedDocument, *, without: tuple[Candidate, ...] = ()) -> DocumentContext:
    """Return the context that the mentions of one document make.

    A mention counts where all its candidates lie in one country (or province): `الميادين` then leans on `دير الزور`.

    Args:
        coded: With its mentions.
        without: Candidates of the name that is to be resolved: its own mentions must not speak for it.
    """
    own = {candidate.entity for candidate in without}
    countries: Counter[tuple[str, str]] = Counter()
    provinces: Counter[tuple[str, str]] = Counter()
    for mention in coded.mentions:
        if mention.kind not in {"place", "site"} or any(candidate.entity in own for candidate in mention.candidates):
            continue
        spots = {(entry.country, entry.admin1) for entry in _entries(mention) if entry.country}
        if len({country for country, _ in spots}) == 1:
            countries[(next(iter(spots))[0], "")] += 1
            # A country by name says nothing of a province, and does not make its towns' provinces less sure.
            named = {spot for spot in spots if spot[1]}
            if len(named) == 1:
                provinces[next(iter(named))] += 1
    return DocumentContext(
        countries=_shares(countries),
        provinces=_shares(provinces),
        outlet_country=_outlet_country(coded.document.outlet),
    )


def nearby(mention: Mention | None, mentions: Iterable[Mention]) -> frozenset[tuple[str, str]]:
    """Return (country, province) of the sure places in the same sentence, other mentions of the name left out."""
    if mention is None:
        return frozenset()
    own = {candidate.entity for candidate in mention.candidates}
    spots: set[tuple[str, str]] = set()
    for other in mentions:
        if other.sentence != mention.sentence or other.kind not in {"place", "site"}:
            continue
        if any(candidate.entity in own for candidate in other.candidates):
            continue
        found = {(entry.country, entry.admin1) for entry in _entries(other) if entry.admin1}
        if len(found) == 1:
            spots |= found
    return frozenset(spots)


def _entries(mention: Mention) -> list[PlaceEntry | SiteEntry]:
    found = (entry_of(candidate.entity) for candidate in mention.candidates)
    return [entry for entry in found if entry is not None]


def _shares(counts: Mapping[tuple[str, str], int]) -> tuple[Weight, ...]:
    total = sum(counts.values())
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Weight(country, admin1, count / total) for (country, admin1), count in ranked)


def _outlet_country(outlet: str | None) -> str:
    if not outlet:
        return ""
    outlets = load_outlets()
    entities = (f"outlet:{outlet}", *outlets.index.look_up(outlet))
    return next((entry.country for entry in map(outlets.get, entities) if entry is not None), "")


def candidates_for(name: str) -> tuple[Candidate, ...]:
    """Return the candidates of a name that no mention stands for, looked up as it is written."""
    entities = load_places().index.look_up(name)
    return tuple(Candidate(entity=entity, score=1 / len(entities), reason="name") for entity in entities)

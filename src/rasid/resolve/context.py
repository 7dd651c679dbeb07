# SPDX-License-Identifier: Apache-2.0
"""What a document as a whole says of where it is: countries and provinces of its places, the country of its outlet."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from rasid.knowledge.names import PlaceEntry, SiteEntry, load_actors, load_loaded, load_outlets, load_places, load_sites
from rasid.records import Candidate, CodedDocument, Mention, Record
from rasid.remembered import remembered

# Israel's forces and those whom they fight act in the Palestinian territories, which have a code of their own.
_ISRAEL: Final = "IL"
_PALESTINE: Final = frozenset({"PS"})


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
    parties: frozenset[str] = frozenset()
    """Countries of the armed groups and authorities that it names; states act abroad, so they only say where it is not."""

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


class Named(NamedTuple):
    """Where the candidates of one mention of a place lie."""

    mention: Mention
    entities: frozenset[str]
    country: str
    """The one that all candidates lie in whose country is known; empty where they lie in several."""
    province: tuple[str, str] | None
    """Country and province, where all candidates whose province is known lie in one."""


def read_named(coded: CodedDocument) -> tuple[Named, ...]:
    """Return the mentions of places and sites of a document with where their candidates lie, read once for all its names."""
    return tuple([_named(mention) for mention in coded.mentions if mention.kind in {"place", "site"}])


def _named(mention: Mention) -> Named:
    spots = {(entry.country, entry.admin1) for entry in entries_of(mention) if entry.country}
    countries = {country for country, _ in spots}
    # A country by name says nothing of a province, and does not make its towns' provinces less sure.
    provinces = {spot for spot in spots if spot[1]}
    return Named(
        mention, frozenset([candidate.entity for candidate in mention.candidates]), country=countries.pop() if len(countries) == 1 else "",
        province=provinces.pop() if len(provinces) == 1 else None,
    )  # fmt: skip


def document_context(coded: CodedDocument, *, without: tuple[Candidate, ...] = (), named: Sequence[Named] | None = None) -> DocumentContext:
    """Return the context that the mentions of one document make.

    A mention counts where all its candidates lie in one country (or province): `الميادين` then leans on `دير الزور`.

    Args:
        coded: With its mentions.
        without: Candidates of the name that is to be resolved: its own mentions must not speak for it.
        named: What `read_named` gives of the document; read again where it is left out.
    """
    own = {candidate.entity for candidate in without}
    countries: Counter[tuple[str, str]] = Counter()
    provinces: Counter[tuple[str, str]] = Counter()
    for _, entities, country, province in read_named(coded) if named is None else named:
        if not country or not own.isdisjoint(entities):
            continue
        countries[country, ""] += 1
        if province is not None:
            provinces[province] += 1
    return DocumentContext(
        countries=_shares(countries),
        provinces=_shares(provinces),
        outlet_country=_outlet_country(coded.document.outlet),
        parties=party_countries(coded),
    )


def party_countries(coded: CodedDocument) -> frozenset[str]:
    """Return the countries of the parties and agencies that a document names."""
    entities = {candidate.entity for mention in coded.mentions if mention.kind in {"actor", "outlet"} for candidate in mention.candidates}
    countries = frozenset(filter(None, map(_party_country, entities)))
    return countries | _PALESTINE if _ISRAEL in countries else countries


@remembered(most=10_000)
def _party_country(entity: str) -> str:
    if entity.startswith("outlet:"):
        outlet = load_outlets().get(entity)
        return outlet.country if outlet is not None else ""
    if entity.startswith("loaded:"):
        loaded = load_loaded().get(entity)
        frames = loaded.frames if loaded is not None else ""
        return frames.removeprefix("state:") if frames.startswith("state:") else _party_country(frames) if frames.startswith("actor:") else ""
    actor = load_actors().get(entity)
    return actor.country if actor is not None else ""


def nearby(mention: Mention | None, named: Iterable[Named]) -> frozenset[tuple[str, str]]:
    """Return (country, province) of the sure places in the same sentence, other mentions of the name left out."""
    if mention is None:
        return frozenset()
    own = {candidate.entity for candidate in mention.candidates}
    return frozenset([
        province for other, entities, _, province in named
        if province is not None and other.sentence == mention.sentence and own.isdisjoint(entities)
    ])  # fmt: skip


def entries_of(mention: Mention) -> list[PlaceEntry | SiteEntry]:
    """Return what the candidates of a mention of a place or site are."""
    found = (entry_of(candidate.entity) for candidate in mention.candidates)
    return [entry for entry in found if entry is not None]


def _shares(counts: Mapping[tuple[str, str], int]) -> tuple[Weight, ...]:
    total = sum(counts.values())
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Weight(country, admin1, count / total) for (country, admin1), count in ranked)


@remembered(most=10_000)
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

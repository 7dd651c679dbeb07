# SPDX-License-Identifier: Apache-2.0
"""The lists of places, sites, actors and outlets, each with the index that finds its names in text.

Read on first use and kept. The index itself is in `rasid.knowledge.name_index`.
"""

import gzip
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from itertools import chain
from typing import Final, Generic, NamedTuple, TypeVar

from msgspec import structs

from rasid.errors import KnowledgeError
from rasid.knowledge.gazetteer.folder import chosen_set
from rasid.knowledge.gazetteer.store import PlaceSet, unpack_names
from rasid.knowledge.load import Row, knowledge_root, read_tsv
from rasid.knowledge.name_index import NameIndex, NameMatch, NameRow, fold_guard, fold_name
from rasid.records import Record

__all__ = [
    "ActorEntry",
    "LoadedName",
    "NameIndex",
    "NameMatch",
    "NameRow",
    "Names",
    "OutletEntry",
    "PackagedPlaces",
    "PlaceEntry",
    "PlaceWord",
    "SiteEntry",
    "fold_name",
    "load_actors",
    "load_loaded",
    "load_outlets",
    "load_places",
    "load_sites",
    "packaged_places",
    "place_words",
]


class PlaceEntry(Record, frozen=True, kw_only=True):
    """A place as the gazetteer or our own list has it."""

    id: str
    """With its prefix: `place:gn-173811`."""
    name_en: str
    name_ar: str
    kind: str
    """city, town, village, district, province, country, region, river, crossing, neighbourhood, facility."""
    country: str
    """ISO 3166 two letters; empty for regions that cross borders."""
    admin1: str = ""
    """English name of the province."""
    admin2: str = ""
    """District; only imported lists know it."""
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    precision: int = 1
    """What naming the place pins down, as `rasid.records.Place.precision`."""
    own: bool = False
    """True for places of our own list, which are often in the news whatever their size."""
    sources: tuple[str, ...] = ()
    """The imported lists that have the place too, or alone."""


class SiteEntry(Record, frozen=True, kw_only=True):
    """A camp, prison or other place of custody."""

    id: str
    kind: str
    name_en: str
    name_ar: str
    country: str
    admin1: str
    latitude: float
    longitude: float
    precision_km: int
    """How far off the point may be."""


class ActorEntry(Record, frozen=True, kw_only=True):
    """A body that acts or speaks: armed force, authority, agency, monitoring group, office."""

    id: str
    kind: str
    name_en: str
    name_ar: str
    country: str
    """ISO 3166 two letters, empty for bodies of several countries."""
    sides: tuple[str, ...] = ()
    """Camps that it is commonly counted to, as of the row's note."""


class LoadedName(Record, frozen=True, kw_only=True):
    """A name that takes sides: kept as framing, never used as the name."""

    id: str
    name: str
    language: str
    frames: str
    """What the word is used for: an actor id, or a class such as `state:TR` or `class:opponent`."""
    used_by: tuple[str, ...] = ()
    gloss: str = ""


class OutletEntry(Record, frozen=True, kw_only=True):
    """A newspaper, broadcaster, agency or monitoring group that publishes."""

    id: str
    name_en: str
    name_ar: str
    country: str
    kind: str
    agency: bool
    affiliation: str
    languages: tuple[str, ...]
    family: str = ""
    """Outlets of one owner or newsroom, whose texts are no independent origins; an agency without one is a family of its own."""
    source: str = ""
    """The public document that kind and affiliation rest on."""


EntryT = TypeVar("EntryT")


class Names(Generic[EntryT]):
    """The entries of one list by id, with the index of their names."""

    def __init__(self, entries: Mapping[str, EntryT], index: NameIndex, *, label: str = "", vouched: frozenset[str] = frozenset()) -> None:
        """Keep all; nothing is changed afterwards."""
        self._entries = entries
        self.index = index
        self.label = label
        """Name and hash of the imported set among the entries, as outputs name it; empty without one."""
        self.vouched = vouched
        """Folded names that, weak as they are, count in a document that is about the district of what they name."""

    def __len__(self) -> int:
        """Return the number of entries."""
        return len(self._entries)

    def __iter__(self) -> Iterator[str]:
        """Iterate over the ids."""
        return iter(self._entries)

    def __contains__(self, entity: object) -> bool:
        """Return whether there is such an id."""
        return entity in self._entries

    def get(self, entity: str) -> EntryT | None:
        """Return the entry of an id such as `actor:sdf`, or None."""
        return self._entries.get(entity)


class PlaceWord(NamedTuple):
    """A word beside a name that tells the kind of place, or only that it is one: مدينة، ريف، قرب, province."""

    word: str
    kind: str
    """Kind of place named by the word; `direction` or `vicinity` for one that points beside it; empty where it says no
    more than "a place"."""
    after: bool
    """True for words that stand behind the name: `Aleppo province`, `الباب شرقي حلب`."""


@cache
def place_words() -> Mapping[str, PlaceWord]:
    """Return the words of places/place_words.tsv by folded spelling without article, `>` before those that follow."""
    rows = read_tsv("places/place_words.tsv")
    words = (PlaceWord(row["word"], row["kind"], row["position"] == "after") for row in rows)
    return {fold_guard(f">{word.word}" if word.after else word.word): word for word in words}


class PackagedPlaces(Names[PlaceEntry]):
    """The places of the package alone."""

    def __init__(self, entries: "_PlaceEntries", index: NameIndex, own: tuple[Row, ...]) -> None:
        """Keep all; nothing is changed afterwards."""
        super().__init__(entries, index)
        self._places = entries
        self._own = own

    def spellings(self) -> Iterator[tuple[str, str]]:
        """Yield every name with the id that it stands for, our own list first."""
        for row in chain(_name_rows(self._own, "place"), self._places.name_rows()):
            yield row.name, row.entity

    def weak_names(self) -> Iterator[str]:
        """Yield the names of the gazetteer, ours left out, that count only beside a place word."""
        for row in self._places.name_rows():
            if row.guard:
                yield row.name


@cache
def load_places() -> Names[PlaceEntry]:
    """Return all places: our own list first, then the gazetteer, then the set that `RASID_PLACES` names, if any.

    Raises:
        KnowledgeError: A file is missing or a row is broken.
        SettingsError: `RASID_PLACES` names a set that is not there.
    """
    chosen = chosen_set()
    return packaged_places() if chosen is None else _with_set(PlaceSet(chosen))


@cache
def packaged_places() -> PackagedPlaces:
    """Return the places that come with the package: our own list first, then the gazetteer.

    Raises:
        KnowledgeError: A file is missing or a row is broken.
    """
    own, entries = _packaged()
    return PackagedPlaces(entries, _place_index(own, entries.name_rows()), own)


def _packaged() -> "tuple[tuple[Row, ...], _PlaceEntries]":
    """Return the rows of our own list, and the entries of these and of the gazetteer."""
    own = read_tsv("places/aliases.tsv")
    return own, _PlaceEntries(_entries(own, _own_place), _gazetteer_lines())


def _place_index(
    own: Iterable[Row], more: Iterable[NameRow], *, later: Mapping[str, Callable[[], Iterable[NameRow]]] | None = None
) -> NameIndex:
    return NameIndex(
        _name_rows(own, "place"),
        more=more,
        guards={"*": tuple(place_words()), "district": _bare_place_words(), "village": _bare_place_words("village", "town")},
        homographs=((row["name"], row.items_of("guard")) for row in read_tsv("places/homographs.tsv")),
        later=later,
    )


def _bare_place_words(*kinds: str) -> tuple[str, ...]:
    """Return the guards that are words of some kinds of places without article before a name, or any behind it."""
    wanted = (word for word in place_words().values() if not kinds or word.kind in kinds)
    return tuple(f">{word.word}" if word.after else f"={word.word}" for word in wanted)


@cache
def load_sites() -> Names[SiteEntry]:
    """Return the camps and prisons.

    Raises:
        KnowledgeError: The file is missing or a row is broken.
    """
    rows = read_tsv("sites/sites.tsv")
    return Names(_entries(rows, _site), NameIndex(_name_rows(rows, "site"), guards={"*": tuple(place_words())}))


@cache
def load_actors() -> Names[ActorEntry]:
    """Return the actors; loaded names are not among their names (see `load_loaded`).

    Raises:
        KnowledgeError: The file is missing or a row is broken.
    """
    rows = read_tsv("actors/actors.tsv")
    return Names(_entries(rows, _actor), NameIndex(_name_rows(rows, "actor")))


@cache
def load_loaded() -> Names[LoadedName]:
    """Return the loaded names: words that take sides instead of naming.

    Raises:
        KnowledgeError: The file is missing or a row is broken.
    """
    rows = read_tsv("actors/loaded.tsv")
    names = (NameRow(name, f"loaded:{row['id']}", row.items_of("guard")) for row in rows for name in _forms(row))
    return Names(_entries(rows, _loaded), NameIndex(names))


@cache
def load_outlets() -> Names[OutletEntry]:
    """Return the outlets; `outlet:` and the domain is the id.

    Raises:
        KnowledgeError: The file is missing or a row is broken.
    """
    rows = read_tsv("outlets/outlets.tsv")
    return Names(_entries(rows, _outlet), NameIndex(_name_rows(rows, "outlet")))


def _forms(row: Row) -> Iterator[str]:
    yield row["name"]
    yield from row.items_of("forms")


def _name_rows(rows: Iterable[Row], prefix: str) -> Iterator[NameRow]:
    """Yield the names of each row; a guard binds only the names that it lists: `الباب=*;في`."""
    for row in rows:
        entity = f"{prefix}:{row['id']}"
        guards = _guards_of(row)
        for name in (row["name_ar"], *row.items_of("aliases_ar"), row["name_en"], *row.items_of("aliases_en")):
            if name:
                yield NameRow(name, entity, guards.get(name, ()))


def _guards_of(row: Row) -> dict[str, tuple[str, ...]]:
    guards: dict[str, tuple[str, ...]] = {}
    for part in row.items_of("guard"):
        name, equals, words = part.partition("=")
        if not equals or not words:
            message = f"guard {part!r} should be `name=word;word`, with `*` for all words of places"
            raise row.error(message, code="bad_guard")
        guards[name] = tuple(words.split(";"))
    return guards


def _entries(rows: Iterable[Row], make: Callable[[Row], EntryT]) -> dict[str, EntryT]:
    entries: dict[str, EntryT] = {}
    for row in rows:
        entry = make(row)
        identity: str = entry.id  # type: ignore[attr-defined]  # every entry record has one
        if identity in entries:
            raise row.error(f"id {row['id']!r} is used twice", code="double_id")
        entries[identity] = entry
    return entries


def _number(row: Row, column: str) -> float:
    try:
        return float(row[column])
    except ValueError:
        raise row.error(f"{column} {row[column]!r} is no number", code="bad_number") from None


def _point(row: Row) -> tuple[float, float] | None:
    if not row["latitude"]:
        return None
    latitude, longitude = _number(row, "latitude"), _number(row, "longitude")
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):  # noqa: PLR2004
        raise row.error(f"no point on earth: {latitude}, {longitude}; latitude comes first", code="bad_point")
    return latitude, longitude


def _own_place(row: Row) -> PlaceEntry:
    point = _point(row)
    return PlaceEntry(
        id=f"place:{row['id']}",
        name_en=row["name_en"],
        name_ar=row["name_ar"],
        kind=row["kind"],
        country=row["country"],
        admin1=row["admin1"],
        latitude=point[0] if point else None,
        longitude=point[1] if point else None,
        precision=int(_number(row, "precision")),
        own=True,
    )


def _site(row: Row) -> SiteEntry:
    point = _point(row)
    if point is None:
        raise row.error("a site needs a point; say how coarse it is in precision_km", code="no_point")
    return SiteEntry(
        id=f"site:{row['id']}",
        kind=row["kind"],
        name_en=row["name_en"],
        name_ar=row["name_ar"],
        country=row["country"],
        admin1=row["admin1"],
        latitude=point[0],
        longitude=point[1],
        precision_km=int(_number(row, "precision_km")),
    )


def _actor(row: Row) -> ActorEntry:
    return ActorEntry(
        id=f"actor:{row['id']}",
        kind=row["kind"],
        name_en=row["name_en"],
        name_ar=row["name_ar"],
        country=row["country"],
        sides=row.items_of("sides"),
    )


def _loaded(row: Row) -> LoadedName:
    return LoadedName(
        id=f"loaded:{row['id']}",
        name=row["name"],
        language=row["language"],
        frames=row["frames"],
        used_by=row.items_of("used_by"),
        gloss=row["gloss"],
    )


def _outlet(row: Row) -> OutletEntry:
    return OutletEntry(
        id=f"outlet:{row['id']}",
        name_en=row["name_en"],
        name_ar=row["name_ar"],
        country=row["country"],
        kind=row["kind"],
        agency=row["agency"] == "yes",
        affiliation=row["affiliation"],
        languages=row.items_of("languages"),
        family=row["family"] or (row["id"] if row["agency"] == "yes" else ""),
        source=row["source"],
    )


# --- the gazetteer ---------------------------------------------------------------------------------------------------

_GAZETTEER = "places/gazetteer.tsv.gz"
_GAZETTEER_HEADER = "id name_en name_ar alternates kind country admin1 latitude longitude population weak"


def _gazetteer_lines() -> dict[str, str]:
    """Return the lines of the gazetteer by id, unsplit: most are never asked for."""
    try:
        text = gzip.decompress(knowledge_root().joinpath(_GAZETTEER).read_bytes()).decode("utf-8")
    except (FileNotFoundError, OSError, EOFError, UnicodeDecodeError) as error:
        message = f"{_GAZETTEER}: cannot be read ({error}); run tools/build_gazetteer.py or reinstall rasid"
        raise KnowledgeError(message, code="no_gazetteer", record_id=_GAZETTEER) from error
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    if not lines or lines[0].replace("\t", " ") != _GAZETTEER_HEADER:
        message = f"{_GAZETTEER}: the header is not {_GAZETTEER_HEADER}; run tools/build_gazetteer.py"
        raise KnowledgeError(message, code="bad_gazetteer", record_id=_GAZETTEER)
    return {"place:" + line.partition("\t")[0]: line for line in lines[1:]}


class _PlaceEntries(Mapping[str, PlaceEntry]):
    """Our own places, then the gazetteer's, whose lines are split only when asked for."""

    def __init__(self, own: Mapping[str, PlaceEntry], lines: Mapping[str, str]) -> None:
        self._own = own
        self._lines = lines

    def __getitem__(self, entity: str) -> PlaceEntry:
        own = self._own.get(entity)
        if own is None:
            return _gazetteer_entry(self._lines[entity])
        line = self._lines.get(entity)
        return own if line is None else structs.replace(own, population=_gazetteer_entry(line).population)

    def __iter__(self) -> Iterator[str]:
        return chain(self._own, (entity for entity in self._lines if entity not in self._own))

    def __len__(self) -> int:
        return len(self._own.keys() | self._lines.keys())

    def name_rows(self) -> Iterator[NameRow]:
        """Yield the names of the gazetteer's places."""
        for entity, line in self._lines.items():
            _, name_en, name_ar, alternates, _ = line.split("\t", 4)
            weak = line[line.rindex("\t") + 1 :].split("|")
            for name in (name_en, name_ar, *alternates.split("|")):
                if name:
                    yield NameRow(name, entity, ("*",) if name in weak else ())


_PRECISIONS = {"country": 6, "province": 4}


def _gazetteer_entry(line: str) -> PlaceEntry:
    identity, name_en, name_ar, _, kind, country, admin1, latitude, longitude, population, _ = line.split("\t")
    return PlaceEntry(
        id=f"place:{identity}",
        name_en=name_en,
        name_ar=name_ar,
        kind=kind,
        country=country,
        admin1=admin1,
        latitude=float(latitude) if latitude else None,
        longitude=float(longitude) if longitude else None,
        population=int(population or 0),
        precision=_PRECISIONS.get(kind, 1),
    )


# --- an imported set -------------------------------------------------------------------------------------------------


def _with_set(imported: PlaceSet) -> Names[PlaceEntry]:
    """Return the package's places with those of an imported set behind them."""
    own, packaged = _packaged()
    later = {first: partial(_imported_rows, data) for first, data in imported.searched().items()}
    index = _place_index(own, packaged.name_rows(), later=later)
    return Names(_ImportedEntries(packaged, imported), index, label=imported.label, vouched=imported.vouched())


_GUARDS: Final[Mapping[str, tuple[str, ...]]] = {"": (), "district": ("district",), "word": ("village",)}


def _imported_rows(data: bytes) -> Iterator[NameRow]:
    for place, name, guard in unpack_names(data):
        yield NameRow(name, f"place:{place}", _GUARDS[guard])


class _ImportedEntries(Mapping[str, PlaceEntry]):
    """The package's places, and those of an imported set, which are read from its file when asked for."""

    def __init__(self, packaged: _PlaceEntries, imported: PlaceSet) -> None:
        self._packaged = packaged
        self._imported = imported
        self._ids = {f"place:{identity}": base for identity, base in imported.identities()}
        self._read: dict[str, PlaceEntry] = {}

    def __getitem__(self, entity: str) -> PlaceEntry:
        entry = self._read.get(entity)
        if entry is None:
            entry = self._read[entity] = self._entry(entity) if entity in self._ids else self._packaged[entity]
        return entry

    def _entry(self, entity: str) -> PlaceEntry:
        place = self._imported.place(entity.removeprefix("place:"))
        if place is None:
            raise KeyError(entity)
        if self._ids[entity]:
            entry = self._packaged[entity]
            return structs.replace(entry, admin2=place.admin2, population=entry.population or place.population, sources=place.sources)
        return PlaceEntry(
            id=entity, name_en=place.name_en, name_ar=place.name_ar, kind=place.kind, country=place.country, admin1=place.admin1,
            admin2=place.admin2, latitude=place.latitude, longitude=place.longitude, population=place.population, precision=place.precision,
            sources=place.sources,
        )  # fmt: skip

    def __iter__(self) -> Iterator[str]:
        return chain(self._packaged, (entity for entity, base in self._ids.items() if not base))

    def __len__(self) -> int:
        return len(self._packaged) + sum(not base for base in self._ids.values())

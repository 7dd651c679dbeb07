# SPDX-License-Identifier: Apache-2.0
"""From files to a set: read, join with what the set has and with the package's gazetteer, guard names, write."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace

from rasid.knowledge.gazetteer.formats import read_places
from rasid.knowledge.gazetteer.guards import searched_names
from rasid.knowledge.gazetteer.merge import Row, by_source, join_lists
from rasid.knowledge.gazetteer.rows import ListedPlace, OtherName, Source
from rasid.knowledge.gazetteer.store import PlaceSet, StoredList, rows_of, write_set
from rasid.knowledge.names import packaged_places
from rasid.records import Issue, Record


class SetReport(Record, frozen=True, kw_only=True):
    """What a set holds after a change."""

    path: str
    digest: str
    places: int
    names: int
    known: int
    """Places that the package has too."""
    sources: tuple[tuple[str, int], ...]
    """Each source with the places that it has a part in."""


def read_list(path: Path, *, source: Source) -> StoredList:
    """Return the rows of a file and the issues of those that could not be read.

    Args:
        path: Of the file; see `rasid.knowledge.gazetteer.formats`.
        source: What the user says of it; file, hash and format are filled in.

    Raises:
        ReadError: The file cannot be read, or is of no known format.
    """
    reading = read_places(path, country=source.country)
    rows: list[ListedPlace] = []
    issues: list[Issue] = []
    for item in reading.rows:
        if isinstance(item, Issue):
            issues.append(item)
        else:
            rows.append(item)
    filled = replace(source, file=path.name, sha256=reading.sha256, format=reading.format)
    return StoredList(filled, tuple(rows), tuple(issues))


def write_lists(path: Path, lists: Sequence[StoredList]) -> SetReport:
    """Join lists and write them as a set.

    Args:
        path: Of the set's file.
        lists: Those that know best first; of two of one id the later stands.

    Raises:
        KnowledgeError: The file cannot be written.
    """
    kept = tuple({stored.source.id: stored for stored in lists}.values())
    countries = {row.country for stored in kept for row in stored.rows}
    places = join_lists([*_packaged(countries), *rows_of(kept)])
    names = tuple(searched_names(places))
    digest = write_set(path, lists=kept, places=places, names=names)
    counts = by_source(places)
    return SetReport(
        path=str(path), digest=digest, places=len(places), names=len(names), known=sum(place.base for place in places),
        sources=tuple((stored.source.id, counts.get(stored.source.id, 0)) for stored in kept),
    )  # fmt: skip


def lists_of(path: Path) -> tuple[StoredList, ...]:
    """Return the lists of a set that is there, or none.

    Raises:
        KnowledgeError: The file is no set.
    """
    if not path.exists():
        return ()
    held = PlaceSet(path, only_lists=True)
    try:
        return held.lists()
    finally:
        held.close()


def _packaged(countries: set[str]) -> Iterator[Row]:
    """Yield the package's own places of some countries, as rows that others may join."""
    places = packaged_places()
    spelled: dict[str, list[str]] = {}
    for name, entity in places.spellings():
        spelled.setdefault(entity, []).append(name)
    for entity in places:
        entry = places.get(entity)
        if entry is None or entry.country not in countries or (entry.latitude is None and entry.kind != "province"):
            continue
        others = tuple(OtherName(name) for name in spelled.get(entity, ()))
        yield Row("", ListedPlace(
            key=entity.removeprefix("place:"), line=0, name_en=entry.name_en, name_ar=entry.name_ar, others=others, kind=entry.kind,
            country=entry.country, admin1=entry.admin1, latitude=entry.latitude, longitude=entry.longitude, population=entry.population,
            precision=entry.precision,
        ))  # fmt: skip

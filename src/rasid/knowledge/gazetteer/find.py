# SPDX-License-Identifier: Apache-2.0
"""What a name may stand for, in any script and spelling: all candidates, each with the reason why it is one.

Unlike the search in text it passes over no name: a person asks, and judges. Spelling first, then sound.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from rasid.knowledge.gazetteer.folder import chosen_set
from rasid.knowledge.gazetteer.store import PlaceSet
from rasid.knowledge.load import read_tsv
from rasid.knowledge.name_index import is_arabic
from rasid.knowledge.names import PlaceEntry, load_places, packaged_places
from rasid.knowledge.sounds import likeness, sound_key
from rasid.records import Record

_LIKE: Final = 0.75  # of spellings whose consonants differ by one: غ for خ, a t that is heard before the next word only
_SAME: Final = 0.9  # as `likeness` has it for one sound in two scripts
_FEWEST: Final = 3  # consonants from which keys that differ by one letter are compared too
_MOST_NAMES: Final = 12


class FoundPlace(Record, frozen=True, kw_only=True, tag_field="record", tag="found_place"):
    """A place that a name may stand for."""

    id: str
    name_en: str
    name_ar: str
    kind: str
    country: str
    admin1: str
    admin2: str
    latitude: float | None
    longitude: float | None
    population: int
    precision: int
    sources: tuple[str, ...]
    """`own` for the package's list by hand, `geonames`, `natural_earth`, `cldr`; names of imported lists."""
    matched: str
    """The spelling that was met."""
    likeness: float
    """Of that spelling and the name asked for, 0 to 1."""
    why: str
    guard: str
    """What has to stand beside the name in text; empty where it counts by itself."""
    names: tuple[str, ...]
    """Other names."""


def find_places(name: str, *, country: str = "", limit: int = 20) -> tuple[FoundPlace, ...]:
    """Return what a name may stand for: the likest first, of equals the larger, then by id.

    Names that sound alike with a consonant between them are given only where none is the same or sounds the same.

    Args:
        name: In Arabic or Latin script, Turkish and Kurdish letters included.
        country: Only places of this country, ISO 3166 two letters.
        limit: At most so many.
    """
    best: dict[str, tuple[float, str]] = {}
    for spelling, entities in _spellings_like(name):
        score = likeness(name, spelling)
        for entity in entities:
            if score > best.get(entity, (0.0, ""))[0]:
                best[entity] = score, spelling
    places = load_places()
    found = [
        (score, entry, spelling)
        for entity, (score, spelling) in best.items()
        if score >= _LIKE and (entry := places.get(entity)) is not None and country in {"", entry.country}
    ]
    found = [item for item in found if item[0] >= _SAME] or found
    # Latin spellings of one name differ so freely that the same letters say no more than the same sound.
    found.sort(key=lambda item: (-item[0] if is_arabic(name) else -min(item[0], _SAME), not item[1].own, -item[1].population, item[1].id))
    return tuple(_found(name, score, entry, spelling) for score, entry, spelling in found[:limit])


def _spellings_like(name: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield spellings of equal sound, and of sounds one consonant away, with what they name."""
    key = sound_key(name)
    yield name, load_places().index.look_up(name)
    for sound in (key, *_neighbours(key)):
        yield from _packaged_sounds().get(sound, {}).items()
        if (imported := _imported()) is not None:
            for identity in imported.sounding(sound):
                place = imported.place(identity)
                for other, _ in place.names if place else ():
                    yield other.name, (f"place:{identity}",)


def _neighbours(key: str) -> tuple[str, ...]:
    """Return the keys that lack one consonant of a key, have one more, or another; deterministic, some hundreds."""
    if len(key) < _FEWEST:
        return ()
    letters = "bdfhjlmnqrstz"
    cuts = range(len(key))
    less = (key[:cut] + key[cut + 1 :] for cut in cuts)
    other = (key[:cut] + letter + key[cut + 1 :] for cut in cuts for letter in letters)
    more = (key[:cut] + letter + key[cut:] for cut in range(len(key) + 1) for letter in letters)
    return tuple(dict.fromkeys((*less, *other, *more)))


@cache
def _packaged_sounds() -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    by_sound: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for spelling, entity in packaged_places().spellings():
        held = by_sound[sound_key(spelling)]
        held[spelling] = (*held.get(spelling, ()), entity)
    return by_sound


@cache
def _imported() -> PlaceSet | None:
    chosen = chosen_set()
    return None if chosen is None else PlaceSet(chosen)


@cache
def _guards() -> Mapping[tuple[str, str], str]:
    """Return the guards of imported names by place and name."""
    imported = _imported()
    return {} if imported is None else {(f"place:{name.place}", name.name): name.guard for name in imported.names()}


def _found(asked: str, score: float, entry: PlaceEntry, spelling: str) -> FoundPlace:
    imported = _imported()
    place = imported.place(entry.id.removeprefix("place:")) if imported is not None else None
    names = [spelling, *(other.name for other, _ in place.names)] if place else [spelling]
    kept = [other for other in dict.fromkeys(names) if other not in {entry.name_ar, entry.name_en, asked}]
    return FoundPlace(
        id=entry.id, name_en=entry.name_en, name_ar=entry.name_ar, kind=entry.kind, country=entry.country, admin1=entry.admin1,
        admin2=entry.admin2, latitude=entry.latitude, longitude=entry.longitude, population=entry.population, precision=entry.precision,
        sources=(*_packaged_source(entry), *entry.sources), matched=spelling, likeness=score, why=_why(score),
        guard=_guard(entry, spelling), names=tuple(kept[:_MOST_NAMES]),
    )  # fmt: skip


def _packaged_source(entry: PlaceEntry) -> tuple[str, ...]:
    if entry.own:
        return ("own",)
    packaged = entry.id in packaged_places()
    prefixes = {"gn": "geonames", "adm": "natural_earth", "country": "cldr"}
    return (prefixes.get(entry.id.removeprefix("place:").partition("-")[0], "package"),) if packaged else ()


def _why(score: float) -> str:
    if score >= 1:
        return "the same name"
    return "sounds the same" if score >= _SAME else "sounds alike"


def _guard(entry: PlaceEntry, spelling: str) -> str:
    """Return what a name needs beside it in text, in words."""
    guard = _guards().get((entry.id, spelling), "") if entry.sources else ""
    if entry.id in packaged_places():
        guard = "word" if spelling in _weak_names() else ""
    return {"word": "a word such as قرية or village", "district": "a word such as قرية, or its district in the document"}.get(guard, "")


@cache
def _weak_names() -> frozenset[str]:
    """Return the names of the package that need a guard word."""
    own = (part.partition("=")[0] for row in read_tsv("places/aliases.tsv") for part in row.items_of("guard"))
    return frozenset((*own, *(row["name"] for row in read_tsv("places/homographs.tsv")), *packaged_places().weak_names()))

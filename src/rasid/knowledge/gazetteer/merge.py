# SPDX-License-Identifier: Apache-2.0
"""Several lists of places to one: rows that are one place become one, with the names and sources of all.

Two rows are one place where they bear one id, or where they lie near each other, are of kinds that can be one, and have
names that are alike. Two rows of one list are two places, unless name and point are the same: whoever made it told them apart.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import floor
from typing import Final, NamedTuple

from msgspec.structs import replace

from rasid.knowledge.distance import km_between
from rasid.knowledge.gazetteer.rows import SETTLED, ListedPlace, OtherName
from rasid.knowledge.name_index import fold_name, is_arabic
from rasid.knowledge.sounds import likeness, sound_key
from rasid.records import Record

# The farthest that two lists set one village apart: on 306 Syrian towns of GeoNames that OCHA has under the same Arabic name
# the points differ by 0.5 km in the middle and by less than 3 km for nine in ten; above 5 km begin namesakes.
_SAME_NAME_KM: Final = 5.0
_LIKE_NAME_KM: Final = 2.0
_LIKE: Final = 0.8
_SAME_ID_KM: Final = 25.0
_UNIT_KM: Final = 60.0  # centroids of one province or district, by two methods
_CELL: Final = 0.06  # degrees: 6.7 km of latitude, so that a place and its neighbours in reach lie in adjoining cells
_UNITS: Final = frozenset({"province", "district", "country"})


class JoinedPlace(Record, frozen=True, kw_only=True):
    """One place with what all lists say of it; each fact is of the first list that has it."""

    id: str
    name_en: str
    name_ar: str
    kind: str
    country: str
    admin1: str
    admin2: str
    admin3: str
    latitude: float | None
    longitude: float | None
    population: int
    precision: int
    keys: tuple[str, ...]
    """Ids in the lists: p-codes, GeoNames ids."""
    sources: tuple[str, ...]
    names: tuple[tuple[OtherName, tuple[str, ...]], ...]
    """Each name with the sources that have it."""
    base: bool = False
    """True for a place that the package's own gazetteer has too, under the same id."""


class Row(NamedTuple):
    """A row and the list that it is of."""

    source: str
    """Empty for the gazetteer of the package."""
    place: ListedPlace


def join_lists(rows: Iterable[Row]) -> tuple[JoinedPlace, ...]:
    """Return the places of several lists, sorted by id.

    Args:
        rows: Of all lists, those that know best first: their names, points and kinds stand. Rows without a source are the
            gazetteer's: a place that joins one of them takes its id, and those that nothing joins are left out.
    """
    groups = _Groups()
    for row in _with_parents(tuple(rows)):
        groups.add(row)
    provinces = _Provinces(groups.all)
    joined = [_joined(group, provinces) for group in groups.all if any(row.source for row in group)]
    return tuple(sorted(joined, key=lambda place: place.id))


def _with_parents(rows: Sequence[Row]) -> Iterator[Row]:
    """Yield the rows, those without parents taking them from the p-codes that theirs begins with: SY08 of SY0801."""
    units = {row.place.key: row.place.name_en or row.place.name_ar for row in rows if row.place.key.startswith("pcode-") and row.place.kind in _UNITS}
    for row in rows:
        place = row.place
        parents = [] if place.admin1 or not place.key.startswith("pcode-") else _parents(place.key, units)
        if parents:
            place = replace(place, admin1=parents[0], admin2=place.admin2 or (parents[1] if len(parents) > 1 else ""))
        yield row._replace(place=place)


def _parents(key: str, units: Mapping[str, str]) -> list[str]:
    """Return the names of the units that a p-code's unit lies in, the province first, its own name behind them."""
    shorter = (key[:end] for end in range(len("pcode-") + 3, len(key) + 1))
    return [units[code] for code in shorter if code in units]


class _Groups:
    """Rows that are one place, by cell of the map and by id."""

    def __init__(self) -> None:
        self.all: list[list[Row]] = []
        self._cells: defaultdict[tuple[int, int], list[list[Row]]] = defaultdict(list)
        self._by_key: dict[str, list[Row]] = {}
        # Units of one country are many and lie anywhere in it, so they are looked up by the sound of their names.
        self._units: defaultdict[tuple[str, str, str], list[list[Row]]] = defaultdict(list)

    def add(self, row: Row) -> None:
        """Put a row to its place, or begin a new one."""
        group = self._find(row)
        if group is None:
            group = []
            self.all.append(group)
            self._index(row.place, group)
        if row.place.kind in _UNITS:
            self._index_unit(row.place, group)
        group.append(row)
        self._by_key.setdefault(row.place.key, group)

    def _index(self, place: ListedPlace, group: list[Row]) -> None:
        if place.kind not in _UNITS and place.latitude is not None and place.longitude is not None:
            self._cells[_cell(place.latitude, place.longitude)].append(group)

    def _index_unit(self, place: ListedPlace, group: list[Row]) -> None:
        for sound in _sounds(place):
            held = self._units[place.country, place.kind, sound]
            if not any(other is group for other in held):
                held.append(group)

    def _find(self, row: Row) -> list[Row] | None:
        place = row.place
        known = self._by_key.get(place.key)
        if known is not None and _far(known[0].place, place) <= _SAME_ID_KM:
            return known
        best: tuple[float, float] = (0.0, 0.0)
        found: list[Row] | None = None
        for group in self._near(place):
            closeness = _closeness(group, row)
            if closeness is not None and closeness > best:
                best, found = closeness, group
        return found

    def _near(self, place: ListedPlace) -> Iterator[list[Row]]:
        if place.kind in _UNITS:
            for sound in _sounds(place):
                yield from self._units.get((place.country, place.kind, sound), ())
        elif place.latitude is not None and place.longitude is not None:
            north, east = _cell(place.latitude, place.longitude)
            for step in (-1, 0, 1):
                for side in (-1, 0, 1):
                    yield from self._cells.get((north + step, east + side), ())


def _sounds(place: ListedPlace) -> tuple[str, ...]:
    return tuple(dict.fromkeys(sound_key(name.name) for name in place.names()))


def _cell(latitude: float, longitude: float) -> tuple[int, int]:
    return floor(latitude / _CELL), floor(longitude / _CELL)


def _far(one: ListedPlace, other: ListedPlace) -> float:
    """Return the distance in kilometres, 0 where one has no point."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return 0.0
    return km_between(one.latitude, one.longitude, other.latitude, other.longitude)


def _closeness(group: Sequence[Row], row: Row) -> tuple[float, float] | None:
    """Return how well a row fits a place (likeness of the names, minus distance), or None where it is another."""
    first = group[0].place
    if first.country != row.place.country or not _can_be_one(first.kind, row.place.kind):
        return None
    far = _far(first, row.place)
    unit = first.kind in _UNITS
    if far > (_UNIT_KM if unit else _SAME_NAME_KM):
        return None
    alike = max(_likeness(member.place, row.place) for member in group)
    if any(member.source == row.source for member in group) and (far > 0.05 or alike < 1):  # noqa: PLR2004  (fifty metres)
        return None
    if alike < _LIKE or (alike < 1 and not unit and far > _LIKE_NAME_KM):
        return None
    return alike, -far


def _can_be_one(kind: str, other: str) -> bool:
    return kind == other or (kind in SETTLED and other in SETTLED)


def _likeness(one: ListedPlace, other: ListedPlace) -> float:
    """Return how alike the likest names of two places are; Arabic ones decide where both have them."""
    first, second = one.names(), other.names()
    scripts = {is_arabic(name.name) for name in first} & {is_arabic(name.name) for name in second}
    wanted = next((script for script in (True, False) if script in scripts), None)
    pairs = [
        (a.name, b.name)
        for a in first
        for b in second
        if wanted is None or (is_arabic(a.name) is wanted and is_arabic(b.name) is wanted)
    ]
    return max((likeness(*pair) for pair in pairs), default=0.0)


class _Provinces:
    """Tells the province of a place as the package names it: by its name, by that of its district, or by its neighbours."""

    def __init__(self, groups: Iterable[Sequence[Row]]) -> None:
        self._canonical: dict[tuple[str, str], str] = {}
        self._votes: defaultdict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self._known: dict[tuple[str, str], str] = {}
        self._by_country: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        groups = list(groups)
        for group in groups:
            base = group[0].place
            if not group[0].source and base.kind == "province":
                for row in group:
                    for name in row.place.names():
                        self._canonical.setdefault((base.country, _plain(name.name)), base.admin1 or base.name_en)
        for (country, spelling), province in self._canonical.items():
            self._by_country[country].append((spelling, province))
        for group in groups:
            province = self._of_names(group)
            for row in group:
                if province and row.source and row.place.admin2:
                    self._votes[row.place.country, _plain(row.place.admin2)][province] += 1

    def _of_names(self, group: Sequence[Row]) -> str:
        if not group[0].source and group[0].place.admin1:
            return group[0].place.admin1
        written = [(row.place.country, row.place.admin1) for row in group if row.place.admin1]
        return next((self.of_name(*pair) for pair in written), "")

    def of_name(self, country: str, written: str) -> str:
        """Return the package's name of a province, or the name as written where it knows none that is alike."""
        pair = (country, written)
        if pair not in self._known:
            found = self._canonical.get((country, _plain(written)))
            if found is None:
                ranked = [(likeness(written, name), province) for name, province in self._by_country[country]]
                best = max(ranked, default=(0.0, ""))
                found = best[1] if best[0] >= _LIKE else written
            self._known[pair] = found
        return self._known[pair]

    def of(self, group: Sequence[Row]) -> str:
        """Return the province of a place, or nothing."""
        own = self._of_names(group)
        if own:
            return own
        votes = next((self._votes[row.place.country, _plain(row.place.admin2)] for row in group if row.place.admin2), None)
        return votes.most_common(1)[0][0] if votes else ""


def _plain(name: str) -> str:
    for word in ("محافظة ", " Governorate", " Province", "مركز "):
        name = name.replace(word, "")
    return fold_name(name).replace(" ", "")


def _joined(group: Sequence[Row], provinces: _Provinces) -> JoinedPlace:
    base = group[0].place if not group[0].source else None
    rows = [row for row in group if row.source]
    first = rows[0].place
    places = [row.place for row in group]
    pointed = next((place for place in places if place.latitude is not None), places[0])
    return JoinedPlace(
        id=base.key if base else first.key,
        name_en=next((place.name_en for place in places if place.name_en), ""),
        name_ar=next((place.name_ar for place in places if place.name_ar), ""),
        kind=_kind(places), country=first.country, admin1=provinces.of(group),
        admin2=next((place.admin2 for place in places if place.admin2), ""),
        admin3=next((place.admin3 for place in places if place.admin3), ""),
        latitude=pointed.latitude, longitude=pointed.longitude, population=max(place.population for place in places),
        precision=pointed.precision, keys=tuple(dict.fromkeys(row.place.key for row in rows)),
        sources=tuple(dict.fromkeys(row.source for row in rows)), names=_names(rows), base=base is not None,
    )  # fmt: skip


def _kind(places: Sequence[ListedPlace]) -> str:
    """Return the kind that the first list gives, or a larger one where another list knows of more than a village."""
    order = ("village", "town", "city")
    kinds = [place.kind for place in places]
    if all(kind in order for kind in kinds):
        return max(kinds, key=order.index)
    return kinds[0]


def _names(rows: Sequence[Row]) -> tuple[tuple[OtherName, tuple[str, ...]], ...]:
    """Return the names with their sources, official ones first; one spelling once."""
    sources: dict[str, list[str]] = {}
    kept: dict[str, OtherName] = {}
    for row in rows:
        for name in row.place.names():
            kept.setdefault(name.name, name)
            sources.setdefault(name.name, [])
            if row.source not in sources[name.name]:
                sources[name.name].append(row.source)
    return tuple((name, tuple(sources[spelling])) for spelling, name in kept.items())


def by_source(places: Iterable[JoinedPlace]) -> Mapping[str, int]:
    """Return how many places each source has a part in."""
    return Counter(source for place in places for source in place.sources)

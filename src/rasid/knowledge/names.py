# SPDX-License-Identifier: Apache-2.0
"""Names found in running text, whatever they name: places, actors, sites, outlets.

`NameIndex` takes rows of (name, entity, guard) and finds the names among the tokens of a sentence, longest first. It
compares folded spellings, so `الحسكه`, `الحسكة` and `بالحسكة` are one name; and it knows that some names are also
common words (الباب "the door", a town): such a name is weak unless one of its guard words stands beside it.
"""

import gzip
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain
from typing import Generic, NamedTuple, TypeVar

from msgspec import structs

from rasid.errors import KnowledgeError
from rasid.knowledge.load import Row, knowledge_root, read_tsv
from rasid.records import Record, Token
from rasid.spelling import fold

_MARKS = dict.fromkeys([*range(0x610, 0x61B), *range(0x64B, 0x660), 0x640, 0x670, *range(0x6D6, 0x6EE)])
# On top of rasid.spelling: letters of Persian and Kurdish spellings, and digits.
_ARABIC = {**str.maketrans("ەھہڤ٠١٢٣٤٥٦٧٨٩", "هههف0123456789"), **_MARKS}
_APOSTROPHES = dict.fromkeys(map(ord, "ʿʾʻʼ’‘'`"))
_CLEANED = {**_APOSTROPHES, **_MARKS}
_LATIN = {**str.maketrans("ıøłđ", "iold"), **_APOSTROPHES}
_PIECE = re.compile(r"[^\W_]+")
_DOUBLED = re.compile(r"(.)\1+")
_ARTICLES = frozenset({"al", "el"})
_ASSIMILATED = frozenset({"ar", "as", "ash", "ad", "at", "an", "az", "er", "es", "esh", "ed", "et", "en", "ez"})
_MIN_DROPPED_ARTICLE = 5  # letters: `القامشلي` may stand for a listed `قامشلي`, but `الباب` not for a listed `باب`
_MIN_OWN_SPLIT = 3  # letters left when we split a clitic that the tokeniser left on: `ودير الزور`
_MIN_OWN_SPLIT_ALONE = 4  # the same for names of one word: `ومنبج`
_MAX_ACRONYM = 5
_NEAR = 3  # guard words of up to three letters (في، in, of) must stand next to the name; longer ones one word further


class NameRow(NamedTuple):
    """One name of one entity, and the words that must stand beside it if it is a weak name."""

    name: str
    entity: str
    guard: tuple[str, ...] = ()


class NameMatch(Record, frozen=True, kw_only=True):
    """A name found among the tokens of a sentence."""

    start: int
    """Index of the first token."""
    end: int
    """Index behind the last token."""
    entities: tuple[str, ...]
    """All that the name may stand for, in the order of the rows."""
    weak: bool = False
    """True for a name that is also a common word and has no guard word beside it here."""
    name: str = ""
    """Folded name: the same for all spellings, so that a guarded match can vouch for a weak one elsewhere."""


class _Piece(NamedTuple):
    base: str
    definite: bool
    raw: str
    token: int


class _Entry:
    """All rows with the same pieces, articles and capitals."""

    __slots__ = ("capitals", "definite", "entities", "guard", "name")

    def __init__(self, name: str, definite: tuple[bool, ...], capitals: int) -> None:
        self.name = name
        self.definite = definite
        self.capitals = capitals
        self.entities: list[str] = []
        self.guard: set[str] = set()


@lru_cache(maxsize=1 << 17)
def fold_name(word: str) -> str:
    """Return a spelling under which variants of one word meet.

    Arabic: one alef, one ya, ه for ة, ؤ and ئ without hamza, no diacritics or tatweel, Persian letters as Arabic ones.
    Latin: lower case without diacritics and apostrophes, doubled letters single, `ah` at the end as `a`, and the
    commonest ways to write one Arabic vowel as one (`ou` and `oo` as `u`, `ee` as `i`, `ei` and `ay` as `ai`).
    """
    if not word.isascii():
        word = fold(word.translate(_ARABIC))
        if is_arabic(word):
            return word
        decomposed = unicodedata.normalize("NFKD", word)
        word = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return _fold_latin(word.translate(_LATIN).lower())


def is_arabic(word: str) -> bool:
    """Return whether a word begins in Arabic script."""
    return "\u0600" <= word[:1] <= "\u06ff"


def _fold_latin(word: str) -> str:
    if word.isdigit():
        return word
    word = _DOUBLED.sub(r"\1", word.replace("oo", "u").replace("ee", "i"))
    word = word.replace("ou", "u").replace("ei", "ai").replace("ay", "ai")
    return word[:-1] if word.endswith("ah") and len(word) > 3 else word  # noqa: PLR2004


def _drop_article(folded: str) -> tuple[str, bool]:
    """Return an Arabic word without ال, and whether it had it. Both sides of a comparison go through here."""
    if len(folded) > 3 and folded.startswith("ال"):  # noqa: PLR2004
        return folded[2:], True
    return folded, False


@lru_cache(maxsize=1 << 17)
def _pieces_of(form: str) -> tuple[tuple[str, bool, str], ...]:
    """Return (base, definite, raw) for each part of a word or name: `Deir ez-Zor` has deir and, definite, zor."""
    found: list[tuple[str, bool, str]] = []
    article = False
    for part in _PIECE.finditer(form.translate(_CLEANED)):
        raw = part.group()
        if is_arabic(raw):
            found.append((*_drop_article(fold_name(raw)), raw))
        elif _is_latin_article(raw.lower(), part.string[part.end() :].lower()):
            article = True
        else:
            found.append((fold_name(raw), article, raw))
            article = False
    return tuple(found)


def _is_latin_article(word: str, rest: str) -> bool:
    """Return whether a word is al or el, or has its l turned into the next sound: ar-Raqqah, ez-Zor."""
    if not rest[1:] or rest[0] not in " -":
        return False
    return word in _ARTICLES or (word in _ASSIMILATED and rest[1:].startswith(word[1:]))


@lru_cache(maxsize=1 << 17)
def _heads_of(form: str, proclitics: tuple[str, ...]) -> tuple[tuple[str, bool, bool], ...]:
    """Return the readings (base, definite, own split) of an Arabic word as the first word of a name.

    The tokeniser's reading comes first, then the word as it stands (a name may begin with what looks like a clitic:
    لبنان, باريس), then, if the tokeniser split nothing, splits of our own for names that it does not know.
    """
    folded = fold_name(form)
    readings: list[tuple[str, bool, bool]] = []
    if proclitics:
        readings.append((*_strip(folded, proclitics), False))
    readings.append((*_drop_article(folded), False))
    if not proclitics:
        readings.extend((*reading, True) for reading in _own_splits(folded))
    return tuple(dict.fromkeys(readings))


def _strip(folded: str, proclitics: tuple[str, ...]) -> tuple[str, bool]:
    for clitic in proclitics:
        if clitic != "ال":
            folded = folded.removeprefix(clitic)
        elif folded.startswith("ل") and not folded.startswith("ال"):  # للحسكة is ل + الحسكة
            return folded[1:], True
    return _drop_article(folded)


def _own_splits(folded: str) -> list[tuple[str, bool]]:
    splits: list[tuple[str, bool]] = []
    for clitics in ("و", "ب", "ل", "وب", "ول"):
        rest = folded.removeprefix(clitics)
        if len(rest) == len(folded) or len(rest) < _MIN_OWN_SPLIT:
            continue
        if clitics.endswith("ل") and rest.startswith("ل"):
            splits.append((rest[1:], True))
        splits.append(_drop_article(rest))
    return splits


def _capitals(raws: Sequence[str]) -> int:
    """Return how a Latin name must be written: 0 any way, 1 capital first, 2 all capitals (acronyms: IS, WHO)."""
    first = raws[0]
    if len(raws) == 1 and first.isupper() and 1 < len(first) <= _MAX_ACRONYM:
        return 2
    return 1 if first[:1].isupper() else 0


class NameIndex:
    """Finds listed names among tokens. Built once; asking it changes nothing."""

    def __init__(
        self,
        rows: Iterable[NameRow],
        *,
        guards: Mapping[str, Sequence[str]] | None = None,
        homographs: Iterable[tuple[str, Sequence[str]]] = (),
    ) -> None:
        """Index the rows.

        Args:
            rows: In order of preference; names of no letters are left out.
            guards: Named sets of guard words: a row's guard `*` stands for `guards["*"]`.
            homographs: Names that are weak whichever row they come from, with their guard words; a row with guards
                of its own keeps those.
        """
        self._entries: dict[tuple[str, ...], list[_Entry]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        self._guards = {name: frozenset(map(_fold_guard, words)) for name, words in (guards or {}).items()}
        for row in rows:
            self._add(row)
        for name, words in homographs:
            pieces = _pieces_of(name)
            for entry in self._entries.get(tuple(piece[0] for piece in pieces), ()):
                if not entry.guard and entry.definite == tuple(piece[1] for piece in pieces):
                    entry.guard.update(self._expand(words))

    def _expand(self, words: Iterable[str]) -> Iterator[str]:
        for word in words:
            if word in self._guards:
                yield from self._guards[word]
            else:
                yield _fold_guard(word)

    def __len__(self) -> int:
        """Return the number of distinct names."""
        return len(self._entries)

    def _add(self, row: NameRow) -> None:
        pieces = _pieces_of.__wrapped__(row.name)
        if not pieces:
            return
        key = tuple(piece[0] for piece in pieces)
        definite = tuple(piece[1] for piece in pieces)
        capitals = _capitals([piece[2] for piece in pieces])
        entries = self._entries.get(key)
        if entries is None:
            entries = self._entries[key] = []
            lengths = self._lengths.get(key[0], ())
            if len(key) not in lengths:
                self._lengths[key[0]] = tuple(sorted((*lengths, len(key)), reverse=True))
        entry = next((e for e in entries if e.definite == definite and e.capitals == capitals), None)
        if entry is None:
            entry = _Entry(" ".join(key), definite, capitals)
            entries.append(entry)
        if row.entity not in entry.entities:
            entry.entities.append(row.entity)
        entry.guard.update(self._expand(row.guard))

    def look_up(self, name: str) -> tuple[str, ...]:
        """Return the entities of a name that stands alone (as in a table), weak or not, articles ignored."""
        pieces = _pieces_of(name)
        entries = self._entries.get(tuple(piece[0] for piece in pieces), ())
        definite = tuple(piece[1] for piece in pieces)
        ranked = sorted(entries, key=lambda entry: entry.definite != definite)
        return tuple(dict.fromkeys(entity for entry in ranked for entity in entry.entities))

    def match(self, tokens: Sequence[Token]) -> list[NameMatch]:
        """Find the names among the tokens of one sentence.

        Args:
            tokens: Of one sentence, punctuation included.

        Returns:
            Matches in the order of the text; they do not overlap, and at each word the longest name wins.
        """
        pieces = _text_pieces(tokens)
        found: list[NameMatch] = []
        position = 0
        while position < len(pieces):
            match, length = self._match_at(tokens, pieces, position)
            if match is not None:
                found.append(match)
            position += length
        return found

    def _match_at(
        self, tokens: Sequence[Token], pieces: Sequence[_Piece], position: int
    ) -> tuple[NameMatch | None, int]:
        piece = pieces[position]
        for base, definite, own_split in _readings(tokens, piece):
            for length in self._lengths.get(base, ()):
                window = pieces[position : position + length]
                if len(window) < length:
                    continue
                if own_split and length == 1 and len(base) < _MIN_OWN_SPLIT_ALONE:
                    continue
                entries = self._entries.get((base, *(other.base for other in window[1:])))
                if entries is None:
                    continue
                flags = (definite, *(other.definite for other in window[1:]))
                fitting = [entry for entry in entries if _fits(entry, flags, window)]
                match = self._choose(fitting, tokens, window, own_split=own_split)
                if match is not None:
                    return match, length
        return None, 1

    def _choose(
        self, entries: Sequence[_Entry], tokens: Sequence[Token], window: Sequence[_Piece], *, own_split: bool
    ) -> NameMatch | None:
        if not entries:
            return None
        start, end = window[0].token, window[-1].token + 1
        guard: set[str] = set().union(*(entry.guard for entry in entries))
        weak = bool(guard) and not _is_guarded(tokens, start, end, guard)
        if weak and own_split:
            return None
        entities = tuple(dict.fromkeys(entity for entry in entries for entity in entry.entities))
        return NameMatch(start=start, end=end, entities=entities, weak=weak, name=entries[0].name)


def _fold_guard(word: str) -> str:
    after = ">" if word.startswith(">") else ""
    return after + _drop_article(fold_name(word.removeprefix(">")))[0]


def _text_pieces(tokens: Sequence[Token]) -> list[_Piece]:
    """Return the parts of all tokens; punctuation that ends a name becomes a part that no name has."""
    pieces: list[_Piece] = []
    for index, token in enumerate(tokens):
        form = token.word.form
        parts = _pieces_of(form)
        if not parts and form not in {"-", "'", "’"}:
            pieces.append(_Piece("", False, form, index))
        pieces.extend(_Piece(base, definite, raw, index) for base, definite, raw in parts)
    return _join_articles(pieces)


def _join_articles(pieces: list[_Piece]) -> list[_Piece]:
    """Fold a Latin article that is a token of its own (al + Hol) into the word behind it."""
    joined: list[_Piece] = []
    pending: _Piece | None = None
    for piece in pieces:
        if pending is not None:
            piece = piece._replace(definite=True)  # noqa: PLW2901
            pending = None
        if piece.base in _ARTICLES:
            pending = piece
            continue
        joined.append(piece)
    return joined


def _readings(tokens: Sequence[Token], piece: _Piece) -> tuple[tuple[str, bool, bool], ...]:
    if not is_arabic(piece.raw):
        return ((piece.base, piece.definite, False),) if piece.base else ()
    return _heads_of(piece.raw, tokens[piece.token].word.proclitics)


def _fits(entry: _Entry, flags: tuple[bool, ...], window: Sequence[_Piece]) -> bool:
    """Return whether articles and capitals of the text allow the entry."""
    for listed, seen, piece in zip(entry.definite, flags, window, strict=True):
        if listed and not seen:
            return False
        if seen and not listed and len(entry.definite) == 1 and len(piece.base) < _MIN_DROPPED_ARTICLE:
            return False
    if entry.capitals == 0:
        return True
    raw = window[0].raw
    return raw.isupper() if entry.capitals == 2 else not raw[0].islower()  # noqa: PLR2004


def _is_guarded(tokens: Sequence[Token], start: int, end: int, guard: set[str]) -> bool:
    """Return whether a guard word stands before the name (or, for guards written `>word`, right behind it)."""
    if guard.intersection(tokens[start].word.proclitics):
        return True
    for distance in (1, 2):
        if start >= distance:
            words = _guard_keys(tokens[start - distance])
            if any(word in guard and (distance == 1 or len(word) > _NEAR) for word in words):
                return True
    return end < len(tokens) and any(f">{word}" in guard for word in _guard_keys(tokens[end]))


def _guard_keys(token: Token) -> tuple[str, ...]:
    form = token.word.form
    if not is_arabic(form):
        return (fold_name(form),)
    return tuple(base for base, _, _ in _heads_of(form, token.word.proclitics))


# --- the lists -------------------------------------------------------------------------------------------------------


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
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    precision: int = 1
    """What naming the place pins down, as `rasid.records.Place.precision`."""


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


EntryT = TypeVar("EntryT")


class Names(Generic[EntryT]):
    """The entries of one list by id, with the index of their names."""

    def __init__(self, entries: Mapping[str, EntryT], index: NameIndex) -> None:
        """Keep both; neither is changed afterwards."""
        self._entries = entries
        self.index = index

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
    """Kind of place named by the word; empty where it says no more than "a place"."""
    after: bool
    """True for words that stand behind the name: `Aleppo province`, `الباب شرقي حلب`."""


@cache
def place_words() -> Mapping[str, PlaceWord]:
    """Return the words of places/place_words.tsv by their folded spelling without article (`>` before those that follow)."""
    rows = read_tsv("places/place_words.tsv")
    words = (PlaceWord(row["word"], row["kind"], row["position"] == "after") for row in rows)
    return {_fold_guard(f">{word.word}" if word.after else word.word): word for word in words}


@cache
def load_places() -> Names[PlaceEntry]:
    """Return all places: our own list first, then the gazetteer.

    Raises:
        KnowledgeError: A file is missing or a row is broken.
    """
    own = read_tsv("places/aliases.tsv")
    entries = _PlaceEntries(_entries(own, _own_place), _gazetteer_lines())
    own_rows = list(_name_rows(own, "place"))
    settled = frozenset(fold_name(row.name) for row in own_rows)
    homographs = ((row["name"], row.items_of("guard")) for row in read_tsv("places/homographs.tsv"))
    index = NameIndex(
        chain(own_rows, entries.name_rows(settled)),
        guards={"*": tuple(place_words())},
        homographs=(row for row in homographs if fold_name(row[0]) not in settled),
    )
    return Names(entries, index)


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
    """Yield the names of each row; its guard binds only the names that it lists: `الباب=*;في` or `*` for all of them."""
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
            raise row.error(f"guard {part!r} should be `name=word;word`, `*` for all words of places", code="bad_guard")
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
    )


# --- the gazetteer ---------------------------------------------------------------------------------------------------

_GAZETTEER = "places/gazetteer.tsv.gz"
_GAZETTEER_COLUMNS = "id name_en name_ar alternates kind country admin1 latitude longitude population weak".split()


def _gazetteer_lines() -> dict[str, str]:
    """Return the lines of the gazetteer by id, unsplit: most are never asked for."""
    try:
        text = gzip.decompress(knowledge_root().joinpath(_GAZETTEER).read_bytes()).decode("utf-8")
    except (FileNotFoundError, OSError, EOFError, UnicodeDecodeError) as error:
        message = f"{_GAZETTEER}: cannot be read ({error}); run tools/build_gazetteer.py or reinstall rasid"
        raise KnowledgeError(message, code="no_gazetteer", record_id=_GAZETTEER) from error
    lines = [line for line in text.split("\n") if line and not line.startswith("#")]
    if not lines or lines[0].split("\t") != _GAZETTEER_COLUMNS:
        message = f"{_GAZETTEER}: the header is not {' '.join(_GAZETTEER_COLUMNS)}; run tools/build_gazetteer.py"
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

    def name_rows(self, settled: frozenset[str]) -> Iterator[NameRow]:
        """Yield the names of the gazetteer's places.

        Args:
            settled: Folded names of our own list: it alone says whether these are weak.
        """
        for entity, line in self._lines.items():
            _, name_en, name_ar, alternates, _ = line.split("\t", 4)
            weak = line[line.rindex("\t") + 1 :].split("|")
            for name in (name_en, name_ar, *alternates.split("|")):
                if name:
                    yield NameRow(name, entity, ("*",) if name in weak and fold_name(name) not in settled else ())


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

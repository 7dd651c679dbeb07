# SPDX-License-Identifier: Apache-2.0
"""A set of places as one SQLite file.

The rows of each list are kept as read, so that a list can be renewed or taken out and the rest joined again; the joined
places and their names lie beside them in the form in which text is searched.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path
from typing import Final, NamedTuple

import msgspec

from rasid.errors import KnowledgeError
from rasid.knowledge.gazetteer.merge import JoinedPlace, Row
from rasid.knowledge.gazetteer.rows import ListedPlace, Source
from rasid.knowledge.name_index import first_word, key_of
from rasid.knowledge.sounds import sound_key
from rasid.records import Issue

VERSION: Final = "2"
_SCHEMA: Final = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE sources (id TEXT PRIMARY KEY, place INTEGER NOT NULL, data BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE rows (source TEXT NOT NULL, line INTEGER NOT NULL, data BLOB NOT NULL);
CREATE TABLE issues (source TEXT NOT NULL, data BLOB NOT NULL);
CREATE TABLE places (id TEXT PRIMARY KEY, base INTEGER NOT NULL, data BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE names (place TEXT NOT NULL, name TEXT NOT NULL, sound TEXT NOT NULL, guard TEXT NOT NULL);
CREATE TABLE searched (first TEXT PRIMARY KEY, data BLOB NOT NULL) WITHOUT ROWID;
CREATE INDEX names_sound ON names (sound);
"""
_DIGITS: Final = 12  # of the hash that is shown


class StoredName(NamedTuple):
    """A name of a place, with the guard words that it needs in text, joined by `;`."""

    place: str
    name: str
    guard: str


class StoredList(NamedTuple):
    """All that a set keeps of one list."""

    source: Source
    rows: tuple[ListedPlace, ...]
    issues: tuple[Issue, ...]


class PlaceSet:
    """An open set of places; read-only."""

    def __init__(self, path: Path, *, only_lists: bool = False) -> None:
        """Open the file.

        Args:
            path: Of the file.
            only_lists: Open a set of an earlier version too: its lists can still be read, to build it again.

        Raises:
            KnowledgeError: It is no set of places, or of another version.
        """
        self.path = path
        try:
            self._connection = sqlite3.connect(f"file:{path.resolve().as_posix()}?mode=ro&immutable=1", uri=True, check_same_thread=False)
            self._meta: dict[str, str] = dict(self._connection.execute("SELECT key, value FROM meta"))
        except sqlite3.Error as error:
            message = f"{path}: no set of places ({error}); make one with `rasid places import`"
            raise KnowledgeError(message, code="bad_set", record_id=path.name) from error
        if self._meta.get("version") != VERSION and not only_lists:
            message = f"{path}: a set of version {self._meta.get('version')}, not {VERSION}; build it again with `rasid places build --set {path.stem}`"
            raise KnowledgeError(message, code="old_set", record_id=path.name)

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    @property
    def name(self) -> str:
        """Name of the set."""
        return self.path.stem

    @property
    def digest(self) -> str:
        """First digits of the hash of all places and names: equal for equal content, whatever the file's bytes."""
        return self._meta["digest"]

    @property
    def label(self) -> str:
        """Name and hash, as outputs name the set: `syria@3f2a9c1b77de`."""
        return f"{self.name}@{self.digest}"

    def place(self, identity: str) -> JoinedPlace | None:
        """Return a place by id, without prefix."""
        found = self._connection.execute("SELECT data FROM places WHERE id = ?", (identity,)).fetchone()
        return None if found is None else _places.decode(found[0])

    def places(self) -> Iterator[JoinedPlace]:
        """Yield all places, sorted by id."""
        for (data,) in self._connection.execute("SELECT data FROM places ORDER BY id"):
            yield _places.decode(data)

    def identities(self) -> tuple[tuple[str, bool], ...]:
        """Return the ids, and whether the package has a place of that id too."""
        return tuple((identity, bool(base)) for identity, base in self._connection.execute("SELECT id, base FROM places ORDER BY id"))

    def names(self) -> Iterator[StoredName]:
        """Yield the names that are searched in text, in the order in which they were written."""
        yield from map(StoredName._make, self._connection.execute("SELECT place, name, guard FROM names ORDER BY rowid"))

    def searched(self) -> dict[str, bytes]:
        """Return the names by the folded first word, packed: a text asks for few (see `unpack_names`)."""
        return dict(self._connection.execute("SELECT first, data FROM searched"))

    def vouched(self) -> frozenset[str]:
        """Return the folded names that a document about their district vouches for."""
        return frozenset(self._meta["vouched"].split("\n")) - {""}

    def sounding(self, sound: str) -> tuple[str, ...]:
        """Return the ids of places with a name of that sound, sorted."""
        return tuple(place for (place,) in self._connection.execute("SELECT DISTINCT place FROM names WHERE sound = ? ORDER BY place", (sound,)))

    def lists(self) -> tuple[StoredList, ...]:
        """Return the lists as read, in the order in which they rank."""
        found = self._connection.execute("SELECT id, data FROM sources ORDER BY place").fetchall()
        return tuple(StoredList(_sources.decode(data), self._rows(identity), self._issues(identity)) for identity, data in found)

    def sources(self) -> tuple[Source, ...]:
        """Return the sources in the order in which they rank."""
        return tuple(_sources.decode(data) for (data,) in self._connection.execute("SELECT data FROM sources ORDER BY place"))

    def _rows(self, source: str) -> tuple[ListedPlace, ...]:
        found = self._connection.execute("SELECT data FROM rows WHERE source = ? ORDER BY rowid", (source,))
        return tuple(_listed.decode(data) for (data,) in found)

    def _issues(self, source: str) -> tuple[Issue, ...]:
        found = self._connection.execute("SELECT data FROM issues WHERE source = ? ORDER BY rowid", (source,))
        return tuple(_issues.decode(data) for (data,) in found)


def unpack_names(data: bytes) -> list[StoredName]:
    """Return the names of a value of `PlaceSet.searched`."""
    return _stored.decode(data)


_stored = msgspec.msgpack.Decoder(list[StoredName])
_encoder = msgspec.msgpack.Encoder()
_places = msgspec.msgpack.Decoder(JoinedPlace)
_listed = msgspec.msgpack.Decoder(ListedPlace)
_sources = msgspec.msgpack.Decoder(Source)
_issues = msgspec.msgpack.Decoder(Issue)


def write_set(path: Path, *, lists: Iterable[StoredList], places: Iterable[JoinedPlace], names: Iterable[StoredName]) -> str:
    """Write a set in place of what the file held; an interrupted run leaves what was there.

    Args:
        path: Folders on the way are made.
        lists: As read, in the order in which they rank.
        places: Joined.
        names: That text is searched for.

    Returns:
        The digest of the set.

    Raises:
        KnowledgeError: The file cannot be written.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        with _new(part) as connection:
            digest = _fill(connection, tuple(lists), tuple(places), tuple(names))
        part.replace(path)
    except (OSError, sqlite3.Error) as error:
        message = f"{path}: the set cannot be written ({error}); name another place with --set or RASID_DATA"
        raise KnowledgeError(message, code="unwritable_set", record_id=path.name) from error
    finally:
        part.unlink(missing_ok=True)
    return digest


@contextmanager
def _new(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(_SCHEMA)
        with connection:
            yield connection


def _fill(
    connection: sqlite3.Connection, lists: tuple[StoredList, ...], places: tuple[JoinedPlace, ...], names: tuple[StoredName, ...]
) -> str:
    for rank, (source, rows, issues) in enumerate(lists):
        connection.execute("INSERT INTO sources VALUES (?, ?, ?)", (source.id, rank, _encoder.encode(source)))
        connection.executemany("INSERT INTO rows VALUES (?, ?, ?)", [(source.id, row.line, _encoder.encode(row)) for row in rows])
        connection.executemany("INSERT INTO issues VALUES (?, ?)", [(source.id, _encoder.encode(issue)) for issue in issues])
    encoded = [(place.id, place.base, _encoder.encode(place)) for place in places]
    connection.executemany("INSERT INTO places VALUES (?, ?, ?)", encoded)
    connection.executemany("INSERT INTO names VALUES (?, ?, ?, ?)", [(name.place, name.name, sound_key(name.name), name.guard) for name in names])
    by_first: dict[str, list[StoredName]] = {}
    for name in names:
        by_first.setdefault(first_word(name.name), []).append(name)
    connection.executemany("INSERT INTO searched VALUES (?, ?)", [(first, _encoder.encode(held)) for first, held in by_first.items()])
    vouched = dict.fromkeys(key_of(name.name) for name in names if name.guard == "district")
    digest = sha256(b"".join(data for _, _, data in encoded) + repr(names).encode()).hexdigest()[:_DIGITS]
    connection.executemany("INSERT INTO meta VALUES (?, ?)", [("version", VERSION), ("digest", digest), ("vouched", "\n".join(vouched))])
    return digest


def rows_of(lists: Iterable[StoredList]) -> Iterator[Row]:
    """Yield the rows of lists with their source."""
    for stored in lists:
        for place in stored.rows:
            yield Row(stored.source.id, place)

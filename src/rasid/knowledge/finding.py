# SPDX-License-Identifier: Apache-2.0
"""Which actors or outlets a name may stand for, in any script and spelling: all candidates, each with why it is one."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Final

from rasid.knowledge.load import Row, read_tsv
from rasid.knowledge.name_index import fold_name
from rasid.knowledge.names import load_actors, load_loaded, load_outlets
from rasid.knowledge.sounds import likeness
from rasid.records import Record

_SAME: Final = 0.9
_LIKE: Final = 0.8
_WORDS: Final = 0.7  # all words of what was asked stand in the name
_FEWEST: Final = 3  # letters from which a part of a name is looked for


class Found(Record, frozen=True, kw_only=True):
    """An actor or outlet that a name may stand for."""

    id: str
    matched: str
    """The spelling that was met."""
    likeness: float
    why: str
    frames: str = ""
    """For a name that takes sides: what it is thrown at, and its own id; the actor is given, the name is not taken over."""


def find_actors(name: str, *, limit: int = 20) -> tuple[Found, ...]:
    """Return the actors that a name may stand for, the likest first.

    A loaded name (`الاحتلال التركي`) leads to whom it is thrown at, and says so.

    Args:
        name: In Arabic or Latin script.
        limit: At most so many.
    """
    found = [*_find(name, _spellings("actors/actors.tsv", "actor"), load_actors().index.look_up(name)), *_loaded(name)]
    return _best(found, limit)


def find_outlets(name: str, *, limit: int = 20) -> tuple[Found, ...]:
    """Return the outlets that a name or a domain may stand for, the likest first.

    Args:
        name: In Arabic or Latin script, or a domain.
        limit: At most so many.
    """
    domain = f"outlet:{name.strip().lower().removeprefix('https://').removeprefix('http://').removeprefix('www.').partition('/')[0]}"
    exact = (domain,) if domain in load_outlets() else ()
    return _best(_find(name, _spellings("outlets/outlets.tsv", "outlet"), (*exact, *load_outlets().index.look_up(name))), limit)


def _find(name: str, spellings: Sequence[tuple[str, str]], exact: Iterable[str]) -> Iterator[Found]:
    for entity in exact:
        yield Found(id=entity, matched=name, likeness=1.0, why="the same name")
    words = fold_name(name).split()
    for spelling, entity in spellings:
        score = likeness(name, spelling)
        if score >= _LIKE:
            yield Found(id=entity, matched=spelling, likeness=score, why="the same name" if score >= 1 else "sounds the same" if score >= _SAME else "sounds alike")
        elif words and len(name) >= _FEWEST and _has_words(words, spelling):
            yield Found(id=entity, matched=spelling, likeness=_WORDS, why="has the words in its name")


def _has_words(words: Sequence[str], spelling: str) -> bool:
    held = {form for word in fold_name(spelling).split() for form in (word, word.removeprefix("ال"))}
    return all(word in held or word.removeprefix("ال") in held for word in words)


def _loaded(name: str) -> Iterator[Found]:
    for entity in load_loaded().index.look_up(name):
        entry = load_loaded().get(entity)
        if entry is not None:
            target = entry.frames if entry.frames.startswith("actor:") else entity
            yield Found(id=target, matched=entry.name, likeness=1.0, why="a name that takes sides", frames=f"{entity} for {entry.frames}")


def _best(found: Iterable[Found], limit: int) -> tuple[Found, ...]:
    best: dict[str, Found] = {}
    for one in found:
        if one.id not in best or one.likeness > best[one.id].likeness:
            best[one.id] = one
    ranked = sorted(best.values(), key=lambda one: (-one.likeness, one.id))
    sure = [one for one in ranked if one.likeness >= _SAME]
    return tuple((sure or ranked)[:limit])


@cache
def _spellings(file: str, prefix: str) -> tuple[tuple[str, str], ...]:
    return tuple([(name, f"{prefix}:{row['id']}") for row in read_tsv(file) for name in _names(row) if name])


def _names(row: Row) -> Iterator[str]:
    yield row["name_ar"]
    yield from row.items_of("aliases_ar")
    yield row["name_en"]
    yield from row.items_of("aliases_en")


@cache
def names_of(file: str) -> dict[str, tuple[str, ...]]:
    """Return all names by id of one of the two files, the main ones first."""
    return {row["id"]: tuple(filter(None, _names(row))) for row in read_tsv(file)}

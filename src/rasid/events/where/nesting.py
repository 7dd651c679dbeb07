# SPDX-License-Identifier: Apache-2.0
"""Which place lies in which, as far as the gazetteer knows."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from rasid.events.where.sites_named import Site
from rasid.knowledge.names import PlaceEntry, load_places
from rasid.records import Token


def lies_in(inner: Site, outer: Site) -> bool | None:
    """Return whether one named place lies in another; None where the gazetteer does not know one of them.

    `منبج` lies in `حلب` (the province) and in `سوريا`, and not in itself. Where a name has several bearers one fitting
    pair is enough.
    """
    if inner.mention is None or outer.mention is None:
        return None
    return _lies_in(_ids(inner), _ids(outer))


def is_same(first: Site, second: Site) -> bool:
    """Return whether two named places may be one: they share a candidate."""
    return first.mention is not None and second.mention is not None and not set(_ids(first)).isdisjoint(_ids(second))


def is_country(site: Site) -> bool:
    """Return whether a name stands for a whole country."""
    return site.mention is not None and _is_country(_ids(site))


def _ids(site: Site) -> tuple[str, ...]:
    return tuple(candidate.entity for candidate in site.mention.candidates) if site.mention is not None else ()


def _entries(ids: tuple[str, ...]) -> Iterator[PlaceEntry]:
    places = load_places()
    return (entry for entry in map(places.get, ids) if entry is not None)


@lru_cache(maxsize=1 << 14)
def _is_country(ids: tuple[str, ...]) -> bool:
    return any(entry.kind == "country" for entry in _entries(ids))


@lru_cache(maxsize=1 << 14)
def _lies_in(inner: tuple[str, ...], outer: tuple[str, ...]) -> bool:
    if not set(inner).isdisjoint(outer):
        return False
    return any(_is_part(part, whole) for whole in _entries(outer) for part in _entries(inner))


def _is_part(part: PlaceEntry, whole: PlaceEntry) -> bool:
    if not whole.country or part.country != whole.country or part.kind == "country":
        return False
    if whole.kind == "country":
        return True
    if whole.kind == "province":
        return part.kind != "province" and part.admin1 == whole.admin1
    return whole.kind == "region" and part.kind != "region" and bool(part.admin1) and part.admin1 in {whole.admin1, whole.name_en}


def is_one(tokens: Sequence[Token], first: Site, other_tokens: Sequence[Token], second: Site) -> bool:
    """Return whether two named places are one: by their candidates, or as one name with and without its word of kind (`مدينة الرستن`, `الرستن`).

    Args:
        tokens: The sentence of the first place.
        first: The one place.
        other_tokens: The sentence of the second place.
        second: The other one.
    """
    if is_same(first, second):
        return not (first.kind and second.kind) or first.kind == second.kind
    words = [token.word.key for token in tokens[first.start : first.end]]
    others = [token.word.key for token in other_tokens[second.start : second.end]]
    return words[-1:] == others[-1:] and (len(words) == 1 or len(others) == 1 or words == others)

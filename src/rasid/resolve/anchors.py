# SPDX-License-Identifier: Apache-2.0
"""What a text ties a place name to: `قرية أشمة بريف كوباني`, `بلدة الصبحة شرقي دير الزور`, `Suluk, north of Raqqa`."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Final

from rasid.knowledge.distance import km_between
from rasid.knowledge.names import PlaceEntry, PlaceWord, SiteEntry, place_words
from rasid.records import Record, Span
from rasid.resolve.context import Named, entries_of
from rasid.resolve.surroundings import word_keys

_LINK_REACH: Final = 48  # characters between a name and the one that it is tied to: four or five words
_WORD: Final = re.compile(r"[^\W\d_]+")
_STOP: Final = re.compile(r"[.!?؟؛;:\n/]")
# Words that may stand in a tie beside the words for kinds and directions, and tie by themselves where `True`.
_TIES: Final = {
    "في": True, "من": False, "التابعه": True, "التابع": True, "التابعتين": True, "الواقعه": False, "الواقع": False, "الي": False,
    "in": True, "of": False, "the": False, "to": False, "s": False,
}  # fmt: skip
_TYING_KINDS: Final = frozenset({"countryside", "direction", "vicinity", "province", "district", "region"})
_SETTLED_KM: Final = 45.0
"""A village told of by its town lies about so near; Syria's widest districts reach 60 km from their centre."""
_APART_KM: Final = 70.0
_NAME_WORDS: Final = 2
_MOST: Final = 4  # ties in a row
_WIDE_KINDS: Final = frozenset({"region", "river", "sea", "mountain", "island", "road"})


class Anchor(Record, frozen=True):
    """A place that another one is told to lie in or near."""

    entries: tuple[PlaceEntry | SiteEntry, ...]
    words: str
    """As written, the tie with it."""

    def fits(self, entry: PlaceEntry | SiteEntry) -> bool | None:
        """Return whether a place may lie where the words say; None where nothing is known of it."""
        answers = [_lies_by(entry, own) for own in self.entries]
        if any(answers):
            return True
        return None if not answers or None in answers else False


def anchors_behind(text: str, span: Span, named: Sequence[Named], *, known: bool = True) -> tuple[Anchor, ...]:
    """Return what the words behind a place name tie it to, nearest first.

    A tie goes on: in `أشمة بريف كوباني شمالي حلب` the village lies by both.

    Args:
        text: Of the document.
        span: Of the name.
        named: The mentions of places and sites of the document, in the order of the text.
        known: False for a name that no list has: the words up to the tie may belong to it.
    """
    found: list[Anchor] = []
    while len(found) < _MOST:
        at = bisect_left(named, span.end, key=lambda one: one.mention.span.start)
        if at == len(named):
            break
        mention = named[at].mention
        words = _tie(text[span.end : mention.span.start], skip=0 if known or found else _NAME_WORDS)
        if words is None:
            break
        entries = entries_of(mention)
        # What others are told to lie by is rather the town than a hamlet that shares its name.
        large = tuple([entry for entry in entries if entry.kind != "village"])
        if entries:
            found.append(Anchor(large or tuple(entries), f"{words} {mention.span.of(text)}"))
        span = mention.span
    return _believed(found)


def _believed(found: Sequence[Anchor]) -> tuple[Anchor, ...]:
    """Return ties without the entries that what they are tied to in turn speaks against."""
    kept: list[Anchor] = []
    for anchor in reversed(found):
        entries = tuple([entry for entry in anchor.entries if all(later.fits(entry) is not False for later in kept)])
        if entries:
            kept.insert(0, Anchor(entries, anchor.words))
    return tuple(kept)


def _tie(gap: str, *, skip: int = 0) -> str | None:
    """Return the words between two names where they tie the first to the second, else None; so many may belong to the first."""
    if len(gap) > _LINK_REACH or _STOP.search(gap):
        return None
    found = list(_kinds(gap))
    while skip and found and found[0][1] is None and not found[0][0].startswith(("و", "ف")):
        found, skip = found[1:], skip - 1
    if not found or any(kind is None for _, kind in found):
        return None
    ties = any(kind in _TYING_KINDS or kind == "tie" for _, kind in found)
    return " ".join(word for word, _ in found) if ties else None


def _kinds(gap: str) -> Iterator[tuple[str, str | None]]:
    known = place_words()
    for match in _WORD.finditer(gap):
        word = match.group()
        keys = word_keys(word)
        if keys[0] in _TIES:
            yield word, "tie" if _TIES[keys[0]] else ""
            continue
        if keys[0].startswith(("و", "ف")) and keys[0] not in known:  # `ومنبج`: another place, not the one around
            yield word, None
            continue
        entry: PlaceWord | None = next((known[key] for key in keys if key in known), None)
        # `بمدينة` ties, `مدينة` alone begins the next member of a list.
        bound = keys[0].startswith(("ب", "ل")) and keys[0] not in known
        yield word, None if entry is None else "tie" if bound else entry.kind


def _lies_by(entry: PlaceEntry | SiteEntry, anchor: PlaceEntry | SiteEntry) -> bool | None:
    if anchor.kind == "country":
        return entry.country == anchor.country if entry.country else None
    if anchor.kind in _WIDE_KINDS or not entry.country or not anchor.country:
        return None
    if anchor.kind == "province" or anchor.admin1 == anchor.name_en:
        if entry.country == anchor.country and entry.admin1 == anchor.admin1:
            return True
    elif entry.country != anchor.country:
        return False
    distance = apart(entry, anchor)
    if distance is None:
        return None
    near = _SETTLED_KM if anchor.kind != "province" else 0.0
    if distance <= near:
        return True
    return False if distance > _APART_KM or entry.admin1 != anchor.admin1 else None


def apart(one: PlaceEntry | SiteEntry, other: PlaceEntry | SiteEntry) -> float | None:
    """Return the kilometres between two places, or None where one has no point."""
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return None
    return km_between(one.latitude, one.longitude, other.latitude, other.longitude)

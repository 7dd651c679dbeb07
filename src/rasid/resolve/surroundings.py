# SPDX-License-Identifier: Apache-2.0
"""What the words beside a place name say of it: its kind, a direction, that only its surroundings are meant."""

import re
from itertools import takewhile
from typing import Final

from rasid.knowledge.names import PlaceWord, fold_name, place_words
from rasid.records import Record, Span

_WORD: Final = re.compile(r"[^\W\d_]+")
_REACH: Final = 48  # characters on either side that are looked at: three or four words
_SENTENCE_END: Final = re.compile(r"[.!?؟؛\n]")
_CLITICS: Final = ("", "و", "ف", "ب", "ل", "وب", "ول", "فب", "فل", "لل")


class Surroundings(Record, frozen=True, kw_only=True):
    """The kind of place that the words beside a name announce, and how they blur the point."""

    kind: str = ""
    """city, province, camp ...; empty where no word says."""
    countryside: bool = False
    """True for `ريف حلب`, `Aleppo countryside`: the land around a city, which no point stands for."""
    direction: bool = False
    """True for `شمال سوريا`, `شرق حلب`, `northern Aleppo`: part of something large, or a spot by something small."""
    vicinity: bool = False
    """True for `محيط الحسكة`, `near Hasakah`: around the place, not in it."""
    words: tuple[str, ...] = ()
    """The words that said so, as written."""
    sides: tuple[str, ...] = ()
    """Those that point to a side of it, before or behind the name: `شمال حلب`, `ريف حلب الشمالي الغربي`."""


def read_surroundings(text: str, span: Span) -> Surroundings:
    """Return what the words around a name say of the place.

    Args:
        text: Of the document.
        span: Of the name, without the words that announce it.
    """
    before = [match.group() for match in _WORD.finditer(_clip_left(text, span.start))][:-4:-1]
    after = [match.group() for match in _WORD.finditer(_clip_right(text, span.end))][:2]
    known = place_words()
    found: list[tuple[str, PlaceWord]] = []
    for word in before:
        entry = next((known[key] for key in word_keys(word) if key in known), None)
        if entry is None:
            break  # only words that stand directly before the name, or before another such word, speak of it
        found.append((word, entry))
    for word in after[:1]:
        entry = known.get(f">{word_keys(word)[0]}")
        if entry is not None and entry.kind not in {"direction", "countryside"}:  # those speak of what follows them
            found.append((word, entry))
    kinds = [entry.kind for _, entry in found]
    # `قرى شمال حلب`: the villages lie in the north of Aleppo, which is no village.
    own = list(takewhile(lambda kind: kind not in {"direction", "countryside"}, kinds))
    kind = next((kind for kind in own if kind and kind != "vicinity"), "")
    sides = [word for word, entry in found if entry.kind == "direction"]
    if "countryside" in kinds or sides:
        sides += takewhile(_is_side, after)
    return Surroundings(
        sides=tuple(sides),
        kind=kind,
        countryside="countryside" in kinds,
        direction="direction" in kinds,
        vicinity="vicinity" in kinds,
        words=tuple(word for word, _ in found),
    )


def _is_side(word: str) -> bool:
    """Return whether a word behind a name is an adjective of direction that goes with the land before it."""
    if not fold_name(word).startswith("ال"):
        return False
    return any(key in place_words() and place_words()[key].kind == "direction" for key in word_keys(word))


def _clip_left(text: str, end: int) -> str:
    part = text[max(0, end - _REACH) : end]
    # A clitic that the name was cut from (`بـ` in بالحسكة) is no word of its own.
    part = re.sub(r"\S+$", "", part) if part and not part[-1].isspace() else part
    return _SENTENCE_END.split(part)[-1]


def _clip_right(text: str, start: int) -> str:
    return _SENTENCE_END.split(text[start : start + _REACH])[0]


def word_keys(word: str) -> list[str]:
    """Return the folded readings of a word, as it stands and without clitics and article."""
    folded = fold_name(word)
    bare = [folded.removeprefix(clitic) for clitic in _CLITICS if folded.startswith(clitic)]
    return list(dict.fromkeys([folded, *(key.removeprefix("ال") for key in bare), *bare]))

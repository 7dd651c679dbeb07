# SPDX-License-Identifier: Apache-2.0
"""Words that stand for a place named before: `سيطروا على البلدة`, `القصف على المنطقة`, `وسط المدينة`."""

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from rasid.events.where.sites_named import Site
from rasid.knowledge.lexemes import word_classes
from rasid.knowledge.names import load_places

if TYPE_CHECKING:
    from rasid.events.scene import Scene

# Farther from the trigger the word is of something else (dependents of a verb stand within this many tokens on half of the gold).
_BEHIND: Final = 10
_BEFORE: Final = 4
# A verb, its subject, its object: `غادر السكان البلدة`.
_OBJECT_WITHIN: Final = 3
_TOWARD: Final = frozenset({"الي", "نحو", "باتجاه", "صوب"})
# Which names may be what a class of words stands for: classes of the word of kind before a name, kinds of the gazetteer where there is none.
_STANDS_FOR: Final = {
    "city_word": (("city_word",), frozenset({"city", "town"})),
    "town_word": (("town_word", "city_word"), frozenset({"city", "town", "village"})),
    "province_word": (("province_word",), frozenset({"province"})),
}


class Again(NamedTuple):
    """A word that stands for a place."""

    at: int
    """Its token index."""
    kind: str
    """Its key: `مدينه`."""

    @property
    def is_any(self) -> bool:
        """Whether it may stand for a place of any kind: `المنطقة`, `المكان`."""
        return self.kind in word_classes("ar")["any_place"]


def find_again(scene: "Scene", start: int, end: int, *, behind: bool = False) -> Again | None:
    """Return the word that stands for a place nearest to a trigger, in its stretch of the sentence, one behind it before one in front of it.

    Args:
        scene: The sentence.
        start: Token index of the first word of the trigger.
        end: Token index behind its last.
        behind: Whether only words behind the trigger count.
    """
    if "place_again" not in scene.present:
        return None
    numbers = scene.segments
    reach = [*range(end, min(end + _BEHIND, len(scene.tokens)))]
    if not behind:
        reach.extend(range(start - 1, max(-1, start - 1 - _BEFORE), -1))
    return next((Again(i, scene.tokens[i].word.key) for i in reach if numbers[i] == numbers[start] and _stands_for_a_place(scene, i)), None)


def way_of(scene: "Scene", start: int, again: Again) -> Literal["origin", "destination", ""]:
    """Return what a word that stands for a place is to a movement: `من البلدة`, `إلى المدينة`, `غادروا القرية`; empty where it is neither."""
    token, before = scene.tokens[again.at], scene.tokens[again.at - 1]
    if before.word.key == "من":
        return "origin"
    if before.word.key in _TOWARD or token.word.proclitics[:1] == ("ل",):
        return "destination"
    is_left = again.at - start <= _OBJECT_WITHIN and before.kind != "preposition" and scene.is_in(scene.tokens[start], "leaving")
    return "origin" if is_left else ""


def _stands_for_a_place(scene: "Scene", i: int) -> bool:
    """Whether a word has the article and nothing behind it that names or describes a place: not `المنطقة الصناعية`, `المكان الذي`."""
    token = scene.tokens[i]
    word = token.word
    if not scene.is_in(token, "place_again") or word.enclitic or not (word.proclitics[-1:] == ("ال",) or (word.proclitics[-1:] == ("ل",) and word.definite)):
        return False
    if any(site.start <= i < site.end for site in scene.named_places):
        return False
    if i + 1 == len(scene.tokens):
        return True
    behind = scene.tokens[i + 1]
    is_described = behind.kind == "adjective" and behind.word.definite and not scene.is_in(behind, "told_before")
    return not is_described and not scene.is_in(behind, "relative_pronoun")


def fits(again: Again, site: Site) -> bool:
    """Return whether a named place may be what a word stands for: `المدينة` of `مدينة الباب` or of a name that the gazetteer has as a city."""
    if site.kind == again.kind:
        return True
    classes = word_classes("ar")
    for name, (words, kinds) in _STANDS_FOR.items():
        if again.kind in classes[name]:
            return any(site.kind in classes[word] for word in words) if site.kind else _is_of(site, kinds)
    return False


def _is_of(site: Site, kinds: frozenset[str]) -> bool:
    if site.mention is None:
        return False
    entries = (load_places().get(candidate.entity) for candidate in site.mention.candidates)
    return any(entry is not None and entry.kind in kinds for entry in entries)

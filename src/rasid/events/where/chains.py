# SPDX-License-Identifier: Apache-2.0
"""Places that are told together: from the smallest to the largest, or one beside the other.

`في بلدة الشحيل بريف دير الزور الشرقي، شرقي سوريا` is one chain of three places, `بلدات البارة وإحسم` one of two. An event
that has one place of a chain has them all.
"""

from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from rasid.events.where.nesting import is_country
from rasid.events.where.sites_named import BUILDING, Site
from rasid.knowledge.lexemes import word_classes
from rasid.records import Phrase, Record, Token
from rasid.spelling import fold

if TYPE_CHECKING:
    from rasid.events.scene import Scene

_LINKS: Final = frozenset({"of", "the", "and", "و"})
_LINKING: Final = frozenset({"في", "ب", "من", "علي", "قرب", "عند", "ضمن", "داخل", "in", "near", "of", "at", "on"})
# Words that lead from a place to a land beside it, which is not where anything happens.
_BESIDE: Final = frozenset({"مع", "بين", "with"})
_STOPS: Final = frozenset(".؛;!؟?")
_LONGEST_GAP: Final = 4
# What tells how far off a place is: verb, number, unit, direction.
_DISTANCE_WORDS: Final = 9
_SIDES: Final = frozenset({"اتجاه", "جهه", "ناحيه"})
_FROM: Final = frozenset({"من", "عن", "علي"})
_COMMAS: Final = frozenset("،,")
_TOWARD: Final = frozenset({"الي", "نحو", "باتجاه", "اتجاه", "صوب", "تجاه", "to", "into", "toward", "towards"})
_NOT_WHERE: Final = frozenset({"بقياده", "مع", "ضد", "عن", "بشان", "حسب", "بحسب", "وفق", "بمشاركه", "برفقه", "لصالح", "بين", "with", "by", "for", "about"})
_OWNERS: Final = ("force", "authority", "official", "person_title", "media_head", "civilian", "unnamed_source_head")


class Chain(Record, frozen=True, kw_only=True):
    """Places told together, in the order of the text."""

    sites: tuple[Site, ...]
    preposition: str = ""
    """Key of the preposition before the first place; empty where there is none."""
    segment: int = 0
    """Number of the stretch of the sentence that it stands in (see `segments`)."""
    owned: bool = False
    """True where the first place says whose somebody is: `شرطة ماريبول`, `سلطات ولاية شرناق`."""
    is_aside: bool = False
    """True for a place that only says what another lies beside, how far off it is, or whose side somebody is on: `المجاورة للحدود`, `المدعوم من تركيا`."""
    is_line: bool = False
    """True for the place line that a sentence opens with: `حلب::`, `محافظة دير الزور:`."""

    @property
    def start(self) -> int:
        """Token index of the first word."""
        return self.sites[0].start

    @property
    def end(self) -> int:
        """Token index behind the last word."""
        return self.sites[-1].end

    @property
    def is_fronted(self) -> bool:
        """Whether it opens the sentence: `وفي العراق أصابت الغارات`."""
        return self.start <= 1 and self.preposition in {"في", "ب", "in"}

    @property
    def is_building(self) -> bool:
        """Whether it names only what stands in a larger place that is told elsewhere: `أمام مقر البلدية`."""
        return len(self.sites) == 1 and self.sites[0].kind == BUILDING

    @property
    def leads_away(self) -> bool:
        """Whether something comes from there: `من حي الهدف`."""
        return self.preposition in {"من", "from"}

    @property
    def leads_toward(self) -> bool:
        """Whether something goes there: `إلى ريف أبو راسين`."""
        return self.preposition in _TOWARD

    @property
    def is_no_location(self) -> bool:
        """Whether the places are with whom, against whom or about what; `عن طريق تركيا` is by way of a place, `بين منبج وعفرين` between two."""
        if self.preposition == "عن":
            return self.sites[0].kind != "طريق"
        if self.preposition == "بين":
            return len(self.sites) == 1 or is_country(self.sites[0])
        return self.preposition in _NOT_WHERE


def find_chains(scene: "Scene") -> tuple[Chain, ...]:
    """Return the chains of the named places of a sentence, in the order of the text."""
    groups: list[list[Site]] = []
    aside: list[list[Site]] = []
    owned = {site.start: _is_owned(scene, site, scene.sentence.phrases) for site in scene.named_places}
    for site in scene.named_places:
        if _is_neighbour(scene, site):
            aside.append([site])  # `عفرين - الحدودية مع تركيا - شمال غربي حلب`: the chain goes on behind it
        elif groups and _is_joined(scene, groups[-1][-1], site, aside) and not (owned[groups[-1][0].start] and _stands_alone(scene, groups[-1][-1], site)):
            groups[-1].append(site)
        else:
            groups.append([site])
    beside = {site.start for (site,) in aside}
    groups = sorted((*groups, *aside), key=lambda group: group[0].start)
    numbers = scene.segments
    return tuple(
        Chain(
            sites=tuple(group), preposition=_preposition(scene.tokens, group[0]), segment=numbers[group[0].start],
            owned=owned[group[0].start], is_aside=group[0].start in beside, is_line=_is_line(scene.tokens, group),
        )
        for group in groups
    )  # fmt: skip


def _is_line(tokens: Sequence[Token], sites: Sequence[Site]) -> bool:
    return sites[0].start == 0 and sites[-1].end < len(tokens) and tokens[sites[-1].end].word.form == ":"


def segments(scene: "Scene") -> list[int]:
    """Return for each token the number of its stretch of the sentence: `فيما`, `في حين`, `كما`, `إلا أن` and the like begin a new one."""
    turning = word_classes(scene.language).get("turn", frozenset())
    opens = [token.word.form in _STOPS or (token.word.key in turning and i > 0 and _turns(scene, i)) for i, token in enumerate(scene.tokens)]
    return list(accumulate(map(int, opens[1:]), initial=0))


def _turns(scene: "Scene", i: int) -> bool:
    """Whether a word that may open another clause does: `كما` before a verb, `حين` and `وقت` behind `في`."""
    token = scene.tokens[i]
    if token.word.key in {"حين", "وقت"}:
        return scene.tokens[i - 1].word.key == "في"
    if token.word.key in {"كما", "الا"}:
        return i + 1 < len(scene.tokens) and (scene.tokens[i + 1].kind in {"verb", "conjunction", "particle"})
    return True


def _stands_alone(scene: "Scene", inner: Site, outer: Site) -> bool:
    """Whether what lies behind the place of an owner tells of the deed: `حراس صوامع الحبوب في قرية ظهر العرب`."""
    if outer.start == inner.end:  # `القوات المتمركزة في جورين بلدة السرمانية`: an object, and no wider place
        first = scene.tokens[outer.start]
        return not first.word.proclitics and not scene.is_in(first, "direction")
    if scene.tokens[inner.end].word.form in _COMMAS:  # `القوات المتمركزة في جورين، بلدة السرمانية`
        return outer.start == inner.end + 1 and not scene.tokens[outer.start].word.proclitics and not scene.is_in(scene.tokens[outer.start], "direction")
    return outer.start == inner.end + 1 and scene.tokens[inner.end].word.key == "في"


def _is_neighbour(scene: "Scene", site: Site) -> bool:
    """Whether a place only says what another lies beside, where fire comes from or whose side somebody is on.

    `الحدودية مع تركيا`, `من اتجاه الجولان`, `قصف مصدره قرية الشعالة`, `فصائل موالية لتركيا`, `المدعوم من تركيا`.
    """
    if site.start == 0:
        return False
    before, first = scene.tokens[site.start - 1], scene.tokens[site.start]
    if before.word.key == "مع" or (before.word.enclitic and scene.is_in(before, "fire_source")):
        return True
    if before.word.key in _SIDES and site.start > 1 and scene.tokens[site.start - 2].word.key == "من":
        return True
    if first.word.proclitics[:1] == ("ل",):
        return scene.is_in(before, "lying_beside") or (before.kind == "adjective" and scene.is_in(first, "country"))
    if before.word.key not in _FROM or site.start == 1:
        return False
    adjective = scene.tokens[site.start - 2]
    return scene.is_in(adjective, "lying_beside") or (scene.is_in(adjective, "backed") and scene.is_in(first, "state")) or _is_distance(scene, site)


def _is_distance(scene: "Scene", site: Site) -> bool:
    """Whether a clause tells how far off a place is: `التي تبعد 30 كيلومترا عن دمشق`."""
    if "lying_far" not in scene.present:
        return False
    return any(scene.is_in(scene.tokens[k], "lying_far") for k in range(max(0, site.start - _DISTANCE_WORDS), site.start))


def _is_joined(scene: "Scene", inner: Site, outer: Site, aside: Sequence[Sequence[Site]]) -> bool:
    """Whether two places stand in one chain."""
    start = inner.end
    for (neighbour,) in aside:
        start = neighbour.end if inner.end < neighbour.end <= outer.start and neighbour.start - inner.end <= _LONGEST_GAP else start
    between = scene.tokens[start : outer.start]
    if len(between) > _LONGEST_GAP:
        return False
    if any(token.word.key in _BESIDE for token in between):
        return False
    if any(token.word.key == "علي" for token in between) and not scene.is_any(scene.tokens[outer.start], ("direction", "vague_place")):
        return False  # `على أطراف حلب`, `على محور الستين` go on; `من تل رفعت على عفرين` does not
    return all(
        (token.kind == "punctuation" and token.word.form not in ".؛;:!؟?")
        or (token.kind == "preposition" and token.word.key in _LINKING)
        or (outer.kind == "قرب" and (token.kind == "number" or scene.is_in(token, "number")))
        or (token.kind == "adjective" and (token.word.definite or token.word.key in _LINKS) and not scene.is_in(token, "stationed"))
        or token.word.key in _LINKS or scene.is_in(token, "place_kind") or scene.is_in(token, "direction") or scene.is_in(token, "situated")
        for token in between
    )  # fmt: skip


def _preposition(tokens: Sequence[Token], site: Site) -> str:
    first = tokens[site.start]
    for clitic in reversed(first.word.proclitics):
        if clitic in {"ب", "ل"}:
            return clitic
    if first.span.start < site.span.start and first.word.form[:1] in "بل":
        return first.word.form[0]
    k = site.start - 1
    while k >= 0 and tokens[k].word.form in "\"“«'#(":
        k -= 1
    if k < 0:
        return ""
    key = tokens[k].word.key
    if k and key in _SIDES and tokens[k - 1].word.key == "من":
        return "من"  # `من اتجاه الجولان`
    if tokens[k].kind == "preposition" or key in _TOWARD or key in _NOT_WHERE:
        return "باتجاه" if key in _TOWARD and key != "الي" else key
    return "باتجاه" if fold(tokens[k].word.form) == "باتجاه" else ""


def _is_owned(scene: "Scene", site: Site, phrases: Sequence[Phrase]) -> bool:
    """Whether a name of a place says whose someone is (`جيش سوريا`, `وزير خارجية فرنسا`)."""
    at = next((i for i in range(site.start - 1, max(-1, site.start - 3), -1) if scene.tokens[i].kind != "preposition"), -1)
    if at >= 0 and scene.is_in(scene.tokens[at], "stationed"):
        return True  # `القوات المتمركزة في معسكر جورين`
    for phrase in phrases:
        if not phrase.span.holds(site.span) or phrase.start >= site.start or scene.tokens[site.start - 1].kind == "preposition" or scene.is_in(scene.tokens[site.start], "compass"):
            continue
        head = scene.tokens[phrase.head]
        return not head.span.overlaps(site.span) and scene.is_any(head, _OWNERS)
    return False

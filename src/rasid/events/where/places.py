# SPDX-License-Identifier: Apache-2.0
"""Where it happens, where it comes from and where it goes: the chain of named places that fits a trigger best."""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from rasid.events.relations import carrying_verb
from rasid.events.scene import Scene
from rasid.events.triggers import Trigger
from rasid.events.where.chains import Chain
from rasid.events.where.journeys import MOVES, Heads, find_ways, holds
from rasid.events.where.nesting import is_country, is_same, lies_in
from rasid.events.where.sites_named import Site
from rasid.records import Argument, Predicate, Span

# A visit or an arrival of envoys is where it leads to: `زيارة إلى الولايات المتحدة`.
_VISITS: Final = frozenset({"diplomacy"})
# What ل leads to a land: `زيارة لتركيا`, `إيصال المساعدات لغزة`; before others it is for whom: `تتيح لتركيا`.
_GO_TO: Final = frozenset({"diplomacy", "aid"})
# What is done where people meet and speak.
_AT_TABLES: Final = frozenset({"diplomacy", "agreement"})
# Words between an occasion of speech and where it was: `في مؤتمر صحفي مشترك عقده أمس في`.
_OCCASION_WORDS: Final = 6
# Words of the speaker, with title and name, between the verb and the occasion.
_SPEAKER_WORDS: Final = 10
# Weights of what speaks for a chain, set by hand and by trial on half of the gold; the other half confirmed them.
_OWN: Final = 6.0
_CARRIER: Final = 3.0
_BEHIND: Final = 1.5
_PLACED: Final = 1.0
_VERB_BETWEEN: Final = 0.5
_TOKEN_BETWEEN: Final = 0.15
_FARTHEST: Final = 20
_ENOUGH: Final = -2.5
# Words of a remark between a place and what it lies in.
_TOLD_ON_WITHIN: Final = 14
# What a place needs beside an origin or a destination.
_BESIDE_WAYS: Final = 0.0
DEPENDS: Final = "named place that depends on the trigger"
PLACE_LINE: Final = "place line"
_LEADING: Final = frozenset({"الي", "باتجاه", "to", "into"})
_TOLD: Final = (DEPENDS, "named place of the clause")
_LOCATIVE: Final = frozenset({"في", "ب", "علي", "قرب", "داخل", "عند", "ضمن", "in", "at", "near", "on"})


def find_places(scene: Scene, trigger: Trigger, taken: Sequence[Argument]) -> list[Argument]:
    """Return where an event is, comes from and goes to: the chain that fits its trigger best, and the larger places that hold it.

    Args:
        scene: The sentence.
        trigger: What happens.
        taken: Its arguments so far; a place inside one of them is no place of its own.
    """
    if not scene.chains:
        return []
    heads = Heads(own=scene.predicates.get(trigger.head), carrier=carrying_verb(scene, trigger))
    ways = find_ways(scene, trigger, heads, taken)
    where = _find_where(scene, trigger, heads, (*taken, *ways))
    if trigger.sense.type == "withdrawal" and not any(argument.role == "origin" for argument in (*taken, *ways)):
        where = [replace(argument, role="origin") if argument.reason in _TOLD else argument for argument in where]  # who withdraws was there
    return [*ways, *where]


def _find_where(scene: Scene, trigger: Trigger, heads: Heads, taken: Sequence[Argument]) -> list[Argument]:
    chains = [chain for chain in (_without(scene, chain, taken) for chain in scene.chains) if chain is not None]
    here = scene.segments[trigger.start]
    free = [chain for chain in chains if chain.segment == here and _is_where(scene, trigger, heads, chain)]
    ranked = sorted(((-_score(scene, trigger, heads, chain), chain.start, chain) for chain in free), key=lambda row: row[:2])
    enough = _BESIDE_WAYS if any(argument.role in {"origin", "destination"} for argument in taken) else _ENOUGH
    if not ranked or -ranked[0][0] < enough:
        return [_argument(scene, site, PLACE_LINE) for site in _headline(scene, chains)]
    chosen = ranked[0][2]
    reason = _TOLD[not heads.hold(chosen)]
    found = [_argument(scene, site, reason) for site in chosen.sites]
    if chosen.is_building and len(ranked) > 1 and -ranked[1][0] >= enough:
        found.extend(_argument(scene, site, "place of the building") for site in ranked[1][2].sites)
    found.extend(
        _argument(scene, site, reason) for site, reason in _around(chosen, chains) if not any(other.span.overlaps(site.span) for other in found)
    )
    for chain in _farther_on(scene, chosen, free):
        found.extend(_argument(scene, site, "told on behind the place") for site in chain.sites if not any(other.span.overlaps(site.span) for other in found))
    return found


def _farther_on(scene: Scene, chosen: Chain, free: Sequence[Chain]) -> Iterator[Chain]:
    """The chains that go on behind a chosen one with nothing told between: `في قرية براد، ضمن مناطق نفوذ الفصائل، بريف عفرين`."""
    if scene.language != "ar":
        return
    end = chosen.end
    for chain in free:
        if chain.start < end or chain.segment != chosen.segment:
            continue
        if chain.start - end > _TOLD_ON_WITHIN or scene.tokens[chain.start].word.proclitics[:1] == ("و",) or any(_tells(scene, i) for i in range(end, chain.start)):
            return
        if not (chain.leads_away or chain.leads_toward or any(is_same(site, chain.sites[0]) for site in chosen.sites)):
            yield chain
        end = chain.end


def _tells(scene: Scene, i: int) -> bool:
    """Whether something is told at a token: a verb or a deed, but not how a place is called or lies; a distance breaks off too."""
    token = scene.tokens[i]
    predicate = scene.predicates.get(i)
    if token.kind == "number":
        return True
    if scene.is_in(token, "called_or_lying") or scene.is_in(token, "holding"):
        return False  # `ضمن مناطق نفوذ الفصائل`
    return token.kind == "verb" or (predicate is not None and predicate.form != "participle")


def _headline(scene: Scene, chains: Sequence[Chain]) -> tuple[Site, ...]:
    """The place line of a sentence: `حلب::`, `محافظة دير الزور:`, `باكستان:`; a capital before a colon is a government that speaks."""
    if not chains or not chains[0].is_line or scene.is_in(scene.tokens[chains[0].start], "capital"):
        return ()
    return chains[0].sites


def _around(chosen: Chain, chains: Sequence[Chain]) -> list[tuple[Site, str]]:
    """The places that hold a chosen one and lead the sentence, and those inside a chosen country that are told behind it."""
    found: list[tuple[Site, str]] = []
    for chain in chains:
        if chain is chosen:
            continue
        leads = chain.is_fronted or (chain.is_line and chain.segment == chosen.segment)
        inside = is_country(chosen.sites[0]) and len(chosen.sites) == 1 and chain.segment == chosen.segment and chain.start > chosen.start
        for site in chain.sites:
            if any(is_same(other, site) for other in (*chosen.sites, *(other for other, _ in found))):
                continue
            if leads:
                found.append((site, "place line or opening of the sentence"))
            elif inside and lies_in(site, chosen.sites[0]):
                found.append((site, "smaller place in the country named before"))
    return found


def _score(scene: Scene, trigger: Trigger, heads: Heads, chain: Chain) -> float:
    score = 0.0
    carrier = heads.carrier
    if heads.own is not None and holds(heads.own, chain):
        score += _OWN
    elif carrier is not None and scene.is_in(scene.tokens[carrier.head], "support_undergo") and _is_subject(carrier, chain):
        score += _OWN
    elif carrier is not None and holds(carrier, chain) and not scene.is_in(scene.tokens[carrier.head], "reporting"):
        score += _CARRIER
    behind = chain.start >= trigger.start
    if behind or chain.end == trigger.start:
        score += _BEHIND  # or right before it: `في مدينة الحسكة بسيارة مفخخة`
    if chain.preposition in _LOCATIVE or (not chain.preposition and heads.own is not None and _is_object(heads.own, chain)):
        score += _PLACED
    between = scene.tokens[trigger.end : chain.start] if behind else scene.tokens[chain.end : trigger.start]
    score -= _VERB_BETWEEN * min(2, sum(token.kind == "verb" for token in between))
    return score - _TOKEN_BETWEEN * min(_FARTHEST, len(between))


def _is_subject(predicate: Predicate, chain: Chain) -> bool:
    """Whether a chain is what a verb like `شهد` or `تعرض` tells of: `شهدت مدينة الباب اشتباكات`."""
    return any(phrase.span.overlaps(chain.sites[0].span) for phrase in predicate.subject)


def _is_object(predicate: Predicate, chain: Chain) -> bool:
    """Whether a chain is what a verb does it to: `قصفت الطائرات قرية قطمة`."""
    return any(phrase.span.overlaps(chain.sites[0].span) for phrase in predicate.object)


def _without(scene: Scene, chain: Chain, taken: Sequence[Argument]) -> Chain | None:
    """The chain without places that are arguments already, or None where nothing is left; of a building that is hit its town is left."""
    sites = tuple(left for site in chain.sites if (left := _left_of(scene, site, taken)) is not None)
    if sites == chain.sites:
        return chain
    return replace(chain, sites=sites) if sites else None


def _left_of(scene: Scene, site: Site, taken: Sequence[Argument]) -> Site | None:
    over = [argument for argument in taken if _is_inside(scene, site, argument)]
    if not over:
        return site
    is_hit = all(argument.role == "target" and argument.span.start <= site.span.start for argument in over)
    if not is_hit or site.mention is None or site.end - site.start == 1 or not scene.is_in(scene.tokens[site.start], "facility"):
        return None
    span = Span(scene.tokens[site.start + 1].span.start, site.span.end)
    return replace(site, start=site.start + 1, span=span) if span.holds(site.mention.span) else None  # `سوق مدينة منبج`


def _is_inside(scene: Scene, site: Site, argument: Argument) -> bool:
    """Whether a place belongs to an argument; one behind a preposition or a direction in it does not: `جيش الاحتلال من مدينة جنين`, `مدنيين غربي حلب`."""
    if not argument.span.overlaps(site.span):
        return False
    before = scene.tokens[site.start - 1] if site.start else None
    if before is not None and before.kind == "preposition" and argument.span.start < before.span.start:
        return False
    return not (scene.is_in(scene.tokens[site.start], "compass") and argument.span.start < site.span.start)


def _argument(scene: Scene, site: Site, reason: str) -> Argument:
    span = site.span if scene.language == "ar" else with_kind_word(scene, site.span)
    return Argument(role="place", span=span, mention=site.mention.id if site.mention else None, reason=reason)


def _is_where(scene: Scene, trigger: Trigger, heads: Heads, chain: Chain) -> bool:
    """Whether a chain can be where something happens: not with whom, whose, or a government."""
    if chain.is_no_location or chain.owned or chain.is_line or chain.is_aside:
        return False
    if trigger.sense.type not in _AT_TABLES and _is_of_speech(scene, chain):
        return False
    if trigger.sense.type in MOVES and (chain.leads_toward or chain.leads_away):
        return False
    if chain.preposition in _LEADING and trigger.sense.type not in _VISITS and not heads.hold(chain):
        return False
    first = chain.sites[0]
    head = scene.tokens[first.start]
    is_state = (not first.kind and scene.is_any(head, ("state", "country", "capital"))) or (not chain.preposition and is_country(first))
    if chain.preposition == "ل" and is_state and trigger.sense.type not in _GO_TO:
        return False  # `تتيح لتركيا ملاحقة المتمردين`
    if chain.preposition == "من" and is_state and not heads.hold(chain):
        return False  # `رسالة من إسرائيل`
    if first.start == trigger.end and trigger.kind != "verb" and scene.is_in(head, "capital"):
        return True  # `تفجيرات بغداد`
    # A country or capital that no preposition places stands for its government: `اتهمت أنقرة`.
    return bool(chain.preposition) or not is_state or heads.hold(chain)


def may_be_where(scene: Scene, chain: Chain) -> bool:
    """Return whether a chain may be where anything of its sentence happens: not whose, beside what, with whom, or where it was said."""
    return not (chain.is_no_location or chain.owned or chain.is_aside or _is_of_speech(scene, chain))


def _is_of_speech(scene: Scene, chain: Chain) -> bool:
    """Whether a chain only tells where somebody spoke: `في مؤتمر صحافي عقده في أنقرة`."""
    if "speech_occasion" not in scene.present:
        return False
    tokens = scene.tokens
    at = next((k for k in range(chain.start - 1, max(-1, chain.start - 1 - _OCCASION_WORDS), -1) if scene.is_in(tokens[k], "speech_occasion")), None)
    return at is not None and any(scene.is_in(token, "reporting") for token in tokens[max(0, at - _SPEAKER_WORDS) : at])


def with_kind_word(scene: Scene, span: Span) -> Span:
    """Return the span of an English place with the word that says what it is: `the town of X`, `X province`."""
    tokens = scene.tokens
    start, end = span.start, span.end
    at = next((i for i, token in enumerate(tokens) if token.span.start <= span.start < token.span.end), None)
    if at is None:
        return span
    last = next((i for i, token in enumerate(tokens) if token.span.start < span.end <= token.span.end), at)
    if last + 1 < len(tokens) and tokens[last + 1].kind == "noun" and not tokens[last + 1].word.definite and scene.is_in(tokens[last + 1], "place_kind"):
        end = tokens[last + 1].span.end
    k = at - 1
    while k > 0 and tokens[k].word.key in {"of", "the"} and scene.is_in(tokens[k - 1], "place_kind"):
        k -= 1
    while k >= 0 and (scene.is_in(tokens[k], "place_kind") or scene.is_in(tokens[k], "direction")):
        start = tokens[k].span.start
        k -= 1
    return Span(start, end)

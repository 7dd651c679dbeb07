# SPDX-License-Identifier: Apache-2.0
"""Where it happens: the named places that depend on a trigger, of its clause, or nearest to it."""

from collections.abc import Sequence
from typing import Final

from rasid.events.relations import carrying_verb
from rasid.events.scene import Scene, span_of
from rasid.events.sites_named import Site
from rasid.events.triggers import Trigger
from rasid.records import Argument, Span
from rasid.spelling import fold

_NOT_WHERE: Final = frozenset({"بقياده", "مع", "ضد", "عن", "بشان", "حسب", "بحسب", "وفق", "بمشاركه", "برفقه", "لصالح", "with", "by", "for", "about"})
# English words that stand between places of one chain or list: `the town of X in the province of Y`, `X and Y`.
_BETWEEN_PLACES: Final = frozenset({"the", "and"})
_LINKS: Final = frozenset({"of", "the"})


def find_places(scene: Scene, trigger: Trigger, taken: Sequence[Argument]) -> list[Argument]:
    """Return the named places of an event: those that depend on it, else of its clause, else the nearest; nested ones together."""
    free = [
        site for site in scene.named_places
        if not any(argument.span.overlaps(site.span) for argument in taken)
        and not any(other.kind in {"actor", "outlet"} and other.span.holds(site.span) for other in scene.mentions)
        and not _is_attribute(scene, site) and not _is_no_location(scene, trigger, site)
    ]  # fmt: skip
    if not free:
        return []
    here = span_of(scene.tokens, trigger.start, trigger.end)
    own = [site for site in free if _depends(scene, trigger, site)]
    reason = "named place that depends on the trigger" if own else "named place nearest to the trigger"
    return [
        Argument(role="place", span=_with_kind_word(scene, site.span), mention=site.mention.id if site.mention else None, reason=reason)
        for site in _nearest_group(scene, here, free, own)
    ]  # fmt: skip


def _depends(scene: Scene, trigger: Trigger, site: Site) -> bool:
    """Whether a place stands in a dependent of the trigger or of the verb that carries it."""
    predicates = [predicate for predicate in (scene.predicates.get(trigger.head), carrying_verb(scene, trigger)) if predicate is not None]
    return any(
        phrase.span.overlaps(site.span) for predicate in predicates for phrase in (*predicate.object, *predicate.obliques)
    )


def _is_no_location(scene: Scene, trigger: Trigger, site: Site) -> bool:
    """Whether a place is with whom, under whose lead or about what, and not where."""
    phrase = next((phrase for phrase in scene.sentence.phrases if phrase.span.overlaps(site.span)), None)
    if phrase is None:
        return False
    if fold(phrase.preposition) in _NOT_WHERE:
        return True
    head = scene.tokens[phrase.head]
    if fold(phrase.preposition) == "ل" and phrase.start and scene.tokens[phrase.start - 1].kind == "adjective":
        return scene.is_in(head, "state") or scene.is_in(head, "country") or scene.is_in(head, "capital")  # `الموالية لتركيا`
    if phrase.preposition or not (scene.is_in(head, "state") or scene.is_in(head, "country") or scene.is_in(head, "capital")):
        return False
    # A country or capital that no preposition places stands for its government: `اتهمت أنقرة`.
    return not _depends(scene, trigger, site)


def _is_attribute(scene: Scene, site: Site) -> bool:
    """Whether a name of a place says whose someone is (`جيش سوريا`, `وزير خارجية فرنسا`) and not where something happens."""
    for phrase in scene.sentence.phrases:
        if not phrase.span.holds(site.span) or phrase.span.start == site.span.start:
            continue
        head = scene.tokens[phrase.head]
        if head.span.overlaps(site.span):
            return False
        return any(scene.is_in(head, name) for name in ("force", "authority", "official", "person_title", "media_head", "civilian", "unnamed_source_head"))
    return False


def _nearest_group(scene: Scene, here: Span, free: Sequence[Site], own: Sequence[Site]) -> list[Site]:
    behind = [site for site in own or free if site.span.start >= here.start]
    before = [site for site in own or free if site.span.start < here.start]
    first = behind[0] if behind else before[-1]
    if behind and before and _distance(before[-1], here) < _distance(behind[0], here) / 3:
        first = before[-1]
    at = free.index(first)
    group = [first]
    for site in free[at + 1 :]:
        if not _is_nested(scene, group[-1], site):
            break
        group.append(site)
    for site in reversed(free[:at]):
        if not _is_nested(scene, site, group[0]):
            break
        group.insert(0, site)
    return group


def _distance(site: Site, here: Span) -> int:
    return min(abs(site.span.start - here.end), abs(here.start - site.span.end))


def _is_nested(scene: Scene, inner: Site, outer: Site) -> bool:
    """Whether two places stand in one chain or list: `في بلدة الشحيل بريف دير الزور الشرقي، شرقي سوريا`, `الزر والشحيل`."""
    between = [token for token in scene.tokens if inner.span.end <= token.span.start < outer.span.start and not token.span.overlaps(outer.span)]
    if len(between) > 5:  # noqa: PLR2004
        return False
    return all(
        token.kind in {"preposition", "punctuation", "adjective"} or token.word.key in _BETWEEN_PLACES
        or scene.is_in(token, "place_kind") or scene.is_in(token, "direction")
        for token in between
    )


def _with_kind_word(scene: Scene, span: Span) -> Span:
    """Span of a place with the word that says what it is (`مدينة`, `ريف`) and the adjective of direction behind it."""
    if scene.language == "ar":
        return span
    tokens = scene.tokens
    start, end = span.start, span.end
    at = next((i for i, token in enumerate(tokens) if token.span.start <= span.start < token.span.end), None)
    if at is None:
        return span
    last = next((i for i, token in enumerate(tokens) if token.span.start < span.end <= token.span.end), at)
    if last + 1 < len(tokens) and tokens[last + 1].kind == "adjective" and tokens[last + 1].word.definite and scene.is_in(tokens[last + 1], "direction"):
        end = tokens[last + 1].span.end
    if last + 1 < len(tokens) and tokens[last + 1].kind == "noun" and not tokens[last + 1].word.definite and scene.language == "en" and scene.is_in(tokens[last + 1], "place_kind"):
        end = tokens[last + 1].span.end
    k = at - 1
    has_clitic = tokens[at].span.start < span.start
    while k > 0 and tokens[k].word.key in _LINKS and scene.is_in(tokens[k - 1], "place_kind"):
        k -= 1
    while k >= 0 and not has_clitic and (scene.is_in(tokens[k], "place_kind") or scene.is_in(tokens[k], "direction")):
        token = tokens[k]
        clitics = [clitic for clitic in token.word.proclitics if clitic != "ال"]
        start = token.span.start + (sum(map(len, clitics)) if len(token.word.form) == token.span.end - token.span.start else 0)
        has_clitic = bool(clitics)
        k -= 1
    return Span(start, end)

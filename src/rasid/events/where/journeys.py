# SPDX-License-Identifier: Apache-2.0
"""Where a movement comes from and where it goes: `انسحبت من حي الهدف على أطراف المخيم إلى حاجز الجلمة`, `غادر المدينة`."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from rasid.events.scene import Scene
from rasid.events.triggers import Trigger
from rasid.events.where.chains import Chain
from rasid.events.where.nesting import is_country
from rasid.events.where.sites_named import Site
from rasid.ids import MentionId
from rasid.records import Argument, Predicate

MOVES: Final = frozenset({"withdrawal", "displacement", "transfer", "border_crossing", "deployment", "escape"})
"""Types whose events lead from one place to another."""
# Words from a movement to where it goes, where no dependent says so: `نقل السجناء مع عائلاتهم ... إلى`.
_REACH: Final = 14


class Heads(NamedTuple):
    """The words that may have a place among their dependents: the trigger itself and the verb that carries it."""

    own: Predicate | None
    carrier: Predicate | None

    def hold(self, chain: Chain) -> bool:
        """Return whether a chain stands in a dependent of either."""
        return any(head is not None and holds(head, chain) for head in self)


def holds(head: Predicate, chain: Chain) -> bool:
    """Return whether the first place of a chain stands in an object or oblique of a word."""
    first = chain.sites[0].span
    return True in [phrase.span.overlaps(first) for phrase in (*head.object, *head.obliques)]


def find_ways(scene: Scene, trigger: Trigger, heads: Heads, taken: Sequence[Argument]) -> list[Argument]:
    """Return origin and destination of a movement; nothing for events that are none.

    Args:
        scene: The sentence.
        trigger: What happens.
        heads: The words whose dependents its places are.
        taken: Its arguments so far. Where one of them is the first place of a chain the rest of the chain has its role.
    """
    if trigger.sense.type not in MOVES:
        return []
    found: list[Argument] = []
    for chain in scene.chains:
        begun = next((argument for argument in taken if argument.role in {"origin", "destination"} and argument.span.overlaps(chain.sites[0].span)), None)
        role = begun.role if begun is not None else _role(scene, trigger, heads, chain)
        if not role or (begun is None and any(other.role == role for other in (*found, *taken))):
            continue
        found.extend(
            Argument(role="place" if i and _is_around(scene, site) else role, span=site.span, mention=_mention(site), reason=f"way: {chain.preposition or 'object'}")  # type: ignore[arg-type]  # tested
            for i, site in enumerate(chain.sites) if not any(argument.span.overlaps(site.span) for argument in taken)
        )  # fmt: skip
    return found


def _is_around(scene: Scene, site: Site) -> bool:
    """Whether a place only says where a way's end lies: of `من مدينة البوكمال في محافظة دير الزور شرقي سوريا` all but the first."""
    return site.kind == "محافظه" or is_country(site) or scene.is_in(scene.tokens[site.start], "compass")


def _mention(site: Site) -> MentionId | None:
    return site.mention.id if site.mention else None


def _role(scene: Scene, trigger: Trigger, heads: Heads, chain: Chain) -> str:
    if chain.segment != scene.segments[trigger.start] or chain.start < trigger.start or chain.owned:
        return ""
    between = scene.tokens[trigger.end : chain.start]
    held = heads.hold(chain)
    if not held and (len(between) > _REACH or any(token.kind == "verb" for token in between)):
        return ""
    if chain.leads_away:
        return "origin"
    if chain.leads_toward or chain.preposition == "ل":
        return "destination"
    if chain.preposition or not held:
        return ""
    words = [scene.tokens[slot] for slot in trigger.slots]
    if any(scene.is_in(token, "leaving") for token in words):
        return "origin"
    return "destination" if any(scene.is_in(token, "reaching") for token in words) else ""

# SPDX-License-Identifier: Apache-2.0
"""Which attack of a sentence explains its dead and wounded."""

from collections.abc import Sequence
from typing import Final

from rasid.events.scene import Scene
from rasid.records import Span

# Costs in tokens, chosen on half of the Arabic development gold: a break between two pieces of news weighs more than any distance inside one,
# a word that ties the toll to the attack (`جراء`, `أسفر عن`) more than a few words of place and time.
_BREAK: Final = 60
_TIE: Final = 12
_CAUSE_WITHIN: Final = 4
_OTHERS_WITHIN: Final = 5
_STOPS: Final = frozenset({".", "؛", ";"})


def explaining(scene: Scene, toll: Span, attacks: Sequence[Span]) -> int | None:
    """Return the index of the attack that a toll is of; None where a new piece of news stands between the toll and every attack.

    Args:
        scene: The sentence.
        toll: The word that tells of the dead or wounded.
        attacks: The triggers of the attacks of the sentence.
    """
    costs = [_cost(scene, toll, attack) for attack in attacks]
    best = min(range(len(costs)), key=costs.__getitem__, default=None)
    return best if best is not None and costs[best] < _BREAK else None


def is_result(scene: Scene, toll: Span, attack: Span) -> bool:
    """Return whether a word between an attack and a toll says that the one is the result of the other: `الهجوم الذي أسفر عن مقتل`."""
    return toll.start > attack.start and any(
        scene.is_in(token, "result") for token in scene.tokens if attack.end <= token.span.start and token.span.end <= toll.start
    )


def _cost(scene: Scene, toll: Span, attack: Span) -> int:
    first, second = (toll, attack) if toll.start < attack.start else (attack, toll)
    between = [i for i, token in enumerate(scene.tokens) if first.end <= token.span.start and token.span.end <= second.start]
    cost = len(between) + _BREAK * sum(_is_break(scene, i) and not counts_others(scene, i) for i in between)
    return cost - _TIE if _is_tied(scene, between, attack, toll) else cost


def _is_break(scene: Scene, i: int) -> bool:
    """Whether another piece of news begins: `فيما`, `بينما`, `كما استهدف`, `في حين`."""
    token = scene.tokens[i]
    if token.word.form in _STOPS:
        return True
    return scene.turns(i)


def counts_others(scene: Scene, i: int) -> bool:
    """Return whether behind a word that turns to other news a verb only counts others of the same toll: `فيما أصيب 16 آخرون`."""
    behind = scene.tokens[i + 1 : i + 2 + _OTHERS_WITHIN]
    return bool(behind) and scene.is_in(behind[0], "toll_verb") and any(scene.is_in(token, "another") for token in behind[1:])


def _is_tied(scene: Scene, between: Sequence[int], attack: Span, toll: Span) -> bool:
    tokens = scene.tokens
    if toll.start > attack.start:
        return any(scene.is_in(tokens[i], "result") for i in between)
    opening = next((token for token in tokens if token.span.end > attack.start), None)
    if opening is not None and opening.word.proclitics[-1:] == ("ب",):
        return True
    return any(scene.is_in(tokens[i], "cause") for i in between[-_CAUSE_WITHIN:])

# SPDX-License-Identifier: Apache-2.0
"""The dead and hurt among the targets of an event, told as one: `قتلى وجرحى`, and left out where it is told whose they are."""

from collections.abc import Sequence
from typing import Final

from rasid.events.scene import Scene
from rasid.records import Argument, Span, Token

# Prepositions that lead from the dead and hurt to whose they are.
_AMONG: Final = frozenset({"من", "بين", "في"})


def tidy_tolls(scene: Scene, arguments: Sequence[Argument]) -> tuple[Argument, ...]:
    """Return arguments whose tolls are told once.

    Args:
        scene: The sentence.
        arguments: Of one event.

    Tolls without a number that and joins become one span (`عدد من القتلى والجرحى`); one that says whose it is gives way to them (`جرحى في صفوف المدنيين`).
    """
    tolls = sorted((argument for argument in arguments if argument.role == "target" and _is_toll(scene, argument.span)), key=lambda argument: argument.span.start)
    if not tolls:
        return tuple(arguments)
    joined: list[Argument] = []
    for toll in tolls:
        if joined and not _between(scene, joined[-1].span, toll.span) and not (_is_counted(scene, joined[-1].span) or _is_counted(scene, toll.span)):
            joined[-1] = Argument(role="target", span=Span(joined[-1].span.start, toll.span.end), reason=joined[-1].reason)
        else:
            joined.append(toll)
    others = [argument for argument in arguments if argument not in tolls]
    whose = [argument.span for argument in others if argument.role == "target"]
    return (*others, *(toll for toll in joined if not any(_says_whose(scene, toll.span, span) for span in whose)))


def _is_toll(scene: Scene, span: Span) -> bool:
    """Whether a span ends in a word for the dead or hurt, so that it does not say who they are."""
    last = next((token for token in reversed(scene.tokens) if token.span.overlaps(span)), None)
    return last is not None and scene.is_in(last, "toll_noun")


def _is_counted(scene: Scene, span: Span) -> bool:
    """Whether a span holds a number: `17 قتيلا`."""
    return any(token.span.overlaps(span) and (token.kind == "number" or scene.is_in(token, "number_word")) for token in scene.tokens)


def _between(scene: Scene, first: Span, second: Span) -> list[Token]:
    """The tokens between two spans, an and written apart left out."""
    return [token for token in scene.tokens if first.end <= token.span.start and token.span.end <= second.start and token.word.form != "و"]


def _says_whose(scene: Scene, toll: Span, whose: Span) -> bool:
    """Whether nothing but a preposition, or a word for ranks, leads from the dead or hurt to others that undergo it."""
    between = _between(scene, toll, whose)
    return toll.end <= whose.start and bool(between) and all(token.word.key in _AMONG or scene.is_in(token, "ranks") for token in between)

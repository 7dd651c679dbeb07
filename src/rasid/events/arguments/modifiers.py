# SPDX-License-Identifier: Apache-2.0
"""Who stands before an event noun in its own phrase: `Turkish air strikes`, `the regime's bombing`, `rebel attack`, `hostage release`."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final, NamedTuple

from rasid.events.triggers import Trigger
from rasid.records import Phrase, Predicate, Span, Token

if TYPE_CHECKING:
    from rasid.events.scene import Frame, Scene

# Classes of words that do things; weapons and aircraft before an attack noun only say of what kind it is.
_DOERS: Final = ("force", "party", "state", "authority", "nationality_adj")
_UNDERGOERS: Final = ("civilian", "detainee", "victim", "journalist", "protester", "facility", "prison", "camp", "vehicle")
_POSSESSIVE: Final = "'s"


class Modifier(NamedTuple):
    """A stretch before an event noun with the role that it fills."""

    role: str
    span: Span
    reason: str


def named_before(scene: "Scene", trigger: Trigger, predicate: Predicate, frame: "Frame") -> Iterator[Modifier]:
    """Yield those named in front of an event noun, possessors first.

    Args:
        scene: The sentence.
        trigger: A trigger headed by a noun.
        predicate: Its predicate; the subject of a noun is what stands before it in its phrase.
        frame: Tells which roles the doer and the one undergoing have.
    """
    if predicate.form == "verb" or not predicate.subject:
        return
    before = predicate.subject[0]
    tokens = scene.tokens
    owner = next((k for k in range(min(before.end, trigger.start) - 1, before.start - 1, -1) if tokens[k].word.enclitic == _POSSESSIVE), None)
    if owner is not None:
        yield from _possessor(scene, before.start, owner, frame)
    start = before.start if owner is None else owner + 1
    for k in range(min(before.end, trigger.start) - 1, start - 1, -1):
        role = _role_of(scene, tokens[k], frame)
        if role:
            first, last = _stretch(scene, tokens, start, k)
            yield Modifier(role, Span(tokens[first].span.start, tokens[last].span.end), "named before the noun")
            return


def _possessor(scene: "Scene", start: int, owner: int, frame: "Frame") -> Iterator[Modifier]:
    tokens = scene.tokens
    span = Span(tokens[start].span.start, tokens[owner].span.start + len(tokens[owner].word.stem))
    phrase = Phrase(start=start, end=owner + 1, head=owner, span=span)
    if frame.subject != "actor":
        yield Modifier(frame.subject or frame.genitive, span, "possessor of the noun")
    elif scene.is_armed(phrase) and "official" not in scene.classes(phrase):
        yield Modifier("actor", span, "possessor of the noun")
    elif not scene.is_place(phrase):
        yield Modifier("target" if frame.genitive == "target" else "actor", span, "possessor of the noun")


def _role_of(scene: "Scene", token: Token, frame: "Frame") -> str:
    if scene.is_any(token, ("air", "bomb", "artillery", "place_kind", "direction", "time_head")):
        return ""
    acts = scene.is_any(token, _DOERS) or any(mention.span.overlaps(token.span) for mention in scene.actors)
    if acts:
        return frame.subject
    if scene.is_any(token, _UNDERGOERS):
        return "target" if "target" in {frame.genitive, frame.object} else ""
    return ""


def _stretch(scene: "Scene", tokens: Sequence[Token], start: int, k: int) -> tuple[int, int]:
    """The tokens that belong to a name or a doer at `k`: `Syrian regime`, `Islamic State`."""
    first = k
    mention = next((mention for mention in scene.actors if mention.span.overlaps(tokens[k].span)), None)
    while first > start:
        before = tokens[first - 1]
        inside = mention is not None and mention.span.overlaps(before.span)
        if not inside and not scene.is_any(before, _DOERS) and before.kind != "other":
            break
        first -= 1
    return first, k

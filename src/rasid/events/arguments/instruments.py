# SPDX-License-Identifier: Apache-2.0
"""With what an attack was made, in English: the munitions of its trigger, of its clause, of the verb that throws or plants them."""

from collections.abc import Iterator, Sequence
from typing import Final

from rasid.events.scene import Scene, span_of
from rasid.events.triggers import Trigger
from rasid.records import Argument, Phrase, Span

_ATTACKS: Final = frozenset({"bombing", "armed_attack", "shelling", "air_strike", "assassination", "execution", "destruction", "battle"})
_WITH: Final = frozenset({"with", "by", "from", "using"})
_WEAPONS: Final = "weapon_word"


def find_instruments(scene: Scene, trigger: Trigger, event_type: str, found: Sequence[Argument]) -> list[Argument]:
    """Return the weapons of an attack that its arguments do not name yet.

    Args:
        scene: The sentence.
        trigger: Of the attack.
        event_type: Its type; what is no attack has no weapons.
        found: Its arguments so far.
    """
    if event_type not in _ATTACKS:
        return []
    taken = [argument.span for argument in found if argument.role == "instrument"]
    instruments: list[Argument] = []
    for span, reason in (*_in_trigger(scene, trigger), *_in_clause(scene, trigger)):
        if not any(span.overlaps(other) for other in taken):
            taken.append(span)
            instruments.append(Argument(role="instrument", span=span, reason=reason))
    return instruments


def _in_trigger(scene: Scene, trigger: Trigger) -> Iterator[tuple[Span, str]]:
    """`a car bomb exploded`, `a grenade attack`: a trigger that itself names the weapon."""
    for i in reversed(trigger.slots):  # of `explosive device` the device
        if scene.tokens[i].kind != "verb" and scene.is_in(scene.tokens[i], _WEAPONS):
            yield _weapon_at(scene, i), "the trigger names the weapon"
            return


def _in_clause(scene: Scene, trigger: Trigger) -> Iterator[tuple[Span, str]]:
    predicate = scene.predicates.get(trigger.head)
    if predicate is None:
        return
    for phrase in predicate.obliques:
        if phrase.preposition in _WITH and _is_weapon(scene, phrase):
            yield _weapon_at(scene, phrase.head), f"oblique: {phrase.preposition}"
    if predicate.form == "verb":
        for phrase in (*predicate.object, *predicate.subject):
            if _is_weapon(scene, phrase):
                yield _weapon_at(scene, phrase.head), "what the verb throws, plants or sets off"
        yield from _used(scene, trigger)


def _used(scene: Scene, trigger: Trigger) -> Iterator[tuple[Span, str]]:
    """`attacked the post, using rockets`, `armed with rifles`: the object of a verb of using that goes on from the trigger."""
    for predicate in scene.sentence.predicates:
        if predicate.form == "verb" and predicate.head > trigger.start and scene.is_in(scene.tokens[predicate.head], "using"):
            for phrase in predicate.object:
                if _is_weapon(scene, phrase):
                    yield _weapon_at(scene, phrase.head), "object of the verb of using"


def _is_weapon(scene: Scene, phrase: Phrase) -> bool:
    return scene.is_in(scene.tokens[phrase.head], _WEAPONS)


def _weapon_at(scene: Scene, i: int) -> Span:
    """The weapon word with what stands before it in its phrase, articles and numbers left out."""
    phrase = scene.phrase_at(i)
    if phrase is None:
        return scene.tokens[i].span
    start = i
    while start > phrase.start and _describes(scene, start - 1):
        start -= 1
    return span_of(scene.tokens, start, i + 1)


def _describes(scene: Scene, i: int) -> bool:
    token = scene.tokens[i]
    is_amount = token.word.form.isdigit() or scene.is_in(token, "quantifier")
    return token.kind in {"noun", "adjective", "other"} and not token.word.enclitic and not is_amount

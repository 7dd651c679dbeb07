# SPDX-License-Identifier: Apache-2.0
"""Verbs that only carry an attack which a noun names: `قصف استهدف بلدة` is one happening."""

from collections.abc import Sequence
from typing import Final

from rasid.events.relations import has_actor_subject, hidden_subject
from rasid.events.scene import Scene
from rasid.events.triggers import Trigger
from rasid.records import Phrase, Predicate, Span

# Types that explain the dead and wounded told beside them.
EXPLAINING: Final = frozenset(
    {"battle", "air_strike", "shelling", "bombing", "armed_attack", "assassination", "execution", "abuse", "riot", "repression", "military_operation"}
)
# A relative clause stands near the attack that it goes on about.
_CARRIED_WITHIN: Final = 14


def trigger_span(scene: Scene, trigger: Trigger) -> Span:
    """Return the span of a trigger in the document."""
    return Span(scene.tokens[trigger.start].span.start, scene.tokens[trigger.end - 1].span.end)


def carriers(scene: Scene, triggers: Sequence[Trigger]) -> dict[int, int]:
    """Return the verbs that only carry an attack that a noun names, by place, with the place of the noun.

    `قصف استهدف بلدة`: the subject of the verb is the attack; `استهدف الجيش البلدة بالمدفعية، بثلاث غارات`: the attack is its means.
    """
    nouns = [trigger for trigger in triggers if trigger.kind != "verb" and (trigger.sense.type in EXPLAINING)]
    carried: dict[int, int] = {}
    for trigger in triggers:
        predicate = scene.predicates.get(trigger.head)
        if predicate is None:
            continue
        if not trigger.sense.by_means:
            carried.update((noun.start, trigger.start) for noun in _means_of(trigger, predicate.obliques, nouns))
            continue
        if predicate.form != "verb":
            continue
        by_means = [
            noun for noun in nouns
            if _is_with(scene, trigger, noun)
            or any(phrase.preposition in {"ب", "with"} and phrase.start <= noun.head < phrase.end for phrase in predicate.obliques)
        ]  # fmt: skip
        subject = predicate.subject or hidden_subject(scene, predicate)
        as_subject = [noun for noun in nouns if any(phrase.start <= noun.head < phrase.end for phrase in subject)]
        before = [noun for noun in nouns if noun.end <= trigger.start and trigger.start - noun.end <= _CARRIED_WITHIN]
        if by_means:
            carried[trigger.start] = by_means[0].start
        elif as_subject:
            carried[trigger.start] = as_subject[0].start
        elif before and not _verb_between(scene, before[-1], trigger) and _goes_on_about(scene, before[-1], predicate):
            carried[trigger.start] = before[-1].start
    return carried


def _is_with(scene: Scene, verb: Trigger, noun: Trigger) -> bool:
    """Whether `ب` stands before a noun, or its number, behind a verb and no other: `استهدفت الطائرات، صباح اليوم، القرية، بخمس غارات`."""
    if noun.start <= verb.start or _verb_between(scene, verb, noun) or any(scene.turns(i) for i in range(verb.start, noun.start)):
        return False
    first = noun.start - 1 if scene.is_in(scene.tokens[noun.start - 1], "number") else noun.start
    return "ب" in scene.tokens[first].word.proclitics


def _goes_on_about(scene: Scene, noun: Trigger, predicate: Predicate) -> bool:
    """Whether a verb behind an attack noun has that attack for its subject: none that can act, or one that stands before the noun."""
    if scene.tokens[predicate.head].word.proclitics:
        return False
    if not has_actor_subject(scene, predicate):
        return True
    return predicate.subject[-1].end <= noun.start and not scene.tokens[noun.start].word.definite


def _means_of(trigger: Trigger, obliques: Sequence[Phrase], nouns: Sequence[Trigger]) -> list[Trigger]:
    """The attack nouns of a trigger's own type that are only its means: `تفجير الحائط بسيارة مفخخة`."""
    return [
        noun for noun in nouns
        if noun is not trigger and noun.sense.type == trigger.sense.type
        and any(phrase.preposition in {"ب", "with"} and phrase.start <= noun.head < phrase.end for phrase in obliques)
    ]  # fmt: skip


def _verb_between(scene: Scene, noun: Trigger, verb: Trigger) -> bool:
    return any(scene.tokens[i].kind == "verb" for i in range(noun.end, verb.start))

# SPDX-License-Identifier: Apache-2.0
"""Who does what a noun names where another noun or an adjective governs it: taking part, setting about, trying, carrying out."""

from collections.abc import Iterator
from typing import Final

from rasid.events.arguments.anaphora import antecedent
from rasid.events.arguments.casting import Cast, fill
from rasid.events.scene import Frame, Scene
from rasid.events.triggers import Trigger
from rasid.records import Phrase, Predicate

# Tokens within which an adjective that governs a deed stands before it.
_ADJECTIVE_WITHIN: Final = 4
# Nouns of setting about a deed, with the preposition that leads to it, and how far that may stand.
_LEADS_BY: Final = {"قيام": "ب", "اقدام": "على"}
_SET_ABOUT_REACH: Final = 16


def controller(scene: Scene, trigger: Trigger, frame: Frame, cast: Cast) -> None:
    """`مشاركة طائرات في قصف`: the genitive of a noun of taking part does what the trigger names; `مستمرة في قصف`: who is said to be at it."""
    if frame.subject == "target":
        _controls_own_fate(scene, trigger, cast)
    if frame.subject == "actor" and not _taken_part_in(scene, trigger, cast) and not cast.has("actor"):
        fill(scene, cast, "actor", _said_to_be_at_it(scene, trigger), "said to be at it")


def _nouns_over(scene: Scene, trigger: Trigger) -> Iterator[Predicate]:
    """The verbal nouns that have a trigger among their obliques, the nearest first."""
    for predicate in reversed(scene.sentence.predicates):
        if predicate.form != "verb" and predicate.head < trigger.start and any(phrase.start <= trigger.head < phrase.end for phrase in predicate.obliques):
            yield predicate


def _controls_own_fate(scene: Scene, trigger: Trigger, cast: Cast) -> None:
    """`عجز السكان عن الخروج`, `محاولة المدنيين الفرار`: whose trying it is undergoes it."""
    for predicate in _nouns_over(scene, trigger):
        if scene.is_in(scene.tokens[predicate.head], "control_noun") and not cast.has("target"):
            fill(scene, cast, "target", tuple(phrase for phrase in predicate.object if scene.is_people(phrase)), "genitive of the noun of taking part")


def _taken_part_in(scene: Scene, trigger: Trigger, cast: Cast) -> bool:
    """Fill who takes part in the deed, is made to do it or undergoes it by the noun over it; return whether one says so."""
    for predicate in _nouns_over(scene, trigger):
        head = scene.tokens[predicate.head]
        if scene.is_in(head, "undergo_noun"):
            fill(scene, cast, "target", predicate.object, "genitive of the noun of undergoing")
        elif cast.has("actor"):
            continue
        elif scene.is_in(head, "control_noun"):
            fill(scene, cast, "actor", predicate.object, "genitive of the noun of taking part")
        elif scene.is_in(head, "object_control_noun"):
            fill(scene, cast, "actor", predicate.object, "trained, sent or armed to do it")
        else:
            continue
        return True
    return False


def set_about_it(scene: Scene, trigger: Trigger) -> tuple[Phrase, ...]:
    """Return the genitive of a noun of setting about, with a clause on it between: `بعد قيام مسلحين يشتبه بانتمائهم للحركة بتفجير قنبلة`."""
    start = _start_of_deed(scene, trigger)
    first = scene.tokens[start].word.proclitics[:1]
    for predicate in reversed(scene.sentence.predicates):
        if predicate.head >= start or start - predicate.head > _SET_ABOUT_REACH:
            continue
        who = tuple(phrase for phrase in (*predicate.subject, *predicate.object) if phrase.end <= start)
        leads = _LEADS_BY.get(scene.tokens[predicate.head].word.key)
        if leads is not None and predicate.form != "verb" and who and (first == (leads,) or scene.tokens[start - 1].word.form == leads):
            return who
    return ()


def _start_of_deed(scene: Scene, trigger: Trigger) -> int:
    """Where a deed begins with the noun that carries it and its number: `بتنفيذ 11 غارة`."""
    k = trigger.start - 1
    while k > 0 and (scene.tokens[k].kind == "number" or scene.is_in(scene.tokens[k], "number")):
        k -= 1
    return k if k >= 0 and scene.tokens[k].kind != "verb" and scene.is_in(scene.tokens[k], "doing") else trigger.start


def _said_to_be_at_it(scene: Scene, trigger: Trigger) -> tuple[Phrase, ...]:
    """`القوات التركية ما زالت مستمرة في قصف`, `عازمون على شن`: the armed side before an adjective that governs the noun."""
    for k in range(trigger.start - 1, max(-1, trigger.start - _ADJECTIVE_WITHIN), -1):
        token = scene.tokens[k]
        if token.kind == "verb":
            return ()
        if scene.is_in(token, "control_adjective"):
            return next(((phrase,) for phrase in reversed(scene.sentence.phrases) if phrase.end <= k and scene.is_side(phrase) and not phrase.preposition), ())
    return ()


def owner_of_try(scene: Scene, trigger: Trigger) -> tuple[Phrase, ...]:
    """Return whom the pronoun on the noun right before the deed stands for: `أثناء محاولتها مداهمة منزل`, `قيامهم بخطف`."""
    k = trigger.start - 1
    if k < 0 or not scene.tokens[k].word.enclitic:
        return ()
    if scene.is_in(scene.tokens[k], "control_noun") or scene.is_in(scene.tokens[k], "trying"):
        return antecedent(scene, k, scene.tokens[k].word.enclitic)
    return ()


def agent_of_carrying_noun(scene: Scene, trigger: Trigger) -> tuple[Phrase, ...]:
    """Return the genitive of the verbal noun that has the trigger for its object: `تنفيذ طائرة حربية أربع غارات`."""
    for predicate in reversed(scene.sentence.predicates):
        if predicate.form != "verb" and predicate.head < trigger.start and any(phrase.start <= trigger.head < phrase.end for phrase in predicate.object):
            return tuple(phrase for phrase in predicate.subject if scene.is_armed(phrase))
    return ()

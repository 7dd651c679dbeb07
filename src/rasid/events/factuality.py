# SPDX-License-Identifier: Apache-2.0
"""Did it happen, was it tried, is it planned, feared, or denied: from the words that govern a trigger and who reports it."""

from collections.abc import Iterable, Sequence
from typing import Final

from rasid.events.scene import Scene
from rasid.events.triggers import Trigger
from rasid.knowledge.lexemes import word_classes
from rasid.records import Claim, Factuality, Predicate, Record, Span, Token
from rasid.spelling import fold

_ATTEMPT: Final = ("attempt", "foiled")
_POSSIBLE: Final = ("possibility", "fear", "condition", "demand", "threat")
_PLANNED: Final = ("plan", "future", "expectation")
_DENIED: Final = ("denial", "negation_noun")
# Words of the marker lists that do not bear on the factuality of what they stand before.
_NEUTRAL: Final = frozenset({"ان", "من", "قد", "لقد", "في", "الي", "علي", "ما", "ب", "ل", "هل", "حال", "لو ان", "كان", "عن", "to", "that"})
# An act whose content is not asserted to have happened, and what it makes of the happening.
_ACTS: Final[dict[str, Factuality]] = {"warn": "possible", "threaten": "possible", "demand": "possible", "deny": "denied", "promise": "planned"}
# Verbs whose future is the future of the noun that they carry: `ستتواصل الاحتجاجات`; `الهجوم سيؤدي إلى` tells nothing of it.
_CARRYING: Final = ("occur", "support_act", "aspect_begin", "aspect_continue")
_GOVERNING: Final = 4
_IF: Final = frozenset({"إن", "وإن", "لئن"})
# What an attack or a march is made for; of other types ل tells whose or about what they are.
_AIMS: Final = frozenset({"release", "territory_gain", "escape", "withdrawal", "seizure", "abduction", "assassination", "return_displaced"})


class Judged(Record, frozen=True, kw_only=True):
    """A factuality, the words that made it and why."""

    factuality: Factuality
    reason: str = ""
    span: Span | None = None


def judge(scene: Scene, trigger: Trigger, claims: Sequence[Claim]) -> Judged:
    """Return the factuality of one trigger.

    Args:
        scene: Its sentence.
        trigger: The trigger.
        claims: Those of the document: a happening inside a warning, a demand or a denial is not asserted.
    """
    predicate = scene.predicates.get(trigger.head)
    negation = _negation(scene, trigger, predicate)
    if negation is not None:
        return Judged(factuality="denied", reason=f"negated by {negation.word.form}", span=negation.span)
    own = _own_attempt(scene, trigger)
    if own is not None:
        return Judged(factuality="attempted", reason=f"the trigger itself: {own.word.form}", span=own.span)
    for factuality, names in (("attempted", _ATTEMPT), ("possible", _POSSIBLE), ("planned", _PLANNED), ("denied", _DENIED)):
        token = _governor_in(scene, trigger, predicate, names)
        if token is not None:
            return Judged(factuality=factuality, reason=f"governed by {token.word.form}", span=token.span)  # type: ignore[arg-type]
    condition = _condition(scene, trigger)
    if condition is not None:
        return Judged(factuality="possible", reason=f"governed by {condition.word.form}", span=condition.span)
    future = _future(scene, trigger, predicate)
    if future is not None:
        return future
    by_act = _by_act(scene, trigger, claims)
    if by_act is not None:
        return by_act
    return Judged(factuality="planned", reason="told as a purpose", span=scene.tokens[trigger.head].span) if _is_purpose(scene, trigger) else Judged(factuality="happened")


def _condition(scene: Scene, trigger: Trigger) -> Token | None:
    """`إن` right before a verb is if, never that; `إذا اندلعت الحرب`: the condition of the verb that a noun happens by."""
    at = trigger.start
    if scene.tokens[trigger.head].kind != "verb":
        over = _happens_by(scene, trigger)
        if over is None:
            return None
        at = over.head
        words = word_classes(scene.language).get("condition", frozenset())
        found = next((scene.tokens[k] for k in over.governors[:_GOVERNING] if scene.tokens[k].word.key in words), None)
        if found is not None:
            return found
    return scene.tokens[at - 1] if at and scene.tokens[at - 1].word.form in _IF else None


def _happens_by(scene: Scene, trigger: Trigger) -> Predicate | None:
    for predicate in scene.sentence.predicates:
        if predicate.form == "verb" and scene.is_in(scene.tokens[predicate.head], "occur") and any(phrase.start <= trigger.head < phrase.end for phrase in predicate.subject):
            return predicate
    return None


def _is_purpose(scene: Scene, trigger: Trigger) -> bool:
    """Whether a bare verbal noun behind ل is what a deed was for: `الهجوم على البلدة لإطلاق سراح الأسرى`; not what a verb governs by ل."""
    head = scene.tokens[trigger.start]
    if trigger.kind == "verb" or head.word.proclitics[-1:] != ("ل",):
        return False
    before = scene.tokens[trigger.start - 1] if trigger.start else None
    if before is None or before.kind in {"verb", "adjective"} or before.word.tense:
        return False
    return trigger.sense.type in _AIMS


def _negation(scene: Scene, trigger: Trigger, predicate: Predicate | None) -> Token | None:
    """The word that negates a trigger; before a noun only what negates nouns, or a negated verb of taking place.

    `لم تهدأ الهجمات`: attacks that did not cease go on.
    """
    if predicate is None or predicate.negation is None:
        return None
    token = scene.tokens[predicate.negation]
    if predicate.form == "verb" or scene.is_in(token, "negating_noun"):
        return token
    over = _verb_over(scene, trigger)
    return token if over is not None and scene.is_in(over, "occur") else None


def _governor_in(scene: Scene, trigger: Trigger, predicate: Predicate | None, names: Iterable[str]) -> Token | None:
    classes = word_classes(scene.language)
    words: frozenset[str] = frozenset().union(*(classes.get(name, frozenset()) for name in names)) - _NEUTRAL
    governors = predicate.governors if predicate is not None else tuple(range(trigger.start - 1, max(-1, trigger.start - 4), -1))
    for governor in governors[:_GOVERNING]:
        token = scene.tokens[governor]
        if trigger.start <= governor < trigger.end:
            continue
        if token.word.key in words or fold(token.word.lemma) in words:
            return token
        if governor + 1 < len(scene.tokens) and f"{token.word.key} {scene.tokens[governor + 1].word.key}" in words:
            return token
    return None


def _own_attempt(scene: Scene, trigger: Trigger) -> Token | None:
    """The word of trying or foiling that is part of a trigger of several words: `محاولة تسلل`, `إحباط هجوم`."""
    if len(trigger.slots) < 2 or trigger.sense.frame == "halt":  # noqa: PLR2004  (`stop fighting`: the halt is not what was foiled)
        return None
    words = word_classes(scene.language).get("attempt", frozenset()) | word_classes(scene.language).get("foiled", frozenset())
    return next((scene.tokens[slot] for slot in trigger.slots if scene.tokens[slot].word.key in words - _NEUTRAL), None)


def _future(scene: Scene, trigger: Trigger, predicate: Predicate | None) -> Judged | None:
    token = scene.tokens[trigger.head]
    if token.kind != "verb":
        over = _verb_over(scene, trigger)
        if over is not None and "س" in over.word.proclitics and any(scene.is_in(over, name) for name in _CARRYING):
            return Judged(factuality="planned", reason=f"governed by {over.word.form}", span=over.span)
        return None
    if "س" in token.word.proclitics:
        return Judged(factuality="planned", reason="future", span=token.span)
    governors = predicate.governors if predicate is not None else ()
    nearest = scene.tokens[governors[0]] if governors else None
    if nearest is not None and nearest.word.key == "قد" and token.word.tense == "present":
        return Judged(factuality="possible", reason=f"governed by {nearest.word.form}", span=nearest.span)
    return None


def _verb_over(scene: Scene, trigger: Trigger) -> Token | None:
    """The verb that has a noun trigger as its subject or object: `ستتواصل الاحتجاجات`."""
    for predicate in scene.sentence.predicates:
        if predicate.form == "verb" and any(phrase.start <= trigger.head < phrase.end for phrase in (*predicate.subject, *predicate.object)):
            return scene.tokens[predicate.head]
    return None


def _is_presupposed(scene: Scene, trigger: Trigger) -> bool:
    """Whether a happening stands as known inside a demand or a warning: a verb in the past, a noun with the article."""
    token = scene.tokens[trigger.head]
    return token.word.tense == "past" if token.kind == "verb" else "ال" in token.word.proclitics


def _by_act(scene: Scene, trigger: Trigger, claims: Sequence[Claim]) -> Judged | None:
    span = Span(scene.tokens[trigger.start].span.start, scene.tokens[trigger.end - 1].span.end)
    holding = [claim for claim in claims if claim.act in _ACTS and claim.content.holds(span) and claim.sentence == scene.sentence.index]
    if not holding:
        return None
    if _is_presupposed(scene, trigger):
        holding = [claim for claim in holding if claim.act == "deny"]
        if not holding:
            return None
    inner = min(holding, key=lambda claim: claim.content.end - claim.content.start)
    return Judged(factuality=_ACTS[inner.act], reason=f"in the content of an act of {inner.act}", span=inner.cue)

# SPDX-License-Identifier: Apache-2.0
"""Did it happen, was it tried, is it planned, feared, or denied: from the words that govern a trigger and who reports it."""

from collections.abc import Sequence
from typing import Final

from rasid.events.asserted.governing import (
    GOVERNED,
    GOVERNING,
    NEUTRAL,
    UN,
    carrying_noun,
    carrying_predicate,
    far_verb,
    first_in,
    governing_words,
    is_known,
    marker_words,
)
from rasid.events.scene import Scene
from rasid.events.triggers import Trigger
from rasid.knowledge.lexemes import word_classes
from rasid.records import Claim, Factuality, Predicate, Record, Span, Token

# An act whose content is not asserted to have happened, and what it makes of the happening.
_ACTS: Final[dict[str, Factuality]] = {"warn": "possible", "threaten": "possible", "demand": "possible", "deny": "denied", "promise": "planned"}
_SHALL: Final = frozenset({"سوف"})
_OR: Final = frozenset({"او", "ام", "or"})
_AGREED: Final = frozenset({"agreement", "diplomacy"})
_REFUSED: Final = frozenset({"arrest", "withdrawal", "release", "transfer", "agreement", "diplomacy", "recruitment"})
_ELSE: Final = frozenset({"وإلا", "والا"})
_IF: Final = frozenset({"إن", "وإن", "لئن"})
_THERE: Final = frozenset({"هناك", "ثمه", "ثمة", "there"})
_NOT: Final = ("negation_past", "negation_present", "negation_future")
_REACH_OF_NOT: Final = 4
_MAY: Final = "قد"
_CIRCUMSTANCE: Final = frozenset({"في", "خلال", "عبر", "اثناء"})
_TOWARDS: Final = frozenset({"ل", "الى", "إلى", "نحو"})
# Any attack, but for one that is denied, is none that is told of.
_ANY: Final = frozenset({"اي", "ايه", "any"})
# Words between what and joins, and between an attack and its means.
_JOINED_WITHIN: Final = 12
_MEANS_WITHIN: Final = 5
# What an attack or a march is made for; of other types ل tells whose or about what they are.
_AIMS: Final = frozenset({
    "release", "territory_gain", "escape", "withdrawal", "seizure", "abduction", "assassination", "military_operation", "arrest", "recruitment",
    "deployment", "border_crossing",
})  # fmt: skip


class Judged(Record, frozen=True, kw_only=True):
    """A factuality, the words that made it and why."""

    factuality: Factuality
    reason: str = ""
    span: Span | None = None


def judge(scene: Scene, trigger: Trigger, claims: Sequence[Claim], *, joined_to: Sequence[tuple[Trigger, Judged]] = ()) -> Judged:
    """Return the factuality of one trigger.

    Args:
        scene: Its sentence.
        trigger: The trigger.
        claims: Those of the document: a happening inside a warning, a demand or a denial is not asserted.
        joined_to: The triggers before it in the sentence with their factuality: what is joined to one by `and` shares what governs it.
    """
    predicate = scene.predicates.get(trigger.head)
    chain = governing_words(scene, trigger, predicate)
    found = (
        _by_negation(scene, trigger, predicate)
        or _by_own_words(scene, trigger)
        or _by_governor(scene, trigger, chain)
        or _by_condition(scene, trigger)
        or _by_future(scene, trigger, predicate)
        or _by_quality(scene, trigger)
        or _by_act(scene, trigger, claims)
        or _by_purpose(scene, trigger)
        or _by_joining(scene, trigger, joined_to)
    )
    return found or Judged(factuality="happened")


def _judged(factuality: Factuality, token: Token, reason: str = "governed by {}") -> Judged:
    return Judged(factuality=factuality, reason=reason.format(token.word.form), span=token.span)


# --- what governs it -------------------------------------------------------------------------------------------------


def _by_governor(scene: Scene, trigger: Trigger, chain: Sequence[int]) -> Judged | None:
    far = far_verb(scene, trigger)
    for factuality, names in GOVERNED:
        reach = (*chain, far) if far is not None and factuality in {"possible", "planned"} else chain
        token = first_in(scene, trigger, reach, marker_words(scene.language, names), adjacent=factuality == "denied")
        if token is None or _tells_nothing(scene, trigger, chain, token, factuality):
            continue
        negation = _negation_of(scene, token)
        if negation is None:
            hanging = _hanging(scene, token) if factuality == "planned" and token.word.key in _SHALL else None
            return hanging or _judged(factuality, token)
        # `لا تسعى إلى إقامة قواعد`, `لا يمكن استهدافهم`: where the will is denied, so is the deed.
        if scene.is_in(token, "modal") or (factuality in {"attempted", "planned"} and not scene.is_in(token, "foiled")):
            return _judged("denied", negation, "negated by {}")
    return _by_refusal(scene, trigger, chain) or _by_any(scene, trigger)


def _tells_nothing(scene: Scene, trigger: Trigger, chain: Sequence[int], token: Token, factuality: Factuality) -> bool:
    """Whether a marker tells nothing of this trigger: of its type, as the subject of a threat, or beneath a denial."""
    if factuality == "attempted":
        return trigger.sense.type == "diplomacy" and not scene.is_in(token, "trying")  # talks that failed were held
    if factuality == "planned":
        return trigger.sense.type in _AGREED and scene.is_in(token, "agreeing")  # `اتفقا على وقف إطلاق النار`: there it is
    if factuality != "possible":
        return False
    if scene.is_in(token, "threat") and _is_subject_of(scene, trigger, token):
        return True  # `يهدد القصف حياة السكان`
    return first_in(scene, trigger, chain, marker_words(scene.language, ("denial",))) is not None  # `استبعد أي إمكانية`


def _by_refusal(scene: Scene, trigger: Trigger, chain: Sequence[int]) -> Judged | None:
    """`رفضوا تسليم أنفسهم`: what is refused is not done; an attack that is refused is only disapproved of."""
    if trigger.sense.type not in _REFUSED:
        return None
    refused = next((scene.tokens[k] for k in chain if scene.is_in(scene.tokens[k], "refusing")), None)
    return _judged("denied", refused) if refused is not None and _negation_of(scene, refused) is None else None


def _by_any(scene: Scene, trigger: Trigger) -> Judged | None:
    """`المسؤولية عن أي اعتداء` tells of none; `لم تقم بأي هجوم` denies it."""
    any_word = scene.tokens[trigger.start - 1] if trigger.start else None
    if any_word is None or any_word.word.key not in _ANY:
        return None
    negation = _negated_before(scene, trigger.start - 1)
    return _judged("denied", negation, "negated by {}") if negation is not None else _judged("possible", any_word)


def _is_subject_of(scene: Scene, trigger: Trigger, verb: Token) -> bool:
    predicate = next((other for other in scene.sentence.predicates if scene.tokens[other.head] is verb and other.form == "verb"), None)
    return predicate is not None and any(phrase.start <= trigger.head < phrase.end for phrase in predicate.subject)


def _negation_of(scene: Scene, token: Token) -> Token | None:
    predicate = next((other for other in scene.sentence.predicates if scene.tokens[other.head] is token and other.form == "verb"), None)
    return scene.tokens[predicate.negation] if predicate is not None and predicate.negation is not None else None


# --- negation --------------------------------------------------------------------------------------------------------


def _by_negation(scene: Scene, trigger: Trigger, predicate: Predicate | None) -> Judged | None:
    negation = _negation(scene, trigger, predicate)
    if negation is None:
        return None
    next_verb = next((other.head for other in scene.sentence.predicates if other.form == "verb" and other.head > trigger.head), len(scene.tokens))
    if any(scene.is_in(scene.tokens[k], "excepting") for k in range(trigger.end, next_verb)):
        return None  # `لم تقصف سوى ثلاث مرات`
    return _judged("denied", negation, "negated by {}")


def _negation(scene: Scene, trigger: Trigger, predicate: Predicate | None) -> Token | None:
    """The word that negates a trigger; before a noun only what negates nouns, or a negated verb of taking place.

    `لم تهدأ الهجمات`: attacks that did not cease go on.
    """
    over = carrying_predicate(scene, trigger)
    if over is not None and over.negation is not None:
        return scene.tokens[over.negation]
    if trigger.start > 1 and scene.tokens[trigger.start - 1].word.key in _THERE:
        negating = _negated_before(scene, trigger.start - 1)
        if negating is not None:
            return negating  # `لن يكون هناك تفاوض`
    if predicate is not None and predicate.negation is None and predicate.form == "verb" and trigger.start > 1 and scene.tokens[trigger.start - 1].word.key in _OR:
        return _negated_before(scene, trigger.start - 1)  # `لم يجرح أو يقتل`
    if predicate is None or predicate.negation is None:
        return None
    token = scene.tokens[predicate.negation]
    if token.word.key == UN and scene.tokens[predicate.negation + 1].kind == "adjective":
        return None  # `ظروف غير متصلة بالعمليات`
    return token if predicate.form == "verb" or scene.is_in(token, "negating_noun") else None


def _by_own_words(scene: Scene, trigger: Trigger) -> Judged | None:
    """The word of trying or foiling that is part of a trigger of several words: `محاولة تسلل`, `إحباط هجوم`."""
    if len(trigger.slots) < 2 or trigger.sense.frame == "halt":  # noqa: PLR2004  (`stop fighting`: the halt is not what was foiled)
        return None
    words = word_classes(scene.language).get("attempt", frozenset()) | word_classes(scene.language).get("foiled", frozenset())
    own = next((scene.tokens[slot] for slot in trigger.slots if scene.tokens[slot].word.key in words - NEUTRAL), None)
    return _judged("attempted", own, "the trigger itself: {}") if own is not None else None


def _negated_before(scene: Scene, at: int) -> Token | None:
    """The word of negation a few words before: `لم تقم بأي هجوم`."""
    nearby = scene.tokens[max(0, at - _REACH_OF_NOT) : at]
    return next((token for token in reversed(nearby) if token.kind == "particle" and scene.is_any(token, _NOT)), None)


# --- conditions, the future, purposes --------------------------------------------------------------------------------


def _by_condition(scene: Scene, trigger: Trigger) -> Judged | None:
    """`إن` right before a verb is if, never that; `إذا اندلعت الحرب`: the condition of the verb that a noun happens by."""
    at = trigger.start
    if scene.tokens[trigger.head].kind != "verb":
        over = _happens_by(scene, trigger)
        if over is None:
            return None
        at = over.head
        words = word_classes(scene.language).get("condition", frozenset())
        found = next((scene.tokens[k] for k in over.governors[:GOVERNING] if scene.tokens[k].word.key in words), None)
        if found is not None:
            return _judged("possible", found)
    before = scene.tokens[at - 1] if at else None
    return _judged("possible", before) if before is not None and before.word.form in _IF else None


def _happens_by(scene: Scene, trigger: Trigger) -> Predicate | None:
    for predicate in scene.sentence.predicates:
        if predicate.form == "verb" and scene.is_in(scene.tokens[predicate.head], "occur") and any(phrase.start <= trigger.head < phrase.end for phrase in predicate.subject):
            return predicate
    return None


def _by_future(scene: Scene, trigger: Trigger, predicate: Predicate | None) -> Judged | None:
    token = scene.tokens[trigger.head]
    if token.kind != "verb":
        carrier = carrying_predicate(scene, trigger)
        over = scene.tokens[carrier.head] if carrier is not None else None
        if over is not None and "س" in over.word.proclitics and not _goes_on(scene, trigger, carrier):
            return _hanging(scene, over) or _judged("planned", over)
        may = scene.tokens[carrier.governors[0]] if carrier is not None and carrier.governors else None
        if may is not None and over is not None and may.word.key == _MAY and over.word.tense == "present":
            return _judged("possible", may)  # `قد يتم استهدافهم`
        return _object_of_the_future(scene, trigger) or _of_the_future(scene, trigger)
    if "س" in token.word.proclitics:
        return _hanging(scene, token) or _judged("planned", token, "future")
    if token.word.tense == "present" and "و" in token.word.proclitics:
        before = next((scene.tokens[k] for k in range(trigger.head - 1, max(-1, trigger.head - _JOINED_WITHIN), -1) if scene.tokens[k].kind == "verb"), None)
        if before is not None and "س" in before.word.proclitics:
            return _judged("planned", before, "joined to {}")
    governors = predicate.governors if predicate is not None else ()
    nearest = scene.tokens[governors[0]] if governors else None
    if nearest is not None and nearest.word.key == _MAY and token.word.tense == "present":
        return _judged("possible", nearest)
    return None


def _goes_on(scene: Scene, trigger: Trigger, carrier: Predicate | None) -> bool:
    """`العملية ستستمر`: what will go on is there, where it is named first."""
    return carrier is not None and trigger.head < carrier.head and scene.is_in(scene.tokens[carrier.head], "aspect_continue")


def _hanging(scene: Scene, verb: Token) -> Judged | None:
    """`سندعمها في حال إبرام اتفاق`, `إذا هاجموا فسنرد`: what will be done if something else happens is possible."""
    words = word_classes(scene.language).get("condition", frozenset()) - NEUTRAL
    tokens = scene.tokens
    for i, token in enumerate(tokens):
        pair = f"{token.word.key} {tokens[i + 1].word.key}" if i + 1 < len(tokens) else ""
        if (token.word.key in words and token.kind != "noun") or pair in words or token.word.form in _ELSE:
            return Judged(factuality="possible", reason=f"hangs on {token.word.form}", span=Span(min(token.span.start, verb.span.start), max(token.span.end, verb.span.end)))
    return None


def _object_of_the_future(scene: Scene, trigger: Trigger) -> Judged | None:
    """`سيبسط المقاتلون سيطرتهم`, `ستتجه إلى تطهير المنطقة`: the object of a verb in the future is not there yet, unless an article says that it is known."""
    if "ال" in scene.tokens[trigger.start].word.proclitics:
        return None
    for predicate in scene.sentence.predicates:
        token = scene.tokens[predicate.head]
        if predicate.form != "verb" or predicate.head > trigger.head:
            continue
        heading = scene.is_in(token, "heading_for") and token.word.tense == "present"
        if "س" not in token.word.proclitics and not heading:
            continue
        phrases = (*(() if heading else predicate.object), *(phrase for phrase in predicate.obliques if heading and phrase.preposition in _TOWARDS))
        if any(phrase.start == trigger.start for phrase in phrases):
            return _hanging(scene, token) or _judged("planned", token)
    return None


def _of_the_future(scene: Scene, trigger: Trigger) -> Judged | None:
    """`اجتياح المدينة سيؤدي إلى`, `لن يوقف`: what a deed would bring about is told of a deed not done yet."""
    head = scene.tokens[trigger.start]
    if "ال" in head.word.proclitics or head.word.enclitic or not scene.tells_future:
        return None
    for predicate in scene.sentence.predicates:
        if predicate.form != "verb" or predicate.head <= trigger.head or not any(phrase.start == trigger.start for phrase in predicate.subject):
            continue
        token = scene.tokens[predicate.head]
        before = scene.tokens[predicate.negation] if predicate.negation is not None else None
        if "س" in token.word.proclitics or (before is not None and before.word.key == "لن"):
            return _judged("possible", before or token)
    return None


def _by_quality(scene: Scene, trigger: Trigger) -> Judged | None:
    """`الإفراج الوشيك`, `هجوم محتمل`: an adjective of the trigger says that it is to come."""
    if scene.tokens[trigger.head].kind == "verb":
        return None
    for i in range(trigger.end, min(len(scene.tokens), trigger.end + 3)):
        token = scene.tokens[i]
        if scene.is_in(token, "to_come"):
            return _judged("planned", token, "said to be {}")
        if scene.is_in(token, "may_be"):
            return _judged("possible", token, "said to be {}")
        if token.kind != "adjective":
            return None
    return None


def _by_purpose(scene: Scene, trigger: Trigger) -> Judged | None:
    """A bare verbal noun behind ل is what a deed was for: `الهجوم على البلدة لإطلاق سراح الأسرى`; not what a verb governs by ل."""
    token = scene.tokens[trigger.head]
    if token.kind == "verb":
        return None
    carrier = carrying_noun(scene, trigger)
    head = scene.tokens[trigger.start] if carrier is None else carrier
    if head.word.proclitics[-1:] != ("ل",):
        return None
    before = next((scene.tokens[i - 1] for i, other in enumerate(scene.tokens) if other is head and i), None)
    if carrier is not None:
        return None if "ال" in token.word.proclitics else _judged("planned", head, "told as a purpose: {}")
    if before is not None and scene.is_in(before, "heading_for"):
        return _judged("planned", before)
    if before is not None and (before.kind in {"verb", "adjective"} or before.word.tense):
        return None
    if scene.is_in(token, "passing") or token.word.key.endswith("ات"):
        return None  # not `يخضع لإجراءات أمنية`
    return _judged("planned", token, "told as a purpose: {}") if trigger.sense.type in _AIMS else None


def _by_joining(scene: Scene, trigger: Trigger, joined_to: Sequence[tuple[Trigger, Judged]]) -> Judged | None:
    """`محاولة قتل الحارس وخطف الأسرى`, `إحباط مخطط لشن هجوم وتنفيذ اغتيالات`: what and joins to a noun shares what governs it."""
    tokens = scene.tokens
    start = trigger.start - 1 if carrying_noun(scene, trigger) is not None else trigger.start
    by_means = tokens[trigger.start].word.proclitics == ("ب",)  # `محاولة هجوم بسيارة مفخخة`
    by_or = start > 0 and tokens[start - 1].word.key in _OR
    if tokens[trigger.head].kind == "verb" or not (by_means or by_or or "و" in tokens[start].word.proclitics):
        return None
    for other, judged in reversed(joined_to):
        if not other.end <= start <= other.end + (_MEANS_WITHIN if by_means else _JOINED_WITHIN) or any(tokens[k].kind in {"verb", "punctuation"} for k in range(other.end, start)):
            return None
        if judged.factuality == "denied" and not by_or:
            return None  # `دون توجيه تهم واقتيادهم`
        if judged.factuality != "happened" and tokens[other.head].kind != "verb":
            return Judged(factuality=judged.factuality, reason=f"joined to what is {judged.reason}", span=judged.span)
    return None


# --- whose words they are --------------------------------------------------------------------------------------------


def _is_presupposed(scene: Scene, trigger: Trigger) -> bool:
    """Whether a happening stands as known inside a demand or a warning: a verb in the past, a noun with the article."""
    token = scene.tokens[trigger.head]
    return token.word.tense == "past" if token.kind == "verb" else "ال" in token.word.proclitics


def _by_act(scene: Scene, trigger: Trigger, claims: Sequence[Claim]) -> Judged | None:
    span = Span(scene.tokens[trigger.start].span.start, scene.tokens[trigger.end - 1].span.end)
    holding = [claim for claim in claims if claim.act in _ACTS and claim.content.holds(span) and claim.sentence == scene.sentence.index]
    if not holding:
        return None
    if is_known(scene, trigger):
        return None
    if _is_presupposed(scene, trigger):
        holding = [claim for claim in holding if claim.act == "deny"]
        if not holding:
            return None
    holding = [claim for claim in holding if _is_of_the_act(scene, trigger, claim)]
    if not holding:
        return None
    inner = min(holding, key=lambda claim: claim.content.end - claim.content.start)
    return Judged(factuality=_ACTS[inner.act], reason=f"in the content of an act of {inner.act}", span=inner.cue)


def _is_of_the_act(scene: Scene, trigger: Trigger, claim: Claim) -> bool:
    """Whether a happening is what is denied, demanded or warned of, and not what that is about: `نفت مسؤوليتها عن الهجوم`, `بعد القصف`."""
    before = scene.tokens[trigger.start - 1] if trigger.start else None
    if before is not None and before.word.key in _CIRCUMSTANCE:
        return False  # `نفى الوزير في اتصال هاتفي`
    tokens = [token for token in scene.tokens[: trigger.start] if token.span.start >= min(claim.content.start, claim.cue.end)]
    if claim.act == "deny" and any(scene.is_in(token, "refusing") for token in scene.tokens if token.span.overlaps(claim.cue)):
        return False
    names = ("presupposing", "presupposing_noun", "relative_pronoun", "reason_opener", "anonymity", "turn", *(("share_in",) if claim.act == "deny" else ()))
    return not any(scene.is_any(token, names) for token in tokens)

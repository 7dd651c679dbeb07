# SPDX-License-Identifier: Apache-2.0
"""Which words stand over a happening: those of will, fear, trying and denial, up to where a happening is told as a fact."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from rasid.events.scene import Scene
from rasid.events.triggers import Trigger
from rasid.knowledge.lexemes import word_classes
from rasid.records import Factuality, Phrase, Predicate, Token
from rasid.spelling import fold

# What the words that govern a trigger make of it, and which lists hold them; of two that govern it the first here decides.
GOVERNED: Final[tuple[tuple[Factuality, tuple[str, ...]], ...]] = (
    ("attempted", ("attempt", "foiled")),
    ("possible", ("possibility", "fear", "condition", "demand", "threat", "wish", "permission")),
    ("planned", ("plan", "future", "expectation", "purpose_noun")),
    ("denied", ("denial", "negation_noun", "inability")),
)
# Words of the marker lists that do not bear on the factuality of what they stand before.
NEUTRAL: Final = frozenset({"ان", "من", "قد", "لقد", "في", "الي", "علي", "ما", "ب", "ل", "هل", "حال", "لو ان", "كان", "عن", "to", "that", "لن"})
# Verbs whose future is the future of the noun that they carry: `ستتواصل الاحتجاجات`; `الهجوم سيؤدي إلى` tells nothing of it.
_CARRYING: Final = ("occur", "support_act", "support_undergo", "aspect_begin", "aspect_continue")
# Farther up nothing governs a trigger but the verb whose complement it is.
GOVERNING: Final = 4
# Prepositions by which verbs of wanting, planning and fearing take what they are about; what stands behind others is a circumstance.
_COMPLEMENT: Final = frozenset({"ب", "ل", "الى", "إلى", "من", "على", "to", "of"})
UN: Final = "غير"
_THE_MATTER: Final = "امر"
# So many steps of `of the answer to the warning of` leave what the verb at the top is about.
_MOST_PREPOSITIONS: Final = 2
_BREAKS: Final = frozenset("،,؛;.:()!؟?-–")
_CARRIED_BY: Final = frozenset({"ب", "ل", "الى", "إلى", "على"})
# Adjectives between a noun and the clause about it.
_QUALITIES: Final = 3


def governing_words(scene: Scene, trigger: Trigger, predicate: Predicate | None) -> tuple[int, ...]:
    """Return the words that govern a trigger, nearest first: its own, then those of the verb that only carries it (`يعتزم الجيش شن هجوم`)."""
    governors = predicate.governors if predicate is not None else tuple(range(trigger.start - 1, max(-1, trigger.start - 4), -1))
    own = list(_unblocked(scene, trigger, governors))
    first = _first_of_list(scene, trigger)
    if first is not None:
        before = tuple(range(first.start - 1, max(-1, first.start - 3), -1))
        own.extend(k for k in _unblocked(scene, trigger, before, at=first.start) if k not in own)
    carrier = carrying_predicate(scene, trigger)
    if carrier is not None:
        over = _unblocked(scene, trigger, carrier.governors, at=carrier.head)
        own.extend(k for k in over if k not in own)
    return tuple(own)


def _unblocked(scene: Scene, trigger: Trigger, governors: Sequence[int], *, at: int | None = None) -> Iterator[int]:
    """Yield governors up to the first word behind which a happening is told as a fact: `بعد الهجوم`, `التي قصفت`, `منفذي الهجوم`."""
    at = trigger.start if at is None else at
    tokens = scene.tokens
    is_verb = tokens[at].kind == "verb"
    if is_verb and tokens[at].word.tense == "past" and {"و", "ف"} & set(tokens[at].word.proclitics):
        return  # `حاول التسلل وقصف`: a new clause
    if not is_verb and (_is_of_another(scene, trigger) or is_known(scene, trigger)):
        return
    has_pilot, has_relative = "pilot" in scene.present, "relative_pronoun" in scene.present
    before = at
    for governor in governors[:GOVERNING]:
        token = tokens[governor]
        if trigger.start <= governor < trigger.end or (has_pilot and governor + 1 < len(tokens) and scene.is_in(tokens[governor + 1], "pilot")):
            continue  # `طائرات دون طيار` are drones: nothing is denied
        if not is_verb and scene.is_any(token, ("presupposing", "presupposing_noun")):
            return
        between = range(governor, before)
        if has_relative and any(scene.is_in(tokens[k], "relative_pronoun") for k in between):
            return
        if token.kind in {"noun", "adjective"} and any(tokens[k].word.form in _BREAKS for k in between):
            return
        if is_verb and token.kind in {"noun", "adjective"} and not any(tokens[k].kind == "conjunction" for k in range(governor + 1, at)):
            continue  # nouns govern finite verbs by أن alone: `احتمال أن يهاجم`, not `سيناريوهات الحرب ويقصف`
        before = governor
        is_quality = token.kind == "adjective" or scene.is_any(token, ("to_come", "may_be"))
        if is_quality and token.word.definite and not (governor and tokens[governor - 1].word.key == "من"):
            continue  # of the noun before it: `الإفراج الوشيك بوساطة`
        yield governor


def _is_of_another(scene: Scene, trigger: Trigger) -> bool:
    """Whether a known happening only tells what another noun is of: `احتياجات الحرب`, `موعد الهجوم`; not `شن الهجوم`, `خطر الحرب`."""
    head = scene.tokens[trigger.start]
    before = scene.tokens[trigger.start - 1] if trigger.start else None
    if before is None or head.word.proclitics != ("ال",) or before.kind != "noun" or before.word.definite or before.word.enclitic:
        return False
    return not scene.is_any(before, ("doing", "passing", "number")) and before.word.key not in _all_markers(scene.language)


def is_known(scene: Scene, trigger: Trigger) -> bool:
    """`دعت إلى هذا الاحتجاج`, `الهجوم الحالي`, `الهجمات التي يشنها`: pointed at, going on, or told of in a clause of its own."""
    tokens = scene.tokens
    if tokens[trigger.head].kind == "verb":
        return False
    is_definite = tokens[trigger.start].word.definite
    if is_definite and trigger.start and scene.is_in(tokens[trigger.start - 1], "demonstrative"):
        return True
    for i in range(trigger.end, min(len(tokens) - 1, trigger.end + _QUALITIES)):
        if tokens[i].word.definite and scene.is_in(tokens[i], "known_quality"):
            return True
        if scene.is_in(tokens[i], "relative_pronoun"):
            behind = tokens[i + 1]
            return behind.kind == "verb" and "س" not in behind.word.proclitics
        if tokens[i].kind != "adjective" and (is_definite or not tokens[i].word.definite):
            return False
    return False


@cache
def _all_markers(language: str) -> frozenset[str]:
    classes = word_classes(language)
    return frozenset().union(*(classes.get(name, frozenset()) for _, names in GOVERNED for name in names))


def _first_of_list(scene: Scene, trigger: Trigger) -> Phrase | None:
    """Return the first phrase of the list that a noun is joined to: `بهدف إقصائها وسيطرته عليها`."""
    phrases = scene.sentence.phrases
    place = next((k for k, phrase in enumerate(phrases) if phrase.start == trigger.start), None)
    if place is None or not phrases[place].coordinated or "و" not in scene.tokens[trigger.start].word.proclitics:
        return None
    while place > 0 and phrases[place].coordinated and phrases[place - 1].end == phrases[place].start:
        place -= 1
    return phrases[place]


def carrying_predicate(scene: Scene, trigger: Trigger) -> Predicate | None:
    """Return the verb that says nothing but that the noun takes place, or is done: `شن هجوما`, `وقعت اشتباكات`."""
    if scene.tokens[trigger.head].kind == "verb":
        return None
    head = trigger.head
    near = trigger.start - 1 if carrying_noun(scene, trigger) is not None else head  # `سيتم تنظيم مظاهرة`
    has_article = "ال" in scene.tokens[trigger.start].word.proclitics
    for predicate in scene.verbs_in(_CARRYING):
        for phrase in (*predicate.subject, *predicate.object):
            if phrase.start <= head < phrase.end or phrase.start <= near < phrase.end:
                return predicate
        for phrase in () if has_article else predicate.obliques:
            if phrase.start == trigger.start and phrase.preposition in _CARRIED_BY:
                return predicate  # `لم تتعرض لقصف`, `قد تقوم بهجوم`
    return None


def far_verb(scene: Scene, trigger: Trigger) -> int | None:
    """Return the verb whose complement a noun is, however far it stands: `طالب الوزير خلال زيارة إلى المدينة الحكومة بوقف القصف`."""
    predicate = scene.predicates.get(trigger.head)
    if predicate is None or len(predicate.governors) <= GOVERNING or predicate.form == "verb" or _is_of_another(scene, trigger):
        return None
    verb = predicate.governors[-1]
    over = scene.predicates.get(verb)
    if over is None or over.form != "verb":
        return None
    phrase = next((phrase for phrase in (*over.object, *over.obliques) if phrase.start <= trigger.start < phrase.end), None)
    if phrase is None or (phrase.preposition and phrase.preposition not in _COMPLEMENT):
        return None
    return None if any(scene.is_in(scene.tokens[k], name) for k in range(verb + 1, trigger.start) for name in ("presupposing", "presupposing_noun")) else verb


@cache
def marker_words(language: str, names: tuple[str, ...]) -> frozenset[str]:
    """Return the words of some lists of markers, without those that tell nothing by themselves."""
    classes = word_classes(language)
    return frozenset().union(*(classes.get(name, frozenset()) for name in names)) - NEUTRAL


def first_in(scene: Scene, trigger: Trigger, chain: Sequence[int], words: frozenset[str], *, adjacent: bool = False) -> Token | None:
    """Return the first governor that is one of some words and marks this trigger; `adjacent`: no clause or comma may stand between."""
    for governor in chain:
        if _marks(scene, trigger, governor, words) and not _marks_another(scene, trigger, governor, adjacent=adjacent):
            return scene.tokens[governor]
    return None


def _marks(scene: Scene, trigger: Trigger, governor: int, words: frozenset[str]) -> bool:
    """Whether a governor is one of the words of a list, or the first of two."""
    token = scene.tokens[governor]
    word = token.word
    # An adjective by its own form alone: `بجروح خطرة` is of no danger to come.
    if word.key in words or (token.kind != "adjective" and fold(word.lemma) in words) or fold(word.form.lstrip("وف")) in words:
        return True
    if token.kind == "verb" and word.verb and fold(word.verb) in words:
        return True  # `قررنا`, whose dictionary form is not always known
    return governor + 1 < trigger.start and f"{word.key} {scene.tokens[governor + 1].word.key}" in words and not _is_state(scene, governor + 2)


def _marks_another(scene: Scene, trigger: Trigger, governor: int, *, adjacent: bool) -> bool:
    """Whether a word that could mark a trigger is of something else, or no marker at all where it stands."""
    tokens = scene.tokens
    token = tokens[governor]
    between = tokens[governor + 1 : trigger.start]
    if token.kind == "verb":
        if _prepositions_between(scene, governor, trigger) > _MOST_PREPOSITIONS:
            return True  # `فشلوا في الاستجابة للتحذيرات من الهجمات`
    elif adjacent and any(other.kind == "conjunction" or other.word.form in _BREAKS for other in between):
        return True  # `عدم ذكر أسمائهم، إن الهجوم`
    if (token.word.key == _THE_MATTER and token.word.definite) or (token.word.key == UN and between):
        return True  # `الأمر الذي`; `حصيلة غير نهائية لقصف`
    if scene.is_in(token, "no_marker") and (token.kind == "noun" or (governor and tokens[governor - 1].kind == "number")):
        return True  # fifteen students, and not `demanding`; severe wounds, and no danger
    return "share_in" in scene.present and any(scene.is_in(other, "share_in") for other in between)  # `نفت علمها بالهجوم`


def _is_state(scene: Scene, i: int) -> bool:
    """`في حالة حرب` and `في حالة فرار` are states; `في حالة اندلاع الحرب` is a condition."""
    return i < len(scene.tokens) and scene.is_in(scene.tokens[i], "state_of")


def _prepositions_between(scene: Scene, start: int, trigger: Trigger) -> int:
    between = scene.tokens[start + 1 : trigger.start + 1]
    return sum(token.kind == "preposition" or bool({"ب", "ل"} & set(token.word.proclitics)) for token in between)


def carrying_noun(scene: Scene, trigger: Trigger) -> Token | None:
    """The verbal noun of doing right before a trigger: `لتنفيذ هجمات`, `لشن عملية`."""
    before = scene.tokens[trigger.start - 1] if trigger.start else None
    return before if before is not None and before.kind != "verb" and scene.is_in(before, "doing") else None

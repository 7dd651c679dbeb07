# SPDX-License-Identifier: Apache-2.0
"""Whom a pronoun or a word for the sides stands for: `قصفها`, `محاولتها اعتقال`, `اشتباكات بين الطرفين`."""

from typing import Final

from rasid.events.scene import THING_CLASSES, Scene
from rasid.events.triggers import Trigger
from rasid.records import Phrase, Predicate
from rasid.spelling import fold

# A pronoun stands for someone named at most this many tokens before it.
_PRONOUN_REACH: Final = 40
_FEMININE: Final = frozenset({"ها"})
_MASCULINE: Final = frozenset({"ه"})
# What is done to people more often than to sides.
_OF_PEOPLE: Final = frozenset({"arrest", "abduction", "execution", "assassination", "abuse", "casualty", "release", "trial", "armed_attack", "air_strike", "shelling"})
# What is done to chosen persons, so that a feminine pronoun is a woman.
_OF_ONE: Final = frozenset({"assassination", "abduction", "execution", "abuse", "trial", "arrest"})
_PLURAL: Final = frozenset({"هم", "هن", "هما"})


def antecedent(scene: Scene, at: int, pronoun: str, *, things: bool = False) -> tuple[Phrase, ...]:
    """Return whom a pronoun stands for: the nearest armed side, people or body before it that agrees, subjects first.

    Args:
        scene: The sentence.
        at: Token index of the word that carries the pronoun.
        pronoun: `ه`, `ها`, `هم` ...
        things: Whether it may stand for a building or a vehicle, for what is destroyed.
    """
    if things:
        nearest = next((phrase for phrase in reversed(scene.sentence.phrases) if phrase.end <= at and scene.classes(phrase) & set(THING_CLASSES)), None)
        if nearest is not None and at - nearest.end <= _PRONOUN_REACH:
            return (nearest,)
    found = antecedents(scene, at, pronoun)
    return found[:1]


def antecedents(scene: Scene, at: int, pronoun: str) -> tuple[Phrase, ...]:
    """Return all whom a pronoun may stand for, likeliest first: who a relative clause describes, then subjects, then others, the nearest first."""
    subjects = [
        phrase for predicate in scene.sentence.predicates if predicate.form == "verb" and predicate.head < at
        for phrase in predicate.subject if phrase.end <= at
    ]  # fmt: skip
    fitting = [
        phrase for candidates in (reversed(subjects), reversed(scene.sentence.phrases)) for phrase in candidates
        if phrase.end <= at and at - phrase.end <= _PRONOUN_REACH and _agrees(scene, phrase, pronoun)
    ]  # fmt: skip
    return tuple(dict.fromkeys(fitting))


def undergoing(scene: Scene, at: int, pronoun: str, trigger: Trigger) -> tuple[Phrase, ...]:
    """Return the people whom a pronoun of who undergoes a deed stands for, before any armed side: `أفرجت الشرطة عن الطلاب بعد اعتقالهم`; who tells is left out."""
    if trigger.sense.type not in _OF_PEOPLE or (pronoun in _FEMININE and trigger.sense.type not in _OF_ONE):
        return ()
    for phrase in antecedents(scene, at, pronoun):
        if scene.is_people(phrase) and scene.classes(phrase) - {"number"} and not scene.is_armed(phrase) and not scene.is_in(scene.tokens[phrase.head], "teller"):
            return (phrase,)
    return ()


def _agrees(scene: Scene, phrase: Phrase, pronoun: str) -> bool:
    if not (scene.is_armed(phrase) or scene.is_people(phrase)) or scene.is_time(phrase):
        return False
    word = scene.tokens[phrase.head].word
    if pronoun in _FEMININE:
        return word.feminine or scene.is_grouped(phrase)
    if pronoun in _MASCULINE:
        return not word.feminine and not word.plural
    is_broken_plural = scene.is_people(phrase) and fold(word.lemma) != word.key  # `الطلاب`, of `طالب`
    return pronoun not in _PLURAL or word.plural or is_broken_plural or scene.is_grouped(phrase)


def sides_before(scene: Scene, at: int) -> tuple[Phrase, ...]:
    """Return the last two armed sides that a sentence joins before a token, for `بين الطرفين`; empty where there are none."""
    phrases = [phrase for phrase in scene.sentence.phrases if phrase.end <= at]
    for second in reversed(phrases):
        if not second.coordinated or not scene.is_armed(second):
            continue
        first = next((phrase for phrase in phrases if phrase.end == second.start), None)
        if first is not None and scene.is_armed(first):
            return (first, second)
    return ()


def other_side(scene: Scene, trigger: Trigger, known: Phrase) -> tuple[Phrase, ...]:
    """Return who fights the one that `مع` or `ضد` names: the nearest armed side before the fight, in the same stretch of the sentence."""
    for phrase in reversed(scene.sentence.phrases):
        if phrase.end > trigger.start or phrase.start >= known.start:
            continue
        if any(scene.tokens[k].word.form in ".؛;" for k in range(phrase.end, trigger.start)):
            return ()
        if scene.is_side(phrase) and not scene.is_place(phrase) and phrase.preposition not in {"في", "ب"}:
            return (phrase,)
    return ()


def addressee(scene: Scene, predicate: Predicate) -> tuple[Phrase, ...]:
    """Return who is asked, urged or made to do what a verb of asking carries: its object, or who stands behind `من`."""
    asked = tuple(phrase for phrase in predicate.object if scene.is_armed(phrase) or scene.is_people(phrase) or scene.tokens[phrase.head].word.plural)
    if asked:
        return asked
    return tuple(phrase for phrase in predicate.obliques if phrase.preposition in {"من", "على", "ل"} and (scene.is_armed(phrase) or scene.is_people(phrase)))[:1]

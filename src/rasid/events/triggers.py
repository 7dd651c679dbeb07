# SPDX-License-Identifier: Apache-2.0
"""Which words of a sentence name a happening, in which sense."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from rasid.knowledge.lexemes import Found, LexemeIndex, in_class, word_classes
from rasid.knowledge.load import Row, read_tsv
from rasid.records import Phrase, Predicate, Record, Sentence, Token, Word
from rasid.remembered import Remembered
from rasid.spelling import fold

_BEHIND: Final = 4
_NEAR: Final = 6
# By where a condition looks, how many words before and behind a trigger.
_COMPANY: Final = {"next": (0, _BEHIND), "prev": (_BEHIND, 0), "near": (_NEAR, _NEAR), "gap": (0, 0)}
_MEANS: Final = "means:"
_STATED: Final = "stated:"
_TOLD: Final = "told:"
_OF_DOCUMENT: Final = frozenset({"document", "told", "self"})
_FIRED: Final = ("artillery", "small_arms", "munition", "dropped")
_PLACES: Final = _OF_DOCUMENT | {"next", "prev", "near", "sentence", "gap", "object", "subject", "of"}
_HALT_BONUS: Final = 2
_RELATIVES: Final = frozenset({"الذي", "التي", "الذين", "which", "that", "who"})


class Condition(Record, frozen=True, kw_only=True):
    """One test of the company a word keeps: `next:a|b`, `object:@class`, `next/object:@class` (in either place)."""

    where: tuple[str, ...]
    keys: frozenset[str]
    phrases: Mapping[str, tuple[tuple[str, ...], ...]]
    """Expressions of several words, by their first."""
    of_all: bool = False
    """Whether it asks of more than the words of the sentence."""


class Sense(Record, frozen=True, kw_only=True):
    """One row of triggers.tsv."""

    rule: str
    type: str
    by_means: bool
    """True where the means told elsewhere decide the type, and `type` is what stands if none is told."""
    by_stated_means: bool
    """True where only the means told in its own clause count: `هاجم` is no shelling because the passage tells of one."""
    frame: str
    when: tuple[Condition, ...]
    unless: tuple[Condition, ...]


class Trigger(NamedTuple):
    """A trigger in a sentence, as token indices."""

    sense: Sense
    kind: str
    start: int
    end: int
    head: int
    slots: tuple[int, ...]
    """Token indices of its words; a phrase may have others between them."""

    def owns(self, i: int) -> bool:
        """Return whether a token is one of its words."""
        return i in self.slots


@cache
def trigger_index(language: str) -> LexemeIndex:
    """Return the index of the triggers of a language."""
    return LexemeIndex(read_tsv(f"lexicon/{language}/triggers.tsv"))


@cache
def senses(language: str) -> tuple[Sense, ...]:
    """Return the senses in the order of the file."""
    return tuple(_sense(row, language) for row in trigger_index(language).rows)


def _sense(row: Row, language: str) -> Sense:
    return Sense(
        rule=f"{language}:{row['id']}", type=row["type"].removeprefix(_MEANS).removeprefix(_STATED),
        by_means=row["type"].startswith((_MEANS, _STATED)), by_stated_means=row["type"].startswith(_STATED), frame=row["frame"],
        when=_conditions(row, "when", language), unless=_conditions(row, "unless", language),
    )  # fmt: skip


def _conditions(row: Row, column: str, language: str) -> tuple[Condition, ...]:
    return tuple(_condition(row, text, language) for text in row[column].split() if text) if row[column] else ()


def _condition(row: Row, text: str, language: str) -> Condition:
    where, colon, words = text.partition(":")
    places = tuple(where.split("/"))
    if not colon or not _PLACES.issuperset(places) or (len(places) > 1 and not _OF_DOCUMENT.isdisjoint(places)):
        raise row.error(f"condition '{text}' should be like next:a|b or object:@class")
    if where == "told":
        return Condition(where=places, keys=frozenset(f"{_TOLD}{name}" for name in words.split("|")), phrases={}, of_all=True)
    keys: set[str] = set()
    phrases: dict[str, tuple[tuple[str, ...], ...]] = {}
    for word in words.split("|"):
        entries = word_classes(language).get(word[1:]) if word.startswith("@") else {fold(word.replace("_", " "))}
        if entries is None:
            raise row.error(f"condition '{text}': there is no class '{word}'")
        for entry in entries:
            parts = tuple(entry.split())
            if len(parts) == 1:
                keys.add(parts[0])
            elif parts:
                phrases[parts[0]] = (*phrases.get(parts[0], ()), parts)
    return Condition(where=places, keys=frozenset(keys), phrases=phrases, of_all=not _OF_DOCUMENT.isdisjoint(places))


def find_triggers(sentence: Sentence, *, language: str, context: frozenset[str]) -> list[Trigger]:
    """Return the triggers of a sentence in order of place.

    Args:
        sentence: Read closely.
        language: Its language.
        context: Keys of all words of the document, for conditions on the document, and what `told_in` makes of the types
            that earlier sentences tell of, for conditions on what was told.

    Returns:
        One trigger a place: phrases before words, senses whose conditions were tested and hold before those without.
    """
    found = trigger_index(language).find(sentence.tokens)
    if not found:
        return []
    predicates = {predicate.head: predicate for predicate in sentence.predicates}
    known = senses(language)
    asked = _asked(language)
    words = frozenset([key for token in sentence.tokens for key in asked[token.word]])
    fitting: list[tuple[tuple[int, int, int, int], Found]] = []
    for match in found:
        sense = known[match.row]
        if _fits(sense, match, sentence, predicates.get(match.head), context, words):
            tested = -len(sense.when)
            # What is done to an operation outweighs the operation: `تعليق الحرب ضد ...` is a halt.
            words_matched = len(match.slots or (0,)) + (_HALT_BONUS if sense.frame == "halt" and match.kind == "phrase" else 0)
            fitting.append(((-words_matched, tested, match.start, match.row), match))
    chosen: list[Trigger] = []
    taken: set[int] = set()
    for _, match in sorted(fitting, key=lambda pair: pair[0]):
        slots = match.slots or (match.head,)
        if taken.intersection(slots):
            continue
        taken.update(slots)
        chosen.append(_trigger(known[match.row], match, slots, sentence, language))
    return sorted(chosen, key=lambda trigger: trigger.start)


@cache
def _asked(language: str) -> Mapping[Word, tuple[str, ...]]:
    """The keys of a word that any condition asks for: none of most words."""
    conditions = [condition for sense in senses(language) for condition in (*sense.when, *sense.unless)]
    keys = frozenset().union(*(condition.keys.union(condition.phrases) for condition in conditions))
    return Remembered(lambda word: tuple(keys.intersection((word.key, fold(word.lemma), fold(word.form)))))


def told_in(triggers: Sequence[Trigger]) -> frozenset[str]:
    """Return the keys by which a condition on what was told knows the types of these triggers."""
    return frozenset(f"{_TOLD}{trigger.sense.type}" for trigger in triggers)


def _trigger(sense: Sense, match: Found, slots: tuple[int, ...], sentence: Sentence, language: str) -> Trigger:
    """The trigger, its span on the words that name the happening: of `شنت الطائرات غارة` the last, of `أطلق الجنود النار` the first."""
    runs: list[list[int]] = [[slots[0]]]
    for slot in slots[1:]:
        if slot == runs[-1][-1] + 1:
            runs[-1].append(slot)
        else:
            runs.append([slot])
    classes = word_classes(language)
    carries = in_class(sentence.tokens[slots[0]], classes.get("support_act", frozenset())) and not in_class(sentence.tokens[slots[-1]], _munitions(language))
    leads = len(runs) > 1 and in_class(sentence.tokens[slots[0]], classes.get("light_act", frozenset()))
    run = runs[-1] if len(runs) > 1 and (carries or leads) else runs[0]
    head = run[0] if carries and len(runs) > 1 else match.head
    if language == "en" and sentence.tokens[head].kind == "noun":  # `warplanes dropped`, `a bomb exploded`: the verb has the dependents
        head = next((slot for slot in run if sentence.tokens[slot].kind == "verb"), head)
    return Trigger(sense, match.kind, run[0], run[-1] + 1, head, slots)


@cache
def _munitions(language: str) -> frozenset[str]:
    """Words for what is fired or dropped: `أطلقت القوات صواريخ`, `ألقت الطائرة قنابل` are told by their verbs."""
    classes = word_classes(language)
    return frozenset().union(*[classes.get(name, frozenset()) for name in _FIRED])


def _fits(
    sense: Sense, match: Found, sentence: Sentence, predicate: Predicate | None, context: frozenset[str], words: frozenset[str]
) -> bool:
    for conditions, wanted in ((sense.when, True), (sense.unless, False)):
        for condition in conditions:
            # Most conditions name words that the sentence lacks altogether: one look tells.
            may_hold = condition.of_all or not (condition.keys.isdisjoint(words) and words.isdisjoint(condition.phrases))
            if (may_hold and _holds(condition, match, sentence, predicate, context)) is not wanted:
                return False
    return True


def failed_condition(sense: Sense, match: Found, sentence: Sentence, predicate: Predicate | None, context: frozenset[str]) -> tuple[str, int] | None:
    """Return the first condition that keeps a sense from a match: `when` or `unless`, and its number in the row; None where none does."""
    for name, conditions, wanted in (("when", sense.when, True), ("unless", sense.unless, False)):
        for number, condition in enumerate(conditions):
            if _holds(condition, match, sentence, predicate, context) is not wanted:
                return name, number
    return None


def _holds(condition: Condition, match: Found, sentence: Sentence, predicate: Predicate | None, context: frozenset[str]) -> bool:
    for where in condition.where:  # a loop, for most conditions look at one place alone
        if _holds_at(where, condition, match, sentence, predicate, context):
            return True
    return False


def _holds_at(where: str, condition: Condition, match: Found, sentence: Sentence, predicate: Predicate | None, context: frozenset[str]) -> bool:
    tokens = sentence.tokens
    if where == "self":
        return any(_is_self(key, match, tokens) for key in condition.keys)
    if where in {"document", "told"}:
        return not condition.keys.isdisjoint(context)
    if where in {"object", "subject", "of"}:
        return _dependent_holds(where, condition, predicate, tokens)
    if where == "sentence":
        return any(any_fits(condition, tokens, i) for i in range(len(tokens)))
    own = match.slots or range(match.start, match.end)  # the words in a gap of a phrase are its company
    before, behind = _COMPANY[where]
    start = match.end if where == "next" else match.start - before
    end = match.start if where == "prev" else match.end + behind
    for i in range(max(0, start), min(len(tokens), end)):
        if i not in own and any_fits(condition, tokens, i):
            return True
    return False


def _is_self(quality: str, match: Found, tokens: Sequence[Token]) -> bool:
    """Whether the trigger itself is present, past, definite, plural, behind `ب` (with), of several men (they), or the verb of a relative clause (`التي يسيطر عليها`).

    Verbless is a trigger of a sentence without a verb: a flash, a caption.
    """
    if quality == "verbless":
        return all(token.kind != "verb" for token in tokens)
    word = tokens[match.head].word
    if quality in {"present", "past"}:
        return word.tense == quality
    if quality == "definite":
        return word.definite
    if quality == "plural":
        return word.plural
    if quality == "they":
        return word.person == "3mp"
    if quality == "with":
        return "ب" in word.proclitics
    before = tokens[match.head - 1] if match.head else None
    return quality == "relative" and before is not None and before.kind == "conjunction" and before.word.key in _RELATIVES


def any_fits(condition: Condition, tokens: Sequence[Token], i: int) -> bool:
    """Return whether one of the words or phrases of a condition begins at a token."""
    word = tokens[i].word
    if word.key in condition.keys or fold(word.lemma) in condition.keys:
        return True
    if not condition.phrases:
        return False
    starting = condition.phrases.get(word.key) or condition.phrases.get(fold(word.form))
    return starting is not None and any(_phrase_at(phrase, tokens, i) for phrase in starting)


def _phrase_at(phrase: tuple[str, ...], tokens: Sequence[Token], i: int) -> bool:
    if i + len(phrase) > len(tokens):
        return False
    return all(tokens[i + k].word.key == part or fold(tokens[i + k].word.form) == part for k, part in enumerate(phrase))


def _dependent_holds(where: str, condition: Condition, predicate: Predicate | None, tokens: Sequence[Token]) -> bool:
    if predicate is None:
        return False
    groups = {"object": predicate.object, "of": predicate.object, "subject": predicate.subject}[where]
    if predicate.voice == "passive" and tokens[predicate.head].word.key.isascii():  # the subject undergoes, `by` names who does it
        by = tuple(phrase for phrase in predicate.obliques if phrase.preposition == "by")
        groups = by if where == "subject" else predicate.subject
    return any(any_fits(condition, tokens, i) for phrase in groups for i in range(_first_telling(tokens, phrase), phrase.end))


def _first_telling(tokens: Sequence[Token], phrase: Phrase) -> int:
    """Index of the first word that says what a phrase names: its head, or of an English name the title before it (`engineer Karl Huber`)."""
    head = tokens[phrase.head]
    return phrase.start if head.kind == "other" and head.word.key.isascii() else phrase.head

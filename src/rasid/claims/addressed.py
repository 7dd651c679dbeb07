# SPDX-License-Identifier: Apache-2.0
"""Part who speaks from whom it is said to, where Arabic puts both behind the verb with nothing between: `اتهمت السعودية الحوثيين بقصف`."""

from collections.abc import Sequence
from typing import Final

from rasid.claims.frame_words import classes_at
from rasid.languages.ar.lemmas import is_word
from rasid.records import Phrase, Sentence, Span, Token

# One body, side or people: what an office or a person is, no quality of it.
_BODIES: Final = frozenset({"authority", "force", "party", "crowd", "civilian", "gunmen", "state", "detainee", "protester", "collective_source_head"})
_NOUNS_ONLY: Final = frozenset({"authority", "collective_source_head", "crowd"})
_MAY_QUALIFY: Final = frozenset({"force", "gunmen", "party", "state", "nationality_adj"})
_PERSONS: Final = frozenset({"official", "person_title", "journalist", "leader", "unnamed_source_head"})


def part_addressed(sentence: Sentence, phrase: Phrase, names: Sequence[Span]) -> int:
    """Return the token index at which somebody else begins in a phrase that was read as one, or 0 where it is one.

    Args:
        sentence: An Arabic sentence, read closely.
        phrase: What stands behind a verb that addresses, accuses or threatens somebody.
        names: Spans of the actors and places that the sentence names.
    """
    tokens = sentence.tokens
    starts = {name.start for name in names}
    for i in range(phrase.start + 1, phrase.end):
        token, before = tokens[i], tokens[i - 1]
        if set(token.word.proclitics) - {"ال"} or token.kind not in {"noun", "other", "adjective"}:
            continue
        if not (closes(before, names) or _stands_alone(before, token, starts)):
            continue
        if _begins_name(token, starts, names, tokens[phrase.start : i]) or _cannot_qualify(tokens[phrase.start : i], token):
            return i
    return 0


def closes(before: Token, names: Sequence[Span]) -> bool:
    """Return whether no genitive can follow a word: it is definite, or it ends one of the names."""
    return "ال" in before.word.proclitics or any(name.end == before.span.end for name in names) or "leader" in classes_at(before)


def _stands_alone(before: Token, token: Token, starts: set[int]) -> bool:
    """Whether a known one with the article cannot belong to the word before: `اتهم معارضون الرئيس`, `يتهم رابح الرئيس`.

    A sound plural that keeps its nun governs no genitive, nor does a name that no list has.
    """
    if "ال" not in token.word.proclitics or token.span.start not in starts:
        return False
    keeps_nun = before.word.plural and before.word.form.endswith(("ون", "ين"))
    is_unlisted = not (before.word.proclitics or classes_at(before) or is_word(before.word.lemma))
    return keeps_nun or (is_unlisted and token.kind == "noun")


def _begins_name(token: Token, starts: set[int], names: Sequence[Span], before: Sequence[Token]) -> bool:
    """Whether a name of its own begins at a token: not in the midst of a longer one, and no quality (`السوري`) of what stands before."""
    if token.span.start not in starts or any(name.start < token.span.start < name.end for name in names):
        return False
    return not _agrees(before, token) or not token.word.definite


def _agrees(before: Sequence[Token], token: Token) -> bool:
    """Whether a word with the article may be the quality of one before it: a nisba or adjective of the same gender and number."""
    word = token.word
    if token.kind == "noun" and not word.form.endswith(("ي", "ية", "يه", "يين", "يون")):
        return False
    if word.form.endswith(("ين", "ون")):
        return any(_is_of_case(other, word.form[-2:]) for other in before)
    if word.feminine:
        return any(other.word.feminine or other.word.plural for other in before)
    return any(not other.word.feminine for other in before)


def _is_of_case(other: Token, ending: str) -> bool:
    """Whether a sound plural on `ون` or `ين` may qualify a word: a plural whose own ending does not say another case."""
    form = other.word.form
    return form.endswith(ending) if form.endswith(("ين", "ون")) else other.word.plural


def _cannot_qualify(before: Sequence[Token], token: Token) -> bool:
    """Whether a definite body cannot be a quality of the person or body before it: `الرئيس الحكومة`, `المتحدث الشعب`."""
    if "ال" not in token.word.proclitics or classes_at(token).isdisjoint(_BODIES):
        return False
    if token.word.form.endswith(("ين", "ون")):
        return not any(_is_of_case(other, token.word.form[-2:]) for other in before)
    if token.kind != "noun":
        return False
    if not classes_at(token).isdisjoint(_PERSONS):
        return False
    if not classes_at(token).isdisjoint(_NOUNS_ONLY) and classes_at(token).isdisjoint(_MAY_QUALIFY):
        return True  # a noun with the article behind one with the article is neither its genitive nor its quality
    is_person = not classes_at(before[0]).isdisjoint(_PERSONS)
    return (is_person and not token.word.form.endswith(("ي", "ية"))) or (token.word.feminine and not any(other.word.feminine or other.word.plural for other in before))

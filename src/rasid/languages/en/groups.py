# SPDX-License-Identifier: Apache-2.0
"""Verb groups: a verb with its auxiliaries, modals, negation and `to`, and whether it is finite, passive, reduced."""

from collections.abc import Mapping, Sequence
from typing import Final, Literal

from rasid.languages.en.kinds import NOMINAL, is_adverb
from rasid.languages.en.vocabulary import phrasal_verbs, role_of, verb_tense, word_class
from rasid.records import Phrase, Record, Token

_BE: Final = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "'re", "am"})
_NOT_FINITE: Final = frozenset({"be", "been", "being", "having"})
_OBJECT_PRONOUNS: Final = frozenset({"him", "her", "them", "us", "me", "it"})
_INDEFINITE: Final = frozenset({"a", "an", "some", "another", "one"})
_QUOTES: Final = frozenset("\"“”'‘’")


class Group(Record, frozen=True, kw_only=True):
    """One verb with the words that belong to it."""

    head: int
    start: int
    """Token index of the first auxiliary, or of the verb."""
    mood: Literal["finite", "infinitive", "ing", "reduced"]
    """`reduced` is a past participle without auxiliary: `towns held by rebels`, `100 killed in raids`."""
    passive: bool = False
    negation: int | None = None
    modals: tuple[int, ...] = ()


def find_groups(tokens: Sequence[Token], phrase_at: Mapping[int, Phrase]) -> dict[int, Group]:
    """Return the verb groups of a sentence by the token index of their verb."""
    groups: dict[int, Group] = {}
    for i, token in enumerate(tokens):
        if token.kind == "verb":
            groups[i] = _group(tokens, i, phrase_at, groups)
    return groups


def _group(tokens: Sequence[Token], head: int, phrase_at: Mapping[int, Phrase], before: Mapping[int, Group]) -> Group:
    start = head
    auxiliaries: list[int] = []
    modals: list[int] = []
    negation: int | None = None
    infinitive = False
    i = head - 1
    while i >= 0:
        token = tokens[i]
        role = role_of(token.word.key) if token.kind == "particle" else ""
        if role == "auxiliary":
            auxiliaries.append(i)
        elif role == "modal":
            modals.append(i)
            if token.word.key == "cannot":
                negation = i
        elif role == "negation" or token.word.key == "n't":
            negation = i
        elif token.word.key == "to" and token.kind == "particle":
            infinitive = True
            start = i
            if i and tokens[i - 1].word.key == "not":
                negation, start = i - 1, i - 1
            break
        elif not is_adverb(token) and token.word.form not in _QUOTES:
            break
        elif not auxiliaries and token.word.form in _QUOTES and i and tokens[i - 1].word.form in ".,":
            break
        if role or token.word.key == "n't":
            start = i
        i -= 1
    tense = verb_tense(tokens[head].word.key)
    participle = tense in {"both", "participle"}
    passive = participle and bool(auxiliaries) and tokens[auxiliaries[0]].word.key in _BE
    passive = passive or (participle and i >= 0 and start == head and tokens[i].word.lemma == "get" and tokens[i].kind == "verb")
    mood = _mood(tokens, head, tense, auxiliaries, modals, infinitive=infinitive)
    if mood == "finite" and not auxiliaries and not modals and participle:
        shared = _shares(tokens, head, start, before)
        if shared is not None:
            return Group(head=head, start=start, mood=shared.mood, passive=shared.passive, negation=negation, modals=shared.modals)
        if _is_reduced(tokens, head, tense, phrase_at):
            mood, passive = "reduced", True
    if mood == "finite" and tense == "base" and not auxiliaries and not modals:
        shared = _shares(tokens, head, start, before)
        if shared is not None and verb_tense(tokens[shared.head].word.key) == "base":
            return Group(head=head, start=start, mood=shared.mood, passive=False, negation=negation, modals=shared.modals)
    return Group(head=head, start=start, mood=mood, passive=passive, negation=negation, modals=tuple(modals))


def _mood(
    tokens: Sequence[Token], head: int, tense: str, auxiliaries: Sequence[int], modals: Sequence[int], *, infinitive: bool
) -> Literal["finite", "infinitive", "ing", "reduced"]:
    if infinitive:
        return "infinitive"
    finite = [k for k in auxiliaries if tokens[k].word.key not in _NOT_FINITE]
    if modals or finite:
        return "finite"
    if tense == "ing" or auxiliaries:
        return "ing"
    if tense == "participle":
        return "reduced"
    del head
    return "finite"


def _shares(tokens: Sequence[Token], head: int, start: int, before: Mapping[int, Group]) -> Group | None:
    """The group whose auxiliaries a verb behind `and` shares: `was captured and killed`, `to kill and wound`."""
    if not start or tokens[start - 1].word.key not in {"and", "or"}:
        return None
    for k in range(start - 2, max(-1, start - 12), -1):
        group = before.get(k)
        if group is not None:
            is_like = verb_tense(tokens[k].word.key) in {verb_tense(tokens[head].word.key), "both", "participle"} or group.mood == "infinitive"
            near = not any(tokens[j].kind in NOMINAL for j in range(k + 1, start - 1)) or group.mood == "infinitive"
            return group if is_like and ((group.passive and near) or (group.mood == "infinitive" and near)) else None
    return None


def _is_reduced(tokens: Sequence[Token], head: int, tense: str, phrase_at: Mapping[int, Phrase]) -> bool:
    """Whether a past form without auxiliary is a participle: before `by`, or a verb of harm and custody without an object."""
    if tense == "past" or _is_in_object_relative(tokens, head, phrase_at):
        return False
    following = head + 1
    while following < len(tokens) and (is_adverb(tokens[following]) or tokens[following].word.form in _QUOTES):
        following += 1
    if following < len(tokens) and tokens[following].word.key == "by" and following + 1 in phrase_at and not _is_measure(tokens, phrase_at[following + 1]):
        return True
    verb = tokens[head].word.verb
    if following < len(tokens) and tokens[following].word.key == "that" and tokens[following].kind == "conjunction" and verb in word_class("reporting_that"):
        return False  # `the inquiry found that`
    if verb in word_class("naming") and _names_object(tokens, head, following, phrase_at):
        return False
    calls = tokens[head + 1].word.key in {"for", "on", "upon"} if head + 1 < len(tokens) else False  # `the mayor called for calm`
    if verb in word_class("naming") and not calls and (verb, tokens[head + 1].word.key if head + 1 < len(tokens) else "") not in phrasal_verbs():
        return True
    if verb not in word_class("passive_without_object"):
        return False
    if following < len(tokens) and tokens[following].word.key in _OBJECT_PRONOUNS:
        return False  # `and shot them`
    if _shares_object(tokens, following, phrase_at):
        return False  # `a gunman shot and killed the senator`
    has_object = following < len(tokens) and phrase_at.get(following) is not None
    return not has_object or _is_time(tokens, phrase_at[following])


def _names_object(tokens: Sequence[Token], head: int, following: int, phrase_at: Mapping[int, Phrase]) -> bool:
    """Whether a verb of naming has a subject and an object: `Obama called the raid a success`, not `a witness named Ahmad`."""
    subject = phrase_at.get(head - 1)
    if subject is None or following >= len(tokens):
        return False
    opening = tokens[subject.start]
    is_name = tokens[subject.head].word.form[0].isupper()
    is_indefinite = opening.word.key in _INDEFINITE or opening.kind == "number"
    opens = tokens[following].word.key in _OBJECT_PRONOUNS or (tokens[following].kind == "particle" and role_of(tokens[following].word.key) == "determiner")
    return (opens and not is_indefinite) or (is_name and not is_indefinite and following in phrase_at)


def _shares_object(tokens: Sequence[Token], i: int, phrase_at: Mapping[int, Phrase]) -> bool:
    """Whether `and` at a token joins one more past form that has an object."""
    if i + 2 >= len(tokens) or tokens[i].word.key not in {"and", "or"} or verb_tense(tokens[i + 1].word.key) not in {"past", "both"}:
        return False
    behind = phrase_at.get(i + 2)
    return behind is not None and not behind.preposition and not _is_time(tokens, behind)


def _is_time(tokens: Sequence[Token], phrase: Phrase) -> bool:
    """Whether a phrase behind a verb is when it happened: `murdered last friday by gunmen`."""
    return any(tokens[k].word.key in word_class("calendar") or tokens[k].word.key in word_class("time_head") for k in (phrase.start, phrase.head, phrase.end - 1))


def _is_in_object_relative(tokens: Sequence[Token], head: int, phrase_at: Mapping[int, Phrase]) -> bool:
    """Whether a relative pronoun that follows a noun stands before the subject of a verb: `the town that rebels captured`."""
    subject = phrase_at.get(head - 1)
    if subject is None or subject.start < 2 or subject.start - 2 not in phrase_at:  # noqa: PLR2004
        return False
    relative = tokens[subject.start - 1]
    return relative.kind == "conjunction" and (relative.word.key == "that" or role_of(relative.word.key) == "relative")


def _is_measure(tokens: Sequence[Token], phrase: Phrase) -> bool:
    return tokens[phrase.head].kind == "number" or tokens[phrase.start].kind == "number"

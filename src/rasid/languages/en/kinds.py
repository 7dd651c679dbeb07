# SPDX-License-Identifier: Apache-2.0
"""Settle what kind each token is in its place: `strikes`, `reports`, `killed`, `bombing` are verbs here and nouns there."""

from collections.abc import Sequence
from typing import Final

from rasid.languages.en.tokens import in_place
from rasid.languages.en.vocabulary import event_nouns, is_base, phrasal_verbs, role_of, verb_tense, word_class
from rasid.records import Token, WordKind

OPENING: Final = frozenset("\"“‘«([")
CLOSING: Final = frozenset("\"”’»)]")
NOMINAL: Final[frozenset[WordKind]] = frozenset({"noun", "adjective", "number", "other"})
_QUOTES: Final = OPENING | CLOSING | {"'"}
_BE: Final = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "'re"})
_HAVE: Final = frozenset({"have", "has", "had", "having"})
_SUPPORTING_DO: Final = frozenset({"do", "does", "did"})
# Words that may open a bound on a number: `at least 27`, `more than 200`, `up to 50`.
BOUNDS: Final = frozenset({"at", "more", "less", "fewer", "up", "as", "about", "around", "over", "some", "nearly", "almost", "an", "under", "roughly", "approximately"})
# Of the words of a sentence that begin with a capital, the share above which it is a headline and capitals tell nothing.
_HEADLINE_SHARE: Final = 0.65


def settle(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens with the kind that each has in its place and the word in that reading alone."""
    capitals_tell = not _is_headline(tokens)
    settled: list[Token] = []
    for i, token in enumerate(tokens):
        kind = _kind_in_place(settled, tokens, i, capitals_tell=capitals_tell)
        if kind == token.kind and not token.word.alternatives:
            settled.append(token)
        else:
            settled.append(Token(token.span, in_place(token.word, kind), kind))
    return tuple(settled)


def _is_headline(tokens: Sequence[Token]) -> bool:
    words = [token.word.form for token in tokens[1:] if token.word.form[0].isalpha() and len(token.word.form) > 3]  # noqa: PLR2004
    return len(words) > 2 and sum(word[0].isupper() for word in words) > _HEADLINE_SHARE * len(words)  # noqa: PLR2004


def is_adverb(token: Token) -> bool:
    """Return whether a token is an adverb that may stand inside a group of verbs or before an adjective."""
    key = token.word.key
    if token.kind == "particle" and role_of(key) == "" and key not in {"to", "n't"}:
        return True
    return key.endswith("ly") and token.kind in {"noun", "other", "adjective"} and key not in word_class("noun_on_ly")


def _kind_in_place(before: Sequence[Token], tokens: Sequence[Token], i: int, *, capitals_tell: bool) -> WordKind:
    token = tokens[i]
    word = token.word
    if word.key.endswith("ly") and is_adverb(token) and len(word.key) > 4:  # noqa: PLR2004
        return "particle"
    if word.key == "to":
        return "particle" if _next_is_base(tokens, i) else "preposition"
    if word.form == "May" and before and before[-1].word.form[0].isupper() and before[-1].kind in NOMINAL:
        return "other"  # `Theresa May`
    if word.key == "march" and any(0 <= k < len(tokens) and tokens[k].word.form.isdigit() for k in (i - 1, i + 1)):
        return "number"  # the month
    if word.key == "following" and before and _is_determiner(before[-1]):
        return "adjective"  # `the following persons`
    if word.key in {"early", "late"} and i + 1 < len(tokens) and tokens[i + 1].word.key in word_class("behind_early") and before and before[-1].kind in NOMINAL:
        return "particle"  # `gunmen early today threw a bomb`
    if word.key == "front" and before and before[-1].word.key == "in" and i + 1 < len(tokens) and tokens[i + 1].word.key == "of":
        return "preposition"  # `in front of the embassy` is one preposition
    if word.key == "that":
        return _kind_of_that(before, tokens, i)
    if word.kind == "preposition" and _is_particle(before, tokens, i):
        return "particle"
    if not word.alternatives:
        return token.kind
    nominal = next(kind for kind in (token.kind, *word.alternatives) if kind != "verb")
    if capitals_tell and word.form[0].isupper() and not _opens(before):
        return nominal
    previous, following = _previous(before), _following(tokens, i)
    if following is not None and following.kind == "preposition" and _bends_number(tokens, i):
        following = next(token for token in tokens[i + 1 :] if token.kind == "number")
    tense = verb_tense(word.key)
    if word.key in word_class("qualifying_participle") and following is not None and following.kind in {"noun", "other"} and following.word.key not in word_class("calendar"):
        return "adjective"  # `the salvadoran armed forces`
    is_before_time = following is not None and (following.word.key in word_class("time_head") or following.word.key in word_class("calendar"))
    if nominal == "adjective" and tense not in {"both", "participle"} and is_before_time:
        return nominal  # `last night`
    if tense == "ing":
        if _is_subject_noun(token, previous, tokens, i):
            return "noun"
        if i + 3 < len(tokens) and tokens[i + 1].word.key in {"and", "or"} and verb_tense(tokens[i + 2].word.key) == "ing":
            following = _following(tokens, i + 2)  # `killing and wounding civilians`
        return _ing(token, previous, following, nominal)
    if tense in {"past", "participle", "both"}:
        return _past(token, previous, following)
    infinitive = i + 1 < len(tokens) and tokens[i + 1].word.key == "to" and _next_is_base(tokens, i + 1)
    return _present(token, tense, before, previous, following, nominal, infinitive=infinitive)


def _opens(before: Sequence[Token]) -> bool:
    return not before or before[-1].word.form in OPENING or before[-1].word.form in ".:;-–—|"


def _next_is_base(tokens: Sequence[Token], i: int) -> bool:
    k = i + 1
    while k < len(tokens) and is_adverb(tokens[k]):
        k += 1
    if k >= len(tokens):
        return False
    key = tokens[k].word.key
    if key in {"be", "have", "do"}:
        return True
    if not is_base(key) or tokens[k].word.form[0].isupper():
        return False
    behind = tokens[k + 1] if k + 1 < len(tokens) else None
    # `to attack positions`, but `led to attack after attack`, `to force commanders`
    return behind is None or behind.word.key not in {"of"}


def _is_particle(before: Sequence[Token], tokens: Sequence[Token], i: int) -> bool:
    """Whether a preposition makes one word with the verb before it: `carried out raids`, not `pulled out of the town`."""
    if not before or before[-1].kind != "verb" or (before[-1].word.verb, tokens[i].word.key) not in phrasal_verbs():
        return False
    return i + 1 >= len(tokens) or tokens[i + 1].word.key != "of"


def _kind_of_that(before: Sequence[Token], tokens: Sequence[Token], i: int) -> WordKind:
    previous = _previous(before)
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is None:
        return "pronoun"
    is_pointing = previous is None or previous.kind == "preposition"
    return "particle" if is_pointing and following.kind in NOMINAL else "conjunction"


def _previous(before: Sequence[Token]) -> Token | None:
    for token in reversed(before):
        if token.word.form not in _QUOTES and not is_adverb(token):
            return token
    return None


def _following(tokens: Sequence[Token], i: int) -> Token | None:
    for token in tokens[i + 1 : i + 5]:
        if token.word.form not in _QUOTES and not is_adverb(token):
            return token
    return None


def _bends_number(tokens: Sequence[Token], i: int) -> bool:
    """Whether a bound and a number follow: `killing at least 27`, `wounding up to 50`, `about 20`."""
    behind = tokens[i + 1 : i + 5]
    return bool(behind) and behind[0].word.key in BOUNDS and any(token.kind == "number" for token in behind[1:4])


def _is_determiner(token: Token) -> bool:
    return (token.kind == "particle" and role_of(token.word.key) == "determiner") or token.word.enclitic == "'s"


def _opens_object(token: Token | None) -> bool:
    """Whether what follows opens a noun phrase with a determiner, a number or a pronoun, so that it can only be an object."""
    return token is not None and (_is_determiner(token) or token.kind in {"number", "pronoun"})


def _is_nominal(token: Token | None) -> bool:
    return token is not None and (token.kind in NOMINAL or (token.kind == "verb" and any(kind in NOMINAL for kind in token.word.alternatives)))


def _present(
    token: Token, tense: str, before: Sequence[Token], previous: Token | None, following: Token | None, nominal: WordKind, *, infinitive: bool
) -> WordKind:
    leans_noun = token.word.kind != "verb"
    if before and before[-1].word.key == "there":
        return "verb"  # `there needs to be a law`
    if previous is None:
        return nominal if leans_noun or not _opens_object(following) else "verb"
    key, role = previous.word.key, role_of(previous.word.key)
    if role == "modal" or key in _SUPPORTING_DO or key == "n't" or (key == "to" and previous.kind == "particle"):
        return "verb" if tense == "base" else nominal
    if key in {"not", "never"}:
        return "verb" if tense == "base" and not any(token.word.key in _BE for token in before[-3:]) else nominal
    if previous.kind == "pronoun" or (previous.kind == "conjunction" and role == "relative"):
        return "verb"
    if _is_determiner(previous) or previous.kind in {"preposition", "number"} or (following is not None and following.word.key == "of"):
        return nominal
    if previous.kind == "adjective":
        return "verb" if _opens_object(following) and not leans_noun else nominal
    if previous.kind in {"noun", "other"} and tense == "third" and _closes_condition(before, following):
        return "verb"
    if previous.kind in {"noun", "other"}:
        return _behind_noun(tense, previous, following, nominal, leans_noun=leans_noun, infinitive=infinitive)
    if previous.kind == "verb" or role == "auxiliary":
        return nominal
    if leans_noun:
        return "verb" if tense == "base" and _opens_object(following) and _last_was_base(before) else nominal
    return "verb" if tense == "third" or _last_was_base(before) or _opens_object(following) else nominal


def _closes_condition(before: Sequence[Token], following: Token | None) -> bool:
    """Whether a form on -s behind a lone name ends the clause that a conjunction opened: `if Turkey attacks, ...`."""
    opener = before[-2] if len(before) > 1 else None
    opens = opener is not None and opener.kind == "conjunction" and role_of(opener.word.key) in {"conditional", "subordinator"}
    return opens and not before[-1].word.plural and (following is None or following.word.form in ",.")


def _behind_noun(
    tense: str, previous: Token, following: Token | None, nominal: WordKind, *, leans_noun: bool, infinitive: bool
) -> WordKind:
    agrees = previous.kind == "other" or previous.word.plural == (tense == "base")
    opens = _opens_object(following) or (following is not None and following.word.key == "that" and following.kind == "conjunction")
    opens = opens or (infinitive and previous.word.plural == (tense == "base"))  # `the rebels plan to attack`
    if leans_noun:
        return "verb" if agrees and opens else nominal
    return "verb" if agrees or opens else nominal  # `supporters in the town say the army ...`


def _last_was_base(before: Sequence[Token]) -> bool:
    last = next((token for token in reversed(before) if token.kind == "verb"), None)
    return last is not None and verb_tense(last.word.key) == "base"


def _past(token: Token, previous: Token | None, following: Token | None) -> WordKind:
    follows_noun = _is_nominal(following)
    if previous is None:
        return "adjective" if follows_noun and not _opens_object(following) else "verb"
    key = previous.word.key
    if key in _BE or key in _HAVE or previous.word.lemma in {"get", "be"}:
        return "verb"
    if verb_tense(token.word.key) == "past":
        return "noun" if _is_determiner(previous) else "verb"
    if _is_determiner(previous):
        return "adjective"
    if previous.kind == "preposition":
        return "adjective" if follows_noun else "verb"
    if previous.kind == "adjective":
        return "adjective" if follows_noun and not _opens_object(following) and following is not None and following.kind != "other" else "verb"
    if previous.kind == "number":
        return "adjective" if follows_noun and following is not None and following.kind in {"noun", "adjective"} else "verb"
    if previous.kind == "verb":
        return "adjective" if follows_noun and not _opens_object(following) else "verb"
    return "verb"


def _is_subject_noun(token: Token, previous: Token | None, tokens: Sequence[Token], i: int) -> bool:
    """Whether an event on -ing is the subject of the past form behind it: `since fighting erupted`, not `shelling besieged towns`."""
    if token.word.key not in event_nouns() or i + 1 >= len(tokens) or (previous is not None and previous.word.key in _BE):
        return False
    following = tokens[i + 1]
    if verb_tense(following.word.key) not in {"past", "both"}:
        return False
    behind = tokens[i + 2] if i + 2 < len(tokens) else None
    return behind is None or behind.kind not in NOMINAL or _is_determiner(behind)


def _ing(token: Token, previous: Token | None, following: Token | None, nominal: WordKind) -> WordKind:
    is_event = token.word.key in event_nouns() or token.word.key in word_class("nominal_ing")
    if token.word.key in word_class("modifying_ing") and following is not None and following.kind == "noun":
        return "adjective"
    has_object = _opens_object(following) or (_is_nominal(following) and following is not None and following.word.key != "of")
    as_noun: WordKind = "noun" if is_event or not _is_nominal(following) else "adjective"
    if previous is None:
        return "verb" if has_object and not (is_event and not _opens_object(following)) else as_noun
    if previous.word.key in _BE:
        return "verb"
    if _is_determiner(previous) or previous.kind in {"adjective", "number"}:
        if previous.kind == "adjective" and _opens_object(following):
            return "verb"
        return as_noun
    if previous.kind == "preposition":
        return "verb" if has_object or not is_event else as_noun
    if previous.kind in {"noun", "other"}:
        return "verb" if not is_event or has_object else as_noun
    if previous.kind in {"verb", "punctuation", "conjunction", "particle", "pronoun"}:
        return "verb" if has_object or not is_event else as_noun
    return nominal

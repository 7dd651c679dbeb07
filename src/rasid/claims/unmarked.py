# SPDX-License-Identifier: Apache-2.0
"""Content that no marker leads in: a clause right behind the cue, or the clause that stands before it.

`said the army had shelled the town`, `vowed to retaliate`, `accused it of bombing`, `..., the Observatory said`. Only cues
whose row names `clause`, `to` or a preposition for their content take it.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from rasid.claims.cues import Cue
from rasid.knowledge.lexemes import in_class, word_classes
from rasid.records import Phrase, Predicate, Sentence, Token

CLAUSE: Final = "clause"
_INFINITIVE: Final = "to"
_TRAILING: Final = frozenset("،,;:-–—")
_SENTENCE_ENDS: Final = frozenset(".!?…")
_QUOTES: Final = frozenset("\"“”'‘’")
_SHORTEST: Final = 3
# A clause has its verb this near to its subject; a subject before its cue stands at most an adverb or two away.
_REACH: Final = 14
_GAP: Final = 2
_RELATIVES: Final = frozenset({"who", "which", "that", "whom"})


def clause_behind(sentence: Sentence, cue: Cue, predicate: Predicate | None, limit: int) -> tuple[int, str] | None:
    """Return where a clause behind a cue begins and what kind it is, or None where none follows at once.

    Args:
        sentence: That of the cue.
        cue: A verb, or a phrase that a verb heads.
        predicate: The cue's; its object and subject behind the verb are stepped over.
        limit: Token index before which the content must begin.
    """
    tokens = sentence.tokens
    if predicate is None or tokens[cue.head].kind != "verb":
        return None
    takes_clause = CLAUSE in cue.sense.content
    i = cue.after
    behind = {phrase.start: phrase.end for phrase in (*predicate.subject, *predicate.object) if phrase.start >= cue.after}
    phrases = {phrase.start: phrase for phrase in sentence.phrases}
    while i < limit:
        token = tokens[i]
        phrase = phrases.get(i)
        marked = _marked_here(tokens, cue, i)
        if marked is not None:
            return marked
        if i in behind:
            i = behind[i]
        elif phrase is not None and (phrase.preposition or _is_time(tokens, phrase)):
            i = phrase.end
        elif phrase is not None or token.kind == "pronoun":
            return (i, CLAUSE) if takes_clause and _is_clause(sentence, i, phrase) else None
        elif token.kind in {"preposition", "particle"} or token.word.form in ",،" or _quotes_object(token, i, behind):
            i += 1
        else:
            return None
    return None


def _quotes_object(token: Token, i: int, behind: Mapping[int, int]) -> bool:
    """Whether a quotation mark stands right before or behind the object: `blaming "terrorist groups" for`."""
    return token.word.form in _QUOTES and (i + 1 in behind or i in behind.values())


def _marked_here(tokens: Sequence[Token], cue: Cue, i: int) -> tuple[int, str] | None:
    """An infinitive (`vowed to retaliate`), a preposition and a verb (`accused it of bombing`), a verb at once (`denied bombing`)."""
    token, markers = tokens[i], cue.sense.content
    if token.kind == "verb" and i == cue.after and tokens[i - 1].word.key == _INFINITIVE and tokens[i - 1].kind == "particle":
        return i, _INFINITIVE
    if token.kind == "particle" and token.word.key == _INFINITIVE and _INFINITIVE in markers:
        return i + 1, _INFINITIVE
    if token.kind == "preposition" and token.word.key in markers:
        k = next((k for k in range(i + 1, min(i + 4, len(tokens))) if tokens[k].kind != "particle"), i)
        if tokens[k].kind == "verb":
            return i + 1, token.word.key
    if token.kind == "verb" and i == cue.after and "object" in markers and token.word.tense == "participle":
        return i, "object"
    return None


def _is_time(tokens: Sequence[Token], phrase: Phrase) -> bool:
    return in_class(tokens[phrase.head], word_classes("en").get("calendar", frozenset()))


def _is_clause(sentence: Sentence, i: int, phrase: Phrase | None) -> bool:
    """Whether a phrase or pronoun at `i` opens a clause with a verb of its own."""
    tokens = sentence.tokens
    start = phrase.end if phrase is not None else i + 1
    if any(predicate.form == "verb" and predicate.head > i and any(part.start == i for part in predicate.subject) for predicate in sentence.predicates):
        return True
    for k in range(start, min(start + _REACH, len(tokens))):
        token = tokens[k]
        if token.word.form in _SENTENCE_ENDS or (token.kind == "conjunction" and token.word.key in _RELATIVES):
            return False
        is_copula = token.kind == "particle" and in_class(token, word_classes("en").get("copula", frozenset()))
        if is_copula or (token.kind == "verb" and token.word.tense != "participle"):
            return True
    return False


def clause_before(sentence: Sentence, cue: Cue, predicate: Predicate | None, cues: Sequence[Cue]) -> tuple[int, int] | None:
    """Return the content that stands before a cue (`..., the Observatory said`; `..., said X`), or None."""
    tokens = sentence.tokens
    if predicate is None or CLAUSE not in cue.sense.content or tokens[cue.head].kind != "verb" or predicate.voice == "passive":
        return None
    if predicate.object and "object" in cue.sense.content:
        return None
    end = cue.start
    named_behind = bool(predicate.subject) and predicate.subject[0].start >= cue.start
    if predicate.subject and not named_behind:
        end = predicate.subject[0].start
        if end > cue.start or cue.start - predicate.subject[-1].end > _GAP:
            return None
    elif not predicate.subject:
        pronoun = _pronoun_before(tokens, cue.start)
        if pronoun is None:
            return None
        end = pronoun
    start = max((other.after for other in cues if other.after <= end and tokens[other.start].word.form == ":"), default=0)
    while end > start and (tokens[end - 1].word.form in _TRAILING or (tokens[end - 1].word.form in _QUOTES and end - start <= 1)):
        end -= 1
    while start < end and tokens[start].word.form in _TRAILING:
        start += 1
    if end - start < _SHORTEST or not _ends_well(tokens, end):
        return None
    copulas = word_classes("en").get("copula", frozenset())
    is_said = any(token.kind == "verb" or token.word.form in _QUOTES or token.word.key in copulas for token in tokens[start:end])
    return (start, end) if is_said else None


def _pronoun_before(tokens: Sequence[Token], i: int) -> int | None:
    k = i - 1
    while k >= 0 and tokens[k].kind == "particle":
        k -= 1
    return k if k >= 0 and tokens[k].kind == "pronoun" else None


def _ends_well(tokens: Sequence[Token], end: int) -> bool:
    """Whether a stretch can be a clause that is over: it does not break off behind a function word."""
    last = tokens[end - 1]
    return last.kind not in {"preposition", "conjunction", "particle"} or last.word.key in {"not", "too", "also", "now", "again", "out", "up", "down", "off", "back", "away"}

# SPDX-License-Identifier: Apache-2.0
"""Outlets that Arabic names beside a verb of saying: before it, in the clause that carries a statement, with the whole of their names."""

from collections.abc import Sequence
from typing import Final

from rasid.claims.cues import Cue
from rasid.claims.frame_words import classes_at
from rasid.claims.sources import is_outlet
from rasid.records import Link, Phrase, Sentence, Span
from rasid.spelling import fold

_RELATIVES: Final = frozenset({"الذي", "التي"})
_ASKED: Final = frozenset(fold(word) for word in ("سؤال", "أسئلة", "استفسار", "استفسارات", "استيضاح"))
# What was said to an outlet before the verb stands within so many tokens of the head of the clause.
_OPENING: Final = 14


def with_whole_name(span: Span, outlets: Sequence[Span]) -> Span:
    """Return the span of an outlet up to the end of the name that it begins: `موقع العربية` of `موقع العربية نت`."""
    end = max((outlet.end for outlet in outlets if span.start <= outlet.start <= span.end + 1 < outlet.end), default=span.end)
    return Span(span.start, max(span.end, end))


def told_before(sentence: Sentence, cue: Cue, outlets: Sequence[Span]) -> tuple[Link, ...]:
    """Return the outlet to which a statement was given where that opens the clause: `وفي مقابلة مع قناة العربية، أكد الوزير`.

    Args:
        sentence: An Arabic sentence, read closely.
        cue: Its verb of saying.
        outlets: Spans of the outlets that the sentence names.
    """
    start = max((i + 1 for i in range(cue.start) if sentence.tokens[i].word.form in ".؛:"), default=0)
    if cue.start - start > _OPENING or any(sentence.tokens[i].kind == "verb" for i in range(start + 1, cue.start)):
        return ()
    phrases = [phrase for phrase in sentence.phrases if start <= phrase.start < cue.start]
    given = next((k for k, phrase in enumerate(phrases) if _is_given(sentence, phrase)), -1)
    if given < 0 or phrases[given].start - start > 2:  # noqa: PLR2004  # `وردا على`
        return ()
    for phrase in phrases[given : given + 3]:
        inside = next((outlet for outlet in outlets if phrase.span.start <= outlet.start < phrase.span.end), None)
        head = sentence.tokens[phrase.head]
        if phrase is not phrases[given] and (inside is not None or is_outlet(head)):
            return (Link(role="outlet", span=with_whole_name(phrase.span, outlets), kind="media"),)
        if inside is not None:
            return (Link(role="outlet", span=inside, kind="media"),)
    return ()


def _is_given(sentence: Sentence, phrase: Phrase) -> bool:
    head = sentence.tokens[phrase.head]
    return head.word.key in _ASKED or ("medium" in classes_at(head) and phrase.preposition in {"في", "خلال"})


def carried_by(sentence: Sentence, at: int, outlets: Sequence[Span]) -> tuple[Span, int] | None:
    """Return the outlet that carried the statement before a token index, and the token index behind it: `البيان الذي بثته وكالة سبأ`."""
    tokens = sentence.tokens
    verb = at + 1 if at < len(tokens) and tokens[at].word.form in _RELATIVES else at
    if verb + 1 >= len(tokens) or tokens[verb].kind != "verb" or not tokens[verb].word.enclitic:
        return None
    phrase = next((phrase for phrase in sentence.phrases if phrase.start == verb + 1 and not phrase.preposition), None)
    named = phrase is not None and (is_outlet(tokens[phrase.head]) or any(phrase.span.holds(outlet) for outlet in outlets))
    if phrase is None or not named:
        return None
    span = with_whole_name(phrase.span, outlets)
    return span, next((i for i in range(phrase.end, len(tokens)) if tokens[i].span.start >= span.end), len(tokens))

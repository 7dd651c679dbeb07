# SPDX-License-Identifier: Apache-2.0
"""The speaker of an English claim: the head of the noun phrase that names the source, or whom a pronoun stands for."""

from collections.abc import Mapping
from typing import Final

from rasid.claims.sources import Speaker, speaker_of
from rasid.knowledge.lexemes import word_classes
from rasid.records import Phrase, Sentence, Span

_NOBODY: Final = frozenset({"no", "nobody", "none", "neither"})
# Possessives and the pronouns that agree as they do.
_POSSESSIVES: Final[Mapping[str, str]] = {"his": "he", "her": "she", "its": "it", "their": "they", "my": "i", "our": "we"}
_THIRD: Final = frozenset({"he", "she", "they", "it"})
_BODIES: Final = ("force", "authority", "state", "party", "media_head", "medium", "collective_source_head")
_PERSONS: Final = ("person_title", "official")


def speaker_in(sentence: Sentence, source: Span, last: Speaker | None) -> Speaker | None:
    """Return the speaker that a source names, or None where it names nobody who can speak.

    Args:
        sentence: That of the cue.
        source: The source in full.
        last: Who spoke last, for whom a pronoun may stand; a pronoun that agrees with nobody is its own speaker.
    """
    opening = next((token for token in sentence.tokens if token.span.start == source.start), None)
    if opening is None or opening.word.key in _NOBODY:
        return None
    key = opening.word.key
    if opening.kind == "pronoun":
        if last is not None and stands_for(key, last):
            return last
        if key not in _THIRD:
            return None  # `I saw`: the witness speaks inside what is quoted
        return Speaker(span=opening.span, head=key, plural=key in {"they", "we"}, feminine=key == "she", kind="named", reason="pronoun before the cue")
    if key in _POSSESSIVES:
        return last if last is not None and sentence.span.holds(last.span) and stands_for(_POSSESSIVES[key], last) else None
    phrase = next((phrase for phrase in sentence.phrases if phrase.span.start <= source.start < phrase.span.end), None)
    if phrase is None or opening.kind == "conjunction":
        return None
    return speaker_of(sentence, _with_joined(sentence, phrase, source), language="en", reason="source of the attribution")


def stands_for(pronoun: str, speaker: Speaker) -> bool:
    """Return whether a pronoun can stand for a speaker: `he` and `she` for no body, `they` and `it` for no person alone."""
    classes = word_classes("en")
    if pronoun in {"he", "she"}:
        return not any(speaker.head in classes.get(name, frozenset()) for name in _BODIES)
    return pronoun in {"they", "it"} and not any(speaker.head in classes.get(name, frozenset()) for name in _PERSONS)


def _with_joined(sentence: Sentence, first: Phrase, source: Span) -> tuple[Phrase, ...]:
    """A phrase with those that `and` joins to it in the source."""
    group = [first]
    for phrase in sentence.phrases:
        if phrase.coordinated and phrase.start > group[-1].start and phrase.start - group[-1].end <= 2 and source.holds(phrase.span):  # noqa: PLR2004
            group.append(phrase)
    return tuple(group)

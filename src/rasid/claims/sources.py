# SPDX-License-Identifier: Apache-2.0
"""Who says it: the subject of the cue, the words behind `بحسب`, or the speaker who was named last."""

from collections.abc import Sequence
from typing import Final

from rasid.claims.cues import Cue
from rasid.knowledge.lexemes import in_class, word_classes
from rasid.records import Phrase, Predicate, Record, Sentence, Span, Token

_NEVER_SPEAKS: Final = ("time_head", "quantity_head")
_EXTENDING: Final = frozenset({"من", "في", "ل", "of", "in", "from"})


class Speaker(Record, frozen=True, kw_only=True):
    """Who says something, and how that was found."""

    span: Span
    head: str
    """Key of the head word."""
    plural: bool = False
    feminine: bool = False
    kind: str = "unknown"
    reason: str = ""
    is_media: bool = False


def speaker_of(sentence: Sentence, group: Sequence[Phrase], *, language: str, reason: str) -> Speaker | None:
    """Return the speaker that a group of coordinated phrases names, or None where it cannot speak."""
    head = sentence.tokens[group[0].head]
    classes = word_classes(language)
    if any(in_class(head, classes.get(name, frozenset())) for name in _NEVER_SPEAKS) or head.kind == "number":
        return None
    end = _extended_end(sentence, group[-1])
    return Speaker(
        span=Span(group[0].span.start, end), head=head.word.key, plural=head.word.plural or len(group) > 1, feminine=head.word.feminine,
        kind=kind_of(head, sentence, group, language=language), reason=reason, is_media=in_class(head, classes.get("media_head", frozenset())),
    )  # fmt: skip


def _extended_end(sentence: Sentence, last: Phrase) -> int:
    """End of a source with what follows it at once behind من، في، ب، ل: `مصادر في محافظة ديالى`."""
    end, at = last.span.end, last.end
    for phrase in sentence.phrases:
        if phrase.start < at or phrase.coordinated:
            continue
        token_gap = phrase.start - at
        between = sentence.tokens[at : phrase.start]
        if token_gap > 1 or any(token.kind != "preposition" for token in between) or phrase.preposition not in _EXTENDING:
            break
        end, at = phrase.span.end, phrase.end
        break
    return end


def kind_of(head: Token, sentence: Sentence, group: Sequence[Phrase], *, language: str) -> str:
    """Return whether a source is media, unnamed, collective or named by its head word."""
    classes = word_classes(language)
    if in_class(head, classes.get("media_head", frozenset())):
        return "media"
    if in_class(head, classes.get("unnamed_source_head", frozenset())):
        return "collective" if head.word.plural or len(group) > 1 else "unnamed"
    if len(group) > 1:
        return "collective"
    return "named"


def source_behind(sentence: Sentence, cue: Cue, *, language: str) -> tuple[Speaker, int] | None:
    """Return the source named right behind an attribution cue, and the token index behind it."""
    for phrase in sentence.phrases:
        if phrase.end <= cue.end:
            continue
        start = max(phrase.start, cue.end)
        if start > cue.end + 3:
            return None
        if any(token.kind == "punctuation" and token.word.form in "،,.:" for token in sentence.tokens[cue.end : start]):
            return None
        cut = phrase if phrase.start >= cue.end else None
        if cut is None:
            continue
        speaker = speaker_of(sentence, (cut,), language=language, reason="named behind the cue")
        return None if speaker is None else (speaker, phrase.end)
    return None


def agrees(speaker: Speaker, cue: Cue, sentence: Sentence) -> bool:
    """Return whether a hidden subject can be this speaker: `وأضافت` goes on from a feminine or plural source."""
    person = sentence.tokens[cue.head].word.person
    if not person or cue.kind != "verb":
        return True
    if person == "3fs":
        return speaker.feminine or speaker.plural
    if person == "3mp":
        return True
    return not (speaker.feminine and person == "3ms")


def subject_of(sentence: Sentence, predicate: Predicate | None, *, language: str) -> Speaker | None:
    """Return the subject of a cue as a speaker."""
    if predicate is None or not predicate.subject:
        return None
    return speaker_of(sentence, predicate.subject, language=language, reason=predicate.reasons[-1] if predicate.reasons else "subject")

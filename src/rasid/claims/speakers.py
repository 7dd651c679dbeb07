# SPDX-License-Identifier: Apache-2.0
"""Whose words a cue reports: named behind it, before it, in its genitive, or hidden in the verb that goes on from the last."""

from collections.abc import Sequence

from rasid.claims.content import RELATIVES, limit_of
from rasid.claims.cues import Cue
from rasid.claims.frames import Frame, read_frame
from rasid.claims.sources import Speaker, agrees, framed_speaker, is_impersonal, speaker_of, subject_of
from rasid.knowledge.lexemes import in_class, word_classes
from rasid.records import Document, Predicate, Sentence, Span


def frame_of(sentence: Sentence, cue: Cue, cues: Sequence[Cue], predicate: Predicate | None, document: Document) -> Frame | None:
    """Return what follows an Arabic verb of saying; None for nouns, participles, phrases without a gap and other languages."""
    if document.language != "ar" or cue.kind not in {"verb", "phrase"} or sentence.tokens[cue.head].kind != "verb":
        return None
    if cue.kind == "phrase" and cue.slots[-1] - cue.head == len(cue.slots) - 1:
        return None
    return read_frame(sentence, cue, limit_of(sentence.tokens, cue, cues), is_led=_is_led(sentence, cue, predicate))


def _is_led(sentence: Sentence, cue: Cue, predicate: Predicate | None) -> bool:
    """Whether the source of an Arabic verb stands before it: `الأحزاب تطالب الأمم المتحدة`, `وكان اليمن نفى`."""
    token = sentence.tokens[cue.head]
    if predicate is None or not predicate.subject or predicate.subject[0].start > cue.head or token.word.proclitics[:1] in {("و",), ("ف",)}:
        return False
    return sentence.tokens[cue.head - 1].word.form not in RELATIVES


def find_speaker(
    sentence: Sentence, cue: Cue, predicate: Predicate | None, last: Speaker | None, document: Document, frame: Frame | None
) -> Speaker | None:
    """Return who says it, or None where nobody is named.

    Args:
        sentence: That of the cue.
        cue: A verb, participle, noun or phrase; attributions have their own way.
        predicate: The clause analysis of the cue's head, where there is one.
        last: Who spoke last in the document, for a cue that names nobody.
        document: For its language.
        frame: What follows an Arabic verb.
    """
    language = document.language
    if cue.kind == "noun":
        return _genitive_speaker(sentence, predicate, language)
    if predicate is not None and predicate.form == "verb" and (
        predicate.voice == "passive" or is_impersonal(sentence, cue, predicate, language=language)
    ):
        return None
    if cue.sense.is_relay and predicate is not None:
        return _relayed(sentence, predicate, language)
    if last is not None and names_target(sentence, cue, predicate):
        return last
    found = _named(sentence, cue, predicate, language) if frame is None else _framed(sentence, cue, predicate, frame, language)
    if found is None and cue.kind in {"verb", "phrase"}:
        found = _shared_subject(sentence, cue, predicate, language)
    if found is None and last is not None and agrees(last, cue, sentence):
        return last
    return found


def _relayed(sentence: Sentence, predicate: Predicate, language: str) -> Speaker | None:
    """Whom an outlet passes on: `نقلت وكالة عن مسؤول`."""
    told = tuple(phrase for phrase in predicate.obliques if phrase.preposition in {"عن", "from"})[:1]
    return speaker_of(sentence, told, language=language, reason="whom the outlet relays") if told else None


def _framed(sentence: Sentence, cue: Cue, predicate: Predicate | None, frame: Frame, language: str) -> Speaker | None:
    """The source behind an Arabic verb, whom it cites, or the subject before the verb."""
    if frame.relayed:
        return speaker_of(sentence, frame.relayed, language=language, reason="whom the outlet cites")
    if frame.subject:
        return framed_speaker(sentence, frame.subject, frame.subject_end, language=language)
    is_before = predicate is not None and predicate.subject and predicate.subject[0].start < cue.head
    return _named(sentence, cue, predicate, language) if is_before else None


def _named(sentence: Sentence, cue: Cue, predicate: Predicate | None, language: str) -> Speaker | None:
    """The subject of a verb or of a phrase that a verb heads, as the clause analysis has it."""
    if cue.kind not in {"verb", "phrase"}:
        return None
    found = subject_of(sentence, predicate, cue, language=language)
    return None if found is None or (cue.kind == "phrase" and _is_word_of(sentence, found.span, cue)) else found


def _is_word_of(sentence: Sentence, span: Span, cue: Cue) -> bool:
    """Whether a span is one of the words of a cue phrase: of `أبديا مخاوفهما` the fears."""
    return any(sentence.tokens[slot].span.overlaps(span) for slot in cue.slots)


def _shared_subject(sentence: Sentence, cue: Cue, predicate: Predicate | None, language: str) -> Speaker | None:
    """The subject of the verb before, for a dual or plural that names none: `النائبان بعثا برسالة، أبديا فيها`."""
    if predicate is None or predicate.form != "verb" or sentence.tokens[cue.head].word.person not in {"3md", "3fd"}:
        return None
    person = sentence.tokens[cue.head].word.person
    for other in reversed(sentence.predicates):
        if other.form == "verb" and other.head < cue.head and other.subject and sentence.tokens[other.head].word.person == person:
            return speaker_of(sentence, other.subject, language=language, reason="subject of the verb before")
    return None


def names_target(sentence: Sentence, cue: Cue, predicate: Predicate | None) -> bool:
    """Whether a verb joined by و goes on from the speaker, so that its one bare dependent is whom it addresses.

    `أبدت باريس قلقها، وطالبت أنقرة بوقف عمليتها`: the verb before has the same person and names its subject.
    """
    if predicate is None or predicate.form != "verb" or cue.sense.target != "object" or predicate.object or not predicate.subject:
        return False
    token = sentence.tokens[cue.head]
    if token.word.proclitics[:1] != ("و",) or cue.start == 0 or len(predicate.subject) > 1 or predicate.subject[0].start < cue.head:
        return False
    before = [other for other in sentence.predicates if other.form == "verb" and other.head < cue.head and other.subject]
    return bool(before) and sentence.tokens[before[-1].head].word.person == token.word.person


def _genitive_speaker(sentence: Sentence, predicate: Predicate | None, language: str) -> Speaker | None:
    """Speaker of a noun cue: its genitive (`اتهامات أنقرة`)."""
    if predicate is None or not predicate.object:
        return None
    head = sentence.tokens[predicate.object[0].head]
    classes = word_classes(language)
    speaks = any(in_class(head, classes.get(name, frozenset())) for name in ("force", "authority", "state", "party", "official", "media_head", "unnamed_source_head"))
    return speaker_of(sentence, predicate.object, language=language, reason="genitive of the cue") if speaks else None

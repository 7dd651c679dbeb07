# SPDX-License-Identifier: Apache-2.0
"""Whose words a cue reports: named behind it, before it, in its genitive, or hidden in the verb that goes on from the last."""

from collections.abc import Sequence
from typing import Final

from rasid.claims.antecedents import (
    could_go_on,
    is_about_hearsay,
    of_the_medium,
    people_told_of,
    shared_subject,
    who_gathers,
)
from rasid.claims.content import RELATIVES, limit_of
from rasid.claims.cues import Cue
from rasid.claims.frames import Frame, read_frame
from rasid.claims.scene import Scene
from rasid.claims.sources import (
    Speaker,
    framed_speaker,
    is_hearsay,
    is_impersonal,
    is_speaking,
    last_speaker,
    may_speak,
    speaker_of,
    subject_of,
)
from rasid.knowledge.lexemes import in_class, word_classes
from rasid.languages.ar.phrases import is_accusative
from rasid.records import Phrase, Predicate, Sentence, Span

BEFORE_THE_VERB: Final = "subject: phrase before the verb"
# So many speakers are kept in mind for a verb that names none.
_REMEMBERED: Final = 4
# `بدوره`, `من جانبه`: his turn to speak.
_TURN: Final = frozenset({"دور", "بدور", "جانب", "جهه", "جهت", "ناحيه", "ناحيت"})
_DASHES: Final = frozenset({"-", "–", "—", "|", "..", "…"})
# The verb of a sentence that only tells what somebody did stands at its head.
_OPENING_WORDS: Final = 2
# Whose accusation, demand or warning a noun can name.
_GENITIVES: Final = (
    "force", "authority", "state", "party", "official", "media_head", "unnamed_source_head", "collective_source_head", "crowd", "protester",
)  # fmt: skip


def remember(recent: Sequence[Speaker], speaker: Speaker) -> tuple[Speaker, ...]:
    """Return the latest speakers with one more in front, each span once."""
    return (speaker, *(other for other in recent if other.span != speaker.span))[:_REMEMBERED]


def remember_inner(recent: Sequence[Speaker], speaker: Speaker) -> tuple[Speaker, ...]:
    """Return the latest speakers with one who speaks in another's words behind that other."""
    if not recent or recent[0].span == speaker.span:
        return (speaker, *recent[1:])
    return remember(remember(recent[1:], speaker), recent[0])


def who_acts(scene: Scene) -> Speaker | None:
    """Return the office or person that a sentence without claims is about: `التقى الوزير نظيره.` before `وقال`."""
    for head, predicate in scene.predicates.items():
        if predicate.form != "verb" or head > _OPENING_WORDS or not predicate.subject or predicate.subject[0].start < head:
            continue
        first = scene.sentence.tokens[predicate.subject[0].head]
        classes = word_classes(scene.language)
        if any(in_class(first, classes.get(name, frozenset())) for name in ("official", "person_title")):
            return speaker_of(scene.sentence, predicate.subject, language=scene.language, reason="subject of the sentence before")
    return None


def _told_aside(scene: Scene, cue: Cue, recent: Sequence[Speaker], said: Sequence[Span]) -> Speaker | None:
    """Who gathers and demands (`تظاهر الطلبة مطالبين`), or whose statement an Arabic clause goes on about (`التي قال فيها`)."""
    if scene.language != "ar":
        return None
    if cue.kind == "participle" and (not said or not could_go_on(scene.sentence, cue, recent)):
        return who_gathers(scene, cue)
    pointed = of_the_medium(scene.sentence, cue) if cue.kind == "verb" else None
    return None if pointed is None else speaker_of(scene.sentence, (pointed,), language="ar", reason="whose statement the clause goes on about")


def frame_of(scene: Scene, cue: Cue) -> Frame | None:
    """Return what follows an Arabic verb of saying; None for nouns, participles, phrases without a gap and other languages."""
    sentence, predicate = scene.sentence, scene.predicates.get(cue.head)
    if scene.language != "ar":
        return None
    if cue.kind == "participle" and cue.sense.target == "object":
        return read_frame(sentence, cue, limit_of(sentence.tokens, cue, scene.cues), outlets=scene.outlets, names=scene.names, is_led=True)
    if cue.kind not in {"verb", "phrase"} or sentence.tokens[cue.head].kind != "verb":
        return None
    if cue.kind == "phrase" and cue.slots[-1] - cue.head == len(cue.slots) - 1:
        return None
    limit = limit_of(sentence.tokens, cue, scene.cues)
    return read_frame(sentence, cue, limit, outlets=scene.outlets, names=scene.names, is_led=_is_led(sentence, cue, predicate))


def is_led(scene: Scene, cue: Cue) -> bool:
    """Return whether the source of an Arabic verb stands before it."""
    return _is_led(scene.sentence, cue, scene.predicates.get(cue.head))


def _is_led(sentence: Sentence, cue: Cue, predicate: Predicate | None) -> bool:
    """Whether the source of an Arabic verb stands before it: `الأحزاب تطالب الأمم المتحدة`, `وكان اليمن نفى`."""
    token = sentence.tokens[cue.head]
    if not _subject_before(sentence, cue, predicate) or token.word.proclitics[:1] in {("و",), ("ف",)}:
        return False
    return sentence.tokens[cue.head - 1].word.form.removeprefix("و") not in RELATIVES


def _subject_before(sentence: Sentence, cue: Cue, predicate: Predicate | None) -> tuple[Phrase, ...]:
    """The subject that stands before its verb; `بدوره قال` has none."""
    before = sentence.tokens[cue.head - 1] if cue.head else None
    if before is not None and before.kind == "conjunction" and before.word.enclitic:
        return ()  # `لكنه رفض`: the one told of before
    adjacent = next((phrase for phrase in sentence.phrases if phrase.end == cue.head), None)
    found = () if predicate is None or not predicate.subject or predicate.subject[0].start > cue.head else predicate.subject
    if found and sentence.tokens[found[0].head].word.enclitic and sentence.tokens[found[0].head].word.key in _TURN:
        return ()
    if adjacent is not None and found != (adjacent,) and found[-1:] != (adjacent,) and _opens_headline(sentence, adjacent):
        return (adjacent,)
    return found


def _opens_headline(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether a phrase behind a dash or at the head of a line is who its verb tells of: `الشرق الأوسط - الأمم المتحدة تدعو`."""
    is_first = phrase.start == 0 or sentence.tokens[phrase.start - 1].word.form in _DASHES
    return is_first and not phrase.preposition and is_speaking(sentence, phrase)


def find_speaker(scene: Scene, cue: Cue, recent: Sequence[Speaker], frame: Frame | None, said: Sequence[Span] = ()) -> Speaker | None:
    """Return who says it, or None where nobody is named.

    Args:
        scene: The sentence of the cue.
        cue: A verb, participle, noun or phrase; attributions have their own way.
        recent: Who spoke before, latest first, for a cue that names nobody.
        frame: What follows an Arabic verb.
        said: The contents of the claims before it in the sentence.
    """
    sentence, language, predicate = scene.sentence, scene.language, scene.predicates.get(cue.head)
    if cue.kind == "noun":
        return None if language == "ar" and _is_of_the_accused(sentence, cue, predicate) else _genitive_speaker(sentence, predicate, language)
    if cue.kind == "purpose":
        return who_gathers(scene, cue)
    if language == "ar" and is_about_hearsay(sentence, cue):
        return None
    told_aside = _told_aside(scene, cue, recent, said)
    if told_aside is not None:
        return told_aside
    if predicate is not None and predicate.form == "verb" and (
        predicate.voice == "passive" or is_impersonal(sentence, cue, predicate, language=language)
    ):
        return None
    if cue.sense.is_relay and predicate is not None and (frame is None or not frame.relayed):
        told = _relayed(sentence, predicate, language)
        return told if told is not None or frame is None or not frame.subject else framed_speaker(sentence, frame.subject, frame.subject_end, language=language)
    if recent and names_target(sentence, cue, predicate, frame):
        return last_speaker(recent, cue, sentence)
    if frame is not None and _is_of_a_thing(sentence, cue, predicate, frame):
        return None
    found = _named(sentence, cue, predicate, language) if frame is None else _framed(sentence, cue, predicate, frame, language)
    if found is None and cue.kind in {"verb", "phrase"}:
        found = shared_subject(scene, cue, said) or people_told_of(scene, cue, said)
    return last_speaker(recent, cue, sentence) if found is None else found


def _is_of_a_thing(sentence: Sentence, cue: Cue, predicate: Predicate | None, frame: Frame) -> bool:
    """Whether a deed or a thing stands where the speaker would: `التصعيد ينذر بكارثة`, `وينذر هذا التصعيد بكارثة`."""
    if _is_sign(sentence, cue):
        return True
    return (
        not frame.subject and predicate is not None and _is_led(sentence, cue, predicate)
        and not may_speak(sentence, _subject_before(sentence, cue, predicate)[0])
    )  # fmt: skip


def _is_sign(sentence: Sentence, cue: Cue) -> bool:
    """Whether a verb of what things foretell has a deed or a thing behind it: `وينذر هذا التصعيد بكارثة`, but not `وأنذر الجيش`."""
    if cue.kind != "verb" or not in_class(sentence.tokens[cue.head], word_classes("ar").get("sign_verb", frozenset())):
        return False
    behind = next((phrase for phrase in sentence.phrases if phrase.start in {cue.head + 1, cue.head + 2} and not phrase.preposition), None)
    return behind is not None and not may_speak(sentence, behind)


def _relayed(sentence: Sentence, predicate: Predicate, language: str) -> Speaker | None:
    """Whom an outlet passes on: `نقلت وكالة عن مسؤول`."""
    told = tuple(phrase for phrase in predicate.obliques if phrase.preposition in {"عن", "from"})[:1]
    return speaker_of(sentence, told, language=language, reason="whom the outlet relays") if told else None


def _framed(sentence: Sentence, cue: Cue, predicate: Predicate | None, frame: Frame, language: str) -> Speaker | None:
    """The source behind an Arabic verb, whom it cites, or the subject before the verb, if that can speak."""
    if frame.relayed:
        return speaker_of(sentence, frame.relayed, language=language, reason="whom the outlet cites")
    if frame.subject:
        stop = min((outlet.start for outlet in frame.outlets if outlet.start >= frame.subject[0].span.end), default=-1)
        return framed_speaker(sentence, frame.subject, frame.subject_end, language=language, stop=stop)
    before = _subject_before(sentence, cue, predicate)
    if not before or not may_speak(sentence, before[0]):
        return None
    return speaker_of(sentence, before, language=language, reason=BEFORE_THE_VERB, not_extended_by=(*cue.sense.content, "ل"))


def _named(sentence: Sentence, cue: Cue, predicate: Predicate | None, language: str) -> Speaker | None:
    """The subject of a verb or of a phrase that a verb heads, as the clause analysis has it."""
    if cue.kind not in {"verb", "phrase"}:
        return None
    found = subject_of(sentence, predicate, cue, language=language)
    if found is not None and language == "ar" and is_hearsay(found) and sentence.tokens[cue.head - 1].word.form in RELATIVES:
        return None  # `الأنباء التي تحدثت عن`
    if found is None or (cue.kind == "phrase" and _is_word_of(sentence, found.span, cue)):
        return None
    return None if language == "ar" and _is_manner(sentence, found, cue) else found


def _is_manner(sentence: Sentence, found: Speaker, cue: Cue) -> bool:
    """Whether an accusative behind the verb was read as its subject: `عبر عن رفضه انطلاقا من المبدأ`."""
    head = next((token for token in sentence.tokens if token.span.start >= found.span.start), None)
    if head is None or head.span.start < sentence.tokens[cue.head].span.end:
        return False
    return is_accusative(head) and "ال" not in head.word.proclitics and head.kind == "noun"


def _is_word_of(sentence: Sentence, span: Span, cue: Cue) -> bool:
    """Whether a span is one of the words of a cue phrase: of `أبديا مخاوفهما` the fears."""
    return any(sentence.tokens[slot].span.overlaps(span) for slot in cue.slots)


def names_target(sentence: Sentence, cue: Cue, predicate: Predicate | None, frame: Frame | None = None) -> bool:
    """Whether a verb joined by و goes on from the speaker, so that its one bare dependent is whom it addresses.

    `أبدت باريس قلقها، وطالبت أنقرة بوقف عمليتها`: the verb before has the same person and names its subject.
    """
    if predicate is None or predicate.form != "verb" or cue.sense.target != "object":
        return False
    if frame is None and (predicate.object or not predicate.subject or len(predicate.subject) > 1 or predicate.subject[0].start < cue.head):
        return False
    if frame is not None and (not frame.subject or frame.target or frame.content < 0):
        return False
    token, before = sentence.tokens[cue.head], sentence.tokens[cue.head - 1]
    joined = token.word.proclitics[:1] == ("و",) or (cue.head > 0 and before.word.form == "و")
    if not joined or cue.start == 0:
        return False
    verbs = [other for other in sentence.predicates if other.form == "verb" and other.head < cue.head and other.subject]
    return bool(verbs) and sentence.tokens[verbs[-1].head].word.person == token.word.person


def _is_of_the_accused(sentence: Sentence, cue: Cue, predicate: Predicate | None) -> bool:
    """Whether the genitive of an accusation is who is accused: `اتهام سورية بقتل`, but `اتهام أنقرة لدمشق بقتل`, `اتهامات أنقرة`."""
    word = sentence.tokens[cue.head].word
    if cue.sense.act != "accuse" or word.plural or word.enclitic or predicate is None or not predicate.object:
        return False
    behind = next((phrase for phrase in sentence.phrases if phrase.start >= predicate.object[-1].end), None)
    return behind is not None and behind.preposition == "ب"


def _genitive_speaker(sentence: Sentence, predicate: Predicate | None, language: str) -> Speaker | None:
    """Speaker of a noun cue: its genitive (`اتهامات أنقرة`)."""
    if predicate is None or not predicate.object:
        return None
    head = sentence.tokens[predicate.object[0].head]
    classes = word_classes(language)
    speaks = any(in_class(head, classes.get(name, frozenset())) for name in _GENITIVES)
    return speaker_of(sentence, predicate.object, language=language, reason="genitive of the cue") if speaks else None

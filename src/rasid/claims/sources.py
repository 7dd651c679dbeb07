# SPDX-License-Identifier: Apache-2.0
"""Who says it: the subject of the cue, the words behind `بحسب`, or the speaker who was named last."""

from collections.abc import Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from rasid.claims.cues import Cue
from rasid.knowledge.lexemes import classes_of_word, classes_of_words, in_class, word_classes
from rasid.languages.ar.lemmas import is_word
from rasid.records import Phrase, Predicate, Record, Sentence, Span, Token
from rasid.spelling import fold

_NEVER_SPEAKS: Final = ("time_head", "quantity_head")
_SPEAKING: Final = (
    "speaking", "unnamed_source_head", "collective_source_head", "media_head", "medium", "person_title", "official", "authority", "force", "state", "party",
    "civilian", "journalist",
)  # fmt: skip
_MASCULINE: Final = frozenset({"person_title", "official", "authority", "collective_source_head", "force", "unnamed_source_head", "journalist"})
# Heads that are no source even where nothing else stands behind the verb.
_SILENT: Final = frozenset({"time_head", "quantity_head", "attack_noun", "weapons_goods", "vehicle", "activity", "mishap"})
_FIRST: Final = frozenset({"اولي", "اوليه"})
_NO_NAMES: Final = frozenset({"time_head", "weekday", "quantity_head", "attack_noun", "authority", "force", "place_kind", "state", "party", "media_head", "medium"})
_LONGEST_NAME: Final = 4
_QUOTES: Final = frozenset("\"“«‘„”’»")
_EXTENDING: Final = frozenset({"من", "في", "ل", "of", "in", "from"})


class Speaker(Record, frozen=True, kw_only=True):
    """Who says something, and how that was found."""

    span: Span
    head: str
    """Key of the head word."""
    plural: bool = False
    feminine: bool = False
    gender: str = ""
    """`f`, `m`, or `p` for a broken or sound plural; empty where the word does not tell."""
    kind: str = "unknown"
    reason: str = ""
    is_media: bool = False


def speaker_of(
    sentence: Sentence, group: Sequence[Phrase], *, language: str, reason: str, not_extended_by: Sequence[str] = ()
) -> Speaker | None:
    """Return the speaker that a group of coordinated phrases names, or None where it cannot speak."""
    head = sentence.tokens[group[0].head]
    classes = word_classes(language)
    if any(in_class(head, classes.get(name, frozenset())) for name in _NEVER_SPEAKS) or head.kind == "number":
        return None
    end = _joined_end(sentence, group[-1], _extended_end(sentence, group[-1], not_extended_by, classes.get("medium", frozenset())), language)
    return Speaker(
        span=Span(group[0].span.start, end), head=head.word.key, plural=head.word.plural or len(group) > 1, feminine=head.word.feminine,
        gender=_gender(head, group), kind=kind_of(head, group, language=language), reason=reason, is_media=in_class(head, classes.get("media_head", frozenset())),
    )  # fmt: skip


def _gender(head: Token, group: Sequence[Phrase]) -> str:
    """Gender by which a verb goes on from a source: `المصادر` and `الوسائل` take the feminine as broken plurals do."""
    word = head.word
    speaks = not classes_of_word("ar", word.key, word.lemma).isdisjoint(_MASCULINE | {"speaking", "media_head"})
    if len(group) > 1 or word.plural or (speaks and head.kind == "noun" and fold(word.lemma) != word.key and not word.feminine):
        return "p"
    if word.feminine:
        return "f"
    is_paper = group[0].end - group[0].start > 1 and "medium" in classes_of_word("ar", word.key, word.lemma)
    return "m" if speaks and not is_paper else ""  # `بيان الوزارة`, behind which the ministry goes on


def framed_speaker(sentence: Sentence, group: Sequence[Phrase], end: int, *, language: str, stop: int = -1) -> Speaker | None:
    """Return the speaker that phrases behind a verb of saying name, up to the token before `end`, or with a longer name than that.

    Args:
        sentence: That of the verb.
        group: The phrases that name the source.
        end: Token index behind them and what was read to belong to them.
        language: That of the sentence.
        stop: Offset at which something else begins (`قال قائد ميداني لسمارت`), or -1.
    """
    speaker = speaker_of(sentence, group, language=language, reason="subject: first bare phrase behind the verb", not_extended_by=("من", "في", "ل"))
    if speaker is None:
        return None
    read = max(sentence.tokens[end - 1].span.end, group[-1].span.end)
    last = max(read, speaker.span.end)
    joined = _joined_end(sentence, group[-1], last, language)
    if read <= stop < joined:
        joined = read
    return replace(speaker, span=Span(speaker.span.start, joined))


def _extended_end(sentence: Sentence, last: Phrase, excluded: Sequence[str], mediums: frozenset[str]) -> int:
    """End of a source with what follows it at once behind من، في، ب، ل: `مصادر في محافظة ديالى`."""
    end, at = last.span.end, last.end
    for phrase in sentence.phrases:
        if phrase.start < at or phrase.coordinated:
            continue
        token_gap = phrase.start - at
        between = sentence.tokens[at : phrase.start]
        if token_gap > 1 or any(token.kind != "preposition" for token in between) or phrase.preposition not in _EXTENDING:
            break
        if phrase.preposition in excluded or in_class(sentence.tokens[phrase.head], mediums):
            break
        end, at = phrase.span.end, phrase.end
        break
    return end


def _joined_end(sentence: Sentence, last: Phrase, end: int, language: str) -> int:
    """End of a source with the name behind its office and those joined to it: `رئيس لجنة في المجلس بيني طومسون، والنائب مايك روجرز`."""
    classes = word_classes(language)
    opening = sentence.tokens[last.head]
    is_person = any(in_class(opening, classes.get(name, frozenset())) for name in ("person_title", "official"))
    is_extended = end > last.span.end
    for phrase in sentence.phrases:
        if phrase.span.start < end:
            continue
        head = sentence.tokens[phrase.head]
        between = [token.word.form for token in sentence.tokens if end <= token.span.start and token.span.end <= phrase.span.start]
        joined = head.word.proclitics[:1] == ("و",) and phrase.start == phrase.head
        if not between and not joined and is_person and not phrase.preposition and _is_name(sentence.tokens[phrase.start : phrase.end], language):
            end = phrase.span.end
        elif joined and ((not between and is_extended) or (between == ["،"] and is_person)) and _can_join(head, classes, persons_only=bool(between)):
            end = phrase.span.end
        else:
            break
    return end


def _is_name(tokens: Sequence[Token], language: str) -> bool:
    """Whether words may be a personal name: bare ones of no class."""
    classes = classes_of_words(language)
    return all(
        token.kind in {"noun", "other", "adjective"} and not token.word.proclitics and not token.word.enclitic
        and not classes[token.word]
        for token in tokens
    )  # fmt: skip


def _can_join(head: Token, classes: Mapping[str, frozenset[str]], *, persons_only: bool) -> bool:
    names = ("person_title", "official") if persons_only else ("person_title", "official", "authority", "state", "unnamed_source_head", "party")
    return any(in_class(head, classes.get(name, frozenset())) for name in names)


def kind_of(head: Token, group: Sequence[Phrase], *, language: str) -> str:
    """Return whether a source is media, unnamed, collective (several, or unnamed in the plural), partisan (an armed side) or named by its head word."""
    classes = word_classes(language)
    if in_class(head, classes.get("media_head", frozenset())):
        return "media"
    if in_class(head, classes.get("unnamed_source_head", frozenset())):
        several = head.word.plural or len(group) > 1 or (language == "ar" and _gender(head, group) == "p")
        return "collective" if several else "unnamed"
    if len(group) > 1:
        return "collective"
    return "partisan" if any(in_class(head, classes.get(name, frozenset())) for name in ("party", "force")) else "named"


def source_behind(sentence: Sentence, cue: Cue, *, language: str, outlets: Sequence[Span] = ()) -> tuple[Speaker, int] | None:
    """Return the source named behind an attribution, and the token index behind it.

    `بحسب المصدر`: the phrase that follows, if it can speak; `وفق ما أعلنت الشرطة`: the subject of the verb.
    """
    predicate = next((predicate for predicate in sentence.predicates if predicate.head == cue.head and predicate.form == "verb"), None)
    if predicate is not None:
        following = tuple(phrase for phrase in predicate.subject if phrase.start >= cue.end)
        if not following and cue.end < len(sentence.tokens) and sentence.tokens[cue.end].kind == "particle":
            following = tuple(phrase for phrase in sentence.phrases if phrase.start == cue.end + 1 and not phrase.preposition)  # `وفق ما صرح به عضو`
        speaker = speaker_of(sentence, following, language=language, reason="subject of the attribution") if following else None
        if speaker is None:
            return None
        return speaker, next((i for i in range(following[-1].end, len(sentence.tokens)) if sentence.tokens[i].span.start >= speaker.span.end), len(sentence.tokens))
    first = next((phrase for phrase in sentence.phrases if cue.end <= phrase.start <= cue.end + 2), None)
    if first is None or any(token.word.form in "،,.:" for token in sentence.tokens[cue.end : first.start]):
        return None
    group = with_joined(sentence, first)
    outlet = next((outlet for outlet in outlets if first.span.start <= outlet.start <= first.span.end), None)
    if outlet is None and not can_speak(sentence, first, language=language):
        return None
    speaker = speaker_of(sentence, group, language=language, reason="named behind the cue")
    if speaker is not None and outlet is not None and outlet.end > speaker.span.end:
        end = next((i for i, token in enumerate(sentence.tokens) if token.span.start >= outlet.end), len(sentence.tokens))
        return replace(speaker, span=Span(speaker.span.start, outlet.end)), end
    return None if speaker is None else (speaker, group[-1].end)


def with_joined(sentence: Sentence, first: Phrase) -> list[Phrase]:
    """Return a phrase with those that are joined to it by `and`, in order."""
    group = [first]
    for phrase in sentence.phrases:
        if phrase.coordinated and phrase.start == group[-1].end:
            group.append(phrase)
    return group


def can_speak(sentence: Sentence, phrase: Phrase, *, language: str) -> bool:
    """Return whether a phrase may name a source: a person, a body, an outlet, a document, or a name that no list knows."""
    classes = word_classes(language)
    head = sentence.tokens[phrase.head]
    if in_class(head, classes.get("measure", frozenset())):
        return False  # `وفق القانون`, `بحسب الاتفاق`
    if any(in_class(head, classes.get(name, frozenset())) for name in _SPEAKING):
        return True
    if language == "ar" and is_speaking(sentence, phrase):
        return True
    return head.kind == "other" or (head.kind == "noun" and not head.word.definite and fold(head.word.lemma) == head.word.key and phrase.end - phrase.head > 1)


def can_tell(sentence: Sentence, phrase: Phrase) -> bool:
    """Return whether an Arabic phrase behind a verb of saying may be its source: anything but a time, a deed, a thing."""
    head = sentence.tokens[phrase.head]
    classes = classes_of_word("ar", head.word.key, head.word.lemma)
    if not classes.isdisjoint(_SPEAKING):
        return True
    following = sentence.tokens[phrase.head + 1] if phrase.head + 1 < phrase.end else head
    if not classes_of_word("ar", following.word.key, "").isdisjoint(_SILENT) and not head.word.definite:
        return False  # `أشد المعارك`
    return head.kind != "number" and classes.isdisjoint(_SILENT)


def is_outlet(token: Token) -> bool:
    """Return whether a head word is an outlet or one of its people: `لوكالة الأناضول`, `لمراسل الشبكة`."""
    return "media_head" in classes_of_word("ar", token.word.key, token.word.lemma)


def is_speaking(sentence: Sentence, phrase: Phrase) -> bool:
    """Return whether an Arabic phrase names one who speaks for certain: a person, a body, an outlet, a document, a name."""
    head = sentence.tokens[phrase.head]
    if not classes_of_word("ar", head.word.key, head.word.lemma).isdisjoint(_SPEAKING):
        return True
    if sentence.tokens[phrase.start].kind == "pronoun":
        return False
    quoted = phrase.start > 0 and sentence.tokens[phrase.start - 1].word.form in _QUOTES
    if quoted or head.kind == "other" or head.word.form.endswith(("ون", "ين")):
        return True
    is_bare = "ال" not in head.word.proclitics and not head.word.feminine and fold(head.word.lemma) == head.word.key
    return is_bare and phrase.end - phrase.start > 1 and is_person_name(sentence, phrase)


def may_speak(sentence: Sentence, phrase: Phrase) -> bool:
    """Return whether an Arabic phrase before a verb of saying may be its source: no deed, no thing, nothing pointed at (`هذه الخطوة`)."""
    head = sentence.tokens[phrase.head]
    if head.word.key == "عناصر" and any(token.word.key in _FIRST for token in sentence.tokens[phrase.head + 1 : phrase.end]):
        return False  # `العناصر الأولى للتحقيق`
    if is_speaking(sentence, phrase):
        return True
    is_deed = any(predicate.head == phrase.head and predicate.form == "verbal_noun" for predicate in sentence.predicates)
    if head.kind == "noun" and not head.word.plural and is_word(head.word.lemma) and not classes_of_word("ar", head.word.key, head.word.lemma):
        return False  # `قصيدة تمجد`: a thing of the dictionary that no class has
    return not is_deed and sentence.tokens[phrase.start].kind != "pronoun" and can_tell(sentence, phrase)


def is_person_name(sentence: Sentence, phrase: Phrase) -> bool:
    """Return whether a bare phrase may be a personal name: words of no class, none a verbal noun, four at most."""
    tokens = sentence.tokens[phrase.start : phrase.end]
    if len(tokens) > _LONGEST_NAME or any(predicate.head in range(phrase.start, phrase.end) for predicate in sentence.predicates):
        return False
    return all(
        token.kind in {"noun", "other", "adjective"} and not token.word.enclitic and not (token.word.plural and token.word.definite) and token.word.proclitics in {(), ("ال",)}
        and classes_of_word("ar", token.word.key, token.word.lemma).isdisjoint(_NO_NAMES)
        for token in tokens
    )  # fmt: skip


def is_last_speaker(sentence: Sentence, cue: Cue, *, language: str) -> bool:
    """Return whether an attribution points back by a pronoun: `على حد قوله`, `وفق تعبيرها`."""
    nouns = word_classes(language).get("attribution_noun", frozenset())
    return any(in_class(token, nouns) and token.word.enclitic != "" for token in sentence.tokens[cue.end : cue.end + 2])


def is_hearsay(speaker: Speaker) -> bool:
    """Return whether a source is news without a body (`أنباء`, `معلومات`), from which nobody speaks on."""
    return speaker.head in word_classes("ar").get("hearsay", frozenset())


_GOES_ON: Final = {
    "3fs": frozenset({"f", "p", ""}), "3ms": frozenset({"m", ""}), "3mp": frozenset({"p"}), "3md": frozenset({"p"}), "3fd": frozenset({"p"}),
    "3fp": frozenset({"p"}),
}  # fmt: skip


def last_speaker(recent: Sequence[Speaker], cue: Cue, sentence: Sentence) -> Speaker | None:
    """Return who speaks on where a cue names nobody: the latest that agrees with the form, else the latest that does not contradict it.

    Args:
        recent: Who spoke, latest first.
        cue: A verb (`وأضافت`) or a participle (`مشيرة`).
        sentence: That of the cue.
    """
    if cue.kind == "participle":
        return recent[0] if recent else None  # news writes مشيرا and مشيرة as its source comes to mind
    form = sentence.tokens[cue.head].word.person
    fitting = _GOES_ON.get(form)
    if fitting is None:
        return recent[0] if recent else None
    return next((speaker for speaker in recent if speaker.gender in fitting), None) or next((speaker for speaker in recent if _may_agree(speaker, form)), None)


def _may_agree(speaker: Speaker, form: str) -> bool:
    if form == "3fs":
        return speaker.feminine or speaker.plural
    return form == "3mp" or (form == "3ms" and not speaker.feminine)


def _says_itself(sentence: Sentence, cue: Cue, predicate: Predicate) -> bool:
    """Whether who speaks stands right before the verb and opens its clause: `مسؤول أمريكي يرجح مقتله`, but not `دول يعتقد أنها`."""
    if not predicate.subject or predicate.subject[-1].end != cue.head or not is_speaking(sentence, predicate.subject[0]):
        return False
    start = predicate.subject[0].start
    return start == 0 or sentence.tokens[start - 1].kind in {"punctuation", "conjunction"}


def is_impersonal(sentence: Sentence, cue: Cue, predicate: Predicate, *, language: str) -> bool:
    """Return whether a verb reports in nobody's name (`يعتقد أن`, `يذكر أن`): a passive form without a subject behind it."""
    form = fold(sentence.tokens[cue.head].word.form.removeprefix("و") if language == "ar" else sentence.tokens[cue.head].word.form)
    if form not in word_classes(language).get("passive_report", frozenset()):
        return False
    if language == "ar" and _says_itself(sentence, cue, predicate):
        return False
    return not any(phrase.start > cue.head and phrase.start <= cue.head + 2 for phrase in predicate.subject)


def subject_of(sentence: Sentence, predicate: Predicate | None, cue: Cue, *, language: str) -> Speaker | None:
    """Return the subject of a cue as a speaker."""
    if predicate is None or not predicate.subject:
        return None
    reason = predicate.reasons[-1] if predicate.reasons else "subject"
    return speaker_of(sentence, predicate.subject, language=language, reason=reason, not_extended_by=(*cue.sense.content, "ل"))

# SPDX-License-Identifier: Apache-2.0
"""The claims of one sentence, each by itself: cue, speaker, content, target and the outlets that the sentence names."""

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from rasid.claims.content import CLOSING, OPENING, Content, content_end, explains, find_content, opens_clause, span_of
from rasid.claims.cues import PASSING_ON, Cue, Sense, cue_index, find_cues, performed_by
from rasid.claims.english import Part, Parts, speaker_in
from rasid.claims.frame_words import is_time
from rasid.claims.frames import Frame, span_behind
from rasid.claims.outlets import carried_by, told_before, with_whole_name
from rasid.claims.pointed import is_pronoun_alone, pointed_target
from rasid.claims.scene import Scene
from rasid.claims.sources import (
    Speaker,
    is_hearsay,
    is_last_speaker,
    is_outlet,
    is_speaking,
    source_behind,
    speaker_of,
    subject_of,
    with_joined,
)
from rasid.claims.speakers import (
    BEFORE_THE_VERB,
    find_speaker,
    frame_of,
    is_led,
    names_target,
    remember,
    remember_inner,
    who_acts,
)
from rasid.knowledge.lexemes import classes_of_word, in_class, word_classes
from rasid.knowledge.names import load_outlets
from rasid.records import Document, Link, Phrase, Predicate, Record, Sentence, Span, Token
from rasid.spelling import fold

# Comma, space and quotation marks between what is said and the attribution that closes it.
_CLOSING_GAP: Final = 4
_LONGEST_HEADLINE_SOURCE: Final = 8
# A performing verb stands among the first words: `إننا ندين`, `نحن نطالب`.
_OPENING_WORDS: Final = 3
_SAYINGS: Final = ("قول", "تأكيد", "تاكيد", "نفي", "إعلان", "اعلان", "تصريح", "تحذير")
# What stands before an attribution that parts a clause is shorter than this many tokens.
_SHORT_BEFORE: Final = 3
_PUBLISHING: Final = frozenset({"نشر", "بث"})
# Words of a name between an office and the outlet.
_NAME_WORDS: Final = 4
_NAME_KINDS: Final = frozenset({"noun", "other", "adjective"})
_DASHES: Final = frozenset({"-", "–", "—", "|", "..", "…", "/"})
# Words of a headline among which a negation, a future or a first person shows that it is said.
_SAID_WITHIN: Final = 6
_AIMED: Final = frozenset({"accuse", "condemn", "demand", "threaten"})
"""Acts that are aimed at somebody, whom a pronoun may stand for."""


class Draft(Record, frozen=True, kw_only=True):
    """A claim before its place in the chain is known."""

    cue: Cue
    cue_span: Span
    speaker: Speaker
    content: Span
    target: Span | None
    via: tuple[Link, ...] = ()
    """Links that the sentence itself gives: to whom it was told, through which medium."""
    score: float = 0.8


def find_drafts(
    sentence: Sentence, recent: Sequence[Speaker], document: Document, outlets: Sequence[Span], names: Sequence[Span] = (), english: Parts | None = None
) -> tuple[list[Draft], tuple[Speaker, ...]]:
    """Return the claims of a sentence in the order of their cues, and who spoke in it and before it, latest first.

    Args:
        sentence: Read closely.
        recent: Who spoke before the sentence, latest first.
        document: Where the sentence comes from.
        outlets: Spans of the outlets that the document names.
        names: Spans of the actors and places that the sentence names.
        english: Sources and contents of an English document, read as one.
    """
    matches = cue_index(document.language).find(sentence.tokens)
    cues = find_cues(sentence.tokens, language=document.language, matches=matches)
    parts = english.of(sentence, matches) if english is not None and cues else {}
    inside = tuple(outlet for outlet in outlets if sentence.span.holds(outlet))
    scene = Scene(sentence, document.language, cues, {predicate.head: predicate for predicate in sentence.predicates}, inside, names)
    drafts: list[Draft] = []
    nearest: Speaker | None = None
    headline = _headline(sentence, document, inside)
    said = tuple(recent)
    if headline is not None:
        drafts.append(headline)
        said = remember(said, headline.speaker)
    for cue in cues:
        goes_on = cue.kind == "participle" and nearest is not None
        before = (nearest, *said) if goes_on and nearest is not None else said
        draft, speaker = _draft(scene, cue, before, drafts, parts.get(cue.head))
        if speaker is not None and not is_hearsay(speaker):
            is_aside = draft is None and speaker.reason == BEFORE_THE_VERB
            is_inner = is_aside or explains(sentence.tokens, cue) or _is_inside(sentence, cue, drafts, document.language)
            if not is_aside or speaker.gender == "p":  # `النواب كتبوا في رسالة، عبروا فيها`
                said = remember_inner(said, speaker) if is_inner else remember(said, speaker)
            nearest = nearest if is_aside else speaker
        if draft is None or (cue.sense.is_attribution and _closes_another(draft, drafts, scene)):
            continue
        if not any(_says_the_same(draft, other) or _goes_on_inside(draft, other) for other in drafts):
            drafts.append(draft)
    if not drafts and document.language == "ar":
        actor = who_acts(scene)
        said = said if actor is None else remember(said, actor)
    return _performing(scene, _without_later_sayings(drafts)), said


def _performing(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """Give a report the act that its words perform (`قال: ندين القصف`), and drop the claim that the verb inside made by itself."""
    sentence, language = scene.sentence, scene.language
    if language != "ar":
        return list(drafts)
    acts: dict[Span, Span] = {}
    changed: list[Draft] = []
    for draft in drafts:
        found = _performed(sentence, draft, language) if draft.cue.sense.act == "report" and not draft.cue.sense.is_attribution else None
        if found is None:
            changed.append(draft)
            continue
        verb, sense = found
        acts[verb] = draft.cue_span
        target = draft.target or next((other.target for other in drafts if other.cue_span == verb), None) or _asked(scene, verb)
        changed.append(replace(draft, cue=replace(draft.cue, sense=sense), target=target))
    return [draft for draft in changed if draft.cue_span not in acts]


def _asked(scene: Scene, verb: Span) -> Span | None:
    """Whom a first person addresses by its verb: `نطلب من الأمين العام تطبيق`, `ندعو الأطراف إلى`."""
    cue = next((cue for cue in scene.cues if scene.sentence.tokens[cue.head].span == verb and cue.kind == "verb"), None)
    frame = None if cue is None else frame_of(scene, cue)
    return None if cue is None or frame is None else _framed_target(scene.sentence, cue, None, frame)


def _performed(sentence: Sentence, draft: Draft, language: str) -> tuple[Span, Sense] | None:
    """The verb in the first person near the head of what is said, and its act."""
    words = [token for token in sentence.tokens if draft.content.holds(token.span) and token.kind != "punctuation"]
    for token in words[:_OPENING_WORDS]:
        sense = performed_by(token, language=language)
        if sense is not None:
            return token.span, sense
    return None


def _says_the_same(draft: Draft, other: Draft) -> bool:
    """Whether a claim repeats one before it: the same words, or the same speaker up to the same end (`نقلت عن مصدر قوله إن`)."""
    if draft.cue.sense.act != other.cue.sense.act:
        return False
    return draft.content == other.content or (
        other.cue.sense.is_relay and draft.speaker.span == other.speaker.span and draft.content.end == other.content.end
    )


def _goes_on_inside(draft: Draft, other: Draft) -> bool:
    """Whether a report inside of what its own speaker says is only more of the same voice: `قالت إنها حصلت على الفتوى وتأمل أن`."""
    is_own = draft.speaker.span == other.speaker.span and other.content.holds(draft.cue_span)
    return is_own and draft.cue.kind == "verb" and draft.cue.sense.act == "report" == other.cue.sense.act and draft.cue.sense.stance != "certain"


def _is_inside(sentence: Sentence, cue: Cue, drafts: Sequence[Draft], language: str) -> bool:
    """Whether a cue stands in what an Arabic claim of the sentence says, so that its speaker is not the one who goes on."""
    span = sentence.tokens[cue.head].span
    return language == "ar" and any(draft.content.holds(span) for draft in drafts)


def _without_later_sayings(drafts: Sequence[Draft]) -> list[Draft]:
    """End a content where the words of a later cue begin that holds it: `threatened to attack Y, X said`."""
    ended: list[Draft] = []
    for draft in drafts:
        closing = [
            other.content.end for other in drafts
            if other is not draft and draft.content.holds(other.cue_span) and other.content.holds(draft.cue_span)
            and draft.content.start < other.content.end < other.cue_span.start
        ]  # fmt: skip
        ended.append(replace(draft, content=Span(draft.content.start, min(closing))) if closing else draft)
    return ended


def _closes_another(draft: Draft, drafts: list[Draft], scene: Scene) -> bool:
    """Give an attribution behind what somebody says (`..., حسب وسائل إعلام`) to that claim, as one through whom the passage has it."""
    for i, other in enumerate(drafts):
        gap = draft.cue_span.start - other.content.end
        is_between = other.cue_span.end <= draft.cue_span.start and draft.cue_span.end <= other.content.start
        if other.cue.sense.is_attribution or not (is_between or 0 <= gap <= _CLOSING_GAP):
            continue
        given = _given_to(scene, draft.speaker.span) if scene.language == "ar" else None
        verb = scene.sentence.tokens[draft.cue.head].word.verb
        if not draft.speaker.is_media and scene.language == "ar" and fold(verb) in PASSING_ON | _PUBLISHING:
            draft = replace(draft, speaker=replace(draft.speaker, is_media=True, kind="media"))  # `وفق ما أوردته "العربية"`
        if given is not None and not draft.speaker.is_media:
            draft = replace(draft, speaker=replace(draft.speaker, span=given, is_media=True, kind="media"))  # `بحسب تصريحات لوكالة الأناضول`
        if draft.speaker.span != other.speaker.span and not draft.speaker.is_media and scene.language == "ar" and not is_between:
            return False  # who is named at the end answers for it too: `قال التقرير إن كذا، حسب مصادر حكومية`
        if draft.speaker.span != other.speaker.span:
            link = Link(role="outlet", span=draft.speaker.span, cue=draft.cue_span, kind=draft.speaker.kind)  # type: ignore[arg-type]
            for k in {i, *_of_one_body(drafts, other)} if draft.speaker.is_media else {i}:
                drafts[k] = replace(drafts[k], via=(*drafts[k].via, link))
        return True
    return False


def _given_to(scene: Scene, source: Span) -> Span | None:
    """The outlet inside a source that is a statement to it: `تصريحات لوكالة الأناضول`."""
    named = next((outlet for outlet in scene.outlets if source.holds(outlet)), None)
    if named is not None:
        return named
    phrase = next((phrase for phrase in scene.sentence.phrases if phrase.preposition == "ل" and source.holds(phrase.span) and is_outlet(scene.sentence.tokens[phrase.head])), None)
    return None if phrase is None else Span(phrase.span.start, source.end)


def _of_one_body(drafts: Sequence[Draft], closed: Draft) -> list[int]:
    """The claims before another in the sentence that are of the same speaker: the outlet that closes the last has them all."""
    return [k for k, draft in enumerate(drafts) if draft.speaker.head == closed.speaker.head and draft.cue_span.start < closed.cue_span.start]


def _draft(
    scene: Scene, cue: Cue, recent: Sequence[Speaker], drafts: Sequence[Draft], part: Part | None
) -> tuple[Draft | None, Speaker | None]:
    """The claim of a cue, and who speaks on from it: a verb that names its source is remembered even where no content is found.

    English clauses and quotations are taken as they were read with their source, infinitives and phrases where markers find nothing.
    """
    in_full = None if part is None else _draft_of_part(scene, cue, part, recent)
    if in_full is not None and part is not None and part.is_said:
        return in_full, in_full.speaker
    if cue.sense.is_attribution:
        found = _attribution(scene, cue, recent)
        speaker = None if found is None else found.speaker
    else:
        found, speaker = _verbal(scene, cue, recent, [draft.content for draft in drafts])
    return (in_full, in_full.speaker) if found is None and in_full is not None else (found, speaker)


def _draft_of_part(scene: Scene, cue: Cue, part: Part, recent: Sequence[Speaker]) -> Draft | None:
    """An English claim whose source and content are read as one; None where these say nothing, and the search by markers is asked."""
    sentence, predicate = scene.sentence, scene.predicates.get(cue.head)
    denied = predicate is not None and predicate.negation is not None and cue.sense.act != "deny"
    if denied or cue.sense.is_relay or cue.sense.only:
        return None
    named = subject_of(sentence, predicate, cue, language=scene.language)
    is_named = named is not None and (named.span.overlaps(part.source) or part.is_pronoun)
    speaker = named if is_named else speaker_in(sentence, part.source, recent[0] if recent else None)
    if speaker is None:
        return None
    start = next((i for i, token in enumerate(sentence.tokens) if token.span.start >= part.content.start), 0)
    content = Content(start=start, end=start, marker="", marker_at=start)
    told = _told_through(sentence, cue, predicate, scene.language)
    target = _target(sentence, cue, predicate, content, scene.language)
    if target is not None and any(link.span == target for link in told):
        target = None
    return Draft(
        cue=cue, cue_span=span_of(sentence.tokens, cue.start, cue.end), speaker=speaker, content=part.content, target=target, via=told, score=0.85,
    )  # fmt: skip


def _verbal(scene: Scene, cue: Cue, recent: Sequence[Speaker], said: Sequence[Span]) -> tuple[Draft | None, Speaker | None]:
    sentence, predicate = scene.sentence, scene.predicates.get(cue.head)
    frame = frame_of(scene, cue)
    denies = cue.sense.act == "deny" and not (scene.language == "ar" and cue.kind == "verb")  # `لم تستبعد` denies nothing
    if predicate is not None and predicate.negation is not None and not denies:
        return None, find_speaker(scene, cue, (), frame) if frame is not None and frame.subject else None
    content = find_content(sentence, cue, predicate, scene.cues, frame)
    names = frame is not None and frame.subject != () and is_speaking(sentence, frame.subject[0])
    is_named = frame is not None and cue.kind != "participle" and (names or is_led(scene, cue))
    speaker = find_speaker(scene, cue, recent, frame, said) if content is not None or is_named else None
    goes_on = speaker if cue.kind in {"verb", "phrase"} else None
    if content is not None and speaker is not None and scene.language == "ar" and is_hearsay(speaker) and content.marker == "quote":
        return None, goes_on  # `المعلومة ستعلن "متى أصبحت متوافرة"`
    if content is None or speaker is None:
        return None, goes_on
    if frame is None:
        told = _told_through(sentence, cue, predicate, scene.language)
        target = _target(sentence, cue, predicate, content, scene.language)
    else:
        told = _told_in_frame(sentence, cue, frame, scene.outlets, scene.language)
        target = _framed_target(sentence, cue, predicate, frame)
    blamed = _blamed_behind(sentence, cue)
    if blamed is not None:
        target, content = blamed[0], replace(content, start=blamed[1]) if content.start <= blamed[1] < content.end else content
    if target is None and scene.language == "ar":
        target = _to_be_removed(sentence, cue, span_of(sentence.tokens, content.start, content.end))
    if scene.language == "ar" and cue.sense.target == "object" and cue.sense.act in _AIMED and (target is None or is_pronoun_alone(sentence, target)):
        target = pointed_target(sentence, cue, speaker.span, scene.names, said) or target
    told = tuple(link for link in told if link.span is None or link.role == "medium" or not link.span.overlaps(speaker.span))
    is_cue = target is not None and any(sentence.tokens[slot].span.overlaps(target) for slot in cue.slots)
    if target is not None and (is_cue or any(link.span == target for link in told)):
        target = None
    draft = Draft(
        cue=cue, cue_span=_cue_span(sentence.tokens, cue, frame, content), speaker=speaker, content=span_of(sentence.tokens, content.start, content.end),
        target=target, via=told, score=0.85 if content.marker not in {"object", "quote"} else 0.7,
    )  # fmt: skip
    return draft, goes_on


def _to_be_removed(sentence: Sentence, cue: Cue, content: Span) -> Span | None:
    """Whom people want to go where they gather for it: `للمطالبة برحيل الوزير`, `مطالبين بإقالة المحافظ`."""
    if cue.sense.act != "demand" or cue.kind not in {"purpose", "participle", "noun"}:
        return None
    phrase = next((phrase for phrase in sentence.phrases if content.start <= phrase.span.start <= content.start + 1), None)
    if phrase is None or phrase.end - phrase.head < 2 or "removal" not in classes_of_word("ar", sentence.tokens[phrase.head].word.key, ""):  # noqa: PLR2004
        return None
    start = phrase.head + 1
    behind = next((other for other in sentence.phrases if other.start == phrase.end and not other.preposition and not other.coordinated), None)
    is_name = behind is not None and not is_time(sentence.tokens[behind.head])
    return Span(sentence.tokens[start].span.start, behind.span.end if behind is not None and is_name else phrase.span.end)


def _blamed_behind(sentence: Sentence, cue: Cue) -> tuple[Span, int] | None:
    """Who is blamed or asked behind a phrase that ends in a preposition, and the token index of what for: `ألقى اللوم على الحوثيين في الهجوم`."""
    last = sentence.tokens[cue.slots[-1]]
    is_asked = cue.sense.act == "demand" and last.word.key == "من"  # `نطلب من الأمين العام للمجلس تطبيق`
    if cue.kind != "phrase" or last.kind != "preposition" or not (is_asked or cue.sense.act == "accuse"):
        return None
    first = next((phrase for phrase in sentence.phrases if phrase.start == cue.after), None)
    if first is None:
        return None
    group = with_joined(sentence, first)
    end = group[-1].end
    if is_asked:
        while (part := next((phrase for phrase in sentence.phrases if phrase.start == end and phrase.preposition == "ل"), None)) is not None:
            group.append(part)
            end = part.end
        asked = next((phrase for phrase in sentence.phrases if end <= phrase.start <= end + 4 and not phrase.preposition), None)  # behind a remark
        return Span(group[0].span.start, group[-1].span.end), -1 if asked is None else asked.start
    charge = next((phrase for phrase in sentence.phrases if end <= phrase.start <= end + 1 and fold(phrase.preposition) in {"ب", "في", "عن"}), None)
    return Span(group[0].span.start, group[-1].span.end), -1 if charge is None else charge.start


def _cue_span(tokens: Sequence[Token], cue: Cue, frame: Frame | None, content: Content) -> Span:
    """The words that report: of `نقلت وكالة عن مسؤول قوله إن` the saying of the official."""
    if frame is not None and frame.relayed and cue.sense.is_relay:
        for i in range(frame.relayed[-1].end, content.start):
            if tokens[i].word.enclitic and tokens[i].word.form.startswith(_SAYINGS):
                return tokens[i].span
    return span_of(tokens, cue.start, cue.end)


def _attribution(scene: Scene, cue: Cue, recent: Sequence[Speaker]) -> Draft | None:
    """`بحسب المصدر`: the source follows; the content is the clause beside it."""
    sentence, tokens, cues = scene.sentence, scene.sentence.tokens, scene.cues
    behind = source_behind(sentence, cue, language=scene.language, outlets=scene.outlets)
    if behind is None:
        if not recent or not is_last_speaker(sentence, cue, language=scene.language):
            return None
        behind = (recent[0], cue.end + 1)
    speaker, end = behind
    via, end = _published_in(scene, end)
    if cue.start <= 1 or (scene.language == "ar" and _leads_in(tokens, cue, end)):
        while end < len(tokens) and (tokens[end].word.form in "،,:" or tokens[end].word.key in {"فان", "ان", "فقد"}):
            end += 1
        content = (end, content_end(tokens, end, cues, cue) if end < len(tokens) else end)
    else:
        start = max((other.end for other in cues if other.end <= cue.start and other.kind == "verb" and opens_clause(tokens, other)), default=0)
        start = _behind_marker(sentence, start, cue.start)
        stop = cue.start
        while stop > start and tokens[stop - 1].word.form in "،,":
            stop -= 1
        content = (start, stop)
        if scene.language == "ar" and stop - start <= _SHORT_BEFORE and end < len(tokens) - 1 and tokens[end].kind != "verb":
            start = end + 1 if tokens[end].word.form == "،" else end
            content = (start, content_end(tokens, start, cues, cue))  # `وتركز القصف، بحسب المراسل، على محيط الحديقة`
    if content[1] - content[0] < 2:  # noqa: PLR2004
        return None
    return Draft(
        cue=cue, cue_span=span_of(tokens, cue.start, cue.end), speaker=speaker, content=span_of(tokens, *content), target=None, via=via, score=0.8,
    )  # fmt: skip


def _leads_in(tokens: Sequence[Token], cue: Cue, end: int) -> bool:
    """Whether an attribution inside a sentence opens a clause of its own: `..., وبحسب المعلومات الأولية فقد أصيب ثلاثة`."""
    opens = tokens[cue.start - 1].word.form in "،,؛-" or tokens[cue.start].word.proclitics[:1] == ("و",)
    if end < len(tokens) - 1 and tokens[end].word.form == "،":
        end += 1
    return opens and end < len(tokens) and tokens[end].word.form.startswith("ف") and tokens[end].word.key in {"فان", "ان", "فقد", "قد"}


def _published_in(scene: Scene, end: int) -> tuple[tuple[Link, ...], int]:
    """`بحسب الشبكة على فيسبوك`, `وفق ما أكده مصدر لـ"الصدى"`: page or outlet behind the source of an attribution, and the token index behind it."""
    tokens = scene.sentence.tokens
    if scene.language != "ar" or end >= len(tokens):
        return (), end
    named = next((i for i in range(end, min(end + _NAME_WORDS, len(tokens))) if not _may_be_name(tokens[i])), end)
    if named < len(tokens) and tokens[named].word.form.startswith("ل") and _told_name(tokens, scene.outlets, named)[1]:
        end = named  # `وفق ما أكده عميد المحامين عامر المحرزي لـ"الصدى"`
    if tokens[end].word.form.startswith("ل") and not is_outlet(tokens[end - 1]):
        start, stop = _told_name(tokens, scene.outlets, end)
        return ((Link(role="outlet", span=span_of(tokens, start, stop), kind="media"),), stop) if stop else ((), end)
    carried = carried_by(scene.sentence, end, scene.outlets)
    if carried is not None:
        return (Link(role="outlet", span=carried[0], kind="media"),), carried[1]
    if tokens[end].word.lemma not in {"عبر", "على"}:
        return (), end
    phrase = next((phrase for phrase in scene.sentence.phrases if end < phrase.start <= end + 2), None)
    if phrase is None or not is_outlet(tokens[phrase.head]):
        return (), end
    return (Link(role="outlet", span=phrase.span, kind="media"),), phrase.end


def _may_be_name(token: Token) -> bool:
    return token.kind in _NAME_KINDS and token.word.proclitics in {(), ("ال",)}


def _told_name(tokens: Sequence[Token], outlets: Sequence[Span], i: int) -> tuple[int, int]:
    """Token range of an outlet behind ل: one of those named in the sentence, or a name in quotation marks; (0, 0) without one."""
    if tokens[i].word.form == "ل" and i + 2 < len(tokens) and tokens[i + 1].word.form in OPENING:
        closing = next((j for j in range(i + 2, min(i + 7, len(tokens))) if tokens[j].word.form in CLOSING), 0)
        return (i + 2, closing) if closing > i + 2 else (0, 0)
    named = next((outlet for outlet in outlets if tokens[i].span.start <= outlet.start <= tokens[i].span.end + 1), None)
    if named is None:
        return 0, 0
    stop = next((j for j in range(i + 1, len(tokens)) if tokens[j].span.start >= named.end), len(tokens))
    return (i + 1 if tokens[i].word.form == "ل" else i), stop


def _behind_marker(sentence: Sentence, start: int, stop: int) -> int:
    for i in range(start, stop):
        if start and sentence.tokens[i].word.key in {"ان", "بان", "that", ":"}:
            return i + 1
    return start


def _headline(sentence: Sentence, document: Document, outlets: Sequence[Span]) -> Draft | None:
    """`X: ...` at the start of a line: a claim whose cue is the colon."""
    tokens = sentence.tokens
    for i in range(1, min(len(tokens) - 2, _LONGEST_HEADLINE_SOURCE)):
        if tokens[i].word.form != ":":
            continue
        first = max((k + 1 for k in range(i) if tokens[k].word.form in _DASHES), default=0)
        if any(token.kind == "verb" for token in tokens[first:i]) or tokens[i].span.end == tokens[i + 1].span.start:
            return None
        phrase = next((phrase for phrase in sentence.phrases if first <= phrase.start <= first + 1 and phrase.end <= i), None)
        if phrase is None or phrase.preposition:
            return None
        is_outlet_named = document.language == "ar" and any(phrase.span.holds(outlet) for outlet in outlets)
        if is_outlet_named and first:
            return None  # `دمشق - «القدس العربي»:` is a dateline
        if not is_outlet_named and not _heads_a_line(sentence, phrase, i, document.language):
            return None
        speaker = speaker_of(sentence, (phrase,), language=document.language, reason="named before the colon")
        if speaker is None or (phrase.end - phrase.start == 1 and sentence.tokens[phrase.head].word.key in {"مصدر", "source"}):
            return None
        sense = find_colon_sense(document.language)
        cue = Cue(sense=sense, kind="verb", start=i, end=i + 1, head=i, after=i + 1)
        end = len(tokens)
        while end > i + 2 and tokens[end - 1].word.form in ".،":
            end -= 1
        return Draft(cue=cue, cue_span=tokens[i].span, speaker=speaker, content=span_of(tokens, i + 1, end), target=None, score=0.7)
    return None


def _heads_a_line(sentence: Sentence, phrase: Phrase, colon: int, language: str) -> bool:
    """Whether a phrase before a colon is who says the rest, and no label: `باكستان: مقتل 12`, `محافظة دير الزور: دارت اشتباكات`."""
    head = sentence.tokens[phrase.head]
    classes = word_classes(language)
    if language != "ar":
        return _can_head_a_line(sentence, phrase, language)
    said = _is_said(sentence, colon)
    if any(in_class(head, classes.get(name, frozenset())) for name in ("place_kind", "country", "city")):
        return said and not in_class(head, classes.get("place_kind", frozenset()))
    quoted = phrase.start > 0 and sentence.tokens[phrase.start - 1].word.form in OPENING and sentence.tokens[colon - 1].word.form in CLOSING
    if not quoted and _is_saying(sentence, phrase):
        return False
    return quoted or _can_head_a_line(sentence, phrase, language) or (said and phrase.end - phrase.start <= _OPENING_WORDS)


def _is_saying(sentence: Sentence, phrase: Phrase) -> bool:
    """Whether the words before a colon are what is done by saying it, and of which nation: `تشديد قطري:`, `نفي روسي:`."""
    head = sentence.tokens[phrase.head]
    if head.word.definite or is_speaking(sentence, phrase) or in_class(head, word_classes("ar").get("elative", frozenset())):
        return False  # `أعلى مسؤول عسكري أمريكي:` is who speaks, as his office says behind
    nations = word_classes("ar").get("nationality_adj", frozenset())
    return any(in_class(token, nations) for token in sentence.tokens[phrase.head + 1 : phrase.end])


def _is_said(sentence: Sentence, colon: int) -> bool:
    """Whether the words behind a colon are somebody's own: a quotation, a first person, a future, a negation near their head."""
    tokens = sentence.tokens[colon + 1 : colon + 1 + _SAID_WITHIN]
    if tokens and tokens[0].word.form in OPENING and not any(token.word.form in CLOSING for token in tokens[1:]):
        return True
    return any(
        (token.word.person == "1" and token.kind == "verb") or "س" in token.word.proclitics or token.word.form in {"لن", "سوف", "لسنا", "يجب", "ينبغي", "علينا"}
        for token in tokens
    )  # fmt: skip


def _can_head_a_line(sentence: Sentence, phrase: Phrase, language: str) -> bool:
    head = sentence.tokens[phrase.head]
    classes = word_classes(language)
    names = ("force", "authority", "state", "party", "official", "media_head", "unnamed_source_head", "person_title", "collective_source_head")
    return any(in_class(token, classes.get(name, frozenset())) for token in sentence.tokens[phrase.start : phrase.end] for name in names) or (
        head.kind == "other"
    )


def find_colon_sense(language: str) -> Sense:
    """Return the sense of a colon behind a source."""
    return Sense(
        rule=f"cue:{language}:colon", act="report", stance="certain", content=(":",), target="", is_attribution=False,
    )  # fmt: skip


def _target(sentence: Sentence, cue: Cue, predicate: Predicate | None, content: Content, language: str) -> Span | None:
    relation = cue.sense.target
    if not relation or predicate is None:
        return None
    if relation == "object":
        groups = predicate.subject if names_target(sentence, cue, predicate) else predicate.object
        if not groups and cue.kind == "participle":
            groups = tuple(phrase for phrase in sentence.phrases if cue.after <= phrase.start <= cue.after + 1 and not phrase.preposition)
    else:
        groups = tuple(phrase for phrase in predicate.obliques if fold(phrase.preposition) in {fold(part) for part in relation.split("/")})[:1]
    times = word_classes(language).get("time_head", frozenset())
    if cue.kind == "noun" and groups == predicate.object:
        return None  # the genitive of `دعوة المكتب` calls
    groups = tuple(phrase for phrase in groups if phrase.start != content.start and not in_class(sentence.tokens[phrase.head], times))
    if not groups:
        return None
    return Span(groups[0].span.start, groups[-1].span.end)


def _framed_target(sentence: Sentence, cue: Cue, predicate: Predicate | None, frame: Frame) -> Span | None:
    """Whom the act is aimed at: the second bare phrase of the frame, or its first where the speaker is hidden."""
    groups = frame.target
    if not groups and frame.subject and names_target(sentence, cue, predicate, frame):
        groups = frame.subject
    return Span(groups[0].span.start, groups[-1].span.end) if groups else None


def _told_through(sentence: Sentence, cue: Cue, predicate: Predicate | None, language: str) -> tuple[Link, ...]:
    """Outlets to which it was told (`قال لنورث برس`, `في تصريح لـ`) and mediums (`في رسالة`, `عبر تويتر`)."""
    if predicate is None:
        return ()
    classes = word_classes(language)
    media, mediums = classes.get("media_head", frozenset()), classes.get("medium", frozenset())
    links: list[Link] = []
    if cue.sense.is_relay and predicate.subject:
        links.append(Link(role="outlet", span=Span(predicate.subject[0].span.start, predicate.subject[-1].span.end), kind="media"))
    carried = _medium_pointed_at(sentence, cue, mediums)
    if carried is not None:
        links.append(carried)
    if sentence.tokens[cue.head].word.verb == "tell":
        heard = (phrase for phrase in predicate.object if in_class(sentence.tokens[phrase.head], media) or _is_outlet(sentence, phrase))
        links.extend(Link(role="outlet", span=phrase.span, cue=None, kind="media") for phrase in heard)
    for phrase in predicate.obliques:
        head = sentence.tokens[phrase.head]
        if in_class(head, mediums) and phrase.preposition in {"في", "عبر", "ب", "in", "through"}:
            links.append(Link(role="medium", span=phrase.span, name=head.word.lemma, cue=None))
        elif phrase.preposition in {"ل", "to"} and (
            in_class(head, media) or (cue.sense.target != "ل" and _is_outlet(sentence, phrase))
        ):
            links.append(Link(role="outlet", span=phrase.span, cue=None, kind="media"))
    return tuple(links)


def _told_in_frame(sentence: Sentence, cue: Cue, frame: Frame, outlets: Sequence[Span], language: str) -> tuple[Link, ...]:
    """Outlets and mediums of a frame, outermost first."""
    links: list[Link] = []
    relays = frame.subject if (cue.sense.is_relay or frame.relayed) else ()
    if relays:
        relaying = span_behind(sentence, relays, max(frame.subject_end, relays[-1].end))
        links.append(Link(role="outlet", span=with_whole_name(relaying, outlets), kind="media"))
    links.extend(Link(role="outlet", span=with_whole_name(span, outlets), kind="media") for span in frame.outlets)
    if not links:
        links.extend(told_before(sentence, cue, outlets))
    carried = _medium_pointed_at(sentence, cue, word_classes(language).get("medium", frozenset()))
    if carried is not None:
        links.append(carried)
    links.extend(Link(role="medium", span=phrase.span, name=sentence.tokens[phrase.head].word.lemma) for phrase in frame.mediums)
    return tuple(links)


def _medium_pointed_at(sentence: Sentence, cue: Cue, mediums: frozenset[str]) -> Link | None:
    """`بعثا برسالة، أبديا فيها`: the medium that a pronoun behind the cue points back to."""
    if not any(token.word.form in {"فيها", "فيه"} for token in sentence.tokens[cue.head + 1 : cue.head + 3]):
        return None
    for phrase in reversed(sentence.phrases):
        if phrase.end <= cue.start and in_class(sentence.tokens[phrase.head], mediums):
            return Link(role="medium", span=phrase.span, name=sentence.tokens[phrase.head].word.lemma)
    return None


def _is_outlet(sentence: Sentence, phrase: Phrase) -> bool:
    return bool(load_outlets().index.match(sentence.tokens[phrase.start : phrase.end]))

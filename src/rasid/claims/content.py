# SPDX-License-Identifier: Apache-2.0
"""Where what is said begins and ends."""

from collections.abc import Sequence
from typing import Final

from rasid.claims.cues import Cue
from rasid.claims.frames import Frame
from rasid.claims.unmarked import CLAUSE, clause_before, clause_behind
from rasid.knowledge.lexemes import classes_of_word, in_class
from rasid.records import Predicate, Record, Sentence, Span, Token
from rasid.spelling import fold

OPENING: Final = frozenset("\"“«‘„")
CLOSING: Final = frozenset("\"”»’“")
_ENDS: Final = frozenset(".!?؟؛…")
_TRAILING: Final = frozenset("،,.;؛:!?؟…-–—")
# A content marker stands at most this many tokens behind its cue: subject with its title and name, place and day between.
_REACH: Final = 32
# `إلا أن`, `غير أن`: but.
_ADVERSATIVE: Final = frozenset({"الا", "غير", "بيد"})
_LEADING: Final = frozenset({"علي", "الي", "عن", "من", "في", "ب"})
# `that` behind an English cue stands behind its object and a time at most.
_THAT_WITHIN: Final = 9
_ARTICLES: Final = frozenset({"the", "a", "an", "their", "its", "his", "her", "all", "no", "this", "these", "those"})
# The marker of a noun stands this near behind its genitive.
_NOUN_REACH: Final = 8
# What a cue must seek stands this near behind its marker: `إلى إجراء تحقيق`, `لعمل تقييم`.
_OPENING_WORDS: Final = 4
RELATIVES: Final = frozenset({"الذي", "التي", "الذين", "اللذان", "اللذين", "اللتان", "اللتين"})
# Another takes his turn to speak.
_TURNS: Final = frozenset({"بدوره", "بدورها", "بدورهم"})
# `كما أعلنت` goes on more often than it attributes.
_ALSO: Final = frozenset({"كما", "مثلما"})
_TURNING: Final = frozenset({"فيما", "بينما", "كما", "while", "and", "but"})
# `، حيث أفاد الشقيق`: the passage goes on with another speaker.
_EXPLAINING: Final = frozenset({"حيث", "اذ", "اذا"})
_CLAUSE_WORDS: Final = frozenset({"ان", "بان", "that"})


class Content(Record, frozen=True, kw_only=True):
    """What is said, as token indices, and the marker that introduced it."""

    start: int
    end: int
    marker: str
    marker_at: int
    """Token index of the marker; equal to `start` where the marker is part of the content."""


def find_content(sentence: Sentence, cue: Cue, predicate: Predicate | None, cues: Sequence[Cue], frame: Frame | None = None) -> Content | None:
    """Return the content of a verb, noun or participle cue, or None where none of its markers stands behind it."""
    limit = limit_of(sentence.tokens, cue, cues)
    found: Content | None = None
    if cue.sense.only and "object" not in cue.sense.content:
        found = _sought(sentence, cue, limit)
    elif cue.kind in {"noun", "purpose"} and tokens_are_arabic(sentence, cue):
        found = _of_noun(sentence, cue, predicate, limit)
    elif frame is not None and (cue.kind == "verb" or (cue.kind == "participle" and frame.content >= 0)):
        found = None if frame.content < 0 else Content(start=frame.content, end=0, marker=frame.marker, marker_at=frame.marker_at)
    elif cue.kind == "phrase" and _holds_content(sentence, cue):
        found = Content(start=cue.slots[-1], end=0, marker="phrase", marker_at=cue.slots[-1])
    else:
        found = _unmarked(sentence, cue, predicate, limit) or _by_marker(sentence.tokens, cue, limit)
        before = clause_before(sentence, cue, predicate, cues) if found is None else None
        if before is not None:
            return Content(start=before[0], end=before[1], marker=CLAUSE, marker_at=before[0])
        found = found or _by_phrase(sentence, cue, predicate, limit) or _blamed(sentence, cue, predicate)
    if found is None:
        return None
    end = content_end(sentence.tokens, found.start, cues, cue)
    if found.marker == "object":
        end = min(end, _next_deed(sentence.tokens, found.start))
    if all(token.kind == "punctuation" for token in sentence.tokens[found.start : end]):
        return None
    return Content(start=found.start, end=end, marker=found.marker, marker_at=found.marker_at)


def _holds_content(sentence: Sentence, cue: Cue) -> bool:
    """Whether the last word of a phrase is what is said, behind an attached preposition: `تعهد الرئيس بسحقهم`."""
    word = sentence.tokens[cue.slots[-1]].word
    return len(cue.slots) > 1 and word.proclitics[:1] == ("ب",) and sentence.tokens[cue.head].kind == "verb" and cue.sense.act in {"threaten", "promise"}


def tokens_are_arabic(sentence: Sentence, cue: Cue) -> bool:
    """Return whether a cue is written in Arabic letters."""
    return not sentence.tokens[cue.head].word.key.isascii()


def _of_noun(sentence: Sentence, cue: Cue, predicate: Predicate | None, limit: int) -> Content | None:
    """The content of a noun: led in by a marker behind its genitive (`اتهامات أنقرة لدمشق بقصف`, `للمطالبة بالإفراج`), never the genitive itself."""
    markers = {fold(marker) for marker in cue.sense.content}
    start = predicate.object[-1].end if predicate is not None and predicate.object else cue.after
    for i in range(cue.after, min(start + _NOUN_REACH, limit)):
        token = sentence.tokens[i]
        if token.kind == "verb" or token.word.form in _ENDS or (token.word.form in "،," and i > start):
            return None
        if i >= start and token.kind == "conjunction" and token.word.key in _CLAUSE_WORDS:
            return Content(start=i if token.word.enclitic else i + 1, end=0, marker=token.word.key, marker_at=i)
        phrase = next((phrase for phrase in sentence.phrases if phrase.start == i), None)
        if i >= cue.after and phrase is not None and phrase.preposition and fold(phrase.preposition) in markers:
            return Content(start=i, end=0, marker=phrase.preposition, marker_at=i)
    return None


def _next_deed(tokens: Sequence[Token], start: int) -> int:
    """Token index of the comma behind which the speaker goes on to act: `أعلنت تعليق عملياتها، ثم استأنفتها`."""
    for i in range(start + 1, len(tokens) - 2):
        if tokens[i].word.form == "،" and tokens[i + 1].word.key == "ثم" and tokens[i + 2].kind == "verb" and tokens[i + 2].word.tense == "past":
            return i
    return len(tokens)


def _sought(sentence: Sentence, cue: Cue, limit: int) -> Content | None:
    """The phrase behind one of the markers that begins with what the cue must seek: `يسعى النائب، عضو اللجنة، لعمل تقييم`."""
    markers = {fold(marker) for marker in cue.sense.content}
    for phrase in sentence.phrases:
        opening = sentence.tokens[phrase.start : phrase.start + _OPENING_WORDS]
        if cue.after <= phrase.start < limit and fold(phrase.preposition) in markers and any(in_class(token, cue.sense.only) for token in opening):
            return Content(start=phrase.start, end=0, marker=phrase.preposition, marker_at=phrase.start)
    return None


def _blamed(sentence: Sentence, cue: Cue, predicate: Predicate | None) -> Content | None:
    """The object alone where English names no more: `lambasted decisions by X`, `blamed the forces`."""
    if predicate is None or cue.kind != "verb" or "object" not in cue.sense.content or cue.sense.target != "object":
        return None
    if not predicate.object or predicate.object[0].start < cue.after or not sentence.tokens[cue.head].word.key.isascii():
        return None
    start = predicate.object[0].start
    return Content(start=start, end=0, marker="object", marker_at=start)


def _unmarked(sentence: Sentence, cue: Cue, predicate: Predicate | None, limit: int) -> Content | None:
    found = clause_behind(sentence, cue, predicate, limit)
    return None if found is None else Content(start=found[0], end=0, marker=found[1], marker_at=found[0])


def limit_of(tokens: Sequence[Token], cue: Cue, cues: Sequence[Cue]) -> int:
    """Return the token index before which the content must begin: the next verb that reports, or the end of reach."""
    limit = min(len(tokens), cue.after + _REACH)
    for other in cues:
        if other.start >= cue.after and (is_verbal(tokens, other) or opens_clause(tokens, other)) and not _is_aside(tokens, other, cue.after):
            return min(limit, other.start)
    return limit


def _is_aside(tokens: Sequence[Token], cue: Cue, start: int) -> bool:
    """Whether a cue tells something about the source before the content comes: `قال الجيش الذي يحمل الحركة`, `ذكر موقع نقلا عن`."""
    key = tokens[cue.start].word.key
    if cue.sense.is_attribution and key not in _ALSO and not key.isascii():
        return True
    before = tokens[cue.start - 1] if cue.start else None
    if before is None or _is_in_relative(tokens, start, cue.start):
        return before is not None
    carries = tokens[cue.start].word.enclitic != "" and tokens[cue.start].kind == "verb"
    if carries and before.kind == "adjective" and cue.start > 1:
        before = tokens[cue.start - 2]  # `في تصريحات صحفية نقلتها الوكالة`
    return carries and "medium" in classes_of_word("ar", before.word.key, before.word.lemma)  # `في بيان نقلته الوكالة`


def _is_in_relative(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a relative word opens a clause between two token indices that no comma and no `أن` closes."""
    for token in reversed(tokens[start:end]):
        if token.word.form.removeprefix("و") in RELATIVES:
            return True
        if token.word.form in "،,:" or token.word.key in _CLAUSE_WORDS:
            return False
    return False


def _by_marker(tokens: Sequence[Token], cue: Cue, limit: int) -> Content | None:
    markers = {fold(marker) for marker in cue.sense.content}
    takes_clause = bool(markers & _CLAUSE_WORDS)
    for i in range(cue.after, limit):
        token = tokens[i]
        key = token.word.key
        if takes_clause and key in _CLAUSE_WORDS and token.kind == "conjunction" and not _is_reason(tokens, i, markers):
            if key == "that" and _is_relative(tokens, i, cue):
                continue
            keeps = bool(token.word.enclitic)
            return Content(start=i if keeps else i + 1, end=0, marker=key, marker_at=i)
        form = token.word.form
        if form == ":" and i + 1 < len(tokens):
            return Content(start=i + 1, end=0, marker=":", marker_at=i)
        if ("quote" in markers or ":" in markers) and i + 1 < limit and is_opening(tokens, i) and _is_long_quote(tokens, i):
            return Content(start=i, end=0, marker="quote", marker_at=i)
    return None


def _is_relative(tokens: Sequence[Token], i: int, cue: Cue) -> bool:
    """Whether `that` goes on about the noun before it (`adds to a clash that has drawn`), or stands too far from its verb."""
    before = tokens[i - 1]
    is_far = i - cue.after > _THAT_WITHIN
    stands_for = before.kind in {"noun", "other"} and i + 1 < len(tokens) and tokens[i + 1].kind in {"verb", "particle"} and tokens[i + 1].word.key not in _ARTICLES
    return is_far or (stands_for and i > cue.after)


def _is_reason(tokens: Sequence[Token], i: int, markers: set[str]) -> bool:
    """Whether a clause belongs to a preposition that tells why or when (`بسبب أن`, `رغم أن`) and not to the cue."""
    before = tokens[i - 1]
    if before.word.key in _ADVERSATIVE:
        return True
    return before.kind == "preposition" and fold(before.word.lemma) not in markers and fold(before.word.lemma) not in _LEADING


def is_opening(tokens: Sequence[Token], i: int) -> bool:
    """Return whether a quotation mark opens: a straight one does where it stands close to the word behind it only."""
    form = tokens[i].word.form
    if form not in OPENING or i + 1 >= len(tokens):
        return False
    close_behind = tokens[i + 1].span.start == tokens[i].span.end
    close_before = i > 0 and tokens[i - 1].span.end == tokens[i].span.start
    return close_behind and not close_before if form in CLOSING else True


def _is_long_quote(tokens: Sequence[Token], start: int) -> bool:
    """Whether the quotation marks open a statement and not a name or a scare quote."""
    for j in range(start + 1, len(tokens)):
        if tokens[j].word.form in CLOSING:
            return j - start > 4  # noqa: PLR2004
    return True


def _by_phrase(sentence: Sentence, cue: Cue, predicate: Predicate | None, limit: int) -> Content | None:
    if predicate is None or cue.kind == "phrase":
        return _by_following_phrase(sentence, cue, limit)
    if "object" in cue.sense.content and predicate.object and cue.sense.target != "object" and predicate.object[0].start >= cue.after:
        start = predicate.object[0].start
        return Content(start=start, end=0, marker="object", marker_at=start)
    markers = {fold(marker) for marker in cue.sense.content}
    for phrase in predicate.obliques:
        if fold(phrase.preposition) in markers and phrase.start >= cue.after:
            return Content(start=phrase.start, end=0, marker=phrase.preposition, marker_at=phrase.start)
    return _by_following_phrase(sentence, cue, limit) if predicate.form != "verb" else None


def _by_following_phrase(sentence: Sentence, cue: Cue, limit: int) -> Content | None:
    """For participles and nouns: the phrase right behind, bare or behind one of the markers."""
    markers = {fold(marker) for marker in cue.sense.content}
    inside = next((phrase for phrase in sentence.phrases if phrase.start < cue.after < phrase.end), None)
    if inside is not None and sentence.tokens[cue.after].kind != "adjective":
        return Content(start=cue.after, end=0, marker="object", marker_at=cue.after)
    if inside is not None:
        following = next((phrase for phrase in sentence.phrases if phrase.start >= inside.end), None)
        return None if following is None else Content(start=following.start, end=0, marker="object", marker_at=following.start)
    for phrase in sentence.phrases:
        if not cue.after <= phrase.start < min(limit, cue.after + 3):
            continue
        preposition = fold(phrase.preposition)
        # `عبر عن غضبه من تصريحات`; whom one charges has markers of his own, and `لتحمل مسؤوليتها إزاء` charges nobody.
        behind_preposition = cue.sense.act != "accuse" and phrase.start == cue.after + 1 and sentence.tokens[cue.after].kind == "preposition"
        is_next = phrase.start == cue.after or behind_preposition
        if preposition in markers or (not preposition and "object" in markers) or (cue.kind == "phrase" and is_next):
            return Content(start=phrase.start, end=0, marker=preposition or "object", marker_at=phrase.start)
    return None


def content_end(tokens: Sequence[Token], start: int, cues: Sequence[Cue], own: Cue) -> int:
    """Return the token index behind the content that begins at `start`."""
    openings = {_clause_start(tokens, cue) for cue in cues if cue.start > start and cue is not own and opens_clause(tokens, cue)}
    end = min((at for at in openings if at > start), default=len(tokens))
    end = min(end, _new_main_clause(tokens, start))
    if start < len(tokens) and is_opening(tokens, start):
        end = min(end, _quote_end(tokens, start))
    while end > start and tokens[end - 1].word.form in _TRAILING:
        end -= 1
    return end


def _new_main_clause(tokens: Sequence[Token], start: int) -> int:
    """Token index of a comma behind which the passage goes on in its own voice: `، فيما شن الطيران`."""
    for i in range(start + 1, len(tokens) - 2):
        if tokens[i].word.form in "،," and _opens_main_clause(tokens, i + 1):
            return i
        if tokens[i].word.form in "،," and tokens[i + 1].word.key in {"فيما", "بينما"} and tokens[i + 2].kind == "verb":
            return i
        if tokens[i].word.form in "،," and tokens[i + 1].word.key == "ان" and tokens[i + 1].word.proclitics[:1] == ("ف",) and _is_prepared(tokens):
            return i  # `وفيما أدانت الرئاسة القصف، فإنها دعت`
        if tokens[i].word.form in "،," and tokens[i + 1].word.key == "في" and tokens[i + 2].word.key == "حين":
            return i
        if tokens[i].word.key in _ADVERSATIVE and tokens[i + 1].word.key in _CLAUSE_WORDS:
            return i
        if tokens[i].word.form in "،.؛" and tokens[i + 1].word.form in _TURNS:
            return i
    return len(tokens)


def _is_prepared(tokens: Sequence[Token]) -> bool:
    """Whether a sentence opens with a clause that its main clause answers: `وفيما`, `وبينما`."""
    return tokens[0].word.key in {"فيما", "بينما", "رغم"}


def _opens_main_clause(tokens: Sequence[Token], i: int) -> bool:
    """Whether a verb without `و` right behind a comma opens the main clause that the clause before prepared: `بما أن ...، يسعى`."""
    token = tokens[i]
    if token.kind != "verb" or token.word.proclitics or token.word.tense != "present" or token.word.enclitic:
        return False
    return any(other.word.key in {"بما", "لما", "عندما", "بعدما", "حين"} for other in tokens[: i // 2])


def _quote_end(tokens: Sequence[Token], start: int) -> int:
    """Index behind the closing mark, where the quotation closes before the sentence ends."""
    for j in range(start + 1, len(tokens)):
        if tokens[j].word.form in CLOSING:
            return j + 1
    return len(tokens)


def is_verbal(tokens: Sequence[Token], cue: Cue) -> bool:
    """Return whether a cue is a verb, or a phrase that a verb heads."""
    return cue.kind == "verb" or (cue.kind == "phrase" and tokens[cue.head].kind == "verb")


def opens_clause(tokens: Sequence[Token], cue: Cue) -> bool:
    """Whether a cue begins a clause of its own (`، مشيرا إلى`, `، وأضاف`, `بحسب المصدر`) rather than standing inside what is said."""
    if cue.kind == "participle" or cue.sense.is_attribution:
        return True
    before = tokens[cue.start - 1] if cue.start else None
    token = tokens[cue.start]
    joined = bool(token.word.proclitics) and token.word.proclitics[0] in "وف"
    if before is None:
        return True
    if is_verbal(tokens, cue) and token.word.tense == "participle" and token.word.key.endswith("ing") and before.kind != "preposition":
        return True
    verbal = is_verbal(tokens, cue)
    if verbal and (joined or before.word.form == "فقد"):
        return True
    return verbal and (before.word.key in _TURNING or explains(tokens, cue))


def explains(tokens: Sequence[Token], cue: Cue) -> bool:
    """Return whether a verb in the past goes on with what somebody else says about it: `، حيث أفاد الشقيق`, `، إذ أشارت مصادر`."""
    if cue.start < 2 or tokens[cue.start].word.tense != "past":  # noqa: PLR2004
        return False
    return tokens[cue.start - 1].word.key in _EXPLAINING and tokens[cue.start - 2].word.form in "،,"


def _clause_start(tokens: Sequence[Token], cue: Cue) -> int:
    before = cue.start - 1
    if before >= 0 and tokens[before].word.form == "فقد":
        return before
    if before >= 0 and tokens[before].word.key in _TURNING | _EXPLAINING:
        return before
    return cue.start


def span_of(tokens: Sequence[Token], start: int, end: int) -> Span:
    """Return the span of the tokens [start, end)."""
    return Span(tokens[start].span.start, tokens[end - 1].span.end)


def is_quoted(text: str, span: Span) -> bool:
    """Return whether words in quotation marks make up part of a stretch of text."""
    words = span.of(text)
    return any(mark in words for mark in "“”«»\"„") and len(words) > 2  # noqa: PLR2004

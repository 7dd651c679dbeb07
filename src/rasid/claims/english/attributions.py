# SPDX-License-Identifier: Apache-2.0
"""Put sources, cues and contents of a paragraph together, and leave out what lies inside what another says."""

from collections.abc import Iterator, Sequence
from typing import Final

from msgspec.structs import replace

from rasid.claims.english.contents import Found, Search
from rasid.claims.english.nouns import read_noun
from rasid.claims.english.reading import OPENING, Reading, find_paragraphs, find_quotes
from rasid.claims.english.sources import Range, find_source, source_before, source_behind, subject_range
from rasid.claims.english.words import CLAUSE, CueWords, attribution_index, find_words
from rasid.languages.en.vocabulary import word_class
from rasid.records import Record, Sentence, Span

_LONGEST_HEADLINE_SOURCE: Final = 9
_NO_NAME: Final = frozenset({",", "“", "”"})
_RELATIVES: Final = frozenset({"who", "which", "that"})


class Attribution(Record, frozen=True, kw_only=True):
    """One attribution, each part as the text has it in full."""

    source: Span | None
    """None where the sentence names nobody at the cue."""
    cue: Span | None
    """None for a quotation that stands alone."""
    contents: tuple[Span, ...]
    """In order; several where the attribution interrupts what is said or it goes on in a quotation behind."""
    is_said: bool = True
    """Whether a clause or quotation was found, and no phrase or infinitive."""
    says: bool = False
    """Whether its cue is a finite verb of saying with a speaker."""
    closes: bool = False
    """Whether it stands behind what it attributes (`..., X said`) or heads a line."""


def find_attributions(sentences: Sequence[Sentence], *, text: str, attitudes: bool = False) -> tuple[Attribution, ...]:
    """Return the attributions of a document in order of place.

    Args:
        sentences: All sentences of the document; those that were not parsed are passed over but for their quotations.
        text: The text that they are of; a line break ends a paragraph, and with it a quotation.
        attitudes: Find what people believe, want, back and oppose too (attitudes.tsv), not their words alone.
    """
    found: list[Attribution] = []
    for paragraph in find_paragraphs(sentences, text):
        found.extend(_of_paragraph(paragraph, attitudes=attitudes))
    return tuple(found)


def _of_paragraph(sentences: Sequence[Sentence], *, attitudes: bool) -> list[Attribution]:
    quotes = find_quotes(sentences)
    whole = Span(sentences[0].span.start, sentences[-1].span.end)
    if whole in quotes and sentences[0].tokens[0].word.form not in OPENING:
        # Of a quotation that goes on from the paragraph before, or a mark too many: who speaks inside decides.
        spoken = _drafts(sentences, [quote for quote in quotes if quote != whole], whole, attitudes=attitudes)
        if any(draft.says for draft in spoken):
            return _outermost(spoken, ())
    drafts = _drafts(sentences, quotes, whole, attitudes=attitudes)
    # Who says a quotation is settled before what is said inside it is looked at.
    inside = [draft for draft in drafts if not draft.closes and any(draft.cue is not None and quote.overlaps(draft.cue) for quote in quotes)]
    kept = _with_quotes(_outermost([draft for draft in drafts if draft not in inside], ()), quotes, sentences)
    return _outermost(inside, kept)


def _drafts(sentences: Sequence[Sentence], quotes: Sequence[Span], whole: Span, *, attitudes: bool) -> list[Attribution]:
    """The attributions of a paragraph, inside and outside what another says."""
    drafts: list[Attribution] = []
    index = attribution_index(attitudes=attitudes)
    for sentence in sentences:
        if not sentence.phrases and not sentence.predicates:
            continue
        reading = Reading(sentence, quotes)
        drafts.extend(_headline(reading, whole))
        cues = find_words(reading, index, index.find(sentence.tokens))
        drafts.extend(draft for cue in cues if (draft := read_cue(reading, cue, cues)) is not None)
    return drafts


# --- one cue


def read_cue(reading: Reading, cue: CueWords, cues: Sequence[CueWords]) -> Attribution | None:
    """Return what a cue attributes to whom, or None where nothing is said at it.

    Args:
        reading: The sentence.
        cue: One of its cues.
        cues: All of them, in order.
    """
    search = Search(reading, cue, cues)
    if cue.kind == "attribution":
        return _according(search)
    if cue.kind == "noun":
        return _noun(search)
    if cue.kind == "adjective":
        return _adjective(search)
    source = find_source(reading, cue)
    if reading.tokens[cue.head].word.verb in word_class("feeling") and cue.frames & {CLAUSE}:
        return _felt(search) if cue.passive else _verb(search, source)
    if cue.passive:
        return _passive(search, source)
    return _object_relative(search, source) or _as_said(search, source) or _verb(search, source)


def _verb(search: Search, source: Range | None) -> Attribution | None:
    reading, cue = search.reading, search.cue
    start = source[1] if source is not None and source[0] >= cue.end else cue.end
    behind = search.behind(start)
    if source is not None and _can_close(reading, cue, source):
        edge = min(cue.start, source[0])
        before = _before(search, edge)
        if before is None and cue.closes_clauses and (parts := search.around(edge, start)):
            return _make(search, source, parts, closes=True)
        if before is not None and (reading.quote_to(edge - 1) is not None or behind is None or not _is_marked(reading, behind, start)):
            return _make(search, source, [before, *search.resumed(start)], closes=True)
    return None if behind is None else _make(search, source, [behind.span], cue_end=behind.cue_end, is_said=behind.by_clause)


def _as_said(search: Search, source: Range | None) -> Attribution | None:
    """`As experts have said, the town is lost` and `the town is lost, as experts have said`."""
    reading, cue = search.reading, search.cue
    if source is None or source[0] > cue.start or reading.key(source[0] - 1) != "as" or CLAUSE not in cue.frames:
        return None
    if source[0] == 1 and reading.form(cue.end) == "," and cue.end + 2 < reading.end:
        return _make(search, source, [reading.span(cue.end + 1, reading.end)], closes=True)
    before = search.before(source[0] - 1) if cue.end >= reading.end else None
    return None if before is None else _make(search, source, [before], closes=True)


def _before(search: Search, edge: int) -> Span | None:
    """What stands before an attribution; without quotation marks only where the cue may close a clause."""
    is_quoted = any(search.reading.quote_to(k) is not None for k in (edge - 1, edge - 2))
    return search.before(edge) if is_quoted or search.cue.closes_clauses else None


def _can_close(reading: Reading, cue: CueWords, source: Range) -> bool:
    """Whether a verb of saying may stand behind what is said: not in a relative clause, with no modal before it."""
    relative = reading.is_kind(source[0], "conjunction") and reading.key(source[0]) in _RELATIVES
    return CLAUSE in cue.frames and not relative and cue.mood == "finite" and reading.role(cue.start) != "modal"


def _is_marked(reading: Reading, found: Found, start: int) -> bool:
    """Whether a content begins right behind its cue, and not behind a comma that takes up what was said before."""
    first = reading.behind(found.span.start)
    return found.by_clause and not any(reading.form(k) == "," for k in range(start, first))


def _object_relative(search: Search, source: Range | None) -> Attribution | None:
    """`what critics called a failure`, `which he said were at his side`: the pronoun and what stands behind are the content."""
    reading, cue = search.reading, search.cue
    if source is None or source[0] > cue.start or reading.key(source[0] - 1) not in {"what", "which"} or cue.mood != "finite":
        return None
    behind = search.behind(cue.end)
    rest = behind.span if behind is not None else search.rest_of_relative()
    contents = [reading.span(source[0] - 1, source[0]), *([rest] if rest is not None else [])]
    return _make(search, source, contents, cue_end=None if behind is None else behind.cue_end)


def _noun(search: Search) -> Attribution | None:
    """`the ministry's claim that`, `allegations of fraud`."""
    found = read_noun(search)
    if found is None:
        return None
    source, (start, end), content = found
    return _make(Search(search.reading, replace(search.cue, start=start), search.others), source, [content.span], cue_end=end, is_said=content.by_clause)


def _adjective(search: Search) -> Attribution | None:
    """`protesters were angry that`, `the candidate has been vague about`."""
    source = source_before(search.reading, search.cue.start)
    behind = search.behind(search.cue.end)
    if source is None or behind is None or search.reading.behind(behind.span.start) > search.cue.end + 1:
        return None
    return _make(search, source, [behind.span], cue_end=behind.cue_end, is_said=behind.by_clause)


def _passive(search: Search, source: Range | None) -> Attribution | None:
    """`X was accused of bombing`: content is the one accused and what stands behind."""
    reading, cue = search.reading, search.cue
    predicate = reading.predicates.get(cue.subject_head)
    if predicate is None or not predicate.subject or predicate.subject[0].start > cue.start:
        return None
    behind = search.behind(cue.end)
    if behind is None and source is None and ("object" not in cue.frames or cue.mood != "finite"):
        return None
    subject = reading.span(*subject_range(reading, cue, predicate.subject))
    contents = [subject] if behind is None else [subject, behind.span]
    return _make(search, source, contents, cue_end=None if behind is None else behind.cue_end)


def _felt(search: Search) -> Attribution | None:
    """`protesters were frustrated that`: the subject feels what stands behind."""
    reading, cue = search.reading, search.cue
    predicate = reading.predicates.get(cue.subject_head)
    behind = search.behind(cue.end)
    source = source_before(reading, cue.start)
    if source is None and predicate is not None and predicate.subject and predicate.subject[0].start < cue.start:
        source = subject_range(reading, cue, predicate.subject)
    return None if behind is None or source is None else _make(search, source, [behind.span], cue_end=behind.cue_end, is_said=behind.by_clause)


def _according(search: Search) -> Attribution | None:
    """`According to X, ...` and `..., according to X`."""
    reading, cue = search.reading, search.cue
    if cue.start > 1:
        source = source_behind(reading, cue.end, reading.end)
        before = search.before(cue.start)
        if before is None:
            before = reading.span(0, cue.start - 1 if reading.form(cue.start - 1) == "," else cue.start)
        return None if source is None else _make(search, source, [before], closes=True)
    comma = next((k for k in range(cue.end, reading.end) if reading.form(k) == ","), reading.end)
    source = source_behind(reading, cue.end, comma)
    if source is None:
        return None
    start = next((k + 1 for k in range(source[1], reading.end) if reading.form(k) == ","), reading.end)
    if start + 1 >= reading.end:
        return None
    return _make(search, source, [reading.quote_from(start) or reading.span(start, reading.end)])


def _make(
    search: Search, source: Range | None, contents: Sequence[Span], *, cue_end: int | None = None, closes: bool = False, is_said: bool = True
) -> Attribution:
    reading, cue = search.reading, search.cue
    named = None if source is None else reading.span(*source)
    says = named is not None and is_said and cue.mood == "finite" and not cue.is_attitude and not reading.is_kind(cue.start - 1, "conjunction")
    return Attribution(source=named, cue=reading.span(cue.start, cue_end or cue.end), contents=tuple(contents), closes=closes, is_said=is_said, says=says)


def _headline(reading: Reading, paragraph: Span) -> Iterator[Attribution]:
    """`X: ...` at the start of a line; in a transcript, where the name stands in capitals, all of the line is X's."""
    tokens = reading.tokens
    first = 1 if tokens[0].word.form in OPENING else 0
    if reading.sentence.span.start != paragraph.start:
        return
    for i in range(first + 1, min(len(tokens) - 2, _LONGEST_HEADLINE_SOURCE)):
        if tokens[i].kind == "verb" or tokens[i].word.form in _NO_NAME:
            return
        if tokens[i].word.form != ":" or tokens[i].span.end == tokens[i + 1].span.start:
            continue
        is_label = all(token.word.form.isupper() and len(token.word.form) > 2 and token.word.key not in word_class("line_label") for token in tokens[first:i])  # noqa: PLR2004
        is_name = all(token.word.form[0].isupper() for token in tokens[first:i]) and any(token.kind == "other" for token in tokens[first:i])
        if is_label or is_name:
            content = Span(tokens[i + 1].span.start, paragraph.end) if is_label else reading.span(i + 1, reading.end)
            yield Attribution(source=reading.span(first, i), cue=tokens[i].span, contents=(content,), closes=True)
        return


# --- all of a paragraph


def _outermost(drafts: Sequence[Attribution], before: Sequence[Attribution]) -> list[Attribution]:
    """Those that lie in no other's content, beside those `before`; those that close what was said come first, as they hold it all."""
    kept = list(before)
    for draft in sorted(drafts, key=lambda draft: (not draft.closes, -_length(draft) if draft.closes else 0, _place(draft))):
        cue = draft.cue
        if cue is not None and any(part.overlaps(cue) for other in kept for part in (*other.contents, *([other.cue] if other.cue else []))):
            continue
        contents = tuple(cut for content in draft.contents if (cut := _cut(content, kept)) is not None)
        if contents:
            kept.append(replace(draft, contents=contents))
    return sorted(kept, key=_place)


def _cut(content: Span, kept: Sequence[Attribution]) -> Span | None:
    """A content up to where the parts of another attribution begin; None where it begins inside one."""
    end = content.end
    for other in kept:
        for part in _parts(other):
            if content.start < part.start < end:
                end = part.start
            elif part.start <= content.start < part.end:
                return None
    return Span(content.start, end) if end > content.start else None


def _with_quotes(kept: Sequence[Attribution], quotes: Sequence[Span], sentences: Sequence[Sentence]) -> list[Attribution]:
    """Give each quotation that opens a sentence behind an attribution to the same speaker; one that is a whole paragraph has none."""
    found = list(kept)
    starts = {sentence.span.start for sentence in sentences}
    for quote in quotes:
        if quote.start not in starts or any(quote.overlaps(part) for draft in found for part in _parts(draft)):
            continue
        last = max((i for i, draft in enumerate(found) if draft.cue is not None and _place(draft)[0] < quote.start), key=lambda i: _place(found[i]), default=None)
        if last is not None:
            found[last] = replace(found[last], contents=(*found[last].contents, quote))
        elif quote.start == sentences[0].span.start and quote.end >= sentences[-1].span.end - 1:
            found.append(Attribution(source=None, cue=None, contents=(quote,)))
    return found


def _length(draft: Attribution) -> int:
    return sum(content.end - content.start for content in draft.contents)


def _place(draft: Attribution) -> tuple[int, int]:
    first = draft.cue or draft.contents[0]
    return first.start, first.end


def _parts(draft: Attribution) -> Iterator[Span]:
    yield from draft.contents
    yield from (span for span in (draft.source, draft.cue) if span is not None)

# SPDX-License-Identifier: Apache-2.0
"""The claims as sentences, the matrix of who says what about whom, the requests, and the words that take sides."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final, Literal

from rasid.assess.context import Context
from rasid.assess.parties import is_showable
from rasid.assess.reading import Said, by_date, cite, unique
from rasid.ids import make_id
from rasid.knowledge.assessment import family_of, fold_words, forms_of, phrases
from rasid.records import (
    Citation,
    Claim,
    ClaimLine,
    ClaimMatrix,
    Document,
    Event,
    Framing,
    MatrixCell,
    MatrixRow,
    Party,
    Request,
    Span,
)

# Longer stretches in quotation marks are quotations, not names held at arm's length.
_SCARE_WORDS = 2
_QUOTED: Final = re.compile(r"[“\"«„]([^“”\"«»„\n]{2,40})[”\"»“]")
_MIN_QUOTED_LETTERS = 3
_WORDS_BEFORE = 24
# Begins the key of a row that is about neither a party nor a place: only copies of one text are put together.
_ALONE = "alone:"
_LABEL_WORDS = 12


def build_claim_lines(context: Context) -> tuple[ClaimLine, ...]:
    """Return every claim as one sentence, by date of publication, document and place in the text."""
    lines = [_line(context, said) for said in context.reading.said]
    lines.sort(key=lambda line: (by_date(line.date), line.document_id, line.cue, line.id))
    return tuple(lines)


def _line(context: Context, said: Said) -> ClaimLine:
    claim, doc = said.claim, said.document
    events = content_events(context, claim)
    chain = context.parties.chain(claim)
    target = context.parties.of(doc.id, claim.target) if claim.target else None
    content, cue = cite(doc.id, claim.content, claim.id), cite(doc.id, claim.cue, claim.id)
    spans = [claim.source, claim.target, *claim.via]
    stance = claim.chain[-1].stance if claim.chain else "unknown"
    return ClaimLine(
        id=claim.id,
        document_id=doc.id,
        act=claim.act,
        act_label=context.wording.label(f"acts/{claim.act}"),
        speaker=context.parties.speaker(claim),
        chain=chain,
        target=target,
        stance=stance,
        stance_label=context.wording.label(f"stance/{stance}"),
        polarity=claim.polarity,
        quote=claim.quote,
        date=doc.published[:10] if doc.published else None,
        types=tuple(dict.fromkeys(event.type for event in events)),
        events=tuple(event.id for event in events),
        sentence=_sentence(context, claim, target, chain),
        content=content,
        cue=cue,
        citations=unique((cue, content, *(cite(doc.id, span, claim.id) for span in spans if span))),
    )


def content_events(context: Context, claim: Claim) -> list[Event]:
    """Return the events in the content of a claim, in the order of the text."""
    coded = context.reading.by_id[claim.document_id]
    events = [event for event in coded.events if event.id in claim.events or claim.content.holds(event.trigger)]
    return sorted(events, key=lambda event: (event.trigger, event.type, event.id))


def _sentence(context: Context, claim: Claim, target: Party | None, chain: tuple[Party, ...]) -> str:
    words = context.wording
    speaker = context.parties.speaker(claim)
    passed = [party.label for party in reversed(chain) if party != speaker]
    named = target if target is not None and target.kind != "unknown" else None
    return words.say(
        f"claim/{claim.act}/{'target' if named else 'bare'}",
        speaker=speaker.label,
        target=named.label if named else "",
        via=words.phrase("claim/via", chain=words.join(passed)) if passed else "",
        content=words.quoted(context.parties.content(claim.document_id, claim.content)),
    )


# --- the matrix ------------------------------------------------------------------------------------------------------


def build_matrix(context: Context, lines: Iterable[ClaimLine]) -> ClaimMatrix:
    """Return the claims about happenings or parties as a matrix.

    Rows are what is claimed: the party it is about and the families of the events in it; where no party is named, the
    place. Columns are speakers, officials under the body that they speak for. A plain statement that holds no event and no target makes no row.
    """
    rows: dict[tuple[str, tuple[str, ...]], list[ClaimLine]] = defaultdict(list)
    subjects: dict[str, Party] = {}
    for line in lines:
        subject = _subject(context, line)
        families = tuple(sorted({family_of(event_type) for event_type in line.types}))
        if not families and subject is None:
            continue
        if subject is not None:
            subjects.setdefault(subject.id, subject)
        key = subject.id if subject else _spot(context, line) or _alone(context, line)
        rows[(key, families)].append(line)
    made = [_row(context, key, subjects.get(key[0]), members) for key, members in rows.items()]
    made.sort(key=_row_key)
    return ClaimMatrix(speakers=_columns(context, made, lines), rows=tuple(made))


def _alone(context: Context, line: ClaimLine) -> str:
    """Return the key of a claim that is about neither a party nor a place: its words, which copies of a text share."""
    said = fold_words(line.content.span.of(context.reading.text(line.document_id)))
    return f"{_ALONE}{context.origin_of[line.document_id]} {' '.join(said[:_LABEL_WORDS])}"


def _row_key(row: MatrixRow) -> tuple[int, bool, int, str, str]:
    """Return a key that puts rows first on which several speak, then those that hold more than plain statements."""
    plain = all(cell.act == "report" for cell in row.cells)
    return -len({cell.speaker for cell in row.cells}), plain, -len(row.cells), by_date(row.first_seen), row.id


def _spot(context: Context, line: ClaimLine) -> str:
    """Return the site or place that a claim without a subject is about, in words; empty where none is named."""
    for event_id in line.events:
        told = context.reading.told_by_id[event_id]
        if name := context.where_phrase(told):
            return name
    return ""


def _columns(context: Context, rows: Iterable[MatrixRow], lines: Iterable[ClaimLine]) -> tuple[Party, ...]:
    counted: dict[str, int] = defaultdict(int)
    for row in rows:
        for cell in row.cells:
            counted[cell.speaker] += 1
    parties: dict[str, Party] = {}
    for line in lines:
        body = context.parties.body(line.speaker)
        parties.setdefault(body.id, body)
    return tuple(parties[one] for one in sorted(counted, key=lambda one: (-counted[one], one)))


def _subject(context: Context, line: ClaimLine) -> Party | None:
    """Return whom a claim is about: its target, else the first doer in its content."""
    if line.target is not None:
        return line.target if is_showable(line.target) else None
    for event_id in line.events:
        event = context.reading.told_by_id[event_id].event
        for span in event.spans("actor"):
            party = context.parties.of(line.document_id, span)
            if is_showable(party):
                return party
    return None


def _row(
    context: Context, key: tuple[str, tuple[str, ...]], subject: Party | None, lines: list[ClaimLine]
) -> MatrixRow:
    words = context.wording
    types = tuple(sorted({event_type for line in lines for event_type in line.types}))
    about = words.join([words.type_phrase(event_type) for event_type in types]) or words.label("matrix/plain")
    if subject is not None:
        label = words.phrase("matrix/subject", subject=subject.label, about=about)
    elif key[0].startswith(_ALONE):
        # Without a party or a place only the words say what it is about.
        said = context.parties.content(lines[0].document_id, lines[0].content.span).split()
        short = " ".join(said[:_LABEL_WORDS]) + (words.label("quotes/more") if len(said) > _LABEL_WORDS else "")
        label = words.phrase("matrix/quoted", about=about, quote=words.quoted(short))
    else:
        label = f"{about}{key[0]}"
    if words.language == "en":
        label = label[:1].upper() + label[1:]
    dates = sorted(line.date for line in lines if line.date)
    return MatrixRow(
        id=make_id("row", key[0], *key[1]),
        label=label,
        subject=subject,
        types=types,
        cells=_cells(context, lines),
        origins=len({context.origin_key(line.document_id, line.speaker) for line in lines}),
        first_seen=dates[0] if dates else None,
        last_seen=dates[-1] if dates else None,
    )


def _cells(context: Context, lines: Iterable[ClaimLine]) -> tuple[MatrixCell, ...]:
    """Return one cell for each thing that a speaker says; copies of one text and repeats in it add none."""
    first: dict[tuple[object, ...], MatrixCell] = {}
    for line in lines:
        body = context.parties.body(line.speaker)
        key = (body.id, line.act, line.polarity, line.stance, context.origin_of[line.document_id])
        first.setdefault(key, _cell(line, body))
    return tuple(first.values())


def _cell(line: ClaimLine, body: Party) -> MatrixCell:
    return MatrixCell(
        speaker=body.id,
        claim=line.id,
        act=line.act,
        act_label=line.act_label,
        stance=line.stance,
        stance_label=line.stance_label,
        polarity=line.polarity,
        date=line.date,
        citation=line.content,
    )


# --- requests --------------------------------------------------------------------------------------------------------


def find_requests(context: Context, lines: Iterable[ClaimLine]) -> tuple[Request, ...]:
    """Return who asks for an assessment or for action, requests for an assessment first."""
    requests = [_request(context, line) for line in lines if line.act == "demand"]
    requests.sort(
        key=lambda request: (request.kind != "assessment", by_date(request.date), request.citations, request.id)
    )
    return tuple(requests)


def _request(context: Context, line: ClaimLine) -> Request:
    text = context.reading.text(line.document_id)
    asked = line.content.span.of(text) + " " + line.cue.span.of(text)
    kind: Literal["assessment", "action"] = "assessment" if phrases("assessment_words").is_in(asked) else "action"
    return Request(
        id=line.id,
        kind=kind,
        kind_label=context.wording.label(f"request/kinds/{kind}"),
        speaker=line.speaker,
        target=line.target,
        date=line.date,
        sentence=line.sentence,
        citations=line.citations,
    )


# --- framing ---------------------------------------------------------------------------------------------------------

_Found = tuple[Literal["scare_quotes", "loaded_name"], Citation]


def find_framings(context: Context) -> tuple[Framing, ...]:
    """Return loaded names and scare quotes by outlet, the most used first."""
    found: dict[tuple[str, str, tuple[str, ...]], list[Citation]] = defaultdict(list)
    words: dict[tuple[str, str, tuple[str, ...]], str] = {}
    for coded in context.reading.documents:
        if not coded.relevant:
            continue
        outlet = context.parties.outlet(coded.document.id).label
        for kind, citation in _framed_in(context, coded.document):
            said = citation.span.of(coded.document.text).strip('“”"«»„ ')
            key = (outlet, kind, fold_words(said))
            words.setdefault(key, said)
            found[key].append(citation)
    framings = [_framing(context, key, words[key], citations) for key, citations in found.items()]
    framings.sort(key=lambda framing: (framing.outlet, -framing.times, framing.kind, framing.words))
    return tuple(framings)


def _framing(context: Context, key: tuple[str, str, tuple[str, ...]], words: str, citations: list[Citation]) -> Framing:
    kind: Literal["scare_quotes", "loaded_name"] = "loaded_name" if key[1] == "loaded_name" else "scare_quotes"
    return Framing(
        outlet=key[0],
        kind=kind,
        kind_label=context.wording.label(f"framing/{kind}"),
        words=words,
        times=len(citations),
        citations=tuple(citations),
    )


def _framed_in(context: Context, doc: Document) -> Iterator[_Found]:
    coded = context.reading.by_id[doc.id]
    seen: set[Span] = set()
    for mention in context.reading.mentions.get(doc.id, ()):
        if mention.loaded:
            seen.add(mention.span)
            yield "loaded_name", cite(doc.id, mention.span)
    for span in sorted({span for claim in coded.claims for span in claim.framing}):
        if not any(span.overlaps(other) for other in seen):
            seen.add(span)
            yield "scare_quotes", cite(doc.id, span)
    for span in _scare_quotes(context, doc):
        if not any(span.overlaps(other) for other in seen):
            yield "scare_quotes", cite(doc.id, span)


def _scare_quotes(context: Context, doc: Document) -> Iterator[Span]:
    """Yield short words in quotation marks that take sides or hold a happening at arm's length, and are no title."""
    coded = context.reading.by_id[doc.id]
    for match in _QUOTED.finditer(doc.text):
        inside = fold_words(match.group(1))
        if (
            not inside
            or len(inside) > _SCARE_WORDS
            or len("".join(inside)) < _MIN_QUOTED_LETTERS
            or inside[0].isdigit()
        ):
            continue
        span = Span(*match.span(1))
        if not _takes_sides(inside) and not any(event.trigger.overlaps(span) for event in coded.events):
            continue
        before = fold_words(doc.text[max(match.start() - _WORDS_BEFORE, 0) : match.start()])[-2:]
        if any(phrases("name_openers").at(before, index) for index in range(len(before))):
            continue
        yield span


def _takes_sides(words: tuple[str, ...]) -> bool:
    loaded = phrases("loaded_words")
    return any(loaded.at((form, *words[index + 1 :]), 0) for index, word in enumerate(words) for form in forms_of(word))

# SPDX-License-Identifier: Apache-2.0
"""What is not known and matters, and what was read."""

from collections.abc import Sequence

from rasid.assess.context import Context
from rasid.assess.happenings import Timeline
from rasid.assess.parties import is_showable, speaks_for
from rasid.assess.reading import cite, unique
from rasid.knowledge.assessment import kin_of
from rasid.records import (
    Citation,
    ClaimLine,
    CodedDocument,
    Gap,
    GapKind,
    Origin,
    Party,
    ReadDocument,
    ReadingSummary,
)

# A gap cites examples, not every line that has it.
_EXAMPLES = 10


def find_gaps(
    context: Context, timeline: Timeline, lines: Sequence[ClaimLine], *, sites_observed: bool
) -> tuple[Gap, ...]:
    """Return the gaps in the order in which they are printed."""
    gaps = [
        *_about_happenings(context, timeline),
        *_about_sources(context, lines),
        *_unanswered(context, lines),
        *_about_documents(context),
    ]
    if not sites_observed:
        gaps.append(_gap(context, "unread", "no_sites"))
    return tuple(gaps)


def _gap(context: Context, kind: GapKind, template: str, citations: Sequence[Citation] = (), **slots: object) -> Gap:
    words = context.wording
    return Gap(
        kind=kind,
        kind_label=words.label(f"gap/kinds/{kind}"),
        text=words.say(f"gap/{template}", **slots),
        citations=unique(citations)[:_EXAMPLES],
    )


def _about_happenings(context: Context, timeline: Timeline) -> list[Gap]:
    undated = [h.citations[0] for h in timeline.happenings if h.when is None]
    unplaced = [h.citations[0] for h in timeline.happenings if h.where is None]
    single = [group.citations[0] for group in timeline.groups if group.origins == 1]
    rows: list[tuple[GapKind, list[Citation]]] = [
        ("undated", undated),
        ("unplaced", unplaced),
        ("single_origin", single),
    ]
    return [_gap(context, kind, kind, citations, n=len(citations)) for kind, citations in rows if citations]


def accused(lines: Sequence[ClaimLine]) -> list[tuple[Party, list[ClaimLine]]]:
    """Return each party that is accused, with the accusations, the most accused first."""
    by_id: dict[str, tuple[Party, list[ClaimLine]]] = {}
    for line in lines:
        if line.act == "accuse" and line.target is not None and is_showable(line.target):
            by_id.setdefault(line.target.id, (line.target, []))[1].append(line)
    return sorted(by_id.values(), key=lambda row: (-len(row[1]), row[0].id))


def answer_of(lines: Sequence[ClaimLine], party: Party, accusations: Sequence[ClaimLine]) -> ClaimLine | None:
    """Return what a party says of what it is accused of, a denial first; None where what was read holds no answer."""
    kins = {kin_of(event_type) for line in accusations for event_type in line.types}
    own = [line for line in lines if speaks_for(line.speaker, party)]
    answers = [line for line in own if line.act == "deny" or kins & {kin_of(t) for t in line.types}]
    return min(
        answers,
        key=lambda line: (line.act != "deny", not kins & {kin_of(t) for t in line.types}, line.citations),
        default=None,
    )


def _about_sources(context: Context, lines: Sequence[ClaimLine]) -> list[Gap]:
    relevant = [one.document for one in context.reading.documents if one.relevant]
    outlets = {doc.outlet for doc in relevant}
    gaps: list[Gap] = []
    if len(outlets) == 1 and len(relevant) > 1:
        label = context.parties.outlet(relevant[0].id).label
        gaps.append(_gap(context, "one_sided", "one_outlet", outlet=label))
    rows = accused(lines)
    if len(rows) == 1 and len(rows[0][1]) > 1:
        party, made = rows[0]
        gaps.append(_gap(context, "one_sided", "one_sided", [line.content for line in made], target=party.label))
    return gaps


def _unanswered(context: Context, lines: Sequence[ClaimLine]) -> list[Gap]:
    return [
        _gap(context, "no_answer", "no_answer", [line.content for line in made], target=party.label)
        for party, made in accused(lines)
        # Of parties that are only described it can seldom be told whether another description is their answer.
        if (party.kind == "known" or len(made) > 1) and answer_of(lines, party, made) is None
    ]


def _about_documents(context: Context) -> list[Gap]:
    documents = context.reading.documents
    unknown = sum(not one.document.outlet for one in documents)
    undated = sum(not one.document.published for one in documents)
    broken = sum(any(issue.severity != "note" for issue in one.issues) for one in documents)
    rows: list[tuple[GapKind, str, int]] = [
        ("unknown_outlet", "unknown_outlet", unknown),
        ("undated", "undated_documents", undated),
        ("unread", "issues", broken),
    ]
    return [_gap(context, kind, template, n=n) for kind, template, n in rows if n]


# --- what was read ---------------------------------------------------------------------------------------------------


def read_document(context: Context, one: CodedDocument) -> ReadDocument:
    """Return one line of the list of what was read."""
    doc = one.document
    return ReadDocument(
        document_id=doc.id,
        outlet=context.parties.outlet(doc.id).label if doc.outlet else None,
        published=doc.published,
        title=doc.title,
        url=doc.url,
        source_name=doc.source_name,
        sha256=doc.sha256,
        language=doc.language,
        relevant=one.relevant,
        events=len(one.events),
        claims=len(one.claims),
        issues=one.issues,
        origin=context.origin_of.get(doc.id, ""),
    )


def summarise_reading(context: Context, origins: Sequence[Origin]) -> ReadingSummary:
    """Return what was read in numbers and sentences."""
    words = context.wording
    all_read = context.reading.documents
    relevant = [one for one in all_read if one.relevant]
    outlets = tuple(dict.fromkeys(context.parties.outlet(o.document.id).label for o in relevant if o.document.outlet))
    languages = sorted({one.document.language for one in all_read})
    days = sorted(one.document.published[:10] for one in relevant if one.document.published)
    undated = sum(not one.document.published for one in relevant)
    events, claims = sum(len(one.events) for one in relevant), sum(len(one.claims) for one in relevant)
    named = [words.label(f"languages/{language}") for language in languages]
    sentences = [
        words.say(
            "reading/read",
            documents=len(all_read),
            outlets=len(outlets),
            languages=words.join(named),
            origins=len(origins),
        )
    ]
    if days:
        first, last = words.date_words(days[0]), words.date_words(days[-1])
        sentences.append(words.say("reading/dates" if first != last else "reading/date", first=first, last=last))
    sentences += [words.say("reading/undated", n=undated)] if undated else []
    aside = len(all_read) - len(relevant)
    sentences += [words.say("reading/set_aside", n=aside)] if aside else []
    sentences += [
        words.say("reading/found", events=events, claims=claims),
        words.say("reading/absence"),
        words.say("reading/machine"),
    ]
    return ReadingSummary(
        documents=len(all_read),
        relevant=len(relevant),
        set_aside=aside,
        origins=len(origins),
        outlets=outlets,
        languages=tuple(languages),
        first_published=days[0] if days else None,
        last_published=days[-1] if days else None,
        undated=undated,
        events=events,
        claims=claims,
        sentences=tuple(sentences),
    )


def cite_all(lines: Sequence[ClaimLine]) -> tuple[Citation, ...]:
    """Return the cues and contents of claims."""
    return unique(cite(one.document_id, span, one.id) for one in lines for span in (one.cue.span, one.content.span))

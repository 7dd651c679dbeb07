# SPDX-License-Identifier: Apache-2.0
"""The first key judgements: sentences by template from fact, each typed, and an honest `not enough to judge`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rasid.assess.context import CLASS_SITE, Context
from rasid.assess.gaps import accused, answer_of, cite_all
from rasid.assess.happenings import Timeline
from rasid.assess.matters import LEAVING_CUSTODY, group_matters
from rasid.assess.reading import Told, by_date, cite, unique
from rasid.ids import EventId, make_id
from rasid.knowledge.assessment import kin_of
from rasid.records import (
    Citation,
    ClaimLine,
    Confidence,
    Dispute,
    HappeningGroup,
    Likelihood,
    Posture,
    Request,
    Statement,
    WarningRecord,
)

MOST = 7
FEWEST = 3
_CITED = 12
# Groups of happenings that are judged by name; more would crowd out the rest.
_GROUPS = 2
_EXITS = 5
_DENIALS = 2
_CORROBORATED = 2


@dataclass(frozen=True, slots=True)
class Findings:
    """What the judgements are made from."""

    timeline: Timeline
    lines: tuple[ClaimLine, ...]
    disputes: tuple[Dispute, ...]
    warnings: tuple[WarningRecord, ...]
    postures: tuple[Posture, ...]
    requests: tuple[Request, ...]


def judge(context: Context, findings: Findings) -> tuple[Statement, ...]:
    """Return three to seven statements, what weighs most first."""
    made = list(_statements(context, findings))
    made += [] if len(made) >= FEWEST else list(_fillers(context, findings, FEWEST - len(made)))
    once = list({statement.text: statement for statement in reversed(made)}.values())[::-1]
    # What can be said comes first; one place is kept for the first thing that cannot be judged.
    open_ones = [statement for statement in once if not statement.enough]
    said = [statement for statement in once if statement.enough][: MOST - min(len(open_ones), 1)]
    return (*said, *open_ones)[:MOST]


def assumptions(context: Context) -> tuple[Statement, ...]:
    """Return what the whole rests on without being shown by any words."""
    return tuple(
        Statement(
            id=make_id("st", "assumption", name),
            kind="assumption",
            topic=name,
            text=context.wording.say(f"assumption/{name}"),
        )
        for name in ("independence", "faithful", "same")
    )


def _statements(context: Context, findings: Findings) -> Iterator[Statement]:
    yield from _custody(context, findings)
    yield from _warned(context, findings.warnings)
    yield from _numbers(findings)
    yield from _accusations(context, findings)
    yield from _attempts(context, findings)
    yield from _moves(context, findings.postures)
    yield from _asked(context, findings.requests)
    yield from _groups(context, findings)
    yield from _occurrences(findings.disputes)


def _information(context: Context, topic: str, citations: Sequence[Citation], **slots: object) -> Statement:
    text = context.wording.say(f"judgement/{topic}/text", **slots)
    return Statement(
        id=make_id("st", topic, text), kind="information", topic=topic, text=text, citations=unique(citations)[:_CITED]
    )


def _not_enough(context: Context, topic: str, citations: Sequence[Citation] = (), **slots: object) -> Statement:
    text = context.wording.say(f"judgement/{topic}/text", **slots)
    return Statement(
        id=make_id("st", topic, text),
        kind="judgement",
        topic="not_enough",
        text=text,
        enough=False,
        citations=unique(citations)[:_CITED],
    )


def _judgement(
    context: Context,
    topic: str,
    likelihood: Likelihood,
    citations: Sequence[Citation],
    *,
    origins: int,
    **slots: object,
) -> Statement:
    words = context.wording
    text = words.say(f"judgement/{topic}/text", likelihood=words.label(f"likelihood_phrase/{likelihood}"), **slots)
    confidence, sentence = _confidence(context, citations, origins=origins)
    return Statement(
        id=make_id("st", topic, text),
        kind="judgement",
        topic=topic,
        text=text,
        likelihood=likelihood,
        likelihood_label=words.label(f"likelihood/{likelihood}"),
        confidence=confidence,
        confidence_text=sentence,
        citations=unique(citations)[:_CITED],
    )


def _confidence(context: Context, citations: Sequence[Citation], *, origins: int) -> tuple[Confidence, str]:
    """Return how firm a judgement is: from high, one step down for each reason against it.

    The rule follows the rubric of joint doctrine as a deduction. No source has a rating in a first assessment, so that
    step is always taken and `high` never reached; another is taken where all of it stands in one document.
    """
    words = context.wording
    alone = len({citation.document_id for citation in citations}) == 1
    reasons = [
        words.phrase("judgement/reasons/origins", n=origins),
        words.label("judgement/reasons/unrated"),
        *([words.label("judgement/reasons/one_document")] if alone else []),
        words.label("judgement/reasons/assumption"),
    ]
    level: Confidence = "low" if alone else "moderate"
    joined = words.join_sides(reasons)
    return level, words.say("judgement/confidence", level=words.label(f"confidence/{level}"), reasons=joined)


def _likelihood(origins: int, documents: int, *, rival: bool) -> Likelihood | None:
    """Return how likely a happening is from the number of independent origins; None where they do not carry it.

    One origin corroborates nothing; speakers whom one document cites have been chosen by one hand; and a denial that
    stands against several is not weighed without rated sources.
    """
    if origins < _CORROBORATED or rival:
        return None
    return "likely" if origins == _CORROBORATED or documents == 1 else "very_likely"


# --- people leaving custody ------------------------------------------------------------------------------------------


def _custody(context: Context, findings: Findings) -> Iterator[Statement]:
    told = [
        one
        for one in context.reading.told
        if kin_of(one.event.type) == LEAVING_CUSTODY
        and one.event.factuality == "happened"
        and context.is_asserted(one)
        and (claim := context.holder(one), claim is None or claim.act != "deny")[1]
    ]
    if not told:
        return
    matters = group_matters(told)
    # Releases in one country and escapes in another bear each other out in nothing: the best told matter is judged.
    best = max(matters, key=lambda matter: (len(context.origin_keys(matter)), len(matter), -matters.index(matter)))
    yield from _leaving(context, findings, best, _told_exits(context, findings, told))


def _told_exits(context: Context, findings: Findings, told: Sequence[Told]) -> Statement:
    """Return who tells of whom leaving where: a list without a judgement, the fullest tellings first."""
    words = context.wording
    first: dict[object, Told] = {}
    ranked = sorted(
        told,
        key=lambda one: (not one.event.counts, not context.fine_spots(one), by_date(one.day), one.event.id),
    )
    for one in ranked:
        key = (context.origin_key(one.document.id, next(iter(context.said_by(one)), None)), context.where_phrase(one))
        first.setdefault(key, one)
    shown = list(first.values())[:_EXITS]
    events = {one.event.id for one in told}
    denials = [
        side
        for dispute in findings.disputes
        if dispute.kind == "occurrence" and events & {e for side in dispute.sides for e in side.events}
        for side in dispute.sides[1:]
    ]
    # Each denial in its own words: it is of one of these happenings, not of all.
    denied = [context.reading.told_by_id[side.events[0]] for side in denials if side.events][:_DENIALS]
    answers = [
        words.phrase("judgement/refused", speaker=context.labels(context.said_by(one)), quote=context.passage(one))
        for one in denied
        if context.said_by(one)
    ]
    citations = [cite(one.document.id, one.event.trigger, one.event.id) for one in shown]
    citations += [citation for side in denials for citation in side.citations]
    return _information(
        context,
        "exit_told",
        citations,
        told=words.join_sides([_exit_item(context, one) for one in shown]),
        denied="".join(f" {answer}" for answer in answers),
    )


def _exit_item(context: Context, told: Told) -> str:
    words = context.wording
    counts = [count for count in told.event.counts if count.what in ("escaped", "released", "persons")]
    return words.phrase(
        "judgement/exit_item",
        number=context.number_words(told, counts[0]) if counts else words.type_phrase(told.event.type),
        place=context.where_phrase(told),
        date=words.date_phrase(told.event.when),
        source=context.source_phrase(told),
    )


def _numbers(findings: Findings) -> Iterator[Statement]:
    numbers = [dispute for dispute in findings.disputes if dispute.kind == "number"]
    numbers.sort(key=lambda d: (d.family != LEAVING_CUSTODY, -sum(side.origins for side in d.sides), d.id))
    yield from map(_of_dispute, numbers[:1])


def _attempts(context: Context, findings: Findings) -> Iterator[Statement]:
    """Yield the most telling attempt: one on a prison or camp, with its means and place."""
    tried = [h for h in findings.timeline.happenings if h.factuality == "attempted"]
    tried.sort(
        key=lambda h: (
            h.family not in ("attack", "custody"),
            not h.sites,
            all(site.startswith(CLASS_SITE) for site in h.sites),
            not h.instruments,
            h.where is None,
            h.citations,
        )
    )
    for happening in tried[:1]:
        yield _information(context, "attempt", happening.citations, told=happening.sentence)


def _leaving(context: Context, findings: Findings, told: Sequence[Told], listed: Statement) -> Iterator[Statement]:
    words = context.wording
    origins = len(context.origin_keys(told))
    citations = [cite(one.document.id, one.event.trigger, one.event.id) for one in told]
    events = {one.event.id for one in told}
    rival = _is_contested(findings, events)
    places = {name for one in told if (name := context.place_name(one.event.where))}
    place = words.place_phrase(next(iter(places)) if len(places) == 1 else None)
    likelihood = _likelihood(origins, len({one.document.id for one in told}), rival=rival)
    if likelihood is None:
        if len({citation.document_id for citation in listed.citations}) > 1 or origins >= _CORROBORATED:
            yield listed
        yield _not_enough(context, "exit_open", citations, place=place, origins=origins)
    else:
        # The judgement cites what the list beneath it shows, then the rest.
        cited = [*listed.citations, *citations]
        yield _judgement(context, "exit", likelihood, cited, origins=origins, place=place, told=listed.text)


def _is_contested(findings: Findings, events: set[EventId]) -> bool:
    """Return whether a denial stands against any of some events."""
    return any(
        dispute.kind == "occurrence" and events & {event for side in dispute.sides for event in side.events}
        for dispute in findings.disputes
    )


def _of_dispute(dispute: Dispute) -> Statement:
    citations = [citation for side in dispute.sides for citation in side.citations]
    return Statement(
        id=make_id("st", dispute.kind, dispute.sentence),
        kind="information",
        topic=dispute.kind,
        text=dispute.sentence,
        citations=unique(citations)[:_CITED],
    )


# --- accusations -----------------------------------------------------------------------------------------------------


def _accusations(context: Context, findings: Findings) -> Iterator[Statement]:
    # An accusation whose content holds no happening that was read out cannot be said in a few words.
    rows = [row for row in accused(findings.lines) if any(line.types for line in row[1])]
    if not rows:
        return
    words = context.wording
    target, lines = rows[0]
    about = words.join(list(dict.fromkeys(words.type_phrase(t) for line in lines for t in line.types)), limit=3)
    reply = answer_of(findings.lines, target, lines)
    if reply is None:
        answer = words.phrase("judgement/unanswered", target=target.label)
    else:
        key = "refused" if reply.act == "deny" else "answered"
        answer = words.phrase(f"judgement/{key}", speaker=reply.speaker.label, quote=_content(context, reply))
    lines = sorted(lines, key=lambda line: (-len(line.types), line.citations))
    citations = cite_all([*lines, *([reply] if reply is not None else [])])
    speakers = context.labels(dict.fromkeys(line.speaker for line in lines))
    yield _information(
        context,
        "accusation",
        citations,
        speakers=speakers,
        target=target.label,
        about=about,
        answer=answer,
        quote=_content(context, lines[0]),
    )
    admitted = any(line.act == "claim_responsibility" and line.speaker.id == target.id for line in findings.lines)
    if not admitted:
        yield _not_enough(context, "culprit_open", citations, about=about)


def _content(context: Context, line: ClaimLine) -> str:
    return context.wording.quoted(context.parties.content(line.document_id, line.content.span))


# --- the rest --------------------------------------------------------------------------------------------------------


def _groups(context: Context, findings: Findings) -> Iterator[Statement]:
    told = context.reading.told_by_id
    judged = [
        group
        for group in findings.timeline.groups
        if group.origins > 1
        and told[group.happenings[0]].event.factuality == "happened"
        and kin_of(told[group.happenings[0]].event.type) != LEAVING_CUSTODY
    ]
    judged.sort(key=lambda group: (-group.origins, group.date or "9999", group.id))
    for group in judged[:_GROUPS]:
        yield from _group(context, findings, group)


def _group(context: Context, findings: Findings, group: HappeningGroup) -> Iterator[Statement]:
    words = context.wording
    likelihood = _likelihood(group.origins, len(group.documents), rival=_is_contested(findings, set(group.happenings)))
    if likelihood is None:
        return
    first = context.reading.told_by_id[group.happenings[0]].event
    dated = next((e.when for m in group.happenings if (e := context.reading.told_by_id[m].event).when), None)
    yield _judgement(
        context,
        "group",
        likelihood,
        group.citations,
        origins=group.origins,
        what=words.type_phrase(first.type),
        place=words.place_phrase(group.place),
        date=words.date_phrase(dated),
    )


def _warned(context: Context, warnings: Sequence[WarningRecord]) -> Iterator[Statement]:
    def weight(warning: WarningRecord) -> tuple[bool, bool, bool, bool, bool, int, tuple[Citation, ...]]:
        return (
            warning.outcome != "came_about",
            warning.speaker.kind == "unknown",
            not context.sites_of_claims.get(warning.id),
            not warning.types,
            warning.speaker.kind != "known",
            -len(warning.basis),
            warning.citations,
        )

    for warning in sorted(warnings, key=weight)[:1]:
        citations = (*warning.citations, *warning.outcome_citations)
        claim = warning.sentence
        yield _information(context, "warning", citations, claim=claim, outcome=warning.outcome_sentence)


def _moves(context: Context, postures: Sequence[Posture]) -> Iterator[Statement]:
    """Yield the party whose posture turned (suspended and resumed, or the like), else the one that moved most."""

    def weight(posture: Posture) -> tuple[int, int, str]:
        moves = {entry.move for entry in posture.entries}
        return -len(moves & {"suspended", "resumed", "withdrew"}), -len(posture.entries), posture.party.id

    for posture in sorted(postures, key=weight)[:1]:
        words = context.wording
        first: dict[tuple[str, str], str] = {}
        for entry in posture.entries:
            when = context.reading.told_by_id[entry.event].event.when
            dated = words.date_phrase(when) if when is not None and when.basis != "published" else ""
            moved = f"{entry.move_label}{context.fact_note(entry.factuality)}{words.place_phrase(entry.place)}{dated}"
            first.setdefault((entry.move, entry.factuality), moved)
        moves = list(first.values())
        citations = [citation for entry in posture.entries for citation in entry.citations[:1]]
        yield _information(context, "posture", citations, party=posture.party.label, moves=words.join_sides(moves))


def _asked(context: Context, requests: Sequence[Request]) -> Iterator[Statement]:
    for request in requests[:1]:
        if request.kind == "assessment" or request.speaker.kind in ("known", "official"):
            yield _information(context, "request", request.citations, claim=request.sentence)


def _occurrences(disputes: Sequence[Dispute]) -> Iterator[Statement]:
    contested = [dispute for dispute in disputes if dispute.kind == "occurrence"]
    contested.sort(key=lambda dispute: (-sum(side.origins for side in dispute.sides), dispute.id))
    yield from map(_of_dispute, contested[:1])


def _fillers(context: Context, findings: Findings, missing: int) -> Iterator[Statement]:
    single = [group for group in findings.timeline.groups if group.origins == 1]
    made: list[Statement] = []
    if not findings.timeline.groups:
        made.append(_not_enough(context, "none_open"))
    if single:
        citations = [group.citations[0] for group in single]
        made.append(_not_enough(context, "thin_open", citations, n=len(single)))
    made.append(_not_enough(context, "next_open"))
    yield from made[:missing]

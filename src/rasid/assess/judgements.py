# SPDX-License-Identifier: Apache-2.0
"""The first key judgements: sentences by template from fact, each typed, and an honest `not enough to judge`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rasid.assess.context import Context
from rasid.assess.gaps import accused, cite_all, has_answer
from rasid.assess.happenings import Timeline
from rasid.assess.matters import LEAVING_CUSTODY, group_matters
from rasid.assess.reading import Told, cite, unique
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
    unseen = {statement.text: statement for statement in reversed(made)}
    return tuple(statement for statement in made if unseen.get(statement.text) is statement)[:MOST]


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
    yield from _accusations(context, findings)
    yield from _warned(context, findings.warnings)
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
        if kin_of(one.event.type) == LEAVING_CUSTODY and one.event.factuality == "happened"
    ]
    if told:
        matters = group_matters(told)
        # Releases in one country and escapes in another bear each other out in nothing: the best told matter is judged.
        best = max(matters, key=lambda matter: (len(context.origin_keys(matter)), len(matter), -matters.index(matter)))
        yield from _leaving(context, findings, best)
    numbers = [dispute for dispute in findings.disputes if dispute.kind == "number"]
    numbers.sort(key=lambda d: (d.family != LEAVING_CUSTODY, -sum(side.origins for side in d.sides), d.id))
    for dispute in numbers[:1]:
        yield _of_dispute(dispute)


def _leaving(context: Context, findings: Findings, told: Sequence[Told]) -> Iterator[Statement]:
    words = context.wording
    origins = len(context.origin_keys(told))
    citations = [cite(one.document.id, one.event.trigger, one.event.id) for one in told]
    events = {one.event.id for one in told}
    rival = _is_contested(findings, events)
    places = {name for one in told if (name := context.place_name(one.event.where))}
    place = words.place_phrase(next(iter(places)) if len(places) == 1 else None)
    likelihood = _likelihood(origins, len({one.document.id for one in told}), rival=rival)
    if likelihood is None:
        yield _not_enough(context, "exit_open", citations, place=place, origins=origins)
    else:
        yield _judgement(context, "exit", likelihood, citations, origins=origins, place=place)


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
    answer = words.phrase(
        f"judgement/{'answered' if has_answer(findings.lines, target, lines) else 'unanswered'}", target=target.label
    )
    citations = cite_all(lines)
    speakers = context.labels(dict.fromkeys(line.speaker for line in lines))
    yield _information(
        context, "accusation", citations, speakers=speakers, target=target.label, about=about, answer=answer
    )
    admitted = any(line.act == "claim_responsibility" and line.speaker.id == target.id for line in findings.lines)
    if not admitted:
        yield _not_enough(context, "culprit_open", citations, about=about)


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
    def weight(warning: WarningRecord) -> tuple[bool, bool, bool, tuple[Citation, ...]]:
        return (
            warning.outcome != "came_about",
            not warning.types,
            warning.speaker.kind != "known",
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
        moves = [
            f"{entry.move_label}{context.fact_note(entry.factuality)}{words.place_phrase(entry.place)}"
            for entry in posture.entries
        ]
        citations = [citation for entry in posture.entries for citation in entry.citations[:1]]
        yield _information(
            context, "posture", citations, party=posture.party.label, moves=words.join(list(dict.fromkeys(moves)))
        )


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

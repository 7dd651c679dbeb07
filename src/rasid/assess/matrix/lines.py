# SPDX-License-Identifier: Apache-2.0
"""The ledger of claims: each as one sentence, with who says it, through whom, of whom, and how firmly."""

from rasid.assess.context import Context
from rasid.assess.reading import Said, Told, by_date, cite, unique
from rasid.ids import ClaimId
from rasid.records import Claim, ClaimLine, Event, Party


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


def own_voice_line(context: Context, told: Told) -> ClaimLine:
    """Return what an outlet tells in its own voice in the shape of a claim by it, for the rows of the matrix only."""
    words, event, doc = context.wording, told.event, told.document
    outlet = context.parties.outlet(doc.id)
    trigger = cite(doc.id, event.trigger, event.id)
    spans = [argument.span for argument in event.arguments]
    return ClaimLine(
        id=ClaimId(event.id),
        document_id=doc.id,
        act="report",
        act_label=words.label("matrix/own_voice"),
        speaker=outlet,
        chain=(outlet,),
        date=doc.published[:10] if doc.published else None,
        types=(event.type,),
        events=(event.id,),
        content=cite(doc.id, context.clause_of(told), event.id),
        cue=trigger,
        citations=unique((trigger, *(cite(doc.id, span, event.id) for span in spans))),
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

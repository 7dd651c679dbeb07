# SPDX-License-Identifier: Apache-2.0
"""Coded documents in the shape of annotators: see `rasid.annotations`."""

from rasid.annotations import AnnotatedClaim, AnnotatedCount, AnnotatedDocument, AnnotatedEvent, Range
from rasid.records import Claim, CodedDocument, Event, Role, Span


def annotate(coded: CodedDocument) -> AnnotatedDocument:
    """Return a coded document in the annotation shape.

    Args:
        coded: A document with its events and claims.

    Returns:
        The document under the id that its input gave it, or else under ours. A claim whose speaker no words name has
        no place in this shape and is left out.
    """
    document = coded.document
    return AnnotatedDocument(
        id=document.name,
        lang=document.language,
        outlet=document.outlet,
        published=document.published,
        title=document.title,
        text=document.text,
        events=tuple(_event(event) for event in coded.events),
        claims=tuple(_claim(claim) for claim in coded.claims if claim.source is not None),
    )


def _event(event: Event) -> AnnotatedEvent:
    return AnnotatedEvent(
        type=event.type,
        trigger=_range(event.trigger),
        factuality=event.factuality,
        actor=_ranges(event, "actor"),
        target=_ranges(event, "target"),
        place=_ranges(event, "place"),
        origin=_ranges(event, "origin"),
        destination=_ranges(event, "destination"),
        time=_optional(event.time),
        date=event.when.value if event.when else None,
        counts=tuple(
            AnnotatedCount(what=count.what, span=_range(count.span), low=count.low, high=count.high)
            for count in event.counts
        ),
        rule=event.rule,
        score=event.score,
    )


def _claim(claim: Claim) -> AnnotatedClaim:
    return AnnotatedClaim(
        act=claim.act,
        source=_optional(claim.source),
        via=tuple(_range(span) for span in claim.via),
        cue=_range(claim.cue),
        target=_optional(claim.target),
        content=_range(claim.content),
        quote=claim.quote,
        rule=claim.rule,
        score=claim.score,
    )


def _ranges(event: Event, role: Role) -> tuple[Range, ...]:
    # The same words may stand in one role twice, found in two ways; a reader needs them once.
    return tuple(dict.fromkeys(_range(span) for span in event.spans(role)))


def _optional(span: Span | None) -> Range | None:
    return None if span is None else _range(span)


def _range(span: Span) -> Range:
    return (span.start, span.end)

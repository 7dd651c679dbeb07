# SPDX-License-Identifier: Apache-2.0
"""All that was read, in one order that does not depend on how it came in, with the look-ups that all parts share."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import msgspec

from rasid.assess.nearness import is_far_guess, own_place
from rasid.ids import ClaimId, DocumentId, EventId
from rasid.knowledge.assessment import nation_named
from rasid.records import Argument, Citation, Claim, CodedDocument, Document, Event, Mention, Span

_LAST = "9999"
# How the coder says that a doer is only the subject of the verb whose object or reason the happening is.
_CARRIED = "subject of the verb that carries the noun"
_NEXT_WORD = re.compile(r"\s+(\w+)")


def by_date(value: str | None) -> str:
    """Return a sort key that puts the undated last."""
    return value or _LAST


@dataclass(frozen=True, slots=True)
class Told:
    """One event with its document and the claims whose content holds it, the innermost first."""

    document: Document
    event: Event
    claims: tuple[Claim, ...] = ()

    @property
    def date(self) -> str | None:
        """First day of the event, else None."""
        return self.event.when.start if self.event.when else None

    @property
    def day(self) -> str | None:
        """First day of the event, else the day of publication."""
        return self.date or (self.document.published or "")[:10] or None


@dataclass(frozen=True, slots=True)
class Said:
    """One claim with its document."""

    document: Document
    claim: Claim


@dataclass(frozen=True, slots=True)
class Reading:
    """The documents that were read, and their records by id."""

    documents: tuple[CodedDocument, ...]
    by_id: Mapping[DocumentId, CodedDocument]
    told: tuple[Told, ...]
    said: tuple[Said, ...]
    told_by_id: Mapping[EventId, Told]
    said_by_id: Mapping[ClaimId, Said]
    mentions: Mapping[DocumentId, tuple[Mention, ...]] = field(default_factory=dict)
    told_by_document: Mapping[DocumentId, tuple[Told, ...]] = field(default_factory=dict)

    def text(self, document_id: DocumentId) -> str:
        """Return the text of a document."""
        return self.by_id[document_id].document.text

    def told_in(self, document_id: DocumentId) -> tuple[Told, ...]:
        """Return the events of a document, in the order of the text."""
        return self.told_by_document.get(document_id, ())

    def mentions_in(self, document_id: DocumentId, span: Span) -> Iterator[Mention]:
        """Yield the mentions that share a character with a span, in the order of the text."""
        return (mention for mention in self.mentions.get(document_id, ()) if mention.span.overlaps(span))


def read_coded(coded: Iterable[CodedDocument]) -> Reading:
    """Return the documents in the order of date, outlet and id, with their look-ups.

    Args:
        coded: Any order; of documents with one id the first in natural order is kept.
    """
    by_id: dict[DocumentId, CodedDocument] = {}
    for one in sorted(coded, key=_document_key):
        by_id.setdefault(one.document.id, one if _says_something(one) else msgspec.structs.replace(one, relevant=False))
    documents = tuple(by_id.values())
    told = tuple(made for one in documents if one.relevant for made in _told_in(one))
    by_document: dict[DocumentId, list[Told]] = {}
    for event in told:
        by_document.setdefault(event.document.id, []).append(event)
    said = tuple(Said(one.document, claim) for one in documents if one.relevant for claim in _in_order(one))
    return Reading(
        documents=documents,
        by_id=by_id,
        told=told,
        said=said,
        told_by_id={one.event.id: one for one in told},
        said_by_id={one.claim.id: one for one in said},
        told_by_document={document: tuple(events) for document, events in by_document.items()},
        mentions={one.document.id: tuple(sorted(one.mentions, key=lambda m: (m.span, m.id))) for one in documents},
    )


def _of_its_nation(event: Event, text: str) -> Event:
    """Return an event whose noun bears an adjective of nation without the doer that was only the nearest subject.

    `Those who fled because of the Turkish operation` launched none.
    """
    guessed = [a for a in event.arguments if a.role == "actor" and a.reason == _CARRIED]
    if not guessed:
        return event
    behind = _NEXT_WORD.match(text, event.trigger.end)
    if behind is None or nation_named(behind.group(1)) is None:
        return event
    doer = Argument(role="actor", span=Span(*behind.span(1)), reason="national adjective of the trigger")
    kept = tuple(a for a in event.arguments if a not in guessed)
    return msgspec.structs.replace(event, arguments=(*kept, doer))


def _says_something(one: CodedDocument) -> bool:
    """Return whether a document holds a happening, a claim that is more than a statement, or a fault to be told of.

    A word of conflict alone does not make a report of a match or a market one about the conflict.
    """
    if not one.relevant or one.events or any(claim.act != "report" for claim in one.claims):
        return True
    return bool(one.mentions == () and not one.claims) or any(issue.severity != "note" for issue in one.issues)


def _document_key(one: CodedDocument) -> tuple[str, str, str, str]:
    doc = one.document
    return by_date(doc.published), doc.outlet or "", doc.id, doc.sha256


def _in_order(one: CodedDocument) -> list[Claim]:
    return sorted(one.claims, key=lambda claim: (claim.cue, claim.content, claim.id))


def _told_in(one: CodedDocument) -> Iterator[Told]:
    countries = [event.where.country for event in one.events if event.where and event.where.country]
    for event in sorted(one.events, key=lambda event: (event.trigger, event.type, event.id)):
        holding = [claim for claim in one.claims if event.id in claim.events or claim.content.holds(event.trigger)]
        holding.sort(key=lambda claim: (claim.content.end - claim.content.start, claim.cue, claim.id))
        where = own_place(event, one.document.text)
        if where is not None and is_far_guess(where, countries):
            where = None
        placed = event if where is event.where else msgspec.structs.replace(event, where=where)
        placed = _of_its_nation(placed, one.document.text)
        yield Told(one.document, placed, tuple(holding))


def cite(document_id: DocumentId, span: Span, record_id: str = "") -> Citation:
    """Return a citation."""
    return Citation(document_id=document_id, span=span, record_id=record_id)


def unique(citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """Return citations without repeats, in the order in which they came."""
    return tuple(dict.fromkeys(citations))

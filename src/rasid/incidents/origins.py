# SPDX-License-Identifier: Apache-2.0
"""Who copied whom: documents and tellings that go back to one text or one speaker are one origin, however many there are.

Three things make one origin: most of the words of the shorter text stand in the longer; a report credits another's outlet and
shares many of its words; all that two reports tell of an incident is said by the same first speaker. Counting copies as
confirmations is what this is against: in doubt two are one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final, Literal
from zlib import crc32

from rasid.ids import DocumentId, make_id
from rasid.knowledge.assessment import fold_words
from rasid.knowledge.names import load_outlets
from rasid.records import Claim, CodedDocument, Incident, IncidentOrigin, Record, Span

SHINGLE_WORDS: Final = 4
"""Four words in a row are rarely the same by chance, yet survive small edits of an agency's text."""
COPY_SHARE: Final = 0.6
"""Share of the shorter text's shingles found in the longer: a copy with a new lead keeps more than this,
two own reports of one press conference, sharing its quotes, less."""
_CREDITED_SHARE: Final = 0.25
"""As much in common is enough where one names the other as its source."""
FEWEST_SHINGLES: Final = 12
"""Below so many a text shares too much by chance."""
_MOST_HOLDERS: Final = 60
"""A run of words in more documents than this is boilerplate."""

Because = Literal["same words", "credits it"]


class Copy(Record, frozen=True, kw_only=True, order=True):
    """A document that goes back to another."""

    document: DocumentId
    of: DocumentId
    share: float
    """Of the shingles of the shorter text, those that the longer has, 0 to 1."""
    because: Because
    dated: bool
    """False where the dates do not say which of the two came first: then the longer text is taken for the first."""


class Origin(Record, frozen=True, kw_only=True, order=True):
    """Documents that go back to one, the first of them first."""

    id: str
    documents: tuple[DocumentId, ...]
    copies: tuple[Copy, ...]
    """One for each document but the first."""


def shingles(text: str) -> frozenset[int]:
    """Return the hashes of all runs of four folded words of a text; fewer words give none."""
    words = fold_words(text)
    return frozenset([crc32(" ".join(words[at : at + SHINGLE_WORDS]).encode()) for at in range(len(words) - SHINGLE_WORDS + 1)])


def find_origins(coded: Iterable[CodedDocument]) -> tuple[Origin, ...]:
    """Return documents by the text that they go back to, those that copy nothing and are copied by none among them.

    Args:
        coded: Documents in any order; the order changes nothing.

    Returns:
        Origins by the id of their first document. Each document goes back to the likest one before it, so that an origin is a tree.
    """
    documents = sorted(coded, key=_first_come)
    marks = {one.document.id: shingles(one.document.text) for one in documents}
    rank = {one.document.id: index for index, one in enumerate(documents)}
    names = {one.document.id: one.document for one in documents}
    credited = {one.document.id: credited_outlets(one) for one in documents}
    outlets = {one.document.id: outlet_ids(one.document.outlet or "") for one in documents}
    best: dict[DocumentId, tuple[tuple[bool, float], Copy]] = {}
    for (a, b), shared in sorted(_shared(marks).items(), key=lambda item: (rank[item[0][0]], rank[item[0][1]])):
        share = round(shared / min(len(marks[a]), len(marks[b])), 3)
        is_credited = not credited[b].isdisjoint(outlets[a])
        if share >= COPY_SHARE or (is_credited and share >= _CREDITED_SHARE):
            dated = bool(names[a].published and names[b].published and names[a].published != names[b].published)
            copy = Copy(document=b, of=a, share=share, because="credits it" if is_credited else "same words", dated=dated)
            alike = (is_credited, shared / len(marks[a] | marks[b]))  # a copy of a copy has more of the copy
            if b not in best or alike > best[b][0]:
                best[b] = alike, copy
    return _trees([one.document.id for one in documents], {document: copy for document, (_, copy) in best.items()})


def _first_come(coded: CodedDocument) -> tuple[str, int, str]:
    document = coded.document
    return document.published or "9999", -len(document.text), document.id


def _shared(marks: Mapping[DocumentId, frozenset[int]]) -> dict[tuple[DocumentId, DocumentId], int]:
    """Return how many shingles two documents share, the one that came first named first."""
    holders: defaultdict[int, list[DocumentId]] = defaultdict(list)
    for document, own in marks.items():
        if len(own) >= FEWEST_SHINGLES:
            for mark in own:
                holders[mark].append(document)
    shared: defaultdict[tuple[DocumentId, DocumentId], int] = defaultdict(int)
    for documents in holders.values():
        if len(documents) <= _MOST_HOLDERS:
            for at, other in enumerate(documents):
                for one in documents[:at]:
                    shared[one, other] += 1
    return shared


def _trees(documents: Sequence[DocumentId], best: Mapping[DocumentId, Copy]) -> tuple[Origin, ...]:
    root: dict[DocumentId, DocumentId] = {}
    members: defaultdict[DocumentId, list[DocumentId]] = defaultdict(list)
    for document in documents:  # what a document goes back to came before it
        root[document] = root[best[document].of] if document in best else document
        members[root[document]].append(document)
    found = [
        Origin(id=make_id("or", *sorted(group)), documents=tuple(group), copies=tuple([best[one] for one in group if one in best])) for group in members.values()
    ]
    return tuple(sorted(found, key=lambda one: one.documents[0]))


def outlet_ids(name: str) -> frozenset[str]:
    """Return the outlets that a name may stand for, or its folded words where no list has it."""
    if not name.strip():
        return frozenset()
    return frozenset(load_outlets().index.look_up(name)) or frozenset([" ".join(fold_words(name))])


def credited_outlets(coded: CodedDocument) -> frozenset[str]:
    """Return the outlets through which a document has what it tells, its own left out."""
    spans = {link.span for claim in coded.claims for link in claim.chain if link.span is not None and (link.role == "outlet" or link.kind == "media")}
    return frozenset([entity for span in sorted(spans) for entity in _entities(coded, span)])


def first_speaker(coded: CodedDocument, incident: Incident) -> str:
    """Return who first told all that a report tells of an incident, or an empty string where it tells of it by itself or through several.

    Args:
        coded: The report.
        incident: One of those it tells.
    """
    told: defaultdict[str, list[Claim]] = defaultdict(list)
    for claim in coded.claims:
        if claim.act != "deny":
            for event in claim.events:
                told[event].append(claim)
    if not incident.events or any(event not in told for event in incident.events):
        return ""
    speakers = {_speaker(coded, claim) for event in incident.events for claim in told[event]}
    return speakers.pop() if len(speakers) == 1 else ""


def _speaker(coded: CodedDocument, claim: Claim) -> str:
    link = claim.chain[-1] if claim.chain else None
    if link is None or link.span is None or link.kind not in {"named", "media"}:
        return f"claim:{claim.id}"  # `a source`, `activists`: nobody knows whether it is the same one
    return next(iter(_entities(coded, link.span)))


def _entities(coded: CodedDocument, span: Span) -> tuple[str, ...]:
    found = {mention.candidates[0].entity for mention in coded.mentions if mention.kind in {"actor", "outlet"} and mention.candidates and span.overlaps(mention.span)}
    return tuple(sorted(found or outlet_ids(span.of(coded.document.text))))


class Telling(Record, frozen=True, kw_only=True):
    """What one report's telling of an incident is compared by for its origin."""

    document: DocumentId
    marks: frozenset[int]
    speaker: str = ""


def group_tellings(tellings: Iterable[Telling]) -> tuple[IncidentOrigin, ...]:
    """Return the origins of an incident: tellings that copy each other, or go back to one speaker, are one.

    Args:
        tellings: One or more of each document, in any order.

    Returns:
        Origins by their longest text, then by id.
    """
    longest = sorted(tellings, key=lambda one: (-len(one.marks), one.document, one.speaker))
    groups: list[list[Telling]] = []
    for one in longest:
        met = [group for group in groups if any(_is_one_origin(one, other) for other in group)]
        if not met:
            groups.append([one])
            continue
        for group in met[1:]:
            met[0].extend(group)
            groups.remove(group)
        met[0].append(one)
    return tuple([_origin(group) for group in groups])


def _is_one_origin(one: Telling, other: Telling) -> bool:
    if one.document == other.document or (one.speaker and one.speaker == other.speaker):
        return True
    return _copies(one, other)


def _copies(one: Telling, other: Telling) -> bool:
    few = min(len(one.marks), len(other.marks))
    return few > 0 and len(one.marks & other.marks) >= COPY_SHARE * few


def _origin(group: Sequence[Telling]) -> IncidentOrigin:
    documents = tuple(dict.fromkeys(one.document for one in group))
    first = group[0]
    because = [
        *(["same words"] if any(_copies(first, one) for one in group[1:] if one.document != first.document) else []),
        *(["same speaker"] if len(documents) > 1 and any(one.speaker and one.speaker == first.speaker for one in group[1:]) else []),
    ]
    return IncidentOrigin(documents=documents, because=tuple(because))


def joined(number: int, pairs: Iterable[tuple[int, int]]) -> list[frozenset[int]]:
    """Return the sets of the numbers below `number` that pairs join, those of one left out."""
    sets = {index: {index} for index in range(number)}
    for a, b in pairs:
        if sets[a] is not sets[b]:
            sets[a] |= sets[b]
            for index in sets[b]:
                sets[index] = sets[a]
    return [frozenset(found) for found in {id(found): found for found in sets.values() if len(found) > 1}.values()]

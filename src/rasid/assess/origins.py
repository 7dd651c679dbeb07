# SPDX-License-Identifier: Apache-2.0
"""Which documents go back to one text: copies of an agency count as one origin, not as many."""

from collections import defaultdict
from collections.abc import Mapping
from itertools import pairwise

from rasid.assess.reading import Reading
from rasid.assess.wording import Wording
from rasid.ids import DocumentId, make_id
from rasid.incidents.origins import COPY_SHARE, FEWEST_SHINGLES, joined, shingles
from rasid.records import Origin, Probability


def find_origins(reading: Reading, wording: Wording) -> tuple[Origin, ...]:
    """Return the relevant documents grouped by the text that they go back to, earliest document first.

    Two documents are joined where the longer holds at least `COPY_SHARE` of the shorter's shingles. Of the documents
    that share a shingle each is compared with the one before it and with the first, so that cost grows with the
    number of words and not with its square.
    """
    documents = [one.document for one in reading.documents if one.relevant]
    marks = {doc.id: shingles(doc.text) for doc in documents}
    likeness = _likeness({doc.id: marks[doc.id] for doc in documents if len(marks[doc.id]) >= FEWEST_SHINGLES})
    rank = {doc.id: at for at, doc in enumerate(documents)}
    copied = {(rank[a], rank[b]): share for (a, b), share in likeness.items() if share >= COPY_SHARE}
    first = {member: min(group) for group in joined(len(documents), copied) for member in group}
    lowest: dict[int, float] = {}
    for (a, _), share in copied.items():
        lowest[first[a]] = min(lowest.get(first[a], 1.0), share)
    groups: dict[int, list[DocumentId]] = defaultdict(list)
    for at, doc in enumerate(documents):
        groups[first.get(at, at)].append(doc.id)
    return tuple(_origin(ids, lowest.get(at, 1.0), reading, wording) for at, ids in groups.items())


def _likeness(marks: Mapping[DocumentId, frozenset[int]]) -> dict[tuple[DocumentId, DocumentId], float]:
    holders: dict[int, list[DocumentId]] = defaultdict(list)
    for document_id, own in marks.items():
        for mark in own:
            holders[mark].append(document_id)
    shared: dict[tuple[DocumentId, DocumentId], int] = defaultdict(int)
    for ids in holders.values():
        pairs = {*pairwise(ids), *((ids[0], other) for other in ids[1:])}
        for pair in pairs:
            shared[pair] += 1
    return {(a, b): n / min(len(marks[a]), len(marks[b])) for (a, b), n in shared.items()}


def _origin(ids: list[DocumentId], share: Probability, reading: Reading, wording: Wording) -> Origin:
    text = ""
    if len(ids) > 1:
        unnamed = wording.label("party/unnamed_outlet")
        outlets = [reading.by_id[one].document.outlet or unnamed for one in ids]
        text = wording.say("origin", outlets=wording.join(outlets, limit=8))
    return Origin(id=make_id("or", *ids), documents=tuple(ids), similarity=round(share, 3), text=text)

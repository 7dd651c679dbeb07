# SPDX-License-Identifier: Apache-2.0
"""Which documents go back to one text: copies of an agency count as one origin, not as many."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise

from rasid.assess.reading import Reading
from rasid.assess.wording import Wording
from rasid.ids import DocumentId, make_id
from rasid.incidents.origins import COPY_SHARE, shingles
from rasid.records import Origin, Probability

# Shorter texts share too much by chance.
_MIN_SHINGLES = 12


def find_origins(reading: Reading, wording: Wording) -> tuple[Origin, ...]:
    """Return the relevant documents grouped by the text that they go back to, earliest document first.

    Two documents are joined where the longer holds at least `COPY_SHARE` of the shorter's shingles. Of the documents
    that share a shingle each is compared with the one before it and with the first, so that cost grows with the
    number of words and not with its square.
    """
    documents = [one.document for one in reading.documents if one.relevant]
    marks = {doc.id: shingles(doc.text) for doc in documents}
    likeness = _likeness({doc.id: marks[doc.id] for doc in documents if len(marks[doc.id]) >= _MIN_SHINGLES})
    joined = _Joined(doc.id for doc in documents)
    lowest: dict[DocumentId, float] = {}
    for (a, b), share in likeness.items():
        if share >= COPY_SHARE:
            joined.join(a, b)
    for (a, _), share in likeness.items():
        if share >= COPY_SHARE:
            root = joined.root(a)
            lowest[root] = min(lowest.get(root, 1.0), share)
    groups: dict[DocumentId, list[DocumentId]] = defaultdict(list)
    for doc in documents:
        groups[joined.root(doc.id)].append(doc.id)
    return tuple(_origin(ids, lowest.get(root, 1.0), reading, wording) for root, ids in groups.items())


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


class _Joined:
    """Sets that grow together; the member that came first stands for its set."""

    def __init__(self, members: Iterable[DocumentId]) -> None:
        self._rank = {member: rank for rank, member in enumerate(members)}
        self._parent = {member: member for member in self._rank}

    def root(self, member: DocumentId) -> DocumentId:
        while self._parent[member] != member:
            self._parent[member] = self._parent[self._parent[member]]
            member = self._parent[member]
        return member

    def join(self, a: DocumentId, b: DocumentId) -> None:
        first, second = sorted((self.root(a), self.root(b)), key=self._rank.__getitem__)
        self._parent[second] = first

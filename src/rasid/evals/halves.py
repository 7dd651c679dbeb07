# SPDX-License-Identifier: Apache-2.0
"""Two halves of a gold file by document: what is written while looking at one must hold on the other."""

import zlib
from collections.abc import Iterable, Mapping
from typing import Final, Literal

from rasid.annotations import AnnotatedDocument
from rasid.evals.metrics import Scores, score
from rasid.records import Record

Half = Literal["A", "B"]
MOST_BETWEEN: Final = 0.06
"""Largest difference of event F1 between the halves that is put down to the texts and not to rules made for one of them."""


class Halves(Record, frozen=True, kw_only=True):
    """The scores of each half."""

    a: Scores
    b: Scores
    a_documents: int
    b_documents: int

    @property
    def difference(self) -> float:
        """How far the event F1 of the halves lie apart."""
        return round(abs(self.a.event.f1 - self.b.event.f1), 4)


def half_of(document_id: str) -> Half:
    """Return the half that a document belongs to: A where the CRC-32 of its id in UTF-8 is even."""
    return "B" if zlib.crc32(document_id.encode()) % 2 else "A"


def documents_of(half: Half, gold: Iterable[AnnotatedDocument]) -> list[AnnotatedDocument]:
    """Return the documents of one half, in their order."""
    return [document for document in gold if half_of(document.id) == half]


def score_halves(gold: Iterable[AnnotatedDocument], predicted: Mapping[str, AnnotatedDocument]) -> Halves:
    """Return the scores of each half of a gold file; see `rasid.evals.score`."""
    documents = list(gold)
    a, b = documents_of("A", documents), documents_of("B", documents)
    return Halves(a=score(a, predicted), b=score(b, predicted), a_documents=len(a), b_documents=len(b))

# SPDX-License-Identifier: Apache-2.0
"""The halves of a gold file are the same for everyone, and together they are the whole."""

import zlib

import pytest

from rasid.annotations import AnnotatedDocument, AnnotatedEvent
from rasid.evals import half_of, score_halves

TEXT = "Jets struck a prison."
EVENT = AnnotatedEvent(type="air_strike", trigger=(5, 11))


@pytest.mark.parametrize("name", ["a", "CD-0001", "خبر"])
def test_half_is_the_parity_of_the_checksum(name: str) -> None:
    assert half_of(name) == "AB"[zlib.crc32(name.encode()) % 2]


def test_each_document_counts_in_its_half_only() -> None:
    gold = [AnnotatedDocument(id=name, text=TEXT, events=(EVENT,)) for name in "abcdef"]
    found = {document.id: document for document in gold if half_of(document.id) == "A"}
    halves = score_halves(gold, found)
    assert halves.a_documents + halves.b_documents == len(gold)
    assert (halves.a.event.f1, halves.b.event.f1, halves.difference) == (1.0, 0.0, 1.0)

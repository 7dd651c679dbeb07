# SPDX-License-Identifier: Apache-2.0
"""Origins as one JSON line a document, and as a tree to read."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from rasid.ids import DocumentId
from rasid.incidents import Copy, Origin
from rasid.records import Document, Record


class OriginLine(Record, frozen=True, kw_only=True):
    """One document of `rasid origins`."""

    document: str
    """Under the id that the input gave it, or else ours."""
    outlet: str | None
    published: str | None
    title: str | None
    origin: str
    documents: int
    """How many go back to that origin, this one included."""
    of: str | None = None
    """The document that it goes back to; none for the first."""
    share: float | None = None
    because: str | None = None
    dated: bool | None = None
    """False where the dates do not say which of the two came first."""


def origin_lines(origin: Origin, documents: Mapping[DocumentId, Document]) -> Iterator[OriginLine]:
    """Yield the documents of an origin, the first first.

    Args:
        origin: To write.
        documents: All documents by id.
    """
    copies = {copy.document: copy for copy in origin.copies}
    for one in origin.documents:
        document, copy = documents[one], copies.get(one)
        yield OriginLine(
            document=document.name, outlet=document.outlet, published=document.published, title=document.title, origin=origin.id,
            documents=len(origin.documents), of=None if copy is None else documents[copy.of].name, share=None if copy is None else copy.share,
            because=None if copy is None else copy.because, dated=None if copy is None else copy.dated,
        )  # fmt: skip


def origin_tree(origin: Origin, documents: Mapping[DocumentId, Document]) -> str:
    """Return an origin as lines of text, each copy farther in than what it goes back to."""
    below: defaultdict[DocumentId, list[Copy]] = defaultdict(list)
    for copy in origin.copies:
        below[copy.of].append(copy)
    return "\n".join(_branch(origin.documents[0], below, documents, 0, ""))


def _branch(one: DocumentId, below: Mapping[DocumentId, list[Copy]], documents: Mapping[DocumentId, Document], depth: int, why: str) -> Iterator[str]:
    document = documents[one]
    told = [document.outlet or "outlet unknown", (document.published or "no date")[:10], document.name, document.title or ""]
    yield "  " * depth + "  ".join(filter(None, told)) + why
    for copy in below.get(one, ()):
        order = "" if copy.dated else ", which was first is not known"
        yield from _branch(copy.document, below, documents, depth + 1, f"  ({copy.because}, {copy.share:.0%}{order})")

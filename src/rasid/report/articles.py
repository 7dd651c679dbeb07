# SPDX-License-Identifier: Apache-2.0
"""The articles of a page, cut where citations begin and end, so that overlapping marks never cross."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import msgspec

from rasid.records import (
    Assessment,
    Citation,
    CodedDocument,
    Document,
    ReadDocument,
    Span,
)


@dataclass(frozen=True)
class Segment:
    """A stretch of one paragraph that the same citations cover."""

    text: str
    covered_by: tuple[str, ...] = ()
    """Anchors of the citations that cover it."""
    begins: tuple[str, ...] = ()
    """Anchors of the citations whose first words these are."""


@dataclass(frozen=True)
class Article:
    """One document as the page shows it."""

    number: int
    document: Document
    paragraphs: tuple[tuple[Segment, ...], ...] = ()

    @property
    def anchor(self) -> str:
        """The id of the article on the page."""
        return f"d-{self.number}"

    @property
    def direction(self) -> str:
        """The direction its paragraphs start from; each may still find its own."""
        return {"ar": "rtl", "en": "ltr"}.get(self.document.language, "auto")


@dataclass(frozen=True)
class Cited:
    """The citations of one line that fall into one article."""

    number: int
    anchors: tuple[str, ...]


@dataclass(frozen=True)
class Library:
    """The documents of one assessment, numbered, with the anchors of all citations."""

    numbers: dict[str, int]
    articles: tuple[Article, ...]
    anchors: frozenset[str] = field(repr=False)
    """Every id that words of an article begin at."""

    def cited(self, citations: Iterable[Citation]) -> tuple[Cited, ...]:
        """Group the citations of a line by article, in the order given; those that lead nowhere are left out."""
        found: dict[int, dict[str, None]] = defaultdict(dict)
        for citation in citations:
            number = self.numbers.get(citation.document_id, 0)
            name = anchor_of(number, citation.span)
            if name in self.anchors:
                found[number][name] = None
        return tuple(Cited(number, tuple(names)) for number, names in found.items())


def anchor_of(number: int, span: Span) -> str:
    """Return the id on the page of the words at a span of the article with a number."""
    return f"c-{number}-{span.start}-{span.end}"


def build_library(assessment: Assessment, coded: Sequence[CodedDocument]) -> Library:
    """Give every document a number, and cut the articles that are cited.

    Args:
        assessment: Its `documents` and `set_aside` give the order of the numbers.
        coded: The documents with their text; any that the assessment does not list come last.

    Returns:
        The library; a document that nothing cites has a number but no article.
    """
    by_id = {item.document.id: item.document for item in coded}
    listed: tuple[ReadDocument, ...] = assessment.documents + assessment.set_aside
    order = dict.fromkeys([*(item.document_id for item in listed), *by_id])
    numbers: dict[str, int] = {name: number for number, name in enumerate(order, start=1)}
    spans: dict[str, set[Span]] = defaultdict(set)
    for citation in find_citations(assessment):
        document = by_id.get(citation.document_id)
        if document is not None and citation.span.end <= len(document.text):
            spans[document.id].add(citation.span)
    articles = tuple(
        Article(numbers[name], by_id[name], cut(by_id[name].text, numbers[name], spans[name]))
        for name in order
        if spans[name]
    )
    return Library(numbers, articles, frozenset(_anchors_in(articles)))


def _anchors_in(articles: Iterable[Article]) -> Iterator[str]:
    for article in articles:
        for paragraph in article.paragraphs:
            for segment in paragraph:
                yield from segment.begins


def find_citations(record: object) -> Iterator[Citation]:
    """Yield every citation in a record, however deep."""
    if isinstance(record, Citation):
        yield record
    elif isinstance(record, msgspec.Struct):
        for name in record.__struct_fields__:
            yield from find_citations(getattr(record, name))
    elif isinstance(record, tuple):
        for item in record:
            yield from find_citations(item)


def cut(text: str, number: int, spans: Iterable[Span]) -> tuple[tuple[Segment, ...], ...]:
    """Cut a text into paragraphs at line ends, and these into segments where a citation begins or ends.

    Args:
        text: As stored; the offsets of `spans` are code points into it.
        number: Of the article, for the anchors.
        spans: What is cited, in any order, overlapping as they like.

    Returns:
        Paragraphs without their line ends; empty lines are left out.
    """
    ordered = sorted(set(spans), key=lambda span: (span.start, -span.end))
    bounds = sorted({0, len(text), *(edge for span in ordered for edge in (span.start, span.end))})
    paragraphs: list[tuple[Segment, ...]] = []
    segments: list[Segment] = []
    begun: set[Span] = set()
    open_spans: list[Span] = []
    waiting = ordered[::-1]
    for start, end in pairwise(bounds):
        while waiting and waiting[-1].start <= start:
            open_spans.append(waiting.pop())
        open_spans = [span for span in open_spans if span.end > start]
        for index, piece in enumerate(text[start:end].split("\n")):
            if index and segments:
                paragraphs.append(tuple(segments))
                segments = []
            if piece:
                # A citation that opens with a line end begins, on the page, with the words behind it.
                begins = tuple(anchor_of(number, span) for span in open_spans if span not in begun)
                begun.update(open_spans)
                segments.append(Segment(piece, tuple(anchor_of(number, span) for span in open_spans), begins))
    if segments:
        paragraphs.append(tuple(segments))
    return tuple(paragraph for paragraph in paragraphs if any(_is_shown(part) for part in paragraph))


def _is_shown(segment: Segment) -> bool:
    return bool(segment.text.strip() or segment.begins)

# SPDX-License-Identifier: Apache-2.0
"""The interchange shape: one document a line, spans as `[start, end]`, as human annotators and scorers use it.

`rasid.exports` writes it and `rasid.evals` reads it. Unlike the records of `rasid.records`, these take unknown fields
and leave them out, since gold files carry notes of their own (provenance, quotes for human readers).
"""

import msgspec

Range = tuple[int, int]
"""Half-open range of code points into the text of the document."""


class Annotation(msgspec.Struct, frozen=True, gc=False):
    """Base of the shapes below."""


class AnnotatedCount(Annotation, frozen=True, kw_only=True):
    """A number of people or things in an event."""

    what: str
    span: Range | None = None
    low: int | None = None
    high: int | None = None


class AnnotatedEvent(Annotation, frozen=True, kw_only=True):
    """One event of an annotated document."""

    type: str
    trigger: Range
    factuality: str | None = None
    actor: tuple[Range, ...] = ()
    target: tuple[Range, ...] = ()
    place: tuple[Range, ...] = ()
    """Most specific first."""
    origin: tuple[Range, ...] = ()
    destination: tuple[Range, ...] = ()
    time: Range | None = None
    date: str | None = None
    """ISO day, month `2019-10`, year, or `start/end`; None where it cannot be known."""
    counts: tuple[AnnotatedCount, ...] = ()
    rule: str | None = None
    """What found it; None in gold."""
    score: float | None = None


class AnnotatedClaim(Annotation, frozen=True, kw_only=True):
    """One claim of an annotated document."""

    act: str
    source: Range | None = None
    """The innermost speaker."""
    via: tuple[Range, ...] = ()
    """Through whom the passage has it, outermost last."""
    cue: Range | None = None
    target: Range | None = None
    content: Range | None = None
    quote: bool = False
    rule: str | None = None
    score: float | None = None


class AnnotatedDocument(Annotation, frozen=True, kw_only=True):
    """One document with its events and claims."""

    id: str
    lang: str | None = None
    outlet: str | None = None
    published: str | None = None
    title: str | None = None
    text: str = ""
    """May be left out of predictions: they are read against the text of the gold."""
    events: tuple[AnnotatedEvent, ...] = ()
    claims: tuple[AnnotatedClaim, ...] = ()

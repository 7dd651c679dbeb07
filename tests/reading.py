# SPDX-License-Identifier: Apache-2.0
"""What was read out of a text, as words: tests of events and claims say in words what they expect.

Use: `from reading import read_events`; this folder is on the path like `strategies`.
"""

from typing import Any, Final, NamedTuple

import pytest

from rasid.pipeline import code_document
from rasid.read import read_text
from rasid.records import Claim, CodedDocument, Event, LanguageCode, Role, Sentence, Span
from rasid.text import analyse

PUBLISHED: Final = "2019-10-15"
# A line without a happening that makes a passage one about conflict: words of violence alone may be of sport or health.
COMPANY: Final = "\nقوات الجيش وفصائل ومسلحون وعسكريون."  # army forces, factions, gunmen and soldiers


class EventWords(NamedTuple):
    """One event, its spans as words."""

    type: str
    trigger: str
    factuality: str
    actor: list[str]
    target: list[str]
    place: list[str]
    origin: list[str]
    destination: list[str]
    instrument: list[str]
    counts: list[tuple[str, int, int | None]]
    time: str | None
    reason: str


class ClaimWords(NamedTuple):
    """One claim, its spans as words."""

    act: str
    source: str
    cue: str
    content: str
    target: str | None
    chain: list[tuple[str, str]]
    """Role and words (or name) of each link, outermost first, the publisher left out."""
    framing: list[str]
    quote: bool
    polarity: str


def wrong(*values: object, name: str, reason: str) -> object:
    """Return a case that is right in principle and not yet read so; it may pass at any time."""
    return pytest.param(*values, id=name, marks=pytest.mark.xfail(strict=False, reason=reason))


def code_text(text: str, *, language: LanguageCode = "ar", published: str | None = PUBLISHED, **fields: Any) -> CodedDocument:
    """Return a text as a coded document."""
    return code_document(read_text(text, language=language, published=published, **fields))


def code_news(text: str, **fields: Any) -> CodedDocument:
    """Return an Arabic text as a coded document, read as part of a passage about conflict."""
    return code_text(text + COMPANY, **fields)


def parse_text(text: str, *, language: LanguageCode = "ar") -> Sentence:
    """Return the first sentence of a text, read closely."""
    return analyse(read_text(text, language=language), wanted=lambda _: True)[0]


def read_events(text: str, event_type: str | None = None) -> list[EventWords]:
    """Return the events of an Arabic text in a passage about conflict, as words; of one type where it is given."""
    coded = code_news(text)
    return [event_words(event, coded) for event in coded.events if event_type in {None, event.type}]


def read_event(text: str, event_type: str) -> EventWords:
    """Return the one event of a type in an Arabic text; another number of them fails the test."""
    every = read_events(text)
    found = [event for event in every if event.type == event_type]
    assert len(found) == 1, f"{len(found)} events of type {event_type} in '{text}'; all: {every}"
    return found[0]


def read_claims(text: str, act: str | None = None, **fields: Any) -> list[ClaimWords]:
    """Return the claims of an Arabic text as words, of one act where it is given."""
    coded = code_text(text, **fields)
    return [claim_words(claim, coded) for claim in coded.claims if act in {None, claim.act}]


def read_claim(text: str, act: str, **fields: Any) -> ClaimWords:
    """Return the one claim of an act in an Arabic text; another number of them fails the test."""
    every = read_claims(text, **fields)
    found = [claim for claim in every if claim.act == act]
    assert len(found) == 1, f"{len(found)} claims of act {act} in '{text}'; all: {every}"
    return found[0]


def event_words(event: Event, coded: CodedDocument) -> EventWords:
    """Return an event as words."""
    text = coded.document.text

    def of(role: Role) -> list[str]:
        return [span.of(text) for span in event.spans(role)]

    return EventWords(
        type=event.type,
        trigger=event.trigger.of(text),
        factuality=event.factuality,
        actor=of("actor"),
        target=of("target"),
        place=of("place"),
        origin=of("origin"),
        destination=of("destination"),
        instrument=of("instrument"),
        counts=[(count.what, count.low, count.high) for count in event.counts],
        time=_words(event.time, text),
        reason=event.factuality_reason,
    )


def claim_words(claim: Claim, coded: CodedDocument) -> ClaimWords:
    """Return a claim as words."""
    text = coded.document.text
    return ClaimWords(
        act=claim.act,
        source=_words(claim.source, text) or "",
        cue=claim.cue.of(text),
        content=claim.content.of(text),
        target=_words(claim.target, text),
        chain=[(link.role, _words(link.span, text) or link.name) for link in claim.chain if link.role != "publisher"],
        framing=[span.of(text) for span in claim.framing],
        quote=claim.quote,
        polarity=claim.polarity,
    )


def event_at(coded: CodedDocument, words: str, event_type: str | tuple[str, ...]) -> EventWords:
    """Return the event of a type whose trigger holds the words; where there are several, the first."""
    types = (event_type,) if isinstance(event_type, str) else event_type
    found = [event_words(event, coded) for event in coded.events if event.type in types]
    fitting = [event for event in found if words in event.trigger]
    assert fitting, f"no {' or '.join(types)} at '{words}'; there are: {[(event.type, event.trigger) for event in found]}"
    return fitting[0]


def claim_at(coded: CodedDocument, cue: str, source: str) -> ClaimWords:
    """Return the claim whose cue holds one word and whose source begins with others; where there are several, the first."""
    found = [claim_words(claim, coded) for claim in coded.claims]
    fitting = [claim for claim in found if cue in claim.cue and claim.source.startswith(source)]
    assert fitting, f"no claim with the cue '{cue}' of '{source}'; there are: {[(claim.cue, claim.source) for claim in found]}"
    return fitting[0]


def claims_around(coded: CodedDocument, words: str) -> list[ClaimWords]:
    """Return the claims whose content holds the words, the narrowest first."""
    found = sorted(coded.claims, key=lambda claim: claim.content.end - claim.content.start)
    return [claim_words(claim, coded) for claim in found if words in claim.content.of(coded.document.text)]


def spans_of(coded: CodedDocument) -> list[Span]:
    """Return every span that a coded document holds."""
    spans = [mention.span for mention in coded.mentions]
    for event in coded.events:
        spans += [event.trigger, *(argument.span for argument in event.arguments), *(count.span for count in event.counts)]
        spans += [span for span in (event.time, event.factuality_span) if span is not None]
    for claim in coded.claims:
        spans += [claim.cue, claim.content, *claim.framing, *([claim.target] if claim.target else [])]
        spans += [span for link in claim.chain for span in (link.span, link.cue) if span is not None]
    return spans


def _words(span: Span | None, text: str) -> str | None:
    return None if span is None else span.of(text)

# SPDX-License-Identifier: Apache-2.0
"""Nest the claims of a sentence into chains, from the outlet of the page to the innermost speaker."""

from collections.abc import Iterable, Sequence
from typing import Final

from msgspec.structs import replace

from rasid.claims.content import is_quoted
from rasid.claims.drafts import Draft, find_drafts
from rasid.claims.english import Parts
from rasid.claims.framing import find_framing
from rasid.claims.sources import Speaker, is_hearsay
from rasid.ids import ClaimId, make_id
from rasid.records import Claim, Document, Event, Link, Mention, Method, Sentence, Span

METHOD: Final = Method(name="rasid.claims", version="1")


def find_claims(sentences: Sequence[Sentence], mentions: Sequence[Mention], *, document: Document) -> tuple[Claim, ...]:
    """Return the claims of one document in the order of their cues.

    Args:
        sentences: All sentences of the document; those without predicates are passed over.
        mentions: All its mentions; loaded names become framing.
        document: Where the sentences come from.
    """
    claims: list[Claim] = []
    recent: tuple[Speaker, ...] = ()
    parts = Parts(sentences, document.text) if document.language == "en" else None
    outlets = tuple(mention.span for mention in mentions if mention.kind == "outlet")
    named: dict[int, list[Span]] = {}
    for mention in mentions:
        if mention.candidates and mention.kind in {"actor", "place"}:
            named.setdefault(mention.sentence, []).append(mention.span)
    for sentence in sentences:
        if not sentence.phrases and not sentence.predicates:
            continue
        drafts, recent = find_drafts(sentence, recent, document, outlets, named.get(sentence.index, ()), parts)
        chained = _chain(drafts, document)
        claims.extend(_claim(draft, chain, sentence, document, mentions) for draft, chain in zip(drafts, chained, strict=True))
    return tuple(claims)


def link_claims(claims: Sequence[Claim], events: Iterable[Event]) -> tuple[Claim, ...]:
    """Return the claims with the events and claims that lie in their contents."""
    events = tuple(events)
    linked: list[Claim] = []
    for claim in claims:
        inside = tuple(event.id for event in events if claim.content.holds(event.trigger))
        nested = tuple(other.id for other in claims if other is not claim and claim.content.holds(other.cue))
        linked.append(replace(claim, events=inside, claims=nested))
    return tuple(linked)


def _chain(drafts: Sequence[Draft], document: Document) -> list[tuple[Link, ...]]:
    """Chain of each draft: the outlet of the page, then every claim whose content holds this cue, outermost first."""
    publisher = Link(role="publisher", name=document.outlet or "", kind="media" if document.outlet else "unknown")
    chains: list[tuple[Link, ...]] = []
    for draft in drafts:
        outer = [
            other for other in drafts
            if other is not draft and other.content.holds(draft.cue_span) and other.content != draft.content
        ]  # fmt: skip
        outer.sort(key=lambda other: (other.content.start - other.content.end, other.cue_span))
        links = [publisher]
        for other in outer:
            links.extend(link for link in other.via if link.role == "outlet" and document.language == "ar")
            if other.speaker.span != draft.speaker.span:
                links.append(_link(other, inner=False))
            links.extend(link for link in other.via if link.role == "medium")
        if not outer:
            links.extend(_outlets_before(draft, drafts, chains))
        links.extend(draft.via)
        chains.append((*_once(links), _link(draft, inner=True)))
    return chains


def _outlets_before(draft: Draft, drafts: Sequence[Draft], chains: Sequence[tuple[Link, ...]]) -> list[Link]:
    """Through whom the passage has a speaker who goes on: the outlets of the last claim of the same speaker in the sentence."""
    for other, chain in zip(reversed(drafts[: len(chains)]), reversed(chains), strict=True):
        if other.speaker.span == draft.speaker.span:
            return [link for link in chain[1:-1] if link.role in {"outlet", "person"}]
    return []


def _once(links: Sequence[Link]) -> list[Link]:
    """The links with each span once, in order."""
    kept: list[Link] = []
    for link in links:
        if link.span is None or not any(other.span is not None and other.span.overlaps(link.span) for other in kept):
            kept.append(link)
    return kept


def _link(draft: Draft, *, inner: bool) -> Link:
    speaker = draft.speaker
    role = "speaker" if inner else ("outlet" if speaker.is_media else "person")
    stance = "unknown" if is_hearsay(speaker) else draft.cue.sense.stance  # nobody stands behind `أنباء`
    return Link(
        role=role, span=speaker.span, cue=draft.cue_span, act=draft.cue.sense.act, stance=stance, kind=speaker.kind,  # type: ignore[arg-type]
    )  # fmt: skip


def _claim(draft: Draft, chain: tuple[Link, ...], sentence: Sentence, document: Document, mentions: Sequence[Mention]) -> Claim:
    sense = draft.cue.sense
    return Claim(
        id=ClaimId(make_id("cl", document.id, sense.act, draft.cue_span.start, draft.cue_span.end, draft.content.start, draft.content.end)),
        document_id=document.id, sentence=sentence.index, act=sense.act, chain=chain, cue=draft.cue_span, content=draft.content, target=draft.target,
        polarity="denied" if sense.act == "deny" else "asserted", quote=is_quoted(document.text, draft.content),
        framing=find_framing(document.text, draft.content, mentions), coder=METHOD, rule=sense.rule, score=draft.score,
    )  # fmt: skip

# SPDX-License-Identifier: Apache-2.0
"""Prisons and camps: what the documents say of each, as dated and attributed observations.

In come coded documents; out come `SiteObservation` records without words of our own: the assessment adds the sentences
in its language. A site is one of the knowledge files (`site:sy-hol`), one that a text describes (`site:said-…`), or a
class of sites that it leaves unnamed (`site:class-prison`). Guards, their numbers and movements are left out on
purpose, and so are points on a map.
"""

from collections.abc import Iterable, Iterator, Sequence

from rasid.ids import make_id
from rasid.knowledge.assessment import observation_of, phrases
from rasid.records import (
    Citation,
    Claim,
    CodedDocument,
    CountKind,
    Event,
    Quantity,
    SiteField,
    SiteObservation,
    Span,
)
from rasid.sites.naming import SiteNamed, sites_in, sites_near

__all__ = ["SiteNamed", "observe_sites", "sites_in", "sites_near"]

# People who leave custody are often told of in a sentence whose site is no argument of the event itself.
_SENTENCE_FIELDS = frozenset({"escaped", "released", "transferred", "unrest", "recaptured"})
_FIELDS: tuple[SiteField, ...] = (
    "attacked",
    "shelled",
    "unrest",
    "escaped",
    "released",
    "transferred",
    "withdrawn",
    "seized",
    "conditions",
)
_COUNTED: dict[str, tuple[CountKind, ...]] = {
    "escaped": ("escaped", "persons", "released"),
    "released": ("released", "persons", "escaped"),
    "recaptured": ("arrested", "persons"),
    "held": ("arrested", "persons"),
    "conditions": ("killed", "wounded", "persons"),
}
_TOWN = 2
_LATE = "9999"


def observe_sites(coded: Iterable[CodedDocument]) -> tuple[SiteObservation, ...]:
    """Return what is said of prisons and camps, by site, date and place in the text.

    Args:
        coded: Coded documents in any order; those set aside as irrelevant are passed over.

    Returns:
        Observations without labels and sentences; each cites the words that it rests on.
    """
    found: dict[str, SiteObservation] = {}
    for one in coded:
        if one.relevant:
            found.update((observation.id, observation) for observation in _observe(one))
    return tuple(sorted(found.values(), key=lambda o: (o.site, o.date or _LATE, o.citations, o.field, o.id)))


def _observe(one: CodedDocument) -> Iterator[SiteObservation]:
    for event in one.events:
        yield from _from_event(one, event)
    for claim in one.claims:
        yield from _from_warning(one, claim)


def _from_event(one: CodedDocument, event: Event) -> Iterator[SiteObservation]:
    field = _field_of(one, event)
    if field is None:
        return
    sites = _sites_of(one, event, field)
    claims = tuple(claim.id for claim in _holding(one, event))
    for site in (_placed(site, event) for site in sites):
        count = _count_for(event, field)
        spans = [event.trigger, site.span, *([count.span] if count else [])]
        yield _observation(one, site, field, spans, event=event, count=count, claims=claims)
        if field == "held":
            yield from _custodian(one, event, site, claims)


def _placed(site: SiteNamed, event: Event) -> SiteNamed:
    """Return a site without a name of its own (`the central prison`, `a prison`) under an id for each place."""
    if event.where is None:
        return site
    if site.single and event.where.precision <= _TOWN:
        # `a prison in Qamishli`: one prison, known by its town only.
        return site._replace(id=make_id("site:said", site.kind, event.where.entity or event.where.name), named=True)
    if not site.id.startswith("site:said") or not site.label.startswith("ال"):
        return site
    return site._replace(id=make_id("site:said", site.id, event.where.entity or event.where.name))


def _field_of(one: CodedDocument, event: Event) -> SiteField | None:
    text = one.document.text
    trigger = event.trigger.of(text)
    field = observation_of(event.type)
    if field == "attacked" and phrases("breach_words").is_in(trigger):
        return "breached"
    if field == "held":
        around = " ".join([trigger, *(span.of(text) for span in event.spans("target"))])
        if phrases("recapture_words").is_in(around):
            return "recaptured"
        # An arrest near a prison says nothing of the prison; being held in it does.
        return "held" if phrases("holding_words").is_in(trigger) else None
    return next((known for known in _FIELDS if known == field), None)


def _sites_of(one: CodedDocument, event: Event, field: str) -> tuple[SiteNamed, ...]:
    spans = [a.span for a in event.arguments if a.role in ("target", "place", "origin", "destination")]
    if field in ("withdrawn", "seized"):
        spans = [a.span for a in event.arguments if a.role in ("target", "place", "origin")]
    found = [site for span in spans for site in sites_in(one, span)]
    if not found and field in _SENTENCE_FIELDS:
        found = list(sites_near(one, event.trigger))
    return tuple({site.id: site for site in reversed(found)}.values())[::-1]


def _count_for(event: Event, field: str) -> Quantity | None:
    wanted = _COUNTED.get(field, ("persons",))
    fitting = [quantity for what in wanted for quantity in event.counts if quantity.what == what]
    return fitting[0] if fitting else None


def _custodian(one: CodedDocument, event: Event, site: SiteNamed, claims: tuple[str, ...]) -> Iterator[SiteObservation]:
    for span in event.spans("actor"):
        if not sites_in(one, span):
            yield _observation(one, site, "custodian", [span, event.trigger, site.span], event=event, claims=claims)


def _from_warning(one: CodedDocument, claim: Claim) -> Iterator[SiteObservation]:
    if claim.act not in ("warn", "threaten"):
        return
    for site in sites_in(one, claim.content):
        yield _observation(one, site, "warned", [claim.cue, site.span], claims=(claim.id,))


def _holding(one: CodedDocument, event: Event) -> list[Claim]:
    holding = [claim for claim in one.claims if event.id in claim.events or claim.content.holds(event.trigger)]
    return sorted(holding, key=lambda claim: (claim.content.end - claim.content.start, claim.cue, claim.id))


def _observation(
    one: CodedDocument,
    site: SiteNamed,
    field: SiteField,
    spans: Sequence[Span],
    *,
    event: Event | None = None,
    count: Quantity | None = None,
    claims: Sequence[str] = (),
) -> SiteObservation:
    doc = one.document
    quoted = count.span if count else spans[0] if field == "custodian" else None
    source: str = event.id if event else claims[0]
    date = event.when.value if event and event.when else None
    if field == "warned" and doc.published:
        date = doc.published[:10]
    return SiteObservation(
        id=make_id("so", doc.id, site.id, field, source, spans[0].start),
        site=site.id,
        field=field,
        field_label=field,
        factuality=event.factuality if event else "possible",
        date=date,
        low=count.low if count else None,
        high=count.high if count else None,
        quote=quoted.of(doc.text) if quoted else "",
        outlet=doc.outlet,
        events=(event.id,) if event else (),
        claims=tuple(claims),  # type: ignore[arg-type]  # ids of claims, kept as they came
        citations=tuple(dict.fromkeys(Citation(document_id=doc.id, span=span, record_id=source) for span in spans)),
    )

# SPDX-License-Identifier: Apache-2.0
"""What every part of the assessment works with, and the phrases that several of them need."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from rasid.assess.nearness import place_key
from rasid.assess.parties import Parties, known_name
from rasid.assess.reading import Reading, Told
from rasid.assess.wording import Wording
from rasid.ids import ClaimId, DocumentId, EventId
from rasid.knowledge.assessment import fold_words, phrases, sentence_around
from rasid.records import Claim, Factuality, Party, Place, Quantity, Span

# A line quotes the clause around its trigger: enough to see what is told, short enough to read.
_FEWEST_WORDS = 7
_MOST_WORDS = 26
_CLAUSE_ENDS = "،,؛;\n"
CLASS_SITE = "site:class-"
"""Begins the ids of sites that are spoken of together and so tie nothing to one place."""


@dataclass(frozen=True, slots=True)
class Context:
    """The documents, the words, the parties, and the origin of each document."""

    reading: Reading
    wording: Wording
    parties: Parties
    origin_of: Mapping[DocumentId, str]
    sites_of: Mapping[EventId, tuple[str, ...]]
    """Ids of the sites that each event is about."""
    sites_of_claims: Mapping[ClaimId, tuple[str, ...]]
    """Ids of the sites that each warning speaks of."""

    def fine_spots(self, told: Told) -> frozenset[str]:
        """Return where an event is, without classes of sites; that of the same happening beside it where it has none.

        A text that has named the place of a bombing tells of its victims without naming it again.
        """
        own = frozenset(spot for spot in self.spots(told) if not spot.startswith(CLASS_SITE))
        if own or not told.date:
            return own
        near = {
            frozenset(spot for spot in self.spots(other) if not spot.startswith(CLASS_SITE))
            for other in self.reading.told_in(told.document.id)
            if other.event.type == told.event.type and other.date == told.date
        } - {frozenset()}
        return next(iter(near)) if len(near) == 1 else own

    def country_of(self, document_id: DocumentId) -> str | None:
        """Return the country that most events of a document are in, or None."""
        seen = [told.event.where.country for told in self.reading.told_in(document_id) if told.event.where]
        named = sorted({country for country in seen if country})
        return max(named, key=lambda country: (seen.count(country), country), default=None)

    def where_phrase(self, told: Told) -> str:
        """Return ` in Ain Issa Camp` or ` in Raqqa` or nothing: the named site, else the place."""
        return self.wording.place_phrase(self.where_name(told))

    def where_name(self, told: Told) -> str | None:
        """Return the name of the site that an event is about, else of its place, else None."""
        sites = [site for site in self.sites_of.get(told.event.id, ()) if not site.startswith(CLASS_SITE)]
        names = [name for site in sites if (name := known_name(site, self.wording.language))]
        return names[0] if names else self.place_name(told.event.where)

    def is_asserted(self, told: Told) -> bool:
        """Return whether an event is told as such: what stands in a warning, a demand or a promise is not."""
        claim = self.holder(told)
        return claim is None or claim.act in ("report", "accuse", "condemn", "claim_responsibility", "support", "deny")

    def passage(self, told: Told) -> str:
        """Return the words that tell of an event, quoted: the clause around its trigger, names of persons taken out."""
        return self.wording.quoted(self.parties.content(told.document.id, self.clause_of(told)))

    def clause_of(self, told: Told) -> Span:
        """Return the clause around the trigger of an event, inside of the claim that holds it."""
        text = told.document.text
        claim = self.holder(told)
        whole = claim.content if claim is not None else sentence_around(text, told.event.trigger)
        return _clause(text, whole, told.event.trigger)

    def number_words(self, told: Told, quantity: Quantity) -> str:
        """Return the words of a number: the number itself where the words go on behind it (`the thousands of ...`)."""
        text = told.document.text
        named = [
            mention.span
            for mention in self.reading.mentions_in(told.document.id, quantity.span)
            if mention.kind == "quantity" and quantity.span.holds(mention.span) and mention.low == quantity.low
        ]
        words = quantity.span.of(text)
        if named and len(words.split()) > len(named[0].of(text).split()) + 1:
            words = named[0].of(text)
        return self.wording.quoted(words)

    def spots(self, told: Told) -> frozenset[str]:
        """Return where an event is, as closely as can be told: its sites, and its place if a district or less."""
        place = place_key(told.event.where)
        return frozenset({*self.sites_of.get(told.event.id, ()), *([place] if place else [])})

    def place_name(self, place: Place | None) -> str | None:
        """Return the name of a place in the language of the assessment, as written where it has none."""
        if place is None:
            return None
        known = place.name_ar if self.wording.language == "ar" else place.name_en
        return known or place.name

    def fact_note(self, factuality: Factuality) -> str:
        """Return ` (planned)` or nothing, to be set into a sentence."""
        return self.wording.label(f"factuality_note/{factuality}")

    def labels(self, parties: Iterable[Party]) -> str:
        """Return parties as a list in words."""
        every = tuple(parties)
        known = [party.label for party in every if party.kind != "unknown"]
        return self.wording.join(known or [party.label for party in every])

    def holder(self, told: Told) -> Claim | None:
        """Return the innermost claim that holds an event, or None where the passage tells it in its own voice."""
        return told.claims[0] if told.claims else None

    def said_by(self, told: Told) -> tuple[Party, ...]:
        """Return who says that an event happened: the innermost speakers."""
        claim = self.holder(told)
        return (self.parties.speaker(claim),) if claim is not None else ()

    def source_phrase(self, told: Told) -> str:
        """Return `according to X`, `in an accusation by X` or `as told by OUTLET`."""
        claim = self.holder(told)
        if claim is None:
            return self.wording.phrase("site/own", outlet=self.parties.outlet(told.document.id).label)
        key = "accused" if claim.act == "accuse" else "by"
        return self.wording.phrase(f"site/{key}", speakers=self.parties.speaker(claim).label)

    def origin_key(self, document_id: DocumentId, speaker: Party | None) -> str:
        """Return what a statement goes back to: one speaker told by ten outlets is one origin.

        Unnamed media and parties that nothing identifies are no origin of their own; the document's text is.
        """
        if speaker is not None:
            speaker = self.parties.body(speaker)
        if speaker is None or speaker.kind not in ("known", "official", "group"):
            return self.origin_of[document_id]
        if phrases("media_words").is_in(speaker.label):
            return self.origin_of[document_id]
        if speaker.kind == "group" and len(fold_words(speaker.label)) == 1:
            return self.origin_of[document_id]  # `the ministry`, `the source`: whose can only be told from the text
        return speaker.id

    def origin_keys(self, tolds: Iterable[Told]) -> frozenset[str]:
        """Return the origins of what some events rest on."""
        return frozenset(self.origin_key(told.document.id, next(iter(self.said_by(told)), None)) for told in tolds)


def _clause(text: str, whole: Span, trigger: Span) -> Span:
    """Return the clause of a stretch of text around some words, with its neighbours while it is too short to read."""
    cuts = [whole.start, *(at + 1 for at in range(whole.start, whole.end) if text[at] in _CLAUSE_ENDS), whole.end]
    pieces = [(a, b) for a, b in pairwise(cuts) if text[a:b].strip(_CLAUSE_ENDS + " ")]
    at = next((index for index, (_, end) in enumerate(pieces) if end >= trigger.end), 0)
    first = last = at
    while first > 0 or last < len(pieces) - 1:
        # What stands before a short clause says of whom it tells; what stands behind it says more of it.
        length = len(text[pieces[first][0] : pieces[last][1]].split())
        if length >= _FEWEST_WORDS:
            break
        first, last = (first - 1, last) if first > 0 else (first, last + 1)
    start, end = pieces[first][0], pieces[last][1]
    if len(text[start:end].split()) > _MOST_WORDS and pieces[first][0] < trigger.start:
        start = max(start, _words_back(text, trigger.start, start))
    return Span(start, max(end, trigger.end))


def _words_back(text: str, at: int, floor: int) -> int:
    """Return where some words before a place in a text begin."""
    before = text[floor:at].split(" ")
    return at - len(" ".join(before[-_FEWEST_WORDS:])) if len(before) > _FEWEST_WORDS else floor

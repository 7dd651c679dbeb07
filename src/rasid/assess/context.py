# SPDX-License-Identifier: Apache-2.0
"""What every part of the assessment works with, and the phrases that several of them need."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rasid.assess.nearness import place_key
from rasid.assess.parties import Parties
from rasid.assess.reading import Reading, Told
from rasid.assess.wording import Wording
from rasid.ids import DocumentId, EventId
from rasid.knowledge.assessment import fold_words, phrases
from rasid.records import Claim, Factuality, Party, Place


@dataclass(frozen=True, slots=True)
class Context:
    """The documents, the words, the parties, and the origin of each document."""

    reading: Reading
    wording: Wording
    parties: Parties
    origin_of: Mapping[DocumentId, str]
    sites_of: Mapping[EventId, tuple[str, ...]]
    """Ids of the sites that each event is about."""

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

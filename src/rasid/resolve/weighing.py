# SPDX-License-Identifier: Apache-2.0
"""How strongly the words, the sentence, the document and size speak for one candidate of a place name."""

from collections.abc import Iterator
from math import log10
from typing import Final

from rasid.knowledge.names import PlaceEntry, SiteEntry
from rasid.records import Candidate, Record
from rasid.resolve.anchors import Anchor
from rasid.resolve.context import DocumentContext
from rasid.resolve.surroundings import Surroundings

# Weights in natural log units (1 makes a candidate 2.7 times as likely). Set by hand so that a word for the kind
# outweighs the document, the document the outlet, and all of them mere size; checked on names that two places share.
_KIND_FITS: Final = 2.0
_KIND_CLASHES: Final = -2.5
_LAND: Final = 4.0  # `ريف حلب` is of the province, however large the city
_SAME_SENTENCE: Final = 2.0
_SAME_PROVINCE: Final = 1.5
_SAME_COUNTRY: Final = 3.0
_OUTLET_COUNTRY: Final = 0.7
_PER_TENFOLD_POPULATION: Final = 0.8
_OWN_LIST: Final = 1.5
_ANCHORED: Final = 3.5  # `قرية X بريف Y`: the words themselves say where
_PARTY_COUNTRY: Final = 0.7
# Residents to assume where the gazetteer has none: it knows few for Syria and Yemen.
_TYPICAL: Final = {
    "sea": 10_000_000,
    "river": 10_000_000,
    "province": 300_000,
    "city": 100_000,
    "town": 15_000,
    "neighbourhood": 15_000,
    "village": 2_000,
}
_SETTLED: Final = 1.0  # a bare name is rather the city than the province around it
_WATER: Final = 4.0  # and far rather the sea or river than the provinces named after it

SETTLEMENTS: Final = frozenset({"city", "town", "village"})
WIDE: Final = frozenset({"province", "region", "country", "river", "sea", "mountain", "island", "road"})
_FITS: Final = {
    "city": frozenset({"city", "town"}),
    "town": frozenset({"town", "village", "city"}),
    "village": frozenset({"village", "town"}),
    "district": frozenset({"district", "town", "city", "village"}),
    "neighbourhood": frozenset({"neighbourhood"}),
    "camp": frozenset({"camp", "neighbourhood", "town", "village"}),
    "prison": frozenset({"prison", "detention_facility", "city", "town"}),
    "facility": frozenset({"facility", "city", "town"}),
    "crossing": frozenset({"crossing", "town", "city"}),
}


class Clues(Record, frozen=True, kw_only=True):
    """What speaks for and against the candidates of one name."""

    context: DocumentContext
    around: Surroundings
    near: frozenset[tuple[str, str]]
    anchors: tuple[Anchor, ...]


class Weighed(Record, frozen=True, kw_only=True):
    """A candidate with what speaks for and against it, in natural log units, and in words."""

    entry: PlaceEntry | SiteEntry
    score: float
    reasons: tuple[str, ...]


def weigh(candidate: Candidate, entry: PlaceEntry | SiteEntry, clues: Clues) -> Weighed:
    """Return a candidate weighed: by its kind and size, its sentence and document, and what the words tie it to."""
    score, reasons = 0.0, ["name"]
    if isinstance(entry, PlaceEntry):
        population = entry.population or _TYPICAL.get(entry.kind, 1)
        score += _PER_TENFOLD_POPULATION * log10(population) + (_OWN_LIST if entry.own else 0)
    for speaker in (_kind_speaks, _sentence_speaks, _document_speaks, _ties_speak):
        for weight, reason in speaker(entry, clues):
            score += weight
            reasons.append(reason)
    return Weighed(entry=entry, score=score + candidate.score, reasons=tuple(reasons))


def _kind_speaks(entry: PlaceEntry | SiteEntry, clues: Clues) -> Iterator[tuple[float, str]]:
    kind = _kind_score(entry, clues.around)
    if kind:
        yield kind, f"{'fits' if kind > 0 else 'clashes with'} {' '.join(clues.around.words) or 'a bare name'}"


def _sentence_speaks(entry: PlaceEntry | SiteEntry, clues: Clues) -> Iterator[tuple[float, str]]:
    if (entry.country, entry.admin1) in clues.near:
        yield _SAME_SENTENCE, f"{entry.admin1} in the same sentence"
    elif any(country == entry.country for country, _ in clues.near):
        yield _SAME_SENTENCE / 2, f"{entry.country} in the same sentence"


def _document_speaks(entry: PlaceEntry | SiteEntry, clues: Clues) -> Iterator[tuple[float, str]]:
    context = clues.context
    if share := context.province_share(entry.country, entry.admin1):
        yield _SAME_PROVINCE * share, f"{entry.admin1} in the document"
    if share := context.country_share(entry.country):
        yield _SAME_COUNTRY * share, f"{entry.country} in the document"
    if entry.country and entry.country == context.outlet_country:
        yield _OUTLET_COUNTRY, "country of the outlet"
    if entry.country in context.parties:
        yield _PARTY_COUNTRY if context.countries else _SAME_COUNTRY, "country of a party"


def _ties_speak(entry: PlaceEntry | SiteEntry, clues: Clues) -> Iterator[tuple[float, str]]:
    for anchor in clues.anchors:
        fits = anchor.fits(entry)
        if fits is not None:
            yield (_ANCHORED, f"lies {anchor.words}") if fits else (-_ANCHORED, f"does not lie {anchor.words}")


def _kind_score(entry: PlaceEntry | SiteEntry, around: Surroundings) -> float:
    if around.countryside or (around.direction and not around.kind):  # the countryside of a city is its province
        return _LAND if entry.kind in WIDE else 0.0
    if not around.kind:
        if entry.kind in {"sea", "river"}:
            return _WATER
        return _SETTLED if entry.kind in SETTLEMENTS | {"country"} else 0.0
    fitting = _FITS.get(around.kind, frozenset({around.kind}))
    if entry.kind in fitting:
        return _KIND_FITS if entry.kind == around.kind else _KIND_FITS / 2
    return _KIND_CLASHES

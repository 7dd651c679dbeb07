# SPDX-License-Identifier: Apache-2.0
"""One place name to one place, or to none: candidates weighed by name, kind, document and population."""

from math import exp, log10
from typing import Final

from rasid.knowledge.distance import km_between
from rasid.knowledge.names import PlaceEntry, SiteEntry
from rasid.records import Candidate, Place, Record
from rasid.resolve.context import DocumentContext, entry_of
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

# A small place in another country than the rest of the document is more often a word that was taken for a name.
_ABOUT_ONE_COUNTRY: Final = 0.6  # share of the document's other places
_WELL_KNOWN: Final = 50_000  # residents from which a place may turn up in news from anywhere

_MARGIN: Final = 0.25  # lead in probability below which two places far apart count as undecided
_TOGETHER_KM: Final = 25.0  # candidates nearer than this are one place for our purposes

_SETTLEMENTS: Final = frozenset({"city", "town", "village"})
_WIDE: Final = frozenset({"province", "region", "country", "river", "sea", "mountain", "island", "road"})
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
_POINT_PRECISION: Final = {"site": 1, "near": 2, "district": 3, "province": 4, "region": 5, "country": 6}
_UNKNOWN: Final = 7


class _Scored(Record, frozen=True, kw_only=True):
    entry: PlaceEntry | SiteEntry
    score: float
    reasons: tuple[str, ...]


def resolve_place(
    name: str,
    *,
    candidates: tuple[Candidate, ...],
    context: DocumentContext,
    surroundings: Surroundings | None = None,
    near: frozenset[tuple[str, str]] = frozenset(),
) -> Place:
    """Return the place that a name stands for in a document.

    Args:
        name: As written.
        candidates: What the name may stand for; their scores are priors.
        context: Countries and provinces of the document.
        surroundings: What the words beside the name say.
        near: (country, province) of sure places in the same sentence.

    Returns:
        A place with precision and reason. Without a point where the name is unknown, where two places far apart are
        about as likely, or where a stretch of land is meant (`ريف حلب الشمالي`); the candidates are kept either way.
    """
    around = surroundings or Surroundings()
    known = [(candidate, entry_of(candidate.entity)) for candidate in candidates]
    scored = [_score(candidate, entry, context, around, near) for candidate, entry in known if entry is not None]
    if not scored:
        return Place(name=name, candidates=candidates, reason="no entry of that name")
    scored.sort(key=lambda item: (-item.score, item.entry.id))
    shares = _shares(scored)
    kept = tuple(
        Candidate(entity=item.entry.id, score=share, reason=", ".join(item.reasons))
        for item, share in zip(scored, shares, strict=True)
    )
    rivals = _rivals(scored, shares)
    if rivals:
        return _undecided(name, [scored[0], *rivals], kept)
    elsewhere = _elsewhere(scored[0].entry, context, around, near)
    if elsewhere:
        return Place(name=name, candidates=kept, reason=elsewhere)
    return _decided(name, scored[0], scored[1:], around, kept)


def _score(
    candidate: Candidate,
    entry: PlaceEntry | SiteEntry,
    context: DocumentContext,
    around: Surroundings,
    near: frozenset[tuple[str, str]],
) -> _Scored:
    score, reasons = 0.0, ["name"]
    if isinstance(entry, PlaceEntry):
        population = entry.population or _TYPICAL.get(entry.kind, 1)
        score += _PER_TENFOLD_POPULATION * log10(population) + (_OWN_LIST if entry.own else 0)
    kind = _kind_score(entry, around)
    if kind:
        score += kind
        reasons.append(f"{'fits' if kind > 0 else 'clashes with'} {' '.join(around.words) or 'a bare name'}")
    if (entry.country, entry.admin1) in near:
        score += _SAME_SENTENCE
        reasons.append(f"{entry.admin1} in the same sentence")
    elif any(country == entry.country for country, _ in near):
        score += _SAME_SENTENCE / 2
        reasons.append(f"{entry.country} in the same sentence")
    for share, weight, what in (
        (context.province_share(entry.country, entry.admin1), _SAME_PROVINCE, entry.admin1),
        (context.country_share(entry.country), _SAME_COUNTRY, entry.country),
    ):
        if share:
            score += weight * share
            reasons.append(f"{what} in the document")
    if entry.country and entry.country == context.outlet_country:
        score += _OUTLET_COUNTRY
        reasons.append("country of the outlet")
    return _Scored(entry=entry, score=score + candidate.score, reasons=tuple(reasons))


def _kind_score(entry: PlaceEntry | SiteEntry, around: Surroundings) -> float:
    if around.countryside or (around.direction and not around.kind):  # the countryside of a city is its province
        return _LAND if entry.kind in _WIDE else 0.0
    if not around.kind:
        if entry.kind in {"sea", "river"}:
            return _WATER
        return _SETTLED if entry.kind in _SETTLEMENTS | {"country"} else 0.0
    fitting = _FITS.get(around.kind, frozenset({around.kind}))
    if entry.kind in fitting:
        return _KIND_FITS if entry.kind == around.kind else _KIND_FITS / 2
    return _KIND_CLASHES


def _shares(scored: list[_Scored]) -> list[float]:
    top = scored[0].score
    weights = [exp(item.score - top) for item in scored]
    total = sum(weights)
    return [round(weight / total, 4) for weight in weights]


def _rivals(scored: list[_Scored], shares: list[float]) -> list[_Scored]:
    """Return the candidates that are about as likely as the first and not the same place."""
    first = scored[0].entry
    pairs = zip(scored[1:], shares[1:], strict=True)
    return [item for item, share in pairs if shares[0] - share < _MARGIN and not _is_same_spot(first, item.entry)]


def _is_same_spot(one: PlaceEntry | SiteEntry, other: PlaceEntry | SiteEntry) -> bool:
    """Return whether two candidates need not be told apart: near each other, or a city and the province around it."""
    if one.country == other.country and (one.kind in _WIDE or other.kind in _WIDE):
        return not one.admin1 or not other.admin1 or one.admin1 == other.admin1
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return False
    return km_between(one.latitude, one.longitude, other.latitude, other.longitude) <= _TOGETHER_KM


def _elsewhere(
    entry: PlaceEntry | SiteEntry, context: DocumentContext, around: Surroundings, near: frozenset[tuple[str, str]]
) -> str:
    """Return why a place is not believed: small, unannounced, and in no country that the document is about."""
    top = context.countries[0] if context.countries else None
    if top is None or top.share < _ABOUT_ONE_COUNTRY or context.country_share(entry.country):
        return ""
    if isinstance(entry, SiteEntry) or entry.own or entry.kind in _WIDE:
        return ""
    # Imported lists hold every hamlet: the word beside a name announces a namesake nearer to the news as well.
    announced = around.kind and entry.kind in _FITS.get(around.kind, frozenset({around.kind})) and not (entry.sources and entry.kind == "village")
    if entry.population >= _WELL_KNOWN or announced or any(country == entry.country for country, _ in near):
        return ""
    return f"a name of {entry.name_en} in {entry.country}, but the document is about {top.country}"


def _undecided(name: str, rivals: list[_Scored], kept: tuple[Candidate, ...]) -> Place:
    """Return what all the rivals share: the province, or the country, or nothing."""
    countries = {item.entry.country for item in rivals}
    provinces = {item.entry.admin1 for item in rivals}
    country = countries.pop() if len(countries) == 1 else None
    admin1 = provinces.pop() if country and len(provinces) == 1 else None
    precision = _POINT_PRECISION["province"] if admin1 else _POINT_PRECISION["country"] if country else _UNKNOWN
    names = " / ".join(f"{item.entry.name_en} ({item.entry.country} {item.entry.admin1})".strip() for item in rivals)
    reason = f"undecided between {names}"
    return Place(
        name=name, country=country or None, admin1=admin1 or None, precision=precision, candidates=kept, reason=reason
    )


def _decided(
    name: str, best: _Scored, others: list[_Scored], around: Surroundings, kept: tuple[Candidate, ...]
) -> Place:
    entry = best.entry
    precision = _precision(entry, others, around)
    # A point would say more than the words do where they name a stretch of land.
    land = _is_land(entry, others, around)
    pointless = land or (around.kind == "province" and entry.kind in _SETTLEMENTS)
    return Place(
        name=name,
        entity=entry.id,
        name_ar=entry.name_ar or None,
        name_en=entry.name_en or None,
        kind=entry.kind,
        country=entry.country or None,
        admin1=entry.admin1 or None,
        latitude=None if pointless else entry.latitude,
        longitude=None if pointless else entry.longitude,
        precision=precision,
        candidates=kept,
        reason="; ".join((*best.reasons, *_blur(around, land=land))),
    )


def _is_land(entry: PlaceEntry | SiteEntry, others: list[_Scored], around: Surroundings) -> bool:
    """Return whether the words name land rather than a spot: the countryside of a town, the north of a province."""
    if around.countryside:
        return True
    large = entry.kind in _WIDE or _has_province(entry, others)
    return around.direction and not around.kind and large


def _has_province(entry: PlaceEntry | SiteEntry, others: list[_Scored]) -> bool:
    """Return whether a province of the same country bears the name too."""
    return any(item.entry.kind == "province" and item.entry.country == entry.country for item in others)


def _precision(entry: PlaceEntry | SiteEntry, others: list[_Scored], around: Surroundings) -> int:
    own = entry.precision if isinstance(entry, PlaceEntry) else _site_precision(entry)
    if _is_land(entry, others, around):
        if entry.kind == "province" or _has_province(entry, others):
            return _POINT_PRECISION["province"]
        return _POINT_PRECISION["region"] if entry.kind in _WIDE else max(own, _POINT_PRECISION["district"])
    if around.kind in {"province", "district"}:
        return max(own, _POINT_PRECISION[around.kind])
    facility = around.kind in {"camp", "prison", "facility", "crossing"} and entry.kind in _SETTLEMENTS
    bare = not around.kind and entry.kind in _SETTLEMENTS and _has_province(entry, others)
    near = around.vicinity or around.direction or facility or bare
    return max(own, _POINT_PRECISION["near"] if near else own)


def _site_precision(entry: SiteEntry) -> int:
    return _POINT_PRECISION["site"] if entry.precision_km <= 5 else _POINT_PRECISION["near"]  # noqa: PLR2004


def _blur(around: Surroundings, *, land: bool) -> tuple[str, ...]:
    words = " ".join(around.words)
    if land:
        return (f"a stretch of land: {words}",)
    if around.vicinity or around.direction:
        return (f"beside it: {words}",)
    return ()

# SPDX-License-Identifier: Apache-2.0
"""One place name to one place, or to none: candidates weighed by name, kind, document and population."""

from math import exp
from typing import Final

from msgspec.structs import replace

from rasid.knowledge.distance import km_between
from rasid.knowledge.names import PlaceEntry, SiteEntry
from rasid.records import Candidate, Place
from rasid.resolve import shapes
from rasid.resolve.anchors import Anchor
from rasid.resolve.context import DocumentContext, entry_of
from rasid.resolve.shapes import Offset
from rasid.resolve.surroundings import Surroundings
from rasid.resolve.weighing import SETTLEMENTS, WIDE, Clues, Weighed, weigh

# A small place in another country than the rest of the document is more often a word that was taken for a name.
_ABOUT_ONE_COUNTRY: Final = 0.6  # share of the document's other places
_WELL_KNOWN: Final = 50_000  # residents from which a place may turn up in news from anywhere

_MARGIN: Final = 0.25  # lead in probability below which two places far apart count as undecided
_TOGETHER_KM: Final = 25.0  # candidates nearer than this are one place for our purposes

_NEAR_KM: Final = 25.0  # what UCDP's precision 2 means
_DISTRICT_KM: Final = 25.0
_LAND_KM: Final = {3: _DISTRICT_KM, 4: 60.0}  # radius of the land around a town, and around the chief town of a province
_POINT_PRECISION: Final = {"site": 1, "near": 2, "district": 3, "province": 4, "region": 5, "country": 6}
_UNKNOWN: Final = 7


def resolve_place(
    name: str,
    *,
    candidates: tuple[Candidate, ...],
    context: DocumentContext,
    surroundings: Surroundings | None = None,
    near: frozenset[tuple[str, str]] = frozenset(),
    anchors: tuple[Anchor, ...] = (),
    offset: Offset | None = None,
    bearing: float | None = None,
) -> Place:
    """Return the place that a name stands for in a document.

    Args:
        name: As written.
        candidates: What the name may stand for; their scores are priors.
        context: Countries and provinces of the document.
        surroundings: What the words beside the name say.
        near: (country, province) of sure places in the same sentence.
        anchors: What the words behind the name tie it to.
        offset: So far from the name, and where to, the words before it put what they tell of.
        bearing: Which side of the name is meant, in degrees clockwise from north.

    Returns:
        A place with precision and reason. Without a point where the name is unknown, where two places far apart are
        about as likely, where a stretch of land is meant (`ريف حلب الشمالي`), or where no place of the name lies where
        the words put it; then with the area that they give, if any. The candidates are kept either way.
    """
    around = surroundings or Surroundings()
    known = [(candidate, entry_of(candidate.entity)) for candidate in candidates]
    clues = Clues(context=context, around=around, near=near, anchors=anchors)
    scored = [weigh(candidate, entry, clues) for candidate, entry in known if entry is not None]
    if not scored:
        return _tied(name, candidates, anchors, "no entry of that name")
    scored.sort(key=lambda item: (-item.score, item.entry.id))
    shares = _shares(scored)
    kept = tuple(
        Candidate(entity=item.entry.id, score=share, reason=", ".join(item.reasons))
        for item, share in zip(scored, shares, strict=True)
    )
    rivals = _rivals(scored, shares)
    if rivals:
        return _undecided(name, [scored[0], *rivals], kept)
    elsewhere = _elsewhere(scored[0].entry, clues)
    if elsewhere:
        return _tied(name, kept, anchors, elsewhere)
    place = _decided(name, scored[0], scored[1:], around, kept)
    return _shaped(place, scored[0].entry, land=place.latitude is None, offset=offset, bearing=bearing)


def _shares(scored: list[Weighed]) -> list[float]:
    top = scored[0].score
    weights = [exp(item.score - top) for item in scored]
    total = sum(weights)
    return [round(weight / total, 4) for weight in weights]


def _rivals(scored: list[Weighed], shares: list[float]) -> list[Weighed]:
    """Return the candidates that are about as likely as the first and not the same place."""
    first = scored[0].entry
    pairs = zip(scored[1:], shares[1:], strict=True)
    return [item for item, share in pairs if shares[0] - share < _MARGIN and not _is_same_spot(first, item.entry)]


def _is_same_spot(one: PlaceEntry | SiteEntry, other: PlaceEntry | SiteEntry) -> bool:
    """Return whether two candidates need not be told apart: near each other, or a city and the province around it."""
    if one.country == other.country and (one.kind in WIDE or other.kind in WIDE):
        return not one.admin1 or not other.admin1 or one.admin1 == other.admin1
    if one.latitude is None or one.longitude is None or other.latitude is None or other.longitude is None:
        return False
    return km_between(one.latitude, one.longitude, other.latitude, other.longitude) <= _TOGETHER_KM


def _elsewhere(entry: PlaceEntry | SiteEntry, clues: Clues) -> str:
    """Return why a place is not believed: it lies not where the words put it, or, being small, in no country that the document is about."""
    for anchor in clues.anchors:
        if anchor.fits(entry) is False:
            return f"a name of {entry.name_en} ({entry.country} {entry.admin1}), which does not lie {anchor.words}"
    if clues.around.kind == "village" and isinstance(entry, PlaceEntry) and entry.kind == "city" and entry.population >= _WELL_KNOWN:
        return f"a name of {entry.name_en} in {entry.country}, a city, but the words speak of a village"
    if isinstance(entry, SiteEntry) or entry.own or entry.kind in WIDE or entry.population >= _WELL_KNOWN:
        return ""
    context = clues.context
    if context.country_share(entry.country) or any(country == entry.country for country, _ in clues.near):
        return ""
    top = context.countries[0] if context.countries else None
    if top is not None:
        return f"a name of {entry.name_en} in {entry.country}, but the document is about {top.country}" if top.share >= _ABOUT_ONE_COUNTRY else ""
    if context.parties and entry.country not in context.parties:
        return f"a name of {entry.name_en} in {entry.country}, but the document names parties of {', '.join(sorted(context.parties))} only"
    return ""


def _tied(name: str, candidates: tuple[Candidate, ...], anchors: tuple[Anchor, ...], reason: str) -> Place:
    """Return a place that is known by what it is tied to alone: `قرية X بريف كوباني` lies in the district of Kobani."""
    for anchor in anchors:
        entries = [entry for entry in anchor.entries if entry.kind not in WIDE or entry.kind == "province"]
        spots = [entry for entry in entries if entry.kind != "province"]
        if len({(entry.country, entry.admin1) for entry in entries}) != 1:
            continue
        known = (spots or entries)[0]
        fine = bool(spots) and len(entries) == len(spots)  # `بريف حلب` may be of the city or of the whole province
        precision = _POINT_PRECISION["district" if fine else "province"]
        circle = None
        if fine and known.latitude is not None and known.longitude is not None and known.admin1 != known.name_en:
            circle = shapes.around(known.latitude, known.longitude, _DISTRICT_KM, None)
        return Place(
            name=name, country=known.country or None, admin1=known.admin1 or None, precision=precision, area=circle, candidates=candidates,
            reason=f"{reason}; told to lie {anchor.words}",
        )  # fmt: skip
    return Place(name=name, candidates=candidates, reason=reason)


def _shaped(place: Place, entry: PlaceEntry | SiteEntry, *, land: bool, offset: Offset | None, bearing: float | None) -> Place:
    """Return a place with the area that the words give where they name no spot."""
    if entry.latitude is None or entry.longitude is None:
        return place
    if offset is not None and entry.kind in SETTLEMENTS:
        circle = shapes.at_offset(entry.latitude, entry.longitude, offset)
        sharp = offset.bearing is not None and circle.radius_km <= _NEAR_KM
        return replace(
            place, name=f"{offset.words} {place.name}", entity=None, name_ar=None, name_en=None, kind="", area=circle,
            latitude=circle.latitude if sharp else None, longitude=circle.longitude if sharp else None,
            precision=_POINT_PRECISION["near" if circle.radius_km <= _NEAR_KM else "district"], reason=f"{place.reason}; {offset.words} {entry.name_en}",
        )  # fmt: skip
    if land and place.precision in _LAND_KM:
        return replace(place, area=shapes.around(entry.latitude, entry.longitude, _LAND_KM[place.precision], bearing))
    return place


def _undecided(name: str, rivals: list[Weighed], kept: tuple[Candidate, ...]) -> Place:
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
    name: str, best: Weighed, others: list[Weighed], around: Surroundings, kept: tuple[Candidate, ...]
) -> Place:
    entry = best.entry
    precision = _precision(entry, others, around)
    # A point would say more than the words do where they name a stretch of land.
    land = _is_land(entry, others, around)
    pointless = land or (around.kind == "province" and entry.kind in SETTLEMENTS)
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


def _is_land(entry: PlaceEntry | SiteEntry, others: list[Weighed], around: Surroundings) -> bool:
    """Return whether the words name land rather than a spot: the countryside of a town, the north of a province."""
    if around.countryside:
        return True
    large = entry.kind in WIDE or _has_province(entry, others)
    return around.direction and not around.kind and large


def _has_province(entry: PlaceEntry | SiteEntry, others: list[Weighed]) -> bool:
    """Return whether a province of the same country bears the name too, known under this spelling or not."""
    return (entry.kind in SETTLEMENTS and entry.admin1 == entry.name_en) or any(item.entry.kind == "province" and item.entry.country == entry.country for item in others)


def _precision(entry: PlaceEntry | SiteEntry, others: list[Weighed], around: Surroundings) -> int:
    own = entry.precision if isinstance(entry, PlaceEntry) else _site_precision(entry)
    if _is_land(entry, others, around):
        if entry.kind == "province" or _has_province(entry, others):
            return _POINT_PRECISION["province"]
        return _POINT_PRECISION["region"] if entry.kind in WIDE else max(own, _POINT_PRECISION["district"])
    if around.kind in {"province", "district"}:
        return max(own, _POINT_PRECISION[around.kind])
    facility = around.kind in {"camp", "prison", "facility", "crossing"} and entry.kind in SETTLEMENTS
    bare = not around.kind and entry.kind in SETTLEMENTS and _has_province(entry, others)
    if bare:  # `قصف على إدلب` is of the city or of any place in the province
        return max(own, _POINT_PRECISION["district"])
    near = around.vicinity or around.direction or facility
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

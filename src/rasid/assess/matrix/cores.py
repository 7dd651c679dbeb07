# SPDX-License-Identifier: Apache-2.0
"""Cores: points on one matter, whoever makes them and whether they assert or deny it. The rows of the matrix.

A core is no linked incident: it holds what may be set beside each other without a place, a day or a party against it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rasid.assess.context import Context
from rasid.assess.matrix.denials import answers, is_of_what_is_told
from rasid.assess.matrix.points import Point, camp_of, content_words, is_one_deed, own_points, points_of, shared_words
from rasid.assess.matters import LEAVING_CUSTODY
from rasid.assess.nearness import days_between
from rasid.assess.reading import by_date
from rasid.ids import make_id
from rasid.records import Citation, ClaimLine

# Sources that speak of one matter in other words do so within days of each other; days of publication lag.
_DATED_DAYS = 3
_PUBLISHED_DAYS = 7
# An answer may take longer, and names no day.
ANSWER_DAYS = 14
# Claims that tell of no happening are of one core where so much of the shorter one's words stands in the other.
_SAME_WORDS = 0.5
# ... and, where they name no party, only where they are as good as copied.
_COPIED_WORDS = 0.8
# Two texts that name one party and no place tell of one matter where so much of the shorter telling recurs.
_TIED_WORDS = 0.34
_FEWEST_WORDS = 3
# ... or a number that few blows share by chance.
_TELLING_NUMBER = 5
# How far back a core is looked for before it is noted again under a key.
_RECENT = 4


@dataclass(slots=True)
class Core:
    """The points on one matter, with what they have in common."""

    kin: str
    points: list[Point] = field(default_factory=list)
    types: set[str] = field(default_factory=set)
    spots: set[str] = field(default_factory=set)
    """Places and sites that any of its points names; a point that names others is of another core."""
    countries: set[str] = field(default_factory=set)
    parties: set[str] = field(default_factory=set)
    camps: set[str] = field(default_factory=set)
    """Those of whom any point says that they did it."""
    hit: set[str] = field(default_factory=set)
    provinces: set[str] = field(default_factory=set)
    documents: set[str] = field(default_factory=set)
    days: tuple[str, str] | None = None
    is_dated: bool = True
    """Whether the words date every point of it."""

    @property
    def id(self) -> str:
        """Id from what is in it."""
        return make_id("row", self.kin, *sorted({point.line.id for point in self.points}))

    def add(self, point: Point) -> None:
        """Take a point in."""
        self.points.append(point)
        self.spots |= point.spots
        self.parties |= point.parties
        self.camps |= point.camps
        self.hit |= point.hit
        if point.province:
            self.provinces.add(point.province)
        self.documents.add(point.line.document_id)
        self.is_dated = self.is_dated and point.is_dated
        if point.told is not None:
            self.types.add(point.told.event.type)
        if point.country:
            self.countries.add(point.country)
        if point.day:
            first, last = self.days or (point.day, point.day)
            self.days = min(first, point.day), max(last, point.day)


class _Cores:
    """The cores of one kin, found again by what they name, so that no point is set against all of them."""

    def __init__(self, kin: str) -> None:
        self.every: list[Core] = []
        self._kin = kin
        self._by_key: dict[str, list[int]] = defaultdict(list)

    def home(self, context: Context, point: Point) -> Core | None:
        """Return the first core that a point fits into, or None."""
        near = sorted({index for key in _keys(context, point) for index in self._by_key.get(key, ())})
        return next((self.every[index] for index in near if _fits(context, self.every[index], point)), None)

    def take(self, context: Context, point: Point, home: Core | None = None) -> None:
        """Put a point into a core, a new one where none is given."""
        if home is None:
            home = Core(kin=self._kin)
            self.every.append(home)
        home.add(point)
        index = next(i for i in range(len(self.every) - 1, -1, -1) if self.every[i] is home)
        for key in _keys(context, point):
            rows = self._by_key[key]
            if not rows or index not in rows[-_RECENT:]:
                rows.append(index)


def _keys(context: Context, point: Point) -> Iterator[str]:
    """Yield what a core must share with a point to be looked at."""
    yield from point.spots
    yield from point.parties
    yield f"document:{point.line.document_id}"
    if point.told is None:
        yield from (f"word:{word}" for word in content_words(context, point.line))


def find_cores(context: Context, lines: Iterable[ClaimLine]) -> tuple[Core, ...]:
    """Return the cores of claims, each by the date of its first point.

    What has a place comes first, so that what has none joins the first core that nothing speaks against. What outlets
    tell in their own voice joins the cores of claims and makes none. The result does not depend on the order of the lines.
    """
    points = sorted((point for line in lines for point in points_of(context, line)), key=_point_key)
    by_kin: dict[str, _Cores] = {}
    bare_denials: list[Point] = []
    for point in points:
        if not point.kin and point.denied:
            bare_denials.append(point)
            continue
        cores = by_kin.setdefault(point.kin, _Cores(point.kin))
        cores.take(context, point, cores.home(context, point))
    every = [core for kin in sorted(by_kin) for core in by_kin[kin].every]
    for point in bare_denials:
        for core in _answered(context, every, point):
            core.add(point)
    for point in sorted(own_points(context), key=_point_key):
        home = by_kin[point.kin].home(context, point) if point.kin in by_kin else None
        if home is not None:
            by_kin[point.kin].take(context, point, home)
    for core in every:
        core.points.sort(key=lambda point: (point.own_voice, by_date(point.line.date), point.line.cue, point.line.id))
    return tuple(sorted(every, key=lambda core: (by_date(core.points[0].line.date), core.points[0].line.cue, core.kin)))


def _point_key(point: Point) -> tuple[bool, bool, str, bool, Citation, str]:
    # Denials come behind what they may answer.
    return point.denied, not point.spots, by_date(point.day), not point.is_dated, point.line.cue, point.line.id


def _fits(context: Context, core: Core, point: Point) -> bool:
    """Return whether nothing speaks against a point being on the matter of a core, and something speaks for it."""
    if _is_elsewhere(core, point) or not _is_near(core, point) or any(one.other_time != point.other_time for one in core.points[:1]):
        return False
    if point.other_time and point.line.document_id not in core.documents:
        return False
    if point.denied and not _is_asked(context, core, point):
        return False
    if point.told is None:
        return _says_the_same(context, core, point)
    event_type = point.told.event.type
    if not all(is_one_deed(other, event_type) for other in core.types):
        return False
    if point.spots & core.spots:
        return True
    if point.parties & core.parties:
        return _same_roles(core, point) and (point.line.document_id in core.documents or _is_tied(context, core, point))
    # Within one text what names nobody and no place is what was told before; so are people who leave custody, whom
    # one side names by who freed them and another by who they are.
    unnamed = not (point.spots or point.parties) or point.kin == LEAVING_CUSTODY
    return point.line.document_id in core.documents and unnamed


def _is_elsewhere(core: Core, point: Point) -> bool:
    """Return whether a point names other places than a core: others of the fine ones, another country, or, with no fine one shared, another province."""
    if point.spots and core.spots:
        apart = point.spots.isdisjoint(core.spots)
    else:
        apart = bool(point.province and core.provinces) and point.province not in core.provinces
    return apart or bool(point.country and core.countries and point.country not in core.countries)


def _same_roles(core: Core, point: Point) -> bool:
    """Return whether who did it and whom it was done to do not change places: what one army does is no answer to what it suffers.

    Who leaves custody is named by who freed them, who held them and who they are, and two who fight do so to each other.
    """
    if point.kin == LEAVING_CUSTODY or "battle" in core.types:
        return True
    crossed = (point.camps & core.hit) | (point.hit & core.camps)
    return not crossed - (point.camps & core.camps) - (point.hit & core.hit)


def _is_asked(context: Context, core: Core, denial: Point) -> bool:
    """Return whether a denial may stand on a core: nobody is accused there, or one for whom it speaks.

    Two sides that accuse each other of one escape both deny it, each on the row of its own accusation.
    """
    if denial.line.document_id not in core.documents and denial.told is not None:
        return _answers_one_of(context, core, denial)
    accused = {camp for point in core.points if point.accuses for camp in point.camps}
    speaks = {camp_of(context, denial.line.speaker), *(camp_of(context, party) for party in denial.doers)}
    return not accused or not accused.isdisjoint(speaks)


def _answers_one_of(context: Context, core: Core, denial: Point) -> bool:
    """Return whether a denial in one text is of what another says on a core, or says again what its speaker denies there."""
    said = [point for point in core.points if not point.denied]
    if any(answers(context, denial, held) for held in said):
        return True
    speaker = camp_of(context, denial.line.speaker)
    again = (point for point in core.points if point.denied and camp_of(context, point.line.speaker) == speaker)
    if any(is_of_what_is_told(context, denial, one) or shared_words(context, denial.line, one.line) >= _SAME_WORDS for one in again):
        return True
    at_place = bool(denial.spots & core.spots) and not any(point.blamed for point in said)
    return at_place and any(is_of_what_is_told(context, denial, held) for held in said)


def _is_tied(context: Context, core: Core, point: Point) -> bool:
    """Return whether more than a party in common ties a point of another text to a core: who is blamed, a number, words that recur.

    The parties to a war are in most of what is told of it; that alone makes two blows no one matter.
    """
    if point.accuses and any(point.camps & other.camps for other in core.points):
        return True
    if point.denied and any(point.camps & other.camps for other in core.points if not other.denied):
        return True
    numbers = {(quantity.what, quantity.low) for quantity in point.counts if quantity.low >= _TELLING_NUMBER}
    own = content_words(context, point.line)
    for other in core.points:
        if numbers & {(quantity.what, quantity.low) for quantity in other.counts}:
            return True
        words = content_words(context, other.line)
        smaller = min(len(own), len(words))
        if len(own & words) >= max(_FEWEST_WORDS, _TIED_WORDS * smaller):
            return True
    return False


def _is_near(core: Core, point: Point) -> bool:
    if not (core.days and point.day):
        return True
    wanted = _DATED_DAYS if point.is_dated and core.is_dated else _PUBLISHED_DAYS
    first, last = core.days
    # The whole span stays in the window, so that a long war does not grow into one row day by day.
    return days_between(min(first, point.day), max(last, point.day)) <= wanted


def _says_the_same(context: Context, core: Core, point: Point) -> bool:
    """Return whether a claim without a happening says what one of a core says: of one party, in words that recur."""
    for other in core.points:
        if other.line.act != point.line.act:
            continue
        wanted = _SAME_WORDS if point.parties & other.parties else _COPIED_WORDS
        if shared_words(context, point.line, other.line) >= wanted and bool(point.parties) == bool(other.parties):
            return True
    return False


def _answered(context: Context, cores: Sequence[Core], denial: Point) -> list[Core]:
    """Return the cores that a denial without a happening (`X rejected the accusations`) answers.

    These are the accusations against the speaker in its own document; where there are none, the latest before it.
    """
    speaker = camp_of(context, denial.line.speaker)
    blaming = [core for core in cores if any(_blames(point, speaker) for point in core.points)]
    own = [
        core
        for core in blaming
        if any(p.line.document_id == denial.line.document_id and _blames(p, speaker) for p in core.points)
    ]
    if own:
        return own
    earlier = [
        core
        for core in blaming
        if core.days and denial.day and core.days[0] <= denial.day
        and days_between(core.days[1], denial.day) <= ANSWER_DAYS
    ]  # fmt: skip
    return sorted(earlier, key=lambda core: (core.days or ("", ""), core.kin))[-1:]


def _blames(point: Point, camp: str) -> bool:
    return point.accuses and camp in point.camps

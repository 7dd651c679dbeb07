# SPDX-License-Identifier: Apache-2.0
"""Cores: points on one matter, whoever makes them and whether they assert or deny it. The rows of the matrix.

A core is no linked incident: it holds what may be set beside each other without a place, a day or a party against it.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rasid.assess.context import Context
from rasid.assess.matrix.points import Point, camp_of, is_one_deed, points_of
from rasid.assess.nearness import days_between
from rasid.assess.reading import by_date
from rasid.ids import ClaimId, make_id
from rasid.knowledge.assessment import fold_words
from rasid.records import ClaimLine

# Sources that speak of one matter in other words do so within days of each other; days of publication lag.
_DATED_DAYS = 3
_PUBLISHED_DAYS = 14
# Claims that tell of no happening are of one core where so much of the shorter one's words stands in the other.
_SAME_WORDS = 0.5
_SHORT_WORD = 3


@dataclass(slots=True)
class Core:
    """The points on one matter, with what they have in common."""

    kin: str
    points: list[Point] = field(default_factory=list)
    spots: frozenset[str] = frozenset()
    """Places and sites that any of its points names; a point that names others is of another core."""
    countries: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    documents: frozenset[str] = frozenset()
    days: tuple[str, str] | None = None

    @property
    def id(self) -> str:
        """Id from what is in it."""
        return make_id("row", self.kin, *sorted({point.line.id for point in self.points}))

    def add(self, point: Point) -> None:
        """Take a point in."""
        self.points.append(point)
        self.spots |= point.spots
        self.parties |= point.parties
        self.documents |= {point.line.document_id}
        if point.country:
            self.countries |= {point.country}
        if point.day:
            first, last = self.days or (point.day, point.day)
            self.days = min(first, point.day), max(last, point.day)


def find_cores(context: Context, lines: Iterable[ClaimLine]) -> tuple[Core, ...]:
    """Return the cores of claims, each by the date of its first point.

    What has a place comes first, so that what has none joins the first core that nothing speaks against. The result
    does not depend on the order of the lines.
    """
    points = [point for line in lines for point in points_of(context, line)]
    points.sort(key=lambda point: (not point.spots, by_date(point.day), not point.is_dated, point.line.cue, point.line.id))
    by_kin: dict[str, list[Core]] = defaultdict(list)
    answers: list[Point] = []
    for point in points:
        if point.kin or not point.denied:
            _home(context, by_kin[point.kin], point).add(point)
        else:
            answers.append(point)
    cores = [core for kin in sorted(by_kin) for core in by_kin[kin]]
    for point in answers:
        for core in _answered(context, cores, point):
            core.add(point)
    for core in cores:
        core.points.sort(key=lambda point: (by_date(point.line.date), point.line.cue, point.line.id))
    return tuple(sorted(cores, key=lambda core: (by_date(core.points[0].line.date), core.points[0].line.cue, core.kin)))


def _home(context: Context, cores: list[Core], point: Point) -> Core:
    home = next((core for core in cores if _fits(context, core, point)), None)
    if home is None:
        home = Core(kin=point.kin)
        cores.append(home)
    return home


def _fits(context: Context, core: Core, point: Point) -> bool:
    """Return whether nothing speaks against a point being on the matter of a core, and something speaks for it."""
    if point.spots and core.spots and point.spots.isdisjoint(core.spots):
        return False
    if point.country and core.countries and point.country not in core.countries:
        return False
    if not _is_near(core, point):
        return False
    if point.told is None:
        return _says_the_same(context, core, point)
    event_type = point.told.event.type
    if not all(one.told is None or is_one_deed(one.told.event.type, event_type) for one in core.points):
        return False
    if point.spots & core.spots or point.parties & core.parties:
        return True
    # Within one text what names nobody and no place is what was told before.
    return point.line.document_id in core.documents and not (point.spots or point.parties)


def _is_near(core: Core, point: Point) -> bool:
    if not (core.days and point.day):
        return True
    wanted = _DATED_DAYS if point.is_dated and all(one.is_dated for one in core.points) else _PUBLISHED_DAYS
    first, last = core.days
    # The whole span stays in the window, so that a long war does not grow into one row day by day.
    return days_between(min(first, point.day), max(last, point.day)) <= wanted


def _says_the_same(context: Context, core: Core, point: Point) -> bool:
    """Return whether a claim without a happening says what those of a core say: of one party, in words that recur."""
    if point.parties.isdisjoint(core.parties):
        return False
    own = _content_words(context, point.line)
    for other in core.points:
        words = _content_words(context, other.line)
        smaller = min(len(own), len(words))
        if other.line.act == point.line.act and smaller and len(own & words) / smaller >= _SAME_WORDS:
            return True
    return False


def _content_words(context: Context, line: ClaimLine) -> frozenset[str]:
    words = fold_words(line.content.span.of(context.reading.text(line.document_id)))
    return frozenset(word for word in words if len(word) > _SHORT_WORD)


def _answered(context: Context, cores: Sequence[Core], denial: Point) -> list[Core]:
    """Return the cores that a denial without a happening (`X rejected the accusations`) answers.

    These are the accusations against the speaker in its own document; where there are none, the latest before it.
    """
    speaker = camp_of(context, denial.line.speaker)
    blaming = [core for core in cores if any(_blames(context, point, speaker) for point in core.points)]
    own = [
        core
        for core in blaming
        if any(p.line.document_id == denial.line.document_id and _blames(context, p, speaker) for p in core.points)
    ]
    if own:
        return own
    earlier = [
        core
        for core in blaming
        if core.days and denial.day and core.days[0] <= denial.day
        and days_between(core.days[1], denial.day) <= _PUBLISHED_DAYS
    ]  # fmt: skip
    return sorted(earlier, key=lambda core: (core.days or ("", ""), core.kin))[-1:]


def _blames(context: Context, point: Point, camp: str) -> bool:
    return point.accuses and any(camp_of(context, party) == camp for party in point.blamed)


def claims_of(core: Core) -> frozenset[ClaimId]:
    """Return the ids of the claims of a core."""
    return frozenset(point.line.id for point in core.points)

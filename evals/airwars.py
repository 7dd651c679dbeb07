# SPDX-License-Identifier: Apache-2.0
"""Where, when and to how many: incidents against those of Airwars, Syria: `python evals/airwars.py [--imported] [--misses N] [--json]`.

1,231 Arabic reports of 313 incidents whose place, day and civilian toll Airwars set from all its sources. `rasid incidents`
reads the reports, and what it writes is scored by the program that came with them (gold/score_incidents.py): a true incident is
scored by the best of the incidents that its reports gave, since a report may tell of several.

Beside it, what that program does not ask: how far pins can be trusted. Of the incidents that a report is said to be about (its
first), and of the one in each report that lies nearest, the share of points of precision 1 and 2 that lie within 25 km of
Airwars' own; once with all, once without the incidents whose coordinates contradict their own reports (`DISPUTED`). And the day,
over the incidents that have a report with a day of publication.

`--imported` reads with OCHA's list of populated places of Syria beside the packaged gazetteer. Ends with 1 where a floor is missed.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, Final

SHARED: Final = Path(os.environ.get("RASID_SHARED", Path(__file__).parent.parent.parent / "shared"))
DOCUMENTS: Final = SHARED / "data" / "airwars" / "dev_documents.jsonl"
INCIDENTS: Final = SHARED / "data" / "airwars" / "dev_incidents.jsonl"
SCORER: Final = SHARED / "gold" / "score_incidents.py"
COMMUNITIES: Final = SHARED / "data" / "places" / "syrianarchive_ocha_locations" / "ocha_sy_communities.tsv"

FLOORS: Final[Mapping[str, Mapping[str, float]]] = {
    "packaged": {"within_25_km": 0.80, "killed": 0.75, "day": 0.95, "pins_of_first": 0.84},
    "imported": {"within_10_km": 0.75, "within_25_km": 0.87, "killed": 0.75, "day": 0.95, "pins_of_first": 0.84},
}
"""Set some points under what was measured; what was asked for is 0.45, 0.70 and 0.75 with the packaged gazetteer, 0.70 and 0.82 with the list."""

DISPUTED: Final[Mapping[str, str]] = {
    "airwars-79929": "reports: al-Sabha in the east of Deir ez-Zor; coordinates 90 km north-west of it",
    "airwars-79815": "reports: al-Sabha in the east of Deir ez-Zor; coordinates 90 km north-west of it",
    "airwars-84055": "reports: Maryamin by Afrin and Azaz; coordinates of a namesake in Idlib",
    "airwars-80318": "reports: Maarzaf in the south of Idlib; coordinates of a namesake in Hama",
    "airwars-77399": "reports: Abu Rasin, which is Zarkan; coordinates 70 km east of it",
}
"""Incidents whose coordinates lie far from where all their reports put them."""

_EXACT: Final = frozenset({"village", "town", "neighbourhood_area", "exact", "city"})
_PIN: Final = 2
_NEAR_KM: Final = 25.0

Row = dict[str, Any]


def load(path: Path) -> list[Row]:
    """Return the records of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def predict(processes: int, *, alone: bool = True) -> list[Row]:
    """Return what `rasid incidents` writes for the reports, as a program reads it: one incident a report, or linked."""
    told = ["--alone"] if alone else []
    command = [sys.executable, "-c", "from rasid.cli import main; main()", "incidents", str(DOCUMENTS), *told, "--quiet", "--processes", str(processes)]
    done = subprocess.run(command, capture_output=True, check=False, env=os.environ)  # noqa: S603
    if done.returncode not in {0, 3}:
        sys.exit(done.stderr.decode())
    return [json.loads(line) for line in done.stdout.splitlines()]


def score(rows: Iterable[Row]) -> Row:
    """Return what the scorer that came with the data says."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "predicted.jsonl"
        path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")
        command = [sys.executable, str(SCORER), str(DOCUMENTS), str(INCIDENTS), str(path), "--json"]
        result: Row = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)  # noqa: S603
    return result


def km(one: Row, other: Row) -> float:
    """Return the kilometres between two rows with `lat` and `lon`."""
    from rasid.knowledge.distance import km_between  # noqa: PLC0415

    return km_between(one["lat"], one["lon"], other["lat"], other["lon"])


def placed(incident: Row) -> bool:
    """Return whether a true incident has a point that one may be measured against."""
    return incident["lat"] is not None and incident["geo_precision"] in _EXACT


def is_pin(row: Row) -> bool:
    """Return whether a predicted incident claims a point."""
    place = row["place"]
    return place is not None and place["lat"] is not None and place["precision"] <= _PIN


def pins(rows: Iterable[Row], choose: Callable[[list[Row], Row], Row], *, disputed: bool) -> tuple[int, int, list[tuple[Row, Row]]]:
    """Return how many reports claim a point for the incident that is chosen of each, how many rightly, and those wrong."""
    truth = {incident["id"]: incident for incident in load(INCIDENTS)}
    about = {document["id"]: truth.get(document["incident"]) for document in load(DOCUMENTS)}
    told: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        told[row["documents"][0]].append(row)
    claimed, wrong = 0, []
    for document, found in told.items():
        incident = about[document]
        if incident is None or not placed(incident) or (not disputed and incident["id"] in DISPUTED):
            continue
        row = choose(found, incident)
        if is_pin(row):
            claimed += 1
            if km(row["place"], incident) > _NEAR_KM:
                wrong.append((row, incident))
    return claimed, claimed - len(wrong), wrong


def first(found: list[Row], _: Row) -> Row:
    """Return the incident that a report is about."""
    return found[0]


def nearest(found: list[Row], incident: Row) -> Row:
    """Return the incident of a report that lies nearest to the truth, of those that claim a point."""
    claiming = [row for row in found if is_pin(row)]
    return min(claiming, key=lambda row: km(row["place"], incident), default=found[0])


def days(rows: Iterable[Row]) -> float:
    """Return the share of incidents with a dated report whose day is right within one, of two days at most."""
    truth = {incident["id"]: date.fromisoformat(incident["date"]) for incident in load(INCIDENTS) if incident["date"]}
    documents = load(DOCUMENTS)
    dated = {document["incident"] for document in documents if document["published"]} & truth.keys()
    about = {document["id"]: document["incident"] for document in documents}
    right: set[str] = set()
    for row in rows:
        incident = about[row["documents"][0]]
        if incident in dated and row["date"] is not None:
            start, end = (date.fromisoformat(row["date"][side]) for side in ("start", "end"))
            if (end - start).days <= 1 and min(abs((start - truth[incident]).days), abs((end - truth[incident]).days)) <= 1:
                right.add(incident)
    return len(right) / max(1, len(dated))


def measure(rows: list[Row]) -> Row:
    """Return all that is measured, by name."""
    scored = score(rows)
    result: Row = {
        "incidents": len(rows),
        "within_10_km": scored["place"]["within_10_km"], "within_25_km": scored["place"]["within_25_km"],
        "day": days(rows), "killed": scored["killed"]["range_meets"],
    }  # fmt: skip
    for name, choose in (("pins_of_first", first), ("pins_of_nearest", nearest)):
        for disputed in (True, False):
            claimed, right, _ = pins(rows, choose, disputed=disputed)
            result[name if disputed else f"{name}_undisputed"] = right / max(1, claimed)
            result[f"{name}_claimed" if disputed else f"{name}_undisputed_claimed"] = claimed
    return result


def imported_set(folder: Path) -> Path:
    """Return a set of places made of OCHA's list, in a folder."""
    path = folder / "syria.places"
    command = [sys.executable, "-c", "from rasid.cli import main; main()", "places", "import", str(COMMUNITIES), "--set", str(path), "--country", "SY", "--quiet"]
    subprocess.run(command, check=True, capture_output=True)  # noqa: S603
    return path


def run(*, imported: bool, processes: int, misses: int, as_json: bool) -> bool:
    """Measure once and print; return whether all floors are reached."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ.pop("RASID_PLACES", None)
        if imported:
            os.environ["RASID_PLACES"] = str(imported_set(Path(folder)))
        rows = predict(processes)
        os.environ.pop("RASID_PLACES", None)
    name = "imported" if imported else "packaged"
    result = {"gazetteer": name, **measure(rows)}
    floors = FLOORS[name]
    if as_json:
        print(json.dumps(result, indent=1))
    else:
        for key, value in result.items():
            floor = f"  floor {floors[key]:.2f}  {'ok' if value >= floors[key] else 'BELOW'}" if key in floors else ""
            print(f"{key:34} {value:.3f}{floor}" if isinstance(value, float) else f"{key:34} {value}")
    for row, incident in pins(rows, first, disputed=False)[2][:misses]:
        print(f"  {row['place']['name']} ({row['place']['reason']}) is {km(row['place'], incident):.0f} km from {incident['location_en']}, {row['documents'][0]}")
    return all(result[key] >= floor for key, floor in floors.items())


def main() -> int:
    """Measure with the packaged gazetteer, or with the imported list, or both."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--imported", action="store_true", help="read with OCHA's list of populated places")
    parser.add_argument("--both", action="store_true", help="first without, then with it")
    parser.add_argument("--processes", type=int, default=min(4, os.cpu_count() or 1))
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="list N points that lie wrong")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if not (DOCUMENTS.exists() and SCORER.exists()):
        print(f"no files in {DOCUMENTS.parent}, passed over (RASID_SHARED names the folder that holds data/ and gold/)")
        return 0
    ways = (False, True) if options.both else (options.imported,)
    passed = [run(imported=way, processes=options.processes, misses=options.misses, as_json=options.json) for way in ways]
    return int(not all(passed))


if __name__ == "__main__":
    sys.exit(main())

# SPDX-License-Identifier: Apache-2.0
"""How linking grows with the number of documents: `python bench/linking.py [--sizes 10000 30000 100000] [--documents FILE]`.

Documents are read once, and then told again and again of other incidents: each copy of the whole set has days forty days later,
places elsewhere, and rare words with other letters of the same number, so that every span still fits. Each size runs in a process of its own.
Processor time is what counts: the machine may be busy. The ratio is that of time a document to that of the smallest size: 1.0 is linear.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from msgspec.structs import replace

from rasid.batch import code_all, read_inputs
from rasid.ids import DocumentId, IncidentId
from rasid.incidents import link_incidents, report_incidents
from rasid.records import CodedDocument, Incident, Place

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("RASID_SHARED", ROOT.parent / "shared"))
AIRWARS = SHARED / "data" / "airwars" / "dev_documents.jsonl"
DAYS = 40
DEGREES = 0.37
COMMON = 300
LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"

Told = tuple[CodedDocument, Sequence[Incident]]


def told_again(base: Sequence[Told], number: int) -> Iterator[Told]:
    """Yield so many documents with their incidents, each round of them about other days, places and people."""
    common = {word for word, _ in Counter(word for coded, _ in base for word in coded.document.text.split()).most_common(COMMON)}
    for index in range(number):
        turn, at = divmod(index, len(base))
        coded, incidents = base[at]
        if turn == 0:
            yield coded, incidents
            continue
        text = " ".join(word if word in common else other_word(word, turn) for word in coded.document.text.split(" "))
        document = replace(coded.document, id=DocumentId(f"{coded.document.id}-{turn}"), text=text, published=later(coded.document.published, turn))
        yield replace(coded, document=document), [moved(one, document.id, turn) for one in incidents]


def other_word(word: str, turn: int) -> str:
    """Return a word of the same length with other letters."""
    return "".join(LETTERS[(LETTERS.index(letter) + turn) % len(LETTERS)] if letter in LETTERS else letter for letter in word)


def later(day: str | None, turn: int) -> str | None:
    """Return a day so many turns later."""
    return None if day is None else (date.fromisoformat(day[:10]) + timedelta(days=DAYS * turn)).isoformat()


def moved(incident: Incident, document: DocumentId, turn: int) -> Incident:
    """Return an incident of another day and place."""
    when = incident.date
    return replace(
        incident, id=IncidentId(f"{incident.id}-{turn}"), documents=(document,),
        date=None if when is None else replace(when, start=later(when.start, turn), end=later(when.end, turn)),
        place=None if incident.place is None else elsewhere(incident.place, turn), places=tuple([elsewhere(place, turn) for place in incident.places]),
        citations=tuple([replace(one, document_id=document) for one in incident.citations]),
    )  # fmt: skip


def elsewhere(place: Place, turn: int) -> Place:
    """Return a place so many turns away."""
    if place.latitude is None or place.longitude is None:
        return place
    return replace(place, latitude=place.latitude + DEGREES * (turn % 9), longitude=place.longitude + DEGREES * (turn // 9), entity=f"{place.entity}-{turn}")


def run(path: Path, number: int) -> None:
    """Link so many documents and print what it took."""
    coded = [item for item in code_all(read_inputs([path], stdin=sys.stdin.buffer)) if isinstance(item, CodedDocument)]
    base = [(one, report_incidents(one)) for one in coded]
    start, clock = time.process_time(), time.perf_counter()
    found = link_incidents(told_again(base, number))
    taken, passed = time.process_time() - start, time.perf_counter() - clock
    print(json.dumps({"documents": number, "incidents": len(found), "seconds": taken, "wall": passed, "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))


def main() -> int:
    """Run each size and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 30_000, 100_000])
    parser.add_argument("--documents", type=Path, default=AIRWARS if AIRWARS.exists() else ROOT / "examples" / "articles")
    parser.add_argument("--one", type=int, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        run(options.documents, options.one)
        return 0
    first = 0.0
    print("documents  incidents  cpu seconds  wall seconds  ms/document  ratio  peak MB")
    for size in options.sizes:
        done = subprocess.run([sys.executable, __file__, "--one", str(size), "--documents", str(options.documents)], check=True, capture_output=True, text=True)
        row = json.loads(done.stdout)
        each = row["seconds"] / size
        first = first or each
        print(f"{size:9}  {row['incidents']:9}  {row['seconds']:11.1f}  {row['wall']:12.1f}  {1000 * each:11.2f}  {each / first:5.2f}  {row['mb']:7.0f}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())

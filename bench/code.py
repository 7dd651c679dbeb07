# SPDX-License-Identifier: Apache-2.0
"""How fast `rasid code` is on one core, and what it keeps in memory: `python bench/code.py [FILE.jsonl] [--limit N]`.

Three things are measured apart: a cold start (a fresh interpreter up to its first coded article), the first pass over the
file (the caches by word form still empty), and the second (full). Processor time is what counts: the machine may be
busy with other things. Never a test: read the numbers as ratios, and compare them with those of the last release.
"""

import argparse
import os
import resource
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import islice
from pathlib import Path
from typing import Any, Final

import msgspec

from rasid import pipeline
from rasid.batch import code_all, read_inputs
from rasid.records import CodedDocument, Document, Issue

PROJECT: Final = Path(__file__).parent.parent
SHARED: Final = Path(os.environ.get("RASID_SHARED", PROJECT.parent / "shared"))
REAL: Final = SHARED / "data" / "articles" / "ar_conflict.jsonl.gz"
EXAMPLES: Final = PROJECT / "examples" / "articles"
_REPEATS: Final = 25
_STAGES: Final = ("analyse", "find_mentions", "find_claims", "find_events", "link_claims", "resolve")
_COLD: Final = """
import rasid
from rasid.read import read_text
print(sum(len(c.events) for c in rasid.code([read_text("قصفت الطائرات التركية سجنا في مدينة القامشلي أمس")])))
"""


class Clock:
    """Adds up the processor time of the functions that it wraps."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()

    def wrap(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return the function with its time taken under a name."""

        def timed(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401  (whatever the stage takes and gives)
            start = time.process_time()
            try:
                return function(*args, **kwargs)
            finally:
                self.seconds[name] += time.process_time() - start

        return timed


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, help="JSON lines; default: the real file, else the examples")
    parser.add_argument("--limit", type=int, default=1000, help="articles to code (default: 1000)")
    args = parser.parse_args()
    cold = cold_start()
    print(f"import rasid                             {import_time():8.3f} s")
    print(f"cold start, to the first coded article   {cold:8.2f} s")
    list(pipeline.code(islice(articles(None, 16), 16)))  # load knowledge and models, so that they are not in the passes
    documents = list(articles(args.file, args.limit))
    print(f"articles                                 {len(documents):8,} from {source_name(args.file)}")
    first, _ = one_pass(documents)
    second, counts = one_pass(documents)
    for name, seconds in (("first pass, caches empty", first), ("second pass, caches full", second)):
        print(f"{name:40} {len(documents) / seconds:8.1f} articles a second a core ({seconds:.2f} s)")
    print(f"found                                    {counts['events']:8,} events, {counts['claims']:,} claims")
    print(f"peak memory                              {peak_megabytes():8.0f} MB")
    print_stages(documents)


def articles(file: Path | None, limit: int) -> Iterator[Document]:
    """Return documents from all over a file, about `limit` of them, or the examples as often as needed."""
    given = file or (REAL if REAL.exists() else None)
    inputs = [given] if given else [EXAMPLES] * _REPEATS
    found = [item for item in read_inputs(inputs, stdin=BytesIO()) if isinstance(item, Document)]
    return islice(found, 0, None, max(1, len(found) // limit)) if len(found) > limit else iter(found)


def source_name(file: Path | None) -> str:
    """Return what to call the input in the table."""
    given = file or (REAL if REAL.exists() else EXAMPLES)
    return given.name


def one_pass(documents: list[Document]) -> tuple[float, Counter[str]]:
    """Return the processor seconds of coding and encoding, and what was found."""
    encoder = msgspec.json.Encoder()
    counts: Counter[str] = Counter()
    start = time.process_time()
    for item in code_all(documents):
        if isinstance(item, Issue):
            counts["failed"] += 1
            continue
        count(counts, item)
        for record in item.records():
            encoder.encode(record)
    return time.process_time() - start, counts


def count(counts: Counter[str], coded: CodedDocument) -> None:
    """Add one coded document to the counts."""
    counts["events"] += len(coded.events)
    counts["claims"] += len(coded.claims)


def print_stages(documents: list[Document]) -> None:
    """Print what each stage takes of a pass with full caches."""
    clock = Clock()
    kept = {name: getattr(pipeline, name) for name in _STAGES}
    for name, function in kept.items():
        setattr(pipeline, name, clock.wrap(name, function))
    try:
        one_pass(documents)
    finally:
        for name, function in kept.items():
            setattr(pipeline, name, function)
    total = sum(clock.seconds.values())
    for name, seconds in clock.seconds.most_common():
        print(f"  {name:20} {1000 * seconds / len(documents):7.2f} ms an article  {seconds / total:6.1%}")


def cold_start() -> float:
    """Return the processor seconds of a fresh interpreter that codes one sentence."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, "-c", _COLD], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def import_time() -> float:
    """Return the least seconds of three imports in fresh interpreters."""
    code = "import time; start = time.perf_counter(); import rasid; print(time.perf_counter() - start)"
    return min(float(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout) for _ in range(3))


def peak_megabytes() -> float:
    """Return the most memory that this process held; Linux counts in kilobytes, macOS in bytes."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10


if __name__ == "__main__":
    main()

# SPDX-License-Identifier: Apache-2.0
"""Fail where the coder is worse on a gold file than it was: `python evals/gate.py [--raise] [--allow-lower METRIC]`.

`baseline.json` pins for each corpus its file, its hash and sizes (so that nobody compares scores of different texts) and
the floor of each measure. Floors rise with `--raise` and sink only where `--allow-lower` names the measure. Beside them
stand ceilings, which only a hand moves: how far the halves of a corpus may lie apart, and scores from the truth. A corpus
whose file is not there is passed over: some texts may be measured with but not handed on.
"""

import argparse
import os
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Final

import msgspec

from rasid.evals import Scores, load_annotated, measure_of
from rasid.evaluate import Evaluation, evaluate

HERE: Final = Path(__file__).parent
BASELINE: Final = HERE / "baseline.json"
# A floor lies this much under what was measured: half a point is what one change of a word list that helps elsewhere may
# cost here. It keeps three digits, rounded down.
_MARGIN: Final = 0.005
_GRAIN: Final = 1000


class Corpus(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """One gold file, what it must be, and what must be reached on it."""

    file: str
    """Relative to the folder of gold files, or to the project where it begins with `examples/`."""
    sha256: str
    documents: int
    events: int
    claims: int
    floors: dict[str, float]
    """F1, or accuracy, by the name of the measure in `rasid.evals.Scores`."""
    ceilings: dict[str, float] = {}
    """By name, see `CEILINGS`; what is measured must lie below."""


CEILINGS: Final[dict[str, Callable[[Evaluation], float]]] = {
    # Event F1 of one half less that of the other: rules that were made for the texts that somebody looked at fail here.
    "halves_apart": lambda result: result.halves.difference,
    # Expected calibration error of the scores of events: after a change of rules `evals/calibration.py --write` mends it.
    "calibration_error": lambda result: result.reliability.error,
}


class Baseline(msgspec.Struct, kw_only=True, forbid_unknown_fields=True):
    """All corpora by name."""

    corpora: dict[str, Corpus]


def main() -> int:
    """Return 0 where no floor was missed, else 1; 2 for wrong use."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--raise", dest="lift", action="store_true", help="lift floors to just under what was measured")
    parser.add_argument("--allow-lower", action="append", default=[], metavar="METRIC", help="let this floor sink")
    parser.add_argument("--new-corpus", action="append", default=[], metavar="NAME", help="pin the file as it is now")
    parser.add_argument("--baseline", type=Path, default=BASELINE, help=argparse.SUPPRESS)
    args = parser.parse_args()
    baseline = msgspec.json.decode(args.baseline.read_bytes(), type=Baseline)
    known = {metric for corpus in baseline.corpora.values() for metric in corpus.floors}
    if unknown := [metric for metric in args.allow_lower if metric not in known]:
        parser.error(f"no floor named {', '.join(unknown)}; there are: {', '.join(sorted(known))}")
    failed = False
    for name, corpus in baseline.corpora.items():
        failed |= not check(name, corpus, lift=args.lift, lower=args.allow_lower, pin=name in args.new_corpus)
    if args.lift or args.allow_lower or args.new_corpus:
        args.baseline.write_bytes(msgspec.json.format(msgspec.json.encode(baseline), indent=2) + b"\n")
    return int(failed)


def check(name: str, corpus: Corpus, *, lift: bool, lower: list[str], pin: bool) -> bool:
    """Return whether a corpus is as pinned and reaches its floors; move the floors as asked."""
    path = locate(corpus.file)
    if not path.exists():
        print(f"{name}: {corpus.file} is not there, passed over (RASID_SHARED names the folder that holds it)")
        return True
    if pin:
        pin_corpus(corpus, path)
    digest = sha256(path.read_bytes()).hexdigest()
    if digest != corpus.sha256:
        print(f"{name}: {corpus.file} is not the pinned file (sha256 {digest}); --new-corpus {name} pins it")
        return False
    result = evaluate(path)
    scores = result.scores
    passed = True
    for metric, floor in sorted(corpus.floors.items()):
        measured = measure(scores, metric)
        reached = measured >= floor
        passed &= reached or metric in lower
        if (lift and below(measured) > floor) or (metric in lower and not reached):
            corpus.floors[metric] = below(measured)
        moved = f", floor now {corpus.floors[metric]:.3f}" if corpus.floors[metric] != floor else ""
        print(f"{name}: {metric:24} {measured:.4f}  floor {floor:.3f}  {'ok' if reached else 'BELOW'}{moved}")
    for name_of, ceiling in sorted(corpus.ceilings.items()):
        measured = CEILINGS[name_of](result)
        passed &= measured < ceiling
        print(f"{name}: {name_of:24} {measured:.4f}  ceiling {ceiling:.3f}  {'ok' if measured < ceiling else 'ABOVE'}")
    return passed


def below(measured: float) -> float:
    """Return the floor that belongs to what was measured."""
    return max(0.0, int((measured - _MARGIN) * _GRAIN + 1e-6) / _GRAIN)


def measure(scores: Scores, metric: str) -> float:
    """Return the F1 of a measure, or the accuracy where it is one; nothing to measure is 0."""
    return measure_of(scores, metric) or 0.0


def pin_corpus(corpus: Corpus, path: Path) -> None:
    """Set hash and sizes of a corpus to those of the file as it is."""
    gold = load_annotated(path)
    corpus.sha256 = sha256(path.read_bytes()).hexdigest()
    corpus.documents = len(gold)
    corpus.events = sum(len(document.events) for document in gold)
    corpus.claims = sum(len(document.claims) for document in gold)


def locate(file: str) -> Path:
    """Return where the file of a corpus should be."""
    if file.startswith("examples/"):
        return HERE.parent / file
    return Path(os.environ.get("RASID_SHARED", HERE.parent.parent / "shared")) / file


if __name__ == "__main__":
    sys.exit(main())

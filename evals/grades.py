# SPDX-License-Identifier: Apache-2.0
"""Grades of responsibility against Airwars' own evidence grades: `python evals/grades.py`. A table and weighted kappa; no floor.

Airwars grades from all it read, archives and other languages among it; here only the Arabic reports of the development half
are read, so agreement is bounded from above by what they hold. Of each true incident the predicted one with most of its reports counts.
Weights are quadratic over the order contested, weak, fair, confirmed.
"""

import os
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).parent))
import airwars

ORDER: Final = ("contested", "weak", "fair", "confirmed")


def kappa(pairs: list[tuple[str, str]]) -> float:
    """Return Cohen's kappa with quadratic weights over `ORDER`."""
    rank = {grade: at for at, grade in enumerate(ORDER)}
    ours, theirs = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    seen = sum((rank[one] - rank[other]) ** 2 for one, other in pairs) / len(pairs)
    chance = sum((rank[one] - rank[other]) ** 2 * ours[one] * theirs[other] for one in ORDER for other in ORDER) / len(pairs) ** 2
    return 1 - seen / chance if chance else 0.0


def main() -> int:
    """Print the table and kappa."""
    if not (airwars.DOCUMENTS.exists() and airwars.SCORER.exists()):
        print(f"no files in {airwars.DOCUMENTS.parent}, passed over (RASID_SHARED names the folder that holds data/ and gold/)")
        return 0
    members: defaultdict[str, set[str]] = defaultdict(set)
    for document in airwars.load(airwars.DOCUMENTS):
        members[document["incident"]].add(document["id"])
    rows = airwars.predict(min(4, os.cpu_count() or 1), alone=False)
    pairs = []
    for incident in airwars.load(airwars.INCIDENTS):
        told = members[incident["id"]]
        best = max(rows, key=lambda row: (len(told.intersection(row["documents"])), -len(row["documents"])))
        if incident["evidence_grade_en"] and told.intersection(best["documents"]):
            pairs.append((best["responsibility"], incident["evidence_grade_en"].lower()))
    print(f"{'ours / Airwars':16}", *[f"{grade:>10}" for grade in ORDER])
    for ours in (*ORDER, "unknown"):
        print(f"{ours:16}", *[f"{sum(pair == (ours, theirs) for pair in pairs):10}" for theirs in ORDER])
    known = [pair for pair in pairs if pair[0] != "unknown"]
    print(f"weighted kappa {kappa(known):.2f} over {len(known)} incidents where reports name a party, of {len(pairs)}; the same grade {sum(a == b for a, b in known)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

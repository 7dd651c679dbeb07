# SPDX-License-Identifier: Apache-2.0
"""How good the coding is: predicted annotations against gold ones.

In: `AnnotatedDocument`s, gold and predicted. Out: `Scores`, of the whole and of its two halves, the `Reliability` of the
scores that events carry, and `Miss`es with the cause of each. It codes nothing; the rules of counting are those of the
annotation guidelines that the gold was made by.
"""

from rasid.evals.gold import load_annotated
from rasid.evals.halves import MOST_BETWEEN, Halves, half_of, score_halves
from rasid.evals.metrics import Row, Scores, measure_of, score
from rasid.evals.miss import Miss, MissGroup, follow_counts, group_misses
from rasid.evals.misses import find_misses
from rasid.evals.reliability import Reliability, is_right, judged_events, reliability

__all__ = [
    "MOST_BETWEEN", "Halves", "Miss", "MissGroup", "Reliability", "Row", "Scores", "find_misses", "follow_counts", "group_misses", "half_of",
    "is_right", "judged_events", "load_annotated", "measure_of", "reliability", "score", "score_halves",
]  # fmt: skip

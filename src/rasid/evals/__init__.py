# SPDX-License-Identifier: Apache-2.0
"""How good the coding is: predicted annotations against gold ones.

In: `AnnotatedDocument`s, gold and predicted. Out: `Scores`, and `Miss`es with the cause of each. It codes nothing; the
rules of counting are those of the annotation guidelines that the gold was made by.
"""

from rasid.evals.gold import load_annotated
from rasid.evals.metrics import Row, Scores, score
from rasid.evals.misses import Miss, find_misses

__all__ = ["Miss", "Row", "Scores", "find_misses", "load_annotated", "score"]

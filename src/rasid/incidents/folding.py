# SPDX-License-Identifier: Apache-2.0
"""Words as incidents are compared by them: folded, without article, conjunction and preposition."""

from typing import Final

from rasid.knowledge.name_index import fold_name
from rasid.remembered import remembered

_CLITICS: Final = ("وال", "بال", "فال", "لل", "ال", "و", "ب", "ل", "ف")
_ROOT: Final = 2


@remembered(most=200_000)
def fold_word(word: str) -> str:
    """Return a word folded, without the first clitic or article that leaves more than two letters."""
    folded = fold_name(word)
    for clitic in _CLITICS:
        if folded.startswith(clitic) and len(folded) > len(clitic) + _ROOT:
            return folded.removeprefix(clitic)
    return folded

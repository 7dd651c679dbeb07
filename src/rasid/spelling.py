# SPDX-License-Identifier: Apache-2.0
"""The folded spelling by which words of either script are looked up."""

from typing import Final

from rasid.remembered import remembered

_FOLDED: Final = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ئ": "ي", "ؤ": "و", "ة": "ه", "ک": "ك", "گ": "ك"})


# A few hundred thousand words hold the vocabulary of a large run; folding is asked for many times a token.
@remembered(most=1 << 17)
def fold(word: str) -> str:
    """Return the look-up key of a normalised word.

    Newspapers drop hamzas and confuse final letters (`الامن`, `الاوروبيه`), so keys keep one alef, one ya, and ه for ة.

    Args:
        word: Normalised spelling: no diacritics, no tatweel, no direction marks.

    Returns:
        A key of the same length in code points, in lower case where the script has cases.
    """
    return fold_once(word)


def fold_once(word: str) -> str:
    """Return what `fold` does and keep nothing, for words that are not asked for again."""
    return word.translate(_FOLDED).lower()

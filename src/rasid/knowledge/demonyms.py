# SPDX-License-Identifier: Apache-2.0
"""Which country a word for its people or things points to: سوري, السوريون, Syrian."""

from collections.abc import Mapping
from functools import cache
from typing import Final

from rasid.knowledge.load import read_tsv
from rasid.spelling import fold

DEMONYMS_FILE: Final = "places/demonyms.tsv"


def country_of_demonym(word: str) -> str:
    """Return the ISO 3166 letters of the country, or nothing where the word is of none or of several.

    Args:
        word: Normalised; in Arabic with or without article: `سوري`, `السورية`, `Syrians`.
    """
    key = fold(" ".join(word.split()))
    known = _countries()
    return known.get(key) or known.get(" ".join(part.removeprefix("ال") for part in key.split()), "")


@cache
def _countries() -> Mapping[str, str]:
    """Return countries by folded word; a word of two countries is left out."""
    found: dict[str, str] = {}
    for row in read_tsv(DEMONYMS_FILE):
        for word in (*row.items_of("words_ar"), *row.items_of("words_en")):
            key = fold(word)
            found[key] = row["country"] if found.get(key, row["country"]) == row["country"] else ""
    return found

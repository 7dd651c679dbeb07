# SPDX-License-Identifier: Apache-2.0
"""Which names of imported places count in text by themselves, and which only where something vouches for them.

Lists of villages are full of common words: الحرية is freedom, الطيبة the good one, خالد a man. No frequency list travels with
the package, so a name is held common that stands in the lexicons, in the names of actors, or in places/common_words.tsv; and a
village of one word, common or not, needs a voucher: its kind of place beside it, or its district in the document.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final, Literal

from rasid.knowledge.gazetteer.merge import JoinedPlace
from rasid.knowledge.gazetteer.store import StoredName
from rasid.knowledge.load import list_files, read_tsv
from rasid.knowledge.name_index import fold_name, is_arabic
from rasid.knowledge.names import packaged_places, place_words

Guard = Literal["", "district", "word"]
"""Nothing; its district (or a place word); a place word."""

_WORD: Final = re.compile(r"[^\W\d_]+")
_FEWEST: Final = 3  # letters; shorter names are left to `rasid places find`
_SETTLED: Final = frozenset({"city", "town", "village", "neighbourhood"})
_WELL_KNOWN: Final = frozenset({"city", "town"})
_FOREIGN: Final = re.compile("[پچژگڤڭںڕڵێۆیکەۇۈۋېھہےٹڈڑۀۍټډړږښڼ]")


def searched_names(places: Iterable[JoinedPlace]) -> Iterator[StoredName]:
    """Yield the names of places that text is searched for, each with its guard.

    Left out are names of one or two letters, names in letters that no Arabic newspaper writes, mere words for places
    (المدينة), and districts under the name of their seat: who writes إدلب means the city, and `ناحية` before it tells the rest.
    """
    places = tuple(places)
    index = packaged_places().index
    seats = {index.key_of(name.name) for place in places if place.kind in _SETTLED for name, _ in place.names}
    for place in places:
        for name, _ in place.names:
            if _is_searched(name.name) and not (place.kind == "district" and (index.key_of(name.name) in seats or index.look_up(name.name))):
                yield StoredName(place.id, name.name, guard_of(name.name, place.kind))


def guard_of(name: str, kind: str) -> Guard:
    """Return what has to vouch for a name in text.

    Args:
        name: In Arabic or Latin script.
        kind: Of the place.
    """
    words = [_base(word) for word in _WORD.findall(name)]
    common = [word in _common_words() for word in words]
    if len(words) == 1:
        if common[0] or len(words[0]) < _FEWEST:
            return "word"
        return "" if kind in _WELL_KNOWN or kind == "province" else "district"
    if all(common):
        return "word" if kind not in _WELL_KNOWN else "district"
    return "" if sum(map(len, words)) > 2 * _FEWEST else "district"


def _is_searched(name: str) -> bool:
    words = [_base(word) for word in _WORD.findall(name)]
    letters = sum(map(len, words))
    return letters >= _FEWEST and not _FOREIGN.search(name) and not all(word in place_words() for word in words)


def _base(word: str) -> str:
    folded = fold_name(word)
    return folded[2:] if is_arabic(folded) and folded.startswith("ال") and len(folded) > _FEWEST else folded


@cache
def _common_words() -> frozenset[str]:
    files = [*list_files("lexicon/ar", ".tsv"), *list_files("lexicon/en", ".tsv"), "actors/actors.tsv", "places/common_words.tsv"]
    cells = (cell for file in files for row in read_tsv(file) for column, cell in row.items() if column not in {"note", "id", "sides"})
    return frozenset(_base(word) for cell in cells for word in _WORD.findall(cell))

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
from rasid.knowledge.gazetteer.rows import SETTLED
from rasid.knowledge.gazetteer.store import StoredName
from rasid.knowledge.load import list_files, read_tsv
from rasid.knowledge.name_index import fold_name, is_arabic, key_of
from rasid.knowledge.names import packaged_places, place_words

Guard = Literal["", "district", "word"]
"""Nothing; its district, or a place word without article; a word for a village without article."""

_WORD: Final = re.compile(r"[^\W\d_]+")
_FEWEST: Final = 3  # letters; shorter names are left to `rasid places find`
_WELL_KNOWN: Final = frozenset({"city", "town"})
_WIDE: Final = frozenset({"country", "province", "region", "sea", "river"})
_FAMOUS: Final = 30_000  # residents from which a town is meant by its name in any news of its country
_FAMOUS_ABROAD: Final = 10_000  # and in news of another one
_FOREIGN: Final = re.compile("[پچژگڤڭںڕڵێۆیکەۇۈۋېھہےٹڈڑۀۍټډړږښڼ]")


def searched_names(places: Iterable[JoinedPlace]) -> Iterator[StoredName]:
    """Yield the names of places that text is searched for, each with its guard; `find_places` knows the others too.

    Left out are
    - names of one or two letters, names in letters that no Arabic newspaper writes, mere words for places (المدينة),
    - districts under the name of their seat: who writes إدلب means the city, and `ناحية` before it tells the rest,
    - names with the word for their kind (`محافظة إدلب`): the word is read as such where it stands,
    - common words without article (صغيرة, "a small ..."), which are adjectives behind any word for a village,
    - villages under a name that everybody takes for another place: القاهرة in the countryside of Hama.
    """
    places = tuple(places)
    index = packaged_places().index
    seats = {key_of(name.name) for place in places if place.kind in SETTLED for name, _ in place.names}
    for place in places:
        for name, _ in place.names:
            key = key_of(name.name)
            if not _is_searched(name.name) or _has_kind(name.name, place.kind) or (place.kind == "district" and (key in seats or index.look_up(name.name))):
                continue
            guard = guard_of(name.name, place.kind)
            if (guard == "word" and _is_indefinite(name.name)) or (not place.base and _is_eclipsed(place, name.name)):
                continue
            yield StoredName(place.id, name.name, guard)


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
    if fold_name(words[0]) in _kunyas():
        return "district"
    if all(common):
        return "word" if kind not in _WELL_KNOWN else "district"
    return "" if sum(map(len, words)) > 2 * _FEWEST else "district"


def _is_searched(name: str) -> bool:
    words = [_base(word) for word in _WORD.findall(name)]
    letters = sum(map(len, words))
    return letters >= _FEWEST and not _FOREIGN.search(name) and not all(word in place_words() for word in words)


def _has_kind(name: str, kind: str) -> bool:
    """Return whether a name of several words begins, or in English ends, with the word for an administrative unit or a town."""
    words = [_base(word) for word in _WORD.findall(name)]
    known = place_words()
    first, last = known.get(words[0]), known.get(f">{words[-1]}")
    units = {"province", "district", "city", "region", *([""] if kind not in SETTLED else [])}
    return len(words) > 1 and bool((first and first.kind in units) or (last and last.kind in units))


def _is_indefinite(name: str) -> bool:
    return is_arabic(name) and not name.startswith("ال") and " " not in name


def _is_eclipsed(place: JoinedPlace, name: str) -> bool:
    """Return whether the package knows a place of the name that is meant wherever no village is announced."""
    if place.kind not in SETTLED:
        return False
    packaged = packaged_places()
    others = [entry for entry in map(packaged.get, packaged.index.look_up(name)) if entry is not None and entry.id != f"place:{place.id}"]
    return any(
        entry.kind in _WIDE
        or entry.population >= max(_FAMOUS, place.population)
        or (entry.country != place.country and (entry.own or entry.population >= _FAMOUS_ABROAD))
        for entry in others
    )


def _base(word: str) -> str:
    folded = fold_name(word)
    return folded[2:] if is_arabic(folded) and folded.startswith("ال") and len(folded) > _FEWEST else folded


@cache
def _kunyas() -> frozenset[str]:
    """Return the words that names of persons begin with as often as those of villages: أبو عبيدة, أم حوش."""
    return frozenset(fold_name(word) for row in read_tsv("places/common_words.tsv") if row["kind"] == "kunya" for word in row.items_of("words"))


@cache
def _common_words() -> frozenset[str]:
    files = [*list_files("lexicon/ar", ".tsv"), *list_files("lexicon/en", ".tsv"), "actors/actors.tsv", "places/common_words.tsv"]
    cells = (cell for file in files for row in read_tsv(file) for column, cell in row.items() if column not in {"note", "id", "sides", "kind"})
    return frozenset(_base(word) for cell in cells for word in _WORD.findall(cell))

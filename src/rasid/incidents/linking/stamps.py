# SPDX-License-Identifier: Apache-2.0
"""The day that a text without a date bears by the way: the stamp of a post, of a post set into an article, of a caption, of a headline.

`12:57 PM · Mar 23, 2022`, `(@account) August 19, 2022`, `جسر الشغور- 21 من شباط 2022 (الدفاع المدني)`, `حصاد ليوم الخميس 20-10-2022`.
It is good enough to tell one shelling from the next; what a report says of its own day is read elsewhere.
"""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Final

from rasid.knowledge.load import read_tsv
from rasid.knowledge.name_index import fold_name

_HEAD_LETTERS: Final = 400
"""A full date so near the top is that of a caption or headline; farther down it may be of long ago."""
_EASTERN: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
_WORD: Final = r"[^\W\d_]+"
_POSTED: Final = re.compile(rf"(?:[AP]M\s*·|\(@\w+\))\s*({_WORD}) (\d{{1,2}}), (20\d\d)")
_ENGLISH: Final = re.compile(rf"({_WORD}) (\d{{1,2}}), (20\d\d)")
_DAY_FIRST: Final = re.compile(r"(?<!\d)(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(20\d\d)(?!\d)")
_YEAR_FIRST: Final = re.compile(r"(?<!\d)(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)")
_NAMED: Final = rf"(?<!\d)(\d{{1,2}})\s+(?:من\s+)?(?:شهر\s+)?({_WORD}(?:\s{_WORD})?)"
_DAY_OF_MONTH: Final = re.compile(_NAMED)
_ARABIC: Final = re.compile(rf"{_NAMED}\s*(?:/\s*{_WORD}(?:\s{_WORD})?)?\s*،?\s*(20\d\d)")
_ABBREVIATED: Final = 3
_MONTHS: Final = 12


def stamped(text: str) -> date | None:
    """Return the latest day that a text bears by the way, or None: what it tells of is no younger."""
    return max(_stamps(text.translate(_EASTERN)), default=None)


def month_days(words: str) -> frozenset[tuple[int, int]]:
    """Return the (month, day) that some words name, with a year or without."""
    plain = words.translate(_EASTERN)
    named = {(month, int(day)) for day, name in _DAY_OF_MONTH.findall(plain) if (month := month_of(name)) is not None}
    return frozenset(named | {(int(month), int(day)) for day, month, _ in _DAY_FIRST.findall(plain) if int(month) <= _MONTHS})


def _stamps(text: str) -> Iterator[date]:
    head = text[:_HEAD_LETTERS]
    for name, day, year in (*_POSTED.findall(text), *_ENGLISH.findall(head)):
        yield from _date(year, month_of(name), day)
    for day, month, year in _DAY_FIRST.findall(head):
        yield from _date(year, int(month), day)
    for year, month, day in _YEAR_FIRST.findall(head):
        yield from _date(year, int(month), day)
    for day, name, year in _ARABIC.findall(head):
        yield from _date(year, month_of(name), day)


def _date(year: str, month: int | None, day: str) -> Iterator[date]:
    if month is not None:
        try:
            yield date(int(year), month, int(day))
        except ValueError:  # the thirtieth of February, a score of a match
            return


def month_of(name: str) -> int | None:
    """Return the number of a month by its name in Arabic or English, by a short English one, or by its first word alone; else None."""
    folded = fold_name(name)
    known = _months()
    return known.get(folded) or known.get(folded.split(" ")[0])


@cache
def _months() -> dict[str, int]:
    found = {}
    for language in ("ar", "en"):
        for row in read_tsv(f"lexicon/{language}/time.tsv"):
            if row["kind"] in {"month", "weak_month"}:
                for name in row.items_of("forms"):
                    found[fold_name(name)] = int(row["value"])
                    if language == "en":
                        found.setdefault(fold_name(name)[:_ABBREVIATED], int(row["value"]))
    return found

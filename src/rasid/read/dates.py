# SPDX-License-Identifier: Apache-2.0
"""A date of publication as written to an ISO date, or nothing: a date that can be read two ways is not read."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from functools import cache
from typing import Final

from rasid.read.lookup import key_of, rows

# Arabic-Indic and Persian digits; int() would take any digit of Unicode, but the patterns below want ASCII.
_DIGITS: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_INVISIBLE: Final = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u0640]")
# Dates of the Hijri calendar (1441-02-25) look like ISO dates; no news is older than the press agencies.
_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2100
_MONTHS: Final = 12
_LONGEST: Final = 80

_YEAR_FIRST: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\Z")
_COMPACT: Final = re.compile(r"(\d{4})(\d{2})(\d{2})\Z")
_YEAR_LAST: Final = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\Z")
_MOMENT: Final = re.compile(
    r"(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?) ?(Z|UTC|[+-]\d{2}:?\d{2})?\Z", re.IGNORECASE
)
_DAY_MONTH_YEAR: Final = re.compile(
    r"(?:[^\W\d]+\s*[،,]?\s+)?(\d{1,2})(?:st|nd|rd|th)?[\s-]+([^\d]+?)[\s,،-]+(\d{4})\s*م?\.?\Z"
)
_MONTH_DAY_YEAR: Final = re.compile(r"(?:[^\W\d]+\s*,\s+)?([^\W\d]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\Z")


def normalise_date(written: str) -> str | None:
    """Return an ISO date (`2019-10-24`) or date and time (`2019-10-24T10:00:00Z`), or None.

    Read are ISO forms, day and month by numbers where only one order is possible (`24/10/2019`, never `03/04/2019`),
    months by name in Arabic and English (`24 أكتوبر 2019`, `24 تشرين الأول/أكتوبر 2019`, `October 24, 2019`), and the
    form of mail and feeds. Not read are seconds since 1970, Hijri dates, and dates without a day.
    """
    cleaned = " ".join(_INVISIBLE.sub("", written[: 2 * _LONGEST]).translate(_DIGITS).split())
    if not cleaned or len(cleaned) > _LONGEST:
        return None
    for read in (_read_year_first, _read_moment, _read_year_last, _read_named, _read_mail):
        if found := read(cleaned):
            return found
    return None


def _iso(year: str | int, month: str | int, day: str | int) -> str | None:
    try:
        made = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return made.isoformat() if _FIRST_YEAR <= made.year <= _LAST_YEAR else None


def _read_year_first(text: str) -> str | None:
    match = _YEAR_FIRST.match(text) or _COMPACT.match(text)
    return _iso(*match.groups()) if match else None


def _read_moment(text: str) -> str | None:
    match = _MOMENT.match(text)
    if not match:
        return None
    day, time, zone = match.groups()
    zone = "" if zone is None else "+00:00" if zone.upper() in {"Z", "UTC"} else zone
    try:
        return _moment(datetime.fromisoformat(f"{day}T{time.replace(',', '.')}{zone}"))
    except ValueError:
        return None


def _moment(moment: datetime) -> str | None:
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        return None
    written = moment.replace(microsecond=0).isoformat()
    return (
        written.removesuffix("+00:00") + "Z" if moment.tzinfo and moment.utcoffset() == UTC.utcoffset(None) else written
    )


def _read_year_last(text: str) -> str | None:
    match = _YEAR_LAST.match(text)
    if not match:
        return None
    first, second, year = (int(part) for part in match.groups())
    # Both orders are in use: Arab and British outlets write the day first, American ones the month.
    if first <= _MONTHS and second <= _MONTHS and first != second:
        return None
    return _iso(year, second, first) if second <= _MONTHS else _iso(year, first, second)


@cache
def _months() -> dict[str, int]:
    return {key_of(row["name"]): int(row["month"]) for row in rows("months.tsv")}


def _read_named(text: str) -> str | None:
    if match := _DAY_MONTH_YEAR.match(text):
        day, name, year = match.groups()
    elif match := _MONTH_DAY_YEAR.match(text):
        name, day, year = match.groups()
    else:
        return None
    month = _month(name)
    return _iso(year, month, day) if month else None


def _month(name: str) -> int | None:
    """Return the month of a name, or of two names of one month: `تشرين الأول/أكتوبر` (October in both namings)."""
    found = {_months().get(key_of(part)) for part in re.split(r"[/()\-]", name) if part.strip()}
    return found.pop() if len(found) == 1 else None


def _read_mail(text: str) -> str | None:
    try:
        return _moment(parsedate_to_datetime(text)) if "," in text[:4] else None
    except (ValueError, TypeError, IndexError, OverflowError):
        return None

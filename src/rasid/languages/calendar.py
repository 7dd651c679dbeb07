# SPDX-License-Identifier: Apache-2.0
"""Days, weeks, months and years as intervals, and which of them a speaker means: what all languages share."""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import cache
from typing import Literal, NamedTuple

from rasid.records import Interval

Basis = Literal["absolute", "relative", "inherited", "published"]
Direction = Literal["past", "current", "next", ""]
Unit = Literal["minute", "hour", "day", "week", "month", "year", "decade", "century"]

# A day without its year may lie ahead only where that is four times nearer than the one behind: within 73 days.
_AHEAD = 4


class Days(NamedTuple):
    """Both ends of a stretch of days, and what they rest on."""

    start: date
    end: date
    basis: Basis = "absolute"

    def interval(self) -> Interval:
        """Return the record of it."""
        return Interval(
            start=self.start.isoformat(),
            end=self.end.isoformat(),
            precision=precision_of(self.start, self.end),
            basis=self.basis,
        )


def precision_of(start: date, end: date) -> int:
    """Return UCDP's date precision of a stretch: 1 the day, 2 to six days, 3 a week, 4 to a month, 5 longer."""
    days = (end - start).days + 1
    if days > 7 and start.day == 1 and start.month == end.month and (end + timedelta(days=1)).month == end.month:  # noqa: PLR2004
        return 3  # the first days of a month are no whole month, and must not be written as one
    for precision, most in ((1, 1), (2, 6), (3, 7), (4, 31)):
        if days <= most:
            return precision
    return 5


def parse_day(text: str | None) -> date | None:
    """Return the day of an ISO date or date and time; None for anything else."""
    try:
        return date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def reference_day(published: str | None, anchor: str | None) -> date | None:
    """Return the day that relative times count from: the anchor, else the day of publication.

    None where both are unknown or outside 1800 to 2200: such a day is a mistake of the input, and nothing rests on it.
    """
    day = parse_day(anchor) or parse_day(published)
    return day if day and 1800 <= day.year <= 2200 else None  # noqa: PLR2004


def single(day: date, basis: Basis = "absolute") -> Days:
    """Return a stretch of one day."""
    return Days(day, day, basis)


def month_of(year: int, month: int, basis: Basis = "absolute") -> Days:
    """Return all days of a month."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return Days(date(year, month, 1), following - timedelta(days=1), basis)


def year_of(year: int, basis: Basis = "absolute") -> Days:
    """Return all days of a year."""
    return Days(date(year, 1, 1), date(year, 12, 31), basis)


def season_of(year: int, month: int, basis: Basis = "absolute") -> Days:
    """Return the three months of a season that begins with a month of a year."""
    return Days(date(year, month, 1), month_of(year, month + 2).end, basis)


def decade_of(year: int, basis: Basis = "absolute") -> Days:
    """Return the ten years from a year on: 1980 to 1989."""
    return Days(date(year, 1, 1), date(year + 9, 12, 31), basis)


def since(days: Days, ref: date | None) -> Days:
    """Return what lasts from a month or a year on, to the day of the text; a day or a week stays when it began."""
    lasts = ref is not None and precision_of(days.start, days.end) > 3 and days.start < ref  # noqa: PLR2004  (3 is a week)
    return Days(days.start, ref, days.basis) if ref is not None and lasts else days


def week_of(day: date, basis: Basis = "relative") -> Days:
    """Return Monday to Sunday around a day."""
    monday = day - timedelta(days=day.weekday())
    return Days(monday, monday + timedelta(days=6), basis)


def make_day(year: int, month: int, day: int) -> date | None:
    """Return a day, or None where the month has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def choose_day(month: int, day: int, ref: date, direction: Direction = "") -> date | None:
    """Return the day of a month without its year that a text of `ref` means: the nearest, rather past than future."""
    days = [made for year in (ref.year - 1, ref.year, ref.year + 1) if (made := make_day(year, month, day))]
    if not days:
        return None
    if direction == "current":
        return make_day(ref.year, month, day)
    behind = [made for made in days if made < ref or (made == ref and direction != "past")]
    ahead = [made for made in days if made > ref]
    if direction == "next":
        return ahead[0] if ahead else None
    if direction == "past" or not ahead or not behind:
        return behind[-1] if behind else None
    return ahead[0] if _AHEAD * (ahead[0] - ref).days < (ref - behind[-1]).days else behind[-1]


def choose_month(month: int, ref: date, direction: Direction = "") -> Days:
    """Return the month without its year that a text of `ref` means."""
    year = ref.year
    if direction == "past" and month >= ref.month:
        year -= 1
    elif direction == "next" and month <= ref.month:
        year += 1
    elif direction == "":
        months_ahead = month - ref.month
        # Nearest, rather past: December told in January is last year's, January told in December next year's.
        if months_ahead > 0 and _AHEAD * months_ahead >= 12 - months_ahead:
            year -= 1
        elif months_ahead < 0 and _AHEAD * (12 + months_ahead) < -months_ahead:
            year += 1
    return month_of(year, month, "relative")


def weekday_before(weekday: int, ref: date, *, strictly: bool = False) -> date:
    """Return the last such weekday on or before a day (0 is Monday)."""
    back = (ref.weekday() - weekday) % 7
    return ref - timedelta(days=7 if strictly and back == 0 else back)


def weekday_after(weekday: int, ref: date) -> date:
    """Return the next such weekday after a day."""
    return ref + timedelta(days=(weekday - ref.weekday() - 1) % 7 + 1)


def choose_weekday(weekday: int, ref: date, direction: Direction = "") -> date:
    """Return the weekday that a text of `ref` means: bare, the last one on or before it, as news is written."""
    if direction == "next":
        return weekday_after(weekday, ref)
    return weekday_before(weekday, ref, strictly=direction == "past")


def reconcile(expected: date, weekday: int) -> date:
    """Return the day meant by `today, Sunday` or `yesterday, Friday` where the two disagree.

    The weekday was written by somebody; the day of publication often comes from a page put up hours before or days
    after. So: the expected day, the day after it, else the last such weekday before.
    """
    after = expected + timedelta(days=1)
    return after if after.weekday() == weekday else weekday_before(weekday, expected)


def shift_months(ref: date, months: int) -> Days:
    """Return the calendar month that many months from the month of a day."""
    count = ref.year * 12 + ref.month - 1 + months
    return month_of(count // 12, count % 12 + 1, "relative")


def ago(unit: str, number: int, ref: date) -> Days | None:
    """Return the time so many units before a day (after it where negative); coarse units give coarse stretches."""
    try:
        if unit == "month":
            return shift_months(ref, -number)
        if unit == "year":
            return year_of(ref.year - number, "relative")
        days = {"minute": 0, "hour": number // 24, "day": number, "week": 7 * number}.get(unit)
        if days is None:
            return None
        middle = ref - timedelta(days=days)
    except (ValueError, OverflowError):
        return None
    around = timedelta(days=3 if unit == "week" else 0)
    return Days(middle - around, middle + around, "relative")


def some_ago(unit: str, ref: date) -> Days | None:
    """Return the stretch in which `days ago`, `weeks ago`, `months ago`, `years ago` lies; years are too vague."""
    if unit in {"minute", "hour"}:
        return single(ref, "relative")
    if unit == "day":
        return Days(ref - timedelta(days=7), ref - timedelta(days=1), "relative")
    if unit == "week":
        return Days(ref - timedelta(days=42), ref - timedelta(days=7), "relative")
    if unit == "month":
        return Days(shift_months(ref, -11).start, shift_months(ref, -1).end, "relative")
    return None


def last_units(unit: str, number: int, ref: date, direction: Direction) -> Days | None:
    """Return the last (or next) so many hours, days, weeks, months or years, up to (or from) a day."""
    days = {
        "hour": -(-number // 24),
        "day": number,
        "week": 7 * number,
        "month": 30 * number,
        "year": 365 * number,
    }.get(unit)
    if days is None:
        return None
    try:
        if unit == "year":
            far = date(ref.year + (number if direction == "next" else -number), ref.month, min(ref.day, 28))
        elif unit == "month":
            month = shift_months(ref, number if direction == "next" else -number)
            far = month.start.replace(day=min(ref.day, month.end.day))
        else:
            far = ref + timedelta(days=days if direction == "next" else -days)
    except (ValueError, OverflowError):
        return None
    return Days(min(ref, far), max(ref, far), "relative")


def unit_at(unit: str, ref: date, direction: Direction) -> Days | None:
    """Return the week, month or year before, around or after a day."""
    step = {"past": -1, "current": 0, "next": 1, "": 0}[direction]
    if unit == "day":
        return single(ref + timedelta(days=step), "relative")
    if unit == "week":
        return week_of(ref + timedelta(days=7 * step))
    if unit == "month":
        return shift_months(ref, step)
    if unit == "year" and 1 < ref.year + step < 9999:  # noqa: PLR2004
        return year_of(ref.year + step, "relative")
    return None


def hull(parts: Iterable[Days]) -> Days:
    """Return the stretch from the first day of all to the last."""
    found = list(parts)
    return Days(min(p.start for p in found), max(p.end for p in found), found[0].basis)


@cache
def hijri_day(year: int, month: int, day: int) -> date | None:
    """Return the Gregorian day of a Hijri date (Umm al-Qura), None where there is none or the year is not covered."""
    from hijridate import Hijri  # noqa: PLC0415  # only passages with a Hijri date pay for the table

    try:
        return date.fromisoformat(Hijri(year, month, day).to_gregorian().isoformat())
    except (ValueError, OverflowError):
        return None


@cache
def hijri_month(year: int, month: int) -> Days | None:
    """Return all days of a Hijri month."""
    start = hijri_day(year, month, 1)
    following = hijri_day(year + month // 12, month % 12 + 1, 1)
    return Days(start, following - timedelta(days=1)) if start and following else None


def hijri_year_of(ref: date) -> int | None:
    """Return the Hijri year of a day, None where the table does not reach."""
    from hijridate import Gregorian  # noqa: PLC0415  # as above

    try:
        return int(Gregorian(ref.year, ref.month, ref.day).to_hijri().year)
    except (ValueError, OverflowError):
        return None

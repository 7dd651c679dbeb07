# SPDX-License-Identifier: Apache-2.0
"""English times: days, weekdays, dates, months, years, and what they mean for a reader of the day of publication."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple, cast

from rasid.languages.calendar import (
    Days,
    Direction,
    ago,
    choose_day,
    choose_month,
    choose_weekday,
    decade_of,
    hijri_day,
    hull,
    last_units,
    make_day,
    month_of,
    reconcile,
    reference_day,
    season_of,
    since,
    single,
    some_ago,
    unit_at,
    year_of,
)
from rasid.languages.en.numbers import lines, read_value
from rasid.languages.quantities import DIGITS, DateKind, DateMatch, Line
from rasid.languages.times import Core, loose
from rasid.records import Token

_STARTERS: Final = frozenset({
    DIGITS, "month", "weak_month", "hijri_month", "weekday", "short_weekday", "day", "now", "unit", "part_alone", "loose",
    "season",
})  # fmt: skip
_BEGINNINGS: Final = _STARTERS | {
    "part", "lead", "bound", "open", "stretch", "between", "from", "past", "current", "next", "one", "ordinal", "tens",
    "article", "some", "about", "more", "at_most", "at_least", "dozen", "couple", "vague", "link",
}  # fmt: skip
_SEPARATORS: Final = frozenset({",", "(", "-", "–"})
_DASHES: Final = frozenset({"-", "–", "to"})
_DAYS_A_PAIR: Final = timedelta(days=7)
_MONTH_DAYS: Final = 31


def find_dates(tokens: Sequence[Token], *, published: str | None, anchor: str | None = None) -> list[DateMatch]:
    """Return the times of a sentence in their order.

    Args:
        tokens: Of one sentence; only `span` and `word.form` are read.
        published: ISO day of publication. Without it, times such as yesterday are found but not resolved.
        anchor: ISO day that the text gives as its own today (a dateline); it outweighs `published`.

    Returns:
        Matches that do not overlap.
    """
    line = lines().of(tokens, _STARTERS)
    if line is None:
        return []
    ref = reference_day(published, anchor)
    found: list[DateMatch] = []
    i = 0
    while i < len(line):
        core = _match_at(line, i, ref)
        if core is None:
            i += 1
            continue
        found.append(core.match(line))
        i = max(core.end, i + 1)
    return found


# --- a time with what opens it ---------------------------------------------------------------------------------------


def _match_at(line: Line, i: int, ref: date | None) -> Core | None:
    if not line.may_begin(i, _BEGINNINGS):
        return None
    return _opened(line, i, ref) or _duration(line, i) or _plain(line, i, ref) or _ago(line, i, ref) or loose(line, i)


def _opened(line: Line, i: int, ref: date | None) -> Core | None:
    hits = line.hits(i)
    between, opener = hits.get("between") or hits.get("from"), hits.get("open")
    if between:
        core = _plain(line, between.end, ref)
        second = _plain(line, core.end + 1, ref) if core and line.text(core.end) in {"and", "to"} else None
        if core and second and core.days and second.days and core.days.start <= second.days.end:
            return Core(i, second.end, hull((core.days, second.days)), core.kind)
    if opener is None:
        return None
    core = _plain(line, opener.end, ref)
    kind = cast("DateKind", opener.value)
    if core is None or core.kind == "loose":
        return None
    days = since(core.days, ref) if core.days is not None and kind == "since" else core.days
    return core._replace(start=i, kind=kind, days=days)


def _plain(line: Line, i: int, ref: date | None) -> Core | None:
    core = _with_leads(line, i, ref)
    if core is None or core.days is None or core.kind != "weekday":
        return core
    begin = core.end + (line.text(core.end) in {"/", "-", "–", "and"})
    second = _with_leads(line, begin, ref) if line.hit(begin, "weekday") and begin > core.end else None
    if second and second.days and timedelta(0) < second.days.start - core.days.start < _DAYS_A_PAIR:
        return Core(i, second.end, hull((core.days, second.days)), core.kind)
    return core


def _with_leads(line: Line, i: int, ref: date | None) -> Core | None:
    """Read what leads up to a time: late Monday, the early hours of Friday, mid-October."""
    pos, bound = i, False
    while pos < len(line):
        core = _core(line, pos, ref, bound=bound)
        if core is not None:
            return core._replace(start=i, end=_trailing_part(line, core))
        hits = line.hits(pos)
        lead = next((hits[kind] for kind in ("part", "bound", "lead") if kind in hits), None)
        if lead is None and pos > i:
            lead = hits.get("link")
            if lead is None and line.text(pos) == "-":
                pos += 1
                continue
        if lead is None:
            break
        bound, pos = bound or "bound" in hits, lead.end
    alone = line.hit(i, "part_alone")
    if alone:
        return Core(i, alone.end, single(ref, "inherited") if ref else None, "part_of_day")
    return None


def _trailing_part(line: Line, core: Core) -> int:
    """Take in a part of the day behind a day: Tuesday morning, yesterday at dawn."""
    if core.kind not in {"weekday", "relative", "absolute"} or core.days is None or core.days.start != core.days.end:
        return core.end
    part = line.hit(core.end, "part") or line.hit(core.end, "part_alone")
    return part.end if part else core.end


def _core(line: Line, i: int, ref: date | None, *, bound: bool) -> Core | None:
    return _chain(line, i, ref) or _unit(line, i, ref, bound=bound) or _year(line, i, ref) or _month(line, i, ref)


# --- days ------------------------------------------------------------------------------------------------------------


def _chain(line: Line, i: int, ref: date | None) -> Core | None:
    """Read a day told in one to three ways: Wednesday 16 November 2016; today, Sunday."""
    now = line.hit(i, "now")
    if now:
        return Core(i, now.end, single(ref, "relative") if ref else None, "relative")
    day = line.hit(i, "day")
    end = day.end if day else i
    end, weekday, direction = _weekday(line, end + (end > i and line.text(end) in _SEPARATORS), end)
    begin = end
    if end > i and line.text(begin) in {",", ".", "the"}:
        begin += 1
    begin += line.text(begin) == "the"
    dated = _date(line, begin, ref)
    if dated:
        return Core(i, dated.end, dated.days, "absolute")
    if end == i or (day is None and _is_short(line, i, end)):
        return None
    if ref is None:
        return Core(i, end, None, "relative" if day else "weekday")
    if day:
        expected = ref + timedelta(days=int(day.value))
        if weekday is not None and expected.weekday() != weekday:
            expected = reconcile(expected, weekday)
        return Core(i, end, single(expected, "relative"), "relative")
    return Core(i, end, single(choose_weekday(weekday or 0, ref, direction), "relative"), "weekday")


def _is_short(line: Line, start: int, end: int) -> bool:
    """Return whether the day rests on `Sat` or `Sun`, which alone are words."""
    return not any(line.hit(k, "weekday") for k in range(start, end))


def _weekday(line: Line, i: int, fallback: int) -> tuple[int, int | None, Direction]:
    direction, begin = _direction(line, i)
    hit = line.hit(begin, "weekday") or (line.hit(begin, "short_weekday") if line.is_capital(begin) else None)
    if hit is None or (begin > 0 and line.hit(begin - 1, "name_before")):
        return fallback, None, ""
    return hit.end, int(hit.value), direction


def _direction(line: Line, i: int) -> tuple[Direction, int]:
    kind: Direction
    for kind in ("past", "current", "next"):
        hit = line.hit(i, kind)
        if hit and line.text(i) != "ago":
            return kind, hit.end
    return "", i


# --- dates -----------------------------------------------------------------------------------------------------------


def _date(line: Line, i: int, ref: date | None) -> Core | None:
    """Read 4 October 2016, October 4, 2016, 4th of October, Oct. 4-6, 2016-10-04."""
    figures = line.numeric_date(i)
    if figures:
        day = make_day(figures[0], figures[1], figures[2])
        return Core(i, figures[3], single(day), "absolute") if day else None
    return _day_first(line, i, ref) or _month_first(line, i, ref)


def _day_number(line: Line, i: int) -> tuple[int, int] | None:
    """Return (day, end)."""
    value = read_value(line, i)
    if value is None or value.kind not in {"cardinal", "ordinal"}:
        return None
    if value.low.denominator != 1 or not 1 <= value.low <= _MONTH_DAYS:
        return None
    return int(value.low), value.end


def _days(line: Line, i: int) -> tuple[tuple[int, ...], int] | None:
    first = _day_number(line, i)
    if first is None:
        return None
    if line.text(first[1]) in _DASHES or line.text(first[1]) == "and":
        last = _day_number(line, first[1] + 1)
        if last and last[0] > first[0]:
            return (first[0], last[0]), last[1]
    return (first[0],), first[1]


def _month_at(line: Line, i: int) -> tuple[int, int, bool] | None:
    """Return (month, end, Hijri) of a month's name, its full stop included."""
    hits = line.hits(i)
    hit = hits.get("month") or (hits.get("weak_month") if line.is_capital(i) else None)
    hijri = hits.get("hijri_month")
    if hit is None and hijri is None:
        return None
    end = (hit or hijri).end  # type: ignore[union-attr]  # one of the two is there
    if hit and line.text(end) == "." and len(line.text(i)) <= 4 and line.pieces[end].glued:  # noqa: PLR2004
        end += 1
    return int((hit or hijri).value), end, hit is None  # type: ignore[union-attr]


def _day_first(line: Line, i: int, ref: date | None) -> Core | None:
    days = _days(line, i)
    if days is None:
        return None
    begin = days[1] + (line.text(days[1]) == "of")
    month = _month_at(line, begin)
    if month is None:
        return None
    if month[2]:
        return _hijri(line, i, month, days[0])
    end, year, direction = _year_behind(line, month[1], ref)
    return Core(i, end, _resolve(days[0], month[0], year, direction, ref), "absolute")


def _hijri(line: Line, i: int, month: tuple[int, int, bool], days: tuple[int, ...]) -> Core | None:
    year = line.digits(month[1])
    day = hijri_day(int(year), month[0], days[0]) if year is not None else None
    return Core(i, month[1] + 1, single(day), "absolute") if day else None


def _month_first(line: Line, i: int, ref: date | None) -> Core | None:
    direction, begin = _direction(line, i)
    month = _month_at(line, begin)
    if month is None or month[2]:
        return None
    days = _days(line, month[1] + (line.text(month[1]) == "the"))
    if days is None or (line.hit(days[1], "scale") or line.hit(days[1], "percent")):
        return None
    end, year, after = _year_behind(line, days[1], ref)
    return Core(i, end, _resolve(days[0], month[0], year, direction or after, ref), "absolute")


def _year_behind(line: Line, i: int, ref: date | None) -> tuple[int, int | None, Direction]:
    """Return (end, year, direction) of `2016`, `, 2016`, `of last year`, `this year`."""
    begin = i + (line.text(i) in {",", "of", "in"})
    year = line.four_digit_year(begin)
    if year is not None:
        return begin + 1, year, ""
    direction, end = _direction(line, begin)
    unit = line.hit(end, "unit") if direction else None
    if unit and unit.value == "year:1" and ref:
        days = unit_at("year", ref, direction)
        return unit.end, days.start.year if days else None, direction
    return i, None, ""


def _resolve(
    days: tuple[int, ...], month: int, year: int | None, direction: Direction, ref: date | None
) -> Days | None:
    if year is not None:
        first = make_day(year, month, days[0])
    else:
        first = choose_day(month, days[0], ref, direction) if ref else None
    if first is None:
        return None
    return Days(first, make_day(first.year, first.month, days[-1]) or first)


# --- months, years, weeks --------------------------------------------------------------------------------------------


def _month(line: Line, i: int, ref: date | None) -> Core | None:
    """Read October 2016, last October, in May."""
    direction, begin = _direction(line, i)
    month = _month_at(line, begin)
    if month is None or month[2]:
        return None
    end, year, after = _year_behind(line, month[1], ref)
    weak = "weak_month" in line.hits(begin)
    told = bool(direction) or year is not None or (i > 0 and line.hit(i - 1, "year_before") is not None)
    if (weak or month[1] - begin > 1 or not line.pieces[begin].capital) and not told:
        return None
    if year is not None:
        days: Days | None = month_of(year, month[0])
    else:
        days = choose_month(month[0], ref, direction or after) if ref else None
    return Core(i, end, days, "month")


def _year(line: Line, i: int, ref: date | None) -> Core | None:
    """Read the year 2014, summer 2015, the 1980s, 2011-2015, and a bare 2019 behind in or since."""
    tens = line.four_digit_year(i)
    if tens is not None and tens % 10 == 0 and line.text(i + 1) == "s":
        return Core(i, i + 2, decade_of(tens), "year")
    season = line.hit(i, "season")
    pos = season.end + (line.text(season.end) == "of") if season else i
    if line.text(pos) == "the" and line.text(pos + 1) == "year":
        pos += 2
    elif line.text(pos) == "year":
        pos += 1
    if season and ref and pos > i:
        direction, end = _direction(line, pos)
        unit = line.hit(end, "unit") if direction else None
        if unit and unit.value == "year:1":
            return Core(i, unit.end, unit_at("year", ref, direction), "year")
    year = line.four_digit_year(pos)
    if year is None or (pos == i and not _is_bare_year(line, i)):
        return None
    second = line.four_digit_year(pos + 2) if line.text(pos + 1) in {"-", "–", "to"} else None
    if second is not None and second > year:
        return Core(i, pos + 3, hull((year_of(year), year_of(second))), "year")
    return Core(i, pos + 1, season_of(year, int(season.value)) if season and season.value else year_of(year), "year")


def _is_bare_year(line: Line, i: int) -> bool:
    before, after = line.hit(i - 1, "year_before") if i else None, line.text(i + 1)
    return before is not None and (not after.isalpha() or line.hit(i + 1, "function") is not None)


def _unit(line: Line, i: int, ref: date | None, *, bound: bool) -> Core | None:
    """Read last week, this month, the past three days, the last 24 hours, the end of the year."""
    pos = i + (line.text(i) == "the")
    direction, pos = _direction(line, pos)
    if not direction:
        unit = line.hit(pos, "unit") if bound else None
        if unit is None or not unit.value.endswith(":1") or pos == i:
            return None
        return Core(i, unit.end, unit_at(unit.value.partition(":")[0], ref, "current") if ref else None, "relative")
    some = line.hit(pos, "some")
    value = None if some else read_value(line, pos)
    number = int(value.low) if value and value.kind == "cardinal" and value.is_one_number else None
    unit = line.hit(some.end if some else (value.end if value and number is not None else pos), "unit")
    if unit is None:
        return None
    name, _, count = unit.value.partition(":")
    if ref is None:
        return Core(i, unit.end, None, "relative")
    if name == "weekend":
        week = unit_at("week", ref, direction)
        days = Days(week.end - timedelta(days=1), week.end, "relative") if week else None
    elif number is not None:
        days = last_units(name, number, ref, direction)
    elif count == "n":
        days = some_ago(name, ref) if direction == "past" else None
    else:
        days = unit_at(name, ref, direction)
    return Core(i, unit.end, days, "relative" if days else "vague")


# --- so long ago, so long --------------------------------------------------------------------------------------------


class _Length(NamedTuple):
    end: int
    unit: str
    number: int | None


def _length(line: Line, i: int) -> _Length | None:
    """Read three days, a week, several months."""
    pos, vague = i, False
    for kind in ("about", "more", "at_most", "at_least"):
        bend = line.hit(pos, kind)
        if bend:
            pos, vague = bend.end, vague or kind != "about"
    some = line.hit(pos, "some")
    article = line.hit(pos, "article")
    number: int | None = None
    if some:
        pos, vague = some.end, True
    else:
        value = read_value(line, pos)
        if value and value.kind == "cardinal":
            number, pos, vague = int(value.low), value.end, vague or not value.is_one_number
        elif article:
            number, pos = 1, article.end
    unit = line.hit(pos, "unit")
    if unit is None or (number is None and not vague and not unit.value.endswith(":n")):
        return None
    return _Length(unit.end, unit.value.partition(":")[0], None if vague else number)


def _ago(line: Line, i: int, ref: date | None) -> Core | None:
    length = _length(line, i)
    if length is None or line.hit(length.end, "ago") is None:
        return None
    if line.text(length.end) == "earlier":
        return Core(i, length.end + 1, None, "loose")
    if length.number is None:
        bent = any(line.hit(i, kind) for kind in ("more", "at_most", "at_least"))
        return Core(i, length.end + 1, some_ago(length.unit, ref) if ref and not bent else None, "vague")
    return Core(i, length.end + 1, ago(length.unit, length.number, ref) if ref else None, "relative")


def _duration(line: Line, i: int) -> Core | None:
    hit = line.hit(i, "stretch")
    length = _length(line, hit.end) if hit else None
    if length is None or line.hit(length.end, "ago"):
        return None
    return Core(i, length.end, None, "duration")

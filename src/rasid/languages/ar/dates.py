# SPDX-License-Identifier: Apache-2.0
"""Arabic times: days, weekdays, dates, months by their three sets of names and the Hijri ones, years, stretches.

Each is resolved as a reader of the day of publication would understand it.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Final, NamedTuple, cast

from rasid.languages.ar.numbers import STARTERS, lines, read_value
from rasid.languages.calendar import (
    Days,
    Direction,
    ago,
    choose_day,
    choose_month,
    choose_weekday,
    decade_of,
    hijri_day,
    hijri_month,
    hijri_year_of,
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
from rasid.languages.quantities import DIGITS, DateKind, DateMatch, Line
from rasid.languages.times import Core, loose
from rasid.records import Token

_STARTERS: Final = frozenset({
    DIGITS, "month", "weak_month", "hijri_month", "weekday", "day", "now", "unit", "part_alone", "loose", "season", "clock", "decade",
})  # fmt: skip
_BEGINNINGS: Final = _STARTERS | {
    "part", "lead", "bound", "day_word", "month_word", "ago", "open", "stretch", "between", "this", "one", "ordinal",
    "tens", "few", "vague", "not_time",
}  # fmt: skip
# The kinds with which a day, a week or month or year, a year and a month begin; days and years also with digits.
_OF_DAY: Final = frozenset({"now", "day", "weekday", "ordinal"})
_OF_UNIT: Final = STARTERS | {"this", "unit"}
_OF_YEAR: Final = frozenset({"season", "unit", "decade"})
_OF_MONTH: Final = frozenset({"month_word", "month", "weak_month", "hijri_month"})
_BENDING: Final = frozenset({"about", "more", "at_most", "at_least"})
_ARTICLE: Final = "ال"
_AND: Final = "و"
_OPENING: Final = frozenset({"،", ",", "(", "-", "–"})
_BETWEEN_MONTHS: Final = frozenset({"/", "-", "(", "[", "–", "\\"})
_OWN_TIMES: Final = ("part", "part_alone", "lead", "now", "day")
_DAYS_A_PAIR: Final = timedelta(days=7)
_HOURS: Final = 12
_DAYS: Final = 31
_HIJRI_YEARS: Final = range(1300, 1500)


class _Months(NamedTuple):
    """The months of a name, or of a pair such as تشرين الأول/أكتوبر whose halves should agree."""

    end: int
    numbers: tuple[int, ...]
    hijri: bool
    sure: bool
    """A month and no other word: a pair, or a name that is nothing else."""


class _When(NamedTuple):
    """The year, or the direction in which to look for it, behind a month."""

    end: int
    year: int | None = None
    direction: Direction = ""


def find_dates(tokens: Sequence[Token], *, published: str | None, anchor: str | None = None) -> list[DateMatch]:
    """Return the times of a sentence in their order.

    Args:
        tokens: Of one sentence; only `span` and `word.form` are read.
        published: ISO day of publication. Without it, times such as أمس "yesterday" are found but not resolved.
        anchor: ISO day that the text gives as its own today (a dateline); it outweighs `published`.

    Returns:
        Matches that do not overlap.
    """
    line = lines().of(tokens, _STARTERS)
    if line is None:
        return []
    ref = reference_day(published, anchor)
    found: list[DateMatch] = []
    free = 0
    for i in line.starting(_BEGINNINGS):
        if i < free:
            continue
        other = line.hit(i, "not_time")
        core = None if other else _match_at(line, i, ref)
        if core is None:
            free = other.end if other else i + 1
            continue
        found.append(core.match(line))
        free = max(core.end, i + 1)
    return found


# --- a time with what opens it ---------------------------------------------------------------------------------------


def _match_at(line: Line, i: int, ref: date | None) -> Core | None:
    return _opened(line, i, ref) or _ago(line, i, ref) or _duration(line, i) or _plain(line, i, ref) or loose(line, i)


def _opened(line: Line, i: int, ref: date | None) -> Core | None:
    """Read منذ عام 2014, حتى الأحد, خلال الشهر الجاري, بين آذار ونيسان."""
    hits = line.hits(i)
    between, opener = hits.get("between"), hits.get("open") or hits.get("stretch")
    # بعد الظهر "afternoon", قبل قليل "just now": then قبل and بعد open nothing.
    whole_words = max((hits[kind].end for kind in _OWN_TIMES if kind in hits), default=0)
    if between and between.end >= whole_words:
        core = _plain(line, between.end, ref)
        second = _plain(line, core.end, ref) if core and line.text(core.end).startswith(_AND) else None
        if core and second and core.days and second.days and core.days.start <= second.days.end:
            return Core(i, second.end, hull((core.days, second.days)), core.kind)
        return None
    if opener is None or opener.end < whole_words:
        return None
    core = _plain(line, opener.end, ref)
    if core is None:
        return None
    # قبيل ظهر الاثنين "just before noon on Monday" is still Monday.
    same_day = opener.value in {"before", "after"} and not line.hits(opener.end).keys().isdisjoint({"part", "clock"})
    kind = core.kind if same_day or not opener.value or core.kind == "part_of_day" else cast("DateKind", opener.value)
    days = since(core.days, ref) if core.days is not None and opener.value == "since" else core.days
    return core._replace(start=i, kind=kind, days=days)


def _plain(line: Line, i: int, ref: date | None) -> Core | None:
    """Read a time without its preposition, then a second that makes it a stretch."""
    core = _with_leads(line, i, ref)
    if core is None or core.days is None:
        return core
    second = _second(line, core, ref)
    return Core(i, second.end, hull((core.days, second.days)), core.kind) if second and second.days else core


def _second(line: Line, core: Core, ref: date | None) -> Core | None:
    end = core.end
    if core.kind == "weekday":  # ليل الجمعة السبت, السبت/الأحد, الخميس والجمعة
        begin = end + (line.text(end) in {"/", "-", "–"})
        hit = line.hit(begin, "weekday") or line.hit(begin, "day_word") or line.hit(begin, "part")
        second = _with_leads(line, begin, ref) if hit and hit.prefix in {"", _AND} else None
        if second and second.kind == "weekday" and _is_short(core, second):
            return second
    link = line.hit(end, "to")
    if link and line.ends_at(core.start, "link", longest=1) is not None:
        second = _with_leads(line, link.end, ref)
        if second and core.days and second.days and core.days.start <= second.days.start:
            return second
    return None


def _is_short(core: Core, second: Core) -> bool:
    if core.days is None or second.days is None:
        return False
    return timedelta(0) < second.days.start - core.days.start < _DAYS_A_PAIR


def _with_leads(line: Line, i: int, ref: date | None) -> Core | None:
    """Read parts of the day and other words that lead up to a time: وقت متأخر من مساء اليوم."""
    pos, bound, clock = i, "", False
    while pos < len(line):
        core = _core(line, pos, ref, bound=bound)
        if core is not None:
            return core._replace(start=i)
        hits = line.hits(pos)
        after = _clock(line, pos)
        if after:
            pos, clock = after, True
            continue
        lead = next((hits[kind] for kind in ("part", "lead", "bound", "day_word") if kind in hits), None)
        if lead is None and pos > i:
            lead = hits.get("link")
        if lead is None or (pos > i and lead.prefix not in {"", _ARTICLE}):
            break
        bound = line.text(pos) if "bound" in hits else bound
        pos = lead.end
    return _part_alone(line, i, ref, clock_end=pos if clock else 0)


def _part_alone(line: Line, i: int, ref: date | None, *, clock_end: int) -> Core | None:
    """Read a part of the day without a day: it is the day that the text is about."""
    days = single(ref, "inherited") if ref else None
    if clock_end:
        while clock_end > i + 1 and line.hit(clock_end - 1, "link"):
            clock_end -= 1
        return Core(i, clock_end, days, "part_of_day")
    alone = line.hit(i, "part_alone")
    return Core(i, alone.end, days, "part_of_day") if alone else None


def _clock(line: Line, i: int) -> int:
    """Return the end of الساعة السادسة صباحا, الساعة 7:30, or الرابعة من (before a part of the day); 0 for none."""
    head = line.hit(i, "clock")
    if head and not head.prefix.endswith(_ARTICLE):
        return 0
    end = _hour(line, head.end, told=True) if head else _hour(line, i, told=False)
    if not end:
        return 0
    while (tail := line.hit(end, "clock_tail")) and not (tail.end - end == 1 and line.hit(tail.end, "day")):
        end = tail.end
    return end


def _hour(line: Line, i: int, *, told: bool) -> int:
    """Return the end of an hour with its half or minutes, 0 for none; `told`: behind الساعة."""
    if line.digits(i) is not None:
        minutes = line.text(i + 1) == ":" and line.digits(i + 2) is not None
        return (i + 3 if minutes else i + 1) if told else 0
    value = read_value(line, i)
    if value is None or value.kind not in {"ordinal", "cardinal"} or not 1 <= value.high <= _HOURS:
        return 0
    end = value.end
    half = line.hit(end, "fraction")
    minutes_unit = line.hit(end + 1, "unit") if line.begins_with(end, _AND) else None
    if half and half.prefix.startswith(_AND):
        end = half.end
    elif minutes_unit and minutes_unit.value.startswith("minute"):
        end = minutes_unit.end
    behind = "part" in line.hits(end) or (line.text(end) == "من" and "part" in line.hits(end + 1))
    return end if told or (value.definite and behind) else 0


def _core(line: Line, i: int, ref: date | None, *, bound: str) -> Core | None:
    hits, digits = line.hits(i), line.text(i)[:1].isdecimal()
    found = _chain(line, i, ref) if digits or not _OF_DAY.isdisjoint(hits) else None
    found = found or (_unit(line, i, ref, bound=bound) if digits or not _OF_UNIT.isdisjoint(hits) else None)
    found = found or (_year(line, i, ref) if digits or not _OF_YEAR.isdisjoint(hits) else None)
    return found or (_month(line, i, ref) if not _OF_MONTH.isdisjoint(hits) else None)


# --- days ------------------------------------------------------------------------------------------------------------


def _chain(line: Line, i: int, ref: date | None) -> Core | None:
    """Read a day told in one to three ways: اليوم، الاثنين 27 حزيران."""
    now = line.hit(i, "now")
    if now:
        return Core(i, now.end, single(ref, "relative") if ref else None, "relative")
    end, offset = _day_word(line, i)
    end, weekday, direction = _weekday(line, end if offset is None else _to_next(line, end, "weekday"), end)
    begin = _to_next(line, end, "date") if end > i else end
    dated = _date(line, begin, ref, weekday=weekday)
    if dated:
        return Core(i, _closed(line, dated.end, i), dated.days, "absolute")
    if end == i:
        return None
    end = _closed(line, end, i)
    if ref is None:
        return Core(i, end, None, "relative" if offset is not None else "weekday")
    if offset is not None:
        expected = ref + timedelta(days=offset)
        if weekday is not None and expected.weekday() != weekday:
            expected = reconcile(expected, weekday)
        return Core(i, end, single(expected, "relative"), "relative")
    return Core(i, end, single(choose_weekday(weekday or 0, ref, direction), "relative"), "weekday")


def _day_word(line: Line, i: int) -> tuple[int, int | None]:
    """Return (end, days from today) of اليوم, أمس, غدا; the end is `i` and the offset None where there is none."""
    hit = line.hit(i, "day")
    if hit is None or "ل" in hit.prefix.removesuffix(_ARTICLE):
        return i, None
    if hit.value == "0" and _is_other_day(line, hit.end):
        return i, None
    return hit.end, int(hit.value)


def _is_other_day(line: Line, end: int) -> bool:
    """Return whether اليوم is no today: اليوم التالي, اليوم الـ26 على التوالي."""
    if line.hit(end, "other_day"):
        return True
    numbered = line.hit(end, "ordinal") or (line.text(end)[:1].isdecimal() and line.pieces[end].prefix)
    return bool(numbered) and _day_numbers(line, end) is not None and _date(line, end, None, weekday=None) is None


def _to_next(line: Line, i: int, component: str) -> int:
    """Return where a further way to tell the same day begins: behind a comma, a bracket, a part of the day, الموافق."""
    pos = i + (line.text(i) in _OPENING)
    while True:
        hits = line.hits(pos)
        skipped = hits.get("date_link") or hits.get("part") or hits.get("day_word")
        if skipped is None or "weekday" in hits:
            break
        pos = skipped.end
    if component == "weekday":
        return pos if "weekday" in line.hits(pos) else i
    return pos if line.text(pos)[:1].isdecimal() or "ordinal" in line.hits(pos) else i


def _closed(line: Line, end: int, start: int) -> int:
    """Take in the bracket that closes one opened inside the time."""
    opened = any(line.text(k) == "(" for k in range(start, end))
    return end + 1 if opened and line.text(end) == ")" else end


def _weekday(line: Line, i: int, fallback: int) -> tuple[int, int | None, Direction]:
    hit = line.hit(i, "weekday")
    if hit is None or (line.hit(i - 1, "name_before") and i > 0):
        return fallback, None, ""
    direction, end = _direction(line, hit.end)
    return end, int(hit.value), direction


def _direction(line: Line, i: int) -> tuple[Direction, int]:
    """Return الماضي, الجاري, المقبل as a direction and the end; "" and `i` where there is none."""
    kind: Direction
    for kind in ("past", "current", "next"):
        hit = line.hit(i, kind)
        if hit and (hit.prefix == _ARTICLE or line.text(i).startswith("مض")):
            return kind, hit.end
    return "", i


# --- dates -----------------------------------------------------------------------------------------------------------


def _date(line: Line, i: int, ref: date | None, *, weekday: int | None) -> Core | None:
    """Read 9/10/2019, 9 تشرين الأول/أكتوبر 2019, الثالث من أيار, 4 و5 و6 مارس, 16 من الشهر المقبل."""
    figures = line.numeric_date(i)
    if figures:
        day = make_day(figures[0], figures[1], figures[2])
        return Core(i, figures[3], single(day), "absolute") if day else None
    numbers = _day_numbers(line, i)
    if numbers is None:
        return None
    end, days = numbers
    pos = end + (line.text(end) == "من")
    word = line.hit(pos, "month_word")
    months = _months(line, word.end if word and not word.prefix else pos)
    if months is None:
        return _day_of_this_month(line, i, pos, ref, days) if pos > end else None
    when = _when(line, months.end, ref, hijri=months.hijri)
    if when.end == months.end and not months.sure and line.text(months.end) == "/":
        return None
    return Core(i, when.end, _resolve(days, months, when, ref, weekday), "absolute")


def _day_numbers(line: Line, i: int) -> tuple[int, tuple[int, ...]] | None:
    """Return (end, days) of a day, a list or a stretch of days of one month."""
    first = _day_number(line, i)
    if first is None:
        return None
    end, days = first[0], [first[1]]
    # Days of a list rise, so `4 و3` is no list.
    while True:
        listed = line.pieces[end].prefix == _AND if end < len(line) else False
        dash = line.text(end) in {"-", "–"} or line.text(end) == "الي"
        more = _day_number(line, end + dash) if listed or dash else None
        if more is None or more[1] <= days[-1]:
            return end, tuple(days)
        end, days = more[0], [*days, more[1]]


def _day_number(line: Line, i: int) -> tuple[int, int] | None:
    digits = line.digits(i)
    if digits is not None:
        return (i + 1, int(digits)) if line.text(i).isdecimal() and 1 <= digits <= _DAYS else None
    before = line.hits(i - 1)
    # الأسبوع الأول من شباط, النصف الثاني من تموز: no day.
    if "ordinal" not in line.hits(i) or "fraction" in before or ("unit" in before and "day_word" not in before):
        return None
    value = read_value(line, i)
    return (value.end, int(value.low)) if value and value.kind == "ordinal" and value.low <= _DAYS else None


def _months(line: Line, i: int) -> _Months | None:
    hits = line.hits(i)
    hijri = hits.get("hijri_month")
    head = hits.get("month") or hits.get("weak_month") or hijri
    if head is None or head.prefix not in {"", _AND, "ب", "ل", _AND + "ب"}:
        return None
    if head is hijri:
        return _Months(head.end, (int(head.value),), hijri=True, sure=False)
    end, sure = head.end, "month" in hits
    numbers: tuple[int, ...] = (int(head.value),)
    sign = line.text(end) in _BETWEEN_MONTHS
    other = line.hit(end + sign, "month") or line.hit(end + sign, "weak_month")
    if other and not other.prefix and (sign or other.value == head.value):
        bracket = line.text(end) in {"(", "["} and line.text(other.end) in {")", "]"}
        end, sure = other.end + bracket, True
        numbers = tuple(dict.fromkeys((*numbers, int(other.value))))
    return _Months(end, numbers, hijri=False, sure=sure)


def _when(line: Line, i: int, ref: date | None, *, hijri: bool) -> _When:
    """Read what fixes the year of a month: 2019, الماضي, من عام 2019, من العام الماضي, 1441."""
    direction, end = _direction(line, i)
    if direction:
        return _When(end, direction=direction)
    pos = i + (line.text(i) in {"،", ","})
    pos += line.text(pos) in {"من", "في"}
    unit = line.hit(pos, "unit")
    if unit and unit.value == "year:1":
        direction, end = _direction(line, unit.end)
        if direction and unit.prefix.endswith(_ARTICLE):
            days = unit_at("year", ref, direction) if ref else None
            return _When(end, year=days.start.year if days else None, direction=direction)
        pos = unit.end + (line.text(unit.end) in {"،", ","})
    year = line.four_digit_year(pos)
    if year is not None and not hijri:
        return _When(pos + 1, year=year)
    digits = line.digits(pos)
    if hijri and digits is not None and int(digits) in _HIJRI_YEARS:
        sign = line.hit(pos + 1, "hijri")
        return _When(sign.end if sign else pos + 1, year=int(digits))
    return _When(i)


def _resolve(days: tuple[int, ...], months: _Months, when: _When, ref: date | None, weekday: int | None) -> Days | None:
    """Return the days meant; of a pair of months that disagree, the one that fits the weekday, else the nearest."""
    if months.hijri:
        parts = [made for day in (days[0], days[-1]) if (made := _resolve_hijri(day, months.numbers[0], when, ref))]
    else:
        choices = [made for month in months.numbers if (made := _resolve_day(days[0], month, when, ref))]
        if not choices:
            return None
        fitting = [made for made in choices if made.weekday() == weekday]
        first = (fitting or sorted(choices, key=lambda made: abs((made - ref).days) if ref else 0))[0]
        last = make_day(first.year, first.month, days[-1]) or first
        parts = [first, last]
    return Days(parts[0], parts[-1], "absolute") if parts else None


def _resolve_day(day: int, month: int, when: _When, ref: date | None) -> date | None:
    if when.year is not None:
        return make_day(when.year, month, day)
    return choose_day(month, day, ref, when.direction) if ref else None


def _resolve_hijri(day: int, month: int, when: _When, ref: date | None) -> date | None:
    if when.year is not None:
        return hijri_day(when.year, month, day)
    current = hijri_year_of(ref) if ref else None
    if ref is None or current is None:
        return None
    this_year = hijri_day(current, month, day)
    return this_year if this_year and this_year <= ref else hijri_day(current - 1, month, day)


def _day_of_this_month(line: Line, start: int, pos: int, ref: date | None, days: tuple[int, ...]) -> Core | None:
    """Read 16 من الشهر المقبل."""
    unit = line.hit(pos, "unit")
    if unit is None or unit.value != "month:1" or unit.prefix != _ARTICLE:
        return None
    direction, end = _direction(line, unit.end)
    if not direction:
        return None
    month = unit_at("month", ref, direction) if ref else None
    first = month.start if month else None
    ends = [made for day in (days[0], days[-1]) if first and (made := make_day(first.year, first.month, day))]
    return Core(start, end, Days(ends[0], ends[-1], "relative") if ends else None, "absolute")


# --- months, years, weeks --------------------------------------------------------------------------------------------


def _month(line: Line, i: int, ref: date | None) -> Core | None:
    """Read مارس 2014, شهر نيسان الحالي, جوان الماضي, في آب."""
    word = line.hit(i, "month_word")
    pos = word.end if word and word.prefix != _ARTICLE else i
    months = _months(line, pos)
    if months is None:
        return None
    when = _when(line, months.end, ref, hijri=months.hijri)
    told = when.end > months.end or pos > i
    if not (months.sure or told or (not months.hijri and i > 0 and line.hit(i - 1, "year_before"))):
        return None
    return Core(i, when.end, _resolve_month(months, when, ref), "month")


def _resolve_month(months: _Months, when: _When, ref: date | None) -> Days | None:
    if months.hijri:
        return _resolve_hijri_month(months.numbers[0], when, ref)
    if when.year is not None:
        return month_of(when.year, months.numbers[0])
    if ref is None:
        return None
    if when.direction == "current":
        return month_of(ref.year, months.numbers[0], "relative")
    return choose_month(months.numbers[0], ref, when.direction)


def _resolve_hijri_month(month: int, when: _When, ref: date | None) -> Days | None:
    year = when.year or (hijri_year_of(ref) if ref else None)
    days = hijri_month(year, month) if year else None
    is_ahead = days is not None and ref is not None and days.start > ref
    return hijri_month(year - 1, month) if year and is_ahead and when.year is None else days


def _year(line: Line, i: int, ref: date | None) -> Core | None:
    """Read عام 2014, عامي 2011 و2015, صيف 2015, ثمانينيات القرن الماضي, and a bare 2019 behind في."""
    if decade := line.hit(i, "decade"):
        unit = line.hit(decade.end, "unit")
        direction, end = _direction(line, unit.end) if unit and unit.value.startswith("century") else ("", decade.end)
        return Core(i, end if direction == "past" else decade.end, decade_of(int(decade.value)), "year")
    season = line.hit(i, "season")
    pos = season.end if season else i
    unit = line.hit(pos, "unit")
    if season and unit and (core := _unit(line, pos, ref, bound="")):
        return core._replace(start=i, kind="year")
    if unit and unit.value in {"year:1", "year:2"}:
        pos = unit.end + (line.text(unit.end) in {"،", ","})
    year = line.four_digit_year(pos)
    if year is None or (pos == i and not _is_bare_year(line, i)):
        return None
    second = line.four_digit_year(pos + 1) if unit and unit.value == "year:2" else None
    if second is not None and second > year:
        return Core(i, pos + 2, hull((year_of(year), year_of(second))), "year")
    return Core(i, pos + 1, season_of(year, int(season.value)) if season and season.value else year_of(year), "year")


def _is_bare_year(line: Line, i: int) -> bool:
    before, after = line.hit(i - 1, "year_before") if i else None, line.text(i + 1)
    nothing_counted = not after.isalpha() or after.startswith(_AND) or line.hit(i + 1, "function") is not None
    return before is not None and nothing_counted


def _unit(line: Line, i: int, ref: date | None, *, bound: str) -> Core | None:
    """Read الأسبوع الماضي, هذا الشهر, الأشهر الثلاثة الماضية, الـ24 ساعة الماضية."""
    this = line.hit(i, "this")
    value = None if this else read_value(line, i)
    number = int(value.low) if value and value.kind == "cardinal" and value.is_one_number else None
    pos = this.end if this else (value.end if value and number is not None else i)
    unit = line.hit(pos, "unit")
    if unit is None:
        return None
    definite = unit.prefix.endswith(_ARTICLE)
    name, _, count = unit.value.partition(":")
    if this:
        days = unit_at(name, ref, "current") if ref else None
        return Core(i, unit.end, days, "relative") if definite and count == "1" else None
    end = unit.end
    if number is None and definite and (inner := read_value(line, end)) and inner.kind == "cardinal" and inner.definite:
        number, end = int(inner.low), inner.end
    direction, end = _direction(line, end)
    if not (definite or number is not None) or (name == "year" and i > 0 and line.hit(i - 1, "general_before")):
        return None
    if not direction:
        if not (bound and definite and count == "1"):
            return None
        direction = "current"
    days = _unit_days(unit.value, number, ref, direction, bound=bound) if ref else None
    return Core(i, end, days, "relative" if days or ref is None else "vague")


def _unit_days(unit: str, number: int | None, ref: date, direction: Direction, *, bound: str) -> Days | None:
    name, _, count = unit.partition(":")
    if number is None and count == "2":
        number = 2
    if number is not None:
        return last_units(name, number, ref, direction)
    if count == "n":
        return some_ago(name, ref) if direction == "past" else None
    if name == "week" and bound.endswith("نهايه"):
        week = unit_at(name, ref, direction)
        return Days(week.end - timedelta(days=1), week.end, "relative") if week else None
    return unit_at(name, ref, direction)


# --- so long ago, so long --------------------------------------------------------------------------------------------


class _Length(NamedTuple):
    end: int
    unit: str
    number: int | None
    """None for a vague number: days, several weeks, less than a year."""


def _length(line: Line, i: int) -> _Length | None:
    """Read ثلاثة أيام, أسبوعين, نحو سنة, عدة أشهر, أيام قليلة."""
    pos, vague = i, False
    for kind in ("about", "more", "at_most", "at_least") if not _BENDING.isdisjoint(line.hits(pos)) else ():
        bend = line.hit(pos, kind)
        if bend:
            pos, vague = bend.end, vague or kind != "about"
    some = line.hit(pos, "some")
    if some and line.hit(some.end, "unit"):
        pos, vague = some.end, True
    value = read_value(line, pos)
    number: int | None = None
    if value and value.kind == "cardinal":
        number, pos = int(value.low), value.end
        vague = vague or not value.is_one_number
    unit = line.hit(pos, "unit")
    if unit is None or unit.prefix not in {"", "ب", "ل"} or line.digits(unit.end) is not None:
        return None
    name, _, count = unit.value.partition(":")
    if number is None and count != "n":
        number = int(count)
    end = unit.end
    while tail := (line.hit(end, "some") or line.hit(end, "tail_about")):
        end, vague = tail.end, vague or "some" in line.hits(end)
    if line.hit(end, "past") and line.text(end).startswith("مض"):
        end += 1
    return _Length(end, name, None if vague else number)


def _ago(line: Line, i: int, ref: date | None) -> Core | None:
    """Read قبل ثلاثة أيام, منذ أسبوعين, قبل أيام; بعد يومين counts from a day that is not told."""
    hit = line.hit(i, "ago")
    length = _length(line, hit.end) if hit else None
    if hit is None or length is None:
        return None
    if line.text(i) == "من" and not (length.number is None and length.end > hit.end + 1):
        return None
    if hit.value == "after":
        return Core(i, length.end, None, "loose")
    bent = any(line.hit(hit.end, kind) for kind in ("more", "at_most", "at_least"))
    if length.number is None:
        return Core(i, length.end, some_ago(length.unit, ref) if ref and not bent else None, "vague")
    days = ago(length.unit, length.number, ref) if ref else None
    return Core(i, length.end, days, "since" if hit.value == "since" else "relative")


def _duration(line: Line, i: int) -> Core | None:
    hit = line.hit(i, "stretch")
    length = _length(line, hit.end) if hit else None
    return Core(i, length.end, None, "duration") if length else None

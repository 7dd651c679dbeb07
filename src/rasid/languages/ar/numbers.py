# SPDX-License-Identifier: Apache-2.0
"""Arabic numbers in digits and words: cardinals, duals, vague plurals, bounds, ranges, and what they do not count."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from typing import Final, NamedTuple

from rasid.knowledge.load import Row
from rasid.languages.quantities import (
    DIGITS,
    Amount,
    Bound,
    Lexicon,
    Line,
    Lines,
    NumberKind,
    NumberMatch,
    as_decimal,
    whole,
)
from rasid.records import Token

# Clitics as they stand before digits: و500, الـ24, بـ35.
CLITICS: Final = frozenset(
    {"و", "ف", "ب", "ل", "ك", "ال", "لل", "وال", "بال", "فال", "كال", "ول", "وب", "وبال", "ولل", "فل", "لال"}
)
STARTERS: Final = frozenset({
    DIGITS, "one", "tens", "hundred", "scale", "dual_scale", "scales", "vague", "few", "fraction", "ordinal", "dual",
    "dual_construct", "dual_or_plural", "unit",
})  # fmt: skip
"""The kinds with which a number may begin."""
_ARTICLE: Final = "ال"
_CURRENCIES: Final = frozenset({"$", "€", "£"})
_AND: Final = "و"
_FOLLOWERS: Final = frozenset({"واحد", "واحده", "اثنان", "اثنين", "اثنتان", "اثنتين"})
_TAIL_PIECES = 5  # شخصا مدنيا على الأقل: as far behind the number as a bound may stand
_FROM_WORDS = 5  # how far before `from 5 to 7` a verb of rise or fall is looked for
_OLDEST = 120


class Value(NamedTuple):
    """A number without its modifiers: pieces [start, end)."""

    start: int
    end: int
    low: Amount
    high: Amount
    kind: NumberKind = "cardinal"
    definite: bool = False

    @property
    def is_one_number(self) -> bool:
        """Return whether it is a number and no vague plural."""
        return self.low == self.high


def splits(word: str) -> tuple[tuple[str, str], ...]:
    """Return (clitics, rest) of every way to split و ف, ب ل ك and ال off a folded word, the whole word first."""
    found = [("", word)]
    if len(word) > 2 and word[0] in "وف":  # noqa: PLR2004
        found.append((word[0], word[1:]))
    for prefix, rest in tuple(found):
        if len(rest) > 2 and rest[0] in "بلك":  # noqa: PLR2004
            found.append((prefix + rest[0], rest[1:]))
    for prefix, rest in tuple(found):
        if rest.startswith(_ARTICLE) and len(rest) > 3:  # noqa: PLR2004
            found.append((prefix + _ARTICLE, rest[2:]))
        elif rest.startswith("لل") and len(rest) > 3:  # noqa: PLR2004
            found.extend(((prefix + "ل", _ARTICLE + rest[2:]), (prefix + "ل" + _ARTICLE, rest[2:])))
    return tuple(found)


def _expand(row: Row) -> Iterator[tuple[str, str, str]]:
    """Yield the forms of a row: duals from singulars, the accusative in ا beside units and scales."""
    kind, value = row["kind"], row["value"]
    for form in row.items_of("forms"):
        if kind == "dual":
            yield from ((dual, kind_of_dual, value) for dual, kind_of_dual in _duals(form, value))
            continue
        yield form, kind, value
        if kind in {"scale", "unit"} and form[-1] not in "ةاني":
            yield form + "ا", kind, value


def _duals(singular: str, cases: str) -> Iterator[tuple[str, str]]:
    """Yield (form, kind); the ين of a noun whose plural ends alike is kept apart."""
    stem = singular[:-1] + "ت" if singular.endswith("ة") else singular
    if cases == "construct":
        yield stem + "ي", "dual_construct"
        return
    yield stem + "ان", "dual"
    yield stem + "ين", "dual" if cases == "both" else "dual_or_plural"


@cache
def lines() -> Lines:
    """Return what makes the pieces of a sentence with their senses, from the Arabic words of number and time."""
    return Lines(Lexicon(("lexicon/ar/numbers.tsv", "lexicon/ar/time.tsv"), splits=splits, expand=_expand), clitics=CLITICS)


def find_numbers(tokens: Sequence[Token]) -> list[NumberMatch]:
    """Return the numbers of a sentence in their order.

    Args:
        tokens: Of one sentence; only `span`, `kind` and `word.form` are read.

    Returns:
        Matches that do not overlap. Numbers that name or measure (years, hours, ages, money, القرار 2254) are there
        too, under their kind, so that nobody counts them as people.
    """
    line = lines().of(tokens, STARTERS)
    if line is None:
        return []
    found: list[NumberMatch] = []
    free = 0
    for i in line.starting(STARTERS):
        value = read_value(line, i) if i >= free else None
        if value is None:
            continue
        value = _range(line, value)
        match = _match(line, value, tokens)
        if not (found and not line.begins_with(i, _AND) and _describes(match, found[-1])):
            found.append(match)
        percent = line.hit(value.end, "percent")
        free = percent.end if percent else value.end
    return found


def _describes(match: NumberMatch, before: NumberMatch) -> bool:
    """Return whether a dual is the adjective of the two right before it: جنديان آخران, شخصان مدنيان."""
    two_before = before.kind == "dual" or (before.kind == "cardinal" and before.low == before.high == 2)  # noqa: PLR2004
    return match.kind == "dual" and two_before and before.end == match.start


# --- the bare number -------------------------------------------------------------------------------------------------


def read_value(line: Line, i: int) -> Value | None:
    """Return the number that begins at a piece, longest reading first."""
    if line.text(i)[:1].isdecimal():
        return _dated(line, i) or _cardinal(line, i)
    if line.hits(i).keys().isdisjoint(STARTERS):
        return None
    return _vague(line, i) or _ordinal(line, i) or _cardinal(line, i) or _dual(line, i)


def _dated(line: Line, i: int) -> Value | None:
    date = line.numeric_date(i)
    if date:
        return Value(i, date[3], date[2], date[2], "date")
    if line.text(i + 1) == ":" and line.digits(i + 2) is not None and line.pieces[i + 1].glued:
        hour = line.digits(i) or 0
        return Value(i, i + 3, hour, hour, "clock")
    return None


def _is_joined(prefix: str) -> bool:
    return prefix in {_AND, _AND + _ARTICLE}


def _below_hundred(line: Line, i: int, *, joined: bool) -> tuple[int, int] | None:
    """Return (value, end) of 0 to 99; `joined`: only behind و."""
    hits = line.hits(i)
    tens, one = hits.get("tens"), hits.get("one")
    head = one or tens
    if head is None or (joined and not _is_joined(head.prefix)):
        return None
    if one is None:
        return int(head.value), head.end
    value = int(one.value)
    # الاثنين is Monday, and أحد "anyone, Mount Uhud" only before some words a number.
    if "weekday" in hits or (_is_ahad(line, i) and not _is_one_of(line, one.end)):
        return None
    teen = line.hit(one.end, "ten")
    if teen and not teen.prefix and 1 <= value <= 9:  # noqa: PLR2004
        return value + 10, teen.end
    ten = line.hit(one.end, "tens")
    if ten and _is_joined(ten.prefix) and 1 <= value <= 9:  # noqa: PLR2004
        return value + int(ten.value), ten.end
    return value, one.end


def _is_ahad(line: Line, i: int) -> bool:
    """Return whether a piece is أحد or إحدى, and not واحد."""
    text = line.text(i)
    return text not in {"واحد", "واحده"} and text.endswith(("احد", "احدي")) and not text.endswith("واحد")


def _is_one_of(line: Line, i: int) -> bool:
    """Return whether أحد can be a number here: أحد المسلحين, أحد عشر, أحد وعشرون."""
    nxt = line.text(i)
    return nxt.startswith(_ARTICLE) or line.hit(i, "ten") is not None or line.hit(i, "tens") is not None


def _group(line: Line, i: int, *, joined: bool) -> tuple[Amount, int] | None:
    """Return (value, end) of digits or of words below a thousand."""
    digits = line.digits(i)
    if digits is not None:
        piece = line.pieces[i]
        if line.designates(i) or (joined and not piece.prefix.startswith(_AND)):
            return None
        return digits, i + 1
    hundred = line.hit(i, "hundred")
    if hundred and not (joined and not _is_joined(hundred.prefix)):
        return _with_rest(line, int(hundred.value), hundred.end)
    small = _below_hundred(line, i, joined=joined)
    if small is None:
        return None
    value, end = small
    split_hundred = line.hit(end, "hundred")
    if split_hundred and split_hundred.value == "100" and not split_hundred.prefix and 3 <= value <= 9:  # noqa: PLR2004
        return _with_rest(line, value * 100, split_hundred.end)
    return value, end


def _with_rest(line: Line, hundreds: int, end: int) -> tuple[int, int]:
    rest = _below_hundred(line, end, joined=True)
    return (hundreds + rest[0], rest[1]) if rest else (hundreds, end)


def _scales(line: Line, i: int) -> tuple[int, int]:
    """Return (product, end) of the scale words that follow at once: 12 ألفا, مئة ألف مليون."""
    product, end = 1, i
    while True:
        scale = line.hit(end, "scale") or line.hit(end, "scales")
        if scale is None or scale.prefix not in {"", _ARTICLE} or int(scale.value) < product:
            return product, end
        product, end = product * int(scale.value), scale.end


def _bare_scale(line: Line, i: int, *, joined: bool) -> tuple[Amount, int, int] | None:
    """Return (value, end, magnitude) of ألف, ألفين, نصف مليون."""
    hits = line.hits(i)
    fraction = hits.get("fraction")
    if fraction and not joined:
        product, end = _scales(line, fraction.end)
        return (Fraction(fraction.value) * product, end, product) if product > 1 else None
    double = hits.get("dual_scale")
    scale = double or hits.get("scale")
    if scale is None or (joined and not _is_joined(scale.prefix)):
        return None
    product, end = _scales(line, scale.end)
    magnitude = int(scale.value) * product
    return magnitude * (2 if double else 1), end, magnitude


def _term(line: Line, i: int, *, joined: bool) -> tuple[Amount, int, int] | None:
    group = _group(line, i, joined=joined)
    if group is None:
        return _bare_scale(line, i, joined=joined)
    value, end = group
    product, behind = _scales(line, end)
    if product > 1:
        value = as_decimal(line.text(i)) or value
    return value * product, behind, product


def _cardinal(line: Line, i: int) -> Value | None:
    """Read terms of falling size joined by و: أحد عشر ألفا وخمسمئة."""
    total: Amount = 0
    pos, limit = i, 0
    while True:
        term = _term(line, pos, joined=pos > i)
        if term is None or (limit and term[0] >= limit):
            break
        value, pos, limit = total + term[0], term[1], term[2]
        total = value
        half = line.hit(pos, "fraction")
        if limit > 1 and half and half.prefix == _AND:
            total += Fraction(half.value) * limit
            pos = _scales(line, half.end)[1]
            break
        if limit == 1:
            break
    if pos == i:
        return None
    return Value(i, pos, total, total, definite=_is_definite(line, i))


def _is_definite(line: Line, i: int) -> bool:
    prefixes = (line.pieces[i].prefix, *(hit.prefix for hit in line.hits(i).values()))
    return any(prefix.endswith(_ARTICLE) for prefix in prefixes)


def _vague(line: Line, i: int) -> Value | None:
    """Read عشرات, مئات, آلاف, بضعة عشر, عشرات الآلاف."""
    hits = line.hits(i)
    head = hits.get("vague") or hits.get("scales")
    few = hits.get("few")
    if few:
        low, high, end = 3, 9, few.end
        inner = line.hit(end, "vague")
        teen = line.hit(end, "ten")
        if inner and not inner.prefix:
            low, high, end = low * int(inner.value), (high + 1) * int(inner.value) - 1, inner.end
        elif teen and not teen.prefix:
            low, high, end = 13, 19, teen.end
    elif head:
        low, high, end = int(head.value), int(head.value) * 10 - 1, head.end
    else:
        return None
    product, end = _scales(line, end)
    return Value(i, end, low * product, (high + 1) * product - 1 if product > 1 else high)


def _ordinal(line: Line, i: int) -> Value | None:
    head = line.hit(i, "ordinal")
    if head is None:
        return None
    value, end = int(head.value), head.end
    teen, tens = line.hit(end, "ten"), line.hit(end, "tens")
    if teen and teen.prefix in {"", _ARTICLE}:
        value, end = value + 10, teen.end
    elif tens and tens.prefix == _AND + _ARTICLE:
        value, end = value + int(tens.value), tens.end
    elif line.text(i).removeprefix(_AND).removeprefix(_ARTICLE).startswith("حادي"):
        return None
    return Value(i, end, value, value, "ordinal")


def _dual(line: Line, i: int) -> Value | None:
    hits = line.hits(i)
    hit = hits.get("dual")
    kind: NumberKind = "dual"
    plural = hits.get("dual_or_plural")
    if hit is None and plural and line.hit(plural.end, "dual_after"):
        hit = plural  # مدنيين هما, مسلحين أصيبا: two, where مدنيين alone is "civilians"
    if hit is None:
        construct, unit = hits.get("dual_construct"), hits.get("unit")
        # يومي "daily" and its like are the construct of two only without the article.
        if unit and unit.value.endswith(":2") and not (unit.prefix.endswith(_ARTICLE) and line.text(i).endswith("ي")):
            hit, kind = unit, "measure"
        elif construct and line.text(i + 1)[:1].isalpha() and line.hit(i + 1, "function") is None:
            hit = construct
        else:
            return None
    end = hit.end
    emphasis = line.hit(end, "one")  # شخصين اثنين
    if emphasis and emphasis.value == "2" and not emphasis.prefix:
        end = emphasis.end
    return Value(i, end, 2, 2, kind, definite=hit.prefix.endswith(_ARTICLE))


# --- ranges, bounds, kinds -------------------------------------------------------------------------------------------


def _range(line: Line, value: Value) -> Value:
    """Widen `20-30`, `5 إلى 7` and `بين 20 و30` to one value."""
    if value.kind != "cardinal" or not value.is_one_number:
        return value
    behind = line.text(value.end)
    link = line.hit(value.end, "to")
    between = line.ends_at(value.start, "between", longest=2)
    second: Value | None = None
    if behind in {"-", "–", "—"} and line.text(value.end + 1)[:1].isdecimal():
        second = _cardinal(line, value.end + 1)
    elif link and not _tells_change(line, value.start):
        second = _cardinal(line, link.end)
    elif between is not None and line.begins_with(value.end, _AND):
        second = _cardinal(line, value.end)
    if second is None or not second.is_one_number or second.low <= value.low:
        return value
    start = between if between is not None else value.start
    low = value.low
    if second.low >= 1000 > low and _scales(line, second.end - 1)[0] > 1:  # noqa: PLR2004
        low *= _scales(line, second.end - 1)[0]  # من 20 إلى 30 ألفا: both are thousands
    return value._replace(start=start, end=second.end, low=low, high=second.low)


def _tells_change(line: Line, start: int) -> bool:
    return line.ends_at(start, "link", longest=2) is not None and any(
        line.hit(i, "change") for i in range(max(0, start - _FROM_WORDS), start)
    )


def _bounded(line: Line, value: Value) -> Bound:
    """Apply the words around a number: أكثر من, نحو, ما لا يقل عن, على الأقل."""
    low, high = whole(value.low), whole(value.high)
    exact = value.is_one_number
    if value.kind == "ordinal":
        return Bound(value.start, low, high, exact)
    for kind in ("at_least", "more", "at_most", "about"):
        start = line.ends_at(value.start, kind)
        if start is None or (kind == "at_most" and line.ends_at(value.start, "at_least") is not None):
            continue
        if kind == "at_most":
            # لا يزيد على: the longer phrase wins over يزيد على, which the loop has not met because it is shorter.
            return Bound(start, 0, high, exact=False)
        longer = line.ends_at(value.start, "at_most")
        if longer is not None and longer < start:
            return Bound(longer, 0, high, exact=False)
        return Bound(start, low, None if kind != "about" else high, exact=False)
    return _tail(line, value, low, high, exact=exact)


def _tail(line: Line, value: Value, low: int, high: int, *, exact: bool) -> Bound:
    for i in range(value.end, min(len(line), value.end + _TAIL_PIECES)):
        hits = line.hits(i)
        if "tail_at_least" in hits:
            return Bound(value.start, low, None, exact=False)
        if "tail_at_most" in hits:
            return Bound(value.start, 0, high, exact=False)
        if "tail_about" in hits:
            return Bound(value.start, low, high, exact=False)
        if not line.text(i).isalpha() or "one" in hits or "dual" in hits:
            break
    return Bound(value.start, low, high, exact)


def _kind(line: Line, value: Value, start: int) -> NumberKind:
    """Say what a number counts, by the words beside it."""
    if value.kind not in {"cardinal", "ordinal"}:
        return value.kind
    return _named_kind(line, value) or _measured_kind(line, value, start) or value.kind


def _named_kind(line: Line, value: Value) -> NumberKind | None:
    """Return the kind of a number that names a time and counts nothing."""
    if _is_day_or_month(line, value):
        return "date"
    told_before = line.hit(value.start - 1, "clock") and line.hit(value.end, "unit") is None
    if told_before or (value.kind == "ordinal" and "clock_tail" in line.hits(value.end)):
        return "clock"
    return "year" if value.kind == "cardinal" and _is_year(line, value) else None


def _measured_kind(line: Line, value: Value, start: int) -> NumberKind | None:
    """Return the kind of a number of units, and of one that tells things apart: القرار 2254."""
    if value.kind == "ordinal":
        return None
    measure = _unit_kind(line, value, start)
    if measure:
        return measure
    on_end = line.text(value.end) == "علي" and line.text(value.end + 1) == "التوالي"
    if on_end or (line.ends_at(value.start, "numbered", longest=2) is not None and line.hit(start, "about") is None):
        return "ordinal"
    # الساعات الـ24, الأشهر الثلاثة
    return "measure" if value.definite and line.hit(value.start - 1, "unit") else None


def _unit_kind(line: Line, value: Value, start: int) -> NumberKind | None:
    behind = line.hits(value.end)
    if "percent" in behind:
        return "percent"
    if "money" in behind or line.text(value.start - 1) in _CURRENCIES:
        return "money"
    if "measure" in behind:
        return "measure"
    return _years_kind(line, value, start) if "unit" in behind else None


def _is_day_or_month(line: Line, value: Value) -> bool:
    """Return whether a number is the day of a date, or a word like الأول the end of a month's name."""
    after = value.end + (1 if line.text(value.end) == "من" else 0)
    if after > value.end and line.hit(after, "unit") and line.hits(after)["unit"].value == "month:1":
        return True
    if line.ends_at(value.end, "month", longest=2) is not None or line.ends_at(value.end, "day", longest=3) is not None:
        return True
    if "day" in line.hits(value.start) and value.kind == "ordinal":  # أول أمس
        return True
    if line.ends_at(value.end, "hijri_month", longest=2) is not None:
        return True
    if not 1 <= value.low <= 31:  # noqa: PLR2004
        return False
    if line.text(after) in {"/", "-"} and line.hit(after + 1, "month"):
        after += 1
    return any(line.hit(after, kind) for kind in ("month", "weak_month", "hijri_month")) or _is_listed_day(line, value)


def _is_listed_day(line: Line, value: Value) -> bool:
    """Return whether it is the first of several days: 4 و5 و6 مارس."""
    i = value.end
    while i < len(line) and line.digits(i) is not None and line.pieces[i].prefix == _AND:
        i += 1
    return i > value.end and any(line.hit(i, kind) for kind in ("month", "weak_month", "hijri_month"))


def _is_year(line: Line, value: Value) -> bool:
    year = line.four_digit_year(value.start)
    if year is None or value.end != value.start + 1:
        return False
    i = value.start - 1
    if line.text(i) in {"،", ","}:
        i -= 1
    before = line.hit(i, "unit")
    if before and before.value in {"year:1", "year:2"}:
        return True
    if any(line.ends_at(value.start, kind) is not None for kind in ("month", "weak_month", "season")):
        return True
    if line.text(i) == ")" and line.ends_at(i, "month") is not None:
        return True
    return line.hit(i, "year_before") is not None and i >= 0 and (_nothing_counted(line, value.end) or line.hit(i, "born") is not None)


def _nothing_counted(line: Line, i: int) -> bool:
    text = line.text(i)
    return not text.isalpha() or text.startswith(_AND) or line.hit(i, "function") is not None


def _years_kind(line: Line, value: Value, start: int) -> NumberKind:
    unit = line.hits(value.end)["unit"].value.partition(":")[0]
    if unit != "year" or value.high > _OLDEST:
        return "measure"
    before = [line.hits(i) for i in range(max(0, start - 3), start)]
    if any("age_before" in hits for hits in before):
        return "age"
    if any("span_before" in hits for hits in before) or line.hit(line.hits(value.end)["unit"].end, "past"):
        return "measure"
    prefixes = {line.pieces[start].prefix, *(hit.prefix for hit in line.hits(start).values())}
    return "measure" if any(prefix.lstrip(_AND)[:1] in {"ب", "ل"} for prefix in prefixes if prefix) else "age"


def _match(line: Line, value: Value, tokens: Sequence[Token]) -> NumberMatch:
    bound = _bounded(line, value)
    kind = _kind(line, value, bound.start)
    if kind in {"ordinal", "year", "clock", "date"}:
        bound = Bound(value.start, whole(value.low), whole(value.high), exact=True)
    end = line.hits(value.end)["percent"].end if kind == "percent" else value.end
    return NumberMatch(
        start=line.pieces[bound.start].first,
        end=line.pieces[end - 1].last + 1,
        low=bound.low,
        high=bound.high,
        exact=bound.exact,
        kind=kind,
        unit_head=_unit_head(line, value, tokens) if kind in {"cardinal", "dual"} else None,
    )


def _unit_head(line: Line, value: Value, tokens: Sequence[Token]) -> int | None:
    """Return the token that is counted: in a dual itself, before a definite number or واحد, else behind it."""
    if value.kind == "dual":
        return line.pieces[value.start].first
    before = value.start - 1
    if before >= 0 and _can_be_noun(line, before, tokens) and _counts_backwards(line, value, before):
        return line.pieces[before].last
    after = value.end + (1 if line.text(value.end) == "من" else 0)
    if after < len(line) and _can_be_noun(line, after, tokens) and not line.pieces[after].prefix:
        return line.pieces[after].first
    return None


def _counts_backwards(line: Line, value: Value, before: int) -> bool:
    """Return whether the noun stands before: المصابين السبعة, شخص واحد; but not in أحد المسلحين, الـ36 صاروخا."""
    if value.definite:
        return value.high <= 10 and any(prefix.endswith(_ARTICLE) for prefix, _ in splits(line.text(before)))  # noqa: PLR2004
    noun, number = line.text(before), line.text(value.start)
    return number in _FOLLOWERS and (number.startswith("واحد") or noun.endswith(("ان", "ين")))


def _can_be_noun(line: Line, i: int, tokens: Sequence[Token]) -> bool:
    piece = line.pieces[i]
    is_nominal = tokens[piece.first].kind in {"noun", "adjective", "other"}
    return is_nominal and piece.text.isalpha() and line.hit(i, "function") is None

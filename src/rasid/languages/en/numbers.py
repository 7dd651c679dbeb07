# SPDX-License-Identifier: Apache-2.0
"""English numbers in digits and words: cardinals, dozens and scores, bounds, ranges, and what they do not count."""

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

_STARTERS: Final = frozenset(
    {DIGITS, "one", "tens", "hundred", "scale", "dozen", "score", "couple", "vague", "fraction", "ordinal"}
)
_BEGINNINGS: Final = _STARTERS | {"article"}
_TAIL_PIECES = 4
_FROM_WORDS = 6
_OLDEST = 120
_CURRENCIES: Final = frozenset({"$", "€", "£"})
_DASHES: Final = frozenset({"-", "–", "—"})


class Value(NamedTuple):
    """A number without its modifiers: pieces [start, end)."""

    start: int
    end: int
    low: Amount
    high: Amount
    kind: NumberKind = "cardinal"

    @property
    def is_one_number(self) -> bool:
        """Return whether it is a number and no vague plural."""
        return self.low == self.high


def splits(word: str) -> tuple[tuple[str, str], ...]:
    """Return the word, and the word without the possessive `'s`."""
    for ending in ("'s", "’s"):
        if word.endswith(ending):
            return ("", word), ("", word.removesuffix(ending))
    return (("", word),)


def _expand(row: Row) -> Iterator[tuple[str, str, str]]:
    yield from ((form, row["kind"], row["value"]) for form in row.items_of("forms"))


@cache
def lines() -> Lines:
    """Return what makes the pieces of a sentence with their senses, from the English words of number and time."""
    return Lines(Lexicon(("lexicon/en/numbers.tsv", "lexicon/en/time.tsv"), splits=splits, expand=_expand))


def find_numbers(tokens: Sequence[Token]) -> list[NumberMatch]:
    """Return the numbers of a sentence in their order.

    Args:
        tokens: Of one sentence; only `span`, `kind` and `word.form` are read.

    Returns:
        Matches that do not overlap. Numbers that name or measure (years, hours, ages, money) are there too, under
        their kind, so that nobody counts them as people.
    """
    line = lines().of(tokens, _STARTERS)
    if line is None:
        return []
    found: list[NumberMatch] = []
    i = 0
    while i < len(line):
        value = read_value(line, i) if line.may_begin(i, _BEGINNINGS) else None
        if value is None:
            i += 1
            continue
        value = _range(line, value)
        found.append(_match(line, value, tokens))
        percent = line.hit(value.end, "percent")
        i = percent.end if percent else value.end
    return found


# --- the bare number -------------------------------------------------------------------------------------------------


def read_value(line: Line, i: int) -> Value | None:
    """Return the number that begins at a piece, longest reading first."""
    if line.text(i)[:1].isdecimal():
        return _dated(line, i) or _ordinal(line, i) or _cardinal(line, i)
    if not line.hits(i):
        return None
    return _vague(line, i) or _ordinal(line, i) or _cardinal(line, i)


def _dated(line: Line, i: int) -> Value | None:
    figures = line.numeric_date(i)
    if figures:
        return Value(i, figures[3], Fraction(figures[2]), Fraction(figures[2]), "date")
    digits = line.digits(i)
    if digits is not None and line.text(i + 1) == ":" and line.digits(i + 2) is not None and line.pieces[i + 1].glued:
        return Value(i, i + 3, digits, digits, "clock")
    return None


def _below_hundred(line: Line, i: int) -> tuple[int, int] | None:
    tens = line.hit(i, "tens")
    one = line.hit(i, "one")
    if tens:
        dash = line.text(tens.end) in _DASHES
        unit = line.hit(tens.end + dash, "one")
        if unit and int(unit.value) <= 9:  # noqa: PLR2004
            return int(tens.value) + int(unit.value), unit.end
        return int(tens.value), tens.end
    return (int(one.value), one.end) if one else None


def _group(line: Line, i: int) -> tuple[Amount, int] | None:
    """Return (value, end) of digits or of words below a thousand: a hundred and five, three dozen."""
    digits = line.digits(i)
    if digits is not None:
        return None if line.designates(i) else (digits, i + 1)
    small = _below_hundred(line, i)
    article = line.hit(i, "article")
    if small is None and article is None:
        return None
    value, end = small or (1, i + 1)
    for kind in ("dozen", "score", "hundred"):
        hit = line.hit(end, kind)
        if hit and (kind != "score" or small):
            total, end = value * int(hit.value), hit.end
            return _with_rest(line, total, end) if kind == "hundred" else (Fraction(total), end)
    couple = line.hit(end, "couple")
    if article and small is None:
        if couple and line.text(couple.end) == "of":
            return Fraction(2), couple.end + 1
        return (Fraction(1), end) if line.hit(end, "scale") else None
    return Fraction(value), end


def _with_rest(line: Line, hundreds: int, end: int) -> tuple[Fraction, int]:
    joined = line.hit(end, "and")
    rest = _below_hundred(line, joined.end if joined else end)
    return (Fraction(hundreds + rest[0]), rest[1]) if rest else (Fraction(hundreds), end)


def _scales(line: Line, i: int) -> tuple[int, int]:
    product, end = 1, i
    while True:
        begin = end + (line.text(end) in _DASHES and line.hit(end + 1, "scale") is not None)
        scale = line.hit(begin, "scale")
        # 5m and 3bn are glued; a lone m or k behind a space is a metre or a name.
        if scale is None or (len(line.text(begin)) == 1 and not line.pieces[begin].glued):
            return product, end
        product, end = product * int(scale.value), scale.end


def _term(line: Line, i: int) -> tuple[Amount, int, int] | None:
    fraction = line.hit(i, "fraction")
    if fraction:
        begin = fraction.end + (line.hit(fraction.end, "article") is not None)
        product, end = _scales(line, begin)
        return (Fraction(fraction.value) * product, end, product) if product > 1 else None
    group = _group(line, i)
    if group is None:
        return None
    value, end = group
    product, behind = _scales(line, end)
    if product > 1:
        value = as_decimal(line.text(i)) or value
        if line.text(i) == "m" or (behind == end + 1 and line.text(end) == "m" and line.hit(behind, "measure")):
            return value, end, 1
    return value * product, behind, product


def _cardinal(line: Line, i: int) -> Value | None:
    total: Amount = 0
    pos, limit = i, 0
    while True:
        joined = line.hit(pos, "and") if limit else None
        term = _term(line, joined.end if joined else pos)
        if term is None or (limit and (term[0] >= limit or (joined and line.digits(joined.end) is not None))):
            break
        total, pos, limit = total + term[0], term[1], term[2]
        if limit == 1:
            break
    return Value(i, pos, total, total) if pos > i else None


def _vague(line: Line, i: int) -> Value | None:
    """Read dozens, hundreds, tens of thousands, several hundred."""
    hit = line.hit(i, "vague")
    if hit is None:
        return None
    low, high = (int(part) for part in hit.value.split("-"))
    scale = line.hit(hit.end + 1, "vague") if line.text(hit.end) == "of" else None
    if scale:
        unit = int(scale.value.partition("-")[0])
        return Value(i, scale.end, Fraction(low * unit), Fraction((high + 1) * unit - 1))
    return Value(i, hit.end, Fraction(low), Fraction(high))


def _ordinal(line: Line, i: int) -> Value | None:
    digits = line.digits(i)
    if digits is not None:
        ending = line.hit(i + 1, "ordinal_ending")
        return Value(i, i + 2, digits, digits, "ordinal") if ending and line.pieces[i + 1].glued else None
    tens = line.hit(i, "tens")
    if tens and line.text(tens.end) in _DASHES and (unit := line.hit(tens.end + 1, "ordinal")):
        total = Fraction(int(tens.value) + int(unit.value))
        return Value(i, unit.end, total, total, "ordinal")
    hit = line.hit(i, "ordinal")
    if hit is None:
        return None
    return Value(i, hit.end, Fraction(hit.value), Fraction(hit.value), "ordinal")


# --- ranges, bounds, kinds -------------------------------------------------------------------------------------------


def _range(line: Line, value: Value) -> Value:
    if value.kind != "cardinal" or not value.is_one_number:
        return value
    between = line.ends_at(value.start, "between", longest=2)
    start = between if between is not None else value.start
    behind = line.text(value.end)
    if behind in _DASHES:
        second = _cardinal(line, value.end + 1) if line.digits(value.end + 1) is not None else None
    elif behind == "to" and not _tells_change(line, value.start):
        start = line.ends_at(value.start, "from", longest=1) or value.start
        second = _cardinal(line, value.end + 1)
    elif behind == "or" or (behind == "and" and between is not None):
        second = _cardinal(line, value.end + 1)
    else:
        return value
    if second is None or second.low <= value.low or _is_year_pair(line, value, second):
        return value
    low = value.low
    product = _scales(line, second.end - 1)[0]
    if product > 1 and low < 1000:  # noqa: PLR2004  # 20 to 30 thousand: both are thousands
        low *= product
    return value._replace(start=start, end=second.end, low=low, high=second.low)


def _is_year_pair(line: Line, first: Value, second: Value) -> bool:
    return line.four_digit_year(first.start) is not None and line.four_digit_year(second.start) is not None


def _tells_change(line: Line, start: int) -> bool:
    return any(line.hit(i, "change") for i in range(max(0, start - _FROM_WORDS), start))


def _bounded(line: Line, value: Value) -> Bound:
    low, high, exact = whole(value.low), whole(value.high), value.is_one_number
    starts = {kind: line.ends_at(value.start, kind, longest=5) for kind in ("at_least", "more", "at_most", "about")}
    told = [(start, kind) for kind, start in starts.items() if start is not None]
    if not told:
        return _tail(line, value, low, high, exact=exact)
    start, kind = min(told)
    if kind == "at_most":
        return Bound(start, 0, high, exact=False)
    return Bound(start, low, high if kind == "about" else None, exact=False)


def _tail(line: Line, value: Value, low: int, high: int, *, exact: bool) -> Bound:
    for i in range(value.end, min(len(line), value.end + _TAIL_PIECES)):
        if line.hit(i, "tail_at_least"):
            return Bound(value.start, low, None, exact=False)
        if line.hit(i, "tail_at_most"):
            return Bound(value.start, 0, high, exact=False)
        if line.hit(i, "tail_about"):
            return Bound(value.start, low, high, exact=False)
        if not line.text(i).isalpha() or line.hit(i, "one") or line.hit(i, "function"):
            break
    return Bound(value.start, low, high, exact)


def _kind(line: Line, value: Value, start: int) -> NumberKind:
    """Say what a number counts, by the words beside it."""
    if value.kind not in {"cardinal", "ordinal"}:
        return value.kind
    if _is_in_date(line, value):
        return "date"
    if value.kind == "ordinal":
        return "ordinal"
    return "year" if _is_year(line, value) else _measured_kind(line, value, start)


def _measured_kind(line: Line, value: Value, start: int) -> NumberKind:
    behind, dash = line.hits(value.end), line.text(value.end) in _DASHES
    if line.text(value.start - 1) in _CURRENCIES or "money" in behind:
        kind: NumberKind = "money"
    elif "clock_tail" in behind:
        kind = "clock"
    elif "percent" in behind:
        kind = "percent"
    elif _is_age(line, value, start):
        kind = "age"
    elif line.hit(value.end + dash, "unit") or _is_measure(line, value.end):
        kind = "measure"
    elif line.hit(value.start - 1, "numbered") and line.hit(start, "about") is None:
        kind = "ordinal"
    else:
        kind = "cardinal"
    return kind


def _is_measure(line: Line, end: int) -> bool:
    """Return whether a unit of measure stands at a piece; a lone m only right behind digits."""
    return line.hit(end, "measure") is not None and (line.text(end) != "m" or line.pieces[end].glued)


def _is_age(line: Line, value: Value, start: int) -> bool:
    end = value.end
    if start > 0 and line.hit(start - 1, "age_before") and value.high <= _OLDEST:
        return True
    words = [line.text(k) for k in range(end, min(len(line), end + 5)) if line.text(k) not in _DASHES]
    return (
        words[:2] in (["year", "old"], ["years", "old"])
        or words[:3] == ["years", "of", "age"]
        or words[:2] == ["year", "olds"]
    )


def _is_in_date(line: Line, value: Value) -> bool:
    if not 1 <= value.low <= 31:  # noqa: PLR2004
        return False
    after = value.end + (line.text(value.end) == "of")
    before = value.start - 1 - (line.text(value.start - 1) in {".", "the"})
    for place, hits in ((after, line.hits(after)), (before, line.hits(before))):
        if "month" in hits and not (place == before and line.text(place) == "may"):
            return True
        if "weak_month" in hits and line.pieces[place].capital:
            return True
    return False


def _is_year(line: Line, value: Value) -> bool:
    if line.four_digit_year(value.start) is None or value.end != value.start + 1:
        return False
    before = value.start - 1
    before -= line.text(before) == ","
    after = line.text(value.end)
    nothing = not after.isalpha() or line.hit(value.end, "function") is not None
    if before < 0:
        return nothing
    hits = line.hits(before)
    if "month" in hits or "weak_month" in hits or "season" in hits:
        return True
    if line.digits(before) is not None and any(k in line.hits(before - 1) for k in ("month", "weak_month")):
        return True
    return "year_before" in hits and nothing


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
        unit_head=_unit_head(line, value, tokens) if kind == "cardinal" else None,
    )


def _unit_head(line: Line, value: Value, tokens: Sequence[Token]) -> int | None:
    """Return the token behind the number, or the last of the nouns and adjectives behind it where kinds are known."""
    i = value.end
    while line.text(i) in {"of", "the"}:
        i += 1
    if i >= len(line) or not line.text(i).isalpha() or line.hit(i, "function"):
        return None
    head: int | None = None
    for k in range(i, len(line)):
        token = tokens[line.pieces[k].first]
        if token.kind not in {"noun", "adjective"}:
            break
        head = line.pieces[k].first if token.kind == "noun" or head is None else head
    first = line.pieces[i].first
    return head if head is not None else (first if tokens[first].kind in {"noun", "adjective", "other"} else None)

# SPDX-License-Identifier: Apache-2.0
"""Numbers and times as a line of pieces, with what the lexicon knows of each: what all languages share.

A token may be glued (`35كم`, `الأربعاء2شباط`) and a number may be split (`20-30`), so the grammars of numbers and dates
read pieces, runs of digits or of letters or one sign, and give back token indices.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import Final, Literal, NamedTuple

from rasid.knowledge.load import Row, read_tsv
from rasid.records import Interval, Record, Token, Word
from rasid.remembered import Remembered
from rasid.spelling import fold

NumberKind = Literal["cardinal", "ordinal", "year", "clock", "age", "percent", "money", "measure", "dual", "date"]
DateKind = Literal[
    "absolute",
    "relative",
    "weekday",
    "part_of_day",
    "month",
    "year",
    "duration",
    "vague",
    "loose",
    "since",
    "until",
    "before",
    "after",
]

Amount = int | Fraction
"""A number of the text: whole unless it is written with a part of one."""


class Bound(NamedTuple):
    """A number with the words around it that bend it: `more than`, `about`; `start` is a piece."""

    start: int
    low: int
    high: int | None
    exact: bool


class NumberMatch(Record, frozen=True, kw_only=True):
    """A number among the tokens of a sentence. Only `cardinal` and `dual` count people or things."""

    start: int
    """Index of the first token, words that bend the number included: أكثر من 200, at least 7."""
    end: int
    """Index behind the last token of the number; the counted noun is outside, save in a dual."""
    low: int
    high: int | None
    """None where the text sets no upper end: at least 7."""
    exact: bool = True
    kind: NumberKind = "cardinal"
    unit_head: int | None = None
    """Index of the token that most likely is the counted noun; a hint."""


class DateMatch(Record, frozen=True, kw_only=True):
    """A time expression among the tokens of a sentence."""

    start: int
    """Index of the first token: parts of the day and يوم belong to it, a preposition such as في or on does not."""
    end: int
    interval: Interval | None
    """None where the words alone, or without the day of publication, do not tell."""
    kind: DateKind
    """For `since`, `until`, `before`, `after` the interval is the day, month or year named, not the open stretch."""


class Piece(Record, frozen=True):
    """A run of digits or letters, or one sign."""

    first: int
    """Index of the token it begins in; a clitic that stands apart (`ال 26`) is drawn in."""
    last: int
    text: str
    """Folded; digits are Western."""
    prefix: str
    """Clitics before digits: و of و500."""
    glued: bool
    """No white space between it and the piece before."""
    capital: bool


class Hit(Record, frozen=True):
    """A word or phrase of the lexicon at one piece."""

    value: str
    end: int
    """Index of the piece behind it."""
    prefix: str
    """Clitics split off its first word."""


Expand = Callable[[Row], Iterable[tuple[str, str, str]]]
Splits = Callable[[str], Iterable[tuple[str, str]]]
Senses = tuple[tuple[str, tuple[str, ...], str, str], ...]
"""Clitics, further words, kind and value of all that may begin with a word."""

DIGITS: Final = "digits"
"""Stands among the kinds of a word that has digits."""

_DIGITS: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٫٬٪", "01234567890123456789.,%")
# 3 digits behind each mark: thousands; the dates 9.10.2019 and 24.1.15 also come as one run.
_PIECE: Final = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|\S")
_THOUSANDS: Final = re.compile(r"\d{1,3}(?:[.,]\d{3})+")
_DECIMAL: Final = re.compile(r"(\d+)[.,](\d+)")
_DOTTED_DATE: Final = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_TATWEEL: Final = "ـ"


def whole(value: Amount) -> int:
    """Return the nearest whole number, halves upwards."""
    return value if isinstance(value, int) else int(value + Fraction(1, 2))


class Reading(NamedTuple):
    """A word wherever it stands."""

    pieces: tuple[tuple[str, bool, Senses], ...]
    """The text of each piece, folded, whether the word begins with a capital, and the senses of the piece."""
    kinds: frozenset[str]
    """The kinds of all that may begin in it."""


def _pieces_of_form(form: str) -> tuple[str, ...]:
    """The text of each piece of a form, folded."""
    if form.isalpha() and _TATWEEL not in form:  # nearly all
        return (fold(form),)
    return tuple(_PIECE.findall(fold(form.translate(_DIGITS).replace(_TATWEEL, ""))))


_NOTHING: Final[dict[str, Hit]] = {}


class Lexicon:
    """The words of number and time of one language, looked up by folded form."""

    def __init__(self, files: Sequence[str], *, splits: Splits, expand: Expand) -> None:
        self._phrases: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
        self._splits = splits
        for name in files:
            for row in read_tsv(name):
                for form, kind, value in expand(row):
                    first, *rest = fold(form).split()
                    self._phrases.setdefault(first, []).append((tuple(rest), kind, value))
        self._ignored = {word for word, senses in self._phrases.items() if any(s[1] == "ignore" for s in senses)}
        self.readings = Remembered(self._read)
        """What is known of each word."""

    def _read(self, word: Word) -> Reading:
        capital = word.form[:1].isupper()
        pieces = tuple([(text, capital, self._senses(text)) for text in _pieces_of_form(word.form)])
        kinds = frozenset([kind for _, _, senses in pieces for _, _, kind, _ in senses])
        return Reading(pieces, kinds | {DIGITS} if any(map(str.isdecimal, word.form)) else kinds)

    def _senses(self, text: str) -> Senses:
        if text in self._ignored:
            return ()
        return tuple([(prefix, *sense) for prefix, base in self._splits(text) for sense in self._phrases.get(base, ())])


class Lines:
    """Makes the line of a sentence where a word of it may begin what is looked for.

    The last one is kept: numbers and dates are asked of the same tokens one after the other.
    """

    def __init__(self, lexicon: Lexicon, *, clitics: frozenset[str] = frozenset()) -> None:
        """Take the words of a language, and its clitics that are drawn into the digits behind them."""
        self._lexicon = lexicon
        self._clitics = clitics
        self._last: tuple[Sequence[Token], Line | frozenset[str]] | None = None

    def of(self, tokens: Sequence[Token], kinds: frozenset[str]) -> "Line | None":
        """Return the line of a sentence; None where nothing of these kinds, `DIGITS` among them or not, can begin in it."""
        last = self._last
        if last is not None and last[0] is tokens:
            found = last[1]
            if isinstance(found, Line):
                return None if found.kinds.isdisjoint(kinds) else found
            if found.isdisjoint(kinds):
                return None
        known = self._lexicon.readings
        readings = [known[token.word] for token in tokens]
        present = frozenset().union(*[reading.kinds for reading in readings if reading.kinds])
        if present.isdisjoint(kinds):
            self._last = tokens, present
            return None
        line = Line(tokens, readings, present, clitics=self._clitics)
        self._last = tokens, line
        return line


class Line:
    """The pieces of one sentence with their senses."""

    __slots__ = ("_hits", "_texts", "kinds", "pieces", "telling")

    def __init__(self, tokens: Sequence[Token], readings: Sequence[Reading], kinds: frozenset[str], *, clitics: frozenset[str]) -> None:
        self.kinds = kinds
        """The kinds of all that may begin at any of its words."""
        pieces: list[Piece] = []
        telling: list[tuple[int, Senses]] = []
        behind = -1
        for index, (token, reading) in enumerate(zip(tokens, readings, strict=True)):
            span = token.span
            glued = span.start == behind
            behind = span.end
            for text, capital, senses in reading.pieces:
                piece = Piece(index, index, text, "", glued, capital)
                glued = True  # all behind the first of a token are
                if senses or text[0].isdecimal():
                    if pieces and text[0].isdecimal() and pieces[-1].text in clitics:  # و500, ال 26
                        held = pieces.pop()
                        piece = Piece(held.first, index, text, held.text, held.glued, capital)
                        if telling and telling[-1][0] == len(pieces):
                            telling.pop()
                    telling.append((len(pieces), senses))
                pieces.append(piece)
        self.pieces = pieces
        self._texts = [piece.text for piece in pieces]
        self._hits = [_NOTHING] * len(pieces)
        for i, senses in telling:
            if senses:
                self._hits[i] = self._find(i, senses)
        self.telling = [i for i, _ in telling if self._hits[i] or pieces[i].text[0].isdecimal()]
        """The pieces that are digits or words of the lexicon: few in most sentences."""

    def starting(self, kinds: frozenset[str]) -> list[int]:
        """Return the pieces that are digits or have a hit of one of these kinds, in order."""
        hits, texts = self._hits, self._texts
        return [i for i in self.telling if not hits[i].keys().isdisjoint(kinds) or texts[i][0].isdecimal()]

    def __len__(self) -> int:
        """Return the number of pieces."""
        return len(self.pieces)

    def text(self, i: int) -> str:
        """Return the folded text of a piece, empty outside the line."""
        return self._texts[i] if 0 <= i < len(self._texts) else ""

    def hits(self, i: int) -> dict[str, Hit]:
        """Return the longest hit of each kind that begins at a piece."""
        return self._hits[i] if 0 <= i < len(self._hits) else _NOTHING

    def hit(self, i: int, kind: str) -> Hit | None:
        """Return the longest hit of one kind that begins at a piece."""
        return self._hits[i].get(kind) if 0 <= i < len(self._hits) else None

    def may_begin(self, i: int, kinds: frozenset[str]) -> bool:
        """Return whether a piece is digits or has a hit of one of these kinds."""
        return not self._hits[i].keys().isdisjoint(kinds) or self._texts[i][0].isdecimal()

    def ends_at(self, end: int, kind: str, *, longest: int = 6) -> int | None:
        """Return where the longest hit of a kind begins that ends right before piece `end`."""
        for start in range(max(0, end - longest), min(end, len(self._hits))):
            hit = self._hits[start].get(kind)
            if hit is not None and hit.end == end:
                return start
        return None

    def digits(self, i: int) -> Amount | None:
        """Return the value of a piece of digits; None where it is none, or a date."""
        text = self.text(i)
        return number_of_digits(text) if text[:1].isdecimal() else None

    def four_digit_year(self, i: int) -> int | None:
        """Return 1900 to 2099 where a piece is written as such."""
        return int(self.text(i)) if _YEAR.fullmatch(self.text(i)) else None

    def numeric_date(self, i: int) -> tuple[int, int, int, int] | None:
        """Return year, month, day and the end of a date in figures: 9/10/2019, 24-01-2015, 2019-10-09, 9.10.2019."""
        dotted = _DOTTED_DATE.fullmatch(self.text(i))
        if dotted:
            return _ordered_date(*dotted.groups(), end=i + 1)
        sign = self.text(i + 1)
        if sign not in {"/", "-", "\\", "."} or self.text(i + 3) != sign:
            return None
        parts = (self.text(i), self.text(i + 2), self.text(i + 4))
        if not all(part.isdecimal() for part in parts):
            return None
        return _ordered_date(*parts, end=i + 5)

    def begins_with(self, i: int, clitic: str) -> bool:
        """Return whether a piece begins with a clitic, split off or not."""
        if not 0 <= i < len(self.pieces):
            return False
        piece = self.pieces[i]
        return piece.prefix.startswith(clitic) or (piece.text.isalpha() and piece.text.startswith(clitic))

    def is_capital(self, i: int) -> bool:
        """Return whether the token of a piece begins with a capital; False outside the line."""
        return 0 <= i < len(self.pieces) and self.pieces[i].capital

    def designates(self, i: int) -> bool:
        """Return whether digits belong to a name: F-16, إف-16, M4, كوفيد-19."""
        piece = self.pieces[i]
        if not piece.glued or piece.prefix:
            return False
        before = self.text(i - 1)
        if before in {"-", "–"}:
            return self.pieces[i - 1].glued and self.text(i - 2).isalpha()
        return before.isascii() and before.isalpha()

    def _find(self, i: int, senses: Senses) -> dict[str, Hit]:
        found: dict[str, Hit] = {}
        texts, following = self._texts, self.text(i + 1)
        for prefix, rest, kind, value in senses:
            end = i + 1 + len(rest)
            if rest and (rest[0] != following or tuple(texts[i + 1 : end]) != rest):
                continue
            known = found.get(kind)
            if known is None or end > known.end:
                found[kind] = Hit(value, end, prefix)
        return found


def number_of_digits(text: str) -> Amount | None:
    """Return the value of digits: 1200 of `1,200` and `1.200`, a decimal of `12.5` and `2,5`, else None."""
    if text.isdecimal():
        # 0400 is a time zone or a code, 08 an hour or a day.
        return None if text.startswith("0") and len(text) > 2 else int(text)  # noqa: PLR2004
    if _THOUSANDS.fullmatch(text) and not text.startswith("0"):
        return int(text.replace(",", "").replace(".", ""))
    decimal = _DECIMAL.fullmatch(text)
    return Fraction(f"{decimal[1]}.{decimal[2]}") if decimal else None


def as_decimal(text: str) -> Fraction | None:
    """Return digits with one mark as a decimal, for `1.200 million`; None where there is no such mark."""
    decimal = _DECIMAL.fullmatch(text)
    return Fraction(f"{decimal[1]}.{decimal[2]}") if decimal else None


def _ordered_date(first: str, second: str, third: str, *, end: int) -> tuple[int, int, int, int] | None:
    """Day first, as the press of the region writes it, unless the figures forbid it."""
    a, b, c = int(first), int(second), int(third)
    if len(first) == 4:  # noqa: PLR2004
        year, month, day = a, b, c
    elif len(third) == 4:  # noqa: PLR2004
        year, month, day = c, b, a
    else:
        return None
    if month > 12 >= day:  # noqa: PLR2004
        month, day = day, month
    if not (1900 <= year < 2100 and 1 <= month <= 12 and 1 <= day <= 31):  # noqa: PLR2004
        return None
    return year, month, day, end

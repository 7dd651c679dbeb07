# SPDX-License-Identifier: Apache-2.0
"""Tables with a header: one document a row."""

import csv
from collections import deque
from collections.abc import Iterator, Sequence
from typing import Final

import msgspec

from rasid.read.documents import build_document
from rasid.read.encoding import SAMPLE_BYTES, Decoded, decode_line, sniff, strip_mark
from rasid.read.fields import field_of, names_of, pick_fields
from rasid.read.fingerprint import fingerprint
from rasid.read.source import Source, make_issue
from rasid.read.split import iter_lines
from rasid.read.stream import peek, rewind
from rasid.records import Document, Issue

# Excel writes `;` where the comma is the decimal sign, and tabs when asked for Unicode.
_DELIMITERS: Final = (",", "\t", ";", "|")
# A quote that is never closed takes in the rest of the file, which is then read again from the next line. Nothing
# sane needs this more than a few times; each may cost one pass over `max_text_bytes`.
_MOST_REWINDS: Final = 10
_SHOWN: Final = 120


class _Line(msgspec.Struct, frozen=True):
    raw: bytes
    decoded: Decoded


def read_table(source: Source) -> Iterator[Document | Issue]:
    """Yield a document for each row of a table whose header names a column of texts.

    Rows are numbered as a spreadsheet does: the header is row 1. One row at a time is held.
    """
    # The reader's own limit is 131,072 characters a cell for the whole process; it is only ever raised here.
    csv.field_size_limit(max(csv.field_size_limit(), source.limits.max_text_bytes))
    lines, notes = _open(source)
    yield from notes
    feed = _Feed(lines)
    first = feed.first()
    if first is None:
        yield make_issue("no_text", f"{source.name}: the table is empty", record=source.name, severity="error")
        return
    delimiter = _delimiter(first)
    header = _cells(first, delimiter)
    if not any(_is_text(name) for name in header):
        yield _no_text_column(source.name, header)
        return
    for number, item in enumerate(_rows(feed, delimiter, len(header)), start=2):
        yield from _read_row(item, header, source, number)


class _Row(msgspec.Struct, frozen=True):
    cells: list[str]
    lines: tuple[_Line, ...]
    problem: str = ""


def _open(source: Source) -> tuple[Iterator[_Line | None], list[Issue]]:
    """Return the lines of a table, decoded, and a note where the encoding was guessed."""
    head = peek(source.stream, SAMPLE_BYTES)
    encoding, is_guessed = sniff(head)
    stream = rewind(strip_mark(head)[0], source.stream)
    raws = iter_lines(stream, encoding=encoding or "", max_bytes=source.limits.max_page_bytes)
    lines = (raw if raw is None else _Line(raw, decode_line(raw, encoding=encoding)) for raw in raws)
    if not is_guessed:
        return lines, []
    detail = f"{source.name}: read as {encoding} by the look of its letters; if the text looks wrong, save it as UTF-8"
    return lines, [make_issue("encoding_guessed", detail, record=source.name, severity="note")]


class _Feed:
    """Lines for the CSV reader, which remembers those that it gave out since the last row."""

    def __init__(self, lines: Iterator[_Line | None]) -> None:
        self._lines = lines
        self._again: deque[_Line] = deque()
        self._held: list[_Line] = []
        self.too_long = 0

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._lines)
        while line is None:
            self.too_long += 1
            line = next(self._lines)
        self._held.append(line)
        return line.decoded.text

    def first(self) -> str | None:
        """Return the first line that is not blank, and forget it."""
        found = next((text for text in self if text.strip()), None)
        self.take()
        return found

    def take(self) -> tuple[_Line, ...]:
        """Return the lines given out since the last call."""
        held, self._held = tuple(self._held), []
        return held

    def give_back(self, lines: Sequence[_Line]) -> None:
        """Put lines in front again."""
        self._again.extendleft(reversed(lines))


def _rows(feed: _Feed, delimiter: str, width: int) -> Iterator[_Row]:
    reader = csv.reader(feed, delimiter=delimiter, strict=True)
    rewinds = 0
    while rewinds <= _MOST_REWINDS:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            lines = feed.take()
            rewinds += len(lines) > 1
            feed.give_back(lines[1:])
            yield _mend(lines[:1], delimiter, width, str(error))
            continue
        lines = feed.take()
        for _ in range(feed.too_long):
            yield _Row([], (), "the line is longer than the limit for one row")
        feed.too_long = 0
        if cells is None:
            return
        if any(cell.strip() for cell in cells):
            yield _Row(cells, lines, "" if len(cells) <= width else f"{len(cells)} cells under {width} columns")
    yield _Row([], (), "too many quotes that are never closed; the rest of the table was not read")


def _mend(lines: tuple[_Line, ...], delimiter: str, width: int, error: str) -> _Row:
    """Return a row whose quotes are wrong, read with laxer rules where those give it the right width."""
    text = [line.decoded.text for line in lines]
    for quoting in (csv.QUOTE_MINIMAL, csv.QUOTE_NONE):
        try:
            rows = list(csv.reader(text, delimiter=delimiter, quoting=quoting))
        except csv.Error:
            continue
        if len(rows) == 1 and len(rows[0]) == width:
            return _Row(rows[0], lines, f"wrong quotes ({error}); the row was read as if they were part of the text")
    return _Row([], lines, f"wrong quotes ({error}); the line was passed over")


def _read_row(item: _Row, header: list[str], source: Source, number: int) -> Iterator[Document | Issue]:
    row = f"{source.name}:{number}"
    if item.problem:
        detail = f"{row}: {item.problem}; save the table anew with all texts in quotes"
        yield make_issue("broken_row", detail, record=row, severity="warning" if item.cells else "error")
    if not item.cells:
        return
    fields, _ = pick_fields(dict(zip(header, item.cells, strict=False)))
    raw = b"".join(line.raw for line in item.lines).rstrip(b"\r\n")
    yield from build_document(fields, source, digest=fingerprint(raw), row=number, decoded=_join(item.lines))


def _join(lines: tuple[_Line, ...]) -> Decoded:
    worst = max((line.decoded for line in lines), key=lambda decoded: (decoded.replaced, decoded.guessed))
    return Decoded("", worst.encoding, sum(line.decoded.replaced for line in lines), worst.guessed)


def _is_text(name: str) -> bool:
    found = field_of(name)
    return found is not None and found[0] == "text"


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def _delimiter(line: str) -> str:
    """Return the delimiter under which the header has most columns that mean something."""

    def known(delimiter: str) -> int:
        return sum(field_of(name) is not None for name in _cells(line, delimiter))

    return max(_DELIMITERS, key=known)


def _no_text_column(name: str, header: list[str]) -> Issue:
    detail = (
        f"{name}: no column of texts in the header ({', '.join(header)[:_SHOWN]}); "
        f"name the column one of: {', '.join(names_of('text'))}"
    )
    return make_issue("no_text_column", detail, record=name, severity="error")

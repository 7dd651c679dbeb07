# SPDX-License-Identifier: Apache-2.0
"""JSON: one object a line, and for `.json` also one array or one object over many lines."""

import json
from collections.abc import Iterator
from io import BytesIO
from typing import Final, TypeVar

import msgspec

from rasid.read.documents import build_document, replace_surrogates
from rasid.read.encoding import SAMPLE_BYTES, Decoded, decode, decode_as, detect_utf16, strip_mark
from rasid.read.fields import pick_fields
from rasid.read.fingerprint import fingerprint
from rasid.read.source import Source, make_issue
from rasid.read.split import iter_lines
from rasid.read.stream import peek, rewind
from rasid.read.text import take_all
from rasid.records import Document, Issue

_TAG_FIELD: Final = Document.__struct_config__.tag_field or "type"
_BLANKS: Final = b" \t\r\n"
_SHOWN: Final = 60
# Enough to see UTF-16, and little enough for a pipe that is still being written.
_HEAD_BYTES: Final = 2_048
_T = TypeVar("_T")


def read_lines(source: Source) -> Iterator[Document | Issue]:
    """Yield a document for each line that holds a JSON object.

    A line that is itself a record of Rasid, tagged as one, as `rasid read` writes it, comes out unchanged. A
    broken line becomes an issue with its number, and the next lines are read. One line at a time is held.
    """
    body, marked = strip_mark(peek(source.stream, _HEAD_BYTES))
    encoding = marked or detect_utf16(body) or "utf-8"
    stream = rewind(body, source.stream)
    if encoding.startswith("utf-32"):
        detail = f"{source.name}: UTF-32 cannot be read line by line; save it as UTF-8"
        yield make_issue("encoding_not_read", detail, record=source.name, severity="error")
        return
    lines = iter_lines(stream, encoding=encoding, max_bytes=source.limits.max_page_bytes)
    for number, line in enumerate(lines, start=1):
        if line is None:
            detail = f"{source.name}:{number}: the line is longer than {source.limits.max_page_bytes:,} bytes"
            yield make_issue("too_large", detail, record=f"{source.name}:{number}", severity="error")
        elif encoding != "utf-8":
            raw = _without_end(line)
            yield from _read_row(raw, decode_as(raw, encoding), source, number)
        elif raw := line.strip(_BLANKS):
            yield from _read_row(raw, None, source, number)


def read_json(source: Source) -> Iterator[Document | Issue]:
    """Yield the documents of a `.json` file: an array of objects, one object over many lines, or one object a line.

    An array or a spread object is held whole, so it must keep to `Limits.max_page_bytes`; lines are not.
    """
    head = peek(source.stream, SAMPLE_BYTES)
    body, marked = strip_mark(head)
    source.stream = rewind(head, source.stream)
    if marked not in {None, "utf-8"} or _is_line_of_json(body):
        yield from read_lines(source)
        return
    raw = take_all(source, most=source.limits.max_page_bytes)
    if isinstance(raw, Issue):
        yield raw
        return
    parts = _parts(strip_mark(raw)[0])
    if parts is None:
        source.stream = BytesIO(raw)
        yield from read_lines(source)
        return
    for number, part in enumerate(parts, start=1):
        yield from _read_row(part, None, source, number)


def _is_line_of_json(body: bytes) -> bool:
    """Return whether the first line is a JSON object of its own, or too long to tell, as that of an article may be."""
    if not body.lstrip(_BLANKS).startswith(b"{"):
        return False
    line, end, _ = body.lstrip(_BLANKS).partition(b"\n")
    if not end:
        return len(body) >= SAMPLE_BYTES
    return _skim(line, msgspec.Raw) is not None


def _parts(raw: bytes) -> list[bytes] | None:
    """Return the elements of an array, or the one object, as bytes; None for anything else."""
    if (array := _skim(raw, list[msgspec.Raw])) is not None:
        return [bytes(part) for part in array]
    return [raw.strip(_BLANKS)] if _skim(raw, dict[str, msgspec.Raw]) is not None else None


def _skim(raw: bytes, kind: type[_T]) -> _T | None:
    try:
        return msgspec.json.decode(raw, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None


def _without_end(line: bytes) -> bytes:
    for end in (b"\r\x00\n\x00", b"\x00\r\x00\n", b"\n\x00", b"\x00\n"):
        if line.endswith(end):
            return line[: -len(end)]
    return line


def _read_row(raw: bytes, decoded: Decoded | None, source: Source, number: int) -> Iterator[Document | Issue]:
    row = f"{source.name}:{number}"
    if decoded and not decoded.text.strip():
        return
    value, decoded, problem = _load(raw, decoded)
    if problem:
        detail = f"{row}: no JSON ({problem}): {_shown(raw)}; the line was passed over"
        yield make_issue("broken_json", detail, record=row, severity="error")
    elif not isinstance(value, dict):
        detail = f"{row}: a {type(value).__name__} where an object {{…}} with the key 'text' belongs: {_shown(raw)}"
        yield make_issue("not_an_object", detail, record=row, severity="error")
    elif value.get(_TAG_FIELD) == "document" and "sha256" in value:
        yield _as_record(value, Document, row)
    elif value.get(_TAG_FIELD) == "issue" and "stage" in value:
        yield _as_record(value, Issue, row)
    else:
        fields, unread = pick_fields(value)
        for key in unread:
            detail = f"{row}: the value of '{replace_surrogates(key)}' is no text; it was passed over"
            yield make_issue("field_not_read", detail, record=row)
        yield from build_document(fields, source, digest=fingerprint(raw), row=number, decoded=decoded)


def _load(raw: bytes, decoded: Decoded | None) -> tuple[object, Decoded | None, str]:
    """Return the value of a line, how it was decoded if not as plain UTF-8, and what was wrong with it."""
    if decoded is None:
        try:
            return msgspec.json.decode(raw), None, ""
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            # The slow way takes NaN, line breaks in strings, lone surrogates and encodings that JSON does not allow.
            decoded = decode(raw)
    try:
        return json.loads(decoded.text, strict=False), decoded, ""
    except (ValueError, RecursionError) as error:
        return None, decoded, str(error)[:100]


def _as_record(value: dict[str, object], kind: type[Document] | type[Issue], row: str) -> Document | Issue:
    """Return a record that an earlier run wrote, or an issue where it has not the shape of one."""
    try:
        record = msgspec.convert(value, kind)
        # Proves that each string can be written again; surrogates came through the slow way of loading.
        msgspec.json.encode(record)
    except (msgspec.ValidationError, UnicodeEncodeError) as error:
        detail = replace_surrogates(f"{row}: says that it is a record of type {value[_TAG_FIELD]!r}, but {error}")
        return make_issue("broken_record", detail, record=row, severity="error")
    return record


def _shown(raw: bytes) -> str:
    return repr(raw[:_SHOWN].decode("utf-8", "replace")) + ("…" if len(raw) > _SHOWN else "")

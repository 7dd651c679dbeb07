# SPDX-License-Identifier: Apache-2.0
"""Markdown files: front matter in YAML, then the text, marks of Markdown included."""

import re
from collections.abc import Iterator
from typing import Final

import yaml

from rasid.read.documents import build_document
from rasid.read.encoding import decode
from rasid.read.fields import pick_fields
from rasid.read.fingerprint import fingerprint
from rasid.read.source import Source, make_issue
from rasid.read.text import take_all
from rasid.records import Document, Issue

_LINE: Final = r"[ \t]*(?:\r\n|\n|\r)"
_OPENING: Final = re.compile(rf"---{_LINE}")
_CLOSING: Final = re.compile(rf"^(?:---|\.\.\.)(?:{_LINE}|[ \t]*\Z)", re.MULTILINE)
_HEADING: Final = re.compile(r"\s*#[ \t]+([^\r\n]+)")
# A front matter is a handful of lines; looking further would take a ruler (---) in the text for its end.
_LONGEST_MATTER: Final = 64_000


def read_markdown(source: Source) -> Iterator[Document | Issue]:
    """Yield the document that a Markdown file is.

    The text begins behind the front matter and is kept as read: spans count from there. The title is that of the
    front matter, else a heading of the first level where the text begins with one.
    """
    raw = take_all(source, most=source.limits.max_text_bytes)
    if isinstance(raw, Issue):
        yield raw
        return
    decoded = decode(raw)
    matter, body = _part(decoded.text)
    values, problem = _parse(matter)
    if problem:
        detail = f"{source.name}: the front matter is no YAML mapping ({problem}); it was passed over"
        yield make_issue("bad_front_matter", detail, record=source.name)
    fields, unread = pick_fields(values)
    for key in unread:
        detail = f"{source.name}: the value of '{key}' in the front matter is no text; it was passed over"
        yield make_issue("field_not_read", detail, record=source.name)
    fields.text = body
    fields.title = fields.title or _heading(body)
    if problem and fields.tlp is None and _mentions_marking(matter):
        fields.tlp = "unreadable"
    yield from build_document(fields, source, digest=fingerprint(raw), decoded=decoded)


def _part(text: str) -> tuple[str, str]:
    """Return front matter and body; no front matter where it does not begin on the first line or does not end."""
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end(), opening.end() + _LONGEST_MATTER) if opening else None
    if opening is None or closing is None:
        return "", text
    return text[opening.end() : closing.start()], text[closing.end() :]


def _parse(matter: str) -> tuple[dict[str, object], str]:
    """Return the values of a front matter and what was wrong with it."""
    if not matter.strip():
        return {}, ""
    try:
        # The base loader leaves every scalar as written: no dates, no octal numbers, no `no` for Norway, no objects.
        loaded = yaml.load(matter, Loader=yaml.BaseLoader)  # noqa: S506
    except (yaml.YAMLError, RecursionError, ValueError, TypeError) as error:
        return {}, " ".join(str(error).split())[:120] or type(error).__name__
    if loaded is None:
        return {}, ""
    if not isinstance(loaded, dict):
        return {}, f"it is a {type(loaded).__name__}"
    return {key: value for key, value in loaded.items() if isinstance(key, str)}, ""


def _heading(body: str) -> str | None:
    match = _HEADING.match(body)
    return match.group(1).strip(" \t#") if match else None


def _mentions_marking(matter: str) -> bool:
    """Return whether a front matter that cannot be parsed speaks of sharing: then the document is held back."""
    return re.search(r"\btlp\b", matter, re.IGNORECASE) is not None

# SPDX-License-Identifier: Apache-2.0
"""Plain text files: the whole file is the text of one document."""

from collections.abc import Iterator

from rasid.read.documents import build_document
from rasid.read.encoding import decode
from rasid.read.fields import Fields
from rasid.read.fingerprint import fingerprint
from rasid.read.source import Source, make_issue
from rasid.records import Document, Issue


def read_plain(source: Source) -> Iterator[Document | Issue]:
    """Yield the document that a text file is.

    The text is kept as read, line ends and invisible characters included; only a byte-order mark is left out. No
    title is made of the first line.
    """
    raw = take_all(source, most=source.limits.max_text_bytes)
    if isinstance(raw, Issue):
        yield raw
        return
    decoded = decode(raw)
    yield from build_document(Fields(text=decoded.text), source, digest=fingerprint(raw), decoded=decoded)


def take_all(source: Source, *, most: int) -> bytes | Issue:
    """Return all bytes of a source, or an issue where there are more than `most`."""
    raw = source.stream.read(most + 1)
    if len(raw) <= most:
        return raw
    detail = f"{source.name}: more than {most:,} bytes; split the file, or raise the limit for pages or texts"
    return make_issue("too_large", detail, record=source.name, severity="error")

# SPDX-License-Identifier: Apache-2.0
"""Files, folders, streams and texts to documents: `bytes -> Document | Issue`.

In come paths or bytes: plain text, Markdown with front matter, saved HTML pages, JSON lines, CSV and TSV tables, each
also as `.gz` and inside of a `.zip`. Out come `Document` records, and an `Issue` for whatever was wrong, in the order
of the input; the issues of a document follow it. Nothing in an input raises.

`Document.text` is the text as read. Line ends, invisible characters, direction marks and NUL stay in it; only a
byte-order mark is left out, and bytes or lone surrogates that no text can hold become U+FFFD. From pages, the article
is taken out of its frame.

What this stage does not do: fetch anything, drop copies, clean or normalise text, guess a date that can be read two
ways, or read languages other than Arabic and English (their documents come out as `und` with an issue).
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Literal, TypedDict, Unpack

from rasid.errors import ReadError
from rasid.read.dates import normalise_date
from rasid.read.dispatch import read_source
from rasid.read.documents import replace_surrogates
from rasid.read.encoding import SAMPLE_BYTES, decode
from rasid.read.fingerprint import document_id, fingerprint
from rasid.read.language import detect_language
from rasid.read.limits import Limits
from rasid.read.lines import read_lines
from rasid.read.source import Source
from rasid.read.stream import peek, rewind
from rasid.read.text import read_plain
from rasid.read.walk import iter_sources
from rasid.records import Document, Issue, LanguageCode

__all__ = ["Limits", "TextFields", "read_paths", "read_stream", "read_text"]

_DEFAULT_LIMITS = Limits()


class TextFields(TypedDict, total=False):
    """What may be known of a text that is given as a string."""

    title: str | None
    outlet: str | None
    url: str | None
    published: str | None
    captured: str | None
    language: LanguageCode | None
    source_id: str | None
    source_name: str | None
    tlp: Literal["clear", "green", "amber", "amber+strict", "red"]


def read_paths(
    paths: Iterable[Path], *, language: LanguageCode | None = None, limits: Limits = _DEFAULT_LIMITS
) -> Iterator[Document | Issue]:
    """Yield the documents of files and folders.

    Args:
        paths: Files, and folders that are walked in sorted order. Hidden files inside of folders are passed over; a
            suffix that has no reader gives a note.
        language: Language of all documents, where the caller knows it; None lets each input and its letters decide.
        limits: What one file may cost.

    Yields:
        Documents in the order of the files and rows, each followed by its issues. `Document.source_name` is relative
        to the given folder; rows add `:number`. One file, row or page at a time is held in memory.
    """
    for source in iter_sources(paths, language=language, limits=limits):
        if isinstance(source, Issue):
            yield source
        else:
            yield from read_source(source)


def read_stream(
    stream: BinaryIO, *, name: str = "-", language: LanguageCode | None = None, limits: Limits = _DEFAULT_LIMITS
) -> Iterator[Document | Issue]:
    """Yield the documents of a stream of bytes: JSON lines, or one plain text.

    Args:
        stream: Read to its end; may be a pipe. Where the first byte that is not blank is `{`, each line is an object;
            else the whole stream is one text.
        name: Shown in `Document.source_name` and in issues.
        language: As in `read_paths`.
        limits: As in `read_paths`.
    """
    head = peek(stream, 1)
    while head.isspace() and len(head) < SAMPLE_BYTES and (more := peek(stream, 1)):
        head += more
    # Up to four bytes of byte-order mark, and a second byte that tells UTF-16 from ASCII.
    head += peek(stream, 8)
    source = Source(stream=rewind(head, stream), name=name, limits=limits, language=language, suffix=".jsonl")
    if decode(head).text.lstrip().startswith("{"):
        yield from read_lines(source)
    else:
        source.suffix = ".txt"
        yield from read_plain(source)


def read_text(text: str, **fields: Unpack[TextFields]) -> Document:
    """Return a document of a text that is at hand as a string.

    Args:
        text: Kept as it is; only lone surrogates become U+FFFD.
        **fields: What is known of it, by the names of `Document`. The language is found out where it is not given.

    Raises:
        ReadError: `published` or `captured` is no date, or can be read two ways.
        TypeError: A name is no field of a document.
    """
    if unknown := sorted(set(fields) - set(TextFields.__annotations__)):
        message = f"no field {', '.join(unknown)}; there are: {', '.join(TextFields.__annotations__)}"
        raise TypeError(message)
    kept = replace_surrogates(text)
    digest = fingerprint(kept.encode())
    source_id = fields.get("source_id")
    return Document(
        id=document_id(digest, source_id=source_id, row=None),
        sha256=digest,
        text=kept,
        language=fields.get("language") or detect_language(kept).code,
        title=fields.get("title"),
        outlet=fields.get("outlet"),
        url=fields.get("url"),
        published=_date(fields.get("published")),
        captured=_date(fields.get("captured")),
        source_id=source_id,
        source_name=fields.get("source_name"),
        tlp=fields.get("tlp", "clear"),
    )


def _date(written: str | None) -> str | None:
    if not written or not written.strip():
        return None
    found = normalise_date(written)
    if found is None:
        message = f"{written!r} is no date, or can be read two ways; write it as 2019-10-24"
        raise ReadError(message, code="date_not_read")
    return found

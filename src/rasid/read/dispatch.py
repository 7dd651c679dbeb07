# SPDX-License-Identifier: Apache-2.0
"""Which file is read how: by its suffix. What breaks in one file ends that file, never the run."""

import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from lzma import LZMAError
from pathlib import PurePosixPath
from typing import Final

from rasid.errors import ReadError
from rasid.read.archive import ARCHIVES, iter_members, unpack
from rasid.read.html import read_page
from rasid.read.lines import read_json, read_lines
from rasid.read.markdown import read_markdown
from rasid.read.source import Source, make_issue
from rasid.read.table import read_table
from rasid.read.text import read_plain
from rasid.records import Document, Issue

_GZIP: Final = ".gz"
READERS: Final[dict[str, Callable[[Source], Iterator[Document | Issue]]]] = {
    ".txt": read_plain,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_page,
    ".htm": read_page,
    ".xhtml": read_page,
    ".jsonl": read_lines,
    ".ndjson": read_lines,
    ".json": read_json,
    ".csv": read_table,
    ".tsv": read_table,
}
"""Suffix and what reads it; each also with `.gz` behind it, and inside of a `.zip`."""


def read_source(source: Source) -> Iterator[Document | Issue]:
    """Yield what one input holds; never raises for anything in its bytes."""
    try:
        yield from _read(source)
    except ReadError as error:
        yield make_issue(error.code, str(error), record=source.name, severity="error")
    except (OSError, EOFError, zlib.error, LZMAError, zipfile.BadZipFile, struct.error, NotImplementedError) as error:
        reason = str(error) or type(error).__name__
        detail = f"{source.name}: reading stopped ({reason}); what came before was kept. Get the file anew"
        yield make_issue("broken_file", detail, record=source.name, severity="error")


def _read(source: Source) -> Iterator[Document | Issue]:
    path = PurePosixPath(source.name.lower())
    inner = PurePosixPath(path.stem).suffix
    if path.suffix == _GZIP and inner in READERS:
        source, source.suffix = unpack(source), inner
    else:
        source.suffix = path.suffix
    if source.suffix in READERS:
        yield from READERS[source.suffix](source)
    elif source.suffix in ARCHIVES:
        yield from _read_archive(source)
    else:
        yield _unknown(source.name)


def _read_archive(source: Source) -> Iterator[Document | Issue]:
    for member in iter_members(source):
        if isinstance(member, Issue):
            yield member
        elif PurePosixPath(member.name.lower()).suffix in ARCHIVES:
            detail = f"{member.name}: an archive inside an archive is not opened; unpack it by hand"
            yield make_issue("archive_nested", detail, record=member.name, severity="error")
        else:
            yield from read_source(member)


def _unknown(name: str) -> Issue:
    detail = f"{name}: no reader for this suffix; there are: {', '.join([*READERS, *sorted(ARCHIVES), _GZIP])}"
    return make_issue("unknown_suffix", detail, record=name, severity="note")

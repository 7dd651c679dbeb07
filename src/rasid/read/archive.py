# SPDX-License-Identifier: Apache-2.0
"""Packed inputs: `.gz` around one file, and zip archives of files. Bombs are stopped while they unpack."""

import gzip
import struct
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO, Final, cast

from rasid.errors import ReadError
from rasid.read.source import Source, make_issue
from rasid.read.stream import Budget, bound, count_packed
from rasid.records import Issue

ARCHIVES: Final = frozenset({".zip"})
_ENCRYPTED: Final = 0x1
# The end record of a zip archive: its place is the last 22 bytes, or before a comment of up to 65,535.
_END: Final = b"PK\x05\x06"
_END_BYTES: Final = 22
_LONGEST_COMMENT: Final = 65_535
# An entry of the directory has 46 bytes, a name, and extra fields; few pass 300.
_ENTRY_BYTES: Final = 1_000
_ZIP64: Final = 0xFFFFFFFF


def unpack(source: Source) -> Source:
    """Return the file inside a `.gz`, under the same name, bound by the limits for archives."""
    budget = Budget(source.name, source.limits)
    packed = count_packed(source.stream, budget)
    stream = cast("BinaryIO", gzip.GzipFile(fileobj=packed, mode="rb"))
    return Source(stream=bound(stream, budget), name=source.name, limits=source.limits, language=source.language)


def iter_members(source: Source) -> Iterator[Source | Issue]:
    """Yield the files of a zip archive, by name, each to be read before the next is asked for.

    Archives inside the archive, encrypted members and what passes the limits become issues. Hidden members and the
    resource forks of macOS are passed over. Member names only ever become names: nothing is written to disk.

    Raises:
        ReadError: The directory of the archive is too long.
        zipfile.BadZipFile: The directory is broken.
    """
    size = _check_directory(source)
    with zipfile.ZipFile(source.stream) as archive:
        members = sorted(
            (member for member in archive.infolist() if not member.filename.endswith("/")),
            key=lambda member: member.filename,
        )
        if len(members) > source.limits.max_archive_files:
            raise _too_many(source)
        total = Budget(source.name, source.limits, packed=size)
        for member in members:
            if _is_hidden(member.filename):
                continue
            yield from _open(archive, member, source, total)
            if total.is_exhausted:
                return


def _open(archive: zipfile.ZipFile, member: zipfile.ZipInfo, source: Source, total: Budget) -> Iterator[Source | Issue]:
    name = f"{source.name}/{_plain_name(member.filename)}"
    if member.flag_bits & _ENCRYPTED:
        detail = f"{name}: encrypted; unpack it with its password and read the files"
        yield make_issue("archive_encrypted", detail, record=name, severity="error")
        return
    try:
        stream = archive.open(member)
    except (zipfile.BadZipFile, NotImplementedError, OSError, ValueError, RuntimeError, struct.error) as error:
        yield make_issue("broken_archive", f"{name}: cannot be unpacked ({error})", record=name, severity="error")
        return
    with stream:
        own = Budget(name, source.limits, packed=member.compress_size)
        yield Source(
            stream=bound(cast("BinaryIO", stream), own, total),
            name=name,
            limits=source.limits,
            language=source.language,
        )


def _check_directory(source: Source) -> int:
    """Return the size of the archive; refuse one whose directory alone would fill the memory.

    Opening an archive loads an object for each entry, whatever count the end record gives, so its size is looked at
    first.
    """
    size = source.stream.seek(0, 2)
    source.stream.seek(max(0, size - _END_BYTES - _LONGEST_COMMENT))
    tail = source.stream.read()
    source.stream.seek(0)
    place = tail.rfind(_END)
    if place < 0 or len(tail) < place + _END_BYTES:
        return size
    (directory_bytes,) = struct.unpack_from("<L", tail, place + 12)
    if directory_bytes > source.limits.max_archive_files * _ENTRY_BYTES or directory_bytes == _ZIP64:
        raise _too_many(source)
    return size


def _too_many(source: Source) -> ReadError:
    message = (
        f"{source.name}: more than {source.limits.max_archive_files:,} files in one archive; "
        "unpack it by hand, or raise Limits.max_archive_files"
    )
    return ReadError(message, code="archive_too_many_files", record_id=source.name)


def _plain_name(name: str) -> str:
    """Return the name of a member without root, drive, and steps upwards."""
    parts = PurePosixPath(name.replace("\\", "/").replace("\0", "")).parts
    return "/".join(part for part in parts if part not in {"/", "..", "//"} and not part.endswith(":")) or "member"


def _is_hidden(name: str) -> bool:
    parts = name.replace("\\", "/").split("/")
    return any((part.startswith(".") and part not in {".", ".."}) or part == "__MACOSX" for part in parts)

# SPDX-License-Identifier: Apache-2.0
"""Bytes to lines without holding the file, also where a line end has two bytes."""

from collections.abc import Iterator
from typing import BinaryIO, Final

_CHUNK_BYTES: Final = 1 << 16


def iter_lines(stream: BinaryIO, *, encoding: str, max_bytes: int) -> Iterator[bytes | None]:
    """Yield the lines of a stream, line ends included.

    Only a line feed ends a line: U+2028 and form feeds occur inside of news texts.

    Args:
        stream: Read from where it stands.
        encoding: `utf-16-le` and `utf-16-be` have line ends of two bytes, all others of one.
        max_bytes: A longer line is passed over and yielded as None.
    """
    read_line = _WIDE.get(encoding, _read_line)
    while line := read_line(stream, max_bytes + 1):
        if len(line) <= max_bytes:
            yield line
            continue
        while not _ends(line, encoding):
            line = read_line(stream, _CHUNK_BYTES)
            if not line:
                break
        yield None


def _ends(line: bytes, encoding: str) -> bool:
    if encoding == "utf-16-le":
        return line.endswith(b"\n\x00")
    return line.endswith(b"\x00\n" if encoding == "utf-16-be" else b"\n")


def _read_line(stream: BinaryIO, size: int) -> bytes:
    return stream.readline(size)


def _read_line_le(stream: BinaryIO, size: int) -> bytes:
    """Return a line of UTF-16-LE; stops at an even length so that the next call stays in step."""
    size += size % 2
    line = bytearray()
    while len(line) < size:
        part = stream.readline(size - len(line))
        if not part:
            break
        line += part
        if len(line) % 2:
            line += stream.read(1)
            if line.endswith(b"\n\x00"):
                break
    return bytes(line)


def _read_line_be(stream: BinaryIO, size: int) -> bytes:
    """Return a line of UTF-16-BE; stops at an even length so that the next call stays in step."""
    size += size % 2
    line = bytearray()
    while len(line) < size:
        part = stream.readline(size - len(line))
        if not part:
            break
        line += part
        if len(line) % 2 == 0 and line.endswith(b"\x00\n"):
            break
    return bytes(line)


_WIDE: Final = {"utf-16-le": _read_line_le, "utf-16-be": _read_line_be}

# SPDX-License-Identifier: Apache-2.0
"""Streams that can be looked into before they are read, and streams that stop a bomb."""

from collections.abc import Callable
from io import BufferedReader, RawIOBase
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from rasid.errors import ReadError
from rasid.read.limits import Limits

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_BUFFER_BYTES: Final = 1 << 18


def peek(stream: BinaryIO, size: int) -> bytes:
    """Return up to `size` bytes, in as many steps as a pipe needs; the stream then stands behind them."""
    parts: list[bytes] = []
    missing = size
    while missing > 0 and (part := stream.read(missing)):
        parts.append(part)
        missing -= len(part)
    return b"".join(parts)


def rewind(head: bytes, stream: BinaryIO) -> BinaryIO:
    """Return a stream that gives `head` once more and goes on with `stream`, which may be a pipe."""
    return _buffered(_Rewound(head, stream))


def count_packed(stream: BinaryIO, budget: "Budget") -> BinaryIO:
    """Return a stream of packed bytes that raises the budget with what is taken from it."""
    return _buffered(_Watched(stream, budget.add_packed))


def bound(stream: BinaryIO, *budgets: "Budget") -> BinaryIO:
    """Return a stream of unpacked bytes that spends the budgets.

    Raises:
        ReadError: From its reads, when a budget is spent.
    """

    def spend(count: int) -> None:
        for budget in budgets:
            budget.spend(count)

    return _buffered(_Watched(stream, spend))


class Budget:
    """How much may still be unpacked, in all and measured by the packed bytes seen."""

    def __init__(self, name: str, limits: Limits, *, packed: int = 0) -> None:
        self._name = name
        self._limits = limits
        self._packed = packed
        self._spent = 0
        self.is_exhausted = False

    def add_packed(self, count: int) -> None:
        """Take note of packed bytes."""
        self._packed += count

    def spend(self, count: int) -> None:
        """Take note of unpacked bytes.

        Raises:
            ReadError: The total or the ratio is passed.
        """
        self._spent += count
        most, ratio = self._limits.max_archive_bytes, self._limits.max_archive_ratio
        if self._spent > most:
            self._refuse("archive_too_large", f"unpacks to more than {most:,} bytes; unpack it by hand")
        if self._spent > max(self._limits.free_archive_bytes, ratio * self._packed):
            self._refuse(
                "archive_ratio", f"unpacks to more than {ratio} times its size, as bombs do; unpack it by hand"
            )

    def _refuse(self, code: str, what: str) -> None:
        self.is_exhausted = True
        message = f"{self._name}: {what}"
        raise ReadError(message, code=code, record_id=self._name)


def _buffered(raw: RawIOBase) -> BinaryIO:
    return cast("BinaryIO", BufferedReader(raw, _BUFFER_BYTES))


def _read_some(stream: BinaryIO, size: int) -> bytes:
    """Return what is at hand: `read` would wait on a pipe until `size` bytes are there."""
    read_some = getattr(stream, "read1", stream.read)
    return bytes(read_some(size) or b"")


class _Rewound(RawIOBase):
    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer)
        if self._head:
            part = self._head[: len(view)]
            self._head = self._head[len(part) :]
        else:
            part = memoryview(_read_some(self._rest, len(view)))
        view[: len(part)] = part
        return len(part)


class _Watched(RawIOBase):
    def __init__(self, stream: BinaryIO, watch: Callable[[int], None]) -> None:
        self._stream = stream
        self._watch = watch

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer)
        part = _read_some(self._stream, len(view))
        self._watch(len(part))
        view[: len(part)] = part
        return len(part)

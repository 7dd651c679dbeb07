# SPDX-License-Identifier: Apache-2.0
"""Chunks through a function, in order, on one process and on several."""

import os
from collections.abc import Iterator

import pytest

from rasid.engine import map_chunks
from rasid.errors import EngineError, SettingsError


def shout(chunk: bytes) -> bytes:
    return chunk.upper()


def die(_: bytes) -> bytes:
    os._exit(3)


@pytest.mark.parametrize("processes", [1, 2])
def test_order_is_kept(processes: int) -> None:
    chunks = [f"chunk {number}".encode() for number in range(9)]
    assert list(map_chunks(bytes.upper, chunks, processes=processes)) == [chunk.upper() for chunk in chunks]


def test_input_is_taken_as_needed() -> None:
    taken: list[int] = []

    def chunks() -> Iterator[bytes]:
        for number in range(100):
            taken.append(number)
            yield b"x"

    next(map_chunks(bytes.upper, chunks(), processes=1))
    assert len(taken) == 1


@pytest.mark.parametrize("processes", [0, -1, 10_000])
def test_senseless_numbers_are_refused(processes: int) -> None:
    with pytest.raises(SettingsError, match="from 1 to"):
        list(map_chunks(shout, [b"x"], processes=processes))


def test_error_of_a_worker_reaches_the_caller() -> None:
    with pytest.raises(UnicodeDecodeError):
        list(map_chunks(bytes.decode, [b"\xff"], processes=2))  # type: ignore[arg-type]


def test_lost_worker_is_said() -> None:
    with pytest.raises(EngineError, match="fewer"):
        list(map_chunks(die, [b"x"], processes=2))

# SPDX-License-Identifier: Apache-2.0
"""Chunks of bytes through a function, in several processes of one machine, in order."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import islice
from multiprocessing import get_context
from typing import Final

from rasid.errors import EngineError, SettingsError

# Two chunks a process: one at work and one waiting, so that none idles and memory does not grow with the input.
_WAITING: Final = 2
MOST_PROCESSES: Final = 256


def map_chunks(function: Callable[[bytes], bytes], chunks: Iterable[bytes], *, processes: int) -> Iterator[bytes]:
    """Yield the results of a function, in the order of the chunks.

    Args:
        function: At the top level of a module, so that other processes can import it.
        chunks: Taken only as fast as they are worked off.
        processes: How many to run; 1 runs in this process.

    Raises:
        SettingsError: `processes` is below 1 or absurdly many.
        EngineError: A process died (mostly: it ran out of memory).
    """
    if not 1 <= processes <= MOST_PROCESSES:
        message = f"--processes {processes}: give a number from 1 to {MOST_PROCESSES}"
        raise SettingsError(message, code="bad_processes")
    if processes == 1:
        yield from map(function, chunks)
        return
    # Fresh processes, not forks: the same on every system, and no lock of this one is copied half-way.
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        try:
            yield from _in_order(pool, function, iter(chunks), processes * _WAITING)
        except BrokenProcessPool as error:
            message = f"one of {processes} processes died, perhaps for want of memory; try fewer with --processes"
            raise EngineError(message, code="worker_lost", transient=True) from error
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _in_order(
    pool: ProcessPoolExecutor, function: Callable[[bytes], bytes], chunks: Iterator[bytes], most: int
) -> Iterator[bytes]:
    running: deque[Future[bytes]] = deque(pool.submit(function, chunk) for chunk in islice(chunks, most))
    while running:
        yield running.popleft().result()
        running.extend(pool.submit(function, chunk) for chunk in islice(chunks, 1))

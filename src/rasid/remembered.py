# SPDX-License-Identifier: Apache-2.0
"""Answers kept by key: what is asked of every word of a large run is worked out once a word form."""

from collections.abc import Callable
from typing import Final, TypeVar

K = TypeVar("K")
V = TypeVar("V")

MOST: Final = 100_000
"""Answers that a table keeps unless told otherwise: the word forms of several thousand articles."""


class Remembered(dict[K, V]):
    """The answers of a function by its argument, worked out when first asked for: `table[key]`.

    A look-up costs that of a dictionary and `map(table.__getitem__, keys)` runs without any Python between, where
    `functools.lru_cache` keeps its keys in order of use, which for tables of this size costs several times as much. A full
    table forgets everything and begins anew: what is asked often is back at once.
    """

    __slots__ = ("_answer", "_most")

    def __init__(self, answer: Callable[[K], V], *, most: int = MOST) -> None:
        """Make an empty table.

        Args:
            answer: Pure; its errors pass through, and are not kept.
            most: How many answers are kept.
        """
        super().__init__()
        self._answer = answer
        self._most = most

    def __missing__(self, key: K) -> V:
        """Work the answer out and keep it."""
        value = self._answer(key)
        if len(self) >= self._most:
            self.clear()
        self[key] = value
        return value


def remembered(*, most: int = MOST) -> Callable[[Callable[[K], V]], Callable[[K], V]]:
    """Return a decorator that keeps the answers of a function of one argument, as `Remembered` does.

    Args:
        most: How many answers are kept.
    """

    def keep(answer: Callable[[K], V]) -> Callable[[K], V]:
        return Remembered(answer, most=most).__getitem__

    return keep

# SPDX-License-Identifier: Apache-2.0
"""Tables of answers."""

import pytest

from rasid.remembered import Remembered


def test_an_answer_is_worked_out_once() -> None:
    asked: list[str] = []

    def length(word: str) -> int:
        asked.append(word)
        return len(word)

    table = Remembered(length)
    assert [table[word] for word in ("قصف", "غارة", "قصف")] == [3, 4, 3]
    assert asked == ["قصف", "غارة"]


def test_a_full_table_begins_anew_and_answers_the_same() -> None:
    table = Remembered(str.upper, most=2)
    assert [table[word] for word in ("a", "b", "c", "a")] == ["A", "B", "C", "A"]
    assert len(table) <= 2


def test_an_error_passes_and_is_not_kept() -> None:
    table = Remembered(int)
    with pytest.raises(ValueError, match="invalid literal"):
        table["ten"]
    assert "ten" not in table

# SPDX-License-Identifier: Apache-2.0
"""The fit finds the shares that it is given, and the file that it writes can be read."""

from math import log
from types import ModuleType

import pytest

from programs import EVALS, load_program
from rasid.evals import reliability
from rasid.events.score import BASE
from rasid.knowledge.load import parse_tsv


@pytest.fixture(scope="module")
def calibration() -> ModuleType:
    """The program, as a module."""
    return load_program(EVALS / "calibration.py")


def test_equations_are_solved(calibration: ModuleType) -> None:
    assert calibration.solve([[4.0, 1.0], [1.0, 3.0]], [1.0, 2.0]) == pytest.approx([1 / 11, 7 / 11])


def test_base_alone_gives_the_share_of_right_ones(calibration: ModuleType) -> None:
    found = calibration.newton([[0]] * 10, [1.0] * 8 + [0.0] * 2, 1)
    assert found == pytest.approx([log(0.8 / 0.2)], abs=1e-2)


def test_penalty_pulls_a_weight_towards_nought_but_not_past_it(calibration: ModuleType) -> None:
    rows = [[0]] * 100 + [[0, 1]] * 100
    outcomes = ([1.0] * 50 + [0.0] * 50) + ([1.0] * 80 + [0.0] * 20)
    _, weight = calibration.newton(rows, outcomes, 2)
    assert 0 < weight < log(0.8 / 0.2)


def test_types_of_a_family_share_a_weight_and_rare_values_have_none(calibration: ModuleType) -> None:
    examples = [
        calibration.Example((("type", name), ("trigger", "verb" if number % 3 else "noun")), number % 4 > 0, "A", "ar")
        for number in range(40) for name in ("air_strike", "shelling")
    ]  # fmt: skip
    examples.append(calibration.Example((("trigger", "unseen before"),), right=True, half="B", language="ar"))
    fitted = calibration.fit(examples)
    assert fitted["type", "air_strike"] == fitted["type", "shelling"]
    assert ("trigger", "unseen before") not in fitted
    rows = parse_tsv(calibration.weights_text(fitted, examples), "scores/events.tsv")
    assert {(row["feature"], row["value"]): float(row["weight"]) for row in rows} == fitted
    assert (rows[0]["feature"], rows[0]["value"]) == BASE


def test_table_marks_what_chance_does_not_allow(calibration: ModuleType) -> None:
    text = calibration.table_text("Title", reliability([(0.95, False)] * 20 + [(0.55, number % 2 > 0) for number in range(20)]))
    rows = [line for line in text.splitlines() if line.startswith("| 0.")]
    assert [line.split("|")[-2].strip() for line in rows] == ["", "*"]

# SPDX-License-Identifier: Apache-2.0
"""Floors hold, rise when asked, and sink only by name."""

import json
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from programs import EVALS, load_program

Run = Callable[..., tuple[int, dict[str, Any]]]


@pytest.fixture(scope="module")
def gate() -> ModuleType:
    """The program, as a module."""
    return load_program(EVALS / "gate.py")


@pytest.fixture
def run(gate: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the gate on a small gold file with given floors; return its exit code and the corpus as it stands then."""
    text = "قصفت الطائرات سجنا في القامشلي"  # aircraft bombed a prison in Qamishli
    record = {"id": "a", "lang": "ar", "text": text, "events": [{"type": "air_strike", "trigger": [0, 4]}], "claims": []}
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(record) + "\n", encoding="utf-8")
    monkeypatch.setenv("RASID_SHARED", str(tmp_path))

    def run_gate(
        *arguments: str, floors: dict[str, float], digest: str = "", ceilings: dict[str, float] | None = None
    ) -> tuple[int, dict[str, Any]]:
        baseline = tmp_path / "baseline.json"
        known = digest or sha256(gold.read_bytes()).hexdigest()
        corpus = {"file": "gold.jsonl", "sha256": known, "documents": 1, "events": 1, "claims": 0, "floors": floors, "ceilings": ceilings or {}}
        baseline.write_text(json.dumps({"corpora": {"small": corpus}}), encoding="utf-8")
        monkeypatch.setattr(sys, "argv", ["gate.py", "--baseline", str(baseline), *arguments])
        return gate.main(), json.loads(baseline.read_text(encoding="utf-8"))["corpora"]["small"]

    return run_gate


def test_floor_that_is_reached_passes(run: Run) -> None:
    code, corpus = run(floors={"event": 0.5})
    assert (code, corpus["floors"]) == (0, {"event": 0.5})


def test_floor_that_is_missed_fails(run: Run) -> None:
    assert run(floors={"claim": 0.5})[0] == 1


def test_raise_lifts_to_just_under_what_was_measured(run: Run) -> None:
    code, corpus = run("--raise", floors={"event": 0.5})
    assert (code, corpus["floors"]) == (0, {"event": 0.995})


def test_raise_does_not_lower_within_the_margin(run: Run) -> None:
    assert run("--raise", floors={"event": 0.999})[1]["floors"] == {"event": 0.999}


def test_raise_lowers_nothing(run: Run) -> None:
    code, corpus = run("--raise", floors={"claim": 0.5})
    assert (code, corpus["floors"]) == (1, {"claim": 0.5})


def test_lowering_needs_the_name(run: Run) -> None:
    code, corpus = run("--allow-lower", "claim", floors={"claim": 0.5})
    assert (code, corpus["floors"]) == (0, {"claim": 0.0})


def test_unknown_name_is_wrong_use(run: Run) -> None:
    with pytest.raises(SystemExit) as left:
        run("--allow-lower", "clam", floors={"claim": 0.5})
    assert left.value.code == 2


def test_ceiling_that_is_reached_fails_and_stays(run: Run) -> None:
    # All of the one document lies in one half, so the halves are as far apart as can be.
    code, corpus = run("--raise", floors={}, ceilings={"halves_apart": 0.06})
    assert (code, corpus["ceilings"]) == (1, {"halves_apart": 0.06})


def test_ceiling_that_is_not_reached_passes(run: Run) -> None:
    assert run(floors={}, ceilings={"calibration_error": 1.0})[0] == 0


def test_other_texts_fail(run: Run) -> None:
    assert run(floors={"event": 0.5}, digest="0" * 64)[0] == 1


def test_other_texts_can_be_pinned(run: Run) -> None:
    code, corpus = run("--new-corpus", "small", floors={"event": 0.5}, digest="0" * 64)
    assert code == 0
    assert corpus["sha256"] != "0" * 64


def test_corpus_that_is_not_there_is_passed_over(run: Run, monkeypatch: pytest.MonkeyPatch, gate: ModuleType) -> None:
    monkeypatch.setattr(gate, "locate", lambda _: Path("/nowhere"))
    assert run(floors={"event": 1.0})[0] == 0


def test_pinned_floors_are_those_of_known_measures(gate: ModuleType) -> None:
    baseline = gate.msgspec.json.decode((EVALS / "baseline.json").read_bytes(), type=gate.Baseline)
    for corpus in baseline.corpora.values():
        assert set(corpus.floors) <= set(gate.Scores.__struct_fields__)
        assert set(corpus.ceilings) <= set(gate.CEILINGS)

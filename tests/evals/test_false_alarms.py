# SPDX-License-Identifier: Apache-2.0
"""Articles are chosen without regard to order, shares are counted by halves, and too many alarms fail."""

import gzip
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from programs import EVALS, load_program

CONFLICT = "قصفت الطائرات سجنا في القامشلي"  # aircraft bombed a prison in Qamishli
PEACE = "افتتح الوزير مدرسة جديدة"  # the minister opened a school


@pytest.fixture(scope="module")
def alarms() -> ModuleType:
    """The program, as a module."""
    return load_program(EVALS / "false_alarms.py")


@pytest.fixture
def general(alarms: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a file of general news: one article of war, three without, one with words of conflict."""
    rows = [{"id": "w", "text": CONFLICT, "conflict_score": 0}, {"id": "scored", "text": CONFLICT, "conflict_score": 4}]
    rows += [{"id": f"p{i}", "text": PEACE, "conflict_score": 0} for i in range(3)]
    folder = tmp_path / "data" / "articles"
    folder.mkdir(parents=True)
    with gzip.open(folder / "ar_general.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    monkeypatch.setattr(alarms, "SHARED", tmp_path)
    return tmp_path


def test_choice_follows_no_order(alarms: ModuleType) -> None:
    articles = [{"id": str(i)} for i in range(50)]
    assert alarms.choose(iter(articles), limit=10) == alarms.choose(iter(articles[::-1]), limit=10)


def test_shares_by_halves(alarms: ModuleType, general: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert general.exists()
    monkeypatch.setattr(sys, "argv", ["false_alarms.py", "--json", "--file", "ar_general"])
    assert alarms.main() == 0
    told = json.loads(capsys.readouterr().out)["ar_general"]
    assert (told["whole"]["articles"], told["whole"]["violence"], told["whole"]["violence_percent"]) == (4, 1, 25.0)
    assert told["half_a"]["articles"] + told["half_b"]["articles"] == 4
    assert told["types"] == {"air_strike": 1}


@pytest.mark.parametrize(("most", "code"), [("30", 0), ("20", 1)], ids=["under", "over"])
def test_too_many_alarms_fail(alarms: ModuleType, general: Path, monkeypatch: pytest.MonkeyPatch, most: str, code: int) -> None:
    assert general.exists()
    monkeypatch.setattr(sys, "argv", ["false_alarms.py", "--file", "ar_general", "--most", most])
    assert alarms.main() == code


def test_sentences_are_shown_of_the_half_asked_for(alarms: ModuleType, general: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert general.exists()
    half = alarms.half_of("w")
    for name in "AB":
        monkeypatch.setattr(sys, "argv", ["false_alarms.py", "--file", "ar_general", "--show", "5", "--half", name])
        alarms.main()
        assert (CONFLICT in capsys.readouterr().out) == (name == half)

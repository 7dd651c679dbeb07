# SPDX-License-Identifier: Apache-2.0
"""The measure of PolNeAR by hand-counted cases, text and tokens there and back, and what the program makes of our own sentences."""

import json
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

from programs import EVALS, load_program

# Those of the issue: the best known for rules, and more than a CRF reaches on the test split.
FLOORS = {"source": 0.55, "cue": 0.60, "content": 0.40}


@pytest.fixture(scope="module")
def polnear() -> ModuleType:
    """The program, as a module."""
    return load_program(EVALS / "polnear.py")


# --- the measure


def test_labels_are_read_as_spans(polnear: ModuleType) -> None:
    labels = ["B-source", "I-source", "B-cue", "B-content", "I-content", "O", "B-content", "B-content", "I-cue"]
    assert polnear.read_labels(labels) == [
        ("source", 0, 2), ("cue", 2, 3), ("content", 3, 5), ("content", 6, 7), ("content", 7, 8), ("cue", 8, 9),
    ]  # fmt: skip


def test_exact_asks_for_both_edges_and_overlap_for_one_token(polnear: ModuleType) -> None:
    gold = [("source", 0, 2), ("cue", 2, 3), ("content", 3, 9)]
    predicted = [("source", 0, 2), ("cue", 2, 4), ("content", 3, 5), ("content", 6, 8)]
    scores = polnear.score([(gold, predicted)])
    assert (scores.exact["source"].f1, scores.exact["cue"].f1, scores.exact["content"].f1) == (1.0, 0.0, 0.0)
    content = scores.overlap["content"]
    assert (content.right, content.predicted, content.found, content.gold) == (2, 2, 1, 1)


def test_labels_are_not_compared_with_each_other(polnear: ModuleType) -> None:
    scores = polnear.score([([("source", 0, 2)], [("cue", 0, 2)])])
    assert scores.overlap["source"].found == scores.overlap["cue"].right == 0


# --- from tokens to text and back


def test_tokens_become_running_text_and_keep_their_places(polnear: ModuleType) -> None:
    tokens = ["``", "We", "ca", "n't", "pay", "$", "5", ",", "''", "he", "said", "(", "Jones", "'s", "aide", ")", "."]
    text, places = polnear.join_tokens(tokens)
    assert text == "“We can't pay $5,” he said (Jones's aide)."
    assert [text[place.start : place.end] for place in places] == ["“", "We", "ca", "n't", "pay", "$", "5", ",", "”", *tokens[9:13], "'s", "aide", ")", "."]


def test_a_stop_that_the_tokeniser_added_has_no_place(polnear: ModuleType) -> None:
    text, places = polnear.join_tokens(["Del.", ".", "Stone", "left", "."])
    assert text == "Del. Stone left."
    assert places[1] is None


def test_a_closing_mark_where_nothing_is_open_opens(polnear: ModuleType) -> None:
    assert polnear.join_tokens(["He", "is", "''", "a", "friend", ".", "''"])[0] == "He is “a friend.”"
    assert polnear.join_tokens(["We", "wait", ",", "''", "he", "said", "."])[0] == "We wait,” he said."


def test_edges_of_a_content(polnear: ModuleType) -> None:
    tokens = [",", "the", "port", "is", "shut", ","]
    assert polnear.trim("content", tokens, 0, 6) == ("content", 1, 5)
    assert polnear.trim("source", tokens, 1, 6) == ("source", 1, 6)
    assert polnear.trim("content", tokens, 0, 1) is None


def test_prediction(polnear: ModuleType) -> None:
    first = polnear.Paragraph(id="x", tokens=("Shut", "!"), labels=("O", "O"))
    tokens = ("``", "It", "is", "shut", ",", "''", "the", "mayor", "said", ".", "Voters", "want", "change", ".")
    second = polnear.Paragraph(id="x", tokens=tokens, labels=("O",) * len(tokens))
    assert polnear.predict([first, second]) == [
        [],
        [("content", 0, 6), ("source", 6, 8), ("cue", 8, 9), ("source", 10, 11), ("cue", 11, 12), ("content", 12, 13)],
    ]  # fmt: skip


# --- the program


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file of one paragraph, labelled otherwise than we would."""
    path = tmp_path / "dev.jsonl"
    paragraph = {"id": "x", "tokens": ["The", "mayor", "said", "it", "is", "shut", "."], "labels": ["O", "B-source", "B-cue", "B-content", "I-content", "I-content", "O"]}
    path.write_text(json.dumps(paragraph) + "\n", encoding="utf-8")
    return path


def test_program_prints_rows_and_causes(polnear: ModuleType, file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "argv", ["polnear.py", str(file), "--halves", "--misses", "5"])
    assert polnear.main() == 0
    out = capsys.readouterr().out
    assert "all  exact   content P 1.000  R 1.000" in out
    assert "edge source: 1" in out
    assert "edge    source  mayor | ours: The mayor | x" in out
    monkeypatch.setattr(sys, "argv", ["polnear.py", str(file), "--json"])
    assert polnear.main() == 0
    assert json.loads(capsys.readouterr().out)["all"]["exact"] == {"source": 0.0, "cue": 1.0, "content": 1.0}


def test_one_half_alone(polnear: ModuleType, file: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    other = "B" if polnear.half_of("x") == "A" else "A"
    monkeypatch.setattr(sys, "argv", ["polnear.py", str(file), "--half", other])
    assert polnear.main() == 0
    assert "0 gold" in capsys.readouterr().out


def test_missing_file_is_wrong_use(polnear: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["polnear.py", str(tmp_path / "none.jsonl")])
    assert polnear.main() == 2


def test_dev_split_is_above_its_floors(polnear: ModuleType) -> None:
    shared = os.environ.get("RASID_SHARED")
    path = Path(shared or "") / "data/english/polnear/dev.jsonl"
    if not shared or not path.exists():
        pytest.skip("PolNeAR is measured with and not handed on: RASID_SHARED names no folder that holds it")
    documents = {docid: found for docid, found in polnear.read_paragraphs(path).items() if polnear.half_of(docid) == "B"}
    scores = polnear.score_documents(documents, {docid: polnear.predict(paragraphs) for docid, paragraphs in documents.items()})
    assert {label: row.f1 for label, row in scores.exact.items() if row.f1 < FLOORS[label]} == {}

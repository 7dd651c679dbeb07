# SPDX-License-Identifier: Apache-2.0
"""What counts as found, and how far two readings of a sentence agree, on data made by hand."""

import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from programs import EVALS, load_program
from rasid.ids import DocumentId, EventId
from rasid.records import Argument, Event, Method, Span

TEXT = "قتل ثلاثة جنود في انفجار نفذه مسلحون"  # three soldiers were killed in an explosion that gunmen carried out

@pytest.fixture(scope="module")
def gsr() -> ModuleType:
    """The program, as a module."""
    return load_program(EVALS / "arabic_gsr.py")


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def event(kind: str = "bombing", words: str = "انفجار", **fields: Any) -> Event:
    known = {"factuality": "happened", "telling": "reported", "arguments": ()}
    return Event(
        id=EventId(f"{kind} {words}"), document_id=DocumentId("d"), sentence=0, type=kind, trigger=at(words),
        coder=Method(name="hand", version="1"), rule="hand", score=1.0, **{**known, **fields},
    )  # fmt: skip


def annotation(gsr: ModuleType, coder: str, answer: str = "accept", **spans: str) -> Any:
    marked = tuple(gsr.Marked(label=label, start=at(words).start, end=at(words).end) for label, words in spans.items())
    return gsr.Annotation(coder=coder, answer=answer, text=TEXT, spans=marked)


@pytest.mark.parametrize(
    ("found", "task", "asserted", "reported"),
    [
        pytest.param(event(), "ASSAULT", True, True, id="reported attack"),
        pytest.param(event(telling="background"), "ASSAULT", True, False, id="known attack"),
        pytest.param(event(telling="general"), "ASSAULT", True, False, id="attacks in general"),
        pytest.param(event(factuality="possible"), "ASSAULT", False, False, id="feared attack"),
        pytest.param(event("arrest"), "ASSAULT", False, False, id="no violence"),
        pytest.param(event("riot"), "ASSAULT", False, False, id="riot is no assault"),
        pytest.param(event("riot"), "PROTEST", True, True, id="riot is a protest"),
    ],
)
def test_sentence_counts_as_found(gsr: ModuleType, found: Event, task: str, asserted: bool, reported: bool) -> None:
    assert (gsr.is_found([found], task, "asserted"), gsr.is_found([found], task, "reported")) == (asserted, reported)


def test_firm_are_those_that_enough_readers_would_call_its_news(gsr: ModuleType) -> None:
    assert gsr.is_found([event(news=0.2), event(news=0.7)], "ASSAULT", "firm")
    assert not gsr.is_found([event(news=0.2), event()], "ASSAULT", "firm")


@pytest.fixture
def judged() -> list[tuple[str, bool]]:
    return [("yes", True), ("yes", False), ("easy no", True), ("difficult no", True), ("difficult no", False), ("ambiguous", True)]


def test_detection_against_easy_negatives_leaves_difficult_ones_out(gsr: ModuleType, judged: list[tuple[str, bool]]) -> None:
    row = gsr.detection(judged, "easy")
    assert (row.found, row.false_alarms, row.gold, row.precision, row.recall) == (1, 1, 2, 0.5, 0.5)


def test_detection_against_all_negatives_leaves_ambiguous_ones_out(gsr: ModuleType, judged: list[tuple[str, bool]]) -> None:
    row = gsr.detection(judged, "all")
    assert (row.false_alarms, row.precision, row.f1) == (2, round(1 / 3, 4), 0.4)


def test_nothing_found_is_nought(gsr: ModuleType) -> None:
    assert gsr.detection([("yes", False)], "all").f1 == 0.0


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        pytest.param({1, 2}, {1, 2}, 1.0, id="the same"),
        pytest.param({1, 2}, {2, 3}, 0.5, id="half"),
        pytest.param({1}, {2}, 0.0, id="apart"),
        pytest.param(set(), {2}, 0.0, id="one marked nothing"),
        pytest.param(set(), set(), 1.0, id="both marked nothing"),
    ],
)
def test_dice(gsr: ModuleType, first: set[int], second: set[int], expected: float) -> None:
    assert gsr.dice(frozenset(first), frozenset(second)) == expected


def test_annotators_agree_by_pairs_of_accepted_readings(gsr: ModuleType) -> None:
    row = gsr.annotator_agreement(
        [
            annotation(gsr, "a", VERB="قتل", TARGET_ACTOR="جنود"),
            annotation(gsr, "b", VERB="قتل"),
            annotation(gsr, "c", VERB="انفجار", answer="reject"),
        ]
    )
    assert (row.verb, row.source, row.target, row.comparisons) == (1.0, 1.0, 0.0, 1)


def test_word_of_the_dead_is_the_verb_and_the_count_is_left_out(gsr: ModuleType) -> None:
    ours = event(arguments=(Argument(role="target", span=at("ثلاثة جنود")), Argument(role="actor", span=at("مسلحون"))), outcome=(at("قتل"),))
    row = gsr.our_agreement([annotation(gsr, "a", VERB="قتل", TARGET_ACTOR="جنود", SOURCE_ACTOR="مسلحون")], {TEXT: [ours]}, nearest=False)
    assert (row.verb, row.source, row.target) == (1.0, 1.0, 1.0)


def test_nearest_event_is_compared_where_asked(gsr: ModuleType) -> None:
    ours = [event(), event("casualty", "قتل")]
    gold = [annotation(gsr, "a", VERB="قتل")]
    assert gsr.our_agreement(gold, {TEXT: ours}, nearest=True).verb == 1.0


def test_reported_event_stands_for_its_sentence(gsr: ModuleType) -> None:
    ours = [event("casualty", "قتل", telling="background"), event()]
    assert [one.type for one in gsr.in_order_of_choice(ours)] == ["bombing", "casualty"]


def test_sentence_without_an_event_has_no_characters(gsr: ModuleType) -> None:
    row = gsr.our_agreement([annotation(gsr, "a", VERB="قتل")], {}, nearest=True)
    assert (row.verb, row.source) == (0.0, 1.0)


def test_program_prints_both_halves_and_misses(gsr: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    sentences = [
        {"task": "ASSAULT", "id": "1", "label": "yes", "text": "قتل ثلاثة جنود في هجوم انتحاري أمس"},  # three soldiers died in a suicide attack
        {"task": "ASSAULT", "id": "2", "label": "easy no", "text": "منذ اغتيال الوزير لم تتغير البلاد"},  # since the minister's murder
        {"task": "PROTEST", "id": "3", "label": "yes", "text": "تظاهر مئات الطلاب في العاصمة"},  # hundreds of students demonstrated
    ]
    (tmp_path / "sentences_dev.jsonl").write_text("\n".join(json.dumps(row) for row in sentences), encoding="utf-8")
    spans = {"coder": "a", "answer": "accept", "text": sentences[0]["text"], "spans": [{"label": "VERB", "start": 0, "end": 3}]}
    (tmp_path / "assault_spans_dev.jsonl").write_text(json.dumps(spans), encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["arabic_gsr.py", str(tmp_path), "--json"])
    assert gsr.main() == 0
    measured = json.loads(capsys.readouterr().out)
    assert set(measured) == {"AB", "A", "B"}
    assert measured["AB"]["detection"]["ASSAULT"]["all"]["reported"]["f1"] == 1.0
    assert measured["AB"]["best"]["verb"] == 1.0


def test_missing_gold_is_wrong_use(gsr: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["arabic_gsr.py", str(tmp_path)])
    assert gsr.main() == 2

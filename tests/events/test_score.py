# SPDX-License-Identifier: Apache-2.0
"""Scores are probabilities that a reader can add up by hand."""

import os
from itertools import pairwise
from math import exp
from pathlib import Path

import pytest

from rasid.evaluate import evaluate
from rasid.events import features_of, parts_of, probability, read_triggers
from rasid.events.score import BASE, WEIGHTS_FILE, weights
from rasid.knowledge.load import load_ontology, read_tsv
from rasid.records import CodedDocument
from rasid.text import analyse
from reading import code_news, code_text

SHARED = Path(os.environ.get("RASID_SHARED", Path(__file__).parents[3] / "shared"))
TEXT = "قصفت طائرات حربية مستودعا في بلدة حارم، وقتل ثلاثة حراس"  # warplanes bombed a depot in the town of Harem; three guards were killed
# Bins with fewer events than this say nothing of an order.
FEW = 30


def parts(coded: CodedDocument) -> list[float]:
    sentences = analyse(coded.document, wanted=lambda _: True)
    reading = read_triggers(sentences, coded.mentions, document=coded.document)
    return [sum(part.weight for part in parts_of(features)) for features in features_of(coded.events, reading)]


@pytest.mark.parametrize("coded", [code_news(TEXT), code_text("Jets bombed a depot in Harem and three guards were killed.", language="en")], ids=["ar", "en"])
def test_score_is_what_its_parts_add_up_to(coded: CodedDocument) -> None:
    assert coded.events
    assert [event.score for event in coded.events] == [pytest.approx(1 / (1 + exp(-total)), abs=0.001) for total in parts(coded)]


def test_a_value_never_seen_adds_nothing() -> None:
    known, unknown = parts_of([("type", "no such type")])
    assert (known.feature, known.weight) == ("base", weights()[BASE])
    assert unknown.weight == 0.0
    assert probability([unknown]) == 0.5


def test_weights_are_few_and_of_types_that_there_are() -> None:
    rows = read_tsv(WEIGHTS_FILE)
    assert len(rows) < 120
    assert {row["value"] for row in rows if row["feature"] == "type"} <= set(load_ontology().type_ids())
    assert all(abs(float(row["weight"])) < 3 and 0 <= float(row["right"]) <= 1 for row in rows)


def test_of_events_with_higher_scores_more_are_right() -> None:
    gold = SHARED / "gold" / "dev.jsonl"
    if not gold.exists():
        pytest.skip(f"{gold} is not there; RASID_SHARED names the folder that holds it")
    filled = [one for one in evaluate(gold).reliability.bins if one.events >= FEW]
    assert len(filled) > 2
    for lower, higher in pairwise(filled):
        assert higher.share_right > lower.share_right - lower.margin
    assert filled[-1].share_right > filled[0].share_right + 0.2

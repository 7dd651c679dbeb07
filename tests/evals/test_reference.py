# SPDX-License-Identifier: Apache-2.0
"""Our scores agree, number by number, with the scoring program that came with the gold."""

import copy
import json
import random
from collections import Counter
from pathlib import Path
from types import ModuleType
from typing import Any

import msgspec
import pytest

from programs import load_program
from rasid.annotations import AnnotatedDocument
from rasid.evals import find_misses, load_annotated, score
from rasid.evals.sentences import SentenceIndex

ROLES = ("actor", "target", "place", "origin", "destination")


@pytest.fixture(scope="module")
def reference(shared: Path) -> ModuleType:
    """The scoring program, as a module."""
    return load_program(shared / "gold" / "score.py")


def spoil(record: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """Return a record with some things moved, renamed, doubled and left out, as a coder would have them."""
    spoilt = copy.deepcopy(record)
    types = [event["type"] for event in spoilt["events"]]
    for event in spoilt["events"]:
        if chance.random() < 0.2:
            event["type"] = chance.choice(types)
        if chance.random() < 0.3:
            event["trigger"] = [offset + chance.randrange(40) for offset in event["trigger"]]
        event["factuality"] = chance.choice(["denied", event["factuality"], event["factuality"]])
        event["date"] = chance.choice([None, event["date"]])
        event["counts"] = [one for one in event["counts"] if chance.random() < 0.8]
        for role in ROLES:
            event[role] = [[start + chance.randrange(4), end + 6] for start, end in event[role] if chance.random() < 0.8]
    for claim in spoilt["claims"]:
        claim["act"] = chance.choice(["report", claim["act"]])
        claim["target"] = chance.choice([None, claim["target"]])
        for field, least in (("content", 90), ("source", 9), ("cue", 3)):
            if chance.random() < 0.3:
                claim[field] = [offset + least for offset in claim[field]]
    for kind in ("events", "claims"):
        chance.shuffle(spoilt[kind])
        spoilt[kind] = spoilt[kind][chance.randrange(2) :] + copy.deepcopy(spoilt[kind][:1])
    return spoilt


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("file", ["dev.jsonl", "dev_en.jsonl"])
def test_scores_agree(shared: Path, reference: ModuleType, file: str, seed: int) -> None:
    chance = random.Random(seed)
    path = shared / "gold" / file
    gold = reference.load(path)
    predicted = {record["id"]: spoil(record, chance) for record in gold if chance.random() < 0.9}
    expected, _ = reference.score(gold, predicted)
    typed = {key: msgspec.convert(value, AnnotatedDocument) for key, value in predicted.items()}
    own_gold = load_annotated(path)
    scores = score(own_gold, typed)
    assert msgspec.to_builtins(scores) == json.loads(json.dumps(expected))
    missed = Counter(miss.kind.replace("wrong type", "missed event") for miss in find_misses(own_gold, typed))
    for kind, row in [("event", scores.event), ("claim", scores.claim), ("count", scores.count), ("place", scores.argument_place)]:
        assert missed[f"missed {kind}"] == row.gold - row.tp


@pytest.mark.parametrize("file", ["dev.jsonl", "dev_en.jsonl"])
def test_sentences_agree(shared: Path, reference: ModuleType, file: str) -> None:
    for record in load_annotated(shared / "gold" / file):
        assert list(SentenceIndex(record.text).ranges) == list(map(tuple, reference.sentence_spans(record.text)))

# SPDX-License-Identifier: Apache-2.0
"""The measure of MUC-4 by hand-counted cases, and what the adapter makes of our own sentences."""

import json
import os
import sys
from pathlib import Path
from types import ModuleType

import pytest

from programs import EVALS, load_program


@pytest.fixture(scope="module")
def muc4() -> ModuleType:
    """The program, as a module."""
    return load_program(EVALS / "muc4.py")


# --- the measure


@pytest.mark.parametrize(
    ("gold", "predicted", "fits"),
    [
        pytest.param(("the rebels", "rebels"), ("rebels",), True, id="one string of several"),
        pytest.param(("rebels",), ("the Rebels",), True, id="articles and capitals do not count"),
        pytest.param(("car-bomb",), ('"car bomb"',), False, id="a hyphen joins, as punctuation goes"),
        pytest.param(("u.s. embassy",), ("us embassy",), True, id="stops go"),
        pytest.param(("rebels",), ("rebels", "guerrillas"), False, id="a string too many"),
        pytest.param(("armed rebels",), ("rebels",), False, id="a part of a string is another string"),
    ],
)
def test_phi(muc4: ModuleType, gold: tuple[str, ...], predicted: tuple[str, ...], fits: bool) -> None:
    assert muc4.phi(gold, predicted) is fits


def test_alignment_is_the_greatest(muc4: ModuleType) -> None:
    # `men` fits both gold entities, `armed men` the first alone: taken in order the second would go without.
    gold = [("men", "armed men"), ("men", "two men")]
    assert muc4.align(gold, [("men",), ("armed men",)]) == {0: 1, 1: 0}


def test_each_gold_entity_is_found_once(muc4: ModuleType) -> None:
    assert len(muc4.align([("bus",)], [("bus",), ("the bus",)])) == 1


def test_templates_merge_by_role(muc4: ModuleType) -> None:
    templates = [
        {"PerpInd": [[["guerrillas", 3], ["rebel column", 40]]], "Weapon": [[["bomb", 9]]]},
        {"PerpInd": [[["guerrillas", 3]], [["sniper", 80]]], "Weapon": []},
    ]
    merged = muc4.merge_templates(templates)
    assert merged["PerpInd"] == [("guerrillas", "rebel column"), ("sniper",)]
    assert merged["Weapon"] == [("bomb",)]


def test_score_counts_by_hand(muc4: ModuleType) -> None:
    gold = {
        "a": {"PerpInd": [("rebels", "guerrillas")], "Target": [("bridge",), ("bus",)]},
        "b": {"Victim": [("ana ruiz",)]},
        "c": {},
    }
    predicted = {
        "a": {"PerpInd": [("rebels",), ("gunmen",)], "Target": [("bus",)]},
        "b": {},
        "c": {"Weapon": [("bomb",)]},
    }
    rows = muc4.score(gold, predicted)
    assert (rows["PerpInd"].found, rows["PerpInd"].predicted, rows["PerpInd"].gold) == (1, 2, 1)
    assert (rows["Target"].found, rows["Target"].predicted, rows["Target"].gold) == (1, 1, 2)
    micro = rows["micro"]  # 2 found of 4 predicted and 4 gold
    assert (micro.precision, micro.recall, micro.f1) == (0.5, 0.5, 0.5)


def test_nothing_asked_and_nothing_said_is_no_score(muc4: ModuleType) -> None:
    assert muc4.score({"a": {}}, {"a": {}})["micro"].f1 == 0.0


# --- from records to roles

READ = [
    pytest.param(
        "guerrillas of the fmln blew up two power pylons with dynamite near the town.",
        {"PerpInd": ["guerrillas of the fmln"], "PerpOrg": ["fmln"], "Target": ["power pylons"], "Weapon": ["dynamite"]},
        id="who, for whom, what, with what",
    ),
    pytest.param(
        "two hooded men shot senator rodrigo paz mejia to death. the senator, 51, was attacked outside his office.",
        {"PerpInd": ["hooded men"], "Victim": ["rodrigo paz mejia"]},
        id="a victim is a name without its title",
    ),
    pytest.param("the rebels attacked an infantry patrol and killed three soldiers.", {}, id="fighters against fighters"),
    pytest.param("the minister denied that the army had murdered bishop jose vega.", {}, id="denied"),
    pytest.param("the striker hit the post and the crowd roared.", {}, id="sport"),
    pytest.param(
        "police said the attack on the bank was the work of the shining path.", {"PerpOrg": ["shining path"], "Target": ["bank"]}, id="the work of"
    ),
    pytest.param(
        "guerrillas ambushed a patrol on sunday. banker hugo soto was held by the m-19. the rebels released engineer karl huber on friday.",
        {"PerpOrg": ["m-19"], "Victim": ["hugo soto", "karl huber"]},
        id="held by those whom no state commands",
    ),
    pytest.param(
        "a bomb exploded in front of the consulate, causing serious damage to the hotel.",
        {"Target": ["consulate", "hotel"], "Weapon": ["bomb"]},
        id="in front of, damage to",
    ),
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_roles_of_our_own_sentences(muc4: ModuleType, text: str, expected: dict[str, list[str]]) -> None:
    found = {role: [entity[0] for entity in entities] for role, entities in muc4.find_fillers(text).items() if entities}
    for role, strings in expected.items():
        assert set(strings) <= set(found.get(role, [])), found
    assert expected or not found


def test_two_descriptions_of_one_thing_are_one_entity(muc4: ModuleType) -> None:
    entities = [("cargo plane",)]
    muc4.add(entities, ("the plane",))
    muc4.add(entities, ("bus",))
    assert entities == [("cargo plane",), ("bus",)]


# --- the program


def test_program_prints_rows_and_misses(
    muc4: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "terrorists burned a bus in the capital."
    template = {"incident_type": "arson", "PerpInd": [[["terrorists", 0]]], "PerpOrg": [], "Target": [[["school bus", 18]]], "Victim": [], "Weapon": []}
    file = tmp_path / "dev.jsonl"
    file.write_text(json.dumps({"docid": "X-1", "doctext": text, "templates": [template]}) + "\n", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["muc4.py", str(file), "--misses", "5"])
    assert muc4.main() == 0
    out = capsys.readouterr().out
    assert "micro" in out
    assert "X-1 Target missed: school bus" in out
    assert "X-1 Target wrong: bus" in out
    monkeypatch.setattr(sys, "argv", ["muc4.py", str(file), "--json"])
    assert muc4.main() == 0
    assert json.loads(capsys.readouterr().out)["micro"]["found"] == 1


def test_missing_file_is_wrong_use(muc4: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["muc4.py", str(tmp_path / "none.jsonl")])
    assert muc4.main() == 2


def test_dev_split_is_above_its_floor(muc4: ModuleType) -> None:
    shared = os.environ.get("RASID_SHARED")
    file = Path(shared or "") / "data/english/muc4/dev.jsonl"
    if not shared or not file.exists():
        pytest.skip("MUC-4 is measured with and not handed on: RASID_SHARED names no folder that holds it")
    documents = muc4.read_documents(file)
    rest = [document for document in documents if not muc4.is_third(document["docid"])]
    gold = {document["docid"]: muc4.merge_templates(document["templates"]) for document in rest}
    rows = muc4.score(gold, {document["docid"]: muc4.find_fillers(document["doctext"]) for document in rest})
    assert rows["micro"].f1 >= 0.40

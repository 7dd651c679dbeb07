# SPDX-License-Identifier: Apache-2.0
"""The example articles are what their README says, and the expected records fit them."""

import json
import re
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from rasid.knowledge.load import load_ontology
from rasid.records import Act, Factuality, LinkRole

EXAMPLES = Path(__file__).parents[2] / "examples"
ARTICLES = sorted((EXAMPLES / "articles").glob("*.md"))
EXPECTED = [json.loads(line) for line in (EXAMPLES / "expected.jsonl").read_text(encoding="utf-8").splitlines()]
ROLES = ("actor", "target", "place", "origin", "destination")


def parts(file: Path) -> tuple[dict[str, Any], str]:
    _, matter, body = file.read_text(encoding="utf-8").split("---\n", 2)
    return yaml.safe_load(matter), body


def by_name(name: str) -> dict[str, Any]:
    return next(record for record in EXPECTED if record["id"] == name)


def test_there_are_enough_articles_in_both_languages() -> None:
    languages = [parts(file)[0]["language"] for file in ARTICLES]
    assert languages.count("ar") >= 8
    assert languages.count("en") >= 4


@pytest.mark.parametrize("file", ARTICLES, ids=lambda file: file.stem)
def test_front_matter_says_where_it_comes_from(file: Path) -> None:
    matter, body = parts(file)
    assert set(matter) == {"outlet", "date", "title", "url", "language", "note"}
    assert re.match(r"https://[a-z]+\.example\.org/", matter["url"])
    assert matter["note"] == "written for Rasid about public facts; outlet invented"
    assert "2019-10-07" <= matter["date"].isoformat() <= "2019-10-24"
    assert body.strip()


@pytest.mark.parametrize("file", ARTICLES, ids=lambda file: file.stem)
def test_readme_names_every_article(file: Path) -> None:
    assert f"`{file.stem}`" in (EXAMPLES / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("record", EXPECTED, ids=lambda record: record["id"])
def test_expected_text_is_that_of_the_article(record: dict[str, Any]) -> None:
    matter, body = parts(EXAMPLES / record["file"])
    assert record["text"] == body
    assert (record["outlet"], record["title"], record["lang"]) == (
        matter["outlet"],
        matter["title"],
        matter["language"],
    )


@pytest.mark.parametrize("record", EXPECTED, ids=lambda record: record["id"])
def test_expected_events_fit_ontology_and_text(record: dict[str, Any]) -> None:
    text = record["text"]
    for event in record["events"]:
        assert load_ontology().type(event["type"])
        assert event["factuality"] in get_args(Factuality)
        assert text[slice(*event["trigger"])] == event["quotes"]["trigger"]
        for role in ROLES:
            assert [text[slice(*span)] for span in event[role]] == event["quotes"].get(role, [])


@pytest.mark.parametrize("record", EXPECTED, ids=lambda record: record["id"])
def test_expected_claims_fit_records_and_text(record: dict[str, Any]) -> None:
    text = record["text"]
    for claim in record["claims"]:
        assert claim["act"] in get_args(Act)
        assert [text[slice(*claim[field])] for field in ("source", "cue", "content")] == [
            claim["quotes"][field] for field in ("source", "cue", "content")
        ]
        links = [link["role"] for link in claim["chain"]]
        assert set(links) <= set(get_args(LinkRole))
        assert (links[0], links[-1]) == ("publisher", "speaker")
        assert all(text[slice(*link["span"])] == link["quote"] for link in claim["chain"][1:])


def test_build_article_holds_every_feature() -> None:
    record = by_name("ar-10-build")
    kinds = {(event["type"], event["factuality"]) for event in record["events"]}
    assert {
        ("suspend_operation", "happened"),
        ("resume_operation", "happened"),
        ("bombing", "attempted"),
        ("escape", "happened"),
        ("release", "planned"),
        ("border_crossing", "possible"),
    } <= kinds
    rivals = {(count["low"], count["high"]) for event in record["events"] for count in event["counts"]}
    assert {(100, 999), (1000, 9999)} <= rivals
    assert max(len(claim["chain"]) for claim in record["claims"]) == 4
    assert any(claim["framing"] for claim in record["claims"])


def test_copies_share_most_of_their_words() -> None:
    texts = [set(parts(file)[1].split()) for file in ARTICLES if file.stem.startswith(("ar-03", "ar-04", "ar-05"))]
    assert len(texts) == 3
    assert all(len(text & texts[0]) / len(text) > 0.6 for text in texts)

# SPDX-License-Identifier: Apache-2.0
"""Each miss has the cause that a reader would name."""

from typing import Any

import pytest

from rasid.annotations import AnnotatedClaim, AnnotatedDocument, AnnotatedEvent, Range
from rasid.evals import Miss, find_misses

TEXT = "Jets struck a prison. Guards fled and hundreds escaped. A spokesman said all were caught."


def at(words: str) -> Range:
    start = TEXT.index(words)
    return start, start + len(words)


def event(words: str, kind: str = "air_strike") -> AnnotatedEvent:
    return AnnotatedEvent(type=kind, trigger=at(words))


def claim(**fields: Any) -> AnnotatedClaim:
    known = {"act": "report", "source": at("A spokesman"), "cue": at("said"), "content": at("all were caught")}
    return AnnotatedClaim(**{**known, **fields})


def misses(gold: dict[str, Any], found: dict[str, Any]) -> list[Miss]:
    return list(find_misses([AnnotatedDocument(id="a", text=TEXT, **gold)], {"a": AnnotatedDocument(id="a", **found)}))


@pytest.mark.parametrize(
    ("found", "cause"),
    [
        pytest.param((), "no trigger found", id="nothing"),
        pytest.param((event("struck", "shelling"),), "wrong type", id="another type"),
        pytest.param((event("prison"), event("a")), "wrong trigger", id="other words of the sentence"),
        pytest.param((event("fled"),), "wrong sentence", id="the next sentence"),
        pytest.param((event("caught"),), "no trigger found", id="two sentences on"),
    ],
)
def test_missed_event(found: tuple[AnnotatedEvent, ...], cause: str) -> None:
    first = misses({"events": (event("struck"),)}, {"events": found})[0]
    assert (first.kind, first.cause, first.words) == ("missed event", cause, "struck")


def test_what_explains_a_missed_event_is_not_false_for_itself() -> None:
    found = misses({"events": (event("struck"),)}, {"events": (event("struck", "shelling"), event("caught", "arrest"))})
    assert [(one.kind, one.cause) for one in found] == [
        ("missed event", "wrong type"),
        ("false event", "wrong type"),
        ("false event", "false"),
    ]
    assert found[0].instead == "shelling: struck"


@pytest.mark.parametrize(
    ("found", "cause"),
    [
        pytest.param(claim(cue=at("Guards")), "no cue", id="another cue"),
        pytest.param(claim(act="warn"), "wrong act", id="another act"),
        pytest.param(claim(source=at("Guards")), "wrong source", id="another source"),
        pytest.param(claim(content=at("fled")), "wrong content", id="another content"),
    ],
)
def test_missed_claim(found: AnnotatedClaim, cause: str) -> None:
    wrong = found if cause != "no cue" else claim(cue=at("Guards"), source=at("Guards"))
    first = misses({"claims": (claim(),)}, {"claims": (wrong,)})[0]
    assert (first.kind, first.cause) == ("missed claim", cause)


def test_found_things_are_no_misses() -> None:
    things = {"events": (event("struck"),), "claims": (claim(),)}
    assert misses(things, things) == []

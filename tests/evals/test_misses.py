# SPDX-License-Identifier: Apache-2.0
"""Each miss has the cause that a reader would name."""

from typing import Any, NamedTuple

import pytest

from rasid.annotations import AnnotatedClaim, AnnotatedCount, AnnotatedDocument, AnnotatedEvent, Range
from rasid.evals import Miss, find_misses, follow_counts, group_misses
from rasid.exports import annotate
from reading import code_news

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
    ("found", "kind", "cause"),
    [
        pytest.param((), "missed event", "no trigger found", id="nothing"),
        pytest.param((event("struck", "shelling"),), "wrong type", "air_strike read as shelling", id="another type"),
        pytest.param((event("prison"), event("a")), "missed event", "other words of the sentence were taken for it", id="other words"),
        pytest.param((event("fled"),), "missed event", "told in the sentence beside it", id="the next sentence"),
        pytest.param((event("caught"),), "missed event", "no trigger found", id="two sentences on"),
    ],
)
def test_missed_event_of_another_coder(found: tuple[AnnotatedEvent, ...], kind: str, cause: str) -> None:
    first = misses({"events": (event("struck"),)}, {"events": found})[0]
    assert (first.kind, first.cause, first.words) == (kind, cause, "struck")


def test_what_explains_a_missed_event_is_not_told_again() -> None:
    found = misses({"events": (event("struck"),)}, {"events": (event("struck", "shelling"), event("caught", "arrest"))})
    assert [(one.kind, one.words) for one in found] == [("wrong type", "struck"), ("false event", "caught")]
    assert found[0].instead == "shelling: struck"


@pytest.mark.parametrize(
    ("found", "cause"),
    [
        pytest.param(claim(cue=at("Guards")), "no cue found", id="another cue"),
        pytest.param(claim(act="warn"), "wrong act", id="another act"),
        pytest.param(claim(source=at("Guards")), "wrong source", id="another source"),
        pytest.param(claim(content=at("fled")), "wrong content", id="another content"),
    ],
)
def test_missed_claim(found: AnnotatedClaim, cause: str) -> None:
    wrong = found if cause != "no cue found" else claim(cue=at("Guards"), source=at("Guards"))
    first = misses({"claims": (claim(),)}, {"claims": (wrong,)})[0]
    assert (first.kind, first.cause) == ("missed claim", cause)


def test_found_things_are_no_misses() -> None:
    things = {"events": (event("struck"),), "claims": (claim(),)}
    assert misses(things, things) == []


# --- with the analysis ------------------------------------------------------------------------------------------------


class Case(NamedTuple):
    """A text to be coded, with one gold event as words."""

    text: str
    type: str
    trigger: str
    roles: tuple[tuple[str, str], ...] = ()
    factuality: str = "happened"
    counts: tuple[tuple[str, str, int], ...] = ()


def causes_of(case: Case) -> dict[str, str]:
    """Return the causes by kind of what goes wrong in a text when the coder reads it against one gold event."""
    coded = code_news(case.text)
    text = coded.document.text

    def span(words: str) -> Range:
        start = text.index(words)
        return start, start + len(words)

    gold = AnnotatedEvent(
        type=case.type, trigger=span(case.trigger), factuality=case.factuality,
        counts=tuple(AnnotatedCount(what=what, span=span(words), low=low, high=low) for what, words, low in case.counts),
        **{role: (span(words),) for role, words in case.roles},
    )  # fmt: skip
    document = AnnotatedDocument(id="a", text=text, events=(gold,))
    found = find_misses([document], {"a": annotate(coded)}, {"a": coded})
    return {miss.kind: miss.cause for miss in found if not miss.kind.endswith("claim")}


@pytest.mark.parametrize(
    ("case", "kind", "cause"),
    [
        # the soldiers gargled in the village: no word of the lexicon
        pytest.param(Case("تمضمض الجنود في القرية", "battle", "تمضمض"), "missed event", "no row of the lexicon has the word", id="unknown word"),
        # the penalty kicks decided the match
        pytest.param(Case("حسمت ضربات الترجيح المباراة", "air_strike", "ضربات"), "missed event", "a condition of its row failed", id="condition"),
        # the army arrested a smuggler: arrest, where the gold has a protest
        pytest.param(Case("اعتقل الجيش مهربا", "protest", "اعتقل"), "wrong type", "sense: the word has no row of the right type", id="no row of the type"),
        # the army did not shell the village
        pytest.param(
            Case("لم تقصف قوات الجيش قرية تل رفعت", "shelling", "تقصف"), "wrong factuality", "happened read as denied: negated by", id="factuality"
        ),
        # the army arrested an officer: in the gold the officer is the actor
        pytest.param(
            Case("اعتقل الجيش ضابطا", "arrest", "اعتقل", (("actor", "ضابطا"),)), "missed actor", "right words, read as target", id="wrong role"
        ),
        # the army arrested a smuggler. the smuggler was in the village of Kafr Zita
        pytest.param(
            Case("اعتقل الجيش مهربا. كان المهرب في قرية كفر زيتا", "arrest", "اعتقل", (("place", "كفر زيتا"),)),
            "missed place", "in a sentence behind", id="another sentence",
        ),
        # the army arrested five smugglers: in the gold they are killed
        pytest.param(
            Case("اعتقل الجيش خمسة مهربين", "arrest", "اعتقل", counts=(("killed", "خمسة مهربين", 5),)),
            "missed count", "right number, wrong kind", id="kind of number",
        ),
    ],
)  # fmt: skip
def test_cause_is_looked_up_in_the_analysis(case: Case, kind: str, cause: str) -> None:
    assert causes_of(case).get(kind) == cause


def test_a_phrase_under_another_verb_is_said_to_be_there() -> None:
    # The government denounced the smugglers and the army arrested their driver: the gold takes the government for who arrested.
    case = Case("نددت الحكومة بالمهربين، واعتقل الجيش سائقهم", "arrest", "واعتقل", (("actor", "الحكومة"),))
    assert causes_of(case)["missed actor"] == "depends on another predicate"


def test_arguments_of_a_missed_event_only_follow() -> None:
    gold = AnnotatedEvent(type="air_strike", trigger=at("struck"), actor=(at("Jets"),))
    found = misses({"events": (gold,)}, {"events": ()})
    assert [(one.kind, one.follows) for one in found] == [("missed event", False), ("missed actor", True)]
    assert follow_counts(found) == {"missed actor": 1}


def test_largest_cause_comes_first_with_its_share_and_examples_of_different_documents() -> None:
    def miss(document: str, cause: str, detail: str = "") -> Miss:
        return Miss(document=document, kind="missed event", cause=cause, label="battle", words="w", detail=detail)

    found = [miss("a", "rare"), *(miss(name, "common", detail) for name, detail in (("a", "x"), ("a", "x"), ("b", "x"), ("c", "y")))]
    first, second = group_misses(found, examples=2)
    assert (first.cause, first.count, first.share, first.details) == ("common", 4, 0.8, (("x", 3), ("y", 1)))
    assert [one.document for one in first.examples] == ["a", "b"]
    assert (second.cause, second.count) == ("rare", 1)


@pytest.mark.parametrize(
    ("text", "cue", "source", "content", "cause"),
    [
        # the minister hummed that the truce holds: no such cue
        pytest.param("دندن الوزير أن الهدنة صامدة", "دندن", "الوزير", "الهدنة صامدة", "no row of the lexicon has the cue", id="unknown cue"),
        # the minister said that the truce holds: the gold takes another for the speaker
        pytest.param("قال الوزير إن الهدنة صامدة", "قال", "الهدنة", "الهدنة صامدة", "wrong source", id="wrong source"),
    ],
)
def test_cause_of_a_missed_claim(text: str, cue: str, source: str, content: str, cause: str) -> None:
    coded = code_news(text)
    spans = {name: (text.index(words), text.index(words) + len(words)) for name, words in (("cue", cue), ("source", source), ("content", content))}
    document = AnnotatedDocument(id="a", text=coded.document.text, claims=(AnnotatedClaim(act="report", **spans),))
    found = list(find_misses([document], {"a": annotate(coded)}, {"a": coded}))
    assert [miss.cause for miss in found if miss.kind == "missed claim"] == [cause]

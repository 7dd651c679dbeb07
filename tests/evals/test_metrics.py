# SPDX-License-Identifier: Apache-2.0
"""What counts as found, case by case."""

from typing import Any

import pytest

from rasid.annotations import AnnotatedClaim, AnnotatedCount, AnnotatedDocument, AnnotatedEvent, Range
from rasid.evals import Scores, score
from rasid.evals.matching import overlap, pair_off
from rasid.evals.sentences import SentenceIndex

TEXT = "Jets struck a prison. Guards fled and hundreds escaped. A spokesman said all were caught."


def at(words: str) -> Range:
    start = TEXT.index(words)
    return start, start + len(words)


def event(words: str, kind: str = "air_strike", **fields: Any) -> AnnotatedEvent:
    return AnnotatedEvent(type=kind, trigger=at(words), factuality=fields.pop("factuality", "happened"), **fields)


def claim(**fields: Any) -> AnnotatedClaim:
    known = {"act": "report", "source": at("A spokesman"), "cue": at("said"), "content": at("all were caught")}
    return AnnotatedClaim(**{**known, **fields})


def compare(gold: list[Any], found: list[Any]) -> Scores:
    def document(things: list[Any]) -> AnnotatedDocument:
        return AnnotatedDocument(
            id="a",
            text=TEXT,
            events=tuple(one for one in things if isinstance(one, AnnotatedEvent)),
            claims=tuple(one for one in things if isinstance(one, AnnotatedClaim)),
        )

    return score([document(gold)], {"a": document(found)})


@pytest.mark.parametrize(
    ("found", "right"),
    [
        pytest.param(event("struck"), 1, id="the same"),
        pytest.param(event("Jets struck"), 1, id="triggers that overlap"),
        pytest.param(event("prison"), 1, id="other words, the only one of its type in the sentence"),
        pytest.param(event("struck", "shelling"), 0, id="another type"),
        pytest.param(event("fled"), 0, id="another sentence"),
    ],
)
def test_event(found: AnnotatedEvent, right: int) -> None:
    assert compare([event("struck")], [found]).event.tp == right


def test_other_words_do_not_count_where_there_are_two() -> None:
    assert compare([event("struck")], [event("prison"), event("a")]).event.tp == 0


def test_overlapping_trigger_wins_over_the_only_one() -> None:
    scores = compare([event("Jets"), event("struck")], [event("struck")])
    assert (scores.event.tp, scores.event.gold, scores.event.predicted) == (1, 2, 1)


def test_trigger_alone_counts_whatever_the_type() -> None:
    scores = compare([event("struck")], [event("struck", "shelling")])
    assert (scores.event.tp, scores.event_trigger_only.tp) == (0, 1)


def test_factuality_is_measured_of_found_events() -> None:
    scores = compare([event("struck"), event("escaped", "escape")], [event("struck", factuality="denied"), event("escaped", "escape")])
    assert (scores.event.tp, scores.event_with_factuality.tp) == (2, 1)


@pytest.mark.parametrize(
    ("found", "right"),
    [
        pytest.param(at("a prison"), 1, id="the same"),
        pytest.param(at("prison"), 1, id="the head of it"),
        pytest.param(at("struck a p"), 0, id="less than half of the shorter"),
    ],
)
def test_argument(found: Range, right: int) -> None:
    scores = compare([event("struck", target=(at("a prison"),))], [event("struck", target=(found,))])
    assert scores.argument.tp == scores.argument_target.tp == right


def test_argument_counts_in_its_role_only() -> None:
    scores = compare([event("struck", target=(at("a prison"),))], [event("struck", place=(at("a prison"),))])
    assert (scores.argument.tp, scores.argument.gold, scores.argument.predicted) == (0, 1, 1)


def test_missed_event_misses_its_arguments() -> None:
    assert compare([event("struck", actor=(at("Jets"),))], []).argument.gold == 1


@pytest.mark.parametrize(("low", "right"), [(100, 1), (1000, 0), (None, 0)])
def test_count_needs_kind_and_lower_end(low: int | None, right: int) -> None:
    gold = event("escaped", "escape", counts=(AnnotatedCount(what="escaped", low=100, high=999),))
    found = event("escaped", "escape", counts=(AnnotatedCount(what="escaped", low=low),))
    assert compare([gold], [found]).count.tp == right


def test_dates_are_measured_where_gold_has_one() -> None:
    gold = [event("struck", date="2019-10-11"), event("escaped", "escape")]
    found = [event("struck", date="2019-10"), event("escaped", "escape", date="2019-10-12")]
    assert compare(gold, found).date_accuracy == 0.0


def test_no_date_to_measure_is_none() -> None:
    assert compare([event("struck")], [event("struck")]).date_accuracy is None


@pytest.mark.parametrize(
    ("found", "right"),
    [
        pytest.param(claim(), 1, id="the same"),
        pytest.param(claim(cue=at("Guards")), 1, id="another cue"),
        pytest.param(claim(act="warn"), 0, id="another act"),
        pytest.param(claim(source=at("Guards")), 0, id="another source"),
        pytest.param(claim(source=None), 0, id="no source"),
        pytest.param(claim(content=at("fled and hundreds")), 0, id="another content"),
        pytest.param(claim(content=at("caught")), 1, id="part of the content"),
    ],
)
def test_claim(found: AnnotatedClaim, right: int) -> None:
    assert compare([claim()], [found]).claim.tp == right


def test_source_and_cue_count_whatever_act_and_content() -> None:
    found = claim(act="warn", content=at("fled"))
    assert compare([claim()], [found]).claim_source_and_cue.tp == 1


def test_via_counts_in_found_claims() -> None:
    assert compare([claim(via=(at("Guards"),))], [claim(via=(at("Guards"),))]).claim_via.f1 == 1.0


@pytest.mark.parametrize(("target", "accuracy"), [(at("Guards"), 1.0), (at("Jets"), 0.0), (None, 0.0)])
def test_claim_target(target: Range | None, accuracy: float) -> None:
    assert compare([claim(target=at("Guards"))], [claim(target=target)]).claim_target_accuracy == accuracy


def test_types_that_were_only_predicted_have_a_row() -> None:
    scores = compare([event("struck")], [event("struck"), event("escaped", "escape")])
    assert (scores.by_type["escape"].predicted, scores.by_type["escape"].gold) == (1, 0)
    assert scores.by_type["air_strike"].f1 == 1.0


def test_document_without_prediction_counts_as_missed() -> None:
    gold = AnnotatedDocument(id="a", text=TEXT, events=(event("struck"),))
    assert score([gold], {}).event.gold == 1


def test_nothing_at_all_is_nought() -> None:
    assert compare([], []).event.f1 == 0.0


@pytest.mark.parametrize(
    ("left", "right", "share"),
    [
        ((0, 4), (2, 10), 0.5),
        ((0, 4), (4, 8), 0.0),
        ((0, 4), (0, 40), 1.0),
        ((0, 4), None, 0.0),
        ((3, 3), (0, 9), 0.0),
    ],
)
def test_overlap(left: Range | None, right: Range | None, share: float) -> None:
    assert overlap(left, right) == share


def test_pairs_go_by_value_then_by_order() -> None:
    worth = {(0, 0): 0.5, (0, 1): 0.9, (1, 0): 0.5, (1, 1): 0.9}
    assert pair_off([0, 1], [0, 1], lambda a, b: worth[a, b]) == [(0, 1), (1, 0)]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param("One. Two! Three", ["One. ", "Two! ", "Three"], id="stops"),
        pytest.param("أولا؟ ثانيا؛ ثالثا", ["أولا؟ ", "ثانيا؛ ", "ثالثا"], id="Arabic stops (first? second; third)"),
        pytest.param("One\n\nTwo", ["One\n\n", "Two"], id="line breaks"),
        pytest.param("He said “no.” Then left.", ["He said “no.” ", "Then left."], id="quotation marks behind the stop"),
        pytest.param("قال د. محمد نعم.", ["قال د. محمد نعم."], id="abbreviation (Dr Muhammad said yes)"),
        pytest.param("It was 3. 5 came.", ["It was 3. 5 came."], id="digits on both sides"),
        pytest.param("At 3.5 km.", ["At 3.5 km."], id="a stop inside a word"),
        pytest.param("  \n One.", [" One."], id="blanks first"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    assert [text[slice(*one)] for one in SentenceIndex(text).ranges] == sentences


def test_offsets_outside_any_sentence() -> None:
    index = SentenceIndex("\n\nOne.")
    assert (index.at(0), index.at(2), index.at(99)) == (-1, 0, -1)

# SPDX-License-Identifier: Apache-2.0
"""A reliability table counts each event once, and its error is what a reader would reckon."""

import pytest

from rasid.annotations import AnnotatedDocument, AnnotatedEvent
from rasid.evals import is_right, judged_events, reliability


def event(start: int, end: int, kind: str = "battle", score: float | None = 0.5) -> AnnotatedEvent:
    return AnnotatedEvent(type=kind, trigger=(start, end), score=score)


@pytest.mark.parametrize(
    ("found", "right"),
    [
        pytest.param(event(0, 4), True, id="the same"),
        pytest.param(event(3, 9), True, id="overlaps"),
        pytest.param(event(4, 9), False, id="beside it"),
        pytest.param(event(0, 4, "riot"), False, id="another type"),
    ],
)
def test_right_is_same_type_and_overlapping_trigger(found: AnnotatedEvent, right: bool) -> None:
    assert is_right(found, [event(0, 4)]) is right


def test_events_without_a_score_are_passed_over() -> None:
    found = AnnotatedDocument(id="a", events=(event(0, 4, score=None), event(0, 4, score=0.9)))
    assert list(judged_events([AnnotatedDocument(id="a", text="clashes", events=(event(0, 4),))], {"a": found})) == [(0.9, True)]


def test_eight_in_ten_right_at_four_fifths_is_no_error() -> None:
    table = reliability([(0.8, number < 8) for number in range(10)])
    assert (table.events, table.right, table.error) == (10, 8, 0.0)
    assert table.brier == pytest.approx(0.16)


def test_error_weighs_each_bin_by_its_events() -> None:
    table = reliability([(0.95, False), (0.05, False), (0.05, False), (0.05, False)])
    assert table.error == pytest.approx((0.95 + 3 * 0.05) / 4)


def test_a_score_of_one_is_in_the_last_bin() -> None:
    last = reliability([(1.0, True)]).bins[-1]
    assert (last.events, last.share_right, last.margin) == (1, 1.0, 0.0)


def test_nothing_to_judge() -> None:
    assert (reliability([]).events, reliability([]).error) == (0, 0.0)

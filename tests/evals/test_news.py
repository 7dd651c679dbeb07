# SPDX-License-Identifier: Apache-2.0
"""The fit of how firmly an event is news, on judgements made by hand."""

from types import ModuleType

import pytest

from programs import EVALS, load_program
from rasid.events.score import BASE

TOLD, KNOWN = ("told", "reported"), ("told", "background")


@pytest.fixture(scope="module")
def news() -> ModuleType:
    """The program, as a module."""
    return load_program(EVALS / "news.py")


def test_what_annotators_call_news_weighs_more(news: ModuleType) -> None:
    judged = [news.Example("yes", "A", 0.9, 3, ((TOLD,),)), news.Example("easy no", "A", 0.1, 3, ((KNOWN,),))] * 400
    weights = news.fit(judged)
    assert weights[TOLD] > 0 > weights[KNOWN]
    assert news.firmness(judged[0], weights) == pytest.approx(0.85, abs=0.05)  # the penalty keeps it below 0.9


def test_the_firmest_event_judges_its_sentence(news: ModuleType) -> None:
    mixed, plain, known = ((KNOWN,), (TOLD,)), ((TOLD,),), ((KNOWN,),)
    judged = [news.Example("yes", "A", 1.0, 3, some) for some in (mixed, plain, plain)] * 100 + [news.Example("easy no", "A", 0.0, 3, known)] * 300
    weights = news.fit(judged)
    assert news.firmness(judged[0], weights) == news.firmness(judged[1], weights) > 0.85
    assert news.firmness(judged[-1], weights) < 0.15


def test_one_annotator_is_no_share_and_rare_values_have_no_weight(news: ModuleType) -> None:
    judged = [news.Example("ambiguous", "A", 1.0, 1, ((("time", "day"),),))] * 40 + [news.Example("easy no", "A", 0.0, 3, ((TOLD,),))] * 4
    assert set(news.fit(judged)) == {BASE}


def test_a_sentence_without_events_is_no_news(news: ModuleType) -> None:
    assert news.firmness(news.Example("yes", "A", 1.0, 3, ()), {BASE: 1.0}) == 0.0

# SPDX-License-Identifier: Apache-2.0
"""How firmly an event is the news of its sentence: reports above background, and a sum that a reader can add up."""

from math import exp

import pytest

from rasid.events import parts_of, read_triggers
from rasid.events.asserted.news import CROWDS_FILE, FIRM, VIOLENCE_FILE, news_features, weights_file
from rasid.knowledge.load import load_ontology, read_tsv
from rasid.records import CodedDocument, Event
from rasid.text import analyse
from reading import code_news, code_text

FIRMLY = [
    pytest.param("قتل خمسة أشخاص وأصيب عشرة آخرون أمس في انفجار سيارة مفخخة شمال بغداد", id="toll, day, place"),
    pytest.param("أعلنت الشرطة مقتل ثلاثة جنود وإصابة أربعة بجروح في هجوم انتحاري على حاجز غرب الموصل", id="announced by the police"),
    pytest.param("تظاهر مئات الطلاب أمس أمام مبنى البرلمان احتجاجا على رفع الرسوم", id="hundreds demonstrated"),
]


@pytest.mark.parametrize("text", FIRMLY)
def test_news(text: str) -> None:
    assert max(shares(text)) >= FIRM


LOOSELY = [
    pytest.param("تنظر المحكمة في قضية اغتيال الوزير", id="a case in court"),
    pytest.param("اعتقلت الشرطة منفذ الهجوم", id="who carried it out"),
    pytest.param("هؤلاء يقتلون المدنيين في كل مكان", id="habit"),
    pytest.param("قصفت الطائرات المدينة عام 1981", id="history"),
    pytest.param("ورفع المتظاهرون صور الزعيم ورددوا هتافات", id="what known demonstrators did"),
]


@pytest.mark.parametrize("text", LOOSELY)
def test_no_news(text: str) -> None:
    assert max(shares(text), default=0.0) < FIRM


def test_the_same_attack_as_news_and_as_background() -> None:
    (news,) = shares("قتل ثلاثة جنود أمس في هجوم انتحاري شرق المدينة")
    (known,) = shares("زار الوزير موقع الهجوم الانتحاري الذي شهدته المدينة")
    assert news > 2 * known


@pytest.mark.parametrize(
    "coded",
    [
        pytest.param(code_news("يخشى السكان وقوع هجوم انتحاري"), id="feared"),
        pytest.param(code_news("التقى الرئيس الروسي نظيره التركي في سوتشي"), id="no violence"),
        pytest.param(code_text("A car bomb killed three soldiers on Monday.", language="en"), id="English"),
    ],
)
def test_not_judged(coded: CodedDocument) -> None:
    events = [event for event in coded.events if event.sentence == 0]
    assert events
    assert [event.news for event in events] == [None] * len(events)


def test_it_is_what_its_parts_add_up_to() -> None:
    coded = code_news("قتل ثلاثة جنود أمس في هجوم انتحاري شرق المدينة")
    reading = read_triggers(analyse(coded.document, wanted=lambda _: True), coded.mentions, document=coded.document)
    for event, features in zip(coded.events, news_features(coded.events, reading, coded.claims), strict=True):
        if features is None:
            assert event.news is None
        else:
            total = sum(part.weight for part in parts_of(features, weights_file(event.type)))
            assert event.news == pytest.approx(1 / (1 + exp(-total)), abs=0.001)


@pytest.mark.parametrize("file", [VIOLENCE_FILE, CROWDS_FILE])
def test_weights_are_small_and_of_types_that_there_are(file: str) -> None:
    rows = read_tsv(file)
    assert len(rows) < 250
    assert {row["value"] for row in rows if row["feature"] == "type"} <= set(load_ontology().type_ids())
    assert all(abs(float(row["weight"])) < 3 and 0 <= float(row["share"]) <= 1 for row in rows)


def shares(text: str) -> list[float]:
    """How firmly each event that is judged is the news of a sentence that stands in news of conflict."""
    return [event.news for event in first_events(text) if event.news is not None]


def first_events(text: str) -> list[Event]:
    return [event for event in code_news(text).events if event.sentence == 0]

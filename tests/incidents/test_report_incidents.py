# SPDX-License-Identifier: Apache-2.0
"""What one report tells happened: which events are one, where and when it was, and to how many."""

from typing import Any

import pytest
from hypothesis import given

from rasid.incidents import report_incidents
from rasid.records import CodedDocument, Incident, Tally
from reading import code_text
from strategies import arabic_texts


def incidents(text: str, **fields: Any) -> tuple[CodedDocument, tuple[Incident, ...]]:
    coded = code_text(text, **fields)
    return coded, report_incidents(coded)


def first(text: str, **fields: Any) -> Incident:
    return incidents(text, **fields)[1][0]


def bounds(tally: Tally | None) -> tuple[int, int | None] | None:
    return None if tally is None else (tally.low, tally.high)


@pytest.mark.parametrize(
    ("text", "killed", "wounded"),
    [
        pytest.param("مقتل خمسة مدنيين بينهم ثلاثة أطفال في قصف على مدينة منبج", (5, 5), None, id="a part is not added"),
        pytest.param("مقتل مدني وزوجته في قصف على مدينة منبج", (2, 2), None, id="a man and his wife"),
        pytest.param("أسفر القصف على مدينة منبج عن مقتل امرأة وطفلين وإصابة سبعة", (3, 3), (7, 7), id="a woman and two children"),
        pytest.param("استشهاد المواطن سعيد حمدان في قصف على مدينة منبج", (1, 1), None, id="one man by name"),
        pytest.param("استشهاد أم وابنها في قصف على مدينة منبج", (2, 2), None, id="a mother and her son"),
        pytest.param("أدى القصف على منبج إلى مقتل المدني أحمد سعيد وإصابة ابنه", (1, 1), (1, 1), id="one dead, one hurt"),
        pytest.param("سقط قتلى وجرحى في قصف على مدينة منبج", (2, None), None, id="nobody says how many"),
        pytest.param("قتل شخصان أحدهما طفل في قصف على مدينة منبج", (2, 2), None, id="one of the two"),
        pytest.param("قصف على مدينة منبج من دون وقوع إصابات", None, (0, 0), id="nobody hurt"),
    ],
)
def test_dead_and_hurt(text: str, killed: tuple[int, int | None] | None, wounded: tuple[int, int | None] | None) -> None:
    incident = first(text)
    assert bounds(incident.killed) == killed
    assert wounded is None or bounds(incident.wounded) == wounded


def test_rival_numbers_make_a_range_and_all_are_kept() -> None:
    coded, found = incidents("قتل خمسة مدنيين في قصف على مدينة منبج. وقالت مصادر طبية إن القصف على مدينة منبج أدى إلى مقتل 8 مدنيين.")
    killed = found[0].killed
    assert killed is not None
    assert (killed.low, killed.high) == (5, 8)
    assert [number.citation.span.of(coded.document.text) for number in killed.told] == ["خمسة مدنيين", "8 مدنيين"]


def test_one_of_the_dead_told_again_is_a_part_and_no_rival() -> None:
    killed = first("قتل خمسة مدنيين في قصف على مدينة منبج أمس. وقتل طفل في القصف على مدينة منبج أمام منزله.").killed
    assert killed is not None
    assert bounds(killed) == (5, 5)
    assert [number.part for number in killed.told] == [False, True]


def test_what_is_told_again_is_one_incident() -> None:
    _, found = incidents("قصفت الطائرات مدينة منبج أمس. وأدى القصف إلى مقتل طفل.")
    assert len(found) == 1
    assert bounds(found[0].killed) == (1, 1)


def test_a_round_up_gives_several() -> None:
    _, found = incidents("قصفت الطائرات مدينة منبج أمس وقتل طفل. وانفجرت عبوة ناسفة في مدينة القامشلي أمس. واندلعت اشتباكات في مدينة تدمر.")
    assert [incident.place and incident.place.name_en for incident in found] == ["Manbij", "Qamishli", "Palmyra"]


def test_what_somebody_died_of_comes_first() -> None:
    _, found = incidents("انفجرت عبوة ناسفة في مدينة القامشلي. وقصفت الطائرات مدينة منبج وقتل طفلان.")
    assert found[0].place is not None
    assert found[0].place.name_en == "Manbij"


def test_an_attack_of_another_day_is_another_incident() -> None:
    _, found = incidents("قصفت الطائرات مدينة منبج أمس. وكانت الطائرات قصفت مدينة منبج في 3 أيلول 2019.")
    assert sorted(incident.date.start for incident in found if incident.date) == ["2019-09-03", "2019-10-14"]


def test_the_exact_place_is_taken_and_the_wider_one_kept() -> None:
    incident = first("قتل طفل في قصف على بلدة تل رفعت بريف حلب الشمالي")
    assert incident.place is not None
    assert (incident.place.name_ar, incident.place.precision) == ("تل رفعت", 1)
    assert [place.name_en for place in incident.places] == ["Aleppo"]


def test_arrests_and_attacks_are_told_apart() -> None:
    _, found = incidents("قصفت الطائرات مدينة منبج أمس. واعتقلت الشرطة ثلاثة أشخاص في مدينة منبج.")
    assert [incident.types for incident in found] == [("air_strike",), ("arrest",)]


def test_without_a_day_of_publication_yesterday_is_unknown() -> None:
    assert first("قصفت الطائرات مدينة منبج أمس", published=None).date is None


def test_plans_and_talks_are_no_incidents() -> None:
    assert incidents("أعلن الوزير أن الجيش سيقصف مدينة منبج")[1] == ()
    assert incidents("وقع الطرفان اتفاقا في مدينة منبج")[1] == ()


def test_what_is_denied_says_so() -> None:
    assert first("لم تقصف الطائرات مدينة منبج").grade == "denied"


def test_claims_that_hold_its_events_are_named() -> None:
    coded, found = incidents("قال المرصد إن الطائرات قصفت مدينة منبج وقتلت طفلا")
    assert found[0].claims == tuple(claim.id for claim in coded.claims)


@given(arabic_texts())
def test_every_span_cuts_the_text_and_every_event_stands_once(text: str) -> None:
    coded = code_text(f"قصفت الطائرات مدينة منبج. {text} وقتل ثلاثة مدنيين في قصف على القامشلي")
    found = report_incidents(coded)
    events = [event for incident in found for event in incident.events]
    assert len(events) == len(set(events))
    assert set(events) <= {event.id for event in coded.events}
    for incident in found:
        assert incident.citations
        for citation in incident.citations:
            assert citation.span.of(coded.document.text)
        for tally in (incident.killed, incident.wounded):
            assert tally is None or (tally.told and (tally.high is None or tally.low <= tally.high))
    assert report_incidents(coded) == found

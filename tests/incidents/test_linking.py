# SPDX-License-Identifier: Apache-2.0
"""Which reports tell of one incident: what speaks for and against it, and that neither order nor copies change it."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rasid.incidents import link_incidents, report_incidents
from rasid.incidents.linking import COMPARISONS, Corpus, compare, link, sketch
from rasid.incidents.linking.cluster import Linkage, liken
from rasid.incidents.linking.compare import estimate, log_odds, weights
from rasid.records import CodedDocument, Incident
from reading import code_text

MANBIJ = "قتل خمسة مدنيين وأصيب سبعة في قصف على سوق مدينة منبج يوم الاثنين، وقال الطبيب سليم الخطاب إن بين القتلى بائع الخضار هاني العبيد."
MANBIJ_TOO = "سقط خمسة قتلى بقصف استهدف سوق منبج الاثنين، بينهم هاني العبيد، بحسب الطبيب سليم الخطاب."
MANBIJ_LATER = "قتل طفلان في قصف على قرية قرب مدينة منبج يوم السبت."
QAMISHLI = "انفجرت سيارة مفخخة أمام مطعم في مدينة القامشلي وأدت إلى مقتل ثلاثة أشخاص."
MADRID = "اعتقلت الشرطة ثلاثة أشخاص في مدينة حلب."


def coded(text: str, day: str | None = "2019-10-15", outlet: str = "الرواق") -> CodedDocument:
    return code_text(text, published=day, outlet=outlet)


def linked(*documents: CodedDocument) -> tuple[Incident, ...]:
    return link_incidents((document, report_incidents(document)) for document in documents)


def groups(*documents: CodedDocument) -> list[set[str]]:
    return sorted(({str(document) for document in one.documents} for one in linked(*documents)), key=lambda group: (-len(group), sorted(group)))


def test_two_reports_of_one_shelling_are_one() -> None:
    one, other = coded(MANBIJ), coded(MANBIJ_TOO, outlet="نوافذ")
    (incident,) = linked(one, other)
    assert set(incident.documents) == {one.document.id, other.document.id}
    assert incident.killed is not None
    assert (incident.killed.low, incident.killed.high) == (5, 5)
    assert incident.place is not None
    assert incident.place.name_en == "Manbij"
    assert (incident.origins, incident.grade) == (2, "several_origins")


def test_other_places_and_other_days_stay_apart() -> None:
    assert len(linked(coded(MANBIJ), coded(QAMISHLI))) == 2
    assert len(linked(coded(MANBIJ), coded(MANBIJ_LATER, day="2019-12-15"))) == 2
    assert len(linked(coded(MANBIJ), coded(MADRID))) == 2


def test_a_round_up_stands_in_several() -> None:
    both = coded(f"{MANBIJ}\n{QAMISHLI}", outlet="حصاد")
    found = groups(both, coded(MANBIJ_TOO, outlet="نوافذ"), coded(QAMISHLI, outlet="بريد"))
    assert [len(group) for group in found] == [2, 2]
    assert all(str(both.document.id) in group for group in found)


def test_a_copied_report_is_no_second_origin() -> None:
    copy = coded(f"نوافذ: {MANBIJ}", outlet="نوافذ")
    (incident,) = linked(coded(MANBIJ), copy)
    assert len(incident.documents) == 2
    assert (incident.origins, incident.grade) == (1, "single_origin")


def test_an_escape_is_not_the_bombing_of_its_day() -> None:
    escape = coded("فر خمسة محتجزين من سجن في مدينة القامشلي بعد انفجار سيارة مفخخة قربه، وفق مصدر في إدارة السجن.", outlet="بريد")
    bombing = coded("انفجرت سيارة مفخخة قرب سجن في مدينة القامشلي، وفق مصدر في إدارة السجن.", outlet="نوافذ")
    assert not any({"escape", "bombing"} <= set(one.types) for one in linked(escape, bombing))


def test_a_document_given_twice_is_one() -> None:
    assert linked(coded(MANBIJ), coded(MANBIJ)) == linked(coded(MANBIJ))


def test_nothing_told_is_lost() -> None:
    documents = [coded(MANBIJ), coded(MANBIJ_TOO, outlet="نوافذ"), coded(QAMISHLI)]
    events = {event for document in documents for incident in report_incidents(document) for event in incident.events}
    assert {event for incident in linked(*documents) for event in incident.events} == events
    numbers = [number for incident in linked(*documents) for number in (incident.killed.told if incident.killed else ())]
    assert len(numbers) == sum(len(incident.killed.told) for document in documents for incident in report_incidents(document) if incident.killed)


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(5)))
def test_order_changes_nothing(order: list[int]) -> None:
    documents = [coded(MANBIJ), coded(MANBIJ_TOO, outlet="نوافذ"), coded(QAMISHLI), coded(MANBIJ_LATER, day="2019-12-15"), coded(MADRID)]
    assert linked(*[documents[index] for index in order]) == linked(*documents)


SILENT: tuple[int | None, ...] = (None,) * len(COMPARISONS)
ALIKE = (6, 4, *SILENT[2:4], 5, 4, 3, 3, 1)
APART = (0, 0, *SILENT[2:4], 0, 0, 0, 0, 0)


@settings(max_examples=60, deadline=None)
@given(st.integers(2, 9), st.integers(0, 10_000))
def test_groups_hold_each_once_and_know_no_order(number: int, seed: int) -> None:
    random = Random(seed)
    known = {(a, b): random.choice([ALIKE, APART, SILENT]) for a in range(number) for b in range(a + 1, number) if random.random() < 0.6}
    found = Linkage(number, known, lambda *_: None).grow()
    assert sorted(index for group in found for index in group) == list(range(number))
    assert Linkage(number, dict(reversed(known.items())), lambda *_: None).grow() == found


def test_one_likeness_does_not_join_a_stranger_to_many() -> None:
    alike = {(0, 1): ALIKE, (0, 2): ALIKE, (1, 2): ALIKE, (2, 3): ALIKE}
    assert Linkage(4, alike, lambda *_: APART).grow() == [[0, 1, 2], [3]]
    assert Linkage(4, alike, lambda *_: None).grow() == [[0, 1, 2, 3]]


def test_two_days_hold_groups_apart_though_few_say_when() -> None:
    place_alone = (5, *SILENT[1:4], 1, 0, *SILENT[6:])
    known = {(0, 1): ALIKE, (2, 3): ALIKE, (1, 2): place_alone}
    assert Linkage(4, known, lambda *_: place_alone).grow() == [[0, 1, 2, 3]]
    other_day = (5, 0, *SILENT[2:4], 1, 0, *SILENT[6:])
    assert Linkage(4, known, lambda a, b: other_day if {a, b} == {0, 3} else place_alone).grow() == [[0, 1], [2, 3]]


def test_what_is_silent_adds_nothing() -> None:
    assert log_odds([None] * len(COMPARISONS)) < 0
    assert [len(worth) for worth in weights()] == [len(outcomes) for outcomes in COMPARISONS.values()]


def test_each_comparison_has_an_outcome_or_is_silent() -> None:
    one, other = coded(MANBIJ), coded(MANBIJ_TOO, day=None, outlet="نوافذ")
    sketches = [sketch(document, report_incidents(document)[0], alone=True) for document in (one, other)]
    a, b = liken(sketches)
    outcomes = compare(a, b)
    named = {name: None if outcome is None else COMPARISONS[name][outcome] for name, outcome in zip(COMPARISONS, outcomes, strict=True)}
    assert named["place"] == "same_rarest"
    assert named["day"] is None
    assert named["weekday"] == "same"
    assert named["killed"] == "three_alike"
    assert named["type"] == "same"


def test_known_words_are_not_rare_among_few_documents() -> None:
    document = coded(MANBIJ)
    one = sketch(document, report_incidents(document)[0], alone=True)
    rare = Corpus([one]).rare(one)
    assert "عبيد" in rare
    assert not {"مدنيين", "قصف"} & rare


def test_link_of_nothing_is_nothing() -> None:
    assert link([]) == []
    assert linked() == ()


@pytest.mark.parametrize("name", ["place", "words", "killed"])
def test_weights_are_learnt_from_sure_matches_alone(name: str) -> None:
    index = list(COMPARISONS).index(name)
    alike = [6, 4, 1, 1, 5, 4, 3, 3, 1]
    apart: list[int | None] = [0, 0, 0, 0, 0, 0, 0, 0, 0]
    rows = [row for row in estimate([alike] * 20 + [apart] * 50, [apart] * 200 + [alike]) if row[0] == name]
    assert rows[alike[index]][2] > 1
    assert rows[0][2] < 0


def test_an_english_report_joins_the_arabic_ones() -> None:
    english = code_text(
        "Five civilians were killed and seven wounded when shelling hit a market in the town of Manbij on Monday, a doctor said.",
        published="2019-10-15", outlet="Meridian Courier", language="en",
    )  # fmt: skip
    other = code_text("Three people were killed by a car bomb in Qamishli on Friday.", published="2019-10-19", outlet="Meridian Courier", language="en")
    (incident,) = [one for one in linked(coded(MANBIJ), coded(MANBIJ_TOO, outlet="نوافذ"), english, other) if english.document.id in one.documents]
    assert len(incident.documents) == 3
    assert other.document.id not in incident.documents

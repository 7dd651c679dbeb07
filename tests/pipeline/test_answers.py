# SPDX-License-Identifier: Apache-2.0
"""Each accusation beside its denial, from plain text to the matrix; sentences written for these tests."""

import pytest

from rasid.assess import assess
from rasid.pipeline import code_document
from rasid.read import read_text
from rasid.records import Assessment


def read_all(*texts: tuple[str, str, str]) -> Assessment:
    """Return the assessment of texts given as outlet, day and words."""
    return assess([code_document(read_text(text, outlet=outlet, published=day, language="ar")) for outlet, day, text in texts])


ACCUSED = ("الرواق", "2019-10-14", "اتهمت الإدارة الذاتية تركيا بقصف السجون والمخيمات.")
DENIED = ("بريد الضحى", "2019-10-15", "نفت وزارة الدفاع التركية أن تكون قواتها قصفت سجنا في عين عيسى.")


def test_denial_told_of_one_place_answers_the_accusation_at_large() -> None:
    answers = [answer for row in read_all(ACCUSED, DENIED).matrix.rows for answer in row.answers]
    assert {answer.kind for answer in answers} == {"denied"}


def test_denial_of_another_deed_answers_nothing() -> None:
    other = ("بريد الضحى", "2019-10-15", "نفت وزارة الدفاع التركية أن تكون قواتها اعتقلت صحفيا.")
    answers = [answer for row in read_all(ACCUSED, other).matrix.rows for answer in row.answers if "shelling" in row.types]
    assert [answer.kind for answer in answers] == ["none"]


def test_accusation_without_an_answer_says_so() -> None:
    answers = [answer for row in read_all(ACCUSED).matrix.rows for answer in row.answers]
    assert [answer.kind for answer in answers] == ["none"]


@pytest.mark.parametrize(("day", "kinds"), [("2019-10-15", ["denies"]), ("2019-10-12", [])])
def test_denial_denies_what_was_said_before_it(day: str, kinds: list[str]) -> None:
    denial = ("بريد الضحى", day, "نفت وزارة الدفاع التركية أن تكون قواتها قصفت السجون.")
    assert [relation.kind for relation in read_all(ACCUSED, denial).relations if relation.kind == "denies"] == kinds


def test_warning_foretells_what_it_named_and_nothing_else() -> None:
    warned = ("الرواق", "2019-10-08", "حذرت قوات سوريا الديمقراطية من أن المحتجزين قد يفرون من السجون.")
    told = ("بريد الضحى", "2019-10-14", "قالت وسائل إعلام إن مئة محتجز فروا من سجن في عين عيسى. وقال ناشطون إن الطائرات قصفت مدينة إدلب.")
    found = read_all(warned, told)
    lines = {line.id: line for line in found.claims}
    assert {lines[relation.b].types for relation in found.relations if relation.kind == "predicts"} <= {("escape",)}
    assert any(relation.kind == "predicts" for relation in found.relations)

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


def rows_of(*texts: tuple[str, str, str]) -> list[set[str]]:
    """Return the outlets on each row with an attack."""
    found = read_all(*texts)
    return [{line.document_id for cell in row.cells if cell.claim for line in found.claims if line.id == cell.claim} for row in found.matrix.rows]


def test_what_a_party_suffers_is_no_row_of_what_it_is_accused_of() -> None:
    accused = ("الرواق", "2019-10-14", "اتهمت المعارضة السورية وحدات حماية الشعب بتفجير سيارة في رأس العين.")
    struck = ("بريد الضحى", "2019-10-14", "أعلنت وزارة الدفاع التركية أن قواتها قصفت وحدات حماية الشعب في ريف حلب الشمالي.")
    assert all(len(documents) == 1 for documents in rows_of(accused, struck))


def test_two_provinces_without_a_town_are_two_rows() -> None:
    one = ("الرواق", "2019-10-14", "قال ناشطون إن تركيا قصفت ريف حلب.")
    other = ("بريد الضحى", "2019-10-14", "قال ناشطون إن تركيا قصفت ريف الحسكة.")
    assert len([row for row in read_all(one, other).matrix.rows if "shelling" in row.types]) == 2


def test_one_speaker_on_one_place_in_other_words_repeats_nothing() -> None:
    one = ("الرواق", "2019-10-14", "قال الدفاع المدني السوري إن القصف على عفرين قتل ثلاثة مدنيين.")
    other = ("بريد الضحى", "2019-10-15", "قال الدفاع المدني السوري إن هجمات أخرى طالت مخيما قرب عفرين وشردت عشرات العائلات.")
    assert not [relation for relation in read_all(one, other).relations if relation.kind == "repeats"]


def test_one_speaker_with_one_number_repeats_itself() -> None:
    one = ("الرواق", "2019-10-14", "قال الدفاع المدني السوري إن القصف على مدينة عفرين قتل ثلاثة مدنيين.")
    other = ("بريد الضحى", "2019-10-15", "وأكد الدفاع المدني السوري مقتل ثلاثة مدنيين بقصف على مدينة عفرين.")
    assert [relation.kind for relation in read_all(one, other).relations] == ["repeats"]


def test_an_escalation_foretells_and_nobody_speaks() -> None:
    found = read_all(("الرواق", "2019-10-14", "قتل عشرة مدنيين وأصيب عشرون آخرون في القصف، وينذر هذا التصعيد بموجة نزوح جديدة."))
    assert [line for line in found.claims if line.act == "warn"] == []


def test_a_commander_who_gives_notice_speaks() -> None:
    (claim,) = read_all(("الرواق", "2019-10-14", "وأنذر الجيش السوري سكان الحي بإخلائه.")).claims
    assert claim.speaker.label == "الجيش السوري"


@pytest.mark.parametrize(("words", "label"), [("الجيش الوطني المدعوم", "الجيش الوطني"), ("للنازحين الجدد", "النازحين الجدد"), ("لجنة التحقيق", "لجنة التحقيق")])
def test_labels_are_whole(words: str, label: str) -> None:
    from rasid.assess.parties import clean_words  # noqa: PLC0415

    assert clean_words(words) == label

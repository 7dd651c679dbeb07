# SPDX-License-Identifier: Apache-2.0
"""What stands beside an accusation: the denial that is of it and no other, on a row of one matter with its own subject."""

from typing import Any

import msgspec
import pytest

from rasid.assess import assess
from rasid.records import Assessment, CodedDocument


def _told(make: Any, text: str, *, by: str, cue: str, says: str, act: str = "report", outlet: str = "الرواق", day: str = "2019-10-12", **event: Any) -> CodedDocument:
    """One document with one claim that tells one event."""
    one = make(text, outlet=outlet, published=day)
    for words, entity in event.pop("parties", {}).items():
        one.mention(words, "actor", entity)
    one.event(event.pop("kind", "shelling"), event.pop("trigger", "قصف"), **event)
    one.claim(act, by, cue, says, target=None)
    return one.done()  # type: ignore[no-any-return]


def _kinds(found: Assessment) -> list[str]:
    return sorted(relation.kind for relation in found.relations)


def _answers(found: Assessment) -> set[tuple[str, str]]:
    return {(answer.party.id, answer.kind) for row in found.matrix.rows for answer in row.answers}


REPEATS = [
    pytest.param("إن قصفا طال سوق بلدة سلوك القديم", "إن قصفا عنيفا طال سوق البلدة القديم في سلوك", True, id="words recur"),
    pytest.param("إن قصفا أحرق محاصيل حول سلوك", "إن قصفا دمر مدرسة وسط سلوك", False, id="other words"),
]


@pytest.mark.parametrize(("first", "second", "repeats"), REPEATS)
def test_a_speaker_repeats_by_words(make: Any, first: str, second: str, repeats: bool) -> None:
    docs = [
        _told(make, f"قالت قسد {said}.", by="قسد", cue="قالت", says=said, outlet=outlet, trigger="قصفا", place="سلوك", day="2019-10-12", parties={"قسد": "actor:sdf"})
        for outlet, said in (("أ", first), ("ب", second))
    ]  # fmt: skip
    assert ("repeats" in _kinds(assess(docs))) is repeats


def test_a_speaker_repeats_by_deed_place_and_number(make: Any) -> None:
    docs = []
    for outlet, said in (("أ", "إن قصفا أصاب تسعة عمال في سلوك"), ("ب", "إن بين جرحى سلوك تسعة جراء قصفا متواصلا")):
        one = make(f"قالت قسد {said}.", outlet=outlet, published="2019-10-12")
        one.mention("قسد", "actor", "actor:sdf")
        one.event("shelling", "قصفا", place="سلوك", counts=[("wounded", "تسعة", 9, 9)])
        one.claim("report", "قسد", "قالت", said)
        docs.append(one.done())
    assert _kinds(assess(docs)) == ["repeats"]


def test_each_side_denies_on_the_row_of_its_own_accusation(make: Any) -> None:
    docs = []
    for by, entity, of, denier, denier_entity in (
        ("تركيا", "state:TR", "قسد", "قسد", "actor:sdf"),
        ("قسد", "actor:sdf", "تركيا", "تركيا", "state:TR"),
    ):
        one = make(f"اتهمت {by} {of} بإطلاق سراح سجناء سلوك.", outlet=f"أ {by}", published="2019-10-12")
        if "قسد" in (by, of):
            one.mention("قسد", "actor", "actor:sdf")
        one.event("release", "إطلاق سراح", place="سلوك")
        one.claim("accuse", by, "اتهمت", "إطلاق سراح سجناء سلوك", target=of)
        docs.append(one.done())
        two = make(f"نفت {denier} إطلاق سراح سجناء سلوك.", outlet=f"ب {denier}", published="2019-10-13")
        if denier_entity == "actor:sdf":
            two.mention("قسد", "actor", "actor:sdf")
        two.event("release", "إطلاق سراح", place="سلوك", factuality="denied")
        two.claim("deny", denier, "نفت", "إطلاق سراح سجناء سلوك")
        docs.append(two.done())
        assert entity
    assert _answers(assess(docs)) == {("state:TR", "denied"), ("actor:sdf", "denied")}


def test_who_denies_is_not_the_subject(make: Any) -> None:
    one = make("قالت قسد إن سجناء فروا من سلوك. ونفت تركيا فرار سجناء من سلوك.")
    one.mention("قسد", "actor", "actor:sdf")
    one.event("escape", "فروا", place="سلوك")
    one.claim("report", "قسد", "قالت", "إن سجناء فروا من سلوك")
    one.event("escape", "فرار", place="سلوك", factuality="denied")
    one.claim("deny", "تركيا", "نفت", "فرار سجناء من سلوك")
    rows = assess([one.done()]).matrix.rows
    assert [row.subject for row in rows] == [None] * len(rows)


DENIALS = [
    pytest.param("قصف مستشفى البلدة", "قصف سوقا للخضار", False, id="hospital, market"),
    pytest.param("قصف مستشفى البلدة", "قصف مستشفى فيه جرحى", True, id="hospital, hospital"),
    pytest.param("قصف مناطق مأهولة", "قصف منازل مدنيين", True, id="inhabited areas, civilians"),
    pytest.param("قصف مناطق مأهولة", "قصف مقاتلين من الأكراد", False, id="inhabited areas, fighters of a people"),
    pytest.param("قصف سجن البلدة", "قصف سجونا", True, id="prison, prisons: a broken plural"),
    pytest.param("مسؤوليته عن قصف", "قصف سوقا للخضار", True, id="at large"),
    pytest.param("تنفيذ عمليات قصف ساعة الحادث", "قصف سوقا للخضار", True, id="at large, at the time"),
    pytest.param("قصف مستشفى البلدة", "قصف الناس وأصاب ثلاثة", True, id="hospital, who does not say what was hit"),
]


@pytest.mark.parametrize(("denied", "told", "answers"), DENIALS)
def test_a_denial_answers_what_it_is_of(make: Any, denied: str, told: str, answers: bool) -> None:
    held = make(f"قال ناشطون إن الجيش التركي {told} في سلوك.", outlet="أ", published="2019-10-12")
    held.mention("الجيش التركي", "actor", "actor:tsk")
    held.event("shelling", "قصف", place="سلوك", actor="الجيش التركي")
    held.claim("report", "ناشطون", "قال", f"إن الجيش التركي {told} في سلوك")
    denial = make(f"نفى الجيش التركي {denied} في سلوك.", outlet="ب", published="2019-10-13")
    denial.mention("الجيش التركي", "actor", "actor:tsk")
    denial.event("shelling", "قصف", place="سلوك", factuality="denied")
    denial.claim("deny", "الجيش التركي", "نفى", f"{denied} في سلوك")
    found = assess([held.done(), denial.done()])
    assert (("actor:tsk", "denied") in _answers(found)) is answers
    assert ("denies" in _kinds(found)) is answers


def test_a_denial_that_is_said_again_stands_on_one_row(make: Any) -> None:
    docs = []
    for outlet in ("أ", "ب"):
        one = make("نفى الوزير دعم بلاده للمسلحين الحوثيين.", outlet=outlet, published="2009-11-10")
        one.mention("الحوثيين", "actor", "actor:houthis")
        one.event("support", "دعم", actor="الوزير", factuality="denied")
        one.claim("deny", "الوزير", "نفى", "دعم بلاده للمسلحين الحوثيين")
        docs.append(one.done())
    found = assess(docs)
    assert len(found.matrix.rows) == 1
    assert _kinds(found) == ["repeats"]


def test_a_subject_is_the_side_itself_where_it_is_named(make: Any) -> None:
    one = make("قال ناشطون إن وزارة الدفاع التركية قصفت سلوك وإن تركيا قصفت سلوك.")
    one.mention("وزارة الدفاع التركية", "actor", "actor:tr-mod")
    one.event("shelling", "قصفت", place="سلوك", actor="وزارة الدفاع التركية")
    one.claim("report", "ناشطون", "قال", "إن وزارة الدفاع التركية قصفت سلوك")
    two = make("قال مصدر إن تركيا قصفت سلوك.", outlet="ب")
    two.event("shelling", "قصفت", place="سلوك", actor="تركيا")
    two.claim("report", "مصدر", "قال", "إن تركيا قصفت سلوك")
    assert [row.subject.id for row in assess([one.done(), two.done()]).matrix.rows if row.subject] == ["state:TR"]


def test_the_denial_of_an_old_blow_answers_no_new_one(make: Any) -> None:
    new = make("قال ناشطون إن قسد قصفت عفرين.", outlet="أ", published=None)
    new.mention("قسد", "actor", "actor:sdf")
    new.event("shelling", "قصفت", place="عفرين", actor="قسد")
    new.claim("report", "ناشطون", "قال", "إن قسد قصفت عفرين")
    old = make("في حزيران الماضي أصيب عمال بقصف على عفرين. ونفت قسد مسؤوليتها عن القصف على عفرين.", outlet="ب", published=None)
    old.mention("قسد", "actor", "actor:sdf")
    old.event("shelling", "بقصف", place="عفرين")
    old.event("shelling", "القصف", place="عفرين", factuality="denied")
    old.claim("deny", "قسد", "نفت", "مسؤوليتها عن القصف على عفرين")
    coded = old.done()
    first, second = coded.events
    events = (msgspec.structs.replace(first, time=old.span("حزيران الماضي")), msgspec.structs.replace(second, sentence=1))
    found = assess([new.done(), msgspec.structs.replace(coded, events=events)])
    assert "denies" not in _kinds(found)
    assert ("actor:sdf", "denied") not in _answers(found)


def test_who_demands_something_does_not_answer(make: Any) -> None:
    one = make("قال ناشطون إن تركيا قصفت سلوك. وطالبت تركيا بوقف ما قصفت به سلوك.")
    one.event("shelling", "قصفت", place="سلوك", actor="تركيا")
    one.claim("report", "ناشطون", "قال", "إن تركيا قصفت سلوك")
    one.claim("demand", "تركيا", "طالبت", "بوقف ما قصفت به سلوك")
    assert {kind for _, kind in _answers(assess([one.done()]))} == {"none"}


def test_a_party_in_common_makes_no_one_matter_of_two_texts(make: Any) -> None:
    docs = [
        _told(make, f"قال مصدر إن قسد {said}.", by="مصدر", cue="قال", says=f"إن قسد {said}", outlet=outlet, trigger="قصفت", actor="قسد", parties={"قسد": "actor:sdf"})
        for outlet, said in (("أ", "قصفت رتلا عسكريا ليلا"), ("ب", "قصفت مخزن ذخيرة عند الجسر"))
    ]  # fmt: skip
    assert len(assess(docs).matrix.rows) == 2


def test_denied_it_is_of_what_was_told_before(make: Any) -> None:
    one = make("قال المرصد إن جبهة النصرة خطفت جنودا في أعزاز. لكن البنتاغون نفى الأمر.")
    one.mention("المرصد", "actor", "actor:sohr")
    one.mention("جبهة النصرة", "actor", "actor:nusra")
    one.mention("البنتاغون", "actor", "actor:pentagon")
    one.event("abduction", "خطفت", place="أعزاز", actor="جبهة النصرة")
    one.claim("report", "المرصد", "قال", "إن جبهة النصرة خطفت جنودا في أعزاز")
    one.claim("deny", "البنتاغون", "نفى", "الأمر")
    found = assess([one.done()])
    assert _kinds(found) == ["denies"]
    assert len(found.matrix.rows) == 1


STATEMENTS = [
    pytest.param("بيان وزارة الدفاع التركية", "وزارة الدفاع التركية", id="whose"),
    pytest.param("بيان صحفي لوزارة الدفاع التركية", "وزارة الدفاع التركية", id="of whom"),
    pytest.param("بيان صادر عن وزارة الدفاع التركية", "وزارة الدفاع التركية", id="issued by"),
    pytest.param("بيان لجنة وزارة الدفاع", "لجنة وزارة الدفاع", id="whose name begins like for"),
    pytest.param("بيان مكتب داود اوغلو", "مكتب داود اوغلو", id="of an office"),
    pytest.param("البيان", "جهة غير محدَّدة", id="nobody's"),
]


@pytest.mark.parametrize(("words", "label"), STATEMENTS)
def test_a_statement_speaks_for_its_owner(make: Any, words: str, label: str) -> None:
    one = make(f"وقال {words} إن القصف توقف في سلوك.")
    if "وزارة الدفاع التركية" in words:
        one.mention("وزارة الدفاع التركية", "actor", "actor:tr-mod")
    one.event("shelling", "القصف", place="سلوك")
    one.claim("report", words, "قال", "إن القصف توقف في سلوك")
    assert [line.speaker.label for line in assess([one.done()]).claims] == [label]


NUMBERED = [pytest.param("ثلاثة", True, id="three"), pytest.param("نحو ألف", True, id="about a thousand"), pytest.param("مسلحين مجهولين", False, id="people")]


@pytest.mark.parametrize(("words", "is_bare"), NUMBERED)
def test_a_number_is_the_subject_of_no_row(make: Any, words: str, is_bare: bool) -> None:
    one = make(f"قالت الشرطة إن هجوما شنه {words} في سلوك انتهى.")
    one.event("armed_attack", "هجوما", place="سلوك", actor=words)
    one.claim("report", "الشرطة", "قالت", f"إن هجوما شنه {words} في سلوك انتهى")
    row = assess([one.done()]).matrix.rows[0]
    assert (row.subject is None) is is_bare


def test_a_threat_foretells_no_deed_of_others(make: Any) -> None:
    threat = make("هدد تنظيم الدولة بقتل أسير في سلوك.", published="2019-10-10")
    threat.mention("تنظيم الدولة", "actor", "actor:isis")
    threat.event("killing", "قتل", place="سلوك", factuality="planned")
    threat.claim("threaten", "تنظيم الدولة", "هدد", "بقتل أسير في سلوك")
    docs = [threat.done()]
    for outlet, by, entity in (("أ", "الجيش التركي", "actor:tsk"), ("ب", "تنظيم الدولة", "actor:isis")):
        after = make(f"قال ناشطون إن {by} ارتكب قتل أسير في سلوك.", outlet=outlet, published="2019-10-14")
        after.mention(by, "actor", entity)
        after.event("killing", "قتل", place="سلوك", actor=by)
        after.claim("report", "ناشطون", "قال", f"إن {by} ارتكب قتل أسير في سلوك")
        docs.append(after.done())
    foretold = [relation for relation in assess(docs).relations if relation.kind == "predicts"]
    assert [any(relation.b == claim.id for claim in docs[2].claims) for relation in foretold] == [True]


def test_a_preposition_is_no_part_of_a_party(make: Any) -> None:
    one = make("وجه المحافظ نداء للنازحين قال فيه إن القصف توقف في سلوك.")
    one.event("shelling", "القصف", place="سلوك")
    one.claim("demand", "المحافظ", "وجه", "القصف توقف في سلوك", target="للنازحين")
    targets = [line.target for line in assess([one.done()]).claims]
    assert [target.label for target in targets if target is not None] == ["النازحين"]

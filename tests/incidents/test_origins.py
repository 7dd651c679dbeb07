# SPDX-License-Identifier: Apache-2.0
"""Who copied whom: what makes one origin of several reports, and that copies never count as confirmations."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from rasid.ids import DocumentId
from rasid.incidents import find_origins, link_incidents, report_incidents
from rasid.incidents.origins import Telling, group_tellings, shingles
from rasid.records import CodedDocument
from reading import code_text

AGENCY = (
    "قتل خمسة مدنيين وأصيب سبعة آخرون في قصف مدفعي استهدف السوق الشعبي وسط مدينة منبج صباح الاثنين، وفق ما ذكرت مصادر محلية. "
    "وأضافت المصادر أن فرق الإسعاف نقلت الجرحى إلى المشفى الوطني، وأن حالة ثلاثة منهم حرجة، في حين توقفت حركة البيع في السوق."
)
OTHER = "سمع دوي انفجارات في مدينة القامشلي مساء الثلاثاء، ولم ترد معلومات عن وقوع إصابات، بينما أغلقت قوى الأمن الطرق المؤدية إلى الحي الغربي."


def coded(text: str, day: str | None, outlet: str | None) -> CodedDocument:
    return code_text(text, published=day, outlet=outlet)


def test_a_copy_goes_back_to_what_came_before_it() -> None:
    first, copy, other = coded(AGENCY, "2019-10-14", "الرواق"), coded(f"متابعات: {AGENCY}", "2019-10-15", "نوافذ"), coded(OTHER, "2019-10-15", "بريد")
    found = {origin.documents[0]: origin for origin in find_origins([other, copy, first])}
    assert set(found) == {first.document.id, other.document.id}
    (told,) = found[first.document.id].copies
    assert (told.document, told.of, told.because, told.dated) == (copy.document.id, first.document.id, "same words", True)
    assert told.share > 0.9
    assert found[other.document.id].copies == ()


def test_without_dates_the_longer_text_is_taken_for_the_first_and_says_so() -> None:
    short, long = coded(AGENCY, None, "الرواق"), coded(f"{AGENCY} {OTHER}", None, "نوافذ")
    (origin,) = find_origins([short, long])
    assert origin.documents == (long.document.id, short.document.id)
    assert not origin.copies[0].dated


def test_a_copy_of_a_copy_stands_below_it() -> None:
    one, two = coded(AGENCY, "2019-10-14", "الرواق"), coded(f"{AGENCY} {OTHER}", "2019-10-15", "نوافذ")
    three = coded(f"نقلا عن نوافذ: {AGENCY} {OTHER}", "2019-10-16", "بريد")
    (origin,) = find_origins([three, one, two])
    assert {copy.document: copy.of for copy in origin.copies} == {two.document.id: one.document.id, three.document.id: two.document.id}


def test_who_names_an_outlet_and_shares_many_of_its_words_has_it_from_there() -> None:
    own = coded(AGENCY, "2019-10-14", "رويترز")
    half = AGENCY.split(". ", maxsplit=1)[0]
    credited = f"قالت وكالة رويترز إن قصفا وقع في منبج. {half}. {OTHER} وقال الطبيب سليم الخطاب إن المشفى يعمل بنصف طاقته منذ أسابيع بسبب نقص الوقود."
    (origin,) = find_origins([own, coded(credited, "2019-10-15", "الرواق")])
    assert origin.copies[0].because == "credits it"
    assert origin.copies[0].share < 0.6


def test_two_reports_through_one_speaker_are_one_origin() -> None:
    texts = ["قال المرصد السوري لحقوق الإنسان إن خمسة مدنيين قتلوا في قصف على مدينة منبج الاثنين.", "أعلن المرصد السوري لحقوق الإنسان مقتل خمسة مدنيين بقصف طال منبج يوم الاثنين."]
    one, other = (coded(text, "2019-10-15", outlet) for text, outlet in zip(texts, ("الرواق", "نوافذ"), strict=True))
    (incident,) = link_incidents((document, report_incidents(document)) for document in (one, other))
    assert len(incident.documents) == 2
    assert (incident.origins, incident.grade) == (1, "single_origin")
    assert incident.told_by[0].because == ("same speaker",)


def test_unnamed_sources_are_not_taken_for_the_same() -> None:
    texts = ["قال مصدر محلي إن خمسة مدنيين قتلوا في قصف على مدينة منبج الاثنين.", "أفاد مصدر محلي بمقتل خمسة مدنيين بقصف طال منبج يوم الاثنين."]
    one, other = (coded(text, "2019-10-15", outlet) for text, outlet in zip(texts, ("الرواق", "نوافذ"), strict=True))
    (incident,) = link_incidents((document, report_incidents(document)) for document in (one, other))
    assert incident.origins == 2




@st.composite
def tellings_of_reports(draw: st.DrawFn) -> list[Telling]:
    """A report has one text, and may tell of an incident more than once."""
    texts = draw(st.lists(st.frozensets(st.integers(0, 30), max_size=8), min_size=5, max_size=5))
    told = draw(st.lists(st.tuples(st.integers(0, 4), st.sampled_from(["", "a", "b"])), max_size=7))
    return [Telling(document=DocumentId(f"doc-{report}"), marks=texts[report], speaker=speaker) for report, speaker in told]


TELLINGS = tellings_of_reports()


@settings(max_examples=150, deadline=None)
@given(TELLINGS, st.integers(0, 1000))
def test_origins_know_no_order_and_lose_nobody(tellings: list[Telling], seed: int) -> None:
    found = group_tellings(tellings)
    shuffled = list(tellings)
    Random(seed).shuffle(shuffled)
    assert group_tellings(shuffled) == found
    assert sorted(document for origin in found for document in origin.documents) == sorted({one.document for one in tellings})


@settings(max_examples=150, deadline=None)
@given(TELLINGS, st.data())
def test_a_copied_report_adds_no_origin(tellings: list[Telling], data: st.DataObject) -> None:
    if not tellings:
        return
    copied = data.draw(st.sampled_from(tellings))
    if not copied.marks:
        return
    copy = Telling(document=DocumentId("doc-copy"), marks=copied.marks)
    assert len(group_tellings([*tellings, copy])) <= len(group_tellings(tellings))


@settings(max_examples=150, deadline=None)
@given(TELLINGS)
def test_an_independent_report_adds_one_origin(tellings: list[Telling]) -> None:
    new = Telling(document=DocumentId("doc-new"), marks=frozenset(range(100, 110)))
    assert len(group_tellings([*tellings, new])) == len(group_tellings(tellings)) + 1


def test_shingles_pass_over_spelling() -> None:
    assert shingles("قصفَ الجيشُ مدينةَ إدلب أمس") == shingles("قصف الجيش مدينه ادلب امس")
    assert shingles("ثلاث كلمات فقط") == frozenset()

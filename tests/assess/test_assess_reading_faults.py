# SPDX-License-Identifier: Apache-2.0
"""Faults that an analyst found on the page, each with the line that must not come back."""

from typing import Any

import msgspec
import pytest

from rasid.assess import assess
from rasid.knowledge.assessment import gloss, nation_named
from rasid.records import Argument, Assessment, CodedDocument, EventId, Interval, Place, Span
from rasid.sites import observe_sites


def _assess(*documents: CodedDocument, language: str = "ar") -> Assessment:
    return assess(documents, language="en" if language == "en" else "ar", observations=observe_sites(documents))


def _with(coded: CodedDocument, event: EventId, **changes: Any) -> CodedDocument:
    """Return a document in which one event has other fields."""
    events = tuple(msgspec.structs.replace(one, **changes) if one.id == event else one for one in coded.events)
    return msgspec.structs.replace(coded, events=events)


# --- who is shown ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "label"),
    [
        pytest.param("أضعف القصف التركي المدينة.", "التركي", "تركيا", id="adjective-of-nation"),
        pytest.param("قصفت المدفعية البلدة.", "المدفعية", "المدفعية", id="weapon"),
        pytest.param("قصفت الطائرات التركية البلدة.", "الطائرات التركية", "الطائرات التركية", id="aircraft"),
        pytest.param("قصف الحراس البلدة.", "الحراس", "الحراس", id="guards"),
        pytest.param("قصفت الدول البلدة.", "الدول", "الدول", id="states"),
        pytest.param("قصف مسلحون أجانب البلدة.", "مسلحون أجانب", "مسلحين أجانب", id="case-behind-preposition"),
    ],
)
def test_described_doers_are_shown(make: Any, text: str, words: str, label: str) -> None:
    one = make(text)
    one.event("shelling", "قصف" if "قصف" in text else "القصف", actor=words)
    (happening,) = _assess(one.done()).happenings
    assert [party.label for party in happening.actors] == [label]


@pytest.mark.parametrize(("words", "code"), [("التركي", "TR"), ("Turkish", "TR"), ("الطائرات التركية", None)])
def test_only_a_bare_adjective_stands_for_a_state(words: str, code: str | None) -> None:
    assert nation_named(words) == code


def test_who_flees_a_nations_operation_did_not_launch_it(make: Any) -> None:
    one = make("فر عناصر داعش جراء العملية التركية.")
    event = one.event("military_operation", "العملية")
    guess = Argument(role="actor", span=one.span("عناصر داعش"), reason="subject of the verb that carries the noun")
    made = _assess(_with(one.done(), event, arguments=(guess,)))
    assert [posture.party.id for posture in made.postures] == ["state:TR"]


def test_house_of_somebody_is_shown_without_whose(make: Any) -> None:
    one = make("قصف الجيش منزل خالد سالم.")
    one.event("shelling", "قصف", target="منزل خالد سالم")
    assert "خالد" not in _assess(one.done()).happenings[0].targets[0].label


def test_the_ministry_is_the_ministry_named_before(make: Any) -> None:
    one = make("نفت وزارة الدفاع التركية القصف. وقالت الوزارة إن البلدة خالية.")
    one.mention("وزارة الدفاع التركية", "actor", "actor:tr-mod")
    one.event("shelling", "القصف", factuality="denied")
    one.claim("deny", "وزارة الدفاع التركية", "نفت", "القصف")
    one.claim("report", "الوزارة", "وقالت", "البلدة خالية")
    assert {line.speaker.id for line in _assess(one.done()).claims} == {"actor:tr-mod"}


def test_bare_name_goes_back_to_its_office(make: Any) -> None:
    one = make("قال مدير المرصد سالم خالد إن القصف اشتد. وأضاف خالد أن السكان نزحوا.")
    one.event("shelling", "القصف")
    one.claim("report", "مدير المرصد", "قال", "القصف اشتد")
    one.claim("report", "خالد أن"[:4], "وأضاف", "السكان نزحوا")
    # The maker finds the first place of some words; the second speaker stands behind the second cue.
    coded = one.done()
    at = coded.document.text.rindex("خالد")
    last = coded.claims[1]
    link = msgspec.structs.replace(last.chain[-1], span=Span(at, at + 4))
    moved = msgspec.structs.replace(last, chain=(*last.chain[:-1], link))
    coded = msgspec.structs.replace(coded, claims=(coded.claims[0], moved))
    assert {line.speaker.label for line in _assess(coded).claims} == {"مدير المرصد"}


def test_its_spokesman_says_whose(make: Any) -> None:
    one = make("نفت قسد القصف. وقال متحدث باسمها إن البلدة خالية.")
    one.mention("قسد", "actor", "actor:sdf")
    one.event("shelling", "القصف", factuality="denied")
    one.claim("deny", "قسد", "نفت", "القصف")
    one.claim("report", "متحدث باسمها", "وقال", "البلدة خالية")
    assert "قوات سوريا الديمقراطية" in _assess(one.done()).claims[1].speaker.label


def test_sources_close_to_a_party_are_not_the_party(make: Any) -> None:
    one = make("وصفت قنوات مقربة من قسد القصف.")
    one.mention("قسد", "actor", "actor:sdf")
    one.event("shelling", "القصف")
    one.claim("report", "قنوات مقربة من قسد", "وصفت", "القصف")
    speaker = _assess(one.done()).claims[0].speaker
    assert (speaker.kind, speaker.label) == ("group", "قنوات مقربة من قسد")


def test_official_of_a_party_counts_with_it_in_the_matrix(make: Any) -> None:
    one = make("قال مسؤول في قسد إن القصف اشتد.")
    one.mention("قسد", "actor", "actor:sdf")
    one.event("shelling", "القصف", place="سراقب")
    one.claim("report", "مسؤول في قسد", "قال", "القصف اشتد")
    made = _assess(one.done())
    assert made.claims[0].speaker.label == "مسؤول في قسد"
    assert [party.id for party in made.matrix.speakers] == ["actor:sdf"]


@pytest.mark.parametrize(
    ("words", "said"),
    [("مصادر دبلوماسية أوروبية", "European diplomatic sources"), ("المدفعية", "the artillery"), ("وليد سالم", None)],
)
def test_english_page_glosses_what_it_knows(words: str, said: str | None) -> None:
    assert gloss(words, "en") == said


# --- places and dates ------------------------------------------------------------------------------------------------


def _near(make: Any, text: str, *, precision: int = 1) -> Assessment:
    one = make(text)
    event = one.event("escape", "فر")
    place = Place(name="سراقب", entity="place:x", precision=precision, country="SY")
    argument = Argument(role="place", span=one.span("سراقب"), reason="named place nearest to the trigger", place=place)
    return _assess(_with(one.done(), event, where=place, arguments=(argument,)))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        pytest.param("في سراقب فر المحتجزون.", "سراقب", id="named-before"),
        pytest.param("فر المحتجزون قرب سراقب.", "سراقب", id="same-clause"),
        pytest.param("فر المحتجزون، ودخل الجيش سراقب.", None, id="next-clause"),
    ],
)
def test_place_that_only_stands_near_is_not_taken(make: Any, text: str, place: str | None) -> None:
    assert _near(make, text).happenings[0].place == place


def test_country_that_only_stands_near_is_not_taken(make: Any) -> None:
    assert _near(make, "في سراقب فر المحتجزون.", precision=6).happenings[0].place is None


@pytest.mark.parametrize(
    ("basis", "said"),
    [("absolute", " on 9 October"), ("inherited", "from the context"), ("published", "in a report of")],
)
def test_sentence_says_where_its_date_is_from(make: Any, basis: Any, said: str) -> None:
    one = make("قصف الجيش سراقب.")
    event = one.event("shelling", "قصف")
    when = Interval(start="2019-10-09", end="2019-10-09", precision=1, basis=basis)
    assert said in _assess(_with(one.done(), event, when=when), language="en").happenings[0].sentence


def test_line_quotes_the_clause_it_rests_on(make: Any) -> None:
    one = make("اجتمع الوزراء في العاصمة أمس الأول، وقصف الجيش بلدة سراقب صباح اليوم بالمدفعية الثقيلة.")
    one.event("shelling", "قصف")
    sentence = _assess(one.done()).happenings[0].sentence
    assert "«وقصف الجيش بلدة سراقب" in sentence
    assert "الوزراء" not in sentence


# --- disputes --------------------------------------------------------------------------------------------------------


def _escaped(make: Any, words: str, low: int, high: int | None, *, place: str | None, outlet: str) -> CodedDocument:
    one = make(f"فر {words} من الاحتجاز.", outlet=outlet)
    one.event("escape", "فر", place=place, counts=[("escaped", words, low, high)])
    done: CodedDocument = one.done()
    return done


def test_numbers_of_two_places_are_no_dispute(make: Any) -> None:
    here = _escaped(make, "خمسة محتجزين", 5, 5, place="القامشلي", outlet="المنارة")
    there = _escaped(make, "785 شخصا", 785, 785, place="عين عيسى", outlet="الملاعب")
    assert not _assess(here, there).disputes


def test_open_range_does_not_swallow_rivals(make: Any) -> None:
    rows = [("المئات", 100, 999), ("الآلاف", 1000, 9999), ("أكثر من 100", 100, None)]
    made = _assess(*(_escaped(make, w, low, top, place=None, outlet=f"صحيفة {low} {top}") for w, low, top in rows))
    (dispute,) = made.disputes
    assert {side.label for side in dispute.sides} == {"«المئات»", "«الآلاف»", "«أكثر من 100»"}


def test_number_in_a_longer_span_is_cut_to_the_number(make: Any) -> None:
    one = make("حمّل الكونغرس أنقرة إطلاق سراح الآلاف من السجون بعد قصفها.")
    one.mention("الآلاف", "quantity")
    one.mentions[-1] = msgspec.structs.replace(one.mentions[-1], low=1000, high=9999)
    one.event("release", "إطلاق سراح", counts=[("released", "الآلاف من السجون بعد", 1000, 9999)])
    other = _escaped(make, "المئات", 100, 999, place=None, outlet="المنارة")
    assert {side.label for side in _assess(one.done(), other).disputes[0].sides} == {"«المئات»", "«الآلاف»"}


def test_denied_success_does_not_clash_with_an_attempt(make: Any) -> None:
    one = make("أحبط الحراس محاولة فرار من المخيم. ولم يفر أحد.")
    one.event("escape", "محاولة فرار", factuality="attempted", place="الهول")
    one.event("escape", "يفر", factuality="denied", place="الهول")
    assert not [d for d in _assess(one.done()).disputes if d.kind == "occurrence"]


def test_relative_of_somebody_is_never_a_culprit(make: Any) -> None:
    one = make("اتهم الجيش أحد أفراد عائلته بالقصف. واتهم المجلس المعارضة بالقصف ذاته.")
    one.event("shelling", "بالقصف", place="سراقب")
    one.event("shelling", "القصف ذاته", place="سراقب")
    one.claim("accuse", "الجيش", "اتهم", "بالقصف", target="أحد أفراد عائلته")
    one.claim("accuse", "المجلس", "واتهم", "بالقصف ذاته", target="المعارضة")
    assert not [d for d in _assess(one.done()).disputes if d.kind == "culprit"]


# --- warnings, judgements, repeats -----------------------------------------------------------------------------------


def test_warning_of_prisons_is_followed_by_escapes(make: Any) -> None:
    warned = make("حذرت قسد من أن الهجوم سيضعف حراسة السجون.", published="2019-10-07", outlet="المنارة")
    warned.mention("قسد", "actor", "actor:sdf")
    warned.event("armed_attack", "الهجوم", factuality="possible")
    warned.claim("warn", "قسد", "حذرت", "الهجوم سيضعف حراسة السجون")
    later = make("فر خمسة محتجزين من السجن.", published="2019-10-12", outlet="الملاعب")
    escape = later.event("escape", "فر", day="2019-10-11", place="القامشلي")
    (warning,) = _assess(warned.done(), later.done()).warnings
    assert warning.basis == (escape,)
    assert "فرار من الاحتجاز في القامشلي" in warning.outcome_sentence


def test_what_cannot_be_judged_comes_last(build: CodedDocument) -> None:
    enough = [statement.enough for statement in _assess(build).judgements]
    assert enough == sorted(enough, reverse=True)
    assert enough[0]


def test_answer_of_the_accused_is_quoted(make: Any) -> None:
    one = make("اتهم الجيش تركيا بالقصف. ونفت أنقرة قصف البلدة.")
    one.event("shelling", "بالقصف", actor="تركيا")
    one.event("shelling", "قصف البلدة", factuality="denied")
    one.claim("accuse", "الجيش", "اتهم", "بالقصف", target="تركيا")
    one.claim("deny", "أنقرة", "ونفت", "قصف البلدة")
    (accusation,) = [s for s in _assess(one.done()).judgements if s.topic == "accusation"]
    assert "نفي صادر عن تركيا: «قصف البلدة»" in accusation.text


def test_copies_are_one_line_on_the_timeline(make: Any) -> None:
    text = (
        "انفجرت سيارة مفخخة أمام مطعم وسط المدينة وقتل ثلاثة أشخاص وأصيب تسعة آخرون بحسب قوى الأمن الداخلي "
        "التي فتحت تحقيقا في الحادث وأغلقت الطرق المؤدية إلى المكان."
    )
    copies = [make(text, outlet=outlet) for outlet in ("المنارة", "الملاعب")]
    for one in copies:
        one.event("bombing", "انفجرت")
    (group,) = _assess(*(one.done() for one in copies)).groups
    assert len(group.happenings) == 2
    assert group.origins == 1


def test_same_thing_said_again_in_one_text_is_one_line(make: Any) -> None:
    one = make("سقطت قذائف على سراقب وفر السكان عقب القصف.")
    one.event("shelling", "سقطت قذائف", place="سراقب", day="2019-10-11")
    one.event("shelling", "القصف", place="سراقب", day="2019-10-11")
    assert len(_assess(one.done()).groups) == 1


def test_copies_make_one_cell_and_rows_have_labels_of_their_own(make: Any) -> None:
    documents = []
    for outlet in ("المنارة", "الملاعب"):
        one = make("قال المجلس إن القصف اشتد على سراقب.", outlet=outlet)
        one.event("shelling", "القصف", place="سراقب")
        one.claim("report", "المجلس", "قال", "القصف اشتد على سراقب")
        documents.append(one.done())
    rows = _assess(*documents).matrix.rows
    labels = [row.label for row in rows]
    assert len(labels) == len(set(labels)) == 1


def test_report_without_a_happening_is_set_aside(make: Any) -> None:
    sport = make("قال المدرب إن فريقه قصف المرمى.", outlet="الملاعب")
    sport.mention("المدرب", "actor")
    sport.claim("report", "المدرب", "قال", "فريقه قصف المرمى")
    made = _assess(sport.done())
    assert [doc.outlet for doc in made.set_aside] == ["الملاعب"]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_lists_over_the_limit_agree_in_number(build: CodedDocument, language: str) -> None:
    assert "و1 غيرها" not in " ".join(statement.text for statement in _assess(build, language=language).judgements)


def test_digits_of_a_quotation_stand_as_written(make: Any) -> None:
    here = _escaped(make, "٧٨٥ شخصا", 785, 785, place=None, outlet="المنارة")
    there = _escaped(make, "١٠٠ شخص", 100, 100, place=None, outlet="الملاعب")
    text = _assess(here, there).disputes[0].sentence
    assert "«٧٨٥ شخصا»" in text


def test_inner_marks_of_a_quotation_become_single_ones() -> None:
    from rasid.assess.wording import default_wording  # noqa: PLC0415

    words = default_wording("ar")
    assert words.quoted('قالت "قسد" إن «الهدنة» قائمة') == "«قالت ‘قسد’ إن ‘الهدنة’ قائمة»"
    assert words.quoted('عناصر من "قسد') == "«عناصر من قسد»"

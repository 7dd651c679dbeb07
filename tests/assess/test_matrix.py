# SPDX-License-Identifier: Apache-2.0
"""Rows of the matrix, answers of the accused, relations between claims, and names by outlet."""

import random
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from rasid.assess import assess
from rasid.records import Assessment, CodedDocument

Doc = Callable[..., CodedDocument]


def _accusation(make: Any, *, outlet: str = "الرواق", day: str = "2019-10-12", by: str = "الإدارة", of: str = "تركيا") -> CodedDocument:
    """One party blames another for shelling a town."""
    one = make(f"اتهمت {by} {of} بقصف بلدة سلوك يوم الجمعة.", outlet=outlet, published=day)
    one.mention(by, "actor", {"الإدارة": "actor:aanes", "المعارضة": "actor:etilaf"}.get(by, "actor:sdf"))
    if of != "تركيا":
        one.mention(of, "actor", "actor:sy-assad")
    one.event("shelling", "قصف", day="2019-10-11", place="سلوك")
    one.claim("accuse", by, "اتهمت", "قصف بلدة سلوك", target=of)
    return one.done()  # type: ignore[no-any-return]


def _denial(make: Any, *, day: str = "2019-10-13") -> CodedDocument:
    one = make("نفت وزارة الدفاع التركية قصف بلدة سلوك.", outlet="بريد الضحى", published=day)
    one.mention("وزارة الدفاع التركية", "actor", "actor:tr-mod")
    one.event("shelling", "قصف", day="2019-10-11", place="سلوك", factuality="denied")
    one.claim("deny", "وزارة الدفاع التركية", "نفت", "قصف بلدة سلوك")
    return one.done()  # type: ignore[no-any-return]


def _toll(make: Any, *, outlet: str, source: str, words: str, low: int, high: int, entity: str, place: str = "سلوك") -> CodedDocument:
    one = make(f"قالت {source} إن {words} فروا من السجن في {place}.", outlet=outlet, published="2019-10-14")
    one.mention(source, "actor", entity)
    one.event("escape", "فروا", day="2019-10-13", place=place, target=words, counts=[("escaped", words, low, high)])
    one.claim("report", source, "قالت", f"{words} فروا من السجن في {place}")
    return one.done()  # type: ignore[no-any-return]


def _kinds(found: Assessment) -> list[str]:
    return sorted(relation.kind for relation in found.relations)


class TestRows:
    def test_one_matter_of_two_sources_is_one_row(self, make: Any) -> None:
        found = assess([_accusation(make), _accusation(make, outlet="نوافذ السهل", by="المعارضة")])
        assert [len({cell.speaker for cell in row.cells}) for row in found.matrix.rows] == [2]

    def test_a_claim_on_two_matters_stands_on_two_rows(self, make: Any) -> None:
        one = make("اتهمت الإدارة تركيا بقصف سلوك وتهجير سكان عفرين.")
        one.event("shelling", "قصف", place="سلوك")
        one.event("displacement", "تهجير", place="عفرين")
        one.claim("accuse", "الإدارة", "اتهمت", "قصف سلوك وتهجير سكان عفرين", target="تركيا")
        rows = assess([one.done()]).matrix.rows
        assert sorted(row.types for row in rows) == [("displacement",), ("shelling",)]
        assert len({cell.claim for row in rows for cell in row.cells}) == 1

    def test_two_places_are_two_rows(self, make: Any) -> None:
        tolls = [
            _toll(make, outlet="أ", source="قسد", words="خمسة", low=5, high=5, entity="actor:sdf"),
            _toll(make, outlet="ب", source="قسد", words="خمسة", low=5, high=5, entity="actor:sdf", place="عفرين"),
        ]
        assert len(assess(tolls).matrix.rows) == 2

    def test_a_clash_is_no_bombing(self, make: Any) -> None:
        one = make("قالت قسد إن اشتباكات دارت في سلوك وإن تفجيرا هز سلوك.")
        one.event("battle", "اشتباكات", place="سلوك")
        one.event("bombing", "تفجيرا", place="سلوك")
        one.claim("report", "قسد", "قالت", "اشتباكات دارت في سلوك وإن تفجيرا هز سلوك")
        assert len(assess([one.done()]).matrix.rows) == 2

    def test_what_an_agency_passes_on_is_said_by_the_speaker_inside(self, make: Any) -> None:
        one = make("نقلت الوكالة أن قسد قالت إن القصف طال سلوك.")
        one.mention("قسد", "actor", "actor:sdf")
        one.event("shelling", "القصف", place="سلوك")
        one.claim("report", "الوكالة", "نقلت", "قسد قالت إن القصف طال سلوك")
        one.claim("report", "قسد", "قالت", "القصف طال سلوك")
        (row,) = assess([one.done()]).matrix.rows
        assert [cell.speaker for cell in row.cells] == ["actor:sdf"]

    def test_languages_meet_on_one_row(self, make: Any) -> None:
        one = make("The Administration accused Turkey of shelling Suluk.", outlet="Plainfield Wire", published="2019-10-12", language="en")
        one.mention("The Administration", "actor", "actor:aanes")
        one.event("shelling", "shelling", day="2019-10-11", place="سلوك")
        one.claim("accuse", "The Administration", "accused", "shelling Suluk", target="Turkey")
        found = assess([_accusation(make), one.done()])
        assert [row.origins for row in found.matrix.rows] == [1]
        assert _kinds(found) == ["repeats"]

    def test_numbers_are_given_as_a_range(self, make: Any) -> None:
        found = assess(
            [
                _toll(make, outlet="أ", source="قسد", words="المئات", low=100, high=999, entity="actor:sdf"),
                _toll(make, outlet="ب", source="الوزارة", words="خمسة", low=5, high=5, entity="actor:tr-mod"),
            ]
        )
        assert [(row.low, row.high) for row in found.matrix.rows] == [(5, 999)]

    def test_order_of_documents_changes_nothing(self, make: Any) -> None:
        documents = [
            _accusation(make),
            _accusation(make, outlet="نوافذ السهل", by="المعارضة"),
            _denial(make),
            _toll(make, outlet="أ", source="قسد", words="المئات", low=100, high=999, entity="actor:sdf"),
            _toll(make, outlet="ب", source="الوزارة", words="خمسة", low=5, high=5, entity="actor:tr-mod"),
        ]
        first = assess(documents)
        for seed in range(4):
            random.Random(seed).shuffle(documents)
            again = assess(documents)
            assert (again.matrix, again.relations) == (first.matrix, first.relations)


class TestAnswers:
    def test_an_accusation_stands_beside_its_denial(self, make: Any) -> None:
        (row,) = assess([_accusation(make), _denial(make)]).matrix.rows
        (answer,) = row.answers
        assert (answer.kind, answer.party.label) == ("denied", "تركيا")
        assert "وزارة الدفاع التركية" in answer.sentence
        assert answer.citations

    def test_silence_is_said(self, make: Any) -> None:
        (row,) = assess([_accusation(make)]).matrix.rows
        assert [(answer.kind, answer.sentence) for answer in row.answers] == [("none", "لا رد في ما قُرئ من: تركيا.")]

    def test_words_on_other_matters_are_no_answer(self, make: Any) -> None:
        one = make("قالت وزارة الدفاع التركية إن سنجار شهدت انسحابا.", published="2019-10-13")
        one.mention("وزارة الدفاع التركية", "actor", "actor:tr-mod")
        one.event("withdrawal", "انسحابا", place="سنجار")
        one.claim("report", "وزارة الدفاع التركية", "قالت", "سنجار شهدت انسحابا")
        rows = assess([_accusation(make), one.done()]).matrix.rows
        answers = [answer for row in rows for answer in row.answers]
        assert [answer.kind for answer in answers] == ["none"]
        assert "مسائل أخرى" in answers[0].sentence

    def test_owning_up_is_an_answer(self, make: Any) -> None:
        one = make("اتهمت قسد تنظيم داعش بتفجير القامشلي. وتبنى تنظيم داعش تفجير القامشلي.", published="2019-10-12")
        one.mention("قسد", "actor", "actor:sdf")
        one.mention("تنظيم داعش", "actor", "actor:isis")
        one.event("bombing", "تفجير", place="القامشلي")
        one.claim("accuse", "قسد", "اتهمت", "بتفجير القامشلي", target="تنظيم داعش")
        one.claim("claim_responsibility", "تنظيم داعش", "وتبنى", "تفجير القامشلي.")
        documents = [one.done()]
        two = make("أعلن تنظيم داعش مسؤوليته عن تفجير القامشلي.", published="2019-10-12", outlet="دفتر")
        two.mention("تنظيم داعش", "actor", "actor:isis")
        two.event("bombing", "تفجير", place="القامشلي")
        two.claim("claim_responsibility", "تنظيم داعش", "أعلن", "تفجير القامشلي")
        kinds = [answer.kind for row in assess([*documents, two.done()]).matrix.rows for answer in row.answers]
        assert kinds == ["owned"]

    def test_a_denial_without_a_happening_answers_what_its_text_accuses_of(self, make: Any) -> None:
        one = make("اتهمت أنقرة الوحدات الكردية بإطلاق سراح السجناء، ورفضت قسد هذه الاتهامات.")
        one.mention("الوحدات الكردية", "actor", "actor:ypg")
        one.mention("قسد", "actor", "actor:sdf")
        one.event("release", "إطلاق سراح", target="السجناء")
        one.claim("accuse", "أنقرة", "اتهمت", "بإطلاق سراح السجناء", target="الوحدات الكردية")
        one.claim("deny", "قسد", "رفضت", "هذه الاتهامات")
        (row,) = assess([one.done()]).matrix.rows
        assert [answer.kind for answer in row.answers] == ["denied"]


class TestRelations:
    def test_denies(self, make: Any) -> None:
        found = assess([_accusation(make), _denial(make)])
        acts = {line.id: line.act for line in found.claims}
        assert [(r.kind, acts[r.a], acts[r.b]) for r in found.relations] == [("denies", "deny", "accuse")]

    def test_same_core(self, make: Any) -> None:
        assert _kinds(assess([_accusation(make), _accusation(make, outlet="نوافذ", by="المعارضة")])) == ["same_core"]

    def test_repeats_by_another_outlet(self, make: Any) -> None:
        found = assess([_accusation(make), _accusation(make, outlet="نوافذ السهل", day="2019-10-13")])
        assert _kinds(found) == ["repeats"]
        (relation,) = found.relations
        dates = {line.id: line.date for line in found.claims}
        assert (dates[relation.a], dates[relation.b]) == ("2019-10-13", "2019-10-12")

    def test_rival_culprits(self, make: Any) -> None:
        found = assess([_accusation(make), _accusation(make, outlet="نوافذ", by="المعارضة", of="دمشق")])
        assert _kinds(found) == ["disputes_culprit"]

    def test_rival_numbers(self, make: Any) -> None:
        found = assess(
            [
                _toll(make, outlet="أ", source="قسد", words="المئات", low=100, high=999, entity="actor:sdf"),
                _toll(make, outlet="ب", source="الوزارة", words="خمسة", low=5, high=5, entity="actor:tr-mod"),
            ]
        )
        assert _kinds(found) == ["disputes_number"]

    def test_rival_places(self, make: Any) -> None:
        tolls = []
        for outlet, source, entity, place in (("أ", "قسد", "actor:sdf", "سلوك"), ("ب", "الوزارة", "actor:tr-mod", "عفرين")):
            one = make(f"قالت {source} إن داعش قتل سبعة مدنيين وجرح تسعة في {place}.", outlet=outlet, published="2019-10-14")
            one.mention(source, "actor", entity)
            one.mention("داعش", "actor", "actor:isis")
            one.event("execution", "قتل", day="2019-10-13", place=place, actor="داعش", counts=[("killed", "سبعة مدنيين", 7, 7), ("wounded", "تسعة", 9, 9)])
            one.claim("report", source, "قالت", f"داعش قتل سبعة مدنيين وجرح تسعة في {place}")
            tolls.append(one.done())
        assert _kinds(assess(tolls)) == ["disputes_place"]

    def test_an_aim_extends(self, make: Any) -> None:
        one = make("اتهمت المعارضة تركيا بقصف بلدة سلوك عمداً.", outlet="نوافذ", published="2019-10-13")
        one.mention("المعارضة", "actor", "actor:etilaf")
        one.event("shelling", "قصف", day="2019-10-11", place="سلوك")
        one.claim("accuse", "المعارضة", "اتهمت", "قصف بلدة سلوك عمداً", target="تركيا")
        assert _kinds(assess([_accusation(make), one.done()])) == ["extends"]

    def test_a_warning_stands_beside_what_came_after(self, make: Any) -> None:
        one = make("حذرت الإدارة من فرار السجناء من سجن سلوك.", published="2019-10-07", outlet="نوافذ")
        one.mention("الإدارة", "actor", "actor:aanes")
        one.event("escape", "فرار", place="سلوك", factuality="possible")
        one.claim("warn", "الإدارة", "حذرت", "فرار السجناء من سجن سلوك")
        later = _toll(make, outlet="ب", source="الوزارة", words="خمسة", low=5, high=5, entity="actor:tr-mod")
        found = assess([one.done(), later])
        assert [(r.kind, r.core) for r in found.relations if r.kind == "predicts"] == [("predicts", "")]

    def test_every_relation_leads_to_the_words_of_both(self, make: Any) -> None:
        found = assess([_accusation(make), _denial(make)])
        lines = {line.id: line for line in found.claims}
        for relation in found.relations:
            documents = {citation.document_id for citation in relation.citations}
            assert documents == {lines[relation.a].document_id, lines[relation.b].document_id}


class TestNamings:
    @pytest.fixture
    def found(self, make: Any) -> Assessment:
        documents = []
        for outlet, words, loaded in (("أ", "قسد", False), ("ب", "ميليشيا قسد", True), ("ب", "المرتزقة", True)):
            one = make(f"قالت مصادر إن {words} دخلت سلوك.", outlet=outlet, published="2019-10-14")
            entity = {"قسد": "actor:sdf", "ميليشيا قسد": "loaded:sdf-militia", "المرتزقة": "loaded:mercenaries-ar"}[words]
            one.mention(words, "actor", entity, loaded=loaded)
            one.event("territory_gain", "دخلت", actor=words)
            one.claim("report", "مصادر", "قالت", f"{words} دخلت سلوك")
            documents.append(one.done())
        return assess(documents)

    def test_loaded_name_stands_beside_the_name(self, found: Assessment) -> None:
        rows = [(naming.party.id, naming.outlet, [(use.words, use.loaded) for use in naming.names]) for naming in found.namings]
        assert rows == [("actor:sdf", "أ", [("قسد", False)]), ("actor:sdf", "ب", [("ميليشيا قسد", True)])]

    def test_loaded_name_is_never_the_label(self, found: Assessment) -> None:
        assert {naming.party.label for naming in found.namings} == {"قوات سوريا الديمقراطية"}
        assert all("ميليشيا" not in row.label for row in found.matrix.rows)


def test_a_victim_named_in_quotation_marks_is_no_framing(make: Any) -> None:
    one = make("قالت مصادر إن القصف قتل الطبيب “وليد سالم” في سلوك.")
    one.mention("وليد سالم", "person")
    one.event("shelling", "القصف", place="سلوك")
    one.claim("report", "مصادر", "قالت", "القصف قتل الطبيب “وليد سالم” في سلوك")
    claim = one.claims[0]
    one.claims[0] = msgspec.structs.replace(claim, framing=(one.span("وليد سالم"),))
    assert assess([one.done()]).framings == ()

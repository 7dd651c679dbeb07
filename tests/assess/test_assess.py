# SPDX-License-Identifier: Apache-2.0
"""The first assessment as a whole: what it must show of one telling document, and how it must behave."""

import random
from collections.abc import Iterator
from typing import Any

import msgspec
import pytest

from rasid.assess import assess, five_most_telling_lines
from rasid.records import Assessment, Citation, CodedDocument, Issue, Party, Record
from rasid.sites import observe_sites

LIKELIHOODS = {"en": ("likely", "even chance", "certain"), "ar": ("مرجّح", "مستبعد", "شبه مؤكد")}
CONFIDENCES = {"en": "onfidence", "ar": "الثقة"}


def _assess(documents: list[CodedDocument], language: str = "ar") -> Assessment:
    return assess(
        documents, language="en" if language == "en" else "ar", now="2019-10-25", observations=observe_sites(documents)
    )


def _walk(value: object) -> Iterator[Record]:
    if isinstance(value, tuple):
        for item in value:
            yield from _walk(item)
    elif isinstance(value, Record):
        yield value
        for name in value.__struct_fields__:
            yield from _walk(getattr(value, name))


def test_assessment_survives_encoding(build: CodedDocument) -> None:
    made = _assess([build])
    assert msgspec.json.decode(msgspec.json.encode(made), type=Assessment) == made


@pytest.mark.parametrize("language", ["ar", "en"])
def test_every_citation_lies_in_its_document(build: CodedDocument, language: str) -> None:
    citations = [one for one in _walk(_assess([build], language)) if isinstance(one, Citation)]
    assert citations
    assert all(one.span.of(build.document.text).strip() for one in citations)
    assert all(one.document_id == build.document.id for one in citations)


def test_result_does_not_depend_on_order(build: CodedDocument, make: Any) -> None:
    other = make("قصف الجيش بلدة سراقب.", outlet="وكالة رمانة")
    other.event("shelling", "قصف", place="سراقب", actor="الجيش")
    third = make("نفى الجيش قصف سراقب.", outlet="المنارة")
    third.event("shelling", "قصف", place="سراقب", actor="الجيش", factuality="denied")
    third.claim("deny", "الجيش", "نفى", "قصف سراقب")
    documents = [build, other.done(), third.done()]
    first = _assess(documents)
    shuffled = documents[::-1]
    random.Random(3).shuffle(shuffled)
    assert _assess(shuffled) == first


@pytest.mark.parametrize("language", ["ar", "en"])
def test_no_likelihood_and_confidence_in_one_sentence(build: CodedDocument, language: str) -> None:
    for statement in _assess([build], language).judgements:
        assert CONFIDENCES[language] not in statement.text
        assert not any(word in statement.confidence_text for word in LIKELIHOODS[language])


@pytest.mark.parametrize("language", ["ar", "en"])
def test_three_to_seven_key_judgements(build: CodedDocument, language: str) -> None:
    assert 3 <= len(_assess([build], language).judgements) <= 7


def test_information_is_cited(build: CodedDocument) -> None:
    assert all(one.citations for one in _assess([build]).judgements if one.kind == "information")


def test_few_documents_give_not_enough_to_judge(make: Any) -> None:
    one = make("قصف الجيش بلدة سراقب.")
    one.event("shelling", "قصف", place="سراقب", actor="الجيش")
    judgements = _assess([one.done()]).judgements
    assert len([statement for statement in judgements if not statement.enough]) >= 2
    assert all(statement.likelihood is None for statement in judgements)


def test_nothing_read_is_said() -> None:
    made = _assess([], "en")
    assert made.summary.documents == 0
    assert "not enough to judge anything" in made.judgements[0].text


def test_irrelevant_documents_are_set_aside(build: CodedDocument, make: Any) -> None:
    sport = make("فاز الفريق بثلاثة أهداف.", outlet="الملاعب").done(relevant=False)
    made = _assess([build, sport])
    assert [doc.outlet for doc in made.set_aside] == ["الملاعب"]
    assert made.summary.set_aside == 1


def test_issues_of_a_document_are_listed(make: Any) -> None:
    issue = Issue(stage="text", code="broken", detail="cut off")
    made = _assess([make("قصف الجيش بلدة.").done(issues=(issue,))])
    assert made.documents[0].issues == (issue,)
    assert any(gap.kind == "unread" for gap in made.gaps)


def test_sites_not_observed_is_a_gap(build: CodedDocument) -> None:
    gaps = assess([build]).gaps
    assert any(gap.kind == "unread" for gap in gaps)


class TestOneTellingDocument:
    """The chain of warning, attack, escape and accusation."""

    def test_warning_and_what_followed(self, build: CodedDocument) -> None:
        (warning,) = _assess([build]).warnings
        assert warning.speaker.id == "actor:sdf"
        assert warning.outcome == "came_about"
        assert {told.type for told in build.events if told.id in warning.basis} >= {"military_operation", "shelling"}

    def test_suspension_and_resumption(self, build: CodedDocument) -> None:
        (posture,) = [p for p in _assess([build]).postures if p.party.id == "actor:sdf"]
        assert [entry.move for entry in posture.entries] == ["suspended", "resumed"]

    def test_attempt_stays_an_attempt(self, build: CodedDocument) -> None:
        (bombing,) = [h for h in _assess([build], "en").happenings if h.type == "bombing"]
        assert bombing.factuality == "attempted"
        assert "success is not stated" in bombing.sentence

    def test_rival_numbers_stand_side_by_side(self, build: CodedDocument) -> None:
        (dispute,) = [d for d in _assess([build]).disputes if d.kind == "number"]
        assert [(side.low, side.high) for side in dispute.sides] == [(100, 999), (1000, 9999)]
        assert next(side.speakers[0].id for side in dispute.sides) == "actor:aanes"
        assert "«المئات»" in dispute.sentence
        assert "«الآلاف»" in dispute.sentence

    def test_accusation_reads_as_accusation(self, build: CodedDocument) -> None:
        line = next(line for line in _assess([build], "en").claims if line.act == "accuse" and line.chain[1:-1])
        assert " accused " in line.sentence
        assert line.target is not None
        assert line.target.id == "state:TR"

    def test_happening_inside_an_accusation_says_so(self, build: CodedDocument) -> None:
        (shelling,) = [h for h in _assess([build], "en").happenings if h.type == "shelling"]
        assert "citing an accusation by" in shelling.sentence

    def test_no_answer_from_the_accused(self, build: CodedDocument) -> None:
        gap = next(gap for gap in _assess([build], "en").gaps if gap.kind == "no_answer")
        assert "no answer" in gap.text

    def test_request_for_an_assessment_comes_first(self, build: CodedDocument) -> None:
        assert _assess([build]).requests[0].kind == "assessment"

    def test_framing_by_outlet(self, build: CodedDocument) -> None:
        framings = _assess([build]).framings
        assert [(f.outlet, f.kind, f.words) for f in framings] == [("صدى المراكب", "loaded_name", "المرتزقة")]

    def test_prison_is_watched(self, build: CodedDocument) -> None:
        lines = {line.label: line for line in _assess([build]).sites}
        line = lines["السجن المركزي (الحسكة)"]
        assert [(o.field, o.factuality) for o in line.observations] == [("attacked", "attempted")]
        assert line.place == "الحسكة"

    def test_chain_keeps_all_links(self, build: CodedDocument) -> None:
        line = next(line for line in _assess([build]).claims if line.act == "accuse" and line.target)
        assert [party.label for party in line.chain][:2] == ["صدى المراكب", "وسائل إعلامية"]

    def test_matrix_has_speakers_as_columns(self, build: CodedDocument) -> None:
        matrix = _assess([build]).matrix
        columns = {party.id for party in matrix.speakers}
        assert columns >= {"actor:aanes", "actor:sdf"}
        assert all(cell.speaker in columns for row in matrix.rows for cell in row.cells)

    def test_five_lines_on_five_matters(self, build: CodedDocument) -> None:
        lines = five_most_telling_lines(_assess([build]))
        assert len(lines) == 5
        assert len({line.text for line in lines}) == 5

    def test_one_document_gives_low_confidence_at_most(self, build: CodedDocument) -> None:
        judged = [one for one in _assess([build]).judgements if one.likelihood]
        assert judged
        assert {one.confidence for one in judged} == {"low"}


def test_likelihood_of_an_assessment_is_never_of_a_person() -> None:
    """No record of the assessment has a field for a score, rank or forecast of a party."""
    assert set(Party.__struct_fields__) == {"id", "label", "kind"}

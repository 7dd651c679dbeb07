# SPDX-License-Identifier: Apache-2.0
"""The example article that holds every feature at once, span by span: `examples/articles/ar-10-build.md`.

What a careful reader finds in it stands in `examples/expected.jsonl`; `tests/examples` checks that the two fit.
"""

import json
from pathlib import Path
from typing import Any

import pytest

import rasid
from rasid.records import CodedDocument
from reading import claim_at, claims_around, event_at

EXAMPLES = Path(__file__).parents[2] / "examples"
FORCES = "قوات سوريا الديمقراطية"
AGENCY = "وكالة “رمانة”"
CHAIR = "رئيس لجنة الأمن الداخلي في مجلس النواب الأمريكي"
PURPOSE = "من أجل تحرير أسرى داعش من سجون قسد"
ARRIVAL = "وصول الفارين عبر تركيا إلى الولايات المتحدة"


@pytest.fixture(scope="module")
def build() -> CodedDocument:
    """The article, coded."""
    (coded,) = rasid.code(rasid.read(EXAMPLES / "articles" / "ar-10-build.md"))
    return coded


def expected() -> dict[str, Any]:
    lines = (EXAMPLES / "expected.jsonl").read_text(encoding="utf-8").splitlines()
    return next(record for record in map(json.loads, lines) if record["id"] == "ar-10-build")


def test_it_is_read_without_issues(build: CodedDocument) -> None:
    assert (build.relevant, build.issues) == (True, ())


def test_warning_of_the_forces_that_guard(build: CodedDocument) -> None:
    claim = claim_at(build, "حذرت", FORCES)
    assert (claim.act, claim.source) == ("warn", FORCES)
    assert claim.content == "أي توغل تركي سيفتح ثغرة في حراسة السجون والمخيمات التي يُحتجز فيها عناصر داعش"


def test_warning_is_addressed_to_nobody(build: CodedDocument) -> None:
    assert claim_at(build, "حذرت", FORCES).target is None


def test_incursion_that_is_warned_of_is_possible(build: CodedDocument) -> None:
    event = event_at(build, "توغل", ("military_operation", "territory_gain"))
    assert (event.factuality, event.actor) == ("possible", ["تركي"])


def test_suspension(build: CodedDocument) -> None:
    event = event_at(build, "تعليق", "suspend_operation")
    assert (event.factuality, event.actor, event.target) == ("happened", ["قسد"], ["داعش"])


def test_suspension_is_announced_by_who_suspends(build: CodedDocument) -> None:
    claim = claim_at(build, "أعلنت", "قسد")
    assert claim.act == "report"
    assert claim.content.startswith("تعليق عملياتها ضد داعش")


def test_suspension_is_all_that_is_announced(build: CodedDocument) -> None:
    assert claim_at(build, "أعلنت", "قسد").content == "تعليق عملياتها ضد داعش"


def test_resumption(build: CodedDocument) -> None:
    event = event_at(build, "استأنفتها", "resume_operation")
    assert (event.factuality, event.actor) == ("happened", ["قسد"])


def test_attempt_on_the_prison_wall(build: CodedDocument) -> None:
    event = event_at(build, "نسف", "bombing")
    assert (event.factuality, event.target) == ("attempted", ["سور السجن المركزي"])
    assert "محاولة" in event.reason


def test_attempt_has_its_city(build: CodedDocument) -> None:
    assert [place.removeprefix("مدينة ") for place in event_at(build, "نسف", "bombing").place] == ["الحسكة"]


def test_attempt_has_its_car_bomb(build: CodedDocument) -> None:
    assert [words.removeprefix("ب") for words in event_at(build, "نسف", "bombing").instrument] == ["سيارة مفخخة"]


def test_second_attempt(build: CodedDocument) -> None:
    event = event_at(build, "استهداف", "armed_attack")
    assert (event.factuality, event.target[0][:8]) == ("attempted", "مقر أمني")


@pytest.mark.xfail(strict=False, reason="ل with a party behind a target is read as the doer, not as the owner: مقر أمني لقسد")
def test_who_owns_the_target_of_the_second_attempt_is_not_its_doer(build: CodedDocument) -> None:
    assert "قسد" not in event_at(build, "استهداف", "armed_attack").actor


def test_cells_attack(build: CodedDocument) -> None:
    assert event_at(build, "هجمات", "armed_attack").actor == ["الخلايا"]


def test_accusation(build: CodedDocument) -> None:
    claim = claim_at(build, "اتهمت", "الإدارة الذاتية")
    assert (claim.act, claim.source, claim.target) == ("accuse", "الإدارة الذاتية", "تركيا")


def test_bombing_of_prisons_and_camps_is_claimed_by_its_source_through_the_media(build: CodedDocument) -> None:
    claim = claims_around(build, "قصف السجون والمخيمات")[0]
    assert claim.source == "الإدارة الذاتية"
    assert ("outlet", "وسائل إعلام") in claim.chain


def test_bombing_of_prisons_and_camps_has_both_targets_and_the_accused_as_doer(build: CodedDocument) -> None:
    event = next(event for event in (event_at(build, "قصف", ("shelling", "air_strike")),) if "السجون" in event.target)
    assert (event.target, event.actor) == (["السجون", "المخيمات"], ["تركيا"])


def test_bombing_of_prisons_is_not_placed_where_the_escaped_go(build: CodedDocument) -> None:
    event = event_at(build, "قصف", ("shelling", "air_strike"))
    assert not {"أنقرة", "مناطق الفصائل"} & set(event.place)


def test_escape_of_hundreds(build: CodedDocument) -> None:
    event = event_at(build, "فرار", "escape")
    assert (event.target, event.counts) == (["المئات من عناصر داعش"], [("escaped", 100, 999)])


def test_escape_is_not_placed_in_a_capital(build: CodedDocument) -> None:
    assert "أنقرة" not in event_at(build, "فرار", "escape").place


def test_escape_of_hundreds_is_claimed_by_its_source_through_the_media(build: CodedDocument) -> None:
    claim = claims_around(build, "فرار المئات")[0]
    assert claim.source.startswith("الإدارة")
    assert ("outlet", "وسائل إعلام") in claim.chain


def test_recordings_that_are_shown_are_a_claim_of_their_own(build: CodedDocument) -> None:
    assert claim_at(build, "عرضت", "الإدارة").content.startswith("تسجيلات مصورة لسجن قصفته الطائرات التركية")


def test_rival_thousands(build: CodedDocument) -> None:
    event = event_at(build, "إطلاق سراح", "release")
    assert (event.actor, event.counts) == (["تركيا"], [("released", 1000, 9999)])
    assert event.target[0].startswith("الآلاف")


def test_rival_thousands_are_claimed_by_others(build: CodedDocument) -> None:
    claim = claims_around(build, "إطلاق سراح الآلاف")[0]
    assert (claim.act, claim.target) == ("accuse", "تركيا")
    assert claim.source.startswith("أعضاء في الكونغرس الأمريكي")
    assert claim.content == "عودة التنظيم، وإطلاق سراح الآلاف من السجون بعد قصفها"


def test_rival_thousands_have_both_sources(build: CodedDocument) -> None:
    assert claim_at(build, "حمّل", "أعضاء").source == "أعضاء في الكونغرس الأمريكي ومسؤولون أوروبيون"


def test_purpose_is_part_of_the_accusation(build: CodedDocument) -> None:
    claim = claims_around(build, PURPOSE)[0]
    assert (claim.act, claim.source, claim.target) == ("accuse", "مصادر دبلوماسية أوروبية", "أنقرة")


def test_purpose_has_not_happened(build: CodedDocument) -> None:
    assert event_at(build, "تحرير", "release").factuality in {"planned", "possible"}


def test_source_goes_on_behind_the_accusation(build: CodedDocument) -> None:
    claim = claim_at(build, "أضافت", "مصادر دبلوماسية أوروبية")
    assert claim.content.startswith("قسد “لم تطلق رصاصة واحدة")


def test_shot_that_was_not_fired_is_denied(build: CodedDocument) -> None:
    assert event_at(build, "تطلق", "armed_attack").factuality == "denied"


def test_lawmakers_ask_for_an_assessment(build: CodedDocument) -> None:
    claim = claim_at(build, "يسعى", CHAIR)
    assert claim.act == "demand"
    assert claim.content.startswith("إعداد تقييم استخباراتي للتهديد")


@pytest.mark.xfail(strict=False, reason="the second title, joined behind an extension of the first, is left out")
def test_both_lawmakers_ask(build: CodedDocument) -> None:
    assert claim_at(build, "يسعى", CHAIR).source == f"{CHAIR} وكبير الأعضاء الجمهوريين فيها"


def test_chain_of_agency_letter_and_lawmakers_is_four_links_deep(build: CodedDocument) -> None:
    claim = claims_around(build, ARRIVAL)[0]
    assert (claim.act, claim.source, claim.content) == ("warn", "النائبين", ARRIVAL)
    assert [role for role, _ in claim.chain] == ["outlet", "medium", "speaker"]
    assert claim.chain[0] == ("outlet", AGENCY)
    assert claim.chain[1][1].startswith("رسالة")


def test_chain_begins_with_the_outlet_of_the_page(build: CodedDocument) -> None:
    assert {(claim.chain[0].role, claim.chain[0].name) for claim in build.claims} == {("publisher", "صدى المراكب")}


def test_worry_lies_in_what_the_agency_reports(build: CodedDocument) -> None:
    text = build.document.text
    outer = next(claim for claim in build.claims if claim.source is not None and claim.source.of(text) == AGENCY)
    inner = next(claim for claim in build.claims if "أبديا" in claim.cue.of(text))
    assert inner.id in outer.claims


@pytest.mark.xfail(strict=False, reason="وصول (arrival) to a country is in no lexicon as a border crossing")
def test_travel_that_is_worried_about_is_possible(build: CodedDocument) -> None:
    event = event_at(build, "وصول", "border_crossing")
    assert (event.factuality, event.destination) == ("possible", ["الولايات المتحدة"])


def test_lawmakers_go_on_warning(build: CodedDocument) -> None:
    claim = claim_at(build, "محذرين", "النائبين")
    assert (claim.act, claim.content) == ("warn", "ذلك يعرض البلاد للخطر")


def test_lawmakers_go_on_warning_through_the_agency(build: CodedDocument) -> None:
    assert ("outlet", AGENCY) in claim_at(build, "محذرين", "النائبين").chain


def test_scare_quotes_are_framing(build: CodedDocument) -> None:
    text = build.document.text
    framing = {span.of(text) for claim in build.claims for span in claim.framing}
    assert "المرتزقة" in framing
    assert "بغزوها" in framing


def test_framing_is_kept_once(build: CodedDocument) -> None:
    for claim in build.claims:
        assert not any(one.overlaps(other) for i, one in enumerate(claim.framing) for other in claim.framing[:i])


@pytest.mark.xfail(strict=False, reason="العملية التركية without العسكرية: the doer is taken from the words before")
def test_operation_has_its_national_adjective_as_doer(build: CodedDocument) -> None:
    assert event_at(build, "العملية", "military_operation").actor == ["التركية"]


@pytest.mark.xfail(strict=False, reason="the means of the passage are read into the bombing of the prisons: expected is what stands in examples/expected.jsonl")
def test_all_types_and_factualities_are_as_expected(build: CodedDocument) -> None:
    wanted = {(event["type"], event["factuality"]) for event in expected()["events"]}
    assert wanted <= {(event.type, event.factuality) for event in build.events}


def test_most_expected_events_are_found(build: CodedDocument) -> None:
    wanted = [event["trigger"] for event in expected()["events"]]
    found = [start for start, end in wanted if any(event.trigger.start < end and start < event.trigger.end for event in build.events)]
    assert len(found) >= 0.8 * len(wanted)


def test_most_expected_claims_are_found(build: CodedDocument) -> None:
    wanted = [(claim["act"], claim["cue"]) for claim in expected()["claims"]]
    found = [
        act for act, (start, end) in wanted
        if any(claim.act == act and claim.cue.start < end and start < claim.cue.end for claim in build.claims)
    ]  # fmt: skip
    assert len(found) >= 0.75 * len(wanted)

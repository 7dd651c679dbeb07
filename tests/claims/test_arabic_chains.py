# SPDX-License-Identifier: Apache-2.0
"""Through whom the passage has it: outlets, agencies, mediums and speakers inside of each other; and framing."""

import pytest

from reading import code_text, read_claim, read_claims


def test_outlet_of_the_page_is_the_outermost_link() -> None:
    (claim,) = code_text("قال الوزير إن القوات انسحبت", outlet="صدى").claims
    assert [(link.role, link.name) for link in claim.chain[:1]] == [("publisher", "صدى")]
    assert claim.chain[-1].role == "speaker"


def test_page_without_an_outlet_still_has_a_publisher() -> None:
    (claim,) = code_text("قال الوزير إن القوات انسحبت").claims
    assert claim.chain[0].role == "publisher"


RELAYS = [
    pytest.param("نقلت وكالة رويترز عن مسؤول تركي قوله إن العملية مستمرة", "مسؤول تركي", id="agency quoted an official"),
    pytest.param("نقلت وكالة رويترز عن مسؤول تركي أن العملية مستمرة", "مسؤول تركي", id="agency quoted an official that"),
    pytest.param("ونقلت صحيفة الوطن عن مصدر عسكري أن العملية مستمرة", "مصدر عسكري", id="newspaper quoted a source"),
]


@pytest.mark.parametrize(("text", "speaker"), RELAYS)
def test_relay_speaks_for_another_and_is_a_link_of_the_chain(text: str, speaker: str) -> None:
    claim = read_claim(text, "report")
    assert "العملية مستمرة" in claim.content
    assert [role for role, _ in claim.chain] == ["outlet", "speaker"]
    assert claim.source == speaker


def test_outlet_that_was_told_is_a_link() -> None:
    claim = read_claim("قال المتحدث لوكالة رويترز إن القوات انسحبت", "report")  # told Reuters that the forces withdrew
    assert claim.chain == [("outlet", "وكالة رويترز"), ("speaker", "المتحدث")]


def test_attribution_behind_a_claim_is_its_outlet_and_no_claim_of_its_own() -> None:
    text = "اتهمت الإدارة الذاتية تركيا بقصف السجون، وفق وسائل إعلام"
    (claim,) = read_claims(text)
    assert (claim.act, claim.chain) == ("accuse", [("outlet", "وسائل إعلام"), ("speaker", "الإدارة الذاتية")])


def test_statement_is_a_medium() -> None:
    claim = read_claim("قالت الوزارة في بيان إن القوات انسحبت", "report")  # said in a statement
    assert (claim.source, claim.chain) == ("الوزارة", [("medium", "بيان"), ("speaker", "الوزارة")])


def test_claim_inside_a_claim_has_the_outer_speaker_as_a_link() -> None:
    text = "ذكرت وكالة رويترز أن النواب حذروا من فرار المعتقلين"  # Reuters reported that lawmakers warned of escape
    claim = read_claim(text, "warn")
    assert claim.chain == [("outlet", "وكالة رويترز"), ("speaker", "النواب")]


def test_person_who_tells_of_another_is_a_link() -> None:
    text = "قال الوزير إن المتحدث نفى قصف السجن"  # the minister said that the spokesman denied the shelling
    assert read_claim(text, "deny").chain == [("person", "الوزير"), ("speaker", "المتحدث")]


def test_outer_claim_holds_the_inner() -> None:
    coded = code_text("ذكرت وكالة رويترز أن النواب حذروا من فرار المعتقلين")
    outer, inner = coded.claims
    assert outer.claims == (inner.id,)
    assert inner.claims == ()


def test_claim_knows_the_events_in_its_content() -> None:
    coded = code_text("حذرت قسد من فرار المعتقلين من السجون بعد هجوم الجيش والفصائل")
    (claim,) = coded.claims
    inside = [event for event in coded.events if event.id in claim.events]
    assert [event.type for event in inside if event.type == "escape"] == ["escape"]


def test_letter_is_a_medium_of_what_it_says() -> None:
    text = "أوردت وكالة رويترز أن النائبين بعثا برسالة إلى الوزارة، أبديا فيها مخاوفهما من وصول الفارين إلى البلاد"
    claim = read_claim(text, "warn")  # Reuters: the two deputies sent a letter in which they voiced fears of their arrival
    assert [role for role, _ in claim.chain] == ["outlet", "medium", "speaker"]
    assert claim.source == "النائبين"


STANCES = [
    pytest.param("أكد الوزير أن القوات انسحبت", "certain", id="confirmed"),
    pytest.param("رجح الوزير أن القوات انسحبت", "probable", id="thinks likely"),
]


@pytest.mark.parametrize(("text", "stance"), STANCES)
def test_stance_of_the_cue(text: str, stance: str) -> None:
    (claim,) = code_text(text).claims
    assert claim.chain[-1].stance == stance


SOURCES = [
    pytest.param("أفادت مصادر محلية بأن القوات انسحبت", "collective", id="sources"),
    pytest.param("أفاد مصدر عسكري بأن القوات انسحبت", "unnamed", id="a source"),
    pytest.param("ذكرت صحيفة الوطن أن القوات انسحبت", "media", id="newspaper"),
    pytest.param("أعلنت وزارة الدفاع أن القوات انسحبت", "named", id="ministry"),
]


@pytest.mark.parametrize(("text", "kind"), SOURCES)
def test_kind_of_source(text: str, kind: str) -> None:
    (claim,) = code_text(text).claims
    assert claim.chain[-1].kind == kind


FRAMING = [
    pytest.param("قال الوزير إن “المرتزقة” دخلوا البلدة", ["المرتزقة"], id="scare quotes"),
    pytest.param("قال الوزير إن القوات دخلت البلدة", [], id="none"),
]


@pytest.mark.parametrize(("text", "framing"), FRAMING)
def test_framing(text: str, framing: list[str]) -> None:
    assert read_claim(text, "report").framing == framing


def test_loaded_name_is_framing_without_quotes() -> None:
    coded = code_text("قال الوزير إن الدواعش دخلوا البلدة مع قوات العدو")
    assert any(mention.loaded for mention in coded.mentions) == bool(coded.claims[0].framing)


def test_quoted_statement_is_no_scare_quote() -> None:
    text = "قال الوزير: “لن ننسحب من هذه المنطقة مهما حدث في الأيام القادمة”"
    assert read_claim(text, "report").framing == []


def test_framing_lies_in_the_content() -> None:
    (claim,) = code_text("اتهمت دمشق أنقرة بأنها تنشر “المرتزقة” في المنطقة").claims
    assert claim.framing
    assert all(claim.content.holds(span) for span in claim.framing)


KINDS = [
    pytest.param("أفادت مصادر محلية بأن الطريق مغلق", "collective", "certain", id="local sources"),
    pytest.param("قال مصدر أمني إن الطريق مغلق", "unnamed", "certain", id="a source"),
    pytest.param("أعلنت قسد أن الطريق مغلق", "partisan", "certain", id="an armed side"),
    pytest.param("قالت وكالة الأناضول إن الطريق مغلق", "media", "certain", id="an agency"),
    pytest.param("تحدثت أنباء عن إغلاق الطريق", "collective", "unknown", id="news without a body"),
    pytest.param("رجح الوزير أن الطريق مغلق", "named", "probable", id="thought likely"),
    pytest.param("زعم الوزير أن الطريق مغلق", "named", "unknown", id="alleged"),
]


@pytest.mark.parametrize(("text", "kind", "stance"), KINDS)
def test_kind_of_a_source_and_how_firmly_it_stands_behind(text: str, kind: str, stance: str) -> None:
    (claim,) = code_text(text).claims
    assert (claim.chain[-1].kind, claim.chain[-1].stance) == (kind, stance)

# SPDX-License-Identifier: Apache-2.0
"""Names, times and quantities in Arabic sentences, with what they may stand for."""

import pytest
from hypothesis import given, settings

from rasid.records import CodedDocument, Mention
from reading import code_news
from strategies import arabic_texts

# A happening of its own, so that the sentence is read closely.
NEWS = "قصفت الطائرات التركية {} أمس"  # Turkish aircraft bombed ... yesterday


def of_kind(coded: CodedDocument, kind: str) -> list[str]:
    return [mention.span.of(coded.document.text) for mention in coded.mentions if mention.kind == kind]


def named(coded: CodedDocument, words: str) -> Mention:
    return next(mention for mention in coded.mentions if mention.span.of(coded.document.text) == words)


NAMES = [
    pytest.param("القامشلي", "place", "القامشلي", id="city"),
    pytest.param("رأس العين", "place", "رأس العين", id="city of two words"),
    pytest.param("راس العين", "place", "راس العين", id="city, hamza left out"),
    pytest.param("بلدة عين عيسى", "place", "عين عيسى", id="town behind its kind"),
    pytest.param("مواقع في الحسكة", "place", "الحسكة", id="behind a preposition"),
    pytest.param("مواقع لداعش", "actor", "داعش", id="organisation behind an attached preposition"),
    pytest.param("مواقع قوات سوريا الديمقراطية", "actor", "قوات سوريا الديمقراطية", id="force of three words"),
    pytest.param("مواقع قسد", "actor", "قسد", id="short name of the same force"),
    pytest.param("مخيم الهول", "site", "مخيم الهول", id="camp"),
]


@pytest.mark.parametrize(("words", "kind", "name"), NAMES)
def test_name_is_found_without_what_is_attached(words: str, kind: str, name: str) -> None:
    assert name in of_kind(code_news(NEWS.format(words)), kind)


def test_censored_name_is_found_with_its_signs() -> None:
    coded = code_news(NEWS.format("مواقع دا-عش"))
    assert "دا-عش" in of_kind(coded, "actor")


def test_long_and_short_name_lead_to_one_entity() -> None:
    coded = code_news("قصفت الطائرات التركية مواقع قسد أمس. وأعلنت قوات سوريا الديمقراطية مقتل جندي")
    ids = {named(coded, words).candidates[0].entity for words in ("قسد", "قوات سوريا الديمقراطية")}
    assert len(ids) == 1


def test_name_inside_a_longer_name_is_no_place_of_its_own() -> None:
    coded = code_news(NEWS.format("مواقع قوات سوريا الديمقراطية"))
    assert [name for name in of_kind(coded, "actor") if name == "قوات سوريا الديمقراطية"]


def test_unknown_name_is_no_mention() -> None:
    coded = code_news(NEWS.format("بلدة ززززقق"))
    assert "ززززقق" not in of_kind(coded, "place")


def test_relative_time_is_resolved_against_the_day_of_publication() -> None:
    coded = code_news(NEWS.format("مقرا"), published="2019-10-10")
    interval = named(coded, "أمس").interval
    assert interval is not None
    assert interval.value == "2019-10-09"


def test_relative_time_without_a_day_of_publication_stays_open() -> None:
    coded = code_news(NEWS.format("مقرا"), published=None)
    assert named(coded, "أمس").interval is None


QUANTITIES = [
    pytest.param("ثلاثة مقرات", (3, 3), id="word"),
    pytest.param("٣ مقرات", (3, 3), id="Arabic-Indic digit"),
    pytest.param("مئات المواقع", (100, 999), id="hundreds"),
    pytest.param("أكثر من 20 موقعا", (20, None), id="more than"),
]


@pytest.mark.parametrize(("words", "bounds"), QUANTITIES)
def test_quantity_has_its_bounds(words: str, bounds: tuple[int, int | None]) -> None:
    coded = code_news(NEWS.format(words))
    assert bounds in [(mention.low, mention.high) for mention in coded.mentions if mention.kind == "quantity"]


def test_vague_quantity_says_that_it_is_not_exact() -> None:
    coded = code_news(NEWS.format("مئات المواقع"))
    assert [mention.exact for mention in coded.mentions if mention.kind == "quantity"] == [False]


def test_mentions_are_in_the_order_of_the_text() -> None:
    coded = code_news(NEWS.format("مواقع قسد في الحسكة والقامشلي"))
    assert [mention.span.start for mention in coded.mentions] == sorted(mention.span.start for mention in coded.mentions)


@settings(deadline=None)
@given(arabic_texts())
def test_every_mention_has_an_id_of_its_own(text: str) -> None:
    coded = code_news(NEWS.format(text))
    ids = [mention.id for mention in coded.mentions]
    assert len(ids) == len(set(ids))


@settings(deadline=None)
@given(arabic_texts())
def test_candidates_are_scored_as_shares(text: str) -> None:
    for mention in code_news(NEWS.format(text)).mentions:
        assert sum(candidate.score for candidate in mention.candidates) <= 1.0001

# SPDX-License-Identifier: Apache-2.0
"""The whole way from text to records, for any text: spans, order, repetition, and texts that mean harm."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings

import rasid
from rasid.pipeline import code_document
from rasid.read import read_text
from rasid.records import CodedDocument, Document
from reading import PUBLISHED, code_text, spans_of
from strategies import any_texts, arabic_texts, surrogate_texts

ARTICLES = Path(__file__).parents[2] / "examples" / "articles"
PATIENT = settings(deadline=None)
# Words that open events and claims, so that random text is read to the end of the pipeline.
LIVELY = "قصفت الطائرات {} في القامشلي، وقال الوزير إن {} مستمر"


def documents() -> list[Document]:
    return [document for document in rasid.read(ARTICLES) if isinstance(document, Document)]


CODED = {document.source_name or document.id: code_document(document) for document in documents()}


def check_spans(coded: CodedDocument) -> None:
    length = len(coded.document.text)
    for span in spans_of(coded):
        assert 0 <= span.start < span.end <= length
        assert span.of(coded.document.text).strip()


def check_arguments(coded: CodedDocument) -> None:
    mentions = {mention.id for mention in coded.mentions}
    events = {event.id for event in coded.events}
    claims = {claim.id for claim in coded.claims}
    assert all(argument.mention in {None, *mentions} for event in coded.events for argument in event.arguments)
    assert all(set(claim.events) <= events and set(claim.claims) <= claims - {claim.id} for claim in coded.claims)


@pytest.mark.parametrize("name", CODED)
def test_every_span_of_an_article_cuts_words(name: str) -> None:
    check_spans(CODED[name])


@pytest.mark.parametrize("name", CODED)
def test_records_of_an_article_point_at_each_other(name: str) -> None:
    check_arguments(CODED[name])


@pytest.mark.parametrize("name", CODED)
def test_ids_of_an_article_are_its_own(name: str) -> None:
    ids = [record.id for record in (*CODED[name].mentions, *CODED[name].events, *CODED[name].claims)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", CODED)
def test_events_and_claims_are_in_the_order_of_the_text(name: str) -> None:
    coded = CODED[name]
    assert [event.trigger.start for event in coded.events] == sorted(event.trigger.start for event in coded.events)
    assert [claim.sentence for claim in coded.claims] == sorted(claim.sentence for claim in coded.claims)


def test_second_run_gives_the_same() -> None:
    assert {document.source_name: code_document(document) for document in documents()} == CODED


@pytest.mark.parametrize("seed", range(3))
def test_order_of_documents_makes_no_difference(seed: int) -> None:
    shuffled = documents()
    random.Random(seed).shuffle(shuffled)
    assert {coded.document.source_name: coded for coded in rasid.code(shuffled)} == CODED


def test_documents_together_give_what_each_gives_alone() -> None:
    alone = [next(rasid.code([document])) for document in documents()]
    assert list(rasid.code(documents())) == alone


def test_what_is_read_between_has_no_effect() -> None:
    document = read_text("قصفت الطائرات التركية سجنا في القامشلي", language="ar", published=PUBLISHED)
    before = code_document(document)
    list(rasid.code(documents()))
    assert code_document(document) == before


QUIET = [
    pytest.param("صباح الخير", id="good morning"),
    pytest.param("فاز المنتخب في المباراة بهدفين", id="the team won the match"),
    pytest.param("", id="empty"),
    pytest.param("1234 5678", id="digits"),
]


@pytest.mark.parametrize("text", QUIET)
def test_document_without_a_trigger_is_irrelevant_or_empty(text: str) -> None:
    coded = code_text(text)
    assert (coded.events, coded.claims) == ((), ())


def test_document_without_any_word_of_the_lexicon_is_irrelevant() -> None:
    coded = code_text("صباح الخير")
    assert not coded.relevant
    assert coded.mentions == ()


@PATIENT
@given(arabic_texts())
def test_any_arabic_text_gives_spans_that_cut_words(text: str) -> None:
    check_spans(code_text(text))


@PATIENT
@given(arabic_texts(max_size=12), arabic_texts(max_size=12))
def test_any_arabic_text_among_news_gives_spans_that_cut_words(first: str, second: str) -> None:
    coded = code_text(LIVELY.format(first, second))
    check_spans(coded)
    check_arguments(coded)


@PATIENT
@given(any_texts())
def test_any_text_at_all_gives_spans_that_cut_words(text: str) -> None:
    check_spans(code_text(LIVELY.format(text, "القصف")))


@PATIENT
@given(surrogate_texts())
def test_lone_surrogates_are_replaced(text: str) -> None:
    coded = code_text(LIVELY.format(text, "القصف"))
    assert coded.document.text.encode("utf-8")
    check_spans(coded)


@PATIENT
@given(arabic_texts(max_size=12))
def test_coding_twice_gives_the_same(text: str) -> None:
    news = LIVELY.format(text, "القصف")
    assert code_text(news) == code_text(news)


@PATIENT
@given(arabic_texts(max_size=12))
def test_a_quiet_line_behind_changes_nothing_of_what_stands_before(text: str) -> None:
    news = "قصفت الطائرات التركية سجنا في القامشلي.\n"
    before = [event.trigger for event in code_text(news).events]
    assert [event.trigger for event in code_text(news + text).events][: len(before)] == before


CUT_OFF = [
    pytest.param("قال الوزير إن", id="behind that"),
    pytest.param("قال الوزير إن القوات انسحبت وأضاف أن", id="behind a second that"),
    pytest.param("قال الوزير:", id="behind a colon"),
    pytest.param("قال الوزير: “", id="behind an opening mark"),
    pytest.param("بحسب", id="behind according to"),
    pytest.param("اتهمت أنقرة دمشق ب", id="behind a preposition"),
    pytest.param("قصفت", id="behind a verb"),
    pytest.param("محاولة", id="behind attempt"),
]


@pytest.mark.parametrize("text", CUT_OFF)
def test_text_that_is_cut_off_does_not_crash(text: str) -> None:
    check_spans(code_text(text))


HOSTILE = [
    pytest.param("قصف " * 10_000, id="ten thousand times a trigger"),
    pytest.param("قال " * 10_000, id="ten thousand times a cue"),
    pytest.param("قال إن " * 5_000, id="cues inside of cues"),
    pytest.param("، " * 10_000, id="only commas"),
    pytest.param("“" * 10_000, id="only quotation marks"),
    pytest.param("." * 100_000, id="only stops"),
    pytest.param("قصف" * 30_000, id="one endless word"),
    pytest.param("ق.ص.ف." * 10_000, id="one endless censored word"),
    pytest.param("ق ص ف " * 10_000, id="letters spaced out"),
    pytest.param("قـ" * 30_000, id="tatweel without end"),
    pytest.param("\u200f" * 50_000 + "قصف الجيش البلدة", id="direction marks in front"),
    pytest.param("َ" * 50_000 + "قصف الجيش البلدة", id="vowels in front"),
    pytest.param("قصفت الطائرات السجن وقال الوزير إن القوات " * 2_000, id="a sentence without a stop"),
    pytest.param("٣ " * 20_000, id="only numbers"),
    pytest.param("ثلاثة و" * 10_000, id="a number without end"),
    pytest.param("في القامشلي و" * 5_000, id="places without end"),
    pytest.param("(" * 5_000 + "قصف" + ")" * 5_000, id="brackets inside of brackets"),
    pytest.param("قصف الجيش البلدة\n" * 3_000, id="three thousand sentences"),
    pytest.param("\x00قصف\x00الجيش\x00البلدة\x00" * 1_000, id="NUL between words"),
]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_neither_crashes_nor_hangs(text: str) -> None:
    check_spans(code_text(text))

# SPDX-License-Identifier: Apache-2.0
"""The stages in their order: what a document becomes, and what an assessment is given."""

from pathlib import Path

import pytest

import rasid
from rasid import pipeline
from rasid.errors import KnowledgeError, SettingsError
from rasid.read import read_text
from rasid.records import CodedDocument, Document, Issue

ARTICLES = Path(__file__).parents[1] / "examples" / "articles"
NEWS = "قصفت الطائرات التركية سجنا في القامشلي"  # Turkish aircraft bombed a prison in Qamishli


def code(text: str, language: str = "ar") -> CodedDocument:
    (coded,) = rasid.code([read_text(text, language="en" if language == "en" else "ar")])
    return coded


def fail_with(monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def analyse(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(pipeline, "analyse", analyse)


def test_language_without_a_lexicon_costs_its_documents_only(monkeypatch: pytest.MonkeyPatch) -> None:
    fail_with(monkeypatch, KnowledgeError("not there", code="no_file", record_id="lexicon/en/triggers.tsv"))
    coded = code("Troops shelled a town.", "en")
    assert [(issue.stage, issue.code, issue.severity) for issue in coded.issues] == [("text", "no_lexicon", "error")]
    assert not coded.relevant


@pytest.mark.parametrize(
    "error",
    [
        KnowledgeError("line 3: four cells", code="unequal_columns", record_id="lexicon/en/triggers.tsv"),
        KnowledgeError("not there", code="no_file", record_id="lexicon/ar/triggers.tsv"),
        KnowledgeError("not there", code="no_file", record_id="actors/actors.tsv"),
    ],
    ids=["broken", "of another language", "of all languages"],
)
def test_knowledge_that_is_broken_stops_the_run(monkeypatch: pytest.MonkeyPatch, error: KnowledgeError) -> None:
    fail_with(monkeypatch, error)
    with pytest.raises(KnowledgeError):
        code("Troops shelled a town.", "en")


def test_language_that_is_not_coded_is_a_note() -> None:
    document = read_text(NEWS, language="ar")
    (coded,) = rasid.code([Document(id=document.id, sha256=document.sha256, text="Sie haben gewonnen.", language="und")])
    assert [(issue.code, issue.severity) for issue in coded.issues] == [("language_not_coded", "note")]


def test_issues_among_documents_are_passed_over() -> None:
    issue = Issue(stage="read", code="empty", detail="nothing in it")
    assert len(list(rasid.code([issue, read_text(NEWS, language="ar")]))) == 1


def test_documents_do_not_depend_on_each_other() -> None:
    documents = list(rasid.read(ARTICLES))
    assert list(rasid.code(documents[::-1]))[::-1] == list(rasid.code(documents))


def test_every_span_cuts_its_words() -> None:
    for coded in rasid.code(rasid.read(ARTICLES)):
        length = len(coded.document.text)
        spans = [event.trigger for event in coded.events] + [claim.content for claim in coded.claims]
        assert all(0 <= span.start < span.end <= length and span.of(coded.document.text).strip() for span in spans)


def test_assessments_see_prisons_and_camps() -> None:
    found = rasid.assess(rasid.code(rasid.read(ARTICLES)), language="ar")
    assert any(site.observations for site in found.sites)


def test_assessment_does_not_depend_on_the_order() -> None:
    coded = list(rasid.code(rasid.read(ARTICLES)))
    assert rasid.assess(coded[::-1], now="2019-10-25") == rasid.assess(coded, now="2019-10-25")


def test_assessment_in_an_unknown_language_is_refused() -> None:
    with pytest.raises(SettingsError, match="no assessment in language 'fr'; there are: ar, en"):
        rasid.assess([], language="fr")

# SPDX-License-Identifier: Apache-2.0
"""An explanation shows the clauses as the grammar read them, what became of each word of the lexicon, and what a score is made of."""

import pytest

from rasid.events import probability
from rasid.explain import ExplainedPredicate, ExplainedSentence, explain
from rasid.read import read_text
from reading import COMPANY, PUBLISHED


def first_sentence(text: str, language: str = "ar") -> tuple[ExplainedSentence, str]:
    whole = text + COMPANY if language == "ar" else text
    document = read_text(whole, language="ar" if language == "ar" else "en", published=PUBLISHED)
    return explain(document).sentences[0], whole


def predicate_at(sentence: ExplainedSentence, text: str, word: str) -> ExplainedPredicate:
    return next(one for clause in sentence.clauses for one in clause.predicates if one.head.of(text) == word)


def test_dependents_have_reasons() -> None:
    sentence, text = first_sentence("قصفت الطائرات الحربية مستودعا في حارم")  # warplanes bombed a depot in Harem
    verb = predicate_at(sentence, text, "قصفت")
    assert [(one.name, one.span.of(text), one.preposition) for one in verb.relations] == [
        ("subject", "الطائرات الحربية", ""),
        ("object", "مستودعا", ""),
        ("oblique", "حارم", "في"),
    ]
    assert all(one.reason for one in verb.relations)


def test_what_governs_and_negates() -> None:
    # The army tried to storm the town, and did not shell the village.
    sentence, text = first_sentence("حاول الجيش اقتحام البلدة، ولم يقصف القرية")
    storming = predicate_at(sentence, text, "اقتحام")
    assert storming.over is not None
    assert (storming.over.of(text), storming.over_as) == ("حاول", "object")
    assert [one.span.of(text) for one in storming.governors] == ["حاول"]
    assert "attempt" in storming.governors[0].classes
    negation = predicate_at(sentence, text, "يقصف").negation
    assert negation is not None
    assert negation.of(text) == "ولم"


def test_clauses_are_numbered_and_hold_their_predicates() -> None:
    sentence, text = first_sentence("قال الناطق إن القوات انسحبت من البلدة")  # the spokesman said that the forces withdrew from the town
    assert [clause.number for clause in sentence.clauses] == sorted({clause.number for clause in sentence.clauses})
    saying, leaving = predicate_at(sentence, text, "قال"), predicate_at(sentence, text, "انسحبت")
    numbers = {one.head: clause.number for clause in sentence.clauses for one in clause.predicates}
    assert numbers[saying.head] < numbers[leaving.head]


@pytest.mark.parametrize(
    ("text", "rule", "outcome"),
    [
        # the team won by penalty kicks
        pytest.param("فاز الفريق بضربات الترجيح", "ar:darba", "kept away by unless next:", id="a condition"),
        # three were killed in the shelling of the village
        pytest.param("قتل ثلاثة في قصف القرية", "ar:qutila", "joined to another event", id="a toll"),
    ],
)
def test_words_of_the_lexicon_that_are_no_event(text: str, rule: str, outcome: str) -> None:
    sentence, _ = first_sentence(text)
    assert any(row.rule == rule and row.outcome.startswith(outcome) for row in sentence.tried)


@pytest.mark.parametrize(("text", "language"), [("قصفت الطائرات الحربية مستودعا في حارم", "ar"), ("Warplanes bombed a depot in Harem.", "en")])
def test_parts_of_a_score_add_up(text: str, language: str) -> None:
    sentence, _ = first_sentence(text, language)
    assert sentence.events
    assert [event.score for event in sentence.events] == [probability(parts) for parts in sentence.scores]


def test_language_that_is_not_coded_has_its_issue_and_no_sentences() -> None:
    explanation = explain(read_text("Les avions ont frappé un dépôt.", language="und"))
    assert explanation.sentences == ()
    assert explanation.coded.issues

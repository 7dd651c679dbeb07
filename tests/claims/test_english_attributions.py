# SPDX-License-Identifier: Apache-2.0
"""English attributions in full: who says, asks, believes or wants what, sentence by sentence."""

from typing import NamedTuple

import pytest

from rasid.claims.english import find_attributions, knows_attribution
from rasid.read import read_text
from rasid.text import analyse


class Words(NamedTuple):
    """One attribution as words."""

    source: str | None
    cue: str | None
    contents: list[str]


def read(text: str, *, attitudes: bool = False) -> list[Words]:
    """Return the attributions of a text."""
    document = read_text(text, language="en")
    sentences = analyse(document, wanted=lambda token: knows_attribution(token, attitudes=attitudes))
    return [
        Words(found.source and found.source.of(text), found.cue and found.cue.of(text), [content.of(text) for content in found.contents])
        for found in find_attributions(sentences, text=text, attitudes=attitudes)
    ]


SAID = [
    pytest.param("The governor said that the bridge was closed.", "The governor", "said", ["that the bridge was closed"], id="that"),
    pytest.param("Residents said the bridge was closed.", "Residents", "said", ["the bridge was closed"], id="no marker"),
    pytest.param("He has repeatedly said the bridge is safe.", "He", "has repeatedly said", ["the bridge is safe"], id="pronoun and adverb"),
    pytest.param("The bridge was closed, the governor said.", "the governor", "said", ["The bridge was closed"], id="clause before"),
    pytest.param("However, the bridge was closed, the governor said.", "the governor", "said", ["the bridge was closed"], id="behind a linking adverb"),
    pytest.param("The bridge, the governor said, was closed.", "the governor", "said", ["The bridge", "was closed"], id="in the middle"),
    pytest.param("“The bridge is closed,” said Mr. Haddad.", "Mr. Haddad", "said", ["“The bridge is closed,”"], id="quotation and inversion"),
    pytest.param("“We will wait. The bridge is closed,” she added.", "she", "added", ["“We will wait. The bridge is closed,”"], id="quotation of two sentences"),
    pytest.param("“It is closed,” he said. “We wait.”", "he", "said", ["“It is closed,”", "“We wait.”"], id="quotation goes on behind"),
    pytest.param("“We wait,” he said, “for the engineers.”", "he", "said", ["“We wait,”", "“for the engineers.”"], id="quotation interrupted"),
    pytest.param("The ministry told reporters that the road was open.", "The ministry", "told", ["that the road was open"], id="whom it was told"),
    pytest.param("They are asking residents to leave the town.", "They", "are asking", ["to leave the town"], id="infinitive behind whom it addresses"),
    pytest.param("They are urging residents to leave the town.", "They", "are urging", ["residents to leave the town"], id="infinitive with its subject"),
    pytest.param("As experts have said, the dam is old.", "experts", "have said", ["the dam is old"], id="as they said"),
    pytest.param("“Who fired?” a witness asked.", "a witness", "asked", ["“Who fired?”"], id="question"),
    pytest.param("There needs to be a law, she says.", "she", "says", ["There needs to be a law"], id="a verb behind there"),
    pytest.param("The envoy vowed not to return.", "The envoy", "vowed", ["not to return"], id="negated infinitive"),
    pytest.param("The mayor called for an inquiry into the fire.", "The mayor", "called for", ["an inquiry into the fire"], id="preposition of the cue"),
    pytest.param("According to the agency, the road was open.", "the agency", "According to", ["the road was open"], id="according to, first"),
    pytest.param("The road was open, according to the agency.", "the agency", "according to", ["The road was open"], id="according to, last"),
    pytest.param("The senator went on to say that the road was open.", "The senator", "went on to say", ["that the road was open"], id="chain of verbs"),
    pytest.param("The minister did not say when the road would open.", "The minister", "did not say", ["when the road would open"], id="negation and question"),
    pytest.param("HADDAD: Thank you. The floor is yours.", "HADDAD", ":", ["Thank you. The floor is yours."], id="transcript"),
]


@pytest.mark.parametrize(("text", "source", "cue", "contents"), SAID)
def test_saying(text: str, source: str, cue: str, contents: list[str]) -> None:
    assert read(text) == [Words(source, cue, contents)]


SOURCES = [
    pytest.param("Lina Khoury, a spokeswoman for the union, said the port was shut.", "Lina Khoury, a spokeswoman for the union,", id="apposition before"),
    pytest.param("“It is shut,” said Lina Khoury, a spokeswoman for the union.", "Lina Khoury, a spokeswoman for the union", id="apposition behind"),
    pytest.param("Rep. Anna Stone (D-Ohio) said the port was shut.", "Rep. Anna Stone (D-Ohio)", id="brackets"),
    pytest.param("“It is shut,” Sen. John Q. Marsh, a critic of the plan, said.", "Sen. John Q. Marsh, a critic of the plan,", id="between quotation and verb"),
    pytest.param("Officials in April said the port was shut.", "Officials", id="without the month"),
    pytest.param("The port was shut, one county official said.", "one county official", id="behind a comma"),
    pytest.param("The New York Times reported that the port was shut.", "The New York Times", id="a paper is no time"),
]


@pytest.mark.parametrize(("text", "source"), SOURCES)
def test_source_in_full(text: str, source: str) -> None:
    assert [found.source for found in read(text)] == [source]


def test_what_lies_inside_what_another_says_is_no_attribution_of_its_own() -> None:
    assert [found.cue for found in read("The clerk said the mayor claimed that the vote was void.")] == ["said"]


def test_an_attribution_that_closes_the_sentence_holds_those_inside() -> None:
    (found,) = read("The mayor claimed that the vote was void, the clerk said.")
    assert (found.source, found.contents) == ("the clerk", ["The mayor claimed that the vote was void"])


def test_a_clause_of_concession_ends_before_the_main_clause() -> None:
    found = read("While he conceded that the road was bad, the mayor said that the bridge was safe.")
    assert [words.contents for words in found] == [["that the road was bad"], ["that the bridge was safe"]]


def test_two_cues_of_one_speaker() -> None:
    found = read("The union denounced the decree and demanded an apology.")
    assert [(words.cue, words.contents) for words in found] == [("denounced", ["the decree"]), ("demanded", ["an apology"])]


def test_a_title_in_quotation_marks_is_no_statement() -> None:
    (found,) = read("“It is shut,” Marsh said on “Meet the Press.”")
    assert found.contents == ["“It is shut,”"]


def test_a_verb_that_leans_on_its_pronoun_is_of_the_cue() -> None:
    (found,) = read("They've said that the port is shut.")
    assert (found.source, found.cue) == ("They", "'ve said")


ATTITUDES = [
    pytest.param("Voters want lower taxes.", "Voters", "want", ["lower taxes"], id="wants"),
    pytest.param("Rebels want the army to leave.", "Rebels", "want", ["the army to leave"], id="wants somebody to"),
    pytest.param("The union opposes the merger.", "The union", "opposes", ["the merger"], id="opposes"),
    pytest.param("The parents were angry that the school had closed.", "The parents", "were angry", ["that the school had closed"], id="adjective"),
    pytest.param("The premier's refusal to resign.", "The premier's", "refusal", ["to resign"], id="noun with its owner"),
    pytest.param("The vote was marred by allegations of fraud.", None, "allegations of", ["fraud"], id="charge without source"),
    pytest.param("The plan was opposed by the miners.", "the miners", "was opposed", ["The plan"], id="passive"),
]


@pytest.mark.parametrize(("text", "source", "cue", "contents"), ATTITUDES)
def test_attitude(text: str, source: str | None, cue: str, contents: list[str]) -> None:
    assert read(text, attitudes=True) == [Words(source, cue, contents)]


def test_attitudes_are_found_only_where_they_are_asked_for() -> None:
    assert read("Voters want lower taxes.") == []


FAMILIES = [
    pytest.param("Marc Aubert, the foreign minister, a former envoy, said the road was open.", "Marc Aubert, the foreign minister, a former envoy,", "said", id="two appositions"),
    pytest.param("A 2014 study found that the road was unsafe.", "A 2014 study", "found", id="a year in a name"),
    pytest.param("The deputy then said the road was open.", "The deputy", "then said", id="then"),
    pytest.param("Farmers were frustrated that the road was shut.", "Farmers", "were frustrated", id="what people feel"),
    pytest.param("The opposition called the vote a farce.", "The opposition", "called", id="a name for a thing"),
    pytest.param("Last week Marsh said the road was open.", "Marsh", "said", id="a week before the name"),
]


@pytest.mark.parametrize(("text", "source", "cue"), FAMILIES)
def test_families(text: str, source: str, cue: str) -> None:
    assert [(found.source, found.cue) for found in read(text, attitudes=True)] == [(source, cue)]

# SPDX-License-Identifier: Apache-2.0
"""English in its place: kinds of words, noun phrases, and who does what to whom in a clause."""

import pytest

from rasid.records import Predicate
from reading import parse_text, wrong

KINDS = [
    pytest.param("Rebels attack the base.", "attack", "verb", id="plural subject and object"),
    pytest.param("The attack began.", "attack", "noun", id="behind an article"),
    pytest.param("They will attack Idlib.", "attack", "verb", id="behind a modal"),
    pytest.param("An attack on the base.", "attack", "noun", id="before on"),
    pytest.param("If Turkey attacks, the SDF leaves.", "attacks", "verb", id="closes a condition"),
    pytest.param("Troops tried to raid the camp.", "raid", "verb", id="behind to"),
    pytest.param("A raid by troops failed.", "raid", "noun", id="before by"),
    pytest.param("Since fighting erupted they fled.", "fighting", "noun", id="on -ing as subject"),
    pytest.param("They were fighting rebels.", "fighting", "verb", id="on -ing behind be"),
    pytest.param("The bombing of Aleppo went on.", "bombing", "noun", id="on -ing before of"),
    pytest.param("Russia is accused of bombing a hospital.", "bombing", "verb", id="on -ing with an object"),
    pytest.param("The monitoring group said so.", "monitoring", "adjective", id="on -ing that qualifies"),
    pytest.param("They were shot last night.", "last", "adjective", id="last before a time"),
    pytest.param("They carried out raids.", "out", "particle", id="particle of a verb"),
    pytest.param("They came out of the camp.", "out", "preposition", id="out of"),
    pytest.param("rebels killed two guards", "killed", "verb", id="lower case"),
    pytest.param("the salvadoran armed forces fled", "armed", "adjective", id="armed before what it qualifies"),
    pytest.param("two men were kidnapped thursday", "kidnapped", "verb", id="participle before a day"),
    wrong("Troops raid house in Idlib", "raid", "verb", name="headline without articles", reason="a bare noun behind it does not show an object"),
]


@pytest.mark.parametrize(("text", "form", "kind"), KINDS)
def test_kind_in_its_place(text: str, form: str, kind: str) -> None:
    assert next(token.kind for token in parse_text(text, language="en").tokens if token.word.form == form) == kind


PHRASES = [
    pytest.param("He left the town of Tal Tamr.", ["the town of Tal Tamr"], id="chain with of"),
    pytest.param("At least 27 people fled.", ["At least 27 people"], id="bound and number"),
    pytest.param("The Syrian Democratic Forces (SDF) fled.", ["The Syrian Democratic Forces (SDF)"], id="short name in brackets"),
    pytest.param("The Syrian Observatory for Human Rights spoke.", ["The Syrian Observatory for Human Rights"], id="for inside a name"),
    pytest.param("Rebels and jihadists fled.", ["Rebels", "jihadists"], id="two joined"),
    pytest.param("They shot two guards last night.", ["two guards", "last night"], id="a time ends a phrase"),
    pytest.param("They hurt ten others.", ["ten others"], id="number and others"),
    pytest.param("The army’s shelling stopped.", ["The army’s shelling"], id="possessor"),
    pytest.param("they burned a route 302 bus.", ["a route 302 bus"], id="number inside a compound"),
    pytest.param("The 3d brigade left.", ["The 3d brigade"], id="short ordinal"),
    pytest.param("He told of the 16 November murder.", ["the 16 November murder"], id="dated event"),
]


@pytest.mark.parametrize(("text", "phrases"), PHRASES)
def test_phrases(text: str, phrases: list[str]) -> None:
    found = [phrase.span.of(text) for phrase in parse_text(text, language="en").phrases]
    assert [phrase for phrase in found if phrase in phrases] == phrases


HEADS = [
    pytest.param("Dozens of civilians fled.", "civilians", id="behind a number and of"),
    pytest.param("The town of Tal Tamr fell.", "town", id="before of"),
    pytest.param("Syrian government forces fled.", "forces", id="last of a compound"),
    pytest.param("A number of fighters fled.", "fighters", id="behind a word of quantity"),
]


@pytest.mark.parametrize(("text", "head"), HEADS)
def test_head_of_a_phrase(text: str, head: str) -> None:
    sentence = parse_text(text, language="en")
    assert sentence.tokens[sentence.phrases[0].head].word.form == head


def predicate(text: str, form: str) -> Predicate:
    sentence = parse_text(text, language="en")
    return next(found for found in sentence.predicates if sentence.tokens[found.head].word.form == form)


def words(text: str, form: str, relation: str) -> list[str]:
    return [phrase.span.of(text) for phrase in getattr(predicate(text, form), relation)]


SUBJECTS = [
    pytest.param("The army shelled the town.", "shelled", ["The army"], id="before the verb"),
    pytest.param("The army said rebels shelled the town.", "shelled", ["rebels"], id="of a clause without that"),
    pytest.param("Gunmen who stormed the prison freed inmates.", "stormed", ["Gunmen"], id="of a relative clause"),
    pytest.param("Gunmen who stormed the prison freed inmates.", "freed", ["Gunmen"], id="of the main verb behind a relative clause"),
    pytest.param("Rebels attacked the plant and killed two guards.", "killed", ["Rebels"], id="shared behind and"),
    pytest.param("A bomber struck a wedding, killing 32 people.", "killing", ["A bomber"], id="of a participle of result"),
    pytest.param("After crossing the border, the family flew home.", "crossing", ["the family"], id="of a leading participle"),
    pytest.param("Camps housing fighters and families are full.", "housing", ["Camps"], id="noun before a participle"),
    pytest.param("Turkey threatened to attack Kobani.", "attack", ["Turkey"], id="of the verb above to"),
    pytest.param("Trump ordered troops to leave Syria.", "leave", ["troops"], id="object of a verb of ordering"),
    pytest.param("“We will stay,” said Ahmed, a resident.", "said", ["Ahmed"], id="behind a verb of saying"),
    pytest.param("The SDF, a Kurdish-led force, took the village.", "took", ["The SDF"], id="before an apposition"),
    pytest.param("The president, Bashar Assad, fled.", "fled", ["The president, Bashar Assad"], id="title and name in commas"),
    pytest.param("Troops left as they ran out of fuel.", "ran", ["Troops"], id="what a pronoun stands for"),
    pytest.param("Protesters and police clashed.", "clashed", ["Protesters", "police"], id="two joined"),
    pytest.param("A witness named Ahmad said so.", "said", ["A witness"], id="before a participle of naming"),
]


@pytest.mark.parametrize(("text", "verb", "subject"), SUBJECTS)
def test_subject(text: str, verb: str, subject: list[str]) -> None:
    assert words(text, verb, "subject") == subject


OBJECTS = [
    pytest.param("The army shelled the town.", "shelled", ["the town"], id="behind the verb"),
    pytest.param("Gunmen who stormed the prison freed inmates.", "stormed", ["the prison"], id="inside a relative clause"),
    pytest.param("Jets struck, killing and wounding civilians.", "killing", ["civilians"], id="shared by joined verbs"),
    pytest.param("They carried out dozens of raids.", "carried", ["dozens of raids"], id="behind a particle"),
    pytest.param("Rebels blew up the bridge.", "blew", ["the bridge"], id="behind up"),
    pytest.param("The town that rebels captured burned.", "captured", ["The town"], id="antecedent of a relative clause"),
    pytest.param("They hit schools and hospitals.", "hit", ["schools", "hospitals"], id="two joined"),
    pytest.param("The bombing of Aleppo went on.", "bombing", ["Aleppo"], id="of an event noun"),
]


@pytest.mark.parametrize(("text", "head", "objects"), OBJECTS)
def test_object(text: str, head: str, objects: list[str]) -> None:
    assert words(text, head, "object") == objects


PASSIVES = [
    pytest.param("Three soldiers were killed by rebels.", "killed", id="with be"),
    pytest.param("The town held by rebels fell.", "held", id="participle before by"),
    pytest.param("He was captured and killed.", "killed", id="be shared behind and"),
    pytest.param("100 killed in raids", "killed", id="headline"),
]


@pytest.mark.parametrize(("text", "verb"), PASSIVES)
def test_passive(text: str, verb: str) -> None:
    assert predicate(text, verb).voice == "passive"


OBLIQUES = [
    pytest.param("The town was taken by rebels on Friday.", "taken", [("by", "rebels"), ("on", "Friday")], id="of a passive"),
    pytest.param("The attack by militants on the base failed.", "attack", [("by", "militants"), ("on", "the base")], id="of an event noun"),
    pytest.param("Clashes broke out between the SDF and rebels.", "Clashes", [("between", "the SDF"), ("between", "rebels")], id="behind a verb of occurring"),
    pytest.param("The killing was carried out by ETA.", "killing", [("by", "ETA")], id="behind a passive that carries the noun"),
]


@pytest.mark.parametrize(("text", "head", "obliques"), OBLIQUES)
def test_obliques(text: str, head: str, obliques: list[tuple[str, str]]) -> None:
    assert [(phrase.preposition, phrase.span.of(text)) for phrase in predicate(text, head).obliques] == obliques


NEGATED = [
    pytest.param("Rebels did not withdraw.", "withdraw", "not", id="did not"),
    pytest.param("They didn't fire.", "fire", "n't", id="n't"),
    pytest.param("They left without firing a shot.", "firing", "without", id="without"),
    pytest.param("The army never shelled it.", "shelled", "never", id="never"),
]


@pytest.mark.parametrize(("text", "verb", "negation"), NEGATED)
def test_negation(text: str, verb: str, negation: str) -> None:
    sentence = parse_text(text, language="en")
    index = predicate(text, verb).negation
    assert index is not None
    assert sentence.tokens[index].word.key == negation


GOVERNED = [
    pytest.param("They tried to retake the city.", "retake", "tried", id="verb above to"),
    pytest.param("They may attack.", "attack", "may", id="modal"),
    pytest.param("If they attack, we leave.", "attack", "If", id="condition"),
    pytest.param("Fears of a massacre grew.", "massacre", "Fears", id="noun above of"),
    pytest.param("An attempted assassination failed.", "assassination", "attempted", id="adjective"),
    pytest.param("Turkey plans to launch an offensive.", "offensive", "plans", id="through the verb that carries the noun"),
]


@pytest.mark.parametrize(("text", "head", "governor"), GOVERNED)
def test_governor(text: str, head: str, governor: str) -> None:
    sentence = parse_text(text, language="en")
    assert governor in [sentence.tokens[index].word.form for index in predicate(text, head).governors]

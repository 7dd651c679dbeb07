# SPDX-License-Identifier: Apache-2.0
"""English events: their types by sense and means, who does it to whom, whether it happened, and how many."""

import pytest

from rasid.records import LanguageCode
from reading import EventWords, code_text, event_words, wrong

ENGLISH: LanguageCode = "en"


def events(text: str) -> list[EventWords]:
    coded = code_text(text, language=ENGLISH)
    return [event_words(event, coded) for event in coded.events]


def event(text: str, event_type: str) -> EventWords:
    every = events(text)
    found = [one for one in every if one.type == event_type]
    assert len(found) == 1, f"{len(found)} events of type {event_type} in '{text}'; all: {every}"
    return found[0]


TYPES = [
    pytest.param("Rebels and soldiers clashed near the town.", "battle", id="clash of armed sides"),
    pytest.param("Protesters and police clashed in Baghdad.", "riot", id="clash with protesters"),
    pytest.param("Russian warplanes bombed Idlib.", "air_strike", id="bombed by aircraft"),
    pytest.param("The army shelled the town.", "shelling", id="artillery"),
    pytest.param("A car bomb exploded in Mosul.", "bombing", id="car bomb"),
    pytest.param("Gunmen attacked a checkpoint.", "armed_attack", id="attack of unstated means"),
    pytest.param("Gunmen assassinated the mayor.", "assassination", id="chosen person"),
    pytest.param("The group beheaded a hostage.", "execution", id="captive killed"),
    pytest.param("Gunmen kidnapped two aid workers.", "abduction", id="kidnapping"),
    pytest.param("Fighters torched houses in the village.", "destruction", id="arson"),
    pytest.param("The SDF captured the village.", "territory_gain", id="place captured"),
    pytest.param("Police captured a suspect.", "arrest", id="person captured"),
    pytest.param("American troops withdrew from the town.", "withdrawal", id="forces leave"),
    pytest.param("Turkey sent troops to the border.", "deployment", id="forces sent"),
    pytest.param("Dozens of prisoners escaped from the prison.", "escape", id="out of custody"),
    pytest.param("The SDF released 300 prisoners.", "release", id="prisoners freed"),
    pytest.param("Thousands of civilians fled the fighting in the city.", "displacement", id="civilians flee"),
    pytest.param("Thousands demonstrated in the capital against the government.", "protest", id="demonstration"),
    pytest.param("The rebels and the government signed a ceasefire.", "agreement", id="ceasefire"),
    pytest.param("The United States imposed sanctions on Iran.", "sanction", id="sanctions"),
]


@pytest.mark.parametrize(("text", "event_type"), TYPES)
def test_type(text: str, event_type: str) -> None:
    assert event_type in [one.type for one in events(text)]


NOT_EVENTS = [
    pytest.param("The striker's late goal gave his team the match.", id="sport"),
    pytest.param("He suffered a heart attack in hospital.", id="heart attack"),
    pytest.param("Workers called a strike over pay at the bank.", id="strike over pay is no air strike"),
    pytest.param("Oil prices rose after the company released its figures.", id="released figures"),
]


@pytest.mark.parametrize("text", NOT_EVENTS)
def test_words_of_violence_in_other_senses_give_no_violence(text: str) -> None:
    violent = {"battle", "air_strike", "shelling", "bombing", "armed_attack", "assassination", "execution", "release"}
    assert not [one for one in events(text) if one.type in violent]


ROLES = [
    pytest.param("Rebels attacked a checkpoint.", "armed_attack", ["Rebels"], ["a checkpoint"], id="active"),
    pytest.param("A checkpoint was attacked by rebels.", "armed_attack", ["rebels"], ["A checkpoint"], id="passive with by"),
    pytest.param("The attack by militants on the base failed.", "armed_attack", ["militants"], ["the base"], id="noun with by and on"),
    pytest.param("The Syrian army's shelling of the hospital went on.", "shelling", ["Syrian army"], ["the hospital"], id="possessor and of"),
    pytest.param("Turkey launched an offensive against Kurdish forces.", "military_operation", ["Turkey"], ["Kurdish forces"], id="verb that carries the noun"),
    pytest.param("Police foiled an attack on a mosque.", "armed_attack", [], ["a mosque"], id="who foils it does not do it"),
    pytest.param("Clashes broke out between the SDF and rebels.", "battle", ["the SDF", "rebels"], [], id="both sides of between"),
    pytest.param("Rebels attacked the plant and killed two guards.", "armed_attack", ["Rebels"], ["the plant", "two guards"], id="the killed of an attack are its targets"),
    pytest.param("The attack on the base left 20 soldiers dead.", "armed_attack", [], ["the base", "20 soldiers"], id="what leaves dead is no victim"),
    pytest.param("Two journalists are missing since they were abducted by gunmen.", "abduction", ["gunmen"], ["Two journalists"], id="pronoun"),
    pytest.param("Gunmen who stormed the prison freed inmates.", "release", ["Gunmen"], ["inmates"], id="behind a relative clause"),
    pytest.param("guerrillas of the fmln attacked the power plant.", "armed_attack", ["guerrillas of the fmln"], ["the power plant"], id="lower case"),
    pytest.param("A gunman shot and killed the senator.", "armed_attack", ["A gunman"], ["the senator"], id="two verbs with one object"),
    pytest.param("The soldiers found the priests and shot them.", "armed_attack", ["The soldiers"], [], id="a pronoun is an object"),
    pytest.param("Two guards were found murdered in their flat.", "armed_attack", [], ["Two guards"], id="found murdered"),
    pytest.param("Salvadoran armed forces attacked the plant.", "armed_attack", ["Salvadoran armed forces"], ["the plant"], id="armed is no verb"),
    pytest.param(
        "Rebels killed a priest, a nun, and her driver.", "armed_attack", ["Rebels"], ["a priest", "a nun", "her driver"], id="comma before the last"
    ),
    pytest.param("The priests murdered last Friday by soldiers were buried.", "armed_attack", ["soldiers"], ["The priests"], id="a time before by"),
    pytest.param(
        "Rebels took the town, killed two guards and burned a bank.", "destruction", ["Rebels"], ["a bank"], id="a list of deeds"
    ),
]

BLAMED = [
    pytest.param("The army said rebels were responsible for the attack on the bus.", ["rebels"], ["the bus"], id="responsible for"),
    pytest.param("Police linked two officers to the murder of the priest.", ["two officers"], ["the priest"], id="linked to"),
    pytest.param("The police attributed the attack to members of a gang.", ["members of a gang"], [], id="attributed to: no target"),
    pytest.param("The attack on the church was the work of militants.", ["militants"], ["the church"], id="the work of"),
    pytest.param("Militants were behind the attack on the church.", ["Militants"], ["the church"], id="behind"),
    pytest.param("A court tried soldiers for killing a priest.", ["soldiers"], ["a priest"], id="tried for"),
    pytest.param("The arrest of two guards for killing a priest was welcomed.", ["two guards"], ["a priest"], id="arrest of, for"),
    pytest.param("The killing of two priests, carried out by soldiers, shocked the town.", ["soldiers"], ["two priests"], id="carried out by, behind a comma"),
    pytest.param("The murder of the priest has been blamed on soldiers.", ["soldiers"], ["the priest"], id="blamed on"),
    pytest.param("The guerrillas' attack on the plant was condemned.", ["guerrillas"], ["the plant"], id="plural possessor"),
    pytest.param("A rebel attack on the bank failed.", ["rebel"], ["the bank"], id="the side inside the words for the attack"),
    pytest.param("He accused the army of being responsible for the murder of the priest.", ["the army"], ["the priest"], id="accused of being responsible"),
    pytest.param("Police arrested two men after the attack on the bus.", [], ["the bus"], id="who arrests after it did not do it"),
]


@pytest.mark.parametrize(("text", "actor", "target"), BLAMED)
def test_who_is_held_to_be_behind_it(text: str, actor: list[str], target: list[str]) -> None:
    found = next(one for one in events(text) if one.type in {"armed_attack", "casualty", "assassination"})
    assert (found.actor, found.target) == (actor, target)


HIT = [
    pytest.param("A bomb exploded in front of the consulate.", ["the consulate"], ["bomb"], id="in front of"),
    pytest.param("Two grenades were thrown at a bus by militants.", ["a bus"], ["grenades"], id="thrown at, passive"),
    pytest.param("A bomb exploded at 1000 near the entrance of the bank.", ["the entrance of the bank"], ["bomb"], id="an hour is not hit"),
    pytest.param("Militants, using rockets, attacked the station.", ["the station"], [], id="a clause between commas has no subject for the verb"),
    pytest.param("The plane exploded in the air.", ["The plane"], [], id="what explodes is hit"),
    pytest.param("The embassy was the target of a rocket attack.", ["The embassy"], ["rocket"], id="the target of"),
    pytest.param("The explosion caused serious damage to the hotel.", ["the hotel"], [], id="damage to"),
    pytest.param("Rebels attacked the station with rockets.", ["the station"], ["rockets"], id="with"),
    pytest.param("Rebels attacked the station, using rifles.", ["the station"], ["rifles"], id="using"),
]


@pytest.mark.parametrize(("text", "target", "instrument"), HIT)
def test_what_is_hit_and_with_what(text: str, target: list[str], instrument: list[str]) -> None:
    violent = {"bombing", "shelling", "armed_attack", "air_strike"}
    found = [one for one in events(text) if one.type in violent]
    assert [span for one in found for span in one.target] == target
    assert [span for one in found for span in one.instrument] == instrument


@pytest.mark.parametrize(("text", "event_type", "actor", "target"), ROLES)
def test_who_does_it_to_whom(text: str, event_type: str, actor: list[str], target: list[str]) -> None:
    found = event(text, event_type)
    assert (found.actor, found.target) == (actor, target)


FACTUALITY = [
    pytest.param("Rebels attacked the airport.", "armed_attack", "happened", id="asserted"),
    pytest.param("Rebels tried to attack the airport.", "armed_attack", "attempted", id="tried to"),
    pytest.param("Police foiled an attack on a mosque.", "armed_attack", "attempted", id="foiled"),
    pytest.param("An attempted assassination of the mayor shook the city.", "assassination", "attempted", id="attempted"),
    pytest.param("The rebels plan to attack the airport.", "armed_attack", "planned", id="plan to"),
    pytest.param("The SDF will release 300 prisoners.", "release", "planned", id="will"),
    pytest.param("Rebels may attack the airport.", "armed_attack", "possible", id="may"),
    pytest.param("If rebels attack the airport, troops will leave.", "armed_attack", "possible", id="if"),
    pytest.param("Fears of a massacre grew in the city.", "execution", "possible", id="fears of"),
    pytest.param("Turkey threatened to invade Syria.", "military_operation", "possible", id="threatened to"),
    pytest.param("The rebels did not attack the airport.", "armed_attack", "denied", id="did not"),
    pytest.param("Israel denied bombing the hospital.", "bombing", "denied", id="denied"),
    pytest.param("They called on all sides to stop fighting.", "suspend_operation", "possible", id="a halt that is called for"),
]


@pytest.mark.parametrize(("text", "event_type", "factuality"), FACTUALITY)
def test_factuality(text: str, event_type: str, factuality: str) -> None:
    assert event(text, event_type).factuality == factuality


COUNTS = [
    pytest.param("A bomb exploded, killing three civilians and wounding ten others.", "bombing", [("killed", 3, 3), ("wounded", 10, 10)], id="killed and wounded"),
    pytest.param("The strike killed at least 27 people.", "air_strike", [("killed", 27, None)], id="at least"),
    pytest.param("Dozens of prisoners escaped from the prison.", "escape", [("escaped", 10, 99)], id="dozens"),
    pytest.param("Gunmen freed dozens of detainees.", "release", [("released", 10, 99)], id="what is done to detainees is counted"),
    pytest.param("Hundreds of families fled their homes.", "displacement", [("displaced", 100, 999)], id="hundreds"),
]


@pytest.mark.parametrize(("text", "event_type", "counts"), COUNTS)
def test_counts(text: str, event_type: str, counts: list[tuple[str, int, int | None]]) -> None:
    assert event(text, event_type).counts == counts


MEANS = [
    pytest.param("Russian jets attacked the town of Binnish.", "air_strike", id="aircraft"),
    pytest.param("Rebels attacked the base with rockets and mortars.", "shelling", id="rockets"),
    wrong("Rebels attacked the base with a car full of explosives.", "bombing", name="explosives", reason="the words for a base outweigh the means behind with"),
]


@pytest.mark.parametrize(("text", "event_type"), MEANS)
def test_attack_takes_its_type_from_the_means(text: str, event_type: str) -> None:
    assert event_type in [one.type for one in events(text)]

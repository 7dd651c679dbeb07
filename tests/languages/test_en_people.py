# SPDX-License-Identifier: Apache-2.0
"""Persons' names without capitals: titles before them, particles inside, and what only looks like one."""

import pytest

from rasid.languages.en.people import find_people
from reading import parse_text

NAMES = [
    pytest.param("gunmen killed deputy mario salazar.", [("deputy", "mario salazar")], id="title and name"),
    pytest.param("attorney general luis garcia alvarez spoke.", [("attorney general", "luis garcia alvarez")], id="title of two words"),
    pytest.param("they buried carmen ruiz de soto.", [("", "carmen ruiz de soto")], id="particle inside"),
    pytest.param("police found col. vargas.", [("col.", "vargas")], id="rank with a stop, surname alone"),
    pytest.param("the murder of jorge paz's driver.", [("", "jorge paz's")], id="a possessor ends the name"),
    pytest.param("the manuel rodriguez patriotic front fled.", [], id="a noun behind makes it a thing's name"),
    pytest.param("they left san salvador for puerto lopez.", [], id="towns"),
    pytest.param("the sandinist soldiers fled.", [], id="of what people they are"),
    pytest.param("escobar gaviria ordered it.", [("", "escobar gaviria")], id="two surnames"),
    pytest.param("General Mazloum Abdi met Senator Lindsey Graham.", [("General", "Mazloum Abdi"), ("Senator", "Lindsey Graham")], id="with capitals"),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_persons(text: str, expected: list[tuple[str, str]]) -> None:
    tokens = parse_text(text, language="en").tokens

    def words(start: int, end: int) -> str:
        return " ".join(token.word.form for token in tokens[start:end])

    assert [(words(name.titled, name.start), words(name.start, name.end)) for name in find_people(tokens)] == expected

# SPDX-License-Identifier: Apache-2.0
"""English claims: speaker, content and what a pronoun stands for."""

import pytest

from reading import read_claims

CLAIMS = [
    pytest.param("“They shelled the camp. Two died,” said Lt. Gen. Omar Haddad.", "report", "Lt. Gen. Omar Haddad", "“They shelled the camp. Two died,”", id="two sentences"),
    pytest.param("The raid, the ministry said, killed four fighters.", "report", "the ministry", "killed four fighters", id="in the middle"),
    pytest.param("The raid killed four fighters, one security official said.", "report", "one security official", "The raid killed four fighters", id="behind a comma"),
    pytest.param("The army condemned the raid that killed four villagers.", "condemn", "The army", "the raid that killed four villagers", id="a relative clause is no content"),
    pytest.param("The army accused rebels of shelling the town.", "accuse", "The army", "shelling the town", id="whom it accuses is no content"),
    pytest.param("The army blamed “armed groups” for shelling the town.", "accuse", "The army", "shelling the town", id="a name in quotation marks"),
    pytest.param("The army announced Monday it had shelled the town.", "report", "The army", "it had shelled the town", id="a day between"),
]


@pytest.mark.parametrize(("text", "act", "source", "content"), CLAIMS)
def test_claim(text: str, act: str, source: str, content: str) -> None:
    (claim,) = read_claims(text, language="en")
    assert (claim.act, claim.source, claim.content) == (act, source, content)


@pytest.mark.parametrize(
    ("first", "second", "source"),
    [
        pytest.param("The spokesman said the raid was over.", "He said two fighters were killed.", "The spokesman", id="he, a spokesman"),
        pytest.param("The ministry said the raid was over.", "It said two fighters were killed.", "The ministry", id="it, a ministry"),
        pytest.param("The ministry said the raid was over.", "He said two fighters were killed.", "He", id="he, no ministry"),
    ],
)
def test_whom_a_pronoun_stands_for(first: str, second: str, source: str) -> None:
    assert read_claims(f"{first} {second}", language="en")[-1].source == source


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("No group said that it had shelled the town.", id="nobody says it"),
        pytest.param("The army did not say that it had shelled the town.", id="denied saying"),
        pytest.param("An inquiry is to determine whether soldiers shelled the town.", id="left open"),
    ],
)
def test_no_claim(text: str) -> None:
    assert read_claims(text, language="en") == []

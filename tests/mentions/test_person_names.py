# SPDX-License-Identifier: Apache-2.0
"""Names of places that are names of persons where they stand, and hashtags that are names of places."""

import pytest

from reading import code_text


def places(text: str) -> list[str]:
    return [mention.span.of(text) for mention in code_text(text).mentions if mention.kind == "place"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("مقتل محمد فياض الذيبان في القصف", [], id="a family name"),
        pytest.param("مقتل الشاب أبو مدين في القصف", [], id="a by-name"),
        pytest.param("قصف على بلدة الذيبان", ["الذيبان"], id="behind a word for a place"),
        pytest.param("أصيب خالد في حلب بالقصف", ["حلب"], id="behind a preposition"),
        pytest.param("زار أحمد دمشق بعد القصف", ["دمشق"], id="what all know"),
    ],
)
def test_family_names(text: str, found: list[str]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("قصف على مدينة #البصيرة", ["البصيرة"], id="a guard word before the sign"),
        pytest.param("قصف على #جبل_الزاوية", ["جبل_الزاوية"], id="words joined by a line"),
        pytest.param("قصف على #حلب و#منبج", ["حلب", "منبج"], id="the sign within a word"),
        pytest.param("قصف على ريف #دير_الزور", ["دير_الزور"], id="two words"),
    ],
)
def test_hashtags(text: str, found: list[str]) -> None:
    assert places(text) == found

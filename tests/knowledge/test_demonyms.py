# SPDX-License-Identifier: Apache-2.0
"""Words for the people and things of a country lead to the country, in both languages."""

import pytest

from rasid.knowledge.demonyms import country_of_demonym


@pytest.mark.parametrize(
    ("word", "country"),
    [
        pytest.param("سوري", "SY", id="Syrian"),
        pytest.param("السوريون", "SY", id="the Syrians"),
        pytest.param("تركية", "TR", id="Turkish, feminine"),
        pytest.param("الأتراك", "TR", id="the Turks, broken plural"),
        pytest.param("الاتراك", "TR", id="hamza left out"),
        pytest.param("روسي", "RU", id="Russian"),
        pytest.param("إسرائيليين", "IL", id="Israelis, oblique"),
        pytest.param("الأمريكية", "US", id="American"),
        pytest.param("أميركي", "US", id="American, other spelling"),
        pytest.param("جنوب سوداني", "SS", id="two words"),
        pytest.param("نيجيري", "NG", id="Nigerian"),
        pytest.param("نيجري", "NE", id="of Niger"),
        pytest.param("Syrian", "SY", id="English"),
        pytest.param("Turks", "TR", id="English people"),
        pytest.param("south sudanese", "SS", id="English, two words, small letters"),
        pytest.param("كردي", "", id="a people of several countries"),
        pytest.param("عربي", "", id="Arab"),
        pytest.param("مدني", "", id="no people at all"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_country_of_a_demonym(word: str, country: str) -> None:
    assert country_of_demonym(word) == country

# SPDX-License-Identifier: Apache-2.0
"""Names of outlets that are also names of persons, common words, or names of several outlets."""

import pytest

from reading import code_text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("قتل أسد الله وفا في القصف. وقال وفا: إن القصف مستمر", [], id="a man's name"),
        pytest.param('نقلت وكالة "وفا" مقتل شاب في القصف', ["outlet:wafa.ps"], id="the agency"),
        pytest.param("قصفت قوات النظام وروسيا اليوم الجمعة البلدة", [], id="Russia, today"),
        pytest.param("ذكرت روسيا اليوم أن الجيش قصف البلدة", ["outlet:arabic.rt.com"], id="the channel"),
        pytest.param("قالت صحيفة الوطن إن الجيش قصف البلدة", [], id="al-Watan of an unknown country"),
        pytest.param("قالت صحيفة الوطن السورية إن الجيش قصف البلدة", ["outlet:alwatan.sy"], id="al-Watan of Syria"),
        pytest.param("قالت صحيفة الوطن السعودية إن الجيش قصف البلدة", ["outlet:alwatan.com.sa"], id="al-Watan of Saudi Arabia"),
    ],
)
def test_outlet_or_not(text: str, found: list[str]) -> None:
    assert [one.candidates[0].entity for one in code_text(text).mentions if one.kind == "outlet"] == found

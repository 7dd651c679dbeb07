# SPDX-License-Identifier: Apache-2.0
"""The letters tell Arabic from its neighbours, function words English from its own."""

import pytest
from hypothesis import given

from rasid.read.language import declared_language, detect_language
from strategies import any_texts, arabic_texts, vowelled_words


@pytest.mark.parametrize(
    ("text", "code"),
    [
        pytest.param("قصف الجيش مدينة إدلب صباح اليوم", "ar", id="Arabic"),
        pytest.param("قَصَفَ الجَيشُ مَدينَةَ إدلِب", "ar", id="Arabic with diacritics"),
        pytest.param("ﻗﺼﻒ ﺍﻟﺠﻴﺶ ﻣﺪﻳﻨﺔ ﺇﺩﻟﺐ", "ar", id="Arabic in presentation forms"),
        pytest.param("أعلنت القوات فی بیان أنها سیطرت علی مدینة کرکوک بالکامل", "ar", id="Arabic, Persian keys"),
        pytest.param(
            "قال پرويز گيلاني إن الجيش الباكستاني قصف مواقع في وزيرستان اليوم وقتل عشرة مسلحين",
            "ar",
            id="Arabic with names",
        ),
        pytest.param(
            "قتل 3 في إدلب https://example.org/a/very/long/link/that/goes/on/and/on", "ar", id="Arabic and a link"
        ),
        pytest.param(
            "ارتش سوریه شهر ادلب را بمباران کرد و سه غیرنظامی کشته شدند، گزارش‌ها می‌گویند", "und", id="Persian"
        ),
        pytest.param("شامی فوج نے ادلب شہر پر بمباری کی جس میں تین شہری ہلاک ہو گئے", "und", id="Urdu"),
        pytest.param(
            "سوپای سووریا شاری ئیدلبی بۆردومان کرد و سێ هاووڵاتی کوژران لە هێرشەکەدا", "und", id="Kurdish (Sorani)"
        ),
        pytest.param("د سوریې پوځ پر ادلب ښار بمبارۍ وکړه او درې ملکي وګړي يې ووژل", "und", id="Pashto"),
        pytest.param("The army shelled the city of Idlib and killed three civilians.", "en", id="English"),
        pytest.param("Death toll from Aleppo bomb attack at least 112", "en", id="English headline"),
        pytest.param(
            "L'armée a bombardé la ville d'Idlib et tué trois civils, selon une source locale.", "und", id="French"
        ),
        pytest.param(
            "Die Armee hat die Stadt Idlib beschossen und war in der Nacht an drei Orten.", "und", id="German"
        ),
        pytest.param("Het leger is in de stad en was daar met drie man van de partij.", "und", id="Dutch"),
        pytest.param(
            "On a appris dans The Guardian que les habitants ont fui vers le nord, et on attend un convoi demain; "
            "selon une source locale, on a vu des blindés sur la route, mais on ne sait rien de plus.",
            "und",
            id="French that quotes English",
        ),
        pytest.param("@field_desk_of_the_north_eastقصف على حلب 8 PM", "ar", id="Arabic glued to an account"),
        pytest.param("#العراق #بغداد #الموصل ISIS", "ar", id="Arabic in tags"),
        pytest.param("Sami Haddad Alshami@samiغارات على بلدة نوى 2 PM · Nov 28, 2024 Views", "ar", id="Arabic among buttons"),
        pytest.param("Ordu kenti bombaladı ve üç sivil hayatını kaybetti.", "und", id="Turkish"),
        pytest.param("Армия обстреляла город Идлиб", "und", id="Russian"),
        pytest.param("12345 ... !!!", "und", id="no letters"),
        pytest.param("", "und", id="nothing"),
    ],
)
def test_detects(text: str, code: str) -> None:
    guess = detect_language(text)
    assert guess.code == code, guess.reason


@pytest.mark.parametrize("text", ["", "Армия", "سوپای سووریا شاری ئیدلبی بۆردومان کرد", "Bonjour le monde"])
def test_undetermined_has_a_reason(text: str) -> None:
    assert detect_language(text).reason


@pytest.mark.parametrize(
    ("written", "code"),
    [("ar", "ar"), ("AR", "ar"), ("ar-SY", "ar"), ("ara", "ar"), ("العربية", "ar"), ("en_US", "en"), ("English", "en"),
     ("und", "und"), ("", "und"), ("fa", None), ("ckb", None), ("fr", None)],
)  # fmt: skip
def test_declared(written: str, code: str | None) -> None:
    assert declared_language(written) == code


@given(any_texts() | arabic_texts())
def test_never_raises(text: str) -> None:
    assert detect_language(text).code in {"ar", "en", "und"}


@given(vowelled_words())
def test_plain_arabic_letters_are_arabic(word: str) -> None:
    assert detect_language(word).code == "ar"

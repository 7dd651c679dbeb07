# SPDX-License-Identifier: Apache-2.0
"""Bytes come out as the words that were meant, or with a count of what was lost."""

import pytest
from hypothesis import assume, given

from rasid.read.encoding import decode, decode_line, sniff
from strategies import any_texts, arabic_texts, broken_bytes

# "The army shelled the city of Idlib this morning, and killed three civilians, a local source said."
ARABIC = "قصف الجيش مدينة إدلب صباح اليوم، ما أدى إلى مقتل ثلاثة مدنيين، بحسب مصدر محلي."
SHORT = "قتل ثلاثة مدنيين"  # three civilians were killed
FRENCH = "Les forces kurdes gardent des détenus à Hassaké après l’évasion, a déclaré le ministère."
SPANISH = "La niña y el señor Muñoz huyeron mañana de la región; cañones más allá."


@pytest.mark.parametrize(
    ("raw", "text", "encoding"),
    [
        pytest.param(ARABIC.encode(), ARABIC, "utf-8", id="utf-8"),
        pytest.param(ARABIC.encode("utf-8-sig"), ARABIC, "utf-8", id="utf-8 with mark"),
        pytest.param(ARABIC.encode("utf-16"), ARABIC, "utf-16-le", id="utf-16 with mark"),
        pytest.param(b"\xfe\xff" + ARABIC.encode("utf-16-be"), ARABIC, "utf-16-be", id="utf-16-be with mark"),
        pytest.param(ARABIC.encode("utf-16-le"), ARABIC, "utf-16-le", id="utf-16-le, no mark"),
        pytest.param(ARABIC.encode("utf-16-be"), ARABIC, "utf-16-be", id="utf-16-be, no mark"),
        pytest.param("An attack".encode("utf-16-le"), "An attack", "utf-16-le", id="English utf-16, no mark"),
        pytest.param(ARABIC.encode("utf-32"), ARABIC, "utf-32-le", id="utf-32 with mark"),
        pytest.param(ARABIC.encode("cp1256"), ARABIC, "windows-1256", id="windows-1256"),
        pytest.param(SHORT.encode("cp1256"), SHORT, "windows-1256", id="windows-1256, three words"),
        pytest.param(ARABIC.encode("iso-8859-6"), ARABIC, "iso-8859-6", id="ISO-8859-6"),
        pytest.param(SHORT.encode("iso-8859-6"), SHORT, "iso-8859-6", id="ISO-8859-6, three words"),
        pytest.param(FRENCH.encode("cp1252"), FRENCH, None, id="French in windows-1252"),
        pytest.param(SPANISH.encode("cp1252"), SPANISH, "windows-1252", id="Spanish in windows-1252"),
        pytest.param(b"He said \x93no\x94.", "He said “no”.", None, id="English with Windows quotes"),
        pytest.param(b"a\0\0\0b", "a\0\0\0b", "utf-8", id="NUL padding is no UTF-16"),
        pytest.param(b"", "", "utf-8", id="nothing"),
    ],
)
def test_decodes_as_meant(raw: bytes, text: str, encoding: str | None) -> None:
    decoded = decode(raw)
    assert decoded.text == text
    assert decoded.replaced == 0
    assert encoding in {None, decoded.encoding}


def test_utf8_with_a_broken_byte_stays_utf8() -> None:
    raw = ARABIC.encode()
    decoded = decode(raw[:9] + b"\xff" + raw[9:])
    assert decoded.encoding == "utf-8"
    assert 1 <= decoded.replaced <= 3
    assert not decoded.guessed


def test_utf8_cut_in_a_letter_stays_utf8() -> None:
    assert decode(ARABIC.encode()[:-2] + b"\xd9").encoding == "utf-8"


@pytest.mark.parametrize(
    "declared", ["iso-8859-1", "utf-8", "latin1", "utf-7", "no-such-set", "unicode_escape", "", "x\0"]
)
def test_false_declaration_is_not_believed(declared: str) -> None:
    assert decode(ARABIC.encode("cp1256"), declared=declared).text == ARABIC


def test_true_declaration_is_believed() -> None:
    assert decode("مقتل".encode("cp720"), declared="cp720").text == "مقتل"  # killing


def test_valid_utf8_beats_a_declaration() -> None:
    assert decode(ARABIC.encode(), declared="windows-1256").text == ARABIC


def test_line_of_another_encoding_is_decided_on_its_own() -> None:
    assert decode_line(ARABIC.encode("cp1256"), encoding="utf-8").text == ARABIC


def test_sniffs_a_sample_that_ends_inside_a_letter() -> None:
    assert sniff(ARABIC.encode()[:-2] + b"\xd9") == ("utf-8", False)


@given(broken_bytes())
def test_never_raises(raw: bytes) -> None:
    decoded = decode(raw)
    decoded.text.encode("utf-8")


@given(any_texts() | arabic_texts())
def test_utf8_round_trip(text: str) -> None:
    assert decode(text.encode("utf-8-sig")).text == text


@given(any_texts() | arabic_texts())
def test_utf16_round_trip(text: str) -> None:
    assume(not text.startswith("\0"))  # behind the mark of UTF-16 a NUL makes that of UTF-32
    assert decode(text.encode("utf-16")).text == text

# SPDX-License-Identifier: Apache-2.0
"""Arabic in one spelling: what is seen through, what is left alone, and the way back to the text as read."""

import pytest
from hypothesis import example, given, settings

from rasid.languages import get_language
from rasid.languages.ar.normalise import normalise
from rasid.languages.ar.tokens import tokenise
from rasid.languages.base import Normalised
from rasid.records import Span
from strategies import any_texts, arabic_texts, surrogate_texts

ARABIC = get_language("ar")
# The first text waits for the word lists, longer than a test may take by default.
PATIENT = settings(deadline=None)

SEEN_THROUGH = [
    ("tatweel", "قـــصف", "قصف"),  # shelling
    ("tatweel at the end", "هـ", "ه"),
    ("short vowels", "قَصَفَ", "قصف"),
    ("doubling and nunation", "سجنًا مُدمَّرًا", "سجنا مدمرا"),  # a destroyed prison
    ("dagger alef", "هٰذا", "هذا"),  # this
    ("arabic-indic digits", "٧٨٥ شخصا", "785 شخصا"),  # 785 persons
    ("persian digits", "۷۸۵", "785"),
    ("arabic decimal and thousands", "١٬٢٠٠ و٢٫٥", "1,200 و2.5"),
    ("arabic percent", "٥٠٪", "50%"),
    ("persian kaf and ya", "کردی", "كردي"),  # Kurdish
    ("presentation forms", "ﻗﺼﻒ", "قصف"),
    ("ligature lam alef", "ﻻ", "لا"),  # no
    ("direction marks", "\u200fقصف\u200e", "قصف"),
    ("isolates", "\u2067قسد\u2069", "قسد"),  # SDF
    ("zero width joiners", "قص\u200cف", "قصف"),
    ("soft hyphen", "قص\u00adف", "قصف"),
    ("byte-order mark", "\ufeffقصف", "قصف"),
    ("no-break space", "عين\u00a0عيسى", "عين عيسى"),  # Ain Issa
]


@pytest.mark.parametrize(("text", "plain"), [case[1:] for case in SEEN_THROUGH], ids=[case[0] for case in SEEN_THROUGH])
def test_one_spelling(text: str, plain: str) -> None:
    assert ARABIC.normalise(text).text == plain


CENSORED = [
    ("shelling, dot and tatweel", "قصـ.ـف", "قصف"),
    ("IS, hyphen", "دا-عش", "داعش"),
    ("killing, dot and tatweel", "مقـ.ـتل", "مقتل"),
    ("explosion, star", "انف*جار", "انفجار"),
    ("and the killing, with a conjunction", "ومقـ.ـتل", "ومقتل"),
    ("arrest, drawn out", "اعـ ـتـ ـقـ ـال مهـ ـربين", "اعتقال مهربين"),  # arrest of smugglers
    ("cells, drawn out behind an alef", "خـ ـلا يـ ـا نائمة", "خلايا نائمة"),  # sleeper cells
    ("a clitic with its tatweel is none", "تابعة لـ قسد", "تابعة ل قسد"),
    ("in a sentence", "بعد قصـ.ـف المخيم", "بعد قصف المخيم"),  # after the shelling of the camp
    ("drawn out round a stop and a space", "تفجــ .ـير السيارة", "تفجير السيارة"),  # the blowing up of the car
    ("drawn out round commas", "جثامين الضـ،،,,ـحايا", "جثامين الضحايا"),  # the bodies of the victims
    ("drawn out round two signs", "الإرهـ.,ـابيين", "الإرهابيين"),  # the terrorists
    ("a word of no trigger, star", "مخا*زن السل*اح", "مخازن السلاح"),  # arms depots
    ("a word of no trigger, stop", "في المع.ركة", "في المعركة"),  # in the battle
]


@pytest.mark.parametrize(("text", "plain"), [case[1:] for case in CENSORED], ids=[case[0] for case in CENSORED])
def test_censored_spelling_is_seen_through(text: str, plain: str) -> None:
    assert ARABIC.normalise(text).text == plain


LEFT_ALONE = [
    pytest.param("ما-بعد", id="after-, as a prefix", marks=pytest.mark.xfail(strict=False, reason="joined, it ends in أبعد (deported), which the lexicon knows")),
    pytest.param("العربي-الكردي", id="Arab-Kurdish"),
    pytest.param("انتهى الاجتماع. وقال الوزير", id="stop between sentences"),  # the meeting ended. and the minister said
    pytest.param("2.5", id="decimal"),
    pytest.param("عام 1446ه، وقد", id="comma behind a year"),
    pytest.param("أ.ب", id="initials that spell a word"),  # AP; father
    pytest.param("م.أسعد", id="title before a name"),  # engineer Asaad
    pytest.param("الجيش*الشرطة", id="star between two words"),  # the army*the police
    pytest.param("سوريا/العراق", id="stroke between two names"),
    pytest.param("www.example.org", id="web address"),
    pytest.param("أعلن إلى آخر مسؤول شيء", id="hamzas"),
    pytest.param("على علي", id="final ya and alef"),
    pytest.param("مدينة", id="ta marbuta"),
    pytest.param("U.S. forces", id="Latin"),
    pytest.param("9/10/2019", id="date with slashes"),
    pytest.param("", id="empty"),
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_left_alone(text: str) -> None:
    assert ARABIC.normalise(text).text == text


def test_plain_text_needs_no_map() -> None:
    assert ARABIC.normalise("قصفت الطائرات السجن").offsets is None


def back(normalised: Normalised, text: str, word: str) -> str:
    """Words of the text as read that a word of the normalised text stands for."""
    start = normalised.text.index(word)
    return normalised.span(start, start + len(word)).of(text)


MAPPED = [
    ("tatweel is in", "بعد قـــصف السجن", "قصف", "قـــصف"),
    ("vowels are in, the last too", "ثم قَصَفَتِ الطائرات", "قصفت", "قَصَفَتِ"),
    ("direction marks stay out", "\u200fقصف\u200e السجن", "قصف", "قصف"),
    ("hidden signs are in", "بعد قصـ.ـف السجن", "قصف", "قصـ.ـف"),
    ("digits one to one", "فرار ٧٨٥ شخصا", "785", "٧٨٥"),
    ("both letters of a ligature lead to it", "قال ﻻ شيء", "لا", "ﻻ"),
    ("behind much that was removed", "قـــصــفَ \u200f\u200fالسِّجن", "السجن", "السِّجن"),
]


@pytest.mark.parametrize(("text", "word", "as_read"), [case[1:] for case in MAPPED], ids=[case[0] for case in MAPPED])
def test_map_leads_back_to_the_words_as_read(text: str, word: str, as_read: str) -> None:
    assert back(ARABIC.normalise(text), text, word) == as_read


@PATIENT
@given(arabic_texts())
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    once = ARABIC.normalise(text).text
    assert ARABIC.normalise(once).text == once


@PATIENT
@given(any_texts())
@example("\ufdfc")  # the sign of the rial
@example("\ufb8e")  # Persian kaf in a presentation form
def test_normalising_any_text_twice_changes_nothing_more(text: str) -> None:
    once = ARABIC.normalise(text).text
    assert ARABIC.normalise(once).text == once


@PATIENT
@given(arabic_texts())
def test_map_is_as_long_as_the_text_and_never_goes_back(text: str) -> None:
    normalised = ARABIC.normalise(text)
    if normalised.offsets is None or normalised.ends is None:
        assert normalised.text == text
        return
    assert len(normalised.offsets) == len(normalised.ends) == len(normalised.text)
    assert list(normalised.offsets) == sorted(normalised.offsets)
    assert all(0 <= start < end <= len(text) for start, end in zip(normalised.offsets, normalised.ends, strict=True))


@PATIENT
@given(arabic_texts())
def test_map_lands_on_the_same_character(text: str) -> None:
    normalised = ARABIC.normalise(text)
    for i, character in enumerate(normalised.text):
        as_read = normalised.span(i, i + 1).of(text)
        assert character in normalise(as_read).text


@PATIENT
@given(surrogate_texts())
def test_lone_surrogates_pass(text: str) -> None:
    normalised = ARABIC.normalise(text)
    assert normalised.offsets is None or len(normalised.offsets) == len(normalised.text)


@PATIENT
@given(arabic_texts(min_size=1))
def test_every_token_slices_to_its_form(text: str) -> None:
    for token in tokenise(text, Span(0, len(text))):
        # A ligature of a whole phrase is one character: several tokens lead to it.
        assert token.word.form in ARABIC.normalise(token.span.of(text)).text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("قَصَفَ الجيشُ", ["قَصَفَ", "الجيشُ"]),  # the army shelled
        ("بعد قصـ.ـف السجن", ["بعد", "قصـ.ـف", "السجن"]),  # after the shelling of the prison
        ("\u200fقسد\u200f تنفي", ["قسد", "تنفي"]),  # the SDF denies
        ("فرار ٧٨٥ شخصاً", ["فرار", "٧٨٥", "شخصاً"]),  # escape of 785 persons
    ],
    ids=["vowels", "censored", "direction marks", "digits"],
)
def test_token_spans_are_the_words_as_read(text: str, words: list[str]) -> None:
    assert [token.span.of(text) for token in tokenise(text, Span(0, len(text)))] == words

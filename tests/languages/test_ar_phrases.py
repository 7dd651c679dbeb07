# SPDX-License-Identifier: Apache-2.0
"""Where Arabic noun phrases begin and end, what governs them, and which word is their head."""

import pytest

from reading import parse_text, wrong


def phrases(text: str) -> list[str]:
    return [phrase.span.of(text) for phrase in parse_text(text).phrases]


WHOLE = [
    pytest.param("قصف الجيش سور سجن المدينة", "سور سجن المدينة", id="idafa"),  # the wall of the prison of the city
    pytest.param("فر المعتقلون من السجن المركزي الكبير", "السجن المركزي الكبير", id="adjectives"),  # the big central prison
    pytest.param("قالت وزارة الدفاع التركية إن الهجوم بدأ", "وزارة الدفاع التركية", id="idafa with an adjective"),  # the Turkish defence ministry
    pytest.param("حذرت قوات سوريا الديمقراطية من هجوم", "قوات سوريا الديمقراطية", id="name of several words"),  # Syrian Democratic Forces
    pytest.param("ذكرت وكالة “رمانة” أن القصف توقف", "وكالة “رمانة”", id="quoted name behind its kind"),  # agency "Rummana"
    pytest.param("تبنى تنظيم «داعش» الهجوم", "تنظيم «داعش»", id="quoted name in guillemets"),  # the organisation "IS"
    pytest.param("قتل عدد من المدنيين في القصف", "عدد من المدنيين", id="number of"),  # a number of civilians
    pytest.param("فر المئات من عناصر التنظيم", "المئات من عناصر التنظيم", id="hundreds of members"),
    pytest.param("اعتقلت الشرطة 12 شخصا", "12 شخصا", id="digits and what they count"),  # 12 persons
    pytest.param("قتل ثلاثة جنود في كمين", "ثلاثة جنود", id="number word and what it counts"),  # three soldiers
    wrong("قال الرئيس دونالد ترامب إن القوات ستنسحب", "الرئيس دونالد ترامب", name="title and two names", reason="ترامب is taken for a common noun that begins a phrase"),
    pytest.param("قال الرئيس أردوغان إن القوات ستدخل", "الرئيس أردوغان", id="title and name"),
    pytest.param("قال وزير الخارجية التركي إن العملية مستمرة", "وزير الخارجية التركي", id="title in idafa"),
    pytest.param("أدانت باريس هذا الهجوم", "هذا الهجوم", id="demonstrative"),  # this attack
    pytest.param("هاجمت داعش مقرا أمنيا", "مقرا أمنيا", id="party ends its phrase"),  # a security headquarters
    pytest.param("اتهمت سوريا تركيا بقصف البلدة", "تركيا", id="country is one word"),
    pytest.param("شن الجيش هجومه الجديد أمس", "هجومه الجديد", id="pronoun ends its phrase"),  # its new attack
    pytest.param("علقت القوات عملياتها العسكرية أمس", "عملياتها العسكرية", id="operations are no adjective"),
    pytest.param("طالبوا بمحاكمة مغتصبين", "محاكمة مغتصبين", id="plural that names people"),
    pytest.param("بدأت ملاحقة متمردي الحزب", "ملاحقة متمردي الحزب", id="plural without its nun"),
    pytest.param("أدانت الحكومة السورية الهجوم", "الحكومة السورية", id="national adjective that is a country too"),
    pytest.param("قصفت طائرات مجهولة الهوية رتلا", "طائرات مجهولة الهوية", id="adjective bent by a noun"),
    pytest.param("سقط صاروخ في محيط المشفى", "محيط المشفى", id="surroundings"),
    pytest.param("بعد قصف مدفعي وصاروخي على القرية", "قصف مدفعي وصاروخي", id="two qualities of a deed"),
    pytest.param("قالت قوى الأمن إن الهجوم بدأ", "قوى الأمن", id="forces are no verb"),
    pytest.param("بعد سقوط جرحى في القصف", "سقوط جرحى", id="the hurt are no quality"),
]


@pytest.mark.parametrize(("text", "phrase"), WHOLE)
def test_phrase_is_whole(text: str, phrase: str) -> None:
    assert phrase in phrases(text)


APART = [
    pytest.param("قصف الجيش البلدة", ["الجيش", "البلدة"], id="subject and object, both definite"),  # the army shelled the town
    pytest.param("أعلنت قوات قسد تعليقها للحرب", ["قوات قسد", "تعليقها"], id="name and deed with its owner"),  # the SDF announced its suspension of war
    pytest.param("قصف السجون والمخيمات", ["السجون", "المخيمات"], id="and joins, clitic left out"),
    pytest.param("الهجوم على السجن في الحسكة", ["الهجوم", "السجن", "الحسكة"], id="preposition parts"),  # the attack on the prison in Hasaka
    pytest.param("الحسكة، القامشلي", ["الحسكة", "القامشلي"], id="comma parts"),
    pytest.param("اتهمت الإدارة الذاتية تركيا", ["الإدارة الذاتية", "تركيا"], id="object behind a name of two words"),
]


@pytest.mark.parametrize(("text", "apart"), APART)
def test_phrases_stay_apart(text: str, apart: list[str]) -> None:
    assert [phrase for phrase in phrases(text) if phrase in apart] == apart


GOVERNED = [
    pytest.param("قصف الجيش البلدة بعد الهجوم في الحسكة", "الحسكة", "في", id="word"),
    pytest.param("قصف الجيش البلدة بالمدفعية", "المدفعية", "ب", id="attached"),
    pytest.param("تعود السيارة للجيش", "الجيش", "ل", id="attached to the article"),
    pytest.param("شن الجيش هجوما ضد التنظيم", "التنظيم", "ضد", id="against"),
    pytest.param("قصف البلدة من قبل الجيش", "الجيش", "من قبل", id="by"),
    pytest.param("قصف الجيش البلدة", "الجيش", "", id="none"),
]


@pytest.mark.parametrize(("text", "words", "preposition"), GOVERNED)
def test_preposition_governs_and_stays_out_of_the_span(text: str, words: str, preposition: str) -> None:
    found = [phrase.preposition for phrase in parse_text(text).phrases if phrase.span.of(text).lstrip("ال") == words.lstrip("ال")]
    assert found == [preposition]


def test_joined_phrase_shares_the_preposition() -> None:
    text = "مظاهرات في الحسكة والقامشلي"  # demonstrations in Hasaka and Qamishli
    second = parse_text(text).phrases[-1]
    assert (second.span.of(text), second.coordinated, second.preposition) == ("القامشلي", True, "في")


HEADS = [
    pytest.param("سور سجن المدينة سقط", "سور", id="of an idafa the first"),  # the wall of the prison of the city fell
    pytest.param("ثلاثة جنود فروا", "جنود", id="behind a number word"),  # three soldiers fled
    pytest.param("12 شخصا اعتقلوا", "شخصا", id="behind digits"),  # 12 persons were arrested
    pytest.param("بعض المعتقلين فروا", "المعتقلين", id="behind a quantifier"),  # some detainees fled
    pytest.param("عدد من المدنيين قتلوا", "المدنيين", id="behind a number of"),  # a number of civilians were killed
    pytest.param("هذا الهجوم فشل", "الهجوم", id="behind a demonstrative"),  # this attack failed
]


@pytest.mark.parametrize(("text", "head"), HEADS)
def test_head(text: str, head: str) -> None:
    sentence = parse_text(text)
    assert sentence.tokens[sentence.phrases[0].head].word.form == head


KINDS = [
    pytest.param("قصف الجيش البلدة", "قصف", "verb", id="verb before its agent"),  # the army shelled the town
    pytest.param("بعد قصف البلدة", "قصف", "noun", id="noun behind a preposition"),  # after the shelling of the town
    pytest.param("الجيش الذي قصف البلدة", "قصف", "verb", id="verb behind a relative"),  # the army that shelled the town
    pytest.param("محاولة قتل الوزير", "قتل", "noun", id="noun behind a noun in construct"),  # attempt of killing the minister
    pytest.param("لم يقصف الجيش البلدة", "يقصف", "verb", id="verb behind a negation"),
    pytest.param("قصف عنيف على البلدة", "قصف", "noun", id="noun with an indefinite adjective"),  # heavy shelling of the town
    pytest.param("وفر المعتقلون", "وفر", "verb", id="provided or and fled: and fled"),
]


@pytest.mark.parametrize(("text", "form", "kind"), KINDS)
def test_kind_in_its_place(text: str, form: str, kind: str) -> None:
    assert next(token.kind for token in parse_text(text).tokens if token.word.form == form) == kind


def test_and_fled_at_the_start_of_a_clause_is_no_provided() -> None:
    first = parse_text("وفر المعتقلون من السجن").tokens[0]  # and the detainees fled the prison
    assert (first.word.proclitics, first.word.verb) == (("و",), "فر")

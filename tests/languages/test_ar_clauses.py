# SPDX-License-Identifier: Apache-2.0
"""Who does what to whom in an Arabic clause: order of words, relatives, passives, remarks between commas."""

import pytest

from rasid.records import Predicate
from reading import parse_text


def predicate(text: str, form: str) -> Predicate:
    sentence = parse_text(text)
    return next(found for found in sentence.predicates if sentence.tokens[found.head].word.form == form)


def words(text: str, form: str, relation: str) -> list[str]:
    return [phrase.span.of(text) for phrase in getattr(predicate(text, form), relation)]


SUBJECTS = [
    pytest.param("قصف الجيش البلدة", "قصف", ["الجيش"], id="behind the verb"),  # the army shelled the town
    pytest.param("الطائرات قصفت السجن", "قصفت", ["الطائرات"], id="before the verb"),  # the aircraft bombed the prison
    pytest.param("أعلن الوزير أن القوات سيطرت على البلدة", "سيطرت", ["القوات"], id="before the verb, behind أن"),  # the forces took the town
    pytest.param("قالت الوزارة إن الجيش قصف البلدة", "قصف", ["الجيش"], id="behind إن with a verb between"),
    pytest.param("القوات التي قصفت البلدة انسحبت", "قصفت", ["القوات"], id="of a relative clause"),  # the forces that shelled the town withdrew
    pytest.param("القوات التي قصفت البلدة انسحبت", "انسحبت", ["القوات"], id="of the main verb behind a relative clause"),
    pytest.param("قتل مدني بقصف استهدف البلدة", "استهدف", ["قصف"], id="of a describing clause"),  # killed by shelling that targeted the town
    pytest.param("قصف شنته القوات على البلدة", "شنته", ["القوات"], id="behind a verb that points back"),  # shelling that the forces launched
    pytest.param("قصف الجيش والطيران البلدة", "قصف", ["الجيش", "الطيران"], id="two joined"),  # army and air force
    pytest.param("أدانت فرنسا وألمانيا الهجوم", "أدانت", ["فرنسا", "ألمانيا"], id="two joined, feminine"),  # France and Germany condemned
    pytest.param("قصفت أمس الطائرات السجن", "قصفت", ["الطائرات"], id="a day between"),  # yesterday the aircraft bombed
    pytest.param("قتل في القصف مدنيون", "قتل", ["مدنيون"], id="behind an oblique"),  # in the shelling civilians were killed
    pytest.param("القوات التي اقتحمته انسحبت", "اقتحمته", ["القوات"], id="of a relative clause whose pronoun is another"),  # that stormed it
    pytest.param("دخلت الأحياء التي سيطرت عليها الفصائل", "سيطرت", ["الفصائل"], id="not the antecedent that a preposition points back to"),
    pytest.param("القوات المتمركزة في معسكر قريب قصفت القرية", "قصفت", ["القوات المتمركزة"], id="not the place where they are"),
    pytest.param("لقي طالب مصرعه في الهجوم", "لقي", ["طالب"], id="a student, not demanded"),
    pytest.param("قتل طفل جراء قصف لقوات الجيش استهدف البلدة", "استهدف", ["قصف"], id="a deed with its doers between"),
]


@pytest.mark.parametrize(("text", "verb", "subject"), SUBJECTS)
def test_subject(text: str, verb: str, subject: list[str]) -> None:
    assert words(text, verb, "subject") == subject


OBJECTS = [
    pytest.param("قصف الجيش البلدة", "قصف", ["البلدة"], id="behind the subject"),
    pytest.param("الطائرات قصفت السجن", "قصفت", ["السجن"], id="behind a verb that follows its subject"),
    pytest.param("قصفت الطائرات السجون والمخيمات", "قصفت", ["السجون", "المخيمات"], id="two joined"),
    pytest.param("تبنى التنظيم، في بيان نشرته حساباته، تفجير السيارة", "تبنى", ["تفجير السيارة"], id="behind a remark between commas"),
    pytest.param("قصف الجيش، أمس الأربعاء، البلدة", "قصف", ["البلدة"], id="behind a day between commas"),
    pytest.param("السجن الذي قصفته الطائرات احترق", "قصفته", ["السجن"], id="antecedent that the verb points back to"),
    pytest.param("بعد قصف السجون", "قصف", ["السجون"], id="of a verbal noun"),
    pytest.param("بعد قصف السجون والمخيمات", "قصف", ["السجون", "المخيمات"], id="two of a verbal noun"),
    pytest.param("قصفت المطار أمس", "قصفت", ["المطار"], id="where gender clashes, the verb hides its subject"),  # (she) bombed the airport
]


@pytest.mark.parametrize(("text", "head", "objects"), OBJECTS)
def test_object(text: str, head: str, objects: list[str]) -> None:
    assert words(text, head, "object") == objects


def test_intransitive_subject_is_no_object() -> None:
    assert words("فر المعتقلون من السجن", "فر", "object") == []  # the detainees fled the prison


OBLIQUES = [
    pytest.param("قصف الجيش البلدة في الحسكة", "قصف", ("في", "الحسكة"), id="place"),
    pytest.param("قصف الجيش البلدة بالمدفعية", "قصف", ("ب", "المدفعية"), id="means"),
    pytest.param("اشتبكت القوات مع المسلحين", "اشتبكت", ("مع", "المسلحين"), id="opponent"),
    pytest.param("فر المعتقلون من السجن", "فر", ("من", "السجن"), id="origin"),
    pytest.param("بعد الهجوم على السجن", "الهجوم", ("على", "السجن"), id="of a verbal noun"),
    pytest.param("بعد قصف البلدة من قبل الجيش", "قصف", ("من قبل", "الجيش"), id="agent of a verbal noun"),
]


@pytest.mark.parametrize(("text", "head", "oblique"), OBLIQUES)
def test_oblique(text: str, head: str, oblique: tuple[str, str]) -> None:
    assert oblique in [(phrase.preposition, phrase.span.of(text)) for phrase in predicate(text, head).obliques]


@pytest.mark.parametrize(
    ("text", "verb"), [("اغتيل القائد في بغداد", "اغتيل"), ("هوجم المقر أمس", "هوجم")],
    ids=["was assassinated", "was attacked"],
)  # fmt: skip
def test_passive_that_shows(text: str, verb: str) -> None:
    assert predicate(text, verb).voice == "passive"


NEGATED = [
    pytest.param("لم يقصف الجيش البلدة", "يقصف", "لم", id="did not"),
    pytest.param("لن ينسحب الجيش من البلدة", "ينسحب", "لن", id="will not"),
    pytest.param("لا يقصف الجيش المدنيين", "يقصف", "لا", id="does not"),
    pytest.param("عدم انسحاب القوات من البلدة", "انسحاب", "عدم", id="lack of"),
]


@pytest.mark.parametrize(("text", "head", "word"), NEGATED)
def test_negation(text: str, head: str, word: str) -> None:
    found = predicate(text, head).negation
    assert found is not None
    assert parse_text(text).tokens[found].word.form == word


def test_negation_of_one_verb_is_not_that_of_the_next() -> None:
    assert predicate("لم ينسحب الجيش وقصف البلدة", "وقصف").negation is None  # did not withdraw and shelled


GOVERNED = [
    pytest.param("محاولة تفجير السجن", "تفجير", "محاولة", id="attempt"),
    pytest.param("حاول المسلحون اقتحام السجن", "اقتحام", "حاول", id="tried to"),
    pytest.param("تم إطلاق سراح المعتقلين", "إطلاق", "تم", id="passive with تم"),
    pytest.param("خشية هجوم على البلدة", "هجوم", "خشية", id="fear of"),
    pytest.param("قد يقصف الجيش البلدة", "يقصف", "قد", id="may"),
]


@pytest.mark.parametrize(("text", "head", "governor"), GOVERNED)
def test_governor(text: str, head: str, governor: str) -> None:
    tokens = parse_text(text).tokens
    assert governor in [tokens[i].word.form for i in predicate(text, head).governors]


def test_heads_are_in_order_and_each_says_why_it_chose() -> None:
    found = parse_text("أعلنت القوات تعليق العمليات وقصف الجيش البلدة").predicates
    assert [one.head for one in found] == sorted({one.head for one in found})
    assert all(one.reasons for one in found if one.subject)


def test_clauses_are_numbered() -> None:
    text = "قال الوزير إن الجيش قصف البلدة"  # the minister said that the army shelled the town
    assert predicate(text, "قال").clause < predicate(text, "قصف").clause

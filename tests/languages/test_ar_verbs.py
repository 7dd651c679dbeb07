# SPDX-License-Identifier: Apache-2.0
"""The forms of Arabic verbs, class by class, and what each form is."""

import pytest

from rasid.languages.ar.lemmas import verb_forms
from rasid.languages.ar.verbs import VerbForm, conjugate
from rasid.spelling import fold


def forms_of(past: str, present: str) -> dict[str, list[VerbForm]]:
    table: dict[str, list[VerbForm]] = {}
    for spelling, form in conjugate(past, present):
        table.setdefault(spelling, []).append(form)
    return table


def persons(past: str, present: str, spelling: str) -> set[tuple[str, str]]:
    return {(form.tense, form.person) for form in forms_of(past, present).get(spelling, [])}


FORMS = [
    ("sound, she", "قصف", "يقصف", "قصفت", "past", "3fs"),
    ("sound, they", "قصف", "يقصف", "قصفوا", "past", "3mp"),
    ("sound, they will", "قصف", "يقصف", "يقصفون", "present", "3mp"),
    ("sound, she does", "قصف", "يقصف", "تقصف", "present", "3fs"),
    ("sound, dual", "قصف", "يقصف", "قصفا", "past", "3md"),
    ("sound, dual present", "قصف", "يقصف", "يقصفان", "present", "3md"),
    ("sound, before them", "هاجم", "يهاجم", "هاجمو", "past", "3mp"),
    ("hollow, she", "قال", "يقول", "قالت", "past", "3fs"),
    ("hollow, they", "قال", "يقول", "قالوا", "past", "3mp"),
    ("hollow, we", "قال", "يقول", "قلنا", "past", "1"),
    ("hollow, shortened behind لم", "قال", "يقول", "يقل", "present", "3ms"),
    ("hollow in ya, she does", "أصاب", "يصيب", "تصيب", "present", "3fs"),
    ("defective in alif, she", "دعا", "يدعو", "دعت", "past", "3fs"),
    ("defective in alif, they", "دعا", "يدعو", "دعوا", "past", "3mp"),
    ("defective in alif, they do", "دعا", "يدعو", "يدعون", "present", "3mp"),
    ("defective in ya, she", "نفى", "ينفي", "نفت", "past", "3fs"),
    ("defective in ya, they", "نفى", "ينفي", "نفوا", "past", "3mp"),
    ("defective in ya, before a pronoun", "نفى", "ينفي", "نفا", "past", "3ms"),
    ("defective in ya, shortened behind لم", "نفى", "ينفي", "ينف", "present", "3ms"),
    ("past in ya, they", "لقي", "يلقى", "لقوا", "past", "3mp"),
    ("past in ya, she", "لقي", "يلقى", "لقيت", "past", "3fs"),
    ("doubled, they", "فر", "يفر", "فروا", "past", "3mp"),
]


@pytest.mark.parametrize(
    ("past", "present", "spelling", "tense", "person"), [case[1:] for case in FORMS], ids=[case[0] for case in FORMS]
)
def test_form(past: str, present: str, spelling: str, tense: str, person: str) -> None:
    assert (tense, person) in persons(past, present, spelling)


PASSIVES = [
    ("hollow past", "قال", "يقول", "قيل"),  # it was said
    ("hollow past, fourth form", "أصاب", "يصيب", "أصيب"),  # was hit
    ("hollow past, eighth form, she", "اغتال", "يغتال", "اغتيلت"),  # was assassinated
    ("hollow present", "قال", "يقول", "يقال"),  # it is said
    ("third form", "هاجم", "يهاجم", "هوجم"),  # was attacked
    ("third form, they", "هاجم", "يهاجم", "هوجموا"),
    ("defective past", "دعا", "يدعو", "دعي"),  # was called upon
    ("defective present", "نفى", "ينفي", "ينفى"),  # is denied
]


@pytest.mark.parametrize(("past", "present", "spelling"), [case[1:] for case in PASSIVES], ids=[case[0] for case in PASSIVES])
def test_passive_that_shows(past: str, present: str, spelling: str) -> None:
    assert "passive" in {form.voice for form in forms_of(past, present)[spelling]}


def test_passive_that_does_not_show_is_left_open() -> None:
    assert forms_of("قتل", "يقتل")["قتل"][0].voice == "either"  # killed, was killed


def test_hollow_past_is_active() -> None:
    assert forms_of("قال", "يقول")["قال"][0].voice == "active"


@pytest.mark.parametrize("spelling", ["قلت", "يقل", "قيل"], ids=["I said", "shortened", "was said"])
def test_uncommon_spellings_give_way(spelling: str) -> None:
    assert all(form.rare for form in forms_of("قال", "يقول")[spelling])


KNOWN = [
    ("she denied", "نفت", "نفى"),
    ("she announced", "أعلنت", "أعلن"),
    ("she was assassinated", "اغتيلت", "اغتال"),
    ("they were arrested", "اعتقلوا", "اعتقل"),
    ("they seized", "سيطروا", "سيطر"),
    ("she withdrew", "انسحبت", "انسحب"),
    ("they flee", "يفرون", "فر"),
    ("she called", "دعت", "دعا"),
    ("she warned", "حذرت", "حذر"),
    ("she accused", "اتهمت", "اتهم"),
]


@pytest.mark.parametrize(("form", "verb"), [case[1:] for case in KNOWN], ids=[case[0] for case in KNOWN])
def test_verbs_of_the_knowledge_files_are_known(form: str, verb: str) -> None:
    assert verb_forms()[fold(form)].verb == verb

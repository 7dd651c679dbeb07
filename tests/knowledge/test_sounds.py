# SPDX-License-Identifier: Apache-2.0
"""One name in several scripts and spellings."""

import pytest

from rasid.knowledge.sounds import likeness, sound_key

SAME = """
القامشلي Qamishli Qamishlo Kamışlı al-Qāmišlī Qamişlo قامشلو
الحسكة Hasakah Hassakeh Heseke Hesekê Al-Hasakah الحسكه
كوباني Kobani Kobanê Kobane
عفرين Afrin Efrîn Afrîn
جيلان_بنار Ceylanpınar Ceylanpinar
سروج Suruç Suruc Suruj
قزل_تبه Kızıltepe
الباب Al-Bab El-Bab
دير_الزور Deir_ez-Zor Dayr_az-Zawr Deir_al-Zour Dêrazor
خان_شيخون Khan_Sheikhoun Khan_Shaykhun Han_Şeyhun
غويران Ghuweran Ghwayran Gweiran
الشيخ_مقصود Sheikh_Maqsoud Şêxmeqsûd
تل_تمر Tal_Tamr Tell_Tamer Tell_Temir
الفلوجة Fallujah Felluce Al-Falluja
الموصل Mosul Musul Al-Mawsil
بنغازي Benghazi Bengazi
""".split("\n")[1:-1]
OTHERS = ["القامشلي الحسكة", "Raqqa Rastan", "عفرين إعزاز", "Homs Hama", "منبج منغ", "كفرنبل كفرنبودة"]


@pytest.mark.parametrize("line", SAME, ids=lambda line: line.split()[1])
def test_spellings_of_one_name_sound_alike(line: str) -> None:
    first, *others = (name.replace("_", " ") for name in line.split())
    assert {sound_key(name) for name in others} == {sound_key(first)}
    assert min(likeness(first, name) for name in others) >= 0.8


@pytest.mark.parametrize("pair", OTHERS)
def test_other_names_are_less_alike(pair: str) -> None:
    assert likeness(*pair.split()) < 0.8


def test_likeness_goes_both_ways_and_is_one_for_mere_spelling() -> None:
    assert likeness("Kobanê", "كوباني") == likeness("كوباني", "Kobanê") < 1
    assert likeness("الحسكه", "الحسكة") == 1
    assert likeness("تل أبيض", "تلابيض") == 1


@pytest.mark.parametrize("name", ["", "-", "12", "أ", "و"])
def test_a_name_without_consonants_is_like_none(name: str) -> None:
    assert likeness(name, "حلب") == 0

# SPDX-License-Identifier: Apache-2.0
"""Groups that no file lists are kept as mentions of their kind, and words that only look like one are not."""

import pytest

from rasid.records import LanguageCode, Mention
from reading import code_text

NEWS = "هاجم مسلحون من {} القرية أمس"  # gunmen of ... attacked the village yesterday


def groups(text: str, language: LanguageCode = "ar") -> list[tuple[str, str]]:
    found = code_text(text, language=language).mentions
    return [(one.label, one.span.of(text)) for one in found if one.kind == "actor" and not one.candidates]


def known(text: str) -> list[Mention]:
    return [one for one in code_text(text).mentions if one.kind == "actor" and one.candidates]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        pytest.param("كتيبة شهداء بدر", "armed_group", id="battalion, martyrs of"),
        pytest.param("كتائب أحرار زملكا", "armed_group", id="battalions, free men of"),
        pytest.param("لواء «سيوف الحق»", "armed_group", id="brigade, quoted"),
        pytest.param('فصيل "صقور البادية"', "armed_group", id="faction, quoted"),
        pytest.param("لواء الغضب", "armed_group", id="brigade, one definite word"),
        pytest.param('حركة "فجر الجديد"', "organisation", id="movement, quoted"),
        pytest.param("حركة أنصار الوادي", "organisation", id="movement with an opener"),
        pytest.param("جبهة ثوار الساحل", "armed_group", id="front with an opener"),
        pytest.param("قبيلة العكيدات", "tribe", id="tribe"),
        pytest.param("عشيرة البكير", "tribe", id="clan"),
        pytest.param("مجلس الطبقة العسكري", "council", id="military council"),
        pytest.param("مجلس عين العرب العسكري", "council", id="military council, two words"),
    ],
)
def test_a_word_for_the_kind_makes_a_typed_mention(words: str, kind: str) -> None:
    assert groups(NEWS.format(words)) == [(kind, words)]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param("فصيل مسلح", id="an armed faction"),
        pytest.param("كتيبة المدفعية", id="the artillery battalion"),
        pytest.param("كتيبة الدبابات الثالثة", id="tank battalion"),
        pytest.param("لواء المشاة", id="infantry brigade"),
        pytest.param("لواء متقاعد", id="a retired general"),
        pytest.param("اللواء أحمد", id="General Ahmad"),
        pytest.param("حركة السير", id="traffic"),
        pytest.param("حركة احتجاجية", id="a movement of protest"),
        pytest.param("فصيل سوري", id="a Syrian faction"),
        pytest.param("قبائل المنطقة", id="tribes of the area"),
        pytest.param("كتائب المعارضة", id="the opposition's battalions"),
        pytest.param('جبهة "عكد"', id="a front line"),
        pytest.param("مجموعة «داسو»", id="a firm"),
        pytest.param('تنظيم "إرهابي متحالف مع القاعدة"', id="a quoted judgement"),
        pytest.param("مجلس الأمن الدولي", id="the Security Council"),
        pytest.param("مجلس النواب", id="parliament"),
    ],
)
def test_common_words_make_no_group(words: str) -> None:
    assert groups(NEWS.format(words)) == []


def test_a_preposition_is_not_the_name_ali() -> None:
    assert groups("أقدم عناصر ميليشيا على اعتقال شابين في البلدة") == []
    assert groups("أقدم عناصر ميليشيا علي اعتقال شابين في البلدة") == [], "as Egyptian papers spell it"


def test_what_is_attached_stays_outside() -> None:
    assert groups("قصفت الطائرات مواقع وكتيبة شهداء بدر ولواء «سيوف الحق» أمس") == [("armed_group", "كتيبة شهداء بدر"), ("armed_group", "لواء «سيوف الحق»")]


def test_a_listed_group_keeps_its_entity() -> None:
    text = NEWS.format("لواء فاطميون")
    assert groups(text) == []
    assert [one.candidates[0].entity for one in known(text)] == ["actor:fatemiyoun"]


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        pytest.param(NEWS.format('حركة "فتح"'), "actor:fatah", id="Fatah"),
        pytest.param('قصفت الطائرات مقرات لحركة "فتح" أمس', "actor:fatah", id="behind an attached preposition"),
        pytest.param(NEWS.format("جماعة «عسكر طيبة»"), "actor:pk-let", id="Lashkar-e-Taiba"),
    ],
)
def test_quotation_marks_do_not_hide_a_listed_group(text: str, entity: str) -> None:
    assert groups(text) == []
    assert entity in [one.candidates[0].entity for one in known(text)]


def test_martyrs_in_a_name_frame_nobody() -> None:
    assert not any(one.loaded for one in code_text(NEWS.format("كتيبة شهداء بدر")).mentions)
    assert any(one.loaded for one in code_text("سقط شهداء في القصف على القرية أمس").mentions)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Fighters of the Martyrs of Badr Brigade attacked the village.", [("armed_group", "Martyrs of Badr Brigade")]),
        ("Gunmen of the Hawran Military Council attacked the village.", [("council", "Hawran Military Council")]),
        ("Gunmen of the Ageidat tribe attacked the village.", [("tribe", "Ageidat tribe")]),
        ("Gunmen of the Fourth Brigade attacked the village.", []),
        ("The Syrian brigade attacked the village.", []),
        ("Gunmen of a local tribe attacked the village.", []),
        ("The Brigade attacked the village.", []),
    ],
)
def test_english(text: str, found: list[tuple[str, str]]) -> None:
    assert groups(text, "en") == found


def test_every_group_span_is_in_the_text_and_ids_differ() -> None:
    text = NEWS.format("كتيبة شهداء بدر وكتيبة شهداء بدر")
    mentions = code_text(text).mentions
    assert len({one.id for one in mentions}) == len(mentions)
    assert all(0 <= one.span.start < one.span.end <= len(text) for one in mentions)

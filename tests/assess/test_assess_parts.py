# SPDX-License-Identifier: Apache-2.0
"""The parts of the assessment, one rule at a time."""

import string
from typing import Any

import pytest

from rasid.assess import assess
from rasid.assess.wording import Wording
from rasid.incidents.origins import shingles
from rasid.knowledge.assessment import table
from rasid.records import Assessment, CodedDocument, Interval, Party
from rasid.sites import observe_sites

AGENCY = (
    "قالت وكالة رمانة إن طائرات قصفت محيط سجن غويران في مدينة الحسكة فجر الأربعاء وإن خمسة محتجزين فروا منه "
    "قبل أن تعيد قوات الأمن اعتقال اثنين منهم قرب الطريق الرئيسي جنوب المدينة."
)


def _speaker(make: Any, words: str, *, person: str | None = None) -> Party:
    one = make(f"وقال {words} إن البلدة تعرضت للقصف.")
    if person:
        one.mention(person, "person")
    one.claim("report", words, "قال", "البلدة تعرضت للقصف")
    one.event("shelling", "للقصف")
    party: Party = assess([one.done()], language="ar").claims[0].speaker
    return party


@pytest.mark.parametrize(
    ("words", "person", "kind", "label"),
    [
        pytest.param("وزير الدفاع خالد سالم", "خالد سالم", "official", "وزير الدفاع خالد سالم", id="office-holder"),
        pytest.param("الناشط الإعلامي وليد سالم", "وليد سالم", "person", "الناشط الإعلامي", id="private-role"),
        pytest.param("الناشط الإعلامي وليد سالم", None, "person", "الناشط الإعلامي", id="private-role-no-mention"),
        pytest.param("وليد سالم", "وليد سالم", "person", "شخص", id="name-alone"),
        pytest.param("وليد سالم", None, "unknown", "جهة غير محدَّدة", id="name-alone-no-mention"),
        pytest.param("وليد سالم أحد سكان البلدة", "وليد سالم", "person", "شخص", id="name-before-group"),
        pytest.param("مصادر محلية", None, "group", "مصادر محلية", id="sources"),
        pytest.param("ثلاثة من السكان", None, "group", "ثلاثة من السكان", id="numbered"),
        pytest.param("مدير المشفى", None, "official", "مدير المشفى", id="role-without-name"),
    ],
)
def test_who_may_be_shown(make: Any, words: str, person: str | None, kind: str, label: str) -> None:
    party = _speaker(make, words, person=person)
    assert (party.kind, party.label) == (kind, label)


def test_quoted_content_leaves_out_private_names(make: Any) -> None:
    one = make("وقالت مصادر محلية إن المدعو وليد سالم اعتقل.")
    one.mention("وليد سالم", "person")
    one.claim("report", "مصادر محلية", "قالت", "المدعو وليد سالم اعتقل")
    one.event("arrest", "اعتقل")
    made = assess([one.done()])
    assert "وليد" not in made.claims[0].sentence
    assert "[شخص]" in made.claims[0].sentence


def test_private_account_is_no_outlet_name(make: Any) -> None:
    one = make("قصف الجيش سراقب.", outlet="@someone77")
    one.event("shelling", "قصف")
    made = assess([one.done()], language="en")
    assert "someone77" not in made.happenings[0].sentence
    assert made.documents[0].outlet == "a social media account"


class TestOrigins:
    """Copies count as one origin."""

    def _pair(self, make: Any, first: str, second: str) -> Assessment:
        one, two = make(first, outlet="وكالة رمانة"), make(second, outlet="المنارة")
        for doc in (one, two):
            doc.event("air_strike", "قصفت", place="الحسكة", day="2019-10-09", actor="طائرات")
        return assess([one.done(), two.done()])

    def test_a_copy_with_a_new_lead_is_one_origin(self, make: Any) -> None:
        made = self._pair(make, AGENCY, "المنارة - الحسكة. " + AGENCY)
        assert [len(origin.documents) for origin in made.origins] == [2]
        assert made.summary.origins == 1
        assert made.groups[0].origins == 1

    def test_two_own_reports_are_two_origins(self, make: Any) -> None:
        other = (
            "شهود في الحسكة تحدثوا عن طائرات قصفت أطراف المدينة الجنوبية ثم عن حركة سيارات إسعاف كثيفة طوال الليل كله."
        )
        made = self._pair(make, AGENCY, other)
        assert made.summary.origins == 2
        assert (made.groups[0].origins, len(made.groups[0].documents)) == (2, 2)

    def test_spelling_does_not_hide_a_copy(self) -> None:
        assert shingles("قصفَ الجيشُ مدينةَ إدلب أمس") == shingles("قصف الجيش مدينه ادلب امس")


class TestGroups:
    """The same happening told in several documents."""

    def _two(self, make: Any, **second: str) -> Assessment:
        one, two = make("قصف الجيش سراقب مساء أمس.", outlet="أ"), make("قصف الجيش البلدة ليلاً.", outlet="ب")
        one.event("shelling", "قصف", place="سراقب", day="2019-10-09", actor="الجيش")
        two.event("shelling", "قصف", **{"place": "سراقب", "day": "2019-10-09", "actor": "الجيش", **second})
        return assess([one.done(), two.done()])

    @pytest.mark.parametrize(
        ("second", "groups"),
        [
            pytest.param({}, 1, id="same"),
            pytest.param({"day": "2019-10-10"}, 1, id="next-day"),
            pytest.param({"day": "2019-10-15"}, 2, id="other-week"),
            pytest.param({"place": "إدلب"}, 2, id="other-place"),
            pytest.param({"factuality": "possible"}, 2, id="only-feared"),
        ],
    )
    def test_what_counts_as_one(self, make: Any, second: dict[str, str], groups: int) -> None:
        assert len(self._two(make, **second).groups) == groups

    def test_also_told_in_names_the_other_document(self, make: Any) -> None:
        made = self._two(make)
        first, second = made.happenings
        assert first.also_told_in == (second.citations[0].document_id,)


class TestDisputes:
    """Rival accounts."""

    def test_denial_by_the_accused(self, make: Any) -> None:
        one = make("اتهمت المعارضة الجيش بقصف سراقب.", outlet="أ")
        one.event("shelling", "قصف", place="سراقب", actor="الجيش")
        one.claim("accuse", "المعارضة", "اتهمت", "بقصف سراقب", target="الجيش")
        two = make("نفى الجيش قصف سراقب.", outlet="ب")
        two.event("shelling", "قصف", place="سراقب", actor="الجيش", factuality="denied")
        two.claim("deny", "الجيش", "نفى", "قصف سراقب")
        (dispute,) = [d for d in assess([one.done(), two.done()]).disputes if d.kind == "occurrence"]
        assert [[p.label for p in side.speakers] for side in dispute.sides] == [["المعارضة"], ["الجيش"]]

    def test_rival_culprits(self, make: Any) -> None:
        one = make("اتهمت المعارضة الجيش بقصف سراقب، واتهمت الحكومة الفصائل بقصفها.", outlet="أ")
        one.event("shelling", "قصف", place="سراقب")
        one.event("shelling", "قصفها", place="سراقب")
        one.claim("accuse", "المعارضة", "اتهمت", "بقصف سراقب", target="الجيش")
        one.claim("accuse", "الحكومة", "واتهمت", "بقصفها", target="الفصائل")
        (dispute,) = [d for d in assess([one.done()]).disputes if d.kind == "culprit"]
        assert sorted(side.label for side in dispute.sides) == ["الجيش", "الفصائل"]

    def test_numbers_that_overlap_are_no_dispute(self, make: Any) -> None:
        one = make("قالت الشرطة إن أكثر من مئة فروا، وقال الجيش إن 150 فروا أيضا.", outlet="أ")
        one.event("escape", "فروا", counts=[("escaped", "أكثر من مئة", 100, None)])
        one.event("escape", "فروا أيضا", counts=[("escaped", "150", 150, 150)])
        one.claim("report", "الشرطة", "قالت", "أكثر من مئة فروا")
        one.claim("report", "الجيش", "وقال", "150 فروا أيضا")
        assert not assess([one.done()]).disputes


class TestWarnings:
    """Warnings and what came after them."""

    def _warning(self, make: Any) -> CodedDocument:
        one = make("حذرت الأمم المتحدة من هجوم على إدلب.", outlet="أ", published="2019-10-01")
        one.event("armed_attack", "هجوم", place="إدلب", factuality="possible")
        one.claim("warn", "الأمم المتحدة", "حذرت", "هجوم على إدلب")
        coded: CodedDocument = one.done()
        return coded

    @pytest.mark.parametrize(
        ("published", "place", "outcome"),
        [
            pytest.param("2019-10-05", "إدلب", "came_about", id="later"),
            pytest.param("2019-09-20", "إدلب", "open", id="earlier"),
            pytest.param("2019-10-05", "حلب", "open", id="elsewhere"),
            pytest.param("2021-10-05", "إدلب", "open", id="years-later"),
        ],
    )
    def test_outcome(self, make: Any, published: str, place: str, outcome: str) -> None:
        two = make("قصف الجيش المدينة.", outlet="ب", published=published)
        two.event("shelling", "قصف", place=place)
        (warning,) = assess([self._warning(make), two.done()]).warnings
        assert warning.outcome == outcome


@pytest.mark.parametrize(
    ("start", "end", "precision", "language", "words"),
    [
        pytest.param("2019-10-09", "2019-10-09", 1, "en", " on 9 October 2019", id="day"),
        pytest.param("2019-10-01", "2019-10-31", 4, "ar", " في تشرين الأول/أكتوبر 2019", id="month"),
        pytest.param("2019-01-01", "2019-12-31", 5, "en", " in 2019", id="year"),
        pytest.param(
            "2019-10-09",
            "2019-10-12",
            2,
            "ar",
            " في المدة من 9 تشرين الأول/أكتوبر 2019 إلى 12 تشرين الأول/أكتوبر 2019",
            id="range",
        ),
    ],
)
def test_dates_in_words(start: str, end: str, precision: int, language: str, words: str) -> None:
    wording = Wording("en" if language == "en" else "ar")
    assert wording.date_phrase(Interval(start=start, end=end, precision=precision)) == words


def test_long_content_is_cut_at_forty_words() -> None:
    assert len(Wording("en").quoted("word " * 60).split()) == 40


def _slots(value: object, path: str = "") -> dict[str, object]:
    if isinstance(value, dict):
        return {key: slot for name, entry in value.items() for key, slot in _slots(entry, f"{path}/{name}").items()}
    if isinstance(value, list):
        return {path: len(value)}
    return {path: {field for _, field, _, _ in string.Formatter().parse(str(value)) if field}}


def test_both_languages_have_the_same_templates_and_slots() -> None:
    arabic, english = Wording("ar"), Wording("en")
    assert _slots(table(arabic.file)) == _slots(table(english.file))


def test_every_family_type_is_known_to_the_ontology() -> None:
    phrases = set(Wording("en").entry("phrases"))
    families = table("assessment/families.yaml")
    for key in ("families", "kin"):
        assert {name for group in families[key] for name in group["types"]} <= phrases


def test_observations_and_happenings_share_site_ids(make: Any) -> None:
    one = make("فر خمسة من سجن غويران.")
    one.event("escape", "فر", target="خمسة", counts=[("escaped", "خمسة", 5, 5)])
    docs = [one.done()]
    made = assess(docs, observations=observe_sites(docs))
    assert made.happenings[0].sites == (made.sites[0].id,)
    assert (made.sites[0].observations[0].low, made.sites[0].observations[0].quote) == (5, "خمسة")

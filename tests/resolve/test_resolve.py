# SPDX-License-Identifier: Apache-2.0
"""Which place a name stands for: by kind, document, sentence, outlet and size; and when none is said."""

import pytest
from msgspec.structs import replace

from rasid.ids import DocumentId, EventId, MentionId
from rasid.records import Argument, Candidate, CodedDocument, Document, Event, Mention, Method, Place, Role, Span
from rasid.resolve import DocumentContext, document_context, read_surroundings, resolve, resolve_place
from rasid.resolve.context import Weight, candidates_for

METHOD = Method(name="test", version="1")
SYRIA = DocumentContext(countries=(Weight("SY", "", 1.0),))


def coded(text: str, *names: str, roles: tuple[Role, ...] = (), outlet: str | None = None) -> CodedDocument:
    """Return a document with one event; each name is a mention of sentence 0 and a place argument in its order."""
    mentions: list[Mention] = []
    arguments: list[Argument] = []
    for number, name in enumerate(names):
        start = text.index(name)
        span = Span(start, start + len(name))
        identity = MentionId(f"me-{number}")
        mention = Mention(
            id=identity, document_id=DocumentId("do-1"), sentence=0, span=span, kind="place", method=METHOD,
            candidates=candidates_for(name),
        )  # fmt: skip
        mentions.append(mention)
        role = roles[number] if roles else "place"
        arguments.append(Argument(role=role, span=span, mention=identity))
    event = Event(
        id=EventId("ev-1"), document_id=DocumentId("do-1"), sentence=0, type="shelling", trigger=Span(0, 3),
        factuality="happened", arguments=tuple(arguments), coder=METHOD, rule="r", score=0.9,
    )  # fmt: skip
    document = Document(id=DocumentId("do-1"), sha256="", text=text, language="ar", outlet=outlet)
    return CodedDocument(document=document, mentions=tuple(mentions), events=(event,))


def where(text: str, *names: str) -> Place:
    place = resolve(coded(text, *names)).events[0].where
    assert place is not None
    return place


@pytest.mark.parametrize(
    ("text", "kind", "countryside", "direction", "vicinity"),
    [
        ("في مدينة حلب أمس", "city", False, False, False),
        ("وبمدينة حلب أمس", "city", False, False, False),
        ("في محافظة حلب", "province", False, False, False),
        ("ريف حلب الشمالي", "", True, False, False),
        ("بريف حلب الشمالي", "", True, False, False),
        ("شمال حلب", "", False, True, False),
        ("في محيط حلب", "", False, False, True),
        ("في محيط مدينة حلب", "city", False, False, True),
        ("سجن حلب", "prison", False, False, False),
        ("انتهت المدينة. حلب", "", False, False, False),
        ("قال إن حلب", "", False, False, False),
    ],
)
def test_words_beside_a_name_are_read(
    text: str, kind: str, countryside: bool, direction: bool, vicinity: bool
) -> None:
    start = text.index("حلب")
    around = read_surroundings(text, Span(start, start + 3))
    assert (around.kind, around.countryside, around.direction, around.vicinity) == (
        kind,
        countryside,
        direction,
        vicinity,
    )


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("in Aleppo province", "Aleppo", "province"),
        ("in Aleppo city", "Aleppo", "city"),
        ("in the town of Suluk", "Suluk", ""),
        ("near Hasakah", "Hasakah", ""),
    ],
)
def test_english_words_beside_a_name_are_read(text: str, name: str, kind: str) -> None:
    start = text.index(name)
    assert read_surroundings(text, Span(start, start + len(name))).kind == kind


def test_a_town_has_its_point_and_the_reasons() -> None:
    place = where("قصفت بلدة الشحيل بريف دير الزور", "الشحيل", "دير الزور")
    assert (place.name_en, place.country, place.admin1, place.precision) == ("Al-Shuhayl", "SY", "Deir ez-Zor", 1)
    assert (place.latitude, place.longitude) == (35.1, 40.45)
    assert "Deir ez-Zor in the same sentence" in place.reason


@pytest.mark.parametrize(
    ("text", "name", "precision"),
    [
        ("قصف في ريف حلب الشمالي", "حلب", 4),
        ("قصف في محافظة حلب", "محافظة حلب", 4),
        ("قصف في شمال سوريا", "شمال سوريا", 5),
        ("قصف في شمال شرق سوريا", "شمال شرق سوريا", 5),
        ("قصف في شمال العراق", "العراق", 5),
        ("قصف في سوريا", "سوريا", 6),
    ],
)
def test_land_is_no_spot(text: str, name: str, precision: int) -> None:
    place = where(text, name)
    assert place.precision == precision
    if "ريف" in text or "شمال" in text:
        assert (place.latitude, place.longitude) == (None, None)


def test_the_countryside_of_a_town_is_its_district_without_a_point() -> None:
    place = where("قصف في ريف منبج", "منبج")
    assert (place.precision, place.latitude, place.admin1) == (3, None, "Aleppo")


def test_a_spot_beside_a_town_keeps_the_point_and_loses_precision() -> None:
    place = where("قصف شرق بلدة الشحيل", "الشحيل")
    assert (place.precision, place.latitude) == (2, 35.1)


def test_a_bare_city_may_be_its_province_so_it_is_less_exact() -> None:
    assert (where("قصف في الرقة", "الرقة").kind, where("قصف في الرقة", "الرقة").precision) == ("city", 3)
    assert where("قصف في مدينة الرقة", "الرقة").precision == 1


@pytest.mark.parametrize("country", ["LB", "LY"])
def test_the_document_decides_between_cities_of_one_name(country: str) -> None:
    context = DocumentContext(countries=(Weight(country, "", 1.0),))
    assert resolve_place("طرابلس", candidates=candidates_for("طرابلس"), context=context).country == country


def test_the_province_in_the_sentence_decides_between_villages() -> None:
    assert where("قصف قرية سنجار في محافظة إدلب", "سنجار", "محافظة إدلب").admin1 == "Idlib"
    assert where("قصف قضاء سنجار في محافظة نينوى", "سنجار", "محافظة نينوى").admin1 == "Nineveh"


def test_the_country_of_the_outlet_counts() -> None:
    document = coded("قصف في الهول", "الهول", outlet="hawarnews.com")
    assert document_context(document).outlet_country == "SY"


def test_a_mention_does_not_speak_for_itself() -> None:
    document = coded("قصف في الشحيل", "الشحيل")
    assert document_context(document).countries != ()
    assert document_context(document, without=candidates_for("الشحيل")).countries == ()


def test_two_places_that_are_as_likely_give_no_point_and_are_both_kept() -> None:
    villages = ("place:gn-170483", "place:gn-170136")  # one by the coast, one in Homs
    twins = tuple(Candidate(entity=entity, score=0.5) for entity in villages)
    place = resolve_place("س", candidates=twins, context=DocumentContext())
    assert (place.entity, place.latitude, place.country, place.admin1, place.precision) == (None, None, "SY", None, 6)
    assert {candidate.entity for candidate in place.candidates} == set(villages)
    assert place.reason.startswith("undecided between")


def test_an_unknown_name_is_kept_without_a_point() -> None:
    place = where("قصف قرية المجهولية", "المجهولية")
    assert (place.name, place.entity, place.latitude, place.precision) == ("المجهولية", None, None, 7)
    assert place.reason == "no entry of that name"


def test_a_small_namesake_in_another_country_is_not_believed() -> None:
    entity = "place:gn-104979"  # Khaybar in Saudi Arabia
    pakistan = DocumentContext(countries=(Weight("PK", "", 1.0),))
    place = resolve_place("خيبر", candidates=(Candidate(entity=entity, score=1.0),), context=pakistan)
    assert (place.entity, place.latitude, place.precision) == (None, None, 7)
    assert [candidate.entity for candidate in place.candidates] == [entity]


def test_the_most_exact_place_of_an_event_is_where_it_was() -> None:
    event = resolve(coded("قصف في سوريا في بلدة الشحيل", "سوريا", "الشحيل")).events[0]
    assert event.where is not None
    assert event.where.name_en == "Al-Shuhayl"
    assert [argument.place.precision for argument in event.arguments if argument.place] == [6, 1]


def test_origins_are_resolved_but_are_not_where_it_was() -> None:
    event = resolve(coded("نزحوا من الشحيل", "الشحيل", roles=("origin",))).events[0]
    assert event.arguments[0].place is not None
    assert event.where is None


def test_an_argument_without_mention_is_looked_up_by_its_words() -> None:
    document = coded("قصف في الشحيل", "الشحيل")
    bare = replace(document.events[0], arguments=(replace(document.events[0].arguments[0], mention=None),))
    event = resolve(replace(document, mentions=(), events=(bare,))).events[0]
    assert event.where is not None
    assert event.where.name_en == "Al-Shuhayl"


def test_a_camp_is_a_site_with_the_precision_of_its_row() -> None:
    place = resolve_place("مخيم روج", candidates=(Candidate(entity="site:sy-roj", score=1.0),), context=SYRIA)
    assert (place.kind, place.precision) == ("camp", 2)


def test_a_document_without_places_comes_back_as_it_is() -> None:
    document = coded("قصف أمس")
    assert resolve(document) is document


def test_resolving_twice_changes_nothing() -> None:
    once = resolve(coded("قصفت بلدة الشحيل بريف دير الزور", "الشحيل", "دير الزور"))
    assert resolve(once) == once

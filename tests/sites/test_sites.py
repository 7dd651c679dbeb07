# SPDX-License-Identifier: Apache-2.0
"""What is observed of prisons and camps."""

import msgspec
import pytest

from rasid.ids import ClaimId, DocumentId, EventId, MentionId
from rasid.records import (
    Argument,
    Candidate,
    Claim,
    CodedDocument,
    Document,
    Event,
    LanguageCode,
    Link,
    Mention,
    Method,
    Place,
    Quantity,
    Span,
)
from rasid.sites import observe_sites, sites_in

HAND = Method(name="hand", version="1")


def _document(text: str, *, language: LanguageCode = "ar") -> Document:
    return Document(
        id=DocumentId("doc-1"), sha256="0", text=text, language=language, outlet="أ", published="2019-10-14"
    )


def _span(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def _event(text: str, event_type: str, trigger: str, *, target: str = "", place: str = "", actor: str = "") -> Event:
    arguments = [Argument(role="target", span=_span(text, target))] if target else []
    arguments += [Argument(role="actor", span=_span(text, actor))] if actor else []
    return Event(
        id=EventId(f"ev-{event_type}"),
        document_id=DocumentId("doc-1"),
        sentence=0,
        type=event_type,
        trigger=_span(text, trigger),
        factuality="happened",
        arguments=tuple(arguments),
        where=Place(name=place) if place else None,
        coder=HAND,
        rule="hand",
        score=1.0,
    )


@pytest.mark.parametrize(
    ("text", "label", "named"),
    [
        pytest.param("قصفت الطائرات سجن غويران في الحسكة", "سجن غويران", True, id="prison-by-name"),
        pytest.param("هجوم على مخيم الهول شرق الحسكة", "مخيم الهول", True, id="camp-by-name"),
        pytest.param("تفجير حائط السجن المركزي في الحسكة", "السجن المركزي", True, id="adjective"),
        pytest.param("فرّوا بسجن غويران أمس", "سجن غويران أمس", True, id="clitic-dropped"),
        pytest.param("قصف السجون والمخيمات التي تحتجزهم", "السجون", False, id="class"),
        pytest.param("تسجيلات لسجن قصفته الطائرات", "سجن", False, id="verb-behind"),
        pytest.param("تحرير السجناء", None, False, id="prisoners-are-no-site"),
    ],
)
def test_sites_in_arabic_words(text: str, label: str | None, named: bool) -> None:
    one = CodedDocument(document=_document(text))
    found = sites_in(one, Span(0, len(text)))
    if label is None:
        assert not found
    else:
        assert (found[0].label, found[0].named) == (label, named)


@pytest.mark.parametrize(
    ("text", "label", "named"),
    [
        pytest.param("Shells hit Navkur prison on Friday", "Navkur prison", True, id="name-before"),
        pytest.param("women held in the al-Hol camp", "Hol camp", True, id="hyphen"),
        pytest.param("guards left the prisons", "prisons", False, id="class"),
    ],
)
def test_sites_in_english_words(text: str, label: str, named: bool) -> None:
    one = CodedDocument(document=_document(text, language="en"))
    found = sites_in(one, Span(0, len(text)))
    assert (found[0].named, found[0].label.endswith(label)) == (named, True)


@pytest.mark.parametrize(
    ("event_type", "trigger", "text", "target", "field"),
    [
        pytest.param("air_strike", "قصف", "قصف الطائرات سجن غويران", "سجن غويران", "shelled", id="struck"),
        pytest.param("armed_attack", "هاجم", "هاجم مسلحون سجن غويران", "سجن غويران", "attacked", id="attacked"),
        pytest.param("armed_attack", "اقتحام", "اقتحام سجن غويران", "سجن غويران", "breached", id="breached"),
        pytest.param("prison_unrest", "عصيان", "عصيان في سجن غويران", "", "unrest", id="unrest-in-sentence"),
        pytest.param("escape", "فرار", "فرار خمسة من سجن غويران", "خمسة", "escaped", id="escape-in-sentence"),
        pytest.param("territory_gain", "سيطرة", "سيطرة الفصائل على سجن غويران", "سجن غويران", "seized", id="seized"),
    ],
)
def test_fields(event_type: str, trigger: str, text: str, target: str, field: str) -> None:
    event = _event(text, event_type, trigger, target=target)
    (observation,) = observe_sites([CodedDocument(document=_document(text), events=(event,))])
    assert observation.field == field
    assert observation.citations[0].span == event.trigger


def test_deployments_are_left_out() -> None:
    text = "انتشار حراس حول سجن غويران"
    event = _event(text, "deployment", "انتشار", target="سجن غويران")
    assert observe_sites([CodedDocument(document=_document(text), events=(event,))]) == ()


def test_an_arrest_near_a_prison_is_not_about_it() -> None:
    text = "اعتقال رجل قرب سجن غويران"
    event = _event(text, "arrest", "اعتقال", target="سجن غويران")
    assert observe_sites([CodedDocument(document=_document(text), events=(event,))]) == ()


def test_holder_is_the_custodian() -> None:
    text = "تحتجز قسد المئات في سجن غويران"
    event = _event(text, "arrest", "تحتجز", target="المئات في سجن غويران", actor="قسد")
    seen = observe_sites([CodedDocument(document=_document(text), events=(event,))])
    assert sorted((o.field, o.quote) for o in seen) == [("custodian", "قسد"), ("held", "")]


def test_count_is_kept_as_written() -> None:
    text = "فرار المئات من سجن غويران"
    event = _event(text, "escape", "فرار")
    count = Quantity(what="escaped", span=_span(text, "المئات"), low=100, high=999)
    event = msgspec.structs.replace(event, counts=(count,))
    (observation,) = observe_sites([CodedDocument(document=_document(text), events=(event,))])
    assert (observation.quote, observation.low, observation.high) == ("المئات", 100, 999)


def test_the_prison_is_the_one_named_before() -> None:
    text = "وصل إلى سجن الصناعة. ثم قصف السجن"
    name = Mention(
        id=MentionId("me-1"),
        document_id=DocumentId("doc-1"),
        sentence=0,
        span=_span(text, "سجن الصناعة"),
        kind="site",
        method=HAND,
        candidates=(Candidate(entity="site:sy-sinaa", score=0.9),),
    )
    event = _event(text, "shelling", "قصف", target="السجن")
    one = CodedDocument(document=_document(text), mentions=(name,), events=(event,))
    assert [o.site for o in observe_sites([one])] == ["site:sy-sinaa"]


def test_central_prisons_of_two_cities_are_two() -> None:
    text = "تفجير السجن المركزي"
    seen = [
        observe_sites(
            [
                CodedDocument(
                    document=_document(text),
                    events=(_event(text, "bombing", "تفجير", target="السجن المركزي", place=city),),
                )
            ]
        )
        for city in ("الحسكة", "حمص")
    ]
    assert seen[0][0].site != seen[1][0].site


def test_a_warning_about_sites() -> None:
    text = "حذرت قسد من خطر على المخيمات"
    claim = Claim(
        id=ClaimId("cl-1"),
        document_id=DocumentId("doc-1"),
        sentence=0,
        act="warn",
        chain=(Link(role="speaker", span=_span(text, "قسد")),),
        cue=_span(text, "حذرت"),
        content=_span(text, "خطر على المخيمات"),
        coder=HAND,
        rule="hand",
        score=1.0,
    )
    (observation,) = observe_sites([CodedDocument(document=_document(text), claims=(claim,))])
    assert (observation.site, observation.field, observation.claims) == ("site:class-camp", "warned", ("cl-1",))

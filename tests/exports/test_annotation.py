# SPDX-License-Identifier: Apache-2.0
"""Coded documents in the shape of annotators."""

import msgspec
import pytest

from rasid.annotations import AnnotatedDocument
from rasid.exports import annotate
from rasid.ids import ClaimId, DocumentId, EventId
from rasid.records import Argument, Claim, CodedDocument, Document, Event, Interval, Link, Method, Quantity, Span

TEXT = "قالت قسد إن مئات السجناء فروا أمس من سجن في الحسكة"  # SDF said hundreds of prisoners fled yesterday from a prison in Hasakah
CODER = Method(name="test", version="1")


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def event(**fields: object) -> Event:
    known = {
        "id": EventId("ev-1"),
        "document_id": DocumentId("doc-1"),
        "sentence": 0,
        "type": "escape",
        "trigger": span("فروا"),
        "factuality": "happened",
        "coder": CODER,
        "rule": "ar:escape",
        "score": 0.9,
    }
    return Event(**{**known, **fields})  # type: ignore[arg-type]  # fields of all types


def claim(*chain: Link) -> Claim:
    return Claim(
        id=ClaimId("cl-1"),
        document_id=DocumentId("doc-1"),
        sentence=0,
        act="report",
        chain=chain,
        cue=span("قالت"),
        content=span("مئات السجناء فروا"),
        coder=CODER,
        rule="cue:ar",
        score=0.8,
    )


def coded(*, source_id: str | None = None, events: tuple[Event, ...] = (), claims: tuple[Claim, ...] = ()) -> CodedDocument:
    document = Document(id=DocumentId("doc-1"), sha256="0" * 64, text=TEXT, language="ar", source_id=source_id)
    return CodedDocument(document=document, events=events, claims=claims)


def test_id_is_the_one_that_the_input_gave() -> None:
    assert annotate(coded(source_id="gold-7")).id == "gold-7"


def test_id_is_ours_where_the_input_gave_none() -> None:
    assert annotate(coded()).id == "doc-1"


def test_arguments_go_to_their_roles() -> None:
    arguments = (Argument(role="target", span=span("السجناء")), Argument(role="place", span=span("الحسكة")))
    found = annotate(coded(events=(event(arguments=arguments),))).events[0]
    assert [TEXT[slice(*one)] for one in (*found.target, *found.place)] == ["السجناء", "الحسكة"]
    assert found.actor == ()


def test_words_stand_once_in_a_role() -> None:
    twice = (Argument(role="actor", span=span("قسد")), Argument(role="actor", span=span("قسد"), reason="again"))
    assert len(annotate(coded(events=(event(arguments=twice),))).events[0].actor) == 1


@pytest.mark.parametrize(
    ("interval", "date"),
    [
        pytest.param(Interval(start="2019-10-11", end="2019-10-11", precision=1), "2019-10-11", id="a day"),
        pytest.param(Interval(start="2019-10-01", end="2019-10-31", precision=4), "2019-10", id="a month"),
        pytest.param(Interval(start="2019-10-11", end="2019-10-13", precision=2), "2019-10-11/2019-10-13", id="some days"),
        pytest.param(None, None, id="unknown"),
    ],
)
def test_date_is_written_as_annotators_write_it(interval: Interval | None, date: str | None) -> None:
    assert annotate(coded(events=(event(when=interval),))).events[0].date == date


def test_counts_keep_their_range() -> None:
    counts = (Quantity(what="escaped", span=span("مئات"), low=100, high=999, exact=False),)
    found = annotate(coded(events=(event(counts=counts),))).events[0].counts[0]
    assert (found.what, found.low, found.high) == ("escaped", 100, 999)


def test_via_leaves_the_publisher_out() -> None:
    chain = (Link(role="publisher"), Link(role="outlet", span=span("الحسكة")), Link(role="speaker", span=span("قسد")))
    found = annotate(coded(claims=(claim(*chain),))).claims[0]
    assert found.source == (span("قسد").start, span("قسد").end)
    assert found.via == ((span("الحسكة").start, span("الحسكة").end),)


def test_claim_without_a_named_speaker_is_left_out() -> None:
    assert annotate(coded(claims=(claim(Link(role="publisher"), Link(role="speaker")),))).claims == ()


def test_line_reads_back() -> None:
    found = annotate(coded(source_id="x", events=(event(),), claims=(claim(Link(role="speaker", span=span("قسد"))),)))
    assert msgspec.json.decode(msgspec.json.encode(found), type=AnnotatedDocument) == found


def test_absent_things_are_written_as_null_and_empty_lists() -> None:
    line = msgspec.json.decode(msgspec.json.encode(annotate(coded(events=(event(),)))))
    assert line["outlet"] is None
    assert line["events"][0]["time"] is None
    assert line["events"][0]["counts"] == []

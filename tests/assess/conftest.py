# SPDX-License-Identifier: Apache-2.0
"""Coded documents made by hand: spans are found by the words that they cover."""

import hashlib
from collections.abc import Callable, Sequence

import pytest

from rasid.ids import ClaimId, DocumentId, EventId, MentionId, make_id
from rasid.records import (
    Act,
    Argument,
    Candidate,
    Claim,
    CodedDocument,
    Document,
    Event,
    Factuality,
    Interval,
    Issue,
    LanguageCode,
    Link,
    Mention,
    MentionKind,
    Method,
    Place,
    Quantity,
    Role,
    Span,
)

HAND = Method(name="hand", version="1")


class Maker:
    """Makes one coded document step by step."""

    def __init__(
        self,
        text: str,
        *,
        outlet: str | None = "بريد الضحى",
        published: str | None = "2019-10-14",
        language: LanguageCode = "ar",
    ) -> None:
        self.text = text
        self.id = DocumentId(make_id("doc", text, outlet))
        self.document = Document(
            id=self.id,
            sha256=hashlib.sha256(text.encode()).hexdigest(),
            text=text,
            language=language,
            outlet=outlet,
            published=published,
            title=text[:20],
        )
        self.events: list[Event] = []
        self.claims: list[Claim] = []
        self.mentions: list[Mention] = []

    def span(self, words: str) -> Span:
        """The first place of some words."""
        start = self.text.index(words)
        return Span(start, start + len(words))

    def mention(self, words: str, kind: MentionKind, entity: str | None = None, *, loaded: bool = False) -> None:
        """Note a mention."""
        span = self.span(words)
        self.mentions.append(
            Mention(
                id=MentionId(make_id("me", self.id, span.start, kind)),
                document_id=self.id,
                sentence=0,
                span=span,
                kind=kind,
                method=HAND,
                candidates=(Candidate(entity=entity, score=0.9),) if entity else (),
                loaded=loaded,
            )
        )

    def event(
        self,
        event_type: str,
        trigger: str,
        *,
        factuality: Factuality = "happened",
        day: str | None = None,
        place: str | None = None,
        counts: Sequence[tuple[str, str, int, int | None]] = (),
        **roles: str,
    ) -> EventId:
        """Note an event; roles are given as words."""
        span = self.span(trigger)
        named: dict[str, Role] = {"actor": "actor", "target": "target", "site": "place", "instrument": "instrument"}
        made = Event(
            id=EventId(make_id("ev", self.id, event_type, span.start)),
            document_id=self.id,
            sentence=0,
            type=event_type,
            trigger=span,
            factuality=factuality,
            arguments=tuple(Argument(role=named[role], span=self.span(words)) for role, words in roles.items()),
            when=Interval(start=day, end=day, precision=1) if day else None,
            where=Place(name=place, entity=f"place:{place}", precision=2) if place else None,
            counts=tuple(
                Quantity(what=what, span=self.span(words), low=low, high=high)  # type: ignore[arg-type]
                for what, words, low, high in counts
            ),
            coder=HAND,
            rule="hand",
            score=1.0,
        )
        self.events.append(made)
        return made.id

    def claim(
        self, act: Act, source: str, cue: str, content: str, *, target: str | None = None, via: str | None = None
    ) -> ClaimId:
        """Note a claim; events whose trigger lies in the content are found when the document is done."""
        span = self.span(content)
        links = [Link(role="publisher", name=self.document.outlet or "")]
        if via:
            links.append(Link(role="outlet", span=self.span(via)))
        links.append(Link(role="speaker", span=self.span(source), cue=self.span(cue)))
        made = Claim(
            id=ClaimId(make_id("cl", self.id, act, span.start)),
            document_id=self.id,
            sentence=0,
            act=act,
            chain=tuple(links),
            cue=self.span(cue),
            content=span,
            target=self.span(target) if target else None,
            coder=HAND,
            rule="hand",
            score=1.0,
        )
        self.claims.append(made)
        return made.id

    def done(self, *, relevant: bool = True, issues: tuple[Issue, ...] = ()) -> CodedDocument:
        """Return the coded document."""
        return CodedDocument(
            document=self.document,
            mentions=tuple(self.mentions),
            events=tuple(self.events),
            claims=tuple(self.claims),
            issues=issues,
            relevant=relevant,
        )


@pytest.fixture
def make() -> Callable[..., Maker]:
    """Return the maker of documents."""
    return Maker


def _build() -> CodedDocument:
    """A warning, a suspension and resumption, an attempt on a prison, an accusation and rival numbers."""
    text = (
        "حذرت قوات سوريا الديمقراطية من أن أي هجوم تركي سيضعف حراسة السجون والمخيمات.\n"
        "وخلال الهجوم أعلنت قسد تعليق الحرب ثم استأنفتها.\n"
        "وحاولت الخلايا تفجير حائط السجن المركزي بسيارة مفخخة.\n"
        "واتهمت الإدارة الذاتية تركيا بأنها تقف وراء انتشار “المرتزقة” وقصف السجون، "
        "وقالت إن المئات هربوا، حسب وسائل إعلامية.\n"
        "وحمّل الكونغرس الأمريكي أنقرة مسؤولية إطلاق سراح الآلاف.\n"
        "ويسعى النائبان إلى إعداد تقييم استخباراتي للتهديد."
    )
    one = Maker(text, outlet="صدى المراكب", published="2019-10-24")
    one.mention("قوات سوريا الديمقراطية", "actor", "actor:sdf")
    one.mention("قسد", "actor", "actor:sdf")
    one.mention("الإدارة الذاتية", "actor", "actor:aanes")
    one.mention("“المرتزقة”", "actor", loaded=True)
    one.event("armed_attack", "هجوم", factuality="possible")
    one.event("military_operation", "الهجوم")
    one.event("suspend_operation", "تعليق", actor="قسد")
    one.event("resume_operation", "استأنفتها", actor="قسد")
    one.event("bombing", "تفجير", factuality="attempted", place="الحسكة", target="حائط السجن المركزي", actor="الخلايا")
    one.event("shelling", "قصف", target="السجون، ".rstrip("، "), actor="تركيا")
    one.event("escape", "هربوا", target="المئات", counts=[("escaped", "المئات", 100, 999)])
    one.event("release", "إطلاق سراح", target="الآلاف", counts=[("released", "الآلاف", 1000, 9999)])
    one.claim("warn", "قوات سوريا الديمقراطية", "حذرت", "أي هجوم تركي سيضعف حراسة السجون والمخيمات")
    one.claim("report", "قسد", "أعلنت", "تعليق الحرب")
    one.claim(
        "accuse",
        "الإدارة الذاتية",
        "واتهمت",
        "تقف وراء انتشار “المرتزقة” وقصف السجون",
        target="تركيا",
        via="وسائل إعلامية",
    )
    one.claim("report", "الإدارة الذاتية", "وقالت", "المئات هربوا", via="وسائل إعلامية")
    one.claim("accuse", "الكونغرس الأمريكي", "حمّل", "إطلاق سراح الآلاف", target="أنقرة")
    one.claim("demand", "النائبان", "يسعى", "إعداد تقييم استخباراتي للتهديد")
    return one.done()


@pytest.fixture
def build() -> CodedDocument:
    """Return one document that holds the whole chain of warning, attack, escape and accusation."""
    return _build()

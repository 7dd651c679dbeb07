# SPDX-License-Identifier: Apache-2.0
"""A small assessment made by hand: invented outlets, public facts of October 2019, every span found by its words."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from rasid.ids import ClaimId, DocumentId, EventId
from rasid.records import (
    Assessment,
    Citation,
    ClaimLine,
    ClaimMatrix,
    CodedDocument,
    CountRead,
    Dispute,
    DisputeSide,
    Document,
    Framing,
    Gap,
    Happening,
    HappeningGroup,
    Issue,
    MatrixCell,
    MatrixRow,
    Method,
    Origin,
    Party,
    Place,
    Posture,
    PostureEntry,
    ReadDocument,
    ReadingSummary,
    Request,
    SiteLine,
    SiteObservation,
    Span,
    Statement,
    WarningRecord,
)

NOORAH = """حذرت قوات سوريا الديمقراطية من أن أي هجوم تركي سيؤدي إلى خلل أمني في السجون والمخيمات.

وأعلنت القوات تعليق الحرب ضد تنظيم داعش ثم استأنفتها. وقال مصدر أمني إن محاولة تفجير جدار السجن المركزي في الحسكة بسيارة مفخخة أُحبطت يوم 11 أكتوبر.
واتهمت الإدارة الذاتية تركيا بقصف السجون، ما أدى إلى هروب المئات من عناصر داعش من مخيم عين عيسى، في ما سمته “الغزو”."""
TARIQ = """The Turkish defence ministry denied that its aircraft had struck any prison, and said the guards had left their posts.

Two lawmakers asked the Department of Homeland Security for an intelligence assessment of the escaped fighters 😀, saying that thousands were released near Ain Issa on 13 October."""


@dataclass(frozen=True)
class Sample:
    """An assessment with the documents it cites."""

    assessment: Assessment
    coded: tuple[CodedDocument, ...]


def document(name: str, text: str, **known: str | None) -> Document:
    """Return a document with an id by name."""
    return Document(id=DocumentId(f"doc-{name}"), sha256=(name.encode().hex() * 32)[:64], text=text, **known)  # type: ignore[arg-type]


def cite(doc: Document, words: str, record: str = "") -> Citation:
    """Return a citation of the first place where words stand in a document."""
    start = doc.text.index(words)
    return Citation(document_id=doc.id, span=Span(start, start + len(words)), record_id=record)


def read_of(doc: Document, origin: str, *, events: int, claims: int, issues: tuple[Issue, ...] = ()) -> ReadDocument:
    """Return the line of a document in the table of what was read."""
    return ReadDocument(
        document_id=doc.id,
        outlet=doc.outlet,
        published=doc.published,
        title=doc.title,
        url=doc.url,
        sha256=doc.sha256,
        language=doc.language,
        events=events,
        claims=claims,
        origin=origin,
        issues=issues,
    )


WORDS = {
    "ar": {
        "air_strike": "غارة جوية",
        "escape": "فرار",
        "bombing": "تفجير",
        "suspend": "تعليق عملية",
        "resume": "استئناف عملية",
        "happened": "حدث",
        "attempted": "محاولة",
        "possible": "محتمل",
        "denied": "منفي",
        "planned": "مخطط له",
        "accuse": "اتهام",
        "deny": "نفي",
        "warn": "تحذير",
        "report": "إفادة",
        "demand": "طلب",
        "sdf": "قوات سوريا الديمقراطية",
        "aanes": "الإدارة الذاتية",
        "turkey": "تركيا",
        "mod": "وزارة الدفاع التركية",
        "isis": "تنظيم داعش",
        "law": "نائبان أمريكيان",
        "probable": "مرجّح عند قائله",
    },
    "en": {
        "air_strike": "Air strike",
        "escape": "Escape",
        "bombing": "Bombing",
        "suspend": "Operation suspended",
        "resume": "Operation resumed",
        "happened": "happened",
        "attempted": "attempted",
        "possible": "possible",
        "denied": "denied",
        "planned": "planned",
        "accuse": "accuses",
        "deny": "denies",
        "warn": "warns",
        "report": "says",
        "demand": "asks",
        "sdf": "Syrian Democratic Forces",
        "aanes": "Autonomous Administration",
        "turkey": "Turkey",
        "mod": "Turkish Ministry of Defence",
        "isis": "ISIS",
        "law": "two US lawmakers",
        "probable": "held likely",
    },
}


def build_sample(
    language: str, *, texts: tuple[str, str] = (NOORAH, TARIQ), title: str = "السجون في مهب المعركة"
) -> Sample:
    """Return the sample with its own sentences in one language."""
    w = WORDS[language]
    ar = language == "ar"
    noorah = document(
        "noorah",
        texts[0],
        language="ar",
        outlet="وكالة نورة",
        published="2019-10-12",
        title=title,
        url="https://noorah.example/a/1",
    )
    copy = document(
        "copy",
        texts[0],
        language="ar",
        outlet="موقع الرافد",
        published="2019-10-13",
        title="خلل أمني في السجون",
        url="javascript:alert(1)",
    )
    tariq = document(
        "tariq",
        texts[1],
        language="en",
        outlet="Tariq Wire",
        published="2019-10-14T08:00:00Z",
        title="Ministry denies strikes on prisons",
        url="https://tariq.example/b?x=1&y=2",
    )
    method = Method(name="rasid", version="0.1.0")
    p = {
        key: Party(id=f"actor:{key}", label=w[key], kind="known")
        for key in ("sdf", "aanes", "turkey", "mod", "isis", "law")
    }
    hasakah = Place(name="الحسكة", latitude=36.502, longitude=40.748, precision=1, country="SY")
    issa = Place(name="عين عيسى", latitude=36.3852, longitude=38.8591, precision=2, kind="camp", country="SY")

    def fact(name: str) -> dict[str, str]:
        return {"factuality": name, "factuality_label": w[name]}

    strike, escape, car, suspended, resumed, feared, released = (EventId(f"ev-{n}") for n in range(7))
    accuse, denial, warning, request = (ClaimId(f"cl-{n}") for n in range(4))
    happenings = (
        Happening(
            id=car,
            type="bombing",
            label=w["bombing"],
            family="attack",
            **fact("attempted"),
            date="2019-10-11",
            place="الحسكة" if ar else "Al-Hasakah",
            where=hasakah,  # type: ignore[arg-type]
            actors=(p["isis"],),
            sites=("site:hasakah",),
            instruments=("سيارة مفخخة",),
            sentence="محاولة تفجير جدار السجن المركزي في الحسكة بسيارة مفخخة"
            if ar
            else "An attempt to blow up the wall of the central prison in Al-Hasakah with a car bomb",
            citations=(
                cite(noorah, "محاولة تفجير"),
                cite(noorah, "جدار السجن المركزي في الحسكة"),
                cite(noorah, "بسيارة مفخخة"),
                cite(noorah, "محاولة تفجير جدار السجن"),
            ),
        ),
        Happening(
            id=escape,
            type="escape",
            label=w["escape"],
            family="custody",
            **fact("happened"),
            date="2019-10-12",
            place="عين عيسى" if ar else "Ain Issa",
            where=issa,  # type: ignore[arg-type]
            targets=(p["isis"],),
            said_by=(p["aanes"],),
            claims=(accuse,),
            group="g-1",
            sites=("site:issa",),
            counts=(
                CountRead(
                    what="escaped",
                    label="فارّون" if ar else "escaped",
                    quote="المئات",
                    low=100,
                    high=999,
                    citation=cite(noorah, "المئات"),
                ),
            ),
            sentence="هروب المئات من عناصر داعش من مخيم عين عيسى، وفق الإدارة الذاتية"
            if ar
            else "Hundreds of ISIS members escaped from the camp at Ain Issa, according to the Autonomous Administration",
            citations=(cite(noorah, "هروب المئات من عناصر داعش من مخيم عين عيسى"), cite(copy, "هروب المئات")),
            also_told_in=(tariq.id,),
        ),
        Happening(
            id=released,
            type="escape",
            label=w["escape"],
            family="custody",
            **fact("happened"),
            date="2019-10-13",
            place="عين عيسى" if ar else "Ain Issa",
            where=issa,  # type: ignore[arg-type]
            targets=(p["isis"],),
            said_by=(p["law"],),
            group="g-1",
            sentence="إطلاق سراح الآلاف قرب عين عيسى، وفق نائبين أمريكيين"
            if ar
            else "Thousands were released near Ain Issa, according to two US lawmakers",
            citations=(cite(tariq, "thousands were released near Ain Issa on 13 October"),),
        ),
        Happening(
            id=strike,
            type="air_strike",
            label=w["air_strike"],
            family="attack",
            **fact("denied"),
            actors=(p["turkey"],),
            said_by=(p["mod"],),  # type: ignore[arg-type]
            sentence="قصف الطائرات التركية للسجون، تنفيه وزارة الدفاع التركية"
            if ar
            else "Strikes by Turkish aircraft on prisons, denied by the Turkish Ministry of Defence",
            citations=(cite(tariq, "struck any prison"), cite(tariq, "its aircraft")),
        ),
        Happening(
            id=feared,
            type="escape",
            label=w["escape"],
            family="custody",
            **fact("possible"),
            said_by=(p["sdf"],),  # type: ignore[arg-type]
            sentence="خلل أمني في السجون والمخيمات، تحذر منه قوات سوريا الديمقراطية"
            if ar
            else "A breakdown of security at prisons and camps, of which the SDF warns",
            citations=(cite(noorah, "خلل أمني في السجون والمخيمات"),),
        ),
        Happening(
            id=suspended,
            type="suspend_operation",
            label=w["suspend"],
            family="operation",
            **fact("happened"),
            actors=(p["sdf"],),
            place="سوريا" if ar else "Syria",  # type: ignore[arg-type]
            where=Place(name="سوريا", latitude=35.0, longitude=38.0, precision=6),
            sentence="تعليق الحرب ضد داعش" if ar else "War on ISIS suspended",
            citations=(cite(noorah, "تعليق الحرب ضد تنظيم داعش"),),
        ),
    )

    def cell(speaker: Party, claim: ClaimId, act: str, words: Citation, **more: str) -> MatrixCell:
        return MatrixCell(
            speaker=speaker.id,
            claim=claim,
            act=act,
            act_label=w[act],
            stance=more.pop("stance", "certain"),
            citation=words,
            **more,
        )  # type: ignore[arg-type]

    matrix = ClaimMatrix(
        speakers=(p["sdf"], p["aanes"], p["mod"], p["law"]),
        rows=(
            MatrixRow(
                id="r1",
                label="تركيا: قصف السجون" if ar else "Turkey: strikes on prisons",
                subject=p["turkey"],
                types=("air_strike",),
                origins=2,
                first_seen="2019-10-12",
                last_seen="2019-10-14",
                cells=(
                    cell(p["aanes"], accuse, "accuse", cite(noorah, "بقصف السجون"), date="2019-10-12"),
                    cell(
                        p["mod"],
                        denial,
                        "deny",
                        cite(tariq, "its aircraft had struck any prison"),
                        date="2019-10-14",
                        polarity="denied",
                    ),
                ),
            ),
            MatrixRow(
                id="r2",
                label="داعش: فرار وإطلاق سراح" if ar else "ISIS: escape and release",
                types=("escape",),
                origins=2,
                first_seen="2019-10-12",
                cells=(
                    cell(
                        p["sdf"],
                        warning,
                        "warn",
                        cite(noorah, "أن أي هجوم تركي سيؤدي إلى خلل أمني"),
                        date="2019-10-12",
                        stance="probable",
                        stance_label=w["probable"],
                    ),
                    cell(
                        p["law"],
                        request,
                        "report",
                        cite(tariq, "thousands were released near Ain Issa"),
                        date="2019-10-14",
                    ),
                ),
            ),
        ),
    )
    claims = (
        ClaimLine(
            id=accuse,
            document_id=noorah.id,
            act="accuse",
            act_label=w["accuse"],
            speaker=p["aanes"],
            target=p["turkey"],
            sentence="…",
            content=cite(noorah, "بقصف السجون"),
            cue=cite(noorah, "واتهمت"),
        ),
        ClaimLine(
            id=denial,
            document_id=tariq.id,
            act="deny",
            act_label=w["deny"],
            speaker=p["mod"],
            sentence="…",
            content=cite(tariq, "its aircraft had struck any prison"),
            cue=cite(tariq, "denied"),
        ),
    )
    assessment = Assessment(
        language=language,  # type: ignore[arg-type]
        question="ما الذي يترتب على فرار المحتجزين من السجون والمخيمات في شمال شرقي سوريا؟"
        if ar
        else "What follows from the escape of detainees from prisons and camps in north-east Syria?",
        now="2019-10-15",
        summary=ReadingSummary(
            documents=3,
            relevant=3,
            set_aside=0,
            origins=2,
            first_published="2019-10-12",
            last_published="2019-10-14",
            events=7,
            claims=4,
            outlets=("وكالة نورة", "موقع الرافد", "Tariq Wire"),
            sentences=(
                ("قُرئت 3 تقارير من 3 وسائل، تعود إلى مصدرين أصليين مستقلين.", "غياب التقارير لا يعني غياب الأحداث.")
                if ar
                else (
                    "3 reports from 3 outlets were read; they go back to 2 independent origins.",
                    "Absence of reports is not absence of events.",
                )
            ),
        ),
        documents=(
            read_of(noorah, "o1", events=4, claims=3),
            read_of(
                copy,
                "o1",
                events=4,
                claims=3,
                issues=(Issue(stage="read", code="url_refused", detail="not a web address"),),
            ),
            read_of(tariq, "o2", events=3, claims=3),
        ),
        origins=(
            Origin(
                id="o1",
                documents=(noorah.id, copy.id),
                similarity=1.0,
                text="النصان 1 و2 متطابقان، فيُحسبان مصدراً واحداً."
                if ar
                else "Texts 1 and 2 are the same, so they count as one origin.",
            ),
            Origin(id="o2", documents=(tariq.id,)),
        ),
        happenings=happenings,
        groups=(
            HappeningGroup(
                id="g-1",
                family="custody",
                label="فرار أو إطلاق سراح" if ar else "Escape or release",
                happenings=(escape, released),
                documents=(noorah.id, copy.id, tariq.id),
                origins=2,
                date="2019-10-12",
                place="عين عيسى" if ar else "Ain Issa",
                reason="النوع والمكان" if ar else "type and place",
            ),
        ),
        claims=claims,
        matrix=matrix,
        framings=(
            Framing(
                outlet="وكالة نورة",
                kind="scare_quotes",
                kind_label="علامتا تشكيك" if ar else "scare quotes",
                words="“الغزو”",
                citations=(cite(noorah, "“الغزو”"),),
            ),
        ),
        disputes=(
            Dispute(
                id="d1",
                kind="number",
                kind_label="العدد" if ar else "number",
                subject="عدد الفارّين قرب عين عيسى" if ar else "How many escaped near Ain Issa",
                family="custody",
                sentence="يختلف المصدران في العدد: مئات أو آلاف."
                if ar
                else "The sources differ on the number: hundreds or thousands.",
                sides=(
                    DisputeSide(
                        label="المئات" if ar else "hundreds",
                        low=100,
                        high=999,
                        speakers=(p["aanes"],),
                        sentence="هروب المئات من عناصر داعش"
                        if ar
                        else "The Autonomous Administration speaks of hundreds who escaped",
                        citations=(cite(noorah, "هروب المئات"),),
                    ),
                    DisputeSide(
                        label="الآلاف" if ar else "thousands",
                        low=1000,
                        high=None,
                        speakers=(p["law"],),
                        sentence="يتحدث النائبان عن آلاف أُطلق سراحهم"
                        if ar
                        else "Two lawmakers speak of thousands released",
                        citations=(cite(tariq, "thousands were released"),),
                    ),
                ),
            ),
        ),
        sites=(
            SiteLine(
                id="site:hasakah",
                label="السجن المركزي في الحسكة" if ar else "Central prison, Al-Hasakah",
                kind="prison",
                kind_label="سجن" if ar else "prison",
                place="الحسكة" if ar else "Al-Hasakah",
                observations=(
                    SiteObservation(
                        id="so-1",
                        site="site:hasakah",
                        field="attacked",
                        field_label="هجوم" if ar else "attacked",
                        factuality="attempted",
                        factuality_label=w["attempted"],
                        date="2019-10-11",
                        outlet="وكالة نورة",
                        sentence="محاولة تفجير جدار السجن" if ar else "An attempt to blow up its wall",
                        citations=(cite(noorah, "محاولة تفجير جدار السجن"),),
                    ),
                ),
                gaps=("لم يُعثر على عدد المحتجزين فيه." if ar else "The number held there was not found.",),
            ),
        ),
        warnings=(
            WarningRecord(
                id=warning,
                act="warn",
                act_label=w["warn"],
                speaker=p["sdf"],
                date="2019-10-12",
                outcome="came_about",
                outcome_label="وقع ما يشبهه" if ar else "something like it came about",
                basis=(escape,),
                sentence="حذرت قوات سوريا الديمقراطية من خلل أمني في السجون والمخيمات"
                if ar
                else "The SDF warned of a breakdown of security at prisons and camps",
                citations=(
                    cite(noorah, "أن أي هجوم تركي سيؤدي إلى خلل أمني في السجون والمخيمات"),
                    cite(noorah, "حذرت"),
                ),
                outcome_sentence="بعد ذلك تروي التقارير فرار المئات من مخيم عين عيسى."
                if ar
                else "Afterwards the reports tell of hundreds who escaped from the camp at Ain Issa.",
                outcome_citations=(cite(noorah, "هروب المئات"),),
            ),
        ),
        postures=(
            Posture(
                party=p["sdf"],
                entries=(
                    PostureEntry(
                        event=suspended,
                        move="suspended",
                        move_label=w["suspend"],
                        factuality="happened",
                        factuality_label=w["happened"],
                        sentence="علّقت الحرب ضد داعش" if ar else "It suspended the war on ISIS",
                        citations=(cite(noorah, "تعليق الحرب ضد تنظيم داعش"),),
                    ),
                    PostureEntry(
                        event=resumed,
                        move="resumed",
                        move_label=w["resume"],
                        factuality="happened",
                        factuality_label=w["happened"],
                        sentence="ثم استأنفتها" if ar else "It resumed it",
                        citations=(cite(noorah, "ثم استأنفتها"),),
                    ),
                ),
            ),
        ),
        requests=(
            Request(
                id=request,
                kind="assessment",
                kind_label="طلب تقييم" if ar else "asks for an assessment",
                speaker=p["law"],
                date="2019-10-14",
                sentence="طلب نائبان من وزارة الأمن الداخلي تقييماً استخباراتياً للفارّين"
                if ar
                else "Two lawmakers asked the Department of Homeland Security for an intelligence assessment of those who escaped",
                citations=(
                    cite(
                        tariq,
                        "asked the Department of Homeland Security for an intelligence assessment of the escaped fighters 😀",
                    ),
                ),
            ),
        ),
        judgements=(
            Statement(
                id="j1",
                kind="judgement",
                topic="custody",
                text="من المرجّح أن محتجزين فرّوا من مخيم عين عيسى بين 12 و13 تشرين الأول/أكتوبر 2019."
                if ar
                else "It is likely that detainees escaped from the camp at Ain Issa between 12 and 13 October 2019.",
                likelihood="likely",
                likelihood_label="مرجّح (55–80 %)" if ar else "likely (55–80 %)",
                confidence="moderate",
                confidence_text="متوسطة: مصدران أصليان مستقلان، مع خلاف قائم على العدد."
                if ar
                else "Moderate: two independent origins, with the number still in dispute.",
                citations=(
                    cite(noorah, "هروب المئات من عناصر داعش من مخيم عين عيسى"),
                    cite(tariq, "thousands were released near Ain Issa on 13 October"),
                ),
            ),
            Statement(
                id="j2",
                kind="information",
                topic="dispute",
                text="تتهم الإدارة الذاتية تركيا بقصف السجون، وتنفي وزارة الدفاع التركية ذلك."
                if ar
                else "The Autonomous Administration accuses Turkey of striking the prisons; the Turkish Ministry of Defence denies it.",
                citations=(
                    cite(noorah, "واتهمت الإدارة الذاتية تركيا بقصف السجون"),
                    cite(tariq, "denied that its aircraft had struck any prison"),
                ),
            ),
            Statement(
                id="j3",
                kind="judgement",
                topic="not_enough",
                enough=False,
                text="لا تكفي التقارير للحكم على تحرك الفارّين عبر الحدود."
                if ar
                else "The reports are not enough to judge movement across the borders.",
            ),
        ),
        assumptions=(
            Statement(
                id="a1",
                kind="assumption",
                topic="same_place",
                text="التقارير عن «عين عيسى» تعني المكان نفسه." if ar else "Reports on “Ain Issa” mean one place.",
                confidence_text="",
            ),
        ),
        gaps=(
            Gap(
                kind="undated",
                kind_label="بلا تاريخ" if ar else "undated",
                text="القصف الذي تنفيه الوزارة بلا تاريخ."
                if ar
                else "The strikes that the ministry denies are undated.",
                citations=(cite(tariq, "struck any prison"),),
            ),
            Gap(
                kind="one_sided",
                kind_label="طرف واحد" if ar else "one side only",
                text="محاولة تفجير الجدار يرويها مصدر واحد." if ar else "The attempt on the wall has one origin.",
                citations=(),
            ),
        ),
        method=method,
    )
    return Sample(assessment, tuple(CodedDocument(document=doc) for doc in (noorah, copy, tariq)))


@pytest.fixture(params=["ar", "en"])
def language(request: pytest.FixtureRequest) -> str:
    """Each language of the page."""
    return str(request.param)


@pytest.fixture
def make_sample() -> Callable[..., Sample]:
    """Return the function that builds a sample in one language."""
    return build_sample


@pytest.fixture
def sample(language: str) -> Sample:
    """Return the sample in that language."""
    return build_sample(language)

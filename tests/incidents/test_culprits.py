# SPDX-License-Identifier: Apache-2.0
"""Who is said to have done it, and the grade of responsibility that follows: copies count once, rivals stand beside each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.exports import incident_line
from rasid.ids import DocumentId, IncidentId
from rasid.incidents import link_incidents, report_incidents
from rasid.incidents.culprits import responsibility
from rasid.records import Culprit, Incident, IncidentOrigin
from reading import code_text

NAMED = [
    pytest.param("قصفت طائرات روسية بلدة سرمين وقتل ثلاثة مدنيين.", {"state:RU"}, "weak", id="a state by its adjective"),
    pytest.param("قصفت القوات التركية قرية قرب تل رفعت.", {"state:TR"}, "weak", id="forces of a state"),
    pytest.param("قصف الاحتلال الروسي مدينة إدلب.", {"state:RU"}, "weak", id="a loaded name is whom it is thrown at"),
    pytest.param("اتهم الدفاع المدني قوات سوريا الديمقراطية بقصف مدينة عفرين.", {"actor:sdf"}, "weak", id="accused"),
    pytest.param("تبنى تنظيم داعش تفجير سيارة مفخخة في القامشلي.", {"actor:isis"}, "confirmed", id="who owns up"),
    pytest.param("انفجرت سيارة مفخخة في القامشلي.", set(), "unknown", id="nobody is named"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "parties", "grade"), NAMED)
def test_named_culprits(text: str, parties: set[str], grade: str) -> None:
    found = report_incidents(code_text(text, published="2021-10-15", outlet="الرواق"))[0]
    assert {one.party for one in found.culprits} == parties
    assert found.responsibility == grade
    assert all(citation.span.of(text) for one in found.culprits for citation in one.citations)


def told(*parties: tuple[str, str]) -> str:
    texts = [f"{doer} سوق مدينة منبج يوم الاثنين، وقتل خمسة بينهم هاني العبيد، {tail}." for doer, tail in parties]
    documents = [code_text(text, published="2019-10-15", outlet=f"منبر {at}") for at, text in enumerate(texts)]
    (incident,) = link_incidents((one, report_incidents(one)) for one in documents)
    return incident.responsibility


def test_two_origins_that_name_one_party_are_fair_and_rivals_contested() -> None:
    first = ("قصفت طائرات روسية", "ونقل الجرحى إلى المشفى الوطني في المدينة قبل الظهر")
    assert told(first, ("استهدفت مقاتلات روسية", "وبدت المحال مدمرة والطرق مغلقة حتى المساء")) == "fair"
    assert told(first, (first[0], f"{first[1]} بساعة")) == "weak"
    assert told(first, ("قصفت القوات التركية", "وبدت المحال مدمرة والطرق مغلقة حتى المساء")) == "contested"


def telling(document: str, *parties: str) -> Incident:
    culprits = tuple(Culprit(party=party, documents=(DocumentId(document),)) for party in parties)
    return Incident(id=IncidentId(f"in-{document}"), documents=(DocumentId(document),), types=("shelling",), events=(), culprits=culprits)


def test_each_grade_says_why_in_one_sentence() -> None:
    document = code_text("تبنى تنظيم داعش تفجير سيارة مفخخة في القامشلي.", published="2021-10-15", outlet="الرواق")
    line = incident_line(report_incidents(document)[0], {})
    assert line.grade_because == "One document tells of it."
    assert line.responsibility_because == "Islamic State is reported to own up."
    silent = code_text("انفجرت سيارة مفخخة في القامشلي.", published="2021-10-15", outlet="الرواق")
    assert incident_line(report_incidents(silent)[0], {}).responsibility_because == "No known party is named for a deed."


RANK = {"unknown": 0, "contested": 1, "weak": 2, "fair": 3, "confirmed": 4}
PARTIES = st.lists(st.sampled_from([(), ("a",), ("b",), ("a", "b")]), min_size=1, max_size=5)


@given(PARTIES, st.integers(0, 4))
def test_a_copied_report_never_raises_a_grade(named: list[tuple[str, ...]], at: int) -> None:
    tellings = [telling(f"doc-{index}", *parties) for index, parties in enumerate(named)]
    origins = [IncidentOrigin(documents=one.documents) for one in tellings]
    before = responsibility(tellings, origins)
    at %= len(named)
    copy = telling("doc-copy", *named[at])
    origins[at] = IncidentOrigin(documents=(*origins[at].documents, *copy.documents))
    assert RANK[responsibility([*tellings, copy], origins)] <= RANK[before]


@given(PARTIES)
def test_an_independent_agreeing_source_never_lowers_a_grade(named: list[tuple[str, ...]]) -> None:
    tellings = [telling(f"doc-{index}", *parties) for index, parties in enumerate(named)]
    origins = [IncidentOrigin(documents=one.documents) for one in tellings]
    agreeing = telling("doc-new", *sorted({party for parties in named for party in parties}))
    after = responsibility([*tellings, agreeing], [*origins, IncidentOrigin(documents=agreeing.documents)])
    assert RANK[after] >= RANK[responsibility(tellings, origins)]

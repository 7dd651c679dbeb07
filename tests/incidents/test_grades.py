# SPDX-License-Identifier: Apache-2.0
"""Occurrence and credibility: origins count, copies do not, and a lone report is not judged."""

from typing import Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.ids import DocumentId, IncidentId
from rasid.incidents.grades import credibility, occurrence
from rasid.records import Incident, IncidentOrigin

Mood = Literal["single_origin", "denied", "feared"]


def telling(document: str, mood: Mood) -> Incident:
    return Incident(id=IncidentId(f"in-{document}"), documents=(DocumentId(document),), types=("shelling",), events=(), grade=mood)


def graded(*moods: Mood) -> tuple[str, int]:
    tellings = [telling(f"doc-{at}", mood) for at, mood in enumerate(moods)]
    origins = [IncidentOrigin(documents=one.documents) for one in tellings]
    return occurrence(tellings, len(origins)), credibility(tellings, origins)


@pytest.mark.parametrize(
    ("moods", "grade", "credible"),
    [
        (("single_origin",), "single_origin", 6),
        (("single_origin", "single_origin"), "several_origins", 1),
        (("single_origin", "single_origin", "denied"), "disputed", 3),
        (("single_origin", "denied", "denied"), "disputed", 5),
        (("single_origin", "denied"), "disputed", 6),
        (("denied",), "denied", 6),
        (("feared", "feared"), "feared", 6),
    ],
)
def test_grades_follow_from_the_origins(moods: tuple[Mood, ...], grade: str, credible: int) -> None:
    assert graded(*moods) == (grade, credible)


@given(st.lists(st.sampled_from(["single_origin", "denied", "feared"]), min_size=1, max_size=5), st.integers(0, 4))
def test_a_copy_changes_neither(moods: list[Mood], at: int) -> None:
    at %= len(moods)
    tellings = [telling(f"doc-{index}", mood) for index, mood in enumerate(moods)]
    origins = [IncidentOrigin(documents=one.documents) for one in tellings]
    copy = telling("doc-copy", moods[at])
    copied = [*origins]
    copied[at] = IncidentOrigin(documents=(*origins[at].documents, *copy.documents))
    assert credibility([*tellings, copy], copied) == credibility(tellings, origins)
    assert occurrence([*tellings, copy], len(copied)) == occurrence(tellings, len(origins))


@given(st.lists(st.sampled_from(["single_origin", "denied"]), min_size=1, max_size=5))
def test_an_agreeing_origin_never_makes_it_less_credible(moods: list[Mood]) -> None:
    rank = {6: 0, 5: 0, 3: 1, 1: 2}
    assert rank[graded(*moods, "single_origin")[1]] >= rank[graded(*moods)[1]]

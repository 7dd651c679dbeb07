# SPDX-License-Identifier: Apache-2.0
"""How an incident is told: by how many origins, against whom, and how credible that makes it after the Admiralty code (AJP-2.1).

Credibility is of the item, never of the source, and is a proposal that a person may outweigh. Of the code's six steps four are given
by counting; whether a lone report is logical (2, 4) asks for a judgement, so one origin that nobody denies is 6, cannot be judged.
"""

from collections.abc import Sequence
from typing import Final

from rasid.records import Credibility, Incident, IncidentOrigin, OccurrenceGrade

_SEVERAL: Final = 2


def occurrence(tellings: Sequence[Incident], origins: int) -> OccurrenceGrade:
    """Return how an incident is told over all reports.

    Args:
        tellings: One or more of each report.
        origins: How many did not copy each other.
    """
    moods = {one.grade for one in tellings}
    if moods <= {"denied"}:
        return "denied"
    if moods <= {"feared"}:
        return "feared"
    if "denied" in moods:
        return "disputed"
    return "several_origins" if origins >= _SEVERAL else "single_origin"


def credibility(tellings: Sequence[Incident], origins: Sequence[IncidentOrigin]) -> Credibility:
    """Return the credibility of an incident, 1 (confirmed by independent origins) to 6 (cannot be judged).

    Args:
        tellings: One or more of each report; those that only fear it count for nothing.
        origins: The origins that the reports are of. One that tells of it and denies it too counts on both sides.
    """
    denying = {document for one in tellings if one.grade == "denied" for document in one.documents}
    telling = {document for one in tellings if one.grade not in {"denied", "feared"} for document in one.documents}
    tell = sum(not telling.isdisjoint(origin.documents) for origin in origins)
    deny = sum(not denying.isdisjoint(origin.documents) for origin in origins)
    if tell >= _SEVERAL and not deny:
        return 1
    if deny and tell > deny:
        return 3
    return 5 if deny >= _SEVERAL and tell == 1 else 6

# SPDX-License-Identifier: Apache-2.0
"""The five lines that say most, for the command line."""

from collections.abc import Iterator

from rasid.ids import make_id
from rasid.records import Assessment, Citation, Statement

LINES = 5
# One line on each matter before a second on any.
_ORDER = (
    "warning",
    "number",
    "accusation",
    "attempt",
    "posture",
    "exit",
    "exit_told",
    "request",
    "group",
    "occurrence",
    "not_enough",
)


def five_most_telling_lines(assessment: Assessment) -> tuple[Statement, ...]:
    """Return the five lines of an assessment that say most, each with its citations.

    Args:
        assessment: Any assessment; one of few documents may have fewer than five lines.

    Returns:
        At most five statements: key judgements on different matters first, then disputes, then single happenings.
    """
    found: dict[str, Statement] = {}
    for statement in _candidates(assessment):
        found.setdefault(statement.text, statement)
    return tuple(found.values())[:LINES]


def _candidates(assessment: Assessment) -> Iterator[Statement]:
    place = {topic: index for index, topic in enumerate(_ORDER)}
    ranked = sorted(assessment.judgements, key=lambda one: place.get(one.topic, len(_ORDER)))
    yield from (one for one in ranked if one.enough)
    for dispute in assessment.disputes:
        citations = tuple(citation for side in dispute.sides for citation in side.citations)
        yield _line(f"dispute_{dispute.kind}", dispute.sentence, citations)
    for request in assessment.requests:
        if request.kind == "assessment":
            yield _line("request", request.sentence, request.citations)
    groups = sorted(assessment.groups, key=lambda group: (-group.origins, group.date or "9999", group.id))
    happenings = {happening.id: happening for happening in assessment.happenings}
    for group in groups:
        happening = happenings[group.happenings[0]]
        yield _line("happening", happening.sentence, happening.citations)
    yield from (one for one in ranked if not one.enough)


def _line(topic: str, text: str, citations: tuple[Citation, ...]) -> Statement:
    return Statement(id=make_id("st", topic, text), kind="information", topic=topic, text=text, citations=citations)

# SPDX-License-Identifier: Apache-2.0
"""Who asks for an assessment or for action."""

from collections.abc import Iterable
from typing import Literal

from rasid.assess.context import Context
from rasid.assess.reading import by_date
from rasid.knowledge.assessment import phrases
from rasid.records import ClaimLine, Request


def find_requests(context: Context, lines: Iterable[ClaimLine]) -> tuple[Request, ...]:
    """Return who asks for an assessment or for action, requests for an assessment first."""
    requests = [_request(context, line) for line in lines if line.act == "demand"]
    requests.sort(
        key=lambda request: (request.kind != "assessment", by_date(request.date), request.citations, request.id)
    )
    return tuple(requests)


def _request(context: Context, line: ClaimLine) -> Request:
    text = context.reading.text(line.document_id)
    asked = line.content.span.of(text) + " " + line.cue.span.of(text)
    kind: Literal["assessment", "action"] = "assessment" if phrases("assessment_words").is_in(asked) else "action"
    return Request(
        id=line.id,
        kind=kind,
        kind_label=context.wording.label(f"request/kinds/{kind}"),
        speaker=line.speaker,
        target=line.target,
        date=line.date,
        sentence=line.sentence,
        citations=line.citations,
    )

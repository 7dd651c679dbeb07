# SPDX-License-Identifier: Apache-2.0
"""From coded documents to a first assessment in which every line leads back to words.

In come coded documents and, beside them, what `rasid.sites` observed of prisons and camps; out comes one `Assessment`
in one language. It reads no file but the knowledge files, knows no clock (`now` is an argument), and its result does
not depend on the order of the documents. It links no incidents, rates no sources, forecasts nothing, and shows no
private person by name.
"""

from collections.abc import Iterable

from rasid.assess.context import Context
from rasid.assess.disputes import find_disputes
from rasid.assess.gaps import find_gaps, read_document, summarise_reading
from rasid.assess.happenings import build_timeline
from rasid.assess.judgements import Findings, assumptions, judge
from rasid.assess.ledgers import build_postures, find_warnings
from rasid.assess.matrix import (
    build_claim_lines,
    build_matrix,
    find_cores,
    find_framings,
    find_namings,
    find_relations,
)
from rasid.assess.origins import find_origins
from rasid.assess.parties import Parties
from rasid.assess.reading import read_coded
from rasid.assess.requests import find_requests
from rasid.assess.sitelines import build_site_lines, sites_of_events, sites_of_warnings
from rasid.assess.telling import five_most_telling_lines
from rasid.assess.wording import LabelFunction, ReportLanguage, Wording
from rasid.records import Assessment, CodedDocument, Method, SiteObservation

__all__ = ["METHOD", "assess", "five_most_telling_lines"]

METHOD = Method(name="rasid.assess", version="1")


def assess(
    coded: Iterable[CodedDocument],
    *,
    question: str | None = None,
    now: str | None = None,
    language: ReportLanguage = "ar",
    observations: Iterable[SiteObservation] | None = None,
    type_label: LabelFunction | None = None,
) -> Assessment:
    """Return a first assessment of what the documents say.

    Args:
        coded: Coded documents in any order; those that are not relevant are listed as set aside.
        question: What the reader wants to know, printed at the head.
        now: ISO date of the assessment; printed only.
        language: Language of all sentences and labels; words of documents stay in their own.
        observations: What `rasid.sites.observe_sites` made of the same documents. None says that this was not done,
            and the assessment then lists it among its gaps.
        type_label: Gives the label of an event type for lists; by default the phrase of the templates.

    Returns:
        The assessment; equal input in any order gives an equal result.

    Raises:
        KnowledgeError: A template or list is missing or broken.
    """
    seen = () if observations is None else tuple(observations)
    reading = read_coded(coded)
    words = Wording(language, type_label)
    origins = find_origins(reading, words)
    context = Context(
        reading=reading,
        wording=words,
        parties=Parties(reading, words),
        origin_of={document: origin.id for origin in origins for document in origin.documents},
        sites_of=sites_of_events(seen),
        sites_of_claims=sites_of_warnings(seen),
    )
    timeline = build_timeline(context)
    lines = build_claim_lines(context)
    cores = find_cores(context, lines)
    findings = Findings(
        timeline=timeline,
        lines=lines,
        disputes=find_disputes(context, lines),
        warnings=find_warnings(context, lines),
        postures=build_postures(context),
        requests=find_requests(context, lines),
    )
    listed = [read_document(context, one) for one in reading.documents]
    return Assessment(
        language=language,
        question=question,
        now=now,
        summary=summarise_reading(context, origins),
        documents=tuple(doc for doc in listed if doc.relevant),
        set_aside=tuple(doc for doc in listed if not doc.relevant),
        origins=origins,
        happenings=timeline.happenings,
        groups=timeline.groups,
        claims=lines,
        matrix=build_matrix(context, cores, lines),
        relations=find_relations(context, cores, findings.warnings, lines),
        framings=find_framings(context),
        namings=find_namings(context),
        disputes=findings.disputes,
        sites=build_site_lines(context, seen),
        warnings=findings.warnings,
        postures=findings.postures,
        requests=findings.requests,
        judgements=judge(context, findings),
        assumptions=assumptions(context),
        gaps=find_gaps(context, timeline, lines, sites_observed=observations is not None),
        method=METHOD,
    )

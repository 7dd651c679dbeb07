# SPDX-License-Identifier: Apache-2.0
"""Claims that were missed or found falsely, and why."""

from collections.abc import Iterator, Sequence

from rasid.annotations import AnnotatedClaim, AnnotatedDocument
from rasid.claims import cue_index
from rasid.evals.analysis import Analysis, as_range, tokens_in
from rasid.evals.matching import HALF, claim_worth, overlap, pair_off
from rasid.evals.miss import Miss, around_at, words_at


def claim_misses(gold: AnnotatedDocument, predicted: Sequence[AnnotatedClaim], analysis: Analysis | None) -> Iterator[Miss]:
    """Yield the claims of one document that were missed, then those found falsely; one that explains a miss is not false for itself.

    Args:
        gold: The annotated document.
        predicted: All claims that were found in it.
        analysis: What the predictions were read from; None where they are of another coder, and then causes are coarser.
    """
    pairs = pair_off(gold.claims, predicted, claim_worth)
    found, used = {left for left, _ in pairs}, {right for _, right in pairs}
    missed = [claim for number, claim in enumerate(gold.claims) if number not in found]
    spare = [claim for number, claim in enumerate(predicted) if number not in used]
    explaining: set[int] = set()
    for claim in missed:
        cause, by = _cause(claim, spare, analysis)
        instead = ""
        if by is not None:
            explaining.add(by)
            instead = f"{spare[by].act}: {_words(gold.text, spare[by])}"
        yield Miss(
            document=gold.id, kind="missed claim", cause=cause, label=claim.act, words=_words(gold.text, claim), instead=instead,
            detail=_detail(gold.text, claim, cause, spare[by] if by is not None else None), around=around_at(gold.text, claim.cue),
        )  # fmt: skip
    for number, claim in enumerate(spare):
        if number not in explaining:
            yield Miss(
                document=gold.id, kind="false claim", cause="no claim in the gold has its cue", label=claim.act, words=_words(gold.text, claim),
                detail=claim.rule or "", around=around_at(gold.text, claim.cue),
            )  # fmt: skip


def _cause(claim: AnnotatedClaim, spare: Sequence[AnnotatedClaim], analysis: Analysis | None) -> tuple[str, int | None]:
    """Why a claim was missed, and the number of the unpaired prediction with its cue that shows it."""
    with_cue = [(number, other) for number, other in enumerate(spare) if overlap(claim.cue, other.cue) > 0]
    if not with_cue:
        return _why_no_claim(claim, analysis), None
    # The prediction that is right in most is the one that was meant for this claim.
    number, nearest = max(with_cue, key=lambda one: _agreement(claim, one[1]))
    if claim.act != nearest.act:
        return "wrong act", number
    if overlap(claim.source, nearest.source) < HALF:
        return "wrong source", number
    return "wrong content", number


def _why_no_claim(claim: AnnotatedClaim, analysis: Analysis | None) -> str:
    """Why nothing was read at a cue."""
    if analysis is None or claim.cue is None:
        return "no cue found"
    if any(overlap(claim.cue, as_range(one.cue)) > 0 and one.source is None for one in analysis.coded.claims):
        return "found, and no words for its speaker"
    if any(overlap(claim.cue, as_range(one.cue)) > 0 for one in analysis.coded.claims):
        return "its cue was read as that of another claim"
    scene = analysis.scene_at(claim.cue)
    if scene is None:
        return "no cue found"
    here = set(tokens_in(scene, claim.cue))
    if any(here.intersection(match.slots or (match.head,)) for match in cue_index(scene.language).find(scene.tokens)):
        return "a cue of the lexicon that opened no claim here"
    return "no row of the lexicon has the cue"


def _detail(text: str, claim: AnnotatedClaim, cause: str, instead: AnnotatedClaim | None) -> str:
    if cause == "wrong act" and instead is not None:
        return f"{claim.act} read as {instead.act}"
    return f"cue {words_at(text, claim.cue)}"


def _agreement(claim: AnnotatedClaim, other: AnnotatedClaim) -> tuple[int, float]:
    right = (
        claim.act == other.act,
        overlap(claim.source, other.source) >= HALF,
        overlap(claim.content, other.content) >= HALF,
    )
    return sum(right), overlap(claim.content, other.content)


def _words(text: str, claim: AnnotatedClaim) -> str:
    return f"{words_at(text, claim.source)} | {words_at(text, claim.cue)} | {words_at(text, claim.content)}"

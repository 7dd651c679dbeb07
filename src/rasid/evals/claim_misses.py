# SPDX-License-Identifier: Apache-2.0
"""Claims that were missed or found falsely, and why."""

from collections.abc import Iterator, Sequence

from rasid.annotations import AnnotatedClaim, AnnotatedDocument
from rasid.evals.matching import HALF, claim_worth, overlap, pair_off
from rasid.evals.miss import Miss, around_at, words_at


def claim_misses(gold: AnnotatedDocument, predicted: Sequence[AnnotatedClaim]) -> Iterator[Miss]:
    """Yield the claims of one document that were missed, then those found falsely; one that explains a miss is not false for itself."""
    pairs = pair_off(gold.claims, predicted, claim_worth)
    found, used = {left for left, _ in pairs}, {right for _, right in pairs}
    missed = [claim for number, claim in enumerate(gold.claims) if number not in found]
    spare = [claim for number, claim in enumerate(predicted) if number not in used]
    explaining: set[int] = set()
    for claim in missed:
        cause, by = _cause(claim, spare)
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


def _cause(claim: AnnotatedClaim, spare: Sequence[AnnotatedClaim]) -> tuple[str, int | None]:
    """Why a claim was missed, and the number of the unpaired prediction with its cue that shows it."""
    with_cue = [(number, other) for number, other in enumerate(spare) if overlap(claim.cue, other.cue) > 0]
    if not with_cue:
        return "no cue found", None
    # The prediction that is right in most is the one that was meant for this claim.
    number, nearest = max(with_cue, key=lambda one: _agreement(claim, one[1]))
    if claim.act != nearest.act:
        return "wrong act", number
    if overlap(claim.source, nearest.source) < HALF:
        return "wrong source", number
    return "wrong content", number


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

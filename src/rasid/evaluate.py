# SPDX-License-Identifier: Apache-2.0
"""Gold file in, scores out: reads the texts of the gold, codes them, and compares."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from rasid.annotations import AnnotatedDocument
from rasid.batch import Item, code_all
from rasid.evals import (
    Halves,
    Miss,
    Reliability,
    Scores,
    find_misses,
    judged_events,
    load_annotated,
    reliability,
    score,
    score_halves,
)
from rasid.exports import annotate
from rasid.ids import DocumentId
from rasid.read import read_text
from rasid.read.dates import normalise_date
from rasid.records import CodedDocument, Document, Issue, LanguageCode, Record


class Evaluation(Record, frozen=True, kw_only=True):
    """How well a gold file was coded."""

    documents: int
    scores: Scores
    halves: Halves
    reliability: Reliability
    """Of the scores that events carry."""
    misses: tuple[Miss, ...] = ()
    """Only where they were asked for."""
    issues: tuple[Issue, ...]


def evaluate(gold_file: Path, *, predicted_file: Path | None = None, processes: int = 1, misses: bool = False) -> Evaluation:
    """Return the scores of the coder, or of a file of predictions, on a gold file.

    Args:
        gold_file: JSON lines in the annotation shape, with texts.
        predicted_file: Predictions in the same shape; None codes the texts of the gold.
        processes: How many processes code.
        misses: Find the cause of every miss too; the sentences are read once more for that.

    Raises:
        ReadError: A file cannot be opened, or a line has another shape.
    """
    gold = load_annotated(gold_file)
    issues: list[Issue] = []
    coded: dict[str, CodedDocument] = {}
    if predicted_file is None:
        for document, item in zip(gold, code_gold(gold, processes=processes), strict=True):
            if isinstance(item, Issue):
                issues.append(item)
            else:
                issues.extend(item.issues)
                coded[document.id] = item
        predicted = {name: annotate(item) for name, item in coded.items()}
    else:
        predicted = {document.id: document for document in load_annotated(predicted_file)}
    return Evaluation(
        documents=len(gold),
        scores=score(gold, predicted),
        halves=score_halves(gold, predicted),
        reliability=reliability(judged_events(gold, predicted)),
        misses=tuple(find_misses(gold, predicted, coded)) if misses else (),
        issues=tuple(issues),
    )


def code_gold(gold: Iterable[AnnotatedDocument], *, processes: int = 1) -> Iterator[Item]:
    """Yield the texts of gold documents coded, in their order; a text on which the coder fails gives an issue."""
    return code_all((_as_document(document) for document in gold), processes=processes)


def _as_document(gold: AnnotatedDocument) -> Document:
    return read_text(
        gold.text,
        title=gold.title,
        outlet=gold.outlet,
        published=normalise_date(gold.published) if gold.published else None,
        language=_language(gold.lang),
        source_id=DocumentId(gold.id),
    )


def _language(code: str | None) -> LanguageCode | None:
    if code == "ar":
        return "ar"
    return "en" if code == "en" else None

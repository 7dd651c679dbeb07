# SPDX-License-Identifier: Apache-2.0
"""What went wrong, each thing once, with a cause that tells where to mend it: lexicon, grammar, roles, numbers, merging."""

from collections.abc import Iterable, Iterator, Mapping

from rasid.annotations import AnnotatedDocument
from rasid.evals.analysis import Analysis
from rasid.evals.argument_misses import ArgumentMisses
from rasid.evals.claim_misses import claim_misses
from rasid.evals.event_misses import EventMisses
from rasid.evals.metrics import event_pairs
from rasid.evals.miss import Miss
from rasid.records import CodedDocument


def find_misses(
    gold: Iterable[AnnotatedDocument], predicted: Mapping[str, AnnotatedDocument], coded: Mapping[str, CodedDocument] | None = None
) -> Iterator[Miss]:
    """Yield what `rasid.evals.score` counts as missed, false or wrong, in the order of the gold documents.

    A false thing that shows why another was missed (another type at the same words, the right words in another role) is
    told once, with what was missed.

    Args:
        gold: With texts.
        predicted: By document id, see `score`.
        coded: The records that the predictions were made from, by the id of the gold document. Where they are given, the
            sentences are read once more and causes are looked up in them; predictions of another coder have coarser ones.
    """
    for document in gold:
        found = predicted.get(document.id, AnnotatedDocument(id=document.id))
        records = (coded or {}).get(document.id)
        # A document in a language that is not coded has an issue and no analysis.
        analysis = Analysis(records) if records is not None and (records.relevant or not records.issues) else None
        pairs = event_pairs(document, found.events)
        yield from EventMisses(document, found.events, pairs, analysis)
        yield from ArgumentMisses(document, found.events, pairs, analysis)
        yield from claim_misses(document, found.claims, analysis)

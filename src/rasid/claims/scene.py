# SPDX-License-Identifier: Apache-2.0
"""A sentence with what the search for speakers asks about it."""

from collections.abc import Sequence
from typing import NamedTuple

from rasid.claims.cues import Cue
from rasid.records import Predicate, Sentence, Span


class Scene(NamedTuple):
    """A sentence with its cues, and what the document told before it."""

    sentence: Sentence
    language: str
    cues: Sequence[Cue]
    predicates: dict[int, Predicate]
    outlets: Sequence[Span]
    """Spans of the outlets that the sentence names."""
    names: Sequence[Span] = ()
    """Spans of the actors and places that it names."""

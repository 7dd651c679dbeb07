# SPDX-License-Identifier: Apache-2.0
"""Sentence and Mention to Event: what each passage says happened, was tried, planned, feared or denied.

In: the sentences of one document, its mentions, and its claims, since a happening inside a warning or a denial is not
asserted. Out: its events in the order of their triggers. It resolves no places and merges nothing across sentences.
"""

from rasid.events.assemble import find_events
from rasid.events.reading import Reading, read_triggers
from rasid.events.score import Feature, Part, features_of, parts_of, probability
from rasid.events.trace import Tried, tried_in
from rasid.events.triggers import trigger_index

__all__ = [
    "Feature",
    "Part",
    "Reading",
    "Tried",
    "features_of",
    "find_events",
    "parts_of",
    "probability",
    "read_triggers",
    "tried_in",
    "trigger_index",
]  # fmt: skip

# SPDX-License-Identifier: Apache-2.0
"""Sentence and Mention to Claim: who says what, through whom, and how firmly.

In: the sentences of one document, read closely where they hold a cue, and its mentions. Out: its claims in the order of
their cues, each with the chain from the page's outlet to the innermost speaker. It does not decide what is true, does not
relate claims of different documents, and knows no events: `link_events` ties the two afterwards.
"""

from rasid.claims.chains import find_claims, link_claims
from rasid.claims.cues import cue_index, find_cues

__all__ = ["cue_index", "find_claims", "find_cues", "link_claims"]

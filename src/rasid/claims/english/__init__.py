# SPDX-License-Identifier: Apache-2.0
"""Sentences of an English document to attributions: who says, asks, believes or wants what, each part in full.

In: the sentences of one document, parsed where they hold a cue. Out: `Attribution`s in order of their cues, with the source
as the whole noun phrase (title, apposition, relative clause), the cue with its auxiliaries, adverbs and preposition, and
all stretches of the content, over quotations that run on in the next sentence too. An attribution inside what another
says is part of that content and no attribution of its own. It knows no acts and no chains: those are claims.
"""

from rasid.claims.english.attributions import Attribution, find_attributions
from rasid.claims.english.parts import Part, Parts
from rasid.claims.english.speakers import speaker_in
from rasid.claims.english.words import knows_attribution

__all__ = ["Attribution", "Part", "Parts", "find_attributions", "knows_attribution", "speaker_in"]

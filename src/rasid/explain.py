# SPDX-License-Identifier: Apache-2.0
"""Why a text was coded as it was: sentence by sentence, with the words, what was found in them, and the reasons."""

from rasid.pipeline import code_document
from rasid.records import Claim, CodedDocument, Document, Event, Mention, Record, Sentence
from rasid.text import analyse


class ExplainedSentence(Record, frozen=True, kw_only=True):
    """One sentence with all that was found in it."""

    sentence: Sentence
    mentions: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
    claims: tuple[Claim, ...] = ()


class Explanation(Record, frozen=True, kw_only=True):
    """A coded document, and its sentences as the coder saw them."""

    coded: CodedDocument
    sentences: tuple[ExplainedSentence, ...]


def explain(document: Document) -> Explanation:
    """Return what the coder saw in a document, and what it made of it.

    Sentences without any word that opens an event or a claim are analysed too, so that a reader can see what is in
    them; the events and claims are those that `rasid.code` finds.

    Args:
        document: One in a language that is coded; another gives its issue and no sentences.
    """
    coded = code_document(document)
    sentences = () if coded.issues and not coded.relevant else analyse(document, wanted=lambda _: True)
    return Explanation(
        coded=coded,
        sentences=tuple(
            ExplainedSentence(
                sentence=sentence,
                mentions=tuple(one for one in coded.mentions if one.sentence == sentence.index),
                events=tuple(one for one in coded.events if one.sentence == sentence.index),
                claims=tuple(one for one in coded.claims if one.sentence == sentence.index),
            )
            for sentence in sentences
        ),
    )

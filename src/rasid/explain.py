# SPDX-License-Identifier: Apache-2.0
"""Why a text was coded as it was: sentence by sentence, with the words, what was found in them, and the reasons."""

from collections.abc import Mapping

from rasid.events import Part, features_of, parts_of, read_triggers
from rasid.ids import EventId
from rasid.pipeline import code_document
from rasid.records import Claim, CodedDocument, Document, Event, Mention, Record, Sentence
from rasid.text import analyse


class ExplainedSentence(Record, frozen=True, kw_only=True):
    """One sentence with all that was found in it."""

    sentence: Sentence
    mentions: tuple[Mention, ...] = ()
    events: tuple[Event, ...] = ()
    scores: tuple[tuple[Part, ...], ...] = ()
    """What the score of each event is made of, in the order of the events."""
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
    return explain_coded(code_document(document))


def explain_coded(coded: CodedDocument) -> Explanation:
    """Return what the coder saw in a document that it has coded; see `explain`."""
    if coded.issues and not coded.relevant:
        return Explanation(coded=coded, sentences=())
    sentences = analyse(coded.document, wanted=lambda _: True)
    features = features_of(coded.events, read_triggers(sentences, coded.mentions, document=coded.document))
    parts = {event.id: parts_of(known) for event, known in zip(coded.events, features, strict=True)}
    return Explanation(coded=coded, sentences=tuple(_explain_sentence(coded, sentence, parts) for sentence in sentences))


def _explain_sentence(coded: CodedDocument, sentence: Sentence, parts: Mapping[EventId, tuple[Part, ...]]) -> ExplainedSentence:
    events = tuple(one for one in coded.events if one.sentence == sentence.index)
    return ExplainedSentence(
        sentence=sentence,
        mentions=tuple(one for one in coded.mentions if one.sentence == sentence.index),
        events=events,
        scores=tuple(parts[event.id] for event in events),
        claims=tuple(one for one in coded.claims if one.sentence == sentence.index),
    )

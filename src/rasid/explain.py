# SPDX-License-Identifier: Apache-2.0
"""Why a text was coded as it was: sentence by sentence, clause by clause, with what was found in them, and the reasons."""

from collections.abc import Mapping, Sequence
from typing import Final

from rasid.events import Part, Reading, Tried, features_of, parts_of, read_triggers, tried_in
from rasid.events.scene import Scene
from rasid.events.trace import reason_of, relations_in, relations_of, why_set_aside
from rasid.ids import EventId
from rasid.knowledge.lexemes import in_class, word_classes
from rasid.pipeline import code_document
from rasid.records import Claim, CodedDocument, Document, Event, Mention, Phrase, Predicate, Record, Sentence, Span
from rasid.text import analyse

# Classes of words that bear on what they govern: whether it happens, and which verb only carries it. All other words
# that stand over a predicate are left out, for they decide nothing.
_BEARING: Final = (
    "attempt", "foiled", "plan", "future", "expectation", "possibility", "fear", "threat", "condition", "demand", "denial", "negation_noun",
    "support_act", "support_undergo", "passive_support", "occur", "aspect_begin", "aspect_continue", "aspect_end",
)  # fmt: skip


class ExplainedRelation(Record, frozen=True, kw_only=True):
    """One dependent of a predicate."""

    name: str
    """`subject`, `object` or `oblique`."""
    span: Span
    preposition: str = ""
    reason: str


class Governor(Record, frozen=True, kw_only=True):
    """A word over a predicate that bears on it."""

    span: Span
    classes: tuple[str, ...]
    """What kind of word it is: `attempt`, `condition`, `support_act` ..."""


class ExplainedPredicate(Record, frozen=True, kw_only=True):
    """A verb, verbal noun or participle with what depends on it and what stands over it."""

    head: Span
    form: str
    voice: str
    relations: tuple[ExplainedRelation, ...] = ()
    over: Span | None = None
    """The predicate that it depends on itself, the nearest."""
    over_as: str = ""
    """As what it depends on that: `subject`, `object`, `oblique في`."""
    negation: Span | None = None
    governors: tuple[Governor, ...] = ()


class ExplainedClause(Record, frozen=True, kw_only=True):
    """The predicates of one clause, by its number in the sentence."""

    number: int
    span: Span
    """From its first predicate or its subject to its last dependent."""
    predicates: tuple[ExplainedPredicate, ...]


class TriedRow(Record, frozen=True, kw_only=True):
    """A row of the lexicon whose words stand in a sentence and that is no event."""

    rule: str
    type: str
    span: Span
    outcome: str
    taken: bool = False
    """True where it was the trigger, and then set aside or joined to another event."""


class ExplainedSentence(Record, frozen=True, kw_only=True):
    """One sentence with all that was found in it."""

    sentence: Sentence
    clauses: tuple[ExplainedClause, ...] = ()
    loose: tuple[Span, ...] = ()
    """Phrases that depend on no predicate."""
    mentions: tuple[Mention, ...] = ()
    tried: tuple[TriedRow, ...] = ()
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
    coded = code_document(document)
    if coded.issues and not coded.relevant:
        return Explanation(coded=coded, sentences=())
    sentences = analyse(document, wanted=lambda _: True)
    reading = read_triggers(sentences, coded.mentions, document=document)
    parts = {event.id: parts_of(known) for event, known in zip(coded.events, features_of(coded.events, reading), strict=True)}
    tried = {scene.sentence.index: _tried(scene, reading, coded.events) for scene in reading.scenes}
    return Explanation(
        coded=coded, sentences=tuple(_sentence(coded, sentence, parts, tried.get(sentence.index, ())) for sentence in sentences)
    )


def _sentence(
    coded: CodedDocument, sentence: Sentence, parts: Mapping[EventId, tuple[Part, ...]], tried: tuple[TriedRow, ...]
) -> ExplainedSentence:
    events = tuple(one for one in coded.events if one.sentence == sentence.index)
    return ExplainedSentence(
        sentence=sentence,
        clauses=tuple(explain_clauses(sentence, language=coded.document.language)),
        loose=tuple(phrase.span for phrase in sentence.phrases if not any(relations_of(sentence, [phrase.head]))),
        mentions=tuple(one for one in coded.mentions if one.sentence == sentence.index),
        tried=tried,
        events=events,
        scores=tuple(parts[event.id] for event in events),
        claims=tuple(one for one in coded.claims if one.sentence == sentence.index),
    )


# --- clauses ---------------------------------------------------------------------------------------------------------


def explain_clauses(sentence: Sentence, *, language: str) -> list[ExplainedClause]:
    """Return the clauses of a sentence that was read closely, with the predicates of each."""
    numbers = sorted({predicate.clause for predicate in sentence.predicates})
    return [_clause(number, sentence, language) for number in numbers]


def _clause(number: int, sentence: Sentence, language: str) -> ExplainedClause:
    inside = [predicate for predicate in sentence.predicates if predicate.clause == number]
    heads = [predicate.head for predicate in inside]
    others = [predicate.head for predicate in sentence.predicates if predicate.clause != number]
    floor = max((head for head in others if head < heads[0]), default=-1)
    ceiling = min((head for head in others if head > heads[-1]), default=len(sentence.tokens))
    phrases = [relation.phrase for predicate in inside for relation in relations_in(predicate)]
    # A dependent beyond the predicate of another clause (an antecedent, a subject told before) stands in that clause.
    own = [phrase for phrase in phrases if floor < phrase.start and phrase.end <= ceiling]
    first, last = min([heads[0], *(phrase.start for phrase in own)]), max([heads[-1], *(phrase.end - 1 for phrase in own)])
    return ExplainedClause(
        number=number, span=Span(sentence.tokens[first].span.start, sentence.tokens[last].span.end),
        predicates=tuple(_predicate(predicate, sentence, language) for predicate in inside),
    )  # fmt: skip


def _predicate(predicate: Predicate, sentence: Sentence, language: str) -> ExplainedPredicate:
    tokens = sentence.tokens
    above = [one for one in relations_of(sentence, [predicate.head]) if one.predicate.head != predicate.head]
    over = min(above, key=lambda one: abs(one.predicate.head - predicate.head), default=None)
    return ExplainedPredicate(
        head=tokens[predicate.head].span, form=predicate.form, voice=predicate.voice,
        relations=tuple(
            ExplainedRelation(name=one.name.partition(" ")[0], span=one.phrase.span, preposition=_preposition(one.phrase, one.name), reason=reason_of(one))
            for one in relations_in(predicate)
        ),
        over=tokens[over.predicate.head].span if over is not None else None, over_as=over.name if over is not None else "",
        negation=tokens[predicate.negation].span if predicate.negation is not None else None,
        governors=tuple(_governors(predicate, sentence, language)),
    )  # fmt: skip


def _preposition(phrase: Phrase, name: str) -> str:
    return phrase.preposition if name.startswith("oblique") else ""


def _governors(predicate: Predicate, sentence: Sentence, language: str) -> list[Governor]:
    classes = word_classes(language)
    found: list[Governor] = []
    for i in predicate.governors:
        token = sentence.tokens[i]
        names = tuple(name for name in _BEARING if in_class(token, classes.get(name, frozenset())))
        if names:
            found.append(Governor(span=token.span, classes=names))
    return found


# --- rows of the lexicon that are no event ---------------------------------------------------------------------------


def _tried(scene: Scene, reading: Reading, events: Sequence[Event]) -> tuple[TriedRow, ...]:
    here = [event for event in events if event.sentence == scene.sentence.index]
    return tuple(
        TriedRow(rule=row.sense.rule, type=row.sense.type, span=_span(scene, row), outcome=outcome, taken=row.chosen)
        for row in tried_in(scene, reading) if (outcome := _outcome(row, scene, reading, here))
    )  # fmt: skip


def _outcome(row: Tried, scene: Scene, reading: Reading, events: Sequence[Event]) -> str:
    """What became of a row, nothing where it is an event."""
    if row.failed:
        return f"kept away by {row.failed}"
    if not row.chosen:
        return "lost its words to another row"
    if any(event.rule == row.sense.rule and event.trigger.overlaps(_span(scene, row)) for event in events):
        return ""
    aside = next((one for one in reading.set_aside[reading.scenes.index(scene)] if one.slots == row.slots), None)
    return "joined to another event, or told before" if aside is None else f"set aside: {why_set_aside(scene, aside, reading)}"


def _span(scene: Scene, row: Tried) -> Span:
    return Span(scene.tokens[row.slots[0]].span.start, scene.tokens[row.slots[-1]].span.end)

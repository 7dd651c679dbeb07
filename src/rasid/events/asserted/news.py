# SPDX-License-Identifier: Apache-2.0
"""How firmly an event is the news of its sentence: a sum of weights of how it is told, turned into a share of readers.

`وقتل ثلاثة في انفجار سيارة مفخخة أمس` reports; readers who are asked whether `التي شهدت تفجيرات` or `ارتفاع حصيلة الهجوم` report an
attack do not agree, and the sum says how many of them would say so. What counts is what asserts the happening (`Event.telling`), whether
it is told of for the first time (no article, no relative before it) and in particular (a toll, a day, a named place, who and whom), who
tells it, and what else the sentence is about. The weights stand in `knowledge/scores/news_*.tsv`, one a line, for violence and for
crowds; they are fitted by `evals/news.py` on the judgements of annotators, never written by hand.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Final

from msgspec.structs import replace

from rasid.events.asserted.assertion import QUOTES
from rasid.events.reading import Reading
from rasid.events.scene import Scene
from rasid.events.score import Feature, probability_of
from rasid.events.triggers import Trigger
from rasid.knowledge.lexemes import word_classes
from rasid.knowledge.load import load_ontology
from rasid.records import Claim, Event, Phrase, Span, Token
from rasid.remembered import remembered

VIOLENCE_FILE: Final = "scores/news_violence.tsv"
CROWDS_FILE: Final = "scores/news_crowds.tsv"
# From this share on an event counts as the news of its sentence. Where each half of the sentences is judged by the weights of the other, F1
# is flat from 0.40 to 0.48 for violence and best at 0.42 to 0.44 for crowds.
FIRM: Final = 0.45
_FORCE: Final = "force"
_CROWDS: Final = frozenset({"protest", "riot"})
# Counts above these say no more than these.
_MOST_EVENTS: Final = 4
_MOST_BESIDE: Final = 3
_MOST_OUTCOMES: Final = 2
_MOST_VERBS: Final = 3
_MOST_PLACES: Final = 3
# Upper ends of the ranges that the words of a sentence are put into.
_LENGTHS: Final = (12, 20, 30, 40, 60)
# Words at the head of a sentence that say where in the news it stands; words before a trigger that make it known, or open its clause.
_HEAD: Final = 3
_ITEM_HEAD: Final = 6
_KNOWN_WITHIN: Final = 6
# Precision of an interval that a month, and that a year or more tells.
_MONTH: Final = 4
_YEAR: Final = 5
_STOPS: Final = frozenset("،,؛;:.")
_TOLL: Final = frozenset({"killed", "wounded"})
# By what a party or a person is told, the first that fits.
_WHO: Final[Mapping[str, frozenset[str]]] = {
    "people": frozenset({"civilian", "victim", "official", "journalist", "detainee", "number", "protester"}),
    "armed": frozenset({"force", "party", "air", "drone", "artillery"}),
    "state": frozenset({"state", "authority", "nationality_adj"}),
    "thing": frozenset({"facility", "vehicle", "prison", "camp"}),
}
_OFFICIAL: Final = ("police_word", "force_word", "authority_word")
_FIRST_VERB: Final = ("brings_news", "toll", "happen", "outcome", "support_act", "reporting")
# Classes of which it counts whether a word of the sentence is in them.
_PRESENT: Final = ("police_word", "direction", "distance", "suicide_word", "bomb_trap", "at_least")


def judge_news(events: Iterable[Event], reading: Reading, claims: Sequence[Claim]) -> Iterator[Event]:
    """Yield the events of one document, those of violence and protest that happened with how firmly their sentence reports them.

    Args:
        events: As put together, with all their arguments.
        reading: What they were read from.
        claims: Those of the document.
    """
    every = list(events)
    for event, features in zip(every, news_features(every, reading, claims), strict=True):
        yield event if features is None else replace(event, news=probability_of(features, weights_file(event.type)))


def weights_file(event_type: str) -> str:
    """Return which weights judge the events of a type."""
    return CROWDS_FILE if event_type in _CROWDS else VIOLENCE_FILE


def news_features(events: Sequence[Event], reading: Reading, claims: Sequence[Claim]) -> list[tuple[Feature, ...] | None]:
    """Return what is known of how each event is told, for all events of one document; None where that is not judged."""
    beside: dict[int, list[Event]] = {}
    for event in events:
        beside.setdefault(event.sentence, []).append(event)
    told: dict[int, list[Claim]] = {}
    for claim in claims:
        told.setdefault(claim.sentence, []).append(claim)
    readers: dict[int, _Teller] = {}
    found: list[tuple[Feature, ...] | None] = []
    for event in events:
        if not _is_judged(event):
            found.append(None)
            continue
        scene, trigger = reading.trigger_of(event)
        if "outcome" not in word_classes(scene.language):  # no such reading of this language yet
            found.append(None)
            continue
        teller = readers.get(event.sentence)
        if teller is None:
            teller = readers[event.sentence] = _Teller(scene, beside[event.sentence], told.get(event.sentence, ()))
        found.append(tuple(teller.features(event, trigger)))
    return found


def _is_judged(event: Event) -> bool:
    return event.factuality == "happened" and event.type in _judged_types()


@cache
def _judged_types() -> frozenset[str]:
    ontology = load_ontology()
    return _CROWDS | {name for name in ontology.type_ids() if ontology.family_of(name).id == _FORCE}


class _Teller:
    """How one sentence tells its events."""

    def __init__(self, scene: Scene, events: Sequence[Event], claims: Sequence[Claim]) -> None:
        self.scene = scene
        self.tokens = scene.tokens
        self.events = events
        self.claims = claims
        self.starts = [token.span.start for token in scene.tokens]
        self.verbs = [predicate.head for predicate in scene.sentence.predicates if predicate.form == "verb"]
        self.quotes = [i for i, token in enumerate(scene.tokens) if token.word.form in QUOTES]
        self.copulas = self._past_copulas()
        self.shared = tuple(self._of_sentence())

    def features(self, event: Event, trigger: Trigger) -> Iterator[Feature]:
        """Yield what is known of how an event is told."""
        yield "type", event.type
        yield "telling", event.telling
        yield "told", f"{event.telling}: {_in_english(event.telling_reason)}"
        yield from self._of_word(trigger)
        yield from self._of_place_in_sentence(trigger)
        yield from self._of_numbers(event)
        yield from self._of_anchors(event)
        yield from self._of_claims(event)
        if event.type in _CROWDS:
            yield from self._of_crowd(event, trigger)
        yield from self.shared

    # --- the sentence ----------------------------------------------------------------------------------------------

    def _of_sentence(self) -> Iterator[Feature]:
        times = {self._time(mention.span) for mention in self.scene.mentions if mention.kind == "time"}
        yield "year beside", _yes(not times.isdisjoint({"year", "month of year", "day of year"}))
        yield "day beside", _yes("day" in times)
        yield "long beside", _yes(not times.isdisjoint({"long", "since"}))
        for name in _PRESENT:
            yield name, _yes(name in self.scene.present)
        yield "places", str(min(len(self.scene.named_places), _MOST_PLACES))
        yield "length", next((f"under {step}" for step in _LENGTHS if len(self.tokens) < step), f"{_LENGTHS[-1]} or more")
        yield "opens with background", _yes(self._any("background", self.tokens[:_HEAD]))
        yield "opens as a further item", _yes(self._any("further_item", self.tokens[:_ITEM_HEAD]))
        yield "verbs in the present", str(min(sum(self.tokens[i].word.tense == "present" for i in self.verbs), _MOST_VERBS))
        first = self.tokens[self.verbs[0]] if self.verbs else None
        yield "first verb", "none" if first is None else next((name for name in _FIRST_VERB if self.scene.is_in(first, name)), "another")
        kinds = {quantity.what for event in self.events for quantity in event.counts}
        yield "toll of the sentence", "both" if kinds >= _TOLL else "one" if kinds & _TOLL else "other" if kinds else "none"
        yield "events beside", str(min(len(self.events) - 1, _MOST_EVENTS))

    def _past_copulas(self) -> list[int]:
        if "copula" not in self.scene.present:
            return []
        return [i for i, token in enumerate(self.tokens) if token.word.tense == "past" and self.scene.is_in(token, "copula")]

    def _any(self, name: str, tokens: Iterable[Token]) -> bool:
        return name in self.scene.present and any(self.scene.is_in(token, name) for token in tokens)

    def _at(self, span: Span) -> int:
        """Index of the token at which a stretch begins."""
        return max(0, bisect_right(self.starts, span.start) - 1)

    def _within(self, span: Span) -> Sequence[Token]:
        """The tokens of a stretch."""
        return self.tokens[self._at(span) : bisect_right(self.starts, span.end - 1)]

    def _time(self, span: Span) -> str:
        """What kind of time a stretch tells: news names the day, history the year."""
        at, tokens = self._at(span), self._within(span)
        near = self._any("part_of_day", tokens)
        if "منذ" in {self.tokens[at].word.key, self.tokens[at - 1].word.key if at else ""}:
            return "since hours" if near else "since"
        mention = next((mention for mention in self.scene.mentions if mention.kind == "time" and mention.span.overlaps(span)), None)
        if mention is not None and mention.interval is not None and mention.interval.basis == "absolute":
            precision = mention.interval.precision
            return "year" if precision >= _YEAR else "month of year" if precision >= _MONTH else "day of year"
        if self._any("long_time", tokens):
            return "long"
        if self._any("day_adverb", tokens) or self._any("weekday", tokens):
            return "day"
        if near:
            return "part of day"
        if self._any("one_period", tokens):
            return "week or month"
        return "date" if any(token.word.form[:1].isdigit() for token in tokens) else "other"

    # --- the word that names it ------------------------------------------------------------------------------------

    def _of_word(self, trigger: Trigger) -> Iterator[Feature]:
        tokens = self.tokens
        head, first = tokens[trigger.head], tokens[trigger.start].word
        yield "trigger", f"verb, {head.word.tense}" if trigger.kind == "verb" else trigger.kind
        yield "article", "the" if "ال" in first.proclitics else "pronoun" if first.enclitic else "plural" if first.plural else "none"
        yield "behind this", _yes(trigger.start > 0 and self.scene.is_in(tokens[trigger.start - 1], "demonstrative"))
        behind = tokens[trigger.end] if trigger.end < len(tokens) else None
        yield "known quality", _yes(behind is not None and behind.kind == "adjective" and behind.word.definite)

    def _of_place_in_sentence(self, trigger: Trigger) -> Iterator[Feature]:
        before = self.tokens[max(0, trigger.head - _KNOWN_WITHIN) : trigger.head]
        yield "quoted", _yes(bisect_left(self.quotes, trigger.head) % 2 == 1)
        yield "pluperfect", _yes(bool(self.copulas) and self.copulas[0] < trigger.head)
        yield "relative before it", _yes(self._any("relative_pronoun", before))
        yield "clause", self._clause(trigger)
        first = self.verbs[0] if self.verbs else None
        yield "leading verb", "none" if first is None else "itself" if first == trigger.head else self.tokens[first].word.tense

    def _clause(self, trigger: Trigger) -> str:
        """The word that opens the clause of a verb, as it is written in look-ups."""
        if self.tokens[trigger.head].kind != "verb":
            return "none"
        for token in reversed(self.tokens[max(0, trigger.head - _KNOWN_WITHIN) : trigger.head]):
            if token.word.form in _STOPS:
                return "none"
            if self.scene.is_in(token, "clause_word"):
                return token.word.key
            if self.scene.is_in(token, "relative_pronoun"):
                return "relative"
            if token.kind == "verb":
                return "verb"
        return "none"

    # --- what is told with it --------------------------------------------------------------------------------------

    def _of_numbers(self, event: Event) -> Iterator[Feature]:
        kinds = {quantity.what for quantity in event.counts}
        yield "toll", "both" if kinds >= _TOLL else next((kind for kind in ("killed", "wounded") if kind in kinds), "other" if kinds else "none")
        yield "words of its toll", str(min(len(event.outcome), _MOST_OUTCOMES))
        reported = sum(one is not event and one.factuality == "happened" and one.telling == "reported" for one in self.events)
        yield "reported beside", str(min(reported, _MOST_BESIDE))

    def _of_anchors(self, event: Event) -> Iterator[Feature]:
        yield "time", self._time(event.time) if event.time is not None else "none"
        places = [argument.reason for argument in event.arguments if argument.role == "place"]
        yield "place", "none" if not places else "dependent" if any("depends" in reason for reason in places) else "near"
        for role in ("actor", "target"):
            yield role, self._who(next((argument.span for argument in event.arguments if argument.role == role), None))
        yield "instrument", _yes(any(argument.role == "instrument" for argument in event.arguments))

    def _who(self, span: Span | None) -> str:
        if span is None:
            return "none"
        at = self._at(span)
        phrase = self.scene.phrase_at(at)
        classes = self.scene.classes(phrase) if phrase is not None else frozenset()
        kind = next((name for name, members in _WHO.items() if not classes.isdisjoint(members)), "other")
        return f"{kind}, {'known' if self.tokens[at].word.definite else 'new'}"

    def _of_claims(self, event: Event) -> Iterator[Feature]:
        holding = [claim for claim in self.claims if claim.content.holds(event.trigger)]
        inner = min(holding, key=lambda claim: claim.content.end - claim.content.start, default=None)
        yield "claim", inner.act if inner is not None else "none"
        yield "claims around", str(min(len(holding), 2))
        yield "source", self._source(inner.source if inner is not None else None)

    def _source(self, span: Span | None) -> str:
        if span is None:
            return "none"
        tokens = self._within(span)
        if any(self._any(name, tokens) for name in _OFFICIAL):
            return "official"
        if self._any("teller", tokens):
            return "teller"
        kinds = {mention.kind for mention in self.scene.mentions if mention.span.overlaps(span)}
        return "outlet" if "outlet" in kinds else "person" if "person" in kinds else "other"

    def _of_crowd(self, event: Event, trigger: Trigger) -> Iterator[Feature]:
        head = self.tokens[trigger.head]
        yield "deed", f"{'gathering' if self.scene.is_in(head, 'crowd_gathering') else 'another'}, {head.kind}"
        crowd = self._crowd(event, trigger)
        if crowd is None:
            yield "crowd", "none"
        else:
            first = self.tokens[crowd.start]
            numbered = first.kind == "number" or self.scene.is_any(first, ("number", "crowd_number"))
            yield "crowd", "numbered" if numbered else "known" if first.word.definite else "new"
        has_protesters = "protester" in self.scene.present
        protesters = ["ال" in token.word.proclitics for token in self.tokens if self.scene.is_in(token, "protester")] if has_protesters else []
        yield "known protesters in the sentence", _yes(any(protesters))
        yield "new protesters in the sentence", _yes(not all(protesters))
        yield "number in the sentence", _yes(any(token.kind == "number" or self.scene.is_in(token, "number") for token in self.tokens))
        yield "demand in the sentence", _yes("crowd_demand" in self.scene.present)

    def _crowd(self, event: Event, trigger: Trigger) -> Phrase | None:
        predicate = self.scene.predicates.get(trigger.head)
        if predicate is not None and predicate.subject:
            return predicate.subject[0]
        span = next(iter(event.spans("actor")), None)
        return None if span is None else self.scene.phrase_at(self._at(span))


@remembered()
def _in_english(reason: str) -> str:
    """A reason without the words of the text in it."""
    return " ".join([word for word in reason.split() if word.isascii()])


def _yes(holds: bool) -> str:  # noqa: FBT001  (a word for a truth)
    return "yes" if holds else "no"

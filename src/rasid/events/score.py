# SPDX-License-Identifier: Apache-2.0
"""How likely an event is right: a sum of weights of what is known of it, turned into a probability.

The weights stand in `knowledge/scores/events.tsv`, one a line, so that a reader can add up any score by hand; they are
fitted by `evals/calibration.py` (logistic regression), never written by hand.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from math import exp
from typing import Final

from msgspec.structs import replace

from rasid.events.means import type_by_means
from rasid.events.reading import Reading
from rasid.events.relevance import Subject
from rasid.events.scene import Scene
from rasid.events.triggers import Trigger, trigger_index
from rasid.knowledge.lexemes import word_classes
from rasid.knowledge.load import read_tsv
from rasid.records import Event, Record

WEIGHTS_FILE: Final = "scores/events.tsv"
BASE: Final = ("base", "all")
_DIGITS: Final = 3
# Counts above these say no more than these: words that share a lexeme, happenings of a sentence, words of war.
_MOST_SENSES: Final = 3
_MOST_EVENTS: Final = 4
_MOST_WORDS: Final = 3
# Upper ends of the ranges that numbers are put into: of words of war in a hundred of the document, of words before the
# trigger in its sentence, of words in its sentence.
_WAR_STEPS: Final = (2, 4, 6)
_PLACE_STEPS: Final = (8, 16, 24)
_LENGTH_STEPS: Final = (15, 30, 45, 60)

Feature = tuple[str, str]
"""Name and value of something known of an event when it is read: `("trigger", "verb")`."""


class Part(Record, frozen=True, kw_only=True):
    """What one feature adds to the score of an event, in log-odds."""

    feature: str
    value: str
    weight: float


def score_events(events: Iterable[Event], reading: Reading) -> Iterator[Event]:
    """Yield the events of one document with their scores.

    Args:
        events: As put together, with all their arguments.
        reading: What they were read from.
    """
    every = list(events)
    for event, features in zip(every, features_of(every, reading), strict=True):
        yield replace(event, score=probability_of(features))


def probability(parts: Iterable[Part]) -> float:
    """Return the score that parts add up to, to three digits."""
    return _probability([part.weight for part in parts])


def probability_of(features: Iterable[Feature], file: str = WEIGHTS_FILE) -> float:
    """Return what `probability(parts_of(features, file))` returns, without the parts."""
    return _probability(_weights_of(features, file))


def _probability(weights: Iterable[float]) -> float:
    return round(1 / (1 + exp(-sum(weights))), _DIGITS)


def parts_of(features: Iterable[Feature], file: str = WEIGHTS_FILE) -> tuple[Part, ...]:
    """Return what each feature adds, the base first; a value that was never seen adds nothing.

    Args:
        features: As `features_of` gives them, or others for which there are weights.
        file: Which weights, a file of the knowledge folder.
    """
    told = (BASE, *features)
    return tuple(Part(feature=name, value=value, weight=weight) for (name, value), weight in zip(told, _weights_of(told[1:], file), strict=True))


def _weights_of(features: Iterable[Feature], file: str) -> list[float]:
    known = weights(file)
    return [known.get(feature, 0.0) for feature in (BASE, *features)]


@cache
def weights(file: str = WEIGHTS_FILE) -> Mapping[Feature, float]:
    """Return the weight of each value of each feature.

    Raises:
        KnowledgeError: The file is missing, or a weight is no number.
    """
    found: dict[Feature, float] = {}
    for row in read_tsv(file):
        try:
            found[row["feature"], row["value"]] = float(row["weight"])
        except ValueError as error:
            raise row.error(f"weight '{row['weight']}' is no number; a program of evals/ makes this file, named at its head") from error
    return found


def features_of(events: Sequence[Event], reading: Reading) -> list[tuple[Feature, ...]]:
    """Return what is known of each event, for all events of one document."""
    beside: dict[int, list[Event]] = {}
    for event in events:
        beside.setdefault(event.sentence, []).append(event)
    return [tuple(_features(event, *reading.trigger_of(event), beside[event.sentence], reading.subject)) for event in events]


def _features(event: Event, scene: Scene, trigger: Trigger, beside: Sequence[Event], subject: Subject) -> Iterator[Feature]:
    yield "language", scene.language
    yield "type", event.type
    yield "trigger", trigger.kind
    yield "condition", "when" if trigger.sense.when else "unless" if trigger.sense.unless else "none"
    yield "senses", str(min(_senses(scene, trigger), _MOST_SENSES))
    yield "means", _means(event, scene, trigger)
    yield "factuality", event.factuality
    yield from _arguments(event)
    yield "events beside it", str(min(len(beside) - 1, _MOST_EVENTS))
    word = scene.tokens[trigger.start].word
    yield "article", "yes" if word.definite else "no"
    yield "pronoun", "yes" if word.enclitic else "no"
    yield "tense", word.tense if trigger.kind == "verb" else "none"
    yield "words", str(min(trigger.end - trigger.start, _MOST_WORDS))
    yield "words before it", _step(trigger.start, _PLACE_STEPS)
    yield "words in its sentence", _step(len(scene.tokens), _LENGTH_STEPS)
    yield "words of war in a hundred", _war(scene, subject)


def _arguments(event: Event) -> Iterator[Feature]:
    for role in ("actor", "target"):
        reasons = [argument.reason for argument in event.arguments if argument.role == role]
        inherited = bool(reasons) and all(reason.startswith("inherited") for reason in reasons)
        yield role, "inherited" if inherited else str(min(len(reasons), 2))
    places = [argument.reason for argument in event.arguments if argument.role == "place"]
    yield "place", "none" if not places else "dependent" if any("depends" in reason for reason in places) else "near"


def _senses(scene: Scene, trigger: Trigger) -> int:
    """How many rows of the lexicon hold the word of a trigger, whether or not they fit here; a phrase counts as one sense."""
    if trigger.kind == "phrase":
        return 1
    return max(1, trigger_index(scene.language).senses_of(scene.tokens[trigger.head]))


def _means(event: Event, scene: Scene, trigger: Trigger) -> str:
    """Whether the means of an attack are those of its word, told beside it, told elsewhere in the passage, or nowhere."""
    if not trigger.sense.by_means:
        return "of the word"
    if type_by_means(scene.sentence, trigger.start, trigger.end, scene.predicates.get(trigger.head), language=scene.language):
        return "beside it"
    return "nowhere" if event.type == trigger.sense.type else "elsewhere"


def _war(scene: Scene, subject: Subject) -> str:
    if "war_word" not in word_classes(scene.language):
        return "not asked"
    return _step(100 * subject.war_uses // max(1, subject.words), _WAR_STEPS)


def _step(number: int, steps: Sequence[int]) -> str:
    return next((f"under {step}" for step in steps if number < step), f"{steps[-1]} or more")

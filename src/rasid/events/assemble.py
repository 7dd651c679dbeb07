# SPDX-License-Identifier: Apache-2.0
"""Put trigger, type, arguments, factuality, time and counts together; one event a happening a sentence."""

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from rasid.events.counts import find_counts
from rasid.events.factuality import judge
from rasid.events.means import type_by_means, type_by_passage
from rasid.events.roles import Scene, find_arguments, find_places, has_actor_subject
from rasid.events.triggers import Trigger, find_triggers
from rasid.ids import EventId, make_id
from rasid.records import Argument, Claim, Document, Event, Interval, Mention, Method, Quantity, Sentence, Span

METHOD: Final = Method(name="rasid.events", version="1")
# A relative clause stands near the attack that it goes on about.
_CARRIED_WITHIN: Final = 12
# Types that explain the dead and wounded told beside them.
_EXPLAINING: Final = frozenset(
    {"battle", "air_strike", "shelling", "bombing", "armed_attack", "assassination", "execution", "abuse", "riot", "repression", "military_operation"}
)


def find_events(sentences: Sequence[Sentence], mentions: Sequence[Mention], claims: Sequence[Claim], *, document: Document) -> tuple[Event, ...]:
    """Return the events of one document in the order of their triggers.

    Args:
        sentences: All its sentences; those without predicates are passed over.
        mentions: All its mentions.
        claims: All its claims.
        document: Where they come from.
    """
    context = frozenset(token.word.key for sentence in sentences for token in sentence.tokens)
    events: list[Event] = []
    passage: dict[str, int] = {}
    for sentence in sentences:
        if not sentence.phrases:
            continue
        scene = Scene(sentence, mentions, language=document.language)
        found = _sentence_events(scene, claims, document, context, passage)
        for event in found:
            passage[event.type] = passage.get(event.type, 0) + 1
        events.extend(found)
    return tuple(events)


def _sentence_events(
    scene: Scene, claims: Sequence[Claim], document: Document, context: frozenset[str], passage: dict[str, int]
) -> list[Event]:
    triggers = find_triggers(scene.sentence, language=document.language, context=context)
    carried = _carriers(scene, triggers)
    events = {trigger.start: _event(scene, trigger, claims, document, passage) for trigger in triggers}
    for verb, noun in carried.items():
        events[noun] = _joined(events[noun], events.pop(verb))
    return _merge_casualties(_merge_same(list(events.values())))


def _carriers(scene: Scene, triggers: Sequence[Trigger]) -> dict[int, int]:
    """Verbs of striking whose subject is itself an attack (`قصف استهدف بلدة`), by place, with the place of that attack."""
    nouns = [trigger for trigger in triggers if trigger.kind != "verb" and trigger.sense.type in _EXPLAINING]
    carried: dict[int, int] = {}
    for trigger in triggers:
        predicate = scene.predicates.get(trigger.head)
        if trigger.kind != "verb" or predicate is None or trigger.sense.frame != "strike" or has_actor_subject(scene, predicate):
            continue
        before = [noun for noun in nouns if noun.end <= trigger.start and trigger.start - noun.end <= _CARRIED_WITHIN]
        if before and not any(other.kind == "verb" and before[-1].end <= other.start < trigger.start for other in triggers):
            carried[trigger.start] = before[-1].start
    return carried


def _event(scene: Scene, trigger: Trigger, claims: Sequence[Claim], document: Document, passage: dict[str, int]) -> Event:
    event_type = _type(scene, trigger, passage)
    arguments = find_arguments(scene, trigger)
    arguments.extend(find_places(scene, trigger, arguments))
    judged = judge(scene, trigger, claims)
    span = Span(scene.tokens[trigger.start].span.start, scene.tokens[trigger.end - 1].span.end)
    time = _time(scene, span)
    return Event(
        id=EventId(make_id("ev", document.id, span.start, span.end, event_type)), document_id=document.id, sentence=scene.sentence.index,
        type=event_type, trigger=span, factuality=judged.factuality, arguments=tuple(arguments), time=time.span if time else None,
        when=time.interval if time else _published(document), counts=find_counts(scene, trigger, event_type, arguments), coder=METHOD,
        rule=trigger.sense.rule, score=_score(trigger, arguments), factuality_reason=judged.reason, factuality_span=judged.span,
    )  # fmt: skip


def _type(scene: Scene, trigger: Trigger, passage: dict[str, int]) -> str:
    if not trigger.sense.by_means:
        return trigger.sense.type
    found = type_by_means(scene.sentence, trigger.start, trigger.end, scene.predicates.get(trigger.head), language=scene.language)
    found = found or type_by_passage(scene.sentence, language=scene.language)
    if found:
        return found
    candidates = [name for name in ("air_strike", "shelling", "bombing") if passage.get(name)]
    return max(candidates, key=lambda name: passage[name]) if candidates else trigger.sense.type


def _time(scene: Scene, trigger: Span) -> Mention | None:
    times = [mention for mention in scene.mentions if mention.kind == "time" and mention.label not in {"duration", "since"}]
    return min(times, key=lambda mention: abs(mention.span.start - trigger.start), default=None)


def _published(document: Document) -> Interval | None:
    if document.published is None:
        return None
    day = document.published[:10]
    return Interval(start=day, end=day, precision=2, basis="published")


def _score(trigger: Trigger, arguments: Sequence[Argument]) -> float:
    score = 0.75 if trigger.kind in {"verb", "phrase"} else 0.65
    return min(0.95, score + 0.05 * min(3, len(arguments)) + (0.05 if trigger.sense.when else 0.0))


def _merge_same(events: Sequence[Event]) -> list[Event]:
    """Drop the second naming of a happening in one sentence: same type, nothing new beside it."""
    kept: list[Event] = []
    for event in events:
        twin = next((other for other in kept if other.type == event.type and _is_same(other, event)), None)
        if twin is None:
            kept.append(event)
        else:
            kept[kept.index(twin)] = _joined(twin, event)
    return kept


def _is_same(first: Event, second: Event) -> bool:
    if first.factuality != second.factuality or second.trigger.start - first.trigger.end > 60:  # noqa: PLR2004
        return False
    new = [argument for argument in second.arguments if argument.role in {"actor", "target"} and not any(argument.span.overlaps(a.span) for a in first.arguments)]
    return not new


def _joined(first: Event, second: Event) -> Event:
    extra = tuple(
        argument for argument in second.arguments
        if argument.role != "actor" and not argument.span.overlaps(first.trigger) and not any(argument.span.overlaps(other.span) for other in first.arguments)
    )  # fmt: skip
    return replace(first, arguments=(*first.arguments, *extra), counts=_union(first.counts, second.counts))


def _union(first: Sequence[Quantity], second: Sequence[Quantity]) -> tuple[Quantity, ...]:
    return (*first, *(quantity for quantity in second if not any(quantity.span.overlaps(other.span) for other in first)))


def _merge_casualties(events: list[Event]) -> list[Event]:
    """Give the dead and wounded of a sentence to the attack beside them; alone they stay an event of their own."""
    explaining = [event for event in events if event.type in _EXPLAINING and event.factuality == "happened"]
    if not explaining:
        return events
    given: dict[str, Event] = {event.id: event for event in explaining}
    for casualty in (event for event in events if event.type == "casualty"):
        nearest = min(explaining, key=lambda event: abs(event.trigger.start - casualty.trigger.start))
        taker = given[nearest.id]
        extra = tuple(
            argument for argument in casualty.arguments
            if argument.role == "target" and not any(argument.span.overlaps(other.span) for other in taker.arguments)
        )  # fmt: skip
        given[nearest.id] = replace(taker, arguments=(*taker.arguments, *extra), counts=_union(taker.counts, casualty.counts))
    return [given.get(event.id, event) for event in events if event.type != "casualty"]

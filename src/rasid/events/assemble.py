# SPDX-License-Identifier: Apache-2.0
"""Put trigger, type, arguments, factuality, time and counts together; one event a happening a sentence."""

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from rasid.events.carriers import EXPLAINING, carriers, trigger_span
from rasid.events.counts import find_counts
from rasid.events.factuality import judge
from rasid.events.passage import Passage
from rasid.events.places import find_places
from rasid.events.relevance import is_plain_violence, tells_of_war
from rasid.events.roles import find_arguments
from rasid.events.scene import Scene, frames
from rasid.events.triggers import Trigger, find_triggers
from rasid.ids import EventId, make_id
from rasid.records import Argument, Claim, Document, Event, Mention, Method, Quantity, Sentence, Span

METHOD: Final = Method(name="rasid.events", version="1")
# Killing words are no attack of their own beside one (`قتل ثلاثة في غارة`).
_KILLING: Final = frozenset({"ar:qatala-active", "ar:qatl", "ar:majzara", "ar:maqtal", "en:kill-active", "en:kill-by", "en:killing"})


def find_events(sentences: Sequence[Sentence], mentions: Sequence[Mention], claims: Sequence[Claim], *, document: Document) -> tuple[Event, ...]:
    """Return the events of one document in the order of their triggers.

    Args:
        sentences: All its sentences; those without predicates are passed over.
        mentions: All its mentions.
        claims: All its claims.
        document: Where they come from.
    """
    context = frozenset(token.word.key for sentence in sentences for token in sentence.tokens)
    passage = Passage(document)
    scenes = [Scene(sentence, mentions, language=document.language) for sentence in sentences if sentence.phrases]
    triggers = [find_triggers(scene.sentence, language=document.language, context=context) for scene in scenes]
    if not tells_of_war(context, language=document.language):
        triggers = [[trigger for trigger in found if is_plain_violence(scene, trigger)] for scene, found in zip(scenes, triggers, strict=True)]
    for scene, found in zip(scenes, triggers, strict=True):
        passage.learn(scene, found)
    events: list[Event] = []
    for scene, found in zip(scenes, triggers, strict=True):
        passage.enter(scene)
        here = _sentence_events(scene, found, claims, passage)
        events.extend(passage.complete(event, scene) for event in here if not passage.restates(event, scene))
    return tuple(events)


def _sentence_events(scene: Scene, triggers: Sequence[Trigger], claims: Sequence[Claim], passage: Passage) -> list[Event]:
    events = {trigger.start: _event(scene, trigger, claims, passage) for trigger in triggers}
    for carried, carrier in carriers(scene, triggers).items():
        if carried in events and carrier in events and carried != carrier:
            events[carrier] = _carried(events[carrier], events.pop(carried))
    return _merge_casualties(_merge_same(list(events.values())))


def _event(scene: Scene, trigger: Trigger, claims: Sequence[Claim], passage: Passage) -> Event:
    document = passage.document
    event_type = passage.type_of(scene, trigger)
    passage.note(scene, trigger, event_type)
    arguments = find_arguments(scene, trigger)
    arguments.extend(find_places(scene, trigger, arguments))
    judged = judge(scene, trigger, claims)
    span = trigger_span(scene, trigger)
    arguments = _without_speakers(arguments, claims)
    if frames(scene.language)[trigger.sense.frame].subject == "actor":
        arguments = _with_accused(arguments, span, claims)
    time = passage.time_of(scene, span)
    return Event(
        id=EventId(make_id("ev", document.id, span.start, span.end, event_type)), document_id=document.id, sentence=scene.sentence.index,
        type=event_type, trigger=span, factuality=judged.factuality, arguments=tuple(arguments), time=time[0], when=time[1],
        counts=find_counts(scene, trigger, event_type, arguments), coder=METHOD, rule=trigger.sense.rule, score=_score(trigger, arguments),
        factuality_reason=judged.reason, factuality_span=judged.span,
    )  # fmt: skip


def _without_speakers(arguments: Sequence[Argument], claims: Sequence[Claim]) -> list[Argument]:
    """Drop places that are who speaks or whom it is said of: the capital of `اتهمت المصادر أنقرة` is no place."""
    parties = [span for claim in claims for span in (claim.source, claim.target) if span is not None]
    return [argument for argument in arguments if argument.role != "place" or argument.span not in parties]


def _with_accused(arguments: list[Argument], trigger: Span, claims: Sequence[Claim]) -> list[Argument]:
    """Put the accused in as the doer where none is named, or where the grammar took the accuser for it."""
    for claim in claims:
        if claim.act == "claim_responsibility" and claim.source is not None and claim.content.holds(trigger):
            return [*(argument for argument in arguments if argument.role != "actor"), Argument(role="actor", span=claim.source, reason="claims responsibility")]
        if claim.act not in {"accuse", "demand"} or claim.target is None or not claim.content.holds(trigger) or claim.target.overlaps(trigger):
            continue
        others = [argument for argument in arguments if not (argument.role == "actor" and claim.source is not None and argument.span.overlaps(claim.source))]
        if any(argument.role == "actor" for argument in others):
            return others
        return [*others, Argument(role="actor", span=claim.target, reason=f"target of the claim that tells of it: {claim.act}")]
    return arguments


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


def _carried(noun: Event, verb: Event) -> Event:
    """The attack that a noun names with what the verb of its clause tells: whom it struck, where, and who did it."""
    has_actor = any(argument.role == "actor" for argument in noun.arguments)
    extra = tuple(
        argument for argument in verb.arguments
        if not (argument.role == "actor" and has_actor) and not argument.span.overlaps(noun.trigger)
        and not any(argument.span.overlaps(other.span) for other in noun.arguments)
    )  # fmt: skip
    if verb.type == noun.type and verb.trigger.start > noun.trigger.start and not verb.spans("target") and not verb.spans("actor"):
        extra = (*extra, Argument(role="instrument", span=verb.trigger, reason="means of the attack"))
    keeps_place = tuple(argument for argument in noun.arguments if argument.role != "place" or not any(other.role == "place" for other in extra))
    return replace(noun, arguments=(*keeps_place, *extra), counts=_union(noun.counts, verb.counts))


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
    explaining = [event for event in events if event.type in EXPLAINING and event.factuality == "happened" and event.rule not in _KILLING]
    events = _without_none_hurt(events, explaining)
    explaining = [event for event in events if event in explaining or event.id in {other.id for other in explaining}]
    if not explaining:
        return events
    given: dict[str, Event] = {event.id: event for event in explaining}
    for casualty in (event for event in events if _is_toll(event)):
        nearest = min(explaining, key=lambda event: abs(event.trigger.start - casualty.trigger.start))
        taker = given[nearest.id]
        extra = tuple(
            argument for argument in casualty.arguments
            if argument.role == "target" and not any(argument.span.overlaps(other.span) for other in taker.arguments)
        )  # fmt: skip
        given[nearest.id] = replace(taker, arguments=(*taker.arguments, *extra), counts=_union(taker.counts, casualty.counts))
    return [given.get(event.id, event) for event in events if not _is_toll(event)]


def _without_none_hurt(events: Sequence[Event], explaining: Sequence[Event]) -> list[Event]:
    """`دون إصابات`: nobody hurt is no event; it is a count of nought of the attack beside it."""
    none_hurt = [event for event in events if event.type == "casualty" and event.factuality == "denied"]
    kept = [event for event in events if event not in none_hurt]
    if not none_hurt or not explaining:
        return kept
    taker = min(explaining, key=lambda event: abs(event.trigger.start - none_hurt[0].trigger.start))
    noughts = tuple(Quantity(what="persons", span=event.trigger, low=0, high=0) for event in none_hurt)
    return [replace(event, counts=_union(event.counts, noughts)) if event is taker else event for event in kept]


def _is_toll(event: Event) -> bool:
    return event.factuality == "happened" and (event.type == "casualty" or event.rule in _KILLING)

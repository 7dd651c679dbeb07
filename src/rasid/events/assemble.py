# SPDX-License-Identifier: Apache-2.0
"""Put trigger, type, arguments, factuality, time and counts together; one event a happening a sentence."""

from collections.abc import Sequence
from typing import Final

from msgspec.structs import replace

from rasid.events.arguments.blame import find_blamed, without_blamed
from rasid.events.arguments.casting import TAKEN
from rasid.events.arguments.effects import find_damaged, find_undergone, find_used_against
from rasid.events.arguments.instruments import find_instruments
from rasid.events.arguments.roles import find_arguments
from rasid.events.arguments.tolls import tidy_tolls
from rasid.events.asserted.factuality import Judged, judge
from rasid.events.asserted.news import judge_news
from rasid.events.asserted.telling import tell_all, told_once, with_telling
from rasid.events.carriers import EXPLAINING, carriers, trigger_span
from rasid.events.merge import Naming, carried, one_a_happening
from rasid.events.numbers.counts import count_events
from rasid.events.passage import Passage
from rasid.events.reading import read_triggers
from rasid.events.scene import Scene, frames
from rasid.events.score import score_events
from rasid.events.triggers import Trigger
from rasid.events.where.places import PLACE_LINE, find_places
from rasid.ids import EventId, make_id
from rasid.records import Argument, Claim, Document, Event, Mention, Method, Sentence, Span

METHOD: Final = Method(name="rasid.events", version="1")


def find_events(sentences: Sequence[Sentence], mentions: Sequence[Mention], claims: Sequence[Claim], *, document: Document) -> tuple[Event, ...]:
    """Return the events of one document in the order of their triggers.

    Args:
        sentences: All its sentences; those without predicates are passed over.
        mentions: All its mentions.
        claims: All its claims.
        document: Where they come from.
    """
    reading = read_triggers(sentences, mentions, document=document)
    passage = Passage(document)
    for scene, found in zip(reading.scenes, reading.triggers, strict=True):
        passage.learn(scene, found)
    events: list[Event] = []
    for scene, found in zip(reading.scenes, reading.triggers, strict=True):
        passage.enter(scene)
        here = _sentence_events(scene, found, claims, passage)
        events.extend(passage.complete(event, scene) for event in here if not passage.restates(event, scene))
    return tuple(judge_news(score_events(events, reading), reading, claims))


def _sentence_events(scene: Scene, triggers: Sequence[Trigger], claims: Sequence[Claim], passage: Passage) -> list[Event]:
    events: dict[int, Event] = {}
    before: list[tuple[Trigger, Judged]] = []
    for trigger, telling in zip(triggers, tell_all(scene, triggers), strict=True):
        judged = judge(scene, trigger, claims, joined_to=before)
        before.append((trigger, judged))
        events[trigger.start] = with_telling(_event(scene, trigger, judged, claims, passage), telling)
    tolls = [(trigger, events[trigger.start].type, events[trigger.start].arguments) for trigger in triggers]
    for trigger, counts in zip(triggers, count_events(scene, tolls), strict=True):
        if counts:
            events[trigger.start] = replace(events[trigger.start], counts=counts)
    for verb, noun in carriers(scene, triggers).items():
        if verb in events and noun in events and verb != noun:
            other = events.pop(verb)
            events[noun] = told_once(carried(events[noun], other, is_verb=scene.tokens[verb].kind == "verb"), other)
    told = one_a_happening(scene, [Naming(trigger, events[trigger.start]) for trigger in triggers if trigger.start in events])
    return [replace(event, arguments=tidy_tolls(scene, event.arguments)) for event in told] if scene.language == "ar" else told


def _event(scene: Scene, trigger: Trigger, judged: Judged, claims: Sequence[Claim], passage: Passage) -> Event:
    document = passage.document
    event_type = passage.type_of(scene, trigger)
    passage.note(scene, trigger, event_type)
    arguments = find_arguments(scene, trigger)
    arguments.extend(find_places(scene, trigger, [argument for argument in arguments if argument.reason != TAKEN]))
    span = trigger_span(scene, trigger)
    arguments = _without_speakers(arguments, claims)
    if frames(scene.language)[trigger.sense.frame].subject == "actor":
        arguments = _with_accused(scene, arguments, span, claims)
        arguments = without_blamed(scene, trigger, arguments)
        arguments.extend(find_blamed(scene, trigger, arguments))
    if scene.language == "en":
        arguments.extend(find_instruments(scene, trigger, event_type, arguments))
        if event_type in EXPLAINING:
            arguments.extend(find_undergone(scene, trigger, arguments))
            arguments.extend(find_used_against(scene, trigger, arguments))
            arguments.extend(find_damaged(scene, trigger, arguments))
    time = passage.time_of(scene, span)
    return Event(
        id=EventId(make_id("ev", document.id, span.start, span.end, event_type)), document_id=document.id, sentence=scene.sentence.index,
        type=event_type, trigger=span, factuality=judged.factuality, arguments=tuple(arguments), time=time[0], when=time[1],
        coder=METHOD, rule=trigger.sense.rule, score=0.0,
        factuality_reason=judged.reason, factuality_span=judged.span,
    )  # fmt: skip


def _without_speakers(arguments: Sequence[Argument], claims: Sequence[Claim]) -> list[Argument]:
    """Drop places that are who speaks or whom it is said of: the capital of `اتهمت المصادر أنقرة` is no place; the place line `محافظة الحسكة:` is one."""
    parties = [span for claim in claims for span in (claim.source, claim.target) if span is not None]
    return [argument for argument in arguments if argument.role != "place" or argument.span not in parties or argument.reason == PLACE_LINE]


def _parts(scene: Scene, target: Span) -> list[Span]:
    """The phrases that and joins in a span, where it is made of nothing else: `الحكومة اللبنانية والجيش اللبناني`."""
    inside = [phrase for phrase in scene.sentence.phrases if target.holds(phrase.span)]
    joined = bool(inside) and all(phrase.coordinated for phrase in inside[1:])
    is_whole = joined and inside[0].span.start == target.start and inside[-1].span.end == target.end
    return [phrase.span for phrase in inside] if is_whole else [target]


def _with_accused(scene: Scene, arguments: list[Argument], trigger: Span, claims: Sequence[Claim]) -> list[Argument]:
    """Put the accused in as the doer where none is named, or where the grammar took the accuser for it."""
    for claim in claims:
        if claim.act == "claim_responsibility" and claim.source is not None and claim.content.holds(trigger):
            return [*(argument for argument in arguments if argument.role != "actor"), Argument(role="actor", span=claim.source, reason="claims responsibility")]
        if claim.act not in {"accuse", "demand"} or claim.target is None or not claim.content.holds(trigger) or claim.target.overlaps(trigger):
            continue
        others = [argument for argument in arguments if not (argument.role == "actor" and claim.source is not None and argument.span.overlaps(claim.source))]
        if any(argument.role == "actor" for argument in others):
            return others
        return [*others, *(Argument(role="actor", span=span, reason=f"target of the claim that tells of it: {claim.act}") for span in _parts(scene, claim.target))]
    return arguments

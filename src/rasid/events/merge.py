# SPDX-License-Identifier: Apache-2.0
"""One event a happening a sentence: second namings join the first, the dead and wounded join the attack that explains them."""

from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

from msgspec.structs import replace

from rasid.events.asserted.telling import told_once
from rasid.events.carriers import EXPLAINING
from rasid.events.numbers.counts import is_unknown, kind_within
from rasid.events.numbers.tolls import counts_others, explaining, is_result
from rasid.events.scene import Scene
from rasid.events.triggers import Trigger
from rasid.events.where.places import DEPENDS
from rasid.records import Argument, Event, Quantity, Span

# Killing words are no attack of their own beside one (`قتل ثلاثة في غارة`).
_KILLING: Final = frozenset({"ar:qatala-active", "ar:qatala-they", "ar:qatl", "ar:majzara", "ar:maqtal", "en:kill-active", "en:kill-by", "en:killing"})
# Types whose happenings go step by step, each told by a verb.
_STEPWISE: Final = frozenset({"trial", "diplomacy", "agreement", "transfer", "protest", "deployment", "displacement", "destruction", "territory_gain"})
# Nouns for the dead and wounded, which a toll counts one after another.
_HURT: Final = frozenset({"ar:qatil", "ar:jarih-noun", "ar:shahid", "ar:dahiya", "ar:adad-qatla"})
# Drowned, frozen: no attack beside them explains that.
_NOT_BY_ARMS: Final = frozenset({"ar:ghariq"})
# Farther apart than this, a word without an article is told of another happening as often as of the same.
_SAME_WITHIN_CHARACTERS: Final = 60


# `ردا على هذا الهجوم`: the word for the answer stands that near.
_ANSWERED_WITHIN: Final = 3
# `تعرضت قرى في جبل نصر المطل على المدينة للقصف`: a subject with its places.
_UNDERGONE_WITHIN: Final = 10
# Attacks that a verb may go on about.
_REACHING: Final = frozenset({"air_strike", "shelling", "bombing", "armed_attack"})


class Naming(NamedTuple):
    """A trigger with the event that was made of it."""

    trigger: Trigger
    event: Event


def one_a_happening(scene: Scene, namings: Sequence[Naming]) -> list[Event]:
    """Return the events of a sentence, each happening once.

    Args:
        scene: The sentence.
        namings: Its triggers with their events, in order of place.
    """
    return _explain_tolls(scene, _join_namings(scene, namings))


def carried(noun: Event, verb: Event, *, is_verb: bool) -> Event:
    """Return the attack that a noun names with what its carrier tells: whom it struck, where, and who did it.

    Args:
        noun: The attack.
        verb: What carries it.
        is_verb: Whether that is a verb, which is never the means: `بسيارة مفخخة` is, `انفجرت` is not.
    """
    has_actor = any(argument.role == "actor" for argument in noun.arguments)
    extra = tuple(
        argument for argument in verb.arguments
        if not (argument.role == "actor" and has_actor) and not argument.span.overlaps(noun.trigger)
        and not any(argument.span.overlaps(other.span) for other in noun.arguments)
    )  # fmt: skip
    is_named = any(span.overlaps(verb.trigger) for span in noun.spans("instrument"))
    is_behind = verb.type == noun.type and verb.trigger.start > noun.trigger.start
    if is_behind and not is_verb and not is_named and not verb.spans("target") and not verb.spans("actor"):
        extra = (*extra, Argument(role="instrument", span=verb.trigger, reason="means of the attack"))
    keeps_place = tuple(argument for argument in noun.arguments if argument.role != "place" or not any(other.role == "place" for other in extra))
    return replace(noun, arguments=(*keeps_place, *extra), counts=_union(noun.counts, verb.counts))


def _join_namings(scene: Scene, namings: Sequence[Naming]) -> list[Event]:
    """Join the second naming of a happening to the first: same type, and it points back or brings nothing new."""
    kept: list[Event] = []
    for trigger, event in namings:
        twin = next((other for other in kept if _may_be_same(other, trigger, event) and _is_same(scene, other, trigger, event)), None)
        if twin is None:
            kept.append(event)
        else:
            kept[kept.index(twin)] = told_once(_joined(twin, event), event)
    return kept


def _may_be_same(first: Event, trigger: Trigger, second: Event) -> bool:
    """Whether two namings are of one type, or the second is a verb that only tells whom the first reached: `إنزال جوي استهدف`."""
    return first.type == second.type or (trigger.sense.by_means and trigger.kind == "verb" and first.type in _REACHING)


def _is_same(scene: Scene, first: Event, trigger: Trigger, second: Event) -> bool:
    if _counts_on(scene, first, trigger, second):
        return True
    if _is_another(scene, trigger) or _is_what_killed(first, trigger, second):
        return False
    if first.type != second.type:
        return _goes_on(scene, first, trigger, second)
    if _goes_on(scene, first, trigger, second):
        return True
    if _points_back(scene, trigger) and not _has_ground_of_its_own(first, second):
        return not _is_one_beside_several(scene, first, trigger)
    if _turns_between(scene, first.trigger, trigger) or _denies_one(first, second) or second.trigger.start - first.trigger.end > _SAME_WITHIN_CHARACTERS:
        return False
    if first.type == "armed_attack" and _is_joined(scene, trigger) and trigger.kind != "verb" and first.rule != second.rule:
        return False  # `الدهس والطعن` are two deeds, `المعارك والاشتباكات` one
    if first.type in _STEPWISE and _is_joined(scene, trigger) and first.rule != second.rule and (first.type != "protest" or scene.tokens[trigger.head].kind == "verb"):
        return False  # `ختم القاضي البحث وأحاله على المحكمة`, `التقدم في الحي والسيطرة على كتلة`: a step of its own
    if first.type == "casualty" and _is_joined(scene, trigger):  # the wounded of `مقتل ثلاثة وإصابة خمسة` are of the same toll
        return True
    known = [argument.span for argument in first.arguments]
    return not any(argument.role in {"actor", "target"} and not any(argument.span.overlaps(span) for span in known) for argument in second.arguments)


def _counts_on(scene: Scene, first: Event, trigger: Trigger, second: Event) -> bool:
    """Whether a noun for the dead or wounded counts on in the toll before it: `ارتفع عدد القتلى إلى 26 قتيلا ونحو 80 جريحا`."""
    if first.type != "casualty" or second.rule not in _HURT or _turns_between(scene, first.trigger, trigger) or _denies_one(first, second):
        return False
    behind = scene.tokens[trigger.end] if trigger.end < len(scene.tokens) else None
    between = scene.tokens[:trigger.start]
    verb = any(token.kind == "verb" and token.span.start > first.trigger.end for token in between)
    return not verb and not (behind is not None and scene.is_in(behind, "another"))


def _denies_one(first: Event, second: Event) -> bool:
    return (first.factuality == "denied") != (second.factuality == "denied")


def _points_back(scene: Scene, trigger: Trigger) -> bool:
    """Whether a noun with an article, which nothing joins to what stands before, names what the sentence told: `... القصف المدفعي ..., جراء القصف`."""
    word = scene.tokens[trigger.head].word
    return trigger.kind != "verb" and word.definite and not word.enclitic and not _is_joined(scene, trigger) and not _is_undergone_anew(scene, trigger)


def _is_one_beside_several(scene: Scene, first: Event, trigger: Trigger) -> bool:
    """Whether a singular stands behind a plural of another word, so that it does not name the same: `وجاءت الهجمات قبل المشاركة في الحملة`."""
    named = next((token for token in scene.tokens if token.span.start >= first.trigger.start and token.kind == "noun"), None)
    word = scene.tokens[trigger.head].word
    return named is not None and named.span.overlaps(first.trigger) and named.word.plural and not word.plural and named.word.lemma != word.lemma


def _is_what_killed(first: Event, trigger: Trigger, second: Event) -> bool:
    """Whether an attack behind a killing is what explains it, no second naming: `قتل جندي أثناء الهجوم على المركز`."""
    return first.type != "casualty" and first.rule in _KILLING and second.rule not in _KILLING and trigger.kind != "verb"


def _has_ground_of_its_own(first: Event, second: Event) -> bool:
    """Whether a second naming has a place that depends on it, where the first has another: `استولت على مسورة، بالتزامن مع التقدم في الجوف`."""
    if first.type in _REACHING:
        return False  # `قصفت القرى، ... جراء القصف على المنازل في الريف`
    known = first.spans("place")
    own = [argument.span for argument in second.arguments if argument.role == "place" and argument.reason == DEPENDS]
    return bool(known) and bool(own) and not any(span.overlaps(other) for span in own for other in known)


def _is_undergone_anew(scene: Scene, trigger: Trigger) -> bool:
    """Whether what stands behind a turn of the sentence undergoes it: `القصف طال الحي، كما تعرضت قرى الجبل للقصف`."""
    verb = next((i for i in range(trigger.start - 1, max(0, trigger.start - _UNDERGONE_WITHIN), -1) if scene.tokens[i].kind == "verb"), None)
    return verb is not None and scene.is_in(scene.tokens[verb], "support_undergo") and scene.turns(verb - 1)


def _goes_on(scene: Scene, first: Event, trigger: Trigger, second: Event) -> bool:
    """Whether a verb only tells whom the attack before it reached: `شن غارات، حيث استهدفت مواقع`."""
    if scene.tokens[trigger.head].kind != "verb" or not scene.is_in(scene.tokens[trigger.head], "carry") or _turns_between(scene, first.trigger, trigger):
        return False
    if not scene.tokens[trigger.head].word.proclitics and scene.tokens[trigger.head - 1].kind in {"punctuation", "noun", "adjective"}:
        return True  # a relative clause: `غارات ...، استهدفت مواقع`
    known = [*first.spans("actor"), first.trigger]
    return all(any(doer.overlaps(other) for other in known) for doer in second.spans("actor"))


def _turns_between(scene: Scene, first: Span, trigger: Trigger) -> bool:
    return "turn" in scene.present and any(scene.turns(i) and scene.tokens[i].span.start > first.start and not counts_others(scene, i) for i in range(trigger.start))


def _is_joined(scene: Scene, trigger: Trigger) -> bool:
    """Whether `و` joins a trigger, or the number before it, to what stands before."""
    first = trigger.start - 1 if _is_counted(scene, trigger) else trigger.start
    return any(clitic in {"و", "ف"} for clitic in scene.tokens[first].word.proclitics)


def _is_counted(scene: Scene, trigger: Trigger) -> bool:
    before = scene.tokens[trigger.start - 1] if trigger.start else None
    return before is not None and (before.kind == "number" or scene.is_in(before, "number"))


def _is_another(scene: Scene, trigger: Trigger) -> bool:
    """Whether a noun is told to be one more: `وسبع غارات`, `14 ضربة أخرى`, or what another answers: `ردا على الهجوم`."""
    tokens = scene.tokens
    if any(scene.is_in(token, "in_answer") for token in tokens[max(0, trigger.start - _ANSWERED_WITHIN) : trigger.start]):
        return True
    behind = tokens[trigger.end] if trigger.end < len(tokens) else None
    if behind is not None and scene.is_in(behind, "another"):
        return True
    return _is_counted(scene, trigger) and not tokens[trigger.start].word.definite


def _joined(first: Event, second: Event) -> Event:
    known = {"actor", "place"} if first.spans("place") else {"actor"}  # a place of its own outweighs one that only stands near the second naming
    extra = tuple(
        argument for argument in second.arguments
        if (argument.role not in known or (argument.role == "place" and argument.reason == DEPENDS))
        and not argument.span.overlaps(first.trigger) and not any(argument.span.overlaps(other.span) for other in first.arguments)
    )  # fmt: skip
    return replace(first, arguments=(*first.arguments, *extra), counts=_union(first.counts, second.counts))


def _union(first: Sequence[Quantity], second: Iterable[Quantity]) -> tuple[Quantity, ...]:
    return (*first, *(quantity for quantity in second if not any(quantity.span.overlaps(other.span) for other in first)))


def _explain_tolls(scene: Scene, events: list[Event]) -> list[Event]:
    """Give the dead and wounded of a sentence to the attack beside them; alone they stay an event of their own."""
    events = _with_results(scene, events)
    told_as = {"happened"} | {event.factuality for event in events if _is_toll(event) and event.type == "casualty"}  # `يرجح مقتله بقصف`: both are guessed at
    attacks = [event for event in events if event.type in EXPLAINING and event.factuality in told_as and event.rule not in _KILLING]
    events = _without_none_hurt(scene, events, attacks)
    attacks = [event for event in events if event.id in {other.id for other in attacks}] or [
        event for event in events if event.rule in _KILLING and event.type in EXPLAINING and event.factuality == "happened"
    ]  # a massacre explains its dead where nothing else does
    if not attacks:
        return events
    given: dict[str, Event] = {event.id: event for event in attacks}
    explained: set[str] = set()
    for toll in (event for event in events if _is_toll(event) and event.id not in given):
        fitting = [event for event in attacks if event.factuality in {"happened", toll.factuality}]
        place = explaining(scene, toll.trigger, [event.trigger for event in fitting])
        if place is None:
            continue
        nearest = fitting[place]
        if _is_by_another(scene, nearest, toll):
            continue
        explained.add(toll.id)
        taker = given[nearest.id]
        extra = tuple(
            argument for argument in toll.arguments
            if (argument.role == "target" or (argument.role == "actor" and not taker.spans("actor")))
            and not any(argument.span.overlaps(other.span) for other in taker.arguments if not _falls_fighting(taker, argument, other))
        )  # fmt: skip
        counts, outcome = _union(taker.counts, toll.counts), (*taker.outcome, toll.trigger)
        given[nearest.id] = told_once(replace(taker, arguments=(*taker.arguments, *extra), counts=counts, outcome=outcome), toll)
    return [given.get(event.id, event) for event in events if event.id not in explained]


def _falls_fighting(battle: Event, dead: Argument, other: Argument) -> bool:
    """Whether the dead of a fight are those who fought, so that they have two roles: `مقتل ثلاثة جنود في اشتباك مع مسلحين`."""
    return battle.type == "battle" and other.role == "actor" and dead.role == "target" and "مع" not in dead.reason


def _is_by_another(scene: Scene, attack: Event, toll: Event) -> bool:
    """Whether a killing behind an attack has a doer of its own, whom and joins: `ضحايا بتفجير، والتحالف يقتل مسؤولا`."""
    doers = [span for span in toll.spans("actor") if attack.trigger.end <= span.start < toll.trigger.start]
    return bool(doers) and any(token.span.overlaps(doers[0]) and token.word.proclitics[:1] == ("و",) for token in scene.tokens)


def _with_results(scene: Scene, events: Sequence[Event]) -> list[Event]:
    """Attacks of which a toll is told to be the result took place, whatever governs them: `خططوا لهجوم المنيا الذي أسفر عن مقتل 29`."""
    tolls = [event for event in events if event.factuality == "happened" and _is_toll(event)]
    if not tolls:
        return list(events)
    return [
        replace(event, factuality="happened", factuality_reason="its toll is told", factuality_span=None)
        if event.type in EXPLAINING and event.factuality in {"planned", "possible"} and any(_follows(scene, event, toll, events) for toll in tolls)
        else event
        for event in events
    ]


def _follows(scene: Scene, attack: Event, toll: Event, events: Sequence[Event]) -> bool:
    """Whether a toll is the result of an attack, with no other attack between them."""
    between = [one for one in events if one.type in EXPLAINING and attack.trigger.start < one.trigger.start < toll.trigger.start]
    return not between and is_result(scene, toll.trigger, attack.trigger)


def _without_none_hurt(scene: Scene, events: Sequence[Event], attacks: Sequence[Event]) -> list[Event]:
    """`دون إصابات`: nobody hurt is no event; it is a count of nought of the attack beside it."""
    none_hurt = [event for event in events if event.type == "casualty" and event.factuality == "denied"]
    kept = [event for event in events if event not in none_hurt]
    if not none_hurt or not attacks:
        return kept
    told = [event for event in none_hurt if not is_unknown(scene, event.trigger)]
    if not told:
        return kept
    taker = min(attacks, key=lambda event: abs(event.trigger.start - none_hurt[0].trigger.start))
    noughts = tuple(Quantity(what=kind_within(scene, event.trigger), span=event.trigger, low=0, high=0) for event in told)
    return [replace(event, counts=_union(event.counts, noughts)) if event is taker else event for event in kept]


def _is_toll(event: Event) -> bool:
    return event.factuality != "denied" and event.rule not in _NOT_BY_ARMS and (event.type == "casualty" or event.rule in _KILLING)

# SPDX-License-Identifier: Apache-2.0
"""Who is held to be behind a happening: `responsible for`, `involved in`, `linked to`, `attributed to`, `the work of`.

Words of the classes `blame_*`; Arabic has those of attributing alone, and `أعلنت الحركة مسؤوليتها` besides.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from rasid.events.carriers import EXPLAINING
from rasid.events.scene import Scene
from rasid.events.triggers import Trigger
from rasid.records import Argument, Phrase, Predicate, Span

_LINKS: Final = frozenset({"to", "with", "in", "for", "of"})
_GIVEN: Final = frozenset({"to", "on"})  # attributed to, blamed on
# Words that may stand between a subject and what is said of it: `the rebels might have been directly responsible`.
_COPULAS: Final = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "'re"})
_REACH: Final = 8
# Words between an Arabic happening and whom it is attributed to, or who claims it.
_HELD_WITHIN: Final = 22
_VIOLENCE: Final = EXPLAINING | {"abduction", "destruction"}
_TO: Final = frozenset({"إلى", "الى", "ل"})
_WORK: Final = frozenset({"فعل", "تنفيذ", "تدبير", "صنع", "تخطيط", "عمل"})


def find_blamed(scene: Scene, trigger: Trigger, found: Sequence[Argument]) -> list[Argument]:
    """Return those held to be behind a happening, where no argument names who did it.

    Args:
        scene: The sentence.
        trigger: Of the happening.
        found: Its arguments so far; an actor among them ends the search.
    """
    if any(argument.role == "actor" for argument in found):
        return []
    taken = [argument.span for argument in found]
    for phrases, reason in _holders(scene, trigger):
        blamed = [phrase for phrase in phrases if not scene.is_time(phrase) and not any(span.overlaps(phrase.span) for span in taken)]
        if blamed:
            return [Argument(role="actor", span=phrase.span, reason=reason) for phrase in blamed]
    return _side_in_trigger(scene, trigger)


def _side_in_trigger(scene: Scene, trigger: Trigger) -> list[Argument]:
    """`a rebel attack`, `the guerrillas' raid`: the side that a trigger of several words itself names."""
    first = trigger.slots[0]
    token = scene.tokens[first]
    if len(trigger.slots) < 2 or token.kind == "verb" or not scene.is_in(token, "irregular"):  # noqa: PLR2004
        return []
    span = Span(token.span.start, token.span.start + len(token.word.stem))
    return [Argument(role="actor", span=span, reason="possessor of the noun" if token.word.enclitic else "named before the noun")]


def without_blamed(scene: Scene, trigger: Trigger, found: Sequence[Argument]) -> list[Argument]:
    """Return the arguments without those `to` whom a happening is attributed: they were not its target."""
    verb = _attributing(scene, trigger)
    if verb is None:
        return list(found)
    held = [phrase.span for phrase in verb.obliques if phrase.preposition in _GIVEN]
    return [argument for argument in found if argument.role != "target" or argument.span not in held]


def _holders(scene: Scene, trigger: Trigger) -> Iterator[tuple[tuple[Phrase, ...], str]]:
    for predicate in scene.sentence.predicates:
        if predicate.form == "verb" and predicate.head < trigger.start and scene.is_in(scene.tokens[predicate.head], "blame_verb") and _is_over(predicate, trigger):
            yield (predicate.subject if predicate.voice == "passive" else predicate.object), "held to be behind it"
    attributing = _attributing(scene, trigger)
    if attributing is not None:
        yield tuple(phrase for phrase in attributing.obliques if phrase.preposition in _GIVEN), "attributed to"
    yield from _told_before(scene, trigger)
    yield from _told_behind(scene, trigger)
    if scene.language == "ar":
        yield from _stood_behind(scene, trigger)
        yield from _whose_work(scene, trigger)
    yield from _held_behind(scene, trigger)


def _is_over(predicate: Predicate, trigger: Trigger) -> bool:
    return any(phrase.preposition in _LINKS and phrase.start <= trigger.head < phrase.end for phrase in predicate.obliques)


def _attributing(scene: Scene, trigger: Trigger) -> Predicate | None:
    """The verb that gives a happening to somebody: `attributed the attack to`, `the attack was attributed to`."""
    for verb in scene.verbs_in(("blame_to",)):
        given = verb.subject if verb.voice == "passive" else verb.object
        if any(phrase.start <= trigger.head < phrase.end for phrase in given):
            return verb
    return None


def _told_before(scene: Scene, trigger: Trigger) -> Iterator[tuple[tuple[Phrase, ...], str]]:
    """`X is responsible for the attack`, `X was behind it`, `X, the perpetrators of the killing`, `X's involvement in it`."""
    tokens = scene.tokens
    i = trigger.start - 1
    while i >= 0 and tokens[i].kind in {"adjective", "noun", "other", "number", "particle"} and not _is_blaming(scene, i):
        i -= 1
    if i < 1:
        return
    if tokens[i].word.key == "behind":
        yield subject_of_copula(scene, i - 1), "behind it"
        return
    at = i - 1 if tokens[i].kind == "preposition" else i
    if not _is_blaming(scene, at):
        return
    if tokens[at - 1].word.enclitic and tokens[at].kind == "noun":
        owner = next((phrase for phrase in scene.sentence.phrases if phrase.start < at < phrase.end), None)
        if owner is not None:
            span = Span(owner.span.start, tokens[at - 1].span.start + len(tokens[at - 1].word.stem))
            yield (Phrase(start=owner.start, end=at, head=at - 1, span=span),), "whose part in it is told"
        return
    start = at
    while start and tokens[start - 1].kind in {"adjective", "particle"} and tokens[start - 1].word.key not in _COPULAS:
        start -= 1
    yield subject_of_copula(scene, start - 1), "said to be responsible"


def _is_blaming(scene: Scene, i: int) -> bool:
    return scene.is_in(scene.tokens[i], "blame_word")


def subject_of_copula(scene: Scene, i: int) -> tuple[Phrase, ...]:
    """Return who stands before `is` and its like at or before a token, or right before it without one: `those responsible for`."""
    tokens = scene.tokens
    floor = max(0, i - _REACH)
    while i > floor and (tokens[i].word.key in _COPULAS or tokens[i].kind == "particle" or tokens[i].word.key in {"have", "has", "had"}):
        i -= 1
    if i > 0 and tokens[i].word.key == "of" and tokens[i].kind == "preposition":
        i -= 1  # `accused the army of being responsible`
    last = scene.phrase_at(i)
    while last is not None and last.preposition and not last.coordinated:
        last = _phrase_before(scene, last.start)
    if last is None:
        return ()
    group = [last]
    for phrase in reversed([phrase for phrase in scene.sentence.phrases if phrase.end <= last.start]):
        if not group[0].coordinated:
            break
        group.insert(0, phrase)
    return tuple(group)


def _phrase_before(scene: Scene, start: int) -> Phrase | None:
    """The phrase before what qualifies it: of `the residence located in the quarter` the residence."""
    for k in range(start - 1, max(-1, start - _REACH), -1):
        if scene.tokens[k].kind in {"conjunction", "punctuation"}:
            return None
        found = scene.phrase_at(k)
        if found is not None:
            return found
    return None


def _told_behind(scene: Scene, trigger: Trigger) -> Iterator[tuple[tuple[Phrase, ...], str]]:
    """`the attack was the work of X`, `bears the mark of X`, `the killing of six priests, carried out by X`."""
    for predicate in scene.sentence.predicates:
        if predicate.form != "verb" or predicate.head < trigger.end:
            continue
        if predicate.voice == "passive" and trigger.kind != "verb" and scene.is_in(scene.tokens[predicate.head], "perpetrate"):
            yield tuple(phrase for phrase in predicate.obliques if phrase.preposition == "by"), "carried out by"
        break
    for phrase in scene.sentence.phrases:
        if trigger.end <= phrase.start <= trigger.end + _REACH and scene.is_in(scene.tokens[phrase.head], "blame_work"):
            inner = phrase.head + 2
            if inner < phrase.end and scene.tokens[phrase.head + 1].word.key == "of":
                yield (Phrase(start=inner, end=phrase.end, head=phrase.end - 1, span=Span(scene.tokens[inner].span.start, phrase.span.end)),), "whose work it is"


def _stood_behind(scene: Scene, trigger: Trigger) -> Iterator[tuple[tuple[Phrase, ...], str]]:
    """`كان متشددون وراء سلسلة من أعمال الخطف`: the side right before `وراء`, where no verb stands between it and the happening."""
    if trigger.sense.type not in _VIOLENCE:
        return
    for i in range(trigger.start - 1, max(0, trigger.start - _REACH), -1):
        if scene.tokens[i].kind == "verb":
            return
        if scene.tokens[i].word.form == "وراء":
            side = scene.phrase_at(i - 1)
            if side is not None and side.end == i and not side.preposition and scene.is_armed(side):
                yield (side,), "behind it"
            return


def _whose_work(scene: Scene, trigger: Trigger) -> Iterator[tuple[tuple[Phrase, ...], str]]:
    """`هجمات من تنفيذ مقاتلي القاعدة`, `هجوم يعتقد أنه من فعل مسلحين`: whose work the words behind call it."""
    if trigger.kind == "verb" or trigger.sense.type not in _VIOLENCE:
        return
    for phrase in scene.sentence.phrases:
        if not trigger.end <= phrase.start <= trigger.end + _REACH or phrase.preposition != "من" or phrase.end - phrase.head < 2:  # noqa: PLR2004
            continue
        if scene.tokens[phrase.head].word.key in _WORK:
            start = phrase.head + 1
            yield (Phrase(start=start, end=phrase.end, head=start, span=Span(scene.tokens[start].span.start, phrase.span.end)),), "whose work it is"


def _held_behind(scene: Scene, trigger: Trigger) -> Iterator[tuple[tuple[Phrase, ...], str]]:
    """`هجوم نسب إلى المتمردين`, `هجوم أعلنت الحركة مسؤوليتها عنه`: whom the words behind an Arabic happening give it to."""
    if scene.present.isdisjoint({"attributing", "responsibility"}) or trigger.sense.type not in _VIOLENCE:
        return
    first = scene.tokens[trigger.start].word
    for phrase in scene.sentence.phrases:
        before = phrase.start - (1 if scene.tokens[phrase.start].word.key in _TO else 2)
        if phrase.preposition not in _TO or not trigger.end <= before < trigger.end + _HELD_WITHIN:
            continue
        given = scene.tokens[before]
        if scene.is_in(given, "attributing") and given.word.form.endswith("ت") == (first.feminine or first.plural):  # `هجمات نسبت`, `هجوم نسب`
            yield (phrase,), "attributed to"
    for verb in scene.verbs_in(("announcing",)):
        if 0 <= verb.head - trigger.end <= _HELD_WITHIN:
            yield _claimers(scene, verb.head), "claims responsibility"


def _claimers(scene: Scene, verb: int) -> tuple[Phrase, ...]:
    """Who stands between a verb of announcing and `مسؤوليتها`."""
    behind = range(verb + 1, min(verb + _REACH, len(scene.tokens)))
    claimed = next((k for k in behind if scene.tokens[k].word.enclitic and scene.is_in(scene.tokens[k], "responsibility")), None)
    who = None if claimed is None else scene.phrase_at(verb + 1)
    return () if who is None or claimed is None or who.preposition or who.end > claimed else (who,)

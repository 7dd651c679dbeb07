# SPDX-License-Identifier: Apache-2.0
"""The arguments of one event as they are gathered: which phrase may fill which role."""

from collections.abc import Iterable
from typing import Final

from rasid.events.arguments.anaphora import antecedents
from rasid.events.scene import Scene, span_of
from rasid.events.triggers import Trigger
from rasid.events.where.nesting import is_country
from rasid.records import Argument, Phrase, Role, Span

# Of what is given only who receives it is a role: `دعمت تركيا الفصائل`, but `قدمت مساعدات`.
RECEIVED: Final = "object that receives"
GENITIVE: Final = "genitive of the verbal noun"
# `على الأقل` bends a number.
BOUNDS: Final = frozenset({"الأقل", "الأكثر", "الأرجح", "الفور", "الإطلاق"})
FOLLOWS: Final = "follows the phrase"
# What is taken is both where and what: `سيطرت القوات على البلدة`.
TAKEN: Final = "place that is taken"
# What is done to a state as a whole: `دعم سوريا`, `عقوبات على إيران`.
_OF_STATES: Final = frozenset({"support", "sanction"})


class Cast:
    """The arguments of one event while they are gathered; each span once, in the order of their finding."""

    def __init__(self, *, takes: bool = False, violent: bool = False, event_type: str = "") -> None:
        self.arguments: list[Argument] = []
        self.names_people = False
        """Whether the words of the trigger themselves say to whom it happens: `إعادة اللاجئين`."""
        self.violent = violent
        """Whether the event is an attack, so that nobody who only tells of it or helps can be its doer."""
        self.takes = takes
        """Whether places are what is taken, named or not: `سيطروا على البلدة`, but not `قصفت المنطقة`."""
        self.moves_people = event_type == "displacement"
        """Whether people leave their homes."""
        self.of_states = event_type in _OF_STATES
        """Whether a state undergoes it."""

    def add(self, role: str, span: Span, reason: str) -> None:
        """Put a span in a role unless a role holds it already."""
        if any(argument.span.overlaps(span) for argument in self.arguments if argument.role != "instrument" or role == "instrument"):
            return
        self.arguments.append(Argument(role=role, span=span, reason=reason))  # type: ignore[arg-type]  # roles come from frames.tsv

    def has(self, role: Role) -> bool:
        """Return whether a role is filled."""
        return role in [argument.role for argument in self.arguments]


def fill(scene: Scene, cast: Cast, role: str, group: Iterable[Phrase], reason: str) -> None:
    """Put phrases in a role, each where its own kind allows: places are left to `find_places`, weapons are instruments.

    Args:
        scene: The sentence.
        cast: What has been gathered, and what kind of event it is.
        role: `actor`, `target`, ..., or `auto` for a target or place; empty for none.
        group: The phrases.
        reason: How they were found.
    """
    for told in group if role else ():
        phrase = _whose_home(scene, cast, role, told)
        settled = _settled_role(scene, role, phrase)
        if settled == "place" and cast.takes:
            cast.add("target", phrase.span, TAKEN)
            continue
        if settled == "place" and role == "target" and cast.of_states and names_state(scene, phrase):
            settled = "target"
        if settled == "place" or scene.is_time(phrase) or is_deed(scene, phrase) or _is_barred(scene, cast, settled, phrase, reason):
            continue
        cast.add("instrument" if settled in {"actor", "target"} and _is_weapon(scene, phrase) else settled, phrase.span, reason)


def _whose_home(scene: Scene, cast: Cast, role: str, phrase: Phrase) -> Phrase:
    """Of the homes that people leave, whose they are: `مغادرة منازلهم`; the phrase itself where it is none or nobody fits."""
    pronoun = scene.tokens[phrase.end - 1].word.enclitic
    if role != "target" or not cast.moves_people or not pronoun or not scene.classes(phrase) & {"facility", "place_kind"}:
        return phrase
    owners = (other for other in antecedents(scene, phrase.start, pronoun) if scene.is_people(other) and not scene.is_armed(other))
    return next(owners, phrase)


def _settled_role(scene: Scene, role: str, phrase: Phrase) -> str:
    """The role that a phrase takes by its kind: a place neither acts nor undergoes, what is none undergoes."""
    is_place = scene.is_place(phrase)
    settled = ("place" if is_place else "target") if role == "auto" else role
    if settled in {"actor", "target"} and is_place and not scene.is_armed(phrase) and not (settled == "actor" and _is_government(scene, phrase)):
        return "place"
    return "target" if settled == "place" and not is_place else settled


def _is_barred(scene: Scene, cast: Cast, role: str, phrase: Phrase, reason: str) -> bool:
    """Whether a phrase cannot have a role: a number alone, a stretch of land, what is given, who only tells of violence."""
    if role == "target" and ((reason in {GENITIVE, FOLLOWS} and _is_number_alone(scene, phrase)) or (not cast.takes and _is_unnamed_place(scene, phrase))):
        return True
    if scene.tokens[phrase.head].word.form in BOUNDS:
        return True  # `على الأقل`
    if role == "target" and scene.is_in(scene.tokens[phrase.head], "charge_word") and "detainee" not in scene.classes(phrase):
        return True  # `وجهت النيابة تهمة الإرهاب إلى`
    if role == "target" and reason == RECEIVED and not (scene.is_armed(phrase) or scene.is_people(phrase) or scene.is_place(phrase)):
        return True
    return role == "actor" and cast.violent and not _is_weapon(scene, phrase) and _is_bystander(scene, phrase)


def _is_bystander(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase names who tells of violence or helps behind it: a correspondent, the civil defence."""
    if scene.is_in(scene.tokens[phrase.head], "teller"):
        return True
    keys = [token.word.key for token in scene.tokens[phrase.head : phrase.end]]
    if "دفاع" in keys and "مدني" in keys:
        return True
    return any(scene.is_in(scene.tokens[k], "helper") for k in range(phrase.head, phrase.end))


def _is_number_alone(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase counts and does not say whom: `إصابة 12`."""
    tokens = scene.tokens[phrase.start : phrase.end]
    return all((token.kind == "number" or scene.is_in(token, "number")) and not token.word.definite for token in tokens)


def _is_unnamed_place(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is a stretch of land without a name: `المنطقة`, `طريق`; a quarter where people live is a target."""
    if phrase.end > phrase.head + 1 and scene.is_in(scene.tokens[phrase.head], "midst") and scene.is_in(scene.tokens[phrase.head + 1], "town_word"):
        return True  # `مركز المدينة`
    if "place_kind" not in scene.classes(phrase) or scene.classes(phrase) & {"facility", "force", "party", "camp", "prison"}:
        return False
    return not any(scene.is_in(scene.tokens[k], "inhabited") for k in range(phrase.head, phrase.end))


def _is_government(scene: Scene, phrase: Phrase) -> bool:
    """Whether a capital or country that no preposition places stands for its government: `قالت صنعاء إنها تواصل تقدمها`."""
    return phrase.preposition in {"", "بين", "مع", "ضد"} and names_state(scene, phrase)


def names_state(scene: Scene, phrase: Phrase) -> bool:
    """Return whether a phrase names a country or its capital."""
    head = scene.tokens[phrase.head]
    if scene.is_in(head, "capital") or scene.is_in(head, "country"):
        return True
    return any(site.span.start == phrase.span.start and is_country(site) for site in scene.named_places)


def is_deed(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase names a deed and nobody: `إصابة 12` beside `مقتل شخص`, `إضافة`, `السيطرة`."""
    predicate = scene.predicates.get(phrase.head)
    if predicate is None or predicate.form != "verbal_noun":
        return False
    head = scene.tokens[phrase.head]
    if scene.is_any(head, ("toll_noun", "thing_noun", "named_body")):
        return False
    classes = scene.classes(phrase)
    return not classes - ({"number", "time_head"} if phrase.head > phrase.start else {"victim", "number", "time_head"})


def _is_weapon(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is what strikes and neither who does nor who is struck: a car bomb, shells."""
    if scene.is_in(scene.tokens[phrase.head], "munition"):
        return True
    return any(scene.is_in(token, "bomb") for token in scene.tokens[phrase.head : phrase.end]) and not scene.classes(phrase) & {"force", "party"}


def coordinates(scene: Scene, first: Phrase) -> tuple[Phrase, ...]:
    """Return the phrases that `و` joins to one right behind it, all behind the same preposition."""
    group: list[Phrase] = []
    end = first.end
    for phrase in scene.sentence.phrases:
        joined = phrase.start == end or (phrase.start == end + 1 and scene.tokens[end].word.form == "و")
        if phrase.coordinated and joined and phrase.preposition == first.preposition:
            group.append(phrase)
            end = phrase.end
    return tuple(group)


def is_owned(trigger: Trigger, phrase: Phrase) -> bool:
    """Whether a phrase is made of the words of the trigger alone."""
    return all(trigger.owns(i) for i in range(phrase.start, phrase.end))


def _is_person(scene: Scene, i: int) -> bool:
    """Whether a word of a trigger names people, who stay whole: of `إضراب أساتذة التعليم` the teachers."""
    return scene.is_any(scene.tokens[i], ("civilian", "protester", "detainee", "journalist"))


def without_trigger(scene: Scene, trigger: Trigger, phrase: Phrase) -> Phrase:
    """A phrase without the words of the trigger that open it: of `سراح الآلاف` behind `إطلاق` the thousands."""
    start = phrase.start
    while start + 1 < phrase.end and trigger.owns(start) and not _is_person(scene, start):
        start += 1
    if start == phrase.start:
        return phrase
    return Phrase(start=start, end=phrase.end, head=max(start, phrase.head), preposition=phrase.preposition, span=span_of(scene.tokens, start, phrase.end))

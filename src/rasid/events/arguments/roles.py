# SPDX-License-Identifier: Apache-2.0
"""Who does it, to whom, where: grammatical relations and the company of a trigger become arguments."""

from typing import Final

from msgspec.structs import replace

from rasid.events.arguments.casting import (
    FOLLOWS,
    GENITIVE,
    RECEIVED,
    Cast,
    coordinates,
    fill,
    is_deed,
    is_owned,
    names_state,
    without_trigger,
)
from rasid.events.arguments.doers import (
    actor_from_adjective,
    agent_noun,
    carried_object,
    fallen_of,
    fell_in,
    object_pronoun,
    pronoun_argument,
    relative_subject,
    repelled,
    shared_owner,
    source_of_fire,
    support_subject,
)
from rasid.events.arguments.modifiers import named_before
from rasid.events.arguments.obliques import oblique_arguments
from rasid.events.carriers import EXPLAINING
from rasid.events.relations import carrier_of, hidden_subject, speaker
from rasid.events.scene import THING_CLASSES, Frame, Scene, frames, span_of
from rasid.events.triggers import Trigger
from rasid.records import Argument, Phrase, Predicate
from rasid.spelling import fold

# What happens to people alone: of `غرق مركب` the boat is nobody.
_NOT_OF_THINGS: Final = frozenset({"casualty", "displacement"})
# What is done to persons by bodies: the verb alone with one man has him for its object.
# The loaded name of an army by itself: `برصاص الاحتلال`.
_OCCUPIER: Final = "الاحتلال"
_OF_PERSONS: Final = frozenset({"arrest", "abduction", "assassination", "execution", "trial", "release", "transfer"})
# Words between an explosion and who goes by.
_GOES_BY_WITHIN: Final = 10
# Another one, told without who.
_OTHER: Final = frozenset({"اخر", "اخري", "اخرين", "اخرون", "اثنين", "اثنان"})


def find_arguments(scene: Scene, trigger: Trigger) -> list[Argument]:
    """Return the arguments of one trigger, in the order of finding; places come from `find_places`."""
    frame = frames(scene.language)[trigger.sense.frame]
    predicate = scene.predicates.get(trigger.head)
    cast = Cast(takes=trigger.sense.type == "territory_gain", violent=trigger.sense.type in EXPLAINING, event_type=trigger.sense.type)
    if trigger.sense.type == "casualty" and scene.tokens[trigger.head].kind == "noun" and scene.is_in(scene.tokens[trigger.head], "toll_noun"):
        _own_phrase(scene, trigger.head, cast)
    if predicate is None:
        predicate = _verb_within(scene, trigger) or _bare_predicate(scene, trigger)
    if frame.subject == "target" and _genitive_of_last(scene, trigger, cast):
        pass  # who finds a body or what takes a life does not undergo it
    elif predicate.form == "verb":
        _verb_arguments(scene, trigger, predicate, frame, cast)
    else:
        _noun_arguments(scene, trigger, predicate, frame, cast)
    oblique_arguments(scene, trigger, predicate, frame, cast)
    if trigger.sense.frame == "explode" and not cast.has("target"):
        fill(scene, cast, "target", _passes_by(scene, trigger), "passes by as it explodes")
    if trigger.sense.frame == "halt" and scene.language == "ar":
        _halted(scene, trigger, predicate, cast)
    for modifier in named_before(scene, trigger, predicate, frame):
        if modifier.role in {"actor", "target"} and not cast.has(modifier.role):  # type: ignore[arg-type]  # tested
            cast.add(modifier.role, modifier.span, modifier.reason)
    if not cast.has("actor") and frame.subject == "actor":
        actor_from_adjective(scene, trigger, cast)
    return cast.arguments


def _passes_by(scene: Scene, trigger: Trigger) -> tuple[Phrase, ...]:
    """`انفجرت عبوة لدى مرور دورية للشرطة`: whoever goes by as it explodes is whom it is meant for."""
    if "going_by" not in scene.present:
        return ()
    for predicate in scene.sentence.predicates:
        near = trigger.end <= predicate.head <= trigger.end + _GOES_BY_WITHIN
        if near and predicate.form == "verbal_noun" and scene.is_in(scene.tokens[predicate.head], "going_by"):
            return predicate.object or predicate.subject
    return ()


def _halted(scene: Scene, trigger: Trigger, predicate: Predicate, cast: Cast) -> None:
    """`علقت القوات عملياتها`, `وقف الغارات على المدينة`: what is halted or taken up again is what it is done to, a deed as it is."""
    if cast.has("target"):
        return
    inside = next((slot for slot in trigger.slots[1:] if scene.tokens[slot].kind == "noun"), None)
    if inside is not None:
        phrase = scene.phrase_at(inside)
        if phrase is not None:
            cast.add("target", span_of(scene.tokens, inside, phrase.end), "what is halted")
        return
    for phrase in predicate.object:
        if not is_owned(trigger, phrase) and is_deed(scene, phrase):
            cast.add("target", phrase.span, "what is halted")


def _own_phrase(scene: Scene, head: int, cast: Cast) -> None:
    """A toll told as a noun is itself who it happened to (`خمسة شهداء`), unless it says of whom (`شهيدان من الحراس`, `جرحى في صفوف المدنيين`)."""
    phrase = scene.phrase_at(head)
    if phrase is None or phrase.preposition == "بين":  # `سقطوا بين قتيل وجريح`
        return
    whose = _whose_dead(scene, phrase)
    falls = phrase.start < head and phrase.start in scene.predicates and not scene.is_in(scene.tokens[phrase.start], "toll_noun")
    own = span_of(scene.tokens, phrase.start + 1, phrase.end) if falls else phrase.span  # of `وقوع قتيل` the dead
    cast.add("target", whose.span if whose is not None else own, "the trigger names who it happened to")
    if whose is None:
        joined = (other for other in coordinates(scene, phrase) if scene.is_in(scene.tokens[other.end - 1], "toll_noun"))
        fill(scene, cast, "target", joined, "the trigger names who it happened to")


def _whose_dead(scene: Scene, toll: Phrase) -> Phrase | None:
    last = toll
    if toll.end - 1 in scene.predicates and not scene.is_in(scene.tokens[toll.end - 1], "toll_noun"):
        return None  # `قتلى الاشتباكات بين مجموعتين`
    for phrase in scene.sentence.phrases:
        if phrase.start < toll.end or (phrase.coordinated and phrase.start == last.end):
            last = phrase if phrase.start >= toll.end else last
            continue
        if phrase.start > last.end + 1:
            return None
        if phrase.preposition in {"من", "بين"} and (scene.is_people(phrase) or scene.is_armed(phrase)):
            return phrase
        if phrase.preposition == "في" and scene.is_in(scene.tokens[phrase.head], "ranks") and phrase.end > phrase.head + 1:
            return Phrase(start=phrase.head + 1, end=phrase.end, head=phrase.head + 1, span=span_of(scene.tokens, phrase.head + 1, phrase.end))
        return None
    return None


def _deed_within(scene: Scene, trigger: Trigger, frame: Frame, cast: Cast) -> None:
    """`رد الجيش بقصف مواقع`: what the deed among the words of a verb is done to."""
    for slot in trigger.slots[1:]:
        inner = scene.predicates.get(slot)
        if inner is not None and inner.form == "verbal_noun" and not cast.has("target"):
            rest = tuple(phrase for phrase in inner.object if not trigger.owns(phrase.start) and not _is_quality(scene, trigger, phrase))
            fill(scene, cast, frame.object, tuple(phrase for phrase in rest if not scene.is_side(phrase)), "genitive of the deed within")


def _verb_within(scene: Scene, trigger: Trigger) -> Predicate | None:
    """The verb among the words of a phrase trigger whose head is no predicate: `الطيران الحربي يقصف مستودعات`."""
    found = (scene.predicates.get(slot) for slot in trigger.slots)
    return next((predicate for predicate in found if predicate is not None and predicate.form == "verb"), None)


def _bare_predicate(scene: Scene, trigger: Trigger) -> Predicate:
    """A phrase trigger whose head is no predicate of the grammar: what follows it in reach are its obliques."""
    obliques = tuple(phrase for phrase in scene.sentence.phrases if trigger.end <= phrase.start <= trigger.end + 8 and phrase.preposition)
    inside = scene.phrase_at(trigger.head)
    genitive: tuple[Phrase, ...] = ()
    if inside is not None and inside.end > trigger.end:
        genitive = (Phrase(start=trigger.end, end=inside.end, head=trigger.end, span=span_of(scene.tokens, trigger.end, inside.end)),)
    return Predicate(head=trigger.head, form="verbal_noun", object=genitive, obliques=obliques)


def _verb_arguments(scene: Scene, trigger: Trigger, predicate: Predicate, frame: Frame, cast: Cast) -> None:
    if _leads_to_toll(scene, trigger, predicate, frame, cast):
        return
    predicate = _with_object_behind_description(scene, predicate)
    subject, objects = predicate.subject, predicate.object
    if trigger.sense.frame == "protest":
        subject = tuple(phrase for phrase in subject if not trigger.owns(phrase.head))  # `انطلقت مسيرة حاشدة`: the march is the deed
        relative_subject(scene, trigger, frame, cast)
    if _is_passive(scene, trigger.sense.type, predicate, frame):
        fill(scene, cast, frame.object or frame.subject, subject, "subject of a passive")
        _whose_fire(scene, trigger, frame, cast)
        return
    if subject and not objects and _is_displaced_object(scene, predicate, frame):
        subject, objects = _subject_of_previous(scene, predicate), subject
    owned = tuple(phrase for phrase in subject if is_owned(trigger, phrase) and scene.is_armed(phrase))
    subject = tuple(phrase for phrase in subject if not is_owned(trigger, phrase)) or owned
    told = tuple(phrase for phrase in objects if not is_owned(trigger, phrase) and not (trigger.owns(phrase.head) and scene.tokens[phrase.head].word.enclitic))
    if frame.subject != "target":
        told = told or tuple(phrase for phrase in objects if scene.is_people(phrase))  # `نقلت المصابين`, but not `ما زال محتجزا`
    objects = told
    if not subject:
        _without_subject(scene, trigger, predicate, frame, cast)
    elif objects and _stands_behind_object(scene, predicate, frame, subject[0], objects[0]):
        subject, objects = objects, subject
    role = _role_of_subject(scene, predicate, frame, subject, objects)
    fill(scene, cast, role, subject, predicate.reasons[-1] if predicate.reasons else "subject")
    fill(scene, cast, frame.object, objects, RECEIVED if trigger.sense.frame == "give" else "object")
    if scene.language == "ar" and not cast.has("target"):
        object_pronoun(scene, trigger, predicate, frame, cast)
    if frame.subject == "actor" and scene.language == "ar":
        source_of_fire(scene, trigger, cast)
        _deed_within(scene, trigger, frame, cast)


def _with_object_behind_description(scene: Scene, predicate: Predicate) -> Predicate:
    """`خطف مسلحون يرتدون زي الشرطة ثلاثة عمال`: the bare phrase that a clause on the subject has left over is the object of the verb before it."""
    if scene.language != "ar" or predicate.object or len(predicate.subject) != 1 or predicate.subject[0].start != predicate.head + 1:
        return predicate
    clause = scene.predicates.get(predicate.subject[0].end)
    if not scene.classes(predicate.subject[0]).isdisjoint(THING_CLASSES):
        return predicate  # `احترقت سيارة تحمل`
    if clause is None or clause.form != "verb" or clause.subject != predicate.subject or len(clause.object) != 1 or scene.tokens[clause.head].word.tense != "present":
        return predicate
    rest = scene.phrase_at(clause.object[0].end) if clause.object[0].end < len(scene.tokens) else None
    if rest is None or rest.start != clause.object[0].end or rest.preposition or rest.coordinated or scene.is_time(rest) or scene.is_place(rest):
        return predicate
    return replace(predicate, object=(rest,))


def _role_of_subject(scene: Scene, predicate: Predicate, frame: Frame, subject: tuple[Phrase, ...], objects: tuple[Phrase, ...]) -> str:
    """The role that the frame gives the subject: `قتل المسلحون أربعة`, beside `قتل أربعة`; who dies does nothing: `استشهد ستة برصاص القوات`."""
    if frame.subject == frame.object == "target" and subject and objects and scene.is_side(subject[0]) and scene.is_people(objects[0]):
        return "actor"
    return "target" if frame.subject == "actor" and scene.is_in(scene.tokens[predicate.head], "dies") else frame.subject


def _without_subject(scene: Scene, trigger: Trigger, predicate: Predicate, frame: Frame, cast: Cast) -> None:
    """Fill who does what a verb tells that names nobody: who fired the shell that falls, who speaks, the subject of the verb before."""
    head = scene.tokens[predicate.head]
    if predicate.subject and scene.is_in(scene.tokens[predicate.subject[0].head], "munition"):
        relative_subject(scene, trigger, frame, cast)  # `سقط صاروخ أطلقه الحوثيون على مدرسة`
    elif head.word.person.startswith("1"):
        fill(scene, cast, frame.subject, speaker(scene, predicate), "speaks of the own deed")
    elif head.word.kind == "verb":
        fill(scene, cast, frame.subject, _may_have_done(scene, trigger, hidden_subject(scene, predicate)), "hidden subject: that of the verb before")


def _stands_behind_object(scene: Scene, predicate: Predicate, frame: Frame, first: Phrase, second: Phrase) -> bool:
    """Whether the object stands before the subject: `هاجم المقر مسلحون`: what cannot act before one who can."""
    if scene.language != "ar" or first.start < predicate.head or frame.subject != "actor" or scene.is_armed(first) or scene.is_people(first):
        return False
    struck = bool(scene.classes(first) & {*THING_CLASSES, "place_kind"}) and scene.tokens[first.head].word.definite
    if names_state(scene, first) or scene.tokens[second.end - 1].word.enclitic:
        return False  # `سحبت الولايات المتحدة جنودها`
    return struck and second.start == first.end and bool(scene.classes(second) & {"force", "party"}) and not scene.is_place(second)


def _may_have_done(scene: Scene, trigger: Trigger, group: tuple[Phrase, ...]) -> tuple[Phrase, ...]:
    """Those of a hidden subject who can have done it: who is in custody does not arrest or free anybody."""
    if trigger.sense.type not in _OF_PERSONS:
        return group
    return tuple(phrase for phrase in group if not scene.classes(phrase) & {"detainee", "victim"})


def _whose_fire(scene: Scene, trigger: Trigger, frame: Frame, cast: Cast) -> None:
    """`أصيب برصاص قوات الأمن`: the genitive of what a passive is done with does it."""
    last = max(trigger.slots)
    if last == trigger.head or frame.subject != "actor" or cast.has("actor") or scene.language != "ar" or not scene.is_in(scene.tokens[last], "fired"):
        return
    own = scene.phrase_at(last)
    inside = own is not None and last < own.end - 1
    next_one = scene.phrase_at(last + 1) if last + 1 < len(scene.tokens) else None
    if own is not None and inside:
        rest = Phrase(start=last + 1, end=own.end, head=last + 1, span=span_of(scene.tokens, last + 1, own.end))
    elif next_one is not None and next_one.start == last + 1 and not next_one.preposition and not next_one.coordinated:
        own = rest = next_one
    else:
        return
    if scene.is_in(scene.tokens[rest.head], "artillery") or scene.tokens[rest.head].kind == "adjective":
        return  # `قذيفة مدفعية`, `قذائف الهاون`
    if scene.is_armed(rest) or scene.is_people(rest) or scene.tokens[rest.head].word.form == _OCCUPIER:
        fill(scene, cast, "actor", (rest, *coordinates(scene, own)), "whose fire it is")


def _leads_to_toll(scene: Scene, trigger: Trigger, predicate: Predicate, frame: Frame, cast: Cast) -> bool:
    """`أدى إلى مقتل ثلاثة`: of a verb that leads to a toll only what the toll counts undergoes; return whether it is one."""
    last = trigger.slots[-1]
    inner = scene.predicates.get(last)
    if frame.subject == "target" and last != trigger.head and scene.tokens[last].word.enclitic and predicate.subject and scene.is_in(scene.tokens[last], "toll_noun"):
        fill(scene, cast, "target", predicate.subject, "counted by the toll")  # `راح ضحيتها 35 مدنيا`
        return True
    if frame.subject == "target" and last != trigger.head and scene.is_in(scene.tokens[last], "toll_noun"):
        _own_phrase(scene, last, cast)
        return True
    if frame.subject != "target" or last == trigger.head or inner is None or inner.form != "verbal_noun":
        return False
    if not scene.is_in(scene.tokens[trigger.head], "leads_to"):
        return False  # `أصيبوا بجروح`, `لقوا مصرعهم`
    fill(scene, cast, "target", tuple(phrase for phrase in inner.object if not is_owned(trigger, phrase)), "counted by the toll")
    return True


def _is_passive(scene: Scene, trigger_type: str, predicate: Predicate, frame: Frame) -> bool:
    """Undiacritised Arabic hides the passive: with one bare dependent of people or places, a verb that acts on is passive."""
    if predicate.voice == "passive":
        return True
    if predicate.subject and _cannot_be_subject(scene, predicate) and hidden_subject(scene, predicate):
        return False  # `انتهك النظام ... واستهدف المدنيين`
    word = scene.tokens[predicate.head].word
    if word.voice == "active" or not predicate.subject or predicate.object or word.enclitic or frame.subject != "actor":
        return False
    if frame.object not in {"target", "auto", "place"} or frame.genitive == "actor":
        return False  # `انضم الشبان`: who joins, moves or meets does it
    first = predicate.subject[0]
    if first.start < predicate.head:
        return False
    if scene.is_in(scene.tokens[predicate.head], "kills"):
        return True  # `قتل جندي برصاص مسلحين`: a killing without an object has no doer
    noun = scene.tokens[first.head].word
    if trigger_type in _OF_PERSONS and scene.is_in(scene.tokens[first.head], "lone_person") and not noun.plural and fold(noun.lemma) == noun.key:
        return True  # `اعتقل قيادي`, `يحاكم ضابط`: without an object a man undergoes it, whatever he is
    if scene.is_armed(first):
        return False
    things = bool(scene.classes(first) & set(THING_CLASSES)) and not any(scene.is_armed(phrase) for phrase in hidden_subject(scene, predicate))
    return scene.is_people(first) or scene.is_place(first) or things  # `وحرقت أربع مركبات`


def _cannot_be_subject(scene: Scene, predicate: Predicate) -> bool:
    """Whether the only dependent of a verb has the ending or the gender of an object: `واستهدف قياديين`, `واعتقلت عددا من الشبان`."""
    noun = scene.tokens[predicate.subject[0].head].word
    if _clashes_in_gender(scene, predicate, predicate.subject[0]):
        return True
    return noun.plural and noun.stem.endswith("ين") and scene.tokens[predicate.head].word.proclitics[:1] == ("و",)


def _clashes_in_gender(scene: Scene, predicate: Predicate, phrase: Phrase) -> bool:
    """Whether one person right behind a verb is of the other gender: `واعتقلت الشاب`, `واعتقل امرأة`."""
    verb = scene.tokens[predicate.head].word
    if phrase.start != predicate.head + 1 or verb.person not in {"3fs", "3ms"} or len(predicate.subject) > 1:
        return False
    first = scene.tokens[phrase.start]
    if first.word.key == "عدد":
        return verb.person == "3fs"
    if phrase.head != phrase.start or not scene.is_in(first, "lone_person") or first.word.plural or fold(first.word.lemma) != first.word.key:
        return False
    return first.word.feminine == (verb.person == "3ms")


def _is_displaced_object(scene: Scene, predicate: Predicate, frame: Frame) -> bool:
    """A verb joined by `و` whose only dependent cannot act has its object there; the subject is the last one's."""
    first = predicate.subject[0]
    if first.start < predicate.head or frame.subject != "actor" or not frame.object:
        return False
    if scene.tokens[predicate.head].word.proclitics[:1] == ("و",) and scene.tokens[first.end - 1].word.enclitic and _subject_of_previous(scene, predicate):
        return True  # `كثف الحوثيون ... وحشدوا عناصرهم`: the pronoun stands for the subject
    if _cannot_be_subject(scene, predicate):
        return True
    if frame.object == "place" and not _subject_of_previous(scene, predicate):
        return False  # `تمركزت عربات الشرطة`
    joins = frame.genitive == "actor" and scene.tokens[predicate.head].word.person in {"3ms", "3fs"}  # `انضم الشبان`
    undergoes = {*THING_CLASSES, "place", "place_kind"} if joins else {*THING_CLASSES, "place", "place_kind", "civilian", "victim"}
    return not scene.is_armed(first) and bool(scene.classes(first) & undergoes)


def _subject_of_previous(scene: Scene, predicate: Predicate) -> tuple[Phrase, ...]:
    for other in reversed(scene.sentence.predicates):
        if other.head < predicate.head and other.form == "verb" and other.subject and scene.is_armed(other.subject[0]):
            return other.subject
    return ()


def _noun_arguments(scene: Scene, trigger: Trigger, predicate: Predicate, frame: Frame, cast: Cast) -> None:
    rest = (without_trigger(scene, trigger, phrase) for phrase in predicate.object if not is_owned(trigger, phrase))
    genitive = tuple(phrase for phrase in rest if not _is_quality(scene, trigger, phrase))
    if genitive and scene.is_in(scene.tokens[trigger.head], "munition") and not scene.classes(genitive[0]) & {"force", "party", "state"}:
        genitive = ()  # `قذائف الهاون`
    if genitive:
        role = _genitive_role(scene, trigger, predicate, frame, genitive[0])
        fill(scene, cast, role, genitive, GENITIVE)
    if scene.language == "ar" and predicate.form == "verbal_noun":
        fill(scene, cast, frame.subject, tuple(phrase for phrase in predicate.subject if scene.is_armed(phrase)), "agent of a verbal noun with an object")
        agent_noun(scene, trigger, cast)
    if frame.subject == "actor" and not cast.has("actor"):
        actor_from_adjective(scene, trigger, cast)
    if trigger.sense.frame == "protest" and not cast.has("actor"):
        fill(scene, cast, "actor", tuple(phrase for phrase in predicate.object if is_owned(trigger, phrase) and scene.is_people(phrase)), GENITIVE)
    if (frame.genitive == "target" or trigger.sense.frame == "give") and not cast.has("target"):
        cast_in_trigger(scene, trigger, predicate, cast)
    carried_object(scene, trigger, frame, cast)
    relative_subject(scene, trigger, frame, cast)
    support_subject(scene, trigger, frame, cast)
    if frame.subject == "actor":
        source_of_fire(scene, trigger, cast)
        _whose_fire(scene, trigger, frame, cast)  # `إصابته برصاص القوات`
    _follower(scene, trigger, frame, cast)
    pronoun_argument(scene, trigger, predicate, frame, cast)
    if frame.subject == "actor" and scene.language == "ar":
        repelled(scene, trigger, cast)
        fell_in(scene, trigger, cast)
        fallen_of(scene, trigger, cast)
    if frame.subject == "actor":
        shared_owner(scene, trigger, cast)


def cast_in_trigger(scene: Scene, trigger: Trigger, predicate: Predicate, cast: Cast) -> None:
    """`إسعاف المصابين`, `تدريب مسلحين`, `إعادة السوريين`: people among the words of the trigger are whom it is done to."""
    for phrase in predicate.object:
        if is_owned(trigger, phrase) and scene.is_in(scene.tokens[phrase.head], "toll_noun"):
            whose = _whose_dead(scene, phrase) or phrase  # `سقوط جرحى في صفوف المدنيين`
            cast.add("target", whose.span, "the dead and hurt among the words of the trigger")
            continue
        if scene.is_in(scene.tokens[phrase.head], "drone"):
            continue  # `استهداف مسيرة`, which is also a march
        if is_owned(trigger, phrase) and phrase.end - phrase.start == 1 and (scene.is_people(phrase) or scene.classes(phrase) & {"force", "party"}):
            fill(scene, cast, "target", (phrase,), "people among the words of the trigger")
            cast.names_people = True
        elif is_owned(trigger, phrase) and trigger.sense.type not in _NOT_OF_THINGS and scene.classes(phrase) & {"facility", "vehicle"} and not scene.is_place(phrase):
            fill(scene, cast, "target", (phrase,), "what the words of the trigger name")


def _is_quality(scene: Scene, trigger: Trigger, phrase: Phrase) -> bool:
    """Whether what stands behind a verbal noun qualifies it: an adjective that no list knows, as indefinite as its noun (`معارك محتدمة`)."""
    first = scene.tokens[phrase.start]
    if trigger.owns(phrase.start - 1) and scene.is_in(scene.tokens[phrase.start - 1], "munition") and scene.is_in(first, "artillery"):
        return True  # `سقوط قذيفة مدفعية`
    if first.word.key in {"اخر", "اخري"} and phrase.end == phrase.start + 1 and scene.is_in(scene.tokens[trigger.head], "hurting"):
        return False  # `مقتل جندي وإصابة آخر`
    if first.kind == "adjective" and first.word.definite and phrase.end > phrase.start + 1:
        return False  # `اعتقال العديد من المدنيين`
    if first.kind == "adjective":
        return not (first.word.plural and phrase.start == trigger.head + 1)
    if first.word.key in _OTHER:
        return False  # `استشهاد آخر`
    lone = phrase.end - phrase.start == 1 and not first.word.definite and first.kind != "number"
    return lone and phrase.start == trigger.end and not scene.classes(phrase) and first.word.feminine == scene.tokens[trigger.head].word.feminine


def _genitive_of_last(scene: Scene, trigger: Trigger, cast: Cast) -> bool:
    """`جثة شاب`, `أودى بحياة ثلاثة من الجنود`: whose body or life it is undergoes; return whether it is told."""
    last = trigger.slots[-1]
    if not scene.is_in(scene.tokens[last], "of_the_dead"):
        return False
    own = next((phrase for phrase in scene.sentence.phrases if phrase.start <= last < phrase.end - 1), None)
    if own is None:
        return False
    rest = Phrase(start=last + 1, end=own.end, head=max(last + 1, own.head), span=span_of(scene.tokens, last + 1, own.end))
    fill(scene, cast, "target", (rest,), "genitive of the last word")
    return True


def _follower(scene: Scene, trigger: Trigger, frame: Frame, cast: Cast) -> None:
    """A toll behind a phrase such as `أودى بحياة`: what follows the phrase is who undergoes it."""
    if frame.subject != "target" or cast.has("target"):
        return
    last = trigger.slots[-1]
    if len(trigger.slots) > 1 and scene.is_in(scene.tokens[last], "persons"):
        own = tuple(
            Phrase(start=last, end=phrase.end, head=max(last, phrase.head), span=span_of(scene.tokens, last, phrase.end))
            for phrase in scene.sentence.phrases if phrase.start <= last < phrase.end
        )  # fmt: skip
        fill(scene, cast, "target", own, "last word of the phrase")
        return
    for phrase in scene.sentence.phrases:
        if any(scene.tokens[k].kind == "verb" for k in range(last + 1, min(phrase.start, last + 3))):
            return  # `لقوا مصرعهم وأصيب آخر`: the next clause
        if trigger.slots[-1] < phrase.start <= trigger.slots[-1] + 2 and (not phrase.preposition or phrase.preposition in {"ب", "ل", "من", "of"}):
            group = (phrase, *coordinates(scene, phrase))
            fill(scene, cast, "target", group, FOLLOWS)
            return


def _is_carried_out(scene: Scene, trigger: Trigger) -> bool:
    """Whether a verb of carrying out has the deed right behind a preposition, so that its genitive is what it is done to: `تمكنت من قصف رتل`."""
    over = carrier_of(scene, trigger)
    if over is None or over.relation != "oblique" or over.preposition not in {"من", "ب", "علي"}:
        return False
    return scene.is_in(scene.tokens[over.predicate.head], "sets_about")


def _genitive_role(scene: Scene, trigger: Trigger, predicate: Predicate, frame: Frame, first: Phrase) -> str:
    role = frame.genitive
    if trigger.sense.type == "recruitment" and scene.is_in(scene.tokens[trigger.head], "makes_join"):
        return "target"  # `تجنيد الأطفال`
    if trigger.sense.type == "aid" and scene.language == "ar" and scene.is_people(first) and not scene.is_armed(first):
        return "target"  # `إسعاف المصابين`
    if trigger.sense.type == "support" and scene.language == "ar":
        return "actor" if any(phrase.preposition in {"ل", "إلى"} for phrase in predicate.obliques[:2]) else "target"  # `دعم إيران للحوثيين`, `دعم الحوثيين`
    if role in {"target", "auto"} and frame.subject == "actor" and scene.is_in(scene.tokens[trigger.head], "deed_of_owner") and scene.is_armed(first):
        return "actor"
    acts_on_another = any(
        (phrase.preposition == "ل" and not scene.is_armed(phrase) and not is_deed(scene, phrase)) or phrase.preposition in {"على", "ضد", "of", "on", "against"}
        for phrase in predicate.obliques[:2]
    )
    if role == "target" and frame.subject == "actor" and scene.is_armed(first) and acts_on_another:
        return "actor"
    if role == "auto":
        if scene.is_place(first):
            return "place"
        if _is_carried_out(scene, trigger):
            return "target"
        return "actor" if scene.is_armed(first) else "target"
    return role

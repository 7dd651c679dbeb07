# SPDX-License-Identifier: Apache-2.0
"""Who does it, to whom, where: grammatical relations and the company of a trigger become arguments."""

from collections.abc import Iterable, Iterator
from typing import Final

from rasid.events.anaphora import addressee, antecedent, other_side, sides_before
from rasid.events.modifiers import named_before
from rasid.events.relations import Carrier, carrier_of, hidden_subject
from rasid.events.scene import THING_CLASSES, Cast, Frame, Scene, frames, span_of
from rasid.events.triggers import Trigger
from rasid.knowledge.lexemes import in_class, word_classes
from rasid.records import Argument, Phrase, Predicate, Role, Token
from rasid.spelling import fold

# Of what is given only who receives it is a role: `دعمت تركيا الفصائل`, but `قدمت مساعدات`.
_RECEIVED: Final = "object that receives"
_GENITIVE: Final = "genitive of the verbal noun"
# A relative clause follows its noun this closely, adjectives and quotation marks between.
_RELATIVE_WITHIN: Final = 6
_POINTING: Final = frozenset({"به", "بها", "بهم"})
# Characters behind `مصدره` within which the holder is named.
_SOURCE_REACH: Final = 60
# What a force or an authority announces of itself.
_OWN_DEEDS: Final = frozenset(
    {"arrest", "seizure", "release", "withdrawal", "suspend_operation", "resume_operation", "deployment", "military_operation", "territory_gain", "transfer"}
)
# Two obliques that are written with a noun: `على يد X`, `من جانب X`.
_AGENT_NOUNS: Final = frozenset({"يد", "ايدي", "جانب", "طرف", "hands", "hand"})


def find_arguments(scene: Scene, trigger: Trigger) -> list[Argument]:
    """Return the arguments of one trigger, in the order of finding; places come from `find_places`."""
    frame = frames(scene.language)[trigger.sense.frame]
    predicate = scene.predicates.get(trigger.head)
    cast = Cast(unnamed_places=trigger.sense.frame == "take")
    if trigger.sense.type == "casualty" and trigger.kind == "noun" and scene.is_in(scene.tokens[trigger.head], "toll_noun"):
        _own_phrase(scene, trigger.head, cast)
    if predicate is None:
        predicate = _bare_predicate(scene, trigger)
    if predicate.form == "verb":
        _verb_arguments(scene, trigger, predicate, frame, cast)
    else:
        _noun_arguments(scene, trigger, predicate, frame, cast)
    _oblique_arguments(scene, trigger, predicate, frame, cast)
    for modifier in named_before(scene, trigger, predicate, frame):
        if modifier.role in {"actor", "target"} and not cast.has(modifier.role):  # type: ignore[arg-type]  # tested
            cast.add(modifier.role, modifier.span, modifier.reason)
    if not cast.has("actor") and frame.subject == "actor":
        _actor_from_adjective(scene, trigger, cast)
    return cast.arguments


def _own_phrase(scene: Scene, head: int, cast: Cast) -> None:
    """A toll told as a noun is itself who it happened to (`خمسة شهداء`), unless it says of whom (`شهيدان من الحراس`, `جرحى في صفوف المدنيين`)."""
    phrase = next((phrase for phrase in scene.sentence.phrases if phrase.start <= head < phrase.end), None)
    if phrase is None:
        return
    whose = _whose_dead(scene, phrase)
    cast.add("target", (whose or phrase).span, "the trigger names who it happened to")


def _whose_dead(scene: Scene, toll: Phrase) -> Phrase | None:
    last = toll
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


def _bare_predicate(scene: Scene, trigger: Trigger) -> Predicate:
    """A phrase trigger whose head is no predicate of the grammar: what follows it in reach are its obliques."""
    obliques = tuple(phrase for phrase in scene.sentence.phrases if trigger.end <= phrase.start <= trigger.end + 8 and phrase.preposition)
    inside = next((phrase for phrase in scene.sentence.phrases if phrase.start <= trigger.head < phrase.end), None)
    genitive: tuple[Phrase, ...] = ()
    if inside is not None and inside.end > trigger.end:
        genitive = (Phrase(start=trigger.end, end=inside.end, head=trigger.end, span=span_of(scene.tokens, trigger.end, inside.end)),)
    return Predicate(head=trigger.head, form="verbal_noun", object=genitive, obliques=obliques)


def _verb_arguments(scene: Scene, trigger: Trigger, predicate: Predicate, frame: Frame, cast: Cast) -> None:
    if _leads_to_toll(scene, trigger, frame, cast):
        return
    subject, objects = predicate.subject, predicate.object
    if _is_passive(scene, predicate, frame):
        _fill(scene, cast, frame.object or frame.subject, subject, "subject of a passive")
        return
    if subject and not objects and _is_displaced_object(scene, predicate, frame):
        subject, objects = _subject_of_previous(scene, predicate), subject
    owned = tuple(phrase for phrase in subject if _is_owned(trigger, phrase) and scene.is_armed(phrase))
    subject = tuple(phrase for phrase in subject if not _is_owned(trigger, phrase)) or owned
    objects = tuple(phrase for phrase in objects if not _is_owned(trigger, phrase))
    if not subject and scene.tokens[predicate.head].word.kind == "verb":
        _fill(scene, cast, frame.subject, hidden_subject(scene, predicate), "hidden subject: that of the verb before")
    _fill(scene, cast, frame.subject, subject, predicate.reasons[-1] if predicate.reasons else "subject")
    _fill(scene, cast, frame.object, objects, _RECEIVED if trigger.sense.frame == "give" else "object")


def _leads_to_toll(scene: Scene, trigger: Trigger, frame: Frame, cast: Cast) -> bool:
    """`أدى إلى مقتل ثلاثة`: of a verb that leads to a toll only what the toll counts undergoes; return whether it is one."""
    last = trigger.slots[-1]
    inner = scene.predicates.get(last)
    if frame.subject == "target" and last != trigger.head and scene.is_in(scene.tokens[last], "toll_noun"):
        _own_phrase(scene, last, cast)
        return True
    if frame.subject != "target" or last == trigger.head or inner is None or inner.form != "verbal_noun":
        return False
    if not inner.object and not scene.is_in(scene.tokens[trigger.head], "leads_to"):
        return False  # `أصيبوا بجروح`
    _fill(scene, cast, "target", tuple(phrase for phrase in inner.object if not _is_owned(trigger, phrase)), "counted by the toll")
    return True


def _is_passive(scene: Scene, predicate: Predicate, frame: Frame) -> bool:
    """Undiacritised Arabic hides the passive: with one bare dependent of people or places, a verb that acts on is passive."""
    if predicate.voice == "passive":
        return True
    word = scene.tokens[predicate.head].word
    if word.voice == "active" or not predicate.subject or predicate.object or word.enclitic or frame.subject != "actor":
        return False
    if frame.object not in {"target", "auto", "place"} or frame.genitive == "actor":
        return False  # `انضم الشبان`: who joins, moves or meets does it
    first = predicate.subject[0]
    if first.start < predicate.head:
        return False
    return not scene.is_armed(first) and (scene.is_people(first) or scene.is_place(first))


def _is_displaced_object(scene: Scene, predicate: Predicate, frame: Frame) -> bool:
    """A verb joined by `و` whose only dependent cannot act has its object there; the subject is the last one's."""
    first = predicate.subject[0]
    if first.start < predicate.head or frame.subject != "actor" or not frame.object:
        return False
    if scene.tokens[predicate.head].word.proclitics[:1] == ("و",) and scene.tokens[first.end - 1].word.enclitic and _subject_of_previous(scene, predicate):
        return True  # `كثف الحوثيون ... وحشدوا عناصرهم`: the pronoun stands for the subject
    if frame.object == "place" and not _subject_of_previous(scene, predicate):
        return False  # `تمركزت عربات الشرطة`
    return not scene.is_armed(first) and bool(scene.classes(first) & {*THING_CLASSES, "place", "place_kind", "civilian", "victim"})


def _subject_of_previous(scene: Scene, predicate: Predicate) -> tuple[Phrase, ...]:
    for other in reversed(scene.sentence.predicates):
        if other.head < predicate.head and other.form == "verb" and other.subject and scene.is_armed(other.subject[0]):
            return other.subject
    return ()


def _noun_arguments(scene: Scene, trigger: Trigger, predicate: Predicate, frame: Frame, cast: Cast) -> None:
    rest = (_without_trigger(scene, trigger, phrase) for phrase in predicate.object if not _is_owned(trigger, phrase))
    genitive = tuple(phrase for phrase in rest if not _is_quality(scene, trigger, phrase))
    if genitive:
        role = _genitive_role(scene, trigger, predicate, frame, genitive[0])
        _fill(scene, cast, role, genitive, _GENITIVE)
    if scene.language == "ar" and predicate.form == "verbal_noun" and trigger.kind != "phrase":
        _fill(scene, cast, frame.subject, tuple(phrase for phrase in predicate.subject if scene.is_armed(phrase)), "agent of a verbal noun with an object")
    if frame.subject == "actor" and not cast.has("actor"):
        _actor_from_adjective(scene, trigger, cast)
    _carried_object(scene, trigger, frame, cast)
    _relative_subject(scene, trigger, frame, cast)
    _support_subject(scene, trigger, frame, cast)
    if frame.subject == "actor":
        _source_of_fire(scene, trigger, cast)
    _follower(scene, trigger, frame, cast)
    _pronoun(scene, trigger, predicate, frame, cast)


def _pronoun(scene: Scene, trigger: Trigger, predicate: Predicate, frame: Frame, cast: Cast) -> None:
    """`قصفها`, `هجماته`: the owner of the deed does it; `اعتقالهم`, `استهدافه`: the pronoun is who undergoes it."""
    token = scene.tokens[trigger.end - 1]
    pronoun = token.word.enclitic
    if not pronoun or scene.language != "ar":
        return
    has_object = bool(predicate.object) or any(phrase.preposition in {"على", "ل"} and not scene.is_place(phrase) for phrase in predicate.obliques[:1])
    owns = frame.subject == "actor" and (frame.genitive != "target" or has_object or scene.is_in(token, "deed_of_owner"))
    role: Role = "actor" if owns else "target"
    if not cast.has(role):
        things = trigger.sense.type == "destruction" and role == "target"
        _fill(scene, cast, role, antecedent(scene, trigger.start, pronoun, things=things), "whom the pronoun stands for")


def _without_trigger(scene: Scene, trigger: Trigger, phrase: Phrase) -> Phrase:
    """A phrase without the words of the trigger that open it: of `سراح الآلاف` behind `إطلاق` the thousands."""
    start = phrase.start
    while start + 1 < phrase.end and trigger.owns(start):
        start += 1
    if start == phrase.start:
        return phrase
    return Phrase(start=start, end=phrase.end, head=max(start, phrase.head), preposition=phrase.preposition, span=span_of(scene.tokens, start, phrase.end))


def _is_owned(trigger: Trigger, phrase: Phrase) -> bool:
    """Whether a phrase is made of the words of the trigger alone."""
    return all(trigger.owns(i) for i in range(phrase.start, phrase.end))


def _is_quality(scene: Scene, trigger: Trigger, phrase: Phrase) -> bool:
    """Whether what stands behind a verbal noun qualifies it: an adjective that no list knows, as indefinite as its noun (`معارك محتدمة`)."""
    first = scene.tokens[phrase.start]
    if first.kind == "adjective":
        return True
    lone = phrase.end - phrase.start == 1 and not first.word.definite and first.kind != "number"
    return lone and phrase.start == trigger.end and not scene.classes(phrase) and first.word.feminine == scene.tokens[trigger.head].word.feminine


def _carried_object(scene: Scene, trigger: Trigger, frame: Frame, cast: Cast) -> None:
    """`القصف طال محيط المخيم`: the object of a verb that carries an attack is what the attack hits."""
    if frame.subject != "actor":
        return
    for predicate in scene.sentence.predicates:
        if predicate.form != "verb" or predicate.head < trigger.end or not scene.is_in(scene.tokens[predicate.head], "carry"):
            continue
        if any(phrase.start <= trigger.head < phrase.end for phrase in predicate.subject):
            _fill(scene, cast, "auto", predicate.object, "object of the verb that carries the attack")
            return


def _relative_subject(scene: Scene, trigger: Trigger, frame: Frame, cast: Cast) -> None:
    """`قصف شنته القوات`, `الغارات التي تشنها الطائرات`, `اعتداء قام به التنظيم`: the subject of the clause behind acts."""
    if cast.has("actor") or frame.subject != "actor":
        return
    for predicate in scene.sentence.predicates:
        if predicate.form != "verb" or not trigger.end <= predicate.head <= trigger.end + _RELATIVE_WITHIN:
            continue
        token = scene.tokens[predicate.head]
        points_back = token.word.enclitic or any(scene.tokens[k].word.key in _POINTING for k in range(predicate.head + 1, min(predicate.head + 3, len(scene.tokens))))
        if scene.is_in(token, "support_act") and points_back:
            subject = tuple(phrase for phrase in predicate.subject if phrase.start > predicate.head)
            _fill(scene, cast, "actor", subject, "subject of the relative clause")
            if not cast.has("target"):
                _oblique_arguments(scene, trigger, predicate, frame, cast)
            return


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
        _fill(scene, cast, "target", own, "last word of the phrase")
        return
    for phrase in scene.sentence.phrases:
        if trigger.slots[-1] < phrase.start <= trigger.slots[-1] + 2 and (not phrase.preposition or phrase.preposition in {"ب", "ل", "من", "of"}):
            group = (phrase, *_coordinates(scene, phrase))
            _fill(scene, cast, "target", group, "follows the phrase")
            return


def _coordinates(scene: Scene, first: Phrase) -> tuple[Phrase, ...]:
    group: list[Phrase] = []
    end = first.end
    for phrase in scene.sentence.phrases:
        if phrase.coordinated and phrase.start == end:
            group.append(phrase)
            end = phrase.end
    return tuple(group)


def _genitive_role(scene: Scene, trigger: Trigger, predicate: Predicate, frame: Frame, first: Phrase) -> str:
    role = frame.genitive
    if role in {"target", "auto"} and frame.subject == "actor" and scene.is_in(scene.tokens[trigger.head], "deed_of_owner") and scene.is_armed(first):
        return "actor"
    acts_on_another = any(
        (phrase.preposition == "ل" and not scene.is_armed(phrase) and not _is_deed(scene, phrase)) or phrase.preposition in {"على", "ضد", "of", "on", "against"}
        for phrase in predicate.obliques[:2]
    )
    if role == "target" and frame.subject == "actor" and scene.is_armed(first) and acts_on_another:
        return "actor"
    if role == "auto":
        if scene.is_place(first):
            return "place"
        return "actor" if scene.is_armed(first) else "target"
    return role


def _support_subject(scene: Scene, trigger: Trigger, frame: Frame, cast: Cast) -> None:
    """`شنت القوات هجوما`: the subject of the verb that carries the noun acts; `تعرضت البلدة لقصف`: it undergoes."""
    head = scene.tokens[trigger.end - 1]
    if head.word.enclitic and scene.is_in(head, "freedom"):
        freed = _freed(scene, trigger)
        _fill(scene, cast, "target", freed, "whose freedom it is")
        if freed:
            return
    over = carrier_of(scene, trigger)
    if over is None:
        _controller(scene, trigger, frame, cast)
        return
    if not _undergone(scene, trigger, over.predicate, frame, cast):
        _doer_of_carrier(scene, trigger, over, frame, cast)


def _undergone(scene: Scene, trigger: Trigger, over: Predicate, frame: Frame, cast: Cast) -> bool:
    """Fill who undergoes the noun, where the verb that carries it says so; return whether it does."""
    token = scene.tokens[over.head]
    if scene.is_in(token, "passive_support"):
        antecedent = tuple(phrase for phrase in over.subject if phrase.end <= over.head)
        _fill(scene, cast, frame.object or frame.subject, antecedent, "antecedent of a passive with تم")
        return True
    if scene.is_in(token, "support_undergo"):
        subject = over.subject or hidden_subject(scene, over)
        role = "target" if subject and not scene.is_place(subject[0]) else "place"
        _fill(scene, cast, role, subject, "subject of the verb that undergoes")
        doers = tuple(phrase for phrase in over.obliques if phrase.preposition == "من" and phrase.start >= trigger.end and scene.is_armed(phrase))
        _fill(scene, cast, "actor", doers[:1], "whom the fire comes from")
        return True
    return False


def _doer_of_carrier(scene: Scene, trigger: Trigger, carrier: Carrier, frame: Frame, cast: Cast) -> None:
    """Fill who does what the noun names: the subject of the verb that carries it, unless that verb only reports it."""
    over = carrier.predicate
    token = scene.tokens[over.head]
    subject = over.subject or hidden_subject(scene, over)
    if cast.has("actor"):
        return
    if not subject and not scene.is_in(token, "object_control"):
        return
    if subject and frame.subject == "actor" and _announces_own(scene, trigger, carrier):
        _fill(scene, cast, "actor", subject, "announces its own deed")
        return
    if carrier.governs and scene.is_in(token, "object_control"):
        _fill(scene, cast, frame.subject, addressee(scene, over), "asked to do it")
        return
    if not carrier.governs or (carrier.relation == "object" and scene.is_in(token, "foiled")):
        return  # `قتلوا في غارات`, `police foiled an attack`
    if scene.is_in(token, "reporting") or (over.voice == "passive" and scene.is_in(token, "passive_without_object")):
        return  # `militants were killed in air strikes`
    if scene.is_in(token, "reacting"):
        return  # `police arrested two men after the attack`
    carries = scene.is_in(token, "support_act") or _wills(scene, token)
    if carries or (frame.subject != "target" and scene.is_armed(subject[0])):
        _fill(scene, cast, frame.subject, subject, "subject of the verb that carries the noun")


def _announces_own(scene: Scene, trigger: Trigger, carrier: Carrier) -> bool:
    """`أعلنت الشرطة اعتقال`, `أعلنت القوات تعليق العمليات`: who announces what such bodies do has done it."""
    if trigger.sense.type not in _OWN_DEEDS or not scene.is_in(scene.tokens[carrier.predicate.head], "announcing"):
        return False
    return carrier.governs and bool(carrier.predicate.subject) and scene.is_armed(carrier.predicate.subject[0])


def _source_of_fire(scene: Scene, trigger: Trigger, cast: Cast) -> None:
    """`قصف مصدره مناطق سيطرة النظام`: who holds the place that the fire comes from does it."""
    if cast.has("actor"):
        return
    for i in range(trigger.end, min(trigger.end + _RELATIVE_WITHIN, len(scene.tokens))):
        token = scene.tokens[i]
        if not scene.is_in(token, "fire_source") or not token.word.enclitic:
            continue
        for mention in scene.actors:
            if token.span.end <= mention.span.start <= token.span.end + _SOURCE_REACH:
                cast.add("actor", mention.span, "holds the place that it comes from")
                return


def _controller(scene: Scene, trigger: Trigger, frame: Frame, cast: Cast) -> None:
    """`مشاركة طائرات في قصف`: the genitive of a noun of taking part does what the trigger names."""
    if cast.has("actor") or frame.subject != "actor":
        return
    for predicate in reversed(scene.sentence.predicates):
        if predicate.form == "verb" or predicate.head >= trigger.start:
            continue
        undergoes = scene.is_in(scene.tokens[predicate.head], "undergo_noun")
        if not undergoes and not scene.is_in(scene.tokens[predicate.head], "control_noun"):
            continue
        if any(phrase.start <= trigger.head < phrase.end for phrase in predicate.obliques):
            if undergoes:
                _fill(scene, cast, "target", predicate.object, "genitive of the noun of undergoing")
            else:
                _fill(scene, cast, "actor", predicate.object, "genitive of the noun of taking part")
            return


def _freed(scene: Scene, trigger: Trigger) -> tuple[Phrase, ...]:
    """Who the pronoun of `سراحهم` stands for: the subject of the verb before, or the noun that its relative clause describes."""
    for predicate in reversed(scene.sentence.predicates):
        if predicate.form == "verb" and predicate.head < trigger.slots[0] and predicate.subject:
            return predicate.subject
    return ()


def _wills(scene: Scene, token: Token) -> bool:
    """Whether a verb tells of trying or planning, so that who does it would do the happening too."""
    return any(scene.is_in(token, name) for name in ("attempt", "plan"))


def _oblique_arguments(scene: Scene, trigger: Trigger, predicate: Predicate, frame: Frame, cast: Cast) -> None:
    last_role = ""
    for phrase in _own_obliques(scene, trigger, predicate):
        if scene.is_in(scene.tokens[phrase.head], "the_sides"):
            _fill(scene, cast, frame.subject, sides_before(scene, phrase.start), "the sides told before")
            continue
        if scene.is_time(phrase) or (_is_owned(trigger, phrase) and not scene.is_people(phrase) and not scene.is_armed(phrase)):
            continue
        preposition = fold(phrase.preposition)
        inner = _agent_behind(scene, phrase)
        if inner is not None and preposition in {"على", "علي", "من", "ب"}:
            _fill(scene, cast, "actor" if frame.subject else "", (inner,), f"oblique: {phrase.preposition}")
            continue
        if preposition == "ل" and _belongs_to_phrase(scene, trigger, phrase):
            continue
        role = last_role if phrase.coordinated and last_role else _oblique_role(scene, frame, phrase, preposition, cast)
        last_role = role
        if role and role != "place":
            _fill(scene, cast, role, (phrase,), f"oblique: {phrase.preposition}")
        if frame.subject == "actor" and preposition == "مع" and scene.is_in(scene.tokens[max(0, phrase.start - 2)], "joint_noun"):
            _fill(scene, cast, "actor", (phrase,), "takes part in it")
    if trigger.sense.frame == "clash" and trigger.kind != "verb":
        _complete_fight(scene, trigger, predicate, cast)
    if frame.subject == "actor" and any(phrase.preposition == "بين" for phrase in predicate.obliques):
        _second_side(scene, predicate, cast)


def _own_obliques(scene: Scene, trigger: Trigger, predicate: Predicate) -> Iterator[Phrase]:
    """The obliques of a trigger; of a noun only up to the next deed, which has what follows: `حرب ... وقف القتال بين الجيش والفصائل`."""
    for phrase in predicate.obliques:
        other = scene.predicates.get(phrase.head)
        if predicate.form != "verb" and other is not None and other.form != "verb" and not trigger.owns(phrase.head) and not scene.classes(phrase):
            return
        yield phrase


def _complete_fight(scene: Scene, trigger: Trigger, predicate: Predicate, cast: Cast) -> None:
    """A fight has two sides: behind `مع` or `ضد` stands one, the other before it."""
    if sum(argument.role == "actor" for argument in cast.arguments) != 1:
        return
    known = next((phrase for phrase in predicate.obliques if fold(phrase.preposition) in {"مع", "ضد", "with", "against"}), None)
    if known is not None:
        _fill(scene, cast, "actor", other_side(scene, trigger, known), "the other side")


def _oblique_role(scene: Scene, frame: Frame, phrase: Phrase, preposition: str, cast: Cast) -> str:
    role = next((role for name, role in frame.obliques if name == preposition), "")
    if preposition == "ل" and role in {"auto", "target", "actor"} and frame.subject == "actor":
        return "actor" if scene.is_armed(phrase) and not cast.has("actor") else "target"
    if role == "auto":
        role = "target"
    if preposition == "من" and not role and frame.subject == "actor" and frame.genitive in {"target", "auto"} and scene.is_side(phrase) and not scene.is_place(phrase):
        return "actor"  # `قصف من الطائرات المروحية`
    if role == "thing":  # `outside the embassy`: a building or a vehicle is hit, a town is where
        role = "target" if scene.classes(phrase) & set(THING_CLASSES) else ""
    if role in {"origin", "destination"} and not (scene.is_place(phrase) or scene.classes(phrase) & {"facility", "prison", "camp"}):
        return ""
    return "" if role == "target" and scene.is_place(phrase) else role


def _belongs_to_phrase(scene: Scene, trigger: Trigger, phrase: Phrase) -> bool:
    """Whether `ل` hangs on the phrase right before it and not on the trigger: `استهدف مواقع لتنظيم داعش`, `مواقع لـ "قسد"`."""
    k = phrase.start - 1
    while k > trigger.head and scene.tokens[k].kind in {"punctuation", "preposition"} and scene.tokens[k].word.form not in "،,؛":
        k -= 1
    before = next((other for other in scene.sentence.phrases if other.start <= k < other.end), None)
    if before is None or before.start <= trigger.head < before.end:
        return before is not None and not trigger.owns(k) and scene.tokens[k].kind == "noun" and before.end - 1 > trigger.end - 1
    return before.start > trigger.head


def _second_side(scene: Scene, predicate: Predicate, cast: Cast) -> None:
    """`بين قوات الأمن التي ...، ومحتجين`: the side behind the comma, where the first stands alone."""
    first = next(phrase for phrase in predicate.obliques if phrase.preposition == "بين")
    if _coordinates(scene, first):
        return
    for phrase in scene.sentence.phrases:
        if phrase.start > first.end and scene.tokens[phrase.start].word.proclitics[:1] == ("و",) and not phrase.preposition:
            _fill(scene, cast, "actor", (phrase,), "second side of بين")
            return


def _agent_behind(scene: Scene, phrase: Phrase) -> Phrase | None:
    """Who stands behind a noun of doing or helping: `على يد القوات`, `بمساندة التحالف`."""
    head = scene.tokens[phrase.head]
    if (head.word.key not in _AGENT_NOUNS and not scene.is_in(head, "joint_noun")) or phrase.head + 1 >= phrase.end:
        return None
    start = phrase.head + 1
    return Phrase(start=start, end=phrase.end, head=start, span=span_of(scene.tokens, start, phrase.end))


def _fill(scene: Scene, cast: Cast, role: str, group: Iterable[Phrase], reason: str) -> None:
    if not role:
        return
    for phrase in group:
        if scene.is_time(phrase) or _is_deed(scene, phrase):
            continue
        settled = role
        if role == "auto":
            settled = "place" if scene.is_place(phrase) else "target"
        if settled in {"actor", "target"} and scene.is_place(phrase) and not scene.is_armed(phrase) and not (settled == "actor" and _is_government(scene, phrase)):
            settled = "place"
        if settled == "place" and not scene.is_place(phrase):
            settled = "target"
        if settled == "target" and ((reason == _GENITIVE and _is_number_alone(scene, phrase)) or (not cast.unnamed_places and _is_unnamed_place(scene, phrase))):
            continue
        if settled == "target" and reason == _RECEIVED and not (scene.is_armed(phrase) or scene.is_people(phrase) or scene.is_place(phrase)):
            continue
        if settled in {"actor", "target"} and _is_weapon(scene, phrase):
            cast.add("instrument", phrase.span, reason)
            continue
        if settled == "place":
            continue  # named places are gathered by find_places
        cast.add(settled, phrase.span, reason)


def _is_number_alone(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase counts and does not say whom: `إصابة 12`."""
    return all(scene.tokens[k].kind == "number" or scene.is_in(scene.tokens[k], "number") for k in range(phrase.start, phrase.end))


def _is_unnamed_place(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is a stretch of land without a name: `المنطقة`, `طريق`; a quarter where people live is a target."""
    if "place_kind" not in scene.classes(phrase) or scene.classes(phrase) & {"facility", "force", "party", "camp", "prison"}:
        return False
    return not any(scene.is_in(scene.tokens[k], "inhabited") for k in range(phrase.head, phrase.end))


def _is_government(scene: Scene, phrase: Phrase) -> bool:
    """Whether a capital or country that no preposition places stands for its government: `قالت صنعاء إنها تواصل تقدمها`."""
    head = scene.tokens[phrase.head]
    return not phrase.preposition and (scene.is_in(head, "capital") or scene.is_in(head, "country"))


def _is_deed(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase names a deed and nobody: `إصابة 12` beside `مقتل شخص`, `إضافة`, `السيطرة`."""
    predicate = scene.predicates.get(phrase.head)
    if predicate is None or predicate.form != "verbal_noun":
        return False
    head = scene.tokens[phrase.head]
    if scene.is_in(head, "toll_noun") or scene.is_in(head, "thing_noun"):
        return False
    classes = scene.classes(phrase)
    return not classes - ({"number", "time_head"} if phrase.head > phrase.start else {"victim", "number", "time_head"})


def _is_weapon(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase is what strikes and neither who does nor who is struck: a car bomb, shells."""
    if scene.is_in(scene.tokens[phrase.head], "munition"):
        return True
    return any(scene.is_in(token, "bomb") for token in scene.tokens[phrase.head : phrase.end]) and not scene.classes(phrase) & {"force", "party"}


def _actor_from_adjective(scene: Scene, trigger: Trigger, cast: Cast) -> None:
    """`القصف التركي`: where nothing else names the doer, the national or party adjective does."""
    nationality = word_classes(scene.language).get("nationality_adj", frozenset())
    for i in range(trigger.slots[0] + 1, min(trigger.end + 3, len(scene.tokens))):
        token = scene.tokens[i]
        if token.kind == "preposition":
            return  # `an offensive against Kurdish forces`: whom it is against did not launch it
        if trigger.owns(i) and not in_class(token, nationality):
            continue
        if token.kind != "adjective" and not in_class(token, nationality):
            return
        if token.word.form.endswith(("ين", "ون")):
            return  # `إعادة السوريين`: people, not whose deed it is
        if in_class(token, nationality):
            cast.add("actor", token.span, "national adjective of the trigger")
            return

# SPDX-License-Identifier: Apache-2.0
"""Who does what a noun names, and to whom, where the grammar tells it by a detour: carrying verbs, relative clauses, pronouns, adjectives."""

from collections.abc import Iterator
from typing import Final

from rasid.events.arguments.anaphora import addressee, antecedent, undergoing
from rasid.events.arguments.casting import Cast, fill
from rasid.events.arguments.control import agent_of_carrying_noun, controller, owner_of_try, set_about_it
from rasid.events.arguments.obliques import oblique_arguments
from rasid.events.carriers import EXPLAINING
from rasid.events.relations import Carrier, carrier_of, first_of_series, hidden_subject
from rasid.events.scene import THING_CLASSES, Frame, Scene, span_of
from rasid.events.triggers import Trigger
from rasid.knowledge.lexemes import in_class, word_classes
from rasid.records import Phrase, Predicate, Role, Span, Token
from rasid.spelling import fold

_GOES_OFF: Final = frozenset({"انفجار", "انفجارين", "انفجاران", "انفجارات"})
_HE: Final = frozenset({"هو", "هي", "هم"})
_OF_THIRD: Final = frozenset({"ه", "ها", "هم", "هن", "هما"})
# A relative clause follows its noun this closely, adjectives and quotation marks between.
_RELATIVE_WITHIN: Final = 6
_POINTING: Final = frozenset({"به", "بها", "بهم", "فيه", "فيها", "فيهم", "اليه", "اليها", "عليه", "عليها"})
# Characters behind `مصدره` within which the holder is named.
_SOURCE_REACH: Final = 60
_AIMING: Final = frozenset({"مستهدفة", "مستهدفا", "مستهدفين", "مستهدفاً"})
# Tokens between a charge and the deed.
_CHARGE_WITHIN: Final = 6
# Words between a verb of setting about and its deed, with a clause on who does it between.
_SET_ABOUT_REACH: Final = 22
# What a force or an authority announces of itself.
_OWN_DEEDS: Final = frozenset(
    {"arrest", "seizure", "release", "withdrawal", "suspend_operation", "resume_operation", "deployment", "military_operation", "territory_gain", "transfer",
     "aid", "support", "sanction", "repression"}
)


def pronoun_argument(scene: Scene, trigger: Trigger, predicate: Predicate, frame: Frame, cast: Cast) -> None:
    """`قصفها`, `هجماته`: the owner of the deed does it; `اعتقالهم`, `استهدافه`: the pronoun is who undergoes it."""
    token = scene.tokens[trigger.end - 1]
    if not token.word.enclitic:
        token = scene.tokens[trigger.head]  # `قصفه العشوائي`
    pronoun = token.word.enclitic
    if not pronoun or scene.language != "ar":
        return
    has_object = bool(predicate.object) or any(phrase.preposition in {"على", "ل"} and not scene.is_place(phrase) for phrase in predicate.obliques[:1])
    made = trigger.sense.type == "recruitment" and scene.is_in(token, "makes_join")  # `تجنيده`
    owns = frame.subject == "actor" and not made and (frame.genitive != "target" or has_object or scene.is_in(token, "deed_of_owner"))
    role: Role = "actor" if owns else "target"
    joins = role == "actor" and trigger.sense.frame == "clash"  # `قتالها ضد`: one side of two
    if joins or not cast.has(role):
        things = trigger.sense.type == "destruction" and role == "target"
        whom = antecedent(scene, trigger.start, pronoun, things=things)
        if role == "target" and not things:
            whom = undergoing(scene, trigger.start, pronoun, trigger) or whom
        fill(scene, cast, role, whom, "whom the pronoun stands for")


def object_pronoun(scene: Scene, trigger: Trigger, predicate: Predicate, frame: Frame, cast: Cast) -> None:
    """`مدنيين أعدمهم التنظيم`, `خطفوه وقتلوه`: whom the pronoun of a verb stands for undergoes it."""
    pronoun = scene.tokens[predicate.head].word.enclitic
    if pronoun not in _OF_THIRD or predicate.object or frame.object not in {"target", "auto"} or trigger.head != predicate.head:
        return
    before = scene.phrase_at(predicate.head - 1)
    if before is not None and not scene.tokens[before.head].word.definite and (scene.is_people(before) or scene.is_armed(before)) and not scene.is_place(before):
        fill(scene, cast, "target", (before,), "whom the clause describes")
        return
    doers = {argument.span for argument in cast.arguments if argument.role == "actor"}
    whom = undergoing(scene, predicate.head, pronoun, trigger)
    fill(scene, cast, "target", tuple(phrase for phrase in whom if phrase.span not in doers), "whom the pronoun stands for")


def shared_owner(scene: Scene, trigger: Trigger, cast: Cast) -> None:
    """`بعد قصفه منزلا وتدميره`: who owns the first of two deeds that `و` joins does the second too."""
    if cast.has("actor") or scene.language != "ar":
        return
    first = first_of_series(scene, trigger)
    predicate = scene.predicates.get(first.head) if first is not None else None
    if first is None or predicate is None:
        return
    pronoun = scene.tokens[first.head].word.enclitic
    if pronoun and predicate.object:
        fill(scene, cast, "actor", antecedent(scene, first.start, pronoun), "owner of the deed before")
    elif predicate.subject:
        fill(scene, cast, "actor", tuple(phrase for phrase in predicate.subject if scene.is_armed(phrase)), "agent of the deed before")


def carried_object(scene: Scene, trigger: Trigger, frame: Frame, cast: Cast) -> None:
    """`القصف طال محيط المخيم`: the object of a verb that carries an attack is what the attack hits."""
    if frame.subject != "actor":
        return
    for verb in _told_of(scene, trigger):
        fill(scene, cast, "auto", _reached(scene, verb), "what the attack is told to reach")
    for predicate in scene.sentence.predicates:
        near = predicate.head >= trigger.end or predicate.head == trigger.start - 1  # `أصابت الغارات أهدافا`
        if predicate.form != "verb" or not near or not scene.is_in(scene.tokens[predicate.head], "carry"):
            continue
        if any(phrase.start <= trigger.head < phrase.end for phrase in predicate.subject):
            struck = () if scene.tokens[predicate.head].word.enclitic else predicate.object
            fill(scene, cast, "auto", struck, "object of the verb that carries the attack")
            return
    _said_aim(scene, trigger, cast)


def _told_of(scene: Scene, trigger: Trigger) -> Iterator[Predicate]:
    """The verbs that go on from the one whose subject the attack is: `الغارات تركزت حول المدينة ودمرت تحصينات`."""
    person = ""
    for predicate in scene.sentence.predicates:
        if predicate.form != "verb" or predicate.head < trigger.end:
            continue
        token = scene.tokens[predicate.head]
        if any(phrase.start <= trigger.head < phrase.end for phrase in predicate.subject):
            person = token.word.person
            if scene.is_in(token, "befall"):
                yield predicate
        elif not person and _describes(scene, trigger, predicate):
            person = token.word.person
            yield predicate
        elif person and (token.word.person != person or token.word.proclitics[:1] != ("و",)):
            return
        elif person and (scene.is_in(token, "carry") or scene.is_in(token, "strikes")):
            yield predicate


def _describes(scene: Scene, trigger: Trigger, verb: Predicate) -> bool:
    """Whether a verb right behind an indefinite attack and its places says what it hit: `نفذ ضربات قرب الحسكة دمرت مركبات`, `14 غارة، استهدفت وحدات`."""
    token, noun = scene.tokens[verb.head], scene.tokens[trigger.head].word
    if scene.language != "ar" or noun.definite or token.word.proclitics or not scene.is_any(token, ("carry", "strikes")) or token.word.tense != "past":
        return False
    between = scene.tokens[trigger.end : verb.head]
    if any(other.kind in {"verb", "conjunction"} or other.word.form in ".؛:" for other in between):
        return False
    if between and between[-1].kind == "punctuation" and any(scene.is_side(phrase) for phrase in verb.subject):
        return False  # `غارات، استهدفت القوات ...`
    many = noun.feminine or fold(noun.lemma) != noun.key
    return token.word.person == ("3fs" if many else "3ms")


def _reached(scene: Scene, verb: Predicate) -> tuple[Phrase, ...]:
    """What a verb says an attack reaches: its object, its only dependent, or what it fell on."""
    if scene.is_in(scene.tokens[verb.head], "befall"):
        return tuple(phrase for phrase in verb.obliques if fold(phrase.preposition) == "علي")
    if scene.tokens[verb.head].word.enclitic:
        return ()
    return verb.object or tuple(phrase for phrase in verb.subject if phrase.start > verb.head)


def _said_aim(scene: Scene, trigger: Trigger, cast: Cast) -> None:
    """`تنفذ قصفا مكثفا، مستهدفة منازل المدنيين`: what stands behind the participle is hit."""
    for k in range(trigger.end, len(scene.tokens) - 1):
        token = scene.tokens[k]
        if token.kind == "verb" or token.word.form in ".؛":
            return
        if token.word.form in _AIMING:
            group = tuple(_behind(scene, phrase, k + 1) for phrase in scene.sentence.phrases if phrase.start <= k + 1 < phrase.end and not phrase.preposition)
            fill(scene, cast, "auto", group, "what the attack is said to aim at")
            return


def _behind(scene: Scene, phrase: Phrase, start: int) -> Phrase:
    """The part of a phrase from a token on."""
    return phrase if phrase.start == start else Phrase(start=start, end=phrase.end, head=max(start, phrase.head), span=span_of(scene.tokens, start, phrase.end))


def relative_subject(scene: Scene, trigger: Trigger, frame: Frame, cast: Cast) -> None:
    """`قصف شنته القوات`, `الغارات التي تشنها الطائرات`, `اعتداء قام به التنظيم`: the subject of the clause behind acts."""
    if cast.has("actor") or frame.subject != "actor":
        return
    for predicate in scene.sentence.predicates:
        if predicate.form != "verb" or not trigger.end <= predicate.head <= trigger.end + _RELATIVE_WITHIN:
            continue
        if trigger.sense.frame == "meet" and scene.is_in(scene.tokens[predicate.head], "gathers"):
            group = predicate.object or tuple(phrase for phrase in predicate.subject if phrase.start > predicate.head)
            fill(scene, cast, "actor", group, "whom the meeting brings together")
            return
        if any(phrase.start <= trigger.head < phrase.end for phrase in predicate.subject):
            continue  # `العملية التي استهدفته`: the deed itself is the subject
        token = scene.tokens[predicate.head]
        points_back = token.word.enclitic or any(scene.tokens[k].word.key in _POINTING for k in range(predicate.head + 1, min(predicate.head + 3, len(scene.tokens))))
        if scene.is_in(token, "carry") and not any(phrase.start > predicate.head for phrase in predicate.subject):
            continue  # `قصف من طائرة استهدفه`: the pronoun is whom it hit
        if (scene.is_in(token, "support_act") or (trigger.sense.frame in {"meet", "protest"} and scene.is_in(token, "takes_seat"))) and points_back:
            subject = tuple(phrase for phrase in predicate.subject if phrase.start > predicate.head) or hidden_subject(scene, predicate)
            hits = bool(subject) and scene.is_in(token, "carry") and bool(scene.classes(subject[0]) & {*THING_CLASSES, "place_kind"}) and not scene.is_armed(subject[0])
            fill(scene, cast, "auto" if hits else "actor", subject, "subject of the relative clause")  # `الغارات التي استهدفت فيها مواقع`
            if not cast.has("target"):
                oblique_arguments(scene, trigger, predicate, frame, cast)
            return


def support_subject(scene: Scene, trigger: Trigger, frame: Frame, cast: Cast) -> None:
    """`شنت القوات هجوما`: the subject of the verb that carries the noun acts; `تعرضت البلدة لقصف`: it undergoes."""
    if _whose_freedom(scene, trigger, cast):
        return
    if frame.subject == "actor" and _told_without_verb(scene, trigger, cast):
        return
    set_about = _set_about_by_verb(scene, trigger) if frame.subject == "actor" and not cast.has("actor") else ()
    if set_about:
        fill(scene, cast, "actor", set_about, "set about it")
        return
    over = carrier_of(scene, trigger)
    if over is not None and _is_behind_control(scene, trigger, over):
        over = None  # `أصيب مدني إثر قيام القوات باستهداف سيارة`
    if over is None:
        controller(scene, trigger, frame, cast)
        return
    if _is_said_to_be_its_aim(scene, trigger, over):
        aimed = tuple(phrase for phrase in over.predicate.subject if not scene.is_in(scene.tokens[phrase.head], "aim_noun"))
        fill(scene, cast, "target", aimed or hidden_subject(scene, over.predicate), "said to be its target")
    else:
        _by_carrier(scene, trigger, over, frame, cast)


def _set_about_by_verb(scene: Scene, trigger: Trigger) -> tuple[Phrase, ...]:
    """`قامت امرأة اعتنقت الإسلام بتفجير نفسها`: the subject of a verb of setting about, behind whose description the deed stands."""
    if scene.tokens[trigger.start].word.proclitics[:1] != ("ب",):
        return ()
    for predicate in reversed(scene.verbs_in(("leads_to_deed",))):
        if not 0 < trigger.start - predicate.head <= _SET_ABOUT_REACH:
            continue
        described = any(verb.subject == predicate.subject for verb in scene.sentence.predicates if verb.form == "verb" and predicate.head < verb.head < trigger.start)
        return predicate.subject if described and not predicate.object and not predicate.obliques else ()
    return ()


def _whose_freedom(scene: Scene, trigger: Trigger, cast: Cast) -> bool:
    """`إطلاق سراحهم`: fill whose freedom it is; return whether it is told."""
    head = scene.tokens[trigger.end - 1]
    if not head.word.enclitic or not scene.is_in(head, "freedom"):
        return False
    freed = _freed(scene, trigger)
    fill(scene, cast, "target", freed, "whose freedom it is")
    return bool(freed)


def _told_without_verb(scene: Scene, trigger: Trigger, cast: Cast) -> bool:
    """Fill who is charged with a deed, owns the try at it or is the agent of the noun that carries it; return whether one is told."""
    charged = () if _is_put_on_trial(scene, trigger) else _charged(scene, trigger)
    if charged:
        fill(scene, cast, "actor", charged, "charged with it")
        return True
    before = scene.tokens[trigger.start - 1] if trigger.start else None
    if before is not None and before.word.enclitic and scene.is_in(before, "undergo_noun"):
        whom = undergoing(scene, trigger.start - 1, before.word.enclitic, trigger)
        fill(scene, cast, "target", whom, "whom the pronoun stands for")  # `على خلفية تعرضه للحرق`
        return True
    if cast.has("actor"):
        return False
    if set_about_it(scene, trigger):
        fill(scene, cast, "actor", set_about_it(scene, trigger), "genitive of the noun of taking part")
        return True
    tries = owner_of_try(scene, trigger)
    fill(scene, cast, "actor", tries, "whom the pronoun stands for")
    agent = () if tries else agent_of_carrying_noun(scene, trigger)
    fill(scene, cast, "actor", agent, "agent of the noun that carries it")
    return bool(tries or agent)


def _by_carrier(scene: Scene, trigger: Trigger, over: Carrier, frame: Frame, cast: Cast) -> None:
    """Fill whom and what the verb that carries the noun names."""
    verb = scene.tokens[over.predicate.head]
    by_it = "ب" in scene.tokens[trigger.start].word.proclitics
    if over.predicate.voice == "passive" and by_it and scene.is_in(verb, "strikes") and not scene.is_in(verb, "toll"):
        fill(scene, cast, frame.object or frame.subject, over.predicate.subject, "subject of a passive that strikes")
        return  # `استُهدف المشفى بغارة`
    if not _undergone(scene, trigger, over.predicate, frame, cast):
        _doer_of_carrier(scene, trigger, over, frame, cast)
        if by_it and frame.object in {"target", "auto"} and scene.is_in(verb, "strikes"):
            fill(scene, cast, "auto", over.predicate.object, "object of the verb that strikes by it")



def _is_put_on_trial(scene: Scene, trigger: Trigger) -> bool:
    """Whether a trial stands behind ل, as what somebody goes through or is brought to: `خضع المتهم للمحاكمة`."""
    return trigger.sense.frame == "judge" and "ل" in scene.tokens[trigger.start].word.proclitics


def _is_behind_control(scene: Scene, trigger: Trigger, over: Carrier) -> bool:
    """Whether a noun of taking part stands between a verb and the deed, so that its genitive does it and not the subject of the verb."""
    return any(
        predicate.form != "verb" and over.predicate.head < predicate.head < trigger.start and predicate.object
        and scene.is_any(scene.tokens[predicate.head], ("control_noun", "undergo_noun"))
        and any(phrase.start <= trigger.head < phrase.end for phrase in predicate.obliques)
        for predicate in scene.sentence.predicates
    )  # fmt: skip


def _charged(scene: Scene, trigger: Trigger) -> tuple[Phrase, ...]:
    """`القبض على شخص بتهمة الاعتداء`, `فلان المتهم بقتل`: who is said to have done it is who is charged."""
    for k in range(trigger.start - 1, max(-1, trigger.start - _CHARGE_WITHIN), -1):
        token = scene.tokens[k]
        if token.kind == "verb":
            return ()
        if not scene.is_in(token, "charge_word"):
            continue
        named = _named_right_before(scene, k)
        if named:
            return named
        for phrase in reversed(scene.sentence.phrases):
            own = phrase.start <= k < phrase.end
            if phrase.start > k or (own and phrase.head == k and phrase.start == k and not _is_accused(scene, k)):
                continue
            if own or scene.is_people(phrase) or scene.classes(phrase) & {"force"}:
                return (phrase,)
        return ()
    return ()


def _is_accused(scene: Scene, k: int) -> bool:
    """Whether a word of charging is itself who is charged: `المتهم بقتل`, but not `تهمة القتل`."""
    token = scene.tokens[k]
    return token.word.definite and scene.is_in(token, "detainee")


def _named_right_before(scene: Scene, k: int) -> tuple[Phrase, ...]:
    """The bare name that a participle of charging qualifies: `صالح أحمد، المشتبه به في هجمات`."""
    if not _is_accused(scene, k):
        return ()
    i = k - 1
    while i >= 0 and (scene.tokens[i].word.form in "،," or scene.tokens[i].word.form in _HE):
        i -= 1
    inner = (phrase for predicate in scene.sentence.predicates if predicate.form == "verbal_noun" for phrase in predicate.object)  # `إعدام فلان المتهم بقتل`
    phrase = next((phrase for phrase in (*inner, *scene.sentence.phrases) if phrase.end == i + 1), None)
    said_of = k + 1 < len(scene.tokens) and scene.tokens[k + 1].word.key in _POINTING  # `المشتبه به`
    if phrase is None or scene.is_time(phrase) or scene.is_place(phrase) or (i < k - 1 and not said_of and not _is_name(scene, phrase)):
        return ()
    return (phrase,)


def _is_name(scene: Scene, phrase: Phrase) -> bool:
    """Whether a phrase names a person: known people, or words that no lexicon has."""
    return scene.is_people(phrase) or all(scene.tokens[i].kind == "other" for i in range(phrase.start, phrase.end))


def fallen_of(scene: Scene, trigger: Trigger, cast: Cast) -> None:
    """`شهداء القصف`, `ضحايا الغارات`: the dead and hurt whose genitive the attack is undergo it."""
    k = trigger.start - 1
    if k < 0 or trigger.kind == "verb" or trigger.sense.type not in EXPLAINING or not scene.is_in(scene.tokens[k], "toll_noun"):
        return
    word = scene.tokens[k].word
    own = scene.tokens[trigger.start].word
    if word.definite or any(clitic in "بلكو" for clitic in own.proclitics if clitic != "ال"):
        return
    phrase = scene.phrase_at(k)
    if phrase is not None and phrase.end > k + 1:
        start = max(phrase.start, k - 1 if k and scene.is_in(scene.tokens[k - 1], "number") else k)
        cast.add("target", span_of(scene.tokens, start, k + 1), "the dead and hurt of the attack")


def fell_in(scene: Scene, trigger: Trigger, cast: Cast) -> None:
    """`سقط مدنيون في القصف`, `تضرر منزل جراء غارة`: who falls or what is damaged by an attack undergoes it."""
    over = carrier_of(scene, trigger) if trigger.sense.type in EXPLAINING else None
    if over is None or over.relation != "oblique" or not scene.is_in(scene.tokens[over.predicate.head], "falls"):
        return
    things = {"facility", "vehicle", "camp", "prison"}
    fallen = tuple(
        phrase for phrase in over.predicate.subject
        if (scene.is_people(phrase) or scene.classes(phrase) & {"force", *things})
        and not (phrase.head == phrase.start and scene.is_in(scene.tokens[phrase.head], "toll_noun") and scene.tokens[phrase.head].word.definite)
    )  # fmt: skip
    fill(scene, cast, "target", fallen, "falls or is damaged by it")


def repelled(scene: Scene, trigger: Trigger, cast: Cast) -> None:
    """`صدت الفصائل هجوما`, `أعلنت الفصائل صد هجوم`: who beats off an attack undergoes it."""
    over = carrier_of(scene, trigger) if trigger.sense.type in EXPLAINING else None
    if over is None or not over.governs:
        return
    before = scene.tokens[trigger.start - 1]
    if scene.is_in(scene.tokens[over.predicate.head], "repels") or (before.kind == "noun" and scene.is_in(before, "repels")):
        subject = over.predicate.subject or hidden_subject(scene, over.predicate)
        fill(scene, cast, "target", tuple(phrase for phrase in subject if scene.is_armed(phrase)), "beats it off")


def _undergone(scene: Scene, trigger: Trigger, over: Predicate, frame: Frame, cast: Cast) -> bool:
    """Fill who undergoes the noun, where the verb that carries it says so; return whether it does."""
    token = scene.tokens[over.head]
    if scene.is_in(token, "falls") and scene.is_in(scene.tokens[trigger.head], "ambush"):
        fill(scene, cast, "target", over.subject, "falls into the ambush")
        return True
    if scene.is_in(token, "passive_support"):
        antecedent = tuple(phrase for phrase in over.subject if phrase.end <= over.head)
        fill(scene, cast, frame.object or frame.subject, antecedent, "antecedent of a passive with تم")
        return True
    if scene.is_in(token, "support_undergo"):
        subject = over.subject or hidden_subject(scene, over)
        role = "target" if subject and not scene.is_place(subject[0]) else "place"
        fill(scene, cast, role, subject, "subject of the verb that undergoes")
        doers = tuple(phrase for phrase in over.obliques if phrase.preposition == "من" and phrase.start >= trigger.end and scene.is_armed(phrase))
        fill(scene, cast, "actor", doers[:1], "whom the fire comes from")
        return True
    return False


def _doer_who_is_asked(scene: Scene, trigger: Trigger, over: Predicate, frame: Frame, cast: Cast) -> None:
    """Fill who is asked or ordered to do it, or an army that orders it of its own: `أمرت القوات بضربات جوية على المركز`."""
    asked = tuple(phrase for phrase in addressee(scene, over) if not (phrase.preposition == "على" and phrase.start >= trigger.end))
    subject = over.subject or hidden_subject(scene, over)
    if asked:
        fill(scene, cast, frame.subject, asked, "asked to do it")
    elif subject and scene.is_armed(subject[0]) and scene.tokens[trigger.head].word.proclitics[-1:] == ("ب",):
        fill(scene, cast, frame.subject, subject, "orders it of its own")


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
        fill(scene, cast, "actor", subject, "announces its own deed")
        return
    if carrier.governs and scene.is_in(token, "object_control"):
        _doer_who_is_asked(scene, trigger, over, frame, cast)
        return
    aside = _done_aside(scene, trigger, carrier, subject)
    if aside:
        fill(scene, cast, frame.subject, subject, aside)
        return
    if subject and _does_in(scene, trigger, carrier, subject[0]):
        fill(scene, cast, frame.subject, subject, "subject of the verb that leads to the deed")
        return
    if _only_tells_of_it(scene, trigger, carrier):
        return
    if _carries(scene, carrier, frame, subject[0]):
        role = "actor" if frame.subject == "target" and cast.names_people else frame.subject  # `تواصل الحكومة إعادة اللاجئين`
        fill(scene, cast, role, subject, "subject of the verb that carries the noun")


def _does_in(scene: Scene, trigger: Trigger, carrier: Carrier, subject: Phrase) -> bool:
    """`نجح الجيش في قتل`, `شاركت الطائرات في قصف`; `دمر الجيش نفقا في غارة`: whether who does what a verb tells does so in the deed behind `في`."""
    if carrier.preposition != "في":
        return False
    verb = carrier.predicate
    token = scene.tokens[verb.head]
    if scene.is_in(token, "manages") or (scene.is_in(token, "leads_in") and (scene.is_armed(subject) or scene.is_people(subject))):
        return True
    strikes = scene.is_in(token, "strikes") and verb.voice == "active" and bool(verb.object) and scene.is_armed(subject)
    return strikes and trigger.sense.frame in {"strike", "act_on"} and "ال" not in scene.tokens[trigger.start].word.proclitics


def _done_aside(scene: Scene, trigger: Trigger, carrier: Carrier, subject: tuple[Phrase, ...]) -> str:
    """How the subject of a verb does what the noun names though the verb does not carry it, or an empty string."""
    if not subject or not (scene.is_armed(subject[0]) or scene.is_people(subject[0])):
        return ""
    if _is_on_the_way(scene, trigger, carrier):
        return "visits or meets while doing it"
    if not scene.is_armed(subject[0]):
        return ""
    if _is_part_of_operation(scene, trigger, carrier):
        return "does it in the course of the operation"
    denies = carrier.relation == "object" and scene.is_in(scene.tokens[carrier.predicate.head], "denying")
    return "denies to have done it" if denies else ""


def _dates(scene: Scene, trigger: Trigger) -> bool:
    """Whether a deed only says since when another thing lasts: `تتحرك الخلايا منذ الساعات الأولى للغزو`."""
    before = scene.tokens[max(0, trigger.start - 3) : trigger.start]  # a quality and a quotation mark may stand between
    first = scene.tokens[trigger.start].word
    return bool(before) and "ل" in first.proclitics and any(token.word.definite and scene.is_in(token, "time_head") for token in before)


def _only_tells_of_it(scene: Scene, trigger: Trigger, carrier: Carrier) -> bool:
    """Whether a verb tells of a deed, foils it or has it as its cause, so that its subject does not do it."""
    over = carrier.predicate
    token = scene.tokens[over.head]
    phrase = scene.phrase_at(trigger.head)
    if phrase is not None and phrase.start < trigger.start and scene.is_in(scene.tokens[phrase.start], "pretext"):
        return True  # `على خلفية تفجيري بغداد`
    if _dates(scene, trigger):
        return True
    if not carrier.governs or (carrier.relation == "object" and scene.is_in(token, "foiled")):
        return True  # `قتلوا في غارات`, `police foiled an attack`
    if scene.is_in(token, "reporting") or (over.voice == "passive" and scene.is_in(token, "passive_without_object")):
        return True  # `militants were killed in air strikes`
    return scene.is_in(token, "reacting") or (scene.is_in(token, "kills") and not over.object)  # `police arrested two men after the attack`, `قتل جنديان بانفجار لغم`


def _carries(scene: Scene, carrier: Carrier, frame: Frame, subject: Phrase) -> bool:
    """Whether the subject of a verb does the deed that the verb carries: it launches, tries or wants it, can strike by itself, or went in order to do it."""
    token = scene.tokens[carrier.predicate.head]
    if scene.is_in(token, "support_act") or _wills(scene, token):
        return True
    in_order_to = carrier.preposition == "ل" and carrier.predicate.voice == "active" and scene.is_people(subject)  # `سافر الشاب إلى سوريا للقتال`
    return frame.subject != "target" and (scene.is_armed(subject) or in_order_to)


def _is_part_of_operation(scene: Scene, trigger: Trigger, carrier: Carrier) -> bool:
    """`اعتقلت القوات شخصين خلال عملية إنزال`: the operation is of who did the deed in it."""
    raids = carrier.preposition in {"بعد", "عقب", "اثر"} and scene.is_in(scene.tokens[trigger.head], "raid_noun")
    if (carrier.preposition not in {"خلال", "في", "عبر", "ضمن", "اثناء"} and not raids) or carrier.predicate.voice == "passive":
        return False
    over = scene.tokens[carrier.predicate.head]
    is_deed = not scene.is_any(over, ("reporting", "occur", "support_undergo", "passive_without_object", "passive_support", "dies"))
    return is_deed and scene.is_in(scene.tokens[trigger.head], "operation_noun")


def _is_on_the_way(scene: Scene, trigger: Trigger, carrier: Carrier) -> bool:
    """`قال الوزير خلال زيارة إلى`, `طالب المبعوث في لقاء مع`: visits and meetings of who does something in their course."""
    if trigger.sense.type != "diplomacy" or carrier.preposition not in {"خلال", "في", "اثناء", "علي هامش"}:
        return False
    head = scene.tokens[trigger.head].word
    return scene.is_in(scene.tokens[trigger.head], "visit_noun") and (not head.definite or bool(head.enclitic))


def _announces_own(scene: Scene, trigger: Trigger, carrier: Carrier) -> bool:
    """`أعلنت الشرطة اعتقال`, `أعلنت القوات تعليق العمليات`: who announces what such bodies do has done it."""
    if not carrier.governs or not scene.is_in(scene.tokens[carrier.predicate.head], "announcing"):
        return False
    if trigger.sense.frame == "explode" and scene.tokens[trigger.head].word.key in _GOES_OFF:
        return False  # an explosion is nobody's deed that it is told by
    subjects = carrier.predicate.subject or hidden_subject(scene, carrier.predicate)
    if not subjects:
        return False
    subject = subjects[0]
    if trigger.sense.type in EXPLAINING and trigger.sense.type not in _OWN_DEEDS and carrier.relation == "object":  # `أعلن التنظيم تفجير الجسر`; a ministry may tell of another's
        defends = any(scene.is_in(scene.tokens[k], "defence_word") for k in range(subject.start, subject.end))
        return bool(scene.classes(subject) & {"force", "party"}) if "authority" not in scene.classes(subject) else defends
    return trigger.sense.type in _OWN_DEEDS and scene.is_armed(subject)


def source_of_fire(scene: Scene, trigger: Trigger, cast: Cast) -> None:
    """`قصف مصدره مناطق سيطرة النظام`, `قصف من المناطق التي تسيطر عليها القوات`: who holds the place that the fire comes from does it."""
    if cast.has("actor") or trigger.sense.type not in EXPLAINING:
        return
    for i in range(trigger.end, len(scene.tokens)) if "fire_source" in scene.present else ():
        token = scene.tokens[i]
        if scene.is_in(token, "fire_source") and token.word.enclitic:
            _holders(scene, i + 1, cast)
            return
    for phrase in scene.sentence.phrases:
        if phrase.start < trigger.end or phrase.preposition != "من":
            continue
        if any(scene.tokens[k].kind == "verb" for k in range(trigger.end, phrase.start)):
            return  # `قصف على القرية، حيث يتواجد عدد من النقاط`: of another clause
        if any(other.head != trigger.head and trigger.end <= other.head < phrase.start and other.form == "verbal_noun" for other in scene.sentence.predicates):
            return
        if scene.classes(phrase) & {"place_kind", "facility"} and not scene.is_place(phrase):
            _holders(scene, phrase.start, cast)
            return


def _whose_hold(scene: Scene, phrase: Phrase) -> Span | None:
    """Of a phrase that tells of the hold of a side without a known name that side: of `مناطق سيطرة الفصائل` the factions."""
    for k in range(phrase.head + 1, phrase.end - 1):
        behind = scene.tokens[k + 1]
        if scene.is_in(scene.tokens[k], "holding") and (scene.is_in(behind, "force") or scene.is_in(behind, "party")):
            return span_of(scene.tokens, k + 1, phrase.end)
    return None


def _holders(scene: Scene, start: int, cast: Cast) -> None:
    """Put the first armed side that stands behind a token into the role of the doer, with the sides joined to it."""
    if start >= len(scene.tokens):
        return
    begin = scene.tokens[start].span.start
    found = False
    last = start
    for phrase in scene.sentence.phrases:
        if phrase.end <= start:
            continue
        # In quotation marks the name is read into the phrase of the word before it: `مصدره "قوات النظام"`.
        opens_before = phrase.start < start
        side = not opens_before and scene.is_side(phrase) and not (scene.is_place(phrase) and not found)
        named = next((mention.span for mention in scene.actors if max(phrase.span.start, begin) <= mention.span.start < phrase.span.end), None)
        inside = named if named is not None or opens_before else _whose_hold(scene, phrase)
        if not found and (side or inside is not None) and phrase.span.start <= begin + _SOURCE_REACH:
            cast.add("actor", phrase.span if side or inside is None else inside, "holds the place that it comes from")
            found, last = True, phrase.end
        elif found and side and phrase.coordinated and phrase.start <= last + 2:
            cast.add("actor", phrase.span, "holds the place that it comes from")
            last = phrase.end
        elif found:
            _fired_at(scene, last, phrase, cast)
            return


def _fired_at(scene: Scene, last: int, phrase: Phrase, cast: Cast) -> None:
    """`قصف من مناطق تسيطر عليها القوات على الأحياء السكنية`: what the fire falls on stands right behind those who hold its source."""
    if fold(phrase.preposition) == "علي" and phrase.start <= last + 2 and not cast.has("target"):
        fill(scene, cast, "auto", (phrase,), "what the fire falls on")



def _is_said_to_be_its_aim(scene: Scene, trigger: Trigger, over: Carrier) -> bool:
    """`كانت السفارة هدفا لعدة هجمات`: whether a noun of being hit leads from the verb to the deed."""
    if over.preposition != "ل":
        return False
    between = scene.tokens[over.predicate.head + 1 : trigger.start]
    return any(token.kind == "noun" and not token.word.proclitics and scene.is_in(token, "aim_noun") for token in between)





def agent_noun(scene: Scene, trigger: Trigger, cast: Cast) -> None:
    """`منفذ الهجوم`, `مرتكبو المجزرة`: a noun of the doer right before the deed, with the deed in it."""
    before = scene.tokens[trigger.start - 1] if trigger.start else None
    if before is None or not scene.is_in(before, "agent_noun"):
        return
    phrase = scene.phrase_at(trigger.start - 1)
    if phrase is not None:
        cast.add("actor", phrase.span, "names who did it by the deed")


def _freed(scene: Scene, trigger: Trigger) -> tuple[Phrase, ...]:
    """Who the pronoun of `سراحهم` stands for: the subject of the verb before, or the noun that its relative clause describes."""
    for predicate in reversed(scene.sentence.predicates):
        if predicate.form == "verb" and predicate.head < trigger.slots[0] and predicate.subject:
            return predicate.subject
    return ()


def _wills(scene: Scene, token: Token) -> bool:
    """Whether a verb tells of trying or planning, so that who does it would do the happening too."""
    return scene.is_any(token, ("attempt", "plan"))


def _qualifies_another(scene: Scene, before: Token, token: Token) -> bool:
    """Whether a national adjective belongs to the definite noun right before it, which is none that can act."""
    if scene.is_any(before, ("air", "drone", "artillery", "force")):
        return False
    return before.kind == "noun" and "ال" in before.word.proclitics and "ال" in token.word.proclitics


def actor_from_adjective(scene: Scene, trigger: Trigger, cast: Cast) -> None:
    """`القصف التركي`: where nothing else names the doer, the national or party adjective does."""
    nationality = word_classes(scene.language).get("nationality_adj", frozenset())
    for i in range(trigger.slots[0] + 1, min(trigger.end + 3, len(scene.tokens))):
        token = scene.tokens[i]
        leads = bool(set(token.word.proclitics) & {"ب", "ل", "ك"}) and (not trigger.owns(i) or (scene.tokens[trigger.head].word.enclitic and i > trigger.head))
        if token.kind == "preposition" or leads:
            return  # `an offensive against Kurdish forces`: whom it is against did not launch it
        if trigger.owns(i) and not in_class(token, nationality):
            continue
        of_deed = i - 1 == trigger.head or (trigger.owns(i - 1) and scene.is_any(scene.tokens[i - 1], ("armed_deed", "deed_of_owner", "bombardment")))  # `عمليات القصف الروسي`
        if scene.language == "ar" and not of_deed and _qualifies_another(scene, scene.tokens[i - 1], token):
            return  # `عبورهم الحدود التركية`
        if token.kind != "adjective" and not in_class(token, nationality):
            return
        if token.word.form.endswith(("ين", "ون")):
            return  # `إعادة السوريين`: people, not whose deed it is
        if scene.is_in(token, "compass") and any(site.start == i for site in scene.named_places):
            return  # `قصف غربي حماة`
        if in_class(token, nationality):
            cast.add("actor", token.span, "national adjective of the trigger")
            return

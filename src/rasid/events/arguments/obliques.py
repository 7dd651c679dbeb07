# SPDX-License-Identifier: Apache-2.0
"""What stands behind prepositions: on whom, by whom, with whom, from where."""

from collections.abc import Iterator
from typing import Final

from rasid.events.arguments.anaphora import antecedent, antecedents, other_side, sides_before
from rasid.events.arguments.casting import BOUNDS, Cast, coordinates, fill, is_owned, without_trigger
from rasid.events.relations import carrying_verb
from rasid.events.scene import THING_CLASSES, Frame, Scene, span_of
from rasid.events.triggers import Trigger
from rasid.records import Phrase, Predicate
from rasid.spelling import fold

# Adverbs that name a source behind ل: `وفقا للمرصد`.
_ACCORDING: Final = frozenset({"وفق", "وفقا", "طبق", "طبقا", "تبعا", "استنادا", "نسبه", "خلافا"})
# Prepositions with a pronoun, as they are written.
_PRONOMINAL: Final = {
    fold(stem + pronoun): (preposition, pronoun)
    for preposition, stem in (("على", "علي"), ("عن", "عن"), ("ضد", "ضد"), ("بحق", "بحق"), ("إلى", "إلي"), ("ل", "ل"))
    for pronoun in ("ه", "ها", "هم", "هن", "هما")
}  # fmt: skip
# Tokens behind a verdict within which its penalty stands.
_PENALTY_WITHIN: Final = 8
# Tokens behind a trigger within which such a pronoun is its own.
_PRONOUN_WITHIN: Final = 2
_BETWEEN: Final = {"بينها": "ها", "بينه": "ه", "بينهم": "هم"}
# Prepositions of those who take part or lead.
_TOGETHER: Final = frozenset(fold(word) for word in ("بمشاركة", "بقيادة"))
# Tokens behind a bomb within which it is told where it was laid, and the prepositions of that.
_PLANTED_WITHIN: Final = 4
_LAID_BY: Final = frozenset({"ب", "تحت", "اسفل", "داخل", "امام"})
# Prepositions that belong to the deed right before them and not to the verb above both.
_OF_THE_NEAREST: Final = frozenset({"من", "مع", "بين", "ل"})
# `في حق المتهمين`: against whom.
_AGAINST_WHOM: Final = frozenset({"حق"})
_AGENT_NOUNS: Final = frozenset({"يد", "ايدي", "جانب", "طرف", "hands", "hand"})


def oblique_arguments(scene: Scene, trigger: Trigger, predicate: Predicate, frame: Frame, cast: Cast) -> None:
    """Put what stands behind the prepositions of a predicate into the roles that the frame of the trigger gives them."""
    last_role = ""
    for phrase in _own_obliques(scene, trigger, predicate):
        preposition = fold(phrase.preposition)
        if _says_nothing_of_it(scene, trigger, phrase) or _settled_apart(scene, trigger, frame, cast, phrase):
            continue
        joined = phrase.coordinated and last_role
        if preposition == "بين" and _says_where(scene, phrase):
            last_role = ""
            continue
        belongs = preposition == "ل" and not joined and not _is_behind_doer(scene, cast, phrase) and _belongs_to_phrase(scene, trigger, phrase)
        if belongs or _is_of_whom(scene, phrase, preposition) or (preposition == "ل" and _owns_doer(scene, cast, phrase)):
            continue
        if preposition in _TOGETHER and frame.subject == "actor" and (scene.is_armed(phrase) or scene.is_people(phrase)):
            fill(scene, cast, "actor", (phrase,), "takes part in it")
            continue
        role = last_role if joined else _oblique_role(scene, frame, phrase, preposition, cast)
        if preposition == "ب" and trigger.sense.type in {"arrest", "abuse"} and scene.classes(phrase) & {"civilian", "detainee"} and "number" not in scene.classes(phrase):
            role = "target"  # `الاحتفاظ بشخصين`
        if preposition == "مع" and trigger.sense.type == "agreement":
            role = "actor"  # whom one agrees with is a party; whom one meets is the other
        last_role = role = "target" if _is_damaged(scene, trigger, phrase, role) else role
        if role and (role != "place" or (cast.takes and preposition == "علي")):
            fill(scene, cast, role, (phrase,), f"oblique: {phrase.preposition}")
        if frame.subject == "actor" and preposition == "مع" and scene.is_in(scene.tokens[max(0, phrase.start - 2)], "joint_noun"):
            fill(scene, cast, "actor", (phrase,), "takes part in it")
    _beside_obliques(scene, trigger, predicate, frame, cast)


def _says_nothing_of_it(scene: Scene, trigger: Trigger, phrase: Phrase) -> bool:
    """Whether an oblique is the bound of a number, a source, a time or part of the trigger itself."""
    if scene.tokens[phrase.head].word.form in BOUNDS or scene.is_in(scene.tokens[phrase.head], "background"):
        return True
    if scene.is_in(scene.tokens[phrase.head], "the_sides"):
        return False
    if phrase.start > 1 and scene.tokens[phrase.start - 1].word.key in _ACCORDING:
        return True
    return scene.is_time(phrase) or (is_owned(trigger, phrase) and not scene.is_people(phrase) and not scene.is_armed(phrase))


def _settled_apart(scene: Scene, trigger: Trigger, frame: Frame, cast: Cast, phrase: Phrase) -> bool:
    """Fill the obliques whose words say what they are, whatever the frame; return whether this is one."""
    preposition = fold(phrase.preposition)
    if scene.is_in(scene.tokens[phrase.head], "the_sides"):
        fill(scene, cast, frame.subject, sides_before(scene, phrase.start), "the sides told before")
        return True
    hostile = trigger.sense.frame == "protest" and preposition in {"ل", "ب"} and phrase.start > 0 and scene.is_in(scene.tokens[phrase.start - 1], "against_word")
    if hostile:
        cast.add("target", phrase.span, "what it is against")  # `مظاهرات مناهضة للنظام`
        return True
    if _is_protested(trigger, preposition) and not scene.is_place(phrase):
        cast.add("target", phrase.span, "what it is against")  # deeds too: `احتجاجات ضد قرار الحكومة`
        return True
    if trigger.sense.frame == "judge" and scene.is_in(scene.tokens[phrase.head], "court"):
        if preposition in {"امام", "من", "لدي"}:
            cast.add("actor", phrase.span, "the court")  # who is sent to a court is the accused, not the court
        return True
    whom = _told_by_noun(scene, frame, phrase, preposition, cast)
    if whom is not None:
        fill(scene, cast, "target", (whom, *coordinates(scene, phrase)), f"oblique: {phrase.preposition} {scene.tokens[phrase.head].word.form}")
        return True
    meeting = trigger.sense.frame in {"meet", "protest"}
    inner = _agent_behind(scene, phrase, meeting=meeting) if preposition in {"على", "علي", "من", "ب"} else None
    if inner is not None:
        fill(scene, cast, "actor" if frame.subject else "", (inner,), f"oblique: {phrase.preposition}")
    return inner is not None


def _told_by_noun(scene: Scene, frame: Frame, phrase: Phrase, preposition: str, cast: Cast) -> Phrase | None:
    """Against whom or from whom it is, where a noun behind the preposition leads to that: `في حق المتهمين`, `من قبضة التنظيم`."""
    if phrase.end <= phrase.head + 1:
        return None
    head = scene.tokens[phrase.head]
    against = preposition in {"في", "ب"} and head.word.key in _AGAINST_WHOM and any(name == "بحق" for name, _role in frame.obliques)
    if not against and not (preposition == "من" and cast.takes and scene.is_in(head, "held_in")):
        return None
    return Phrase(start=phrase.head + 1, end=phrase.end, head=phrase.head + 1, span=span_of(scene.tokens, phrase.head + 1, phrase.end))


def _beside_obliques(scene: Scene, trigger: Trigger, predicate: Predicate, frame: Frame, cast: Cast) -> None:
    """Fill what pronouns and other verbs add to the obliques: the sides of a fight, whom a penalty hits."""
    _oblique_pronoun(scene, trigger, frame, cast)
    _by_kind_of_trigger(scene, trigger, predicate, frame, cast)


def _is_damaged(scene: Scene, trigger: Trigger, phrase: Phrase, role: str) -> bool:
    """`دمار كبير في المنازل`: what the damage is in."""
    is_in = fold(phrase.preposition) in {"في", "ب", "ل"} and bool(scene.classes(phrase) & set(THING_CLASSES))
    return trigger.sense.type == "destruction" and not role.startswith("a") and is_in


def _by_kind_of_trigger(scene: Scene, trigger: Trigger, predicate: Predicate, frame: Frame, cast: Cast) -> None:
    if trigger.kind != "verb" and frame.subject == "actor":
        _of_occurrence(scene, trigger, frame, cast)
        _between_pronoun(scene, trigger, cast)
    if trigger.sense.frame == "explode" and scene.language == "ar" and not cast.has("target"):
        _planted(scene, trigger, frame, cast)
    if trigger.sense.frame == "judge" and not cast.has("target"):
        _sentenced(scene, trigger, cast)
    if trigger.sense.frame == "judge" and trigger.kind != "verb" and not cast.has("target"):
        _judged(scene, trigger, cast)
    if trigger.sense.frame in {"clash", "war"} and trigger.kind != "verb":
        _complete_fight(scene, trigger, predicate, cast)
    if trigger.sense.frame == "clash" and trigger.kind == "verb":
        _attackers(scene, predicate, cast)
    if frame.subject == "actor" and any(phrase.preposition == "بين" for phrase in predicate.obliques):
        _second_side(scene, predicate, cast)


def _planted(scene: Scene, trigger: Trigger, frame: Frame, cast: Cast) -> None:
    """`انفجرت عبوة زرعت بسيارة`, `عبوة مزروعة تحت سيارة`: what the bomb was laid in or under."""
    for k in range(trigger.end, min(trigger.end + _PLANTED_WITHIN, len(scene.tokens))):
        token = scene.tokens[k]
        if token.word.form in ".؛" or (token.kind == "verb" and not scene.is_in(token, "plants")):
            return
        if scene.is_in(token, "plants"):
            behind = next((phrase for phrase in scene.sentence.phrases if phrase.start > k), None)
            if behind is not None and behind.start <= k + 2 and fold(behind.preposition) in _LAID_BY:
                fill(scene, cast, _oblique_role(scene, frame, behind, fold(behind.preposition), cast), (behind,), "what the bomb was laid in")
            return


def _is_protested(trigger: Trigger, preposition: str) -> bool:
    return trigger.sense.frame == "protest" and preposition == "ضد"


def _own_obliques(scene: Scene, trigger: Trigger, predicate: Predicate) -> Iterator[Phrase]:
    """The obliques of a trigger; of a noun only up to the next deed, which has what follows: `حرب ... وقف القتال بين الجيش والفصائل`."""
    passed_deed = False
    for phrase in predicate.obliques:
        other = scene.predicates.get(phrase.head)
        if _is_protested(trigger, fold(phrase.preposition)):
            yield phrase
            continue
        is_deed_of_its_own = other is not None and other.form != "verb" and not trigger.owns(phrase.head) and not scene.classes(phrase)
        leads = scene.is_in(scene.tokens[phrase.head], "joint_noun") or scene.tokens[phrase.head].word.key in _AGAINST_WHOM
        is_deed_of_its_own = is_deed_of_its_own and not leads
        if is_deed_of_its_own and (predicate.form != "verb" or trigger.kind != "verb"):
            return
        if passed_deed and fold(phrase.preposition) in _OF_THE_NEAREST:
            continue  # `أمطرت الفصائل البلدات ردا على تعرض البلدة لهجوم من قوات النظام`
        passed_deed = passed_deed or (is_deed_of_its_own and scene.language == "ar")
        if scene.is_in(scene.tokens[phrase.head], "charge_word") and not trigger.owns(phrase.head) and phrase.preposition in {"ب", "في"}:
            return  # `القبض على شخص بتهمة الاعتداء على شرطي`
        yield phrase


def _oblique_pronoun(scene: Scene, trigger: Trigger, frame: Frame, cast: Cast) -> None:
    """`ألقت الشرطة القبض عليه`, `الإفراج عنهم`, `حكم بحقها`: whom the pronoun of a preposition stands for undergoes it."""
    if scene.language != "ar" or cast.has("target"):
        return
    last = max(trigger.end - 1, trigger.slots[-1])
    for k in range(trigger.start + 1, min(last + 1 + _PRONOUN_WITHIN, len(scene.tokens))):
        token = scene.tokens[k]
        if token.kind == "verb" or token.word.form in ".؛:،,":
            return
        preposition, pronoun = _PRONOMINAL.get(token.word.key, ("", ""))
        if not preposition or next((role for name, role in frame.obliques if name == fold(preposition)), "") not in {"target", "auto"}:
            continue
        doers = {argument.span for argument in cast.arguments if argument.role == "actor"}
        before = [phrase for phrase in antecedents(scene, trigger.start, pronoun) if phrase.span not in doers]
        fill(scene, cast, "target", before[:1], "whom the pronoun stands for")
        return


def _of_occurrence(scene: Scene, trigger: Trigger, frame: Frame, cast: Cast) -> None:
    """`اشتباكات اندلعت بين التنظيم وقوات التحالف`: what stands behind the verb that only says that it took place."""
    for predicate in scene.sentence.predicates:
        if predicate.form != "verb" or predicate.head < trigger.end or not scene.is_in(scene.tokens[predicate.head], "occur"):
            continue
        if any(phrase.start <= trigger.head < phrase.end for phrase in predicate.subject):
            for phrase in predicate.obliques:
                if fold(phrase.preposition) in {"بين", "مع", "ضد"}:
                    fill(scene, cast, _oblique_role(scene, frame, phrase, fold(phrase.preposition), cast), (phrase,), f"oblique: {phrase.preposition}")
            return


def _between_pronoun(scene: Scene, trigger: Trigger, cast: Cast) -> None:
    """`اتفاق بينها وبين النظام`: the pronoun is one of the sides."""
    for k in range(trigger.end, min(trigger.end + 3, len(scene.tokens) - 1)):
        token = scene.tokens[k]
        if token.word.key in _BETWEEN and scene.tokens[k + 1].word.key == "بين":
            fill(scene, cast, "actor", antecedent(scene, trigger.start, _BETWEEN[token.word.key]), "whom the pronoun stands for")
            return


def _attackers(scene: Scene, predicate: Predicate, cast: Cast) -> None:
    """`تصدت القوات لهجمات شنتها الفصائل`: who made the attack that is beaten off fights too."""
    for phrase in predicate.obliques:
        other = scene.predicates.get(phrase.head)
        if other is None or other.form == "verb":
            continue
        made = next(
            (verb for verb in scene.sentence.predicates if verb.form == "verb" and phrase.end <= verb.head <= phrase.end + 2 and scene.tokens[verb.head].word.enclitic), None
        )
        group = made.subject if made is not None else tuple(side for side in (*other.object, *other.obliques[:1]) if scene.is_side(side) and not scene.is_place(side))
        fill(scene, cast, "actor", group, "made the attack that is beaten off")
        return


def _sentenced(scene: Scene, trigger: Trigger, cast: Cast) -> None:
    """`قضت المحكمة بحبس خمسة ناشطين`, `حكما يقضي بإعدام القاتل`: whom the penalty hits."""
    for predicate in scene.sentence.predicates:
        if not trigger.start < predicate.head <= trigger.end + _PENALTY_WITHIN or predicate.form == "verb":
            continue
        if any(scene.tokens[k].word.form in ".؛" for k in range(trigger.end, predicate.head)):
            return
        if scene.is_in(scene.tokens[predicate.head], "penalty") and predicate.object:
            fill(scene, cast, "target", tuple(without_trigger(scene, trigger, phrase) for phrase in predicate.object), "whom the penalty hits")
            return


def _judged(scene: Scene, trigger: Trigger, cast: Cast) -> None:
    """`حكمت محكمة على ثلاثة فرنسيين بالإعدام`: whom the verb is on that carries the penalty."""
    over = carrying_verb(scene, trigger)
    if over is None:
        return
    judged = tuple(phrase for phrase in over.obliques if fold(phrase.preposition) in {"علي", "بحق", "ضد"} and phrase.end <= trigger.start)
    fill(scene, cast, "target", tuple(phrase for phrase in judged if scene.is_people(phrase) or scene.is_armed(phrase)), "whom the judgement is on")


def _complete_fight(scene: Scene, trigger: Trigger, predicate: Predicate, cast: Cast) -> None:
    """A fight has two sides: behind `مع` or `ضد` stands one, the other before it."""
    if sum(argument.role == "actor" for argument in cast.arguments) != (trigger.sense.frame == "clash"):
        return  # of a war the one it is against is its target
    known = next((phrase for phrase in predicate.obliques if fold(phrase.preposition) in {"مع", "ضد", "with", "against"}), None)
    if known is not None:
        fill(scene, cast, "actor", other_side(scene, trigger, known), "the other side")


def _oblique_role(scene: Scene, frame: Frame, phrase: Phrase, preposition: str, cast: Cast) -> str:
    role = next((role for name, role in frame.obliques if name == preposition), "")
    if preposition == "ل" and role == "actor" and not frame.object and frame.genitive == "actor":
        return "" if phrase.head in scene.predicates else role  # `احتجاجات للمعلمين`, but not `تظاهرات للمطالبة`
    if preposition == "ل" and role in {"auto", "target", "actor"} and frame.subject == "actor":
        return "actor" if scene.is_armed(phrase) and not cast.has("actor") else "target"
    if role == "auto":
        role = "target"
    if preposition == "مع" and not role and frame.object == "target" and scene.is_people(phrase) and "detainee" in scene.classes(phrase):
        return "target"  # `حوكم مع متهمين آخرين`
    if preposition == "من" and not role and frame.subject == "actor" and frame.genitive in {"target", "auto"} and scene.is_side(phrase) and not scene.is_place(phrase):
        if frame.object == "place":
            return "target" if scene.classes(phrase) & {"force", "party"} else ""  # `حررت البلدة من التنظيم`
        return "actor"  # `قصف من الطائرات المروحية`
    if role == "thing":  # `outside the embassy`: a building or a vehicle is hit, a town is where
        is_hit = bool(scene.classes(phrase) & {*THING_CLASSES, "force"}) or (preposition == "ب" and scene.is_people(phrase))
        is_thing = is_hit or scene.is_in(scene.tokens[phrase.head], "part_of_thing")
        role = "target" if is_thing else ""
    if role == "target" and preposition in {"إلى", "الي"} and scene.classes(phrase) & {"facility", "place_kind"} and not scene.is_people(phrase) and not scene.is_armed(phrase):
        return ""  # `إسعاف المصابين إلى المشفى`: where to
    if role in {"origin", "destination"} and not (scene.is_place(phrase) or scene.classes(phrase) & {"facility", "prison", "camp"}):
        return ""
    return "" if role == "target" and scene.is_place(phrase) and not cast.of_states else role


def _is_behind_doer(scene: Scene, cast: Cast, phrase: Phrase) -> bool:
    """Whether what `ل` leads to stands right behind who does it: `قصف من قوات النظام لمنزل العائلة`."""
    before = scene.tokens[phrase.start - 1].span if phrase.start else None
    if before is None or scene.is_in(scene.tokens[phrase.start - 1], "belonging"):
        return False  # `القوات الموالية للحكومة`
    return not scene.is_armed(phrase) and any(argument.role == "actor" and argument.span.overlaps(before) for argument in cast.arguments)


def _says_where(scene: Scene, phrase: Phrase) -> bool:
    """Whether `بين` stands behind a word for lying or leading: `المنطقة الواقعة بين`, `الطريق الواصل بين`, `طريق بين`; so do those joined to it."""
    k = phrase.start - 1
    while k > 0 and (scene.tokens[k].word.key == "بين" or scene.tokens[k].kind in {"punctuation", "other"}):
        k -= 1
    return scene.is_in(scene.tokens[k], "situated") or scene.is_in(scene.tokens[k], "leading")


def _owns_doer(scene: Scene, cast: Cast, phrase: Phrase) -> bool:
    """Whether `ل` says whose the craft or the patrol right before it is, which does the deed: `استهداف مسيرة للجيش سيارة`."""
    if phrase.start == 0 or phrase.coordinated or not scene.is_armed(phrase):
        return False
    before = next((other for other in scene.sentence.phrases if other.end == phrase.start), None)
    if before is None or scene.tokens[before.head].word.definite or not any(argument.role == "actor" and argument.span.overlaps(before.span) for argument in cast.arguments):
        return False
    return any(scene.is_in(scene.tokens[before.end - 1], name) or scene.is_in(scene.tokens[before.head], name) for name in ("air", "drone", "artillery", "patrol"))


def _belongs_to_phrase(scene: Scene, trigger: Trigger, phrase: Phrase) -> bool:
    """Whether `ل` hangs on the phrase right before it and not on the trigger: `استهدف مواقع لتنظيم داعش`, `مواقع لـ "قسد"`."""
    k = phrase.start - 1
    while k > trigger.head and scene.tokens[k].kind in {"punctuation", "preposition"} and scene.tokens[k].word.form not in "،,؛":
        k -= 1
    before = next((other for other in scene.sentence.phrases if other.start <= k < other.end), None)
    if k == trigger.end and scene.tokens[trigger.head].word.definite and "ال" in scene.tokens[k].word.proclitics:
        return False  # `القصف الممنهج لقوات النظام`: behind the article stands no genitive
    if k > trigger.end - 1 and scene.is_in(scene.tokens[k], "belonging"):
        return True  # `مركبتين تابعتين للفصيل`
    if before is None or before.start <= trigger.head < before.end:
        return before is not None and not trigger.owns(k) and scene.tokens[k].kind == "noun" and before.end - 1 > trigger.end - 1
    return before.start > trigger.head and not trigger.owns(before.head)  # `نصبوا كمينا لدورية`


def _is_of_whom(scene: Scene, phrase: Phrase, preposition: str) -> bool:
    """Whether `من` tells of what side those right before it are: `عناصر من الشرطة`, `قوة من الجيش`."""
    if preposition != "من" or scene.is_place(phrase):
        return False  # `نزح مئات المدنيين من مدينة`: where from
    k = phrase.start - 1
    while k > 0 and scene.tokens[k].kind in {"punctuation", "preposition"}:
        k -= 1
    before = next((other for other in scene.sentence.phrases if other.start <= k < other.end), None)
    if before is None or before.end != k + 1 or any(token.word.form in "،,؛" for token in scene.tokens[k + 1 : phrase.start]):
        return False
    if scene.is_in(scene.tokens[before.end - 1], "of_group") and not scene.tokens[before.end - 1].word.definite:
        return True  # `من طرف عناصر من "داعش"`
    return not scene.tokens[before.head].word.definite and (bool(scene.classes(before) & {"force", "number"}) or scene.is_people(before))


def _second_side(scene: Scene, predicate: Predicate, cast: Cast) -> None:
    """`بين قوات الأمن التي ...، ومحتجين`: the side behind the comma, where the first stands alone."""
    first = next(phrase for phrase in predicate.obliques if phrase.preposition == "بين")
    if coordinates(scene, first):
        return
    for phrase in scene.sentence.phrases:
        if phrase.start > first.end and scene.tokens[phrase.start].word.proclitics[:1] == ("و",) and not phrase.preposition:
            fill(scene, cast, "actor", (phrase,), "second side of بين")
            return


def _agent_behind(scene: Scene, phrase: Phrase, *, meeting: bool) -> Phrase | None:
    """Who stands behind a noun of doing or helping: `على يد القوات`, `بمساندة التحالف`."""
    head = scene.tokens[phrase.head]
    names_doer = head.word.key in _AGENT_NOUNS or scene.is_in(head, "joint_noun") or (meeting and scene.is_in(head, "presiding"))
    start, end = phrase.head + 1, phrase.end
    while start < end and scene.tokens[start].kind == "punctuation":
        start += 1  # `بمساندة "قسد"`
    while end > start and scene.tokens[end - 1].kind == "punctuation" and scene.tokens[phrase.head + 1].kind == "punctuation":
        end -= 1
    if not names_doer or start >= end:
        return None
    return Phrase(start=start, end=end, head=start, span=span_of(scene.tokens, start, end))

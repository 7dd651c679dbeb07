# SPDX-License-Identifier: Apache-2.0
"""How many: each number of a sentence goes to the one happening that it counts.

A number is read once, with what it counts, and then looked for who tells of it: the trigger that it counts itself (`19 غارة`), the word
of death, injury or arrest right before it (`مقتل ثلاثة`), the happening whose argument it stands in, the verb behind it (`أن ثلاثة جنود
قتلوا`). So no number is given twice, and a toll does not depend on the role that its people were given.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from rasid.events.carriers import EXPLAINING
from rasid.events.numbers.counted import (
    COUNTING,
    OF_PERSONS,
    PERSONS,
    Counted,
    find_counted,
    is_lone_person,
    kind_by_word,
)
from rasid.events.numbers.tolls import explaining
from rasid.events.scene import Scene, frames, span_of
from rasid.events.triggers import Trigger
from rasid.records import Argument, CountKind, Quantity, Span

_COUNTED_BY_TYPE: Final[dict[str, CountKind]] = {
    "arrest": "arrested", "escape": "escaped", "release": "released", "displacement": "displaced", "execution": "killed", "assassination": "killed",
    "abduction": "persons", "transfer": "persons", "trial": "persons", "border_crossing": "persons", "recruitment": "persons",
    "deployment": "persons", "protest": "persons", "withdrawal": "persons", "casualty": "killed",
}  # fmt: skip
# Types whose own words say what became of those counted, whatever a word for them says elsewhere: `سراح` releases only in a release.
_BY_WORD: Final[dict[CountKind, frozenset[str]]] = {
    "arrested": frozenset({"arrest"}), "released": frozenset({"release"}), "escaped": frozenset({"escape"}), "displaced": frozenset({"displacement"}),
}  # fmt: skip
# Types whose doers are counted: hundreds join, cross, demonstrate, are deployed.
_COUNTED_DOERS: Final = frozenset({"protest", "recruitment", "border_crossing", "deployment", "withdrawal"})
# What many do of themselves behind a verb of managing or beginning: `تمكن المئات من الفرار`.
_OWN_DEEDS: Final = frozenset({"escape", "displacement", "withdrawal", "border_crossing", "protest", "recruitment"})
# Aircraft and ships are counted where they act: `طائرتان قصفتا`.
_CRAFT: Final = ("air", "drone", "vehicle")
_THINGS: Final = ("livestock", "air", "drone", "facility", "vehicle", "place_kind", "munition", "weapons_goods", "property", "attack_noun")
_BETWEEN: Final = frozenset({"بين", "between"})
# Prepositions inside what is counted: ten of the soldiers, about ten.
_OF_NUMBERS: Final = frozenset({"من", "عن", "نحو", "حوالي", "قرابه", "زهاء", "الي", "على", "علي", "of"})
_UP_TO: Final = frozenset({"الي", "to"})
_STOPS: Final = frozenset({".", "؛", ";", ":"})
# Words between a teller and its number: `مقتل أمس ثلاثة`, `سقوط عدد يصل إلى 390`.
_REACH: Final = 5
# Words between people told first and the verb that tells of them: `أن ثلاثة جنود من الفرقة الرابعة، بينهم ضابط، قتلوا`.
_REACH_BEHIND: Final = 16
# Words between an attack and the shells that it was made with.
_REACH_OF_FIRE: Final = 18
# Words between the dead who are counted and their total, a clause about the attack among them.
_REACH_OF_TOTAL: Final = 30

Told = Sequence[tuple[Trigger, str, Sequence[Argument]]]


def kind_within(scene: Scene, span: Span) -> CountKind:
    """Return what the words of a span tell of persons: nobody hurt is none wounded, no loss of life none killed."""
    kinds = (kind_by_word(token, language=scene.language) for token in scene.tokens if token.span.overlaps(span))
    return next((kind for kind in kinds if kind is not None), "persons")


def count_events(scene: Scene, told: Told) -> list[tuple[Quantity, ...]]:
    """Return the numbers of each happening of a sentence.

    Args:
        scene: The sentence.
        told: Trigger, type and arguments of each happening.

    Returns:
        The quantities of each, in the order of `told`; a number of the sentence stands with one happening at most.
    """
    if not told:
        return []
    owners = {i: number for number, (trigger, _, _) in enumerate(told) for i in trigger.slots if i == trigger.head or not scene.is_in(scene.tokens[i], "persons")}
    found: list[dict[Span, Quantity]] = [{} for _ in told]
    last: tuple[Counted, tuple[int, CountKind | None]] | None = None
    for counted in find_counted(scene, owners):
        teller = _teller(scene, counted, owners, told)
        if teller is None and last is not None and not counted.lone and _is_joined(scene, last[0], counted):
            teller = last[1]
        if teller is None:
            continue
        last = (counted, teller)
        number, kind = teller
        what = kind or _what(scene, counted, *told[number][:2])
        numbered = scene.language == "en" and counted.head in owners  # `near Raqqa, one strike destroyed a depot`
        if counted.lone and what not in OF_PERSONS and told[number][1] != "abduction" and not numbered:
            continue
        quantity = Quantity(what=what, span=span_of(scene.tokens, counted.start, counted.end), low=counted.low, high=counted.high, exact=counted.exact)
        if not any(span.overlaps(quantity.span) for span in found[number]):
            found[number][quantity.span] = quantity
    return [tuple(quantities[span] for span in sorted(quantities)) for quantities in found]


def is_unknown(scene: Scene, span: Span) -> bool:
    """Return whether no news is told of a toll, rather than that there is none: `دون أنباء عن إصابات`, `لم ترد معلومات عن خسائر`."""
    near = [i for i, token in enumerate(scene.tokens) if token.span.overlaps(span)]
    return bool(near) and any(scene.is_in(scene.tokens[i], "news_of") for i in range(max(0, near[0] - 3), near[-1]))


# --- who tells of it -------------------------------------------------------------------------------------------------


def _teller(scene: Scene, counted: Counted, owners: Mapping[int, int], told: Told) -> tuple[int, CountKind | None] | None:
    """Return which happening a number belongs to, and what a word of its own beside it says became of those counted."""
    own = owners.get(counted.head)
    if own is not None:
        return own, None
    word = _verb_at_once(scene, counted)
    if word is None:
        word = _word_before(scene, counted, owners, told)
    if word is None and not counted.lone and scene.is_in(scene.tokens[counted.head], "toll_noun"):
        word = counted.head  # `سبعة قتلى`, where the noun is no trigger
    if word is None:
        word = _word_behind(scene, counted, owners, told)
    if word is not None:
        if word in owners:
            return owners[word], None
        kind = "other" if _is_thing(scene, counted.head) else kind_by_word(scene.tokens[word], language=scene.language)
        nearest = _nearest(scene, word, told, is_total=_total(scene, counted.start - 1) is not None)
        return (nearest, kind) if nearest is not None and kind is not None else None
    by_argument = _by_argument(scene, counted, told)
    if by_argument is None:
        by_argument = _fired(scene, counted, told)
    return (by_argument, None) if by_argument is not None else None


def _fired(scene: Scene, counted: Counted, told: Told) -> int | None:
    """The attack that so many shells were fired in: `استهدفت الميليشيا البلدة بأربع قذائف`."""
    first = scene.tokens[counted.start]
    behind_by = first.word.proclitics[-1:] == ("ب",) or (counted.start > 0 and scene.tokens[counted.start - 1].word.key == "ب")
    head = scene.tokens[counted.head]
    if counted.lone or not (scene.is_in(head, "munition") or (behind_by and scene.is_in(head, "attack_noun"))):
        return None
    before = [number for number, (trigger, event_type, _) in enumerate(told) if event_type in EXPLAINING and counted.start - _REACH_OF_FIRE <= trigger.start < counted.start]
    if not before:
        return None
    trigger = told[before[-1]][0]
    between = range(trigger.end, counted.start)
    if any(scene.turns(k) for k in between):
        return None
    thrown = scene.tokens[trigger.head].kind == "verb" and not any(scene.tokens[k].kind == "verb" for k in between)
    return before[-1] if behind_by or thrown else None


def _is_joined(scene: Scene, first: Counted, second: Counted) -> bool:
    """`46 جنديا، بالإضافة إلى 29 من القوات، مصرعهم`: more of the same people, told of by the same word."""
    between = scene.tokens[first.end : second.start]
    if len(between) > _REACH or any(token.kind == "verb" or kind_by_word(token, language=scene.language) for token in between):
        return False
    return _begins_with_and(scene, second) or any(scene.is_in(token, "in_addition") for token in between)


def _begins_with_and(scene: Scene, counted: Counted) -> bool:
    word = scene.tokens[counted.start].word
    return "و" in word.proclitics or word.form == "و"


def _tells_counts(scene: Scene, event: tuple[Trigger, str, Sequence[Argument]]) -> bool:
    """Whether a happening is one that its people are counted of."""
    trigger, event_type, _ = event
    return event_type in _COUNTED_BY_TYPE or any(kind_by_word(scene.tokens[slot], language=scene.language) for slot in trigger.slots)


def _word_before(scene: Scene, counted: Counted, owners: Mapping[int, int], told: Told) -> int | None:
    """The word right before a number that tells of those counted, a trigger or not, with words of quantity and joined numbers between."""
    reach = 1 if counted.lone else _REACH
    at = counted.start - 1
    if counted.lone and at >= 0 and scene.tokens[at].kind == "preposition" and scene.tokens[at].word.key != "من":
        at -= 1  # `القبض على متزعم`
    total = _total(scene, at)
    if total is not None:
        return total
    circumstance = False
    for i in range(at, max(-1, at - reach), -1):
        token = scene.tokens[i]
        if circumstance and token.kind != "verb" and (i in owners or kind_by_word(token, language=scene.language) is not None):
            return None  # `مقتل 14 جنديا بتحطم 3 مروحيات`
        circumstance = circumstance or bool({"ب", "ل"} & set(token.word.proclitics)) or (token.kind == "preposition" and token.word.key not in _OF_NUMBERS)
        if i in owners and (_tells_counts(scene, told[owners[i]]) or (i == counted.start - 1 and not counted.lone)):
            return i
        if i in owners and not (circumstance or (i and scene.tokens[i - 1].kind == "preposition")):
            return None
        circumstance = circumstance or i in owners  # `قتل في القصف أربعة`
        if kind_by_word(token, language=scene.language) in {"killed", "wounded"}:
            return i
        if token.kind == "verb" and scene.is_in(token, "carry"):
            return next((k for k in range(i - 1, max(-1, i - _REACH), -1) if k in owners and _tells_counts(scene, told[owners[k]])), None)
        if token.kind == "verb" or token.word.form in _STOPS:
            return None
    return None


def _total(scene: Scene, at: int) -> int | None:
    """The word for the dead or hurt whose number rises to a total: `ارتفع عدد الشهداء الذين سقطوا جراء القصف إلى خمسة`."""
    if at < 1 or not (scene.tokens[at].word.key in _UP_TO or scene.is_in(scene.tokens[at], "amounting")):
        return None
    for i in range(at - 1, max(-1, at - _REACH_OF_TOTAL), -1):
        if scene.is_in(scene.tokens[i], "toll_noun") and scene.is_in(scene.tokens[i - 1], "tally"):
            return i
        if scene.tokens[i].word.form in _STOPS:
            return None
    return None


def _nearest(scene: Scene, i: int, told: Told, *, is_total: bool) -> int | None:
    """The happening that explains a toll whose word is no trigger; a total is of more than the deaths told beside it."""
    attacks = [number for number, (_, event_type, _) in enumerate(told) if event_type in EXPLAINING]
    place = explaining(scene, scene.tokens[i].span, [span_of(scene.tokens, told[number][0].start, told[number][0].end) for number in attacks])
    if place is not None or is_total:
        return attacks[place] if place is not None else None
    tolls = [number for number, (_, event_type, _) in enumerate(told) if event_type == "casualty"]
    return min(tolls, key=lambda number: abs(told[number][0].start - i), default=None)


def _by_argument(scene: Scene, counted: Counted, told: Told) -> int | None:
    span = scene.tokens[counted.head].span
    for number, (_, event_type, arguments) in enumerate(told):
        for argument in arguments:
            if counted.lone and (argument.role != "target" or argument.span.start != span.start or not _tells_counts(scene, told[number])):
                continue
            doers = event_type in _COUNTED_DOERS or scene.is_any(scene.tokens[counted.head], _CRAFT)
            if argument.span.overlaps(span) and (argument.role == "target" or (argument.role == "actor" and doers)):
                return number
    return None


def _word_behind(scene: Scene, counted: Counted, owners: Mapping[int, int], told: Told) -> int | None:
    """The word behind those whom it tells of: `أن ثلاثة جنود قتلوا`, `لقي جندي مصرعه`, `تمكن المئات من الفرار`."""
    tokens = scene.tokens
    before = tokens[counted.start - 1] if counted.start else None
    behind_verb = before is not None and before.kind == "verb"
    opens = before is None or before.kind in {"conjunction", "punctuation"} or _begins_with_and(scene, counted)
    passed, leading = 0, behind_verb
    for i in range(counted.end, min(len(tokens), counted.end + _REACH_BEHIND)):
        token = tokens[i]
        if i in owners:
            event = told[owners[i]]
            if not _tells_counts(scene, event):
                return None
            if token.kind == "verb":
                undergo = frames(scene.language)[event[0].sense.frame].subject != "actor" or kind_by_word(token, language=scene.language) in {"killed", "wounded"}
                return i if opens and undergo and not _has_people_behind(scene, i) else None
            controlled = behind_verb and not counted.lone and event[1] in _OWN_DEEDS
            own_death = bool(token.word.enclitic) or scene.is_in(token, "own_death")
            return i if controlled or (own_death and leading) else None
        if token.word.form in _STOPS:
            return None
        if token.kind == "verb":
            if opens and kind_by_word(token, language=scene.language) in {"killed", "wounded"}:
                return i if not _has_people_behind(scene, i) else None
            passed += 1
            leads = i + 1 in owners and (bool(tokens[i + 1].word.enclitic) or scene.is_in(tokens[i + 1], "own_death"))  # `امرأة لقيت حتفها`
            if passed > 1 or (token.word.tense == "past" and not leads):
                return None
            leading = leading or leads
    return None


def _verb_at_once(scene: Scene, counted: Counted) -> int | None:
    """The verb right behind more people: `القتلى الخمسة وستة أشخاص أصيبوا`."""
    end = counted.end
    if end >= len(scene.tokens) or not _begins_with_and(scene, counted) or scene.tokens[end].kind != "verb" or scene.tokens[end].word.proclitics:
        return None
    is_toll = kind_by_word(scene.tokens[end], language=scene.language) in {"killed", "wounded"}
    return end if is_toll and not _has_people_behind(scene, end) else None


def _has_people_behind(scene: Scene, verb: int) -> bool:
    """Whether a verb has those it struck right behind it: `مسلح يقتل جنديا`; who stands before it then did it."""
    behind = verb + 1
    if behind >= len(scene.tokens):
        return False
    return is_lone_person(scene, behind) or any(m.kind == "quantity" and m.label in COUNTING and m.span.overlaps(scene.tokens[behind].span) for m in scene.mentions)


# --- what became of them ---------------------------------------------------------------------------------------------


def _what(scene: Scene, counted: Counted, trigger: Trigger, event_type: str) -> CountKind:
    language = scene.language
    mixed = _mixed(scene, counted.head) or _mixed_tellers(scene, trigger) or _mixed_behind(scene, counted)
    if mixed is not None:
        return mixed
    head = scene.tokens[counted.head]
    own = kind_by_word(head, language=language) if head.kind != "verb" else None
    told = [kind_by_word(scene.tokens[slot], language=language) for slot in (trigger.head, *trigger.slots) if slot != counted.head]
    kinds = [kind for kind in told if kind is not None and event_type in _BY_WORD.get(kind, {event_type})]
    # The hurt who lost their lives are dead; where the noun alone tells of the toll, it says which.
    is_met = event_type == "casualty" and scene.tokens[trigger.head].kind == "verb" and not trigger.owns(counted.head)
    if own in {"killed", "wounded"} and not is_met and not {"killed", "wounded"} & set(kinds):
        return own
    if _is_thing(scene, counted.head):
        return "other"
    if kinds:
        return kinds[0]
    if trigger.owns(counted.head) and not scene.is_any(head, PERSONS):
        return "other"
    default = _COUNTED_BY_TYPE.get(event_type)
    if default is not None:
        return default
    return "persons" if scene.is_any(head, PERSONS) else "other"


def _is_thing(scene: Scene, i: int) -> bool:
    token = scene.tokens[i]
    return scene.is_any(token, _THINGS) and not scene.is_any(token, PERSONS)


def _mixed(scene: Scene, head: int) -> CountKind | None:
    """`40 قتيلا وجريحا`: a toll of dead and hurt together counts persons."""
    if head + 1 >= len(scene.tokens):
        return None
    own = kind_by_word(scene.tokens[head], language=scene.language)
    following = scene.tokens[head + 1]
    other = kind_by_word(following, language=scene.language) if following.word.proclitics[:1] == ("و",) and following.kind != "verb" else None
    return "persons" if {own, other} == {"killed", "wounded"} else None


def _mixed_tellers(scene: Scene, trigger: Trigger) -> CountKind | None:
    """`قتل وأصيب أربعة`, `مقتل وإصابة أربعة`: two words with one toll."""
    if not trigger.head:
        return None
    before, own = scene.tokens[trigger.head - 1], scene.tokens[trigger.head]
    if (before.kind == "verb") != (own.kind == "verb") or before.word.plural or before.word.person[-1:] == "d" or own.word.proclitics[:1] != ("و",):
        return None
    kinds = {kind_by_word(token, language=scene.language) for token in (before, own)}
    return "persons" if kinds == {"killed", "wounded"} else None


def _mixed_behind(scene: Scene, counted: Counted) -> CountKind | None:
    """`عشرون شخصا بين قتيل وجريح`: the two words stand behind those counted."""
    for i in range(counted.end, min(len(scene.tokens) - 1, counted.end + _REACH)):
        if scene.tokens[i].word.key in _BETWEEN:
            return _mixed(scene, i + 1)
        if scene.tokens[i].kind in {"verb", "punctuation"}:
            return None
    return None

# SPDX-License-Identifier: Apache-2.0
"""Which denial is of what another claim holds: by the side that is blamed, of one deed, in words that recur."""

from rasid.assess.context import Context
from rasid.assess.matrix.points import Point, camp_of, content_words
from rasid.assess.matters import LEAVING_CUSTODY
from rasid.assess.nearness import days_between
from rasid.knowledge.assessment import fold_words, forms_of, phrases
from rasid.knowledge.lexemes import classes_of_word

# Kin of happenings that parties contest though nobody accuses by name.
_CONTESTED = frozenset({"attack", "killing", "destruction", LEAVING_CUSTODY})
# Who supports, demands or warns does not hold that the deed was done.
_HOLDING = frozenset({"report", "accuse", "condemn", "claim_responsibility"})
_STEM = 4
# A broken plural differs from its singular by its long vowels.
_LONG_VOWELS = str.maketrans("", "", "اوي")
_CONSONANTS = 3
_KINDS_OF_PLACE = frozenset({"place_kind", "any_place"})
"""Classes of words that every denial of a blow holds (`areas`), unless they name what was hit (`camp`, `prison`)."""
_STRUCK = frozenset({"facility", "camp", "property", "named_site"})
_OF_PEOPLE = frozenset({"civilian", "inhabited"})
"""Who denies striking where people live answers who tells of civilians hurt, in whichever word."""
_OF_NO_VICTIMS = frozenset({"nationality_adj", "home_matter"})
"""A people (`الأكراد`) may be fighters, and workers are more often in the name of a party than under fire."""
_HIT = _STRUCK | {"force", "gunmen", "vehicle", "weapons_goods"}
# A blow is denied within days; a later one at that place is another.
_DAYS = 3
_TANWIN = "ا"


def answers(context: Context, denial: Point, held: Point) -> bool:
    """Return whether a denial may stand beside what another claim holds as what is said of it by the side it blames.

    Unlike a relation, an answer may be older than the accusation (a denial stands), and third parties pass it on.
    """
    if not is_denied_by_camp(context, denial, held) or held.line.act not in _HOLDING:
        return False
    return denial.other_time == held.other_time and is_of_what_is_told(context, denial, held)


def languages_differ(context: Context, a: Point, b: Point) -> bool:
    """Return whether two points are told in two languages, whose words cannot meet."""
    return len({context.reading.by_id[point.line.document_id].document.language for point in (a, b)}) > 1


def is_denied_by_camp(context: Context, denial: Point, held: Point) -> bool:
    """Return whether a point is a denial by the side that another one blames."""
    return denial.denied and not held.denied and camp_of(context, denial.line.speaker) in held.camps


def is_pointed_at(denial: Point, held: Point) -> bool:
    """Return whether a denial is of the very words of another claim: `but the ministry denied it`."""
    return denial.denied and not held.denied and denial.told is not None and denial.told == held.told


def is_denial_of(context: Context, denial: Point, held: Point) -> bool:
    """Return whether a denial is of what another claim holds: by the camp that is blamed, or of one deed at one place.

    That something did not happen as well (`the attack failed, no soldier was hurt`) denies nobody.
    """
    if is_denied_by_camp(context, denial, held) or is_pointed_at(denial, held):
        return True
    if denial.line.act != "deny" or not denial.spots & held.spots:
        return False
    return not (denial.is_dated and held.is_dated) or denial.day == held.day


def is_of_what_is_held(context: Context, denial: Point, held: Point) -> bool:
    """Return whether what is denied is what another holds, said before it: in words that recur, at one place, or as accusations at large.

    Who denies breaking a truce does not deny the truce; who denies shelling a prison does not deny every shell.
    """
    if denial.other_time != held.other_time:
        return False
    if denial.day and held.day and held.day > denial.day:
        return False
    if denial.line.date and held.line.date and held.line.date > denial.line.date:
        return False
    if camp_of(context, denial.line.speaker) == camp_of(context, held.line.speaker):
        return False
    if is_pointed_at(denial, held):
        return True
    if held.line.act not in _HOLDING or not (held.accuses or held.kin in _CONTESTED):
        return False
    return is_of_what_is_told(context, denial, held)


def is_of_what_is_told(context: Context, denial: Point, held: Point) -> bool:
    """Return whether a denial and what another claim holds are of one thing done, whoever said it and when."""
    # Who is accused of a deed at a place and denies that deed there answers, in whatever words.
    if denial.told is None or (held.accuses and denial.spots & held.spots):
        return True
    if languages_differ(context, denial, held):
        return held.told is not None and denial.told.event.type == held.told.event.type
    denied = _own_words(context, denial)
    if not denied:
        return bool(denial.spots & held.spots) or denial.line.document_id == held.line.document_id
    names = words_of_names(context, held)
    said = {form for word in content_words(context, held.line) if names.isdisjoint(forms_of(word)) for form in forms_of(word)}
    if any(_stems_meet(form, other) for word in denied for form in forms_of(word) for other in said):
        return True
    if denial.spots & held.spots and _is_near(denial, held) and not any(_is_of_what_was_hit(word) for word in said):
        return True  # `the shelling of the town killed three`: what else it hit is left to others to tell
    return all(any(_is_of_people(form) for word in words for form in forms_of(word)) for words in (denied, said))


def _own_words(context: Context, denial: Point) -> frozenset[str]:
    """Return the words that say what is denied, without the deed itself, who and where: `سجن`, not `قصف`, of `نفت قصف سجن في عين عيسى`."""
    told = denial.told
    if told is None:
        return frozenset()
    text = told.document.text
    spans = [told.event.trigger, *(argument.span for argument in told.event.arguments if argument.role == "actor")]
    plain = {form for span in spans for word in fold_words(span.of(text)) for form in forms_of(word)} | words_of_names(context, denial)
    frame = phrases("denial_frame")
    return frozenset(
        word
        for word in content_words(context, denial.line)
        if plain.isdisjoint(forms_of(word)) and not frame.at((word,), 0) and not any(_is_of_every_blow(form) for form in forms_of(word))
    )


def words_of_names(context: Context, point: Point) -> set[str]:
    """Return the words of the parties and places that a claim names: `العمال` of a party is no word for people."""
    text = context.reading.text(point.line.document_id)
    names = [m.span.of(text) for m in context.reading.mentions_in(point.line.document_id, point.line.content.span) if m.kind in ("actor", "place")]
    if point.told is not None and point.told.event.where is not None:
        names.append(point.told.event.where.name)
    return {form for name in names for word in fold_words(name) for form in forms_of(word)}


def _is_near(denial: Point, held: Point) -> bool:
    return not (denial.day and held.day) or days_between(denial.day, held.day) <= _DAYS


def _is_of_what_was_hit(word: str) -> bool:
    classes = classes_of_word("ar", word, "") | classes_of_word("ar", word.removesuffix(_TANWIN), "")
    return not classes.isdisjoint(_HIT)


def _is_of_every_blow(word: str) -> bool:
    classes = classes_of_word("ar", word, "")
    return "attack_noun" in classes or (not classes.isdisjoint(_KINDS_OF_PLACE) and classes.isdisjoint(_STRUCK))


def _is_of_people(word: str) -> bool:
    classes = classes_of_word("ar", word, "")
    return not classes.isdisjoint(_OF_PEOPLE) and classes.isdisjoint(_OF_NO_VICTIMS)


def _stems_meet(one: str, other: str) -> bool:
    """Return whether two words are one, share a long beginning, or are one by their consonants: `المخيمات`, `مخيما`; `السجون`, `سجنا`."""
    a, b = one.removeprefix("ال"), other.removeprefix("ال")
    if a == b or (min(len(a), len(b)) >= _STEM and a[:_STEM] == b[:_STEM]):
        return True
    bones = a.translate(_LONG_VOWELS)
    return len(bones) >= _CONSONANTS and bones == b.translate(_LONG_VOWELS)

# SPDX-License-Identifier: Apache-2.0
"""What speaks for and against a word of violence in a document that is not about conflict: a sum of grounds that can be read.

A sign of its kind of happening near it (an armed party, a weapon, the police) is enough by itself. News tells the day and
puts its happenings in finite verbs, which speaks for them; a deed that names a kind (`ظاهرة العنف` the phenomenon of violence,
`جرائم السطو` robberies as such), the matter of a film or a book, what people do in general, what befell in another century
speak against. So a stabbing told in one line of a sports page stands, and the violence that a column deplores does not.
"""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from rasid.events.asserted.telling import Told
from rasid.events.scene import Scene
from rasid.events.triggers import Trigger
from rasid.knowledge.lexemes import word_classes
from rasid.records import Mention, Token
from rasid.spelling import fold

# What the grounds of a trigger must come to. A sign near it is enough; anything against it then wants something more. The
# weights were set by reading what nine hundred general articles outside the measure of `evals/false_alarms.py` gave, so
# that short reports of crime stand in an article about a market and no event of the gold is lost.
ENOUGH: Final = 3
_SIGN: Final = 3
_ANOTHER_SIGN: Final = 1
_SAYS_ITSELF: Final = 4
_DEED: Final = 1
_DEED_OF_PERSONS: Final = 2
_AS_NEWS: Final = 1
_OF_A_DAY: Final = 1
_IN_GENERAL: Final = -2
_LONG_AGO: Final = -1
_STEEPED: Final = -1
_LEARNED: Final = -1
_FICTION: Final = -2
_HISTORICAL: Final = -2
_KIND: Final = -3
_POLICING: Final = -3
_MISHAP: Final = -4
# Pronouns of the second person at a deed: words of a threat, a song, a sermon.
_ADDRESSED: Final = frozenset({"ك", "كم", "كما", "كن"})
_TO_SOMEBODY: Final = -3
# Words to either side of a trigger in which a sign speaks for or against it. Sentences without stops run over whole articles.
_NEAR: Final = 12
# The earthquake that killed, the animals that are hunted, are told farther off.
_FAR: Final = 20
# Phrases joined by `and`, and prepositions, between a kind and the deeds it is of: `جرائم القتل والخطف والسطو`.
_JOINED: Final = 4
# Precision of an interval of one day.
_DAY: Final = 1
# Precision of an interval that is told by a year or more.
_YEAR: Final = 5
# What one person does to another; deaths and fires come of accidents too.
_PERSONAL: Final = frozenset({"armed_attack", "assassination", "execution", "abuse", "abduction"})
_LEARNING: Final = ("learning",)
_HISTORY: Final = ("history_word",)
_KINDS: Final = ("names_a_kind", "counts_a_kind")
_NAMING: Final = frozenset({"noun", "adjective", "other"})
_FICTIONS: Final = ("titled", "titled_quoted", "fiction_word")


class Ground(NamedTuple):
    """One thing that speaks for a trigger (weight above 0) or against it, and what it is."""

    weight: int
    reason: str


class Company(NamedTuple):
    """Which classes of words speak for a trigger of some type, and which against."""

    signs: tuple[str, ...]
    """Near it."""
    own_signs: tuple[str, ...]
    """In it: `عنف` violence in `أعمال عنف`."""
    counter_signs: tuple[str, ...]
    is_violent: bool
    """Whether it is violence: what a custom or a law says of it in general, what history tells of it, is none."""
    policed: bool
    """Whether it is war where an army does it and no more than police work where the police do."""


def weigh(scene: Scene, trigger: Trigger, company: Company, told: Told, *, is_other: bool, is_steeped: bool) -> tuple[Ground, ...]:
    """Return the grounds for and against a trigger, the signs first.

    Args:
        scene: The sentence.
        trigger: The trigger.
        company: What speaks for and against its type.
        told: How the sentence tells it.
        is_other: Whether the document is about something else: even a word that only war has (`اغتيال` assassination) is not enough there.
        is_steeped: Whether it is full of it.
    """
    return tuple(_grounds(scene, trigger, company, told, is_other=is_other, is_steeped=is_steeped))


def is_enough(grounds: Sequence[Ground]) -> bool:
    """Return whether grounds let a trigger stand."""
    return sum(ground.weight for ground in grounds) >= ENOUGH


def in_words(grounds: Sequence[Ground]) -> str:
    """Return grounds as one line: `+3 شرطة near it, -3 names a kind behind ظاهرة: 0 of 3`."""
    listed = ", ".join(f"{ground.weight:+d} {ground.reason}" for ground in grounds) or "nothing speaks for it"
    return f"{listed}: {sum(ground.weight for ground in grounds)} of {ENOUGH}"


def _grounds(scene: Scene, trigger: Trigger, company: Company, told: Told, *, is_other: bool, is_steeped: bool) -> Iterator[Ground]:
    own = [scene.tokens[i] for i in trigger.slots if i != trigger.head]
    near = near_of(scene, trigger)
    is_news = told.telling == "reported"
    itself = None if is_other else _first_in(scene, [*own, scene.tokens[trigger.head]], ("armed_word",))
    if itself is not None:
        yield Ground(_SAYS_ITSELF, f"says so itself: {itself.word.form}")
    else:
        yield from _signs(scene, company, own, near)
        if trigger.sense.type in _PERSONAL:
            yield from _of_persons(scene, trigger, own, is_news=is_news)
    if is_news:
        yield Ground(_AS_NEWS, "told as news")
    yield from _times(scene, is_news=is_news, is_history=is_other and company.is_violent)
    if company.is_violent:
        yield from _against_violence(scene, trigger, near, told)
        if is_steeped:
            yield Ground(_STEEPED, "the document is full of another subject")
    mishap = _first_in(scene, near_of(scene, trigger, _FAR), company.counter_signs)
    if mishap is not None:
        yield Ground(_MISHAP, f"accident, animal or computer near it: {mishap.word.form}")


def _against_violence(scene: Scene, trigger: Trigger, near: Sequence[Token], told: Told) -> Iterator[Ground]:
    """What speaks against a word of violence: it is told in general, as a kind, near words of another matter."""
    if scene.tokens[trigger.head].word.enclitic in _ADDRESSED:
        yield Ground(_TO_SOMEBODY, "said to somebody")  # `جاهز لقتلك`
    if told.telling == "general" and "س" not in scene.tokens[trigger.head].word.proclitics:
        yield Ground(_IN_GENERAL, f"told in general: {told.reason}")
    kind = kind_before(scene, trigger, _KINDS)
    if kind is not None:
        yield Ground(_KIND, f"names a kind behind {kind.word.form}")
    for names, weight, what in ((_FICTIONS, _FICTION + (told.telling == "reported"), "fiction"), (_LEARNING, _LEARNED, "learning"), (_HISTORY, _HISTORICAL, "history")):
        found = _first_in(scene, near, names)
        if found is not None:
            yield Ground(weight, f"{what} near it: {found.word.form}")


def near_of(scene: Scene, trigger: Trigger, reach: int = _NEAR) -> list[Token]:
    """Return the words to either side of a trigger that may be signs, its own left out."""
    around = range(max(0, trigger.start - reach), min(len(scene.tokens), trigger.end + reach))
    return [scene.tokens[i] for i in around if not trigger.owns(i)]


def _signs(scene: Scene, company: Company, own: Sequence[Token], near: Sequence[Token]) -> Iterator[Ground]:
    """Words that confirm a trigger: near it, another besides, or in it."""
    signs = [token for token in near if scene.is_any(token, company.signs)]
    if signs:
        yield Ground(_SIGN, f"{signs[0].word.form} near it")
        more = next((token for token in (*signs, *own) if token.word.key != signs[0].word.key and scene.is_any(token, company.signs)), None)
        if more is not None:
            yield Ground(_ANOTHER_SIGN, f"{more.word.form} too")
        return
    inside = _first_in(scene, own, company.own_signs)
    if inside is not None:
        yield Ground(_SIGN, f"{inside.word.form} in it")
        if company.policed and scene.is_in(inside, "police_word"):
            yield Ground(_POLICING, "police work, no sign of war near it")


def _of_persons(scene: Scene, trigger: Trigger, own: Sequence[Token], *, is_news: bool) -> Iterator[Ground]:
    """A word of violence means what it says between persons: `ذبح زوجته`, `تعرض لطعنات`; not so `قتل الإبداع` (killing creativity)."""
    deed = next((token for token in (scene.tokens[trigger.head], *own) if _is_deed(scene, token)), None)
    if deed is None:
        return
    person = _person(scene, trigger)
    if person is None:
        yield Ground(_DEED, f"{deed.word.form} says so itself")
    else:
        yield Ground(_DEED_OF_PERSONS + is_news, f"{deed.word.form} is a matter of {person.word.form}")


def _is_deed(scene: Scene, token: Token) -> bool:
    return scene.is_in(token, "violent_deed") or (token.word.verb != "" and fold(token.word.verb) in word_classes(scene.language).get("violent_deed", ()))


def _person(scene: Scene, trigger: Trigger) -> Token | None:
    """A word for one who does a deed or undergoes it: a person among its dependents, its pronoun, one who `تعرض` (was exposed) to it."""
    heads = [trigger.head, *(i for i in (*trigger.slots, trigger.start - 1) if i >= 0 and scene.is_in(scene.tokens[i], "support_undergo"))]
    for head in heads:
        predicate = scene.predicates.get(head)
        if predicate is not None:
            phrases = (*predicate.object, *predicate.subject, *(one for one in predicate.obliques if one.preposition == "على"))
            found = next((scene.tokens[one.head] for one in phrases if scene.is_people(one) or scene.is_in(scene.tokens[one.head], "kin")), None)
            if found is not None:
                return found
    head_token = scene.tokens[trigger.head]
    return head_token if head_token.word.enclitic else None


def _times(scene: Scene, *, is_news: bool, is_history: bool) -> Iterator[Ground]:
    mentions = [mention for mention in scene.mentions if mention.kind == "time" and (is_news or not _is_nowadays(scene, mention))]
    times = [mention.interval for mention in mentions if mention.interval is not None]
    if any(time.precision == _DAY for time in times) or any(mention.interval is None and _is_of_a_day(scene, mention) for mention in mentions):
        yield Ground(_OF_A_DAY, "told to the day")
    elif is_history and times and all(time.precision >= _YEAR and time.basis == "absolute" for time in times):
        yield Ground(_LONG_AGO, "told by the year")


def _is_nowadays(scene: Scene, mention: Mention) -> bool:
    """Whether a time is `اليوم` by itself, which is today in news and nowadays in a column."""
    within = [token for token in scene.tokens if token.span.overlaps(mention.span)]
    return len(within) == 1 and "ال" in within[0].word.proclitics and scene.is_in(within[0], "part_of_day")


def _is_of_a_day(scene: Scene, mention: Mention) -> bool:
    """Whether a time that cannot be dated, since the day of the report is not known, is yet one of a day: `مساء أمس`."""
    return any(scene.is_any(token, ("part_of_day", "weekday", "day_adverb")) for token in scene.tokens if token.span.overlaps(mention.span))


def kind_before(scene: Scene, trigger: Trigger, names: Sequence[str] = ("names_a_kind",)) -> Token | None:
    """Return the word that makes a deed behind it a kind: in its genitive, behind its preposition, joined to another such deed; or None.

    Args:
        scene: The sentence.
        trigger: The trigger; a finite verb names no kind.
        names: The classes of such words.
    """
    if scene.tokens[trigger.head].kind == "verb" or scene.present.isdisjoint(names):
        return None
    end = trigger.start
    for _ in range(_JOINED):
        phrase = scene.phrase_at(end)
        start = end if phrase is None else phrase.start
        while start > 0 and scene.tokens[start - 1].kind == "preposition":
            start -= 1
        before = [scene.tokens[k] for k in range(end - 1, max(-1, start - 2), -1) if not trigger.owns(k)]
        found = next((token for token in before if token.kind in _NAMING and scene.is_any(token, names)), None)
        if found is not None or phrase is None or not phrase.coordinated or phrase.start == 0:
            return found
        end = phrase.start - 1
    return None


def _first_in(scene: Scene, tokens: Sequence[Token], names: Sequence[str]) -> Token | None:
    return next((token for token in tokens if scene.is_any(token, names)), None)

# SPDX-License-Identifier: Apache-2.0
"""Is this text about conflict at all, and is this word in it a name: what keeps sport, markets, medicine, history and film from being coded.

Two questions, both answered by words that can be pointed at. What a document is about: how many different words of war it
holds, the unmistakable ones for two, against how often words of sport, business, culture, health, weather and learning
stand in it. In a document that is not about conflict a trigger of violence counts where enough speaks for it in its own
sentence (`rasid.events.standing`): an armed party, a weapon, the police, somebody killed. What names a kind of violence
(`ثقافة العنف` the culture of violence, `قوانين الحرب` the laws of war) is no event in any document.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

from rasid.events.asserted.telling import Told, tell_all
from rasid.events.scene import Scene
from rasid.events.standing import ENOUGH, Company, Ground, is_enough, kind_before, near_of, weigh
from rasid.events.triggers import Trigger
from rasid.knowledge.lexemes import word_classes
from rasid.records import Sentence, Span, Token

# Different words of war, an unmistakable one counted twice, that a document must hold to be about conflict. Of general
# news without conflict one article in twenty reaches it; of conflict news nineteen in twenty do.
_WAR_EVIDENCE: Final = 3
# Words of another subject to one word of war that make the document one of that subject: a match report has tens of
# them to one `هجوم`. Of a thousand articles of conflict news one in a hundred has more.
_OTHER_SHARE: Final = 1.5
# One word of war in so many, and not one of another subject, makes a short passage one about conflict.
_DENSE_WORDS: Final = 100
# One word of another subject in so many: a match report, a market report.
_STEEPED_WORDS: Final = 25
# A headline or a flash of fewer words than this has no room for words of war; words of another subject speak all the same.
_FLASH: Final = 40
_OTHER_SUBJECTS: Final = ("sport", "economy", "culture", "health", "weather", "election", "learning", "computing", "animal", "mishap")
_SIGNS_OF_WAR: Final = ("armed_word", "force_word")
_SIGNS_OF_DEATH: Final = (*_SIGNS_OF_WAR, "violence_word")
_SIGNS_OF_CRIME: Final = (*_SIGNS_OF_DEATH, "police_word")
_SIGNS_OF_CUSTODY: Final = (*_SIGNS_OF_CRIME, "court", "detainee", "prison", "authority_word")
_SIGNS_OF_STATES: Final = (*_SIGNS_OF_WAR, "statecraft")
# What must stand near a trigger of a type in a document that is not about conflict, as classes of words. Protests explain
# themselves. The dead and the displaced are not confirmed by the police: they come to accidents and floods too.
_CONFIRMING: Final[Mapping[str, tuple[str, ...]]] = {
    **dict.fromkeys(("battle", "air_strike", "military_operation", "territory_gain", "deployment", "withdrawal", "support"), _SIGNS_OF_WAR),
    "shelling": (*_SIGNS_OF_WAR, "warlike"),
    **dict.fromkeys(("recruitment", "suspend_operation", "resume_operation"), _SIGNS_OF_WAR),
    **dict.fromkeys(("casualty", "displacement"), _SIGNS_OF_DEATH),
    **dict.fromkeys(("bombing", "armed_attack", "assassination", "execution", "abuse", "abduction", "destruction", "riot", "seizure"), _SIGNS_OF_CRIME),
    **dict.fromkeys(("arrest", "release", "escape", "transfer", "trial", "prison_unrest"), _SIGNS_OF_CUSTODY),
    **dict.fromkeys(("diplomacy", "agreement"), _SIGNS_OF_STATES),
    "sanction": (*_SIGNS_OF_STATES, "country", "nationality_adj"),
    "border_crossing": (*_SIGNS_OF_CRIME, "border", "authority_word", "country"),
    "aid": (*_SIGNS_OF_DEATH, "relief_word"),
    "repression": ("crackdown_word",),
}
# Meetings and accords are of clubs, firms, parties and unions as often as of states: a sign elsewhere does not make up for a word of these near it.
_OF_STATES: Final = frozenset({"diplomacy", "agreement"})
_AT_HOME: Final = -2
# Theft is no event: arms, force or a threat make it one.
_ROBBERY: Final = Company(("robbed_with",), ("robbed_with",), (), is_violent=True, policed=False)
_PEACEFUL: Final = ("arrest", "release", "escape", "transfer", "trial", "diplomacy", "agreement", "sanction", "border_crossing", "aid")
# An accident, an animal or a computer near a word of violence: it is none.
_COUNTER_SIGNS: Final = ("mishap", "animal", "computing")
_COUNTERED: Final = frozenset(_CONFIRMING) - frozenset(_PEACEFUL) - {"repression"} | {"escape"}
# No animal drops bombs, and what a raid on a farm kills does not make it less of one.
_UNLIKE_ANIMALS: Final = ("mishap", "computing")
_FROM_AFAR: Final = frozenset({"air_strike", "shelling"})
# Animals are caught, kept and set free as well.
_ANIMALS: Final = ("animal",)
_OF_CUSTODY: Final = frozenset({"arrest", "release", "transfer"})
# What parties and bodies are named for: `حركة تحرير السودان`, `منظمة حظر الأسلحة`.
_PURPOSES: Final = frozenset({"territory_gain", "sanction", "military_operation"})
_WAR, _ARMED, _POLICE, _OTHER = "war", "armed", "police", "other"
_WORTH: Final = {_WAR: 1, _POLICE: 1, _ARMED: 2, _OTHER: 0}
# Words of the name of an account.
_NAME: Final = 8
# Words of a title before its trigger.
_TITLE: Final = 8
# Words of a question that is no more than a headline.
_ASKED: Final = 5
_QUESTION_MARKS: Final = frozenset("؟?")
_QUOTES: Final = frozenset("\"«»“”„‟")


class Subject(NamedTuple):
    """What a document is about, as counts that explain the judgement."""

    words: int
    war: int
    """Different words of war, an unmistakable one counted twice."""
    war_uses: int
    """How often words of war stand in it."""
    police_uses: int
    """How many of these are of police, courts and crowds, who come to accidents and thefts too."""
    other_uses: int
    """How often words of sport, business, culture and the like stand in it."""

    @property
    def is_conflict(self) -> bool:
        """Whether words of violence may be taken at their word."""
        if self.words < _FLASH:
            return self.war_uses > 0 or self.other_uses == 0
        frequent = self.war_uses * _DENSE_WORDS >= self.words
        dense = self.other_uses == 0 and (self.war_uses - self.police_uses) * _DENSE_WORDS >= self.words
        return (self.war >= _WAR_EVIDENCE * (1 if frequent else 2) or dense) and not self.is_other

    @property
    def is_other(self) -> bool:
        """Whether it is plainly about something else."""
        return self.other_uses > _OTHER_SHARE * self.war_uses

    @property
    def is_steeped(self) -> bool:
        """Whether it is so full of another subject that even meetings and accords in it are of clubs and firms."""
        return self.is_other and self.other_uses * _STEEPED_WORDS > self.words


def find_subject(sentences: Sequence[Sentence], *, language: str) -> Subject:
    """Return what the words of a document speak for."""
    grades = _grades(language)
    uses: Counter[str] = Counter()
    words = 0
    lines = {tuple([token.word for token in sentence.tokens]): sentence for sentence in sentences}
    for sentence in lines.values():  # a saved page repeats its post in the title or at each answer to it: one text printed twice
        words += sum(token.kind != "other" or language != "ar" for token in sentence.tokens)  # Latin letters in Arabic are addresses, names, buttons
        uses.update([token.word.key for token in sentence.tokens if token.word.key in grades])
    by_grade: Counter[str] = Counter()
    for word, count in uses.items():
        by_grade[grades[word]] += count
    return Subject(
        words=words, war=sum(_WORTH[grades[word]] for word in uses), war_uses=by_grade[_WAR] + by_grade[_ARMED] + by_grade[_POLICE],
        police_uses=by_grade[_POLICE], other_uses=by_grade[_OTHER],
    )  # fmt: skip


@cache
def _grades(language: str) -> Mapping[str, str]:
    """What each word that tells a subject speaks for."""
    classes = word_classes(language)
    grades = {word: _OTHER for name in _OTHER_SUBJECTS for word in classes.get(name, ())}
    grades |= dict.fromkeys(classes.get("war_word", ()), _WAR)
    grades |= {word: _POLICE for word in classes.get("police_word", ()) if grades.get(word) == _WAR}
    grades |= dict.fromkeys(classes.get("armed_word", ()), _ARMED)
    return grades


def relevant_triggers(
    scenes: Sequence[Scene], triggers: Sequence[list[Trigger]], subject: Subject, signs: frozenset[str], *, language: str
) -> list[list[Trigger]]:
    """Return the triggers that stand, sentence by sentence.

    Args:
        scenes: The sentences that were read closely.
        triggers: The triggers of each.
        subject: What the document is about, see `find_subject`.
        signs: The types of peaceful happenings of which it holds a sign, see `signs_told`.
        language: Its language; one without a list of words of war is judged by names alone.

    Returns:
        For each scene its triggers without those inside of names and those that name a kind of violence; in a document that is
        not about conflict, without those for which not enough speaks.
    """
    named = [
        [trigger for trigger in found if not is_name(scene, trigger) and not is_asked(scene, trigger) and not is_tag(scene) and not is_account(scene)]
        for scene, found in zip(scenes, triggers, strict=True)
    ]
    if not any(named) or "war_word" not in word_classes(language):
        return named
    if subject.is_conflict:
        return [[trigger for trigger in found if kind_named(scene, trigger) is None] for scene, found in zip(scenes, named, strict=True)]
    return [_standing(scene, found, subject, signs) for scene, found in zip(scenes, named, strict=True)]


def _standing(scene: Scene, triggers: Sequence[Trigger], subject: Subject, signs: frozenset[str]) -> list[Trigger]:
    """The triggers of a sentence for which enough speaks."""
    told = tell_all(scene, triggers)
    return [one for one, how in zip(triggers, told, strict=True) if one.sense.type not in _CONFIRMING or is_enough(_grounds(scene, one, how, subject, signs))]


def signs_told(sentences: Sequence[Sentence], *, language: str) -> frozenset[str]:
    """Return the types of peaceful happenings of which a sign stands anywhere in a document."""
    words = {token.word.key for sentence in sentences for token in sentence.tokens}
    classes = word_classes(language)
    return frozenset(kind for kind in _PEACEFUL if any(not words.isdisjoint(classes.get(sign, ())) for sign in _CONFIRMING[kind]))


def kind_named(scene: Scene, trigger: Trigger) -> Token | None:
    """Return the word behind which violence is a kind and none that happened (`ثقافة العنف`, `قوانين الحرب`), None where there is none."""
    return None if trigger.sense.type in _PEACEFUL or trigger.sense.type not in _CONFIRMING else kind_before(scene, trigger)


def grounds_for(scene: Scene, trigger: Trigger, beside: Sequence[Trigger], subject: Subject, signs: frozenset[str]) -> tuple[Ground, ...]:
    """Return what speaks for and against a trigger in a document that is not about conflict; nothing where its type needs no sign.

    Args:
        scene: The sentence.
        trigger: The trigger.
        beside: All triggers of the sentence, this one among them.
        subject: What the document is about.
        signs: The types of peaceful happenings of which a sign stands anywhere in the document, see `signs_told`.
    """
    if trigger.sense.type not in _CONFIRMING:
        return ()
    told = next(how for one, how in zip(beside, tell_all(scene, beside), strict=True) if one == trigger)
    return _grounds(scene, trigger, told, subject, signs)


def _grounds(scene: Scene, trigger: Trigger, told: Told, subject: Subject, signs: frozenset[str]) -> tuple[Ground, ...]:
    kind = trigger.sense.type
    is_robbery = any(scene.is_in(scene.tokens[i], "robbery") for i in trigger.slots)
    grounds = weigh(scene, trigger, _ROBBERY if is_robbery else _company(kind), told, is_other=subject.is_other, is_steeped=subject.is_steeped)
    if kind in signs and not subject.is_steeped and not any(ground.weight >= ENOUGH for ground in grounds):
        grounds = (Ground(ENOUGH, "a sign of such happenings elsewhere in the document"), *grounds)
        home = next((token for token in near_of(scene, trigger) if scene.is_in(token, "home_matter")), None) if kind in _OF_STATES else None
        return grounds if home is None else (*grounds, Ground(_AT_HOME, f"no matter of states: {home.word.form} near it"))
    return grounds


@cache
def _company(kind: str) -> Company:
    """Which words speak for a trigger of a type and which against it."""
    signs = _CONFIRMING[kind]
    return Company(signs, (*signs, "police_word"), _against(kind), is_violent=kind not in _PEACEFUL, policed=kind == "military_operation")


def _against(kind: str) -> tuple[str, ...]:
    """Which words speak against a trigger of a type."""
    if kind in _FROM_AFAR:
        return _UNLIKE_ANIMALS
    if kind in _COUNTERED:
        return _COUNTER_SIGNS
    return _ANIMALS if kind in _OF_CUSTODY else ()


def is_tag(scene: Scene) -> bool:
    """Return whether a line lists the tags of a page, which tell nothing: `سمات العراق تفجير ملعب` (tags: Iraq, bombing, stadium)."""
    first, last = scene.tokens[0], scene.tokens[-1]
    return scene.is_in(first, "tags") and last.kind != "punctuation" and not any(token.kind in {"verb", "preposition"} for token in scene.tokens)


def is_account(scene: Scene) -> bool:
    """Return whether a sentence is the name of an account and no more: `مركز دراسات الحرب@warstudies` (centre of war studies)."""
    sign = next((i for i in range(len(scene.tokens) - 1, -1, -1) if scene.tokens[i].word.form == "@"), None)
    if sign is None or sign > _NAME:
        return False
    return all(token.kind in {"other", "number"} or token.word.form == "_" for token in scene.tokens[sign + 1 :])


def is_asked(scene: Scene, trigger: Trigger) -> bool:
    """Return whether a trigger is a short question without a verb, which tells nothing: `هجوم إرهابي؟` (a terrorist attack?)."""
    short = len(scene.tokens) <= _ASKED and scene.tokens[-1].word.form in _QUESTION_MARKS
    return short and trigger.sense.type in _CONFIRMING and all(token.kind != "verb" for token in scene.tokens)


def is_name(scene: Scene, trigger: Trigger) -> bool:
    """Return whether a trigger is part of a title or a name: `فيلم "الحرب"` (the film War), `متحف الحرب` (the war museum)."""
    start = trigger.start
    if _in_mention(scene, trigger):
        return True
    if start == 0:
        return False
    if _in_title(scene, start):
        return True
    before = scene.tokens[start - 1]
    if trigger.kind == "verb" or before.word.definite:
        return False
    if scene.is_in(scene.tokens[start], "deed_surname") and not scene.tokens[start].word.definite and scene.is_any(before, ("given_name", "name_head")):
        return True
    if trigger.sense.type in _PURPOSES and scene.is_in(before, "purposeful"):
        return True
    return scene.is_in(before, "titled") or (scene.is_in(before, "named_body") and scene.tokens[start].word.definite)


def _in_mention(scene: Scene, trigger: Trigger) -> bool:
    """Whether a trigger is a named place (`عدن`, read as a verb `they came back`) or the rest of a party's name (`حركة تحرير السودان`)."""
    span = Span(scene.tokens[trigger.start].span.start, scene.tokens[trigger.end - 1].span.end)
    covering = [mention for mention in scene.mentions if mention.kind in {"place", "actor", "outlet"} and mention.span.holds(span)]
    return any(mention.kind == "place" or mention.span.start < scene.tokens[trigger.start - 1].span.end for mention in covering if trigger.start or mention.kind == "place")


def _in_title(scene: Scene, start: int) -> bool:
    """Whether a token stands in quotes behind a word for a work: `لعبة "نداء الحرب"`."""
    quotes = [i for i in range(max(0, start - _TITLE), start) if scene.tokens[i].word.form in _QUOTES]
    if not quotes or sum(token.word.form in _QUOTES for token in scene.tokens[:start]) % 2 == 0:
        return False
    work = next((i for i in range(quotes[-1] - 1, max(-1, quotes[-1] - 4), -1) if scene.tokens[i].kind not in {"noun", "adjective", "other"} or _is_work(scene, i)), None)
    return work is not None and _is_work(scene, work)


def _is_work(scene: Scene, i: int) -> bool:
    """Whether a token is a word for a film, a book, a song; one with a pronoun is somebody's account or programme (`روايته`)."""
    token = scene.tokens[i]
    return not token.word.enclitic and (scene.is_in(token, "titled") or scene.is_in(token, "titled_quoted"))

# SPDX-License-Identifier: Apache-2.0
"""How a sentence tells a happening: as its report, as known background, or in general.

`قتل ثلاثة في انفجار` reports; `منذ اغتيال الوزير`, `منفذو الهجوم` refer back to what is known; `يقتلون الناس` speaks in general. A
finite verb of the past asserts unless its clause is about what is known (`الذي`, `بعد أن`, `كان قد`). A noun is asserted by the word
that it depends on: a verb of happening, doing, reporting or outcome that is itself asserted, or a toll beside it; a noun that nothing
governs (a headline, a line of a chronicle) asserts itself.
"""

from collections.abc import Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from rasid.events.carriers import EXPLAINING
from rasid.events.scene import Scene
from rasid.events.triggers import Trigger
from rasid.knowledge.lexemes import word_classes
from rasid.records import Event, Phrase, Predicate, Record, Telling, Token
from rasid.spelling import fold

_HARM: Final = EXPLAINING | {"casualty", "abduction", "destruction"}
_CROWDS: Final = frozenset({"protest", "riot"})
# A chain of nouns (`أعلن مقتل خمسة في هجوم`) is followed up this far.
_DEPTH: Final = 4
# Words between a relative or a subordinator and the verb of its clause: a subject with its adjectives.
_CLAUSE_REACH: Final = 14
# Words between `قامت` with its subject and the deed: `قامت امرأة اعتنقت ... بتفجير نفسها`.
_DEED_REACH: Final = 22
# Precision of an interval that is told by a year or more.
_YEAR: Final = 5
# Words between a charge and its deed: a preposition, adjectives.
_CHARGE_REACH: Final = 4
_QUOTES: Final = frozenset("«»\"“”")
_ANY: Final = frozenset({"subject", "object"})
# By which dependents a verb asserts the happening that they name: relations, and prepositions of obliques.
_ASSERTED_BY: Final[Mapping[str, frozenset[str]]] = {
    "occur": _ANY,
    "happen": _ANY,
    "carry": _ANY,
    "passive_support": _ANY,
    "support_act": _ANY | {"ب", fold("على")},
    "support_undergo": _ANY | {"ل", fold("إلى")},
    "takes_part": frozenset({"في"}),
    "manages": frozenset({"من", "في"}),
    "aspect_continue": _ANY | {"في"},
    "aspect_begin": _ANY | {"في", "ب"},
    "outcome": _ANY | {"عن", fold("إلى"), "في", "ب"},
    "points_to": frozenset({fold("إلى")}),
    "brings_news": frozenset({"object", "ب", "عن"}),
}
# What stands behind these is the circumstance of a toll.
_CIRCUMSTANCE: Final = frozenset(fold(word) for word in ("في", "ب", "إثر", "خلال", "جراء", "أثناء", "نتيجة", "بسبب", "عقب", "من", "لدى", "أمام"))
_RELATIVES: Final = frozenset(fold(word) for word in ("الذي", "التي", "الذين", "اللذان", "اللذين", "اللتان", "اللتين", "اللاتي", "اللواتي"))
_COPULA: Final = frozenset(fold(word) for word in ("كان", "كانت", "كانوا"))
_THAT: Final = frozenset(fold(word) for word in ("أن", "ما"))
_DUAL: Final = ("ان", "تين")
_COMPLEMENTISERS: Final = frozenset(fold(word) for word in ("أن", "إن", "بأن", "وأن", "وإن"))
_STOPS: Final = frozenset("،,؛;:.!؟?")
_END: Final = frozenset("؛;.!؟?")
# What goes on beside the deed of the clause: `وسط احتجاجات`, `بالتزامن مع هجوم`.
_BESIDE: Final = frozenset({"وسط", "مع"})
# Verbs that lead to a deed by a preposition, far behind them: `تعرض مسؤول، أمس الثلاثاء، للخطف`.
_LEADING: Final = {"ب": frozenset(fold(word) for word in ("قام", "بدأ", "باشر")), "ل": frozenset({fold("تعرض")}), fold("إلى"): frozenset({fold("تعرض")})}
_LABELS: Final = frozenset(":؛;*-–—ـ")


class Told(Record, frozen=True, kw_only=True):
    """How a happening is told, and why."""

    telling: Telling
    reason: str


def tell_all(scene: Scene, triggers: Sequence[Trigger]) -> list[Told]:
    """Return how a sentence tells the happening of each of its triggers.

    Args:
        scene: The sentence.
        triggers: All its triggers: a toll asserts the attack that it names as its cause.
    """
    if "outcome" not in word_classes(scene.language):  # no such reading of this language yet
        return [Told(telling="reported", reason="not read in this language")] * len(triggers)
    reader = _Reader(scene, triggers)
    return [reader.of(trigger) for trigger in triggers]


def with_telling(event: Event, told: Told) -> Event:
    """Return an event with how it is told."""
    return replace(event, telling=told.telling, telling_reason=told.reason)


def told_once(kept: Event, dropped: Event) -> Event:
    """Return the event that stands for two namings of one happening: reported where either of them reports it."""
    if kept.telling == "reported" or dropped.telling != "reported":
        return kept
    return replace(kept, telling=dropped.telling, telling_reason=dropped.telling_reason)


def _reported(reason: str) -> Told:
    return Told(telling="reported", reason=reason)


def _background(reason: str) -> Told:
    return Told(telling="background", reason=reason)


class _Reader:
    """Follows words up to what asserts them."""

    def __init__(self, scene: Scene, triggers: Sequence[Trigger]) -> None:
        self.scene = scene
        self.tokens = scene.tokens
        self.harm = frozenset(other.head for other in triggers if other.sense.type in _HARM)
        self.phrase_at = {i: phrase for phrase in scene.sentence.phrases for i in range(phrase.start, phrase.end)}
        self.over: dict[int, list[tuple[Predicate, str]]] = {}
        """The predicates that have a word among their dependents, each with the relation or preposition."""
        for predicate in scene.sentence.predicates:
            self._note_dependents(predicate)

    def of(self, trigger: Trigger) -> Told:
        if any(token.word.form in "؟?" for token in self.tokens[-2:]):
            return Told(telling="general", reason="in a question")
        told = self.word(trigger.head, trigger, _DEPTH)
        if trigger.sense.type in _CROWDS:
            told = self._of_crowd(trigger, told)
        return _background("dated by its year") if told.telling == "reported" and self._is_of_another_year(trigger) else told

    def _is_of_another_year(self, trigger: Trigger) -> bool:
        """Whether the time nearest to a trigger is told by the year or the month alone: news names the day, history `عام 1981`."""
        start = self.tokens[trigger.head].span.start
        times = [mention for mention in self.scene.mentions if mention.kind == "time"]
        nearest = min(times, key=lambda mention: abs(mention.span.start - start), default=None)
        if nearest is None:
            return False
        if nearest.interval is not None and nearest.interval.precision >= _YEAR:
            return True
        return nearest.interval is None and any(self.scene.is_in(token, "long_time") for token in self.tokens if token.span.overlaps(nearest.span))

    def _of_crowd(self, trigger: Trigger, told: Told) -> Told:
        """The deeds of a crowd with an article (`هتف المتظاهرون`) are details of a known protest; one in which others act is told with them."""
        predicate = self.scene.predicates.get(trigger.head)
        if predicate is not None and predicate.form == "verb":
            crowd = next((phrase for phrase in predicate.subject if self.scene.is_in(self.tokens[phrase.head], "protester")), None)
            known = crowd is not None and crowd.head == crowd.start and "ال" in self.tokens[crowd.head].word.proclitics
            return _background("deed of a known crowd") if known else told
        phrase = self.phrase_at.get(trigger.head)
        if told.telling == "reported" or phrase is None or phrase.preposition != "في" or self._is_definite(phrase):
            return told
        over = next((other for other, relation in self._over(trigger.head, phrase) if relation == "في" and other.form == "verb"), None)
        return told if over is None else self.verb(over.head, _DEPTH)

    def word(self, i: int, trigger: Trigger | None, depth: int) -> Told:
        """How the word at a token index is told."""
        if depth == 0:
            return _background("nothing asserts it")
        if self.scene.is_in(self.tokens[i], "telling_participle"):
            return _reported(f"asserted by {self.tokens[i].word.form}")
        return self.verb(i, depth) if self.tokens[i].kind == "verb" else self.noun(i, trigger, depth)

    # --- verbs

    def verb(self, i: int, depth: int) -> Told:
        predicate = self.scene.predicates.get(i)
        if predicate is not None and predicate.negation is not None:
            return _background("negated")
        if self.tokens[i].word.tense == "present":
            return self._present(i, predicate)
        condition = next((self.tokens[k] for k in (predicate.governors[:4] if predicate else ()) if self.scene.is_in(self.tokens[k], "condition")), None)
        if condition is not None:
            return Told(telling="general", reason=f"behind {condition.word.form}")
        described = self._described_noun(i)
        if described is not None:
            told = self.word(described, None, depth - 1)
            return told if told.telling != "reported" else _reported("describes what is reported")
        opener = self._opener(i)
        if opener is not None:
            return _background(f"in a clause behind {self.tokens[opener].word.form}")
        return self._since(predicate) or _reported("finite verb")

    def _since(self, predicate: Predicate | None) -> Told | None:
        """`قتل 76 صحافيا منذ الغزو`: a sum over years, and no news; since this morning is news."""
        for phrase in predicate.obliques if predicate is not None else ():
            if phrase.preposition == "منذ" and not any(self.scene.is_in(self.tokens[k], "part_of_day") for k in range(phrase.start, phrase.end)):
                return _background("a sum since long ago")
        return None

    def _present(self, i: int, predicate: Predicate | None) -> Told:
        """A present tells in general, but for that of headlines: `تفجير انتحاري يقتل ستين`."""
        subject = predicate.subject[0] if predicate is not None and predicate.subject else None
        if subject is not None and subject.end <= i and subject.head in self.harm and self._stands_free(subject):
            return _reported("present of a headline")
        if self.scene.is_in(self.tokens[i], "goes_on"):
            return _reported("goes on")
        if subject is not None and self._is_seen(subject):
            return _reported("seen to do it")
        return Told(telling="general", reason="present tense")

    def _is_seen(self, subject: Phrase) -> bool:
        """`شاهد مسلحين يطلقون النار`: a witness of the past saw them do it."""
        before = self.tokens[subject.head - 1] if subject.head else None
        return before is not None and self.scene.is_in(before, "perceives") and before.word.tense == "past"

    def _opener(self, i: int) -> int | None:
        """Index of what makes the clause of a verb one about what is known: a relative, `بعد أن`, `كان`, a question word."""
        joined = self._is_joined(self.tokens[i])
        for k in range(i - 1, max(-1, i - _CLAUSE_REACH), -1):
            token = self.tokens[k]
            if token.word.form in _STOPS:
                return None
            if token.word.key in _RELATIVES or token.word.key in _COPULA or self.scene.is_in(token, "asking"):
                return k
            if token.kind == "verb":
                return self._opener(k) if joined else None
            if token.word.key in _THAT and k and self.scene.is_in(self.tokens[k - 1], "time_before"):
                return k - 1
            if token.word.key in {fold("بعدما"), fold("قبلما"), fold("منذما")}:
                return k
            if token.word.key in _COMPLEMENTISERS or token.word.stem in _COMPLEMENTISERS:
                return self._opener_of_speech(k)
            if token.kind == "conjunction":
                return None
        return None

    def _opener_of_speech(self, complementiser: int) -> int | None:
        """What makes the words of a speaker old or uncertain: `وكان مسؤولون قد أكدوا أن`, `يعتقد المحققون أن`."""
        for k in range(complementiser - 1, max(-1, complementiser - _DEED_REACH), -1):
            token = self.tokens[k]
            if self.scene.is_in(token, "believing"):
                return k
            if token.kind == "verb":
                opener = self._opener(k)
                return opener if opener is not None and self.tokens[opener].word.key in _COPULA else None
            if token.word.form in _END:
                return None
        return None

    @staticmethod
    def _is_joined(token: Token) -> bool:
        return token.word.proclitics[:1] == ("و",)

    def _described_noun(self, i: int) -> int | None:
        """Index of the indefinite noun that a verb right behind it describes: `في هجوم قتل فيه ثلاثة`, `مذبحة وقعت قبل يومين`."""
        if i == 0 or self.tokens[i].word.proclitics:
            return None
        phrase = self.phrase_at.get(i - 1)
        if phrase is None or phrase.end != i or any("ال" in self.tokens[k].word.proclitics for k in range(phrase.head, phrase.end)):
            return None
        own = self.scene.predicates.get(i)
        if own is not None and own.subject and own.subject[-1].end < i and own.subject[-1] != phrase:
            return None
        head = self.tokens[phrase.head]
        dual = head.word.stem.endswith(_DUAL) and self.tokens[i].word.person == "3mp"
        if head.kind == "number" or head.word.enclitic or dual or self.scene.is_time(phrase):
            return None
        governed = bool(phrase.preposition) or phrase.coordinated or any(
            phrase in predicate.object for predicate in self.scene.sentence.predicates if predicate.form == "verb" and predicate.head < phrase.start
        )
        if not governed or not self._begins_within(phrase):
            return None
        return phrase.head

    def _begins_within(self, phrase: Phrase) -> bool:
        """Whether something of the clause stands before a phrase: `في بيان أعلنت` opens a sentence, and `أعلنت` describes nothing."""
        for k in range(phrase.start - 1, -1, -1):
            token = self.tokens[k]
            if token.word.form in _STOPS:
                return False
            if token.kind == "verb" or (k in self.phrase_at and token.kind != "preposition"):
                return True
        return False

    # --- nouns

    def noun(self, i: int, trigger: Trigger | None, depth: int) -> Told:
        phrase = self.phrase_at.get(i)
        if phrase is None:
            return _background("nothing asserts it")
        accused = self._accused_before(phrase)
        if accused is not None:
            return _background(f"what {self.tokens[accused].word.form} is accused of")
        owner = self._owner(i, phrase, trigger)
        if owner is not None:
            return _background(f"in the genitive of {self.tokens[owner].word.form}")
        over = self._over(i, phrase)
        for predicate, relation in over:
            told = self._by_predicate(predicate, relation, i, depth)
            if told is not None:
                return told
        if phrase.coordinated:
            return self._by_conjunct(phrase, depth)
        leader = self._leader(i, phrase)
        if leader is not None:
            return self.word(leader, None, depth - 1)
        if not over and self._stands_free(phrase):
            return _reported("stands free, as in a headline")
        return _background("nothing asserts it")

    def _leader(self, i: int, phrase: Phrase) -> int | None:
        """Index of the word that tells of a noun which the grammar has not tied to it."""
        for find in (self._toll_before, self._leading_before, self._clause_beside, self._verb_before):
            found = find(i, phrase)
            if found is not None:
                return found
        return None

    def _accused_before(self, phrase: Phrase) -> int | None:
        """Index of the word that makes a deed a charge: `المتهم بقتل`, `المسؤولية عن تفجير`, `المتهم الرئيسي في اغتيال`."""
        if not phrase.preposition:
            return None
        for k in range(phrase.start - 1, max(-1, phrase.start - _CHARGE_REACH), -1):
            token = self.tokens[k]
            if self.scene.is_in(token, "charged"):
                return k
            if token.kind not in {"preposition", "adjective"} and token.word.form not in _QUOTES:
                return None
        return None

    def _owner(self, i: int, phrase: Phrase, trigger: Trigger | None) -> int | None:
        """Index of a noun of the phrase before a word that makes it a matter of reference: `منفذ الهجوم`, `قضية اغتيال`."""
        for k in range(phrase.start, i):
            token = self.tokens[k]
            if trigger is not None and trigger.owns(k):
                continue
            if token.kind == "noun" and k not in self.harm and not self.scene.is_in(token, "bearing") and not self.scene.is_in(token, "number"):
                return k
        return None

    def _note_dependents(self, predicate: Predicate) -> None:
        noted: set[int] = set()
        for relation, group in (("subject", predicate.subject), ("object", predicate.object), ("", predicate.obliques)):
            for phrase in group:
                for i in range(phrase.start, phrase.end):
                    if i not in noted:
                        noted.add(i)
                        self.over.setdefault(i, []).append((predicate, relation or fold(phrase.preposition)))

    def _over(self, i: int, phrase: Phrase) -> list[tuple[Predicate, str]]:
        """Predicates that have the word for a dependent, the nearest first; not those inside its own phrase behind it."""
        found = [pair for pair in self.over.get(i, ()) if not i <= pair[0].head < phrase.end]
        return sorted(found, key=lambda pair: abs(pair[0].head - i))

    def _by_predicate(self, predicate: Predicate, relation: str, i: int, depth: int) -> Told | None:
        """What a predicate makes of its dependent, None where it says nothing of its happening."""
        head = predicate.head
        token = self.tokens[head]
        if not self._asserts(head, relation) or (relation not in _ANY and self._goes_on_between(head, i)):
            return None
        if self.scene.is_in(token, "brings_news") and i < head and head not in self.harm:
            return None
        if relation == "subject" and self._only_refers(i) and (
            self.scene.is_in(token, "comes") or (self.scene.is_in(token, "outcome") and not self._tells_harm(predicate))
        ):
            return _background(f"known, subject of {token.word.form}")
        told = self.word(head, None, depth - 1)
        return _reported(f"asserted by {token.word.form}") if told.telling == "reported" else told

    def _asserts(self, head: int, relation: str) -> bool:
        token = self.tokens[head]
        if head in self.harm or self.scene.is_in(token, "toll"):
            return relation in _CIRCUMSTANCE or (relation == "subject" and token.kind == "verb")
        if token.kind != "verb":
            return self.scene.is_in(token, "bearing")
        return any(relation in relations and self.scene.is_in(token, name) for name, relations in _ASSERTED_BY.items())

    def _goes_on_between(self, head: int, i: int) -> bool:
        """Whether another voice begins between a verb and a noun: `أعلن المسؤول الاعتقال، مشيرا إلى تفجيرات`."""
        return any(self.scene.is_in(self.tokens[k], "telling_participle") for k in range(head + 1, i))

    def _only_refers(self, i: int) -> bool:
        return "ال" in self.tokens[i].word.proclitics

    def _tells_harm(self, predicate: Predicate) -> bool:
        """Whether a verb of outcome leads to the dead, the hurt or the destroyed."""
        return any(phrase.start <= k < phrase.end for phrase in (*predicate.object, *predicate.obliques) for k in self.harm)

    def _by_conjunct(self, phrase: Phrase, depth: int) -> Told:
        """A noun joined by `و` is told as the one before it."""
        before = self.phrase_at.get(phrase.start - 1)
        return _background("nothing asserts it") if before is None else self.word(before.head, None, depth - 1)

    def _toll_before(self, _: int, phrase: Phrase) -> int | None:
        """`ثلاثة قتلى في انفجار`: the dead and hurt right before the attack, with no verb between."""
        if fold(phrase.preposition) not in _CIRCUMSTANCE:
            return None
        for k in range(phrase.start - 1, max(-1, phrase.start - _CLAUSE_REACH), -1):
            token = self.tokens[k]
            if token.kind == "verb" or token.word.form in _END:
                return None
            if self.scene.is_in(token, "toll_noun") or self.scene.is_in(token, "toll"):
                return k
        return None

    def _leading_before(self, _: int, phrase: Phrase) -> int | None:
        """Index of a verb that leads to its deed by a preposition, with remarks about the subject between."""
        verbs = _LEADING.get(fold(phrase.preposition))
        if verbs is None:
            return None
        for k in range(phrase.start - 1, max(-1, phrase.start - _DEED_REACH), -1):
            word = self.tokens[k].word
            if fold(word.verb) in verbs or word.key in verbs:
                return k
            if word.form in _END:
                return None
        return None

    def _clause_beside(self, _: int, phrase: Phrase) -> int | None:
        """`وسط احتجاجات`: what goes on beside the deed of a finite verb is told with it."""
        if phrase.preposition not in _BESIDE:
            return None
        return next((k for k in range(phrase.start - 1, -1, -1) if self.tokens[k].kind == "verb"), None)

    def _verb_before(self, i: int, phrase: Phrase) -> int | None:
        """The verb of doing or happening whose object or subject stands apart: `واصل الطيران، أمس، غاراته`, `أسفر اشتباك`."""
        if phrase.preposition or "ال" in self.tokens[i].word.proclitics:
            return None
        for k in range(phrase.start - 1, max(-1, phrase.start - _DEED_REACH), -1):
            token = self.tokens[k]
            if token.word.form in _END or token.kind == "conjunction":
                return None
            if token.kind == "verb" or self.scene.is_in(token, "telling_participle"):
                return k if self._asserts(k, "object") or self.scene.is_in(token, "telling_participle") else None
        return None

    def _stands_free(self, phrase: Phrase) -> bool:
        """Whether nothing but labels, dates and adverbials stands before a phrase in its sentence."""
        if phrase.preposition or self.tokens[phrase.head].word.enclitic:
            return False
        for k in range(phrase.start - 1, -1, -1):
            token = self.tokens[k]
            if token.word.form in _LABELS or self._opens_content(token, phrase):
                return True
            before = self.phrase_at.get(k)
            if token.kind in {"punctuation", "preposition", "number", "particle"} or (before is not None and (before.preposition or self.scene.is_time(before) or self.scene.is_place(before))):
                continue
            return False
        return True

    def _opens_content(self, token: Token, phrase: Phrase) -> bool:
        """Whether a new happening begins what is said: `إن انفجارا`; behind `بأنه` stands a description."""
        return token.word.key in _COMPLEMENTISERS and not token.word.enclitic and phrase.head in self.harm and not self._is_definite(phrase)

    def _is_definite(self, phrase: Phrase) -> bool:
        return any("ال" in self.tokens[k].word.proclitics or self.tokens[k].word.enclitic for k in range(phrase.start, phrase.end))

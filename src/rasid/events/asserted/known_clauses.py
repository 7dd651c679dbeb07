# SPDX-License-Identifier: Apache-2.0
"""What makes the clause of a verb one about what is known already: a relative, `بعد أن`, `كان قد`, an indefinite noun that it describes."""

from typing import Final

from rasid.events.asserted.assertion import COMPLEMENTISERS, END
from rasid.events.scene import Scene
from rasid.records import Phrase, Predicate, Token
from rasid.spelling import fold

# Words between a relative or a subordinator and the verb of its clause: a subject with its adjectives.
_CLAUSE_REACH: Final = 14
# Words between a verb of saying and what is said: the speaker with his titles.
_SPEAKER_REACH: Final = 22
_THAT: Final = frozenset(fold(word) for word in ("أن", "ما"))
_AFTER_THAT: Final = frozenset(fold(word) for word in ("بعدما", "قبلما", "منذما"))
_DUAL: Final = ("ان", "تين")
_STOPS: Final = frozenset("،,؛;:.!؟?")


class Clauses:
    """The clauses of one sentence, asked about their verbs."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.tokens = scene.tokens
        self.phrase_at = scene.phrases_by_token

    def opener(self, i: int) -> int | None:
        """Return the index of what makes the clause of a verb one about what is known: a relative, `بعد أن`, `كان`, a question word."""
        joined = self._is_joined(self.tokens[i])
        for k in range(i - 1, max(-1, i - _CLAUSE_REACH), -1):
            token = self.tokens[k]
            if token.word.form in _STOPS:
                return None
            if self.scene.is_any(token, ("relative_definite", "copula", "asking")):
                return k
            if token.kind == "verb":
                return self.opener(k) if joined else None
            if token.word.key in _THAT and k and self.scene.is_in(self.tokens[k - 1], "time_before"):
                return k - 1
            if token.word.key in _AFTER_THAT:
                return k
            if token.word.key in COMPLEMENTISERS or token.word.stem in COMPLEMENTISERS:
                return self._opener_of_speech(k)
            if token.kind == "conjunction":
                return None
        return None

    def _opener_of_speech(self, complementiser: int) -> int | None:
        """What makes the words of a speaker old or uncertain: `وكان مسؤولون قد أكدوا أن`, `يعتقد المحققون أن`."""
        for k in range(complementiser - 1, max(-1, complementiser - _SPEAKER_REACH), -1):
            token = self.tokens[k]
            if self.scene.is_in(token, "believing"):
                return k
            if token.kind == "verb":
                opener = self.opener(k)
                return opener if opener is not None and self.scene.is_in(self.tokens[opener], "copula") else None
            if token.word.form in END:
                return None
        return None

    @staticmethod
    def _is_joined(token: Token) -> bool:
        return token.word.proclitics[:1] == ("و",)

    def described_noun(self, i: int) -> int | None:
        """Return the index of the indefinite noun that a verb right behind it describes: `في هجوم قتل فيه ثلاثة`, `مذبحة وقعت قبل يومين`."""
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

    def is_sum(self, predicate: Predicate | None) -> bool:
        """Return whether a verb tells a sum over years: `قتل 76 صحافيا منذ الغزو`; since this morning is news."""
        return any(
            phrase.preposition == "منذ" and not any(self.scene.is_in(self.tokens[k], "part_of_day") for k in range(phrase.start, phrase.end))
            for phrase in (predicate.obliques if predicate is not None else ())
        )

    def is_seen(self, subject: Phrase) -> bool:
        """Return whether a witness of the past saw the subject do it: `شاهد مسلحين يطلقون النار`."""
        before = self.tokens[subject.head - 1] if subject.head else None
        return before is not None and self.scene.is_in(before, "perceives") and before.word.tense == "past"

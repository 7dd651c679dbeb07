# SPDX-License-Identifier: Apache-2.0
"""Which word of a sentence asserts the happening that another names: a verb of happening or outcome, a toll beside it, or nothing but itself."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import Final

from rasid.events.carriers import EXPLAINING
from rasid.events.scene import Scene
from rasid.events.triggers import Trigger
from rasid.records import Phrase, Predicate, Token
from rasid.spelling import fold

_HARM: Final = EXPLAINING | {"casualty", "abduction", "destruction"}
# Words between the dead and the attack that they died in, with no verb between.
_TOLL_REACH: Final = 14
# Words between a verb and its deed, with clauses about the subject between: `قامت امرأة اعتنقت ... بتفجير نفسها`.
_DEED_REACH: Final = 22
# Words between a charge and its deed: a preposition, adjectives.
_CHARGE_REACH: Final = 4
QUOTES: Final = frozenset("«»\"“”")
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
COMPLEMENTISERS: Final = frozenset(fold(word) for word in ("أن", "إن"))
END: Final = frozenset("؛;.!؟?")
# What goes on beside the deed of the clause: `وسط احتجاجات`, `بالتزامن مع هجوم`.
_BESIDE: Final = frozenset({"وسط", "مع"})
# By preposition, the class of the verbs that lead to a deed far behind them: `تعرض مسؤول، أمس الثلاثاء، للخطف`.
_LEADING: Final = {"ب": "leads_to_deed", "ل": "undergoes", fold("إلى"): "undergoes"}
_LABELS: Final = frozenset(":؛;*-–—ـ")
_ADVERBIAL: Final = frozenset({"punctuation", "preposition", "number", "particle"})


class Assertions:
    """The words of one sentence, asked what asserts them."""

    def __init__(self, scene: Scene, triggers: Sequence[Trigger]) -> None:
        self.scene = scene
        self.tokens = scene.tokens
        self.harm = frozenset(other.head for other in triggers if other.sense.type in _HARM)
        self.phrase_at = scene.phrases_by_token

    @cached_property
    def _over(self) -> dict[int, list[tuple[Predicate, str]]]:
        """By word, the predicates that have it for a dependent, each with the relation or the preposition."""
        over: dict[int, list[tuple[Predicate, str]]] = {}
        for predicate in self.scene.sentence.predicates:
            noted: set[int] = set()
            for relation, group in (("subject", predicate.subject), ("object", predicate.object), ("", predicate.obliques)):
                for phrase in group:
                    told = (predicate, relation or fold(phrase.preposition))
                    for i in range(phrase.start, phrase.end):
                        if i not in noted:
                            noted.add(i)
                            over.setdefault(i, []).append(told)
        return over

    def over(self, i: int, phrase: Phrase) -> list[tuple[Predicate, str]]:
        """Return the predicates that have a word of a phrase for a dependent, the nearest first, each with the relation or the preposition.

        Those that stand behind the word in its own phrase are left out.
        """
        found = [pair for pair in self._over.get(i, ()) if not i <= pair[0].head < phrase.end]
        return sorted(found, key=lambda pair: abs(pair[0].head - i))

    def is_asserted_by(self, predicate: Predicate, relation: str, i: int) -> bool:
        """Return whether a predicate says of its dependent that it happened."""
        head = predicate.head
        if not self._asserts(head, relation) or (relation not in _ANY and self._goes_on_between(head, i)):
            return False
        return not (self.scene.is_in(self.tokens[head], "brings_news") and i < head and head not in self.harm)

    def is_only_known(self, predicate: Predicate, relation: str, i: int) -> bool:
        """Return whether a happening with an article is only talked about: `جاء الهجوم بعد`, `أدى الهجوم إلى غضب`; its dead are news."""
        token = self.tokens[predicate.head]
        if relation != "subject" or "ال" not in self.tokens[i].word.proclitics:
            return False
        return self.scene.is_in(token, "comes") or (self.scene.is_in(token, "outcome") and not self._tells_harm(predicate))

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

    def _tells_harm(self, predicate: Predicate) -> bool:
        """Whether a verb of outcome leads to the dead, the hurt or the destroyed."""
        return any(phrase.start <= k < phrase.end for phrase in (*predicate.object, *predicate.obliques) for k in self.harm)

    def accused_before(self, phrase: Phrase) -> int | None:
        """Return the index of the word that makes a deed a charge: `المتهم بقتل`, `المسؤولية عن تفجير`, `المتهم الرئيسي في اغتيال`."""
        if not phrase.preposition:
            return None
        for k in range(phrase.start - 1, max(-1, phrase.start - _CHARGE_REACH), -1):
            token = self.tokens[k]
            if self.scene.is_in(token, "charged"):
                return k
            if token.kind not in {"preposition", "adjective"} and token.word.form not in QUOTES:
                return None
        return None

    def owner(self, i: int, phrase: Phrase, trigger: Trigger | None) -> int | None:
        """Return the index of a noun of the phrase before a word that makes it a matter of reference: `منفذ الهجوم`, `قضية اغتيال`."""
        for k in range(phrase.start, i):
            token = self.tokens[k]
            if trigger is not None and trigger.owns(k):
                continue
            if token.kind == "noun" and k not in self.harm and not self.scene.is_in(token, "bearing") and not self.scene.is_in(token, "number"):
                return k
        return None

    def leader(self, i: int, phrase: Phrase) -> int | None:
        """Return the index of the word that tells of a noun which the grammar has not tied to it."""
        for find in (self._toll_before, self._leading_before, self._clause_beside, self._verb_before):
            found = find(i, phrase)
            if found is not None:
                return found
        return None

    def _toll_before(self, _: int, phrase: Phrase) -> int | None:
        """`ثلاثة قتلى في انفجار`: the dead and hurt right before the attack, with no verb between."""
        if fold(phrase.preposition) not in _CIRCUMSTANCE:
            return None
        for k in range(phrase.start - 1, max(-1, phrase.start - _TOLL_REACH), -1):
            token = self.tokens[k]
            if token.kind == "verb" or token.word.form in END:
                return None
            if self.scene.is_in(token, "toll_noun") or self.scene.is_in(token, "toll"):
                return k
        return None

    def _leading_before(self, _: int, phrase: Phrase) -> int | None:
        """Index of a verb that leads to its deed by a preposition, with remarks about the subject between."""
        name = _LEADING.get(fold(phrase.preposition))
        if name is None:
            return None
        for k in range(phrase.start - 1, max(-1, phrase.start - _DEED_REACH), -1):
            if self.scene.is_in(self.tokens[k], name):
                return k
            if self.tokens[k].word.form in END:
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
            if token.word.form in END or token.kind == "conjunction":
                return None
            if token.kind == "verb" or self.scene.is_in(token, "telling_participle"):
                return k if self._asserts(k, "object") or self.scene.is_in(token, "telling_participle") else None
        return None

    def stands_free(self, phrase: Phrase) -> bool:
        """Return whether nothing but labels, dates and adverbials stands before a phrase in its sentence."""
        if phrase.preposition or self.tokens[phrase.head].word.enclitic:
            return False
        for k in range(phrase.start - 1, -1, -1):
            token = self.tokens[k]
            if token.word.form in _LABELS or self._opens_content(token, phrase):
                return True
            if token.kind not in _ADVERBIAL and not self._is_adverbial(k):
                return False
        return True

    def _is_adverbial(self, k: int) -> bool:
        phrase = self.phrase_at.get(k)
        return phrase is not None and (bool(phrase.preposition) or self.scene.is_time(phrase) or self.scene.is_place(phrase))

    def _opens_content(self, token: Token, phrase: Phrase) -> bool:
        """Whether a new happening begins what is said: `إن انفجارا`; behind `بأنه` stands a description."""
        return token.word.key in COMPLEMENTISERS and not token.word.enclitic and phrase.head in self.harm and not self.is_definite(phrase)

    def is_definite(self, phrase: Phrase) -> bool:
        """Return whether a word of a phrase has an article or a pronoun."""
        return any("ال" in self.tokens[k].word.proclitics or self.tokens[k].word.enclitic for k in range(phrase.start, phrase.end))

# SPDX-License-Identifier: Apache-2.0
"""What belongs to the source behind an Arabic verb of saying: its titles, its name, its second quality, the part of a body that it is."""

from collections.abc import Sequence
from typing import Final

from rasid.claims.cues import Cue
from rasid.claims.frame_words import (
    CLOSING_MARKS,
    COMPLEMENTISERS,
    OPENING_MARKS,
    REST,
    STATEMENT,
    TO,
    classes_at,
    is_time,
    is_titled,
    speaks,
)
from rasid.claims.sources import can_tell, is_person_name
from rasid.knowledge.lexemes import classes_of_word
from rasid.languages.ar.phrases import is_accusative
from rasid.languages.ar.vocabulary import nouns
from rasid.records import Phrase, Sentence, Span
from rasid.spelling import fold

# A verb in the plural or dual has its subject before it, named or not; behind it stands an object.
_AGREEING_BEHIND: Final = frozenset({"mp", "fp", "md", "fd"})
_DEMONSTRATIVES: Final = frozenset({"هذا", "هذه", "هؤلاء", "هذين", "هاتين"})
_PARTS: Final = frozenset({"كي", "لي", "بن", "ابن", "أبو", "آل", "بي"})
_OF: Final = frozenset({"ل", "باسم", "في", "ب", "لدى"})
_SELF: Final = frozenset({"نفسه", "نفسها", "ذاته", "ذاتها", "نفسهم"})


class SourceWalk:
    """The state of a walk behind a verb of saying, and what of it is the source."""

    def __init__(self, sentence: Sentence, cue: Cue, limit: int, *, outlets: Sequence[Span], is_led: bool) -> None:
        self.sentence, self.tokens, self.cue = sentence, sentence.tokens, cue
        self.limit = cue.after - 1 if cue.kind == "phrase" else limit
        self.markers = {fold(marker) for marker in cue.sense.content} if cue.kind in {"verb", "participle"} else set()
        self.phrases = {phrase.start: self._within(phrase) for phrase in sentence.phrases if phrase.start > cue.head and phrase.start < self.limit}
        person = self.tokens[cue.head].word.person
        before = self.tokens[cue.head - 1] if cue.head else None
        is_told = before is not None and before.kind == "conjunction" and before.word.enclitic != ""
        is_purpose = self.tokens[cue.head].word.proclitics[:1] == ("ل",)
        self.hides = is_led or is_told or is_purpose or person[:1] in {"1", "2"} or person[1:] in _AGREEING_BEHIND
        self.deeds = {predicate.head for predicate in sentence.predicates if predicate.form == "verbal_noun"}
        self.subject: tuple[Phrase, ...] = ()
        self.subject_end = 0
        self.target: tuple[Phrase, ...] = ()
        self.outlets: list[Span] = []
        self.named_outlets = outlets
        self.mediums: list[Phrase] = []
        self.relayed: tuple[Phrase, ...] = ()
        self.content, self.marker, self.marker_at = -1, "", -1
        self.direct = -1
        self.weak: tuple[int, str] | None = None
        self.has_object = False
        self.in_clause = self.in_attribution = False
        self.is_over = False
        self._open_phrase_at_cue()

    def _within(self, phrase: Phrase) -> Phrase:
        """A phrase up to the next word of a cue of several words: `يحملان ترامب وأردوغان مسؤولية`."""
        if self.cue.kind != "phrase" or phrase.end <= self.limit:
            return phrase
        span = Span(phrase.span.start, self.tokens[self.limit - 1].span.end)
        return Phrase(
            start=phrase.start, end=self.limit, head=min(phrase.head, self.limit - 1), preposition=phrase.preposition, coordinated=phrase.coordinated, span=span,
        )  # fmt: skip

    def _open_phrase_at_cue(self) -> None:
        """The rest of a phrase that was read to begin with the cue itself: `وحذر بخاري الموجود`."""
        after = self.cue.head + 1
        for phrase in self.sentence.phrases:
            if phrase.start < after < phrase.end and self.tokens[after].kind != "preposition":
                span = Span(self.tokens[after].span.start, self.tokens[phrase.end - 1].span.end)
                self.phrases[after] = Phrase(start=after, end=phrase.end, head=max(after, phrase.head), span=span)

    def _is_strange_name(self, phrase: Phrase) -> bool:
        """Whether a word right behind the verb only looks like preposition + noun: `نفى بيكس أن`, where nothing is denied with ب."""
        word = self.tokens[phrase.start].word
        is_split = word.proclitics in {("ب",), ("ك",), ("ل",)} and word.lemma == word.stem and not word.enclitic and not word.plural
        behind_mark = phrase.start == self.cue.after + 1 and self.tokens[self.cue.after].word.form in OPENING_MARKS
        if not is_split or not (phrase.start == self.cue.after or behind_mark) or self.hides or phrase.preposition in self.markers or phrase.head in self.deeds:
            return False
        return word.stem not in nouns() and not classes_of_word("ar", word.key, word.lemma)

    def _is_addressed_name(self, phrase: Phrase) -> bool:
        """Whether a strange word on ل is to + a name that the sentence has: `أكد بوتين لشولتز` beside `شولتز`."""
        word = self.tokens[phrase.start].word
        is_strange = word.form.startswith(TO) and not word.proclitics and not word.verb and word.lemma == word.form
        return is_strange and phrase.start > self.cue.after and any(token.word.form == word.form[1:] for token in self.tokens)

    def _group(self, first: Phrase) -> tuple[Phrase, ...]:
        """A phrase with those joined to it."""
        group = [first]
        while True:
            following = self.phrases.get(group[-1].end)
            if following is None or not following.coordinated or is_time(self.tokens[following.head]):
                return tuple(group)
            group.append(following)

    def _take_subject(self, phrase: Phrase) -> int:
        """Take a phrase as the source, without a clause that says it would not be named: `ضابط رفض ذكر اسمه`."""
        self.subject = self._group(phrase)
        for i in range(phrase.head + 1, phrase.end):
            if self.tokens[i].word.tense == "past" and "keeps_anonymous" in classes_of_word("ar", self.tokens[i].word.key, self.tokens[i].word.verb):
                span = Span(phrase.span.start, self.tokens[i - 1].span.end)
                self.subject = (Phrase(start=phrase.start, end=i, head=phrase.head, span=span),)
                self.in_clause = True
                self.subject_end = i
                return phrase.end
            if self.tokens[i].word.key == "اي" or self._is_someone_else(phrase, i):  # `نفى فلان أي علاقة`
                self._cut(phrase, i)
                return i
        self.subject_end = self.subject[-1].end
        return self.subject_end

    def _is_someone_else(self, phrase: Phrase, i: int) -> bool:
        """Whether a body without an article stands in a phrase that began with a bare name: `دعا رابح وزارة الصحة`."""
        if self.cue.sense.target != "object" or classes_at(self.tokens[phrase.start]) or "ال" in self.tokens[phrase.start].word.proclitics:
            return False
        return not self.tokens[i].word.proclitics and not classes_at(self.tokens[i]).isdisjoint({"authority", "collective_source_head", "state", "official"})

    def _cut(self, phrase: Phrase, i: int) -> None:
        """Part a phrase that was read too far: the source ends before `i`, where a phrase of its own begins."""
        before, behind = self.tokens[i - 1].span.end, self.tokens[phrase.end - 1].span.end
        self.subject = (Phrase(start=phrase.start, end=i, head=min(phrase.head, i - 1), span=Span(phrase.span.start, before)),)
        self.subject_end = i
        self.phrases[i] = Phrase(start=i, end=phrase.end, head=min(i + 1, phrase.end - 1), span=Span(self.tokens[i].span.start, behind))

    def _can_be_subject(self, phrase: Phrase) -> bool:
        """Whether a bare phrase behind the verb may be its source: one who can speak, of the verb's gender."""
        head = self.tokens[phrase.head]
        first = self.tokens[phrase.start]
        if self.hides or self.target or not can_tell(self.sentence, phrase) or (is_accusative(head) and not self._is_construct(phrase)):
            return False
        if first.word.form[1:] in _DEMONSTRATIVES or (self._ends_a_place(phrase) and not speaks(head)):
            return False  # `لهذا الاحتجاج`; `في شانلي أورفة`
        person = self.tokens[self.cue.head].word.person
        if phrase.head in self.deeds and "speaking" not in classes_at(head) and not speaks(head):
            return False
        is_close = phrase.start == self.cue.after
        is_man = head.word.kind == "noun" and not head.word.feminine and not head.word.plural and "person_title" in classes_at(head)
        is_man = is_man or self._is_one_body(phrase.head)
        is_woman = head.word.feminine and head.word.key.endswith("ه") and not head.word.plural and head.kind == "noun"
        return not (is_close and ((person == "3fs" and is_man) or (person == "3ms" and is_woman and self.cue.sense.target == "object")))

    def _is_one_body(self, i: int) -> bool:
        """Whether a definite head is one body or office of the masculine, which no feminine verb has for its subject: `اتهمت فيه الجيش`."""
        head, behind = self.tokens[i], self.tokens[i + 1] if i + 1 < len(self.tokens) else None
        word = head.word
        if behind is not None and behind.kind == "adjective" and behind.word.feminine:
            return False  # `الأمم المتحدة`
        is_singular = "ال" in word.proclitics and not word.plural and not word.feminine and fold(word.lemma) == word.key and head.kind == "noun"
        return is_singular and not classes_at(head).isdisjoint({"authority", "official", "force"}) and "state" not in classes_at(head)

    def _ends_a_place(self, phrase: Phrase) -> bool:
        """Whether a phrase stands right behind one that a preposition governs, so that it may be the rest of a name."""
        return any(other.end == phrase.start and other.preposition for other in self.phrases.values())

    def _is_construct(self, phrase: Phrase) -> bool:
        """Whether a head on alif has a genitive: `وزيرا خارجية فرنسا`, two ministers."""
        following = self.tokens[phrase.head + 1] if phrase.head + 1 < phrase.end else None
        return following is not None and following.kind in {"noun", "other"} and following.word.proclitics[:1] != ("و",)

    def _goes_on(self, phrase: Phrase) -> bool:
        """Whether a phrase goes on from the source: its name, its second quality, or an apposition between commas."""
        if phrase.start == self.subject_end or self._is_apart_by_a_particle(phrase):
            head = self.tokens[phrase.head]
            titled = any(is_titled(self.tokens[part.head]) and not self.tokens[part.head].word.plural for part in self.subject)
            is_name = titled and is_person_name(self.sentence, phrase) and not is_accusative(head)
            is_definite = "ال" in head.word.proclitics
            is_people = head.word.form.endswith(("ون", "ين")) and not self.tokens[phrase.start - 1].word.form.endswith(("ون", "ين"))
            is_quality = head.kind == "adjective" or "quality_noun" in classes_at(self.tokens[phrase.start])
            follows = is_quality and not (is_people and is_definite) and (not is_definite or "ال" in self.tokens[phrase.start - 1].word.proclitics or is_name)
            is_joined = phrase.coordinated and speaks(head)
            is_named = is_name or self._names_body(phrase) or self._is_second_name(phrase)
            return follows or is_named or is_joined or head.word.key in _SELF or self._is_quality(phrase)
        between = self.tokens[self.subject_end : phrase.start]
        forms = [token.word.form for token in between if token.word.form not in OPENING_MARKS | CLOSING_MARKS]
        if forms[-1:] != ["،"] or forms.count("،") > 1 or len(forms) > REST or phrase.coordinated:
            return False
        behind = self._behind_office(phrase.end) if is_titled(self.tokens[phrase.head]) else phrase.end
        closes = behind < len(self.tokens) and (
            self.tokens[behind].word.form in "،," or self.tokens[behind].word.key in COMPLEMENTISERS or self.tokens[behind].kind == "verb"
        )
        head = self.tokens[phrase.head]
        has_title = is_titled(self.tokens[self.subject[-1].head]) or is_titled(self.tokens[self.subject[0].head])
        return closes and ((has_title and is_person_name(self.sentence, phrase)) or (is_titled(head) and not has_title))

    def _behind_office(self, i: int) -> int:
        """Token index behind what an office is of: `الناطق الرسمي للإدارة العامة للسجون`, `المتحدث باسم الجيش`."""
        while i < len(self.tokens):
            part = self.phrases.get(i) or (self.phrases.get(i + 1) if self.tokens[i].kind == "preposition" else None)
            if part is None or part.preposition not in _OF:
                break
            i = part.end
        return i

    def _is_apart_by_a_particle(self, phrase: Phrase) -> bool:
        """Whether one short word that looks like a particle parts a name: `بان كي مون`."""
        return phrase.start - self.subject_end == 1 and self.tokens[self.subject_end].kind in {"particle", "conjunction"} and self.tokens[self.subject_end].word.form in _PARTS

    def _is_second_name(self, phrase: Phrase) -> bool:
        """Whether a bare strange word goes on a bare name: `عبد القادر مساهل`; not where the verb may address somebody else."""
        first = self.tokens[self.subject[-1].head]
        is_bare = phrase.end - phrase.start == 1 and not self.tokens[phrase.head].word.proclitics and not classes_at(self.tokens[phrase.head])
        return is_bare and self.cue.sense.target != "object" and not classes_at(first) and phrase.head not in self.deeds and not is_accusative(self.tokens[phrase.head])

    def _names_body(self, phrase: Phrase) -> bool:
        """Whether a strange word is the name of the body before it (`منظمة أوكسفام`), or the genitive of its part (`تقرير للجنة خبراء`)."""
        first = self.tokens[self.subject[0].head]
        bodies = {"collective_source_head", "media_head", "authority"}
        is_strange = phrase.end - phrase.start == 1 and not self.tokens[phrase.head].word.proclitics and not classes_at(self.tokens[phrase.head])
        is_bare = "ال" not in self.tokens[phrase.start - 1].word.proclitics and "ال" not in first.word.proclitics
        if is_strange and is_bare and self.subject_end - self.subject[0].start == 1 and not classes_at(first).isdisjoint(bodies):
            return phrase.head not in self.deeds
        is_part = self.subject_end > self.subject[-1].end and "ال" not in self.tokens[phrase.start - 1].word.proclitics
        return is_part and phrase.head not in self.deeds and any(other.end == phrase.start and other.preposition == "ل" for other in self.phrases.values())

    def _is_quality(self, phrase: Phrase) -> bool:
        """Whether a lone definite word qualifies the definite source before it: `المجلس الوطني المعارض`."""
        head, before = self.tokens[phrase.head], self.tokens[self.subject[-1].head]
        is_lone = phrase.end - phrase.start == 1 and head.word.proclitics == ("ال",) and "ال" in self.tokens[phrase.start - 1].word.proclitics
        is_body = not classes_at(head).isdisjoint({"official", "authority", "state", "party", "force", "collective_source_head", "media_head"})
        beside = self.tokens[phrase.start - 1].word
        agrees = head.word.feminine in {before.word.feminine, beside.feminine} or (head.word.feminine and beside.plural)
        return is_lone and not is_body and agrees and not head.word.plural and phrase.head not in self.deeds

    def _closes_name(self, i: int) -> int:
        """Token index behind a short name in marks right behind an outlet or body: `مراسل "الجوهرة أف أم"`; 0 where none closes."""
        head = self.tokens[self.subject[-1].head] if self.subject else None
        if head is None or classes_at(head).isdisjoint({"media_head", "collective_source_head", "force", "authority"}):
            return 0
        return next((j + 1 for j in range(i + 2, min(i + STATEMENT + 2, len(self.tokens))) if self.tokens[j].word.form in CLOSING_MARKS), 0)

    def _is_own(self, phrase: Phrase, preposition: str) -> bool:
        """Whether a phrase belongs to the source right before it: `مصادر في محافظة`, `المرصد السوري لحقوق الإنسان`."""
        if not self.subject or phrase.start - self.subject_end > 1 or preposition in self.markers - {"ل"} or self.mediums:
            return False
        if any(token.kind != "preposition" for token in self.tokens[self.subject_end : phrase.start]):
            return False
        head = self.tokens[phrase.head]
        return preposition in {"ل", "باسم", "من", "في", "ب"} and not is_time(head) and head.kind != "number" and head.word.form != "ال"

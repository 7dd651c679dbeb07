# SPDX-License-Identifier: Apache-2.0
"""Read what follows an Arabic reporting verb: who says it, to whom, through what, and where what is said begins.

`قال الناشط محمد الضاهر، العامل في إدلب، في حديث لـ"صحيفة"، إن ...`: the verb comes first, then the source with its titles and remarks, the one
addressed, the outlet and the medium, and a marker that leads the content in. One walk over the tokens takes each stretch for what it is. The
general analysis of clauses knows less here: between a verb of saying and its content stand names, remarks and mediums, not objects.
"""

from collections.abc import Sequence
from typing import Final

from rasid.claims.addressed import closes, part_addressed
from rasid.claims.cues import Cue
from rasid.claims.frame_names import SourceWalk
from rasid.claims.frame_words import (
    CLOSING_MARKS,
    COMPLEMENTISERS,
    OPENING_MARKS,
    REST,
    STATEMENT,
    TO,
    classes_at,
    is_party,
    is_somebody,
    is_time,
    is_titled,
    speaks,
)
from rasid.claims.sources import is_outlet, is_person_name
from rasid.knowledge.lexemes import in_class, word_classes
from rasid.languages.ar.phrases import is_year
from rasid.languages.ar.vocabulary import nouns
from rasid.records import Phrase, Record, Sentence, Span
from rasid.spelling import fold

_COMMAS: Final = frozenset("،,-–—")
_STOPS: Final = frozenset(".!?؟؛…")
_ADVERSATIVE: Final = frozenset({"الا", "غير", "بيد"})
# `ممن أسماه`, `ما وصفه`: a clause in place of a noun.
_NOUN_CLAUSES: Final = {"مما": "من", "ممن": "من", "عما": "عن", "عمن": "عن", "بما": "ب", "لما": "ل", "فيما": "في", "ما": "object"}
_THROUGH: Final = frozenset({"في", "خلال", "عبر", "ب", "علي", "اثناء", "من"})
_ITSELF: Final = frozenset({"ذاته", "ذاتها", "نفسه", "نفسها", "أنفسهم", "ذاتهم"})
_ATTRIBUTING: Final = frozenset({"بحسب", "حسب", "وفق", "وفقا", "طبقا", "حسبما"})
# Whom a verb addresses may stand right behind a medium: `اتهم في بيان قوات الدعم`.
_ADDRESSED: Final = frozenset({"authority", "force", "party", "state", "collective_source_head", "crowd", "official"})
# `ما وصفها بتنظيمات`: what somebody is called.
_CALLING: Final = frozenset({"وصف", "اسمي", "سمي", "اعتبر"})
# Those with whom somebody meets or talks are no outlets unless they are named so.
_MEETINGS: Final = frozenset({"لقاء", "اتصال", "مكالمه"})
# Words of a name or remark in brackets at most.
_BRACKET: Final = 14


class Frame(Record, frozen=True, kw_only=True):
    """What follows a reporting verb, as phrases and token indices."""

    subject: tuple[Phrase, ...] = ()
    subject_end: int = 0
    """Token index behind the source with its name and the remark that explains it; 0 without a subject."""
    target: tuple[Phrase, ...] = ()
    outlets: tuple[Span, ...] = ()
    """To whom it was told or who carried it: `لوكالة الأناضول`, `نقلته وكالة`."""
    mediums: tuple[Phrase, ...] = ()
    relayed: tuple[Phrase, ...] = ()
    """Whom the subject cites: `ذكر موقع نقلا عن مصدر`."""
    content: int = -1
    marker: str = ""
    marker_at: int = -1


def read_frame(
    sentence: Sentence, cue: Cue, limit: int, *, outlets: Sequence[Span] = (), names: Sequence[Span] = (), is_led: bool = False
) -> Frame:
    """Return what follows a verb cue up to its content; of a phrase, what stands between its words.

    Args:
        sentence: An Arabic sentence, read closely.
        cue: A verb, or a phrase that a verb heads.
        limit: Token index before which the content must begin.
        outlets: Spans of the outlets that the sentence names.
        names: Spans of the actors and places that it names.
        is_led: Whether the source stands before the verb, so that no phrase behind it can be the source.
    """
    reader = _Reader(sentence, cue, limit, outlets=outlets, is_led=is_led)
    i = cue.head + 1
    while i < reader.limit and reader.content < 0 and not reader.is_over:
        i = reader.step(i)
    reader.part_addressed(names)
    return reader.frame()


class _Reader(SourceWalk):
    """One walk over the tokens behind a verb of saying."""

    def frame(self) -> Frame:
        if self.content < 0 and self.weak is not None:
            self._begin(self.weak[0], self.weak[1], self.weak[0])
        if self.content < 0 and self.direct >= 0 and self.markers >= {":", "ان"} and self.cue.sense.act == "report":
            self._begin(self.direct, "direct", self.direct)
        return Frame(
            subject=self.subject, subject_end=self.subject_end, target=self.target, outlets=tuple(self.outlets), mediums=tuple(self.mediums),
            relayed=self.relayed, content=self.content, marker=self.marker, marker_at=self.marker_at,
        )  # fmt: skip

    def part_addressed(self, names: Sequence[Span]) -> None:
        """Part the one addressed from the source, where one phrase was read for both: `اتهمت السعودية الحوثيين`."""
        if self.content < 0 and "object" in self.markers and len(self.subject) == 1:
            self._part_deed(names)
        if self.cue.sense.target != "object" or self.target or len(self.subject) != 1:
            return
        whole, end = self.subject[0], self.subject_end
        at = part_addressed(self.sentence, whole, names)
        if not at:
            return
        self._cut(whole, at)
        rest = self.phrases[at]
        self.target = (Phrase(start=at, end=max(end, rest.end), head=at, span=Span(rest.span.start, max(rest.span.end, self.tokens[end - 1].span.end))),)

    def _part_deed(self, names: Sequence[Span]) -> None:
        """Part what is condemned from who condemns it: `أدانت رئاسة الإقليم القصف`."""
        whole = self.subject[0]
        for i in range(whole.start + 1, whole.end):
            if i in self.deeds and self.tokens[i].word.proclitics == ("ال",) and closes(self.tokens[i - 1], names) and not speaks(self.tokens[i]):
                self._cut(whole, i)
                self._begin(i, "object", i)
                return

    def step(self, i: int) -> int:
        """Take the stretch at `i` and return the token index behind it."""
        token = self.tokens[i]
        form = token.word.form
        if token.kind == "conjunction" and token.word.key in COMPLEMENTISERS:
            return self._clause(i)
        if token.kind == "punctuation":
            return self._mark(i, form)
        if token.word.key in _ATTRIBUTING and i > self.cue.after:
            self.in_clause = self.in_attribution = True
            return i + 1
        outlet = self._outlet_at(i)
        if outlet is not None and form.startswith(TO) and self._has_source():
            return self._take_outlet(i, outlet)
        if token.word.key == "نقلا" and self.subject:
            return self._citation(i)
        phrase = self.phrases.get(i)
        return self._clause_word(i) if phrase is None else self._phrase(i, phrase)

    def _phrase(self, i: int, phrase: Phrase) -> int:
        """Take a phrase: a strange word on ل may be a name or an outlet that only looks like one."""
        if not phrase.preposition and self._is_addressed_name(phrase):
            self.target = self.target or (phrase,)
            return phrase.end
        if not phrase.preposition and self._is_strange_outlet(phrase):
            self.outlets.append(self._whole_outlet(phrase))
            return self._behind(self.outlets[-1], phrase.end)
        if self._is_strange_name(phrase):
            phrase = Phrase(start=i, end=phrase.end, head=phrase.head, span=Span(self.tokens[i].span.start, phrase.span.end))
        return self._bare(phrase) if not phrase.preposition else self._governed(phrase)

    def _clause_word(self, i: int) -> int:
        """Take a word that heads no phrase: it opens a clause in place of a noun, or is a verb, or a function word."""
        token = self.tokens[i]
        named_so = self._named_so(i)
        if named_so:
            self.target = (Phrase(start=i, end=named_so, head=i, span=Span(token.span.start, self.tokens[named_so - 1].span.end)),)
            return named_so
        if self._is_noun_clause(i):
            self._begin(i, _NOUN_CLAUSES[token.word.key], i)
            return i + 1
        return self._verb(i) if token.kind == "verb" else self._function_word(i)

    def _function_word(self, i: int) -> int:
        """A word that heads no phrase: `الذي` and `وهو` open a clause about the source."""
        token = self.tokens[i]
        if token.kind == "pronoun" and token.word.proclitics[:1] == ("و",) and self.tokens[i - 1].word.form in "،,":
            self.in_clause = True  # `المجلس، وهو أكبر مكونات الحراك، إلى`
        if "relative" in classes_at(token) and token.word.form.startswith("ال"):
            self.in_clause = True
        return i + 1

    def _named_so(self, i: int) -> int:
        """Token index behind the one addressed where a clause says what the speaker calls him: `اتهم ما وصفها بتنظيمات خطيرة بقصف`; 0 without one."""
        if self.cue.sense.target != "object" or self.target or self.tokens[i].word.key not in {"ما", "من"} or i + 2 >= self.limit:
            return 0
        verb, called = self.tokens[i + 1], self.phrases.get(i + 2)
        if verb.kind != "verb" or not verb.word.enclitic or fold(verb.word.verb) not in _CALLING or called is None:
            return 0
        return called.end

    def _outlet_at(self, i: int) -> Span | None:
        """The named outlet that stands at a token, where one does."""
        span = self.tokens[i].span
        return next((outlet for outlet in self.named_outlets if outlet.start < span.end and span.start <= outlet.start), None)

    def _has_source(self) -> bool:
        return bool(self.subject or self.mediums) or self.hides or self.tokens[self.cue.head].word.proclitics[:1] == ("و",)

    def _take_outlet(self, i: int, outlet: Span) -> int:
        """`لنورث برس`: an outlet behind ل, whatever its words look like."""
        self.outlets.append(outlet)
        return self._behind(outlet, i)

    def _begin(self, at: int, marker: str, marker_at: int) -> None:
        if at < len(self.tokens):
            self.content, self.marker, self.marker_at = at, marker, marker_at

    def _maybe(self, at: int, marker: str, *, strong: bool) -> None:
        """Begin the content, or remember where it may begin: a verb that takes `أن` may have names and places before it."""
        if strong or "ان" not in self.markers:
            self._begin(at, marker, at)
        elif self.weak is None:
            self.weak = (at, marker)

    def _clause(self, i: int) -> int:
        """`أن`, `إن`, `بأن`: the content begins behind it, or with its pronoun; not behind `بسبب أن`, `إلا أن`."""
        token, before = self.tokens[i], self.tokens[i - 1]
        if token.word.proclitics[:1] == ("ف",) or before.word.key in _ADVERSATIVE or (self.weak is not None and token.word.proclitics[:1] == ("و",)):
            self.is_over = True
            return i
        foreign = before.kind == "preposition" and fold(before.word.lemma) not in self.markers and fold(before.word.lemma) not in {"علي", "الي", "عن", "من", "في", "ب"}
        if foreign or not self.markers & {"ان", "بان", "علي", "الي", "من", "عن"} or token.word.key == "لان":
            return i + 1
        self._begin(i if token.word.enclitic else i + 1, token.word.key, i)
        return i + 1

    def _mark(self, i: int, form: str) -> int:
        if form in OPENING_MARKS and i == self.subject_end and self._closes_name(i):
            self.subject_end = self._closes_name(i)
            return self.subject_end
        closing = self._set_off(i) if form in OPENING_MARKS or form == "(" else 0
        if closing:
            return closing
        if form == ":" and i + 1 < len(self.tokens):
            self._begin(i + 1, ":", i)
        elif form == "(":
            return self._bracket(i)
        elif form in _COMMAS:
            self.in_clause = self.in_attribution = False
        elif form in _STOPS:
            self.is_over = True
        elif form in OPENING_MARKS and self.markers & {"quote", ":"} and not self.in_attribution and self._is_statement(i):
            close = i in {self.cue.after, self.subject_end} or self.tokens[i - 1].kind == "punctuation"
            if close or "ان" in self.markers:
                self._maybe(i, "quote", strong=close or self.tokens[i - 1].kind not in {"noun", "adjective"} or not self._is_led_in_later(i))
        return i + 1

    def _is_led_in_later(self, i: int) -> bool:
        """Whether `أن` or `إن` stands behind the mark that closes a name: `حفل برنامج "م-داف تونيزيا"، إنه`."""
        closing = next((j for j in range(i + 1, self.limit) if self.tokens[j].word.form in CLOSING_MARKS), self.limit)
        return any(self.tokens[j].word.key in COMPLEMENTISERS for j in range(closing, self.limit))

    def _bracket(self, i: int) -> int:
        """Token index behind a remark in brackets; `لـ(الحل نت)` is left to be read."""
        if self.tokens[i - 1].kind == "preposition":
            return i + 1
        for j in range(i + 1, min(i + _BRACKET, len(self.tokens))):
            if self.tokens[j].word.form == ")":
                if self.subject and self.subject_end >= i - 1:
                    self.subject_end = j + 1
                return j + 1
        return i + 1

    def _is_statement(self, i: int) -> bool:
        """Whether a mark opens a statement and not a name: it stands apart from the word before and closes late or never."""
        tokens = self.tokens
        if i + 1 >= len(tokens) or (tokens[i].word.form in CLOSING_MARKS and tokens[i + 1].span.start > tokens[i].span.end):
            return False
        if tokens[i - 1].kind == "preposition" and (tokens[i - 1].word.key == TO or tokens[i - 1].span.end == tokens[i].span.start):
            return False
        if tokens[i - 1].span.end == tokens[i].span.start and tokens[i + 1].kind == "punctuation":
            return False  # a mark that closes, of whatever shape
        for j in range(i + 1, len(tokens)):
            if tokens[j].word.form in CLOSING_MARKS:
                return j - i > STATEMENT
        return True

    def _is_noun_clause(self, i: int) -> bool:
        marker = _NOUN_CLAUSES.get(self.tokens[i].word.key)
        before = self.tokens[i - 1]
        if marker == "object" and before.kind == "preposition" and fold(before.word.lemma) in self.markers:
            return i + 1 < len(self.tokens) and self.tokens[i + 1].kind in {"verb", "particle"}  # `نبهت إلى ما سيمثله`
        if marker is None or marker not in self.markers or self.cue.sense.only or i + 1 >= len(self.tokens):
            return False
        if self.tokens[i + 1].kind != "verb" and not self.tokens[i + 1].word.enclitic:
            return False
        return marker != "object" or i > self.cue.after or self.cue.sense.target != "object"

    def _verb(self, i: int) -> int:
        """A verb: part of a name (`داود أوغلو`), a clause about the noun before it, or words that are quoted without a mark."""
        token = self.tokens[i]
        may_be_deed = "noun" in token.word.alternatives and not token.word.proclitics and "object" in self.markers
        if may_be_deed and not self.in_clause and (self.subject or self.hides) and not self.cue.sense.only:
            self._begin(i, "object", i)  # `رفض مصدر، كشف أسباب`
            return i + 1
        if self.subject_end == i and token.word.form.endswith("و") and not token.word.form.endswith("وا"):
            self.subject_end = i + 1
            return i + 1
        carrier = self.mediums[-1] if self.mediums and self.mediums[-1].end == i else None
        if carrier is not None and token.word.enclitic:
            self._carried(i)
        before = self.tokens[i - 1]
        is_about_it = token.word.enclitic != "" and before.kind == "noun" and not before.word.definite and not classes_at(before).isdisjoint({"unnamed_source_head", "medium"})
        speaks_on = (bool(self.subject) or i == self.cue.after) and not is_about_it  # `مصادر وصفها بالموثوقة`
        if self.direct < 0 and speaks_on and not self.in_clause and carrier is None:
            self.direct = i
        self.in_clause = True
        return i + 1

    def _carried(self, i: int) -> None:
        """`في بيان نقلته وكالة الأنباء`, `في مقابلة أجرتها معه صحيفة`: who carried the medium."""
        follows = self.phrases.get(i + 1) or (self.phrases.get(i + 2) if i + 1 < len(self.tokens) and self.tokens[i + 1].kind == "particle" else None)
        if follows is not None and not follows.preposition and self._names_outlet(follows):
            self.outlets.append(self._whole_outlet(follows))

    def _citation(self, i: int) -> int:
        """`نقلا عن مصدر عسكري`: who is cited."""
        follows = next((self.phrases[k] for k in range(i + 1, min(i + 4, self.limit)) if k in self.phrases), None)
        if follows is None or follows.preposition not in {"عن", ""}:
            return i + 1
        self.relayed = self._group(follows)
        return self.relayed[-1].end

    def _bare(self, phrase: Phrase) -> int:
        head = self.tokens[phrase.head]
        if self.in_clause and not (self.mediums and "object" in self.markers and phrase.head in self.deeds and self.tokens[phrase.start - 1].kind != "verb"):
            return phrase.end
        if head.word.form in _ITSELF or (head.word.key == "اول" and phrase.end < len(self.tokens) and is_time(self.tokens[phrase.end])):
            return phrase.end  # `أول أمس`
        if is_time(head):
            return self._behind_time(phrase)
        if self.cue.sense.is_relay and self.relayed and head.word.enclitic:
            self._begin(self._behind_marks(phrase.head + 1), "relayed", phrase.head)
            return phrase.end
        if not self.subject and self._can_be_subject(phrase):
            return self._take_subject(phrase)
        if self.subject and self._goes_on(phrase):
            self.subject_end = phrase.end
            return phrase.end
        is_thing = self.cue.sense.act == "condemn" and "object" in self.markers and not self._is_party_to_it(phrase)
        if self.cue.sense.target == "object" and not self.target and phrase.head not in self.deeds and not is_thing:
            self.target = self._group(phrase)
            return self.target[-1].end
        if self.cue.sense.only and not any(in_class(token, self.cue.sense.only) for token in self.tokens[phrase.start : phrase.head + 1]):
            return phrase.end
        if "object" in self.markers and (self.cue.sense.target != "object" or self.target or is_thing) and not ("ان" in self.markers and is_somebody(head)):
            start = phrase.head if is_year(self.tokens[phrase.start]) else phrase.start  # `في العام 2013 هجوما`
            self._maybe(start, "object", strong=phrase.head in self.deeds or self.cue.sense.act != "report" or bool(self.cue.sense.only))
        is_strange = not head.word.definite and not classes_at(head) and phrase.head not in self.deeds
        is_name = is_strange or is_person_name(self.sentence, phrase)
        self.has_object = self.has_object or (bool(self.subject) and not is_name)
        return phrase.end

    def _is_party_to_it(self, phrase: Phrase) -> bool:
        """Whether a phrase behind a verb of blame names who is blamed and not what: `انتقد الوزير`, but `انتقد القرار`."""
        head, before = self.tokens[phrase.head], self.tokens[phrase.start - 1]
        is_name_still = phrase.start == self.subject_end and "ال" in self.tokens[phrase.start].word.proclitics and "ال" not in before.word.proclitics
        return is_name_still or speaks(head) or is_person_name(self.sentence, phrase)

    def _governed(self, phrase: Phrase) -> int:
        """A phrase behind a preposition: the content, an outlet, a medium, the one addressed, or a part of the source."""
        preposition = fold(phrase.preposition)
        is_charge = bool(self.target) and preposition in self.markers and phrase.head in self.deeds  # behind a clause about the one accused
        if self.in_clause and not is_charge and not (preposition == TO and self._names_outlet(phrase)):
            return phrase.end
        carried = self._carries(phrase, preposition)
        if carried:
            return carried
        if preposition == "علي" and self.tokens[phrase.start].word.key == "لسان" and not self.relayed and phrase.end - phrase.start > 1:
            self.relayed = (self._without_first(phrase),)
            return phrase.end
        if self.cue.sense.is_relay and preposition == "عن" and not self.relayed:
            self.relayed = self._group(phrase)
            return self.relayed[-1].end
        if self._is_own(phrase, preposition):
            self.subject_end = phrase.end
            return phrase.end
        if self._is_aimed(preposition):
            self.target = self._group(phrase)
            return self.target[-1].end
        if is_time(self.tokens[phrase.head]):
            return self._behind_time(phrase)
        if self.has_object and self.cue.sense.target != "object" and "object" not in self.markers:
            return phrase.end  # `شددت واشنطن إجراءات الفحص على متن الرحلات`: tightened
        if preposition in self.markers:
            self._maybe(phrase.start, phrase.preposition, strong=preposition != "ب" or phrase.head in self.deeds or self.cue.sense.act != "report")
        return phrase.end

    def _carries(self, phrase: Phrase, preposition: str) -> int:
        """Take an outlet (`لوكالة`), a page (`عبر صفحته`) or a medium (`في بيان`); return the token index behind it, 0 where it was none."""
        if (preposition == TO or (preposition == "مع" and self.mediums)) and self._addressed(phrase):
            return self._behind(self.outlets[-1], phrase.end)
        is_page = preposition in {"عبر", "علي", "من خلال"} or (preposition == "في" and bool(self.cue.sense.only))
        if is_page and self._names_outlet(phrase):
            self._take_page(phrase)
            return self._behind(self.outlets[-1], phrase.end)
        is_medium = "medium" in classes_at(self.tokens[phrase.head])
        if is_medium and self._parts_from_medium(phrase):
            return phrase.head + 1
        if preposition in _THROUGH and is_medium and not (preposition in self.markers and preposition in {"علي", "ب"} and not self.mediums):
            self.mediums.append(phrase)
            return phrase.end
        return 0

    def _parts_from_medium(self, phrase: Phrase) -> bool:
        """Part a medium from the one addressed, whom the verb still lacks: `اتهم الجيش في بيان قوات الدعم السريع بقصف`."""
        i = phrase.head + 1
        if self.cue.sense.target != "object" or self.target or not self._has_source() or i >= phrase.end or phrase.preposition not in {"في", "عبر", "خلال"}:
            return False
        head, token = self.tokens[phrase.head], self.tokens[i]
        if head.word.definite or token.word.enclitic or token.kind != "noun" or classes_at(token).isdisjoint(_ADDRESSED):
            return False
        if self.phrases.get(phrase.end) is not None and self.phrases[phrase.end].preposition == "" and speaks(self.tokens[self.phrases[phrase.end].head]):
            return False  # the one addressed stands behind
        self.mediums.append(Phrase(start=phrase.start, end=i, head=phrase.head, preposition=phrase.preposition, span=Span(phrase.span.start, head.span.end)))
        self.phrases[i] = Phrase(start=i, end=phrase.end, head=i, span=Span(token.span.start, phrase.span.end))
        return True

    def _behind(self, outlet: Span, i: int) -> int:
        """Token index behind an outlet whose name goes on behind its phrase."""
        while i < self.limit and self.tokens[i].span.start < outlet.end:
            i += 1
        return i

    def _without_first(self, phrase: Phrase) -> Phrase:
        """The genitive of a phrase: of `على لسان مصدر` the source."""
        start = phrase.start + 1
        return Phrase(start=start, end=phrase.end, head=max(start, phrase.head), span=Span(self.tokens[start].span.start, phrase.span.end))

    def _is_aimed(self, preposition: str) -> bool:
        """Whether a preposition leads to whom the act is aimed at, and not to what is condemned or praised."""
        if not self.cue.sense.target or self.target or (self.cue.sense.act in {"condemn", "support", "accuse"} and preposition in self.markers):
            return False
        return preposition in {fold(part) for part in self.cue.sense.target.split("/")}

    def _behind_marks(self, i: int) -> int:
        """Token index behind a comma and a bare `إن`: `قولها، إن العملية`."""
        while i < len(self.tokens) - 1 and (self.tokens[i].word.form in "،:" or (self.tokens[i].word.key in COMPLEMENTISERS and not self.tokens[i].word.enclitic)):
            i += 1
        return i

    def _behind_time(self, phrase: Phrase) -> int:
        """Token index behind a time; a definite noun right behind it was only taken for its genitive: `قبل أيام الاتهامات`."""
        for i in range(phrase.head + 1, phrase.end):
            token = self.tokens[i]
            if token.kind == "noun" and "ال" in token.word.proclitics and i in self.deeds and not is_time(token):
                self.phrases[i] = Phrase(start=i, end=phrase.end, head=i, span=Span(token.span.start, self.tokens[phrase.end - 1].span.end))
                return i
        return phrase.end

    def _addressed(self, phrase: Phrase) -> bool:
        """Take `لوكالة`, `في تصريح لمراسل` as an outlet; return whether it was."""
        if (self._names_outlet(phrase) and not self._is_agency_led(phrase)) or self._is_told_aside(phrase) or self._is_interviewing(phrase):
            whole = self._whole_outlet(phrase)
            if self.outlets and self.tokens[phrase.start - 1].span.end == self.outlets[-1].end:
                self.outlets[-1] = Span(self.outlets[-1].start, whole.end)  # `للموقع الإلكتروني لصحيفة`
            else:
                self.outlets.append(whole)
            return True
        return False

    def _whole_outlet(self, phrase: Phrase) -> Span:
        """The span of an outlet with what its name goes on with: `وكالة تونس إفريقيا للأنباء`, `مراسل "الجوهرة أف أم"`, `شبكة تويتر للتواصل الاجتماعي`."""
        end = j = phrase.end
        classes = word_classes("ar")
        tail, letters = classes["outlet_tail"], classes["radio_letters"]
        named = {outlet.start: outlet.end for outlet in self.named_outlets}
        if j < len(self.tokens) and self.tokens[j].word.form in OPENING_MARKS:
            closing = next((k for k in range(j + 1, min(j + STATEMENT + 2, len(self.tokens))) if self.tokens[k].word.form in CLOSING_MARKS), 0)
            return Span(phrase.span.start, self.tokens[closing].span.end) if closing else phrase.span
        while j < len(self.tokens):
            token = self.tokens[j]
            lettered = token.word.key in letters and j + 1 < len(self.tokens) and not letters.isdisjoint({self.tokens[j + 1].word.key, self.tokens[j - 1].word.key})
            if lettered or ("ل" in token.word.proclitics and token.word.key in tail) or named.get(token.span.start, 0) > token.span.end:
                end = j + 1
            elif not (end == j and token.kind == "adjective" and token.word.definite and j > phrase.end) and not self._leads_to_tail(j, tail):
                break
            elif token.kind == "adjective":
                end = j + 1
            j += 1
        return Span(phrase.span.start, self.tokens[end - 1].span.end)

    def _leads_to_tail(self, j: int, tail: frozenset[str]) -> bool:
        """Whether a bare name stands before the words that close the name of an outlet: `إفريقيا للأنباء`."""
        token = self.tokens[j]
        closes = j + 1 < len(self.tokens) and self.tokens[j + 1].word.key in tail and "ل" in self.tokens[j + 1].word.proclitics
        return closes and token.kind in {"noun", "other", "adjective"} and not token.word.proclitics and not token.word.enclitic

    def _is_told_aside(self, phrase: Phrase) -> bool:
        """Whether a short name behind ل is the outlet: between commas (`مصادر، للأناضول، أن`), or between an unnamed source and أن."""
        if phrase.preposition != TO or not self.subject or phrase.end >= len(self.tokens) or phrase.end - phrase.start > REST:
            return False
        head, behind = self.tokens[phrase.head], self.tokens[phrase.end]
        if is_somebody(head) or phrase.head in self.deeds or "unnamed_source_head" in classes_at(head) or is_time(head):
            return False
        between = self.tokens[phrase.start - 1].word.form == "،" and behind.word.form == "،"
        unnamed = "unnamed_source_head" in classes_at(self.tokens[self.subject[0].head]) and phrase.end - phrase.start == 1
        return between or (unnamed and behind.word.key in COMPLEMENTISERS and not classes_at(head))

    def _is_interviewing(self, phrase: Phrase) -> bool:
        """Whether a strange name stands right behind a conversation that is given to somebody: `في تصريح لشمس`, `في حديث مع روزنة`."""
        if not self.mediums or phrase.start - self.mediums[-1].end > 1 or "interview" not in classes_at(self.tokens[self.mediums[-1].head]):
            return False
        if phrase.preposition != TO and self.tokens[self.mediums[-1].head].word.key in _MEETINGS:
            return False
        head = self.tokens[phrase.head]
        return not head.word.plural and not head.word.enclitic and classes_at(head) <= {"number", "city", "place_kind", "medium", "media_head"}

    def _is_strange_outlet(self, phrase: Phrase) -> bool:
        """Whether a word that no list has is ل + the name of an outlet: `لموزاييك أف أم`, between commas, or between an unnamed source and `إن`."""
        token = self.tokens[phrase.start]
        is_strange = token.word.form.startswith(TO) and not token.word.proclitics and not token.word.verb and token.word.lemma == token.word.form
        if not is_strange or classes_at(token) or not self._has_source() or phrase.end >= len(self.tokens) or phrase.end - phrase.start > REST:
            return False
        before, behind = self.tokens[phrase.start - 1], self.tokens[phrase.end]
        if self._names_outlet(phrase) or (before.word.form == "،" and behind.word.form == "،"):
            return True
        head = self.tokens[self.subject[0].head] if self.subject else None
        is_unnamed = head is not None and not classes_at(head).isdisjoint({"unnamed_source_head", "official"}) and not head.word.definite
        return is_unnamed and behind.word.key in COMPLEMENTISERS and token.word.form[1:] not in nouns()

    def _is_agency_led(self, phrase: Phrase) -> bool:
        """Whether an office right before it leads what looks like an outlet: `المدير العام للوكالة الدولية`."""
        is_close = phrase.start == self.subject_end and bool(self.subject) and is_titled(self.tokens[self.subject[0].head])
        return is_close and "ال" in self.tokens[phrase.head].word.proclitics and phrase.end - phrase.head > 1

    def _names_outlet(self, phrase: Phrase) -> bool:
        letters = [token for token in self.tokens[phrase.start + 1 : phrase.end + 2] if "radio_letters" in classes_at(token)]
        if len(letters) > 1:
            return True  # `لموزاييك أف أم`
        return is_outlet(self.tokens[phrase.head]) or any(phrase.span.start <= outlet.start < phrase.span.end for outlet in self.named_outlets)

    def _take_page(self, phrase: Phrase) -> None:
        """`عبر صفحتها الرسمية في فيسبوك`: the page with the network that holds it."""
        following = next((other for start, other in self.phrases.items() if phrase.end <= start <= phrase.end + 2), None)
        held = following is not None and following.preposition in {"في", "على", "ب"} and self._names_outlet(following)
        self.outlets.append(Span(phrase.span.start, following.span.end) if held and following is not None else self._whole_outlet(phrase))

    def _set_off(self, i: int) -> int:
        """Token index behind a name in quotation marks or brackets that `لـ` or `مع` governs: an outlet that no list has; 0 without one."""
        before = self.tokens[i - 1]
        if before.word.key not in {TO, "مع"} or before.kind != "preposition" or not self._has_source() or i + 1 >= len(self.tokens):
            return 0
        if is_party(self.tokens[i + 1]) or (before.word.key == "مع" and not self.mediums):
            return 0
        for j in range(i + 2, min(i + 2 + STATEMENT, len(self.tokens))):
            if self.tokens[j].word.form in CLOSING_MARKS or self.tokens[j].word.form == ")":
                self.outlets.append(Span(self.tokens[i + 1].span.start, self.tokens[j - 1].span.end))
                return j + 1
        return 0


def span_behind(sentence: Sentence, groups: Sequence[Phrase], end: int) -> Span:
    """Return the span from the first of some phrases to the token before `end`."""
    return Span(groups[0].span.start, sentence.tokens[end - 1].span.end)

# SPDX-License-Identifier: Apache-2.0
"""What is said: the clause, quotation, infinitive or phrase behind a cue, and what stands before an attribution that closes it."""

from collections.abc import Iterator, Sequence
from typing import Final

from rasid.claims.english.reading import CLOSING, STRAIGHT, Reading
from rasid.claims.english.words import CLAUSE, CueWords
from rasid.languages.en.vocabulary import is_base, verb_tense, word_class
from rasid.records import Phrase, Record, Span

_WH: Final = frozenset({"whether", "if", "how", "why", "what", "when", "where", "who"})
_COMMA: Final = frozenset({",", "-", "–", "—"})
_QUOTES: Final = CLOSING | {STRAIGHT}
_COORDINATORS: Final = frozenset({"and", "but", "while", "although", "though", "whereas", "yet"})
_POINTING: Final = frozenset({"there", "it", "that", "this", "these", "those"})
# Words that open a clause of time or concession before the main clause, and phrases of it behind an object.
_FRONTING: Final = frozenset({"after", "before", "since", "until", "despite"})
_BESIDE: Final = frozenset({"after", "before", "during", "amid", "despite", "since", "until"})
# A clause has its verb this near to the start of its subject.
_CLAUSE_WITHIN: Final = 24
# A quotation goes on this near behind the attribution that interrupts it.
_RESUMES_WITHIN: Final = 12
# Characters of quoted words that are no statement but part of the clause behind them.
_SHORT_QUOTE: Final = 12
# Tokens of a name in quotation marks, these counted.
_SHORT_NAME: Final = 5


class Found(Record, frozen=True, kw_only=True):
    """A content, and where the cue ends with the preposition or colon that leads to it."""

    span: Span
    cue_end: int
    by_clause: bool
    """Whether a clause or quotation was found, and no phrase or infinitive."""


class Search:
    """The search for what one cue of a sentence attributes."""

    def __init__(self, reading: Reading, cue: CueWords, others: Sequence[CueWords]) -> None:
        """Keep the sentence, the cue and all cues of the sentence: a later one may end the content."""
        self.reading = reading
        self.cue = cue
        self.others = others

    # --- behind the cue

    def behind(self, start: int) -> Found | None:
        """Return the content behind a cue, or None.

        Args:
            start: Token index from which to look: behind the cue, or behind its subject where that follows it.
        """
        i, stepped, crossed = start, None, False
        while i < len(self.reading.tokens):
            found = self._opens(i, stepped)
            if found is not None:
                return found
            if stepped is None and not crossed and (addressed := self._addressed(i)) is not None:
                stepped, i = self.reading.phrase_at.get(i), addressed
                continue
            crossed = crossed or self.reading.form(i) == ","
            following = self._stepped_over(i)
            if following is None:
                return None
            i = following
        return None

    def _addressed(self, i: int) -> int | None:
        """Token index behind the phrase or pronoun at `i` that is whom the cue addresses."""
        phrase = self.reading.phrase_at.get(i)
        if self.reading.is_kind(i, "pronoun") and self.cue.addresses:
            return i + 1
        if phrase is None or phrase.start != i or self.reading.is_time(i):
            return None
        return _behind_list(self.reading, phrase) if self.cue.addresses else None

    def _stepped_over(self, i: int) -> int | None:
        """Token index behind what may stand between a cue and its content: a comma, an adverb, when and where it was said."""
        reading = self.reading
        phrase, following = reading.phrase_at.get(i), reading.phrase_at.get(i + 1)
        if reading.form(i) == "," or reading.is_adverb(i):
            return i + 1
        if phrase is not None and phrase.start == i and (_is_place_behind(reading, phrase) or (not phrase.preposition and reading.is_time(i))):
            return phrase.end
        leads = reading.is_kind(i, "preposition") and following is not None and following.start == i + 1
        return following.end if leads and following is not None and self.cue.frames & {CLAUSE, "to"} else None

    def _opens(self, i: int, stepped: Phrase | None) -> Found | None:
        """The content that begins at a token, where one does."""
        found = self._said(i) if CLAUSE in self.cue.frames else None
        if found is None and "to" in self.cue.frames:
            found = self._infinitive(i, stepped)
        if found is None and CLAUSE in self.cue.frames:
            found = self._bare_clause(i, stepped)
        return found or self._prepositional(i, stepped) or self._bare_object(i)

    def _said(self, i: int) -> Found | None:
        """Behind a colon, in quotation marks, behind `that`, `whether`, `how`."""
        reading = self.reading
        quote = reading.quote_from(i)
        if reading.form(i) == ":" and i + 1 < len(reading.tokens):
            behind = reading.quote_from(i + 1) or reading.span(i + 1, len(reading.tokens))
            return Found(span=behind, cue_end=i + 1, by_clause=True)
        if quote is not None and not _is_name(reading, quote) and not reading.is_title(quote):
            return Found(span=self._quote_and_on(quote), cue_end=self.cue.end, by_clause=True)
        is_that = reading.key(i) == "that" and reading.is_kind(i, "conjunction") and bool(self.cue.frames & {"that", "clause"}) and not self._is_relative(i)
        is_question = reading.key(i) in _WH and reading.form(i - 1) != ","
        return self._clause(i) if is_that or is_question else None

    def _is_relative(self, i: int) -> bool:
        """Whether `that` goes on about the object before it: `condemned the bombing that targeted the town`."""
        reading = self.reading
        if i == self.cue.end or reading.tokens[self.cue.head].word.verb in word_class("telling") or reading.phrase_at.get(i - 1) is None:
            return False
        before = reading.phrase_at[i - 1]
        group = reading.group_at.get(i + 1)
        opens = (group is not None and group.mood == "finite") or reading.role(i + 1) in {"auxiliary", "modal"}
        return opens and not before.preposition and not reading.is_time(i - 1)

    def _infinitive(self, i: int, stepped: Phrase | None) -> Found | None:
        reading = self.reading
        negated = reading.key(i) == "not" and reading.key(i + 1) == "to"
        if not negated and not (reading.key(i) == "to" and (reading.is_kind(i, "particle") or is_base(reading.key(i + 1)))):
            return None
        is_wanted = stepped is not None and reading.tokens[self.cue.head].word.verb in word_class("wanting_of")
        return self._clause(stepped.start if is_wanted and stepped is not None else i, by_clause=False)

    def _bare_clause(self, i: int, stepped: Phrase | None) -> Found | None:
        if "clause" not in self.cue.frames or (stepped is None and self.reading.tokens[self.cue.head].word.verb in word_class("telling")):
            return None
        is_addressed = self.cue.addresses and stepped is None and self._leads_to(i)
        phrase = self.reading.phrase_at.get(i)
        is_time = phrase is not None and phrase.start == i and self.reading.is_time(i)
        if is_addressed or is_time or self.reading.form(i - 1) == "," or not opens_clause(self.reading, i):
            return None
        return self._clause(i)

    def _prepositional(self, i: int, stepped: Phrase | None) -> Found | None:
        reading = self.reading
        if not reading.is_kind(i, "preposition") or reading.key(i) not in self.cue.frames or i + 1 >= len(reading.tokens):
            return None
        if stepped is not None:
            return self._object(stepped.start, cue_end=self.cue.end)
        return self._object(i + 1, cue_end=i + 1)

    def _bare_object(self, i: int) -> Found | None:
        reading = self.reading
        if i != self.cue.end or "object" not in self.cue.frames or reading.is_time(i):
            return None
        is_object = i in reading.phrase_at or reading.quote_from(i) is not None or reading.is_kind(i, "pronoun") or verb_tense(reading.key(i)) == "ing"
        if not is_object or (self.cue.addresses and self._leads_to(i)):
            return None
        if reading.is_kind(i, "pronoun") and (i + 1 in reading.phrase_at or reading.quote_from(i + 1) is not None):
            return self._object(i + 1, cue_end=self.cue.end)  # `called him a friend`
        return self._object(i, cue_end=self.cue.end)

    def _leads_to(self, i: int) -> bool:
        """Whether an object is whom the cue addresses, an infinitive or clause behind it being what is said."""
        reading = self.reading
        phrase = reading.phrase_at.get(i)
        end = _behind_list(reading, phrase) if phrase is not None else _behind_title(reading, i + 1)
        if reading.key(end) == "to" and reading.is_kind(end, "particle"):
            return "to" in self.cue.frames
        return CLAUSE in self.cue.frames and (reading.key(end) in {"that", ":"} or reading.quote_from(end) is not None)

    def _quote_and_on(self, quote: Span) -> Span:
        """A quotation, with the clause that it opens where that goes on behind it."""
        reading = self.reading
        last = reading.behind(quote.end)
        goes_on = last < reading.end and reading.form(last) not in _COMMA | {";"} and reading.form(last - 2) not in {",", ".", "?", "!"}
        if not goes_on or quote.end > reading.sentence.span.end:
            return quote
        return Span(quote.start, reading.tokens[self.clause_end(last) - 1].span.end)

    def _clause(self, start: int, *, by_clause: bool = True) -> Found | None:
        end = self.clause_end(start)
        return Found(span=with_quotes(self.reading, start, end), cue_end=self.cue.end, by_clause=by_clause) if end > start + 1 else None

    def _object(self, start: int, *, cue_end: int) -> Found | None:
        end = self.object_end(start)
        return Found(span=with_quotes(self.reading, start, end), cue_end=cue_end, by_clause=False) if end > start else None

    # --- where it ends

    def clause_end(self, start: int) -> int:
        """Return the token index behind a clause that begins at `start`."""
        reading = self.reading
        later = self._later(start)
        fronted = self._is_fronted()
        for i in range(start + 1, reading.end):
            if reading.form(i) == ";":
                return i
            if _in_quote(reading, i, start):
                continue
            if fronted and reading.form(i) == "," and opens_clause(reading, i + 1):
                return i
            closes_quote = reading.form(i - 1) in _QUOTES and reading.form(i - 2) in {",", "."}
            if (reading.form(i) in _COMMA and _closes_clause(reading, i, later)) or (closes_quote and _closes_clause(reading, i - 1, later)):
                return i
            if (reading.key(i) in {"and", "but"} and self._joins_cue(i, later)) or _goes_on_saying(reading, i, later):
                return i
        return reading.end

    def object_end(self, start: int) -> int:
        """Return the token index behind a noun phrase that begins at `start`, with all that hangs on it in its clause."""
        later = self._later(start)
        end = next(
            (i for i in range(start + 1, self.reading.end) if not _in_quote(self.reading, i, start) and self._ends_object(i, later)),
            self.reading.end,
        )  # fmt: skip
        return _without_time(self.reading, start, end)

    def _later(self, start: int) -> dict[int, CueWords]:
        return {other.start: other for other in self.others if other.start > start}

    def _is_fronted(self) -> bool:
        """Whether a cue is of a clause before the main clause: `While he conceded that ..., the mayor said`, `Claiming that ..., he left`."""
        reading = self.reading
        if self.cue.start == 0 and self.cue.mood == "ing":
            return True
        opener = reading.role(0) in {"subordinator", "conditional"} or reading.key(0) in _FRONTING
        return opener and not any(reading.form(k) == "," for k in range(self.cue.start))

    def _joins_cue(self, i: int, later: dict[int, CueWords]) -> bool:
        """Whether `and` goes on from the speaker with another cue: `called it a failure and demanded an inquiry`."""
        following = later.get(i + 1)
        if following is None or following.kind != "verb" or following.is_attitude:
            return False
        tense, own = (verb_tense(self.reading.key(cue.head)) for cue in (following, self.cue))
        return tense == own or {tense, own} <= {"past", "both"}

    def _ends_object(self, i: int, later: dict[int, CueWords]) -> bool:
        reading = self.reading
        form, key = reading.form(i), reading.key(i)
        if form in {";", ":", "–", "—"} or (form == "-" and reading.tokens[i - 1].span.end < reading.tokens[i].span.start):
            return True
        if form == ",":
            return not (_is_listed(reading, i) or reading.key(i + 1) == "including" or _is_name_behind(reading, i))
        is_subordinate = reading.is_kind(i, "conjunction") and reading.role(i) in {"subordinator", "conditional"} and key not in {"as", "so"}
        if is_subordinate or (key == "as" and reading.key(i - 1) != "such" and opens_clause(reading, i + 1)):
            return True
        if _goes_on_saying(reading, i, later) or (key in {"and", "but"} and (self._joins_cue(i, later) or _goes_on(reading, i))):
            return True
        return key in _BESIDE

    # --- before the cue

    def before(self, edge: int) -> Span | None:
        """Return the clause or quotation that an attribution closes, or None.

        Args:
            edge: Token index at which the attribution begins: of its subject, or of the verb before it.
        """
        i = edge - 1
        comma = self.reading.form(i) in _COMMA
        if comma:
            i -= 1
        if i < 0:
            return None
        first = _first(self.reading)
        quote = self.reading.quote_to(i)
        if quote is not None and not (quote.start > self.reading.sentence.span.start and self.reading.is_title(quote)):
            return _with_lead(self.reading, first, quote)
        if not comma or i < first + 1:
            return None
        start, end = self.reading.tokens[first].span.start, self.reading.tokens[i].span.end
        inside = next((quote for quote in self.reading.quotes if quote.start < start < quote.end <= end), None)
        if inside is not None:
            return Span(inside.start, end)
        if _is_adverbial(self.reading, first, i) or self.reading.finite_behind(first, within=i + 1 - first) is None:
            return None
        return Span(start, end)

    def around(self, edge: int, behind: int) -> list[Span]:
        """Return the two parts of a clause that an attribution between commas interrupts: `The test, X said, was its biggest`.

        Args:
            edge: Token index at which the attribution begins.
            behind: Token index behind its verb and speaker.
        """
        reading = self.reading
        first = _first(reading)
        if reading.form(edge - 1) not in _COMMA or reading.form(behind) not in _COMMA or edge - 1 <= first or behind + 2 >= reading.end:
            return []
        if reading.quote_from(behind + 1) is not None and reading.is_kind(first, "preposition"):
            return []
        if reading.key(behind + 1) in _COORDINATORS or verb_tense(reading.key(behind + 1)) == "ing":
            return []
        if _is_adverbial(reading, first, edge - 1) and reading.quote_from(behind + 1) is not None:
            return []
        if reading.key(edge - 2) in {"which", "who"} and reading.form(edge - 3) == ",":
            first = edge - 2
        return [reading.span(first, edge - 1), with_quotes(reading, behind + 1, self.clause_end(behind + 1))]

    def resumed(self, start: int) -> Iterator[Span]:
        """Yield the quotation that goes on behind an attribution in the middle of it: `“A,” X said, “B”`."""
        for k in range(start, min(start + _RESUMES_WITHIN, self.reading.end)):
            quote = self.reading.quote_from(k)
            if quote is not None and self.reading.form(k - 1) in {",", ":"}:
                yield quote
                return
            if k in self.reading.group_at:
                return

    def rest_of_relative(self) -> Span | None:
        """Return the verb and all behind it that a relative pronoun is the subject of: `which he said were at his side`."""
        start = self.cue.end
        group = self.reading.group_at.get(start)
        opens = (group is not None and group.start == start and group.mood == "finite") or self.reading.role(start) in {"auxiliary", "modal"}
        return self.reading.span(start, self.clause_end(start)) if opens else None


def opens_clause(reading: Reading, i: int) -> bool:
    """Return whether a phrase or pronoun at a token is the subject of a finite verb behind it."""
    phrase = reading.phrase_at.get(i)
    points = reading.key(i) in _POINTING and not reading.is_kind(i, "conjunction")
    starts = (phrase is not None and phrase.start == i) or reading.is_kind(i, "pronoun") or points
    return starts and reading.finite_behind(i, within=_CLAUSE_WITHIN) is not None


def with_quotes(reading: Reading, start: int, end: int) -> Span:
    """Return the span of the tokens [start, end), with the whole of a quotation that begins in it and runs over the end of the sentence."""
    span = reading.span(start, end)
    for quote in reading.quotes:
        if span.start < quote.start < span.end < quote.end:
            return Span(span.start, quote.end)
    return span


def _is_place_behind(reading: Reading, phrase: Phrase) -> bool:
    """Whether a name between commas tells where the place before it lies: `in Toledo, Ohio, that`."""
    named = all(reading.form(k)[:1].isupper() for k in range(phrase.start - 2, phrase.end) if k != phrase.start - 1)
    return not phrase.preposition and reading.form(phrase.start - 1) == "," and reading.form(phrase.end) == "," and named


def _behind_list(reading: Reading, phrase: Phrase) -> int:
    """Token index behind a phrase with those joined to it, a title in quotation marks and an `of` phrase."""
    end = phrase.end
    while reading.key(end) in {"and", ","} and (following := reading.phrase_at.get(end + 1)) is not None and following.coordinated:
        end = following.end
    end = _behind_title(reading, end)
    if reading.key(end) == "of" and (following := reading.phrase_at.get(end + 1)) is not None:
        end = following.end
    return end


def _behind_title(reading: Reading, i: int) -> int:
    quote = reading.quote_from(i)
    return reading.behind(quote.end) if quote is not None and reading.is_title(quote) else i


def _is_name(reading: Reading, quote: Span) -> bool:
    """Whether a quotation behind a cue is a name or a word that goes on into a clause, and no statement."""
    last = reading.behind(quote.end)
    if reading.is_kind(last, "preposition") and last - reading.behind(quote.start) <= _SHORT_NAME:
        return True  # `blamed “terrorist groups” for`
    return quote.end - quote.start < _SHORT_QUOTE and last < reading.end and reading.form(last) not in {",", "."}


def _in_quote(reading: Reading, i: int, start: int) -> bool:
    """Whether a token stands in a quotation that opens behind `start` and closes in the sentence."""
    quote = reading.quote_over(i)
    return quote is not None and quote.end <= reading.sentence.span.end and reading.tokens[start].span.start <= quote.start


def _closes_clause(reading: Reading, i: int, later: dict[int, CueWords]) -> bool:
    """Whether the passage goes on in its own voice behind a comma: `, adding that`, `, according to`, `, and she accused`, `, but the army`."""
    following = later.get(i + 1)
    if following is not None and (following.kind == "attribution" or verb_tense(reading.key(following.head)) == "ing"):
        return True
    if reading.key(i + 1) not in _COORDINATORS:
        return False
    joined = later.get(i + 2)
    return (joined is not None and joined.kind == "verb") or (reading.key(i + 1) in {"and", "but", "while"} and opens_clause(reading, i + 2))


def _goes_on_saying(reading: Reading, i: int, later: dict[int, CueWords]) -> bool:
    """Whether the speaker goes on by a participle with no comma before it: `denied the attack saying the army ...`."""
    following = later.get(i)
    if following is None or following.mood != "ing" or following.kind != "verb" or following.is_attitude or following.start != following.head:
        return False
    return reading.key(i) in word_class("saying_on") and not reading.is_kind(i - 1, "preposition")


def _is_listed(reading: Reading, i: int) -> bool:
    """Whether a comma joins one more phrase of a list and ends no object."""
    following = reading.phrase_at.get(i + 1)
    if following is not None and following.start == i + 1 and following.coordinated:
        return True
    return reading.key(i + 1) in {"and", "or"} and i + 2 in reading.phrase_at and not opens_clause(reading, i + 2)


def _is_name_behind(reading: Reading, i: int) -> bool:
    """Whether a comma parts what somebody is from the name: `the leader of the North, Kim Jong Un`."""
    phrase = reading.phrase_at.get(i + 1)
    if phrase is None or phrase.start != i + 1 or reading.is_time(i + 1) or opens_clause(reading, i + 1):
        return False
    return all(reading.form(k)[:1].isupper() for k in range(phrase.start, phrase.end))


def _goes_on(reading: Reading, i: int) -> bool:
    """Whether a finite verb right behind `and` goes on from the subject."""
    group = reading.group_at.get(i + 1)
    return group is not None and group.start == i + 1 and group.mood == "finite" and verb_tense(reading.key(group.head)) in {"past", "both", "third"}


def _without_time(reading: Reading, start: int, end: int) -> int:
    """The end of a phrase without adverbs and the day or week at its end: `endorsed her for president on Thursday`."""
    while end > start + 1 and reading.is_adverb(end - 1) and reading.key(end - 1) != "such":
        end -= 1
    phrase = reading.phrase_at.get(end - 1)
    if phrase is None or phrase.start <= start + 1 or phrase.coordinated or not reading.is_time(end - 1):
        return end
    return phrase.start - 1 if reading.is_kind(phrase.start - 1, "preposition") else phrase.start


def _with_lead(reading: Reading, first: int, quote: Span) -> Span:
    """A quotation with the words of its clause before it, where it begins in the middle of one: `Clinton “is the only candidate ...”`."""
    opening = reading.behind(quote.start)
    if quote.start < reading.sentence.span.start:
        return quote
    goes_on = reading.form(opening + 1)[:1].islower() and reading.form(opening - 1) not in {",", ":"} and opening > first
    return Span(reading.tokens[first].span.start if goes_on else quote.start, quote.end)


def _first(reading: Reading) -> int:
    """Token index at which the clause before an attribution begins: behind an adverb that links it to what was said before."""
    if reading.key(0) in word_class("discourse_adverb") and reading.form(1) == ",":
        return 2
    return 1 if reading.key(0) == "however" else 0


def _is_adverbial(reading: Reading, start: int, end: int) -> bool:
    """Whether words before a comma only say when, where and why: `In an interview with X`, `When asked about it`, `Asked about it`."""
    if reading.is_kind(start, "verb") and verb_tense(reading.key(start)) in {"ing", "both", "participle"}:
        return True
    is_opener = reading.is_kind(start, "preposition") or (reading.is_kind(start, "conjunction") and reading.role(start) in {"subordinator", "conditional"})
    return is_opener and not any(reading.form(k) == "," for k in range(start, end))

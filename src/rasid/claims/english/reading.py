# SPDX-License-Identifier: Apache-2.0
"""One English sentence and its paragraph, as the search for attributions looks at them."""

from collections.abc import Iterator, Sequence
from typing import Final

from rasid.languages.en.groups import find_groups
from rasid.languages.en.kinds import is_adverb
from rasid.languages.en.vocabulary import role_of, word_class
from rasid.records import Phrase, Sentence, Span, Token

OPENING: Final = frozenset("“«„")
CLOSING: Final = frozenset("”»")
STRAIGHT: Final = '"'
# Participles that may stand between a subject and its verb.
_PARTICIPLES: Final = 2
_STOPS: Final = frozenset(",.?!")
_ENDS: Final = frozenset(".!?…")


class Reading:
    """A parsed sentence with its verb groups, and the quotations of its paragraph."""

    def __init__(self, sentence: Sentence, quotes: Sequence[Span]) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.quotes = quotes
        self.size = len(sentence.tokens)
        self.keys = [token.word.key for token in sentence.tokens]
        self.forms = [token.word.form for token in sentence.tokens]
        self.phrases = sentence.phrases
        self.phrase_at: dict[int, Phrase] = {i: phrase for phrase in sentence.phrases for i in range(phrase.start, phrase.end)}
        self.groups = find_groups(sentence.tokens, self.phrase_at)
        self.group_at = {k: group for group in self.groups.values() for k in range(group.start, group.head + 1)}
        self.predicates = {predicate.head: predicate for predicate in sentence.predicates if predicate.form == "verb"}
        self.end = self._end()

    def _end(self) -> int:
        """Token index of the stop that ends the sentence, or behind its last token."""
        end = len(self.tokens)
        while end and self.tokens[end - 1].word.form in _ENDS:
            end -= 1
        return end

    def key(self, i: int) -> str:
        """Return the key of a token, an empty string beside the sentence."""
        return self.keys[i] if 0 <= i < self.size else ""

    def form(self, i: int) -> str:
        """Return the form of a token, an empty string beside the sentence."""
        return self.forms[i] if 0 <= i < self.size else ""

    def token(self, i: int) -> Token | None:
        """Return a token, or None beside the sentence."""
        return self.tokens[i] if 0 <= i < len(self.tokens) else None

    def role(self, i: int) -> str:
        """Return the grammatical role of a function word at an index."""
        return role_of(self.key(i))

    def is_adverb(self, i: int) -> bool:
        """Return whether a token is an adverb."""
        return 0 <= i < len(self.tokens) and is_adverb(self.tokens[i])

    def is_kind(self, i: int, *kinds: str) -> bool:
        """Return whether a token is of one of some kinds."""
        return 0 <= i < len(self.tokens) and self.tokens[i].kind in kinds

    def is_time(self, i: int) -> bool:
        """Return whether the phrase at a token tells when."""
        phrase = self.phrase_at.get(i)
        if phrase is None:
            return self.key(i) in word_class("calendar")
        if self.form(phrase.head) == "Times":
            return False  # `The New York Times`
        words = [self.tokens[phrase.head].word, *([] if self.tokens[phrase.start].word.enclitic else [self.tokens[phrase.start].word])]
        times = word_class("time_head")
        return any(word.key in times or word.lemma in times or word.key in word_class("calendar") for word in words)

    def quote_from(self, i: int) -> Span | None:
        """Return the quotation that a token opens."""
        if not self.quotes or not 0 <= i < self.size:
            return None
        start = self.tokens[i].span.start
        return next((quote for quote in self.quotes if quote.start == start), None)

    def quote_to(self, i: int) -> Span | None:
        """Return the quotation that a token closes."""
        if not self.quotes or not 0 <= i < self.size:
            return None
        end = self.tokens[i].span.end
        return next((quote for quote in self.quotes if quote.end == end), None)

    def quote_over(self, i: int) -> Span | None:
        """Return the quotation that holds a token."""
        if not self.quotes:
            return None
        span = self.tokens[i].span
        return next((quote for quote in self.quotes if quote.start <= span.start and span.end <= quote.end), None)

    def is_title(self, quote: Span) -> bool:
        """Return whether a quotation names a programme or a work: two words or more, the long ones all with a capital, and no comma."""
        words = [token.word.form for token in self.tokens if quote.start < token.span.start and token.span.end < quote.end]
        long = [word for word in words if len(word) > 3 and word[0].isalpha()]  # noqa: PLR2004
        return len(words) > 1 and bool(long) and all(word[0].isupper() for word in long) and all(word not in words[:-1] for word in ",;?!")

    def behind(self, at: int) -> int:
        """Return the index of the first token at or behind a place in the text."""
        return next((i for i, token in enumerate(self.tokens) if token.span.start >= at), len(self.tokens))

    def span(self, start: int, end: int) -> Span:
        """Return the span of the tokens [start, end)."""
        return Span(self.tokens[start].span.start, self.tokens[end - 1].span.end)

    def finite_behind(self, i: int, *, within: int) -> int | None:
        """Return the token index of the finite verb or auxiliary that what stands at `i` is the subject of, or None.

        Prepositional phrases, participles and relative clauses behind the subject are stepped over.
        """
        relative = passed = 0
        for k in range(i, min(i + within, self.end)):
            role = self.role(k)
            if self.is_kind(k, "conjunction") and (role == "relative" or (role == "complementiser" and k > i and self.is_kind(k - 1, "noun", "other"))):
                relative += 1
                continue
            if k > i and self.is_kind(k, "conjunction") and role == "complementiser":
                return None
            if self.is_kind(k, "conjunction") and role in {"subordinator", "conditional"}:
                return None
            if self.form(k) in _ENDS or self.form(k) == ";" or (self.form(k) == "," and self.key(k + 1) in {"and", "but"} and not self._is_listed(k + 2)):
                return None
            if k in self.groups and self.groups[k].mood in {"ing", "reduced"}:
                passed += 1
                if passed > _PARTICIPLES:
                    return None
            finite = self._is_finite(k)
            if finite and relative:
                relative -= 1
            elif finite:
                return k
        return None

    def _is_listed(self, i: int) -> bool:
        """Whether a phrase goes on a list."""
        phrase = self.phrase_at.get(i)
        return phrase is not None and phrase.coordinated

    def _is_finite(self, k: int) -> bool:
        group = self.group_at.get(k)
        if group is not None:
            return group.start == k and group.mood == "finite"
        return self.is_kind(k, "particle") and self.role(k) in {"auxiliary", "modal"} and self.key(k) not in {"be", "been", "being", "having"}


def find_quotes(sentences: Sequence[Sentence]) -> list[Span]:
    """Return the quotations of a paragraph in order, marks included; one that is never closed runs to the end."""
    quotes: list[Span] = []
    opened: int | None = None
    end, before = 0, ""
    for token in _tokens(sentences):
        form, end = token.word.form, token.span.end
        if opened is None and (form in OPENING or form == STRAIGHT):
            opened = token.span.start
        elif opened is not None and (form in CLOSING or form == STRAIGHT):
            quotes.append(Span(opened, end))
            opened = None
        elif opened is None and form in CLOSING and not quotes and before in _STOPS:
            quotes.append(Span(sentences[0].span.start, end))  # its opening mark stands in an earlier paragraph, or was lost
        before = form
    if opened is not None and end > opened + 1:
        quotes.append(Span(opened, end))
    return quotes


def _tokens(sentences: Sequence[Sentence]) -> Iterator[Token]:
    for sentence in sentences:
        yield from sentence.tokens


def find_paragraphs(sentences: Sequence[Sentence], text: str) -> Iterator[tuple[Sentence, ...]]:
    """Yield the sentences that stand on one line of the text."""
    paragraph: list[Sentence] = []
    for sentence in sentences:
        if paragraph and "\n" in text[paragraph[-1].span.end : sentence.span.start]:
            yield tuple(paragraph)
            paragraph = []
        paragraph.append(sentence)
    if paragraph:
        yield tuple(paragraph)

# SPDX-License-Identifier: Apache-2.0
"""What a language must offer, and where languages are looked up."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from functools import cache

from rasid.errors import SettingsError
from rasid.languages.quantities import DateMatch, NumberMatch
from rasid.records import Record, Sentence, Span, Token
from rasid.registry import languages


class Normalised(Record, frozen=True, kw_only=True):
    """A text in one spelling, with the way back to the text as read."""

    text: str
    offsets: tuple[int, ...] | None
    """Offset in the text as read of each code point of `text`; None where the two are the same."""
    ends: tuple[int, ...] | None = None
    """Offset behind each code point of `text`, marks that belong to it included."""

    def span(self, start: int, end: int) -> Span:
        """Return the span in the text as read that [start, end) of the normalised text stands for."""
        if self.offsets is None or self.ends is None:
            return Span(start, end)
        return Span(self.offsets[start], self.ends[end - 1])


class Language(ABC):
    """One language: the same methods in each, all pure and deterministic."""

    code: str

    @abstractmethod
    def normalise(self, text: str) -> Normalised:
        """Return the text in one spelling with its offset map."""

    @abstractmethod
    def sentences(self, text: str) -> list[Span]:
        """Return the spans of the sentences of a text as read, in order; white space between them is left out."""

    @abstractmethod
    def tokens(self, text: str, span: Span) -> tuple[Token, ...]:
        """Return the tokens of one sentence, spans into the text as read."""

    @abstractmethod
    def parse(self, sentence: Sentence) -> Sentence:
        """Return the sentence with the kinds of its tokens settled, and its phrases and predicates."""

    @abstractmethod
    def numbers(self, tokens: Sequence[Token]) -> list[NumberMatch]:
        """Return the numbers in digits and words."""

    @abstractmethod
    def dates(self, tokens: Sequence[Token], *, published: str | None) -> list[DateMatch]:
        """Return the time expressions, resolved against the day the document was published where that is known."""


@cache
def get_language(code: str) -> Language:
    """Return the language object of a code.

    Raises:
        SettingsError: No such language is registered; the message lists those that are.
    """
    found = languages.get(code)
    if not isinstance(found, Language):
        message = f"'{code}' is registered as a language but is a {type(found).__name__}"
        raise SettingsError(message, code="bad_plugin", record_id=code)
    return found

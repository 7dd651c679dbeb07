# SPDX-License-Identifier: Apache-2.0
"""English as news agencies and dailies print it."""

from collections.abc import Sequence

from rasid.languages.base import Language, Normalised
from rasid.languages.en.clauses import parse
from rasid.languages.en.dates import find_dates
from rasid.languages.en.normalise import normalise
from rasid.languages.en.numbers import find_numbers
from rasid.languages.en.sentences import split_sentences
from rasid.languages.en.tokens import is_hidden_word, tokenise
from rasid.languages.quantities import DateMatch, NumberMatch
from rasid.records import Sentence, Span, Token


class English(Language):
    """The English `Language`: each method is the one public function of the module of its name."""

    code = "en"

    def normalise(self, text: str) -> Normalised:
        """See `rasid.languages.en.normalise`."""
        return normalise(text, is_known=is_hidden_word)

    def sentences(self, text: str) -> list[Span]:
        """See `rasid.languages.en.sentences`."""
        return split_sentences(text)

    def tokens(self, text: str, span: Span) -> tuple[Token, ...]:
        """See `rasid.languages.en.tokens`."""
        return tokenise(text, span)

    def parse(self, sentence: Sentence) -> Sentence:
        """See `rasid.languages.en.clauses`."""
        return parse(sentence)

    def numbers(self, tokens: Sequence[Token]) -> list[NumberMatch]:
        """See `rasid.languages.en.numbers`."""
        return find_numbers(tokens)

    def dates(self, tokens: Sequence[Token], *, published: str | None) -> list[DateMatch]:
        """See `rasid.languages.en.dates`."""
        return find_dates(tokens, published=published)


ENGLISH = English()

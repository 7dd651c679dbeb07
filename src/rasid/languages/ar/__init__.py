# SPDX-License-Identifier: Apache-2.0
"""Modern Standard Arabic as news prints it."""

from collections.abc import Sequence

from rasid.languages.ar.clauses import parse
from rasid.languages.ar.dates import find_dates
from rasid.languages.ar.normalise import normalise
from rasid.languages.ar.numbers import find_numbers
from rasid.languages.ar.sentences import split_sentences
from rasid.languages.ar.tokens import is_hidden_word, is_spelled, tokenise
from rasid.languages.base import Language, Normalised
from rasid.languages.quantities import DateMatch, NumberMatch
from rasid.records import Sentence, Span, Token


class Arabic(Language):
    """The Arabic `Language`: each method is the one public function of the module of its name."""

    code = "ar"

    def normalise(self, text: str) -> Normalised:
        """See `rasid.languages.ar.normalise`."""
        return normalise(text, is_known=is_hidden_word, is_spelled=is_spelled)

    def sentences(self, text: str) -> list[Span]:
        """See `rasid.languages.ar.sentences`."""
        return split_sentences(text)

    def tokens(self, text: str, span: Span) -> tuple[Token, ...]:
        """See `rasid.languages.ar.tokens`."""
        return tokenise(text, span)

    def parse(self, sentence: Sentence) -> Sentence:
        """See `rasid.languages.ar.clauses`."""
        return parse(sentence)

    def numbers(self, tokens: Sequence[Token]) -> list[NumberMatch]:
        """See `rasid.languages.ar.numbers`."""
        return find_numbers(tokens)

    def dates(self, tokens: Sequence[Token], *, published: str | None) -> list[DateMatch]:
        """See `rasid.languages.ar.dates`."""
        return find_dates(tokens, published=published)


ARABIC = Arabic()

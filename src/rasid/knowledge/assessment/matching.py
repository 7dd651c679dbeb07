# SPDX-License-Identifier: Apache-2.0
"""Looking for listed words in running text, whatever their spelling."""

import re
from collections.abc import Iterable
from typing import Final

from rasid.records import Span
from rasid.spelling import fold

# Vowel signs, tatweel, direction marks and zero-width characters.
_MARKS: Final = re.compile(
    "[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]"
)
_WORD: Final = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


def fold_words(text: str) -> tuple[str, ...]:
    """Return the folded words of a stretch of text: no marks, no punctuation, one alef, lower case."""
    return tuple(_WORD.findall(fold(_MARKS.sub("", text))))


class PhraseList:
    """A list of words and phrases that can be looked for in running text, whatever its spelling."""

    def __init__(self, entries: Iterable[str]) -> None:
        """Fold and keep the entries."""
        self._phrases = frozenset(words for words in map(fold_words, entries) if words)
        self._lengths = sorted({len(words) for words in self._phrases}, reverse=True)

    def at(self, words: tuple[str, ...], index: int) -> int:
        """Return how many words of the longest entry stand at an index; 0 where none does."""
        for length in self._lengths:
            if index + length <= len(words) and words[index : index + length] in self._phrases:
                return length
        return 0

    def is_in(self, text: str) -> bool:
        """Return whether any entry stands in the text."""
        words = fold_words(text)
        return any(self.at(words, index) for index in range(len(words)))

    def opens(self, text: str) -> bool:
        """Return whether the text begins with an entry."""
        return self.at(fold_words(text), 0) > 0


# As the guidelines of the annotation end a sentence.
_ENDS: Final = ".!?؟؛\n"


def sentence_around(text: str, span: Span) -> Span:
    """Return the sentence around a span, as far as its ends can be told from signs alone."""
    start = max(text.rfind(sign, 0, span.start) for sign in _ENDS) + 1
    after = [at for sign in _ENDS if (at := text.find(sign, span.end - 1)) >= 0]
    return Span(start, max(min(after, default=len(text)), span.end))


_CLITICS: Final = ("ال", "وال", "بال", "لل", "فال", "كال", "ول", "وب", "و", "ب", "ل", "ف")
_MIN_STEM: Final = 3


def forms_of(word: str) -> tuple[str, ...]:
    """Return a folded word, then what is left of it without Arabic article, conjunction and preposition."""
    cut = (word.removeprefix(clitic) for clitic in _CLITICS if word.startswith(clitic))
    return (word, *(rest for rest in cut if len(rest) >= _MIN_STEM))

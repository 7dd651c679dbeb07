# SPDX-License-Identifier: Apache-2.0
"""What the cues of English claims attribute, each for itself: inside what another says too, as a claim may hold claims."""

from collections.abc import Sequence
from typing import Final

from rasid.claims.english.attributions import Attribution, read_cue
from rasid.claims.english.reading import CLOSING, OPENING, STRAIGHT, Reading, find_paragraphs, find_quotes
from rasid.claims.english.words import CueWords, attribution_index, find_words
from rasid.knowledge.lexemes import Found
from rasid.records import Record, Sentence, Span

_QUESTIONS: Final = frozenset({"whether", "if", "when", "how", "why", "what", "where", "who"})
# Quantities that the clause analysis takes for a subject: `we very much welcome`.
_NOBODY: Final = frozenset({"much", "more", "less"})
_RELATIVES: Final = frozenset({"what", "which"})
_TRAILING: Final = frozenset(",;:.-–—")


class Part(Record, frozen=True, kw_only=True):
    """Who says what at one cue of a claim."""

    source: Span
    """In full."""
    is_pronoun: bool
    content: Span
    """The longest stretch of what is said, without `that` and without the comma behind it."""
    is_said: bool
    """Whether it is a clause or quotation, and no phrase or infinitive."""


class Parts:
    """The parts of the claims of one document, read sentence by sentence."""

    def __init__(self, sentences: Sequence[Sentence], text: str) -> None:
        """Find the quotations of all paragraphs.

        Args:
            sentences: All sentences of the document.
            text: The text that they are of.
        """
        self._quotes: dict[int, list[Span]] = {}
        if not any(mark in text for mark in OPENING | CLOSING | {STRAIGHT}):
            return
        for paragraph in find_paragraphs(sentences, text):
            quotes = find_quotes(paragraph)
            if quotes:
                self._quotes.update((sentence.index, quotes) for sentence in paragraph)

    def of(self, sentence: Sentence, matches: Sequence[Found]) -> dict[int, Part]:
        """Return source and content of the cues of a parsed sentence by the token index of their head.

        Args:
            sentence: One of the document.
            matches: The words and phrases of cues.tsv in it.
        """
        parts: dict[int, Part] = {}
        reading = Reading(sentence, self._quotes.get(sentence.index, ()))
        cues = find_words(reading, attribution_index(attitudes=False), matches)
        for cue in cues:
            found = None if cue.passive else read_cue(reading, cue, cues)
            part = None if found is None or found.source is None else _part(reading, found.source, found)
            if part is not None and not _is_question(reading, part, cue):
                parts[cue.head] = part
        return parts


def _is_question(reading: Reading, part: Part, cue: CueWords) -> bool:
    """Whether what is said leaves something open and claims nothing: `is to determine whether`, `did not say when`."""
    first = next((token.word.key for token in reading.tokens if token.span.start >= part.content.start), "")
    return first in _QUESTIONS and "whether" not in cue.frames and "clause" not in cue.frames


def _part(reading: Reading, source: Span, found: Attribution) -> Part | None:
    longest = max(found.contents, key=lambda content: content.end - content.start)
    inside = [token for token in reading.tokens if longest.holds(token.span)]
    start, end = longest.start, longest.end
    if len(inside) == 1 and inside[0].word.key in _RELATIVES:
        return None
    if len(inside) > 1 and inside[0].word.key == "that" and inside[0].kind == "conjunction":
        start = inside[1].span.start
    while len(inside) > 1 and inside[-1].word.form in _TRAILING and inside[-1].span.end == end:
        inside.pop()
        end = inside[-1].span.end
    first = reading.token(reading.behind(source.start))
    is_pronoun = first is not None and first.kind == "pronoun" and first.span == source
    if first is not None and first.word.key in _NOBODY and first.span == source:
        return None
    return Part(source=source, is_pronoun=is_pronoun, content=Span(start, end), is_said=found.is_said)

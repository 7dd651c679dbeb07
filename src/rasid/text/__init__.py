# SPDX-License-Identifier: Apache-2.0
"""Document to Sentence: the one analysis of the words that all later stages share.

In: a `Document` and a test for the words that make a sentence worth reading closely. Out: its `Sentence`s in order, all
with tokens, those with a wanted word with phrases and predicates too. It does not find events or claims, and it does not
change the text: every span is into `Document.text`.
"""

from collections.abc import Callable, Iterator

from rasid.languages import get_language
from rasid.records import Document, Sentence, Token

# A sentence longer than this is no sentence (a table, a list of names without stops): read in pieces, so that the work
# for one grows with its length and not with its square.
_LONGEST_SENTENCE = 400


def analyse(document: Document, *, wanted: Callable[[Token], bool]) -> tuple[Sentence, ...]:
    """Return the sentences of a document.

    Args:
        document: One in a language that is registered; its text may be anything.
        wanted: Tells of a token whether it may open an event or a claim. A document without one gives no sentences: that
            is the cheap way out for most of the news.

    Returns:
        The sentences in order, or an empty tuple where no token is wanted.
    """
    language = get_language(document.language)
    cut = tuple(_cut(document))
    relevant = [any(wanted(token) for token in sentence.tokens) for sentence in cut]
    if not any(relevant):
        return ()
    return tuple(
        language.parse(sentence) if is_relevant else sentence for sentence, is_relevant in zip(cut, relevant, strict=True)
    )


def _cut(document: Document) -> Iterator[Sentence]:
    language = get_language(document.language)
    index = 0
    for span in language.sentences(document.text):
        tokens = language.tokens(document.text, span)
        for start in range(0, len(tokens), _LONGEST_SENTENCE):
            piece = tokens[start : start + _LONGEST_SENTENCE]
            where = span if len(piece) == len(tokens) else type(span)(piece[0].span.start, piece[-1].span.end)
            yield Sentence(document_id=document.id, index=index, span=where, tokens=piece)
            index += 1

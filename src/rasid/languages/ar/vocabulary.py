# SPDX-License-Identifier: Apache-2.0
"""The nouns and adjectives that the knowledge files themselves use, so that they are never taken apart wrongly."""

from functools import cache

from rasid.knowledge.load import read_tsv
from rasid.spelling import fold


@cache
def nouns() -> frozenset[str]:
    """Return the keys of the nouns of the lexicon: verbal nouns, event nouns, classes."""
    words: set[str] = set()
    for row in read_tsv("lexicon/ar/verbs.tsv"):
        words.update(row.items_of("masdars"))
    for row in read_tsv("lexicon/ar/triggers.tsv"):
        words.update(row.items_of("nouns"))
        words.update(row.items_of("participles"))
    for row in read_tsv("lexicon/ar/classes.tsv"):
        words.update(row.items_of("words"))
    for row in read_tsv("lexicon/ar/cues.tsv"):
        words.update(row.items_of("nouns"))
        words.update(row.items_of("participles"))
    return frozenset(fold(word.removeprefix("ال")) for phrase in words for word in phrase.split() if len(word) > 1)


@cache
def hidden_words() -> frozenset[str]:
    """Return the keys of words that outlets censor (`قصـ.ـف`, `دا-عش`): the lexicon's, four letters and more, or three of a trigger."""
    words = {key for key in nouns() if len(key) > 3}  # noqa: PLR2004
    for row in read_tsv("lexicon/ar/triggers.tsv"):
        words.update(fold(word) for word in (*row.items_of("nouns"), *row.items_of("past")) if len(word) > 2)  # noqa: PLR2004
    return frozenset(words)


@cache
def adjectives() -> frozenset[str]:
    """Return the keys of common adjectives that do not show it by their ending."""
    return frozenset(fold(form) for row in read_tsv("lexicon/ar/adjectives.tsv") for form in _forms(row["masculine"], row.items_of("plural")))


def _forms(masculine: str, plurals: tuple[str, ...]) -> tuple[str, ...]:
    return (masculine, masculine + "ة", masculine + "ين", masculine + "ون", masculine + "ات", masculine + "ا", *plurals)


@cache
def time_words() -> frozenset[str]:
    """Return the keys of days, months and parts of the day: nouns, whatever verb they look like (`أمس`)."""
    return frozenset(
        fold(word.removeprefix("ال")) for row in read_tsv("lexicon/ar/classes.tsv") if row["class"] in {"time_head", "weekday"} for word in row.items_of("words") if " " not in word
    )


@cache
def number_words() -> frozenset[str]:
    """Return the keys of numerals that look like verbs: nouns wherever they stand (`تسع ضربات`, not `it held nine`; `اثنا عشر`)."""
    rows = read_tsv("lexicon/ar/numbers.tsv")
    return frozenset(fold(word) for row in rows if row["kind"] in {"one", "ten", "tens", "hundred"} for word in row.items_of("forms"))

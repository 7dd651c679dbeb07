# SPDX-License-Identifier: Apache-2.0
"""Which words exist, and their dictionary form."""

from functools import cache
from typing import Final

import simplemma
from simplemma.strategies import DictionaryLookupStrategy

from rasid.knowledge.load import read_tsv
from rasid.languages.ar.verbs import VerbForm, conjugate
from rasid.records import WordKind
from rasid.remembered import remembered
from rasid.spelling import fold

# Asked of every word form: the look-up alone, since no form here needs the checks and steps that simplemma puts around it.
_DICTIONARY: Final = DictionaryLookupStrategy()


@remembered()
def is_word(form: str) -> bool:
    """Return whether a spelling is a form of Arabic by itself, without attached و ب ل ال; many papers leave the first hamza out (`امني`)."""
    return _is_listed(form) or any(_is_listed(spelled) for spelled in _with_hamza(form))


def _is_listed(form: str) -> bool:
    return _DICTIONARY.get_lemma(form, "ar") is not None


@remembered()
def lemma_of(form: str) -> str:
    """Return the dictionary form of a noun or adjective; the form itself where it is unknown."""
    found = (_DICTIONARY.get_lemma(spelled, "ar") for spelled in (form, *_with_hamza(form)))
    return next((lemma for lemma in found if lemma is not None), None) or simplemma.lemmatize(form, "ar")


def _with_hamza(form: str) -> tuple[str, ...]:
    """The spellings that a form with a bare alif may stand for: `امني` for `أمني`, `اعلام` for `إعلام`."""
    return ("أ" + form[1:], "إ" + form[1:]) if form.startswith("ا") and len(form) > 3 else ()  # noqa: PLR2004


@cache
def verb_forms() -> dict[str, VerbForm]:
    """Return every verb form that is known by its key; of two verbs with one spelling the one listed first wins."""
    forms: dict[str, VerbForm] = {}
    later: list[tuple[str, VerbForm]] = []
    for past, present in _verbs():
        for spelling, form in conjugate(past, present):
            if form.rare:
                later.append((fold(spelling), form))
            else:
                forms.setdefault(fold(spelling), form)
    for key, form in later:
        forms.setdefault(key, form)
    return forms


@cache
def twofold_verbs() -> dict[str, tuple[VerbForm, VerbForm]]:
    """Return the forms in ت that are the past of one verb (`تواصل` went on) and the present of another (she goes on), by key, in that order."""
    pasts: dict[str, VerbForm] = {}
    presents: dict[str, VerbForm] = {}
    for past, present in _verbs():
        if past.startswith("ت"):
            pasts.setdefault(fold(past), VerbForm(verb=past, tense="past", voice="either", person="3ms"))
        elif present.startswith("ي"):
            presents.setdefault(fold("ت" + present[1:]), VerbForm(verb=past, tense="present", voice="either", person="3fs"))
    return {key: (form, presents[key]) for key, form in pasts.items() if key in presents}


def _verbs() -> list[tuple[str, str]]:
    pairs: dict[tuple[str, str], None] = {}
    for name in ("lexicon/ar/verbs.tsv", "lexicon/ar/cues.tsv", "lexicon/ar/triggers.tsv"):
        for row in read_tsv(name):
            if row["past"] and row["present"] and " " not in row["past"]:
                pasts, presents = row.items_of("past"), row.items_of("present")
                pairs.update(dict.fromkeys(zip(pasts, presents, strict=False)))
    return list(pairs)


@cache
def ambiguous_verbs() -> dict[str, str]:
    """Return the pasts that are also nouns, by key, with what they more often are: `noun` or `verb`."""
    return {fold(row["past"]): row["note"] for row in read_tsv("lexicon/ar/verbs.tsv") if row["note"] in {"noun", "verb"}}


@cache
def verbal_nouns() -> dict[str, str]:
    """Return the verbal nouns by key, each with the verb that it belongs to."""
    nouns: dict[str, str] = {}
    for row in read_tsv("lexicon/ar/verbs.tsv"):
        for noun in row.items_of("masdars"):
            nouns.setdefault(fold(noun), row["past"])
    for name in ("lexicon/ar/triggers.tsv",):
        for row in read_tsv(name):
            for noun in row.items_of("nouns"):
                if " " not in noun:
                    nouns.setdefault(fold(noun), row.items_of("past")[0] if row["past"] else noun)
    return nouns


@cache
def participles() -> dict[str, str]:
    """Return active participles by key (`مشير`), each with its verb."""
    found: dict[str, str] = {}
    for row in read_tsv("lexicon/ar/verbs.tsv"):
        for participle in row.items_of("participle_active"):
            found.setdefault(fold(participle), row["past"])
    return found


@cache
def closed_class() -> dict[str, tuple[WordKind, str]]:
    """Return the function words by key, each with its kind and grammatical role."""
    return {fold(row["word"]): (_kind(row["kind"]), row["role"]) for row in read_tsv("lexicon/ar/closed.tsv")}


@cache
def closed_words() -> frozenset[str]:
    """Return the function words as they are spelled."""
    return frozenset(row["word"] for row in read_tsv("lexicon/ar/closed.tsv"))


def _kind(name: str) -> WordKind:
    kinds: dict[str, WordKind] = {
        "preposition": "preposition", "conjunction": "conjunction", "particle": "particle", "pronoun": "pronoun", "noun": "noun",
    }  # fmt: skip
    return kinds[name]

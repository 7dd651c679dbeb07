# SPDX-License-Identifier: Apache-2.0
"""The forms of English verbs, and the words that the knowledge files themselves use."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Final, NamedTuple

import simplemma

from rasid.knowledge.load import Row, read_tsv
from rasid.records import WordKind

_SHORT: Final = re.compile(r"[^aeiou]*[aeiou][^aeiouwxy]")


class VerbForm(NamedTuple):
    """One reading of a form as a verb."""

    verb: str
    tense: str
    """`base`, `third` (-s), `past`, `participle` (-ed and its like), `both` (past and participle), `ing`."""


@cache
def lemma_of(form: str) -> str:
    """Return the dictionary form of a word in lower case; the form itself where it is unknown."""
    return simplemma.lemmatize(form, "en").lower()


@cache
def is_word(form: str) -> bool:
    """Return whether a form in lower case is a word of English and no name alone."""
    return simplemma.is_known(form, "en") and simplemma.lemmatize(form, "en")[:1].islower()


@cache
def verb_forms() -> dict[str, VerbForm]:
    """Return the readings of all forms of the listed verbs; of two verbs with one form the irregular one wins (`found`)."""
    forms: dict[str, VerbForm] = {}
    for verb, pasts, participles in _verbs():
        for form, tense in _inflect(verb, pasts, participles):
            known = forms.get(form)
            if known is None or (known.tense in {"base"} and tense != "base" and known.verb not in _both_ways()):
                forms[form] = VerbForm(verb, tense)
    return forms


@cache
def _both_ways() -> frozenset[str]:
    return frozenset({"find", "lay", "fall", "fell", "wind"})


@cache
def _verbs() -> tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]:
    found: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {}
    for row in read_tsv("lexicon/en/verbs.tsv"):
        found.setdefault(row["verb"], (row.items_of("past"), row.items_of("participle")))
    for name in ("lexicon/en/cues.tsv", "lexicon/en/triggers.tsv"):
        for row in read_tsv(name):
            for verb in row.items_of("past"):
                if " " not in verb:
                    found.setdefault(verb, ((), ()))
    return tuple((verb, *forms) for verb, forms in found.items())


def _inflect(verb: str, pasts: tuple[str, ...], participles: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    if verb == "be":
        yield from (("be", "base"), ("is", "third"), ("are", "base"), ("was", "past"), ("were", "past"), ("been", "participle"), ("being", "ing"))
        return
    yield verb, "base"
    yield third_person(verb), "third"
    stem = _stem(verb, pasts)
    regular = (f"{stem}ed" if stem != verb or not verb.endswith("e") else f"{verb}d",)
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        regular = (f"{verb[:-1]}ied",)
    for form in pasts or regular:
        yield form, "both" if form in (participles or pasts or regular) else "past"
    for form in participles or ():
        if form not in pasts:
            yield form, "participle"
    yield (f"{verb[:-2]}ying" if verb.endswith("ie") else f"{stem}ing"), "ing"


def third_person(verb: str) -> str:
    """Return the form on -s: `attacks`, `clashes`, `denies`."""
    if verb in {"have", "do", "go"}:
        return {"have": "has", "do": "does", "go": "goes"}[verb]
    if verb.endswith(("s", "x", "z", "ch", "sh")):
        return f"{verb}es"
    return f"{verb[:-1]}ies" if verb.endswith("y") and verb[-2:-1] not in "aeiou" else f"{verb}s"


def _stem(verb: str, pasts: tuple[str, ...]) -> str:
    """The stem before -ed and -ing: without a silent e, with the last letter doubled where a listed past has it or the verb is short."""
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1]
    doubled = verb + verb[-1]
    if any(past == f"{doubled}ed" for past in pasts):
        return doubled
    return doubled if _SHORT.fullmatch(verb) and not (pasts and pasts[0].endswith("ed")) else verb


@cache
def noun_leaning() -> frozenset[str]:
    """Return the verbs whose bare form is more often a noun."""
    return frozenset(row["verb"] for row in read_tsv("lexicon/en/verbs.tsv") if row["leans"] == "noun")


@cache
def closed_class() -> dict[str, tuple[WordKind, str]]:
    """Return the function words, each with its kind and grammatical role."""
    return {row["word"]: (_kind(row["kind"]), row["role"]) for row in read_tsv("lexicon/en/closed.tsv")}


def _kind(name: str) -> WordKind:
    kinds: dict[str, WordKind] = {
        "preposition": "preposition", "conjunction": "conjunction", "particle": "particle", "pronoun": "pronoun", "noun": "noun",
    }  # fmt: skip
    return kinds[name]


@cache
def role_of(key: str) -> str:
    """Return the grammatical role of a function word (`complementiser`, `relative`, `negation`, ...), or an empty string."""
    found = closed_class().get(key)
    return found[1] if found else ""


@cache
def phrasal_verbs() -> frozenset[tuple[str, str]]:
    """Return the verbs that make one word with a particle, as pairs: `carry`, `out`."""
    return frozenset((verb, row["particle"]) for row in read_tsv("lexicon/en/phrasal.tsv") for verb in row.items_of("verbs"))


@cache
def adjectives() -> frozenset[str]:
    """Return the adjectives whose ending does not show it."""
    return frozenset(word for row in read_tsv("lexicon/en/adjectives.tsv") for word in row.items_of("words"))


@cache
def number_words() -> frozenset[str]:
    """Return the words that are numbers or stand for one: `three`, `dozens`, `hundreds`."""
    kinds = {"one", "tens", "hundred", "scale", "dozen", "score", "couple", "vague"}
    return frozenset(word for row in read_tsv("lexicon/en/numbers.tsv") if row["kind"] in kinds for word in row.items_of("forms") if len(word) > 2)  # noqa: PLR2004


@cache
def word_class(name: str) -> frozenset[str]:
    """Return the words of a class of classes.tsv, grammar.tsv or of a marker list; empty where there is none."""
    words: set[str] = set()
    for file, column in (("classes", "class"), ("markers", "marker"), ("grammar", "class"), ("verb_classes", "class")):
        for row in read_tsv(f"lexicon/en/{file}.tsv"):
            if row[column] == name:
                words.update(word.lower() for word in row.items_of("words"))
    return frozenset(words)


@cache
def titles() -> frozenset[str]:
    """Return the titles that are shortened with a stop before a name (`mr`, `gen`), without it."""
    return frozenset(word.lower() for row in read_tsv("lexicon/en/abbreviations.tsv") if row["note"] == "titles" for word in row.items_of("words"))


@cache
def event_nouns() -> frozenset[str]:
    """Return the nouns that name a happening or an act of speech, and the words that open a phrase which does."""
    words: set[str] = set()
    for name in ("lexicon/en/triggers.tsv", "lexicon/en/cues.tsv"):
        for row in read_tsv(name):
            words.update(word.split()[0] for word in row.items_of("nouns"))
            words.update(_openers(row.items_of("phrases")))
    return frozenset(word.lower() for word in words)


def _openers(phrases: Iterable[str]) -> Iterator[str]:
    for phrase in phrases:
        yield from (choice for choice in phrase.split()[0].split("/") if choice and not choice.startswith("v:"))


@cache
def hidden_words() -> frozenset[str]:
    """Return the words that outlets censor (`k*lled`, `b.o.m.b`): those of the triggers, in every form."""
    triggers = read_tsv("lexicon/en/triggers.tsv")
    verbs = {verb for row in triggers for verb in row.items_of("past")}
    words = {form for form, reading in verb_forms().items() if reading.verb in verbs}
    words.update(noun for row in triggers for noun in _singles(row))
    return frozenset(word for word in words | {f"{word}s" for word in words} if len(word) > 3)  # noqa: PLR2004


def _singles(row: Row) -> Iterator[str]:
    for noun in row.items_of("nouns"):
        yield from noun.lower().split()


@cache
def is_base(key: str) -> bool:
    """Return whether a word is the bare form of a verb, be it a past form as well: `put`, `cut`, `come`."""
    found = verb_forms().get(key)
    return found is not None and found.verb == key


@cache
def verb_tense(key: str) -> str:
    """Return which form of its verb a word is: `base`, `third`, `past`, `participle`, `both`, `ing`; empty for other words."""
    found = verb_forms().get(key)
    if found is not None:
        return found.tense
    return "both" if key.endswith("ed") else ""

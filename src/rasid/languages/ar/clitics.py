# SPDX-License-Identifier: Apache-2.0
"""Take a word form apart: attached conjunctions, prepositions, future, article and pronouns.

Arabic writes `and-by-the-city` as one word (`وبالمدينة`). Every split is a guess that the rest is a word: the rest must be
known as a verb form, a function word, a noun of the lexicon or a dictionary form; the least splitting wins.
"""

from collections.abc import Iterator
from typing import Final

from rasid.languages.ar.lemmas import closed_class, closed_words, is_word, lemma_of, verb_forms
from rasid.languages.ar.verbs import VerbForm
from rasid.languages.ar.vocabulary import nouns
from rasid.records import Record
from rasid.spelling import fold

_PRONOUNS: Final = ("هما", "كما", "ها", "هم", "هن", "نا", "كم", "ني", "ه", "ك")
_CONJUNCTIONS: Final = ("و", "ف")
_NOUN_PREPOSITIONS: Final = ("ب", "ل", "ك")


class Split(Record, frozen=True, kw_only=True):
    """One way to take a form apart."""

    proclitics: tuple[str, ...]
    stem: str
    enclitic: str = ""
    verb: VerbForm | None = None


def find_verb(form: str) -> Split | None:
    """Return the reading of a form as a finite verb, with what is attached to it, or None."""
    key, forms = fold(form), verb_forms()
    for proclitics, rest in _verb_openings(form):
        start = len(form) - len(rest)
        for stem, pronoun in _verb_endings(rest):
            found = forms.get(key[start : start + len(stem)])
            if found is None or ("س" in proclitics and found.tense != "present"):
                continue
            if found.rare and len(stem) < 3:  # noqa: PLR2004
                continue
            if proclitics and proclitics[-1] == "ل" and found.tense != "present":
                continue
            return Split(proclitics=proclitics, stem=stem, enclitic=pronoun, verb=found)
    return None


def _verb_openings(form: str) -> Iterator[tuple[tuple[str, ...], str]]:
    yield (), form
    for lead in ("", *_CONJUNCTIONS):
        if not form.startswith(lead):
            continue
        rest = form[len(lead) :]
        leading = (lead,) if lead else ()
        if lead and len(rest) > 1:
            yield leading, rest
        for clitic in ("س", "ل"):
            if rest.startswith(clitic) and len(rest) > 3:  # noqa: PLR2004
                yield (*leading, clitic), rest[1:]


def _verb_endings(rest: str) -> Iterator[tuple[str, str]]:
    yield rest, ""
    if not rest.endswith(_PRONOUNS):
        return
    for pronoun in _PRONOUNS:
        if rest.endswith(pronoun) and len(rest) - len(pronoun) > 1:
            stem = rest[: -len(pronoun)]
            yield stem, pronoun
            if stem.endswith("تمو"):
                yield stem[:-1], pronoun


def split_noun(form: str) -> Split:
    """Return the likeliest parts of a form that is no verb.

    The order is: the whole form where it is a word; then without a conjunction; then without a preposition and article.
    """
    particle = _particle(form)
    if particle is not None:
        return particle
    best: Split | None = None
    for proclitics, rest in _noun_openings(form):
        if len(rest) < 2 or (proclitics == ("ك",) and len(rest) == 2):  # noqa: PLR2004  # `كيم`: a name, not `like a sea`
            continue
        for stem, pronoun in _noun_endings(rest, has_article="ال" in proclitics):
            if _is_noun(stem) and (not pronoun or len(stem) > 2):  # noqa: PLR2004
                return Split(proclitics=proclitics, stem=stem, enclitic=pronoun)
        if best is None and proclitics and proclitics[-1] == "ال":
            best = Split(proclitics=proclitics, stem=rest)
    return best or _unknown(form)


def _particle(form: str) -> Split | None:
    """`أنه`, `وإنها`, `بأنهم`, `لأنها`: the particle with its pronoun."""
    key = fold(form)
    if "ان" not in key and "لكن" not in key:
        return None
    for lead in ("", "و", "ف", "ب", "ل", "ك", "وب", "ول"):
        rest = form[len(lead) :]
        for particle in ("ان", "لكن"):
            size = len(particle)
            if form.startswith(lead) and fold(rest[:size]) == particle and rest[size:] in _PRONOUNS:
                return Split(proclitics=tuple(lead), stem=rest[:size], enclitic=rest[size:])
    return None


def _noun_openings(form: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Ways to open a noun, most likely first."""
    if form.startswith("ال") and len(form) > 3:  # noqa: PLR2004
        yield ("ال",), form[2:]
        if not _is_noun(form[2:]) and _is_listed_with_article(form):
            return  # `الصادرة`, `المقبلة`: the dictionary has the form with its article alone
    if not form.startswith("لل"):  # no word begins with two lams
        yield (), form
    for lead in ("", *_CONJUNCTIONS):
        if not form.startswith(lead):
            continue
        rest = form[len(lead) :]
        leading = (lead,) if lead else ()
        if lead:
            if rest.startswith("ال") and len(rest) > 3:  # noqa: PLR2004
                yield (*leading, "ال"), rest[2:]
            if len(rest) > 1:
                yield leading, rest
        if rest.startswith("لل") and len(rest) > 3:  # noqa: PLR2004
            yield (*leading, "ل", "ال"), rest[2:]
            yield (*leading, "ل", "ال"), rest[1:]  # للاجئين: the noun itself begins with lam
        for clitic in _NOUN_PREPOSITIONS:
            if not rest.startswith(clitic):
                continue
            inner = rest[1:]
            if inner.startswith("ال") and len(inner) > 3:  # noqa: PLR2004
                yield (*leading, clitic, "ال"), inner[2:]
            if len(inner) > 1:
                yield (*leading, clitic), inner


def _is_listed_with_article(form: str) -> bool:
    """Whether the dictionary knows a form in `ال` as one of a word that does not begin so."""
    return is_word(form) and not fold(lemma_of(form)).startswith("ال")


def _noun_endings(rest: str, *, has_article: bool) -> Iterator[tuple[str, str]]:
    yield rest, ""
    if has_article or not rest.endswith(_PRONOUNS):
        return
    for pronoun in _PRONOUNS:
        if rest.endswith(pronoun) and len(rest) - len(pronoun) > 1:
            stem = rest[: -len(pronoun)]
            if stem.endswith("ت"):
                yield stem[:-1] + "ة", pronoun  # قواته is قوات, but مدرسته is مدرسة
            yield stem, pronoun
            if stem.endswith("ئ"):
                yield stem[:-1] + "ء", pronoun
            if stem.endswith("ا"):
                yield stem[:-1] + "ى", pronoun
            if stem.endswith("ي"):
                yield stem + "ن", pronoun  # مقاتليه: the nun falls before a pronoun


def _is_noun(stem: str) -> bool:
    key = fold(stem)
    is_closed = key in closed_class() and not (stem.endswith("ة") and stem not in closed_words())  # `بعدة` is no `بعده`
    return is_closed or key in nouns() or is_word(stem)


def _unknown(form: str) -> Split:
    """A name or a rare word: take off only what names do not begin with."""
    for lead in _CONJUNCTIONS:
        rest = form[len(lead) :]
        if form.startswith(lead) and rest.startswith("ال") and len(rest) > 4:  # noqa: PLR2004
            return Split(proclitics=(lead, "ال"), stem=rest[2:])
        if form.startswith(lead) and len(rest) > 3 and lead == "و":  # noqa: PLR2004
            return Split(proclitics=(lead,), stem=rest)
    return Split(proclitics=(), stem=form)

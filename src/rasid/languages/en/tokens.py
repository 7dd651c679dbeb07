# SPDX-License-Identifier: Apache-2.0
"""Cut a sentence into tokens and say what each form is. A form is analysed once and shared by all its tokens."""

import re
from functools import lru_cache
from typing import Final, Literal

from rasid.languages.en.normalise import normalise
from rasid.languages.en.vocabulary import (
    adjectives,
    closed_class,
    hidden_words,
    is_word,
    lemma_of,
    noun_leaning,
    number_words,
    role_of,
    titles,
    verb_forms,
    word_class,
)  # fmt: skip
from rasid.records import Span, Token, Word, WordKind
from rasid.remembered import remembered

# Titles and initials with their stop before a name (Mr., J.), names with stops inside (U.S.), words with inner hyphens and apostrophes,
# numbers, then any sign; n't is cut off its verb, 've and its like off a pronoun.
_TOKEN: Final = re.compile(
    rf"(?=[^\W\d_]{{1,6}}\.\s)(?:(?:{'|'.join(sorted(titles()))})\.(?=\s+[^\W\d_])|(?-i:(?<![^\W_])[A-Z]\.(?=\s+[A-Z][^\W\d_])))|"
    r"(?:[^\W\d_]\.)+[^\W\d_]?(?:-[^\W\d_]+)+|(?:[^\W\d_]\.){2,}|(?:ca|wo|do|does|did|is|are|was|were|has|have|had|would|could|should|must|need)(?=n['’]t\b)|n['’]t\b"
    r"|(?=[^\W\d_]{1,5}['’])(?:(?:i|you|he|she|it|we|they|who|that|there|what)(?=['’](?:ve|re|ll|d|m)\b)|(?:he|she|it|who|that|there|what)(?=['’]s\b))"
    r"|['’](?:ve|re|ll|d|m|s)\b"
    r"|\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|d\b)?(?:-[^\W\d_]+)*|[^\W\d_][^\W_]*(?:['’/\-‐‑][^\W_]+)*(?:(?<=[^\W\d_]s)['’](?=\s+[^\W\d_]))?|\S",
    re.IGNORECASE,
)  # fmt: skip
_SHORTENED: Final = re.compile(r"[^\W\d_]+\.")
_CACHED_FORMS: Final = 200_000
_ADJECTIVE: Final = re.compile(r".{3,}(?:ful|less|ous|ive|ical|able|ible|ish|ian|ese)")
_PARTICIPLE_COMPOUND: Final = re.compile(r".+-.+ed")
_POSSESSIVE: Final = re.compile(r"(?:['’]s|(?<=s)['’])$", re.IGNORECASE)
_TENSES: Final[dict[str, Literal["", "past", "present", "participle"]]] = {
    "base": "present", "third": "present", "past": "past", "both": "past", "participle": "participle", "ing": "participle",
}  # fmt: skip


def tokenise(text: str, span: Span) -> tuple[Token, ...]:
    """Return the tokens of a stretch of text; spans are into the text as read."""
    normalised = normalise(span.of(text), is_known=is_hidden_word)
    start = span.start
    tokens: list[Token] = []
    for match in _TOKEN.finditer(normalised.text):
        word = analyse(match.group())
        if normalised.offsets is None or normalised.ends is None:
            place = Span(start + match.start(), start + match.end())
        else:
            place = Span(start + normalised.offsets[match.start()], start + normalised.ends[match.end() - 1])
        tokens.append(Token(place, word, word.kind))
    return tuple(tokens)


def is_hidden_word(joined: str) -> bool:
    """Return whether a word with the signs that hid it taken out is one of the lexicon."""
    return joined.lower() in hidden_words()


@remembered(most=_CACHED_FORMS)
def analyse(form: str) -> Word:
    """Return what is known of a normalised form, whatever its place."""
    if not form[0].isalnum():
        key = form.lower().replace("’", "'")
        if key in closed_class():
            return _plain(form, form, key, key, closed_class()[key][0], "")
        return Word(form=form, key=form, stem=form, lemma=form, kind="punctuation")
    if _SHORTENED.fullmatch(form):
        return _plain(form, form[:-1], form[:-1].lower(), form[:-1].lower(), "other" if form[0].isupper() else "noun", "")
    possessive = _POSSESSIVE.search(form)
    stem = form[: possessive.start()] if possessive and possessive.start() > 0 else form
    enclitic = "'s" if stem != form else ""
    key = stem.lower().replace("’", "'")
    if key in {"n't"}:
        return Word(form=form, key=key, stem=stem, lemma=key, kind="particle")
    if form[0].isdigit():
        return _plain(form, stem, key, key, "number" if "-" not in key and not key[-1].isalpha() else "adjective", enclitic)
    if key in number_words():
        return _plain(form, stem, key, key, "number", enclitic)
    closed = closed_class().get(key)
    if closed is not None and not (stem.isupper() and len(stem) > 1 and key in {"us", "it"}):
        return _plain(form, stem, key, key, closed[0], enclitic)
    return _open(form, stem, key, enclitic)


def _open(form: str, stem: str, key: str, enclitic: str) -> Word:
    reading = None if enclitic else _verb_reading(key)
    nominal = _nominal_kind(stem, key)
    if reading is None:
        return _plain(form, stem, key, noun_lemma(key), nominal, enclitic)
    verb, tense = reading
    leans_noun = tense in {"base", "third"} and verb in noun_leaning()
    kind: WordKind = nominal if leans_noun or (tense == "ing" and key in _nominal_ings()) else "verb"
    alternatives: tuple[WordKind, ...] = ("verb",) if kind != "verb" else (nominal,)
    return Word(
        form=form, key=key, kind=kind, lemma=verb if kind == "verb" else noun_lemma(key), stem=stem, verb=verb, tense=_TENSES[tense], voice="active",
        plural=is_plural(key), alternatives=alternatives,
    )  # fmt: skip


@lru_cache(maxsize=_CACHED_FORMS)
def in_place(word: Word, kind: WordKind, *, definite: bool = False) -> Word:
    """Return a word with one reading alone: as a verb its lemma is the verb's, else it has no verb."""
    if kind == "verb":
        return Word(
            form=word.form, key=word.key, kind="verb", lemma=word.verb, stem=word.stem, verb=word.verb, tense=word.tense, voice="active",
        )  # fmt: skip
    return Word(
        form=word.form, key=word.key, kind=kind, lemma=noun_lemma(word.key) if kind in {"noun", "adjective", "other"} else word.lemma, stem=word.stem,
        enclitic=word.enclitic, definite=definite, plural=is_plural(word.key) if kind == "noun" else False,
    )  # fmt: skip


def _plain(form: str, stem: str, key: str, lemma: str, kind: WordKind, enclitic: str) -> Word:
    return Word(form=form, key=key, stem=stem, lemma=lemma, kind=kind, enclitic=enclitic, plural=kind == "noun" and is_plural(key))


def _verb_reading(key: str) -> tuple[str, str] | None:
    found = verb_forms().get(key)
    if found is not None:
        return found.verb, found.tense
    # Verbs that no list has: only the forms that nothing else looks like.
    if key.endswith("ed") and len(key) > 4 and "-" not in key:  # noqa: PLR2004
        lemma = lemma_of(key)
        return (lemma, "both") if lemma != key else None
    return None


def _nominal_ings() -> frozenset[str]:
    return word_class("nominal_ing")


@remembered(most=_CACHED_FORMS)
def noun_lemma(key: str) -> str:
    """Return the singular of a noun in lower case; -ing and -ed forms keep their ending (`bombing`, `wounded`)."""
    if key.endswith(("ing", "ed")):
        return key
    if key.endswith("ings"):
        return key[:-1]
    if key.endswith("ss"):
        return key
    return lemma_of(key)


@remembered(most=_CACHED_FORMS)
def is_plural(key: str) -> bool:
    """Return whether a noun is plural: its singular is another word, or it is one of those without -s (`people`, `police`)."""
    if key in {"people", "police", "troops", "personnel", "children", "women", "men"}:
        return True
    return key.endswith("s") and not key.endswith("ss") and (noun_lemma(key) != key or not is_word(key))


def _nominal_kind(stem: str, key: str) -> WordKind:
    if key in adjectives() or (_ADJECTIVE.fullmatch(key) and not _is_listed_noun(key)) or _is_compound_adjective(key):
        return "adjective"
    if stem[0].isupper() and not is_word(key) and not is_word(noun_lemma(key)):
        return "other"
    if not is_word(key) and not stem.isupper() and "-" not in key and not is_word(noun_lemma(key)):
        return "other"
    if stem.isupper() and len(stem) > 1 and not role_of(key):
        return "other" if not is_word(key) else "noun"
    return "noun"


def _is_compound_adjective(key: str) -> bool:
    """Whether a word with a hyphen qualifies a noun: `rebel-held`, `33-year-old`, `so-called`."""
    first, hyphen, last = key.rpartition("-")
    return bool(first and hyphen) and (last in word_class("compound_adjective") or _PARTICIPLE_COMPOUND.fullmatch(key) is not None)


def _is_listed_noun(key: str) -> bool:
    return key in word_class("noun_like_adjective")

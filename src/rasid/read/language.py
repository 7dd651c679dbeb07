# SPDX-License-Identifier: Apache-2.0
"""Which language a text is in, by its letters; Latin text by the share of English function words. No model."""

import re
from collections import Counter
from functools import cache
from typing import Final

import msgspec

from rasid.read.lookup import rows
from rasid.records import LanguageCode

# The share of a letter is steady after some thousand letters, so the rest of a long text need not be counted.
_SAMPLE: Final = 6_000
# An Arabic post saved with the buttons and counters of its page has up to two Latin letters for one of its own, and they are no English sentences.
_AMONG_BUTTONS: Final = 3
# The name of an account ends at the first letter that it cannot have: `@deskقصف` is glued by a scraper.
_NOISE: Final = re.compile(r"https?://[!-~]+|www\.[!-~]+|[@#][A-Za-z0-9_]+|<[^<>]{1,200}>")
_ARABIC_SCRIPT: Final = re.compile(
    "[\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u06d5\u06ee\u06ef\u06fa-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]"
)
_LATIN: Final = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_LATIN_WORD: Final = re.compile("[A-Za-z\u00c0-\u024f]+")

# Letters that Arabic does not have. ی ک گ پ چ ژ ڤ are on their own no proof: Iraqi and Iranian outlets write Arabic
# with them, and names need them.
_SORANI: Final = frozenset("ڕڵێۆە")  # Kurdish (Sorani)
_URDU: Final = frozenset("ٹڈڑےہںھۓ")
_PERSIAN: Final = frozenset("پچژگ")
_PERSIAN_KEYS: Final = frozenset("یک")
_ARABIC_ONLY: Final = frozenset("ةىأإ")
_OTHER: Final = frozenset("ښځډړڼېۍټڅۇۈۋڭڃڄڇڙڊڍڎ")  # Pashto, Uyghur, Sindhi
# In texts of the language each group makes 8 to 15 % of all letters (Persian 2 to 4 %); in Arabic texts that quote
# names less than 1 %.
_FOREIGN_SHARE: Final = 0.03
_PERSIAN_SHARE: Final = 0.012
_ARABIC_ONLY_SHARE: Final = 0.02
# English news has 0.3 to 0.4 on the whole list, of 530 articles none under 0.2. Its neighbours reach 0.19 by shared
# words, but have own words only where they quote English (`The Guardian`).
_ENGLISH_SHARE: Final = 0.12
_ENGLISH_OWN_SHARE: Final = 0.04


class Guess(msgspec.Struct, frozen=True):
    """A language and, where it is not one that is read, why not."""

    code: LanguageCode
    reason: str = ""
    is_latin: bool = False
    """True for Latin letters: there the input is believed when it says English, for a headline is too short to tell."""


@cache
def _english(kind: str) -> frozenset[str]:
    return frozenset(row["word"] for row in rows("english.tsv") if row["kind"] == kind)


@cache
def _declarations() -> dict[str, LanguageCode]:
    return {row["name"]: msgspec.convert(row["code"], LanguageCode) for row in rows("languages.tsv")}


def declared_language(written: str) -> LanguageCode | None:
    """Return the language that an input names (`ar-SY`, `English`, `العربية`), None for one that is not read."""
    name = re.split(r"[-_]", written.strip().lower())[0]
    return _declarations().get(name) if name else "und"


def detect_language(text: str) -> Guess:
    """Return the language of a text as far as Rasid reads it: `ar`, `en`, else `und` with the reason."""
    sample = _NOISE.sub(" ", text[:_SAMPLE])
    # A text has some eighty different characters, so each is classed once and not at each place.
    letters = {character: count for character, count in Counter(sample).items() if character.isalpha()}
    arabic = {letter: count for letter, count in letters.items() if _ARABIC_SCRIPT.match(letter)}
    of_arabic = sum(arabic.values())
    of_latin = sum(count for letter, count in letters.items() if _LATIN.match(letter))
    if not letters:
        return Guess("und", "the text has no letters")
    if max(of_arabic, of_latin) * 2 < sum(letters.values()):
        return Guess("und", "most letters are neither Arabic nor Latin")
    if of_arabic >= of_latin:
        return _among_arabic_script(arabic, of_arabic)
    guess = _among_latin(sample)
    if guess.code == "und" and of_arabic * _AMONG_BUTTONS >= of_arabic + of_latin:
        return _among_arabic_script(arabic, of_arabic)
    return guess


def _among_arabic_script(letters: dict[str, int], total: int) -> Guess:
    def share(group: frozenset[str]) -> float:
        return sum(count for letter, count in letters.items() if letter in group) / total

    for group, name in ((_SORANI, "Kurdish (Sorani)"), (_URDU, "Urdu"), (_OTHER, "another language in Arabic letters")):
        if share(group) > _FOREIGN_SHARE:
            return Guess("und", f"the letters are those of {name}")
    persian = share(_PERSIAN) > _PERSIAN_SHARE or share(_PERSIAN_KEYS) > 4 * _FOREIGN_SHARE
    if persian and share(_ARABIC_ONLY) < _ARABIC_ONLY_SHARE:
        return Guess("und", "the letters are those of Persian")
    return Guess("ar")


def _among_latin(sample: str) -> Guess:
    words = [word.lower() for word in _LATIN_WORD.findall(sample)]
    total = max(len(words), 1)
    own = sum(word in _english("own") for word in words) / total
    shared = sum(word in _english("shared") for word in words) / total
    if own >= _ENGLISH_OWN_SHARE and own + shared >= _ENGLISH_SHARE:
        return Guess("en", is_latin=True)
    reason = f"Latin letters, but only {own:.0%} of the words are function words of English alone"
    return Guess("und", reason, is_latin=True)

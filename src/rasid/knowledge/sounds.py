# SPDX-License-Identifier: Apache-2.0
"""Names compared by sound across scripts: القامشلي, Qamishli, Qamishlo and Kamışlı are one town.

A name is reduced to the consonants that every spelling keeps, each written as the letter of its class; Arabic, Latin
transliteration, Turkish and Kurdish letters fall into the same classes. Vowels, weak letters (و ي ا ع ء) and the article
are left out because spellings agree least on them.
"""

import re
import unicodedata
from difflib import SequenceMatcher
from typing import Final

from rasid.knowledge.name_index import fold_name, is_arabic
from rasid.remembered import remembered

# Classes: what one spelling writes with one letter of a class, another writes with another of it. Turkish has no ح خ ق ض
# of its own, newspapers write ث as t, th or s, and ش as sh, ch, ş or, without its mark, s.
_ARABIC_CLASSES: Final = {
    "b": "بپ", "t": "تط", "s": "سصثشچ", "j": "جغگ", "h": "حخه", "d": "دضذ", "z": "زظ", "r": "رڕ", "f": "فڤ", "q": "قك", "l": "لڵ",
    "m": "م", "n": "ن",
}  # fmt: skip
_CLASS_OF: Final = {ord(letter): group for group, letters in _ARABIC_CLASSES.items() for letter in letters}
_ARABIC_WEAK: Final = dict.fromkeys(map(ord, "اأإآٱىيیئوؤۆێەعءةې"))
# Letters and pairs of Latin spellings, pairs first. Turkish ç and c are ج in names of Arabic origin (Ceylanpınar, Suruç),
# Kurdish x is خ, ê î û are vowels, and gh, ğ and g stand for غ and گ. French writes ch for ش.
_LATIN_PAIRS: Final = (
    ("kh", "h"), ("sh", "s"), ("ch", "s"), ("gh", "j"), ("th", "t"), ("dh", "d"), ("dj", "j"), ("ph", "f"), ("ck", "q"),
    ("tch", "s"), ("ç", "j"), ("ş", "s"), ("ğ", "j"), ("ḫ", "h"), ("ġ", "j"), ("ž", "j"),
)  # fmt: skip
_LATIN_CLASSES: Final = {
    **{letter: letter for letter in "bdfhjlmnrstz"}, "c": "j", "g": "j", "k": "q", "p": "b", "q": "q", "v": "f", "x": "h",
}  # fmt: skip
_WORD: Final = re.compile(r"[^\W_]+")
_ARTICLE: Final = re.compile(r"^(?:(?:al|el|ul)|(?:a|e)(?:([rsdtnz])h?(?=[ -]\1)))[ -]+", re.IGNORECASE)
_INNER_ARTICLE: Final = re.compile(r"[ -](?:al|el|ul|ar|as|ash|ad|at|an|az|er|es|esh|ed|et|en|ez|us|ud|ur|un)[ -]", re.IGNORECASE)
_MARKS: Final = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u0640]")
_DOUBLED: Final = re.compile(r"(.)\1+")
_FEWEST: Final = 2  # consonants; names with fewer (أبو, Ya) sound like too many others
_VOWELS: Final = frozenset("aeiouyw'êîûâéèôöüı")


@remembered(most=1 << 16)
def sound_key(name: str) -> str:
    """Return the consonants of a name by class: `qmsl` for القامشلي, Qamishli, Qamishlo and Kamışlı.

    Args:
        name: Of one or more words, in Arabic or Latin script; words are joined.

    Returns:
        Latin letters, empty for a name without consonants. Two names of one place have equal keys or nearly so; equal keys
        do not make one place (`حلب` and `Hulub`): weigh them with `likeness`, and with where the places lie.
    """
    return "".join(_arabic_key(word) if is_arabic(word) else word for word in _WORD.findall(_prepare(name)))


def likeness(one: str, other: str) -> float:
    """Return how alike two spellings of a name are, 0 to 1, in any script each.

    1 is the same name but for what `fold_name` takes for a matter of spelling; 0.9 and below rest on the consonants alone
    (in two scripts, or with vowels written in another way).

    Args:
        one: A name.
        other: Another.
    """
    first, second = _folded(one), _folded(other)
    if not first or not second:
        return 0.0
    if first == second:
        return 1.0
    key, other_key = sound_key(one), sound_key(other)
    if min(len(key), len(other_key)) < _FEWEST:
        return 0.0
    sounds = 1.0 if key == other_key else SequenceMatcher(None, key, other_key, autojunk=False).ratio()
    if is_arabic(first) != is_arabic(second):
        return round(0.9 * sounds, 4)
    letters = SequenceMatcher(None, first, second, autojunk=False).ratio()
    return round(0.9 * (sounds + letters) / 2, 4)


def _folded(name: str) -> str:
    """Return a name folded, without articles and blanks: `Deir ez-Zor` and `Deir al Zour` are not one, `تل أبيض` and `تلابيض` are."""
    words = _WORD.findall(_without_articles(name))
    return "".join(_bare(fold_name(word)) for word in words)


def _bare(word: str) -> str:
    return word[2:] if word.startswith("ال") and len(word) > 3 else word  # noqa: PLR2004


def _without_articles(name: str) -> str:
    name = _ARTICLE.sub("", name.strip())
    return _INNER_ARTICLE.sub(" ", name)


def _prepare(name: str) -> str:
    """Return a name with Latin words turned into their classes, Arabic ones as they are."""
    name = _MARKS.sub("", name)
    if name.isascii() or not is_arabic(name.strip()):
        return " ".join(word if is_arabic(word) else _latin_key(word) for word in _WORD.findall(_without_articles(_plain(name))))
    return name


def _plain(name: str) -> str:
    """Return Latin letters without the marks that tell no consonant: ê, ī, ḥ; ç, ş and ğ stay."""
    kept = unicodedata.normalize("NFC", name).translate(_APOSTROPHES)
    return "".join(letter if letter.lower() in "çşğ" else _stripped(letter) for letter in kept)


_APOSTROPHES: Final = dict.fromkeys(map(ord, "ʿʾʻʼ’‘'`"))


def _stripped(letter: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(part)) or letter


def _latin_key(word: str) -> str:
    word = _DOUBLED.sub(r"\1", word.lower())
    if word.endswith(("ah", "eh")):
        word = word[:-1]
    for pair, group in _LATIN_PAIRS:
        word = word.replace(pair, group.upper())
    letters = [letter.lower() if letter.isupper() else _LATIN_CLASSES.get(letter, "") for letter in word]
    return "".join(letters)


def _arabic_key(word: str) -> str:
    word = _bare(word)
    word = word[:-1] if word.endswith(("ه", "ة")) else word  # ة, which many write ه
    return word.translate(_ARABIC_WEAK).translate(_CLASS_OF)

# SPDX-License-Identifier: Apache-2.0
"""One spelling for English text, with the way back to every code point as read.

Removed: zero-width characters, direction marks, soft hyphens, variation selectors, and signs that hide a word of the
lexicon from a filter (`k*lled`, `b.o.m.b`, where the letters that are left make a word). Changed: spaces of any width,
fullwidth letters and digits, ligatures. Quotation marks are kept as they are: they tell what is quoted.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import Final

from rasid.languages.base import Normalised

_INVISIBLE = "\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
_REMOVED: Final = re.compile(f"[{_INVISIBLE}]")
_CHANGED: Final = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\ufb00-\ufb06\uff01-\uff5e\u0660-\u0669\u06f0-\u06f9]")
# Signs that outlets and users put inside a word; a hyphen belongs to spelling too often to be one of them.
_SIGN = r"[.*_•·|\\^~#@$]"
_CENSORED: Final = re.compile(rf"(?<![^\W\d_])[^\W\d_]+(?:{_SIGN}{{1,2}}[^\W\d_]+)+(?![^\W\d_])")
_HINT: Final = re.compile(rf"(?<=[^\W\d_]){_SIGN}(?=[^\W\d_*])")
# What a star may stand for: `k*lled` has lost a vowel.
_VOWELS: Final = "aeiou"


@cache
def _replacement(character: str) -> str:
    if character.isspace():
        return " "
    if character.isdigit():
        return str(unicodedata.digit(character))
    return _REMOVED.sub("", unicodedata.normalize("NFKC", character))


def _restored(hidden: str, is_known: Callable[[str], bool]) -> str | None:
    """The word that was hidden: the letters joined (`b.o.m.b`), or with a vowel in place of a star (`k*lled`)."""
    joined = re.sub(_SIGN, "", hidden)
    if is_known(joined):
        return joined
    if hidden.count("*") == 1 and re.sub(r"\*", "", hidden) == joined:
        return next((word for vowel in _VOWELS if is_known(word := hidden.replace("*", vowel))), None)
    return None


def _changes(text: str, is_known: Callable[[str], bool]) -> dict[int, str]:
    """What stands for the signs that hide a word, by offset: nothing, or the vowel that a star has taken the place of."""
    changes: dict[int, str] = {}
    for match in _CENSORED.finditer(text):
        word = _restored(match.group(), is_known)
        if word is None:
            continue
        keeps_length = len(word) == len(match.group())
        for k, character in enumerate(match.group()):
            if not character.isalpha():
                changes[match.start() + k] = word[k] if keeps_length else ""
    return changes


def normalise(text: str, *, is_known: Callable[[str], bool] = lambda _: False) -> Normalised:
    """Return the text in one spelling, with its offset map.

    Args:
        text: Any text; broken code points are kept as they are.
        is_known: Tells whether a word with the hiding signs taken out is one of the lexicon (`b.o.m.b`).

    Returns:
        The normalised text; the map is None where nothing had to change. Normalising twice changes nothing more.
    """
    hidden = {} if _HINT.search(text) is None else _changes(text, is_known)
    if not hidden and _REMOVED.search(text) is None and _CHANGED.search(text) is None:
        return Normalised(text=text, offsets=None)
    out: list[str] = []
    offsets: list[int] = []
    ends: list[int] = []
    for i, character in enumerate(text):
        if i in hidden:
            pieces = hidden[i]
        elif _REMOVED.match(character):
            continue
        else:
            pieces = _replacement(character) if _CHANGED.match(character) else character
        for piece in pieces:
            out.append(piece)
            offsets.append(i)
            ends.append(i + 1)
    return Normalised(text="".join(out), offsets=tuple(offsets), ends=tuple(ends))

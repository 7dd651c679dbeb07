# SPDX-License-Identifier: Apache-2.0
"""One spelling for Arabic text, with the way back to every code point as read.

Removed: short vowels and other marks, tatweel, direction marks, zero-width characters, and signs put inside a word to
slip it past a filter (`قصـ.ـف`). Changed: presentation forms, Persian and Arabic-Indic digits, Persian kaf and ya.
Hamzas are kept: they tell words apart; `rasid.spelling.fold` drops them for look-ups.
"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import Final

from rasid.languages.base import Normalised

_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff\u0640"
_INVISIBLE = "\u00ad\u034f\u061c\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff"
_LETTER = "\u0620-\u063f\u0641-\u064a\u0671-\u06d3"
_REMOVED: Final = re.compile(f"[{_MARKS}{_INVISIBLE}]")
_OTHERS = "\u0660-\u0669\u06f0-\u06f9\u06a9\u06af\u06cc\u06be\u06c1\u06d5\u066a-\u066c\u00a0\u2000-\u200a\u202f\u205f\ufb50-\ufdff\ufe70-\ufefc"
_CHANGING: Final = re.compile(f"[{_MARKS}{_INVISIBLE}{_OTHERS}]")
# Signs between letters that hide a word. Beside a tatweel they never belong to the spelling; alone they may (`ما-بعد`),
# so there the joined word must be one that the lexicon knows.
_SIGN = r"[.\-_*·•|/\\+~^%#@‐-―]"
_CENSORED_SURE: Final = re.compile(f"(?<=[{_LETTER}])(?:ـ+{_SIGN}+ـ*|{_SIGN}+ـ+)(?=[{_LETTER}])")
# Between two tatweels commas and spaces hide a word as well (`الشـ،،ـهداء`); beside one they follow the Hijri year (`1446هـ، وقد`).
_BETWEEN: Final = r"[.\-_*·•|/\\+~^%#@‐-―,،;؛:! ]"
_CENSORED_BETWEEN: Final = re.compile(f"(?<=[{_LETTER}])ـ+{_BETWEEN}{{1,8}}ـ+(?=[{_LETTER}])")
_CENSORED_MAYBE: Final = re.compile(f"(?<![{_LETTER}])[{_LETTER}]+(?:{_SIGN}{{1,3}}[{_LETTER}]+)+(?![{_LETTER}])")
# As long as what may be attached to a word that is known.
_SHORT: Final = 3
# A sign that writers put between two words too; any other between letters only hides (`حر*اس`).
_SEPARATES: Final = re.compile(r"[.\-_|/\\+#@‐-―]")
# Letters drawn out to both sides of a space are of one word (`قـ ـصـ ـف`); where its last letters take no tatweel before them
# (`خـ ـلا يـ ـا`), the joined word must be known.
_DRAWN_OUT_MAYBE: Final = re.compile(f"(?:[{_LETTER}]+ـ+ ـ+)+[{_LETTER}]+(?: [{_LETTER}]{{1,2}}(?:ـ+ ـ+[{_LETTER}]+)*(?![{_LETTER}ـ]))+")
_SPACED_OUT: Final = re.compile(f"(?<![{_LETTER}])[{_LETTER}](?: [{_LETTER}]){{2,7}}(?![{_LETTER}])")
_HINT: Final = re.compile(f"(?<=[{_LETTER}ـ]){_SIGN}(?=[{_LETTER}ـ.*])|(?<= [{_LETTER}]) (?=[{_LETTER}] )|ـ{_BETWEEN}+ـ")
# A word and the signs in it, to both sides of one of them; no censored word is longer.
_LONGEST: Final = 30
_RUN_BEFORE: Final = re.compile(f"(?:[{_LETTER}ـ]|{_SIGN})+$")
_RUN_BEHIND: Final = re.compile(f"{_SIGN}+(?:[{_LETTER}ـ]|{_SIGN})+")
_EXTRA: Final = {"\u06a9": "ك", "\u06af": "ك", "\u06cc": "ي", "\u06be": "ه", "\u06c1": "ه", "\u06d5": "ه", "\u066b": ".", "\u066c": ",", "\u066a": "%"}


@cache
def _replacement(character: str) -> str:
    if character in _EXTRA:
        return _EXTRA[character]
    if character.isdigit():
        return str(unicodedata.digit(character))
    if character.isspace():
        return " "
    parts = _REMOVED.sub("", unicodedata.normalize("NFKC", character))
    return "".join([_EXTRA.get(part, part) for part in parts])  # the sign of the rial is spelled with a Persian ya


def _censored(text: str, is_known: Callable[[str], bool], is_spelled: Callable[[str], bool]) -> set[int]:
    """Offsets of the signs and spaces that hide a word."""
    hidden: set[int] = set()
    for sure in (_CENSORED_SURE, _CENSORED_BETWEEN):
        for match in sure.finditer(text):
            hidden.update(range(*match.span()))
    for pattern in (_CENSORED_MAYBE, _SPACED_OUT, _DRAWN_OUT_MAYBE):
        for match in pattern.finditer(text):
            signs = [i for i in range(*match.span()) if re.match(f"[^{_LETTER}]", text[i])]
            joined = re.sub(f"[^{_LETTER}]", "", match.group())
            if is_known(joined) and not _are_two_words(match.group(), is_known, is_spelled):
                hidden.update(signs)
            elif pattern is _CENSORED_MAYBE and is_spelled(joined) and _are_fragments(match.group(), is_spelled):
                hidden.update(signs)
    return hidden


def hides(text: str, at: int, *, is_known: Callable[[str], bool], is_spelled: Callable[[str], bool]) -> bool:
    """Return whether the sign at an offset hides a word: the stop of `الشهد.اء` ends no sentence."""
    before, behind = _RUN_BEFORE.search(text, max(0, at - _LONGEST), at), _RUN_BEHIND.match(text, at, at + _LONGEST)
    if before is None or behind is None:
        return False
    return at - before.start() in _censored(text[before.start() : behind.end()], is_known, is_spelled)


def _are_fragments(text: str, is_spelled: Callable[[str], bool]) -> bool:
    """Whether what stands between the signs is no word by itself: `الحز.ب` is, `القرية.وقال` is not.

    Letters alone are initials (`أ.ب`), and one before a stop is a title (`م.أحمد`).
    """
    parts = re.split(f"[^{_LETTER}]+", text)
    if len(parts[0]) < 2:  # noqa: PLR2004
        return False
    if _SEPARATES.search(text):
        return not any(len(part) > 1 and is_spelled(part) for part in parts)
    return not all(len(part) > 3 and is_spelled(part) for part in parts)  # noqa: PLR2004


def _are_two_words(text: str, is_known: Callable[[str], bool], is_spelled: Callable[[str], bool]) -> bool:
    """Whether a sign stands between two words: a stroke between two names of one thing (`أغسطس/آب`), a stop before or behind a short word.

    `القصف.من` (the shelling. From) is no form of shelling with something attached.
    """
    parts = text.split("/")
    if len(parts) > 1 and min(map(len, parts)) > 1 and any(is_known(part) for part in parts):
        return True
    if _SEPARATES.search(text) is None:
        return False
    parts = re.split(f"[^{_LETTER}]+", text)
    short = ((parts[-1], parts[0]), (parts[0], parts[-1]))
    return any(1 < len(one) <= _SHORT and is_spelled(one) and is_known(other) for one, other in short)


def normalise(text: str, *, is_known: Callable[[str], bool] = lambda _: False, is_spelled: Callable[[str], bool] = lambda _: False) -> Normalised:
    """Return the text in one spelling, with its offset map.

    Args:
        text: Any text; broken code points are kept as they are.
        is_known: Tells whether a word with the hiding signs taken out is one of the lexicon (`دا-عش`).
        is_spelled: Tells whether letters spell a word at all: signs between letters that are none apart and one together hide it.

    Returns:
        The normalised text; the map is None where nothing had to change. Normalising twice changes nothing more.
    """
    hidden = set() if _HINT.search(text) is None else _censored(text, is_known, is_spelled)
    if not hidden and _CHANGING.search(text) is None:
        return Normalised(text=text, offsets=None)
    out: list[str] = []
    offsets: list[int] = []
    ends: list[int] = []
    copied = 0
    for i in sorted(hidden.union([match.start() for match in _CHANGING.finditer(text)])):
        out.append(text[copied:i])
        offsets.extend(range(copied, i))
        ends.extend(range(copied + 1, i + 1))
        copied = i + 1
        if i in hidden:
            continue
        character = text[i]
        if _REMOVED.match(character):
            if ends and not _is_invisible(character):
                ends[-1] = i + 1  # a mark belongs to the letter before it
            continue
        pieces = _replacement(character)
        out.append(pieces)
        offsets.extend([i] * len(pieces))
        ends.extend([i + 1] * len(pieces))
    out.append(text[copied:])
    offsets.extend(range(copied, len(text)))
    ends.extend(range(copied + 1, len(text) + 1))
    return Normalised(text="".join(out), offsets=tuple(offsets), ends=tuple(ends))


def _is_invisible(character: str) -> bool:
    return unicodedata.category(character) == "Cf"

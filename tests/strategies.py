# SPDX-License-Identifier: Apache-2.0
"""Hypothesis strategies for what Arabic text looks like in the wild, and for bytes that are no text at all.

Use: `from strategies import arabic_texts`, with this folder on the path (`pythonpath = ["tests"]`, or a conftest).
Everything shrinks towards plain short words.
"""

from typing import Final

from hypothesis import strategies as st

LETTERS: Final = "ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئةى"
DIACRITICS: Final = "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670"
TATWEEL: Final = "\u0640"
DIRECTION_MARKS: Final = "\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
ZERO_WIDTH: Final = "\u200b\u200c\u200d\u2060\ufeff\u00ad"
EASTERN_DIGITS: Final = "٠١٢٣٤٥٦٧٨٩"
PERSIAN_DIGITS: Final = "۰۱۲۳۴۵۶۷۸۹"
LOOKALIKES: Final = "یکگپچژڤەہٱ"
PUNCTUATION: Final = "،؛؟.!:«»\"'()…-–/٪"
LINE_ENDS: Final = ("\n", "\r\n", "\r", "\n\n", "\u2028", "\u2029", "\x0b", "\x0c", "\x85")
_PRESENTATION_FIRST: Final = 0xFE80
_PRESENTATION_LAST: Final = 0xFEFC
_PRESENTATION_OTHERS: Final = "\ufb50\ufb56\ufb7a\ufb8a\ufdf2\ufdfa\ufdfd"


def arabic_words(*, min_size: int = 1, max_size: int = 9) -> st.SearchStrategy[str]:
    """Return plain words: letters only, not always pronounceable."""
    return st.text(LETTERS, min_size=min_size, max_size=max_size)


def vowelled_words() -> st.SearchStrategy[str]:
    """Return words with diacritics behind some letters, at times more than one or in the wrong place."""
    letter = st.tuples(st.sampled_from(LETTERS), st.text(DIACRITICS, max_size=2)).map("".join)
    return st.lists(letter, min_size=1, max_size=8).map("".join)


def stretched_words() -> st.SearchStrategy[str]:
    """Return words with tatweel inside, before and behind (ـهـ, `قـــصف`)."""
    return st.text(LETTERS + TATWEEL, min_size=1, max_size=10)


def presentation_words() -> st.SearchStrategy[str]:
    """Return words of presentation forms, as PDF files and old systems give them, long ligatures included."""
    forms = st.characters(min_codepoint=_PRESENTATION_FIRST, max_codepoint=_PRESENTATION_LAST)
    return st.text(forms | st.sampled_from(_PRESENTATION_OTHERS), min_size=1, max_size=8)


def lookalike_words() -> st.SearchStrategy[str]:
    """Return words with letters of Persian, Urdu and Kurdish keyboards among Arabic ones."""
    return st.text(LETTERS + LOOKALIKES, min_size=1, max_size=8)


def numbers() -> st.SearchStrategy[str]:
    """Return numbers in Western, Eastern or Persian digits, grouped and with decimals at times."""
    digits = st.sampled_from(("0123456789", EASTERN_DIGITS, PERSIAN_DIGITS))
    plain = digits.flatmap(lambda alphabet: st.text(alphabet, min_size=1, max_size=6))
    return st.one_of(plain, st.tuples(plain, st.sampled_from(",.٬٫"), plain).map("".join))


def invisible() -> st.SearchStrategy[str]:
    """Return one or two characters that nobody sees: direction marks, joiners, byte-order marks."""
    return st.text(DIRECTION_MARKS + ZERO_WIDTH, min_size=1, max_size=2)


def arabic_tokens() -> st.SearchStrategy[str]:
    """Return anything that stands between two blanks of an Arabic page."""
    latin = st.text("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZéç", min_size=1, max_size=8)
    word = st.one_of(
        arabic_words(), vowelled_words(), stretched_words(), presentation_words(), lookalike_words(), numbers(), latin
    )
    marked = st.tuples(st.text(PUNCTUATION, max_size=1), word, st.text(PUNCTUATION, max_size=2)).map("".join)
    hidden = st.tuples(invisible(), word, invisible()).map("".join)
    return st.one_of(word, marked, hidden)


def arabic_texts(*, min_size: int = 0, max_size: int = 30) -> st.SearchStrategy[str]:
    """Return texts of tokens with blanks and line ends of every kind between them.

    Args:
        min_size: Least number of tokens.
        max_size: Greatest number of tokens.
    """
    gap = st.sampled_from((" ", " ", " ", "  ", "\u00a0", "\t", *LINE_ENDS))
    piece = st.tuples(arabic_tokens(), gap).map("".join)
    return st.lists(piece, min_size=min_size, max_size=max_size).map("".join)


def any_texts(*, max_size: int = 200) -> st.SearchStrategy[str]:
    """Return any text of Unicode, NUL and unassigned characters included, lone surrogates not."""
    return st.text(st.characters(exclude_categories=["Cs"]), max_size=max_size)


def surrogate_texts() -> st.SearchStrategy[str]:
    """Return texts with lone halves of surrogate pairs, which no encoding can write."""
    halves = st.characters(categories=["Cs"])
    return st.tuples(arabic_texts(max_size=3), st.text(halves, min_size=1, max_size=2), arabic_texts(max_size=3)).map(
        "".join
    )


def encoded_texts() -> st.SearchStrategy[bytes]:
    """Return Arabic text in one of the encodings in which it is met; what the encoding lacks is left out."""
    encodings = st.sampled_from(
        (
            "utf-8",
            "utf-8-sig",
            "utf-16",
            "utf-16-le",
            "utf-16-be",
            "utf-32",
            "cp1256",
            "iso-8859-6",
            "cp1252",
            "mac-arabic",
        )
    )
    return st.builds(lambda text, encoding: text.encode(encoding, "ignore"), arabic_texts(), encodings)


def broken_bytes() -> st.SearchStrategy[bytes]:
    """Return bytes that were text once: cut, changed, or two encodings in one; or never were."""
    damage = st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=3), st.integers(0, 3)), max_size=4)
    damaged = st.builds(_damage, encoded_texts(), damage)
    mixed = st.tuples(encoded_texts(), encoded_texts()).map(b"".join)
    return st.one_of(st.binary(max_size=300), encoded_texts(), damaged, mixed)


def _damage(raw: bytes, changes: list[tuple[float, bytes, int]]) -> bytes:
    """Return bytes with, at each place (as a share of the length), some bytes replaced by others."""
    for share, put_in, lost in changes:
        place = int(share * len(raw))
        raw = raw[:place] + put_in + raw[place + lost :]
    return raw

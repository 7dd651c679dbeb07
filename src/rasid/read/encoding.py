# SPDX-License-Identifier: Apache-2.0
"""Bytes to text where nobody says in which encoding they are.

A byte-order mark decides; then UTF-16 by its tell-tale high bytes; then valid UTF-8; then what the page declares; then
the encoding under which the letters look most like words: UTF-8 with a few broken bytes, windows-1256, ISO-8859-6, or
windows-1252 for Latin text.
"""

import codecs
import re
from typing import Final

import msgspec

# The 32-bit mark begins with the 16-bit one, so it comes first.
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# Statistics need no more; a page of 64 kB holds thousands of letters.
SAMPLE_BYTES: Final = 65_536

# High bytes of Latin (00) and Arabic (06) letters in UTF-16. Neither is a byte of any text in an 8-bit encoding.
_UTF16_HIGH: Final = (b"\x00", b"\x06")
_UTF16_SHARE: Final = 0.6
_UTF16_OTHER_SHARE: Final = 0.1

# Windows before ISO: on a tie (a word of letters that both put at the same place) the commoner encoding wins.
_GUESSES: Final = ("utf-8", "cp1256", "iso-8859-6", "cp1252")
_NAMES: Final = {"cp1256": "windows-1256", "cp1252": "windows-1252"}
# UTF-7, escapes and the like hide text from those who check it; only plain character sets are taken from a page.
_DECLARABLE: Final = re.compile(r"(cp\d+|iso8859-\d+|utf-8|koi8-[ru]|gb18030|gbk|big5|shift_jis|euc_(jp|kr))\Z")
# A declared Latin set is what servers say of everything; the letters know better.
_UNTRUSTED: Final = frozenset({"iso8859-1", "cp1252", "utf-8"})

_WORD: Final = re.compile(r"[^\W\d_]+[\u064b-\u0652]*", re.UNICODE)
# The ten commonest letters of Arabic news make up two thirds of it. Read in the wrong Arabic set, ل turns into ف.
_COMMON_LETTERS: Final = frozenset("اليمنوترب")
_REPLACEMENT: Final = "\ufffd"


class Decoded(msgspec.Struct, frozen=True):
    """Text, the encoding it was read in, and how many bytes could not be read."""

    text: str
    encoding: str
    replaced: int = 0
    """Number of U+FFFD put in for bytes that are not valid in the encoding."""
    guessed: bool = False
    """True where only the look of the letters decided."""


def strip_mark(raw: bytes) -> tuple[bytes, str | None]:
    """Return bytes without their byte-order mark, and the encoding that the mark names."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw[len(mark) :], encoding
    return raw, None


def decode(raw: bytes, *, declared: str | None = None) -> Decoded:
    """Return the text of bytes; never fails.

    Args:
        raw: A whole file, page or row.
        declared: What a page says its character set is; believed only where the bytes agree.

    Returns:
        The text without byte-order mark. Bytes that are invalid in the chosen encoding become U+FFFD.
    """
    body, marked = strip_mark(raw)
    if marked:
        return decode_as(body, marked)
    if wide := detect_utf16(body[:SAMPLE_BYTES]):
        return decode_as(body, wide)
    try:
        return Decoded(body.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    if (named := _trusted(declared)) and (decoded := decode_as(body, named)).replaced == 0:
        return decoded
    return _guess(body)


def sniff(sample: bytes) -> tuple[str | None, bool]:
    """Return the encoding of a file of which only the beginning is known, and whether it was guessed.

    Args:
        sample: The beginning; it may end inside of a character.

    Returns:
        The encoding, None where the sample is plain ASCII and tells nothing of what follows.
    """
    body, marked = strip_mark(sample)
    if marked:
        return marked, False
    if wide := detect_utf16(body):
        return wide, False
    if body.isascii():
        return None, False
    try:
        codecs.getincrementaldecoder("utf-8")().decode(body)
    except UnicodeDecodeError:
        guess = _best_guess(body)
        return guess, guess != "utf-8"
    return "utf-8", False


def decode_line(raw: bytes, *, encoding: str | None) -> Decoded:
    """Return the text of one line of a file whose encoding was sniffed.

    A line that is not valid UTF-8 in a file that is, or may be, UTF-8 is decided on its own: people paste.
    """
    if encoding not in {None, "utf-8"}:
        return decode_as(raw, encoding or "utf-8")
    try:
        return Decoded(raw.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _guess(raw)


def decode_as(raw: bytes, encoding: str) -> Decoded:
    """Return the text of bytes in a known encoding, U+FFFD for what is invalid."""
    name = _NAMES.get(encoding, encoding)
    try:
        return Decoded(raw.decode(encoding), name)
    except UnicodeDecodeError:
        text = raw.decode(encoding, "replace")
        return Decoded(text, name, replaced=max(1, text.count(_REPLACEMENT)))


def detect_utf16(sample: bytes) -> str | None:
    """Return `utf-16-le` or `utf-16-be` where bytes without a mark look like it, else None."""
    pairs = len(sample) // 2
    if pairs == 0:
        return None
    even, odd = sample[0 : 2 * pairs : 2], sample[1 : 2 * pairs : 2]
    even_share = sum(even.count(high) for high in _UTF16_HIGH) / pairs
    odd_share = sum(odd.count(high) for high in _UTF16_HIGH) / pairs
    if odd_share > _UTF16_SHARE and even_share < _UTF16_OTHER_SHARE:
        return "utf-16-le"
    if even_share > _UTF16_SHARE and odd_share < _UTF16_OTHER_SHARE:
        return "utf-16-be"
    return None


def _trusted(declared: str | None) -> str | None:
    if not declared:
        return None
    try:
        name = codecs.lookup(declared.strip()).name
    except (LookupError, ValueError):
        return None
    return name if _DECLARABLE.match(name) and name not in _UNTRUSTED else None


def _guess(raw: bytes) -> Decoded:
    best = _best_guess(raw)
    decoded = decode_as(raw, best)
    # UTF-8 with a few broken bytes is no guess: valid sequences of several bytes do not come by chance.
    return Decoded(decoded.text, decoded.encoding, replaced=decoded.replaced, guessed=best != "utf-8")


def _best_guess(raw: bytes) -> str:
    sample = _around_high_bytes(raw)
    return max(_GUESSES, key=lambda encoding: _plausibility(sample, encoding))


def _around_high_bytes(raw: bytes) -> bytes:
    """Return a sample that begins at the first line with a byte beyond ASCII: a page may open with 100 kB of script."""
    first = next((match.start() for match in re.finditer(rb"[\x80-\xff]", raw)), 0)
    start = raw.rfind(b"\n", max(0, first - SAMPLE_BYTES), first) + 1
    return raw[start : start + SAMPLE_BYTES]


def _plausibility(sample: bytes, encoding: str) -> float:
    """Return how much a sample looks like words in an encoding: letters in words of one script, less the debris."""
    text = codecs.getincrementaldecoder(encoding)("replace").decode(sample)
    good = bad = 0.0
    for match in _WORD.finditer(text):
        gain = _word_gain(match.group())
        good += max(gain, 0.0)
        bad -= min(gain, 0.0)
    debris = sum(character == _REPLACEMENT or "\x80" <= character <= "\x9f" for character in text)
    beyond = sum(character > "\x7f" for character in text)
    return (good - bad - 2 * debris) / max(beyond, 1)


def _word_gain(word: str) -> float:
    """Return letters beyond ASCII that the word makes likely (positive) or unlikely (negative)."""
    beyond = sum(character > "\x7f" for character in word)
    if not beyond:
        return 0.0
    arabic = sum("\u0621" <= character <= "\u06d3" for character in word)
    if arabic == len(word):
        common = sum(character in _COMMON_LETTERS for character in word)
        marks = sum("\u064b" <= character <= "\u0652" for character in word)
        return beyond - 1.5 * marks + 0.5 * common
    if arabic:
        return -float(beyond)
    # French and Spanish words keep most letters plain; Arabic read as Latin keeps none.
    return float(beyond) if len(word) - beyond >= beyond else -float(beyond)

# SPDX-License-Identifier: Apache-2.0
"""Text of unknown origin as safe markup: escaped, isolated, its invisible controls made visible and powerless."""

import re
import unicodedata

from markupsafe import Markup, escape

# Characters that reorder, hide or break text. ZWNJ and ZWJ (U+200C, U+200D) stay: they shape letters.
_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e0fff]"
)
# The only controls our own sentences hold: a quotation set apart as one unit, which <bdi> says better.
_ISOLATE = re.compile("[\u2066-\u2068]([^\u2066-\u2069\u202a-\u202e]*)\u2069")
# A range or a date runs from left to right in Arabic too; without help it shows turned round (80-55 for 55-80).
_NUMBER_RUN = re.compile(r"\d[\d.,]*\s?[\u2013-]\s?\d[\d.,\u2013-]*(?:\s?%)?")


def show(text: str | None) -> Markup:
    """Return text as markup: escaped, every invisible control an empty, labelled element.

    Args:
        text: Words of a document or of the assessment; None gives nothing.

    Returns:
        Markup whose text content is `text` without its controls. Balanced isolates become `<bdi>`.
    """
    parts: list[Markup] = []
    whole, done = text or "", 0
    for match in _ISOLATE.finditer(whole):
        parts += [_show_numbers(whole[done : match.start()])]
        parts += [Markup("<bdi>{}</bdi>").format(_show_numbers(match.group(1)))]
        done = match.end()
    return Markup("").join([*parts, _show_numbers(whole[done:])])


def _show_numbers(text: str) -> Markup:
    """Return text as markup with each range of numbers as one unit from left to right."""
    parts: list[Markup] = []
    done = 0
    for match in _NUMBER_RUN.finditer(text):
        parts += [show_exact(text[done : match.start()])]
        parts += [Markup('<bdi dir="ltr">{}</bdi>').format(show_exact(match.group()))]
        done = match.end()
    return Markup("").join([*parts, show_exact(text[done:])])


def show_exact(text: str) -> Markup:
    """Return text as markup like `show`, with isolates too shown as controls: for the words of an article."""
    parts: list[Markup] = []
    done = 0
    for match in _CONTROL.finditer(text):
        parts += [escape(text[done : match.start()]), _control(match.group())]
        done = match.end()
    return Markup("").join([*parts, escape(text[done:])])


def plain(text: str | None) -> str:
    """Return text without its invisible controls, for attributes and data."""
    return _CONTROL.sub("", text or "")


def _control(character: str) -> Markup:
    """Return an empty element that stands for one invisible character; its style shows the code point."""
    code = f"{ord(character):04X}"
    # Line ends of Windows files are everywhere and harmless: kept in the data, not shown.
    kind = "ctl quiet" if character == "\r" else "ctl"
    name = unicodedata.name(character, "control character")
    return Markup('<span class="{}" data-u="{}" title="U+{} {}"></span>').format(kind, code, code, name)

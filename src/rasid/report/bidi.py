# SPDX-License-Identifier: Apache-2.0
"""Text of unknown origin as safe markup: escaped, isolated, its invisible controls made visible and powerless."""

import re
import unicodedata
from collections.abc import Callable

from markupsafe import Markup, escape

# Characters that reorder, hide or break text. ZWNJ and ZWJ (U+200C, U+200D) stay: they shape letters.
_CONTROL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\U000e0000-\U000e0fff]"
)
# The only controls our own sentences hold: a quotation set apart as one unit, which <bdi> says better.
_ISOLATE = re.compile("[\u2066-\u2068]([^\u2066-\u2069\u202a-\u202e]*)\u2069")
# A range or a date runs from left to right in Arabic too; without help it shows turned round (80-55 for 55-80).
_NUMBER_RUN = re.compile(r"(?<![\d.,])\d[\d.,]*\s?[\u2013-]\s?\d[\d.,\u2013-]*(?:\s?%)?")
# Words quoted in a sentence of ours, their marks with them: one unit, whatever script they begin or end in.
_QUOTED = re.compile("\u201c[^\u201c\u201d]+\u201d|\u00ab[^\u00ab\u00bb]+\u00bb")
_ARABIC = "\u0620-\u064a\u066e-\u06d3\u0750-\u077f\u08a0-\u08c7\ufb50-\ufdfb\ufe70-\ufefc"
_LATIN = "A-Za-z\u00c0-\u024f"
_ARABIC_LETTER = re.compile(f"[{_ARABIC}]")
_LATIN_LETTER = re.compile(f"[{_LATIN}]")


def _runs_of(letters: str, ends: str, stops: str) -> re.Pattern[str]:
    """Return a pattern of runs from a letter to the last one, with quotations and brackets that close inside."""
    body = f'[^{stops}\\n"()]*'
    return re.compile(f'[{letters}](?:{body}(?:"{body}"|\\({body}\\)|[{ends}]))*')


# Runs of the other script. They end where our own sentence lists or goes on, so that a list keeps its order.
_FOREIGN = {
    "en": _runs_of(_ARABIC, _ARABIC, f"{_LATIN},;:"),
    "ar": _runs_of(_LATIN, f"{_LATIN}0-9", f"{_ARABIC}\u060c\u061b:"),
}


def show(text: str | None) -> Markup:
    """Return text as markup: escaped, every invisible control an empty, labelled element.

    Args:
        text: Words of a document or of the assessment; None gives nothing.

    Returns:
        Markup whose text content is `text` without its controls. Balanced isolates become `<bdi>`.
    """
    return _map_matches(_ISOLATE, text or "", lambda found: _isolate(_show_numbers(found.group(1))), _show_numbers)


def show_prose(text: str | None, language: str) -> Markup:
    """Return a sentence of ours as markup like `show`, with every quotation and every run of the other script isolated.

    Args:
        text: Made by template in `language`, with words of documents in it.
        language: `ar` or `en`; the surrounding element must have its direction.
    """
    foreign = _FOREIGN[language]

    def show_run(found: re.Match[str]) -> Markup:
        return _isolate(_show_numbers(found.group()))

    def show_rest(part: str) -> Markup:
        return _map_matches(foreign, part, show_run, _show_numbers)

    def show_unquoted(part: str) -> Markup:
        return _map_matches(_ISOLATE, part, lambda found: _isolate(_show_numbers(found.group(1))), show_rest)

    return _map_matches(_QUOTED, text or "", show_run, show_unquoted)


def _map_matches(
    pattern: re.Pattern[str], text: str, on_match: Callable[[re.Match[str]], Markup], between: Callable[[str], Markup]
) -> Markup:
    """Return the markup of the matches and of what stands between them, joined."""
    parts: list[Markup] = []
    done = 0
    for found in pattern.finditer(text):
        parts += [between(text[done : found.start()]), on_match(found)]
        done = found.end()
    return Markup("").join([*parts, between(text[done:])])


def _isolate(words: Markup) -> Markup:
    return Markup("<bdi>{}</bdi>").format(words)


def _show_numbers(text: str) -> Markup:
    """Return text as markup with each range of numbers as one unit from left to right."""
    return _map_matches(
        _NUMBER_RUN, text, lambda found: Markup('<bdi dir="ltr">{}</bdi>').format(show_exact(found.group())), show_exact
    )


def show_exact(text: str) -> Markup:
    """Return text as markup like `show`, with isolates too shown as controls: for the words of an article."""
    return _map_matches(_CONTROL, text, lambda found: _control(found.group()), escape)


def plain(text: str | None) -> str:
    """Return text without its invisible controls, for attributes and data."""
    return _CONTROL.sub("", text or "")


def direction_of(text: str, otherwise: str) -> str:
    """Return `rtl` or `ltr` by the script that most letters of a text belong to; `otherwise` where it has neither."""
    right, left = len(_ARABIC_LETTER.findall(text)), len(_LATIN_LETTER.findall(text))
    if right == left:
        return otherwise
    return "rtl" if right > left else "ltr"


def _control(character: str) -> Markup:
    """Return an empty element that stands for one invisible character; its style shows the code point."""
    code = f"{ord(character):04X}"
    # Line ends of Windows files are everywhere and harmless: kept in the data, not shown.
    kind = "ctl quiet" if character == "\r" else "ctl"
    name = unicodedata.name(character, "control character")
    return Markup('<span class="{}" data-u="{}" title="U+{} {}"></span>').format(kind, code, code, name)

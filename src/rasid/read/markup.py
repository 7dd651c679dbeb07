# SPDX-License-Identifier: Apache-2.0
"""The tree of a page, and the words in it that a reader would see."""

import re
from html import unescape
from typing import Any, Final

import msgspec

_UNSEEN: Final = frozenset(
    {"script", "style", "template", "noscript", "head", "iframe", "object", "svg", "select", "button"}
)
_MENUS: Final = frozenset({"nav", "menu"})
_INLINE: Final = frozenset("a abbr b bdi bdo cite code em font i mark q s small span strong sub sup time u wbr".split())
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# No bracket inside of a tag, so that ten thousand open brackets cost one pass and not as many.
_TAG: Final = re.compile(r"</?([a-zA-Z][a-zA-Z0-9]*)[^<>]*>|<[!?/][^<>]*>")
_RAW_START: Final = re.compile(r"<(script|style|template|noscript|title|svg)\b[^<>]*>|<!--", re.IGNORECASE)


class Page(msgspec.Struct, frozen=True):
    """A parsed page."""

    tree: Any
    """Root element (lxml has no types); None where there is nothing to parse."""
    is_cut: bool
    """True where the parser gave up at some depth and threw the rest of the page away."""


def parse_page(markup: str) -> Page:
    """Return the tree of a page; nothing is fetched, and no entity from outside is read."""
    from lxml import etree, html  # noqa: PLC0415  # slow to load, and only pages need it

    # Bytes again: a str that declares an encoding of its own is refused. `huge_tree` lifts the depth at which the
    # parser gives up from 256 to 2,048.
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return Page(None, is_cut=False)
    return Page(tree, is_cut=any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log))


def drop_unseen(tree: Any) -> None:  # noqa: ANN401
    """Take out of a tree whatever no reader of the page sees as text, and the menus."""
    for node in [node for node in tree.iter() if _is_unseen(node) or node.tag in _MENUS]:
        if node.getparent() is not None and node.tag != "head":
            node.drop_tree()


def visible_text(tree: Any) -> str:  # noqa: ANN401
    """Return all text of a tree that a reader would see, one block a line."""
    parts: list[str] = []
    # Not recursive: trees of two thousand levels exist.
    stack: list[tuple[Any, bool]] = [(tree, False)]
    while stack:
        node, is_leaving = stack.pop()
        if is_leaving or not isinstance(node.tag, str) or _is_unseen(node):
            parts += [_edge(node.tag), _flat(node.tail)]
            continue
        parts += [_edge(node.tag), _flat(node.text)]
        stack.append((node, True))
        stack.extend((child, False) for child in reversed(node))
    return _as_lines("".join(parts))


def strip_tags(markup: str) -> str:
    """Return the text of a page without parsing it, scripts and styles left out; takes one pass whatever the page."""
    kept = " ".join(_flat(part) for part in _outside_scripts(markup))
    return _as_lines(unescape(_TAG.sub(lambda match: _edge((match.group(1) or "").lower()), kept)))


def _outside_scripts(markup: str) -> list[str]:
    """Return the stretches between elements whose content is no text; one that is never closed takes the rest."""
    parts: list[str] = []
    lower = markup.lower() if markup.isascii() else re.sub("[A-Z]", lambda match: match.group().lower(), markup)
    place = 0
    while start := _RAW_START.search(markup, place):
        parts.append(markup[place : start.start()])
        end = f"</{start.group(1).lower()}" if start.group(1) else "-->"
        place = lower.find(end, start.end())
        if place < 0:
            return parts
        # The rest of the closing tag is left for the pattern of tags.
        place += len(end) if end == "-->" else 0
    return [*parts, markup[place:]]


def _edge(tag: object) -> str:
    return "" if tag in _INLINE else "\n"


def _flat(text: str | None) -> str:
    """Return text with blanks and line ends of the markup as single blanks: lines come from the blocks."""
    return re.sub(r"\s+", " ", text) if text else ""


def _as_lines(text: str) -> str:
    return "\n".join(line for line in (" ".join(line.split()) for line in text.split("\n")) if line)


def _is_unseen(node: Any) -> bool:  # noqa: ANN401
    return node.tag in _UNSEEN or node.get("hidden") is not None or bool(_HIDDEN.search(node.get("style", "")))

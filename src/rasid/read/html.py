# SPDX-License-Identifier: Apache-2.0
"""Saved pages: the article without its frame, and what the page says of itself. Nothing is fetched."""

import re
from collections.abc import Iterator
from configparser import ConfigParser
from copy import deepcopy
from functools import cache
from typing import Any, Final

from rasid.read.documents import build_document
from rasid.read.encoding import decode
from rasid.read.fields import Fields
from rasid.read.fingerprint import fingerprint
from rasid.read.source import Source, make_issue
from rasid.read.text import take_all
from rasid.records import Document, Issue

_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_HEAD_BYTES: Final = 16_384
# Below this trafilatura takes every line of the page for the article. Its own 250 is more than a news flash has.
_SHORTEST_ARTICLE: Final = "60"
# Only what the page states: no search of its text for anything that looks like a date. The fixed end keeps the result
# from depending on the day of the run.
_DATES: Final = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}
_UNSEEN: Final = frozenset(
    {"script", "style", "template", "noscript", "head", "iframe", "object", "svg", "select", "button"}
)
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_INLINE: Final = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "em",
        "font",
        "i",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "wbr",
    }
)


def read_page(source: Source) -> Iterator[Document | Issue]:
    """Yield the document that a saved page holds.

    The text is that of the article as trafilatura finds it; where it finds none, all visible text with an issue.
    """
    raw = take_all(source, most=source.limits.max_page_bytes)
    if isinstance(raw, Issue):
        yield raw
        return
    decoded = decode(raw, declared=_declared(raw))
    markup = decoded.text.replace("\0", "\ufffd")  # The parser would end the page here.
    fields = _extract(markup)
    if not (fields.text or "").strip():
        fields.text = _visible_text(markup)
        if fields.text:
            detail = f"{source.name}: no article was found on the page; all its visible text was taken, menus included"
            yield make_issue("no_article_found", detail, record=source.name)
    yield from build_document(fields, source, digest=fingerprint(raw), decoded=decoded)


def _declared(raw: bytes) -> str | None:
    match = _CHARSET.search(raw[:_HEAD_BYTES])
    return match.group(1).decode("ascii") if match else None


def _parse(markup: str) -> Any:  # noqa: ANN401  # lxml has no types
    """Return the tree of a page, None where there is nothing to parse."""
    from lxml import etree, html  # type: ignore[import-untyped]  # noqa: PLC0415  # a fifth of a second that few runs need

    # Bytes again: a str that declares an encoding of its own is refused. `huge_tree` lifts the depth at which the
    # parser throws away the rest of a page.
    parser = html.HTMLParser(encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    try:
        return html.document_fromstring(markup.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError):
        return None


@cache
def _settings() -> ConfigParser:
    from trafilatura.settings import DEFAULT_CONFIG  # noqa: PLC0415

    settings = deepcopy(DEFAULT_CONFIG)
    settings.set("DEFAULT", "MIN_EXTRACTED_SIZE", _SHORTEST_ARTICLE)
    return settings


def _extract(markup: str) -> Fields:
    """Return article and metadata of a page as far as trafilatura finds them."""
    import trafilatura  # noqa: PLC0415  # loads slowly, and only pages need it

    tree = _parse(markup)
    if tree is None:
        return Fields()
    try:
        found = trafilatura.bare_extraction(
            tree,
            fast=True,
            with_metadata=True,
            include_comments=False,
            include_images=False,
            date_extraction_params=dict(_DATES),
            config=_settings(),
        )
    except Exception:  # noqa: BLE001  # the edge to a parser of hostile pages; visible text is left whatever it trips over
        return Fields()
    if found is None or isinstance(found, dict):
        return Fields()
    return Fields(
        text=found.text,
        title=found.title,
        outlet=found.sitename or found.hostname,
        published=found.date,
        url=found.url,
    )


def _visible_text(markup: str) -> str:
    """Return all text of a page that a reader would see, one block a line."""
    tree = _parse(markup)
    if tree is None:
        return ""
    parts: list[str] = []
    # Not recursive: pages of a hundred thousand nested elements exist.
    stack: list[tuple[Any, bool]] = [(tree, False)]
    while stack:
        node, is_leaving = stack.pop()
        if is_leaving:
            parts.append(_edge(node))
            parts.append(_squeeze(node.tail))
            continue
        if not isinstance(node.tag, str) or _is_unseen(node):
            parts.append(_squeeze(node.tail))
            continue
        parts.append(_edge(node))
        parts.append(_squeeze(node.text))
        stack.append((node, True))
        stack.extend((child, False) for child in reversed(node))
    lines = ("".join(parts)).split("\n")
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line)


def _squeeze(text: str | None) -> str:
    return re.sub(r"\s+", " ", text) if text else ""


def _edge(node: Any) -> str:  # noqa: ANN401  # lxml has no types
    return "" if node.tag in _INLINE else "\n"


def _is_unseen(node: Any) -> bool:  # noqa: ANN401  # lxml has no types
    return node.tag in _UNSEEN or node.get("hidden") is not None or bool(_HIDDEN.search(node.get("style", "")))

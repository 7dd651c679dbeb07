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
from rasid.read.markup import drop_unseen, parse_page, strip_tags, visible_text
from rasid.read.source import Source, make_issue
from rasid.read.text import take_all
from rasid.records import Document, Issue

_CHARSET: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_HEAD_BYTES: Final = 16_384
# Below this trafilatura takes every line of the page for the article. Its own 250 is more than a news flash has.
_SHORTEST_ARTICLE: Final = "60"
# Finding the article takes time by the square of the elements: 3 s at 80,000 tags, 12 s at 160,000. Pages of news sites
# have some 5,000 tags and stay under 3 MB.
_MOST_TAGS: Final = 100_000
_LARGEST_PARSED: Final = 10_000_000
# Only what the page states: no search of its text for anything that looks like a date. The fixed end keeps the result
# from depending on the day of the run.
_DATES: Final = {"extensive_search": False, "original_date": True, "max_date": "2100-01-01"}


def read_page(source: Source) -> Iterator[Document | Issue]:
    """Yield the document that a saved page holds.

    The text is that of the article as trafilatura finds it; where it finds none, or where the page is too large or
    nested too deep for that, it is all visible text, and an issue says so.
    """
    raw = take_all(source, most=source.limits.max_page_bytes)
    if isinstance(raw, Issue):
        yield raw
        return
    decoded = decode(raw, declared=_declared(raw))
    fields, problem = _read_fields(decoded.text.replace("\0", "\ufffd"))  # The parser would end the page at a NUL.
    if problem and fields.text:
        detail = f"{source.name}: {problem}; all its visible text was taken, menus included"
        yield make_issue("no_article_found", detail, record=source.name)
    yield from build_document(fields, source, digest=fingerprint(raw), decoded=decoded)


def _declared(raw: bytes) -> str | None:
    match = _CHARSET.search(raw[:_HEAD_BYTES])
    return match.group(1).decode("ascii") if match else None


def _read_fields(markup: str) -> tuple[Fields, str]:
    """Return text and metadata of a page, and why the text is not that of an article where it is not."""
    page = parse_page(markup[:_LARGEST_PARSED])
    if page.tree is None:
        return Fields(text=strip_tags(markup)), "the page cannot be parsed"
    fields = _stated(page.tree)
    if len(markup) > _LARGEST_PARSED or markup.count("<") > _MOST_TAGS:
        fields.text = strip_tags(markup)
        return fields, "the page is too large to find the article"
    if page.is_cut:
        fields.text = strip_tags(markup)
        return fields, "the page is nested too deep to find the article"
    # Behind the metadata, which stand in scripts: what the page hides from its readers is no evidence.
    drop_unseen(page.tree)
    seen = visible_text(page.tree)
    fields.text = _article(page.tree)
    if (fields.text or "").strip():
        return fields, ""
    fields.text = seen
    return fields, "no article was found on the page"


def _stated(tree: Any) -> Fields:  # noqa: ANN401  # lxml has no types
    """Return what a page says of itself."""
    import trafilatura  # noqa: PLC0415  # slow to load, and only pages need it

    try:
        stated = trafilatura.extract_metadata(tree, date_config=dict(_DATES), extensive=False)
    except Exception:  # noqa: BLE001  # the edge to a parser of hostile pages: the text can be had without metadata
        return Fields()
    return Fields(title=stated.title, outlet=stated.sitename or stated.hostname, published=stated.date, url=stated.url)


def _article(tree: Any) -> str | None:  # noqa: ANN401  # lxml has no types
    """Return the text of the article on a page, None where none is found."""
    import trafilatura  # noqa: PLC0415  # slow to load, and only pages need it

    try:
        found = trafilatura.bare_extraction(
            tree, fast=True, include_comments=False, include_images=False, config=_settings()
        )
    except Exception:  # noqa: BLE001  # the edge to a parser of hostile pages: visible text is left
        return None
    return None if found is None or isinstance(found, dict) else found.text


@cache
def _settings() -> ConfigParser:
    from trafilatura.settings import DEFAULT_CONFIG  # noqa: PLC0415

    settings = deepcopy(DEFAULT_CONFIG)
    settings.set("DEFAULT", "MIN_EXTRACTED_SIZE", _SHORTEST_ARTICLE)
    return settings

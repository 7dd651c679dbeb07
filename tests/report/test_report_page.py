# SPDX-License-Identifier: Apache-2.0
"""The page as a whole: whole HTML, closed to the network, every citation leading to its words."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import msgspec
import pytest

from rasid.records import Citation, Span
from rasid.report import render_html
from rasid.report.articles import anchor_of, find_citations
from rasid.report.page import safe_url

if TYPE_CHECKING:
    from conftest import Sample

VOID = {"meta", "link", "br", "img", "input", "hr", "circle", "path", "wbr"}
LOADING = {"src", "srcset", "data", "poster", "background", "action", "formaction", "cite", "manifest", "ping"}


class Page(HTMLParser):
    """Collects elements, ids and the text of marks; fails on a tag that closes nothing."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.paragraphs: list[list[tuple[str, str]]] = []
        self.scripts: list[str] = []
        self.visible: list[str] = []
        self._marks: list[str] = []
        self._in_article = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        self.elements.append((tag, known))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "mark":
            self._marks.append(known["data-in"] or "")
        if tag == "div" and known.get("class") == "article-text":
            self._in_article = True
        if tag == "span" and "data-u" in known and self._in_article:
            self.handle_data(chr(int(known["data-u"] or "", 16)))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open[-1] == tag, f"</{tag}> closes <{self.open[-1]}>"
        self.open.pop()
        if tag == "mark":
            self._marks.pop()
        if tag == "div":
            self._in_article = False

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] in {"script", "style"}:
            self.scripts.append(data)
            return
        self.visible.append(data)
        if self._in_article:
            self.paragraphs.append([(self._marks[-1] if self._marks else "", data)])

    def ids(self) -> list[str]:
        return [known["id"] or "" for _, known in self.elements if "id" in known]

    def words_at(self, anchor: str) -> str:
        """Return the text of all marks that belong to a citation, in order."""
        return "".join(text for line in self.paragraphs for names, text in line if anchor in names.split())


def render(sample: "Sample") -> str:
    return render_html(sample.assessment, sample.coded, language=sample.assessment.language)


def test_every_tag_is_closed(sample: "Sample") -> None:
    assert Page(render(sample)).open == []


def test_ids_are_unique(sample: "Sample") -> None:
    ids = Page(render(sample)).ids()
    assert len(ids) == len(set(ids))


def test_same_input_gives_same_page(sample: "Sample") -> None:
    assert render(sample) == render(sample)


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_language_and_direction_are_set(language: str, direction: str, make_sample: Callable[..., "Sample"]) -> None:
    assert f'<html lang="{language}" dir="{direction}">' in render(make_sample(language))


def test_every_inner_link_resolves(sample: "Sample") -> None:
    page = Page(render(sample))
    ids = set(page.ids())
    targets = [
        known["href"][1:] for tag, known in page.elements if tag == "a" and (known.get("href") or "").startswith("#")
    ]
    assert targets
    assert set(targets) <= ids


def test_every_citation_named_for_the_script_resolves(sample: "Sample") -> None:
    page = Page(render(sample))
    named = {name for _, known in page.elements for name in (known.get("data-cites") or "").split()}
    assert named
    assert named <= set(page.ids())


def test_marks_hold_exactly_the_cited_words(sample: "Sample") -> None:
    page = Page(render(sample))
    texts = {item.document.id: (number, item.document.text) for number, item in enumerate(sample.coded, start=1)}
    for citation in find_citations(sample.assessment):
        number, text = texts[citation.document_id]
        assert page.words_at(anchor_of(number, citation.span)) == citation.span.of(text).replace("\n", "")


def test_nothing_is_loaded(sample: "Sample") -> None:
    page = Page(render(sample))
    for tag, known in page.elements:
        assert not LOADING & known.keys(), (tag, known)
        assert tag not in {"link", "iframe", "object", "embed", "img", "form", "base"}
        assert "style" not in known
        assert not any(name.startswith("on") for name in known)


def test_style_names_no_address(sample: "Sample") -> None:
    style = re.search(r"<style>(.*?)</style>", render(sample), re.DOTALL)
    assert style
    assert "url(" not in style[1]
    assert "@import" not in style[1]


def test_outward_links_are_plain_and_send_no_referrer(sample: "Sample") -> None:
    links = [
        known
        for tag, known in Page(render(sample)).elements
        if tag == "a" and not (known.get("href") or "").startswith("#")
    ]
    assert {known["href"] for known in links} == {"https://noorah.example/a/1", "https://tariq.example/b?x=1&y=2"}
    assert all(known["rel"] == "noopener noreferrer" for known in links)


def test_policy_forbids_all_but_the_blocks_of_the_page(sample: "Sample") -> None:
    metas = [
        known for tag, known in Page(render(sample)).elements if known.get("http-equiv") == "Content-Security-Policy"
    ]
    policy = metas[0]["content"] or ""
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert "unsafe" not in policy
    assert "http" not in policy


def test_page_has_all_sections(sample: "Sample") -> None:
    ids = Page(render(sample)).ids()
    names = "judgements read timeline map matrix claims disputes sites warnings requests posture framing gaps method articles"
    assert {f"h-{name}" for name in names.split(" ")} <= set(ids)


# "Turkish", turned round by an override.
HOSTILE = (
    "<script>alert('x')</script> </mark></p><img src=x onerror=alert(1)> "
    "\u202eتركي\u202c \u2066 unclosed {{ 7*7 }} &amp; \x00\x0b end\r\n"
    "]]> --> \ufeff\ud800 done. "
)


@pytest.fixture
def hostile(language: str, make_sample: Callable[..., "Sample"]) -> "Sample":
    base = make_sample(language)
    texts = tuple(item.document.text for item in base.coded)
    return make_sample(language, texts=(HOSTILE + texts[0] + HOSTILE, HOSTILE + texts[2]), title=HOSTILE)


def test_hostile_text_makes_no_elements(hostile: "Sample") -> None:
    page = Page(render(hostile))
    assert page.open == []
    assert sum(tag == "script" for tag, _ in page.elements) == 3
    assert not any(tag == "img" for tag, _ in page.elements)


def test_hostile_text_is_still_marked_exactly(hostile: "Sample") -> None:
    test_marks_hold_exactly_the_cited_words(hostile)


def test_hostile_text_is_shown_as_text(hostile: "Sample") -> None:
    visible = "".join(Page(render(hostile)).visible)
    assert "<script>alert('x')</script>" in visible
    assert "{{ 7*7 }}" in visible


def test_hostile_page_can_be_written_as_utf8(hostile: "Sample") -> None:
    html = render(hostile)
    assert html.encode("utf-8")
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069\ufeff]", html)


def test_hostile_text_cannot_leave_the_map_data(make_sample: Callable[..., "Sample"]) -> None:
    base = make_sample("en")
    evil = msgspec.structs.replace(
        base.assessment.happenings[0], sentence="</script><script>alert(1)</script>", place="<!--\u2028"
    )
    assessment = msgspec.structs.replace(base.assessment, happenings=(evil,))
    page = Page(render_html(assessment, base.coded, language="en"))
    assert sum(tag == "script" for tag, _ in page.elements) == 3


def test_citation_without_its_document_is_shown_without_link(make_sample: Callable[..., "Sample"]) -> None:
    base = make_sample("en")
    page = Page(render_html(base.assessment, base.coded[:1], language="en"))
    named = {name for _, known in page.elements for name in (known.get("data-cites") or "").split()}
    assert named <= set(page.ids())
    assert "Two lawmakers speak of thousands released" in "".join(page.visible)


def test_citation_behind_the_end_of_its_text_is_shown_without_link(make_sample: Callable[..., "Sample"]) -> None:
    base = make_sample("en")
    far = Citation(document_id=base.coded[0].document.id, span=Span(10**6, 10**6 + 5))
    gap = msgspec.structs.replace(base.assessment.gaps[0], citations=(far,))
    html = render_html(msgspec.structs.replace(base.assessment, gaps=(gap,)), base.coded, language="en")
    assert "1000000" not in html


def test_empty_assessment_makes_a_page(language: str, make_sample: Callable[..., "Sample"]) -> None:
    full = make_sample(language).assessment
    empty = msgspec.structs.replace(
        full,
        question=None,
        now=None,
        documents=(),
        origins=(),
        happenings=(),
        groups=(),
        claims=(),
        framings=(),
        disputes=(),
        sites=(),
        warnings=(),
        postures=(),
        requests=(),
        judgements=(),
        assumptions=(),
        gaps=(),
        matrix=msgspec.structs.replace(full.matrix, speakers=(), rows=()),
    )
    assert Page(render_html(empty, (), language=empty.language)).open == []


def test_prison_is_never_shown_at_its_point(sample: "Sample") -> None:
    assert "36.502" not in render(sample)
    assert "40.748" not in render(sample)


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://a.example/x", True),
        ("http://a.example", True),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("data:text/html,x", False),
        ("https:///nohost", False),
        ("//a.example/x", False),
        ("file:///etc/passwd", False),
        ("https://a.example/\u202egpj", False),
        ("https://a.example/ x", False),
        ("http://[::1", False),
        (None, False),
    ],
    ids=[
        "https",
        "http",
        "script",
        "script-case",
        "data",
        "no-host",
        "no-scheme",
        "file",
        "override",
        "space",
        "broken",
        "none",
    ],
)
def test_only_plain_web_addresses_become_links(url: str | None, shown: bool) -> None:
    assert (safe_url(url) == url) is (shown or url is None)

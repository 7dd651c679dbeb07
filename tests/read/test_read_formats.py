# SPDX-License-Identifier: Apache-2.0
"""Each format gives the documents that it holds."""

import csv
import gzip
import io
import json
from collections.abc import Callable
from hashlib import sha256

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from rasid.ids import DocumentId, make_id
from rasid.read.limits import Limits
from rasid.records import Document, Issue
from strategies import any_texts, arabic_texts, surrogate_texts

ReadBytes = Callable[..., tuple[list[Document], list[Issue]]]
TEXT = "قصفت طائرات حربية مدينة إدلب صباح اليوم."  # Warplanes bombed the city of Idlib this morning.
PAGE = f"""<html lang="ar"><head><title>عنوان - سانا</title><meta property="og:site_name" content="سانا">
<meta property="og:title" content="عنوان الخبر"><meta property="article:published_time" content="2019-10-24T10:00:00Z">
<link rel="canonical" href="https://sana.sy/x"><script>var evil = 1</script></head>
<body><nav><a href="/">الرئيسية</a></nav><article><h1>عنوان الخبر</h1><p>{TEXT}</p><script>evil()</script>
<p>وقتل ثلاثة مدنيين في القصف بحسب مصدر محلي في المدينة.</p></article></body></html>"""
fuzz = settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)


def codes(issues: list[Issue]) -> list[str]:
    return [issue.code for issue in issues]


# --- plain text ------------------------------------------------------------------------------------------------------


def test_text_file_is_one_document(read_bytes: ReadBytes) -> None:
    raw = TEXT.encode()
    [document], issues = read_bytes(raw, "news/a.txt")
    digest = sha256(raw).hexdigest()
    assert document == Document(
        id=DocumentId(make_id("doc", digest, "")), sha256=digest, text=TEXT, language="ar", source_name="news/a.txt"
    )
    assert not issues


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("قتل\r\nثلاثة\rمدنيين\n", id="line ends"),
        pytest.param("\u202bقتل\u202c ثلا\u200cثة \u200fمدنيين\u2069", id="direction marks and joiners"),
        pytest.param("قـــتل ثَلاثةٌ", id="tatweel and diacritics"),
        pytest.param("  قتل  ", id="blanks around"),
        pytest.param("قتل\0ثلاثة", id="NUL"),
        pytest.param("قتل\u2028ثلاثة\x85مدنيين", id="separators of Unicode"),
    ],
)
def test_text_is_kept_as_read(read_bytes: ReadBytes, text: str) -> None:
    [document], _ = read_bytes(text.encode())
    assert document.text == text


def test_nul_is_noted(read_bytes: ReadBytes) -> None:
    assert codes(read_bytes("قتل\0ثلاثة".encode())[1]) == ["nul_characters"]


def test_undecodable_bytes_keep_the_document(read_bytes: ReadBytes) -> None:
    [document], issues = read_bytes(TEXT.encode() + b"\xff")
    assert document.text == TEXT + "\ufffd"
    assert codes(issues) == ["undecodable_bytes"]
    assert issues[0].record_id == document.id


def test_guessed_encoding_is_noted(read_bytes: ReadBytes) -> None:
    [document], issues = read_bytes(TEXT.encode("cp1256"))
    assert document.text == TEXT
    assert codes(issues) == ["encoding_guessed"]


@pytest.mark.parametrize("raw", [b"", b" \n\t", b"\xef\xbb\xbf", b"\xff\xfe"])
@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
def test_no_text_is_an_issue(read_bytes: ReadBytes, raw: bytes, suffix: str) -> None:
    documents, issues = read_bytes(raw, f"a.{suffix}")
    assert not documents
    assert codes(issues) == ["no_text"]


def test_unread_language_is_noted(read_bytes: ReadBytes) -> None:
    [document], issues = read_bytes("سوپای سووریا شاری ئیدلبی بۆردومان کرد و سێ هاووڵاتی کوژران".encode())
    assert document.language == "und"
    assert codes(issues) == ["language_not_read"]


# --- Markdown --------------------------------------------------------------------------------------------------------

MATTER = """---
id: sana-17
title: "عنوان: الخبر"
outlet: سانا
date: 2019-10-24
url: https://sana.sy/x
language: ar
tlp: TLP:AMBER+STRICT
tags: [a, b]
---
"""


def test_front_matter(read_bytes: ReadBytes) -> None:
    [document], issues = read_bytes((MATTER + TEXT).encode(), "a.md")
    found = (document.source_id, document.title, document.outlet, document.published, document.url, document.tlp)
    assert found == ("sana-17", "عنوان: الخبر", "سانا", "2019-10-24", "https://sana.sy/x", "amber+strict")
    assert document.text == TEXT
    assert not issues


def test_front_matter_with_windows_line_ends(read_bytes: ReadBytes) -> None:
    [document], _ = read_bytes((MATTER + TEXT).replace("\n", "\r\n").encode(), "a.md")
    assert (document.text, document.outlet) == (TEXT, "سانا")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{TEXT}\n\n---\n\n{TEXT}", id="a ruler"),
        pytest.param(f"---\n{TEXT}", id="no end"),
        pytest.param(f"\n{MATTER}{TEXT}", id="not on the first line"),
    ],
)
def test_what_is_no_front_matter_is_text(read_bytes: ReadBytes, text: str) -> None:
    assert read_bytes(text.encode(), "a.md")[0][0].text == text


def test_title_from_a_heading(read_bytes: ReadBytes) -> None:
    [document], _ = read_bytes(f"# عنوان الخبر #\n\n{TEXT}".encode(), "a.md")
    assert document.title == "عنوان الخبر"


@pytest.mark.parametrize(
    "matter",
    [
        pytest.param("a: [", id="no YAML"),
        pytest.param("- a\n- b", id="a list"),
        pytest.param("a: !!python/object/apply:os.system ['false']\n b", id="code"),
        pytest.param("a: " + "[" * 5000, id="deep"),
        pytest.param("? [a]\n: b\n? {c: d}\n: e", id="keys that are no words"),
    ],
)
def test_broken_front_matter_keeps_the_text(read_bytes: ReadBytes, matter: str) -> None:
    [document], issues = read_bytes(f"---\n{matter}\n---\n{TEXT}".encode(), "a.md")
    assert document.text == TEXT
    assert codes(issues) == ["bad_front_matter"]


def test_unknown_marking_holds_the_document_back(read_bytes: ReadBytes) -> None:
    [document], issues = read_bytes(f"---\ntlp: purple\n---\n{TEXT}".encode(), "a.md")
    assert document.tlp == "red"
    assert codes(issues) == ["tlp_not_read"]


def test_marking_in_broken_front_matter_holds_the_document_back(read_bytes: ReadBytes) -> None:
    [document], _ = read_bytes(f"---\ntlp: amber\na: [\n---\n{TEXT}".encode(), "a.md")
    assert document.tlp == "red"


# --- pages -----------------------------------------------------------------------------------------------------------


def test_page(read_bytes: ReadBytes) -> None:
    [document], issues = read_bytes(PAGE.encode(), "a.html")
    found = (document.title, document.outlet, document.published, document.url, document.language)
    assert found == ("عنوان الخبر", "سانا", "2019-10-24", "https://sana.sy/x", "ar")
    assert TEXT in document.text
    assert "الرئيسية" not in document.text
    assert not issues


def test_page_in_windows_1256(read_bytes: ReadBytes) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="windows-1256">')
    [document], issues = read_bytes(page.encode("cp1256"), "a.htm")
    assert TEXT in document.text
    assert not issues


def test_page_that_declares_the_wrong_set(read_bytes: ReadBytes) -> None:
    page = PAGE.replace("<head>", '<head><meta charset="iso-8859-1">')
    [document], issues = read_bytes(page.encode("cp1256"), "a.html")
    assert TEXT in document.text
    assert codes(issues) == ["encoding_guessed"]


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(PAGE, id="article"),
        pytest.param(f"<body onload=evil()><script>evil</script><style>evil{{}}</style>{TEXT}", id="body"),
        pytest.param(f"<template>evil</template><noscript>evil</noscript><p>{TEXT}</p>", id="hidden elements"),
        pytest.param(f"<p>{TEXT}</p><!-- evil --><?evil?><svg><script>evil</script></svg>", id="comments"),
        pytest.param(f"<p>{TEXT}</p><SCRIPT >evil</script foo><script>evil", id="broken script"),
        pytest.param(f"<textarea>{TEXT}</textarea><div style='display: none'>evil</div>", id="nothing but a form"),
    ],
)
def test_no_script_in_text(read_bytes: ReadBytes, page: str) -> None:
    [document], _ = read_bytes(page.encode(), "a.html")
    assert "evil" not in document.text
    assert TEXT in document.text


def test_page_without_article_gives_visible_text(read_bytes: ReadBytes) -> None:
    page = f"<body><footer>{TEXT}<b>قتل</b><i> ثلاثة</i></footer></body>"
    [document], issues = read_bytes(page.encode(), "a.html")
    assert TEXT in document.text
    assert "قتل ثلاثة" in document.text
    assert codes(issues) == ["no_article_found"]


def test_date_is_not_searched_for_in_the_text(read_bytes: ReadBytes) -> None:
    [document], _ = read_bytes(
        f"<article><p>في 12 مارس 2015 {TEXT}</p><p>{TEXT} {TEXT}</p></article>".encode(), "a.html"
    )
    assert document.published is None


@pytest.mark.parametrize("opening", ["<div>", "<table><tr><td>", "<a href=x><b>", "<script>evil</script><ul><li>"])
def test_page_too_deep_to_parse_gives_visible_text(read_bytes: ReadBytes, opening: str) -> None:
    [document], issues = read_bytes(
        (f"<p>قتل <b>ثلاثة</b></p><!-- evil -->{opening}" + opening * 3_000 + f"{TEXT}&amp;").encode(), "a.html"
    )
    assert document.text.endswith(f"{TEXT}&")
    assert document.text.startswith("قتل ثلاثة")
    assert "evil" not in document.text
    assert codes(issues) in ([], ["no_article_found"])


def test_page_too_large_to_find_the_article_gives_visible_text(read_bytes: ReadBytes) -> None:
    page = PAGE.replace("</article>", f"<p>{TEXT}</p>" * 100_000 + "</article>")
    [document], issues = read_bytes(page.encode(), "a.html")
    assert document.text.count(TEXT) == 100_001
    assert (document.outlet, codes(issues)) == ("سانا", ["no_article_found"])


def test_script_that_is_never_closed_on_a_page_too_deep(read_bytes: ReadBytes) -> None:
    [document], _ = read_bytes((f"<p>{TEXT}</p>" + "<div>" * 3_000 + "<SCRIPT>evil").encode(), "a.html")
    assert document.text == TEXT


@pytest.mark.parametrize(
    "page",
    [
        pytest.param("<div>" * 50_000 + TEXT, id="deep"),
        pytest.param("<a href=x>" * 20_000 + TEXT, id="deep inline"),
        pytest.param("<table><tr><td>" * 1_000 + TEXT, id="deep tables"),
        pytest.param(
            f'<?xml version="1.0" encoding="utf-16"?><html><body><p>{TEXT}</p></body></html>', id="XML declaration"
        ),
        pytest.param(f"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><p>&e;{TEXT}</p>", id="outside entity"),
        pytest.param(f"<p>{TEXT}\0{TEXT}</p>", id="NUL"),
        pytest.param(f"<p>&#xD800;&#0;&#x110000;{TEXT}</p>", id="references to nothing"),
        pytest.param("<" * 10_000 + TEXT, id="open brackets"),
    ],
)
def test_hostile_page(read_bytes: ReadBytes, page: str) -> None:
    documents, issues = read_bytes(page.encode(), "a.html")
    assert documents or issues
    assert all("root:" not in document.text for document in documents)


# --- JSON ------------------------------------------------------------------------------------------------------------


def line(**values: object) -> bytes:
    return json.dumps(values, ensure_ascii=False).encode() + b"\n"


def test_json_line(read_bytes: ReadBytes) -> None:
    raw = line(
        id="x1",
        text=TEXT,
        title="عنوان",
        outlet="سانا",
        published="2019-10-24",
        lang="ar",
        url="https://sana.sy/x",
        origin=1,
    )
    [document], issues = read_bytes(raw, "a.jsonl")
    digest = sha256(raw.rstrip()).hexdigest()
    assert document == Document(
        id=DocumentId(make_id("doc", digest, "x1")),
        sha256=digest,
        text=TEXT,
        language="ar",
        title="عنوان",
        outlet="سانا",
        url="https://sana.sy/x",
        published="2019-10-24",
        source_id="x1",
        source_name="a.jsonl:1",
    )
    assert not issues


@pytest.mark.parametrize(
    ("values", "field", "expected"),
    [
        pytest.param({"body": TEXT}, "text", TEXT, id="body"),
        pytest.param({"content": TEXT, "text": "نص"}, "text", "نص", id="text goes before content"),
        pytest.param({"Full-Text": TEXT}, "text", TEXT, id="case and hyphen"),
        pytest.param({"النص": TEXT}, "text", TEXT, id="Arabic key"),
        pytest.param({"text": ["قتل", "ثلاثة"]}, "text", "قتل\nثلاثة", id="paragraphs"),
        pytest.param({"text": 2019}, "text", "2019", id="number as text"),
        pytest.param(
            {"text": TEXT, "source": {"id": None, "name": "Reuters"}}, "outlet", "Reuters", id="source object"
        ),
        pytest.param({"text": TEXT, "source": "https://a.org/x"}, "url", "https://a.org/x", id="source is a link"),
        pytest.param(
            {"text": TEXT, "publishedAt": "2019-10-24T10:00:00Z"}, "published", "2019-10-24T10:00:00Z", id="camel case"
        ),
        pytest.param({"text": TEXT, "date": 20191024}, "published", "2019-10-24", id="date as a number"),
        pytest.param({"text": TEXT, "date": 20191024.0}, "published", "2019-10-24", id="date as a float"),
        pytest.param({"text": TEXT, "id": 17}, "source_id", "17", id="id as a number"),
        pytest.param({"text": TEXT, "id": 10**400}, "source_id", str(10**400), id="id as an endless number"),
        pytest.param({"text": TEXT, "id": float("inf")}, "source_id", "inf", id="id that is infinite"),
        pytest.param({"text": TEXT, "id": True}, "source_id", None, id="id that is a truth value"),
        pytest.param({"text": TEXT, "title": None, "headline": "عنوان"}, "title", "عنوان", id="null, then a synonym"),
        pytest.param({"text": TEXT, "title": ""}, "title", None, id="empty title"),
        pytest.param({"text": TEXT, "title": float("nan")}, "title", None, id="NaN title"),
        pytest.param({"text": TEXT, "tlp": "WHITE"}, "tlp", "clear", id="old name of a marking"),
        pytest.param({"text": TEXT, "lang": "ar-SY"}, "language", "ar", id="language with region"),
        pytest.param({"text": TEXT, "lang": "en"}, "language", "ar", id="letters against declared language"),
        pytest.param({"text": "Syrian army retakes Aleppo", "lang": "en"}, "language", "en", id="headline in English"),
        pytest.param({"text": "Bonjour", "lang": "fr"}, "language", "und", id="language that is not read"),
    ],
)
def test_json_values(read_bytes: ReadBytes, values: dict[str, object], field: str, expected: str | None) -> None:
    [document], _ = read_bytes(line(**values), "a.jsonl")
    assert getattr(document, field) == expected


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"text": TEXT, "published": "03/04/2019"}, "date_not_read"),
        ({"text": TEXT, "url": "javascript:alert(1)"}, "url_not_kept"),
        ({"text": TEXT, "url": "java\nscript:alert(1)"}, "url_not_kept"),
        ({"text": TEXT, "url": "\u200fdata:text/html,x"}, "url_not_kept"),
        ({"text": TEXT, "title": {"ar": 1}}, "field_not_read"),
        ({"text": TEXT, "lang": "en"}, "language_mismatch"),
        ({"text": TEXT, "lang": "fa"}, "language_not_read"),
    ],
)
def test_json_value_left_out_is_told(read_bytes: ReadBytes, values: dict[str, object], code: str) -> None:
    documents, issues = read_bytes(line(**values), "a.jsonl")
    assert len(documents) == 1
    assert codes(issues) == [code]


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        pytest.param(b'{"text": "x', "broken_json", id="cut"),
        pytest.param(b"nonsense", "broken_json", id="no JSON"),
        pytest.param(b"[1, 2]", "not_an_object", id="list"),
        pytest.param(b'"text"', "not_an_object", id="string"),
        pytest.param(b'{"title": "x"}', "no_text", id="no text"),
        pytest.param(b'{"text": null}', "no_text", id="null"),
        pytest.param(b'{"text": ""}', "no_text", id="empty"),
        pytest.param(b"[" * 100_000, "broken_json", id="deep"),
        pytest.param(b'{"text": ' + b"[" * 100_000, "broken_json", id="deep inside"),
        pytest.param(b'{"text": "x", "n": ' + b"9" * 10_000 + b"}", "broken_json", id="endless number"),
        pytest.param(
            b'{"type": "document", "record": "document", "sha256": 1, "text": 2}', "broken_record", id="no record"
        ),
    ],
)
def test_broken_line_is_told_by_number_and_the_next_is_read(read_bytes: ReadBytes, broken: bytes, code: str) -> None:
    documents, issues = read_bytes(line(text=TEXT) + broken + b"\n\r\n" + line(text=TEXT), "a.jsonl")
    assert [document.source_name for document in documents] == ["a.jsonl:1", "a.jsonl:4"]
    assert [(issue.code, issue.record_id) for issue in issues] == [(code, "a.jsonl:2")]


def test_same_row_twice_is_kept_twice(read_bytes: ReadBytes) -> None:
    documents, _ = read_bytes(line(text=TEXT) * 2, "a.jsonl")
    assert documents[0].sha256 == documents[1].sha256
    assert documents[0].id != documents[1].id


def test_lone_surrogate_is_replaced(read_bytes: ReadBytes) -> None:
    [document], issues = read_bytes(b'{"text": "a\\ud800b the end of the war", "title": "\\udfff!"}', "a.jsonl")
    assert document.text.startswith("a\ufffdb")
    assert document.title == "\ufffd!"
    assert codes(issues) == ["lone_surrogates"]


def test_surrogate_pair_is_one_character(read_bytes: ReadBytes) -> None:
    [document], _ = read_bytes(b'{"text": "\\ud83d\\ude00 the end of the war"}', "a.jsonl")
    assert document.text.startswith("\U0001f600 ")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256", "iso-8859-6"])
def test_json_lines_in_other_encodings(read_bytes: ReadBytes, encoding: str) -> None:
    rows = (line(text=TEXT) + line(text="قتل ثلاثة مدنيين في ناحية ريفية")).decode().replace("\n", "\r\n")
    documents, issues = read_bytes(rows.encode(encoding), "a.jsonl")
    assert [document.text for document in documents] == [TEXT, "قتل ثلاثة مدنيين في ناحية ريفية"]
    assert set(codes(issues)) <= {"encoding_guessed"}


@pytest.mark.parametrize(
    "layout",
    [
        pytest.param(json.dumps, id="array"),
        pytest.param(lambda rows: json.dumps(rows, indent=2, ensure_ascii=False), id="array over lines"),
        pytest.param(lambda rows: "\n".join(json.dumps(row) for row in rows), id="lines"),
    ],
)
def test_json_file(read_bytes: ReadBytes, layout: Callable[[object], str]) -> None:
    rows = [{"text": TEXT, "id": 1}, {"text": TEXT, "id": 2}]
    documents, issues = read_bytes(layout(rows).encode(), "a.json")
    assert [document.source_id for document in documents] == ["1", "2"]
    assert not issues


def test_json_file_of_one_object_over_lines(read_bytes: ReadBytes) -> None:
    [document], _ = read_bytes(json.dumps({"text": TEXT}, indent=2).encode(), "a.json")
    assert document.text == TEXT


def test_json_file_with_a_broken_first_line(read_bytes: ReadBytes) -> None:
    documents, issues = read_bytes(b'{"text": \n' + line(text=TEXT), "a.json")
    assert (len(documents), codes(issues)) == (1, ["broken_json"])


def test_own_records_come_back_unchanged(read_bytes: ReadBytes) -> None:
    documents, issues = read_bytes(line(text=TEXT, id="x", date="?", tlp="green") + b"{", "a.jsonl")
    written = b"\n".join(msgspec.json.encode(record) for record in [*documents, *issues])
    assert read_bytes(written, "b.jsonl") == (documents, issues)


# --- tables ----------------------------------------------------------------------------------------------------------


def table(rows: list[list[str]], *, delimiter: str = ",") -> bytes:
    target = io.StringIO(newline="")
    csv.writer(target, delimiter=delimiter).writerows(rows)
    return target.getvalue().encode()


ARABIC_HEADER = ["المعرّف", "العنوان", "النص", "التاريخ", "المصدر"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_table_with_arabic_header(read_bytes: ReadBytes, delimiter: str) -> None:
    raw = table(
        [ARABIC_HEADER, ["7", "عنوان", f'{TEXT}\nقال: "لا", ثم; مضى', "24/10/2019", "سانا"]], delimiter=delimiter
    )
    [document], issues = read_bytes(raw, "a.csv")
    found = (document.source_id, document.title, document.published, document.outlet, document.source_name)
    assert found == ("7", "عنوان", "2019-10-24", "سانا", "a.csv:2")
    assert document.text == f'{TEXT}\nقال: "لا", ثم; مضى'
    assert not issues


def test_table_row_is_hashed_as_it_stands(read_bytes: ReadBytes) -> None:
    raw = table([["text"], ["a, b the"], ["c\r\nd the"]])
    documents, _ = read_bytes(raw, "a.csv")
    assert documents[0].sha256 == sha256(b'"a, b the"').hexdigest()
    assert documents[1].sha256 == sha256(b'"c\r\nd the"').hexdigest()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "cp1256", "iso-8859-6"])
def test_table_in_other_encodings(read_bytes: ReadBytes, encoding: str) -> None:
    raw = table([ARABIC_HEADER, ["7", "عنوان", TEXT, "2019-10-24", "سانا"]], delimiter="\t").decode().encode(encoding)
    [document], issues = read_bytes(raw, "a.tsv")
    assert (document.text, document.title) == (TEXT, "عنوان")
    assert set(codes(issues)) <= {"encoding_guessed"}


def test_table_without_text_column(read_bytes: ReadBytes) -> None:
    documents, issues = read_bytes(table([["a", "b"], ["c", "d"]]), "a.csv")
    assert (documents, codes(issues)) == ([], ["no_text_column"])


def test_empty_cells_and_blank_rows(read_bytes: ReadBytes) -> None:
    documents, issues = read_bytes(table([["id", "text"], ["1", ""], [], ["", ""], ["2", TEXT]]), "a.csv")
    assert [document.source_id for document in documents] == ["2"]
    assert codes(issues) == ["no_text"]


def test_quote_that_is_never_closed_costs_one_row(read_bytes: ReadBytes) -> None:
    raw = f'id,text\n1,"{TEXT}\n2,{TEXT}\n3,"{TEXT}"\n'.encode()
    documents, issues = read_bytes(raw, "a.csv")
    assert [document.source_id for document in documents] == ["1", "2", "3"]
    assert codes(issues) == ["broken_row"]


def test_many_quotes_that_are_never_closed_end_the_table(read_bytes: ReadBytes) -> None:
    raw = b"id,text\n" + b'1,"the\n2,the\n' * 5001
    documents, issues = read_bytes(raw, "a.csv")
    assert documents
    assert "broken_row" in codes(issues)


def test_quotes_inside_an_unquoted_table(read_bytes: ReadBytes) -> None:
    raw = f'id\ttext\n1\t"لا" قال {TEXT}\n2\t{TEXT}\n'.encode()
    documents, issues = read_bytes(raw, "a.tsv")
    assert [document.source_id for document in documents] == ["1", "2"]
    assert codes(issues) == ["broken_row"]


def test_too_many_cells_are_told(read_bytes: ReadBytes) -> None:
    documents, issues = read_bytes(f"id,text\n1,{TEXT},the rest\n".encode(), "a.csv")
    assert (len(documents), codes(issues)) == (1, ["broken_row"])


def test_cell_longer_than_the_default_of_the_library(read_bytes: ReadBytes) -> None:
    [document], _ = read_bytes(table([["text"], ["the " * 100_000]]), "a.csv")
    assert len(document.text) == 400_000


@fuzz
@given(st.lists(st.tuples(any_texts(max_size=20), arabic_texts(max_size=6)), max_size=4))
def test_table_round_trip(read_bytes: ReadBytes, rows: list[tuple[str, str]]) -> None:
    documents, _ = read_bytes(table([["title", "text"], *map(list, rows)]), "a.csv")
    # A row that is all blanks is no row; Unicode and the CSV reader agree on line ends inside of quotes.
    expected = [text for _, text in rows if text.strip()]
    assert [document.text for document in documents] == expected


@fuzz
@given(st.lists(arabic_texts() | any_texts(), max_size=4), st.booleans())
def test_json_round_trip(read_bytes: ReadBytes, texts: list[str], is_ascii: bool) -> None:
    raw = "\n".join(json.dumps({"text": text}, ensure_ascii=is_ascii) for text in texts).encode()
    documents, _ = read_bytes(raw, "a.jsonl")
    assert [document.text for document in documents] == [text for text in texts if text.strip()]


@fuzz
@given(surrogate_texts())
def test_every_text_can_be_written_again(read_bytes: ReadBytes, text: str) -> None:
    [document], _ = read_bytes(json.dumps({"text": text, "title": text, "id": text, "url": text}).encode(), "a.jsonl")
    assert msgspec.json.decode(msgspec.json.encode(document), type=Document) == document
    assert len(document.text) == len(json.loads(json.dumps(text)))


# --- packed ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.txt", TEXT.encode()),
        ("a.md", (MATTER + TEXT).encode()),
        ("a.html", PAGE.encode()),
        ("a.jsonl", line(text=TEXT)),
        ("a.json", line(text=TEXT)),
        ("a.csv", table([["text"], [TEXT]])),
    ],
)
def test_packed_file_reads_as_the_file(read_bytes: ReadBytes, name: str, raw: bytes) -> None:
    [plain], _ = read_bytes(raw, name)
    [packed], issues = read_bytes(gzip.compress(raw), f"{name}.gz")
    assert (packed.id, packed.text) == (plain.id, plain.text)
    assert not issues


def test_cut_gzip_keeps_what_came_before(read_bytes: ReadBytes) -> None:
    rows = b"".join(line(text=TEXT, n=sha256(bytes([n])).hexdigest()) for n in range(200)) * 200
    documents, issues = read_bytes(gzip.compress(rows)[:-2000], "a.jsonl.gz")
    assert documents
    assert codes(issues)[-1] == "broken_file"


# --- limits ----------------------------------------------------------------------------------------------------------

SMALL = Limits(max_text_bytes=100, max_page_bytes=400)


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("a.txt", b"the " * 100),
        ("a.md", b"the " * 100),
        ("a.html", b"<p>" + b"the " * 50),
        ("a.html", b"<p>" + b"the " * 200),
        ("a.jsonl", line(text="the " * 50)),
        ("a.jsonl", line(text="the " * 200)),
        ("a.json", b"[" + line(text="the " * 200) + b"]"),
        ("a.csv", table([["text"], ["the " * 50]])),
    ],
)
def test_too_large_is_an_issue(read_bytes: ReadBytes, name: str, raw: bytes) -> None:
    documents, issues = read_bytes(raw, name, limits=SMALL)
    assert (documents, codes(issues)[-1]) == ([], "too_large")


def test_line_behind_a_long_one_is_read(read_bytes: ReadBytes) -> None:
    raw = line(text="the " * 200) + line(text="the end")
    [document], _ = read_bytes(raw, "a.jsonl", limits=SMALL)
    assert document.source_name == "a.jsonl:2"


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_wide_line_behind_a_long_one_is_read(read_bytes: ReadBytes, encoding: str) -> None:
    raw = (line(text="the " * 2000) + line(text="the end\u0a0a\u0a00")).decode().encode(encoding)
    [document], _ = read_bytes(raw, "a.jsonl", limits=SMALL)
    assert document.text == "the end\u0a0a\u0a00"


def test_table_row_behind_a_long_one_is_read(read_bytes: ReadBytes) -> None:
    raw = table([["id", "text"], ["1", "the " * 200], ["2", "the end"]])
    [document], issues = read_bytes(raw, "a.csv", limits=SMALL)
    assert document.source_id == "2"
    assert codes(issues) == ["broken_row"]

# SPDX-License-Identifier: Apache-2.0
"""Whatever the bytes are: documents and issues, never an exception, never an unpacked bomb."""

import gzip
import io
import json
import zipfile
import zlib
from collections.abc import Callable

import msgspec
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from rasid.read.dispatch import READERS
from rasid.read.limits import Limits
from rasid.records import Document, Issue
from strategies import broken_bytes

ReadBytes = Callable[..., tuple[list[Document], list[Issue]]]
TEXT = "The army shelled the city of Idlib and killed three civilians."
LINE = json.dumps({"text": TEXT}).encode() + b"\n"
fuzz = settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], deadline=None)
SUFFIXES = [*READERS, ".zip", ".txt.gz", ".jsonl.gz", ".csv.gz"]


def codes(issues: list[Issue]) -> list[str]:
    return [issue.code for issue in issues]


def pack(members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, raw in members.items():
            archive.writestr(name, raw)
    return target.getvalue()


def snippets() -> st.SearchStrategy[bytes]:
    """Bytes that look like the formats, so that the fuzz gets past their first checks."""
    pieces = (
        b'{"text": "', b'"}\n', b"{", b"[", b"]", b'"', b"\\ud800", b"\\u0000", b"text,title\n", b"text\t\xd8\n", b",",
        b"---\n", b"tlp: red\n", b"&a [*a]", b": ", b"<p>", b"</p>", b"<script>", b"<!--", b"<![CDATA[", b"&#0;", b"\0",
        b"\n", b"\t",
        b"\r", b"\r\n", b"\xff\xfe", b"\xef\xbb\xbf", b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b\x08", b"NaN",
        b"the war and ",
    )  # fmt: skip
    return st.lists(st.sampled_from(pieces) | broken_bytes().map(lambda raw: raw[:20]), max_size=12).map(b"".join)


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_any_bytes_give_records(read_bytes: ReadBytes, suffix: str) -> None:
    @fuzz
    @given(broken_bytes() | snippets())
    @example(b"")
    def check(raw: bytes) -> None:
        if suffix.endswith(".gz"):
            raw = gzip.compress(raw)
        documents, issues = read_bytes(raw, f"a{suffix}")
        assert (
            documents
            or issues
            or suffix in {".jsonl", ".ndjson", ".json", ".jsonl.gz", ".csv", ".tsv", ".csv.gz", ".zip"}
        )
        for document in documents:
            assert msgspec.json.decode(msgspec.json.encode(document), type=Document) == document
            assert document.text.strip()
        for issue in issues:
            assert msgspec.json.decode(msgspec.json.encode(issue), type=Issue) == issue

    check()


@fuzz
@given(st.binary(max_size=200), st.integers(0, 400), st.binary(min_size=1, max_size=4))
def test_damaged_archives_give_records(read_bytes: ReadBytes, raw: bytes, place: int, damage: bytes) -> None:
    packed = pack({"a.txt": TEXT.encode() + raw, "b.jsonl": LINE, "c.csv": b"text\n" + raw})
    place %= len(packed)
    read_bytes(packed[:place] + damage + packed[place + len(damage) :], "a.zip")


@fuzz
@given(st.integers(0, 200), st.binary(min_size=1, max_size=4))
def test_damaged_gzip_gives_records(read_bytes: ReadBytes, place: int, damage: bytes) -> None:
    packed = gzip.compress(LINE * 3)
    place %= len(packed)
    read_bytes(packed[:place] + damage + packed[place + len(damage) :], "a.jsonl.gz")


def test_archive_members_are_read_by_name(read_bytes: ReadBytes) -> None:
    members = {
        "b/2.jsonl": LINE,
        "a/1.txt": TEXT.encode(),
        "3.csv": b"text\n" + TEXT.encode(),
        "4.jsonl.gz": gzip.compress(LINE),
    }
    documents, issues = read_bytes(pack(members), "news.zip")
    names = ["news.zip/3.csv:2", "news.zip/4.jsonl.gz:1", "news.zip/a/1.txt", "news.zip/b/2.jsonl:1"]
    assert [document.source_name for document in documents] == names
    assert not issues


def test_hidden_members_are_passed_over(read_bytes: ReadBytes) -> None:
    members = {"__MACOSX/._a.txt": b"x", ".git/a.txt": b"x", "a.txt": TEXT.encode()}
    documents, issues = read_bytes(pack(members), "a.zip")
    assert (len(documents), issues) == (1, [])


@pytest.mark.parametrize(
    "name", ["../../etc/a.txt", "/etc/a.txt", "C:\\etc\\a.txt", "..\\..\\etc\\a.txt", "//x/../etc/a.txt"]
)
def test_member_names_stay_inside(read_bytes: ReadBytes, name: str) -> None:
    [document], _ = read_bytes(pack({name: TEXT.encode()}), "a.zip")
    assert document.source_name is not None
    assert document.source_name.startswith("a.zip/")
    assert document.source_name.endswith("etc/a.txt")
    assert ".." not in document.source_name


def test_archive_in_an_archive_is_not_opened(read_bytes: ReadBytes) -> None:
    documents, issues = read_bytes(pack({"b.zip": pack({"a.txt": b"x"}), "a.txt": TEXT.encode()}), "a.zip")
    assert (len(documents), codes(issues)) == (1, ["archive_nested"])


def test_unknown_member_is_noted(read_bytes: ReadBytes) -> None:
    assert codes(read_bytes(pack({"a.exe": b"MZ"}), "a.zip")[1]) == ["unknown_suffix"]


def test_too_many_members(read_bytes: ReadBytes) -> None:
    raw = pack({f"{number}.txt": b"x" for number in range(20)})
    documents, issues = read_bytes(raw, "a.zip", limits=Limits(max_archive_files=10))
    assert (documents, codes(issues)) == ([], ["archive_too_many_files"])


def test_huge_directory_is_refused_before_it_is_loaded(read_bytes: ReadBytes) -> None:
    raw = pack({"a" * 60_000 + ".txt": b"x"})
    assert codes(read_bytes(raw, "a.zip", limits=Limits(max_archive_files=10))[1]) == ["archive_too_many_files"]


BOMB = Limits(free_archive_bytes=100_000, max_archive_ratio=50)


def test_bomb_in_an_archive_costs_its_member_only(read_bytes: ReadBytes) -> None:
    raw = pack({"a.txt": b" " * 5_000_000, "b.txt": TEXT.encode(), "c.bin": bytes(zlib.compress(b"x"))}) + b""
    documents, issues = read_bytes(raw, "a.zip", limits=BOMB)
    assert not documents or documents[0].source_name == "a.zip/b.txt"
    assert "archive_ratio" in codes(issues)


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.jsonl", "a.csv", "a.json", "a.md"])
def test_gzip_bomb(read_bytes: ReadBytes, name: str) -> None:
    documents, issues = read_bytes(gzip.compress(b" " * 5_000_000), f"{name}.gz", limits=BOMB)
    assert (documents, codes(issues)[-1]) == ([], "archive_ratio")


def test_gzip_bomb_in_an_archive(read_bytes: ReadBytes) -> None:
    raw = pack({"a.jsonl.gz": gzip.compress(b" " * 5_000_000)})
    assert codes(read_bytes(raw, "a.zip", limits=BOMB)[1])[0] == "archive_ratio"


def test_total_of_an_archive(read_bytes: ReadBytes) -> None:
    raw = pack({f"{number}.txt": TEXT.encode() * 100 for number in range(9)}, zipfile.ZIP_STORED)
    documents, issues = read_bytes(raw, "a.zip", limits=Limits(max_archive_bytes=20_000))
    assert 0 < len(documents) < 9
    assert codes(issues) == ["archive_too_large"]


def test_honest_archive_that_packs_well_is_read(read_bytes: ReadBytes) -> None:
    documents, issues = read_bytes(gzip.compress(LINE * 20_000), "a.jsonl.gz")
    assert (len(documents), issues) == (20_000, [])


def test_encrypted_member(read_bytes: ReadBytes) -> None:
    raw = bytearray(pack({"a.txt": TEXT.encode()}))
    raw[raw.find(b"PK\x01\x02") + 8] |= 1
    assert codes(read_bytes(bytes(raw), "a.zip")[1]) == ["archive_encrypted"]


def test_nested_gzip_is_not_opened(read_bytes: ReadBytes) -> None:
    raw = gzip.compress(gzip.compress(LINE))
    assert codes(read_bytes(raw, "a.jsonl.gz.gz")[1]) == ["unknown_suffix"]

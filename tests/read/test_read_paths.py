# SPDX-License-Identifier: Apache-2.0
"""Files, folders, streams and strings: the public functions."""

import io
import json
import os
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given

from rasid.errors import ReadError
from rasid.read import Limits, read_paths, read_stream, read_text
from rasid.records import Document, Issue
from strategies import any_texts, arabic_texts, broken_bytes, surrogate_texts

TEXT = "قصفت طائرات حربية مدينة إدلب صباح اليوم."  # Warplanes bombed the city of Idlib this morning.
ENGLISH = "The army shelled the city of Idlib and killed three civilians."


def names(found: list[Document | Issue]) -> list[str | None]:
    return [item.source_name if isinstance(item, Document) else item.code for item in found]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.txt", "sub/z.jsonl", "sub/.hidden.txt", ".git/a.txt", "photo.jpg"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps({"text": TEXT}) if name.endswith("l") else TEXT, encoding="utf-8")
    return tmp_path


def test_folder_is_walked_in_order(folder: Path) -> None:
    assert names(list(read_paths([folder]))) == ["a.txt", "b.txt", "unknown_suffix", "sub/z.jsonl:1"]


def test_file_is_named_without_its_folder(folder: Path) -> None:
    assert names(list(read_paths([folder / "sub" / "z.jsonl", folder / "a.txt"]))) == ["z.jsonl:1", "a.txt"]


def test_hidden_file_is_read_when_given_by_name(folder: Path) -> None:
    assert names(list(read_paths([folder / "sub" / ".hidden.txt"]))) == [".hidden.txt"]


def test_missing_file_is_an_issue_and_the_next_is_read(folder: Path) -> None:
    assert names(list(read_paths([folder / "no.txt", folder / "a.txt"]))) == ["cannot_open", "a.txt"]


def test_issue_does_not_tell_where_the_folder_lies(folder: Path) -> None:
    [issue] = read_paths([folder / "no.txt"])
    assert isinstance(issue, Issue)
    assert str(folder) not in issue.detail


def test_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert names(list(read_paths([tmp_path]))) == ["not_a_file"]


def test_link_out_of_the_folder_is_not_followed(folder: Path) -> None:
    (folder / "sub" / "in.txt").symlink_to(folder / "a.txt")
    (folder / "sub" / "out.txt").symlink_to(folder / "a.txt")
    assert names(list(read_paths([folder / "sub"]))) == ["link_outside", "link_outside", "z.jsonl:1"]


def test_link_inside_the_folder_is_followed(folder: Path) -> None:
    (folder / "c.txt").symlink_to(folder / "a.txt")
    assert "c.txt" in names(list(read_paths([folder])))


def test_circle_of_links_ends(folder: Path) -> None:
    (folder / "sub" / "up").symlink_to(folder)
    assert len(list(read_paths([folder]))) == 4


def test_file_name_that_is_no_utf8(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/\xff.txt"
    with open(path, "wb") as target:  # noqa: PTH123  # a name of bytes
        target.write(TEXT.encode())
    [document] = read_paths([tmp_path])
    assert isinstance(document, Document)
    assert document.source_name == "\ufffd.txt"


def test_language_of_the_caller_goes_first(folder: Path) -> None:
    [document] = read_paths([folder / "a.txt"], language="en")
    assert isinstance(document, Document)
    assert document.language == "en"


def test_limits_of_the_caller(folder: Path) -> None:
    assert names(list(read_paths([folder / "a.txt"], limits=Limits(max_text_bytes=5)))) == ["too_large"]


def test_second_run_gives_the_same(folder: Path) -> None:
    assert list(read_paths([folder])) == list(read_paths([folder]))


def test_files_are_closed_when_the_reader_stops_early(folder: Path) -> None:
    found = read_paths([folder / "sub" / "z.jsonl"])
    next(found)
    found.close()  # type: ignore[attr-defined]  # a generator


def test_long_file_is_not_held(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    row = json.dumps({"text": ENGLISH * 100}) + "\n"
    path.write_text(row * 800, encoding="utf-8")
    tracemalloc.start()
    count = sum(1 for _ in read_paths([path]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == 800
    assert peak < path.stat().st_size / 4


# --- streams ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        pytest.param(TEXT.encode(), ["-"], id="text"),
        pytest.param(b" \n\n" + ENGLISH.encode(), ["-"], id="text behind blanks"),
        pytest.param(json.dumps({"text": TEXT}).encode(), ["-:1"], id="one line"),
        pytest.param(
            b"\n  " + json.dumps({"text": TEXT}).encode() + b"\n{\n", ["-:2", "broken_json"], id="lines behind blanks"
        ),
        pytest.param(b"\xef\xbb\xbf" + json.dumps({"text": TEXT}).encode(), ["-:1"], id="mark"),
        pytest.param(json.dumps({"text": TEXT}).encode("utf-16"), ["-:1"], id="UTF-16"),
        pytest.param(json.dumps({"text": TEXT}).encode("utf-16-le"), ["-:1"], id="UTF-16, no mark"),
        pytest.param(b"[1]", ["-", "language_not_read"], id="array is text"),
        pytest.param(b"", ["no_text"], id="nothing"),
    ],
)
def test_stream(raw: bytes, expected: list[str]) -> None:
    assert names(list(read_stream(io.BytesIO(raw)))) == expected


def test_stream_has_a_name() -> None:
    assert names(list(read_stream(io.BytesIO(TEXT.encode()), name="stdin"))) == ["stdin"]


def test_pipe_gives_the_first_document_before_it_ends() -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as stream, os.fdopen(writing, "wb") as target:
        target.write((json.dumps({"text": ENGLISH * 100}) + "\n").encode())
        target.flush()
        assert isinstance(next(iter(read_stream(stream))), Document)


@given(broken_bytes())
def test_any_stream_gives_records(raw: bytes) -> None:
    assert all(isinstance(item, Document | Issue) for item in read_stream(io.BytesIO(raw)))


@given(arabic_texts(min_size=1))
def test_text_stream_round_trip(text: str) -> None:
    found = [item for item in read_stream(io.BytesIO(text.encode())) if isinstance(item, Document)]
    expected = text.removeprefix("\ufeff")
    assert [document.text for document in found] == ([expected] if expected.strip() else [])


# --- strings ---------------------------------------------------------------------------------------------------------


def test_string_with_fields() -> None:
    document = read_text(TEXT, outlet="سانا", published="24/10/2019", source_id="x", tlp="green")
    found = (document.text, document.language, document.outlet, document.published, document.source_id, document.tlp)
    assert found == (TEXT, "ar", "سانا", "2019-10-24", "x", "green")


def test_string_has_the_id_of_its_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode())
    [document] = read_paths([tmp_path / "a.txt"])
    assert isinstance(document, Document)
    assert read_text(TEXT).id == document.id


def test_string_with_a_date_that_is_none() -> None:
    with pytest.raises(ReadError, match="2019-10-24"):
        read_text(TEXT, published="yesterday")


def test_string_with_an_unknown_field() -> None:
    with pytest.raises(TypeError, match="source_id"):
        read_text(TEXT, author="x")  # type: ignore[call-arg]  # the point of the test


@given(any_texts() | arabic_texts() | surrogate_texts())
def test_any_string_is_a_document(text: str) -> None:
    document = read_text(text)
    assert len(document.text) == len(text)
    document.text.encode()

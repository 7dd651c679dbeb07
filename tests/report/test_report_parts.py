# SPDX-License-Identifier: Apache-2.0
"""The parts of the page: cutting, controls, dates, points, strings, boundaries."""

import json
from collections.abc import Callable
from importlib.resources import files
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasid.records import Span
from rasid.report.articles import anchor_of, cut
from rasid.report.bidi import direction_of, plain, show, show_exact, show_prose
from rasid.report.points import place_points
from rasid.report.tables import SPEAKER_COLUMNS, matrix_of, timeline_of
from rasid.report.wording import load_strings, word_date

if TYPE_CHECKING:
    from conftest import Sample


def words(text: str, spans: list[Span], wanted: Span) -> str:
    name = anchor_of(1, wanted)
    return "".join(part.text for paragraph in cut(text, 1, spans) for part in paragraph if name in part.covered_by)


@pytest.mark.parametrize(
    "spans",
    [[(0, 5)], [(0, 9), (3, 6)], [(0, 6), (3, 9)], [(2, 4), (4, 6)], [(0, 3), (0, 9)], [(1, 2), (1, 2)]],
    ids=["one", "nested", "crossing", "touching", "same-start", "twice"],
)
def test_cut_keeps_the_words_of_every_span(spans: list[tuple[int, int]]) -> None:
    text = "هرب😀 مئة سجين"  # a hundred prisoners escaped, with an astral character
    asked = [Span(*span) for span in spans]
    assert all(words(text, asked, span) == span.of(text) for span in asked)


@given(st.text(alphabet="اب\n 😀", min_size=1, max_size=30), st.data())
def test_cut_of_any_spans_loses_only_line_ends(text: str, data: st.DataObject) -> None:
    edges = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).filter(lambda pair: pair[0] < pair[1])
    spans = [Span(*pair) for pair in data.draw(st.lists(edges, max_size=6))]
    for span in spans:
        assert "".join(words(text, spans, span).split()) == "".join(span.of(text).split())
    begun = [name for paragraph in cut(text, 1, spans) for part in paragraph for name in part.begins]
    visible = {anchor_of(1, span) for span in spans if span.of(text).strip("\n")}
    assert len(begun) == len(set(begun))
    assert set(begun) == visible


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("<b>&", "&lt;b&gt;&amp;"),
        ("a\u202eb", 'a<span class="ctl" data-u="202E" title="U+202E RIGHT-TO-LEFT OVERRIDE"></span>b'),
        ("a\u200cb", "a\u200cb"),
        ("\u2068حرب\u2069", "<bdi>حرب</bdi>"),
        ("مرجّح 55\u201380 %", 'مرجّح <bdi dir="ltr">55\u201380 %</bdi>'),
        (None, ""),
    ],
    ids=["escaped", "override", "joiner-stays", "isolate", "range", "none"],
)
def test_show(text: str | None, markup: str) -> None:
    assert str(show(text)) == markup


@pytest.mark.parametrize(
    ("language", "text", "markup"),
    [
        ("en", "said by “3 معتقلين”; and", "said by <bdi>“3 معتقلين”</bdi>; and"),  # three detainees
        ("en", "by مصادر محلية, المرصد, Wire", "by <bdi>مصادر محلية</bdi>, <bdi>المرصد</bdi>, Wire"),  # local sources
        ("ar", "عبر Al Khaleej 24: خبر", "عبر <bdi>Al Khaleej 24</bdi>: خبر"),  # via Al Khaleej 24: news
        ("ar", "قال «<b>ABC»", "قال <bdi>«&lt;b&gt;ABC»</bdi>"),  # he said
        ("en", 'by وزارة "الدفاع" (killed)', "by <bdi>وزارة &#34;الدفاع&#34;</bdi> (killed)"),  # ministry "of defence"
        ("ar", "في Al-Watan (SA) خبر", "في <bdi>Al-Watan (SA)</bdi> خبر"),  # a report in Al-Watan (SA)
        ("en", "plain words", "plain words"),
    ],
    ids=["quotation", "list-keeps-order", "latin-in-arabic", "escaped", "quotes-closed", "brackets-closed", "nothing"],
)
def test_prose_isolates_the_other_script(language: str, text: str, markup: str) -> None:
    assert str(show_prose(text, language)) == markup


@pytest.mark.parametrize(
    ("text", "direction"),
    [("CNN: قال المتحدث إن", "rtl"), ("The city of حلب fell", "ltr"), ("12:30", "auto")],  # said the spokesman; Aleppo
    ids=["arabic-after-latin", "english-with-arabic", "neither"],
)
def test_direction_is_that_of_most_letters(text: str, direction: str) -> None:
    assert direction_of(text, "auto") == direction


@pytest.mark.parametrize("part", ["1", "1.", "\u201c", 'a"', "a(", "\u0627", '\u0627"', "\u2068", "\u202e"])
def test_long_hostile_runs_are_shown_whole(part: str) -> None:
    # A run of such length would not end in a pattern that goes back over it for every character.
    shown = [show_prose(part * 20_000, language) for language in ("ar", "en")]
    assert all(len(text) >= 20_000 for text in shown) or plain(part) != part


def test_words_of_an_article_keep_no_isolate() -> None:
    assert 'data-u="2068"' in show_exact("\u2068x\u2069")


def test_plain_drops_controls() -> None:
    assert plain("a\u202e\x00\u2069b") == "ab"


@pytest.mark.parametrize(
    ("value", "worded"),
    [
        ("2019-10-09", "9 October 2019"),
        ("2019-10-09T08:00:00Z", "9 October 2019"),
        ("2019-10", "October 2019"),
        ("2019", "2019"),
        ("2019-10-09/2019-10-12", "9 October 2019 \u2013 12 October 2019"),
        ("2019-99-09", "2019-99-09"),
        ("yesterday", "yesterday"),
        (None, ""),
    ],
    ids=["day", "time", "month", "year", "range", "no-month", "words", "none"],
)
def test_dates_in_words(value: str | None, worded: str) -> None:
    assert word_date(value, load_strings("en")["months"]) == worded


def keys_of(value: object, path: str = "") -> set[str]:
    if isinstance(value, dict):
        return {name for key, item in value.items() for name in keys_of(item, f"{path}/{key}")}
    return {f"{path}[{len(value)}]"} if isinstance(value, list) else {path}


def test_both_languages_have_the_same_strings() -> None:
    assert keys_of(load_strings("ar")) == keys_of(load_strings("en"))


def test_same_place_gives_same_coarse_point(make_sample: Callable[..., "Sample"]) -> None:
    happenings = make_sample("en").assessment.happenings
    first, _ = place_points(happenings)
    second, _ = place_points(happenings[::-1])
    assert {(p.latitude, p.longitude) for p in first} == {(p.latitude, p.longitude) for p in second}


def test_country_and_placeless_are_listed_not_drawn(make_sample: Callable[..., "Sample"]) -> None:
    _, unplaced = place_points(make_sample("en").assessment.happenings)
    assert {item.type for item in unplaced} == {"air_strike", "escape", "suspend_operation"}


def test_timeline_holds_every_happening_once_undated_last(make_sample: Callable[..., "Sample"]) -> None:
    assessment = make_sample("en").assessment
    days = timeline_of(assessment)
    seen = [happening.id for _, items in days for item in items for happening in item.happenings]
    assert sorted(seen) == sorted(item.id for item in assessment.happenings)
    assert [date for date, _ in days] == ["2019-10-11", "2019-10-12", None]


def test_speakers_beyond_the_columns_share_the_last(make_sample: Callable[..., "Sample"]) -> None:
    matrix = make_sample("en").assessment.matrix
    speakers = tuple(
        msgspec.structs.replace(matrix.speakers[0], id=f"said:{n}", label=str(n)) for n in range(SPEAKER_COLUMNS + 3)
    )
    cells = tuple(msgspec.structs.replace(matrix.rows[0].cells[0], speaker=speaker.id) for speaker in speakers)
    grid = matrix_of(
        msgspec.structs.replace(matrix, speakers=speakers, rows=(msgspec.structs.replace(matrix.rows[0], cells=cells),))
    )
    assert grid.has_others
    assert len(grid.speakers) == SPEAKER_COLUMNS
    assert len(grid.others(grid.rows[0])) == 3


def test_boundaries_are_small_and_named_in_both_languages() -> None:
    source = files("rasid.report").joinpath("assets", "region.json").read_bytes()
    provinces = [f["properties"] for f in json.loads(source)["features"] if f["properties"]["level"] == "province"]
    assert len(source) < 250_000
    assert {"SY", "IQ", "TR"} <= {item["iso"] for item in provinces}
    assert all(item["ar"] and item["en"] for item in provinces)


def test_leaflet_comes_with_its_licence() -> None:
    assert "BSD 2-Clause" in files("rasid.report").joinpath("assets", "leaflet-LICENSE.txt").read_text(encoding="utf-8")

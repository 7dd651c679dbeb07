# SPDX-License-Identifier: Apache-2.0
"""What a person decided about incidents holds in every run, whatever the likeness, and says why."""

from itertools import combinations
from pathlib import Path
from random import Random

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from rasid.cli.app import app
from rasid.errors import SettingsError
from rasid.incidents import Anchor, Decision, link_incidents, read_decisions, report_incidents
from rasid.incidents.decisions import Rules
from rasid.incidents.linking import link
from rasid.incidents.linking.sketch import Sketch, sketch
from rasid.records import CodedDocument, Incident
from reading import code_text

MANBIJ = "قتل خمسة مدنيين وأصيب سبعة في قصف على سوق مدينة منبج يوم الاثنين، وقال الطبيب سليم الخطاب إن بين القتلى هاني العبيد."
MANBIJ_TOO = "سقط خمسة قتلى بقصف استهدف سوق منبج الاثنين، بينهم هاني العبيد، بحسب الطبيب سليم الخطاب."
QAMISHLI = "انفجرت سيارة مفخخة أمام مطعم في مدينة القامشلي وأدت إلى مقتل ثلاثة أشخاص."
HALAB = "اعتقلت الشرطة ثلاثة أشخاص في مدينة حلب."
TEXTS = (MANBIJ, MANBIJ_TOO, QAMISHLI, HALAB)


def documents() -> list[CodedDocument]:
    return [code_text(text, published="2019-10-15", outlet=f"منبر {at}") for at, text in enumerate(TEXTS)]


def decision(kind: str, *of: CodedDocument, **more: object) -> Decision:
    return Decision(decide=kind, of=tuple(Anchor(document=one.document.id) for one in of), because="same funeral", by="R.H.", **more)  # type: ignore[arg-type]


def linked(found: list[CodedDocument], *decisions: Decision) -> tuple[Incident, ...]:
    return link_incidents(((one, report_incidents(one)) for one in found), decisions)


def together(incidents: tuple[Incident, ...], *of: CodedDocument) -> bool:
    return any({one.document.id for one in of} <= set(incident.documents) for incident in incidents)


def test_apart_parts_what_is_alike() -> None:
    one, other, *_ = found = documents()
    assert together(linked(found), one, other)
    assert not together(linked(found, decision("apart", one, other)), one, other)


def test_merge_joins_what_is_not_and_says_why() -> None:
    found = documents()
    incidents = linked(found, decision("merge", found[2], found[3], on="2019-10-16"))
    assert together(incidents, found[2], found[3])
    assert [one.decisions for one in incidents if one.decisions] == [("merge: same funeral (R.H., 2019-10-16)",)]


def test_split_lets_nobody_else_in() -> None:
    one, other, *_ = found = documents()
    assert not together(linked(found, decision("split", one)), one, other)


def test_pin_says_where_and_keeps_what_was_read() -> None:
    found = documents()
    (incident,) = [one for one in linked(found, decision("pin", found[2], lat=37.05, lon=41.22, name="المطعم")) if one.decisions]
    assert incident.place is not None
    assert (incident.place.latitude, incident.place.longitude, incident.place.precision) == (37.05, 41.22, 1)
    assert "القامشلي" in [place.name for place in incident.places]


def test_later_decisions_outweigh_earlier_ones() -> None:
    one, other, *_ = found = documents()
    assert together(linked(found, decision("apart", one, other), decision("merge", one, other)), one, other)
    assert not together(linked(found, decision("merge", one, other), decision("apart", one, other)), one, other)


def test_decisions_that_cannot_both_hold_are_refused() -> None:
    one, two, three, _ = found = documents()
    with pytest.raises(SettingsError, match="take one of them back"):
        linked(found, decision("merge", one, two), decision("merge", two, three), decision("apart", one, three))


def test_words_say_which_telling_is_meant() -> None:
    both = code_text(f"{MANBIJ}\n{QAMISHLI}", published="2019-10-15", outlet="حصاد")
    other = documents()[3]
    at = both.document.text.index("انفجرت")
    chosen = Decision(decide="merge", of=(Anchor(document=both.document.id, span=(at, at + 6)), Anchor(document=other.document.id)), because="one cell", by="R.H.")
    (incident,) = [one for one in linked([both, other], chosen) if one.decisions]
    assert {citation.span.of(both.document.text) for citation in incident.citations if citation.document_id == both.document.id} == {"انفجرت"}


def test_a_decision_that_points_at_nothing_is_told() -> None:
    said: list[str] = []
    gone = Decision(decide="merge", of=(Anchor(document="gone"), Anchor(document="lost")), because="same funeral", by="R.H.")
    link_incidents([], [gone], say=said.append)
    assert said[0] == "merge of gone (same funeral): no such telling was read"


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (b"{}", "no decision"),
        (b'{"decide": "merge", "of": [{"document": "a"}], "because": "x", "by": "y"}', "two reports or more"),
        (b'{"decide": "merge", "of": [{"document": "a"}, {"document": "b"}], "because": " ", "by": "y"}', "needs a reason"),
        (b'{"decide": "pin", "of": [{"document": "a"}], "because": "x", "by": "y", "lat": 100, "lon": 1}', "pin needs lat"),
    ],
)
def test_broken_lines_are_refused_by_their_number(line: bytes, problem: str) -> None:
    with pytest.raises(SettingsError, match=f"d.jsonl, line 2: .*{problem}"):
        read_decisions([b"", line], "d.jsonl")


SKETCHES: list[Sketch] = [sketch(one, report_incidents(one)[0], alone=True) for one in documents()]


@settings(max_examples=60, deadline=None)
@given(st.sets(st.sampled_from(list(combinations(range(4), 2))), max_size=3), st.sampled_from(list(combinations(range(4), 2))), st.integers(0, 99))
def test_a_human_decision_always_holds(apart: set[tuple[int, int]], merged: tuple[int, int], seed: int) -> None:
    rules = Rules(together=frozenset({merged}), apart=frozenset(apart - {merged}))
    groups = link(SKETCHES, rules)
    assert any(set(merged) <= set(group) for group in groups)
    assert not any(set(pair) <= set(group) for pair in rules.apart for group in groups)
    order = list(range(4))
    Random(seed).shuffle(order)
    moved = {old: new for new, old in enumerate(order)}
    again = link([SKETCHES[old] for old in order], Rules(together=frozenset({tuple(sorted((moved[merged[0]], moved[merged[1]])))}), apart=frozenset(  # type: ignore[arg-type]
        tuple(sorted((moved[a], moved[b]))) for a, b in rules.apart)))  # fmt: skip
    assert sorted(sorted(order[index] for index in group) for group in again) == sorted(groups)


def test_commands_write_and_follow_decisions(tmp_path: Path) -> None:
    news, kept = tmp_path / "news.jsonl", tmp_path / "d.jsonl"
    news.write_bytes(b"\n".join(msgspec.json.encode({"id": f"n{at}", "text": text, "published": "2019-10-15"}) for at, text in enumerate(TEXTS)))
    runner = CliRunner()
    done = runner.invoke(app, ["decide", "apart", "n0", "n1", "--because", "two markets", "--by", "R.H.", "--decisions", str(kept)])
    assert done.exit_code == 0, done.output
    lines = [msgspec.json.decode(line) for line in runner.invoke(app, ["incidents", str(news), "--decisions", str(kept), "-q"]).stdout.splitlines()]
    assert not any({"n0", "n1"} <= set(line["documents"]) for line in lines)
    assert any(line["decisions"] and "two markets" in line["decisions"][0] for line in lines)
    wrong = runner.invoke(app, ["decide", "pin", "n0", "--because", "seen", "--by", "R.H.", "--decisions", str(kept)])
    assert wrong.exit_code == 2
    assert len(kept.read_bytes().splitlines()) == 1

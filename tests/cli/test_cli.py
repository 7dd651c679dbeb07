# SPDX-License-Identifier: Apache-2.0
"""Commands as a user meets them: output, exit codes, and what they say when something is wrong."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from typer.testing import CliRunner, Result

from rasid.cli.app import app
from rasid.explain import Explanation

EXAMPLES = Path(__file__).parents[2] / "examples"
ARTICLE = str(EXAMPLES / "articles" / "ar-10-build.md")
COMMAND = [sys.executable, "-c", "from rasid.cli import main; main()"]


def run(*arguments: str, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(app, list(arguments), input=stdin)


def records(output: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.splitlines()]


class TestRead:
    def test_one_line_a_document(self) -> None:
        done = run("read", ARTICLE)
        assert done.exit_code == 0
        assert [record["record"] for record in records(done.stdout)] == ["document"]

    def test_limit(self) -> None:
        assert len(records(run("read", str(EXAMPLES / "articles"), "--limit", "3").stdout)) == 3

    def test_what_cannot_be_read_becomes_an_issue_and_code_3(self) -> None:
        done = run("read", "-", stdin='{"text": "قصف"}\n{broken\n')
        assert done.exit_code == 3
        assert [record["record"] for record in records(done.stdout)] == ["document", "issue"]

    def test_strict_makes_that_1(self) -> None:
        assert run("read", "-", "--strict", stdin='{"text": "قصف"}\n{broken\n').exit_code == 1


class TestIncidents:
    def test_one_line_an_incident_under_the_id_of_the_input(self) -> None:
        line = json.dumps({"id": "mine", "published": "2019-10-15", "text": "قتل خمسة مدنيين في قصف على مدينة منبج أمس"})
        (found,) = records(run("incidents", "-", stdin=line).stdout)
        assert found["documents"] == ["mine"]
        assert (found["date"]["start"], found["killed"]) == ("2019-10-14", {"low": 5, "high": 5})

    def test_detail_takes_coordinates_away(self) -> None:
        found = records(run("incidents", str(EXAMPLES / "articles"), "--detail", "province").stdout)
        assert found
        assert all(one["place"] is None or one["place"]["lat"] is None for one in found)

    def test_processes_change_nothing(self) -> None:
        articles = str(EXAMPLES / "articles")
        assert run("incidents", articles, "--processes", "2").stdout == run("incidents", articles).stdout

    def test_lines_have_the_schema(self) -> None:
        schema = json.loads(run("schema", "incidents").stdout)
        names = set(schema["$defs"]["IncidentLine"]["properties"])
        assert all(set(one) == names for one in records(run("incidents", ARTICLE).stdout))


class TestCode:
    def test_records_are_told_apart_by_a_field(self) -> None:
        kinds = {record["record"] for record in records(run("code", ARTICLE).stdout)}
        assert {"document", "mention", "event", "claim"} <= kinds

    def test_every_record_points_to_its_document(self) -> None:
        found = records(run("code", ARTICLE).stdout)
        assert {one["document_id"] for one in found if one["record"] in {"mention", "event", "claim"}} == {found[0]["id"]}

    def test_annotation_is_one_line_a_document_under_the_given_id(self) -> None:
        line = json.dumps({"id": "mine", "text": "قصفت الطائرات سجنا في القامشلي"})  # aircraft bombed a prison
        (found,) = records(run("code", "-", "--shape", "annotation", stdin=line).stdout)
        assert found["id"] == "mine"
        assert [event["type"] for event in found["events"]] == ["air_strike"]

    def test_standard_output_is_silent_with_a_file(self, tmp_path: Path) -> None:
        target = tmp_path / "new" / "coded.jsonl"
        done = run("code", ARTICLE, "-o", str(target))
        assert done.stdout == ""
        assert records(target.read_text(encoding="utf-8"))[0]["record"] == "document"

    def test_quiet_says_nothing(self) -> None:
        assert run("code", ARTICLE, "--quiet").stderr == ""

    def test_summary_goes_to_standard_error(self) -> None:
        assert "1 document, 1 relevant" in run("code", ARTICLE).stderr

    def test_documents_of_read_are_taken(self) -> None:
        piped = run("read", ARTICLE).stdout
        assert run("code", "-", stdin=piped).stdout == run("code", ARTICLE).stdout

    def test_processes_change_nothing(self) -> None:
        folder = str(EXAMPLES / "articles")
        assert run("code", folder, "--processes", "2").stdout == run("code", folder).stdout

    def test_nothing_in_gives_nothing_out(self) -> None:
        done = run("code", "-", "--shape", "annotation", stdin="")
        assert done.stdout == ""
        assert "no text" in done.stderr

    def test_failure_on_one_document_does_not_cost_the_others(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(document: Any) -> None:
            raise IndexError(document.text)

        monkeypatch.setattr("rasid.batch.code_document", fail)
        done = run("code", "-", stdin='{"text": "قصف"}\n{"text": "هجوم"}\n')  # shelling; attack
        assert done.exit_code == 3
        assert [record["code"] for record in records(done.stdout)] == ["coder_failed"] * 2


class TestWrongUse:
    @pytest.mark.parametrize("command", ["read", "code", "assess", "eval"])
    def test_missing_file(self, command: str) -> None:
        done = run(command, "nowhere.jsonl")
        assert done.exit_code == 2
        assert "no file or folder 'nowhere.jsonl'" in done.stderr
        assert done.stdout == ""

    def test_explain_of_a_missing_file(self) -> None:
        done = run("explain", "articel.txt")
        assert done.exit_code == 2
        assert "no file 'articel.txt'" in done.stderr

    @pytest.mark.parametrize("text", ["", "  "], ids=["nothing", "spaces"])
    def test_explain_of_nothing(self, text: str) -> None:
        done = run("explain", text)
        assert done.exit_code == 2
        assert "the text is empty" in done.stderr
        assert done.stdout == ""

    def test_date_that_is_none(self) -> None:
        done = run("assess", ARTICLE, "--now", "24/10/2019")
        assert done.exit_code == 2
        assert "2019-10-24" in done.stderr

    def test_output_that_is_being_read(self, tmp_path: Path) -> None:
        file = tmp_path / "in.jsonl"
        file.write_text('{"text": "قصف"}\n', encoding="utf-8")
        done = run("code", str(file), "-o", str(file))
        assert done.exit_code == 2
        assert file.read_text(encoding="utf-8") == '{"text": "قصف"}\n'

    def test_output_that_is_a_folder(self, tmp_path: Path) -> None:
        assert run("code", ARTICLE, "-o", str(tmp_path)).exit_code == 2

    def test_gold_of_another_shape(self, tmp_path: Path) -> None:
        file = tmp_path / "gold.jsonl"
        file.write_text('{"text": "قصف"}\n', encoding="utf-8")
        done = run("eval", str(file))
        assert done.exit_code == 1
        assert "gold.jsonl:1" in done.stderr
        assert "Traceback" not in done.stderr

    def test_no_command(self) -> None:
        assert run().exit_code == 2


class TestAssess:
    def test_page_stands_where_it_is_said(self, tmp_path: Path) -> None:
        page = tmp_path / "page.html"
        done = run("assess", str(EXAMPLES / "articles"), "-o", str(page), "--now", "2019-10-24", "--language", "en")
        assert str(page) in done.stderr
        assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
        assert sum(line.startswith("•") for line in done.stderr.splitlines()) == 5

    def test_same_input_gives_the_same_page(self) -> None:
        pages = [run("assess", ARTICLE, "-o", "-", "--now", "2019-10-24").stdout for _ in range(2)]
        assert pages[0] == pages[1] != ""

    def test_question_may_be_a_file(self, tmp_path: Path) -> None:
        question = tmp_path / "question.txt"
        question.write_text("Who guards the camps?\n", encoding="utf-8")
        assert "Who guards the camps?" in run("assess", ARTICLE, "-o", "-", "--question", str(question)).stdout

    def test_nothing_to_assess(self, tmp_path: Path) -> None:
        done = run("assess", str(tmp_path))
        assert done.exit_code == 1
        assert "nothing to assess" in done.stderr


class TestExplain:
    def test_says_what_why_and_by_which_rule(self) -> None:
        # Aircraft bombed a prison in Qamishli, and an SDF spokesman said that five fled.
        done = run("explain", "قصفت الطائرات سجنا في القامشلي، وقال ناطق باسم قسد إن خمسة فروا", "--language", "ar")
        assert done.exit_code == 0
        for word in ("clauses", "clause 0", "subject", "mentions", "event air_strike", "claim report", "because", "rule", "log-odds"):
            assert word in done.stdout
        assert "lemma" not in done.stdout

    def test_words_on_demand(self) -> None:
        shown = run("explain", "قصفت الطائرات سجنا في القامشلي", "--language", "ar", "--words").stdout  # aircraft bombed a prison in Qamishli
        assert "words" in shown
        assert "lemma \u2067طائرة\u2069" in shown
        assert "phrases" in shown

    def test_json_is_the_whole_explanation(self) -> None:
        done = run("explain", ARTICLE, "--json")
        explanation = msgspec.json.decode(done.stdout, type=Explanation)
        assert explanation.coded.events
        assert all(one.clauses for one in explanation.sentences if one.events)

    def test_no_colour_in_a_pipe(self) -> None:
        assert "\x1b" not in run("explain", ARTICLE).stdout

    def test_right_to_left_words_are_isolated_in_every_line(self) -> None:
        for line in run("explain", ARTICLE).stdout.splitlines():
            assert line.count("\u2067") == line.count("\u2069")

    def test_text_cannot_steer_the_terminal(self) -> None:
        assert "\x1b" not in run("explain", "قصفت الطائرات \x1b[2J سجنا", "--language", "ar").stdout


class TestEval:
    def test_own_predictions_score_full(self) -> None:
        file = str(EXAMPLES / "expected.jsonl")
        scores = json.loads(run("eval", file, "--predicted", file, "--json").stdout)
        assert scores["event"]["f1"] == scores["claim"]["f1"] == scores["argument"]["f1"] == 1.0

    def test_misses_by_cause(self) -> None:
        done = run("eval", str(EXAMPLES / "expected.jsonl"), "--misses", "--causes", "3", "--examples", "1")
        assert done.exit_code == 0
        assert done.stdout.startswith("event ")
        assert "things went wrong, by cause:" in done.stdout
        shares = [line for line in done.stdout.splitlines() if re.match(r" +\d+ +\d+\.\d%  ", line)]
        counts = [int(line.split()[0]) for line in shares]
        assert counts == sorted(counts, reverse=True)
        assert len(counts) == 3

    def test_misses_as_json_can_be_narrowed(self) -> None:
        done = run("eval", str(EXAMPLES / "expected.jsonl"), "--misses", "--only", "missed place", "--json")
        shown = json.loads(done.stdout)
        assert {cause["kind"] for cause in shown["causes"]} <= {"missed place"}
        assert shown["misses"]

    def test_misses_of_one_half_only(self) -> None:
        done = [run("eval", str(EXAMPLES / "expected.jsonl"), "--misses", "--json", *half) for half in ((), ("--half", "A"), ("--half", "B"))]
        every, *halves = [len(json.loads(one.stdout)["misses"]) for one in done]
        assert every == sum(halves)

    def test_halves_beside_the_whole(self) -> None:
        done = run("eval", str(EXAMPLES / "expected.jsonl"), "--halves")
        assert "half A" in done.stdout
        assert "the event F1 of the halves differs by" in done.stdout
        shown = json.loads(run("eval", str(EXAMPLES / "expected.jsonl"), "--halves", "--json").stdout)
        assert shown["halves"]["a_documents"] + shown["halves"]["b_documents"] == 3

    def test_code_then_eval_is_eval(self, tmp_path: Path) -> None:
        gold, predicted = str(EXAMPLES / "expected.jsonl"), str(tmp_path / "predicted.jsonl")
        run("code", gold, "--shape", "annotation", "-o", predicted)
        assert run("eval", gold, "--predicted", predicted).stdout == run("eval", gold).stdout


class TestOthers:
    @pytest.mark.parametrize("name", ["records", "annotation", "coded", "assessment"])
    def test_schema(self, name: str) -> None:
        assert json.loads(run("schema", name).stdout)["$schema"].startswith("https://json-schema.org/")

    def test_schema_is_golden(self, golden: Callable[[str, str], None]) -> None:
        golden("schema/annotation.json", run("schema", "annotation").stdout)

    def test_knowledge_is_whole(self) -> None:
        done = run("knowledge", "check")
        assert done.exit_code == 0, done.stderr

    def test_version(self) -> None:
        assert run("--version").stdout.startswith("rasid ")


class TestProcess:
    """What only a real process shows."""

    def test_closed_pipe_ends_quietly(self) -> None:
        with subprocess.Popen(
            [*COMMAND, "schema", "assessment"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.close()
            assert process.stderr.read() == b""
        assert process.returncode == 0

    def test_interrupt_is_130(self) -> None:
        code = """
import typer
from rasid.cli.edge import guarded
@guarded
def interrupted():
    raise KeyboardInterrupt
typer.run(interrupted)
"""
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
        assert (done.returncode, done.stderr) == (130, "rasid: interrupted\n")

    def test_bytes_that_are_no_utf_8_locale(self) -> None:
        done = subprocess.run(
            [*COMMAND, "code", ARTICLE],
            capture_output=True,
            check=False,
            env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
        )
        assert done.returncode == 0
        assert "قسد" in done.stdout.decode()


class TestFindingParties:
    def test_actor_with_what_held_on_a_day(self) -> None:
        done = run("actors", "find", "Syrian Army", "--on", "2024-11-30")
        assert "with Assad government" in done.stdout
        assert "fall of Damascus" in done.stdout

    def test_actor_as_json(self) -> None:
        (found,) = records(run("actors", "find", "قسد", "--json").stdout)
        assert (found["id"], found["country"]) == ("actor:sdf", "SY")
        assert all(fact["source"] for fact in found["dated"])

    def test_a_wrong_date_says_how(self) -> None:
        done = run("actors", "find", "قسد", "--on", "yesterday")
        assert done.exit_code == 2
        assert "2024-12-31" in done.stderr

    def test_outlet_is_not_graded(self) -> None:
        (found,) = records(run("outlets", "find", "sana.sy", "--json").stdout)
        assert (found["reliability"], found["family"], bool(found["source"])) == ("F", "sana.sy", True)

    def test_unknown_names_say_what_to_try(self) -> None:
        done = run("outlets", "find", "qwrtp zxcv")
        assert done.exit_code == 0
        assert "another spelling" in done.stderr

    def test_a_word_for_a_people_is_told_from_a_body(self) -> None:
        done = run("actors", "find", "طاجيكي")
        assert done.exit_code == 0
        assert "of TJ" in done.stderr

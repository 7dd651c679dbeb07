# SPDX-License-Identifier: Apache-2.0
"""`rasid assess`: documents to a page."""

import re
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated

import typer

from rasid.assess import five_most_telling_lines
from rasid.batch import STDIN, code_all, read_inputs
from rasid.cli.direction import isolate
from rasid.cli.edge import ExitCode, fail, guarded, require_inputs
from rasid.cli.options import CodedLanguage, Places, Processes, Quiet, Strict, Verbose
from rasid.cli.output import open_output
from rasid.cli.progress import Run
from rasid.pipeline import assess
from rasid.records import Assessment, CodedDocument
from rasid.report import render_html


@guarded
def assess_command(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH",
            help="Files and folders (.txt .md .html .jsonl .csv, also .gz and .zip); - is standard input.",
            show_default=False,
        ),
    ],
    *,
    language: Annotated[CodedLanguage, typer.Option("--language", help="Language of the page.")] = CodedLanguage.AR,
    question: Annotated[
        str | None,
        typer.Option("--question", metavar="TEXT|FILE", help="What you want to know, printed at its head.", show_default=False),
    ] = None,
    output: Annotated[
        str, typer.Option("-o", "--output", metavar="FILE", help="Where the page goes; - is standard output.")
    ] = "assessment.html",
    now: Annotated[
        str | None,
        typer.Option("--now", metavar="DATE", help="Date of the assessment, 2019-10-24; today by default.", show_default=False),
    ] = None,
    processes: Processes = 1,
    _places: Places = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    strict: Strict = False,
) -> ExitCode:
    """Write a first assessment of documents as one HTML page that stands alone.

    Every line of the page leads back to the words it rests on. The five most telling lines are printed.

    [b]Example:[/b]  rasid assess examples/articles --language en -o build/assessment.html
    """
    require_inputs(inputs)
    day = day_of(now)
    asked = _question(question)
    run = Run(quiet=quiet, verbose=verbose)
    items = run.watch(code_all(read_inputs(inputs, stdin=sys.stdin.buffer), processes=processes), "coding")
    coded = [item for item in items if isinstance(item, CodedDocument)]
    if not coded:
        run.finish()
        fail(f"nothing to assess in {', '.join(inputs)}: no document could be read there")
    found = assess(coded, question=asked, now=day, language=language.value)
    page = render_html(found, coded, language=language.value)
    with open_output(output, inputs=inputs) as stream:
        stream.write(page.encode())
    _tell(run, found, output)
    return run.finish(strict=strict)


def _tell(run: Run, found: Assessment, output: str) -> None:
    for line in five_most_telling_lines(found):
        run.say(f"• {isolate(line.text)}")
    if output != STDIN:
        run.say(f"assessment: {Path(output)}")


def _question(given: str | None) -> str | None:
    """Return the question itself, or the text of the file that it names."""
    if given is None:
        return None
    try:
        if Path(given).is_file():
            return Path(given).read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return given.strip()  # too long for a name, so it is a question
    return given.strip()


def day_of(given: str | None) -> str:
    """Return the date that `--now` gives, today where it gives none."""
    if given is None:
        return datetime.now(UTC).date().isoformat()
    try:
        # Python also takes 20191024 and 2019-W43-4, which readers of the page would not.
        return date.fromisoformat(given if re.fullmatch(r"\d{4}-\d\d-\d\d", given, re.ASCII) else "").isoformat()
    except ValueError:
        fail(f"--now {given}: no date; write it as 2019-10-24", ExitCode.WRONG_USE)

# SPDX-License-Identifier: Apache-2.0
"""`rasid knowledge`: the files that say what Rasid knows."""

import sys
from collections import Counter
from typing import Annotated

import msgspec
import typer

from rasid.cli.edge import ExitCode, guarded
from rasid.cli.options import Quiet, Verbose
from rasid.cli.progress import Run
from rasid.knowledge.check import check_knowledge

knowledge_app = typer.Typer(
    help="The word lists, names, places and types that Rasid knows.", no_args_is_help=True, rich_markup_mode="rich"
)


@knowledge_app.callback()
def _root() -> None:
    """Make `check` a command of its own name even while it is the only one."""


@knowledge_app.command("check")
@guarded
def check_command(
    *,
    as_json: Annotated[bool, typer.Option("--json", help="Write the issues as JSON lines on standard output.")] = False,
    quiet: Quiet = False,
    verbose: Verbose = False,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings fail the check too.")] = False,
) -> ExitCode:
    """Check that the knowledge files are whole: ids, references, examples, spelling.

    [b]Example:[/b]  rasid knowledge check -v
    """
    run = Run(quiet=quiet)
    issues = check_knowledge()
    for issue in issues:
        if as_json:
            sys.stdout.buffer.write(msgspec.json.encode(issue) + b"\n")
        elif verbose or issue.severity != "note":
            run.say(f"{issue.severity}: {issue.detail} [{issue.code}]")
    found = Counter(issue.severity for issue in issues)
    run.say(f"knowledge: {found['error']} errors, {found['warning']} warnings, {found['note']} notes")
    failed = found["error"] or (strict and found["warning"])
    return ExitCode.FAILED if failed else ExitCode.DONE

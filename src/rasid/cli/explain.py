# SPDX-License-Identifier: Apache-2.0
"""`rasid explain`: why a text was coded as it was."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console

from rasid.batch import STDIN, read_inputs
from rasid.cli.edge import ExitCode, fail, guarded
from rasid.cli.explain_view import explanation_lines
from rasid.cli.options import DocumentLanguage, Places, Quiet, Strict, Verbose
from rasid.cli.progress import Run
from rasid.explain import explain
from rasid.read import read_text
from rasid.records import Document, Issue, LanguageCode

# One word with a path's looks: a user who meant a file should hear that it is missing, not see its name explained.
_LIKE_A_PATH = re.compile(r"\S*[/\\]\S+|\S+\.(?:txt|md|html?|jsonl|csv|tsv|gz|zip)", re.IGNORECASE)


@guarded
def explain_command(
    text: Annotated[
        str, typer.Argument(metavar="TEXT|FILE", help="A text in quotes, a file, or - for standard input.", show_default=False)
    ],
    *,
    language: DocumentLanguage = None,
    all_sentences: Annotated[
        bool, typer.Option("--all", help="Show sentences in which nothing was found too.")
    ] = False,
    words: Annotated[bool, typer.Option("--words", help="Show every word with its kind and lemma, and every phrase.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print one line of JSON for each document instead.")] = False,
    _places: Places = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    strict: Strict = False,
) -> ExitCode:
    """Show how a text is read: its clauses, who does what in them, mentions, events and claims, and the reason for each.

    [b]Example:[/b]  rasid explain "قصفت الطائرات التركية سجنا في القامشلي"  (Turkish aircraft bombed a prison in Qamishli)

    [b]Example:[/b]  rasid explain examples/articles/en-02-truce.md
    """
    run = Run(quiet=quiet, verbose=verbose)
    console = Console(highlight=False, markup=False, soft_wrap=True)
    for item in _documents(text, language.value if language else None):
        if isinstance(item, Issue):
            run.count(item)
        else:
            explained = explain(item)
            run.count(explained.coded)
            if as_json:
                sys.stdout.buffer.write(msgspec.json.encode(explained) + b"\n")
                continue
            for line in explanation_lines(explained, all_sentences=all_sentences, words=words):
                console.print(line)
    return run.finish(strict=strict)


def _documents(given: str, language: LanguageCode | None) -> Iterator[Document | Issue]:
    if not given.strip():
        fail("the text is empty; give a sentence in quotes, a file, or -", ExitCode.WRONG_USE)
    if given == STDIN or _exists(given):
        return read_inputs([given], stdin=sys.stdin.buffer, language=language)
    if _LIKE_A_PATH.fullmatch(given):
        fail(f"no file '{given}' (looked in {Path.cwd()}); a text of several words is explained as it stands", ExitCode.WRONG_USE)
    return iter([read_text(given, language=language)])


def _exists(given: str) -> bool:
    try:
        return Path(given).exists()
    except (OSError, ValueError):
        return False  # too long for a name, or with a NUL: no path

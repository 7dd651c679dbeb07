# SPDX-License-Identifier: Apache-2.0
"""`rasid claims`: documents to a ledger and a matrix of claims."""

import sys
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from rasid.batch import STDIN, code_all, read_inputs
from rasid.cli.edge import ExitCode, fail, guarded, require_inputs
from rasid.cli.options import CodedLanguage, Inputs, Places, Processes, Quiet, Strict, Verbose
from rasid.cli.output import open_output
from rasid.cli.progress import Run
from rasid.pipeline import assess
from rasid.records import Assessment, CodedDocument
from rasid.report import render_claims

_PAGE = "claims.html"


class Shape(StrEnum):
    """What is written."""

    PAGE = "page"
    RECORDS = "records"


@guarded
def claims_command(
    inputs: Inputs,
    *,
    language: Annotated[CodedLanguage, typer.Option("--language", help="Language of labels and sentences.")] = CodedLanguage.AR,
    shape: Annotated[
        Shape, typer.Option("--shape", help="page: one HTML page; records: JSON lines of claims, relations, rows, names.")
    ] = Shape.PAGE,
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="FILE", help=f"Where it goes; - is standard output. [{_PAGE}; records: -]", show_default=False),
    ] = None,
    processes: Processes = 1,
    _places: Places = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    strict: Strict = False,
) -> ExitCode:
    """Write who says what about whom, how firmly and through whom, and how the claims stand to each other.

    The page has the matrix (a matter a row, a speaker a column, and beside each accusation what the accused answer), the
    ledger of all claims, and how each outlet names each party. Every cell leads to its words.

    A line of the shape [b]records[/b] is a claim, a relation, a row, a framing or a naming: its field "record" says which.

    [b]Example:[/b]  rasid claims examples/articles --language en -o build/claims.html

    [b]Example:[/b]  rasid claims week.jsonl.gz --shape records | grep '"denies"'
    """
    require_inputs(inputs)
    run = Run(quiet=quiet, verbose=verbose)
    items = run.watch(code_all(read_inputs(inputs, stdin=sys.stdin.buffer), processes=processes), "coding")
    coded = [item for item in items if isinstance(item, CodedDocument)]
    if not coded:
        run.finish()
        fail(f"no claims in {', '.join(inputs)}: no document could be read there")
    found = assess(coded, language=language.value)
    target = output or (_PAGE if shape is Shape.PAGE else STDIN)
    with open_output(target, inputs=inputs) as stream:
        if shape is Shape.PAGE:
            stream.write(render_claims(found, coded, language=language.value).encode())
        else:
            encoder = msgspec.json.Encoder()
            for record in _records(found):
                stream.write(encoder.encode(record) + b"\n")
    if target != STDIN:
        run.say(f"claims: {Path(target)}")
    return run.finish(strict=strict)


def _records(found: Assessment) -> Iterator[msgspec.Struct]:
    yield from found.claims
    yield from found.relations
    yield from found.matrix.rows
    yield from found.framings
    yield from found.namings

# SPDX-License-Identifier: Apache-2.0
"""`rasid code`: documents to events and claims."""

import sys
from collections.abc import Iterator
from enum import StrEnum
from itertools import islice
from typing import Annotated

import msgspec
import typer

from rasid.batch import Item, code_all, read_inputs
from rasid.cli.edge import ExitCode, guarded, require_inputs
from rasid.cli.options import (
    DocumentLanguage,
    Inputs,
    Limit,
    Output,
    Places,
    Processes,
    Quiet,
    Strict,
    Verbose,
)
from rasid.cli.output import open_output
from rasid.cli.progress import Run
from rasid.exports import annotate
from rasid.records import Issue


class Shape(StrEnum):
    """What one line of the output holds."""

    RECORDS = "records"
    ANNOTATION = "annotation"


@guarded
def code_command(
    inputs: Inputs,
    *,
    shape: Annotated[
        Shape, typer.Option("--shape", help="records: one line a record; annotation: one line a document.")
    ] = Shape.RECORDS,
    output: Output = "-",
    processes: Processes = 1,
    language: DocumentLanguage = None,
    limit: Limit = None,
    _places: Places = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    strict: Strict = False,
) -> ExitCode:
    r"""Write the events and claims of documents as JSON lines.

    A line of the shape [b]records[/b] is a document, mention, event, claim or issue: its field "record" says which.

    A line of the shape [b]annotation[/b] is a document as annotators and scorers have it, spans as \[start, end].

    [b]Example:[/b]  rasid code examples/articles -o coded.jsonl

    [b]Example:[/b]  zcat news.jsonl.gz | rasid code - --shape annotation --processes 4 | head
    """
    require_inputs(inputs)
    run = Run(quiet=quiet, verbose=verbose)
    documents = read_inputs(inputs, stdin=sys.stdin.buffer, language=language.value if language else None)
    coded = run.watch(code_all(islice(documents, limit), processes=processes), "coding")
    encoder = msgspec.json.Encoder()
    with open_output(output, inputs=inputs) as stream:
        for item in coded:
            for record in _shaped(item, shape):
                stream.write(encoder.encode(record) + b"\n")
    return run.finish(strict=strict)


def _shaped(item: Item, shape: Shape) -> Iterator[msgspec.Struct]:
    if shape is Shape.RECORDS:
        yield from [item] if isinstance(item, Issue) else item.records()
    elif not isinstance(item, Issue):
        yield annotate(item)

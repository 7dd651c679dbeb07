# SPDX-License-Identifier: Apache-2.0
"""`rasid origins`: which documents go back to which."""

import sys
from typing import Annotated

import msgspec
import typer

from rasid.batch import code_all, read_inputs
from rasid.cli.edge import ExitCode, fail, guarded, require_inputs
from rasid.cli.options import DocumentLanguage, Inputs, Output, Processes, Quiet, Strict, Verbose
from rasid.cli.output import open_output
from rasid.cli.progress import Run
from rasid.exports import origin_lines, origin_tree
from rasid.pipeline import origins
from rasid.records import CodedDocument


@guarded
def origins_command(
    inputs: Inputs,
    *,
    of: Annotated[str | None, typer.Option("--of", metavar="ID", help="Only the origin of this document, by its id in the input or ours.")] = None,
    tree: Annotated[bool, typer.Option("--tree", help="Lines to read instead of JSON: each copy farther in than what it goes back to.")] = False,
    output: Output = "-",
    processes: Processes = 1,
    language: DocumentLanguage = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    strict: Strict = False,
) -> ExitCode:
    """Write who copied whom: one JSON line a document, with what it goes back to and from what that is seen.

    Copies of one text are one origin, however many outlets print it: corroboration counts origins, never articles. A document
    goes back to another where most of the shorter text stands in the longer, or where it credits the other's outlet and shares
    many of its words.

    [b]Example:[/b]  rasid origins examples/articles --tree

    [b]Example:[/b]  rasid origins week.jsonl.gz --of doc-17 -o doc-17.jsonl
    """
    require_inputs(inputs)
    run = Run(quiet=quiet, verbose=verbose)
    documents = read_inputs(inputs, stdin=sys.stdin.buffer, language=language.value if language else None)
    coded = [item for item in run.watch(code_all(documents, processes=processes), "coding") if isinstance(item, CodedDocument)]
    by_id = {one.document.id: one.document for one in coded}
    found = origins(coded)
    if of is not None:
        wanted = {one for one, document in by_id.items() if of in {one, document.source_id}}
        found = tuple(origin for origin in found if not wanted.isdisjoint(origin.documents))
        if not found:
            run.finish()
            fail(f"no document {of} in {', '.join(inputs)}: `rasid origins` without --of lists those that are there")
    encoder = msgspec.json.Encoder()
    with open_output(output, inputs=inputs) as stream:
        for origin in found:
            if tree:
                stream.write(f"{origin_tree(origin, by_id)}\n".encode())
                continue
            for line in origin_lines(origin, by_id):
                stream.write(encoder.encode(line) + b"\n")
    return run.finish(strict=strict)

# SPDX-License-Identifier: Apache-2.0
"""`rasid read`: files to documents."""

import sys
from itertools import islice

import msgspec

from rasid.batch import read_inputs
from rasid.cli.edge import ExitCode, guarded, require_inputs
from rasid.cli.options import DocumentLanguage, Inputs, Limit, Output, Quiet, Strict, Verbose
from rasid.cli.output import open_output
from rasid.cli.progress import Run


@guarded
def read_command(
    inputs: Inputs,
    *,
    output: Output = "-",
    language: DocumentLanguage = None,
    limit: Limit = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    strict: Strict = False,
) -> ExitCode:
    """Write the documents in files and folders as JSON lines, and an issue for everything that could not be read.

    [b]Example:[/b]  rasid read examples/articles | rasid code - > coded.jsonl
    """
    require_inputs(inputs)
    run = Run(quiet=quiet, verbose=verbose)
    records = read_inputs(inputs, stdin=sys.stdin.buffer, language=language.value if language else None)
    encoder = msgspec.json.Encoder()
    with open_output(output, inputs=inputs) as stream:
        for record in run.watch(islice(records, limit), "reading"):
            stream.write(encoder.encode(record) + b"\n")
    return run.finish(strict=strict)

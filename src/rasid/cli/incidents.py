# SPDX-License-Identifier: Apache-2.0
"""`rasid incidents`: documents to what happened, where, when and to how many."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from rasid.batch import Item, code_all, read_inputs
from rasid.cli.decide import load_decisions
from rasid.cli.edge import ExitCode, fail, guarded, require_inputs
from rasid.cli.options import DocumentLanguage, Inputs, Limit, Output, Places, Processes, Quiet, Strict, Verbose
from rasid.cli.output import open_output
from rasid.cli.progress import Run
from rasid.exports import IncidentLine, incident_line
from rasid.incidents import Decision
from rasid.pipeline import incidents_of, linked
from rasid.records import CodedDocument


class Detail(StrEnum):
    """How exactly places are written."""

    POINT = "point"
    DISTRICT = "district"
    PROVINCE = "province"


@guarded
def incidents_command(
    inputs: Inputs,
    *,
    detail: Annotated[
        Detail,
        typer.Option(
            "--detail",
            help="How exactly places are written. point: as known, camps and prisons to some 12 km; district: all to some 12 km; province: no coordinates.",
        ),
    ] = Detail.POINT,
    alone: Annotated[bool, typer.Option("--alone", help="Do not link: one incident a line for each report that tells of it.")] = False,
    decisions: Annotated[
        Path | None,
        typer.Option("--decisions", metavar="FILE", help="What persons decided, as `rasid decide` writes it; it holds in every run.", show_default=False),
    ] = None,
    output: Output = "-",
    processes: Processes = 1,
    language: DocumentLanguage = None,
    limit: Limit = None,
    _places: Places = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    strict: Strict = False,
) -> ExitCode:
    """Write what documents tell happened as JSON lines: one incident a line, with its day, place, dead and wounded.

    Reports of one incident are one line: they are compared by place, day, words and tolls, and joined where they are alike
    on the whole. A round-up stands on several lines. A place has coordinates where the text says where it is, with a
    precision of 1 (exact) to 7 (unknown), and candidates instead where it may be one of several. "origins" counts those who did
    not copy each other, "documents" are all.

    [b]Example:[/b]  rasid incidents examples/articles -o incidents.jsonl

    [b]Example:[/b]  rasid incidents news.jsonl.gz --places syria --detail province --processes 4
    """
    require_inputs(inputs)
    if alone and decisions is not None:
        fail("--alone links nothing, so --decisions decide nothing: leave one of them out", ExitCode.WRONG_USE)
    decided = () if decisions is None else load_decisions(decisions)
    run = Run(quiet=quiet, verbose=verbose)
    documents = read_inputs(inputs, stdin=sys.stdin.buffer, language=language.value if language else None)
    coded = run.watch(code_all(islice(documents, limit), processes=processes), "coding")
    encoder = msgspec.json.Encoder()
    with open_output(output, inputs=inputs) as stream:
        for line in _alone(coded, detail) if alone else _linked(coded, detail, decided, run):
            stream.write(encoder.encode(line) + b"\n")
    return run.finish(strict=strict)


def _alone(coded: Iterable[Item], detail: Detail) -> Iterator[IncidentLine]:
    for item in coded:
        if isinstance(item, CodedDocument):
            names: dict[str, str] = {item.document.id: item.document.name}
            for incident in incidents_of(item):
                yield incident_line(incident, names, level=detail.value)


def _linked(coded: Iterable[Item], detail: Detail, decided: Sequence[Decision], run: Run) -> Iterator[IncidentLine]:
    names: dict[str, str] = {}

    def named() -> Iterator[CodedDocument]:
        for item in coded:
            if isinstance(item, CodedDocument):
                names[item.document.id] = item.document.name
                yield item

    for incident in linked(named(), decided, say=run.say):
        yield incident_line(incident, names, level=detail.value)

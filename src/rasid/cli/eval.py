# SPDX-License-Identifier: Apache-2.0
"""`rasid eval`: how well a gold file is coded."""

import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Annotated

import msgspec
import typer

from rasid.cli.direction import isolate
from rasid.cli.edge import ExitCode, guarded, require_inputs
from rasid.cli.options import Processes, Quiet, Strict, Verbose
from rasid.cli.progress import Run
from rasid.evals import MOST_BETWEEN, Miss, Row, Scores, measure_of
from rasid.evaluate import Evaluation, evaluate

_NAME_WIDTH = 24


@guarded
def eval_command(
    gold: Annotated[Path, typer.Argument(metavar="GOLD.jsonl", help="Annotated documents with their texts.", show_default=False)],
    *,
    predicted: Annotated[
        Path | None,
        typer.Option("--predicted", metavar="FILE", help="Score this file instead of coding the texts.", show_default=False),
    ] = None,
    misses: Annotated[int, typer.Option("--misses", min=0, metavar="N", help="List N misses; with --by-cause, N a cause.")] = 0,
    by_cause: Annotated[bool, typer.Option("--by-cause", help="Group the misses by their likeliest cause.")] = False,
    halves: Annotated[bool, typer.Option("--halves", help="Show both halves of the file, by document, beside the whole.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print the scores (and misses) as JSON.")] = False,
    processes: Processes = 1,
    quiet: Quiet = False,
    verbose: Verbose = False,
    strict: Strict = False,
) -> ExitCode:
    """Score the coder, or a file of predictions, against a gold file.

    [b]Example:[/b]  rasid eval examples/expected.jsonl --misses 5 --by-cause
    """
    require_inputs([str(gold), *([str(predicted)] if predicted else [])])
    run = Run(quiet=quiet, verbose=verbose)
    result = evaluate(gold, predicted_file=predicted, processes=processes)
    run.counts["documents"] = result.documents
    run.issues.extend(result.issues)
    if as_json:
        _write_json(result, misses, halves=halves)
    else:
        lines = _report(result, misses, by_cause=by_cause, by_type=verbose)
        for line in chain(_half_lines(result) if halves else (), lines):
            typer.echo(line)
    return run.finish(strict=strict)


def _write_json(result: Evaluation, misses: int, *, halves: bool) -> None:
    shown = {**msgspec.to_builtins(result.scores), "reliability": msgspec.to_builtins(result.reliability)}
    if halves:
        shown["halves"] = {**msgspec.to_builtins(result.halves), "difference": result.halves.difference}
    if misses:
        shown["misses"] = msgspec.to_builtins(result.misses[:misses])
    sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(shown), indent=1) + b"\n")


def _report(result: Evaluation, misses: int, *, by_cause: bool, by_type: bool) -> Iterator[str]:
    yield from _score_lines(result.scores)
    if by_type:
        yield ""
        yield from (_row_line(name, row) for name, row in result.scores.by_type.items())
    if by_cause:
        yield ""
        yield from _cause_lines(result.misses, misses)
    elif misses:
        yield ""
        yield from (_miss_line(miss) for miss in result.misses[:misses])


def _half_lines(result: Evaluation) -> Iterator[str]:
    """The F1 or accuracy of each measure on the whole and on both halves, and how far the halves lie apart."""
    halves = result.halves
    documents = f"{result.documents} documents: {halves.a_documents} of half A, {halves.b_documents} of half B"
    yield f"{'':{_NAME_WIDTH}} {'whole':>6} {'half A':>7} {'half B':>7} {'A - B':>7}   ({documents})"
    for name in result.scores.__struct_fields__:
        whole, a, b = (measure_of(scores, name) for scores in (result.scores, halves.a, halves.b))
        if whole is not None and a is not None and b is not None:
            yield f"{name:{_NAME_WIDTH}} {whole:6.3f} {a:7.3f} {b:7.3f} {a - b:+7.3f}"
    verdict = "within" if halves.difference < MOST_BETWEEN else "NOT within"
    yield f"the event F1 of the halves differs by {halves.difference:.3f}: {verdict} {MOST_BETWEEN}"
    yield ""


def _score_lines(scores: Scores) -> Iterator[str]:
    for name in scores.__struct_fields__:
        value = getattr(scores, name)
        if isinstance(value, Row):
            yield _row_line(name, value)
        elif not isinstance(value, dict):
            yield f"{name:{_NAME_WIDTH}} {'none to measure' if value is None else f'{value:.3f}'}"


def _row_line(name: str, row: Row) -> str:
    measures = f"P {row.precision:.3f}  R {row.recall:.3f}  F1 {row.f1:.3f}"
    return f"{name:{_NAME_WIDTH}} {measures}   ({row.tp} of {row.gold} gold, {row.predicted} predicted)"


def _cause_lines(misses: Iterable[Miss], shown: int) -> Iterator[str]:
    groups: defaultdict[tuple[str, str], list[Miss]] = defaultdict(list)
    for miss in misses:
        groups[miss.kind, miss.cause].append(miss)
    for (kind, cause), group in sorted(groups.items(), key=lambda item: (item[0][0], -len(item[1]), item[0][1])):
        yield f"{kind:13} {cause:18} {len(group):5}"
        yield from (f"    {_miss_line(miss)}" for miss in group[:shown])


def _miss_line(miss: Miss) -> str:
    instead = f"   instead {isolate(miss.instead)}" if miss.instead else ""
    return f"{miss.document}  {miss.kind}  {miss.cause}  {miss.label}  {isolate(miss.words)}{instead}"

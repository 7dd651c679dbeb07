# SPDX-License-Identifier: Apache-2.0
"""`rasid eval`: how well a gold file is coded."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from msgspec.structs import replace

from rasid.cli.direction import isolate
from rasid.cli.edge import ExitCode, guarded, require_inputs
from rasid.cli.options import Places, Processes, Quiet, Strict, Verbose
from rasid.cli.progress import Run
from rasid.evals import MOST_BETWEEN, Miss, MissGroup, Row, Scores, follow_counts, group_misses, half_of, measure_of
from rasid.evaluate import Evaluation, evaluate

_NAME_WIDTH = 24


class HalfName(StrEnum):
    """Halves of a gold file, see `rasid.evals.half_of`."""

    a = "A"
    b = "B"


@guarded
def eval_command(
    gold: Annotated[Path, typer.Argument(metavar="GOLD.jsonl", help="Annotated documents with their texts.", show_default=False)],
    *,
    predicted: Annotated[
        Path | None,
        typer.Option("--predicted", metavar="FILE", help="Score this file instead of coding the texts.", show_default=False),
    ] = None,
    halves: Annotated[bool, typer.Option("--halves", help="Show both halves of the file, by document, beside the whole.")] = False,
    misses: Annotated[bool, typer.Option("--misses", help="Show what went wrong, grouped by cause, the largest group first.")] = False,
    causes: Annotated[int, typer.Option("--causes", min=1, metavar="N", help="With --misses: the N largest causes.")] = 30,
    examples: Annotated[int, typer.Option("--examples", min=0, metavar="N", help="With --misses: N examples of each cause.")] = 2,
    half: Annotated[
        HalfName | None, typer.Option("--half", help="With --misses: only those of one half, so that rules can be tried on the other.", show_default=False)
    ] = None,
    only: Annotated[
        str, typer.Option("--only", metavar="WORDS", help="With --misses: only causes that hold these words.", show_default=False)
    ] = "",
    as_json: Annotated[bool, typer.Option("--json", help="Print all of it as JSON, with --misses every miss.")] = False,
    processes: Processes = 1,
    _places: Places = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
    strict: Strict = False,
) -> ExitCode:
    """Score the coder, or a file of predictions, against a gold file.

    [b]Example:[/b]  rasid eval examples/expected.jsonl --halves

    [b]Example:[/b]  rasid eval examples/expected.jsonl --misses --half A --only "missed actor" --examples 10
    """
    require_inputs([str(gold), *([str(predicted)] if predicted else [])])
    run = Run(quiet=quiet, verbose=verbose)
    result = evaluate(gold, predicted_file=predicted, processes=processes, misses=misses)
    if half is not None:
        result = replace(result, misses=tuple(miss for miss in result.misses if half_of(miss.document) == half.value))
    run.counts["documents"] = result.documents
    run.issues.extend(result.issues)
    groups = [group for group in group_misses(result.misses, examples=examples) if only in f"{group.kind}: {group.cause}"]
    if as_json:
        _write_json(result, groups, halves=halves, misses=misses)
    else:
        for line in chain(
            _half_lines(result) if halves else (),
            _score_lines(result.scores, by_type=verbose),
            _miss_lines(result, groups, causes) if misses else (),
        ):
            typer.echo(line)
    return run.finish(strict=strict)


def _write_json(result: Evaluation, groups: Iterable[MissGroup], *, halves: bool, misses: bool) -> None:
    shown = {**msgspec.to_builtins(result.scores), "reliability": msgspec.to_builtins(result.reliability)}
    if halves:
        shown["halves"] = {**msgspec.to_builtins(result.halves), "difference": result.halves.difference}
    if misses:
        shown["causes"] = msgspec.to_builtins(list(groups))
        shown["misses"] = msgspec.to_builtins(result.misses)
    sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(shown), indent=1) + b"\n")


# --- scores ----------------------------------------------------------------------------------------------------------


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


def _score_lines(scores: Scores, *, by_type: bool) -> Iterator[str]:
    for name in scores.__struct_fields__:
        value = getattr(scores, name)
        if isinstance(value, Row):
            yield _row_line(name, value)
        elif not isinstance(value, dict):
            yield f"{name:{_NAME_WIDTH}} {'none to measure' if value is None else f'{value:.3f}'}"
    if by_type:
        yield ""
        yield from (_row_line(name, row) for name, row in scores.by_type.items())


def _row_line(name: str, row: Row) -> str:
    measures = f"P {row.precision:.3f}  R {row.recall:.3f}  F1 {row.f1:.3f}"
    return f"{name:{_NAME_WIDTH}} {measures}   ({row.tp} of {row.gold} gold, {row.predicted} predicted)"


# --- misses ----------------------------------------------------------------------------------------------------------


def _miss_lines(result: Evaluation, groups: Sequence[MissGroup], causes: int) -> Iterator[str]:
    yield ""
    yield f"{sum(not miss.follows for miss in result.misses)} things went wrong, by cause:"
    for group in groups[:causes]:
        yield ""
        yield f"{group.count:5}  {group.share:6.1%}  {group.kind}: {group.cause}"
        # One detail a line: several right-to-left stretches on one line are read in the wrong order.
        yield from (f"{'':17}{count:4} × {isolate(detail)}" for detail, count in group.details if count > 1)
        for miss in group.examples:
            yield from _example_lines(miss)
    yield ""
    if rest := groups[causes:]:
        yield f"Beside these {sum(group.count for group in rest)} things of {len(rest)} smaller causes: --causes N shows more, --only WORDS some."
    follow = ", ".join(f"{count} {kind}" for kind, count in follow_counts(result.misses).items())
    if follow:
        yield f"What only follows from missed and false events: {follow}."


def _example_lines(miss: Miss) -> Iterator[str]:
    shown = (miss.document, miss.label, isolate(miss.trigger), isolate(miss.words))
    yield f"{'':9}{'  '.join(part for part in shown if part)}"
    if miss.instead:
        yield f"{'':11}instead  {isolate(miss.instead)}"
    if miss.detail:
        yield f"{'':11}because  {isolate(miss.detail)}"
    if miss.around:
        yield f"{'':11}in  {isolate(miss.around)}"

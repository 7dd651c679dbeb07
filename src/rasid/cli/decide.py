# SPDX-License-Identifier: Apache-2.0
"""`rasid decide`: what a person knows better about incidents, written down so that it holds in every run."""

import re
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Final

import msgspec
import typer

from rasid.cli.edge import ExitCode, fail, guarded
from rasid.errors import SettingsError
from rasid.incidents import Anchor, Decision, check_decision, read_decisions

_REPORT: Final = re.compile(r"(?P<document>.+?)(?::(?P<start>\d+)-(?P<end>\d+))?")


class Kind(StrEnum):
    """What is decided."""

    MERGE = "merge"
    APART = "apart"
    SPLIT = "split"
    PIN = "pin"


def load_decisions(path: Path) -> tuple[Decision, ...]:
    """Return the decisions of a file.

    Raises:
        SettingsError: It cannot be read, or a line is no decision.
    """
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read ({error.strerror})", code="no_decisions") from None
    return read_decisions(lines, str(path))


@guarded
def decide_command(
    kind: Annotated[Kind, typer.Argument(help="merge: they are one incident. apart: no two of them are. split: they are one, and nobody else is of it. pin: it was there.")],
    reports: Annotated[list[str], typer.Argument(metavar="REPORT...", help="Ids of documents; ID:START-END where one tells of several things and the words say which.")],
    *,
    because: Annotated[str, typer.Option("--because", metavar="TEXT", help="The reason.")],
    by: Annotated[str, typer.Option("--by", metavar="NAME", help="Who decides.")],
    decisions: Annotated[Path, typer.Option("--decisions", metavar="FILE", help="The file that the decision is added to.")] = Path("decisions.jsonl"),
    at: Annotated[str | None, typer.Option("--at", metavar="LAT,LON", help="Where it was, for pin.")] = None,
    name: Annotated[str, typer.Option("--name", metavar="PLACE", help="What the place is called, for pin.")] = "",
) -> ExitCode:
    """Add a decision about incidents to a file; nothing that stands in it is changed.

    `rasid incidents --decisions FILE` follows it in every run, whatever the reading says, and each incident names the decisions
    that it rests on. A later decision outweighs an earlier one about the same two reports.

    [b]Example:[/b]  rasid decide merge doc-3 doc-8 --because "same funeral, same names" --by R.H.

    [b]Example:[/b]  rasid decide pin doc-3:120-131 --at 36.53,37.95 --name "سوق منبج" --because "seen on the video" --by R.H.
    """
    lat, lon = _point(at)
    decision = Decision(
        decide=kind.value, of=tuple([_anchor(report) for report in reports]), because=because, by=by, on=datetime.now(UTC).date().isoformat(), lat=lat, lon=lon, name=name,
    )  # fmt: skip
    problem = check_decision(decision)
    if problem:
        fail(problem, ExitCode.WRONG_USE)
    before = load_decisions(decisions) if decisions.exists() else ()
    try:
        with decisions.open("ab") as stream:
            stream.write(msgspec.json.encode(decision) + b"\n")
    except OSError as error:
        raise SettingsError(f"{decisions}: cannot be written ({error.strerror})", code="no_decisions") from None
    typer.echo(f"{decisions}: {len(before) + 1} decisions", err=True)
    return ExitCode.DONE


def _anchor(report: str) -> Anchor:
    found = _REPORT.fullmatch(report)
    if found is None or found["start"] is None:
        return Anchor(document=report)
    return Anchor(document=found["document"], span=(int(found["start"]), int(found["end"])))


def _point(at: str | None) -> tuple[float | None, float | None]:
    if at is None:
        return None, None
    try:
        lat, lon = (float(number) for number in at.split(","))
    except ValueError:
        fail(f"--at {at}: two numbers with a comma are wanted, as in 36.53,37.95", ExitCode.WRONG_USE)
    return lat, lon

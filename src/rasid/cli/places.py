# SPDX-License-Identifier: Apache-2.0
"""`rasid places`: the gazetteer, what the user adds to it, and what it makes of a name."""

from pathlib import Path
from typing import Annotated

import typer

from rasid.cli.edge import ExitCode, fail, guarded
from rasid.cli.options import Quiet, Strict, Verbose
from rasid.cli.progress import Run
from rasid.errors import ReadError
from rasid.knowledge.gazetteer.build import SetReport, lists_of, read_list, write_lists
from rasid.knowledge.gazetteer.countries import country_code
from rasid.knowledge.gazetteer.folder import set_path
from rasid.knowledge.gazetteer.rows import Source
from rasid.knowledge.gazetteer.store import StoredList

places_app = typer.Typer(help="The places that Rasid knows, and lists of your own beside them.", no_args_is_help=True, rich_markup_mode="rich")

Files = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILE", show_default=False,
        help="GeoNames country file (XX.txt or XX.zip), table with a header (CSV, TSV; OCHA's lists), or JSON list; also gzipped.",
    ),
]  # fmt: skip
SetName = Annotated[
    str, typer.Option("--set", metavar="SET", help="Name of the set in the data folder (RASID_DATA), or the path of its file.")
]
Country = Annotated[
    str, typer.Option("--country", metavar="CC", help="Country of rows that do not say theirs: SY, SYR or Syria.", show_default=False)
]
Licence = Annotated[str, typer.Option("--licence", metavar="TEXT", help="Licence of the files, kept with them.", show_default=False)]
Url = Annotated[str, typer.Option("--url", metavar="URL", help="Where the files come from, kept with them.", show_default=False)]
Title = Annotated[str, typer.Option("--title", metavar="TEXT", help="Title of the list, as it wants to be cited.", show_default=False)]


@places_app.command("import")
@guarded
def import_command(
    files: Files,
    *,
    name: SetName = "imported",
    country: Country = "",
    licence: Licence = "",
    url: Url = "",
    title: Title = "",
    quiet: Quiet = False,
    verbose: Verbose = False,
    strict: Strict = False,
) -> ExitCode:
    """Add lists of places to a set, and join places that several lists have.

    A file of a name that the set has already takes the place of the earlier one. Rows that cannot be read are counted, and
    listed with -v by line. No command uses a set unless --places or RASID_PLACES names it.

    [b]Example:[/b]  rasid places import SY.zip --set syria --licence "CC BY 4.0, GeoNames"

    [b]Example:[/b]  rasid places import communities.csv --set syria --country SY && rasid code news.jsonl --places syria
    """
    return _change(files, name, country, Source(id="", licence=licence, url=url, title=title), _Run(quiet, verbose, strict), anew=False)


class _Run:
    """How a command talks and ends."""

    def __init__(self, quiet: bool, verbose: bool, strict: bool) -> None:  # noqa: FBT001
        self.run = Run(quiet=quiet, verbose=verbose)
        self.strict = strict


def _change(files: list[Path], name: str, country: str, about: Source, run: _Run, *, anew: bool) -> ExitCode:
    code = country_code(country)
    if country and not code:
        fail(f"--country {country}: no country; give two letters of ISO 3166, such as SY", ExitCode.WRONG_USE)
    path = set_path(name)
    lists = [] if anew else list(lists_of(path))
    for file in files:
        stored = read_list(file, source=_about(about, file, code))
        if not stored.rows:
            raise ReadError(f"{file}: no row could be read; the first: {stored.issues[0].detail if stored.issues else 'none there'}", code="no_rows")
        for issue in stored.issues:
            run.run.count(issue)
        lists.append(stored)
    _tell(run.run, write_lists(path, lists), lists)
    return run.run.finish(strict=run.strict)


def _about(about: Source, file: Path, country: str) -> Source:
    identity = file.name.partition(".")[0] or file.name
    return Source(id=identity, title=about.title or identity, licence=about.licence, url=about.url, country=country)


def _tell(run: Run, report: SetReport, lists: list[StoredList]) -> None:
    run.counts["rows"] = sum(len(stored.rows) for stored in lists)
    run.counts["places"] = report.places
    run.counts["names"] = report.names
    for source, places in report.sources:
        run.say(f"{source}: {places:,} places")
    run.say(f"{report.path} ({report.digest}): of its places {report.known:,} are known to the package too")

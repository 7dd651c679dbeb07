# SPDX-License-Identifier: Apache-2.0
"""`rasid places`: the gazetteer, what the user adds to it, and what it makes of a name."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import msgspec
import typer
from rich.console import Console

from rasid.cli.direction import isolate
from rasid.cli.edge import ExitCode, fail, guarded
from rasid.cli.options import Places, Quiet, Strict, Verbose
from rasid.cli.progress import Run
from rasid.errors import ReadError
from rasid.knowledge.gazetteer.build import SetReport, lists_of, read_list, write_lists
from rasid.knowledge.gazetteer.countries import country_code
from rasid.knowledge.gazetteer.find import FoundPlace, find_places
from rasid.knowledge.gazetteer.folder import SUFFIX, chosen_set, known_sets, places_folder, set_path
from rasid.knowledge.gazetteer.rows import Source
from rasid.knowledge.gazetteer.store import PlaceSet, StoredList

places_app = typer.Typer(help="The places that Rasid knows, and lists of your own beside them.", no_args_is_help=True, rich_markup_mode="rich")

Files = Annotated[
    list[Path],
    typer.Argument(
        metavar="FILE", show_default=False,
        help="GeoNames country file (XX.txt or XX.zip), table with a header (CSV, TSV; OCHA's lists), or JSON list; also gzipped.",
    ),
]  # fmt: skip
OptionalFiles = Annotated[
    list[Path] | None,
    typer.Argument(metavar="[FILE]", show_default=False, help="As for import; without any the set is made again from the lists that it holds."),
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
    return _change(files, name, country, Source(id="", licence=licence, url=url, title=title), Run(quiet=quiet, verbose=verbose), strict=strict)


@places_app.command("build")
@guarded
def build_command(
    files: OptionalFiles = None,
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
    """Make a set anew: from the files given, or, without any, again from the lists that it holds.

    Do so after an update of Rasid, whose gazetteer and guards the set was joined with.

    [b]Example:[/b]  rasid places build IQ.zip irq_admin.csv --set iraq

    [b]Example:[/b]  rasid places build --set syria
    """
    about = Source(id="", licence=licence, url=url, title=title)
    path = set_path(name)
    if not files and not path.is_file():
        fail(f"no set at {path} to build again; give files to build it from", ExitCode.WRONG_USE)
    return _change(files or [], name, country, about, Run(quiet=quiet, verbose=verbose), strict=strict, anew=bool(files))


@places_app.command("find")
@guarded
def find_command(
    name: Annotated[str, typer.Argument(metavar="NAME", help="In Arabic or Latin letters, as a report spells it.", show_default=False)],
    *,
    country: Annotated[str, typer.Option("--country", metavar="CC", help="Only places of this country.", show_default=False)] = "",
    limit: Annotated[int, typer.Option("--limit", min=1, metavar="N", help="Show at most N.")] = 20,
    as_json: Annotated[bool, typer.Option("--json", help="Write the candidates as JSON lines.")] = False,
    _places: Places = None,
    quiet: Quiet = False,
) -> ExitCode:
    """Show the places that a name may stand for, with where they lie, who says so, and why they come up.

    [b]Example:[/b]  rasid places find القامشلي  (Qamishli)

    [b]Example:[/b]  rasid places find Kamışlı --places syria
    """
    code = country_code(country)
    if country and not code:
        fail(f"--country {country}: no country; give two letters of ISO 3166, such as SY", ExitCode.WRONG_USE)
    found = find_places(name, country=code, limit=limit)
    if as_json:
        encoder = msgspec.json.Encoder()
        for place in found:
            typer.echo(encoder.encode(place))
    else:
        console = Console(highlight=False, markup=False, soft_wrap=True)
        for place in found:
            for line in _lines(place):
                console.print(line)
    run = Run(quiet=quiet)
    if not found:
        run.say(f"no place of the name {name}; import a list of its country (`rasid places import --help`) and ask with --places")
        return ExitCode.DONE
    run.counts["candidates"] = len(found)
    return run.finish()


@places_app.command("list")
@guarded
def list_command(*, _places: Places = None) -> ExitCode:
    """List the sets of places in the data folder, or with --places the lists that one set holds, with their licences.

    [b]Example:[/b]  rasid places list

    [b]Example:[/b]  rasid places list --places syria
    """
    console = Console(highlight=False, markup=False, soft_wrap=True)
    chosen = chosen_set()
    if chosen is None:
        names = known_sets()
        for held in names:
            console.print(f"{held}\t{places_folder() / held}{SUFFIX}")
        if not names:
            Run().say(f"no sets in {places_folder()}; make one with `rasid places import`")
        return ExitCode.DONE
    places = PlaceSet(chosen)
    console.print(f"{places.label}\t{len(places.identities()):,} places\t{chosen}")
    for stored in places.lists():
        source = stored.source
        terms = source.licence or "licence not given"
        console.print("\t".join(filter(None, (source.id, source.title, f"{len(stored.rows):,} rows", terms, source.url, f"sha256 {source.sha256[:12]}"))))
    return ExitCode.DONE


def _lines(place: FoundPlace) -> Iterator[str]:
    names = " / ".join(isolate(name) for name in (place.name_ar, place.name_en) if name)
    where = ", ".join(filter(None, (place.kind, place.admin2, place.admin1, place.country)))
    point = "no point" if place.latitude is None else f"{place.latitude:.4f}, {place.longitude:.4f}"
    people = f", {place.population:,} residents" if place.population > 1 else ""
    yield f"{names}  ({where})"
    yield f"    {point}  precision {place.precision}{people}  {place.id}"
    met = "" if place.matched in {place.name_ar, place.name_en} else f": {isolate(place.matched)}"
    yield f"    {place.why}{met} ({place.likeness:.2f}); from {', '.join(place.sources)}"
    if place.guard:
        yield f"    in text it counts only beside {place.guard}"
    if place.names:
        yield "    also " + ", ".join(isolate(name) for name in place.names)


def _change(files: list[Path], name: str, country: str, about: Source, run: Run, *, strict: bool, anew: bool = False) -> ExitCode:
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
            run.count(issue)
        lists.append(stored)
    _tell(run, write_lists(path, lists), lists)
    return run.finish(strict=strict)


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

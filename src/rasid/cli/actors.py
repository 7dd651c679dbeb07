# SPDX-License-Identifier: Apache-2.0
"""`rasid actors` and `rasid outlets`: whom a name stands for, and what is known of them."""

import re
from collections.abc import Iterator
from typing import Annotated, Any

import msgspec
import typer
from rich.console import Console

from rasid.cli.direction import isolate
from rasid.cli.edge import ExitCode, fail, guarded
from rasid.cli.options import Quiet
from rasid.cli.progress import Run
from rasid.knowledge.dated import ActorFact, actor_on, dated_facts
from rasid.knowledge.demonyms import country_of_demonym
from rasid.knowledge.finding import Found, find_actors, find_outlets, names_of
from rasid.knowledge.names import load_actors, load_loaded, load_outlets

actors_app = typer.Typer(help="The parties that Rasid knows: forces, groups, authorities, bodies.", no_args_is_help=True, rich_markup_mode="rich")
outlets_app = typer.Typer(help="The outlets and agencies that Rasid knows.", no_args_is_help=True, rich_markup_mode="rich")

_DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_UNGRADED = "F"
_MOST_NAMES = 12

Name = Annotated[str, typer.Argument(metavar="NAME", help="In Arabic or Latin letters, as a report spells it.", show_default=False)]
AsJson = Annotated[bool, typer.Option("--json", help="Write the candidates as JSON lines.")]
Most = Annotated[int, typer.Option("--limit", min=1, metavar="N", help="Show at most N.")]


@actors_app.command("find")
@guarded
def find_actor_command(
    name: Name,
    *,
    on: Annotated[str, typer.Option("--on", metavar="DATE", help="Show what held on that day, month or year: 2024-12-31.", show_default=False)] = "",
    limit: Most = 20,
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> ExitCode:
    """Show the parties that a name may stand for, with their sides, their dated names and roles, and the source of each.

    [b]Example:[/b]  rasid actors find قسد  (SDF)

    [b]Example:[/b]  rasid actors find "Syrian Army" --on 2024-11-30
    """
    if on and not _DAY.fullmatch(on):
        fail(f"--on {on}: no date; give a year, a month or a day, such as 2024-12-31", ExitCode.WRONG_USE)
    found = find_actors(name, limit=limit)
    return _show([(_actor_row(one, on), _actor_lines(one, on)) for one in found], name, "actor", as_json=as_json, quiet=quiet)


@outlets_app.command("find")
@guarded
def find_outlet_command(name: Name, *, limit: Most = 20, as_json: AsJson = False, quiet: Quiet = False) -> ExitCode:
    """Show the outlets that a name or a domain may stand for: country, kind, owner or side with its source, and family.

    [b]Example:[/b]  rasid outlets find الجزيرة  (Al Jazeera)

    [b]Example:[/b]  rasid outlets find sana.sy --json
    """
    found = find_outlets(name, limit=limit)
    return _show([(_outlet_row(one), _outlet_lines(one)) for one in found], name, "outlet", as_json=as_json, quiet=quiet)


def _show(rows: list[tuple[dict[str, Any], Iterator[str]]], name: str, kind: str, *, as_json: bool, quiet: bool) -> ExitCode:
    console = Console(highlight=False, markup=False, soft_wrap=True)
    for row, lines in rows:
        if as_json:
            typer.echo(msgspec.json.encode(row))
        else:
            for line in lines:
                console.print(line)
    run = Run(quiet=quiet)
    if not rows:
        country = country_of_demonym(name)
        if country:
            run.say(f"{name} is said of what is of {country}, and no {kind} of its own; ask for a body: its army, its government")
            return ExitCode.DONE
        run.say(f"no {kind} of the name {name}; try another spelling, one word of it, or its name in the other language")
        return ExitCode.DONE
    run.counts["candidates"] = len(rows)
    return run.finish()


def _actor_row(found: Found, on: str) -> dict[str, Any]:
    entry = load_actors().get(found.id)
    row: dict[str, Any] = {"record": "found_actor", **_base(found)}
    if entry is None:
        return row
    facts = dated_facts().get(found.id, ())
    row |= {
        "name_en": entry.name_en, "name_ar": entry.name_ar, "kind": entry.kind, "country": entry.country,
        "sides": list(entry.sides), "names": list(names_of("actors/actors.tsv")[found.id.removeprefix("actor:")]),
        "dated": [msgspec.to_builtins(fact) for fact in facts if not on or fact.holds(on)],
    }  # fmt: skip
    if on:
        then = actor_on(found.id, on)
        row |= {"on": on, "there": then.there, "sides": list(then.sides)}
    return row


def _actor_lines(found: Found, on: str) -> Iterator[str]:
    entry = load_actors().get(found.id)
    if entry is None:
        loaded = load_loaded().get(found.id)
        yield f"{isolate(found.matched)}  (a name that takes sides, for {loaded.frames if loaded else ''})"
        yield f"    {loaded.gloss if loaded else ''}  {found.id}"
        return
    yield f"{isolate(entry.name_ar)} / {entry.name_en}  ({', '.join(filter(None, (entry.kind, entry.country)))})"
    yield f"    {found.why}: {isolate(found.matched)} ({found.likeness:.2f})  {entry.id}"
    if found.frames:
        yield f"    a name that takes sides: {found.frames}; never used as the name of the party"
    facts = dated_facts().get(found.id, ())
    if on:
        then = actor_on(found.id, on)
        yield f"    on {on}: {_there(there=then.there)}{_sides(then.sides)}"
        facts = then.facts
    elif entry.sides:
        yield f"    counted to {', '.join(map(_label, entry.sides))}"
    for fact in facts:
        yield f"    {_span(fact)}  {_said(fact)}  [{fact.source}]"
    names = [name for name in names_of("actors/actors.tsv")[entry.id.removeprefix("actor:")] if name not in {entry.name_ar, entry.name_en}]
    if names:
        yield "    also " + ", ".join(map(isolate, names[:_MOST_NAMES]))


def _there(*, there: bool | None) -> str:
    return {True: "it was there", False: "there was no such body", None: "no file says whether it was there"}[there]


def _sides(sides: tuple[str, ...]) -> str:
    return f"; with {', '.join(map(_label, sides))}" if sides else ""


def _label(party: str) -> str:
    """Return the name of a party, or what a class of parties is called."""
    entry = load_actors().get(party if ":" in party else f"actor:{party}")
    return entry.name_en if entry is not None else party.removeprefix("class:").replace("_", " ")


def _span(fact: ActorFact) -> str:
    if fact.since and fact.until:
        return f"{fact.since} to {fact.until}"
    return f"since {fact.since}" if fact.since else f"until {fact.until}" if fact.until else "undated"


def _said(fact: ActorFact) -> str:
    if fact.what == "exists":
        return "it was there"
    if fact.what in {"side", "part_of"}:
        return f"{'with' if fact.what == 'side' else 'part of'} {_label(fact.party)}"
    words = " / ".join(filter(None, (isolate(fact.value_ar) if fact.value_ar else "", fact.value_en)))
    return f"named {words}" if fact.what == "name" else words


def _outlet_row(found: Found) -> dict[str, Any]:
    entry = load_outlets().get(found.id)
    row: dict[str, Any] = {"record": "found_outlet", **_base(found)}
    if entry is not None:
        row |= {
            "name_en": entry.name_en, "name_ar": entry.name_ar, "kind": entry.kind, "country": entry.country, "agency": entry.agency,
            "affiliation": entry.affiliation, "source": entry.source, "family": entry.family, "languages": list(entry.languages),
            "reliability": _UNGRADED, "names": list(names_of("outlets/outlets.tsv")[found.id.removeprefix("outlet:")]),
        }  # fmt: skip
    return row


def _outlet_lines(found: Found) -> Iterator[str]:
    entry = load_outlets().get(found.id)
    if entry is None:
        return
    names = " / ".join(isolate(name) for name in (entry.name_ar, entry.name_en) if name)
    yield f"{names}  ({', '.join(filter(None, (entry.kind, 'agency' if entry.agency else '', entry.country)))})"
    yield f"    {found.why}: {isolate(found.matched)} ({found.likeness:.2f})  {entry.id}  in {', '.join(entry.languages) or 'unknown languages'}"
    if entry.affiliation:
        yield f"    {entry.affiliation}  [{entry.source or 'no source'}]"
    if entry.family:
        yield f"    family {entry.family}: its texts are no independent origin beside the family's others"
    yield f"    reliability {_UNGRADED}: not judged"


def _base(found: Found) -> dict[str, Any]:
    return {"id": found.id, "matched": found.matched, "likeness": found.likeness, "why": found.why, "frames": found.frames}

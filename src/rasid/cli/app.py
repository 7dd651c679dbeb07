# SPDX-License-Identifier: Apache-2.0
"""All commands under one name."""

from typing import Annotated

import typer

from rasid import __version__
from rasid.cli.actors import actors_app, outlets_app
from rasid.cli.assess import assess_command
from rasid.cli.claims import claims_command
from rasid.cli.code import code_command
from rasid.cli.eval import eval_command
from rasid.cli.explain import explain_command
from rasid.cli.incidents import incidents_command
from rasid.cli.knowledge import knowledge_app
from rasid.cli.origins import origins_command
from rasid.cli.places import places_app
from rasid.cli.read import read_command
from rasid.cli.schema import schema_command

app = typer.Typer(
    name="rasid",
    help="Read conflict news, Arabic first, into sourced events, attributed claims and a first assessment.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _show_version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"rasid {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    *,
    _version: Annotated[
        bool, typer.Option("--version", callback=lambda wanted: _show_version(wanted=wanted), is_eager=True, help="Print the version and end.")
    ] = False,
) -> None:
    """Take the options that come before a command."""


app.command("assess")(assess_command)
app.command("claims")(claims_command)
app.command("code")(code_command)
app.command("explain")(explain_command)
app.command("incidents")(incidents_command)
app.command("origins")(origins_command)
app.command("eval")(eval_command)
app.command("read")(read_command)
app.command("schema")(schema_command)
app.add_typer(actors_app, name="actors")
app.add_typer(outlets_app, name="outlets")
app.add_typer(knowledge_app, name="knowledge")
app.add_typer(places_app, name="places")


def main() -> None:
    """Run the command line."""
    app(prog_name="rasid")

# SPDX-License-Identifier: Apache-2.0
"""Every command has help with an example, and stands in the README."""

from pathlib import Path
from typing import Any

import pytest
import typer
from typer.testing import CliRunner

from rasid.cli.app import app

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def commands(group: Any, path: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    found: list[tuple[str, ...]] = []
    for name, command in group.commands.items():
        here = (*path, name)
        found += commands(command, here) if hasattr(command, "commands") else [here]
    return found


COMMANDS = commands(typer.main.get_command(app))


def test_all_commands_are_known() -> None:
    assert {" ".join(path) for path in COMMANDS} == {
        "actors find",
        "assess",
        "claims",
        "code",
        "eval",
        "explain",
        "incidents",
        "origins",
        "knowledge check",
        "outlets find",
        "places build",
        "places find",
        "places import",
        "places list",
        "read",
        "schema",
    }


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_help_has_an_example(path: tuple[str, ...]) -> None:
    done = CliRunner().invoke(app, [*path, "--help"])
    assert done.exit_code == 0
    assert f"Example:  rasid {path[0]}" in done.output or f"| rasid {path[0]}" in done.output


@pytest.mark.parametrize("path", COMMANDS, ids=" ".join)
def test_readme_names_the_command(path: tuple[str, ...]) -> None:
    assert f"`rasid {' '.join(path)}" in README

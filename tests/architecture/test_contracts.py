# SPDX-License-Identifier: Apache-2.0
"""The rules of the house that a program can check."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from rasid import registry

ROOT = Path(__file__).parents[2]
SOURCES = sorted(
    path for folder in ("src", "tests", "evals", "bench", "tools") for path in (ROOT / folder).rglob("*.py")
)
FORBIDDEN_NAMES = {"utils.py", "helpers.py", "manager.py", "misc.py", "common.py"}


def test_data_flows_one_way() -> None:
    pytest.importorskip("importlinter", reason="import-linter is a tool for development")
    command = [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_source_names_its_licence(path: Path) -> None:
    assert path.read_text(encoding="utf-8").splitlines()[:1] == ["# SPDX-License-Identifier: Apache-2.0"]


def test_no_file_is_a_drawer_for_everything() -> None:
    assert not FORBIDDEN_NAMES & {path.name for path in SOURCES}


def test_registered_names(golden: Callable[[str, str], None]) -> None:
    found = [value for value in vars(registry).values() if isinstance(value, registry.Registry)]
    lines = [f"{one.kind}: {', '.join(one.names())}\n" for one in sorted(found, key=lambda one: one.kind)]
    golden("registry.txt", "".join(lines))


def test_every_registered_language_loads() -> None:
    for name in registry.languages.names():
        assert getattr(registry.languages.get(name), "code", None) == name

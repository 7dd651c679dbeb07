# SPDX-License-Identifier: Apache-2.0
"""`import rasid` is light, and what it offers is what it says."""

import subprocess
import sys

import pytest

HEAVY = ("simplemma", "trafilatura", "yaml", "daachorse", "lxml", "jinja2", "typer", "rich", "msgspec")


def run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout


def test_import_loads_no_other_package() -> None:
    loaded = run("import sys, rasid; print(*sys.modules)").split()
    assert not set(HEAVY) & set(loaded)


@pytest.mark.parametrize("name", ["read", "code", "assess"])
def test_functions_are_not_hidden_by_stages(name: str) -> None:
    code = f"import rasid.read, rasid.assess, rasid.pipeline, rasid; print(rasid.{name} is rasid.pipeline.{name})"
    assert run(code).strip() == "True"


def test_unknown_name_is_an_attribute_error() -> None:
    import rasid  # noqa: PLC0415  (the test is about the import)

    with pytest.raises(AttributeError, match="no attribute 'reed'"):
        rasid.reed  # noqa: B018


def test_coding_does_not_load_what_only_pages_need() -> None:
    loaded = run(
        "import sys, rasid\nfrom rasid.read import read_text\n"
        "list(rasid.code([read_text('قصفت الطائرات سجنا في القامشلي')]))\nprint(*sys.modules)"
    ).split()  # aircraft bombed a prison in Qamishli
    assert not {"trafilatura", "jinja2", "typer", "rich"} & set(loaded)

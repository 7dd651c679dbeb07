# SPDX-License-Identifier: Apache-2.0
"""What tests of several stages share: golden files, and texts that are measured with but not handed on."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

# Results must not depend on what the person who runs the tests has imported.
os.environ.pop("RASID_PLACES", None)

TESTS = Path(__file__).parent
GOLDEN = TESTS / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that writes golden files anew."""
    parser.addoption("--update-golden", action="store_true", help="write golden files anew; read the diff like code")


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of texts and gold that are no part of the project; the test is skipped where it is not there."""
    folder = Path(os.environ.get("RASID_SHARED", TESTS.parents[1] / "shared"))
    if not (folder / "gold" / "dev.jsonl").exists():
        pytest.skip("no gold file on this machine (RASID_SHARED names the folder that holds gold/dev.jsonl)")
    return folder


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with the golden file of a name, or write it there with --update-golden."""

    def compare(name: str, found: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(found, encoding="utf-8")
        assert path.exists(), f"no golden file {name}; pytest --update-golden writes it"
        assert found == path.read_text(encoding="utf-8"), f"{name} has changed; if that is meant, run pytest --update-golden"

    return compare

# SPDX-License-Identifier: Apache-2.0
"""A short way to read bytes, for the tests of this stage."""

from collections.abc import Callable
from io import BytesIO

import pytest

from rasid.read.dispatch import read_source
from rasid.read.limits import Limits
from rasid.read.source import Source
from rasid.records import Document, Issue

ReadBytes = Callable[..., tuple[list[Document], list[Issue]]]


def _read_bytes(raw: bytes, name: str = "a.txt", limits: Limits | None = None) -> tuple[list[Document], list[Issue]]:
    found = list(read_source(Source(stream=BytesIO(raw), name=name, limits=limits or Limits())))
    documents = [item for item in found if isinstance(item, Document)]
    issues = [item for item in found if isinstance(item, Issue)]
    assert len(documents) + len(issues) == len(found)
    return documents, issues


@pytest.fixture(scope="session")
def read_bytes() -> ReadBytes:
    """Read bytes under a file name, and part documents from issues."""
    return _read_bytes

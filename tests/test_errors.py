# SPDX-License-Identifier: Apache-2.0
"""Errors keep what they carry on the way between processes."""

import pickle

import pytest

from rasid.errors import EngineError, KnowledgeError, RasidError


@pytest.mark.parametrize("kind", [KnowledgeError, EngineError])
def test_error_survives_the_way_between_processes(kind: type[RasidError]) -> None:
    error = pickle.loads(pickle.dumps(kind("line 3: four cells", code="unequal_columns", record_id="a.tsv", transient=True)))  # noqa: S301  (our own bytes)
    assert type(error) is kind
    assert (str(error), error.code, error.record_id, error.transient) == ("line 3: four cells", "unequal_columns", "a.tsv", True)

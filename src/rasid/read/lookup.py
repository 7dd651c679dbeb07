# SPDX-License-Identifier: Apache-2.0
"""Word lists of this stage: the TSV files that lie beside the code, and the spelling they are compared in."""

from functools import cache
from importlib import resources
from typing import Final

from rasid.knowledge.load import Row, parse_tsv
from rasid.spelling import fold

_PACKAGE: Final = "rasid.read"


@cache
def rows(name: str) -> tuple[Row, ...]:
    """Return the rows of one of the files, read once."""
    text = resources.files(_PACKAGE).joinpath(name).read_text(encoding="utf-8")
    return parse_tsv(text, f"{_PACKAGE}/{name}")


def key_of(name: str) -> str:
    """Return a name of a field or month in the form in which names are compared: letters and digits only, folded."""
    return fold("".join(character for character in name if character.isalnum() and character != "ـ"))

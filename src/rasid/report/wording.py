# SPDX-License-Identifier: Apache-2.0
"""The words of the page itself, in the language of the reader."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from rasid.errors import KnowledgeError

_DAY = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?")
_MONTH = re.compile(r"(\d{4})-(\d{2})")


@cache
def load_strings(language: str) -> dict[str, Any]:
    """Return the interface strings of one language, read once.

    Raises:
        KnowledgeError: The file does not hold a table.
    """
    source = files("rasid.report").joinpath("strings", f"{language}.yaml")
    strings = yaml.safe_load(source.read_text(encoding="utf-8"))
    if not isinstance(strings, dict):
        message = f"strings/{language}.yaml holds no table; give it the keys of strings/en.yaml"
        raise KnowledgeError(message, code="strings_broken", record_id=f"strings/{language}.yaml")
    return strings


def word_date(value: str | None, months: list[str]) -> str:
    """Return an ISO date, month, year or range in words; what is none of these comes back unchanged.

    Args:
        value: `2019-10-09`, `2019-10`, `2019`, a date with time, or two of them with a slash.
        months: The twelve names of the months.
    """
    if not value:
        return ""
    start, slash, end = value.partition("/")
    if slash:
        return f"{word_date(start, months)} \u2013 {word_date(end, months)}"
    day, month = _DAY.fullmatch(value), _MONTH.fullmatch(value)
    if day and 1 <= int(day[2]) <= len(months):
        return f"{int(day[3])} {months[int(day[2]) - 1]} {day[1]}"
    if month and 1 <= int(month[2]) <= len(months):
        return f"{months[int(month[2]) - 1]} {month[1]}"
    return value

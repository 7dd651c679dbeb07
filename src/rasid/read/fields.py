# SPDX-License-Identifier: Apache-2.0
"""What an input calls its fields, and whatever it put in them, to fields of a document."""

import math
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final, Literal

import msgspec

from rasid.read.lookup import key_of, rows

FieldName = Literal["text", "title", "outlet", "published", "captured", "url", "language", "tlp", "source_id"]

_LINK: Final = re.compile(r"https?://\S+\Z", re.IGNORECASE)
# A list of authors or sources is a line; a list of paragraphs is a text.
_JOINTS: Final = {"text": "\n"}
_SHOWN: Final = 5
# Floats hold whole numbers exactly up to here.
_EXACT: Final = 2**53
# {"source": {"id": null, "name": "Reuters"}}: the shape of several news APIs.
_NAMING_KEYS: Final = ("name", "title", "value", "text", "$oid", "$date")


class Fields(msgspec.Struct, kw_only=True):
    """Fields of a document as written in the input, before they are checked."""

    text: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    captured: str | None = None
    url: str | None = None
    language: str | None = None
    tlp: str | None = None
    source_id: str | None = None


@cache
def _names() -> dict[str, tuple[FieldName, int]]:
    """Map each name of a field to the field and the rank of the name, best rank first."""
    named: dict[str, tuple[FieldName, int]] = {}
    for rank, row in enumerate(rows("fields.tsv")):
        named.setdefault(key_of(row["name"]), (msgspec.convert(row["field"], FieldName), rank))
    return named


@lru_cache(maxsize=4096)
def field_of(name: str) -> tuple[FieldName, int] | None:
    """Return the field that a key or column means and how good the name is (smaller is better), else None."""
    return _names().get(key_of(name))


def names_of(field: FieldName) -> tuple[str, ...]:
    """Return the best names that a field may have, English and Arabic, for messages."""
    names = [row["name"] for row in rows("fields.tsv") if row["field"] == field]
    return (*[name for name in names if name.isascii()][:_SHOWN], *[name for name in names if not name.isascii()][:1])


def pick_fields(values: Mapping[str, object]) -> tuple[Fields, tuple[str, ...]]:
    """Return the fields of a document out of a mapping, and the keys whose values could not be read as words.

    Args:
        values: A JSON object, a row by its header, or front matter. Keys that mean nothing here are passed over.
    """
    chosen: dict[FieldName, tuple[int, str]] = {}
    unread: list[str] = []
    for key, value in values.items():
        found = field_of(key)
        if found is None or value is None:
            continue
        field, rank = found
        written = _as_text(value, joint=_JOINTS.get(field, ", "))
        if written is None:
            unread.append(key)
        elif written.strip() and (field not in chosen or rank < chosen[field][0]):
            chosen[field] = (rank, written)
    fields = Fields(**{field: written for field, (_, written) in chosen.items()})
    return _move_link(fields), tuple(unread)


def _as_text(value: object, *, joint: str) -> str | None:
    """Return a value as words; "" for what means no value, None for what is no value of a field."""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _number_as_text(value)
    if isinstance(value, list):
        parts = [_as_text(part, joint=joint) for part in value if not isinstance(part, list)]
        return joint.join(part for part in parts if part) if any(parts) or not value else None
    if isinstance(value, dict):
        return next((value[key] for key in _NAMING_KEYS if isinstance(value.get(key), str)), None)
    return None


def _number_as_text(value: float) -> str:
    if abs(value) >= _EXACT:  # First: a whole number of JSON may be too large to be asked anything as a float.
        return str(value)
    if math.isnan(value):  # An empty cell, as data frames write it.
        return ""
    # 20191024.0 is a whole number that went through a spreadsheet.
    return str(int(value)) if value == int(value) else str(value)


def _move_link(fields: Fields) -> Fields:
    if fields.outlet and _LINK.match(fields.outlet.strip()):
        fields.url = fields.url or fields.outlet
        fields.outlet = None
    return fields

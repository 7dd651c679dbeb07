# SPDX-License-Identifier: Apache-2.0
"""One input on its way to be read: bytes, the name that will be shown, and what the caller asked for."""

from typing import BinaryIO, Literal

import msgspec

from rasid.read.limits import Limits
from rasid.records import Issue, LanguageCode

STAGE = "read"


class Source(msgspec.Struct, kw_only=True):
    """A stream of bytes under a name."""

    stream: BinaryIO
    name: str
    """Relative name with its suffixes, `/` between folders; goes into `Document.source_name`."""
    limits: Limits
    language: LanguageCode | None = None
    """Language that the caller vouches for; None lets the letters decide."""
    suffix: str = ""
    """Suffix that decides the format, in lower case; `.gz` already taken off."""


def make_issue(
    code: str, detail: str, *, record: str, severity: Literal["note", "warning", "error"] = "warning"
) -> Issue:
    """Return an issue of this stage.

    Args:
        code: Short stable name: `too_large`.
        detail: What, where, and what to try.
        record: Document id, or the name of the file where there is no document.
        severity: `error` where a document was lost, `warning` where a part was, `note` where nothing was.
    """
    return Issue(stage=STAGE, code=code, detail=detail, severity=severity, record_id=record)

# SPDX-License-Identifier: Apache-2.0
"""Files of annotated documents, checked line by line."""

from pathlib import Path

import msgspec

from rasid.annotations import AnnotatedDocument
from rasid.errors import ReadError

_decoder = msgspec.json.Decoder(AnnotatedDocument)


def load_annotated(path: Path) -> list[AnnotatedDocument]:
    """Return the documents of a file in the annotation shape.

    Args:
        path: JSON lines, one document each; blank lines are passed over.

    Raises:
        ReadError: The file cannot be opened, or a line is no annotated document; the message names the line.
    """
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        message = f"{path}: cannot be opened ({error.strerror or error}); give the path of a file of JSON lines"
        raise ReadError(message, code="cannot_open", record_id=str(path)) from error
    return [_decode(line, f"{path}:{number}") for number, line in enumerate(lines, 1) if line.strip()]


def _decode(line: bytes, where: str) -> AnnotatedDocument:
    try:
        return _decoder.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        message = (
            f"{where}: no annotated document ({error}); each line is an object with id, text, events and claims, "
            "spans as [start, end]: `rasid code --shape annotation` writes it, `rasid schema annotation` describes it"
        )
        raise ReadError(message, code="not_annotated", record_id=where) from error

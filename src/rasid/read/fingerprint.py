# SPDX-License-Identifier: Apache-2.0
"""What a document is known by: the hash of its bytes, and an id made of it."""

from hashlib import sha256

from rasid.ids import DocumentId, make_id


def fingerprint(raw: bytes) -> str:
    """Return the SHA-256 of bytes as 64 hexadecimal digits."""
    return sha256(raw).hexdigest()


def document_id(digest: str, *, source_id: str | None, row: int | None) -> DocumentId:
    """Return the id of a document.

    The same bytes give the same id wherever the file lies; the id that the input gave, or else the row, tells apart
    rows that are alike.

    Args:
        digest: SHA-256 of the bytes of the file or row.
        source_id: The id that the input gave.
        row: Number of the row in its file; None where the file is one document.
    """
    return DocumentId(make_id("doc", digest, source_id or (row if row is not None else "")))

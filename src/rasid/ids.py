# SPDX-License-Identifier: Apache-2.0
"""Ids are hashes of natural keys, so that a second run gives the same ids."""

from hashlib import blake2b
from typing import NewType

DocumentId = NewType("DocumentId", str)
MentionId = NewType("MentionId", str)
EventId = NewType("EventId", str)
ClaimId = NewType("ClaimId", str)
IncidentId = NewType("IncidentId", str)

# 64 bits: among ten million records of one kind the chance of any collision is about 3 in a million.
_DIGEST_BYTES = 8


def make_id(prefix: str, *parts: object) -> str:
    """Return `prefix-` and a hash of the parts.

    Args:
        prefix: Kind of record in two or three letters: `ev`.
        *parts: The natural key. Their `str` is hashed, with separators that text cannot forge.

    Returns:
        The prefix, a hyphen and 16 hexadecimal digits.
    """
    encoded = [str(part).encode("utf-8", "surrogatepass") for part in parts]
    key = b"".join([len(part).to_bytes(8, "big") + part for part in encoded])
    return f"{prefix}-{blake2b(key, digest_size=_DIGEST_BYTES).hexdigest()}"

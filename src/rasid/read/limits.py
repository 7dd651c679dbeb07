# SPDX-License-Identifier: Apache-2.0
"""How much of one input is read before it is refused."""

from typing import Final

import msgspec

_MEGABYTE: Final = 1_000_000


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """Bounds on what one file may cost. What passes a bound becomes an issue, never a crash.

    The longest news text among 8,500 articles has 0.1 MB and the largest page of a news site some 3 MB, so the
    defaults leave room for reports of inquiries and for whole sites printed into one page.
    """

    max_text_bytes: int = 20 * _MEGABYTE
    """Text of one document, as UTF-8; also the size of one `.txt` or `.md` file."""
    max_page_bytes: int = 100 * _MEGABYTE
    """One page, one row, or one JSON array: what must be held in memory at once."""
    max_archive_files: int = 10_000
    """Members of one zip archive."""
    max_archive_bytes: int = 2_000 * _MEGABYTE
    """All that one archive or one `.gz` file may unpack to."""
    max_archive_ratio: int = 200
    """Unpacked by packed size. News packs 3 to 30 times; a bomb packs a thousand times and more."""
    free_archive_bytes: int = 10 * _MEGABYTE
    """Unpacked size below which the ratio does not matter: small files of one repeated line are harmless."""

# SPDX-License-Identifier: Apache-2.0
"""Words that take sides: scare quotes and loaded names. They are kept as spans, never taken over as names."""

import re
from collections.abc import Sequence
from typing import Final

from rasid.records import Mention, Span

# Up to three quoted words inside a longer stretch: a name that the writer holds at arm's length, or a title.
_SCARE: Final = re.compile(r"[“\"«„]([^“”\"«»„\n]{2,40})[”\"»“]")
_LONGEST_SCARE: Final = 3


def find_framing(text: str, within: Span, mentions: Sequence[Mention]) -> tuple[Span, ...]:
    """Return the framing spans inside a stretch of text, in order."""
    spans = {
        Span(within.start + match.start(1), within.start + match.end(1))
        for match in _SCARE.finditer(within.of(text))
        if len(match.group(1).split()) <= _LONGEST_SCARE
    }
    spans.update(mention.span for mention in mentions if mention.loaded and within.holds(mention.span))
    return tuple(sorted(spans))

# SPDX-License-Identifier: Apache-2.0
"""Whom `the ministry`, `the official` or `a spokesman for it` go back to, as far as the words of one document tell.

Only the plainest cases: a noun with the article whose fuller form stands before it (`الوزارة` after `وزارة الدفاع`),
and a pronoun that can only be the speaker's. What is not found stays as written.
"""

import re
from typing import Final

from rasid.knowledge.assessment import fold_words, kind_of_site, phrases
from rasid.records import Claim, CodedDocument, Span

_ARTICLE: Final = "ال"
_MIN_STEM = 3
_ARABIC_OWN: Final = re.compile(r"\w{2,}(?:ها|هم|هما|ته)$")
_ENGLISH_OWN: Final = re.compile(r"^(?:his|her|its|their)\b", re.IGNORECASE)
# The owner is written onto the first noun or the one behind it: `قواتها`, `متحدث باسمها`.
_OWNED_WORDS = 2
_NAME_WORDS = 3
# A name may stand right behind the words of its role that were taken as the speaker.
_NAME_REACH = 30


class Backrefs:
    """The speakers and other parties of one document in the order of the text."""

    def __init__(self, coded: CodedDocument) -> None:
        """Note all spans that may be gone back to."""
        self._text = coded.document.text
        self._claims = tuple(sorted(coded.claims, key=lambda claim: (claim.cue, claim.content, claim.id)))
        self._speakers = sorted({span for claim in self._claims if (span := claim.source) is not None})
        links = {link.span for claim in self._claims for link in claim.chain if link.span is not None}
        targets = {claim.target for claim in self._claims if claim.target is not None}
        roles = {a.span for event in coded.events for a in event.arguments if a.role in ("actor", "target")}
        self._spans = sorted({*links, *targets, *roles})

    def fuller(self, span: Span, words: str) -> Span | None:
        """Return the earlier span that says in full what `the ministry` or `the same source` says in short."""
        folded = fold_words(words)
        while len(folded) > 1 and phrases("same_words").at(folded[-1:], 0):
            folded = folded[:-1]
        if phrases("same_speaker").at(folded, 0) == len(folded) and folded:
            return self.speaker_before(span)
        holder = self._named_with_role(span, folded)
        if holder is not None:
            return holder
        stem = _stem_of(folded)
        if stem is None or kind_of_site(words) is not None:
            return None
        return next((one for one in reversed(self._before(span)) if _is_fuller(self._words(one), stem)), None)

    def _named_with_role(self, span: Span, folded: tuple[str, ...]) -> Span | None:
        """Return the earlier office or role that a bare name goes back to: `عبد الرحمن` after `مدير المرصد رامي عبد الرحمن`."""
        if not folded or len(folded) > _NAME_WORDS or phrases("role_heads").at(folded, 0):
            return None
        for one in self._before(span):
            opening = self._words(one)
            if not (phrases("role_heads").at(opening, 0) or phrases("private_heads").at(opening, 0)):
                continue
            words = fold_words(self._text[one.start : one.end + _NAME_REACH].partition("\n")[0])[1:]
            if any(words[at : at + len(folded)] == folded for at in range(len(words))):
                return one
        return None

    def owner(self, span: Span, words: str) -> Span | None:
        """Return whose `its forces` or `a spokesman for it` are: of the one who speaks, or who spoke before."""
        folded = fold_words(words)[:_OWNED_WORDS]
        if not _ENGLISH_OWN.match(words) and not any(_ARABIC_OWN.match(word) for word in folded):
            return None
        if span in self._speakers:
            return self.speaker_before(span)
        holding = [claim for claim in self._claims if claim.content.holds(span) and claim.source is not None]
        inner: Claim | None = min(holding, key=lambda c: (c.content.end - c.content.start, c.cue, c.id), default=None)
        return inner.source if inner is not None else None

    def speaker_before(self, span: Span) -> Span | None:
        """Return the last speaker named before a span."""
        return next((one for one in reversed(self._speakers) if one.end <= span.start), None)

    def _before(self, span: Span) -> list[Span]:
        return [one for one in self._spans if one.end <= span.start]

    def _words(self, span: Span) -> tuple[str, ...]:
        return fold_words(span.of(self._text))


def _stem_of(folded: tuple[str, ...]) -> str | None:
    """Return the bare noun of a description that is one noun with the article, else None."""
    if len(folded) == 1 and folded[0].startswith(_ARTICLE) and len(folded[0]) >= len(_ARTICLE) + _MIN_STEM:
        return folded[0].removeprefix(_ARTICLE)
    if len(folded) == len(("the", "force")) and folded[0] == "the":
        return folded[1]
    return None


def _is_fuller(words: tuple[str, ...], stem: str) -> bool:
    if len(words) < len(("وزارة", "الدفاع")):
        return False
    if stem.isascii():
        return (
            len(words) > len(("the", "force"))
            and words[0] not in ("his", "her", "its", "their")
            and bool({stem, f"{stem}s"} & set(words))
        )
    return words[0].removeprefix(_ARTICLE) == stem and not any(_ARABIC_OWN.match(word) for word in words[:_OWNED_WORDS])

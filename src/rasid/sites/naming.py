# SPDX-License-Identifier: Apache-2.0
"""Which prison or camp some words speak of: a known one, a described one, or a class left unnamed."""

import re
from typing import Final, Literal, NamedTuple

from rasid.ids import make_id
from rasid.knowledge.assessment import fold_words, forms_of, kind_of_site, phrases, sentence_around
from rasid.records import CodedDocument, Mention, Span

SiteKind = Literal["prison", "camp", "other"]

_SURE = 0.5
_NAME_WORDS = 3
# A word with an object pronoun behind it is a verb (`a prison that it shelled`), no part of a name.
_PRONOUNS = ("ته", "ها", "هم")
_WORD: Final = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_KINDS: tuple[Literal["prison", "camp"], ...] = ("prison", "camp")


class SiteNamed(NamedTuple):
    """A site as some words of one document name it."""

    id: str
    span: Span
    kind: SiteKind
    label: str
    """As written, without what stands around the name."""
    named: bool
    single: bool = False
    """True for an unnamed one, which may go back to one that was named before it."""


class _Word(NamedTuple):
    span: Span
    text: str


def sites_in(one: CodedDocument, span: Span) -> tuple[SiteNamed, ...]:
    """Return the sites that the words of a span speak of, in the order of the text; each once."""
    known = [_known(one, mention) for mention in one.mentions if mention.kind == "site" and mention.span.overlaps(span)]
    found = [site for site in known if site is not None]
    for site in _described(one, span):
        if not any(site.span.overlaps(other.span) for other in found):
            found.append(_as_named_before(one, site))
    found.sort(key=lambda site: site.span)
    return tuple({site.id: site for site in reversed(found)}.values())[::-1]


def sites_near(one: CodedDocument, span: Span) -> tuple[SiteNamed, ...]:
    """Return the sites of the sentence around a span."""
    return sites_in(one, sentence_around(one.document.text, span))


def _known(one: CodedDocument, mention: Mention) -> SiteNamed | None:
    best = max(mention.candidates, key=lambda one: (one.score, one.entity), default=None)
    if best is None or best.score < _SURE:
        return None
    label = mention.span.of(one.document.text)
    kind = next((kind for kind in _KINDS if kind_of_site(label) == kind), None)
    return SiteNamed(best.entity, mention.span, kind or "other", label, named=True)


def _described(one: CodedDocument, span: Span) -> list[SiteNamed]:
    text = one.document.text
    words = [_Word(Span(m.start(), m.end()), m.group()) for m in _WORD.finditer(text, span.start, span.end)]
    found: list[SiteNamed] = []
    for index, word in enumerate(words):
        head = _head(words, index)
        if head is None:
            continue
        kind, length, plural = head
        if plural:
            found.append(_class(kind, Span(word.span.start, words[index + length - 1].span.end), text))
        else:
            found.append(_single(one, kind, words, index, length))
    return found


def _head(words: list[_Word], index: int) -> tuple[SiteKind, int, bool] | None:
    """Return kind, number of words and plural of the site word at an index."""
    window = tuple("".join(fold_words(word.text)) for word in words[index : index + 2])
    for first in forms_of(window[0]):
        forms = (first, *window[1:])
        for kind in _KINDS:
            length = phrases(f"site_words/{kind}").at(forms, 0)
            if length:
                return kind, length, phrases("site_plurals").at(forms, 0) > 0
    return None


def _class(kind: SiteKind, span: Span, text: str) -> SiteNamed:
    return SiteNamed(f"site:class-{kind}", span, kind, span.of(text), named=False)


def _single(one: CodedDocument, kind: SiteKind, words: list[_Word], index: int, length: int) -> SiteNamed:
    """Return the site of a singular word: with the name behind it (Arabic) or before it (English), else unnamed."""
    text = one.document.text
    head = words[index]
    if head.text.isascii():
        before = _english_name(text, words, index)
        span = Span((before[0] if before else head).span.start, words[index + length - 1].span.end)
        named = bool(before)
    else:
        behind = _arabic_name(text, words, index, length)
        start = head.span.start + _clitic_length(head.text)
        span = Span(start, (behind[-1] if behind else words[index + length - 1]).span.end)
        named = bool(behind)
    if not named:
        return SiteNamed(f"site:class-{kind}", span, kind, span.of(text), named=False, single=True)
    key = [form for word in fold_words(span.of(text)) for form in [_bare(word)]]
    return SiteNamed(make_id("site:said", kind, *key), span, kind, span.of(text), named=True)


def _clitic_length(word: str) -> int:
    """Return how many letters of a word stand before its article or stem: 1 for `بسجن` and `والسجن`."""
    folded = "".join(fold_words(word))
    if len(folded) != len(word):
        return 0  # marks between the letters: leave the word whole
    for length in (1, 2):
        rest = folded[length:]
        if not folded[:length].strip("وفبلك") and kind_of_site(rest) and not rest.startswith("ل"):
            return length
    return 0


def _bare(word: str) -> str:
    """Return a folded word without clitics, so that `بسجن` and `السجن` give one key."""
    return min(forms_of(word), key=len)


def _arabic_name(text: str, words: list[_Word], index: int, length: int) -> list[_Word]:
    taken: list[_Word] = []
    previous = words[index + length - 1]
    for word in words[index + length : index + length + _NAME_WORDS]:
        between = text[previous.span.end : word.span.start]
        folded = "".join(fold_words(word.text))
        # A conjunction, or a preposition written onto the article, begins something new.
        new = folded.startswith(("و", "بال", "لل", "فال")) or folded.endswith(_PRONOUNS)
        if between.strip(' "«»“”') or new or phrases("site_stops").at((folded,), 0):
            break
        taken.append(word)
        previous = word
    return taken


def _english_name(text: str, words: list[_Word], index: int) -> list[_Word]:
    taken: list[_Word] = []
    following = words[index]
    for word in reversed(words[max(index - _NAME_WORDS, 0) : index]):
        joined = not text[word.span.end : following.span.start].strip(" -")
        if (
            not joined
            or not any(part[:1].isupper() for part in word.text.split("-"))
            or phrases("site_stops").at(fold_words(word.text), 0)
        ):
            break
        if word.text == "The":
            break
        taken.append(word)
        following = word
    return taken[::-1]


def _as_named_before(one: CodedDocument, site: SiteNamed) -> SiteNamed:
    """Return the named site that `the prison` goes back to: the last of its kind named before it, if there is one."""
    if not site.single:
        return site
    before = [
        known
        for mention in one.mentions
        if mention.kind == "site" and mention.span.end <= site.span.start
        for known in [_known(one, mention)]
        if known is not None and known.kind in (site.kind, "other")
    ]
    if not before:
        return site
    last = max(before, key=lambda known: known.span)
    return last._replace(span=site.span)

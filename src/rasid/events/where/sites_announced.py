# SPDX-License-Identifier: Apache-2.0
"""The named places of an English sentence: names of the gazetteer, names behind a word of kind, strange names behind `in` and `near`."""

from collections.abc import Callable, Sequence
from typing import Final

from rasid.events.where.sites_named import Site
from rasid.records import Mention, Phrase, Sentence, Span, Token

_WHERE: Final = frozenset({"in", "near", "outside", "around"})
# Words of a name: `Tall Tawil`, `Dayr Az Zayr`.
_LONGEST_NAME: Final = 3
_NO_PLACES: Final = ("time_head", "calendar", "month", "state", "nationality_adj", "person_title", "official")

_PEOPLE_AND_THINGS: Final = (
    "civilian", "victim", "detainee", "journalist", "protester", "official", "force", "party", "state", "authority", "air", "drone", "artillery",
    "nationality_adj", "facility", "prison", "camp", "vehicle",
)  # fmt: skip


def announced_sites(
    sentence: Sentence, places: Sequence[Mention], others: Sequence[Mention], *, is_in: Callable[[Token, str], bool]
) -> tuple[Site, ...]:
    """Return the named places of a sentence by its phrases, in the order of the text.

    Args:
        sentence: Read closely.
        places: Its mentions of places.
        others: Its other mentions of names: what stands in one of them is no place.
        is_in: Whether a token is in a word class.
    """
    tokens = sentence.tokens
    sites = [_mentioned(tokens, mention, [other.span for other in others], is_in) for mention in places]
    listing = False
    for phrase in sentence.phrases:
        known = any(site.mention is not None and site.span.overlaps(phrase.span) for site in sites)
        announced = _announces(tokens, phrase, is_in)
        listing = known or announced or (listing and phrase.coordinated and _is_short(tokens, phrase, is_in))
        if listing and not known and not any(site.span.overlaps(phrase.span) for site in sites):
            sites.append(Site(span=phrase.span, start=phrase.start, end=phrase.end))
    sites.extend(_strange(tokens, [site.span for site in sites], [mention.span for mention in others], is_in))
    return tuple(sorted(sites, key=lambda site: site.span))


def _strange(tokens: Sequence[Token], known: Sequence[Span], others: Sequence[Span], is_in: Callable[[Token, str], bool]) -> list[Site]:
    """Names in capitals that no list knows, where the preposition says that they are places: `near Dayr Az Zayr`."""
    found: list[Site] = []
    for i, token in enumerate(tokens[:-1]):
        if token.word.key not in _WHERE or token.kind != "preposition":
            continue
        end = i + 1
        while end < len(tokens) and end - i <= _LONGEST_NAME and _is_capital(tokens[end]) and not any(is_in(tokens[end], name) for name in _NO_PLACES):
            end += 1
        if end == i + 1:
            continue
        span = Span(tokens[i + 1].span.start, tokens[end - 1].span.end)
        if not any(span.overlaps(other) for other in (*known, *others)):
            found.append(Site(span=span, start=i + 1, end=end))
    return found


def _is_capital(token: Token) -> bool:
    return token.word.form[:1].isupper() and token.word.form.isalpha() and token.word.form.isascii()


def _mentioned(tokens: Sequence[Token], mention: Mention, others: Sequence[Span], is_in: Callable[[Token, str], bool]) -> Site:
    """A known name, with the capitals right behind a name of one word that go on with it: `village of Tall Tawil`."""
    inside = [i for i, token in enumerate(tokens) if token.span.overlaps(mention.span)] or [0]
    end = inside[-1] + 1
    behind_kind = inside[0] > 1 and tokens[inside[0] - 1].word.key == "of" and is_in(tokens[inside[0] - 2], "place_kind")
    while behind_kind and end < len(tokens) and _is_capital(tokens[end]) and not any(other.overlaps(tokens[end].span) for other in others):
        end += 1
    span = Span(mention.span.start, max(mention.span.end, tokens[end - 1].span.end))
    return Site(span=span, start=inside[0], end=end, mention=mention)


def _announces(tokens: Sequence[Token], phrase: Phrase, is_in: Callable[[Token, str], bool]) -> bool:
    """Whether a phrase is a word for a kind of place and a name: `village of X`, and not `militia positions`."""
    if phrase.end - phrase.head < 2 or not is_in(tokens[phrase.head], "place_kind"):  # noqa: PLR2004
        return False
    name = tokens[phrase.head + 1]
    if name.word.enclitic or any(is_in(name, other) for other in (*_PEOPLE_AND_THINGS, "holding")):
        return False
    return name.kind in {"noun", "other"} or (name.kind == "adjective" and name.word.definite and not tokens[phrase.head].word.definite)


def _is_short(tokens: Sequence[Token], phrase: Phrase, is_in: Callable[[Token, str], bool]) -> bool:
    """Whether a phrase joined to a place may be one more: short, and of no other known kind."""
    head = tokens[phrase.head]
    return phrase.end - phrase.start <= 2 and head.kind != "number" and not any(is_in(head, name) for name in _PEOPLE_AND_THINGS)  # noqa: PLR2004

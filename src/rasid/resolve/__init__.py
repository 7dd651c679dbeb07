# SPDX-License-Identifier: Apache-2.0
"""Mention to Place: which of the places of a name is meant, how exactly, and why.

In goes a coded document whose mentions carry candidates. Out comes the same document with a `Place` at each place
argument of its events, and in `Event.where` the one that says most exactly where. It adds no candidates to mentions,
drops none, and gives no point where it would be a guess. It does not resolve actors: their names hardly clash, so the
candidates of a mention stand.
"""

from collections.abc import Mapping
from typing import Final

from msgspec.structs import replace

from rasid.ids import MentionId
from rasid.records import Argument, Candidate, CodedDocument, Event, Mention, Place, Role, Span
from rasid.resolve.anchors import anchors_behind
from rasid.resolve.context import DocumentContext, candidates_for, document_context, nearby, read_named
from rasid.resolve.places import resolve_place
from rasid.resolve.shapes import bearing_of, read_offset
from rasid.resolve.surroundings import Surroundings, read_surroundings

__all__ = ["DocumentContext", "Surroundings", "document_context", "read_surroundings", "resolve", "resolve_place"]

_PLACE_ROLES: Final[frozenset[Role]] = frozenset({"place", "origin", "destination"})


def resolve(coded: CodedDocument) -> CodedDocument:
    """Return the document with the places of its events resolved.

    Args:
        coded: With mentions and events; returned as it is where no event has a place.
    """
    if not any(argument.role in _PLACE_ROLES for event in coded.events for argument in event.arguments):
        return coded
    resolver = _Resolver(coded)
    return replace(coded, events=tuple(map(resolver.event, coded.events)))


class _Resolver:
    """Resolves the places of one document; the same span is resolved once."""

    def __init__(self, coded: CodedDocument) -> None:
        self._coded = coded
        self._text = coded.document.text
        self._named = read_named(coded)
        self._mentions = tuple(named.mention for named in self._named)
        self._by_id: Mapping[MentionId, Mention] = {mention.id: mention for mention in self._mentions}
        self._contexts: dict[tuple[Candidate, ...], DocumentContext] = {}
        self._done: dict[Span, Place] = {}

    def event(self, event: Event) -> Event:
        """Return the event with its place arguments resolved and its best place in `where`."""
        arguments = tuple(self._argument(argument) for argument in event.arguments)
        if arguments == event.arguments:
            return event
        places = [argument.place for argument in arguments if argument.role == "place" and argument.place is not None]
        # The first of the most exact: `في بلدة الشحيل بريف دير الزور` is the town, whatever the order of the words.
        where = min(places, key=lambda place: place.precision, default=None)
        return replace(event, arguments=arguments, where=where or event.where)

    def _argument(self, argument: Argument) -> Argument:
        if argument.role not in _PLACE_ROLES:
            return argument
        return replace(argument, place=self._place(argument))

    def _place(self, argument: Argument) -> Place:
        if argument.span not in self._done:
            mention = self._mention(argument)
            span = argument.span if mention is None else mention.span
            name = span.of(self._text)
            candidates = candidates_for(name) if mention is None else mention.candidates
            around = read_surroundings(self._text, span)
            self._done[argument.span] = resolve_place(
                name,
                candidates=candidates,
                context=self._context(candidates),
                surroundings=around,
                near=nearby(mention, self._named),
                anchors=anchors_behind(self._text, span, self._named, known=mention is not None),
                offset=read_offset(self._text, span.start),
                bearing=bearing_of(around.sides),
            )
        return self._done[argument.span]

    def _mention(self, argument: Argument) -> Mention | None:
        """Return the mention that an argument names, or the longest one inside its span."""
        if argument.mention is not None and argument.mention in self._by_id:
            return self._by_id[argument.mention]
        inside = [mention for mention in self._mentions if argument.span.overlaps(mention.span)]
        return max(inside, key=lambda found: (found.span.end - found.span.start, -found.span.start), default=None)

    def _context(self, candidates: tuple[Candidate, ...]) -> DocumentContext:
        if candidates not in self._contexts:
            self._contexts[candidates] = document_context(self._coded, without=candidates, named=self._named)
        return self._contexts[candidates]

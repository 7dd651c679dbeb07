# SPDX-License-Identifier: Apache-2.0
"""One sentence as its events are read: what kind of thing each phrase may name, and the arguments as they are gathered."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, cached_property
from typing import Final

from rasid.events.where.chains import Chain, find_chains, segments
from rasid.events.where.sites_announced import announced_sites
from rasid.events.where.sites_named import Site, find_sites
from rasid.knowledge.lexemes import classes_of_words
from rasid.knowledge.load import Row, read_tsv
from rasid.records import Mention, Phrase, Predicate, Record, Sentence, Span, Token
from rasid.spelling import fold

_PERSON_CLASSES: Final = ("civilian", "victim", "detainee", "journalist", "protester", "official")
_ARMED_CLASSES: Final = ("force", "party", "state", "authority", "air", "drone", "artillery", "nationality_adj")
_PLACE_CLASSES: Final = ("place_kind",)
# Bases, unless with the article the organisation.
_BODIES_WITH_ARTICLE: Final = frozenset({"قاعده"})
_BASES: Final = frozenset({"قواعد", "قاعدتين", "قاعدتان"})
# Another, others: persons where they stand by themselves (`قتل مسلح واعتقل آخر`).
_ANOTHER: Final = frozenset({"اخر", "اخران", "اخرون", "اخرين"})
THING_CLASSES: Final = ("facility", "prison", "camp", "vehicle")
_PHRASE_CLASSES: Final = frozenset({*_PERSON_CLASSES, *_ARMED_CLASSES, *_PLACE_CLASSES, *THING_CLASSES, "time_head"})


class Frame(Record, frozen=True, kw_only=True):
    """One row of frames.tsv."""

    subject: str
    object: str
    genitive: str
    obliques: tuple[tuple[str, str], ...]


@cache
def frames(language: str) -> Mapping[str, Frame]:
    """Return the frames of a language by name."""
    return {row["frame"]: _frame(row) for row in read_tsv(f"lexicon/{language}/frames.tsv")}


def _frame(row: Row) -> Frame:
    pairs = tuple((fold(part.partition("=")[0]), part.partition("=")[2]) for part in row.items_of("obliques"))
    return Frame(subject=_role(row["subject"]), object=_role(row["object"]), genitive=_role(row["genitive"]), obliques=pairs)


def _role(cell: str) -> str:
    return "" if cell == "-" else cell


class Scene:
    """One sentence with its mentions, while its events are read."""

    def __init__(self, sentence: Sentence, mentions: Sequence[Mention], *, language: str) -> None:
        self.sentence = sentence
        self.tokens: Sequence[Token] = sentence.tokens
        self.language = language
        self.mentions = tuple(mention for mention in mentions if mention.sentence == sentence.index)
        self.places = tuple(mention for mention in self.mentions if mention.kind == "place")
        self.actors = tuple(mention for mention in self.mentions if mention.kind == "actor")
        self.predicates = {predicate.head: predicate for predicate in sentence.predicates}
        self._known_classes = classes_of_words(language)
        self._classes: dict[tuple[int, int], frozenset[str]] = {}
        self._times: dict[int, bool] = {}
        self._placed: dict[tuple[int, int, int, int, int], bool] = {}
        self._verbs: dict[tuple[str, ...], tuple[Predicate, ...]] = {}

    @cached_property
    def named_places(self) -> tuple[Site, ...]:
        """The named places of the sentence, in the order of the text."""
        if self.language != "ar":
            named = [mention for mention in self.mentions if mention.kind in {"actor", "outlet", "person", "time", "quantity"}]
            return announced_sites(self.sentence, self.places, named, is_in=self.is_in)
        places = [mention for mention in self.mentions if mention.kind in {"place", "site"}]
        return find_sites(self.sentence, places, [mention for mention in self.mentions if mention.kind in {"actor", "outlet"}])

    @cached_property
    def chains(self) -> tuple[Chain, ...]:
        """The named places that are told together."""
        return find_chains(self)

    @cached_property
    def segments(self) -> list[int]:
        """For each token the number of its stretch of the sentence."""
        return segments(self)

    @cached_property
    def present(self) -> frozenset[str]:
        """The classes that any word of the sentence is in: the cheap question before a search for one."""
        return frozenset().union(*[self._known_classes[token.word] for token in self.tokens])

    @cached_property
    def tells_future(self) -> bool:
        """Whether any word of the sentence is in the future or says that something will not be."""
        return any("س" in token.word.proclitics or token.word.key == "لن" for token in self.tokens)

    @cached_property
    def phrases_by_token(self) -> dict[int, Phrase]:
        """The phrase that holds each token, the first of several."""
        found: dict[int, Phrase] = {}
        for phrase in self.sentence.phrases:
            for i in range(phrase.start, phrase.end):
                found.setdefault(i, phrase)
        return found

    def phrase_at(self, i: int) -> Phrase | None:
        """Return the phrase that holds a token, the first of several; None where it stands in none."""
        return self.phrases_by_token.get(i)

    def verbs_in(self, names: tuple[str, ...]) -> tuple[Predicate, ...]:
        """Return the finite verbs of the sentence that are in any of some classes, in the order of the text."""
        known = self._verbs.get(names)
        if known is None:
            verbs = (predicate for predicate in self.sentence.predicates if predicate.form == "verb")
            known = self._verbs[names] = tuple(verb for verb in verbs if self.is_any(self.tokens[verb.head], names))
        return known

    def is_in(self, token: Token, name: str) -> bool:
        """Return whether a token is in a class; a class that a language lacks holds nothing."""
        return name in self._known_classes[token.word]

    def turns(self, i: int) -> bool:
        """Return whether the sentence turns to another happening at a token: `فيما`, `في وقت` with a verb, not `في وقت مبكر`."""
        if not self.is_in(self.tokens[i], "turn"):
            return False
        return i + 1 == len(self.tokens) or not self.is_in(self.tokens[i + 1], "hour_quality")

    def is_any(self, token: Token, names: Iterable[str]) -> bool:
        """Return whether a token is in any of some classes."""
        return not self._known_classes[token.word].isdisjoint(names)

    def classes(self, phrase: Phrase) -> frozenset[str]:
        """Return what kinds of thing a phrase may name: its head's classes and the mentions at its head."""
        key = (phrase.head, phrase.end)
        known = self._classes.get(key)
        if known is None:
            known = self._classes[key] = self._find_classes(phrase)
        return known

    def _find_classes(self, phrase: Phrase) -> frozenset[str]:
        head = self.tokens[phrase.head]
        if phrase.end > phrase.head + 1 and self.is_in(head, "one_of"):
            head = self.tokens[phrase.head + 1]  # `أحد المنازل`
        found = set(self._known_classes[head.word] & _PHRASE_CLASSES)
        if head.word.key in _BASES or (head.word.key in _BODIES_WITH_ARTICLE and not head.word.definite):
            found.discard("party")  # `قواعد عسكرية` are bases
        for mention in self.mentions:
            if mention.span.overlaps(head.span):
                found.add({"actor": "party", "place": "place", "site": "facility"}.get(mention.kind, mention.kind))
                if mention.kind == "place" and mention.span.start == head.span.start and mention.span.end > head.span.end:
                    found.discard("facility")  # `جسر الشغور`: a town by the name of a bridge
        if phrase.end > phrase.head + 1 and self.is_in(head, "of_group") and self.is_any(self.tokens[phrase.head + 1], ("force", "authority")):
            found.discard("civilian")
            found.add("force")  # `رجال الأمن`
        first = self.tokens[phrase.start]
        if first.kind == "number" or self.is_in(first, "number"):
            found.add("number")
            found.discard("place")  # `20 سوريا` are twenty Syrians
        return frozenset(found)

    def is_place(self, phrase: Phrase) -> bool:
        """Return whether a phrase names a place rather than a thing or people in it."""
        key = (phrase.start, phrase.head, phrase.end, phrase.span.start, phrase.span.end)
        known = self._placed.get(key)
        if known is None:
            known = self._placed[key] = self._is_place(phrase)
        return known

    def _is_place(self, phrase: Phrase) -> bool:
        if any(site.span.start < phrase.span.start and phrase.span.end <= site.span.end for site in self.named_places):
            return True  # the rest of a name that began before: `طريق إم 5`, `مدينة #الباب`
        classes = self.classes(phrase)
        if classes & {"place"} and not classes & {"facility", "party", "force"}:
            return True
        if not classes and phrase.head == phrase.start and any(site.start == phrase.start and site.mention is None for site in self.named_places):
            return True  # a strange name, alone or in a list: `قرى عقيبة وقنطرة وصوغوناكة`
        around = self.is_in(self.tokens[phrase.head], "direction")
        return (around or bool(classes & set(_PLACE_CLASSES))) and any(site.span.overlaps(phrase.span) for site in self.named_places)

    def is_armed(self, phrase: Phrase) -> bool:
        """Return whether a phrase names one who can act with force or authority."""
        return bool(self.classes(phrase) & set(_ARMED_CLASSES))

    def is_side(self, phrase: Phrase) -> bool:
        """Return whether a phrase names a side of a conflict: a force, a party, a state; not an official or a ministry."""
        return bool(self.classes(phrase) & {"force", "party", "state", "air", "drone", "artillery"}) and not self.is_time(phrase)

    def is_grouped(self, phrase: Phrase) -> bool:
        """Return whether a phrase names several or a body that news treats as feminine or plural: `القوات`, `الفصائل`, `قسد`."""
        return bool(self.classes(phrase) & {"force", "party", "state", "authority", "number"}) or self.tokens[phrase.head].word.plural

    def is_people(self, phrase: Phrase) -> bool:
        """Return whether a phrase names persons as such."""
        return bool(self.classes(phrase) & {*_PERSON_CLASSES, "number"}) or self.tokens[phrase.head].word.key in _ANOTHER

    def is_time(self, phrase: Phrase) -> bool:
        """Return whether a phrase is a time."""
        known = self._times.get(phrase.head)
        if known is None:
            head = self.tokens[phrase.head]
            timed = any(mention.kind == "time" and mention.span.overlaps(head.span) for mention in self.mentions)
            known = self._times[phrase.head] = timed or self.is_in(head, "time_head") or (self.is_in(head, "weekday") and head.word.definite)
        return known


def span_of(tokens: Sequence[Token], start: int, end: int) -> Span:
    """Return the span from one token to before another."""
    return Span(tokens[start].span.start, tokens[end - 1].span.end)

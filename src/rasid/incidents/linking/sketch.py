# SPDX-License-Identifier: Apache-2.0
"""What of an incident's telling is compared: where, when, to how many, and in which words."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache
from math import log, sqrt
from typing import Final

from rasid.ids import DocumentId, IncidentId
from rasid.incidents.folding import fold_word
from rasid.incidents.linking.stamps import month_days, stamped
from rasid.incidents.tellings import kind_of
from rasid.knowledge.lexemes import word_classes
from rasid.knowledge.load import read_tsv
from rasid.knowledge.name_index import fold_name
from rasid.records import CodedDocument, Incident, Place, Record, Span, Tally

_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_STOP: Final = re.compile(r"[.!?؟\n]")
_MOST_LETTERS: Final = 1500
_HEAD_LETTERS: Final = 500
"""A day in the head of a report dates what it tells of."""
_PIN: Final = 2
_MOST_DAYS: Final = 3
_MOST_STRETCH: Final = 62
_BEFORE_PUBLICATION: Final = 2
_SMALL: Final = 300
"""Documents below which one cannot tell from them alone which words are rare: known words then count as common."""
LENGTH: Final = 10_000
_MOST_WORDS: Final = 80
_KNOWN: Final = 0.5
"""Weight of a known word among few documents."""
_RAREST: Final = 20
_RARE_SHARE: Final = 0.02


class Sketch(Record, frozen=True, kw_only=True):
    """One incident as one report tells it, for comparing."""

    id: IncidentId
    document: DocumentId
    point: tuple[float, float] | None
    names: frozenset[str]
    """Folded words of its places."""
    days: tuple[int, int] | None
    """First and last day as ordinals, where they are known to a few days."""
    stretch: tuple[int, int] | None
    """First and last day of the weeks or months that are known instead."""
    month_days: frozenset[tuple[int, int]]
    """Month and day named without a year."""
    weekday: int | None
    killed: Tally | None
    wounded: Tally | None
    kind: str
    types: frozenset[str]
    words: tuple[str, ...]
    """Folded words of its telling, in the order of the text."""


class Corpus:
    """How rare each word is among the documents that are linked, and what follows for the comparing of tellings."""

    def __init__(self, sketches: Sequence[Sketch]) -> None:
        """Count the words of each document once."""
        by_document: dict[DocumentId, set[str]] = {}
        for one in sketches:
            by_document.setdefault(one.document, set()).update(one.words)
        documents = len(by_document)
        self._counts = Counter(word for words in by_document.values() for word in words)
        self._rarest = max(2, min(_RAREST, int(documents * _RARE_SHARE)))
        self._known = _known_words() if documents < _SMALL else frozenset()
        size = max(documents, _SMALL)
        self._weights = {word: _KNOWN if word in self._known else log(size / count) for word, count in self._counts.items()}

    def weight(self, word: str) -> float:
        """Return the log of how many documents there are for each that has a word; known words weigh little among few documents."""
        return self._weights[word]

    def rare(self, one: Sketch) -> frozenset[str]:
        """Return the words of a telling that few documents have: names of victims, of villages."""
        return frozenset([word for word in set(one.words) if self._counts[word] <= self._rarest and word not in self._known])

    def vector(self, one: Sketch) -> dict[str, int]:
        """Return the weightiest words of a telling with their weights in whole numbers, so that sums know no order; its length is `LENGTH`."""
        weights = {word: (1 + log(count)) * self.weight(word) for word, count in Counter(one.words).items()}
        kept = sorted(weights, key=lambda word: (-weights[word], word))[:_MOST_WORDS]
        length = sqrt(sum(weights[word] ** 2 for word in kept)) or 1.0
        return {word: round(LENGTH * weights[word] / length) for word in kept}


def sketch(coded: CodedDocument, incident: Incident, *, alone: bool) -> Sketch:
    """Return what is compared of an incident.

    Args:
        coded: The report.
        incident: One of those it tells.
        alone: Whether it tells of no other; then all its words speak for it, else only those of its sentences.
    """
    text = coded.document.text
    spans = [Span(0, min(len(text), _MOST_LETTERS))] if alone else sorted({_sentence(text, one.span.start) for one in incident.citations})
    told = " ".join(span.of(text) for span in spans)[:_MOST_LETTERS]
    places = [place for place in (incident.place, *incident.places) if place is not None]
    times = _times(coded, spans) or _times(coded, [Span(0, min(len(text), _HEAD_LETTERS))])
    words = " ".join(times)
    return Sketch(
        id=incident.id,
        document=coded.document.id,
        point=next((point for place in places if (point := _pin(place)) is not None), None),
        names=frozenset([fold_word(word) for place in places for word in _WORD.findall(place.name.replace("_", " "))]),
        days=_days(coded, incident),
        stretch=_stretch(incident),
        month_days=month_days(words) or month_days(text[:_HEAD_LETTERS]),
        weekday=_weekday(words),
        killed=incident.killed,
        wounded=incident.wounded,
        kind=kind_of(incident.types[0]),
        types=frozenset(incident.types),
        words=tuple(map(fold_word, _WORD.findall(told.replace("_", " ")))),
    )


def _pin(place: Place) -> tuple[float, float] | None:
    if place.precision > _PIN or place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude


def _sentence(text: str, at: int) -> Span:
    before = [found.end() for found in _STOP.finditer(text, 0, at)]
    after = _STOP.search(text, at)
    return Span(before[-1] if before else 0, after.start() if after else len(text))


def _days(coded: CodedDocument, incident: Incident) -> tuple[int, int] | None:
    when = incident.date
    if when is not None:
        start, end = date.fromisoformat(when.start), date.fromisoformat(when.end)
        if end - start <= timedelta(days=_MOST_DAYS):
            first = start - timedelta(days=1) if when.basis == "published" else start
            return first.toordinal(), end.toordinal()
        return None
    published = coded.document.published
    day = date.fromisoformat(published[:10]) if published is not None else stamped(coded.document.text)
    return None if day is None else (day.toordinal() - _BEFORE_PUBLICATION, day.toordinal())


def _stretch(incident: Incident) -> tuple[int, int] | None:
    when = incident.date
    if when is None:
        return None
    start, end = date.fromisoformat(when.start).toordinal(), date.fromisoformat(when.end).toordinal()
    return (start, end) if end - start <= _MOST_STRETCH else None


def _times(coded: CodedDocument, spans: Iterable[Span]) -> list[str]:
    """Return the words of the times in some stretches of a text."""
    text = coded.document.text
    found = [mention.span for mention in coded.mentions if mention.kind == "time"]
    return [time.of(text) for span in spans for time in found if span.overlaps(time)]


def _weekday(words: str) -> int | None:
    known = _weekdays()
    return next((known[key] for word in _WORD.findall(words) for key in (fold_name(word), fold_word(word)) if key in known), None)


@cache
def _weekdays() -> dict[str, int]:
    found = {}
    for language in ("ar", "en"):
        for row in read_tsv(f"lexicon/{language}/time.tsv"):
            if row["kind"] == "weekday":
                for name in row.items_of("forms"):
                    found[fold_name(name)] = int(row["value"])
                    found.setdefault(fold_word(name), int(row["value"]))
    return found


@cache
def _known_words() -> frozenset[str]:
    """Return the words that the lexicons list, folded: no names."""
    words = [word for language in ("ar", "en") for listed in word_classes(language).values() for word in listed]
    for name in ("closed", "adjectives", "verbs", "nisba_nouns"):
        words += [word for row in read_tsv(f"lexicon/ar/{name}.tsv") for value in row.values() for word in value.split("|")]
    return frozenset([fold_word(word) for word in words if " " not in word])

# SPDX-License-Identifier: Apache-2.0
"""Find the words and phrases of a lexicon file in a sentence: verbs in any form, nouns, participles, multi-word phrases.

The same index serves event triggers and reporting cues, in every language.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Final, Literal, NamedTuple

from rasid.errors import KnowledgeError
from rasid.knowledge.load import Row, read_tsv
from rasid.records import Record, Token, Word, WordKind
from rasid.remembered import Remembered
from rasid.spelling import fold

_NONE: Final[frozenset[str]] = frozenset()
_GAP: Final = "…"
_LONG_GAP: Final = "……"
# A long gap holds subject and object with their titles: `حمل أعضاء في المجلس ومسؤولون أوروبيون تركيا مسؤولية`.
_LONG_GAP_WORDS: Final = 12
# A gap in a phrase holds a short subject or object: `أطلقت قوات الأمن التركية النار`.
_GAP_WORDS: Final = 4
_ARTICLE: Final = "ال"

Kind = Literal["verb", "noun", "participle", "phrase"]


class Lexeme(Record, frozen=True, kw_only=True):
    """One row of a lexicon file as one of its words."""

    row: int
    """Index of the row among the rows that the index was built from."""
    kind: Kind
    words: int = 1


class Found(Record, frozen=True, kw_only=True):
    """A lexeme in a sentence."""

    row: int
    kind: Kind
    start: int
    end: int
    head: int
    """Token index of the word that the grammar knows: the verb or noun that opens a phrase."""
    slots: tuple[int, ...] = ()
    """Token indices of the words themselves, where a phrase has gaps."""


class Slot(Record, frozen=True, kw_only=True):
    """One word of a phrase: any of these keys, or any form of these verbs; a gap before it where `gap`."""

    keys: frozenset[str]
    verbs: frozenset[str]
    gap: int = 0
    """Words that may stand before it."""

    def fits(self, token: Token) -> bool:
        """Return whether a token can stand in the slot."""
        word = token.word
        if word.verb and fold(word.verb) in self.verbs:
            return True
        if token.kind == "verb" and word.verb == word.lemma and not self.verbs and word.key.isascii():
            return word.key in self.keys  # `attack` in a phrase is the noun, unless written v:attack
        return word.key in self.keys or (word.lemma != "" and fold(word.lemma) in self.keys) or fold(word.form) in self.keys  # `لا يزال هاربا`


Words = tuple[tuple[int, Kind], ...]


class _Phrase(NamedTuple):
    """A phrase of a row, under one of the keys that may open it."""

    row: int
    slots: tuple[Slot, ...]
    last: frozenset[str]
    """Keys of the words that may close it."""


class _Entry(NamedTuple):
    """What an index has of one word."""

    phrases: tuple[_Phrase, ...]
    """Those that may begin with it, in the order of its keys and of the rows."""
    lasts: frozenset[str]
    """The keys with which they may end."""
    closing: tuple[str, ...]
    """Its own keys with which any phrase may end."""
    as_verb: Words
    """The rows that hold the word by itself where it is a verb."""
    as_adjective: Words
    as_other: Words

    def words(self, kind: WordKind) -> Words:
        """Return the rows that hold the word by itself where it is of a kind."""
        if kind == "verb":
            return self.as_verb
        if kind == "adjective":
            return self.as_adjective
        return self.as_other if kind in _WORDLIKE else ()


class LexemeIndex:
    """The words of the rows of one lexicon file, by look-up key."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = tuple(rows)
        self._verbs: dict[str, list[int]] = {}
        self._nouns: dict[str, list[int]] = {}
        self._participles: dict[str, list[int]] = {}
        self._phrases: dict[str, list[_Phrase]] = {}
        for number, row in enumerate(self.rows):
            self._add(number, row)
        self._lasts = frozenset(key for phrases in self._phrases.values() for phrase in phrases for key in phrase.last)
        self._known = frozenset().union(self._nouns, self._participles, self._phrases, self._lasts, [f"v:{verb}" for verb in self._verbs])
        self._entries = Remembered(self._look_up)

    def _add(self, number: int, row: Row) -> None:
        for past in row.items_of("past"):
            self._verbs.setdefault(fold(past), []).append(number)
        for column, table in (("nouns", self._nouns), ("participles", self._participles)):
            for word in row.items_of(column):
                if " " in word:
                    self._add_phrase(number, row, word)
                else:
                    table.setdefault(fold(word), []).append(number)
        for phrase in row.items_of("phrases"):
            self._add_phrase(number, row, phrase)

    def _add_phrase(self, number: int, row: Row, phrase: str) -> None:
        slots = parse_phrase(phrase)
        if not slots:
            raise row.error(f"phrase '{phrase}' has no words")
        last = slots[-1].keys | {f"v:{verb}" for verb in slots[-1].verbs}
        for key in slots[0].keys | {f"v:{verb}" for verb in slots[0].verbs}:
            self._phrases.setdefault(key, []).append(_Phrase(number, slots, last))

    def knows(self, token: Token) -> bool:
        """Return whether any lexeme may begin at a token, whatever surrounds it."""
        word = token.word
        if word.verb and (fold(word.verb) in self._verbs or f"v:{fold(word.verb)}" in self._phrases):
            return True
        lemma = fold(word.lemma)
        return any(key in table for table in (self._nouns, self._participles, self._phrases) for key in (word.key, lemma))

    def senses_of(self, token: Token) -> int:
        """Return how many rows hold the word at a token by itself, phrases left out."""
        return len({row for row, _ in self._entries[token.word].words(token.kind)})

    def find(self, tokens: Sequence[Token]) -> list[Found]:
        """Return all lexemes in a sentence, those of one place with phrases first, in order of place."""
        found: list[Found] = []
        known = self._entries
        entries = [known[token.word] for token in tokens]
        present = frozenset([key for entry in entries if entry.closing for key in entry.closing])
        for i, entry in enumerate(entries):
            if entry is _SILENT:
                continue
            if entry.phrases and not entry.lasts.isdisjoint(present):
                # Most phrases lack their last word in the sentence: one look saves the search.
                likely = [phrase for phrase in entry.phrases if not phrase.last.isdisjoint(present)]
                if likely:
                    found.extend(_phrases_at(tokens, i, likely))
            for row, kind in entry.words(tokens[i].kind):
                found.append(Found(row=row, kind=kind, start=i, end=i + 1, head=i))
        return found

    def _look_up(self, word: Word) -> _Entry:
        """Ask all tables of a word."""
        key, lemma, verb = word.key, fold(word.lemma), fold(word.verb)
        keys = {key, lemma, fold(word.form), f"v:{verb}"} if verb else {key, lemma, fold(word.form)}
        if self._known.isdisjoint(keys):
            return _SILENT
        phrases = tuple([phrase for opening in sorted(keys) for phrase in self._phrases.get(opening, ())])
        participles: list[tuple[int, Kind]] = [(row, "participle") for row in self._participles.get(key) or self._participles.get(lemma, [])]
        own: list[tuple[int, Kind]] = [(row, "noun") for row in self._nouns.get(key, ())]
        return _Entry(
            phrases, frozenset().union(*[phrase.last for phrase in phrases]), tuple(self._lasts.intersection(keys)),
            as_verb=tuple([(row, "verb") for row in self._verbs.get(verb, ())]), as_adjective=(*own, *participles),
            as_other=(*(own or [(row, "noun") for row in self._nouns.get(lemma, ())]), *participles),
        )  # fmt: skip


def _phrases_at(tokens: Sequence[Token], i: int, phrases: Iterable[_Phrase]) -> Iterable[Found]:
    seen: set[tuple[int, int]] = set()
    for row, slots, _ in phrases:
        places = match_slots(slots, tokens, i)
        if places and (row, places[-1]) not in seen:
            seen.add((row, places[-1]))
            yield Found(row=row, kind="phrase", start=i, end=places[-1] + 1, head=i, slots=places)


_SILENT: Final = _Entry((), _NONE, (), (), (), ())
_WORDLIKE: Final[frozenset[WordKind]] = frozenset({"noun", "adjective", "other", "preposition", "particle", "conjunction"})


def match_slots(slots: Sequence[Slot], tokens: Sequence[Token], start: int) -> tuple[int, ...]:
    """Return the token indices of the words of a phrase that begins at `start`, or none where it does not stand there."""
    i = start
    places: list[int] = []
    for number, slot in enumerate(slots):
        reach = slot.gap + 1
        if number and i < len(tokens) and tokens[i].word.key in _intensity() and not slot.fits(tokens[i]):
            i += 1  # `أعربت عن بالغ استنكارها`
        for k in range(i, min(i + reach, len(tokens))):
            if tokens[k].kind == "punctuation" and tokens[k].word.form in ("؛.!?؟" if slot.gap == _LONG_GAP_WORDS else "،؛.!?؟"):
                return ()  # a long gap may hold a remark between commas: `حملت الوزارة، في بيان، الحكومة مسؤولية`
            if k > i and tokens[k - 1].kind == "conjunction" and not slot.fits(tokens[k - 1]):
                return ()  # no phrase reaches into a clause: `أكد أن دعم`
            if slot.fits(tokens[k]):
                i = k + 1
                places.append(k)
                break
        else:
            return ()
        if number == 0 and i != start + 1:
            return ()
    return tuple(places)


@cache
def _intensity() -> frozenset[str]:
    """Qualities that may stand before a noun of a phrase."""
    return word_classes("ar").get("intensity", _NONE)


@cache
def parse_phrase(phrase: str) -> tuple[Slot, ...]:
    """Return the slots of a phrase as the lexicon writes it: `v:أطلق … نار`, `سقوط … قتيل/جريح`."""
    slots: list[Slot] = []
    gap = 0
    for piece in phrase.split():
        if piece in {_GAP, _LONG_GAP}:
            gap = _GAP_WORDS if piece == _GAP else _LONG_GAP_WORDS
            continue
        keys: set[str] = set()
        verbs: set[str] = set()
        for choice in piece.split("/"):
            if choice.startswith("v:"):
                verbs.add(fold(choice[2:]))
            elif choice:
                keys.add(fold(choice))
                if choice.startswith(_ARTICLE) and len(choice) > 4:  # noqa: PLR2004
                    keys.add(fold(choice[2:]))
        slots.append(Slot(keys=frozenset(keys), verbs=frozenset(verbs), gap=gap))
        gap = 0
    return tuple(slots)


@cache
def word_classes(language: str) -> Mapping[str, frozenset[str]]:
    """Return the word classes and marker lists of a language: name to keys (multi-word entries with single spaces)."""
    classes: dict[str, set[str]] = {}
    for file, column in (("classes", "class"), ("markers", "marker"), ("grammar", "class")):
        for row in read_tsv(f"lexicon/{language}/{file}.tsv"):
            classes.setdefault(row[column], set()).update(_class_key(word) for word in row.items_of("words"))
    return {name: frozenset(words) for name, words in classes.items()}


def _class_key(word: str) -> str:
    return " ".join(fold(part) for part in word.split())


def class_of(language: str, name: str) -> frozenset[str]:
    """Return the keys of one class or marker list.

    Raises:
        KnowledgeError: The language has no such class; the message lists those that it has.
    """
    classes = word_classes(language)
    if name not in classes:
        message = f"lexicon/{language}: no class or marker '{name}'; there are: {', '.join(sorted(classes))}"
        raise KnowledgeError(message, code="unknown_class", record_id=name)
    return classes[name]


@cache
def _classes_by_key(language: str) -> Mapping[str, frozenset[str]]:
    by_key: dict[str, set[str]] = {}
    for name, keys in word_classes(language).items():
        for key in keys:
            by_key.setdefault(key, set()).add(name)
    return {key: frozenset(names) for key, names in by_key.items()}


@cache
def classes_of_words(language: str) -> Mapping[Word, frozenset[str]]:
    """Return a table of the names of all classes and marker lists that a word's key or lemma belongs to."""
    by_key = _classes_by_key(language)

    def classes_of_word(word: Word) -> frozenset[str]:
        own, of_lemma = by_key.get(word.key, _NONE), by_key.get(fold(word.lemma), _NONE)
        return own if own >= of_lemma else own | of_lemma  # shared where it can be: the collector has less to look through

    return Remembered(classes_of_word)


@cache
def classes_of_word(language: str, key: str, lemma: str) -> frozenset[str]:
    """Return the names of all classes and marker lists that a key or a lemma belongs to."""
    by_key = _classes_by_key(language)
    return by_key.get(key, _NONE) | by_key.get(fold(lemma), _NONE)


def in_class(token: Token, words: frozenset[str]) -> bool:
    """Return whether a token's key, lemma or singular belongs to a class."""
    word = token.word
    return word.key in words or fold(word.lemma) in words

# SPDX-License-Identifier: Apache-2.0
"""Names found in running text, whatever they name: places, actors, sites, outlets.

`NameIndex` takes rows of (name, entity, guard) and finds the names among the tokens of a sentence, longest first. It
compares folded spellings, so `الحسكه`, `الحسكة` and `بالحسكة` are one name; and it knows that some names are also
common words (الباب "the door", a town): such a name is weak unless one of its guard words stands beside it.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import Literal, NamedTuple

from rasid.records import Record, Token, Word
from rasid.remembered import Remembered, remembered
from rasid.spelling import fold_once

_MARKS = dict.fromkeys([*range(0x610, 0x61B), *range(0x64B, 0x660), 0x640, 0x670, *range(0x6D6, 0x6EE)])
# On top of rasid.spelling: letters of Persian and Kurdish spellings, and digits.
_ARABIC = {**str.maketrans("ەھہڤ٠١٢٣٤٥٦٧٨٩", "هههف0123456789"), **_MARKS}
_APOSTROPHES = dict.fromkeys(map(ord, "ʿʾʻʼ’‘'`"))
_CLEANED = {**_APOSTROPHES, **_MARKS}
_LATIN = {**str.maketrans("ıøłđ", "iold"), **_APOSTROPHES}
_PIECE = re.compile(r"[^\W_]+")
_DOUBLED = re.compile(r"(.)\1+")
_ARTICLES = frozenset({"al", "el"})
_ASSIMILATED = frozenset({"ar", "as", "ash", "ad", "at", "an", "az", "er", "es", "esh", "ed", "et", "en", "ez"})
_MIN_DROPPED_ARTICLE = 5  # letters: `القامشلي` may stand for a listed `قامشلي`, but `الباب` not for a listed `باب`
_MIN_OWN_SPLIT = 3  # letters left when we split a clitic that the tokeniser left on: `ودير الزور`
_MIN_OWN_SPLIT_ALONE = 4  # the same for names of one word: `ومنبج`
_MAX_ACRONYM = 5
_ALONE = (1,)
_NEAR = 3  # guard words of up to three letters (في، in) must stand next to the name
_BARE = "="  # before guard words that must stand without article
_NEVER = frozenset({"never"})  # guard of names that are never meant
_QUOTES = frozenset("\"'“”«»‘’„()#")  # may stand between a guard word and the name: مخيم "الهول", مدينة #الباب
_JOINING = frozenset("-'’_")  # may stand between the words of a name: دير_الزور
_LIST_REACH = 7  # words back from a later member of a list of places to the word that heads it


class NameRow(NamedTuple):
    """One name of one entity, and the words that must stand beside it if it is a weak name."""

    name: str
    entity: str
    guard: tuple[str, ...] = ()


class NameMatch(Record, frozen=True, kw_only=True):
    """A name found among the tokens of a sentence."""

    start: int
    """Index of the first token."""
    end: int
    """Index behind the last token."""
    entities: tuple[str, ...]
    """All that the name may stand for, in the order of the rows."""
    weak: bool = False
    """True for a name that is also a common word and has no guard word beside it here."""
    name: str = ""
    """Folded name: the same for all spellings, so that a guarded match can vouch for a weak one elsewhere."""
    clitics: int = 0
    """Letters of the first word that are conjunctions and prepositions, not the name: 1 in `والرقة`; `للرقة` stays whole."""


class _Piece(NamedTuple):
    base: str
    definite: bool
    raw: str


class _Entry:
    """All rows with the same pieces, articles and capitals."""

    __slots__ = ("capitals", "definite", "entities", "free", "guard", "key", "settled")

    def __init__(self, key: tuple[str, ...], definite: tuple[bool, ...], capitals: int) -> None:
        self.key = key
        self.definite = definite
        self.capitals = capitals
        self.entities: tuple[str, ...] = ()
        self.guard: frozenset[str] = frozenset()
        self.settled = False  # True where a list that knows best has said whether the name is weak
        self.free = False  # True once a row without guard has the name: one well-known bearer makes it strong


@remembered(most=1 << 16)
def fold_name(word: str) -> str:
    """Return a spelling under which variants of one word meet.

    Arabic: one alef, one ya, ه for ة, ؤ and ئ without hamza, no diacritics or tatweel, Persian letters as Arabic ones.
    Latin: lower case without diacritics and apostrophes, doubled letters single, `ah` at the end as `a`, and the
    commonest ways to write one Arabic vowel as one (`ou` and `oo` as `u`, `ee` as `i`, `ei` and `ay` as `ai`).
    """
    if not word.isascii():
        word = fold_once(word.translate(_ARABIC))
        if is_arabic(word):
            return word
        decomposed = unicodedata.normalize("NFKD", word)
        word = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return _fold_latin(word.translate(_LATIN).lower())


def is_arabic(word: str) -> bool:
    """Return whether a word begins in Arabic script."""
    return "\u0600" <= word[:1] <= "\u06ff"


def _fold_latin(word: str) -> str:
    if word.isdigit():
        return word
    word = _DOUBLED.sub(r"\1", word.replace("oo", "u").replace("ee", "i"))
    word = word.replace("ou", "u").replace("ei", "ai").replace("ay", "ai")
    return word[:-1] if word.endswith("ah") and len(word) > 3 else word  # noqa: PLR2004


def _drop_article(folded: str) -> tuple[str, bool]:
    """Return an Arabic word without ال, and whether it had it. Both sides of a comparison go through here."""
    if len(folded) > 3 and folded.startswith("ال"):  # noqa: PLR2004
        return folded[2:], True
    return folded, False


def _pieces_of(form: str) -> tuple[tuple[str, bool, str], ...]:
    """Return (base, definite, raw) for each part of a word or name: `Deir ez-Zor` has deir and, definite, zor."""
    if is_arabic(form) and (words := form.translate(_MARKS).split()) and all(map(str.isalpha, words)):  # nearly all
        return tuple([(*_drop_article(fold_name(word)), word) for word in words])
    found: list[tuple[str, bool, str]] = []
    article = False
    for part in _PIECE.finditer(form.translate(_CLEANED)):
        raw = part.group()
        if is_arabic(raw):
            found.append((*_drop_article(fold_name(raw)), raw))
        elif _is_latin_article(raw.lower(), part.string[part.end() :].lower()):
            article = True
        else:
            found.append((fold_name(raw), article, raw))
            article = False
    return tuple(found)


def _is_latin_article(word: str, rest: str) -> bool:
    """Return whether a word is al or el, or has its l turned into the next sound: ar-Raqqah, ez-Zor."""
    if not rest[1:] or rest[0] not in " -":
        return False
    return word in _ARTICLES or (word in _ASSIMILATED and rest[1:].startswith(word[1:]))


def key_of(name: str) -> str:
    """Return a name as `NameMatch.name` has it: folded, without articles."""
    return " ".join([piece[0] for piece in _pieces_of(name)])


def first_word(name: str) -> str:
    """Return the folded first word of a name, without article; empty for a name of no letters."""
    return next((piece[0] for piece in _pieces_of(name)), "")


class _Reading(NamedTuple):
    """One way to take an Arabic word as the first word of a name."""

    base: str
    definite: bool
    split: Literal["tokeniser", "none", "own"]
    """Who split clitics off: the tokeniser, nobody, or we, for names that the tokeniser does not know."""
    clitics: int = 0
    """Letters split off."""


def _heads_of(form: str, proclitics: tuple[str, ...]) -> tuple[_Reading, ...]:
    """Return the readings of an Arabic word as the first word of a name.

    The tokeniser's reading comes first, then the word as it stands (a name may begin with what looks like a clitic:
    لبنان, باريس), then, if the tokeniser split nothing, splits of our own.
    """
    folded = fold_name(form)
    readings: list[_Reading] = []
    if proclitics:
        clitics = sum(len(clitic) for clitic in proclitics if clitic != "ال") - (proclitics[-2:] == ("ل", "ال"))  # `للرقة` stays whole
        readings.append(_Reading(*_strip(folded, proclitics), "tokeniser", clitics))
    if not readings or readings[0][:2] != _drop_article(folded):
        readings.append(_Reading(*_drop_article(folded), "none"))
    if not proclitics:
        readings.extend(_own_splits(folded))
    return tuple(readings)


def _strip(folded: str, proclitics: tuple[str, ...]) -> tuple[str, bool]:
    for clitic in proclitics:
        if clitic != "ال":
            folded = folded.removeprefix(clitic)
        elif folded.startswith("ل") and not folded.startswith("ال"):  # للحسكة is ل + الحسكة
            return folded[1:], True
    return _drop_article(folded)


def _own_splits(folded: str) -> list[_Reading]:
    splits: list[_Reading] = []
    for clitics in ("و", "ب", "ل", "وب", "ول"):
        rest = folded.removeprefix(clitics)
        if len(rest) == len(folded) or len(rest) < _MIN_OWN_SPLIT:
            continue
        if clitics.endswith("ل") and rest.startswith("ل"):
            splits.append(_Reading(rest[1:], definite=True, split="own", clitics=len(clitics) - 1))
        splits.append(_Reading(*_drop_article(rest), "own", len(clitics)))
    return splits


def _capitals(raws: Sequence[str]) -> int:
    """Return how a Latin name must be written: 0 any way, 1 capital first, 2 all capitals (acronyms: IS, WHO)."""
    first = raws[0]
    if len(raws) == 1 and first.isupper() and 1 < len(first) <= _MAX_ACRONYM:
        return 2
    return 1 if first[:1].isupper() else 0


class _Part(NamedTuple):
    """One part of a word of a text."""

    piece: _Piece
    readings: tuple[_Reading, ...]
    """Those with which a name of any list may begin."""
    begins: tuple[int, ...]
    """The numbers of the lists that have names which may begin here, none for most words; the number behind the last for an article."""


_Line = Sequence[tuple[int, _Part]]
"""The parts of the words of a sentence, each behind the index of its token."""


class NameIndex:
    """Finds listed names among tokens. Built once; asking it changes nothing."""

    def __init__(
        self,
        rows: Iterable[NameRow],
        *,
        more: Iterable[NameRow] = (),
        guards: Mapping[str, Sequence[str]] | None = None,
        homographs: Iterable[tuple[str, Sequence[str]]] = (),
        later: Mapping[str, Callable[[], Iterable[NameRow]]] | None = None,
    ) -> None:
        """Index the rows.

        Args:
            rows: In order of preference; names of no letters are left out.
            more: Rows of a list that knows less: their guards, or having none, count only for names not in `rows`.
            guards: Named sets of guard words: a row's guard `*` stands for `guards["*"]`.
            homographs: Names that are weak whichever of `more` they come from, with their guard words; `never` for
                names that are never meant.
            later: Rows as in `more`, behind those, by the folded first word of their names (`first_word`): large lists of which a text
                names little. They are indexed when their word is met for the first time.
        """
        self._later = dict(later or {})
        self._entries: dict[tuple[str, ...], list[_Entry]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}
        self._seconds: dict[str, set[str]] = {}
        """By first word, the words that follow it in a name."""
        self._guards = {name: _fold_guards(words) for name, words in (guards or {}).items()}
        for row in rows:
            self._add(row, settles=True)
        for row in more:
            self._add(row, settles=False)
        self._homographs: dict[str, list[tuple[str, Sequence[str]]]] = {}
        for name, words in homographs:
            self._homographs.setdefault(first_word(name), []).append((name, words))
        for first in self._homographs:
            self._weaken(first)

    def _weaken(self, first: str) -> None:
        """Give the homographs that begin with a word their guards."""
        for name, words in self._homographs.get(first, ()):
            pieces = _pieces_of(name)
            for entry in self._entries.get(tuple(piece[0] for piece in pieces), ()):
                if not entry.settled and entry.definite == tuple(piece[1] for piece in pieces):
                    entry.guard = self._expand(words)
                    entry.free = False

    def prepare(self, first: str) -> None:
        """Index the rows that were left for later whose names begin with a folded word."""
        rows = self._later.pop(first, None)
        if rows is not None:
            for row in rows():
                self._add(row, settles=False)
            self._weaken(first)

    def _expand(self, words: Iterable[str]) -> frozenset[str]:
        sets = [self._guards.get(word) or _fold_guards([word]) for word in words]
        return sets[0] if len(sets) == 1 else frozenset().union(*sets)

    def __len__(self) -> int:
        """Return the number of distinct names."""
        return len(self._entries)

    @property
    def first_words(self) -> AbstractSet[str]:
        """The folded words that names begin with, without article."""
        return self._lengths.keys() | self._later.keys() if self._later else self._lengths.keys()

    def _add(self, row: NameRow, *, settles: bool) -> None:
        pieces = _pieces_of(row.name)
        if not pieces:
            return
        key, definite, raws = zip(*pieces, strict=True)
        capitals = _capitals(raws)
        entries = self._entries.setdefault(key, [])
        if not entries:
            lengths = self._lengths.get(key[0], ())
            if len(key) not in lengths:
                self._lengths[key[0]] = tuple(sorted((*lengths, len(key)), reverse=True))
            if len(key) > 1:
                self._seconds.setdefault(key[0], set()).add(key[1])
        for entry in entries:
            if entry.definite == definite and entry.capitals == capitals:
                break
        else:
            entry = _Entry(key, definite, capitals)
            entries.append(entry)
        if row.entity not in entry.entities:
            entry.entities += (row.entity,)
        if entry.settled and not settles:
            return
        entry.settled = settles
        if row.guard:
            entry.guard |= self._expand(row.guard)
        else:
            entry.free = True

    @property
    def has_later(self) -> bool:
        """Whether rows are left that are indexed when their first word is met."""
        return bool(self._later)

    def look_up(self, name: str) -> tuple[str, ...]:
        """Return the entities of a name that stands alone (as in a table), weak or not, articles ignored."""
        pieces = _pieces_of(name)
        if self._later and pieces:
            self.prepare(pieces[0][0])
        entries = self._entries.get(tuple(piece[0] for piece in pieces), ())
        definite = tuple(piece[1] for piece in pieces)
        ranked = sorted(entries, key=lambda entry: entry.definite != definite)
        return tuple(dict.fromkeys(entity for entry in ranked for entity in entry.entities))

    def match(self, tokens: Sequence[Token]) -> list[NameMatch]:
        """Find the names among the tokens of one sentence.

        Args:
            tokens: Of one sentence, punctuation included.

        Returns:
            Matches in the order of the text; they do not overlap, and at each word the longest name wins.
        """
        return self._reader.match(tokens)[0]

    @cached_property
    def _reader(self) -> "NameReader":
        return NameReader((self,))

    def match_line(self, line: _Line, heads: Iterable[int], tokens: Sequence[Token]) -> list[NameMatch]:
        """Find the names in the parts of a sentence.

        Args:
            line: All the parts.
            heads: The places in the line where a name may begin, in order.
            tokens: Of the sentence.
        """
        found: list[NameMatch] = []
        free = 0
        for position in heads:
            if position < free:
                continue
            match, length = self._match_at(line, position, tokens)
            if match is not None:
                found.append(match)
                free = position + length
        return found

    def _match_at(self, line: _Line, position: int, tokens: Sequence[Token]) -> tuple[NameMatch | None, int]:
        following = line[position + 1][1].piece.base if position + 1 < len(line) else None
        for reading in line[position][1].readings:
            lengths = self._lengths.get(reading.base)
            if lengths is None:
                continue
            if following not in self._seconds.get(reading.base, ()):  # most of what may begin a long name does not
                if lengths[-1] > 1:
                    continue
                lengths = _ALONE
            pieces = [part.piece for _, part in line[position : position + lengths[0]]]
            key = (reading.base, *[piece.base for piece in pieces[1:]])
            for length in lengths:
                if len(pieces) < length or (reading.split == "own" and _is_too_short(reading.base, length)):
                    continue
                entries = self._entries.get(key[:length])
                if entries is None:
                    continue
                window = pieces[:length]
                flags = (reading.definite, *[piece.definite for piece in window[1:]])
                fitting = [entry for entry in entries if _fits(entry, flags, window)]
                place = line[position][0], line[position + length - 1][0] + 1
                match = _choose(fitting, tokens, place, reading) if fitting else None
                if match is not None:
                    return match, length
        return None, 1


class NameReader:
    """Finds the names of several lists in one reading of a sentence."""

    def __init__(self, indices: Sequence[NameIndex]) -> None:
        """Take the lists in the order in which `match` answers."""
        self._indices = tuple(indices)
        self._with_later = tuple(index for index in self._indices if index.has_later)
        self._first_words = frozenset().union(*(index.first_words for index in indices))
        self._parts = Remembered(self._parts_of)

    def match(self, tokens: Sequence[Token]) -> list[list[NameMatch]]:
        """Find the names among the tokens of one sentence, as `NameIndex.match` does, for each of the lists."""
        known = self._parts
        line: _Line = [(place, part) for place, token in enumerate(tokens) for part in known[token.word]]
        heads = self._heads(line)
        if heads[-1]:
            line = self._with_articles(line, tokens)
            heads = self._heads(line)
        return [index.match_line(line, places, tokens) if places else [] for index, places in zip(self._indices, heads, strict=False)]

    def _heads(self, line: _Line) -> list[list[int]]:
        """Return for each list the places where its names may begin, and behind them those of articles that stand apart."""
        heads: list[list[int]] = [[] for _ in range(len(self._indices) + 1)]
        for position, (_, part) in enumerate(line):
            for number in part.begins:
                heads[number].append(position)
        return heads

    def _parts_of(self, word: Word) -> tuple[_Part, ...]:
        """Return the parts of a word; punctuation that ends a name is a part that no name has."""
        pieces = [_Piece(*piece) for piece in _pieces_of(word.form)]
        if not pieces and word.form not in _JOINING:
            pieces.append(_Piece(base="", definite=False, raw=word.form))
        return tuple([self._part(piece, word.proclitics) for piece in pieces])

    def _part(self, piece: _Piece, proclitics: tuple[str, ...]) -> _Part:
        readings = _readings(piece, proclitics)
        opening = tuple([reading for reading in readings if reading.base in self._first_words])
        bases = [reading.base for reading in opening]
        for index in self._with_later:
            for base in bases:
                index.prepare(base)
        begins = [number for number, index in enumerate(self._indices) if not index.first_words.isdisjoint(bases)] if opening else []
        return _Part(piece, opening, (*begins, len(self._indices)) if piece.base in _ARTICLES else tuple(begins))

    def _with_articles(self, line: _Line, tokens: Sequence[Token]) -> _Line:
        """Fold a Latin article that is a token of its own (al + Hol) into the word behind it."""
        joined: list[tuple[int, _Part]] = []
        pending = False
        for place, part in line:
            piece = part.piece._replace(definite=True) if pending else part.piece
            pending = piece.base in _ARTICLES
            if not pending:
                joined.append((place, self._part(piece, tokens[place].word.proclitics)))
        return joined


def _is_too_short(base: str, length: int) -> bool:
    return length == 1 and len(base) < _MIN_OWN_SPLIT_ALONE


def _choose(
    entries: Sequence[_Entry], tokens: Sequence[Token], place: tuple[int, int], reading: _Reading
) -> NameMatch | None:
    start, end = place
    guard = entries[0].guard if len(entries) == 1 else frozenset[str]().union(*[entry.guard for entry in entries])
    clitics = tokens[start].word.proclitics if reading.split == "tokeniser" else ()
    weak = not any(entry.free for entry in entries) and not _is_guarded(tokens, start, end, guard, clitics)
    if weak and (reading.split == "own" or guard == _NEVER):
        return None
    entities = tuple(dict.fromkeys(entity for entry in entries for entity in entry.entities))
    name = " ".join(entries[0].key)
    return NameMatch(start=start, end=end, entities=entities, weak=weak, name=name, clitics=reading.clitics)


def _fold_guards(words: Iterable[str]) -> frozenset[str]:
    """Return guard words folded, with a mark among them where some want no article, so that most guards need not be asked."""
    folded = frozenset(map(fold_guard, words))
    return folded | {_BARE} if any(word.startswith(_BARE) for word in folded) else folded


def fold_guard(word: str) -> str:
    """Return a guard word as the index compares it: folded, without article, its mark (`>` or `=`) kept."""
    mark = word[:1] if word.startswith((">", _BARE)) else ""
    return mark + _drop_article(fold_name(word[len(mark) :]))[0]


def _readings(piece: _Piece, proclitics: tuple[str, ...]) -> tuple[_Reading, ...]:
    if not is_arabic(piece.raw):
        return (_Reading(piece.base, piece.definite, "none"),) if piece.base else ()
    return _heads_of(piece.raw, proclitics)


def _fits(entry: _Entry, flags: tuple[bool, ...], window: Sequence[_Piece]) -> bool:
    """Return whether articles and capitals of the text allow the entry."""
    if True in entry.definite and any(listed and not seen for listed, seen in zip(entry.definite, flags, strict=True)):
        return False
    if flags[0] and not entry.definite[0] and is_arabic(window[0].raw):
        # `السويداء` may stand for a listed `سويداء`, but not `الحلب` for `حلب` or `القوات سوريا` for `قوات سوريا`.
        return len(flags) == 1 and len(window[0].base) >= _MIN_DROPPED_ARTICLE and _has_capitals(entry, window)
    return _has_capitals(entry, window)


def _has_capitals(entry: _Entry, window: Sequence[_Piece]) -> bool:
    if entry.capitals == 0:
        return True
    raw = window[0].raw
    return raw.isupper() if entry.capitals == 2 else not raw[0].islower()  # noqa: PLR2004


def _is_guarded(
    tokens: Sequence[Token], start: int, end: int, guard: frozenset[str], clitics: tuple[str, ...]
) -> bool:
    """Return whether a guard word stands before the name (or, for guards written `>word`, right behind it).

    A guard written `=word` stands before the name without article: `قرية الطيبة` names one, `القرية الطيبة` is a good village.
    Before means next to it, behind `of`, or at the head of a list that the name is a later member of: `بلدات حزانو
    وكفر حلب والباب` (the towns of ...).
    """
    if guard.intersection(clitics):
        return True
    if end < len(tokens) and any(f">{word}" in guard for word in _guard_keys(tokens[end].word)[1]):
        return True
    words = [token for token in tokens[max(start - 2 * _LIST_REACH, 0) : start] if token.word.form not in _QUOTES]
    reach = _LIST_REACH if "و" in clitics else 2 if words and words[-1].word.key == "of" else 1
    has_bare = _BARE in guard
    for distance, token in enumerate(reversed(words[-reach:]), start=1):
        readings, bare = _guard_keys(token.word)
        if any(word in guard and (distance == 1 or len(word) > _NEAR) for word in readings):
            return True
        if has_bare and any(f"={word}" in guard for word in bare):
            return True
    return False


@remembered()
def _guard_keys(word: Word) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the readings of a word as a guard word, and those of them without article."""
    if not is_arabic(word.form):
        folded = (fold_name(word.form),)
        return folded, folded
    readings = _heads_of(word.form, word.proclitics)
    return tuple([reading.base for reading in readings]), tuple([reading.base for reading in readings if not reading.definite])

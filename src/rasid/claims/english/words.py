# SPDX-License-Identifier: Apache-2.0
"""The words that attribute: verbs with their auxiliaries, phrases, nouns, `according to`, the colon of a headline."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from rasid.claims.cues import cue_index
from rasid.claims.english.reading import Reading
from rasid.knowledge.lexemes import Found, LexemeIndex
from rasid.knowledge.load import read_tsv
from rasid.languages.en.groups import Group
from rasid.languages.en.vocabulary import word_class
from rasid.records import Record, Token

# Among the frames of a cue: one of the markers of a clause or quotation is.
CLAUSE: Final = "said"
# Content markers of cues.tsv that open a clause or a quotation.
_CLAUSAL: Final = frozenset({"that", "clause", ":", "quote"})


class CueWords(Record, frozen=True, kw_only=True):
    """A cue in a sentence, as token indices."""

    start: int
    end: int
    head: int
    kind: str
    """`verb`, `noun` or `attribution`."""
    frames: frozenset[str]
    """Markers of the content as in cues.tsv (`that`, `clause`, `to`, `object`, prepositions), and `said` where one is of a clause or quotation."""
    closes_clauses: bool = False
    """Whether it may stand behind a clause without quotation marks: `the town fell, X said`."""
    addresses: bool = False
    """Whether the bare object behind it is whom it addresses: `told reporters`, `urged Turkey`."""
    subject_head: int = -1
    """Token index of the verb whose subject is the source; of a chain `went on to say` its first."""
    passive: bool = False
    mood: str = "finite"
    is_attitude: bool = False


@cache
def attribution_index(*, attitudes: bool) -> LexemeIndex:
    """Return the index of the cues of claims, with those of attitudes (attitudes.tsv) where asked for."""
    if not attitudes:
        return cue_index("en")
    return LexemeIndex((*read_tsv("lexicon/en/cues.tsv"), *read_tsv("lexicon/en/attitudes.tsv")))


def knows_attribution(token: Token, *, attitudes: bool = False) -> bool:
    """Return whether a token may open a cue, so that its sentence is worth parsing."""
    return attribution_index(attitudes=attitudes).knows(token) or token.word.key == "according" or token.word.form == ":"


def find_words(reading: Reading, index: LexemeIndex, matches: Sequence[Found]) -> list[CueWords]:
    """Return the cues of a sentence in order of place; of overlapping ones the longest.

    Args:
        reading: The sentence.
        index: That of the cues.
        matches: What it finds in the sentence.
    """
    taken: set[int] = set()
    found: list[CueWords] = []
    for start, end, group in _by_place(matches):
        slots = set(group[0].slots or (group[0].head,))
        if taken & slots:
            continue
        cue = _cue(reading, start, end, group, index)
        if cue is not None:
            taken |= slots
            found.append(cue)
    found.extend(_according(reading))
    led = {k for cue in found if cue.subject_head not in {-1, cue.head} for k in range(cue.start, cue.head)}
    found = [cue for cue in found if cue.head not in led]
    return sorted(found, key=lambda cue: cue.start)


def _by_place(matches: Sequence[Found]) -> Iterator[tuple[int, int, list[Found]]]:
    """Matches by the words that they cover, the longest first."""
    places: dict[tuple[int, int, int], list[Found]] = {}
    for match in matches:
        places.setdefault((match.start, match.end, match.head), []).append(match)
    for (start, end, _), group in sorted(places.items(), key=lambda item: (item[0][0] - item[0][1], item[0][0])):
        yield start, end, group


def _cue(reading: Reading, start: int, end: int, matches: Sequence[Found], index: LexemeIndex) -> CueWords | None:
    rows = [index.rows[match.row] for match in matches]
    markers = frozenset(marker for row in rows for marker in row.items_of("content"))
    frames = markers | ({CLAUSE} if markers & _CLAUSAL else set())
    head = matches[0].head
    addresses = any(row["target"] == "object" for row in rows) or reading.tokens[head].word.verb in word_class("addressing")
    addresses = addresses and (end - 1 == head or reading.key(end - 1) not in {"for", "on", "upon"})
    attitude = "attitudes" in rows[0].where and not rows[0]["note"].startswith("saying")
    group = reading.groups.get(head)
    if group is None and matches[0].kind == "participle":
        return _adjective(reading, head, frames)
    if group is None:
        if reading.tokens[head].kind not in {"noun", "other"}:
            return None
        return CueWords(start=start, end=end, head=head, kind="noun", frames=frames, mood="noun", is_attitude=attitude)
    first = _first_of_chain(reading, group)
    if attitude and first.mood == "ing":
        return None  # `the officials supporting it`: more often a description than a stand taken
    begin = _with_adverbs(reading, first, group)
    while end > head + 1 and reading.key(end - 1) in {"to", "that"} and reading.is_kind(end - 1, "particle", "conjunction"):
        end -= 1
    if reading.tokens[head].word.verb in word_class("addressing"):
        end = head + 1
    return CueWords(
        start=begin, end=_with_particle(reading, max(end, group.head + 1)), head=head, kind="verb", frames=frames, addresses=addresses, subject_head=first.head,
        closes_clauses="clause" in markers or ("that" in markers and "to" not in markers), passive=group.passive, mood=first.mood, is_attitude=attitude,
    )  # fmt: skip


def _adjective(reading: Reading, head: int, frames: frozenset[str]) -> CueWords | None:
    """`was sure that`, `has been vague about`: the adjective with the verb that links it to its subject."""
    start = head
    linked = False
    while start > 0 and (reading.role(start - 1) in {"auxiliary", "modal", "negation"} or reading.key(start - 1) == "n't" or reading.is_adverb(start - 1)):
        start -= 1
        linked = linked or reading.key(start) in word_class("copula")
    found = CueWords(start=start, end=head + 1, head=head, kind="adjective", frames=frames, mood="copula", is_attitude=True)
    return found if linked else None


def _first_of_chain(reading: Reading, group: Group) -> Group:
    """The first verb of `went on to say`, `continued to call for`, `declined to say`, `keeps saying`."""
    while group.mood == "infinitive" or (group.mood == "ing" and group.start == group.head):
        k = group.start - 1
        while k >= 0 and group.mood == "infinitive" and (reading.is_adverb(k) or reading.key(k) in {"on", "out", "not"}):
            k -= 1
        before = reading.groups.get(k)
        leading = word_class("leading_to_speech" if group.mood == "infinitive" else "leading_to_saying")
        if before is None or reading.tokens[before.head].word.verb not in leading:
            return group
        group = before
    return group


def _with_adverbs(reading: Reading, first: Group, group: Group) -> int:
    """Where a cue begins: with auxiliaries and the adverbs before them, without the `to` of an infinitive."""
    start = first.start
    if first.mood == "infinitive":
        while start < group.head and reading.key(start) in {"to", "not"}:
            start += 1
        return start
    while start > 0 and (reading.is_adverb(start - 1) or reading.key(start - 1) == "then"):
        links = reading.key(start - 1) in word_class("discourse_adverb") and (start == 1 or reading.form(start - 2) == ",")
        if links:
            break
        start -= 1
    return start


def _with_particle(reading: Reading, end: int) -> int:
    """Where a cue ends: behind its particle and an adverb."""
    if reading.is_kind(end, "particle") and reading.key(end) in {"out", "up", "down", "off", "on", "back"}:
        end += 1
    if reading.is_adverb(end) and reading.key(end).endswith("ly") and reading.form(end)[0].islower():
        end += 1
    return end


def _according(reading: Reading) -> Iterator[CueWords]:
    if "according" not in reading.keys:
        return
    for i in range(reading.size - 2):
        if reading.key(i) == "according" and reading.key(i + 1) == "to":
            yield CueWords(start=i, end=i + 2, head=i, kind="attribution", frames=frozenset())

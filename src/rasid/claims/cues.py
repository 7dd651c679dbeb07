# SPDX-License-Identifier: Apache-2.0
"""Find the words that report: `قال`, `اتهم`, `وفقا لـ`, `مشيرا`, `said`, `according to`."""

from collections.abc import Sequence
from functools import cache
from typing import get_args

from rasid.knowledge.lexemes import Found, LexemeIndex
from rasid.knowledge.load import Row, read_tsv
from rasid.records import Act, Record, Stance, Token


class Sense(Record, frozen=True, kw_only=True):
    """One row of cues.tsv."""

    rule: str
    act: Act
    stance: Stance
    content: tuple[str, ...]
    """Markers that introduce the content, in order of preference: `أن`, `ب`, `object`, `:`, `quote`."""
    target: str
    """Relation that holds the target: `object`, a preposition, or an empty string."""
    is_attribution: bool
    """True for `بحسب X`, `according to X`: the source follows, the content is what the cue stands beside."""


class Cue(Record, frozen=True, kw_only=True):
    """A cue in a sentence."""

    sense: Sense
    kind: str
    start: int
    end: int
    head: int


@cache
def cue_index(language: str) -> LexemeIndex:
    """Return the index of the cues of a language."""
    return LexemeIndex(read_tsv(f"lexicon/{language}/cues.tsv"))


@cache
def _senses(language: str) -> tuple[Sense, ...]:
    return tuple(_sense(row, language) for row in cue_index(language).rows)


def _sense(row: Row, language: str) -> Sense:
    if row["act"] not in get_args(Act):
        raise row.error(f"act '{row['act']}' is none of {', '.join(get_args(Act))}")
    if row["stance"] not in get_args(Stance):
        raise row.error(f"stance '{row['stance']}' is none of {', '.join(get_args(Stance))}")
    first = next((row[column].split("|")[0] for column in ("past", "phrases", "participles", "nouns") if row[column]), "")
    if not first:
        raise row.error("a cue needs a verb, a noun, a participle or a phrase")
    return Sense(
        rule=f"cue:{language}:{first}", act=row["act"], stance=row["stance"], content=row.items_of("content"),  # type: ignore[arg-type]  # checked above
        target="" if row["target"] == "-" else row["target"], is_attribution=row["note"].startswith("attribution"),
    )  # fmt: skip


def find_cues(tokens: Sequence[Token], *, language: str) -> list[Cue]:
    """Return the cues of a sentence in order of place; of overlapping ones the longest."""
    index, senses = cue_index(language), _senses(language)
    found = index.find(tokens)
    chosen: list[Cue] = []
    taken: set[int] = set()
    for match in sorted(found, key=_by_length):
        if match.kind == "participle" and not _goes_on(tokens, match.head):
            continue
        places = set(range(match.start, match.end))
        if places & taken:
            continue
        taken |= places
        chosen.append(Cue(sense=senses[match.row], kind=match.kind, start=match.start, end=match.end, head=match.head))
    return sorted(chosen, key=lambda cue: cue.start)


def _goes_on(tokens: Sequence[Token], i: int) -> bool:
    """Whether a participle goes on from the speaker (`مشيرا`, `، مضيفة`) and is no noun of its own (`مدينة`, `المعارضة`)."""
    word = tokens[i].word
    if word.definite or word.proclitics[-1:] in {("ب",), ("ل",), ("ك",)}:
        return False
    if word.form.endswith("ا"):
        return True
    return i > 0 and tokens[i - 1].word.form in "،,»”\"-"


def _by_length(match: Found) -> tuple[int, int, int]:
    return (match.start - match.end, match.start, match.row)

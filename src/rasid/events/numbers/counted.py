# SPDX-License-Identifier: Apache-2.0
"""What a sentence counts: its numbers with the nouns that they count, and persons told one by one."""

from collections.abc import Collection, Mapping
from functools import cache
from typing import Final, NamedTuple

from rasid.events.scene import Scene
from rasid.knowledge.lexemes import word_classes
from rasid.knowledge.load import read_tsv
from rasid.records import CountKind, Mention, Span, Token, Word
from rasid.remembered import Remembered
from rasid.spelling import fold

# Words between `among them` and the part that it opens, or between a bracket and who stands in it.
_REACH: Final = 5
_ONE: Final = frozenset({"واحد", "واحده"})
_LONE: Final = ("lone_person", "official", "journalist")
OF_PERSONS: Final = frozenset({"killed", "wounded", "arrested", "released", "escaped"})
COUNTING: Final = frozenset({"cardinal", "dual"})
_TWO: Final = 2
PERSONS: Final = ("civilian", "victim", "detainee", "journalist", "protester", "official", "force", "lone_person", "persons")


class Counted(NamedTuple):
    """A number with what it counts, as token indices."""

    start: int
    end: int
    head: int
    """The counted noun, or the last word of a number that stands alone."""
    low: int
    high: int | None
    exact: bool
    lone: bool = False
    """True where no number stands: one person, or another one."""


@cache
def _words(language: str) -> Mapping[str, CountKind]:
    table: dict[str, CountKind] = {}
    for row in read_tsv(f"lexicon/{language}/casualties.tsv"):
        for word in row.items_of("words"):
            table.setdefault(fold(word), row["what"])  # type: ignore[arg-type]  # checked by knowledge/check.py
    return table


def kind_by_word(token: Token, *, language: str) -> CountKind | None:
    """Return what a word tells of persons counted beside it: `قتيل` killed, `جرحى` wounded."""
    words = _words(language)
    word = token.word
    return words.get(fold(word.verb)) if token.kind == "verb" else words.get(word.key) or words.get(fold(word.lemma))

def find_counted(scene: Scene, owners: Mapping[int, int]) -> list[Counted]:
    """Return all that a sentence counts, in order; parts of a number told before are left out.

    Args:
        scene: The sentence.
        owners: Which happening each word of a trigger belongs to; without triggers nothing is counted.
    """
    numbers = [mention for mention in scene.mentions if mention.kind == "quantity" and mention.label in COUNTING and mention.low is not None]
    if not owners:
        return []
    found = [counted for counted in (_numbered(scene, mention) for mention in numbers) if counted.head in owners or not _is_place_kind(scene, counted)]
    taken = {i for counted in found for i in range(counted.start, counted.end)}
    may_tell = _telling_one(scene.language)
    for i in [i for i, token in enumerate(scene.tokens) if may_tell[token.word]]:
        if i not in taken:
            lone = _lone(scene, i, owners, taken)
            if lone is not None:
                found.append(lone)
                taken.update(range(lone.start, lone.end))
    return sorted(counted for counted in found if not _is_part(scene, counted))


@cache
def _telling_one(language: str) -> Mapping[Word, bool]:
    """Whether a word may tell of one person where it stands: the cheap question before the rest."""
    classes = word_classes(language)
    words = frozenset().union(*(classes.get(name, frozenset()) for name in (*_LONE, "one_of", "one_more")))
    return Remembered(lambda word: not words.isdisjoint((word.key, word.key.removesuffix("ا"), fold(word.lemma))))


def _is_place_kind(scene: Scene, counted: Counted) -> bool:
    """Towns are where it happens; they are not counted: `بلدتي تل تمر وأبو راسين`, `أربع قرى`."""
    head = scene.tokens[counted.head]
    return scene.is_in(head, "place_list") or (counted.low == counted.high == 2 and scene.is_in(head, "place_kind"))  # noqa: PLR2004


def _numbered(scene: Scene, mention: Mention) -> Counted:
    indices = [i for i, token in enumerate(scene.tokens) if token.span.overlaps(mention.span)]
    first, last = indices[0], indices[-1]
    head, end = last, last + 1
    if mention.label == "cardinal":
        head = _counted_noun(scene, first, last)
        end = max(end, head + 1)
    phrase = scene.phrase_at(head)
    if phrase is not None and head >= last:
        while end < phrase.end and scene.tokens[end].kind == "adjective":
            end += 1
    lone = mention.low == 1 and mention.high == 1
    return Counted(start=min(first, head), end=end, head=head, low=mention.low or 0, high=mention.high, exact=mention.exact, lone=lone)


def _is_definite(word: Word) -> bool:
    """Whether a noun may stand before its number: `الغارات الثلاث`, `أطفاله الثلاثة`."""
    return "ال" in word.proclitics or bool(word.enclitic)


def _counted_noun(scene: Scene, first: int, last: int) -> int:
    """The noun that a number counts: before a definite one (`الغارات الثلاث`), else behind it, `من` between (`عشرة من عناصر`)."""
    tokens = scene.tokens
    if first and tokens[first - 1].kind == "noun" and (tokens[first].word.key in _ONE or ("ال" in tokens[first].word.proclitics and _is_definite(tokens[first - 1].word))):
        return first - 1
    phrase = scene.phrase_at(last)
    if phrase is not None and phrase.head > last:
        return phrase.head
    at = last + 1
    if at + 1 < len(tokens) and tokens[at].word.key in {"من", "of"}:
        if scene.is_in(tokens[at + 1], "prison") or scene.is_in(tokens[at + 1], "camp"):
            return last  # `الآلاف من السجون`: where from
        at += 1
    if at < len(tokens) and tokens[at].kind in {"noun", "other", "adjective"} and "و" not in tokens[at].word.proclitics:
        return at
    return last


def _lone(scene: Scene, i: int, owners: Mapping[int, int], taken: Collection[int]) -> Counted | None:
    """One person told by a noun alone (`مقتل مدني`), with those joined to it (`سيدة وطفلة`), or another one (`وإصابة آخر`).

    Those joined who have a number of their own are counted by it: `رجل وأطفاله الثلاثة`.
    """
    if not _may_be_lone(scene, i, owners):
        return None
    end, low = i + 1, 1
    while end < len(scene.tokens) and scene.tokens[end].kind == "adjective" and "و" not in scene.tokens[end].word.proclitics:
        end += 1
    while end < len(scene.tokens) and end not in taken and "و" in scene.tokens[end].word.proclitics and _is_joined_person(scene, end):
        end, low = end + 1, low + (_TWO if scene.is_in(scene.tokens[end], "kin_two") else 1)
    return Counted(start=i, end=end, head=i, low=low, high=low, exact=True, lone=True)


def _is_joined_person(scene: Scene, i: int) -> bool:
    token = scene.tokens[i]
    if token.word.enclitic:
        return scene.is_in(token, "kin") or scene.is_in(token, "lone_person")  # `سيدة وطفلها`
    return is_lone_person(scene, i) and kind_by_word(token, language=scene.language) is None


def _may_be_lone(scene: Scene, i: int, owners: Mapping[int, int]) -> bool:
    token = scene.tokens[i]
    if scene.is_in(token, "one_of"):
        return i + 1 < len(scene.tokens) and scene.tokens[i + 1].word.definite and scene.is_any(scene.tokens[i + 1], PERSONS)
    if i in owners:
        return _is_lone_victim(scene, i)
    if token.word.key in word_classes(scene.language).get("one_more", frozenset()):
        return i > 0 and kind_by_word(scene.tokens[i - 1], language=scene.language) in OF_PERSONS
    return is_lone_person(scene, i)


def _is_lone_victim(scene: Scene, i: int) -> bool:
    """Whether a word for one of the dead or hurt tells the toll by itself: `شهيد في قصف`, and not `بين قتيل وجريح`."""
    before = scene.tokens[i - 1] if i else None
    if not scene.is_in(scene.tokens[i], "toll_noun") or not is_lone_person(scene, i) or (before is not None and before.word.key == "بين"):
        return False
    return before is None or "و" not in scene.tokens[i].word.proclitics or kind_by_word(before, language=scene.language) is None


def is_lone_person(scene: Scene, i: int) -> bool:
    """Return whether a noun tells of one person who is not named: `مدني`, `طفلة`, `قائد كبير`."""
    token = scene.tokens[i]
    word = token.word
    if token.kind == "verb" or word.plural or word.enclitic or word.definite or "ال" in word.proclitics:
        return False
    # By its form, for the lemma of a broken plural is one person too; the accusative in alif is the same form.
    forms = {word.key, word.key.removesuffix("ا")}
    if not any(forms & word_classes(scene.language).get(name, frozenset()) for name in _LONE):
        return False
    if any(place.span.overlaps(token.span) for place in scene.places):
        return False  # `تركيا` the country, and no Turk
    # A person known by what follows is named and not counted: `زعيم التنظيم`, `المراسل فلان`; `جندي مصرعه`, `عنصر من القوات` are not.
    phrase = scene.phrase_at(i)
    following: list[Token] = []
    for other in scene.tokens[i + 1 : phrase.end if phrase is not None else i + 1]:
        if other.kind == "preposition" or kind_by_word(other, language=scene.language) is not None:
            break
        following.append(other)
    if any(other.word.definite for other in following):
        return False
    names = [other for other in following if other.kind != "adjective" and not scene.is_in(other, "nationality_adj")]
    return not any(mention.kind in {"actor", "person"} and any(mention.span.overlaps(name.span) for name in names) for mention in scene.mentions)


def _is_part(scene: Scene, counted: Counted) -> bool:
    """Whether a number is a part of one told before: `بينهم طفلان وامرأة`; it is not added."""
    words = word_classes(scene.language).get("inclusion", frozenset())
    tokens = scene.tokens
    if counted.end < len(tokens) and tokens[counted.end].word.key in words and counted.start and tokens[counted.start - 1].kind == "punctuation":
        return True  # `، ثلاثة منهم بحالة خطرة`
    if _is_in_brackets(scene, counted):
        return True
    for i in range(counted.start - 1, max(-1, counted.start - _REACH), -1):
        token = scene.tokens[i]
        if token.word.key in words or fold(token.word.form) in words:
            return True
        if token.kind in {"verb", "punctuation"} or kind_by_word(token, language=scene.language):
            return False
    return False


def _is_in_brackets(scene: Scene, counted: Counted) -> bool:
    """Whether it says in brackets who those just counted are: `ثلاثة مدنيين (طفلان وامرأة)`."""
    for i in range(counted.start - 1, max(0, counted.start - _REACH), -1):
        if scene.tokens[i].word.form == ")":
            return False
        if scene.tokens[i].word.form == "(":
            before = Span(scene.tokens[max(0, i - 3)].span.start, scene.tokens[i].span.start)
            return any(mention.kind == "quantity" and mention.label in COUNTING and mention.span.overlaps(before) for mention in scene.mentions)
    return False

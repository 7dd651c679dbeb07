# SPDX-License-Identifier: Apache-2.0
"""How many: numbers tied to the happening that they count."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from rasid.events.roles import Scene
from rasid.events.triggers import Trigger
from rasid.knowledge.load import read_tsv
from rasid.records import Argument, CountKind, Mention, Phrase, Quantity, Span, Token
from rasid.spelling import fold

_COUNTED_BY_TYPE: Final[dict[str, CountKind]] = {
    "arrest": "arrested", "escape": "escaped", "release": "released", "displacement": "displaced", "execution": "killed", "assassination": "killed",
    "abduction": "persons", "transfer": "persons", "trial": "persons", "border_crossing": "persons", "recruitment": "persons",
    "deployment": "persons", "protest": "persons", "withdrawal": "persons", "casualty": "killed",
}  # fmt: skip
_COUNTING: Final = frozenset({"cardinal", "dual"})


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


def find_counts(scene: Scene, trigger: Trigger, event_type: str, arguments: Sequence[Argument]) -> tuple[Quantity, ...]:
    """Return the numbers of one happening: in its target, and of the trigger itself where it is the counted noun."""
    found: dict[Span, Quantity] = {}
    targets = [argument.span for argument in arguments if argument.role == "target"]
    own = Span(scene.tokens[trigger.start].span.start, scene.tokens[trigger.end - 1].span.end)
    for phrase in scene.sentence.phrases:
        if not any(span.overlaps(phrase.span) for span in (*targets, own)):
            continue
        quantity = _of_phrase(scene, phrase, trigger, event_type)
        if quantity is not None:
            found.setdefault(quantity.span, quantity)
    return tuple(found[span] for span in sorted(found))


def _of_phrase(scene: Scene, phrase: Phrase, trigger: Trigger, event_type: str) -> Quantity | None:
    number = _number_in(scene, phrase)
    head = scene.tokens[phrase.head]
    what = kind_by_word(head, language=scene.language) or _kind(scene, trigger, event_type, head)
    if what is None:
        return None
    if number is not None:
        return Quantity(what=what, span=_span(phrase, number), low=number.low or 0, high=number.high, exact=number.exact)
    if _is_lone_person(scene, phrase) and what in {"killed", "wounded", "arrested"}:
        return Quantity(what=what, span=phrase.span, low=1, high=1)
    return None


def _kind(scene: Scene, trigger: Trigger, event_type: str, head: Token) -> CountKind | None:
    by_trigger = kind_by_word(scene.tokens[trigger.head], language=scene.language)
    if by_trigger is not None:
        return by_trigger
    if event_type in _COUNTED_BY_TYPE:
        return _COUNTED_BY_TYPE[event_type]
    del head
    return "other"


def _number_in(scene: Scene, phrase: Phrase) -> Mention | None:
    # The words that bend a number (أكثر من 200) may stand before the phrase that holds it.
    reach = Span(max(0, phrase.span.start - 1), phrase.span.end)
    for mention in scene.mentions:
        if mention.kind == "quantity" and mention.label in _COUNTING and mention.low is not None and mention.span.overlaps(reach):
            return mention
    return None


def _span(phrase: Phrase, number: Mention) -> Span:
    return Span(min(phrase.span.start, number.span.start), max(phrase.span.end, number.span.end))


def _is_lone_person(scene: Scene, phrase: Phrase) -> bool:
    head = scene.tokens[phrase.head]
    if head.word.plural or head.kind != "noun" or phrase.start != phrase.head:
        return False
    singular = fold(head.word.lemma) == head.word.key or head.word.feminine
    return singular and (scene.is_in(head, "civilian") or scene.is_in(head, "official") or scene.is_in(head, "journalist") or scene.is_in(head, "force_member"))

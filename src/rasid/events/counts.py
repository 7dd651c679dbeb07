# SPDX-License-Identifier: Apache-2.0
"""How many: numbers tied to the happening that they count."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Final

from rasid.events.scene import Scene
from rasid.events.triggers import Trigger
from rasid.knowledge.lexemes import word_classes
from rasid.knowledge.load import read_tsv
from rasid.records import Argument, CountKind, Mention, Phrase, Quantity, Span, Token
from rasid.spelling import fold

_COUNTED_BY_TYPE: Final[dict[str, CountKind]] = {
    "arrest": "arrested", "escape": "escaped", "release": "released", "displacement": "displaced", "execution": "killed", "assassination": "killed",
    "abduction": "persons", "transfer": "persons", "trial": "persons", "border_crossing": "persons", "recruitment": "persons",
    "deployment": "persons", "protest": "persons", "withdrawal": "persons", "casualty": "killed",
}  # fmt: skip
_OF_PERSONS: Final = frozenset({"killed", "wounded", "arrested", "released", "escaped"})
# Types whose doers are counted: hundreds join, cross, demonstrate, are deployed.
_COUNTED_DOERS: Final = frozenset({"protest", "recruitment", "border_crossing", "deployment", "withdrawal"})
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
    """Return the numbers of one happening: in its targets, and of the trigger itself where it is the counted noun."""
    found: dict[Span, Quantity] = {}
    for argument in arguments:
        if argument.role == "target" or (argument.role == "actor" and event_type in _COUNTED_DOERS):
            _add(found, _of_tokens(scene, _indices(scene, argument.span), trigger, event_type))
    if trigger.kind != "verb":
        for phrase in scene.sentence.phrases:
            if phrase.start <= trigger.head < phrase.end and (phrase.head == trigger.head or trigger.owns(phrase.head)):
                _add(found, _of_trigger(scene, phrase, trigger))
    return tuple(found[span] for span in sorted(found))


def _add(found: dict[Span, Quantity], quantity: Quantity | None) -> None:
    if quantity is not None and not any(span.overlaps(quantity.span) for span in found):
        found[quantity.span] = quantity


def _indices(scene: Scene, span: Span) -> list[int]:
    return [i for i, token in enumerate(scene.tokens) if token.span.overlaps(span)]


def _of_trigger(scene: Scene, phrase: Phrase, trigger: Trigger) -> Quantity | None:
    """`19 غارة`, `40 قتيلا`: the trigger is what is counted; a lone one is not said."""
    number = _number_in(scene, phrase.span)
    if number is None:
        return None
    what = _mixed(scene, phrase.head) or kind_by_word(scene.tokens[trigger.head], language=scene.language) or "other"
    return Quantity(what=what, span=_joined(phrase.span, number), low=number.low or 0, high=number.high, exact=number.exact)


def _of_tokens(scene: Scene, indices: Sequence[int], trigger: Trigger, event_type: str) -> Quantity | None:
    if not indices:
        return None
    span = Span(scene.tokens[indices[0]].span.start, scene.tokens[indices[-1]].span.end)
    head = next((i for i in indices if not _is_number_word(scene, i)), indices[0])
    token = scene.tokens[head]
    what = _mixed(scene, head) or _mixed_verbs(scene, trigger) or kind_by_word(token, language=scene.language) or _kind(scene, trigger, event_type)
    number = _number_in(scene, span)
    if number is not None:
        return Quantity(what=what, span=_joined(span, number), low=number.low or 0, high=number.high, exact=number.exact)
    if scene.is_in(scene.tokens[indices[0]], "one_of"):
        return Quantity(what=what, span=span, low=1, high=1)
    if what in _OF_PERSONS and _is_lone_person(scene, token):
        return Quantity(what=what, span=span, low=1, high=1)
    return None


def _is_number_word(scene: Scene, i: int) -> bool:
    token = scene.tokens[i]
    return token.kind in {"number", "preposition", "punctuation"} or any(
        mention.kind == "quantity" and mention.label == "cardinal" and mention.span.overlaps(token.span) for mention in scene.mentions
    )


def _kind(scene: Scene, trigger: Trigger, event_type: str) -> CountKind:
    return kind_by_word(scene.tokens[trigger.head], language=scene.language) or _COUNTED_BY_TYPE.get(event_type, "other")


def _mixed(scene: Scene, head: int) -> CountKind | None:
    """`40 قتيلا وجريحا`: a toll of dead and hurt together counts persons."""
    if head + 1 >= len(scene.tokens):
        return None
    own = kind_by_word(scene.tokens[head], language=scene.language)
    following = scene.tokens[head + 1]
    other = kind_by_word(following, language=scene.language) if following.word.proclitics[:1] == ("و",) and following.kind != "verb" else None
    return "persons" if {own, other} == {"killed", "wounded"} else None


def _mixed_verbs(scene: Scene, trigger: Trigger) -> CountKind | None:
    """`قتل وأصيب أربعة`: two verbs with one toll."""
    if trigger.kind != "verb" or not trigger.head:
        return None
    before, own = scene.tokens[trigger.head - 1], scene.tokens[trigger.head]
    if before.kind != "verb" or before.word.plural or own.word.proclitics[:1] != ("و",):
        return None
    kinds = {kind_by_word(token, language=scene.language) for token in (before, own)}
    return "persons" if kinds == {"killed", "wounded"} else None


def _number_in(scene: Scene, span: Span) -> Mention | None:
    # The words that bend a number (أكثر من 200) may stand before the phrase that holds it.
    reach = Span(max(0, span.start - 1), span.end)
    for mention in scene.mentions:
        if mention.kind == "quantity" and mention.label in _COUNTING and mention.low is not None and mention.span.overlaps(reach):
            return mention
    return None


def _joined(span: Span, number: Mention) -> Span:
    return Span(min(span.start, number.span.start), max(span.end, number.span.end))


def _is_lone_person(scene: Scene, token: Token) -> bool:
    word = token.word
    if word.plural or word.enclitic or word.definite or "ال" in word.proclitics:
        return False
    return any(word.key in word_classes(scene.language).get(name, frozenset()) for name in ("lone_person", "official", "journalist"))

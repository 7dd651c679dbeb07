# SPDX-License-Identifier: Apache-2.0
"""Whom a pronoun behind an Arabic verb means: `انتقدت المنظمة تركيا واتهمتها`, `الجماعة التي تتهمها الحكومة`, `متهمة إياهم`."""

from collections.abc import Sequence
from typing import Final

from rasid.claims.cues import Cue
from rasid.claims.frame_words import classes_at
from rasid.records import Phrase, Sentence, Span
from rasid.spelling import fold

# Heads that can be accused, asked or blamed: sides, bodies, persons and peoples.
_BLAMABLE: Final = frozenset({
    "authority", "force", "party", "state", "gunmen", "crowd", "civilian", "detainee", "protester", "official", "person_title", "journalist", "leader",
    "persons", "media_head",
})  # fmt: skip
_SPOTS: Final = frozenset({"city", "place_kind"})
_PEOPLE: Final = frozenset({"gunmen", "crowd", "civilian", "detainee", "protester", "persons", "force"})
_RELATIVE: Final = frozenset({"التي", "الذي", "الذين", "اللذين", "اللتين"})
# Tokens back to which a pronoun points; farther off somebody else is meant as often as not.
_FARTHEST: Final = 14
_SEPARATE: Final = "ايا"
"""What carries a pronoun by itself: `إياهم`."""


def pointed_target(sentence: Sentence, cue: Cue, speaker: Span, names: Sequence[Span], said: Sequence[Span] = ()) -> Span | None:
    """Return whom the pronoun of a cue means: the nearest one named before it in the sentence who agrees with it, or None.

    Args:
        sentence: An Arabic sentence.
        cue: A verb with a pronoun (`واتهمها`), or a participle before one that stands by itself (`متهمة إياها`).
        speaker: Who says it; nobody accuses himself.
        names: Spans of the actors and places that the sentence names.
        said: What other claims of the sentence say: who is named in there is accused of nothing by the verb that goes on.
    """
    pronoun = _pronoun(sentence, cue)
    if not pronoun:
        return None
    tokens = sentence.tokens
    is_relative = cue.head > 0 and fold(tokens[cue.head - 1].word.form) in {fold(word) for word in _RELATIVE}
    stop = cue.head - 1 if is_relative else cue.head
    told = [span for span in said if not span.holds(tokens[cue.head].span)]
    near = [phrase for phrase in sentence.phrases if max(0, stop - _FARTHEST) <= phrase.start and phrase.end <= stop]
    for phrase in reversed([phrase for phrase in near if not any(phrase.span.overlaps(span) for span in (speaker, *told))]):
        if is_relative and phrase.end != stop:
            break
        group = _joined(sentence, phrase)
        if _can_be_blamed(sentence, phrase, names) and _agrees(sentence, group, pronoun, names):
            return Span(group[0].span.start, group[-1].span.end)
    return None


def is_pronoun_alone(sentence: Sentence, span: Span) -> bool:
    """Return whether a stretch of text is nothing but a pronoun that stands by itself: `إياهم`."""
    inside = [token for token in sentence.tokens if span.holds(token.span)]
    return len(inside) == 1 and fold(inside[0].word.form).startswith(_SEPARATE)


def _pronoun(sentence: Sentence, cue: Cue) -> str:
    head = sentence.tokens[cue.head]
    if head.kind == "verb" and head.word.enclitic:
        return head.word.enclitic
    behind = sentence.tokens[cue.after] if cue.after < len(sentence.tokens) else None
    form = fold(behind.word.form) if behind is not None else ""
    return form.removeprefix(_SEPARATE) if form.startswith(_SEPARATE) else ""


def _joined(sentence: Sentence, last: Phrase) -> list[Phrase]:
    """Return a phrase with those that it is joined to before it: `قطر والسودان`."""
    group = [last]
    while group[0].coordinated:
        before = next((phrase for phrase in sentence.phrases if phrase.end == group[0].start), None)
        if before is None:
            break
        group.insert(0, before)
    return group


def _can_be_blamed(sentence: Sentence, phrase: Phrase, names: Sequence[Span]) -> bool:
    head = sentence.tokens[phrase.head]
    if sentence.tokens[phrase.start].kind == "pronoun" or head.word.enclitic:
        return False
    if not classes_at(head).isdisjoint(_SPOTS):
        return False
    return _is_named(phrase, names) or not classes_at(head).isdisjoint(_BLAMABLE)


def _is_named(phrase: Phrase, names: Sequence[Span]) -> bool:
    return any(phrase.span.start <= name.start <= phrase.span.start + 2 for name in names)


def _agrees(sentence: Sentence, group: Sequence[Phrase], pronoun: str, names: Sequence[Span]) -> bool:
    """Return whether a pronoun may mean those whom phrases name: one man or body by ه, women, states and many things by ها, people by هم."""
    head = sentence.tokens[group[0].head]
    if pronoun in {"هم", "هما"}:
        return len(group) > 1 or head.word.plural or (not head.word.feminine and not classes_at(head).isdisjoint(_PEOPLE))
    is_state = _is_named(group[0], names) and not head.word.definite and not head.word.plural
    if pronoun == "ها":
        return len(group) > 1 or head.word.feminine or head.word.plural or (is_state and classes_at(head).isdisjoint(_BLAMABLE - {"state"}))
    return pronoun == "ه" and len(group) == 1 and not head.word.feminine and not head.word.plural

# SPDX-License-Identifier: Apache-2.0
"""Whom a pronoun behind an Arabic verb means: `انتقدت المنظمة تركيا واتهمتها`, `الجماعة التي تتهمها الحكومة`, `متهمة إياهم`."""

from collections.abc import Sequence
from typing import Final

from rasid.claims.cues import Cue
from rasid.claims.frame_words import classes_at
from rasid.records import Phrase, Sentence, Span, Token
from rasid.spelling import fold

# Heads that can be accused, asked or blamed: sides, bodies, persons and peoples.
_BLAMABLE: Final = frozenset({
    "authority", "force", "party", "state", "gunmen", "crowd", "civilian", "detainee", "protester", "official", "person_title", "journalist", "leader",
    "persons", "media_head",
})  # fmt: skip
_SPOTS: Final = frozenset({"city", "place_kind"})
_PEOPLE: Final = frozenset({"gunmen", "crowd", "civilian", "detainee", "protester", "persons", "force"})
_RELATIVE: Final = frozenset(map(fold, ("التي", "الذي", "الذين", "اللذين", "اللتين")))
# Tokens back to which a pronoun points; farther off somebody else is meant as often as not.
_FARTHEST: Final = 14
_SEPARATE: Final = "ايا"
"""What carries a pronoun by itself: `إياهم`."""
# Of `رئيس لجنة في مجلس الشيوخ، طالبه` the senate is where he sits.
_WITHIN: Final = "في"
# His, her, their call: read as a verb it would be `I called him`, which no report says.
_CALLS: Final = frozenset({"دعوته", "دعوتها", "دعوتهم"})


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
    is_relative = cue.head > 0 and fold(tokens[cue.head - 1].word.form) in _RELATIVE
    if is_relative and speaker.start < tokens[cue.head].span.start:
        return None  # `الحزب الذي اتهمه`: the party accused him, unless its accuser stands behind the verb
    stop = cue.head - 1 if is_relative else cue.head
    told = [span for span in said if not span.holds(tokens[cue.head].span)]
    near = [phrase for phrase in sentence.phrases if max(0, stop - _FARTHEST) <= phrase.start and phrase.end <= stop]
    near = [phrase for phrase in near if not any(phrase.span.overlaps(span) for span in (speaker, *told))]
    if is_relative or _is_qualifying(tokens, cue, near):
        near = [phrase for phrase in near if phrase.end == stop]
    else:
        near = [phrase for phrase in near if phrase.preposition != _WITHIN]
    for phrase in reversed(near):
        if not _can_be_blamed(sentence, phrase, names):
            continue
        # Of `الجيش وعناصر التنظيم الذين تتهمهم` the last is meant, of `مصر والأردن، واتهمهما` both.
        groups = [[phrase], _joined(sentence, phrase)] if is_relative else [_joined(sentence, phrase)]
        group = next((group for group in groups if _agrees(sentence, group, pronoun, names)), None)
        if group is not None:
            return Span(group[0].span.start, group[-1].span.end)
    return None


def _is_qualifying(tokens: Sequence[Token], cue: Cue, near: Sequence[Phrase]) -> bool:
    """Return whether a verb says more of what stands right before it: `جماعة اتهمتها الهند`, `عناصر يتهمها العراق`."""
    head = tokens[cue.head]
    return head.kind == "verb" and not head.word.proclitics and any(phrase.end == cue.head for phrase in near)


def is_pronoun_alone(sentence: Sentence, span: Span) -> bool:
    """Return whether a stretch of text is nothing but a pronoun that stands by itself: `إياهم`."""
    inside = [token for token in sentence.tokens if span.holds(token.span)]
    return len(inside) == 1 and fold(inside[0].word.form).startswith(_SEPARATE)


def _pronoun(sentence: Sentence, cue: Cue) -> str:
    head = sentence.tokens[cue.head]
    if head.kind == "verb" and head.word.enclitic:
        return "" if fold(head.word.form) in _CALLS else head.word.enclitic
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
    classes = classes_at(head)
    if not classes.isdisjoint(_SPOTS) or ("charged" in classes and not head.word.definite):
        return False  # `وبات متهما`: what he came to be
    if "state_adjective" in classes and any(other.end == phrase.start for other in sentence.phrases):
        return False  # `الحزب الجمهوري المعارض`: a quality of what stands before
    return _is_named(phrase, names) or not classes.isdisjoint(_BLAMABLE)


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

# SPDX-License-Identifier: Apache-2.0
"""Who speaks where an Arabic verb names nobody: the subject of the verb before, the people told of, the body behind a statement."""

from collections.abc import Sequence
from typing import Final

from rasid.claims.content import RELATIVES
from rasid.claims.cues import Cue
from rasid.claims.scene import Scene
from rasid.claims.sources import Speaker, is_speaking, speaker_of
from rasid.knowledge.lexemes import classes_of_word, in_class, word_classes
from rasid.records import Phrase, Predicate, Sentence, Span

_PEOPLE: Final = frozenset({
    "civilian", "protester", "official", "authority", "party", "unnamed_source_head", "collective_source_head", "journalist", "person_title", "state",
})  # fmt: skip
_GATHERED: Final = frozenset({"civilian", "protester", "crowd", "gunmen", "detainee"})


def is_about_hearsay(sentence: Sentence, cue: Cue) -> bool:
    """Return whether a verb goes on about news without a body: `نفى الأنباء التي تحدثت عن`."""
    if cue.head < 2 or sentence.tokens[cue.head - 1].word.form not in RELATIVES:  # noqa: PLR2004
        return False
    return any(
        phrase.end == cue.head - 1 and sentence.tokens[phrase.head].word.key in word_classes("ar").get("hearsay", frozenset()) for phrase in sentence.phrases
    )


def of_the_medium(sentence: Sentence, cue: Cue) -> Phrase | None:
    """Return who speaks in a clause about a statement: the genitive of `تصريحات الوزير التي قال فيها`, who put out `نشرت الوزارة بيانا قالت فيه`."""
    tokens = sentence.tokens
    if not cue.head or cue.head + 1 >= len(tokens) or tokens[cue.head].word.proclitics:
        return None
    points_back = tokens[cue.head + 1].word.form in {"فيها", "فيه"}
    goes_on = tokens[cue.head].word.tense == "present" and tokens[cue.head - 1].word.form.endswith("ا")  # `نشرت صحيفة تقريرا يفيد بأن`
    if not points_back and not goes_on:
        return None
    at = cue.head - 1 if tokens[cue.head - 1].word.form in RELATIVES else cue.head
    medium = next((phrase for phrase in sentence.phrases if phrase.end == at), None)
    if medium is None or not in_class(tokens[medium.head], word_classes("ar").get("medium", frozenset())):
        return None
    if at < cue.head and medium.end - medium.head > 1 and tokens[medium.head + 1].kind in {"noun", "other"}:
        start = medium.head + 1
        return Phrase(start=start, end=medium.end, head=start, span=Span(tokens[start].span.start, medium.span.end))
    put_out = next((other for other in reversed(sentence.predicates) if other.form == "verb" and other.head < medium.start and other.subject), None)
    agrees = put_out is not None and (not points_back or _same_doer(sentence, put_out, tokens[cue.head].word.person))
    return put_out.subject[0] if put_out is not None and agrees else None


def could_go_on(sentence: Sentence, cue: Cue, recent: Sequence[Speaker]) -> bool:
    """Return whether the latest speaker can be the one of a participle: not one man or body for `مطالبين`."""
    return bool(recent) and not (sentence.tokens[cue.head].word.form.endswith(("ين", "ون")) and recent[0].gender in {"m", "f"})


def who_gathers(scene: Scene, cue: Cue) -> Speaker | None:
    """Return the people or body of the verb before: `خرج العشرات في مظاهرة للمطالبة بالإفراج`, `تظاهر الطلبة منددين`."""
    sentence = scene.sentence
    for predicate in sorted(sentence.predicates, key=lambda predicate: -predicate.head):
        if predicate.form != "verb" or predicate.head >= cue.head or not predicate.subject or predicate.subject[-1].end > cue.head:
            continue
        head = sentence.tokens[predicate.subject[0].head]
        is_counted = predicate.subject[0].end - predicate.subject[0].start == 1 and head.word.key in {"عشرات", "مئات", "الاف"}
        if is_counted or not classes_of_word("ar", head.word.key, head.word.lemma).isdisjoint(_PEOPLE) or head.word.form.endswith(("ون", "ين")):
            return speaker_of(sentence, predicate.subject, language=scene.language, reason="who does what the sentence tells")
    return None


def shared_subject(scene: Scene, cue: Cue, said: Sequence[Span]) -> Speaker | None:
    """Return the subject of the verb before, for one that names none: `النائبان بعثا برسالة، أبديا فيها`, `كثفت تركيا القصف، وهددت`.

    Args:
        scene: The sentence.
        cue: The verb that names none.
        said: What the claims of the sentence say: a verb in there has a subject of its own.
    """
    sentence, predicate = scene.sentence, scene.predicates.get(cue.head)
    if predicate is None or predicate.form != "verb":
        return None
    token = sentence.tokens[cue.head]
    is_dual = token.word.person in {"3md", "3fd"}
    if not is_dual and (scene.language != "ar" or token.word.proclitics[:1] != ("و",) or cue.head == 0):
        return None
    cues = {other.head for other in scene.cues if other.kind in {"verb", "phrase"}}
    for other in reversed(sentence.predicates):
        if other.form != "verb" or other.head >= cue.head or not other.subject or not _same_doer(sentence, other, token.word.person):
            continue
        if is_dual:
            return speaker_of(sentence, other.subject, language=scene.language, reason="subject of the verb before")
        if any(span.holds(sentence.tokens[other.head].span) for span in said):
            continue
        if other.head in cues or not is_speaking(sentence, other.subject[0]):
            return None
        return speaker_of(sentence, other.subject, language=scene.language, reason="subject of the verb before")
    return None


def people_told_of(scene: Scene, cue: Cue, said: Sequence[Span]) -> Speaker | None:
    """Return the people whom a claim tells of before a plural verb with their pronoun: `قال إن احتجاجات الأهالي سلمية وأنهم يطالبون`."""
    sentence = scene.sentence
    token, before = sentence.tokens[cue.head], sentence.tokens[cue.head - 1] if cue.head else None
    if scene.language != "ar" or token.word.person != "3mp" or before is None or before.word.enclitic != "هم":
        return None
    around = [span for span in said if span.holds(token.span)]
    for i in range(cue.head - 2, -1, -1):
        word = sentence.tokens[i].word
        if not any(span.holds(sentence.tokens[i].span) for span in around):
            return None
        if not classes_of_word("ar", word.key, word.lemma).isdisjoint(_GATHERED) or (word.form.endswith(("ون", "ين")) and word.definite):
            end = next((phrase.end for phrase in sentence.phrases if phrase.start <= i < phrase.end), i + 1)
            span = Span(sentence.tokens[i].span.start, sentence.tokens[end - 1].span.end)
            people = Phrase(start=i, end=end, head=i, span=span)
            return speaker_of(sentence, (people,), language=scene.language, reason="people whom the claim tells of")
    return None


def _same_doer(sentence: Sentence, other: Predicate, person: str) -> bool:
    """Whether the subject of a verb can be who does what follows: a plural verb goes on from a singular before people."""
    if sentence.tokens[other.head].word.person == person:
        return True
    head = sentence.tokens[other.subject[0].head].word
    return person == "3mp" and other.subject[0].start > other.head and head.form.endswith(("ون", "ين")) and sentence.tokens[other.head].word.person == "3ms"

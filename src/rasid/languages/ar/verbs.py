# SPDX-License-Identifier: Apache-2.0
"""Every form of an Arabic verb as news prints it: without vowels.

A verb is given by its perfect and imperfect in the third person (`استهدف يستهدف`, `قال يقول`, `دعا يدعو`). The class (sound,
hollow, defective) is read off the letters. Without vowels active and passive share most spellings (`voice` is then
`either`); where the passive shows (`قيل`, `أصيب`, `هوجم`) it is made as well.
"""

from collections.abc import Iterator
from typing import Final, Literal

from rasid.records import Record

Voice = Literal["active", "passive", "either"]

_WEAK: Final = "اويى"
_PRESENT_PREFIXES: Final = (("ي", "3m"), ("ت", "3f"), ("ن", "1"), ("أ", "1"))


class VerbForm(Record, frozen=True, kw_only=True):
    """One form: its verb, tense, voice and person (`3ms`, `3fs`, `3mp`, `1`, ...)."""

    verb: str
    tense: Literal["past", "present"]
    voice: Voice
    person: str
    rare: bool = False
    """True for shortened, passive-only and first-person spellings, which give way to another verb's common ones."""


def conjugate(past: str, present: str) -> Iterator[tuple[str, VerbForm]]:
    """Yield the spellings of a verb and what each is; a spelling may come more than once.

    Args:
        past: Third person masculine singular of the perfect, with hamza, without vowels.
        present: The same of the imperfect, beginning with ya.
    """
    for spelling, voice, person in _past_forms(past):
        rare = voice == "passive" or not person.startswith("3") or person in {"3md", "3fp"}
        yield spelling, VerbForm(verb=past, tense="past", voice=voice, person=person, rare=rare)
    for spelling, voice, person in _present_forms(present, is_hollow=_hollow_at(past) > 0):
        rare = person[0] != "3" or len(spelling) < len(present)
        yield spelling, VerbForm(verb=past, tense="present", voice=voice, person=person, rare=rare)


def _past_forms(past: str) -> Iterator[tuple[str, Voice, str]]:
    if past[-1] in "اى" and len(past) > 2:  # noqa: PLR2004
        yield from _defective_past(past)
        return
    if past[-1] == "ي":
        yield from ((past, "active", "3ms"), (past + "ت", "active", "3fs"), (past[:-1] + "وا", "active", "3mp"))
        yield from ((past[:-1] + "و", "active", "3mp"), (past + "نا", "active", "1"), (past + "ا", "active", "3md"))
        return
    voice: Voice = "active" if _hollow_at(past) else "either"
    yield from _sound_past(past, voice)
    hollow = _hollow_at(past)
    if hollow:
        short = past[:hollow] + past[hollow + 1 :]
        yield from ((short + ending, "active", person) for ending, person in (("ت", "1"), ("نا", "1"), ("ن", "3fp")))
        yield from _sound_past(past[:hollow] + "ي" + past[hollow + 1 :], "passive")
    elif len(past) > 3 and past[-3] == "ا" and past[0] != "ا":  # noqa: PLR2004
        yield from _sound_past(past[:-3] + "و" + past[-2:], "passive")  # قاتل, هاجم: form III


def _sound_past(stem: str, voice: Voice) -> Iterator[tuple[str, Voice, str]]:
    for ending, person in (
        ("", "3ms"), ("ت", "3fs"), ("وا", "3mp"), ("و", "3mp"), ("ا", "3md"), ("تا", "3fd"), ("ن", "3fp"), ("نا", "1"), ("تم", "2"),
    ):  # fmt: skip
        yield stem + ending, voice, person


def _defective_past(past: str) -> Iterator[tuple[str, Voice, str]]:
    stem = past[:-1]
    yield past, "active", "3ms"
    yield stem + "ا", "active", "3ms"  # before a pronoun: نفاه
    for ending, person in (("ت", "3fs"), ("وا", "3mp"), ("و", "3mp"), ("تا", "3fd")):
        yield stem + ending, "active", person
    for glide in ("ي", "و"):
        yield stem + glide + "ا", "active", "3md"
        yield stem + glide + "نا", "active", "1"
        yield stem + glide + "ت", "active", "1"
    yield stem + "ي", "passive", "3ms"
    yield stem + "يت", "passive", "3fs"


def _present_forms(present: str, *, is_hollow: bool) -> Iterator[tuple[str, Voice, str]]:
    stem = present[1:]
    last = stem[-1]
    # A doubled or second waw (طوّق, تعاون) keeps its place in all forms: only the alif of the perfect tells.
    hollow = is_hollow and stem[-2] in _WEAK and last not in _WEAK
    voice: Voice = "active" if hollow or last in _WEAK else "either"
    plural = stem[:-1] if last in _WEAK else stem
    for prefix, person in _PRESENT_PREFIXES:
        number = "" if person == "1" else "s"
        yield prefix + stem, voice, person + number
        if last in "ىا":
            yield prefix + stem[:-1] + "ا", voice, person + number
        if last in _WEAK:
            yield prefix + stem[:-1], voice, person + number  # لم ينف
            yield prefix + stem[:-1] + "ى", "passive", person + number
        if hollow:
            yield prefix + stem[:-2] + last, voice, person + number  # لم يقل
            if stem[-2] != "ا":
                yield prefix + stem[:-2] + "ا" + last, "passive", person + number
    for ending in ("ون", "وا", "و"):
        yield "ي" + plural + ending, voice, "3mp"
        yield "ت" + plural + ending, voice, "2"
    for prefix, person in (("ي", "3md"), ("ت", "3fd")):
        dual = plural + "ي" if last in _WEAK else plural
        yield prefix + dual + "ان", voice, person
    yield "ي" + stem + "ن", voice, "3fp"


def _hollow_at(past: str) -> int:
    """Index of the long alif of a hollow verb (`قال`, `أصاب`, `استقال`, `اقتاد`), else 0."""
    return len(past) - 2 if len(past) > 2 and past[-2] == "ا" else 0  # noqa: PLR2004

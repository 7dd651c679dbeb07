# SPDX-License-Identifier: Apache-2.0
"""Dead and hurt who are told one by one, without a number: `مقتل المدني أحمد سعيد وابنه` is two, `سقط قتلى` more than one."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from rasid.incidents.folding import fold_word
from rasid.knowledge.lexemes import word_classes
from rasid.knowledge.load import read_tsv
from rasid.knowledge.name_index import fold_name
from rasid.records import CountKind, Document, Event, Span

_WORD: Final = re.compile(r"[^\W\d_]+")
_AND: Final = {"ar": "و", "en": "and"}
_PRONOUNS: Final = ("ها", "هما", "هم", "هن", "ه", "ته", "تها")
_KILLING: Final = frozenset({"assassination", "execution"})
_REACH: Final = 60  # characters between the word for dying or being hurt and the one who did


def lone_victims(document: Document, event: Event, what: CountKind) -> Iterator[Span]:
    """Yield those who are told to be dead (`killed`) or hurt (`wounded`) one by one and stand under no number.

    Args:
        document: That holds the event.
        event: With its targets; a target counts by the nearest word for dying or being hurt before it.
        what: `killed` or `wounded`.
    """
    text, language = document.text, document.language
    last = max((quantity.span.end for quantity in event.counts if quantity.what == what), default=None)
    for span in sorted(event.spans("target")):
        if any(span.overlaps(quantity.span) for quantity in event.counts) or _fate(document, event, span) != what:
            continue
        if not _is_one_person(span.of(text), language):
            continue
        # Beside a number, or another one, a single person is one more where `and` says so; else one of those, or more of a name.
        joined = text[: span.start].rstrip().endswith(_AND.get(language, "و"))
        if last is None or (joined and span.start - last <= _REACH):
            yield span
            last = span.end


def unnumbered(document: Document, event: Event, what: CountKind) -> Span | None:
    """Return the words that tell of several dead or hurt without saying how many: `قتلى`, `جرحى`."""
    if event.counts:
        return None
    for span in (event.trigger, *event.outcome):
        for match in _WORD.finditer(span.of(document.text)):
            if _plurals(document.language).get(fold_word(match.group())) == what:
                return Span(span.start + match.start(), span.start + match.end())
    return None


def _fate(document: Document, event: Event, span: Span) -> CountKind | None:
    """Return what the nearest word before a victim tells of him."""
    if event.type in _KILLING:
        return "killed"
    start = max(0, span.start - _REACH)
    told = _kinds(document.language)
    found = [told[key] for word in _WORD.findall(document.text[start : span.start]) for key in _keys(word) if key in told]
    return found[-1] if found else None


def _is_one_person(words: str, language: str) -> bool:
    match = _WORD.search(words)
    if match is None or any(letter.isdigit() for letter in words[: match.start()]):
        return False
    first = fold_word(match.group())
    return any(key in _persons(language) for key in _keys(first))


def _keys(word: str) -> Iterator[str]:
    """Yield a folded word, and without what may be joined to it: clitics before, a pronoun behind."""
    bare = fold_word(word)
    for base in dict.fromkeys((fold_name(word), bare)):
        yield base
        for pronoun in _PRONOUNS:
            if base.endswith(pronoun) and len(base) > len(pronoun) + 1:
                stem = base.removesuffix(pronoun)
                yield stem
                if stem.endswith("ت"):
                    yield f"{stem[:-1]}ه"


@cache
def _persons(language: str) -> frozenset[str]:
    classes = word_classes(language)
    names = ("lone_person", "kin", "given_name")
    return frozenset(fold_name(word) for name in names for word in classes.get(name, ()) if " " not in word) | frozenset(
        fold_name(word) for word in classes.get("kin_stem", ()) if " " not in word
    )


@cache
def _kinds(language: str) -> dict[str, CountKind]:
    table: dict[str, CountKind] = {}
    for row in read_tsv(f"lexicon/{language}/casualties.tsv"):
        if row["what"] in {"killed", "wounded"}:
            for word in row.items_of("words"):
                table.setdefault(fold_name(word), row["what"])  # type: ignore[arg-type]  # checked by knowledge/check.py
    return table


@cache
def _plurals(language: str) -> dict[str, CountKind]:
    if language != "ar":
        return {}
    return {fold_name("قتلى"): "killed", fold_name("شهداء"): "killed", fold_name("جرحى"): "wounded", fold_name("مصابين"): "wounded"}

# SPDX-License-Identifier: Apache-2.0
"""Words that take sides, by outlet: scare quotes, loaded names, and how each outlet names each party."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final, Literal

from rasid.assess.context import Context
from rasid.assess.parties import framed_actor, known_name
from rasid.assess.reading import cite
from rasid.knowledge.assessment import fold_words, forms_of, phrases
from rasid.records import Citation, Document, Framing, Mention, NameUse, Naming, Party, Span

# Longer stretches in quotation marks are quotations, not names held at arm's length.
_SCARE_WORDS = 2
_QUOTED: Final = re.compile(r"[“\"«„]([^“”\"«»„\n]{2,40})[”\"»“]")
_MIN_QUOTED_LETTERS = 3
_WORDS_BEFORE = 24
# Places shown of one name; the count says how many there are.
_CITED_NAMES = 8

_Found = tuple[Literal["scare_quotes", "loaded_name"], Citation]


def find_framings(context: Context) -> tuple[Framing, ...]:
    """Return loaded names and scare quotes by outlet, the most used first."""
    found: dict[tuple[str, str, tuple[str, ...]], list[Citation]] = defaultdict(list)
    words: dict[tuple[str, str, tuple[str, ...]], str] = {}
    for coded in context.reading.documents:
        if not coded.relevant:
            continue
        outlet = context.parties.outlet(coded.document.id).label
        for kind, citation in _framed_in(context, coded.document):
            said = citation.span.of(coded.document.text).strip('“”"«»„ ')
            key = (outlet, kind, fold_words(said))
            words.setdefault(key, said)
            found[key].append(citation)
    framings = [_framing(context, key, words[key], citations) for key, citations in found.items()]
    framings.sort(key=lambda framing: (framing.outlet, -framing.times, framing.kind, framing.words))
    return tuple(framings)


def _framing(context: Context, key: tuple[str, str, tuple[str, ...]], words: str, citations: list[Citation]) -> Framing:
    kind: Literal["scare_quotes", "loaded_name"] = "loaded_name" if key[1] == "loaded_name" else "scare_quotes"
    return Framing(
        outlet=key[0],
        kind=kind,
        kind_label=context.wording.label(f"framing/{kind}"),
        words=words,
        times=len(citations),
        citations=tuple(citations),
    )


def _framed_in(context: Context, doc: Document) -> Iterator[_Found]:
    coded = context.reading.by_id[doc.id]
    seen: set[Span] = set()
    for mention in context.reading.mentions.get(doc.id, ()):
        if mention.loaded:
            seen.add(mention.span)
            yield "loaded_name", cite(doc.id, mention.span)
    for span in sorted({span for claim in coded.claims for span in claim.framing}):
        # A name in quotation marks (of a party, a place, a victim) is held at arm's length by nobody.
        holds = _takes_sides(fold_words(span.of(doc.text))) or any(event.trigger.overlaps(span) for event in coded.events)
        if holds and not any(span.overlaps(other) for other in seen):
            seen.add(span)
            yield "scare_quotes", cite(doc.id, span)
    for span in _scare_quotes(context, doc):
        if not any(span.overlaps(other) for other in seen):
            yield "scare_quotes", cite(doc.id, span)


def _scare_quotes(context: Context, doc: Document) -> Iterator[Span]:
    """Yield short words in quotation marks that take sides or hold a happening at arm's length, and are no title."""
    coded = context.reading.by_id[doc.id]
    for match in _QUOTED.finditer(doc.text):
        inside = fold_words(match.group(1))
        if (
            not inside
            or len(inside) > _SCARE_WORDS
            or len("".join(inside)) < _MIN_QUOTED_LETTERS
            or inside[0].isdigit()
        ):
            continue
        span = Span(*match.span(1))
        if not _takes_sides(inside) and not any(event.trigger.overlaps(span) for event in coded.events):
            continue
        before = fold_words(doc.text[max(match.start() - _WORDS_BEFORE, 0) : match.start()])[-2:]
        if any(phrases("name_openers").at(before, index) for index in range(len(before))):
            continue
        yield span


def _takes_sides(words: tuple[str, ...]) -> bool:
    loaded = phrases("loaded_words")
    return any(loaded.at((form, *words[index + 1 :]), 0) for index, word in enumerate(words) for form in forms_of(word))


# --- who calls whom what ---------------------------------------------------------------------------------------------


def find_namings(context: Context) -> tuple[Naming, ...]:
    """Return the names by which each outlet calls each known party, parties that are named in most ways first.

    A loaded name that is used of one actor stands beside that actor's own names, marked as loaded. One that is used of
    whoever is the writer's opponent names no party and stands among the framings only.
    """
    uses: dict[tuple[str, str], dict[tuple[str, ...], list[tuple[str, bool, Citation]]]] = {}
    for coded in context.reading.documents:
        if not coded.relevant:
            continue
        doc = coded.document
        outlet = context.parties.outlet(doc.id).label
        for mention in _names_in(context, doc):
            entity = _named_actor(mention)
            words = mention.span.of(doc.text)
            if entity is not None:
                rows = uses.setdefault((entity, outlet), defaultdict(list))
                rows[fold_words(words)].append((words, mention.loaded, cite(doc.id, mention.span)))
    language = context.wording.language
    made = [
        Naming(party=Party(id=entity, label=name, kind="known"), outlet=outlet, names=_name_uses(rows))
        for (entity, outlet), rows in uses.items()
        if (name := known_name(entity, language))
    ]
    ways: Counter[str] = Counter()
    for naming in made:
        ways[naming.party.id] += len(naming.names)
    made.sort(key=lambda naming: (-ways[naming.party.id], naming.party.id, naming.outlet))
    return tuple(made)


def _names_in(context: Context, doc: Document) -> Iterator[Mention]:
    """Yield the names of actors in a document, of two that overlap the longer."""
    taken: list[Span] = []
    named = [m for m in context.reading.mentions.get(doc.id, ()) if m.kind == "actor"]
    for mention in sorted(named, key=lambda m: (m.span.start - m.span.end, m.span, not m.loaded, m.id)):
        if not any(mention.span.overlaps(other) for other in taken):
            taken.append(mention.span)
            yield mention


def _named_actor(mention: Mention) -> str | None:
    """Return the actor that a mention names, by its own or a loaded name; None where that is open."""
    best = max(mention.candidates, key=lambda one: (one.score, one.entity), default=None)
    if best is None:
        return None
    if not mention.loaded:
        return best.entity
    return framed_actor(mention)


def _name_uses(rows: dict[tuple[str, ...], list[tuple[str, bool, Citation]]]) -> tuple[NameUse, ...]:
    made = [
        NameUse(
            words=Counter(words for words, _, _ in found).most_common(1)[0][0],
            times=len(found),
            loaded=any(loaded for _, loaded, _ in found),
            citations=tuple(sorted(citation for _, _, citation in found)[:_CITED_NAMES]),
        )
        for found in rows.values()
    ]
    return tuple(sorted(made, key=lambda use: (-use.times, use.words)))

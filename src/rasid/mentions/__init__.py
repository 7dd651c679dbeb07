# SPDX-License-Identifier: Apache-2.0
"""Sentence to Mention: the names, times and quantities in the words of a document.

In: the sentences of one document. Out: its mentions in the order of the text: places, sites, actors and outlets with the
entities that they may stand for, loaded names marked as such, times with their interval, quantities with their range. It
chooses no candidate (`rasid.resolve` does) and finds no persons: those who are not in the knowledge files are described
by the arguments of events. A group that no file lists, named behind a word for its kind, is an actor with a label and no candidate.
"""

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from typing import Final

from rasid.ids import MentionId, make_id
from rasid.knowledge.name_index import NameReader
from rasid.knowledge.names import NameIndex, NameMatch, load_actors, load_loaded, load_outlets, load_places, load_sites
from rasid.languages import get_language
from rasid.mentions.groups import find_groups
from rasid.mentions.persons import is_of_person
from rasid.records import Candidate, Document, Mention, MentionKind, Method, Sentence, Span

METHOD: Final = Method(name="rasid.mentions", version="1")
_GROUPS: Final = Method(name="rasid.mentions.groups", version="1")
# Between a weak name and a known one: the kind is said, the body is not known. Not calibrated.
_GROUP_SCORE: Final = 0.8


def find_mentions(sentences: Sequence[Sentence], *, document: Document) -> tuple[Mention, ...]:
    """Return the mentions of one document in the order of the text.

    Args:
        sentences: All its sentences; only those that were read closely, and the first, are searched.
        document: Where they come from; its day of publication resolves relative times.
    """
    searched = [sentence for sentence in sentences if sentence.phrases or sentence.index == 0]
    names = [*_names(searched, document)]
    groups = [*_groups(searched, document, names)]
    # `شهداء` in `كتيبة شهداء بدر` is part of a name and frames nobody.
    found = [name for name in names if not (name.loaded and any(group.span.holds(name.span) for group in groups))] + groups
    for sentence in searched:
        found.extend(_times(sentence, document))
        found.extend(_quantities(sentence, document))
    return tuple(sorted(found, key=lambda mention: (mention.span, mention.kind)))


def _indices() -> tuple[tuple[MentionKind, NameIndex, bool], ...]:
    return (
        ("site", load_sites().index, False),
        ("actor", load_actors().index, False),
        ("outlet", load_outlets().index, False),
        ("place", load_places().index, False),
        ("actor", load_loaded().index, True),
    )


@cache
def _reader() -> NameReader:
    return NameReader([index for _, index, _ in _indices()])


def _names(sentences: Sequence[Sentence], document: Document) -> Iterator[Mention]:
    read = [(sentence, _reader().match(sentence.tokens)) for sentence in sentences]
    method = _place_method()
    for number, (kind, _, loaded) in enumerate(_indices()):
        matches = [(sentence, match) for sentence, names in read for match in names[number]]
        vouched = {match.name for _, match in matches if not match.weak}
        if kind == "place" and load_places().vouched:
            vouched |= _at_home([match for _, match in matches], vouched)
        for sentence, match in matches:
            # A name that is also a common word counts where the same document names it beyond doubt.
            if match.weak and match.name not in vouched:
                continue
            if kind == "place" and document.language == "ar" and is_of_person(sentence.tokens, match):
                continue
            yield _name(sentence, match, kind, document, loaded=loaded, method=method if kind == "place" else METHOD)


def _groups(sentences: Sequence[Sentence], document: Document, names: Sequence[Mention]) -> Iterator[Mention]:
    """Yield the groups that no file lists: typed by the word for their kind, with no entity unless the name without its quotation marks has one."""
    known = [name.span for name in names if name.kind in {"actor", "site", "outlet"} and not name.loaded]
    for sentence in sentences:
        for match in find_groups(sentence.tokens, language=document.language):
            first, last = sentence.tokens[match.start], sentence.tokens[match.end - 1]
            attached = sum(map(len, first.word.proclitics)) if len(first.word.form) == first.span.end - first.span.start else 0
            span = Span(first.span.start + attached, last.span.end)
            if not any(span.overlaps(other) for other in known):
                # `حركة "فتح"`: quotation marks within a name hide it from the index.
                words = [token.word.form for token in sentence.tokens[match.start + 1 : match.end] if token.kind != "punctuation"]
                entities = load_actors().index.look_up(" ".join((first.word.form[attached:], *words)))
                yield Mention(
                    id=_id(document, span, "actor"), document_id=document.id, sentence=sentence.index, span=span, kind="actor", method=_GROUPS,
                    score=_GROUP_SCORE, label="" if entities else match.kind,
                    candidates=tuple([Candidate(entity=entity, score=1.0 / len(entities), reason="name") for entity in entities]),
                )  # fmt: skip


@cache
def _place_method() -> Method:
    """Return the method of mentions of places: it names the imported set that was searched, if any."""
    label = load_places().label
    return Method(name=METHOD.name, version=f"{METHOD.version}; places {label}") if label else METHOD


def _at_home(matches: Sequence[NameMatch], sure: Collection[str]) -> set[str]:
    """Return the weak names of imported villages whose district a sure name of the document lies in too."""
    places = load_places()
    districts = {district for match in matches if match.name in sure for district in _districts(match)}
    wanted = (match for match in matches if match.weak and match.name in places.vouched)
    return {match.name for match in wanted if not districts.isdisjoint(_districts(match))} if districts else set()


def _districts(match: NameMatch) -> set[tuple[str, str]]:
    entries = map(load_places().get, match.entities)
    return {(entry.country, entry.admin2) for entry in entries if entry is not None and entry.admin2}


def _name(sentence: Sentence, match: NameMatch, kind: MentionKind, document: Document, *, loaded: bool, method: Method) -> Mention:
    first, last = sentence.tokens[match.start], sentence.tokens[match.end - 1]
    start = first.span.start + (match.clitics if len(first.word.form) == first.span.end - first.span.start else 0)
    written = first.span.of(document.text)
    if "#" in written:  # `و#منبج` is one word
        start = first.span.start + written.rindex("#") + 1
    span = Span(min(start, last.span.end - 1), last.span.end)
    share = 1.0 / len(match.entities)
    return Mention(
        id=_id(document, span, kind, loaded), document_id=document.id, sentence=sentence.index, span=span, kind=kind, method=method,
        score=0.7 if match.weak else 0.95, loaded=loaded,
        candidates=tuple(Candidate(entity=entity, score=share, reason="name") for entity in match.entities),
    )  # fmt: skip


def _id(document: Document, span: Span, kind: str, loaded: bool = False) -> MentionId:  # noqa: FBT001, FBT002
    return MentionId(make_id("me", document.id, span.start, span.end, kind, loaded))


def _times(sentence: Sentence, document: Document) -> Iterator[Mention]:
    for match in get_language(document.language).dates(sentence.tokens, published=document.published):
        span = Span(sentence.tokens[match.start].span.start, sentence.tokens[match.end - 1].span.end)
        yield Mention(
            id=_id(document, span, "time"), document_id=document.id, sentence=sentence.index, span=span, kind="time", method=METHOD,
            label=match.kind, interval=match.interval,
        )  # fmt: skip


def _quantities(sentence: Sentence, document: Document) -> Iterator[Mention]:
    for match in get_language(document.language).numbers(sentence.tokens):
        span = Span(sentence.tokens[match.start].span.start, sentence.tokens[match.end - 1].span.end)
        yield Mention(
            id=_id(document, span, "quantity"), document_id=document.id, sentence=sentence.index, span=span, kind="quantity", method=METHOD,
            label=match.kind, low=match.low, high=match.high, exact=match.exact,
        )  # fmt: skip

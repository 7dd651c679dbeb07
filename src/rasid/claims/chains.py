# SPDX-License-Identifier: Apache-2.0
"""Put cue, speaker, content and target together, and nest claims into chains."""

from collections.abc import Iterable, Sequence
from typing import Final

from msgspec.structs import replace

from rasid.claims.content import Content, content_end, find_content, is_quoted, opens_clause, span_of
from rasid.claims.cues import Cue, Sense, find_cues
from rasid.claims.framing import find_framing
from rasid.claims.sources import Speaker, agrees, is_impersonal, is_last_speaker, source_behind, speaker_of, subject_of
from rasid.ids import ClaimId, make_id
from rasid.knowledge.lexemes import in_class, word_classes
from rasid.records import Claim, Document, Event, Link, Mention, Method, Phrase, Predicate, Record, Sentence, Span
from rasid.spelling import fold

METHOD: Final = Method(name="rasid.claims", version="1")
# Comma, space and quotation marks between what is said and the attribution that closes it.
_CLOSING_GAP: Final = 4
_LONGEST_HEADLINE_SOURCE: Final = 8


class Draft(Record, frozen=True, kw_only=True):
    """A claim before its place in the chain is known."""

    cue: Cue
    cue_span: Span
    speaker: Speaker
    content: Span
    target: Span | None
    via: tuple[Link, ...] = ()
    """Links that the sentence itself gives: to whom it was told, through which medium."""
    score: float = 0.8


def find_claims(sentences: Sequence[Sentence], mentions: Sequence[Mention], *, document: Document) -> tuple[Claim, ...]:
    """Return the claims of one document in the order of their cues.

    Args:
        sentences: All sentences of the document; those without predicates are passed over.
        mentions: All its mentions; loaded names become framing.
        document: Where the sentences come from.
    """
    claims: list[Claim] = []
    last: Speaker | None = None
    for sentence in sentences:
        if not sentence.phrases:
            continue
        drafts, last = _drafts(sentence, last, document)
        chained = _chain(drafts, document)
        claims.extend(_claim(draft, chain, sentence, document, mentions) for draft, chain in zip(drafts, chained, strict=True))
    return tuple(claims)


def link_claims(claims: Sequence[Claim], events: Iterable[Event]) -> tuple[Claim, ...]:
    """Return the claims with the events and claims that lie in their contents."""
    events = tuple(events)
    linked: list[Claim] = []
    for claim in claims:
        inside = tuple(event.id for event in events if claim.content.holds(event.trigger))
        nested = tuple(other.id for other in claims if other is not claim and claim.content.holds(other.cue))
        linked.append(replace(claim, events=inside, claims=nested))
    return tuple(linked)


def _drafts(sentence: Sentence, last: Speaker | None, document: Document) -> tuple[list[Draft], Speaker | None]:
    cues = find_cues(sentence.tokens, language=document.language)
    predicates = {predicate.head: predicate for predicate in sentence.predicates}
    drafts: list[Draft] = []
    headline = _headline(sentence, document)
    if headline is not None:
        drafts.append(headline)
        last = headline.speaker
    for cue in cues:
        draft = _draft(sentence, cue, cues, predicates.get(cue.head), last, document)
        if draft is not None and cue.sense.is_attribution and _closes_another(draft, drafts):
            continue
        if draft is None or any(draft.content == other.content and draft.cue.sense.act == other.cue.sense.act for other in drafts):
            continue
        drafts.append(draft)
        if cue.kind in {"verb", "phrase"} or cue.sense.is_attribution:
            last = draft.speaker
    return _without_later_sayings(drafts), last


def _without_later_sayings(drafts: Sequence[Draft]) -> list[Draft]:
    """End a content where the words of a later cue begin that holds it: `threatened to attack Y, X said`."""
    ended: list[Draft] = []
    for draft in drafts:
        closing = [
            other.content.end for other in drafts
            if other is not draft and draft.content.holds(other.cue_span) and other.content.holds(draft.cue_span)
            and draft.content.start < other.content.end < other.cue_span.start
        ]  # fmt: skip
        ended.append(replace(draft, content=Span(draft.content.start, min(closing))) if closing else draft)
    return ended


def _closes_another(draft: Draft, drafts: list[Draft]) -> bool:
    """Give an attribution behind what somebody says (`..., حسب وسائل إعلام`) to that claim, as one through whom the passage has it."""
    for i, other in enumerate(drafts):
        gap = draft.cue_span.start - other.content.end
        if other.cue.sense.is_attribution or not 0 <= gap <= _CLOSING_GAP:
            continue
        if draft.speaker.span != other.speaker.span:
            link = Link(role="outlet", span=draft.speaker.span, cue=draft.cue_span, kind=draft.speaker.kind)  # type: ignore[arg-type]
            drafts[i] = replace(other, via=(*other.via, link))
        return True
    return False


def _draft(
    sentence: Sentence, cue: Cue, cues: Sequence[Cue], predicate: Predicate | None, last: Speaker | None, document: Document
) -> Draft | None:
    if cue.sense.is_attribution:
        return _attribution(sentence, cue, cues, last, document)
    if predicate is not None and predicate.negation is not None and cue.sense.act != "deny":
        return None
    content = find_content(sentence, cue, predicate, cues)
    if content is None:
        return None
    speaker = _speaker(sentence, cue, predicate, last, document)
    if speaker is None:
        return None
    told = _told_through(sentence, cue, predicate, document)
    target = _target(sentence, cue, predicate, content, document.language)
    if target is not None and any(link.span == target for link in told):
        target = None
    return Draft(
        cue=cue, cue_span=span_of(sentence.tokens, cue.start, cue.end), speaker=speaker, content=span_of(sentence.tokens, content.start, content.end),
        target=target, via=told, score=0.85 if content.marker not in {"object", "quote"} else 0.7,
    )  # fmt: skip


def _speaker(sentence: Sentence, cue: Cue, predicate: Predicate | None, last: Speaker | None, document: Document) -> Speaker | None:
    language = document.language
    if cue.kind == "noun":
        return _genitive_speaker(sentence, predicate, language)
    if predicate is not None and predicate.form == "verb" and (
        predicate.voice == "passive" or is_impersonal(sentence, cue, predicate, language=language)
    ):
        return None
    if cue.sense.is_relay and predicate is not None:
        told = tuple(phrase for phrase in predicate.obliques if phrase.preposition in {"عن", "from"})[:1]
        return speaker_of(sentence, told, language=language, reason="whom the outlet relays") if told else None
    if last is not None and _names_target(sentence, cue, predicate):
        return last
    if cue.kind in {"verb", "phrase"}:
        found = subject_of(sentence, predicate, cue, language=language)
        if found is not None and not (cue.kind == "phrase" and _is_word_of(sentence, found.span, cue)):
            return found
        shared = _shared_subject(sentence, cue, predicate, language)
        if shared is not None:
            return shared
    if last is not None and agrees(last, cue, sentence):
        return last
    return None


def _is_word_of(sentence: Sentence, span: Span, cue: Cue) -> bool:
    """Whether a span is one of the words of a cue phrase: of `أبديا مخاوفهما` the fears."""
    return any(sentence.tokens[slot].span.overlaps(span) for slot in cue.slots)


def _shared_subject(sentence: Sentence, cue: Cue, predicate: Predicate | None, language: str) -> Speaker | None:
    """The subject of the verb before, for a dual or plural that names none: `النائبان بعثا برسالة، أبديا فيها`."""
    if predicate is None or predicate.form != "verb" or sentence.tokens[cue.head].word.person not in {"3md", "3fd"}:
        return None
    person = sentence.tokens[cue.head].word.person
    for other in reversed(sentence.predicates):
        if other.form == "verb" and other.head < cue.head and other.subject and sentence.tokens[other.head].word.person == person:
            return speaker_of(sentence, other.subject, language=language, reason="subject of the verb before")
    return None


def _names_target(sentence: Sentence, cue: Cue, predicate: Predicate | None) -> bool:
    """Whether a verb joined by و goes on from the speaker, so that its one bare dependent is whom it addresses.

    `أبدت باريس قلقها، وطالبت أنقرة بوقف عمليتها`: the verb before has the same person and names its subject.
    """
    if predicate is None or predicate.form != "verb" or cue.sense.target != "object" or predicate.object or not predicate.subject:
        return False
    token = sentence.tokens[cue.head]
    if token.word.proclitics[:1] != ("و",) or cue.start == 0 or len(predicate.subject) > 1 or predicate.subject[0].start < cue.head:
        return False
    before = [other for other in sentence.predicates if other.form == "verb" and other.head < cue.head and other.subject]
    return bool(before) and sentence.tokens[before[-1].head].word.person == token.word.person


def _genitive_speaker(sentence: Sentence, predicate: Predicate | None, language: str) -> Speaker | None:
    """Speaker of a noun cue: its genitive (`اتهامات أنقرة`)."""
    if predicate is None or not predicate.object:
        return None
    head = sentence.tokens[predicate.object[0].head]
    classes = word_classes(language)
    speaks = any(in_class(head, classes.get(name, frozenset())) for name in ("force", "authority", "state", "party", "official", "media_head", "unnamed_source_head"))
    return speaker_of(sentence, predicate.object, language=language, reason="genitive of the cue") if speaks else None


def _attribution(sentence: Sentence, cue: Cue, cues: Sequence[Cue], last: Speaker | None, document: Document) -> Draft | None:
    """`بحسب المصدر`: the source follows; the content is the clause beside it."""
    tokens = sentence.tokens
    behind = source_behind(sentence, cue, language=document.language)
    if behind is None:
        if last is None or not is_last_speaker(sentence, cue, language=document.language):
            return None
        behind = (last, cue.end + 1)
    speaker, end = behind
    if cue.start <= 1:
        while end < len(tokens) and (tokens[end].word.form in "،,:" or tokens[end].word.key in {"فان", "ان", "فقد"}):
            end += 1
        content = (end, content_end(tokens, end, cues, cue) if end < len(tokens) else end)
    else:
        start = max((other.end for other in cues if other.end <= cue.start and other.kind == "verb" and opens_clause(tokens, other)), default=0)
        start = _behind_marker(sentence, start, cue.start)
        stop = cue.start
        while stop > start and tokens[stop - 1].word.form in "،,":
            stop -= 1
        content = (start, stop)
    if content[1] - content[0] < 2:  # noqa: PLR2004
        return None
    return Draft(
        cue=cue, cue_span=span_of(tokens, cue.start, cue.end), speaker=speaker, content=span_of(tokens, *content), target=None, score=0.8,
    )  # fmt: skip


def _behind_marker(sentence: Sentence, start: int, stop: int) -> int:
    for i in range(start, stop):
        if start and sentence.tokens[i].word.key in {"ان", "بان", "that", ":"}:
            return i + 1
    return start


def _headline(sentence: Sentence, document: Document) -> Draft | None:
    """`X: ...` at the start of a line: a claim whose cue is the colon."""
    tokens = sentence.tokens
    for i in range(1, min(len(tokens) - 2, _LONGEST_HEADLINE_SOURCE)):
        if tokens[i].word.form != ":":
            continue
        if any(token.kind == "verb" for token in tokens[:i]) or tokens[i].span.end == tokens[i + 1].span.start:
            return None
        phrase = next((phrase for phrase in sentence.phrases if phrase.start <= 1 and phrase.end <= i), None)
        if phrase is None or phrase.preposition or not _can_head_a_line(sentence, phrase, document.language):
            return None
        speaker = speaker_of(sentence, (phrase,), language=document.language, reason="named before the colon")
        if speaker is None or (phrase.end - phrase.start == 1 and sentence.tokens[phrase.head].word.key in {"مصدر", "source"}):
            return None
        sense = find_colon_sense(document.language)
        cue = Cue(sense=sense, kind="verb", start=i, end=i + 1, head=i, after=i + 1)
        end = len(tokens)
        while end > i + 2 and tokens[end - 1].word.form in ".،":
            end -= 1
        return Draft(cue=cue, cue_span=tokens[i].span, speaker=speaker, content=span_of(tokens, i + 1, end), target=None, score=0.7)
    return None


def _can_head_a_line(sentence: Sentence, phrase: Phrase, language: str) -> bool:
    head = sentence.tokens[phrase.head]
    classes = word_classes(language)
    names = ("force", "authority", "state", "party", "official", "media_head", "unnamed_source_head", "person_title")
    return any(in_class(token, classes.get(name, frozenset())) for token in sentence.tokens[phrase.start : phrase.end] for name in names) or (
        head.kind == "other"
    )


def find_colon_sense(language: str) -> Sense:
    """Return the sense of a colon behind a source."""
    return Sense(
        rule=f"cue:{language}:colon", act="report", stance="certain", content=(":",), target="", is_attribution=False,
    )  # fmt: skip


def _target(sentence: Sentence, cue: Cue, predicate: Predicate | None, content: Content, language: str) -> Span | None:
    relation = cue.sense.target
    if not relation or predicate is None:
        return None
    if relation == "object":
        groups = predicate.subject if _names_target(sentence, cue, predicate) else predicate.object
        if not groups and cue.kind == "participle":
            groups = tuple(phrase for phrase in sentence.phrases if cue.after <= phrase.start <= cue.after + 1 and not phrase.preposition)
    else:
        groups = tuple(phrase for phrase in predicate.obliques if fold(phrase.preposition) in {fold(part) for part in relation.split("/")})[:1]
    times = word_classes(language).get("time_head", frozenset())
    groups = tuple(phrase for phrase in groups if phrase.start != content.start and not in_class(sentence.tokens[phrase.head], times))
    if not groups:
        return None
    return Span(groups[0].span.start, groups[-1].span.end)


def _told_through(sentence: Sentence, cue: Cue, predicate: Predicate | None, document: Document) -> tuple[Link, ...]:
    """Outlets to which it was told (`قال لنورث برس`, `في تصريح لـ`) and mediums (`في رسالة`, `عبر تويتر`)."""
    if predicate is None:
        return ()
    classes = word_classes(document.language)
    media, mediums = classes.get("media_head", frozenset()), classes.get("medium", frozenset())
    links: list[Link] = []
    if cue.sense.is_relay and predicate.subject:
        links.append(Link(role="outlet", span=Span(predicate.subject[0].span.start, predicate.subject[-1].span.end), kind="media"))
    carried = _medium_pointed_at(sentence, cue, mediums)
    if carried is not None:
        links.append(carried)
    if sentence.tokens[cue.head].word.verb == "tell":
        heard = (phrase for phrase in predicate.object if in_class(sentence.tokens[phrase.head], media) or _is_outlet(sentence, phrase, document))
        links.extend(Link(role="outlet", span=phrase.span, cue=None, kind="media") for phrase in heard)
    for phrase in predicate.obliques:
        head = sentence.tokens[phrase.head]
        if in_class(head, mediums) and phrase.preposition in {"في", "عبر", "ب", "in", "through"}:
            links.append(Link(role="medium", span=phrase.span, name=head.word.lemma, cue=None))
        elif phrase.preposition in {"ل", "to"} and (
            in_class(head, media) or (cue.sense.target != "ل" and _is_outlet(sentence, phrase, document))
        ):
            links.append(Link(role="outlet", span=phrase.span, cue=None, kind="media"))
    return tuple(links)


def _medium_pointed_at(sentence: Sentence, cue: Cue, mediums: frozenset[str]) -> Link | None:
    """`بعثا برسالة، أبديا فيها`: the medium that a pronoun behind the cue points back to."""
    if not any(token.word.form in {"فيها", "فيه"} for token in sentence.tokens[cue.head + 1 : cue.head + 3]):
        return None
    for phrase in reversed(sentence.phrases):
        if phrase.end <= cue.start and in_class(sentence.tokens[phrase.head], mediums):
            return Link(role="medium", span=phrase.span, name=sentence.tokens[phrase.head].word.lemma)
    return None


def _is_outlet(sentence: Sentence, phrase: Phrase, document: Document) -> bool:
    del document
    from rasid.knowledge.names import load_outlets  # noqa: PLC0415

    return bool(load_outlets().index.match(sentence.tokens[phrase.start : phrase.end]))


def _chain(drafts: Sequence[Draft], document: Document) -> list[tuple[Link, ...]]:
    """Chain of each draft: the outlet of the page, then every claim whose content holds this cue, outermost first."""
    publisher = Link(role="publisher", name=document.outlet or "", kind="media" if document.outlet else "unknown")
    chains: list[tuple[Link, ...]] = []
    for draft in drafts:
        outer = [
            other for other in drafts
            if other is not draft and other.content.holds(draft.cue_span) and other.content != draft.content
        ]  # fmt: skip
        outer.sort(key=lambda other: (other.content.start - other.content.end, other.cue_span))
        links = [publisher]
        for other in outer:
            if other.speaker.span != draft.speaker.span:
                links.append(_link(other, inner=False))
            links.extend(link for link in other.via if link.role == "medium")
        if not outer:
            links.extend(_outlets_before(draft, drafts, chains))
        links.extend(draft.via)
        chains.append((*_once(links), _link(draft, inner=True)))
    return chains


def _outlets_before(draft: Draft, drafts: Sequence[Draft], chains: Sequence[tuple[Link, ...]]) -> list[Link]:
    """Through whom the passage has a speaker who goes on: the outlets of the last claim of the same speaker in the sentence."""
    for other, chain in zip(reversed(drafts[: len(chains)]), reversed(chains), strict=True):
        if other.speaker.span == draft.speaker.span:
            return [link for link in chain[1:-1] if link.role == "outlet"]
    return []


def _once(links: Sequence[Link]) -> list[Link]:
    """The links with each span once, in order."""
    kept: list[Link] = []
    for link in links:
        if link.span is None or not any(other.span is not None and other.span.overlaps(link.span) for other in kept):
            kept.append(link)
    return kept


def _link(draft: Draft, *, inner: bool) -> Link:
    speaker = draft.speaker
    role = "speaker" if inner else ("outlet" if speaker.is_media else "person")
    return Link(
        role=role, span=speaker.span, cue=draft.cue_span, act=draft.cue.sense.act, stance=draft.cue.sense.stance, kind=speaker.kind,  # type: ignore[arg-type]
    )  # fmt: skip


def _claim(draft: Draft, chain: tuple[Link, ...], sentence: Sentence, document: Document, mentions: Sequence[Mention]) -> Claim:
    sense = draft.cue.sense
    return Claim(
        id=ClaimId(make_id("cl", document.id, sense.act, draft.cue_span.start, draft.cue_span.end, draft.content.start, draft.content.end)),
        document_id=document.id, sentence=sentence.index, act=sense.act, chain=chain, cue=draft.cue_span, content=draft.content, target=draft.target,
        polarity="denied" if sense.act == "deny" else "asserted", quote=is_quoted(document.text, draft.content),
        framing=find_framing(document.text, draft.content, mentions), coder=METHOD, rule=sense.rule, score=draft.score,
    )  # fmt: skip

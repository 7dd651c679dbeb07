# SPDX-License-Identifier: Apache-2.0
"""An explanation as lines of styled text: one item a line, right-to-left words isolated."""

from collections.abc import Iterable, Iterator, Sequence

from rich.text import Text

from rasid.cli.direction import isolate
from rasid.events import Part
from rasid.explain import ExplainedClause, ExplainedSentence, Explanation, TriedRow
from rasid.records import (
    Argument,
    Claim,
    Event,
    Interval,
    Link,
    Mention,
    Phrase,
    Place,
    Quantity,
    Sentence,
    Span,
    Token,
)

_HEAD = "bold"
_KIND = "cyan"
_WORDS = "green"
_REASON = "dim"
_PARTS_A_LINE = 5
# Parts of a score that weigh less are added up.
_LEAST_WEIGHT = 0.2


def explanation_lines(explanation: Explanation, *, all_sentences: bool = False, words: bool = False) -> Iterator[Text]:
    """Yield the lines that show an explanation.

    Args:
        explanation: Of one document.
        all_sentences: Show sentences in which no event and no claim was found too.
        words: Show the words and phrases of each sentence too.
    """
    document = explanation.coded.document
    yield _line(("document ", _HEAD), isolate(document.title or document.source_name or document.id))
    about = [document.language, document.outlet or "outlet unknown", document.published or "date unknown"]
    yield _line("  ", ", ".join(isolate(part) for part in about))
    if not explanation.coded.relevant:
        yield _line("  no word that opens an event or a claim was found")
    for one in explanation.sentences:
        if all_sentences or one.events or one.claims or len(explanation.sentences) == 1:
            yield from _sentence_lines(one, document.text, words=words)


def _sentence_lines(one: ExplainedSentence, text: str, *, words: bool) -> Iterator[Text]:
    sentence = one.sentence
    yield Text("")
    span = sentence.span
    yield _line((f"sentence {sentence.index} ", _HEAD), (f"[{span.start}, {span.end}) ", _REASON), _words(span, text))
    if words:
        yield _line(("  words", _KIND))
        yield from (_token(number, token, text) for number, token in enumerate(sentence.tokens))
        yield from _group("phrases", (_phrase(phrase, sentence, text) for phrase in sentence.phrases))
    triggers = [event.trigger for event in one.events]
    yield from _group("clauses", (line for clause in one.clauses for line in _clause(clause, triggers, text, words=words)))
    yield from _group("phrases that depend on no predicate", (_line("    ", (_words(span, text), _WORDS)) for span in one.loose))
    yield from _group("mentions", (_mention(mention, text) for mention in one.mentions))
    rows = one.tried if words else _asked_for(one.tried, triggers)
    yield from _group("words of the lexicon that are no event", (_tried(row, text) for row in rows))
    for event, parts in zip(one.events, one.scores, strict=True):
        yield from _event(event, parts, text)
    for claim in one.claims:
        yield from _claim(claim, text)


def _asked_for(rows: Sequence[TriedRow], triggers: Sequence[Span]) -> list[TriedRow]:
    """The rows of words that are no event; where a sense of a word was taken, its other senses are many and seldom asked for."""
    taken = [*triggers, *(row.span for row in rows if row.taken)]
    return [row for row in rows if row.taken or not any(row.span.overlaps(span) for span in taken)]


def _group(name: str, lines: Iterable[Text]) -> Iterator[Text]:
    found = list(lines)
    if found:
        yield _line((f"  {name}", _KIND))
        yield from found


def _token(number: int, token: Token, text: str) -> Text:
    word = token.word
    parts: list[str | tuple[str, str]] = [(f"    {number:>3} ", _REASON), (_words(token.span, text), _WORDS), f"  {token.kind}"]
    written = [*word.proclitics, word.stem or word.form, word.enclitic]
    if word.proclitics or word.enclitic:
        parts.append(("  clitics " + isolate(" + ".join(part for part in written if part)), _REASON))
    if word.lemma:
        parts.append("  lemma " + isolate(word.lemma))
    if word.verb and token.kind != "verb":
        parts.append(("  verb " + isolate(word.verb), _REASON))
    if token.kind == "verb":
        parts.append((f"  {' '.join(part for part in (word.tense, word.voice, word.person) if part)}", _REASON))
    return _line(*parts)


def _phrase(phrase: Phrase, sentence: Sentence, text: str) -> Text:
    head = isolate(sentence.tokens[phrase.head].word.form)
    behind = f"  behind {isolate(phrase.preposition)}" if phrase.preposition else ""
    joined = "  joined to the one before" if phrase.coordinated else ""
    return _line("    ", (_words(phrase.span, text), _WORDS), (f"  head {head}{behind}{joined}", _REASON))


def _clause(clause: ExplainedClause, triggers: Sequence[Span], text: str, *, words: bool) -> Iterator[Text]:
    """The predicates of a clause; nouns that nothing depends on are shown where they are a trigger."""
    shown = [one for one in clause.predicates if words or one.relations or one.form == "verb" or any(one.head.overlaps(span) for span in triggers)]
    if shown:
        yield _line((f"    clause {clause.number}  ", _HEAD), (_words(clause.span, text), _REASON))
    for one in shown:
        yield _line("      ", (_words(one.head, text), _WORDS), f"  {one.form.replace('_', ' ')}, {one.voice}")
        for relation in one.relations:
            behind = f" behind {isolate(relation.preposition)}" if relation.preposition else ""
            yield _line(f"        {relation.name}{behind}  ", (_words(relation.span, text), _WORDS), (f"  because {isolate(relation.reason)}", _REASON))
        if one.over is not None:
            name, _, preposition = one.over_as.partition(" ")
            behind = f" behind {isolate(preposition)}" if preposition else ""
            yield _line(f"        is in the {name}{behind} of  ", (_words(one.over, text), _WORDS))
        if one.negation is not None:
            yield _line("        negated by  ", (_words(one.negation, text), _WORDS))
        for governor in one.governors:
            yield _line("        governed by  ", (_words(governor.span, text), _WORDS), (f"  {', '.join(governor.classes)}", _REASON))


def _tried(row: TriedRow, text: str) -> Text:
    return _line("    ", (_words(row.span, text), _WORDS), f"  {row.type}", (f"  rule {isolate(row.rule)}: {isolate(row.outcome)}", _REASON))


def _mention(mention: Mention, text: str) -> Text:
    label = f" ({mention.label})" if mention.label else ""
    known = ", ".join(f"{one.entity} {one.score:.2f}" for one in mention.candidates)
    return _line(
        "    ",
        (_words(mention.span, text), _WORDS),
        f"  {mention.kind}{label}",
        "  takes sides" if mention.loaded else "",
        f"  → {known}" if known else "",
        f"  → {mention.interval.value}" if mention.interval else "",
        f"  → {_range(mention.low, mention.high)}" if mention.low is not None else "",
        (f"  found by {mention.method.name} {mention.method.version}", _REASON),
    )


def _event(event: Event, parts: Sequence[Part], text: str) -> Iterator[Text]:
    yield _line(
        ("  event ", _KIND), (event.type, _HEAD), "  ", (_words(event.trigger, text), _WORDS), f"  {event.factuality}",
        (f"  rule {isolate(event.rule)}, score {event.score:.2f}, by {event.coder.name} {event.coder.version}", _REASON),
    )  # fmt: skip
    if event.factuality_reason or event.factuality_span:
        shown = f"  {_words(event.factuality_span, text)}" if event.factuality_span else ""
        yield _line(f"      {event.factuality} because ", isolate(event.factuality_reason), (shown, _WORDS))
    else:
        yield _line(f"      {event.factuality} because ", ("no word makes it otherwise", _REASON))
    if event.telling != "reported" or event.telling_reason:
        yield _line(f"      told as {event.telling}", (f"  because {isolate(event.telling_reason)}" if event.telling_reason else "", _REASON))
    if event.news is not None:
        yield _line(f"      news of its sentence {event.news:.2f}", ("  the share of readers who would say that the sentence reports it", _REASON))
    yield from (_line("      its dead and hurt are told by  ", (_words(span, text), _WORDS)) for span in event.outcome)
    yield from (_argument(argument, text) for argument in event.arguments)
    if event.time:
        yield _line("      time  ", (_words(event.time, text), _WORDS))
    if event.when:
        yield _line("      when  ", _interval(event.when))
    if event.where:
        yield _line("      where  ", _place(event.where))
    yield from (_count(count, text) for count in event.counts)
    yield from _score(event, parts)


def _score(event: Event, parts: Sequence[Part]) -> Iterator[Text]:
    """The parts of a score, the weightiest first behind the base: log-odds, whose sum is the score."""
    base, rest = parts[0], sorted(parts[1:], key=lambda part: -abs(part.weight))
    heavy = [part for part in rest if abs(part.weight) >= _LEAST_WEIGHT]
    total, light = sum(part.weight for part in parts), sum(part.weight for part in rest if abs(part.weight) < _LEAST_WEIGHT)
    yield _line(f"      score {event.score:.2f}", (f"  log-odds {total:+.2f} = {base.weight:+.2f} for any event", _REASON))
    terms = [*(f"{part.weight:+.2f} {part.feature}: {part.value}" for part in heavy), f"{light:+.2f} all else"]
    for start in range(0, len(terms), _PARTS_A_LINE):
        yield _line(("        " + ", ".join(terms[start : start + _PARTS_A_LINE]), _REASON))


def _argument(argument: Argument, text: str) -> Text:
    because = f"  because {isolate(argument.reason)}" if argument.reason else ""
    place = f"  → {_place(argument.place)}" if argument.place else ""
    return _line(f"      {argument.role}  ", (_words(argument.span, text), _WORDS), (because, _REASON), place)


def _interval(when: Interval) -> str:
    return f"{when.value} (precision {when.precision}, {when.basis})"


def _place(place: Place) -> str:
    if place.entity is None:
        return f"{isolate(place.name)}: not resolved" + (f", {isolate(place.reason)}" if place.reason else "")
    name = place.name_en or place.name_ar or place.name
    country = f", {place.country}" if place.country else ""
    reason = f"; {isolate(place.reason)}" if place.reason else ""
    return f"{place.entity} {isolate(name)}{country} (precision {place.precision}{reason})"


def _count(count: Quantity, text: str) -> Text:
    return _line(f"      count  {count.what} ", (_words(count.span, text), _WORDS), f"  → {_range(count.low, count.high)}")


def _claim(claim: Claim, text: str) -> Iterator[Text]:
    yield _line(
        ("  claim ", _KIND), (claim.act, _HEAD), "  ", (_words(claim.cue, text), _WORDS), f"  {claim.polarity}",
        "  quoted" if claim.quote else "",
        (f"  rule {isolate(claim.rule)}, score {claim.score:.2f}, by {claim.coder.name} {claim.coder.version}", _REASON),
    )  # fmt: skip
    for depth, link in enumerate(claim.chain):
        yield _link(depth, link, text)
    if claim.target:
        yield _line("      about  ", (_words(claim.target, text), _WORDS))
    yield _line("      content  ", (_words(claim.content, text), _WORDS))
    for span in claim.framing:
        yield _line("      framing  ", (_words(span, text), _WORDS))


def _link(depth: int, link: Link, text: str) -> Text:
    words = _words(link.span, text) if link.span else isolate(link.name) or ("the outlet of the page" if link.role == "publisher" else "no words name it")
    details = [link.kind, link.stance, link.act or ""]
    cue = f"  by {_words(link.cue, text)}" if link.cue else ""
    about = ", ".join(part for part in details if part)
    return _line(f"      chain {depth + 1}, {link.role}  ", (words, _WORDS), (f"  {about}{cue}", _REASON))


def _range(low: int | None, high: int | None) -> str:
    if low == high:
        return f"{low}"
    return f"{low} or more" if high is None else f"{low} to {high}"


def _words(span: Span, text: str) -> str:
    return isolate(span.of(text))


def _line(*parts: str | tuple[str, str]) -> Text:
    return Text.assemble(*parts)

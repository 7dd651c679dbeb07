# SPDX-License-Identifier: Apache-2.0
"""An explanation as lines of styled text: one item a line, right-to-left words isolated."""

from collections.abc import Iterable, Iterator

from rich.text import Text

from rasid.cli.direction import isolate
from rasid.explain import ExplainedSentence, Explanation
from rasid.records import (
    Argument,
    Claim,
    Event,
    Interval,
    Link,
    Mention,
    Phrase,
    Place,
    Predicate,
    Quantity,
    Sentence,
    Span,
    Token,
)

_HEAD = "bold"
_KIND = "cyan"
_WORDS = "green"
_REASON = "dim"


def explanation_lines(explanation: Explanation, *, all_sentences: bool = False) -> Iterator[Text]:
    """Yield the lines that show an explanation.

    Args:
        explanation: Of one document.
        all_sentences: Show sentences in which no event and no claim was found too.
    """
    document = explanation.coded.document
    yield _line(("document ", _HEAD), isolate(document.title or document.source_name or document.id))
    about = [document.language, document.outlet or "outlet unknown", document.published or "date unknown"]
    yield _line("  ", ", ".join(isolate(part) for part in about))
    if not explanation.coded.relevant:
        yield _line("  no word that opens an event or a claim was found")
    for one in explanation.sentences:
        if all_sentences or one.events or one.claims or len(explanation.sentences) == 1:
            yield from _sentence_lines(one, document.text)


def _sentence_lines(one: ExplainedSentence, text: str) -> Iterator[Text]:
    sentence = one.sentence
    yield Text("")
    span = sentence.span
    yield _line((f"sentence {sentence.index} ", _HEAD), (f"[{span.start}, {span.end}) ", _REASON), _words(span, text))
    yield _line(("  tokens", _KIND))
    yield from (_token(number, token, text) for number, token in enumerate(sentence.tokens))
    yield from _group("phrases", (_phrase(phrase, sentence, text) for phrase in sentence.phrases))
    yield from _group("predicates", (line for one in sentence.predicates for line in _predicate(one, sentence, text)))
    yield from _group("mentions", (_mention(mention, text) for mention in one.mentions))
    for event in one.events:
        yield from _event(event, text)
    for claim in one.claims:
        yield from _claim(claim, text)


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


def _predicate(one: Predicate, sentence: Sentence, text: str) -> Iterator[Text]:
    head = _words(sentence.tokens[one.head].span, text)
    yield _line("    ", (head, _WORDS), f"  {one.form}, {one.voice}", (f"  clause {one.clause}", _REASON))
    for name, phrases in (("subject", one.subject), ("object", one.object), ("oblique", one.obliques)):
        for phrase in phrases:
            behind = f" behind {isolate(phrase.preposition)}" if phrase.preposition else ""
            yield _line(f"      {name}{behind}  ", (_words(phrase.span, text), _WORDS))
    if one.negation is not None:
        yield _line("      negated by  ", (_words(sentence.tokens[one.negation].span, text), _WORDS))
    for governor in one.governors:
        yield _line("      governed by  ", (_words(sentence.tokens[governor].span, text), _WORDS))
    for reason in one.reasons:
        yield _line((f"      because {isolate(reason)}", _REASON))


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


def _event(event: Event, text: str) -> Iterator[Text]:
    yield _line(
        ("  event ", _KIND), (event.type, _HEAD), "  ", (_words(event.trigger, text), _WORDS), f"  {event.factuality}",
        (f"  rule {isolate(event.rule)}, score {event.score:.2f}, by {event.coder.name} {event.coder.version}", _REASON),
    )  # fmt: skip
    if event.factuality_reason or event.factuality_span:
        shown = f"  {_words(event.factuality_span, text)}" if event.factuality_span else ""
        yield _line(f"      {event.factuality} because ", isolate(event.factuality_reason), (shown, _WORDS))
    yield from (_argument(argument, text) for argument in event.arguments)
    if event.time:
        yield _line("      time  ", (_words(event.time, text), _WORDS))
    if event.when:
        yield _line("      when  ", _interval(event.when))
    if event.where:
        yield _line("      where  ", _place(event.where))
    yield from (_count(count, text) for count in event.counts)


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

# SPDX-License-Identifier: Apache-2.0
"""Measure the events of single sentences on the Arabic gold of openeventdata: `python evals/arabic_gsr.py [FOLDER]`.

The gold (github.com/openeventdata/arabic_event_gsr, MIT; Halterman et al. 2018) says of sentences of Arabic newspapers whether they
report an ASSAULT or a PROTEST, and marks in those that report an ASSAULT its verb, source and target. It is strict: background, history
and general statements are `no`. Two measures:

Detection. A sentence counts as found where it has an event of the violence family (ASSAULT), or a protest or riot (PROTEST), that
happened. `asserted` asks for nothing more; `reported` asks that the sentence report it rather than refer back to it or speak in general
(`Event.telling`), which is what the gold asks; `anchored` asks besides that it tell the place, the time or the number of it, without which a
sentence only speaks of violence; `firm` asks instead that it be the news of its sentence for enough readers (`Event.news`; what these weights
make of sentences that they have not seen `evals/news.py` prints). Against `easy no` alone and against `easy no` and `difficult no` together;
`ambiguous` is left out.

Spans. Character Dice, 2|A and B| / (|A| + |B|), of the sets of characters marked VERB, SOURCE_ACTOR and TARGET_ACTOR. Annotators marked one
reading a sentence, with all its spans, and accepted it; where neither of two marked a label they agree (1). Among themselves: all pairs of
accepted readings of one sentence, pooled. Ours: each accepted reading with one event of ours, pooled. `chosen` takes the event that a reader
would take without the gold (reported before others, then the first); `best` the one nearest to that annotator's reading, since a sentence
of several happenings has no single right one. A sentence with no event of ours scores as one with no characters.

The sentences are split in two by their text, so that rules may be written on half A and must hold on half B.
"""

import argparse
import os
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from pathlib import Path
from typing import Final, Literal, get_args
from zlib import crc32

import msgspec

from rasid.events.asserted.news import FIRM
from rasid.ids import make_id
from rasid.knowledge.lexemes import word_classes
from rasid.pipeline import code_document
from rasid.records import Document, Event, Span
from rasid.spelling import fold

Task = Literal["ASSAULT", "PROTEST"]
Label = Literal["VERB", "SOURCE_ACTOR", "TARGET_ACTOR"]
Against = Literal["easy", "all"]
Reading = Literal["asserted", "reported", "anchored", "firm"]

TASKS: Final[tuple[Task, ...]] = get_args(Task)
LABELS: Final[tuple[Label, ...]] = get_args(Label)
FAMILIES: Final[Mapping[Task, frozenset[str]]] = {
    "ASSAULT": frozenset(
        {"battle", "air_strike", "shelling", "bombing", "armed_attack", "assassination", "execution", "abuse", "abduction", "casualty"}
    ),
    "PROTEST": frozenset({"protest", "riot"}),
}
_NEGATIVES: Final[Mapping[Against, frozenset[str]]] = {"easy": frozenset({"easy no"}), "all": frozenset({"easy no", "difficult no"})}
_DIGITS: Final = 4
_WORD: Final = re.compile(r"\S+")
# Words before a number, and between it and what is counted.
_QUANTITY: Final = frozenset({"من", "نحو", "حوالي", "زهاء", "قرابة", "أكثر", "اكثر", "أقل", "اقل"})


# Adjectives of belonging before ل; marks that end a phrase; words with ل as short as this may be of their own (لكن، لدى).
_OWNED: Final = frozenset({"تابعة", "تابع", "تابعين", "مملوكة", "مملوك"})
_MARKS: Final = "،,.؛;:»«\"()"
_SHORT: Final = 4


class Sentence(msgspec.Struct, frozen=True, kw_only=True):
    """One judged sentence; other fields of the file are passed over."""

    task: Task
    id: str
    label: str
    text: str


class Marked(msgspec.Struct, frozen=True, kw_only=True):
    """A stretch of a sentence with its label, as code points `[start, end)`."""

    label: Label
    start: int
    end: int


class Annotation(msgspec.Struct, frozen=True, kw_only=True):
    """What one annotator marked in a sentence."""

    coder: str
    answer: str
    text: str
    spans: tuple[Marked, ...] = ()


class Detection(msgspec.Struct, frozen=True, kw_only=True):
    """Sentences found, of how many."""

    precision: float
    recall: float
    f1: float
    found: int
    false_alarms: int
    gold: int


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """Mean Dice by label over so many comparisons."""

    verb: float
    source: float
    target: float
    comparisons: int


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """The measures of all sentences or of one half."""

    detection: dict[Task, dict[Against, dict[Reading, Detection]]]
    annotators: Agreement
    chosen: Agreement
    best: Agreement


Characters = Mapping[Label, frozenset[int]]
_NOTHING: Final[Characters] = {label: frozenset[int]() for label in LABELS}


def is_found(events: Iterable[Event], task: Task, reading: Reading) -> bool:
    """Return whether a sentence with these events counts as one that reports the task's happening."""
    return any(_counts(event, task, reading) for event in events)


def _counts(event: Event, task: Task, reading: Reading) -> bool:
    if event.type not in FAMILIES[task] or event.factuality != "happened":
        return False
    if reading == "firm":
        return event.news is not None and event.news >= FIRM
    if reading != "asserted" and event.telling != "reported":
        return False
    return reading != "anchored" or bool(event.counts or event.time or event.spans("place"))


def detection(sentences: Iterable[tuple[str, bool]], against: Against) -> Detection:
    """Return precision, recall and F1 of detection.

    Args:
        sentences: The label of each sentence of a task, and whether it was found. Labels that are neither `yes` nor among
            the negatives asked for are left out.
        against: Which negatives count.
    """
    found = false_alarms = gold = 0
    for label, is_hit in sentences:
        gold += label == "yes"
        found += label == "yes" and is_hit
        false_alarms += label in _NEGATIVES[against] and is_hit
    precision = found / (found + false_alarms) if found else 0.0
    recall = found / gold if gold else 0.0
    f1 = 2 * precision * recall / (precision + recall) if found else 0.0
    return Detection(
        precision=round(precision, _DIGITS), recall=round(recall, _DIGITS), f1=round(f1, _DIGITS), found=found, false_alarms=false_alarms, gold=gold
    )


def dice(first: frozenset[int], second: frozenset[int]) -> float:
    """Return the Dice coefficient of two sets of characters; two empty sets agree."""
    total = len(first) + len(second)
    return 2 * len(first & second) / total if total else 1.0


def characters_of(annotation: Annotation) -> Characters:
    """Return the characters that an annotator marked, by label."""
    return {label: _covered((span.start, span.end) for span in annotation.spans if span.label == label) for label in LABELS}


def readings_of(event: Event, text: str) -> list[Characters]:
    """Return the readings of an event of ours in the manner of the annotators, that which stands for it first.

    They mark as the verb the word that tells of the dead and hurt where there is one (`قتل` of `قتل ثلاثة في انفجار`), with those as
    the target; we keep such words as the outcome of the attack that explains them. Their sources and targets leave the count out. Whom they mark they
    mark with what belongs to him, where our spans end at the head with its adjectives: every source and target is taken so.
    """
    sources = [_whole(_without_count(span, text), text) for span in event.spans("actor")]
    targets = [_whole(_without_count(span, text), text) for span in event.spans("target")]
    readings = [_characters((word,), sources, _nearest(targets, word)) for word in event.outcome]
    return [*readings, _characters((event.trigger,), sources, _nearest(targets, event.trigger))]


def _characters(verb: Iterable[Span], source: Iterable[Span], target: Iterable[Span]) -> Characters:
    spans = {"VERB": verb, "SOURCE_ACTOR": source, "TARGET_ACTOR": target}
    return {label: _covered((span.start, span.end) for span in spans[label]) for label in LABELS}


def _nearest(targets: Sequence[Span], word: Span) -> list[Span]:
    """The target told nearest to a word."""
    return sorted(targets, key=lambda span: max(span.start - word.end, word.start - span.end))[:1]


def _without_count(span: Span, text: str) -> Span:
    """A stretch without the numerals and quantities that open it: `عناصر الشرطة` of `ثلاثة من عناصر الشرطة`."""
    start = span.start
    for word in _WORD.finditer(text, span.start, span.end):
        known = fold(word.group()) in word_classes("ar")["number"]
        if word.end() == span.end or not (known or word.group().isdigit() or word.group() in _QUANTITY):
            start = word.start()
            break
    return Span(start, span.end)


def _whole(span: Span, text: str) -> Span:
    """A stretch with what belongs to it: `دورية للقوات الأميركية` of `دورية`, `قاعدة تابعة للجيش`, `المواطنين من القرية`.

    That is what ل binds to it, one word behind `من`, and the words with an article that go on behind either.
    """
    end, words = span.end, [word for word in _WORD.finditer(text, span.end) if word.start() > span.end]
    joined = ""
    for word in words:
        form = word.group().rstrip(_MARKS)
        bound = form.startswith("لل") or (form.startswith("ل") and len(form) > _SHORT)
        if bound or joined == "من" or (joined == "in" and form.startswith("ال")):
            end, joined = word.start() + len(form), "in"
        elif form in _OWNED or form == "من":
            joined = form
        else:
            break
        if form != word.group():
            break
    return Span(span.start, end)


def _covered(spans: Iterable[tuple[int, int]]) -> frozenset[int]:
    return frozenset(i for start, end in spans for i in range(start, end))


def annotator_agreement(annotations: Iterable[Annotation]) -> Agreement:
    """Return the mean Dice over all pairs of accepted readings of one sentence."""
    return _mean(
        [_dices(characters_of(first), characters_of(second)) for readings in _by_text(annotations).values() for first, second in combinations(readings, 2)]
    )


def our_agreement(annotations: Iterable[Annotation], events: Mapping[str, Sequence[Event]], *, nearest: bool) -> Agreement:
    """Return the mean Dice of accepted readings with one event of ours each.

    Args:
        annotations: All readings; those not accepted are left out.
        events: Ours by the text of the sentence.
        nearest: Take the event nearest to each reading instead of the one that stands for the sentence.
    """
    scores: list[tuple[float, ...]] = []
    for text, readings in _by_text(annotations).items():
        ours = [reading for event in in_order_of_choice(events.get(text, ())) for reading in readings_of(event, text)] or [_NOTHING]
        for reading in readings:
            gold = characters_of(reading)
            scores.append(max((_dices(gold, one) for one in ours), key=sum) if nearest else _dices(gold, ours[0]))
    return _mean(scores)


def in_order_of_choice(events: Iterable[Event]) -> list[Event]:
    """Return the events of violence that happened, those that their sentence reports first."""
    family = FAMILIES["ASSAULT"]
    happened = [event for event in events if event.type in family and event.factuality == "happened"]
    return sorted(happened, key=lambda event: (event.telling != "reported", event.trigger.start))


def _by_text(annotations: Iterable[Annotation]) -> dict[str, list[Annotation]]:
    readings: dict[str, list[Annotation]] = defaultdict(list)
    for annotation in annotations:
        if annotation.answer == "accept":
            readings[annotation.text].append(annotation)
    return readings


def _dices(first: Characters, second: Characters) -> tuple[float, ...]:
    return tuple(dice(first[label], second[label]) for label in LABELS)


def _mean(scores: Sequence[tuple[float, ...]]) -> Agreement:
    verb, source, target = (round(sum(column) / len(scores), _DIGITS) for column in zip(*scores, strict=True)) if scores else (0.0, 0.0, 0.0)
    return Agreement(verb=verb, source=source, target=target, comparisons=len(scores))


def half_of(text: str) -> str:
    """Return A or B: the half that a sentence belongs to."""
    return "AB"[crc32(text.encode()) % 2]


def measure(sentences: Sequence[Sentence], annotations: Sequence[Annotation], events: Mapping[str, Sequence[Event]]) -> Part:
    """Return all measures of some sentences."""
    readings: tuple[Reading, ...] = get_args(Reading)
    return Part(
        detection={
            task: {
                against: {
                    reading: detection([(one.label, is_found(events[one.text], task, reading)) for one in sentences if one.task == task], against)
                    for reading in readings
                }
                for against in _NEGATIVES
            }
            for task in TASKS
        },
        annotators=annotator_agreement(annotations),
        chosen=our_agreement(annotations, events, nearest=False),
        best=our_agreement(annotations, events, nearest=True),
    )


def code(texts: Iterable[str]) -> dict[str, tuple[Event, ...]]:
    """Return the events of each sentence, read as a document of its own."""
    return {
        text: code_document(Document(id=make_id("doc", text), sha256="", text=text, language="ar")).events for text in dict.fromkeys(texts)
    }


def misses(sentences: Iterable[Sentence], events: Mapping[str, Sequence[Event]], *, half: str, most: int) -> list[str]:
    """Return lines that tell which sentences of a half were missed or found wrongly, so many of each kind and task."""
    kinds: dict[str, list[str]] = defaultdict(list)
    for sentence in sentences:
        is_hit = is_found(events[sentence.text], sentence.task, "firm")
        if sentence.label == "ambiguous" or half_of(sentence.text) not in half or is_hit == (sentence.label == "yes"):
            continue
        told = "; ".join(
            f"{event.type} {event.trigger.of(sentence.text)} ({event.factuality}, {event.telling}: {event.telling_reason}, {event.news})"
            for event in events[sentence.text] if event.type in FAMILIES[sentence.task]
        )  # fmt: skip
        kinds[f"{sentence.task} {'false alarm' if is_hit else 'missed'}"].append(f"[{sentence.label}] {sentence.text}\n    {told or 'no event'}")
    return [line for kind, lines in sorted(kinds.items()) for line in (f"{kind}: {len(lines)}", *lines[:most])]


def main() -> int:
    """Print the measures of all sentences and of the two halves; return 0, or 2 where the gold is not there."""
    shared = Path(os.environ.get("RASID_SHARED", Path(__file__).parents[2] / "shared"))
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=shared / "gold" / "arabic_gsr", help="holds the two files of the gold")
    parser.add_argument("--json", action="store_true", help="print all measures as one JSON object")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="print N sentences of each kind of miss")
    parser.add_argument("--half", choices=("A", "B", "AB"), default="A", help="of which half misses are printed (A)")
    args = parser.parse_args()
    try:
        sentences = [msgspec.json.decode(row, type=Sentence) for row in _lines(args.folder / "sentences_dev.jsonl")]
        annotations = [msgspec.json.decode(row, type=Annotation) for row in _lines(args.folder / "assault_spans_dev.jsonl")]
    except OSError as error:
        print(f"{args.folder}: {error.strerror or error}; give the folder of the gold, or set RASID_SHARED", file=sys.stderr)
        return 2
    events = code([*(sentence.text for sentence in sentences), *(annotation.text for annotation in annotations)])
    parts = {
        half: measure([one for one in sentences if half_of(one.text) in half], [one for one in annotations if half_of(one.text) in half], events)
        for half in ("AB", "A", "B")
    }
    print(msgspec.json.format(msgspec.json.encode(parts), indent=2).decode() if args.json else "\n".join(_table(parts)))
    if args.misses:
        print("\n".join(misses(sentences, events, half=args.half, most=args.misses)), file=sys.stderr if args.json else sys.stdout)
    return 0


def _lines(path: Path) -> list[bytes]:
    return [row for row in path.read_bytes().splitlines() if row.strip()]


def _table(parts: Mapping[str, Part]) -> list[str]:
    lines: list[str] = []
    for half, part in parts.items():
        lines.append(f"{'all' if half == 'AB' else f'half {half}'}")
        for task, by_negatives in part.detection.items():
            for against, by_reading in by_negatives.items():
                for reading, row in by_reading.items():
                    counts = f"({row.found} of {row.gold}, {row.false_alarms} false)"
                    lines.append(f"  {task} against {against:4} no, {reading}  P {row.precision:.3f} R {row.recall:.3f} F1 {row.f1:.3f} {counts}")
        for name, row in (("annotators", part.annotators), ("ours, chosen", part.chosen), ("ours, best", part.best)):
            lines.append(f"  Dice, {name:13} verb {row.verb:.3f} source {row.source:.3f} target {row.target:.3f} ({row.comparisons})")
    return lines


if __name__ == "__main__":
    sys.exit(main())

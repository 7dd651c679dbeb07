# SPDX-License-Identifier: Apache-2.0
"""Measure English attributions on PolNeAR: `python evals/polnear.py [FILE] [--half A|B] [--halves] [--misses N] [--json]`.

PolNeAR (Newell, Margolin and Ruths 2018, "An Attribution Relations Corpus for Political News") marks in news of the American campaign
of 2016 who says, believes, wants or decides what: source, cue and content. The data here are its tokens with BIO labels as CofeNet has
them (Wang et al. 2023), one paragraph a line: no attribution inside the content of another, no link between the three, and where two
attributions share a source it is marked once.

Measure: precision, recall and F1 of labelled spans over the whole file, by label. `exact`: same first and last token. `overlap`: at least
one token in common; a predicted span counts once for precision, a gold span once for recall.

From text to labels, with nothing that looks at the answer:
  - Text. Tokens are put back into running text, the paragraphs of a document (lines of one id) one below the other: no space before
    closing signs, n't and 's, none behind opening ones, quotation marks as printed. Each token keeps its place, so that a span of the text
    is that of all tokens it touches. The part-of-speech and name columns of the file are not used.
  - Attributions. `rasid.claims.english.find_attributions` with `attitudes=True`, as PolNeAR counts beliefs, wishes and stands as well as
    words; these have cues of their own (knowledge/lexicon/en/attitudes.tsv) and make no claims in Rasid.
  - Edges, the convention of the gold. Quotation marks belong to a content that they enclose, and so does the comma or stop before a
    closing mark; commas and stops at the edge of other contents do not, but for the stop of the last of several sentences. A comma that
    closes the apposition of a source that stands before its cue belongs to the source. The colon behind a cue belongs to the cue.
  - Labels. A source named twice or overlapping an earlier one is marked once; of overlapping spans the first stays.

Documents are split in two by their id (crc32 modulo 2); rules are written on half A and must hold on half B.
"""

import argparse
import json
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, Literal, get_args
from zlib import crc32

import msgspec

from rasid.claims.english import Attribution, find_attributions, knows_attribution
from rasid.read import read_text
from rasid.records import Span
from rasid.text import analyse

Label = Literal["source", "cue", "content"]
LABELS: Final[tuple[Label, ...]] = get_args(Label)
Labelled = tuple[Label, int, int]
"""A label and the tokens [start, end) of one paragraph."""
Cause = Literal["edge", "label", "absent", "surplus"]


class Paragraph(msgspec.Struct, frozen=True, kw_only=True):
    """One line of the file; other fields are passed over."""

    id: str
    tokens: tuple[str, ...]
    labels: tuple[str, ...]


class Row(msgspec.Struct):
    """Counts of one label: predicted spans that are right, gold spans that were found, and how many there are of each."""

    right: int = 0
    predicted: int = 0
    found: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """Share of predicted spans that are right."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of gold spans that were found."""
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


class Scores(msgspec.Struct, frozen=True, kw_only=True):
    """Exact and overlap counts by label."""

    exact: dict[Label, Row]
    overlap: dict[Label, Row]


# --- the measure


def read_labels(labels: Sequence[str]) -> list[Labelled]:
    """Return the labelled spans of BIO labels; an I- without its B- opens a span."""
    spans: list[Labelled] = []
    for i, label in enumerate(labels):
        if label == "O":
            continue
        name: Label = label[2:]  # type: ignore[assignment]  # tag.txt holds no others
        last = spans[-1] if spans else None
        if label.startswith("I-") and last is not None and last[0] == name and last[2] == i:
            spans[-1] = (name, last[1], i + 1)
        else:
            spans.append((name, i, i + 1))
    return spans


def score(pairs: Iterable[tuple[Sequence[Labelled], Sequence[Labelled]]]) -> Scores:
    """Return the counts over paragraphs, each with its gold and its predicted spans."""
    exact: dict[Label, Row] = {label: Row() for label in LABELS}
    overlap: dict[Label, Row] = {label: Row() for label in LABELS}
    for gold, predicted in pairs:
        for label in LABELS:
            right = [span for span in gold if span[0] == label]
            guess = [span for span in predicted if span[0] == label]
            same = len(set(right) & set(guess))
            _count(exact[label], same, len(guess), same, len(right))
            hits = sum(any(touches(span, other) for other in right) for span in guess)
            found = sum(any(touches(span, other) for other in guess) for span in right)
            _count(overlap[label], hits, len(guess), found, len(right))
    return Scores(exact=exact, overlap=overlap)


def _count(row: Row, right: int, predicted: int, found: int, gold: int) -> None:
    row.right += right
    row.predicted += predicted
    row.found += found
    row.gold += gold


def touches(first: Labelled, second: Labelled) -> bool:
    """Return whether two spans have a token in common."""
    return first[1] < second[2] and second[1] < first[2]


# --- from tokens to text

_OPEN: Final = "``"
_CLOSE: Final = "''"
_CLOSING: Final = frozenset({".", ",", ";", ":", "?", "!", ")", "]", "}", "%", "''", "'", "'''", "...", "n't", "'s", "'S", "'re", "'ve", "'ll", "'d", "'m", "na"})
_OPENING: Final = frozenset({"(", "[", "{", "$", "``", "`", "#", "@"})
_PRINTED: Final[Mapping[str, str]] = {
    "``": "“", "''": "”", "'''": "’”", "`": "‘", "'": "’", "-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", "-LCB-": "{", "-RCB-": "}",
}  # fmt: skip
_SENTENCE_MARKS: Final = frozenset({",", ".", "?", "!"})
_BRACKETS: Final[Mapping[str, str]] = {"-LRB-": "(", "-LSB-": "[", "-LCB-": "{", "-RRB-": ")", "-RSB-": "]", "-RCB-": "}"}


def join_tokens(tokens: Sequence[str], *, at: int = 0) -> tuple[str, list[Span | None]]:
    """Return tokens as running text and the place of each.

    Args:
        tokens: As the Penn Treebank cuts them.
        at: Added to all places: where the text stands in its document.

    Returns:
        The text, and a span for each token; None for a stop that the tokeniser added behind an abbreviation.
    """
    text = ""
    places: list[Span | None] = []
    before = ""
    marks = 0
    is_open = False
    for word in tokens:
        # The files have some opening marks as closing ones.
        is_opening = word == _CLOSE and not is_open and (marks or before not in _SENTENCE_MARKS)
        token = _OPEN if is_opening else word
        if token in {_OPEN, _CLOSE}:
            is_open, marks = token == _OPEN, marks + 1
        bare = _BRACKETS.get(token, token)
        if bare == "." and before.endswith("."):
            places.append(None)
            continue
        glued = bare in _CLOSING or before in _OPENING or not text
        text += ("" if glued else " ") + (printed := _PRINTED.get(token, token))
        places.append(Span(at + len(text) - len(printed), at + len(text)))
        before = bare
    return text, places


def read_document(paragraphs: Sequence[Paragraph]) -> tuple[str, list[list[Span | None]]]:
    """Return a document as text, a paragraph a line, and the places of its tokens by paragraph."""
    text = ""
    places: list[list[Span | None]] = []
    for paragraph in paragraphs:
        line, spans = join_tokens(paragraph.tokens, at=len(text))
        text += line + "\n"
        places.append(spans)
    return text, places


# --- from attributions to labels

_SENTENCE_ENDS: Final = frozenset({".", "?", "!"})
_STOPS: Final = frozenset({".", ",", ";", ":", "-", "--"})


def predict(paragraphs: Sequence[Paragraph]) -> list[list[Labelled]]:
    """Return the labelled spans of one document, by paragraph."""
    text, places = read_document(paragraphs)
    document = read_text(text, outlet=None, published=None, language="en")
    sentences = analyse(document, wanted=lambda token: knows_attribution(token, attitudes=True))
    attributions = find_attributions(sentences, text=document.text, attitudes=True)
    labelled: list[list[Labelled]] = []
    for paragraph, spans in zip(paragraphs, places, strict=True):
        known = [span for span in spans if span is not None]
        low, high = (known[0].start, known[-1].end) if known else (0, 0)
        inside = [attribution for attribution in attributions if low <= _first(attribution) < high]
        labelled.append(label_tokens(inside, paragraph.tokens, spans))
    return labelled


def _first(attribution: Attribution) -> int:
    return (attribution.cue or attribution.contents[0]).start


def label_tokens(attributions: Iterable[Attribution], tokens: Sequence[str], places: Sequence[Span | None]) -> list[Labelled]:
    """Return the spans of one paragraph by token, of overlapping ones the first."""
    spans: list[Labelled] = []
    for attribution in attributions:
        parts: list[tuple[Label, Span | None]] = [("cue", attribution.cue), ("source", attribution.source)]
        parts.extend(("content", content) for content in attribution.contents)
        for label, span in parts:
            found = None if span is None else _tokens_of(span, places)
            trimmed = None if found is None else trim(label, tokens, *found)
            if trimmed is not None and not any(touches(trimmed, other) for other in spans):
                spans.append(trimmed)
    return sorted(spans, key=lambda span: span[1:])


def _tokens_of(span: Span, places: Sequence[Span | None]) -> tuple[int, int] | None:
    inside = [i for i, place in enumerate(places) if place is not None and place.overlaps(span)]
    return (inside[0], inside[-1] + 1) if inside else None


def trim(label: Label, tokens: Sequence[str], start: int, end: int) -> Labelled | None:
    """Return a span with the edges that the gold gives its label, or None where nothing is left."""
    if label == "content":
        several = any(token in _SENTENCE_ENDS for token in tokens[start : end - 1])
        while end > start and tokens[end - 1] in _STOPS and not (several and tokens[end - 1] == "."):
            end -= 1
        while start < end and tokens[start] in _STOPS:
            start += 1
    return (label, start, end) if end > start else None


# --- the program


def read_paragraphs(path: Path) -> dict[str, list[Paragraph]]:
    """Return the paragraphs of a file of JSON lines by the id of their document, in order."""
    documents: dict[str, list[Paragraph]] = {}
    for line in path.read_bytes().splitlines():
        paragraph = msgspec.json.decode(line, type=Paragraph)
        documents.setdefault(paragraph.id, []).append(paragraph)
    return documents


def half_of(docid: str) -> str:
    """Return the half of a document: rules are written on A."""
    return "A" if crc32(docid.encode()) % 2 == 0 else "B"


def default_file() -> Path:
    """Return where the development file should be: in the folder that RASID_SHARED names, or beside the project."""
    return Path(os.environ.get("RASID_SHARED", Path(__file__).parents[2] / "shared")) / "data/english/polnear/dev.jsonl"


def list_misses(paragraph: Paragraph, predicted: Sequence[Labelled]) -> Iterator[tuple[Cause, str]]:
    """Yield the cause of each difference and a line that shows it: other edges, another label, nothing found, nothing there."""
    gold = read_labels(paragraph.labels)
    for span in gold:
        if span in predicted:
            continue
        near = [other for other in predicted if touches(span, other)]
        same = [other for other in near if other[0] == span[0]]
        cause: Cause = "edge" if same else ("label" if near else "absent")
        shown = f" | ours: {_words(paragraph, *same[0][1:])}" if same else (f" | ours: {near[0][0]}" if near else "")
        yield cause, f"{cause:7} {span[0]:7} {_words(paragraph, *span[1:])}{shown} | {paragraph.id}"
    for span in predicted:
        if not any(touches(span, other) for other in gold if other[0] == span[0]):
            yield "surplus", f"surplus {span[0]:7} {_words(paragraph, *span[1:])} | {paragraph.id}"


def _words(paragraph: Paragraph, start: int, end: int) -> str:
    return " ".join(paragraph.tokens[start:end])


def print_scores(name: str, scores: Scores) -> None:
    """Print precision, recall and F1 by measure and label."""
    for measure, rows in (("exact", scores.exact), ("overlap", scores.overlap)):
        for label, row in rows.items():
            counts = f"{row.predicted:5} predicted {row.gold:5} gold"
            print(f"{name:4} {measure:7} {label:7} P {row.precision:.3f}  R {row.recall:.3f}  F1 {row.f1:.3f}   {counts}")


def main() -> int:
    """Return 0, or 2 where the file is not there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=default_file(), help="paragraphs with labels, JSON lines")
    parser.add_argument("--json", action="store_true", help="print the F1 values as one JSON object")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="count the causes of misses and list so many of each")
    parser.add_argument("--half", choices=("A", "B"), help="only this half")
    parser.add_argument("--halves", action="store_true", help="print each half too")
    args = parser.parse_args()
    if not args.file.exists():
        print(f"{args.file} is not there (RASID_SHARED names the folder that holds it)", file=sys.stderr)
        return 2
    documents = {docid: found for docid, found in read_paragraphs(args.file).items() if args.half in {None, half_of(docid)}}
    predicted = {docid: predict(paragraphs) for docid, paragraphs in documents.items()}
    parts = {"all": list(documents)}
    if args.halves:
        parts |= {half: [docid for docid in documents if half_of(docid) == half] for half in ("A", "B")}
    scores = {name: score_documents({docid: documents[docid] for docid in ids}, predicted) for name, ids in parts.items()}
    if args.json:
        print(json.dumps({name: {measure: {label: row.f1 for label, row in getattr(part, measure).items()} for measure in ("exact", "overlap")} for name, part in scores.items()}))
    else:
        for name, part in scores.items():
            print_scores(name, part)
    if args.misses:
        print_misses(documents, predicted, args.misses)
    return 0


def score_documents(documents: Mapping[str, Sequence[Paragraph]], predicted: Mapping[str, Sequence[Sequence[Labelled]]]) -> Scores:
    """Return the scores of documents by id."""
    return score(
        (read_labels(paragraph.labels), spans)
        for docid, paragraphs in documents.items() for paragraph, spans in zip(paragraphs, predicted[docid], strict=True)
    )  # fmt: skip


def print_misses(documents: Mapping[str, Sequence[Paragraph]], predicted: Mapping[str, Sequence[Sequence[Labelled]]], limit: int) -> None:
    """Print how many differences each cause has, by label, and the first of them."""
    lines: dict[tuple[Cause, str], list[str]] = {}
    for docid, paragraphs in documents.items():
        for paragraph, spans in zip(paragraphs, predicted[docid], strict=True):
            for cause, line in list_misses(paragraph, spans):
                lines.setdefault((cause, line.split()[1]), []).append(line)
    for (cause, label), found in sorted(lines.items()):
        print(f"{cause} {label}: {len(found)}")
    for _, found in sorted(lines.items()):
        for line in found[:limit]:
            print(line)


if __name__ == "__main__":
    sys.exit(main())

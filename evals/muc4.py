# SPDX-License-Identifier: Apache-2.0
"""Measure the English reading on MUC-4: `python evals/muc4.py [FILE] [--json] [--misses N] [--third | --rest]`.

MUC-4 (Sundheim 1992) asks of each report of terrorism in Latin America who did it, for whom, to what and whom, and with
what: five roles, each filled with entities, an entity being the strings by which the text names it. The data are those of
Du et al. (2021, "Template Filling with Generative Transformers"), where Victim holds named persons alone.

Measure: CEAF-REE, role-filler entity extraction scored as entity-based CEAF (Du, Rush and Cardie 2021, "GRIT: Generative
Role-filler Transformers for Document-level Event Entity Extraction", section 4; their eval.py, strict variant). For each
role of each document predicted and gold entities are aligned one to one so that the sum of phi is greatest; phi(gold,
predicted) is 1 where every string of the predicted entity is one of the gold entity's, else 0. Precision is that sum by
the number of predicted entities, recall by that of gold ones; the micro row sums over roles and documents. Strings are
compared in lower case, without punctuation, articles and extra spaces. Several templates of one document are merged role
by role: of two entities one of which holds all strings of the other the first stays, as in their preprocess.py. The
eval.py of GTT is another measure: it aligns whole templates and counts the incident type among the roles.

From records to roles (`find_fillers`), with nothing that looks at the answer:
  - Events of violence that were done or tried count: attacks, bombings, killings, abductions, arson and sabotage. Those of
    armed sides against each other do not (MUC-4 leaves out attacks on military targets and clashes), nor denied ones.
  - Victim: persons named among the targets, and in the passage by another part of their name or by their office.
  - Target: buildings, vehicles, installations among the targets. Weapon: the instruments.
  - PerpInd: people among the actors, described or named. PerpOrg: organisations among the actors, those whose name stands
    in the phrase of such people (`fmln guerrillas`), and, for irregulars whose side no phrase names, the irregular
    organisation named nearest.
"""

import argparse
import json
import os
import re
import string
import sys
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import msgspec

from rasid.knowledge.lexemes import in_class, word_classes
from rasid.knowledge.names import load_actors
from rasid.languages.en.people import PersonName, find_people
from rasid.languages.en.phrases import head_of
from rasid.pipeline import code_document
from rasid.read import read_text
from rasid.records import CodedDocument, Event, Mention, Sentence, Span, Token
from rasid.text import analyse

ROLES: Final = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
Entity = tuple[str, ...]
Fillers = dict[str, list[Entity]]

_ARTICLES: Final = re.compile(r"\b(a|an|the)\b")
_NO_PUNCTUATION: Final = str.maketrans("", "", string.punctuation)

# --- the measure


class Row(msgspec.Struct):
    """Counts of one role, or of all."""

    found: int = 0
    predicted: int = 0
    gold: int = 0

    @property
    def precision(self) -> float:
        """Share of predicted entities that are right."""
        return self.found / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of gold entities that were found."""
        return self.found / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        both = self.predicted + self.gold
        return 2 * self.found / both if both else 0.0

    def add(self, other: "Row") -> None:
        """Add the counts of another row."""
        self.found += other.found
        self.predicted += other.predicted
        self.gold += other.gold


def normalise(mention: str) -> str:
    """Return a string as the measure compares it: lower case, no punctuation, no articles, single spaces."""
    return " ".join(_ARTICLES.sub(" ", mention.lower().translate(_NO_PUNCTUATION)).split())


def phi(gold: Entity, predicted: Entity) -> bool:
    """Return whether every string of a predicted entity is one of the gold entity's."""
    return set(map(normalise, predicted)) <= set(map(normalise, gold))


def align(gold: Sequence[Entity], predicted: Sequence[Entity]) -> dict[int, int]:
    """Return the best one-to-one alignment, predicted index to gold index: phi is 0 or 1, so a greatest matching."""
    fits = [[g for g, entity in enumerate(gold) if phi(entity, guess)] for guess in predicted]
    taken: dict[int, int] = {}

    def place(p: int, seen: set[int]) -> bool:
        for g in fits[p]:
            if g not in seen:
                seen.add(g)
                if g not in taken or place(taken[g], seen):
                    taken[g] = p
                    return True
        return False

    for p in range(len(predicted)):
        place(p, set())
    return {p: g for g, p in taken.items()}


def merge_templates(templates: Iterable[Mapping[str, Any]]) -> Fillers:
    """Return the entities of all templates of a document by role; one that holds all strings of another stands for it."""
    merged: Fillers = {role: [] for role in ROLES}
    for template in templates:
        for role in ROLES:
            for entity in template.get(role, ()):
                strings = tuple(str(mention[0]).lower() for mention in entity)
                known = any(set(strings) <= set(other) or set(other) <= set(strings) for other in merged[role])
                if strings and not known:
                    merged[role].append(strings)
    return merged


def score(gold: Mapping[str, Fillers], predicted: Mapping[str, Fillers]) -> dict[str, Row]:
    """Return CEAF-REE of predictions by document: a row for each role, and `micro`."""
    rows = {role: Row() for role in (*ROLES, "micro")}
    for docid, roles in gold.items():
        guesses = predicted.get(docid, {})
        for role in ROLES:
            right, guess = roles.get(role, []), guesses.get(role, [])
            row = Row(found=len(align(right, guess)), predicted=len(guess), gold=len(right))
            rows[role].add(row)
            rows["micro"].add(row)
    return rows


# --- from records to roles

_VIOLENCE: Final = frozenset({"bombing", "armed_attack", "assassination", "execution", "abduction", "destruction", "shelling", "air_strike", "casualty", "abuse"})
# Custody by those whom no state commands is abduction; setting free tells of it as well.
_CUSTODY: Final = frozenset({"arrest", "release"})
# Tokens before a name within which it is said to be that of a victim, and words that say so.
_VICTIM_REACH: Final = 14
_IS_NAMED: Final = frozenset({"is", "are", "was", "were", "as", "named", "identified", ":", "including"})
_DONE: Final = frozenset({"happened", "attempted"})
_IRREGULAR: Final = frozenset({"armed_group", "militia"})
_BODIES: Final = frozenset({"armed_group", "militia", "military", "security_force", "party"})
# Classes of classes.tsv: what a target may be, and heads of phrases for people who act.
_THINGS: Final = ("facility", "vehicle", "prison", "infrastructure")
# Why modifiers.py made an argument: `guerrilla attack` tells of which side it was and describes nobody.
_MODIFIER: Final = "named before the noun"
_PEOPLE: Final = ("armed_people", "anyone")


class Passage:
    """One coded document: its tokens, the persons and the organisations that it names."""

    def __init__(self, coded: CodedDocument, sentences: Sequence[Sentence]) -> None:
        self.coded = coded
        self.text = coded.document.text
        self.sentences = sentences
        self._classes = word_classes("en")
        self.people = [(sentence, name) for sentence in sentences for name in find_people(sentence.tokens)]
        self.names = self._full_names()
        self.bodies = self._bodies()
        self.known = [mention.span for mentions in self.bodies.values() for mention in mentions]

    def is_in(self, token: Token, *names: str) -> bool:
        """Return whether a token is in one of some word classes."""
        return any(in_class(token, self._classes.get(name, frozenset())) for name in names)

    def sentence_at(self, span: Span) -> Sentence:
        """Return the sentence that holds a span."""
        return next(sentence for sentence in self.sentences if sentence.span.start <= span.start < sentence.span.end)

    def _full_names(self) -> list[tuple[tuple[str, ...], frozenset[str]]]:
        """Names of persons, the longest of each, with the title words seen before it or its parts."""
        forms: dict[tuple[str, ...], set[str]] = {}
        for sentence, name in self.people:
            parts = tuple(stem(token) for token in sentence.tokens[name.start : name.end])
            forms.setdefault(parts, set()).update(token.word.key for token in sentence.tokens[name.titled : name.start])
        full: list[tuple[tuple[str, ...], set[str]]] = []
        for parts in sorted(forms, key=lambda parts: (-len(parts), parts)):
            home = next((entry for entry in full if is_part(parts, entry[0])), None)
            if home is None:
                full.append((parts, set(forms[parts])))
            else:
                home[1].update(forms[parts])
        return [(parts, frozenset(titles)) for parts, titles in full]

    def _bodies(self) -> dict[str, list[Mention]]:
        """Mentions of organisations that bear arms or stand behind those who do, by entity."""
        actors = load_actors()
        found: dict[str, list[Mention]] = {}
        for mention in self.coded.mentions:
            entries = [actors.get(candidate.entity) for candidate in mention.candidates] if mention.kind == "actor" else []
            if entries and entries[0] is not None and entries[0].kind in _BODIES:
                found.setdefault(mention.candidates[0].entity, []).append(mention)
        return found

    def irregulars(self) -> list[str]:
        """Armed groups and militias that the passage names, by entity."""
        actors = load_actors()
        return [entity for entity in self.bodies if (entry := actors.get(entity)) is not None and entry.kind in _IRREGULAR]

    def nearest_irregular(self, span: Span) -> str | None:
        """Return the armed group or militia named nearest to a span: whose `guerrillas` they are where no phrase tells."""
        return min(self.irregulars(), key=lambda entity: min(abs(mention.span.start - span.start) for mention in self.bodies[entity]), default=None)

    def full_name(self, words: Sequence[str]) -> str | None:
        """Return the longest name in the passage that holds a name, or None where no person of the passage has it."""
        return next((" ".join(parts) for parts, _ in self.names if is_part(words, parts)), None)

    def holder_of(self, office: str) -> str | None:
        """Return the one person of the passage who bears a title: `the archbishop`."""
        holders = [" ".join(parts) for parts, titles in self.names if office in titles]
        return holders[0] if len(holders) == 1 else None


def stem(token: Token) -> str:
    """Return a token in lower case without its possessive."""
    return token.word.stem.lower()


def is_part(parts: Sequence[str], whole: Sequence[str]) -> bool:
    """Return whether words stand in this order in a name: `garcia alvarado` in `roberto garcia alvarado`."""
    rest = iter(whole)
    return all(word in rest for word in parts)


class Chunk:
    """One argument as tokens of its sentence."""

    def __init__(self, passage: Passage, span: Span, *, is_modifier: bool = False) -> None:
        self.passage = passage
        self.span = span
        self.is_modifier = is_modifier
        self.sentence = passage.sentence_at(span)
        self.tokens = self.sentence.tokens
        inside = [i for i, token in enumerate(self.tokens) if token.span.overlaps(span)]
        self.start, self.end = inside[0], inside[-1] + 1
        phrase = next((phrase for phrase in self.sentence.phrases if phrase.start <= self.start and self.end <= phrase.end), None)
        self.head_at = phrase.head if phrase is not None and self.start <= phrase.head < self.end else head_of(self.tokens, self.start, self.end)

    @property
    def head(self) -> Token:
        """The token that says what it is."""
        return self.tokens[self.head_at]

    def people(self) -> list[PersonName]:
        """Persons named inside, or in an apposition right behind: `the commander's wife, stela torrado`."""
        # `the colonel's wife`: a possessor is not whom the phrase names.
        found = [name for name in find_people(self.tokens, self.start, self.end) if not (self.tokens[name.end - 1].word.enclitic and name.end < self.end)]
        if self.passage.is_in(self.head, *_THINGS):
            return []  # `the home of deputy mario salazar`: the home is named
        return [*(found or self._in_apposition()), *self._included()]

    def _in_apposition(self) -> list[PersonName]:
        """`the commander's wife, stela torrado`, `stela torrado, the commander's wife`."""
        at = self.end
        while at < len(self.tokens) and self.tokens[at].word.form in {",", "-", "–", "—", ":", "("}:
            at += 1
        if at > self.end:
            behind = listed(self.tokens, find_people(self.tokens, at), at)
            if behind:
                return behind
        if self.start > 1 and self.tokens[self.start - 1].word.form == ",":
            return [name for name in find_people(self.tokens, 0, self.start - 1) if name.end == self.start - 1]
        return []

    def _included(self) -> list[PersonName]:
        """Those named behind it as some of them: `six priests, including rector ignacio ellacuria and two women`."""
        at = self.end
        while at < min(self.end + _VICTIM_REACH, len(self.tokens)) and self.tokens[at].kind != "verb" and self.tokens[at].word.key != "including":
            at += 1
        if at >= len(self.tokens) or self.tokens[at].word.key != "including":
            return []
        stop = next((i for i in range(at + 1, len(self.tokens)) if self.tokens[i].kind == "verb"), len(self.tokens))
        return find_people(self.tokens, at + 1, stop)

    def whole(self) -> "Chunk":
        """What it is a part of (`the windows of the consulate`), or itself."""
        inner = self.head_at + 2
        if self.passage.is_in(self.head, "part_of_thing") and inner < self.end and self.tokens[self.head_at + 1].word.key == "of":
            return Chunk(self.passage, Span(self.tokens[inner].span.start, self.span.end))
        return self

    def is_military(self) -> bool:
        """Return whether it is something of armed forces or police: a barracks, an infantry company."""
        return any(self.passage.is_in(token, "military_word") for token in self.own_tokens())

    def own_tokens(self) -> Sequence[Token]:
        """Its tokens."""
        return self.tokens[self.start : self.end]

    def words(self, name: PersonName) -> list[str]:
        """The words of a name."""
        return [stem(token) for token in self.tokens[name.start : name.end]]

    def bare(self) -> str:
        """The phrase without articles, numbers and words of quantity before it: `approximately 20 terrorists` is `terrorists`."""
        start = max((i + 1 for i in range(self.start, self.head_at) if self.tokens[i].word.key == "of"), default=self.start)
        while start < self.head_at and self._is_before_name(start):
            start += 1
        return self.text(start, self._stop())

    def _is_before_name(self, i: int) -> bool:
        """Whether a token is an article, a number, a word of quantity, or the organisation of people who fight for one."""
        token = self.tokens[i]
        if token.kind in {"number", "particle", "pronoun", "preposition"} or self.passage.is_in(token, "partitive", "quantifier"):
            return True
        return self.passage.is_in(self.head, "irregular", "force") and any(span.overlaps(token.span) for span in self.passage.known)

    def _stop(self) -> int:
        """Index behind what names it: before brackets, and before the second `of` where it leads to an organisation."""
        chain = [i for i in range(self.head_at + 1, self.end) if self.tokens[i].word.key == "of"]
        known = [span for span in self.passage.known if span.overlaps(self.span)]
        for i in range(self.head_at + 1, self.end):
            if self.tokens[i].word.form in "([" or (i in chain[1:] and any(span.start >= self.tokens[i].span.end for span in known)):
                return i
        return self.end

    def text(self, start: int, end: int) -> str:
        """The words from one token to before another, a possessive at their end left out."""
        last = self.tokens[end - 1]
        stop = last.span.start + len(last.word.stem) if last.word.enclitic else last.span.end
        return self.passage.text[self.tokens[start].span.start : stop]

    def known_bodies(self) -> list[str]:
        """Organisations of the knowledge files that are named inside, by entity."""
        return [entity for entity, mentions in self.passage.bodies.items() if any(mention.span.overlaps(self.span) for mention in mentions)]

    def is_body(self) -> bool:
        """Return whether it names an organisation and not people of one."""
        if any(span.overlaps(self.head.span) for span in self.passage.known):
            return True
        return self.passage.is_in(self.head, "armed_body") and not any(self.passage.is_in(token, "irregular") for token in self.tokens[self.start : self.head_at])

    def is_people(self) -> bool:
        """Return whether it describes people who act: a listed word, irregular `forces`, or a plural that is no body, thing or office."""
        if self.is_body():
            return False
        if self.passage.is_in(self.head, *_PEOPLE):
            return True
        if self.passage.is_in(self.head, "armed_body"):
            return self.is_irregular()
        return False

    def is_irregular(self) -> bool:
        """Return whether it names people or a body that no state commands."""
        if any(self.passage.is_in(token, "irregular") for token in self.tokens[self.start : self.head_at + 1]):
            return True
        return not set(self.known_bodies()).isdisjoint(self.passage.irregulars())

    def other_bodies(self) -> Iterator[str]:
        """Armies, battalions, police forces and the like named inside that no knowledge file lists."""
        for i in range(self.start, self.end):
            token = self.tokens[i]
            if not self.passage.is_in(token, "armed_body") or any(span.overlaps(token.span) for span in self.passage.known):
                continue
            if i + 1 < self.end and self.passage.is_in(self.tokens[i + 1], "armed_body"):
                continue
            first = i
            while first > self.start and self.tokens[first - 1].kind in {"noun", "adjective", "other"} and not self.tokens[first - 1].word.enclitic:
                first -= 1
            is_named = first < i or self.passage.is_in(token, "lone_body")
            if is_named and not any(self.passage.is_in(other, "irregular") for other in self.tokens[first:i]):
                yield self.text(first, i + 1)


def listed(tokens: Sequence[Token], names: Sequence[PersonName], at: int) -> list[PersonName]:
    """Return the names of a list that begins at a token: one behind the other, commas and `and` between."""
    found: list[PersonName] = []
    for name in names:
        if name.titled != at:
            break
        found.append(name)
        at = name.end
        while at < len(tokens) and tokens[at].word.key in {",", "and"}:
            at += 1
    return found


def find_fillers(text: str) -> Fillers:
    """Return the entities of a document by role; see the head of this file for what is read as what."""
    document = read_text(text, language="en")
    coded = code_document(document)
    fillers: Fillers = {role: [] for role in ROLES}
    if not coded.relevant:
        return fillers
    passage = Passage(coded, analyse(document, wanted=lambda _: True))
    for event in coded.events:
        targets = [Chunk(passage, span) for span in event.spans("target")]
        actors = [Chunk(passage, argument.span, is_modifier=argument.reason == _MODIFIER) for argument in event.arguments if argument.role == "actor"]
        if is_between_armed_sides(passage, targets):
            continue
        if event.type in _VIOLENCE and is_done(passage, event):
            found = [*_of_targets(passage, targets), *_of_actors(passage, actors), *_of_means(passage, event)]
        elif event.type in _CUSTODY and event.factuality != "denied" and any(chunk.is_irregular() for chunk in actors):
            found = [*_of_targets(passage, targets), *_of_actors(passage, actors)]
        elif event.type in _VIOLENCE and event.factuality == "possible":
            found = [(role, entity) for role, entity in _of_actors(passage, [chunk for chunk in actors if chunk.known_bodies()]) if role == "PerpOrg"]
        else:
            found = []
        for role, entity in found:
            add(fillers[role], entity)
    if any(event.type in _VIOLENCE and is_done(passage, event) for event in coded.events):
        for name in named_victims(passage):
            add(fillers["Victim"], (name,))
    return fillers


def named_victims(passage: Passage) -> Iterator[str]:
    """Yield those named as victims outside any event: `among the dead were A and B`, `the hostages, identified as A`, `the killers of A`."""
    for sentence, name in passage.people:
        tokens = sentence.tokens
        before = tokens[max(0, name.titled - _VICTIM_REACH) : name.titled]
        told = next((i for i, token in enumerate(before) if passage.is_in(token, "victim_word")), None)
        links = told is not None and is_naming(before[told + 1 :])
        of_agent = len(before) > 1 and before[-1].word.key == "of" and passage.is_in(before[-2], "agent_noun", "deed_noun")
        owned = tokens[name.end - 1].word.enclitic and name.end < len(tokens) and passage.is_in(tokens[name.end], "agent_noun", "deed_noun")
        is_slain = any(passage.is_in(token, "slain_word") for token in before[-2:])
        if links or of_agent or owned or is_slain:
            words = [stem(token) for token in tokens[name.start : name.end]]
            yield passage.full_name(words) or " ".join(words)


def is_naming(tokens: Sequence[Token]) -> bool:
    """Return whether words lead from `the dead` to a name: `were`, `identified as`, `:`, and no other verb."""
    if any(token.kind == "verb" and token.word.verb not in {"identify", "name"} for token in tokens):
        return False
    return any(token.word.key in _IS_NAMED for token in tokens)


def is_done(passage: Passage, event: Event) -> bool:
    """Return whether an event happened or was tried; one that somebody ordered counts, as MUC-4 asks for those who did."""
    ordered = event.factuality == "planned" and event.factuality_span is not None and event.factuality_span.of(passage.text).startswith("order")
    return event.factuality in _DONE or ordered


def add(entities: list[Entity], entity: Entity) -> None:
    """Put an entity among those found, once."""
    if entity and not any(is_same(normalise(string), normalise(other)) for string in entity for known in entities for other in known):
        entities.append(entity)


def is_same(first: str, second: str) -> bool:
    """Return whether two descriptions may name one thing: equal, or one the end of the other (`the plane`, `the cargo plane`)."""
    return first == second or first.endswith(f" {second}") or second.endswith(f" {first}")


def is_between_armed_sides(passage: Passage, targets: Sequence[Chunk]) -> bool:
    """Return whether all who were hit bear arms: soldiers, rebels, their posts."""
    return bool(targets) and all((passage.is_in(chunk.head, "armed_people", "force") or chunk.is_military()) and not chunk.people() for chunk in targets)


def _of_targets(passage: Passage, targets: Sequence[Chunk]) -> Iterator[tuple[str, Entity]]:
    for chunk in targets:
        named = chunk.people()
        for name in named:
            full = passage.full_name(chunk.words(name))
            yield "Victim", (full or " ".join(chunk.words(name)),)
        if named:
            continue
        whole = chunk.whole()
        if passage.is_in(whole.head, *_THINGS):
            if not passage.is_in(whole.head, "vague_thing") and not whole.is_military():
                yield "Target", (whole.bare(),)
        elif (holder := passage.holder_of(chunk.head.word.key)) is not None:
            yield "Victim", (holder,)
        elif chunk.end - chunk.start == 1 and (full := passage.full_name([stem(chunk.head)])) is not None:
            yield "Victim", (full,)


def _of_actors(passage: Passage, actors: Sequence[Chunk]) -> Iterator[tuple[str, Entity]]:
    for chunk in actors:
        bodies = [name_of(passage, entity) for entity in chunk.known_bodies()] or list(chunk.other_bodies())
        if not bodies and passage.is_in(chunk.head, "irregular") and (side := passage.nearest_irregular(chunk.span)) is not None:
            bodies = [name_of(passage, side)]
        for body in bodies:
            yield "PerpOrg", (body,)
        named = chunk.people()
        if named:
            for name in named:
                yield "PerpInd", (chunk.text(name.titled, name.end),)
        elif chunk.is_people() and not chunk.is_modifier:
            yield "PerpInd", (chunk.bare(),)


def name_of(passage: Passage, entity: str) -> str:
    """Return the first name that the passage gives an organisation."""
    return passage.bodies[entity][0].span.of(passage.text).removesuffix("'s")


def _of_means(passage: Passage, event: Event) -> Iterator[tuple[str, Entity]]:
    for span in event.spans("instrument"):
        chunk = Chunk(passage, span)
        if any(passage.is_in(token, "weapon_word") for token in chunk.own_tokens()):
            yield "Weapon", (chunk.bare(),)


# --- the program


def read_documents(path: Path) -> list[dict[str, Any]]:
    """Return the documents of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def is_third(docid: str) -> bool:
    """Return whether a document is of the third that rules may be written on."""
    return zlib.crc32(docid.encode()) % 3 == 0


def default_file() -> Path:
    """Return where the development file should be: in the folder that RASID_SHARED names, or beside the project."""
    return Path(os.environ.get("RASID_SHARED", Path(__file__).parents[2] / "shared")) / "data/english/muc4/dev.jsonl"


def list_misses(docid: str, gold: Fillers, predicted: Fillers) -> Iterator[str]:
    """Yield a line for each gold entity that was not found and each predicted one that is none."""
    for role in ROLES:
        pairs = align(gold[role], predicted[role])
        for g, entity in enumerate(gold[role]):
            if g not in pairs.values():
                yield f"{docid} {role} missed: {' | '.join(entity)}"
        for p, entity in enumerate(predicted[role]):
            if p not in pairs:
                yield f"{docid} {role} wrong: {' | '.join(entity)}"


def print_rows(rows: Mapping[str, Row]) -> None:
    """Print precision, recall, F1 and counts by role."""
    print(f"{'role':8} {'P':>6} {'R':>6} {'F1':>6}   found predicted gold")
    for role, row in rows.items():
        print(f"{role:8} {row.precision:6.3f} {row.recall:6.3f} {row.f1:6.3f}   {row.found:5} {row.predicted:9} {row.gold:4}")


def main() -> int:
    """Return 0, or 2 where the file is not there."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, default=default_file(), help="documents with templates, JSON lines")
    parser.add_argument("--json", action="store_true", help="print the rows as one JSON object")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="list so many missed and wrong entities")
    part = parser.add_mutually_exclusive_group()
    part.add_argument("--third", action="store_true", help="only the third that rules are written on")
    part.add_argument("--rest", action="store_true", help="only the other two thirds")
    args = parser.parse_args()
    if not args.file.exists():
        print(f"{args.file} is not there (RASID_SHARED names the folder that holds it)", file=sys.stderr)
        return 2
    documents = [d for d in read_documents(args.file) if not (args.third or args.rest) or is_third(d["docid"]) == args.third]
    gold = {document["docid"]: merge_templates(document["templates"]) for document in documents}
    predicted = {document["docid"]: find_fillers(document["doctext"]) for document in documents}
    rows = score(gold, predicted)
    if args.json:
        print(json.dumps({role: {**msgspec.to_builtins(row), "precision": row.precision, "recall": row.recall, "f1": row.f1} for role, row in rows.items()}))
    else:
        print_rows(rows)
    lines = [line for docid, entities in gold.items() for line in list_misses(docid, entities, predicted[docid])]
    for line in lines[: args.misses]:
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())

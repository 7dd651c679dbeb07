# SPDX-License-Identifier: Apache-2.0
"""Who says it, in full: the noun phrase with its title, apposition, prepositional phrases and relative clause, or a pronoun."""

from collections.abc import Sequence
from typing import Final

from rasid.claims.english.reading import CLOSING, OPENING, STRAIGHT, Reading
from rasid.claims.english.words import CLAUSE, CueWords
from rasid.languages.en.vocabulary import verb_tense, word_class
from rasid.records import Phrase

Range = tuple[int, int]
"""Token indices, half-open."""
_QUOTES: Final = OPENING | CLOSING | {STRAIGHT}
# Prepositions that stand inside the name or description of a source; others tell where and when it spoke.
_OF_SOURCE: Final = frozenset({"of", "for", "from", "with", "at", "in", "to", "on", "by", "including", "like", "against", "behind"})
_RELATIVES: Final = frozenset({"who", "which", "that"})
_LONGEST: Final = 40
_SHORT: Final = 8
# A name, two commas and a word between stand before the verb.
_SHORT_APPOSITION: Final = 4


def find_source(reading: Reading, cue: CueWords) -> Range | None:
    """Return the tokens that name who says what a verb reports, or None where the sentence names nobody there."""
    if cue.passive:
        return _agent(reading, cue)
    if cue.mood == "ing":
        return _of_participle(reading, cue)
    closing = _enclosed(reading, cue) or _inverted(reading, cue) or _behind_quote(reading, cue) or _behind_comma(reading, cue)
    if closing is not None:
        return closing
    pronoun = _pronoun_before(reading, cue)
    if pronoun is not None:
        return pronoun
    predicate = reading.predicates.get(cue.subject_head)
    if predicate is None or not predicate.subject:
        return None
    first, last = predicate.subject[0], predicate.subject[-1]
    if first.start >= cue.end:
        return first.start, right_edge(reading, last, len(reading.tokens))
    return subject_range(reading, cue, predicate.subject)


def subject_range(reading: Reading, cue: CueWords, subject: Sequence[Phrase]) -> Range:
    """Return the tokens of a subject before its verb in full."""
    return _first_name(reading, subject, cue), _edge_before(reading, subject, cue)


def _first_name(reading: Reading, subject: Sequence[Phrase], cue: CueWords) -> int:
    """Where a name begins whose apposition the clause analysis took for the subject: `Phil Smith, a spokesman for the union, said`."""
    start = subject[0].start
    is_closed = any(reading.form(k) == "," for k in range(subject[-1].end, cue.start))
    while is_closed and start > 1 and reading.form(start - 1) == "," and (before := reading.phrase_at.get(start - 2)) is not None:
        lead = before.start - 1
        opens = lead < 0 or reading.form(lead) in _QUOTES or reading.form(lead) == "," or reading.role(lead) in {"complementiser", "coordinator"}
        if before.preposition or reading.is_time(before.start) or not opens:
            break
        start = before.start
    if reading.key(start) == "what" and start + 1 < subject[0].end:
        return start + 1  # `what most people would call`
    if reading.key(start) in {"last", "this", "next"} and reading.key(start + 1) in word_class("time_head") and start + 2 < subject[0].end:
        return start + 2  # `last week Marsh said`
    if reading.is_adverb(start - 1) and reading.key(start - 1) in {"only", "almost", "nearly", "even"}:
        start -= 1
    return start


def _of_participle(reading: Reading, cue: CueWords) -> Range | None:
    """Whom a participle goes on from: `Obama responded by saying`, `a statement saying`."""
    predicate = reading.predicates.get(cue.subject_head)
    if predicate is None or not predicate.subject or predicate.subject[-1].start > cue.start or predicate.subject[0].preposition:
        return None
    first = predicate.subject[0]
    if reading.is_time(first.start) or not reading.is_kind(first.head, "noun", "other", "adjective"):
        return None
    return subject_range(reading, cue, predicate.subject)


def _behind_quote(reading: Reading, cue: CueWords) -> Range | None:
    """All that stands between a quotation and the verb of saying that closes it: `“...,” X, a senator from Y, said`."""
    if not reading.quotes:
        return None
    for k in range(cue.start - 1, max(-1, cue.start - _LONGEST), -1):
        if reading.form(k) in {";", ":"} or (reading.form(k) == "." and reading.form(k + 1) not in {",", ")", "”"}):
            return None
        if reading.quote_to(k) is None:
            continue
        start = k + 1
        names = start in reading.phrase_at or reading.is_kind(start, "pronoun") or verb_tense(reading.key(start)) in {"both", "participle"}
        last = reading.form(k - 2) if reading.form(k - 1) in {"’", "'"} else reading.form(k - 1)
        if start == cue.start or not names or last not in {",", "?", "!", "."}:
            return None
        if reading.is_kind(start, "pronoun") and start + 1 < cue.start and not reading.is_adverb(start + 1):
            return None
        return None if _has_other_verb(reading, start, cue.start) else (start, _edge_before(reading, (reading.phrase_at.get(start) or _lone(reading, start),), cue))
    return None


def _enclosed(reading: Reading, cue: CueWords) -> Range | None:
    """A name at the head of the sentence whose apposition or relative clause a comma closes right before the verb."""
    if reading.form(cue.start - 1) != "," or cue.start < _SHORT_APPOSITION:
        return None
    start = 1 if reading.role(0) == "coordinator" else 0
    phrase = reading.phrase_at.get(start)
    if phrase is None or phrase.start != start or phrase.preposition or reading.is_time(start) or phrase.end >= cue.start - 1:
        return None
    behind = reading.form(phrase.end)
    if behind != "," or _is_aside(reading, phrase.end + 1) or _has_other_verb(reading, phrase.end, cue.start):
        return None
    return start, cue.start


def _inverted(reading: Reading, cue: CueWords) -> Range | None:
    """The speaker right behind a verb that follows a quotation: `“...,” said X`."""
    if cue.start != cue.head or reading.quote_to(cue.start - 1) is None:
        return None
    if reading.is_kind(cue.end, "pronoun"):
        return cue.end, cue.end + 1
    phrase = reading.phrase_at.get(cue.end)
    if phrase is None or phrase.start != cue.end or phrase.preposition:
        return None
    return phrase.start, right_edge(reading, phrase, len(reading.tokens))


def _behind_comma(reading: Reading, cue: CueWords) -> Range | None:
    """The words between a comma and a verb that ends its clause: `..., one county official said`."""
    if CLAUSE not in cue.frames or not _ends_clause(reading, cue.end):
        return None
    k = cue.start - 1
    while k > 0 and cue.start - k <= _SHORT and reading.form(k) != ",":
        if reading.is_kind(k, "verb", "conjunction", "preposition", "pronoun") and reading.key(k) not in {"of", "for", "and"}:
            return None
        k -= 1
    start = k + 1
    if k <= 0 or reading.form(k) != "," or start >= cue.start or reading.is_adverb(start) or reading.is_time(start):
        return None
    return (start, cue.start) if reading.finite_behind(0, within=k) is not None else None


def _ends_clause(reading: Reading, i: int) -> bool:
    return i >= reading.end or reading.form(i) == "," or (reading.is_kind(i, "preposition") and reading.key(i) not in {"about", "of", "for"})


def _lone(reading: Reading, i: int) -> Phrase:
    """A pronoun as a phrase."""
    return Phrase(start=i, end=i + 1, head=i, span=reading.tokens[i].span)


def _agent(reading: Reading, cue: CueWords) -> Range | None:
    for k in range(cue.end, min(cue.end + _LONGEST, reading.end)):
        if k in reading.group_at or reading.form(k) in {";", ":"}:
            return None
        if reading.key(k) == "by" and k + 1 in reading.phrase_at:
            phrase = reading.phrase_at[k + 1]
            return phrase.start, right_edge(reading, phrase, len(reading.tokens))
    return None


def _pronoun_before(reading: Reading, cue: CueWords) -> Range | None:
    k = cue.start - 1
    while k >= 0 and (reading.is_adverb(k) or reading.form(k) in _QUOTES):
        k -= 1
    is_personal = reading.is_kind(k, "pronoun") and reading.role(k) in {"personal", "indefinite"}
    is_relative = reading.is_kind(k, "conjunction", "pronoun") and reading.key(k) in _RELATIVES
    return (k, k + 1) if is_personal or is_relative else None


def _edge_before(reading: Reading, subject: Sequence[Phrase], cue: CueWords) -> int:
    """Where a source before its verb ends: at the verb, without adverbs and what tells when and where it spoke."""
    end = subject[-1].end
    if _has_other_verb(reading, end, cue.start):
        return right_edge(reading, subject[-1], cue.start)
    edge = cue.start
    while edge > end and (reading.is_adverb(edge - 1) or reading.form(edge - 1) in _QUOTES or reading.key(edge - 1) in {"to", "then"}):
        edge -= 1
    phrase = reading.phrase_at.get(edge - 1)
    if phrase is not None and phrase.start >= end and (reading.is_time(edge - 1) or _is_medium(reading, phrase)):
        edge = phrase.start - (1 if phrase.preposition else 0)
    if reading.form(end) == "," and edge > end and _is_aside(reading, end + 1):
        return end
    while edge > end and edge < cue.start and reading.form(edge - 1) == ",":
        edge -= 1
    return max(edge, end)


def _is_medium(reading: Reading, phrase: Phrase) -> bool:
    return bool(phrase.preposition) and reading.tokens[phrase.head].word.lemma in word_class("medium")


def _is_aside(reading: Reading, i: int) -> bool:
    """Whether words behind a comma belong to the clause and not to the name: `, in particular,`, `, however,`, `, on Monday,`."""
    if reading.key(i) in {"in", "on", "at", "for", "after", "during", "however", "meanwhile", "too", "also", "speaking", "asked", "citing", "when", "while", "as"}:
        return True
    return reading.is_adverb(i) or reading.is_time(i)


def _has_other_verb(reading: Reading, start: int, end: int) -> bool:
    """Whether a finite verb of no relative clause stands between a subject and a cue, so that the subject is that of both."""
    relative = False
    for k in range(start, end):
        if reading.is_kind(k, "conjunction", "pronoun") and reading.key(k) in {"who", "which", "that", "whose", "whom", "where"}:
            relative = True
        group = reading.group_at.get(k)
        is_finite = (group is not None and group.mood == "finite") or (group is None and reading.is_kind(k, "particle") and reading.role(k) in {"auxiliary", "modal"})
        if is_finite and not relative:
            return True
    return False


def right_edge(reading: Reading, phrase: Phrase, limit: int) -> int:
    """Return where the noun phrase ends that begins with a phrase, with appositions, `of` and its like, and relative clauses.

    Args:
        reading: The sentence.
        phrase: The first or last phrase of the name.
        limit: Token index that it never passes.
    """
    end = phrase.end
    while end < limit:
        step = _step(reading, end, limit)
        if step is None:
            break
        end = step
    return end


def _step(reading: Reading, i: int, limit: int) -> int | None:
    """Token index behind what goes on from a noun phrase that ends at `i`, or None."""
    if i >= limit:
        return None
    following = reading.phrase_at.get(i + 1)
    if reading.form(i) == "(":
        close = next((k for k in range(i, min(i + 8, limit)) if reading.form(k) == ")"), None)
        return None if close is None else close + 1
    if reading.is_kind(i, "preposition") and reading.key(i) in _OF_SOURCE and following is not None and following.start == i + 1:
        return None if reading.is_time(i + 1) or _is_medium(reading, following) else following.end
    if reading.key(i) in {"and", "or"} and following is not None and following.start == i + 1 and following.coordinated:
        return following.end
    if reading.form(i) == "," and following is not None and following.start == i + 1:
        return _apposition(reading, following, limit)
    relative = i + 1 if reading.form(i) == "," else i
    if reading.key(relative) in {"who", "whose"} and relative + 1 < limit:
        return _relative_end(reading, relative, limit)
    return None


def _apposition(reading: Reading, phrase: Phrase, limit: int) -> int | None:
    if phrase.preposition or reading.is_time(phrase.start):
        return None
    finite = reading.finite_behind(phrase.start, within=12)
    opens_clause = finite is not None and finite < limit and not any(reading.form(k) == "," for k in range(phrase.end, finite))
    return None if opens_clause else phrase.end


def _relative_end(reading: Reading, start: int, limit: int) -> int:
    for k in range(start + 1, limit):
        if reading.form(k) in {",", ";", ":", "-", "–", "—"} or reading.form(k) in _QUOTES or k >= reading.end:
            return k
    return min(limit, reading.end)


def source_before(reading: Reading, edge: int) -> Range | None:
    """Return the bare phrase or pronoun that stands right before a token."""
    if reading.is_kind(edge - 1, "pronoun") or (reading.is_kind(edge - 1, "conjunction") and reading.key(edge - 1) in _RELATIVES):
        return edge - 1, edge
    phrase = reading.phrase_at.get(edge - 1)
    while phrase is not None and phrase.preposition in _OF_SOURCE and (before := reading.phrase_at.get(phrase.start - 2)) is not None:
        phrase = before
    return None if phrase is None or phrase.preposition or reading.is_time(phrase.start) else (phrase.start, edge)


def source_behind(reading: Reading, start: int, limit: int) -> Range | None:
    """Return the source that a phrase at a token names, up to the token `limit`."""
    i = start
    if reading.is_kind(i, "pronoun"):
        return i, i + 1
    phrase = reading.phrase_at.get(i)
    if phrase is None:
        return None
    return phrase.start, right_edge(reading, phrase, limit)

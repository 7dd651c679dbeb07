# SPDX-License-Identifier: Apache-2.0
"""Gather noun phrases: determiners, adjectives, compounds, names, `of` chains, short names in brackets and quotes."""

from collections.abc import Sequence
from typing import Final

from rasid.languages.en.kinds import BOUNDS, CLOSING, NOMINAL, OPENING, is_adverb
from rasid.languages.en.tokens import in_place
from rasid.languages.en.vocabulary import event_nouns, role_of, verb_tense, word_class
from rasid.records import Phrase, Span, Token

_DEFINITE: Final = frozenset({"the", "this", "that", "these", "those", "its", "their", "his", "her", "our"})
_LONGEST_QUOTED_NAME: Final = 6
_ADDING: Final = frozenset({("together", "with"), ("along", "with"), ("as", "well", "as"), ("and", "also")})
_CURRENCIES: Final = frozenset("$€£")
_JOINING: Final = frozenset({"and", "or", "&"})
# Prepositions that may open a clause as well: `after rebels attacked`, but `after the attack`.
_CLAUSAL: Final = frozenset({"after", "before", "since", "until", "till", "as", "than", "for"})
# Words that bend a number only with another behind them: `at least 27`, but `at 1000`, `at six banks`.
_COMPLETED_BOUNDS: Final = {"up": frozenset({"to"}), "at": frozenset({"least", "most", "the", "a"}), "as": frozenset({"many", "few"})}
_BOUND_WORDS: Final = frozenset({"least", "most", "than", "to", "many", "as", "estimated", "few", "additional", "other", "the", "further", "a", "another"})


def find_phrases(tokens: Sequence[Token]) -> tuple[Phrase, ...]:
    """Return the noun phrases of a sentence, left to right, none inside another."""
    phrases: list[Phrase] = []
    i = 0
    while i < len(tokens):
        content = _content_start(tokens, i)
        if content is None or content >= len(tokens):
            i += 1
            continue
        end = _extend(tokens, i, content)
        phrases.append(_with_preposition(tokens, i, end, phrases[-1] if phrases else None))
        i = end
    return _with_lists(tokens, phrases)


def _content_start(tokens: Sequence[Token], i: int) -> int | None:
    """Index of the first nominal of a phrase that opens at `i` (behind determiner, bound, adverb), or None where none opens."""
    bound = _behind_bound(tokens, i)
    if bound is not None:
        return bound
    k = i
    if role_of(tokens[k].word.key) == "determiner" and tokens[k].kind == "particle":
        k += 1
        while k < len(tokens) and ((role_of(tokens[k].word.key) == "determiner" and tokens[k].kind == "particle") or is_adverb(tokens[k]) or tokens[k].word.form in OPENING):
            k += 1
        if k < len(tokens) and _behind_bound(tokens, k) is not None:
            return _behind_bound(tokens, k)
    return k if k < len(tokens) and tokens[k].kind in NOMINAL and not is_adverb(tokens[k]) else None


def _behind_bound(tokens: Sequence[Token], i: int) -> int | None:
    """Index of the number that words at `i` bend (`at least 27`, `more than 200`, `up to 50`), or None."""
    if tokens[i].word.key not in BOUNDS:
        return None
    completed = _COMPLETED_BOUNDS.get(tokens[i].word.key)
    if completed is not None and i + 1 < len(tokens) and tokens[i + 1].word.key not in completed:
        return None
    k = i + 1
    while k < len(tokens) and k <= i + 3 and tokens[k].word.key in _BOUND_WORDS:
        k += 1
    return k if k < len(tokens) and tokens[k].kind == "number" and not _is_calendar(tokens, k) else None


def _is_calendar(tokens: Sequence[Token], i: int) -> bool:
    """Whether a token is a day, month or year, which no other noun joins."""
    key = tokens[i].word.key
    if key in word_class("calendar"):
        return True
    if tokens[i].kind != "number" or not key.isdigit():
        return False
    beside = [tokens[k].word.key for k in (i - 1, i + 1) if 0 <= k < len(tokens)]
    return any(word in word_class("month") for word in beside) or (len(key) == 4 and key[:2] in {"19", "20"} and not _counts(tokens, i))  # noqa: PLR2004


def _counts(tokens: Sequence[Token], i: int) -> bool:
    return i + 1 < len(tokens) and tokens[i + 1].kind == "noun" and tokens[i + 1].word.plural


def _extend(tokens: Sequence[Token], start: int, content: int) -> int:
    j = content + 1
    while j < len(tokens):
        token, before = tokens[j], tokens[j - 1]
        if before.word.enclitic == "'s" and role_of(token.word.key) == "determiner":
            break
        if token.word.form in OPENING:
            behind = _quoted_name(tokens, j)
            if behind == j:
                break
            j = behind
            continue
        if token.word.form in _CURRENCIES and j + 1 < len(tokens) and tokens[j + 1].kind == "number":
            j += 1
            continue
        if token.word.key == "of":
            inner = _content_start(tokens, j + 1) if j + 1 < len(tokens) else None
            if inner is None or _is_calendar(tokens, inner):
                break
            j = inner + 1
            continue
        if _joins_names(tokens, j):
            j += 2
            continue
        if token.kind not in NOMINAL or is_adverb(token) or not _belongs(tokens, start, j):
            break
        j += 1
    return j


def _joins_names(tokens: Sequence[Token], j: int) -> bool:
    """Whether `for` or `and` stands inside a name: `Observatory for Human Rights`, `Hussein and Sons` it does not."""
    if tokens[j].word.key not in {"for", "&"} or j + 1 >= len(tokens):
        return False
    return tokens[j - 1].word.form[0].isupper() and tokens[j + 1].word.form[0].isupper() and tokens[j + 1].kind in NOMINAL and not _is_calendar(tokens, j + 1)


def _quoted_name(tokens: Sequence[Token], i: int) -> int:
    """Index behind a short name in quotes or brackets (`Syrian Democratic Forces (SDF)`), or `i` where there is none."""
    for j in range(i + 1, min(i + 2 + _LONGEST_QUOTED_NAME, len(tokens))):
        form = tokens[j].word.form
        if form in CLOSING and j > i + 1:
            return j + 1
        if tokens[j].kind not in NOMINAL and form not in {"-", "/"}:
            return i
    return i


def _belongs(tokens: Sequence[Token], start: int, j: int) -> bool:
    """Whether a nominal token continues the phrase that began at `start`."""
    token, before = tokens[j], tokens[j - 1]
    if _is_calendar(tokens, j):
        return _is_calendar(tokens, j - 1) or (before.kind in {"adjective", "number"} and j - start == 1)
    if _is_calendar(tokens, j - 1) and not before.word.enclitic:
        dated = tokens[start].word.key == "the" and token.word.key in event_nouns() and token.kind == "noun"
        year = j - start == 2 and before.kind == "number" and len(before.word.key) == 4 and role_of(tokens[start].word.key) == "determiner"  # noqa: PLR2004
        return dated or year or token.word.key in word_class("time_head")  # `the 16 november murder`
    if token.kind == "number":
        if before.kind in {"number", "adjective"}:
            return True
        named = before.word.form[0].isupper() or before.kind == "other"
        return token.word.form.isdigit() and ((named and not _counts_behind(tokens, j)) or _numbers_kind(tokens, j))
    if token.kind == "adjective" and j + 1 < len(tokens) and tokens[j + 1].word.key in word_class("time_head") and before.kind in {"noun", "other"}:
        return False  # `two guards last night`
    if _opens_speaker(tokens, start, j):
        return False
    if token.kind == "adjective" and before.kind in {"noun", "other"} and before.word.enclitic == "":
        return _leads_to_noun(tokens, j)
    return True


def _opens_speaker(tokens: Sequence[Token], start: int, j: int) -> bool:
    """Whether a speaker begins here whom no comma sets off from a place before: `in Damascus residents said`, `of the city Abdel Rahman told`."""
    token, before = tokens[j], tokens[j - 1]
    behind_name = before.word.form[0].isupper() and start > 0 and tokens[start - 1].kind == "preposition"
    people = behind_name and token.word.form[0].islower() and token.word.lemma in word_class("unnamed_source_head")
    place = before.word.form[0].islower() and before.word.lemma in word_class("place_kind")
    if not people and not place:
        return False
    k = j
    while k < len(tokens) and (tokens[k].kind in NOMINAL or tokens[k].word.key in {"of", "for"}):
        k += 1
    reports = k < len(tokens) and tokens[k].kind == "verb" and tokens[k].word.verb in word_class("reporting")
    named = token.word.form[0].isupper() or any(tokens[i].word.lemma in word_class("media_head") for i in range(j, k))
    return reports and (people or (named and k - j > 1))


def _numbers_kind(tokens: Sequence[Token], j: int) -> bool:
    """Whether a number stands inside a compound and tells which one: `a route 302 bus`."""
    if j + 1 >= len(tokens) or tokens[j - 1].kind != "noun" or tokens[j - 1].word.plural:
        return False
    return tokens[j - 1].word.key in word_class("numbered") and tokens[j + 1].kind == "noun" and not tokens[j + 1].word.plural


def _counts_behind(tokens: Sequence[Token], j: int) -> bool:
    return j + 1 < len(tokens) and tokens[j + 1].kind in {"noun", "adjective", "other"}


def _leads_to_noun(tokens: Sequence[Token], j: int) -> bool:
    """Whether an adjective behind a noun qualifies a further noun (`regime military planes`) and is no predicate (`27 people dead`)."""
    if tokens[j].word.key in word_class("predicate_adjective"):
        return False
    if tokens[j].word.key in word_class("adjective_or_noun") and (tokens[j - 1].word.form[0].isupper() or (j + 1 < len(tokens) and tokens[j + 1].kind == "verb")):
        return True  # `a West Virginia official`, `one county official said`
    k = j + 1
    while k < len(tokens) and tokens[k].kind == "adjective":
        k += 1
    return k < len(tokens) and tokens[k].kind in {"noun", "other"} and not _is_calendar(tokens, k)


def make_phrase(tokens: Sequence[Token], start: int, end: int, *, preposition: str = "", coordinated: bool = False) -> Phrase:
    """Return the phrase of the tokens [start, end), its head the last noun before `of` and brackets, behind partitives."""
    return Phrase(
        start=start, end=end, head=head_of(tokens, start, end), preposition=preposition, coordinated=coordinated,
        span=Span(tokens[start].span.start, tokens[end - 1].span.end),
    )  # fmt: skip


def head_of(tokens: Sequence[Token], start: int, end: int) -> int:
    """Return the token index of the head of the tokens [start, end)."""
    stop = start
    while stop < end and not (tokens[stop].word.key == "of" or tokens[stop].word.form in "([" or (tokens[stop].word.key == "for" and stop > start)):
        stop += 1
    head = next((k for k in range(stop - 1, start - 1, -1) if tokens[k].kind in NOMINAL), start)
    if stop + 1 < end and tokens[stop].word.key == "of" and (tokens[head].kind == "number" or tokens[head].word.key in word_class("partitive")):
        return head_of(tokens, stop + 1, end)
    return head


def _with_preposition(tokens: Sequence[Token], start: int, end: int, before: Phrase | None) -> Phrase:
    behind = _before_adverbs(tokens, _before_insertion(tokens, start))
    previous = tokens[behind - 1] if behind else None
    preposition = ""
    coordinated = False
    if before is not None and _is_added(tokens, before.end, start):
        return make_phrase(tokens, start, end, preposition=before.preposition, coordinated=True)
    if previous is not None and previous.kind == "preposition":
        preposition = previous.word.key
        if preposition == "of" and behind > 1 and tokens[behind - 2].word.key in {"out", "outside"}:
            preposition = "from"
        if preposition == "of" and behind > 1 and tokens[behind - 2].word.key == "front":
            preposition = "outside"
        if preposition in _CLAUSAL and _is_finite_at(tokens, end) and not _is_calendar(tokens, start):
            preposition = ""
    elif previous is not None and before is not None and previous.word.key in _JOINING and before.end == behind - 1:
        coordinated, preposition = True, before.preposition
    return make_phrase(tokens, start, end, preposition=preposition, coordinated=coordinated)


def _before_adverbs(tokens: Sequence[Token], start: int) -> int:
    """Index of the adverbs that qualify the first word of a phrase, behind a preposition or `and`: `by heavily armed men`."""
    k = start
    while k and is_adverb(tokens[k - 1]):
        k -= 1
    opens = k and (tokens[k - 1].kind == "preposition" or tokens[k - 1].word.key in _JOINING)
    return k if opens and start < len(tokens) and tokens[start].kind == "adjective" else start


def _before_insertion(tokens: Sequence[Token], start: int) -> int:
    """Index of a phrase, or of the bracket before it that an editor put in: `against (presidency minister) antonio rodriguez`."""
    if not start or tokens[start - 1].word.form != ")":
        return start
    for k in range(start - 2, max(-1, start - 2 - _LONGEST_QUOTED_NAME), -1):
        if tokens[k].word.form == "(":
            return k if k and tokens[k - 1].kind == "preposition" else start
    return start


def _is_added(tokens: Sequence[Token], end: int, start: int) -> bool:
    """Whether what stands between two phrases adds the second to the first: `, together with`, `as well as`, `along with`."""
    words = tuple(token.word.key for token in tokens[end:start])
    return (words[1:] if words[:1] == (",",) else words) in _ADDING


def _is_finite_at(tokens: Sequence[Token], i: int) -> bool:
    while i < len(tokens) and is_adverb(tokens[i]):
        i += 1
    if i >= len(tokens):
        return False
    token = tokens[i]
    role = role_of(token.word.key)
    if token.kind == "particle" and role in {"auxiliary", "modal"} and token.word.key not in {"be", "been", "being", "having"}:
        return True
    return token.kind == "verb" and verb_tense(token.word.key) in {"past", "both", "third", "base"}


def _with_lists(tokens: Sequence[Token], phrases: Sequence[Phrase]) -> tuple[Phrase, ...]:
    """Join the middle of a list (`A, B and C`) to its first member."""
    joined = _with_last(tokens, list(phrases))
    for k in range(len(joined) - 2, 0, -1):
        here, before, behind = joined[k], joined[k - 1], joined[k + 1]
        gap = tokens[before.end : here.start]
        is_listed = len(gap) == 1 and gap[0].word.form == "," and behind.coordinated and not here.preposition
        if is_listed and tokens[here.end].word.key in {*_JOINING, ","} and not _opens_main_clause(tokens, joined, k):
            joined[k] = make_phrase(tokens, here.start, here.end, preposition=before.preposition, coordinated=True)
            if behind.coordinated and before.preposition and not behind.preposition:
                joined[k + 1] = make_phrase(tokens, behind.start, behind.end, preposition=before.preposition, coordinated=True)
    return tuple(joined)


def _with_last(tokens: Sequence[Token], phrases: list[Phrase]) -> list[Phrase]:
    """Join the last of a list that has a comma before its `and`: `A, B, and C`; not what opens a clause there."""
    for k in range(2, len(phrases)):
        here, before = phrases[k], phrases[k - 1]
        gap = [token.word.key for token in tokens[before.end : here.start]]
        listed = [token.word.form for token in tokens[phrases[k - 2].end : before.start]] == [","]
        # In front of the first verb all are its subject: `the mayor, a lawyer, and his bodyguard were shot`.
        fits = not _is_finite_at(tokens, here.end) or not any(token.kind == "verb" for token in tokens[: here.start])
        if gap == [",", "and"] and listed and not before.preposition and not here.coordinated and fits:
            phrases[k] = make_phrase(tokens, here.start, here.end, preposition=before.preposition, coordinated=True)
    return phrases


def _opens_main_clause(tokens: Sequence[Token], phrases: Sequence[Phrase], k: int) -> bool:
    """Whether `A and B` behind a comma is the subject that follows an adverbial: `in a letter to the ministry, A and B wrote`."""
    if not phrases[k - 1].preposition or not _is_finite_at(tokens, phrases[k + 1].end):
        return False
    return all(phrase.preposition for phrase in phrases[:k]) and not any(token.kind == "verb" for token in tokens[: phrases[k].start])


def with_definites(tokens: Sequence[Token], phrases: Sequence[Phrase]) -> tuple[Token, ...]:
    """Return the tokens, those definite that stand behind an article, a demonstrative or a possessor in their phrase."""
    marked = list(tokens)
    for phrase in phrases:
        is_definite = False
        for k in range(phrase.start, phrase.end):
            token = marked[k]
            if token.word.key == "of":
                is_definite = False
            elif token.word.key in _DEFINITE and token.kind == "particle":
                is_definite = True
            elif is_definite and token.kind in {"noun", "adjective"}:
                marked[k] = Token(token.span, in_place(token.word, token.kind, definite=True), token.kind)
            if token.word.enclitic == "'s":
                is_definite = True
    return tuple(marked)

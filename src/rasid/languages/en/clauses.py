# SPDX-License-Identifier: Apache-2.0
"""Find what happens in an English sentence and who and what depends on it.

A shallow analysis: verb groups and event nouns are heads; the noun phrases around them become subject, object and obliques
by their order and preposition. Subjects stand before the verb (relative, participial and coordinated clauses take theirs
from the clause they hang on), behind it after a quotation (`said X`); event nouns take `of`, possessors and what follows.
"""

from collections.abc import Iterator, Sequence
from typing import Final

from rasid.languages.en.groups import Group, find_groups
from rasid.languages.en.kinds import is_adverb, settle
from rasid.languages.en.phrases import find_phrases, make_phrase, with_definites
from rasid.languages.en.vocabulary import event_nouns, role_of, word_class
from rasid.records import Phrase, Predicate, Sentence, Span, Token

_STRONG_STOPS: Final = frozenset(";:.!?")
_QUOTES: Final = frozenset("\"“”«»‘’'")
_CLAUSE_OPENERS: Final = frozenset({"complementiser", "relative", "subordinator", "conditional"})
_REACH: Final = 34
_GOVERNORS: Final = 6
# Tokens between two phrases of a list: `, as well as`, `, together with`, brackets in between.
_JOINED_WITHIN: Final = 7
_SUBJECT_PRONOUNS: Final = frozenset({"they", "he", "she", "it"})
_EMPHATIC: Final = frozenset({"himself", "herself", "itself", "themselves"})
_CONTROLLING: Final = frozenset({"of", "for", "from", "with", "in", "into", "about", "against"})


def parse(sentence: Sentence) -> Sentence:
    """Return the sentence with settled kinds, phrases and predicates."""
    tokens = settle(sentence.tokens)
    phrases = find_phrases(tokens)
    tokens = with_definites(tokens, phrases)
    analysis = _Analysis(tokens, phrases)
    return Sentence(
        document_id=sentence.document_id, index=sentence.index, span=sentence.span, tokens=tokens, phrases=analysis.phrases,
        predicates=analysis.predicates(),
    )  # fmt: skip


class _Analysis:
    """One sentence while it is analysed."""

    def __init__(self, tokens: Sequence[Token], phrases: Sequence[Phrase]) -> None:
        self.tokens = tokens
        self.phrase_at: dict[int, Phrase] = {i: phrase for phrase in phrases for i in range(phrase.start, phrase.end)}
        self.groups = find_groups(tokens, self.phrase_at)
        self.group_at = {k: group for group in self.groups.values() for k in range(group.start, group.head + 1)}
        self.phrases = tuple(self._uncoordinated(phrases))
        self.phrase_at = {i: phrase for phrase in self.phrases for i in range(phrase.start, phrase.end)}
        self.clause_of = self._number_clauses()
        self.verbs: dict[int, Predicate] = {}

    def _uncoordinated(self, phrases: Sequence[Phrase]) -> Iterator[Phrase]:
        """The phrases; one behind `and` that is the subject of a new clause is joined to nothing: `shelled X and Y attacked Z`."""
        for k, phrase in enumerate(phrases):
            if not phrase.coordinated or not self._opens_clause(phrase):
                yield phrase
                continue
            first = k
            while first and phrases[first].coordinated:
                first -= 1
            if self._has_verb_over(phrases[first]):
                yield make_phrase(self.tokens, phrase.start, phrase.end)
            else:
                yield phrase

    def _opens_clause(self, phrase: Phrase) -> bool:
        group = self._group_behind(phrase.end)
        return group is not None and group.mood == "finite" and group.start <= phrase.end + 2

    def _has_verb_over(self, phrase: Phrase) -> bool:
        """Whether a verb before a phrase in its clause has it as object or oblique."""
        for k in range(phrase.start - 1, -1, -1):
            token = self.tokens[k]
            if token.word.form in _STRONG_STOPS or (token.kind == "conjunction" and role_of(token.word.key) in _CLAUSE_OPENERS):
                return False
            if token.kind == "verb" and self.groups[k].mood == "ing" and k == self.groups[k].start and self._ends_phrase(k - 1):
                continue  # `prisons housing fighters and their families are full`
            if token.kind == "verb":
                return self.groups[k].mood != "reduced" and token.word.verb not in word_class("reporting")
        return False

    def _group_behind(self, i: int) -> Group | None:
        """The verb group that begins at a token, adverbs and quotation marks stepped over."""
        while i < len(self.tokens) and (is_adverb(self.tokens[i]) or self.tokens[i].word.form in _QUOTES or self.tokens[i].word.key in _EMPHATIC):
            i += 1
        group = self.group_at.get(i)
        return group if group is not None and group.start == i else None

    def _is_copula(self, i: int) -> bool:
        token = self.tokens[i]
        return token.kind == "particle" and role_of(token.word.key) in {"auxiliary", "modal"} and i not in self.group_at

    def _number_clauses(self) -> list[int]:
        numbers: list[int] = []
        clause = 0
        for i, token in enumerate(self.tokens):
            opens = role_of(token.word.key) in _CLAUSE_OPENERS and token.kind == "conjunction"
            if i and (opens or token.word.form in _STRONG_STOPS):
                clause += 1
            numbers.append(clause)
        return numbers

    def predicates(self) -> tuple[Predicate, ...]:
        """Return verbs and event nouns in order of their heads; the verbs are read first, so that nouns know what governs them."""
        for i in sorted(self.groups):
            self.verbs[i] = self._verb(self.groups[i])
        found = list(self.verbs.values())
        nouns = event_nouns()
        for i, token in enumerate(self.tokens):
            if token.kind in {"noun", "adjective", "other"} and i in self.phrase_at and (token.word.key in nouns or token.word.lemma in nouns):
                found.append(self._event_noun(i))
        return tuple(sorted(found, key=lambda predicate: predicate.head))

    # --- verbs

    def _verb(self, group: Group) -> Predicate:
        reasons: list[str] = []
        bare, obliques = self._dependents(group.head + 1)
        if not bare and not group.passive:
            joined = self._joined_behind(group)
            if joined is not None:
                bare, obliques = self._dependents(joined.head + 1)
        subject, fronted = self._subject(group, bare, reasons)
        objects: tuple[Phrase, ...] = fronted
        if not objects and bare and bare[0] is not subject:
            objects = bare[0]
        if group.passive:
            objects = ()
        return Predicate(
            head=group.head, form="verb", voice="passive" if group.passive else "active", subject=subject, object=objects, obliques=obliques,
            negation=self._negation(group), governors=self._governors(group), clause=self.clause_of[group.head], reasons=tuple(reasons),
        )  # fmt: skip

    def _subject(
        self, group: Group, bare: Sequence[tuple[Phrase, ...]], reasons: list[str]
    ) -> tuple[tuple[Phrase, ...], tuple[Phrase, ...]]:
        """Subject of a verb, and its object where a relative pronoun stands for it."""
        if group.mood == "infinitive":
            return self._controlled(group, reasons), ()
        if group.mood == "ing":
            return self._participial(group, reasons), ()
        i = self._back(group.start - 1)
        if i >= 0 and self._is_relative(i):
            antecedent = self._antecedent(i)
            if antecedent:
                reasons.append("subject: antecedent of the relative clause")
                return antecedent, ()
        if group.mood == "reduced" and i in self.verbs and self.verbs[i].voice == "passive" and self.tokens[i].word.verb in word_class("finding"):
            reasons.append("subject: that of the verb of finding")  # `two men were found murdered`
            return self.verbs[i].subject, ()
        if group.mood == "finite" and bare and self._is_inverted(group, bare[0]):
            reasons.append("subject: behind the verb of saying")
            return bare[0], ()
        if i >= 0 and self.tokens[i].word.key in {"and", "but", "or"} and self.tokens[i].kind == "conjunction":
            shared = self._shared(group)
            if shared:
                reasons.append("subject: that of the verb before")
                return shared, ()
        if self._goes_on(group, i):
            shared = self._shared(group)
            if shared:
                reasons.append("subject: that of the verb before")
                return shared, ()
        found = self._bare_group_ending(i, group)
        if found:
            relative = self._back(found[0].start - 1)
            if relative >= 0 and (self._is_relative(relative) or self._is_object_relative(relative, group)) and self.tokens[relative].word.key != "whose":
                antecedent = self._antecedent(relative)
                if antecedent and not bare and not group.passive:
                    reasons.append("object: antecedent of the relative clause")
                    return found, antecedent
            reasons.append("subject: phrase before the verb")
            return found, ()
        if i >= 0 and self.tokens[i].kind == "pronoun":
            stood_for = self._stood_for(group, i)
            if stood_for:
                reasons.append(f"subject: that {self.tokens[i].word.form} stands for")
                return stood_for, ()
        elif i >= 0:
            shared = self._shared(group)
            if shared:
                reasons.append("subject: that of the verb before")
                return shared, ()
        return (), ()

    def _goes_on(self, group: Group, i: int) -> bool:
        """Whether a verb behind a comma is one more of a list of deeds: `took the town, killed two guards and burned a bank`."""
        if i < 1 or self.tokens[i].word.form != "," or group.start != group.head or group.mood != "finite" or self.tokens[group.head].word.verb in word_class("reporting"):
            return False
        before = self.phrase_at.get(i - 1)
        if before is None or self._is_time(before) or not self._has_verb_over(before):
            return False
        over = self._matrix(i)
        return over is not None and self.groups[over].mood == "finite" and not self.groups[over].passive and before in (*self.verbs[over].object, *self.verbs[over].obliques)

    def _joined_behind(self, group: Group) -> Group | None:
        """The verb that `and` joins right behind a verb, with which it shares its object: `killing and wounding civilians`."""
        if group.head + 1 >= len(self.tokens) or self.tokens[group.head + 1].word.key not in {"and", "or"}:
            return None
        other = self.group_at.get(group.head + 2)
        return other if other is not None and other.start == other.head and not other.passive and other.mood == group.mood else None

    def _stood_for(self, group: Group, i: int) -> tuple[Phrase, ...]:
        """What a pronoun before a verb stands for: the subject of the clause before, in one sentence."""
        key = self.tokens[i].word.key
        if key not in _SUBJECT_PRONOUNS or self.tokens[group.head].word.verb in word_class("reporting"):
            return ()
        for k in sorted(self.verbs, reverse=True):
            if k >= group.head or self.groups[k].mood != "finite" or not self.verbs[k].subject:
                continue
            subject = self.verbs[k].subject
            is_plural = len(subject) > 1 or self.tokens[subject[0].head].word.plural
            reports = self.tokens[k].word.verb in word_class("reporting")
            return subject if is_plural == (key == "they") and not (reports and key == "they") else ()
        first = next((phrase for phrase in self.phrases if not self._is_time(phrase)), None)
        if first is None or first.preposition or first.end > i or any(k < group.head for k in self.verbs if self.groups[k].mood == "finite"):
            return ()
        return (first,) if self.tokens[first.head].word.plural == (key == "they") else ()

    def _back(self, i: int) -> int:
        while i >= 0 and (self.tokens[i].word.form in _QUOTES or is_adverb(self.tokens[i])):
            i -= 1
        return i

    def _is_relative(self, i: int) -> bool:
        token = self.tokens[i]
        if token.kind != "conjunction":
            return False
        if role_of(token.word.key) == "relative":
            return True
        return token.word.key == "that" and i > 0 and i - 1 in self.phrase_at and self.phrase_at[i - 1].end == i and self._group_behind(i + 1) is not None

    def _is_object_relative(self, i: int, group: Group) -> bool:
        """Whether `that` at `i` stands for the object of a verb that must have one: `the town that rebels captured`, not `said that ...`."""
        if self.tokens[i].word.key != "that" or i - 1 not in self.phrase_at or self.tokens[group.head].word.verb not in word_class("passive_without_object"):
            return False
        over = self._matrix(i)
        return over is None or self.tokens[over].word.verb not in word_class("reporting") | word_class("object_control")

    def _antecedent(self, relative: int) -> tuple[Phrase, ...]:
        k = relative - 1
        while k >= 0 and (self.tokens[k].word.form in _QUOTES or self.tokens[k].word.form == "," or self.tokens[k].kind == "preposition"):
            k -= 1
        phrase = self.phrase_at.get(k)
        if phrase is None:
            return ()
        if self.tokens[relative].word.key in {"who", "whom"} and self.tokens[phrase.head].kind == "other" and phrase.preposition in {"in", "from", "at"}:
            outer = self.phrase_at.get(phrase.start - 2)
            if outer is not None:
                return (outer,)
        return (phrase,)

    def _is_inverted(self, group: Group, first: tuple[Phrase, ...]) -> bool:
        """Whether the phrase behind a verb of saying is its speaker: `“...,” said X`, `in Idlib said X head of Y`."""
        if self.tokens[group.head].word.verb not in word_class("inverting") or group.start != group.head:
            return False
        if first[0].start != group.head + 1 or self._group_behind(first[-1].end) is not None or self._is_copula_at(first[-1].end):
            return False
        if group.start and self.tokens[group.start - 1].word.form in ",\"”’'":
            return True
        i = self._back(group.start - 1)
        if i < 0:
            return False
        before = self.phrase_at.get(i)
        return before is None or bool(before.preposition) or not self._bare_group_ending(i, group) or self._has_verb_over(before)

    def _is_copula_at(self, i: int) -> bool:
        return i < len(self.tokens) and self._is_copula(i)

    def _bare_group_ending(self, i: int, group: Group) -> tuple[Phrase, ...]:
        """The coordinated bare phrases before a verb, with their obliques, relative clauses and appositions stepped over."""
        k = i
        while k >= 0 and group.head - k <= _REACH:
            token = self.tokens[k]
            inner = self.group_at.get(k)
            if inner is not None:
                k = self._before_inner_clause(inner)
                continue
            if token.word.form in _STRONG_STOPS or token.word.form in "–—" or self._is_copula(k) or token.kind == "pronoun":
                return ()
            if token.kind == "conjunction" and (role_of(token.word.key) in _CLAUSE_OPENERS):
                return ()
            phrase = self.phrase_at.get(k)
            if phrase is None:
                if token.word.key in {"and", "but", "or"} and token.kind == "conjunction" and not self._ends_phrase(k - 1):
                    return ()
                k -= 1
                continue
            if not phrase.preposition and not self._is_time(phrase):
                over = self._relative_verb_over(phrase)
                if over is None:
                    return self._with_coordinates(self._before_apposition(phrase, group))
                k = self._before_inner_clause(over)
                continue
            k = phrase.start - 1
        return ()

    def _relative_verb_over(self, phrase: Phrase) -> Group | None:
        """The verb of a relative or participial clause that has a phrase right behind it as object: `gunmen who stormed the prison freed ...`."""
        while phrase.coordinated and (before := self._joined_before(phrase)) is not None:
            phrase = before
        group = self.group_at.get(phrase.start - 1)
        if group is not None and group.mood == "reduced" and self.tokens[group.head].word.verb in word_class("naming"):
            return group  # `a witness named Ahmad said`
        if group is None or group.passive or self.tokens[group.head].word.verb in word_class("reporting"):
            return None
        i = self._back(group.start - 1)
        if group.mood == "ing" and group.start == group.head and i in self.phrase_at and self.tokens[group.head].word.verb not in word_class("result_participle"):
            return group
        enclosed = i > 0 and self.tokens[i].word.form == "," and phrase.end < len(self.tokens) and self.tokens[phrase.end].word.form == ","
        if group.mood == "ing" and group.start == group.head and enclosed and i - 1 in self.phrase_at:
            return group  # `gunmen, using rockets, attacked the post`
        return group if i >= 0 and self._is_relative(i) else None

    def _ends_phrase(self, i: int) -> bool:
        return i in self.phrase_at

    def _before_inner_clause(self, inner: Group) -> int:
        """Token index from which to look on to the left of a verb that belongs to a clause inside the subject, or -1."""
        if inner.mood in {"reduced", "ing", "infinitive"}:
            return inner.start - 1
        k = self._back(inner.start - 1)
        if k >= 0 and self._is_relative(k):
            return k - 1
        phrase = self.phrase_at.get(k)
        if phrase is not None and not phrase.preposition:
            relative = self._back(phrase.start - 1)
            if relative >= 0 and self._is_relative(relative):
                return relative - 1
        return -1

    def _before_apposition(self, phrase: Phrase, group: Group) -> Phrase:
        """The phrase that an apposition between commas explains: `the SDF, a Kurdish-led force, said`."""
        k = phrase.start - 1
        behind = phrase.end < len(self.tokens) and self.tokens[phrase.end].word.form == "," and phrase.end < group.start
        if k > 0 and self.tokens[k].word.form == "," and behind:
            before = self.phrase_at.get(k - 1)
            if before is not None and not before.preposition and not self._is_time(before) and not self._has_verb_over(before):
                return self._named(before, phrase)
        return phrase

    def _named(self, title: Phrase, name: Phrase) -> Phrase:
        """A title and the name in commas behind it as one phrase (`the president, Bashar al-Assad, said`); else what stands first."""
        is_name = all(self.tokens[k].word.form[0].isupper() for k in range(name.start, name.end))
        is_title = self.tokens[title.head].kind == "noun" and self.tokens[title.head].word.form[0].islower()
        if not (is_name and is_title):
            return title
        return Phrase(start=title.start, end=name.end, head=title.head, span=Span(title.span.start, name.span.end))

    def _with_coordinates(self, last: Phrase) -> tuple[Phrase, ...]:
        group = [last]
        while group[0].coordinated:
            before = self._joined_before(group[0])
            if before is None:
                break
            group.insert(0, before)
        return () if group[0].preposition else tuple(group)

    def _joined_before(self, phrase: Phrase) -> Phrase | None:
        """The phrase that `and`, a comma, both of them or `together with` joins a phrase to."""
        return next((self.phrase_at[k] for k in range(phrase.start - 1, max(-1, phrase.start - _JOINED_WITHIN), -1) if k in self.phrase_at), None)

    def _is_time(self, phrase: Phrase) -> bool:
        words = [self.tokens[k].word for k in (phrase.head, phrase.start) if k == phrase.head or not self.tokens[k].word.enclitic]
        if words[0].key == "times" and words[0].form[0].isupper():
            return False  # `The New York Times`
        return any(word.key in word_class("time_head") or word.lemma in word_class("time_head") or word.key in word_class("calendar") for word in words)

    def _shared(self, group: Group) -> tuple[Phrase, ...]:
        """The subject of the verb before, for a verb joined to it: `destroyed a base and killed ten`."""
        i = self._back(group.start - 1)
        if i < 0 or self.tokens[i].word.key not in {"and", "but", "or", ",", ";", "then"}:
            return ()
        if self.tokens[group.head].word.verb in word_class("reporting"):
            said = self._said_before(group)  # `denied that its operation had helped them, and accused ...`
            if said is not None and said.subject:
                return said.subject
        for k in sorted(self.verbs, reverse=True):
            if k < group.head and self.groups[k].mood in {"finite", "reduced"} and self.verbs[k].subject:
                return self.verbs[k].subject
        return ()

    def _matrix(self, i: int) -> int | None:
        """The verb that a non-finite verb at `i` hangs on: the nearest before it that is finite or hangs itself on one."""
        for k in range(i - 1, max(-1, i - _REACH), -1):
            if k in self.verbs:
                return k
            if self.tokens[k].word.form in ";":
                return None
        return None

    def _controlled(self, group: Group, reasons: list[str]) -> tuple[Phrase, ...]:
        """Subject of `to` and a verb: the object of a verb of ordering, else the subject of the verb above."""
        i = self._back(group.start - 1)
        if i > 0 and self.tokens[i].word.key in {"and", "or", ","}:
            before = self._matrix(i)
            if before is not None and self.groups[before].mood == "infinitive":
                return self.verbs[before].subject
        phrase = self.phrase_at.get(i)
        if phrase is not None and phrase.preposition == "for" and phrase.end == i + 1:
            reasons.append("subject: phrase behind for")
            return (phrase,)
        matrix = self._matrix(group.start)
        if matrix is None:
            return ()
        over = self.verbs[matrix]
        is_ordered = self.tokens[matrix].word.verb in word_class("object_control")
        if is_ordered and over.voice == "active":
            on = tuple(phrase for phrase in over.obliques if phrase.preposition in {"on", "upon"})[:1]
            if over.object or on:
                reasons.append("subject: object of the verb above")
                return on or over.object
        reasons.append("subject: that of the verb above")
        return over.subject

    def _participial(self, group: Group, reasons: list[str]) -> tuple[Phrase, ...]:
        """Subject of a verb on -ing without auxiliary."""
        i = self._back(group.start - 1)
        if i < 0:
            return self._main_subject_behind(group)
        if self.tokens[i].word.key in {"and", "or"}:
            before = self._matrix(i)
            if before is not None and self.groups[before].mood == "ing":
                return self.verbs[before].subject
        matrix = self._matrix(group.start)
        over = self.verbs.get(matrix) if matrix is not None else None
        if self.tokens[i].kind == "preposition":
            held = self._held(i) if self.tokens[i].word.key == "for" else ()
            if held:
                reasons.append("subject: whom the noun of custody is of")
                return held
            if over is None:
                return self._main_subject_behind(group)
            if self.tokens[over.head].word.verb in word_class("object_control") and self.tokens[i].word.key in _CONTROLLING:
                return over.object if over.voice == "active" else over.subject
            return over.subject
        is_result = self.tokens[group.head].word.verb in word_class("result_participle")
        if over is not None and self.tokens[group.head].word.verb in word_class("reporting"):
            is_result = True
            over = self._said_before(group) or over
        phrase = self.phrase_at.get(i)
        if phrase is not None and not is_result and not self._is_time(phrase):
            reasons.append("subject: noun before the participle")
            return self._with_coordinates(phrase) or (phrase,)
        if over is None or (over.voice == "passive" and is_result):
            return ()
        reasons.append("subject: that of the verb above")
        return over.subject

    def _held(self, at: int) -> tuple[Phrase, ...]:
        """Whom `the arrest of two men and a boy for killing` is of: they did what stands behind `for`."""
        last = self.phrase_at.get(at - 1)
        if last is None:
            return ()
        group = [last]
        while group[0].coordinated and (before := self._joined_before(group[0])) is not None:
            group.insert(0, before)
        first = group[0]
        for k in range(first.start, first.end - 2):
            if self.tokens[k].word.key in word_class("custody_noun") and self.tokens[k + 1].word.key == "of":
                return (make_phrase(self.tokens, k + 2, first.end), *group[1:])
        return ()

    def _said_before(self, group: Group) -> Predicate | None:
        """The verb whose subject a participle of saying goes on from: the last that reports, else the nearest finite one."""
        finite = [self.verbs[k] for k in sorted(self.verbs, reverse=True) if k < group.head and self.groups[k].mood == "finite"]
        reporting = (found for found in finite if found.subject and found.voice == "active" and self.tokens[found.head].word.verb in word_class("reporting"))
        return next(reporting, finite[0] if finite else None)

    def _main_subject_behind(self, group: Group) -> tuple[Phrase, ...]:
        for k in sorted(self.groups):
            if k > group.head and self.groups[k].mood == "finite":
                return self._bare_group_ending(self._back(self.groups[k].start - 1), self.groups[k])
        return ()

    def _dependents(self, start: int) -> tuple[list[tuple[Phrase, ...]], tuple[Phrase, ...]]:
        """Bare groups and obliques from a token on, up to the next verb or clause."""
        bare: list[tuple[Phrase, ...]] = []
        obliques: list[Phrase] = []
        last_slot: list[Phrase] | None = None
        crossed_comma = False
        i = start
        while i < len(self.tokens) and i - start <= _REACH:
            phrase = self.phrase_at.get(i)
            if phrase is None:
                if self._stops(i):
                    break
                crossed_comma = crossed_comma or self.tokens[i].word.form == ","
                i += 1
                continue
            if phrase.start < start:
                i = phrase.end
                continue
            i = phrase.end
            if phrase.coordinated and last_slot is not None:
                last_slot.append(phrase)
                if not phrase.preposition and bare:
                    bare[-1] = tuple(last_slot)
                elif phrase.preposition:
                    obliques.append(phrase)
                continue
            if phrase.preposition:
                last_slot = [phrase]
                obliques.append(phrase)
                continue
            if self._is_time(phrase):
                last_slot = None
                continue
            if bare or crossed_comma or obliques or self._is_subject_of_next(phrase):
                break
            last_slot = [phrase]
            bare.append((phrase,))
        return bare, tuple(obliques)

    def _is_subject_of_next(self, phrase: Phrase) -> bool:
        """Whether a finite verb follows that needs the phrase as its subject: `said the army shelled`."""
        end = phrase.end
        if self._relative_verb_over(phrase) is not None:
            return False
        while end + 1 < len(self.tokens) and self.tokens[end].word.key in {"and", "or", ","} and end + 1 in self.phrase_at and self.phrase_at[end + 1].coordinated:
            end = self.phrase_at[end + 1].end
        if self._is_copula_at(end):
            return True
        group = self._group_behind(end)
        return group is not None and group.mood == "finite" and self.tokens[group.head].word.verb not in word_class("reporting")

    def _stops(self, i: int) -> bool:
        token = self.tokens[i]
        if i in self.group_at or token.word.form in _STRONG_STOPS or self._is_copula(i) or (token.kind == "particle" and token.word.key == "to"):
            return True
        if token.kind == "conjunction" and role_of(token.word.key) == "coordinator":
            behind = self.phrase_at.get(i + 1)
            if behind is not None and not behind.coordinated and self._opens_clause(behind):
                return True
        if token.kind == "pronoun" and role_of(token.word.key) == "personal":
            return self._group_behind(i + 1) is not None or self._is_copula_at(i + 1)
        return token.kind == "conjunction" and role_of(token.word.key) in _CLAUSE_OPENERS

    # --- event nouns

    def _event_noun(self, head: int) -> Predicate:
        phrase = self.phrase_at[head]
        of = next((k for k in range(head + 1, phrase.end) if self.tokens[k].word.key == "of"), None)
        reasons: list[str] = []
        complement: tuple[Phrase, ...] = ()
        if of is not None and of + 1 < phrase.end:
            inner = make_phrase(self.tokens, of + 1, phrase.end)
            complement = (inner, *self._coordinates_of(phrase))
            reasons.append("object: of the event noun")
        first = phrase.start
        while first < head and self.tokens[first].kind == "particle":
            first += 1
        start = max((k + 1 for k in range(first, head) if self.tokens[k].word.key == "of"), default=first)
        subject = (make_phrase(self.tokens, start, head),) if start < head else ()
        _, obliques = self._dependents(phrase.end)
        if complement:
            obliques = tuple(oblique for oblique in obliques if oblique not in complement)
        obliques = (*obliques, *(oblique for oblique in self._obliques_over(phrase) if oblique not in obliques and oblique not in complement))
        negation, governors = self._noun_governors(head, phrase)
        return Predicate(
            head=head, form="verbal_noun", subject=subject, object=complement, obliques=obliques, negation=negation, governors=governors,
            clause=self.clause_of[head], reasons=tuple(reasons),
        )  # fmt: skip

    def _obliques_over(self, phrase: Phrase) -> tuple[Phrase, ...]:
        """What stands behind a verb that only says that its subject came about: `clashes broke out between`, `was carried out by`."""
        for head, predicate in self.verbs.items():
            if head < phrase.end or phrase not in predicate.subject or self.groups[head].mood != "finite":
                continue
            verb = self.tokens[head].word.verb
            if (predicate.voice == "passive" and verb in word_class("support_act")) or (verb in word_class("occurring") and not predicate.object):
                return predicate.obliques
        return ()

    def _coordinates_of(self, phrase: Phrase) -> tuple[Phrase, ...]:
        following = self.phrase_at.get(phrase.end + 1)
        if following is None or not following.coordinated or any(token.word.key in event_nouns() for token in self.tokens[following.start : following.end]):
            return ()
        return (following,)

    # --- what stands over a head

    def _negation(self, group: Group) -> int | None:
        if group.negation is not None:
            return group.negation
        i = self._back(group.start - 1)
        if i >= 0 and self.tokens[i].word.key == "without" and group.mood == "ing":
            return i
        if group.mood == "infinitive" and i in self.verbs and self.verbs[i].negation is not None and self.tokens[i].word.verb not in word_class("attempt"):
            return self.verbs[i].negation
        for phrase in (self.phrase_at.get(i),):
            if phrase is not None and self.tokens[phrase.start].word.key == "no":
                return phrase.start
        return None

    def _governors(self, group: Group) -> tuple[int, ...]:
        found = list(group.modals)
        if group.mood in {"infinitive", "ing"}:
            found.extend(self._above(group))
        elif group.mood == "finite":
            found.extend(self._clause_opener(group))
        return tuple(dict.fromkeys(found))[:_GOVERNORS]

    def _above(self, group: Group) -> Iterator[int]:
        """What a non-finite verb hangs on: the verb, noun or adjective before it, and what stands over that."""
        i = self._back(group.start - 1)
        if i < 0:
            return
        if self.tokens[i].word.key in {"and", "or", ","} and group.mood == "infinitive":
            before = self._matrix(i)
            if before is not None:
                yield from self.verbs[before].governors
            return
        if self.tokens[i].kind == "preposition":
            yield i
            i -= 1
        elif group.mood == "ing" and i not in self.verbs:
            return
        if i in self.verbs:
            yield i
            yield from self.verbs[i].governors
            return
        if self.tokens[i].kind == "adjective":
            yield i
        phrase = self.phrase_at.get(i)
        if phrase is not None:
            yield phrase.head
            if phrase.start and self.tokens[phrase.start - 1].kind == "preposition":
                yield phrase.start - 1
        matrix = self._matrix(group.start)
        if matrix is not None and (phrase is None or phrase in self.verbs[matrix].object or phrase in self.verbs[matrix].obliques or phrase in self.verbs[matrix].subject):
            yield matrix
            yield from self.verbs[matrix].governors

    def _clause_opener(self, group: Group) -> Iterator[int]:
        """The conjunction that opens the clause of a finite verb where it makes it conditional, and the verb of fearing over `that`."""
        for k in range(group.start - 1, max(-1, group.start - 14), -1):
            token = self.tokens[k]
            if token.word.form in _STRONG_STOPS:
                return
            role = role_of(token.word.key)
            if token.kind == "conjunction" and role in {"conditional", "complementiser", "subordinator", "relative"}:
                if role == "conditional" or token.word.key == "whether":
                    yield k
                elif role == "complementiser":
                    yield from self._over_that(k)
                return
            if k in self.verbs and self.groups[k].mood == "finite":
                if self.tokens[k].word.verb in word_class("fear") | word_class("expectation"):
                    yield k
                return

    def _over_that(self, at: int) -> Iterator[int]:
        i = self._back(at - 1)
        if i in self.verbs:
            yield i
        elif i in self.phrase_at:
            yield self.phrase_at[i].head

    def _noun_governors(self, head: int, phrase: Phrase) -> tuple[int | None, tuple[int, ...]]:
        negation: int | None = None
        found: list[int] = []
        for k in range(head - 1, phrase.start - 1, -1):
            if self.tokens[k].word.key == "no":
                negation = k
            elif self.tokens[k].word.key != "of":
                found.append(k)
        k = phrase.start - 1
        if k >= 0 and self.tokens[k].kind == "preposition":
            if self.tokens[k].word.key == "without":
                negation = k
            found.append(k)
            before = self.phrase_at.get(k - 1)
            if before is not None and before.end == k and self.tokens[k].word.key in {"of", "for", "at", "about", "over", "against", "to", "on"}:
                found.append(before.head)
                phrase = before
        over = self._verb_over(phrase)
        if over is not None:
            # `the attack would not stop Turkey`: what an attack prevents or brings about says nothing of the attack.
            if over.voice == "passive" or not over.object or phrase not in over.subject:
                found.append(over.head)
                found.extend(over.governors)
            reports = self.tokens[over.head].word.verb in word_class("reporting")
            is_own = phrase in over.object or (phrase in over.subject and not over.object)
            if negation is None and over.negation is not None and not reports and is_own:
                negation = over.negation
        return negation, tuple(dict.fromkeys(found))[:_GOVERNORS]

    def _verb_over(self, phrase: Phrase) -> Predicate | None:
        """The verb that has a phrase as its object, oblique or subject, the nearest before it first."""
        behind: Predicate | None = None
        for head in sorted(self.verbs, reverse=True):
            predicate = self.verbs[head]
            if phrase in predicate.object or (phrase in predicate.obliques and head < phrase.start):
                return predicate
            if phrase in predicate.subject and head > phrase.start and self.groups[head].mood == "finite":
                behind = predicate
        return behind

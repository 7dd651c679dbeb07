# SPDX-License-Identifier: Apache-2.0
"""Find what happens in a sentence and who and what depends on it.

A shallow analysis: finite verbs and verbal nouns are heads; the noun phrases around them become subject, object and
obliques by order, agreement and preposition. Arabic news puts the verb first (verb, subject, object) or the subject first
behind `أن / إن` and in headlines; a relative clause takes its subject from the noun before it.
"""

from collections.abc import Sequence
from itertools import accumulate
from typing import Final, Literal

from msgspec.structs import replace

from rasid.languages.ar import lemmas
from rasid.languages.ar.phrases import (
    SELF,
    find_phrases,
    has_conjunction,
    is_accusative,
    is_name_of_its_own,
    is_year,
    make_phrase,
    names_time,
    remarks_on_all,
    role_of,
    says_where,
    settle,
    titles,
    word_class,
)
from rasid.languages.ar.vocabulary import nouns
from rasid.records import Phrase, Predicate, Sentence, Token, Word
from rasid.spelling import fold

_STRONG_STOPS: Final = frozenset("؛;:.!?؟")
_QUOTES: Final = frozenset("\"“”«»‘’'()[]")
_CLAUSE_OPENERS: Final = frozenset({"complementiser", "relative", "subordinator", "conditional"})
# Longest remark between commas that a verb's object may stand behind.
_REMARK: Final = 10
# Masculine singulars that news strikes or names often; other nouns without ة may be feminine by use (حرب, سوق).
_MASCULINE: Final = frozenset({
    "جيش", "طيران", "مطار", "سجن", "مخيم", "مقر", "موقع", "مبني", "منزل", "حي", "ريف", "مشفي", "معبر", "جسر", "مركز", "طريق", "معسكر", "حاجز", "شارع",
    "خط", "محور", "مستودع", "ميناء", "لواء", "فوج",
})  # fmt: skip
# Kin in the masculine, who with a pronoun are no subject of a feminine verb.
_KINSMEN: Final = frozenset({
    "شقيق", "ابن", "نجل", "والد", "زوج", "حفيد", "عم", "خال", "طفل", "رضيع", "صهر", "قريب", "مرافق", "سايق", "نايب", "شقيقي", "والدي",
})  # fmt: skip
# Prepositions with a pronoun that single out a part of those told before.
_AMONG: Final = frozenset({"بينهم", "بينها", "بينهن", "بينهما", "منهم", "منها", "ضمنهم", "ضمنها"})
_PRONOUNS: Final = ("ه", "ها", "هم", "هن", "هما")
_REFLEXIVE: Final = frozenset(
    prefix + noun + pronoun for noun in ("نفس", "ذات", "دور", "وحد", "أنفس", "مصدر") for pronoun in _PRONOUNS for prefix in ("", "ب", "ل")
) | frozenset(noun + pronoun for noun in ("حتف", "مصرع", "حيات", "أرواح", "أنفاس", "ضحيت") for pronoun in _PRONOUNS)
_OTHERS: Final = frozenset({"اخر", "اخري", "اخرين", "اخرون", "اخريات"})
_RELATIVE_GENDER: Final = {"الذي": "m", "التي": "f"}
# Person of the verbs whose subject a pronoun on `أن / إن` is.
_SUBJECT_PRONOUNS: Final = {"ها": ("3fs",), "هم": ("3mp", "3ms", "3fs"), "هما": ("3md", "3fd"), "هن": ("3fp",)}
# Phrases back to which the antecedent of a relative clause may stand.
_ANTECEDENTS: Final = 3
# Tokens within which a dateline ends.
_DATELINE: Final = 6
# `ثلاث مرات`: how often.
_TIMES_OVER: Final = frozenset({"مره", "مرات", "مرتين", "مرتان"})
_DESCRIBED: Final = "subject: indefinite noun that the clause describes"
# `القبائل هي التي ارتكبت`: the pronoun only lifts out who did it.
_IT_IS: Final = frozenset({"هو", "هي", "هم"})
# Verbal nouns that have who undergoes them as genitive and no object.
_SUFFERED: Final = frozenset({"مقتل", "مصرع", "وفاه", "استشهاد", "اصابه", "اصابات", "جرح", "سقوط", "وقوع", "موت", "نجاه", "فقدان"})
# Prepositions of who does a deed, and with what.
_OF_DOERS: Final = frozenset({"ل", "من", "من قبل", "ب"})
# Tokens between a deed and the verb that says what it reached.
_DEED_REACH: Final = 12
# How far a dependent may stand from its head, in tokens: nine in ten subjects and objects of news sentences stand nearer.
_REACH: Final = 30


def parse(sentence: Sentence) -> Sentence:
    """Return the sentence with settled kinds, phrases and predicates."""
    tokens = settle(sentence.tokens)
    phrases = find_phrases(tokens)
    analysis = _Analysis(tokens, phrases)
    return Sentence(
        document_id=sentence.document_id, index=sentence.index, span=sentence.span, tokens=tokens, phrases=phrases,
        predicates=analysis.predicates(),
    )  # fmt: skip


class _Dependents:
    """What depends on one head, while it is gathered."""

    __slots__ = ("bare", "deed_between", "obliques", "slot")

    def __init__(self) -> None:
        self.bare: list[tuple[Phrase, ...]] = []
        self.obliques: list[Phrase] = []
        self.slot: list[Phrase] | None = None
        """The phrases to which one that `و` joins is added."""
        self.deed_between = False
        """Whether an oblique names a deed, which has objects of its own."""

    def join(self, phrase: Phrase) -> None:
        """Add a phrase that `و` joins to the last."""
        self.slot = [*(self.slot or ()), phrase]
        if not phrase.preposition and self.bare:
            self.bare[-1] = tuple(self.slot)
        else:
            self.obliques.append(phrase)


class _Analysis:
    """One sentence while it is analysed."""

    def __init__(self, tokens: Sequence[Token], phrases: Sequence[Phrase]) -> None:
        self.tokens = tokens
        self.phrases = phrases
        self.phrase_at: dict[int, Phrase] = {i: phrase for phrase in phrases for i in range(phrase.start, phrase.end)}
        self.roles = [role_of(token.word.key) for token in tokens]
        self.stops = [
            token.kind == "verb" or token.word.form in _STRONG_STOPS or (token.kind == "conjunction" and (role in _CLAUSE_OPENERS or token.word.key == "لكن"))
            for token, role in zip(tokens, self.roles, strict=True)
        ]  # fmt: skip
        """Of each token whether nothing behind it depends on what stands before it."""
        self.clause_of = self._number_clauses()
        self.verbs: dict[int, Predicate] = {}

    def _number_clauses(self) -> list[int]:
        opens = [
            token.word.form in _STRONG_STOPS or (role in _CLAUSE_OPENERS if token.kind == "conjunction" else token.kind == "verb" and has_conjunction(token))
            for token, role in zip(self.tokens, self.roles, strict=True)
        ]  # fmt: skip
        return list(accumulate(map(int, opens[1:]), initial=0))

    def predicates(self) -> tuple[Predicate, ...]:
        """Return the verbs first read, so that verbal nouns know what governs them, in order of their heads."""
        found: list[Predicate] = []
        for i, token in enumerate(self.tokens):
            if token.kind == "verb":
                self.verbs[i] = self._verb(i)
        found.extend(self.verbs.values())
        for i, token in enumerate(self.tokens):
            if token.kind == "noun" and token.word.key in lemmas.verbal_nouns() and token.word.key not in word_class("thing_noun"):
                found.append(self._verbal_noun(i))
        return tuple(sorted(found, key=lambda predicate: predicate.head))

    # --- verbs

    def _verb(self, head: int) -> Predicate:
        token = self.tokens[head]
        reasons: list[str] = []
        before = self._subject_before(head, reasons)
        bare, obliques = self._dependents(head)
        if before and bare and (
            self._opens_complement(bare[0][-1].end) or self._points_back(head, before) or self._starts_anew(head, bare[0])
            or self._acts_on_itself(bare[0])
        ):
            before, reasons = (), []
        subject, objects = (before, bare[0] if bare else ()) if before else (bare[0] if bare else (), bare[1] if len(bare) > 1 else ())
        if token.word.enclitic and reasons[-1:] == ["subject: antecedent of the relative clause"]:
            objects = ()  # `القوات التي اقتحمته`: the pronoun is the object
        told_of = not before and self._has_pronoun_subject(head)
        if before and reasons[-1:] == ["antecedent is the object"]:
            subject, objects = (bare[0] if bare else ()), before
        elif before and not bare and reasons[-1:] == [_DESCRIBED] and self._takes_back(head, before[0]):
            subject, objects, reasons = (), before, ["object: what the clause describes"]  # `قصف مدفعي نفذته على البلدة`
        elif not before and subject:
            oblique = self._is_oblique_plural(head, subject[0])
            if len(bare) > 1 and oblique:
                bare = [subject]
            hides = (
                told_of or oblique or token.word.person.startswith("1") or token.word.plural or self._is_own_deed(subject[0])
                or self._clashes(head, subject)
            )  # fmt: skip
            if len(bare) < 2 and hides:  # noqa: PLR2004
                subject, objects = (), subject
                reasons.append("object: the verb hides its subject")
            else:
                reasons.append("subject: first bare phrase behind the verb")
        voice: Literal["active", "passive"] = "passive" if token.word.voice == "passive" else "active"
        negation, governors = self._governors(head)
        return Predicate(
            head=head, form="verb", voice=voice, subject=subject, object=objects, obliques=obliques, negation=negation, governors=governors,
            clause=self.clause_of[head], reasons=tuple(reasons),
        )  # fmt: skip

    def _has_pronoun_subject(self, head: int) -> bool:
        """Whether a pronoun on `أن / إن` is the subject of a verb: `أكدت أنها تساند الحكومة`; `أنه` may stand for nobody and does not count."""
        i = head - 1
        while i >= 0 and (self.tokens[i].kind == "particle" or self._is_auxiliary(i)):
            i -= 1
        if i < 0 or role_of(self.tokens[i].word.key) != "complementiser":
            return False
        return self.tokens[head].word.person in _SUBJECT_PRONOUNS.get(self.tokens[i].word.enclitic, ())

    def _clashes(self, head: int, group: tuple[Phrase, ...]) -> bool:
        """Whether a phrase right behind a verb cannot be its subject by gender: `استهدف الميليشيات`, `قصفت المطار`."""
        person = self.tokens[head].word.person
        noun = self.tokens[group[0].head].word
        if person == "3fs" and group[0].start == head + 1 and noun.enclitic and noun.key in _KINSMEN and len(group) == 1:
            return True  # `داهمت المنزل واعتقلت شقيقه`
        if group[0].start != head + 1 or group[0].head != group[0].start or "ال" not in noun.proclitics or len(group) > 1:
            return False
        if person == "3ms":
            is_broken = self._may_be_broken_plural(noun) and not noun.key.endswith("ات")  # `اعتصم الأساتذة`
            return noun.feminine and not is_broken and noun.key not in word_class("vague_count")  # `تظاهر المئات`
        is_singular = lemmas.is_word(noun.stem) and not self._may_be_broken_plural(noun) and not noun.plural
        return person == "3fs" and is_singular and not noun.feminine and noun.key not in lemmas.verbal_nouns() and noun.key in _MASCULINE

    def _is_oblique_plural(self, head: int, phrase: Phrase) -> bool:
        """Whether people are told in the case of an object, so that they do not do what the verb tells: `واعتقلت الشابين`."""
        word = self.tokens[phrase.start].word
        if phrase.start > head + 2 or phrase.start != phrase.head or not word.stem.endswith("ين") or word.enclitic:
            return False
        return any(word.key in word_class(name) for name in ("civilian", "detainee", "journalist", "protester")) and fold(word.stem[:-2]) in nouns()

    def _takes_back(self, head: int, phrase: Phrase) -> bool:
        """Whether the pronoun of a verb stands for the deed that its clause describes, so that the deed is what is done."""
        pronoun = self.tokens[head].word.enclitic
        word = self.tokens[phrase.head].word
        return self._is_deed(phrase) and pronoun == ("ها" if word.feminine or self._may_be_broken_plural(word) else "ه")

    def _is_own_deed(self, phrase: Phrase) -> bool:
        """Whether a phrase is a verbal noun with a pronoun, so that its owner is the hidden subject: `جدد غاراته`."""
        word = self.tokens[phrase.head].word
        return bool(word.enclitic) and word.key in lemmas.verbal_nouns()

    def _acts_on_itself(self, behind: tuple[Phrase, ...]) -> bool:
        """Whether the phrase behind a verb does to itself what the verb tells: `فجر انتحاري نفسه`."""
        i = behind[-1].end
        return i < len(self.tokens) and self.tokens[i].word.form in SELF

    def _starts_anew(self, head: int, behind: tuple[Phrase, ...]) -> bool:
        """Whether a verb right behind a comma names a titled subject of its own: `...، يسعى رئيس اللجنة`."""
        return head > 0 and self.tokens[head - 1].word.form in "،," and behind[0].start == head + 1 and self._is_title(behind[0])

    def _points_back(self, head: int, before: tuple[Phrase, ...]) -> bool:
        """Whether a verb carries a pronoun for the bare phrase before it, so that its subject follows: `قصف شنته القوات`."""
        if head + 1 < len(self.tokens) and self._is_resumptive(head + 1):
            return True
        relative = any(role_of(self.tokens[k].word.key) == "relative" for k in range(before[-1].end, head))
        return bool(self.tokens[head].word.enclitic) and not relative

    def _is_resumptive(self, i: int) -> bool:
        """Whether a token is a preposition with a pronoun that points back: `عليها`, `فيه`; `آلية` is no `إليه`."""
        return self.tokens[i].kind != "noun" and role_of(self.tokens[i].word.key) == "resumptive"

    def _opens_complement(self, i: int) -> bool:
        """Whether a clause of `أن / إن` begins at a token, a time or a comma stepped over: `قال المتحدث، أمس، إن`."""
        for k in range(i, min(i + 6, len(self.tokens))):
            token = self.tokens[k]
            if role_of(token.word.key) == "complementiser" or token.word.form == ":":
                return not has_conjunction(token)
            if token.kind not in {"punctuation", "preposition"} and k not in self.phrase_at:
                return False
        return False

    def _subject_before(self, head: int, reasons: list[str]) -> tuple[Phrase, ...]:
        i = head - 1
        while i >= 0 and (self.tokens[i].kind == "particle" or self.tokens[i].word.form in _QUOTES or self._is_auxiliary(i)):
            i -= 1
        answers = self.tokens[head].word.proclitics[:1] == ("ف",) and any(token.word.form == "أما" for token in self.tokens[:head])
        if i < 0 or (has_conjunction(self.tokens[head]) and not answers):
            return ()
        if role_of(self.tokens[i].word.key) == "relative":
            return self._antecedent(head, i, reasons)
        described = self._described(i, head)
        if described is not None:
            reasons.append(_DESCRIBED)
            return (described,)
        deed = self._deed_before(i, head)
        if deed is not None:
            reasons.append(_DESCRIBED)
            return (deed,)
        group = self._bare_group_ending(i, head)
        if group and self._agrees(group, head):
            reasons.append("subject: phrase before the verb")
            return group
        seen = self._seen_doing(i, head)
        if seen is not None:
            reasons.append(_DESCRIBED)
            return (seen,)
        return ()

    def _seen_doing(self, i: int, head: int) -> Phrase | None:
        """The people right before a plural verb in the present that tells what they do: `شاهد مسلحين من القبائل يطلقون النار`."""
        word = self.tokens[head].word
        phrase = self.phrase_at.get(i)
        if word.person != "3mp" or word.tense != "present" or phrase is None or phrase.end != i + 1 or phrase.preposition:
            return None
        noun = self.tokens[phrase.start].word
        return phrase if noun.plural and noun.stem.endswith(("ين", "ون")) and not noun.definite else None

    def _deed_before(self, i: int, head: int) -> Phrase | None:
        """The indefinite deed that a verb of reaching describes, its doers between: `جراء قصف لقوات النظام استهدف السوق`."""
        word = self.tokens[head].word
        if fold(word.lemma) not in word_class("carry") or word.person not in {"3ms", "3fs"} or word.tense != "past" or word.enclitic:
            return None
        k = i
        while k >= 0 and head - k <= _DEED_REACH:
            phrase = self.phrase_at.get(k)
            if phrase is None:
                closes = k == i and self.tokens[k].word.form in "،,"  # `جراء قصف صاروخي، استهدف المدينة`
                if self.tokens[k].kind != "preposition" and self.tokens[k].word.form not in _QUOTES and not closes:
                    return None
                k -= 1
                continue
            noun = self.tokens[phrase.head].word
            if self._is_deed(phrase) and not noun.definite and not any("ال" in token.word.proclitics for token in self.tokens[phrase.start : phrase.end]):
                feminine = noun.feminine or fold(noun.lemma) != noun.key
                return phrase if feminine == (word.person == "3fs") else None
            if phrase.preposition not in _OF_DOERS and not phrase.coordinated:
                return None
            k = phrase.start - 1
        return None

    def _is_auxiliary(self, i: int) -> bool:
        """Whether a verb only gives another its time: `كانت تلاحق`, `ما تزال تستهدف`."""
        token = self.tokens[i]
        return token.kind == "verb" and not has_conjunction(token) and fold(token.word.lemma) in word_class("auxiliary")

    def _antecedent(self, head: int, relative: int, reasons: list[str]) -> tuple[Phrase, ...]:
        k = relative - 1
        while k >= 0 and (self.tokens[k].word.form in _QUOTES or self.tokens[k].word.form in "،," or self.tokens[k].word.form in _IT_IS):
            k -= 1
        phrase = self.phrase_at.get(k)
        if phrase is None or (head + 1 < len(self.tokens) and self._is_resumptive(head + 1)):
            return ()  # `الأحياء التي سيطرت عليها`: the antecedent does not act
        gender = _RELATIVE_GENDER.get(self.tokens[relative].word.key, "")
        person = self.tokens[head].word.person
        pronoun = self.tokens[head].word.enclitic
        acts = gender == "f" and pronoun == "ه" and person == "3fs"  # `القوات التي اقتحمته`
        is_object = bool(pronoun) and not acts
        if not is_object and gender and person[1:2] in {"m", "f"} and person[1] != gender:
            return ()  # `المحافظة التي يسيطر التنظيم على جزء منها`: the antecedent does not act
        phrase = self._agreeing_antecedent(phrase, gender)
        reasons.append("antecedent is the object" if is_object else "subject: antecedent of the relative clause")
        return (phrase,)

    def _agreeing_antecedent(self, phrase: Phrase, gender: str) -> Phrase:
        """The nearest phrase that has the gender of a relative pronoun: `غارات التحالف على العراق التي ...` are the raids."""
        nearest = phrase
        for _ in range(_ANTECEDENTS):
            noun = self.tokens[phrase.head].word
            fits = not gender or (gender == "m") != (noun.feminine or self._may_be_broken_plural(noun) or is_name_of_its_own(self.tokens[phrase.head]))
            if fits or not phrase.preposition:
                return phrase if fits else nearest
            before = self.phrase_at.get(phrase.start - 1) or self.phrase_at.get(phrase.start - 2)
            if before is None:
                return nearest
            phrase = before
        return nearest

    def _bare_group_ending(self, i: int, head: int) -> tuple[Phrase, ...]:
        """The coordinated bare phrases before a verb that open its clause; relative clauses and obliques between are stepped over."""
        k = i
        while k >= 0 and head - k <= _REACH:
            token = self.tokens[k]
            if token.kind == "verb":
                relative = self._relative_before(k)
                if not relative:
                    return self._described_opener(k)
                k = relative - 1
                continue
            if token.word.form in _STRONG_STOPS or token.word.form in "-–—" or (role_of(token.word.key) in _CLAUSE_OPENERS and role_of(token.word.key) != "relative"):
                return ()
            phrase = self.phrase_at.get(k)
            if phrase is None:
                k -= 1
                continue
            if phrase.coordinated and phrase.preposition and phrase.end == i + 1 and self._begins_side_clause(phrase):
                return (replace(phrase, preposition="", coordinated=False),)  # `على إدلب والمعارضة ترد`
            if not phrase.preposition and not self._is_time(phrase):
                group = self._with_coordinates(phrase)
                if group and self._opens_clause(group[0]):
                    return () if self._is_dateline(group[0]) else group
            k = phrase.start - 1
        return ()

    def _opens_clause(self, phrase: Phrase) -> bool:
        """Whether nothing of its clause but times and obliques stands before a phrase."""
        if has_conjunction(self.tokens[phrase.start]):
            return True
        j = phrase.start - 1
        while j >= 0 and (self.tokens[j].word.form in _QUOTES or self.tokens[j].kind == "particle"):
            j -= 1
        if j < 0:
            return True
        token = self.tokens[j]
        if token.word.form in _STRONG_STOPS or token.word.form in "،,-–—" or (token.kind == "conjunction" and role_of(token.word.key) != "relative"):
            return True
        if token.kind == "verb":
            return fold(token.word.lemma) in word_class("auxiliary")  # `كان الوزير زار`
        before = self.phrase_at.get(j)
        if before is not None and self._is_deed(before) and before.end == phrase.start:
            return False  # `إصابة 12`: the number belongs to the deed
        return before is not None and bool(before.preposition or self._is_time(before)) and self._opens_clause(before)

    def _described_opener(self, verb: int) -> tuple[Phrase, ...]:
        """The indefinite phrase that opens a clause and that an adjectival clause describes: `طفلا يبلغ 11 عاما أصيب`."""
        phrase = self.phrase_at.get(verb - 1)
        if phrase is None or phrase.preposition or has_conjunction(self.tokens[verb]) or not self._opens_clause(phrase):
            return ()
        return (phrase,) if not any(token.word.definite for token in self.tokens[phrase.start : phrase.end]) else ()

    def _is_dateline(self, phrase: Phrase) -> bool:
        """Whether a phrase is the outlet of a dateline: `صنعاء: «الخليج» واصل الطيران`."""
        first, last = phrase.start - 1, phrase.end
        if self.tokens[phrase.head].word.key in word_class("party"):
            return False  # `"جسور": "قسد" تستغل`
        quoted = first > 0 and last < len(self.tokens) and self.tokens[first].word.form in _QUOTES and self.tokens[last].word.form in _QUOTES
        return quoted and self.tokens[first - 1].word.form in ":-–" and first <= _DATELINE

    def _described(self, i: int, head: int) -> Phrase | None:
        """The indefinite phrase behind a preposition that a verb follows at once: `لسجون تعرضت`, `بقصف استهدف`.

        A phrase that opens its clause is an adverbial and no antecedent: `في بيان أعلنت`.
        """
        phrase = self.phrase_at.get(i)
        if phrase is None or phrase.coordinated or phrase.end != i + 1:
            return None
        if not phrase.preposition and (not phrase.start or self.tokens[phrase.start - 1].kind != "verb"):
            return None
        tokens = self.tokens[phrase.start : phrase.end]
        named = any(token.word.definite or is_name_of_its_own(token) or token.word.key in word_class("city") for token in tokens)
        if named or not lemmas.is_word(tokens[-1].word.stem) or self._is_time(phrase):
            return None
        if self.tokens[head].word.person == "3mp" and self.tokens[phrase.head].word.key.endswith("ات"):
            return None  # `مدعومين بدبابات هاجموا`: things take a feminine singular
        noun = self.tokens[phrase.head].word
        if self.tokens[head].word.person == "3fs" and noun.key in _MASCULINE:
            return None  # `المتمركزة في معسكر جورين قصفت`
        if self.tokens[head].word.person == "3ms" and noun.feminine and not self._may_be_broken_plural(noun):
            return None  # `انفجار لغم تحت عربة يقتل`
        before = phrase.start - 1 - (self.tokens[phrase.start - 1].kind == "preposition" if phrase.start else 0)
        return phrase if before >= 0 and (before in self.phrase_at or self.tokens[before].kind == "verb") else None

    def _relative_before(self, verb: int) -> int:
        """Token index of the relative pronoun that opens the clause of a verb, or 0: `العمليات التي لا تزال تنفذها تركيا تستهدف`."""
        for k in range(verb - 1, max(-1, verb - 7), -1):
            token = self.tokens[k]
            if role_of(token.word.key) == "relative" and token.kind == "conjunction":
                return k
            if token.word.form in _STRONG_STOPS or (token.kind == "verb" and has_conjunction(token)) or token.kind in {"preposition", "conjunction"}:
                return 0
        return 0

    def _with_coordinates(self, last: Phrase) -> tuple[Phrase, ...]:
        group = [last]
        while group[0].coordinated:
            before = self.phrase_at.get(group[0].start - 1)
            if before is None:
                break
            group.insert(0, before)
        return () if group[0].preposition else tuple(group)

    def _agrees(self, group: tuple[Phrase, ...], head: int) -> bool:
        person = self.tokens[head].word.person
        if not person or person[0] != "3":
            return False
        noun = self.tokens[group[0].head].word
        if noun.key == "احدي":
            return person == "3fs"  # `إحدى الغارات ... طالت`
        if person == "3ms":
            return not (noun.feminine or len(group) > 1) or not noun.definite
        if person == "3fs":
            named = is_name_of_its_own(self.tokens[group[0].head]) or noun.key in word_class("city") or noun.key in word_class("capital")
            return noun.feminine or noun.plural or named or self._may_be_broken_plural(noun) or not lemmas.is_word(noun.stem) or noun.key in word_class("grouped")
        return True

    @staticmethod
    def _may_be_broken_plural(word: Word) -> bool:
        return fold(word.lemma) != word.key

    def _is_time(self, phrase: Phrase) -> bool:
        if names_time(self.tokens[phrase.head]) or names_time(self.tokens[phrase.start]) or self.tokens[phrase.end - 1].word.key in _TIMES_OVER:
            return True
        first = self.tokens[phrase.start]
        if is_year(first) and phrase.end - phrase.start == 1:
            return True
        counts = first.kind == "number" or first.word.key in word_class("number")
        return counts and any(names_time(token) for token in self.tokens[phrase.start : phrase.end])

    def _dependents(self, head: int) -> tuple[list[tuple[Phrase, ...]], tuple[Phrase, ...]]:
        """Bare groups (subject, then object) and obliques to the right of a head, up to the next verb or clause."""
        found = _Dependents()
        own = self.phrase_at.get(head)
        i = head + 1
        while own is not None and (joined := self._joined_behind(own)) is not None:
            own = joined  # the genitives joined to the first: `استهداف النظام وقسد للمدنيين`
            i = own.end
        comma = 0  # index of the first comma that was crossed with more than a time behind it
        while i < len(self.tokens) and i - head <= _REACH:
            phrase = self.phrase_at.get(i)
            if phrase is not None and phrase.start <= head:
                i += 1
            elif phrase is not None:
                if not self._takes(phrase, head, comma, found):
                    break
                i = phrase.end
            elif self.stops[i]:
                behind = self._behind_parenthesis(head, i) if comma else 0
                if not behind or len(found.bare) > 1:
                    break
                i, comma = behind, 0
            else:
                comma = comma or (i if self.tokens[i].word.form in "،," else 0)
                i += 1
        return found.bare, tuple(found.obliques)

    def _takes(self, phrase: Phrase, head: int, comma: int, found: _Dependents) -> bool:
        """Put the next phrase with the dependents of a head, or pass over it; false where another clause begins."""
        first = self.tokens[phrase.start]
        if self._is_part_of_number(phrase) or remarks_on_all(first) or self._is_reflexive(phrase) or self._is_adverb(phrase):
            found.slot = None
            return True
        if phrase.coordinated:
            if found.slot is None and not has_conjunction(self.tokens[head]) and self._follows_part(phrase):
                return True
            if self._is_of_another_clause(phrase):
                return False
        added = self._added(phrase) if found.bare else None
        if added is not None or self._joins_the_object(phrase, found.bare, found.obliques):
            found.bare[-1] = (*found.bare[-1], added or phrase)
            return True
        if phrase.coordinated and found.slot is not None:
            found.join(phrase)
            return True
        if has_conjunction(first):
            if len(found.bare) == 1 and self._is_title(phrase) and self._is_title(found.bare[0][0]):
                found.bare[0] = (*found.bare[0], phrase)  # `يسعى رئيس اللجنة فلان، والنائب فلان`
                return True
            return False  # a new nominal clause: `، والقوات ...`
        if self._stands_in_apposition(phrase, found.obliques) or (found.slot and self._is_in_brackets(phrase)):
            return True
        return self._takes_alone(phrase, head, comma, found)

    def _takes_alone(self, phrase: Phrase, head: int, comma: int, found: _Dependents) -> bool:
        """Put a phrase that nothing joins to the one before with the dependents; false where they end before it."""
        if phrase.preposition:
            found.slot = [phrase]
            found.obliques.append(phrase)
            found.deed_between = found.deed_between or (self._is_deed(phrase) and phrase.preposition not in {"ب", "بشكل"})
            return True
        if says_where(self.tokens, phrase.start):
            found.slot = None if found.slot and found.slot[-1].preposition else found.slot
            return True
        bare = found.bare
        if self._is_time(phrase) or (len(bare) == 1 and self._is_title(bare[0][-1]) and self._is_title(phrase) and not self._is_object_of(bare[0][-1], phrase)):
            found.slot = None
            return True
        if len(bare) > 1 or (comma and not self._goes_on_behind(head, comma, phrase, bare)):
            return False
        if found.deed_between and bare and not self._is_deed(phrase):
            return False  # `أصيبوا إثر استهداف القوات سيارة`: the object of the deed, not of the verb
        found.slot = [phrase]
        bare.append((phrase,))
        return True

    def _is_object_of(self, subject: Phrase, phrase: Phrase) -> bool:
        """Whether people behind people bear the ending of an object: `طعن شاب جنديا`, `قتل مسلح شرطيين`."""
        before, token = self.tokens[subject.head], self.tokens[phrase.head]
        words = [other.word for other in self.tokens[phrase.start : phrase.end]]
        if "ال" in before.word.proclitics and all(not word.definite and lemmas.is_word(word.stem) and word.key not in word_class("given_name") for word in words):
            return True  # `اختطف الجنود شبانا فلسطينيين`: what stands beside a definite noun is definite or a name
        return is_accusative(token) or (token.word.form.endswith("ين") and not token.word.definite and not before.word.form.endswith("ين"))

    def _is_of_another_clause(self, phrase: Phrase) -> bool:
        """Whether what `و` joins begins a clause: `لم تقصف البلدة والاستخبارات تعرف`, `قصف على إدلب و"قسد" تلاحق`."""
        if phrase.preposition:
            return self._begins_side_clause(phrase)
        return self._opens_new_clause(phrase) and not has_conjunction(self.tokens[phrase.end])

    def _is_in_brackets(self, phrase: Phrase) -> bool:
        """Whether a phrase alone in brackets says more of the one before: `طفل (11 عاما)`."""
        start, end = phrase.start - 1, phrase.end
        return start >= 0 and end < len(self.tokens) and self.tokens[start].word.form == "(" and self.tokens[end].word.form == ")"

    def _begins_side_clause(self, phrase: Phrase) -> bool:
        """Whether an armed side joined by `و` is the subject of the verb right behind it, which carries no attack."""
        k = phrase.end
        while k < len(self.tokens) and self.tokens[k].word.form in _QUOTES:
            k += 1
        if k >= len(self.tokens) or self.tokens[k].kind != "verb" or has_conjunction(self.tokens[k]) or self.tokens[k].word.tense == "past":
            return False
        head = self.tokens[phrase.head].word.key
        return any(head in word_class(name) for name in ("force", "party"))

    def _stands_in_apposition(self, phrase: Phrase, obliques: Sequence[Phrase]) -> bool:
        """Whether a definite noun right behind people in an oblique says which people: `للمتمردين الشيعة`, `من المسلحين الأكراد`."""
        if phrase.preposition or phrase.coordinated or not obliques or obliques[-1].end != phrase.start:
            return False
        before = self.tokens[phrase.start - 1].word
        return "ال" in self.tokens[phrase.start].word.proclitics and "ال" in before.proclitics and before.stem.endswith("ين")

    def _joins_the_object(self, phrase: Phrase, bare: Sequence[tuple[Phrase, ...]], obliques: Sequence[Phrase]) -> bool:
        """Whether a phrase joined behind an oblique goes with the bare one before that: `مستودعا للأعلاف ومنشرة`, both without the article."""
        before = self.phrase_at.get(phrase.start - 1)
        start = before.start if before is not None and says_where(self.tokens, before.start) else phrase.start  # `في جبل نقم شرقي صنعاء ومنصات`
        if not (phrase.coordinated or start < phrase.start) or not bare or not obliques or obliques[-1].end != start or not has_conjunction(self.tokens[phrase.start]):
            return False
        if has_conjunction(self.tokens[phrase.start]) and any(clitic in "بلك" for clitic in self.tokens[phrase.start].word.proclitics):
            return False
        indefinite = not any(token.word.definite for token in self.tokens[phrase.start : phrase.end])
        same = not any(token.word.definite for token in self.tokens[bare[-1][-1].start : bare[-1][-1].end])
        other = any(token.word.definite or is_name_of_its_own(token) for token in self.tokens[obliques[-1].start : obliques[-1].end])
        return indefinite and same and other

    def _added(self, phrase: Phrase) -> Phrase | None:
        """What a connective adds to those told before: `مواقع إلى جانب أهداف أخرى`, `إضافة إلى مستودعات`."""
        head = self.tokens[phrase.head]
        if phrase.preposition == "إلى" and head.word.key == "جانب" and phrase.end > phrase.head + 1:
            return make_phrase(self.tokens, phrase.head + 1, phrase.end)
        before = self.tokens[phrase.start - 2] if phrase.start > 1 else None
        adds = before is not None and phrase.preposition in {"إلى", "عن"} and fold(before.word.stem) in {"اضافه", "فضلا", "علاوه"}
        return phrase if adds and not self._is_deed(phrase) else None

    def _is_part_of_number(self, phrase: Phrase) -> bool:
        """Whether a phrase only says who is among those told: `قتل مدنيون بينهم طفلان`."""
        return phrase.start > 0 and self.tokens[phrase.start - 1].word.key in _AMONG

    def _follows_part(self, phrase: Phrase) -> bool:
        before = self.phrase_at.get(phrase.start - 1)
        return before is not None and (self._is_part_of_number(before) or remarks_on_all(self.tokens[before.start]) or (before.coordinated and self._follows_part(before)))

    def _is_reflexive(self, phrase: Phrase) -> bool:
        """Whether a phrase only points back (`نفسه`, `بدوره`) or belongs to an idiom (`لقي حتفه`, `فقدوا حياتهم`)."""
        return phrase.end - phrase.start == 1 and self.tokens[phrase.head].word.form in _REFLEXIVE

    def _is_deed(self, phrase: Phrase) -> bool:
        key = self.tokens[phrase.head].word.key
        return key in lemmas.verbal_nouns() and key not in word_class("thing_noun") and key not in word_class("facility")

    def _goes_on_behind(self, head: int, comma: int, phrase: Phrase, bare: Sequence[tuple[Phrase, ...]]) -> bool:
        """Whether a bare phrase behind a comma still belongs to the verb: nothing but a time stands between, or it is a name between two commas."""
        if self._opens_new_clause(phrase):
            return False
        if not bare or self._only_time(comma, phrase.start):
            return True
        if len(bare) == 1 and self._is_struck_behind_remark(head, comma, phrase):
            return True
        if comma + 1 == phrase.start and len(bare) == 1 and not has_conjunction(self.tokens[phrase.start]):
            before = self.phrase_at.get(comma - 1)
            if self._is_own_deed(phrase) or (before is not None and self._is_time(before) and not self.tokens[phrase.head].word.definite):
                return True  # `واصلت القوات، قصفها`, `أصدرت المحكمة اليوم، حكما`
        closed = phrase.end < len(self.tokens) and self.tokens[phrase.end].word.form in "،,"
        return closed and comma + 1 == phrase.start and is_name_of_its_own(self.tokens[phrase.head])

    def _is_struck_behind_remark(self, head: int, comma: int, phrase: Phrase) -> bool:
        """Whether a verb of striking with its subject has its object behind obliques set off by commas: `استهدف الجيش، بعد العصر، بالمدفعية مواقع`."""
        token = self.tokens[head]
        if token.kind != "verb" or fold(token.word.lemma) not in word_class("strikes") or has_conjunction(self.tokens[phrase.start]):
            return False
        between = [other for i in range(comma, phrase.start) if (other := self.phrase_at.get(i)) is not None and other.start == i]
        return bool(between) and all(other.preposition or self._is_time(other) for other in between) and self.tokens[comma + 1].kind != "noun"

    def _only_time(self, start: int, end: int) -> bool:
        """Whether only a time, and by what means, stands between a comma and a phrase: `قصفت القوات، فجر اليوم، بالمدفعية مواقع`."""
        before = self.phrase_at.get(start - 1)
        if before is not None and self._is_time(before):
            start = before.start  # `شنت الطائرات أمس، غارات`
        between = [phrase for i in range(start, end) if (phrase := self.phrase_at.get(i)) is not None and phrase.start == i]
        return bool(between) and all(self._is_time(phrase) or (k and phrase.preposition == "ب") for k, phrase in enumerate(between))

    def _behind_parenthesis(self, head: int, i: int) -> int:
        """Token index behind the comma that closes a remark with a verb of its own: `تبنى التنظيم، في بيان نشرته حساباته، تفجير`."""
        if self.tokens[i].kind != "verb" or has_conjunction(self.tokens[i]) or not self.tokens[i].word.enclitic:
            return 0
        for k in range(i + 1, min(i + _REMARK, len(self.tokens) - 1)):
            if self.tokens[k].word.form in _STRONG_STOPS:
                return 0
            if self.tokens[k].word.form in "،,":
                return k + 1 if self.tokens[k + 1].kind != "verb" and k - head <= _REACH else 0
        return 0

    def _is_title(self, phrase: Phrase) -> bool:
        """Whether a phrase is a title or a title with a name: a second one stands in apposition."""
        word = self.tokens[phrase.head].word
        return word.key in titles() or fold(word.lemma) in titles()

    def _opens_new_clause(self, phrase: Phrase) -> bool:
        """Whether a bare phrase behind a comma is the subject of a verb that follows it."""
        if phrase.end >= len(self.tokens) or self.tokens[phrase.end].kind != "verb":
            return False
        return not is_accusative(self.tokens[phrase.head])  # `أصدرت المحكمة اليوم، حكما يقضي`

    # --- verbal nouns

    def _verbal_noun(self, head: int) -> Predicate:
        phrase = self.phrase_at.get(head)
        complement: tuple[Phrase, ...] = ()
        reasons: list[str] = []
        if phrase is not None and (self._has_genitive(head, phrase) or self._has_quoted_genitive(head, phrase)):
            quoted = self.tokens[head + 1].word.form in _QUOTES
            closed = quoted and self.tokens[phrase.end - 1].word.form in _QUOTES
            inner = make_phrase(self.tokens, self._behind_quote(head + 1), phrase.end - closed)
            complement = (inner, *self._all_joined_behind(phrase))
            reasons.append("object: genitive of the verbal noun")
        elif phrase is not None and head + 1 == phrase.end and not self.tokens[head].word.definite:
            counted = self.phrase_at.get(phrase.end)
            if counted is not None and not counted.preposition and self._is_counted(counted):
                complement = (counted,)
                reasons.append("object: number behind the verbal noun")
        bare, obliques = self._dependents(head)
        if reasons[-1:] == ["object: number behind the verbal noun"] and bare and bare[0][0] is complement[0]:
            complement = bare[0]  # `إصابة 6 عناصر من الشرطة ومدني`
        agent: tuple[Phrase, ...] = ()
        begins = head + 1 if phrase is None else phrase.end  # behind `استهدافها المتكرر`
        if not complement and self.tokens[head].word.enclitic and bare and bare[0][0].start == begins and not (self._is_deed(bare[0][0]) or self._is_time(bare[0][0])):
            complement = bare[0]  # `بعد قصفه منزلا`
            reasons.append("object: behind a verbal noun with its owner")
        elif not complement:
            complement = self._shared_complement(head, phrase)
        elif bare and self.tokens[head].word.key not in _SUFFERED and self._is_late_object(head, bare[0][0], complement[0], obliques):
            agent, complement = complement, bare[0]
            reasons.append("subject: genitive of a verbal noun with an object behind it")
        negation, governors = self._governors(head)
        parent = self._parent_verb(head)
        if parent is not None and parent not in governors:
            governors = (*governors, parent)
        return Predicate(
            head=head, form="verbal_noun", subject=agent, object=complement, obliques=obliques, negation=negation, governors=governors,
            clause=self.clause_of[head], reasons=tuple(reasons),
        )  # fmt: skip

    def _all_joined_behind(self, phrase: Phrase) -> tuple[Phrase, ...]:
        """The phrases that and joins to another, one after the other."""
        joined: list[Phrase] = []
        while (following := self._joined_behind(joined[-1] if joined else phrase)) is not None:
            joined.append(following)
        return tuple(joined)

    def _joined_behind(self, phrase: Phrase) -> Phrase | None:
        """The phrase that and joins to another, the and written with it or apart."""
        apart = phrase.end < len(self.tokens) and self.tokens[phrase.end].word.form == "و"
        joined = self.phrase_at.get(phrase.end + apart)
        return joined if joined is not None and joined.coordinated and joined.start >= phrase.end else None

    def _shared_complement(self, head: int, phrase: Phrase | None) -> tuple[Phrase, ...]:
        """The genitive of a second verbal noun joined to the first: `مقتل وإصابة 25 مدنيا`."""
        if phrase is None or phrase.end != head + 1 or self.tokens[head].word.definite or head + 1 >= len(self.tokens):
            return ()
        second = self.phrase_at.get(head + 1)
        if second is None or not second.coordinated or not self._is_deed(second) or self.tokens[second.head].word.definite:
            return ()
        if second.end > second.head + 1:
            return (make_phrase(self.tokens, second.head + 1, second.end),)
        counted = self.phrase_at.get(second.end)
        return (counted,) if counted is not None and not counted.preposition and self._is_counted(counted) else ()

    def _is_late_object(self, head: int, phrase: Phrase, genitive: Phrase, obliques: Sequence[Phrase]) -> bool:
        """Whether a bare phrase behind a verbal noun and an armed genitive is the object: `استهداف القوات بصاروخ سيارة مدنية`."""
        agent = self.tokens[genitive.head].word.key
        if not any(agent in word_class(name) for name in ("force", "party", "state", "capital", "air", "drone", "artillery", "patrol")):
            return False
        if self.tokens[phrase.head].word.enclitic and any(other.end <= phrase.start and other.preposition != "ب" and self._is_deed(other) for other in obliques):
            return False  # `قصف القوات مع شروع المزارعين بجني محاصيلهم`
        word = self.tokens[phrase.head].word
        does = fold(lemmas.verbal_nouns().get(self.tokens[head].word.key, "")) in word_class("support_act")  # `تنفيذ طائرة أربع غارات`
        if phrase.start < genitive.end or self._is_time(phrase) or (self._is_deed(phrase) and not does) or self.tokens[phrase.head].kind == "adjective":
            return False
        if phrase.end < len(self.tokens) and role_of(self.tokens[phrase.end].word.key) == "resumptive":
            return False  # `إيقاف خلية مفتش عنها`
        between = range(genitive.end, phrase.start)
        if not lemmas.is_word(word.stem) and word.key not in nouns():
            return False
        is_participle = "ال" in word.proclitics and (word.key in lemmas.participles() or word.key[:-1] in lemmas.participles())
        if is_participle or any(self.tokens[k].word.form in "-–()" for k in between):
            return False
        commas = [k for k in between if self.tokens[k].word.form in "،,"]
        return not commas or (len(commas) == 2 and commas[0] == genitive.end and commas[1] == phrase.start - 1)  # `استهداف القوات، بالرشاشات، قرية`  # noqa: PLR2004

    def _is_adverb(self, phrase: Phrase) -> bool:
        """Whether a phrase says how or why and is nobody: `غرقا`, `احتجاجا على`, `إضافة إلى`."""
        token = self.tokens[phrase.head]
        word = token.word
        if phrase.end - phrase.start > 1 or word.proclitics:
            return False
        if token.kind == "adjective" and word.form.endswith("يا") and not any(word.key in word_class(name) for name in ("lone_person", "nationality_adj")):
            return True  # `حكمت غيابيا على`
        return fold(word.form) in word_class("adverbial_noun")

    def _is_counted(self, phrase: Phrase) -> bool:
        """Whether a phrase begins with a number: `إصابة 5 مدنيين`, `مقتل ثلاثة جنود`."""
        return self.tokens[phrase.start].kind == "number" or phrase.head > phrase.start

    def _behind_quote(self, i: int) -> int:
        """The token behind an opening quotation mark, for a genitive in quotes: `إقدام "القوات"`."""
        return i + 1 if self.tokens[i].word.form in _QUOTES and i + 1 < len(self.tokens) else i

    def _has_genitive(self, head: int, phrase: Phrase) -> bool:
        if head + 1 >= phrase.end or self.tokens[head].word.definite:
            return False
        following = self.tokens[self._behind_quote(head + 1)]
        if self.tokens[head].word.enclitic:
            return False
        if following.word.key == "عده" and head + 2 == phrase.end:
            return False
        if following.word.key in _OTHERS:
            return True  # `إصابة آخرين`
        return following.kind not in {"punctuation", "adjective"} or (following.kind == "adjective" and following.word.definite)

    def _has_quoted_genitive(self, head: int, phrase: Phrase) -> bool:
        """Whether a name in quotes right behind a verbal noun is its genitive: `استهداف "قسد" سيارة`."""
        if head + 2 >= phrase.end or self.tokens[head].word.definite or self.tokens[head].word.enclitic:
            return False
        return self.tokens[head + 1].word.form in _QUOTES and self.tokens[head + 2].kind in {"noun", "other"}

    # --- what stands over a head

    def _parent_verb(self, head: int) -> int | None:
        """The verb that has the phrase of a verbal noun as its subject, object or oblique, the nearest if several."""
        for verb in reversed(self.verbs):  # read from first to last
            predicate = self.verbs[verb]
            for phrase in (*predicate.object, *predicate.obliques, *predicate.subject):
                if phrase.start <= head < phrase.end:
                    return verb
        return None

    def _governors(self, head: int) -> tuple[int | None, tuple[int, ...]]:
        """The word that negates a head, and the words that govern it, nearest first."""
        negation: int | None = None
        governors: list[int] = []
        i = head - 1
        steps = 0
        while i >= 0 and steps < 8:  # noqa: PLR2004  (farther up nothing governs without a clause between)
            token = self.tokens[i]
            role = self.roles[i]
            if token.word.form in _STRONG_STOPS:
                break
            if role == "negation" and negation is None and steps < 2:  # noqa: PLR2004
                negation = i
            elif token.kind in {"verb", "noun", "adjective", "particle", "preposition"} or role in {"complementiser", "conditional", "subordinator"}:
                governors.append(i)
            if token.kind == "verb":
                break
            if has_conjunction(token) and steps > 0:
                break
            i -= 1
            steps += 1
        return negation, tuple(governors)

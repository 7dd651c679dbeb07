# SPDX-License-Identifier: Apache-2.0
"""Settle what kind each token is in its place, and gather noun phrases."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from msgspec.structs import replace

from rasid.knowledge.load import read_tsv
from rasid.languages.ar import lemmas
from rasid.languages.ar.tokens import analyse_joined, joined_verb
from rasid.languages.ar.vocabulary import nouns
from rasid.records import Phrase, Span, Token, Word, WordKind
from rasid.remembered import remembered
from rasid.spelling import fold

_CLITIC_PREPOSITIONS: Final = frozenset("بلك")
_CONJUNCTIONS: Final = frozenset("وف")
_OPENING: Final = frozenset("\"“”«‘'(（[")
_EACH_OF: Final = frozenset({"كل", "كلا"})
_SO_CALLED: Final = frozenset(fold(word) for word in ("يسمى", "تسمى", "يدعى", "تدعى"))
_OPENING_OR_TAG: Final = _OPENING | {"#"}
_CLOSING: Final = frozenset("\"“”»’')）]")
_LONGEST_QUOTED_NAME: Final = 6
# Letters of a noun with the alif of the accusative: shorter ones are names (`دكا`).
_SHORTEST_ACCUSATIVE: Final = 4
_TIME_ADVERBS: Final = frozenset({"أمس", "اليوم", "الليلة", "غدا", "الآن", "مؤخرا"})
# Participles that news uses as nouns behind any noun: `هاجمت القوات المعارضة` stays open, `المقاومة` and `المحكمة` name bodies.
_STATES_AS_NOUNS: Final = frozenset({"مقاومه", "محكمه", "متحده", "مدينه", "منطقه"})
# Classes of words for people.
_PEOPLE: Final = ("force", "civilian", "detainee", "journalist", "protester", "official")
# Words that open a remark on those told before: `امرأة جميعهم من عائلة واحدة`.
_ALL_OF_THEM: Final = frozenset({
    "جميعهم", "كلهم", "معظمهم", "أغلبهم", "غالبيتهم", "أكثرهم", "بعضهم", "أحدهم", "أحدهما", "إحداهما", "إحداهن", "كلاهما", "كلتاهما", "جميعها", "معظمها",
    "أغلبها", "جلهم",
})  # fmt: skip
# Stretches around a place; as qualities only with the article (`المنطقة المحيطة`).
_SURROUNDINGS: Final = frozenset({"محيط", "بمحيط", "ومحيط", "مشارف"})
_OTHERS: Final = frozenset({"اخرين", "اخرون"})
_ONE_OF: Final = frozenset(fold(word) for word in ("أحد", "إحدى"))
_COUNTED_BEHIND: Final = frozenset({"اثنين", "اثنان", "اثنتين", "اثنتان", "واحد", "واحده", "واحدا"})
# Qualities that stand for the thing that has them: a drone, a patrol.
_NAMED_BY_QUALITY: Final = frozenset(fold(word) for word in ("مسيرة", "مسيرتين", "دورية", "دوريتين"))
# Nouns with a pronoun for the holder of the same office elsewhere.
_COUNTERPARTS: Final = frozenset({"نظير", "نظيره", "نظيري", "نظيرا", "نظراء"})
# Tokens within which the deed stands that somebody sets about.
_SET_ABOUT: Final = 9
# Qualities of a band in the feminine, whose masculine is a noun for a person.
_GROUP_QUALITIES: Final = frozenset({"مسلحه", "متمرده", "متطرفه", "متشدده", "ملثمه", "مقاتله", "معاديه", "مطلوبه", "ارهابيه", "اجراميه"})
_ARMED_QUALITIES: Final = frozenset({"مسلح", "مسلحه", "مسلحا"})
_QUALIFIED: Final[frozenset[WordKind]] = frozenset({"noun", "adjective"})
# Shapes of participles that hardly ever are nouns of things: `مستهدف`, `متمركز`, `مذكور`.
_PARTICIPLE: Final = re.compile(r"(?:مست|مت)[^اويى]{3}$|مت[^اويى]ا[^اويى]{2}$|م[^اويىت]{2}و[^اويى]$")
# Letters of a second word of a name that looks like a verb.
_LONGEST_SECOND_NAME: Final = 4
# Letters of types of aircraft and missiles, before a dash and a number.
_MODELS: Final = frozenset({"إف", "اف", "ميغ", "ميج", "سو", "سي", "تي", "إس", "اس", "بي", "كا", "مي", "كي", "آر"})
# What is lacked in names of things and bodies.
_LACKING: Final = frozenset({"بلا", "بدون", "دون"})
_LACKED: Final = frozenset({"طيار", "طيارين", "حدود", "قائد", "قيود"})
_DASHES: Final = frozenset("-–_")
_DEATHS: Final = frozenset({"مقتل", "استشهاد", "وفاه", "مصرع", "اغتيال"})
_GENDER_OF_RELATIVE: Final = {"التي": "f", "الذي": "m"}
# Behind these stands a present: `لم تتمكن`, `سوف تواصل`, `أن تقدم`.
_BEFORE_PRESENT: Final = frozenset({"لم", "لن", "سوف", "كي", "لكي"})
_NOMINAL: Final[frozenset[WordKind]] = frozenset({"noun", "adjective", "number", "other"})


@remembered()
def role_of(key: str) -> str:
    """Return the grammatical role of a function word (`complementiser`, `relative`, `negation`, ...), or an empty string."""
    found = lemmas.closed_class().get(key)
    return found[1] if found else ""


@cache
def word_class(name: str) -> frozenset[str]:
    """Return the keys of a class of classes.tsv or grammar.tsv or of a marker list of markers.tsv; empty where there is none."""
    words: set[str] = set()
    for file, column in (("lexicon/ar/classes.tsv", "class"), ("lexicon/ar/grammar.tsv", "class"), ("lexicon/ar/markers.tsv", "marker")):
        for row in read_tsv(file):
            if row[column] == name:
                words.update(fold(word) for word in row.items_of("words"))
    return frozenset(words)


def has_conjunction(token: Token) -> bool:
    """Return whether an attached and / then opens the token."""
    clitics = token.word.proclitics
    return bool(clitics) and clitics[0] in _CONJUNCTIONS


def clitic_preposition(token: Token) -> str:
    """Return the attached preposition of a noun, or an empty string."""
    if token.kind == "verb":
        return ""
    for clitic in token.word.proclitics:
        if clitic in _CLITIC_PREPOSITIONS:
            return clitic
    return ""


def settle(tokens: Sequence[Token]) -> tuple[Token, ...]:
    """Return the tokens with the kind that each has in its place: `قصف` before an agent is a verb, behind `بعد` a noun."""
    settled: list[Token] = []
    for i, original in enumerate(tokens):
        token = original
        if token.kind == "verb" and token.word.person in {"3ms", "3fs"}:
            token = _read_by_neighbours(settled, tokens, i)
        if token.word.key in _SAYS_TOO and _is_made_known(tokens, i):
            token = Token(token.span, _as_verb(token.word), "verb")
        elif token.kind == "verb" and _answers(tokens, i):
            token = Token(token.span, analyse_joined(token.word), token.kind)
        elif token.kind == "verb" and (i == 0 or tokens[i - 1].word.form in "،,؛."):
            joined = joined_verb(token.word)
            token = token if joined is None else Token(token.span, joined, token.kind)
        kind = _kind_in_place(settled, tokens, i) if token.word.alternatives else token.kind
        if kind == "verb":
            if (i and (_names_a_place(settled[-1], tokens, i) or _ends_a_name(settled, token))) or _is_office(token) or _is_kin_joined(settled, token):
                kind = "noun"
            elif _is_direction(tokens, i) or _is_misspelt_quality(settled, token):
                kind = "noun" if token.word.key in word_class("direction") else "adjective"
            elif _looks_like_a_verb(settled, token) or _is_elative(tokens, i) or _is_counted_noun(settled, token) or _is_person_behind_verb(settled, token):
                kind = "noun"
        if kind == "noun" and settled and settled[-1].kind in _QUALIFIED and _is_quality(settled, tokens, i, token):
            kind = "adjective"
        if kind == "adjective" and settled and (_is_victim_on_ya(settled[-1], token) or _is_person_of_deed(settled[-1], token)):
            kind = "noun"
        if kind == "adjective" and (
            _is_vehicle_by_name(settled, token) or _heads_a_construct(settled, tokens, i) or _names_people(settled, tokens, i) or _heads_a_pair(tokens, i)
        ):
            kind = "noun"
        if token.word.form in _OF_TWO_KINDS or token.word.key in _OF_TWO_KINDS:
            kind = _kind_of_two(settled, tokens, i, token) or kind
        settled.append(token if kind == token.kind else Token(token.span, token.word, kind))
    return tuple(settled)


# Words that the cases below ask about: one look for all, since hardly any word is one of them.
_OF_TWO_KINDS: Final = frozenset({"نحو", "أم", "علي", "ما", "فقد"}) | _SO_CALLED


def _kind_of_two(settled: Sequence[Token], tokens: Sequence[Token], i: int, token: Token) -> WordKind | None:
    """The kind that a word of few uses has in its place, where its neighbours tell; the first case that fits decides."""
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if (token.word.key in _SO_CALLED and _is_so_called(tokens, i - 1)) or (token.word.key == "ما" and _is_so_called(tokens, i)):
        return "particle"
    if token.word.form == "فقد" and following is not None and following.kind == "verb":
        return "particle"
    if token.word.form == "ما" and following is not None and following.kind == "verb" and fold(following.word.lemma) in word_class("lasting"):
        return "particle"  # `ما تزال تستهدف`
    if token.word.form == "علي" and _is_given_name(settled, tokens, i):
        return "noun"
    if token.word.form == "أم" and settled and (settled[-1].word.key in word_class("toll") or settled[-1].word.key in word_class("toll_noun")):
        return "noun"  # `مقتل أم وطفلها`: a mother, not or
    if token.word.key == "نحو" and following is not None and (following.kind == "number" or following.word.key in _numerals()):
        return "number"  # `نحو 30 مقاتلا`: about, not towards
    return None


def _read_by_neighbours(settled: Sequence[Token], tokens: Sequence[Token], i: int) -> Token:
    """A form in ت that is a masculine past and a feminine present, read as its subject wants: `تواصل القصف`, `تواصل القوات قصفها`."""
    token = tokens[i]
    readings = lemmas.twofold_verbs().get(fold(token.word.stem))
    if readings is None:
        return token
    gender = _gender_of_subject(settled, tokens, i)
    if not gender:
        return token
    found = readings[gender == "f"]
    if found.verb == token.word.verb:
        return token
    word = replace(token.word, lemma=found.verb, verb=found.verb, tense=found.tense, person=found.person, voice=found.voice, feminine=gender == "f")
    return Token(token.span, word, token.kind)


def _gender_of_subject(settled: Sequence[Token], tokens: Sequence[Token], i: int) -> str:
    """`m` or `f` where what stands right behind a verb, or before it, shows the gender of its subject; else an empty string."""
    before = settled[-1] if settled else None
    if before is not None and not has_conjunction(tokens[i]):
        if before.word.key in _GENDER_OF_RELATIVE:
            return _GENDER_OF_RELATIVE[before.word.key]
        if before.word.key in _BEFORE_PRESENT:
            return "f"
        if before.kind in {"noun", "adjective"} and not has_conjunction(before) and not before.word.definite:
            return ""  # `في أول تدخل عسكري`
        subject = _bare_noun_before(settled)
        if subject is not None:
            return _gender(subject)
    k = i + 1
    while k < len(tokens) and tokens[k].word.form in _OPENING:
        k += 1
    return _gender(tokens[k]) if k < len(tokens) else ""


def _bare_noun_before(settled: Sequence[Token]) -> Token | None:
    """The noun that heads the words right before a verb, where no preposition governs them: `القوات التركية تواصل`."""
    head: Token | None = None
    for token in reversed(settled):
        if token.kind == "preposition" or clitic_preposition(token):
            return None
        if token.kind not in {"noun", "adjective", "other"}:
            return head
        head = token if token.kind == "noun" else head
        if has_conjunction(token):
            return head
    return head


def _gender(token: Token) -> str:
    """`m` or `f` of a noun as a verb agrees with it; empty where it tells nothing: numbers, plurals of people, objects, times."""
    word = token.word
    if token.kind not in {"noun", "adjective"} or clitic_preposition(token) or has_conjunction(token) or word.enclitic or names_time(token) or is_accusative(token):
        return ""
    if role_of(word.key) == "quantifier" or word.key in word_class("vague_count"):
        return "m"
    if word.key in _numerals():
        return ""
    if is_name_of_its_own(token) or word.key in word_class("capital") or word.key in word_class("grouped"):
        return "f"
    if fold(word.lemma) != word.key and not word.key.endswith("ات"):
        return ""
    if word.feminine:
        return "f"
    return "m" if lemmas.is_word(word.stem) and not word.plural else ""


def _is_given_name(settled: Sequence[Token], tokens: Sequence[Token], i: int) -> bool:
    """Whether `علي`, which some papers also write for on, is part of a name: `الرئيس علي عبدالله صالح`, `حسن علي`."""
    if not settled or i + 1 >= len(tokens):
        return False
    before, following = settled[-1].word, tokens[i + 1].word
    names = word_class("given_name")
    if before.key in names:
        return settled[-1].kind != "verb"
    second = tokens[i + 2].word.key if i + 2 < len(tokens) else ""
    titled = before.key in titles() or ("ال" in before.proclitics and second in names)
    return titled and following.key in names and not following.proclitics


# Of Turkish family names (`داود أوغلو`), which look like a verb.
_NAME_ENDING: Final = "وغلو"
# The country, which looks like a verb in the feminine.
_TUNIS: Final = "تونس"


def _looks_like_a_verb(settled: Sequence[Token], token: Token) -> bool:
    """Whether a form is a name, or a noun with a pronoun right behind a preposition, which no verb follows: `عبر صفحتها`."""
    if token.word.enclitic and not token.word.proclitics and settled and settled[-1].kind == "preposition" and len(settled[-1].word.form) > 1:
        return True
    return token.word.form.endswith(_NAME_ENDING) or token.word.form == _TUNIS


# Prepositions that are verbs of saying at the head of a clause, and the words that then lead in what is said.
_SAYS_TOO: Final = {"بين": frozenset({"ان", "بان"}), "عبر": frozenset({"عن"})}
_LED_IN_WITHIN: Final = 9


def _is_made_known(tokens: Sequence[Token], i: int) -> bool:
    """Whether a preposition at the head of a clause is a verb of saying: `وبين المحامي أن`, `عبر الوزير عن أسفه`."""
    if i and not has_conjunction(tokens[i]) and tokens[i - 1].word.form not in "،,؛." and role_of(tokens[i - 1].word.key) != "subordinator":
        return False
    led_in = _SAYS_TOO[tokens[i].word.key]
    for token in tokens[i + 1 : i + _LED_IN_WITHIN]:
        if token.word.key in led_in:
            return True
        if token.kind == "verb" or token.word.form in ".،:؛" or (tokens[i].word.key == "بين" and token.word.form.startswith("و") and has_conjunction(token)):
            return False
    return False


def _as_verb(word: Word) -> Word:
    return replace(word, kind="verb", lemma=word.key, verb=word.key, tense="past", voice="active", person="3ms")


def _is_quality(settled: Sequence[Token], tokens: Sequence[Token], i: int, token: Token) -> bool:
    """Whether a noun qualifies what stands right before it."""
    before = settled[-1]
    return _agrees_as_adjective(before, token) or _qualifies(tokens, before, i) or _is_second_quality(before, token) or _is_quality_of_two(before, token)


def _is_so_called(tokens: Sequence[Token], i: int) -> bool:
    """Whether `ما` at `i` and a verb of naming only keep a name at a distance: `بين ما يسمى الشرطة المدنية`."""
    return 0 <= i < len(tokens) - 1 and tokens[i].word.key == "ما" and tokens[i + 1].word.key in _SO_CALLED


def _is_kin_joined(before: Sequence[Token], token: Token) -> bool:
    """Whether what looks like a verb is somebody of the family of who stands before it: `استشهاد أم وابنها`."""
    word = token.word
    if not before or before[-1].kind not in {"noun", "adjective"} or word.proclitics != ("و",) or not word.enclitic or word.tense != "past":
        return False
    return fold(word.form[1:].removesuffix(word.enclitic)) in word_class("kin_stem")


def _is_direction(tokens: Sequence[Token], i: int) -> bool:
    """Whether a compass word before a name is read as a verb: `شرق دير الزور`, `شمال وشرق سوريا`."""
    word = tokens[i].word
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if word.person != "3ms" or word.enclitic or word.key not in word_class("compass") or following is None:
        return False
    return following.kind in {"noun", "other", "adjective"} and not clitic_preposition(following) and not has_conjunction(following)


def _is_misspelt_quality(before: Sequence[Token], token: Token) -> bool:
    """Whether a word on ya behind a noun is read as a verb that is spelt with another letter: `قصف أرضي`, where the verb is `أرضى`."""
    word = token.word
    if not before or before[-1].kind != "noun" or word.proclitics or word.enclitic or word.tense != "past" or word.person != "3ms":
        return False
    return word.form.endswith("ي") and bool(word.verb) and word.lemma.endswith("ى")


def _is_quality_of_two(before: Token, token: Token) -> bool:
    """Whether a dual on ya qualifies the dual before it: `غارتين جويتين`, `صاروخان باليستيان`."""
    if before.kind != "noun" or token.word.proclitics or token.word.enclitic or before.word.definite or token.word.definite:
        return False
    ending = token.word.form[-2:]
    if ending not in {"ان", "ين"} or before.word.stem[-2:] != ending:
        return False
    return token.word.form.endswith(("يتان", "يتين", "يان", "يين")) and before.word.form.endswith(("تان", "تين")) == token.word.form.endswith(("تان", "تين"))


def _is_victim_on_ya(before: Token, token: Token) -> bool:
    """Whether a masculine quality behind a noun of dying is who died: `استشهاد عسكري`, `مقتل قيادي`."""
    word = token.word
    if not word.stem.endswith("ي") or word.proclitics or word.enclitic or word.feminine or before.word.proclitics[-1:] == ("ال",) or before.word.enclitic:
        return False
    return before.kind == "noun" and before.word.key in _DEATHS


def _is_person_of_deed(before: Token, token: Token) -> bool:
    """Whether a definite quality behind an indefinite deed is the person it is done to, for it agrees with nothing: `اغتيال الصحفية`."""
    word = before.word
    if before.kind != "noun" or word.definite or word.enclitic or token.word.proclitics != ("ال",) or word.key not in lemmas.verbal_nouns():
        return False
    return any(token.word.key in word_class(name) for name in (*_PEOPLE, "lone_person"))


def _is_vehicle_by_name(before: Sequence[Token], token: Token) -> bool:
    """Whether a word that also qualifies is right behind a deed what does or undergoes it: `استهداف مسيرة`, `مداهمة دورية`."""
    if not before or token.word.definite or clitic_preposition(token) or has_conjunction(token) or token.word.key not in _NAMED_BY_QUALITY:
        return False
    previous = before[-1]
    return previous.kind == "noun" and not previous.word.definite and not previous.word.enclitic and previous.word.key in word_class("struck_or_raided")


def _agrees_as_adjective(before: Token, token: Token) -> bool:
    """Whether a word on ya that is often a noun (`العسكري`, `المدني`) qualifies the noun before it: `الإعلام العسكري`."""
    if before.kind == "noun" and token.word.proclitics == ("ال",) == before.word.proclitics[-1:] and token.word.key in word_class("nationality_adj"):
        return before.word.feminine == token.word.feminine  # `الحكومة السورية`
    if before.kind != "noun" or token.word.stem[-1:] != "ي" or has_conjunction(token) or clitic_preposition(token) or token.word.enclitic:
        return False
    if token.word.key in word_class("noun_on_ya"):
        return False  # `بالمدفعية الأراضي`
    is_definite = "ال" in token.word.proclitics
    return is_definite == ("ال" in before.word.proclitics) and is_definite


def _is_second_quality(before: Token, token: Token) -> bool:
    """Whether a word on ya is joined to a quality and is one itself: `الحضور الأمني والعسكري`."""
    if before.kind != "adjective" or token.word.proclitics != ("و", "ال") or "ال" not in before.word.proclitics or before.word.stem[-1:] not in {"ي", "ة"}:
        return False
    is_office = any(token.word.key in word_class(name) for name in ("official", "person_title", "place_kind"))
    return token.word.stem[-1:] == "ي" and before.word.stem[-1:] == "ي" and not is_office


def _answers(tokens: Sequence[Token], i: int) -> bool:
    """Whether `ورد` before an armed side is and + answered: `ورد الجيش بقصف`."""
    if tokens[i].word.form != "ورد" or i + 1 >= len(tokens):
        return False
    return any(tokens[i + 1].word.key in word_class(name) for name in ("force", "party", "state"))


def _has_complement(tokens: Sequence[Token], i: int) -> bool:
    """Whether a preposition stands right behind a word."""
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    return following is not None and (following.kind == "preposition" or bool(clitic_preposition(following)))


def _names_persons(token: Token) -> bool:
    """Whether a noun is a broken plural of people: `السجناء`, `العمال`."""
    return fold(token.word.lemma) != token.word.key and any(token.word.key in word_class(name) for name in _PEOPLE)


def _names_many(token: Token) -> bool:
    """Whether a noun is a plural of people, by its ending or by a lemma of another form."""
    return token.word.stem[-2:] in {"ين", "ون"} or token.word.stem[-2:] == "ات" or fold(token.word.lemma) != token.word.key


def _qualifies(tokens: Sequence[Token], before: Token, i: int) -> bool:
    """Whether a noun only qualifies the one before it: `الفصائل المقاتلة`, `الغارات الثلاث`, `هجوم عسكري`, but not `الجيش المعارضة`."""
    token = tokens[i]
    word = token.word
    if before.kind not in {"noun", "adjective"} or has_conjunction(token) or clitic_preposition(token) or word.enclitic:
        return False
    if "ال" not in word.proclitics:
        if before.word.plural and word.plural and not before.word.definite and before.word.stem[-2:] == word.stem[-2:] and word.stem[-2:] in {"ون", "ين"}:
            return True  # `مقاتلين معارضين`
        is_event = before.kind == "noun" and not before.word.definite and before.word.key in lemmas.verbal_nouns()
        if is_event and word.key in _ARMED_QUALITIES and before.word.key in word_class("armed_deed"):
            return True  # `اشتباك مسلح`
        if word.key in _GROUP_QUALITIES and before.kind == "noun" and not before.word.definite:
            return before.word.feminine or fold(before.word.lemma) != before.word.key  # `عصابة مسلحة`, `فصائل مسلحة`
        if word.key in word_class("lone_person") and (before.word.key in word_class("toll") or word.key not in word_class("also_quality")):
            return False  # `مقتل جندي`, `اغتيال قيادي`, but `هجوم إرهابي`
        is_relation = word.key.endswith(("ي", "يه")) or (word.form.endswith("يا") and before.word.form.endswith("ا"))  # `هجوما انتحاريا`
        return is_event and is_relation and not word.stem.endswith("ى") and word.feminine == before.word.feminine
    if "ال" not in before.word.proclitics:
        return False
    if word.key in _numerals():
        return True
    if before.word.plural and word.plural and before.word.stem[-2:] == word.stem[-2:] and word.stem[-2:] in {"ون", "ين"}:
        return True  # `الانقلابيون الحوثيون`
    if word.stem[-3:] in {"يين", "يون"} and _names_persons(before) and not any(word.key in word_class(name) for name in _PEOPLE):
        return True  # `السجناء السياسيين`
    if before.word.stem[-2:] == "ان" and word.stem[-3:] == "يان":
        return True  # `الصحافيان التركيان`
    is_many = word.stem[-2:] in {"ين", "ون"} and _names_many(before)
    if is_many and _has_complement(tokens, i) and not any(word.key in word_class(name) for name in _PEOPLE):
        return True  # `أصحاب الشهادات المعطلين عن العمل`
    if word.stem[-2:] == "ية" and word.key in word_class("nationality_adj"):
        return before.word.feminine or before.word.plural or fold(before.word.lemma) != before.word.key  # `الطائرات السورية`
    if word.key in word_class("artillery") and word.key.endswith("يه") and before.word.key in word_class("munition"):
        return True  # `القذائف المدفعية والصاروخية`
    if word.key in word_class("place_kind") or word.key in word_class("facility") or word.key in _STATES_AS_NOUNS:
        return False
    if before.word.key in word_class("civilian") and (word.key in word_class("victim") or word.key in word_class("detainee")):
        return before.word.feminine == word.feminine and before.word.plural == word.plural  # `المرأة المصابة`
    if _is_shaped_as_quality(word) and before.kind == "noun":
        return not before.word.feminine and not before.word.plural  # `المخيم المستهدف`
    return _is_feminine_quality(token) and (before.word.feminine or fold(before.word.lemma) != before.word.key)


def _is_shaped_as_quality(word: Word) -> bool:
    """Whether a masculine singular has the shape of a participle and is no thing that the lexicon knows: `المستهدف`, `المتمركز`, `المذكور`."""
    return bool(_PARTICIPLE.match(word.key)) and word.key not in nouns() and not word.enclitic


def _is_feminine_quality(token: Token) -> bool:
    """Whether a word in ة is the feminine of a quality: its masculine is a participle or its dictionary form (`المستهدفة`, `الصادرة`)."""
    key = token.word.key
    if not key.endswith("ه"):
        return False
    return key[:-1] in lemmas.participles() or fold(token.word.lemma) == key[:-1] or fold(lemmas.lemma_of(token.word.form)) == key[:-1]


def _heads_a_construct(before: Sequence[Token], tokens: Sequence[Token], i: int) -> bool:
    """Whether an indefinite adjective with a definite noun behind it is a noun with its genitive: `قصفت مدفعية الجيش`."""
    token = tokens[i]
    if "ال" in token.word.proclitics or token.word.enclitic or i + 1 >= len(tokens):
        return False
    following = tokens[i + 1]
    if says_where(tokens, i):
        return True
    if token.word.form in _SURROUNDINGS and following.kind == "noun" and not has_conjunction(following):
        return True
    names_a_kind = any(token.word.key in word_class(name) for name in ("place_kind", "facility", "force"))
    is_definite = "ال" in following.word.proclitics and len(following.word.proclitics) == 1
    governed = bool(before) and before[-1].kind == "preposition" and following.word.plural
    if following.kind != "noun" or has_conjunction(following) or clitic_preposition(following) or not (is_definite or names_a_kind or governed):
        return False
    has_head = bool(before) and before[-1].kind in {"noun", "adjective", "number"} and not has_conjunction(token) and not clitic_preposition(token)
    return not has_head


def _heads_a_pair(tokens: Sequence[Token], i: int) -> bool:
    """Whether a word that looks like a nisba is the dual of a feminine with the two that it governs: `حركتي فتح وحماس`, `مدينتي حلب وإدلب`."""
    token = tokens[i]
    if token.word.proclitics[-1:] == ("ال",) or token.word.enclitic or not (token.word.form.endswith("تي") and token.word.lemma.endswith("ة")):
        return False
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is None or following.kind not in _NOMINAL or has_conjunction(following) or clitic_preposition(following):
        return False
    return any(has_conjunction(other) and other.kind in _NOMINAL for other in tokens[i + 2 : i + 4])


def _names_people(before: Sequence[Token], tokens: Sequence[Token], i: int) -> bool:
    """Whether a plural that looks like an adjective names people: `محاكمة إسرائيليين`, `هجوم الانفصاليين`, `ملاحقة متمردي الحزب`."""
    token = tokens[i]
    if _is_sound_construct(token) and i + 1 < len(tokens) and tokens[i + 1].kind in _NOMINAL and not clitic_preposition(tokens[i + 1]):
        return True
    if not token.word.stem.endswith(("ين", "ون")) or token.word.key in _OTHERS or token.word.key in _numerals():
        return False
    previous = before[-1] if before else None
    if previous is None or previous.kind not in {"noun", "adjective", "number"} or clitic_preposition(token):
        return True
    if has_conjunction(token):
        return not previous.word.stem.endswith(("ين", "ون"))
    if previous.kind == "noun" and previous.word.key in lemmas.verbal_nouns() and not previous.word.definite and previous.word.key not in word_class("toll_noun"):
        return True
    return previous.kind == "noun" and not previous.word.definite and token.word.definite


def _is_sound_construct(token: Token) -> bool:
    """Whether a form on ya is a sound plural without its nun (`متمردي`, `مسلحي`) and no quality (`أمني`)."""
    word = token.word
    return word.key.endswith("ي") and not word.definite and not word.enclitic and any(
        word.key[:-1] in word_class(name) and word.key + "ن" in word_class(name) for name in _PEOPLE
    )  # fmt: skip


def says_where(tokens: Sequence[Token], i: int) -> bool:
    """Return whether a word of direction on ya leads to the name behind it, `شرقي إدلب`, and is no quality of the noun before."""
    word = tokens[i].word
    if not word.stem.endswith("ي") or word.definite or word.enclitic or word.proclitics or word.key not in word_class("direction") or i + 1 >= len(tokens):
        return False
    following = tokens[i + 1]
    return following.kind in {"noun", "other"} and not clitic_preposition(following) and not has_conjunction(following)


def _is_elative(tokens: Sequence[Token], i: int) -> bool:
    """Whether what looks like a verb compares: `أبرز عضو`, `أكثر من`, before an indefinite noun."""
    word = tokens[i].word
    if word.person != "3ms" or word.proclitics or word.enclitic or i + 1 >= len(tokens) or word.key not in word_class("elative"):
        return False
    following = tokens[i + 1]
    if word.key == "اقدم" and any(token.word.form == "على" for token in tokens[i + 2 : i + _SET_ABOUT]):
        return False  # `أقدم عناصر ميليشيا على اعتقال`
    return following.kind == "noun" and not following.word.definite and not following.word.proclitics


def _is_counted_noun(before: Sequence[Token], token: Token) -> bool:
    """Whether what looks like a verb is what a word of quantity counts: `في عدة مدن`."""
    if not before or token.word.proclitics or "ال" in before[-1].word.proclitics:
        return False  # `الأحد أعلن`: a day
    if before[-1].word.key in _ONE_OF and not token.word.definite and (token.word.enclitic or token.word.tense == "past"):
        return True  # `أحد أقاربه`
    return not token.word.enclitic and role_of(before[-1].word.key) == "quantifier" and fold(token.word.form) in nouns()


def _is_person_behind_verb(before: Sequence[Token], token: Token) -> bool:
    """Whether what looks like a verb is who did what the verb before tells: `لقي طالب مصرعه`."""
    word = token.word
    if not before or word.tense != "past" or word.proclitics or word.enclitic:
        return False
    if before[-1].kind == "noun" and not before[-1].word.definite and (before[-1].word.key in word_class("of_the_dead") or before[-1].word.key in word_class("toll")):
        return fold(word.form) in word_class("lone_person")  # `جثة شاب`
    if before[-1].kind != "verb":
        return False
    return role_of(before[-1].word.key) != "aspect" and fold(before[-1].word.lemma) not in word_class("auxiliary") and fold(word.form) in word_class("lone_person")


def _is_office(token: Token) -> bool:
    """Whether what looks like a verb is a holder of an office: `قاضي التحقيق`, for the verb ends in another letter."""
    word = token.word
    return word.tense == "past" and word.person == "3ms" and word.stem.endswith("ي") and not word.enclitic and word.key in word_class("official")


def _names_a_place(before: Token, tokens: Sequence[Token], i: int) -> bool:
    """Whether what looks like a verb is the name of the place that the word before announces: `قرية عري`, but not `قرية قتل فيها رجل`."""
    token = tokens[i]
    if i + 1 < len(tokens) and tokens[i + 1].kind != "noun" and role_of(tokens[i + 1].word.key) == "resumptive":
        return False  # what points back to the place makes a clause of it
    if before.kind != "noun" or before.word.definite or token.word.proclitics or before.word.key not in word_class("place_kind"):
        return False
    return token.word.person == "3fp" or (token.word.tense == "past" and token.word.person in {"3ms", "3fs"})


def _ends_a_name(settled: Sequence[Token], token: Token) -> bool:
    """Whether what looks like a verb is the second word of a place's name: `بلدة تل تمر`, `مدينة عين عيسى`."""
    if len(settled) < 2 or token.word.proclitics or token.word.enclitic or len(token.word.form) > _LONGEST_SECOND_NAME:  # noqa: PLR2004
        return False
    opener = settled[-1].word
    return not opener.definite and opener.key in word_class("name_opener") and settled[-2].word.key in word_class("place_kind") and not settled[-2].word.definite


def _kind_in_place(before: Sequence[Token], tokens: Sequence[Token], i: int) -> WordKind:
    token = tokens[i]
    word = token.word
    if "ال" in word.proclitics:
        return "noun"
    if word.kind == "noun" and word.form.startswith("و") and not word.proclitics and any(word.key in word_class(name) for name in _PEOPLE):
        return "noun"  # `وزير الدفاع`, whose verb would be and + visited
    if word.kind == "noun" and word.person == "3md" and word.tense == "past" and not word.enclitic and not _tells_of_two(before):
        return "noun"  # `قتلت القوات شابا`: nobody is told of who could be two that grew grey
    if word.stem.endswith("ى") and word.tense == "past" and not word.enclitic:
        if word.kind != "verb" and lemmas.ambiguous_verbs().get(fold(word.verb)) == "noun":
            return "noun"  # `قوى الأمن`
        if i + 1 < len(tokens) and tokens[i + 1].kind == "adjective" and tokens[i + 1].word.feminine and not tokens[i + 1].word.proclitics:
            return "noun"  # `بنى تحتية`
        return "verb"  # `نفى`, where the noun is `نفي`
    previous = _previous(before)
    if previous is not None and not has_conjunction(token):
        role = role_of(previous.word.key)
        if role in {"relative", "aspect", "negation", "future", "conditional"} and previous.word.key != "غير":
            return "verb" if previous.word.key != fold("عدم") else "noun"
        if role == "complementiser" and previous.word.enclitic and word.tense == "past" and not clitic_preposition(Token(token.span, word, "noun")):
            return "verb"  # `أعلن أنه قصف أهدافا`
        counts = role == "quantifier" and "ال" not in previous.word.proclitics  # `الأحد أعلن`: a day
        if previous.kind == "preposition" or counts or role == "demonstrative" or previous.kind == "number":
            return "noun"
        if word.key in word_class("gathers") and previous.word.key in word_class("gathering"):
            return "verb"  # `اجتماع ضم ممثلين`
        if word.tense == "past" and _is_done_by_what_follows(previous, tokens, i):
            return "verb"
        if previous.kind == "noun" and not previous.word.definite and fold(previous.word.stem) in _construct_heads():
            return "noun"
    if clitic_preposition(Token(token.span, word, "noun")):
        return "noun" if word.kind == "noun" else token.kind
    if word.tense == "past" and i + 1 < len(tokens) and tokens[i + 1].kind == "noun" and is_accusative(tokens[i + 1]):
        return "verb"  # `أن صاروخا قصف منزلا`: no genitive ends so
    if word.tense == "past" and not has_conjunction(token) and word.kind != "conjunction" and _clause_has_verb(before):
        return "noun"  # `عاود الطيران شن غاراته`, `أعلنت الوزارة قتل عدد من`
    if has_conjunction(token) and word.tense == "past" and _goes_on_from_deed(before, tokens, i):
        return "noun"
    behind = tokens[i + 1] if i + 1 < len(tokens) else None
    if word.enclitic and behind is not None and behind.kind == "adjective" and behind.word.proclitics == ("ال",) and word.tense == "past" and not word.proclitics:
        return "noun"  # `قصفه المكثف`
    if word.tense == "past" and _is_definite(previous) and _clause_needs_verb(before):
        return "verb"  # `أن الجيش التركي رد من مواقعه`
    if word.enclitic and "noun" in word.alternatives and previous is not None and goes_on(tokens, i - 1):
        return "noun"  # `مؤكدا تمسكه برأيه`
    opens = _opens_clause(previous, token) or (_is_definite(previous) and not any(other.kind == "verb" for other in before))
    return _by_what_follows(tokens, i, opens=opens)


def _tells_of_two(before: Sequence[Token]) -> bool:
    """Whether any word so far may name two: the dual of a noun or a pronoun, or two that are joined."""
    return any(token.word.form.endswith(("ان", "ين", "هما", "ثنا")) or has_conjunction(token) for token in before if token.kind not in {"punctuation", "number"})


def _is_done_by_what_follows(previous: Token, tokens: Sequence[Token], i: int) -> bool:
    """Whether a form with a pronoun for the indefinite deed before it has people or a force behind it: `كمين نصبه عناصر التنظيم`."""
    if tokens[i].word.enclitic not in {"ه", "ها"} or i + 1 >= len(tokens) or previous.kind != "noun" or previous.word.definite:
        return False
    following = tokens[i + 1]
    is_doer = following.kind == "noun" and (following.word.proclitics == ("ال",) or any(following.word.key in word_class(name) for name in (*_PEOPLE, "party")))
    return is_doer and not clitic_preposition(following) and not has_conjunction(following) and previous.word.key in lemmas.verbal_nouns()


def _clause_needs_verb(before: Sequence[Token]) -> bool:
    """Whether `أن` opened a clause that has a subject and no verb yet."""
    for token in reversed(before):
        if token.kind in {"verb", "preposition"} or clitic_preposition(token):
            return False
        if role_of(token.word.key) == "complementiser":
            return True
    return False


def _clause_has_verb(before: Sequence[Token]) -> bool:
    """Whether a finite verb, no form of `كان`, stands in the clause that the tokens end, so that no second one follows without a link."""
    for token in reversed(before):
        if token.kind == "verb":
            return not token.word.enclitic and role_of(token.word.key) != "aspect" and token.word.lemma != "كان"
        if token.kind in {"punctuation", "conjunction", "particle"} or has_conjunction(token):
            return False
    return False


def _goes_on_from_deed(before: Sequence[Token], tokens: Sequence[Token], i: int) -> bool:
    """Whether a deed is joined to deeds: `تعذيب السجناء وقتلهم`, `خطف جندي وقطع رأسه`, `الاعتقالات والاغتيالات وقصف المنازل`."""
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is not None and (following.kind == "number" or following.word.key in _numerals()):
        return False  # `وقتل ثلاثة` is news of its own
    if before and has_conjunction(before[-1]) and before[-1].kind == "noun" and before[-1].word.key in lemmas.verbal_nouns():
        return True
    owned = bool(tokens[i].word.enclitic) or (following is not None and following.kind == "noun" and bool(following.word.enclitic))
    definite = following is not None and "ال" in following.word.proclitics and bool(before) and "ال" in before[-1].word.proclitics
    for token in before[: -(_DEED_WITHIN if owned else 2) - 1 : -1] if owned or definite else ():
        if token.kind in {"verb", "punctuation", "conjunction"}:
            return False
        if token.kind == "noun" and token.word.key in lemmas.verbal_nouns() and "ال" not in token.word.proclitics:
            return True
    return False


def _is_definite(token: Token | None) -> bool:
    """Whether a word with the article ends a phrase that no bare noun can go on: `الجيش السوري قصف مواقع`."""
    return token is not None and token.kind in {"noun", "adjective"} and "ال" in token.word.proclitics and not clitic_preposition(token)


def _opens_clause(previous: Token | None, token: Token) -> bool:
    if previous is None or has_conjunction(token) or previous.kind == "punctuation" or previous.word.form in _BESIDES:
        return True
    return previous.kind == "conjunction" and role_of(previous.word.key) == "subordinator"


# Adverbs that open a clause and say nothing of its verb.
_BESIDES: Final = frozenset({"كذلك", "وكذلك", "أيضا", "لذلك", "ولذلك", "هكذا", "وهكذا", "عندها", "وعندها", "حينها", "وحينها", "هنا", "وهنا", "هناك"})
# Words between two deeds that `و` joins: the victim with his qualities.
_DEED_WITHIN: Final = 6
_KILLED: Final = frozenset({"قتل", "جرح", "تعرض"})
_SIDES: Final = ("force", "party", "authority", "tribe")
SELF: Final = frozenset({"نفسه", "نفسها", "نفسيهما", "أنفسهم", "انفسهم", "نفسي"})


def _by_what_follows(tokens: Sequence[Token], i: int, *, opens: bool) -> WordKind:
    word = tokens[i].word
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is None or following.kind == "punctuation":
        return word.kind
    if names_time(tokens[i]):  # `فجر انتحاري سيارة`, `المهاجم فجر نفسه`; the dawn stands before a day or a place
        blows_himself_up = any(other.word.form in SELF for other in tokens[i + 1 : i + 4])
        blows_up = blows_himself_up or (opens and following.kind in _NOMINAL and not names_time(following) and not clitic_preposition(following))
        return "verb" if blows_up and not (following.kind == "number" or following.word.form == "أول") else "noun"
    if opens and word.kind == "verb" and word.tense == "past" and fold(word.verb) in word_class("reporting") and following.kind == "adjective":
        return "verb"  # `وحذر بخاري`: a name that looks like a quality
    if following.kind == "adjective" and not following.word.definite and not following.word.proclitics and not (opens and _is_undergone(word, following)):
        return "noun"
    if following.kind == "preposition" or clitic_preposition(following):
        return word.kind
    if opens and word.tense == "past" and following.kind in _NOMINAL:
        return "verb"
    return word.kind


def _is_undergone(word: Word, following: Token) -> bool:
    """Whether an adjective behind a word of killing or undergoing is a person: `قتل فلسطيني`, `تعرض قيادي`, but `قصف سوري`."""
    key = following.word.key
    if following.word.stem.endswith("ون") and following.word.plural:
        return True  # `خطف مجهولون`: a plural in the nominative qualifies no deed
    return key in word_class("lone_person") and (word.key in _KILLED or key not in word_class("nationality_adj"))


def _previous(before: Sequence[Token]) -> Token | None:
    for token in reversed(before):
        if token.word.form not in _OPENING:
            return token
    return None


@cache
def _construct_heads() -> frozenset[str]:
    """Nouns that stand in construct before a verbal noun: `محاولة`, `عملية`, `استمرار`, `خلال`."""
    return word_class("attempt") | word_class("operation_head") | word_class("case_of") | frozenset(lemmas.verbal_nouns())


def find_phrases(tokens: Sequence[Token]) -> tuple[Phrase, ...]:
    """Return the noun phrases of a sentence, left to right in reading order, none inside another."""
    phrases: list[Phrase] = []
    i = 0
    while i < len(tokens):
        if not _opens_phrase(tokens, i):
            i += 1
            continue
        end = _extend(tokens, i)
        phrases.append(make_phrase(tokens, i, end, phrases[-1] if phrases else None))
        i = end
    return tuple(phrases)


def _opens_phrase(tokens: Sequence[Token], i: int) -> bool:
    token = tokens[i]
    if token.kind in _NOMINAL:
        return not goes_on(tokens, i) and not _says_in_what_way(tokens, i)
    is_demonstrative = token.kind == "pronoun" and role_of(token.word.key) == "demonstrative"
    return is_demonstrative and i + 1 < len(tokens) and "ال" in tokens[i + 1].word.proclitics and not clitic_preposition(tokens[i + 1])


def _says_in_what_way(tokens: Sequence[Token], i: int) -> bool:
    """Whether a quality in the accusative bends the definite one before it: `المدعومة إيرانيا`, `المحظور دوليا`."""
    word = tokens[i].word
    if tokens[i].kind != "adjective" or not word.form.endswith("يا") or word.proclitics or i == 0:
        return False
    return "ال" in tokens[i - 1].word.proclitics and tokens[i - 1].kind == "adjective"


def goes_on(tokens: Sequence[Token], i: int) -> bool:
    """Return whether a token is a participle in the accusative that goes on from a verb (`مؤكدا`, `مشيرا`) and heads no phrase."""
    form = tokens[i].word.form
    if i and form.endswith("ة") and tokens[i - 1].word.form in "،,":
        leads = i + 1 < len(tokens) and (tokens[i + 1].kind == "preposition" or role_of(tokens[i + 1].word.key) == "complementiser")
        return leads and not tokens[i].word.proclitics and tokens[i].word.key[:-1] in lemmas.participles()  # `، مشيرة إلى`
    if not form.endswith("ا") or len(form) < 5 or tokens[i].word.proclitics or fold(form[:-1]) not in lemmas.participles():  # noqa: PLR2004
        return False
    if fold(form[:-1]) in _people_and_things():
        return False  # `قصف مستودعا`, `اعتقل مسلحا`
    return i == 0 or (tokens[i - 1].kind != "number" and tokens[i - 1].word.key not in _numerals())


@cache
def _people_and_things() -> frozenset[str]:
    """Keys of what is struck and who is taken, which a participle may name too: `مستودع`, `مسلح`."""
    names = ("facility", "named_site", "place_kind", "civilian", "force", "official", "vehicle", "victim", "detainee", "protester")
    return frozenset().union(*[word_class(name) for name in names])


@cache
def _numerals() -> frozenset[str]:
    """Keys of the number words, behind which an accusative is what is counted."""
    return frozenset(fold(word) for row in read_tsv("lexicon/ar/numbers.tsv") if row["value"].isdigit() and row["kind"] != "ordinal" for word in row.items_of("forms"))


@cache
def _months() -> frozenset[str]:
    """Keys of the months of one word, which end the phrase of a day."""
    rows = (row for row in read_tsv("lexicon/ar/time.tsv") if row["kind"] in {"month", "weak_month"})
    return frozenset(fold(word) for row in rows for word in row.items_of("forms") if " " not in word)


def _extend(tokens: Sequence[Token], start: int) -> int:
    j = start + 1
    while j < len(tokens):
        token = tokens[j]
        step = _step_over(tokens, start, j) if token.word.form in _BRIDGES else 0
        if step:
            j += step
            continue
        if token.kind == "punctuation":
            opened = start > 0 and tokens[start - 1].word.form in _OPENING and token.word.form in _CLOSING
            behind = _quoted_name(tokens, j + 1) if opened and j + 1 < len(tokens) else _quoted_name(tokens, j)
            behind = j if behind == j + 1 or tokens[j - 1].word.form in _TIME_ADVERBS else behind
            if behind == j:
                break
            j = behind
            continue
        if not _belongs(tokens, start, j):
            break
        j += 1
    return j


# Words and signs inside a phrase that the cases below ask about: one look for all.
_BRIDGES: Final = frozenset({"من", "و", "#"}) | _LACKING | _DASHES | frozenset(_MODELS)


def _step_over(tokens: Sequence[Token], start: int, j: int) -> int:
    """How many tokens from `j` on go with a phrase though the first of them is no noun; 0 where it ends or goes on as usual."""
    form, behind = tokens[j].word.form, tokens[j + 1] if j + 1 < len(tokens) else None
    if behind is None:
        return 0
    if _is_part_of(tokens, j):
        return 2
    if form == "من" and j + 2 < len(tokens) and behind.word.form in _OPENING and tokens[j - 1].word.key in _EACH_OF and tokens[j + 2].kind in _NOMINAL:
        return 3  # `كلا من "مهند العلي" و"فادي"`
    if form == "و" and _joins_quality(tokens, start, j):
        return 2  # `الطيران الروسي و السوري`
    if form in _LACKING and behind.word.form in _LACKED:
        return 2  # `طائرة بدون طيار`, `أطباء بلا حدود`
    if form in _DASHES and behind.kind == "number" and tokens[j - 1].word.form in _MODELS:
        return 2  # `مقاتلات تركية إف-16`
    if form in _MODELS and behind.word.form in _DASHES:
        return 1
    if form == "#" and _is_tagged_name(tokens, j):
        return 2  # `مدينة #الباب`
    return 0


def _joins_quality(tokens: Sequence[Token], start: int, j: int) -> bool:
    """Whether `و` written apart at `j` joins two qualities of one noun."""
    if j + 1 >= len(tokens) or j - 1 == start:
        return False
    before, behind = tokens[j - 1], tokens[j + 1]
    alike = behind.word.proclitics == before.word.proclitics == ("ال",) and before.word.feminine == behind.word.feminine
    return before.kind == behind.kind == "adjective" and alike and before.word.plural == behind.word.plural


def _is_tagged_name(tokens: Sequence[Token], j: int) -> bool:
    """Whether the sign of a tag at `j` stands before the name that a word for a place announces: `قرية #مريمين`, `ريف #حلب`."""
    if j + 1 >= len(tokens) or tokens[j + 1].kind not in {"noun", "adjective", "other"}:
        return False
    name, before = tokens[j + 1], tokens[j - 1]
    if clitic_preposition(name) or has_conjunction(name) or before.word.definite:
        return False
    return before.word.key in word_class("place_kind") or before.word.key in word_class("direction")


def _is_part_of(tokens: Sequence[Token], j: int) -> bool:
    """Whether `من` at `j` belongs to a quantity: `عدد من المدنيين`, `عشرات من`."""
    token, before = tokens[j], tokens[j - 1]
    if token.word.form != "من" or j + 1 >= len(tokens) or tokens[j + 1].kind not in _NOMINAL:
        return False
    if any(tokens[j + 1].word.key in word_class(name) or fold(tokens[j + 1].word.lemma) in word_class(name) for name in ("prison", "camp")):
        return False  # `إطلاق سراح الآلاف من السجون`: where from, not of what
    counted = j > 1 and (tokens[j - 2].kind == "number" or tokens[j - 2].word.key in _numerals())
    if before.word.key in word_class("of_group") and not before.word.enclitic and not counted and any(tokens[j + 1].word.key in word_class(name) for name in _SIDES):
        return True  # `قوة من الشرطة العراقية`
    return before.word.key in _partitives() or before.kind == "number" or before.word.key in _numerals() or role_of(before.word.key) == "quantifier"


@cache
def _partitives() -> frozenset[str]:
    return frozenset(fold(word) for word in ("كلا", "عدد", "أعداد", "عديد", "كثير", "مزيد", "عشرات", "مئات", "آلاف", "مجموعة", "بعض", "أكثر", "أقل"))


def _quoted_name(tokens: Sequence[Token], i: int) -> int:
    """Index behind a short name in quotes or brackets (`قوات سوريا الديمقراطية “قسد”`), or `i` where there is none."""
    if tokens[i].word.form not in _OPENING or (i + 1 < len(tokens) and clitic_preposition(tokens[i + 1])):
        return i
    for j in range(i + 1, min(i + 2 + _LONGEST_QUOTED_NAME, len(tokens))):
        form = tokens[j].word.form
        if form in _CLOSING and j > i + 1:
            return j + 1
        if tokens[j].kind not in _NOMINAL or has_conjunction(tokens[j]):
            return i
    return i


def _belongs(tokens: Sequence[Token], start: int, j: int) -> bool:
    """Whether the token continues the phrase that began at `start`."""
    token, before = tokens[j], tokens[j - 1]
    word = token.word
    if token.word.key == "هولاء" and before.kind == "noun" and not before.word.definite:
        return True
    if token.kind not in _NOMINAL or clitic_preposition(token) or word.form in _ALL_OF_THEM or fold(word.form) in word_class("own_death"):
        return False
    if has_conjunction(token):
        return _joins_inside(tokens, start, j)
    if says_where(tokens, j) or (goes_on(tokens, j) and not before.word.form.endswith("ا") and before.kind != "number"):
        return False  # `شمال بيروت مستهدفا بعض النقاط`
    if before.kind == "pronoun":
        return True
    if before.word.form == "من":
        return True
    if before.word.form in SELF or (word.form in SELF and not before.word.definite and before.kind != "other"):
        return False  # `فجر مسلح ملثم نفسه`
    if before.word.key in word_class("day_adverb") and not names_time(token) and token.kind != "number":
        return token.kind == "adjective" and word.definite  # `خطفوا أمس القنصل`, but `أمس الأول`
    if before.kind == "punctuation":  # behind a quoted name only what agrees goes on
        return token.kind == "adjective" and word.definite
    if token.kind == "number":
        return before.kind == "number" or role_of(before.word.key) == "quantifier" or before.word.key == fold("عدد")
    if before.kind == "number":
        return True
    if j - start > 1 and word.key in _numerals() and not word.definite and before.word.key.endswith("ه") and not before.word.definite and not _is_counted_by(before):
        return False  # `بأسلحة رشاشة أربع نقاط`
    if before.word.key in word_class("munition") and not before.word.definite and _is_struck(token):
        return False  # `بصاروخ ممتلكات المواطنين`
    if before.word.form.isascii() and before.kind == "other" and token.kind == "noun" and word.enclitic:
        return False  # `دورية لميليشيا PYD منزله`
    if word.form in _TIME_ADVERBS and before.word.definite and not names_time(before):
        return False  # `خرج الآلاف أمس`
    if _is_general_office(tokens, start, j):
        return True
    if before.word.enclitic or is_name_of_its_own(before):
        return "ال" in word.proclitics and (token.kind == "adjective" or word.stem.endswith("ي"))
    if word.enclitic and word.key in _COUNTERPARTS:
        return False  # `التقى الوزير نظيره`
    if word.enclitic and (word.key == "مصدر" or (j - start > 1 and word.key in lemmas.verbal_nouns())):
        return False  # `أعلنت قوات قسد تعليقها`: a deed with its owner is a phrase of its own
    if before.word.form in _TIME_ADVERBS and not names_time(token):
        return False  # `استهدف أمس مدينة`
    if j - start > 1 and tokens[j - 2].kind == "number" and before.word.key in _months():
        return token.kind == "adjective" and word.definite  # `8 أيلول نقطة طبية`, but `12 شباط الماضي`
    if token.kind == "adjective" and word.definite:
        return True
    if word.key in _COUNTED_BEHIND and not word.proclitics and not before.word.definite and before.kind == "noun":
        return True  # `مسلحين اثنين`
    if token.kind == "noun" and _keeps_nun(before) and word.stem[-2:] == before.word.stem[-2:] == "ين" and not word.proclitics and not before.word.definite:
        return True  # `مقاتلين معارضين`
    if token.kind == "noun" and (_keeps_nun(before) or (word.form == "النار" and j - start > 1 and before.word.key not in lemmas.verbal_nouns())):
        return False  # `مسلحون صحفيا`, `أطلقت ميليشيا أسد النار`
    if before.kind == "adjective" and before.word.feminine and word.feminine and not word.definite and not before.word.definite and _is_bare_participle(word):
        return True  # `عبوة ناسفة مزروعة`
    if before.kind == "adjective" and "ال" in word.proclitics and word.key in word_class("quality_of"):
        return True  # `طائرات مجهولة الهوية`
    if before.kind == "adjective" and token.kind == "noun" and "ال" not in before.word.proclitics and before.word.key not in _numerals():
        return False  # `ثمانية` is a numeral whatever its ending
    if j - start > 1 and names_time(before) and tokens[j - 2].word.key in _numerals() and not names_time(token):
        return token.kind == "adjective"  # `أربعة أشهر أكثر من`
    if before.word.key in _numerals() and names_time(token) and token.word.key not in word_class("day_adverb"):
        return True  # `ثلاث سنوات`
    counts = before.word.key in _numerals() or role_of(before.word.key) == "quantifier"
    if before.word.form in _LACKED and token.kind == "noun" and word.form.endswith("ا"):
        return False  # `طائرة بدون طيار هجوما`
    if token.kind == before.kind == "noun" and is_accusative(token) and not counts and not _may_precede_accusative(before):
        return False  # `أحبط شرطي هجوما`: no genitive ends so; but `فتى فلسطينيا`
    if _is_lone_fighter(before) and token.kind == "noun" and not word.proclitics and word.key in word_class("civilian"):
        return False  # `قنص مسلح امرأة`
    if token.kind == "noun" and _is_lone_nisba(before) and not word.proclitics and lemmas.is_word(word.stem):
        return False
    is_deed = token.word.key in lemmas.verbal_nouns() or token.word.key == "مسووليه"
    if (j - start > 1 or is_deed) and _is_known_noun(token) and _is_unknown_name(before):
        return False  # `محافظة ديالى عودة`: behind a name a common noun begins a new phrase
    if word.form.isascii() and word.form.isupper() and before.kind in {"noun", "adjective"}:
        return True  # `الميليشيات الكردية PKK`
    if "ال" in before.word.proclitics:
        return _is_apposition(tokens, start, j)
    return not names_time(token) or names_time(tokens[start])


def _is_general_office(tokens: Sequence[Token], start: int, j: int) -> bool:
    """Whether `عام` at `j` or before it is of an office and no year: `أمين عام المنظمة`, `مدير عام الشرطة`."""
    word, before = tokens[j].word, tokens[j - 1].word
    if word.form == "عام":
        return before.key in word_class("general_office") and not before.definite
    if before.form != "عام" or j - start < 2 or tokens[j - 2].word.key not in word_class("general_office"):  # noqa: PLR2004
        return False
    return tokens[j].kind in {"noun", "adjective", "other"} and (word.proclitics == ("ال",) or not word.proclitics)


def _is_bare_participle(word: Word) -> bool:
    """Whether a feminine form is a participle that no list has as a noun."""
    return word.key.endswith("ه") and word.key[:-1] in lemmas.participles() and word.key not in nouns()


def _is_counted_by(token: Token) -> bool:
    """Whether a noun takes the number behind it as its genitive: `إصابة ثلاثة`, `مئة وثلاثة`."""
    return token.word.key in lemmas.verbal_nouns() or token.word.key in _numerals() or role_of(token.word.key) == "quantifier"


def _is_struck(token: Token) -> bool:
    """Whether a noun names what a missile hits and no part or kind of a missile."""
    return token.kind == "noun" and "ال" not in token.word.proclitics and any(token.word.key in word_class(name) for name in ("facility", "vehicle", "struck_thing"))


def _joins_inside(tokens: Sequence[Token], start: int, j: int) -> bool:
    """Whether و joins inside a phrase: two adjectives (`الطائرات السورية والروسية`), two genitives of one head (`عناصر الشرطة والأمن`)."""
    token, before, head = tokens[j], tokens[j - 1], tokens[start]
    if token.word.proclitics == ("و",) and token.kind == before.kind == "adjective" and head.word.key in lemmas.verbal_nouns():
        return not token.word.definite and not before.word.definite and before.word.feminine == token.word.feminine  # `قصف مدفعي وصاروخي`
    if token.word.proclitics != ("و", "ال") or "ال" not in before.word.proclitics:
        return False
    if token.kind == "adjective":
        return before.kind == "adjective" and before.word.feminine == token.word.feminine and before.word.plural == token.word.plural
    if token.kind != "noun" or token.word.key in lemmas.verbal_nouns() or before.kind != "noun":
        return False
    return not head.word.definite and head.word.key in word_class("joint_head") and token.word.key not in word_class("party")


def _may_precede_accusative(before: Token) -> bool:
    """Whether a noun tells nothing of its case, or what follows it is the name of a place: `فتى فلسطينيا`, `قرية سرمدا`."""
    return is_accusative(before) or before.word.form.endswith("ى") or before.word.key in word_class("place_kind")


def is_accusative(token: Token) -> bool:
    """Whether a noun bears the alif of an indefinite accusative: `هجوما`."""
    word = token.word
    if not word.form.endswith("ا") or word.definite or word.proclitics or len(word.form) < _SHORTEST_ACCUSATIVE:
        return False
    if word.key in word_class("city") or word.key in word_class("capital"):
        return False  # `مخيم درعا`
    return fold(word.form) in {fold(word.stem) + "ا", fold(word.lemma) + "ا"}


def _is_lone_nisba(token: Token) -> bool:
    """Whether a noun is one person named by a quality on ya, so that no genitive follows: `فجر انتحاري سيارة`."""
    word = token.word
    return token.kind == "noun" and word.stem.endswith("ي") and not word.definite and word.key in word_class("lone_person")


def _is_lone_fighter(token: Token) -> bool:
    """Whether a noun is one man of arms, indefinite, who has no civilian for his genitive."""
    word = token.word
    return token.kind == "noun" and not word.definite and not word.plural and word.key in word_class("lone_person") and word.key in word_class("force")


def _keeps_nun(token: Token) -> bool:
    """Whether a plural keeps its nun and so has no genitive behind it: `مسلحون صحفيا`."""
    word = token.word
    if token.kind != "noun" or len(word.stem) <= 4 or word.key in _numerals():  # noqa: PLR2004
        return False
    base = fold(word.stem[:-2])
    if word.stem.endswith(("ون", "ين")) and fold(word.lemma) == base:
        return True
    return word.stem.endswith(("ون", "ين", "ان")) and word.key not in word_class("party") and any(base in word_class(name) for name in (*_PEOPLE, "lone_person"))


def _is_known_noun(token: Token) -> bool:
    word = token.word
    return token.kind == "noun" and not word.definite and (word.key in lemmas.verbal_nouns() or (lemmas.is_word(word.stem) and len(word.stem) > 4))  # noqa: PLR2004


def _is_unknown_name(token: Token) -> bool:
    word = token.word
    return token.kind in {"noun", "other"} and not word.definite and not lemmas.is_word(word.form) and word.key not in lemmas.verbal_nouns() and word.key not in nouns()


def remarks_on_all(token: Token) -> bool:
    """Return whether a word opens a remark on those told before: `معظمهم من النساء`, `أحدهما طفل`."""
    return token.word.form in _ALL_OF_THEM


def is_name_of_its_own(token: Token) -> bool:
    """Whether a noun is a country or party, definite without an article, so that no genitive follows it."""
    word = token.word
    return token.kind == "noun" and (word.key in word_class("state") or (word.key in word_class("party") and not (word.key == "قاعده" and not word.definite)))


def _is_apposition(tokens: Sequence[Token], start: int, j: int) -> bool:
    """After a definite noun only a name or a second title goes on: `الرئيس دونالد ترامب`, `الشهيد فلان`."""
    token = tokens[j]
    if token.kind == "adjective" or names_time(token):
        return token.kind == "adjective" and token.word.definite
    titled = any(fold(tokens[k].word.lemma) in titles() or tokens[k].word.key in titles() for k in range(start, j))
    if "ال" in token.word.proclitics:
        return titled and tokens[j - 1].word.key in titles()
    word = token.word
    is_name = word.key in word_class("given_name") or (not lemmas.is_word(word.form) and fold(word.stem) not in lemmas.verbal_nouns() and not word.proclitics)
    return is_name if titled else is_name and tokens[j - 1].kind != "adjective" and token.kind == "other"


@cache
def titles() -> frozenset[str]:
    """Keys of the titles that a name follows."""
    return word_class("person_title")


def is_year(token: Token) -> bool:
    """Return whether a token is a year in digits."""
    return token.kind == "number" and len(token.word.form) == 4 and token.word.form[:2] in {"19", "20"}  # noqa: PLR2004


def names_time(token: Token) -> bool:
    """Return whether a word makes a bare phrase a time: `يوم`, `أمس`, `صباح`, and a day of the week with its article."""
    word = token.word
    return word.key in word_class("time_head") or (word.key in word_class("weekday") and "ال" in word.proclitics)


def make_phrase(tokens: Sequence[Token], start: int, end: int, before: Phrase | None = None) -> Phrase:
    """Return the phrase of the tokens [start, end), its head behind numbers and quantifiers."""
    head = start
    while head + 1 < end and (_is_counting(tokens[head]) or _counts_in_words(tokens[head], tokens[head + 1]) or "من" in {tokens[head].word.form, tokens[head + 1].word.form}):
        head += 1
    first = tokens[start]
    behind = start - 1 if start and tokens[start - 1].word.form not in _OPENING_OR_TAG else start - 2
    if behind > 0 and _is_so_called(tokens, behind - 1):
        behind -= 2
    previous = tokens[behind] if behind >= 0 else None
    preposition = clitic_preposition(first)
    joined = has_conjunction(first) and before is not None and before.end == start
    if not joined and before is not None and behind < start - 1 and previous is not None and previous.word.form == "و":
        joined = before.end >= behind  # `النظام و"قسد"`
    if not joined and before is not None and previous is not None and previous.word.form == "و" and before.end == start - 1:
        joined = True  # `الشقيق و أحد أقاربه`
    if not preposition and previous is not None and previous.kind == "preposition" and not has_conjunction(first):
        preposition = previous.word.lemma
        if preposition == "نحو" and _is_counting(first):
            preposition = ""  # about, not towards
        if preposition == "قبل" and behind > 0 and tokens[behind - 1].word.lemma == "من":
            preposition = "من قبل"
    elif not preposition and joined and before is not None:
        preposition = before.preposition
    begin = first.span.start + _clitic_length(first)
    return Phrase(
        start=start, end=end, head=head, preposition=preposition, coordinated=joined, span=Span(begin, max(begin + 1, _last_end(tokens, end))),
    )  # fmt: skip


def _counts_in_words(token: Token, following: Token) -> bool:
    """Whether a numeral in words has what it counts right behind it: `ثلاثة جنود`."""
    counts = token.word.key in _numerals() and token.word.key not in _ONE_OF and not token.word.definite
    return counts and following.kind == "noun" and following.word.key not in _numerals() and following.word.key not in word_class("place_kind")


def _last_end(tokens: Sequence[Token], end: int) -> int:
    return tokens[end - 1].span.end


def _is_counting(token: Token) -> bool:
    return token.kind in {"number", "pronoun"} or role_of(token.word.key) == "quantifier"


def _clitic_length(token: Token) -> int:
    """Letters of the conjunction and preposition in front; 0 where marks hide how long they are on the page.

    `للقوات` keeps its ل: without it the article would stand there torn.
    """
    if token.span.end - token.span.start != len(token.word.form):
        return 0
    clitics = token.word.proclitics
    if not clitics:
        return 0
    torn = clitics[-2:] == ("ل", "ال")
    return sum(len(clitic) for clitic in clitics if clitic != "ال") - torn

# SPDX-License-Identifier: Apache-2.0
"""Cut a sentence into tokens and say what each form is. A form is analysed once and shared by all its tokens."""

import re
from functools import cache
from typing import Final

from msgspec.structs import replace

from rasid.knowledge.load import read_tsv
from rasid.languages.ar import lemmas
from rasid.languages.ar.clitics import Split, find_verb, split_noun
from rasid.languages.ar.normalise import normalise
from rasid.languages.ar.verbs import VerbForm
from rasid.languages.ar.vocabulary import adjectives, hidden_words, nouns, number_words, time_words
from rasid.records import Span, Token, Word, WordKind
from rasid.remembered import remembered
from rasid.spelling import fold

# A scraper loses spaces: `@deskاعتقلت` is two words, as `الPKK` is.
_FOREIGN: Final = r"[^\W\d_\u0621-\u06d3]"
_TOKEN: Final = re.compile(rf"[\u0621-\u063a\u0641-\u064a\u0671-\u06d3]+|\d+(?:[.,:/]\d+)*|{_FOREIGN}+(?:['’.-]{_FOREIGN}+)*|\S")
_ARABIC: Final = re.compile(r"[\u0621-\u06d3]")
_DAMMA: Final = "\u064f"
_NISBA: Final = re.compile(r".{2,}(?:ي|يه|يين|يون|يات|ييه)$")
_PLURAL: Final = re.compile(r".{3,}(?:ين|ون|ات)$")
# Two hundred thousand forms hold the vocabulary of several hundred thousand articles; beyond that the cache forgets.
_CACHED_FORMS: Final = 200_000
# Words that only look like and / then and a function word: delegation, lost, promise, illusion.
_NOT_JOINED: Final = frozenset({"فقد", "وعند", "وعد", "فهم", "ومض", "وسوى"})


# First words of names, and land in the plural, which look like rare verb forms.
_NO_VERBS: Final = frozenset({"ابو", "ابي", "اراض", "اول", "عضو"})


# `فجر` is the dawn and also blew up; what follows tells.
_DAWN: Final = frozenset({"فجر"})

# Verbs that begin with و and are hardly ever and + verb: to promise, beside to count; to arrive, beside to pray.
_PROMISE: Final = frozenset({"وعد", "وصل"})
# To bid farewell, beside and + to call, which is the word of the news.
_FAREWELL: Final = frozenset({"ودع"})


def tokenise(text: str, span: Span) -> tuple[Token, ...]:
    """Return the tokens of a stretch of text; spans are into the text as read."""
    normalised = normalise(span.of(text), is_known=is_hidden_word, is_spelled=is_spelled)
    start, offsets, ends = span.start, normalised.offsets, normalised.ends
    tokens: list[Token] = []
    for match in _TOKEN.finditer(normalised.text):
        word = analyse(match[0])
        first, behind = match.span()
        if offsets is not None and ends is not None:
            first, behind = offsets[first], ends[behind - 1]
            if word.verb and behind - first > len(word.form) and _is_marked_passive(word, text[start + first : start + behind]):
                word = replace(word, voice="passive")
        tokens.append(Token(Span(start + first, start + behind), word, word.kind))
    return tuple(tokens)


def _is_marked_passive(word: Word, written: str) -> bool:
    """Whether a past has the damma of a passive on a letter before its last: `قُتل`, `أُصيب`, `استُهدف`."""
    return word.tense == "past" and _DAMMA in written[:-2]


def is_hidden_word(joined: str) -> bool:
    """Return whether a word with the signs that hid it taken out is one of the lexicon, clitics allowed."""
    words = hidden_words()
    key = fold(joined)
    return any(key[cut:] in words for cut in range(min(4, len(key)))) or any(key[:-cut] in words for cut in (1, 2) if len(key) > 4)  # noqa: PLR2004


def is_spelled(form: str) -> bool:
    """Return whether letters spell a word of the dictionary, with or without what is attached to it, or a function word."""
    if fold(form) in lemmas.closed_class():
        return True
    stem = split_noun(form).stem
    return lemmas.is_word(form) or (len(stem) > 1 and lemmas.is_word(stem))


@remembered(most=_CACHED_FORMS)
def analyse(form: str) -> Word:
    """Return what is known of a normalised form, whatever its place."""
    if not _ARABIC.match(form):
        return _foreign(form)
    closed = lemmas.closed_class().get(fold(form))
    if closed is not None and not _is_spelt_apart(form):
        return Word(form=form, key=fold(form), stem=form, lemma=form, kind=closed[0])
    joined = _joined_particle(form)
    if joined is not None:
        return joined
    noun = split_noun(form)
    is_settled = form not in _DAWN and _is_settled(noun)
    verb = None if is_settled else find_verb(form)
    if verb is not None and verb.verb is not None and _is_doer(form, verb.verb):
        verb = None
    if verb is not None and _is_verb_first(form, verb, noun):
        alternatives: tuple[WordKind, ...] = ("noun",) if _can_be_noun(noun) else ()
        word = _verb_word(form, verb, noun, alternatives)
        return (joined_verb(word) or word) if word.verb in _FAREWELL else word
    if verb is not None and verb.verb is not None and verb.verb.verb in _FAREWELL:
        joined = joined_verb(_verb_word(form, verb, noun, ()))
        if joined is not None:
            return joined  # `ودعا`: and called
    word = _noun_word(form, noun)
    if verb is None or verb.verb is None or "ال" in noun.proclitics or word.kind in {"conjunction", "pronoun", "preposition"}:
        return word
    found = verb.verb
    return Word(
        form=form, key=word.key, kind=word.kind, lemma=word.lemma, stem=word.stem, proclitics=word.proclitics, enclitic=word.enclitic,
        definite=word.definite, plural=word.plural, feminine=word.feminine, verb=found.verb, tense="past" if found.tense == "past" else "present",
        voice=found.voice, person=found.person, alternatives=("verb",),
    )  # fmt: skip


def _is_spelt_apart(form: str) -> bool:
    """Whether a form is a function word only by its folded spelling: `آلية` is no `إليه`."""
    return form.endswith("ة") and form not in lemmas.closed_words()


def _is_settled(noun: Split) -> bool:
    """Whether a form is no verb whatever it looks like: times, numerals, `آخر` another (postponed is spelt أخر), إن with a pronoun."""
    key = fold(noun.stem)
    if key in _NO_VERBS:
        return True
    if key in time_words() or (noun.enclitic != "" and key in {"ان", "لكن"}):
        return True
    return noun.enclitic == "" and (key in number_words() or noun.stem == "آخر")


def _is_doer(form: str, found: VerbForm) -> bool:
    """Whether a form is one who does (`بائع` a seller) and only by its folded spelling a past (`بايع` pledged allegiance): no past has ئ behind an alif of its own."""
    return found.tense == "past" and "ائ" in form and "ائ" not in found.verb


def _foreign(form: str) -> Word:
    kind: WordKind = "number" if form[0].isdigit() else "other" if form[0].isalpha() else "punctuation"
    return Word(form=form, key=form.lower(), stem=form, lemma=form.lower(), kind=kind)


def _is_verb_first(form: str, split: Split, noun: Split) -> bool:
    """Whether a form that can be a verb is one unless its place says otherwise."""
    found = split.verb
    if found is None or ("ال" in noun.proclitics and not split.proclitics and not _begins_with_lam(found, noun)):
        return False
    is_whole_word = not noun.proclitics and not noun.enclitic and (lemmas.is_word(form) or _listed(form))
    if found.tense == "past" and found.person == "3fs" and split.proclitics == ("و",) and not split.enclitic and not _listed(form) and lemmas.lemma_of(form) != form:
        return True  # `وأدت` led to, though the dictionary has a verb that it is a form of
    if (split.proclitics or split.enclitic) and is_whole_word and not form.startswith("وو"):
        return False  # `وزير` is no and + verb
    if found.person == "3mp" and not split.enclitic and form.endswith("وا") and _listed(noun.stem.removesuffix("ا")):
        return False  # `عضوا` a member, not `they bit`
    if found.rare and is_whole_word and (lemmas.lemma_of(form) == form or _NISBA.match(fold(form))):
        return False
    if found.tense == "past" and found.person in {"3ms", "3md"}:
        leaning = lemmas.ambiguous_verbs().get(fold(found.verb))
        if leaning is not None:
            return leaning == "verb"
        return bool(split.proclitics or split.enclitic) or fold(form) not in lemmas.verbal_nouns()
    return True


def _begins_with_lam(found: VerbForm, noun: Split) -> bool:
    """Whether the `ال` of a form is no article but the opening of a verb: `التحق` joined, beside `التهم` the accusations."""
    stem = fold(noun.stem)
    return noun.proclitics == ("ال",) and found.tense == "past" and found.verb.startswith("الت") and stem not in nouns() and stem not in lemmas.verbal_nouns()


def _joined_particle(form: str) -> Word | None:
    """A function word behind and / then: `وفي`, `ومن`, `فلم`."""
    if form[0] not in "وف" or len(form) < 3:  # noqa: PLR2004
        return None
    rest = form[1:]
    closed = lemmas.closed_class().get(fold(rest))
    if closed is None or closed[0] == "noun" or form in _NOT_JOINED:
        return None
    return Word(form=form, key=fold(rest), stem=rest, lemma=rest, kind=closed[0], proclitics=(form[0],))


def _listed(form: str) -> bool:
    return fold(form) in nouns()


def _can_be_noun(noun: Split) -> bool:
    key = fold(noun.stem)
    return key in lemmas.verbal_nouns() or lemmas.ambiguous_verbs().get(key) == "noun"


def _verb_word(form: str, split: Split, noun: Split, alternatives: tuple[WordKind, ...]) -> Word:
    found = split.verb
    assert found is not None  # noqa: S101  (the caller has seen it)
    stem = noun.stem if alternatives else split.stem
    return Word(
        form=form, key=fold(stem), kind="verb", lemma=found.verb, stem=stem, proclitics=split.proclitics, enclitic=split.enclitic,
        plural=found.person in {"3mp", "3fp"}, feminine="f" in found.person, verb=found.verb,
        tense="past" if found.tense == "past" else "present", voice=found.voice, person=found.person, alternatives=alternatives,
    )  # fmt: skip


def _without_accusative(split: Split) -> str:
    """The stem without the alif of an indefinite accusative: `هجوما`, `منزلا`; names, listed words and plurals like `خلايا` keep theirs."""
    stem = split.stem
    if not stem.endswith("ا") or len(stem) < 4 or split.enclitic or "ال" in split.proclitics or stem.endswith("ايا") or _listed(stem):  # noqa: PLR2004
        return stem
    short = stem[:-1]
    if lemmas.is_word(stem):
        return short if lemmas.lemma_of(stem) == short else stem
    return short if _listed(short) or lemmas.is_word(short) else stem


def _noun_word(form: str, split: Split) -> Word:
    split = Split(proclitics=split.proclitics, stem=_without_accusative(split), enclitic=split.enclitic)
    key = fold(split.stem)
    closed = lemmas.closed_class().get(key)
    takes_no_article = closed is not None and closed[0] in {"conjunction", "preposition", "particle"}  # `بين الحين والآخر`, `طارق العلي`
    if closed is not None and not ("ال" in split.proclitics and takes_no_article) and not _is_spelt_apart(split.stem):
        return Word(
            form=form, key=key, kind=closed[0], lemma=split.stem, stem=split.stem, proclitics=split.proclitics, enclitic=split.enclitic,
            definite="ال" in split.proclitics or bool(split.enclitic),
        )  # fmt: skip
    lemma = lemmas.lemma_of(split.stem)
    return Word(
        form=form, key=key, kind="adjective" if _is_adjective(split.stem, key, lemma) else "noun", lemma=lemma, stem=split.stem, proclitics=split.proclitics,
        enclitic=split.enclitic, definite="ال" in split.proclitics or bool(split.enclitic), plural=bool(_PLURAL.match(key)),
        feminine=key.endswith(("ه", "ات")),
    )  # fmt: skip


def _is_adjective(stem: str, key: str, lemma: str) -> bool:
    listed = adjectives()
    if key in number_words():
        return False  # `ثمانية`
    if stem == "أمن":
        return False  # safe is spelt آمن
    if key in listed or (fold(lemma) in listed and key.startswith(fold(lemma))):
        return True  # `مجاورتين`, but not `وقائع`
    if stem.endswith("ى") or (key in lemmas.verbal_nouns() and key.endswith("يه")):
        return False  # `قتلى`; `تصفية`, `تسوية`
    return bool(_NISBA.match(key)) and not any(form in _nisba_nouns() for form in _singulars(key))


def _singulars(key: str) -> tuple[str, ...]:
    """The forms that a list of nouns may have a word under: `مدنيين` of `مدني`, `عمليات` of `عملية`."""
    if key.endswith(("ون", "ين")):
        return (key, key[:-2])
    return (key, fold(key[:-2] + "ة"), key[:-2]) if key.endswith("ات") else (key,)


@cache
def _nisba_nouns() -> frozenset[str]:
    """Nouns that end like adjectives of relation: `عملية`, `قضية`, `وفاعلي`."""
    return frozenset(fold(word) for row in read_tsv("lexicon/ar/nisba_nouns.tsv") for word in row.items_of("words"))


def analyse_joined(word: Word) -> Word:
    """Return the reading of a form in و as and + the verb that the rest can be."""
    split = find_verb(word.form[1:])
    if split is None or split.verb is None:
        return word
    found = split.verb
    return Word(
        form=word.form, key=fold(split.stem), kind="verb", lemma=found.verb, stem=split.stem, proclitics=("و",), enclitic=split.enclitic,
        plural=found.person in {"3mp", "3fp"}, feminine="f" in found.person, verb=found.verb,
        tense="past" if found.tense == "past" else "present", voice=found.voice, person=found.person,
    )  # fmt: skip


def joined_verb(word: Word) -> Word | None:
    """Return the reading of a form in و as and + verb, where the whole is a verb too: `وفر` provided, and fled."""
    if word.kind != "verb" or word.proclitics or not word.form.startswith("و") or word.verb in _PROMISE:
        return None
    rest = analyse(word.form[1:])
    if rest.kind != "verb" or rest.tense != "past" or rest.proclitics or find_verb(word.form[1:]) is None:
        return None
    split = find_verb(word.form[1:])
    if split is None or split.verb is None or split.verb.rare or (word.form[1] == "ا" and split.verb.verb[0] != "ا"):
        return None  # `واصلت` went on, not and + `أصلت`
    return Word(
        form=word.form, key=rest.key, kind="verb", lemma=rest.lemma, stem=rest.stem, proclitics=("و",), enclitic=rest.enclitic, plural=rest.plural,
        feminine=rest.feminine, verb=rest.verb, tense=rest.tense, voice=rest.voice, person=rest.person,
    )  # fmt: skip

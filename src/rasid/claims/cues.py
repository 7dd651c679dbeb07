# SPDX-License-Identifier: Apache-2.0
"""Find the words that report: `قال`, `اتهم`, `وفقا لـ`, `مشيرا`, `said`, `according to`."""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Final, get_args

from msgspec.structs import replace

from rasid.knowledge.lexemes import Found, LexemeIndex, classes_of_word, classes_of_words, in_class, word_classes
from rasid.knowledge.load import Row, read_tsv
from rasid.records import Act, Record, Stance, Token
from rasid.spelling import fold

# `وفق ما أعلنته`, `حسبما ذكر`: the verb of an attribution stands this near.
_VERB_BEHIND: Final = 3
# `كما أعلنت الشرطة أن`: the clause begins this near.
_CLAUSE_WITHIN: Final = 12
# The verb of plain saying, whose row lends its markers to performed acts.
_PLAIN_SAYING: Final = "قال"
# `رفض متحدث التعليق`.
_SILENCE: Final = frozenset({"افصاح", "تعليق", "ادلاء", "رد", "خوض"})
_KEEPING_SILENT: Final = frozenset({"رفض", "امتنع", "تحفظ", "ابي"})
# `تعتبر المدينة من أكبر مدن الريف`.
_COUNTING: Final = frozenset({"اعتبر", "عد"})
_COUNTED_WITHIN: Final = 8
# `طلبت عدم الكشف عن هويتها`, `رفض ذكر اسمه`.
_IDENTITY_WITHIN: Final = 6
_IDENTITY: Final = frozenset({"هويه", "اسم", "هوي", "هويت", "اسماء"})
_DISCLOSURE: Final = frozenset({"عدم", "كشف", "ذكر", "نشر", "افصاح", "تسميه", "ايراد"})
_ANNOUNCING: Final = frozenset({"اعلن", "اكد", "جدد", "كشف"})
_WHO: Final = frozenset({"unnamed_source_head", "official", "person_title", "party", "state", "journalist"})
_BRACKETS: Final = frozenset("([{")
_INTENDING: Final = frozenset({"اعتزم", "نوي"})
_LED: Final = frozenset({"ان", "بان"})
_LED_WITHIN: Final = 6
_RELATIVES: Final = frozenset({"الذي", "التي", "الذين"})
_PURPOSES: Final = frozenset({"مطالبه", "تنديد", "استنكار"})
_NO_PURPOSE: Final = frozenset({"احتجاج"})  # a protest is an event, its cause what it is about
# `رجل يدعى محمد`: is called.
_NAMED_SO: Final = frozenset({"يدعى", "تدعى"})
_CARRYING: Final = frozenset({"نشر", "بث", "عرض", "تداول"})
# Verbs by which one outlet has what another said.
PASSING_ON: Final = frozenset({"نقل", "تناقل", "اورد", "اذاع"})
_NAME_PARTS: Final = frozenset({"أبي", "أبو", "أبا", "بن", "ابن"})
# `بعد أن أعلن`, `سبق أن حذر`: a past may stand behind أن.
_BEFORE_A_PAST: Final = frozenset({"بعد", "منذ", "سبق", "ما", "الا", "لولا", "الي", "حتي"})
_BETWEEN: Final = frozenset({"ما", "لما", "what"})
_CONNECTING: Final = frozenset({"عن", "to"})
_ALSO: Final = frozenset({"كما", "مثلما", "as"})
_VERBAL_ONLY: Final = frozenset({"حسبما", "وفقما", "كما", "مثلما", "as"})


class Sense(Record, frozen=True, kw_only=True):
    """One row of cues.tsv."""

    rule: str
    act: Act
    stance: Stance
    content: tuple[str, ...]
    """Markers that introduce the content, in order of preference: `أن`, `ب`, `object`, `:`, `quote`."""
    target: str
    """Relation that holds the target: `object`, a preposition, or an empty string."""
    is_attribution: bool = False
    """True for `بحسب X`, `according to X`: the source follows, the content is what the cue stands beside."""
    only: frozenset[str] = frozenset()
    """Words one of which must open the content: `سعى` asks only where it seeks an inquiry, a hearing, a report."""
    is_relay: bool = False
    """True for `نقلت وكالة عن X`: the subject passes on what the phrase behind `عن` says."""


class Cue(Record, frozen=True, kw_only=True):
    """A cue in a sentence."""

    sense: Sense
    kind: str
    """verb, noun, participle, phrase, attribution, or purpose: a noun that tells what people gather for."""
    start: int
    end: int
    """Token index behind its first run of words: `دعا` of `دعا … إلى`."""
    head: int
    after: int
    """Token index behind its last word."""
    slots: tuple[int, ...] = ()
    """Token indices of its words, where a phrase has others between."""


@cache
def cue_index(language: str) -> LexemeIndex:
    """Return the index of the cues of a language."""
    return LexemeIndex(read_tsv(f"lexicon/{language}/cues.tsv"))


@cache
def _senses(language: str) -> tuple[Sense, ...]:
    return tuple(_sense(row, language) for row in cue_index(language).rows)


def _sense(row: Row, language: str) -> Sense:
    if row["act"] not in get_args(Act):
        raise row.error(f"act '{row['act']}' is none of {', '.join(get_args(Act))}")
    if row["stance"] not in get_args(Stance):
        raise row.error(f"stance '{row['stance']}' is none of {', '.join(get_args(Stance))}")
    first = next((row[column].split("|")[0] for column in ("past", "phrases", "participles", "nouns") if row[column]), "")
    if not first:
        raise row.error("a cue needs a verb, a noun, a participle or a phrase")
    return Sense(
        rule=f"cue:{language}:{first}", act=row["act"], stance=row["stance"], content=row.items_of("content"),  # type: ignore[arg-type]  # checked above
        target="" if row["target"] == "-" else row["target"], is_relay="(via)" in row["note"],
        only=_only(row, language),
    )  # fmt: skip


def _only(row: Row, language: str) -> frozenset[str]:
    """The words of the class that a note of the kind `only: @request_object` names."""
    name = row["note"].removeprefix("only: @")
    if name == row["note"]:
        return frozenset()
    words = word_classes(language).get(name)
    if words is None:
        raise row.error(f"note names the class '{name}', which grammar.tsv, classes.tsv and markers.tsv lack")
    return words


def find_cues(tokens: Sequence[Token], *, language: str, matches: Sequence[Found] | None = None) -> list[Cue]:
    """Return the cues of a sentence in order of place; of overlapping ones the longest.

    Args:
        tokens: The sentence.
        language: Its language.
        matches: What `cue_index` finds in it, where that is known.
    """
    senses = _senses(language)
    attributing = word_classes(language).get("attribution", frozenset())
    found = cue_index(language).find(tokens) if matches is None else matches
    chosen: list[Cue] = []
    taken: set[int] = set()
    for match in sorted(found, key=_by_length):
        if (match.kind == "participle" and not _goes_on(tokens, match.head)) or (match.kind == "verb" and _is_no_saying(tokens, match.head)):
            continue
        slots = match.slots or (match.head,)
        if match.kind == "phrase" and language == "ar" and _is_of_others(tokens, slots):
            continue
        if match.kind == "noun" and language == "ar" and senses[match.row].act == "report":
            continue  # a report that is named (`تصريحات الوزير`) tells nothing by itself
        if taken.intersection(slots) or in_class(tokens[match.start], attributing):
            continue
        kind = "purpose" if match.kind == "noun" and language == "ar" and senses[match.row].act != "report" and _is_purpose(tokens, match.head) else match.kind
        taken.update(slots)
        end = next(slot for slot in range(match.start, match.end + 1) if slot not in slots)
        chosen.append(Cue(sense=senses[match.row], kind=kind, start=match.start, end=end, head=match.head, after=match.end, slots=slots))
    return sorted(_with_attributions(chosen, tokens, language), key=lambda cue: cue.start)


@cache
def _verb_senses(language: str) -> Mapping[str, Sense]:
    rows = zip(cue_index(language).rows, _senses(language), strict=True)
    return {fold(past): sense for row, sense in rows for past in row.items_of("past")}


def performed_by(token: Token, *, language: str) -> Sense | None:
    """Return the act that a first person performs by its verb (`ندين`, `نطالب`, `سندعم`), or None where it only tells.

    Args:
        token: A word of what is said.
        language: Its language; only Arabic marks the person on the verb.
    """
    word = token.word
    if word.person != "1" or word.tense != "present" or not word.verb:
        return None
    found = _verb_senses(language).get(fold(word.verb))
    if "س" in word.proclitics:
        classes = classes_of_word(language, fold(word.verb), word.verb)
        act = "threaten" if "retaliates" in classes else "promise" if "pledged" in classes else ""
        told = _verb_senses(language).get(_PLAIN_SAYING)
        return None if not act or told is None else replace(told, act=act, rule=f"cue:{language}:performed")
    return None if found is None or found.act == "report" else found


def _with_attributions(cues: Sequence[Cue], tokens: Sequence[Token], language: str) -> list[Cue]:
    """Put the attributions among the cues; a verb that one holds (`وفق ما أعلنت`) is no cue of its own."""
    found: list[Cue] = []
    held: set[int] = set()
    also_reporting = word_classes(language).get("as_reporting", frozenset())
    classes, attributing = classes_of_words(language), word_classes(language).get("attribution", frozenset())
    for i in [i for i, token in enumerate(tokens) if "attribution" in classes[token.word]]:
        token = tokens[i]
        if language == "ar" and token.word.key not in attributing:
            continue  # `تحسبا` and the name `حسبو` have the lemma of `حسب`
        verb = next((cue for cue in cues if cue.kind != "participle" and i < cue.head <= i + _VERB_BEHIND and tokens[cue.head].kind == "verb"), None)
        if verb is None and token.word.key in _VERBAL_ONLY:
            continue
        if verb is not None and token.word.key in _ALSO and (not in_class(tokens[verb.head], also_reporting) or _also(tokens, i, verb)):
            continue  # `كما حذر` goes on: he also warned
        if verb is not None and any(tokens[k].word.key not in _BETWEEN for k in range(i + 1, verb.head)):
            verb = None
            if token.word.key in _VERBAL_ONLY:
                continue
        end = verb.head + 1 if verb else i + 1
        if verb is None and i + 1 < len(tokens) and tokens[i + 1].word.key in _CONNECTING:
            end = i + 2
        if verb is not None:
            held.add(verb.start)
        sense = Sense(
            rule=f"cue:{language}:{token.word.key}", act=verb.sense.act if verb else "report", stance=verb.sense.stance if verb else "certain",
            content=(), target="", is_attribution=True,
        )  # fmt: skip
        found.append(Cue(sense=sense, kind="attribution", start=i, end=end, head=verb.head if verb else i, after=end))
    return [*(cue for cue in cues if cue.start not in held), *found]


def _also(tokens: Sequence[Token], i: int, verb: Cue) -> bool:
    """Whether `كما أعلنت` goes on with something said besides: at the head of a sentence, or where `أن` leads it in."""
    if i == 0 and tokens[i].word.key == "كما":
        return True
    for token in tokens[verb.head + 1 : verb.head + _CLAUSE_WITHIN]:
        if token.word.form in "،,." or token.kind == "verb":
            return False
        if token.word.key in {"ان", "بان"}:
            return True
    return tokens[i].word.key == "كما" and len(tokens) > verb.head + _CLAUSE_WITHIN  # an attribution closes soon


def _goes_on(tokens: Sequence[Token], i: int) -> bool:
    """Whether a participle goes on from the speaker (`مشيرا`, `، مضيفة`) and is no noun of its own (`مدينة`, `المعارضة`)."""
    word = tokens[i].word
    if word.definite or word.proclitics[-1:] in {("ب",), ("ل",), ("ك",)} or (i and tokens[i - 1].kind == "number"):
        return False  # `51 متهما`
    if word.form.endswith("ا"):
        return True
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if word.form.endswith("ين") and not word.proclitics and following is not None and (following.kind in {"preposition", "conjunction"} or following.word.proclitics[:1] == ("ب",)):
        return True  # `تظاهر العشرات منددين بالقصف`
    if i and not word.proclitics and "ال" in tokens[i - 1].word.proclitics and word.key.endswith("ه"):
        return True  # `تبنت المجموعة الهجوم متوعدة`: no quality of a definite noun
    return i > 0 and tokens[i - 1].word.form in "،,»”\"-"


def _is_of_others(tokens: Sequence[Token], slots: Sequence[int]) -> bool:
    """Whether a phrase announces a stand that is not the speaker's own: `أكدت تقارير رفض الضباط القتال`, without a pronoun."""
    last = slots[-1]
    if tokens[slots[0]].kind != "verb" or tokens[last].word.enclitic or "own_stand" not in classes_of_word("ar", tokens[last].word.key, ""):
        return False
    if tokens[last - 1].kind == "preposition" or fold(tokens[slots[0]].word.verb) not in _ANNOUNCING:
        return False
    return not (last + 1 < len(tokens) and tokens[last + 1].word.enclitic)


def _is_purpose(tokens: Sequence[Token], i: int) -> bool:
    """Whether a noun tells what people gather for: `للمطالبة بالإفراج عنهم`, `تنديدا بالقصف`; not `احتجاجا على`."""
    word = tokens[i].word
    if fold(word.lemma) in _NO_PURPOSE or word.key in _NO_PURPOSE or word.form.removesuffix("ا") in _NO_PURPOSE:
        return False
    if word.proclitics == ("ل", "ال") or (word.proclitics == ("ل",) and word.key in _PURPOSES):
        return True
    return word.form.endswith("ا") and word.form[:-1] in {word.stem[:-1], word.lemma} and not word.proclitics and not word.enclitic


def _is_no_saying(tokens: Sequence[Token], i: int) -> bool:
    """Whether a verb of saying says nothing here: a noun of its form, a source that would not be named, a signature (`توقع اتفاقية`)."""
    if _is_no_verb(tokens, i):
        return True
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is None:
        return False
    if i and _is_told_in_passing(tokens, i):
        return True
    if i and tokens[i - 1].word.form in _BRACKETS and "given_name_homograph" in classes_of_word("ar", tokens[i].word.key, ""):
        return True  # `المتحدث باسم القوات (يزيد السالم)`: a name
    word, verb = tokens[i].word, tokens[i].word.verb
    if word.form in _NAMED_SO:
        return True
    if fold(verb) == "ادان" and "court" in classes_of_word("ar", following.word.key, following.word.lemma):
        return True  # a verdict
    if fold(verb) in _COUNTING and any(a.word.form == "من" and b.word.key in word_classes("ar")["elative"] for a, b in pairwise(tokens[i + 1 : i + _COUNTED_WITHIN])):
        return True  # `تعتبر المدينة من أكبر مدن الريف`
    if word.key == "تابع" and following.word.proclitics[:1] == ("ل",):
        return True  # `مسجد تابع لقوات الطوارئ`
    if "keeps_anonymous" in classes_of_word("ar", fold(verb), verb):
        return _keeps_silent(tokens, i)
    return word.key == "توقع" and in_class(following, word_classes("ar").get("signed", frozenset()))


def _is_told_in_passing(tokens: Sequence[Token], i: int) -> bool:
    """Whether what stands before a verb of saying takes it into another clause: `هذا ما قاله الجنرال`, `دون أن يطالب`, `الهجوم الذي تعتزم شنه`."""
    word, before = tokens[i].word, tokens[i - 1]
    if i > 1 and before.word.key == "ان" and tokens[i - 2].word.key == "دون":
        return True
    if word.enclitic and before.word.key == "ما" and not (i > 1 and tokens[i - 2].word.key in word_classes("ar")["attribution"]):
        return True
    verb = fold(word.verb)
    if verb == "وصف" and word.enclitic and before.kind == "noun" and not before.word.definite:
        return True  # `مصادر وصفها بالموثوقة`
    if verb in _INTENDING and any(token.word.key in _LED or token.word.form.removeprefix("و") in _RELATIVES for token in tokens[max(0, i - _LED_WITHIN) : i]):
        return True
    return _is_about_a_medium(tokens, i)


def _keeps_silent(tokens: Sequence[Token], i: int) -> bool:
    """Whether somebody would not be named or say more: `مصدر رفض كشف هويته`, `رفض متحدث التعليق`."""
    behind = tokens[i + 1 : i + _IDENTITY_WITHIN]
    if fold(tokens[i].word.verb) in _KEEPING_SILENT and any("ال" in token.word.proclitics and token.word.key in _SILENCE for token in behind):
        return True
    words = {token.word.key for token in behind}
    return bool(words & _IDENTITY) and bool(words & _DISCLOSURE)


def _is_genitive(tokens: Sequence[Token], i: int) -> bool:
    """Whether a form that is a noun too stands behind a bare noun, and no clause follows it: `مراكز رصد وشرح`."""
    before = tokens[i - 1]
    if "noun" not in tokens[i].word.alternatives or before.kind != "noun" or before.word.definite or before.word.proclitics or before.word.plural:
        return False
    if not classes_of_word("ar", before.word.key, before.word.lemma).isdisjoint(_WHO):
        return False  # `مصدر رفض`, `مسؤول كشف`
    return not any(token.word.key in {"ان", "بان", ":"} for token in tokens[i + 1 : i + _IDENTITY_WITHIN])


def _is_about_a_medium(tokens: Sequence[Token], i: int) -> bool:
    """Whether `نشر` or `بث` goes on about the medium before it: `في رسالة نشرت على حسابه`."""
    before = tokens[i - 2] if i > 1 and tokens[i - 1].kind == "adjective" else tokens[i - 1]
    verb = fold(tokens[i].word.verb)
    carries = verb in _CARRYING or (verb in PASSING_ON and tokens[i].word.enclitic != "")
    if not carries or before.word.definite or tokens[i].word.proclitics:
        return False
    return "medium" in classes_of_word("ar", before.word.key, before.word.lemma)


def _is_no_verb(tokens: Sequence[Token], i: int) -> bool:
    """Whether a form read as a verb in the past is a noun: behind أن (`من أن رفض الحكومة`, `أن طالبا`), behind أبي (`ابن أبي طالب`)."""
    word = tokens[i].word
    if i == 0 or word.tense != "past" or word.proclitics:
        return False
    before = tokens[i - 1].word
    if before.form in _NAME_PARTS:
        return True
    if word.person == "3md" and tokens[i - 1].kind == "verb":
        return True
    if _is_genitive(tokens, i):
        return True
    if before.key not in {"ان", "بان"} or before.enclitic or tokens[i - 1].kind != "conjunction":
        return False
    return not (i > 1 and tokens[i - 2].word.key in _BEFORE_A_PAST)


def _by_length(match: Found) -> tuple[int, int, int]:
    return (match.start - match.end, match.start, match.row)

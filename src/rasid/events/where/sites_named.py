# SPDX-License-Identifier: Apache-2.0
"""The named places of a sentence: names of the gazetteer, and names that a word like `قرية` or `ريف` announces.

Each name is one site, from the words that lead to it to the adjective behind it: `محيط بلدة مجدليا` and `ريف إدلب الجنوبي`
are two. Arabic places stand in lists (`بلدات البارة وإحسم وكنصفرة`), in quotes (`سد "تشرين"`), with a second name in
brackets (`عين العرب (كوباني)`), behind a hash sign, and as part and adjective (`الريف الشمالي`, `الحدود التركية`).
"""

from collections.abc import Sequence
from functools import cache
from typing import Final

from msgspec.structs import replace

from rasid.knowledge.lexemes import word_classes
from rasid.languages.ar import lemmas
from rasid.languages.ar.vocabulary import adjectives, nouns, time_words
from rasid.records import Mention, Record, Sentence, Span, Token, Word
from rasid.remembered import remembered
from rasid.spelling import fold

BUILDING: Final = "building"
"""Kind of a site that is a building which people stand before."""
_OPENING: Final = frozenset("\"“«'‘(「[”»")
_CLOSING: Final = frozenset("\"”»'’)」]“«")
_BRACKET: Final = "("
_STROKE: Final = "/"
_HASH: Final = "#"
_DASHES: Final = frozenset("-–—")
_COMMAS: Final = frozenset("،,")
# A quoted name of a place is short: `مخيم "كويت الرحمة"`, `منطقة "خفض التصعيد"`.
_LONGEST_QUOTED: Final = 4
_CLITICS: Final = ("و", "ف", "ب", "ل", "ك")
# A comma or a closing quotation mark, and one that opens.
_LONGEST_LIST_GAP: Final = 3
_ALI: Final = "علي"
"""A man's name that folds to the preposition على: `تل علي`."""
_ROAD_LETTERS: Final = frozenset({"ام", "m"})
_FACING: Final = frozenset({"امام", "قباله"})
# Shorter unknown words are bits of something else; longer ones behind `في` are names nine times in ten (700 news articles).
_SHORTEST_STRANGE: Final = 4
_OWNED_ENDINGS: Final = ("ها", "هم", "هما", "نا", "اته", "ين", "ون", "ات")
# Parts that stand behind any thing and not only behind a place: `مزرعة أطراف القرية`.
_AROUND: Final = frozenset({"اطراف", "محيط", "قرب", "وسط", "انحاء", "مشارف", "تخوم"})
_PLAIN_OR_DEFINITE: Final = ((), ("ال",))
# `عن طريق الحوار`, `في حدود المعقول`: by way of and within, which lead to no place but one that is known.
_BY_WAY: Final = frozenset({("عن", "طريق"), ("في", "حدود")})
_BETWEEN: Final = frozenset({"بين", "مع"})


class Site(Record, frozen=True, kw_only=True):
    """A named place in a sentence: a name of the gazetteer, or a name that a word like `قرية` announces."""

    span: Span
    """With the words that lead to the name (`محيط بلدة`) and the adjective behind it."""
    start: int
    """Token index of its first word, with its clitics."""
    end: int
    """Token index behind its last word."""
    mention: Mention | None = None
    kind: str = ""
    """Key of the word right before the name that says what it is: `قريه`, `ريف`."""


class _Words(Record, frozen=True, kw_only=True):
    """The word classes that names of places are read with."""

    kinds: frozenset[str]
    lists: frozenset[str]
    vague: frozenset[str]
    parts: frozenset[str]
    openers: frozenset[str]
    alone: frozenset[str]
    roads: frozenset[str]
    buildings: frozenset[str]
    counting: frozenset[str]
    hills: frozenset[str]
    firm: frozenset[str]
    sites: frozenset[str]
    bodies: frozenset[str]
    unquoted: frozenset[str]
    of_part: frozenset[str]
    media: frozenset[str]
    numbers: frozenset[str]
    towns: frozenset[str]
    described: frozenset[str]
    lying: frozenset[str]
    lands: frozenset[str]
    no_names: frozenset[str]
    others: frozenset[str]
    adjectives: frozenset[str]


@cache
def _words() -> _Words:
    classes = word_classes("ar")

    def of(*names: str) -> frozenset[str]:
        return frozenset().union(*(classes[name] for name in names))

    return _Words(
        kinds=of("place_kind", "direction", "named_site"), lists=of("place_list"), vague=of("vague_place"), parts=of("direction"),
        openers=of("name_opener"), alone=of("place_alone"), roads=of("road"), lands=of("place_of_part"), no_names=of("holding", "no_place_name"),
        others=of("civilian", "victim", "detainee", "journalist", "protester", "official", "force", "authority", "air", "artillery", "bomb", "time_head", "number"),
        adjectives=of("nationality_adj", "place_adj", "part_adj"), bodies=of("named_site", "body_kind"), unquoted=of("body_kind"), of_part=of("nationality_adj", "part_adj"),
        media=of("media_head"), counting=of("vague_count"), buildings=of("facility", "authority"), hills=of("hill"), firm=of("firm_place"),
        sites=of("named_site"), numbers=of("number"), towns=of("town_word", "city_word", "place_list"), described=of("sector"), lying=of("called_or_lying", "lying_far"),
    )  # fmt: skip


def find_sites(sentence: Sentence, places: Sequence[Mention], others: Sequence[Mention]) -> tuple[Site, ...]:
    """Return the named places of an Arabic sentence in the order of the text; none overlaps another.

    Args:
        sentence: Read closely.
        places: Its mentions of places and sites.
        others: Its mentions of actors and outlets: a name inside one of them is no place.
    """
    return tuple(_Reader(sentence, places, others).sites())


class _Reader:
    """One sentence while its places are read, left to right."""

    def __init__(self, sentence: Sentence, places: Sequence[Mention], others: Sequence[Mention]) -> None:
        self.tokens = sentence.tokens
        self.known = _by_first_token(sentence.tokens, places)
        self.taken = [mention.span for mention in others]
        self.phrases = {phrase.start: phrase for phrase in sentence.phrases}
        self.found: list[Site] = []

    def sites(self) -> list[Site]:
        free = 0
        for i, token in enumerate(self.tokens):
            if i < free:
                continue
            # The cheap half of each question comes first: most words begin no place.
            announces, faces, is_strange = _may_open(token.word)
            site = self._announced(i) if announces else None
            site = site or (self._known(i) if i in self.known else None) or (self._listed(i) if self.found else None)
            site = site or (self._facing(i) if faces else None) or (self._strange(i) if is_strange else None)
            if site is not None and not self._is_of_a_side(site):
                site = self._with_other_name(site)
                self.found.append(site)
                free = site.end
        return self.found

    def _with_other_name(self, site: Site) -> Site:
        """A place with its other name behind it, with a stroke or without: `عين العرب كوباني`, `أبو راسين/ زركان`."""
        stroke = site.end < len(self.tokens) and self.tokens[site.end].word.form == _STROKE
        at = site.end + stroke
        other = self.known.get(at)
        if other is None or _has_conjunction(self.tokens[at]):
            return site
        names = {candidate.entity for candidate in site.mention.candidates} if site.mention is not None else set()
        if not stroke and names.isdisjoint(candidate.entity for candidate in other.candidates):
            return site
        return replace(site, span=Span(site.span.start, other.span.end), end=self._behind(self._last_of(other)))

    def _is_of_a_side(self, site: Site) -> bool:
        """Whether a name is that of a side from its word of kind on: `الجبهة الشامية`."""
        first, last = self.tokens[site.start].span, self.tokens[site.end - 1].span
        return site.end - site.start > 1 and any(other.overlaps(first) and other.holds(last) for other in self.taken)

    # --- the three ways to a place

    def _announced(self, i: int) -> Site | None:
        """A place led to by words of kind and direction: `شمال غربي مدينة الباب`."""
        lead = _lead(self.tokens, i)
        if lead is None:
            return None
        first, at, kind = lead
        for k in range(i, at):  # the name itself may begin with a word of kind: `دير الزور`, `محافظة الأنبار`
            known = self.known.get(k)
            if known is not None and self._last_of(known) > at:
                return self._site(i, self._behind(self._last_of(known)), first, known, self.tokens[k - 1 if k > i else i].word.key)
        end, mention = self._name(at, kind)
        if end == at and at - i > 1 and self.tokens[at - 2].word.key in _words().hills:
            return self._site(i, self._behind(at), first, None, self.tokens[at - 2].word.key)  # `تل مضيق`: the last word of kind is the name
        if end == at:
            return self._alone(i, first, at, kind)
        if mention is None and i and (self.tokens[i - 1].word.key, kind) in _BY_WAY:
            return None
        return self._site(i, end, first, mention, kind)

    def _known(self, i: int) -> Site | None:
        """A name of the gazetteer with no word before it."""
        mention = self.known.get(i)
        if mention is None or self._is_taken(mention.span):
            return None
        end = self._behind(self._last_of(mention))
        token = self.tokens[i]
        if token.kind == "verb" and end == i + 1 and i and self.tokens[i - 1].kind in {"noun", "adjective"} and not token.word.proclitics:
            return None  # `ضربات تدمر أهدافا`
        return self._site(i, end, token.span.start if _is_merged(token.word) else mention.span.start, mention, "")

    def _listed(self, i: int) -> Site | None:
        """One more name of a list: `بلدات البارة وإحسم وكنصفرة`, `رميلان، والقحطانية`, `قريتي "بشني" و"الجرسين"`."""
        last = self.found[-1]
        if i - last.end > _LONGEST_LIST_GAP:
            return None
        gap = [token.word.form for token in self.tokens[last.end : i]]
        if not all(form in _COMMAS or form in _CLOSING or form == "و" for form in gap):
            return None
        joined = _has_conjunction(self.tokens[i])
        if not joined and not any(form in _COMMAS or form == "و" for form in gap):
            return None
        is_list = last.kind in _words().lists or self._is_second_of_list()
        if self.tokens[i].word.form in _OPENING and is_list:
            end = self._quoted(i, last.kind)
            return self._site(i, end, self.tokens[i].span.start, None, last.kind) if end > i else None
        if not joined and not (is_list and "و" not in gap):
            return None
        token = self.tokens[i]
        form = token.word.form[1:] if joined else token.word.form
        if not joined and (form.endswith("ا") or token.word.key.removesuffix("ه") in lemmas.participles()):
            return None  # `...، مشيرة إلى`, `...، مؤكدا`
        if "ب" in token.word.proclitics and token.word.key in lemmas.verbal_nouns():
            return None  # `في اليمن، وبإشراف من`
        if not form or (not joined and token.word.key in nouns()) or not self._may_be_listed(token, form, sure=is_list, bare=not joined):
            return None
        end = self._name_end(i + 1, i)
        if not is_list and not self._list_ends(end):
            return None
        start = token.span.start + (1 if joined and _is_plain(token) else 0)
        return self._site(i, end, start, None, last.kind)

    def _is_second_of_list(self) -> bool:
        """Whether the last place read is joined to one before it, so that a list is on its way: `كركوك والفلوجة وتلعفر و...`."""
        if len(self.found) < 2:  # noqa: PLR2004
            return False
        first, second = self.found[-2:]
        return second.start - first.end <= 1 and (_has_conjunction(self.tokens[second.start]) or self.tokens[first.end].word.form in _COMMAS)

    def _facing(self, i: int) -> Site | None:
        """What people stand before: `أمام مقر المجلس البلدي`."""
        if i + 1 not in self.phrases:
            return None
        phrase = self.phrases[i + 1]
        tokens = self.tokens[phrase.start : phrase.end]
        if len(tokens) < 2 or not tokens[-1].word.definite or tokens[0].word.key not in _words().buildings:  # noqa: PLR2004
            return None
        return self._site(phrase.start, phrase.end, phrase.span.start, None, BUILDING)

    def _strange(self, i: int) -> Site | None:
        """A name that no list knows, where `في` or the part of a land behind it says that it is a place: `في سوروتش`, `كفرنوران بريف حلب`."""
        token = self.tokens[i]
        if not i or token.kind not in {"noun", "adjective", "other"} or self._is_taken(token.span):
            return None
        before = self.tokens[i - 1]
        inside = before.word.key == "في" or (self._opens_part(i + 1) and not (before.kind in {"noun", "other"} and not _is_common(before.word)))
        return self._site(i, self._behind(i + 1), token.span.start, None, "") if inside else None

    def _opens_part(self, j: int) -> bool:
        """Whether a part of a land is told at a token: `بريف حلب`, `جنوب إدلب`, `غربي المدينة`."""
        if j + 1 >= len(self.tokens) or self.tokens[j].kind == "verb":
            return False
        opened = _kind_of(self.tokens[j].word)
        return opened is not None and opened[1] in _words().parts - _AROUND and (j + 1 in self.known or _lead(self.tokens, j + 1) is not None)

    # --- names

    def _name(self, at: int, kind: str) -> tuple[int, Mention | None]:
        """Token index behind the name that stands at a token, and its mention; the same index where none does."""
        if at >= len(self.tokens):
            return at, None
        if self.tokens[at].word.form == _HASH and at + 1 < len(self.tokens):
            at += 1
        mention = self.known.get(at)
        if mention is not None and not _has_conjunction(self.tokens[at]):
            return self._behind(self._last_of(mention)), mention
        if self.tokens[at].word.form in _OPENING:
            end = self._quoted(at, kind)
            return (end, self.known.get(at + 1)) if end > at else (at, None)
        numbered = self._numbered(at, kind)
        if numbered > at:
            return numbered, None
        if not self._may_be_name(at, kind):
            return at, None
        return self._name_end(at + 1, at), None

    def _numbered(self, at: int, kind: str) -> int:
        """Token index behind a name that is a day or a number: `مشفى 22 مايو`, `طريق إم 4`."""
        token = self.tokens[at]
        if at + 1 >= len(self.tokens) or kind in _words().parts:
            return at
        following = self.tokens[at + 1]
        definite = self.tokens[at - 1].word.definite
        if token.kind == "number" and following.word.key in time_words() and not definite:
            return at + 2
        return at + 2 if kind in _words().roads and token.word.key in _ROAD_LETTERS and following.kind == "number" else at

    def _quoted(self, at: int, kind: str) -> int:
        """Token index behind a name in quotes or brackets that opens at a token: `سد "تشرين"`, `مخيم (الهول)`."""
        if self._is_taken(self.tokens[at + 1].span if at + 1 < len(self.tokens) else self.tokens[at].span) or kind in _words().unquoted:
            return at
        in_brackets = self.tokens[at].word.form == _BRACKET
        if in_brackets and kind not in _words().sites and (kind in _words().vague or kind in _words().parts) and not self._closes_at_once(at):
            return at
        for j in range(at + 1, min(at + 2 + _LONGEST_QUOTED, len(self.tokens))):
            token = self.tokens[j]
            if j > at + 1 and token.word.form in _CLOSING:
                return j + 1
            if j > at + 1 and kind in _words().lists and (_has_conjunction(token) or token.word.form in _COMMAS):
                return j  # `قريتي (الكرامة وبهيرة)`: the list goes on inside
            if token.kind == "punctuation" and token.word.form not in _DASHES:
                return at
        return at

    def _closes_at_once(self, at: int) -> bool:
        return at + 2 < len(self.tokens) and self.tokens[at + 2].word.form == ")" and self.tokens[at + 1].word.definite and _lead(self.tokens, at + 1) is None

    def _may_be_name(self, at: int, kind: str) -> bool:
        """Whether the word behind a word of kind is a name."""
        token, before = self.tokens[at], self.tokens[at - 1].word
        word, words = token.word, _words()
        joined = bool(word.proclitics) and word.proclitics[0] in "وف"
        if self._is_taken(token.span) or "ال" in before.proclitics or before.enclitic:
            return False
        if kind in words.hills or (kind in words.openers and at > 1 and _kind_of(self.tokens[at - 2].word) is not None):
            return (_is_wordlike(token) or token.kind == "number" or word.form == _ALI) and word.key not in words.no_names and not joined
        if token.kind == "number" and word.proclitics == ("ال",) and kind not in words.parts:
            return True  # `محور الأربعين`, `حي الثلاثين`
        if not _is_wordlike(token):
            return False
        if word.form.isascii():
            return kind in words.roads
        if not joined and (word.key in words.openers or (kind in words.firm and self._is_sure_name(at))):
            return True
        if word.key in words.no_names or fold(word.lemma) in words.no_names or token.kind == "verb":
            return False
        if "ال" in word.proclitics:
            return word.key in words.numbers or (word.key not in words.kinds and self._is_definite_name(token, kind))
        if kind in words.vague or kind in words.parts:
            is_quality = word.key.endswith("يه") and kind in words.lists  # `مناطق حراجية`
            return not (word.proclitics or word.enclitic or is_quality or (word.plural and _is_common(word)) or _is_common(word) or self._is_other(word))
        return self._is_bare_name(token, before)

    def _is_sure_name(self, at: int) -> bool:
        """Whether a word behind `قرية`, `مدينة`, `حي` is a name whatever else it could be: strange, or followed by the rest of a name."""
        token = self.tokens[at]
        word = token.word
        if not word.proclitics and word.key.endswith("يه") and word.key in _words().no_names:
            return False  # `قرية حدودية`
        if not (word.proclitics or word.enclitic) and (not lemmas.is_word(word.form) or (token.kind == "verb" and self._lies_at_once(at))):
            return True
        if "ال" in word.proclitics:
            return word.proclitics == ("ال",) and not word.plural and word.key not in _words().no_names and word.key not in lemmas.verbal_nouns()
        if word.proclitics or token.kind == "verb" or at + 1 >= len(self.tokens):
            return False
        behind = self.tokens[at + 1]
        return behind.kind == "noun" and not behind.word.enclitic and not _is_common(behind.word) and behind.word.proclitics in _PLAIN_OR_DEFINITE

    def _lies_at_once(self, at: int) -> bool:
        """Whether a land stands right behind what looks like a verb: `قرية تنب بناحية شران`, and not `قرية تقع بريف حلب`."""
        if self.tokens[at].word.key in _words().lying or at + 2 >= len(self.tokens):
            return False
        behind = at + 1 + (self.tokens[at + 1].word.key == "في")
        opened = _kind_of(self.tokens[behind].word)
        return opened is not None and self.tokens[behind].kind != "verb" and (opened[0] > 0 or behind > at + 1 or opened[1] in _words().parts)

    def _is_definite_name(self, token: Token, kind: str) -> bool:
        word = token.word
        if word.proclitics[0] != "ال":
            return False
        if kind in _words().vague or kind in _words().parts:
            return not ((word.plural and word.key in nouns()) or word.key in lemmas.verbal_nouns() or self._is_other(word))
        return not self._is_other(word) or token.kind == "adjective"

    def _is_bare_name(self, token: Token, before: Word) -> bool:
        """Whether a word without article behind `قرية`, `حي` is a name, and no adjective of it: `معتمدية قبلي`, not `حي سكني`."""
        word = token.word
        if word.proclitics or word.enclitic:
            return word.form[0] not in "وف" and not _is_listed(word) and word.key not in nouns()
        is_plural = word.plural and _is_listed(word) and before.key not in _words().towns  # `مدارس`; `بلدة بينين` is a name
        if self._is_other(word) or is_plural or (_is_listed(word) and word.key in lemmas.verbal_nouns()):
            return False
        feminine = before.key.endswith(("ه", "تي", "تا", "تين"))
        if word.key.endswith("يه") or word.key in adjectives():
            return not (_is_common(word) and word.key.endswith("ه") == feminine)
        return not (token.kind == "adjective" and _is_common(word) and not feminine)

    def _is_other(self, word: Word) -> bool:
        """Whether a word is one for people, bodies, weapons or times."""
        words = _words()
        return word.key in words.others or fold(word.lemma) in words.others

    def _may_be_listed(self, token: Token, form: str, *, sure: bool, bare: bool) -> bool:
        """Whether a word joined to a place, its conjunction cut off, is one more name; `sure` where a plural word of kind heads the list, `bare` without a conjunction."""
        word, words = token.word, _words()
        if self._is_taken(token.span):
            return False
        if fold(form) in words.openers and token.kind != "punctuation":
            return True  # `حربل وأم حوش`
        if not _is_wordlike(token) or len(form) < 3 or form.isascii() or word.enclitic or _is_no_member(word, form, sure=sure, bare=bare):  # noqa: PLR2004
            return False
        key = fold(form.removeprefix("ال"))
        if word.key in words.counting or key in words.no_names or key in words.kinds or key in words.others or self._is_other(word):
            return False
        if not _is_common_form(form):
            return token.kind != "verb" or sure
        return sure and token.kind != "verb" and word.key not in lemmas.verbal_nouns() and (form.startswith("ال") or token.kind == "noun")

    def _list_ends(self, end: int) -> bool:
        """Whether behind a strange word joined to a place stands nothing that makes it the head of another phrase."""
        if end >= len(self.tokens):
            return True
        token = self.tokens[end]
        return token.kind in {"punctuation", "preposition", "conjunction"} or bool(token.word.proclitics and token.word.proclitics[0] in "وبل") or token.word.key in _words().parts

    def _name_end(self, j: int, first: int) -> int:
        """Token index behind a name that began before `j`: what cannot end it, and what agrees with it."""
        if j < len(self.tokens) and self._goes_on(j, first):
            j += 1
        return self._behind(j)

    def _goes_on(self, j: int, first: int) -> bool:
        """Whether the second word of a name stands at a token: `تل رفعت`, `ظهر العرب`, `برج البراجنة`."""
        token, before = self.tokens[j], self.tokens[first].word
        word = token.word
        if word.form == _ALI and fold(before.stem) in _words().openers:
            return True
        if token.kind in {"conjunction", "pronoun", "preposition", "particle", "number", "punctuation"} or _lead(self.tokens, j) is not None:
            return False
        if j in self.known and fold(before.stem) not in _words().openers:
            return False
        if word.proclitics and word.proclitics[0] != "ال":
            return False
        if self._is_other(word) or word.key in _words().no_names:
            return False
        if fold(before.stem) in _words().openers and "ال" not in before.proclitics:
            return True
        if "ال" in before.proclitics:
            return False
        if "ال" in word.proclitics:
            return token.kind != "adjective" or word.key not in _words().adjectives
        return not _is_common(word) and token.kind != "verb"

    def _behind(self, j: int) -> int:
        """Token index behind the adjective and the second name in brackets that may follow a name."""
        while j < len(self.tokens) and self._is_adjective(self.tokens[j]):
            j += 1
        if 0 < j < len(self.tokens) and _is_the_capital(self.tokens[j]) and self.tokens[j - 1].word.key not in _words().kinds:
            j += 1  # `تونس العاصمة`
        if j + 2 < len(self.tokens) and self.tokens[j].word.form == _BRACKET and self.tokens[j + 2].word.form == ")":
            inner = self.tokens[j + 1]
            if inner.kind in {"noun", "other", "adjective"} and not inner.word.form.isascii() and _lead(self.tokens, j + 1) is None and not _is_common(inner.word):
                return j + 3
            if j + 1 in self.known and _lead(self.tokens, j + 1) is None:
                return j + 3
        return j

    def _is_adjective(self, token: Token) -> bool:
        word = token.word
        return word.proclitics == ("ال",) and (word.key in _words().adjectives or fold(word.lemma) in _words().adjectives)

    def _alone(self, i: int, first: int, at: int, kind: str) -> Site | None:
        """A part named by its adjective (`الريف الشمالي`, `الحدود التركية`), or a word that is a place by itself (`العاصمة`)."""
        word = self.tokens[at - 1].word
        if word.proclitics[-1:] != ("ال",) and not (word.proclitics == ("ل",) and word.definite):
            return None
        end = self._behind(at)
        if end > at and kind not in _words().bodies and (self.tokens[at].word.key in _words().of_part):
            whole = self._whose_part(end)
            return self._site(i, end, first, None, kind) if whole is None else self._site(i, whole.end, first, whole.mention, whole.kind)
        if at < len(self.tokens) and self.tokens[at].kind == "adjective" and self.tokens[at].word.definite and kind in _words().described:
            return None  # `القطاع الزراعي`
        of_part = kind in _words().lands and at - i > 1 and self.tokens[at - 2].word.key in _words().parts
        border = kind == "حدود" and at < len(self.tokens) and self.tokens[at].word.key in _BETWEEN
        return self._site(i, at, first, None, kind) if kind in _words().alone or of_part or border else None

    def _whose_part(self, j: int) -> Site | None:
        """The place that a part is told to be of: `الريف الشمالي لمحافظة اللاذقية`, `الريف الشرقي لدير الزور`."""
        if j >= len(self.tokens) or self.tokens[j].word.proclitics[:1] != ("ل",):
            return None
        return self._announced(j) if _kind_of(self.tokens[j].word) is not None else self._known(j)

    # --- spans

    def _last_of(self, mention: Mention) -> int:
        """Token index behind the last word of a mention."""
        return next((k for k in range(len(self.tokens) - 1, -1, -1) if self.tokens[k].span.start < mention.span.end), 0) + 1

    def _is_taken(self, span: Span) -> bool:
        return any(other.holds(span) for other in self.taken)

    def _site(self, i: int, end: int, first: int, mention: Mention | None, kind: str) -> Site:
        return Site(span=Span(first, self.tokens[end - 1].span.end), start=i, end=end, mention=mention, kind=kind)


def _by_first_token(tokens: Sequence[Token], places: Sequence[Mention]) -> dict[int, Mention]:
    found: dict[int, Mention] = {}
    i = 0
    for mention in sorted(places, key=lambda mention: (mention.span.start, -mention.span.end)):
        while i < len(tokens) and tokens[i].span.end <= mention.span.start:
            i += 1
        if i < len(tokens):
            found.setdefault(i, mention)
    return found


def _lead(tokens: Sequence[Token], i: int) -> tuple[int, int, str] | None:
    """Read the words of kind and direction at a token: offset of the first, token index behind the last, key of the last."""
    opened = _kind_of(tokens[i].word)
    if opened is None or tokens[i].kind == "verb":
        return None
    clitics, key = opened
    start = tokens[i].span.start + (clitics if _is_plain(tokens[i]) and not _is_merged(tokens[i].word) else 0)
    j = i + 1
    while j < len(tokens):
        before = tokens[j - 1].word
        following = _kind_of(tokens[j].word)
        if following is None or before.enclitic or tokens[j].word.proclitics[:1] not in {(), ("و",), ("ال",)}:
            break
        if "ال" in before.proclitics or (tokens[j].word.definite and before.key not in _words().kinds):
            break
        joined = following[0] > 0
        joins = _words().parts if key in _words().parts else _words().lists
        if joined and not (key in joins and following[1] in joins):
            break
        if "ال" in tokens[j].word.proclitics and key not in _words().parts:
            break
        key = following[1]
        j += 1
    return start, j, key


def _is_the_capital(token: Token) -> bool:
    return token.word.proclitics == ("ال",) and token.word.key in _words().alone


def _is_merged(word: Word) -> bool:
    """Whether ل and the article are one on the page, so that no cut between them leaves a word: `للحدود`."""
    return word.proclitics[-2:] == ("ل", "ال")


def _is_plain(token: Token) -> bool:
    """Whether the letters on the page are those of the form, so that clitics may be counted off."""
    return token.span.end - token.span.start == len(token.word.form)


@remembered()
def _kind_of(word: Word) -> tuple[int, str] | None:
    """Letters of clitics and key, where a word says what kind of place follows: `بحي`, `لناحية`, `ومحيط`."""
    kinds = _words().kinds
    if word.enclitic:
        return None
    clitics = sum(len(clitic) for clitic in word.proclitics if clitic != "ال")
    if word.key in kinds:
        return clitics, word.key
    if word.proclitics:
        return None
    rest = fold(word.form[1:])
    if word.form[0] in _CLITICS and word.key not in nouns() and rest in kinds:
        return 1, rest
    return None


@remembered()
def _may_open(word: Word) -> tuple[bool, bool, bool]:
    """Whether a word may announce a place, say that people stand before one, be a name that no list knows."""
    return _kind_of(word) is not None, word.key in _FACING, _may_be_strange(word)


def _may_be_strange(word: Word) -> bool:
    """Whether a word may be a name that no list knows."""
    if word.proclitics not in _PLAIN_OR_DEFINITE or word.enclitic or word.plural:
        return False
    if len(word.stem) < _SHORTEST_STRANGE or not word.form.isalpha() or word.form.isascii() or word.stem.endswith(_OWNED_ENDINGS):
        return False
    return not (word.key in nouns() or _is_common(word) or word.key in _words().media or word.key in _words().no_names)


def _is_wordlike(token: Token) -> bool:
    return token.kind in {"noun", "adjective", "other", "verb"} and token.word.form[:1].isalpha()


def _is_listed(word: Word) -> bool:
    """Whether the lexicon or the language knows a word under its own spelling."""
    return word.key in nouns() or lemmas.is_word(word.form)


@remembered()
def _is_common(word: Word) -> bool:
    """Whether a word is one of the language or of the lexicon, and not only a name."""
    return lemmas.is_word(word.stem) or lemmas.is_word(word.form) or word.key in lemmas.verbal_nouns()


@remembered()
def _is_common_form(form: str) -> bool:
    bare = form.removeprefix("ال")
    return lemmas.is_word(bare) or lemmas.is_word(form) or fold(bare) in lemmas.verbal_nouns()


def _is_no_member(word: Word, form: str, *, sure: bool, bare: bool) -> bool:
    """Whether the form of a word tells that it names no place: an accusative (`وانتقاما`), a dual (`ومصدران`), a participle."""
    if form.endswith("ا") and not word.stem.endswith("ا"):
        return True
    if not sure and word.key.removesuffix("ه") in lemmas.participles():
        return True
    return form.endswith("ان") and not (sure and bare) and fold(form[:-2]) in nouns()  # `بلدات بينين، شنان`


def _has_conjunction(token: Token) -> bool:
    return token.word.proclitics[:1] == ("و",) or (token.word.form[:1] == "و" and len(token.word.form) > 3 and not lemmas.is_word(token.word.form))  # noqa: PLR2004

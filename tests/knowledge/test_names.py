# SPDX-License-Identifier: Apache-2.0
"""Names found among tokens, and the lists that the names come from."""

from collections.abc import Sequence
from functools import partial

import pytest

from rasid.errors import KnowledgeError
from rasid.knowledge import names as lists
from rasid.knowledge.load import parse_tsv, read_tsv
from rasid.knowledge.name_index import NameIndex, NameRow, fold_name
from rasid.knowledge.names import (
    load_actors,
    load_loaded,
    load_outlets,
    load_places,
    load_sites,
    packaged_places,
    place_words,
)
from rasid.records import Span, Token, Word, WordKind

PUNCTUATION = frozenset("،,.“”-")
CLITICS = {"و", "ف", "ب", "ل", "ك", "ال"}


def tokens(text: str) -> list[Token]:
    """Return tokens of a text whose clitics are marked with `+`: `و+ال+رقة`; `ل+ال` is written `لل` as in print."""
    made: list[Token] = []
    for part in text.split():
        *clitics, stem = part.split("+")
        assert set(clitics) <= CLITICS
        form = "".join(clitics) + stem
        if clitics[-2:] == ["ل", "ال"]:
            form = form.replace("لال", "لل")
        kind: WordKind = "punctuation" if form in PUNCTUATION else "noun"
        word = Word(form=form, key=fold_name(stem), stem=stem, kind=kind, proclitics=tuple(clitics))
        made.append(Token(Span(0, len(form)), word, kind))
    return made


def found(index: NameIndex, text: str) -> list[tuple[int, int, tuple[str, ...], bool]]:
    return [(match.start, match.end, match.entities, match.weak) for match in index.match(tokens(text))]


def names_in(index: NameIndex, text: str) -> list[str]:
    return [entity for match in index.match(tokens(text)) for entity in match.entities]


def make(*rows: tuple[str, str] | tuple[str, str, tuple[str, ...]]) -> NameIndex:
    return NameIndex([NameRow(*row) for row in rows], guards={"*": ["مدينة", "بلدات", "town"]})


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("الحسكة", "الحسكه"),
        ("إدلب", "ادلب"),
        ("مصطفى", "مصطفي"),
        ("القائم", "القايم"),
        ("Raqqah", "Raqqa"),
        ("Deir", "Dayr"),
        ("Ghouta", "Ghuta"),
        ("Şırnak", "Sirnak"),
        ("Ma’arrat", "Maarrat"),
    ],
)
def test_spellings_of_one_name_fold_together(one: str, other: str) -> None:
    assert fold_name(one) == fold_name(other)


@pytest.mark.parametrize(
    "text",
    ["ال+حسكة", "ال+حسكه", "ب+ال+حسكة", "و+ال+حسكة", "ل+ال+حسكة", "و+ب+ال+حسكة", "والحسكة", "بالحسكة"],
    ids=["bare", "ha", "in", "and", "for", "and in", "and, unsplit", "in, unsplit"],
)
def test_a_name_is_found_behind_its_clitics(text: str) -> None:
    assert names_in(make(("الحسكة", "hasakah")), text) == ["hasakah"]


def test_a_match_says_how_many_letters_are_clitics() -> None:
    index = make(("الرقة", "raqqa"), ("لبنان", "lebanon"))
    assert [match.clitics for match in index.match(tokens("و+ب+ال+رقة ل+ال+رقة ال+رقة لبنان"))] == [2, 0, 0, 0]  # the ل of `للرقة` stays with the article


def test_a_name_of_one_word_with_article_needs_it_in_the_text() -> None:
    index = make(("الباب", "bab"))
    assert names_in(index, "باب") == []


def test_a_listed_name_without_article_is_not_found_in_a_short_word_with_it() -> None:
    assert names_in(make(("حلب", "aleppo")), "ال+حلب") == []


def test_the_article_inside_a_name_counts() -> None:
    index = make(("حزب الله", "hezbollah"), ("مجلس الأمن", "unsc"))
    assert names_in(index, "حزب له مجلس أمن") == []
    assert names_in(index, "ل+حزب الله و+مجلس ال+أمن") == ["hezbollah", "unsc"]


def test_the_longest_name_wins_and_names_do_not_overlap() -> None:
    index = make(("سوريا", "sy"), ("شمال سوريا", "north"), ("قوات سوريا الديمقراطية", "sdf"))
    assert found(index, "قوات سوريا ال+ديمقراطية في شمال سوريا و+سوريا") == [
        (0, 3, ("sdf",), False),
        (4, 6, ("north",), False),
        (6, 7, ("sy",), False),
    ]


def test_a_word_that_begins_like_a_clitic_is_found_as_it_stands() -> None:
    index = make(("لبنان", "lebanon"), ("بنان", "banan"))
    assert names_in(index, "لبنان") == ["lebanon"]
    assert names_in(index, "ل+بنان")[0] == "banan"


def test_punctuation_inside_breaks_a_name() -> None:
    assert names_in(make(("دير الزور", "dez")), "دير ، ال+زور") == []


def test_names_shared_by_two_entities_give_both_in_order() -> None:
    assert names_in(make(("الرقة", "city"), ("الرقة", "province")), "ال+رقة") == ["city", "province"]


@pytest.mark.parametrize(
    ("text", "weak"),
    [
        ("فتح ال+باب", True),
        ("في مدينة ال+باب", False),
        ("ب+مدينة ال+باب", False),
        ('مدينة “ ال+باب ”', False),
        ("بلدات مارع و+صوران و+ال+باب", False),
        ("مدينة كبيرة جدا ال+باب", True),
    ],
    ids=["the door", "town before", "with a clitic", "quoted", "member of a list", "too far"],
)
def test_a_weak_name_needs_its_guard_word(text: str, weak: bool) -> None:
    assert [match.weak for match in make(("الباب", "bab", ("*",))).match(tokens(text))] == [weak]


def test_a_guard_may_stand_behind_the_name() -> None:
    index = make(("الباب", "bab", (">شرقي",)))
    assert [match.weak for match in index.match(tokens("ال+باب شرقي حلب"))] == [False]


def test_a_guard_may_be_a_preposition_that_is_joined_on() -> None:
    assert [match.weak for match in make(("دوما", "duma", ("ب",))).match(tokens("ب+دوما دوما"))] == [False, True]


def test_guarded_and_weak_matches_of_a_name_share_it() -> None:
    matches = make(("الباب", "bab", ("*",))).match(tokens("مدينة ال+باب ثم ال+باب"))
    assert [match.weak for match in matches] == [False, True]
    assert len({match.name for match in matches}) == 1


def test_one_bearer_without_guard_makes_a_name_strong() -> None:
    index = make(("درعا", "village", ("*",)), ("درعا", "city"))
    assert [match.weak for match in index.match(tokens("درعا"))] == [False]


def test_the_first_list_says_whether_a_name_is_weak() -> None:
    index = NameIndex(
        [NameRow("الهول", "ours", ("مخيم",)), NameRow("منبج", "ours")],
        more=[NameRow("الهول", "theirs"), NameRow("منبج", "theirs", ("قرية",))],
    )
    assert [(match.weak, match.entities) for match in index.match(tokens("ال+هول منبج"))] == [
        (True, ("ours", "theirs")),
        (False, ("ours", "theirs")),
    ]


def test_a_name_that_is_never_meant_is_not_reported() -> None:
    index = NameIndex([], more=[NameRow("وان", "van")], homographs=[("وان", ("never",))])
    assert index.match(tokens("وان")) == []


@pytest.mark.parametrize("text", ["al-Hol", "al - Hol", "Al Hol", "al Hol", "Al-Hawl"])
def test_latin_articles_are_read_however_they_are_split(text: str) -> None:
    index = make(("Al-Hol", "hol"), ("al-Hawl", "hol"))
    assert names_in(index, text) == ["hol"]


def test_assimilated_latin_articles_are_articles() -> None:
    index = make(("Deir ez-Zor", "dez"), ("Ar-Raqqah", "raqqa"))
    assert names_in(index, "Deir al-Zor and ar-Raqqa") == ["dez", "raqqa"]


@pytest.mark.parametrize(("text", "hit"), [("IS", True), ("is", False), ("Is", False)])
def test_acronyms_need_their_capitals(text: str, hit: bool) -> None:
    assert bool(names_in(make(("IS", "isis")), text)) is hit


def test_latin_names_need_a_capital() -> None:
    assert names_in(make(("Nice", "nice")), "nice") == []


def test_looking_up_a_name_ignores_articles_and_guards() -> None:
    index = make(("الباب", "bab", ("*",)))
    assert (index.look_up("باب"), index.look_up("الباب"), index.look_up("بابا")) == (("bab",), ("bab",), ())


def test_an_empty_name_is_left_out() -> None:
    assert len(make(("", "nothing"), ("…", "nothing"))) == 0


# --- the lists -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "entity"),
    [
        ("ل+قسد", "actor:sdf"),
        ("تنظيم داعش", "actor:isis"),
        ("ال+إدارة ال+ذاتية", "actor:aanes"),
        ("ال+رئيس ال+أمريكي", "actor:us-president"),
        ("Turkish-backed Syrian National Army", "actor:sna"),
    ],
)
def test_actors_are_found_by_their_names(text: str, entity: str) -> None:
    assert entity in names_in(load_actors().index, text)


def test_loaded_names_are_no_names_of_actors() -> None:
    text = tokens("ال+مرتزقة ال+احتلال ال+تركي mercenaries")
    assert load_actors().index.match(text) == []
    assert [match.entities[0] for match in load_loaded().index.match(text)] == [
        "loaded:mercenaries-ar",
        "loaded:turkish-occupation",
        "loaded:mercenaries-en",
    ]


def test_the_town_and_the_camp_of_one_name_are_told_apart_by_the_word_before() -> None:
    sites = load_sites().index
    assert [match.weak for match in sites.match(tokens("بلدة ال+هول"))] == [True]
    assert names_in(sites, "مخيم ال+هول") == ["site:sy-hol"]


def test_agencies_are_marked() -> None:
    outlets = load_outlets()
    entries = [outlets.get(f"outlet:{domain}") for domain in ("reuters.com", "aljazeera.net")]
    assert [entry.agency for entry in entries if entry is not None] == [True, False]


@pytest.mark.parametrize("load", [load_places, load_sites, load_actors, load_outlets, load_loaded])
def test_every_indexed_entity_has_an_entry(load: object) -> None:
    assert callable(load)
    listed = load()
    assert len(listed) > 0
    assert all(listed.get(entity) is not None for entity in listed)


def test_place_words_tell_the_kind() -> None:
    words = place_words()
    assert (words[fold_name("مدينة")].kind, words[fold_name("ريف")].kind, words[">province"].after) == (
        "city",
        "countryside",
        True,
    )


COLUMNS = "id name_ar aliases_ar name_en aliases_en kind country admin1 latitude longitude precision guard note"


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ("a\tا\t\tA\t\ttown\tSY\t\t36.1\tx\t1\t\t", "bad_number"),
        ("a\tا\t\tA\t\ttown\tSY\t\t136.1\t40\t1\t\t", "bad_point"),
        ("a\tا\t\tA\t\ttown\tSY\t\t36\t40\t1\tالباب\t", "bad_guard"),
        ("a\tا\t\tA\t\ttown\tSY\t\t36\t40\t1\t\t\na\tب\t\tB\t\ttown\tSY\t\t36\t40\t1\t\t", "double_id"),
    ],
    ids=["no number", "off the earth", "guard without words", "id twice"],
)
def test_a_broken_row_is_named_with_file_and_line(
    cells: str, code: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = parse_tsv(COLUMNS.replace(" ", "\t") + f"\n{cells}\n", "places/aliases.tsv")
    monkeypatch.setattr(lists, "read_tsv", lambda name: rows if name == "places/aliases.tsv" else read_tsv(name))
    with pytest.raises(KnowledgeError, match=r"places/aliases\.tsv:[23]:") as caught:
        packaged_places.__wrapped__()
    assert caught.value.code == code


def test_matching_is_the_same_for_any_sequence_type() -> None:
    text: Sequence[Token] = tuple(tokens("مدينة ال+باب"))
    index = load_places().index
    assert index.match(text) == index.match(list(text))


def test_a_guard_with_equals_wants_the_word_without_article() -> None:
    index = NameIndex([NameRow("الطيبة", "place:a", ("=قرية",))])
    assert [match.weak for match in index.match(tokens("قصف قرية ال+طيبة"))] == [False]  # the village of Tayyiba
    assert [match.weak for match in index.match(tokens("سكان ال+قرية ال+طيبة"))] == [True]  # of the good village
    assert [match.weak for match in index.match(tokens("قرى حربنوش و+ال+طيبة"))] == [True]


def test_rows_left_for_later_are_found_as_if_they_had_been_there() -> None:
    rows = [NameRow("حلب", "place:a")]
    more = [NameRow("تل حربنوش", "place:b"), NameRow("حلب", "place:c"), NameRow("حارم", "place:d")]
    at_once = NameIndex(rows, more=more, homographs=[("حارم", ("never",))])
    firsts = {"تل": more[:1], "حلب": more[1:2], "حارم": more[2:]}
    later = NameIndex(rows, later={first: partial(iter, held) for first, held in firsts.items()}, homographs=[("حارم", ("never",))])
    text = tokens("قصف حلب و+تل حربنوش و+حارم ثم حلب")
    assert later.match(text) == at_once.match(text)
    assert later.match(text)[0].entities == ("place:a", "place:c")
    assert NameIndex(rows, later={"تل": partial(iter, more[:1])}).look_up("تل حربنوش") == ("place:b",)

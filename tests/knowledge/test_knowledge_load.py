# SPDX-License-Identifier: Apache-2.0
"""The readers of knowledge files, and what the ontology and the scales hold."""

from typing import get_args

import pytest

from rasid.errors import KnowledgeError
from rasid.knowledge.load import (
    Ontology,
    list_files,
    load_ontology,
    load_scale,
    parse_tsv,
    parse_yaml,
    read_example,
    read_tsv,
    read_yaml,
)
from rasid.records import Act, CountKind, Factuality, Role, Stance


def test_tsv_rows_skip_comments_and_blank_lines_and_know_their_line() -> None:
    rows = parse_tsv("# what it is\n\nid\tforms\n# a remark\na\tx|y\n", "list.tsv")
    assert [(row["id"], row.items_of("forms"), row.where) for row in rows] == [("a", ("x", "y"), "list.tsv:5")]


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        pytest.param("# only comments\n", "no_header", "list.tsv: no header", id="no header"),
        pytest.param("id\tid\na\tb\n", "bad_header", "list.tsv:1", id="column twice"),
        pytest.param("id\t\na\tb\n", "bad_header", "list.tsv:1", id="column without a name"),
        pytest.param("id\tword\n# c\na\n", "unequal_columns", "list.tsv:3", id="too few cells"),
        pytest.param("id\tword\na\tb\tc\n", "unequal_columns", "list.tsv:2", id="too many cells"),
    ],
)
def test_broken_tsv_is_refused_with_file_and_line(text: str, code: str, says: str) -> None:
    with pytest.raises(KnowledgeError, match=says) as caught:
        parse_tsv(text, "list.tsv")
    assert caught.value.code == code


def test_line_separators_inside_a_cell_do_not_cut_the_row() -> None:
    (row,) = parse_tsv("id\tnote\r\na\tone\u2028two\r\n", "list.tsv")
    assert row["note"] == "one\u2028two"


def test_missing_column_names_the_columns_there_are() -> None:
    (row,) = parse_tsv("id\tword\na\tb\n", "list.tsv")
    with pytest.raises(KnowledgeError, match=r"list\.tsv:2: no column 'type'; the header has: id, word"):
        row["type"]
    assert row.get("type", "none") == "none"


def test_missing_file_is_refused_by_name() -> None:
    with pytest.raises(KnowledgeError, match=r"lexicon/none\.tsv"):
        read_tsv("lexicon/none.tsv")


def test_broken_yaml_is_refused_by_name() -> None:
    with pytest.raises(KnowledgeError, match=r"list\.yaml") as caught:
        parse_yaml("a: [1", "list.yaml")
    assert caught.value.code == "bad_yaml"


def test_yaml_builds_no_objects() -> None:
    with pytest.raises(KnowledgeError):
        parse_yaml("!!python/object/apply:os.getcwd []", "list.yaml")


def test_files_are_read_once() -> None:
    assert read_yaml("scales/tlp.yaml") is read_yaml("scales/tlp.yaml")
    assert load_ontology() is load_ontology()


def test_listing_of_a_folder_that_is_not_there_is_refused() -> None:
    with pytest.raises(KnowledgeError, match="nowhere/"):
        list_files("nowhere", ".yaml")


@pytest.fixture(scope="module")
def ontology() -> Ontology:
    return load_ontology()


def test_ontology_has_thirty_five_types(ontology: Ontology) -> None:
    assert len(set(ontology.type_ids())) == len(ontology.types) == 35


@pytest.mark.parametrize(
    ("terms", "allowed"),
    [
        pytest.param("roles", get_args(Role), id="roles"),
        pytest.param("factualities", get_args(Factuality), id="factualities"),
        pytest.param("acts", get_args(Act), id="acts"),
        pytest.param("stances", get_args(Stance), id="stances"),
        pytest.param("counts", get_args(CountKind), id="counts"),
    ],
)
def test_terms_are_those_that_records_allow(ontology: Ontology, terms: str, allowed: tuple[str, ...]) -> None:
    assert {term.id for term in getattr(ontology, terms)} == set(allowed)


def test_every_type_stands_in_one_family(ontology: Ontology) -> None:
    held = [type_id for family in ontology.families for type_id in family.types]
    assert sorted(held) == sorted(ontology.type_ids())
    assert ontology.family_of("escape").id == "custody"


def test_escape_maps_to_no_other_ontology(ontology: Ontology) -> None:
    mappings = ontology.type("escape").mappings
    assert (mappings.plover, mappings.cameo, mappings.ucdp) == (None, None, None)


def test_unknown_type_names_those_there_are(ontology: Ontology) -> None:
    with pytest.raises(KnowledgeError, match=r"'heist'; there are: .*escape"):
        ontology.type("heist")


def test_labels_come_in_the_language_asked_for(ontology: Ontology) -> None:
    labels = ontology.type("escape").labels
    assert (labels.in_language("ar"), labels.in_language("en")) == ("فرار من الاحتجاز", "escape")  # escape from custody


def test_example_loses_its_brackets_and_keeps_their_span() -> None:
    text, span = read_example("Three men [escaped] at night.")
    assert (text, span.of(text)) == ("Three men escaped at night.", "escaped")


@pytest.mark.parametrize("marked", ["no brackets", "[two] of [them]", "[open", "[]", "closed]"])
def test_example_without_exactly_one_bracketed_stretch_is_refused(marked: str) -> None:
    with pytest.raises(KnowledgeError):
        read_example(marked)


@pytest.mark.parametrize(
    ("percent", "grade"),
    [
        (1, "almost_no_chance"),
        (5, "very_unlikely"),
        (45, "roughly_even"),
        (55, "likely"),
        (79.9, "likely"),
        (99, "almost_certain"),
    ],
)
def test_percentages_fall_into_the_ranges_of_likelihood(percent: float, grade: str) -> None:
    assert load_scale("likelihood").grade_at(percent).id == grade


@pytest.mark.parametrize("percent", [0, 100])
def test_certainty_has_no_word_of_likelihood(percent: float) -> None:
    with pytest.raises(KnowledgeError, match="no grade holds"):
        load_scale("likelihood").grade_at(percent)


@pytest.mark.parametrize(("scale", "grade"), [("admiralty_reliability", "F"), ("admiralty_credibility", "6")])
def test_grades_that_cannot_be_judged_are_missing_values(scale: str, grade: str) -> None:
    assert [entry.id for entry in load_scale(scale).grades if entry.missing] == [grade]


def test_grades_are_ordered() -> None:
    tlp = load_scale("tlp")
    assert [tlp.rank(grade) for grade in ("clear", "green", "amber", "amber+strict", "red")] == [0, 1, 2, 3, 4]


def test_unknown_scale_names_those_there_are() -> None:
    with pytest.raises(KnowledgeError, match=r"there are: .*likelihood"):
        load_scale("richter")

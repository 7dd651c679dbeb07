# SPDX-License-Identifier: Apache-2.0
"""Each rule of the knowledge check fires on a broken copy, and none on a whole one."""

import gzip
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from rasid.knowledge.check import check_knowledge
from rasid.knowledge.load import knowledge_root

HEAD = "# A list for tests.\n# Source: made up. Licence: Apache-2.0.\n"
TRIGGERS = "lexicon/ar/triggers.tsv"
CLASSES = "lexicon/ar/classes.tsv"
FRAMES = "lexicon/ar/frames.tsv"
CUES = "lexicon/ar/cues.tsv"
TOLLS = "lexicon/ar/casualties.tsv"
ACTORS = "actors/actors.tsv"
LOADED = "actors/loaded.tsv"
SITES = "sites/sites.tsv"
ALIASES = "places/aliases.tsv"
GAZETTEER = "places/gazetteer.tsv.gz"
DATED = "actors/dated.tsv"
GROUPS = "actors/group_words.tsv"
DEMONYMS = "places/demonyms.tsv"
FAMILIES = "assessment/families.yaml"

# A small whole set beside the real ontology and scales.
WHOLE = {
    TRIGGERS: "id\ttype\tpast\tpresent\tnouns\tparticiples\tphrases\tframe\twhen\tunless\tnote\n"
    "clash\tbattle\tاشتبك\tيشتبك\tاشتباك|اشتباكات\t\t\tclash\tnext:@force|بين near:@force|بين\t\tthey fought\n"
    "flee\tmeans:escape\tفر\tيفر\tفرار\t\t\tundergo\t\t\tran away\n",
    FRAMES: "frame\tsubject\tobject\tgenitive\tobliques\nclash\tactor\tactor\tactor\tبين=actor|في=place\n"
    "undergo\ttarget\ttarget\tauto\tمن=origin\n",
    CUES: "past\tpresent\tact\tstance\nقال\tيقول\treport\tcertain\n",
    TOLLS: "what\twords\nkilled\tقتل|مقتل\n",
    CLASSES: "class\tword\tnote\nforce\tقوات\tforces\n",
    ACTORS: "id\tname_ar\taliases_ar\tname_en\taliases_en\tcountry\tsides\n"
    "sdf\tقوات سوريا الديمقراطية\tقسد\tSyrian Democratic Forces\tSDF\tSY\t\n"
    "ypg\tوحدات حماية الشعب\t\tPeople's Protection Units\tYPG\tSY\tsdf\n",
    DATED: "actor\twhat\tvalue_en\tvalue_ar\tparty\tsince\tuntil\tsource\n"
    "sdf\texists\t\t\t\t2015-10\t\tfounding statement\n"
    "ypg\tside\t\t\tsdf\t2015-10\t2019\ta report\n",
    GROUPS: "language\tuse\tkind\twords\tnote\nar\thead\tarmed_group\tكتيبة\tbattalion\nar\topener\t\tشهداء\tmartyrs of\n",
    DEMONYMS: "country\twords_ar\twords_en\tnote\nSY\tسوري|سورية\tSyrian\t\nSY\tشامي\tDamascene\t\n",
    LOADED: "id\tname\tframes\tused_by\nmercenaries\tالمرتزقة\tclass:opponent\tsdf\n",
    SITES: "id\tname_ar\taliases_ar\tname_en\taliases_en\tcountry\tlatitude\tlongitude\n"
    "sy-hol\tمخيم الهول\t\tAl-Hol camp\t\tSY\t36.38\t41.13\n",
    ALIASES: "id\tname_ar\taliases_ar\tname_en\taliases_en\tcountry\tlatitude\tlongitude\n"
    "gn-1\t\tالحسكه\t\tHassakeh\tSY\t\t\n",
    GAZETTEER: "id\tname_en\tname_ar\tcountry\tlatitude\tlongitude\ngn-1\tHasakah\tالحسكة\tSY\t36.5\t40.74\n",
    FAMILIES: "families:\n  - id: custody\n    types: [escape, arrest]\n",
}


def write(root: Path, name: str, text: str) -> None:
    file = root / name
    file.parent.mkdir(parents=True, exist_ok=True)
    data = text.encode()
    file.write_bytes(gzip.compress(data) if name.endswith(".gz") else data)


def codes(root: Path) -> set[str]:
    return {issue.code for issue in check_knowledge(root)}


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    for folder in ("ontology", "scales"):
        shutil.copytree(str(knowledge_root().joinpath(folder)), tmp_path / folder)
    for name, text in WHOLE.items():
        write(tmp_path, name, HEAD + text)
    return tmp_path


def test_whole_knowledge_has_no_issues(whole: Path) -> None:
    assert check_knowledge(whole) == []


@pytest.mark.parametrize(
    ("code", "name", "old", "new"),
    [
        pytest.param("no_source", ACTORS, "Source: made up. ", "", id="no source"),
        pytest.param("no_licence", ACTORS, " Licence: Apache-2.0.", "", id="no licence"),
        pytest.param("no_header", ACTORS, WHOLE[ACTORS], "", id="no header line"),
        pytest.param("unequal_columns", ACTORS, "\tSY\t\n", "\tSY\n", id="a cell is missing"),
        pytest.param("unseen_character", TRIGGERS, "اشتبك\t", "اشتـبك\t", id="tatweel"),
        pytest.param("unseen_character", TRIGGERS, "اشتبك\t", "اشتبك\u200f\t", id="right-to-left mark"),
        pytest.param("unseen_character", TRIGGERS, "اشتبك\t", "اشت\u200cبك\t", id="zero-width non-joiner"),
        pytest.param("unseen_character", FAMILIES, "id: custody", "id: custody\u200e", id="direction mark in YAML"),
        pytest.param("not_nfc", ACTORS, "قسد", "قسد|ا\u0654حرار", id="alef with combining hamza"),
        pytest.param("diacritics", TRIGGERS, "فرار", "فِرار", id="kasra in a spelling"),
        pytest.param("mixed_scripts", ACTORS, "SDF", "S\u0410F", id="Cyrillic A in a Latin word"),
        pytest.param("mixed_scripts", ACTORS, "SDF", "SDFق", id="Arabic letter in a Latin word"),
        pytest.param("mixed_scripts", TRIGGERS, "فرار", "فرoار", id="Latin o in an Arabic word"),
        pytest.param("empty_part", TRIGGERS, "اشتباك|", "اشتباك||", id="empty part of a list"),
        pytest.param("double_form", TRIGGERS, "اشتباك|اشتباكات", "اشتباك|اشتباك", id="form named twice"),
        pytest.param(
            "double_form", TRIGGERS, "next:@force|بين", "next:@force|بين|@force", id="word twice in a condition"
        ),
        pytest.param("unparallel", TRIGGERS, "\tيفر\t", "\tيفر|يهرب\t", id="two presents for one past"),
        pytest.param("unknown_role", FRAMES, "undergo\ttarget", "undergo\tpatient", id="frame with an unknown role"),
        pytest.param("unknown_role", FRAMES, "من=origin", "من=source", id="preposition with an unknown role"),
        pytest.param("unknown_value", CUES, "\treport\t", "\treports\t", id="cue with an unknown act"),
        pytest.param("unknown_value", CUES, "\tcertain", "\tsure", id="cue with an unknown stance"),
        pytest.param("unknown_value", TOLLS, "killed", "dead", id="toll with an unknown kind"),
        pytest.param("double_id", ACTORS, "ypg\t", "sdf\t", id="id used twice"),
        pytest.param("bad_id", ACTORS, "ypg\t", "Y P G\t", id="id with blanks and capitals"),
        pytest.param("double_row", CLASSES, "forces\n", "forces\nforce\tقوات\tagain\n", id="row said twice"),
        pytest.param("shared_name", ACTORS, "YPG", "YPG|SDF", id="name borne by two actors"),
        pytest.param("bad_point", SITES, "36.38", "136.38", id="latitude beyond the pole"),
        pytest.param("bad_point", SITES, "36.38", "north", id="latitude no number"),
        pytest.param("bad_point", SITES, "\t41.13", "\t", id="longitude missing"),
        pytest.param("no_point", SITES, "36.38\t41.13", "\t", id="site without a point"),
        pytest.param("unknown_type", TRIGGERS, "\tbattle\t", "\tbrawl\t", id="trigger of an unknown type"),
        pytest.param("unknown_type", TRIGGERS, "means:escape", "means:heist", id="means of an unknown type"),
        pytest.param("unknown_frame", TRIGGERS, "\tundergo\t", "\tsuffer\t", id="trigger with an unknown frame"),
        pytest.param("no_words", TRIGGERS, "فر\tيفر\tفرار", "\t\t", id="trigger without words"),
        pytest.param("unknown_class", TRIGGERS, "@force", "@forces", id="class that no file lists"),
        pytest.param("unknown_country", SITES, "\tSY\t", "\tSyria\t", id="country no code"),
        pytest.param("unknown_country", SITES, "\tSY\t", "\tXX\t", id="country not in the gazetteer"),
        pytest.param("unknown_actor", ACTORS, "\tsdf\n", "\tnobody\n", id="side that is no actor"),
        pytest.param("unknown_actor", LOADED, "\tsdf\n", "\tnobody\n", id="loaded name of no actor"),
        pytest.param("unknown_actor", DATED, "sdf\texists", "nobody\texists", id="dated fact of no actor"),
        pytest.param("unknown_actor", DATED, "\tsdf\t2015", "\tnobody\t2015", id="side with no actor"),
        pytest.param("unknown_kind", DATED, "\texists\t", "\tlives\t", id="dated fact of an unknown kind"),
        pytest.param("no_party", DATED, "\tsdf\t2015", "\t\t2015", id="side without a party"),
        pytest.param("no_value", DATED, "\texists\t", "\trole\t", id="role without words"),
        pytest.param("no_source", DATED, "founding statement", "", id="dated fact without a source"),
        pytest.param("bad_dates", DATED, "2015-10\t2019", "2019\t2015-10", id="dates out of order"),
        pytest.param("bad_dates", DATED, "2015-10\t\t", "\t\t", id="no date at all"),
        pytest.param("bad_dates", DATED, "2015-10\t2019", "autumn\t2019", id="date in words"),
        pytest.param("unknown_kind", GROUPS, "\thead\t", "\tfirst\t", id="group word of an unknown use"),
        pytest.param("unknown_kind", GROUPS, "armed_group", "band", id="group word of an unknown kind"),
        pytest.param("unknown_kind", GROUPS, "opener\t\t", "opener\ttribe\t", id="opener with a kind"),
        pytest.param("two_countries", DEMONYMS, "SY\tشامي", "LB\tسوري", id="demonym of two countries"),
        pytest.param("article", DEMONYMS, "سوري|", "سوري|السوري|", id="demonym with the article"),
        pytest.param("no_value", DEMONYMS, "Damascene", "", id="demonym in one language only"),
        pytest.param("unknown_place", ALIASES, "gn-1\t", "gn-2\t", id="names for a place not in the gazetteer"),
        pytest.param("unknown_type", FAMILIES, "arrest]", "arest]", id="type list in YAML"),
        pytest.param("bad_yaml", FAMILIES, "types: [", "types: [[", id="no YAML"),
        pytest.param("double_id", "ontology/custody.yaml", "- id: escape", "- id: arrest", id="type defined twice"),
        pytest.param(
            "unknown_type", "ontology/custody.yaml", "instead: transfer", "instead: move", id="instead unknown"
        ),
        pytest.param("bad_example", "ontology/custody.yaml", "[اعتقلت]", "اعتقلت", id="positive example unmarked"),
        pytest.param(
            "no_text", "ontology/custody.yaml", "{ar: اعتقال, en: arrest}", "{ar: اعتقال, en: ''}", id="no label"
        ),
        pytest.param(
            "bad_entry", "ontology/custody.yaml", "cameo: ['173']", "cameo: 173", id="mapping of the wrong kind"
        ),
        pytest.param("bad_entry", "ontology/custody.yaml", "roles: [actor,", "roles: [agent,", id="unknown role"),
        pytest.param("bad_entry", "ontology/custody.yaml", "    mappings:", "    mapping:", id="field misspelt"),
        pytest.param("no_terms", "ontology/acts.yaml", "kind: act", "kind: stance", id="a kind of term is missing"),
        pytest.param("wrong_terms", "ontology/acts.yaml", "id: condemn", "id: deplore", id="act that records lack"),
        pytest.param(
            "no_example",
            "ontology/acts.yaml",
            "ar: ['[أدانت] الجامعة العربية التوغل.']",
            "ar: []",
            id="act without example",
        ),
        pytest.param("bad_id", "scales/tlp.yaml", "id: tlp", "id: lights", id="scale under another name"),
        pytest.param("double_id", "scales/tlp.yaml", "id: green", "id: clear", id="grade named twice"),
        pytest.param("bad_range", "scales/likelihood.yaml", "low: 45", "low: 47", id="gap between ranges"),
        pytest.param("bad_range", "scales/likelihood.yaml", "low: 45, ", "", id="range without a lower bound"),
        pytest.param("bad_entry", "scales/tlp.yaml", "grades:", "steps:", id="scale without grades"),
        pytest.param("no_text", "scales/tlp.yaml", "ar: أخضر", "ar: ''", id="grade without a label"),
    ],
)
def test_rule_fires_on_a_broken_copy(whole: Path, code: str, name: str, old: str, new: str) -> None:
    file = whole / name
    text = file.read_text(encoding="utf-8")
    assert old in text, "the case breaks nothing"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert code in codes(whole)


@pytest.mark.parametrize(("sort", "language"), [(s, g) for s in ("positive", "negative") for g in ("ar", "en")])
def test_type_without_examples_of_a_sort_and_language_is_found(whole: Path, sort: str, language: str) -> None:
    file = whole / "ontology/politics.yaml"
    lines = file.read_text(encoding="utf-8").split("\n")
    start = lines.index(f"        {language}:", lines.index(f"      {sort}:"))
    while lines[start + 1].startswith("          -"):
        del lines[start + 1]
    lines[start] += " []"
    file.write_text("\n".join(lines), encoding="utf-8")
    found = [issue.detail for issue in check_knowledge(whole) if issue.code == "no_example"]
    assert found == [f"ontology/: agreement: has no {sort} example in {language!r}"]


@pytest.mark.parametrize(
    ("code", "spoil"),
    [
        pytest.param("not_utf8", lambda file: file.write_bytes(HEAD.encode() + b"id\n\xff\n"), id="not UTF-8"),
        pytest.param("unreadable", lambda file: file.with_name("x.tsv.gz").write_bytes(b"no gzip"), id="not gzip"),
    ],
)
def test_unreadable_file_is_an_issue_and_no_crash(whole: Path, code: str, spoil: Callable[[Path], object]) -> None:
    spoil(whole / ACTORS)
    assert code in codes(whole)


def test_issue_names_file_and_line(whole: Path) -> None:
    write(whole, SITES, (HEAD + WHOLE[SITES]).replace("36.38", "99"))
    (issue,) = check_knowledge(whole)
    assert issue.record_id == SITES
    assert issue.detail.startswith(f"{SITES}:4: ")


def test_prose_columns_may_hold_diacritics(whole: Path) -> None:
    write(whole, TRIGGERS, (HEAD + WHOLE[TRIGGERS]).replace("ran away", "فَرَّ with all vowels"))
    assert check_knowledge(whole) == []


def test_issues_come_in_the_order_of_the_files(whole: Path) -> None:
    write(whole, SITES, WHOLE[SITES].replace("36.38", "99"))  # without header comments too
    write(whole, ACTORS, WHOLE[ACTORS])
    found = [issue.record_id or "" for issue in check_knowledge(whole)]
    assert found == sorted(found)


def test_own_files_have_no_errors() -> None:
    assert [issue.detail for issue in check_knowledge() if issue.severity == "error"] == []

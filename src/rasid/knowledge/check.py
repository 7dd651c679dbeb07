# SPDX-License-Identifier: Apache-2.0
"""Prove that the knowledge files are whole: `rasid knowledge check`.

Every rule is a function from the files to issues. A rule never raises: a broken file becomes an issue and the other
rules go on with what could be read. `error` means that something will be read wrongly, `warning` that it is untidy,
`note` that a person should look.
"""

import gzip
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib.resources.abc import Traversable
from itertools import pairwise
from typing import Literal, get_args

from rasid.errors import KnowledgeError
from rasid.knowledge.load import (
    ONTOLOGY_FOLDER,
    SCALE_FOLDER,
    EventType,
    Labels,
    Ontology,
    Row,
    Scale,
    Term,
    build_ontology,
    convert,
    knowledge_root,
    parse_tsv,
    parse_yaml,
    read_example,
)
from rasid.records import Act, CountKind, Factuality, Issue, Role, Stance
from rasid.spelling import fold

_STAGE = "knowledge"
_CLASSES = "classes.tsv"
_FRAMES = "frames.tsv"
_TRIGGERS = "triggers.tsv"
_CONDITIONS = frozenset({"when", "unless"})
# The n-th past belongs to the n-th present, so one form may stand there twice: أحرق|حرق beside يحرق|يحرق.
_PARALLEL = ("past", "present")
# Prose and provenance: they may hold any spelling, since nothing is looked up by them.
_PROSE = frozenset({"note", "gloss", "definition", "source", "affiliation"})
_ID = re.compile(r"[a-z0-9][a-z0-9_.+:-]*")
_DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
_DATED = frozenset({"exists", "name", "side", "part_of", "role"})
_GROUP_USES = frozenset({"head", "quoted", "opened", "council", "council_word", "opener", "plain"})
_GROUP_KINDS = frozenset({"armed_group", "council", "tribe", "organisation"})
_COUNTRY = re.compile(r"[A-Z]{2}")
_CLASS_REFERENCE = re.compile(r"@([\w-]+)")
_WORD = re.compile(r"[^\W\d_]+")
_CONDITION = re.compile(r"\s+(?=\w+:)")
_MEANS = "means:"
_STATED = "stated:"
_AUTO = "auto"
_THING = "thing"  # a target where it is a building or a vehicle
_GAZETTEER_PREFIX = "gn-"
_SCRIPTS = ("LATIN", "ARABIC", "CYRILLIC", "GREEK", "HEBREW")

# What must never stand in a list of words, since no eye sees it and no text matches it.
_UNSEEN: Mapping[str, str] = {
    "\u0640": "tatweel",
    "\u00ad": "soft hyphen",
    "\u061c": "Arabic letter mark",
    "\u200b": "zero-width space",
    "\u200c": "zero-width non-joiner",
    "\u200d": "zero-width joiner",
    "\u200e": "left-to-right mark",
    "\u200f": "right-to-left mark",
    **{chr(code): "direction control" for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))},
    "\u2060": "word joiner",
    "\ufeff": "byte order mark",
    "\u00a0": "no-break space",
}
_DIACRITICS = re.compile("[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]")

Severity = Literal["note", "warning", "error"]


class KnowledgeFiles:
    """All files below one folder, read and parsed as far as that is possible."""

    def __init__(self, root: Traversable) -> None:
        self.texts: dict[str, str] = {}
        self.tables: dict[str, tuple[Row, ...]] = {}
        self.data: dict[str, object] = {}
        self.issues: list[Issue] = []
        for name, file in sorted(_walk(root, "")):
            self._read(name, file)
        self.ontology = self._build_ontology()

    def _read(self, name: str, file: Traversable) -> None:
        try:
            raw = file.read_bytes()
            self.texts[name] = (gzip.decompress(raw) if name.endswith(".gz") else raw).decode("utf-8")
            if name.endswith(".yaml"):
                self.data[name] = parse_yaml(self.texts[name], name)
            else:
                self.tables[name] = parse_tsv(self.texts[name], name)
        except KnowledgeError as error:
            self.issues.append(_issue(error.code, name, str(error)))
        except UnicodeDecodeError as error:
            self.issues.append(_issue("not_utf8", name, f"{name}: not UTF-8 ({error}); save it as UTF-8"))
        except (OSError, EOFError) as error:
            self.issues.append(_issue("unreadable", name, f"{name}: cannot be read: {error}"))

    def _build_ontology(self) -> Ontology | None:
        found = {name: data for name, data in self.data.items() if name.startswith(f"{ONTOLOGY_FOLDER}/")}
        try:
            return build_ontology(found)
        except KnowledgeError as error:
            self.issues.append(_issue(error.code, error.record_id or ONTOLOGY_FOLDER, str(error)))
            return None

    def scales(self) -> Iterator[tuple[str, Scale]]:
        """Yield the scales that could be read, with their file names; what could not is among the issues."""
        for name, data in self.data.items():
            if name.startswith(f"{SCALE_FOLDER}/"):
                try:
                    yield name, convert(data, Scale, name)
                except KnowledgeError:
                    continue  # reported by check_scales

    def tables_named(self, ending: str) -> Iterator[tuple[str, tuple[Row, ...]]]:
        """Yield the tables whose path ends so."""
        return ((name, rows) for name, rows in self.tables.items() if name.endswith(ending))

    def ids(self, name: str) -> frozenset[str]:
        """Return the ids of one table; empty where it is missing."""
        return frozenset(row.get("id") for row in self.tables.get(name, ()))


Rule = Callable[[KnowledgeFiles], Iterable[Issue]]


def check_knowledge(root: Traversable | None = None) -> list[Issue]:
    """Return everything that is wrong with the knowledge files, in the order of the files.

    Args:
        root: Folder to check; the package's own by default.
    """
    files = KnowledgeFiles(knowledge_root() if root is None else root)
    found = [*files.issues, *(issue for rule in RULES for issue in rule(files))]
    return sorted(found, key=lambda issue: (issue.record_id or "", _line_of(issue), issue.code))


def _walk(folder: Traversable, prefix: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        name = f"{prefix}{entry.name}"
        if entry.is_dir():
            yield from _walk(entry, f"{name}/")
        elif name.endswith((".tsv", ".tsv.gz", ".yaml")):
            yield name, entry


def _issue(code: str, name: str, detail: str, severity: Severity = "error") -> Issue:
    return Issue(stage=_STAGE, code=code, detail=detail, severity=severity, record_id=name)


def _row_issue(code: str, row: Row, detail: str, severity: Severity = "error") -> Issue:
    return _issue(code, row.source, f"{row.where}: {detail}", severity)


def _line_of(issue: Issue) -> int:
    number = re.match(r"[^:]+:(\d+):", issue.detail)
    return int(number.group(1)) if number else 0


# --- every file ------------------------------------------------------------------------------------------------------


def check_headers(files: KnowledgeFiles) -> Iterator[Issue]:
    """Every file begins with comments that say what it is, its source and its licence."""
    for name, text in files.texts.items():
        comments: list[str] = []
        for line in text.split("\n"):
            if not line.startswith("#"):
                break
            comments.append(line.lower())
        head = " ".join(comments)
        # A built file names its sources by name and each one's licence beside it.
        if not re.search(r"\bsource|generated by|written for rasid", head):
            yield _issue("no_source", name, f"{name}: the opening comment names no source; add `# Source: ...`")
        if not re.search(r"licen[cs]e|cc by|cc0|public domain", head):
            yield _issue("no_licence", name, f"{name}: the opening comment names no licence; add `# Licence: ...`")


def check_characters(files: KnowledgeFiles) -> Iterator[Issue]:
    """No character that nobody sees; composed form throughout."""
    for name, text in files.texts.items():
        for number, line in enumerate(text.split("\n"), start=1):
            where = f"{name}:{number}"
            unseen = sorted({_UNSEEN[character] for character in line if character in _UNSEEN})
            if unseen:
                yield _issue("unseen_character", name, f"{where}: holds {', '.join(unseen)}; delete it")
            if not unicodedata.is_normalized("NFC", line):
                yield _issue("not_nfc", name, f"{where}: not in composed form (NFC); normalise the line")


def check_scripts(files: KnowledgeFiles) -> Iterator[Issue]:
    """No word mixes scripts: a Latin o inside an Arabic or Cyrillic word looks right and matches nothing."""
    for name, text in files.texts.items():
        for number, line in enumerate(text.split("\n"), start=1):
            for word in _WORD.findall(line):
                scripts = _scripts_of(word)
                if len(scripts) > 1:
                    detail = f"{name}:{number}: {word!r} mixes {' and '.join(scripts)} letters; retype it"
                    yield _issue("mixed_scripts", name, detail)


def _scripts_of(word: str) -> list[str]:
    if word.isascii():
        return []
    names = [unicodedata.name(letter, "") for letter in word]
    return [script.title() for script in _SCRIPTS if any(script in name.split()[:2] for name in names)]


# --- tables ----------------------------------------------------------------------------------------------------------


def check_spellings(files: KnowledgeFiles) -> Iterator[Issue]:
    """Spellings of word lists bear no diacritics: the normaliser takes them off the text, so they would never match."""
    for name, rows in files.tables.items():
        if not name.startswith("lexicon/"):
            continue
        for row in rows:
            for column, cell in row.items():
                if column not in _PROSE and _DIACRITICS.search(cell):
                    yield _row_issue("diacritics", row, f"{column} {cell!r} bears diacritics; write it bare")


def check_lists(files: KnowledgeFiles) -> Iterator[Issue]:
    """Cells that hold a list with `|` name nothing twice and leave no part empty."""
    for rows in files.tables.values():
        for row in rows:
            for column, cell in row.items():
                if "|" in cell and column not in _PROSE:
                    for words in _lists_of(column, cell):
                        yield from _list_issues(row, column, words)


def _lists_of(column: str, cell: str) -> list[str]:
    """Return the lists in a cell: one, or one a condition (`next:a|b near:c|d`)."""
    if column not in _CONDITIONS:
        return [cell]
    return [condition.partition(":")[2] for condition in _CONDITION.split(cell)]


def _list_issues(row: Row, column: str, words: str) -> Iterator[Issue]:
    parts = [part.strip() for part in words.split("|")]
    if not all(parts):
        yield _row_issue("empty_part", row, f"{column} has an empty part: {words!r}", "warning")
    twice = sorted(part for part, count in Counter(parts).items() if part and count > 1)
    if twice and column not in _PARALLEL:
        yield _row_issue("double_form", row, f"{column} names twice: {', '.join(twice)}", "warning")


def check_ids(files: KnowledgeFiles) -> Iterator[Issue]:
    """Ids are there, well formed and used once in their file."""
    for name, rows in files.tables.items():
        first: dict[str, Row] = {}
        for row in rows:
            if "id" not in row:
                break
            identity = row["id"]
            # Built files keep the ids of their source, whatever they look like.
            if not identity or not (name.endswith(".gz") or _ID.fullmatch(identity)):
                detail = f"id {identity!r} should be lower-case Latin letters, digits and any of _ . + : -"
                yield _row_issue("bad_id", row, detail)
            elif identity in first:
                yield _row_issue("double_id", row, f"id {identity!r} stands already in line {first[identity].line}")
            first.setdefault(identity, row)


def check_duplicates(files: KnowledgeFiles) -> Iterator[Issue]:
    """No row says what another row of the file says already, id and prose aside."""
    for rows in files.tables.values():
        first: dict[tuple[str, ...], Row] = {}
        for row in rows:
            content = tuple(cell for column, cell in row.items() if column not in _PROSE and column != "id")
            if any(content) and content in first:
                yield _row_issue("double_row", row, f"says the same as line {first[content].line}; delete one")
            first.setdefault(content, row)


def check_shared_names(files: KnowledgeFiles) -> Iterator[Issue]:
    """A name that two entries of one hand-kept file bear is worth a look: it can never be resolved by itself."""
    for name, rows in files.tables.items():
        if name.endswith(".gz"):
            continue  # among towns of the world shared names are the rule
        bearers: dict[str, dict[str, Row]] = defaultdict(dict)
        for row in rows:
            for spelling in _names_of(row):
                bearers[spelling].setdefault(row["id"], row)
        for spelling, entries in bearers.items():
            if len(entries) > 1:
                row = list(entries.values())[-1]
                yield _row_issue("shared_name", row, f"{spelling!r} is borne by {', '.join(entries)}", "note")


def _names_of(row: Row) -> Iterator[str]:
    if "id" in row and "aliases_ar" in row:
        columns = ("name_ar", "aliases_ar", "name_en", "aliases_en")
        yield from {part for column in columns if column in row for part in row.items_of(column)}


def check_points(files: KnowledgeFiles) -> Iterator[Issue]:
    """Coordinates are numbers on earth, both there or both missing; a site always has them."""
    for name, rows in files.tables.items():
        for row in rows:
            if "latitude" not in row or "longitude" not in row:
                break
            latitude, longitude = row["latitude"], row["longitude"]
            if not latitude and not longitude:
                if name.startswith("sites/"):
                    yield _row_issue("no_point", row, "a site needs a point; say how coarse it is in precision_km")
            elif not (_within(latitude, 90) and _within(longitude, 180)):
                detail = f"no point on earth: {latitude!r}, {longitude!r}; latitude comes first, in degrees"
                yield _row_issue("bad_point", row, detail)


def _within(cell: str, bound: float) -> bool:
    try:
        return -bound <= float(cell) <= bound
    except ValueError:
        return False


# --- references ------------------------------------------------------------------------------------------------------


def check_triggers(files: KnowledgeFiles) -> Iterator[Issue]:
    """Triggers name types and frames that exist and say at least one word."""
    types = frozenset(files.ontology.type_ids()) if files.ontology else None
    words = ("past", "present", "nouns", "participles", "phrases")
    for name, rows in files.tables_named(_TRIGGERS):
        frames = {row.get("frame") for row in files.tables.get(f"{name.removesuffix(_TRIGGERS)}{_FRAMES}", ())}
        for row in rows:
            kind = row.get("type").removeprefix(_MEANS).removeprefix(_STATED)
            if types is not None and kind not in types:
                yield _row_issue("unknown_type", row, f"type {row.get('type')!r} is none of the event types")
            if row.get("frame") not in frames:
                detail = f"frame {row.get('frame')!r} is none of {_FRAMES} beside it: {', '.join(sorted(frames))}"
                yield _row_issue("unknown_frame", row, detail)
            if not any(row.get(column) for column in words if column in row):
                yield _row_issue("no_words", row, "names no word that could trigger it")


def check_parallels(files: KnowledgeFiles) -> Iterator[Issue]:
    """Where a row lists several pasts and presents, each past has its present."""
    for _, rows in files.tables_named(_TRIGGERS):
        for row in rows:
            pasts, presents = (row.items_of(column) if column in row else () for column in _PARALLEL)
            if presents and len(pasts) != len(presents):
                detail = f"{len(pasts)} forms in past, {len(presents)} in present; they should stand in pairs"
                yield _row_issue("unparallel", row, detail)


def check_frames(files: KnowledgeFiles) -> Iterator[Issue]:
    """Frames hand out roles that events have."""
    known = {*get_args(Role), _AUTO, _THING, "-", ""}
    for _, rows in files.tables_named(f"/{_FRAMES}"):
        for row in rows:
            plain = [row.get(relation) for relation in ("subject", "object", "genitive")]
            oblique = [part.rpartition("=")[2] for part in row.items_of("obliques")] if "obliques" in row else []
            unknown = sorted({*plain, *oblique} - known)
            if unknown:
                yield _row_issue("unknown_role", row, f"frame hands out roles that events lack: {', '.join(unknown)}")


def check_values(files: KnowledgeFiles) -> Iterator[Issue]:
    """Cells of the lexicon that name a value of a closed list name one that records allow."""
    for ending, column, allowed in (
        ("/cues.tsv", "act", get_args(Act)),
        ("/cues.tsv", "stance", get_args(Stance)),
        ("/casualties.tsv", "what", get_args(CountKind)),
    ):
        for _, rows in files.tables_named(ending):
            for row in rows:
                if row.get(column) not in allowed:
                    detail = f"{column} {row.get(column)!r} is none of {', '.join(allowed)}"
                    yield _row_issue("unknown_value", row, detail)


def check_classes(files: KnowledgeFiles) -> Iterator[Issue]:
    """Every `@class` of a word list stands in the classes of its language."""
    for name, rows in files.tables.items():
        folder = name.rpartition("/")[0]
        if not name.startswith("lexicon/"):
            continue
        known = _classes_of(files, f"{folder}/{_CLASSES}")
        for row in rows:
            for column, cell in row.items():
                unknown = sorted(set(_CLASS_REFERENCE.findall(cell)) - known) if column not in _PROSE else []
                if unknown:
                    detail = f"{column} names classes that {folder}/{_CLASSES} lacks: {', '.join(unknown)}"
                    yield _row_issue("unknown_class", row, detail)


def _classes_of(files: KnowledgeFiles, name: str) -> frozenset[str]:
    rows = files.tables.get(name, ())
    return frozenset(row.get("class") or row.get("id") for row in rows)


def check_countries(files: KnowledgeFiles) -> Iterator[Issue]:
    """Countries are two capital letters, and known to the gazetteer where there is one."""
    known = {row["country"] for _, rows in files.tables_named("gazetteer.tsv.gz") for row in rows if "country" in row}
    for name, rows in files.tables.items():
        if name.endswith(".gz"):
            continue
        for row in rows:
            for country in row.items_of("country") if "country" in row else ():
                if not _COUNTRY.fullmatch(country) or (known and country not in known):
                    detail = f"country {country!r} is no ISO 3166 code of two capital letters that the gazetteer has"
                    yield _row_issue("unknown_country", row, detail)


def check_sides(files: KnowledgeFiles) -> Iterator[Issue]:
    """Actors' sides and the users and objects of loaded names are actors or outlets that exist."""
    actors, outlets = files.ids("actors/actors.tsv"), files.ids("outlets/outlets.tsv")
    known = {
        *actors,
        *outlets,
        *(f"actor:{identity}" for identity in actors),
        *(f"outlet:{identity}" for identity in outlets),
    }
    for name, columns in (("actors/actors.tsv", ("sides",)), ("actors/loaded.tsv", ("frames", "used_by"))):
        for row in files.tables.get(name, ()):
            for column in columns:
                for entity in row.items_of(column) if column in row else ():
                    # `class:opponent` describes whom a word is thrown at without naming an actor.
                    if entity not in known and not entity.startswith("class:"):
                        yield _row_issue("unknown_actor", row, f"{column} names {entity!r}, which no file lists")


def check_dated(files: KnowledgeFiles) -> Iterator[Issue]:
    """What is told of an actor for a time names actors that exist, a source, and dates in their order."""
    actors = files.ids("actors/actors.tsv")
    for row in files.tables.get("actors/dated.tsv", ()):
        for column in ("actor", "party"):
            if row[column] and row[column] not in actors:
                yield _row_issue("unknown_actor", row, f"{column} names {row[column]!r}, which actors.tsv does not list")
        if row["what"] not in _DATED:
            yield _row_issue("unknown_kind", row, f"what is {row['what']!r}; there are: {', '.join(sorted(_DATED))}")
        if (row["what"] in {"side", "part_of"}) != bool(row["party"]):
            yield _row_issue("no_party", row, "a side or part_of needs a party, and nothing else has one")
        if row["what"] in {"name", "role"} and not (row["value_en"] and row["value_ar"]):
            yield _row_issue("no_value", row, f"a {row['what']} needs its words in both languages")
        if not row["source"]:
            yield _row_issue("no_source", row, "source is empty; name the public document or event")
        days = [row[column] for column in ("since", "until") if row[column]]
        if not days or not all(_DAY.fullmatch(day) for day in days) or days != sorted(days):
            yield _row_issue("bad_dates", row, f"since and until are {days}; give at least one, ISO year, month or day, in their order")


def check_demonyms(files: KnowledgeFiles) -> Iterator[Issue]:
    """Each word for the people of a country points to one country, is written without article, and stands in both languages."""
    owner: dict[str, str] = {}
    for row in files.tables.get("places/demonyms.tsv", ()):
        for column in ("words_ar", "words_en"):
            if not row[column]:
                yield _row_issue("no_value", row, f"{column} is empty")
            for word in row.items_of(column):
                key = fold(word)
                if owner.setdefault(key, row["country"]) != row["country"]:
                    yield _row_issue("two_countries", row, f"{word!r} is said of {owner[key]} too")
                if key.startswith("ال") and key[2:] in owner:
                    yield _row_issue("article", row, f"{word!r} has the article; write it without")


def check_group_words(files: KnowledgeFiles) -> Iterator[Issue]:
    """Words that make a group of the name beside them have a use that is read, and a kind where they give one."""
    for row in files.tables.get("actors/group_words.tsv", ()):
        if row["use"] not in _GROUP_USES:
            yield _row_issue("unknown_kind", row, f"use is {row['use']!r}; there are: {', '.join(sorted(_GROUP_USES))}")
        kinded = row["use"] not in {"opener", "plain"}
        if (row["kind"] in _GROUP_KINDS) != kinded or (row["kind"] and not kinded):
            yield _row_issue("unknown_kind", row, f"kind {row['kind']!r}: openers and plain words have none, others one of {', '.join(sorted(_GROUP_KINDS))}")


def check_places(files: KnowledgeFiles) -> Iterator[Issue]:
    """Own rows that only give more names to a place of the gazetteer name one that it has."""
    gazetteer = frozenset(row.get("id") for _, rows in files.tables_named("gazetteer.tsv.gz") for row in rows)
    for row in files.tables.get("places/aliases.tsv", ()):
        if gazetteer and row.get("id").startswith(_GAZETTEER_PREFIX) and row["id"] not in gazetteer:
            yield _row_issue("unknown_place", row, f"{row['id']} does not stand in the gazetteer")


def check_type_lists(files: KnowledgeFiles) -> Iterator[Issue]:
    """Lists under the key `types` in YAML files outside the ontology name types that exist."""
    if files.ontology is None:
        return
    types = frozenset(files.ontology.type_ids())
    for name, data in files.data.items():
        if name.startswith(f"{ONTOLOGY_FOLDER}/"):
            continue
        for listed in _lists_under("types", data):
            unknown = sorted({str(entry) for entry in listed} - types)
            if unknown:
                yield _issue("unknown_type", name, f"{name}: `types` names none of the event types: {unknown}")


def _lists_under(key: str, data: object) -> Iterator[list[object]]:
    if isinstance(data, dict):
        for name, value in data.items():
            if name == key and isinstance(value, list):
                yield value
            else:
                yield from _lists_under(key, value)
    elif isinstance(data, list):
        for value in data:
            yield from _lists_under(key, value)


# --- ontology and scales ---------------------------------------------------------------------------------------------


def check_ontology(files: KnowledgeFiles) -> Iterator[Issue]:
    """Types are unique, say everything in both languages, and refer to types that exist."""
    if files.ontology is None:
        return
    types = files.ontology.type_ids()
    for identity, count in Counter(types).items():
        if count > 1:
            yield _issue(
                "double_id", ONTOLOGY_FOLDER, f"{ONTOLOGY_FOLDER}/: type {identity!r} is defined {count} times"
            )
    for entry in files.ontology.types:
        yield from _type_issues(entry, frozenset(types))


def _type_issues(entry: EventType, types: frozenset[str]) -> Iterator[Issue]:
    texts = (entry.labels, entry.plural, entry.definition, *entry.exclusions)
    positive, negative = entry.examples.positive, entry.examples.negative
    yield from _text_issues(entry.id, texts)
    for sort, language, sentences in (
        ("positive", "ar", positive.ar),
        ("positive", "en", positive.en),
        ("negative", "ar", negative.ar),
        ("negative", "en", negative.en),
    ):
        if not sentences:
            yield _entry_issue("no_example", entry.id, f"has no {sort} example in {language!r}")
    yield from _marked_issues(entry.id, (*positive.ar, *positive.en))
    for example in (*negative.ar, *negative.en):
        if example.instead is not None and (example.instead not in types or example.instead == entry.id):
            yield _entry_issue("unknown_type", entry.id, f"`instead` names {example.instead!r}: {example.text}")


def check_terms(files: KnowledgeFiles) -> Iterator[Issue]:
    """The lists of terms are those that the records allow, each with texts and examples in both languages."""
    if files.ontology is None:
        return
    ontology = files.ontology
    for kind, terms, allowed in (
        ("role", ontology.roles, get_args(Role)),
        ("factuality", ontology.factualities, get_args(Factuality)),
        ("act", ontology.acts, get_args(Act)),
        ("stance", ontology.stances, get_args(Stance)),
        ("count", ontology.counts, get_args(CountKind)),
    ):
        listed = [term.id for term in terms]
        if sorted(listed) != sorted(allowed):
            detail = f"{ONTOLOGY_FOLDER}/: terms of kind {kind!r} are {listed}, the records allow {list(allowed)}"
            yield _issue("wrong_terms", ONTOLOGY_FOLDER, detail)
        for term in terms:
            yield from _term_issues(term)


def _term_issues(term: Term) -> Iterator[Issue]:
    positive, negative = term.examples.positive, term.examples.negative
    yield from _text_issues(term.id, (term.labels, term.definition))
    for language, sentences in (("ar", positive.ar), ("en", positive.en)):
        if not sentences:
            yield _entry_issue("no_example", term.id, f"has no positive example in {language!r}")
    yield from _marked_issues(term.id, (*positive.ar, *positive.en, *negative.ar, *negative.en))


def _text_issues(identity: str, texts: Iterable[Labels]) -> Iterator[Issue]:
    if any(not text.ar.strip() or not text.en.strip() for text in texts):
        yield _entry_issue("no_text", identity, "lacks a label, a definition or a note in Arabic or English")


def _marked_issues(identity: str, sentences: Iterable[str]) -> Iterator[Issue]:
    for sentence in sentences:
        try:
            read_example(sentence)
        except KnowledgeError as error:
            yield _entry_issue("bad_example", identity, str(error))


def _entry_issue(code: str, identity: str, detail: str) -> Issue:
    return _issue(code, ONTOLOGY_FOLDER, f"{ONTOLOGY_FOLDER}/: {identity}: {detail}")


def check_scales(files: KnowledgeFiles) -> Iterator[Issue]:
    """Scales can be read, bear the name of their file, and their ranges rise without a gap."""
    for name, data in files.data.items():
        if not name.startswith(f"{SCALE_FOLDER}/"):
            continue
        try:
            scale = convert(data, Scale, name)
        except KnowledgeError as error:
            yield _issue(error.code, name, str(error))
            continue
        yield from _scale_issues(name, scale)


def _scale_issues(name: str, scale: Scale) -> Iterator[Issue]:
    if name != f"{SCALE_FOLDER}/{scale.id}.yaml":
        yield _issue("bad_id", name, f"{name}: id {scale.id!r} should be the name of the file")
    identities = [grade.id for grade in scale.grades]
    if not identities or len(set(identities)) != len(identities):
        yield _issue("double_id", name, f"{name}: no grades, or one is named twice: {identities}")
    texts = (scale.labels, *(grade.labels for grade in scale.grades), *(grade.definition for grade in scale.grades))
    if any(not text.ar.strip() or not text.en.strip() for text in texts):
        yield _issue("no_text", name, f"{name}: a label or definition is empty in Arabic or English")
    ranges = [(grade.low, grade.high) for grade in scale.grades if grade.low is not None or grade.high is not None]
    if ranges and (len(ranges) != len(scale.grades) or not _rise(ranges)):
        yield _issue("bad_range", name, f"{name}: ranges should rise and meet, each from low to high: {ranges}")


def _rise(ranges: list[tuple[int | None, int | None]]) -> bool:
    bounds = [bound for pair in ranges for bound in pair if bound is not None]
    rising = bounds == sorted(bounds) and all(low != high for low, high in ranges)
    meeting = all(before[1] == after[0] for before, after in pairwise(ranges))
    return len(bounds) == 2 * len(ranges) and rising and meeting


RULES: tuple[Rule, ...] = (
    check_headers,
    check_characters,
    check_scripts,
    check_spellings,
    check_lists,
    check_ids,
    check_duplicates,
    check_shared_names,
    check_points,
    check_triggers,
    check_parallels,
    check_frames,
    check_values,
    check_classes,
    check_countries,
    check_sides,
    check_dated,
    check_demonyms,
    check_group_words,
    check_places,
    check_type_lists,
    check_ontology,
    check_terms,
    check_scales,
)

# SPDX-License-Identifier: Apache-2.0
"""Read the knowledge files: TSV word lists, YAML entries, the ontology and the scales.

`load_ontology` and `load_scale` give typed records; `read_tsv` and `read_yaml` give what any other file holds.

Everything is read on first use and cached; importing this module reads nothing. Names are relative to the folder
`rasid/knowledge` and use `/`: `lexicon/ar/triggers.tsv`.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any, Literal, TypeVar

import msgspec
import yaml

from rasid.errors import KnowledgeError
from rasid.records import Record, Role, Span

PACKAGE = "rasid.knowledge"
COMMENT = "#"

# The C parser is ten times faster; wheels of PyYAML have it, some source builds do not.
_YAML_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


ONTOLOGY_FOLDER = "ontology"
SCALE_FOLDER = "scales"


# --- records ---------------------------------------------------------------------------------------------------------


class Labels(Record, frozen=True, kw_only=True):
    """One text in both languages: a label, a definition, a note."""

    ar: str
    en: str

    def in_language(self, language: str) -> str:
        """Return the Arabic text for `ar`, else the English."""
        return self.ar if language == "ar" else self.en


class Words(Record, frozen=True, kw_only=True):
    """Several texts in each language."""

    ar: tuple[str, ...] = ()
    en: tuple[str, ...] = ()


class NegativeExample(Record, frozen=True, kw_only=True):
    """A sentence that looks like a type and is none of it."""

    text: str
    instead: str | None
    """The right type, or None where the sentence holds no event."""


class NegativeExamples(Record, frozen=True, kw_only=True):
    """Negative examples in both languages."""

    ar: tuple[NegativeExample, ...] = ()
    en: tuple[NegativeExample, ...] = ()


class TypeExamples(Record, frozen=True, kw_only=True):
    """Sentences that show an event type and sentences that only look like it."""

    positive: Words
    """The trigger stands in [square brackets]; `read_example` takes them off."""
    negative: NegativeExamples


class TermExamples(Record, frozen=True, kw_only=True):
    """Sentences that show a term, its words in [square brackets], and sentences that show another."""

    positive: Words
    negative: Words = Words()


class PloverCode(Record, frozen=True, kw_only=True):
    """A category of PLOVER 0.8."""

    event: str
    mode: str | None


class Mappings(Record, frozen=True, kw_only=True):
    """Names of the nearest categories elsewhere, the usual one first; None where nothing fits."""

    plover: tuple[PloverCode, ...] | None
    cameo: tuple[str, ...] | None
    ucdp: tuple[Literal[1, 2, 3], ...] | None
    """UCDP's type_of_violence: 1 state-based, 2 non-state, 3 one-sided. The parties decide which."""


class EventType(Record, frozen=True, kw_only=True):
    """One type of event."""

    id: str
    labels: Labels
    plural: Labels
    definition: Labels
    exclusions: tuple[Labels, ...] = msgspec.field(name="not")
    """What the type does not cover, with the type that does."""
    examples: TypeExamples
    mappings: Mappings
    roles: tuple[Role, ...]
    """Roles that an event of the type can have."""


class Family(Record, frozen=True, kw_only=True):
    """A group of event types, for menus and legends."""

    id: str
    labels: Labels
    types: tuple[str, ...] = ()


class TypeFile(Record, frozen=True, kw_only=True):
    """Content of one file of event types."""

    family: Family
    types: tuple[EventType, ...]


TermKind = Literal["role", "factuality", "act", "stance", "count"]


class Term(Record, frozen=True, kw_only=True):
    """One value of a closed list: a role, a factuality, an act, a stance, a kind of count."""

    id: str
    labels: Labels
    definition: Labels
    examples: TermExamples
    mappings: Mappings | None = None


class TermFile(Record, frozen=True, kw_only=True):
    """Content of one file of terms."""

    kind: TermKind
    terms: tuple[Term, ...]


class Ontology(Record, frozen=True, kw_only=True):
    """All types and terms that a record may name."""

    families: tuple[Family, ...]
    types: tuple[EventType, ...]
    roles: tuple[Term, ...]
    factualities: tuple[Term, ...]
    acts: tuple[Term, ...]
    stances: tuple[Term, ...]
    counts: tuple[Term, ...]

    def type_ids(self) -> tuple[str, ...]:
        """Return the ids of all event types, in the order of the files."""
        return tuple(entry.id for entry in self.types)

    def type(self, type_id: str) -> EventType:
        """Return one event type.

        Raises:
            KnowledgeError: There is no such type; the message lists those there are.
        """
        return _find(self.types, type_id, what="event type")

    def family_of(self, type_id: str) -> Family:
        """Return the family that a type belongs to.

        Raises:
            KnowledgeError: There is no such type.
        """
        wanted = self.type(type_id).id
        return next(family for family in self.families if wanted in family.types)

    def act(self, act_id: str) -> Term:
        """Return one act.

        Raises:
            KnowledgeError: There is no such act.
        """
        return _find(self.acts, act_id, what="act")

    def factuality(self, factuality_id: str) -> Term:
        """Return one factuality value.

        Raises:
            KnowledgeError: There is no such value.
        """
        return _find(self.factualities, factuality_id, what="factuality")


class Grade(Record, frozen=True, kw_only=True):
    """One step of a scale."""

    id: str
    labels: Labels
    definition: Labels
    synonyms: Words = Words()
    low: int | None = None
    """Lower bound in percent, where the step is a range."""
    high: int | None = None
    missing: bool = False
    """True for "cannot be judged": no value, to be left out of sums and never read as a middle one."""


class Scale(Record, frozen=True, kw_only=True):
    """Ordered grades."""

    id: str
    labels: Labels
    grades: tuple[Grade, ...]

    def grade(self, grade_id: str) -> Grade:
        """Return one grade.

        Raises:
            KnowledgeError: The scale has no such grade; the message lists those it has.
        """
        return _find(self.grades, grade_id, what=f"grade of {self.id}")

    def rank(self, grade_id: str) -> int:
        """Return the place of a grade in the scale, from 0.

        Raises:
            KnowledgeError: The scale has no such grade.
        """
        return self.grades.index(self.grade(grade_id))

    def grade_at(self, percent: float) -> Grade:
        """Return the grade whose range holds a percentage; on a bound the upper one.

        Raises:
            KnowledgeError: The scale has no ranges, or the value lies outside them (0 and 100 do).
        """
        for grade in reversed(self.grades):
            if grade.low is not None and grade.high is not None and grade.low <= percent <= grade.high:
                return grade
        message = f"scale {self.id}: no grade holds {percent} per cent; give a value inside one of its ranges"
        raise KnowledgeError(message, code="no_grade", record_id=self.id)


Entry = TypeVar("Entry", EventType, Term, Grade)
Content = TypeVar("Content", TypeFile, TermFile, Scale)


def _find(entries: tuple[Entry, ...], entry_id: str, *, what: str) -> Entry:
    for entry in entries:
        if entry.id == entry_id:
            return entry
    have = ", ".join(entry.id for entry in entries)
    message = f"no {what} {entry_id!r}; there are: {have}"
    raise KnowledgeError(message, code="unknown_id", record_id=entry_id)


# --- TSV and YAML ----------------------------------------------------------------------------------------------------


class Row(Mapping[str, str]):
    """One line of a TSV file: a read-only mapping of column to cell that knows where it stands.

    Cells are stripped of blanks at both ends; an empty cell is `""`.
    """

    __slots__ = ("_cells", "line", "source")

    def __init__(self, cells: Mapping[str, str], *, source: str, line: int) -> None:
        self._cells = dict(cells)
        self.source = source
        self.line = line

    def __getitem__(self, column: str) -> str:
        """Return the cell of a column.

        Raises:
            KnowledgeError: The file has no such column.
        """
        try:
            return self._cells[column]
        except KeyError:
            have = ", ".join(self._cells)
            raise self.error(f"no column {column!r}; the header has: {have}", code="no_column") from None

    def __iter__(self) -> Iterator[str]:
        """Iterate over the columns in their order."""
        return iter(self._cells)

    def __len__(self) -> int:
        """Return the number of columns."""
        return len(self._cells)

    def __contains__(self, column: object) -> bool:
        """Return whether the file has the column."""
        return column in self._cells

    def __repr__(self) -> str:
        """Return place and cells, for test output."""
        return f"Row({self.where}: {self._cells})"

    @property
    def where(self) -> str:
        """`file:line`, as editors take it."""
        return f"{self.source}:{self.line}"

    def get(self, column: str, default: str = "") -> str:  # type: ignore[override]  # never None: cells are strings
        """Return the cell of a column, or `default` where the file has no such column."""
        return self._cells.get(column, default)

    def items_of(self, column: str, *, separator: str = "|") -> tuple[str, ...]:
        """Return the parts of a cell that holds a list, stripped, empty ones left out."""
        return tuple(part for part in (piece.strip() for piece in self[column].split(separator)) if part)

    def error(self, message: str, *, code: str = "bad_row") -> KnowledgeError:
        """Return (not raise) an error that names this line."""
        return KnowledgeError(f"{self.where}: {message}", code=code, record_id=self.source)


def knowledge_root() -> Traversable:
    """Return the folder of the knowledge files, also from a zipped wheel."""
    return resources.files(PACKAGE)


def parse_tsv(text: str, source: str) -> tuple[Row, ...]:
    """Return the rows of a TSV text.

    Lines that begin with `#` and blank lines are skipped; the first line that is left is the header.

    Args:
        text: Content of the file.
        source: Its name, for messages.

    Raises:
        KnowledgeError: No header, a column named twice or unnamed, or a row with too few or too many cells.
    """
    header: tuple[str, ...] | None = None
    rows: list[Row] = []
    # Not splitlines(): it would also cut at U+2028 or form feeds inside a cell.
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        if not line.strip() or line.startswith(COMMENT):
            continue
        cells = tuple(cell.strip() for cell in line.split("\t"))
        if header is None:
            header = _header(cells, source, number)
            continue
        if len(cells) != len(header):
            message = (
                f"{source}:{number}: {len(cells)} cells, but the header has {len(header)} columns "
                f"({', '.join(header)}); empty cells still need their tabs"
            )
            raise KnowledgeError(message, code="unequal_columns", record_id=source)
        rows.append(Row(dict(zip(header, cells, strict=True)), source=source, line=number))
    if header is None:
        message = f"{source}: no header line; name the columns in the first line that is no comment"
        raise KnowledgeError(message, code="no_header", record_id=source)
    return tuple(rows)


def _header(cells: tuple[str, ...], source: str, number: int) -> tuple[str, ...]:
    if not all(cells) or len(set(cells)) != len(cells):
        message = f"{source}:{number}: the header has an unnamed column or names one twice: {cells}"
        raise KnowledgeError(message, code="bad_header", record_id=source)
    return cells


def parse_yaml(text: str, source: str) -> object:
    """Return what a YAML text holds.

    Raises:
        KnowledgeError: The text is no YAML.
    """
    try:
        loader = _YAML_LOADER(text)
        try:
            data: object = loader.get_single_data()
        finally:
            loader.dispose()
    except yaml.YAMLError as error:
        message = f"{source}: not YAML: {error}"
        raise KnowledgeError(message, code="bad_yaml", record_id=source) from error
    return data


def read_text(name: str) -> str:
    """Return the text of a knowledge file.

    Args:
        name: Relative to the knowledge folder: `lexicon/ar/triggers.tsv`.

    Raises:
        KnowledgeError: There is no such file, or it is not UTF-8.
    """
    try:
        return knowledge_root().joinpath(name).read_text(encoding="utf-8")
    except (FileNotFoundError, IsADirectoryError, NotADirectoryError) as error:
        message = f"{name}: no such knowledge file; reinstall rasid, or run `rasid knowledge check`"
        raise KnowledgeError(message, code="no_file", record_id=name) from error
    except UnicodeDecodeError as error:
        message = f"{name}: not UTF-8 ({error}); save it as UTF-8"
        raise KnowledgeError(message, code="not_utf8", record_id=name) from error


@cache
def read_tsv(name: str) -> tuple[Row, ...]:
    """Return the rows of a TSV knowledge file, read once.

    Args:
        name: Relative to the knowledge folder: `lexicon/ar/triggers.tsv`.

    Raises:
        KnowledgeError: The file is missing or broken; the message names file and line.
    """
    return parse_tsv(read_text(name), name)


@cache
def read_yaml(name: str) -> object:
    """Return what a YAML knowledge file holds, read once; treat it as read-only.

    Args:
        name: Relative to the knowledge folder: `scales/tlp.yaml`.

    Raises:
        KnowledgeError: The file is missing or no YAML.
    """
    return parse_yaml(read_text(name), name)


def list_files(folder: str, suffix: str) -> tuple[str, ...]:
    """Return the names of the files of one knowledge folder, relative to the root, sorted.

    Raises:
        KnowledgeError: There is no such folder.
    """
    try:
        names = [entry.name for entry in knowledge_root().joinpath(folder).iterdir()]
    except (FileNotFoundError, NotADirectoryError, ValueError) as error:  # a zipped wheel raises ValueError
        message = f"{folder}/: no such knowledge folder; reinstall rasid"
        raise KnowledgeError(message, code="no_file", record_id=folder) from error
    return tuple(f"{folder}/{name}" for name in sorted(names) if name.endswith(suffix))


# --- ontology and scales ---------------------------------------------------------------------------------------------


def convert(data: object, into: type[Content], source: str) -> Content:
    """Return YAML data as a record.

    Raises:
        KnowledgeError: A field is missing, unknown or of the wrong kind; the message says which.
    """
    try:
        return msgspec.convert(data, type=into)
    except msgspec.ValidationError as error:
        message = f"{source}: {error}"
        raise KnowledgeError(message, code="bad_entry", record_id=source) from error


def build_ontology(files: Mapping[str, object]) -> Ontology:
    """Return the ontology that the given YAML data make up.

    Args:
        files: Name of each file to what it holds, in the order wanted for the types.

    Raises:
        KnowledgeError: An entry is malformed, or a list of terms is missing.
    """
    families: list[Family] = []
    types: list[EventType] = []
    terms: dict[TermKind, tuple[Term, ...]] = {}
    for name, data in files.items():
        if isinstance(data, dict) and "terms" in data:
            term_file = convert(data, TermFile, name)
            terms[term_file.kind] = term_file.terms
        else:
            type_file = convert(data, TypeFile, name)
            held = tuple(entry.id for entry in type_file.types)
            families.append(Family(id=type_file.family.id, labels=type_file.family.labels, types=held))
            types.extend(type_file.types)
    try:
        return Ontology(
            families=tuple(families),
            types=tuple(types),
            roles=terms["role"],
            factualities=terms["factuality"],
            acts=terms["act"],
            stances=terms["stance"],
            counts=terms["count"],
        )
    except KeyError as error:
        message = f"{ONTOLOGY_FOLDER}/: no file lists the terms of kind {error}"
        raise KnowledgeError(message, code="no_terms", record_id=ONTOLOGY_FOLDER) from error


@cache
def load_ontology() -> Ontology:
    """Return the event types, roles, factuality values, acts, stances and count kinds, read once.

    Raises:
        KnowledgeError: A file is missing or broken.
    """
    return build_ontology({name: read_yaml(name) for name in list_files(ONTOLOGY_FOLDER, ".yaml")})


@cache
def load_scale(name: str) -> Scale:
    """Return a scale, read once.

    Args:
        name: `admiralty_reliability`, `admiralty_credibility`, `likelihood`, `confidence`, `place_precision`,
            `date_precision` or `tlp`.

    Raises:
        KnowledgeError: There is no such scale, or its file is broken.
    """
    have = list_files(SCALE_FOLDER, ".yaml")
    file = f"{SCALE_FOLDER}/{name}.yaml"
    if file not in have:
        names = ", ".join(path.removeprefix(f"{SCALE_FOLDER}/").removesuffix(".yaml") for path in have)
        message = f"no scale {name!r}; there are: {names}"
        raise KnowledgeError(message, code="unknown_scale", record_id=name)
    return convert(read_yaml(file), Scale, file)


def read_example(marked: str) -> tuple[str, Span]:
    """Return an example sentence without its square brackets, and the span that stood in them.

    Raises:
        KnowledgeError: The sentence has not exactly one bracketed stretch.
    """
    before, opened, rest = marked.partition("[")
    inside, closed, after = rest.partition("]")
    if not opened or not closed or not inside or set(before + inside + after) & set("[]"):
        message = f"example needs exactly one stretch in [square brackets]: {marked}"
        raise KnowledgeError(message, code="bad_example")
    return before + inside + after, Span(len(before), len(before) + len(inside))

# SPDX-License-Identifier: Apache-2.0
"""Read the knowledge files: TSV word lists, YAML entries, the ontology and the scales.

Everything is read on first use and cached; importing this module reads nothing. Names are relative to the folder
`rasid/knowledge` and use `/`: `lexicon/ar/triggers.tsv`.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Any

import yaml

from rasid.errors import KnowledgeError

PACKAGE = "rasid.knowledge"
COMMENT = "#"

# The C parser is ten times faster; wheels of PyYAML have it, some source builds do not.
_YAML_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


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

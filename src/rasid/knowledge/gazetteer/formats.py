# SPDX-License-Identifier: Apache-2.0
"""Files of places, read row by row: GeoNames country files, tables with a header, JSON lists.

Every row becomes a `ListedPlace` or, where it cannot, an `Issue` that names its line; a broken row never ends the reading.
"""

import csv
import gzip
import io
import json
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Final, NamedTuple

from rasid.errors import ReadError
from rasid.ids import make_id
from rasid.knowledge.gazetteer.countries import country_code
from rasid.knowledge.gazetteer.rows import ListedPlace, OtherName
from rasid.knowledge.load import read_tsv
from rasid.knowledge.name_index import is_arabic
from rasid.records import Issue

STAGE: Final = "places"
_GEONAMES_COLUMNS: Final = 19
_CITY, _TOWN = 100_000, 5_000  # residents, as in the gazetteer of the package
_LEVELS: Final = ("admin4", "admin3", "admin2", "admin1")
_MOST_BYTES: Final = 1 << 30  # of one file unpacked: the whole of GeoNames is 1.7 GB, no country is above 0.2
_DELIMITERS: Final = ",\t;|"
_KEY: Final = re.compile(r"[\s_#\-.]+")
_SPLIT: Final = re.compile(r"[|;]|(?<!\d),(?!\d)")
_PARENTHESIS: Final = re.compile(r"^(.*?)\s*\(([^()]*)\)\s*$")
_ALIAS: Final = re.compile(r"[_/]")
_ARABIC_ALIAS: Final = re.compile(r"[_/\-–]")
# No press writes Arabic with these letters; such names are of other languages in the same script.
_FOREIGN: Final = re.compile("[پچژگڤڭںڕڵێۆیکەۇۈۋېھہےٹڈڑۀۍټډړږښڼ]")
_STRIPPED: Final = re.compile("[\u0610-\u061a\u0640\u064b-\u065f\u0670\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]")


class Reading(NamedTuple):
    """A file of places, open."""

    format: str
    """`geonames`, `table` or `json`."""
    sha256: str
    rows: Iterator[ListedPlace | Issue]


def read_places(path: Path, *, country: str = "") -> Reading:
    """Open a file of places.

    Args:
        path: A text file, gzipped or zipped (the largest text file of the archive is read).
        country: ISO 3166 two letters, for files that do not say.

    Raises:
        ReadError: The file cannot be read, or is none of the formats.
    """
    raw = _read_bytes(path)
    digest = sha256(raw).hexdigest()
    text = _decode(_unpack(raw, path), path)
    first = next((line for line in text.split("\n", 20)[:20] if line.strip() and not line.startswith("# ")), "")
    if text.lstrip()[:1] in {"[", "{"}:
        return Reading("json", digest, _json_places(text, path.name, country))
    if _is_geonames(first):
        return Reading("geonames", digest, _geonames(text, path.name))
    header = _header(first)
    if not ({"name_en", "name_ar"} & set(header.fields) or any(field.startswith("admin") for field in header.fields)):
        message = (
            f"{path.name}: no list of places: the first line is neither a row of GeoNames (19 columns) nor a header with a column of names; "
            "name the columns as in knowledge/places/columns.tsv: name_ar, name_en, latitude, longitude, country"
        )
        raise ReadError(message, code="unknown_format", record_id=path.name)
    return Reading("table", digest, _table(text, header, path.name, country))


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ReadError(f"{path}: cannot be read ({error.strerror or error})", code="unreadable", record_id=path.name) from error


def _unpack(raw: bytes, path: Path) -> bytes:
    try:
        if raw[:2] == b"\x1f\x8b":
            with gzip.open(io.BytesIO(raw)) as stream:
                return stream.read(_MOST_BYTES)
        if raw[:4] == b"PK\x03\x04":
            return _unzip(raw, path)
    except (OSError, EOFError, zlib.error, zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise ReadError(f"{path.name}: a broken archive ({error}); fetch it again", code="broken_archive", record_id=path.name) from error
    return raw


def _unzip(raw: bytes, path: Path) -> bytes:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        if "xl/workbook.xml" in archive.namelist():
            raise ReadError(f"{path.name}: a workbook of Excel; save its sheet as CSV and import that", code="excel", record_id=path.name)
        members = [entry for entry in archive.infolist() if not entry.is_dir() and entry.filename.lower() != "readme.txt"]
        if not members:
            raise ReadError(f"{path.name}: an empty archive", code="broken_archive", record_id=path.name)
        largest = max(members, key=lambda entry: (entry.file_size, entry.filename))
        with archive.open(largest) as stream:
            return stream.read(_MOST_BYTES)


def _decode(raw: bytes, path: Path) -> str:
    marked = raw[:2] in {b"\xff\xfe", b"\xfe\xff"}
    for encoding in ("utf-16",) if marked else ("utf-8-sig",):
        try:
            return raw.decode(encoding).replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError:
            continue
    if b"\0" in raw[:4096]:
        raise ReadError(f"{path.name}: no text file", code="unknown_format", record_id=path.name)
    # Lists of this region that are not UTF-8 come from Windows in Arabic.
    return raw.decode("cp1256", "replace").replace("\r\n", "\n").replace("\r", "\n")


def _issue(name: str, line: int, code: str, detail: str) -> Issue:
    return Issue(stage=STAGE, code=code, detail=f"{name}:{line}: {detail}", severity="warning", record_id=f"{name}:{line}")


def _clean(name: str) -> str:
    return " ".join(_STRIPPED.sub("", name).split())


# --- GeoNames --------------------------------------------------------------------------------------------------------


def _is_geonames(line: str) -> bool:
    cells = line.split("\t")
    return len(cells) == _GEONAMES_COLUMNS and cells[0].isdigit()


class _Feature(NamedTuple):
    code: str
    kind: str
    precision: int
    words: tuple[str, ...]


@cache
def _features() -> tuple[_Feature, ...]:
    return tuple(_Feature(row["code"], row["kind"], int(row["precision"]), row.items_of("words")) for row in read_tsv("places/features.tsv"))


@cache
def _feature_of(code: str) -> _Feature | None:
    for feature in _features():
        if code == feature.code or (feature.code.endswith("*") and code.startswith(feature.code[:-1])):
            return feature
    return None


@cache
def _feature_by_word(word: str) -> _Feature | None:
    wanted = word.strip().casefold()
    found = next((feature for feature in _features() if wanted in feature.words or wanted == feature.kind), None)
    return found or _feature_of(word.strip().upper())


def _sized(kind: str, population: int) -> str:
    if kind != "settlement":
        return kind
    return "city" if population >= _CITY else "town" if population >= _TOWN else "village"


def _geonames(text: str, name: str) -> Iterator[ListedPlace | Issue]:
    units = _geonames_units(text)
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        cells = line.split("\t")
        if len(cells) != _GEONAMES_COLUMNS:
            yield _issue(name, number, "bad_row", f"{len(cells)} columns instead of {_GEONAMES_COLUMNS}; the row was left out")
            continue
        point = _point(cells[4], cells[5])
        if not cells[0].isdigit() or not cells[1].strip() or point is None:
            yield _issue(name, number, "bad_row", f"no id, no name or no point ({cells[4]}, {cells[5]}); the row was left out")
            continue
        feature = _feature_of(cells[7])
        if feature is not None:
            yield _geonames_place(cells, point, feature, number, units)


def _geonames_units(text: str) -> dict[tuple[str, ...], str]:
    """Return the names of the provinces and districts of a file by their codes."""
    units: dict[tuple[str, ...], str] = {}
    for line in text.split("\n"):
        cells = line.split("\t", 13)
        if len(cells) == 14 and cells[7] in {"ADM1", "ADM2", "ADM3"}:  # noqa: PLR2004
            codes = (cells[8], *line.split("\t")[10:13])[: 1 + int(cells[7][3])]
            units[codes] = cells[2] or cells[1]
    return units


def _geonames_place(
    cells: Sequence[str], point: tuple[float, float], feature: _Feature, number: int, units: Mapping[tuple[str, ...], str]
) -> ListedPlace:
    population = int(cells[14]) if cells[14].isdigit() else 0
    alternates = [_clean(name) for name in cells[3].split(",")]
    arabic = sorted(
        {name for name in alternates if is_arabic(name) and not _FOREIGN.search(name)},
        key=lambda name: (not name.endswith("ة"), not name.startswith("ال"), len(name), name),
    )
    latin = [name for name in (cells[1].strip(), *alternates) if name and name[0].isalpha() and name[0] < "\u0370" and name != cells[2]]
    kurdish = [name for name in alternates if is_arabic(name) and _FOREIGN.search(name)]
    others = dict.fromkeys(filter(None, (*arabic[1:], *latin, *kurdish)))
    codes = (cells[8], cells[10], cells[11], cells[12])
    return ListedPlace(
        key=f"gn-{cells[0]}", line=number, name_en=cells[2].strip() or cells[1].strip(), name_ar=arabic[0] if arabic else "",
        others=tuple(OtherName(name, "historical" if cells[7].endswith("H") else "alternate") for name in others),
        kind=_sized(feature.kind, population), country=country_code(cells[8]), admin1=units.get(codes[:2], ""), admin2=units.get(codes[:3], ""),
        admin3=units.get(codes[:4], ""), latitude=point[0], longitude=point[1], population=population, precision=feature.precision,
    )  # fmt: skip


def _point(latitude: str, longitude: str) -> tuple[float, float] | None:
    """Return a point, or None for one that is missing or not on earth."""
    try:
        point = float(latitude.replace(",", ".")), float(longitude.replace(",", "."))
    except ValueError:
        return None
    north, east = point
    return point if -90 <= north <= 90 and -180 <= east <= 180 and point != (0.0, 0.0) else None  # noqa: PLR2004


# --- tables ----------------------------------------------------------------------------------------------------------


class _Header(NamedTuple):
    delimiter: str
    fields: tuple[str, ...]
    """What each column holds; empty for columns that are not used."""


@cache
def _known_headers() -> Mapping[str, str]:
    return {_KEY.sub("", header.casefold()): row["field"] for row in read_tsv("places/columns.tsv") for header in row.items_of("header")}


def _header(line: str) -> _Header:
    delimiter = max(_DELIMITERS, key=line.count)
    known = _known_headers()
    taken: set[str] = set()
    fields: list[str] = []
    for cell in next(csv.reader([line], delimiter=delimiter), []):
        field = known.get(_KEY.sub("", _clean(cell).casefold()), "")
        fields.append("" if field in taken else field)
        taken.add(field)
    return _Header(delimiter, tuple(fields))


def _table(text: str, header: _Header, name: str, country: str) -> Iterator[ListedPlace | Issue]:
    reader = csv.reader(io.StringIO(text), delimiter=header.delimiter, quoting=csv.QUOTE_NONE if header.delimiter == "\t" else csv.QUOTE_MINIMAL)
    codes: dict[str, str] = {}
    is_open = False
    line = 0
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield _issue(name, line, "bad_row", f"no row of a table ({error}); it was left out")
            continue
        if not any(cell.strip() for cell in cells) or cells[0].startswith("#"):
            continue  # blank, a comment, or the line of HXL tags below the header
        if not is_open:
            is_open = True
            continue
        if len(cells) != len(header.fields):
            yield _issue(name, line, "bad_row", f"{len(cells)} cells, but the header has {len(header.fields)} columns; the row was left out")
            continue
        row = {field: _clean(cell) for field, cell in zip(header.fields, cells, strict=True) if field}
        yield _table_place(row, name, line, country, codes)


def _table_place(row: dict[str, str], name: str, line: int, country: str, codes: dict[str, str]) -> ListedPlace | Issue:
    """Return the place of a row; `codes` gathers the names of units by p-code, for rows that name only their parent's."""
    level = _level_of(row)
    names = _names_of(row, level)
    code = row.get("code") or (row.get(f"{level}_code", "") if level else "")
    if not names:
        return _issue(name, line, "no_name", "no name; the row was left out")
    own = country_code(row.get("country", "")) or country or country_code(re.match(r"[A-Z]*", code).group())  # type: ignore[union-attr]  # always matches
    if not own:
        return _issue(name, line, "no_country", "no country; give --country with the two letters of ISO 3166")
    written = (row.get("latitude", ""), row.get("longitude", ""))
    point = _point(*written)
    if point is None and any(written):
        return _issue(name, line, "bad_point", f"no point on earth: {written[0]}, {written[1]}; the row was left out")
    if code and names[0]:
        codes[code] = names[0].name
    kind, precision = _kind_of(row, level)
    official_ar = next((other.name for other in names if is_arabic(other.name)), "")
    official_en = next((other.name for other in names if not is_arabic(other.name)), "")
    parents = _parents_of(row, level, codes)
    return ListedPlace(
        key=_key_of(code, own, names, point), line=line, name_en=official_en, name_ar=official_ar,
        others=tuple(other for other in dict.fromkeys(names) if other.name not in {official_ar, official_en}), kind=kind, country=own,
        admin1=parents[0], admin2=parents[1], admin3=parents[2], latitude=point and point[0], longitude=point and point[1],
        population=_whole(row.get("population", "")), precision=precision,
    )  # fmt: skip


def _level_of(row: Mapping[str, str]) -> str:
    """Return which administrative unit the row itself is, or nothing for a place inside units."""
    if row.get("level"):
        return f"admin{row['level']}"
    if row.get("name_en") or row.get("name_ar"):
        return ""
    return next((level for level in _LEVELS if row.get(f"{level}_en") or row.get(f"{level}_ar")), "")


def _names_of(row: Mapping[str, str], level: str) -> list[OtherName]:
    named = [row.get(field, "") for field in ("name_ar", "name_en")]
    if not any(named) and level:
        named = [row.get(f"{level}_ar", ""), row.get(f"{level}_en", "")]
    # Lists put an alias in parentheses (`Ain al-Arab (Kobani)`), or the district, to tell namesakes apart: `Jadideh (Qamishli)`.
    units = {row[field].casefold().removeprefix("مركز ") for field in row if field.startswith("admin") and row[field]}
    found = [OtherName(part) for name in named for place, part in enumerate(_parts(name)) if not place or part.casefold() not in units]
    for field, kind in (("aliases_ar", "alternate"), ("aliases_en", "alternate"), ("historical", "historical")):
        found.extend(OtherName(part, kind) for name in _SPLIT.split(row.get(field, "")) for part in _parts(name))  # type: ignore[arg-type]  # both are kinds
    return found


def _parts(name: str) -> Iterator[str]:
    """Yield a name and the aliases that a list puts behind it: `Ain al-Arab (Kobani)`, `العمرية_أومرك`, in Arabic also `حملك-حميلك`."""
    inside = _PARENTHESIS.match(name.strip())
    for whole in (inside[1], inside[2]) if inside else (name,):
        for part in (_ARABIC_ALIAS if is_arabic(whole.strip()) else _ALIAS).split(whole):
            if part.strip(" -") and any(map(str.isalpha, part)):
                yield part.strip(" -")


def _kind_of(row: Mapping[str, str], level: str) -> tuple[str, int]:
    if level:
        return {"admin0": ("country", 6), "admin1": ("province", 4)}.get(level, ("district", 3))
    feature = _feature_by_word(row.get("kind", "")) if row.get("kind") else None
    kind, precision = (feature.kind, feature.precision) if feature else ("settlement", 1)
    written = row.get("precision", "")
    return _sized(kind, _whole(row.get("population", ""))), int(written) if written in set("123456") else precision


def _parents_of(row: Mapping[str, str], level: str, codes: Mapping[str, str]) -> tuple[str, str, str]:
    above = {name: row.get(f"{name}_en") or row.get(f"{name}_ar", "") for name in ("admin1", "admin2", "admin3")}
    if level:
        depth = int(level[-1]) if level[-1].isdigit() else 1
        above = {name: text if int(name[-1]) <= depth else "" for name, text in above.items()}
        parent = codes.get(row.get("parent", ""), "")
        if parent and depth > 1:
            above[f"admin{depth - 1}"] = above.get(f"admin{depth - 1}") or parent
    return above["admin1"], above["admin2"], above["admin3"]


def _key_of(code: str, country: str, names: Sequence[OtherName], point: tuple[float, float] | None) -> str:
    if code:
        return f"gn-{code}" if code.isdigit() else f"pcode-{code}"
    return make_id("li", country, names[0].name, *(f"{value:.3f}" for value in point or ()))


def _whole(text: str) -> int:
    digits = text.replace(",", "").replace(" ", "").partition(".")[0]
    return int(digits) if digits.isdigit() and digits.isascii() else 0


# --- JSON ------------------------------------------------------------------------------------------------------------


def _json_places(text: str, name: str, country: str) -> Iterator[ListedPlace | Issue]:
    """Yield the places of a JSON list: objects with `name` (a text, or texts by language), `aliases`, a point and parents."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ReadError(f"{name}: not JSON ({error})", code="unknown_format", record_id=name) from error
    items = _list_of(data)
    if items is None:
        raise ReadError(f"{name}: no list of objects", code="unknown_format", record_id=name)
    codes: dict[str, str] = {}
    for number, item in enumerate(items, start=1):
        row = _flat(item) if isinstance(item, dict) else {}
        if not row:
            yield _issue(name, number, "bad_row", "no object of a place; it was left out")
            continue
        yield _table_place(row, name, number, country, codes)


def _list_of(data: Any) -> list[Any] | None:  # noqa: ANN401  (JSON)
    if isinstance(data, dict):
        features = data.get("features")
        lists = [value for value in (features, *data.values()) if isinstance(value, list)]
        return lists[0] if lists else None
    return data if isinstance(data, list) else None


def _flat(item: Mapping[str, Any]) -> dict[str, str]:
    """Return an object as a row of a table. Ids that name their parents (`sy-aleppo-afrin`) give country and level."""
    item = {**item, **item["properties"]} if isinstance(item.get("properties"), dict) else item
    row: dict[str, str] = {}
    known = _known_headers()
    for key, value in item.items():
        field = known.get(_KEY.sub("", str(key).casefold()), "")
        if field and isinstance(value, str | int | float) and not isinstance(value, bool):
            row.setdefault(field, _clean(str(value)))
    name = item.get("name")
    if isinstance(name, dict):
        row["name_en"], row["name_ar"] = _clean(str(name.get("en") or "")), _clean(str(name.get("ar") or ""))
    aliases = item.get("aliases")
    if isinstance(aliases, list):
        values = [alias.get("value", "") if isinstance(alias, dict) else alias for alias in aliases]
        row["aliases_en"] = "|".join(_clean(value) for value in values if isinstance(value, str))
    row.update(_json_point(item))
    population = item.get("population")
    if isinstance(population, dict):
        row["population"] = str(population.get("value") or "")
    row.update(_json_codes(item))
    return row


def _json_point(item: Mapping[str, Any]) -> dict[str, str]:
    geometry = item.get("geometry")
    if isinstance(geometry, dict) and geometry.get("type") == "Point":
        coordinates: list[Any] = list(geometry.get("coordinates") or [])
        return {"longitude": str(coordinates[0]), "latitude": str(coordinates[1])} if len(coordinates) > 1 else {}
    for field in ("centroid", "coordinates", "location", "point"):
        point = item.get(field)
        if isinstance(point, dict) and "latitude" in point:
            return {"latitude": str(point["latitude"]), "longitude": str(point.get("longitude", ""))}
    return {}


def _json_codes(item: Mapping[str, Any]) -> dict[str, str]:
    """Return p-code, country and level of an object whose id and parents tell them."""
    found: dict[str, str] = {}
    external = item.get("externalIds")
    if isinstance(external, dict):
        pcodes = [str(external[key]) for key in ("ochaPcode", "ocha_pcode", "pcode", "ocha") if external.get(key)]
        if pcodes:
            found["code"] = pcodes[0]
    identity = str(item.get("id") or "")
    if re.match(r"[a-z]{2}-", identity):
        found["country"] = identity[:2].upper()
        depth = 3 if "districtId" in item and "subdistrictId" not in item else 2 if "governorateId" in item else 1
        found["level"] = "" if "subdistrictId" in item else str(depth)
    return found

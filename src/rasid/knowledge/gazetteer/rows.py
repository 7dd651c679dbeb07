# SPDX-License-Identifier: Apache-2.0
"""A place as one list has it, before lists are joined."""

from typing import Final, Literal

from rasid.records import Record

# Kinds of places where people live, which one list may call a town and another a village.
SETTLED: Final = frozenset({"city", "town", "village", "neighbourhood"})

NameKind = Literal["official", "alternate", "historical", "short"]


class OtherName(Record, frozen=True):
    """One more name of a place."""

    name: str
    kind: NameKind = "alternate"
    language: str = ""
    """As the list tags it; empty where it does not say."""


class ListedPlace(Record, frozen=True, kw_only=True):
    """One row of a list. Empty texts and None where the list does not say."""

    key: str
    """The list's own id, p-code or GeoNames id, with its kind before it: `gn-173811`, `pcode-C1366`; else a hash of the row."""
    line: int
    """Of the file, from 1."""
    name_en: str = ""
    name_ar: str = ""
    others: tuple[OtherName, ...] = ()
    kind: str = "village"
    country: str = ""
    admin1: str = ""
    """Province, in English where the list has it."""
    admin2: str = ""
    admin3: str = ""
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0
    precision: int = 1

    def names(self) -> tuple[OtherName, ...]:
        """Return all names, the official ones first."""
        official = [OtherName(name, "official", language) for name, language in ((self.name_ar, "ar"), (self.name_en, "en")) if name]
        return (*official, *self.others)


class Source(Record, frozen=True, kw_only=True):
    """Where rows come from, and on what terms."""

    id: str
    """Short name, unique in a set: `ocha_sy_communities`."""
    title: str = ""
    licence: str = ""
    """Empty where the user did not say: the set may then not be passed on."""
    url: str = ""
    file: str = ""
    """Name of the file, without its folder."""
    sha256: str = ""
    """Of the file's bytes."""
    format: str = ""
    country: str = ""

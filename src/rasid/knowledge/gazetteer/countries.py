# SPDX-License-Identifier: Apache-2.0
"""Countries as lists write them: SY, SYR, Syria."""

from functools import cache

from rasid.knowledge.load import read_tsv


def country_code(written: str) -> str:
    """Return the two letters of ISO 3166 for a code of two or three letters or an English name, or nothing."""
    return _codes().get(written.strip().casefold(), "")


@cache
def _codes() -> dict[str, str]:
    rows = read_tsv("places/countries.tsv")
    codes = {row[column].casefold(): row["iso2"] for row in rows for column in ("name", "iso3", "iso2")}
    return {**codes, "syrian arab republic": "SY", "occupied palestinian territory": "PS", "turkiye": "TR", "türkiye": "TR"}

# SPDX-License-Identifier: Apache-2.0
"""Options and arguments that mean the same in every command."""

import os
from enum import StrEnum
from typing import Annotated

import typer

from rasid.errors import SettingsError
from rasid.knowledge.gazetteer.folder import PLACES_VARIABLE, chosen_set


class CodedLanguage(StrEnum):
    """Languages that are coded, and that pages are written in."""

    AR = "ar"
    EN = "en"


Inputs = Annotated[
    list[str],
    typer.Argument(
        metavar="IN",
        help="Files and folders (.txt .md .html .jsonl .csv, also .gz and .zip); - is standard input.",
        show_default=False,
    ),
]
Output = Annotated[
    str, typer.Option("-o", "--output", metavar="FILE", help="Write here instead of standard output; - is standard output.")
]
DocumentLanguage = Annotated[
    CodedLanguage | None,
    typer.Option("--language", help="Language of all documents, instead of finding it out.", show_default=False),
]
Limit = Annotated[
    int | None, typer.Option("--limit", min=1, metavar="N", help="Stop after N documents.", show_default=False)
]
Processes = Annotated[
    int, typer.Option("--processes", min=1, metavar="N", help="Share the work among N processes; the output is the same.")
]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing on standard error but errors.")]
Verbose = Annotated[bool, typer.Option("-v", "--verbose", help="List every issue on standard error.")]
Strict = Annotated[bool, typer.Option("--strict", help="End with code 1, not 3, where some input became issues.")]


def _use_places(given: str | None) -> str | None:
    """Make the whole run use a set of places, processes that are started later too; a set that is not there ends it.

    Raises:
        typer.BadParameter: There is no such set.
    """
    if given:
        os.environ[PLACES_VARIABLE] = given
        try:
            chosen_set()
        except SettingsError as error:
            raise typer.BadParameter(str(error)) from None
    return given


Places = Annotated[
    str | None,
    typer.Option(
        "--places", metavar="SET", envvar=PLACES_VARIABLE, callback=_use_places, show_default=False,
        help="Imported places to use beside those of the package: a file or a name of `rasid places list`.",
    ),
]  # fmt: skip

# SPDX-License-Identifier: Apache-2.0
"""`rasid schema`: the shapes of the records, for other programs."""

import sys
from enum import StrEnum
from typing import Annotated, Any

import msgspec
import typer

from rasid.annotations import AnnotatedDocument
from rasid.cli.edge import ExitCode, guarded
from rasid.exports import IncidentLine
from rasid.records import (
    RECORDS_VERSION,
    Assessment,
    Claim,
    ClaimLine,
    ClaimRelation,
    CodedDocument,
    Document,
    Event,
    Framing,
    Issue,
    MatrixRow,
    Mention,
    Naming,
)

# One line of `rasid read` and `rasid code`.
_LINE = Document | Mention | Event | Claim | Issue
# One line of `rasid claims --shape records`.
_CLAIMS_LINE = ClaimLine | ClaimRelation | MatrixRow | Framing | Naming


class SchemaName(StrEnum):
    """Shapes that have a schema."""

    RECORDS = "records"
    ANNOTATION = "annotation"
    CODED = "coded"
    ASSESSMENT = "assessment"
    CLAIMS = "claims"
    INCIDENTS = "incidents"


# Any: each value is a type or a union of types, and typing has no name for both.
_TYPES: dict[SchemaName, Any] = {
    SchemaName.RECORDS: _LINE,
    SchemaName.ANNOTATION: AnnotatedDocument,
    SchemaName.CODED: CodedDocument,
    SchemaName.ASSESSMENT: Assessment,
    SchemaName.CLAIMS: _CLAIMS_LINE,
    SchemaName.INCIDENTS: IncidentLine,
}


@guarded
def schema_command(
    name: Annotated[
        SchemaName,
        typer.Argument(
            help="records: one line of `rasid code`; annotation: one line of `--shape annotation`; "
            "claims: one line of `rasid claims --shape records`; incidents: one line of `rasid incidents`."
        ),
    ] = SchemaName.RECORDS,
) -> ExitCode:
    """Print the JSON schema of one line of output.

    [b]Example:[/b]  rasid schema annotation > annotation.schema.json
    """
    (schema,), components = msgspec.json.schema_components((_TYPES[name],), ref_template="#/$defs/{name}")
    whole = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"rasid {name.value}, version {RECORDS_VERSION}",
        **schema,
        "$defs": components,
    }
    sys.stdout.buffer.write(msgspec.json.format(msgspec.json.encode(whole), indent=2) + b"\n")
    return ExitCode.DONE

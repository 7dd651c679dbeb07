# SPDX-License-Identifier: Apache-2.0
"""Who says what on which matter: the ledger of claims, their relations, the matrix, and the words that take sides.

In comes the `Context` of an assessment; out come claims as lines, cores of claims as rows with what the accused answer,
relations between claims, and framings and names by outlet. Nothing is merged and no claim preferred. What counts as one
matter is looser than one incident: no place, day or party stands against it, and one of them speaks for it.
"""

from rasid.assess.matrix.cores import Core, find_cores
from rasid.assess.matrix.framings import find_framings, find_namings
from rasid.assess.matrix.grid import build_matrix
from rasid.assess.matrix.lines import build_claim_lines
from rasid.assess.matrix.relations import find_relations

__all__ = ["Core", "build_claim_lines", "build_matrix", "find_cores", "find_framings", "find_namings", "find_relations"]

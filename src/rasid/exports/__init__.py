# SPDX-License-Identifier: Apache-2.0
"""Coded documents in the shapes that others read.

In: `rasid.records.CodedDocument` or `Incident`. Out: one record of another shape for each. It finds nothing, resolves nothing and
writes no file.
"""

from rasid.exports.annotation import annotate
from rasid.exports.incidents import IncidentLine, incident_line
from rasid.exports.origins import OriginLine, origin_lines, origin_tree

__all__ = ["IncidentLine", "OriginLine", "annotate", "incident_line", "origin_lines", "origin_tree"]

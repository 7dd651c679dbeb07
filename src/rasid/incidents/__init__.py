# SPDX-License-Identifier: Apache-2.0
"""Event to Incident: what one report tells happened once, with its place, day and toll.

In goes a coded document. Out come its incidents, the one that it is about first. A round-up gives several. Reports of one
incident are not linked yet: an incident has the one document that it was read in, and one origin.
"""

from rasid.incidents.report import report_incidents

__all__ = ["report_incidents"]

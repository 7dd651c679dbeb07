# SPDX-License-Identifier: Apache-2.0
"""Event to Incident: what happened once, told by one report or by many, with its place, day and toll.

`report_incidents`: in goes a coded document, out come the incidents that it tells, the one that it is about first; a round-up
gives several. `link_incidents`: in go the incidents of many reports, out come those told more than once as one.
`find_origins`: in go coded documents, out come trees of who copied whom.
"""

from rasid.incidents.linking import link_incidents
from rasid.incidents.origins import Copy, Origin, find_origins
from rasid.incidents.report import report_incidents

__all__ = ["Copy", "Origin", "find_origins", "link_incidents", "report_incidents"]

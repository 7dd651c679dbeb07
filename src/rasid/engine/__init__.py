# SPDX-License-Identifier: Apache-2.0
"""Where work is run: in one process or in several on this machine.

In: a function from bytes to bytes and the chunks to give it. Out: the results in the order of the chunks. It knows
nothing of what the bytes hold.
"""

from rasid.engine.local import map_chunks

__all__ = ["map_chunks"]

# SPDX-License-Identifier: Apache-2.0
"""Coded documents in the shapes that others read.

In: `rasid.records.CodedDocument`. Out: one record of another shape a document. It finds nothing, resolves nothing and
writes no file.
"""

from rasid.exports.annotation import annotate

__all__ = ["annotate"]

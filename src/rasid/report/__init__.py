# SPDX-License-Identifier: Apache-2.0
"""Assessment → a page that stands alone.

In: one `rasid.records.Assessment` and the `CodedDocument` records that it cites. Out: one HTML file as text, with its
style, script, map and articles inside; opening it sends no request. Every line leads to the words it rests on.

It judges nothing and words nothing anew: sentences and labels come from the assessment, and what stands in documents is
shown as text, never as markup.
"""

from rasid.report.page import render_claims, render_html

__all__ = ["render_claims", "render_html"]

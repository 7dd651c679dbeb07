# SPDX-License-Identifier: Apache-2.0
"""Incidents of single reports to incidents: which reports tell of one thing, how surely, and from how many origins.

In go coded documents with the incidents that each tells. Out come incidents over documents: those told once as they are, those
told often merged, with every number and place kept. The method is that of Fellegi and Sunter (1969): each comparison of two
tellings (place, day, words, tolls) adds the log of how much oftener its outcome is met among reports of one incident than among
any two; the weights are learnt without labels (`estimate`). Groups join by the mean of each comparison over
their pairs, so that one chance likeness joins nobody. The result is the same whatever the order of the documents.
"""

from rasid.incidents.linking.cluster import link
from rasid.incidents.linking.compare import COMPARISONS, compare
from rasid.incidents.linking.merge import link_incidents
from rasid.incidents.linking.sketch import Corpus, Sketch, sketch

__all__ = ["COMPARISONS", "Corpus", "Sketch", "compare", "link", "link_incidents", "sketch"]

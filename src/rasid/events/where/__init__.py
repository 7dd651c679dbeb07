# SPDX-License-Identifier: Apache-2.0
"""Where it happened, where from and where to: named places of a sentence, gathered in chains, the fitting one for each event."""

# SPDX-License-Identifier: Apache-2.0
"""Who did it, to whom, with what: grammatical relations become arguments.

In: one sentence as a `Scene` and one trigger in it. Out: arguments, each with the reason why it has its role. `roles` holds
what the grammar tells at once, `obliques` what stands behind prepositions, `doers` and `anaphora` what is told by a detour.
"""

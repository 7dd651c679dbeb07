# SPDX-License-Identifier: Apache-2.0
"""What Rasid knows before it reads: types, words, places, actors, outlets, sites and scales, as files.

In goes nothing; out come typed rows and entries, read on first use and kept. The files are edited by linguists and
analysts; `rasid.knowledge.load` reads them and `rasid.knowledge.check` proves that they are whole. Nothing here
decides what a text means.
"""

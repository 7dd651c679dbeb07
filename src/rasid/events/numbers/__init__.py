# SPDX-License-Identifier: Apache-2.0
"""How many: numbers of a sentence, each given to the one happening that it counts."""

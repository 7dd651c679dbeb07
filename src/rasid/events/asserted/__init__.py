# SPDX-License-Identifier: Apache-2.0
"""Whether it happened: what governs a trigger, and how its sentence tells of it."""

# SPDX-License-Identifier: Apache-2.0
"""The command `rasid`: each command parses its options, calls one function of the library and writes the result.

Standard output carries records only; everything said to a person goes to standard error. Exit codes: 0 done, 1 failed,
2 wrong use, 3 done but some input became issues, 130 interrupted.
"""

from rasid.cli.app import main

__all__ = ["main"]

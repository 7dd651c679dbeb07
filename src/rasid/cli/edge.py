# SPDX-License-Identifier: Apache-2.0
"""The edge between the library and a terminal: errors to exit codes, a closed pipe to a quiet end."""

import os
import sys
from collections.abc import Callable
from enum import IntEnum
from functools import wraps
from pathlib import Path
from typing import NoReturn, ParamSpec

import typer

from rasid.batch import STDIN
from rasid.errors import RasidError, SettingsError

P = ParamSpec("P")


class ExitCode(IntEnum):
    """What a command tells the shell."""

    DONE = 0
    FAILED = 1
    WRONG_USE = 2
    WITH_ISSUES = 3
    INTERRUPTED = 130


def fail(message: str, code: ExitCode = ExitCode.FAILED) -> NoReturn:
    """Say on standard error what went wrong, and end.

    Raises:
        typer.Exit: Always.
    """
    typer.echo(f"rasid: {message}", err=True)
    raise typer.Exit(code)


def guarded(command: Callable[P, ExitCode]) -> Callable[P, None]:
    """Return a command that ends with an exit code and never with a traceback for what its user can mend."""

    @wraps(command)
    def run(*args: P.args, **kwargs: P.kwargs) -> None:
        try:
            code = command(*args, **kwargs)
            sys.stdout.flush()
        except BrokenPipeError:
            # Whoever read our output has enough. What is still in the buffer must not complain when Python ends.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(ExitCode.DONE) from None
        except KeyboardInterrupt:
            fail("interrupted", ExitCode.INTERRUPTED)
        except SettingsError as error:
            fail(str(error), ExitCode.WRONG_USE)
        except RasidError as error:
            fail(str(error))
        if code:
            raise typer.Exit(code)

    return run


def require_inputs(inputs: list[str]) -> None:
    """End with code 2 where a file or folder that was named is not there."""
    for given in inputs:
        if given != STDIN and not Path(given).exists():
            fail(
                f"no file or folder '{given}' (looked in {Path.cwd()}); check the spelling, or give - for standard input",
                ExitCode.WRONG_USE,
            )

# SPDX-License-Identifier: Apache-2.0
"""Where records go: standard output, or a file that is whole or not there."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from rasid.batch import STDIN
from rasid.cli.edge import ExitCode, fail


@contextmanager
def open_output(target: str, *, inputs: list[str] | None = None) -> Iterator[BinaryIO]:
    """Open standard output for `-`, else a file.

    A file is written under another name beside its place and takes its own when all went well, so that an interrupted
    run leaves what was there before.

    Args:
        target: `-` or a path; folders on the way are made.
        inputs: What is being read; writing over it is refused.
    """
    if target == STDIN:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
        return
    path = Path(target)
    _refuse(path, inputs or [])
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        stream = part.open("wb")
    except OSError as error:
        fail(f"{path}: cannot be written ({error.strerror or error}); name another place with -o")
    try:
        with stream:
            yield stream
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _refuse(path: Path, inputs: list[str]) -> None:
    if path.is_dir():
        fail(f"{path} is a folder; give -o the name of a file in it", ExitCode.WRONG_USE)
    for given in inputs:
        if given != STDIN and path.exists() and Path(given).is_file() and path.samefile(given):
            fail(f"{path} is being read, so it cannot be written too; name another file with -o", ExitCode.WRONG_USE)

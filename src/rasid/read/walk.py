# SPDX-License-Identifier: Apache-2.0
"""Paths to inputs: files as they are, folders file by file in a fixed order."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from rasid.read.limits import Limits
from rasid.read.source import Source, make_issue
from rasid.records import Issue, LanguageCode


def iter_sources(paths: Iterable[Path], *, language: LanguageCode | None, limits: Limits) -> Iterator[Source | Issue]:
    """Yield each file as an open source, to be read before the next is asked for.

    Names are relative to the path that was given, `/` between folders. Hidden files and folders inside of a given
    folder are passed over; a file that is given by name is read whatever its name.
    """
    for given in paths:
        root = Path(given)
        found: Iterator[tuple[Path, str] | Issue] = _walk(root) if root.is_dir() else iter([(root, root.name)])
        for item in found:
            if isinstance(item, Issue):
                yield item
            else:
                yield from _open(*item, language=language, limits=limits)


def _walk(root: Path) -> Iterator[tuple[Path, str] | Issue]:
    errors: list[OSError] = []
    # Links to folders are not followed: they may lead in a circle, or out of the folder that the user gave.
    for folder, folders, files in os.walk(root, onerror=errors.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(name for name in files if not name.startswith(".")):
            path = Path(folder, name)
            shown = _show(path.relative_to(root).as_posix())
            if path.is_symlink() and not path.resolve().is_relative_to(root.resolve()):
                detail = f"{shown}: a link that leads out of the folder was not followed; give its target by name"
                yield make_issue("link_outside", detail, record=shown, severity="note")
            else:
                yield path, shown
        while errors:
            yield _cannot_open(root.name, errors.pop())


def _open(path: Path, shown: str, *, language: LanguageCode | None, limits: Limits) -> Iterator[Source | Issue]:
    shown = _show(shown)
    try:
        # Opening a pipe or a device may wait for ever, so they are refused before.
        if path.exists() and not path.is_file():
            detail = f"{shown}: neither a file nor a folder; give streams to read_stream"
            yield make_issue("not_a_file", detail, record=shown, severity="error")
            return
        stream = path.open("rb")
    except (OSError, ValueError) as error:
        yield _cannot_open(shown, error)
        return
    with stream:
        yield Source(stream=stream, name=shown, limits=limits, language=language)


def _show(name: str) -> str:
    """Return a file name that can be written: names are bytes to the system, and need not be valid UTF-8."""
    return os.fsencode(name).decode("utf-8", "replace") if not name.isascii() else name


def _cannot_open(name: str, error: Exception) -> Issue:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    shown = _show(name)
    return make_issue("cannot_open", f"{shown}: cannot be opened ({reason})", record=shown, severity="error")

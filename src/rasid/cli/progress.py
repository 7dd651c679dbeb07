# SPDX-License-Identifier: Apache-2.0
"""What a run tells its user on standard error: a moving line while it goes on, issues and a summary at its end."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TaskProgressColumn, TextColumn, TimeElapsedColumn

from rasid.cli.edge import ExitCode
from rasid.records import CodedDocument, Document, Issue

T = TypeVar("T")
# Enough to see what kind of thing is wrong; -v shows all.
_SHOWN_ISSUES: Final = 5


class Run:
    """Counts what passes, and tells of it."""

    def __init__(self, *, quiet: bool = False, verbose: bool = False) -> None:
        self.quiet = quiet
        self.verbose = verbose
        self.counts: Counter[str] = Counter()
        self.issues: list[Issue] = []
        self.console = Console(stderr=True, highlight=False, markup=False, soft_wrap=True)

    def watch(self, items: Iterable[T], doing: str) -> Iterator[T]:
        """Yield the items, counting them; a line moves where standard error is a terminal."""
        hidden = self.quiet or not self.console.is_terminal
        columns = (
            SpinnerColumn(),
            TextColumn("{task.description}"),
            TaskProgressColumn(show_speed=True),
            TextColumn("{task.completed:.0f}"),
            TimeElapsedColumn(),
        )
        with Progress(*columns, console=self.console, transient=True, disable=hidden) as progress:
            task = progress.add_task(doing, total=None)
            for item in items:
                self.count(item)
                yield item
                progress.advance(task)

    def count(self, item: object) -> None:
        """Add one record to the counts."""
        match item:
            case Issue():
                self.issues.append(item)
            case Document():
                self.counts["documents"] += 1
            case CodedDocument():
                self.counts["documents"] += 1
                self.counts["relevant"] += item.relevant
                self.counts["events"] += len(item.events)
                self.counts["claims"] += len(item.claims)
                self.issues.extend(item.issues)
            case _:
                pass

    def say(self, line: str) -> None:
        """Say a line, unless asked to be quiet."""
        if not self.quiet:
            self.console.print(line)

    def finish(self, *, strict: bool = False) -> ExitCode:
        """Tell of the issues and the counts.

        Returns:
            3 where some input was lost to an issue of severity `error`, or 1 with `strict`; else 0.
        """
        self._tell_issues()
        parts = [_number_of(count, name) for name, count in self.counts.items()]
        if self.issues:
            parts.append(_number_of(len(self.issues), "issues") + ("" if self.verbose else " (-v lists all)"))
        self.say(", ".join(parts) or "nothing was read")
        if not any(issue.severity == "error" for issue in self.issues):
            return ExitCode.DONE
        return ExitCode.FAILED if strict else ExitCode.WITH_ISSUES

    def _tell_issues(self) -> None:
        if self.verbose and not self.quiet:
            shown = self.issues
        else:
            shown = [issue for issue in self.issues if issue.severity == "error"][:_SHOWN_ISSUES]
        for issue in shown:
            self.console.print(f"{issue.severity}: {issue.detail} [{issue.stage}/{issue.code}]")


def _number_of(count: int, name: str) -> str:
    return f"{count:,} {name.removesuffix('s') if count == 1 else name}"

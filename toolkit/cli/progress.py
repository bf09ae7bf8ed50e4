"""Progress of long work: a bar on standard error, where that is a terminal; else silence."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

Item = TypeVar("Item")


def progress(items: Sequence[Item], what: str) -> Iterable[Item]:
    """The items one by one, with a bar where there are several and somebody watches."""
    if len(items) < 2 or not sys.stderr.isatty():
        return items
    from rich.console import Console
    from rich.progress import track

    return track(items, description=what, console=Console(stderr=True), transient=True)


class Bar:
    """A bar for work that says itself how far it is: `watch` takes the files done and all files."""

    def __init__(self, what: str) -> None:
        self._what = what

    def __enter__(self) -> Bar:
        self.watch: Callable[[int, int], None] = lambda done, total: None
        self._progress = None
        if sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import MofNCompleteColumn, Progress, TimeRemainingColumn

            columns = (*Progress.get_default_columns()[:2], MofNCompleteColumn(), TimeRemainingColumn())
            progress = Progress(*columns, console=Console(stderr=True), transient=True)
            task = progress.add_task(self._what)
            self.watch = lambda done, total: progress.update(task, completed=done, total=total)
            self._progress = progress
            progress.start()
        return self

    def __exit__(self, *failure: object) -> None:
        if self._progress is not None:
            self._progress.stop()

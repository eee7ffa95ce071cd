"""Reading a source beside the window, and asking where it holds several of something."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from gui import late
from gui.files.desk import FileDesk
from storage.errors import FileProblem, SeveralFound

Result = TypeVar("Result")


def read_one(
    desk: FileDesk,
    title: str,
    read: Callable[[Sequence[int]], Result],
    then: Callable[[Result], None],
    picks: Sequence[int] = (),
    fails: Callable[[FileProblem], None] | None = None,
    *,
    is_quiet: bool = False,
) -> None:
    """Read with the answers given so far, and hand the result on; a FileProblem is told.

    `fails` is told of it in place of the clerk. What is quiet is shown by whoever asked for it.

    Where the source asks which of several is meant, the clerk is asked and it is read again; left
    unanswered, nothing comes of it.
    """

    def work() -> Result | SeveralFound:
        try:
            return read(picks)
        except SeveralFound as several:
            return several

    def go_on(result: Result | SeveralFound) -> None:
        if not isinstance(result, SeveralFound):
            then(result)
            return
        place = late.ask_choice(desk.window, result)
        if place is not None:
            read_one(desk, title, read, then, (*picks, place), fails, is_quiet=is_quiet)

    desk.tasks.run(title, work, go_on, fails=fails, is_quiet=is_quiet)

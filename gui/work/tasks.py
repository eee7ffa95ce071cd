"""Long work beside the window, with a sign of life while it lasts and a way to give it up."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeVar, cast

from PySide6.QtCore import QObject, QRunnable, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QProgressDialog, QWidget

from storage.cancelling import stop_if_cancelled, work_for
from storage.errors import FileProblem

Result = TypeVar("Result")

SIGN_OF_LIFE = 400
"""Milliseconds after which the clerk is told that work is going on."""

LONGEST_END = 20.0
"""Seconds that the end of the program waits for work on a disk that does not answer."""


class JobSignals(QObject):
    """Brings the end of a job to the thread that its owner lives in."""

    ended = Signal(object, object)


class Job(QRunnable):
    """One piece of work for a pool of threads."""

    def __init__(self, work: Callable[[], Any], signals: JobSignals) -> None:
        super().__init__()
        self._work = work
        self._signals = signals

    def run(self) -> None:
        """Do the work and send back (result, error)."""
        result, error = _outcome(self._work)
        self._signals.ended.emit(result, error)


def _outcome(work: Callable[[], Any]) -> tuple[object, Exception | None]:
    """Return what a work came to and what went wrong; the latter is raised by whoever waits."""
    try:
        return work(), None
    except Exception as error:  # noqa: BLE001 - raised again in the window's own thread
        return None, error


class _TaskSignals(QObject):
    """Brings news of a work, by its number, to the window's thread."""

    ended = Signal(int, object, object)
    advanced = Signal(int, int, str)


class Tasks(QObject):
    """Runs one piece of work at a time; its end arrives in the window's thread."""

    def __init__(self, window: QWidget, tell_problem: Callable[[str, str], None]) -> None:
        super().__init__(window)
        self._window = window
        self._tell_problem = tell_problem
        self._signals = _TaskSignals(self)
        self._signals.ended.connect(self._end)
        self._signals.advanced.connect(self._advance)
        self._number = 0
        self._thread: threading.Thread | None = None
        self._cancelled = threading.Event()
        self._title = ""
        self._then: Callable[[Any], None] | None = None
        self._fails: Callable[[FileProblem], None] | None = None
        self._waiting: list[tuple[str, Callable[[], None]]] = []
        self._progress: QProgressDialog | None = None

    @property
    def is_busy(self) -> bool:
        """Return whether work is going on, or something waits for its turn."""
        return self._then is not None or bool(self._waiting)

    @property
    def title(self) -> str:
        """Return the name of the work that is going on, or of the last one."""
        return self._title

    def when_free(self, name: str, action: Callable[[], None]) -> None:
        """Do something in its turn: now, or after the work that is going on.

        What is asked for again under the same name while it waits is done once.
        """
        if not self.is_busy:
            action()
        elif name not in [waiting for waiting, _ in self._waiting]:
            self._waiting.append((name, action))

    def _plan_next(self) -> None:
        """Go on soon with what waits; apart, so that an error here is told before."""
        if self._waiting and self._then is None:
            QTimer.singleShot(0, self, self._begin_next)

    def _begin_next(self) -> None:
        """Do what has waited longest; where it fails the rest goes on all the same."""
        if self._waiting and self._then is None:
            _, action = self._waiting.pop(0)
            try:
                action()
            finally:
                self._plan_next()

    def run(
        self,
        title: str,
        work: Callable[[], Result],
        then: Callable[[Result], None],
        steps: int = 0,
        *,
        fails: Callable[[FileProblem], None] | None = None,
        is_quiet: bool = False,
    ) -> None:
        """Do the work beside the window, then hand its result on; a FileProblem is told.

        While other work is going on it waits for its turn. `steps` is how many parts the work has,
        0 where that is not known. `fails` is told of a FileProblem in place of the clerk. What is
        quiet shows nothing and cannot be given up: the clerk types on meanwhile.
        """
        if self._then is not None:
            again = partial(self.run, title, work, then, steps, fails=fails, is_quiet=is_quiet)
            self._waiting.append((title, again))
            return
        self._title = title
        self._then = cast("Callable[[Any], None]", then)
        self._fails = fails
        self._number += 1
        self._cancelled = threading.Event()
        self._progress = None if is_quiet else self._show_progress(title, steps)
        # A daemon: a disk that does not answer must not keep the program from ending.
        self._thread = threading.Thread(
            target=self._do, args=(self._number, self._cancelled, work), name=title, daemon=True
        )
        self._thread.start()

    def _do(self, number: int, cancelled: threading.Event, work: Callable[[], Any]) -> None:
        """Do a work in its own thread and send back what it came to."""
        work_for(cancelled)
        result, error = _outcome(work)
        self._signals.ended.emit(number, result, error)

    def run_each(
        self,
        title: str,
        steps: Sequence[tuple[str, Callable[[], Result]]],
        then: Callable[[list[Result]], None],
    ) -> None:
        """Do named pieces of work one after another and hand on what each came to."""

        def work() -> list[Result]:
            results, number = [], self._number
            for place, (name, step) in enumerate(steps):
                stop_if_cancelled()
                self._signals.advanced.emit(number, place, name)
                results.append(step())
            return results

        self.run(title, work, then, len(steps))

    @Slot(int, int, str)
    def _advance(self, number: int, place: int, name: str) -> None:
        if self._progress is not None and number == self._number:
            self._progress.setLabelText(f"正在{self._title}：{name}")
            self._progress.setValue(place)

    def _show_progress(self, title: str, steps: int) -> QProgressDialog:
        progress = QProgressDialog(f"正在{title}，请稍候……", "取消", 0, steps, self._window)
        progress.setWindowTitle(title)
        progress.setWindowModality(Qt.WindowModality.WindowModal)
        progress.setMinimumDuration(SIGN_OF_LIFE)
        progress.canceled.connect(self.give_up)
        progress.setValue(0)
        return progress

    def _hide_progress(self) -> None:
        if self._progress is not None:
            progress, self._progress = self._progress, None
            progress.canceled.disconnect(self.give_up)
            progress.reset()
            progress.hide()
            progress.deleteLater()

    def give_up(self) -> None:
        """Give up the work that is going on; what it would come to is not used, nor written.

        The thread itself ends when the disk or the file lets it.
        """
        if self._then is None:
            return
        self._cancelled.set()
        self._then = self._fails = None
        self._thread = None
        self._hide_progress()
        self._plan_next()

    @Slot(int, object, object)
    def _end(self, number: int, result: object, error: Exception | None) -> None:
        if number != self._number or self._then is None:
            return  # it was given up
        then, self._then = self._then, None
        fails, self._fails = self._fails, None
        self._hide_progress()
        try:
            self._hand_on(then, fails, result, error)
        finally:
            self._plan_next()

    def _hand_on(
        self,
        then: Callable[[Any], None] | None,
        fails: Callable[[FileProblem], None] | None,
        result: object,
        error: Exception | None,
    ) -> None:
        if isinstance(error, FileProblem) and fails is not None:
            fails(error)
        elif isinstance(error, FileProblem):
            self._tell_problem(f"{self._title}没有成功", str(error))
        elif error is not None:
            raise error
        elif then is not None:
            then(result)

    def wait(self) -> None:
        """Let work that is going on come to its end, but not for ever."""
        if self._thread is not None:
            self._thread.join(LONGEST_END)

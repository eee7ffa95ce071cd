"""Long work beside the window, with a sign of life while it lasts."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeVar, cast

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, QTimer, Signal, Slot
from PySide6.QtWidgets import QProgressDialog, QWidget

from storage.errors import FileProblem

Result = TypeVar("Result")

SIGN_OF_LIFE = 400
"""Milliseconds after which the clerk is told that work is going on."""


class JobSignals(QObject):
    """Brings the end of a job to the thread that its owner lives in."""

    ended = Signal(object, object)
    advanced = Signal(int, str)


class Job(QRunnable):
    """One piece of work for a pool of threads."""

    def __init__(self, work: Callable[[], Any], signals: JobSignals) -> None:
        super().__init__()
        self._work = work
        self._signals = signals

    def run(self) -> None:
        """Do the work and send back (result, error)."""
        try:
            self._signals.ended.emit(self._work(), None)
        except FileProblem as problem:
            self._signals.ended.emit(None, problem)
        except Exception as error:  # noqa: BLE001 - raised again in the window's own thread
            error.add_note(traceback.format_exc())
            self._signals.ended.emit(None, error)


class Tasks(QObject):
    """Runs one piece of work at a time; its end arrives in the window's thread."""

    def __init__(self, window: QWidget, tell_problem: Callable[[str, str], None]) -> None:
        super().__init__(window)
        self._window = window
        self._tell_problem = tell_problem
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._signals = JobSignals(self)
        self._signals.ended.connect(self._end)
        self._signals.advanced.connect(self._advance)
        self._title = ""
        self._then: Callable[[Any], None] | None = None
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
    ) -> None:
        """Do the work beside the window, then hand its result on; a FileProblem is told.

        While other work is going on it waits for its turn. `steps` is how many parts the work has,
        0 where that is not known.
        """
        if self._then is not None:
            self._waiting.append((title, partial(self.run, title, work, then, steps)))
            return
        self._title = title
        self._then = cast(Callable[[Any], None], then)
        self._progress = self._show_progress(title, steps)
        self._pool.start(Job(work, self._signals))

    def run_each(
        self,
        title: str,
        steps: Sequence[tuple[str, Callable[[], Result]]],
        then: Callable[[list[Result]], None],
    ) -> None:
        """Do named pieces of work one after another and hand on what each came to."""

        def work() -> list[Result]:
            results = []
            for number, (name, step) in enumerate(steps):
                self._signals.advanced.emit(number, name)
                results.append(step())
            return results

        self.run(title, work, then, len(steps))

    @Slot(int, str)
    def _advance(self, number: int, name: str) -> None:
        if self._progress is not None:
            self._progress.setLabelText(f"正在{self._title}：{name}")
            self._progress.setValue(number)

    def _show_progress(self, title: str, steps: int) -> QProgressDialog:
        progress = QProgressDialog(f"正在{title}，请稍候……", "", 0, steps, self._window)
        progress.setCancelButton(None)
        progress.setWindowTitle(title)
        progress.setWindowModality(Qt.WindowModality.WindowModal)
        progress.setMinimumDuration(SIGN_OF_LIFE)
        progress.setValue(0)
        return progress

    @Slot(object, object)
    def _end(self, result: object, error: Exception | None) -> None:
        then, self._then = self._then, None
        if self._progress is not None:
            self._progress.reset()
            self._progress.hide()
            self._progress.deleteLater()
            self._progress = None
        try:
            self._hand_on(then, result, error)
        finally:
            self._plan_next()

    def _hand_on(
        self, then: Callable[[Any], None] | None, result: object, error: Exception | None
    ) -> None:
        if isinstance(error, FileProblem):
            self._tell_problem(f"{self._title}没有成功", str(error))
        elif error is not None:
            raise error
        elif then is not None:
            then(result)

    def wait(self) -> None:
        """Let work that is going on come to its end."""
        self._pool.waitForDone()

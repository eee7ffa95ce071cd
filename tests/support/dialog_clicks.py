"""Answers a modal dialog in tests: something is done in it, then it is accepted."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

Kind = TypeVar("Kind", bound=QDialog)


def in_dialog(window: QWidget, kind: type[Kind], act: Callable[[Kind], object]) -> list[Kind]:
    """Do something in the next dialog of a kind, and return the list that will hold it.

    What is done may close the dialog itself; else it is accepted.
    """
    seen: list[Kind] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind) and not seen:
            seen.append(dialog)
            timer.stop()
            act(dialog)
            if dialog.isVisible():
                dialog.accept()

    timer = QTimer(window)
    timer.timeout.connect(look)
    timer.start(10)
    return seen

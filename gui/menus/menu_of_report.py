"""What every menu on the open report works with."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMainWindow

from gui import late
from gui.menus.file_actions import FileActions


class MenuOfReport:
    """Holds the window, the ways to files, the document, and the parts where they are shown."""

    def __init__(
        self,
        window: QMainWindow,
        files: FileActions,
        workspace: Callable[[], late.Workspace | None],
    ) -> None:
        self._window = window
        self._files = files
        self._desk = files.desk
        self._document = files.desk.document
        self._workspace = workspace

"""A file that was dropped onto the window: opened, or attached as last year's report."""

from __future__ import annotations

from pathlib import Path

from gui.files.attaching import Attaching
from gui.files.desk import FileDesk
from gui.files.opening import Opening
from storage.errors import printable


class Dropping:
    """Asks what a dropped file is for where there is a choice, and never makes text of it."""

    def __init__(self, desk: FileDesk, opening: Opening, attaching: Attaching) -> None:
        self._desk = desk
        self._opening = opening
        self._attaching = attaching

    def take(self, path: Path) -> None:
        """Open the file where no report is open; else do with it what the clerk says."""
        desk = self._desk
        wanted = "open"
        if desk.document.is_open:
            desk.document.finish_typing()
            wanted = desk.messages.ask_dropped(printable(path.name))
        if wanted == "open":
            self._opening.open_path(path)
        elif wanted == "attach":
            self._attaching.attach_path(path)

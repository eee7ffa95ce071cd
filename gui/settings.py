"""What the window remembers between two starts: folders, recent files and its size."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from tempfile import TemporaryFile
from urllib.parse import quote, unquote_to_bytes

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from storage.program import portable_folder
from storage.within import within

MOST_RECENT = 8
ANSWER = 0.5
"""Seconds that a disk has to say whether a folder is there."""
_BYTES = "bytes:"
"""What a path begins with that cannot be written as text."""


class Settings:
    """A small settings file in the user's own folder; passed in, never global."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path or settings_path()
        self._store = QSettings(str(self.path), QSettings.Format.IniFormat)

    @property
    def log_path(self) -> Path:
        """Return the file beside the settings in which errors of the program are noted."""
        return self.path.with_name("error.log")

    @property
    def last_folder(self) -> Path:
        """Return the folder last used, or the user's documents.

        A share that does not answer soon counts as gone for this time.
        """
        known = path_from(str(self._store.value("last_folder", "")))
        if known is not None and within(ANSWER, known.is_dir, otherwise=False):
            return known
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        folder = Path(QStandardPaths.writableLocation(documents) or Path.home())
        return folder if folder.is_dir() else Path.home()

    def note_folder(self, path: Path) -> None:
        """Remember the folder of a file."""
        self._store.setValue("last_folder", text_of(path.parent))

    @property
    def recent_files(self) -> list[Path]:
        """Return the report files opened or saved last, newest first; some may be gone by now."""
        found = map(path_from, str(self._store.value("recent", "")).split("\n"))
        return [path for path in found if path is not None]

    def note_file(self, path: Path) -> None:
        """Put a file at the head of the recent files."""
        files = [path, *(known for known in self.recent_files if known != path)]
        self._store.setValue("recent", "\n".join(text_of(known) for known in files[:MOST_RECENT]))
        self.note_folder(path)

    @property
    def shows_last_year(self) -> bool:
        """Return whether the cells show last year's figures."""
        return str(self._store.value("shows_last_year", "")) == "yes"

    def note_shows_last_year(self, is_on: bool) -> None:
        """Remember whether the cells show last year's figures."""
        self._store.setValue("shows_last_year", "yes" if is_on else "no")

    @property
    def findings_order(self) -> str:
        """Return how the findings were grouped last, or "" at the first start."""
        return str(self._store.value("findings_order", ""))

    def note_findings_order(self, order: str) -> None:
        """Remember how the findings are grouped."""
        self._store.setValue("findings_order", order)

    def choice(self, name: str) -> str:
        """Return what was chosen under a name, or "" where the usual holds."""
        return str(self._store.value(f"choices/{name}", ""))

    def note_choice(self, name: str, value: str) -> None:
        """Remember a choice; an empty one is forgotten."""
        if value:
            self._store.setValue(f"choices/{name}", value)
        else:
            self._store.remove(f"choices/{name}")

    def geometry(self) -> QByteArray:
        """Return the window's place and size as Qt stored it; empty at the first start."""
        stored = self._store.value("geometry")
        return stored if isinstance(stored, QByteArray) else QByteArray()

    def note_geometry(self, geometry: QByteArray) -> None:
        """Remember the window's place and size."""
        self._store.setValue("geometry", geometry)


def text_of(path: Path) -> str:
    """Return a path as the settings hold it; bytes that are no UTF-8 are written as %c4%ea."""
    text = str(path)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return _BYTES + quote(os.fsencode(path))
    return text


def path_from(text: str) -> Path | None:
    """Return the path that the settings hold as a text, None for an empty one."""
    if text.startswith(_BYTES):
        return Path(os.fsdecode(unquote_to_bytes(text.removeprefix(_BYTES))))
    return Path(text) if text else None


def data_folder() -> Path:
    """Return the program's own folder for what is not saved; on the stick where it is portable."""
    return _own_portable() or _own(QStandardPaths.StandardLocation.GenericDataLocation)


def settings_path() -> Path:
    """Return where the settings file stands for this user."""
    folder = _own_portable() or _own(QStandardPaths.StandardLocation.GenericConfigLocation)
    return folder / "settings.ini"


def kept_elsewhere() -> str:
    """Return a sentence where a portable program cannot keep its data with it, else ""."""
    if portable_folder() is None or _own_portable() is not None:
        return ""
    return (
        f"程序所在的文件夹不能写入，设置和没有保存的内容这一次留在这台电脑上："
        f"{_own(QStandardPaths.StandardLocation.GenericDataLocation)}"
    )


def _own(location: QStandardPaths.StandardLocation) -> Path:
    return Path(QStandardPaths.writableLocation(location)) / "nianbao"


@cache
def _own_portable() -> Path | None:
    """Return the folder of a portable program where it can be written to."""
    folder = portable_folder()
    if folder is None:
        return None
    try:
        folder.mkdir(exist_ok=True)
        with TemporaryFile(dir=folder):
            return folder
    except OSError:
        return None

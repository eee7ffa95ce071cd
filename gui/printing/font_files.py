"""Font files that the office has: taken over once, kept with the program's own data."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase

from gui.dialogs.file_chooser import FileChooser
from gui.services import Kinds
from storage.atomic import replacing
from storage.errors import FileProblem, unreadable

FONT_KIND: Kinds = (("字体文件", (".ttf", ".otf", ".ttc")),)
FONT_FOLDER = "fonts"
"""Where they are in the folder of the program's data."""
LARGEST = 80_000_000
"""Bytes; the largest Chinese fonts have half of it."""


class FontFiles:
    """The font files in a folder of the program's data; a stick they came from may be gone."""

    def __init__(self, folder: Path, chooser: FileChooser) -> None:
        self._folder = folder
        self._chooser = chooser

    def ask(self) -> list[str]:
        """Ask for a font file, take it over and return its families, [] where none was chosen.

        FileProblem where the file is no font, has no Chinese characters or cannot be kept.
        """
        path = self._chooser.open_name("选择字体文件", Path.home(), FONT_KIND)
        return [] if path is None else self.take_over(path)

    def take_over(self, path: Path) -> list[str]:
        """Keep a copy of a font file, let the program use it, and return its families."""
        try:
            if path.stat().st_size > LARGEST:
                raise FileProblem(f"「{path.name}」太大，不像字体文件，没有使用。请另选一个。")
            content = path.read_bytes()
        except OSError as error:
            raise unreadable(path, error) from error
        families = _families(content)
        if not families:
            raise FileProblem(
                f"「{path.name}」不是能用的中文字体文件，没有使用。"
                "请选扩展名是 .ttf、.otf 或 .ttc 的中文字体文件。"
            )
        self._folder.mkdir(parents=True, exist_ok=True)
        with replacing(self._folder / path.name) as temporary:
            temporary.write_bytes(content)
        return families


def register_kept(folder: Path) -> None:
    """Let the program use every font file that was taken over; one that went bad is passed over."""
    for path in sorted(folder.glob("*")):
        if path.suffix.lower() in FONT_KIND[0][1]:
            QFontDatabase.addApplicationFont(str(path))


def _families(content: bytes) -> list[str]:
    """Register a font and return its families with Chinese characters; [] leaves nothing behind."""
    number = QFontDatabase.addApplicationFontFromData(content)
    families = QFontDatabase.applicationFontFamilies(number) if number >= 0 else []
    chinese = set(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))
    found = [family for family in families if family in chinese]
    if number >= 0 and not found:
        QFontDatabase.removeApplicationFont(number)
    return found

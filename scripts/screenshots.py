"""Takes pictures of every view and dialog at the sizes that clerks have.

Usage: .venv/bin/python scripts/screenshots.py FOLDER [SIZE…]; scripts/screenshots starts it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

import source_roots  # noqa: F401 - lets the modules of the program be found

SYSTEM_BAR, TITLE = 40, 30
"""Pixels that the desk takes at the foot of a screen, and above a window."""


@dataclass(frozen=True)
class Size:
    """A screen in pixels, how much the desk enlarges all, and the window's own zoom in percent."""

    width: int
    height: int
    scale: float = 1.0
    percent: int = 100


SIZES = {
    "1366": Size(1366, 768),
    "1366-150": Size(1366, 768, 1.5),
    "1024": Size(1024, 768),
    "1920": Size(1920, 1080),
    "1920-200": Size(1920, 1080, 2.0),
    "1366-large": Size(1366, 768, percent=125),
}


def main() -> int:
    """Take the pictures, each size in its own process: Qt reads the scale once."""
    folder = Path(sys.argv[1]).resolve()
    if len(sys.argv) == 4 and sys.argv[3] == "":
        _take(folder, sys.argv[2], SIZES[sys.argv[2]])
        # Qt would wait for workers that nobody needs any more.
        os._exit(0)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as kept:
        for name in sys.argv[2:] or SIZES:
            command = (sys.executable, __file__, str(folder), name, "")
            subprocess.run(command, check=True, env=_surroundings(SIZES[name], Path(kept)))
    return 0


def _surroundings(size: Size, folder: Path) -> dict[str, str]:
    """Return the environment of a process that has such a screen."""
    screen = {"name": "screen", "x": 0, "y": 0, "width": size.width, "logicalDpi": 96}
    screen["height"] = size.height - SYSTEM_BAR
    screens = folder / "screens.json"
    screens.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    return {
        **os.environ,
        "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
        "QT_SCALE_FACTOR": str(size.scale),
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder),
        "QT_LOGGING_RULES": "qt.qpa.*=false",
    }


def _take(folder: Path, name: str, size: Size) -> None:
    from PySide6.QtWidgets import QApplication, QWidget

    from gui.application import dress, make_services
    from gui.dialogs.file_chooser import FileChooser
    from gui.look.palette import colours
    from gui.look.theme import look
    from gui.main_window import MainWindow
    from gui.messages import Messages
    from gui.settings import Settings
    from picture_scenes import Scenes

    application = QApplication([])
    translator = dress(application)
    with tempfile.TemporaryDirectory() as kept:
        settings = Settings(Path(kept) / "settings.ini")
        window = MainWindow(make_services(), settings, Messages(), FileChooser())
        look.set_percent(size.percent)
        for is_dark in (False, True):
            colours.use(is_dark=is_dark)
            look.show()
            window.showNormal()
            free = window.screen().availableGeometry()
            window.resize(free.width(), free.height() - int(TITLE / size.scale))

            kind = "dark" if is_dark else "light"

            def save(what: str, widget: QWidget, name: str = f"{name}-{kind}") -> None:
                for _ in range(3):
                    application.processEvents()
                widget.grab().save(str(folder / f"{name}-{what}.png"))

            Scenes(window, save, Path(kept)).run()
    application.removeTranslator(translator)


if __name__ == "__main__":
    sys.exit(main())

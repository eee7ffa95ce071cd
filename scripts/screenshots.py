"""Takes pictures of every view at the sizes that clerks have. Started by scripts/screenshots.

Usage: .venv/bin/python scripts/screenshots.py FOLDER
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SIZES = (
    ("1366", 1366, 698, 1.0, 100),
    ("1366-150", 911, 442, 1.5, 100),
    ("1024", 1024, 698, 1.0, 100),
    ("1920", 1920, 1010, 1.0, 100),
    ("1920-200", 960, 470, 2.0, 100),
    ("1366-large", 1366, 698, 1.0, 125),
)
"""Name, width and height of the window in pixels as drawn, scale of the screen, zoom in percent."""
PARTS = ("start", "requests", "whole", "overview", "review", "remaining")


def main() -> int:
    """Take the pictures, each size in its own process: Qt reads the scale once."""
    folder = Path(sys.argv[1]).resolve()
    if len(sys.argv) == 2:
        folder.mkdir(parents=True, exist_ok=True)
        for place, (_, _, _, scale, _) in enumerate(SIZES):
            surroundings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
            surroundings["QT_SCALE_FACTOR"] = str(scale)
            command = (sys.executable, __file__, str(folder), str(place))
            subprocess.run(command, check=True, env=surroundings)
        return 0
    _take(folder, *SIZES[int(sys.argv[2])])
    # Qt would wait for workers that nobody needs any more.
    os._exit(0)


def _take(folder: Path, name: str, width: int, height: int, _: float, percent: int) -> None:
    sys.path[:0] = [str(ROOT), str(ROOT / "io")]
    from PySide6.QtWidgets import QApplication

    from gui.application import dress, make_services
    from gui.dialogs.file_chooser import FileChooser
    from gui.look.palette import colours
    from gui.look.theme import look
    from gui.main_window import MainWindow
    from gui.messages import Messages
    from gui.settings import Settings
    from report_sources import open_report

    application = QApplication([])
    translator = dress(application)
    settings = Settings(folder / "settings.ini")
    window = MainWindow(make_services(), settings, Messages(), FileChooser())
    look.set_percent(percent)
    for is_dark in (False, True):
        colours.use(is_dark=is_dark)
        look.show()
        for part in PARTS:
            if part != "start" and not window.document.is_open:
                window.document.open(
                    open_report(ROOT / "docs" / "example" / "report.nianbao").report, None
                )
            window.showNormal()
            window.resize(width, height)
            _go_to(window, part)
            application.processEvents()
            window.grab().save(str(folder / f"{name}-{'dark' if is_dark else 'light'}-{part}.png"))
    settings.path.unlink(missing_ok=True)
    application.removeTranslator(translator)


def _go_to(window: object, part: str) -> None:
    from gui.main_window import MainWindow

    assert isinstance(window, MainWindow)
    workspace = window.workspace
    if workspace is None or part == "start":
        window.stack.setCurrentWidget(window.start)
        return
    window.stack.setCurrentWidget(workspace)
    if part == "remaining":
        workspace.show_remaining()
        return
    workspace.show_section("requests" if part == "whole" else part)
    table = workspace.page().table
    if table is not None:
        table.whole_button.setChecked(part == "whole")


if __name__ == "__main__":
    sys.exit(main())

"""The process that is used for long: opens files and edits, and tells its memory then and at first.

Usage: long_used.py FOLDER, which is empty. Prints megabytes after the first file and at the end.
"""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "io"), str(ROOT / "tests" / "support")]

from PySide6.QtCore import QEvent  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from gui.application import dress, make_services  # noqa: E402
from gui.dialogs.file_chooser import FileChooser  # noqa: E402
from gui.main_window import MainWindow  # noqa: E402
from gui.messages import Messages  # noqa: E402
from gui.settings import Settings  # noqa: E402
from gui.work.garbage import GarbageCollector  # noqa: E402
from model.report.edits import set_cells  # noqa: E402
from sample_reports import sample_report  # noqa: E402
from storage.report_file import save_report  # noqa: E402
from until_painted import megabytes  # noqa: E402

OPENED, EDITS = 100, 1000
KEYS = ("granted.natural_person", "new_received.natural_person", "granted.commercial_enterprise")


def main(folder: Path) -> None:
    """Use a window as long as a clerk would in weeks."""
    application = QApplication([])
    translator = dress(application)
    garbage = GarbageCollector(application)
    services = replace(make_services(), data_folder=folder / "data")
    window = MainWindow(services, Settings(folder / "s.ini"), Messages(), FileChooser())
    window.show()
    files = [folder / f"{number}.nianbao" for number in range(5)]
    for path in files:
        save_report(sample_report(), path)
    _use(window, garbage, files[0])
    first = megabytes()
    for path in islice(cycle(files[1:] + files[:1]), OPENED - 1):
        _use(window, garbage, path)
    print(first, megabytes(), flush=True)
    assert translator is not None
    os._exit(0)


def _use(window: MainWindow, garbage: GarbageCollector, path: Path) -> None:
    """Open a file, look at a table and a text, edit, and take all of it back."""
    window.files.load(path)
    while window.document.path != path or window.files.tasks.is_busy:
        QApplication.processEvents()
    document, workspace = window.document, window.workspace
    assert workspace is not None
    for section in ("requests", "overview"):
        workspace.show_section(section)
        QApplication.processEvents()
    for number, key in zip(range(EDITS // OPENED), cycle(KEYS), strict=False):
        document.push(set_cells("填", "requests", [(key, number + 50)]))
    document.check_now()
    QApplication.processEvents()
    while document.is_modified:
        document.undo()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    garbage.collect()


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""The process that is timed: shows a window, waits until it is painted, and tells its memory.

Usage: until_painted.py bare | until_painted.py own [FILE]; with a file, table 三 is shown.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parents[1]


class _AfterImport(MetaPathFinder):
    """Replaces the event loop as soon as the program itself has imported its window, no sooner.

    Importing Qt here would change in which order, and so how quickly, the program starts.
    """

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if name != "gui.application":
            return None
        sys.meta_path.remove(self)
        spec = PathFinder.find_spec(name, path, target)
        assert spec is not None
        assert spec.loader is not None
        load = spec.loader.exec_module

        def load_and_replace(module: ModuleType) -> None:
            load(module)
            module.QApplication.exec = _paint_and_end

        spec.loader.exec_module = load_and_replace  # type: ignore[method-assign]
        return spec


def _paint_and_end(*_: object) -> int:
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance()
    assert application is not None
    application.processEvents()
    if len(sys.argv) > 2:
        _show_table()
    print(megabytes(), flush=True)
    os._exit(0)


def _show_table() -> None:
    """Wait until the file is open, and show its largest table."""
    from PySide6.QtWidgets import QApplication

    from gui.main_window import MainWindow

    (window,) = (w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
    while not window.document.is_open:
        QApplication.processEvents()
    assert window.workspace is not None
    window.workspace.show_section("requests")
    QApplication.processEvents()


def megabytes() -> float:
    """Return what the process holds in memory; the greatest use would count the parent's too."""
    (line,) = (
        line
        for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines()
        if line.startswith("VmRSS")
    )
    return int(line.split()[1]) / 1024


def _bare() -> None:
    from PySide6.QtWidgets import QApplication, QMainWindow

    application = QApplication([])
    window = QMainWindow()
    window.resize(1024, 700)
    window.show()
    application.processEvents()
    print(megabytes(), flush=True)
    os._exit(0)


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        _bare()
    sys.path.insert(0, str(ROOT))
    sys.meta_path.insert(0, _AfterImport())
    import main

    sys.exit(main.main(sys.argv[2:]))

"""What a day of work must not leave behind: objects of files that were closed."""

from __future__ import annotations

import gc
import sys
import types
from collections import Counter

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from gui_bench import Bench
from model.report.edits import set_cells
from model.report.report import Report
from sample_reports import sample_report
from storage.report_file import save_report

WARM, MORE = 3, 6


def use(bench: Bench, number: int) -> None:
    """Open a file, fill in a cell, look at its table and text, check, and take it back."""
    path = bench.folder / f"{number % WARM}.nianbao"
    bench.window.files.load(path)
    bench.wait_for_work()
    assert bench.document.path == path
    document, workspace = bench.document, bench.window.workspace
    assert workspace is not None
    for section in ("requests", "overview"):
        workspace.show_section(section)
    for figure in (1, 2):
        document.push(set_cells("填", "requests", [("granted.natural_person", figure)]))
        document.check_now()
    while document.is_modified:
        document.undo()
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def living() -> Counter[str]:
    """Return how many objects of each class there are."""
    gc.collect()
    kinds = (type(thing) for thing in gc.get_objects())
    return Counter(f"{kind.__module__}.{kind.__qualname__}" for kind in kinds)


def overrides() -> dict[str, int]:
    """Return how often each method of the window is referred to."""
    classes = {
        thing
        for name, module in list(sys.modules.items())
        if name.startswith("gui.")
        for thing in vars(module).values()
        if isinstance(thing, type) and thing.__module__.startswith("gui.")
    }
    return {
        f"{kind.__qualname__}.{name}": sys.getrefcount(method)
        for kind in classes
        for name, method in vars(kind).items()
        if isinstance(method, types.FunctionType)
    }


def test_opening_and_closing_files_leaves_nothing_behind(bench: Bench, report: Report) -> None:
    for number in range(WARM):
        save_report(sample_report(), bench.folder / f"{number}.nianbao")
    for number in range(2 * WARM):
        use(bench, number)
    before, widgets, methods = living(), len(QApplication.allWidgets()), overrides()
    for number in range(MORE):
        use(bench, number)
    after = living()
    grown = {
        kind: (before[kind], after[kind]) for kind in after if after[kind] - before[kind] > MORE
    }
    assert grown == {}
    assert len(QApplication.allWidgets()) <= widgets
    # An override that PySide lets go of once too often ends the program later, at any place.
    counted = overrides()
    assert {name: counted[name] for name in methods if counted[name] < methods[name]} == {}

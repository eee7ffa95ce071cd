"""The program's window held against a bare one of the same library, each in its own process.

Keys are typed into a window of this process, and into a bare table of the same size.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLineEdit,
    QTableWidget,
    QWidget,
)

from comparing import Comparison, Gauge, run_process, timed
from gui.application import dress
from gui.document.document import Document
from gui.panels.workspace import Workspace
from sample_reports import sample_report
from storage.report_file import save_report

CHILD = Path(__file__).with_name("until_painted.py")
TABLE, KEY = "requests", "granted.natural_person"
MEGABYTES = "MB"


def comparisons(folder: Path) -> list[Comparison]:
    """Return start, memory and keys."""
    report = folder / "乙.nianbao"
    save_report(sample_report(), report)
    own, bare = _process(folder, "own"), _process(folder, "bare")
    opened = _process(folder, "own", report)
    return [
        Comparison("启动到窗口画好 ÷ 空窗口", timed(own), timed(bare), limit=1.8, share=0.5),
        Comparison("启动后的内存 ÷ 空窗口", own, bare, MEGABYTES, limit=1.6, share=0.2),
        Comparison("显示表三时的内存 ÷ 空窗口", opened, bare, MEGABYTES, share=0.2),
        *_keys(),
    ]


def _process(folder: Path, *arguments: str | Path) -> Gauge:
    """Return what starts a window, waits until it is painted, and returns its megabytes."""
    return lambda: float(run_process((sys.executable, CHILD, *arguments), folder))


def _keys() -> list[Comparison]:
    """Return a figure typed into table 三: until its totals stand there, and the findings too."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    translator = dress(application)
    document = Document(sample_report())
    document.open(document.report, None)
    workspace = Workspace(document)
    page = workspace.by_section[TABLE]
    assert page.table is not None
    view = page.table.view
    bare = QTableWidget(view.form_model.rowCount(), view.form_model.columnCount())
    for widget in (workspace, bare):
        _show(widget)
    workspace.show_section(TABLE)
    # Python would throw away what only these functions need.
    workspace.setProperty("translator", translator)
    figures = cycle("123456789")

    def typed(then: Callable[[], None]) -> Gauge:
        def run() -> float:
            view.go_to(KEY)
            figure = next(figures)
            took = _typing(view, figure, then)
            assert document.report.tables[TABLE][KEY] == int(figure)
            return took

        return run

    def typed_bare() -> float:
        bare.setCurrentCell(0, 0)
        figure = next(figures)
        took = _typing(bare, figure, lambda: None)
        item = bare.item(0, 0)
        assert item is not None
        assert item.text() == figure
        return took

    name = "在表三填一个数到{}画好 ÷ 空表格"
    return [
        Comparison(
            name.format("合计"), typed(lambda: None), typed_bare, most=10, worst_most=30, share=5
        ),
        Comparison(name.format("检查结果"), typed(document.check_now), typed_bare, share=5),
    ]


def _show(widget: QWidget) -> None:
    widget.resize(1024, 700)
    widget.show()
    QApplication.processEvents()


def _typing(view: QAbstractItemView, figure: str, then: Callable[[], None]) -> float:
    """Return the milliseconds from the key until nothing is left to paint."""
    view.activateWindow()
    view.setFocus()
    QApplication.processEvents()

    def run() -> None:
        QTest.keyClicks(view, figure)
        editor = view.viewport().findChild(QLineEdit)
        assert editor is not None
        QTest.keyClick(editor, Qt.Key.Key_Return)
        then()
        QApplication.processEvents()

    return timed(run)()

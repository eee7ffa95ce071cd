"""A day's work: what a window holds in the end, and a key in the text of a very long report."""

from __future__ import annotations

import sys
import tempfile
from functools import cache
from itertools import cycle
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from checking import long_report
from comparing import Comparison, Gauge, run_process, timed
from gui.application import dress
from gui.document.document import Document
from gui.panels.workspace import Workspace
from model.report.report import Report

CHILD = Path(__file__).with_name("long_used.py")
LETTERS, FINDINGS = 40_000, 300
SECTION = "overview"


def comparisons(folder: Path) -> list[Comparison]:
    """Return memory after long use, and a key in a text."""
    return [_memory(folder), _key()]


def _memory(folder: Path) -> Comparison:
    """Return what is held after many files held against what was after the first, of one run."""

    @cache
    def held() -> tuple[float, float]:
        with tempfile.TemporaryDirectory(dir=folder) as place:
            first, last = map(float, run_process((sys.executable, CHILD, place), folder).split())
        return first, last

    name = "打开100份、改1000处以后的内存 ÷ 第一份打开以后"
    return Comparison(name, lambda: held()[1], lambda: held()[0], "MB", limit=1.15, share=0)


def very_long_report() -> Report:
    """Return a report of so many characters, with so many places to be looked at."""
    report = long_report(1)
    doubtful = "\n".join(f"全年收到申请{number}件，比上年增加。。" for number in range(FINDINGS))
    words = report.sections[SECTION]
    times = (LETTERS - len(doubtful)) // len(words) + 1
    report.sections[SECTION] = f"{doubtful}\n{words * times}"[:LETTERS]
    return report


def _type(editor: QWidget, key: str) -> None:
    QTest.keyClicks(editor, key)
    QApplication.processEvents()


def _key() -> Comparison:
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    translator = dress(application)
    document = Document(very_long_report())
    document.open(document.report, None)
    assert len(document.findings) >= FINDINGS
    workspace = Workspace(document)
    workspace.setProperty("translator", translator)
    bare = QPlainTextEdit(document.report.sections[SECTION])
    for widget in (workspace, bare):
        widget.resize(1024, 700)
        widget.show()
    workspace.show_section(SECTION)
    QApplication.processEvents()
    keys = cycle("abcdefgh")

    def typing(editor: QWidget) -> Gauge:
        def type_one() -> float:
            editor.activateWindow()
            editor.setFocus()
            QApplication.processEvents()
            return timed(lambda: _type(editor, next(keys)))()

        return type_one

    editor = workspace.by_section[SECTION].text.editor
    name = f"{LETTERS}字、{FINDINGS}处问题的报告里键入一个字到画好 ÷ 空的输入框"
    return Comparison(name, typing(editor), typing(bare), worst_most=16, share=5)

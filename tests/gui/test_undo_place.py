"""Taking a step back leads to where it was made, with what was selected then."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from gui.panels.workspace import Workspace
from gui_bench import Bench
from model.report.report import Report

KEYS, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def workspace_of(bench: Bench, report: Report, section: str) -> Workspace:
    bench.open(report)
    workspace = bench.window.workspace
    assert workspace is not None
    workspace.show_section(section)
    return workspace


def test_undo_of_a_large_paste_leads_to_its_first_cell(bench: Bench, report: Report) -> None:
    workspace = workspace_of(bench, report, report.form.table("requests").section)
    panel = workspace.page().table
    assert panel is not None
    view = panel.view
    view.setFocus()
    view.go_to("new_received.commercial_enterprise")
    QApplication.clipboard().setText("\n".join("12\t3" for _ in range(20)))
    QTest.keyClick(view, KEYS.Key_V, CTRL)
    view.go_to("carried_forward.natural_person")
    bench.window.actions_.undo.trigger()
    cell = view.current_cell()
    assert cell is not None
    assert cell.key == "new_received.commercial_enterprise"
    assert len(view.selected_cells()) > 20


def test_undo_of_a_paste_over_words_selects_them_again(bench: Bench, report: Report) -> None:
    workspace = workspace_of(bench, report, "overview")
    editor = workspace.page().text.editor
    editor.setFocus()
    QTest.keyClicks(editor, "ab. cd.")
    QTest.qWait(1300)
    for _ in range(3):
        QTest.keyClick(editor, KEYS.Key_Left, SHIFT)
    assert editor.textCursor().selectedText() == "cd."
    QApplication.clipboard().setText("ce.")
    QTest.keyClick(editor, KEYS.Key_V, CTRL)
    assert report.sections["overview"] == "ab. ce."
    bench.window.actions_.undo.trigger()
    assert editor.textCursor().selectedText() == "cd."
    QTest.keyClick(editor, KEYS.Key_V, CTRL)
    assert report.sections["overview"] == "ab. ce."

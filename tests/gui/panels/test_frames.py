"""The frame that an empty part offers to start from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.document.document import Document
from gui.panels.text_panel import TextPanel
from model.checks import run_checks
from model.report.edits import Edit, TextChange
from sample_reports import sample_report


def test_an_empty_part_is_filled_with_its_frame_which_counts_as_unwritten(qtbot: QtBot) -> None:
    document = Document(sample_report())
    document.push(Edit("清空", (TextChange("other_matters", ""),)))
    panel = TextPanel(document, "other_matters")
    qtbot.addWidget(panel)
    panel.show()
    assert panel.frame_button.isVisible()
    QTest.mouseClick(panel.frame_button, Qt.MouseButton.LeftButton)
    text = document.report.sections["other_matters"]
    assert f"{document.report.year}年发出收费通知＿＿件" in text
    assert panel.editor.toPlainText() == text
    assert not panel.frame_button.isVisible()
    found = [item.code for item in run_checks(document.report) if item.section == "other_matters"]
    assert "text-guidance-left" in found
    document.undo()
    assert document.report.sections["other_matters"] == ""
    assert panel.frame_button.isVisible()


def test_a_part_without_a_frame_offers_none(qtbot: QtBot) -> None:
    document = Document(sample_report())
    document.push(Edit("清空", (TextChange("problems", ""),)))
    panel = TextPanel(document, "problems")
    qtbot.addWidget(panel)
    panel.show()
    assert not panel.frame_button.isVisible()

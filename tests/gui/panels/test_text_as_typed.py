"""What stands in a text's editor is what stands in the report, whatever blanks a source wrote."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.document.document import Document
from gui.panels.marked_editor import units
from gui.panels.text_panel import TextPanel
from model.report.report import Report, ReusedText
from model.report.values import clean_text
from storage.form_store import load_form
from storage.report_file import report_from_text, report_to_text

pytestmark = pytest.mark.thorough

BLANKS = "".join(filter(str.isspace, map(chr, range(0x3100))))
"""Every blank and line separator of Unicode."""

LETTERS = "年报1，。\u0301\u0308\u20dd\ufe0f\u200b\u200d\ufeff\ufdd0\ufffc𠮷\U0001f468"


def opened(text: str) -> Report:
    """Return a report as it opens from a file that holds this text."""
    data = json.loads(report_to_text(Report(load_form("2021"))))
    data["sections"]["overview"] = text
    return report_from_text(json.dumps(data), Path("a.nianbao"))


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(BLANKS + LETTERS, max_size=30), place=st.floats(0, 1))
def test_one_key_changes_only_the_place_that_was_typed_at(
    qtbot: QtBot, text: str, place: float
) -> None:
    document = Document(opened(text))
    panel = TextPanel(document, "overview")
    qtbot.addWidget(panel)
    before = document.report.sections["overview"]
    assert panel.editor.toPlainText() == before
    index = round(place * len(before))
    cursor = panel.editor.textCursor()
    cursor.setPosition(units(before, index))
    panel.editor.setTextCursor(cursor)
    QTest.keyClicks(panel.editor, "x")
    after = before[:index] + "x" + before[index:]
    assert document.report.sections["overview"] == after
    assert panel.editor.toPlainText() == after
    document.undo()
    assert document.report.sections["overview"] == before
    assert panel.editor.toPlainText() == before


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    text=st.text(BLANKS + LETTERS, max_size=12),
    pasted=st.text(BLANKS + LETTERS + "\x01", max_size=12),
    place=st.floats(0, 1),
)
def test_a_paste_changes_only_the_place_that_was_pasted_at(
    qtbot: QtBot, text: str, pasted: str, place: float
) -> None:
    document = Document(opened(text))
    panel = TextPanel(document, "overview")
    qtbot.addWidget(panel)
    before = document.report.sections["overview"]
    index = round(place * len(before))
    cursor = panel.editor.textCursor()
    cursor.setPosition(units(before, index))
    panel.editor.setTextCursor(cursor)
    QApplication.clipboard().setText(pasted)
    panel.editor.paste()
    after = before[:index] + clean_text(pasted) + before[index:]
    assert document.report.sections["overview"] == panel.editor.toPlainText() == after
    assert panel.editor.document().blockCount() == after.count("\n") + 1


def test_one_key_leaves_the_marks_of_the_other_paragraphs(qtbot: QtBot) -> None:
    paragraphs = ["第一段\u00a0有空格。", "第二段\u00a0也有。", "第三段。"]
    report = opened("\n".join(paragraphs))
    lines = report.sections["overview"].split("\n")
    report.reused = tuple(ReusedText("overview", line) for line in lines)
    document = Document(report)
    panel = TextPanel(document, "overview")
    qtbot.addWidget(panel)
    QTest.keyClicks(panel.editor, "x")
    assert [piece.text for piece in document.report.remaining_reused()] == lines[1:]

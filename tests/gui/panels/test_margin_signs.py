"""The signs beside a text stand at their lines, and repainting them reads no text again."""

from __future__ import annotations

from unittest.mock import Mock

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.panels.marked_editor import MarkedEditor, units
from gui.panels.text_places import TextPlaces
from model.checks import Finding, Level

PARAGRAPHS = 120


def finding(text: str, start: int, length: int = 4, level: Level = Level.QUERY) -> Finding:
    quote = text[start : start + length]
    return Finding(
        "x", level, f"第{start}字", section="overview", quote=quote, start=start, length=length
    )


@pytest.fixture
def editor(qtbot: QtBot) -> MarkedEditor:
    """An editor with a finding on each of many paragraphs, some with letters of two units."""
    editor = MarkedEditor()
    qtbot.addWidget(editor)
    editor.resize(500, 300)
    editor.show()
    lines = [f"𠮷第{i}段：全年主动公开政府信息{i}条，网站公开{i}条。" for i in range(PARAGRAPHS)]
    text = "\n".join(lines)
    editor.setPlainText(text)
    starts = [text.index(line) for line in lines]
    editor.show_findings([finding(text, start) for start in reversed(starts)])
    return editor


def tops(editor: MarkedEditor) -> dict[int, list[Finding]]:
    """Return where each finding would stand, asked of Qt for each of them alone."""
    found: dict[int, list[Finding]] = {}
    text = editor.toPlainText()
    for start in (0, *(place + 1 for place, char in enumerate(text) if char == "\n")):
        top = editor.cursorRect(editor.range_cursor(start, 0)).top()
        found.setdefault(top, []).append(finding(text, start))
    return found


@pytest.mark.parametrize("line", [0, 37, PARAGRAPHS])
def test_signs_stand_beside_their_lines_wherever_the_text_is_scrolled(
    editor: MarkedEditor, line: int
) -> None:
    editor.verticalScrollBar().setValue(line)
    height = editor.viewport().height()
    wanted = {top: items for top, items in tops(editor).items() if 0 <= top < height}
    shown = {top: words for top, _, words in editor.signs() if 0 <= top < height}
    assert shown == {top: items[0].message for top, items in wanted.items()}
    assert len(shown) > 3
    for top, items in wanted.items():
        assert editor.findings_beside(top + 3) == items


def test_a_click_beside_a_scrolled_text_chooses_that_line(
    editor: MarkedEditor, qtbot: QtBot
) -> None:
    editor.verticalScrollBar().setValue(60)
    top, (item,) = next((top, items) for top, items in tops(editor).items() if top > 40)
    with qtbot.waitSignal(editor.finding_clicked) as clicked:
        QTest.mousePress(editor.margin, Qt.MouseButton.LeftButton, pos=QPoint(5, top + 4))
    assert clicked.args == [item]
    place = editor.cursorRect(editor.range_cursor(item.start + 1, 0)).center()
    assert editor.findings_at(place) == [item]


def test_repainting_looks_only_at_what_is_in_view_and_reads_no_text(
    editor: MarkedEditor, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, measured = Mock(side_effect=editor.toPlainText), Mock(side_effect=editor.cursorRect)
    monkeypatch.setattr(editor, "toPlainText", read)
    monkeypatch.setattr(editor, "cursorRect", measured)
    editor.margin.grab()
    assert not read.called
    assert 0 < measured.call_count < PARAGRAPHS / 3


def test_several_findings_on_a_line_are_one_sign(editor: MarkedEditor) -> None:
    text = editor.toPlainText()
    items = [finding(text, 5), finding(text, 1, level=Level.ERROR), finding(text, 9, 10**6)]
    editor.show_findings(items)
    ((_, level, words),) = list(editor.signs())
    assert level is Level.ERROR
    assert words == "第1字\n第5字\n第9字"
    editor.show_findings([])
    assert list(editor.signs()) == []


@given(
    text=st.text("年𠮷\U0001f468e\u0301\n", max_size=12),
    place=st.integers(0, 15),
    more=st.integers(0, 15),
)
def test_places_are_counted_as_qt_counts(text: str, place: int, more: int) -> None:
    document = QTextDocument(text)
    places = TextPlaces(document, text)
    assert places.unit(place) == units(text, place)
    selected = places.cursor(place, more).selectedText().replace("\u2029", "\n")
    assert selected == text[place : place + more]

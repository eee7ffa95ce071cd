"""The official sub-headings above a text, each added by one click."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.document.document import Document
from gui.panels.section_page import SectionPage
from model.report.edits import Edit, TextChange
from sample_reports import sample_report


def shown(qtbot: QtBot, section: str = "overview") -> tuple[Document, SectionPage]:
    report = sample_report()
    document = Document(report)
    document.open(report, None)
    page = SectionPage(document, report.form.section(section))
    qtbot.addWidget(page)
    page.resize(916, 500)
    page.show()
    return document, page


def offered(page: SectionPage) -> list[str]:
    line = page.headings
    assert line is not None
    for name, button in line.buttons.items():
        assert button.isVisible() != line.standing[name].isVisible()
    return [name for name, button in line.buttons.items() if button.isVisible()]


def test_a_missing_heading_is_put_in_its_place_and_written_on(qtbot: QtBot) -> None:
    document, page = shown(qtbot)
    assert offered(page) == ["政府信息管理", "政府信息公开平台建设", "监督保障"]
    line = page.headings
    assert line is not None
    QTest.mouseClick(line.buttons["监督保障"], Qt.MouseButton.LeftButton)
    QTest.mouseClick(line.buttons["政府信息管理"], Qt.MouseButton.LeftButton)
    QTest.keyClicks(page.text.editor, "abc")
    assert document.report.sections["overview"].split("\n")[2:] == [
        "（二）依申请公开。收到申请12件。",
        "（三）政府信息管理。abc",
        "（四）监督保障。",
    ]
    assert offered(page) == ["政府信息公开平台建设"]
    for _ in range(3):
        document.undo()
    assert document.report.sections["overview"] == sample_report().sections["overview"]
    assert len(offered(page)) == 3


def test_what_is_typed_or_taken_out_is_followed(qtbot: QtBot) -> None:
    document, page = shown(qtbot)
    document.push(Edit("清空", (TextChange("overview", ""),)))
    assert len(offered(page)) == 5
    line = page.headings
    assert line is not None
    assert "还没有写" in line.buttons["监督保障"].toolTip()
    document.push(Edit("文字", (TextChange("overview", "开展业务培训2次。"),)))
    assert "正文写到了" in line.buttons["监督保障"].toolTip()


def test_a_part_without_official_headings_offers_none(qtbot: QtBot) -> None:
    _, page = shown(qtbot, "problems")
    assert page.headings is None


def test_a_report_that_is_only_read_gets_no_heading(qtbot: QtBot) -> None:
    document, page = shown(qtbot)
    document.read_only = "只读"
    line = page.headings
    assert line is not None
    QTest.mouseClick(line.buttons["监督保障"], Qt.MouseButton.LeftButton)
    assert document.stack.count() == 0


def test_a_narrow_window_is_not_held_wide_by_the_headings(qtbot: QtBot) -> None:
    _, page = shown(qtbot)
    page.resize(400, 400)
    line = page.headings
    assert line is not None
    assert line.width() < line.sizeHint().width()
    assert page.text.editor.width() <= 400

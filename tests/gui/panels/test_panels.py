import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from gui.document.document import Document
from gui.panels.text_panel import TextPanel
from gui.panels.workspace import Workspace
from model.checks import Finding, Level
from model.report.edits import set_cells, zero_fill
from model.report.report import Report, ReusedText

pytestmark = pytest.mark.thorough


@pytest.fixture
def workspace(document: Document, qtbot: QtBot) -> Workspace:
    return shown(document, qtbot)


def shown(document: Document, qtbot: QtBot) -> Workspace:
    workspace = Workspace(document)
    qtbot.addWidget(workspace)
    workspace.resize(1366, 698)
    workspace.show()
    return workspace


def test_states_follow_the_work(workspace: Workspace, document: Document) -> None:
    panel = workspace.sections
    assert "未填" in panel.state("overview")
    assert panel.state("preamble") == "可以不写"
    assert "未填" in panel.state("requests")
    document.push(set_cells("填写", "requests", [("granted.natural_person", -1)]))
    document.check_now()
    assert "还空143格" in panel.state("requests")
    assert "处必须改" in panel.state("requests")
    document.push(zero_fill(document.report, "review"))
    document.check_now()
    assert panel.state("review") == "已填"


def test_choosing_a_part_shows_it(workspace: Workspace) -> None:
    workspace.sections.list.setCurrentRow(6)
    assert workspace.page() is workspace.by_section["other_matters"]


def typed(panel: TextPanel, text: str) -> None:
    panel.editor.setFocus()
    QTest.keyClicks(panel.editor, text)


def test_typing_in_a_text_is_one_step_of_the_one_stack(
    workspace: Workspace, document: Document
) -> None:
    panel = workspace.by_section["problems"].text
    typed(panel, "abc")
    assert document.report.sections["problems"] == "abc"
    assert document.stack.count() == 1
    assert document.stack.undoText() == "修改「五、存在的主要问题及改进情况」"
    assert panel.count.text().startswith("3 字")
    document.stack.undo()
    assert panel.editor.toPlainText() == ""


def test_undo_keys_in_a_text_are_left_to_the_one_stack(workspace: Workspace) -> None:
    editor = workspace.by_section["problems"].text.editor
    assert not editor.isUndoRedoEnabled()
    event = QKeyEvent(
        QEvent.Type.ShortcutOverride, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier
    )
    assert workspace.by_section["problems"].text.eventFilter(editor, event)
    assert not event.isAccepted()


def test_letters_beyond_the_basic_plane_do_not_shift_the_marks(
    document: Document, qtbot: QtBot
) -> None:
    text = "𠮷镇，2022年。"
    document.report.sections["problems"] = text
    workspace = shown(document, qtbot)
    panel = workspace.by_section["problems"].text
    start = text.index("2022")
    panel.show_finding(
        Finding("x", Level.QUERY, "", section="problems", quote="2022", start=start, length=4)
    )
    assert panel.editor.textCursor().selectedText() == "2022"


def copied_report(report: Report) -> None:
    report.sections["problems"] = "旧话一。\n旧话二，收到3件。"
    report.reused = (
        ReusedText("problems", "旧话一。"),
        ReusedText("problems", "旧话二，收到3件。"),
        ReusedText("problems", "收到3件", is_figure=True),
    )


def test_copied_paragraphs_are_marked_counted_and_confirmed(
    report: Report, document: Document, qtbot: QtBot
) -> None:
    copied_report(report)
    workspace = shown(document, qtbot)
    workspace.show_section("problems")
    panel = workspace.by_section["problems"].text
    assert "沿用上年3处" in workspace.sections.state("problems")
    assert panel.reused.isVisibleTo(panel)
    assert len(panel.editor.extraSelections()) == 3
    panel.editor.moveCursor(QTextCursor.MoveOperation.End)
    panel.confirm_one.click()
    assert [piece.text for piece in document.section_reused("problems")] == ["旧话一。"]
    panel.confirm_all.click()
    assert not panel.reused.isVisibleTo(panel)
    assert "沿用" not in workspace.sections.state("problems")
    document.stack.undo()
    document.stack.undo()
    assert len(panel.editor.extraSelections()) == 3


def test_editing_a_copied_paragraph_takes_its_mark_away(
    report: Report, document: Document, qtbot: QtBot
) -> None:
    copied_report(report)
    workspace = shown(document, qtbot)
    panel = workspace.by_section["problems"].text
    panel.editor.moveCursor(QTextCursor.MoveOperation.Start)
    typed(panel, "x")
    assert {piece.text for piece in document.section_reused("problems")} == {
        "旧话二，收到3件。",
        "收到3件",
    }


def test_a_finding_leads_to_its_cell(workspace: Workspace, document: Document) -> None:
    document.push(set_cells("填写", "requests", [("granted.natural_person", "abc")]))
    document.check_now()
    panel = workspace.findings
    assert any(
        panel.list.item(row).text().startswith("必须改") for row in range(panel.list.count())
    )
    panel.go_to_next()
    finding = panel.current_finding()
    assert finding is not None
    assert ("requests", "granted.natural_person") in finding.cells
    page = workspace.page()
    assert page is workspace.by_section["requests"]
    assert page.table is not None
    cell = page.table.view.current_cell()
    assert cell is not None
    assert cell.key == "granted.natural_person"


def test_a_finding_leads_to_its_words(workspace: Workspace, document: Document) -> None:
    typed(workspace.by_section["problems"].text, "abcdef")
    workspace.show_finding(
        Finding("x", Level.QUERY, "", section="problems", quote="cd", start=2, length=2)
    )
    assert workspace.page() is workspace.by_section["problems"]
    assert workspace.page().text.editor.textCursor().selectedText() == "cd"


def test_a_long_passage_is_shown_but_not_selected(workspace: Workspace) -> None:
    panel = workspace.by_section["problems"].text
    typed(panel, "a" * 60)
    panel.show_finding(Finding("x", Level.QUERY, "", section="problems", start=2, length=58))
    assert panel.editor.textCursor().position() == 2
    assert not panel.editor.textCursor().hasSelection()


def test_a_finding_without_a_place_leads_to_the_identity(workspace: Workspace) -> None:
    workspace.show_finding(Finding("x", Level.QUERY, ""))
    assert workspace.identity.title.selectedText() == workspace.identity.title.text()


def test_a_fix_is_one_click(report: Report, document: Document, qtbot: QtBot) -> None:
    report.printed["review"] = {"reconsideration.total": 4}
    document.push(zero_fill(report, "review"))
    workspace = shown(document, qtbot)
    panel = workspace.findings
    for _ in range(panel.list.count()):
        panel.go_to_next()
        finding = panel.current_finding()
        if finding is not None and finding.code == "review-total":
            break
    assert panel.fix_button.isVisibleTo(panel)
    assert panel.fix_button.text() == "采用计算值"
    panel.fix_button.click()
    assert not any(finding.code == "review-total" for finding in document.findings)
    document.stack.undo()
    assert any(finding.code == "review-total" for finding in document.findings)


def test_identity_is_edited_through_the_document(workspace: Workspace, document: Document) -> None:
    workspace.show_identity()
    panel = workspace.identity
    panel.unit.setFocus()
    panel.unit.selectAll()
    QTest.keyClicks(panel.unit, "AB")
    assert document.report.organization == "AB"
    assert document.stack.count() == 1
    panel.year.setValue(2024)
    assert document.report.year == 2024
    assert document.report.title == "2024年政府信息公开工作年度报告"
    document.stack.undo()
    assert panel.year.value() == 2023
    document.stack.undo()
    assert panel.unit.text() == "红星镇人民政府"


def test_a_title_of_its_own_is_not_touched_by_the_year(
    workspace: Workspace, document: Document
) -> None:
    workspace.identity.title.selectAll()
    QTest.keyClicks(workspace.identity.title, "T")
    workspace.identity.year.setValue(2024)
    assert document.report.title == "T"


def test_the_text_beside_a_table_unfolds_when_there_is_one(
    workspace: Workspace, document: Document
) -> None:
    page = workspace.by_section["review"]
    assert not page.text.isVisibleTo(page)
    page.fold.trigger()
    assert page.text.isVisibleTo(page)

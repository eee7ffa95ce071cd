import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from gui.document.document import Document
from gui.look.palette import colours
from gui.panels.table_panel import TablePanel
from gui.panels.workspace import Workspace
from gui.tables.outline import Side
from model.checks import Finding, Level
from model.report.edits import Edit, FigureSourceChange, IdentityChange, set_cells, zero_fill
from model.report.report import Report

pytestmark = pytest.mark.thorough

BALANCE = "requests-balance"


@pytest.fixture
def workspace(report: Report, document: Document, qtbot: QtBot) -> Workspace:
    """The panels on a filled report with one column out of balance, its part shown."""
    for table in report.form.tables:
        document.push(zero_fill(report, table.key))
    document.push(set_cells("填写", "requests", [("new_received.natural_person", 2)]))
    document.check_now()
    workspace = Workspace(document)
    qtbot.addWidget(workspace)
    workspace.resize(1366, 698)
    workspace.show()
    return workspace


@pytest.fixture
def table(workspace: Workspace) -> TablePanel:
    page = workspace.by_section["requests"]
    assert page.table is not None
    return page.table


def imbalance(document: Document) -> Finding:
    return next(finding for finding in document.findings if finding.code == BALANCE)


def image_of(panel: TablePanel, key: str) -> QImage:
    """Return the picture of one cell as it is shown."""
    view = panel.view
    view.scrollTo(panel.model.index_of(key))
    rect = view.visualRect(panel.model.index_of(key))
    return view.viewport().grab(rect).toImage()


def has_colour(image: QImage, colour: QColor) -> bool:
    places = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return any(image.pixelColor(x, y).rgb() == colour.rgb() for x, y in places)


def test_a_long_tool_tip_is_wrapped_and_shows_signs_as_typed(
    document: Document, table: TablePanel
) -> None:
    document.push(set_cells("填写", "requests", [("granted.natural_person", "<1")]))
    document.check_now()
    tip = table.model.index_of("granted.natural_person").data(Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("<p")
    assert "&lt;1" in tip


def test_both_sides_of_a_balance_are_outlined_apart(
    workspace: Workspace, document: Document, table: TablePanel
) -> None:
    workspace.show_finding(imbalance(document))
    outline = table.model.outline
    assert outline.side("new_received.natural_person") is Side.LEFT
    assert outline.side("carried_over.natural_person") is Side.LEFT
    assert outline.side("outcome_total.natural_person") is Side.RIGHT
    assert outline.side("carried_forward.natural_person") is Side.RIGHT
    assert outline.side("granted.natural_person") is None
    assert has_colour(image_of(table, "carried_over.natural_person"), colours.text2)
    assert has_colour(image_of(table, "outcome_total.natural_person"), colours.text2)
    assert not has_colour(image_of(table, "granted.natural_person"), colours.text2)


def test_the_legend_tells_the_sides_in_words(
    workspace: Workspace, document: Document, table: TablePanel
) -> None:
    assert not table.legend.isVisibleTo(table)
    workspace.show_finding(imbalance(document))
    rule = document.report.form.table("requests").balances[0]
    assert table.legend.isVisibleTo(table)
    assert table.legend.text().startswith(f"{rule.left_name}　{rule.right_name}")


def test_a_click_on_the_legend_leads_to_that_side(
    workspace: Workspace, document: Document, table: TablePanel
) -> None:
    workspace.show_finding(imbalance(document))
    QTest.mouseClick(table.legend, Qt.MouseButton.LeftButton, pos=QPoint(190, 8))
    cell = table.view.current_cell()
    assert cell is not None
    assert table.model.outline.side(cell.key) is Side.RIGHT


def test_cells_of_no_equation_are_counted_in_the_legend(
    workspace: Workspace, table: TablePanel
) -> None:
    cells = (("requests", "granted.natural_person"), ("requests", "granted.other_organization"))
    workspace.show_finding(Finding("x", Level.QUERY, "", cells=cells))
    assert table.model.outline.keys() == [key for _, key in cells]
    assert "2格" in table.legend.text()


def test_escape_takes_the_outline_away(
    workspace: Workspace, document: Document, table: TablePanel
) -> None:
    workspace.show_finding(imbalance(document))
    QTest.keyClick(table.view, Qt.Key.Key_Escape)
    assert table.model.outline.keys() == []
    assert not table.legend.isVisibleTo(table)


def test_escape_in_an_open_cell_gives_up_the_typing_first(
    workspace: Workspace, document: Document, table: TablePanel
) -> None:
    workspace.show_finding(imbalance(document))
    QTest.keyClicks(table.view, "9")
    editor = table.view.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert document.report.value("requests", "new_received.natural_person") == 2
    assert table.model.outline.keys()


def test_the_outline_follows_its_mistake_and_goes_with_it(
    workspace: Workspace, document: Document, table: TablePanel
) -> None:
    workspace.show_finding(imbalance(document))
    document.push(set_cells("填写", "requests", [("new_received.natural_person", 5)]))
    document.check_now()
    assert table.model.outline.side("new_received.natural_person") is Side.LEFT
    document.push(set_cells("填写", "requests", [("new_received.natural_person", 0)]))
    document.check_now()
    assert table.model.outline.keys() == []


def test_declaring_right_takes_the_outline_away(
    workspace: Workspace, document: Document, table: TablePanel
) -> None:
    finding = imbalance(document)
    workspace.show_finding(finding)
    document.acknowledge(finding, "照上级口径")
    assert table.model.outline.keys() == []
    assert "照上级口径" in table.model.tool_tip("new_received.natural_person")
    workspace.show_finding(finding)
    document.check_now()
    assert table.model.outline.keys()


def test_another_finding_takes_the_outline_over(
    workspace: Workspace, document: Document, table: TablePanel
) -> None:
    workspace.show_finding(imbalance(document))
    workspace.show_finding(Finding("x", Level.QUERY, "", section="problems"))
    assert table.model.outline.keys() == []


def test_levels_are_told_apart_without_colours(
    workspace: Workspace, document: Document, table: TablePanel
) -> None:
    def grey(key: str) -> QImage:
        return image_of(table, key).convertToFormat(QImage.Format.Format_Mono)

    document.push(set_cells("填写", "requests", [("granted.other_organization", "1.5")]))
    document.push(set_cells("填写", "requests", [("refused_state_secret.other_organization", "/")]))
    document.check_now()
    assert table.model.document.cell_level("requests", "granted.other_organization") is Level.ERROR
    assert grey("granted.natural_person") != grey("granted.other_organization")


def test_words_are_marked_in_the_text_and_beside_it(
    workspace: Workspace, document: Document
) -> None:
    panel = workspace.by_section["problems"].text
    document.report.sections["problems"] = "甲乙丙\n丁戊己"
    document.sections_changed.emit(frozenset({"problems"}))
    finding = Finding("x", Level.QUERY, "改", section="problems", quote="戊", start=5, length=1)
    panel.editor.show_findings([finding])
    (sign,) = list(panel.editor.signs())
    assert sign[1:] == (Level.QUERY, "改")
    place = panel.editor.cursorRect(panel.editor.range_cursor(5, 0)).center()
    assert panel.editor.findings_at(place) == [finding]
    assert panel.editor.findings_at(QPoint(2, 2)) == []
    panel.mark(finding)
    backgrounds = [mark.format.background().color() for mark in panel.editor.extraSelections()]
    assert colours.qsoft in backgrounds
    panel.mark(None)
    backgrounds = [mark.format.background().color() for mark in panel.editor.extraSelections()]
    assert colours.qsoft not in backgrounds


def test_the_gravest_sign_stands_for_a_line(workspace: Workspace, document: Document) -> None:
    editor = workspace.by_section["problems"].text.editor
    editor.setPlainText("甲乙丙")
    editor.show_findings(
        [
            Finding("x", Level.HINT, "一", section="problems", start=0, length=1),
            Finding("y", Level.ERROR, "二", section="problems", start=2, length=1),
        ]
    )
    ((_, level, words),) = list(editor.signs())
    assert level is Level.ERROR
    assert words == "一\n二"


def test_words_of_the_title_are_selected_in_it(workspace: Workspace) -> None:
    workspace.show_finding(Finding("text-title", Level.QUERY, "", quote="2023", start=0, length=4))
    assert workspace.identity.title.selectedText() == "2023"


def test_a_finding_on_the_title_is_told_beside_it(workspace: Workspace, document: Document) -> None:
    assert not workspace.identity.sign.isVisibleTo(workspace.identity)
    title = "2022年政府信息公开工作年度报告"
    document.push(Edit("x", (IdentityChange(document.report.organization, 2023, title),)))
    document.check_now()
    assert workspace.identity.sign.isVisibleTo(workspace.identity)
    assert Level.QUERY.label in workspace.identity.sign.text()


def noted(document: Document, place: str, note: str) -> None:
    document.push(Edit("来源", (FigureSourceChange("requests", place, note),)))


def test_notes_have_a_corner_of_their_own(
    workspace: Workspace, document: Document, table: TablePanel
) -> None:
    before = image_of(table, "granted.natural_person")
    noted(document, "granted.natural_person", "司法所台账")
    image = image_of(table, "granted.natural_person")
    assert image != before
    assert image.pixelColor(1, image.height() - 3).rgb() == colours.accent.rgb()
    assert "数字来源：司法所台账" in table.model.tool_tip("granted.natural_person")
    table.view.go_to("granted.natural_person")
    assert "司法所台账" in table.cell_line.text()


def test_the_note_of_a_row_stands_on_its_label(
    workspace: Workspace, document: Document, table: TablePanel
) -> None:
    noted(document, "granted", "司法所台账")
    model = table.model
    value = model.table.positions["granted.natural_person"]
    assert model.notes.words(value) == ""
    labels = [cell for cell in model.table.grid if cell.role == "label" and model.notes.words(cell)]
    assert [cell.row for cell in labels] == [value.row]
    assert labels[0].text == model.table.row("granted.natural_person").label
    assert "司法所台账" in model.tool_tip("granted.natural_person")


def test_f6_goes_round_the_panels(workspace: Workspace, table: TablePanel) -> None:
    workspace.show_section("requests")
    table.view.setFocus()
    seen = []
    for _ in range(3):
        QTest.keyClick(workspace.focusWidget(), Qt.Key.Key_F6)
        seen.append(workspace.focusWidget())
    assert seen == [workspace.findings.list, workspace.sections.list, table.view]


def test_typing_into_every_cell_runs_no_check_meanwhile(
    workspace: Workspace, document: Document, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs: list[int] = []

    def recheck(*_: object) -> tuple[Finding, ...]:
        runs.append(1)
        return ()

    monkeypatch.setattr(document._checker, "recheck", recheck)
    inputs = document.report.form.table("requests").inputs
    for key in inputs:
        document.push(set_cells("填写", "requests", [(key, 3)]))
    assert runs == []
    document.check_now()
    assert runs == [1]


def test_a_click_on_a_flagged_cell_chooses_its_finding(
    workspace: Workspace, document: Document, table: TablePanel
) -> None:
    place = table.view.visualRect(table.model.index_of("carried_over.natural_person")).center()
    QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert workspace.findings.current_finding() == imbalance(document)


def test_a_click_on_marked_words_or_their_sign_chooses_the_finding(
    workspace: Workspace, document: Document, qtbot: QtBot
) -> None:
    workspace.show_section("problems")
    editor = workspace.by_section["problems"].text.editor
    editor.setPlainText("甲乙丙丁")
    document.check_now()
    finding = Finding("x", Level.QUERY, "改", section="problems", start=1, length=1)
    editor.show_findings([finding])
    place = editor.cursorRect(editor.range_cursor(1, 0)).center()
    for widget in (editor.viewport(), editor.margin):
        with qtbot.waitSignal(editor.finding_clicked) as caught:
            QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)
        assert caught.args == [finding]

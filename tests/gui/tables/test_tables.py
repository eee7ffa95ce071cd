from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodQueryEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from dialog_clicks import in_dialog
from gui.document.document import Document
from gui.panels.table_panel import TablePanel
from gui.pasting.preview_dialog import PreviewDialog
from gui.tables.clipboard import rows_of
from gui.tables.table_model import FormTableModel
from gui.tables.table_view import FormTableView
from model.form.layout import GridCell
from model.report.edits import set_cells
from model.report.report import Report

KEYS, TIP = Qt.Key, Qt.ItemDataRole.ToolTipRole


@pytest.fixture
def panel(document: Document, qtbot: QtBot) -> TablePanel:
    panel = TablePanel(document, document.report.form.table("requests"))
    qtbot.addWidget(panel)
    panel.resize(700, 500)
    panel.show()
    return panel


@pytest.fixture
def view(panel: TablePanel) -> FormTableView:
    panel.view.go_to("new_received.natural_person")
    panel.view.setFocus()
    return panel.view


def current(view: FormTableView) -> str:
    cell = view.current_cell()
    return cell.key if cell else ""


def type_text(view: FormTableView, text: str, end: Qt.Key = KEYS.Key_Return) -> None:
    QTest.keyClicks(view, text[0])
    editor = view.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    editor.setText(text)
    QTest.keyClick(editor, end)
    QTest.qWait(0)


def test_the_grid_shows_the_official_wording(document: Document) -> None:
    for table in document.report.form.tables:
        model = FormTableModel(document, table)
        for cell in table.grid:
            index = model.index(cell.row, cell.column)
            if cell.key:
                assert model.flags(index) & Qt.ItemFlag.ItemIsSelectable
            else:
                assert index.data() == cell.text
                assert model.flags(index) == Qt.ItemFlag.NoItemFlags


def test_computed_cells_cannot_be_edited(document: Document) -> None:
    model = FormTableModel(document, document.report.form.table("requests"))
    index = model.index_of("granted.total")
    assert not model.flags(index) & Qt.ItemFlag.ItemIsEditable
    assert not model.setData(index, "5")


@pytest.mark.parametrize(
    ("table", "key", "typed", "value"),
    [
        ("requests", "granted.natural_person", "１２", 12),
        ("requests", "granted.natural_person", "1,234件", 1234),
        ("requests", "granted.natural_person", "一件", "一件"),
        ("proactive_disclosure", "fees.amount", "0.1200", Decimal("0.1200")),
    ],
)
def test_typed_texts_are_understood(
    document: Document, table: str, key: str, typed: str, value: object
) -> None:
    model = FormTableModel(document, document.report.form.table(table))
    assert model.setData(model.index_of(key), typed)
    assert document.report.value(table, key) == value
    assert str(document.report.value(table, key)) == str(value)


def test_typing_the_same_figure_again_is_no_step(document: Document) -> None:
    model = FormTableModel(document, document.report.form.table("requests"))
    model.setData(model.index_of("granted.natural_person"), "1")
    model.setData(model.index_of("granted.natural_person"), "1")
    assert document.stack.count() == 1


def test_typing_starts_editing_enter_goes_down_tab_right(view: FormTableView) -> None:
    type_text(view, "12")
    assert current(view) == "carried_over.natural_person"
    type_text(view, "3", KEYS.Key_Tab)
    assert current(view) == "carried_over.commercial_enterprise"
    report = view.form_model.document.report
    assert report.value("requests", "new_received.natural_person") == 12
    assert report.value("requests", "carried_over.total") == 3
    assert view.form_model.document.stack.undoText().startswith("填写")


def test_tab_skips_computed_cells_and_goes_back(view: FormTableView) -> None:
    view.go_to("new_received.other_organization")
    QTest.keyClick(view, KEYS.Key_Tab)
    assert current(view) == "carried_over.natural_person"
    QTest.keyClick(view, KEYS.Key_Backtab)
    assert current(view) == "new_received.other_organization"


def test_enter_below_the_last_row_goes_to_the_next_column(view: FormTableView) -> None:
    view.go_to("carried_forward.natural_person")
    QTest.keyClick(view, KEYS.Key_Return)
    assert current(view) == "new_received.commercial_enterprise"


def test_arrows_walk_over_every_value_and_stop_at_the_edges(view: FormTableView) -> None:
    QTest.keyClick(view, KEYS.Key_Up)
    assert current(view) == "new_received.natural_person"
    for _ in range(24):
        QTest.keyClick(view, KEYS.Key_Down)
    assert current(view) == "carried_forward.natural_person"
    QTest.keyClick(view, KEYS.Key_End)
    assert current(view) == "carried_forward.other_organization"
    QTest.keyClick(view, KEYS.Key_Home)
    assert current(view) == "carried_forward.natural_person"


def test_the_input_method_is_off(view: FormTableView) -> None:
    attribute = Qt.WidgetAttribute.WA_InputMethodEnabled
    assert not view.testAttribute(attribute)
    QTest.keyClicks(view, "1")
    editor = view.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    assert not editor.testAttribute(attribute)


def test_an_input_method_that_asks_the_line_of_a_figure_is_told_that_it_is_off(
    view: FormTableView,
) -> None:
    QTest.keyClicks(view, "1")
    editor = view.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    asked = QInputMethodQueryEvent(
        Qt.InputMethodQuery.ImEnabled | Qt.InputMethodQuery.ImSurroundingText
    )
    QGuiApplication.sendEvent(editor, asked)
    assert asked.value(Qt.InputMethodQuery.ImEnabled) is False
    assert asked.value(Qt.InputMethodQuery.ImSurroundingText) == "1"


def test_typing_into_a_computed_cell_is_explained(view: FormTableView) -> None:
    notified: list[str] = []
    view.notified.connect(notified.append)
    view.go_to("granted.total")
    QTest.keyClicks(view, "5")
    assert "自动合计" in notified[-1]
    assert view.form_model.document.stack.count() == 0


def test_escape_gives_up_the_typing(view: FormTableView) -> None:
    QTest.keyClicks(view, "7")
    editor = view.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    QTest.keyClick(editor, KEYS.Key_Escape)
    assert view.form_model.document.stack.count() == 0


def select(view: FormTableView, first: str, last: str) -> None:
    start, end = view.form_model.index_of(first), view.form_model.index_of(last)
    for row in range(start.row(), end.row() + 1):
        for column in range(start.column(), end.column() + 1):
            index = view.form_model.index(row, column)
            view.selectionModel().select(index, view.selectionModel().SelectionFlag.Select)


def test_delete_clears_a_block_in_one_step(view: FormTableView) -> None:
    document = view.form_model.document
    keys = ["granted.natural_person", "partly_granted.natural_person"]
    document.push(set_cells("填写", "requests", [(key, 5) for key in keys]))
    view.clearSelection()
    select(view, *keys)
    QTest.keyClick(view, KEYS.Key_Delete)
    assert document.report.value("requests", "outcome_total.natural_person") is None
    document.stack.undo()
    assert document.report.value("requests", "outcome_total.natural_person") == 10


def test_paste_of_a_block_skips_totals_and_tells_what_has_no_place(view: FormTableView) -> None:
    notified: list[str] = []
    shown: list[str] = []
    view.notified.connect(notified.append)
    view.go_to("new_received.other_organization")
    QGuiApplication.clipboard().setText("1\t9\t8\r\n２\t9\t\r\n")
    asked = in_dialog(view, PreviewDialog, lambda dialog: shown.append(dialog.lines.toPlainText()))
    view.paste()
    assert len(asked) == 1
    assert "来源写9，这里算得1" in shown[0]
    report = view.form_model.document.report
    assert report.value("requests", "new_received.other_organization") == 1
    assert report.value("requests", "carried_over.other_organization") == 2
    assert report.value("requests", "new_received.total") == 1
    assert view.form_model.document.stack.count() == 1
    assert "跳过自动合计 2 格" in notified[-1]
    assert "放不下 1 个：「8」" in notified[-1]


def test_one_value_is_pasted_into_every_selected_cell(view: FormTableView) -> None:
    view.clearSelection()
    select(view, "granted.natural_person", "partly_granted.total")
    QGuiApplication.clipboard().setText("1,000")
    view.paste()
    report = view.form_model.document.report
    assert report.value("requests", "outcome_total.total") == 12_000


def test_paste_goes_to_the_current_cell_where_nothing_is_selected(view: FormTableView) -> None:
    view.clearSelection()
    QGuiApplication.clipboard().setText("4\t5")
    view.paste()
    report = view.form_model.document.report
    assert report.value("requests", "new_received.total") == 9


def test_a_copied_block_comes_back_the_same(view: FormTableView) -> None:
    document = view.form_model.document
    document.push(set_cells("填写", "requests", [("granted.natural_person", 5)]))
    view.clearSelection()
    select(view, "granted.natural_person", "partly_granted.commercial_enterprise")
    view.copy()
    assert rows_of(QGuiApplication.clipboard().text()) == [["5", ""], ["", ""]]
    view.cut()
    assert document.report.value("requests", "granted.natural_person") is None
    view.paste()
    assert document.report.value("requests", "granted.natural_person") == 5


def test_pasting_the_whole_official_table_ignores_its_own_labels(
    document: Document, qtbot: QtBot
) -> None:
    model = FormTableModel(document, document.report.form.table("proactive_disclosure"))
    view = FormTableView(model)
    qtbot.addWidget(view)
    view.fill_blanks()
    view.selectAll()
    view.copy()
    notified: list[str] = []
    view.notified.connect(notified.append)
    view.go_to("regulations.issued")
    view.paste()
    assert "放不下" not in notified[-1]


def test_quoted_cells_of_a_spreadsheet_are_read() -> None:
    assert rows_of('"1\n2"\t3\r\n') == [["1\n2", "3"]]


def test_zero_fill_shows_its_count_and_leaves_typed_cells(panel: TablePanel) -> None:
    document = panel.model.document
    document.push(set_cells("填写", "requests", [("granted.natural_person", "/")]))
    assert "143" in panel.fill_button.toolTip()
    panel.fill_button.click()
    report = document.report
    assert report.value("requests", "granted.natural_person") == "/"
    assert report.value("requests", "new_received.total") == 0
    assert not panel.fill_button.isEnabled()
    assert document.stack.undoText() == "空白填0"
    document.stack.undo()
    assert report.value("requests", "new_received.total") is None


def test_frozen_headers_follow_the_table(panel: TablePanel) -> None:
    grid = panel.grid
    grid.fit()
    assert grid.left is not None
    assert grid.top is not None
    grid.main.go_to("carried_forward.natural_person")
    value = grid.main.verticalScrollBar().value()
    assert value > 0
    assert grid.left.verticalScrollBar().value() == value
    grid.left.verticalScrollBar().setValue(3)
    assert grid.main.verticalScrollBar().value() == 3
    panel.resize(400, 500)
    QTest.qWait(20)
    grid.main.horizontalScrollBar().setValue(20)
    assert grid.top.horizontalScrollBar().value() == 20
    assert not grid.left.selectionModel().hasSelection()


def test_every_header_has_room_for_its_words(panel: TablePanel) -> None:
    grid = panel.grid
    grid.fit()
    assert grid.top is not None
    assert grid.top.height() == sum(grid.heights[: panel.model.table.header_rows])


def test_last_year_and_meaning_are_told_below_the_table(
    report: Report, document: Document, panel: TablePanel
) -> None:
    last = Report(report.form, tables={"requests": {"granted.natural_person": 3}})
    report.previous = last.as_previous()
    panel.view.go_to("granted.natural_person")
    assert "上年：3" in panel.cell_line.text()
    tip = panel.model.index_of("granted.natural_person").data(Qt.ItemDataRole.ToolTipRole)
    assert "上年：3" in tip
    panel.view.go_to("granted.total")
    assert "自动合计" in panel.cell_line.text()


def test_the_balance_strip_follows_the_typing(panel: TablePanel) -> None:
    (strip,) = panel.balances
    assert not any(balance.difference for balance in strip.balances())
    model = panel.model
    model.setData(model.index_of("new_received.natural_person"), "2")
    person, *_, total = strip.balances()
    assert strip.sides(person) == ("2", "0", "收多2")
    assert strip.sentence(person) == "自然人：收（一＋二）＝2，办（三＋四）＝0，收多2"
    assert [item for item in strip.balances() if item.difference] == [person, total]
    model.setData(model.index_of("carried_forward.natural_person"), "3")
    assert strip.sentence(strip.balances()[0]).endswith("，办多1")


def test_flagged_cells_are_painted_unlike_others(panel: TablePanel) -> None:
    model = panel.model

    def picture() -> bytes:
        cell = model.table.positions["new_received.natural_person"]
        rect = panel.view.visualRect(model.index(cell.row, cell.column))
        image = panel.view.viewport().grab(rect).toImage()
        return bytes(image.constBits())

    panel.view.go_to("refused_state_secret.commercial_enterprise")
    model.setData(model.index_of("new_received.natural_person"), "abc")
    unchecked = picture()
    model.document.check_now()
    assert picture() != unchecked


def test_the_figure_of_a_flagged_current_cell_stays_readable(panel: TablePanel) -> None:
    model = panel.model
    index = model.index_of("new_received.natural_person")
    model.setData(index, "abc")
    model.document.check_now()
    panel.view.go_to("new_received.natural_person")
    image = panel.view.viewport().grab(panel.view.visualRect(index)).toImage()
    colours = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }
    assert len(colours) > 5
    assert image.pixelColor(5, image.height() - 5).lightness() > 180


def test_cells_of_a_span_are_known_from_every_place(document: Document) -> None:
    model = FormTableModel(document, document.report.form.table("proactive_disclosure"))
    cell = model.table.positions["licences.decisions"]
    covered = model.cell_at(cell.row, cell.column + cell.column_span - 1)
    assert isinstance(covered, GridCell)
    assert covered == cell


def test_what_belongs_into_a_blank_cell_is_told_below_the_table_and_on_its_label(
    panel: TablePanel,
) -> None:
    table, model = panel.model.table, panel.model
    key = next(key for key in table.inputs if table.row(key).help)
    panel.model.document.check_now()
    panel.view.go_to(key)
    told = panel.cell_line.text()
    assert table.row(key).help in told
    assert "空白" not in told.replace(table.row(key).help, "")
    cell = table.positions[key]
    labels = [model.cell_at(cell.row, column) for column in range(cell.column)]
    tips = [model.index(cell.row, item.column).data(TIP) for item in labels if item is not None]
    plain = ["".join(str(tip).split()) for tip in tips]
    assert any("".join(table.row(key).help.split())[:8] in tip for tip in plain)

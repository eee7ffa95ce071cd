"""Opening a field and leaving it changes nothing, whatever stands in it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialogButtonBox, QLineEdit
from pytestqt.qtbot import QtBot

from exporters.page_style import Margins
from gui.dialogs.figure_source_dialog import LONGEST_NOTE, SEVERAL, FigureSourceDialog
from gui.dialogs.import_review_dialog import ImportReviewDialog
from gui.dialogs.office_dialog import OfficeDialog
from gui.document.document import Document
from gui.panels.identity_panel import IdentityPanel
from gui.panels.table_panel import TablePanel
from gui.printing.page_choice import PageSetup
from gui.printing.page_setup_dialog import PageSetupDialog
from gui.review.doubt_list import READ_AS
from gui.sign_off.check_dialog import CheckDialog
from gui.sign_off.names_dialog import NamesDialog
from gui.sign_off.sheet_rows import LONGEST_NAME, TEXT
from gui.tables.table_view import FormTableView
from importers.recognising.proof.import_review import Doubt
from model.form.form import Form
from model.report.edits import SignOffChange, set_cells
from model.report.office import Office
from model.report.report import Report
from model.report.sign_off_record import SignOff
from model.report.values import parse_value
from report_sources import Opened
from sample_reports import sample_report

pytestmark = pytest.mark.thorough

OK = QDialogButtonBox.StandardButton.Ok
CELL = "granted.natural_person"
LONG = "共计一百二十三件，" * 12
"""108 characters."""


@pytest.fixture
def view(document: Document, qtbot: QtBot) -> FormTableView:
    panel = TablePanel(document, document.report.form.table("requests"))
    qtbot.addWidget(panel)
    panel.show()
    panel.view.go_to(CELL)
    panel.view.setFocus()
    return panel.view


def open_editor(view: FormTableView) -> QLineEdit:
    view.go_to(CELL)
    QTest.keyClick(view, Qt.Key.Key_F2)
    editor = view.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    return editor


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Down])
@pytest.mark.parametrize("text", [LONG, "字" * 40_000, "一\n二\t三", "1 . 5", "３　件半"])
def test_a_cell_that_is_opened_and_left_stays(view: FormTableView, text: str, key: Qt.Key) -> None:
    document = view.form_model.document
    document.push(set_cells("填写", "requests", [(CELL, text)]))
    editor = open_editor(view)
    assert editor.text() == text
    QTest.keyClick(editor, key)
    assert document.report.value("requests", CELL) == text
    assert document.stack.count() == 1


def test_a_letter_typed_into_a_long_cell_is_all_that_changes(view: FormTableView) -> None:
    document = view.form_model.document
    document.push(set_cells("填写", "requests", [(CELL, LONG)]))
    editor = open_editor(view)
    QTest.keyClick(editor, Qt.Key.Key_End)
    QTest.keyClicks(editor, "x")
    view.finish_typing()
    assert document.report.value("requests", CELL) == LONG + "x"


def test_a_long_text_is_pasted_into_a_cell_whole(view: FormTableView) -> None:
    QGuiApplication.clipboard().setText(LONG)
    editor = open_editor(view)
    QTest.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert view.form_model.document.report.value("requests", CELL) == LONG


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(text=st.text(max_size=80))
def test_any_value_of_a_cell_is_left_as_it_stands(view: FormTableView, text: str) -> None:
    document = view.form_model.document
    value = parse_value(text, "count")
    document.push(set_cells("填写", "requests", [(CELL, value)]))
    steps = document.stack.count()
    QTest.keyClick(open_editor(view), Qt.Key.Key_Return)
    assert document.report.value("requests", CELL) == value
    assert document.stack.count() == steps


@pytest.mark.parametrize("text", ["镇" * 40_000, "红星镇  人民政府", "　红星镇\n人民政府 "])
def test_unit_and_title_are_shown_whole(document: Document, qtbot: QtBot, text: str) -> None:
    document.report.organization = document.report.title = text
    panel = IdentityPanel(document)
    qtbot.addWidget(panel)
    panel.show()
    for field in (panel.unit, panel.title):
        assert field.text() == text
        field.setFocus()
        QTest.keyClick(field, Qt.Key.Key_Return)
        panel.year.setFocus()
    assert document.report.organization == document.report.title == text
    assert document.stack.count() == 0
    field = panel.unit
    QTest.keyClick(field, Qt.Key.Key_End)
    QTest.keyClicks(field, "x")
    assert document.report.organization == text + "x"


def signed(qtbot: QtBot, form: Form, sign_off: SignOff) -> NamesDialog:
    dialog = NamesDialog(None, Report(form, sign_off=sign_off))
    qtbot.addWidget(dialog)
    return dialog


def test_names_and_remark_that_are_not_touched_stay_as_they_are(form: Form, qtbot: QtBot) -> None:
    old = SignOff((("drafted", "张  三" * 20), ("issued", " 李四")), "\n第一行 \n" + "字" * 300)
    dialog = signed(qtbot, form, old)
    assert dialog.buttons.button(OK).isEnabled()
    assert dialog.edit().changes == ()
    dialog.rows.item(2, TEXT).setText("王五")
    wanted = (old.names[0], ("checked", "王五"), old.names[1])
    assert dialog.edit().changes == (SignOffChange(replace(old, names=wanted)),)


def test_a_name_that_is_too_long_is_refused_and_not_cut(form: Form, qtbot: QtBot) -> None:
    dialog = signed(qtbot, form, SignOff())
    dialog.show()
    table = dialog.rows.table
    table.setFocus()
    table.setCurrentCell(5, TEXT)
    QGuiApplication.clipboard().setText("名" * (LONGEST_NAME + 3))
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QLineEdit)
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not dialog.buttons.button(OK).isEnabled())
    assert "「会签」最多 30 字，请删去 3 字" in dialog.count.text()
    dialog.rows.item(5, TEXT).setText("名" * LONGEST_NAME)
    assert dialog.buttons.button(OK).isEnabled()
    assert "会签" not in dialog.count.text()


def noting(qtbot: QtBot, notes: dict[str, str], keys: tuple[str, ...]) -> FigureSourceDialog:
    report = sample_report()
    report.figure_sources = {"requests": notes}
    dialog = FigureSourceDialog(None, report, report.form.table("requests"), keys)
    qtbot.addWidget(dialog)
    return dialog


@pytest.mark.parametrize("words", ["申请台账" * 30, "司法所  张三", " 财政所"])
def test_a_note_that_is_not_touched_stays_as_it_is(qtbot: QtBot, words: str) -> None:
    dialog = noting(qtbot, {CELL: words}, (CELL,))
    assert dialog.line.text() == words
    assert dialog.buttons.button(OK).isEnabled()
    assert dialog.edit().changes == ()


def test_several_notes_are_not_made_one_unasked(qtbot: QtBot) -> None:
    other = "partly_granted.natural_person"
    dialog = noting(qtbot, {"granted": "司法所", "partly_granted": "财政所"}, (CELL, other))
    assert dialog.line.text() == ""
    assert dialog.line.placeholderText() == SEVERAL
    assert dialog.edit().changes == ()
    QTest.keyClicks(dialog.line, "x")
    assert len(dialog.edit().changes) == 2


def test_a_note_that_is_too_long_is_refused_and_not_cut(qtbot: QtBot) -> None:
    dialog = noting(qtbot, {}, (CELL,))
    dialog.note.setEditText("台" * (LONGEST_NOTE + 1))
    assert not dialog.buttons.button(OK).isEnabled()
    assert not dialog.length.isHidden()
    assert "请删去 1 字" in dialog.length.text()
    dialog.note.setEditText("台" * LONGEST_NOTE)
    assert dialog.buttons.button(OK).isEnabled()
    assert dialog.length.isHidden()


def test_a_note_that_was_typed_stays_when_other_places_are_chosen(qtbot: QtBot) -> None:
    dialog = noting(qtbot, {CELL: "司法所"}, (CELL,))
    dialog.note.setEditText("信访办")
    dialog.whole_row.setChecked(True)
    assert dialog.line.text() == "信访办"


@pytest.mark.parametrize(
    "office",
    [
        Office(longest_overview=500_000, repeated_share=250),
        Office(longest_overview=10**12, repeated_share=10**12),
        Office(deadline=date(1200, 2, 3)),
        Office(deadline=date(9999, 12, 31)),
    ],
)
def test_settings_that_are_not_touched_stay_as_they_are(qtbot: QtBot, office: Office) -> None:
    dialog = OfficeDialog(None, replace(sample_report(), office=office), date(2024, 1, 20))
    qtbot.addWidget(dialog)
    assert dialog.office() == office
    dialog.share.setValue(60)
    assert dialog.office() == replace(office, repeated_share=60)


def test_margins_that_are_not_touched_keep_their_decimals(qtbot: QtBot) -> None:
    given = Margins(37.25, 35.0, 28.04, 26.0)
    dialog = PageSetupDialog(None, PageSetup(given))
    qtbot.addWidget(dialog)
    assert dialog.setup.margins == given
    dialog.top.setValue(30)
    assert dialog.setup.margins.top == 30


def test_a_code_is_never_cut(qtbot: QtBot) -> None:
    dialog = CheckDialog(None, lambda: Path("a.docx"))
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.code.setFocus()
    QGuiApplication.clipboard().setText("7K3M-Q2XD 7K3M-Q2XD 7K3M-Q2XD")
    QTest.keyClick(dialog.code, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert len(dialog.letters) == 24
    assert "现在有 24 个" in dialog.hint.text()


def test_a_doubtful_cell_that_is_opened_and_left_stays(form: Form, qtbot: QtBot) -> None:
    text = "字" * 40_000
    report = Report(form, tables={"requests": {CELL: text}})
    opened = Opened(report, doubts=(Doubt("requests", CELL, "不是数字"),))
    dialog = ImportReviewDialog(None, "a.docx", opened)
    qtbot.addWidget(dialog)
    dialog.show()
    item = dialog.doubts.item(0, READ_AS)
    assert item is not None
    dialog.doubts.editItem(item)
    editor = dialog.doubts.viewport().findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    assert editor.text() == text
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert dialog.corrections().changes == ()
    assert item.text() == text

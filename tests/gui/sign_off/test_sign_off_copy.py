from __future__ import annotations

import zipfile
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from dialog_clicks import in_dialog
from exporters import sign_off_blocks
from exporters.blocks import TableBlock
from exporters.sign_off_blocks import SignOffCopy
from final_reports import final_report, ready_report
from gui.menus.sign_off_actions import SignOffActions
from gui.printing.preview_dialog import PreviewDialog
from gui.sign_off.final_dialog import FinalDialog
from gui.sign_off.names_dialog import LONGEST_REMARK, NamesDialog
from gui.sign_off.sheet_rows import LABEL, NEW_LABEL, SIGNED, TEXT
from gui.sign_off.sign_off_copy_dialog import SignOffCopyDialog, SignOffWay
from gui_bench import Bench
from model.form.form import Form
from model.report.edits import SignOffChange
from model.report.rollover import start_draft
from model.report.sign_off_record import USUAL_ROWS
from model.signing.code import verification_code
from model.signing.final import make_final, unlock
from report_sources import open_report


def actions(bench: Bench) -> SignOffActions:
    return bench.window.sign_off


@pytest.fixture
def final(bench: Bench, form: Form) -> Bench:
    """Return a window with a final report in it."""
    bench.open(final_report(form))
    return bench


def place_of(dialog: NamesDialog, label: str) -> int:
    (found,) = dialog.rows.table.findItems(label, Qt.MatchFlag.MatchExactly)
    return found.row()


def write(dialog: NamesDialog, label: str, text: str) -> None:
    dialog.rows.item(place_of(dialog, label), TEXT).setText(text)


def test_what_is_typed_into_a_row_is_taken_over_by_the_button(final: Bench) -> None:
    dialog = NamesDialog(final.window, final.document.report)
    final.bot.addWidget(dialog)
    dialog.show()
    table = dialog.rows.table
    table.setCurrentCell(place_of(dialog, "拟稿"), TEXT)
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QLineEdit)
    assert editor is not None
    QTest.keyClicks(editor, "zhang")
    (change,) = dialog.edit().changes
    assert isinstance(change, SignOffChange)
    assert change.sign_off.names == (("drafted", "zhang"),)


def test_rows_can_be_added_renamed_left_out_and_moved_and_are_kept_for_next_year(
    final: Bench,
) -> None:
    def change(dialog: NamesDialog) -> None:
        rows = dialog.rows
        rows.table.selectRow(place_of(dialog, "会签"))
        rows.remove.click()
        rows.table.selectRow(place_of(dialog, "校对"))
        rows.up.click()
        rows.item(place_of(dialog, "核稿"), LABEL).setText("办公室核稿")
        rows.table.selectRow(place_of(dialog, "公开属性"))
        rows.add.click()
        rows.item(place_of(dialog, NEW_LABEL), SIGNED).setCheckState(Qt.CheckState.Unchecked)
        rows.item(place_of(dialog, NEW_LABEL), LABEL).setText("文号")
        write(dialog, "文号", "红政函〔2024〕1号")

    in_dialog(final.window, NamesDialog, change)
    actions(final).names.trigger()
    report = final.document.report
    shown = [row.label for row in report.sign_off.rows]
    assert shown[:5] == ["公开属性", "文号", "拟稿", "校对", "办公室核稿"]
    assert "会签" not in shown
    assert report.sign_off.is_locked
    blocks, _ = sign_off_blocks.sign_off_copy(report, SignOffCopy())
    sheet = next(block for block in blocks if isinstance(block, TableBlock))
    texts = [cell.text for cell in sheet.cells]
    assert texts.index("主动公开") < texts.index("红政函〔2024〕1号") < texts.index("办公室核稿")
    final.files.to_save = final.folder / "a.nianbao"
    final.window.files.save_as()
    final.wait_for_work()
    opened = open_report(final.folder / "a.nianbao").report
    assert opened.sign_off == report.sign_off
    draft = start_draft(opened).report
    assert draft.sign_off.rows == report.sign_off.rows
    in_dialog(final.window, NamesDialog, lambda dialog: dialog.rows.restore.click())
    actions(final).names.trigger()
    assert final.document.report.sign_off.rows == USUAL_ROWS
    assert final.document.report.sign_off.own_rows == ()


def test_names_and_remark_are_one_step_and_leave_the_lock_alone(final: Bench) -> None:
    def fill(dialog: NamesDialog) -> None:
        write(dialog, "拟稿", " 张 三 ")
        write(dialog, "签发（主要领导）", "李四")
        dialog.remark.setPlainText("急件\n")

    in_dialog(final.window, NamesDialog, fill)
    actions(final).names.trigger()
    sign_off = final.document.report.sign_off
    assert sign_off.names == (("drafted", "张 三"), ("issued", "李四"))
    assert sign_off.remark == "急件"
    assert sign_off.is_locked
    assert final.messages.asked == []
    assert final.document.stack.count() == 1
    in_dialog(final.window, NamesDialog, lambda _: None)
    actions(final).names.trigger()
    assert final.document.stack.count() == 1
    final.window.actions_.undo.trigger()
    assert final.messages.asked == []
    assert final.document.report.sign_off.names == ()


def test_a_name_that_the_sheet_has_no_room_for_is_told_and_never_cut(
    form: Form, final: Bench
) -> None:
    dialog = NamesDialog(final.window, final_report(form))
    accept = dialog.buttons.button(dialog.buttons.StandardButton.Ok)
    long = "甲" * 31
    dialog.rows.item(0, TEXT).setText(long)
    assert not accept.isEnabled()
    assert "最多 30 字，请删去 1 字" in dialog.count.text()
    assert long in dict(dialog.rows.names).values()
    dialog.rows.item(0, TEXT).setText(long[1:])
    assert accept.isEnabled()


def test_a_remark_that_the_sheet_has_no_room_for(form: Form, final: Bench) -> None:
    dialog = NamesDialog(final.window, final_report(form))
    accept = dialog.buttons.button(dialog.buttons.StandardButton.Ok)
    dialog.remark.setPlainText("字" * (LONGEST_REMARK + 1))
    assert not accept.isEnabled()
    assert "请删去 1 字" in dialog.count.text()
    dialog.remark.setPlainText("字" * LONGEST_REMARK)
    assert accept.isEnabled()


def test_the_watermark_is_proposed_for_drafts_only(bench: Bench, form: Form) -> None:
    proposed: list[bool] = []

    def look(dialog: SignOffCopyDialog) -> None:
        proposed.append(dialog.watermark.isChecked())

    def ask() -> None:
        in_dialog(bench.window, SignOffCopyDialog, look)
        actions(bench).sign_off_copy.trigger()

    bench.open(ready_report(form))
    ask()
    bench.document.push(make_final(bench.document.report, date(2024, 1, 20)))
    ask()
    bench.document.push(unlock(bench.document.report))
    ask()
    assert proposed == [True, False, True]


@pytest.mark.parametrize(("way", "end"), [(SignOffWay.PDF, ".pdf"), (SignOffWay.WORD, ".docx")])
def test_the_copy_is_written_with_the_chosen_sheet(final: Bench, way: SignOffWay, end: str) -> None:
    def choose(dialog: SignOffCopyDialog) -> None:
        dialog.watermark.setChecked(False)
        dialog.sheets["last"].setChecked(True)
        dialog.ways[way].click()

    final.files.to_save = final.folder / f"a{end}"
    in_dialog(final.window, SignOffCopyDialog, choose)
    actions(final).sign_off_copy.trigger()
    final.wait_for_work()
    assert final.files.proposals[-1].name.endswith(f"（送审稿）{end}")
    read = open_report(final.files.to_save).report
    assert verification_code(read) == verification_code(final.document.report)
    again = in_dialog(
        final.window, SignOffCopyDialog, lambda dialog: dialog.ways[SignOffWay.CANCEL].click()
    )
    actions(final).sign_off_copy.trigger()
    assert again[0].sheets["last"].isChecked()
    assert not again[0].watermark.isChecked()
    assert len(final.files.proposals) == 1


def test_saving_comes_before_the_copy_that_is_offered(bench: Bench, form: Form) -> None:
    bench.open(ready_report(form))
    bench.messages.after_final = "export"
    bench.files.to_save = bench.folder / "a.nianbao"
    in_dialog(bench.window, FinalDialog, lambda _: None)
    seen = in_dialog(
        bench.window, SignOffCopyDialog, lambda dialog: dialog.ways[SignOffWay.CANCEL].click()
    )
    actions(bench).final.trigger()
    bench.bot.waitUntil(lambda: bool(seen))
    assert bench.files.to_save.exists()
    assert not bench.document.is_modified


def test_the_copy_can_be_looked_at_with_its_sheet(final: Bench) -> None:
    plain = len(final.window.files.printing.sheets().pages)
    first: list[QImage] = []

    def look(dialog: PreviewDialog) -> None:
        assert len(dialog.sheets.pages) == plain + 1
        first.append(dialog.sheets.picture(0, 0.3))

    in_dialog(
        final.window, SignOffCopyDialog, lambda dialog: dialog.ways[SignOffWay.PREVIEW].click()
    )
    in_dialog(final.window, PreviewDialog, look)
    actions(final).sign_off_copy.trigger()
    assert first


def test_the_copy_for_the_website_carries_nothing_unseen(final: Bench) -> None:
    final.files.to_save = final.folder / "a.docx"
    names = {}
    for action in (final.window.actions_.export_word, final.window.actions_.export_public):
        action.trigger()
        final.wait_for_work()
        with zipfile.ZipFile(final.files.to_save) as archive:
            names[action] = [name for name in archive.namelist() if "customXml" in name]
    assert names[final.window.actions_.export_word]
    assert names[final.window.actions_.export_public] == []
    assert final.files.proposals[-1].name.endswith("（公开）.docx")
    read = open_report(final.files.to_save).report
    assert verification_code(read) == verification_code(final_report(read.form))

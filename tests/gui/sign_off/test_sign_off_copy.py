from __future__ import annotations

import zipfile

import pytest
from PySide6.QtGui import QImage

from dialog_clicks import in_dialog
from final_reports import final_report, ready_report
from gui.menus.sign_off_actions import SignOffActions
from gui.printing.preview_dialog import PreviewDialog
from gui.sign_off.final_dialog import FinalDialog
from gui.sign_off.names_dialog import LONGEST_REMARK, NamesDialog
from gui.sign_off.sign_off_copy_dialog import SignOffCopyDialog, Way
from gui_bench import Bench
from model.form.form import Form
from model.signing.code import verification_code
from report_sources import open_report


def actions(bench: Bench) -> SignOffActions:
    return bench.window.sign_off


@pytest.fixture
def final(bench: Bench, form: Form) -> Bench:
    """Return a window with a final report in it."""
    bench.open(final_report(form))
    return bench


def test_names_and_remark_are_one_step_and_leave_the_lock_alone(final: Bench) -> None:
    def fill(dialog: NamesDialog) -> None:
        dialog.names["drafted"].setText(" 张 三 ")
        dialog.names["issued"].setText("李四")
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


def test_a_remark_that_the_sheet_has_no_room_for(form: Form, final: Bench) -> None:
    dialog = NamesDialog(final.window, final_report(form))
    accept = dialog.buttons.button(dialog.buttons.StandardButton.Ok)
    dialog.remark.setPlainText("字" * (LONGEST_REMARK + 1))
    assert not accept.isEnabled()
    assert "请删去 1 字" in dialog.count.text()
    dialog.remark.setPlainText("字" * LONGEST_REMARK)
    assert accept.isEnabled()


@pytest.mark.parametrize(("way", "end"), [(Way.PDF, ".pdf"), (Way.WORD, ".docx")])
def test_the_copy_is_written_with_the_chosen_sheet(final: Bench, way: Way, end: str) -> None:
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
        final.window, SignOffCopyDialog, lambda dialog: dialog.ways[Way.CANCEL].click()
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
        bench.window, SignOffCopyDialog, lambda dialog: dialog.ways[Way.CANCEL].click()
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

    in_dialog(final.window, SignOffCopyDialog, lambda dialog: dialog.ways[Way.PREVIEW].click())
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

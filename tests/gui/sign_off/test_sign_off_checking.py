from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from dialog_clicks import in_dialog
from exporters.writing import export_report
from final_reports import final_report, ready_report
from gui.menus.sign_off_actions import SignOffActions
from gui.sign_off.check_dialog import CheckDialog
from gui.sign_off.check_result import ResultDialog
from gui_bench import Bench
from model.form.form import Form
from model.report.edits import apply, set_cells
from model.report.report import Report
from model.signing.code import verification_code
from model.signing.code_comparison import CodeComparison
from storage.report_file import save_report

NEW = "new_received.natural_person"


def letters(report: Report) -> str:
    return verification_code(report).replace("-", "")


def changed(form: Form, key: str, value: int) -> Report:
    report = ready_report(form)
    apply(report, set_cells("改", "requests", [(key, value)]))
    return report


# ---------------------------------------------------------------- the dialogs


def test_the_code_of_the_open_report_is_offered(qtbot: QtBot, tmp_path: Path) -> None:
    chosen: list[Path | None] = [tmp_path / "甲.docx", None]
    dialog = CheckDialog(None, lambda: chosen.pop(0), "7K3M-Q2XD")
    qtbot.addWidget(dialog)
    accept = dialog.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not accept.isEnabled()
    dialog.choose.click()
    assert accept.isEnabled()
    dialog.choose.click()
    assert dialog.path == tmp_path / "甲.docx"
    dialog.code.setText("7k3m q2x")
    assert not accept.isEnabled()
    assert "现在有 7 个" in dialog.hint.text()
    dialog.take_over.click()
    assert dialog.letters == "7K3MQ2XD"
    assert accept.isEnabled()


def run_check(bench: Bench, code: str = "") -> list[ResultDialog]:
    def fill(dialog: CheckDialog) -> None:
        dialog.choose_file()
        if code:
            dialog.code.setText(code)

    actions: SignOffActions = bench.window.sign_off
    in_dialog(bench.window, CheckDialog, fill)
    seen = in_dialog(bench.window, ResultDialog, lambda _: None)
    actions.check.trigger()
    bench.wait_for_work()
    return seen


@pytest.mark.parametrize("name", ["a.docx", "a.pdf", "a.nianbao", "a.html", "a.txt"])
def test_every_kind_of_file_is_known_again(bench: Bench, form: Form, name: str) -> None:
    report = final_report(form)
    path = bench.folder / name
    if name.endswith("nianbao"):
        save_report(report, path)
    else:
        export_report(report, path)
    bench.open(report)
    bench.files.to_open = path
    seen = run_check(bench)
    # What this program wrote holds nothing besides.
    assert [(dialog.shown.heading, dialog.shown.found) for dialog in seen] == [("一致", ())]


def test_a_file_is_checked_while_no_report_is_open(bench: Bench, form: Form) -> None:
    path = bench.folder / "a.nianbao"
    save_report(ready_report(form), path)
    bench.files.to_open = path
    assert bench.window.sign_off.check.isEnabled()
    seen = run_check(bench, "2222-2222")
    assert [dialog.shown.is_same for dialog in seen] == [False]
    assert not bench.document.is_open


def test_a_file_that_cannot_be_read_is_told(bench: Bench) -> None:
    path = bench.folder / "a.docx"
    path.write_bytes(b"nothing")
    bench.files.to_open = path
    assert run_check(bench, "2222-2222") == []
    assert len(bench.messages.told) == 1


def test_the_result_shows_its_differences(qtbot: QtBot) -> None:
    dialog = ResultDialog(None, CodeComparison(False, "不一致", ("甲",), ("乙", "丙")))
    qtbot.addWidget(dialog)
    assert dialog.list.count() == 2
    assert dialog.list.isVisibleTo(dialog)

"""The window with a made-up edition beside those that the program carries."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton

import new_edition
from dialog_clicks import in_dialog
from exporters.writing import export_report
from final_reports import ready_report
from gui.dialogs.import_review_dialog import ImportReviewDialog, Use
from gui.dialogs.notes_dialog import NotesDialog
from gui.dialogs.previous_dialog import PreviousDialog
from gui.dialogs.report_dialogs import NewFromLastDialog, NewReportDialog
from gui.panels.table_panel import TablePanel
from gui.panels.workspace import Workspace
from gui.sign_off.final_dialog import FinalDialog
from gui_bench import Bench
from model.form.form import Form
from model.report.comparison import last_and_change
from model.report.edits import set_cells
from model.report.report import Report
from new_edition import COLUMN, COLUMN_LABEL, EDITION, ROW, ROW_LABEL, YEAR
from storage import form_store
from storage.form_store import load_form
from storage.report_file import load_report

CARRIED = "carried_over.natural_person"
NEW = f"{ROW}.{COLUMN}"


@pytest.fixture(scope="module")
def forms(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_edition.folder_with_new_edition(tmp_path_factory.mktemp("program"))


@pytest.fixture
def new_form(monkeypatch: pytest.MonkeyPatch, forms: Path) -> Form:
    monkeypatch.setattr(form_store, "FORMS", forms)
    return load_form(EDITION)


def workspace(bench: Bench) -> Workspace:
    assert bench.window.workspace is not None
    return bench.window.workspace


def requests(bench: Bench) -> TablePanel:
    workspace(bench).show_section("requests")
    page = workspace(bench).by_section["requests"]
    assert page.table is not None
    return page.table


def type_figure(panel: TablePanel, key: str, figure: str) -> None:
    panel.view.go_to(key)
    panel.view.setFocus()
    QTest.keyClicks(panel.view, figure)
    editor = panel.view.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.qWait(0)


def draft(bench: Bench, edition: str) -> None:
    """Begin the report on the new edition's first year from a report of the year before."""
    last = ready_report(load_form(edition))
    last.year = YEAR - 1
    last.tables["requests"]["carried_forward.natural_person"] = 2
    title = last.form.title.format(year=last.year)
    bench.open(Report(last.form, last.organization, last.year, title, tables=last.tables))
    in_dialog(bench.window, NewFromLastDialog, lambda dialog: dialog.year.setValue(YEAR))
    in_dialog(bench.window, NotesDialog, lambda _: None)
    bench.messages.answer = "discard"
    bench.window.actions_.new_from_last.trigger()
    bench.wait_for_work()


@pytest.mark.parametrize("edition", ["2019", "2021", EDITION])
def test_a_draft_shows_the_new_row_and_column(bench: Bench, new_form: Form, edition: str) -> None:
    draft(bench, edition)
    report = bench.document.report
    assert report.form is new_form
    panel = requests(bench)
    shown = {
        str(panel.model.index(cell.row, cell.column).data())
        for cell in panel.model.table.grid
        if not cell.key
    }
    assert {ROW_LABEL, COLUMN_LABEL} <= shown
    assert panel.model.index_of(CARRIED).data() == "2"
    assert last_and_change(report, "requests", CARRIED) == ("0", "+2")
    assert last_and_change(report, "requests", NEW) == ("0" if edition == EDITION else "", "")


def test_the_strip_the_findings_and_last_year_follow_the_new_column(
    bench: Bench, new_form: Form
) -> None:
    draft(bench, "2021")
    panel = requests(bench)
    (strip,) = panel.balances
    type_figure(panel, NEW, "3")
    column = next(item for item in strip.balances() if item.column.key == COLUMN)
    assert strip.sentence(column) == f"{COLUMN_LABEL}：收（一＋二）＝0，办（三＋四）＝3，办多3"
    findings = workspace(bench).findings
    rest = (key for key in panel.model.table.inputs if key.endswith(f".{COLUMN}") and key != NEW)
    bench.document.push(set_cells("填0", "requests", [(key, 0) for key in rest]))
    bench.bot.waitUntil(
        lambda: any(COLUMN_LABEL in item.finding.message for _, item in findings.list.entries())
    )
    type_figure(panel, f"new_received.{COLUMN}", "3")
    column = next(item for item in strip.balances() if item.column.key == COLUMN)
    assert strip.sentence(column) == f"{COLUMN_LABEL}：收（一＋二）＝3，办（三＋四）＝3，平"
    panel.last_year_button.click()
    panel.grab()
    seen = in_dialog(bench.window, PreviousDialog, lambda _: None)
    bench.window.report_actions.previous.trigger()
    assert [dialog.tabs.count() for dialog in seen] == [4]


def test_a_blank_report_is_of_the_edition_of_its_year(bench: Bench, new_form: Form) -> None:
    bench.messages.answer = "discard"
    for year, edition in ((YEAR, EDITION), (2025, "2021"), (2020, "2019")):
        in_dialog(bench.window, NewReportDialog, partial(_choose, year))
        bench.window.actions_.new.trigger()
        assert bench.document.report.form.edition == edition


def test_a_paper_of_either_edition_is_taken_over(bench: Bench, new_form: Form) -> None:
    bench.messages.answer = "discard"
    for form in (new_form, load_form("2021")):
        path = bench.folder / f"{form.edition}.html"
        export_report(ready_report(form), path)
        in_dialog(bench.window, ImportReviewDialog, _take)
        bench.window.files.open_path(path)
        bench.wait_for_work()
        assert bench.document.report.form is form


def _choose(year: int, dialog: NewReportDialog) -> None:
    dialog.year.setValue(year)


def _take(dialog: ImportReviewDialog) -> None:
    button = dialog.findChild(QPushButton, Use.THIS_YEAR.name)
    assert isinstance(button, QPushButton)
    button.click()


def test_a_report_is_made_final_and_kept(bench: Bench, new_form: Form) -> None:
    bench.open(ready_report(new_form))
    bench.files.to_save = bench.folder / "a.nianbao"
    bench.messages.after_final = "save"
    in_dialog(bench.window, FinalDialog, lambda _: None)
    bench.window.sign_off.final.trigger()
    bench.wait_for_work()
    kept = load_report(bench.folder / "a.nianbao")
    assert kept.form is new_form
    assert kept.sign_off.is_locked

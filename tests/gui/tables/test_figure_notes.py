from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTextBrowser

from dialog_clicks import in_dialog
from exporters.report_blocks import report_blocks
from exporters.writing import export_report
from gui.dialogs.figure_source_dialog import FigureSourceDialog
from gui.dialogs.notes_dialog import NotesDialog
from gui.panels.table_panel import TablePanel
from gui_bench import Bench
from model.report.acknowledged import Acknowledged
from model.report.edits import apply
from model.report.figure_sources import USUAL, known_sources, note_edit, sources_listed
from model.report.report import Report
from model.report.rollover import start_draft
from sample_reports import sample_report
from storage.report_file import load_report


def table_panel(bench: Bench, key: str = "granted.natural_person") -> TablePanel:
    workspace = bench.window.workspace
    assert workspace is not None
    workspace.show_section("requests")
    panel = workspace.page().table
    assert panel is not None
    panel.view.go_to(key)
    return panel


def note(bench: Bench, words: str, *, cells_only: bool = False) -> list[FigureSourceDialog]:
    def fill(dialog: FigureSourceDialog) -> None:
        if cells_only:
            dialog.cells_only.setChecked(True)
        dialog.note.setEditText(words)

    seen = in_dialog(bench.window, FigureSourceDialog, fill)
    bench.window.report_actions.note_source.trigger()
    return seen


def test_a_row_is_noted_in_one_step_and_kept_in_the_file(bench: Bench) -> None:
    path = bench.folder / "a.nianbao"
    bench.open(sample_report(), path)
    table_panel(bench)
    note(bench, " 司法所　张三 ")
    report = bench.document.report
    assert report.figure_sources == {"requests": {"granted": "司法所 张三"}}
    assert report.figure_source("requests", "granted.other_organization") == "司法所 张三"
    assert "予以公开" in bench.document.stack.undoText()
    bench.window.files.save()
    bench.wait_for_work()
    assert load_report(path).figure_source("requests", "granted.total") == "司法所 张三"
    bench.window.actions_.undo.trigger()
    assert report.figure_source("requests", "granted.total") == ""


def test_a_cell_goes_before_its_row(bench: Bench) -> None:
    bench.open(sample_report())
    table_panel(bench)
    note(bench, "司法所")
    note(bench, "申请台账", cells_only=True)
    report = bench.document.report
    assert report.figure_source("requests", "granted.natural_person") == "申请台账"
    assert report.figure_source("requests", "granted.commercial_enterprise") == "司法所"
    seen = note(bench, "")
    assert seen[0].cells_only.isChecked()
    assert report.figure_source("requests", "granted.natural_person") == "司法所"


def test_several_rows_are_noted_at_once(bench: Bench) -> None:
    bench.open(sample_report())
    view = table_panel(bench, "new_received.natural_person").view
    selection = view.selectionModel()
    below = view.form_model.index_of("carried_over.commercial_enterprise")
    selection.select(below, selection.SelectionFlag.Select)
    seen = note(bench, "党政办")
    assert seen[0].whole_row.text() == "所选 2 行，整行"
    assert seen[0].cells_only.text() == "只是所选的 2 格"
    noted = bench.document.report.figure_sources["requests"]
    assert noted == {"new_received": "党政办", "carried_over": "党政办"}
    bench.document.stack.undo()
    assert not bench.document.report.figure_sources["requests"]


def test_earlier_notes_are_offered_first(bench: Bench) -> None:
    report = sample_report()
    report.figure_sources = {
        "requests": {"granted": "信访办", "carried_over": "信访办", "new_received": "财政所"}
    }
    assert known_sources(report)[:3] == ("信访办", "财政所", "司法所")
    assert sorted(known_sources(report)) == sorted({*USUAL, "信访办"})


def test_a_note_that_is_the_same_is_no_step() -> None:
    report = sample_report()
    table = report.form.table("requests")
    apply(report, note_edit(report, table, ("granted",), "司法所"))
    assert note_edit(report, table, ("granted",), "司法所").changes == ()
    assert note_edit(report, table, ("carried_over",), "").changes == ()


def test_a_part_without_a_table_says_so(bench: Bench) -> None:
    bench.open(sample_report())
    assert bench.window.workspace is not None
    bench.window.workspace.show_section("overview")
    bench.window.report_actions.note_source.trigger()
    assert "没有表格" in bench.window.statusBar().currentMessage()


def test_the_right_button_on_a_cell_offers_the_note(bench: Bench) -> None:
    bench.open(sample_report())
    view = table_panel(bench).view
    assert view.contextMenuPolicy() == Qt.ContextMenuPolicy.ActionsContextMenu
    assert bench.window.report_actions.note_source in view.actions()


def test_the_list_says_who_is_asked_for_what(bench: Bench) -> None:
    report = sample_report()
    report.figure_sources = {
        "requests": {"granted": "司法所", "partly_granted.natural_person": "司法所"},
        "review": {"reconsideration": "司法所"},
        "proactive_disclosure": {"fees": "财政所"},
    }
    listed = dict(sources_listed(report))
    assert listed["财政所"] == ("第二部分表格：「行政事业性收费」整行",)
    assert listed["司法所"] == (
        "第三部分表格：「（一）予以公开」整行",
        "第三部分表格：「（二）部分公开」的「自然人」",
        "第四部分表格：「行政复议」整行",
    )
    missing = listed["还没有注明来源的"]
    assert [line.split("还有")[0] for line in missing] == [t.name for t in report.form.tables]
    assert missing[1] == "第三部分表格还有22行"
    assert missing[2] == "第四部分表格还有2行：未经复议直接起诉、复议后起诉"
    bench.open(report)
    seen = in_dialog(bench.window, NotesDialog, lambda dialog: None)
    bench.window.report_actions.list_sources.trigger()
    assert "第二部分表格：「行政事业性收费」整行" in seen[0].plain_text()
    assert seen[0].findChildren(QLabel)
    assert seen[0].findChildren(QTextBrowser)


def test_next_year_keeps_the_notes() -> None:
    report = sample_report()
    report.figure_sources = {"requests": {"granted": "司法所"}}
    draft = start_draft(report).report
    assert draft.figure_source("requests", "granted.natural_person") == "司法所"


def written_words(path: Path) -> str:
    """Return all that the parts of a packed file say."""
    with zipfile.ZipFile(path) as package:
        return "".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())


def noted_report() -> Report:
    report = sample_report()
    report.figure_sources = {
        "requests": {"granted": "暗号甲", "granted.natural_person": "暗号乙"},
        "review": {"reconsideration": "暗号丙"},
    }
    report.acknowledged = (Acknowledged("text-fee", "暗号丁", section="other_matters"),)
    report.notes = ("暗号戊",)
    return report


@pytest.mark.parametrize("extension", [".docx", ".xlsx"])
def test_no_export_holds_notes_or_reasons(extension: str, tmp_path: Path) -> None:
    path = tmp_path / f"a{extension}"
    export_report(noted_report(), path)
    words = written_words(path)
    assert "2023" in words
    assert "暗号" not in words


def test_nothing_of_them_is_handed_to_any_writer() -> None:
    assert "暗号" not in repr(list(report_blocks(noted_report())))

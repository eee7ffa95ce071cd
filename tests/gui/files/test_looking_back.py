"""Versions of a file: named, compared with now, and brought back as a change."""

from __future__ import annotations

from pathlib import Path

import pytest

from dialog_clicks import in_dialog
from final_reports import ready_report
from gui.dialogs.versions_dialog import SAME, UNREADABLE, VersionsDialog
from gui_bench import Bench
from model.form.form import Form
from model.report.edits import Edit, TextChange, set_cells
from storage.report_file import load_report, save_report


@pytest.fixture
def path(bench: Bench, form: Form) -> Path:
    """Return a file that was opened, changed in a figure and a sentence, and saved."""
    path = bench.folder / "甲.nianbao"
    save_report(ready_report(form), path)
    bench.window.files.load(path)
    bench.wait_for_work()
    bench.document.push(set_cells("填", "requests", [("granted.natural_person", 4)]))
    bench.document.push(Edit("改", (TextChange("problems", "改过的一段。"),)))
    bench.window.files.save()
    bench.wait_for_work()
    bench.window.files.desk.finish()
    return path


def test_a_version_is_named_compared_and_brought_back(bench: Bench, path: Path) -> None:
    lines: list[str] = []

    def act(dialog: VersionsDialog) -> None:
        lines.extend([dialog.list.item(row).text() for row in range(dialog.list.count())])
        assert [dialog.found.item(0).text()] == [SAME]
        assert not dialog.restore_button.isEnabled()
        dialog.list.setCurrentRow(1)
        lines.extend([dialog.found.item(row).text() for row in range(dialog.found.count())])
        dialog.restore_button.click()

    in_dialog(bench.window, VersionsDialog, act)
    bench.window.actions_.versions.trigger()
    bench.wait_for_work()
    assert "草稿" in lines[0]
    assert "等 2 处" in lines[0]
    assert any("这个版本是0，现在是4" in line for line in lines)
    assert any("「改过的一段。」" in line for line in lines)
    document = bench.document
    assert document.report.value("requests", "granted.natural_person") == 0
    assert document.report.sections["problems"] == "宣传不够，将加强宣传。"
    assert document.path == path
    assert document.is_modified
    assert load_report(path).sections["problems"] == "改过的一段。"
    document.undo()
    assert document.report.value("requests", "granted.natural_person") == 4
    assert not document.is_modified


def test_a_version_opens_as_a_report_of_its_own(bench: Bench, path: Path) -> None:
    def act(dialog: VersionsDialog) -> None:
        dialog.list.setCurrentRow(1)
        dialog.open_button.click()

    in_dialog(bench.window, VersionsDialog, act)
    bench.window.files.show_versions()
    bench.wait_for_work()
    assert bench.document.path is None
    assert bench.document.is_modified
    assert bench.document.report.sections["problems"] == "宣传不够，将加强宣传。"
    assert load_report(path).sections["problems"] == "改过的一段。"


def test_a_version_that_is_damaged_is_said_to_be(bench: Bench, path: Path) -> None:
    bench.window.files.desk.versions.of(path)[1].file.write_bytes(b"{")
    said: list[str] = []

    def act(dialog: VersionsDialog) -> None:
        dialog.list.setCurrentRow(1)
        said.append(dialog.found.item(0).text())
        assert not dialog.open_button.isEnabled()
        dialog.reject()

    in_dialog(bench.window, VersionsDialog, act)
    bench.window.files.show_versions()
    bench.wait_for_work()
    assert said == [UNREADABLE]
    assert bench.document.path == path


def test_without_versions_that_is_said(bench: Bench) -> None:
    listed: list[int] = []

    def act(dialog: VersionsDialog) -> None:
        listed.append(dialog.list.count())
        dialog.reject()

    in_dialog(bench.window, VersionsDialog, act)
    bench.window.files.show_versions()
    bench.wait_for_work()
    assert listed == [0]

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

import text_layouts
from dialog_clicks import in_dialog
from gui.dialogs.import_review_dialog import ImportReviewDialog, Use
from gui.files.misfits import misfits
from gui_bench import Bench
from model.report import Report
from sample_reports import sample_report
from storage.report_file import load_report, save_report


@pytest.fixture
def this_year() -> Report:
    """This year's report, with figures that do not follow from last year's."""
    report = sample_report()
    report.year = 2024
    report.title = "2024年政府信息公开工作年度报告"
    return report


@pytest.fixture
def last_file(tmp_path: Path) -> Path:
    path = tmp_path / "上年.nianbao"
    save_report(sample_report(), path)
    return path


def attach(bench: Bench, path: Path) -> None:
    bench.files.to_open = path
    bench.window.report_actions.attach.trigger()
    bench.settle()


def codes(bench: Bench) -> set[str]:
    return {finding.code for finding in bench.document.findings}


def press(dialog: ImportReviewDialog, use: Use) -> None:
    button = dialog.findChild(QPushButton, use.name)
    assert isinstance(button, QPushButton)
    button.click()


def test_attaching_is_one_step_that_the_checks_use(
    bench: Bench, this_year: Report, last_file: Path
) -> None:
    bench.open(this_year)
    assert "carried-over-mismatch" not in codes(bench)
    attach(bench, last_file)
    previous = bench.document.report.previous
    assert previous is not None
    assert (previous.organization, previous.year) == ("青山县红星镇人民政府", 2023)
    assert bench.messages.asked == []
    assert "青山县红星镇人民政府2023年" in bench.window.statusBar().currentMessage()
    assert "carried-over-mismatch" in codes(bench)
    bench.document.stack.undo()
    assert bench.document.report.previous is None
    assert "carried-over-mismatch" not in codes(bench)


def test_what_is_attached_is_saved_and_can_be_taken_off(
    bench: Bench, this_year: Report, last_file: Path
) -> None:
    path = bench.folder / "本年.nianbao"
    bench.open(this_year, path)
    actions = bench.window.report_actions
    assert not actions.remove.isEnabled()
    attach(bench, last_file)
    bench.window.files.save()
    bench.settle()
    previous = load_report(path).previous
    assert previous is not None
    assert previous.value("requests", "carried_forward.natural_person") == 4
    assert actions.remove.isEnabled()
    actions.remove.trigger()
    assert bench.document.report.previous is None
    assert not actions.remove.isEnabled()
    bench.window.actions_.undo.trigger()
    assert bench.document.report.previous == previous
    assert last_file.exists()


@pytest.mark.parametrize("will_attach", [True, False])
def test_a_report_of_another_year_or_unit_is_asked_about(
    bench: Bench, this_year: Report, last_file: Path, will_attach: bool
) -> None:
    this_year.year, this_year.organization = 2026, "白水县清泉乡人民政府"
    bench.open(this_year)
    bench.messages.will_attach = will_attach
    attach(bench, last_file)
    asked = bench.messages.asked[0]
    assert "2023年" in asked
    assert "上年应是2025年" in asked
    assert "白水县清泉乡人民政府" in asked
    assert (bench.document.report.previous is not None) == will_attach


@pytest.mark.parametrize(
    ("name", "last", "fits"),
    [
        ("红星镇人民政府", "青山县红星镇人民政府", True),
        ("亚沟街道", "亚沟街道办事处", True),
        ("红星镇 人民政府", "红星镇政府", True),
        ("", "红星镇人民政府", True),
        ("红星镇人民政府", "东风镇人民政府", False),
        ("红星镇人民政府", "", False),
    ],
)
def test_units_are_compared_by_their_own_words(name: str, last: str, fits: bool) -> None:
    one = replace(sample_report(), organization=name, year=2024)
    other = replace(sample_report(), organization=last)
    assert (misfits(one, other) == ()) == fits


def test_a_year_that_is_not_known_is_told_of_the_last_only() -> None:
    last = sample_report()
    assert misfits(replace(last, year=None), last) == ()
    assert "哪一年" in misfits(replace(last, year=2024), replace(last, year=None))[0]


def doubtful_text(folder: Path) -> Path:
    text = text_layouts.report_text(sample_report(), text_layouts.tabbed_cells)
    path = folder / "上年.txt"
    path.write_text(text.replace("\t2.重复申请\n\t/\n", "\t2.重复申请\n\t约3\n"), encoding="utf-8")
    return path


def test_a_doubtful_file_is_reviewed_and_corrected_before_it_is_attached(
    bench: Bench, this_year: Report
) -> None:
    def correct(dialog: ImportReviewDialog) -> None:
        assert dialog.findChild(QPushButton, Use.THIS_YEAR.name) is None
        item = dialog.doubts.item(0, 2)
        assert item is not None
        item.setText("3")
        press(dialog, Use.ATTACH)

    bench.open(this_year)
    in_dialog(bench.window, ImportReviewDialog, correct)
    attach(bench, doubtful_text(bench.folder))
    previous = bench.document.report.previous
    assert previous is not None
    assert previous.value("requests", "unprocessed_repeated.natural_person") == 3
    assert bench.document.report is this_year


def test_an_opened_foreign_file_can_be_attached_instead(bench: Bench, this_year: Report) -> None:
    own = bench.folder / "本年.nianbao"
    bench.open(this_year, own)
    in_dialog(bench.window, ImportReviewDialog, lambda dialog: press(dialog, Use.ATTACH))
    bench.window.files.open_path(doubtful_text(bench.folder))
    bench.settle()
    assert bench.document.path == own
    assert bench.document.report.previous is not None


def test_attaching_is_not_offered_while_no_report_is_open(bench: Bench) -> None:
    assert not bench.window.report_actions.attach.isEnabled()
    seen = in_dialog(bench.window, ImportReviewDialog, lambda dialog: None)
    bench.window.files.open_path(doubtful_text(bench.folder))
    bench.settle()
    assert seen[0].findChild(QPushButton, Use.ATTACH.name) is None


def test_a_file_that_cannot_be_read_leaves_last_year_as_it_was(
    bench: Bench, this_year: Report, last_file: Path
) -> None:
    bench.open(this_year)
    attach(bench, last_file)
    before = bench.document.report.previous
    broken = bench.folder / "坏.nianbao"
    broken.write_text("{", encoding="utf-8")
    attach(bench, broken)
    assert "坏.nianbao" in bench.messages.told[0]
    assert bench.document.report.previous is before

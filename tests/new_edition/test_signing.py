"""A report of the new edition made final, kept, compared with what was signed, and printed."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporters.sign_off_blocks import SHEET_TITLE, SignOffCopy
from exporters.writing import export_report
from final_reports import final_report, ready_report
from importers.readers.word.docx_reader import read_docx
from model.checks import run_checks
from model.form.form import Form
from model.report.edits import apply, set_cells, zero_fill
from model.signing.code import matches_signed, verification_code
from model.signing.differences import differences
from model.signing.final import obstacles
from new_edition import EDITION, FIGURE
from report_sources import open_report
from storage.errors import FileProblem
from storage.form_store import load_form
from storage.report_file import load_report, save_report

TABLE, KEY = FIGURE.split("/")


def test_the_new_cell_keeps_a_report_from_being_final(form: Form) -> None:
    report = ready_report(form)
    assert obstacles(report, run_checks(report)) == ()
    apply(report, set_cells("", TABLE, [(KEY, None)]))
    (obstacle,) = obstacles(report, run_checks(report))
    assert obstacle.cell == (TABLE, KEY)
    apply(report, zero_fill(report, TABLE))
    assert obstacles(report, run_checks(report)) == ()


def test_the_code_is_of_the_new_cell_too(form: Form, tmp_path: Path) -> None:
    path = tmp_path / "a.nianbao"
    save_report(final_report(form), path)
    signed = load_report(path)
    assert signed.form is form
    assert matches_signed(signed) is True
    other = load_report(path)
    apply(other, set_cells("", TABLE, [(KEY, 1)]))
    assert matches_signed(other) is False
    (sentence,) = differences(signed, other)
    assert "「（三）不予公开9.属于涉外事项」的「社会团体」：签字的是0，文件里是1" in sentence


def test_reports_of_two_editions_are_never_the_same(form: Form) -> None:
    signed, other = ready_report(form), ready_report(load_form("2021"))
    assert verification_code(signed) != verification_code(other)
    assert list(differences(signed, other)) == ["两份报告用的不是同一版格式。"]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("extension", [".docx", ".pdf"])
def test_the_copy_for_signing_is_written_and_read_again(
    form: Form, extension: str, tmp_path: Path
) -> None:
    report = final_report(form)
    path = tmp_path / f"a{extension}"
    export_report(report, path, signed_copy=SignOffCopy())
    found = open_report(path).report
    assert found.form is form
    assert found.tables == report.tables
    if extension == ".docx":
        texts = [paragraph.text for paragraph in read_docx(path).paragraphs]
        assert SHEET_TITLE in texts


def test_a_file_of_an_edition_that_is_not_carried_is_refused_by_name(
    form: Form, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "甲镇.nianbao"
    save_report(ready_report(form), path)
    monkeypatch.undo()
    with pytest.raises(FileProblem) as problem:
        load_report(path)
    assert str(problem.value).startswith(f"「甲镇.nianbao」用的是「{EDITION}」版格式")
    assert "只有「2019」「2021」" in str(problem.value)
    assert "升级" in str(problem.value)

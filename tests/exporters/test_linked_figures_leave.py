"""A report with figures that follow the tables leaves the program as one without links does."""

from __future__ import annotations

from pathlib import Path

import pytest

from exporters.report_blocks import report_blocks
from exporters.writing import clipboard_formats, export_report
from linked_reports import much_linked_report
from model.report.edits import Edit, LinksChange, apply
from model.report.report import Report
from report_sources import open_report


def without_links() -> Report:
    report = much_linked_report()
    apply(report, Edit("", (LinksChange(()),)))
    return report


def test_what_is_written_is_the_same_with_links_and_without() -> None:
    assert report_blocks(much_linked_report()) == report_blocks(without_links())
    assert clipboard_formats(much_linked_report()) == clipboard_formats(without_links())


@pytest.mark.parametrize("extension", [".docx", ".html", ".txt"])
def test_what_comes_back_has_the_rendered_texts_and_no_links(
    tmp_path: Path, extension: str
) -> None:
    report = much_linked_report()
    export_report(report, tmp_path / f"甲{extension}")
    back = open_report(tmp_path / f"甲{extension}").report
    assert back.sections["overview"] == report.sections["overview"]
    assert back.links == ()

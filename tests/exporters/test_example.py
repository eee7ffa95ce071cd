"""The example in the documentation is a sound report, and its files are those of its source."""

from __future__ import annotations

from pathlib import Path

import pytest

from file_kinds import TARGET_KINDS
from model.checks import Level, run_checks
from report_sources import open_report

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "example"


def test_the_source_has_no_error_and_no_doubt() -> None:
    findings = run_checks(open_report(FOLDER / "report.nianbao").report)
    assert [f.message for f in findings if f.level is not Level.HINT] == []


@pytest.mark.parametrize("extension", [extensions[0] for _, extensions in TARGET_KINDS])
def test_each_file_holds_the_report(extension: str) -> None:
    truth = open_report(FOLDER / "report.nianbao").report
    found = open_report(FOLDER / f"report{extension}").report
    assert found.tables == truth.tables
    assert (found.organization, found.title) == (truth.organization, truth.title)
    if extension != ".pdf":  # its lines are broken where the paper ends
        assert found.sections == truth.sections

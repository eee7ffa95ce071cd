from __future__ import annotations

import pytest

from clean_reports import REPORTS, CleanReport
from model.checks import run_checks


@pytest.mark.parametrize("clean", REPORTS, ids=lambda clean: clean.organization)
def test_a_clean_report_has_no_finding(clean: CleanReport) -> None:
    found = run_checks(clean.report())
    assert [(finding.code, finding.quote, finding.message) for finding in found] == []

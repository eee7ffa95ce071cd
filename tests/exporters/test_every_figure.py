"""Every figure is found again, read with another library than the one that wrote it.

`scripts/verify_exports.py` does the same for 200 reports.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from exporters.writing import export_report
from figures_elsewhere import (
    Figures,
    counted_figures,
    docx_figures,
    html_figures,
    printed_figures,
    recalculated_figures,
    txt_figures,
)
from model.form.table import Table
from office import needs_office
from random_reports import random_report

Read = Callable[[Path, Sequence[Table]], Figures]
SEEDS = range(300, 304)


@pytest.mark.parametrize(
    ("extension", "read"), [(".docx", docx_figures), (".html", html_figures), (".txt", txt_figures)]
)
def test_every_figure_is_found_again(tmp_path: Path, extension: str, read: Read) -> None:
    for seed in SEEDS:
        report = random_report(seed)
        path = tmp_path / f"{seed}{extension}"
        export_report(report, path)
        assert read(path, report.form.tables) == printed_figures(report)


@needs_office
def test_every_figure_is_found_again_after_recalculation(tmp_path: Path) -> None:
    reports = [random_report(seed) for seed in SEEDS]
    paths = [tmp_path / f"{seed}.xlsx" for seed in SEEDS]
    for report, path in zip(reports, paths, strict=True):
        export_report(report, path)
    found = recalculated_figures(paths, reports[0].form.tables, tmp_path)
    assert list(found) == [counted_figures(report) for report in reports]

"""Writes generated reports and looks for every figure in them with other libraries.

Workbooks are calculated anew by LibreOffice, all in one call, before they are read.

Usage: .venv/bin/python scripts/verify_exports.py [number of reports]
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import source_roots  # noqa: F401
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
from model.report.report import Report
from random_reports import random_report
from report_sources import open_report

READERS = {".docx": docx_figures, ".html": html_figures, ".txt": txt_figures}


def differences(found: Figures, wanted: Figures) -> int:
    """Return how many figures differ."""
    return sum(found.get(place) != value for place, value in wanted.items())


def lost_on_the_way_back(path: Path, report: Report) -> int:
    """Return how many figures and texts our own readers do not give back."""
    opened = open_report(path).report
    tables = [
        opened.value(t.key, key) != report.value(t.key, key)
        for t in report.form.tables
        for key in t.keys
    ]
    texts = [opened.sections[key] != text for key, text in report.sections.items()]
    return sum(tables) + sum(texts)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    reports = [random_report(seed) for seed in range(count)]
    forms = reports[0].form.tables
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for extension, read in READERS.items():
            wrong = lost = 0
            for seed, report in enumerate(reports):
                path = folder / f"{seed}{extension}"
                export_report(report, path)
                wrong += differences(read(path, forms), printed_figures(report))
                lost += lost_on_the_way_back(path, report)
            print(f"{extension}: {wrong} figures differ, {lost} lost on the way back", flush=True)
        paths = [folder / f"{seed}.xlsx" for seed in range(count)]
        for report, path in zip(reports, paths, strict=True):
            export_report(report, path)
        found = recalculated_figures(paths, forms, folder)
        pairs = zip(found, reports, strict=True)
        wrong = sum(differences(figures, counted_figures(report)) for figures, report in pairs)
        print(f".xlsx recalculated: {wrong} figures differ")
        print(f"{count} reports of {len(printed_figures(reports[0]))} figures each")


if __name__ == "__main__":
    main()

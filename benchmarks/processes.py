"""Whole processes held against the office program that does the same, where it is installed."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from comparing import ROOT, Comparison, run_process, timed
from exporters.writing import export_report
from sample_reports import sample_report


def comparisons(folder: Path) -> list[Comparison]:
    """Return the way from a Word file to a PDF file, or nothing where there is no other program."""
    office = shutil.which("soffice")
    if office is None:
        return []
    word = folder / "丙.docx"
    export_report(sample_report(), word)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    other = (office, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, word)
    own = (sys.executable, ROOT / "main.py", "convert", word, folder / "自己.pdf")
    return [
        Comparison(
            "docx 转 pdf 的整个进程 ÷ LibreOffice",
            timed(lambda: run_process(own, folder)),
            timed(lambda: run_process(other, folder)),
            share=0.3,
        )
    ]

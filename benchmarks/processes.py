"""Whole processes held against the office program that does the same, where it is installed."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from comparing import ROOT, Comparison, run_process, timed
from exporters.writing import export_report
from sample_reports import sample_report

FILES = 60
"""Enough that starting decides little, and few enough that the other program comes to an end."""


def comparisons(folder: Path) -> list[Comparison]:
    """Return a Word file made a PDF file, and a folder checked; nothing without another program."""
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
            limit=0.3,
            share=0.3,
        ),
        _folder(folder, (office, profile, "--headless", "--convert-to", "txt:Text")),
    ]


def _folder(folder: Path, other: tuple[str, ...]) -> Comparison:
    """Return a folder of reports checked, held against the other program reading their texts."""
    place, texts = folder / "许多份", folder / "文字"
    place.mkdir()
    for number in range(FILES):
        report = sample_report()
        report.organization = f"第{number}镇人民政府"
        export_report(report, place / f"{number:03}.docx")
    files = sorted(place.iterdir())
    own = (sys.executable, ROOT / "main.py", "check", "--json", place)
    return Comparison(
        f"检查一个文件夹里的{FILES}份 docx ÷ LibreOffice 转成文字",
        timed(lambda: run_process(own, folder, statuses=(0, 1))),
        timed(lambda: run_process((*other, "--outdir", texts, *files), folder)),
        limit=0.1,
        share=0.1,
    )

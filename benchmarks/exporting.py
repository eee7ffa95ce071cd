"""How long writing takes, as ratios measured in turn in one run.

A Word file against saving the library's empty document; a workbook against bare tables of that
size, without looks, formulas or texts; the whole process that turns a Word file into a PDF file
against the office program that does the same.

Usage: .venv/bin/python benchmarks/exporting.py [rounds]
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [
    str(ROOT),
    str(ROOT / "io"),
    str(ROOT / "tests" / "support"),
    str(ROOT / "benchmarks"),
]

from docx import Document  # noqa: E402
from openpyxl import Workbook  # noqa: E402
from reading import ratio  # noqa: E402

from exporters.writing import export_report  # noqa: E402
from model.report.report import Report  # noqa: E402
from sample_reports import sample_report  # noqa: E402

KEEPS_NOTHING = "PYTHONDONTWRITEBYTECODE"

Task = Callable[[], object]


def empty_document(path: Path) -> None:
    """Save an empty document."""
    Document().save(str(path))


def bare_tables(report: Report, path: Path) -> None:
    """Save a workbook with as many rows and columns as the report's tables have."""
    workbook = Workbook()
    for table in report.form.tables:
        sheet = workbook.create_sheet(table.name)
        for _ in range(table.grid_rows):
            sheet.append([0] * len(table.widths))
    workbook.save(path)


def comparisons(report: Report, folder: Path) -> dict[str, tuple[Task, Task]]:
    """Return what is compared with what, by name."""
    return {
        "docx / empty document": (
            lambda: export_report(report, folder / "a.docx"),
            lambda: empty_document(folder / "empty.docx"),
        ),
        "xlsx / bare tables": (
            lambda: export_report(report, folder / "a.xlsx"),
            lambda: bare_tables(report, folder / "bare.xlsx"),
        ),
        "html / empty document": (
            lambda: export_report(report, folder / "a.html"),
            lambda: empty_document(folder / "empty.docx"),
        ),
    }


def run(*command: str | Path) -> None:
    """Run a process to its end; Python keeps what it compiled, as it does for its users."""
    settings = {name: value for name, value in os.environ.items() if name != KEEPS_NOTHING}
    subprocess.run(command, check=True, capture_output=True, env=settings)


def whole_processes(report: Report, folder: Path) -> tuple[Task, Task] | None:
    """Return the program's and the office program's way from docx to pdf, if that is installed."""
    office = shutil.which("soffice")
    if office is None:
        return None
    word = folder / "b.docx"
    export_report(report, word)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    to_pdf = ("--headless", "--convert-to", "pdf", "--outdir", folder, word)
    return (
        lambda: run(sys.executable, ROOT / "main.py", "convert", word, folder / "own.pdf"),
        lambda: run(office, profile, *to_pdf),
    )


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    report = sample_report()
    with tempfile.TemporaryDirectory() as folder:
        for name, (task, base) in comparisons(report, Path(folder)).items():
            least, middle, most = ratio(task, base, rounds)
            print(f"{name}: {middle:.2f} (least {least:.2f}, most {most:.2f})")
        processes = whole_processes(report, Path(folder))
        if processes is not None:
            least, middle, most = ratio(*processes, max(3, rounds // 3))
            print(f"docx to pdf / office: {middle:.2f} (least {least:.2f}, most {most:.2f})")


if __name__ == "__main__":
    main()

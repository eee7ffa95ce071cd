"""Readers held against the least that any reader of the format must do."""

from __future__ import annotations

import zipfile
from functools import partial
from pathlib import Path

import pdfplumber
from doc2docx import convert  # type: ignore[import-untyped]
from lxml import etree

from comparing import ROOT, Comparison, timed
from exporters.writing import export_report
from importers.readers.pdf.pdf_reader import read_pdf
from importers.readers.word.doc_reader import read_doc
from importers.readers.word.docx_reader import read_docx
from report_sources import open_report
from sample_reports import sample_report

SAMPLES = ROOT / "tests" / "samples"


def comparisons(folder: Path) -> list[Comparison]:
    """Return the readers of Word files, whole openings of such, old Word files and PDF files."""
    own = folder / "本程序.docx"
    export_report(sample_report(), own)
    others = ("other_word_processor.docx", "web_page_saved_as_word.docx")
    found: list[Comparison] = []
    for path in (own, *(SAMPLES / name for name in others)):
        base = timed(partial(_unzip_and_parse, path))
        name = f"{path.name} ÷ 解压并解析"
        found.append(Comparison(f"读 {name}", timed(partial(read_docx, path)), base))
        found.append(Comparison(f"读并识别 {name}", timed(partial(open_report, path)), base))
    return [*found, _old_word(folder), _pdf()]


def _unzip_and_parse(path: Path) -> object:
    with zipfile.ZipFile(path) as package:
        return etree.fromstring(package.read("word/document.xml"))


def _old_word(folder: Path) -> Comparison:
    doc, target = SAMPLES / "old_word.doc", str(folder / "旧.docx")
    return Comparison(
        "读 doc ÷ 只转换",
        timed(lambda: read_doc(doc)),
        timed(lambda: convert(str(doc), target)),
        share=0.3,
    )


def _pdf() -> Comparison:
    path = SAMPLES / "table_torn_over_pages.pdf"
    return Comparison(
        "读 pdf ÷ 只取出表格",
        timed(lambda: read_pdf(path)),
        timed(lambda: _tables_only(path)),
        share=0.3,
    )


def _tables_only(path: Path) -> object:
    with pdfplumber.open(path) as pdf:
        return [page.extract_tables() for page in pdf.pages]

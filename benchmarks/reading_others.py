"""Readers of the kinds that come less often, held against taking the same bytes apart bare."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

from lxml import etree, html
from openpyxl import load_workbook

from comparing import ROOT, Comparison, timed
from exporters.writing import export_report
from importers.reading import reader_of
from ofd_files import ofd_of_pdf
from sample_reports import sample_report

SAMPLES = ROOT / "tests" / "samples"
TOKEN = re.compile(rb"\\[a-z]+-?\d*|\\'..|[{}]|[^\\{}]+")
"""What any reader of RTF has to tell apart."""


def comparisons(folder: Path) -> list[Comparison]:
    """Return the readers of RTF, OpenDocument, workbooks, OFD files, web pages and plain texts."""
    report = sample_report()
    own = {kind: folder / f"读.{kind}" for kind in ("xlsx", "html", "txt")}
    for path in own.values():
        export_report(report, path)
    ofd = ofd_of_pdf(SAMPLES / "table_torn_over_pages.pdf", folder / "读.ofd")
    odt, ods, rtf = (SAMPLES / f"other_office.{kind}" for kind in ("odt", "ods", "rtf"))
    return [
        _reading("rtf ÷ 只分出记号", rtf, lambda path: TOKEN.findall(path.read_bytes())),
        _reading("odt ÷ 解压并解析", odt, _unzip_and_parse),
        _reading("ods ÷ 解压并解析", ods, _unzip_and_parse),
        _reading("xlsx ÷ 只取出格子", own["xlsx"], _cells),
        _reading("html ÷ 只解析", own["html"], lambda path: html.fromstring(path.read_bytes())),
        _reading("txt ÷ 只分行", own["txt"], lambda path: path.read_text("utf-8").splitlines()),
        _reading("ofd ÷ 解压并解析", ofd, _unzip_and_parse),
    ]


def _reading(name: str, path: Path, bare: Callable[[Path], object]) -> Comparison:
    """Return what the reader takes that knows the file, without recognising a report in it."""
    read = reader_of(path).read
    return Comparison(f"读 {name}", timed(partial(read, path)), timed(partial(bare, path)))


def _unzip_and_parse(path: Path) -> object:
    with zipfile.ZipFile(path) as package:
        names = [name for name in package.namelist() if name.endswith(".xml")]
        return [etree.fromstring(package.read(name)) for name in names]


def _cells(path: Path) -> object:
    workbook = load_workbook(path)
    return [list(sheet.values) for sheet in workbook]

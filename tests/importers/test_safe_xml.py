"""XML of foreign files: nothing declared, nothing fetched, nothing without end."""

from __future__ import annotations

from pathlib import Path

import pytest

import hostile_files as package
from importers.readers.workbook.xlsx_reader import read_xlsx
from importers.safe_xml import MOST_MARKUP, XmlError, XmlTooLargeError, declares_type, parse_xml
from storage.errors import FileProblem

DECLARED = '<?xml version="1.0" encoding="{}"?><!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>'
SHEET = "xl/worksheets/sheet1.xml"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-7"])
def test_no_document_type_is_read_in_any_encoding(encoding: str) -> None:
    with pytest.raises(XmlError):
        parse_xml(DECLARED.format(encoding).encode(encoding))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_document_type_is_seen_before_parsing(encoding: str, tmp_path: Path) -> None:
    data = DECLARED.format(encoding).encode(encoding)
    assert declares_type(data)
    path = package.write_xlsx(tmp_path / "a.xlsx", "")
    package.with_part(path, SHEET, data)
    with pytest.raises(FileProblem, match="已损坏"):
        read_xlsx(path)


@pytest.mark.parametrize(
    "data", [b"", b"<a>", b"text", b"<a/><b/>", b"<a>" * 5000 + b"</a>" * 5000]
)
def test_what_is_no_xml_is_an_error(data: bytes) -> None:
    with pytest.raises(XmlError):
        parse_xml(data)


def test_markup_without_end_is_too_large() -> None:
    with pytest.raises(XmlTooLargeError):
        parse_xml(b"<a>" + b"<b/>" * MOST_MARKUP + b"</a>")


def test_plain_xml_is_read() -> None:
    assert parse_xml("<a b='1'>甲&amp;</a>".encode()).text == "甲&"

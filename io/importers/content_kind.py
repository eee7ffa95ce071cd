"""What a file is by its content, whatever its extension says."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

from importers.readers.ole_names import OLE_START, root_names
from storage.errors import FileProblem, unreadable

MOST_BYTES = 200_000_000
_HEAD = 8192
_ZIP_START = b"PK\x03\x04"
_MARKS = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be", b"\xef\xbb\xbf": "utf-8"}
_HTML = re.compile(
    r"(?:\s|<\?xml[^>]*>|<!--.*?-->|<!\[[^>]*\]>)*"
    r"<(?:!doctype\s+html|(?:html|head|body|meta|title|style|table|div|p|span|font|center)[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_MAIL = re.compile(
    r"\s*(?:mime-version|from|content-type|subject|date|x-[\w-]+|snapshot-content-location):"
    r".*?content-type:\s*(?:multipart/related|text/html|multipart/alternative)",
    re.IGNORECASE | re.DOTALL,
)
_MAIL_ALONE = re.compile(r"\s*content-type:\s*(?:multipart/related|text/html)", re.IGNORECASE)
_WORD_XML = re.compile(r"<\?mso-application\s+progid=|<w:wordDocument|<pkg:package", re.IGNORECASE)
_OLE = (
    ("encryptedpackage", "encrypted"),
    ("worddocument", "doc"),
    ("workbook", "xls"),
    ("book", "xls"),
)


def content_kind(path: Path) -> str:
    """Return the kind of a file: docx, xlsx, doc, xls, pdf, html, mhtml, rtf, text and so on.

    Kinds that no program reads here are named too: encrypted, ole, zip, odf, word_xml, empty;
    "" is anything else. FileProblem if the file cannot be read.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FileProblem(f"「{path.name}」太大，不像一份年度报告，请确认选对了文件。")
        with path.open("rb") as file:
            head = file.read(_HEAD)
        if head.startswith(OLE_START):
            return _ole_kind(path.read_bytes())
        if head.startswith(_ZIP_START):
            return _zip_kind(path)
    except OSError as error:
        raise unreadable(path, error) from error
    return kind_of_head(head)


def kind_of_head(head: bytes) -> str:
    """Return the kind that the first bytes of a file without a container show."""
    if not head.strip():
        return "empty"
    # Some programs put a few bytes before the mark of a PDF, which readers put up with.
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.lstrip().startswith(b"{\\rtf"):
        return "rtf"
    return _text_kind(head)


def _text_kind(head: bytes) -> str:
    encoding = next((name for mark, name in _MARKS.items() if head.startswith(mark)), "latin-1")
    text = head.decode(encoding, "ignore").lstrip("\ufeff")
    if "\0" in text:
        return ""
    if _HTML.match(text):
        return "html"
    if _WORD_XML.search(text):
        return "word_xml"
    if _MAIL.match(text) or _MAIL_ALONE.match(text):
        return "mhtml"
    return "text"


def _ole_kind(data: bytes) -> str:
    names = root_names(data)
    return next((kind for name, kind in _OLE if name in names), "ole")


def _zip_kind(path: Path) -> str:
    """Return the kind of a package by the folders and marks in it."""
    try:
        with zipfile.ZipFile(path) as package:
            names = set(package.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError):
        return "zip"
    if "[Content_Types].xml" in names:
        for folder, kind in (("word/", "docx"), ("xl/", "xlsx")):
            if any(name.lower().startswith(folder) for name in names):
                return kind
    return "odf" if {"mimetype", "content.xml"} <= names else "zip"

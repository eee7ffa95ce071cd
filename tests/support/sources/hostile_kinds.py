"""Files of OpenDocument, RTF, flat XML and CSV made to fill the memory or to run for ever."""

from __future__ import annotations

import zipfile
from pathlib import Path

_NS = "".join(
    f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "text", "table", "style")
)
_ODT = "application/vnd.oasis.opendocument.text"
_ODS = "application/vnd.oasis.opendocument.spreadsheet"
_W = "http://schemas.microsoft.com/office/word/2003/wordml"


def odf_xml(body: str, styles: str = "", root: str = "document-content", prolog: str = "") -> str:
    """Return an OpenDocument part or flat document with this body."""
    return (
        f"{prolog}<office:{root}{_NS}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body>{body}</office:body></office:{root}>"
    )


def write_odf(path: Path, content: str | bytes, manifest: str = "") -> Path:
    """Write a package with this as its content."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        kind = _ODS if path.suffix == ".ods" else _ODT
        package.writestr("mimetype", kind, zipfile.ZIP_STORED)
        package.writestr("content.xml", content)
        if manifest:
            package.writestr("META-INF/manifest.xml", manifest)
    return path


def write_odt(path: Path, body: str, styles: str = "") -> Path:
    """Write a text with this body."""
    return write_odf(path, odf_xml(f"<office:text>{body}</office:text>", styles))


def write_ods(path: Path, rows: str, styles: str = "", table: str = "") -> Path:
    """Write a workbook of one sheet with these rows."""
    sheet = f'<table:table table:name="表"{table}>{rows}</table:table>'
    return write_odf(path, odf_xml(f"<office:spreadsheet>{sheet}</office:spreadsheet>", styles))


def odt_bomb(path: Path) -> Path:
    """Write a text that unpacks to 100 MB."""
    return write_odt(path, f"<text:p>{'报' * 33_000_000}</text:p>")


def odt_with_entities(path: Path) -> Path:
    """Write a text that declares an entity."""
    body = "<office:text><text:p>&a;</text:p></office:text>"
    return write_odf(path, odf_xml(body, prolog='<!DOCTYPE d [<!ENTITY a "b">]>'))


def odt_of_nested(path: Path, depth: int) -> Path:
    """Write a text of tables in tables."""
    inside, outside = "<table:table><table:table-row><table:table-cell>", "</table:table-cell>"
    outside += "</table:table-row></table:table>"
    return write_odt(path, inside * depth + "<text:p>一</text:p>" + outside * depth)


def locked_odt(path: Path) -> Path:
    """Write a text whose manifest says that it is locked."""
    return write_odf(path, b"\0" * 99, '<m><encryption-data checksum="x"/></m>')


def ods_of_repeats(path: Path, columns: int, rows: int) -> Path:
    """Write a workbook that repeats one cell in so many columns and rows."""
    cell = f'<table:table-cell table:number-columns-repeated="{columns}"><text:p>1</text:p>'
    row = f'<table:table-row table:number-rows-repeated="{rows}">{cell}</table:table-cell>'
    return write_ods(path, f"{row}</table:table-row>")


def ods_of_spans(path: Path) -> Path:
    """Write a workbook with one cell over a million rows and columns."""
    spans = 'table:number-columns-spanned="16384" table:number-rows-spanned="1048576"'
    cell = f"<table:table-cell {spans}><text:p>1</text:p></table:table-cell>"
    return write_ods(path, f"<table:table-row>{cell}</table:table-row>")


def rtf_of_groups(path: Path, depth: int) -> Path:
    """Write groups in groups."""
    path.write_bytes(b"{\\rtf1" + b"{" * depth + b"}" * depth + b"}")
    return path


def rtf_of_words(path: Path, count: int) -> Path:
    """Write so many control words."""
    path.write_bytes(b"{\\rtf1 " + b"\\b" * count + b"}")
    return path


def rtf_of_cells(path: Path, count: int) -> Path:
    """Write so many rows of two cells."""
    row = b"\\trowd\\cellx100\\cellx200\\intbl 1\\cell 2\\cell\\row"
    path.write_bytes(b"{\\rtf1 " + row * count + b"}")
    return path


def word_xml(body: str, head: str = "") -> str:
    """Return a document of Word 2003 with this body."""
    return (
        '<?xml version="1.0"?><?mso-application progid="Word.Document"?>'
        f'<w:wordDocument xmlns:w="{_W}" xmlns:aml="http://schemas.microsoft.com/aml/2001/core"'
        ' xmlns:wx="http://schemas.microsoft.com/office/word/2003/auxHint">'
        f"{head}<w:body>{body}</w:body></w:wordDocument>"
    )


def text_at(path: Path, text: str) -> Path:
    """Write a text into a file."""
    path.write_text(text, encoding="utf-8")
    return path

"""Packages made to fill the memory, to run for ever or to read what is not theirs."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

from raw_docx import cell, paragraph, row, table, write_docx

MAIN = "word/document.xml"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
_SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'


def document_xml(body: str, prolog: str = "") -> str:
    """Return the XML of a Word document; the prolog stands before its root."""
    return f"{prolog}<w:document {_W}><w:body>{body}</w:body></w:document>"


def with_part(path: Path, name: str, content: bytes | None) -> Path:
    """Put a part into a package in place of the one of that name; None takes it out."""
    with zipfile.ZipFile(path) as old:
        parts = {other: old.read(other) for other in old.namelist() if other != name}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for other, data in parts.items():
            new.writestr(other, data)
        if content is not None:
            new.writestr(name, content)
    return path


def docx_with_main(path: Path, content: str | bytes) -> Path:
    """Write a Word file whose document part is just this."""
    data = content.encode() if isinstance(content, str) else content
    return with_part(write_docx(path, ""), MAIN, data)


def docx_bomb(path: Path) -> Path:
    """Write a Word file of a few hundred kilobytes that unpacks to 100 MB."""
    return docx_with_main(path, document_xml(paragraph("报" * 33_000_000)))


def with_told_size(path: Path, name: str, size: int) -> Path:
    """Let the directory of a package tell another size of a part than it has."""
    data = bytearray(path.read_bytes())
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(name.encode()))
    struct.pack_into("<I", data, at + 24, size)
    path.write_bytes(data)
    return path


def docx_of_many_parts(path: Path, count: int = 30_000) -> Path:
    """Write a Word file with that many empty parts."""
    write_docx(path, paragraph("一"))
    with zipfile.ZipFile(path, "a") as package:
        for number in range(count):
            package.writestr(f"word/{number}.xml", b"")
    return path


def docx_with_entities(path: Path, encoding: str = "utf-8", *, in_attribute: bool = False) -> Path:
    """Write a Word file whose text is one entity that stands for a billion words."""
    prolog = f'<!DOCTYPE d [<!ENTITY l0 "哈哈">{_LAUGHS}]>'
    body = f"<w:p w:x='{'&l9;' if in_attribute else ''}'><w:r><w:t>&l9;</w:t></w:r></w:p>"
    start = f'<?xml version="1.0" encoding="{encoding}"?>'
    return docx_with_main(path, (start + document_xml(body, prolog)).encode(encoding))


def docx_with_file_entity(path: Path, secret: Path) -> Path:
    """Write a Word file whose text is to be fetched from another file."""
    prolog = f'<!DOCTYPE d [<!ENTITY e SYSTEM "{secret.as_uri()}">]>'
    return docx_with_main(path, document_xml("<w:p><w:r><w:t>&e;</w:t></w:r></w:p>", prolog))


def docx_of_nested_tables(path: Path, depth: int) -> Path:
    """Write a Word file of tables in tables."""
    body = "<w:tbl><w:tr><w:tc>" * depth + paragraph("底") + "</w:tc></w:tr></w:tbl>" * depth
    return docx_with_main(path, document_xml(body))


def docx_of_empty_elements(path: Path, name: str, count: int, per_row: int = 0) -> Path:
    """Write a Word file with a flood of one element, in the body or in the rows of a table."""
    flood = f"<w:{name}/>"
    body = table(row(flood * per_row) * (count // per_row)) if per_row else flood * count
    return docx_with_main(path, document_xml(body))


def docx_of_wide_cells(path: Path, rows: int = 300, columns: int = 60) -> Path:
    """Write a Word file with a table whose cells each claim a million columns."""
    wide = cell("1", "<w:gridSpan w:val='1000000'/>")
    return docx_with_main(path, document_xml(table(row(wide * columns) * rows)))


def docx_of_attributes(path: Path, count: int) -> Path:
    """Write a Word file whose paragraphs carry that many attributes in all."""
    many = "".join(f' a{number}=""' for number in range(1000))
    return docx_with_main(path, document_xml(f"<w:p{many}/>" * (count // 1000)))


def write_xlsx(path: Path, sheet: str, **parts: str) -> Path:
    """Write a workbook of one sheet, whose content is given as XML behind the root's tag."""
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    files = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{kind}.sharedStrings+xml"/>'
        "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="r1" Type="{office}/worksheet" Target="worksheets/sheet1.xml"/>'
        "</Relationships>",
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>'
        '<sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/worksheets/sheet1.xml": f"{_SHEET}{sheet}</worksheet>",
        "xl/sharedStrings.xml": f'<sst xmlns="{main}"/>',
        **{name.replace("__", "/") + ".xml": content for name, content in parts.items()},
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def xlsx_of_cells(path: Path, rows: int, columns: int) -> Path:
    """Write a workbook of that many cells, which claims to have one."""
    line = f"<row>{'<c><v>1</v></c>' * columns}</row>"
    return write_xlsx(path, f'<dimension ref="A1"/><sheetData>{line * rows}</sheetData>')


def xlsx_with_far_cells(path: Path, rows: int) -> Path:
    """Write a workbook with a few cells at the far ends of the sheet, and some near ones."""
    near = "".join(f'<row r="{n}"><c r="A{n}"><v>1</v></c></row>' for n in range(1, rows + 1))
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    return write_xlsx(path, f"<sheetData>{near}{far}</sheetData>")


def xlsx_with_merges(path: Path, reference: str, count: int = 1) -> Path:
    """Write a workbook with merged areas, the references as they are given."""
    merges = f"<mergeCell {reference}/>" * count
    return write_xlsx(
        path,
        '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'
        f"<mergeCells>{merges}</mergeCells>",
    )

"""What a report prints as a small XML part that can travel inside a document.

Only what the page shows: unit, year, title, texts and figures; no notes, reasons, names or paths.
Version 1: report(version, edition, year) with unit, title, section(key) of line, table(key) of
cell(key); a cell without figure is left out.
"""

from __future__ import annotations

from decimal import InvalidOperation

from lxml import etree

from model.form.form import Form
from model.report.report import Report, Tables
from model.report.values import format_value, parse_value
from storage.form_store import editions, load_form

NAMESPACE = "urn:nianbao:report"
VERSION = "1"


def report_to_xml(report: Report) -> bytes:
    """Return the XML part with what the report prints, in UTF-8.

    Amounts keep their decimals and stand in the unit of their column; a total that a source printed
    over blank parts stands as printed.
    """
    year = {} if report.year is None else {"year": str(report.year)}
    root = etree.Element(
        _tag("report"),
        {"version": VERSION, "edition": report.form.edition, **year},
        nsmap={"n": NAMESPACE},
    )
    _add(root, "unit", report.organization)
    _add(root, "title", report.title)
    for key in report.form.section_keys:
        section = etree.SubElement(root, _tag("section"), key=key)
        for line in report.sections[key].split("\n"):
            if line.strip():
                _add(section, "line", line.strip())
    for table in report.form.tables:
        element = etree.SubElement(root, _tag("table"), key=table.key)
        for key in table.keys:
            value = report.effective_value(table.key, key)
            if value is not None:
                _add(element, "cell", format_value(value), key=key)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8")


def report_from_tree(root: etree._Element) -> Report | None:
    """Return the report in the root of such a part; nothing in it is an error.

    None where it is of a newer version or of an edition that is not known, or where it holds a cell
    that the edition does not have. A year that is not four digits is None. The part comes from
    outside: whoever calls this has parsed it within limits.
    """
    edition = root.get("edition", "")
    if root.tag != _tag("report") or root.get("version") != VERSION or edition not in editions():
        return None
    year = root.get("year", "")
    form = load_form(edition)
    try:
        tables = _tables(root, form)
    except (KeyError, InvalidOperation):
        return None
    typed, printed = _typed_and_printed(form, tables)
    return Report(
        form,
        organization=root.findtext(_tag("unit"), ""),
        year=int(year) if year.isascii() and year.isdigit() and len(year) == 4 else None,
        title=root.findtext(_tag("title"), ""),
        sections=_sections(root, form),
        tables=typed,
        printed=printed,
    )


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _add(parent: etree._Element, name: str, text: str, **attributes: str) -> None:
    etree.SubElement(parent, _tag(name), attributes).text = text


def _sections(root: etree._Element, form: Form) -> dict[str, str]:
    found = {item.get("key", ""): item for item in root.iterchildren(_tag("section"))}
    return {
        key: "\n".join(line.text or "" for line in found[key].iterchildren())
        for key in form.section_keys
        if key in found
    }


def _tables(root: etree._Element, form: Form) -> Tables:
    """Return the figures by table and cell; KeyError for one that the form does not have."""
    tables: Tables = {table.key: {} for table in form.tables}
    for element in root.iterchildren(_tag("table")):
        table = form.table(element.get("key", ""))
        for cell in element.iterchildren(_tag("cell")):
            key = cell.get("key", "")
            tables[table.key][key] = parse_value(cell.text or "", table.column(key).kind)
    return tables


def _typed_and_printed(form: Form, tables: Tables) -> tuple[Tables, Tables]:
    typed: Tables = {}
    printed: Tables = {}
    for table in form.tables:
        given = tables[table.key]
        typed[table.key] = {key: value for key, value in given.items() if key not in table.sums}
        printed[table.key] = {key: value for key, value in given.items() if key in table.sums}
    return typed, printed

"""The report as a Word document in the standard layout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as DocumentObject
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.section import _Footer
from docx.shared import Mm
from lxml import etree

from exporters.blocks import Block, Heading, Paragraph, Run, Signature, TableBlock, Title
from exporters.docx_data import embed_data
from exporters.docx_styles import (
    BODY,
    FOOTER,
    HEADING,
    LEVEL_TWO,
    SIGNATURE,
    TITLE,
    first_line_indent,
    lay_styles,
)
from exporters.docx_table import table_element
from exporters.docx_xml import node, paragraph, text_run
from exporters.page_style import OFFICIAL, PageStyle
from exporters.paragraph_layout import is_justified, is_kept_with
from storage.report_data import NAMESPACE

LINE_HEIGHT = 1.3
"""A single line of a Chinese font is about so many times its size high."""


def write_docx(
    blocks: Sequence[Block], path: Path, style: PageStyle = OFFICIAL, data: bytes = b""
) -> None:
    """Write the blocks as a Word document to `path`; OSError where the system refuses.

    `data` is the report's own data as XML, which travels inside unseen; b"" for none.
    """
    document = Document()
    lay_styles(document, style)
    _lay_page(document, style)
    _lay_footers(document, style)
    _name_document(document, blocks)
    body = document.element.body
    end = body.find(qn("w:sectPr"))
    for element in _elements(blocks, style):
        end.addprevious(element)
    if data:
        embed_data(document, data, NAMESPACE)
    # The library leaves its archive open where a write fails; in memory none can.
    whole = BytesIO()
    document.save(whole)
    path.write_bytes(whole.getvalue())


def _elements(blocks: Sequence[Block], style: PageStyle) -> Iterator[BaseOxmlElement]:
    around = zip([None, *blocks], blocks, [*blocks[1:], None], strict=False)
    for before, block, after in around:
        space = _space(before, after, style)
        if isinstance(block, Title):
            yield from _title(block, style)
        elif isinstance(block, Heading):
            yield paragraph(HEADING.format(block.level), [text_run(block.text)], *space)
        elif isinstance(block, Paragraph):
            yield _paragraph(block, after, space, style)
        elif isinstance(block, Signature):
            yield from _signature(block, style)
        else:
            yield table_element(block, style)
            # Two tables that touch would be joined into one; a page cannot end in a table.
            if after is None or isinstance(after, TableBlock):
                yield paragraph(BODY, [])


def _space(
    before: Block | None, after: Block | None, style: PageStyle
) -> tuple[BaseOxmlElement, ...]:
    """Return the spacing of a text between two blocks: some air where a table touches it."""
    air = round(style.table_space * 20)
    sides: dict[str, str | float] = {}
    if isinstance(before, TableBlock):
        sides["before"] = air
    if isinstance(after, TableBlock):
        sides["after"] = air
    return (node("spacing", **sides),) if sides else ()


def _title(title: Title, style: PageStyle) -> Iterator[BaseOxmlElement]:
    *upper, last = title.lines
    for line in upper:
        yield paragraph(TITLE, [text_run(line)])
    after = round(style.line_pitch * 20)
    yield paragraph(TITLE, [text_run(last)], node("spacing", after=after))


def _paragraph(
    block: Paragraph,
    following: Block | None,
    space: Sequence[BaseOxmlElement],
    style: PageStyle,
) -> BaseOxmlElement:
    properties = [node("keepNext")] if is_kept_with(block, following) else []
    properties += [*space, first_line_indent(style)]
    if not is_justified(block):
        properties.append(node("jc", val="left"))
    return paragraph(BODY, [_run(run) for run in block.runs], *properties)


def _run(run: Run) -> BaseOxmlElement:
    if run.role == "body":
        return text_run(run.text)
    return text_run(run.text, node("rStyle", val=LEVEL_TWO))


def _signature(block: Signature, style: PageStyle) -> Iterator[BaseOxmlElement]:
    for index, line in enumerate(block.lines):
        properties = [] if index == len(block.lines) - 1 else [node("keepNext")]
        if index == 0:
            properties.append(node("spacing", before=round(style.line_pitch * 20)))
        yield paragraph(SIGNATURE, [text_run(line)], *properties)


def _lay_page(document: DocumentObject, style: PageStyle) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(style.width), Mm(style.height)
    section.top_margin, section.bottom_margin = Mm(style.top), Mm(style.bottom)
    section.left_margin, section.right_margin = Mm(style.left), Mm(style.right)
    line = style.page_number.size * LINE_HEIGHT * 25.4 / 72
    section.footer_distance = Mm(style.bottom - style.number_gap - line)
    section.header_distance = Mm(style.top / 2)
    properties = document.element.body.find(qn("w:sectPr"))
    # A character grid would overrule the pitch and the spacing of the body.
    for grid in properties.findall(qn("w:docGrid")):
        properties.remove(grid)


def _lay_footers(document: DocumentObject, style: PageStyle) -> None:
    section = document.sections[0]
    _number_pages(section.footer, "right", style)
    _number_pages(section.even_page_footer, "left", style)


def _number_pages(footer: _Footer, side: str, style: PageStyle) -> None:
    footer.is_linked_to_previous = False
    element = footer.part.element
    for child in list(element):
        element.remove(child)
    element.append(_page_number(side, style))


def _page_number(side: str, style: PageStyle) -> etree._Element:
    characters = style.number_indent
    indent = {
        f"{side}Chars": characters * 100,
        side: round(characters * style.page_number.size * 20),
    }
    field = node("fldSimple", text_run("1"), instr=" PAGE ")
    runs = [text_run("— "), field, text_run(" —")]
    return paragraph(FOOTER, runs, node("ind", **indent), node("jc", val=side))


def _name_document(document: DocumentObject, blocks: Sequence[Block]) -> None:
    """Set title and unit in the properties; no person is named."""
    unit, title = next(
        ((block.organization, block.title) for block in blocks if isinstance(block, Title)),
        ("", ""),
    )
    now = datetime.now(UTC)
    properties = document.core_properties
    # The format allows at most 255 characters there.
    properties.title, properties.author = (unit + title)[:255], unit[:255]
    properties.last_modified_by, properties.comments = unit[:255], ""
    properties.language = "zh-CN"
    properties.created = properties.modified = now
    properties.revision = 1

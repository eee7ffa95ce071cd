"""The report as a Word document in the standard layout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import cast

from docx import Document
from docx.document import Document as DocumentObject
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import XmlPart
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm

from exporters.blocks import (
    Block,
    Content,
    Heading,
    Paragraph,
    Part,
    Run,
    Signature,
    TableBlock,
    Title,
    parts_of,
    report_title,
)
from exporters.page_style import OFFICIAL, PLAIN, Furniture, PageStyle
from exporters.paragraph_layout import (
    is_justified,
    is_kept_heading,
    is_kept_with,
    signature_gaps,
)
from exporters.title_layout import title_gap
from exporters.word.docx_data import embed_data, name_program
from exporters.word.docx_furniture import lay_furniture
from exporters.word.docx_styles import (
    BODY,
    HEADING,
    LEVEL_TWO,
    SIGNATURE,
    TITLE,
    first_line_indent,
    lay_styles,
)
from exporters.word.docx_table import table_element
from exporters.word.docx_xml import node, paragraph, text_run
from storage.content.report_data import NAMESPACE


def write_docx(
    contents: Sequence[Content],
    path: Path,
    style: PageStyle = OFFICIAL,
    data: bytes = b"",
    furniture: Furniture = PLAIN,
    *,
    is_dated: bool = True,
) -> None:
    """Write the blocks as a Word document to `path`; OSError where the system refuses.

    `data` is the report's own data as XML, which travels inside unseen; b"" for none. A document
    that is not dated has nothing but the report's title and unit in its properties.
    """
    document = Document()
    lay_styles(document, style)
    _lay_page(document, style)
    parts = parts_of(contents)
    _lay_parts(document, parts, style)
    lay_furniture(document, parts, style, furniture)
    _name_document(document, report_title(contents), is_dated=is_dated)
    name_program(document)
    if data:
        embed_data(document, data, NAMESPACE)
    # The library leaves its archive open where a write fails; in memory none can.
    whole = BytesIO()
    document.save(whole)
    path.write_bytes(whole.getvalue())


def _lay_parts(document: DocumentObject, parts: Sequence[Part], style: PageStyle) -> None:
    """Lay each part as a section of its own, the last one as the document's."""
    last = document.element.body.find(qn("w:sectPr"))
    plain = deepcopy(last)
    for place, part in enumerate(parts):
        elements = list(_elements(part.blocks, style))
        section = last
        if place < len(parts) - 1:
            section = deepcopy(plain)
            _last_properties(elements).append(section)
        if part.is_numbered and place > 0:
            section.find(qn("w:pgMar")).addnext(node("pgNumType", start=1))
        for element in elements:
            last.addprevious(element)


def _last_properties(elements: list[BaseOxmlElement]) -> BaseOxmlElement:
    """Return the properties of the last paragraph, where a section's own stand."""
    if not elements:
        elements.append(_low_paragraph())
    return cast(BaseOxmlElement, elements[-1][0])


def _low_paragraph() -> BaseOxmlElement:
    """Return an empty paragraph that finds room on any page, since none can end in a table."""
    return paragraph(BODY, [], node("spacing", line=20, lineRule="exact"))


def _elements(blocks: Sequence[Block], style: PageStyle) -> Iterator[BaseOxmlElement]:
    around = zip([None, *blocks], blocks, [*blocks[1:], None], strict=False)
    for before, block, after in around:
        space = _space(before, after, style)
        if isinstance(block, Title):
            yield from _title(block, style)
        elif isinstance(block, Heading):
            # The style keeps it with what follows.
            free = () if is_kept_heading(block, after) else (node("keepNext", val=0),)
            yield paragraph(HEADING.format(block.level), [text_run(block.text)], *free, *space)
        elif isinstance(block, Paragraph):
            yield _paragraph(block, after, space, style)
        elif isinstance(block, Signature):
            yield from _signature(block, style)
        else:
            yield table_element(block, style)
            # Two tables that touch would be joined into one.
            if isinstance(after, TableBlock):
                yield paragraph(BODY, [])
            elif after is None:
                yield _low_paragraph()


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
    for number, line in enumerate(title.lines, start=1):
        is_last = number == len(title.lines)
        after = [node("spacing", after=round(style.line_pitch * 20))] if is_last else []
        gap = round(title_gap(line, style) * 20)
        sides = [node("ind", left=gap, right=gap)] if gap else []
        yield paragraph(TITLE, [text_run(line)], *after, *sides)


def _paragraph(
    block: Paragraph,
    following: Block | None,
    space: Sequence[BaseOxmlElement],
    style: PageStyle,
) -> BaseOxmlElement:
    properties = [node("keepNext")] if is_kept_with(block, following) else []
    properties += [*space, first_line_indent(style)]
    if not is_justified(block, style):
        properties.append(node("jc", val="left"))
    return paragraph(BODY, [_run(run) for run in block.runs], *properties)


def _run(run: Run) -> BaseOxmlElement:
    if run.role == "body":
        return text_run(run.text)
    return text_run(run.text, node("rStyle", val=LEVEL_TWO))


def _signature(block: Signature, style: PageStyle) -> Iterator[BaseOxmlElement]:
    size = (style.body.size + style.spacing) * 20
    gaps = signature_gaps(block, style)
    for index, (line, gap) in enumerate(zip(block.lines, gaps, strict=True)):
        properties = [] if index == len(block.lines) - 1 else [node("keepNext")]
        if index == 0:
            properties.append(node("spacing", before=round(style.line_pitch * 20)))
        properties.append(node("ind", rightChars=round(gap * 100), right=round(gap * size)))
        yield paragraph(SIGNATURE, [text_run(line)], *properties)


def _lay_page(document: DocumentObject, style: PageStyle) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(style.width), Mm(style.height)
    section.top_margin, section.bottom_margin = Mm(style.top), Mm(style.bottom)
    section.left_margin, section.right_margin = Mm(style.left), Mm(style.right)
    line = style.number_pitch * 25.4 / 72
    section.footer_distance = Mm(max(0.0, style.bottom - style.number_space - line))
    section.header_distance = Mm(style.top / 2)
    properties = document.element.body.find(qn("w:sectPr"))
    # The library's empty file notes there in which sessions it was edited.
    properties.attrib.clear()
    # A character grid would overrule the pitch and the spacing of the body.
    for grid in properties.findall(qn("w:docGrid")):
        properties.remove(grid)


def _name_document(document: DocumentObject, title: Title, *, is_dated: bool) -> None:
    """Set title and unit in the properties; no person is named."""
    part = document.part.package.part_related_by(RELATIONSHIP_TYPE.CORE_PROPERTIES)
    if isinstance(part, XmlPart):
        part.element[:] = []
    properties = document.core_properties
    # The format allows at most 255 characters there.
    unit = title.organization[:255]
    properties.title, properties.author = (title.organization + title.title)[:255], unit
    if is_dated:
        properties.last_modified_by, properties.language = unit, "zh-CN"
        properties.created = properties.modified = datetime.now(UTC)
        properties.revision = 1

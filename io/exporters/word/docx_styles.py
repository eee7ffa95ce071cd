"""Styles, settings and font table of the document, in place of those of an empty file."""

from __future__ import annotations

from collections.abc import Iterator

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from exporters.page_style import Font, PageStyle
from exporters.word.docx_xml import fonts, node, sizes

BODY, TITLE, HEADING, TABLE, SIGNATURE, FOOTER = (
    "Normal",
    "Title",
    "Heading{}",
    "TableText",
    "Signature",
    "Footer",
)
LEVEL_TWO = "LevelTwo"
_KEPT = {
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.FONT_TABLE,
    RELATIONSHIP_TYPE.THEME,
}
_DROPPED = {RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES}
_COMPAT_URI = "http://schemas.microsoft.com/office/word"
_COMPAT = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
}


def lay_styles(document: Document, style: PageStyle) -> None:
    """Give the document the styles, settings and fonts of the page style, and nothing else."""
    _refill(document.styles.element, [_defaults(), *_styles(style)])
    _refill(document.settings.element, list(_settings()))
    _drop_ballast(document)
    _name_fonts(document, style)


def _refill(element: BaseOxmlElement, children: list[BaseOxmlElement]) -> None:
    for child in list(element):
        element.remove(child)
    element.extend(children)


def _defaults() -> BaseOxmlElement:
    language = node("lang", val="en-US", eastAsia="zh-CN", bidi="ar-SA")
    return node(
        "docDefaults",
        node("rPrDefault", node("rPr", language)),
        node("pPrDefault", node("pPr")),
    )


def _styles(style: PageStyle) -> Iterator[BaseOxmlElement]:
    body = style.body
    yield _paragraph_style(
        BODY,
        "Normal",
        [node("widowControl"), _pitch(style.line_pitch), node("jc", val="both")],
        [fonts(body), node("spacing", val=round(style.spacing * 20)), *sizes(body.size)],
        is_default=True,
    )
    yield node(
        "style",
        node("name", val="Default Paragraph Font"),
        node("uiPriority", val=1),
        node("semiHidden"),
        type="character",
        default=1,
        styleId="DefaultParagraphFont",
    )
    yield _table_normal()
    yield _paragraph_style(
        TITLE,
        "Title",
        [node("keepNext"), node("keepLines"), _pitch(style.title_pitch), node("jc", val="center")],
        [fonts(style.title), node("spacing", val=0), *sizes(style.title.size)],
    )
    for level, font in ((1, style.heading_1), (2, style.heading_2)):
        yield _heading_style(level, font, style)
    yield _lead_style(style.heading_2)
    yield from _small_styles(style)


def _heading_style(level: int, font: Font, style: PageStyle) -> BaseOxmlElement:
    return _paragraph_style(
        HEADING.format(level),
        f"heading {level}",
        [
            node("keepNext"),
            node("keepLines"),
            first_line_indent(style),
            node("outlineLvl", val=level - 1),
        ],
        [fonts(font), *sizes(font.size)],
    )


def _lead_style(font: Font) -> BaseOxmlElement:
    return node(
        "style",
        node("name", val="二级标题段首"),
        node("basedOn", val="DefaultParagraphFont"),
        node("qFormat"),
        node("rPr", fonts(font)),
        type="character",
        customStyle=1,
        styleId=LEVEL_TWO,
    )


def _small_styles(style: PageStyle) -> Iterator[BaseOxmlElement]:
    yield _paragraph_style(
        TABLE,
        "表格文字",
        [node("jc", val="center")],
        [fonts(style.table), node("spacing", val=0), *sizes(style.table.size)],
    )
    indent = style.signature_indent
    yield _paragraph_style(
        SIGNATURE,
        "Signature",
        [
            node("keepLines"),
            node("ind", rightChars=indent * 100, right=round(indent * style.body.size * 20)),
            node("jc", val="right"),
        ],
        [],
    )
    # Its place is measured from the paper's edge: fonts must not decide how high its line is.
    yield _paragraph_style(
        FOOTER,
        "footer",
        [_pitch(style.number_pitch)],
        [fonts(style.page_number), node("spacing", val=0), *sizes(style.page_number.size)],
    )


def _paragraph_style(
    style_id: str,
    name: str,
    paragraph: list[BaseOxmlElement],
    characters: list[BaseOxmlElement],
    *,
    is_default: bool = False,
) -> BaseOxmlElement:
    style = node("style", node("name", val=name), type="paragraph", styleId=style_id)
    if is_default:
        style.set(f"{{{style.nsmap['w']}}}default", "1")
    else:
        style.extend([node("basedOn", val=BODY), node("next", val=BODY)])
    if style_id == TABLE:
        style.set(f"{{{style.nsmap['w']}}}customStyle", "1")
    style.extend([node("qFormat"), node("pPr", *paragraph), node("rPr", *characters)])
    return style


def _table_normal() -> BaseOxmlElement:
    sides = ("top", 0), ("left", 108), ("bottom", 0), ("right", 108)
    margins = node("tblCellMar", *(node(side, w=width, type="dxa") for side, width in sides))
    return node(
        "style",
        node("name", val="Normal Table"),
        node("uiPriority", val=99),
        node("semiHidden"),
        node("tblPr", node("tblInd", w=0, type="dxa"), margins),
        type="table",
        default=1,
        styleId="TableNormal",
    )


def _pitch(points: float) -> BaseOxmlElement:
    return node("spacing", before=0, after=0, line=round(points * 20), lineRule="exact")


def first_line_indent(style: PageStyle) -> BaseOxmlElement:
    """Return the indent of a paragraph's first line, in characters and, for others, in twips."""
    characters = style.first_indent
    length = round(characters * (style.body.size + style.spacing) * 20)
    return node("ind", firstLineChars=characters * 100, firstLine=length)


def _settings() -> Iterator[BaseOxmlElement]:
    yield node("zoom", percent=100)
    yield node("defaultTabStop", val=420)
    yield node("evenAndOddHeaders")
    yield node("characterSpacingControl", val="compressPunctuation")
    yield node(
        "compat",
        node("spaceForUL"),
        node("balanceSingleByteDoubleByteWidth"),
        node("doNotLeaveBackslashAlone"),
        node("ulTrailSpace"),
        node("doNotExpandShiftReturn"),
        node("adjustLineHeightInTable"),
        node("useFELayout"),
        *(
            node("compatSetting", name=name, uri=_COMPAT_URI, val=value)
            for name, value in _COMPAT.items()
        ),
    )
    yield node("themeFontLang", val="en-US", eastAsia="zh-CN")


def _drop_ballast(document: Document) -> None:
    """Take out what the library's empty file brings: thumbnail, numbering, a program's name."""
    for key, relation in list(document.part.rels.items()):
        if relation.reltype not in _KEPT:
            del document.part.rels[key]
    package = document.part.package.rels
    for key, relation in list(package.items()):
        if relation.reltype in _DROPPED:
            del package[key]


def _name_fonts(document: Document, style: PageStyle) -> None:
    """Lay a font table that names, for each font, what to show where it is not installed."""
    root = etree.fromstring(f"<w:fonts {nsdecls('w')}/>")
    for name, fallback in dict.fromkeys((font.name, font.fallback) for font in style.fonts):
        font = node("font", name=name)
        if fallback != name:
            font.append(node("altName", val=fallback))
        font.extend([node("charset", val=86), node("family", val="auto")])
        root.append(font)
    blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    for key, relation in list(document.part.rels.items()):
        if relation.reltype == RELATIONSHIP_TYPE.FONT_TABLE:
            old = relation.target_part
            new = Part(old.partname, old.content_type, blob, old.package)
            document.part.load_rel(relation.reltype, new, key)

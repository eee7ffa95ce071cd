"""What every page of the Word document bears: its number, a line beside it, a word behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from docx.document import Document
from docx.oxml.ns import nsmap
from docx.oxml.parser import parse_xml
from docx.section import _Footer, _Header
from lxml import etree

from exporters.blocks import Part
from exporters.page_style import Furniture, PageStyle
from exporters.word.docx_styles import FOOTER
from exporters.word.docx_xml import node, paragraph, sizes, text_run, twips

_VML = "urn:schemas-microsoft-com:vml"
_OFFICE = "urn:schemas-microsoft-com:office:office"
# The kind of shape that Word itself makes for a watermark of words.
_WORD_ART = f"""<v:shapetype xmlns:v="{_VML}" xmlns:o="{_OFFICE}" id="_x0000_t136"
 coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas>
<v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/>
<v:f eqn="sum 0 0 @2"/><v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/>
<v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/><v:f eqn="if @0 @4 21600"/>
<v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/><v:f eqn="mid @6 @7"/>
<v:f eqn="sum @6 0 @5"/></v:formulas>
<v:path textpathok="t" o:connecttype="custom"
 o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" o:connectangles="270,180,90,0"/>
<v:textpath on="t" fitshape="t"/><v:handles>
<v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles>
<o:lock v:ext="edit" text="t" shapetype="t"/></v:shapetype>"""
_PLACE = (
    "position:absolute;margin-left:0;margin-top:0;width:{width:g}pt;height:{height:g}pt;"
    "rotation:{angle:g};z-index:-251658752;mso-position-horizontal:center;"
    "mso-position-horizontal-relative:page;mso-position-vertical:center;"
    "mso-position-vertical-relative:page"
)


def lay_furniture(
    document: Document, parts: Sequence[Part], style: PageStyle, furniture: Furniture
) -> None:
    """Give each section of the document, one a part, its page numbers, lines and watermark."""
    for section, part in zip(document.sections, parts, strict=True):
        footers = (section.footer, "right"), (section.even_page_footer, "left")
        for footer, side in footers:
            _refill(footer, _foot(side, style, furniture, is_numbered=part.is_numbered))
    # Later sections take over the headers of the first.
    first = document.sections[0]
    if furniture.watermark:
        for number, header in enumerate((first.header, first.even_page_header), start=1):
            _refill(header, _backdrop(number, style, furniture.watermark))


def _refill(part: _Header | _Footer, content: etree._Element) -> None:
    part.is_linked_to_previous = False
    element = part.part.element
    for child in list(element):
        element.remove(child)
    element.append(content)


def _foot(
    side: str, style: PageStyle, furniture: Furniture, *, is_numbered: bool
) -> etree._Element:
    number = list(_page_number()) if is_numbered else []
    indent = round(style.number_indent * style.page_number.size * 20)
    if not furniture.footer:
        sides = {f"{side}Chars": style.number_indent * 100, side: indent}
        return paragraph(FOOTER, number, node("ind", **sides), node("jc", val=side))
    line = [text_run(furniture.footer, *sizes(style.footer_size))]
    left, right = (line, number) if side == "right" else (number, line)
    end = node("tab", val="right", pos=twips(style.text_width) - indent)
    chars = style.number_indent * 100
    properties = (
        node("tabs", end),
        node("ind", leftChars=chars, left=indent),
        node("jc", val="left"),
    )
    return paragraph(FOOTER, [*left, text_run("\t"), *right], *properties)


def _page_number() -> Iterator[etree._Element]:
    yield text_run("— ")
    yield node("fldSimple", text_run("1"), instr=" PAGE ")
    yield text_run(" —")


def _backdrop(number: int, style: PageStyle, text: str) -> etree._Element:
    """Return the header's paragraph with the word as Word itself puts it behind the text."""
    shape = etree.Element(f"{{{_VML}}}shape", nsmap={"v": _VML, "o": _OFFICE, "w": nsmap["w"]})
    place = _PLACE.format(
        width=style.watermark_size * len(text),
        height=style.watermark_size,
        angle=360 - style.watermark_angle,
    )
    for name, value in (
        ("id", f"PowerPlusWaterMarkObject{number}"),
        (f"{{{_OFFICE}}}spid", f"_x0000_s{2048 + number}"),
        ("type", "#_x0000_t136"),
        ("style", place),
        (f"{{{_OFFICE}}}allowincell", "f"),
        ("fillcolor", f"#{style.watermark_colour}"),
        ("stroked", "f"),
    ):
        shape.set(name, value)
    family = style.heading_1.name.replace('"', "")
    letters = etree.SubElement(shape, f"{{{_VML}}}textpath")
    letters.set("style", f'font-family:"{family}";font-size:1pt')
    letters.set("string", text)
    picture = node("pict", parse_xml(_WORD_ART), shape)
    # As low as can be: a high header would push the text down where the margin is narrow.
    pitch = node("spacing", line=20, lineRule="exact")
    return paragraph(FOOTER, [node("r", node("rPr", node("noProof")), picture)], pitch)

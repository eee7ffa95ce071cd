"""Elements of a word-processing document, made directly: units, runs and paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import cast

from docx.oxml.ns import nsmap
from docx.oxml.parser import oxml_parser
from docx.oxml.xmlchemy import BaseOxmlElement
from lxml import etree

from exporters.page_style import Font

_NAMESPACES = {"w": nsmap["w"]}
_WORD = f"{{{nsmap['w']}}}"
TWIPS_PER_MM = 1440 / 25.4
_PIECES = re.compile(r"([\t\n])")
_MARKS = {"\t": "tab", "\n": "br"}


def twips(millimetres: float) -> int:
    """Return a length in twentieths of a point."""
    return round(millimetres * TWIPS_PER_MM)


def node(tag: str, *children: etree._Element, **attributes: str | float) -> BaseOxmlElement:
    """Return the w: element of that tag with w: attributes and children."""
    given = {_WORD + name: str(value) for name, value in attributes.items()}
    element = oxml_parser.makeelement(_WORD + tag, given, _NAMESPACES)
    element.extend(children)
    return cast(BaseOxmlElement, element)


def text_run(text: str, *properties: etree._Element) -> BaseOxmlElement:
    """Return a run of exactly that text; tabs and line breaks become their own marks."""
    run = node("r")
    if properties:
        run.append(node("rPr", *properties))
    for piece in _PIECES.split(text):
        if piece in _MARKS:
            run.append(node(_MARKS[piece]))
        elif piece:
            run.append(_text(piece))
    return run


def _text(text: str) -> BaseOxmlElement:
    element = node("t")
    element.text = text
    element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return element


def paragraph(
    style: str, runs: Iterable[etree._Element], *properties: etree._Element
) -> BaseOxmlElement:
    """Return a paragraph of that style; `properties` stand in the order of the schema."""
    return node("p", node("pPr", node("pStyle", val=style), *properties), *runs)


def fonts(font: Font) -> BaseOxmlElement:
    """Return the font for Chinese and Latin characters alike."""
    return node("rFonts", ascii=font.name, hAnsi=font.name, eastAsia=font.name, cs=font.name)


def sizes(points: float) -> tuple[BaseOxmlElement, BaseOxmlElement]:
    """Return the size of the characters, which is counted in half points."""
    half = round(points * 2)
    return node("sz", val=half), node("szCs", val=half)

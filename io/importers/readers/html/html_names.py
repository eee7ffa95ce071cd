"""Which elements of a page are blocks, are not shown, or are marks of a word processor."""

from __future__ import annotations

import re
from typing import TypeAlias

from lxml import etree

from importers.attribute_numbers import whole_number

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no public name for it

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
CELLS = frozenset(("td", "th"))
# What is no text of a page, and what a reading aid puts beside the text.
_NEVER = frozenset(
    [
        "head",
        "script",
        "style",
        "template",
        "noscript",
        "iframe",
        "object",
        "applet",
        "svg",
        "math",
        "canvas",
        "audio",
        "video",
        "select",
        "button",
        "datalist",
        "xml",
        "rp",
        "rt",
        "map",
    ]
)
# A workbook saved as one page links to its sheets and names each above its table.
_SHEET, _SHEET_LINK = re.compile(r"table\d+"), re.compile(r"#table\d+")
# A page that a word processor wrote repeats the margins of its sheets under these titles.
_MARGINS = ("header", "footer")


def name_of(element: etree._Element) -> str:
    """Return the element's name in lower case, "" for comments and the like."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def text_of(element: etree._Element) -> str:
    """Return all the words in the element as the source has them."""
    return "".join(map(str, element.itertext()))


def style_of(element: etree._Element) -> str:
    """Return the element's own style in lower case without blanks."""
    return "".join(element.get("style", "").lower().split())


def is_never_text(element: etree._Element) -> bool:
    """Return whether what stands in the element is no text of the page."""
    name = name_of(element)
    if name == "a":
        return bool(_SHEET_LINK.fullmatch(element.get("href", "")))
    return not name or name in _NEVER or (name == "div" and element.get("title") in _MARGINS)


def is_list_mark(element: etree._Element) -> bool:
    """Return whether the element is the number that a word processor wrote before a list item."""
    return "mso-list:ignore" in (style_of(element) if element.get("style") else "")


def span_of(cell: etree._Element, name: str, most: int) -> int:
    """Return the cell's colspan or rowspan in columns or rows, from 1 to `most`.

    A rowspan of 0 reaches to the end of the table, as the HTML standard has it.
    """
    number = whole_number(cell.get(name), 1, most=most)
    if number == 0:
        return most if name == "rowspan" else 1
    return number


def sheet_name(element: etree._Element) -> str | None:
    """Return the name of a workbook's sheet that a spreadsheet wrote over its table, else None."""
    if name_of(element) != "a" or not _SHEET.fullmatch(element.get("name", "")):
        return None
    title = next(iter(element), None)
    if title is None or name_of(title) not in HEADINGS:
        return None
    return text_of(title).partition(":")[2].strip()

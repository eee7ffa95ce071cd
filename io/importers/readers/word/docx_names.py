"""Names of WordprocessingML elements, and short ways to their children and values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001 - lxml has no public name for it

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


P, TBL, TR, TC = W + "p", W + "tbl", W + "tr", W + "tc"
R, T = W + "r", W + "t"
TC_PR = W + "tcPr"

WRAPPERS = frozenset(
    W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")
)
"""What Word puts around paragraphs, rows and cells without being any of them."""


def child(element: etree._Element | None, name: str) -> etree._Element | None:
    """Return the first child of that WordprocessingML name, or None."""
    # Walking the children is several times faster than a search by path.
    return None if element is None else next(element.iterchildren(W + name), None)


def children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Yield the children of that WordprocessingML name."""
    return element.iterchildren(W + name)


def value(element: etree._Element | None) -> str:
    """Return the `w:val` attribute of an element, or ""."""
    return "" if element is None else element.get(W + "val", "")


def is_on(element: etree._Element | None) -> bool:
    """Return whether an on-off property stands and is not switched off."""
    return element is not None and value(element) not in ("0", "false", "off")

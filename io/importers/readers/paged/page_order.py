"""Pages that stand side by side on sheets, in the order of the numbers printed on them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from importers.readers.paged.drawn_page import EDGE
from importers.readers.paged.page_content import PageContent, PageTable
from importers.readers.paged.page_lines import Line

_NUMBER = re.compile(r"[-—–―－~·.\s]*(?:第\s*)?(\d{1,3})(?:\s*页)?[-—–―－~·.\s]*")


def in_order(pages: Sequence[PageContent]) -> tuple[list[PageContent], bool]:
    """Return the pages by their printed numbers where sheets hold several; whether it moved any.

    Only where each page has one number and they follow one another without a gap, as on the sheets
    of a booklet.
    """
    sheets = Counter(page.sheet for page in pages)
    numbers = [_number(page) for page in pages]
    known = [number for number in numbers if number is not None]
    if max(sheets.values(), default=1) < 2 or len(known) < len(pages):
        return list(pages), False
    if sorted(known) != list(range(min(known), min(known) + len(known))) or known == sorted(known):
        return list(pages), False
    order = sorted(range(len(pages)), key=known.__getitem__)
    return [_numbered(pages[old], new) for new, old in enumerate(order)], True


def _number(page: PageContent) -> int | None:
    """Return the number printed last at the foot of a page, None where there is none."""
    foot = page.height * (1 - EDGE)
    lines = [item for item in page.items if isinstance(item, Line) and item.top > foot]
    found = [match for line in lines if (match := _NUMBER.fullmatch(line.text.strip()))]
    return int(found[-1][1]) if found else None


def _numbered(page: PageContent, number: int) -> PageContent:
    items: list[Line | PageTable] = [replace(item, page=number) for item in page.items]
    return replace(page, items=tuple(items), sheet=-1)

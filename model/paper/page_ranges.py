"""Which pages to print: 1-3,5, odd or even ones, and from the last one on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

Sides = Literal["all", "odd", "even"]
_PART = re.compile(r"(\d{1,4})(?:-(\d{1,4}))?")
_WIDTHS = str.maketrans(
    "０１２３４５６７８９－—–～~到至，、；;和及", "0123456789-------,,,,,,", "第页"
)
_AROUND = re.compile(r"\s*-\s*")
_BETWEEN = re.compile(r"[,\s]+")


class PageRangeError(ValueError):
    """Pages that cannot be understood or are not there; the text says so in Chinese."""


def pages_from(text: str, count: int) -> list[int]:
    """Return the pages that a text such as 1-3,5 or 1到3 5 names, in order and once each.

    "" means all.

    PageRangeError where it cannot be understood or names a page beyond `count`.
    """
    wanted: set[int] = set()
    joined = _AROUND.sub("-", text.translate(_WIDTHS))
    parts = [part for part in _BETWEEN.split(joined) if part]
    for part in parts:
        match = _PART.fullmatch(part)
        if match is None:
            raise PageRangeError(f"看不懂“{part}”。页码请写成 1-3,5 这样。")
        first = int(match.group(1))
        last = int(match.group(2) or first)
        if not 1 <= first <= last <= count:
            raise PageRangeError(f"没有“{part}”这样的页：这份报告共 {count} 页。")
        wanted.update(range(first, last + 1))
    return sorted(wanted) if parts else list(range(1, count + 1))


def chosen_pages(pages: Sequence[int], sides: Sides, is_reversed: bool = False) -> list[int]:
    """Return those of the pages that stand on the wanted sides, the last one first if asked for."""
    parity = {"all": (0, 1), "odd": (1,), "even": (0,)}[sides]
    found = [page for page in pages if page % 2 in parity]
    return found[::-1] if is_reversed else found


def duplex_advice(pages: Sequence[int], sides: Sides) -> str:
    """Return what to do with the paper when both sides are printed by hand."""
    if sides == "all":
        return ""
    if sides == "even":
        return (
            "偶数页印在奇数页的背面。各种打印机进纸的方向不同，"
            "请先放一张印好的奇数页试印，看清哪一面朝上、哪一头先进。"
        )
    advice = "奇数页印好后，不要打乱顺序，把整叠纸翻过来放回纸盒，再打开打印，选“只印偶数页”。"
    odd = [page for page in pages if page % 2]
    if odd and odd[-1] + 1 not in pages:
        advice += f"第 {odd[-1]} 页背面没有内容，放回纸盒前先把这张取出来。"
    return advice

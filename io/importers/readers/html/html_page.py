"""Which of a page's items are the report, and which are the site's own words around it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from importers.readers.html.html_walker import Item
from importers.recognising.labels import is_value_like
from importers.source_document import Block, Paragraph, SourceTable

FEWEST_FIGURES = 5
FEWEST_PLACES = 15
SHORT, LONG = 6, 25
MOST_FURNITURE = 120
_NUMBERED = re.compile(r"\s*[一二三四五六七八]、")
# Words that a site prints around every article; each must begin the line.
_FURNITURE = re.compile(
    r"[\s【\[(（|]*(?:"
    r"(?:您?(?:现在|当前)?的?位置|当前位置|首页\s*[>»/]|打印|关闭|收藏|分享|字号|字体|大\s*中\s*小|扫一扫"
    r"|上一[篇条]|下一[篇条]|返回(?:顶部|首页|列表)|相关(?:链接|文章|附件)|版权所有|主办单位|承办单位"
    r"|网站标识码|访问量|阅读量|保护视力色|无障碍|加入收藏|设为首页|视力保护|浏览次数|点击次数|点击数)"
    r"|(?:发布|更新|发稿|录入)(?:时间|日期)\s*[:：]"
    r"|(?:信息|文章|稿件)?(?:来源|作者|责任编辑|责编|编辑|浏览|点击|阅读|访问)(?:次数|量|数)?\s*[:：]"
    r"|日期\s*[:：].*(?:来源|浏览|点击|字号)"
    r"|(?:\d{4}-\d{1,2}-\d{1,2}).*(?:来源|浏览|点击|字号|字体|打印)"
    r")"
)


@dataclass(frozen=True)
class Parts:
    """The blocks of the report, and the lines of the page that are none of it."""

    blocks: tuple[Block, ...]
    furniture: tuple[str, ...]


def report_parts(items: Sequence[Item], ranges: Sequence[tuple[int, int]]) -> Parts:
    """Return the report's blocks, and the words around it.

    The report is the innermost element that holds all tables of figures with sentences before
    and behind them. What comes later in the page belongs to the site where it holds links;
    links alone before it are navigation. Without such tables everything is the report.
    """
    tables = [index for index, item in enumerate(items) if _has_figures(item.block)]
    if not tables:
        return Parts(tuple(item.block for item in items), ())
    start, end = _report_range(items, ranges, tables)
    before = _furniture_before(items, start, tables[0])
    last = _without_tail(items, tables[-1], end)
    dropped = before | set(range(last, len(items)))
    kept = tuple(item.block for index, item in enumerate(items) if index not in dropped)
    return Parts(kept, tuple(_words(items[index].block for index in sorted(dropped))))


def has_report(blocks: Iterable[Block]) -> bool:
    """Return whether blocks hold a table of figures or a numbered heading, as reports have them."""
    return any(_has_figures(block) or _is_numbered(block) for block in blocks)


def _furniture_before(items: Sequence[Item], start: int, first_table: int) -> set[int]:
    """Return the bare links before the report, and the site's own lines before its tables."""
    links = {index for index in range(start) if _is_navigation(items[index])}
    return links | {index for index in range(first_table) if _is_furniture(items[index].block)}


def _report_range(
    items: Sequence[Item], ranges: Sequence[tuple[int, int]], tables: Sequence[int]
) -> tuple[int, int]:
    """Return the first item of the report and the one behind its last."""
    for start, end in ranges:
        if start <= tables[0] and tables[-1] < end and _is_whole(items, start, end, tables):
            has_site_behind = any(item.has_link for item in items[end:])
            return start, end if has_site_behind else len(items)
    return 0, len(items)


def _is_whole(items: Sequence[Item], start: int, end: int, tables: Sequence[int]) -> bool:
    """Return whether words of the report stand on both sides of the tables and none comes later."""
    return (
        any(_is_worded(item) for item in items[start : tables[0]])
        and any(_is_worded(item) for item in items[tables[-1] + 1 : end])
        and not any(_is_numbered(item.block) or _has_sentence(item, LONG) for item in items[end:])
    )


def _is_worded(item: Item) -> bool:
    return _is_numbered(item.block) or _has_sentence(item, SHORT)


def _has_sentence(item: Item, fewest: int) -> bool:
    if not isinstance(item.block, Paragraph) or item.has_link:
        return False
    return len(item.block.text) >= fewest and "。" in item.block.text


def _without_tail(items: Sequence[Item], last_table: int, end: int) -> int:
    """Return where the report ends once lines of the site and bare links at its end are off."""
    while end - 1 > last_table:
        item = items[end - 1]
        if not (_is_furniture(item.block) or _is_navigation(item) or _is_attachment(item)):
            break
        end -= 1
    return end


def _is_navigation(item: Item) -> bool:
    return item.is_link and isinstance(item.block, Paragraph)


def _is_attachment(item: Item) -> bool:
    return item.has_link and isinstance(item.block, Paragraph) and item.block.text[:2] == "附件"


def _is_furniture(block: Block) -> bool:
    if not isinstance(block, Paragraph) or len(block.text) > MOST_FURNITURE or "。" in block.text:
        return False
    return bool(_FURNITURE.match(block.text))


def _has_figures(block: Block) -> bool:
    """Return whether a table holds figures or places for them, more than a site's own do."""
    if not isinstance(block, SourceTable):
        return False
    places = [cell.text for cell in block.cells if is_value_like(cell.text)]
    return sum(map(bool, map(str.strip, places))) >= FEWEST_FIGURES or len(places) >= FEWEST_PLACES


def _words(blocks: Iterable[Block]) -> Iterable[str]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block.text
        else:
            yield from (cell.text for cell in block.cells if cell.text.strip())


def _is_numbered(block: Block) -> bool:
    return isinstance(block, Paragraph) and bool(_NUMBERED.match(block.text))

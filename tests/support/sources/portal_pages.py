"""Papers as pages of office portals, with the site's words around them and tables in pieces."""

from __future__ import annotations

from dataclasses import replace
from html import escape

from papers import Paper, PaperCell, PaperTable

LONG = 20
"""Rows of a table that people part or turn round; others are short."""


def spanned(text: str) -> str:
    """Write each character in a span of its own inside a paragraph."""
    if not text:
        return "<p><span>&nbsp;</span></p>"
    lines = text.split("\n")
    return "".join(
        "<p>" + "".join(f'<span style="font-family:仿宋">{escape(m)}</span>' for m in line) + "</p>"
        for line in lines
    )


def table_page(table: PaperTable, heading: str = "") -> str:
    """Write a table, a heading as its first row where one is given."""
    rows = [""] * table.row_count
    for cell in table.cells:
        spans = f' rowspan="{cell.row_span}" colspan="{cell.column_span}"'
        rows[cell.row] += f"<td{spans}>{spanned(cell.text)}</td>"
    width = max(cell.column + cell.column_span for cell in table.cells)
    head = f'<tr><td colspan="{width}"><p>{escape(heading)}</p></td></tr>' if heading else ""
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return f'<div align="center"><table width="98%">{head}{body}</table></div>'


def article(paper: Paper, *, inside: bool = False, parts: int = 1) -> str:
    """Write title, texts and tables; headings inside the tables, or long tables in parts."""
    found: list[str] = []
    blocks = paper.blocks
    for place, block in enumerate(blocks):
        if isinstance(block, PaperTable):
            before = blocks[place - 1] if place else ""
            is_inside = inside and isinstance(before, str) and place - 1 in paper.parts
            pieces = in_pieces(block, parts) if block.row_count > LONG else [block]
            heading = str(before) if is_inside else ""
            found += [
                table_page(piece, heading if n == 0 else "") for n, piece in enumerate(pieces)
            ]
        elif not (inside and place in paper.parts and is_table(blocks, place + 1)):
            found.append(f"<p>　　{escape(block)}</p>")
    return "\n".join(found)


def is_table(blocks: tuple[str | PaperTable, ...], place: int) -> bool:
    """Return whether a table stands at a place."""
    return place < len(blocks) and isinstance(blocks[place], PaperTable)


def in_pieces(table: PaperTable, count: int) -> list[PaperTable]:
    """Return a table cut into tables of rows, groups that a cut parts named again in each."""
    edges = [table.row_count * n // count for n in range(count + 1)]
    return [_piece(table, start, end) for start, end in zip(edges, edges[1:], strict=False)]


def _piece(table: PaperTable, first: int, end: int) -> PaperTable:
    cells = [
        replace(
            cell,
            row=max(cell.row, first) - first,
            row_span=min(cell.row + cell.row_span, end) - max(cell.row, first),
        )
        for cell in table.cells
        if cell.row < end and cell.row + cell.row_span > first
    ]
    return replace(table, cells=tuple(sorted(cells, key=lambda c: (c.row, c.column))))


def total_first(paper: Paper, key: str = "total") -> Paper:
    """Return the paper with the total column of its long table printed before the others."""
    return replace(paper, blocks=tuple(_moved(block, key) for block in paper.blocks))


def _moved(block: str | PaperTable, key: str) -> str | PaperTable:
    if isinstance(block, str) or block.row_count <= LONG:
        return block
    last = max(cell.column for cell in block.cells if cell.key.endswith(f".{key}"))
    first = min(cell.column for cell in block.cells if cell.key)
    cells = [_shifted(cell, first, last) for cell in block.cells]
    return replace(block, cells=tuple(sorted(cells, key=lambda c: (c.row, c.column))))


def _shifted(cell: PaperCell, first: int, last: int) -> PaperCell:
    if cell.column < first or cell.column_span > last - first:
        return cell
    return replace(cell, column=first if cell.column == last else cell.column + 1)


def portal(body: str) -> str:
    """Write a page of a portal around an article."""
    links = "".join(f'<li><a href="/n{n}">政务公开{n}</a></li>' for n in range(8))
    shared = "".join(f'<a href="#" title="分享到{name}"></a>' for name in ("微信", "微博"))
    return (
        '<!DOCTYPE html><html><head><meta charset="utf-8"><title>信息公开</title></head><body>'
        f'<div class="nav"><ul>{links}</ul></div>'
        '<table><tr><td colspan="2"><a href="/">首页</a> &gt; <a href="/a">信息公开年报</a></td>'
        f"</tr><tr><td><ul>{links}</ul></td><td><table><tr><td>"
        "<table><tr><td>索 引 号：</td><td>00112/2024-31</td><td>信息分类：</td><td>年报</td></tr>"
        "<tr><td>发布机构：</td><td>红星镇</td><td>成文日期：</td><td>2024-01-20</td></tr></table>"
        '<div>发布时间：2024-01-20 10:20　来源：红星镇　浏览次数：<span id="c">31</span>'
        "　字体：[大 中 小]</div>"
        f'<div id="zoom">{body}</div><div>分享到：{shared}</div>'
        '<div><a href="#">打印</a> <a href="#">关闭</a></div></td></tr></table></td></tr></table>'
        "<div>主办单位：红星镇人民政府　备案号12345678</div></body></html>"
    )

"""The report as plain text: a paragraph a line, a table's row a line with tabs between its cells.

Tabs rather than drawn lines: pasted into Excel, WPS or Word each figure falls into its own cell,
and no choice of font can shift a figure into another column. A covered cell is empty.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from exporters.blocks import Block, Signature, TableBlock, Title
from exporters.page_style import OFFICIAL, PageStyle

LINE_END = "\r\n"
"""Older editors of Windows show nothing else as the end of a line."""
_WIDE_BLANK = "\u3000"


def write_txt(blocks: Sequence[Block], path: Path, style: PageStyle = OFFICIAL) -> None:
    """Write the blocks as UTF-8, marked so that old editors know it; OSError where refused."""
    path.write_bytes((plain_text(blocks, style) + LINE_END).encode("utf-8-sig"))


def plain_text(blocks: Sequence[Block], style: PageStyle = OFFICIAL) -> str:
    """Return the text; there is no empty line in it."""
    return LINE_END.join(line for block in blocks for line in _lines(block, style))


def _lines(block: Block, style: PageStyle) -> Iterator[str]:
    if isinstance(block, TableBlock):
        yield from _rows(block)
    elif isinstance(block, Title | Signature):
        yield from map(_one_line, block.lines)
    else:
        yield _WIDE_BLANK * style.first_indent + _one_line(block.text)


def _rows(table: TableBlock) -> Iterator[str]:
    grid = [[""] * len(table.widths) for _ in range(table.row_count)]
    for cell in table.cells:
        grid[cell.row][cell.column] = _one_line(cell.text)
    for row in grid:
        yield "\t".join(row)


def _one_line(text: str) -> str:
    return " ".join(text.replace("\t", " ").split("\n"))

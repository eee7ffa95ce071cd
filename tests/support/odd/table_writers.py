"""Papers written so that a cell that is left out moves those behind it: rows of text and pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from html import escape
from pathlib import Path

from importers.source_document import (
    Block,
    Paragraph,
    SourceCell,
    SourceDocument,
    SourceTable,
)
from paper_files import page_table, write_one_sheet, write_page, write_word
from papers import Paper, PaperCell, PaperTable


def rows_of(table: PaperTable) -> list[list[str]]:
    """Return rows of texts in which a merged cell leaves blanks where it goes on."""
    rows: list[list[str]] = []
    for number in range(table.row_count):
        over = [c for c in table.cells if c.row <= number < c.row + c.row_span]
        texts: list[str] = []
        for cell in sorted(over, key=lambda c: c.column):
            texts.append(cell.text.replace("\n", " ") if cell.row == number else "")
            texts += [""] * (cell.column_span - 1)
        rows.append(texts)
    return rows


def tabbed(table: PaperTable) -> str:
    """Write rows of cells parted by tabs."""
    return "\n".join("\t".join(row) for row in rows_of(table))


def piped(table: PaperTable) -> str:
    """Write rows of cells between pipes."""
    return "\n".join(f"| {' | '.join(row)} |" for row in rows_of(table))


def spaced(table: PaperTable) -> str:
    """Write rows of what is not blank, parted by blanks, as viewers of PDF files copy."""
    return "\n".join(" ".join(filter(None, row)) for row in rows_of(table))


def text_of(paper: Paper, write: Callable[[PaperTable], str]) -> str:
    """Write the paper as text, its tables in the way given."""
    return "\n".join(block if isinstance(block, str) else write(block) for block in paper.blocks)


def text_writer(write: Callable[[PaperTable], str]) -> Callable[[Paper, Path], Path]:
    """Return a writer of text files."""

    def written(paper: Paper, path: Path) -> Path:
        path.write_text(text_of(paper, write), "utf-8")
        return path

    return written


def page_writer(write: Callable[[PaperTable], str]) -> Callable[[Paper, Path], Path]:
    """Return a writer of web pages."""

    def written(paper: Paper, path: Path) -> Path:
        body = "".join(
            f"<p>{escape(block)}</p>" if isinstance(block, str) else write(block)
            for block in paper.blocks
        )
        path.write_text(f'<html><meta charset="utf-8"><body>{body}</body></html>', "utf-8")
        return path

    return written


def tables_of_rows(table: PaperTable) -> str:
    """Write the header as one table and each row as one of its own."""
    first = min(cell.row for cell in table.cells if cell.key)
    edges = [0, *range(first, table.row_count), table.row_count]
    return "".join(
        page_table(_cut(table, start, end))
        for start, end in zip(edges, edges[1:], strict=False)
        if start < end
    )


def _cut(table: PaperTable, first: int, end: int) -> PaperTable:
    cells = [
        replace(
            cell,
            row=max(cell.row, first) - first,
            row_span=min(cell.row + cell.row_span, end) - max(cell.row, first),
            text=cell.text if cell.row >= first else "",
        )
        for cell in table.cells
        if cell.row < end and cell.row + cell.row_span > first
    ]
    return replace(table, cells=tuple(sorted(cells, key=lambda c: (c.row, c.column))))


def paragraphs(table: PaperTable) -> str:
    """Write each row as a paragraph."""
    return "".join(f"<p>{escape(line)}</p>" for line in spaced(table).split("\n"))


def list_items(table: PaperTable) -> str:
    """Write each row as an item of a list."""
    items = "".join(f"<li>{escape(line)}</li>" for line in spaced(table).split("\n"))
    return f"<ul>{items}</ul>"


def boxes(table: PaperTable) -> str:
    """Write each row as a box, each cell in a span with a blank behind it."""
    return "".join(
        "<div>" + "".join(f"<span>{escape(text)}</span> " for text in row if text) + "</div>"
        for row in rows_of(table)
    )


def neutral(paper: Paper) -> SourceDocument:
    """Return the paper as a reader would, its tables with grids that close up lost cells."""
    blocks: list[Block] = [
        Paragraph(block) if isinstance(block, str) else SourceTable(tuple(_grid(block)))
        for block in paper.blocks
    ]
    return SourceDocument("甲.docx", "文件", tuple(blocks))


def _grid(table: PaperTable) -> Iterator[SourceCell]:
    """Yield the cells as browsers lay them out: each in the first column that is free."""
    taken: set[tuple[int, int]] = set()
    for cell in sorted(table.cells, key=lambda c: (c.row, c.column)):
        column = 0
        while (cell.row, column) in taken:
            column += 1
        taken |= set(_places(cell, column))
        yield SourceCell(cell.row, column, cell.text, cell.row_span, cell.column_span)


def _places(cell: PaperCell, column: int) -> Iterator[tuple[int, int]]:
    for down in range(cell.row_span):
        for right in range(cell.column_span):
            yield cell.row + down, column + right


WRITERS: dict[str, tuple[str, Callable[[Paper, Path], Path]]] = {
    "docx": (".docx", write_word),
    "html": (".html", write_page),
    "html, a table a row": (".html", page_writer(tables_of_rows)),
    "html, rows as paragraphs": (".html", page_writer(paragraphs)),
    "html, rows as a list": (".html", page_writer(list_items)),
    "html, rows as boxes": (".html", page_writer(boxes)),
    "xlsx": (".xlsx", write_one_sheet),
    "txt, tabs": (".txt", text_writer(tabbed)),
    "txt, pipes": (".txt", text_writer(piped)),
    "txt, blanks": (".txt", text_writer(spaced)),
}
WITHOUT_BLANKS = tuple(way for way in WRITERS if "row" in way or "blanks" in way)
"""Ways of writing in which blank cells leave no trace, or a row of them none."""

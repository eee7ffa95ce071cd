"""Words copied in a browser, Word or WPS, as clean paragraphs for a text of the report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from importers.source_document import Block, SourceTable
from storage.errors import FileProblem

_NAME = "剪贴板"
_LONGEST, _MOST = 12, 3


@dataclass(frozen=True)
class CopiedWords:
    """The paragraphs, one a line; how many tables stood among them; what was left out, in Chinese.

    Numbers of lists stand before their paragraphs.
    """

    words: str
    tables: int = 0
    left: tuple[str, ...] = ()


def words_of_html(html: str) -> CopiedWords | None:
    """Return what HTML of the clipboard holds for a text, None where it cannot be read.

    Words that are struck through, hidden or deleted are left out and told.
    """
    from importers.readers.html.html_reader import html_document

    try:
        document = html_document(html, _NAME)
    except FileProblem:
        return None
    lines: list[str] = []
    tables, left = 0, list(document.notes)
    for block in document.blocks:
        left += _left_out(block)
        if isinstance(block, SourceTable) and any(len(row) > 1 for row in block.rows):
            tables += 1
        else:
            lines += _lines(block)
    return CopiedWords("\n".join(lines), tables, tuple(dict.fromkeys(left)))


def _lines(block: Block) -> Iterator[str]:
    """Yield the paragraphs of a block; the cells of a table of one column are paragraphs too."""
    texts = [cell.text for cell in block.cells] if isinstance(block, SourceTable) else [block.text]
    for text in texts:
        yield from (line.strip() for line in text.split("\n") if line.strip())


def _left_out(block: Block) -> Iterator[str]:
    marked = (
        [mark for cell in block.cells for mark in cell.marked]
        if isinstance(block, SourceTable)
        else list(block.marked)
    )
    for item in marked:
        if not item.is_taken and item.text.strip():
            words = " ".join(item.text.split())
            short = words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…"
            yield f"{item.mark.value}「{short}」"


def told_left_out(left: tuple[str, ...]) -> str:
    """Return what was left out as one phrase, the first ones named."""
    more = f"等{len(left)}处" if len(left) > _MOST else ""
    return f"{'、'.join(left[:_MOST])}{more}"

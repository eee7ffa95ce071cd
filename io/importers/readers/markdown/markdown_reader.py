"""Plain text, also with the marks of Markdown, or with the source of a page's tables, in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from importers.readers.looks import PLAIN, Look, Run, shown_text
from importers.readers.text.txt_reader import read_text, text_document
from importers.source_document import Block, Paragraph, SourceCell, SourceDocument

_TABLE = re.compile(r"<table[\s>].*?</table\s*>", re.IGNORECASE | re.DOTALL)
_HEADING = re.compile(r"^[ ]{0,3}#{1,6}[ \t]+(.*?)[ \t]*#*[ \t]*$", re.MULTILINE)
_BOLD = re.compile(r"\*\*([^*\n]+)\*\*|__([^_\n]+)__")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|~])")
_MARK = re.compile(
    r"~~(?P<tilde>[^~\n]+)~~|<(?P<tag>s|del|strike|sup|sub)>(?P<inner>[^<\n]*)</(?P=tag)>",
    re.IGNORECASE,
)
_LOOKS = {
    "s": Look(is_struck=True),
    "strike": Look(is_struck=True),
    "del": Look(is_struck=True),
    "sup": Look(shift=1),
    "sub": Look(shift=-1),
}


def read_marked(path: Path) -> SourceDocument:
    """Return the text file as a neutral document.

    FileProblem if it cannot be opened, is no text in a known encoding, or is far too long.
    """
    return marked_document(read_text(path), path.name)


def marked_document(text: str, name: str) -> SourceDocument:
    """Return the neutral document of a text; FileProblem if it has far too many lines."""
    text = _HEADING.sub(r"\1", text)
    if "<table" not in text.lower():
        return _with_marks(text_document(text, name))
    blocks: list[Block] = []
    notes: list[str] = []
    for piece in _pieces(text, name):
        blocks += piece.blocks
        notes += piece.notes
    return SourceDocument(name, "文本", tuple(blocks), tuple(dict.fromkeys(notes)))


def _pieces(text: str, name: str) -> Iterator[SourceDocument]:
    """Yield the text and the tables of a page in it, in order."""
    from importers.readers.html.html_reader import html_document

    place = 0
    for match in _TABLE.finditer(text):
        yield _with_marks(text_document(text[place : match.start()], name))
        yield html_document(match[0], name)
        place = match.end()
    yield _with_marks(text_document(text[place:], name))


def _with_marks(document: SourceDocument) -> SourceDocument:
    return replace(document, blocks=tuple(map(_plain_block, document.blocks)))


def _plain_block(block: Block) -> Block:
    if isinstance(block, Paragraph):
        found = _plain(block.text)
        return block if found is None else replace(block, text=found.text, marked=found.marked)
    cells = tuple(map(_plain_cell, block.cells))
    return block if cells == block.cells else replace(block, cells=cells)


def _plain_cell(cell: SourceCell) -> SourceCell:
    found = _plain(cell.text)
    return cell if found is None else replace(cell, text=found.text, marked=found.marked)


def _plain(text: str) -> Paragraph | None:
    """Return a text without marks of Markdown, and what they strike or raise; None without any."""
    if not any(mark in text for mark in ("~~", "**", "__", "\\", "</")):
        return None
    text = _BOLD.sub(lambda match: match[1] or match[2], text)
    runs: list[Run] = []
    place = 0
    for match in _MARK.finditer(text):
        runs.append((text[place : match.start()], PLAIN))
        look = _LOOKS[(match["tag"] or "s").lower()]
        runs.append((match["tilde"] or match["inner"] or "", look))
        place = match.end()
    runs.append((text[place:], PLAIN))
    shown = shown_text([(_ESCAPE.sub(r"\1", words), look) for words, look in runs])
    return Paragraph(shown.text, marked=tuple(shown.marked))

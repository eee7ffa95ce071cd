"""Sources in Traditional Chinese brought to the characters that the form is printed in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache

from importers.source_document import Block, Marked, Paragraph, SourceDocument, SourceTable
from storage.program import RESOURCES

FEWEST_SIGNS = 20
"""Different characters of the list, or times that they stand there, that a name or two lacks."""
FEWEST_KINDS = 8
MOST_CHARACTERS = 300_000
NOTE = "来源是繁体字，已转换成简体字读入，请对照原文核对用字"
Change = Callable[[str], str]


def in_simplified(document: SourceDocument) -> SourceDocument:
    """Return a document written in Traditional Chinese in Simplified, with a note; others as is."""
    texts = [document.title, *(text for block in document.blocks for text in _texts(block))]
    whole = "".join(texts)
    found = [sign for sign in whole if sign in _signs()]
    if len(found) < FEWEST_SIGNS or len(set(found)) < FEWEST_KINDS:
        return document
    if len(whole) > MOST_CHARACTERS:
        return document
    change = _converter()
    return replace(
        document,
        blocks=tuple(_changed(block, change) for block in document.blocks),
        notes=(*document.notes, NOTE),
        title=change(document.title),
    )


def _texts(block: Block) -> list[str]:
    if isinstance(block, Paragraph):
        return [block.text]
    return [cell.text for cell in block.cells]


def _changed(block: Block, change: Change) -> Block:
    if isinstance(block, Paragraph):
        return replace(block, text=change(block.text), marked=_marks(block.marked, change))
    return SourceTable(
        tuple(
            replace(cell, text=change(cell.text), marked=_marks(cell.marked, change))
            for cell in block.cells
        ),
        block.has_grid,
        block.cuts,
    )


def _marks(marked: tuple[Marked, ...], change: Change) -> tuple[Marked, ...]:
    return tuple(Marked(item.mark, change(item.text)) for item in marked)


@cache
def _signs() -> frozenset[str]:
    """Return characters that Traditional texts of this kind are full of and others never have."""
    return frozenset((RESOURCES / "traditional.txt").read_text(encoding="utf-8").strip())


def _converter() -> Change:
    from opencc import OpenCC  # type: ignore[import-untyped]

    convert: Change = OpenCC("t2s").convert
    return convert

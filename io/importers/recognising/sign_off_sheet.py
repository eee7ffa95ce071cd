"""The sheet for signatures on a copy that went round: it is none of the report's text."""

from __future__ import annotations

import re
from dataclasses import replace

from importers.recognising.labels import bare
from importers.source_document import Block, Paragraph, SourceDocument, SourceTable
from model.report.sign_off_record import USUAL_ROWS

NOTE = "来源文件里的审签单不是报告内容，没有录入"
_TITLE = re.compile("政府信息公开.{0,12}审签单")
_MOST_LINES = 3
_HEADERS = {"环节", "姓名(签字)"}
_STEPS = {
    "拟稿",
    "核稿",
    "校对",
    "保密审查",
    "会签",
    "审核",
    "签发",
    *(row.label for row in USUAL_ROWS),
}
_FEWEST = 4
"""Steps that a table names which is a sheet, whatever else stands in it."""


_KNOWN = {bare(name) for name in _STEPS}


def without_sheet(document: SourceDocument) -> SourceDocument:
    """Return the document without its sheet for signatures, with a note where there was one."""
    blocks: list[Block] = []
    for block in document.blocks:
        if isinstance(block, SourceTable) and _is_sheet(block):
            _drop_title(blocks)
        else:
            blocks.append(block)
    if len(blocks) == len(document.blocks):
        return document
    return replace(document, blocks=tuple(blocks), notes=(*document.notes, NOTE))


def _is_sheet(table: SourceTable) -> bool:
    """Return whether a table has a sheet's headers, or names steps of signing in cells."""
    texts = {bare(cell.text) for cell in table.cells}
    return {bare(name) for name in _HEADERS} <= texts or len(_KNOWN & texts) >= _FEWEST


def _drop_title(blocks: list[Block]) -> None:
    """Take the sheet's title, of one line or a few, off the end of what stands before the sheet."""
    text = ""
    for count, block in enumerate(reversed(blocks[-_MOST_LINES:]), start=1):
        if not isinstance(block, Paragraph):
            return
        text = bare(block.text) + text
        if _TITLE.fullmatch(text):
            del blocks[-count:]
            return

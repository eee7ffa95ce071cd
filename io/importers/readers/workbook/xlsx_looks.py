"""How a cell of a workbook looks, and the parts of a text that look otherwise than the cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from importers.readers.looks import PLAIN, Look, Run

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell, MergedCell
    from openpyxl.cell.rich_text import CellRichText
    from openpyxl.cell.text import InlineFont
    from openpyxl.styles import Font
    from openpyxl.styles.colors import Color

_SHIFTS = {"superscript": 1, "subscript": -1}
_WHITE_INDEXES = (1, 9)
_NOTHING_SHOWN = ";;;"


def cell_look(cell: Cell | MergedCell) -> Look:
    """Return the look that a cell gives to its text; a broken file may name none."""
    if not cell.has_style:
        return PLAIN
    try:
        font, fill, shown = cell.font, cell.fill, cell.number_format
    except IndexError:
        return PLAIN
    if font is None:
        return PLAIN
    is_bare = fill is None or getattr(fill, "fill_type", None) is None
    look = _look(cast("Font", font), is_bare=is_bare)
    return replace(look, is_hidden=True) if shown == _NOTHING_SHOWN else look


def rich_runs(value: CellRichText, cell: Look, *, is_bare: bool) -> Iterator[Run]:
    """Yield the parts of a rich text; what a part does not say of itself the cell says."""
    from openpyxl.cell.rich_text import TextBlock

    for part in value:
        if isinstance(part, TextBlock):
            own = _look(part.font, is_bare=is_bare)
            yield part.text, own if own.size else replace(own, size=cell.size)
        else:
            yield str(part), cell


def is_bare(cell: Cell | MergedCell) -> bool:
    """Return whether nothing lies behind a cell's text."""
    try:
        return getattr(cell.fill, "fill_type", None) is None
    except IndexError:
        return False


def _look(font: Font | InlineFont, *, is_bare: bool) -> Look:
    return Look(
        is_struck=bool(font.strike),
        is_hidden=is_bare and _is_white(font.color),
        shift=_SHIFTS.get(font.vertAlign or "", 0),
        size=float(font.sz or 0.0),
    )


def _is_white(color: Color | None) -> bool:
    if color is None:
        return False
    if color.type == "rgb":
        return isinstance(color.rgb, str) and color.rgb[-6:].upper() == "FFFFFF"
    if color.type == "indexed":
        return color.indexed in _WHITE_INDEXES
    return color.type == "theme" and color.theme == 0 and not color.tint

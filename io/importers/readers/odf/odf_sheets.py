"""The visible sheets of an OpenDocument workbook, each as texts, merged areas and borders."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import suppress

from importers.attribute_numbers import whole_number
from importers.readers.looks import shown_text
from importers.readers.odf.odf_names import CELL, COVERED, OFFICE, PARAGRAPHS, ROW, TABLE, Element
from importers.readers.odf.odf_package import OdfParts
from importers.readers.odf.odf_runs import Changes, read_runs
from importers.readers.odf.odf_styles import OdfStyles, has_border, is_shown
from importers.readers.workbook.cell_text import date_text, number_text
from importers.readers.workbook.hidden_cells import without_hidden
from importers.readers.workbook.sheet_blocks import Sheet
from importers.source_document import Marked, Paragraph

MOST_CELLS = 100_000
MOST_ROWS, MOST_COLUMNS = 1_100_000, 20_000
"""As far as spreadsheets count; nothing is laid out for rows and columns without text."""
MOST_EMPTY = 200
"""Rows or cells without text that are alike: what goes on longer is the end of the sheet."""
_STYLE = TABLE + "style-name"
_COLUMN = TABLE + "table-column"
_WRAPPERS = tuple(
    TABLE + name
    for name in (
        *("table-header-rows", "table-rows", "table-row-group"),
        *("table-header-columns", "table-columns", "table-column-group"),
    )
)
_NUMBERS = ("float", "currency")
_HIDDEN = ("collapse", "filter")


class TooManyCellsError(Exception):
    """A sheet repeats its cells to more than any report has."""


class OdfBook:
    """The sheets of a workbook; `notes` are Chinese lines on what is hidden in them."""

    def __init__(self, parts: OdfParts) -> None:
        """Take the parts of the workbook."""
        self.notes: list[str] = []
        self._body = parts.body
        self._styles = OdfStyles(parts.styles)
        self._cells = 0

    def sheets(self) -> Iterator[Sheet]:
        """Yield the visible sheets; TooManyCellsError beyond limits."""
        for table in self._body.iterchildren(TABLE + "table"):
            name = table.get(TABLE + "name", "")
            if not is_shown(self._styles, table):
                self.notes.append(f"工作表「{name}」是隐藏的，没有读取")
                continue
            sheet, notes = _Reader(self._styles, table, name, self._cells).read()
            self._cells += len(sheet.texts) + len(sheet.ruled)
            self.notes += notes
            yield sheet


class _Reader:
    """Reads one sheet."""

    def __init__(self, styles: OdfStyles, table: Element, name: str, cells: int) -> None:
        self._styles = styles
        self._table = table
        self._left = MOST_CELLS - cells
        self._sheet = Sheet(name)
        self._hidden_rows: list[int] = []
        self._borders: dict[str, bool] = {}

    def read(self) -> tuple[Sheet, list[str]]:
        hidden, defaults = self._columns()
        row = 0
        for element in _within(self._table, ROW):
            repeated = _repeated(element, "rows", MOST_ROWS)
            if repeated <= MOST_EMPTY or _has_text(element):
                for place in range(row, row + repeated):
                    self._row(element, place, defaults)
            row = min(row + repeated, MOST_ROWS)
        return without_hidden(self._sheet, self._hidden_rows, hidden)

    def _columns(self) -> tuple[list[int], dict[int, str]]:
        """Return the hidden columns, and the styles of cells that name none by column."""
        hidden: list[int] = []
        styles: dict[int, str] = {}
        column = 0
        for element in _within(self._table, _COLUMN):
            repeated = _repeated(element, "columns", MOST_COLUMNS)
            places = range(column, min(column + repeated, MOST_COLUMNS))
            if element.get(TABLE + "visibility") in _HIDDEN:
                hidden += places
            if style := element.get(TABLE + "default-cell-style-name", ""):
                styles.update(dict.fromkeys(places[:MOST_EMPTY], style))
            column = places.stop
        return hidden, styles

    def _row(self, element: Element, row: int, defaults: dict[int, str]) -> None:
        if element.get(TABLE + "visibility") in _HIDDEN:
            self._hidden_rows.append(row)
        row_style = element.get(TABLE + "default-cell-style-name", "")
        column = 0
        for cell in element.iterchildren(CELL, COVERED):
            repeated = _repeated(cell, "columns", MOST_COLUMNS)
            has_text = cell.tag == CELL and _has_text(cell)
            if repeated <= MOST_EMPTY or has_text:
                words = self._words(cell) if has_text else Paragraph("")
                for place in range(column, column + repeated):
                    style = cell.get(_STYLE, "") or row_style or defaults.get(place, "")
                    self._take(cell, (row, place), words, style)
            column = min(column + repeated, MOST_COLUMNS)

    def _take(self, cell: Element, place: tuple[int, int], words: Paragraph, style: str) -> None:
        self._left -= 1
        if self._left < 0:
            raise TooManyCellsError
        if words.text.strip():
            self._sheet.texts[place] = words.text
        if words.marked:
            self._sheet.marked[place] = words.marked
        if style not in self._borders:
            self._borders[style] = has_border(self._styles, style)
        if self._borders[style]:
            self._sheet.ruled.add(place)
        if cell.tag == CELL:
            self._merge(cell, place)

    def _merge(self, cell: Element, place: tuple[int, int]) -> None:
        rows = whole_number(cell.get(TABLE + "number-rows-spanned"), 1, least=1, most=MOST_ROWS)
        columns = whole_number(
            cell.get(TABLE + "number-columns-spanned"), 1, least=1, most=MOST_COLUMNS
        )
        if rows * columns > 1:
            self._left -= rows * columns
            if self._left < 0:
                raise TooManyCellsError
            self._sheet.merges.append((*place, place[0] + rows, place[1] + columns))

    def _words(self, cell: Element) -> Paragraph:
        """Return what a person reads in a cell; a number as it is kept, not cut to its width."""
        style = cell.get(_STYLE, "")
        on_ground = self._styles.has_ground("table-cell", style)
        look = self._styles.look("table-cell", style, on_ground=on_ground)
        lines = [self._line(p, on_ground) for p in cell.iterchildren(*PARAGRAPHS)]
        marked: tuple[Marked, ...] = tuple(item for line in lines for item in line.marked)
        text = "\n".join(line.text for line in lines)
        if look.outside is not None:
            shown = shown_text([(text, look)])
            return Paragraph(shown.text, marked=(*marked, *shown.marked))
        return Paragraph(text if marked else _value(cell, text), marked=marked)

    def _line(self, paragraph: Element, on_ground: bool) -> Paragraph:
        return read_runs(paragraph, self._styles, Changes(), on_ground=on_ground).paragraph


def _value(cell: Element, text: str) -> str:
    """Return the text of a cell by its value, where the text is only a way to show that."""
    kind = cell.get(OFFICE + "value-type", "")
    if kind in _NUMBERS:
        with suppress(ValueError, OverflowError):
            value = float(cell.get(OFFICE + "value", "")[:40])
            shown = text.replace(",", "").strip()
            return shown if _is_same(shown, value) else number_text(value)
    if kind == "date":
        with suppress(ValueError):
            return date_text(dt.date.fromisoformat(cell.get(OFFICE + "date-value", "")[:10]))
    return text


def _is_same(shown: str, value: float) -> bool:
    try:
        return len(shown) < 40 and float(shown) == value
    except ValueError:
        return False


def _has_text(element: Element) -> bool:
    return next(element.iter(*PARAGRAPHS), None) is not None


def _within(table: Element, tag: str) -> Iterator[Element]:
    for item in table:
        if item.tag == tag:
            yield item
        elif item.tag in _WRAPPERS:
            yield from _within(item, tag)


def _repeated(element: Element, what: str, most: int) -> int:
    text = element.get(f"{TABLE}number-{what}-repeated")
    return whole_number(text, 1, least=1, most=most)

"""Tables of a page as browsers and screen readers take them: grid, and the headers of a cell.

Written after the standard (HTML, "forming a table" and "header cells"), not after our writer.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

Spot = tuple[int, int]


@dataclass(eq=False)
class HtmlCell:
    """A cell, anchored at (row, column) in the row group and column group of these numbers."""

    row: int
    column: int
    height: int
    width: int
    text: str
    scope: str
    row_group: int
    column_group: int

    @property
    def is_header(self) -> bool:
        return bool(self.scope)


@dataclass
class HtmlTable:
    """The cells by the spots that they cover; `double` are spots covered twice."""

    cells: list[HtmlCell] = field(default_factory=list)
    spots: dict[Spot, HtmlCell] = field(default_factory=dict)
    double: list[Spot] = field(default_factory=list)

    @property
    def size(self) -> tuple[int, int]:
        return (
            max(row for row, _ in self.spots) + 1,
            max(column for _, column in self.spots) + 1,
        )

    def headers(self, cell: HtmlCell) -> set[str]:
        """Return the words of the headers that the standard gives to a cell."""
        found: list[HtmlCell] = []
        for row in range(cell.row, cell.row + cell.height):
            self._scan(found, row, cell.column, 0, -1)
        for column in range(cell.column, cell.column + cell.width):
            self._scan(found, cell.row, column, -1, 0)
        for other in self.cells:
            is_before = (
                other.column < cell.column + cell.width and other.row < cell.row + cell.height
            )
            in_rows = other.scope == "rowgroup" and other.row_group == cell.row_group
            in_columns = other.scope == "colgroup" and other.column_group == cell.column_group
            if is_before and (in_rows or in_columns):
                found.append(other)
        return {other.text for other in found if other.text}

    def _scan(self, found: list[HtmlCell], row: int, column: int, down: int, right: int) -> None:
        block: list[HtmlCell] = []
        opaque: list[HtmlCell] = []
        is_in_block = False
        row, column = row + down, column + right
        while row >= 0 and column >= 0:
            cell = self.spots[row, column]
            row, column = row + down, column + right
            if not cell.is_header:
                opaque += block if is_in_block else []
                block, is_in_block = [], False
                continue
            is_in_block = True
            block.append(cell)
            if not _is_blocked(cell, opaque, is_upward=down != 0):
                found.append(cell)


def _is_blocked(cell: HtmlCell, opaque: list[HtmlCell], is_upward: bool) -> bool:
    if is_upward:
        same = any((o.column, o.width) == (cell.column, cell.width) for o in opaque)
        return same or cell.scope != "col"
    same = any((o.row, o.height) == (cell.row, cell.height) for o in opaque)
    return same or cell.scope != "row"


def html_table(element: etree._Element) -> HtmlTable:
    """Return the table that an element makes up."""
    table = HtmlTable()
    groups = [len(group.findall("col")) for group in element.findall("colgroup")]
    of_column = [number for number, span in enumerate(groups) for _ in range(span)]
    number = 0
    for index, group in enumerate(g for g in element if g.tag in ("thead", "tbody", "tfoot")):
        rows = group.findall("tr")
        for offset, row in enumerate(rows):
            column = 0
            for item in row:
                while (number, column) in table.spots:
                    column += 1
                height = min(int(item.get("rowspan", "1")), len(rows) - offset)
                width = int(item.get("colspan", "1"))
                place = of_column[column] if column < len(of_column) else -1
                text = "\n".join(map(str, item.itertext()))
                scope = item.get("scope", "?") if item.tag == "th" else ""
                cell = HtmlCell(number, column, height, width, text, scope, index, place)
                _lay(table, cell)
                column += width
            number += 1
    return table


def _lay(table: HtmlTable, cell: HtmlCell) -> None:
    table.cells.append(cell)
    for row in range(cell.row, cell.row + cell.height):
        for column in range(cell.column, cell.column + cell.width):
            if (row, column) in table.spots:
                table.double.append((row, column))
            table.spots[row, column] = cell

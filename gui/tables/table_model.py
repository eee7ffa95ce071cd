"""The official grid of one table as a Qt item model over the document."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from gui.document.document import Document
from gui.look.tool_tips import wrapped
from gui.tables.cell_notes import CellNotes
from gui.tables.comparison import ComparisonSwitch
from gui.tables.filling import Filling
from gui.tables.outline import Outline
from model.checks import Level
from model.form.layout import GridCell
from model.form.table import Table
from model.report.comparison import last_and_change, name_of_last
from model.report.edits import CellChange, set_cells
from model.report.values import Value, format_value, parse_value

AnyIndex = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
# Asked for twice a cell at each painting; to join flags in Python takes longer than all the rest.
_SKIPPED = Qt.ItemFlag.NoItemFlags
_COMPUTED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_TYPED = _COMPUTED | Qt.ItemFlag.ItemIsEditable


class FormTableModel(QAbstractTableModel):
    """Every cell of the official grid, headers included; only typed cells can be edited."""

    def __init__(
        self,
        document: Document,
        table: Table,
        parent: QObject | None = None,
        comparison: ComparisonSwitch | None = None,
    ) -> None:
        super().__init__(parent)
        self.document = document
        self.table = table
        self._cells: dict[tuple[int, int], GridCell] = {}
        for cell in table.grid:
            for row in range(cell.row, cell.row + cell.row_span):
                for column in range(cell.column, cell.column + cell.column_span):
                    self._cells[row, column] = cell
        self.outline = Outline(table, self)
        self.notes = CellNotes(document, table)
        self.filling = Filling(document, table, self)
        self.comparison = comparison or ComparisonSwitch(parent=self)
        self._levels: dict[str, Level | None] = {}
        document.cells_changed.connect(self._refresh_cells)
        for signal in (document.findings_changed, self.filling.changed):
            signal.connect(self._refresh_levels)
        for signal in (
            document.figure_sources_changed,
            document.previous_changed,
            self.outline.changed,
            self.comparison.toggled,
        ):
            signal.connect(self._refresh_all)

    def rowCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return the number of grid rows."""
        return 0 if parent.isValid() else self.table.grid_rows

    def columnCount(self, parent: AnyIndex = _ROOT) -> int:
        """Return the number of grid columns."""
        return 0 if parent.isValid() else self.table.grid_columns

    def cell_at(self, row: int, column: int) -> GridCell | None:
        """Return the cell that covers a place of the grid, or None outside of it."""
        return self._cells.get((row, column))

    def cell_of(self, index: AnyIndex) -> GridCell | None:
        """Return the cell that covers an index."""
        return self.cell_at(index.row(), index.column())

    def is_computed(self, cell: GridCell) -> bool:
        """Return whether the program computes the cell."""
        return cell.key in self.table.sums

    def is_input(self, cell: GridCell | None) -> bool:
        """Return whether a person types the cell."""
        return cell is not None and bool(cell.key) and not self.is_computed(cell)

    def level(self, cell: GridCell) -> Level | None:
        """Return the gravest finding on the cell, or None."""
        return self.document.cell_level(self.table.key, cell.key) if cell.key else None

    def shown_level(self, cell: GridCell) -> Level | None:
        """Return the level that a cell is marked with.

        A blank to be filled is no doubt yet: a table that is begun would be nothing but marks. A
        column that is being filled is not accused of being out of balance.
        """
        level = self.level(cell)
        if level is Level.QUERY and not self.text(cell):
            return None
        if level is not None and self.filling.hides(cell.key):
            return None
        return level

    def value(self, key: str) -> Value:
        """Return the figure that stands in a cell."""
        return self.document.report.value(self.table.key, key)

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Return no flags for headers, so that keys skip them."""
        cell = self.cell_of(index)
        if cell is None or not cell.key:
            return _SKIPPED
        return _COMPUTED if self.is_computed(cell) else _TYPED

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401
        """Return the text, the editor's text or the tool tip of a cell."""
        cell = self.cell_of(index)
        if cell is None or (cell.row, cell.column) != (index.row(), index.column()):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self.text(cell)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return spoken(self, cell)
        if role == Qt.ItemDataRole.ToolTipRole:
            words = self.tool_tip(cell.key) if cell.key else self._label_tip(cell)
            return wrapped(words) or None
        return None

    def text(self, cell: GridCell) -> str:
        """Return what is printed in a cell."""
        return format_value(self.value(cell.key)) if cell.key else cell.text

    def setData(
        self,
        index: AnyIndex,
        value: Any,  # noqa: ANN401 - as Qt declares it
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """Type a text into a cell; what is no figure stays as it was typed."""
        cell = self.cell_of(index)
        if role != Qt.ItemDataRole.EditRole or cell is None or not self.is_input(cell):
            return False
        parsed = parse_value(str(value), self.table.column(cell.key).kind)
        if not same_value(parsed, self.value(cell.key)):
            name = f"填写{self.table.cell_name(cell.key)}"
            self.document.push(set_cells(name, self.table.key, [(cell.key, parsed)]))
        return True

    def hold(self, cell: GridCell, text: str) -> None:
        """Note what is being typed in a cell, so that it is kept before it is taken over."""
        value = parse_value(text, self.table.column(cell.key).kind)
        self.document.hold(CellChange(self.table.key, cell.key, value))

    def tool_tip(self, key: str) -> str:
        """Return last year's figure, the meaning of the cell, and what is wrong with it."""
        lines = [self.table.cell_name(key)]
        last = self.last_year(key)
        if last:
            lines.append(last)
        row, column = self.table.row(key), self.table.column(key)
        lines += [text for text in (row.help, column.help) if text]
        source = self.document.report.figure_source(self.table.key, key)
        lines += [f"数字来源：{source}"] if source else []
        lines += [f"● {text}" for text in self.document.cell_messages(self.table.key, key)]
        lines += [f"已注明情况属实：{r}" for r in self.document.cell_reasons(self.table.key, key)]
        return "\n".join(lines)

    def _label_tip(self, cell: GridCell) -> str:
        """Return what belongs into the row of a label, with its note."""
        in_row = (self.cell_at(cell.row, column) for column in range(self.columnCount()))
        key = next((other.key for other in in_row if other is not None and other.key), "")
        is_label = cell.role == "label" and cell.row_span == 1 and bool(key)
        told = (self.table.row(key).help if is_label else "", self.notes.words(cell))
        return "\n".join(words for words in told if words)

    def last_year(self, key: str) -> str:
        """Return last year's figure in words, or "" where no last year's report is attached."""
        if self.document.report.previous is None:
            return ""
        last, change = self.last_and_change(key)
        more = f"（{change}）" if change else ""
        name = name_of_last(self.document.report)
        return f"{name}：{last}{more}" if last else f"{name}：（空白）"

    def last_and_change(self, key: str) -> tuple[str, str]:
        """Return last year's figure and the change since, each "" where there is none."""
        return last_and_change(self.document.report, self.table.key, key)

    def last_shown(self, key: str) -> str:
        """Return last year's figure as it stands in the cell; "" where none is shown.

        Where both are 0 it would only be in the way.
        """
        if not self.shows_last_year:
            return ""
        last = self.last_and_change(key)[0]
        return "" if last == "0" and format_value(self.value(key)) == "0" else last

    @property
    def shows_last_year(self) -> bool:
        """Return whether each cell shows last year's figure beside its own."""
        return self.comparison.is_on and self.document.report.previous is not None

    def blank_count(self) -> int:
        """Return how many typed cells are blank."""
        return len(self.document.report.blank_inputs(self.table))

    def index_of(self, key: str) -> QModelIndex:
        """Return the index of a value cell."""
        cell = self.table.positions[key]
        return self.index(cell.row, cell.column)

    def _refresh_cells(self, table: str, keys: frozenset[str]) -> None:
        if table != self.table.key:
            return
        for key in keys:
            index = self.index_of(key)
            self.dataChanged.emit(index, index)

    def _refresh_levels(self) -> None:
        """Show the cells anew that are marked otherwise than before."""
        positions = self.table.positions
        levels = {key: self.shown_level(positions[key]) for key in self.table.keys}
        changed = [key for key in levels if levels[key] is not self._levels.get(key)]
        self._levels = levels
        self._refresh_cells(self.table.key, frozenset(changed))

    def _refresh_all(self, *_: object) -> None:
        last = self.index(self.table.grid_rows - 1, self.table.grid_columns - 1)
        self.dataChanged.emit(self.index(0, 0), last)


def spoken(model: FormTableModel, cell: GridCell) -> str:
    """Return a cell in words for a screen reader: row, column, value, state, last year's figure."""
    if not cell.key:
        return cell.text
    parts = [model.table.cell_name(cell.key), model.text(cell) or "空白"]
    if model.is_computed(cell):
        parts.append("自动合计")
    level = model.shown_level(cell)
    if level is not None:
        parts.append(level.label)
    last = model.last_year(cell.key)
    return "，".join([*parts, last] if last else parts)


def same_value(one: Value, other: Value) -> bool:
    """Return whether two values are the same and are written the same way."""
    return type(one) is type(other) and format_value(one) == format_value(other)

"""An official table whose header rows and label columns stay in view when it scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QGridLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gui.look.theme import look
from gui.tables.bare_table import BareTableView
from gui.tables.geometry import column_widths, measures, row_heights
from gui.tables.table_model import FormTableModel
from gui.tables.table_view import FormTableView


class FrozenGrid(QFrame):
    """The main view with up to three more over the same model: corner, header rows, labels.

    A table whose captions run across its labels freezes nothing; it is short.
    """

    columns_moved = Signal()
    """The columns were resized or scrolled; what is aligned with them must follow."""

    def __init__(self, model: FormTableModel) -> None:
        super().__init__()
        self.form_model = model
        self._is_whole = False
        table = model.table
        self._rows = table.header_rows
        self._columns = table.label_columns if table.header_rows else 0
        self.main = FormTableView(model)
        self.frozen: list[BareTableView] = []
        self.top = self._freeze() if self._rows else None
        self.left = self._freeze() if self._columns else None
        self._below_left = QWidget()
        self.corner = self._freeze() if self._rows and self._columns else None
        self._lay_out()
        self._show_parts()
        self._connect()
        self.widths: list[int] = []
        self.heights: list[int] = []

    def _freeze(self) -> BareTableView:
        view = BareTableView(self.form_model)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.frozen.append(view)
        return view

    def _lay_out(self) -> None:
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        fixed, ignored = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored
        if self.corner is not None:
            layout.addWidget(self.corner, 0, 0)
        if self.top is not None:
            self.top.setSizePolicy(ignored, fixed)
            layout.addWidget(self.top, 0, 1)
        if self.left is not None:
            self.left.setSizePolicy(fixed, ignored)
            beside = QVBoxLayout()
            beside.setSpacing(0)
            # Qt asks for more than a low window has.
            self.left.setMinimumHeight(1)
            beside.addWidget(self.left, 1)
            beside.addWidget(self._below_left)
            layout.addLayout(beside, 1, 0)
        layout.addWidget(self.main, 1, 1)
        # Qt asks for more than the one value row of a short table, at the headers' cost.
        self.main.setMinimumSize(40, 20)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def _show_parts(self) -> None:
        rows, columns = self.form_model.rowCount(), self.form_model.columnCount()
        head, body = range(self._rows), range(self._rows, rows)
        labels, values = range(self._columns), range(self._columns, columns)
        self.main.show_part(body, values)
        for view, part in (
            (self.top, (head, values)),
            (self.left, (body, labels)),
            (self.corner, (head, labels)),
        ):
            if view is not None:
                view.show_part(*part)

    def _connect(self) -> None:
        vertical, horizontal = self.main.verticalScrollBar(), self.main.horizontalScrollBar()
        if self.left is not None:
            vertical.valueChanged.connect(self.left.verticalScrollBar().setValue)
            self.left.verticalScrollBar().valueChanged.connect(vertical.setValue)
            # The names of tall groups are painted in the middle of what is in view.
            vertical.valueChanged.connect(self.left.viewport().update)
        if self.top is not None:
            horizontal.valueChanged.connect(self.top.horizontalScrollBar().setValue)
            self.top.horizontalScrollBar().valueChanged.connect(horizontal.setValue)
        horizontal.valueChanged.connect(lambda _: self.columns_moved.emit())
        self.main.current_changed.connect(self._mark_labels)
        self.main.viewport().installEventFilter(self)
        look.changed.connect(self._show_look)

    def _show_look(self) -> None:
        self.widths = []
        self.fit()
        for view in (self.main, *self.frozen):
            view.viewport().update()

    def _mark_labels(self) -> None:
        for view in self.frozen:
            view.mark(self.main.current_cell())

    # ------------------------------------------------------------ sizes

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the new width."""
        super().resizeEvent(event)
        self.fit()

    def show_whole(self, is_whole: bool) -> None:
        """Set all rows as close as they can be read, or as usual."""
        self._is_whole = is_whole
        self.fit()

    def fit(self) -> None:
        """Set widths and heights anew for the space and the zoom that there are now."""
        table, window = self.form_model.table, self.window()
        drawn = measures(window.width(), window.height(), is_whole=self._is_whole)
        bar = self.main.verticalScrollBar().sizeHint().width()
        # A whole table has nothing to scroll.
        space = self.width() - (0 if self._is_whole else bar)
        widths = column_widths(table, space, drawn)
        heights = row_heights(table, widths, drawn)
        if (widths, heights) != (self.widths, self.heights):
            self.widths, self.heights = widths, heights
            self._set_sections()
        self.main.setMaximumWidth(sum(widths[self._columns :]) + bar)
        self.setMaximumHeight(sum(heights) + self._scroll_bar_height())
        self._follow_viewport()

    def _set_sections(self) -> None:
        for view in (self.main, *self.frozen):
            for column, width in enumerate(self.widths):
                view.setColumnWidth(column, width)
            for row, height in enumerate(self.heights):
                view.setRowHeight(row, height)
        frozen: tuple[tuple[BareTableView | None, int, int], ...] = (
            (self.corner, self._label_width, self._header_height),
            (self.top, 0, self._header_height),
            (self.left, self._label_width, 0),
        )
        for part, width, height in frozen:
            if part is not None and width:
                part.setFixedWidth(width)
            if part is not None and height:
                part.setFixedHeight(height)

    def _scroll_bar_height(self) -> int:
        bar = self.main.horizontalScrollBar()
        return bar.sizeHint().height() if sum(self.widths) > self.width() else 0

    @property
    def _label_width(self) -> int:
        return sum(self.widths[: self._columns])

    @property
    def _header_height(self) -> int:
        return sum(self.heights[: self._rows])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the frozen views as wide and as high as what is seen of the main view."""
        if event.type() == QEvent.Type.Resize and watched is self.main.viewport():
            self._follow_viewport()
        return bool(super().eventFilter(watched, event))

    def _follow_viewport(self) -> None:
        viewport = self.main.viewport()
        if self.top is not None:
            self.top.setMaximumWidth(viewport.width())
            self.top.horizontalScrollBar().setValue(self.main.horizontalScrollBar().value())
        if self.left is not None:
            # As high as the scroll bar beside it: a limit would let Qt centre the labels.
            self._below_left.setFixedHeight(max(0, self.main.height() - viewport.height()))
            self.left.verticalScrollBar().setValue(self.main.verticalScrollBar().value())
        self.columns_moved.emit()

    def column_edges(self, column: int) -> tuple[int, int]:
        """Return (left edge, width) of a value column in this widget's pixels as it is seen."""
        view = self.main
        left = view.x() + view.viewport().x() + view.columnViewportPosition(column)
        return left, view.columnWidth(column)

    def values_left(self) -> int:
        """Return where the value columns begin, in this widget's pixels."""
        return self.main.x()

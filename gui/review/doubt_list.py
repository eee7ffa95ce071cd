"""The list of what is to be looked at: causes, and under them the cells, to be corrected here."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from gui.fields.line_field import LineField
from gui.look.icons import icon
from gui.look.palette import colours
from gui.look.sizes import px
from gui.look.theme import follow
from gui.review.cause_card import CauseCard
from gui.review.doubt_cells import PlaceDelegate, WordsDelegate
from gui.review.review import Group, Review
from model.report.values import parse_value

PLACE, SOURCE, READ_AS, REASON = range(4)
_HEADS = ("哪一格", "来源里这一行", "读作（可改）", "为什么要看")
_WIDTHS = {PLACE: (180, 0.24), READ_AS: (108, 0.16), REASON: (210, 0.26)}
"""Pixels at 100 %, and at most so much of the list; the source's row has what is left."""
_LOCKED = Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
FEW_CELLS = 7
"""Cells of one row; more are folded under their cause at first."""


class _WholeTextDelegate(QStyledItemDelegate):
    """Edits a cell in a line that cuts nothing; Qt's own one does."""

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        """Return the line in which a figure is corrected."""
        return LineField(parent=parent)


class DoubtList(QTableWidget):
    """Shows causes and doubtful cells; Enter goes to the next one that is not settled."""

    changed = Signal()
    """A figure was corrected or placed, or something was looked at."""
    reached = Signal(str)
    """The table of the place that the clerk came to."""
    ended = Signal()
    """Enter was pressed where nothing is left."""

    def __init__(self, review: Review, parent: QWidget | None = None) -> None:
        super().__init__(0, len(_HEADS), parent)
        self._review = review
        self._cards: dict[int, tuple[CauseCard, Group]] = {}
        self._places: dict[int, int] = {}
        self._shown: tuple[Group, ...] = ()
        self.setHorizontalHeaderLabels(list(_HEADS))
        self.setAccessibleName("存疑的格")
        self.verticalHeader().hide()
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AllEditTriggers)
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(SOURCE, QHeaderView.ResizeMode.Stretch)
        follow(self, self._show_widths)
        delegate = _WholeTextDelegate(self)
        delegate.closeEditor.connect(self._editor_closed)
        self.setItemDelegate(delegate)
        self.setItemDelegateForColumn(PLACE, PlaceDelegate(self))
        self.setItemDelegateForColumn(SOURCE, WordsDelegate(self))
        self.itemChanged.connect(self._take)
        self.currentCellChanged.connect(self._reach)
        self._build()

    # ------------------------------------------------------------ what is shown

    def _build(self) -> None:
        """Fill the list anew; which causes are folded stays."""
        folded = {group.cause: card.is_folded for card, group in self._cards.values()}
        self._shown = self._review.groups
        self.blockSignals(True)
        self._cards, self._places = {}, {}
        self.clearSpans()
        self.setRowCount(0)
        for group in self._shown:
            if group.cause is not None or len(self._shown) > 1:
                self._add_card(group, folded.get(group.cause, self._is_folded_first(group)))
            for place in group.doubts:
                self._places[self.rowCount()] = place
                self._add_doubt(place)
        self.blockSignals(False)
        self.refresh()

    def _show_widths(self) -> None:
        whole = self.viewport().width()
        for column, (width, share) in _WIDTHS.items():
            self.setColumnWidth(column, min(px(width), round(share * whole)))

    def _is_folded_first(self, group: Group) -> bool:
        if group.cause is None or len(group.doubts) < 2:
            return False
        is_blank = not any(self._review.text(place) for place in group.doubts)
        return bool(group.cause.placements) or len(group.doubts) > FEW_CELLS or not is_blank

    def _add_card(self, group: Group, is_folded: bool) -> None:
        row = self.rowCount()
        self.insertRow(row)
        card = CauseCard(self._review, group, is_folded=is_folded)
        item = _item(card.title.text())
        item.setData(Qt.ItemDataRole.DisplayRole, "")
        item.setData(Qt.ItemDataRole.AccessibleTextRole, card.title.text())
        self.setItem(row, PLACE, item)
        self.setSpan(row, PLACE, 1, len(_HEADS))
        self.setCellWidget(row, PLACE, card)
        card.placed.connect(lambda way, group=group: self._put(group, way))
        card.folded.connect(lambda _: self._fold())
        self._cards[row] = card, group

    def _add_doubt(self, place: int) -> None:
        row = self.rowCount()
        self.insertRow(row)
        doubt = self._review.doubts[place]
        table = self._review.report.form.table(doubt.table)
        name = f"{table.row_name(doubt.key)}\n{table.column_name(doubt.key)}"
        self.setItem(row, PLACE, _item(name))
        self.setItem(row, SOURCE, _item(self._source_words(place)))
        item = QTableWidgetItem()
        item.setTextAlignment(Qt.AlignmentFlag.AlignCenter)
        if self._review.is_computed(place):
            item.setFlags(_LOCKED)
            item.setToolTip("合计由程序自动算，请改它的各项")
        self.setItem(row, READ_AS, item)
        self.setItem(row, REASON, _item(""))

    def _source_words(self, place: int) -> str:
        """Return the source's row, the doubtful figure in brackets where its place is certain."""
        doubt = self._review.doubts[place]
        table = self._review.report.form.table(doubt.table)
        is_across = table.block(doubt.key).is_across
        keys = table.keys if is_across else table.row_keys(table.row(doubt.key).key)
        texts = [text or "空" for text in doubt.source]
        first = len(texts) - len(keys)
        at = first + keys.index(doubt.key)
        if first >= 0 and self._is_read(place, doubt.source[at]):
            texts[at] = f"【{texts[at]}】"
        if first == 0 and is_across:
            # Bare figures side by side: those of this row alone, each with its name.
            texts = [
                f"{table.column_name(key)} {text}"
                for key, text in zip(keys, texts, strict=True)
                if table.row(key) == table.row(doubt.key)
            ]
        return " ｜ ".join(texts).lstrip(" 空｜")

    def _is_read(self, place: int, text: str) -> bool:
        """Return whether a text of the source is what a cell was read as."""
        doubt, report = self._review.doubts[place], self._review.opened.report
        kind = report.form.table(doubt.table).column(doubt.key).kind
        return parse_value(text, kind) == report.value(doubt.table, doubt.key)

    def refresh(self) -> None:
        """Show figures, reasons and ticks as they are now."""
        if self._shown != self._review.groups:
            self._build_keeping_place()
            return
        self.blockSignals(True)
        for row, place in self._places.items():
            self._show_doubt(row, place)
        self.blockSignals(False)
        for card, _ in self._cards.values():
            card.refresh()
        self._fold()

    def _build_keeping_place(self) -> None:
        place = self._places.get(self.currentRow())
        self._build()
        if place is not None:
            rows = (row for row, other in self._places.items() if other == place)
            self.setCurrentCell(next(rows, 0), READ_AS)

    def _show_doubt(self, row: int, place: int) -> None:
        review = self._review
        is_settled = review.is_settled(place)
        read, reason = self.item(row, READ_AS), self.item(row, REASON)
        if read is None or reason is None:
            return
        read.setText(review.text(place))
        is_computed = review.is_computed(place)
        read.setForeground(colours.off if is_computed else colours.text)
        read.setBackground(
            colours.computed if is_computed else colours.oksoft if is_settled else colours.qsoft
        )
        standing = review.standing(place)
        is_answered = is_settled and not standing.is_settled
        reason.setText(f"已改好。原来：{standing.reason}" if is_answered else standing.reason)
        reason.setIcon(icon("done", role="ok") if is_settled else icon("query", role="query"))

    def _fold(self) -> None:
        """Hide the cells of folded causes, and give every card the height of its words."""
        places = {place: row for row, place in self._places.items()}
        for row, (card, group) in self._cards.items():
            for place in group.doubts:
                self.setRowHidden(places[place], card.is_folded)
            width = self.viewport().width()
            card.setFixedWidth(max(width, 1))
            self.setRowHeight(row, max(card.heightForWidth(width), card.minimumSizeHint().height()))
        for row in self._places:
            if not self.isRowHidden(row):
                self.resizeRowToContents(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words anew."""
        super().resizeEvent(event)
        self._show_widths()
        self._fold()

    # ------------------------------------------------------------ what the clerk does

    def _take(self, item: QTableWidgetItem) -> None:
        place = self._places.get(item.row())
        if item.column() == READ_AS and place is not None:
            self._review.correct(place, item.text())
            # The editor that hands the figure over is still open; the list may be built anew.
            QTimer.singleShot(0, self, self.refresh)
            self.changed.emit()

    def _put(self, group: Group, way: tuple[str, ...]) -> None:
        if group.cause is not None:
            self._review.place(group.cause, way)
            self._review.see(group.doubts)
            self.refresh()
            self.changed.emit()

    def _reach(self, row: int, *_: int) -> None:
        """Count what the clerk came to as looked at; a card stands for the cells folded in it."""
        if row in self._places:
            self._review.see([self._places[row]])
        elif row in self._cards and self._cards[row][0].is_folded:
            self._review.see(self._cards[row][1].doubts)
        self.changed.emit()
        for place in self._doubts_at(row)[:1] if row >= 0 else ():
            self.reached.emit(self._review.doubts[place].table)

    def _stops(self) -> Iterator[int]:
        """Yield the rows where something is to be looked at, in their order."""
        for row in range(self.rowCount()):
            if row in self._places:
                if not self.isRowHidden(row) and not self._review.is_settled(self._places[row]):
                    yield row
            elif self._cards[row][0].is_folded or not self._cards[row][1].doubts:
                yield row

    def go_first(self) -> None:
        """Go to the first place that was not looked at, else to the first at all."""
        unseen = set(self._review.unseen)
        stops = list(self._stops())
        fresh = [row for row in stops if unseen & set(self._doubts_at(row))]
        self._go((fresh or stops or [-1])[0])

    def go_to_table(self, table: str) -> None:
        """Go to the first place to be looked at in a table, if there is one."""
        rows = (
            row
            for row in self._stops()
            if any(self._review.doubts[place].table == table for place in self._doubts_at(row))
        )
        self._go(next(rows, -1))

    def _doubts_at(self, row: int) -> tuple[int, ...]:
        return (self._places[row],) if row in self._places else self._cards[row][1].doubts

    def go_next(self) -> None:
        """Go to the next place to be looked at; behind the last one tell that it was the last."""
        later = [row for row in self._stops() if row > self.currentRow()]
        if later:
            self._go(later[0])
        else:
            self.ended.emit()

    def _go(self, row: int) -> None:
        if row >= 0:
            self.setFocus()
            self.setCurrentCell(row, PLACE if row in self._cards else READ_AS)
            self.scrollTo(self.model().index(row, PLACE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go on by Enter; all else is as in any list.

        Enter in the line of a figure comes here too, before the figure is handed over.
        """
        if event.key() in _ENTER:
            if self.state() is not QAbstractItemView.State.EditingState:
                self.go_next()
        else:
            super().keyPressEvent(event)

    def _editor_closed(self, _: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        if hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            QTimer.singleShot(0, self, self.go_next)


def _item(text: str) -> QTableWidgetItem:
    item = QTableWidgetItem(text)
    item.setFlags(_LOCKED)
    return item

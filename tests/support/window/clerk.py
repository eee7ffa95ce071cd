"""A clerk at the window: hands on keys and mouse, nothing else."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gui.panels.table_panel import TablePanel
from gui.panels.workspace import Workspace
from gui.tables.table_view import FormTableView
from gui_bench import Bench
from model.report.report import Report
from model.report.values import Value

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
Key = Qt.Key


class Clerk:
    """Works on the open report by events that a keyboard and a mouse make."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.document = bench.document

    def opens(self, report: Report, path: Path | None = None) -> None:
        self.bench.open(report, path)
        self.bench.fill_old_screen()
        self.bench.window.activateWindow()
        self.bench.bot.waitUntil(self.bench.window.isActiveWindow)

    @property
    def workspace(self) -> Workspace:
        assert self.bench.window.workspace is not None
        return self.bench.window.workspace

    @property
    def report(self) -> Report:
        return self.document.report

    @property
    def table(self) -> TablePanel:
        table = self.workspace.page().table
        assert table is not None
        return table

    @property
    def view(self) -> FormTableView:
        return self.table.view

    @property
    def at(self) -> str:
        """Return the key of the cell that has the keys."""
        cell = self.view.current_cell()
        return "" if cell is None else cell.key

    def value(self, key: str) -> Value:
        return self.report.value(self.table.model.table.key, key)

    # ------------------------------------------------------------ the hands

    def focus(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def types(self, words: str) -> None:
        for letter in words:
            if letter.isascii():
                QTest.keyClicks(self.focus(), letter)
                continue
            # Qt's own test keys know letters of keyboards only.
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(self.focus(), QKeyEvent(kind, 0, NONE, letter))

    def composes(self, words: str) -> None:
        """Let an input method hand over words, as Chinese is typed."""
        event = QInputMethodEvent()
        event.setCommitString(words)
        QApplication.sendEvent(self.focus(), event)

    def presses(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(self.focus(), key, held)

    def clicks(self, widget: QWidget, at: QPoint | None = None) -> None:
        assert widget.isVisible()
        QTest.mouseClick(widget, LEFT, pos=at or widget.rect().center())

    def double_clicks(self, widget: QWidget, at: QPoint) -> None:
        QTest.mouseClick(widget, LEFT, pos=at)
        QTest.mouseDClick(widget, LEFT, pos=at)

    def goes_to_part(self, section: str) -> None:
        parts = self.workspace.sections.list
        row = list(self.report.form.section_keys).index(section)
        place = parts.visualRect(parts.model().index(row, 0)).center()
        QTest.mouseClick(parts.viewport(), LEFT, pos=place)
        assert self.workspace.page().section.key == section

    def goes_to_requests(self) -> None:
        self.goes_to_part(self.report.form.table("requests").section)

    def place_of(self, key: str) -> QPoint:
        self.view.scrollTo(self.table.model.index_of(key))
        return self.view.visualRect(self.table.model.index_of(key)).center()

    def clicks_cell(self, key: str) -> None:
        place = self.place_of(key)
        QTest.mouseClick(self.view.viewport(), LEFT, pos=place)
        assert self.at == key

    def presses_card(self, code: str) -> None:
        cards = self.workspace.findings.list
        row = next(row for row, entry in cards.entries() if entry.finding.code == code)
        cards.scrollToItem(cards.item(row))
        seen = cards.visualItemRect(cards.item(row)).intersected(cards.viewport().rect())
        QTest.mouseClick(cards.viewport(), LEFT, pos=seen.center())

    def turns_wheel(self, widget: QWidget, steps: int, held: Qt.KeyboardModifier = NONE) -> None:
        place = QPointF(widget.rect().center())
        event = QWheelEvent(
            place,
            widget.mapToGlobal(place),
            QPoint(),
            QPoint(0, 120 * steps),
            Qt.MouseButton.NoButton,
            held,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(widget, event)

    def drops(self, path: Path, target: QWidget) -> None:
        """Drop a file as Qt does: whoever takes the entering gets the rest."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path))])
        data.setText(QUrl.fromLocalFile(str(path)).toString())
        copy, place = Qt.DropAction.CopyAction, target.rect().center()
        taker: QWidget | None = target
        while taker is not None:
            entering = QDragEnterEvent(place, copy, data, LEFT, NONE)
            entering.ignore()
            is_told = taker.acceptDrops() and QApplication.sendEvent(taker, entering)
            if is_told and entering.isAccepted():
                break
            taker = None if taker.isWindow() else taker.parentWidget()
        assert taker is not None
        QApplication.sendEvent(taker, QDragMoveEvent(place, copy, data, LEFT, NONE))
        QApplication.sendEvent(taker, QDropEvent(QPointF(place), copy, data, LEFT, NONE))

    def has_copied(self, text: str = "", html: str = "") -> None:
        """Let another program have put something on the clipboard."""
        data = QMimeData()
        if text:
            data.setText(text)
        if html:
            data.setHtml(html)
        QGuiApplication.clipboard().setMimeData(data)

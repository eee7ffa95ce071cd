"""Choosing from menus with the mouse, as they open: in the bar, and at the right button."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu

from gui.tables.table_view import FormTableView

LEFT = Qt.MouseButton.LeftButton


def menu_entry(view: FormTableView, begins: str) -> None:
    """Open the menu by the right button's event and click the entry that begins so."""
    place = view.visualRect(view.currentIndex()).center()
    anywhere = view.viewport().mapToGlobal(place)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, anywhere)
    seen: list[str] = []
    QTimer.singleShot(0, lambda: click_entry(begins, seen))
    QApplication.sendEvent(view.viewport(), event)
    assert any(text.startswith(begins) for text in seen), seen


def bar_entry(window: QMainWindow, title: str, begins: str) -> None:
    """Open a menu of the window's bar by a click and click the entry that begins so."""
    bar = window.menuBar()
    menu = next(one for one in bar.actions() if one.text().startswith(title))
    seen: list[str] = []
    QTest.mouseClick(bar, LEFT, pos=bar.actionGeometry(menu).center())
    click_entry(begins, seen)
    assert any(text.startswith(begins) for text in seen), seen


def click_entry(begins: str, seen: list[str]) -> None:
    """Click the entry of the menu that is open, and note every entry that can be chosen."""
    menu = QApplication.activePopupWidget()
    if not isinstance(menu, QMenu):
        return
    entries = [item for item in menu.actions() if item.isEnabled()]
    seen += [item.text() for item in entries]
    for entry in entries:
        if entry.text().startswith(begins):
            QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(entry).center())
    menu.close()

"""What holds of every dialog; one that is not in `every_dialog` is missed here."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import gui
from every_dialog import dialogs
from gui.frame.dialog import FRAME, FittedDialog
from gui.look.theme import look

HOME = Path(gui.__file__).parent
SMALL = QRect(0, 0, 911, 472)
"""A screen of 1366×768 enlarged to 150 %, less the system's bar."""
NAMES = tuple(dialogs(Path()))


@pytest.fixture(autouse=True)
def _usual_size() -> Iterator[None]:
    yield
    look.set_percent(100)


def shown(qtbot: QtBot, name: str, folder: Path) -> QDialog:
    dialog = dialogs(folder)[name]()
    qtbot.addWidget(dialog)
    dialog.show()
    QApplication.processEvents()
    return dialog


def kinds(kind: type[QDialog]) -> set[type[QDialog]]:
    """Return what is made of a dialog within the window's own rooms."""
    found = {kind} if kind.__module__.startswith("gui.") else set()
    return found.union(*(kinds(one) for one in kind.__subclasses__()))


@pytest.mark.usefixtures("qapp")
def test_no_dialog_is_forgotten(tmp_path: Path) -> None:
    for path in HOME.rglob("*.py"):
        importlib.import_module(".".join(path.relative_to(HOME.parent).with_suffix("").parts))
    made = [make() for make in dialogs(tmp_path).values()]
    assert {type(one) for one in made} == kinds(QDialog) - {FittedDialog}
    for dialog in made:
        dialog.deleteLater()


class _SmallScreen:
    def availableGeometry(self) -> QRect:  # noqa: N802 - Qt's name
        return SMALL


@pytest.mark.parametrize("name", NAMES)
def test_every_dialog_fits_on_a_small_screen_with_all_its_buttons(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(FittedDialog, "screen", lambda _: _SmallScreen())
    dialog = shown(qtbot, name, tmp_path)
    room = SMALL.size() - FRAME
    dialog.resize(dialog.size().boundedTo(room))
    QApplication.processEvents()
    assert dialog.width() <= room.width()
    assert dialog.height() <= room.height()
    if not isinstance(dialog, FittedDialog):
        return
    for button in dialog.findChildren(QPushButton):
        if button.isVisible() and not dialog.area.isAncestorOf(button):
            assert dialog.rect().contains(QRect(button.mapTo(dialog, QPoint()), button.size()))
    # Nothing is hidden at the right: the middle scrolls downwards only.
    assert dialog.area.horizontalScrollBar().maximum() == 0


@pytest.mark.parametrize("name", NAMES)
def test_no_line_of_a_dialog_lies_under_its_scroll_bar(
    qtbot: QtBot, tmp_path: Path, name: str
) -> None:
    dialog = shown(qtbot, name, tmp_path)
    if isinstance(dialog, FittedDialog):
        assert dialog.area.horizontalScrollBar().maximum() == 0


# The grids of a paste are made anew for each way of reading it, and come last.
@pytest.mark.parametrize("name", [name for name in NAMES if name != "paste"])
def test_tab_comes_to_the_fields_before_the_foot(qtbot: QtBot, tmp_path: Path, name: str) -> None:
    dialog = shown(qtbot, name, tmp_path)
    if not isinstance(dialog, FittedDialog):
        return
    stops: list[QWidget] = []
    at = dialog.nextInFocusChain()
    while at is not None and at is not dialog:
        if at.isVisible() and at.focusPolicy().value & Qt.FocusPolicy.TabFocus.value:
            stops.append(at)
        at = at.nextInFocusChain()
    is_foot = [not dialog.area.isAncestorOf(one) for one in stops]
    assert is_foot == sorted(is_foot)


@pytest.mark.parametrize(
    ("name", "field"), [("reason", "text"), ("choice", "choices"), ("check-code", "choose")]
)
def test_a_dialog_begins_where_something_is_to_be_said(
    qtbot: QtBot, tmp_path: Path, name: str, field: str
) -> None:
    dialog = shown(qtbot, name, tmp_path)
    dialog.activateWindow()
    qtbot.waitUntil(lambda: dialog.focusWidget() is not None)
    assert dialog.focusWidget() is getattr(dialog, field)

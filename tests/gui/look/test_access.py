"""Work without a mouse and for a screen reader: names, values, order of stops, targets."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QLineEdit,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.dialogs.choice_dialog import ChoiceDialog
from gui.look.ring import FocusRing
from gui.look.theme import look
from gui_bench import Bench
from model.report.edits import set_cells
from model.report.report import Report
from sample_reports import sample_report
from storage.errors import SeveralFound


def visible_controls(window: QWidget) -> list[QWidget]:
    kinds = (QAbstractButton, QLineEdit, QComboBox)
    return [one for kind in kinds for one in window.findChildren(kind) if one.isVisible()]


@pytest.mark.parametrize("part", ["requests", "overview", "remaining", "start", "find"])
def test_every_control_has_a_name_and_is_large_enough(bench: Bench, part: str) -> None:
    if part != "start":
        bench.open(sample_report())
        workspace = bench.window.workspace
        assert workspace is not None
        if part == "remaining":
            workspace.show_remaining()
        elif part == "find":
            workspace.show_section("overview")
            bench.window.texts.replace.trigger()
        else:
            workspace.show_section(part)
    QApplication.processEvents()
    for control in visible_controls(bench.window):
        text = control.text() if isinstance(control, QAbstractButton) else ""
        assert control.accessibleName() or text, control
        if text == "" and isinstance(control, QAbstractButton) and control.icon().isNull() is False:
            assert control.toolTip(), control
        assert control.height() >= 26, (control, text)
        assert control.width() >= 26, (control, text)


@pytest.fixture
def zoomed(request: pytest.FixtureRequest) -> Iterator[None]:
    look.set_percent(request.param)
    yield
    look.set_percent(100)


@pytest.mark.parametrize("zoomed", [100, 150], indirect=True)
@pytest.mark.parametrize("width", [900, 1000, 1024, 1199, 1366])
@pytest.mark.usefixtures("zoomed")
def test_the_tool_bar_leaves_no_button_out(bench: Bench, width: int) -> None:
    bench.window.resize(width, 600)
    QApplication.processEvents()
    bar = bench.window.tool_bar
    buttons = [bar.widgetForAction(action) for action in bar.actions()]
    assert all(button.isVisible() for button in buttons if isinstance(button, QToolButton))
    assert bar.sizeHint().width() <= bar.width()


def test_a_cell_says_row_column_value_state_and_last_year(bench: Bench, report: Report) -> None:
    last = Report(report.form, tables={"requests": {"granted.natural_person": 3}})
    report.previous = last.as_previous()
    bench.open(report)
    bench.document.push(set_cells("填写", "requests", [("granted.natural_person", "1.5")]))
    bench.document.check_now()
    workspace = bench.window.workspace
    assert workspace is not None
    workspace.show_section("requests")
    table = workspace.page().table
    assert table is not None
    table.model.filling.leave()
    role = Qt.ItemDataRole.AccessibleTextRole
    words = table.model.index_of("granted.natural_person").data(role)
    for part in ("予以公开", "自然人", "1.5", "必须改", "上年：3"):
        assert part in words
    assert "空白" in table.model.index_of("refused_state_secret.natural_person").data(role)
    assert "自动合计" in table.model.index_of("granted.total").data(role)


def test_tab_goes_from_the_parts_over_the_head_to_the_grid(bench: Bench) -> None:
    bench.open(sample_report())
    workspace = bench.window.workspace
    assert workspace is not None
    workspace.show_section("requests")
    table = workspace.page().table
    assert table is not None
    bench.window.resize(1366, 698)
    bench.window.activateWindow()
    bench.bot.waitUntil(bench.window.isActiveWindow)
    workspace.sections.list.setFocus()
    bench.bot.waitUntil(workspace.sections.list.hasFocus)
    seen: list[QWidget | None] = []
    for _ in range(5):
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, Qt.Key.Key_Tab)
        seen.append(QApplication.focusWidget())
    buttons = [table.whole_button, table.more_button]
    assert seen[0] is workspace.sections.remaining
    assert [one for one in seen if one in buttons] == buttons
    assert table.view in seen


def test_the_tool_bar_is_no_stop_of_tab(bench: Bench) -> None:
    buttons = bench.window.tool_bar.findChildren(QAbstractButton)
    stops = [one for one in buttons if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == []


def test_a_ring_lies_around_the_button_that_has_the_keys(bench: Bench) -> None:
    bench.open(sample_report())
    workspace = bench.window.workspace
    assert workspace is not None
    button = workspace.findings.next_button
    bench.window.resize(1366, 698)
    bench.window.activateWindow()
    bench.bot.waitUntil(bench.window.isActiveWindow)
    button.setFocus()
    bench.bot.waitUntil(button.hasFocus)
    ring = look.ring
    assert ring.isVisible()
    parent = ring.parentWidget()
    assert parent is not None
    place = button.rect().translated(button.mapTo(parent, button.rect().topLeft()))
    assert ring.geometry() == place.adjusted(-4, -4, 4, 4)
    workspace.findings.list.setFocus()
    bench.bot.waitUntil(workspace.findings.list.hasFocus)
    assert not ring.isVisible()


def test_no_box_of_buttons_cuts_the_ring(qtbot: QtBot) -> None:
    dialog = ChoiceDialog(None, SeveralFound("甲.xlsx", "有2份", ("第1份", "第2份")))
    qtbot.addWidget(dialog)
    dialog.show()
    button = dialog.buttons.button(QDialogButtonBox.StandardButton.Cancel)
    ring = FocusRing()
    ring.follow(button)
    home = ring.parentWidget()
    assert home is not None
    assert ring.isVisible()
    assert home.rect().contains(ring.geometry())
    place = QRect(button.mapTo(home, QPoint()), button.size())
    assert ring.geometry() == place.adjusted(-4, -4, 4, 4)
    ring.follow(None)
    assert not ring.isVisible()

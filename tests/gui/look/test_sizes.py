"""What a window of some size shows, counted in rows and pixels as drawn."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton

from gui.frame.arrangement import arrangement
from gui.look.palette import colours
from gui.look.sizes import BODY, FIGURE, HEAD, SECOND, TITLE, font, px
from gui.look.theme import Scheme, look
from gui.panels.table_panel import TablePanel
from gui.panels.workspace import Workspace
from gui_bench import Bench
from sample_reports import sample_report


@pytest.fixture(autouse=True)
def _usual_look() -> Iterator[None]:
    yield
    look.set_scheme(Scheme.LIGHT)
    look.set_percent(100)


def shown(bench: Bench, width: int, height: int) -> Workspace:
    """Show table 三 in a window of that size, as large as its frame leaves it."""
    report = sample_report()
    report.sections["requests"] = ""
    bench.open(report)
    workspace = bench.window.workspace
    assert workspace is not None
    bench.window.resize(width, height)
    workspace.show_section("requests")
    QApplication.processEvents()
    assert (bench.window.width(), bench.window.height()) == (width, height)
    return workspace


def table_of(workspace: Workspace) -> TablePanel:
    table = workspace.page().table
    assert table is not None
    return table


def rows_seen(table: TablePanel) -> int:
    """Return how many whole rows of figures are in view."""
    view = table.view
    bottom = view.viewport().height()
    rows = range(table.model.table.header_rows, table.model.rowCount())
    places = [(view.rowViewportPosition(row), view.rowHeight(row)) for row in rows]
    return sum(top >= 0 and top + height <= bottom for top, height in places)


@pytest.mark.parametrize(
    ("width", "height", "percent", "least"),
    [
        (1366, 698, 100, 18),
        (1920, 1010, 100, 25),
        (1024, 698, 100, 17),
        (1366, 698, 125, 11),
        (911, 442, 100, 6),
    ],
)
def test_so_many_rows_of_the_longest_table_are_seen(
    bench: Bench, width: int, height: int, percent: int, least: int
) -> None:
    look.set_percent(percent)
    table = table_of(shown(bench, width, height))
    assert rows_seen(table) >= least


@pytest.mark.parametrize(("width", "percent"), [(1366, 100), (1024, 100), (1366, 125)])
def test_no_usual_window_scrolls_the_table_sideways(bench: Bench, width: int, percent: int) -> None:
    look.set_percent(percent)
    view = table_of(shown(bench, width, 698)).view
    assert not view.horizontalScrollBar().isVisible()


def test_labels_stand_beside_their_rows_in_a_low_window_too(bench: Bench) -> None:
    table = table_of(shown(bench, 911, 442))
    grid = table.grid
    assert grid.left is not None
    for _ in range(3):
        table.whole_button.click()
        QApplication.processEvents()
        assert grid.left.y() == grid.main.y()
        assert grid.left.viewport().height() == grid.main.viewport().height()


def test_the_whole_table_is_seen_at_once(bench: Bench) -> None:
    workspace = shown(bench, 1366, 698)
    table = table_of(workspace)
    table.whole_button.click()
    QApplication.processEvents()
    assert rows_seen(table) == 25
    assert workspace.left.is_rail
    assert workspace.right.is_rail
    (strip,) = table.balances
    assert strip.height() == 22
    assert table.grid.widths == [28, 76, 516, *[92] * 7]
    table.whole_button.click()
    QApplication.processEvents()
    assert not workspace.left.is_rail
    assert rows_seen(table) == 18


def test_heights_are_as_drawn(bench: Bench) -> None:
    workspace = shown(bench, 1366, 698)
    table, window = table_of(workspace), bench.window
    (strip,) = table.balances
    found = (window.menuBar(), window.tool_bar, workspace.head, strip, table.help)
    assert [item.height() for item in found] == [28, 40, 32, 66, 24]
    assert window.statusBar().height() == 26
    assert table.grid.heights[:3] == [22, 22, 22]
    assert table.view.viewport().height() >= 410
    assert workspace.findings.pane.height() == 268
    assert workspace.sections.list.visualItemRect(workspace.sections.list.item(0)).height() == 48


@pytest.mark.parametrize(
    ("width", "parts", "findings", "labels", "number"),
    [
        (1920, 208, 344, (32, 76), 98),
        (1366, 176, 272, (28, 68), 87),
        (1024, 174, 48, (28, 60), 73),
    ],
)
def test_columns_are_as_wide_as_drawn(
    bench: Bench, width: int, parts: int, findings: int, labels: tuple[int, int], number: int
) -> None:
    workspace = shown(bench, width, 698)
    assert (workspace.left.width(), workspace.right.width()) == (parts, findings)
    widths = table_of(workspace).grid.widths
    assert tuple(widths[:2]) == labels
    assert widths[3:] == [pytest.approx(number, abs=1)] * 7
    assert not workspace.left.is_rail
    assert workspace.right.is_rail == (findings == 48)


@pytest.mark.parametrize(
    ("width", "rails", "words"),
    [
        (1600, (False, False), True),
        (1200, (False, False), True),
        (1199, (False, True), False),
        (900, (False, True), False),
        (899, (True, True), False),
    ],
)
def test_findings_go_first_then_words_then_parts(
    width: int, rails: tuple[bool, bool], words: bool
) -> None:
    plan = arrangement(width)
    assert (plan.parts is None, plan.findings is None) == rails
    assert plan.has_all_words == words


def test_a_larger_type_counts_as_a_narrower_window(bench: Bench) -> None:
    workspace = shown(bench, 1366, 698)
    assert not workspace.right.is_rail
    look.turn_large(True)
    assert workspace.right.is_rail
    assert workspace.left.width() == px(174)


def test_a_narrow_tool_bar_leaves_out_four_words(bench: Bench) -> None:
    shown(bench, 1024, 698)
    style = Qt.ToolButtonStyle.ToolButtonIconOnly
    buttons = bench.window.tool_bar.findChildren(QToolButton)
    seen = [one for one in buttons if one.isVisible()]
    wordless = {one.accessibleName() for one in seen if one.toolButtonStyle() == style}
    assert wordless == {"撤销", "重做", "查找", "帮助"}


def test_the_findings_open_over_the_middle_and_close_at_escape(bench: Bench) -> None:
    workspace = shown(bench, 1024, 698)
    QTest.mouseClick(workspace.findings.rail.expand, Qt.MouseButton.LeftButton)
    assert workspace.right.is_over
    assert workspace.findings.isVisible()
    assert workspace.findings.width() == pytest.approx(272, abs=2)
    QTest.keyClick(workspace.findings.list, Qt.Key.Key_Escape)
    assert not workspace.right.is_over
    workspace.findings.rail.expand.click()
    QTest.mouseClick(table_of(workspace).view.viewport(), Qt.MouseButton.LeftButton)
    assert not workspace.right.is_over


def test_widths_that_were_dragged_are_kept(bench: Bench) -> None:
    workspace = shown(bench, 1366, 698)
    workspace.splitter.setSizes([220, 840, 304])
    workspace.splitter.splitterMoved.emit(0, 0)
    again = shown(bench, 1366, 698)
    assert (again.left.width(), again.right.width()) == (220, 304)


# ---------------------------------------------------------------- zoom, light and dark


def test_type_has_five_sizes_and_none_below_thirteen() -> None:
    assert (TITLE, HEAD, FIGURE, BODY, SECOND) == (26, 17, 15, 14, 13)
    assert font(BODY).pixelSize() == 14
    assert QApplication.font().pixelSize() == 14


def test_everything_grows_by_one_function(bench: Bench) -> None:
    workspace = shown(bench, 1366, 698)
    look.set_percent(150)
    assert bench.window.menuBar().height() == 42
    assert QApplication.font().pixelSize() == 21
    assert table_of(workspace).grid.heights[3] == 33
    assert workspace.head.height() == 48


def test_keys_wheel_button_and_foot_zoom_and_it_is_remembered(bench: Bench) -> None:
    workspace = shown(bench, 1366, 698)
    window, control = bench.window, Qt.KeyboardModifier.ControlModifier
    view = window.view
    assert [action.shortcut().toString() for action in (view.smaller, view.usual)] == [
        "Ctrl+-",
        "Ctrl+0",
    ]
    assert "Ctrl++" in {key.toString() for key in view.larger.shortcuts()}
    viewport = table_of(workspace).view.viewport()
    middle = QPointF(viewport.rect().center())
    turn = QWheelEvent(
        middle,
        viewport.mapToGlobal(middle),
        QPoint(),
        QPoint(0, 120),
        Qt.MouseButton.NoButton,
        control,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, turn)
    assert look.percent == 110
    assert window.state.percent.text() == "大字 110%"
    view.large.trigger()
    window.state.smaller.click()
    assert look.percent == 90
    view.usual.trigger()
    window.state.larger.click()
    assert window.files.desk.settings.choice("zoom") == "110"
    view.usual.trigger()
    assert (look.percent, window.files.desk.settings.choice("zoom")) == (100, "")


def test_dark_is_chosen_and_remembered(bench: Bench) -> None:
    shown(bench, 1366, 698)
    dark = bench.window.view.schemes.actions()[2]
    assert [action.text() for action in bench.window.view.schemes.actions()] == [
        "跟随系统",
        "浅色",
        "深色",
    ]
    dark.trigger()
    assert bench.window.files.desk.settings.choice("scheme") == "dark"
    workspace = bench.window.workspace
    assert workspace is not None
    colours.use(is_dark=True)
    look.show()
    ground = workspace.sections.list.grab().toImage().pixelColor(170, 430)
    colours.use(is_dark=False)
    look.show()
    assert ground.lightness() < 60


# ---------------------------------------------------------------- words and deeds


def test_each_view_has_one_button_that_stands_out(bench: Bench) -> None:
    start = [one for one in bench.window.start.findChildren(QPushButton) if one.property("primary")]
    assert [one.text() for one in start] == ["选择上年的报告…"]
    workspace = shown(bench, 1366, 698)

    def visible() -> list[str]:
        found = workspace.findChildren(QPushButton)
        return [one.text() for one in found if one.property("primary") and one.isVisible()]

    assert visible() == ["下一处问题　F8"]
    workspace.show_remaining()
    assert visible() == ["从第一项做起"]


def test_the_pane_never_moves_a_button_under_a_second_click(bench: Bench) -> None:
    workspace = shown(bench, 1366, 698)
    pane = workspace.findings.pane
    places = set()
    for _ in range(len(bench.document.findings)):
        workspace.findings.go_to_next()
        QApplication.processEvents()
        places.add((pane.height(), pane.next_button.y(), pane.declare_button.y()))
    assert len(places) == 1


def test_the_buttons_of_a_part_keep_their_words_when_all_becomes_larger(bench: Bench) -> None:
    workspace = shown(bench, 1366, 698)
    workspace.show_section("overview")
    bench.window.view.large.trigger()
    QApplication.processEvents()
    button = workspace.page().words.insert
    assert button.width() >= button.sizeHint().width()

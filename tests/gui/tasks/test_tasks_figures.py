"""Tasks of a clerk's year: figures are typed, corrected, filled and looked at."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest

from clerk import ALT, CTRL, LEFT, SHIFT, Clerk, Key
from dialog_clicks import in_dialog
from gui.dialogs.figure_source_dialog import FigureSourceDialog
from gui.look.theme import look
from model.report.report import Report
from sample_reports import sample_report

NEW, OVER, GRANTED = (
    f"{row}.natural_person" for row in ("new_received", "carried_over", "granted")
)
NEXT = "new_received.commercial_enterprise"


def test_task_fill_a_column(clerk: Clerk, report: Report) -> None:
    clerk.opens(report)
    clerk.goes_to_requests()
    assert clerk.at == NEW
    for figure in ("14", "1", "9"):
        clerk.types(figure)
        clerk.presses(Key.Key_Return)
    assert [clerk.value(key) for key in (NEW, OVER, GRANTED)] == [14, 1, 9]
    assert clerk.at == "partly_granted.natural_person"


def test_task_fill_a_row(clerk: Clerk, report: Report) -> None:
    clerk.opens(report)
    clerk.goes_to_requests()
    clerk.types("3")
    clerk.presses(Key.Key_Tab)
    clerk.types("4")
    clerk.presses(Key.Key_Return)
    assert (clerk.value(NEW), clerk.value(NEXT)) == (3, 4)
    assert clerk.at == OVER


def test_task_leave_a_figure_sideways(clerk: Clerk, report: Report) -> None:
    clerk.opens(report)
    clerk.goes_to_requests()
    clerk.types("3")
    clerk.presses(Key.Key_Right)
    assert clerk.value(NEW) == 3
    assert clerk.at == NEXT


def test_task_type_wide_digits(clerk: Clerk, report: Report) -> None:
    clerk.opens(report)
    clerk.goes_to_requests()
    clerk.types("１，２０３")
    clerk.presses(Key.Key_Return)
    assert clerk.value(NEW) == 1203


def test_task_correct_a_figure(clerk: Clerk, zeros: Report) -> None:
    clerk.opens(zeros)
    clerk.goes_to_requests()
    clerk.clicks_cell(NEW)
    clerk.types("123")
    clerk.presses(Key.Key_Return)
    clerk.clicks_cell(NEW)
    clerk.presses(Key.Key_F2)
    clerk.presses(Key.Key_End)
    clerk.presses(Key.Key_Left)
    clerk.presses(Key.Key_Backspace)
    clerk.presses(Key.Key_Return)
    assert clerk.value(NEW) == 13


def test_task_give_a_figure_up(clerk: Clerk, zeros: Report) -> None:
    clerk.opens(zeros)
    clerk.goes_to_requests()
    clerk.clicks_cell(NEW)
    clerk.types("9")
    clerk.presses(Key.Key_Escape)
    assert clerk.value(NEW) == 0


def test_task_fill_blanks_with_zero(clerk: Clerk, report: Report) -> None:
    clerk.opens(report)
    clerk.goes_to_requests()
    clerk.types("2")
    clerk.presses(Key.Key_Return)
    clerk.presses(Key.Key_F9)
    assert (clerk.value(NEW), clerk.value(OVER)) == (2, 0)
    assert not clerk.report.blank_inputs(clerk.table.model.table)


def test_task_clear_a_block_and_take_it_back(clerk: Clerk, zeros: Report) -> None:
    clerk.opens(zeros)
    clerk.goes_to_requests()
    clerk.clicks_cell(NEW)
    clerk.presses(Key.Key_Down, SHIFT, times=2)
    clerk.presses(Key.Key_Delete)
    assert [clerk.value(key) for key in (NEW, OVER, GRANTED)] == [None] * 3
    clerk.presses(Key.Key_Z, CTRL)
    assert [clerk.value(key) for key in (NEW, OVER, GRANTED)] == [0] * 3
    assert len(clerk.view.selected_cells()) == 3


def test_task_put_one_figure_into_many_cells(clerk: Clerk, report: Report) -> None:
    clerk.opens(report)
    clerk.goes_to_requests()
    clerk.presses(Key.Key_Down, SHIFT, times=2)
    clerk.types("0")
    clerk.presses(Key.Key_Return, CTRL)
    assert [clerk.value(key) for key in (NEW, OVER, GRANTED)] == [0] * 3


def test_task_drag_a_figure_down_by_the_corner(clerk: Clerk, report: Report) -> None:
    clerk.opens(report)
    clerk.goes_to_requests()
    clerk.types("5")
    clerk.presses(Key.Key_Return)
    clerk.clicks_cell(NEW)
    port, end = clerk.view.viewport(), clerk.place_of(GRANTED)
    corner = clerk.view.handle.square().center()
    QTest.mousePress(port, LEFT, pos=corner)
    QTest.mouseMove(port, end - QPoint(2, 0))
    QTest.mouseMove(port, end)
    QTest.mouseRelease(port, LEFT, pos=end)
    assert [clerk.value(key) for key in (NEW, OVER, GRANTED)] == [5, 5, 5]


def test_task_add_up_a_selection(clerk: Clerk) -> None:
    clerk.opens(sample_report())
    clerk.goes_to_requests()
    clerk.clicks_cell(NEW)
    clerk.presses(Key.Key_Down, SHIFT, times=2)
    words = clerk.bench.window.state.selection.text()
    assert "选中3格" in words
    assert "合计 19" in words
    assert "最大 12" in words


def test_task_go_to_the_edge_of_what_is_filled(clerk: Clerk, zeros: Report) -> None:
    clerk.opens(zeros)
    clerk.goes_to_requests()
    clerk.clicks_cell(NEW)
    clerk.presses(Key.Key_Down, CTRL)
    assert clerk.at == "carried_forward.natural_person"
    clerk.presses(Key.Key_Home, CTRL)
    assert clerk.at == NEW


def test_task_see_last_years_figures(clerk: Clerk, zeros: Report) -> None:
    last = sample_report()
    last.year = 2022
    zeros.previous = last.as_previous()
    clerk.opens(zeros)
    clerk.goes_to_requests()
    before = clerk.table.model.shows_last_year
    clerk.clicks(clerk.table.last_year_button)
    assert clerk.table.model.shows_last_year != before
    clerk.presses(Key.Key_L, ALT)
    assert clerk.table.model.last_year(NEW).startswith("上年：12")


def test_task_see_the_whole_table(clerk: Clerk, zeros: Report) -> None:
    clerk.opens(zeros)
    clerk.goes_to_requests()
    clerk.clicks(clerk.table.whole_button)
    assert clerk.workspace.left.is_rail
    assert clerk.workspace.right.is_rail
    clerk.clicks(clerk.table.whole_button)
    assert not clerk.workspace.left.is_rail


def test_task_make_everything_larger_with_the_wheel(clerk: Clerk, zeros: Report) -> None:
    clerk.opens(zeros)
    clerk.goes_to_requests()
    clerk.turns_wheel(clerk.view.viewport(), 1, CTRL)
    assert look.percent > 100
    clerk.presses(Key.Key_0, CTRL)
    assert look.percent == 100


def test_task_note_where_a_figure_comes_from(clerk: Clerk, zeros: Report) -> None:
    clerk.opens(zeros)
    clerk.goes_to_requests()
    clerk.clicks_cell(NEW)

    def write(dialog: FigureSourceDialog) -> None:
        QTest.keyClicks(dialog.line, "12345")
        QTest.keyClick(dialog.line, Key.Key_Return)

    in_dialog(clerk.bench.window, FigureSourceDialog, write)
    clerk.presses(Key.Key_M, CTRL)
    assert "12345" in clerk.report.figure_sources["requests"].values()


def test_task_fill_a_merged_cell(clerk: Clerk, report: Report) -> None:
    clerk.opens(report)
    table = report.form.table("proactive_disclosure")
    clerk.goes_to_part(table.section)
    wide = next(cell for cell in table.grid if cell.key and cell.column_span > 1)
    clerk.clicks_cell(wide.key)
    clerk.types("8")
    clerk.presses(Key.Key_Return)
    assert clerk.value(wide.key) == 8
    assert clerk.at != wide.key


def test_task_learn_what_belongs_into_a_row(clerk: Clerk, report: Report) -> None:
    clerk.opens(report)
    clerk.goes_to_requests()
    clerk.clicks_cell("carried_forward.natural_person")
    told = clerk.table.cell_line.text()
    assert clerk.table.model.table.row("carried_forward.natural_person").help[:6] in told

import sys
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import NoReturn

import pytest
from docx import Document as WordDocument
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from gui.crash_guard import CrashGuard
from gui.dialogs.file_chooser import open_filter
from gui.dialogs.import_review_dialog import ImportReviewDialog, Use
from gui.dialogs.notes_dialog import NotesDialog
from gui.dialogs.report_dialogs import NewFromLastDialog, NewReportDialog
from gui.messages import Answer
from gui.services import Services
from gui_bench import Bench
from model.report.edits import set_cells, zero_fill
from model.report.report import Report, ReusedText
from storage.errors import FileProblem
from storage.report_file import load_report, save_report


@pytest.fixture
def filled(report: Report) -> Report:
    report.sections.update(overview="2023年，收到申请3件。", problems="宣传不够，2023年将加强。")
    for table in report.form.tables:
        for change in zero_fill(report, table.key).changes:
            report.tables[table.key][getattr(change, "key", "")] = 0
    report.tables["requests"]["carried_forward.natural_person"] = 2
    return Report(
        report.form,
        report.organization,
        report.year,
        report.title,
        report.sections,
        report.tables,
    )


def press(dialog: ImportReviewDialog, use: Use) -> None:
    """Press the button that stands for a use of the report that was read."""
    button = dialog.findChild(QPushButton, use.name)
    assert isinstance(button, QPushButton)
    button.click()


def answer_dialogs(bench: Bench, seen: list[QDialog], year: int | None = None) -> None:
    """Accept each dialog that comes up, noting it; the timer belongs to the window."""

    def accept() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, (NewReportDialog, NewFromLastDialog)):
            if year is not None:
                dialog.year.setValue(year)
            if isinstance(dialog, NewFromLastDialog) and bench.files.to_open:
                dialog.choose_file()
        if isinstance(dialog, QDialog) and dialog not in seen:
            seen.append(dialog)
            if isinstance(dialog, ImportReviewDialog):
                press(dialog, Use.THIS_YEAR)
            else:
                dialog.accept()

    timer = QTimer(bench.window)
    timer.timeout.connect(accept)
    timer.start(10)


def test_the_window_begins_with_the_start_page(bench: Bench) -> None:
    assert bench.window.stack.currentWidget() is bench.window.start
    assert not bench.window.actions_.save.isEnabled()
    assert bench.window.actions_.open.isEnabled()


def test_opening_and_saving_a_report_file(bench: Bench, filled: Report) -> None:
    path = bench.folder / "甲.nianbao"
    save_report(filled, path)
    bench.files.to_open = path
    bench.window.files.open()
    bench.wait_for_work()
    document = bench.document
    title = "红星镇人民政府 2023年政府信息公开工作年度报告"
    assert bench.window.windowTitle() == title
    assert bench.window.state.saved.text() == "已保存"
    document.push(set_cells("填写", "requests", [("granted.natural_person", 7)]))
    assert bench.window.windowTitle() == f"{title}（未保存）"
    assert bench.window.state.saved.text() == "未保存"
    bench.window.files.save()
    bench.wait_for_work()
    assert load_report(path).value("requests", "granted.natural_person") == 7
    assert bench.window.windowTitle() == title
    assert bench.window.state.saved.text().startswith("已保存 ")
    assert bench.window.start.recent_buttons[0].text() == "甲"


def test_a_file_that_cannot_be_read_leaves_all_as_it_was(bench: Bench, filled: Report) -> None:
    bench.open(filled)
    broken = bench.folder / "坏.nianbao"
    broken.write_text("{", encoding="utf-8")
    bench.window.files.load(broken)
    bench.wait_for_work()
    assert "坏.nianbao" in bench.messages.told[0]
    assert bench.document.report is filled


def failing(services: Services) -> Services:
    def fail(report: Report, path: Path, *style: object, **more: object) -> NoReturn:
        raise FileProblem("磁盘已满，请换一个文件夹保存。")

    return replace(services, save_report=fail, export_report=fail)


def test_a_file_dropped_onto_the_window_is_opened(bench: Bench, filled: Report) -> None:
    path = bench.folder / "甲.nianbao"
    save_report(filled, path)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(5, 5), action, data, buttons, keys)
    bench.window.dragEnterEvent(enter)
    assert enter.isAccepted()
    bench.window.dropEvent(QDropEvent(QPointF(5, 5), action, data, buttons, keys))
    bench.bot.waitUntil(lambda: bench.document.path == path)


def test_a_failed_save_leaves_the_report_unsaved(
    bench: Bench, filled: Report, services: Services
) -> None:
    bench.window.files.desk.services = failing(services)
    bench.open(filled)
    bench.files.to_save = bench.folder / "a.nianbao"
    then: list[str] = []
    bench.window.files.save_then(lambda: then.append("went on"))
    bench.wait_for_work()
    assert bench.messages.told == ["磁盘已满，请换一个文件夹保存。"]
    assert bench.document.is_modified
    assert bench.document.path is None
    assert not then


@pytest.mark.parametrize(
    ("answer", "is_closed", "is_written"),
    [("save", True, True), ("discard", True, False), ("cancel", False, False)],
)
def test_closing_asks_about_unsaved_changes(
    bench: Bench, filled: Report, answer: Answer, is_closed: bool, is_written: bool
) -> None:
    bench.open(filled)
    bench.messages.answer = answer
    target = bench.folder / "a.nianbao"
    bench.files.to_save = target
    bench.window.close()
    bench.wait_for_work()
    QTest.qWait(20)
    assert len(bench.messages.asked) == 1
    assert bench.window.isHidden() == is_closed
    assert target.exists() == is_written


def test_closing_a_saved_report_asks_nothing(bench: Bench, filled: Report) -> None:
    bench.open(filled, bench.folder / "a.nianbao")
    bench.window.close()
    assert bench.messages.asked == []
    assert bench.window.isHidden()


def test_cancelling_the_file_dialog_keeps_the_window_open(bench: Bench, filled: Report) -> None:
    bench.open(filled)
    bench.messages.answer = "save"
    bench.files.to_save = None
    bench.window.close()
    assert not bench.window.isHidden()
    assert bench.document.is_modified


def test_opening_another_report_asks_first(bench: Bench, filled: Report) -> None:
    bench.open(filled)
    bench.messages.answer = "cancel"
    bench.files.to_open = bench.folder / "other.nianbao"
    bench.window.files.open()
    assert bench.document.report is filled
    assert len(bench.messages.asked) == 1


def test_a_year_that_cannot_follow_is_told(bench: Bench, filled: Report) -> None:
    bench.open(filled, bench.folder / "a.nianbao")
    answer_dialogs(bench, [], year=2020)
    bench.window.files.new_from_last()
    assert "2023年" in bench.messages.told[0]
    assert bench.document.report is filled


def test_a_blank_report_is_begun_with_its_title(bench: Bench) -> None:
    seen: list[QDialog] = []
    answer_dialogs(bench, seen, year=2025)
    bench.window.files.new_blank()
    assert bench.document.report.title == "2025年政府信息公开工作年度报告"
    assert bench.document.is_modified
    assert isinstance(seen[0], NewReportDialog)


def test_from_last_years_file_to_an_exported_document(bench: Bench, filled: Report) -> None:
    last = bench.folder / "上年.nianbao"
    save_report(filled, last)
    bench.files.to_open = last
    seen: list[QDialog] = []
    answer_dialogs(bench, seen, year=2024)
    bench.window.files.new_from_last()
    bench.wait_for_work()
    report = bench.document.report
    assert report.year == 2024
    assert report.value("requests", "carried_over.natural_person") == 2
    assert "2024年" in report.title
    notes = seen[-1]
    assert isinstance(notes, NotesDialog)
    assert notes.plain_text()
    assert bench.document.is_modified
    assert bench.document.path is None
    for table in report.form.tables:
        bench.document.push(zero_fill(report, table.key))
    bench.files.to_save = bench.folder / "本年.docx"
    bench.window.files.export_word()
    bench.wait_for_work()
    assert bench.files.proposals[-1].name == ("红星镇人民政府2024年政府信息公开工作年度报告.docx")
    assert bench.messages.written == [bench.folder / "本年.docx"]
    word = WordDocument(str(bench.folder / "本年.docx"))
    assert "2024年政府信息公开工作年度报告" in "\n".join(p.text for p in word.paragraphs)
    assert len(word.tables) == 3


def test_the_open_report_can_be_last_years(bench: Bench, filled: Report) -> None:
    bench.open(filled, bench.folder / "a.nianbao")
    seen: list[QDialog] = []
    answer_dialogs(bench, seen)
    bench.window.files.new_from_last()
    bench.wait_for_work()
    assert bench.document.report.year == 2024
    assert bench.document.report.previous is not None
    assert bench.document.report.previous.year == 2023


def test_another_kind_of_file_is_read_in_and_saved_apart(bench: Bench, filled: Report) -> None:
    path = bench.folder / "上报.docx"
    bench.open(filled)
    bench.files.to_save = path
    bench.messages.will_export = True
    bench.window.files.export_word()
    bench.wait_for_work()
    bench.messages.answer = "discard"
    seen: list[QDialog] = []
    answer_dialogs(bench, seen)
    bench.window.files.open_path(path)
    bench.wait_for_work()
    assert bench.document.path is None
    assert bench.document.is_read_in
    assert bench.document.report.value("requests", "carried_forward.natural_person") == 2
    assert isinstance(seen[-1], ImportReviewDialog)
    bench.window.files.save()
    assert bench.files.proposals[-1].name.endswith("年政府信息公开工作年度报告.nianbao")


def test_exporting_with_errors_tells_how_many(bench: Bench, filled: Report) -> None:
    bench.open(filled)
    bench.document.push(set_cells("填写", "requests", [("granted.natural_person", "abc")]))
    bench.messages.will_export = False
    bench.files.to_save = bench.folder / "a.docx"
    bench.window.files.export_word()
    assert bench.messages.asked
    assert int(bench.messages.asked[0]) >= 1
    assert bench.files.proposals == []


def test_a_failed_export_is_told(bench: Bench, filled: Report, services: Services) -> None:
    bench.window.files.desk.services = failing(services)
    bench.open(filled)
    bench.files.to_save = bench.folder / "a.xlsx"
    bench.window.files.export_excel()
    bench.wait_for_work()
    assert bench.messages.told == ["磁盘已满，请换一个文件夹保存。"]
    assert bench.messages.written == []


def test_counts_stand_beside_the_parts(bench: Bench, filled: Report) -> None:
    filled.reused = (ReusedText("overview", filled.sections["overview"]),)
    bench.open(filled)
    workspace = bench.window.workspace
    assert workspace is not None
    assert "必须改" in workspace.sections.remaining.state.words
    assert "沿用上年1处" in workspace.sections.state("overview")


def test_the_undo_menu_names_the_step(bench: Bench, filled: Report) -> None:
    bench.open(filled)
    bench.document.push(zero_fill(filled, "review"))
    bench.document.push(set_cells("清除 2 格", "review", [("reconsideration.upheld", 5)]))
    assert bench.window.actions_.undo.text() == "撤销 清除 2 格"
    bench.window.actions_.undo.trigger()
    assert "清除 2 格" in bench.window.actions_.redo.text()


def test_an_error_of_the_program_is_logged_and_told(bench: Bench) -> None:
    log = bench.folder / "deep" / "error.log"
    guard = CrashGuard(bench.window, bench.messages, log)
    try:
        try:
            raise KeyError("正文里的字")
        except KeyError as error:
            raise ValueError("另一句正文") from error
    except ValueError:
        guard.handle(*_caught())
    noted = log.read_text(encoding="utf-8")
    assert "ValueError" in noted
    assert "KeyError" in noted
    assert Path(__file__).name in noted
    # What an error says may quote the report.
    assert "的字" not in noted.replace('raise KeyError("正文里的字")', "")
    assert "另一句" not in noted.replace('raise ValueError("另一句正文") from error', "")
    assert str(log) in bench.messages.told[0]


def test_an_error_with_nothing_kept_offers_a_copy(bench: Bench, filled: Report) -> None:
    bench.folder.joinpath("data").write_text("a file in the folder's place")
    bench.open(filled)
    bench.messages.wants_rescue = True
    bench.files.to_save = bench.folder / "副本.nianbao"
    log = bench.folder / "error.log"
    CrashGuard(bench.window, bench.messages, log).handle(ValueError, ValueError("x"), None)
    bench.wait_for_work()
    assert load_report(bench.folder / "副本.nianbao").organization == filled.organization


def test_saving_takes_over_what_is_being_typed(bench: Bench, filled: Report) -> None:
    path = bench.folder / "a.nianbao"
    bench.open(filled, path)
    workspace = bench.window.workspace
    assert workspace is not None
    workspace.show_section("requests")
    page = workspace.page()
    assert page.table is not None
    page.table.view.go_to("granted.natural_person")
    QTest.keyClicks(page.table.view, "8")
    bench.window.files.save()
    bench.wait_for_work()
    assert load_report(path).value("requests", "granted.natural_person") == 8
    assert not bench.document.is_modified


def test_undo_leads_to_the_cell_that_it_changes(bench: Bench, filled: Report) -> None:
    bench.open(filled)
    bench.document.push(set_cells("填写", "review", [("reconsideration.other", 5)]))
    workspace = bench.window.workspace
    assert workspace is not None
    workspace.show_section("overview")
    bench.window.actions_.undo.trigger()
    page = workspace.page()
    assert page.table is not None
    cell = page.table.view.current_cell()
    assert cell is not None
    assert cell.key == "reconsideration.other"


def _caught() -> tuple[type[BaseException], BaseException, TracebackType | None]:
    kind, error, trace = sys.exc_info()
    assert kind is not None
    assert error is not None
    return kind, error, trace


def test_the_open_filter_lists_all_kinds_first() -> None:
    assert open_filter((("甲", (".a", ".b")), ("乙", (".c",)))) == (
        "所有能打开的文件 (*.a *.b *.c);;甲 (*.a *.b);;乙 (*.c)"
    )

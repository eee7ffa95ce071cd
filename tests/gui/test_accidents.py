"""What a hand does by chance: dropping, turning the wheel, clicking twice; nothing is changed."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from gui.findings.findings_panel import FindingsPanel
from gui.panels.workspace import Workspace
from gui_bench import Bench
from model.report.edits import Edit, TextChange, set_cells, zero_fill
from model.report.report import Report
from storage.report_file import save_report

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
COPY = Qt.DropAction.CopyAction


def workspace_of(bench: Bench) -> Workspace:
    workspace = bench.window.workspace
    assert workspace is not None
    return workspace


def file_data(path: Path) -> QMimeData:
    """Return what file managers give: the address, and the same as text."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    data.setText(QUrl.fromLocalFile(str(path)).toString())
    return data


def drop(target: QWidget, data: QMimeData) -> None:
    """Drop as Qt does: whoever takes the entering gets the rest, at first what is at the place."""
    place = target.rect().center()
    taker: QWidget | None = target
    while taker is not None:
        entering = QDragEnterEvent(place, COPY, data, LEFT, NONE)
        entering.ignore()
        is_told = taker.acceptDrops() and QApplication.sendEvent(taker, entering)
        if is_told and entering.isAccepted():
            break
        taker = None if taker.isWindow() else taker.parentWidget()
    if taker is not None:
        QApplication.sendEvent(taker, QDragMoveEvent(place, COPY, data, LEFT, NONE))
        QApplication.sendEvent(taker, QDropEvent(QPointF(place), COPY, data, LEFT, NONE))


@pytest.fixture
def last_file(report: Report, tmp_path: Path) -> Path:
    last = Report(report.form, report.organization, 2022, "2022年政府信息公开工作年度报告")
    save_report(last, tmp_path / "上年.nianbao")
    return tmp_path / "上年.nianbao"


@pytest.mark.parametrize("place", ["text", "unit"])
@pytest.mark.parametrize("wish", ["attach", "open", "cancel"])
def test_a_file_that_is_dropped_never_becomes_words(
    bench: Bench, report: Report, last_file: Path, place: str, wish: str
) -> None:
    bench.open(report, bench.folder / "本年.nianbao")
    workspace = workspace_of(bench)
    bench.messages.dropped = wish  # type: ignore[assignment]
    workspace.show_section("overview")
    workspace.show_identity()
    target = workspace.page().text.editor.viewport() if place == "text" else workspace.identity.unit
    before = (dict(report.sections), report.organization)
    drop(target, file_data(last_file))
    bench.bot.waitUntil(lambda: bool(bench.messages.asked))
    bench.wait_for_work()
    assert (dict(report.sections), report.organization) == before
    assert bench.messages.asked == ["上年.nianbao"]
    assert (report.previous is not None) == (wish == "attach")
    assert (bench.document.path == last_file) == (wish == "open")


def test_a_file_that_was_copied_is_not_pasted_as_words(
    bench: Bench, report: Report, last_file: Path
) -> None:
    bench.open(report)
    workspace = workspace_of(bench)
    workspace.show_section("overview")
    editor = workspace.page().text.editor
    editor.setFocus()
    QApplication.clipboard().setMimeData(file_data(last_file))
    QTest.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert report.sections["overview"] == ""
    assert "没有粘贴" in bench.window.state.notice.text()


def test_the_words_of_a_web_page_that_was_copied_are_pasted(bench: Bench, report: Report) -> None:
    bench.open(report)
    workspace = workspace_of(bench)
    workspace.show_section("overview")
    editor = workspace.page().text.editor
    editor.setFocus()
    page = QMimeData()
    page.setHtml("<html><body><p>一是<b>公开</b>。</p><p>二是答复。</p></body></html>")
    QApplication.clipboard().setMimeData(page)
    QTest.keyClick(editor, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert report.sections["overview"] == "一是公开。\n二是答复。"


def test_words_are_still_dropped_and_pasted(bench: Bench, report: Report) -> None:
    bench.open(report)
    workspace = workspace_of(bench)
    workspace.show_section("overview")
    words = QMimeData()
    words.setText("本年度无新增。")
    drop(workspace.page().text.editor.viewport(), words)
    assert report.sections["overview"] == "本年度无新增。"


def test_the_wheel_over_the_year_changes_nothing(bench: Bench, report: Report) -> None:
    bench.open(report)
    workspace = workspace_of(bench)
    workspace.show_identity()
    workspace.identity.unit.setFocus()
    year = workspace.identity.year
    window = bench.window.windowHandle()
    middle = year.mapTo(bench.window, year.rect().center())
    for _ in range(3):
        QTest.wheelEvent(window, QPointF(middle), QPoint(0, 120))
    assert not year.hasFocus()
    assert (report.year, report.title) == (2023, "2023年政府信息公开工作年度报告")


def click_part(workspace: Workspace, section: str) -> None:
    row = workspace.sections.list
    keys = [str(row.item(index).data(Qt.ItemDataRole.UserRole)) for index in range(row.count())]
    place = row.visualItemRect(row.item(keys.index(section))).center()
    QTest.mouseClick(row.viewport(), LEFT, pos=place)


def test_after_a_click_on_a_part_the_keys_go_to_its_first_blank_cell(
    bench: Bench, report: Report
) -> None:
    bench.open(report)
    workspace = workspace_of(bench)
    table = report.form.table("requests")
    first, second = table.inputs[:2]
    bench.document.push(set_cells("填写", "requests", [(first, 1)]))
    click_part(workspace, table.section)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, "5")
    editor = QApplication.focusWidget()
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert (report.value("requests", first), report.value("requests", second)) == (1, 5)
    assert report.organization == "红星镇人民政府"


def test_after_a_click_on_a_part_without_a_table_the_keys_go_to_its_text(
    bench: Bench, report: Report
) -> None:
    bench.open(report)
    workspace = workspace_of(bench)
    click_part(workspace, report.form.table("requests").section)
    click_part(workspace, "overview")
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, "ok")
    assert report.sections["overview"] == "ok"


@pytest.fixture
def faulty(bench: Bench, report: Report) -> Bench:
    """A filled report of which a good many figures are doubtful or wrong."""
    bench.open(report)
    for table in report.form.tables:
        bench.document.push(zero_fill(report, table.key))
    wrong = [(key, 3) for key in report.form.table("requests").inputs[::3]]
    bench.document.push(set_cells("填写", "requests", wrong))
    bench.document.check_now()
    return bench


def test_a_double_click_on_any_card_only_leads(faulty: Bench) -> None:
    panel = FindingsPanel(faulty.document)
    faulty.bot.addWidget(panel)
    panel.resize(300, 620)
    panel.show()
    cards = panel.list
    steps = faulty.document.stack.count()
    for row, entry in list(cards.entries()):
        cards.scrollToItem(cards.item(row))
        QTest.qWait(0)
        seen = cards.visualItemRect(cards.item(row)).intersected(cards.viewport().rect())
        anywhere = cards.viewport().mapTo(panel, seen.center())
        for event in (QTest.mouseClick, QTest.mouseDClick, QTest.mouseClick):
            below = panel.childAt(anywhere)
            assert below is not None
            event(below, LEFT, NONE, below.mapFrom(panel, anywhere))
        assert panel.current_finding() == entry.finding
    assert faulty.document.stack.count() == steps


def test_a_press_on_a_card_cut_off_at_the_edge_leads_to_its_place(faulty: Bench) -> None:
    workspace = workspace_of(faulty)
    cards = workspace.findings.list
    room = cards.viewport().rect()
    rows = [row for row, _ in cards.entries()]
    cut = next(
        row
        for row in rows
        if (place := cards.visualItemRect(cards.item(row))).top() < room.bottom() - 3
        and place.bottom() > room.bottom() + 3
    )
    led: list[object] = []
    workspace.findings.finding_chosen.connect(led.append)
    edge = QPoint(room.center().x(), room.bottom() - 2)
    QTest.mousePress(cards.viewport(), LEFT, pos=edge)
    QTest.qWait(20)
    QTest.mouseRelease(cards.viewport(), LEFT, pos=edge)
    assert led == [workspace.findings.current_finding()]
    assert cards.currentRow() == cut


def test_a_finding_on_words_against_the_table_leads_to_the_words(
    bench: Bench, report: Report
) -> None:
    bench.open(report)
    for table in report.form.tables:
        bench.document.push(zero_fill(report, table.key))
    text = "一是依法答复。2023年本机关共收到政府信息公开申请999件。"
    bench.document.push(Edit("填写", (TextChange("overview", text),)))
    bench.document.check_now()
    finding = next(item for item in bench.document.findings if item.cells and item.section)
    workspace = workspace_of(bench)
    workspace.show_finding(finding)
    assert workspace.page().section.key == "overview"
    assert workspace.page().text.editor.textCursor().selectedText() == finding.quote

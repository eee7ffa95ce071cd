"""What the pictures show: every view and state of the window, every dialog and every question."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from unittest.mock import patch

from PySide6.QtWidgets import QApplication, QDialog, QMessageBox, QWidget

import source_roots
from every_dialog import NAME, dialogs
from final_reports import final_report
from gui.doubt_words import DOUBT_WORDS
from gui.main_window import MainWindow
from gui.messages import Messages
from gui.panels.table_panel import TablePanel
from gui.panels.workspace import Workspace
from gui.printing.preview_dialog import PreviewDialog
from model.report.report import Report
from report_sources import open_report
from storage.form_store import load_form

Take = Callable[[str, QWidget], None]
EXAMPLE = source_roots.ROOT / "docs" / "example" / "report.nianbao"
CODE = "7K3M-Q2XD-9WEP-4RTA"


def example() -> Report:
    """Return the example report with last year's beside it."""
    report = open_report(EXAMPLE).report
    last = open_report(EXAMPLE).report
    last.year = 2022
    last.tables["requests"]["new_received.natural_person"] = 7
    report.previous = last.as_previous()
    return report


def faulty() -> Report:
    """Return it as it looks in the midst of the work: blanks, an imbalance, wrong words."""
    report = example()
    report.tables["requests"]["granted.natural_person"] = 6
    for key in report.form.table("requests").row_keys("unprocessed_petition")[1:5]:
        report.tables["requests"][key] = None
    report.sections["overview"] = report.sections["overview"].replace("11件，上", "13件，上")
    report.sections["overview"] = report.sections["overview"].replace("2023年，", "2022年，")
    report.sections["other_matters"] = ""
    return report


class Scenes:
    """Shows one thing after the other in a window and hands each to `take` with its name."""

    def __init__(self, window: MainWindow, take: Take, folder: Path) -> None:
        self._window, self._take, self._folder = window, take, folder

    def run(self) -> None:
        """Show everything once."""
        self._start()
        self._clean()
        self._at_work()
        self._states()
        for name, make in dialogs(self._folder).items():
            dialog = make()
            if isinstance(dialog, PreviewDialog):
                dialog.resize(dialog.screen().availableGeometry().size() * 0.9)
            dialog.show()
            self._take(f"dialog-{name}", dialog)
            dialog.close()
            dialog.deleteLater()
        self._questions()

    # ------------------------------------------------------------ the window

    def _picture(self, name: str) -> None:
        self._take(name, self._window)

    def _open(self, report: Report, path: Path | None = None, read_only: str = "") -> Workspace:
        self._window.document.open(report, path, read_only=read_only)
        workspace = self._window.workspace
        assert workspace is not None
        QApplication.processEvents()
        return workspace

    def _table(self) -> TablePanel:
        assert self._window.workspace is not None
        table = self._window.workspace.page().table
        assert table is not None
        return table

    def _start(self) -> None:
        window = self._window
        window.stack.setCurrentWidget(window.start)
        window.start.show_recent([])
        self._picture("start-empty")
        window.start.show_recent([EXAMPLE, self._folder / "白塔镇2022年年报.nianbao"])
        self._picture("start")

    def _clean(self) -> None:
        workspace = self._open(example(), EXAMPLE)
        for section in workspace.by_section:
            workspace.show_section(section)
            self._picture(f"part-{section}")
        workspace.show_remaining()
        self._picture("remaining-done")

    def _at_work(self) -> None:
        window = self._window
        workspace = self._open(faulty())
        window.document.check_now()
        workspace.show_section("requests")
        self._table().last_year_button.setChecked(True)
        self._picture("table")
        workspace.findings.go_to_next()
        self._picture("table-finding")
        self._table().whole_button.setChecked(True)
        self._picture("table-whole")
        self._table().whole_button.setChecked(False)
        workspace.show_section("overview")
        window.document.check_now()
        found = window.document.findings
        workspace.show_finding(next(one for one in found if one.section == "overview"))
        self._picture("text-finding")
        if workspace.right.is_rail:
            workspace.findings.rail.expand.click()
            self._picture("findings-over")
            workspace.findings.rail.expand.click()
        workspace.page().words.compare.setChecked(True)
        self._picture("text-last-year")
        workspace.page().words.compare.setChecked(False)
        window.texts.replace.trigger()
        self._picture("find")
        workspace.show_remaining()
        self._picture("remaining")

    def _states(self) -> None:
        window, form = self._window, load_form("2021")
        workspace = self._open(final_report(form))
        workspace.show_section("requests")
        self._picture("final")
        window.document.stack.setClean()
        self._picture("read-in")
        window.autosave.failing.emit("磁盘已满")
        self._picture("autosave-failing")
        window.autosave.failing.emit("")
        blank = Report(form, "红星镇人民政府", 2023, "2023年政府信息公开工作年度报告")
        workspace = self._open(blank, EXAMPLE, "这份文件正由别处编辑，只能看。")
        workspace.show_section("overview")
        self._picture("read-only")
        workspace = self._open(blank)
        workspace.show_section("overview")
        self._picture("sub-headings")

    # ------------------------------------------------------------ questions

    def _questions(self) -> None:
        messages = Messages()
        messages.parent = self._window
        for name, ask in _questions(messages, self._folder).items():

            def shown(box: QDialog, name: str = name) -> int:
                box.show()
                self._take(f"question-{name}", box)
                box.close()
                return 0

            with patch.object(QMessageBox, "exec", shown):
                ask()


def _questions(ask: Messages, folder: Path) -> dict[str, Callable[[], object]]:
    when = datetime(2024, 1, 20, 9, 41).astimezone()
    found: dict[str, Callable[[], object]] = {
        "problem": lambda: ask.problem("打开没有成功", f"「{NAME}」读不出来：不是报告文件。"),
        "save": lambda: ask.ask_save(NAME),
        "dropped": lambda: ask.ask_dropped(NAME),
        "elsewhere": lambda: ask.offer_elsewhere("没有保存", f"「{NAME}」没有保存：磁盘已满。"),
        "recover": lambda: ask.ask_recover(
            "青山县红星镇人民政府", 2023, when, folder / NAME, ("三：3格不同", "五：文字不同")
        ),
        "held": lambda: ask.ask_held(NAME, "李四在「办公室2」上", can_take_over=True),
        "damaged": lambda: ask.ask_damaged(
            f"「{NAME}」已损坏。", [f"表三第{row}行" for row in range(20)]
        ),
        "doubtful": lambda: ask.tell_doubtful("文件里的内容和保存时的不一样。"),
        "attach": lambda: ask.ask_attach(NAME, ["单位不同：白塔镇人民政府。", "年度不是2022年。"]),
        "table": lambda: ask.ask_table("正文里放不下表格，没有粘贴。"),
        "unread": lambda: ask.ask_unread(3),
        "export": lambda: ask.confirm_export(2, 3, "另有2项，改好必须改的以后再检查"),
        "change": lambda: ask.ask_change("2024年1月20日", CODE),
        "unlock": lambda: ask.ask_unlock("2024年1月20日", CODE),
        "after-final": lambda: ask.ask_after_final(CODE),
        "no-printer": ask.offer_pdf,
        "replace": lambda: ask.ask_replace([f"报告.{kind}" for kind in ("docx", "pdf", "xlsx")]),
        "exported": lambda: ask.tell_exported(folder, [NAME, "报告.pdf"], ["报告.html：正被打开"]),
        "folder": lambda: ask.offer_folder(folder / NAME, "上传到网站用。"),
        "restart": lambda: ask.offer_restart(folder / "error.log"),
        "rescue": lambda: ask.offer_rescue(folder / "error.log"),
    }
    for doubt in DOUBT_WORDS:
        found[f"overwrite-{doubt.name.lower()}"] = partial(ask.ask_overwrite, NAME, doubt)
    return found

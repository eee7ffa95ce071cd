"""The main window: start page or open report, menus, status bar."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QStackedWidget

from gui import theme
from gui.actions import Actions
from gui.autosave import Autosave
from gui.dialogs.file_chooser import FileChooser
from gui.dialogs.help_dialog import HelpDialog
from gui.dialogs.previous_dialog import PreviousDialog
from gui.document import Document
from gui.file_actions import FileActions
from gui.file_guard import FileGuard
from gui.files.desk import FileDesk
from gui.messages import Messages
from gui.panels.start_page import StartPage
from gui.panels.workspace import Workspace
from gui.recovery import Recovery
from gui.services import Services
from gui.settings import Settings
from model.checks import Level
from model.report import Report

NAME = "政府信息公开年报编辑"
READING_TIME = 20_000
"""Milliseconds that a line stays in the status bar."""


class MainWindow(QMainWindow):
    """Holds the document and what is shown of it."""

    def __init__(
        self,
        services: Services,
        settings: Settings,
        messages: Messages,
        chooser: FileChooser,
    ) -> None:
        super().__init__()
        self._settings = settings
        self._services = services
        messages.parent = chooser.parent = self
        self.document = Document(Report(services.form), parent=self)
        folder = services.data_folder
        self.guard = FileGuard(self.document, folder / "locks")
        unsaved = folder / "unsaved"
        self.autosave = Autosave(self.document, self.guard, unsaved, self)
        self.recovery = Recovery(self.document, self.guard, self.autosave, messages, unsaved)
        desk = FileDesk(self.document, services, self, settings, messages, chooser, self.guard)
        self.files = FileActions(desk)
        self.start = StartPage(services.open_kinds)
        self.workspace: Workspace | None = None
        self.stack = QStackedWidget()
        self.stack.addWidget(self.start)
        self.setCentralWidget(self.stack)
        self.actions_ = Actions(self, self.document, self.files, settings)
        self._add_report_actions()
        self._is_closing = False
        self.setAcceptDrops(True)
        self.counts = QLabel()
        self.statusBar().addPermanentWidget(self.counts)
        self._connect()
        self._show_title()
        self.start.show_recent(settings.recent_files)
        if not self.restoreGeometry(settings.geometry()):
            self._first_size()

    def _connect(self) -> None:
        self.start.new_from_last_chosen.connect(self.files.new_from_last)
        self.start.open_chosen.connect(self.files.open)
        self.start.new_chosen.connect(self.files.new_blank)
        self.start.file_chosen.connect(self.files.open_path)
        self.files.desk.said.connect(self.say)
        self.files.desk.leaving.connect(self._finish_typing)
        self.autosave.failed.connect(self.say)
        self.files.desk.recent_changed.connect(
            lambda: self.start.show_recent(self._settings.recent_files)
        )
        self.document.replaced.connect(self._show_report)
        self.document.identity_changed.connect(self._show_title)
        self.document.modified_changed.connect(self.setWindowModified)
        self.document.findings_changed.connect(self._show_counts)
        self.document.copied_changed.connect(self._show_counts)

    def _add_report_actions(self) -> None:
        make = self.actions_.make
        self.next_finding = make("下一处问题", self._go_to_next, "F8")
        self.zero_fill = make("空白填0（当前表格）", self._fill_blanks, "Ctrl+0")
        self.confirm_one = make("确认光标所在段", self._confirm_one, "Ctrl+Return")
        self.confirm_all = make("确认本部分全部沿用文字", self._confirm_all)
        self.previous = make("查看上年报告…", self._show_previous)
        self.notes = make("记录…", lambda: self.files.show_notes("记录"))
        self.actions_.add_report_menu(
            [
                self.next_finding,
                None,
                self.zero_fill,
                None,
                self.confirm_one,
                self.confirm_all,
                None,
                self.previous,
                self.notes,
            ]
        )
        keys = make("使用说明…", lambda: HelpDialog(self).exec(), "F1", needs_report=False)
        self.actions_.add_help_menu([keys])
        self.actions_.add_tool_bar([self.next_finding])
        self.actions_.refresh()

    def _show_previous(self) -> None:
        previous = self.document.report.previous
        if previous is None:
            self.say("这份报告没有带上年报告。用「以上年报告为模板新建」生成的报告才有。")
        else:
            PreviousDialog(self, previous, self._services.load_form(previous.edition)).exec()

    def _first_size(self) -> None:
        screen = self.screen().availableGeometry()
        self.resize(QSize(1280, 900).boundedTo(screen.size()))
        if screen.width() <= 1400:
            self.showMaximized()

    # ------------------------------------------------------------ what is shown

    def _show_report(self) -> None:
        old = self.workspace
        self.workspace = Workspace(self.document)
        self.workspace.said.connect(self.say)
        self.stack.addWidget(self.workspace)
        self.stack.setCurrentWidget(self.workspace)
        self.workspace.share_width(self.width())
        if old is not None:
            self.stack.removeWidget(old)
            old.deleteLater()
        self._list_sections()
        self._show_title()
        self._show_counts()
        self.workspace.page().take_focus()

    def _list_sections(self) -> None:
        menu = self.actions_.sections_menu
        menu.clear()
        number = 0
        for section in self.document.report.form.sections:
            action = menu.addAction(section.name)
            if section.title:
                number += 1
                action.setShortcut(f"Alt+{number}")
            action.triggered.connect(lambda _=False, key=section.key: self._show_section(key))

    def _show_section(self, section: str) -> None:
        if self.workspace is not None:
            self.workspace.show_section(section)
            self.workspace.page().take_focus()

    def _show_title(self) -> None:
        if self.document.is_open:
            self.setWindowTitle(f"{self.files.name()}[*] - {NAME}")
        else:
            self.setWindowTitle(f"{NAME}[*]")

    def _show_counts(self) -> None:
        if not self.document.is_open:
            return
        words = [f"{level.label} {self.document.count(level)}" for level in Level]
        copied = len(self.document.report.remaining_copied())
        if copied:
            words.append(f"沿用上年 {copied} 处")
        self.counts.setText("　".join(words))
        errors = self.document.count(Level.ERROR)
        colour = theme.LEVEL_TEXT[Level.ERROR] if errors else theme.TEXT
        self.counts.setStyleSheet(f"color: {colour.name()}; padding-right: 8px")

    def say(self, text: str) -> None:
        """Show a line in the status bar for as long as it takes to read it calmly."""
        self.statusBar().showMessage(text, READING_TIME)

    # ------------------------------------------------------------ work on the report

    def _go_to_next(self) -> None:
        if self.workspace is not None:
            self.workspace.findings.go_to_next()

    def _fill_blanks(self) -> None:
        page = self.workspace.page() if self.workspace else None
        if page is not None and page.table is not None:
            page.table.view.fill_blanks()
        else:
            self.say("这一部分没有表格。")

    def _confirm_one(self) -> None:
        if self.workspace is not None:
            self.workspace.page().text.confirm_at_cursor()

    def _confirm_all(self) -> None:
        if self.workspace is not None:
            self.workspace.page().text.confirm_section()

    def _finish_typing(self) -> None:
        if self.workspace is not None:
            self.workspace.finish_typing()

    # ------------------------------------------------------------ files from outside

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let one file be dropped onto the window."""
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the file that was dropped onto the window."""
        self.files.open_path(Path(event.mimeData().urls()[0].toLocalFile()))

    # ------------------------------------------------------------ closing

    def begin(self, path: Path | None = None) -> None:
        """Offer what was not saved last time, else open the file the program was started with."""
        if not self.recovery.offer():
            if path is not None:
                self.files.load(path)
            return
        self.say("已恢复未保存的内容，请看一遍后保存。")
        if path is not None and path != self.document.path:
            self.say(f"已恢复未保存的内容。请先保存，再打开「{path.name}」。")

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before changes are thrown away; work that is going on is let finish."""
        self._finish_typing()
        if self._is_closing or (not self.document.is_modified and not self.files.tasks.is_busy):
            self._settings.note_geometry(self.saveGeometry())
            self.autosave.end()
            self.guard.leave()
            event.accept()
            return
        event.ignore()
        self.files.after_saving(self._close_now)

    def leave_for_restart(self) -> None:
        """Close without a question, and leave what is not saved to be found at the next start."""
        self.autosave.end(is_regular=False)
        self._close_now()

    def _close_now(self) -> None:
        self._is_closing = True
        # Qt does not close a window from within its own closing.
        QTimer.singleShot(0, self, self.close)

"""The main window: start page or open report, menus, status bar."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from gui import below, late
from gui.dialogs.file_chooser import FileChooser
from gui.document.document import Document
from gui.files.desk import FileDesk
from gui.frame.arrangement import arrangement
from gui.keeping.autosave import Autosave
from gui.keeping.failing_sign import FailingSign
from gui.keeping.file_guard import FileGuard
from gui.keeping.recovery import Recovery
from gui.look.fitting import keep_height
from gui.look.theme import look
from gui.menus.actions import Actions
from gui.menus.file_actions import FileActions
from gui.menus.report_actions import ReportActions
from gui.menus.sign_off_actions import SignOffActions
from gui.menus.text_actions import TextActions
from gui.menus.view_actions import ViewActions
from gui.messages import Messages
from gui.panels.state_line import UNSAVED, StateLine
from gui.services import Services
from gui.settings import Settings
from gui.start.recent_reports import RecentReports
from gui.start.start_page import StartPage
from storage.program import NAME

MENU, STATUS = 28, 26
"""Pixels at 100 % of the line of menus, and of the line at the foot."""
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
        self.document = Document(self._blank_report, parent=self)
        folder = services.data_folder
        self.guard = FileGuard(self.document, folder / "locks", self)
        unsaved = folder / "unsaved"
        self.autosave = Autosave(self.document, self.guard, unsaved, self)
        desk = FileDesk(self.document, services, self, settings, messages, chooser, self.guard)
        desk.note_saving = self.autosave.note_saving
        self.files = FileActions(desk)
        self.recovery = self._make_recovery(desk, unsaved)
        self.start = StartPage(services.open_kinds, services.today)
        self.recent = RecentReports(services.open_report, services.today, self)
        self.workspace: late.Workspace | None = None
        self.stack = QStackedWidget()
        self.stack.addWidget(self.start)
        self.setCentralWidget(self.stack)
        self._make_menus()
        self._is_closing = False
        self.setAcceptDrops(True)
        self.state = StateLine(self.document, services.today)
        self.failing = FailingSign()
        self._lay_out_status()
        self._connect()
        self._show_title()
        self._show_recent()
        if not self.restoreGeometry(settings.geometry()):
            self._first_size()

    def _make_recovery(self, desk: FileDesk, unsaved: Path) -> Recovery:
        return Recovery(
            self.document,
            self.guard,
            self.autosave,
            desk.messages,
            unsaved,
            lambda: desk.versions,
            desk.tasks,
        )

    def _blank_report(self) -> below.Report:
        """Return what the document holds while nobody has opened a report."""
        return below.Report(self._services.form_of_year(None))

    def _lay_out_status(self) -> None:
        bar = self.statusBar()
        self.state.add_sign(self.failing)
        bar.addPermanentWidget(self.state, 1)
        bar.setSizeGripEnabled(False)
        keep_height(bar, STATUS)
        bar.messageChanged.connect(self.state.show_notice)

    def _make_menus(self) -> None:
        self.actions_ = Actions(self, self.document, self.files, self._settings)
        self.report_actions = ReportActions(self, self.actions_, self.files, lambda: self.workspace)
        self.texts = TextActions(self, self.actions_, self.files, lambda: self.workspace)
        self.sign_off = SignOffActions(self, self.actions_, self.files, lambda: self.workspace)
        self._add_help()
        self._add_tool_bar()
        for menu in (self.actions_, self.report_actions, self.sign_off):
            menu.refresh()

    def _add_tool_bar(self) -> None:
        report = self.report_actions
        work = [
            (report.remaining, "remaining", "还差什么"),
            (report.next_finding, "next", "下一处问题"),
        ]
        find = self.texts.find
        self.tool_bar = self.actions_.add_tool_bar(find, work, self.sign_off.entries)
        self.tool_bar.add_space()
        self.tool_bar.add(self.view.large, "large", "大字")
        self.tool_bar.add(self.help, "help", "帮助", keeps_word=False)
        keep_height(self.menuBar(), MENU)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave words out of the tool bar where there is no room for all."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        width = self.width()
        self.tool_bar.show_words(width, has_all=arrangement(width).has_all_words)

    def _connect(self) -> None:
        self.start.new_from_last_chosen.connect(self.files.new_from_last)
        self.start.open_chosen.connect(self.files.open)
        self.start.new_chosen.connect(self.files.new_blank)
        self.start.clipboard_chosen.connect(self.files.open_clipboard)
        self.start.file_chosen.connect(self.files.open_path)
        self.files.desk.notified.connect(self.show_notice)
        self.autosave.failing.connect(self.failing.show_failure)
        self.document.refused.connect(self.show_notice)
        self.document.links_lost.connect(self.show_notice)
        self.files.desk.recent_changed.connect(self._show_recent)
        self.recent.read.connect(self.start.show_state)
        self.recent.missed.connect(self.start.drop)
        self.document.replaced.connect(self._show_report)
        self.document.typing_interrupted.connect(_commit_composing)
        for signal in (self.document.identity_changed, self.document.sign_off_changed):
            signal.connect(self._show_title)
        self.document.findings_changed.connect(self._show_title)
        self.document.modified_changed.connect(self._show_title)
        look.changed.connect(self._arrange)

    def _add_help(self) -> None:
        make = self.actions_.make
        self.view = ViewActions(self, self.actions_, self._settings)
        self.help = make("使用说明…", self._show_help, "F1", needs_report=False)
        keys = make("快捷键…", self._show_keys, needs_report=False)
        about = make("关于…", self._show_about, needs_report=False)
        self.actions_.add_help_menu([self.help, keys, about])

    def _show_help(self) -> None:
        late.HelpDialog(self).exec()

    def _show_keys(self) -> None:
        late.HelpDialog(self, late.KEYS).exec()

    def _show_about(self) -> None:
        late.AboutDialog(self).exec()

    def _first_size(self) -> None:
        screen = self.screen().availableGeometry()
        self.resize(QSize(1366, 900).boundedTo(screen.size()))
        if screen.width() <= 1440:
            self.showMaximized()

    # ------------------------------------------------------------ what is shown

    def _show_recent(self) -> None:
        files = self._settings.recent_files
        self.start.show_recent(files)
        if not self.document.is_open:
            self.recent.look_at(files)

    def _show_report(self) -> None:
        old = self.workspace
        self.workspace = late.Workspace(self.document, self.stack, self._settings)
        self.workspace.notified.connect(self.show_notice)
        self.workspace.page_changed.connect(self._show_selection)
        # Not within the paste: the question lets other events in.
        queued = Qt.ConnectionType.QueuedConnection
        self.workspace.table_left.connect(self._offer_table, queued)
        self.workspace.draft_wanted.connect(self.files.new_from_last)
        self.sign_off.offer_in(self.workspace)
        self.stack.addWidget(self.workspace)
        self.stack.setCurrentWidget(self.workspace)
        if old is not None:
            self._put_away(old)
        late.mark_together([page.words for page in self.workspace.by_section.values()])
        for page in self.workspace.by_section.values():
            if page.table is not None:
                self.report_actions.offer_in_cells(page.table)
        self._list_sections()
        self._show_title()
        self.workspace.page().take_focus()

    def _offer_table(self, words: str) -> None:
        """Offer to fill the table that was not pasted into a text into the report's tables."""
        if self.files.desk.messages.ask_table(words):
            self.files.fill_from_clipboard()

    def _put_away(self, old: late.Workspace) -> None:
        """Take a workspace off the document at once; it knows the cells of its own edition only."""
        for watcher in (old, *old.findChildren(QObject)):
            self.document.disconnect(watcher)
        self.stack.removeWidget(old)
        old.deleteLater()

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
            self.workspace.enter_section(section)

    def _show_selection(self) -> None:
        table = self.workspace.page().table if self.workspace is not None else None
        self.state.show_selection(late.selection_words(table.view) if table is not None else "")

    def _show_title(self, *_: object) -> None:
        if not self.document.is_open:
            self.setWindowTitle(NAME)
            return
        report = self.document.report
        mark = below.standing_notice(report).mark
        unsaved = UNSAVED if self.document.is_modified else ""
        read_only = "只读" if self.document.read_only else ""
        words = [word for word in (unsaved, mark, read_only) if word]
        told = f"（{'，'.join(words)}）" if words else ""
        name = f"{report.organization} {report.title}".strip() or self.files.name()
        self.setWindowTitle(f"{name}{told}")

    def show_notice(self, text: str) -> None:
        """Show a line in the status bar for as long as it takes to read it calmly."""
        self.statusBar().showMessage(text, READING_TIME)

    # ------------------------------------------------------------ files from outside

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let one file be dropped onto the window."""
        urls = event.mimeData().urls()
        if len(urls) == 1 and urls[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the file that was dropped onto the window, once whoever gave it is let go."""
        path = Path(event.mimeData().urls()[0].toLocalFile())
        QTimer.singleShot(0, self, partial(self.files.take_dropped, path))

    # ------------------------------------------------------------ closing

    def begin(self, path: Path | None = None) -> None:
        """Offer what was not saved last time, else open the file the program was started with."""
        self.recovery.offer(partial(self._begin_with, path))

    def _begin_with(self, path: Path | None, is_recovered: bool) -> None:
        if not is_recovered:
            if path is not None:
                self.files.load(path)
            return
        self.show_notice("已恢复未保存的内容，请看一遍后保存。")
        if path is not None and path != self.document.path:
            self.show_notice(f"已恢复未保存的内容。请先保存，再打开「{path.name}」。")

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask before changes are thrown away; work that is going on is let finish."""
        self.document.finish_typing()
        if self._is_closing or (not self.document.is_modified and not self.files.tasks.is_busy):
            self._settings.note_geometry(self.saveGeometry())
            self.recent.wait()
            self.autosave.end()
            self.files.desk.finish()
            self.guard.leave()
            event.accept()
            return
        event.ignore()
        self.files.after_saving("退出", self._close_now)

    def leave_for_restart(self) -> None:
        """Close without a question, and leave what is not saved to be found at the next start."""
        self.autosave.end(is_regular=False)
        self._close_now()

    def end_from_outside(self) -> None:
        """Leave what is not saved to be found at the next start; no dialog is in the way."""
        self.autosave.end(is_regular=False)
        self.guard.leave()
        QApplication.exit(0)

    def _close_now(self) -> None:
        self._is_closing = True
        # Qt does not close a window from within its own closing.
        QTimer.singleShot(0, self, self.close)


def _commit_composing() -> None:
    """Let the input method hand over the word that is being composed."""
    QGuiApplication.inputMethod().commit()

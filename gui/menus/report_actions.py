"""The actions on the open report: its findings, its figures, last year's report, its office."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QMainWindow

from gui import below, late
from gui.menus.actions import Actions
from gui.menus.file_actions import FileActions
from gui.menus.menu_of_report import MenuOfReport


class ReportActions(MenuOfReport):
    """Fills the menu of the report; what it does goes through the document."""

    def __init__(
        self,
        window: QMainWindow,
        actions: Actions,
        files: FileActions,
        workspace: Callable[[], late.Workspace | None],
    ) -> None:
        super().__init__(window, files, workspace)
        self._clipboard = [actions.cut, actions.copy, actions.paste]
        self._lines = [QAction(window), QAction(window)]
        for line in self._lines:
            line.setSeparator(True)
        self._make_work_actions(actions)
        self._make_last_year_actions(actions)
        actions.add_report_menu(self._groups())
        for signal in (self._document.replaced, self._document.previous_changed):
            signal.connect(self.refresh)
        self.refresh()

    def _make_work_actions(self, actions: Actions) -> None:
        make = actions.make
        self.next_finding = make("下一处问题", self._go_to_next, "F8")
        self.remaining = make("还差什么", self._show_remaining, "F7")
        self.zero_fill = make("空白填0（当前表格）", self._fill_blanks, "F9")
        self.note_source = make(
            "注明数字来源…",
            self._note_source,
            "Ctrl+M",
            tip="给选中的格子或整行记下数字向谁要、从哪里来；不会导出",
        )
        self.list_sources = make("数字来源一览…", self._list_sources)
        self.confirm_one = make("确认光标所在段", self._confirm_one, "Ctrl+Return")
        self.confirm_all = make("确认本部分全部沿用文字", self._confirm_all)

    def _make_last_year_actions(self, actions: Actions) -> None:
        make, files = actions.make, self._files
        self.attach = make(
            "附上上年报告…",
            files.attach_last_year,
            tip="任何能打开的文件都可以；附上后各格显示上年数，并与上年核对",
        )
        self.remove = make("取下上年报告", files.remove_last_year)
        self.previous = make("查看上年报告…", files.show_last_year)
        self.office = make("本单位设置…", self._set_office)
        self.notes = make("读入和起稿的记录…", lambda: files.show_notes("读入和起稿的记录"))

    def _groups(self) -> list[QAction | None]:
        """Return the entries of the menu; None stands for a line between two groups."""
        return [
            *(self.remaining, self.next_finding, None),
            *(self.zero_fill, self.note_source, self.list_sources, None),
            *(self.confirm_one, self.confirm_all, None),
            *(self.attach, self.previous, self.remove, None),
            *(self.office, self.notes),
        ]

    def refresh(self) -> None:
        """Let last year's report be taken off only where there is one."""
        has_last = self._document.is_open and self._document.report.previous is not None
        self.remove.setEnabled(has_last)

    def offer_in_cells(self, panel: late.TablePanel) -> None:
        """Offer clipboard, filling and the note on figures where the right button is pressed."""
        panel.view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
        upper, lower = self._lines
        deeds = panel.deeds.actions()
        panel.view.addActions([*self._clipboard, upper, *deeds, lower, self.note_source])

    # ------------------------------------------------------------ what they do

    def _table(self) -> late.TablePanel | None:
        """Return the table that is shown, or None after saying that there is none."""
        workspace = self._workspace()
        table = workspace.page().table if workspace is not None else None
        if table is None:
            self._desk.notified.emit("这一部分没有表格。")
        return table

    def _go_to_next(self) -> None:
        workspace = self._workspace()
        if workspace is not None:
            workspace.findings.go_to_next()

    def _show_remaining(self) -> None:
        workspace = self._workspace()
        if workspace is not None:
            workspace.show_remaining()

    def _fill_blanks(self) -> None:
        table = self._table()
        if table is not None:
            table.view.fill_blanks()

    def _note_source(self) -> None:
        panel = self._table()
        if panel is None:
            return
        self._document.finish_typing()
        keys = [cell.key for cell in panel.view.selected_cells()]
        if not keys:
            self._desk.notified.emit("请先点一个要注明来源的格子。")
            return
        dialog = late.FigureSourceDialog(
            self._window, self._document.report, panel.model.table, keys
        )
        self._push_accepted(dialog)

    def _push_accepted(self, dialog: late.FigureSourceDialog | late.OfficeDialog) -> None:
        """Show a dialog and take over what was set in it."""
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._document.push(dialog.edit())
        dialog.deleteLater()

    def _list_sources(self) -> None:
        late.NotesDialog(
            self._window,
            "数字来源一览",
            below.sources_listed(self._document.report),
            "每个来源要提供的数字，可以复制后发给对方。这些说明不会导出。",
        ).exec()

    def _confirm_one(self) -> None:
        workspace = self._workspace()
        if workspace is not None:
            workspace.page().text.confirm_at_cursor()

    def _confirm_all(self) -> None:
        workspace = self._workspace()
        if workspace is not None:
            workspace.page().text.confirm_section()

    def _set_office(self) -> None:
        today = self._files.desk.services.today()
        self._push_accepted(late.OfficeDialog(self._window, self._document.report, today))

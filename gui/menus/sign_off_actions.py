"""The menu of the sign-off: the sheet, the copy to be signed, making final, checking a code."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QMainWindow

from gui import below, late
from gui.dialogs.file_chooser import PDF_KIND, WORD_KIND
from gui.late import when_called
from gui.menus import ways
from gui.menus.actions import Actions
from gui.menus.file_actions import FileActions
from gui.menus.menu_of_report import MenuOfReport

if TYPE_CHECKING:
    from model.signing.final import Obstacle


class SignOffActions(MenuOfReport):
    """Fills the menu of the sign-off and holds the lock of a final report."""

    def __init__(
        self,
        window: QMainWindow,
        actions: Actions,
        files: FileActions,
        workspace: Callable[[], late.Workspace | None],
    ) -> None:
        super().__init__(window, files, workspace)
        self._sign_off_copy: late.SignOffCopy | None = None
        self._was_locked = False
        self._make(actions)
        self._document.may_change = self._may_change
        self._document.replaced.connect(self._begin)
        self._document.sign_off_changed.connect(self._follow)
        self.refresh()

    def _make(self, actions: Actions) -> None:
        make = actions.make
        self.names = make("审签单填写…", self.fill_names, tip="拟稿、核稿等各环节的姓名和备注")
        self.sign_off_copy = make(
            "打印、导出送审稿…", self.export_sign_off_copy, tip="可带水印、审签单，每页页脚有校验码"
        )
        self.final = make("定稿…", self.make_final, tip="锁定报告，记下日期和校验码")
        self.unlock = make("解除定稿…", self.ask_unlock)
        self.check = make(
            "核对校验码…",
            when_called(lambda: ways.Checking(self._desk).check),
            tip="看一份文件是不是签字的那一稿",
            needs_report=False,
        )
        self.entries = [
            self.names,
            self.sign_off_copy,
            None,
            self.final,
            self.unlock,
            None,
            self.check,
        ]
        actions.add_menu("审签(&S)", self.entries)

    def refresh(self) -> None:
        """Offer making final and unlocking where each can be done."""
        is_open = self._document.is_open
        is_locked = is_open and self._document.report.sign_off.is_locked
        self.final.setEnabled(is_open and not is_locked)
        self.unlock.setEnabled(is_open and is_locked)

    def offer_in(self, workspace: late.Workspace) -> None:
        """Let the head of the page and the list of what is left do what the menus do."""
        # Functions go with the workspace; of a method of what stays PySide would keep a reference.
        workspace.banner.unlock_wanted.connect(lambda: self.ask_unlock())
        workspace.banner.final_wanted.connect(lambda: self.make_final())
        workspace.remaining.final_wanted.connect(lambda: self.make_final())
        workspace.remaining.word_wanted.connect(self._files.export_word)
        workspace.remaining.preview_wanted.connect(lambda: self._files.printing.preview())

    def _begin(self) -> None:
        self._was_locked = self._document.report.sign_off.is_locked
        self._sign_off_copy = None
        self.refresh()

    def _follow(self) -> None:
        """Tell when the lock was set or taken off, by whatever: undoing does both too."""
        before, self._was_locked = self._was_locked, self._document.report.sign_off.is_locked
        self.refresh()
        if before == self._was_locked:
            return
        self._sign_off_copy = None
        final = self._document.report.sign_off.final
        if final is None:
            self._desk.notified.emit("定稿已撤销，报告可以修改；重做（Ctrl+Y）可恢复定稿。")
        elif self._was_locked:
            self._desk.notified.emit(f"已定稿，校验码 {final.code}。")
        else:
            self._desk.notified.emit("定稿已解除，报告可以修改；撤销（Ctrl+Z）可恢复定稿。")

    # ------------------------------------------------------------ the lock

    def _may_change(self) -> bool:
        final = self._document.report.sign_off.final
        return final is None or self._desk.messages.ask_change(
            below.day_words(final.day), final.code
        )

    def ask_unlock(self) -> None:
        """Ask whether to unlock the report, and do so."""
        final = self._document.report.sign_off.final
        if final is None or not self._document.report.sign_off.is_locked:
            return
        if self._desk.messages.ask_unlock(below.day_words(final.day), final.code):
            self._document.push(below.unlock(self._document.report))

    # ------------------------------------------------------------ making final

    def make_final(self) -> None:
        """Make the report final, or tell what stands in the way."""
        self._document.finish_typing()
        document = self._document
        found = below.obstacles(document.report, document.findings)
        waiting = below.waiting_words(document.findings, len(document.waiting))
        if found:
            self._show_obstacles(found, waiting)
            return
        day = self._desk.services.today()
        queries = document.count(below.Level.QUERY)
        dialog = late.FinalDialog(self._window, document.report, day, queries, waiting)
        is_wanted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        if is_wanted:
            document.push(below.make_final(document.report, day))
            self._go_on()

    def _go_on(self) -> None:
        """Ask whether to save and to export what is to be signed."""
        final = self._document.report.sign_off.final
        answer = self._desk.messages.ask_after_final(final.code if final else "")
        if answer == "export":
            self._files.save_then(self.export_sign_off_copy)
        elif answer == "save":
            self._files.save()

    def _show_obstacles(self, found: tuple[Obstacle, ...], waiting: str) -> None:
        dialog = late.ObstaclesDialog(self._window, found, waiting)
        is_wanted = dialog.exec() == QDialog.DialogCode.Accepted
        obstacle = dialog.chosen
        dialog.deleteLater()
        workspace = self._workspace()
        if is_wanted and workspace is not None:
            workspace.show_obstacle(obstacle.finding, obstacle.cell)

    # ------------------------------------------------------------ the sheet and the copy

    def fill_names(self) -> None:
        """Ask for the names on the sheet and take them over in one step."""
        dialog = late.NamesDialog(self._window, self._document.report)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self._document.push(dialog.edit())
        dialog.deleteLater()

    def export_sign_off_copy(self) -> None:
        """Ask how the copy to be signed looks, and write it or show it."""
        self._document.finish_typing()
        report = self._document.report
        # What was made final is no draft any more.
        usual = late.SignOffCopy(has_watermark=not report.sign_off.is_locked)
        dialog = late.SignOffCopyDialog(self._window, report, self._sign_off_copy or usual)
        dialog.exec()
        way, chosen = dialog.way, dialog.sign_off_copy
        dialog.deleteLater()
        self._sign_off_copy = chosen
        if way is late.SignOffWay.PDF:
            self._files.export_signed(PDF_KIND, chosen)
        elif way is late.SignOffWay.WORD:
            self._files.export_signed(WORD_KIND, chosen)
        elif way is late.SignOffWay.PREVIEW:
            self.printing(chosen).preview()

    def printing(self, sign_off_copy: late.SignOffCopy) -> ways.PrintActions:
        """Return the ways of the copy to paper."""
        save_pdf = partial(self._files.export_signed, PDF_KIND, sign_off_copy)
        printing = ways.PrintActions(self._desk, save_pdf, sign_off_copy)
        printing.questions = self._files.printing.questions
        return printing

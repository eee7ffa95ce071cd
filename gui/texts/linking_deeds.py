"""What can be done with the figures of a text that follow the tables, or could."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QMenu, QTextEdit

from gui.document.document import Document
from gui.texts.figure_chooser import FigureChooser
from model.report.links.link import Link
from model.report.links.linking import Cell, Glued, insert, link_at, source_name, unlink
from model.report.links.stated import Linkable, link_all, link_one, linkables, name_of

INSERT = "插入表内数据…"
LINK_ALL = "本部分与表一致的数随表更新"


class LinkingDeeds(QObject):
    """Puts figures into the text of one part; `selection` tells where, in code points."""

    told = Signal(str)
    cell_wanted = Signal(str, str)
    """The cell that a figure follows is to be shown, by table and key."""

    def __init__(
        self,
        document: Document,
        section: str,
        editor: QTextEdit,
        selection: Callable[[], tuple[int, int]],
    ) -> None:
        super().__init__(editor)
        self._document = document
        self._section = section
        self._editor = editor
        self._selection = selection

    def choose(self) -> None:
        """Ask for a figure or a sentence and put it where the cursor is."""
        self._document.finish_typing()
        dialog = FigureChooser(self._editor.window(), self._document.report)
        is_taken = dialog.exec() == QDialog.DialogCode.Accepted
        pattern = dialog.pattern
        dialog.deleteLater()
        if is_taken and pattern:
            self.put(pattern)
        self._editor.setFocus()

    def put(self, pattern: str) -> None:
        """Put a pattern's words in place of what is selected, their figures linked."""
        report, (start, end) = self._document.report, self._selection()
        try:
            edit = insert(report, self._section, start, end, pattern, "插入表内数据")
        except Glued as glued:
            self.told.emit(str(glued))
            return
        self._document.push(edit)

    def link_equal(self) -> None:
        """Let every figure of the part that is surely its cell's follow it, as one step."""
        self._document.finish_typing()
        report = self._document.report
        found = tuple(linkables(report, report.form.section(self._section)))
        if not found:
            self.told.emit("这一部分没有认得准、又与表一致的数。可以用「插入表内数据」。")
        elif self._document.push(link_all(report, found, LINK_ALL)):
            self.told.emit(f"已让{len(found)}处数字随表更新，可以撤销（Ctrl+Z）。")

    def offer(self, menu: QMenu, place: int) -> None:
        """Add to a menu what can be done at a place of the text, in code points."""
        menu.addAction(INSERT, self.choose)
        report = self._document.report
        link = link_at(report, self._section, place, place)
        found = self._linkable_at(place) if link is None else None
        if link is not None:
            self._offer_linked(menu, link)
        elif found is not None:
            menu.addAction(name_of(report, found), lambda: self._link(found))
        menu.addAction(LINK_ALL, self.link_equal)

    def _offer_linked(self, menu: QMenu, link: Link) -> None:
        cell: Cell = link.cell
        words = f"看表格：{source_name(self._document.report.form, cell)}"
        menu.addAction(words, lambda: self.cell_wanted.emit(*cell))
        menu.addAction("这个数不再随表更新", lambda: self._unlink(link))

    def _linkable_at(self, place: int) -> Linkable | None:
        report = self._document.report
        found = linkables(report, report.form.section(self._section))
        return next((item for item in found if item.start <= place <= item.end), None)

    def _link(self, found: Linkable) -> None:
        self._document.push(link_one(self._document.report, found))

    def _unlink(self, link: Link) -> None:
        if link in self._document.report.links:
            self._document.push(unlink(self._document.report, link))

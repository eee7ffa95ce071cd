"""「填入正在编辑的报告」: a table, or some rows of one, from a file or the clipboard."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QApplication

from gui import late
from gui.files.clipboard_content import EMPTY_CLIPBOARD, ClipboardContent, clipboard_content
from gui.files.desk import FileDesk

TITLE = "填入正在编辑的报告"
NOTHING = (
    "「{name}」里没有找到规定表格的行。要按行名、列名填入，请连同左边的文字和上面的表头一起复制；"
    "只有数字的，请点选第一格，用 Ctrl+V 粘贴。"
)


class FillingIn:
    """Fills rows that carry their labels into the open report, in one step, after a look."""

    def __init__(self, desk: FileDesk) -> None:
        self._desk = desk

    def from_file(self) -> None:
        """Ask for a file of any readable kind and fill in what it has of the tables."""
        self._desk.when_free(TITLE, self._from_file)

    def _from_file(self) -> None:
        desk = self._desk
        desk.document.finish_typing()
        path = desk.choose_open("选择要填入的表格")
        if path is not None:
            form = desk.document.report.form
            desk.tasks.run(
                TITLE, partial(late.place_file, path, form), partial(self._show, path.name)
            )

    def from_clipboard(self) -> None:
        """Fill in what was copied of the tables in a browser, Word, WPS or a spreadsheet."""
        self._desk.when_free(TITLE, self._from_clipboard)

    def _from_clipboard(self) -> None:
        desk = self._desk
        desk.document.finish_typing()
        content: ClipboardContent = clipboard_content(QApplication.clipboard().mimeData())
        form = desk.document.report.form
        if content.is_empty:
            desk.messages.problem(f"{TITLE}没有成功", EMPTY_CLIPBOARD)
        elif content.file is not None:
            read = partial(late.place_file, content.file, form)
            desk.tasks.run(TITLE, read, partial(self._show, content.file.name))
        else:
            read = partial(late.place_copied, content.html, content.text, form)
            desk.tasks.run(TITLE, read, partial(self._show, "剪贴板"))

    def _show(self, name: str, placed: tuple[late.PlacedRows, ...]) -> None:
        desk = self._desk
        report = desk.document.report
        offered = late.reading_by_labels(report.form, placed)
        if not offered.figures:
            desk.messages.problem(f"{TITLE}没有成功", NOTHING.format(name=name))
            return
        why = f"从「{name}」按行名、列名对好，没有列出的行不变；原文件不会改动。"
        reading = late.ask_reading(desk.window, report, (offered,), why)
        if reading is None:
            return
        edit = reading.edit(report, f"填入「{name}」的数字")
        if edit.changes and desk.document.push(edit):
            desk.notified.emit(f"已从「{name}」填入，改了{len(edit.changes)}格，可以撤销。")

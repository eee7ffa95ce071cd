"""Writing the report as a document of another program."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QApplication

from gui import below, late
from gui.dialogs.file_chooser import EXCEL_KIND, PAGE_KIND, PDF_KIND, TEXT_KIND, WORD_KIND
from gui.files.desk import FileDesk
from gui.services import Kinds

if TYPE_CHECKING:
    from model.report.report import Report

    Write = Callable[[Report, Path], str | None]
    """Writes a file and returns what the clerk should know of it, or nothing."""

PUBLIC = "（公开）"
"""What the name of a file for the website has at its end."""
WITH_DATA = (
    "这份 Word 文档里带着报告的原始数据（看不见），适合存档、报上级、以后再读入。\n"
    "放到网站上，请另用“导出 Word（网站公开用，不带隐藏数据）”。"
)
WITHOUT_DATA = "这份是网站公开用的：里面没有隐藏的数据。"


class Exporting:
    """Exports a copy of the report; the report's own file is not touched."""

    def __init__(self, desk: FileDesk) -> None:
        self._desk = desk

    @cached_property
    def _fonts(self) -> late.FontNotice:
        return late.FontNotice(self._desk.messages)

    def export_word(self) -> None:
        """Export the report as a Word document."""
        self._export("导出 Word 文档", WORD_KIND, hint=WITH_DATA)

    def export_public(self) -> None:
        """Export the Word document for the website, which holds nothing but what is printed."""
        style = late.chosen_style(self._desk.settings)
        export = self._desk.services.export_report

        def write(report: Report, path: Path) -> str:
            return export(report, path, style, is_public=True)

        self._export("导出网站公开用的 Word 文档", WORD_KIND, write, PUBLIC, WITHOUT_DATA)

    def export_signed(self, kinds: Kinds, signed_copy: late.SignOffCopy) -> None:
        """Export the copy that goes round to be signed."""
        style = late.chosen_style(self._desk.settings)
        export = self._desk.services.export_report

        def write(report: Report, path: Path) -> str:
            return export(report, path, style, signed_copy)

        self._export("导出送审稿", kinds, write, "（送审稿）")

    def export_excel(self) -> None:
        """Export the report's tables as a workbook."""
        self._export("导出 Excel 工作簿", EXCEL_KIND)

    def export_with_extras(self) -> None:
        """Export the workbook with last year's figures and the findings beside the report."""
        write = self._desk.services.export_with_extras
        self._export("导出 Excel（附上年数和校验）", EXCEL_KIND, write)

    def export_pdf(self) -> None:
        """Export the report as a PDF file."""
        self._export("导出 PDF 文件", PDF_KIND)

    def export_page(self) -> None:
        """Export the report as a web page."""
        self._export("导出网页", PAGE_KIND)

    def export_text(self) -> None:
        """Export the report as plain text."""
        self._export("导出文本", TEXT_KIND)

    def copy_page(self) -> None:
        """Put the report on the clipboard, to be pasted into a site's editor or into Word."""
        desk = self._desk
        desk.document.finish_typing()
        if not self.is_confirmed():
            return
        html, text = desk.services.clipboard_formats(desk.document.report)
        content = QMimeData()
        content.setHtml(html)
        content.setText(text)
        QApplication.clipboard().setMimeData(content)
        desk.notified.emit(
            "已复制整篇报告，可以粘贴到网站后台的编辑框里，也可以粘贴到 Word、WPS 里。"
        )

    def tell_fonts(self) -> None:
        """Tell which fonts of a PDF file this computer lacks, once."""
        self._fonts.tell_once(late.chosen_style(self._desk.settings))

    def _export(
        self,
        title: str,
        kinds: Kinds,
        write: Write | None = None,
        addition: str = "",
        hint: str = "",
    ) -> None:
        """Export once no other work is going on, so that nothing is asked for in vain."""
        action = partial(self._export_now, title, kinds, write, addition, hint)
        self._desk.when_free(title, action)

    def _export_now(
        self, title: str, kinds: Kinds, write: Write | None, addition: str, hint: str
    ) -> None:
        desk = self._desk
        if kinds is PDF_KIND:
            self.tell_fonts()
        desk.document.finish_typing()
        if not self.is_confirmed():
            return
        own = desk.document.path
        folder = own.parent if own is not None else desk.settings.last_folder
        extension = kinds[0][1][0]
        name = Path(desk.file_name(extension)).stem + addition + extension
        path = desk.chooser.save_name(title, folder / name, kinds)
        if path is None:
            return
        report, _ = desk.document.snapshot()

        def exported(note: str | None) -> None:
            desk.settings.note_folder(path)
            desk.notified.emit(f"已导出「{path.name}」。")
            if note:
                desk.messages.tell("已导出，请看一看", note)
            desk.messages.offer_folder(path, hint)

        style = late.chosen_style(desk.settings)
        usual = partial(desk.services.export_report, report, path, style)
        desk.tasks.run(title, partial(write, report, path) if write else usual, exported)

    def is_confirmed(self) -> bool:
        """Return whether to export, asking where the report still has errors."""
        document = self._desk.document
        errors, queries = document.count(below.Level.ERROR), document.count(below.Level.QUERY)
        waiting = below.waiting_words(document.findings, len(document.waiting))
        return not errors or self._desk.messages.confirm_export(errors, queries, waiting)

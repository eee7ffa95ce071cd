"""Writing the report as a document of another program."""

from __future__ import annotations

from functools import partial

from gui.dialogs.file_chooser import EXCEL_KIND, PDF_KIND, WORD_KIND
from gui.files.desk import FileDesk
from gui.printing.missing_fonts import FontNotice
from gui.printing.page_choice import chosen_style
from gui.services import Kinds
from model.checks import Level


class Exporting:
    """Exports a copy of the report; the report's own file is not touched."""

    def __init__(self, desk: FileDesk) -> None:
        self._desk = desk
        self._fonts = FontNotice(desk.messages)

    def export_word(self) -> None:
        """Export the report as a Word document."""
        self._export("导出 Word 文档", WORD_KIND)

    def export_excel(self) -> None:
        """Export the report's tables as a workbook."""
        self._export("导出 Excel 工作簿", EXCEL_KIND)

    def export_pdf(self) -> None:
        """Export the report as a PDF file."""
        self._fonts.tell_once(chosen_style(self._desk.settings))
        self._export("导出 PDF 文件", PDF_KIND)

    def _export(self, title: str, kinds: Kinds) -> None:
        desk = self._desk
        desk.leaving.emit()
        if not self._is_confirmed():
            return
        own = desk.document.path
        folder = own.parent if own is not None else desk.settings.last_folder
        path = desk.chooser.save_name(title, folder / desk.file_name(kinds[0][1][0]), kinds)
        if path is None:
            return
        report, _ = desk.document.snapshot()

        def exported(_: None) -> None:
            desk.settings.note_folder(path)
            desk.said.emit(f"已导出「{path.name}」。")
            desk.messages.offer_folder(path)

        export = partial(desk.services.export_report, report, path, chosen_style(desk.settings))
        desk.tasks.run(title, export, exported)

    def _is_confirmed(self) -> bool:
        document = self._desk.document
        errors, queries = document.count(Level.ERROR), document.count(Level.QUERY)
        return not errors or self._desk.messages.confirm_export(errors, queries)

"""The system's file dialogs, with the names of the file kinds in Chinese."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QWidget

from gui import below
from gui.services import Kinds

OWN_KIND: Kinds = (("年报文件", (".nianbao",)),)
WORD_KIND: Kinds = (("Word 文档", (".docx",)),)
EXCEL_KIND: Kinds = (("Excel 工作簿", (".xlsx",)),)
PDF_KIND: Kinds = (("PDF 文件", (".pdf",)),)
PAGE_KIND: Kinds = (("网页", (".html",)),)
TEXT_KIND: Kinds = (("文本", (".txt",)),)


class FileChooser:
    """Asks which file to open or to write; tests put another one in its place."""

    def __init__(self) -> None:
        self.parent: QWidget | None = None

    def open_name(self, title: str, folder: Path, kinds: Kinds) -> Path | None:
        """Return the file to open, or None."""
        dialog = below.QFileDialog(self.parent, title, str(folder), open_filter(kinds))
        dialog.setFileMode(below.QFileDialog.FileMode.ExistingFile)
        return _chosen(dialog, "打开")

    def save_name(self, title: str, proposal: Path, kinds: Kinds) -> Path | None:
        """Return the file to write, or None; an existing one has been asked about."""
        dialog = below.QFileDialog(self.parent, title, str(proposal.parent), one_by_one(kinds))
        dialog.setAcceptMode(below.QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(below.QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix(kinds[0][1][0].lstrip("."))
        dialog.selectFile(proposal.name)
        return _chosen(dialog, "保存")

    def folder_name(self, title: str, folder: Path) -> Path | None:
        """Return the folder to write into, or None."""
        dialog = below.QFileDialog(self.parent, title, str(folder))
        dialog.setFileMode(below.QFileDialog.FileMode.Directory)
        dialog.setOption(below.QFileDialog.Option.ShowDirsOnly)
        return _chosen(dialog, "选择", "文件夹：")


def _chosen(dialog: below.QFileDialog, accept: str, name: str = "文件名：") -> Path | None:
    """Show the dialog with Chinese labels, some of which Qt's translation lacks."""
    for label, text in (
        (below.QFileDialog.DialogLabel.LookIn, "位置："),
        (below.QFileDialog.DialogLabel.FileName, name),
        (below.QFileDialog.DialogLabel.FileType, "文件类型："),
        (below.QFileDialog.DialogLabel.Accept, accept),
        (below.QFileDialog.DialogLabel.Reject, "取消"),
    ):
        dialog.setLabelText(label, text)
    return Path(dialog.selectedFiles()[0]) if dialog.exec() else None


def open_filter(kinds: Kinds) -> str:
    """Return the filter of an open dialog: all readable kinds first, then each by name."""
    every = tuple(extension for _, extensions in kinds for extension in extensions)
    return ";;".join([_entry("所有能打开的文件", every), one_by_one(kinds)])


def one_by_one(kinds: Kinds) -> str:
    """Return a filter with one entry per kind of file."""
    return ";;".join(_entry(name, extensions) for name, extensions in kinds)


def _entry(name: str, extensions: tuple[str, ...]) -> str:
    return f"{name} ({' '.join(f'*{extension}' for extension in extensions)})"

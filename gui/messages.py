"""Every question and message box of the window, in plain Chinese."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

Answer = Literal["save", "discard", "cancel"]
Recover = Literal["restore", "discard", "later"]
Overwrite = Literal["overwrite", "save_as", "cancel"]
Replace = Literal["overwrite", "rename", "cancel"]
AfterFinal = Literal["save", "export", "later"]
_Role = QMessageBox.ButtonRole


class Messages:
    """Asks and tells; tests put another one in its place."""

    def __init__(self) -> None:
        self.parent: QWidget | None = None

    def problem(self, title: str, text: str) -> None:
        """Tell what could not be done and what to do."""
        box = self._box(QMessageBox.Icon.Warning, title, text)
        box.addButton("知道了", _Role.AcceptRole)
        box.exec()

    def tell(self, title: str, text: str) -> None:
        """Tell something that is no trouble."""
        box = self._box(QMessageBox.Icon.Information, title, text)
        box.addButton("知道了", _Role.AcceptRole)
        box.exec()

    def ask_save(self, name: str) -> Answer:
        """Ask what to do with a report that is not saved."""
        box = self._box(
            QMessageBox.Icon.Question,
            "还没有保存",
            f"「{name}」改过以后还没有保存。\n要先保存吗？不保存，改动就没有了。",
        )
        save = box.addButton("保存", _Role.AcceptRole)
        discard = box.addButton("不保存", _Role.DestructiveRole)
        cancel = box.addButton("取消", _Role.RejectRole)
        box.setDefaultButton(save)
        box.setEscapeButton(cancel)
        box.exec()
        if box.clickedButton() is save:
            return "save"
        return "discard" if box.clickedButton() is discard else "cancel"

    def ask_recover(
        self, organization: str, year: int | None, taken: datetime, path: Path | None
    ) -> Recover:
        """Ask what to do with content that a window which ended badly had not saved."""
        name = f"{organization or '未填单位'} {f'{year}年度' if year else '未填年度'}"
        file = f"文件：{path}" if path else "这份报告还没有存成文件。"
        box = self._box(
            QMessageBox.Icon.Question,
            "找到未保存的内容",
            f"上次没有正常退出，找到「{name}」未保存的内容"
            f"（{taken:%Y年%m月%d日 %H:%M:%S}）。\n{file}\n\n"
            "恢复后请看一遍再保存；保存以前，原来的文件不会改动。",
        )
        restore = box.addButton("恢复", _Role.AcceptRole)
        discard = box.addButton("不要了", _Role.DestructiveRole)
        self._finish(box, box.addButton("以后再说", _Role.RejectRole))
        box.setDefaultButton(restore)
        box.exec()
        if box.clickedButton() is restore:
            return "restore"
        return "discard" if box.clickedButton() is discard else "later"

    def ask_open_as_copy(self, name: str) -> bool:
        """Tell that another window has a file and return whether to open it as a copy."""
        box = self._box(
            QMessageBox.Icon.Information,
            "文件正在编辑",
            f"「{name}」正在另一个窗口里编辑。\n"
            "可以作为副本打开：副本是未保存的报告，保存时另取名字，不影响那个窗口。",
        )
        return self._choose(box, "作为副本打开", "取消")

    def ask_overwrite(self, name: str) -> Overwrite:
        """Ask what to do where a file was changed by somebody else since it was opened."""
        box = self._box(
            QMessageBox.Icon.Warning,
            "文件已被别人改过",
            f"「{name}」打开以后，又被别的程序或别的人改过。\n"
            "覆盖：换成这个窗口里的内容，那边的内容可在「文件→以前保存的版本」里找到。\n"
            "另存为：两份都留下。",
        )
        overwrite = box.addButton("覆盖", _Role.DestructiveRole)
        save_as = box.addButton("另存为…", _Role.AcceptRole)
        self._finish(box, box.addButton("取消", _Role.RejectRole))
        box.setDefaultButton(save_as)
        box.exec()
        if box.clickedButton() is overwrite:
            return "overwrite"
        return "save_as" if box.clickedButton() is save_as else "cancel"

    def ask_attach(self, name: str, doubts: Sequence[str]) -> bool:
        """Tell what does not fit in last year's report and return whether to attach it."""
        box = self._box(
            QMessageBox.Icon.Question,
            "附上上年报告",
            f"读到的是：{name}。\n\n" + "\n\n".join(doubts) + "\n\n仍然附上吗？",
        )
        return self._choose(box, "仍然附上", "不附")

    def confirm_export(self, errors: int, queries: int) -> bool:
        """Tell how much is left to correct and return whether to export all the same."""
        more = f"，{queries} 处请核实" if queries else ""
        box = self._box(
            QMessageBox.Icon.Warning,
            "还有必须改的地方",
            f"报告里还有 {errors} 处必须改{more}（见右边的检查结果）。\n仍然要导出吗？",
        )
        return self._choose(box, "仍然导出", "回去修改")

    def ask_change(self, day: str, code: str) -> bool:
        """Tell that the report is final and return whether to change it all the same."""
        box = self._box(
            QMessageBox.Icon.Warning,
            "报告已定稿",
            f"报告已定稿（{day}，校验码 {code}）。\n继续修改会解除定稿，已签的纸质稿就不再一致。",
        )
        return self._choose(box, "修改", "不改")

    def ask_unlock(self, day: str, code: str) -> bool:
        """Return whether to take the lock off a final report."""
        box = self._box(
            QMessageBox.Icon.Question,
            "解除定稿",
            f"报告已定稿（{day}，校验码 {code}）。\n"
            "解除后可以修改；一改，已签的纸质稿就不再一致，要重新定稿、签字。",
        )
        return self._choose(box, "解除定稿", "取消")

    def ask_after_final(self, code: str) -> AfterFinal:
        """Tell that the report is final now and return what to do next."""
        box = self._box(
            QMessageBox.Icon.Information,
            "已定稿",
            f"已定稿，校验码 {code}。\n请保存。接着可以打印或导出带校验码的送审稿，拿去签字。",
        )
        export = box.addButton("保存并出送审稿…", _Role.AcceptRole)
        save = box.addButton("只保存", _Role.AcceptRole)
        later = box.addButton("以后再说", _Role.RejectRole)
        box.setDefaultButton(export)
        box.setEscapeButton(later)
        box.exec()
        if box.clickedButton() is export:
            return "export"
        return "save" if box.clickedButton() is save else "later"

    def offer_pdf(self) -> bool:
        """Tell that there is no printer and return whether to save a PDF file instead."""
        box = self._box(
            QMessageBox.Icon.Information,
            "没有打印机",
            "这台电脑上没有安装打印机。\n"
            "可以另存为 PDF 文件，拿到有打印机的电脑上打印，版面不会变。",
        )
        return self._choose(box, "另存为 PDF…", "取消")

    def ask_replace(self, names: Sequence[str]) -> Replace:
        """Ask what to do where files of the usual names are there already."""
        box = self._box(
            QMessageBox.Icon.Question,
            "文件已经有了",
            "这个文件夹里已经有：\n" + "\n".join(names) + "\n\n"
            "覆盖：换成现在导出的。\n另取名字：原来的留下，导出的文件名后面加序号。",
        )
        overwrite = box.addButton("覆盖", _Role.DestructiveRole)
        rename = box.addButton("另取名字", _Role.AcceptRole)
        self._finish(box, box.addButton("取消", _Role.RejectRole))
        box.setDefaultButton(rename)
        box.exec()
        if box.clickedButton() is overwrite:
            return "overwrite"
        return "rename" if box.clickedButton() is rename else "cancel"

    def tell_exported(self, folder: Path, names: Sequence[str], problems: Sequence[str]) -> None:
        """Tell which files were written and which were not, and offer to open their folder."""
        written = ["已导出到：", str(folder), *names] if names else ["没有导出文件。"]
        failed = ["", "没有导出：", *problems] if problems else []
        icon = QMessageBox.Icon.Warning if problems else QMessageBox.Icon.Information
        box = self._box(icon, "全部导出", "\n".join([*written, *failed]))
        button = box.addButton("打开文件夹", _Role.ActionRole)
        self._finish(box, box.addButton("知道了", _Role.AcceptRole))
        box.exec()
        if box.clickedButton() is button:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def offer_folder(self, path: Path) -> None:
        """Tell that a file was written and offer to open its folder."""
        box = self._box(
            QMessageBox.Icon.Information,
            "导出完成",
            f"已导出到：\n{path.parent}\n文件名：{path.name}",
        )
        folder = box.addButton("打开文件夹", _Role.ActionRole)
        self._finish(box, box.addButton("知道了", _Role.AcceptRole))
        box.exec()
        if box.clickedButton() is folder:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    def offer_restart(self, log: Path) -> bool:
        """Tell of an error of the program, all being kept, and return whether to close now."""
        box = self._box(
            QMessageBox.Icon.Critical,
            "程序出错了",
            "刚才的操作没有做成，是程序自己的错误，不是您填错了。\n"
            "已填的内容已经留存。建议关闭程序重新打开，打开时选「恢复」。\n\n"
            f"错误情况记在：{log}",
        )
        return self._choose(box, "关闭程序", "继续使用")

    def offer_rescue(self, log: Path) -> bool:
        """Tell of an error of the program, nothing being kept, and return whether to save now."""
        box = self._box(
            QMessageBox.Icon.Critical,
            "程序出错了",
            "刚才的操作没有做成，是程序自己的错误，不是您填错了。\n"
            "建议现在把报告另存一份，然后关闭程序重新打开。\n\n"
            f"错误情况记在：{log}",
        )
        return self._choose(box, "另存一份", "先不保存")

    def _choose(self, box: QMessageBox, yes: str, no: str) -> bool:
        accept = box.addButton(yes, _Role.AcceptRole)
        self._finish(box, box.addButton(no, _Role.RejectRole))
        box.exec()
        return box.clickedButton() is accept

    def _finish(self, box: QMessageBox, default: QPushButton) -> None:
        box.setDefaultButton(default)
        box.setEscapeButton(default)

    def _box(self, icon: QMessageBox.Icon, title: str, text: str) -> QMessageBox:
        box = QMessageBox(icon, title, text, QMessageBox.StandardButton.NoButton, self.parent)
        box.setTextFormat(box.textFormat().PlainText)
        return box

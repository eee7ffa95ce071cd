"""Every question and message box of the window, in plain Chinese."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Literal, TypeVar

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

Answer = Literal["save", "discard", "cancel"]
Recover = Literal["restore", "discard", "later"]
Overwrite = Literal["overwrite", "save_as", "cancel"]
Replace = Literal["overwrite", "rename", "cancel"]
AfterFinal = Literal["save", "export", "later"]
_Choice = TypeVar("_Choice")
_Icon = QMessageBox.Icon
_Role = QMessageBox.ButtonRole
_Choices = Sequence[tuple[str, QMessageBox.ButtonRole, _Choice]]
"""Words, role and meaning of each button, from left to right; the last one changes nothing."""


class Messages:
    """Asks and tells; tests put another one in its place."""

    def __init__(self) -> None:
        self.parent: QWidget | None = None

    def problem(self, title: str, text: str) -> None:
        """Tell what could not be done and what to do."""
        self._ask(_Icon.Warning, title, text, [("知道了", _Role.AcceptRole, None)])

    def tell(self, title: str, text: str) -> None:
        """Tell something that is no trouble."""
        self._ask(_Icon.Information, title, text, [("知道了", _Role.AcceptRole, None)])

    def ask_save(self, name: str) -> Answer:
        """Ask what to do with a report that is not saved."""
        choices: _Choices[Answer] = [
            ("保存", _Role.AcceptRole, "save"),
            ("不保存", _Role.DestructiveRole, "discard"),
            ("取消", _Role.RejectRole, "cancel"),
        ]
        return self._ask(
            _Icon.Question,
            "还没有保存",
            f"「{name}」改过以后还没有保存。\n要先保存吗？不保存，改动就没有了。",
            choices,
        )

    def ask_recover(
        self, organization: str, year: int | None, taken: datetime, path: Path | None
    ) -> Recover:
        """Ask what to do with content that a window which ended badly had not saved."""
        name = f"{organization or '未填单位'} {f'{year}年度' if year else '未填年度'}"
        file = f"文件：{path}" if path else "这份报告还没有存成文件。"
        choices: _Choices[Recover] = [
            ("恢复", _Role.AcceptRole, "restore"),
            ("不要了", _Role.DestructiveRole, "discard"),
            ("以后再说", _Role.RejectRole, "later"),
        ]
        return self._ask(
            _Icon.Question,
            "找到未保存的内容",
            f"上次没有正常退出，找到「{name}」未保存的内容"
            f"（{taken:%Y年%m月%d日 %H:%M:%S}）。\n{file}\n\n"
            "恢复后请看一遍再保存；保存以前，原来的文件不会改动。",
            choices,
        )

    def ask_open_as_copy(self, name: str) -> bool:
        """Tell that another window has a file and return whether to open it as a copy."""
        return self._confirm(
            _Icon.Information,
            "文件正在编辑",
            f"「{name}」正在另一个窗口里编辑。\n"
            "可以作为副本打开：副本是未保存的报告，保存时另取名字，不影响那个窗口。",
            "作为副本打开",
            "取消",
        )

    def ask_overwrite(self, name: str) -> Overwrite:
        """Ask what to do where a file was changed by somebody else since it was opened."""
        choices: _Choices[Overwrite] = [
            ("覆盖", _Role.DestructiveRole, "overwrite"),
            ("另存为…", _Role.AcceptRole, "save_as"),
            ("取消", _Role.RejectRole, "cancel"),
        ]
        return self._ask(
            _Icon.Warning,
            "文件已被别人改过",
            f"「{name}」打开以后，又被别的程序或别的人改过。\n"
            "覆盖：换成这个窗口里的内容，那边的内容可在「文件→以前保存的版本」里找到。\n"
            "另存为：两份都留下。",
            choices,
            default="save_as",
        )

    def ask_attach(self, name: str, doubts: Sequence[str]) -> bool:
        """Tell what does not fit in last year's report and return whether to attach it."""
        return self._confirm(
            _Icon.Question,
            "附上上年报告",
            f"读到的是：{name}。\n\n" + "\n\n".join(doubts) + "\n\n仍然附上吗？",
            "仍然附上",
            "不附",
        )

    def confirm_export(self, errors: int, queries: int) -> bool:
        """Tell how much is left to correct and return whether to export all the same."""
        more = f"，{queries} 处请核实" if queries else ""
        return self._confirm(
            _Icon.Warning,
            "还有必须改的地方",
            f"报告里还有 {errors} 处必须改{more}（见右边的检查结果）。\n仍然要导出吗？",
            "仍然导出",
            "回去修改",
        )

    def ask_change(self, day: str, code: str) -> bool:
        """Tell that the report is final and return whether to change it all the same."""
        return self._confirm(
            _Icon.Warning,
            "报告已定稿",
            f"报告已定稿（{day}，校验码 {code}）。\n继续修改会解除定稿，已签的纸质稿就不再一致。",
            "修改",
            "不改",
        )

    def ask_unlock(self, day: str, code: str) -> bool:
        """Return whether to take the lock off a final report."""
        return self._confirm(
            _Icon.Question,
            "解除定稿",
            f"报告已定稿（{day}，校验码 {code}）。\n"
            "解除后可以修改；一改，已签的纸质稿就不再一致，要重新定稿、签字。",
            "解除定稿",
            "取消",
        )

    def ask_after_final(self, code: str) -> AfterFinal:
        """Tell that the report is final now and return what to do next."""
        choices: _Choices[AfterFinal] = [
            ("保存并出送审稿…", _Role.AcceptRole, "export"),
            ("只保存", _Role.AcceptRole, "save"),
            ("以后再说", _Role.RejectRole, "later"),
        ]
        return self._ask(
            _Icon.Information,
            "已定稿",
            f"已定稿，校验码 {code}。\n请保存。接着可以打印或导出带校验码的送审稿，拿去签字。",
            choices,
        )

    def offer_pdf(self) -> bool:
        """Tell that there is no printer and return whether to save a PDF file instead."""
        return self._confirm(
            _Icon.Information,
            "没有打印机",
            "这台电脑上没有安装打印机。\n"
            "可以另存为 PDF 文件，拿到有打印机的电脑上打印，版面不会变。",
            "另存为 PDF…",
            "取消",
        )

    def ask_replace(self, names: Sequence[str]) -> Replace:
        """Ask what to do where files of the usual names are there already."""
        choices: _Choices[Replace] = [
            ("覆盖", _Role.DestructiveRole, "overwrite"),
            ("另取名字", _Role.AcceptRole, "rename"),
            ("取消", _Role.RejectRole, "cancel"),
        ]
        return self._ask(
            _Icon.Question,
            "文件已经有了",
            "这个文件夹里已经有：\n" + "\n".join(names) + "\n\n"
            "覆盖：换成现在导出的。\n另取名字：原来的留下，导出的文件名后面加序号。",
            choices,
            default="rename",
        )

    def tell_exported(
        self, folder: Path, names: Sequence[str], problems: Sequence[str], hint: str = ""
    ) -> None:
        """Tell which files were written, what for, and which were not, and offer their folder."""
        written = ["已导出到：", str(folder), *names, hint] if names else ["没有导出文件。"]
        failed = ["", "没有导出：", *problems] if problems else []
        icon = _Icon.Warning if problems else _Icon.Information
        self._offer_to_open(icon, "全部导出", "\n".join([*written, *failed]), folder)

    def offer_folder(self, path: Path, hint: str = "") -> None:
        """Tell that a file was written, what it is for, and offer to open its folder."""
        text = f"已导出到：\n{path.parent}\n文件名：{path.name}" + (f"\n\n{hint}" if hint else "")
        self._offer_to_open(_Icon.Information, "导出完成", text, path.parent)

    def offer_restart(self, log: Path) -> bool:
        """Tell of an error of the program, all being kept, and return whether to close now."""
        return self._confirm(
            _Icon.Critical,
            "程序出错了",
            "刚才的操作没有做成，是程序自己的错误，不是您填错了。\n"
            "已填的内容已经留存。建议关闭程序重新打开，打开时选「恢复」。\n\n"
            f"错误情况记在：{log}",
            "关闭程序",
            "继续使用",
        )

    def offer_rescue(self, log: Path) -> bool:
        """Tell of an error of the program, nothing being kept, and return whether to save now."""
        return self._confirm(
            _Icon.Critical,
            "程序出错了",
            "刚才的操作没有做成，是程序自己的错误，不是您填错了。\n"
            "建议现在把报告另存一份，然后关闭程序重新打开。\n\n"
            f"错误情况记在：{log}",
            "另存一份",
            "先不保存",
        )

    def _offer_to_open(self, icon: QMessageBox.Icon, title: str, text: str, folder: Path) -> None:
        choices = [
            ("打开文件夹", _Role.ActionRole, True),
            ("知道了", _Role.AcceptRole, False),
        ]
        if self._ask(icon, title, text, choices, default=False):
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def _confirm(self, icon: QMessageBox.Icon, title: str, text: str, yes: str, no: str) -> bool:
        """Return whether the clerk chose `yes`; Enter and Esc both mean `no`."""
        choices = [(yes, _Role.AcceptRole, True), (no, _Role.RejectRole, False)]
        return self._ask(icon, title, text, choices, default=False)

    def _ask(
        self,
        icon: QMessageBox.Icon,
        title: str,
        text: str,
        choices: _Choices[_Choice],
        default: _Choice | None = None,
    ) -> _Choice:
        """Return the meaning of the button that was pressed; Esc presses the last one.

        Enter presses the one that means `default`, without it the first.
        """
        box = QMessageBox(icon, title, text, QMessageBox.StandardButton.NoButton, self.parent)
        box.setTextFormat(Qt.TextFormat.PlainText)
        meanings = {box.addButton(words, role): meaning for words, role, meaning in choices}
        buttons = list(meanings)
        box.setDefaultButton(
            next((button for button in buttons if meanings[button] == default), buttons[0])
        )
        box.setEscapeButton(buttons[-1])
        box.exec()
        pressed = box.clickedButton()
        return next((meanings[x] for x in buttons if x is pressed), meanings[buttons[-1]])

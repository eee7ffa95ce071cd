"""Every question and message box of the window, in plain Chinese."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from gui import below
from storage.errors import printable

if TYPE_CHECKING:
    from storage.guarded_save import Doubt

Dropped = Literal["open", "attach", "cancel"]
Answer = Literal["save", "discard", "cancel"]
Recover = Literal["restore", "discard", "later"]
Held = Literal["read", "copy", "take", "cancel"]
Damaged = Literal["rescue", "versions", "cancel"]
Overwrite = Literal["overwrite", "save_as", "cancel"]
Replace = Literal["overwrite", "rename", "cancel"]
AfterFinal = Literal["save", "export", "later"]
_Choice = TypeVar("_Choice")
_Icon = QMessageBox.Icon
_Role = QMessageBox.ButtonRole
_Choices = Sequence[tuple[str, QMessageBox.ButtonRole, _Choice]]
"""Words, role and meaning of each button, from left to right; the last one changes nothing."""

_MOST_LOST = 12


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

    def ask_dropped(self, name: str) -> Dropped:
        """Ask what is to become of a file that was dropped onto the open report."""
        choices: _Choices[Dropped] = [
            ("打开", _Role.AcceptRole, "open"),
            ("附作上年报告", _Role.ActionRole, "attach"),
            ("取消", _Role.RejectRole, "cancel"),
        ]
        return self._ask(
            _Icon.Question,
            "拖来一个文件",
            f"「{name}」要怎样用？\n"
            "打开：离开现在的报告，打开或读入这个文件，没有保存的会先问。\n"
            "附作上年报告：留在现在的报告里，把它附作上年报告来对照。",
            choices,
        )

    def offer_elsewhere(self, title: str, text: str) -> bool:
        """Tell why a report was not saved and return whether to save it at another place now."""
        choices: _Choices[bool] = [
            ("另存到别处…", _Role.AcceptRole, True),
            ("知道了", _Role.RejectRole, False),
        ]
        return self._ask(_Icon.Warning, title, text, choices)

    def ask_recover(
        self,
        organization: str,
        year: int | None,
        taken: datetime,
        path: Path | None,
        told: Sequence[str] = (),
    ) -> Recover:
        """Ask what to do with content that a window which ended badly had not saved.

        `told` is how it differs from the file, and what has become of the file since.
        """
        name = f"{organization or '未填单位'} {f'{year}年度' if year else '未填年度'}"
        file = f"文件：{printable(str(path))}" if path else "这份报告还没有存成文件。"
        more = "\n".join(("", "留存的和文件里的比较：", *told)) if told else ""
        choices: _Choices[Recover] = [
            ("恢复", _Role.AcceptRole, "restore"),
            ("不要了", _Role.DestructiveRole, "discard"),
            ("以后再说", _Role.RejectRole, "later"),
        ]
        return self._ask(
            _Icon.Question,
            "找到未保存的内容",
            f"上次没有正常退出，找到「{name}」未保存的内容"
            f"（{taken:%Y年%m月%d日 %H:%M:%S}）。\n{file}\n{more}\n\n"
            "恢复后请看一遍再保存；保存以前，原来的文件不会改动。\n"
            "不要的内容收进「文件→历史版本」，以后还找得到。",
            choices,
        )

    def ask_held(self, name: str, holder: str, *, can_take_over: bool) -> Held:
        """Tell that somebody else has a file open and return how to open it."""
        choices: list[tuple[str, QMessageBox.ButtonRole, Held]] = [
            ("只看，不改", _Role.AcceptRole, "read"),
            ("作为副本打开", _Role.ActionRole, "copy"),
            ("取消", _Role.RejectRole, "cancel"),
        ]
        more = ""
        if can_take_over:
            choices.insert(2, ("那边已经不用，由我来改", _Role.DestructiveRole, "take"))
            more = "\n由我来改：确认那台电脑已经关了或断了，才选这一项。"
        return self._ask(
            _Icon.Information,
            "文件正在编辑",
            f"「{name}」{holder}正打开着。\n\n"
            "只看，不改：可以看、导出、打印，不能改。\n"
            f"作为副本打开：副本是未保存的报告，保存时另取名字，不影响那边。{more}",
            choices,
        )

    def ask_overwrite(self, name: str, doubt: Doubt) -> Overwrite:
        """Ask what to do with a file that is not as it was left; nothing was written."""
        title, text, yes = below.DOUBT_WORDS[doubt]
        choices: _Choices[Overwrite] = [
            (yes, _Role.DestructiveRole, "overwrite"),
            ("另存到别处…", _Role.AcceptRole, "save_as"),
            ("取消", _Role.RejectRole, "cancel"),
        ]
        words = f"还没有保存。{text.format(name=name)}"
        return self._ask(_Icon.Warning, title, words, choices, default="save_as")

    def ask_damaged(self, text: str, lost: Sequence[str]) -> Damaged:
        """Tell that a file is damaged and what was lost, and return what to do."""
        shown = list(lost[:_MOST_LOST])
        if len(lost) > _MOST_LOST:
            shown.append(f"还有 {len(lost) - _MOST_LOST} 处。")
        choices: _Choices[Damaged] = [
            ("打开能读出的部分", _Role.AcceptRole, "rescue"),
            ("看历史版本…", _Role.ActionRole, "versions"),
            ("取消", _Role.RejectRole, "cancel"),
        ]
        return self._ask(
            _Icon.Warning,
            "文件已损坏",
            f"{text}\n\n能读出一部分，打开后是未保存的报告，原文件不变。没有读出的：\n"
            + "\n".join(shown or ["（没有列得出的）"]),
            choices,
            default="rescue",
        )

    def tell_doubtful(self, text: str) -> bool:
        """Tell that a file does not hold what was saved and return whether to see versions."""
        return self._confirm(_Icon.Warning, "请核对这个文件", text, "看历史版本…", "知道了")

    def ask_attach(self, name: str, doubts: Sequence[str]) -> bool:
        """Tell what does not fit in last year's report and return whether to attach it."""
        return self._confirm(
            _Icon.Question,
            "附上上年报告",
            f"读到的是：{name}。\n\n" + "\n\n".join(doubts) + "\n\n仍然附上吗？",
            "仍然附上",
            "不附",
        )

    def ask_table(self, words: str) -> bool:
        """Tell that a table was not pasted into a text and return whether to fill it in."""
        return self._confirm(
            _Icon.Question,
            "剪贴板里有表格",
            f"{words}\n\n表格的数要填进报告的表格里；填入以前先看一看放在哪里。",
            "填入表格…",
            "不填",
        )

    def ask_unread(self, count: int) -> bool:
        """Tell that doubtful cells were not looked at and return whether to go on all the same."""
        return self._confirm(
            _Icon.Question,
            "还有没看过的",
            f"还有 {count} 格存疑的没有看过。\n不看也可以继续，这些格请以后对照来源核对。",
            "不看了，继续",
            "回去看",
        )

    def confirm_export(self, errors: int, queries: int, waiting: str = "") -> bool:
        """Tell how much is left to correct and return whether to export all the same.

        `waiting` is what can be checked only after that, as a line, or "".
        """
        more = f"，{queries} 处请核实" if queries else ""
        last = f"\n{waiting}。" if waiting else ""
        return self._confirm(
            _Icon.Warning,
            "还有必须改的地方",
            f"报告里还有 {errors} 处必须改{more}（见右边的检查结果）。{last}\n仍然要导出吗？",
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
        box = QMessageBox(
            icon, title, printable(text), QMessageBox.StandardButton.NoButton, self.parent
        )
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

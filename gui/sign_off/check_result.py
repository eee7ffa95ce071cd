"""What came of checking a file against a code."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from gui.look import theme
from gui.services import OpenedFile
from model.checks import Level
from model.report.report import Report
from model.signing.code import is_code_of, verification_code
from model.signing.differences import differences

MOST_SHOWN = 10
"""Differences that are listed; more of them are only counted."""


@dataclass(frozen=True)
class CodeComparison:
    """How a file stands to a code: a heading, sentences and the differences that can be named."""

    is_same: bool
    heading: str
    sentences: tuple[str, ...] = ()
    found: tuple[str, ...] = ()


def compare_with_code(
    name: str, opened: OpenedFile, code: str, signed: Report | None
) -> CodeComparison:
    """Return how a file stands to a code; `signed` is the open report, None where there is none.

    The differences are told only where the open report is the one that the code belongs to.
    """
    code = f"{code[:4]}-{code[4:]}"
    if is_code_of(opened.report, code):
        return CodeComparison(True, "一致", (f"「{name}」就是校验码 {code} 的那一稿。",))
    own = verification_code(opened.report)
    sentences = [f"「{name}」不是校验码 {code} 的那一稿，它自己的校验码是 {own}。"]
    sentences += _doubts(opened)
    found: tuple[str, ...] = ()
    if signed is not None and is_code_of(signed, code):
        sentences.append("与打开的报告（就是签字的那一稿）比较，不同的地方：")
        found = _first(differences(signed, opened.report))
    else:
        sentences.append("打开签字的那一稿的年报文件再核对，可以看到哪里不同。")
    return CodeComparison(False, "不一致", tuple(sentences), found)


def _first(found: Iterable[str]) -> tuple[str, ...]:
    lines = tuple(found)
    more = len(lines) - MOST_SHOWN
    shown = lines[:MOST_SHOWN]
    return (*shown, f"还有 {more} 处不同。") if more > 0 else shown


def _doubts(opened: OpenedFile) -> list[str]:
    """Return a warning where the difference may lie in the reading and not in the file."""
    count = len(opened.doubts) + len(opened.unplaced)
    if opened.is_own_file or not count:
        return []
    return [f"读这份文件时有 {count} 处没有把握或没有录入，不一致也可能由此而来，请对着纸看一遍。"]


class ResultDialog(QDialog):
    """Tells what came of it."""

    def __init__(self, parent: QWidget | None, result: CodeComparison) -> None:
        super().__init__(parent)
        self.setWindowTitle("核对校验码")
        self.setMinimumWidth(520)
        self.shown = result
        heading = QLabel(("√ " if result.is_same else "× ") + result.heading)
        heading.setFont(theme.bold(self.font(), 18))
        colour = theme.GOOD if result.is_same else theme.LEVEL_TEXT[Level.ERROR]
        heading.setStyleSheet(f"color: {colour.name()}")
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setMinimumHeight(180)
        self.list.addItems(list(result.found))
        self.list.setVisible(bool(result.found))
        layout = QVBoxLayout(self)
        layout.setSpacing(10)
        layout.addWidget(heading)
        for sentence in result.sentences:
            label = QLabel(sentence)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addWidget(label)
        layout.addWidget(self.list, 1)
        close = QPushButton("知道了")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

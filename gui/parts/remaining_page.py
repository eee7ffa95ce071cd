"""The page 还差什么: everything that is left to do, part by part, each with the way to it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui.document.document import Document
from gui.frame.elided import ElidedLabel
from gui.frame.part_head import button_row, head_button
from gui.look.fitting import ground, keep_height, space
from gui.look.icons import show_icon, sign
from gui.look.levels import LEVEL_ICONS, LEVEL_ROLES
from gui.look.palette import colours
from gui.look.sizes import HEAD, SECOND
from gui.look.text_styles import label
from model.checks import Level
from model.judging.remaining import Item, Part, remaining

ROW, GROUP, SUMMARY, FOOT = 36, 28, 52, 56
ENOUGH = "没有要做的了，可以定稿。"


class RemainingPage(QWidget):
    """Lists what is left; is made anew when it is shown, and while it is shown."""

    item_chosen = Signal(object)
    notified = Signal(str)
    word_wanted = Signal()
    preview_wanted = Signal()
    final_wanted = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._parts: tuple[Part, ...] = ()
        ground(self, "window")
        self.copy_button = head_button("复制清单", "copied")
        self.tools = button_row(self.copy_button)
        self.total = label("", HEAD, is_bold=True)
        self.errors = label("", is_bold=True, role="error")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        keep_height(self.bar, 10)
        self.done = label("")
        self.first = QPushButton("从第一项做起")
        self.first.setProperty("primary", True)
        # Outside of a dialog Enter presses no button by itself.
        self.first.setAutoDefault(True)
        show_icon(self.first, "next", role="onaccent")
        self._lay_out()
        self.copy_button.clicked.connect(self.copy_all)
        self.first.clicked.connect(self.begin)
        document.findings_changed.connect(self._refresh_if_shown)

    def _lay_out(self) -> None:
        summary = QWidget()
        keep_height(summary, SUMMARY)
        line = QHBoxLayout(summary)
        space(line, 20, gap=12)
        for widget in (self.total, self.errors):
            line.addWidget(widget)
        line.addWidget(self.bar, 1)
        line.addWidget(self.done)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        layout = QVBoxLayout(self)
        space(layout)
        layout.addWidget(summary)
        layout.addWidget(self.area, 1)
        layout.addWidget(self._foot())

    def _foot(self) -> QWidget:
        foot = QWidget()
        keep_height(foot, FOOT)
        self.word = QPushButton("导出Word")
        self.preview = QPushButton("打印预览")
        self.final = QPushButton("定稿…")
        line = QHBoxLayout(foot)
        space(line, 20, gap=8)
        line.addWidget(ElidedLabel("没做完也可以先导出、打印给领导看。", role="text2"), 1)
        for button, icon, wanted in (
            (self.word, "word", self.word_wanted),
            (self.preview, "print", self.preview_wanted),
            (self.final, "final", self.final_wanted),
        ):
            show_icon(button, icon)
            button.clicked.connect(wanted)
            line.addWidget(button)
        line.addWidget(self.first)
        return foot

    # ------------------------------------------------------------ what is shown

    def _refresh_if_shown(self) -> None:
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Show what is left as things stand now."""
        report = self._document.report
        parts = remaining(report, self._document.findings)
        if parts == self._parts and self.area.widget() is not None:
            return
        self._parts = parts
        items = self.items()
        errors = sum(item.level is Level.ERROR for item in items)
        count = len(report.form.sections)
        ready = count - sum(1 for part in parts if part.section)
        self.total.setText(f"还差{len(items)}项" if items else ENOUGH)
        self.errors.setText(f"其中{errors}项必须改" if errors else "")
        self.bar.setRange(0, count)
        self.bar.setValue(ready)
        self.bar.setAccessibleName(f"{count}部分，已好{ready}部分")
        self.done.setText(f"{count}部分，已好{ready}部分")
        self.first.setEnabled(bool(items))
        self.final.setEnabled(not any(_hinders(item) for item in items))
        self._fill(parts)

    def _fill(self, parts: tuple[Part, ...]) -> None:
        content = QWidget()
        ground(content, "surface")
        column = QVBoxLayout(content)
        space(column)
        self.buttons: list[QPushButton] = []
        for part in parts:
            column.addWidget(self._group(part))
            for item in part.items:
                column.addWidget(self._row(item))
        column.addStretch()
        self.area.setWidget(content)

    def _group(self, part: Part) -> QWidget:
        group = _Line("header", GROUP)
        line = QHBoxLayout(group)
        space(line, 20)
        line.addWidget(label(part.name, is_bold=True), 1)
        line.addWidget(label(f"{len(part.items)}项", SECOND, role="text2"))
        return group

    def _row(self, item: Item) -> QWidget:
        row = _Line("surface", ROW)
        line = QHBoxLayout(row)
        space(line, 20, gap=12, right=16)
        is_error = item.level is Level.ERROR
        icon = LEVEL_ICONS[item.level] if item.level else "empty"
        line.addWidget(sign(icon, LEVEL_ROLES[item.level] if item.level else "text2"))
        role = "error" if is_error else "text"
        line.addWidget(ElidedLabel(item.words, is_bold=is_error, role=role).keep_short())
        if item.detail:
            line.addWidget(ElidedLabel(item.detail, SECOND, role="text2").keep_short())
        line.addStretch(1)
        button = head_button(deed(item), "right")
        button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(f"{deed(item)}：{item.words}")
        button.clicked.connect(lambda: self.item_chosen.emit(item))
        line.addWidget(button)
        self.buttons.append(button)
        return row

    def items(self) -> list[Item]:
        """Return what is left, in the order in which it is shown."""
        return [item for part in self._parts for item in part.items]

    # ------------------------------------------------------------ deeds

    def begin(self) -> None:
        """Lead to the first thing that is left."""
        items = self.items()
        if items:
            self.item_chosen.emit(items[0])

    def copy_all(self) -> None:
        """Put the list on the clipboard as plain text."""
        lines = [self.total.text()]
        for part in self._parts:
            lines += ["", part.name, *(f"· {item.words}" for item in part.items)]
        QGuiApplication.clipboard().setText("\n".join(lines))
        self.notified.emit(f"已复制 {len(self.items())} 项，可以粘贴到微信或 WPS。")

    def take_focus(self) -> None:
        """Put the keys where the work begins."""
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)


class _Line(QWidget):
    """A line of the list with a thin line below it."""

    def __init__(self, role: str, height: int) -> None:
        super().__init__()
        ground(self, role)
        keep_height(self, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line below."""
        painter = QPainter(self)
        painter.setPen(colours.line)
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())


def deed(item: Item) -> str:
    """Return what the button beside an item says."""
    if item.is_reused:
        return "去确认"
    if item.level is None:
        return "去填"
    return "去改" if item.level is Level.ERROR else "去看"


def _hinders(item: Item) -> bool:
    """Return whether a report cannot be made final before this is done."""
    return item.level is Level.ERROR or item.cell is not None

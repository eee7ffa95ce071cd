"""Last year's text of a part: how much of it comes again, and the text itself to compare with."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent, QTextCursor
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QSplitter, QVBoxLayout, QWidget

from gui.document.document import Document
from gui.frame.elided import ElidedLabel
from gui.frame.part_head import button_row, head_button
from gui.look.fitting import space
from gui.look.sizes import SECOND
from gui.look.text_styles import label, tint
from gui.look.tool_tips import wrapped
from gui.panels.text_marks import repeated_marks
from gui.panels.text_panel import TextPanel
from model.checks.across_years.reused_checks import SHORTEST_SECTION
from model.form.parts import Section
from model.report.comparison import LAST, name_of_last
from model.report.report import Previous
from model.texts.repetition import repetition
from model.texts.sentences import Sentence


class ComparedText(QWidget):
    """The editor of a part's text with last year's text below it where that is asked for.

    Without a text of last year it is the editor alone.
    """

    compared = Signal(bool)

    def __init__(self, document: Document, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._section = section
        self.splitter = QSplitter(Qt.Orientation.Vertical, self)
        self.last_side = QWidget(self.splitter)
        self.text = TextPanel(document, section.key, self.splitter)
        self.share = ElidedLabel(size=SECOND, role="text2")
        self.mark = head_button("标出重复", "copied", is_checkable=True)
        self.compare = head_button("对照上年", "compare", is_checkable=True)
        self.insert = head_button("插入表内数据", "link")
        self.replace = head_button("查找替换", "replace")
        self.tools = button_row(self.insert, self.mark, self.compare, self.replace)
        self.last_name: QLabel = label(size=SECOND, role="text2")
        self.last = QPlainTextEdit(self.last_side)
        self._lay_out()
        self.insert.clicked.connect(self.text.linking.choose)
        self.mark.toggled.connect(self._show_marks)
        self.compare.toggled.connect(self._show_last)
        document.findings_changed.connect(self.refresh)
        document.previous_changed.connect(self.refresh)
        self._show_last(is_shown=False)
        self.refresh()

    def _lay_out(self) -> None:
        self.replace.setToolTip("在各部分里查找和替换（Ctrl+F、Ctrl+H）")
        self.insert.setToolTip("把表里的数、常用的整句放到光标处，以后随表更新")
        self.mark.setToolTip("与上年相同的句子加虚线下划线；改了数字或说法的不算重复")
        self.compare.setToolTip("在下面显示上年这一部分的文字，可以复制")
        self.last.setReadOnly(True)
        self.last.setAccessibleName("上年的文字")
        self.last.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.last.setProperty("reference", True)
        self._lay_out_last()
        layout = _column(self)
        layout.addWidget(self.splitter, 1)

    def _lay_out_last(self) -> None:
        below = _column(self.last_side)
        below.addWidget(self.last_name)
        below.addWidget(self.last)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.text)
        self.splitter.addWidget(self.last_side)

    # ------------------------------------------------------------ what is shown

    @property
    def _previous(self) -> Previous | None:
        return self._document.report.previous

    @property
    def _last_text(self) -> str:
        previous = self._previous
        return previous.sections.get(self._section.key, "") if previous else ""

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was changed while another part was shown."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Show the share as it is now; a part that is not in view waits until it is."""
        has_last = bool(self._last_text)
        self.share.setVisible(has_last)
        self.mark.setVisible(has_last)
        self.compare.setVisible(has_last)
        if not has_last:
            self.compare.setChecked(False)
        elif self.isVisible():
            self._show_share()
        if self.isVisible():
            self._show_marks()

    def _show_share(self) -> None:
        text = self._document.report.sections[self._section.key]
        if not text:
            self.share.setText(f"{self._last_year()}这一部分有文字，可以对照着写")
            tint(self.share, "text2")
            return
        share = repetition(text, self._last_text).share
        limit = self._document.report.office.repeated_share
        has_limit = self._section.is_reused and len(text) >= SHORTEST_SECTION
        is_much = has_limit and share >= limit
        more = f"，到了{limit}%要核实" if is_much else ""
        self.share.setText(f"与{self._last_year()}重复{share}%{more}")
        self.share.setToolTip(wrapped(f"重复到{limit}%就请核实；这个比例在「报告→本单位设置」里定"))
        tint(self.share, "query" if is_much else "text2")

    def _last_year(self) -> str:
        """Return how last year's report is spoken of: by its year where it is another one."""
        name = name_of_last(self._document.report)
        return name if name == LAST else f"所附{name}报告"

    # ------------------------------------------------------------ comparing

    def _repeated(self, text: str) -> tuple[Sentence, ...]:
        """Return the sentences of the editor's text to be marked as last year's."""
        is_on = self.mark.isChecked()
        return repetition(text, self._last_text).repeated if is_on else ()

    def _show_marks(self) -> None:
        self.text.mark_repeats(self._repeated)
        if self.compare.isChecked():
            self._fill_last()

    def _show_last(self, is_shown: bool) -> None:
        self.last_side.setVisible(is_shown)
        self.compare.setText("收起上年文字" if is_shown else "对照上年")
        if is_shown:
            self._fill_last()
            half = self.splitter.height() // 2
            self.splitter.setSizes([half, half])
        self.compared.emit(is_shown)

    def _fill_last(self) -> None:
        text = self._last_text
        self.last_name.setText(f"{self._last_year()}的文字（只能看和复制）：")
        if self.last.toPlainText() != text:
            self.last.setPlainText(text)
            self.last.moveCursor(QTextCursor.MoveOperation.Start)
        now = self._document.report.sections[self._section.key]
        again = repetition(text, now).repeated if self.mark.isChecked() else ()
        self.last.setExtraSelections(repeated_marks(self.last, text, again))


def mark_together(texts: Sequence[ComparedText]) -> None:
    """Let one part's button switch the marks of all parts: texts are looked through in a row."""
    for text in texts:
        for other in texts:
            if other is not text:
                text.mark.toggled.connect(other.mark.setChecked)


def _column(widget: QWidget) -> QVBoxLayout:
    layout = QVBoxLayout(widget)
    space(layout, gap=4)
    return layout

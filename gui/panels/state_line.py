"""The state of the open report at the right of the status bar: what is left, and how long."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gui.document.document import Document
from gui.look import theme
from gui.look.text_styles import deadline_style, text_style
from model.checks import Level
from model.report.deadline import days_left
from model.signing.standing import standing_notice


class StateLine(QWidget):
    """Counts findings and reused pieces, and tells the days left until the report is due."""

    def __init__(
        self, document: Document, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document = document
        self._today = today
        self.signed = QLabel()
        self.counts = QLabel()
        self.deadline = QLabel()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.setSpacing(16)
        layout.addWidget(self.signed)
        layout.addWidget(self.deadline)
        layout.addWidget(self.counts)
        for signal in (document.replaced, document.findings_changed, document.reused_changed):
            signal.connect(self._show_counts)
        for signal in (document.replaced, document.identity_changed, document.office_changed):
            signal.connect(self._show_deadline)
        for signal in (document.replaced, document.findings_changed, document.sign_off_changed):
            signal.connect(self._show_signed)
        # Every check looks at the day again: a window may stay open over midnight.
        document.findings_changed.connect(self._show_deadline)

    def _show_counts(self) -> None:
        if not self._document.is_open:
            return
        words = [f"{level.label} {self._document.count(level)}" for level in Level]
        reused = len(self._document.report.remaining_reused())
        if reused:
            words.append(f"沿用上年 {reused} 处")
        self.counts.setText("　".join(words))
        errors = self._document.count(Level.ERROR)
        colour = theme.LEVEL_TEXT[Level.ERROR] if errors else theme.TEXT
        self.counts.setStyleSheet(text_style(colour))

    def _show_signed(self) -> None:
        now = standing_notice(self._document.report)
        self.signed.setText(now.mark)
        self.signed.setToolTip(now.sentence)
        self.signed.setVisible(bool(now.mark))
        colour = theme.LEVEL_TEXT[Level.QUERY] if now.is_warning else theme.GOOD
        self.signed.setStyleSheet(text_style(colour, is_bold=True))

    def _show_deadline(self) -> None:
        if not self._document.is_open:
            return
        left = days_left(self._document.report.deadline, self._today())
        self.deadline.setText(left.words)
        self.deadline.setVisible(bool(left.words))
        self.deadline.setStyleSheet(deadline_style(left))
        self.deadline.setToolTip("期限可在「报告→本单位设置」里改")

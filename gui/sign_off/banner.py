"""The line above the page that tells of a final report and of changes made after signing."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from gui.document.document import Document
from gui.look import theme
from model.checks import Level
from model.signing.standing import Standing, StandingNotice, standing_notice


class PadlockSign(QWidget):
    """A padlock drawn by hand, since old systems have no such letter; open or closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_closed = True
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Return the size of the sign."""
        return QSize(16, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the body and the bow, which is lifted where the lock is open."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = theme.GOOD if self.is_closed else theme.LEVEL_TEXT[Level.QUERY]
        painter.setPen(QPen(colour, 2))
        lift = 0 if self.is_closed else 4
        painter.drawArc(QRectF(4 + lift, 2, 8, 12), 0, 180 * 16)
        painter.fillRect(QRectF(2, 8, 12, 9), colour)


class SignOffBanner(QFrame):
    """Is not there until a report was made final."""

    unlock_wanted = Signal()
    final_wanted = Signal()

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._shown: StandingNotice | None = None
        self.setObjectName("banner")
        self.padlock = PadlockSign()
        self.mark = QLabel()
        self.mark.setFont(theme.bold(self.font()))
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.unlock = QPushButton("解除定稿…")
        self.again = QPushButton("重新定稿…")
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 4, 6, 4)
        line.addWidget(self.padlock)
        line.addWidget(self.mark)
        line.addWidget(self.words, 1)
        for button in (self.unlock, self.again):
            # A clicked button that then hides would hand the keys to a field of the report.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            line.addWidget(button)
        self.unlock.clicked.connect(self.unlock_wanted)
        self.again.clicked.connect(self.final_wanted)
        for signal in (document.findings_changed, document.sign_off_changed):
            signal.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show how the report stands now."""
        now = standing_notice(self._document.report)
        if now == self._shown:
            return
        self._shown = now
        is_locked = self._document.report.sign_off.is_locked
        self.padlock.is_closed = is_locked
        self.padlock.update()
        self.mark.setText(now.mark)
        self.words.setText(now.sentence)
        self.unlock.setVisible(is_locked)
        self.again.setVisible(not is_locked)
        self.setStyleSheet(_style(now))
        self.setVisible(now.standing is not Standing.NONE)


def _style(now: StandingNotice) -> str:
    if now.is_warning:
        return _frame(theme.BANNER_STRONG, theme.LEVEL_TEXT[Level.QUERY], 2)
    if now.standing is Standing.LOCKED:
        return _frame(theme.BANNER_CALM, theme.GOOD, 1)
    return _frame(theme.BANNER_NEUTRAL, theme.LINE, 1)


def _frame(fill: QColor, edge: QColor, width: int) -> str:
    return f"#banner {{ background: {fill.name()}; border: {width}px solid {edge.name()}; }}"

"""A text editor with signs in its margin beside the words that findings are on."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QToolTip, QWidget

from gui.look import theme
from gui.look.tool_tips import wrapped
from gui.tables.cell_marks import paint_badge
from model.checks import Finding, Level

_WIDTH = 16


class MarkedEditor(QPlainTextEdit):
    """Shows a sign beside each line that a finding begins on, and its message as a tool tip."""

    finding_clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._findings: tuple[Finding, ...] = ()
        self.setViewportMargins(_WIDTH, 0, 0, 0)
        self.margin = _Margin(self)
        self.updateRequest.connect(lambda *_: self.margin.update())

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show the signs of these findings, each on words of this text."""
        self._findings = tuple(findings)
        self.margin.update()

    # ------------------------------------------------------------ places

    def range_cursor(self, start: int, length: int) -> QTextCursor:
        """Return a cursor over a range in characters; Qt counts in UTF-16 units."""
        text = self.toPlainText()
        cursor = QTextCursor(self.document())
        cursor.setPosition(units(text, start))
        cursor.setPosition(units(text, start + length), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def signs(self) -> Iterator[tuple[int, Level, str]]:
        """Yield (top in pixels, gravest level, messages) of each line that has a sign."""
        tops = [self._top(item) for item in self._findings]
        for top in sorted(set(tops)):
            here = self.findings_beside(top)
            level = min((item.level for item in here), key=list(Level).index)
            yield top, level, "\n".join(item.message for item in here)

    def _top(self, finding: Finding) -> int:
        return self.cursorRect(self.range_cursor(finding.start, 0)).top()

    def findings_beside(self, height: int) -> list[Finding]:
        """Return the findings that begin on the line at a height of the viewport, in pixels."""
        line = self.fontMetrics().height()
        return [
            item for item in self._findings if self._top(item) <= height < self._top(item) + line
        ]

    def findings_at(self, place: QPoint) -> list[Finding]:
        """Return the findings on the words at a place of the viewport."""
        position = self.cursorForPosition(place).position()
        found = []
        for item in self._findings:
            cursor = self.range_cursor(item.start, item.length)
            if cursor.selectionStart() <= position <= cursor.selectionEnd():
                found.append(item)
        return found

    def tell_clicked(self, findings: list[Finding]) -> None:
        """Tell that words with these findings were clicked; the first one counts."""
        if findings:
            self.finding_clicked.emit(findings[0])

    # ------------------------------------------------------------ events

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the margin as high as the text."""
        super().resizeEvent(event)
        area = self.contentsRect()
        self.margin.setGeometry(QRect(area.left(), area.top(), _WIDTH, area.height()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which finding's words were clicked, but not while words are being selected."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.tell_clicked(self.findings_at(event.position().toPoint()))

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the message of the words under the mouse as a tool tip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), _messages(self.findings_at(event.pos())), self)
            return True
        return bool(super().viewportEvent(event))


class _Margin(QWidget):
    """The strip at the left of the text in which the signs stand."""

    def __init__(self, editor: MarkedEditor) -> None:
        super().__init__(editor)
        self._editor = editor

    def sizeHint(self) -> QSize:
        """Return the width of a sign."""
        return QSize(_WIDTH, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the signs that are in view."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.HEADER)
        line = self._editor.fontMetrics().height()
        for top, level, _ in self._editor.signs():
            if -line < top < self.height():
                paint_badge(painter, QRect(0, top + 3, _WIDTH - 2, line), level)

    def event(self, event: QEvent) -> bool:
        """Show the messages of the sign under the mouse as a tool tip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = _messages(self._editor.findings_beside(event.pos().y()))
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return bool(super().event(event))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell which sign was clicked."""
        self._editor.tell_clicked(self._editor.findings_beside(event.position().toPoint().y()))


def _messages(findings: list[Finding]) -> str:
    return wrapped("\n".join(item.message for item in findings))


def units(text: str, position: int) -> int:
    """Return a position in characters as Qt counts it, in UTF-16 units."""
    return len(text[:position].encode("utf-16-le")) // 2


def text_before(text: str, position: int) -> str:
    """Return what stands before a position as Qt counts it, in UTF-16 units."""
    return text.encode("utf-16-le")[: 2 * position].decode("utf-16-le", "ignore")

"""A text editor with signs in its margin beside the words that findings are on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QToolTip, QWidget

from gui.look.icons import LEVEL_ICONS, LEVEL_ROLES, paint_icon
from gui.look.palette import colours
from gui.look.tool_tips import wrapped
from gui.panels.text_places import TextPlaces
from model.checks import Finding, Level
from model.report.values import clean_text

_WIDTH = 16


class MarkedEditor(QPlainTextEdit):
    """Shows a sign beside each line that a finding begins on, and its message as a tool tip."""

    finding_clicked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marked: list[_Marked] = []
        self.setViewportMargins(_WIDTH, 0, 0, 0)
        self.margin = _Margin(self)
        self.updateRequest.connect(lambda *_: self.margin.update())

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show the signs of these findings, each on words of this text as it stands now."""
        places = TextPlaces(self.document(), self.toPlainText())
        marked = (
            _Marked(places.unit(item.start), places.unit(item.start + item.length), item)
            for item in findings
        )
        self._marked = sorted(marked, key=lambda one: one.start)
        self.margin.update()

    # ------------------------------------------------------------ places

    def range_cursor(self, start: int, length: int) -> QTextCursor:
        """Return a cursor over a range in characters; Qt counts in UTF-16 units."""
        return TextPlaces(self.document(), self.toPlainText()).cursor(start, length)

    def signs(self) -> Iterator[tuple[int, Level, str]]:
        """Yield (top in pixels, gravest level, messages) of each line in view that has a sign."""
        for top, here in self._lines_in_view().items():
            level = min((item.level for item in here), key=list(Level).index)
            yield top, level, "\n".join(item.message for item in here)

    def _lines_in_view(self) -> dict[int, list[Finding]]:
        """Return the findings in view by the top of the line that they begin on, in pixels."""
        first = self.firstVisibleBlock().position()
        last = self.cursorForPosition(self.viewport().rect().bottomRight()).block()
        end = last.position() + last.length()
        cursor = QTextCursor(self.document())
        lines: dict[int, list[Finding]] = {}
        for marked in self._marked[bisect_left(self._marked, first, key=_start) :]:
            if marked.start >= end:
                break
            cursor.setPosition(marked.start)
            lines.setdefault(self.cursorRect(cursor).top(), []).append(marked.finding)
        return lines

    def findings_beside(self, height: int) -> list[Finding]:
        """Return the findings that begin on the line at a height of the viewport, in pixels."""
        line = self.fontMetrics().height()
        lines = self._lines_in_view().items()
        return [item for top, here in lines if top <= height < top + line for item in here]

    def findings_at(self, place: QPoint) -> list[Finding]:
        """Return the findings on the words at a place of the viewport."""
        position = self.cursorForPosition(place).position()
        return [one.finding for one in self._marked if one.start <= position <= one.end]

    def tell_clicked(self, findings: list[Finding]) -> None:
        """Tell that words with these findings were clicked; the first one counts."""
        if findings:
            self.finding_clicked.emit(findings[0])

    # ------------------------------------------------------------ events

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as the report will hold it: Qt keeps Unicode's line ends within one paragraph."""
        if source.hasText():
            self.insertPlainText(clean_text(source.text()))
            self.ensureCursorVisible()

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


class _Marked(NamedTuple):
    """A finding with the place of its words as Qt counts, in UTF-16 units."""

    start: int
    end: int
    finding: Finding


def _start(marked: _Marked) -> int:
    return marked.start


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
        painter.fillRect(self.rect(), colours.window)
        line = self._editor.fontMetrics().height()
        for top, level, _ in self._editor.signs():
            if -line < top < self.height():
                paint_icon(
                    painter,
                    LEVEL_ICONS[level],
                    LEVEL_ROLES[level],
                    QRectF(0, top, _WIDTH, line),
                    14,
                )

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

"""A text editor with signs in its margin beside the words that findings are on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextLine,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from gui.fields.line_field import holds_files
from gui.look.icons import paint_icon
from gui.look.levels import LEVEL_ICONS, LEVEL_ROLES
from gui.look.palette import colours
from gui.look.sizes import SECOND, font, px
from gui.look.theme import follow
from gui.look.tool_tips import wrapped
from gui.look.zooming import zooms
from gui.panels.paper_text import GUTTER, LEFT, STEP, WIDTH, PaperText
from gui.panels.text_places import TextPlaces
from gui.texts.linked_words import put_links
from gui.texts.pasted_words import pasted
from model.checks import Finding, Level
from model.report.links.link import Link
from model.report.links.linking import Replacement

COPIED = "沿用上年"
_GAP, _BAR, _LINE = 8, 3, 2
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class MarkedEditor(PaperText):
    """Shows a sign beside each line that a finding begins on, and its message as a tool tip."""

    finding_clicked = Signal(object)
    refused = Signal(str)
    """Something was not pasted as it came; the words say why."""
    table_left = Signal(str)
    """A table was not pasted, since it belongs to the tables; the words say what was left out."""
    menu_wanted = Signal(QPoint, int)
    """A menu is asked for: where on the screen, and at which place of the text in characters."""

    def __init__(self) -> None:
        super().__init__()
        self._marked: list[_Marked] = []
        self._copied: list[tuple[int, int]] = []
        self._chosen: tuple[int, int] | None = None
        self._links: list[tuple[int, int]] = []
        self._linked: tuple[Link, ...] = ()
        self.inserted: Replacement | None = None
        """What is being pasted, in places of the text before, while the text changes by it."""
        self.source_of: Callable[[Link], str] = lambda _: ""
        self.margin = _Margin(self)
        self.verticalScrollBar().valueChanged.connect(self.margin.update)
        self.textChanged.connect(self.margin.update)
        follow(self, self._make_room)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show the signs of these findings, each on words of this text as it stands now."""
        places = TextPlaces(self.document(), self.toPlainText())
        marked = (
            _Marked(places.unit(item.start), places.unit(item.start + item.length), item)
            for item in findings
        )
        self._marked = sorted(marked, key=lambda one: one.start)
        self.margin.update()

    def show_copied(self, starts: Sequence[int], ends: Sequence[int]) -> None:
        """Show the sign of last year's text beside these paragraphs, by places in characters."""
        places = TextPlaces(self.document(), self.toPlainText())
        self._copied = [
            (places.unit(start), places.unit(end)) for start, end in zip(starts, ends, strict=True)
        ]
        self.margin.update()

    def show_links(self, links: Sequence[Link]) -> None:
        """Underline the figures of this text that follow the tables."""
        places = TextPlaces(self.document(), self.toPlainText())
        self._linked = tuple(links)
        self._links = [(places.unit(link.start), places.unit(link.end)) for link in links]
        self.viewport().update()

    def show_chosen(self, start: int, length: int) -> None:
        """Frame the words of the chosen finding; a length of 0 frames none."""
        places = TextPlaces(self.document(), self.toPlainText())
        self._chosen = (places.unit(start), places.unit(start + length)) if length else None
        self.viewport().update()

    def centre(self) -> None:
        """Bring the cursor into the middle of the view."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect().center().y() - self.viewport().height() // 2)

    # ------------------------------------------------------------ places

    def range_cursor(self, start: int, length: int) -> QTextCursor:
        """Return a cursor over a range in characters; Qt counts in UTF-16 units."""
        return TextPlaces(self.document(), self.toPlainText()).cursor(start, length)

    def selection(self) -> tuple[int, int]:
        """Return where the selection begins and ends, in characters."""
        text, cursor = self.toPlainText(), self.textCursor()
        ends = cursor.selectionStart(), cursor.selectionEnd()
        return len(text_before(text, ends[0])), len(text_before(text, ends[1]))

    def place_at(self, place: QPoint) -> int:
        """Return the place in characters that is nearest to a place of the viewport."""
        return len(text_before(self.toPlainText(), self.cursorForPosition(place).position()))

    def signs(self) -> Iterator[tuple[int, Level, str]]:
        """Yield (top in pixels, gravest level, messages) of each line in view that has a sign."""
        for top, here in self._lines_in_view().items():
            level = min((item.level for item in here), key=list(Level).index)
            yield top, level, "\n".join(item.message for item in here)

    def _lines_in_view(self) -> dict[int, list[Finding]]:
        """Return the findings in view by the top of the line that they begin on, in pixels."""
        first = self.cursorForPosition(QPoint(0, 0)).block().position()
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

    def copied_in_view(self) -> Iterator[tuple[int, int]]:
        """Yield (top, bottom) in pixels of each copied paragraph that is in view."""
        height = self.viewport().height()
        cursor = QTextCursor(self.document())
        for start, end in self._copied:
            cursor.setPosition(start)
            top = self.cursorRect(cursor).top()
            cursor.setPosition(end)
            bottom = self.cursorRect(cursor).bottom() + 1
            if bottom > 0 and top < height:
                yield top, bottom

    def findings_beside(self, height: int) -> list[Finding]:
        """Return the findings that begin on the line at a height of the viewport, in pixels."""
        line = px(STEP)
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

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take words; a file is left to the window, which opens it."""
        return not holds_files(source) and super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste as the report will hold it; what cannot be pasted is told."""
        found = pasted(source)
        if found.words:
            self.inserted = Replacement(*self.selection(), found.words, found.links)
            self.insertPlainText(found.words)
            self.inserted = None
            self.ensureCursorVisible()
        if found.told:
            self.refused.emit(found.told)
        if found.has_table:
            self.table_left.emit(found.told)

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return the selected words, with the figures in them that follow the tables."""
        data = QMimeData()
        start, end = self.selection()
        data.setText(self.toPlainText()[start:end])
        put_links(data, self._linked, start, end)
        return data

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the words under the mouse, or of the cursor where a key asked."""
        is_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        under = self.viewport().mapFromGlobal(event.globalPos())
        place = self.cursorRect().center() if is_key else under
        self.menu_wanted.emit(self.viewport().mapToGlobal(place), self.place_at(place))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the margin as high as the text."""
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Keep the text so far from the edge as is drawn; in a narrow window, beside the signs."""
        area = self.contentsRect()
        least = px(GUTTER) + px(_GAP)
        left = max(least, min(px(LEFT), area.width() - px(WIDTH) - px(_GAP)))
        self.setViewportMargins(left, px(_GAP), 0, 0)
        margin = QRect(left - least, area.top() + px(_GAP), px(GUTTER), area.height() - px(_GAP))
        self.margin.setGeometry(margin)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, lines under linked figures, a frame around the chosen finding's words."""
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        line = px(_LINE)
        for start, end in self._links_in_view():
            for place in self._pieces(start, end):
                painter.fillRect(
                    place.left(), place.bottom() - line, place.width(), line, colours.lline
                )
        if self._chosen is not None:
            painter.setPen(QPen(colours.accent, 2))
            for place in self._pieces(*self._chosen):
                painter.drawRect(place)

    def _links_in_view(self) -> list[tuple[int, int]]:
        first = self.cursorForPosition(QPoint(0, 0)).block().position()
        last = self.cursorForPosition(self.viewport().rect().bottomRight()).block()
        behind = last.position() + last.length()
        return [(start, end) for start, end in self._links if end > first and start < behind]

    def _pieces(self, start: int, end: int) -> Iterator[QRect]:
        """Yield the place of a range in the viewport, line by line."""
        block = self.document().findBlock(start)
        while block.isValid() and block.position() < end:
            for number in range(block.layout().lineCount()):
                yield from self._piece(block, block.layout().lineAt(number), start, end)
            block = block.next()

    def _piece(self, block: QTextBlock, line: QTextLine, start: int, end: int) -> Iterator[QRect]:
        """Yield what of a range lies in a line, measured in the line itself.

        A cursor behind the last letter of a wrapped line already stands in the next one.
        """
        first = block.position() + line.textStart()
        start, end = max(start, first), min(end, first + line.textLength())
        if start >= end:
            return
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        place = self.cursorRect(cursor)
        left, right = (_x_in(line, at - block.position()) for at in (start, end))
        yield QRect(place.left(), place.top(), round(right - left), place.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl, else scroll."""
        if not zooms(event):
            super().wheelEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell which finding's words were clicked, but not while words are being selected."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection():
            self.tell_clicked(self.findings_at(event.position().toPoint()))

    def viewportEvent(self, event: QEvent) -> bool:
        """Show the message of the words under the mouse as a tool tip."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            words = _messages(self.findings_at(event.pos())) or self._source_at(event.pos())
            QToolTip.showText(event.globalPos(), words, self)
            return True
        return bool(super().viewportEvent(event))

    def _source_at(self, place: QPoint) -> str:
        """Return where the linked figure under the mouse comes from, or ""."""
        here = self.place_at(place)
        found = (self.source_of(link) for link in self._linked if link.start <= here <= link.end)
        return next(found, "")


class _Marked(NamedTuple):
    """A finding with the place of its words as Qt counts, in UTF-16 units."""

    start: int
    end: int
    finding: Finding


def _x_in(line: QTextLine, place: int) -> float:
    """Return how far into a line a place of its block is, in pixels; PySide adds the place."""
    found: Any = line.cursorToX(place)
    return float(found[0])


def _start(marked: _Marked) -> int:
    return marked.start


class _Margin(QWidget):
    """The strip at the left of the text in which the signs stand."""

    def __init__(self, editor: MarkedEditor) -> None:
        super().__init__(editor)
        self._editor = editor

    def sizeHint(self) -> QSize:
        """Return the width of the signs with their words."""
        return QSize(px(GUTTER), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the signs that are in view, each with its word, and a bar beside copied text."""
        painter = QPainter(self)
        painter.setFont(font(SECOND))
        taken = set()
        for top, level, _ in self._editor.signs():
            if -px(STEP) < top < self.height():
                taken.add(top)
                role = LEVEL_ROLES[level]
                self._paint_sign(painter, top, LEVEL_ICONS[level], role, level.label)
        for top, bottom in self._editor.copied_in_view():
            bar = QRect(self.width() - px(_BAR), top, px(_BAR), bottom - top)
            painter.fillRect(bar, colours.cline)
            if top not in taken:
                self._paint_sign(painter, top, "copied", "query", COPIED)

    def _paint_sign(self, painter: QPainter, top: int, icon: str, role: str, word: str) -> None:
        right = self.width() - px(_BAR + 4)
        words = QRect(0, top, right, px(STEP))
        painter.setPen(colours.of(role))
        painter.drawText(words, _RIGHT, word)
        left = right - painter.fontMetrics().horizontalAdvance(word) - px(18)
        paint_icon(painter, icon, role, QRectF(left, top, px(16), px(STEP)), 15)

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

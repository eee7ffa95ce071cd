"""One of the reports used last: whose it is, its file and year, how it stands."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from gui.look.icons import paint_icon
from gui.look.palette import colours
from gui.look.sizes import BODY, SECOND, font, px
from gui.look.text_styles import deadline_role
from gui.look.theme import follow
from gui.start.recent_reports import RecentReport
from storage.errors import printable

ROW, HEAD = 48, 30
HEADS = ("单位", "年度", "状态", "上次保存")
_LEFT, _SIGN = 52, 20
_MIDDLE = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


def edges(width: int) -> list[int]:
    """Return where the columns begin and the last one ends, in pixels."""
    shares = (0.615, 0.71, 0.885, 1.0)
    return [px(_LEFT), *(int(width * share) for share in shares)]


class RecentRow(QAbstractButton):
    """Is pressed to open the file; what it holds is told once that was read."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.report: RecentReport | None = None
        self.setText(printable(path.stem))
        self.setAccessibleName(f"打开{printable(path.stem)}")
        self.setToolTip(printable(str(path)))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        follow(self, self.updateGeometry)

    def show_report(self, report: RecentReport) -> None:
        """Show what the file holds."""
        self.report = report
        self.setText(report.organization or printable(self.path.stem))
        words = (self.text(), report.year, report.state, report.left.words)
        self.setAccessibleName("，".join(("打开", *(word for word in words if word))))
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the file by Enter too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        """Return the height of a row."""
        return QSize(px(400), px(ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the columns and the line below."""
        painter = QPainter(self)
        is_hot = self.underMouse() or self.isDown()
        painter.fillRect(self.rect(), colours.hover if is_hot else colours.surface)
        paint_icon(painter, "report", "accent", QRectF(0, 0, px(46), self.height()))
        left = edges(self.width())
        self._paint_pair(
            painter, left[0], left[1], self.text(), printable(str(self.path)), is_bold=True
        )
        report = self.report
        self._paint_pair(painter, left[3], left[4], report.saved if report else "")
        if report is not None:
            self._paint_pair(painter, left[1], left[2], report.year)
            sign = QRectF(left[2], 0, px(_SIGN), self.height())
            paint_icon(painter, report.icon, report.role, sign)
            role = deadline_role(report.left)
            words = left[2] + px(_SIGN + 2)
            self._paint_pair(painter, words, left[3], report.state, report.left.words, role=role)
        painter.setPen(colours.line)
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())

    def _paint_pair(
        self,
        painter: QPainter,
        left: int,
        right: int,
        words: str,
        below: str = "",
        *,
        is_bold: bool = False,
        role: str = "text2",
    ) -> None:
        """Paint one line in the middle of a column, or two."""
        half = px(ROW) // 2
        line = QRect(left, 0, right - left - px(8), self.height() if not below else half + px(2))
        painter.setFont(font(BODY, is_bold=is_bold))
        painter.setPen(colours.text)
        painter.drawText(line, _MIDDLE, _elided(painter, words, line.width()))
        if below:
            line = QRect(left, half - px(2), line.width(), half)
            painter.setFont(font(SECOND))
            painter.setPen(colours.of(role))
            painter.drawText(line, _MIDDLE, _elided(painter, below, line.width()))


def _elided(painter: QPainter, text: str, width: int) -> str:
    return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideMiddle, width)

"""Paints a page, alike in the window, on a printer and into a PDF file."""

from __future__ import annotations

import math
from itertools import groupby

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QGlyphRun, QPainter, QPainterPath, QPen

from exporters.lines.placed import Backdrop, Letters, Page, Stroke, Tint, reaches
from exporters.paged.fonts import FontBook

_BLACK = QColor(0, 0, 0)


def paint_page(
    painter: QPainter,
    page: Page,
    fonts: FontBook,
    area: tuple[float, float] = (0.0, math.inf),
) -> None:
    """Paint the marks of a page that reach into an area; one unit of the painter must be a point.

    The area is (top, bottom) in points from the page's top.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    for mark in page.marks:
        if not reaches(mark, *area):
            continue
        if isinstance(mark, Letters):
            _paint_letters(painter, mark, fonts)
        elif isinstance(mark, Stroke):
            _paint_stroke(painter, mark)
        elif isinstance(mark, Tint):
            _paint_tint(painter, mark)
        else:
            _paint_backdrop(painter, mark, fonts)
    painter.restore()


def _paint_letters(painter: QPainter, mark: Letters, fonts: FontBook) -> None:
    painter.setPen(_BLACK)
    glyphs = [fonts.glyph(char, mark.role) for char in mark.text]
    placed = zip(glyphs, mark.offsets, strict=True)
    for family, group in groupby(placed, key=lambda pair: pair[0].family):
        pairs = list(group)
        run = QGlyphRun()
        run.setRawFont(fonts.face(family, mark.size))
        run.setGlyphIndexes([glyph.index for glyph, _ in pairs])
        run.setPositions([QPointF(offset, 0.0) for _, offset in pairs])
        painter.drawGlyphRun(QPointF(mark.x, mark.y), run)


def _paint_stroke(painter: QPainter, mark: Stroke) -> None:
    # Square ends close the corners of a box.
    pen = QPen(_BLACK, mark.width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.SquareCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(mark.x1, mark.y1), QPointF(mark.x2, mark.y2))


def _paint_tint(painter: QPainter, mark: Tint) -> None:
    area = QRectF(mark.x, mark.y, mark.width, mark.height)
    painter.fillRect(area, QColor(f"#{mark.colour}"))


def _paint_backdrop(painter: QPainter, mark: Backdrop, fonts: FontBook) -> None:
    """Paint the word as areas: no letter of it is mixed with those of the text when it is read."""
    outline = QPainterPath()
    for place, char in enumerate(mark.text):
        glyph = fonts.glyph(char, mark.role)
        letter = fonts.face(glyph.family, mark.size).pathForGlyph(glyph.index)
        outline.addPath(letter.translated(place * mark.size, 0.0))
    # Strokes of a letter that cross one another must not cut holes.
    outline.setFillRule(Qt.FillRule.WindingFill)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(mark.x, mark.y)
    painter.rotate(-mark.angle)
    middle = outline.boundingRect().center()
    painter.translate(-middle.x(), -middle.y())
    painter.fillPath(outline, QColor(f"#{mark.colour}"))
    painter.restore()

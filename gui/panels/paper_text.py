"""A text as it will stand on paper: 28 characters a line, first lines indented, levels by font."""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFont,
    QSyntaxHighlighter,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QTextEdit

from exporters.page_style import FontRole, PageStyle
from gui.look.sizes import paper_font, px
from gui.look.theme import follow

TYPE, STEP, INDENT, WIDTH, LEFT, GUTTER = 21, 31, 42, 596, 128, 88
"""Pixels at 100 %: of the type, from line to line, of a first line's indent, of 28 characters, from
the edge to the text, and of the signs beside it."""
_FIRST = re.compile(r"[一二三四五六七八九十]+、")
_SECOND = re.compile(r"（[一二三四五六七八九十]+）")


@cache
def _names(role: FontRole) -> tuple[str, ...]:
    found = PageStyle().font(role)
    stand_in = found.stand_in.families if found.stand_in is not None else ()
    return (*found.same, *stand_in, *found.names)


def paper_type(role: FontRole = "body", *, is_bold: bool = False) -> QFont:
    """Return the font that a role is printed in, in the size of the screen."""
    return paper_font(_names(role), TYPE, is_bold=is_bold)


class _Levels(QSyntaxHighlighter):
    """Sets headings of the first and second level in their fonts."""

    def highlightBlock(self, text: str) -> None:
        """Set one paragraph; only a short one is a heading as a whole."""
        if _FIRST.match(text):
            self._set(len(text), paper_type("heading_1"))
        elif found := _SECOND.match(text):
            end = text.find("。", found.end())
            self._set(len(text) if end < 0 else end, paper_type("heading_2", is_bold=True))

    def _set(self, length: int, font: QFont) -> None:
        style = QTextCharFormat()
        style.setFont(font)
        self.setFormat(0, length, style)


class PaperText(QTextEdit):
    """An editor whose lines break where those on paper do."""

    def __init__(self) -> None:
        super().__init__()
        self.setAcceptRichText(False)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.document().setDocumentMargin(0)
        self.setLineWrapMode(QTextEdit.LineWrapMode.FixedPixelWidth)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._levels = _Levels(self.document())
        follow(self, self._show_look)

    def _show_look(self) -> None:
        self.setFont(paper_type())
        self.setLineWrapColumnOrWidth(px(WIDTH))
        set_paragraphs(self.document())
        self._levels.rehighlight()

    def setPlainText(self, text: str) -> None:
        """Show another text, set as paragraphs are printed."""
        super().setPlainText(text)
        set_paragraphs(self.document())

    def clear(self) -> None:
        """Show nothing; what is typed next is set as before."""
        self.setPlainText("")


def set_paragraphs(document: QTextDocument) -> None:
    """Give every paragraph its indent and the step of its lines; those typed later follow."""
    style = QTextBlockFormat()
    style.setTextIndent(px(INDENT))
    kind = QTextBlockFormat.LineHeightTypes.FixedHeight
    style.setLineHeight(px(STEP), kind.value)
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    cursor.setBlockFormat(style)

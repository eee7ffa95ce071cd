"""The report as a PDF file: the pages that the window shows and the printer prints."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QBuffer, QCoreApplication, QIODevice, QMarginsF
from PySide6.QtGui import (
    QGuiApplication,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)

from exporters.blocks import Content, report_title
from exporters.lines.placed import Page
from exporters.page_style import OFFICIAL, PLAIN, Furniture, PageStyle
from exporters.paged.families import register_stand_ins
from exporters.paged.fonts import FontBook, unknown_sentence
from exporters.paged.pages import lay_pages
from exporters.paged.painter import paint_page
from exporters.paged.pdf_finish import finished
from storage.errors import FileProblem
from storage.program import NAME

RESOLUTION = 1440
"""Dots per inch, twenty a point: places are kept as exactly as in a Word file."""
NO_FONT = "这台电脑没有中文字体，PDF 里的汉字会全是方框，没有写出。请先安装一种中文字体。"


def write_pdf(
    contents: Sequence[Content],
    path: Path,
    style: PageStyle = OFFICIAL,
    furniture: Furniture = PLAIN,
) -> str:
    """Write the blocks as a PDF file to `path`; return which characters no font has, or "".

    OSError where the system refuses, FileProblem where it has no Chinese font.
    """
    with _application():
        fonts = FontBook(style)
        if not fonts.family("body"):
            raise FileProblem(NO_FONT)
        pages = lay_pages(contents, style, fonts, furniture)
        painted = _painted(pages, fonts, contents)
        author = report_title(contents).organization
        whole = finished(painted, pages, fonts, contents, author)
        unknown = unknown_sentence(fonts)
    path.write_bytes(whole)
    return unknown


@contextmanager
def _application() -> Iterator[None]:
    """Have an application of Qt, without a window or a screen where there is none yet."""
    if QCoreApplication.instance() is not None:
        yield
        return
    # Only there does a desktop that is missing end the process.
    needs_none = sys.platform.startswith("linux")
    application = QGuiApplication([NAME, *(["-platform", "offscreen"] if needs_none else [])])
    register_stand_ins()
    try:
        yield
    finally:
        application.shutdown()


def _painted(pages: Sequence[Page], fonts: FontBook, contents: Sequence[Content]) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    # With a description of its colours, as archives want it.
    writer.setPdfVersion(QPagedPaintDevice.PdfVersion.PdfVersion_A1b)
    writer.setResolution(RESOLUTION)
    writer.setPageLayout(_paper())
    _name(writer, contents)
    painter = QPainter(writer)
    painter.scale(RESOLUTION / 72, RESOLUTION / 72)
    for page in pages:
        if page.number > 1:
            writer.newPage()
        paint_page(painter, page, fonts)
    painter.end()
    return bytes(buffer.data().data())


def _paper() -> QPageLayout:
    size = QPageSize(QPageSize.PageSizeId.A4)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())


def _name(writer: QPdfWriter, contents: Iterable[Content]) -> None:
    """Set title, unit and program in the properties; no person is named."""
    writer.setCreator(NAME)
    title = report_title(contents)
    writer.setTitle(title.organization + title.title)
    # Qt has this since 6.9.
    if hasattr(writer, "setAuthor"):
        writer.setAuthor(title.organization)

"""A report laid out on pages for the window: pictures of its pages, and the way to a printer."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QImage, QPagedPaintDevice, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from exporters.lines.placed import Page
from exporters.page_style import PageStyle
from exporters.paged.fonts import FontBook
from exporters.paged.pages import lay_pages
from exporters.paged.painter import paint_page
from exporters.printed import printed_content
from exporters.sign_off_blocks import SignOffCopy
from exporters.table_layout import POINTS_PER_MM
from gui.look.palette import PAPER
from model.report.report import Report
from storage.atomic import replacing
from storage.errors import FileProblem

INCOMPLETE = (
    "已打印成文件「{name}」，可以看，也可以印；但没能补上文字和书签，"
    "在里面搜索、复制可能不对。请改用「另存为 PDF」再做一份。"
)


class Sheets:
    """The pages of a report in one page style; with a `signed_copy` those to be signed."""

    def __init__(
        self, report: Report, style: PageStyle, signed_copy: SignOffCopy | None = None
    ) -> None:
        self.style = style
        self.fonts = FontBook(style)
        blocks, furniture = printed_content(report, style, signed_copy)
        self.pages = lay_pages(blocks, style, self.fonts, furniture)
        self._blocks = blocks

    @property
    def width(self) -> float:
        """Return the paper's width in points."""
        return self.style.width * POINTS_PER_MM

    @property
    def height(self) -> float:
        """Return the paper's height in points."""
        return self.style.height * POINTS_PER_MM

    def picture(self, index: int, scale: float, ratio: float = 1.0) -> QImage:
        """Return a page as a picture, `scale` pixels a point on a screen of that pixel ratio."""
        return self.strip(index, scale, ratio, 0, round(self.height * scale * ratio))

    def strip(self, index: int, scale: float, ratio: float, top: int, rows: int) -> QImage:
        """Return the rows of a page's picture from `top` on, in pixels of the screen.

        There are fewer rows where the page ends.
        """
        size = scale * ratio
        width, height = round(self.width * size), round(self.height * size)
        rows = max(1, min(rows, height - top))
        image = QImage(max(1, width), rows, QImage.Format.Format_RGB32)
        image.fill(PAPER)
        painter = QPainter(image)
        painter.translate(0, -top)
        painter.scale(size, size)
        area = (top / size, (top + rows) / size)
        paint_page(painter, self.pages[index], self.fonts, area)
        painter.end()
        image.setDevicePixelRatio(ratio)
        return image

    def print_on(self, printer: QPrinter, numbers: Sequence[int]) -> bool:
        """Print the pages of those numbers in that order and return whether the printer took them.

        The paper is A4 upright; places count from its edge, not from where the printer can reach.
        FileProblem where it printed into a file and that could not be made complete: the pages are
        in the file all the same.
        """
        size = QPageSize(QPageSize.PageSizeId.A4)
        layout = QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF())
        printer.setPageLayout(layout)
        printer.setFullPage(True)
        printer.setPdfVersion(QPagedPaintDevice.PdfVersion.PdfVersion_A1b)
        painter = QPainter()
        if not painter.begin(printer):
            return False
        painter.scale(printer.logicalDpiX() / 72, printer.logicalDpiY() / 72)
        has_paper = True
        for position, number in enumerate(numbers):
            has_paper = has_paper and (position == 0 or printer.newPage())
            if has_paper:
                paint_page(painter, self.pages[number - 1], self.fonts)
        is_done = painter.end() and has_paper
        if is_done and printer.outputFormat() is QPrinter.OutputFormat.PdfFormat:
            path = Path(printer.outputFileName())
            self._finish(path, [self.pages[number - 1] for number in numbers])
        return is_done

    def _finish(self, path: Path, pages: Sequence[Page]) -> None:
        """Make a file that was printed to as complete as an exported one."""
        # The library is slow to load, and paper needs none of it.
        from exporters.paged.pdf_finish import finished

        try:
            whole = finished(path.read_bytes(), pages, self.fonts, self._blocks)
            with replacing(path) as temporary:
                temporary.write_bytes(whole)
        except (OSError, FileProblem) as problem:
            raise FileProblem(INCOMPLETE.format(name=path.name)) from problem

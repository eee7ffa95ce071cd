"""The program's own pages beside those that another office program makes of the Word file."""

from __future__ import annotations

from pathlib import Path

import pdfplumber
import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat
from PySide6.QtWidgets import QApplication

import pdf_parts
from exporters.lines.line_breaking import HANGING
from exporters.page_style import OFFICIAL, ROLES
from exporters.paged.fonts import FontBook
from exporters.paged.pdf_writer import write_pdf
from exporters.report_blocks import report_blocks
from exporters.word.docx_writer import write_docx
from model.report.report import Report
from office import convert, needs_office
from pdf_parts import PrintedLine
from sample_reports import sample_report

pytestmark = [needs_office, pytest.mark.xdist_group("pages of two programs")]
OVERVIEW = """（一）主动公开
2023年，红星镇严格按照《条例》要求，围绕“三安全一稳定”开展工作，全年主动公开信息1234条，其中：政策文件56条、\
财政信息12条、其他1166条；通过政府网站（http://www.example.gov.cn/）、公开栏、广播等方式发布，群众反映良好。
（二）依申请公开。全年收到申请12件，均在法定期限内答复，没有因政府信息公开引起的行政复议、行政诉讼。
（三）政府信息管理
建立健全信息发布审核制度，坚持“先审查、后公开”“谁公开、谁负责”，明确专人负责，做到应公开、尽公开。
联系电话：0451—53865023；邮编：150305。"""

SMALL_WIDTH, SMALL_HEIGHT = 248, 351


def _report() -> Report:
    report = sample_report()
    report.sections["overview"] = OVERVIEW
    report.sections["problems"] = OVERVIEW
    report.sections["preamble"] = OVERVIEW.split("\n")[1]
    return report


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory, qapp: QApplication) -> tuple[Path, Path]:
    """The PDF file of the program, and that which the office program makes of the Word file."""
    folder = tmp_path_factory.mktemp("pdf")
    family = FontBook(OFFICIAL).family("body")
    style = OFFICIAL.with_fonts(dict.fromkeys(ROLES, family))
    blocks = report_blocks(_report())
    own, word = folder / "own.pdf", folder / "word.docx"
    write_pdf(blocks, own, style)
    write_docx(blocks, word, style)
    return own, convert([word], "pdf", folder) / "word.pdf"


@pytest.fixture(scope="module")
def lines(both: tuple[Path, Path]) -> tuple[list[PrintedLine], list[PrintedLine]]:
    own, other = both
    return pdf_parts.lines(own), pdf_parts.lines(other)


def _words(line: PrintedLine) -> str:
    """A line's text as both programs write it; the other one loses marks in the margin."""
    return line.text.replace(" ", "").rstrip("".join(HANGING))


def test_lines_break_alike_and_stand_on_the_same_pages(
    lines: tuple[list[PrintedLine], list[PrintedLine]],
) -> None:
    own, other = ([(line.page, _words(line)) for line in each] for each in lines)
    assert own == other
    assert own[-1][0] > 3


def test_lines_stand_in_the_same_places(
    lines: tuple[list[PrintedLine], list[PrintedLine]],
) -> None:
    for own, other in zip(*lines, strict=True):
        assert own.size == pytest.approx(other.size, abs=0.1)
        if not own.text.startswith("—"):
            assert own.base == pytest.approx(other.base, abs=1.0)
            assert own.left == pytest.approx(other.left, abs=2.0)


def test_tables_have_the_same_cells_in_the_same_places(both: tuple[Path, Path]) -> None:
    with pdfplumber.open(both[0]) as own, pdfplumber.open(both[1]) as other:
        for page, same in zip(own.pages, other.pages, strict=True):
            found, wanted = page.find_tables(), same.find_tables()
            assert [table.bbox for table in found] == [
                pytest.approx(table.bbox, abs=2.0) for table in wanted
            ]
            for table, twin in zip(found, wanted, strict=True):
                assert _cells(table.extract()) == _cells(twin.extract())


def _cells(rows: list[list[str | None]]) -> list[list[str]]:
    return [["".join((cell or "").split()) for cell in row] for row in rows]


def test_pictures_of_the_pages_agree(both: tuple[Path, Path]) -> None:
    own, other = (_pictures(path) for path in both)
    assert len(own) == len(other)
    for mine, theirs in zip(own, other, strict=True):
        difference = ImageStat.Stat(ImageChops.difference(mine, theirs)).mean[0]
        assert difference < 1.5
        # The tolerance would notice a page that is not the same one.
        assert ImageStat.Stat(ImageChops.difference(mine, own[0])).mean[0] > 3 or mine is own[0]


def _pictures(path: Path) -> list[Image.Image]:
    """Small grey pictures, blurred over about half a character."""
    with pdfplumber.open(path) as pdf:
        images = [page.to_image(resolution=60, antialias=True).original for page in pdf.pages]
    small = [image.convert("L").resize((SMALL_WIDTH, SMALL_HEIGHT)) for image in images]
    return [image.filter(ImageFilter.GaussianBlur(2)) for image in small]

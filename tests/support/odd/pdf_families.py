"""Families of PDF files that are odd in one way: pages turned, doubled, stamped or garbled."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from PySide6.QtCore import QMarginsF, QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPageSize, QPainter, QPdfWriter

from drawn_pdf import Habits
from gui.look.sizes import chinese_font_name

A4 = (595.0, 842.0)
SEAL = "青山县红星镇人民政府"
_DOTS = 10
_RED, _PALE, _BLACK = QColor(220, 0, 0), QColor(200, 200, 200), QColor(0, 0, 0)

Change = Callable[[pikepdf.Pdf, Path, random.Random], None]


@dataclass(frozen=True)
class PdfFamily:
    """A way in which a PDF file is odd; `is_sound` says that a person would have no doubt."""

    name: str
    change: Change
    habits: Habits = Habits()
    is_sound: bool = True
    as_ofd: bool = True
    """Whether what is odd is still so when the page is written as OFD from what it shows."""


def change_pdf(family: PdfFamily, source: Path, target: Path, seed: int) -> Path:
    """Write a PDF file anew with the oddity of a family."""
    with pikepdf.open(source) as pdf:
        family.change(pdf, target, random.Random(f"{family.name} {seed}"))
        pdf.save(target)
    return target


# ---------------------------------------------------------------- pages


def leave(pdf: pikepdf.Pdf, target: Path, dice: random.Random) -> None:
    """Leave the file as it is."""
    del pdf, target, dice


def lie_on_side(pdf: pikepdf.Pdf, target: Path, dice: random.Random) -> None:
    """Show all pages, or some, turned by a quarter or by half."""
    del target
    angle = dice.choice((90, 180, 270))
    for page in pdf.pages:
        if dice.random() < 0.7:
            page.obj.Rotate = angle


def draw_on_side(pdf: pikepdf.Pdf, target: Path, dice: random.Random) -> None:
    """Draw the pages turned, and have them shown turned back, so that they look level."""
    del target
    angle = dice.choice((90, 180, 270))
    width, height = A4
    places = {90: (0, 1, -1, 0, height, 0), 180: (-1, 0, 0, -1, width, height)}
    places[270] = (0, -1, 1, 0, 0, width)
    for page in pdf.pages:
        _wrap(pdf, page, places[angle])
        page.obj.MediaBox = [0, 0, width, height] if angle == 180 else [0, 0, height, width]
        page.obj.CropBox = page.obj.MediaBox
        page.obj.Rotate = angle


def _wrap(pdf: pikepdf.Pdf, page: pikepdf.Page, matrix: tuple[float, ...]) -> None:
    places = " ".join(f"{number:.4f}" for number in matrix)
    page.contents_add(f"q {places} cm\n".encode(), prepend=True)
    page.contents_add(b"\nQ")
    del pdf


def crop(pdf: pikepdf.Pdf, target: Path, dice: random.Random) -> None:
    """Leave words of another paper outside the part of each page that is shown."""
    width, height = A4
    words = dice.choice(("上一篇 2022年政府信息公开工作年度报告", "一、总体情况"))
    stamp = _stamp(target, lambda painter: _write(painter, 60, 20, 9, words))
    for page in pdf.pages:
        _lay(page, stamp)
        page.obj.CropBox = [0, 40, width, height - 40]


def two_up(pdf: pikepdf.Pdf, target: Path, dice: random.Random) -> None:
    """Print two pages on each sheet, side by side."""
    del target
    _side_by_side(pdf, _pairs(len(pdf.pages)), dice.choice(((1191.0, 842.0), (842.0, 595.0))))


def booklet(pdf: pikepdf.Pdf, target: Path, dice: random.Random) -> None:
    """Print the pages in the order of a booklet: the last one beside the first."""
    del target, dice
    while len(pdf.pages) % 4:
        pdf.add_blank_page(page_size=A4)
    last = len(pdf.pages) - 1
    sides = [(last - n, n) if n % 2 == 0 else (n, last - n) for n in range(len(pdf.pages) // 2)]
    _side_by_side(pdf, sides, (1191.0, 842.0))


def columns(pdf: pikepdf.Pdf, target: Path, dice: random.Random) -> None:
    """Print the text in two narrow columns on each page."""
    del target, dice
    _side_by_side(pdf, _pairs(len(pdf.pages)), (595.0, 842.0))


def _pairs(count: int) -> Iterator[tuple[int, int]]:
    for first in range(0, count, 2):
        yield first, first + 1


def _side_by_side(
    pdf: pikepdf.Pdf,
    pairs: Iterator[tuple[int, int]] | list[tuple[int, int]],
    size: tuple[float, float],
) -> None:
    width, height = size
    scale = min(width / 2 / A4[0], height / A4[1])
    forms = [pdf.make_indirect(page.as_form_xobject()) for page in pdf.pages]
    sheets = []
    for pair in pairs:
        used = [(side, forms[n]) for side, n in enumerate(pair) if n < len(forms)]
        names = {f"/P{side}": form for side, form in used}
        content = "".join(
            f"q {scale:.4f} 0 0 {scale:.4f} {side * width / 2:.2f} {height - scale * A4[1]:.2f} cm "
            f"/P{side} Do Q\n"
            for side, _ in used
        )
        made = pikepdf.Dictionary(
            Type=pikepdf.Name.Page,
            MediaBox=[0, 0, width, height],
            Resources=pikepdf.Dictionary(XObject=pikepdf.Dictionary()),
            Contents=pdf.make_stream(content.encode()),
        )
        for name, form in names.items():
            made.Resources.XObject[name] = form
        sheets.append(pikepdf.Page(made))
    del pdf.pages[:]
    pdf.pages.extend(sheets)


# ---------------------------------------------------------------- stamps


def _stamp(target: Path, draw: Callable[[QPainter], None]) -> pikepdf.Pdf:
    """Return a page with something drawn on it, and nothing behind."""
    path = target.with_suffix(".stamp.pdf")
    writer = QPdfWriter(str(path))
    writer.setResolution(72 * _DOTS)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    draw(painter)
    painter.end()
    return pikepdf.open(path)


def _lay(page: pikepdf.Page, stamp: pikepdf.Pdf) -> None:
    page.add_overlay(stamp.pages[0], pikepdf.Rectangle(0, 0, *A4))


def _write(
    painter: QPainter,
    x: float,
    y: float,
    size: float,
    words: str,
    color: QColor = _BLACK,
) -> None:
    font = QFont(chinese_font_name())
    font.setPointSizeF(size)
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(QPointF(x * _DOTS, y * _DOTS), words)


def _turned(painter: QPainter, x: float, y: float, angle: float) -> None:
    painter.translate(x * _DOTS, y * _DOTS)
    painter.rotate(angle)


def slanted_watermark(pdf: pikepdf.Pdf, target: Path, dice: random.Random) -> None:
    """Lay pale words askew over every page."""

    def draw(painter: QPainter) -> None:
        for y in range(150, 800, dice.choice((150, 220))):
            painter.save()
            _turned(painter, 120, y, -30)
            _write(painter, 0, 0, dice.choice((12, 40)), "内部资料 请勿外传 2023", _PALE)
            painter.restore()

    _lay_on_all(pdf, target, draw)


def level_watermark(pdf: pikepdf.Pdf, target: Path, dice: random.Random) -> None:
    """Lay pale words level over every page: across text and tables."""
    size = dice.choice((9, 12, 36))
    places = [(dice.uniform(60, 300), y) for y in range(100, 800, dice.choice((37, 90)))]

    def draw(painter: QPainter) -> None:
        for x, y in places:
            _write(painter, x, y, size, "内部资料 2023 请勿外传", _PALE)

    _lay_on_all(pdf, target, draw)


def clear_watermark(pdf: pikepdf.Pdf, target: Path, dice: random.Random) -> None:
    """Lay dark words that the page shows through on one page, over text, blanks or tables."""
    x, y, size = dice.uniform(50, 200), dice.uniform(60, 800), dice.choice((10, 30))
    opacity = dice.uniform(0.1, 0.45)

    def draw(painter: QPainter) -> None:
        painter.setOpacity(opacity)
        _write(painter, x, y, size, "内部资料 2023")

    _lay(dice.choice(list(pdf.pages)), _stamp(target, draw))


def small_watermark(pdf: pikepdf.Pdf, target: Path, dice: random.Random) -> None:
    """Print small words of another colour at one place of the margin of every page."""
    x, y = dice.choice(((8, 400), (555, 300), (8, 600)))

    def draw(painter: QPainter) -> None:
        for line in range(3):
            _write(painter, x, y + 12 * line, 7, "请勿外传", QColor(90, 90, 160))

    _lay_on_all(pdf, target, draw)


def _lay_on_all(pdf: pikepdf.Pdf, target: Path, draw: Callable[[QPainter], None]) -> None:
    stamp = _stamp(target, draw)
    for page in pdf.pages:
        _lay(page, stamp)


def seal(pdf: pikepdf.Pdf, target: Path, dice: random.Random) -> None:
    """Put a round seal with words around it, and level ones in it, on the last page or on all."""
    x, y = dice.uniform(300, 480), dice.uniform(120, 700)

    def draw(painter: QPainter) -> None:
        painter.setPen(_RED)
        painter.drawEllipse(QRectF((x - 55) * _DOTS, (y - 55) * _DOTS, 110 * _DOTS, 110 * _DOTS))
        for number, word in enumerate(SEAL):
            painter.save()
            _turned(painter, x, y, -110 + 220 * number / (len(SEAL) - 1))
            _write(painter, -6, -40, 12, word, _RED)
            painter.restore()
        _write(painter, x - 24, y + 20, 10, "公开专用章", _RED)
        _write(painter, x - 36, y + 40, 7, "2301120012345", _RED)

    stamp = _stamp(target, draw)
    for page in pdf.pages if dice.random() < 0.5 else list(pdf.pages)[-1:]:
        _lay(page, stamp)


# ---------------------------------------------------------------- fonts


def without_codes(pdf: pikepdf.Pdf, target: Path, dice: random.Random) -> None:
    """Take from all fonts what tells their characters."""
    del target, dice
    for font in _fonts(pdf):
        if "/ToUnicode" in font:
            del font["/ToUnicode"]


def wrong_codes(pdf: pikepdf.Pdf, target: Path, dice: random.Random) -> None:
    """Have the fonts tell some characters as signs of a private area, or as those of nobody."""
    del target
    for font in _fonts(pdf):
        if "/ToUnicode" in font:
            table = font["/ToUnicode"].read_bytes().decode("latin-1")
            font["/ToUnicode"].write(_spoilt(table, dice).encode("latin-1"))


def _spoilt(table: str, dice: random.Random) -> str:
    share = dice.choice((0.03, 0.3))

    def code(match: re.Match[str]) -> str:
        is_kept = match[1] < "2000" or dice.random() > share
        return match[0] if is_kept else f" <{dice.randrange(0xE100, 0xF800):04X}>"

    # The codes stand in lists; what is not in a list is the range that a list is for.
    return re.sub(r"(?<=[\[>]) ?<([0-9A-F]{4})>(?=[ \]])", code, table)


def _fonts(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    seen = set()
    for page in pdf.pages:
        for font in page.resources.get("/Font", {}).values():
            if font.objgen not in seen:
                seen.add(font.objgen)
                yield font


FAMILIES = (
    PdfFamily("as it is", leave),
    PdfFamily("shown on its side", lie_on_side, as_ofd=False),
    PdfFamily("drawn on its side", draw_on_side, as_ofd=False),
    PdfFamily("words outside the crop box", crop, as_ofd=False),
    PdfFamily("two pages on a sheet", two_up),
    PdfFamily("sheets of a booklet", booklet, Habits(lead=400)),
    PdfFamily("two columns", columns),
    PdfFamily("watermark askew", slanted_watermark, as_ofd=False),
    PdfFamily("watermark over the text", level_watermark),
    PdfFamily("see-through watermark on one page", clear_watermark, as_ofd=False),
    PdfFamily("small watermark", small_watermark),
    PdfFamily("seal", seal, as_ofd=False),
    PdfFamily("no sides", leave, Habits(has_sides=False)),
    PdfFamily(
        "no rules between columns",
        leave,
        Habits(has_sides=False, has_columns=False),
        is_sound=False,
    ),
    PdfFamily("fonts without codes", without_codes, is_sound=False, as_ofd=False),
    PdfFamily("fonts with wrong codes", wrong_codes, is_sound=False, as_ofd=False),
)
